"""Words and abbreviations that multiply a number by a power of ten."""

from __future__ import annotations

from typing import NamedTuple

from tui.language.vocabulary import Entry, Table

LONG_SCALE = "fr de es it nl pt pl sv da no fi"
"""Languages in which a billion is 10^12 and a milliard 10^9."""


class Scale(NamedTuple):
    """What a scale does to the number before it.

    Attributes:
        power: The power of ten.
        certain: Whether it is a scale whatever stands around; a lone letter needs a currency.
        flag: What a person should check, see `Mention.flags`.
        currency: What is counted where no currency is told, as an ISO 4217 code.
    """

    power: int
    certain: bool = True
    flag: str = ""
    currency: str = ""


_FLAG = "french-billion"
"""The long scale is what a translation from English gets wrong."""

SCALES: Table[Scale] = Table(
    Entry(Scale(3), "milliers?|mille", languages="fr"),
    Entry(Scale(3), "thousands?", languages="en"),
    Entry(Scale(6), "millions?|millionen"),
    Entry(Scale(9), "milliards?|milliarden"),
    Entry(Scale(9), "billions?|thousand millions?", languages="en"),
    Entry(Scale(12), "trillions?|thousand billions?", languages="en"),
    Entry(Scale(12, flag=_FLAG), "billions?", languages=LONG_SCALE),
    Entry(Scale(15, flag=_FLAG), "billiards?", languages=LONG_SCALE),
    Entry(Scale(18, flag=_FLAG), "trillions?", languages=LONG_SCALE),
    Entry(Scale(5, currency="INR"), "lakhs?"),
    Entry(Scale(7, currency="INR"), "crores?"),
    Entry(Scale(10, currency="INR"), "thousand crores?"),
    Entry(Scale(12, currency="INR"), "lakh crores?"),
)
"""Scales in words."""

ABBREVIATIONS: Table[Scale] = Table(
    Entry(Scale(6), signs="mn|Mn|MN|mln|Mln|MLN|Mio|mio"),
    Entry(Scale(9), signs="Mds?|mds?|Mrds?|mrds?|Mld|mld|bn|Bn|BN|bln|BLN"),
    Entry(Scale(12), signs="tn|Tn|trn|TRN|trln|TRLN"),
    Entry(Scale(3, certain=False), signs="k|K"),
    Entry(Scale(6, certain=False), signs="M|m|mm|MM|mil"),
    Entry(Scale(7, certain=False), signs="cr"),
    Entry(Scale(9, certain=False), signs="b|B|bil|G|Mia|MMDS|MMD|MMd|mmd"),
    Entry(Scale(12, certain=False), signs="t|T|TN"),
)
"""Scales written short; "bn" is 10^9 in every language."""
