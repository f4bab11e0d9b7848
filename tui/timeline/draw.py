"""Drawing a timeline as rows of cells, and the way back from a cell to its marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.safe_text import safe_line
from tui.model.widths import fill
from tui.timeline.cells import Cells, Run
from tui.timeline.lane_row import ArticleRow, LaneRow, Measure
from tui.timeline.lanes import ROOM_FOR_ARTICLES, legend_room, most_lanes
from tui.timeline.legend import legend
from tui.timeline.ticks import context, ticks
from tui.timeline.timeline import label_width_of
from tui.timeline.tranche_connectors import MOST, join_lanes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from tui.model.locales import Locale
    from tui.timeline.marks import Mark
    from tui.timeline.scale import Scale
    from tui.timeline.timeline import Timeline


class Drawing:
    """Everything of a picture but the selection, to be painted over for every other one.

    Attributes:
        most: The number of lanes that have room.
        lanes: The drawn lanes.
        articles: The drawn publications, where there is room.
        left: Cells for the names of lanes.
    """

    def __init__(
        self,
        timeline: Timeline,
        scale: Scale,
        height: int,
        left: int,
        today: int,
        known: date | None,
        measure: Measure,
    ) -> None:
        self.left = left
        self._timeline = timeline
        with_articles = height >= ROOM_FOR_ARTICLES
        self.most = most_lanes(height)
        found = timeline.lanes(self.most)
        room = legend_room(height, len(found))
        signs = legend(timeline.signs, timeline.largest, left + scale.width, room, timeline.locale)
        blank = Cells(scale.width)
        blank.put(int(scale.column(today) // 1), "┊", "today")
        self.lanes: list[LaneRow] = []
        self._rows: list[list[Run]] = []
        for at in range(len(found)):
            row = LaneRow(timeline.index(self.most, at), scale, blank.copy())
            row.draw(timeline.largest, measure)
            self.lanes.append(row)
        self._join_all()
        for lane, row in zip(found, self.lanes, strict=True):
            self._rows.append([Run(_label(lane.label, left), "lane"), *row.cells.runs()])
        spare = height - 1 - with_articles - len(signs) - len(found)
        self._rows += [[Run(" " * left, "lane"), *blank.runs()]] * spare
        self.articles: ArticleRow | None = None
        self.articles_at = len(self._rows)
        if with_articles:
            self.articles = ArticleRow(timeline.publication_index, scale, blank.copy())
            self.articles.draw_articles(known.toordinal() if known is not None else None)
            if known is not None:
                column = int(scale.column(known.toordinal()) // 1)
                self.articles.cells.put(column, "┃", "selected")
            self._rows.append([Run(_label("articles", left), "dim"), *self.articles.cells.runs()])
        self._rows.append(_axis(scale, left, timeline.locale))
        self._rows += signs
        self._rows = self._rows[:height]

    def picture(self, selected: str | None) -> Picture:
        """The picture with a record selected, its tranches joined to it."""
        marks = self._timeline.of(selected) if selected is not None else ()
        if not marks:
            return Picture(self._rows, self, self._timeline)
        changed: dict[int, Cells] = {}

        def cells_at(at: int) -> Cells | None:
            if at not in changed and at < len(self.lanes):
                changed[at] = self.lanes[at].cells.copy()
            return changed.get(at)

        self._join(marks, cells_at, "stack")
        for mark in marks:
            at = self._row_of(mark)
            cells = cells_at(at)
            if cells is not None:
                self.lanes[at].select(mark, cells)
        rows = self._rows.copy()
        for at, cells in changed.items():
            if at < len(rows):
                rows[at] = [rows[at][0], *cells.runs()]
        return Picture(rows, self, self._timeline)

    def _row_of(self, mark: Mark) -> int:
        return self._timeline.row_of(mark, self.most)

    def _join_all(self) -> None:
        """Join the deals with tranches in sight, unless they are too many."""
        if self._timeline.by == "none":
            return
        scale = self.lanes[0].scale if self.lanes else None
        seen: dict[str, None] = {}
        for mark in self._timeline.tranches:
            if scale is not None and mark.last >= scale.start and mark.first < self.lanes[0].end:
                seen[mark.record_id] = None
                if len(seen) > MOST:
                    return
        for record_id in seen:
            self._join(self._timeline.of(record_id), lambda at: self.lanes[at].cells, "dim")

    def _join(
        self, marks: Sequence[Mark], cells_at: Callable[[int], Cells | None], style: str
    ) -> None:
        if self.lanes:
            join_lanes(marks, self._row_of, cells_at, self.lanes[0].scale, style)


class Picture:
    """What to paint, and what lies where.

    Attributes:
        rows: For every row of cells its runs, from left to right.
        left: Cells for the names of lanes, before the first cell of time.
    """

    def __init__(self, rows: list[list[Run]], drawing: Drawing, timeline: Timeline) -> None:
        self.rows = rows
        self.left = drawing.left
        self._drawing = drawing
        self._timeline = timeline

    def hit(self, column: int, row: int) -> list[str]:
        """The keys of the marks at a cell, else beside it, else whose bars cover it."""
        if not 0 <= row < len(self._drawing.lanes):
            return []
        lane, at = self._drawing.lanes[row], column - self.left
        for near in (at, at - 1, at + 1):
            if 0 <= near < lane.scale.width and (found := lane.at(near)):
                return [mark.key for mark in found]
        if not 0 <= at < lane.scale.width:
            return []
        return [mark.key for mark in lane.over(at)]

    def articles(self, column: int, row: int) -> list[str]:
        """The ids of the articles that were published at a cell, or beside it."""
        lane, at = self._drawing.articles, column - self.left
        if lane is None or row != self._drawing.articles_at:
            return []
        for near in (at, at - 1, at + 1):
            if 0 <= near < lane.scale.width and (found := lane.at(near)):
                return [mark.key for mark in found]
        return []

    def place(self, record_id: str) -> tuple[int, int] | None:
        """Row and column of a record's mark; `None` when it is out of sight."""
        for mark in self._timeline.of(record_id):
            row = self._timeline.row_of(mark, self._drawing.most)
            column = self._drawing.lanes[row].column(mark)
            if column is not None and row < len(self.rows):
                return row, self.left + column
        return None


