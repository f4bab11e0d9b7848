"""The tokens of a sentence; each figure and each date is one token."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model.mentions import Mention

_PARTS = r"(?:[-.&](?=\w)\w+|['’](?!(?:s|t|re|ve|ll|d)(?!\w))\w+)*"
_PLAIN = r"(?P<plain>[^\W\d_]\w*+(?![-.&'’]))|"
"""Most words: what follows cannot make another token of them, so that nothing else is tried."""
_TOKEN = {
    "fr": re.compile(
        rf"{_PLAIN}(?P<elided>(?:[ldnscjmt]|qu|jusqu|lorsqu|puisqu|quelqu)['’](?=[\w«“\"]))"
        r"|(?P<abbreviation>(?:[^\W\d_]\.){2,}|M\.)"
        rf"|(?P<word>[^\W\d_][\w]*{_PARTS})|(?P<number>\d+(?:[.,]\d+)*\w*)|(?P<sign>\S)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        rf"{_PLAIN}(?P<elided>n['’]t(?!\w)|['’](?:s|re|ve|ll|d)(?!\w))"
        r"|(?P<abbreviation>(?:[^\W\d_]\.){2,}|(?:Inc|Corp|Ltd|Co|Mr|Mrs|Ms|Dr|St)\.(?=\s\w|,))"
        rf"|(?P<word>[^\W\d_](?:(?!n['’]t(?!\w))[\w])*{_PARTS})|(?P<number>\d+(?:[.,]\d+)*\w*)|(?P<sign>\S)",
    ),
}
_FIGURES = frozenset({"money", "percent", "fraction", "measure"})


@dataclass(slots=True)
class SentenceToken:
    """One token.

    Attributes:
        start: First code point in the whole text.
        end: One past the last.
        text: As it is written; of a figure with its bound words.
        low: In lower case, without the apostrophe of an elision.
        kind: `word`, `sign`, `number`, `figure`, `date`, later also `name`.
        mention: What a figure or a date was read as.
    """

    start: int
    end: int
    text: str
    low: str
    kind: str
    mention: Mention | None = None

    @property
    def capital(self) -> bool:
        """Whether it is written like a name: a capital first, or inside ("xAI", "eBay")."""
        return self.kind == "word" and self.text.lower() != self.text


def tokenize(
    text: str, start: int, end: int, language: str, mentions: Iterable[Mention]
) -> list[SentenceToken]:
    """Cut a stretch of a text into tokens.

    Args:
        text: The whole text.
        start: Where to begin.
        end: Where to stop.
        language: `fr` or `en`; decides what an apostrophe cuts.
        mentions: The figures and dates of the stretch, by place in the whole text.
    """
    tokens: list[SentenceToken] = []
    at = start
    for mention in mentions:
        if mention.start < at or mention.end > end or mention.kind == "count":
            continue
        _words(text, at, mention.start, language, tokens)
        kind = "figure" if mention.kind in _FIGURES else "date"
        words = text[mention.start : mention.end]
        tokens.append(
            SentenceToken(mention.start, mention.end, words, words.lower(), kind, mention)
        )
        at = mention.end
    _words(text, at, end, language, tokens)
    return tokens


def _words(text: str, start: int, end: int, language: str, tokens: list[SentenceToken]) -> None:
    for match in _TOKEN[language].finditer(text, start, end):
        written = match[0]
        low = written.lower()
        kind = match.lastgroup or "sign"
        if kind == "plain":
            kind = "word"
        elif kind == "elided" and language == "fr":
            low, kind = low[:-1], "word"
        elif kind == "elided":
            low, kind = low.replace("’", "'"), "word" if low[0] == "n" else "sign"
        elif kind == "abbreviation":
            kind = "word"
        tokens.append(SentenceToken(match.start(), match.end(), written, low, kind))
