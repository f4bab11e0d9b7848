"""Where known parties are named in a text: the longest name wins, and a name needs its capital.

"Kestrel Capital" names no Kestrel, nor does kestrel@example.org, nor a word of the language that
stands at the head of a sentence.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tui.language.clause_words import DETERMINERS
from tui.language.clauses.name_words import GIVEN_NAMES
from tui.language.common_names import (
    COMMON_WORDS,
    GENERATIONS,
    KINDS_IN_NAMES,
    LEGAL_FORMS,
    NO_PARTIES,
    TITLES,
    TRADES_IN_NAMES,
)
from tui.language.figures.purpose_words import PARTIES
from tui.language.plain_words import plain_text, plain_word, word_places
from tui.language.role_words import OTHERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.model.records import Party

_WORD = re.compile(r"[^\W_]+")
_LAST_WORD = re.compile(r"([^\W_]+)([^\w]*)\Z")
_NEXT_WORD = re.compile(r"([^\w]*)([^\W_]+)")
_SENTENCE_HEAD = re.compile(
    r"(?:^|[.!?\u2026:]['\"\u00bb\u201d)]*\s+|\n\s*)['\"\u00ab\u201c(\u2014-]*\s*$"
)
_AROUND = 90
"""Code points to either side of a name that show whether it stands in title case."""
_SHORTEST_TITLE = 6
_MOSTLY_CAPITALS = 0.7
"""Share of capitalised words from which a line is in title case, where a capital tells nothing."""
_VERB_LIKE = re.compile(
    r"(?:a|est|va|ont|sont|vont|is|was|has|had|will|would|could|may|might|can|says?|said|\w+ed|\w+s"
    r"|\w+(?:era|ira|dra|erait|ait)|n|se|s|and|et|ou|or)\Z"
)
_GLUE = frozenset({" ", "\u00a0"})
_BEFORE_NAMES = frozenset(
    """
    le la les the l un une monsieur madame groupe societe company and et from to for with by of
    billionaire startup rival monday tuesday wednesday thursday friday saturday sunday
    """.split()
)
"""Words with a capital that stand before a name and are not of it."""


_NO_SHORT_FORM = (
    COMMON_WORDS | NO_PARTIES | KINDS_IN_NAMES | LEGAL_FORMS | TITLES | GIVEN_NAMES | DETERMINERS
)
_SHORTEST_FORM = 3
_END_OF_SENTENCE = re.compile(r"[.!?\u2026]['\"\u00bb\u201d)]*\s|\n\s*\n")
_ABOVE = re.compile(
    r"\b(?:parent|owner|subsidiary|unit|arm|division|part|owned|filiale|m\u00e8re|propri\u00e9taire"
    r"|branche|entit\u00e9|marque)\b[^.!?;]{0,20}$",
    re.IGNORECASE,
)
"""Words before a name by which it is that of a house above or below another one."""


class Naming(NamedTuple):
    """One place at which a party is named.

    Attributes:
        start: First code point.
        end: One past the last.
        party: The party's id.
    """

    start: int
    end: int
    party: str


def short_forms(name: str, article: str) -> tuple[str, ...]:
    """What an article calls a party for short, once it has named it in full.

    "Meridia Foods … Meridia is paying": a name without what its bearer is, or its first word. Such
    a form stands for the name where the article has no other name that begins with it, none of the
    two in one sentence with the other, and nothing that makes a parent or a unit of it.
    """
    if " " not in name or name not in article:
        return ()
    words = name.split()
    while words and (plain_word(words[0]) in _NO_KINDS or not words[0][0].isupper()):
        words.pop(0)
    candidates = {" ".join(words), " ".join(words[:1])}
    if words[1:] and plain_word(words[0]) in TRADES_IN_NAMES and words[1][0].isupper():
        candidates.add(" ".join(words[1:]))  # "Cycles Morval … Morval"
    candidates -= {name, ""}
    return tuple(form for form in sorted(candidates) if _stands_for(form, name, article))


_PEOPLE = (
    OTHERS
    | PARTIES
    | frozenset(
        """
    franchises riverains victimes habitants plaignants consommateurs locataires usagers porteurs
    retraites fisc epargnants adherents residents victims tenants pensioners policyholders
    """.split()
    )
)
"""Nouns of people, by which a party may be called that has no name."""
_NO_KINDS = KINDS_IN_NAMES | DETERMINERS


def _stands_for(form: str, name: str, article: str) -> bool:
    if len(form) < _SHORTEST_FORM or plain_word(form) in _NO_SHORT_FORM:
        return False
    full = list(_spans(article, name))
    used = False
    for start in word_places(article, form):
        end = start + len(form)
        if any(begin <= start < stop for begin, stop in full):
            continue
        longer = not _is_title_case(article, start, end) and _is_of_longer_name(article, start, end)
        beside = any(
            _END_OF_SENTENCE.search(article, min(stop, end), max(begin, start)) is None
            for begin, stop in full
        )
        if longer or beside or _ABOVE.search(article, max(0, start - _AROUND), start):
            return False
        used = True
    return used


def _spans(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where words stand in a text as they are written."""
    end = 0
    while (at := text.find(words, end)) >= 0:
        end = at + len(words)
        yield at, end