class Painter:
    """Draws one timeline, and keeps what it drew last, so that another selection costs little."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._drawn: tuple[object, Drawing] | None = None

    def picture(
        self,
        scale: Scale,
        height: int,
        selected: str | None,
        today: date,
        *,
        known: date | None = None,
        measure: Measure = "count",
    ) -> Picture:
        """Draw the lanes, the publications and the axis on `height` rows.

        Args:
            scale: The stretch of time; as wide as the pane less `label_width`.
            height: Rows of cells, at least 1.
            selected: The record to show as selected.
            today: The day of the dotted line.
            known: The day as of which the corpus is shown, marked among the publications.
            measure: What the height of a dense lane shows: how many, or how much.
        """
        wanted = (scale, height, today, known, measure)
        if self._drawn is None or self._drawn[0] != wanted:
            left = label_width_of(scale)
            drawing = Drawing(
                self._timeline, scale, height, left, today.toordinal(), known, measure
            )
            self._drawn = wanted, drawing
        return self._drawn[1].picture(selected)


def _label(text: str, left: int) -> str:
    return f"{fill(safe_line(text), left - 1)} "


def _axis(scale: Scale, left: int, locale: Locale) -> list[Run]:
    cells = Cells(scale.width)
    found = ticks(scale, locale)
    for tick in found:
        for offset, char in enumerate(tick.label or "│"):
            cells.put(tick.column + offset, char, "axis")
    words = context(scale, found, left - 1, locale)
    return [Run(f"{words:<{left}}", "axis"), *cells.runs()]
