"""How the tables of a TinyDB database lie in a file.

The user's marks are JSON with an indent, which a person can read without the program. The tables
of a corpus are MessagePack, in which texts need no unescaping, and their documents are decoded
when they are asked for. Decoding 20,000 records and as many articles takes 0.1 s, finding where
each of them begins and ends 0.03 s. So only that is done when a file is read: one document costs
a few microseconds whatever lies around it, and documents that nobody asked for are written back
as they are.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeAlias, TypeVar, cast

import msgspec

from tui.store.sealed_file import Format, json_format

Tables: TypeAlias = dict[str, dict[str, Any]]
"""The documents of a database: by name of the table, then by document id in decimal digits."""

READABLE_TABLES: Format[Tables] = json_format(Tables, indent=1)

_DOCUMENT = msgspec.msgpack.Decoder(dict[str, Any])
_PARTS = msgspec.msgpack.Decoder(dict[str, list[memoryview]])
_PART = msgspec.msgpack.Decoder(dict[str, msgspec.Raw])
_DOCUMENTS = msgspec.msgpack.Decoder(list[msgspec.Raw])
_ENCODER = msgspec.msgpack.Encoder()
_Struct = TypeVar("_Struct")
_SLICE = 1000
"""Documents that become structs at once: two milliseconds of work."""
_ARRAY, _ARRAY_HEAD = 0xDD, struct.Struct(">BI")


def pack(documents: Iterable[Any]) -> list[msgspec.Raw]:
    """Documents or structs as they lie in a file, which takes a quarter of the memory of `dict`s.

    They are written behind each other into one buffer, as an array of MessagePack (`array 32`: its
    mark, the number of its items in four bytes, the items), which is then taken apart into views.
    Tens of thousands of small pieces would leave their holes in the memory of the process.
    """
    buffer = bytearray(_ARRAY_HEAD.size)
    count = 0
    for document in documents:
        _ENCODER.encode_into(document, buffer, len(buffer))
        count += 1
    _ARRAY_HEAD.pack_into(buffer, 0, _ARRAY, count)
    return _DOCUMENTS.decode(buffer)


class PackedTable(Mapping[str, Any]):
    """The documents of a table by number; those that are packed are decoded whenever asked for.

    It takes the place of the `dict` of documents that TinyDB asks for its length, for one document
    and for all of them; what TinyDB changes, it puts into a new `dict`.
    """

    def __init__(self, documents: Mapping[str, Any]) -> None:
        """Take documents, packed or not."""
        self.documents = documents

    def __getitem__(self, number: str) -> Any:
        document = self.documents[number]
        return _DOCUMENT.decode(document) if isinstance(document, msgspec.Raw) else document

    def __iter__(self) -> Iterator[str]:
        return iter(self.documents)

    def structs(
        self, kind: type[list[_Struct]], each: Callable[[list[_Struct]], None] | None = None
    ) -> list[_Struct]:
        """All documents in their order as values, such as those of a `list[Party]`.

        They are decoded a thousand at a time, which leaves the interpreter to others every few
        milliseconds, and straight from the packed form: a `dict` for each of 80,000 records on the
        way would take 0.3 s more.

        Args:
            kind: The type of the list.
            each: Called with every thousand as soon as they are decoded.
        """
        decode = msgspec.msgpack.Decoder(kind).decode
        values: list[_Struct] = []
        documents = iter(self.documents.values())
        while some := list(islice(documents, _SLICE)):
            packed = (one if isinstance(one, msgspec.Raw) else _ENCODER.encode(one) for one in some)
            decoded = decode(b"".join((_ARRAY_HEAD.pack(_ARRAY, len(some)), *packed)))
            if each is not None:
                each(decoded)
            values += decoded
        return values

    def __len__(self) -> int:
        return len(self.documents)


def as_packed(tables: Tables) -> Tables:
    """The tables for TinyDB, which asks for documents of those in which some are packed."""
    wrapped = {
        name: table if isinstance(table, PackedTable) else PackedTable(table)
        for name, table in tables.items()
    }
    # TinyDB names the type that its own storage has.
    return cast("Tables", wrapped)


def _decode(data: memoryview) -> Tables:
    tables: dict[str, dict[str, msgspec.Raw]] = {}
    for name, parts in _PARTS.decode(data).items():
        documents = tables[name] = {}
        for part in parts:
            documents |= _PART.decode(part)
    return as_packed(cast("Tables", tables))


def _encode(tables: Tables) -> bytes:
    return _ENCODER.encode({name: list(_parts_of(table)) for name, table in tables.items()})


def _parts_of(table: Mapping[str, Any]) -> Iterator[bytes]:
    """The documents of a table, encoded a thousand at a time.

    As one value, 100,000 records would be one call of 0.07 s in which no other thread runs.
    """
    documents = table.documents if isinstance(table, PackedTable) else table
    items = iter(documents.items())
    while part := dict(islice(items, _SLICE)):
        yield _ENCODER.encode(part)


PACKED_TABLES: Format[Tables] = Format(_encode, _decode)
