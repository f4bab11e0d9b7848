"""Where a source comes from: a file, standard input, the clipboard, or an address on the web."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.corpus.articles import ArticleError, read_bytes
from tui.intake.document import IntakeError
from tui.intake.limits import MAX_SOURCE
from tui.intake.reader import Source
from tui.model.messages import msg
from tui.platform.clipboard import pasted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

STANDARD_INPUT = "-"
CLIPBOARD = "clipboard:"
_HIDDEN = "."


def is_address(name: str) -> bool:
    """Whether a source is an address on the web rather than the name of a file."""
    return name.lower().startswith(("http://", "https://"))


def obtain(name: str, *, private: bool = False, stdin: BinaryIO | None = None) -> Source:
    """The bytes of a source.

    Args:
        name: A file, `-` for standard input, `clipboard:`, or an address.
        private: Whether an address may lead to a machine of a private network.
        stdin: What `-` reads; standard input when left out.

    Raises:
        IntakeError: If it is missing, too large, or cannot be reached.
    """
    if name == STANDARD_INPUT:
        data = (stdin or sys.stdin.buffer).read(MAX_SOURCE + 1)
        return Source(_bounded(data, msg("standard input")), "")
    if name == CLIPBOARD:
        return Source(_bounded(clipboard(), msg("the clipboard")), "")
    if is_address(name):
        from tui.intake.download import download

        return download(name, private=private)
    path = Path(name)
    if "://" in name and not path.exists():
        raise IntakeError("bad-address", msg("only http and https addresses are fetched"))
    try:
        return Source(read_bytes(path, MAX_SOURCE), path.name)
    except ArticleError as error:
        raise IntakeError(error.code, error.message, error.hint) from None


def files_in(folder: Path) -> Iterator[Path]:
    """The files of a folder and of those within it, by name; hidden ones are left out.

    What a browser saved beside a page (`…_files`, `…_fichiers`) is no article.
    """
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if any(part.startswith(_HIDDEN) for part in parts):
            continue
        if any(
            part.endswith(("_files", "_fichiers", "-Dateien", "_archivos")) for part in parts[:-1]
        ):
            continue
        if path.is_file() and not path.is_symlink():
            yield path


def clipboard() -> bytes:
    """The text of the system's clipboard.

    Raises:
        IntakeError: If no program can tell it.
    """
    data = pasted(os.environ)
    if data is None:
        raise IntakeError(
            "no-clipboard", msg("no program tells what is in the clipboard"),
            msg("Install wl-clipboard, xclip or xsel, or paste into `dealtui add -`."),
        )  # fmt: skip
    return data


def _bounded(data: bytes, what: str) -> bytes:
    if len(data) > MAX_SOURCE:
        raise IntakeError(
            "too-large",
            msg("{what} holds more than {size} MB", what=what, size=MAX_SOURCE >> 20),
        )
    return data
