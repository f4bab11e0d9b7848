"""The picture that is taken along: no sign over another, nothing lost, signs explained."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.export.svg.flows_svg import flows_svg
from tui.export.svg.timeline_layout import (
    LARGE,
    PLAIN,
    SMALL,
    place_symbols,
    radius_of,
    size_ranges,
)
from tui.export.svg.timeline_svg import timeline_svg
from tui.model.corpus import Corpus
from tui.model.dates import Edtf
from tui.model.quantities import Quantity
from tui.model.records import Article, Deal, Evidence, Status
from tui.timeline.marks.record_marks import marks_of_records

statuses: st.SearchStrategy[Status] = st.sampled_from(["paid", "announced", "cancelled"])


def deal(number: int, when: str, amount: str, status: Status = "paid") -> Deal:
    return Deal(f"d{number}", f"Deal {number}", "a", "b", status=status,
                announced=Edtf.parse(when), amount=Quantity.parse(amount))  # fmt: skip


@given(
    st.lists(
        st.tuples(
            st.one_of(
                st.integers(2000, 2030).map(str),
                st.dates(date(2000, 1, 1), date(2029, 12, 31)).map(str),
            ),
            st.sampled_from(["1 M USD", "1 bn USD", "900 bn USD", "80 %", "undisclosed"]),
        ),
        min_size=1,
        max_size=60,
    )
)
@settings(max_examples=60, deadline=None)
def test_no_sign_lies_over_another_and_each_mark_is_in_one(found: list[tuple[str, str]]) -> None:
    own = marks_of_records([deal(at, *item) for at, item in enumerate(found)])[0]
    spots, height = place_symbols(
        own, lambda day: (day - 730_000) / 13, size_ranges(own), lambda _: "$1 bn"
    )
    assert sorted(mark.key for spot in spots for mark in spot.marks) == sorted(m.key for m in own)
    for at, spot in enumerate(spots):
        assert spot.y - spot.radius >= 0
        assert spot.y + spot.radius <= height
        for other in spots[at + 1 :]:
            apart = spot.right <= other.left or other.right <= spot.left
            assert apart or abs(spot.y - other.y) >= spot.radius + other.radius


def test_only_money_is_sized() -> None:
    found = [deal(1, "2023", "80 %"), deal(2, "2023", "1 M USD"), deal(3, "2023", "1 tn USD"),
             deal(4, "2023", "30 GW"), deal(5, "2023", "undisclosed")]  # fmt: skip
    own = marks_of_records(found)[0]
    radii = [radius_of(mark, size_ranges(own)) for mark in own]
    assert radii == [PLAIN, PLAIN, LARGE, PLAIN, SMALL]


@given(st.sets(statuses, min_size=1))
@settings(max_examples=8, deadline=None)
def test_the_legend_names_the_statuses_that_occur_and_no_others(shown: set[Status]) -> None:
    records = [deal(at, "2023", "1 bn USD", status) for at, status in enumerate(sorted(shown))]
    corpus = Corpus(records={record.id: record for record in records})
    root = ElementTree.fromstring(timeline_svg(corpus, records, title="Deals"))
    words = {(text.text or "").partition(" ")[0] for text in root.findall(".//{*}text")}
    assert words & {"paid", "announced", "cancelled", "rumoured"} == shown


def test_figures_keep_their_bounds_in_the_picture() -> None:
    records = [deal(1, "2023", "up to 4 bn USD"), deal(2, "2024", "more than 3 bn USD")]
    corpus = Corpus(records={record.id: record for record in records})
    words = set(re.findall(r">([^<>]+)</text>", timeline_svg(corpus, records)))
    assert {"up to $4 bn", "&gt; $3 bn"} <= words


def words_of(svg: str) -> list[str]:
    """What is written in a picture, from its top."""
    return [text.text or "" for text in ElementTree.fromstring(svg).findall(".//{*}text")]


def test_a_lane_with_more_than_has_room_is_a_histogram_that_loses_no_mark() -> None:
    many = [deal(at, f"2023-{at % 12 + 1:02}", "1 bn USD") for at in range(600)]
    few = [deal(600 + at, f"{2020 + at}", "1 bn USD", "announced") for at in range(3)]
    records = [*many, *few]
    corpus = Corpus(records={record.id: record for record in records})
    svg = timeline_svg(corpus, records, by="status")
    counts = [int(found) for found in re.findall(r": ([0-9,]+) marks?</title>", svg)]
    assert sum(counts) == 600
    assert f"{max(counts)}" in words_of(svg)
    assert "how many, where dense" in words_of(svg)
    assert words_of(svg).count("$1 bn") >= 3


def test_days_on_the_axis_stand_beside_their_month_and_year() -> None:
    records = [deal(1, "2024-02-29", "1 bn USD")]
    corpus = Corpus(records={record.id: record for record in records})
    assert "Feb 2024" in words_of(timeline_svg(corpus, records))


def test_today_is_a_dotted_line_named_with_its_day_where_the_picture_reaches_it() -> None:
    records = [deal(1, "2024-02-29", "1 bn USD"), deal(2, "2024-06", "1 bn USD")]
    corpus = Corpus(records={record.id: record for record in records})
    assert "today, 1 Apr 2024" in words_of(timeline_svg(corpus, records, today=date(2024, 4, 1)))
    later = words_of(timeline_svg(corpus, records, today=date(2026, 4, 1)))
    assert not [words for words in later if words.startswith("today")]


def test_a_picture_of_nothing_says_so_and_has_no_axis() -> None:
    words = words_of(timeline_svg(Corpus(), [Deal("d", "Deal", "a", "b")], title="Deals"))
    assert words == [
        "Deals",
        "0 records by payer; money sized on a log scale, by currency; 1 without a date",
        "No record here has a date.",
    ]


def test_sizes_are_explained_for_each_currency() -> None:
    records = [deal(1, "2023", "1 M USD"), deal(2, "2023", "5 bn EUR"), deal(3, "2024", "2 bn EUR")]
    corpus = Corpus(records={record.id: record for record in records})
    words = words_of(timeline_svg(corpus, records))
    assert words[-3:] == ["€2 bn", "€5 bn", "$1 M"]


def test_sources_are_those_of_what_is_shown_oldest_first() -> None:
    articles = {
        name: Article(name, f"{name}.txt", title=f"Of {year}", published=Edtf.parse(year))
        for name, year in (("late", "2025"), ("other", "2024"), ("early", "2023"))
    }
    deals = {"late": deal(1, "2023", "1 M USD"), "early": deal(2, "2023", "2 M USD")}
    records = [
        msgspec.structs.replace(one, evidence=(Evidence(("amount",), name, "x"),))
        for name, one in deals.items()
    ]
    corpus = Corpus(articles=articles, records={record.id: record for record in records})
    for svg in (timeline_svg(corpus, records), flows_svg(corpus, records)):
        words = words_of(svg)
        assert words[words.index("Sources") + 1 :] == ["2023, Of 2023", "2025, Of 2025"]
