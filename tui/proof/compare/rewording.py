"""Words of a quote that others replaced: known equals say the same, all others another thing.

Likeness found the passage, and figures, bounds, tenses and parties were compared; what is left are
the other words. A noun or a verb that was replaced by one that is not known to be its equal may
have changed the statement, and so may one that was put in or taken out, unless a clause of its own
came or went. Words are matched by their longest common blocks, then by their counts.
"""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import msgspec

from tui.language.equal_words import BE, EQUAL, IDLE, MODALS, PREPOSITIONS
from tui.language.plain_words import plain_word as plain
from tui.proof.compare.synonyms import times
from tui.proof.compare.tokens import unspoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.compare.differences import QuoteToken

_ADVERB_ENDINGS = ("ly", "ment")
_MOST_OF_A_CLAUSE = 0.6
"""Share of the words of a clause that came or went; the others stand elsewhere in the passage."""
_FIGURE_REACH = 8
"""Words to either side of a number among which its unit, bound, rate and date stand: "4 milliards
d'euros, si ce n'est davantage"."""
_SHORTEST_MISSPELT = 6
"""Letters from which one wrong letter is taken for a slip, not for another word."""


def replaced(
    quote: str,
    quoted: Sequence[QuoteToken],
    text: str,
    found: Sequence[QuoteToken],
    beside: Sequence[QuoteToken],
    language: str,
) -> tuple[str, str] | None:
    """The words of a quote and the words of its passage that differ and may differ in meaning.

    Args:
        quote: The folded quote.
        quoted: Its tokens.
        text: The folded article.
        found: The tokens of the passage.
        beside: The same with those at its edges, where words of the quote may stand too.
        language: `fr` or `en`.

    Returns:
        What the quote says and what the passage says instead, either may be empty; `None` where
        the words say the same.
    """
    ours, theirs = _words(quoted), _words(found)
    if _multiplies(quoted) and _multiplies(found):
        ours, theirs = (
            [token for token in words if token.key not in _MULTIPLIED] for words in (ours, theirs)
        )
    edges = [token for token in beside if token not in found]
    gone = _without_equals(_without(_without(ours, theirs), edges), edges)[0]
    new = _without(theirs, ours)
    gone, new = _without_equals(
        _outside_figures(quote, quoted, gone, language),
        _outside_figures(text, found, new, language),
    )
    new = _without_strays(new, text, found)
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


def _outside_figures(
    text: str, tokens: Sequence[QuoteToken], words: list[QuoteToken], language: str
) -> list[QuoteToken]:
    """Those of some words that are no part of a figure, a rate or a date spelt out.

    Only what stands near a word that weighs something can be; nothing else is read.
    """
    if not words:
        return words
    # "repoussé" denies beside an offer only, so that it weighs nothing by itself.
    weighty = [
        at for at, token in enumerate(tokens) if token.weight or token.key.startswith("repouss")
    ]
    places = {token.start: at for at, token in enumerate(tokens)}
    near = [
        places[word.start]
        for word in words
        if any(abs(at - places[word.start]) <= _FIGURE_REACH for at in weighty)
    ]
    if not near:
        return words
    begin, end = max(0, min(near) - _FIGURE_REACH), max(near) + _FIGURE_REACH + 1
    free = {token.start for token in unspoken(text, tokens[begin:end], language)}
    read = {token.start for token in tokens[begin:end]}
    return [word for word in words if word.start in free or word.start not in read]


def _multiplies(tokens: Sequence[QuoteToken]) -> bool:
    """Whether a passage tells how many times as much: "doubled", "multiplié par trois"."""
    return any(times(token.key) or token.key.startswith("multipli") for token in tokens)


def _words(tokens: Sequence[QuoteToken]) -> list[QuoteToken]:
    """The words that tell something beside figures, bounds and negations."""
    return [
        _of_being(tokens, at)
        for at, token in enumerate(tokens)
        if not token.weight
        and not (token.key in PREPOSITIONS and not _before_name(tokens, at))
        and token.key not in IDLE
        and token.text.isalpha()
        and not (token.key.endswith(_ADVERB_ENDINGS) and len(token.key) > 5)
    ]


def _of_being(tokens: Sequence[QuoteToken], at: int) -> QuoteToken:
    """A word, or the form of "être" that says what "il y aura" says."""
    token = tokens[at]
    if token.key in {"aura", "auront"} and at and tokens[at - 1].key == "y":
        return msgspec.structs.replace(token, key="sera")
    return token


