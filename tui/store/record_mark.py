"""What the user adds to a corpus, as values."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class RecordMark(msgspec.Struct, frozen=True):
    """What the user says of one record.

    Attributes:
        star: Starred.
        note: The user's own words.
        reviewed: The day on which the user checked the record, ISO 8601; empty for never.
        content: Digest of record and sources at that time, to see whether they changed since.
        evidence: Digests of the quotes that the record rests on, by which another record is known
            to have taken its place.
    """

    star: bool = False
    note: str = ""
    reviewed: str = ""
    content: str = ""
    evidence: str = ""

    @property
    def says_something(self) -> bool:
        """Whether there is anything that the user would miss."""
        return bool(self.star or self.note or self.reviewed)

    def joined(self, other: RecordMark) -> RecordMark:
        """This mark and another one on the same record, in one: nothing of either is lost."""
        notes = dict.fromkeys(note for note in (self.note, other.note) if note)
        later = max((self, other), key=lambda one: one.reviewed)
        return RecordMark(
            star=self.star or other.star,
            note="\n".join(notes),
            reviewed=later.reviewed,
            content=later.content,
            evidence=self.evidence or other.evidence,
        )


class LostMark(msgspec.Struct, frozen=True):
    """A mark on a record that is not in the corpus any more.

    Attributes:
        record: The id that it is kept under.
        mark: What the user said.
        successors: A few records that rest on the same quotes, those that share most first.
    """

    record: str
    mark: RecordMark
    successors: tuple[str, ...] = ()


UNMARKED = RecordMark()


class CorpusMarks(msgspec.Struct, frozen=True):
    """All that the user added to one corpus, as it was at one moment.

    Attributes:
        records: The marks on records, by id.
        searches: Saved searches by name.
        dismissed: The findings of the audit that the user dismissed.
        place: The record that was read last; empty when none was.
        history: Queries typed before, oldest first.
    """

    records: Mapping[str, RecordMark] = {}
    searches: Mapping[str, str] = {}
    dismissed: frozenset[str] = frozenset()
    place: str = ""
    history: tuple[str, ...] = ()

    def of_record(self, record_id: str) -> RecordMark:
        """The mark on a record, an empty one when there is none."""
        return self.records.get(record_id, UNMARKED)
