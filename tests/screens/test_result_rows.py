"""The two lines of a found record: what matched is shown, marked, and never cut away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from running import SHIPPED

from tui.corpus.load import load
from tui.model.corpus import Corpus
from tui.model.dates import Edtf
from tui.model.locales import EN
from tui.model.quantities import Quantity
from tui.model.records import Deal, Fact, Party
from tui.search.engine import build
from tui.widgets.drawing.highlighted_text import excerpt, marked, width_of
from tui.widgets.results.row import (
    column_heads,
    date_runs,
    headline_runs,
    list_columns,
    reason_runs,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.search.engine import Index
    from tui.widgets.drawing.line_pane import Run

ROOM = 24
"""Cells of the first line beside the date with 120 columns; the second has eight more."""


@pytest.fixture(scope="module", name="shipped")
def _shipped() -> Index:
    return build(load(SHIPPED).corpus)


def written(runs: Iterable[Run]) -> str:
    """Runs as text, marks in brackets."""
    return "".join(f"[{text}]" if "match" in style else text for text, style in runs)


def row(index: Index, query: str, record: str, room: int = ROOM) -> tuple[str, str, str]:
    """Date, headline and second line of a found record."""
    result = index.search(query)
    position = result.position(record)
    assert position is not None
    hit = result.hit(position)
    names = {party.id: party.name for party in index.corpus.parties.values()}
    found = index.corpus.records[record]
    return (
        written(date_runs(found, hit)).rstrip(),
        written(headline_runs(found, hit, names, room)),
        written(reason_runs(found, hit, names, room + 8, EN)),
    )


def test_the_line_of_an_article_is_cut_around_what_matched(shipped: Index) -> None:
    for query in ("symbiose", "vegas", "gigantesque"):
        result = shipped.search(query)
        for position in range(result.total):
            second = row(shipped, query, result.record_id(position))[2].casefold()
            assert f"[{query}" in second
            assert "]" in second.partition("[")[2], second


@pytest.mark.parametrize(
    ("query", "record", "headline"),
    [
        ("rainier", "rainier-capacity-2025", "…of project [Rainier]"),
        ("first money", "tallinn-anthropic-2021", "…its [first] [money]"),
        ("backs anthropic", "amazon-anthropic-2023", "Amazon [backs] [Anthropic]"),
        ("anthropic", "amazon-anthropic-2023", "Amazon → [Anthropic]"),
        ("amazon", "amazon-anthropic-exclusive-2025", "[Amazon] + Anthropic"),
        ("anthropic", "amazon-anthropic-exclusive-2025", "Amazon + [Anthropic]"),
        ("aws", "amazon-anthropic-2023", "[Amazon] → Anthropic"),
        ("sparkcap", "spark-anthropic-2023", "[Spark Cap]ital → Anthrop…"),
        ("amazon", "amazon-anthropic-stake-2025", "Anthropic · [Amazon]"),
    ],
)
def test_the_first_line_shows_the_parties_or_the_title_whichever_matched(
    shipped: Index, query: str, record: str, headline: str
) -> None:
    assert row(shipped, query, record)[1] == headline


@pytest.mark.parametrize(
    ("room", "headline"),
    [(18, "Anthropic · [Amazon]"), (15, "Anthr… · [Amazon]"), (13, "Ant… · [Amazon]"),
     (12, "…· [Amazon]"), (7, "…[Amazon]"), (5, "…[Ama…]")],
)  # fmt: skip
def test_with_little_room_the_name_that_did_not_match_is_shortened(
    shipped: Index, room: int, headline: str
) -> None:
    assert row(shipped, "amazon", "amazon-anthropic-stake-2025", room)[1] == headline
    runs = row(shipped, "anthropic", "amazon-anthropic-stake-2025", 15)
    assert runs[1] == "[Anthropic] · Am…"


@pytest.mark.parametrize(
    ("query", "record", "second"),
    [
        ("4bn", "amazon-anthropic-2023", "committed  up to $[4 bn]  convert…"),
        ("4000000000", "amazon-anthropic-2023", "committed  up to $[4 bn]  convert…"),
        ("convertible", "amazon-anthropic-2023", "up to $4 bn  [convertible] note"),
        ("committed", "amazon-anthropic-2023", "[committed]  up to $4 bn  convert…"),
        ("stake", "amazon-anthropic-stake-2025", "[stake]      < 1/3"),
        ("total", "anthropic-six-operations-2023", "[total]      $7 bn"),
        ("nvidia", "son-nvidia-sale-2025", "no figure  [Nvidia]"),
        ("round", "amazon-anthropic-2023", "up to $4 bn  [round]-trip"),
    ],
)
def test_the_second_line_marks_what_matched_before_all_else(
    shipped: Index, query: str, record: str, second: str
) -> None:
    assert row(shipped, query, record)[2] == second


def test_what_only_an_article_has_is_shown_beside_an_amount_that_matched(shipped: Index) -> None:
    _, first, second = row(shipped, "anthropic 4bn symbiose", "anthropic-amazon-cloud-2024")
    assert first == "[Anthropic] → Amazon"
    assert second.startswith("$[4 bn]  “")
    assert "[symbiose]" in second


def test_a_date_is_marked_as_it_is_shown() -> None:
    made = build(
        Corpus(
            records={
                "day": Deal("day", "A", announced=Edtf.parse("2023-04-05")),
                "span": Deal("span", "A", announced=Edtf.parse("2021-05/2023-02")),
            }
        )
    )
    assert row(made, "2023", "day")[0] == "[2023]-04-05"
    assert row(made, "2021", "span")[0] == "[2021]-05…"
    assert row(made, "2022", "span")[0] == "[2021-05…]"


def test_a_long_amount_in_letters_is_marked_where_it_is_written() -> None:
    amount = Quantity.parse("30123456789012 USD")
    made = build(Corpus(records={"d": Deal("d", "A", amount=amount)}))
    assert "[30123456789012] USD" in row(made, "30123456789012", "d", 16)[2]


def test_controls_in_names_and_titles_are_pictures() -> None:
    parties = {"a": Party("a", "Ev\x1bil Co")}
    made = build(Corpus(parties, records={"f": Fact("f", "T\x9bitle", "stake", "a")}))
    assert row(made, "co", "f")[1] == "Ev␛il [Co]"
    assert row(made, "itle", "f")[1] == "T␛[itle]"


_TEXTS = st.text(st.sampled_from("ab é日本 .-"), min_size=1, max_size=60)


@settings(max_examples=500)
@given(_TEXTS, st.data(), st.integers(2, 50))
def test_an_excerpt_fits_and_shows_the_beginning_of_the_first_mark(
    text: str, data: st.DataObject, room: int
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    runs = excerpt(text, [(start, end)], room)
    assert width_of(runs) <= room
    if cell_len(text) <= room:
        assert runs == marked(text, [(start, end)])
    shown = "".join(part for part, style in runs if "match" in style)
    if cell_len(text[start:end]) <= room - 4:
        assert shown.removesuffix("…") == text[start:end]
    elif room >= 6:
        assert shown.rstrip("…")[:1] == text[start] or text[start].isspace()


@given(
    st.integers(20, 220),
    st.dictionaries(st.sampled_from(["parties", "amount", "status", "kind"]), st.integers(4, 80)),
)
def test_columns_fill_a_line_and_parties_can_be_read_whatever_the_user_wished(
    width: int, wished: dict[str, int]
) -> None:
    columns = list_columns(width, wished)
    if not columns.amount:
        assert width < 58
        return
    gaps = sum(1 for cells in columns[1:] if cells)
    assert 9 + 2 + 2 + sum(columns) + gaps == width
    assert columns.parties >= min(16, width - 45)
    # What can be made wider can be made narrower again: its edge is there.
    _, edges = column_heads(columns)
    assert all(0 < edge.cell < width for edge in edges)
    assert (columns.title > 0) == ("parties" in {edge.column for edge in edges})
