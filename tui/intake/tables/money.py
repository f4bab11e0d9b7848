"""Amounts of money as tables write them: `€3.4M`, `450 K€`, `1.234.567,89`, `undisclosed`."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui.language.figures.iso4217 import CURRENCIES
from tui.model.quantities import UNDISCLOSED, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIGNS = (
    ("US$", "USD"), ("U$S", "USD"), ("USD$", "USD"), ("C$", "CAD"), ("CA$", "CAD"), ("A$", "AUD"),
    ("AU$", "AUD"), ("NZ$", "NZD"), ("HK$", "HKD"), ("S$", "SGD"), ("R$", "BRL"), ("MX$", "MXN"),
    ("NT$", "TWD"), ("CN¥", "CNY"), ("JP¥", "JPY"), ("€", "EUR"), ("£", "GBP"), ("$", "USD"),
    ("₹", "INR"), ("₩", "KRW"), ("₽", "RUB"), ("₺", "TRY"), ("₪", "ILS"), ("₫", "VND"),
    ("zł", "PLN"), ("฿", "THB"), ("₦", "NGN"), ("₴", "UAH"), ("¥", ""), ("kr", ""),
)  # fmt: skip
"""Signs of currencies, the longer first; those of several currencies stand for none."""
_SEVERAL = {"¥": "JPY or CNY", "kr": "SEK, NOK or DKK"}
_WORDS = {
    "euro": "EUR", "euros": "EUR", "dollar": "USD", "dollars": "USD", "us dollar": "USD",
    "us dollars": "USD", "pound": "GBP", "pounds": "GBP", "livre sterling": "GBP", "yen": "JPY",
    "yuan": "CNY", "rmb": "CNY", "renminbi": "CNY", "rupee": "INR", "rupees": "INR",
    "franc suisse": "CHF", "swiss francs": "CHF", "francs suisses": "CHF", "real": "BRL",
    "won": "KRW", "zloty": "PLN", "us": "USD", "sterling": "GBP", "dollars us": "USD",
    "dollar américain": "USD", "dollars américains": "USD",
}  # fmt: skip
_SCALES = {
    "": 0, "k": 3, "thousand": 3, "thousands": 3, "millier": 3, "milliers": 3, "mille": 3, "tsd": 3,
    "tausend": 3, "m": 6, "mm": 6, "mn": 6, "mln": 6, "mio": 6, "million": 6, "millions": 6,
    "millionen": 6, "millón": 6, "millones": 6, "milioni": 6, "mi": 6, "mill": 6,
    "b": 9, "bn": 9, "bln": 9, "billion": 9, "billions": 9, "md": 9, "mds": 9, "mrd": 9, "mia": 9,
    "milliard": 9, "milliards": 9, "milliarden": 9, "miliardi": 9, "mld": 9, "mil millones": 9,
    "tn": 12, "trillion": 12, "trillions": 12, "t": 12, "lakh": 5, "lakhs": 5, "crore": 7,
    "crores": 7, "cr": 7,
}  # fmt: skip
"""Powers of ten by the word or letter behind a number, in small letters."""
_UNDISCLOSED = re.compile(
    r"(?:un|non[- ]?|not )?(?:disclosed|divulgué?|communiqué|publi[cé]?|revealed|announced)"
    r"|undis\w*"
    r"|confiden\w+|n\.?\s?c\.?|n\.?\s?d\.?|nicht (?:bekannt|genannt|veröffentlicht)|secret"
    r"|tenu secret"
    r"|no (?:revelado|divulgado)|non (?:rivelato|reso noto)|montant non \w+|amount (?:not"
    r"|un)\s?disclosed",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    r"[-–—?.\s]*|n/?\.?a\.?|none|null|unknown|inconnue?|tbd|tba|nan|k\.?\s?a\.?", re.IGNORECASE
)
_NUMBER = r"\d[\d\s.,'’\u00a0\u202f_]*"
_AMOUNT = re.compile(
    rf"(?P<bound>(?:up to|at most|max\.?|jusqu['’]à|bis zu|less than|under|moins de|more than|over"
    rf"|above|plus de|über|mehr als|at least|min\.?|au moins|mindestens|from|<=|>=|≤|≥|<|>))?\s*"
    rf"(?P<about>(?:about|around|approx\.?|approximately|circa|ca\.?|c\.|environ|env\.?|rund|etwa|near|nearly"
    rf"|près de|~|≈))?\s*"
    rf"(?P<first>{_NUMBER})(?P<scale1>[^\W\d_]*)?(?:\s*(?:-|–|to|à|bis)\s*(?P<second>{_NUMBER}))?"
    rf"\s*(?P<scale>[^\W\d_]*(?:\smillones)?\.?)?\s*(?P<plus>\+)?",
    re.IGNORECASE,
)  # fmt: skip
_AT_MOST = ("up to", "at most", "max", "jusqu'à", "jusqu’à", "bis zu", "<=", "≤")
_BELOW = ("less than", "under", "moins de", "<")
_AT_LEAST = ("at least", "min", "au moins", "mindestens", "from", ">=", "≥")
_GROUPS = re.compile(r"[\s'’\u00a0\u202f_]")
_HEADER_SCALE = re.compile(
    r"(?:\(|\[|\bin\b|\ben\b|,|\s)\s*(?:[$€£]|[A-Z]{3})?\s*"
    r"(k|thousands?|milliers?|tsd|m|mm|mn|mio|millions?|millionen|bn|b|billions?|md|mds|milliards?|mrd)"
    r"\s*(?:of|d['’]|de)?\s*(?:[$€£]|[A-Z]{3}|euros?|dollars?)?\s*(?:\)|\]|$)",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?<![A-Za-z])([A-Z]{3})(?![A-Za-z])")


class Conventions(NamedTuple):
    """How a column writes its amounts.

    Attributes:
        decimal: The decimal sign, `.` or `,`; empty where no cell tells.
        power: The power of ten that the header gives to bare numbers.
        currency: The currency that the header gives; empty where it gives none.
        long_scale: Whether "billion" may be 10^12, as in French.
    """

    decimal: str = ""
    power: int = 0
    currency: str = ""
    long_scale: bool = False


class Money(NamedTuple):
    """What a cell says.

    Attributes:
        quantity: The amount; `None` where the cell is empty or cannot be read.
        currency: Its ISO 4217 code; empty where the cell gives none.
        doubts: What could be read another way, or not at all.
        readable: Whether the cell was read.
    """

    quantity: Quantity | None
    currency: str = ""
    doubts: tuple[str, ...] = ()
    readable: bool = True


def conventions_of(header: str, cells: Iterable[str], *, long_scale: bool = False) -> Conventions:
    """How a column writes its amounts, found out from its header and all its cells."""
    found = _HEADER_SCALE.search(header)
    power = _SCALES.get(found[1].lower(), 0) if found else 0
    comma = dot = 0
    for cell in cells:
        for text in re.findall(r"\d[\d.,]*\d", cell):
            sign = _surely_decimal(text)
            comma += sign == ","
            dot += sign == "."
    decimal = "," if comma > dot else "." if dot > comma else ""
    return Conventions(decimal, power, currency_in(header).code, long_scale)


def _surely_decimal(text: str) -> str:
    """The decimal sign of a number where its digits tell; empty where they do not."""
    last = max(text.rfind(","), text.rfind("."))
    if last < 0:
        return ""
    sign = text[last]
    other = "." if sign == "," else ","
    if other in text:
        return sign
    if text.count(sign) > 1:
        return other if len(text) - last - 1 == 3 else ""
    return sign if len(text) - last - 1 != 3 or text.startswith("0") else ""


class CellCurrency(NamedTuple):
    """A currency that a text names; `several` says which where its sign has more than one."""

    code: str
    several: str = ""


@lru_cache(maxsize=4096)
def currency_in(text: str) -> CellCurrency:
    """The currency that a text names, by code, sign or word."""
    for code in _CODE.findall(text):
        if code in CURRENCIES:
            return CellCurrency(code)
    for sign, code in _SIGNS:
        if (
            sign in text
            if not sign.isalpha()
            else re.search(rf"(?<![^\W\d_]){sign}(?![^\W\d_])", text)
        ):
            return CellCurrency(code, "" if code else _SEVERAL[sign])
    low = " ".join(re.findall(r"[^\W\d_]+", text.lower()))
    if low.upper() in CURRENCIES:
        return CellCurrency(low.upper())
    for word, code in _WORDS.items():
        if re.search(rf"(?<!\w){word}(?!\w)", low) and (len(word) > 2 or low == word):
            return CellCurrency(code)
    return CellCurrency("")


def _without_currency(text: str) -> str:
    for sign, _ in _SIGNS:
        if not sign.isalpha():
            text = text.replace(sign, " ")
    text = _CODE.sub(lambda match: " " if match[1] in CURRENCIES else match[0], text)
    text = re.sub(
        r"(?i)(?<![^\W\d_])(?:euros?|dollars?|pounds?|yen|yuan|rmb|kr|zł|us|eur|usd|gbp)(?![^\W\d_])",
        " ",
        text,
    )
    return " ".join(re.sub(r"(?i)\b(?:d['’]|of\b|de\b)", " ", text).split())


@lru_cache(maxsize=65_536)
def read_money(cell: str, conventions: Conventions) -> Money:
    """Read one cell; what it does not say is never made up."""
    text = " ".join(cell.replace("\u00a0", " ").replace("\u202f", " ").split())
    if _ABSENT.fullmatch(text):
        return Money(None)
    if _UNDISCLOSED.fullmatch(text.strip(" ().")):
        return Money(Quantity(words=UNDISCLOSED))
    named = currency_in(text)
    bare = _without_currency(text)
    negative = bare.startswith("-") or (bare.startswith("(") and bare.endswith(")"))
    found = _AMOUNT.fullmatch(bare.strip("() .;"))
    if found is None or negative:
        reason = "a negative amount" if negative and found else "no amount"
        return Money(None, named.code, (f"{_shown(cell)} is {reason}",), readable=False)
    doubts: list[str] = []
    word = (found["scale"] or found["scale1"] or "").rstrip(".").lower()
    power = _SCALES.get(word)
    if power is None:
        return Money(None, named.code, (f"{_shown(cell)} is no amount",), readable=False)
    if not word:
        power = conventions.power
    if word.startswith("billion") and conventions.long_scale:
        doubts.append(f"{_shown(cell)}: billion is read as 10^9; in French it is 10^12")
    first = _number(found["first"], conventions, doubts, cell)
    second = _number(found["second"], conventions, doubts, cell) if found["second"] else None
    if first is None or (found["second"] and second is None):
        return Money(None, named.code, (f"{_shown(cell)} is no amount",), readable=False)
    if named.several:
        doubts.append(f"{_shown(cell)} may be {named.several}")
    unit = named.code or conventions.currency
    quantity = _quantity(
        first.scaleb(power), second.scaleb(power) if second is not None else None, unit,
        (found["bound"] or "").lower().rstrip("."),
        about=bool(found["about"]), plus=bool(found["plus"]),
    )  # fmt: skip
    if quantity is None:
        return Money(None, unit, (f"{_shown(cell)} is no amount",), readable=False)
    return Money(quantity, unit, tuple(doubts))


def _quantity(
    first: Decimal, second: Decimal | None, unit: str, bound: str, *, about: bool, plus: bool
) -> Quantity | None:
    first = _tidy(first)
    if second is not None:
        second = _tidy(second)
        if second < first:
            return None
        return Quantity(unit, minimum=first, maximum=second, approximate=about)
    if bound in _AT_MOST:
        return Quantity(unit, maximum=first, approximate=about)
    if bound in _BELOW:
        return Quantity(unit, exclusive_maximum=first, approximate=about)
    if bound in _AT_LEAST or plus:
        return Quantity(unit, minimum=first, approximate=about)
    if bound:
        return Quantity(unit, exclusive_minimum=first, approximate=about)
    return Quantity(unit, value=first, approximate=about)


def _number(text: str, conventions: Conventions, doubts: list[str], cell: str) -> Decimal | None:
    """A number in the digits of a table."""
    digits = _GROUPS.sub("", text).strip(".,")
    sure = _surely_decimal(digits)
    decimal = sure or conventions.decimal
    signs = [sign for sign in ",." if sign in digits]
    if signs and not decimal:
        # 1,234 or 1.234: groups of three are thousands unless something says otherwise.
        doubts.append(f"{_shown(cell)}: {signs[0]} is read as a sign between thousands")
    thousands = "." if decimal == "," else ","
    if not decimal:
        digits = digits.replace(",", "").replace(".", "")
    else:
        digits = digits.replace(thousands, "").replace(decimal, ".")
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None


def _tidy(number: Decimal) -> Decimal:
    return Decimal(int(number)) if number == number.to_integral_value() else number.normalize()


def _shown(cell: str) -> str:
    words = " ".join(cell.split())
    return f"“{words[:40]}…”" if len(words) > 41 else f"“{words}”"
