"""Words as the lists of this folder name them, and how they are looked up in a sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

M = TypeVar("M", bound=str)

_ELISION = re.compile(r"(?<=')(?=\w)")
_HEAD = 2
"""Letters of a first word by which phrases are filed: few phrases share them."""


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

    A word with `~` is met with any ending; "d'" and what follows it are two words.
    """

    def __init__(self, meanings: Mapping[M, Iterable[str]]) -> None:
        """Read phrases by what they mean."""
        self._filed: dict[str, list[tuple[tuple[str, ...], M]]] = {}
        for meaning, phrases in meanings.items():
            for phrase in phrases:
                words = tuple(_ELISION.sub(" ", phrase).split())
                # "À moins que" opens a sentence without its accent in many papers.
                for head in {words[0][:_HEAD], "a" if words[0] == "à" else words[0][:_HEAD]}:
                    self._filed.setdefault(head, []).append((words, meaning))
        for filed in self._filed.values():
            filed.sort(key=lambda entry: -len(entry[0]))

    def at(self, words: Sequence[str], at: int) -> tuple[int, M] | None:
        """The phrase that begins at a word: how many words it has, and what it means."""
        filed = self._filed.get(words[at][:_HEAD])
        if filed is None:
            return None
        for phrase, meaning in filed:
            if len(phrase) <= len(words) - at and all(
                _is(words[at + number], word) for number, word in enumerate(phrase)
            ):
                return len(phrase), meaning
        return None


def _is(word: str, listed: str) -> bool:
    if listed[-1] == "~":
        return word.startswith(listed[:-1])
    return word == listed or (listed == "à" and word == "a")
