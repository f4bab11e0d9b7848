"""A loaded corpus as the tables of the store, typed, with a checksum over them.

The bytes after the first line are a TinyDB file in MessagePack, which decodes half again as fast
as JSON: texts need no unescaping. Reading them straight into typed records takes a tenth of the
time of going through dicts, so opening again does that.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from tui.model.corpus import ArticleText
from tui.model.problems import Problem
from tui.model.records import Article, Deal, Fact, Party, Total

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEAD = b"dealtui cache, crc32 "
_FORMAT = 2

FAULTS = (OSError, ValueError, TypeError, msgspec.MsgspecError, RecursionError)
"""What reading a damaged file may raise."""

FileState = tuple[int, int, int, int]
"""Size, modification time, change time and inode of a file: changes whenever it is written."""


class Meta(msgspec.Struct, frozen=True):
    """What a snapshot was made from.

    Attributes:
        version: Of the program and of this format.
        digest: SHA-256 of the YAML file.
        articles_dir: The folder of the articles, relative to the YAML file.
    """

    version: str
    digest: str
    articles_dir: str


class CorpusTables(msgspec.Struct, frozen=True, omit_defaults=True):
    """Everything but the texts; each table by number, as TinyDB has it."""

    meta: dict[str, Meta] = {}
    parties: dict[str, Party] = {}
    articles: dict[str, Article] = {}
    records: dict[str, Deal | Total | Fact] = {}
    problems: dict[str, Problem] = {}


class StoredText(msgspec.Struct, frozen=True, omit_defaults=True):
    """The text of an article with the state of its file when it was read."""

    article: str
    file: str
    text: ArticleText
    state: FileState = (0, 0, 0, 0)


class TextTables(msgspec.Struct, frozen=True, omit_defaults=True):
    """The texts of the articles."""

    meta: dict[str, Meta] = {}
    texts: dict[str, StoredText] = {}


_T = TypeVar("_T")


def program_version() -> str:
    """Changes when another program, or another state of its sources, reads the corpus."""
    from tui import __version__

    program = Path(__file__).parents[1]
    newest = max(
        (
            path.stat().st_mtime_ns
            for part in ("language", "model", "corpus", "store")
            for path in (program / part).rglob("*.py")
        ),
        default=0,
    )
    return f"{__version__}/{_FORMAT}/{newest}"


def numbered(values: Iterable[_T]) -> dict[str, _T]:
    """Values as the rows of a TinyDB table."""
    return {str(number): value for number, value in enumerate(values, 1)}


def seal(tables: object) -> bytes:
    """The bytes of a file: a line with the checksum, then MessagePack."""
    body = msgspec.msgpack.encode(tables)
    return _HEAD + f"{zlib.crc32(body):08x}".encode() + b"\n" + body


def unseal(data: bytes, kind: type[_T]) -> _T:
    """What `seal` wrote.

    Raises:
        ValueError: If a single bit of it changed.
        msgspec.MsgspecError: If it holds something else.
    """
    return msgspec.msgpack.decode(checked(data), type=kind)


def checked(data: bytes) -> memoryview:
    """What `seal` wrote without the line of the checksum.

    Raises:
        ValueError: If a single bit of it changed.
    """
    end = data.find(b"\n", 0, 64)
    body = memoryview(data)[end + 1 :]
    if data[: end + 1] != _HEAD + f"{zlib.crc32(body):08x}".encode() + b"\n":
        raise ValueError("the checksum is wrong")
    return body
