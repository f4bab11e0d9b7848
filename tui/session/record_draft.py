"""The parties that a text names, and a free id for a new record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from tui.model.dates import Edtf
    from tui.model.records import Party

_NEAR = 240
"""Code points around a figure in which a named party is probably meant."""


def parties_near(text: str, start: int, end: int, parties: Mapping[str, Party]) -> list[str]:
    """Ids of the parties named around a stretch, nearest first; names match as whole words."""
    found = _named_near(text, start, end, parties)
    return sorted(found, key=lambda party: (found[party][0], party))


def _named_near(
    text: str, start: int, end: int, parties: Mapping[str, Party]
) -> dict[str, tuple[int, int]]:
    """The parties named around a stretch: how far from it the nearest mention is, and where."""
    window_start = max(0, start - _NEAR)
    window = text[window_start : end + _NEAR]
    found: dict[str, tuple[int, int]] = {}
    for party in parties.values():
        for name in (party.name, *party.aliases):
            # A pattern is made only of the few names that stand here at all.
            if not name or name not in window:
                continue
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", window):
                at = window_start + match.start()
                near = min(abs(at - start), abs(at - end)), at
                found[party.id] = min(near, found.get(party.id, near))
    return found


def free_id(parties: Sequence[str], published: Edtf | None, taken: Collection[str]) -> str:
    """An id that no record has yet: parties, then the year, then a number where needed."""
    words = [*parties[:2], published.text[:4] if published else ""]
    stem = re.sub(r"[^a-z0-9]+", "-", "-".join(filter(None, words)).lower()).strip("-") or "record"
    if stem not in taken:
        return stem
    return next(
        name for number in range(2, len(taken) + 3) if (name := f"{stem}-{number}") not in taken
    )
