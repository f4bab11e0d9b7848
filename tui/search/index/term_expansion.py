"""What a typed word can mean: how many errors are forgiven, and the words that they lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.language.lazy_pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

INNER_FROM = 3
"""The shortest text that is looked for inside words: two letters are inside nearly every word.

A sign of a script that is written without spaces says as much as a word, so that one will do.
"""
_WITHOUT_SPACES = Pattern("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+")
"""Ideographs, kana and hangul, by the blocks of Unicode."""
TYPO_FROM, TWO_TYPOS_FROM = 4, 8
"""Letters from which one and two edits are forgiven."""


class TermExpansion(NamedTuple):
    """The words of a dictionary that a typed word can mean, as word numbers, best first.

    Attributes:
        whole: The word itself; empty or of length one.
        prefix: All words that begin with it.
        one: Words at one edit; for the last word of a query also words with a prefix at one edit.
        infix: Words that contain it further in, which ranks like one edit.
        two: Words at two edits, likewise.
        whole_one: Those of `one` that match as whole words.
        whole_two: Those of `two` that match as whole words.
    """

    whole: range
    prefix: range
    one: Sequence[range]
    infix: Sequence[int]
    two: Sequence[int]
    whole_one: Sequence[int] = ()
    whole_two: Sequence[int] = ()


NO_EXPANSION = TermExpansion(range(0), range(0), (), (), ())


def looked_for_inside(typed: str) -> bool:
    """Whether a typed word is looked for inside words, too."""
    return len(typed) >= INNER_FROM or _WITHOUT_SPACES.fullmatch(typed) is not None


def edits_allowed(typed: int, word: int) -> int:
    """How many edits are forgiven between a typed word and a word, given their lengths.

    One from 4 typed letters, two where either has 8: a long name that lost a letter is still a long
    name.
    """
    if typed < TYPO_FROM:
        return 0
    if typed >= TWO_TYPOS_FROM or (word >= TWO_TYPOS_FROM and typed >= TWO_TYPOS_FROM - 2):
        return 2
    return 1


def confirmed(typed: str, prefix: str) -> bool:
    """Whether the last typed letter matches the end of a prefix that has a typo in it.

    A prefix with a typo counts only once a right letter, or the second letter of a swapped pair,
    follows the typo: otherwise `inve` would match every word in `inv`.
    """
    return typed[-1:] == prefix[-1:] or (typed[-1] == prefix[-2:-1] and typed[-2:-1] == prefix[-1:])
