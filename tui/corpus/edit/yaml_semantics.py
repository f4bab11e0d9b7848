"""What parts of a YAML text mean, to tell whether a change did what it should and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from tui.corpus.edit.scalar_writer import as_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.corpus.edit.layout import LayoutPart

Pairs: TypeAlias = list[tuple[Any, Any]]
"""The keys and values of a mapping, in order and with repeated keys."""


def plain(
    part: LayoutPart,
    changed: LayoutPart | None,
    change: Callable[[Pairs], Pairs],
) -> Any:
    """What a part means, without places; one mapping with a change."""
    if part.entries is not None:
        pairs = [
            (plain(key, changed, change), plain(value, changed, change))
            for key, value in part.entries
        ]
        return change(pairs) if part is changed else pairs
    if part.items is not None:
        return [plain(item, changed, change) for item in part.items]
    return None if part.is_nothing else part.value


def meant(value: Any) -> Any:
    """What a written value means, in the form of `plain`."""
    if isinstance(value, dict):
        return [(key, meant(inner)) for key, inner in value.items() if inner is not None]
    if isinstance(value, list | tuple):
        return [meant(inner) for inner in value]
    return as_text(value)
