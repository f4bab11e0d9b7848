"""All checks, and running them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.messages import msg
from tui.model.task import UNATTENDED
from tui.platform.gc_pause import without_cyclic_gc
from tui.proof.audit import (
    corpus_checks,
    field_checks,
    provenance_checks,
    quote_checks,
    total_checks,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from tui.model.problems import Problem, Severity
    from tui.model.task import Task
    from tui.proof.audit.check import Check
    from tui.proof.results.proof_store import ProofStore

_RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}
_STEP = 64
"""After so many records or articles progress is reported: a tenth of a second."""

CHECKS: dict[str, Check] = {
    check.name: check
    for module in (quote_checks, field_checks, total_checks, corpus_checks, provenance_checks)
    for check in module.CHECKS
}
"""All checks by name."""


def audit(
    proofs: ProofStore,
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    coverage: bool = False,
    task: Task = UNATTENDED,
) -> list[Problem]:
    """Run the checks, worst first.

    Args:
        proofs: The corpus with its proofs.
        select: Names of the only checks to run; all when empty.
        ignore: Names of checks to leave out.
        coverage: Whether to run the optional checks too.
        task: Who waits for it.

    Raises:
        CancelledError: If nobody waits any more.
    """
    wanted = [
        check
        for check in sorted(CHECKS.values(), key=lambda check: _RANK[check.severity])
        if (check.name in select if select else coverage or not check.optional)
        and check.name not in ignore
    ]
    # What is read of an article has no cycles, and most of what is made here stays: the collector
    # would take an eighth of the time to find nothing.
    with without_cyclic_gc():
        for record in task.steps(msg("proving"), proofs.by_article(), _STEP):
            proofs.record(record)
    if any(check.optional for check in wanted):
        for article in task.steps(msg("reading figures"), proofs.corpus.articles, _STEP):
            proofs.recorded(article)
    found: list[Problem] = []
    for check in wanted:
        task.check()
        found += check.find(proofs)
    return found
