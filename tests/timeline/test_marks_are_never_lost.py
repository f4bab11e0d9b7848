"""No mark is lost, whatever the zoom, the width, the lanes; and one record is where it is drawn."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.corpus import Corpus
from tui.model.dates import Edtf
from tui.model.locales import EN
from tui.model.quantities import Quantity
from tui.model.records import Deal, Status
from tui.timeline.axis.scale import TimeScale
from tui.timeline.axis.ticks import ticks
from tui.timeline.drawing.cells import Cells
from tui.timeline.drawing.draw import Painter
from tui.timeline.drawing.legend import legend_entries, legend_row
from tui.timeline.layout.lane_index import LaneIndex
from tui.timeline.layout.lanes import chronological
from tui.timeline.marks.mark_cache import MarkCache
from tui.timeline.marks.record_marks import TimelineMark, marks_of_records
from tui.timeline.marks.symbols import symbol
from tui.timeline.timeline import Timeline

TODAY = date(2026, 1, 1)
years = st.integers(1990, 2040)
dates = st.one_of(
    st.dates(date(1990, 1, 1), date(2040, 1, 1)).map(str),
    years.map(str),
    years.map(lambda year: f"{year}-06~"),
    years.map(lambda year: f"{year}?"),
    years.map(lambda year: f"../{year}"),
    years.map(lambda year: f"{year}/.."),
    years.map(lambda year: f"{year}/{year + 9}"),
)
deals = st.lists(st.tuples(dates, st.sampled_from("abcdefgh")), min_size=1, max_size=50).map(
    lambda found: [
        Deal(f"r{at}", "title", payer, "x",
             announced=Edtf.parse(when), amount=Quantity.parse("1 bn USD"))
        for at, (when, payer) in enumerate(found)
    ]
)  # fmt: skip
groupings = st.sampled_from(["payer", "payee", "status", "instrument", "article", "none"])


@given(deals, st.integers(5, 60), st.integers(1, 30), st.floats(0.1, 400), st.floats(-50, 50),
       groupings)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_every_mark_in_sight_is_under_some_cell_at_any_zoom_width_and_number_of_lanes(
    records: list[Deal], width: int, height: int, zoom: float, pan: float, by: str
) -> None:
    timeline = Timeline.build(records, Corpus(), by)
    scale = timeline.fit(width).zoomed(zoom, width / 3).panned(pan)
    picture = Painter(timeline).picture(scale, height, "r0", TODAY)
    begin, end = scale.day_at(0), scale.day_at(width)
    in_sight = {mark.key for mark in timeline.marks if mark.first < end and mark.last + 1 > begin}
    cells = [
        (picture.label_width + column, row) for row in range(height) for column in range(width)
    ]
    assert {key for cell in cells for key in picture.hit(*cell)} == in_sight
    assert [sum(len(run.text) for run in row) for row in picture.rows] == (
        [picture.label_width + width] * height
    )
    for record in records:
        cell_of_record = picture.cell_of(record.id)
        if cell_of_record is not None:
            assert record.id in picture.hit(cell_of_record[1], cell_of_record[0])
        else:
            assert record.id not in in_sight


@given(deals, st.integers(1, 12), groupings)
@settings(max_examples=60, deadline=None)
def test_lanes_hold_every_mark_once_however_few_they_are(
    records: list[Deal], limit: int, by: str
) -> None:
    timeline = Timeline.build(records, Corpus(), by)
    lanes = timeline.lanes(limit)
    assert len(lanes) <= limit
    keys = sorted(mark.key for lane in lanes for mark in lane.marks)
    assert keys == sorted(mark.key for mark in timeline.marks)
    for lane in lanes:
        assert list(lane.marks) == sorted(lane.marks, key=chronological)
    for mark in timeline.marks:
        assert mark in lanes[timeline.lane_position(mark, limit)].marks


@given(deals, st.floats(726_000, 746_000), st.floats(0, 4000))
@settings(max_examples=80, deadline=None)
def test_the_index_of_a_lane_finds_what_looking_at_every_mark_finds(
    records: list[Deal], begin: float, length: float
) -> None:
    all_marks = sorted(marks_of_records(records)[0], key=chronological)
    index, end = LaneIndex(all_marks), begin + length
    overlapping = {m.key for m in all_marks if m.first < end and m.last + 1 > begin}
    if length:
        assert {m.key for m in index.overlapping(begin, end)} == overlapping
    assert {m.key for m in index.spanning(begin)} == {
        m.key for m in all_marks if m.first < begin < m.last + 1
    }
    assert {m.key for m in index.centred_in(begin, end)} == {
        m.key for m in all_marks if begin <= m.middle < end
    }
    days = [begin + length * step / 7 for step in range(8)]
    assert sum(index.counts(days)) == len(index.centred_in(begin, end))
    assert sum(index.amounts(days, "USD")) == 10**9 * len(index.centred_in(begin, end))
    nearest = index.nearest(round(2 * begin))
    assert nearest is not None
    assert abs(nearest.twice_middle - round(2 * begin)) == min(
        abs(m.twice_middle - round(2 * begin)) for m in all_marks
    )


scales = st.builds(TimeScale, st.floats(1, 3_600_000), st.floats(0.05, 9000), st.integers(8, 300))


@given(scales)
@settings(max_examples=100)
def test_the_day_of_a_tick_is_the_day_of_its_column_within_a_cell(scale: TimeScale) -> None:
    shown = ticks(scale, EN)
    assert [tick.column for tick in shown] == sorted({tick.column for tick in shown})
    for tick in shown:
        assert abs(scale.column(scale.day_at(tick.column)) - tick.column) < 1
        if len(tick.label) == 4 and tick.label.isdigit():
            new_year = date(int(tick.label), 1, 1).toordinal()
            assert abs(scale.column(new_year) - tick.column) <= 1


@given(scales, st.floats(1, 3_600_000), st.floats(1, 3_600_000))
def test_later_days_are_never_further_left(scale: TimeScale, one: float, other: float) -> None:
    early, late = sorted((one, other))
    assert scale.column(early) <= scale.column(late)


# The cache of all marks


def test_the_cache_gives_the_same_marks_as_making_them_afresh() -> None:
    records = {
        f"d{at}": Deal(f"d{at}", "t", "a", "b",
                       announced=Edtf.parse(str(1990 + at % 40)) if at % 7 else None)
        for at in range(4_500)
    }  # fmt: skip
    corpus = Corpus(records=dict(records))
    selected = [record for at, record in enumerate(records.values()) if at % 2]
    cache = MarkCache(corpus)
    for _ in range(2):
        cached, undated = cache.marks_of(selected)
        fresh, without = marks_of_records(selected)
        assert cached == sorted(fresh, key=chronological)
        assert undated == without
    assert cache.marks_of(list(records.values())).undated == [f"d{at}" for at in range(0, 4_500, 7)]


def test_the_cache_does_not_answer_for_records_that_were_edited() -> None:
    def corpus(year: str) -> Corpus:
        made = [Deal(f"d{at}", "t", announced=Edtf.parse(year)) for at in range(2_100)]
        return Corpus(records={record.id: record for record in made})

    cache = MarkCache(corpus("2001"))
    for year in ("2001", "2002"):
        edited = corpus(year)
        found, _ = cache.marks_of(list(edited.records.values()))
        assert {mark.first for mark in found} == {date(int(year), 1, 1).toordinal()}


# Signs


def _mark(status: Status, instrument: str, amount: str = "1 bn USD") -> TimelineMark:
    deal = Deal("d", "t", announced=Edtf.parse("2023"), status=status,
                instrument=instrument, amount=Quantity.parse(amount))  # type: ignore[arg-type]  # fmt: skip
    return marks_of_records([deal])[0][0]


def test_without_colour_every_status_has_a_sign_of_its_own_whatever_the_deal_is_made_in() -> None:
    statuses: list[Status] = ["paid", "committed", "announced", "rumoured", "cancelled"]
    signs = [
        {symbol(_mark(status, instrument)) for instrument in ("equity", "debt", "supply-agreement")}
        for status in statuses
    ]
    assert [len(found) for found in signs] == [1] * 5
    assert len(set.union(*signs)) == 5
    assert all(len(sign) == 1 for sign in set.union(*signs))


@given(st.integers(1, 200))
@settings(max_examples=40)
def test_the_legend_fills_its_line_and_no_more(width: int) -> None:
    found = [_mark("paid", "equity"), _mark("cancelled", "debt")]
    assert sum(len(run.text) for run in legend_row(legend_entries(found), width)) == width


def test_the_legend_names_only_what_occurs() -> None:
    line = legend_row(legend_entries([_mark("cancelled", "equity")]), 200)
    words = "".join(run.text for run in line)
    assert "cancelled" in words
    assert "rumoured" not in words
    assert "date open" not in words


@given(st.lists(st.tuples(st.integers(-5, 25), st.sampled_from("ab")), max_size=30))
def test_runs_are_the_cells_and_neighbours_differ_in_style(puts: list[tuple[int, str]]) -> None:
    cells = Cells(20)
    for column, char in puts:
        cells.put(column, char, char)
    runs = cells.runs()
    assert "".join(run.text for run in runs) == "".join(cells.chars)
    assert all(one.style != other.style for one, other in pairwise(runs))


def test_a_record_between_two_histogram_cells_can_still_be_reached() -> None:
    first = date(2023, 1, 1)
    records = [
        Deal(f"d{at}", "t", "a", "b", announced=Edtf.parse(str(first + timedelta(days=at % 360))))
        for at in range(1_500)
    ]
    timeline = Timeline.build(records, Corpus())
    picture = Painter(timeline).picture(timeline.fit(60), 5, "d7", TODAY)
    cell = picture.cell_of("d7")
    assert cell is not None
    assert "d7" in picture.hit(cell[1], cell[0])
