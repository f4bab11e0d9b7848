"""A timeline ready to be drawn at any scale."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tui.model.locales import EN
from tui.model.task import UNATTENDED
from tui.timeline.glyphs import largest
from tui.timeline.lane_index import LaneIndex
from tui.timeline.lanes import Lane, folded, grouped, in_time, legend_room, most_lanes
from tui.timeline.legend import legend_lines, signs_of
from tui.timeline.mark_cache import marked
from tui.timeline.marks import Mark, publication_marks
from tui.timeline.scale import Scale

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from tui.model.corpus import Corpus
    from tui.model.locales import Locale
    from tui.model.records import Article, Record
    from tui.model.task import Task
    from tui.timeline.legend import Piece
    from tui.timeline.mark_cache import MarkCache, Marked

_NO_MARKS = (730_000, 730_365)
"""Days to show when there is nothing to show: a year."""


def label_width(width: int) -> int:
    """Cells for the names of lanes in a pane of a width."""
    return min(18, max(6, width // 6))


class Timeline:
    """Marks of some records, grouped and sorted once; a `Painter` draws only what is in view.

    Attributes:
        by: What the lanes stand for.
        locale: How figures and dates are written.
        marks: All marks in order of time.
        undated: Ids of records without a date.
        publications: The articles, when they were published, in order of time.
    """

    def __init__(
        self,
        found: Marked,
        by: str,
        corpus: Corpus,
        articles: Iterable[Article],
        locale: Locale = EN,
        task: Task = UNATTENDED,
    ) -> None:
        self.by, self.locale = by, locale
        self.marks, self.undated = found
        self.publications = sorted(publication_marks(articles), key=in_time)
        self.publication_index = LaneIndex(self.publications)
        groups = [group for group in (self.marks, self.publications) if group]
        self._first = min((group[0].first for group in groups), default=_NO_MARKS[0])
        lasts = (mark.last for group in groups for mark in task.walk(group))
        self._last = max(lasts, default=_NO_MARKS[1])
        self._corpus = corpus
        self._task = UNATTENDED
        self._folded: dict[int, list[Lane]] = {}
        self._indexes: dict[tuple[str, int], LaneIndex] = {}
        self._rows: dict[str, int] | None = None
        self._order: tuple[list[str], dict[str, int]] | None = None

    @classmethod
    def build(
        cls,
        records: Collection[Record],
        corpus: Corpus,
        by: str = "payer",
        articles: Iterable[Article] | None = None,
        *,
        cache: MarkCache | None = None,
        locale: Locale = EN,
        task: Task = UNATTENDED,
    ) -> Timeline:
        """The timeline of some records, with the publication of `articles`, else of the corpus'.

        Args:
            records: Of the corpus, or any others.
            corpus: Knows the names of parties.
            by: One of `GROUPINGS`.
            articles: Those to show the publication of.
            cache: The marks of the corpus, where more than one timeline of it is made.
            locale: How figures and dates are written.
            task: Who waits for it.

        Raises:
            CancelledError: If nobody waits any more.
        """
        shown = corpus.articles.values() if articles is None else articles
        found = cache.of(records, task) if cache is not None else marked(records)
        return cls(found, by, corpus, shown, locale, task)

    def _walk(self) -> Iterator[Mark]:
        return self._task.walk(self.marks)

    # Where marks are

    def lanes(self, most: int) -> list[Lane]:
        """At most so many lanes, the weightiest first; the last one collects the rest."""
        found = self._folded.get(most)
        if found is None:
            found = self._folded[most] = folded(self._grouped, most, self._walk(), self.by)
        return found

    @cached_property
    def _grouped(self) -> list[Lane]:
        return grouped(self._walk(), self.by, self._corpus)

    def index(self, most: int, at: int) -> LaneIndex:
        """The index of a lane of `lanes(most)`."""
        lane = self.lanes(most)[at]
        # A lane of its own is the same for any number of lanes, the collecting one is not.
        key = (lane.key, most if at == most - 1 else 0)
        found = self._indexes.get(key)
        if found is None:
            found = self._indexes[key] = LaneIndex(lane.marks)
        return found

    def row_of(self, mark: Mark, most: int) -> int:
        """The position of a mark's lane in `lanes(most)`."""
        if self.by == "none":
            return 0
        if self._rows is None:
            self._rows = {lane.key: at for at, lane in enumerate(self._grouped)}
        return min(self._rows[getattr(mark, self.by)], max(1, most) - 1)

    def of(self, record_id: str) -> Sequence[Mark]:
        """The marks of a record, its own before those of its tranches; none when undated."""
        own, parts = self._own.get(record_id), self._parts.get(record_id, ())
        return parts if own is None else (own, *parts)

    @cached_property
    def _own(self) -> dict[str, Mark]:
        return {mark.record_id: mark for mark in self._walk() if not mark.tranche_id}

    @cached_property
    def _parts(self) -> dict[str, list[Mark]]:
        found: dict[str, list[Mark]] = {}
        for mark in self.tranches:
            found.setdefault(mark.record_id, []).append(mark)
        return found

    def order(self) -> tuple[list[str], dict[str, int]]:
        """The records in time, each at its own mark or else its first tranche, and their places."""
        if self._order is None:
            records = [mark.record_id for mark in self.marks if self.of(mark.record_id)[0] is mark]
            self._order = records, {record_id: at for at, record_id in enumerate(records)}
        return self._order

    @cached_property
    def largest(self) -> dict[str, int]:
        """The largest power of ten by unit."""
        return largest(self._walk())

    @cached_property
    def signs(self) -> list[Piece]:
        """The signs that its marks need, with their meanings."""
        return signs_of(self._walk())

    def legend_beside(self, height: int, width: int) -> str:
        """The legend for beside a picture that has no row for it, else nothing; `width` at most."""
        if legend_room(height, len(self.lanes(most_lanes(height)))):
            return ""
        line = legend_lines(self.signs, self.largest, width, self.locale)[0]
        words = "".join(run.text for run in line)
        return words if len(words) <= width else ""

    @cached_property
    def tranches(self) -> list[Mark]:
        """The marks of tranches, in order of time."""
        return [mark for mark in self._walk() if mark.tranche_id]

    def middle(self, record_id: str) -> float | None:
        """The middle of a record's own mark, else of its first tranche; `None` when undated."""
        own = self.of(record_id)
        return own[0].middle if own else None

    def prepare(self, height: int, task: Task) -> None:
        """Make what a first picture of so many rows takes, before it is drawn.

        Raises:
            CancelledError: If nobody waits any more.
        """
        self._task = task
        try:
            _ = self.largest, self.signs, self._own, self._parts
            most = most_lanes(height)
            for at in range(len(self.lanes(most))):
                self.index(most, at).prepare(task)
        finally:
            self._task = UNATTENDED

    def fit(self, width: int) -> Scale:
        """The scale that shows all marks and publications."""
        return Scale.fit(self._first, self._last, width)


def label_width_of(scale: Scale) -> int:
    """The label column that belongs to a scale which was made for what it leaves over."""
    for left in range(6, 19):
        if label_width(scale.width + left) == left:
            return left
    return 18
