"""Draws a timeline as rows of cells, and finds the marks at a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.safe_text import safe_line
from tui.model.widths import fill
from tui.platform.translation import tr
from tui.timeline.axis.ticks import context, ticks
from tui.timeline.drawing.cells import Cells, Run
from tui.timeline.drawing.lane_row import ArticleRow, LaneRow, Measure
from tui.timeline.drawing.legend import legend_row
from tui.timeline.drawing.tranche_connectors import MAX_CONNECTED, connect_lanes
from tui.timeline.layout.frame import LabelColumns, frame, label_columns

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tui.timeline.axis.scale import TimeScale
    from tui.timeline.layout.frame import Frame
    from tui.timeline.layout.rows import Row, RowPlan
    from tui.timeline.marks.record_marks import TimelineMark
    from tui.timeline.timeline import Timeline

_FOLDED = "⋯"


class Drawing:
    """A picture without its selection.

    Attributes:
        labels: The columns before the time.
        plan: Which marks are on which row of the lanes.
        lanes: The drawn rows of lanes by their row of the picture.
        bars: The rows of the bars of all deals, the topmost first, in cells.
        bars_top: The first row of the bars.
        everything: All marks as one row, to find what lies under a bar.
        articles: The drawn publications, where there is room.
        article_row: The row of the publications.
        rows: For every row of the picture its runs.
    """

    def __init__(
        self,
        timeline: Timeline,
        scale: TimeScale,
        height: int,
        labels: LabelColumns,
        today: int,
        as_of: date | None,
        measure: Measure,
    ) -> None:
        self.labels = labels
        self._timeline, self._scale = timeline, scale
        parts = frame(height)
        self._blank = Cells(scale.width)
        self._blank.put(int(scale.column(today) // 1), "┊", "today")
        self.rows: list[list[Run]] = []
        if parts.legend:
            width = labels.width + scale.width
            self.rows.append(legend_row(timeline.legend_entries, width))
        self.bars_top = len(self.rows)
        self._draw_bars(parts)
        if parts.axis and not parts.is_strip:
            self.rows.append(self._axis())
        self.lanes: dict[int, LaneRow] = {}
        self.plan: RowPlan | None = None
        self._row_of_plan: list[int] = []
        if parts.lanes:
            self._draw_lanes(timeline.row_plan(parts.lanes), parts.lanes, measure)
        self.articles: ArticleRow | None = None
        self.article_row = len(self.rows)
        if parts.articles:
            self._draw_articles(as_of)
        if parts.axis and parts.is_strip:
            self.rows.append(self._axis())

    def _draw_bars(self, parts: Frame) -> None:
        self.everything = LaneRow(self._timeline.all_marks, self._scale, self._blank)
        self.bars = [self._blank.copy() for _ in range(parts.bars)]
        self._timeline.amount_bars.draw(self._scale, self.bars)
        words = self._timeline.bars_label
        for at, cells in enumerate(self.bars):
            label = self._label(words if at == len(self.bars) - 1 else "")
            self.rows.append([Run(label, "lane"), *cells.runs()])

    def _draw_lanes(self, plan: RowPlan, room: int, measure: Measure) -> None:
        self.plan = plan
        words = self._timeline.words
        spaced = room - len(plan.rows) >= len(plan.lanes) > 1
        blank_row = [Run(" " * self.labels.width, "lane"), *self._blank.runs()]
        top = len(self.rows)
        for row in plan.rows:
            if spaced and row.leads and row.lane:
                self.rows.append(blank_row)
            lane_row = LaneRow(row.marks, self._scale, self._blank.copy())
            lane_row.draw(measure, self._timeline.histogram_unit)
            self._row_of_plan.append(len(self.rows))
            self.lanes[len(self.rows)] = lane_row
            self.rows.append([])
        self._connect_all()
        for row, at in zip(plan.rows, self._row_of_plan, strict=True):
            named = row.uniform and self.labels.counterpart > 0
            self.lanes[at].write_words(words, uniform=named)
            self.rows[at] = [*self._row_label(row), *self.lanes[at].cells.runs()]
        self.rows += [blank_row] * (top + room - len(self.rows))

    def _row_label(self, row: Row) -> list[Run]:
        lane = self.plan.lanes[row.lane] if self.plan is not None else None
        name = lane.label if row.leads and lane is not None else ""
        runs = [Run(f" {fill(safe_line(name), self.labels.lane - 2)} ", "lane")]
        if not self.labels.counterpart:
            return runs
        room = self.labels.counterpart - 1
        words = self._timeline.words
        if not row.uniform:
            return [*runs, Run(" " * (room + 1), "dim")]
        mark = row.marks.marks[0]
        who = fill(words.counterpart(mark), room).rstrip()
        kind = words.kind(mark)
        kind = f" {kind}" if kind and len(who) + len(kind) + 1 <= room else ""
        return [*runs, Run(who, "lane"), Run(fill(kind, room + 1 - len(who)), "dim")]

    def _draw_articles(self, as_of: date | None) -> None:
        timeline, scale = self._timeline, self._scale
        self.articles = ArticleRow(timeline.publication_index, scale, self._blank.copy())
        self.articles.draw_articles(as_of.toordinal() if as_of is not None else None)
        if as_of is not None:
            column = int(scale.column(as_of.toordinal()) // 1)
            self.articles.cells.put(column, "┃", "selected")
        self.rows.append([Run(self._label(tr("articles")), "lane"), *self.articles.cells.runs()])

    def _label(self, text: str) -> str:
        return f" {fill(safe_line(text), self.labels.width - 2)} "

    def _axis(self) -> list[Run]:
        """The ticks, and how long each fold is."""
        scale, locale = self._scale, self._timeline.locale
        cells = Cells(scale.width)
        axis_ticks = ticks(scale, locale)
        for tick in axis_ticks:
            for offset, char in enumerate(tick.label or "╵"):
                cells.put(tick.column + offset, char, "axis")
        for fold in scale.folds:
            first, end = int(scale.column(fold.first)), int(scale.column(fold.end))
            words = f"{_FOLDED}{_length_words(fold.days)}"
            text = words if len(words) <= end - first else _FOLDED
            start = first + (end - first - len(text)) // 2
            if start >= 0 and start + len(text) <= scale.width:
                for offset, char in enumerate(text):
                    cells.put(start + offset, char, "dim")
        year = context(scale, axis_ticks, self.labels.width - 3, locale)
        return [Run(self._label(year), "axis"), *cells.runs()]

    def row_of(self, mark: TimelineMark) -> int:
        """The row of a mark: that of its lane, else the lowest one of the bars."""
        if self.plan is None:
            return self.bars_top + len(self.bars) - 1
        return self._row_of_plan[self.plan.row_of(mark)]

    def cells_of_row(self, row: int) -> Cells | None:
        """The cells of a row of a lane."""
        lane = self.lanes.get(row)
        return lane.cells if lane is not None else None

    def target(self, row: int) -> LaneRow | None:
        """What is found on a row: its lane, or everything under the bars."""
        if self.bars_top <= row < self.bars_top + len(self.bars):
            return self.everything
        return self.lanes.get(row)

    def picture(self, selected: str | None) -> Picture:
        """The picture with a record selected, and connected to its tranches."""
        marks = self._timeline.marks_of(selected) if selected is not None else ()
        if not marks:
            return Picture(self.rows, self, self._timeline)
        rows = self.rows.copy()
        self._select_bar(marks[0], rows)
        changed_cells: dict[int, Cells] = {}

        def cells_at(row: int) -> Cells | None:
            lane = self.lanes.get(row)
            if row not in changed_cells and lane is not None:
                changed_cells[row] = lane.cells.copy()
            return changed_cells.get(row)

        if self.plan is not None:
            # Connectors first, so that the marks lie on top of them.
            connect_lanes(marks, self.row_of, cells_at, self._scale, "stack")
            for mark in marks:
                row = self.row_of(mark)
                cells = cells_at(row)
                if cells is not None:
                    self.lanes[row].select(mark, cells)
            own_row = self.row_of(marks[0])
            for row, cells in changed_cells.items():
                rows[row] = [*self._label_runs(row, marked=row == own_row), *cells.runs()]
        return Picture(rows, self, self._timeline)

    def _label_runs(self, row: int, *, marked: bool) -> list[Run]:
        at = self._row_of_plan.index(row)
        runs = self._row_label(self.plan.rows[at]) if self.plan is not None else []
        if marked and runs:
            bold = [Run(run.text, "strong" if run.style == "lane" else run.style) for run in runs]
            return [Run("▌", "accent"), Run(bold[0].text[1:], bold[0].style), *bold[1:]]
        return runs

    def _select_bar(self, mark: TimelineMark, rows: list[list[Run]]) -> None:
        column = self.everything.column(mark)
        if column is None:
            return
        for at, bar in enumerate(self.bars):
            cells = bar.copy()
            if cells.chars[column] != " " or at == len(self.bars) - 1:
                cells.styles[column] = "selected-bar"
                row = self.bars_top + at
                rows[row] = [rows[row][0], *cells.runs()]

    def _connect_all(self) -> None:
        """Connect the deals in sight with their tranches, unless there are too many."""
        if self._timeline.by == "none":
            return
        begin, end = self.everything.begin, self.everything.end
        in_sight: dict[str, None] = {}
        for mark in self._timeline.tranches:
            if mark.last >= begin and mark.first < end:
                in_sight[mark.record_id] = None
                if len(in_sight) > MAX_CONNECTED:
                    return
        for record_id in in_sight:
            marks: Sequence[TimelineMark] = self._timeline.marks_of(record_id)
            connect_lanes(marks, self.row_of, self.cells_of_row, self._scale, "dim")


class Picture:
    """What to paint, and what lies where.

    Attributes:
        rows: For every row of cells its runs, from left to right.
        label_width: Cells for the names of lanes, before the first cell of time.
    """

    def __init__(self, rows: list[list[Run]], drawing: Drawing, timeline: Timeline) -> None:
        self.rows = rows
        self.label_width = drawing.labels.width
        self._drawing = drawing
        self._timeline = timeline

    def hit(self, column: int, row: int) -> list[str]:
        """The keys of the marks at a cell, else beside it, else of those that extend over it."""
        lane = self._drawing.target(row)
        if lane is None:
            return []
        cell = column - self.label_width
        marks = _marks_near(lane, cell)
        if not marks and 0 <= cell < lane.scale.width:
            marks = lane.covering(cell)
        return [mark.key for mark in marks]

    def articles(self, column: int, row: int) -> list[str]:
        """The ids of the articles that were published at a cell, or beside it."""
        lane, cell = self._drawing.articles, column - self.label_width
        if lane is None or row != self._drawing.article_row:
            return []
        return [mark.key for mark in _marks_near(lane, cell)]

    def cell_of(self, record_id: str) -> tuple[int, int] | None:
        """Row and column of a record's mark; `None` when it is out of sight."""
        for mark in self._timeline.marks_of(record_id):
            row = self._drawing.row_of(mark)
            lane = self._drawing.target(row)
            column = lane.column(mark) if lane is not None else None
            if column is not None and row < len(self.rows):
                return row, self.label_width + column
        return None


