"""A change is shown with what it does beside what it says, made, taken back and made again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from explorer_ports import Said, Threads

from tui.corpus.edit.changes import owners
from tui.corpus.edit.changes.keys import SetKeys
from tui.corpus.edit.changes.records import RemoveRecord
from tui.screens.changes import FileChanges

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SOURCE = """\
version: 1
deals:
  - {id: first, title: First}
  - {id: second, title: Second, same-as: first}
totals:
  - {id: all, title: All, members: [first, second]}
"""
RETITLED = SetKeys(owners.record("first"), {"title": "Other"}, "Change title of first")


class Confirmed:
    """Keeps what was shown, and agrees when the test does."""

    def __init__(self) -> None:
        self.title, self.text = "", ""
        self.agree: Callable[[], None] = lambda: None
        self.left: Callable[[], None] = lambda: None

    def confirm(self, title: str, diff: str, agreed: Callable[[], None]) -> None:
        self.title, self.text, self.agree = title, diff, agreed

    def await_change(self, title: str, left: Callable[[], None]) -> Confirmed:
        self.title, self.text, self.left = title, "", left
        return self

    def show(self, diff: str, agreed: Callable[[], None]) -> None:
        self.text, self.agree = diff, agreed

    def leave(self) -> None:
        self.title = ""


class Changing:
    """Changes of one file by one run of the program."""

    def __init__(self, path: Path, refusal: str = "") -> None:
        self.path, self.said, self.confirmed = path, Said(), Confirmed()
        self.reloads = 0
        self.later = Threads()
        self.changes = FileChanges(
            path, self.written, self.said, self.confirmed, self.later, self._reload, refusal
        )

    def written(self) -> str:
        return self.path.read_text("utf-8")

    def _reload(self) -> None:
        self.reloads += 1


@pytest.fixture
def path(tmp_path: Path, own_folders: None) -> Path:
    path = tmp_path / "deals.yaml"
    path.write_text(SOURCE, "utf-8")
    return path


def test_what_goes_beside_a_record_is_told_before_the_diff(path: Path) -> None:
    one = Changing(path)
    one.changes.offer(RemoveRecord("first"), told=["You starred it."])
    assert one.confirmed.title == "Delete this record"
    told, _, diff = one.confirmed.text.partition("--- ")
    assert told.splitlines() == [
        "You starred it.",
        "second is linked to it as the same deal: the link goes.",
        "It is taken out of the members of all: first.",
    ]
    assert "-  - {id: first, title: First}" in diff
    assert one.written() == SOURCE
    one.confirmed.agree()
    assert "first" not in one.written()


def test_messages_name_the_change_and_the_key_back(path: Path) -> None:
    one = Changing(path)
    one.changes.undo()
    one.changes.redo()
    one.changes.offer(RETITLED)
    one.confirmed.agree()
    one.changes.undo()
    one.changes.redo()
    assert one.said.words == [
        "Nothing was changed here.",
        "Nothing was taken back here.",
        "Written to the corpus; u takes it back.",
        "Taken back: Change title of first; U makes it again.",
        "Made again: Change title of first; u takes it back.",
    ]
    assert one.reloads == 3


def test_a_change_of_another_run_is_shown_before_it_is_taken_back(path: Path) -> None:
    before = Changing(path)
    before.changes.offer(RETITLED)
    before.confirmed.agree()
    changed = before.written()
    after = Changing(path)
    after.changes.undo()
    assert after.written() == changed
    assert after.confirmed.title == "Take back, made by another run: Change title of first"
    assert "+  - {id: first, title: First}" in after.confirmed.text
    after.confirmed.agree()
    assert after.written() == SOURCE


def test_a_place_that_others_edited_since_is_left_with_a_reason(path: Path) -> None:
    one = Changing(path)
    one.changes.offer(RETITLED)
    one.confirmed.agree()
    path.write_text(one.written().replace("Other", "Their own"), "utf-8")
    one.changes.undo()
    assert "It could not be taken back" in one.said.words[-1]
    assert "Their own" in one.written()


def test_where_nothing_may_be_changed_that_is_said(path: Path) -> None:
    one = Changing(path, "the demo corpus is read only")
    one.changes.offer(RETITLED)
    assert one.said.words == ["error: the demo corpus is read only"]


def test_in_a_large_file_the_dialog_waits_for_what_the_change_comes_to(path: Path) -> None:
    filler = f"  - {{id: long, title: {'a long title ' * 15_000}}}\n"
    path.write_text(SOURCE.replace("totals:", f"{filler}totals:"), "utf-8")
    one = Changing(path)
    one.changes.offer(RETITLED)
    assert (one.confirmed.title, one.confirmed.text) == ("Change title of first", "")
    one.later.run()
    assert "+  - {id: first, title: Other}" in one.confirmed.text
    one.confirmed.agree()
    assert "title: Other" in one.written()

    one.changes.offer(RemoveRecord("no-such-record"))
    one.later.run()
    assert one.confirmed.title == ""
    assert one.said.words[-1].startswith("error: ")

    one.changes.offer(RETITLED)
    one.confirmed.left()
    one.later.run()
    assert one.confirmed.text == ""
