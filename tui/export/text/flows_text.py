"""Who pays whom as plain text: readable in a log, by a screen reader, and without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.export.text.columns import fold, held, parted, table, table_width
from tui.flows.cycles import MAX_LENGTH, search_cycles
from tui.flows.edges import COLUMNS, Column, edges
from tui.flows.matrix import Sums, matrix
from tui.flows.trips import round_trips
from tui.flows.words import (
    COLUMN_MEANINGS,
    NO_FIGURE_SIGN,
    cycle_words,
    link_words,
    party_words,
    sum_words,
    trip_words,
)
from tui.model.format import EN, Locale, counted
from tui.model.safe_text import safe_line
from tui.model.widths import cells, cut_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tui.flows.cycles import CycleSearch
    from tui.flows.sums import Sum
    from tui.flows.trips import Link, RoundTrip
    from tui.model.corpus import Corpus
    from tui.model.records import Record

_NOTHING = "–"
_BETWEEN = " → "
_NAME = 30
"""Cells for names, unless shorter ones do, without which the sums stand below them."""
_MOST = 200


def flows_text(
    corpus: Corpus,
    records: Iterable[Record],
    *,
    width: int = 100,
    locale: Locale = EN,
    state: Callable[[str], str] | None = None,
) -> str:
    """The flows of some records: a table a currency, round trips, longer cycles.

    Args:
        corpus: Names of parties and articles.
        records: What to show, in any order.
        width: Cells of a line; below what a table needs, the sums stand under the parties.
        locale: How figures are written.
        state: How far a record is proved, to stand behind each deal of a trip.
    """
    flows = edges(records, corpus)
    if not flows:
        return "No deal here names who pays or who is paid.\n"
    whole = matrix(flows)
    deals = len({edge.deal_id for edge in flows})
    parties = len(whole.parties)
    lines = [
        "Who pays whom",
        f"{counted(deals, 'deal')}, {counted(parties, 'party', 'parties')}",
        "",
    ]
    for unit in whole.units:
        cells, others = whole.cells.heaviest(unit, _MOST)
        rows = [
            ((party_words(cell.payer, corpus), party_words(cell.payee, corpus)), cell.sums)
            for cell in cells
        ]
        lines += sums_table(rows, unit, width=width, locale=locale, total=whole.total)
        if others:
            lines += fold(f"(the {_MOST} largest; {others} other pairs are in “all” only)", width)
        lines.append("")
    lines += legend([whole.total], width)
    trips = round_trips(flows, corpus)
    lines += trips_lines(trips, corpus, width=width, locale=locale, state=state)
    lines += _cycle_lines(search_cycles(flows), corpus, width, locale, state)
    return "\n".join(lines).rstrip() + "\n"


def sums_table(
    rows: Sequence[tuple[tuple[str, ...], Sums]],
    unit: str,
    *,
    width: int,
    locale: Locale,
    total: Sums | None = None,
) -> list[str]:
    """One line a row and one column a kind of sum, headed by the unit; lists when too narrow.

    A row is named by one party, or by payer and payee. With more than one row, `total` is the
    last. Columns are never added to each other.
    """
    heading = safe_line(unit) or "No sum told"
    if total is not None and len(rows) > 1:
        rows = [*rows, (("all",), total)]
    told = [
        [safe_line(sum_words(_part(sums, unit, at), unit, at, locale)) for at in COLUMNS]
        for _, sums in rows
    ]
    body = [[_BETWEEN.join(names), *sums] for (names, _), sums in zip(rows, told, strict=True)]
    head = [heading, *COLUMNS]
    room = width - table_width([head, *body])
    if room >= min(_NAME, max(cells(name) for name, *_ in body)):
        for line, (names, _) in zip(body, rows, strict=True):
            line[0] = cut_parts(names, _BETWEEN, room)
        return table(
            [head, *([name, *(text or _NOTHING for text in sums)] for name, *sums in body)], width
        )
    lines = [heading]
    for name, *sums in body:
        lines += fold(name, width, "  ")
        lines += [
            f"  {column:<9}  {text}" for column, text in zip(COLUMNS, sums, strict=True) if text
        ]
    return lines


def legend(sums: Iterable[Sums], width: int) -> list[str]:
    """What the columns and the question mark mean, those only that are shown."""
    shown = [columns for each in sums for columns in each.values()]
    lines = [
        f"{column}: {COLUMN_MEANINGS[column]}"
        for column in COLUMNS
        if any(column in columns for columns in shown)
    ]
    if any(part.uncounted for columns in shown for part in columns.values()):
        lines.append(f"1 {NO_FIGURE_SIGN}: one flow whose sum is told in words, or not at all")
    lines.append("Columns are never added to each other, and no currency is converted.")
    return [line for text in lines for line in fold(text, width, "  ")]


def trips_lines(
    trips: Sequence[RoundTrip],
    corpus: Corpus,
    *,
    width: int,
    locale: Locale,
    state: Callable[[str], str] | None,
) -> list[str]:
    """The round trips with the deals behind both ways, under a heading."""
    lines = ["", f"Round trips: {len(trips) or 'none'}"]
    for trip in trips[:_MOST]:
        words = trip_words(trip, corpus, locale, held)
        lines += ["", *map(parted, fold(words, width, "  "))]
        lines += _link_lines("out", trip.out, corpus, width, state)
        lines += _link_lines("back", trip.back, corpus, width, state)
    if len(trips) > _MOST:
        lines += ["", f"… and {len(trips) - _MOST} other round trips"]
    return lines


def _cycle_lines(
    search: CycleSearch,
    corpus: Corpus,
    width: int,
    locale: Locale,
    state: Callable[[str], str] | None,
) -> list[str]:
    """The cycles that are longer than a round trip."""
    longer = [cycle for cycle in search.cycles if len(cycle.parties) > 2]
    found = str(len(longer)) if search.complete else f"more than {len(longer)}"
    lines = [
        "",
        f"Longer cycles, of up to {MAX_LENGTH} parties: {found if longer else 'none found'}",
    ]
    for cycle in longer:
        lines += ["", *fold(cycle_words(cycle, corpus), width, "  ")]
        for link in cycle.links:
            lines += _link_lines(link_words(link, locale), link, corpus, width, state)
    return lines


def _link_lines(
    word: str,
    link: Link,
    corpus: Corpus,
    width: int,
    state: Callable[[str], str] | None,
) -> list[str]:
    lines = []
    for deal in link.deals:
        record = corpus.records.get(deal)
        title = safe_line(record.title) if record else ""
        proof = f", {state(deal)}" if state else ""
        text = f"  {word}: {title} [{safe_line(deal)}{proof}]"
        lines += fold(text, width, "    ")
    return lines


def _part(sums: Sums, unit: str, column: Column) -> Sum | None:
    return sums.get(unit, {}).get(column)
