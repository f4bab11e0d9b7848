"""The timeline as a picture: a self-contained SVG with its legend, sources and a text equal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tui.export.flows_look import DARK, LIGHT, Palette
from tui.export.flows_look import style as base_style
from tui.export.svg_text import number, roughly, shortened, text, xml
from tui.export.timeline_text import timeline_list
from tui.model.format import format_number
from tui.timeline.ticks import ticks
from tui.timeline.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.corpus import Corpus
    from tui.model.records import Record
    from tui.timeline.lanes import Lane
    from tui.timeline.marks import Mark
    from tui.timeline.scale import Scale

_MARGIN, _LEFT, _TOP, _LANE = 48.0, 220.0, 128.0, 46.0
_LANES = 12
_SMALL, _LARGE = 3.5, 19.0
_WORDS = {
    "paid": "paid", "committed": "committed", "announced": "announced (a pledge)",
    "rumoured": "rumoured", "fact": "fact", "total": "stated total",
}  # fmt: skip


def timeline_svg(
    corpus: Corpus,
    records: Sequence[Record],
    *,
    by: str = "payer",
    title: str = "Timeline",
    width: int = 1200,
    height: int = 700,
    light: bool = False,
) -> str:
    """Draw records over time.

    A circle is as large as the logarithm of its amount, each unit on its own scale. A date that
    is known only as an interval is a bar over all of it; an open or doubtful side is dashed. The
    list of all facts is in the description of the picture.

    Args:
        corpus: Where names and articles come from.
        records: What to show.
        by: What a lane stands for: payer, payee, instrument, status, article.
        title: The heading.
        width: Pixels.
        height: Pixels at least; more lanes make it taller.
        light: Whether the ground is light.
    """
    palette = LIGHT if light else DARK
    timeline = Timeline.build(records, corpus, by)
    lanes = timeline.lanes(_LANES)
    inner = int(width - _LEFT - _MARGIN)
    scale = timeline.fit(inner)
    bottom = _TOP + max(1, len(lanes)) * _LANE + 34
    full = max(height, int(bottom + 92 + 18 * min(len(corpus.articles), 12)))
    facts = "\n".join(line for _, line in timeline_list(corpus, records))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {full}" width="{width}" '
        f'height="{full}" role="img" aria-labelledby="t d">',
        f'<title id="t">{xml(title)}</title><desc id="d">{xml(facts)}</desc>',
        base_style(palette),
        f'<rect width="{width}" height="{full}" fill="{palette.ground}"/>',
        text(_MARGIN, 62, shortened(title, width - 2 * _MARGIN, 30), "title"),
        text(_MARGIN, 88, _subtitle(timeline, by), "quiet"),
    ]
    parts += _grid(scale, bottom, palette)
    ranges = _ranges(timeline.marks)
    for index, lane in enumerate(lanes):
        parts += _lane(lane, _TOP + (index + 0.5) * _LANE, scale, palette, ranges)
    parts += _articles(timeline.publications, scale, bottom - 14, palette)
    parts += _legend(bottom + 40, palette)
    parts += _sources(corpus, bottom + 76, width)
    parts.append("</svg>\n")
    return "\n".join(parts)


def _subtitle(timeline: Timeline, by: str) -> str:
    records = {mark.record_id for mark in timeline.marks}
    words = f"{len(records)} records by {by}, sized by amount on a logarithmic scale"
    return f"{words}; {len(timeline.undated)} without a date" if timeline.undated else words


def _x(scale: Scale, day: float) -> float:
    return _LEFT + min(max(scale.column(day), 0), scale.width)


def _grid(scale: Scale, bottom: float, palette: Palette) -> list[str]:
    """The axis: thin lines, labels where they have room in this face."""
    parts, free = [], 0.0
    wide = scale.resized(max(8, scale.width // 9))
    stretched = type(scale)(scale.start, scale.days_per_cell * scale.width / wide.width, wide.width)
    for tick in ticks(stretched):
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


def _ranges(marks: Sequence[Mark]) -> dict[str, tuple[float, float]]:
    """Smallest and largest logarithm by unit."""
    sizes: dict[str, list[float]] = {}
    for mark in marks:
        if mark.magnitude:
            sizes.setdefault(mark.unit, []).append(_log(mark))
    return {unit: (min(found), max(found)) for unit, found in sizes.items()}


def _log(mark: Mark) -> float:
    magnitude = mark.magnitude
    return float(abs(magnitude).log10()) if magnitude else 0.0


def _radius(mark: Mark, ranges: dict[str, tuple[float, float]]) -> float:
    if not mark.magnitude:
        return _SMALL
    low, high = ranges[mark.unit]
    share = 0.4 if high == low else (_log(mark) - low) / (high - low)
    return _SMALL + 2 + share * (_LARGE - _SMALL - 2)


def _colour(mark: Mark, palette: Palette) -> str:
    kinds = palette.kinds
    return {
        "paid": kinds["paid"], "committed": kinds["committed"], "announced": kinds["ceiling"],
        "rumoured": kinds["rumoured"],
    }.get(mark.status, palette.quiet)  # fmt: skip


def _lane(
    lane: Lane, y: float, scale: Scale, palette: Palette, ranges: dict[str, tuple[float, float]]
) -> list[str]:
    name = text(_LEFT - 14, y + 5, shortened(lane.label, _LEFT - 66, 15), "party", anchor="end")
    line = f'<path d="M{number(_LEFT)} {number(y)}h{scale.width}" stroke="{palette.line}"/>'
    bars, circles, labels = [], [], []
    free = 0.0
    for mark in sorted(lane.marks, key=lambda mark: (mark.first + mark.last, mark.key)):
        first, last = _x(scale, mark.first), _x(scale, mark.last + 1)
        colour = _colour(mark, palette)
        if last - first > 3:
            dashed = mark.doubtful or mark.open_start or mark.open_end
            dash = ' stroke-dasharray="5 4"' if dashed else ""
            bars.append(
                f'<path d="M{number(first)} {number(y)}H{number(last)}" stroke="{colour}" '
                f'stroke-width="4" stroke-opacity=".65"{dash}/>'
            )
        middle, radius = (first + last) / 2, _radius(mark, ranges)
        hollow = mark.status in ("rumoured", "fact", "total") or mark.magnitude is None
        fill = palette.ground if hollow else colour
        circles.append(
            f'<circle cx="{number(middle)}" cy="{number(y)}" r="{number(radius)}" fill="{fill}" '
            f'fill-opacity=".88" stroke="{colour}" stroke-width="2"><title>{xml(_tip(mark))}'
            f"</title></circle>"
        )
        words = format_number(mark.magnitude, mark.unit) if mark.magnitude else ""
        start = middle - roughly(words, 12) / 2
        if words and radius > 9 and start > free:
            labels.append(
                text(
                    middle, y - radius - 3, words, "quiet", anchor="middle", more=' font-size="12"'
                )
            )
            free = start + roughly(words, 12) + 8
    return [name, line, *bars, *circles, *labels]


def _tip(mark: Mark) -> str:
    days = f"{date.fromordinal(mark.first)} – {date.fromordinal(mark.last)}"
    amount = f", {format_number(mark.magnitude, mark.unit)}" if mark.magnitude else ""
    return f"{mark.title}: {mark.status}{amount}, {days}"


def _articles(marks: Sequence[Mark], scale: Scale, y: float, palette: Palette) -> list[str]:
    parts = [text(_LEFT - 14, y + 5, "articles", "quiet", anchor="end")]
    for mark in marks:
        x = _x(scale, (mark.first + mark.last + 1) / 2)
        parts.append(
            f'<path d="M{number(x - 6)} {number(y + 6)}h12l-6 -12z" fill="{palette.trip}">'
            f"<title>{xml(mark.title)}</title></path>"
        )
    return parts


def _legend(y: float, palette: Palette) -> list[str]:
    kinds = palette.kinds
    colours = {
        "paid": kinds["paid"], "committed": kinds["committed"], "announced": kinds["ceiling"],
        "rumoured": kinds["rumoured"], "fact": palette.quiet, "total": palette.quiet,
    }  # fmt: skip
    parts, x = [], _MARGIN + 8
    for status, words in _WORDS.items():
        hollow = status in ("rumoured", "fact", "total")
        fill = palette.ground if hollow else colours[status]
        parts.append(
            f'<circle cx="{number(x)}" cy="{number(y)}" r="7" fill="{fill}" '
            f'stroke="{colours[status]}" stroke-width="2"/>'
        )
        parts.append(text(x + 14, y + 5, words, "quiet"))
        x += 40 + roughly(words, 13)
    parts.append(text(x, y + 5, "bar: any day of it · dashed: open or doubtful", "quiet"))
    return parts


def _sources(corpus: Corpus, y: float, width: int) -> list[str]:
    parts = [text(_MARGIN, y, "Sources", "strong")]
    for line, article in enumerate(list(corpus.articles.values())[:12]):
        who = f"{article.publisher}, " if article.publisher else ""
        when = f"{article.published}: " if article.published else ""
        words = shortened(f"{who}{when}{article.title or article.id}", width - 2 * _MARGIN, 13)
        parts.append(text(_MARGIN, y + 20 + 18 * line, words, "quiet"))
    return parts
