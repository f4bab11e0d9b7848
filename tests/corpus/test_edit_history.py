"""What was changed in one run is taken back and made again, whatever is edited beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.edit.file_edit import Edit, SpliceError, inverse
from tui.corpus.edit.history import EditHistory
from tui.corpus.edit.proposals import AddEvidence, propose

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = """\
version: 1
articles: {one: {file: one.txt}}
deals:
  - id: first
    title: First
    evidence:
      - {for: amount, article: one, quote: a}
  - id: second
    title: Second
  - id: last
    title: Last
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "deals.yaml"
    path.write_text(SOURCE, "utf-8")
    return path


def add(history: EditHistory, path: Path, quote: str) -> str:
    """Add evidence: the text of the file afterwards."""
    evidence = {"for": "amount", "article": "one", "quote": quote}
    edit = propose(path.read_text("utf-8"), AddEvidence("first", evidence))
    assert isinstance(edit, Edit)
    history.make(edit)
    return path.read_text("utf-8")


def test_changes_are_taken_back_newest_first_and_made_again_in_their_order(path: Path) -> None:
    history = EditHistory(path)
    texts = [SOURCE, add(history, path, "b"), add(history, path, "c")]
    for text in (texts[1], texts[0]):
        assert history.undo()
        assert path.read_text("utf-8") == text
    assert not history.undo()
    for text in texts[1:]:
        assert history.redo()
        assert path.read_text("utf-8") == text
    assert not history.redo()


def test_a_new_change_forgets_what_was_taken_back(path: Path) -> None:
    history = EditHistory(path)
    add(history, path, "b")
    history.undo()
    after = add(history, path, "c")
    assert not history.redo()
    assert path.read_text("utf-8") == after


def test_what_was_edited_elsewhere_meanwhile_stays(path: Path) -> None:
    history = EditHistory(path)
    with_b = add(history, path, "b")
    path.write_text(with_b.replace("title: Last", "title: Later"), "utf-8")
    assert history.undo()
    assert path.read_text("utf-8") == SOURCE.replace("title: Last", "title: Later")
    assert history.redo()
    assert path.read_text("utf-8") == with_b.replace("title: Last", "title: Later")


def test_what_was_changed_itself_is_left_and_can_be_tried_again(path: Path) -> None:
    history = EditHistory(path)
    with_b = add(history, path, "b")
    path.write_text(with_b.replace('"b"', '"B"'), "utf-8")
    with pytest.raises(SpliceError):
        history.undo()
    path.write_text(with_b, "utf-8")
    assert history.undo()


def test_a_change_that_was_not_written_is_no_part_of_the_history(path: Path) -> None:
    history = EditHistory(path)
    evidence = {"for": "amount", "article": "one", "quote": "b"}
    edit = propose(SOURCE, AddEvidence("first", evidence))
    assert isinstance(edit, Edit)
    path.write_text(f"# another\n{SOURCE}", "utf-8")
    with pytest.raises(SpliceError):
        history.make(edit)
    assert not history.undo()


@given(before=st.text(), replacement=st.text(), data=st.data())
def test_the_inverse_of_an_edit_gives_the_text_before_it(
    before: str, replacement: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    edit = Edit(before, before[:start] + replacement + before[end:], start, end, replacement)
    back = inverse(edit)
    text = back.before_text
    assert text[: back.start] + back.replacement + text[back.end :] == before
    assert inverse(back) == edit
