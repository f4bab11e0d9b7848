from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.corpus.load import load
from tui.export.svg.timeline_svg import timeline_svg
from tui.export.text.timeline_text import NOTHING, timeline_list, timeline_text
from tui.model.corpus import Corpus
from tui.model.dates import Edtf
from tui.model.format import EN, FR, ISO, Locale
from tui.model.quantities import Quantity
from tui.model.records import Deal, Party
from tui.model.widths import cells
from tui.timeline.axis.scale import TimeScale
from tui.timeline.axis.ticks import ticks
from tui.timeline.drawing.draw import Painter
from tui.timeline.layout.frame import label_columns
from tui.timeline.marks.record_marks import marks_of_records
from tui.timeline.timeline import Timeline
from tui.timeline.walk import next_lane, next_mark

if TYPE_CHECKING:
    from tui.timeline.drawing.lane_row import Measure

SHIPPED = load(Path(__file__).parents[2] / "data" / "deals.yaml").corpus
TODAY = date(2026, 1, 1)

scales = st.builds(
    TimeScale,
    st.floats(1, 3_600_000),
    st.floats(0.05, 9000),
    st.integers(8, 300),
)
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def deal(number: int, when: str, payer: str = "a", amount: str = "1 bn USD") -> Deal:
    return Deal(
        f"deal-{number}", f"Deal {number}", payer, "b",
        announced=Edtf.parse(when), amount=Quantity.parse(amount),
    )  # fmt: skip


@given(scales, st.floats(0, 299))
def test_a_column_and_its_day_are_inverse_within_a_cell(scale: TimeScale, column: float) -> None:
    assert abs(scale.column(scale.day_at(column)) - column) < 1


@given(scales, st.floats(0.2, 5), st.floats(0, 200))
def test_zooming_keeps_the_day_under_the_cursor(scale: TimeScale, factor: float, at: float) -> None:
    zoomed = scale.zoomed(factor, at)
    anchored_start = scale.day_at(at) - at * zoomed.days_per_cell
    clamped = abs(zoomed.start - anchored_start) > 1e-3
    assert clamped or abs(zoomed.column(scale.day_at(at)) - at) < 1e-3


@given(scales)
@settings(max_examples=150)
def test_ticks_ascend_and_their_labels_never_overlap(scale: TimeScale) -> None:
    end = -1
    for tick in ticks(scale, EN):
        assert tick.column > end - 1
        assert tick.column >= 0
        assert tick.column + len(tick.label) <= scale.width
        end = tick.column + max(1, len(tick.label))


@given(
    st.lists(st.tuples(days, st.sampled_from("abcdef")), min_size=1, max_size=40),
    st.integers(30, 160),
    st.integers(1, 30),
    st.sampled_from(["payer", "status", "none"]),
)
@settings(max_examples=60, deadline=None)
def test_every_mark_in_view_is_reachable(
    dated: list[tuple[date, str]], width: int, height: int, by: str
) -> None:
    records = [deal(i, when.isoformat(), payer) for i, (when, payer) in enumerate(dated)]
    timeline = Timeline.build(records, Corpus(), by)
    labels = label_columns(width, height)
    scale = timeline.fit(width - labels.width)
    picture = Painter(timeline).picture(scale, height, None, TODAY, labels=labels)
    reachable = {
        key for row in range(height) for column in range(width) for key in picture.hit(column, row)
    }
    assert reachable == {record.id for record in records}
    assert len(picture.rows) == height


def test_a_year_is_a_bar_over_the_year_never_its_first_of_january() -> None:
    (mark,), undated = marks_of_records([deal(1, "2023")])
    assert (mark.first, mark.last) == (
        date(2023, 1, 1).toordinal(), date(2023, 12, 31).toordinal(),
    )  # fmt: skip
    assert undated == []


def test_an_open_interval_ends_somewhere_and_says_that_it_is_open() -> None:
    (mark,), _ = marks_of_records([deal(1, "../2024")])
    assert mark.open_start
    assert mark.last == date(2024, 12, 31).toordinal()


