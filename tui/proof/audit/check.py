"""What a check is: one defect with its name, and the function that finds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from tui.model.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui.model.records import Evidence, Record
    from tui.proof.results.proof_store import ProofStore

    Find: TypeAlias = Callable[[ProofStore], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class Check:
    """One defect that the audit looks for.

    Attributes:
        name: The defect, kebab case; stable.
        severity: How bad it is.
        title: The defect in the user's words, as a heading.
        find: Finds it in a corpus with its proofs.
        optional: Whether it runs only when asked for.
    """

    name: str
    severity: Severity
    title: str
    find: Find
    optional: bool = False

    def problem(
        self,
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
        """A finding of this check, at the place of the evidence, else of the record."""
        place: Evidence | Record | None = evidence or record
        if place is not None:
            line, column = place.line, place.column
        return Problem(
            self.name,
            message,
            hint,
            self.severity,
            line=line,
            column=column,
            record=record.id if record else "",
            field=field,
            article=article or (evidence.article if evidence else ""),
            at=at,
        )


def check(
    name: str, severity: Severity, title: str, *, optional: bool = False
) -> Callable[[Find], Check]:
    """Make a check of the function that finds the defect."""

    def make(find: Find) -> Check:
        return Check(name, severity, title, find, optional)

    return make
