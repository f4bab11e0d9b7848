"""Time: what is found is drawn once the typing rests, the corpus steps back to what was known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from explorer_ports import (
    Asked,
    Clock,
    Said,
    ShownInTime,
    ShownRecord,
    Threads,
    Visits,
    record_ids,
    small_session,
)

from tui.screens.explorer.selection import SelectionController
from tui.screens.explorer.state import ExplorerState
from tui.screens.explorer.time_travel import TimeTravelController, articles_after, publication_days
from tui.widgets.entries import Target

if TYPE_CHECKING:
    from pathlib import Path

    from tui.session.protocol import Session

FIRST, SECOND = date(2023, 10, 2), date(2024, 5, 3)


class Travelling:
    """The controller over a small corpus; what it shows is taken over as the explorer does."""

    def __init__(self, folder: Path) -> None:
        self.session, self.state = small_session(folder), ExplorerState()
        self.timeline, self.clock, self.threads = ShownInTime(), Clock(), Threads()
        self.asked, self.said, self.visits = Asked(), Said(), Visits()
        self.shown: list[tuple[int, str, bool]] = []
        self.present: Session | None = self.session
        self.controller = TimeTravelController(
            self.state,
            self.timeline,
            present=lambda: self.present,
            show_session=self.show,
            go_to=self.visits,
            scheduler=self.clock,
            background=self.threads,
            dialogs=self.asked,
            notifier=self.said,
        )
        self.selection = SelectionController(self.state, ShownRecord(), self.said)
        self.show(self.session)
        self.shown.clear()

    def show(self, session: Session, /, *, progress: str = "", stepped_back: bool = False) -> None:
        self.shown.append((len(session.records), progress, stepped_back))
        view = replace(self.state.view, session=session, progress=progress)
        result = session.search(view.query)
        self.state.show(replace(view, result=result, stepped_back=stepped_back))

    def search(self, query: str) -> None:
        view = replace(self.state.view, query=query, answered=query)
        self.state.show(replace(view, result=self.session.search(query)))


@pytest.fixture
def travelling(tmp_path: Path) -> Travelling:
    return Travelling(tmp_path)


def test_another_session_is_drawn_at_once_and_a_search_once_the_typing_rests(
    travelling: Travelling,
) -> None:
    assert travelling.timeline.count == 4
    travelling.search("payer:google")
    assert travelling.timeline.count == 4
    travelling.clock.rest()
    assert travelling.timeline.count == 1
    assert travelling.timeline.timeline is not None
    assert {mark.record_id for mark in travelling.timeline.timeline.marks} == {"google-1"}


def test_a_letter_holds_what_is_being_laid_out_and_what_was_to_come(
    travelling: Travelling,
) -> None:
    travelling.search("payer:google")
    held = travelling.timeline.held
    travelling.state.show(replace(travelling.state.view, query="payer:googl"))
    assert travelling.timeline.held == held + 1
    travelling.clock.rest()
    assert travelling.timeline.count == 4


def test_the_record_that_is_read_is_selected_in_time(travelling: Travelling) -> None:
    travelling.selection.choose("google-1")
    assert travelling.timeline.selected == "google-1"


def test_one_step_back_leaves_out_what_the_newest_article_told(travelling: Travelling) -> None:
    travelling.controller.step(-1)
    assert travelling.state.view.known_until == SECOND
    assert travelling.timeline.known_until == SECOND
    assert travelling.state.view.progress.startswith("going back to 3 May 2024")
    travelling.threads.run()
    travelling.controller.step(-1)
    travelling.threads.run()
    assert travelling.state.view.known_until == FIRST
    records, words, stepped_back = travelling.shown[-1]
    assert stepped_back
    assert words == "as known on 2 Oct 2023, 1 article before the newest"
    assert records < len(travelling.session.records)
    assert "amazon-2" not in record_ids(travelling.state.view.session or travelling.session)


def test_the_past_is_searched_by_substrings_until_it_is_indexed(travelling: Travelling) -> None:
    travelling.controller.step(-1)
    travelling.threads.run()
    words = [progress for _, progress, _ in travelling.shown]
    assert words == [f"{words[-1]} · searching …", words[-1]]


def test_the_oldest_article_is_the_furthest_step_and_the_newest_leads_to_the_present(
    travelling: Travelling,
) -> None:
    for _ in range(5):
        travelling.controller.step(-1)
    assert travelling.state.view.known_until == FIRST
    travelling.controller.step(1)
    assert travelling.state.view.known_until == SECOND
    travelling.controller.step(1)
    assert travelling.state.view.known_until is None
    assert travelling.shown[-1] == (4, "", False)


def test_of_steps_in_a_row_only_the_last_is_shown(travelling: Travelling) -> None:
    travelling.controller.step(-1)
    (first,) = travelling.threads.works
    travelling.controller.step(-1)
    assert first.is_cancelled
    first.run()
    assert not travelling.shown
    travelling.threads.run()
    assert travelling.state.view.known_until == FIRST


def test_what_was_made_for_a_day_is_dropped_when_the_user_is_back_in_the_present(
    travelling: Travelling,
) -> None:
    travelling.controller.step(-1)
    (work,) = travelling.threads.works
    travelling.controller.leave()
    assert work.is_cancelled
    work.run()
    assert not travelling.shown
    assert travelling.timeline.known_until is None


def test_the_place_that_the_past_is_prepared_for_is_that_of_the_step(
    travelling: Travelling, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(
        "tui.screens.explorer.time_travel.warm_up", lambda _, place: seen.append(place.query)
    )
    travelling.state.show(replace(travelling.state.view, query="amazon"))
    travelling.controller.step(-1)
    travelling.state.show(replace(travelling.state.view, query="google"))
    travelling.threads.run()
    assert seen == ["amazon"]


def test_pointing_at_articles_steps_to_the_newest_of_them_and_once_more_back(
    travelling: Travelling,
) -> None:
    travelling.controller.step_to_articles(["one"])
    assert travelling.state.view.known_until == FIRST
    travelling.controller.step_to_articles(["one"])
    assert travelling.state.view.known_until is None


def test_without_a_corpus_or_a_date_there_is_nowhere_to_step(travelling: Travelling) -> None:
    travelling.present = None
    travelling.controller.step(-1)
    travelling.controller.step_to_articles(["one"])
    assert not travelling.threads.works
    assert travelling.said.words == []


def test_a_date_is_asked_for_and_must_be_one(travelling: Travelling) -> None:
    travelling.controller.ask_for_date()
    assert travelling.asked.type("soon") is not None
    assert travelling.timeline.date is None
    assert travelling.asked.type("2024-05") is None
    assert str(travelling.timeline.date) == "2024-05"


def test_records_are_listed_in_time_and_lead_to_themselves(travelling: Travelling) -> None:
    travelling.selection.choose("google-1")
    travelling.controller.list_in_time()
    travelling.threads.run()
    assert travelling.asked.title == "In order of time"
    assert travelling.asked.keep == Target("record", "google-1")
    assert travelling.asked.texts()[0].startswith("2020")
    travelling.asked.answer(Target("record", "amazon-1"))
    travelling.controller.choose_from(["amazon-1", "google-1"])
    assert travelling.asked.title == "2 marks at one place"
    travelling.asked.answer(Target("record", "google-1"))
    assert travelling.visits.to == [("amazon-1", None), ("google-1", None)]


def test_days_of_publication_are_those_of_the_articles(travelling: Travelling) -> None:
    assert publication_days(travelling.session) == [FIRST, SECOND]
    after = partial(articles_after, travelling.session)
    assert (after(SECOND), after(FIRST)) == ("the newest article", "1 article before the newest")
