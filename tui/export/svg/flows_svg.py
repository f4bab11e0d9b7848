"""Who pays whom as a picture: a self-contained SVG with its legend, sources and a text equal."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tui.export.svg.flows_layout import Scale, Strand, block
from tui.export.svg.flows_panels import cycle_lines, trip_cards
from tui.export.svg.flows_style import DARK, LIGHT, Palette, arrow_head, badge, band, bar, style
from tui.export.svg.primitives import number, roughly, shortened, text, xml
from tui.export.svg.sources import articles_of, source_lines
from tui.flows.cycles import search_cycles
from tui.flows.edges import COLUMNS, edges
from tui.flows.matrix import Matrix, matrix
from tui.flows.trips import round_trips
from tui.flows.words import (
    COLUMN_MEANINGS,
    cycle_words,
    party_words,
    sum_words,
    trip_words,
)
from tui.model.format import EN, Locale, counted, format_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.flows.trips import RoundTrip
    from tui.model.corpus import Corpus
    from tui.model.records import Record

WIDTH = 1200.0
_MARGIN, _AMOUNT_END, _LEFT_BAR, _RIGHT_BAR, _RIGHT_TEXT = 48.0, 404.0, 414.0, 910.0, 928.0
_MOST_STRANDS, _MOST_CYCLES = 60, 6


def flows_svg(
    corpus: Corpus,
    records: Iterable[Record],
    *,
    title: str = "Who pays whom",
    light: bool = False,
    locale: Locale = EN,
) -> str:
    """Draw the flows of some records.

    Bands run from payers on the left to payees on the right, one for each kind of sum, on a
    logarithmic scale for each unit. Bands of round trips are outlined and numbered; the trips
    stand below with both sums and their ratio, then longer cycles and the sources. The text of
    all this is in the description of the picture.
    """
    records = list(records)
    palette = LIGHT if light else DARK
    flows = edges(records, corpus)
    whole = matrix(flows)
    trips = round_trips(flows, corpus)
    longer = [cycle for cycle in search_cycles(flows).cycles if len(cycle.parties) > 2]
    parts = _head(title, whole, palette, bool(trips))
    y = 184.0
    for unit in whole.units:
        y, drawn = _bands(whole, unit, y, _Marks(trips, corpus, palette, locale))
        parts += drawn
    if not whole.units:
        parts.append(text(_MARGIN, y, "No deal here names who pays or who is paid.", "party"))
        y += 40
    y, drawn = trip_cards(trips, corpus, palette, locale, y)
    parts += drawn
    y, drawn = cycle_lines(longer[:_MOST_CYCLES], len(longer), corpus, locale, y)
    parts += drawn
    used = {edge.deal_id for edge in flows}
    told = articles_of((item for item in records if item.id in used), corpus)
    y, drawn = source_lines(told, locale, _MARGIN, y, WIDTH - 2 * _MARGIN)
    parts += drawn
    facts = [trip_words(trip, corpus, locale) for trip in trips[:_MOST_STRANDS]]
    facts += [cycle_words(cycle, corpus) for cycle in longer[:_MOST_CYCLES]]
    size = f'width="{number(WIDTH)}" height="{number(y + 12)}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
            f'viewBox="0 0 {number(WIDTH)} {number(y + 12)}" role="img" '
            'aria-labelledby="title description">',
            f'<title id="title">{xml(title)}</title>',
            f'<desc id="description">{xml(_description(whole, corpus, locale, facts))}</desc>',
            style(palette),
            f'<rect width="100%" height="100%" fill="{palette.ground}"/>',
            *parts,
            "</svg>",
            "",
        ]
    )


class _Marks:
    """Which bands belong to which round trip, and how to write and paint them."""

    def __init__(
        self, trips: Sequence[RoundTrip], corpus: Corpus, palette: Palette, locale: Locale
    ) -> None:
        self.corpus, self.palette, self.locale = corpus, palette, locale
        self._numbers: dict[tuple[str, str], int] = {}
        self._deals: set[str] = set()
        for at, trip in enumerate(trips, 1):
            for link in (trip.out, trip.back):
                # Of several trips between two parties the first has the number.
                self._numbers.setdefault((link.payer, link.payee), at)
                self._deals.update(link.deals)

    def trip(self, strand: Strand) -> int:
        """The number of the round trip that a band belongs to, else zero."""
        if strand.column == "rumoured" or self._deals.isdisjoint(strand.sum.deals):
            return 0
        return self._numbers.get((strand.payer, strand.payee), 0)

    def figure(self, strand: Strand) -> str:
        """The sum of a band in words."""
        return sum_words(strand.sum, strand.unit, strand.column, self.locale, full=True)


def _head(title: str, whole: Matrix, palette: Palette, trips: bool) -> list[str]:
    """Title, what is shown, and the legend of kinds."""
    deals = {edge.deal_id for edge in whole.edges}
    parties = {party for pair in whole.cells for party in pair if party}
    said = (
        f"{counted(len(deals), 'deal')}, {counted(len(parties), 'party', 'parties')}. "
        "Kinds of sums are never added to each other; no currency is converted."
    ) + (" Numbered outlines: money that comes back, see below." if trips else "")
    parts = [
        text(_MARGIN, 62, shortened(title, WIDTH - 2 * _MARGIN, 30), "title"),
        text(_MARGIN, 90, said, "quiet"),
    ]
    for at, column in enumerate(COLUMNS):
        x = _MARGIN + at * (WIDTH - 2 * _MARGIN) / len(COLUMNS)
        parts.append(band(palette, f"M{number(x)} 127h34", 13, column))
        parts.append(text(x + 44, 124, column, "strong"))
        parts.append(text(x + 44, 141, COLUMN_MEANINGS[column], "quiet"))
    return parts


def _bands(whole: Matrix, unit: str, top: float, marks: _Marks) -> tuple[float, list[str]]:
    """The bands of one unit under its heading, and where they end."""
    laid = block(whole, unit, top + 34, _MOST_STRANDS)
    parts = [
        text(_MARGIN, top + 12, unit or "No sum told", "heading"),
        text(_AMOUNT_END, top + 12, "pays", "quiet", anchor="end"),
        text(_RIGHT_TEXT, top + 12, "is paid", "quiet"),
    ]
    if unit:
        parts += _ruler(laid.scale, unit, top, marks)
    widest = max((roughly(marks.figure(strand), 13) for strand in laid.strands), default=0.0)
    kinds_at = _AMOUNT_END - max(90.0, widest) - 80
    # What comes back lies on top.
    parts += [_band(strand, marks) for strand in sorted(laid.strands, key=marks.trip)]
    for strand in laid.strands:
        if trip := marks.trip(strand):
            parts.append(badge(marks.palette, _LEFT_BAR + 26, strand.left, str(trip)))
        square = f'fill="{marks.palette.kinds[strand.column]}"'
        y = strand.left
        parts.append(text(_AMOUNT_END, y + 4.5, marks.figure(strand), "strong", anchor="end"))
        parts.append(text(kinds_at, y + 4.5, strand.column, "quiet"))
        parts.append(
            f'<rect x="{number(kinds_at - 12)}" y="{number(y - 3.5)}" width="7" height="7" '
            f"{square}/>"
        )
    for node in laid.payers:
        first = next(strand.left for strand in laid.strands if strand.payer == node.party)
        name = shortened(party_words(node.party, marks.corpus), kinds_at - 70, 15)
        parts.append(bar(marks.palette, _LEFT_BAR, node.top, node.bottom))
        parts.append(text(_MARGIN, first + 5, name, "party"))
    for node in laid.payees:
        parts.append(bar(marks.palette, _RIGHT_BAR, node.top, node.bottom))
        columns = whole.paid_to(node.party).get(unit, {})
        y = (node.top + node.bottom) / 2 - 7.5 * len(columns) + 5
        name = shortened(party_words(node.party, marks.corpus), WIDTH - _RIGHT_TEXT - 20, 15)
        parts.append(text(_RIGHT_TEXT, y, name, "party"))
        for at, (column, part) in enumerate(columns.items(), 1):
            words = sum_words(part, unit, column, marks.locale, full=True)
            words = f"{column} {words}"
            parts.append(text(_RIGHT_TEXT, y + 15 * at + 1, words, "quiet"))
    bottom = laid.bottom + 26
    if laid.left_out:
        parts.append(text(_MARGIN, bottom, f"… and {laid.left_out} smaller flows", "quiet"))
        bottom += 22
    return bottom + 12, parts


def _ruler(scale: Scale, unit: str, top: float, marks: _Marks) -> list[str]:
    """The narrowest and the widest band with their sizes, so that widths can be read."""
    x = _LEFT_BAR + 70.0
    parts = [text(x, top + 12, "width, log scale:", "quiet")]
    x += 112
    for size in dict.fromkeys((scale.least, scale.most)):
        width = scale.width(size)
        label = format_number(size, unit, marks.locale)
        parts.append(
            f'<rect x="{number(x)}" y="{number(top + 7.5 - width / 2)}" width="22" '
            f'height="{number(width)}" fill="{marks.palette.quiet}"/>'
        )
        parts.append(text(x + 29, top + 12, label, "quiet"))
        x += 29 + roughly(label, 13) + 20
    return parts


def _band(strand: Strand, marks: _Marks) -> str:
    start, end = _LEFT_BAR + 5, _RIGHT_BAR - 9
    bend = (end - start) * 0.45
    path = (
        f"M{number(start)} {number(strand.left)}"
        f"C{number(start + bend)} {number(strand.left)} "
        f"{number(end - bend)} {number(strand.right)} {number(end)} {number(strand.right)}"
    )
    trip = marks.trip(strand) > 0
    colour = marks.palette.trip if trip else marks.palette.kinds[strand.column]
    words = (
        f"{party_words(strand.payer, marks.corpus)} → {party_words(strand.payee, marks.corpus)}: "
        f"{strand.column} {marks.figure(strand)}"
    )
    drawn = band(marks.palette, path, strand.width, strand.column, trip=trip)
    head = arrow_head(end, strand.right, max(4.5, strand.width / 2 + 2.5), colour)
    return f"<g><title>{xml(words)}</title>{drawn}{head}</g>"


def _description(whole: Matrix, corpus: Corpus, locale: Locale, facts: list[str]) -> str:
    """Everything that the picture shows, in sentences."""
    said = []
    for cell in islice(whole.cells.values(), _MOST_STRANDS):
        sums = ", ".join(
            f"{column} {sum_words(part, unit, column, locale, full=True)}"
            for unit, columns in cell.sums.items()
            for column, part in columns.items()
        )
        payer, payee = party_words(cell.payer, corpus), party_words(cell.payee, corpus)
        said.append(f"{payer} → {payee}: {sums}")
    if len(whole.cells) > len(said):
        said.append(f"and {len(whole.cells) - len(said)} other pairs")
    return ". ".join([*said, *facts])
