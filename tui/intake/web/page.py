"""Reading a web page: its article, cleaned, and what it says of itself."""

from __future__ import annotations

import re
from typing import Any

from tui.intake.document import Document, IntakeError, nothing_readable
from tui.intake.extra import load_extra
from tui.intake.limits import MAX_MARKUP
from tui.intake.text.charset import declared_charset, decode
from tui.intake.text.language_guess import guess_language
from tui.intake.web.body import article_body, is_short
from tui.intake.web.metadata import read_metadata
from tui.model.messages import msg

_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE)
_SINGLE_FILE = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_HEAD = 20_000


def read_page(data: bytes, *, url: str = "", charset: str = "") -> Document:
    """Read the article of a web page.

    Args:
        data: The bytes of the page.
        url: Where it was found, if that is known.
        charset: The encoding that the server or the archive named.

    Raises:
        IntakeError: If it is too large, or there is no article in it.
    """
    if len(data) > MAX_MARKUP:
        raise IntakeError(
            "too-large",
            msg("this page is larger than {size} MB", size=MAX_MARKUP >> 20),
        )
    decoded = decode(data, charset, declared_charset(data))
    source = _DECLARATION.sub("", decoded.text)
    for pattern in (_SAVED_FROM, _SINGLE_FILE):
        if not url and (saved := pattern.search(source, 0, _HEAD)):
            url = saved[1]
    tree = parse_html(source)
    if tree is None:
        raise nothing_readable(msg("this page"))
    metadata = read_metadata(tree, url)
    blocks = article_body(tree, metadata.title, metadata.url)
    if is_short(blocks) and len(metadata.body) > 2 * sum(map(len, blocks)):
        blocks = [piece for line in metadata.body.splitlines() if (piece := " ".join(line.split()))]
    if not blocks:
        raise nothing_readable(msg("this page"))
    text = "\n\n".join(blocks)
    return Document(
        text, metadata.title, metadata.published, metadata.author, metadata.publisher,
        guess_language(text) or metadata.language, url or metadata.url,
        notes=(decoded.note,) if decoded.note else (),
    )  # fmt: skip


def parse_html(source: str) -> Any:
    """The root element of a page; `None` where there is none."""
    html = load_extra("lxml.html", msg("web pages are read"))
    etree = load_extra("lxml.etree", msg("web pages are read"))
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        return html.document_fromstring(
            source.replace("\0", "").encode("utf-8", "replace"), parser=parser
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
