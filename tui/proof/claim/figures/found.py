"""What was found of a figure, and how the words in front of it are gone through."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from tui.language.plain_words import Phrases
    from tui.proof.claim.words import Sentence

M = TypeVar("M", bound=str)
FIGURES = frozenset({"figure", "number", "date"})
QUOTES = frozenset("\"'\u00ab\u00bb\u201c\u201d\u2018\u2019*_(~")
BACK = 9
"""Words before a figure among which what tells it may begin."""
PLAIN_LINKS = frozenset(
    "a an the its their his her le la les l' un une des de d' du son sa ses of total".split()
)


class Found(NamedTuple):
    """What words tell of a figure, and which words these are.

    Attributes:
        what: A role or the side of a bound.
        first: The number of the first word.
        last: One past the number of the last.
    """

    what: str
    first: int
    last: int


def is_money(sentence: Sentence, at: int) -> bool:
    """Whether a word is a sum of money."""
    mention = sentence.words[at].mention
    return mention is not None and mention.kind == "money"


def phrases_before(sentence: Sentence, at: int, table: Phrases[M]) -> list[tuple[int, int, M]]:
    """The phrases of a table in front of a figure, the nearest first."""
    found = []
    low = sentence.low
    for first in range(at - 1, max(-1, at - 1 - BACK), -1):
        word = sentence.words[first]
        if word.kind == "sign" and word.low not in QUOTES and word.low != "-":
            break
        phrase = table.at(low, first)
        if phrase is not None and first + phrase[0] <= at:
            found.append((first, phrase[0], phrase[1]))
        if word.kind in {"figure"}:
            break
    return found
