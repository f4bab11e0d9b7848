"""How the sections of an index lie in a file, which is mapped.

8 bytes       length of the directory, little-endian
directory     MessagePack: the name of each section, its start and its end
sections      one behind the other; numbers in the byte order of the machine
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from tui.store.sealed_file import Format, SealedFile

if TYPE_CHECKING:
    from pathlib import Path

NamedSections: TypeAlias = Mapping[str, memoryview]
_LENGTH = struct.Struct("<Q")


def _encode(sections: NamedSections) -> bytes:
    directory, end = {}, 0
    for name, section in sections.items():
        directory[name] = (end, end := end + len(section))
    head = msgspec.msgpack.encode(directory)
    return b"".join((_LENGTH.pack(len(head)), head, *sections.values()))


def _decode(body: memoryview) -> NamedSections:
    try:
        (length,) = _LENGTH.unpack_from(body)
    except struct.error as error:
        raise ValueError("it has no directory") from error
    start = _LENGTH.size + length
    directory = msgspec.msgpack.decode(body[_LENGTH.size : start], type=dict[str, tuple[int, int]])
    return {name: body[start + first : start + end] for name, (first, end) in directory.items()}


_FORM: Format[NamedSections] = Format(_encode, _decode)


def sections_file(path: Path) -> SealedFile[NamedSections]:
    """A file of sections; a power cut may spoil it, since it can be made again."""
    return SealedFile(path, "index", _FORM, durable=False, mapped=True)
