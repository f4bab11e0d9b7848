"""Empty stretches are folded, and bars keep their scale."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.corpus import Corpus
from tui.model.dates import Edtf
from tui.model.locales import EN
from tui.model.quantities import Quantity
from tui.model.records import Deal, Status
from tui.platform.translation import use_language
from tui.timeline.axis.folds import day_of, find_folds, position_of
from tui.timeline.axis.scale import TimeScale
from tui.timeline.axis.ticks import ticks
from tui.timeline.drawing.amount_bars import PRESENT
from tui.timeline.drawing.draw import Painter
from tui.timeline.marks.mark_cache import MarkCache
from tui.timeline.marks.sizes import size_range
from tui.timeline.timeline import Timeline

TODAY = date(2040, 1, 1)
spans = st.lists(
    st.tuples(st.integers(700_000, 740_000), st.integers(0, 900)).map(
        lambda span: (span[0], span[0] + span[1])
    ),
    min_size=1,
    max_size=30,
).map(sorted)


def deal(name: str, when: str, amount: str = "1 bn USD", status: Status = "paid") -> Deal:
    return Deal(name, name, "a", "b", announced=Edtf.parse(when), status=status,
                amount=Quantity.parse(amount))  # fmt: skip


@given(spans)
def test_nothing_lies_in_a_fold(found: list[tuple[int, int]]) -> None:
    folds = find_folds(found)
    assert len(folds) <= 7
    for fold in folds:
        assert all(last < fold.first or first >= fold.end for first, last in found)
        assert fold.kept < fold.days


@given(spans, st.floats(690_000, 750_000), st.floats(690_000, 750_000))
def test_days_keep_their_order_and_find_their_way_back(
    found: list[tuple[int, int]], one: float, other: float
) -> None:
    folds = find_folds(found)
    early, late = sorted((one, other))
    assert position_of(early, folds) <= position_of(late, folds)
    assert abs(day_of(position_of(one, folds), folds) - one) < 1e-3


@given(spans, st.integers(20, 200), st.floats(0.2, 30), st.floats(0, 1))
@settings(max_examples=60)
def test_a_folded_scale_zooms_about_a_day_and_its_labels_never_overlap(
    found: list[tuple[int, int]], width: int, factor: float, share: float
) -> None:
    last = max(end for _, end in found)
    scale = TimeScale.fit(found[0][0], last, width, find_folds(found))
    at = share * width
    zoomed = scale.zoomed(factor, at)
    assert abs(zoomed.column(scale.day_at(at)) - at) < 1e-3 * width
    end = -1
    for tick in ticks(zoomed, EN):
        assert tick.column >= end
        end = tick.column + len(tick.label)
        assert end <= width


@pytest.mark.parametrize(("language", "length"), [("en", "⋯2 yr"), ("fr", "⋯2 ans")])
def test_a_fold_says_how_long_it_is_and_the_year_that_follows_is_told(
    language: str, length: str
) -> None:
    use_language(language)
    records = [
        deal("a", "2020-01"),
        deal("b", "2020-06"),
        deal("c", "2023-05"),
        deal("d", "2023-07"),
    ]
    timeline = Timeline.build(records, Corpus(), "payer", ())
    picture = Painter(timeline).picture(timeline.fit(100), 8, None, TODAY)
    axis = "".join(run.text for run in picture.rows[1])
    assert length in axis
    assert "2023" in axis.partition("⋯")[2]


def bars(records: list[Deal], corpus: Corpus, height: int = 4, width: int = 60) -> list[str]:
    timeline = Timeline.build(records, corpus, "payer", (), cache=MarkCache(corpus))
    picture = Painter(timeline).picture(timeline.fit(width), height, None, TODAY)
    rows = ["".join(run.text for run in row)[picture.label_width :] for row in picture.rows]
    return rows[: height - 2]


def test_a_bar_keeps_its_height_when_others_are_filtered_away() -> None:
    records = [deal("a", "2020", "2 M USD"), deal("b", "2021", "900 bn USD"),
               deal("c", "2022", "1 bn USD")]  # fmt: skip
    corpus = Corpus(records={record.id: record for record in records})
    everything = [row.replace(" ", "") for row in bars(records, corpus, 3)]
    assert [row.replace(" ", "") for row in bars(records[2:], corpus, 3)] == [everything[0][-1]]


def test_bars_grow_with_the_powers_of_ten() -> None:
    amounts = ["1 M USD", "10 M USD", "100 M USD", "1 bn USD", "10 bn USD", "100 bn USD"]
    records = [deal(f"d{at}", f"20{10 + at}", amount) for at, amount in enumerate(amounts)]
    corpus = Corpus(records={record.id: record for record in records})
    for height in (3, 4):
        rows = bars(records, corpus, height)
        columns = [at for at, char in enumerate(rows[-1]) if char != " "]
        heights = [sum(" ▁▂▃▄▅▆▇█".index(row[at]) for row in rows) for at in columns]
        assert heights == sorted(set(heights))
        assert len(heights) == len(amounts)


def test_a_bar_is_as_high_as_the_largest_deal_there_and_never_their_sum() -> None:
    one = [deal("a", "2020-01-01", "1 bn USD"), deal("z", "2024", "900 bn USD")]
    many = [*one, *(deal(f"d{at}", "2020-01-01", "1 bn USD") for at in range(40))]
    corpus = Corpus(records={record.id: record for record in many})
    assert bars(one, corpus)[-1][:5] == bars(many, corpus)[-1][:5]


def test_what_has_no_amount_in_the_currency_of_the_bars_is_a_dot() -> None:
    records = [deal("a", "2020", "1 bn USD"), deal("b", "2021", "2 bn USD"),
               deal("c", "2022", "9 bn EUR"), deal("d", "2023", "undisclosed"),
               deal("e", "2024", "9 bn USD", "cancelled")]  # fmt: skip
    corpus = Corpus(records={record.id: record for record in records})
    assert bars(records, corpus, 3)[-1].replace(" ", "")[2:] == PRESENT * 3


def test_the_scale_of_amounts_is_that_of_the_currency_in_which_most_deals_are() -> None:
    records = [deal("a", "2020", "1 bn EUR"), deal("b", "2021", "2 M USD"),
               deal("c", "2022", "3 M USD")]  # fmt: skip
    found = size_range(Timeline.build(records, Corpus(), "payer", ()).marks)
    assert found is not None
    assert found.unit == "USD"
    assert (found.level(2e6), found.level(3e6)) == (1, 24)
    assert (found.level(1), found.level(1e15)) == (1, 24)