class Painter:
    """Draws one timeline; the last drawing is cached, so that moving the selection costs little."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._cached: tuple[object, Drawing] | None = None

    def picture(
        self,
        scale: TimeScale,
        height: int,
        selected: str | None,
        today: date,
        *,
        labels: LabelColumns | None = None,
        as_of: date | None = None,
        measure: Measure = "count",
    ) -> Picture:
        """Draw the bars, the lanes, the publications and the axis on `height` rows.

        Args:
            scale: The stretch of time; as wide as the pane less the columns of the labels.
            height: Rows of cells, at least 1.
            selected: The record to show as selected.
            today: The day of the dotted line.
            labels: The columns before the time; by default those of `frame.label_columns`.
            as_of: The day as of which the corpus is shown, marked among the publications.
            measure: What the height of a dense lane shows: how many, or how much.
        """
        columns = labels if labels is not None else _columns_beside(scale, height)
        key = (scale, height, today, columns, as_of, measure)
        if self._cached is None or self._cached[0] != key:
            drawing = Drawing(
                self._timeline, scale, height, columns, today.toordinal(), as_of, measure
            )
            self._cached = key, drawing
        return self._cached[1].picture(selected)


def _marks_near(lane: LaneRow, cell: int) -> Sequence[TimelineMark]:
    """The marks at a cell, else at one beside it, since a mouse rarely hits a single cell."""
    for neighbour in (cell, cell - 1, cell + 1):
        if 0 <= neighbour < lane.scale.width and (marks := lane.marks_at(neighbour)):
            return marks
    return ()


def _columns_beside(scale: TimeScale, height: int) -> LabelColumns:
    """The label columns of the picture whose time is as wide as a scale."""
    width = scale.width
    while width - label_columns(width, height).width < scale.width:
        width += 1
    return label_columns(width, height)


def _length_words(days: int) -> str:
    """How long a fold is: `9 mo`, `3 yr`."""
    months = round(days / 30.44)
    if months < 24:
        return tr("{count} mo").format(count=months)
    return tr("{count} yr").format(count=months // 12)
