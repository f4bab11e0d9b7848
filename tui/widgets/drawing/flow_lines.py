"""Flows as lines: bars under the names of parties, loops, and the matrix of payers and payees."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from tui.flows.bars import BAR_SIGNS, BarScale, bar
from tui.flows.edges import COLUMNS
from tui.flows.words import COLUMN_NAMES, sum_words
from tui.model.messages import shown
from tui.model.widths import cut, cut_parts, fill
from tui.platform.translation import tr
from tui.widgets.drawing.highlighted_text import width_of
from tui.widgets.drawing.line_pane import ColumnEdge
from tui.widgets.entries import Entry, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.flows.edges import Column
    from tui.flows.matrix import Sums
    from tui.flows.sums import Sum
    from tui.model.locales import Locale
    from tui.widgets.drawing.line_pane import Run
    from tui.widgets.entries import Target

COLUMN_STYLES: dict[Column, str] = {
    "paid": "paid",
    "committed": "committed",
    "announced": "announced",
    "ceiling": "committed",
    "rumoured": "rumoured",
}
"""What comes at most is committed as well; its sign tells it apart."""
_BESIDE = 2
"""Cells for the cursor and the rail."""
_LEAST_BAR, _MOST_BAR = 8, 60
_CELL = 8
"""Least cells of a column of the matrix: a sign, an amount, a gap."""
PAYERS = ""
"""The name of the column of the payers: no party has it."""
NO_WISHES: Mapping[str, int] = MappingProxyType({})


class BarRow(NamedTuple):
    """A party, or a pair, with what it pays or is paid; a heading where there are no sums."""

    name: str
    sums: Sums
    target: Target | None = None
    style: str = ""
    note: str = ""


def legend(several: Iterable[Sums], width: int) -> list[Entry]:
    """What the signs of the bars mean, as far as they are used, on as many lines as it takes."""
    used = {column for sums in several for columns in sums.values() for column in columns}
    items: list[list[Run]] = [
        [
            (BAR_SIGNS[column] * 2, COLUMN_STYLES[column]),
            (f" {shown(COLUMN_NAMES[column])}", "quiet"),
        ]
        for column in COLUMNS
        if column in used
    ]
    items.append([(tr("log scale, a currency each"), "quiet")])
    gap = "   " if _fits(items, 3, width) else "  "
    lines: list[list[Run]] = [[]]
    for item in items:
        if lines[-1] and width_of(lines[-1]) + len(gap) + width_of(item) > width - _BESIDE:
            lines.append([])
        lines[-1] += [(gap if lines[-1] else "  ", ""), *item]
    return [Entry(line) for line in lines]


def _fits(items: Sequence[Sequence[Run]], gap: int, width: int) -> bool:
    return 2 + sum(width_of(item) + gap for item in items) - gap <= width - _BESIDE


def bar_lines(rows: Sequence[BarRow], width: int, scale: BarScale, locale: Locale) -> list[Entry]:
    """A line for each sum: the name before the first, then its bar, then the sum in words.

    Args:
        rows: What to write.
        width: Cells of a line.
        scale: How long bars are.
        locale: How figures are written.
    """
    words = [
        _words(total, unit, column, locale)
        for row in rows
        for unit, columns in row.sums.items()
        for column, total in columns.items()
    ]
    room = width - _BESIDE
    names = min(max((cell_len(row.name) for row in rows if row.sums), default=0), room * 2 // 5) + 1
    longest = max(map(_width_of, words), default=0)
    bars = min(_MOST_BAR, room - names - longest - 1)
    entries: list[Entry] = []
    for row in rows:
        if not row.sums:
            entries.append(_heading(row, room))
            continue
        entries += _bars_of(row, room, names, bars, scale, locale)
    return entries


def _heading(row: BarRow, room: int) -> Entry:
    name = cut(row.name, room)
    left = room - cell_len(name) - 2
    note = cut(row.note, left) if left > 12 else ""
    return Entry([(name, row.style or "strong"), (f"  {note}", "quiet")], row.target)


def _bars_of(
    row: BarRow, room: int, names: int, bars: int, scale: BarScale, locale: Locale
) -> list[Entry]:
    entries: list[Entry] = []
    name = fill(row.name, names - 1) + " "
    for unit, columns in row.sums.items():
        for column, total in columns.items():
            text, kind = _words(total, unit, column, locale)
            style = COLUMN_STYLES[column]
            told: list[Run] = [(f" {text}", ""), (f" {kind}" if kind else "", "quiet")]
            if bars < _LEAST_BAR:
                # A figure that is cut is another figure: it has a line of its own then.
                if name.strip():
                    entries.append(Entry([(cut(row.name, room), row.style)], row.target))
                sign = BAR_SIGNS[column]
                entries.append(Entry([(f"    {sign}", style), *told], row.target))
            else:
                length = scale.length(unit, float(total.weight), bars)
                drawn = bar(column, length or 1, approximate=total.approximate)
                entries.append(Entry([(name, row.style), (drawn, style), *told], row.target))
            name = " " * names
    return entries


def _words(total: Sum, unit: str, column: Column, locale: Locale) -> tuple[str, str]:
    """A sum in words, and its column where these do not say it."""
    text = sum_words(total, unit, column, locale)
    says_so = column == "ceiling" and total.span is not None
    return text, "" if says_so else shown(COLUMN_NAMES[column])


def _width_of(words: tuple[str, str]) -> int:
    return cell_len(words[0]) + cell_len(words[1]) + 2


@dataclass(frozen=True, slots=True)
class Loop:
    """Money that goes out and comes back: the two parties, both sums in words, and their ratio.

    Attributes:
        first: Who pays at first.
        second: Who pays back.
        out: What goes out.
        back: What comes back.
        ratio: How many times, or why that is not told.
        told: Whether `ratio` is one.
        proofs: How far both ways are proved.
        ways: Where both lines lead.
    """

    first: str
    second: str
    out: str
    back: str
    ratio: str
    told: bool
    proofs: tuple[str, str]
    ways: tuple[Target, Target]


def loop_lines(loops: Sequence[Loop], width: int) -> list[Entry]:
    """Each loop on two lines: out to the second party, and back under it to the first."""
    if not loops:
        return []
    room = width - _BESIDE
    inner = max(max(cell_len(loop.out), cell_len(loop.back)) for loop in loops) + 4
    firsts = max(cell_len(loop.first) for loop in loops)
    seconds = max(cell_len(loop.second) for loop in loops)
    ratios = max((cell_len(loop.ratio) for loop in loops if loop.told), default=0)
    left = room - inner - ratios - 9
    if left < 16:
        return [entry for loop in loops for entry in _plain_loop(loop, room)]
    firsts = min(firsts, left - min(seconds, left // 2))
    seconds = min(seconds, left - firsts)
    entries = []
    for loop in loops:
        first, second = fill(loop.first, firsts, right=True), cut(loop.second, seconds)
        arrow, way = _line(loop.out, inner), _line(loop.back, inner)
        gap = " " * (seconds - cell_len(second) + 3)
        used = firsts + inner + seconds + 9
        ratio = loop.ratio if loop.told else cut(loop.ratio, room - used)
        top: list[Run] = [
            (f"  {first} ", "strong"), *_styled(arrow, loop.out, "→ "), (second, "strong"),
            (gap, ""), (ratio, "accent" if loop.told else "quiet"),
        ]  # fmt: skip
        corner = " " * (firsts + 1)
        bottom: list[Run] = [(f"{corner}╰←", "quiet"), *_styled(way, loop.back, "╯")]
        entries += [
            Entry(_with_proof(top, loop.proofs[0], room), loop.ways[0]),
            Entry(_with_proof(bottom, loop.proofs[1], room), loop.ways[1]),
        ]
    return entries


def _plain_loop(loop: Loop, room: int) -> list[Entry]:
    """A loop where the lines have no room."""
    names = cut_parts((loop.first, loop.second), " ⇄ ", room - 2)
    style = "accent" if loop.told else "quiet"
    return [
        Entry([(f"  {names}", "strong")]),
        Entry([(cut(f"    {loop.ratio}", room), style)]),
        Entry([("    → ", "quiet"), (loop.out, "")], loop.ways[0]),
        Entry([("    ← ", "quiet"), (loop.back, "")], loop.ways[1]),
    ]


def _line(words: str, inner: int) -> tuple[str, str]:
    """The dashes before and after some words on a line."""
    spare = inner - cell_len(words) - 2
    return "─" * (spare // 2), "─" * (spare - spare // 2)


def _styled(dashes: tuple[str, str], words: str, end: str) -> list[Run]:
    before, after = dashes
    return [(f"{before} ", "quiet"), (words, ""), (f" {after}{end}", "quiet")]


def _with_proof(runs: list[Run], proof: str, room: int) -> list[Run]:
    """A line with how far it is proved at the right, where there is room."""
    used = sum(cell_len(text) for text, _ in runs)
    gap = room - used - cell_len(proof)
    return [*runs, (" " * gap + proof, "quiet")] if proof and gap > 1 else runs


class MatrixCell(NamedTuple):
    """What one party pays another, as the matrix shows it."""

    text: str
    column: Column
    target: Target


def matrix_cell(sums: Sums, target: Target, locale: Locale) -> MatrixCell:
    """The firmest sum of a pair; `+` says that there is another one, in whichever column."""
    unit = next(iter(sums))
    columns = sums[unit]
    column = next(iter(columns))
    told = [name for name, total in columns.items() if total.span is not None]
    column = told[0] if told else column
    text = sum_words(columns[column], unit, column, locale) if told else tr("no sum")
    text = text.replace(f"{locale.word('<=')} ", "≤ ").partition(" and ")[0]
    more = len(columns) > 1 or len(sums) > 1
    return MatrixCell(text + "+" * more, column, target)


def matrix_lines(
    payers: Sequence[str],
    payees: Sequence[str],
    cells: dict[tuple[int, int], MatrixCell],
    width: int,
    wished: Mapping[str, int] = NO_WISHES,
) -> list[Entry]:
    """Payers down and payees across; as many payees beside each other as have room.

    Those that have none follow in another table below, so that nothing is out of reach.

    Args:
        payers: Their names.
        payees: Their names.
        cells: By the places of payer and payee.
        width: Cells of a line.
        wished: Cells by the name of the column, where the user wants others than it needs;
            `PAYERS` names that of the payers.
    """
    room = width - _BESIDE
    names = min(max((cell_len(name) for name in payers), default=0), max(8, room // 4)) + 1
    names = min(wished.get(PAYERS, names), room // 2)
    widest = [cell_len(payee) for payee in payees]
    for (_, at), cell in cells.items():
        widest[at] = max(widest[at], cell_len(cell.text) + 2)
    sizes = [
        min(wished.get(payee, max(_CELL, cells_needed + 2)), room - names)
        for payee, cells_needed in zip(payees, widest, strict=True)
    ]
    entries: list[Entry] = []
    for table in _tables(sizes, room - names):
        if entries:
            entries.append(Entry([]))
        entries.append(_matrix_head(payees, table, names, sizes))
        for row, payer in enumerate(payers):
            found = {at: cells[row, at] for at in table if (row, at) in cells}
            if found:
                entries.append(_matrix_line(payer, found, table, names, sizes))
    return entries


def _tables(sizes: Sequence[int], room: int) -> list[range]:
    """Which columns stand in which table, so that none is wider than the room."""
    tables: list[range] = []
    begin = used = 0
    for at, size in enumerate(sizes):
        if used and used + size > room:
            tables.append(range(begin, at))
            begin, used = at, 0
        used += size
    return [*tables, range(begin, len(sizes))] if sizes else []


def _matrix_head(payees: Sequence[str], table: range, names: int, sizes: Sequence[int]) -> Entry:
    """The names of payees over their columns, with the edges of these."""
    start = names
    edges = [ColumnEdge(start, PAYERS, names)]
    runs: list[Run] = [(" " * (names - 1), ""), ("│", "rail")]
    for at in table:
        start += sizes[at]
        edges.append(ColumnEdge(start, payees[at], sizes[at]))
        runs += [(fill(payees[at], sizes[at] - 1), "quiet"), ("│", "rail")]
    return Entry(runs, edges=tuple(edges))


def _matrix_line(
    payer: str, found: Mapping[int, MatrixCell], table: range, names: int, sizes: Sequence[int]
) -> Entry:
    parts: list[Part] = []
    start = names
    for at in table:
        cell = found.get(at)
        if cell is None:
            parts.append(Part(start, [("·", "dim")], None))
        else:
            sign: Run = (f"{BAR_SIGNS[cell.column]} ", COLUMN_STYLES[cell.column])
            text = cut(cell.text, sizes[at] - 3)
            # Of a sum that is cut another one would be read.
            shown_text = text if text == cell.text else "…"
            parts.append(Part(start, [sign, (shown_text, "")], cell.target))
        start += sizes[at]
    return Entry([(cut(payer, names - 1), "strong")], None, tuple(parts))
