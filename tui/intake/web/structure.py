"""What is mended in a page before the article is looked for in it, and what is found around it."""

from __future__ import annotations

import re
from collections import Counter
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
_PARAGRAPH = 60
"""Letters from which a `<p>` is a paragraph rather than a label."""
_MOST_OF = 0.5
"""Share of an article that must stand in containers of one kind."""
_WORTH = 0.15
"""Share of what was found from which missing paragraphs are a part of the article; below, they are
teasers and notes of the newsroom."""
_DEEPEST = 12
_ENDS = (".", "!", "?", "…", ":", "”", "“", "»", "«", '"', "’", "'", ")", "。", "」", "！", "？")
"""What a paragraph of an article ends with."""
_BESIDE = re.compile(
    r"related|sidebar|comment|recommend|teaser|newsletter|promo|popular|footer|author|bio\b|most-?read"
    r"|subscri|signup|sign-up|cookie|consent|modal|popup|disclaimer|copyright",
    re.IGNORECASE,
)


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


def with_other_parts(tree: Any, blocks: list[str]) -> list[str]:
    """The blocks of an article with the paragraphs of its other parts, where it has several.

    Pages that put advertisements or pictures between parts of an article hold it in several
    containers of one kind, of which extractors find one. Where the paragraphs that were found stand
    in containers of one kind, the paragraphs of all of that kind belong to the article, unless they
    stand in a part of the page about something else or in another article.
    """
    found = set(blocks)
    paragraphs = [(words, one) for one in tree.iter("p") if len(words := _words(one)) >= _PARAGRAPH]
    ours = [(words, one) for words, one in paragraphs if words in found]
    kinds = Counter[tuple[str, ...]]()
    for words, one in ours:
        kinds[_kind(one.getparent())] += len(words)
    kind, letters = max(kinds.items(), key=lambda item: item[1], default=((), 0))
    if len(kind) < 2 or letters < _MOST_OF * sum(map(len, blocks)):
        return blocks
    homes = {next(one.iterancestors("article"), None) for _, one in ours}
    missing = {
        words
        for words, one in paragraphs
        if words not in found
        and words.endswith(_ENDS)
        and _kind(one.getparent()) == kind
        and next(one.iterancestors("article"), None) in homes
        and _linked(one) <= _LINKED
        and not _is_beside(one)
    }
    if sum(map(len, missing)) < _WORTH * letters:
        return blocks
    return _merged(blocks, [words for words, _ in paragraphs if words in found | missing])


def _merged(blocks: list[str], ordered: list[str]) -> list[str]:
    """Some blocks with the paragraphs that they lack, each behind the one that it follows."""
    places = {block: at for at, block in enumerate(blocks)}
    behind: dict[int, list[str]] = {}
    last = -1
    for words in dict.fromkeys(ordered):
        if words in places:
            last = places[words]
        else:
            behind.setdefault(last, []).append(words)
    merged = behind.get(-1, [])
    for at, block in enumerate(blocks):
        merged += [block, *behind.get(at, ())]
    return merged


def _kind(element: Any) -> tuple[str, ...]:
    """What a container is by its tag and the first two of its classes."""
    return (element.tag, *(element.get("class") or "").split()[:2])


def _is_beside(element: Any) -> bool:
    """Whether an element stands in a part of the page about something else."""
    for depth, parent in enumerate(element.iterancestors()):
        if parent.tag in ("aside", "footer", "nav", "figure", "form", "blockquote"):
            return True
        if parent.tag in ("article", "main", "body") or depth > _DEEPEST:
            return False
        if _BESIDE.search(f"{parent.get('class') or ''} {parent.get('id') or ''}"):
            return True
    return False


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
