"""Who does something and to whom: parties of a quote that changed places around the same verb.

A party that is named in another order is told by its preposition ("from Meta", "à la commune") or
by the passive ("by Meta"); where neither explains the new order, payer and payee changed places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.language.clauses.verbs import verb_forms
from tui.language.plain_words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.compare.differences import QuoteToken

_ROLES = {
    role: words_of(words)
    for role, words in {
        "by": "by par",
        "to": "to à au aux",
        "of": "of de d du des from",
        "in": "in dans en into chez",
        "with": "with avec",
        "for": "for pour",
        "after": "after après selon according",
        "on": "on sur upon",
        "than": "than",
    }.items()
}
_ROLE_OF = {word: role for role, words in _ROLES.items() for word in words}
_ARTICLES = words_of("the le la les l")
_DETERMINERS = _ARTICLES | words_of("a an un une its his their son sa ses leur leurs")
_MERGED = words_of("au aux du des")
"""Prepositions that hold an article."""
_PRONOUNS = words_of("it he she they him them il elle ils elles lui")
_AND = words_of("and et")
_RESPECTIVELY = words_of("respectivement respectively")
_BESIDE = 6
"""Code points from a preposition over an article to its name."""
_NO_PARTIES = words_of("end start beginning fin début year years time rest whole total")


class _Party(NamedTuple):
    token: QuoteToken
    role: str
    named: bool
    joined: bool
    """Whether "and" joins it to the party before it."""


def governed_subject(
    quoted: Sequence[QuoteToken], around: Sequence[QuoteToken], first: int, language: str
) -> tuple[QuoteToken, QuoteToken] | None:
    """The subject that opens a quote, and the preposition that the article has before it.

    "Luxmore ordered jets" says that Luxmore did; "a rival of Luxmore, ordered jets" does not. A
    name is a subject where a verb follows it.

    Args:
        quoted: The words of the quote.
        around: The words of the article.
        first: The number of the first of them that the quote is thought to have been.
        language: Of the article, `fr` or `en`.
    """
    name, rest = quoted[0], [one for one in quoted[1:] if not one.text[:1].isupper()]
    if not name.text[:1].isupper() or around[first].key != name.key or not rest or not first:
        return None
    if not verb_forms(language).get(rest[0].text.lower()):
        return None
    before = around[first - 1]
    if before.key in _DETERMINERS and before.key not in _MERGED and first > 1:
        before = around[first - 2]
    if _ROLE_OF.get(before.key, "by") == "by":
        return None  # "Was acquired by Luxmore": it is the one who did it.
    if around[first].start - before.end > _BESIDE:
        return None
    return name, before


def changed_places(
    quoted: Sequence[QuoteToken], found: Sequence[QuoteToken]
) -> tuple[QuoteToken, QuoteToken] | None:
    """The first two parties of a quote that stand the other way round in the passage.

    Args:
        quoted: The tokens of the quote.
        found: The tokens of the passage.

    Returns:
        The party of the quote and the one that took its place; `None` where all kept theirs.
    """
    old, new = _parties(quoted), _parties(found)
    common = [key for key in old if key in new]
    place = {key: number for number, key in enumerate(key for key in new if key in old)}
    in_turn = any(token.key in _RESPECTIVELY for token in quoted)
    for number, first in enumerate(common):
        for second in common[number + 1 :]:
            pairs = (old[first], old[second]), (new[first], new[second])
            if place[first] > place[second]:
                if not _explained(*pairs, in_turn=in_turn):
                    return old[first].token, new[second].token
            elif _passive_turned(*pairs):
                return old[first].token, new[second].token
    return None


def _parties(words: Sequence[QuoteToken]) -> dict[str, _Party]:
    """The parties by their first words, each where it is first told."""
    parties: dict[str, _Party] = {}
    last = ""
    for at, token in enumerate(words):
        before = words[at - 1] if at else None
        if token.weight or len(token.key) < 2 or token.key in _DETERMINERS:
            continue
        name = token.text[0].isupper() and token.key not in _PRONOUNS
        if name and before is not None and one_name(before, token):
            continue
        definite = before is not None and before.key in _ARTICLES | _MERGED
        if not (name or definite or token.key in _PRONOUNS) or token.key in _NO_PARTIES:
            continue
        if token.key in _ROLE_OF:
            continue
        start = at - 1 if definite or (before and before.key in _DETERMINERS) else at
        if before is not None and before.key in _MERGED:
            start = at
        lead = words[start - 1].key if start else ""
        joined = lead in _AND
        last = last if joined else _ROLE_OF.get(lead, "")
        parties.setdefault(token.key, _Party(token, last, name, joined))
    return parties


def one_name(before: QuoteToken, token: QuoteToken) -> bool:
    """Whether a word with a capital goes on with the name before it: "West Ham"."""
    return (
        before.text[0].isupper()
        and token.text[0].isupper()
        and not before.weight
        and before.key not in _DETERMINERS | _PRONOUNS
        and before.key not in _ROLE_OF
        and token.start - before.end <= 1
    )


def _explained(old: tuple[_Party, _Party], new: tuple[_Party, _Party], *, in_turn: bool) -> bool:
    """Whether two parties may stand in another order and do what they did."""
    (first, second), (other, another) = old, new
    if (second.joined or other.joined) and first.role == second.role and not in_turn:
        return other.role == another.role
    kept = first.role == other.role and second.role == another.role
    if kept:
        return first.role != second.role
    if not (first.named and second.named and other.named and another.named):
        # Nouns change places freely, unless each takes what the other was.
        return (first.role, second.role) != (another.role, other.role)
    if first.role == "" and other.role == "by":
        if second.role == another.role == "of":
            return True  # "the ports of Kestrel" are whose they were.
        return another.role == "" and second.role in {"", "to"}
    if second.role == "by" and another.role == "":
        return first.role == "" and other.role in {"", "to"}
    return False


def _passive_turned(old: tuple[_Party, _Party], new: tuple[_Party, _Party]) -> bool:
    """Whether the second of two parties became the one that acts, or no longer is."""
    acted, acts = old[1].role == "by", new[1].role == "by"
    if acted == acts or old[0].role or new[0].role:
        return False
    return (old[1].role if acts else new[1].role) in {"", "to"}
