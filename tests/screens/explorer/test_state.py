"""One immutable view at a time; whoever observes is given the one before and the next."""

from __future__ import annotations

import dataclasses
from dataclasses import replace

import pytest

from tui.screens.explorer.state import ExplorerState, View


def test_observers_are_told_in_their_order_of_the_view_before_and_after() -> None:
    state = ExplorerState()
    told: list[tuple[str, str, str]] = []
    state.observe(lambda before, after: told.append(("first", before.query, after.query)))
    state.observe(lambda before, after: told.append(("second", before.query, after.query)))
    state.show(replace(state.view, query="amazon"))
    state.show(replace(state.view, query=""))
    assert told == [
        ("first", "", "amazon"),
        ("second", "", "amazon"),
        ("first", "amazon", ""),
        ("second", "amazon", ""),
    ]


def test_a_view_that_was_handed_to_a_thread_never_changes() -> None:
    state = ExplorerState()
    state.show(replace(state.view, query="amazon", order="date"))
    handed = state.view.search_place
    state.show(replace(state.view, query="google", order=None))
    assert (handed.query, handed.order, handed.record) == ("amazon", "date", None)
    with pytest.raises(dataclasses.FrozenInstanceError):
        handed.query = "nvidia"  # type: ignore[misc] # that it is frozen is what is tested
    with pytest.raises(dataclasses.FrozenInstanceError):
        state.view.query = "nvidia"  # type: ignore[misc] # likewise


def test_an_observer_cannot_show_another_view_to_those_after_it() -> None:
    state = ExplorerState()
    state.observe(lambda _, after: state.show(replace(after, query="other")))
    with pytest.raises(RuntimeError, match="an observer draws"):
        state.show(replace(state.view, query="amazon"))


def test_after_an_observer_failed_the_next_view_is_told_all_the_same() -> None:
    state = ExplorerState()
    told: list[View] = []

    def fail_once(before: View, after: View) -> None:
        told.append(after)
        if len(told) == 1:
            raise ValueError("cannot be drawn")

    state.observe(fail_once)
    with pytest.raises(ValueError, match="cannot be drawn"):
        state.show(replace(state.view, query="amazon"))
    state.show(replace(state.view, query="google"))
    assert [view.query for view in told] == ["amazon", "google"]
    assert state.view.query == "google"
