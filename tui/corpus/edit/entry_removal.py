"""Taking an entry out of a mapping, where nothing but the entry goes with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.corpus.edit.layout import LayoutPart

_COMMA = re.compile(r"\s*,\s*")
_REST_OF_LINE = re.compile(r"[ \t]*(?:\r\n|\n|\r|\Z)")


def without_entry(source: str, mapping: LayoutPart, key: str) -> tuple[int, int, str] | None:
    """The change that takes an entry away with its comma or its line.

    Returns:
        `None` where it is the first entry, or where a comment would go with it.
    """
    entries = mapping.entries or []
    at = next((at for at, (name, _) in enumerate(entries) if name.value == key), 0)
    if at == 0:
        return None
    before, (name, value) = entries[at - 1][1], entries[at]
    if mapping.flow:
        alone = _COMMA.fullmatch(source, before.end, name.start)
        return (before.end, value.end, "") if alone else None
    start = max(source.rfind("\n", 0, name.start), source.rfind("\r", 0, name.start)) + 1
    rest = _REST_OF_LINE.match(source, value.end)
    if source[start : name.start].strip(" ") or rest is None:
        return None
    return start, rest.end(), ""
