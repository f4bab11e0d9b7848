"""How the tables of a TinyDB database lie in a file.

The user's marks are JSON with an indent, which a person can read without the program. The tables
of a corpus are MessagePack, in which texts need no unescaping, and their documents are decoded
when they are asked for. Decoding 20,000 records and as many articles takes 0.1 s, finding where
each of them begins and ends 0.03 s. So only that is done when a file is read: one document costs
a few microseconds whatever lies around it, and documents that nobody asked for are written back
as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, cast

import msgspec

from tui.store.sealed_file import Format, json_format

Tables: TypeAlias = dict[str, dict[str, Any]]
"""The documents of a database: by name of the table, then by document id in decimal digits."""

READABLE_TABLES: Format[Tables] = json_format(Tables, indent=1)

_Packed = dict[str, msgspec.Raw]
_DOCUMENT = msgspec.msgpack.Decoder(dict[str, Any])
_TABLES = msgspec.msgpack.Decoder(dict[str, _Packed])
_ENCODER = msgspec.msgpack.Encoder()


class PackedTable(Mapping[str, dict[str, Any]]):
    """The documents of a table by number, each decoded whenever it is asked for.

    It takes the place of the `dict` of documents that TinyDB asks for its length, for one document
    and for all of them; what TinyDB changes, it puts into a new `dict`.
    """

    def __init__(self, packed: _Packed) -> None:
        """Take the documents as they lie in the file."""
        self.packed = packed

    def __getitem__(self, number: str) -> dict[str, Any]:
        return _DOCUMENT.decode(self.packed[number])

    def __iter__(self) -> Iterator[str]:
        return iter(self.packed)

    def __len__(self) -> int:
        return len(self.packed)


def _decode(data: memoryview) -> Tables:
    tables = {name: PackedTable(packed) for name, packed in _TABLES.decode(data).items()}
    # TinyDB names the type that its own storage has.
    return cast("Tables", tables)


def _encode(tables: Tables) -> bytes:
    return _ENCODER.encode(
        {
            name: table.packed if isinstance(table, PackedTable) else table
            for name, table in tables.items()
        }
    )


PACKED_TABLES: Format[Tables] = Format(_encode, _decode)
