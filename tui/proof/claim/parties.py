"""Where known parties are named in a text: the longest name wins, and a name needs its capital.

"Kestrel Capital" names no Kestrel, nor does kestrel@example.org, nor a word of the language that
stands at the head of a sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.language.common_names import COMMON_WORDS, LEGAL_FORMS, TITLES
from tui.language.plain_words import plain_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model.records import Party

_WORD = re.compile(r"[^\W_]+")
_SENTENCE_HEAD = re.compile(
    r"(?:^|[.!?\u2026:]['\"\u00bb\u201d)]*\s+|\n\s*)['\"\u00ab\u201c(\u2014-]*\s*$"
)
_AROUND = 8
"""Words to either side of a name that show whether it stands in title case."""
_SHORTEST_TITLE = 6
_MOSTLY_CAPITALS = 0.7
"""Share of capitalised words from which a line is in title case, where a capital tells nothing."""
_VERB_LIKE = re.compile(
    r"(?:a|est|va|ont|sont|vont|is|was|has|had|will|would|could|may|might|can|says?|said|\w+ed|\w+s"
    r"|\w+(?:era|ira|dra|erait|ait)|n|se|s|and|et|ou|or)\Z"
)


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


class PartyNames:
    """The names of some parties, filed by their first word."""

    def __init__(self, parties: Iterable[Party]) -> None:
        """File the names and aliases of parties."""
        self._filed: dict[str, list[tuple[tuple[str, ...], bool, str]]] = {}
        self._found: dict[str, list[Naming]] = {}
        for party in parties:
            for name in (party.name, *party.aliases):
                self._file(name, party.id)
        for filed in self._filed.values():
            filed.sort(key=lambda entry: -len(entry[0]))

    def _file(self, name: str, party: str) -> None:
        words = tuple(plain_word(match[0]) for match in _WORD.finditer(name))
        if words:
            capital = name.lstrip("\"'\u00ab\u201c ")[:1].isupper()
            self._filed.setdefault(words[0], []).append((words, capital, party))

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Naming]:
        """Where parties are named in a stretch of a text, in order; namings do not overlap.

        A text is looked through once, as it is asked about for several fields.
        """
        found = self._found.get(text)
        if found is None:
            found = self._found[text] = self._find(text)
        stop = len(text) if end is None else end
        return [one for one in found if one.start >= start and one.end <= stop]

    def _find(self, text: str) -> list[Naming]:
        plain = text.lower()
        if plain.isascii() and not any(word in plain for word in self._filed):
            return []
        tokens = [(plain_word(m[0]), m.start(), m.end()) for m in _WORD.finditer(text)]
        found: list[Naming] = []
        last = 0
        for at, token in enumerate(tokens):
            if at < last or token[0] not in self._filed:
                continue
            titled = _is_title_case(text, tokens[max(0, at - _AROUND) : at + _AROUND])
            length, party = self._named(text, tokens, at, titled=titled)
            if party:
                found.append(Naming(token[1], tokens[at + length - 1][2], party))
            last = at + max(1, length)
        return found

    def ids_in(self, text: str, start: int, end: int) -> frozenset[str]:
        """The parties that are named in a stretch of a text."""
        return frozenset(one.party for one in self.find(text, start, end))

    def _named(
        self, text: str, tokens: list[tuple[str, int, int]], at: int, *, titled: bool
    ) -> tuple[int, str]:
        """How many words a name at a place has, and whose it is; "" for a name of others."""
        for words, capital, party in self._filed.get(tokens[at][0], ()):
            last = at + len(words)
            if last > len(tokens) or any(
                tokens[at + number][0] != word for number, word in enumerate(words)
            ):
                continue
            start, end = tokens[at][1], tokens[last - 1][2]
            if capital and not text[start].isupper():
                continue
            if "\n\n" in text[start:end] or _in_address(text, start, end):
                continue
            longer = 0 if titled or not capital else _longer(text, tokens, at, last)
            if longer:
                return longer, ""
            if capital and len(words) == 1 and _is_common_word(text, tokens, at):
                continue
            return len(words), party
        return 0, ""


def _is_title_case(text: str, tokens: list[tuple[str, int, int]]) -> bool:
    long = [start for word, start, _ in tokens if len(word) > 3 and word.isalpha()]
    capitals = sum(text[start].isupper() for start in long)
    return len(long) >= _SHORTEST_TITLE and capitals > _MOSTLY_CAPITALS * len(long)


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether a name is part of an e-mail address, a web address or a file name."""
    before, after = text[start - 1 : start], text[end : end + 2]
    if before in {"@", "/", "_", "#", "\\"} or after[:1] in {"@", "_", "/", "\\"}:
        return True
    if after[:1] == "." and after[1:2].isalnum():
        return True
    return before == "." and text[start - 2 : start - 1].isalnum()


def _longer(text: str, tokens: list[tuple[str, int, int]], at: int, last: int) -> int:
    """How many words a longer name has that a name begins; 0 where it is whole.

    Legal forms and titles behind a name are not of it: "Kestrel Inc", "Kestrel Chief Executive".
    """
    start = tokens[at][1]
    if (
        at
        and text[tokens[at - 1][2] : start] in {" ", "\u00a0"}
        and text[tokens[at - 1][1]].isupper()
    ):
        word, begin, _ = tokens[at - 1]
        plain = word in TITLES or word in LEGAL_FORMS or word in _BEFORE_NAMES
        if not plain and not _SENTENCE_HEAD.search(text, max(0, begin - 12), begin):
            return last - at
    if last < len(tokens):
        word, begin, end = tokens[last]
        glue = text[tokens[last - 1][2] : begin]
        if glue in {" ", "\u00a0", "-", " & "} and text[begin].isupper() and len(word) > 1:
            if word in LEGAL_FORMS or word in TITLES or (glue == "-" and len(word) > 3 and False):
                return 0
            if glue == "-":
                return 0
            return last - at + 1
    return 0


_BEFORE_NAMES = frozenset(
    """
    le la les the l un une monsieur madame groupe societe company and et from to for with by of
    billionaire startup rival monday tuesday wednesday thursday friday saturday sunday
    """.split()
)


def _is_common_word(text: str, tokens: list[tuple[str, int, int]], at: int) -> bool:
    """Whether a name that is a word of the language may be that word where it stands."""
    word, start, end = tokens[at]
    if word not in COMMON_WORDS or _SENTENCE_HEAD.search(text, max(0, start - 12), start) is None:
        return False
    if at + 1 == len(tokens) or text[end : end + 1] in {",", "'", "\u2019"}:
        return False
    return _VERB_LIKE.match(tokens[at + 1][0]) is None
