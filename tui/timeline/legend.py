"""What the signs of a picture mean, on one line."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from tui.model.format import format_number
from tui.timeline.cells import Run
from tui.timeline.glyphs import ARTICLE, CANCELLED, FACT, SIGNS, TOTAL, is_money, limits, shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.timeline.marks import Mark

_STATUSES = ("paid", "committed", "announced", "rumoured")


Piece: TypeAlias = tuple[str, str, str]
"""Signs, what they mean, the name of their style."""


def legend(signs: Iterable[Piece], most: dict[str, int], width: int) -> list[Run]:
    """The meaning of signs, of as many as `width` cells hold.

    Args:
        signs: Those that occur, see `signs_of`.
        most: The largest power of ten by unit, see `glyphs.largest`.
        width: Cells.
    """
    pieces = [*signs, *_sizes(most), ("┝━┥", "some day of it", "dim"),
              ("╌", "about", "dim"), ("2", "at one place", "stack")]  # fmt: skip
    runs: list[Run] = []
    used = 0
    for shown, words, style in pieces:
        gap = "  " if runs else ""
        size = len(gap) + len(shown) + 1 + len(words)
        if used + size > width:
            break
        runs += [Run(f"{gap}{shown}", style), Run(f" {words}", "dim")]
        used += size
    if used < width:
        runs.append(Run(" " * (width - used), ""))
    return runs


def signs_of(marks: Iterable[Mark]) -> list[Piece]:
    """The statuses, each in the shapes that occur, then shapes, then what is no deal."""
    statuses, shapes, kinds = set(), set(), set()
    tranches = False
    for mark in marks:
        kinds.add(mark.kind)
        tranches = tranches or bool(mark.tranche_id)
        if mark.kind == "deal":
            statuses.add(mark.status)
            shapes.add(shape(mark))
    pieces = [
        (SIGNS["stake"][status], status, status) for status in _STATUSES if status in statuses
    ]
    if "cancelled" in statuses:
        pieces.append((CANCELLED, "cancelled", "cancelled"))
    if len(shapes) > 1:
        named = [name for name in SIGNS if name in shapes]
        signs = "".join(SIGNS[name]["paid"] for name in named)
        pieces.append((signs, ", ".join(named), "dim"))
    if "fact" in kinds:
        pieces.append((FACT, "fact", "fact"))
    if "total" in kinds:
        pieces.append((TOTAL, "total", "total"))
    if tranches:
        pieces.append(("─│", "tranches of a deal", "dim"))
    return [*pieces, (ARTICLE, "article", "article")]


def _sizes(most: dict[str, int]) -> list[Piece]:
    """The limits of sizes in the currency with the largest sum."""
    money = [unit for unit in most if is_money(unit)]
    if not money:
        return []
    unit = max(money, key=lambda unit: (most[unit], unit))
    low, high = (format_number(Decimal(10) ** power, unit) for power in limits(most[unit]))
    return [("(●)", f"≥ {high}", "dim"), ("•", f"< {low}", "dim")]
