"""The user's own marks: changed for the record at hand, shown at once, never a fault."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from explorer_ports import Asked, Listed, Said, ShownRecord, small_session

from tui.corpus.load import load
from tui.screens.explorer.marks import MarksController
from tui.screens.explorer.selection import SelectionController
from tui.screens.explorer.state import ExplorerState
from tui.session.file_session import FileSession
from tui.session.own_marks import OwnMarks
from tui.store.marks import StateError

if TYPE_CHECKING:
    from pathlib import Path


class Marking:
    """The controller over a small corpus, reading a record of Google's."""

    def __init__(self, folder: Path) -> None:
        self.session, self.state = small_session(folder), ExplorerState()
        self.results, self.asked, self.said = Listed(), Asked(), Said()
        self.record = ShownRecord()
        self.selection = SelectionController(self.state, self.record, self.said)
        self.searched = 0
        self.controller = MarksController(
            self.state, self.results, self.asked, self.said, self.search_again
        )
        result = self.session.search("")
        self.state.show(replace(self.state.view, session=self.session, result=result))
        self.selection.choose("google-1")

    def search_again(self) -> None:
        self.searched += 1

    @property
    def line(self) -> str:
        return "".join(text for text, _ in self.record.extra)


@pytest.fixture
def marking(tmp_path: Path) -> Marking:
    return Marking(tmp_path)


def test_a_star_is_set_shown_in_list_and_record_and_taken_away(marking: Marking) -> None:
    marking.controller.star()
    assert marking.session.own.starred("google-1")
    assert "starred" in marking.line
    assert marking.results.redrawn == 1
    marking.controller.star()
    assert not marking.session.own.starred("google-1")
    assert marking.line == ""


def test_a_list_that_asks_for_marks_is_searched_again_when_one_changes(marking: Marking) -> None:
    marking.controller.star()
    assert marking.searched == 0
    marking.state.show(replace(marking.state.view, query="google star:yes"))
    marking.controller.star()
    assert marking.searched == 1


def test_a_review_says_that_the_record_was_checked(marking: Marking) -> None:
    marking.controller.review()
    assert "checked by you" in marking.line
    marking.controller.review()
    assert marking.line == ""


def test_a_note_is_asked_for_with_the_one_that_stands_there(marking: Marking) -> None:
    marking.controller.note()
    marking.asked.type("call them")
    assert "my note: call them" in marking.line
    assert "“" not in marking.line
    marking.controller.note()
    assert marking.asked.value == "call them"
    marking.asked.type("")
    assert marking.line == ""


def test_a_note_goes_to_the_record_that_it_was_asked_for(marking: Marking) -> None:
    marking.controller.note()
    marking.selection.choose("amazon-1")
    marking.asked.type("call them")
    assert marking.session.own.note("google-1") == "call them"
    assert marking.session.own.note("amazon-1") == ""


def test_without_a_record_there_is_nothing_to_mark(marking: Marking) -> None:
    marking.selection.clear()
    marking.controller.star()
    marking.controller.review()
    marking.controller.note()
    marking.controller.remember_place()
    assert marking.asked.title == ""
    assert marking.results.redrawn == 0


def test_a_mark_that_cannot_be_kept_is_an_error_in_words(
    marking: Marking, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: OwnMarks, *given: object) -> None:
        raise StateError("no space left")

    for name in ("toggle_star", "save_search", "remember_place"):
        monkeypatch.setattr(OwnMarks, name, full)
    marking.controller.star()
    marking.state.show(replace(marking.state.view, query="google"))
    marking.controller.save_search()
    marking.asked.type("mine")
    marking.controller.remember_place()
    assert marking.said.words == ["error: no space left"] * 2


def test_a_search_is_kept_under_a_name_and_an_empty_one_is_none(marking: Marking) -> None:
    marking.controller.save_search()
    assert marking.said.words == ["There is no search to keep: type one with /."]
    marking.state.show(replace(marking.state.view, query=" google "))
    marking.controller.save_search()
    marking.asked.type(" mine ")
    assert dict(marking.session.own.searches()) == {"mine": "google"}
    marking.controller.save_search()
    marking.asked.type("  ")
    assert len(marking.session.own.searches()) == 1


def test_what_another_instance_wrote_is_shown(
    marking: Marking, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = [True, False]
    monkeypatch.setattr(OwnMarks, "refresh", lambda _: fresh.pop(0))
    marking.controller.look()
    marking.controller.look()
    assert marking.results.redrawn == 1


def test_damage_is_told_once(marking: Marking, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OwnMarks, "set_aside", "marks.damaged")
    for _ in range(3):
        marking.controller.look()
    assert len(marking.said.words) == 1
    assert "marks.damaged" in marking.said.words[0]


def test_the_place_is_remembered(marking: Marking) -> None:
    marking.controller.remember_place()
    assert marking.session.own.place() == "google-1"


def test_marks_on_a_record_that_is_gone_are_offered_once_to_its_successor(
    marking: Marking,
) -> None:
    marking.controller.offer_lost()
    assert marking.said.words == ["Every record with a mark of yours is in the corpus."]
    marking.controller.note()
    marking.asked.type("call them")
    before = marking.session
    path = before.loaded.path
    path.write_text(path.read_text("utf-8").replace("id: google-1", "id: google-2"), "utf-8")
    after = FileSession(load(path), before._marks, marks_key=before.own.key)
    after.own.find_lost()
    marking.state.show(replace(marking.state.view, session=after))
    for _ in range(3):
        marking.controller.look()
    assert len(marking.said.words) == 2
    assert "1 record that the corpus has no more" in marking.said.words[1]
    marking.controller.offer_lost()
    assert marking.asked.texts()[0] == "google-1  “call them”"
    assert "google-2" in marking.asked.texts()[1]
    target = marking.asked.entries[1].target
    assert target is not None
    marking.asked.answer(target)
    assert after.own.note("google-2") == "call them"
    assert not after.own.lost
