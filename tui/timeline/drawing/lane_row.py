"""Draws marks on one row of cells: dates, signs, amounts, or a histogram where they are many."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, Literal

from tui.model.widths import cells as cells_of
from tui.platform.translation import tr
from tui.timeline.axis.folds import position_of
from tui.timeline.drawing.amount_bars import BLOCKS
from tui.timeline.marks.symbols import ARTICLE, STATUS_SIGNS, UNPUBLISHED, symbol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from tui.timeline.axis.scale import TimeScale
    from tui.timeline.drawing.cells import Cells
    from tui.timeline.layout.lane_index import LaneIndex
    from tui.timeline.marks.mark_words import MarkWords
    from tui.timeline.marks.record_marks import TimelineMark

Measure = Literal["count", "amount"]
"""What the height of a histogram shows: how many marks, or how much money."""
DENSITY_LIMIT = 1.5
"""Marks a cell on average from which a row is drawn as a histogram: signs would mostly be stacks.
"""
_CAPPED_FROM = 3
"""Cells from which the days of a date are drawn with caps at their ends; its sign fills fewer."""
_MOST_WRITTEN = 24
"""Signs on a row up to which their amounts are written beside them; of more, few have room."""
_FIRMEST = {status: at for at, status in enumerate(STATUS_SIGNS)}


class LaneRow:
    """A drawn row, and which marks lie at its cells.

    Attributes:
        cells: What to paint.
        lane_index: Finds the marks of the row.
        scale: Where days are.
        begin: The first day in sight.
        end: The first day that is out of sight on the right.
    """

    def __init__(self, index: LaneIndex, scale: TimeScale, base: Cells) -> None:
        self.cells = base
        self.lane_index = index
        self.scale = scale
        self.begin, self.end = scale.day_at(0), scale.day_at(scale.width)
        self._marks_at_cell: dict[int, list[TimelineMark]] | None = None

    def draw(self, measure: Measure, unit: str) -> None:
        """Draw the marks in sight.

        Args:
            measure: What the height of a histogram shows.
            unit: The currency of such heights; empty for none.
        """
        first, last = self.lane_index.beginning_in(self.begin, self.end)
        spanning = self.lane_index.spanning(self.begin)
        if last - first + len(spanning) > DENSITY_LIMIT * self.scale.width:
            self._draw_histogram(measure, unit)
            return
        self._draw_marks([*spanning, *self.lane_index.marks[first:last]])

    def write_words(self, words: MarkWords, *, uniform: bool) -> None:
        """Write the amounts beside the signs, the largest first; what has no room is left out.

        Args:
            words: Writes amounts and parties.
            uniform: Whether all marks are between the same parties, which then stand before the
                row and not beside every mark.
        """
        if self._marks_at_cell and len(self._marks_at_cell) <= _MOST_WRITTEN:
            self._write_beside(self._marks_at_cell, words, uniform=uniform)

    def marks_at(self, column: int) -> Sequence[TimelineMark]:
        """The marks drawn at a column; those whose sign is out of sight are at an edge."""
        if self._marks_at_cell is not None:
            return self._marks_at_cell.get(column, ())
        first_day, end_day = self.scale.day_at(column), self.scale.day_at(column + 1)
        marks = list(self.lane_index.centred_in(first_day, end_day))
        if column == 0:
            spanning = self.lane_index.spanning(self.begin)
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
        if mark.first >= self.end or mark.last + 1 <= self.begin:
            return None
        return self._sign_column(mark)

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
                cells.styles[cell] = "stack"

    def _sign_column(self, mark: TimelineMark) -> int:
        """The column of the sign of a mark, clamped to the row."""
        return min(max(int(self.scale.column(mark.middle) // 1), 0), self.scale.width - 1)

    def _column_span(self, mark: TimelineMark) -> tuple[int, int]:
        """First and last column of the interval of a mark, in sight or not."""
        first = floor(self.scale.column(mark.first))
        return first, max(first, ceil(self.scale.column(mark.last + 1)) - 1)

    def _draw_marks(self, marks: list[TimelineMark]) -> None:
        """Draw all intervals, then a sign for each cell: the mark's, or the number of records."""
        cells = self.cells
        by_cell: dict[int, list[TimelineMark]] = {}
        self._marks_at_cell = by_cell
        self._draw_tranche_lines(marks)
        # Painter's algorithm: long intervals first, so that short ones lie on top of them.
        marks.sort(key=_longest_first)
        scale = self.scale
        start, days, width, folds = scale.start, scale.days_per_cell, scale.width, scale.folds
        for mark in marks:
            # `_column_span` and `_sign_column` inlined: this runs for every mark of every picture.
            begin: float = mark.first
            end: float = mark.last + 1
            middle = mark.twice_middle / 2
            if folds:
                begin, end = position_of(begin, folds), position_of(end, folds)
                middle = position_of(middle, folds)
            sign_cell = floor((middle - start) / days)
            first_cell = floor((begin - start) / days)
            last_cell = ceil((end - start) / days) - 1
            if mark.open_start or mark.open_end:
                self._draw_open(mark, first_cell, last_cell, sign_cell)
            elif last_cell - first_cell + 1 >= _CAPPED_FROM:
                self._draw_interval(mark, first_cell, last_cell)
            if sign_cell < 0:
                sign_cell = 0
            elif sign_cell >= width:
                sign_cell = width - 1
            if sign_cell in by_cell:
                by_cell[sign_cell].append(mark)
            else:
                by_cell[sign_cell] = [mark]
        for sign_cell, stack in by_cell.items():
            if len(stack) > 1:
                count = len(distinct_records(stack))
                if count > 1:
                    cells.put(sign_cell, str(count) if count < 10 else "+", "stack")
                    continue
                # A deal and tranches of its own at one cell show as the firmest of these.
                stack.sort(key=_firmest_tranche)
            self._draw_sign(stack[0], sign_cell)

    def _draw_sign(self, mark: TimelineMark, cell: int) -> None:
        """The sign of the only record at a cell."""
        # What lies out of sight gets an arrow, not a sign as if it were here.
        exact_column = self.scale.column(mark.middle)
        if exact_column < 0 or exact_column >= self.scale.width:
            self.cells.put(cell, "‹" if exact_column < 0 else "›", mark.status)
            return
        self.cells.put(cell, symbol(mark), mark.status)

    def _draw_tranche_lines(self, marks: list[TimelineMark]) -> None:
        """A thin line from the mark of a deal through those of its tranches on this row."""
        extents = self.lane_index.tranche_extents()
        for record_id in distinct_records(marks) if extents else ():
            extent = extents.get(record_id)
            if extent is not None:
                first, last = (int(self.scale.column(end / 2) // 1) for end in extent)
                self.cells.fill(first, last, "─", "dim")

    def _draw_interval(self, mark: TimelineMark, first: int, last: int) -> None:
        """The days that a date may mean, between caps; dashed without them where it is about."""
        cells, style = self.cells, mark.status
        if mark.qualifier:
            cells.fill(first, last, "╌", style)
            return
        cells.fill(first, last, "─", style)
        cells.put(first, "├", style)
        cells.put(last, "┤", style)

    def _draw_open(self, mark: TimelineMark, first: int, last: int, sign_cell: int) -> None:
        """The open side of a date, in at least one cell."""
        if mark.open_start:
            self.cells.fill(min(first, sign_cell - 1), sign_cell - 1, "┄", mark.status)
        else:
            self.cells.fill(sign_cell + 1, max(last, sign_cell + 1), "┄", mark.status)

    # Words

    def _write_beside(
        self, by_cell: dict[int, list[TimelineMark]], words: MarkWords, *, uniform: bool
    ) -> None:
        alone = [(column, stack) for column, stack in by_cell.items() if _is_one_record(stack)]
        alone.sort(key=lambda item: (-item[1][0].weight, item[0]))
        for column, stack in alone:
            mark = stack[0]
            text = words.amount(mark)
            candidates = [text]
            if text and mark.tranche_id and (whole := self._whole_of_last(mark)) is not None:
                candidates.insert(
                    0, tr("{part} of {whole}").format(part=text, whole=words.amount(whole))
                )
            if not uniform:
                candidates.insert(0, f"{words.counterpart(mark)} {candidates[0]}".rstrip())
            elif mark.kind == "total":
                candidates.insert(0, tr("{text} in total").format(text=text))
            first, last = self._column_span(mark)
            after, before = max(last, column) + 1, min(first, column) - 1
            for candidate in candidates:
                if candidate and self._write(candidate, after, before):
                    break

    def _whole_of_last(self, mark: TimelineMark) -> TimelineMark | None:
        """The deal that the last tranche is a part of, where no sign of its own is seen."""
        _, last_twice_middle = self.lane_index.tranche_extents()[mark.record_id]
        if mark.twice_middle != last_twice_middle or self._marks_at_cell is None:
            return None
        for stack in self._marks_at_cell.values():
            for other in stack:
                if other.record_id == mark.record_id and not other.tranche_id:
                    return other if stack[0] is not other else None
        return None

    def _write(self, text: str, after: int, before: int) -> bool:
        """Write a text behind an interval, else before it, with a free cell on both sides."""
        room = cells_of(text)
        if room != len(text):
            # Wide letters take two cells, which a row of single cells cannot hold.
            return False
        for column in (after + 1, before - room):
            first, end = column - 1, column + room + 1
            if first < -1 or end > self.scale.width + 1:
                continue
            if all(map(self._is_free, range(max(0, first), min(end, self.scale.width)))):
                for offset, char in enumerate(f" {text} ", -1):
                    self.cells.put(column + offset, char, "lane")
                return True
        return False

    def _is_free(self, cell: int) -> bool:
        """Whether words may be written into a cell: also over the line that joins tranches."""
        char = self.cells.chars[cell]
        return char in " ┊" or (char == "─" and self.cells.styles[cell] == "dim")

    def _draw_histogram(self, measure: Measure, unit: str) -> None:
        """The number of marks at each cell, or their amount, as blocks of eight heights."""
        scale = self.scale
        days = [scale.day_at(column) for column in range(scale.width + 1)]
        counts = self.lane_index.counts(days)
        # The edges also count marks whose sign is out of sight, as `marks_at` does.
        for column in {0, scale.width - 1}:
            counts[column] = len(self.marks_at(column))
        heights: Sequence[int | Decimal] = counts
        if measure == "amount" and unit:
            # Amounts can be shown in one unit only.
            heights = self.lane_index.amounts(days, unit)
        highest = max(heights)
        levels = len(BLOCKS) - 1
        chars, styles = self.cells.chars, self.cells.styles
        for column, count in enumerate(counts):
            if count:
                # Whatever is there shows at least as the lowest block.
                level = int(heights[column] * levels / highest) if highest else 0
                chars[column] = BLOCKS[1 if level < 1 else level]
                styles[column] = "stack"


class ArticleRow(LaneRow):
    """The lane of publications: triangles, or the number of those at one cell."""

    def draw_articles(self, as_of: int | None) -> None:
        """Draw the publications; those after the day `as_of` are hollow and dimmed."""
        first, last = self.lane_index.beginning_in(self.begin, self.end)
        spanning = self.lane_index.spanning(self.begin)
        if last - first + len(spanning) > DENSITY_LIMIT * self.scale.width:
            self._draw_histogram("count", "")
            return
        by_cell: dict[int, list[TimelineMark]] = {}
        for mark in (*spanning, *self.lane_index.marks[first:last]):
            by_cell.setdefault(self._sign_column(mark), []).append(mark)
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


def _is_one_record(marks: Sequence[TimelineMark]) -> bool:
    return len(marks) == 1 or len(distinct_records(marks)) == 1


def _longest_first(mark: TimelineMark) -> int:
    return mark.first - mark.last


def _firmest_tranche(mark: TimelineMark) -> tuple[bool, int, str]:
    return not mark.tranche_id, _FIRMEST.get(mark.status, len(_FIRMEST)), mark.key
