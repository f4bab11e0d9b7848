"""The search: what the bar asks is answered, list and selection stay together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from explorer_ports import Asked, Clock, Listed, Said, Typed, small_session

from tui.model.task import UNATTENDED
from tui.screens.explorer.search import SearchController
from tui.screens.explorer.state import ExplorerState
from tui.store.marks import Marks, StateError
from tui.widgets.entries import Target

if TYPE_CHECKING:
    from pathlib import Path

    from tui.session.file_session import FileSession


class Searching:
    """The controller over a small corpus, with the list and the bar that it drives."""

    def __init__(self, session: FileSession) -> None:
        self.session, self.state = session, ExplorerState()
        self.results, self.bar, self.clock = Listed(), Typed(), Clock()
        self.asked, self.said = Asked(), Said()
        self.controller = SearchController(
            self.state, self.results, self.bar, self.clock, self.asked, self.said
        )
        self.controller.run(session=session)

    def type(self, query: str) -> None:
        """Type a query and wait for its list."""
        self.bar.write(query)
        self.controller.typed(query)
        self.clock.paint()

    @property
    def listed(self) -> list[str]:
        listing = self.results.listing
        assert listing is not None
        return [listing.record_id(at) for at in range(listing.total)]

    @property
    def record(self) -> str | None:
        return self.state.view.record_id


@pytest.fixture
def searching(tmp_path: Path) -> Searching:
    return Searching(small_session(tmp_path))


def test_another_session_is_listed_and_its_first_record_read(searching: Searching) -> None:
    assert searching.results.attached
    assert searching.record == searching.results.chosen == searching.listed[0]


def test_a_letter_is_answered_after_it_is_painted_and_the_record_after_a_pause(
    searching: Searching,
) -> None:
    before = searching.record
    searching.controller.typed("google")
    assert searching.state.view.query == "google"
    assert searching.state.view.result is not None
    assert len(searching.listed) == 4
    searching.clock.paint()
    assert searching.listed[0] == "google-1"
    assert searching.record == before
    assert searching.state.view.following == "google-1"
    searching.clock.rest()
    assert searching.record == "google-1"
    assert searching.state.view.following is None


def test_of_letters_typed_in_one_frame_the_last_is_answered(searching: Searching) -> None:
    searching.controller.typed("g")
    searching.controller.typed("google")
    shown = len(searching.results.shown)
    searching.clock.paint()
    assert len(searching.results.shown) == shown + 1
    assert searching.state.view.answered == "google"


def test_enter_does_not_wait_for_the_pause(searching: Searching) -> None:
    searching.type("google")
    assert searching.controller.leave(escaped=False)
    assert searching.record == "google-1"
    assert searching.state.view.kept == "google-1"
    assert searching.session.own.history() == ("google",)


def test_from_an_empty_list_enter_leads_nowhere_and_escape_starts_over(
    searching: Searching,
) -> None:
    searching.type("zzzzzz")
    assert searching.record is None
    assert not searching.controller.leave(escaped=False)
    assert searching.controller.leave(escaped=True)
    searching.clock.paint()
    assert searching.bar.value == ""
    assert len(searching.listed) == 4


def test_a_record_that_the_search_hid_is_listed_again(searching: Searching) -> None:
    searching.type("google")
    searching.controller.go_to("bare")
    assert searching.bar.value == searching.state.view.query == ""
    assert (searching.record, searching.results.chosen) == ("bare", "bare")


def test_a_record_that_is_gone_is_said_to_be(searching: Searching) -> None:
    before = searching.state.view
    searching.controller.go_to("nowhere")
    assert searching.said.words == ["nowhere is not in the corpus now."]
    assert searching.state.view is before


def test_the_record_that_the_user_went_to_is_kept_by_a_changed_query(searching: Searching) -> None:
    searching.controller.chosen("amazon-1")
    searching.controller.set_query("amazon")
    assert searching.results.shown[-1] == {"keep": "amazon-1", "anywhere": False, "anew": False}
    searching.controller.run(refreshed=True)
    assert searching.results.shown[-1] == {"keep": "amazon-1", "anywhere": True, "anew": True}


def test_the_history_is_walked_from_an_empty_bar_and_left_by_typing(searching: Searching) -> None:
    for query in ("amazon", "google"):
        searching.type(query)
        searching.controller.leave(escaped=False)
    searching.type("")
    seen = []
    for step in (-1, -1, -1, 1, 1):
        searching.controller.walk(step)
        seen.append(searching.bar.value)
    assert seen == ["google", "amazon", "amazon", "google", ""]
    searching.controller.walk(-1)
    searching.type("googl")
    searching.controller.walk(1)
    assert searching.bar.value == "googl"
    assert searching.results.cursor == 1


def test_one_completion_is_taken_and_several_are_offered(searching: Searching) -> None:
    searching.type("has:tr")
    searching.controller.complete()
    assert searching.bar.value.startswith("has:tranches")
    searching.type("pay")
    searching.controller.complete()
    assert searching.asked.title == "Complete"
    first = searching.asked.texts()[0].split()[0]
    searching.asked.answer(Target("completion", "0"))
    assert searching.bar.value.startswith(first)


def test_filters_are_shown_toggled_and_taken_away(searching: Searching) -> None:
    searching.controller.remove_last_filter()
    assert searching.said.words == ["The search has no filter: b browses by facets."]
    searching.controller.toggle_filter("payer", "google")
    assert searching.controller.chips() == ["payer:google"]
    assert searching.listed == ["google-1"]
    assert searching.controller.facets()
    searching.controller.remove_last_filter()
    assert searching.controller.chips() == []
    assert len(searching.listed) == 4


def test_another_order_is_chosen_from_a_list_with_the_cursor_on_the_present_one(
    searching: Searching,
) -> None:
    searching.controller.choose_order()
    assert searching.asked.keep == Target("order", "")
    searching.asked.answer(Target("order", "date"))
    assert searching.listed[0] == "bare"
    searching.controller.choose_order()
    assert searching.asked.keep == Target("order", "date")


def test_before_anything_is_read_nothing_is_searched() -> None:
    state, results = ExplorerState(), Listed()
    controller = SearchController(state, results, Typed(), Clock(), Asked(), Said())
    controller.typed("amazon")
    controller.run()
    controller.complete()
    controller.go_to("amazon-1")
    assert results.listing is None
    assert state.view.query == "amazon"


def test_a_history_that_cannot_be_written_is_an_error_in_words(
    searching: Searching, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Marks, *given: object) -> None:
        raise StateError("no space left")

    monkeypatch.setattr(Marks, "remember_query", full)
    searching.type("google")
    assert searching.controller.leave(escaped=False)
    assert searching.said.words == ["error: no space left"]


def test_what_the_timer_of_an_older_letter_says_is_not_heard(searching: Searching) -> None:
    searching.type("googl")
    old = list(searching.clock.timers)
    searching.type("google")
    assert old
    assert all(timer.stopped for timer in old)
    searching.state.show(replace(searching.state.view, following=None))
    before = searching.state.view
    searching.controller.follow()
    assert searching.state.view is before


def test_articles_with_the_words_are_counted_once_the_typing_pauses(tmp_path: Path) -> None:
    session = small_session(tmp_path)
    session.prepare(UNATTENDED)
    searching = Searching(session)
    searching.type("nvidia")
    assert searching.state.view.articles_found == 0
    searching.clock.rest()
    # No record names it; the article that tells of it is found all the same.
    assert searching.state.view.articles_found == 1
    searching.type("")
    searching.clock.rest()
    assert searching.state.view.articles_found == 0
