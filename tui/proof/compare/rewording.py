"""Words of a quote that others replaced: known equals say the same, all others another thing.

Likeness found the passage, and figures, bounds, tenses and parties were compared; what is left are
the other words. A noun or a verb that was replaced by one that is not known to be its equal may have
changed the statement, and so may one that was put in or taken out, unless a clause of its own came
or went. The time is that of two counts of words.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.language.equal_words import BE, EQUAL, IDLE, MODALS, PREPOSITIONS
from tui.proof.compare.lexicon import DATES, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.compare.differences import Token

_ADVERB_ENDINGS = ("ly", "ment")
_SHORTEST_MISSPELT = 6
"""Letters from which one wrong letter is taken for a slip, not for another word."""


def replaced(
    quote: str, quoted: Sequence[Token], text: str, found: Sequence[Token]
) -> tuple[str, str] | None:
    """The words of a quote and the words of its passage that differ and may differ in meaning.

    Args:
        quote: The folded quote.
        quoted: Its tokens.
        text: The folded article.
        found: The tokens of the passage.

    Returns:
        What the quote says and what the passage says instead, either may be empty; `None` where
        the words say the same.
    """
    ours, theirs = _words(quoted), _words(found)
    gone = _without(ours, theirs)
    new = _without(theirs, ours)
    gone, new = _without_equals(gone, new)
    if not gone and not new:
        return None
    passive = _passive(gone) or _passive(new)
    gone = [word for word in gone if not (passive and _of_passive(word))]
    new = [word for word in new if not (passive and _of_passive(word))]
    if not gone or not new:
        # A clause of its own may come and go, but no modal, no preposition and no lone word.
        if gone and _is_clause(quote, quoted, gone):
            return None
        if new and _is_clause(text, found, new):
            return None
    if not gone and not new:
        return None
    return " ".join(token.text for token in gone), " ".join(token.text for token in new)


def _words(tokens: Sequence[Token]) -> list[Token]:
    """The words that tell something beside figures, bounds and negations."""
    return [
        token
        for token in tokens
        if not token.weight
        and token.key not in IDLE
        and (token.text.isalpha())
        and not (token.key.endswith(_ADVERB_ENDINGS) and len(token.key) > 5)
        and token.key not in DATES
    ]


def _without(words: Sequence[Token], others: Sequence[Token]) -> list[Token]:
    left = Counter(_stem(token) for token in others)
    found = []
    for token in words:
        stem = _stem(token)
        if left[stem] > 0:
            left[stem] -= 1
        else:
            found.append(token)
    return found


def _stem(token: Token) -> str:
    key = plain(token.key)
    if key in PREPOSITIONS or token.key in PREPOSITIONS:
        return "@" + PREPOSITIONS.get(token.key, PREPOSITIONS.get(key, ""))
    return key[:-1] if len(key) > 4 and key.endswith("s") else key


def _without_equals(
    gone: Sequence[Token], new: Sequence[Token]
) -> tuple[list[Token], list[Token]]:
    """Take out pairs that are known equals, or one of which misspells the other."""
    rest = list(new)
    kept = []
    for token in gone:
        equal = next((other for other in rest if _equal(token, other)), None)
        if equal is None:
            kept.append(token)
        else:
            rest.remove(equal)
    return kept, rest


def _equal(one: Token, two: Token) -> bool:
    first, second = plain(one.key), plain(two.key)
    groups = EQUAL.get(first, ())
    if groups and not set(groups).isdisjoint(EQUAL.get(second, ())):
        return True
    if one.text[0].isupper() != two.text[0].isupper():
        return False
    return _is_slip(first, second)


def _is_slip(one: str, two: str) -> bool:
    """Whether two words differ by a letter left out, doubled or exchanged with its neighbour.

    A letter replaced by another makes other words ("sold", "told"), so it is no slip.
    """
    short, long = sorted((one, two), key=len)
    if len(short) < _SHORTEST_MISSPELT or short[0] != long[0] or long[:-1] == short:
        return False
    if len(long) == len(short):
        differing = [at for at in range(len(one)) if one[at] != two[at]]
        return (
            len(differing) == 2
            and differing[1] == differing[0] + 1
            and one[differing[0]] == two[differing[1]]
            and one[differing[1]] == two[differing[0]]
        )
    return len(long) == len(short) + 1 and any(
        long[:at] + long[at + 1 :] == short for at in range(1, len(long))
    )


def _passive(words: Sequence[Token]) -> bool:
    keys = {plain(token.key) for token in words}
    return not keys.isdisjoint(BE) and not keys.isdisjoint({"by", "par"})


def _of_passive(token: Token) -> bool:
    return plain(token.key) in BE or token.key in {"by", "par", "to", "à"}


def _is_clause(text: str, tokens: Sequence[Token], extra: Sequence[Token]) -> bool:
    """Whether words make up whole stretches between commas, brackets or the ends of a passage."""
    places = {token.start for token in extra}
    for piece in _pieces(text, tokens):
        told = [token for token in piece if token in _words(piece)]
        hit = [token for token in told if token.start in places]
        if not hit:
            continue
        if len(hit) < len(told) or any(plain(token.key) in MODALS for token in hit):
            return False
        if len(piece) == len(tokens):
            return False
    return True


def _pieces(text: str, tokens: Sequence[Token]) -> list[list[Token]]:
    pieces: list[list[Token]] = [[]]
    for before, token in zip([None, *tokens], tokens, strict=False):
        if before is not None and any(
            sign in text[before.end : token.start] for sign in ",;:()[].-\u2013\u2014"
        ):
            pieces.append([])
        pieces[-1].append(token)
    return pieces
