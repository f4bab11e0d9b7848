"""Draws a timeline as rows of cells, and finds the marks at a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.safe_text import safe_line
from tui.model.widths import fill
from tui.timeline.cells import Cells, Run
from tui.timeline.lane_row import ArticleRow, LaneRow, Measure
from tui.timeline.lanes import ARTICLE_ROW_FROM, legend_rows, max_lanes
from tui.timeline.legend import legend
from tui.timeline.ticks import context, ticks
from tui.timeline.timeline import label_width_for
from tui.timeline.tranche_connectors import MAX_CONNECTED, connect_lanes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from tui.model.locales import Locale
    from tui.timeline.record_marks import TimelineMark
    from tui.timeline.scale import TimeScale
    from tui.timeline.timeline import Timeline


class Drawing:
    """A picture without its selection.

    Attributes:
        max_lanes: The number of lanes that fit.
        lanes: The drawn lanes.
        articles: The drawn publications, where there is room.
        article_row: The row of the publications.
        label_width: Cells for the names of lanes.
    """

    def __init__(
        self,
        timeline: Timeline,
        scale: TimeScale,
        height: int,
        label_width: int,
        today: int,
        as_of: date | None,
        measure: Measure,
    ) -> None:
        self.label_width = label_width
        self._timeline = timeline
        with_articles = height >= ARTICLE_ROW_FROM
        self.max_lanes = max_lanes(height)
        lanes = timeline.lanes(self.max_lanes)
        spare_rows = legend_rows(height, len(lanes))
        legend_runs = legend(
            timeline.legend_entries,
            timeline.largest_powers,
            label_width + scale.width,
            spare_rows,
            timeline.locale,
        )
        blank = Cells(scale.width)
        blank.put(int(scale.column(today) // 1), "┊", "today")
        self.lanes: list[LaneRow] = []
        self._rows: list[list[Run]] = []
        for position in range(len(lanes)):
            lane_row = LaneRow(timeline.lane_index(self.max_lanes, position), scale, blank.copy())
            lane_row.draw(timeline.largest_powers, measure)
            self.lanes.append(lane_row)
        self._connect_all()
        for lane, lane_row in zip(lanes, self.lanes, strict=True):
            self._rows.append(
                [Run(_label(lane.label, label_width), "lane"), *lane_row.cells.runs()]
            )
        spare = height - 1 - with_articles - len(legend_runs) - len(lanes)
        self._rows += [[Run(" " * label_width, "lane"), *blank.runs()]] * spare
        self.articles: ArticleRow | None = None
        self.article_row = len(self._rows)
        if with_articles:
            self.articles = ArticleRow(timeline.publication_index, scale, blank.copy())
            self.articles.draw_articles(as_of.toordinal() if as_of is not None else None)
            if as_of is not None:
                column = int(scale.column(as_of.toordinal()) // 1)
                self.articles.cells.put(column, "┃", "selected")
            self._rows.append(
                [Run(_label("articles", label_width), "dim"), *self.articles.cells.runs()]
            )
        self._rows.append(_axis(scale, label_width, timeline.locale))
        self._rows += legend_runs
        self._rows = self._rows[:height]

    def picture(self, selected: str | None) -> Picture:
        """The picture with a record selected, and connected to its tranches."""
        marks = self._timeline.marks_of(selected) if selected is not None else ()
        if not marks:
            return Picture(self._rows, self, self._timeline)
        changed_cells: dict[int, Cells] = {}

        def cells_at(position: int) -> Cells | None:
            if position not in changed_cells and position < len(self.lanes):
                changed_cells[position] = self.lanes[position].cells.copy()
            return changed_cells.get(position)

        # Connectors first, so that the marks lie on top of them.
        self._connect(marks, cells_at, "stack")
        for mark in marks:
            position = self._lane_position(mark)
            cells = cells_at(position)
            if cells is not None:
                self.lanes[position].select(mark, cells)
        rows = self._rows.copy()
        for position, cells in changed_cells.items():
            if position < len(rows):
                rows[position] = [rows[position][0], *cells.runs()]
        return Picture(rows, self, self._timeline)

    def _lane_position(self, mark: TimelineMark) -> int:
        return self._timeline.lane_position(mark, self.max_lanes)

    def _connect_all(self) -> None:
        """Connect the deals in sight with their tranches, unless there are too many."""
        if self._timeline.by == "none":
            return
        scale = self.lanes[0].scale if self.lanes else None
        in_sight: dict[str, None] = {}
        for mark in self._timeline.tranches:
            if scale is not None and mark.last >= scale.start and mark.first < self.lanes[0].end:
                in_sight[mark.record_id] = None
                if len(in_sight) > MAX_CONNECTED:
                    return
        for record_id in in_sight:
            self._connect(
                self._timeline.marks_of(record_id),
                lambda position: self.lanes[position].cells,
                "dim",
            )

    def _connect(
        self, marks: Sequence[TimelineMark], cells_at: Callable[[int], Cells | None], style: str
    ) -> None:
        if self.lanes:
            connect_lanes(marks, self._lane_position, cells_at, self.lanes[0].scale, style)


class Picture:
    """What to paint, and what lies where.

    Attributes:
        rows: For every row of cells its runs, from left to right.
        label_width: Cells for the names of lanes, before the first cell of time.
    """

    def __init__(self, rows: list[list[Run]], drawing: Drawing, timeline: Timeline) -> None:
        self.rows = rows
        self.label_width = drawing.label_width
        self._drawing = drawing
        self._timeline = timeline

    def hit(self, column: int, row: int) -> list[str]:
        """The keys of the marks at a cell, else beside it, else of those that extend over it."""
        if not 0 <= row < len(self._drawing.lanes):
            return []
        lane, cell = self._drawing.lanes[row], column - self.label_width
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
            row = self._timeline.lane_position(mark, self._drawing.max_lanes)
            column = self._drawing.lanes[row].column(mark)
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
        as_of: date | None = None,
        measure: Measure = "count",
    ) -> Picture:
        """Draw the lanes, the publications and the axis on `height` rows.

        Args:
            scale: The stretch of time; as wide as the pane less `label_width`.
            height: Rows of cells, at least 1.
            selected: The record to show as selected.
            today: The day of the dotted line.
            as_of: The day as of which the corpus is shown, marked among the publications.
            measure: What the height of a dense lane shows: how many, or how much.
        """
        key = (scale, height, today, as_of, measure)
        if self._cached is None or self._cached[0] != key:
            label_width = label_width_for(scale)
            drawing = Drawing(
                self._timeline, scale, height, label_width, today.toordinal(), as_of, measure
            )
            self._cached = key, drawing
        return self._cached[1].picture(selected)


def _marks_near(lane: LaneRow, cell: int) -> Sequence[TimelineMark]:
    """The marks at a cell, else at one beside it, since a mouse rarely hits a single cell."""
    for neighbour in (cell, cell - 1, cell + 1):
        if 0 <= neighbour < lane.scale.width and (marks := lane.marks_at(neighbour)):
            return marks
    return ()


def _label(text: str, width: int) -> str:
    return f"{fill(safe_line(text), width - 1)} "


def _axis(scale: TimeScale, label_width: int, locale: Locale) -> list[Run]:
    cells = Cells(scale.width)
    axis_ticks = ticks(scale, locale)
    for tick in axis_ticks:
        for offset, char in enumerate(tick.label or "│"):
            cells.put(tick.column + offset, char, "axis")
    year = context(scale, axis_ticks, label_width - 1, locale)
    return [Run(f"{year:<{label_width}}", "axis"), *cells.runs()]
