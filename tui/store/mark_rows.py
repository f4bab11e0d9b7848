"""The rows of the tables that hold the user's marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tinydb.table import Table


class Mark(msgspec.Struct, frozen=True):
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

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep."""
        return self == Mark()


def mark_of(row: Mapping[str, Any]) -> Mark:
    """A mark out of a stored row; each field that is not understood is left out, alone."""
    return Mark(
        **{
            field.name: row[field.name]
            for field in msgspec.structs.fields(Mark)
            if isinstance(row.get(field.name), field.type)
        }
    )


def row_of(table: Table, **key: str) -> Mapping[str, Any] | None:
    """The row of a key."""
    return next((row for row in table if all(row.get(k) == v for k, v in key.items())), None)


def put(table: Table, key: dict[str, str], values: dict[str, Any] | None) -> None:
    """Set the row of a key; `None` takes it away."""
    ids = [row.doc_id for row in table if all(row.get(k) == v for k, v in key.items())]
    if values is None:
        table.remove(doc_ids=ids)
    elif ids:
        table.update({**key, **values}, doc_ids=ids[:1])
    else:
        table.insert({**key, **values})
