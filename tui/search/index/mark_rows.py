"""What the user added to records, by row: stars, reviews and the words of notes.

It changes while the app runs. It is no part of the index, which is built once: each value here is
made anew from all marks, in a time that grows with their number, and given to a copy of the index
that shares everything else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from pyroaring import BitMap

from tui.search.analysis.analyzer import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Review: TypeAlias = Literal["reviewed", "outdated", "none"]


class MarkedRecord(NamedTuple):
    """What the user added to one record.

    Attributes:
        star: Whether it is starred.
        note: The user's own words on it.
        review: `reviewed` as it is now, `outdated` where it changed since, or `none`.
    """

    star: bool
    note: str
    review: Review


@dataclass(frozen=True, slots=True)
class MarkRows:
    """The rows with marks.

    Attributes:
        starred: The rows with a star.
        reviewed: Those that the user checked and that are still the same.
        outdated: Those that changed since.
        notes: The words of the user's notes by row, each with a space before it.
    """

    starred: BitMap = field(default_factory=BitMap)
    reviewed: BitMap = field(default_factory=BitMap)
    outdated: BitMap = field(default_factory=BitMap)
    notes: Mapping[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, marks: Mapping[str, MarkedRecord], row_of: Callable[[str], int | None]) -> MarkRows:
        """The rows of some marks, by record id; those on records that are gone are left out."""
        rows = cls(notes={})
        notes = {}
        for record_id, mark in marks.items():
            row = row_of(record_id)
            if row is None:
                continue
            if mark.star:
                rows.starred.add(row)
            if mark.review != "none":
                (rows.reviewed if mark.review == "reviewed" else rows.outdated).add(row)
            if mark.note:
                notes[row] = _spaced(mark.note)
        return cls(rows.starred, rows.reviewed, rows.outdated, notes)

    def with_any(self, name: str, values: Iterable[str], all_rows: BitMap) -> BitMap:
        """The rows that have one of some values of `star` or `review`.

        Args:
            name: The field.
            values: Its values as `FIELDS` has them.
            all_rows: Every row, marked or not.
        """
        return BitMap.union(BitMap(), *(self._with(name, value, all_rows) for value in values))

    def _with(self, name: str, value: str, all_rows: BitMap) -> BitMap:
        match name, value:
            case "star", "yes":
                return self.starred
            case "star", _:
                return all_rows - self.starred
            case _, "reviewed":
                return self.reviewed
            case _, "outdated":
                return self.outdated
        return all_rows - self.reviewed - self.outdated

    def noting(self, text: str) -> BitMap:
        """The rows with a note in which some words stand one after the other, the last begun."""
        wanted = _spaced(text)
        return BitMap(row for row, note in self.notes.items() if wanted and wanted in note)

    def note_words(self) -> Mapping[str, int]:
        """The words of all notes, each with the number of notes that have it."""
        counts: dict[str, int] = {}
        for note in self.notes.values():
            for word in set(note.split()):
                counts[word] = counts.get(word, 0) + 1
        return counts

    @property
    def are_there(self) -> bool:
        """Whether the user added anything to any record."""
        return bool(self.starred or self.reviewed or self.outdated or self.notes)


def _spaced(text: str) -> str:
    """The words of a text, each with a space before it."""
    return "".join(f" {word}" for word in words(text))
