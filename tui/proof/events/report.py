"""Proposals as plain rows, for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.proof.events.reader import Role
    from tui.proof.events.record_proposals import RecordProposal


def proposal_rows(proposals: Iterable[RecordProposal], text: str) -> Iterator[dict[str, Any]]:
    """One row a figure; see `proposal_row`."""
    for proposal in proposals:
        yield proposal_row(proposal, text)


def proposal_row(proposal: RecordProposal, text: str) -> dict[str, Any]:
    """A figure and what it would be recorded as; null where the words do not show it.

    `parties` are those without a direction; `because` gives for each field that is set the words
    of the text that show it.
    """
    return {
        "start": proposal.start,
        "end": proposal.end,
        "text": proposal.text,
        "kind": proposal.kind,
        "payer": _name(proposal.payer),
        "payee": _name(proposal.payee),
        "parties": [role.name for role in proposal.involved],
        "new_parties": list(proposal.new),
        "status": proposal.status,
        "instrument": proposal.instrument,
        "date": str(proposal.date) if proposal.date is not None else None,
        "fact_kind": proposal.fact_kind,
        "about": _name(proposal.about),
        "because": {name: text[start:end] for name, (start, end) in proposal.because.items()},
    }


def _name(role: Role | None) -> str | None:
    return role.name if role is not None else None
