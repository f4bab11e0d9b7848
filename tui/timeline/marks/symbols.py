"""The signs of marks: a deal's says how far it has come, and nothing else.

Every sign is one cell wide (Unicode Standard Annex 11: neutral or ambiguous) and in the fonts that
terminals come with, so that nothing shifts or shows as a box; none needs colour to be told apart
from the others. What a deal is made in stands beside it in words, and how much.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.timeline.marks.record_marks import TimelineMark

STATUS_SIGNS: dict[str, str] = {
    "paid": "●", "committed": "◉", "announced": "◐", "rumoured": "○", "cancelled": "✕",
}  # fmt: skip
"""From the firmest to the least."""
FACT, TOTAL, ARTICLE, UNPUBLISHED = "✦", "Σ", "▲", "△"
"""The last stands for an article not yet published on the day as of which the corpus is shown."""


def symbol(mark: TimelineMark) -> str:
    """The sign of a mark, one cell wide."""
    if mark.kind == "fact":
        return FACT
    if mark.kind == "total":
        return TOTAL
    return STATUS_SIGNS.get(mark.status, "●")


@lru_cache(maxsize=256)
def is_money(unit: str) -> bool:
    """Whether a unit is a currency: three capitals, as in ISO 4217."""
    return len(unit) == 3 and unit.isalpha() and unit.isupper()
