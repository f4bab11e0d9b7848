"""Units of measure: what each measures, how large it is, and how it is written."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from tui.language.vocabulary import Lexeme, Table


class Unit(NamedTuple):
    """A unit of measure.

    Attributes:
        symbol: As a record writes it; empty for units of time, which measure no deal.
        measures: What two units share that can be converted into each other.
        size: How many of the smallest unit of its kind it is.
    """

    symbol: str
    measures: str
    size: Fraction = Fraction(1)


_PREFIXES = (("k", "kilo", "kilo", 3), ("M", "méga", "mega", 6), ("G", "giga", "giga", 9),
             ("T", "téra", "tera", 12))  # fmt: skip


def _power() -> list[Lexeme[Unit]]:
    entries = []
    for letter, french, english, power in _PREFIXES:
        size = Fraction(10**power)
        prefix = french if french == english else f"({french}|{english})"
        entries += [
            Lexeme(
                Unit(f"{letter}Wh", "energy", size),
                f"{prefix}watts?(| |-)heures?|{prefix}watt(| |-)hours?",
                f"{letter}Wh",
            ),
            Lexeme(
                Unit(f"{letter}W", "power", size),
                f"{prefix}watts?",
                f"{letter}Wc?" if letter in "MG" else f"{letter}W",
            ),
        ]
    return entries


UNITS: Table[Unit] = Table(
    *_power(),
    Lexeme(Unit("exaflops", "computing", Fraction(10**18)), "exaflops?"),
    Lexeme(Unit("petaflops", "computing", Fraction(10**15)), "p(é|e)taflops?"),
    Lexeme(Unit("teraflops", "computing", Fraction(10**12)), "t(é|e)raflops?"),
    Lexeme(Unit("km", "length", Fraction(1000)), "kilomètres?|kilomet(er|re)s?", "km"),
    Lexeme(Unit("mi", "miles"), "miles"),
    Lexeme(Unit("m2", "area"), "mètres? carrés?|square met(er|re)s?", "m²|m2"),
    Lexeme(Unit("km2", "area", Fraction(10**6)), "kilomètres? carrés?|square kilomet(er|re)s?",
          "km²|km2"),
    Lexeme(Unit("ft2", "square feet"), "square feet|sq.? ?ft"),
    Lexeme(Unit("ha", "area", Fraction(10**4)), "hectares?", "ha"),
    Lexeme(Unit("acre", "acres"), "acres?"),
    Lexeme(Unit("bp", "points", Fraction(1, 100)), "points? de base|basis( |-)points?", "bps?"),
    Lexeme(Unit("t", "tonnes"), "tonnes?|metric tons?", "t"),
    Lexeme(Unit("kt", "tonnes", Fraction(1000)), "kilotonnes?", "kt"),
    Lexeme(Unit("Mt", "tonnes", Fraction(10**6)), "mégatonnes?|megatonnes?", "Mt"),
    Lexeme(Unit("kg", "mass"), "kilogrammes?|kilograms?", "kg"),
    Lexeme(Unit("barrel", "barrels"), "barils?|barrels?"),
    Lexeme(Unit("PB", "storage", Fraction(1000)), "pétaoctets?|petabytes?", "Po|PB"),
    Lexeme(Unit("TB", "storage"), "téraoctets?|terabytes?", "To|TB"),
    Lexeme(Unit("GB", "storage", Fraction(1, 1000)), "gigaoctets?|gigabytes?", "Go|GB"),
    Lexeme(Unit("BTC", "bitcoin"), "bitcoins?", "BTC"),
    Lexeme(Unit("ETH", "ether"), "ethers?", "ETH"),
)  # fmt: skip
"""Units that a figure of a record may have."""

PERCENT: Table[Unit] = Table(
    Lexeme(Unit("%", "%"), "%"),
    Lexeme(Unit("%", "%"), "pour ?cents?|pourcents?", languages="fr"),
    Lexeme(Unit("%", "%"), "per ?cent|pct", languages="en"),
)
"""Ways to write a percentage; each is known in both languages, agency texts mix them."""

GLUED_PERCENT = "pc"
"""A percentage where it is glued to its number; elsewhere it is a computer."""

POINTS: Table[Unit] = Table(
    Lexeme(Unit("pp", "points"), "points? de pourcentage", languages="fr"),
    Lexeme(Unit("pp", "points"), "percentage points?", languages="en"),
)
"""By how much a percentage moves."""

TIMES: Table[Unit] = Table(
    Lexeme(Unit("", "month", Fraction(12)), "ans?|années?", languages="fr"),
    Lexeme(Unit("", "month", Fraction(12)), "years?", languages="en"),
    Lexeme(Unit("", "month", Fraction(120)), "décennies?", languages="fr"),
    Lexeme(Unit("", "month", Fraction(120)), "decades?", languages="en"),
    Lexeme(Unit("", "month"), "mois", languages="fr"),
    Lexeme(Unit("", "month"), "months?", languages="en"),
    Lexeme(Unit("", "day", Fraction(7)), "semaines?", languages="fr"),
    Lexeme(Unit("", "day", Fraction(7)), "weeks?", languages="en"),
    Lexeme(Unit("", "day"), "jours?", languages="fr"),
    Lexeme(Unit("", "day"), "days?", languages="en"),
    Lexeme(Unit("", "hour"), "heures?", languages="fr"),
    Lexeme(Unit("", "hour"), "hours?", languages="en"),
)
"""Lengths of time."""

COUNTED: Table[Unit] = Table(
    Lexeme(Unit("", "mass"), "kilos?"),
    Lexeme(Unit("", "share"), "actions?", languages="fr"),
    Lexeme(Unit("", "share"), "shares?", languages="en"),
)
"""Units of which a figure says how many, though no record has them."""

_SYMBOLS = {entry.meaning.symbol: entry.meaning for entry in UNITS.entries}


def named_unit(written: str) -> Unit | None:
    """The unit of a record that a symbol or a word of either language names: "t", "tonnes"."""
    return _SYMBOLS.get(written) or UNITS.read(written, "en") or UNITS.read(written, "fr")


def times_larger(unit: str, than: str) -> Fraction | None:
    """How many of another unit one unit is, both as written; `None` where they measure unlike.

    "GW" is 1000 "MW", and "tonnes" is one "t".
    """
    one, other = named_unit(unit), named_unit(than)
    if one is None or other is None or one.measures != other.measures:
        return None
    return one.size / other.size
