"""A timeline: the marks of some records grouped into lanes, ready to be drawn at any scale."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tui.model.locales import EN
from tui.model.task import UNATTENDED
from tui.platform.translation import tr
from tui.timeline.axis.folds import Fold, find_folds
from tui.timeline.axis.scale import TimeScale
from tui.timeline.drawing.amount_bars import AmountBars
from tui.timeline.drawing.legend import legend_entries, legend_row
from tui.timeline.layout.frame import frame
from tui.timeline.layout.lane_index import LaneIndex
from tui.timeline.layout.lanes import (
    OTHERS,
    Lane,
    chronological,
    collapse_lanes,
    group_into_lanes,
    lane_key,
)
from tui.timeline.layout.rows import RowPlan
from tui.timeline.marks.mark_cache import sorted_marks
from tui.timeline.marks.mark_words import MarkWords
from tui.timeline.marks.record_marks import TimelineMark, marks_of_articles
from tui.timeline.marks.sizes import size_range

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from tui.model.corpus import Corpus
    from tui.model.locales import Locale
    from tui.model.records import Article, Record
    from tui.model.task import Task
    from tui.timeline.drawing.legend import LegendEntry
    from tui.timeline.layout.lanes import Grouping
    from tui.timeline.marks.mark_cache import MarkCache, SortedMarks
    from tui.timeline.marks.sizes import SizeRange

_EMPTY_SPAN = (730_000, 730_365)
"""The days to show when there is nothing to show: a year."""


class Timeline:
    """The marks of some records, grouped and sorted once; a `Painter` draws only what is in view.

    What takes a pass over all marks is computed on first use, or ahead of it by `prepare`.

    Attributes:
        by: What the lanes stand for.
        locale: How figures and dates are written.
        marks: All marks in chronological order.
        undated: Ids of records without a date.
        publications: Marks for the publication of articles, in chronological order.
        words: Writes amounts and parties.
    """

    def __init__(
        self,
        marks: SortedMarks,
        by: Grouping,
        corpus: Corpus,
        articles: Iterable[Article],
        locale: Locale = EN,
        task: Task = UNATTENDED,
        sizes: SizeRange | None = None,
    ) -> None:
        self.by, self.locale = by, locale
        self._sizes = sizes
        self.words = MarkWords(corpus, by, locale)
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
        self._lane_positions: dict[int, dict[str, int]] = {}
        self._plans: dict[int, RowPlan] = {}
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
        sizes: SizeRange | None = None,
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
            sizes: The scale of the bars; by default that of all records that the cache knows.

        Raises:
            CancelledError: If nobody waits any more.
        """
        shown = corpus.articles.values() if articles is None else articles
        marks = cache.marks_of(records, task) if cache is not None else sorted_marks(records)
        if sizes is None and cache is not None:
            sizes = cache.sizes
        return cls(marks, by, corpus, shown, locale, task, sizes)

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
        key = (lane.key, limit if lane.key == OTHERS else 0)
        index = self._lane_indexes.get(key)
        if index is None:
            index = self._lane_indexes[key] = LaneIndex(lane.marks)
        return index

    def lane_position(self, mark: TimelineMark, limit: int) -> int:
        """The position of a mark's lane in `lanes(limit)`."""
        positions = self._positions(max(1, limit))
        return positions.get(self._key_of(mark), positions.get(OTHERS, 0))

    def _positions(self, limit: int) -> dict[str, int]:
        """The position of each lane of `lanes(limit)` by its key."""
        positions = self._lane_positions.get(limit)
        if positions is None:
            positions = {lane.key: at for at, lane in enumerate(self.lanes(limit))}
            self._lane_positions[limit] = positions
        return positions

    @cached_property
    def _key_of(self) -> Callable[[TimelineMark], str]:
        return lane_key(self.by)

    def row_plan(self, room: int) -> RowPlan:
        """Which marks share a row where there are so many rows for the lanes."""
        plan = self._plans.get(room)
        if plan is None:
            plan = self._plans[room] = RowPlan(
                self.lanes(room),
                self.by,
                room,
                lambda mark: self.lane_position(mark, room),
                lambda position: self.lane_index(room, position),
            )
        return plan

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
    def all_marks(self) -> LaneIndex:
        """The index of all marks."""
        return LaneIndex(self.marks)

    @cached_property
    def sizes(self) -> SizeRange | None:
        """The scale of the bars; `None` where no deal is in money."""
        return self._sizes if self._sizes is not None else size_range(self._walk())

    @cached_property
    def amount_bars(self) -> AmountBars:
        """The bars of all deals."""
        return AmountBars(self.all_marks, self.sizes, self._task)

    @property
    def bars_label(self) -> str:
        """What stands before the bars: `all (log $)`."""
        if self.sizes is None:
            return tr("all")
        unit = self.sizes.unit
        return f"{tr('all')} (log {dict(self.locale.symbols).get(unit, unit)})"

    @property
    def histogram_unit(self) -> str:
        """The currency of the heights of dense lanes; empty where no deal is in money."""
        return self.sizes.unit if self.sizes is not None else ""

    @cached_property
    def legend_entries(self) -> list[LegendEntry]:
        """The signs that the marks need, with their meanings."""
        return legend_entries(self._walk())

    def legend_beside(self, height: int, width: int) -> str:
        """A line of the legend, for a picture that has no row for it."""
        if frame(height).legend or width <= 0:
            return ""
        return "".join(run.text for run in legend_row(self.legend_entries, width)).strip()

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
            _ = self.legend_entries, self._record_marks, self._tranche_marks, self.folds
            self.all_marks.prepare(task)
            _ = self.amount_bars
            room = frame(height).lanes
            if room:
                for row in self.row_plan(room).rows:
                    row.marks.prepare(task)
        finally:
            # Drawing must not be cut short later: what is drawn then is on the screen.
            self._task = UNATTENDED

    @cached_property
    def folds(self) -> tuple[Fold, ...]:
        """The long stretches of time without any mark or publication."""
        intervals = [(mark.first, mark.last) for mark in self._walk()]
        intervals += [(mark.first, mark.last) for mark in self.publications]
        return find_folds(sorted(intervals))

    def fit(self, width: int, *, folded: bool = True) -> TimeScale:
        """The scale that shows all marks and publications, with or without folds."""
        return TimeScale.fit(self._first, self._last, width, self.folds if folded else ())
