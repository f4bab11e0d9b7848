"""Flows: who pays whom, what comes back, and in which circles the money runs."""

from __future__ import annotations

from functools import partial
from textwrap import wrap
from typing import TYPE_CHECKING

from tui.flows.bars import BarScale
from tui.flows.cycles import search_cycles
from tui.flows.matrix import matrix
from tui.flows.words import link_words, sums_words
from tui.model.format import counted
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.screens.side.base import ListContent
from tui.screens.side.flow_entries import MOST, FlowLines, FlowList, FlowScreen, others
from tui.widgets.drawing.flow_lines import (
    BarRow,
    bar_lines,
    legend,
    matrix_cell,
    matrix_lines,
)
from tui.widgets.entries import Entry, side_by_side

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.flows.cycles import Cycle
    from tui.flows.edges import Edge
    from tui.flows.matrix import Cell, Matrix
    from tui.screens.ports import Host
    from tui.screens.side.base import ListRequest
    from tui.session.protocol import Session
    from tui.widgets.drawing.line_pane import LinePane

_BESIDE_FROM = 160
"""Cells from which loops and bars stand beside each other."""
_MATRIX = "matrix"
"""The table of payers and payees, as the widths of its columns are kept."""
_MOST_ACROSS = 40
"""Payers and payees of the matrix; the rest is in the bars."""


class FlowsScreen(FlowScreen):
    """Every flow as a bar, or all of them as a matrix; of very many the heaviest."""

    def __init__(self, host: Host, session: Session) -> None:
        super().__init__(host, session)
        self._as_matrix = False

    def rebuild(self) -> None:
        """Write the flows anew."""
        wished = dict(self.host.columns.of(_MATRIX)) if self._as_matrix else None
        self.write_list(partial(all_flows, self.request(), wished), self.show_flows)

    def action_view(self) -> None:
        """Change between bars and matrix."""
        self._as_matrix = not self._as_matrix
        self.rebuild()

    def action_resize_column(self, step: int) -> None:
        """Make the column under the cursor wider or narrower."""
        edge = self.entries.edge_at_hand
        if edge is None:
            super().action_resize_column(step)
        else:
            self._resize(edge.column, edge.width + step)

    def on_line_pane_column_resized(self, message: LinePane.ColumnResized) -> None:
        """An edge between columns was dragged."""
        self._resize(message.column, message.cells)

    def _resize(self, column: str, cells: int) -> None:
        self.host.columns.resize(_MATRIX, column, cells)
        self.rebuild()


def all_flows(request: ListRequest, columns: Mapping[str, int] | None = None) -> FlowList:
    """Loops, cycles, then flows by payer as bars; or payers against payees.

    Args:
        request: What is shown, and the room for it.
        columns: Of the matrix, the cells that the user gave to columns; `None` for the bars.
    """
    lines = FlowLines(request)
    session = request.session
    found = session.flows(request.found)
    sums = matrix(found)
    if not sums.cells:
        entries = [Entry([]), Entry([(tr("No deal here names who pays or who is paid."), "quiet")])]
    elif columns is not None:
        signs = legend([sums.total], lines.width)
        entries = [Entry([]), *signs, Entry([]), *_matrix(lines, sums, columns)]
    else:
        entries = _bars_and_loops(lines, session, found, sums)
    pairs = counted(len(sums.cells), "flow")
    if request.query:
        pairs += " " + tr("of what “{query}” finds").format(query=safe_line(request.query))
    note = f"{tr('matrix')} " if columns is not None else ""
    content = ListContent(entries, [(f"{tr('flows')}  ", "accent"), (pairs, "")], [(note, "quiet")])
    return FlowList(content, lines.pairs)


