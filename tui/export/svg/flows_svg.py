"""Who pays whom as a picture: a self-contained SVG with a legend, sources and all of it as text."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tui.export.svg.flows_layout import Band, WidthScale, layout_unit
from tui.export.svg.flows_panels import cycle_lines, trip_cards
from tui.export.svg.flows_style import (
    DARK,
    LIGHT,
    Palette,
    arrow_head_svg,
    badge_svg,
    band_svg,
    bar_svg,
    style_sheet,
)
from tui.export.svg.primitives import approximate_width, px, shortened, text, xml_text
from tui.export.svg.sources import articles_of, source_lines
from tui.flows.cycles import search_cycles
from tui.flows.edges import COLUMNS, edges
from tui.flows.matrix import Matrix, matrix
from tui.flows.trips import round_trips
from tui.flows.words import (
    COLUMN_MEANINGS,
    COLUMN_NAMES,
    cycle_words,
    party_words,
    sum_words,
    trip_words,
)
from tui.model.format import EN, Locale, counted, format_number
from tui.model.messages import shown
from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.flows.trips import RoundTrip
    from tui.model.corpus import Corpus
    from tui.model.records import Record

WIDTH = 1200.0
_MARGIN, _AMOUNT_END, _LEFT_BAR, _RIGHT_BAR, _RIGHT_TEXT = 48.0, 404.0, 414.0, 910.0, 928.0
_MAX_BANDS, _MAX_CYCLES = 60, 6


def flows_svg(
    corpus: Corpus,
    records: Iterable[Record],
    *,
    title: str = "",
    light: bool = False,
    locale: Locale = EN,
) -> str:
    """Draw the flows of some records.

    Bands run from payers on the left to payees on the right, one for each sum, with widths on a
    logarithmic scale for each unit. Bands of round trips are outlined and numbered; the trips
    follow below with both sums and their ratio, then longer cycles and the sources. The picture's
    description says all of this in text.
    """
    records, title = list(records), title or tr("Who pays whom")
    palette = LIGHT if light else DARK
    flows = edges(records, corpus)
    whole = matrix(flows)
    trips = round_trips(flows, corpus)
    longer = [cycle for cycle in search_cycles(flows).cycles if len(cycle.parties) > 2]
    parts = _head(title, whole, palette, bool(trips))
    y = 184.0
    for unit in whole.units:
        y, drawn = _unit_svg(whole, unit, y, _BandLook(trips, corpus, palette, locale))
        parts += drawn
    if not whole.units:
        parts.append(text(_MARGIN, y, tr("No deal here names who pays or who is paid."), "party"))
        y += 40
    y, drawn = trip_cards(trips, corpus, palette, locale, y)
    parts += drawn
    y, drawn = cycle_lines(longer[:_MAX_CYCLES], len(longer), corpus, locale, y)
    parts += drawn
    used = {edge.deal_id for edge in flows}
    sources_shown = articles_of((item for item in records if item.id in used), corpus)
    y, drawn = source_lines(sources_shown, locale, _MARGIN, y, WIDTH - 2 * _MARGIN)
    parts += drawn
    sentences = [trip_words(trip, corpus, locale) for trip in trips[:_MAX_BANDS]]
    sentences += [cycle_words(cycle, corpus) for cycle in longer[:_MAX_CYCLES]]
    size = f'width="{px(WIDTH)}" height="{px(y + 12)}"'
    description = _description(whole, corpus, locale, sentences)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
            f'viewBox="0 0 {px(WIDTH)} {px(y + 12)}" role="img" '
            'aria-labelledby="title description">',
            f'<title id="title">{xml_text(title)}</title>',
            f'<desc id="description">{xml_text(description)}</desc>',
            style_sheet(palette),
            f'<rect width="100%" height="100%" fill="{palette.ground}"/>',
            *parts,
            "</svg>",
            "",
        ]
    )


class _BandLook:
    """Which bands belong to which round trip, and how bands are written and coloured."""

    def __init__(
        self, trips: Sequence[RoundTrip], corpus: Corpus, palette: Palette, locale: Locale
    ) -> None:
        self.corpus, self.palette, self.locale = corpus, palette, locale
        self._numbers_by_pair: dict[tuple[str, str], int] = {}
        self._trip_deals: set[str] = set()
        for at, trip_number in enumerate(trips, 1):
            for link in (trip_number.out, trip_number.back):
                # Of several trips between two parties the bands show the first.
                self._numbers_by_pair.setdefault((link.payer, link.payee), at)
                self._trip_deals.update(link.deals)

    def trip_number(self, band: Band) -> int:
        """The number of the round trip that a band belongs to, else zero."""
        if band.column == "rumoured" or self._trip_deals.isdisjoint(band.sum.deals):
            return 0
        return self._numbers_by_pair.get((band.payer, band.payee), 0)

    def sum_text(self, band: Band) -> str:
        """The sum of a band in words."""
        return sum_words(band.sum, band.unit, band.column, self.locale)


def _head(title: str, whole: Matrix, palette: Palette, trips: bool) -> list[str]:
    """The title, what is shown, and the legend of columns."""
    deals = {edge.deal_id for edge in whole.edges}
    parties = {party for pair in whole.cells for party in pair if party}
    subtitle = tr(
        "{deals}, {parties}. Kinds of sums are never added to each other; no currency is converted."
    ).format(deals=counted(len(deals), "deal"), parties=counted(len(parties), "party", "parties"))
    if trips:
        subtitle += " " + tr("Numbered outlines: money that comes back, see below.")
    parts = [
        text(_MARGIN, 62, shortened(title, WIDTH - 2 * _MARGIN, 30), "title"),
        text(_MARGIN, 90, subtitle, "quiet"),
    ]
    for index, column in enumerate(COLUMNS):
        x = _MARGIN + index * (WIDTH - 2 * _MARGIN) / len(COLUMNS)
        parts.append(band_svg(palette, f"M{px(x)} 127h34", 13, column))
        parts.append(text(x + 44, 124, shown(COLUMN_NAMES[column]), "strong"))
        parts.append(text(x + 44, 141, shown(COLUMN_MEANINGS[column]), "quiet"))
    return parts


def _unit_svg(whole: Matrix, unit: str, top: float, look: _BandLook) -> tuple[float, list[str]]:
    """The bands of one unit under its heading, and the height where they end."""
    layout = layout_unit(whole, unit, top + 34, _MAX_BANDS)
    parts = [
        text(_MARGIN, top + 12, unit or tr("No sum told"), "heading"),
        text(_AMOUNT_END, top + 12, "pays", "quiet", anchor="end"),
        text(_RIGHT_TEXT, top + 12, tr("is paid"), "quiet"),
    ]
    if unit:
        parts += _ruler(layout.scale, unit, top, look)
    widest = max((approximate_width(look.sum_text(band), 13) for band in layout.bands), default=0.0)
    columns_at = _AMOUNT_END - max(90.0, widest) - 80
    # Bands of round trips come last, on top of the others.
    parts += [_labelled_band(band, look) for band in sorted(layout.bands, key=look.trip_number)]
    for band in layout.bands:
        if trip := look.trip_number(band):
            parts.append(badge_svg(look.palette, _LEFT_BAR + 26, band.left, str(trip)))
        fill = f'fill="{look.palette.columns[band.column]}"'
        y = band.left
        parts.append(text(_AMOUNT_END, y + 4.5, look.sum_text(band), "strong", anchor="end"))
        parts.append(text(columns_at, y + 4.5, shown(COLUMN_NAMES[band.column]), "quiet"))
        parts.append(
            f'<rect x="{px(columns_at - 12)}" y="{px(y - 3.5)}" width="7" height="7" {fill}/>'
        )
    for bar in layout.payers:
        first = next(band.left for band in layout.bands if band.payer == bar.party)
        name = shortened(party_words(bar.party, look.corpus), columns_at - 70, 15)
        parts.append(bar_svg(look.palette, _LEFT_BAR, bar.top, bar.bottom))
        parts.append(text(_MARGIN, first + 5, name, "party"))
    for bar in layout.payees:
        parts.append(bar_svg(look.palette, _RIGHT_BAR, bar.top, bar.bottom))
        columns = whole.paid_to(bar.party).get(unit, {})
        y = (bar.top + bar.bottom) / 2 - 7.5 * len(columns) + 5
        name = shortened(party_words(bar.party, look.corpus), WIDTH - _RIGHT_TEXT - 20, 15)
        parts.append(text(_RIGHT_TEXT, y, name, "party"))
        for line, (column, part) in enumerate(columns.items(), 1):
            words = sum_words(part, unit, column, look.locale)
            words = f"{column} {words}"
            parts.append(text(_RIGHT_TEXT, y + 15 * line + 1, words, "quiet"))
    bottom = layout.bottom + 26
    if layout.left_out:
        parts.append(
            text(
                _MARGIN,
                bottom,
                tr("… and {count} smaller flows").format(count=layout.left_out),
                "quiet",
            )
        )
        bottom += 22
    return bottom + 12, parts


def _ruler(scale: WidthScale, unit: str, top: float, look: _BandLook) -> list[str]:
    """The narrowest and the widest band with their sums, so that widths can be read."""
    x = _LEFT_BAR + 70.0
    parts = [text(x, top + 12, tr("width, log scale:"), "quiet")]
    x += 112
    for size in dict.fromkeys((scale.least, scale.most)):
        width = scale.width(size)
        label = format_number(size, unit, look.locale)
        parts.append(
            f'<rect x="{px(x)}" y="{px(top + 7.5 - width / 2)}" width="22" '
            f'height="{px(width)}" fill="{look.palette.quiet}"/>'
        )
        parts.append(text(x + 29, top + 12, label, "quiet"))
        x += 29 + approximate_width(label, 13) + 20
    return parts


def _labelled_band(band: Band, look: _BandLook) -> str:
    """A band as a Bézier curve with an arrow head and a tooltip."""
    start, end = _LEFT_BAR + 5, _RIGHT_BAR - 9
    bend = (end - start) * 0.45
    path = (
        f"M{px(start)} {px(band.left)}"
        f"C{px(start + bend)} {px(band.left)} "
        f"{px(end - bend)} {px(band.right)} {px(end)} {px(band.right)}"
    )
    trip = look.trip_number(band) > 0
    colour = look.palette.trip if trip else look.palette.columns[band.column]
    words = (
        f"{party_words(band.payer, look.corpus)} → {party_words(band.payee, look.corpus)}: "
        f"{shown(COLUMN_NAMES[band.column])} {look.sum_text(band)}"
    )
    drawn = band_svg(look.palette, path, band.width, band.column, trip=trip)
    head = arrow_head_svg(end, band.right, max(4.5, band.width / 2 + 2.5), colour)
    return f"<g><title>{xml_text(words)}</title>{drawn}{head}</g>"


def _description(whole: Matrix, corpus: Corpus, locale: Locale, facts: list[str]) -> str:
    """Everything that the picture shows, in sentences."""
    sentences = []
    for cell in islice(whole.cells.values(), _MAX_BANDS):
        sums = ", ".join(
            f"{column} {sum_words(part, unit, column, locale)}"
            for unit, columns in cell.sums.items()
            for column, part in columns.items()
        )
        payer, payee = party_words(cell.payer, corpus), party_words(cell.payee, corpus)
        sentences.append(f"{payer} → {payee}: {sums}")
    if len(whole.cells) > len(sentences):
        sentences.append(
            tr("and {count} other pairs").format(count=len(whole.cells) - len(sentences))
        )
    return ". ".join([*sentences, *facts])
