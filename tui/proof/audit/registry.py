"""The registry of checks, and running them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from tui.model.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from tui.model.records import Evidence, Record
    from tui.proof.prover import Prover

    Find: TypeAlias = Callable[[Prover], Iterable["Problem"]]

_RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


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
    )


def audit(
    prover: Prover,
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    coverage: bool = False,
    on_progress: Callable[[int, int], None] | None = None,
) -> list[Problem]:
    """Run the checks, worst first.

    Args:
        prover: What proves the corpus.
        select: Names of the only checks to run; all when empty.
        ignore: Names of checks to leave out.
        coverage: Whether to run the optional checks too.
        on_progress: Called with how many records are proved, and how many there are.
    """
    records = prover.corpus.records
    for done, record_id in enumerate(records):
        if on_progress is not None and done % 64 == 0:
            on_progress(done, len(records))
        prover.record(record_id)
    if on_progress is not None:
        on_progress(len(records), len(records))
    found: list[Problem] = []
    for name in sorted(CHECKS, key=lambda name: _RANK[CHECKS[name].severity]):
        wanted = name in select if select else coverage or not CHECKS[name].optional
        if wanted and name not in ignore:
            found += _FINDERS[name](prover)
    return found


for _module in ("quotes", "fields", "totals", "corpus"):
    import_module(f"tui.proof.audit.{_module}")
