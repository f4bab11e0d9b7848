"""Two records made one: the evidence of both, and a question for every value that differs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from tui.corpus.edit.changes.records import follow
from tui.corpus.edit.changes.references import formula_of_tranche, references_to_record
from tui.corpus.edit.changes.statements import (
    dispute,
    disputing,
    fields_of,
    plainly_supports,
)
from tui.corpus.edit.file_edit import Edit, SpliceError
from tui.corpus.edit.insertion import with_id
from tui.corpus.edit.rewriting import Rewriting, one_of
from tui.corpus.edit.scalar_writer import as_text
from tui.corpus.edit.yaml_semantics import value_of
from tui.corpus.schema.shapes import RECORD_SECTIONS, SHAPES, Kind, main_field
from tui.model.messages import msg
from tui.model.quantities import Quantity, QuantityError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.corpus.edit.changes.references import Reference
    from tui.corpus.edit.layout import LayoutPart
    from tui.model.records import Record

Choice: TypeAlias = Literal["kept", "other", "both"]

_LISTS: frozenset[Kind] = frozenset(("texts", "parties", "members", "shapes"))
_APART = frozenset(("id", "evidence", "tranches", "same-as"))


@dataclass(frozen=True, slots=True)
class MergeQuestion:
    """A field for which two records have different values.

    Attributes:
        key: The field.
        kept: The value of the record that stays, as it is written.
        other: That of the other one.
        both: Whether the two texts can stand one after the other.
    """

    key: str
    kept: str
    other: str
    both: bool = False


def merge_questions(kept: Record, other: Record) -> tuple[MergeQuestion, ...]:
    """What is to be answered before two records are merged.

    Args:
        kept: The record that stays.
        other: The one that goes.
    """
    shape = type(kept).__name__.lower()
    found = []
    for key in SHAPES[shape].keys.values() if type(kept) is type(other) else ():
        own, its = getattr(kept, key.target), getattr(other, key.target)
        if key.name in _APART or key.kind in _LISTS or not own or not its or own == its:
            continue
        found.append(MergeQuestion(key.name, as_text(own), as_text(its), both=key.name == "note"))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class MergeRecords:
    """A record taken into another one, with its evidence; what names it names the other one.

    Where a value is decided against, the evidence for it stays and disputes what is recorded.

    Attributes:
        kept: The id of the record that stays.
        other: The id of the one that goes.
        choices: Whose value counts, for every field of `merge_questions`.
    """

    kept: str
    other: str
    choices: Mapping[str, Choice] = field(default_factory=dict)
    title: str = msg("Merge these records")
    creates: str = ""

    @property
    def renames(self) -> tuple[str, str]:
        """The id that goes and the one that stays, for whatever else is kept under it."""
        return self.other, self.kept

    def edit(self, source: str) -> Edit:
        """The two records as one.

        Raises:
            SpliceError: If a question is not answered, or they are of different kinds.
        """
        rewriting = Rewriting(source, self.kept, self.other)
        merging = _Merging(rewriting, self.kept, self.other, self.choices)
        open_questions = [key for key in merging.conflicts if key not in self.choices]
        if open_questions:
            raise SpliceError(
                msg("it is not said whose {keys} counts", keys=", ".join(open_questions))
            )
        merging.carry_out()
        return rewriting.edit()


class _Merging:
    """Two records of one text, and what merging them comes to."""

    def __init__(
        self, rewriting: Rewriting, kept: str, other: str, choices: Mapping[str, Choice]
    ) -> None:
        if kept == other:
            raise SpliceError(msg("a record is not merged with itself"))
        self._rewriting, self._choices = rewriting, choices
        self._kept_id, self._other_id = kept, other
        self._kept_part = rewriting.text.record(kept)
        self._other_part = rewriting.text.record(other)
        _, section = rewriting.holder_of(self._kept_part)
        owner, other_section = rewriting.holder_of(self._other_part)
        if section != other_section:
            raise SpliceError(
                msg(
                    "{kept} is one of the {section}, {other} of the {other_section}",
                    kept=kept,
                    section=section,
                    other=other,
                    other_section=other_section,
                )
            )
        if any(part.alias for part in self._other_part.walk()):
            raise SpliceError(msg("{other} uses an alias: edit the file by hand", other=other))
        self._owner, self._section = owner, section
        self._shape = RECORD_SECTIONS[section]
        self._keys = SHAPES[self._shape].keys
        self.kept: dict[str, Any] = value_of(self._kept_part)
        self.other: dict[str, Any] = value_of(self._other_part)
        self.conflicts = [key for key in self._keys if self._conflicting(key)]

    def _conflicting(self, key: str) -> bool:
        own, its = self.kept.get(key), self.other.get(key)
        if key in _APART or not own or not its or self._keys[key].kind in _LISTS:
            return False
        return not _same(own, its)

    def carry_out(self) -> None:
        """Collect all changes."""
        overruled: dict[str, Any] = {}
        retired: dict[str, Any] = {}
        for key in self._keys:
            own, its = self.kept.get(key), self.other.get(key)
            if key in _APART or not its:
                continue
            if self._keys[key].kind in _LISTS:
                missing = [one for one in its if one not in (own or [])]
                self._rewriting.extend(self._kept_part, key, missing)
            elif not own:
                self._rewriting.assign(self._kept_part, key, its)
            elif key in self.conflicts:
                self._decide(key, own, its, overruled, retired)
        narrowed: list[dict[str, Any]] = []
        for part in _items(self._kept_part, "evidence"):
            narrowed += dispute(self._rewriting, part, main_field(self._shape), retired)
        recorded = {**self.other, **self.kept, **{key: self.other[key] for key in retired}}
        evidence = self._evidence_from(self.other, overruled, self.kept, recorded)
        self._rewriting.extend(self._kept_part, "evidence", [*narrowed, *evidence])
        renamed = self._merge_tranches()
        self._follow(renamed)
        self._rewriting.remove_items(self._owner, self._section, one_of([self._other_part]))

    def _decide(
        self, key: str, own: Any, its: Any, overruled: dict[str, Any], retired: dict[str, Any]
    ) -> None:
        match self._choices[key]:
            case "kept":
                overruled[key] = its
            case "other":
                self._rewriting.assign(self._kept_part, key, its)
                retired[key] = own
            case "both":
                self._rewriting.assign(self._kept_part, key, f"{own}\n{its}")

    # Evidence

    def _evidence_from(
        self,
        owner: Mapping[str, Any],
        overruled: Mapping[str, Any],
        known: Mapping[str, Any],
        recorded: Mapping[str, Any],
    ) -> list[dict[str, Any]]:
        """The evidence of what goes, as it is of what stays; what that has already is left out."""
        found: list[dict[str, Any]] = []
        there = known.get("evidence") or []
        for evidence in owner.get("evidence") or ():
            fields = fields_of(evidence, main_field(self._shape))
            against = [one for one in fields if one in overruled]
            if plainly_supports(evidence) and against:
                agreeing = [one for one in fields if one not in overruled]
                if agreeing:
                    value = agreeing if len(agreeing) > 1 else agreeing[0]
                    found.append({**evidence, "for": value})
                found += [disputing(evidence, one, overruled[one]) for one in against]
            elif len(fields) == 1 and _same(evidence.get("says"), recorded.get(fields[0])):
                # What it said against the record that goes is what the other one says.
                words = {key: one for key, one in evidence.items() if key not in ("stance", "says")}
                found.append(words)
            else:
                found.append(dict(evidence))
        return [one for one in found if one not in there]

    # Tranches and references

    def _merge_tranches(self) -> dict[str, str]:
        """Take the tranches of the other record over; their new ids by the old ones."""
        renamed: dict[str, str] = {}
        own = {part["id"]: part for part in self.kept.get("tranches") or ()}
        coming: list[dict[str, Any]] = []
        for tranche in self.other.get("tranches") or ():
            name = tranche["id"]
            known = own.get(name)
            if known is not None and _agree(known, tranche):
                self._complete_tranche(name, known, tranche)
                continue
            free = name
            number = 2
            while free in own or any(one["id"] == free for one in coming):
                free, number = f"{name}-{number}", number + 1
            renamed[name] = free
            coming.append({**tranche, "id": free})
        self._rewriting.extend(self._kept_part, "tranches", coming)
        return renamed

    def _complete_tranche(
        self, name: str, known: Mapping[str, Any], tranche: Mapping[str, Any]
    ) -> None:
        part = with_id(self._kept_part.get("tranches"), name)
        assert part is not None
        for key, value in tranche.items():
            if key not in known and key != "evidence":
                self._rewriting.assign(part, key, value)
        there = known.get("evidence") or []
        coming = [one for one in tranche.get("evidence") or () if one not in there]
        self._rewriting.extend(part, "evidence", coming)

    def _follow(self, renamed: Mapping[str, str]) -> None:
        """Let what names the record that goes name the one that stays."""
        found = references_to_record(self._rewriting.text.merged, self._other_id)
        elsewhere: list[Reference] = []
        doubled: dict[int, tuple[LayoutPart, list[LayoutPart]]] = {}
        for one in found:
            if one.record == self._other_id:
                continue
            if one.key == "same-as" and one.record == self._kept_id:
                self._rewriting.remove(one.owner, "same-as")
            elif one.key == "members" and self._is_member_too(one):
                doubled.setdefault(id(one.owner), (one.owner, []))[1].append(one.part)
            else:
                elsewhere.append(one)
        if any(self._names_tranche(one, renamed) for one in elsewhere):
            raise SpliceError(
                msg(
                    "a tranche of both has one id and other values, and others name it: "
                    "give one of them another id first"
                )
            )
        for owner, gone in doubled.values():
            self._rewriting.remove_items(owner, "members", one_of(gone))
        follow(self._rewriting, elsewhere, self._other_id, self._kept_id)

    def _names_tranche(self, one: Reference, renamed: Mapping[str, str]) -> bool:
        """Whether a reference names a tranche that gets another id."""
        for old, new in renamed.items():
            formula = formula_of_tranche(self._other_id, old, own=False)
            named = one.part.value or ""
            if old != new and (named == f"{self._other_id}.{old}" or formula.search(named)):
                return True
        return False

    def _is_member_too(self, one: Reference) -> bool:
        """Whether a total has the record that stays among its members as well."""
        there = {item.value for item in _items(one.owner, "members")}
        name = (one.part.value or "").replace(self._other_id, self._kept_id, 1)
        return name in there


def _items(owner: LayoutPart, key: str) -> list[LayoutPart]:
    found = owner.get(key)
    return (found.items if found is not None else None) or []


def _agree(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two tranches do not contradict each other."""
    shared = (one.keys() & other.keys()) - {"id", "evidence", "title", "note"}
    return all(_same(one[key], other[key]) for key in shared)


def _same(one: Any, other: Any) -> bool:
    """Whether two written values are the same: `4 bn USD` and `4000 M USD` are."""
    if one == other:
        return True
    if not isinstance(one, str) or not isinstance(other, str):
        return False
    try:
        return bool(Quantity.parse(one) == Quantity.parse(other))
    except (QuantityError, ValueError, ArithmeticError):
        return False
