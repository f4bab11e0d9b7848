"""One lane on one row of cells: bars, marks, stacks, or a histogram where they are too many."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, Literal

from tui.timeline.glyphs import ARTICLE, UNWRITTEN, sign, size_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from tui.timeline.cells import Cells
    from tui.timeline.lane_index import LaneIndex
    from tui.timeline.marks import Mark
    from tui.timeline.scale import Scale

Measure = Literal["count", "amount"]
DENSE = 1.5
"""Marks a cell on average from which a lane is drawn as a histogram."""
_BARS = " ▁▂▃▄▅▆▇█"
_FADING = "━╍┅┈"
_CAPS_FROM = 4


class LaneRow:
    """A drawn lane, and what lies at its cells.

    Attributes:
        cells: What to paint.
        end: The first day that is out of sight at the right.
    """

    def __init__(self, index: LaneIndex, scale: Scale, base: Cells) -> None:
        self.cells = base
        self.index = index
        self.scale = scale
        self.end = scale.day_at(scale.width)
        self._at: dict[int, list[Mark]] | None = None

    def draw(self, most: dict[str, int], measure: Measure) -> None:
        """Draw the marks in sight; `most` are the largest powers of ten by unit."""
        first, last = self.index.starting(self.scale.start, self.end)
        before = self.index.crossing(self.scale.start)
        if last - first + len(before) > DENSE * self.scale.width:
            self._histogram(most, measure)
        else:
            self._marks([*before, *self.index.marks[first:last]], most)

    def at(self, column: int) -> Sequence[Mark]:
        """The marks drawn at a column; those with their middle out of sight are at an edge."""
        if self._at is not None:
            return self._at.get(column, ())
        begin, end = self.scale.day_at(column), self.scale.day_at(column + 1)
        found = list(self.index.centred(begin, end))
        if column == 0:
            crossing = self.index.crossing(self.scale.start)
            found += [mark for mark in crossing if mark.middle < begin]
        if column == self.scale.width - 1:
            crossing = self.index.crossing(self.end)
            found += [mark for mark in crossing if mark.middle >= end]
        return found

    def over(self, column: int) -> Sequence[Mark]:
        """The marks whose interval covers a column."""
        return self.index.touching(self.scale.day_at(column), self.scale.day_at(column + 1))

    def column(self, mark: Mark) -> int | None:
        """Where a mark is drawn; `None` when it is out of sight."""
        if mark.first >= self.end or mark.last + 1 <= self.scale.start:
            return None
        return self._middle(mark)

    def select(self, mark: Mark, cells: Cells) -> None:
        """Draw a mark as the selected one into a copy of the cells."""
        column = self.column(mark)
        if column is None:
            return
        cells.styles[column] = "selected"
        if self._at is None or len(records_of(self._at[column])) > 1:
            return
        first, last = self._span(mark)
        for at in range(max(0, first), min(last, self.scale.width - 1) + 1):
            if cells.styles[at] == mark.status:
                cells.styles[at] = "selected" if cells.chars[at] in "()" else "stack"

    def _middle(self, mark: Mark) -> int:
        return min(max(int(self.scale.column(mark.middle) // 1), 0), self.scale.width - 1)

    def _span(self, mark: Mark) -> tuple[int, int]:
        """First and last column of the interval of a mark, in sight or not."""
        first = int(self.scale.column(mark.first) // 1)
        end = self.scale.column(mark.last + 1)
        return first, max(first, int(-(-end // 1)) - 1)

    def _marks(self, shown: list[Mark], most: dict[str, int]) -> None:
        cells = self.cells
        at: dict[int, list[Mark]] = {}
        self._at = at
        self._joins(shown)
        # Long intervals first, so that short ones lie on top of them.
        shown.sort(key=_days_down)
        scale = self.scale
        start, days, width = scale.start, scale.days_per_cell, scale.width
        for mark in shown:
            # As `_span` and `_middle` have it, without their calls: this runs for every mark.
            begin, end = mark.first, mark.last + 1
            first = floor((begin - start) / days)
            last = ceil((end - start) / days) - 1
            if last > first:
                self._bar(mark, first, last)
            middle = int(((begin + end) / 2 - start) / days)
            if middle < 0:
                middle = 0
            elif middle >= width:
                middle = width - 1
            if middle in at:
                at[middle].append(mark)
            else:
                at[middle] = [mark]
        for middle, together in at.items():
            if len(together) > 1:
                count = len(records_of(together))
                if count > 1:
                    cells.put(middle, str(count) if count < 10 else "+", "stack")
                    continue
                together.sort(key=lambda mark: (mark.tranche_id != "", mark.key))
            self._sign(together[0], middle, most)

    def _sign(self, mark: Mark, middle: int, most: dict[str, int]) -> None:
        """The sign of the only record at a cell, with what stands beside it."""
        cells, style = self.cells, mark.status
        # What is out of sight is not drawn as though it were here.
        exact = self.scale.column(mark.middle)
        if exact < 0 or exact >= self.scale.width:
            cells.put(middle, "‹" if exact < 0 else "›", style)
            return
        size = size_of(mark, most)
        cells.put(middle, sign(mark, size), style)
        at = self._at or {}
        if size == 2 and middle - 1 not in at and middle + 1 not in at:
            cells.put(middle - 1, "(", style)
            cells.put(middle + 1, ")", style)
        elif mark.qualifier and cells.chars[middle + 1 : middle + 2] == [" "]:
            cells.put(middle + 1, mark.qualifier[-1], style)

    def _joins(self, shown: list[Mark]) -> None:
        """A thin line from the mark of a deal through those of its tranches."""
        joined = self.index.joined()
        for record_id in records_of(shown) if joined else ():
            ends = joined.get(record_id)
            if ends is not None:
                first, last = (int(self.scale.column(end / 2) // 1) for end in ends)
                self.cells.fill(first, last, "─", "dim")

    def _bar(self, mark: Mark, first: int, last: int) -> None:
        """The interval of a mark: its ends capped where known, fading where open."""
        cells, style = self.cells, mark.status
        if mark.qualifier:
            cells.fill(first, last, "╌", style)
        elif mark.open_start or mark.open_end:
            length = last - first + 1
            for column in range(max(0, first), min(last, self.scale.width - 1) + 1):
                far = (last - column) if mark.open_start else (column - first)
                cells.put(column, _FADING[far * len(_FADING) // length], style)
        else:
            cells.fill(first, last, "━", style)
            if last - first >= _CAPS_FROM:
                cells.put(first, "┝", style)
                cells.put(last, "┥", style)
                return
            start, days = self.scale.start, self.scale.days_per_cell
            if (mark.first - start) / days % 1 >= 0.5:
                cells.put(first, "╺", style)
            if 0 < (mark.last + 1 - start) / days % 1 < 0.5:
                cells.put(last, "╸", style)

    def _histogram(self, most: dict[str, int], measure: Measure) -> None:
        scale = self.scale
        edges = [scale.day_at(column) for column in range(scale.width + 1)]
        counts = self.index.counts(edges)
        for column in {0, scale.width - 1}:
            counts[column] = len(self.at(column))
        unit = max(most, key=lambda unit: (len(unit) == 3, most[unit]), default="")
        heights: Sequence[int | Decimal] = counts
        if measure == "amount" and unit:
            heights = self.index.amounts(edges, unit)
        highest = max(heights)
        steps = len(_BARS) - 1
        chars, styles = self.cells.chars, self.cells.styles
        for column, count in enumerate(counts):
            if count:
                # Whatever is there shows at least as the lowest step.
                level = int(heights[column] * steps / highest) if highest else 0
                chars[column] = _BARS[1 if level < 1 else level]
                styles[column] = "stack"


class ArticleRow(LaneRow):
    """The publications: triangles, or the number of those at one cell."""

    def draw_articles(self, known: int | None) -> None:
        """Draw them; those after the day `known` are hollow and dimmed."""
        first, last = self.index.starting(self.scale.start, self.end)
        before = self.index.crossing(self.scale.start)
        if last - first + len(before) > DENSE * self.scale.width:
            self._histogram({}, "count")
            return
        at: dict[int, list[Mark]] = {}
        for mark in (*before, *self.index.marks[first:last]):
            at.setdefault(self._middle(mark), []).append(mark)
        self._at = at
        for column, together in at.items():
            unknown = known is not None and all(mark.last > known for mark in together)
            count = len(together)
            char = UNWRITTEN if unknown else ARTICLE
            if count > 1:
                char = str(count) if count < 10 else "+"
            self.cells.put(column, char, "dim" if unknown else "article")


def records_of(marks: Iterable[Mark]) -> dict[str, None]:
    """The records of some marks, each once and in order."""
    return dict.fromkeys(mark.record_id for mark in marks)


def _days_down(mark: Mark) -> int:
    return mark.first - mark.last
