"""Word documents (`.docx`): the text as it stands with all tracked changes accepted.

Insertions are text, deletions are not; notes stand at the end under the numbers that refer to them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tui.intake.archive import Archive
from tui.intake.office.assembly import assemble
from tui.intake.text.tables_as_lines import CELL
from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.intake.document import Document

_SKIPPED = frozenset(
    "del moveFrom delText delInstrText instrText rPr pPr sectPr commentReference Fallback "
    "annotationRef footnoteRef endnoteRef pict object".split()
)
"""Elements whose text is not part of the document; `Fallback` repeats a text box."""
_TITLE = re.compile(
    r"(?:title|titre|titel|título|titolo|heading ?1|titre ?1|überschrift ?1|berschrift1)",
    re.IGNORECASE,
)
_LIST = re.compile(r"list|liste|aufzählung", re.IGNORECASE)
_NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))
_DEEPEST = 60


def read_word(data: bytes) -> Document:
    """Read a Word document.

    Raises:
        IntakeError: If it is damaged, encrypted, too large or empty.
    """
    archive = Archive(data, msg("this Word document"))
    main = next(
        (name for name in archive.names() if re.fullmatch(r"word/document\d*\.xml", name)), ""
    )
    root = archive.tree(main) if main else None
    if root is None:
        from tui.intake.document import IntakeError

        raise IntakeError("damaged", msg("this Word document has no text part"))
    reader = _Reader()
    body = root.find("{*}body")
    paragraphs = list(reader.blocks(body if body is not None else root, 0))
    paragraphs += _notes(archive, reader)
    return assemble(
        "this Word document", paragraphs, reader.headline, _properties(archive), reader.changes()
    )


class _Reader:
    """Walks the blocks of a document and notes what it meets on the way."""

    def __init__(self) -> None:
        self.headline = ""
        self.references: list[tuple[str, str]] = []
        self._insertions = self._deletions = 0

    def changes(self) -> tuple[str, ...]:
        """What tracked changes were accepted, in words."""
        if not (self._insertions or self._deletions):
            return ()
        return (
            f"tracked changes are accepted: {self._insertions} insertions, "
            f"{self._deletions} deletions",
        )

    def blocks(self, parent: Any, depth: int) -> Iterator[str]:
        """The blocks below an element."""
        if depth > _DEEPEST:
            return
        for element in parent:
            name = _local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                rows = [row for tr in element.iterfind("{*}tr") if (row := self._row(tr, depth))]
                if rows:
                    yield "\n".join(rows)
            elif name in ("del", "moveFrom"):
                self._deletions += 1
            elif name not in _SKIPPED:
                yield from self.blocks(element, depth + 1)

    def _paragraph(self, element: Any) -> Iterator[str]:
        boxes: list[Any] = []
        text = "".join(self._inline(element, boxes, 0))
        style = element.find("{*}pPr/{*}pStyle")
        name = _value(style) if style is not None else ""
        numbered = element.find("{*}pPr/{*}numPr") is not None or bool(_LIST.search(name))
        for piece in re.split(r"\n\s*\n", text):
            line = re.sub(r"[ \t]+", " ", piece.replace("\n", " ")).strip(" ")
            if not line:
                continue
            if not self.headline and _TITLE.fullmatch(name):
                self.headline = line
            is_item = (
                numbered and not _TITLE.fullmatch(name) and not name.lower().startswith("heading")
            )
            yield f"- {line}" if is_item and not line.startswith(("-", "•")) else line
        for box in boxes:
            yield from self.blocks(box, 1)

    def _row(self, row: Any, depth: int) -> str:
        cells = [
            " ".join(" ".join(self.blocks(cell, depth + 1)).split()) for cell in row.iter("{*}tc")
        ]
        return CELL.join(cells).strip(" |") if any(cells) else ""

    def _inline(self, element: Any, boxes: list[Any], depth: int) -> Iterator[str]:
        if depth > _DEEPEST:
            return
        for child in element:
            name = _local(child)
            if name == "t":
                yield child.text or ""
            elif name in ("tab", "ptab"):
                yield "\t"
            elif name in ("br", "cr"):
                yield "\n"
            elif name == "noBreakHyphen":
                yield "-"
            elif name == "txbxContent":
                boxes.append(child)
            elif name in ("footnoteReference", "endnoteReference"):
                kind = name.removesuffix("Reference")
                self.references.append((kind, _attribute(child, "id")))
                yield f" [{len(self.references)}]"
            elif name in ("del", "moveFrom"):
                self._deletions += 1
            elif name not in _SKIPPED:
                self._insertions += name == "ins"
                yield from self._inline(child, boxes, depth + 1)


def _notes(archive: Archive, reader: _Reader) -> list[str]:
    """The notes in the order of their references, each with its number."""
    texts: dict[tuple[str, str], str] = {}
    references = list(reader.references)
    for member, kind in _NOTES:
        root = archive.tree(member)
        if root is None:
            continue
        for note in root.iterfind("{*}" + kind):
            words = " ".join(reader.blocks(note, 1))
            texts[kind, _attribute(note, "id")] = " ".join(words.split())
    return [
        f"[{number}] {texts[reference]}"
        for number, reference in enumerate(references, 1)
        if texts.get(reference)
    ]


def _properties(archive: Archive) -> dict[str, str]:
    root = archive.tree("docProps/core.xml")
    if root is None:
        return {}
    names = {"title": "title", "creator": "author", "created": "date", "language": "language"}
    found = {names[_local(one)]: (one.text or "").strip() for one in root if _local(one) in names}
    return {key: value for key, value in found.items() if value}


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _attribute(element: Any, name: str) -> str:
    return next(
        (str(value) for key, value in element.items() if key.rpartition("}")[2] == name), ""
    )


def _value(element: Any) -> str:
    return _attribute(element, "val")
