"""Markup in an article, which says nothing: tags, emphasis, entities, marks of footnotes."""

from __future__ import annotations

import re
from functools import cached_property

_MARKUP = re.compile(
    r"</?[A-Za-z][^<>\n]{0,80}>"  # <b>
    r"|(?<![\w*_])[*_]{1,3}(?=[\w$\u20ac\u00a3])|(?<=[\w%$\u20ac\u00a3.,!?])[*_]{1,3}(?![\w*_])"
    r"| ?\[\d{1,3}\]| \(\d\)(?= )"  # [1], (1)
    r"|&(?:#0?39|apos|rsquo|#8217|#x27|nbsp|#160|amp|quot|#34);"
)
_ENTITIES = {
    "&nbsp;": " ", "&#160;": " ", "&amp;": "&", "&quot;": '"', "&#34;": '"', "&#039;": "'",
    "&#39;": "'", "&apos;": "'", "&rsquo;": "'", "&#8217;": "'", "&#x27;": "'",
}  # fmt: skip


_SIGNS = ("<", "*", "_", "[", " (", "&")
"""What every piece of markup has one of, to tell quickly that there is none."""


class Unmarked:
    """A text without its markup, and the way back.

    Attributes:
        text: The text without it.
    """

    def __init__(self, marked: str) -> None:
        """Take the markup out of a text."""
        self._marked = marked
        self.text = _MARKUP.sub(_sign, marked) if has_markup(marked) else marked

    @cached_property
    def _origins(self) -> list[int]:
        """For each sign of the text, and for its end, the place it comes from."""
        origins: list[int] = []
        at = 0
        for match in _MARKUP.finditer(self._marked):
            origins += range(at, match.start())
            if _sign(match):
                origins.append(match.start())
            at = match.end()
        return [*origins, *range(at, len(self._marked) + 1)]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Map a range back to the text with its markup."""
        last = self._origins[end - 1]
        entity = _MARKUP.match(self._marked, last)
        return self._origins[start], entity.end() if entity and _sign(entity) else last + 1


def has_markup(text: str) -> bool:
    """Whether a text may have markup; far quicker than looking for it."""
    return any(sign in text for sign in _SIGNS)


def _sign(match: re.Match[str]) -> str:
    """What a piece of markup stands for; mostly nothing."""
    return _ENTITIES.get(match[0], "")


def padded(text: str, filling: str) -> str:
    """A text in which markup is replaced sign by sign, so that no place changes."""
    return _MARKUP.sub(lambda match: _sign(match).ljust(len(match[0]), filling), text)
