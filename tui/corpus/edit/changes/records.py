"""Records duplicated, taken away and given another id; tranches likewise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.corpus.edit.changes import owners
from tui.corpus.edit.changes.references import (
    formula_of_record,
    formula_of_tranche,
    references_to_record,
    references_to_tranche,
)
from tui.corpus.edit.file_edit import Edit, SpliceError
from tui.corpus.edit.insertion import with_id
from tui.corpus.edit.rewriting import Rewriting, one_of
from tui.corpus.schema.shapes import ID_PATTERN
from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from tui.corpus.edit.changes.references import Reference
    from tui.corpus.edit.layout import LayoutPart


@dataclass(frozen=True, slots=True)
class DuplicateRecord:
    """A record repeated right behind it under another id, word by word.

    Attributes:
        record: The id of the record.
        creates: The id of the new one.
    """

    record: str
    creates: str
    title: str = msg("Duplicate this record")

    def edit(self, source: str) -> Edit:
        """The record twice."""
        rewriting = Rewriting(source, self.record, self.creates)
        refuse_id(rewriting, self.creates)
        part = rewriting.text.record(self.record)
        owner, section = rewriting.holder_of(part)
        rewriting.duplicate(owner, section, part, self.creates)
        return rewriting.edit()


@dataclass(frozen=True, slots=True)
class RemoveRecord:
    """A record taken away, and taken out of the members and links of others.

    Attributes:
        record: The id of the record.
    """

    record: str
    title: str = msg("Delete this record")
    creates: str = ""

    def told(self, source: str) -> Sequence[str]:
        """What refers to it, and how many quotes go with it."""
        rewriting = Rewriting(source, self.record)
        part = rewriting.text.record(self.record)
        found = references_to_record(rewriting.text.merged, self.record)
        return [*quotes_told(part), *references_told(found, self.record)]

    def edit(self, source: str) -> Edit:
        """The file without it.

        Raises:
            SpliceError: If a formula of another record counts with it.
        """
        rewriting = Rewriting(source, self.record)
        part = rewriting.text.record(self.record)
        found = references_to_record(rewriting.text.merged, self.record)
        elsewhere = [one for one in found if one.record != self.record]
        refuse_formulas(elsewhere, self.record)
        take_out(rewriting, elsewhere)
        owner, section = rewriting.holder_of(part)
        rewriting.remove_items(owner, section, one_of([part]))
        return rewriting.edit()


@dataclass(frozen=True, slots=True)
class RenameRecord:
    """A record given another id, which members, formulas and links follow.

    Attributes:
        record: The id of the record.
        creates: Its new id.
    """

    record: str
    creates: str
    title: str = msg("Change the id of this record")

    @property
    def renames(self) -> tuple[str, str]:
        """The old and the new id, for whatever else is kept under it."""
        return self.record, self.creates

    def edit(self, source: str) -> Edit:
        """The new id wherever the old one stands."""
        rewriting = Rewriting(source, self.record, self.creates)
        refuse_id(rewriting, self.creates)
        name = rewriting.text.record(self.record).get("id")
        assert name is not None
        rewriting.replace(name, self.record, self.creates)
        found = references_to_record(rewriting.text.merged, self.record)
        follow(rewriting, found, self.record, self.creates)
        return rewriting.edit()


@dataclass(frozen=True, slots=True)
class RemoveTranche:
    """A tranche taken away, and taken out of the members of totals.

    Attributes:
        record: The id of the deal.
        tranche: The id of the tranche.
    """

    record: str
    tranche: str
    title: str = msg("Delete this tranche")
    creates: str = ""

    def told(self, source: str) -> Sequence[str]:
        """What refers to it, and how many quotes go with it."""
        owner = owners.record(self.record, self.tranche)
        rewriting = owner.rewriting(source)
        found = references_to_tranche(rewriting.text.merged, self.record, self.tranche)
        return [*quotes_told(owner.find(rewriting)), *references_told(found, self.record)]

    def edit(self, source: str) -> Edit:
        """The deal without it.

        Raises:
            SpliceError: If a formula counts with it.
        """
        owner = owners.record(self.record, self.tranche)
        rewriting = owner.rewriting(source)
        part = owner.find(rewriting)
        found = references_to_tranche(rewriting.text.merged, self.record, self.tranche)
        own = {id(inner) for inner in part.walk()}
        elsewhere = [one for one in found if id(one.part) not in own]
        refuse_formulas(elsewhere, self.tranche)
        take_out(rewriting, elsewhere)
        deal = rewriting.text.record(self.record)
        rewriting.remove_items(deal, "tranches", one_of([part]))
        return rewriting.edit()


@dataclass(frozen=True, slots=True)
class RenameTranche:
    """A tranche given another id, which members and formulas follow.

    Attributes:
        record: The id of the deal.
        tranche: The id of the tranche.
        name: Its new id.
    """

    record: str
    tranche: str
    name: str
    title: str = msg("Change the id of this tranche")
    creates: str = ""

    def edit(self, source: str) -> Edit:
        """The new id wherever the old one stands."""
        owner = owners.record(self.record, self.tranche)
        rewriting = owner.rewriting(source)
        refuse_malformed(self.name)
        if with_id(rewriting.text.record(self.record).get("tranches"), self.name) is not None:
            raise SpliceError(
                msg("{record} already has a tranche {name}", record=self.record, name=self.name)
            )
        part = owner.find(rewriting).get("id")
        assert part is not None
        rewriting.replace(part, self.tranche, self.name)
        for one in references_to_tranche(rewriting.text.merged, self.record, self.tranche):
            if one.key == "derived":
                own = one.record == self.record
                pattern = formula_of_tranche(self.record, self.tranche, own=own)
                rewriting.rewrite(one.part, pattern, rf"\g<lead>{self.name}")
            else:
                rewriting.replace(one.part, f".{self.tranche}", f".{self.name}")
        return rewriting.edit()


def quotes_told(part: LayoutPart) -> Sequence[str]:
    """How many quotes a part has, in words."""
    count = sum(inner.get("quote") is not None for inner in part.walk())
    if not count:
        return ()
    return (
        msg("Its quote goes with it.")
        if count == 1
        else msg("Its {count} quotes go with it.", count=count),
    )


def references_told(found: Iterable[Reference], record: str) -> Sequence[str]:
    """What becomes of references to a record, or a part of it, that goes: one line a place."""
    lines = []
    for one in found:
        if one.key == "members":
            lines.append(
                msg(
                    "It is taken out of the members of {record}: {member}.",
                    record=one.record,
                    member=one.part.value,
                )
            )
        elif one.key == "ignore":
            lines.append(
                msg("Its findings of {record} are not left out any more.", record=one.record)
            )
        elif one.key == "same-as" and one.record != record:
            lines.append(
                msg("{record} is linked to it as the same deal: the link goes.", record=one.record)
            )
    return lines


def refuse_malformed(name: str) -> None:
    """Refuse an id that the reader of the file would not take.

    Raises:
        SpliceError: If it is none.
    """
    if re.fullmatch(ID_PATTERN, name) is None:
        raise SpliceError(msg("{name!r} is no id: use small letters, digits, - and .", name=name))


def refuse_id(rewriting: Rewriting, name: str) -> None:
    """Refuse an id that is malformed or taken.

    Raises:
        SpliceError: If a record cannot have it.
    """
    refuse_malformed(name)
    if rewriting.text.find_record(name) is not None:
        raise SpliceError(msg("there is already a record {name}", name=name))


def refuse_formulas(found: Iterable[Reference], name: str) -> None:
    """Refuse to take away what formulas count with.

    Raises:
        SpliceError: If one does.
    """
    counting = sorted({one.record for one in found if one.key == "derived"})
    if counting:
        raise SpliceError(
            msg(
                "a formula of {records} counts with {name}: change that one first",
                records=", ".join(counting),
                name=name,
            )
        )


def take_out(rewriting: Rewriting, found: Collection[Reference]) -> None:
    """Take members, links and findings to ignore away that name what goes."""
    members: dict[int, tuple[LayoutPart, list[LayoutPart]]] = {}
    for one in found:
        if one.key == "members":
            members.setdefault(id(one.owner), (one.owner, []))[1].append(one.part)
        elif one.key == "same-as":
            rewriting.remove(one.owner, "same-as")
    ignored = [one.owner for one in found if one.key == "ignore"]
    for root in rewriting.text.roots:
        rewriting.remove_items(root, "ignore", one_of(ignored))
    for owner, gone in members.values():
        rewriting.remove_items(owner, "members", one_of(gone))


def follow(rewriting: Rewriting, found: Iterable[Reference], old: str, new: str) -> None:
    """Name a record by its new id where the old one stands."""
    for one in found:
        if one.key == "derived":
            rewriting.rewrite(one.part, formula_of_record(old), new)
        else:
            pattern = re.compile(rf"(?<![\w.-]){re.escape(old)}(?=$|[.\"'])")
            rewriting.rewrite(one.part, pattern, new)
