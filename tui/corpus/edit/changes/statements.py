"""Which of several statements about a field counts, and what becomes of the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.corpus.edit.file_edit import Edit, SpliceError
from tui.corpus.edit.yaml_semantics import value_of
from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.corpus.edit.changes.owners import Owner
    from tui.corpus.edit.layout import LayoutPart
    from tui.corpus.edit.rewriting import Rewriting


@dataclass(frozen=True, slots=True)
class ChooseStatement:
    """One statement about a field counts before all others.

    Where it gives another value than the record, the record takes that over, and what supported
    the recorded value disputes the new one.

    Attributes:
        owner: The record or tranche.
        field: The field.
        chosen: Line and column of the evidence that counts, from 1.
        others: Those of the evidence that says otherwise.
        value: What the chosen evidence says, where the record has another value; else `None`.
        recorded: What the record has, as it is written.
        because: Why the others do not count; without, they stay as they are.
    """

    owner: Owner
    field: str
    chosen: tuple[int, int]
    others: Sequence[tuple[int, int]] = ()
    value: str | None = None
    recorded: str | None = None
    because: str = ""
    title: str = msg("Choose which statement counts")
    creates: str = ""

    def edit(self, source: str) -> Edit:
        """The chosen evidence preferred, the others deprecated with the reason."""
        rewriting = self.owner.rewriting(source)
        mapping = self.owner.find(rewriting)
        chosen = rewriting.text.mapping_at(*self.chosen)
        if self.value is not None:
            self._take_over(rewriting, mapping, chosen)
        if self.others:
            _assign_new(rewriting, chosen, {"rank": "preferred"})
        added: list[dict[str, Any]] = []
        for place in self.others:
            part = rewriting.text.mapping_at(*place)
            changes: dict[str, Any] = {}
            if self.because:
                changes = {"rank": "deprecated", "because": self.because}
            retired = {}
            if self.value is not None and self.recorded is not None:
                retired = {self.field: self.recorded}
            added += dispute(rewriting, part, self.field, retired, changes)
        rewriting.extend(mapping, "evidence", added)
        return rewriting.edit()

    def _take_over(self, rewriting: Rewriting, mapping: LayoutPart, chosen: LayoutPart) -> None:
        if len(fields_of(value_of(chosen), self.field)) > 1:
            raise SpliceError(
                msg("this quote speaks about several fields: change the value itself")
            )
        rewriting.assign(mapping, self.field, self.value)
        for key in ("says", "stance"):
            if chosen.get(key) is not None:
                rewriting.remove(chosen, key)


def fields_of(evidence: Mapping[str, Any], main: str) -> list[str]:
    """The fields that a quote as it is written speaks about; `main` where it names none."""
    named = evidence.get("for") or main
    return [named] if isinstance(named, str) else list(named)


def plainly_supports(evidence: Mapping[str, Any]) -> bool:
    """Whether a quote as it is written simply says what is recorded."""
    if evidence.get("says") is not None or evidence.get("rank") == "deprecated":
        return False
    return bool(evidence.get("stance", "supports") == "supports")


def disputing(evidence: Mapping[str, Any], field: str, value: Any) -> dict[str, Any]:
    """A quote as it is written, that says another value of one field than is recorded."""
    return {**evidence, "for": field, "stance": "disputes", "says": value}


def dispute(
    rewriting: Rewriting,
    part: LayoutPart,
    main: str,
    retired: Mapping[str, Any],
    changes: Mapping[str, Any] | None = None,
) -> list[dict[str, Any]]:
    """Let a quote that supports retired values dispute those that are recorded now.

    Args:
        rewriting: Takes the changes of the quote.
        part: The quote.
        main: The field that it speaks about where it names none.
        retired: The values that were decided against, by field.
        changes: Other keys of the quote, as far as it is about these fields.

    Returns:
        Quotes to add, where one that speaks about several fields must be parted.
    """
    evidence, changes = value_of(part), changes or {}
    fields = fields_of(evidence, main)
    against = [one for one in fields if one in retired] if plainly_supports(evidence) else []
    if not against:
        _assign_new(rewriting, part, changes)
        return []
    agreeing = [one for one in fields if one not in retired]
    if agreeing:
        rewriting.assign(part, "for", agreeing if len(agreeing) > 1 else agreeing[0])
        return [{**disputing(evidence, one, retired[one]), **changes} for one in against]
    if len(fields) > 1:
        rewriting.assign(part, "for", against[0])
    _assign_new(rewriting, part, {"stance": "disputes", "says": retired[against[0]], **changes})
    return [{**disputing(evidence, one, retired[one]), **changes} for one in against[1:]]


def _assign_new(rewriting: Rewriting, part: LayoutPart, values: Mapping[str, Any]) -> None:
    """Assign the values that differ from what stands there."""
    for key, value in values.items():
        known = part.get(key)
        if known is None or known.value != value:
            rewriting.assign(part, key, value)
