"""What was changed in one run is taken back and made again, whatever is edited beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tui.corpus.edit.changes.records import RenameRecord
from tui.corpus.edit.file_edit import Edit, SpliceError
from tui.corpus.edit.history import EditHistory
from tui.corpus.edit.patch import inverse, patch_of, reversal
from tui.corpus.edit.proposals import AddEvidence, propose
from tui.store.edit_journal import EditJournal

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
def test_a_change_is_taken_back_and_made_again(
    before: str, replacement: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    edit = Edit(before, before[:start] + replacement + before[end:], start, end, replacement)
    assume(edit.after_text != before)
    patch = patch_of(edit)
    assert reversal(edit.after_text, patch).after_text == before
    assert reversal(before, inverse(patch)).after_text == edit.after_text
    assert inverse(inverse(patch)) == patch


def test_changes_are_taken_back_and_made_again_after_a_restart(path: Path, tmp_path: Path) -> None:
    def started() -> EditHistory:
        return EditHistory(path, EditJournal(tmp_path / "data", path))

    first = started()
    with_b = add(first, path, "b")
    with_c = add(first, path, "c")
    again = started()
    assert again.last_done is not None
    assert again.last_done.run == first.run != again.run
    assert again.undo()
    assert path.read_text("utf-8") == with_b
    assert again.undo()
    assert path.read_text("utf-8") == SOURCE
    last = started()
    assert last.redo()
    assert last.redo()
    assert path.read_text("utf-8") == with_c
    assert not last.redo()


def test_an_edit_by_others_between_two_runs_is_never_overwritten(
    path: Path, tmp_path: Path
) -> None:
    journal = EditJournal(tmp_path / "data", path)
    with_b = add(EditHistory(path, journal), path, "b")
    outside = with_b.replace('"b"', '"bb"')
    path.write_text(outside, "utf-8")
    again = EditHistory(path, EditJournal(tmp_path / "data", path))
    with pytest.raises(SpliceError):
        again.undo()
    assert path.read_text("utf-8") == outside
    path.write_text(with_b.replace("title: Last", "title: Later"), "utf-8")
    assert again.undo()
    assert path.read_text("utf-8") == SOURCE.replace("title: Last", "title: Later")


def test_a_second_instance_takes_back_what_the_first_made_once(path: Path, tmp_path: Path) -> None:
    one = EditHistory(path, EditJournal(tmp_path / "data", path))
    other = EditHistory(path, EditJournal(tmp_path / "data", path))
    add(one, path, "b")
    assert other.undo()
    assert not one.undo()
    assert path.read_text("utf-8") == SOURCE


@pytest.mark.parametrize("damage", [b"", b"dealtui changes, sha256 0\n{}"])
def test_without_a_journal_the_changes_of_this_run_are_known(
    path: Path, tmp_path: Path, damage: bytes
) -> None:
    folder = tmp_path / "data"
    history = EditHistory(path, EditJournal(folder, path))
    add(history, path, "b")
    for file in folder.glob("*.changes"):
        file.write_bytes(damage)
    assert history.undo()
    assert path.read_text("utf-8") == SOURCE


def test_a_change_of_places_far_apart_leaves_what_is_edited_between_them(path: Path) -> None:
    far = SOURCE + "totals:\n  - {id: all, title: All, members: [first, last]}\n"
    path.write_text(far, "utf-8")
    history = EditHistory(path)
    edit = propose(far, RenameRecord("first", "other"))
    assert isinstance(edit, Edit)
    assert [len(hunk.inserted) for hunk in patch_of(edit).hunks] == [5, 5]
    history.make(edit)
    path.write_text(edit.after_text.replace("title: Second", "title: Two"), "utf-8")
    assert history.undo()
    assert path.read_text("utf-8") == far.replace("title: Second", "title: Two")
    assert history.redo()
    assert path.read_text("utf-8") == edit.after_text.replace("title: Second", "title: Two")


def test_a_change_knows_what_it_did_and_whose_id_it_changed(path: Path) -> None:
    history = EditHistory(path)
    edit = propose(SOURCE, RenameRecord("second", "third"))
    assert isinstance(edit, Edit)
    history.make(edit, "Change the id", ("second", "third"))
    undone = history.undo()
    assert undone is not None
    assert (undone.title, undone.renamed) == ("Change the id", ("second", "third"))
    preview = history.preview(undone, again=True)
    assert preview.after_text == edit.after_text
