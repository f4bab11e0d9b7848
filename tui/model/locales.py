"""How people of a language write figures, months and the words of the field.

Three conventions: English, French, and a neutral one after ISO 8601 and ISO 80000-1 (all digits,
groups of three, no scale words). French has no short word for 10^12 that nobody misreads
("billion" is 10^12 in French and 10^9 in English), so it counts on in milliards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

Words: TypeAlias = tuple[tuple[str, str], ...]


class Locale(msgspec.Struct, frozen=True):
    """The conventions of one language; what a table lacks is written as the corpus has it.

    Attributes:
        name: `en`, `fr` or `iso`.
        decimal: Between units and decimals.
        group: Between groups of three digits.
        minus: Before a negative number.
        scales: Powers of ten with their sign, largest first; none: all digits are written.
        symbols: Currency signs by ISO 4217 code, only where nobody takes one for another.
        symbol_first: Whether the sign stands before the number (`$4 bn`) or after (`4 Md$`).
        months: Short names, January first; none: dates stay as written.
        seasons: Spring, summer, autumn, winter.
        words: What the domain's terms are called, by term.
    """

    name: str
    decimal: str
    group: str
    minus: str
    scales: tuple[tuple[int, str], ...] = ()
    symbols: Words = ()
    symbol_first: bool = False
    months: tuple[str, ...] = ()
    seasons: tuple[str, ...] = ()
    words: dict[str, str] = {}

    def word(self, term: str) -> str:
        """The human word for a term, else the term with spaces for its hyphens."""
        return self.words.get(term) or term.replace("-", " ")


_SYMBOLS: Words = (("USD", "$"), ("EUR", "€"), ("GBP", "£"), ("JPY", "¥"))

EN = Locale(
    name="en",
    decimal=".",
    group=",",
    minus="−",
    scales=((12, "tn"), (9, "bn"), (6, "M")),
    symbols=_SYMBOLS,
    symbol_first=True,
    months=(
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ),
    seasons=("spring", "summer", "autumn", "winter"),
    words={
        "<=": "up to", ">=": "at least", "<": "<", ">": ">", "~": "about", "and": "and",
        "to": "to", "by": "by", "from": "from", "quarter": "Q", "half": "H", "decade": "{}s",
    },
)  # fmt: skip
FR = Locale(
    name="fr",
    decimal=",",
    group="\u202f",
    minus="−",
    scales=((9, "Md"), (6, "M")),
    symbols=_SYMBOLS,
    months=(
        "janv.", "févr.", "mars", "avr.", "mai", "juin",
        "juil.", "août", "sept.", "oct.", "nov.", "déc.",
    ),
    seasons=("printemps", "été", "automne", "hiver"),
    words={
        "<=": "jusqu'à", ">=": "au moins", "<": "<", ">": ">", "~": "environ", "and": "et",
        "to": "à", "by": "jusqu'à", "from": "dès", "quarter": "T", "half": "S",
        "decade": "années {}",
        "several": "plusieurs", "tens of": "des dizaines de", "hundreds of": "des centaines de",
        "undisclosed": "non communiqué",
        "rumoured": "rumeur", "announced": "annoncé", "committed": "engagé", "paid": "versé",
        "cancelled": "annulé",
        "equity": "actions", "convertible-note": "obligation convertible", "debt": "dette",
        "credit-facility": "ligne de crédit", "stake-purchase": "achat de parts",
        "stake-sale": "vente de parts", "cloud-commitment": "engagement cloud",
        "supply-agreement": "accord de fourniture", "compute-credit": "crédit de calcul",
        "partnership": "partenariat", "grant": "subvention", "acquisition": "acquisition",
        "other": "autre", "valuation": "valorisation", "revenue": "chiffre d'affaires",
        "funding": "financement", "stake": "participation", "capacity": "capacité",
        "market-share": "part de marché", "market-size": "taille du marché",
        "profit": "résultat", "loss": "perte", "headcount": "effectif",
        "price": "prix",
        "ceiling": "plafond", "undated": "sans date",
        "total": "total", "deal": "accord", "fact": "fait",
    },
)  # fmt: skip
ISO = Locale(
    name="iso",
    decimal=".",
    group="\u202f",
    minus="-",
    words={"<=": "≤", ">=": "≥", "<": "<", ">": ">", "~": "~", "and": "and", "to": "to"},
)

LOCALES: dict[str, Locale] = {"en": EN, "fr": FR, "iso": ISO}
"""All conventions by name, for a parser of options to offer."""


def locale_named(name: str = "", environ: Mapping[str, str] | None = None) -> Locale:
    """The conventions to write in.

    Args:
        name: `en`, `fr` or `iso`, or a POSIX name such as `fr_CA.UTF-8`; empty asks `environ`.
        environ: Environment variables. As in POSIX the first of `LC_ALL`, `LC_MESSAGES` and `LANG`
            that is set and not empty gives the language; `LC_NUMERIC`, where `LC_ALL` is not set,
            gives no more than the signs within numbers.

    Returns:
        English for every language without conventions here, and for `C` and `POSIX`.
    """
    if not name and environ is not None:
        name = next(filter(None, map(environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "") or ""
        numeric = environ.get("LC_NUMERIC") if not environ.get("LC_ALL") else None
        return _with_signs_of(_named(numeric), _named(name)) if numeric else _named(name)
    return _named(name)


def _with_signs_of(numbers: Locale, words: Locale) -> Locale:
    """The conventions of one language with the signs that another one writes within numbers."""
    if numbers.decimal == words.decimal:
        return words
    return msgspec.structs.replace(words, decimal=numbers.decimal, group=numbers.group)


def _named(name: str) -> Locale:
    language = name.partition(".")[0].partition("@")[0].replace("-", "_").partition("_")[0]
    return LOCALES.get(language.lower(), EN)
