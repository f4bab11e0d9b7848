"""The legend: what the symbols of a picture mean, in lines of a width."""

from __future__ import annotations

from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from tui.model.format import format_number
from tui.timeline.cells import Run
from tui.timeline.symbols import (
    ARTICLE,
    CANCELLED,
    FACT,
    SYMBOLS,
    TOTAL,
    is_money,
    shape,
    size_limits,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model.locales import Locale
    from tui.timeline.record_marks import TimelineMark

_STATUSES = ("paid", "committed", "announced", "rumoured")
_TRAITS = attrgetter("kind", "status", "instrument", "tranche_id")
_GAP = "  "


class LegendEntry(NamedTuple):
    """One entry of a legend: symbols, what they mean, and the name of their style."""

    symbols: str
    meaning: str
    style: str


_ALWAYS = (
    LegendEntry("┝━┥", "some day of it", "dim"),
    LegendEntry("╌", "about", "dim"),
    LegendEntry("2", "at one place", "stack"),
)


def legend(
    entries: Iterable[LegendEntry],
    largest_powers: dict[str, int],
    width: int,
    rows: int,
    locale: Locale,
) -> list[list[Run]]:
    """As many lines of a legend as there are rows, each filled up to exactly `width` cells."""
    lines = []
    for line in legend_lines(entries, largest_powers, width, locale)[:rows]:
        used = sum(len(run.text) for run in line)
        if used > width:
            # A single entry that does not fit would be cut in the middle of its meaning.
            lines.append([Run(" " * width, "")])
        else:
            lines.append([*line, Run(" " * (width - used), "")] if used < width else line)
    return lines


def legend_lines(
    entries: Iterable[LegendEntry], largest_powers: dict[str, int], width: int, locale: Locale
) -> list[list[Run]]:
    """All entries in lines, filled greedily up to `width` cells; a longer entry stands alone.

    Args:
        entries: Those of the symbols that occur, see `legend_entries`.
        largest_powers: The largest power of ten by unit, see `symbols.largest_powers`.
        width: Cells.
        locale: How figures are written.
    """
    lines: list[list[Run]] = [[]]
    used = 0
    for entry in (*entries, *_size_entries(largest_powers, locale), *_ALWAYS):
        needed = len(entry.symbols) + 1 + len(entry.meaning)
        if used and used + len(_GAP) + needed > width:
            lines.append([])
            used = 0
        gap = _GAP if used else ""
        lines[-1] += [Run(f"{gap}{entry.symbols}", entry.style), Run(f" {entry.meaning}", "dim")]
        used += len(gap) + needed
    return lines


def legend_entries(marks: Iterable[TimelineMark]) -> list[LegendEntry]:
    """Entries for the symbols of some marks: statuses, then shapes, then what is not a deal."""
    # Marks are many, but few differ in these traits.
    traits = set(map(_TRAITS, marks))
    deals = [(status, instrument) for kind, status, instrument, _ in traits if kind == "deal"]
    statuses = {status for status, _ in deals}
    shapes = {shape(instrument) for _, instrument in deals}
    kinds = {kind for kind, *_ in traits}
    tranches = any(tranche for *_, tranche in traits)
    entries = [
        LegendEntry(SYMBOLS["stake"][status], status, status)
        for status in _STATUSES
        if status in statuses
    ]
    if "cancelled" in statuses:
        entries.append(LegendEntry(CANCELLED, "cancelled", "cancelled"))
    if len(shapes) > 1:
        names = [name for name in SYMBOLS if name in shapes]
        symbols = "".join(SYMBOLS[name]["paid"] for name in names)
        entries.append(LegendEntry(symbols, ", ".join(names), "dim"))
    if "fact" in kinds:
        entries.append(LegendEntry(FACT, "fact", "fact"))
    if "total" in kinds:
        entries.append(LegendEntry(TOTAL, "total", "total"))
    if tranches:
        entries.append(LegendEntry("─│", "tranches of a deal", "dim"))
    return [*entries, LegendEntry(ARTICLE, "article", "article")]


def _size_entries(largest_powers: dict[str, int], locale: Locale) -> list[LegendEntry]:
    """The sums from which a symbol is large or small, in the currency with the largest sum."""
    currencies = [unit for unit in largest_powers if is_money(unit)]
    if not currencies:
        return []
    unit = max(currencies, key=lambda unit: (largest_powers[unit], unit))
    medium_from, large_from = (
        format_number(Decimal(10) ** power, unit, locale)
        for power in size_limits(largest_powers[unit])
    )
    return [
        LegendEntry("(●)", f"≥ {large_from}", "dim"),
        LegendEntry("•", f"< {medium_from}", "dim"),
    ]
