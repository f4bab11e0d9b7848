"""A number with what stands around it, while ranges and elisions are settled."""

from __future__ import annotations

from decimal import Decimal

import msgspec


class Figure(msgspec.Struct):
    """A number read with its surroundings, before ranges and elisions are settled.

    Attributes:
        start: Where it begins, sign and bound words included.
        end: Where it ends, currency or unit included.
        core: Where the number itself begins.
        number_end: Where number and scale end.
        value: The number times its scale.
        plain: The number alone, for a range whose other end has the scale.
        scale: Power of ten of its scale, 0 for none.
        unit: Currency, unit or `%`; empty when none is written.
        kind: `money`, `percent`, `measure`, or empty while unknown.
        bound: `maximum`, `minimum`, `exclusive_minimum`, `exclusive_maximum`, or empty.
        behind: Whether its bound stands behind it, and so behind the range that it ends.
        about: Whether it is approximate.
        flags: For a person to check.
        words: Whether the number is written in words.
        currency: The name of its currency in lower case; empty for a sign or a code.
        by_country: Whether a country beside that name tells whose currency it is.
        counted: Where the noun ends of which there are so many, 0 when nothing is counted.
    """

    start: int
    end: int
    core: int
    number_end: int
    value: Decimal
    plain: Decimal
    scale: int = 0
    unit: str = ""
    kind: str = ""
    bound: str = ""
    behind: bool = False
    about: bool = False
    flags: tuple[str, ...] = ()
    words: bool = False
    counted: int = 0
    currency: str = ""
    by_country: bool = False


def is_year(figure: Figure) -> bool:
    """Whether a number may as well be a year."""
    return 1900 <= figure.plain <= 2100 and figure.end - figure.start == 4
