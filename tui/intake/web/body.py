"""The article within a page, and its text with paragraphs, headings, lists and tables.

trafilatura finds the article. What it gives is walked here, so that a paragraph is a paragraph, a
row of a table one line, and emphasis leaves no mark in the middle of a figure.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from tui.intake.extra import load_extra
from tui.intake.text.tables_as_lines import CELL
from tui.intake.web.boilerplate import without_boilerplate
from tui.intake.web.rendering import QUOTED, visible_blocks
from tui.intake.web.structure import (
    continued,
    split_at_breaks,
    unwrap_layout_tables,
    with_other_parts,
)
from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACES = re.compile(r"[ \t\r\f\v\n]+")
_SHORT = 250
"""Letters below which what was found is taken for a teaser rather than the article."""
_LARGE = 30_000
"""Elements of a page from which it is not searched but rendered; the largest of a thousand real
pages had 12,000."""
_MOST = 0.65
"""Share of the letters that the stricter reading must keep; tried from 0.5 to 0.9 on real pages."""
_SENTENCE = 40
"""Letters of a sentence that stands alone; scripts of one sign a syllable need a third."""
_BLOCKS = frozenset(("p", "head", "quote", "list", "table", "item", "code", "fw", "ab", "div"))


def article_body(tree: Any, title: str = "", url: str = "") -> list[str]:
    """The paragraphs of the article within a page; rows of a table are joined by line breaks.

    trafilatura is asked twice: for precision, which leaves out captions and teasers, and as it is.
    Where the first keeps most of the second, what it left out was boilerplate; where it keeps
    little, it left out the article. A page in which it finds none, or of more elements than any
    press page, is rendered.
    """
    if sum(1 for _ in tree.iter()) > _LARGE:
        return without_boilerplate(_rendered(tree), title)
    unwrap_layout_tables(tree)
    split_at_breaks(tree)
    strict = _found(tree, url, precise=True)
    loose = _found(tree, url, precise=False)
    kept = loose if _size(strict) < _MOST * _size(loose) else _completed(strict, loose)
    if not kept:
        kept = [block for block in _rendered(tree) if _is_sentence(block)]
    kept = with_other_parts(tree, [*kept, *continued(tree, kept)])
    return without_boilerplate(kept, title)


def _completed(strict: list[str], loose: list[str]) -> list[str]:
    """The stricter reading, with the sentences and headings that it left out within the article."""
    kept = set(strict)
    last = max((at for at, block in enumerate(loose) if block in kept), default=-1)
    if last < 0:
        return strict
    inside = [block for block in loose[: last + 1] if block in kept or _is_sentence(block)]
    return inside if _size(inside) >= _size(strict) * 0.95 else strict


def _is_sentence(block: str) -> bool:
    ended = block.endswith((".", "?", "!", "”", "»", "“", '"', "。", "」", "！", "？"))
    return ended and len(block) >= (
        _SENTENCE if block.isascii() or block[0] < "぀" else _SENTENCE // 3
    )


def _rendered(tree: Any) -> list[str]:
    """The visible blocks of the part of a page that is marked as its article, else of it all.

    Takes a second for 10 MB, where looking for the article takes minutes.
    """
    marked = [one for one in tree.iter("article", "main") if len(one)]
    largest = max(marked, key=lambda one: sum(1 for _ in one.iter()), default=None)
    return [
        block.replace(QUOTED, "") for block in visible_blocks(tree if largest is None else largest)
    ]


def _found(tree: Any, url: str, *, precise: bool) -> list[str]:
    trafilatura = load_extra("trafilatura", msg("web pages are read"))
    found = trafilatura.bare_extraction(
        deepcopy(tree), url=url or None, include_comments=False, include_tables=True,
        include_formatting=False, with_metadata=False, favor_precision=precise,
    )  # fmt: skip
    if found is None or found.body is None:
        return []
    return [block for block in _blocks(found.body) if block]


def _size(blocks: list[str]) -> int:
    return sum(map(len, blocks))


def _blocks(element: Any) -> Iterator[str]:
    """The blocks below an element, in order; text between blocks is a block of its own."""
    loose = [element.text or ""]
    for child in element:
        if child.tag in _BLOCKS:
            yield _tidy("".join(loose))
            loose = []
            yield from _block(child)
        elif child.tag == "lb":
            loose.append("\n")
        else:
            loose.append("".join(_inline(child)))
        loose.append(child.tail or "")
    yield _tidy("".join(loose))


def _block(element: Any) -> Iterator[str]:
    if element.tag == "table":
        rows = [_row(row) for row in element.iter("row")]
        yield "\n".join(row for row in rows if row)
    elif element.tag == "list":
        for item in element:
            if item.tag == "item":
                pieces = [piece for piece in _blocks(item) if piece]
                if pieces:
                    yield "- " + pieces[0]
                    yield from pieces[1:]
    elif any(child.tag in _BLOCKS for child in element):
        yield from _blocks(element)
    else:
        yield from _tidy_lines("".join(_inline(element)))


def _row(row: Any) -> str:
    cells = [_tidy("".join(cell.itertext())) for cell in row.iter("cell")]
    return CELL.join(cells).strip(" |") if any(cells) else ""


def _inline(element: Any) -> Iterator[str]:
    """The text of an element without its tail."""
    yield element.text or ""
    for child in element:
        if child.tag == "lb":
            yield "\n"
        elif child.tag not in ("graphic",):
            yield from _inline(child)
        yield child.tail or ""


def _tidy_lines(text: str) -> list[str]:
    """The paragraphs of a block, apart where a line break is doubled."""
    pieces = re.split(r"\n\s*\n", text.replace("\r", ""))
    return [tidied for piece in pieces if (tidied := _tidy(piece))]


def _tidy(text: str) -> str:
    """One paragraph: white space is one space, no-break spaces stay."""
    return _SPACES.sub(" ", text.replace("\xad", "").replace("\u200b", "")).strip(" ")


def is_short(blocks: list[str]) -> bool:
    """Whether what was found is hardly the whole article."""
    return _size(blocks) < _SHORT
