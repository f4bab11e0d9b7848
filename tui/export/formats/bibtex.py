"""BibTeX: the articles as entries that LaTeX cites by their ids."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tui.export.formats.csl import date_parts
from tui.model.safe_text import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from tui.export.selection import Selection
    from tui.model.records import Article

_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def write(selection: Selection, what: str, stream: BinaryIO) -> None:
    """Write an `@article` for each article."""
    taken: set[str] = set()
    entries = (
        "\n".join(_entry(article, taken)) + "\n" for article in selection.corpus.articles.values()
    )
    stream.write("\n".join(entries).encode())


def _entry(article: Article, taken: set[str]) -> Iterator[str]:
    yield f"@article{{{_key(article.id, taken)},"
    fields = {
        # The second pair of braces keeps capitals as they are.
        "title": f"{{{_escaped(article.title or article.file)}}}",
        "author": f"{{{_escaped(article.author)}}}" if article.author else "",
        "journal": _escaped(article.publisher),
        "url": re.sub(r"[{}\\\s]", _percent, article.url),
        "langid": {"fr": "french", "en": "english"}.get(article.language, ""),
        "pages": _escaped(article.page),
        "note": _escaped(article.note),
    }
    for name, value in fields.items():
        if value:
            yield f"  {name} = {{{value}}},"
    published, retrieved = article.published, article.retrieved
    if published and published.earliest and published.latest:
        parts = date_parts(published.earliest, published.latest)
        yield f"  year = {{{parts[0][0]}}},"
        if len(parts) == 1 and len(parts[0]) > 1:
            yield f"  month = {_MONTHS[parts[0][1] - 1]},"
        yield f"  date = {{{'/'.join(_iso(part) for part in parts)}}},"
    if retrieved and retrieved.earliest:
        yield f"  urldate = {{{retrieved.earliest.isoformat()}}},"
    yield "}"


def _iso(parts: list[int]) -> str:
    return "-".join(f"{part:0{4 if index == 0 else 2}}" for index, part in enumerate(parts))


def _key(name: str, taken: set[str]) -> str:
    """A key of letters, digits and hyphens; two ids never share one."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    key = base = re.sub(r"[^A-Za-z0-9:.-]+", "-", plain).strip("-") or "article"
    number = 1
    while key.lower() in taken:
        number += 1
        key = f"{base}-{number}"
    taken.add(key.lower())
    return key


def _escaped(text: str) -> str:
    line = safe_line(" ".join(text.split()))
    return "".join(_ESCAPES.get(char, char) for char in line)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())
