"""Articles that tell the same story in nearly the same words: small edits, another wire copy.

Two texts are compared by their shingles, runs of four folded words (Broder 1997); the likeness is
Dice's coefficient of the two sets, or how much of the shorter lies in the longer where one was cut.
Which articles are compared at all is told by the new one's rarest words: looking for thirty words
in 20,000 articles takes a second, where sketches of them all would take half a minute.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.model.corpus import ArticleText

_LENGTH = 4
"""Words of a shingle: at 3 stock phrases of the press are shared, at 6 each edit costs much."""
_ALIKE = 0.55
"""From here on two articles are versions of each other; different articles on one event share
less than a quarter of their shingles, wire copies with a new lead more than two thirds."""
_CONTAINED = 0.8
"""Share of the shorter text's shingles that lie in the longer, where one was cut."""
_LEAST = 12
"""Shingles below which a text is too short to say anything by containment."""
_PROBES = 30
_PROBES_FOUND = 0.4
"""Share of the probing words that an article must hold to be compared."""
_WORD = re.compile(r"\w+")
_PROBE = re.compile(r"[A-Za-z0-9]{5,}")
_SENTENCE = re.compile(r"(?<=[.!?…»”])\s+|\n+")
_COMPARED = 2000
"""Sentences of either text that are compared; comparing takes their product in the worst case."""
_SHOWN = 6


class Likeness(NamedTuple):
    """Another article that a text is like.

    Attributes:
        article: Its id.
        share: How much the two share, 0 to 1.
        differences: Sentences that only one has: `-` in the corpus, `+` in the new text.
    """

    article: str
    share: float
    differences: tuple[str, ...]


def near_duplicate(text: str, texts: Mapping[str, ArticleText]) -> Likeness | None:
    """The article that a text is a near duplicate of, the most alike where there are several."""
    ours = _shingles(text)
    if not ours:
        return None
    probes = _probes(text)
    best: tuple[float, str] = (0.0, "")
    for name, other in texts.items():
        if probes and sum(1 for word in probes if word in other.text) < _PROBES_FOUND * len(probes):
            continue
        share = _share(ours, _shingles(other.text))
        best = max(best, (share, name))
    share, name = best
    if share < _ALIKE:
        return None
    return Likeness(name, share, differences(texts[name].text, text))


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    if len(words) < _LENGTH:
        return {tuple(words)} if words else set()
    return set(zip(*(words[at:] for at in range(_LENGTH)), strict=False))


def _share(first: set[tuple[str, ...]], second: set[tuple[str, ...]]) -> float:
    common = len(first & second)
    dice = 2 * common / ((len(first) + len(second)) or 1)
    shorter = min(len(first), len(second))
    contained = common / shorter if shorter >= _LEAST else 0.0
    return max(dice, contained if contained >= _CONTAINED else 0.0)


def _probes(text: str) -> list[str]:
    """The longest words of a text that any encoding or form of it spells alike."""
    words = set(_PROBE.findall(text))
    return sorted(words, key=lambda word: (-len(word), word))[:_PROBES]


def differences(before: str, after: str) -> tuple[str, ...]:
    """The sentences that only one of two texts has, at most six of them."""
    first, second = _sentences(before)[:_COMPARED], _sentences(after)[:_COMPARED]
    lines: list[str] = []
    matcher = difflib.SequenceMatcher(None, _folded(first), _folded(second), autojunk=False)
    for kind, a0, a1, b0, b1 in matcher.get_opcodes():
        if kind != "equal":
            lines += [f"- {line}" for line in first[a0:a1]]
            lines += [f"+ {line}" for line in second[b0:b1]]
    if len(lines) > _SHOWN:
        lines = [*lines[:_SHOWN], f"… and {len(lines) - _SHOWN} more"]
    return tuple(lines)


def _sentences(text: str) -> list[str]:
    pieces = (" ".join(piece.split()) for piece in _SENTENCE.split(text))
    return [piece for piece in pieces if piece]


def _folded(sentences: Sequence[str]) -> list[str]:
    return [
        " ".join(_WORD.findall(unicodedata.normalize("NFKC", one).casefold())) for one in sentences
    ]
