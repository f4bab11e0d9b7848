"""What the signs of a picture mean, on one line."""

from __future__ import annotations

from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from tui.model.format import format_number
from tui.timeline.cells import Run
from tui.timeline.glyphs import ARTICLE, CANCELLED, FACT, SIGNS, TOTAL, is_money, limits, shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model.locales import Locale
    from tui.timeline.marks import Mark

_STATUSES = ("paid", "committed", "announced", "rumoured")
_TRAITS = attrgetter("kind", "status", "instrument", "tranche_id")

Piece: TypeAlias = tuple[str, str, str]
"""Signs, what they mean, the name of their style."""


def legend(
    signs: Iterable[Piece], most: dict[str, int], width: int, rows: int, locale: Locale
) -> list[list[Run]]:
    """The meaning of as many signs as so many rows hold, each exactly `width` cells."""
    filled = []
    for line in legend_lines(signs, most, width, locale)[:rows]:
        used = sum(len(run.text) for run in line)
        if used > width:
            filled.append([Run(" " * width, "")])
        else:
            filled.append([*line, Run(" " * (width - used), "")] if used < width else line)
    return filled


def legend_lines(
    signs: Iterable[Piece], most: dict[str, int], width: int, locale: Locale
) -> list[list[Run]]:
    """The meaning of all signs, in lines of at most `width` cells where one alone fits.

    Args:
        signs: Those that occur, see `signs_of`.
        most: The largest power of ten by unit, see `glyphs.largest`.
        width: Cells.
        locale: How figures are written.
    """
    pieces = [*signs, *_sizes(most, locale), ("┝━┥", "some day of it", "dim"),
              ("╌", "about", "dim"), ("2", "at one place", "stack")]  # fmt: skip
    lines: list[list[Run]] = [[]]
    used = 0
    for shown, words, style in pieces:
        size = len(shown) + 1 + len(words)
        if used and used + 2 + size > width:
            lines.append([])
            used = 0
        gap = "  " if used else ""
        lines[-1] += [Run(f"{gap}{shown}", style), Run(f" {words}", "dim")]
        used += len(gap) + size
    return lines


def signs_of(marks: Iterable[Mark]) -> list[Piece]:
    """The statuses, each in the shapes that occur, then shapes, then what is no deal."""
    # Marks are many, their traits few.
    traits = set(map(_TRAITS, marks))
    deals = [(status, instrument) for kind, status, instrument, _ in traits if kind == "deal"]
    statuses = {status for status, _ in deals}
    shapes = {shape(instrument) for _, instrument in deals}
    kinds = {kind for kind, *_ in traits}
    tranches = any(tranche for *_, tranche in traits)
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


def _sizes(most: dict[str, int], locale: Locale) -> list[Piece]:
    """The limits of sizes in the currency with the largest sum."""
    money = [unit for unit in most if is_money(unit)]
    if not money:
        return []
    unit = max(money, key=lambda unit: (most[unit], unit))
    low, high = (format_number(Decimal(10) ** power, unit, locale) for power in limits(most[unit]))
    return [("(●)", f"≥ {high}", "dim"), ("•", f"< {low}", "dim")]
