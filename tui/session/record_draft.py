"""What a new record is prefilled with: what the words around its figure show, and a free id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from tui.model.dates import Edtf
    from tui.model.records import Party
    from tui.proof.events.record_proposals import RecordProposal

_NEAR = 240
"""Code points around a figure in which a named party is probably meant."""


def parties_near(text: str, start: int, end: int, parties: Mapping[str, Party]) -> list[str]:
    """Ids of the parties named around a stretch, nearest first; names match as whole words."""
    found = _named_near(text, start, end, parties)
    return sorted(found, key=lambda party: (found[party][0], party))


def draft(proposal: RecordProposal | None, section: str) -> dict[str, Any]:
    """The fields of a new record that the words around its figure show.

    Parties are those of the corpus; one that is proposed as new has no id yet. What the words do
    not show is left out.

    Args:
        proposal: What the figure was read as; `None` where there is no figure.
        section: `deals` or `facts`.
    """
    if proposal is None:
        return {}
    date = str(proposal.date) if proposal.date else ""
    if section == "deals":
        fields: dict[str, Any] = {
            "payer": proposal.payer.party if proposal.payer else "",
            "payee": proposal.payee.party if proposal.payee else "",
            "parties": [role.party for role in proposal.involved if role.party],
            "instrument": proposal.instrument,
            "status": proposal.status,
            "announced" if proposal.dates_announcement else "date": date,
        }
    else:
        fields = {
            "kind": proposal.fact_kind or "other",
            "party": proposal.about.party if proposal.about else "",
            "date": date,
        }
    return {name: value for name, value in fields.items() if value}


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
