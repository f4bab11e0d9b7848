"""The words under which a party is found beside those of its names.

`Goldman Sachs & Co. Inc.` is also found as `goldmansachs`, `gs` and `goldman sachs and co`,
`Moody's` as `moodys`, and `O.S.K. Lines` as `osk lines`.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tui.search.analysis.analyzer import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LEGAL_FORMS = frozenset(
    (
        "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc",
        "llp", "lp", "plc", "gmbh", "ag", "se", "kg", "kgaa", "sa", "sas", "sarl", "sca", "spa",
        "srl", "bv", "nv", "ab", "as", "asa", "oy", "oyj", "aps", "kk", "pte", "pty", "pvt",
        "sl", "slu", "ltda", "holding", "holdings", "group", "groupe",
    )
)  # fmt: skip
"""Legal forms, folded; a name means the same without them."""
_FUNCTION_WORDS = frozenset(
    ("of", "the", "and", "de", "du", "des", "et", "la", "le", "les", "d", "l", "und")
)
"""Words that initials leave out: `Bank of America` is `ba` as well as `boa`."""
_AMPERSANDS = ("and", "et", "und")
"""How `&` is spoken and typed."""
_INNER_SIGN = re.compile(r"(?<=[^\W\d_])[.'’](?=[^\W\d_])")
"""A dot or an apostrophe inside a word, which people leave out."""


class NameTerms(NamedTuple):
    """The extra words under which a party is found.

    Attributes:
        words: All of them.
        compounds: Those that are several words of a name written together.
    """

    words: set[str]
    compounds: set[str]


def name_words(names: Iterable[str]) -> NameTerms:
    """The words under which a party is found beside those of its names."""
    extra: set[str] = set()
    compounds: set[str] = set()
    for name in names:
        parts = words(name)
        unpunctuated = words(_INNER_SIGN.sub("", name))
        variants: list[Sequence[str]] = [parts]
        if unpunctuated != parts:
            extra.update(unpunctuated)
            compounds.update(first + second for first, second in pairwise(unpunctuated))
        if "&" in name or "+" in name:
            extra.update(_AMPERSANDS)
            # Only `and` and `et` are tried in the joined forms; each doubles them.
            variants += [_with_and(name, word) for word in _AMPERSANDS[:2]]
        for variant in variants:
            bare = without_legal_form(variant)
            for whole in (variant, bare):
                if len(whole) > 1:
                    compounds.add("".join(whole))
        # Pairs of neighbours, for a name of which only the middle is typed as one word.
        compounds.update(first + second for first, second in pairwise(parts))
        extra.update(_initials(without_legal_form(parts)), _initials(parts))
    return NameTerms(extra | compounds, compounds)


def without_legal_form(parts: Sequence[str]) -> Sequence[str]:
    """The words of a name without the legal forms at its end; never empty."""
    end = len(parts)
    while end > 1 and parts[end - 1] in LEGAL_FORMS:
        end -= 1
    return parts[:end]


def _with_and(name: str, word: str) -> list[str]:
    return words(name.replace("&", f" {word} ").replace("+", f" {word} "))


def _initials(parts: Sequence[str]) -> set[str]:
    """The first letters of a name's words, with and without its function words."""
    letters = [part for part in parts if not part[0].isdigit()]
    content_words = [part for part in letters if part not in _FUNCTION_WORDS]
    return {
        "".join(part[0] for part in selection)
        for selection in (letters, content_words)
        if len(selection) > 1
    }
