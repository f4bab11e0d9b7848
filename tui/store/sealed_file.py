"""Files of the program itself, sealed with a checksum: damage is told apart from absence.

Everything the program keeps for itself has this one form: the tables of corpora, the user's
marks, proofs. A sealed file is one line of ASCII, then the content:

    dealtui KIND, sha256 64-HEX-DIGITS
    content, in JSON or MessagePack

KIND says what the file holds, so that no file passes for one of another kind, and the digest is
that of all bytes after the line. A file that is cut short, has a flipped bit or holds something
else is *damaged*, which its owner may handle in another way than one that is *absent*: a cache is
made again, the user's marks are set aside and restored from the previous generation.

SHA-256 rather than a CRC: it is computed in hardware (1.1 GB/s here, 0.09 s for 100 MB of texts,
against 0.05 s of CRC-32), and its text is a name of the content by which another instance's change
is noticed without reading the file.

Files are replaced whole or not at all (`tui/platform/atomic_files.py`), so that nobody ever meets
one that is half written.
"""

from __future__ import annotations

import mmap
import os
import threading
from hashlib import sha256
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

import msgspec

from tui.platform.atomic_files import write_atomically
from tui.platform.regular_files import open_regular, read_regular

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")

_HEAD_LIMIT = 160
"""More bytes than any first line has."""


class DamagedFileError(Exception):
    """A file does not hold what was written into it, or nothing that this program can read."""


class Format(NamedTuple, Generic[T]):
    """How a content becomes bytes, and bytes the content again."""

    encode: Callable[[T], bytes]
    decode: Callable[[memoryview], T]


def json_format(kind: type[T], *, indent: int = 0) -> Format[T]:
    """JSON; with an indent a person can read the file, and rescue what it holds."""
    encode: Callable[[T], bytes] = msgspec.json.Encoder().encode
    decode = msgspec.json.Decoder(kind).decode
    if not indent:
        return Format(encode, decode)
    return Format(lambda body: msgspec.json.format(encode(body), indent=indent) + b"\n", decode)


class SealedFile(Generic[T]):
    """One content in one file, with a checksum over it.

    Attributes:
        path: Where the file lies, or will lie when something is written.
    """

    def __init__(
        self,
        path: Path,
        kind: str,
        form: Format[T],
        *,
        durable: bool = True,
        mapped: bool = False,
    ) -> None:
        """Name a file; nothing is read or made yet.

        Args:
            path: Where it lies.
            kind: What it holds, in one word.
            form: How the content is encoded.
            durable: Whether a write waits until the content is on the disk. A cache need not: what
                a power cut spoils is seen by its checksum.
            mapped: Whether the file is mapped into memory instead of read: its pages are the
                system's to drop and to read again. The form decodes views of it.
        """
        self.path = path
        self._kind, self._form, self._durable, self._mapped = kind, form, durable, mapped
        self._ahead: _ReadAhead | None = None

    def read_ahead(self) -> None:
        """Begin to read the file in a thread, for the `read` that follows.

        Reading and hashing leave the interpreter to others: 0.15 s for 100 MB.
        """
        self._ahead = _ReadAhead(self._body_of_file)

    def read(self) -> T | None:
        """The content; `None` when there is no file.

        Raises:
            DamagedFileError: If the file holds something else than what was written into it.
            OSError: If it is there and cannot be read.
        """
        body = self._body()
        if body is None:
            return None
        try:
            return self._form.decode(body)
        except (msgspec.MsgspecError, ValueError, RecursionError) as error:
            raise DamagedFileError(f"{self.path}: {error}") from error

    def write(self, content: T) -> None:
        """Replace the content, whole or not at all.

        Raises:
            OSError: If the disk is full or the folder cannot be written; nothing changed then.
        """
        head, body = self._sealed(content)
        write_atomically(self.path, head, body, durable=self._durable, private=True)

    def verify(self) -> None:
        """Compare the content with its checksum; a file that is not there is whole.

        Raises:
            DamagedFileError: If they differ.
            OSError: If it is there and cannot be read.
        """
        self._body()

    def seal(self) -> bytes | None:
        """The first line, which is another one for every content; `None` when there is no file.

        It names the content without reading it, and unlike the time of the file it cannot go back.

        Raises:
            OSError: If the file is there and cannot be read.
        """
        try:
            with os.fdopen(open_regular(self.path), "rb") as stream:
                return stream.readline(_HEAD_LIMIT)
        except FileNotFoundError:
            return None

    def _sealed(self, content: T) -> tuple[bytes, bytes]:
        body = self._form.encode(content)
        return self._head(body), body

    def _body(self) -> memoryview | None:
        ahead, self._ahead = self._ahead, None
        return ahead.result() if ahead else self._body_of_file()

    def _body_of_file(self) -> memoryview | None:
        try:
            data = memoryview(_map(self.path) if self._mapped else read_regular(self.path))
        except FileNotFoundError:
            return None
        end = bytes(data[:_HEAD_LIMIT]).find(b"\n") + 1
        body = data[end:]
        if data[:end] != self._head(body):
            raise DamagedFileError(f"{self.path}: the checksum is wrong")
        return body

    def _head(self, body: bytes | memoryview) -> bytes:
        return f"dealtui {self._kind}, sha256 {sha256(body).hexdigest()}\n".encode()


def _map(path: Path) -> mmap.mmap | bytes:
    """The content of a file, mapped; it goes with the last view of it."""
    with os.fdopen(open_regular(path), "rb") as stream:
        if not os.fstat(stream.fileno()).st_size:
            return b""
        return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)


class _ReadAhead:
    """One call in a thread of its own, whose result or exception is waited for.

    As `concurrent.futures` does it, which costs 5 ms to import.
    """

    def __init__(self, call: Callable[[], memoryview | None]) -> None:
        self._call = call
        self._body: memoryview | None = None
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="reading ahead", daemon=True)
        self._thread.start()

    def result(self) -> memoryview | None:
        """What the call gave."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._body

    def _run(self) -> None:
        try:
            self._body = self._call()
        except Exception as error:  # it belongs to the one who waits
            self._error = error
