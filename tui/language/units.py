"""Units of measure: what each measures, how large it is, and how it is written."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from tui.language.vocabulary import Entry, Table


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


def _power() -> list[Entry[Unit]]:
    entries = []
    for letter, french, english, power in _PREFIXES:
        size = Fraction(10**power)
        prefix = french if french == english else f"({french}|{english})"
        entries += [
            Entry(
                Unit(f"{letter}Wh", "energy", size),
                f"{prefix}watts?(| |-)heures?|{prefix}watt(| |-)hours?",
                f"{letter}Wh",
            ),
            Entry(
                Unit(f"{letter}W", "power", size),
                f"{prefix}watts?",
                f"{letter}Wc?" if letter in "MG" else f"{letter}W",
            ),
        ]
    return entries


UNITS: Table[Unit] = Table(
    *_power(),
    Entry(Unit("exaflops", "computing", Fraction(10**18)), "exaflops?"),
    Entry(Unit("petaflops", "computing", Fraction(10**15)), "p(é|e)taflops?"),
    Entry(Unit("teraflops", "computing", Fraction(10**12)), "t(é|e)raflops?"),
    Entry(Unit("km", "length", Fraction(1000)), "kilomètres?|kilomet(er|re)s?", "km"),
    Entry(Unit("mi", "miles"), "miles"),
    Entry(Unit("m2", "area"), "mètres? carrés?|square met(er|re)s?", "m²|m2"),
    Entry(Unit("km2", "area", Fraction(10**6)), "kilomètres? carrés?|square kilomet(er|re)s?",
          "km²|km2"),
    Entry(Unit("ft2", "square feet"), "square feet|sq.? ?ft"),
    Entry(Unit("ha", "area", Fraction(10**4)), "hectares?", "ha"),
    Entry(Unit("acre", "acres"), "acres?"),
    Entry(Unit("bp", "points", Fraction(1, 100)), "points? de base|basis( |-)points?", "bps?"),
    Entry(Unit("t", "tonnes"), "tonnes?|metric tons?"),
    Entry(Unit("kg", "mass"), "kilogrammes?|kilograms?", "kg"),
    Entry(Unit("barrel", "barrels"), "barils?|barrels?"),
    Entry(Unit("PB", "storage", Fraction(1000)), "pétaoctets?|petabytes?", "Po|PB"),
    Entry(Unit("TB", "storage"), "téraoctets?|terabytes?", "To|TB"),
    Entry(Unit("GB", "storage", Fraction(1, 1000)), "gigaoctets?|gigabytes?", "Go|GB"),
    Entry(Unit("BTC", "bitcoin"), "bitcoins?", "BTC"),
    Entry(Unit("ETH", "ether"), "ethers?", "ETH"),
)  # fmt: skip
"""Units that a figure of a record may have."""

PERCENT: Table[Unit] = Table(
    Entry(Unit("%", "%"), "%"),
    Entry(Unit("%", "%"), "pour ?cents?|pourcents?", languages="fr"),
    Entry(Unit("%", "%"), "per ?cent|pct", languages="en"),
)
"""Ways to write a percentage; each is known in both languages, agency texts mix them."""

GLUED_PERCENT = "pc"
"""A percentage where it is glued to its number; elsewhere it is a computer."""

POINTS: Table[Unit] = Table(
    Entry(Unit("pp", "points"), "points? de pourcentage", languages="fr"),
    Entry(Unit("pp", "points"), "percentage points?", languages="en"),
)
"""By how much a percentage moves."""

TIMES: Table[Unit] = Table(
    Entry(Unit("", "month", Fraction(12)), "ans?|années?", languages="fr"),
    Entry(Unit("", "month", Fraction(12)), "years?", languages="en"),
    Entry(Unit("", "month", Fraction(120)), "décennies?", languages="fr"),
    Entry(Unit("", "month", Fraction(120)), "decades?", languages="en"),
    Entry(Unit("", "month"), "mois", languages="fr"),
    Entry(Unit("", "month"), "months?", languages="en"),
    Entry(Unit("", "day", Fraction(7)), "semaines?", languages="fr"),
    Entry(Unit("", "day", Fraction(7)), "weeks?", languages="en"),
    Entry(Unit("", "day"), "jours?", languages="fr"),
    Entry(Unit("", "day"), "days?", languages="en"),
    Entry(Unit("", "hour"), "heures?", languages="fr"),
    Entry(Unit("", "hour"), "hours?", languages="en"),
)
"""Lengths of time."""

COUNTED: Table[Unit] = Table(
    Entry(Unit("", "mass"), "kilos?"),
    Entry(Unit("", "share"), "actions?", languages="fr"),
    Entry(Unit("", "share"), "shares?", languages="en"),
)
"""Units of which a figure says how many, though no record has them."""