def test_records_without_a_date_are_counted_not_dropped() -> None:
    found, undated = marks_of_records([Deal("x", "No date")])
    assert (found, undated) == ([], ["x"])
    assert Timeline.build([Deal("x", "No date")], Corpus()).undated == ["x"]


def test_tranches_stand_beside_their_deal() -> None:
    timeline = Timeline.build(list(SHIPPED.records.values()), SHIPPED)
    keys = {mark.key for mark in timeline.marks}
    assert {"amazon-anthropic-2023", "amazon-anthropic-2023/second"} <= keys


def test_a_dense_lane_is_a_histogram_and_splits_when_zoomed_in() -> None:
    records = [deal(i, f"2023-{1 + i % 12:02}-{1 + i % 28:02}") for i in range(2000)]
    timeline = Timeline.build(records, Corpus())
    scale = timeline.fit(60)
    text = "".join(run.text for run in Painter(timeline).picture(scale, 6, None, TODAY).rows[2])
    assert set(text) & set("▃▄▅▆▇█")
    close = scale.zoomed(200, 30)
    row = "".join(run.text for run in Painter(timeline).picture(close, 6, None, TODAY).rows[2])
    assert not set(row) & set("▃▄▅▆▇█")


def test_the_selected_mark_is_the_one_drawn_as_such() -> None:
    timeline = Timeline.build(list(SHIPPED.records.values()), SHIPPED)
    picture = Painter(timeline).picture(timeline.fit(100), 10, "nvidia-anthropic-2025", TODAY)
    assert any(run.style == "selected" for row in picture.rows for run in row)
    place = picture.cell_of("nvidia-anthropic-2025")
    assert place is not None
    assert "nvidia-anthropic-2025" in picture.hit(place[1], place[0])


@pytest.mark.parametrize("by", ["payer", "payee", "instrument", "status", "article", "none"])
def test_walking_in_time_meets_every_dated_record_once(by: str) -> None:
    timeline = Timeline.build(list(SHIPPED.records.values()), SHIPPED, by)
    seen = [next_mark(timeline, None, 1)]
    while (following := next_mark(timeline, seen[-1], 1)) != seen[-1]:
        seen.append(following)
    assert len(seen) == len(set(seen)) == len(SHIPPED.records) - len(timeline.undated)


def test_the_next_lane_is_another_lane() -> None:
    timeline = Timeline.build(list(SHIPPED.records.values()), SHIPPED)
    lanes = timeline.lanes(1000)
    here = lanes[0].marks[0].record_id
    there = next_lane(timeline, here, 1)
    assert there in {mark.record_id for mark in lanes[1].marks}


def test_the_list_says_the_same_as_the_picture() -> None:
    records = list(SHIPPED.records.values())
    listed = [line.record_id for line in timeline_list(SHIPPED, records)]
    marks_of_records = Timeline.build(records, SHIPPED).marks
    assert sorted(listed) == sorted(mark.record_id for mark in marks_of_records)


def test_the_list_ends_with_the_records_that_have_no_date() -> None:
    records = {one.id: one for one in (Deal("never", "Never", "a", "b"), deal(1, "2023"))}
    listed = timeline_list(Corpus(records=records), list(records.values()))
    assert [line.record_id for line in listed] == ["deal-1", "never"]
    assert listed[-1].date.strip() == "no date"
    assert listed[-1].text.startswith("Never")


def test_the_list_tells_when_each_tranche_was_due() -> None:
    lines = timeline_list(SHIPPED, list(SHIPPED.records.values()))
    (rest,) = [line for line in lines if "The rest" in line.text]
    assert rest.date.startswith("27 Mar 2024")
    assert "$2.75 bn, committed" in rest.text.replace("\u00a0", " ")


def test_the_text_has_no_escape_without_colour() -> None:
    records = list(SHIPPED.records.values())
    plain = timeline_text(SHIPPED, records, width=100, colour=False)
    assert "\x1b" not in plain
    assert "Amazon backs Anthropic" in plain
    assert all(len(line) <= 100 for line in plain.splitlines()[:13])


