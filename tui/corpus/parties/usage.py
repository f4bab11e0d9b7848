"""How often the records of a corpus name each party, and in which role."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.model.records import Fact, all_evidence, record_parties
from tui.model.task import UNATTENDED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model.records import Record
    from tui.model.task import Task


@dataclass(slots=True)
class PartyUse:
    """How the records use one party.

    Attributes:
        payer: Records in which it pays.
        payee: Records in which it is paid.
        records: Records that name it in whatever role.
        articles: The articles that these quote.
    """

    payer: int = 0
    payee: int = 0
    records: int = 0
    articles: set[str] = field(default_factory=set)


def party_uses(records: Iterable[Record], task: Task = UNATTENDED) -> dict[str, PartyUse]:
    """How the records use each party that they name; costs one walk over records and evidence.

    Raises:
        CancelledError: If nobody waits any more.
    """
    uses: dict[str, PartyUse] = {}
    for record in task.walk(records):
        articles = {evidence.article for _, evidence in all_evidence(record)}
        for party in record_parties(record):
            use = uses.setdefault(party, PartyUse())
            use.records += 1
            use.articles |= articles
        if not isinstance(record, Fact):
            if record.payer:
                uses[record.payer].payer += 1
            if record.payee:
                uses[record.payee].payee += 1
    return uses
