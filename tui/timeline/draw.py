"""Drawing a timeline as rows of cells, and the way back from a cell to its marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.model.safe_text import safe_line
from tui.timeline.ticks import ticks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tui.timeline.marks import Mark
    from tui.timeline.scale import Scale
    from tui.timeline.timeline import Timeline

_GLYPHS: dict[str, str] = {
    "paid": "·●●", "committed": "·◉◉", "announced": "·◐◐", "rumoured": "·○○", "cancelled": "✕✕✕",
    "fact": "◇◇◆", "total": "□□■", "article": "▲▲▲",
}  # fmt: skip
_BARS = "▁▂▃▄▅▆▇█"
_DENSE = 3.0
"""Marks a cell on average from which a lane is drawn as a histogram."""


class Run(NamedTuple):
    """Cells of one style."""

    text: str
    style: str


class Picture:
    """What to paint, and what lies where."""

    def __init__(
        self, rows: list[list[Run]], left: int, hits: dict[tuple[int, int], list[str]]
    ) -> None:
        self.rows = rows
        self.left = left
        self._hits = hits
        self._places: dict[str, tuple[int, int]] = {}
        for (row, column), keys in hits.items():
            for key in keys:
                self._places.setdefault(key.partition("/")[0], (row, column))

    def hit(self, column: int, row: int) -> list[str]:
        """The keys of the marks at a cell, or beside it."""
        for near in (0, -1, 1):
            keys = self._hits.get((row, column + near))
            if keys:
                return keys
        return []

    def place(self, record_id: str) -> tuple[int, int] | None:
        """Row and column of a record's mark; `None` when it is out of sight."""
        return self._places.get(record_id)


def draw(
    timeline: Timeline,
    scale: Scale,
    height: int,
    left: int,
    selected: str | None,
    today: int,
    known: date | None,
) -> Picture:
    """Draw lanes, then publications, then the axis."""
    hits: dict[tuple[int, int], list[str]] = {}
    rows: list[list[Run]] = []
    articles = height >= 4
    most = max(1, height - 1 - articles)
    biggest = _biggest(timeline.marks)
    for index, lane in enumerate(timeline.lanes(most)[:most]):
        cells = _Cells(scale.width)
        _now(cells, scale, today)
        shown = timeline.in_view(most, index, scale)
        if len(shown) > _DENSE * scale.width:
            _histogram(cells, shown, scale, len(rows), left, hits, selected)
        else:
            _lane(cells, shown, scale, len(rows), left, hits, selected, biggest)
        rows.append([Run(_label(lane.label, left), "lane"), *cells.runs()])
    while len(rows) < most:
        cells = _Cells(scale.width)
        _now(cells, scale, today)
        rows.append([Run(" " * left, "lane"), *cells.runs()])
    if articles:
        rows.append(_articles(timeline.publications, scale, left, today, known))
    rows.append(_axis(scale, left))
    return Picture(rows[:height], left, hits)


class _Cells:
    """A row in the making: a character and a style for every cell."""

    def __init__(self, width: int) -> None:
        self.chars = [" "] * width
        self.styles = [""] * width

    def put(self, column: int, char: str, style: str) -> None:
        if 0 <= column < len(self.chars):
            self.chars[column], self.styles[column] = char, style

    def runs(self) -> list[Run]:
        runs: list[Run] = []
        begin = 0
        for column in range(1, len(self.chars) + 1):
            if column == len(self.chars) or self.styles[column] != self.styles[begin]:
                runs.append(Run("".join(self.chars[begin:column]), self.styles[begin]))
                begin = column
        return runs


def _label(text: str, left: int) -> str:
    text = safe_line(text)
    text = text if len(text) < left else f"{text[: left - 2]}…"
    return f"{text:<{left}}"


def _now(cells: _Cells, scale: Scale, today: int) -> None:
    cells.put(int(scale.column(today)), "┊", "today")