class PartyNames:
    """The names of some parties."""

    def __init__(self, parties: Iterable[Party]) -> None:
        """Take the names and aliases of parties."""
        self._parties = [
            (name, party.id) for party in parties for name in (party.name, *party.aliases)
        ]
        self._found: dict[str, list[Naming]] = {}

    @cached_property
    def _names(self) -> list[tuple[list[str], bool, str]]:
        """The words of each name, the longest first, and whether it has a capital."""
        found = []
        for name, party in self._parties:
            words = [match[0] for match in _WORD.finditer(plain_text(name))]
            proper = not set(words) <= _PEOPLE  # "Anciens salariés" are told in small letters.
            capital = proper and name.lstrip("\"'\u00ab\u201c ")[:1].isupper()
            if words:
                found.append((words, capital, party))
        return sorted(found, key=lambda entry: -len(" ".join(entry[0])))

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Naming]:
        """Where parties are named in a stretch of a text, in order; namings do not overlap.

        A text is looked through once, as it is asked about for several fields.
        """
        found = self._found.get(text)
        if found is None:
            found = self._found[text] = self._find(text)
        stop = len(text) if end is None else end
        return [one for one in found if one.start >= start and one.end <= stop]

    def ids_in(self, text: str, start: int, end: int) -> frozenset[str]:
        """The parties that are named in a stretch of a text."""
        return frozenset(one.party for one in self.find(text, start, end))

    def may_be_short(self, name: str) -> bool:
        """Whether one name begins or ends with another one: "Ambrose" for "Ambrose Timber"."""
        words = [match[0] for match in _WORD.finditer(plain_text(name))]
        return any(
            words in (whole[: len(words)], whole[-len(words) :]) for whole, _, _ in self._names
        )

    def _find(self, text: str) -> list[Naming]:
        plain = plain_text(text)
        found: list[Naming] = []
        for words, capital, party in self._names:
            for start, end in _places(plain, words):
                if any(one.start < end and start < one.end for one in found):
                    continue
                if _is_name(text, start, end, len(words), capital=capital):
                    found.append(Naming(start, end, party))
        return sorted(found)


def _places(text: str, words: list[str]) -> Iterator[tuple[int, int]]:
    """Where words stand in their order, with a few signs at most between two of them."""
    first = words[0]
    at = text.find(first)
    while at >= 0:
        end = at + len(first)
        if not (_in_word(text[at - 1 : at]) or _in_word(text[end : end + 1])):
            stop = _end_of(text, end, words)
            if stop:
                yield at, stop
        at = text.find(first, end)


def _end_of(text: str, end: int, words: list[str]) -> int:
    for word in words[1:]:
        start = end
        while start < end + _GAP and text[start : start + 1] and not _in_word(text[start]):
            start += 1
        if start == end or not text.startswith(word, start):
            return 0
        end = start + len(word)
        if _in_word(text[end : end + 1]):
            return 0
    return end


def _in_word(sign: str) -> bool:
    return sign.isalnum()


_GAP = 3
"""Signs that may stand between two words of a name: " & ", ", "."""


def _is_name(text: str, start: int, end: int, words: int, *, capital: bool) -> bool:
    if _in_address(text, start, end):
        return False
    if not capital:
        return True
    if not text[start].isupper() and not (words > 1 and _opens_with_kind(text, start, end)):
        return False
    if not _is_title_case(text, start, end) and _is_of_longer_name(text, start, end):
        return False
    return words > 1 or not _is_common_word(text, start, end)


def _opens_with_kind(text: str, start: int, end: int) -> bool:
    """Whether a name is printed with what its bearer is in small letters: "le fonds Narval"."""
    first, *rest = _WORD.findall(text, start, end)
    return plain_word(first) in KINDS_IN_NAMES and any(word[0].isupper() for word in rest)


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether a name is part of an e-mail address, a web address or a file name."""
    before, after = text[start - 1 : start], text[end : end + 2]
    if before in {"@", "/", "_", "#", "\\"} or after[:1] in {"@", "_", "/", "\\"}:
        return True
    if after[:1] == "." and after[1:2].isalnum():
        return True
    return before == "." and text[start - 2 : start - 1].isalnum()


def _is_title_case(text: str, start: int, end: int) -> bool:
    near = text[max(0, start - _AROUND) : start] + text[end : end + _AROUND]
    long = [match[0] for match in _WORD.finditer(near) if len(match[0]) > 3]
    capitals = sum(word[0].isupper() for word in long)
    return len(long) >= _SHORTEST_TITLE and capitals > _MOSTLY_CAPITALS * len(long)


def _is_of_longer_name(text: str, start: int, end: int) -> bool:
    """Whether words with a capital beside a name make a longer one.

    Legal forms and titles are not of the name: "Kestrel Inc", "Kestrel Chief Executive".
    """
    before = _LAST_WORD.search(text, max(0, start - 40), start)
    if before is not None and before[2] in _GLUE and before[1][0].isupper():
        word = plain_word(before[1])
        of_other = word in TITLES or word in LEGAL_FORMS or word in _BEFORE_NAMES
        head = _SENTENCE_HEAD.search(text, max(0, before.start() - 12), before.start())
        if not of_other and head is None:
            return True
    after = _NEXT_WORD.match(text, end)
    if after is not None and plain_word(after[2]) in GENERATIONS:
        family = plain_word(after[2]) in {"fils", "pere"}
        return not family or after[1] in _GLUE  # "Halles, fils du fondateur" is Halles.
    if after is None or (after[1] not in _GLUE and after[1] != " & "):
        return False
    word = plain_word(after[2])
    return after[2][0].isupper() and len(word) > 1 and word not in LEGAL_FORMS | TITLES


def _is_common_word(text: str, start: int, end: int) -> bool:
    """Whether a name that is a word of the language may be that word where it stands."""
    if plain_word(text[start:end]) not in COMMON_WORDS:
        return False
    if _SENTENCE_HEAD.search(text, max(0, start - 12), start) is None:
        return False
    if text[end : end + 1] in {",", "'", "\u2019", ""}:
        return False
    after = _NEXT_WORD.match(text, end)
    return after is None or _VERB_LIKE.match(plain_word(after[2])) is None
