"""Mentions: figures that the program found in an article (money, shares, measures, dates)."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from tui.model.dates import Edtf
from tui.model.quantities import Quantity

MentionKind: TypeAlias = Literal["money", "percent", "fraction", "measure", "count", "date"]


class Mention(msgspec.Struct, frozen=True):
    """One figure in a text.

    Attributes:
        start: First code point in the text.
        end: One past the last code point.
        text: `text[start:end]`, bound words included ("jusqu'à 4 milliards de dollars").
        kind: What the figure is.
        quantity: Its value and bounds; `None` for a date.
        date: Its date; `None` for a quantity.
        flags: What a person should check, e.g. `french-billion`, `elided-currency`,
            `elided-scale`, `relative-date`.
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    quantity: Quantity | None = None
    date: Edtf | None = None
    flags: tuple[str, ...] = ()
