"""The symbols of a drawn timeline, and their legend: shape, filling and colour identify a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.export.svg.primitives import approximate_width, px, text, xml_text
from tui.export.svg.timeline_layout import radius_of
from tui.model.format import format_date, format_number, format_quantity
from tui.model.format_dates import full_day
from tui.model.messages import msg, shown
from tui.model.records import record_amount, record_date
from tui.platform.translation import tr
from tui.timeline.drawing.lane_row import distinct_records

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tui.export.svg.flows_style import Palette
    from tui.export.svg.timeline_layout import PlacedSymbol, SizeRanges
    from tui.model.corpus import Corpus
    from tui.model.dates import Edtf
    from tui.model.locales import Locale
    from tui.model.quantities import Quantity
    from tui.timeline.marks.record_marks import TimelineMark

_SHAPE_OF_INSTRUMENT = {
    "debt": "loan", "credit-facility": "loan", "convertible-note": "loan",
    "cloud-commitment": "trade", "supply-agreement": "trade", "compute-credit": "trade",
    "partnership": "trade",
}  # fmt: skip
"""Instruments that are drawn as squares or diamonds; all others are circles."""
_STATUS_NAMES = {
    "paid": msg("paid"), "committed": msg("committed"),
    "announced": msg("announced (a pledge)"),
    "rumoured": msg("rumoured"), "cancelled": msg("cancelled"),
}  # fmt: skip
_MAX_CURRENCIES = 3
"""Currencies whose sizes the legend explains, the most frequent first."""
_SHAPE_NAMES = {"stake": msg("stake"), "loan": msg("loan"), "trade": msg("trade")}


def shape(instrument: str) -> str:
    """The shape for the instrument of a deal: `stake`, `loan` or `trade`."""
    return _SHAPE_OF_INSTRUMENT.get(instrument, "stake")


def colour_of(mark: TimelineMark, palette: Palette) -> str:
    """The colour of a status; facts, totals and what was cancelled are grey."""
    columns = palette.columns
    colours = {
        "paid": columns["paid"], "committed": columns["committed"],
        "announced": columns["announced"], "rumoured": columns["rumoured"],
    }  # fmt: skip
    return colours.get(mark.status, palette.quiet)


def symbol_svg(placed: PlacedSymbol, corpus: Corpus, palette: Palette, locale: Locale) -> str:
    """A symbol with a tooltip; for several marks, their number."""
    tooltip = xml_text("; ".join(_tooltip(mark, corpus, locale) for mark in placed.marks))
    count = len(distinct_records(placed.marks))
    if count > 1:
        body = _outline("stake", placed.x, placed.y, 9.0, palette.card, palette.ink)
        label = str(count)
        body += text(
            placed.x, placed.y + 4, label, "strong", anchor="middle", more=' font-size="11"'
        )
    else:
        mark = placed.marks[0]
        shape_name, colour = shape(mark.instrument), colour_of(mark, palette)
        body = _symbol_shape(
            mark.kind, mark.status, shape_name, placed.x, placed.y, placed.radius, palette, colour
        )
    return f"<g><title>{tooltip}</title>{body}</g>"


def _symbol_shape(
    kind: str,
    status: str,
    shape_name: str,
    x: float,
    y: float,
    radius: float,
    palette: Palette,
    colour: str,
) -> str:
    """The shape of one mark."""
    if kind == "fact":
        return _outline("star", x, y, radius, palette.ground, colour)
    if kind == "total":
        return _outline("stake", x, y, radius, palette.ground, colour) + _inner(x, y, radius, "Σ")
    if status == "cancelled":
        arm = px(radius * 0.8)
        backwards = px(-radius * 1.6)
        forwards = px(radius * 1.6)
        return (
            f'<path d="M{px(x)} {px(y)}m-{arm} -{arm}l{forwards} {forwards}'
            f'm0 {backwards}l{backwards} {forwards}"'
            f' stroke="{colour}" stroke-width="2.5" fill="none"/>'
        )
    fill = {"rumoured": palette.ground, "announced": palette.ground}.get(status, colour)
    body = _outline(shape_name, x, y, radius, fill, colour)
    # A dot inside, a hole inside and a full shape differ without their colours, too.
    if status == "announced":
        body += _outline(shape_name, x, y, radius * 0.5, colour, colour)
    if status == "committed":
        body += _outline(shape_name, x, y, radius * 0.35, palette.ground, palette.ground)
    return body


def _outline(shape_name: str, x: float, y: float, radius: float, fill: str, stroke: str) -> str:
    """A circle, square, diamond or star of about the same area."""
    paint = f'fill="{fill}" stroke="{stroke}" stroke-width="2"'
    if shape_name == "loan":
        half = radius * 0.88
        return (
            f'<rect x="{px(x - half)}" y="{px(y - half)}" width="{px(half * 2)}" '
            f'height="{px(half * 2)}" {paint}/>'
        )
    if shape_name in ("trade", "star"):
        reach = radius * 1.2
        waist = reach if shape_name == "trade" else reach * 0.3
        points = (
            (x, y - reach), (x + waist / 2, y - waist / 2), (x + reach, y),
            (x + waist / 2, y + waist / 2), (x, y + reach), (x - waist / 2, y + waist / 2),
            (x - reach, y), (x - waist / 2, y - waist / 2),
        )  # fmt: skip
        path = "L".join(f"{px(point_x)} {px(height)}" for point_x, height in points)
        return f'<path d="M{path}Z" {paint}/>'
    return f'<circle cx="{px(x)}" cy="{px(y)}" r="{px(radius)}" {paint}/>'


def _inner(x: float, y: float, radius: float, letter: str) -> str:
    """A letter in the middle of a symbol."""
    size = max(9, min(16, round(radius * 1.2)))
    return text(
        x, y + size * 0.36, letter, "quiet", anchor="middle", more=f' style="font-size:{size}px"'
    )


def amount_text(mark: TimelineMark, corpus: Corpus, locale: Locale) -> str:
    """The amount of a mark as its record states it; empty for none."""
    amount, _, _ = _source_of(mark, corpus)
    return format_quantity(amount, locale) if amount is not None else ""


def _source_of(mark: TimelineMark, corpus: Corpus) -> tuple[Quantity | None, Edtf | None, str]:
    """The amount, the date and the tranche of what a mark stands for."""
    record = corpus.records.get(mark.record_id)
    if record is None:
        return None, None, ""
    for tranche in getattr(record, "tranches", ()):
        if tranche.id == mark.tranche_id:
            return tranche.amount, tranche.date, tranche.title or tranche.id
    return record_amount(record), record_date(record), ""


def _tooltip(mark: TimelineMark, corpus: Corpus, locale: Locale) -> str:
    """What a mark stands for, on one line."""
    _, date, tranche_name = _source_of(mark, corpus)
    status = mark.status if mark.kind == "deal" else ""
    day = format_date(date, locale) if date is not None else ""
    amount = amount_text(mark, corpus, locale)
    return ", ".join(filter(None, (mark.title, tranche_name, status, amount, day)))


def legend(
    marks: Sequence[TimelineMark],
    ranges: SizeRanges,
    x: float,
    y: float,
    width: float,
    palette: Palette,
    locale: Locale,
    *,
    dense: bool = False,
    articles: bool = True,
    today: date | None = None,
) -> tuple[list[str], float]:
    """The meaning of the symbols that occur, in lines of a width; and the height of the lines.

    Args:
        marks: What is drawn.
        ranges: How small and how large sums are, by currency.
        x: Left edge.
        y: Middle of the first line.
        width: Of the lines.
        palette: Colours.
        locale: How figures and dates are written.
        dense: Whether some lane is a histogram.
        articles: Whether there is a lane of publications.
        today: The day of the dotted line: a picture outlives its day, so it is named.
    """
    if not marks:
        return [], 0.0
    pieces: list[tuple[str, str]] = []
    statuses = {mark.status for mark in marks if mark.kind == "deal"}
    shapes = {shape(mark.instrument) for mark in marks if mark.kind == "deal"}
    kinds = {mark.kind for mark in marks}
    by_status = {mark.status: colour_of(mark, palette) for mark in marks}
    for status, meaning in _STATUS_NAMES.items():
        if status in statuses:
            pieces.append(
                (
                    _symbol_shape("deal", status, "stake", 0, 0, 7, palette, by_status[status]),
                    shown(meaning),
                )
            )
    if len(shapes) > 1:
        pieces += [
            (_outline(shape_name, 0, 0, 6, palette.quiet, palette.quiet), shown(meaning))
            for shape_name, meaning in _SHAPE_NAMES.items()
            if shape_name in shapes
        ]
    for kind, meaning in (("fact", tr("fact")), ("total", tr("stated total"))):
        if kind in kinds:
            pieces.append((_symbol_shape(kind, kind, "", 0, 0, 8, palette, palette.quiet), meaning))
    stroke = f'stroke="{palette.quiet}" stroke-width="3" fill="none"'
    pieces.append((f'<path d="M-9 0H9" {stroke}/>', tr("any day of it")))
    if any(mark.doubtful or mark.open_start or mark.open_end for mark in marks):
        pieces.append(
            (f'<path d="M-9 0H9" {stroke} stroke-dasharray="5 4"/>', tr("open or doubtful"))
        )
    if any(mark.tranche_id for mark in marks):
        pieces.append(
            (f'<path d="M-9 0H9" {stroke} stroke-dasharray="1 3"/>', tr("tranches of a deal"))
        )
    if articles:
        pieces.append((f'<path d="M-6 6h12l-6 -12z" fill="{palette.trip}"/>', tr("article")))
    if today is not None:
        dots = f'<path d="M0 -9V9" {today_line(palette)}/>'
        pieces.append((dots, tr("today, {day}").format(day=full_day(today, locale))))
    if dense:
        pieces.append(
            (f'<path d="M-6 6v-6m5 6v-12m5 12v-9" {stroke}/>', tr("how many, where dense"))
        )
    rings = _size_rings(marks, ranges, palette, locale)
    parts, x_offset, line_y = [], x, y
    for drawing, meaning, radius in (*((*piece, 7.0) for piece in pieces), *rings):
        # Large circles take more room than other symbols.
        extra_width = max(0.0, radius - 7)
        needed = 34 + 2 * extra_width + approximate_width(meaning, 13)
        if x_offset > x and x_offset + needed > x + width:
            x_offset, line_y = x, line_y + 34
        centre = x_offset + 12 + extra_width
        parts.append(f'<g transform="translate({px(centre)} {px(line_y)})">{drawing}</g>')
        parts.append(text(x_offset + 28 + 2 * extra_width, line_y + 5, meaning, "quiet"))
        x_offset += needed + 16
    return parts, line_y - y + 30


def today_line(palette: Palette) -> str:
    """The stroke of the line for today."""
    return f'stroke="{palette.ink}" stroke-width="1.5" stroke-dasharray="2 4" fill="none"'


def _size_rings(
    marks: Sequence[TimelineMark], ranges: SizeRanges, palette: Palette, locale: Locale
) -> list[tuple[str, str, float]]:
    """The smallest and the largest sum of each currency as circles: drawing, words, radius."""
    rings = []
    for unit in sorted(ranges, key=lambda unit: -sum(mark.unit == unit for mark in marks))[
        :_MAX_CURRENCIES
    ]:
        by_size = {mark.magnitude: mark for mark in marks if mark.unit == unit and mark.magnitude}
        for size in dict.fromkeys((min(by_size), max(by_size))):
            radius = radius_of(by_size[size], ranges)
            ring = _outline("stake", 0, 0, radius, "none", palette.quiet)
            rings.append((ring, format_number(size, unit, locale), radius))
    return rings
