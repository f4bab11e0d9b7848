"""Words as the lists of this folder name them, and how they are looked up in a sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

M = TypeVar("M", bound=str)

_ELISION = re.compile(r"(?<=')(?=\w)")
_HEAD = 3
"""Letters by which phrases are filed whose first word has any ending."""


def words_of(text: str) -> frozenset[str]:
    """A list of words separated by white space."""
    return frozenset(text.split())


@lru_cache(maxsize=16384)
def plain_word(word: str) -> str:
    """A word in lower case and without accents, its apostrophe straight.

    Words of one or two letters keep their accents, since "à" is not "a", nor "où" "ou".
    """
    lowered = word.lower().replace("\u2019", "'")
    if lowered.isascii() or len(lowered) <= 2:
        return lowered
    bare = normalize("NFD", lowered.replace("\u0153", "oe").replace("\xe6", "ae"))
    return "".join(sign for sign in bare if not combining(sign))


_ACCENTED = {
    code: base.lower()
    for code in range(0xC0, 0x250)
    if len(base := normalize("NFD", chr(code))[0]) == 1 and base.isascii()
}


_BEYOND_LATIN_1 = re.compile(r"[^\x00-\xff]")
_PLAIN_BYTES = bytes(ord(_ACCENTED.get(code, chr(code))) for code in range(256))


@lru_cache(maxsize=64)
def plain_text(text: str) -> str:
    """A text in lower case and without accents, place by place."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text
    if lowered.isascii():
        return lowered
    if any(map(str.isalpha, set(_BEYOND_LATIN_1.findall(lowered)))):
        return lowered.translate(_ACCENTED)
    # By bytes it takes a tenth of the time; a sign that is no letter parts words all the same.
    return lowered.encode("latin-1", "replace").translate(_PLAIN_BYTES).decode("latin-1")


def word_places(text: str, word: str) -> Iterator[int]:
    """Where a word, or several, stand in a text as words: no letter, digit or underscore adjoins.

    What is written alike counts alone. It takes a tenth of the time of a regular expression, which
    would be compiled for each word besides.
    """
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if _in_word(text[at - 1 : at]) or _in_word(text[end : end + 1]):
            end = at + 1
        else:
            yield at
        at = text.find(word, end)


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def phrases(text: str) -> tuple[str, ...]:
    """Read a list of phrases that are parted by bars."""
    return tuple(" ".join(phrase.split()) for phrase in text.split("|"))


class WordClasses(Generic[M]):
    """What single words mean; a word that is listed with `~` is met with any ending."""

    def __init__(self, meanings: Mapping[M, str]) -> None:
        """Read lists of words, parted by spaces, by what they mean."""
        self._words: dict[str, M] = {}
        self._stems: list[tuple[str, M]] = []
        for meaning, words in meanings.items():
            for word in words.split():
                if word.endswith("~"):
                    self._stems.append((word[:-1], meaning))
                else:
                    self._words.setdefault(word, meaning)
        self._open = tuple(stem for stem, _ in self._stems)

    def of(self, word: str) -> M | None:
        """What a plain word means; `None` for nothing of this kind."""
        meaning = self._words.get(word)
        if meaning is None and self._open and word.startswith(self._open):
            meaning = next(known for stem, known in self._stems if word.startswith(stem))
        return meaning


class Phrases(Generic[M]):
    """What several words mean together; the longest phrase that fits is taken.

    A word with `~` is met with any ending; "d'" and what follows it are two words. Phrases are
    filed by their first word, so that most words of a sentence cost one look into a table.
    """

    def __init__(self, meanings: Mapping[M, Iterable[str]]) -> None:
        """Read phrases by what they mean."""
        self._filed: dict[str, list[tuple[tuple[str, ...], M]]] = {}
        self._open: dict[str, list[tuple[tuple[str, ...], M]]] = {}
        for meaning, phrases in meanings.items():
            for phrase in phrases:
                words = tuple(_ELISION.sub(" ", phrase).split())
                head = words[0]
                if head.endswith("~"):
                    self._open.setdefault(head[:_HEAD], []).append((words, meaning))
                    continue
                # "À moins que" opens a sentence without its accent in many papers.
                for form in {head, "a" if head == "à" else head}:
                    self._filed.setdefault(form, []).append((words, meaning))
        for filed in (*self._filed.values(), *self._open.values()):
            filed.sort(key=lambda entry: -len(entry[0]))

    def at(self, words: Sequence[str], at: int) -> tuple[int, M] | None:
        """The phrase that begins at a word: how many words it has, and what it means."""
        word = words[at]
        filed, opened = self._filed.get(word), self._open.get(word[:_HEAD])
        if filed is None and opened is None:
            return None
        best: tuple[int, M] | None = None
        for phrase, meaning in (*(filed or ()), *(opened or ())):
            if (best is None or len(phrase) > best[0]) and _stands(phrase, words, at):
                best = len(phrase), meaning
        return best

    def each(self, words: Sequence[str], first: int = 0) -> Iterator[tuple[int, int, M]]:
        """Every place from a word on where a phrase begins: the place, its words, its meaning.

        It finds what `at` finds at each word, at a third of the time: most words open no phrase.
        """
        filed, opened = self._filed, self._open
        for at in range(first, len(words)):
            word = words[at]
            if word in filed or (opened and word[:_HEAD] in opened):
                found = self.at(words, at)
                if found is not None:
                    yield at, *found


def _stands(phrase: Sequence[str], words: Sequence[str], at: int) -> bool:
    if len(phrase) > len(words) - at:
        return False
    for number, word in enumerate(phrase, at):
        met = words[number]
        if met != word:
            if word[-1] == "~":
                if not met.startswith(word[:-1]):
                    return False
            elif word != "à" or met != "a":
                return False
    return True
