"""Does a quote state the recorded value? Compared as statements, never by likeness."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.model.dates import Edtf
from tui.model.quantities import UNDISCLOSED, Quantity
from tui.proof.fold import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.model.mentions import Mention
    from tui.model.proofs import ValueCheck
    from tui.model.records import Value

PARTY_FIELDS = frozenset({"payer", "payee", "party", "holder", "subject", "parties"})
JUDGED_FIELDS = frozenset({"instrument", "status", "kind", "members", "parties"})
"""Fields whose value is a person's reading of the words: an anchored quote is their proof."""

Verdict = tuple["ValueCheck", str]
_COUNTED = frozenset({"count", "measure", "percent", "fraction"})


def check_value(value: Value, mentions: Sequence[Mention], published: Edtf | None) -> Verdict:
    """Compare a recorded quantity or date with the figures that a quote holds.

    - `states`: a figure of the quote says the same: equal numbers, equal kind of bound, equally
      approximate; the unit is equal or left out by the quote. A date is stated by one that is
      equal or more precise, and by the article's own date where the quote names none.
    - `contradicts`: the quote has such figures, and none of them can be true together with the
      value: "4 M" against "4 bn".
    - `silent`: everything else, above all figures that could be true together but say less or
      more ("exactly 4 bn" against "up to 4 bn").

    Args:
        value: The recorded quantity or date.
        mentions: The figures in the quote, read in their sentence.
        published: When the article appeared.

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
    if any(_same(value, quantity) for quantity in told):
        return "states", ""
    said = " and ".join(str(quantity) for quantity in told)
    if any(value.meets(quantity) for quantity in told):
        return "silent", f"the quote says {said}, the record {value}"
    return "contradicts", f"the quote says {said}, the record {value}"


def _comparable(value: Quantity, mention: Mention) -> bool:
    """Whether a figure measures the same kind of thing."""
    quantity = mention.quantity
    if quantity is None:
        return False
    if quantity.unit == value.unit:
        return True
    if value.currency and mention.kind == "money":
        return "elided-currency" in mention.flags
    return not value.currency and mention.kind in _COUNTED and not (quantity.unit and value.unit)


def _in_unit(quantity: Quantity, unit: str) -> Quantity:
    if quantity.unit == unit:
        return quantity
    return Quantity(
        unit, quantity.value, quantity.minimum, quantity.maximum, quantity.exclusive_minimum,
        quantity.exclusive_maximum, quantity.approximate, quantity.words,
    )  # fmt: skip


def _same(left: Quantity, right: Quantity) -> bool:
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
    return any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded)
        for name in map(fold_word, names)
        if name
    )
