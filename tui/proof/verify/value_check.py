"""Does a quote state the recorded value? Compared as statements, never by likeness."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tui.model.dates import Edtf
from tui.model.quantities import UNDISCLOSED, Quantity
from tui.proof.quotes.normalize import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.model.mentions import Mention
    from tui.model.proofs import ValueCheck
    from tui.model.records import Value

PARTY_FIELDS = frozenset({"payer", "payee", "party", "holder", "subject", "parties"})
JUDGED_FIELDS = frozenset({"instrument", "status", "kind", "members", "parties"})
"""Fields whose value is a person's reading of the words: an anchored quote is their proof."""

Verdict = tuple["ValueCheck", str]
_COUNTED = frozenset({"count", "measure"})
_SHARES = frozenset({"percent", "fraction"})
_BOUNDS = ("value", "minimum", "maximum", "exclusive_minimum", "exclusive_maximum")


def check_value(value: Value, mentions: Sequence[Mention], published: Edtf | None) -> Verdict:
    """Compare a recorded quantity or date with the figures that a quote holds.

    - `states`: a figure of the quote says the same: equal numbers, equal kind of bound, equally
      approximate; the unit is equal or left out by the quote. A date is stated by one that is
      equal or more precise, and by the article's own date where the quote names none.
    - `contradicts`: the quote has such figures, and none of them can be true together with the
      value: "4 M" against "4 bn". A figure of another currency, or of things whose kind is not
      known ("25 millions de foyers" against 30 GW), contradicts nothing.
    - `silent`: everything else, above all figures that could be true together but say less or
      more ("exactly 4 bn" against "up to 4 bn").

    Shares are compared as such: "un quart" states 25 %.

    Args:
        value: The recorded quantity or date.
        mentions: The figures in the quote, read in their sentence.
        published: When the article appeared, where that dates what it tells as news.

    Returns:
        The verdict, and why it is not `states`, in the user's words.
    """
    if isinstance(value, Edtf):
        return _check_date(value, mentions, published)
    if isinstance(value, Quantity):
        return _check_quantity(value, mentions)
    return "silent", "a text is judged by its reader"


def _check_quantity(value: Quantity, mentions: Sequence[Mention]) -> Verdict:
    if value.words == UNDISCLOSED:
        return "states", "that no figure is told is judged by the curator"
    figures = [mention for mention in mentions if mention.quantity and _comparable(value, mention)]
    if not figures:
        return "silent", f"the quote has no figure to compare with {value}"
    told = [_in_unit(mention.quantity, value.unit) for mention in figures if mention.quantity]
    if any(same(value, quantity) for quantity in told):
        return "states", ""
    said = " and ".join(str(quantity) for quantity in told)
    detail = f"the quote says {said}, the record {value}"
    kinds_known = all(_of_one_kind(value, mention) for mention in figures)
    if not kinds_known or any(value.meets(quantity) is not False for quantity in told):
        return "silent", detail
    return "contradicts", detail


def _comparable(value: Quantity, mention: Mention) -> bool:
    """Whether a figure may measure the same thing."""
    quantity = mention.quantity
    if quantity is None:
        return False
    if quantity.unit and quantity.unit == value.unit:
        return True
    if value.currency or mention.kind == "money":
        elided = not quantity.unit and "elided-currency" in mention.flags
        return mention.kind == "money" and (quantity.unit == value.unit or elided)
    if mention.kind in _SHARES or value.unit == "%":
        return mention.kind in _SHARES and _is_share(value)
    return quantity.unit == value.unit or (mention.kind in _COUNTED and not quantity.unit)


def _of_one_kind(value: Quantity, mention: Mention) -> bool:
    """Whether a comparable figure surely measures the same thing; a bare number may not."""
    return bool(value.currency) or mention.kind in _SHARES or _unit_of(mention) == value.unit


def _unit_of(mention: Mention) -> str:
    return mention.quantity.unit if mention.quantity else ""


def _is_share(value: Quantity) -> bool:
    """Whether a value is a share of a whole: a percentage, or a bare number up to 1."""
    magnitude = value.magnitude
    return value.unit == "%" or (not value.unit and magnitude is not None and magnitude <= 1)


def _in_unit(quantity: Quantity, unit: str) -> Quantity:
    """The same figure in a unit that it leaves out; hundredths become shares and back."""
    if quantity.unit == unit:
        return quantity
    if "%" not in (quantity.unit, unit):
        return msgspec.structs.replace(quantity, unit=unit)
    shift = 2 if unit == "%" else -2
    bounds = {
        name: number.scaleb(shift) if (number := getattr(quantity, name)) is not None else None
        for name in _BOUNDS
    }
    return msgspec.structs.replace(quantity, unit=unit, **bounds)


def same(left: Quantity, right: Quantity) -> bool:
    """Whether two quantities state the same: number, kind of bound, unit, or the same words."""
    if left.words or right.words:
        return left.words == right.words
    return left == right


def _check_date(value: Edtf, mentions: Sequence[Mention], published: Edtf | None) -> Verdict:
    dates = [mention.date for mention in mentions if mention.date is not None]
    if not dates:
        if published is not None and published.within(value):
            return "states", f"told as news by an article of {published}"
        return "silent", "the quote has no date"
    if any(_bounds(told) == _bounds(value) or told.within(value) for told in dates):
        return "states", ""
    said = " and ".join(str(told) for told in dates)
    if any(told.meets(value) for told in dates):
        return "silent", f"the quote says {said}, the record {value}"
    return "contradicts", f"the quote says {said}, the record {value}"


def _bounds(when: Edtf) -> tuple[object, object]:
    return when.earliest, when.latest


def names_party(names: Iterable[str], text: str) -> bool:
    """Whether a text names a party by one of its names, as whole words, accents and case aside."""
    folded = fold_word(text)
    return any(_stands_alone(name, folded) for name in map(fold_word, names) if name.strip())


def _stands_alone(name: str, text: str) -> bool:
    """Whether a name stands in a text without letters or digits right beside it."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (_in_word(text[at - 1 : at]) or _in_word(text[end : end + 1])):
            return True
        at = text.find(name, at + 1)
    return False


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