def _span(mark: Mark, scale: Scale) -> tuple[int, int]:
    """First and last column of a mark."""
    first = int(scale.column(mark.first) // 1)
    last = int(scale.column(mark.last + 1) // 1)
    return first, max(first, last - (scale.column(mark.last + 1) % 1 == 0))


def _biggest(marks: Sequence[Mark]) -> int:
    return max((_size(mark) for mark in marks), default=0)


def _size(mark: Mark) -> int:
    """Decades of the magnitude, the log scale of the sizes."""
    return mark.magnitude.adjusted() if mark.magnitude else 0


def _glyph(mark: Mark, biggest: int) -> str:
    glyphs = _GLYPHS.get(mark.status, "·●●")
    size = _size(mark)
    if mark.magnitude is None or size < biggest - 4:
        return glyphs[0]
    return glyphs[1] if size < biggest - 2 else glyphs[2]


def _lane(
    cells: _Cells,
    shown: Sequence[Mark],
    scale: Scale,
    row: int,
    left: int,
    hits: dict[tuple[int, int], list[str]],
    selected: str | None,
    biggest: int,
) -> None:
    centres: dict[int, list[Mark]] = {}
    # Long intervals first, so that short ones lie on top of them.
    for mark in sorted(shown, key=lambda mark: mark.first - mark.last):
        first, last = _span(mark, scale)
        if last < 0 or first >= scale.width:
            continue
        style = "selected" if mark.record_id == selected else mark.status
        fading = mark.doubtful or mark.open_start or mark.open_end
        for column in range(max(0, first), min(last, scale.width - 1) + 1):
            if last > first:
                cells.put(column, "╌" if fading else "━", style if style != "selected" else "stack")
        centre = min(max((first + last) // 2, 0), scale.width - 1)
        centres.setdefault(centre, []).append(mark)
    for centre, together in centres.items():
        hits[row, left + centre] = [mark.key for mark in together]
        chosen = any(mark.record_id == selected for mark in together)
        top = max(together, key=_size)
        records = {mark.record_id for mark in together}
        if len(records) > 1:
            char = str(len(records)) if len(records) < 10 else "+"
            cells.put(centre, char, "selected" if chosen else "stack")
        else:
            cells.put(centre, _glyph(top, biggest), "selected" if chosen else top.status)


def _histogram(
    cells: _Cells,
    shown: Sequence[Mark],
    scale: Scale,
    row: int,
    left: int,
    hits: dict[tuple[int, int], list[str]],
    selected: str | None,
) -> None:
    counts: dict[int, list[str]] = {}
    chosen = -1
    for mark in shown:
        column = int(scale.column((mark.first + mark.last + 1) / 2))
        if 0 <= column < scale.width:
            counts.setdefault(column, []).append(mark.key)
            if mark.record_id == selected:
                chosen = column
    highest = max(map(len, counts.values()), default=1)
    for column, keys in counts.items():
        level = (len(keys) * (len(_BARS) - 1) + highest - 1) // highest
        cells.put(column, _BARS[level], "selected" if column == chosen else "stack")
        hits[row, left + column] = keys


def _articles(
    publications: Sequence[Mark], scale: Scale, left: int, today: int, known: date | None
) -> list[Run]:
    cells = _Cells(scale.width)
    _now(cells, scale, today)
    for mark in publications:
        first, last = _span(mark, scale)
        cells.put((first + last) // 2, "▲", "article")
    if known is not None:
        cells.put(int(scale.column(known.toordinal())), "┃", "selected")
    return [Run(_label("articles", left), "dim"), *cells.runs()]


def _axis(scale: Scale, left: int) -> list[Run]:
    cells = _Cells(scale.width)
    for tick in ticks(scale):
        for offset, char in enumerate(tick.label or "│"):
            cells.put(tick.column + offset, char, "axis")
    return [Run(" " * left, "axis"), *cells.runs()]
