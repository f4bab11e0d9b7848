"""What parts of a YAML text mean, to tell whether a change did what it should and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from tui.corpus.edit.scalar_writer import as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tui.corpus.edit.layout import LayoutPart

Pairs: TypeAlias = list[tuple[Any, Any]]
"""The keys and values of a mapping, in order and with repeated keys."""


class _Gone:
    """Stands for a value or an item that a change takes away."""


GONE = _Gone()
"""What a part means that is taken away, with its key where it has one."""


def plain(part: LayoutPart, changes: Mapping[int, Callable[[Any], Any]]) -> Any:
    """What a part means, without places.

    Args:
        part: The part.
        changes: What is made of the meaning of some parts, by the `id()` of the part; `GONE` takes
            a value or an item away.
    """
    meaning: Any
    if part.entries is not None:
        meaning = [
            (plain(key, changes), value)
            for key, inner in part.entries
            if (value := plain(inner, changes)) is not GONE
        ]
    elif part.items is not None:
        items = [plain(item, changes) for item in part.items]
        meaning = [item for item in items if item is not GONE]
    elif part.alias:
        meaning = ("*", part.alias)
    else:
        meaning = None if part.is_nothing else part.value
    change = changes.get(id(part)) if changes else None
    return meaning if change is None else change(meaning)


def meant(value: Any) -> Any:
    """What a written value means, in the form of `plain`."""
    if isinstance(value, dict):
        return [(key, meant(inner)) for key, inner in value.items() if inner is not None]
    if isinstance(value, list | tuple):
        return [meant(inner) for inner in value]
    return as_text(value)


def value_of(part: LayoutPart) -> Any:
    """A part as a value that can be written again: texts, lists and dictionaries.

    An alias is given as nothing; nothing is `None`.
    """
    if part.entries is not None:
        return {key.value: value_of(value) for key, value in part.entries}
    if part.items is not None:
        return [value_of(item) for item in part.items]
    return None if part.is_nothing else part.value
