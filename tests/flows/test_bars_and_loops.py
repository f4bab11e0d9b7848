"""Flows as they are drawn: bars, loops, the matrix; and the words that screens and verbs share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from running import SHIPPED

from tui.corpus.load import load
from tui.export.text.flows_text import flows_text
from tui.export.text.party_text import party_text
from tui.flows.bars import APPROXIMATE_END, BAR_SIGNS, BarScale, bar
from tui.flows.edges import COLUMNS, edges
from tui.flows.ego import ego
from tui.flows.matrix import matrix
from tui.flows.party_page import party_page
from tui.flows.words import COLUMN_NAMES, headline_words, sums_words
from tui.model.corpus import Corpus
from tui.model.locales import EN, FR, ISO
from tui.model.quantities import Quantity
from tui.model.records import Deal, Instrument, Party, Status, Tranche
from tui.model.widths import cells
from tui.widgets.drawing.flow_lines import (
    BarRow,
    Loop,
    bar_lines,
    loop_lines,
    matrix_cell,
    matrix_lines,
)
from tui.widgets.entries import Entry, Part, Target, side_by_side

if TYPE_CHECKING:
    from tui.flows.matrix import Sums
    from tui.model.records import Record

SHIPPED_CORPUS = load(SHIPPED).corpus
CORPUS = Corpus(
    parties={key: Party(key, key.title()) for key in ("amsel", "birke", "clivia", "distel")}
)


def deal(
    number: int,
    amount: str | None,
    status: Status = "committed",
    *tranches: Tranche,
    payer: str = "amsel",
    payee: str = "birke",
    instrument: Instrument = "equity",
) -> Deal:
    known = Quantity.parse(amount) if amount else None
    return Deal(f"d{number}", f"Deal {number}", payer, payee, status=status, tranches=tranches,
                amount=known, instrument=instrument)  # fmt: skip


def sums(*records: Record) -> Sums:
    return matrix(edges(records, CORPUS)).total


def text_of(entries: list[Entry]) -> list[str]:
    return ["".join(text for text, _ in entry.runs) for entry in entries]


# Bars


@given(st.lists(st.integers(1, 10**13), min_size=1, max_size=20), st.integers(1, 80))
def test_a_larger_sum_never_has_a_shorter_bar_and_the_largest_fills_its_room(
    amounts: list[int], room: int
) -> None:
    found = [sums(deal(0, f"{amount} USD")) for amount in amounts]
    scale = BarScale(found)
    lengths = [scale.length("USD", amount, room) for amount in sorted(amounts)]
    assert lengths == sorted(lengths)
    assert lengths[-1] == room
    assert lengths[0] >= 1


def test_currencies_have_scales_of_their_own() -> None:
    scale = BarScale([sums(deal(1, "1 M USD"), deal(2, "1 tn EUR"))])
    assert scale.length("USD", 1e6, 20) == scale.length("EUR", 1e12, 20) == 20
    assert scale.length("GBP", 1e12, 20) == 0


def test_every_column_has_a_sign_of_its_own_and_what_is_about_a_sum_ends_open() -> None:
    assert len(set(BAR_SIGNS.values())) == len(COLUMNS)
    assert bar("paid", 5) == "█████"
    assert bar("ceiling", 5, approximate=True) == "▒▒▒▒" + APPROXIMATE_END


def test_a_pair_has_a_bar_for_each_column_and_its_name_once() -> None:
    first = Tranche("first", amount=Quantity.parse("1 bn USD"), status="paid")
    found = sums(deal(1, "up to 5 bn USD", "committed", first), deal(2, None, "rumoured"))
    lines = text_of(bar_lines([BarRow("  → Birke", found)], 80, BarScale([found]), EN))
    assert [line.split()[-2:] for line in lines] == [
        ["bn", "paid"], ["$5", "bn"], ["sum", "rumoured"],
    ]  # fmt: skip
    assert sum("Birke" in line for line in lines) == 1
    assert "up to $5 bn" in lines[1]
    assert "1 deal, no sum" in lines[2]


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("locale", [EN, FR, ISO])
def test_no_figure_is_cut_and_no_line_is_wider_than_the_screen(width: int, locale: object) -> None:
    found = matrix(edges(SHIPPED_CORPUS.records.values(), SHIPPED_CORPUS)).cells
    scale = BarScale(cell.sums for cell in found.values())
    rows = [
        BarRow("  → a party with a very long name indeed", cell.sums) for cell in found.values()
    ]
    lines = text_of(bar_lines(rows, width, scale, locale))  # type: ignore[arg-type]
    assert max(map(cells, lines)) <= width - 2
    told = {"en": "$1.4 tn", "fr": "1\u202f400 Md$", "iso": "1\u202f400\u202f000\u202f000\u202f000"}
    assert told[locale.name] in "\n".join(lines)  # type: ignore[attr-defined]


# Loops


def loop(ratio: str = "at least 6 × comes back", told: bool = True) -> Loop:
    ways = Target("deals", "out"), Target("deals", "back")
    return Loop("Amsel", "Birke", "up to $5 bn", "$30 bn", ratio, told, ("proved", "judged"), ways)


def test_a_loop_goes_out_and_comes_back_under_itself_with_both_sums_and_the_ratio() -> None:
    out, back = loop_lines([loop()], 100)
    assert "Amsel ─ up to $5 bn ─→ Birke   at least 6 × comes back" in text_of([out])[0]
    assert "╰←─" in text_of([back])[0]
    assert "$30 bn" in text_of([back])[0]
    assert (out.target, back.target) == loop().ways
    turn = text_of([out])[0].index("→")
    assert text_of([back])[0].index("╯") in (turn, turn - 1)


@pytest.mark.parametrize("width", [36, 60, 80, 120])
def test_loops_fit_any_screen_and_keep_their_sums(width: int) -> None:
    lines = text_of(loop_lines([loop(), loop("no ratio: the sum spent is not told", False)], width))
    assert max(map(cells, lines)) <= width
    assert sum("up to $5 bn" in line for line in lines) == 2


# The matrix


def test_payees_that_have_no_room_beside_each_other_follow_below() -> None:
    target = Target("deals", "d")
    cell = matrix_cell(sums(deal(1, "30 bn USD")), target, EN)
    found = {(0, at): cell for at in range(9)}
    for width, tables in ((30, 4), (200, 1)):
        lines = matrix_lines(["Amsel"], [f"payee {at}" for at in range(9)], found, width)
        rows = [entry for entry in lines if entry.parts]
        assert len(rows) >= tables
        leading = [part for entry in rows for part in entry.parts if part.target]
        assert len(leading) == 9
        assert all(part.start < width for part in leading)


def test_a_cell_shows_its_firmest_sum_and_that_there_is_more() -> None:
    first = Tranche("first", amount=Quantity.parse("1 bn USD"), status="paid")
    found = sums(deal(1, "up to 5 bn USD", "committed", first))
    shown = matrix_cell(found, Target("deals", "d"), EN)
    assert (shown.text, shown.column) == ("$1 bn+", "paid")
    most = matrix_cell(sums(deal(1, "up to 5 bn USD")), Target("deals", "d"), EN)
    assert (most.text, most.column) == ("≤ $5 bn", "ceiling")


# Words


def test_sums_are_told_column_by_column_announced_apart_from_what_is_at_most() -> None:
    found = sums(
        deal(1, "1.25 bn USD", "paid"), deal(2, "up to 5 bn USD"), deal(3, "2 bn USD", "announced"),
        deal(4, "several bn USD", "rumoured"),
    )  # fmt: skip
    assert sums_words(found["USD"], "USD", EN) == (
        "$1.25 bn paid, $2 bn announced, up to $5 bn, 1 rumoured deal without a sum"
    )


def test_a_long_sum_is_rounded_and_says_so() -> None:
    found = sums(deal(1, "1.4 tn USD"), deal(2, "76.75 bn USD"))
    assert sums_words(found["USD"], "USD", EN) == "≈ $1.477 tn committed"
    assert sums_words(found["USD"], "USD", ISO).startswith("1\u202f476\u202f750\u202f000\u202f000")
    assert sums_words(sums(deal(1, "3.304 bn USD"))["USD"], "USD", EN) == "$3.304 bn committed"


def headline(*records: Record, party: str = "birke") -> str:
    return headline_words(ego(party, edges(records, CORPUS), CORPUS), EN)


def test_the_headline_tells_what_more_may_come_and_counts_nothing_twice() -> None:
    first = Tranche("first", amount=Quantity.parse("1.25 bn USD"), status="paid")
    second = Tranche("second", amount=Quantity.parse("2.75 bn USD"), status="committed")
    whole = deal(1, "up to 4 bn USD", "committed", first, second)
    assert headline(whole) == "in $1.25 bn paid, $2.75 bn committed"
    more = deal(2, "up to 5 bn USD", payer="clivia")
    assert headline(whole, more) == "in $1.25 bn paid, $2.75 bn committed, up to $5 bn more"


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (deal(1, "up to 5 bn USD"), "in up to $5 bn"),
        (deal(1, "2 bn USD", "announced"), "in up to $2 bn"),
        (deal(1, "about 2 bn USD", "paid"), "in about $2 bn paid"),
        (deal(1, "more than 2 bn USD"), "in > $2 bn committed, more without a limit"),
        (deal(1, None), "in 1 deal without a sum"),
        (deal(1, "2 bn USD", "rumoured"), "in rumours only"),
        (deal(1, "2 bn USD", payer="birke", payee="amsel"), "out $2 bn committed"),
    ],
)
def test_a_headline_says_no_more_than_is_known(record: Deal, words: str) -> None:
    assert headline(record) == words


def test_screens_and_verbs_use_the_same_words() -> None:
    records = list(SHIPPED_CORPUS.records.values())
    page = party_page("anthropic", SHIPPED_CORPUS)
    said = headline_words(page.flows, EN)
    assert said.startswith("in $3.304 bn paid, $2.75 bn committed, up to $16.5 bn more; out")
    assert said in party_text("anthropic", SHIPPED_CORPUS, width=200)
    table = flows_text(SHIPPED_CORPUS, records)
    for name in COLUMN_NAMES.values():
        assert name in table
    assert "1 deal, no sum" in table
    assert " ?" not in table


# Side by side


def test_two_lists_stand_beside_each_other_and_each_line_leads_where_it_says() -> None:
    one, other = Target("record", "one"), Target("record", "other")
    lines = side_by_side(
        [Entry([("a", "")], one)], [Entry([("b", "")]), Entry([("c", "")], other)], 40
    )
    assert [line.all_parts[1].start for line in lines] == [40, 40]
    first, second = lines
    assert first.part_at(60) == first.part_at(0) == Part(0, [("a", "")], one)
    assert second.part_at(0) == Part(40, [("c", "")], other)
