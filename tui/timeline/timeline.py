"""A timeline ready to be drawn at any scale."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from tui.timeline.draw import Picture, Run, draw
from tui.timeline.lanes import Lane, lanes
from tui.timeline.marks import Mark, marks, publication_marks
from tui.timeline.scale import Scale

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tui.model.corpus import Corpus
    from tui.model.records import Record

__all__ = ["Picture", "Run", "Timeline", "label_width"]


def label_width(width: int) -> int:
    """Cells for the names of lanes in a pane of a width."""
    return min(18, max(6, width // 6))


class Timeline:
    """Marks of some records, grouped and sorted once; drawing touches only what is in view.

    Attributes:
        by: What the lanes stand for.
        marks: All marks in order of time.
        undated: Ids of records without a date.
    """

    def __init__(self, found: list[Mark], undated: list[str], by: str, corpus: Corpus) -> None:
        self.by = by
        self.undated = undated
        self.marks = sorted(found, key=lambda mark: (mark.first, mark.last, mark.key))
        self.publications = publication_marks(corpus)
        self._corpus = corpus
        self._lanes: dict[int, list[Lane]] = {}
        self._starts: dict[tuple[int, int], list[int]] = {}
        self._longest = max((mark.last - mark.first for mark in self.marks), default=0)

    @classmethod
    def build(cls, records: Sequence[Record], corpus: Corpus, by: str = "payer") -> Timeline:
        """The timeline of some records."""
        found, undated = marks(records, corpus)
        return cls(found, undated, by, corpus)

    def lanes(self, most: int) -> list[Lane]:
        """At most so many lanes, see `lanes.lanes`."""
        found = self._lanes.get(most)
        if found is None:
            found = self._lanes[most] = lanes(self.marks, self.by, self._corpus, most)
        return found

    def in_view(self, most: int, index: int, scale: Scale) -> Sequence[Mark]:
        """The marks of a lane that may touch the stretch of a scale."""
        lane = self.lanes(most)[index]
        starts = self._starts.get((most, index))
        if starts is None:
            starts = self._starts[most, index] = [mark.first for mark in lane.marks]
        begin = bisect_right(starts, scale.start - self._longest - 1)
        end = bisect_right(starts, scale.day_at(scale.width))
        return lane.marks[begin:end]

    def fit(self, width: int) -> Scale:
        """The scale that shows all marks and publications."""
        everything = [*self.marks, *self.publications]
        if not everything:
            return Scale.fit(730_000, 730_365, width)
        first = min(mark.first for mark in everything)
        last = max(mark.last for mark in everything)
        return Scale.fit(first, last, width)

    def middle(self, record_id: str) -> float | None:
        """The middle of a record's own mark, else of its first tranche; `None` when undated."""
        own = [mark for mark in self.marks if mark.record_id == record_id]
        own.sort(key=lambda mark: mark.tranche_id != "")
        return (own[0].first + own[0].last + 1) / 2 if own else None

    def picture(
        self,
        scale: Scale,
        height: int,
        selected: str | None,
        today: date,
        *,
        known: date | None = None,
    ) -> Picture:
        """Draw the lanes, the publications and the axis on `height` rows."""
        left = label_width_of(scale)
        return draw(self, scale, height, left, selected, today.toordinal(), known)


def label_width_of(scale: Scale) -> int:
    """The label column that belongs to a scale which was made for what it leaves over."""
    for left in range(6, 19):
        if label_width(scale.width + left) == left:
            return left
    return 18
