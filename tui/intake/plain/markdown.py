"""Markdown as plain text: front matter read, marks of emphasis and links taken away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.intake.document import Document, nothing_readable
from tui.intake.plain.wraps import unwrapped
from tui.intake.text.charset import decode
from tui.intake.text.dates_written import day_of
from tui.intake.text.headlines import read_headlines
from tui.intake.text.language_guess import guess_language
from tui.intake.text.tables_as_lines import CELL
from tui.intake.web.authors import names_in
from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterable

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_-]+)\s*:\s*(.*?)\s*$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
_UNDERLINE = re.compile(r"^(?:={3,}|-{3,})\s*$")
_RULE = re.compile(r"^\s*(?:[-*_]\s*){3,}$")
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])")
_REFERENCE = re.compile(r"^\s*\[[^\]]+\]:\s+\S+.*$")
_AUTOLINK = re.compile(r"<(https?://[^>\s]+)>")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=\S)(.+?)(?<=\S)\1(?![\w*])")
_CODE = re.compile(r"(`+)(.+?)\1")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~$])")
_TAG = re.compile(r"</?[a-zA-Z][^>\n]*>")
_LINE_KIND = re.compile(r"^\s*(?:[-*+]\s|\d{1,3}[.)]\s|>|\|)")


def read_markdown(data: bytes, outlets: Iterable[str] = ()) -> Document:
    """Read a Markdown file.

    Raises:
        IntakeError: If there is no text in it.
    """
    decoded = decode(data)
    source = decoded.text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\n")
    fields: dict[str, str] = {}
    if front := _FRONT_MATTER.match(source):
        for name, value in _FIELD.findall(front[1]):
            fields.setdefault(name.lower(), value.strip("\"'[] "))
        source = source[front.end() :]
    text, first_heading = _plain(source)
    if not text.strip():
        raise nothing_readable(msg("this file"))
    language = guess_language(text) or fields.get("lang", fields.get("language", ""))[:2]
    head = read_headlines(text, language, outlets)
    author = fields.get("author") or fields.get("authors") or fields.get("by") or ""
    return Document(
        text,
        fields.get("title") or first_heading or head.title,
        day_of(fields.get("date") or fields.get("published") or "") or head.published,
        ", ".join(names_in([author])) or head.author,
        fields.get("publisher") or fields.get("source") or head.publisher,
        language,
        fields.get("url") or fields.get("link") or fields.get("canonical_url") or "",
        notes=(decoded.note,) if decoded.note else (),
    )


def _plain(source: str) -> tuple[str, str]:
    """The text without marks, and its first heading."""
    heading = ""
    lines: list[str] = []
    fenced = False
    for line in source.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
            continue
        if fenced:
            lines.append(line)
            continue
        if found := _HEADING.match(line):
            words = _inline(found[1])
            heading = heading or words
            lines += ["", words, ""]
        elif _UNDERLINE.match(line) and lines and lines[-1].strip():
            heading = heading or lines[-1]
            lines.append("")
        elif _TABLE_RULE.match(line) and lines and "|" in lines[-1]:
            continue
        elif _RULE.match(line):
            lines.append("")
        elif not _REFERENCE.match(line):
            lines.append(_line(line))
    text = unwrapped(_soft_wraps(lines)).text
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n", heading


def _line(line: str) -> str:
    stripped = line.strip()
    if stripped.startswith("|") or (stripped.count("|") > 1 and stripped.endswith("|")):
        cells = [_inline(cell.strip()) for cell in stripped.strip("|").split("|")]
        return CELL.join(cells)
    return re.sub(r"^\s*[*+]\s", "- ", _inline(line.rstrip()))


def _soft_wraps(lines: list[str]) -> str:
    """The lines of a paragraph on one line, as every Markdown renderer joins them."""
    joined: list[str] = []
    for line in lines:
        goes_on = (
            joined and joined[-1].strip() and line.strip() and not _LINE_KIND.match(line)
            and CELL not in line and CELL not in joined[-1]
        )  # fmt: skip
        if goes_on:
            joined[-1] = f"{joined[-1]} {line.strip()}"
        else:
            joined.append(line)
    return "\n".join(joined)


def _inline(text: str) -> str:
    for pattern, replacement in (
        (_IMAGE, r"\1"), (_LINK, r"\1"), (_AUTOLINK, r"\1"), (_CODE, r"\2"),
        (_STRONG, r"\2"), (_EMPHASIS, r"\2"), (_TAG, ""), (_ESCAPED, r"\1"),
    ):  # fmt: skip
        text = pattern.sub(replacement, text)
    return text