def _bars_and_loops(
    lines: FlowLines, session: Session, found: Sequence[Edge], sums: Matrix
) -> list[Entry]:
    """Money that comes back above who pays whom; at its left where both have room."""
    whole = lines.width
    trips = session.round_trips(found)
    if whole >= _BESIDE_FROM and trips:
        lines.width = whole // 2
        around = [*lines.trips(trips), *_cycles(lines, found)]
        return side_by_side(around, _flows(lines, sums), whole // 2)
    return [*lines.trips(trips), *_cycles(lines, found), *_flows(lines, sums)]


def _cycles(lines: FlowLines, found_edges: Sequence[Edge]) -> list[Entry]:
    found = search_cycles(found_edges)
    longer = [cycle for cycle in found.cycles if len(cycle.parties) > 2]
    if not longer:
        return []
    entries = [Entry([]), Entry([(tr("Longer cycles"), "title")])]
    for cycle in longer[:MOST]:
        entries += _cycle(lines, cycle)
    entries += others(len(longer), "cycles")
    if not found.complete:
        entries.append(Entry([(f"  {tr('the search was cut off: there may be more')}", "warn")]))
    return entries


def _cycle(lines: FlowLines, cycle: Cycle) -> list[Entry]:
    """One cycle, a line for each link, held together by a loop at the left."""
    entries: list[Entry] = []
    last = len(cycle.links) - 1
    for at, link in enumerate(cycle.links):
        loop = "╭→" if at == 0 else "╰─" if at == last else "│ "
        payer, payee = lines.called(link.payer), lines.called(link.payee)
        words = link_words(link, lines.locale)
        target = lines.deals(link.deals, link.payer, link.payee)
        entries.append(
            Entry(
                [
                    (f"  {loop} ", "quiet"), (payer, "strong"), (" ── ", "quiet"), (words, ""),
                    (" ─→ ", "quiet"), (payee, "strong"), (f"   {lines.proofs(link)}", "quiet"),
                ],
                target,
            )
        )  # fmt: skip
    return entries


def _flows(lines: FlowLines, sums: Matrix) -> list[Entry]:
    """Payers with those whom they pay under them, the heaviest first."""
    shown, left_out = _heaviest(sums)
    by_payer: dict[str, list[Cell]] = {}
    for cell in shown:
        by_payer.setdefault(cell.payer, []).append(cell)
    rows: list[BarRow] = []
    for payer, cells in by_payer.items():
        note = ""
        if len(cells) > 1:
            paid = sums.paid_by(payer)
            note = "; ".join(sums_words(paid[unit], unit, lines.locale) for unit in paid)
        rows.append(BarRow(lines.called(payer), {}, note=note))
        rows += [lines.row(cell, f"  → {lines.called(cell.payee)}") for cell in cells]
    total = "; ".join(sums_words(by, unit, lines.locale) for unit, by in sums.total.items())
    bars = bar_lines(rows, lines.width, BarScale(cell.sums for cell in shown), lines.locale)
    return [
        Entry([]),
        Entry([(tr("Who pays whom"), "title")]),
        *(
            Entry([(f"  {line}", "quiet")])
            for line in wrap(tr("all together {total}").format(total=total), lines.width - 5)
        ),
        *legend([sums.total], lines.width),
        *bars,
        *others(MOST + left_out if left_out else 0, tr("flows")),
    ]


def _heaviest(sums: Matrix) -> tuple[list[Cell], int]:
    """The flows to list, the largest sums of the most used currency first; and how many are not."""
    if len(sums.cells) <= MOST:
        return list(sums.cells.values()), 0
    shown: dict[tuple[str, str], Cell] = {}
    for unit in sums.units:
        for cell in sums.cells.heaviest(unit, MOST - len(shown))[0]:
            shown.setdefault((cell.payer, cell.payee), cell)
        if len(shown) >= MOST:
            break
    return list(shown.values()), len(sums.cells) - len(shown)


def _matrix(lines: FlowLines, sums: Matrix, wished: Mapping[str, int]) -> list[Entry]:
    shown, _ = _heaviest(sums)
    payers = list(dict.fromkeys(cell.payer for cell in shown))
    payees = list(dict.fromkeys(cell.payee for cell in shown))
    rows = {payer: at for at, payer in enumerate(payers[:_MOST_ACROSS])}
    columns = {payee: at for at, payee in enumerate(payees[:_MOST_ACROSS])}
    cells = {
        (rows[cell.payer], columns[cell.payee]): matrix_cell(
            cell.sums, lines.deals(cell.deals, cell.payer, cell.payee), lines.locale
        )
        for cell in shown
        if cell.payer in rows and cell.payee in columns
    }
    entries = matrix_lines(
        [lines.called(payer) for payer in rows],
        [lines.called(payee) for payee in columns],
        cells,
        lines.width,
        wished,
    )
    left_out = len(sums.cells) - len(cells)
    return [*entries, *others(MOST + left_out if left_out else 0, tr("flows"))]
