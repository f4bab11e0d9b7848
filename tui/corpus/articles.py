"""Article files: resolving their paths safely, and decoding their bytes into text.

Line ends stay as stored, since the offsets of quotes count the code points of the whole text.
"""

from __future__ import annotations

import codecs
import contextlib
import errno
import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from tui.model.corpus import ArticleText
from tui.model.messages import msg
from tui.platform.regular_files import NotRegularError, open_regular

ReadFile: TypeAlias = Callable[[Path, int], bytes]
"""Gives the bytes of a file that may have so many at most, see `read_bytes`."""

MAX_BYTES = 8 * 1024 * 1024
"""The largest article that is read; a newspaper issue of text is a tenth of it."""

_CONTROL_CHARACTERS = re.compile("[\x01-\x08\x0b\x0e-\x1f\x7f]")
_MAX_CONTROL_SHARE, _MIN_CONTROLS = 0.05, 16
"""A file is binary when it has more control characters than this share of it, and than this many.

A text copied from a terminal or an old word processor has a few.
"""
_MIN_CHUNK = 4096
"""Bytes read at once at least, for files whose size the system gives as 0."""


class ArticleError(Exception):
    """An article that cannot be read.

    Attributes:
        code: Stable name of the defect.
        message: What is wrong, in the user's words.
        hint: What to do about it; may be empty.
    """

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(msg("{problem}. {hint}", problem=message, hint=hint) if hint else message)
        self.code, self.message, self.hint = code, message, hint


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of a regular file; never waits for a pipe or a device.

    Raises:
        ArticleError: If there are more than `limit` bytes, or the file cannot be read.
    """
    try:
        descriptor = open_regular(path)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    try:
        expected = os.fstat(descriptor).st_size
        chunks: list[bytes] = []
        size = 0
        # The size may change while the file is read, so what counts is what arrives.
        while chunk := os.read(descriptor, max(_MIN_CHUNK, min(expected, limit) + 1)):
            chunks.append(chunk)
            size += len(chunk)
            if size > limit:
                raise ArticleError(
                    "file-too-large",
                    msg("{path} is larger than {limit} MB", path=path, limit=limit >> 20),
                )
        return chunks[0] if len(chunks) == 1 else b"".join(chunks)
    except OSError as error:
        raise _unreadable(path, error) from None
    finally:
        os.close(descriptor)


def read_article(path: Path, read: ReadFile = read_bytes) -> ArticleText:
    """Read an article file.

    Args:
        path: The file.
        read: Gives its bytes; from the disk unless another place holds them.

    Raises:
        ArticleError: If it is missing, not a regular file, too large, or not text.
    """
    return decode(read(path, MAX_BYTES))


def _unreadable(path: Path, error: OSError | ValueError) -> ArticleError:
    """The error for a file that the system refuses to open or read."""
    if isinstance(error, OSError) and error.errno in (errno.ENOENT, errno.ENOTDIR):
        message = msg("there is no file {path}", path=path)
        with contextlib.suppress(OSError):
            message = msg(
                "{path} is a symbolic link to {target}, which is not there",
                path=path,
                target=path.readlink(),
            )
        return ArticleError("file-missing", message, msg("Check its name."))
    if isinstance(error, NotRegularError):
        return ArticleError(
            "not-a-file",
            msg("{path} {reason}", path=path, reason=error.strerror),
            msg("Check its name."),
        )
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return ArticleError(
        "file-unreadable", msg("{path} cannot be read: {reason}", path=path, reason=reason)
    )


def decode(data: bytes) -> ArticleText:
    """Decode the bytes of an article: UTF-8, UTF-16 with a byte order mark, else cp1252.

    Raises:
        ArticleError: If the bytes are not text.
    """
    encoding, guessed = "utf-8", False
    if data.startswith(codecs.BOM_UTF8):
        encoding = "utf-8-sig"
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif b"\0" in data:
        raise ArticleError(
            "binary", msg("this is no text: it holds NUL bytes"), msg("Save it as UTF-8.")
        )
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise ArticleError(
                "bad-encoding",
                msg(
                    "it says that it is {encoding}, but byte {start} is not",
                    encoding=encoding,
                    start=error.start,
                ),
                msg("Save it as UTF-8."),
            ) from None
        # Almost any bytes are valid cp1252, so this is a guess, and it is reported.
        encoding, guessed = "cp1252", True
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as undefined:
            raise ArticleError(
                "binary",
                msg(
                    "this is no text: byte {start} is neither UTF-8 nor Windows-1252",
                    start=undefined.start,
                ),
                msg("Save it as UTF-8."),
            ) from None
    if "\0" in text:
        raise ArticleError("binary", msg("this is no text: it holds NUL"), msg("Save it as UTF-8."))
    controls = len(_CONTROL_CHARACTERS.findall(text))
    if controls > max(_MIN_CONTROLS, len(text) * _MAX_CONTROL_SHARE):
        raise ArticleError(
            "binary", msg("this is no text: {count} control characters", count=controls)
        )
    return ArticleText(text, encoding, guessed, hashlib.sha256(data).hexdigest())


def resolve_inside(articles_dir: Path, name: str) -> Path:
    """The path of an article file that a corpus names.

    Args:
        articles_dir: The folder of the articles, trusted.
        name: The name as written in the corpus, not trusted.

    Raises:
        ArticleError: If the name leads out of the folder, by itself or through a link.
    """
    if not name or "\0" in name:
        raise ArticleError("bad-path", msg("the name of a file may be neither empty nor hold NUL"))
    if name.startswith("/"):
        raise ArticleError(
            "bad-path",
            msg("{name} is an absolute path", name=name),
            msg("Name it relative to articles_dir."),
        )
    path = articles_dir / name
    leads_outside = ArticleError(
        "bad-path", msg("{name} leads out of the folder of the articles", name=name),
        msg("Copy the file into that folder."),
    )  # fmt: skip
    if ".." in name.split("/"):
        raise leads_outside
    try:
        # Resolving costs a system call for every part of a path, times 20,000 articles.
        if "/" not in name and not path.is_symlink():
            return path
        if not path.resolve().is_relative_to(articles_dir.resolve()):
            raise leads_outside
    except (OSError, RuntimeError, ValueError) as error:
        raise ArticleError(
            "file-unreadable", msg("{name} cannot be reached: {error}", name=name, error=error)
        ) from None
    return path
