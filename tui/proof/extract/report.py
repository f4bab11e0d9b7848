"""Mentions as plain rows, for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.model.quantities import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from tui.model.mentions import Mention


def mention_rows(mentions: Iterable[Mention]) -> Iterator[dict[str, Any]]:
    """One row a mention: place, text, kind, numbers (null where none), unit, flags."""
    for mention in mentions:
        quantity = mention.quantity or Quantity()
        yield {
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
            "kind": mention.kind,
            "value": _number(quantity.value),
            "min": _number(quantity.minimum),
            "max": _number(quantity.maximum),
            "exclusive_min": _number(quantity.exclusive_minimum),
            "exclusive_max": _number(quantity.exclusive_maximum),
            "approx": quantity.approximate,
            "currency": quantity.currency or None,
            "unit": quantity.unit or None,
            "words": quantity.words or None,
            "date": str(mention.date) if mention.date else None,
            "flags": list(mention.flags),
        }


def _number(number: Decimal | None) -> int | Decimal | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else number