def _before_name(tokens: Sequence[QuoteToken], at: int) -> bool:
    """Whether a preposition stands before a name, where another one gives another role."""
    ahead = [token for token in tokens[at + 1 : at + 3] if token.key not in IDLE]
    return bool(ahead) and not ahead[0].weight and ahead[0].text[0].isupper()


def _without(words: Sequence[QuoteToken], others: Sequence[QuoteToken]) -> list[QuoteToken]:
    """The words that others lack, those in the same order taken first, then those elsewhere."""
    stems, rivals = _stems(words), _stems(others)
    blocks = SequenceMatcher(None, stems, rivals, autojunk=False).get_matching_blocks()
    in_order = {block.a + step for block in blocks for step in range(block.size)}
    left = Counter(rivals)
    left.subtract(Counter(stems[number] for number in in_order))
    found = []
    for number, (token, stem) in enumerate(zip(words, stems, strict=True)):
        if number in in_order:
            continue
        if left[stem] > 0:
            left[stem] -= 1
        else:
            found.append(token)
    return found


def _stems(words: Sequence[QuoteToken]) -> list[str]:
    return [_stem(token) for token in words]


def _stem(token: QuoteToken) -> str:
    key = plain(token.key)
    if token.text in {"A", "À"}:
        return "@to"
    if token.key in PREPOSITIONS:
        return "@" + PREPOSITIONS[token.key]
    key = _CONTRACTED.get(key, key)
    for ending in ("ing", "ees", "re", "er", "ee", "es", "s", "e", "r") if len(key) > 4 else ():
        if key.endswith(ending):
            return key[: -len(ending)]
    return key


_MULTIPLIED = frozenset("rose rise grew grown climbed increased augmente progresse passe".split())
"""What "twofold" needs and "doubled" does not."""
_CONTRACTED = {
    "won": "will", "wouldn": "would", "isn": "is", "aren": "are", "wasn": "was", "weren": "were",
    "didn": "did", "doesn": "does", "don": "do", "couldn": "could", "shouldn": "should",
    "hasn": "has", "haven": "have", "hadn": "had",
}  # fmt: skip


def _without_equals(
    gone: Sequence[QuoteToken], new: Sequence[QuoteToken]
) -> tuple[list[QuoteToken], list[QuoteToken]]:
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


def _equal(one: QuoteToken, two: QuoteToken) -> bool:
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


def _passive(words: Sequence[QuoteToken]) -> bool:
    keys = {plain(token.key) for token in words}
    return not keys.isdisjoint(BE) and not keys.isdisjoint({"by", "par"})


def _of_passive(token: QuoteToken) -> bool:
    return plain(token.key) in BE or token.key in {"by", "par", "to", "à"}


def _without_strays(
    new: Sequence[QuoteToken], text: str, found: Sequence[QuoteToken]
) -> list[QuoteToken]:
    """Take out the words of a clause at the edge of a passage that shares small words alone."""
    pieces = _pieces(text, found)
    strays: set[int] = set()
    places = {token.start for token in new}
    for piece in (pieces[0], pieces[-1]) if len(pieces) > 1 else ():
        told = {token.start for token in _words(piece)}
        if told <= places and not any(token.weight for token in piece):
            strays |= told
    return [token for token in new if token.start not in strays]


def _is_clause(text: str, tokens: Sequence[QuoteToken], extra: Sequence[QuoteToken]) -> bool:
    """Whether words make up whole stretches between commas, brackets or the ends of a passage."""
    places = {token.start for token in extra}
    for piece in _pieces(text, tokens):
        told = [token for token in piece if token in _words(piece)]
        hit = [token for token in told if token.start in places]
        if not hit:
            continue
        if any(token.weight for token in piece):
            return False
        if len(hit) < _MOST_OF_A_CLAUSE * len(told) or any(
            plain(token.key) in MODALS for token in hit
        ):
            return False
        if len(piece) == len(tokens):
            return False
    return True


def _pieces(text: str, tokens: Sequence[QuoteToken]) -> list[list[QuoteToken]]:
    pieces: list[list[QuoteToken]] = [[]]
    for before, token in zip([None, *tokens], tokens, strict=False):
        if before is not None and any(
            sign in text[before.end : token.start] for sign in ",;:()[].-\u2013\u2014"
        ):
            pieces.append([])
        pieces[-1].append(token)
    return pieces
