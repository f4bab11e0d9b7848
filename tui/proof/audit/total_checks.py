"""Defects of sums: they do not add up, or count something twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.messages import msg
from tui.model.records import Deal, Total, counted_as
from tui.proof.audit.check import check
from tui.proof.audit.members import strange_members
from tui.proof.audit.reconciliation import reconcile
from tui.proof.audit.tranches import overruns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model.corpus import Corpus
    from tui.model.problems import Problem
    from tui.proof.audit.reconciliation import Reconciliation
    from tui.proof.results.proof_store import ProofStore


def _totals(proofs: ProofStore) -> Iterator[tuple[Total, Reconciliation]]:
    for record in proofs.corpus.records.values():
        if isinstance(record, Total):
            yield record, reconcile(record, proofs.corpus)


@check("member-counted-twice", "error", "A total counts a tranche together with its deal")
def overlaps(proofs: ProofStore) -> Iterator[Problem]:
    """Totals with a tranche beside its own deal."""
    for total, found in _totals(proofs):
        for member in found.overlaps:
            yield overlaps.problem(
                msg("{member} is part of a deal that is a member too", member=member),
                msg("Name either the deal or its tranches."), record=total, field="members",
            )  # fmt: skip


@check("member-apart", "warning", "A total has a member that is no part of it")
def apart(proofs: ProofStore) -> Iterator[Problem]:
    """Totals with a member of another payer or payee, of another time, or named twice."""
    for total, _ in _totals(proofs):
        for why in strange_members(total, proofs.corpus):
            yield apart.problem(
                why, msg("Take it out of the members, or correct the total."),
                record=total, field="members",
            )  # fmt: skip


@check("tranches-exceed-deal", "error", "The tranches of a deal come to more than the deal")
def exceeding(proofs: ProofStore) -> Iterator[Problem]:
    """Deals whose tranches of one status cannot all lie within the deal's amount."""
    for record in proofs.corpus.records.values():
        if not isinstance(record, Deal) or not record.tranches:
            continue
        for over in overruns(record):
            names = ", ".join(over.tranches)
            yield exceeding.problem(
                msg(
                    "{status} tranches ({names}) come to {sum}, the deal is {amount}",
                    status=msg(over.status), names=names, amount=record.amount,
                    sum=msg("more than {sum}", sum=over.low) if over.more else over.low,
                ),
                msg(
                    "Read both again: correct the amount, or a tranche that is no part of "
                    "this deal."
                ),
                record=record, field="amount",
            )  # fmt: skip


@check("total-differs", "warning", "A stated total is not the sum of its members")
def differs(proofs: ProofStore) -> Iterator[Problem]:
    """Totals that fall short, run over, or count other operations than stated."""
    for total, found in _totals(proofs):
        if found.verdict in ("short", "over", "count-differs"):
            yield differs.problem(
                found.words,
                msg("A stated total need not be wrong: look for operations that nobody recorded."),
                record=total, field="amount",
            )  # fmt: skip


@check("total-open", "info", "A stated total cannot be checked to the end")
def undecided(proofs: ProofStore) -> Iterator[Problem]:
    """Totals whose members are known in bounds only."""
    for total, found in _totals(proofs):
        if found.verdict == "open" or (found.verdict == "incomparable" and total.members):
            yield undecided.problem(
                found.words, _next_step(total, found), record=total, field="amount"
            )


def _next_step(total: Total, found: Reconciliation) -> str:
    """What would decide a total that is left open."""
    if total.amount is None or total.amount.span() is None:
        return msg(
            "Record the figure that an article states, or read the sum as the only one there is."
        )
    if found.unknown:
        return msg(
            "Find a figure for {members}, or take it out of the members.",
            members=", ".join(found.unknown),
        )
    if found.verdict == "incomparable":
        return msg("Name only members in the unit of the total; a currency is never converted.")
    if found.stated > found.known:
        return msg("Look for the operations that are not among its members yet.")
    return msg("Look for what was paid in the end: members known by bounds leave the sum open.")


@check("same-deal-differs", "warning", "Two deals are linked as the same and contradict each other")
def twins(proofs: ProofStore) -> Iterator[Problem]:
    """Deals linked in a circle, with other parties, or with another amount in one currency."""
    for record in proofs.corpus.records.values():
        other = isinstance(record, Deal) and proofs.corpus.records.get(record.same_as)
        if not isinstance(record, Deal) or not isinstance(other, Deal):
            continue
        for why in _contradictions(record, other, proofs.corpus):
            yield twins.problem(
                msg(
                    "it is linked as the same deal as {deal}, {why}", deal=other.id, why=why
                ),
                msg("Correct one of them, or take `same-as` away."), record=record, field="same-as",
            )  # fmt: skip


def _contradictions(deal: Deal, other: Deal, corpus: Corpus) -> Iterator[str]:
    """What tells that two deals are not the same."""
    if counted_as(deal, corpus.records) == deal.id:
        yield msg("which leads back to it")
    for role in ("payer", "payee"):
        own, its = getattr(deal, role), getattr(other, role)
        if own and its and own != its:
            name = corpus.party_name(its)
            if role == "payer":
                yield msg("whose payer is {name}", name=name)
            else:
                yield msg("whose payee is {name}", name=name)
    own, its = deal.amount, other.amount
    if own is None or its is None or own.unit != its.unit:
        return
    spans = own.span(), its.span()
    if spans[0] is not None and spans[1] is not None and not spans[0].meets(spans[1]):
        yield msg("which comes to {amount}, in the same currency", amount=its)


CHECKS = (
    twins,
    overlaps,
    apart,
    exceeding,
    differs,
    undecided,
)
