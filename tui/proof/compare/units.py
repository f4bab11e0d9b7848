"""Units and currencies of a passage by what they measure, before or after their number."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from tui.language.figures.currencies import COUNTRIES, FAMILIES, SIGNS
from tui.language.figures.units import COUNTED, PERCENT, POINTS, TIMES, UNITS
from tui.language.lazy_pattern import Pattern
from tui.language.vocabulary import S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.language.figures.units import Unit
    from tui.language.vocabulary import Table
    from tui.proof.compare.differences import QuoteToken

_TABLES: tuple[Table[Unit], ...] = (UNITS, PERCENT, POINTS, TIMES, COUNTED)


def _countries() -> str:
    return "|".join(f"(?P<{entry.meaning}>{entry.pattern})" for entry in COUNTRIES.entries)


def _all_units() -> str:
    """Units in words and signs of both languages; an article does not change its own."""
    patterns = [table.pattern(language) for table in _TABLES for language in ("", "fr", "en")]
    return rf"(?:{'|'.join(dict.fromkeys(filter(None, patterns)))})(?:(?<!\w)|(?!\w))"


_UNIT = Pattern(_all_units)
_COUNTRY = Pattern(lambda: rf"(?:{_countries()})(?!\w)")
_CURRENCY_NAME = Pattern(lambda: rf"(?:{FAMILIES.pattern('')})(?!\w)")
_SIGN = Pattern(lambda: rf"(?:{SIGNS.pattern('')})(?:(?<!\w)|(?=\d)|(?!\w))")
_LINK = Pattern(rf"(?:de{S}+|d'|of{S}+)", 0)


def currency_before(text: str, found: Sequence[QuoteToken], at: int) -> tuple[str, int] | None:
    """A sign or code before a number, and the token after it."""
    if at + 1 >= len(found):
        return None
    start = found[at].start
    if start and text[start - 1].isalpha():
        return None
    sign = _SIGN.match(text, start)
    if sign is None:
        return None
    end = _token_after(found, at, sign.end())
    if end >= len(found) or not found[end].text[0].isnumeric():
        return None
    return SIGNS.signs("")[sign[0]], end


def dollars_of(text: str, found: Sequence[QuoteToken], at: int, code: str) -> tuple[str, int]:
    """The currency of a sum behind which its country stands: "$4 billion Canadian".

    Args:
        text: The folded text.
        found: The tokens of a passage of it.
        at: The token behind the sum.
        code: What the sign before the sum means.

    Returns:
        The currency, and the token after what tells it.
    """
    family = _SIGNED.get(code)
    country = _COUNTRY.match(text, found[at].start) if family and at < len(found) else None
    if country is None or found[at].start != found[at - 1].end + 1:
        return code, at
    national = FAMILIES.words("")[family or ""].national.get(country.lastgroup or "")
    return (national, _token_after(found, at, country.end())) if national else (code, at)


_SIGNED = {"USD": "dollar", "GBP": "pound"}
"""Currencies of which other countries have their own, under the same sign."""


def unit_after(text: str, found: Sequence[QuoteToken], at: int) -> tuple[str, Fraction, int]:
    """The unit after a number and its scale: its name, its size, and the token after it."""
    if at >= len(found):
        return "", Fraction(1), at
    start = found[at].start
    match = _UNIT.match(text, start)
    if match is not None and not (start and text[start - 1].isalpha()):
        unit = next(filter(None, (_read(table, match[0]) for table in _TABLES)))
        return unit.measures, unit.size, _token_after(found, at, match.end())
    link = _LINK.match(text, start)
    begin = link.end() if link else start
    sign = _SIGN.match(text, begin)
    if sign is not None:
        return SIGNS.signs("")[sign[0]], Fraction(1), _token_after(found, at, sign.end())
    return _named_currency(text, found, at, begin)


def _read(table: Table[Unit], written: str) -> Unit | None:
    return next(
        filter(None, (table.read(written, language) for language in ("", "fr", "en"))), None
    )


def _named_currency(
    text: str, found: Sequence[QuoteToken], at: int, begin: int
) -> tuple[str, Fraction, int]:
    """A currency by its name, with the country before it or behind: "Swiss francs"."""
    country = _COUNTRY.match(text, begin)
    name = _CURRENCY_NAME.match(text, country.end() + 1) if country else None
    if name is None:
        # "sterling" is a country's word and a name.
        country, name = None, _CURRENCY_NAME.match(text, begin)
    if name is None:
        return "", Fraction(1), at
    end = name.end()
    if country is None:
        country = _COUNTRY.match(text, end + 1) if text[end : end + 1] == " " else None
        end = country.end() if country else end
    family = FAMILIES.words("")[name[0].lower()]
    if country is None:
        # Francs, crowns, pesos of no country told stay what they are called.
        code = family.alone or family.name
    else:
        code = family.national.get(country.lastgroup or "") or f"{country.lastgroup} {family.name}"
    return code, Fraction(1), _token_after(found, at, end)


def _token_after(found: Sequence[QuoteToken], at: int, offset: int) -> int:
    while at < len(found) and found[at].start < offset:
        at += 1
    return at
