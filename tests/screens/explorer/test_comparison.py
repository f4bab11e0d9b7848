"""Disagreements are stepped through, and statements on a field are listed side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from explorer_ports import Asked, Said, ShownRecord, Threads, Visits, small_session

from tui.screens.explorer.comparison import ComparisonController
from tui.screens.explorer.selection import SelectionController
from tui.screens.explorer.state import ExplorerState
from tui.widgets.entries import Target

if TYPE_CHECKING:
    from pathlib import Path


class Comparing:
    """The controller over a small corpus in which two sources disagree."""

    def __init__(self, folder: Path) -> None:
        self.session, self.state = small_session(folder), ExplorerState()
        self.asked, self.said, self.threads = Asked(), Said(), Threads()
        self.visits = Visits()
        self.selection = SelectionController(self.state, ShownRecord(), self.said)
        self.controller = ComparisonController(
            self.state, self.visits, self.threads, self.asked, self.said
        )
        result = self.session.search("")
        self.state.show(replace(self.state.view, session=self.session, result=result))


@pytest.fixture
def comparing(tmp_path: Path) -> Comparing:
    return Comparing(tmp_path)


def test_sources_are_compared_once_in_the_background_and_then_stepped_through(
    comparing: Comparing,
) -> None:
    comparing.controller.next_disagreement(1)
    assert not comparing.visits.to
    comparing.threads.run()
    assert comparing.visits.to == [("amazon-1", "amount")]
    comparing.controller.next_disagreement(1)
    assert comparing.visits.to == [("amazon-1", "amount")] * 2
    assert not comparing.threads.works
    assert comparing.said.words == ["Disagreement 1 of 1"] * 2


def test_another_session_is_compared_anew(comparing: Comparing, tmp_path: Path) -> None:
    comparing.controller.next_disagreement(1)
    comparing.threads.run()
    comparing.state.show(replace(comparing.state.view, session=small_session(tmp_path)))
    comparing.controller.next_disagreement(1)
    assert comparing.threads.works


def test_what_was_compared_for_an_older_question_is_dropped(comparing: Comparing) -> None:
    comparing.controller.next_disagreement(1)
    (first,) = comparing.threads.works
    comparing.controller.next_disagreement(-1)
    first.run()
    assert not comparing.visits.to


def test_where_sources_agree_it_is_said(
    comparing: Comparing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(comparing.session), "disagreements", lambda _: ())
    comparing.controller.next_disagreement(1)
    comparing.threads.run()
    assert comparing.said.words == ["No two sources disagree."]


def test_statements_on_a_field_are_listed_and_lead_to_their_evidence(
    comparing: Comparing,
) -> None:
    followed: list[str] = []
    comparing.controller.list_statements(100, followed.append, lambda: followed.append("chosen"))
    assert comparing.asked.title == ""
    comparing.selection.choose("amazon-1", "amount")
    comparing.controller.list_statements(100, followed.append, lambda: followed.append("chosen"))
    targets = [entry.target for entry in comparing.asked.entries if entry.target is not None]
    assert [target.key for target in targets] == ["one", "two", ""]
    comparing.asked.answer(targets[1])
    assert followed == [targets[1].detail]
    comparing.asked.answer(targets[2])
    assert followed[1:] == ["chosen"]
    assert isinstance(targets[1], Target)


def test_a_field_that_no_source_speaks_about_has_no_statements(comparing: Comparing) -> None:
    comparing.selection.choose("bare")
    comparing.controller.list_statements(100, lambda _: None, lambda: None)
    assert comparing.said.words == ["No source is recorded for this field."]
