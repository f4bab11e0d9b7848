"""OpenDocument texts (`.odt`): tracked deletions are left out, notes stand at the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tui.intake.archive import Archive
from tui.intake.document import IntakeError
from tui.intake.office.assembly import assemble
from tui.intake.text.tables_as_lines import CELL
from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.intake.document import Document

_SKIPPED = frozenset(
    "tracked-changes sequence-decls annotation annotation-end bookmark forms script desc title "
    "alphabetical-index-source table-of-content-source index-title-template".split()
)
_CONTAINERS = frozenset(
    "section list-header index-body table-of-content text numbered-paragraph frame text-box a "
    "illustration-index".split()
)
_DEEPEST = 60
_WIDEST_REPEAT = 200
"""Times that a repeated space or cell is repeated at most."""


def read_opendocument(data: bytes) -> Document:
    """Read an OpenDocument text.

    Raises:
        IntakeError: If it is damaged, encrypted, too large or empty.
    """
    archive = Archive(data, msg("this OpenDocument text"))
    manifest = archive.read("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise IntakeError(
            "encrypted",
            msg("this OpenDocument text is encrypted"),
            msg("Save it without a password."),
        )
    root = archive.tree("content.xml")
    if root is None:
        raise IntakeError("damaged", msg("this OpenDocument text has no content"))
    body = root.find("{*}body/{*}text")
    reader = _Reader()
    paragraphs = list(reader.blocks(body if body is not None else root, 0))
    paragraphs += [f"[{number}] {note}" for number, note in enumerate(reader.notes, 1) if note]
    return assemble("this OpenDocument text", paragraphs, reader.headline, _properties(archive))


class _Reader:
    """Walks the blocks of a document and gathers its notes."""

    def __init__(self) -> None:
        self.headline = ""
        self.notes: list[str] = []

    def blocks(self, parent: Any, depth: int) -> Iterator[str]:
        """The blocks below an element."""
        if depth > _DEEPEST:
            return
        for element in parent:
            name = _local(element)
            if name in ("p", "h"):
                yield from self._paragraph(element, name, depth)
            elif name == "list":
                for item in element:
                    if _local(item) not in ("list-item", "list-header"):
                        continue
                    pieces = list(self.blocks(item, depth + 1))
                    if pieces:
                        marked = pieces[0].startswith("- ") or _local(item) == "list-header"
                        yield pieces[0] if marked else f"- {pieces[0]}"
                        yield from pieces[1:]
            elif name == "table":
                rows = [
                    row for one in element.iter("{*}table-row") if (row := self._row(one, depth))
                ]
                if rows:
                    yield "\n".join(rows)
            elif name in _CONTAINERS:
                yield from self.blocks(element, depth + 1)

    def _paragraph(self, element: Any, name: str, depth: int) -> Iterator[str]:
        boxes: list[Any] = []
        text = "".join(self._inline(element, boxes, depth))
        style = _attribute(element, "style-name").lower()
        for piece in re.split(r"\n\s*\n", text):
            line = re.sub(r"[ \t\n]+", " ", piece).strip(" ")
            if not line:
                continue
            first = name == "h" and _attribute(element, "outline-level") in ("", "1")
            if not self.headline and (first or style == "title"):
                self.headline = line
            yield line
        for box in boxes:
            yield from self.blocks(box, depth + 1)

    def _row(self, row: Any, depth: int) -> str:
        cells: list[str] = []
        for cell in row:
            if _local(cell) not in ("table-cell", "covered-table-cell"):
                continue
            words = " ".join(" ".join(self.blocks(cell, depth + 1)).split())
            times = _number(_attribute(cell, "number-columns-repeated"))
            cells += [words] * (times if words else 1)
        return CELL.join(cells).strip(" |") if any(cells) else ""

    def _inline(self, element: Any, boxes: list[Any], depth: int) -> Iterator[str]:
        if depth > _DEEPEST:
            return
        yield re.sub(r"\s*\n\s*", " ", element.text or "")
        for child in element:
            name = _local(child)
            if name == "s":
                yield " " * _number(_attribute(child, "c"))
            elif name == "tab":
                yield "\t"
            elif name == "line-break":
                yield "\n"
            elif name == "note":
                body = child.find("{*}note-body")
                words = " ".join(self.blocks(body, depth + 1)) if body is not None else ""
                self.notes.append(" ".join(words.split()))
                yield f" [{len(self.notes)}]"
            elif name in ("text-box", "frame"):
                boxes.append(child)
            elif name == "soft-page-break":
                pass
            elif name not in _SKIPPED:
                yield from self._inline(child, boxes, depth + 1)
            yield re.sub(r"\s*\n\s*", " ", child.tail or "")


def _properties(archive: Archive) -> dict[str, str]:
    root = archive.tree("meta.xml")
    if root is None:
        return {}
    names = {"title": "title", "creator": "author", "initial-creator": "author",
             "creation-date": "date", "language": "language"}  # fmt: skip
    found: dict[str, str] = {}
    for element in root.iter():
        key = names.get(_local(element))
        if key and element.text and element.text.strip():
            found.setdefault(key, element.text.strip())
    return found


def _number(text: str) -> int:
    return min(int(text), _WIDEST_REPEAT) if text.isdigit() and text.isascii() else 1


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _attribute(element: Any, name: str) -> str:
    return next(
        (str(value) for key, value in element.items() if key.rpartition("}")[2] == name), ""
    )
