"""Words and abbreviations that multiply a number by a power of ten."""

from __future__ import annotations

from typing import NamedTuple

from tui.language.vocabulary import Lexeme, Table

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
    Lexeme(Scale(3), "milliers?|mille", languages="fr"),
    Lexeme(Scale(3), "thousands?", languages="en"),
    Lexeme(Scale(6), "millions?|millionen"),
    Lexeme(Scale(9), "milliards?|milliarden"),
    Lexeme(Scale(9), "billions?|thousand millions?", languages="en"),
    Lexeme(Scale(12), "trillions?|thousand billions?", languages="en"),
    Lexeme(Scale(12, flag=_FLAG), "billions?", languages=LONG_SCALE),
    Lexeme(Scale(15, flag=_FLAG), "billiards?", languages=LONG_SCALE),
    Lexeme(Scale(18, flag=_FLAG), "trillions?", languages=LONG_SCALE),
    Lexeme(Scale(5, currency="INR"), "lakhs?"),
    Lexeme(Scale(7, currency="INR"), "crores?"),
    Lexeme(Scale(10, currency="INR"), "thousand crores?"),
    Lexeme(Scale(12, currency="INR"), "lakh crores?"),
)
"""Scales in words."""

ABBREVIATIONS: Table[Scale] = Table(
    Lexeme(Scale(6), signs="mn|Mn|MN|mln|Mln|MLN|Mios?|mios?"),
    Lexeme(Scale(9), signs="Mds?|mds?|Mrds?|mrds?|Mld|mld|bn|Bn|BN|bln|BLN"),
    Lexeme(Scale(12), signs="tn|Tn|trn|TRN|trln|TRLN"),
    Lexeme(Scale(3, certain=False), signs="k|K"),
    Lexeme(Scale(6, certain=False), signs="M|m|mm|MM|mil"),
    Lexeme(Scale(7, certain=False), signs="cr"),
    Lexeme(Scale(9, certain=False), signs="b|B|bil|G|Mia|MMDS|MMD|MMd|mmd"),
    Lexeme(Scale(12, certain=False), signs="t|T|TN"),
)
"""Scales written short; "bn" is 10^9 in every language."""
