"""Does the head of an article deny what a sentence further down says?

The headline and the lead tell what became of a deal; a sentence below them may only tell its story.
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from tui.language import polarity
from tui.language.plain_words import plain_word
from tui.proof.claim.claim import Claim
from tui.proof.claim.sentences import read_stretch, sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.language.polarity import Denial
    from tui.proof.claim.turns import Turn

_HEAD = 700
"""Code points that headline and lead take at most."""
_PARAGRAPHS = 3
_DENYING: tuple[Denial, ...] = ("deny", "refuse", "cancel", "untrue")
_ENOUGH = 5
"""Letters by which a word that may deny is noticed, before anything is read."""


class Headline:
    """The denials in the first paragraphs of an article.

    Attributes:
        denials: What denies, with the sentence that it stands in.
    """

    def __init__(self, article: str, language: str) -> None:
        """Read the head of an article, where a word of it may deny anything."""
        self.denials: Sequence[tuple[Claim, Turn]] = []
        head = article[:_HEAD]
        if may_deny(head):
            self.denials = [
                (claim, turn)
                for begin, stop in islice(_paragraphs(head), _PARAGRAPHS)
                for claim in _claims(article, begin, stop, language)
                for turn in claim.turns.all
                if turn.kind in _DENYING
            ]


def _claims(article: str, begin: int, stop: int, language: str) -> list[Claim]:
    reading = read_stretch(article, begin, stop)
    return [
        Claim(reading.text, span, (), language)
        for span in sentences_of(article, reading)
        if may_deny(reading.text[slice(*span)])
    ]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for piece in text.split("\n\n"):
        if piece.strip():
            yield at, at + len(piece)
        at += len(piece) + 2


def may_deny(text: str) -> bool:
    """Whether a text has letters of a word that denies, which is far quicker to say than reading."""
    plain = plain_word(text)
    return any(letters in plain for letters in _noticed())


@cache
def _noticed() -> tuple[str, ...]:
    words = [word for kind in _DENYING for word in polarity.SINGLE[kind].split()]
    words = [word.strip("~_") for word in words]
    short = {word[:_ENOUGH] if len(word) >= _ENOUGH else f" {word}" for word in words}
    return (*sorted(short), *polarity.NOTICED)
