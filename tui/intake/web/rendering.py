"""The visible text of HTML that has no boilerplate: the body of a mail, an item of a feed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tui.intake.text.tables_as_lines import CELL

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr td th tbody thead tfoot blockquote pre hr "
    "section article header footer main aside nav figure figcaption form fieldset address center "
    "body html caption details summary".split()
)
_UNSEEN = frozenset(
    "script style head title meta link noscript template svg iframe object embed button select "
    "textarea input img video audio canvas map".split()
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_SIGNATURE = re.compile(r"\b(?:gmail_signature|moz-signature|[Ss]ignature)(?![\w-])")
"""How mailers mark the signature of a mail; it stands below a line of `-- `."""
_DEEPEST = 400
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_ZERO_WIDTH = re.compile("[\xad\u200b-\u200d\u2060\ufeff\u034f]")

QUOTED = "\x00"
"""Begins each block that stands in a quotation; the mail reader turns it into `> `."""


def visible_blocks(tree: Any) -> list[str]:
    """The visible blocks below an element: paragraphs, list items, rows of tables as lines.

    A table that only lays out (its cells hold blocks) gives those blocks; one with figures gives a
    line for each row, joined by line breaks.
    """
    blocks: list[str] = []
    pending: list[str] = []

    def flush() -> None:
        text = _tidy("".join(pending))
        pending.clear()
        if text:
            blocks.append(text)

    for event in _events(tree, 0):
        if event == _BREAK:
            flush()
        elif event.startswith(_WHOLE):
            flush()
            blocks.append(event[len(_WHOLE) :])
        else:
            pending.append(event)
    flush()
    return blocks


_BREAK = "\x01"
_WHOLE = "\x02"


def _events(element: Any, depth: int) -> Iterator[str]:
    """Pieces of text, breaks between blocks, and whole blocks, in the order of the document."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN or depth > _DEEPEST:
        return
    if _HIDDEN.search(element.get("style") or "") or element.get("hidden") is not None:
        return
    tag = element.tag
    if tag == "table" and _is_data(element):
        rows = [row for tr in element.iter("tr") if (row := _row(tr))]
        yield _WHOLE + "\n".join(rows)
        return
    if tag == "blockquote" or "gmail_quote" in (element.get("class") or ""):
        yield _BREAK
        for block in visible_blocks_of_children(element, depth):
            yield _WHOLE + QUOTED + block
        return
    if _SIGNATURE.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
        yield _WHOLE + "-- "
    if tag == "br":
        yield "\n"
        return
    if tag in _BLOCKS:
        yield _BREAK
    if tag == "li":
        yield "- "
    yield _SPACES.sub(" ", element.text or "") if tag != "pre" else (element.text or "")
    for child in element:
        yield from _events(child, depth + 1)
        yield _SPACES.sub(" ", child.tail or "") if tag != "pre" else (child.tail or "")
    if tag in _BLOCKS:
        yield _BREAK


def visible_blocks_of_children(element: Any, depth: int) -> list[str]:
    """The visible blocks within an element, whatever it is itself."""
    blocks: list[str] = []
    loose = [_SPACES.sub(" ", element.text or "")]

    def flush() -> None:
        text = _tidy("".join(loose))
        loose.clear()
        if text:
            blocks.append(text)

    for child in element:
        for event in _events(child, depth + 1):
            if event == _BREAK:
                flush()
            elif event.startswith(_WHOLE):
                flush()
                blocks.append(event[len(_WHOLE) :].replace(QUOTED, ""))
            else:
                loose.append(event)
        loose.append(_SPACES.sub(" ", child.tail or ""))
    flush()
    return blocks


def _is_data(table: Any) -> bool:
    """Whether a table holds figures rather than the layout of a page."""
    if table.find(".//table") is not None:
        return False
    rows = list(table.iter("tr"))
    cells = [cell for row in rows for cell in row if cell.tag in ("td", "th")]
    if len(rows) < 2 or len(cells) < 4:
        return False
    return (
        not any(cell.find(".//p") is not None and len(_plain(cell)) > 200 for cell in cells)
        and max(len(_plain(cell)) for cell in cells) <= 400
    )


def _row(row: Any) -> str:
    cells = [_plain(cell) for cell in row if cell.tag in ("td", "th")]
    return CELL.join(cells).strip(" |") if any(cells) else ""


def _plain(element: Any) -> str:
    return _SPACES.sub(" ", _ZERO_WIDTH.sub("", "".join(element.itertext()))).strip()


def _tidy(text: str) -> str:
    """A block: its lines without white space around them; `<br><br>` parts paragraphs."""
    text = _ZERO_WIDTH.sub("", text)
    lines = [re.sub(r"[ \t\r\f\v]+", " ", line).strip(" ") for line in text.split("\n")]
    return re.sub(r"\n{2,}", "\n\n", "\n".join(lines)).strip("\n ")
