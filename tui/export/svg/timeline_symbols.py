"""The signs of a drawn timeline and their legend: shape, filling and colour say what a mark is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.export.svg.primitives import number, roughly, text, xml
from tui.export.svg.timeline_layout import radius_of
from tui.model.format import format_date, format_number, format_quantity
from tui.model.format_dates import full_day
from tui.model.records import record_amount, record_date
from tui.timeline.lane_row import distinct_records
from tui.timeline.symbols import shape

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tui.export.svg.flows_style import Palette
    from tui.export.svg.timeline_layout import Ranges, Spot
    from tui.model.corpus import Corpus
    from tui.model.dates import Edtf
    from tui.model.locales import Locale
    from tui.model.quantities import Quantity
    from tui.timeline.record_marks import TimelineMark

_STATUSES = {
    "paid": "paid", "committed": "committed", "announced": "announced (a pledge)",
    "rumoured": "rumoured", "cancelled": "cancelled",
}  # fmt: skip
_UNITS = 3
"""Currencies of which the sizes are explained, the most used."""
_SHAPES = {"stake": "stake", "loan": "loan", "trade": "trade"}


def colour_of(mark: TimelineMark, palette: Palette) -> str:
    """The colour of a status; facts, totals and what was cancelled are grey."""
    kinds = palette.kinds
    colours = {
        "paid": kinds["paid"], "committed": kinds["committed"], "announced": kinds["ceiling"],
        "rumoured": kinds["rumoured"],
    }  # fmt: skip
    return colours.get(mark.status, palette.quiet)


def sign_of(spot: Spot, corpus: Corpus, palette: Palette, locale: Locale) -> str:
    """The sign of a spot with what it stands for; several marks are their number."""
    tip = xml("; ".join(_tip(mark, corpus, locale) for mark in spot.marks))
    count = len(distinct_records(spot.marks))
    if count > 1:
        body = _outline("stake", spot.x, spot.y, 9.0, palette.card, palette.ink)
        words = str(count)
        body += text(spot.x, spot.y + 4, words, "strong", anchor="middle", more=' font-size="11"')
    else:
        mark = spot.marks[0]
        form, colour = shape(mark.instrument), colour_of(mark, palette)
        body = _drawn(mark.kind, mark.status, form, spot.x, spot.y, spot.radius, palette, colour)
    return f"<g><title>{tip}</title>{body}</g>"


def _drawn(
    kind: str,
    status: str,
    form: str,
    x: float,
    y: float,
    radius: float,
    palette: Palette,
    colour: str,
) -> str:
    if kind == "fact":
        return _outline("star", x, y, radius, palette.ground, colour)
    if kind == "total":
        return _outline("stake", x, y, radius, palette.ground, colour) + _inner(x, y, radius, "Σ")
    if status == "cancelled":
        arm = number(radius * 0.8)
        back = number(-radius * 1.6)
        wide = number(radius * 1.6)
        return (
            f'<path d="M{number(x)} {number(y)}m-{arm} -{arm}l{wide} {wide}m0 {back}l{back} {wide}"'
            f' stroke="{colour}" stroke-width="2.5" fill="none"/>'
        )
    filled = {"rumoured": palette.ground, "announced": palette.ground}.get(status, colour)
    body = _outline(form, x, y, radius, filled, colour)
    # Half filled, dotted and full are told apart without their colours.
    if status == "announced":
        body += _outline(form, x, y, radius * 0.5, colour, colour)
    if status == "committed":
        body += _outline(form, x, y, radius * 0.35, palette.ground, palette.ground)
    return body


def _outline(form: str, x: float, y: float, radius: float, fill: str, stroke: str) -> str:
    """A circle, square, diamond or star of about the same area."""
    look = f'fill="{fill}" stroke="{stroke}" stroke-width="2"'
    if form == "loan":
        half = radius * 0.88
        return (
            f'<rect x="{number(x - half)}" y="{number(y - half)}" width="{number(half * 2)}" '
            f'height="{number(half * 2)}" {look}/>'
        )
    if form in ("trade", "star"):
        reach = radius * 1.2
        waist = reach if form == "trade" else reach * 0.3
        points = (
            (x, y - reach), (x + waist / 2, y - waist / 2), (x + reach, y),
            (x + waist / 2, y + waist / 2), (x, y + reach), (x - waist / 2, y + waist / 2),
            (x - reach, y), (x - waist / 2, y - waist / 2),
        )  # fmt: skip
        path = "L".join(f"{number(at)} {number(height)}" for at, height in points)
        return f'<path d="M{path}Z" {look}/>'
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" {look}/>'


def _inner(x: float, y: float, radius: float, words: str) -> str:
    size = max(9, min(16, round(radius * 1.2)))
    return text(
        x, y + size * 0.36, words, "quiet", anchor="middle", more=f' style="font-size:{size}px"'
    )


def figure_of(mark: TimelineMark, corpus: Corpus, locale: Locale) -> str:
    """The amount of a mark as its record has it; empty for none."""
    amount, _, _ = _told(mark, corpus)
    return format_quantity(amount, locale) if amount is not None else ""


def _told(mark: TimelineMark, corpus: Corpus) -> tuple[Quantity | None, Edtf | None, str]:
    """Amount, date and tranche of what a mark stands for."""
    record = corpus.records.get(mark.record_id)
    if record is None:
        return None, None, ""
    for tranche in getattr(record, "tranches", ()):
        if tranche.id == mark.tranche_id:
            return tranche.amount, tranche.date, tranche.title or tranche.id
    return record_amount(record), record_date(record), ""


def _tip(mark: TimelineMark, corpus: Corpus, locale: Locale) -> str:
    _, when, tranche = _told(mark, corpus)
    status = mark.status if mark.kind == "deal" else ""
    day = format_date(when, locale) if when is not None else ""
    figure = figure_of(mark, corpus, locale)
    return ", ".join(filter(None, (mark.title, tranche, status, figure, day)))


def legend(
    marks: Sequence[TimelineMark],
    sizes: Ranges,
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
    """What the signs that occur mean, in lines of a width, and the height of them.

    Args:
        marks: What is drawn.
        sizes: How small and how large sums are, by currency.
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
    forms = {shape(mark.instrument) for mark in marks if mark.kind == "deal"}
    kinds = {mark.kind for mark in marks}
    by_status = {mark.status: colour_of(mark, palette) for mark in marks}
    for status, words in _STATUSES.items():
        if status in statuses:
            pieces.append(
                (_drawn("deal", status, "stake", 0, 0, 7, palette, by_status[status]), words)
            )
    if len(forms) > 1:
        pieces += [
            (_outline(form, 0, 0, 6, palette.quiet, palette.quiet), words)
            for form, words in _SHAPES.items()
            if form in forms
        ]
    for kind, words in (("fact", "fact"), ("total", "stated total")):
        if kind in kinds:
            pieces.append((_drawn(kind, kind, "", 0, 0, 8, palette, palette.quiet), words))
    bar = f'stroke="{palette.quiet}" stroke-width="3" fill="none"'
    pieces.append((f'<path d="M-9 0H9" {bar}/>', "any day of it"))
    if any(mark.doubtful or mark.open_start or mark.open_end for mark in marks):
        pieces.append((f'<path d="M-9 0H9" {bar} stroke-dasharray="5 4"/>', "open or doubtful"))
    if any(mark.tranche_id for mark in marks):
        pieces.append((f'<path d="M-9 0H9" {bar} stroke-dasharray="1 3"/>', "tranches of a deal"))
    if articles:
        pieces.append((f'<path d="M-6 6h12l-6 -12z" fill="{palette.trip}"/>', "article"))
    if today is not None:
        dots = f'<path d="M0 -9V9" {today_line(palette)}/>'
        pieces.append((dots, f"today, {full_day(today, locale)}"))
    if dense:
        pieces.append((f'<path d="M-6 6v-6m5 6v-12m5 12v-9" {bar}/>', "how many, where dense"))
    rings = _rings(marks, sizes, palette, locale)
    parts, at, line = [], x, y
    for drawing, words, reach in (*((*piece, 7.0) for piece in pieces), *rings):
        # Large circles take more room than the other signs.
        wide = max(0.0, reach - 7)
        needed = 34 + 2 * wide + roughly(words, 13)
        if at > x and at + needed > x + width:
            at, line = x, line + 34
        parts.append(
            f'<g transform="translate({number(at + 12 + wide)} {number(line)})">{drawing}</g>'
        )
        parts.append(text(at + 28 + 2 * wide, line + 5, words, "quiet"))
        at += needed + 16
    return parts, line - y + 30


def today_line(palette: Palette) -> str:
    """The look of the line of today."""
    return f'stroke="{palette.ink}" stroke-width="1.5" stroke-dasharray="2 4" fill="none"'


def _rings(
    marks: Sequence[TimelineMark], sizes: Ranges, palette: Palette, locale: Locale
) -> list[tuple[str, str, float]]:
    """The smallest and the largest sum of each currency as circles: drawing, words, radius."""
    rings = []
    for unit in sorted(sizes, key=lambda unit: -sum(mark.unit == unit for mark in marks))[:_UNITS]:
        by_size = {mark.magnitude: mark for mark in marks if mark.unit == unit and mark.magnitude}
        for size in dict.fromkeys((min(by_size), max(by_size))):
            reach = radius_of(by_size[size], sizes)
            ring = _outline("stake", 0, 0, reach, "none", palette.quiet)
            rings.append((ring, format_number(size, unit, locale), reach))
    return rings
