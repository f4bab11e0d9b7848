"""What a typed word can mean: how many errors are forgiven, and the words that they lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

INNER_FROM = 3
"""The shortest text that is looked for inside words."""
TYPO_FROM, TWO_TYPOS_FROM = 4, 8
"""Letters from which one and two edits are forgiven."""


class TermExpansion(NamedTuple):
    """Words that a typed word can mean, as word numbers, best first.

    Attributes:
        whole: The word itself, empty or one long.
        prefix: All words that begin with it.
        one: Words at one edit.
        inner: Words that have it inside, which counts as much as an edit.
        two: Words at two edits.
        whole_one: Those of `one` that are no mere beginnings.
        whole_two: Those of `two` that are no mere beginnings.
    """

    whole: range
    prefix: range
    one: Sequence[range]
    inner: Sequence[int]
    two: Sequence[int]
    whole_one: Sequence[int] = ()
    whole_two: Sequence[int] = ()


NOTHING = TermExpansion(range(0), range(0), (), (), ())


def edits_allowed(typed: int, word: int) -> int:
    """How many edits are forgiven between a typed word and a word, by their letters.

    One from 4 typed letters, two where either has 8: a long name that lost a letter is
    still a long name.
    """
    if typed < TYPO_FROM:
        return 0
    if typed >= TWO_TYPOS_FROM or (word >= TWO_TYPOS_FROM and typed >= TWO_TYPOS_FROM - 2):
        return 2
    return 1


def confirmed(typed: str, beginning: str) -> bool:
    """Whether the last typed letter has its place in the beginning of a word.

    A beginning with a typo counts only once a right letter, or the second of a swapped pair,
    follows the typo: else `inve` would mean every word in `inv`.
    """
    return typed[-1:] == beginning[-1:] or (
        typed[-1] == beginning[-2:-1] and typed[-2:-1] == beginning[-1:]
    )
