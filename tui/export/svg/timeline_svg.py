"""The timeline as a picture: a self-contained SVG with a legend, sources and all of it as text."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui.export.svg.flows_style import DARK, LIGHT, Palette, style_sheet
from tui.export.svg.primitives import approximate_width, px, shortened, text, xml_text
from tui.export.svg.sources import articles_of, source_lines
from tui.export.svg.timeline_histogram import HISTOGRAM_HEIGHT, histogram, is_crowded
from tui.export.svg.timeline_layout import place_symbols, size_ranges
from tui.export.svg.timeline_symbols import amount_text, colour_of, legend, symbol_svg, today_line
from tui.export.text.columns import with_plain_spaces
from tui.export.text.timeline_text import NOTHING, timeline_list
from tui.model.format import EN, counted
from tui.platform.translation import tr
from tui.timeline.axis.ticks import context, ticks
from tui.timeline.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tui.export.svg.timeline_layout import PlacedSymbol
    from tui.model.corpus import Corpus
    from tui.model.locales import Locale
    from tui.model.records import Record
    from tui.timeline.axis.scale import TimeScale
    from tui.timeline.layout.lanes import Grouping, Lane
    from tui.timeline.marks.record_marks import TimelineMark

_MARGIN, _LEFT, _TOP, _LINE = 48.0, 220.0, 128.0, 1104.0
_MAX_LANES = 12


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

    The size of a symbol is the logarithm of its sum of money, each currency on its own scale. A
    date that is known as an interval is a bar over all of it; an open or doubtful side is dashed.
    No symbol covers another: a lane has as many rows as it takes, what has no room in them is
    counted, and a lane where that is most becomes a histogram. The picture is as high as its lanes
    need; the articles are those that the records quote. The picture's description lists all facts.

    Args:
        corpus: Where names and articles come from.
        records: What to show.
        by: What a lane stands for.
        title: The heading.
        width: Pixels.
        light: Whether the background is light.
        today: The day of the dotted line, where the picture reaches it; by default the current day.
        locale: How figures and dates are written.
    """
    palette = LIGHT if light else DARK
    today = today or datetime.now(UTC).astimezone().date()
    quoted_articles = articles_of(records, corpus)
    timeline = Timeline.build(records, corpus, by, quoted_articles, locale=locale)
    lanes = timeline.lanes(_MAX_LANES)
    inner = int(width - _LEFT - _MARGIN)
    scale = timeline.fit(inner, folded=False)
    reaches_today = bool(timeline.marks) and 0 <= scale.column(today.toordinal()) <= scale.width
    ranges = size_ranges(timeline.marks)
    symbols: dict[str, PlacedSymbol] = {}
    bodies: list[str] = []
    dense = False
    y: float = _TOP
    for lane in lanes:
        drawn, lane_height = place_symbols(
            lane.marks,
            lambda day: _x(scale, day),
            ranges,
            lambda mark: amount_text(mark, corpus, locale),
        )
        if is_crowded(drawn):
            drawn, lane_height, dense = [], HISTOGRAM_HEIGHT, True
            bodies += histogram(lane, scale, _LEFT, y, palette, locale)
        for placed in drawn:
            placed.y += y
            symbols.update((mark.key, placed) for mark in placed.marks)
        bodies += _lane(lane, drawn, y, lane_height, palette)
        y += lane_height
    if not lanes:
        bodies.append(text(_MARGIN, y, NOTHING, "party"))
    bottom = y + 34 * bool(quoted_articles)
    legend_lines, legend_height = legend(
        timeline.marks, ranges, _MARGIN, bottom + 32, width - 2 * _MARGIN, palette, locale,
        dense=dense, articles=bool(timeline.publications),
        today=today if reaches_today else None,
    )  # fmt: skip
    end, sources = source_lines(
        quoted_articles, locale, _MARGIN, bottom + 44 + legend_height, width - 2 * _MARGIN
    )
    height = int(end + 12)
    facts = "\n".join(
        f"{line.date}  {with_plain_spaces(line.text)}"
        for line in timeline_list(corpus, records, locale)
    )
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-labelledby="t d">',
        f'<title id="t">{xml_text(title)}</title><desc id="d">{xml_text(facts)}</desc>',
        style_sheet(palette),
        f'<rect width="{width}" height="{height}" fill="{palette.ground}"/>',
        text(_MARGIN, 62, shortened(title, width - 2 * _MARGIN, 30), "title"),
        text(_MARGIN, 88, _subtitle(timeline, by), "quiet"),
    ]
    if lanes:
        parts += _grid(scale, bottom, palette, locale)
    if reaches_today:
        parts.append(
            f'<path d="M{px(_x(scale, today.toordinal()))} {px(_TOP - 8)}'
            f'V{px(bottom)}" {today_line(palette)}/>'
        )
    parts += bodies
    parts += _connectors(timeline.tranches, symbols, palette)
    distinct = dict.fromkeys(symbols.values())
    parts += [symbol_svg(placed, corpus, palette, locale) for placed in distinct]
    parts += _labels(distinct, palette)
    if quoted_articles:
        parts += _articles(timeline.publications, scale, bottom - 14, palette)
    parts += legend_lines
    parts += sources
    parts.append("</svg>\n")
    return "\n".join(parts)


