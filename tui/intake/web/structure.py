"""What is mended in a page before the article is looked for in it, and what is found around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tui.intake.web.rendering import visible_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

_CELL_OF_TEXT = 400
"""Letters from which a cell holds text rather than a value."""
_LINKED = 0.3
"""Share of the letters of a block that may be links in an article."""
_FOLLOWING = frozenset("p ul ol dl table blockquote h2 h3 h4 h5 pre figure".split())
_MOST_BLOCKS = 60
_SPACES = re.compile(r"\s+")


def unwrap_layout_tables(tree: Any) -> None:
    """Turn the tables that only lay out a page into plain blocks.

    Pages of before 2005 stand in tables; their cells hold text, other tables, or one per row.
    """
    for table in list(tree.iter("table")):
        if _is_layout(table):
            parts = [
                element
                for element in table.iter("tbody", "thead", "tfoot", "tr", "td", "th")
                if _nearest_table(element) is table
            ]
            for element in (table, *parts):
                element.tag = "div"


def split_at_breaks(tree: Any) -> None:
    """Make paragraphs of text that is parted by two line breaks or more."""
    for element in list(tree.iter("div", "td", "body", "article", "section", "center", "font")):
        children = list(element)
        double = [_is_double(child) for child in children]
        if not any(double):
            continue
        runs: list[list[Any]] = [[]]
        texts = [element.text or ""]
        for child, parts in zip(children, double, strict=True):
            element.remove(child)
            if child.tag == "br" and (parts or not (texts[-1].strip() or runs[-1])):
                runs.append([])
                texts.append(child.tail or "")
            else:
                runs[-1].append(child)
        element.text = None
        for text, run in zip(texts, runs, strict=True):
            if not text.strip() and not run:
                continue
            if not text.strip() and all(
                child.tag in _FOLLOWING or child.tag == "div" for child in run
            ):
                element.extend(run)
                continue
            paragraph = element.makeelement("p", {})
            paragraph.text = text
            paragraph.extend(run)
            element.append(paragraph)


def _is_double(element: Any) -> bool:
    """Whether nothing but white space stands between a line break and the next one."""
    following = element.getnext()
    return (
        element.tag == "br" and following is not None and following.tag == "br"
        and not (element.tail or "").strip()
    )  # fmt: skip


def _is_layout(table: Any) -> bool:
    if table.find(".//table") is not None or (table.get("role") or "") == "presentation":
        return True
    rows = [row for row in table.iter("tr") if _nearest_table(row) is table]
    widest = max((sum(1 for cell in row if cell.tag in ("td", "th")) for row in rows), default=0)
    if widest < 2:
        return True
    cells = [cell for row in rows for cell in row if cell.tag in ("td", "th")]
    return any(len(_words(cell)) > _CELL_OF_TEXT for cell in cells) and len(cells) <= 3 * len(rows)


def _nearest_table(element: Any) -> Any:
    return next(element.iterancestors("table"), None)


def continued(tree: Any, blocks: list[str]) -> list[str]:
    """What follows the last block of an article within the same part of the page.

    Extractors give up lists and short paragraphs at the end of an article, since lists of links
    stand there too. What follows in the element that holds the last paragraph, and is no list of
    links, belongs to the article.
    """
    if not blocks:
        return []
    place = _place_of(tree, blocks[-1])
    if place is None:
        return []
    seen = set(blocks)
    found: list[str] = []
    for element in place.itersiblings():
        if element.tag not in _FOLLOWING or len(found) > _MOST_BLOCKS or _linked(element) > _LINKED:
            break
        found += [block for block in visible_blocks(element) if block not in seen]
    return found


def _place_of(tree: Any, block: str) -> Any:
    """The element whose text is a block: the last one, where several are."""
    words = _SPACES.sub(" ", block.removeprefix("- ").split("\n")[-1]).strip()
    if len(words) < 20:
        return None
    found = None
    for element in tree.iter("p", "li", "div", "blockquote"):
        if element.find("p") is None and _words(element) == words:
            found = element
    if found is not None and found.tag == "li":
        found = found.getparent()
    return found


def _linked(element: Any) -> float:
    total = len(_words(element)) or 1
    return sum(len(_words(link)) for link in element.iter("a")) / total


def _words(element: Any) -> str:
    return _SPACES.sub(" ", "".join(_texts(element))).strip()


def _texts(element: Any) -> Iterator[str]:
    for text in element.itertext():
        yield text.replace("\xad", "").replace("\u200b", "")
