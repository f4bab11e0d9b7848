"""Draws one lane on one row of cells: intervals, symbols, stacks, or a histogram."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, Literal

from tui.timeline.symbols import ARTICLE, UNPUBLISHED, size_class, symbol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from tui.timeline.cells import Cells
    from tui.timeline.lane_index import LaneIndex
    from tui.timeline.record_marks import TimelineMark
    from tui.timeline.scale import TimeScale

Measure = Literal["count", "amount"]
"""What the height of a histogram shows: how many marks, or how much money."""
DENSITY_LIMIT = 1.5
"""Marks a cell on average from which a lane is drawn as a histogram: symbols would mostly be
stacks.
"""
_BLOCKS = " ▁▂▃▄▅▆▇█"
_FADE = "━╍┅┈"
_CAPS_FROM = 4
"""Cells from which an interval has caps at its ends; in a shorter one they would be most of it."""


class LaneRow:
    """A drawn lane, and which marks lie at its cells.

    Attributes:
        cells: What to paint.
        lane_index: Finds the marks of the lane.
        scale: Where days are.
        end: The first day that is out of sight on the right.
    """

    def __init__(self, index: LaneIndex, scale: TimeScale, base: Cells) -> None:
        self.cells = base
        self.lane_index = index
        self.scale = scale
        self.end = scale.day_at(scale.width)
        self._marks_at_cell: dict[int, list[TimelineMark]] | None = None

    def draw(self, largest_powers: dict[str, int], measure: Measure) -> None:
        """Draw the marks in sight; `largest_powers` are those of `symbols.largest_powers`."""
        first, last = self.lane_index.beginning_in(self.scale.start, self.end)
        spanning = self.lane_index.spanning(self.scale.start)
        if last - first + len(spanning) > DENSITY_LIMIT * self.scale.width:
            self._draw_histogram(largest_powers, measure)
        else:
            self._draw_marks([*spanning, *self.lane_index.marks[first:last]], largest_powers)

    def marks_at(self, column: int) -> Sequence[TimelineMark]:
        """The marks drawn at a column; those whose middle is out of sight are at an edge."""
        if self._marks_at_cell is not None:
            return self._marks_at_cell.get(column, ())
        first_day, end_day = self.scale.day_at(column), self.scale.day_at(column + 1)
        marks = list(self.lane_index.centred_in(first_day, end_day))
        if column == 0:
            spanning = self.lane_index.spanning(self.scale.start)
            marks += [mark for mark in spanning if mark.middle < first_day]
        if column == self.scale.width - 1:
            spanning = self.lane_index.spanning(self.end)
            marks += [mark for mark in spanning if mark.middle >= end_day]
        return marks

    def covering(self, column: int) -> Sequence[TimelineMark]:
        """The marks whose interval covers a column."""
        return self.lane_index.overlapping(self.scale.day_at(column), self.scale.day_at(column + 1))

    def column(self, mark: TimelineMark) -> int | None:
        """Where a mark is drawn; `None` when it is out of sight."""
        if mark.first >= self.end or mark.last + 1 <= self.scale.start:
            return None
        return self._middle_column(mark)

    def select(self, mark: TimelineMark, cells: Cells) -> None:
        """Draw a mark as selected, into a copy of the cells."""
        column = self.column(mark)
        if column is None:
            return
        cells.styles[column] = "selected"
        if self._marks_at_cell is None or len(distinct_records(self._marks_at_cell[column])) > 1:
            return
        first, last = self._column_span(mark)
        for cell in range(max(0, first), min(last, self.scale.width - 1) + 1):
            if cells.styles[cell] == mark.status:
                cells.styles[cell] = "selected" if cells.chars[cell] in "()" else "stack"

    def _middle_column(self, mark: TimelineMark) -> int:
        """The column of the middle of a mark, clamped to the row."""
        return min(max(int(self.scale.column(mark.middle) // 1), 0), self.scale.width - 1)

    def _column_span(self, mark: TimelineMark) -> tuple[int, int]:
        """First and last column of the interval of a mark, in sight or not."""
        first = int(self.scale.column(mark.first) // 1)
        end = self.scale.column(mark.last + 1)
        return first, max(first, int(-(-end // 1)) - 1)

    def _draw_marks(self, marks: list[TimelineMark], largest_powers: dict[str, int]) -> None:
        """Draw all intervals, then a symbol for each cell: the mark's, or the number of records."""
        cells = self.cells
        by_cell: dict[int, list[TimelineMark]] = {}
        self._marks_at_cell = by_cell
        self._draw_tranche_lines(marks)
        # Painter's algorithm: long intervals first, so that short ones lie on top of them.
        marks.sort(key=_longest_first)
        scale = self.scale
        start, days, width = scale.start, scale.days_per_cell, scale.width
        for mark in marks:
            # `_column_span` and `_middle_column` inlined: this runs for every mark of every
            # picture.
            begin, end = mark.first, mark.last + 1
            first_cell = floor((begin - start) / days)
            last_cell = ceil((end - start) / days) - 1
            if last_cell > first_cell:
                self._draw_interval(mark, first_cell, last_cell)
            middle_cell = int(((begin + end) / 2 - start) / days)
            if middle_cell < 0:
                middle_cell = 0
            elif middle_cell >= width:
                middle_cell = width - 1
            if middle_cell in by_cell:
                by_cell[middle_cell].append(mark)
            else:
                by_cell[middle_cell] = [mark]
        for middle_cell, stack in by_cell.items():
            if len(stack) > 1:
                count = len(distinct_records(stack))
                if count > 1:
                    cells.put(middle_cell, str(count) if count < 10 else "+", "stack")
                    continue
                # A deal and tranches of its own at one cell show as the deal.
                stack.sort(key=lambda mark: (mark.tranche_id != "", mark.key))
            self._draw_symbol(stack[0], middle_cell, largest_powers)

    def _draw_symbol(self, mark: TimelineMark, cell: int, largest_powers: dict[str, int]) -> None:
        """The symbol of the only record at a cell, with what stands beside it."""
        cells, style = self.cells, mark.status
        # What lies out of sight gets an arrow, not a symbol as if it were here.
        exact_column = self.scale.column(mark.middle)
        if exact_column < 0 or exact_column >= self.scale.width:
            cells.put(cell, "‹" if exact_column < 0 else "›", style)
            return
        size = size_class(mark, largest_powers)
        cells.put(cell, symbol(mark, size), style)
        occupied = self._marks_at_cell or {}
        # Brackets make a symbol large, where the neighbouring cells are free.
        if size == 2 and cell - 1 not in occupied and cell + 1 not in occupied:
            cells.put(cell - 1, "(", style)
            cells.put(cell + 1, ")", style)
        elif mark.qualifier and cells.chars[cell + 1 : cell + 2] == [" "]:
            cells.put(cell + 1, mark.qualifier[-1], style)

    def _draw_tranche_lines(self, marks: list[TimelineMark]) -> None:
        """A thin line from the mark of a deal through those of its tranches in this lane."""
        extents = self.lane_index.tranche_extents()
        for record_id in distinct_records(marks) if extents else ():
            extent = extents.get(record_id)
            if extent is not None:
                first, last = (int(self.scale.column(end / 2) // 1) for end in extent)
                self.cells.fill(first, last, "─", "dim")

    def _draw_interval(self, mark: TimelineMark, first: int, last: int) -> None:
        """The interval of a mark: capped where known, fading where open, dashed where doubtful."""
        cells, style = self.cells, mark.status
        if mark.qualifier:
            cells.fill(first, last, "╌", style)
        elif mark.open_start or mark.open_end:
            length = last - first + 1
            for column in range(max(0, first), min(last, self.scale.width - 1) + 1):
                distance = (last - column) if mark.open_start else (column - first)
                cells.put(column, _FADE[distance * len(_FADE) // length], style)
        else:
            cells.fill(first, last, "━", style)
            if last - first >= _CAPS_FROM:
                cells.put(first, "┝", style)
                cells.put(last, "┥", style)
                return
            # A half block starts or ends an interval that covers less than half of a cell there.
            start, days = self.scale.start, self.scale.days_per_cell
            if (mark.first - start) / days % 1 >= 0.5:
                cells.put(first, "╺", style)
            if 0 < (mark.last + 1 - start) / days % 1 < 0.5:
                cells.put(last, "╸", style)

    def _draw_histogram(self, largest_powers: dict[str, int], measure: Measure) -> None:
        """The number of marks at each cell, or their amount, as blocks of eight heights."""
        scale = self.scale
        days = [scale.day_at(column) for column in range(scale.width + 1)]
        counts = self.lane_index.counts(days)
        # The edges also count marks whose middle is out of sight, as `marks_at` does.
        for column in {0, scale.width - 1}:
            counts[column] = len(self.marks_at(column))
        # Amounts can be shown in one unit only: money before measures, then the one with the
        # largest sums.
        unit = max(
            largest_powers, key=lambda unit: (len(unit) == 3, largest_powers[unit]), default=""
        )
        heights: Sequence[int | Decimal] = counts
        if measure == "amount" and unit:
            heights = self.lane_index.amounts(days, unit)
        highest = max(heights)
        levels = len(_BLOCKS) - 1
        chars, styles = self.cells.chars, self.cells.styles
        for column, count in enumerate(counts):
            if count:
                # Whatever is there shows at least as the lowest block.
                level = int(heights[column] * levels / highest) if highest else 0
                chars[column] = _BLOCKS[1 if level < 1 else level]
                styles[column] = "stack"


class ArticleRow(LaneRow):
    """The lane of publications: triangles, or the number of those at one cell."""

    def draw_articles(self, as_of: int | None) -> None:
        """Draw the publications; those after the day `as_of` are hollow and dimmed."""
        first, last = self.lane_index.beginning_in(self.scale.start, self.end)
        spanning = self.lane_index.spanning(self.scale.start)
        if last - first + len(spanning) > DENSITY_LIMIT * self.scale.width:
            self._draw_histogram({}, "count")
            return
        by_cell: dict[int, list[TimelineMark]] = {}
        for mark in (*spanning, *self.lane_index.marks[first:last]):
            by_cell.setdefault(self._middle_column(mark), []).append(mark)
        self._marks_at_cell = by_cell
        for column, stack in by_cell.items():
            unpublished = as_of is not None and all(mark.last > as_of for mark in stack)
            count = len(stack)
            char = UNPUBLISHED if unpublished else ARTICLE
            if count > 1:
                char = str(count) if count < 10 else "+"
            self.cells.put(column, char, "dim" if unpublished else "article")


def distinct_records(marks: Iterable[TimelineMark]) -> dict[str, None]:
    """The records of some marks, each once, in order."""
    return dict.fromkeys(mark.record_id for mark in marks)


def _longest_first(mark: TimelineMark) -> int:
    return mark.first - mark.last
