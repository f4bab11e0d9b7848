"""The items of a feed, RSS or Atom: each is an article."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from tui.intake.document import Document, IntakeError, nothing_readable
from tui.intake.extra import load_extra
from tui.intake.limits import MAX_ITEMS, MAX_MARKUP
from tui.intake.text.charset import declared_charset, decode
from tui.intake.text.dates_written import day_of
from tui.intake.text.language_guess import guess_language
from tui.intake.web.authors import names_in
from tui.intake.web.page import parse_html
from tui.intake.web.rendering import QUOTED, visible_blocks
from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterable

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_TEXTS = ("encoded", "content", "body", "description", "summary")
"""Elements that hold the text of an item, the fullest first, by their local names."""
_DATES = ("pubDate", "published", "issued", "date", "created", "updated", "modified")
_TAG = re.compile(r"<[a-zA-Z/!][^>]*>")


def read_feed(data: bytes) -> list[Document]:
    """Read the items of a feed, in its order.

    Raises:
        IntakeError: If it is no XML at all, or has no items.
    """
    if len(data) > MAX_MARKUP:
        raise IntakeError(
            "too-large",
            msg("this feed is larger than {size} MB", size=MAX_MARKUP >> 20),
        )
    if b"<!ENTITY" in data:
        raise IntakeError("damaged", msg("this feed declares entities, which no feed needs"))
    etree = load_extra("lxml.etree", msg("feeds are read"))
    source = _DECLARATION.sub("", decode(data, declared_charset(data)).text)
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(source.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise IntakeError("damaged", msg("this feed is damaged"))
    items = list(root.iter("{*}item", "{*}entry"))[:MAX_ITEMS]
    if not items:
        raise nothing_readable(msg("this feed: it has no items"))
    channel = root.find("{*}channel")
    head = channel if channel is not None else root
    publisher = _text(_child(head, ("title",)))
    language = (_text(_child(head, ("language",))) or root.get(_LANG) or "")[:2].lower()
    return [_item(item, publisher, language) for item in items]


_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _item(item: Any, publisher: str, language: str) -> Document:
    title = _plain(_text(_child(item, ("title",))))
    blocks = max(
        (_blocks(_child(item, (name,))) for name in _TEXTS), key=lambda one: sum(map(len, one))
    )
    text = "\n\n".join(blocks)
    names = [
        _text(_child(author, ("name",))) or _text(author) for author in item.iterfind("{*}author")
    ]
    names += [_text(one) for one in item.iterfind("{*}creator")]
    published = next(filter(None, (day_of(_text(_child(item, (name,)))) for name in _DATES)), "")
    return Document(
        text or title, title, published, ", ".join(names_in(map(_without_address, names))),
        publisher, guess_language(text) or language, _link(item),
        notes=() if text else ("the feed gives no more than the title",),
    )  # fmt: skip


def _child(element: Any, names: Iterable[str]) -> Any:
    for name in names:
        found = element.find("{*}" + name)
        if found is not None:
            return found
    return None


def _text(element: Any) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())


def _plain(text: str) -> str:
    """A title, in which some feeds write HTML."""
    return " ".join(html.unescape(_TAG.sub("", text)).split())


def _blocks(element: Any) -> list[str]:
    """The blocks of a text that is HTML, escaped or as elements, or plain."""
    if element is None:
        return []
    source = "".join(element.itertext())
    if len(element) and element.get("type") == "xhtml":
        return [block.replace(QUOTED, "") for block in visible_blocks(_without_names(element))]
    if not _TAG.search(source) and "&" not in source:
        return [piece for part in source.split("\n\n") if (piece := " ".join(part.split()))]
    tree = parse_html(f"<html><body>{source}</body></html>")
    return [] if tree is None else [block.replace(QUOTED, "") for block in visible_blocks(tree)]


def _without_names(element: Any) -> Any:
    for one in element.iter():
        if isinstance(one.tag, str):
            one.tag = one.tag.rpartition("}")[2]
    return element


def _link(item: Any) -> str:
    for link in item.iterfind("{*}link"):
        address = link.get("href") or (link.text or "").strip()
        if link.get("rel", "alternate") == "alternate" and address.startswith(
            ("http://", "https://")
        ):
            return str(address)
    guid = _text(_child(item, ("guid", "id")))
    return guid if guid.startswith(("http://", "https://")) else ""


def _without_address(name: str) -> str:
    """`desk@example.org (Ann Reed)` is how RSS 2.0 writes an author."""
    found = re.fullmatch(r"\S+@\S+\s*\((.+)\)", name)
    return found[1] if found else name
