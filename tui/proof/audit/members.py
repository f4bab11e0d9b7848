"""Members of a total that are no part of it: of another party, of another time, or twice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.model.messages import msg
from tui.model.records import Deal, Total, record_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model.corpus import Corpus


def strange_members(total: Total, corpus: Corpus) -> Iterator[str]:
    """Why members of a total do not belong to it, in a sentence each.

    Args:
        total: The total.
        corpus: What has its members.
    """
    for name, times in Counter(total.members).items():
        if times > 1:
            yield msg("{member} is counted {times} times", member=name, times=times)
        deal = _deal_of(name, corpus)
        if deal is None:
            continue
        for role in ("payer", "payee"):
            stated, own = getattr(total, role), getattr(deal, role)
            if stated and own and stated != own and stated not in deal.parties:
                party = corpus.party_name(own)
                if role == "payer":
                    yield msg("{member} has another payer: {party}", member=name, party=party)
                else:
                    yield msg("{member} has another payee: {party}", member=name, party=party)
        when = record_date(deal)
        if total.period is not None and when is not None and not when.meets(total.period):
            yield msg(
                "{member} is of {date}, the total of {period}",
                member=name, date=when, period=total.period,
            )  # fmt: skip


def _deal_of(name: str, corpus: Corpus) -> Deal | None:
    """The deal that a member is, or that has it as a tranche."""
    record = corpus.records.get(name) or corpus.records.get(name.rpartition(".")[0])
    return record if isinstance(record, Deal) else None
