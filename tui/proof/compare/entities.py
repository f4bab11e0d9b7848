"""Who and what a quote names, beside a passage that names others, or names them alone."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from tui.language.plain_words import words_of
from tui.model.messages import msg

if TYPE_CHECKING:
    from tui.proof.compare.differences import QuoteToken
    from tui.proof.quotes.alignment import Passage

CLAUSE_END = re.compile(r"[;!?()\[\]]|[.:](?= |$)")
"""Where a clause ends, in folded text."""

_PARTICIPLE = re.compile(r"(?:é|és|ée|ées|ed|ing|ant)\Z")
"""What begins a sentence with a capital and names nobody: "Fondée en 2017", "Founded in"."""
_SMALL = words_of(
    """
    les des une ces cette cet son ses leur leurs elle ils elles dans selon pour avec par chez
    the this that these those its their his her they she for with from according
    """
)
_ONE_THING = {
    pair
    for words in (
        "output production",
        "revenue revenues sales turnover",
        "staff employees workers",
        "shareholders stockholders",
        "actionnaires associes",
        "salaries employes",
    )
    for pair in product(words.split(), repeat=2)
}
"""Words that may open a sentence, so that their capital makes no name of them."""


def alike_in_part_only(quoted: list[QuoteToken], passage: Passage) -> str:
    """Name what alone is alike in another statement: an equal figure, or the same names."""
    if all(token.weight for token in quoted):
        return ""
    alike = [
        old
        for old, new in passage.pairs
        if not old.weight and not new.weight and old.key[:4] == new.key[:4]
    ]
    if not alike:
        return msg("only the figure is alike, the words around are others")
    if any(token.weight == "figure" for token in quoted):
        return ""
    # Without a figure, what a quote says of its names is in its other words.
    if any(_tells(token) for token in quoted) and not any(_tells(token) for token in alike):
        return msg("only the names are alike, the words around are others")
    return ""


def _tells(token: QuoteToken) -> bool:
    return len(token.key) > 3 and not token.text[0].isupper() and token.key not in _SMALL


def names_at_odds(
    quoted: list[QuoteToken], text: str, passage: Passage
) -> list[tuple[QuoteToken, QuoteToken]]:
    """Pair names of the quote with other names that stand in their places."""
    here = [token.key for token in passage.tokens]
    there = [token.key for token in quoted]
    rivals = [
        (old, new)
        for old, new in passage.pairs
        if _are_other_names(old, new)
        # Of names that are in both, each once, the order tells who does what to whom.
        and not all(keys.count(one.key) == 1 for keys in (here, there) for one in (old, new))
    ]
    paired = {old.start for old, _ in passage.pairs}
    head = [token for token in quoted if token.start < min(paired)]
    tail = [token for token in quoted if token.start > max(paired)]
    before = [
        token
        for token in passage.around[: passage.first]
        if CLAUSE_END.search(text, token.end, passage.start) is None
    ]
    after = [
        token
        for token in passage.around[passage.last :]
        if CLAUSE_END.search(text, passage.end, token.start) is None
    ]
    for olds, beside, near in (
        (head, before, before[-len(head) :]),
        (tail, after, after[: len(tail)]),
    ):
        # A name that the sentence holds a clause further on was not replaced.
        kept = {token.key for token in beside}
        gone = [old for old in olds if old.key not in kept]
        rivals.extend((old, new) for old in gone for new in near if _are_other_names(old, new))
    return rivals


def _are_other_names(old: QuoteToken, new: QuoteToken) -> bool:
    return (
        _is_name(old)
        and _is_name(new)
        and old.key[:4] != new.key[:4]
        and (old.key, new.key) not in _ONE_THING
        and not (_PARTICIPLE.search(old.text) and _PARTICIPLE.search(new.text))
    )


def _is_name(token: QuoteToken) -> bool:
    return (
        not token.weight
        and len(token.text) >= 3
        and token.text[0].isupper()
        and token.key not in _SMALL
    )
