"""The timeline as a picture: a self-contained SVG with its legend, sources and a text equal."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui.export.svg.flows_style import DARK, LIGHT, Palette
from tui.export.svg.flows_style import style as base_style
from tui.export.svg.primitives import number, roughly, shortened, text, xml
from tui.export.svg.sources import articles_of, source_lines
from tui.export.svg.timeline_bars import HEIGHT, bars, crowded
from tui.export.svg.timeline_layout import placed, ranges
from tui.export.svg.timeline_symbols import colour_of, figure_of, legend, sign_of, today_line
from tui.export.text.timeline_text import NOTHING, timeline_list
from tui.model.format import EN, counted
from tui.timeline.ticks import context, ticks
from tui.timeline.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tui.export.svg.timeline_layout import Spot
    from tui.model.corpus import Corpus
    from tui.model.locales import Locale
    from tui.model.records import Record
    from tui.timeline.lanes import Grouping, Lane
    from tui.timeline.record_marks import TimelineMark
    from tui.timeline.scale import TimeScale

_MARGIN, _LEFT, _TOP, _LINE = 48.0, 220.0, 128.0, 1104.0
_LANES = 12


def timeline_svg(
    corpus: Corpus,
    records: Sequence[Record],
    *,
    by: Grouping = "payer",
    title: str = "Timeline",
    width: int = 1200,
    light: bool = False,
    today: date | None = None,
    locale: Locale = EN,
) -> str:
    """Draw records over time.

    A sign is as large as the logarithm of its sum of money, each currency on its own scale. A
    date that is known only as an interval is a bar over all of it; an open or doubtful side is
    dashed. No sign lies over another: a lane has as many rows as it takes, what has no room in
    them is counted, and a lane where most have none is a histogram. The picture is as high as
    its lanes need; articles are those that tell of the records. The list of all facts is in the
    description of the picture.

    Args:
        corpus: Where names and articles come from.
        records: What to show.
        by: What a lane stands for: payer, payee, instrument, status, article.
        title: The heading.
        width: Pixels.
        light: Whether the ground is light.
        today: The day of the dotted line, where the picture reaches it; else that of the clock.
        locale: How figures and dates are written.
    """
    palette = LIGHT if light else DARK
    today = today or datetime.now(UTC).astimezone().date()
    told = articles_of(records, corpus)
    timeline = Timeline.build(records, corpus, by, told, locale=locale)
    lanes = timeline.lanes(_LANES)
    inner = int(width - _LEFT - _MARGIN)
    scale = timeline.fit(inner)
    reaches_today = bool(timeline.marks) and 0 <= scale.column(today.toordinal()) <= scale.width
    sizes = ranges(timeline.marks)
    spots: dict[str, Spot] = {}
    bodies: list[str] = []
    dense = False
    y: float = _TOP
    for lane in lanes:
        drawn, tall = placed(
            lane.marks,
            lambda day: _x(scale, day),
            sizes,
            lambda mark: figure_of(mark, corpus, locale),
        )
        if crowded(drawn):
            drawn, tall, dense = [], HEIGHT, True
            bodies += bars(lane, scale, _LEFT, y, palette, locale)
        for spot in drawn:
            spot.y += y
            spots.update((mark.key, spot) for mark in spot.marks)
        bodies += _lane(lane, drawn, y, tall, palette)
        y += tall
    if not lanes:
        bodies.append(text(_MARGIN, y, NOTHING, "party"))
    bottom = y + 34 * bool(told)
    legend_lines, legend_height = legend(
        timeline.marks, sizes, _MARGIN, bottom + 32, width - 2 * _MARGIN, palette, locale,
        dense=dense, articles=bool(timeline.publications),
        today=today if reaches_today else None,
    )  # fmt: skip
    end, sources = source_lines(
        told, locale, _MARGIN, bottom + 44 + legend_height, width - 2 * _MARGIN
    )
    full = int(end + 12)
    facts = "\n".join(line for _, line in timeline_list(corpus, records, locale))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {full}" width="{width}" '
        f'height="{full}" role="img" aria-labelledby="t d">',
        f'<title id="t">{xml(title)}</title><desc id="d">{xml(facts)}</desc>',
        base_style(palette),
        f'<rect width="{width}" height="{full}" fill="{palette.ground}"/>',
        text(_MARGIN, 62, shortened(title, width - 2 * _MARGIN, 30), "title"),
        text(_MARGIN, 88, _subtitle(timeline, by), "quiet"),
    ]
    if lanes:
        parts += _grid(scale, bottom, palette, locale)
    if reaches_today:
        parts.append(
            f'<path d="M{number(_x(scale, today.toordinal()))} {number(_TOP - 8)}'
            f'V{number(bottom)}" {today_line(palette)}/>'
        )
    parts += bodies
    parts += _joins(timeline.tranches, spots, palette)
    each = dict.fromkeys(spots.values())
    parts += [sign_of(spot, corpus, palette, locale) for spot in each]
    parts += _labels(each, palette)
    if told:
        parts += _articles(timeline.publications, scale, bottom - 14, palette)
    parts += legend_lines
    parts += sources
    parts.append("</svg>\n")
    return "\n".join(parts)


def _lane(
    lane: Lane, spots: Sequence[Spot], top: float, height: float, palette: Palette
) -> list[str]:
    """Its name, a ground to tell it from its neighbours, and bars; signs and figures come later."""
    middle = top + height / 2
    parts = [
        f'<path d="M{number(_MARGIN)} {number(top)}H{number(_MARGIN + _LINE)}" '
        f'stroke="{palette.line}" stroke-width=".6"/>',
        text(_LEFT - 14, middle + 5, shortened(lane.label, _LEFT - 66, 15), "party", anchor="end"),
    ]
    for spot in spots:
        mark = spot.marks[0]
        if spot.last - spot.first > 3:
            dashed = mark.doubtful or mark.open_start or mark.open_end
            dash = ' stroke-dasharray="5 4"' if dashed else ""
            parts.append(
                f'<path d="M{number(spot.first)} {number(spot.y)}H{number(spot.last)}" '
                f'stroke="{colour_of(mark, palette)}" stroke-width="4" stroke-opacity=".65"{dash}/>'
            )
    return parts


def _labels(spots: Iterable[Spot], palette: Palette) -> list[str]:
    """The figures above the signs, on a seam of ground, so that lines pass behind them."""
    look = (
        f' style="font-size:12px;paint-order:stroke;stroke:{palette.ground};stroke-width:4px;'
        f'stroke-linejoin:round"'
    )
    return [
        text(spot.x, spot.y - spot.radius - 4, spot.label, "quiet", anchor="middle", more=look)
        for spot in spots
        if spot.label
    ]


def _joins(tranches: Sequence[TimelineMark], spots: dict[str, Spot], palette: Palette) -> list[str]:
    """A dotted line from each tranche to its deal, or to the tranche before it."""
    parts = []
    for mark in tranches:
        here, deal = spots.get(mark.key), spots.get(mark.record_id)
        if here is not None and deal is not None and deal is not here:
            bend = (deal.y + here.y) / 2
            parts.append(
                f'<path d="M{number(deal.x)} {number(deal.y)}C{number(deal.x)} {number(bend)} '
                f'{number(here.x)} {number(bend)} {number(here.x)} {number(here.y)}" fill="none" '
                f'stroke="{palette.ink}" stroke-width="2" stroke-dasharray="1 4" '
                f'stroke-linecap="round"/>'
            )
    return parts


def _subtitle(timeline: Timeline, by: str) -> str:
    records = {mark.record_id for mark in timeline.marks}
    words = f"{counted(len(records), 'record')} by {by}; money sized on a log scale, by currency"
    return f"{words}; {len(timeline.undated)} without a date" if timeline.undated else words


def _x(scale: TimeScale, day: float) -> float:
    return _LEFT + min(max(scale.column(day), 0), scale.width)


def _grid(scale: TimeScale, bottom: float, palette: Palette, locale: Locale) -> list[str]:
    """The axis: thin lines, labels where they have room in this face."""
    parts, free = [], _LEFT
    wide = scale.resized(max(8, scale.width // 9))
    stretched = type(scale)(scale.start, scale.days_per_cell * scale.width / wide.width, wide.width)
    found = ticks(stretched, locale)
    if words := context(stretched, found, 20, locale):
        parts.append(text(_LEFT - 14, _TOP - 14, words, "quiet", anchor="end"))
    for tick in found:
        x = _x(scale, stretched.day_at(tick.column))
        weight = 1.2 if tick.major else 0.6
        parts.append(
            f'<path d="M{number(x)} {number(_TOP - 8)}V{number(bottom)}" stroke="{palette.line}" '
            f'stroke-width="{weight}"/>'
        )
        if tick.label and x >= free:
            parts.append(text(x + 4, _TOP - 14, tick.label, "quiet"))
            free = x + roughly(tick.label, 13) + 14
    return parts


def _articles(
    marks: Sequence[TimelineMark], scale: TimeScale, y: float, palette: Palette
) -> list[str]:
    parts = [text(_LEFT - 14, y + 5, "articles", "quiet", anchor="end")]
    for mark in marks:
        x = _x(scale, (mark.first + mark.last + 1) / 2)
        parts.append(
            f'<path d="M{number(x - 6)} {number(y + 6)}h12l-6 -12z" fill="{palette.trip}">'
            f"<title>{xml(mark.title)}</title></path>"
        )
    return parts
