"""Where a place of an article is found outside the corpus: its page, its address."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from tui.model.corpus import ArticleText
    from tui.model.records import Article

_START, _END = 40, 40
"""Letters of a long quote at either end by which a browser finds it."""
_LONGEST_FRAGMENT = 120


def page_at(article: Article, text: ArticleText | None, offset: int) -> int | None:
    """The page of the original on which a place of the text stands, from 1.

    Returns:
        `None` where the original has no pages, or the text is not the one whose pages are known.
    """
    if text is None or text.digest != article.sha256 or not (article.pages or article.page):
        return None
    first = int(article.page) if article.page.isdigit() else 1
    return first + bisect_right(article.pages, offset)


def address_at(article: Article, quoted: str, prefix: str = "", suffix: str = "") -> str:
    """The address of an article at a quote, by a text fragment (`#:~:text=`); empty without one.

    A long quote is given by its first and last words, as the draft of the WICG has it.
    """
    if not article.url.startswith(("http://", "https://")):
        return ""
    words = " ".join(quoted.split())
    if not words:
        return article.url
    if len(words) > _LONGEST_FRAGMENT:
        start = words[:_START].rsplit(" ", 1)[0]
        end = words[-_END:].split(" ", 1)[-1]
        text = f"{_escaped(start)},{_escaped(end)}"
    else:
        text = _escaped(words)
    before = f"{_escaped(' '.join(prefix.split()))}-," if prefix.strip() else ""
    after = f",-{_escaped(' '.join(suffix.split()))}" if suffix.strip() else ""
    joint = ":~:" if "#" in article.url else "#:~:"
    return f"{article.url}{joint}text={before}{text}{after}"


def _escaped(text: str) -> str:
    """A text in a fragment, where `-`, `,` and `&` mean something."""
    return quote(text, safe="").replace("-", "%2D")
