"""The words under which a party is found beside those of its names.

`Goldman Sachs & Co. Inc.` is found as `goldmansachs`, `gs` and `goldman sachs and co` too,
`Moody's` as `moodys` and `O.S.K. Lines` as `osk lines`.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.search.analysis.analyzer import words

if TYPE_CHECKING:
    from collections.abc import Iterable

LEGAL_FORMS = frozenset(
    (
        "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc",
        "llp", "lp", "plc", "gmbh", "ag", "se", "kg", "kgaa", "sa", "sas", "sarl", "sca", "spa",
        "srl", "bv", "nv", "ab", "as", "asa", "oy", "oyj", "aps", "kk", "pte", "pty", "pvt",
        "sl", "slu", "ltda", "holding", "holdings", "group", "groupe",
    )
)  # fmt: skip
"""Legal forms, folded; a name is the same without them."""
_SMALL = frozenset(
    ("of", "the", "and", "de", "du", "des", "et", "la", "le", "les", "d", "l", "und")
)
_AND = ("and", "et", "und")
_CLOSED = re.compile(r"(?<=[^\W\d_])[.'’](?=[^\W\d_])")
"""A dot or an apostrophe inside a word, which people leave out."""


def name_words(names: Iterable[str]) -> tuple[set[str], set[str]]:
    """The extra words for the names of a party.

    Returns:
        Words that are added, and among them those that are several words written together.
    """
    extra: set[str] = set()
    together: set[str] = set()
    for name in names:
        parts = words(name)
        closed = words(_CLOSED.sub("", name))
        spoken = [parts]
        if closed != parts:
            extra.update(closed)
            together.update(first + second for first, second in pairwise(closed))
        if "&" in name or "+" in name:
            extra.update(_AND)
            spoken += [_with_and(name, word) for word in _AND[:2]]
        for variant in spoken:
            bare = without_legal_form(variant)
            for whole in (variant, bare):
                if len(whole) > 1:
                    together.add("".join(whole))
        together.update(first + second for first, second in pairwise(parts))
        extra.update(_initials(without_legal_form(parts)), _initials(parts))
    return extra | together, together


def without_legal_form(parts: list[str]) -> list[str]:
    """The words of a name without the legal forms at its end, never empty."""
    end = len(parts)
    while end > 1 and parts[end - 1] in LEGAL_FORMS:
        end -= 1
    return parts[:end]


def _with_and(name: str, word: str) -> list[str]:
    return words(name.replace("&", f" {word} ").replace("+", f" {word} "))


def _initials(parts: list[str]) -> set[str]:
    letters = [part for part in parts if not part[0].isdigit()]
    great = [part for part in letters if part not in _SMALL]
    return {"".join(part[0] for part in chosen) for chosen in (letters, great) if len(chosen) > 1}
