"""Defects of totals: they do not add up, or count something twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.records import Total
from tui.proof.audit.registry import check, problem
from tui.proof.totals import reconcile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model.problems import Problem
    from tui.proof.prover import Prover


def _totals(prover: Prover) -> Iterator[Total]:
    for record in prover.corpus.records.values():
        if isinstance(record, Total):
            yield record


@check("member-counted-twice", "error", "A total counts a tranche together with its deal")
def overlaps(prover: Prover) -> Iterator[Problem]:
    """Totals with a tranche beside its own deal."""
    for total in _totals(prover):
        for member in reconcile(total, prover.corpus).overlaps:
            yield problem(
                "member-counted-twice", f"{member} is part of a deal that is a member too",
                "Name either the deal or its tranches.", record=total, field="members",
            )  # fmt: skip


@check("total-differs", "warning", "A stated total is not the sum of its members")
def differs(prover: Prover) -> Iterator[Problem]:
    """Totals that fall short, run over, or count other operations than stated."""
    for total in _totals(prover):
        found = reconcile(total, prover.corpus)
        if found.verdict in ("short", "over", "count-differs"):
            yield problem(
                "total-differs", found.words,
                "A stated total need not be wrong: look for operations that nobody recorded.",
                record=total, field="amount",
            )  # fmt: skip


@check("total-open", "info", "A stated total cannot be checked to the end")
def undecided(prover: Prover) -> Iterator[Problem]:
    """Totals whose members are known in bounds only."""
    for total in _totals(prover):
        found = reconcile(total, prover.corpus)
        if found.verdict == "open" or (found.verdict == "incomparable" and total.members):
            yield problem("total-open", found.words, record=total, field="amount")
