"""Words that were parted at the end of a line, put together again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_BEFORE = re.compile(r"([^\W\d_]+)[-\u2010\u2011\xad￾\x02]$")
_AFTER = re.compile(r"([^\W\d_]+)")
_KEEPS_BEFORE = frozenset(
    # French
    "peut vingt trente quarante cinquante soixante quatre dix celui celle ceux celles vice demi "
    "semi avant après arrière nord sud est non grand grands rendez vis quasi moi toi lui elle eux "
    "nous vous c là dit-on "
    # English
    "self well twenty thirty forty fifty sixty seventy eighty ninety long short high low half full "
    "third second first mid e year old two three four five six seven eight nine ten anti east west "
    "so peat soft fast slow single double mass free".split()
)
"""Words after which a hyphen at the end of a line belongs to a compound."""
_KEEPS_AFTER = frozenset(
    # French
    "même mêmes ci là t-il t-elle il elle ils elles on je tu ce moi toi nous vous y en le la "
    "les lui "
    "leur être dire vous midi end "
    # English
    "year old based term time up in-law free made owned led off out style like wide".split()
)
"""Words before which it does."""


def joined(before: str, after: str, words: Collection[str] = frozenset()) -> str:
    """Two lines as one, where the first ends with a hyphen.

    The hyphen goes unless it belongs to a compound: the text holds the compound elsewhere and not
    the word without it, or the parts are of those that French and English join by hyphens, or what
    follows is no small letter.

    Args:
        before: The line that ends with a hyphen.
        after: The line that follows.
        words: Words of the same text in small letters, those with hyphens too; may be empty.
    """
    first, second = _BEFORE.search(before), _AFTER.match(after)
    if first is None or second is None:
        return before + after
    left, right = first[1].lower(), second[1].lower()
    stem = before[: first.end(1)]
    hyphen = before[first.end(1) :].replace("￾", "-").replace("\x02", "-")
    if hyphen == "\xad":
        return stem + after
    whole, compound = left + right, f"{left}-{right}"
    if whole in words and compound not in words:
        return stem + after
    if compound in words and whole not in words:
        return f"{stem}-{after}"
    if not after[0].islower():
        return f"{stem}-{after}"
    keeps = (left in _KEEPS_BEFORE and right not in _SUFFIXES) or right in _KEEPS_AFTER
    return f"{stem}-{after}" if keeps else stem + after


_SUFFIXES = frozenset(
    "ment ments tion tions sion sions ing ed ly er ers est ness able ible al ally age ages dom "
    "ware "
    "ward wards ern ening ened ive ish ist ists ity en ens th hood ship".split()
)


def vocabulary(text: str) -> set[str]:
    """The words of a text in small letters, compounds whole."""
    return set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower()))
