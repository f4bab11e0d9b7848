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
    """

    star: bool = False
    note: str = ""
    reviewed: str = ""
    content: str = ""


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
