"""The window on a timeline: what is in view, without a screen."""

from __future__ import annotations

from datetime import date

import pytest
from running import SHIPPED

from tui.corpus.load import load
from tui.model.dates import Edtf
from tui.timeline.timeline import Timeline
from tui.widgets.timeline.window import TimeWindow

CORPUS = load(SHIPPED).corpus
EARLY, LATE = "tallinn-anthropic-2021", "nvidia-anthropic-2025"


@pytest.fixture
def window() -> TimeWindow:
    window = TimeWindow()
    window.resize(100, 10)
    window.show(Timeline.build(list(CORPUS.records.values()), CORPUS, "payer"))
    return window


def days(window: TimeWindow) -> tuple[float, float]:
    """The first day in view, and how many a cell stands for."""
    assert window.scale is not None
    return window.scale.start, window.scale.days_per_cell


def test_without_a_timeline_or_without_room_there_is_nothing_to_see(window: TimeWindow) -> None:
    empty = TimeWindow()
    empty.resize(100, 10)
    assert (empty.scale, empty.picture) == (None, None)
    empty.zoom(1)
    empty.pan(3)
    empty.walk_to(EARLY)
    window.resize(100, 0)
    assert window.picture is None


def test_a_picture_is_painted_once_until_something_changes(window: TimeWindow) -> None:
    first = window.picture
    assert first is window.picture
    window.select(EARLY)
    assert window.picture is not first


def test_zooming_in_and_out_again_comes_back_and_keeps_the_column(window: TimeWindow) -> None:
    before = days(window)
    scale = window.scale
    assert scale is not None
    day = scale.day_at(20.5)
    window.zoom(1, 20.5)
    assert window.scale is not None
    assert window.scale.column(day) == pytest.approx(20.5)
    assert days(window)[1] < before[1]
    window.zoom(-1, 20.5)
    assert days(window) == pytest.approx(before)


def test_zooming_keeps_the_selected_mark_in_place(window: TimeWindow) -> None:
    window.select(LATE)
    assert window.timeline is not None
    assert window.scale is not None
    middle = window.timeline.middle(LATE)
    assert middle is not None
    column = window.scale.column(middle)
    window.zoom(1)
    assert window.scale is not None
    assert window.scale.column(middle) == pytest.approx(column)


def test_walking_to_a_mark_that_is_out_of_sight_brings_it_to_the_middle(
    window: TimeWindow,
) -> None:
    window.select(LATE)
    for _ in range(6):
        window.zoom(1)
    assert window.picture is not None
    assert window.picture.cell_of(EARLY) is None
    window.walk_to(EARLY)
    assert window.picture is not None
    assert window.picture.cell_of(EARLY) is not None


def test_a_date_is_looked_at_in_the_middle(window: TimeWindow) -> None:
    window.zoom(1)
    window.centre(Edtf.parse("2024-03"))
    scale = window.scale
    assert scale is not None
    assert scale.column(date(2024, 3, 16).toordinal()) == pytest.approx(scale.width / 2, abs=1)


def test_all_of_time_stays_in_view_when_other_records_come_and_a_stretch_stays_that_stretch(
    window: TimeWindow,
) -> None:
    some = [CORPUS.records[LATE]]
    fitted = days(window)
    window.show(Timeline.build(some, CORPUS, "payer"))
    assert days(window) != fitted
    window.zoom(1)
    assert window.scale is not None
    looked_at = window.scale.day_at(window.scale.width / 2), window.scale.days_per_cell
    window.show(Timeline.build(list(CORPUS.records.values()), CORPUS, "payer"))
    middle = window.scale.day_at(window.scale.width / 2), window.scale.days_per_cell
    assert middle == pytest.approx(looked_at)
    window.fit()
    assert days(window) == fitted
