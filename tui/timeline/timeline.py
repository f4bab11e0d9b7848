"""A timeline: the marks of some records grouped into lanes, ready to be drawn at any scale."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tui.model.locales import EN
from tui.model.task import UNATTENDED
from tui.timeline.lane_index import LaneIndex
from tui.timeline.lanes import (
    Lane,
    chronological,
    collapse_lanes,
    group_into_lanes,
    legend_rows,
    max_lanes,
)
from tui.timeline.legend import legend_entries, legend_lines
from tui.timeline.mark_cache import sorted_marks
from tui.timeline.record_marks import TimelineMark, marks_of_articles
from tui.timeline.scale import TimeScale
from tui.timeline.symbols import largest_powers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from tui.model.corpus import Corpus
    from tui.model.locales import Locale
    from tui.model.records import Article, Record
    from tui.model.task import Task
    from tui.timeline.lanes import Grouping
    from tui.timeline.legend import LegendEntry
    from tui.timeline.mark_cache import MarkCache, SortedMarks

_EMPTY_SPAN = (730_000, 730_365)
"""The days to show when there is nothing to show: a year."""


def label_width(width: int) -> int:
    """Cells for the names of lanes in a pane of some width: a sixth, from 6 to 18."""
    return min(18, max(6, width // 6))


class Timeline:
    """The marks of some records, grouped and sorted once; a `Painter` draws only what is in view.

    What takes a pass over all marks is computed on first use, or ahead of it by `prepare`.

    Attributes:
        by: What the lanes stand for.
        locale: How figures and dates are written.
        marks: All marks in chronological order.
        undated: Ids of records without a date.
        publications: Marks for the publication of articles, in chronological order.
    """

    def __init__(
        self,
        marks: SortedMarks,
        by: Grouping,
        corpus: Corpus,
        articles: Iterable[Article],
        locale: Locale = EN,
        task: Task = UNATTENDED,
    ) -> None:
        self.by, self.locale = by, locale
        self.marks, self.undated = marks
        self.publications = sorted(marks_of_articles(articles), key=chronological)
        self.publication_index = LaneIndex(self.publications)
        groups = [group for group in (self.marks, self.publications) if group]
        self._first = min((group[0].first for group in groups), default=_EMPTY_SPAN[0])
        last_days = (mark.last for group in groups for mark in task.walk(group))
        self._last = max(last_days, default=_EMPTY_SPAN[1])
        self._corpus = corpus
        self._task = UNATTENDED
        self._collapsed: dict[int, list[Lane]] = {}
        self._lane_indexes: dict[tuple[str, int], LaneIndex] = {}
        self._lane_positions: dict[str, int] | None = None
        self._order: tuple[list[str], dict[str, int]] | None = None

    @classmethod
    def build(
        cls,
        records: Collection[Record],
        corpus: Corpus,
        by: Grouping = "payer",
        articles: Iterable[Article] | None = None,
        *,
        cache: MarkCache | None = None,
        locale: Locale = EN,
        task: Task = UNATTENDED,
    ) -> Timeline:
        """The timeline of some records, and of the publication of articles.

        Args:
            records: Of the corpus, or any others.
            corpus: Knows the names of parties.
            by: What the lanes stand for.
            articles: Those whose publication is shown; by default all of the corpus.
            cache: The marks of the corpus, where several timelines of it are made.
            locale: How figures and dates are written.
            task: Who waits for it.

        Raises:
            CancelledError: If nobody waits any more.
        """
        shown = corpus.articles.values() if articles is None else articles
        marks = cache.marks_of(records, task) if cache is not None else sorted_marks(records)
        return cls(marks, by, corpus, shown, locale, task)

    def _walk(self) -> Iterator[TimelineMark]:
        return self._task.walk(self.marks)

    def lanes(self, limit: int) -> list[Lane]:
        """At most so many lanes, those with the most money first.

        The last one collects the rest.
        """
        lanes = self._collapsed.get(limit)
        if lanes is None:
            lanes = self._collapsed[limit] = collapse_lanes(
                self._all_lanes, limit, self._walk(), self.by
            )
        return lanes

    @cached_property
    def _all_lanes(self) -> list[Lane]:
        return group_into_lanes(self._walk(), self.by, self._corpus)

    def lane_index(self, limit: int, position: int) -> LaneIndex:
        """The index of the marks of a lane of `lanes(limit)`."""
        lane = self.lanes(limit)[position]
        # A lane has the same marks for any limit, except the one that collects the rest.
        key = (lane.key, limit if position == limit - 1 else 0)
        index = self._lane_indexes.get(key)
        if index is None:
            index = self._lane_indexes[key] = LaneIndex(lane.marks)
        return index

    def lane_position(self, mark: TimelineMark, limit: int) -> int:
        """The position of a mark's lane in `lanes(limit)`."""
        if self.by == "none":
            return 0
        if self._lane_positions is None:
            self._lane_positions = {lane.key: at for at, lane in enumerate(self._all_lanes)}
        return min(self._lane_positions[getattr(mark, self.by)], max(1, limit) - 1)

    def marks_of(self, record_id: str) -> Sequence[TimelineMark]:
        """The marks of a record, its own before those of its tranches; none where undated."""
        record_mark, tranches = (
            self._record_marks.get(record_id),
            self._tranche_marks.get(record_id, ()),
        )
        return tranches if record_mark is None else (record_mark, *tranches)

    @cached_property
    def _record_marks(self) -> dict[str, TimelineMark]:
        return {mark.record_id: mark for mark in self._walk() if not mark.tranche_id}

    @cached_property
    def _tranche_marks(self) -> dict[str, list[TimelineMark]]:
        by_record: dict[str, list[TimelineMark]] = {}
        for mark in self.tranches:
            by_record.setdefault(mark.record_id, []).append(mark)
        return by_record

    def order(self) -> tuple[list[str], dict[str, int]]:
        """The records in chronological order, and the position of each.

        A record stands at its own mark, or else at that of its first tranche.
        """
        if self._order is None:
            records = [
                mark.record_id for mark in self.marks if self.marks_of(mark.record_id)[0] is mark
            ]
            self._order = (
                records,
                {record_id: position for position, record_id in enumerate(records)},
            )
        return self._order

    @cached_property
    def largest_powers(self) -> dict[str, int]:
        """For every unit its largest power of ten."""
        return largest_powers(self._walk())

    @cached_property
    def legend_entries(self) -> list[LegendEntry]:
        """The symbols that the marks need, with their meanings."""
        return legend_entries(self._walk())

    def legend_beside(self, height: int, width: int) -> str:
        """The first line of the legend, for a picture that has no row for it.

        Empty where it does not fit.
        """
        if legend_rows(height, len(self.lanes(max_lanes(height)))):
            return ""
        line = "".join(
            run.text
            for run in legend_lines(self.legend_entries, self.largest_powers, width, self.locale)[0]
        )
        return line if len(line) <= width else ""

    @cached_property
    def tranches(self) -> list[TimelineMark]:
        """The marks of tranches, in chronological order."""
        return [mark for mark in self._walk() if mark.tranche_id]

    def middle(self, record_id: str) -> float | None:
        """The middle of a record's own mark, else of its first tranche; `None` where undated."""
        marks = self.marks_of(record_id)
        return marks[0].middle if marks else None

    def prepare(self, height: int, task: Task) -> None:
        """Compute everything that a first picture of so many rows needs, before it is drawn.

        Raises:
            CancelledError: If nobody waits any more.
        """
        self._task = task
        try:
            _ = self.largest_powers, self.legend_entries, self._record_marks, self._tranche_marks
            limit = max_lanes(height)
            for position in range(len(self.lanes(limit))):
                self.lane_index(limit, position).prepare(task)
        finally:
            # Drawing must not be cut short later: what is drawn then is on the screen.
            self._task = UNATTENDED

    def fit(self, width: int) -> TimeScale:
        """The scale that shows all marks and publications."""
        return TimeScale.fit(self._first, self._last, width)


def label_width_for(scale: TimeScale) -> int:
    """The width of the label column beside a scale.

    A scale is made for what the labels leave over of a pane; this inverts `label_width`.
    """
    for width in range(6, 19):
        if label_width(scale.width + width) == width:
            return width
    return 18
