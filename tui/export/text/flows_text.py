"""Who pays whom as plain text: readable in a log, by a screen reader, and without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.export.text.columns import fold, table, table_width, unbreakable, with_plain_spaces
from tui.flows.cycles import MAX_LENGTH, search_cycles
from tui.flows.edges import COLUMNS, Column, edges
from tui.flows.matrix import Sums, matrix
from tui.flows.trips import round_trips
from tui.flows.words import (
    COLUMN_MEANINGS,
    COLUMN_NAMES,
    cycle_words,
    link_words,
    party_words,
    sum_words,
    trip_words,
)
from tui.model.format import EN, Locale, counted
from tui.model.messages import shown
from tui.model.safe_text import safe_line
from tui.model.widths import cells, cut_parts
from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from tui.flows.cycles import CycleSearch
    from tui.flows.sums import Sum
    from tui.flows.trips import Link, RoundTrip
    from tui.model.corpus import Corpus
    from tui.model.records import Record

_EMPTY_CELL = "–"
_ARROW = " → "
_NAME_WIDTH = 30
"""Cells that names need beside the sums, unless shorter ones do; with fewer the sums go below them.
"""
_MAX_ROWS = 200
"""Rows of a table and round trips that are listed; the rest is counted."""


def flows_text(
    corpus: Corpus,
    records: Collection[Record],
    *,
    width: int = 100,
    locale: Locale = EN,
    proof_state: Callable[[str], str] | None = None,
) -> str:
    """The flows of some records: a table for each currency, round trips, longer cycles.

    Args:
        corpus: Names of parties and articles.
        records: What to show, in any order.
        width: Cells of a line; where a table does not fit, the sums stand below the parties.
        locale: How figures are written.
        proof_state: The proof state of a record by its id, shown behind each deal of a trip.
    """
    flows = edges(records, corpus)
    if not flows:
        return tr("No deal here names who pays or who is paid.") + "\n"
    whole = matrix(flows)
    deals = len({edge.deal_id for edge in flows})
    parties = len(whole.parties)
    lines = [
        tr("Who pays whom"),
        f"{counted(deals, 'deal')}, {counted(parties, 'party', 'parties')}",
        "",
    ]
    for unit in whole.units:
        cells, others = whole.cells.heaviest(unit, _MAX_ROWS)
        rows = [
            ((party_words(cell.payer, corpus), party_words(cell.payee, corpus)), cell.sums)
            for cell in cells
        ]
        lines += sums_table(rows, unit, width=width, locale=locale, total=whole.total)
        if others:
            lines += fold(
                tr("(the {count} largest; {others} other pairs are in “all” only)").format(
                    count=_MAX_ROWS, others=others
                ),
                width,
            )
        lines.append("")
    lines += legend([whole.total], width)
    trips = round_trips(flows, corpus)
    lines += trip_lines(trips, corpus, width=width, locale=locale, proof_state=proof_state)
    lines += _cycle_lines(search_cycles(flows), corpus, width, locale, proof_state)
    return "\n".join(lines).rstrip() + "\n"


def sums_table(
    rows: Sequence[tuple[tuple[str, ...], Sums]],
    unit: str,
    *,
    width: int,
    locale: Locale,
    total: Sums | None = None,
) -> list[str]:
    """One line per row and one column per kind of sum, headed by the unit.

    Lists where that is too wide.

    A row is named by one party, or by payer and payee. With more than one row, `total` is the last.
    Columns are never added to each other.
    """
    heading = safe_line(unit) or tr("No sum told")
    if total is not None and len(rows) > 1:
        rows = [*rows, (("all",), total)]
    texts = [
        [
            safe_line(sum_words(_part(sums, unit, column), unit, column, locale))
            for column in COLUMNS
        ]
        for _, sums in rows
    ]
    body = [[_ARROW.join(names), *sums] for (names, _), sums in zip(rows, texts, strict=True)]
    head = [heading, *map(shown, COLUMN_NAMES.values())]
    name_width = width - table_width([head, *body])
    if name_width >= min(_NAME_WIDTH, max(cells(name) for name, *_ in body)):
        for line, (names, _) in zip(body, rows, strict=True):
            line[0] = cut_parts(names, _ARROW, name_width)
        return table(
            [head, *([name, *(text or _EMPTY_CELL for text in sums)] for name, *sums in body)],
            width,
        )
    lines = [heading]
    for name, *sums in body:
        lines += fold(name, width, "  ")
        lines += [
            f"  {shown(COLUMN_NAMES[column]):<9}  {text}"
            for column, text in zip(COLUMNS, sums, strict=True)
            if text
        ]
    return lines


def legend(sums: Iterable[Sums], width: int) -> list[str]:
    """What the columns mean, limited to those that are shown."""
    shown_columns = [columns for by_unit in sums for columns in by_unit.values()]
    lines = [
        f"{shown(COLUMN_NAMES[column])}: {shown(COLUMN_MEANINGS[column])}"
        for column in COLUMNS
        if any(column in columns for columns in shown_columns)
    ]
    lines.append(tr("Columns are never added to each other, and no currency is converted."))
    return [line for text in lines for line in fold(text, width, "  ")]


def trip_lines(
    trips: Sequence[RoundTrip],
    corpus: Corpus,
    *,
    width: int,
    locale: Locale,
    proof_state: Callable[[str], str] | None,
) -> list[str]:
    """The round trips under a heading, with the deals behind both ways."""
    lines = ["", tr("Round trips: {count}").format(count=len(trips) or tr("none"))]
    for trip in trips[:_MAX_ROWS]:
        words = trip_words(trip, corpus, locale, unbreakable)
        lines += ["", *map(with_plain_spaces, fold(words, width, "  "))]
        lines += _link_lines(tr("out"), trip.out, corpus, width, proof_state)
        lines += _link_lines(tr("back"), trip.back, corpus, width, proof_state)
    if len(trips) > _MAX_ROWS:
        lines += ["", tr("… and {count} other round trips").format(count=len(trips) - _MAX_ROWS)]
    return lines


def _cycle_lines(
    search: CycleSearch,
    corpus: Corpus,
    width: int,
    locale: Locale,
    proof_state: Callable[[str], str] | None,
) -> list[str]:
    """The cycles that are longer than a round trip."""
    longer = [cycle for cycle in search.cycles if len(cycle.parties) > 2]
    count = (
        str(len(longer)) if search.complete else tr("more than {count}").format(count=len(longer))
    )
    lines = [
        "",
        tr("Longer cycles, of up to {length} parties: {count}").format(
            length=MAX_LENGTH, count=count if longer else tr("none found")
        ),
    ]
    for cycle in longer:
        lines += ["", *fold(cycle_words(cycle, corpus), width, "  ")]
        for link in cycle.links:
            lines += _link_lines(link_words(link, locale), link, corpus, width, proof_state)
    return lines


def _link_lines(
    label: str,
    link: Link,
    corpus: Corpus,
    width: int,
    proof_state: Callable[[str], str] | None,
) -> list[str]:
    """A line for each deal of a link."""
    lines = []
    for deal in link.deals:
        record = corpus.records.get(deal)
        title = safe_line(record.title) if record else ""
        proof = f", {tr(proof_state(deal))}" if proof_state else ""
        text = f"  {label}: {title} [{safe_line(deal)}{proof}]"
        lines += fold(text, width, "    ")
    return lines


def _part(sums: Sums, unit: str, column: Column) -> Sum | None:
    return sums.get(unit, {}).get(column)
