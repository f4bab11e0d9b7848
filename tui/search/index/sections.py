"""The form in which an index lies in memory and in a file: named sections of bytes.

A section is an array of 32-bit numbers, a value in MessagePack, or bytes with a form of their own.
An array is a view of the bytes, wherever they are: in a file that is mapped, the system reads the
pages that a query touches, and nothing is decoded or copied before it is asked for. An index that
was built just now is read from the same sections as one that was kept, so the two cannot differ.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

_T = TypeVar("_T")


class SectionWriter:
    """Collects the sections of an index; a part of it writes below a name of its own.

    Attributes:
        sections: What was written so far, by name.
    """

    def __init__(self, sections: dict[str, memoryview] | None = None, prefix: str = "") -> None:
        self.sections = {} if sections is None else sections
        self._prefix = prefix

    def within(self, part: str) -> SectionWriter:
        """A writer whose names begin with that of a part."""
        return SectionWriter(self.sections, f"{self._prefix}{part}/")

    def raw(self, name: str, data: bytes) -> None:
        """Write bytes."""
        self.sections[self._prefix + name] = memoryview(data)

    def numbers(self, name: str, numbers: array[int]) -> None:
        """Write an array of unsigned 32-bit numbers."""
        self.raw(name, numbers.tobytes())

    def value(self, name: str, value: Any) -> None:
        """Write anything that MessagePack can hold."""
        self.raw(name, msgspec.msgpack.encode(value))

    def reader(self) -> Sections:
        """What was written, to be read below the same name."""
        return Sections(self.sections, self._prefix)


class Sections:
    """The sections of an index, or of a part of it."""

    def __init__(self, sections: Mapping[str, memoryview], prefix: str = "") -> None:
        self._sections, self._prefix = sections, prefix

    def within(self, part: str) -> Sections:
        """The sections of a part."""
        return Sections(self._sections, f"{self._prefix}{part}/")

    def raw(self, name: str) -> memoryview:
        """The bytes of a section.

        Raises:
            KeyError: If there is no such section.
        """
        return self._sections[self._prefix + name]

    def numbers(self, name: str) -> memoryview[int]:
        """An array of unsigned 32-bit numbers, as a view."""
        return self.raw(name).cast("I")

    def value(self, name: str, kind: type[_T]) -> _T:
        """A value, decoded."""
        return msgspec.msgpack.decode(self.raw(name), type=kind)


class StringTable:
    """Many strings by number, of which each is decoded when it is asked for."""

    def __init__(self, sections: Sections) -> None:
        self._text, self._ends = sections.raw("text"), sections.numbers("ends")

    @staticmethod
    def write(into: SectionWriter, strings: list[str]) -> None:
        """Write strings, one behind the other, with the place where each ends."""
        ends, text = array("I", [0]), bytearray()
        for string in strings:
            text += string.encode("utf-8", "surrogatepass")
            ends.append(len(text))
        into.raw("text", bytes(text))
        into.numbers("ends", ends)

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> str:
        start, end = self._ends[number], self._ends[number + 1]
        return str(self._text[start:end], "utf-8", "surrogatepass")
