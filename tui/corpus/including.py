"""The files that a corpus file includes: each is read once, and none from outside its folder."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, NamedTuple

from tui.corpus.articles import ArticleError
from tui.corpus.yaml.nodes import MAX_BYTES
from tui.model.messages import msg
from tui.model.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tui.corpus.articles import ReadFile


class IncludedText(NamedTuple):
    """An included file.

    Attributes:
        name: Its path relative to the folder of the main file.
        text: Its text; empty where it cannot be read.
        digest: SHA-256 of its bytes, hexadecimal; empty where it cannot be read.
    """

    name: str
    text: str
    digest: str


class Including:
    """Reads the files that one corpus includes, and notes what is wrong with them.

    Attributes:
        problems: What was found wrong.
    """

    def __init__(self, main: Path, read: ReadFile) -> None:
        self._main, self._read = main, read
        self._folder = main.parent
        self._seen = {main.resolve()}
        self.problems: list[Problem] = []

    def read(self, written: str, including: str, line: int, column: int) -> IncludedText | None:
        """The text of an included file.

        Args:
            written: Its name as it is written.
            including: The name of the file that includes it; empty for the main one.
            line: Where it is written, for the problems.
            column: The same.

        Returns:
            `None`, after noting why, where it may not be included or was already.
        """

        def wrong(code: str, message: str, hint: str = "") -> None:
            self.problems.append(
                Problem(code, message, hint, "error", str(self._main), line, column,
                        field="include")
            )  # fmt: skip

        folder = os.path.dirname(including)  # noqa: PTH120 (a name within the corpus, not a path)
        name = os.path.normpath(os.path.join(folder, written))  # noqa: PTH118 (the same)
        path = self._folder / name
        try:
            resolved = path.resolve()
            outside = not resolved.is_relative_to(self._folder.resolve())
        except (OSError, RuntimeError, ValueError):  # Links in a circle, NUL in the name.
            wrong(
                "file-unreadable",
                msg("{written!r} cannot be reached", written=written),
                msg("Check its name."),
            )
            return None
        if outside or name.startswith(("..", "/")) or "\n" in name:
            words = msg("{written!r} leads out of the folder of the corpus", written=written)
            wrong("bad-path", words, msg("Included files lie beside the corpus file or below it."))
            return None
        if resolved in self._seen:
            itself = name == including or resolved == self._main.resolve()
            words = (
                msg("{file} includes itself in the end", file=name)
                if itself
                else msg("{file} is included already", file=name)
            )
            wrong("include-twice", words, msg("Take one of them away."))
            return None
        self._seen.add(resolved)
        try:
            data = self._read(path, MAX_BYTES)
        except ArticleError as error:
            wrong(error.code, error.message, error.hint)
            return IncludedText(name, "", "")
        return IncludedText(name, self._decoded(data, path), hashlib.sha256(data).hexdigest())

    def _decoded(self, data: bytes, path: Path) -> str:
        from tui.corpus.yaml.document_reader import decode_yaml

        return decode_yaml(data, str(path), self.problems) or ""


def digest_of(main: str, included: Iterable[IncludedText]) -> str:
    """The digest of a corpus: that of its file, or of that and all that it includes.

    Args:
        main: SHA-256 of the main file.
        included: The other files, in the order in which they are read.
    """
    others = [f"{one.name} {one.digest}\n" for one in included]
    if not others:
        return main
    return hashlib.sha256("".join([main, "\n", *others]).encode("utf-8", "replace")).hexdigest()
