"""The registry of checks, and running them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from tui.model.cancellation import CancelledError
from tui.model.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from tui.model.records import Evidence, Record
    from tui.proof.verify.prover import Prover

    Find: TypeAlias = Callable[[Prover], Iterable["Problem"]]

_RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}

_STEP = 64
"""After so many records or articles progress is told: a tenth of a second."""


class Check(msgspec.Struct, frozen=True):
    """One defect that the audit looks for.

    Attributes:
        name: The defect, kebab case; stable.
        severity: How bad it is.
        title: The defect in the user's words, as a heading.
        optional: Whether it runs only when asked for.
    """

    name: str
    severity: Severity
    title: str
    optional: bool = False


CHECKS: dict[str, Check] = {}
"""All checks by name, worst first."""
_FINDERS: dict[str, Find] = {}


def check(
    name: str, severity: Severity, title: str, *, optional: bool = False
) -> Callable[[Find], Find]:
    """Register the function that finds a defect."""

    def register(find: Find) -> Find:
        CHECKS[name] = Check(name, severity, title, optional)
        _FINDERS[name] = find
        return find

    return register


def problem(
    name: str,
    message: str,
    hint: str = "",
    *,
    record: Record | None = None,
    field: str = "",
    evidence: Evidence | None = None,
    article: str = "",
    line: int = 0,
    column: int = 0,
    at: int = -1,
) -> Problem:
    """A finding of a check, at the place of the evidence, else of the record."""
    place: Evidence | Record | None = evidence or record
    if place is not None:
        line, column = place.line, place.column
    return Problem(
        name,
        message,
        hint,
        CHECKS[name].severity,
        line=line,
        column=column,
        record=record.id if record else "",
        field=field,
        article=article or (evidence.article if evidence else ""),
        at=at,
    )


def audit(
    prover: Prover,
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    coverage: bool = False,
    on_progress: Callable[[str, int, int], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Problem]:
    """Run the checks, worst first.

    Args:
        prover: What proves the corpus.
        select: Names of the only checks to run; all when empty.
        ignore: Names of checks to leave out.
        coverage: Whether to run the optional checks too.
        on_progress: Called with the step, how much of it is done, and how much there is.
        cancelled: Asked now and then whether to stop.

    Raises:
        CancelledError: If it was told to stop.
    """
    wanted = [
        check.name
        for check in sorted(CHECKS.values(), key=lambda check: _RANK[check.severity])
        if (check.name in select if select else coverage or not check.optional)
        and check.name not in ignore
    ]
    told = on_progress or (lambda step, done, total: None)
    _walk("proving", prover.corpus.records, prover.record, told, cancelled)
    if any(CHECKS[name].optional for name in wanted):
        _walk("reading figures", prover.corpus.articles, prover.coverage, told, cancelled)
    found: list[Problem] = []
    for name in wanted:
        if cancelled():
            raise CancelledError
        found += _FINDERS[name](prover)
    return found


def _walk(
    step: str,
    ids: Collection[str],
    work: Callable[[str], object],
    on_progress: Callable[[str, int, int], None],
    cancelled: Callable[[], bool],
) -> None:
    """Do what takes long one by one, so that it can be watched and stopped."""
    for done, name in enumerate(ids):
        if done % _STEP == 0:
            if cancelled():
                raise CancelledError
            on_progress(step, done, len(ids))
        work(name)
    on_progress(step, len(ids), len(ids))


for _module in ("quote_checks", "field_checks", "total_checks", "corpus_checks"):
    import_module(f"tui.proof.audit.{_module}")
