r"""How words and their meanings are written down, and looked up.

A table is a list of entries; an entry has one meaning and the words for it, in a notation that is
read aloud as it is written:

    `milliards?`            a letter that may be left out
    `(au|un) maximum`       one of several
    `plus (de|d')`          a space stands for any run of spaces, `'` for either apostrophe
    `dépass~`               a word however it goes on; `\~` is the sign itself
    `mégawatts?|megawatts?` several words of one meaning

Words are known in any case; signs, such as `M` and `m`, `Md`, `US$`, only as they are written.
Adding a language is adding entries.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from itertools import product
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SPACES = "\u0020\u00a0\u2007\u2009\u202f"
S = rf"[{SPACES}]"
"""One space of any kind, in a pattern."""

M = TypeVar("M")


class Lexeme(NamedTuple, Generic[M]):
    """Words of one meaning.

    Attributes:
        meaning: What they mean.
        words: How it is written, in any case.
        signs: How it is written in this case only.
        languages: ISO 639-1 codes of the languages that have them; empty for all.
    """

    meaning: M
    words: str = ""
    signs: str = ""
    languages: str = ""

    def belongs_to(self, language: str) -> bool:
        """Whether a language has these words."""
        return not self.languages or language in self.languages.split()

    @property
    def pattern(self) -> str:
        """An expression for its words in any case and its signs as they are written."""
        words = f"(?i:{as_pattern(self.words)})" if self.words else ""
        signs = f"(?-i:{as_pattern(self.signs)})" if self.signs else ""
        return "|".join(filter(None, (words, signs)))


class Table(Generic[M]):
    """Entries of one kind, and the ways to look them up.

    A later entry with the same spelling takes the place of an earlier one.
    """

    def __init__(self, *entries: Lexeme[M]) -> None:
        """Take the entries; nothing is read before it is asked for."""
        self.entries = entries
        self._read: dict[str, tuple[dict[str, M], dict[str, M]]] = {}
        self._patterns: dict[str, str] = {}

    def of(self, language: str) -> Iterator[Lexeme[M]]:
        """The entries of a language."""
        return (entry for entry in self.entries if entry.belongs_to(language))

    def words(self, language: str) -> dict[str, M]:
        """Every spelling that is known in any case, in lower case, with its meaning."""
        return self._spelled(language)[0]

    def signs(self, language: str) -> dict[str, M]:
        """Every spelling that is known only as it is written, with its meaning."""
        return self._spelled(language)[1]

    def _spelled(self, language: str) -> tuple[dict[str, M], dict[str, M]]:
        if language not in self._read:
            words: dict[str, M] = {}
            signs: dict[str, M] = {}
            for entry in self.of(language):
                words.update(dict.fromkeys(spellings(entry.words), entry.meaning))
                signs.update(dict.fromkeys(spellings(entry.signs), entry.meaning))
            self._read[language] = (words, signs)
        return self._read[language]

    def read(self, written: str, language: str) -> M | None:
        """What a word means, however its spaces and apostrophes are typed; `None` if nothing."""
        words, signs = self._spelled(language)
        written = _tidy(written)
        meaning = signs.get(written)
        return meaning if meaning is not None else words.get(written.lower())

    def pattern(self, language: str) -> str:
        """An expression for all that the table has of a language, the longest first."""
        if language not in self._patterns:
            entries = list(self.of(language))
            any_case = _longest_first(entry.words for entry in entries)
            as_written = _longest_first(entry.signs for entry in entries)
            parts = (f"(?i:{any_case})" if any_case else "", as_written)
            self._patterns[language] = "|".join(filter(None, parts))
        return self._patterns[language]

    @cached_property
    def plain_words(self) -> dict[str, M]:
        """Every word of every language in lower case and without accents, with its meaning."""
        return {
            plain(word): entry.meaning for entry in self.entries for word in spellings(entry.words)
        }

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages that have entries of their own."""
        return frozenset(code for entry in self.entries for code in entry.languages.split())


def _longest_first(notations: Iterable[str]) -> str:
    """An expression for all words of some notations: "thousand million" before "thousand"."""
    words = {word for notation in notations for word in _apart(notation)}
    ordered = sorted(words, key=lambda word: (-max(map(len, spellings(word))), word))
    return "|".join(map(as_pattern, ordered))


def _apart(notation: str) -> Iterator[str]:
    """The words that `|` parts outside of parentheses."""
    depth = begin = 0
    for at, sign in enumerate(notation):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            yield notation[begin:at]
            begin = at + 1
    if notation:
        yield notation[begin:]


_SPACE = re.compile(f"{S}+")
_PLAIN_SPACES = re.compile(" +")


@lru_cache(maxsize=4096)
def _tidy(written: str) -> str:
    return _SPACE.sub(" ", written).replace("’", "'")


def as_pattern(notation: str) -> str:
    """A regular expression for words in the notation of this module; it captures nothing."""
    if notation.isalpha():
        return notation
    return "".join(_PIECES.get(piece, piece) for piece in _PIECE.findall(notation))


_PIECE = re.compile(r"\\.| \?|.")
_PIECES = {
    " ": f"{S}+", " ?": f"{S}*", "'": "[’']", "~": r"\w*", r"\~": "~", "(": "(?:", ".": r"\.",
    "$": r"\$", "+": r"\+",
}  # fmt: skip


@cache
def spellings(notation: str) -> tuple[str, ...]:
    """Every spelling that the notation stands for, `~` as nothing; none for an empty one."""
    if not notation:
        return ()
    if notation.isalpha():
        return (notation,)
    found, end = _alternatives(notation, 0)
    if end < len(notation):
        raise ValueError(f"{notation!r}: a parenthesis too many at {end}")
    return tuple(dict.fromkeys(_PLAIN_SPACES.sub(" ", one).strip() for one in found))


def _alternatives(notation: str, at: int) -> tuple[list[str], int]:
    """The spellings from a place up to the end or to an unmatched `)`."""
    found: list[str] = []
    pieces: list[list[str]] = []
    while at < len(notation) and notation[at] != ")":
        sign = notation[at]
        at += 1
        if sign == "|":
            found += map("".join, product(*pieces))
            pieces = []
            continue
        if sign == "?":
            pieces[-1].append("")
        elif sign == "(":
            inside, at = _alternatives(notation, at)
            if notation[at : at + 1] != ")":
                raise ValueError(f"{notation!r}: a parenthesis is not closed")
            pieces.append(inside)
            at += 1
        elif sign == "\\":
            pieces.append([notation[at]])
            at += 1
        elif sign != "~":
            pieces.append([sign])
    found += map("".join, product(*pieces))
    return found, at


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """Lower the case of a word and take its accents away; other signs stay."""
    if word.isascii():
        return word.lower()
    bare = normalize("NFD", word.casefold()).translate(_LETTERS)
    return "".join(sign for sign in bare if not combining(sign))


_LETTERS = str.maketrans({"ø": "o", "ł": "l", "œ": "oe", "æ": "ae", "²": "2"})
"""Signs that Unicode does not take apart in letters and accents."""