def _lane(
    lane: Lane, symbols: Sequence[PlacedSymbol], top: float, height: float, palette: Palette
) -> list[str]:
    """The name of a lane, a line above it, and its intervals; symbols and labels come later."""
    middle = top + height / 2
    parts = [
        f'<path d="M{px(_MARGIN)} {px(top)}H{px(_MARGIN + _LINE)}" '
        f'stroke="{palette.line}" stroke-width=".6"/>',
        text(_LEFT - 14, middle + 5, shortened(lane.label, _LEFT - 66, 15), "party", anchor="end"),
    ]
    for placed in symbols:
        mark = placed.marks[0]
        if placed.last - placed.first > 3:
            is_doubtful = mark.doubtful or mark.open_start or mark.open_end
            dashes = ' stroke-dasharray="5 4"' if is_doubtful else ""
            parts.append(
                f'<path d="M{px(placed.first)} {px(placed.y)}H{px(placed.last)}" '
                f'stroke="{colour_of(mark, palette)}" stroke-width="4" stroke-opacity=".65"'
                f"{dashes}/>"
            )
    return parts


def _labels(symbols: Iterable[PlacedSymbol], palette: Palette) -> list[str]:
    """The amounts above the symbols, outlined so that lines pass behind them."""
    look = (
        f' style="font-size:12px;paint-order:stroke;stroke:{palette.ground};stroke-width:4px;'
        f'stroke-linejoin:round"'
    )
    return [
        text(
            placed.x,
            placed.y - placed.radius - 4,
            placed.label,
            "quiet",
            anchor="middle",
            more=look,
        )
        for placed in symbols
        if placed.label
    ]


def _connectors(
    tranches: Sequence[TimelineMark], symbols: dict[str, PlacedSymbol], palette: Palette
) -> list[str]:
    """A dotted line from each deal to its tranches."""
    parts = []
    for mark in tranches:
        own, deal = symbols.get(mark.key), symbols.get(mark.record_id)
        if own is not None and deal is not None and deal is not own:
            control_y = (deal.y + own.y) / 2
            parts.append(
                f'<path d="M{px(deal.x)} {px(deal.y)}C{px(deal.x)} {px(control_y)} '
                f'{px(own.x)} {px(control_y)} {px(own.x)} {px(own.y)}" fill="none" '
                f'stroke="{palette.ink}" stroke-width="2" stroke-dasharray="1 4" '
                f'stroke-linecap="round"/>'
            )
    return parts


def _subtitle(timeline: Timeline, by: str) -> str:
    """How many records are shown, and how."""
    records = {mark.record_id for mark in timeline.marks}
    text = tr("{records} by {lanes}; money sized on a log scale, by currency")
    text = text.format(records=counted(len(records), "record"), lanes=tr(by))
    if timeline.undated:
        text += "; " + tr("{count} without a date").format(count=len(timeline.undated))
    return text


def _x(scale: TimeScale, day: float) -> float:
    """The pixel of a day, clamped to the scale."""
    return _LEFT + min(max(scale.column(day), 0), scale.width)


def _grid(scale: TimeScale, bottom: float, palette: Palette, locale: Locale) -> list[str]:
    """The axis: thin lines, with labels where they fit in this face."""
    parts, free = [], _LEFT
    resized = scale.resized(max(8, scale.width // 9))
    # Ticks are placed in cells of a terminal; here a cell is nine pixels, about a character.
    stretched = type(scale)(
        scale.start, scale.days_per_cell * scale.width / resized.width, resized.width
    )
    axis_ticks = ticks(stretched, locale)
    if label := context(stretched, axis_ticks, 20, locale):
        parts.append(text(_LEFT - 14, _TOP - 14, label, "quiet", anchor="end"))
    for tick in axis_ticks:
        x = _x(scale, stretched.day_at(tick.column))
        line_width = 1.2 if tick.major else 0.6
        parts.append(
            f'<path d="M{px(x)} {px(_TOP - 8)}V{px(bottom)}" stroke="{palette.line}" '
            f'stroke-width="{line_width}"/>'
        )
        if tick.label and x >= free:
            parts.append(text(x + 4, _TOP - 14, tick.label, "quiet"))
            free = x + approximate_width(tick.label, 13) + 14
    return parts


def _articles(
    marks: Sequence[TimelineMark], scale: TimeScale, y: float, palette: Palette
) -> list[str]:
    """The lane of publications."""
    parts = [text(_LEFT - 14, y + 5, "articles", "quiet", anchor="end")]
    for mark in marks:
        x = _x(scale, (mark.first + mark.last + 1) / 2)
        parts.append(
            f'<path d="M{px(x - 6)} {px(y + 6)}h12l-6 -12z" fill="{palette.trip}">'
            f"<title>{xml_text(mark.title)}</title></path>"
        )
    return parts