@pytest.mark.parametrize("light", [True, False])
def test_the_picture_is_well_formed_and_carries_its_facts_and_sources(light: bool) -> None:
    svg = timeline_svg(SHIPPED, list(SHIPPED.records.values()), title="A <b> & c", light=light)
    root = ElementTree.fromstring(svg)
    text = " ".join(root.itertext())
    assert "A <b> & c" in text
    assert "Amazon backs Anthropic" in text
    assert "Reuters" in text


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_lines_of_the_list_fit_the_width(width: int) -> None:
    text = timeline_text(SHIPPED, list(SHIPPED.records.values()), width=width, colour=False)
    assert max(map(len, text.splitlines())) <= width
    assert "1.25 bn" in text


def test_names_in_wide_letters_take_no_room_from_the_lane() -> None:
    names = {"wide": "阿里巴巴集團控股有限公司", "plain": "Alibaba Group Holding Limited"}
    corpus = Corpus(parties={key: Party(key, name) for key, name in names.items()})
    records = [deal(at, "2023", payer=key) for at, key in enumerate(names)]
    timeline = Timeline.build(records, corpus)
    labels = label_columns(98, 8)
    scale = timeline.fit(98 - labels.width)
    for row in Painter(timeline).picture(scale, 8, None, TODAY, labels=labels).rows[2:4]:
        assert sum(cells(run.text) for run in row) == 98


def test_the_text_names_every_sign_and_has_no_empty_lanes() -> None:
    text = timeline_text(SHIPPED, list(SHIPPED.records.values()), width=100, colour=False)
    for meaning in ("● paid", "▲ article", "├─┤ some day in it", "2 records at one place"):
        assert meaning in text
    one = [deal(1, "2023")]
    picture = timeline_text(SHIPPED, one, width=100, colour=False).splitlines()
    assert [line[1:9].rstrip() for line in picture[:4]] == ["all (log", "", "a", ""]


@pytest.mark.parametrize("height", [1, 2, 3, 4, 5, 6, 9, 10, 18, 30])
def test_the_signs_are_told_in_the_picture_or_beside_it(height: int) -> None:
    few = Timeline.build([deal(1, "2023"), deal(2, "2024", "b")], SHIPPED)
    rows = Painter(few).picture(few.fit(64), height, None, TODAY).rows
    assert len(rows) == height
    said = " ".join("".join(run.text for run in row) for row in rows)
    assert ("◐ announced" in said) != ("◐ announced" in few.legend_beside(height, 64))


def test_nothing_to_draw_is_said() -> None:
    text = timeline_text(SHIPPED, [Deal("d1", "Deal", "a", "b")], width=100, colour=False)
    assert text == f"{NOTHING}\n\n1 without a date: d1\n"


@pytest.mark.parametrize(
    ("locale", "date", "label"),
    [(FR, "2023-07-14", "juil."), (FR, "2023-02-01", "févr."), (ISO, "2023-07-14", "07-")],
)
def test_the_axis_names_months_as_the_user_asked(locale: Locale, date: str, label: str) -> None:
    timeline = Timeline.build([deal(1, date)], Corpus())
    for zoom in (1, 1.5, 4, 12, 40):
        scale = timeline.fit(90).zoomed(1 / zoom, 45)
        labels = [tick.label for tick in ticks(scale, locale)]
        assert not {"Jul", "Feb", "Q1"} & {part for label in labels for part in label.split()}
    assert label in " ".join(tick.label for tick in ticks(timeline.fit(90), locale))


def test_a_dense_lane_can_show_how_much_instead_of_how_many() -> None:
    many = [deal(at, "2023-02-01", amount="1 M USD") for at in range(300)]
    large = [deal(300 + at, "2023-11-01", amount="500 bn USD") for at in range(30)]
    timeline = Timeline.build([*many, *large], Corpus())
    scale = timeline.fit(40)

    def heights(measure: Measure) -> str:
        picture = Painter(timeline).picture(scale, 6, None, TODAY, measure=measure)
        return "".join(run.text for run in picture.rows[2])[picture.label_width :].strip()

    assert (heights("count")[0], heights("count")[-1]) == ("█", "▁")
    assert (heights("amount")[0], heights("amount")[-1]) == ("▁", "█")
