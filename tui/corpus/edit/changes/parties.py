"""Changes of the parties of a corpus file: renamed everywhere, merged, kept apart.

A party is named by its id in many places: as payer, payee or in another role of a record, in what
a source says, among those that another party is kept apart from. Which keys name parties is read
from the description of the file (`corpus.schema.shapes`), so that a new one is followed too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tui.corpus.edit.file_edit import SpliceError
from tui.corpus.edit.rewriting import Rewriting, texts_of
from tui.corpus.schema.shapes import ID_PATTERN, SHAPES, main_field
from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.corpus.edit.file_edit import Edit
    from tui.corpus.edit.layout import LayoutPart
    from tui.corpus.schema.shapes import Key

_ID = re.compile(ID_PATTERN)
_PARTY_KINDS = ("party", "parties")


@dataclass(frozen=True, slots=True)
class ChangeParty:
    """Another id, name, aliases and note for a party; what names it by its id follows.

    Attributes:
        party: Its id as it is.
        new_id: Its id as it shall be, which may be the same.
        name: The name to show.
        aliases: All its other names.
        note: What a reader should know; empty takes it away.
    """

    party: str
    new_id: str
    name: str
    aliases: tuple[str, ...] = ()
    note: str = ""
    title: str = msg("Change this party")
    creates: str = ""

    def edit(self, source: str) -> Edit:
        """The keys that differ, and the id wherever the file has it."""
        changes = Rewriting(source, self.party, self.new_id)
        table, mapping = _party(changes, self.party)
        if self.new_id != self.party:
            _check_id(self.new_id)
            for reference in _references(changes, self.party):
                changes.put(reference.part, self.new_id)
            changes.rename_key(table, self.party, self.new_id)
        for key, value in (("name", self.name), ("note", self.note)):
            part = mapping.get(key)
            if value and (part is None or (part.value or "").strip() != value.strip()):
                changes.assign(mapping, key, value)
            elif not value and part is not None:
                changes.remove(mapping, key)
        if tuple(texts_of(mapping.get("aliases"))) != self.aliases:
            changes.assign_texts(mapping, "aliases", self.aliases)
        return changes.edit()


@dataclass(frozen=True, slots=True)
class AddAlias:
    """One more name for a party.

    Attributes:
        party: Its id.
        alias: The name.
    """

    party: str
    alias: str
    title: str = msg("Add this name to the party")
    creates: str = ""

    def edit(self, source: str) -> Edit:
        """The name after the aliases that the party has."""
        changes = Rewriting(source, self.party)
        _, mapping = _party(changes, self.party)
        name = mapping.get("name")
        if self.alias in texts_of(mapping.get("aliases")) or (name and name.value == self.alias):
            raise SpliceError(
                msg("{party} has the name {alias} already", party=self.party, alias=self.alias)
            )
        changes.extend(mapping, "aliases", [self.alias])
        return changes.edit()


@dataclass(frozen=True, slots=True)
class MergeParties:
    """Two parties made one: all names and references of one go to the other.

    Attributes:
        kept: The id of the party that stays.
        gone: The id of the one that goes.
    """

    kept: str
    gone: str
    title: str = msg("Merge these parties")
    creates: str = ""

    def edit(self, source: str) -> Edit:
        """The entry of the one that goes taken away, and what it had given to the other."""
        if self.kept == self.gone:
            raise SpliceError(msg("a party cannot be merged with itself"))
        changes = Rewriting(source, self.kept, self.gone)
        _, kept = _party(changes, self.kept)
        table, gone = _party(changes, self.gone)
        self._refuse_kept_apart(kept, gone)
        for reference in _references(changes, self.gone):
            if reference.owner is not gone:
                self._take_over(changes, reference)
        self._add_names(changes, kept, gone)
        others = list(texts_of(gone.get("distinct-from")))
        known = texts_of(kept.get("distinct-from"))
        changes.extend(kept, "distinct-from", [one for one in others if one not in known])
        note, more = kept.get("note"), gone.get("note")
        if more is not None and more.value and (note is None or note.value != more.value):
            texts = [part.value for part in (note, more) if part is not None and part.value]
            changes.assign(kept, "note", " ".join(texts))
        changes.remove(table, self.gone)
        return changes.edit()

    def _refuse_kept_apart(self, kept: LayoutPart, gone: LayoutPart) -> None:
        for one, other in ((kept, self.gone), (gone, self.kept)):
            if other in texts_of(one.get("distinct-from")):
                raise SpliceError(
                    msg(
                        "{kept} and {gone} are kept apart (distinct-from): take that away first",
                        kept=self.kept,
                        gone=self.gone,
                    )
                )

    def _take_over(self, changes: Rewriting, reference: _Reference) -> None:
        owner, key = reference.owner, reference.key
        opposite = {"payer": "payee", "payee": "payer"}.get(key, "")
        other = owner.get(opposite) if opposite else None
        if other is not None and other.value == self.kept:
            record = owner.get("id")
            raise SpliceError(
                msg(
                    "{record} has one as payer and the other as payee and would pay itself: "
                    "change that record first",
                    record=record.value if record else "a record",
                )
            )
        whole = owner.get(key)
        if whole is not None and whole.items is not None and self.kept in texts_of(whole):
            changes.remove_items(owner, key, lambda item: item.value == self.gone)
        else:
            changes.put(reference.part, self.kept)

    def _add_names(self, changes: Rewriting, kept: LayoutPart, gone: LayoutPart) -> None:
        name, other = kept.get("name"), gone.get("name")
        names = [other.value if other and other.value else self.gone]
        names += texts_of(gone.get("aliases"))
        known = {name.value if name else "", *texts_of(kept.get("aliases"))}
        changes.extend(kept, "aliases", [one for one in dict.fromkeys(names) if one not in known])


@dataclass(frozen=True, slots=True)
class KeepApart:
    """A note that two parties with similar names are two, so that nobody is asked again.

    Attributes:
        party: The id of the party that gets the note.
        other: The id of the other.
    """

    party: str
    other: str
    title: str = msg("Keep these parties apart")
    creates: str = ""

    def edit(self, source: str) -> Edit:
        """The other one under `distinct-from`."""
        changes = Rewriting(source, self.party, self.other)
        _, mapping = _party(changes, self.party)
        _party(changes, self.other)
        if self.other in texts_of(mapping.get("distinct-from")):
            raise SpliceError(msg("they are kept apart already"))
        changes.extend(mapping, "distinct-from", [self.other])
        return changes.edit()


class _Reference(NamedTuple):
    """A place of the file that names a party.

    Attributes:
        owner: The mapping.
        key: The key in it.
        part: The id, which is the value of the key or an item of it.
    """

    owner: LayoutPart
    key: str
    part: LayoutPart


def _check_id(party: str) -> None:
    if not _ID.fullmatch(party):
        raise SpliceError(
            msg("{party!r} is no id: use small letters, digits, - and .", party=party)
        )


def _party(changes: Rewriting, party: str) -> tuple[LayoutPart, LayoutPart]:
    """The table of the parties, and the mapping of one.

    Raises:
        SpliceError: If it is not there.
    """
    table = changes.text.table_of("parties", party)
    mapping = table.get(party) if table is not None else None
    if table is None or mapping is None:
        raise SpliceError(msg("there is no party {party}", party=party))
    if mapping.entries is None:
        raise SpliceError(
            msg("{party} is written in a way that cannot be changed here", party=party)
        )
    return table, mapping


def _references(changes: Rewriting, party: str) -> Iterator[_Reference]:
    """Every place that names a party.

    Raises:
        SpliceError: If one of them is an alias of YAML, which stands for what is elsewhere.
    """
    root = changes.text.merged
    anchored = {part.anchor: part.value for part in root.walk() if part.anchor}
    for reference in _party_parts(root, "root", ""):
        part = reference.part
        if part.alias and anchored.get(part.alias) == party:
            raise SpliceError(
                msg(
                    "{key} stands for {party} as *{alias}: edit the file by hand",
                    key=reference.key,
                    party=party,
                    alias=part.alias,
                )
            )
        if part.value == party:
            yield reference


def _party_parts(mapping: LayoutPart, shape: str, record: str) -> Iterator[_Reference]:
    """Everything in a mapping that names a party, by the description of its keys.

    Args:
        mapping: The mapping.
        shape: What it is.
        record: What the record is that it stands in, which says what `says` is about.
    """
    for name, value in mapping.entries or ():
        key = SHAPES[shape].keys.get(name.value or "")
        if key is None:
            continue
        if key.kind in _PARTY_KINDS or (key.kind == "value" and _says_party(mapping, record)):
            for part in value.items if value.items is not None else (value,):
                yield _Reference(mapping, key.name, part)
        elif key.kind == "shapes":
            inner = key.shape if key.shape in ("deal", "total", "fact", "tranche") else record
            for item in value.items or ():
                yield from _party_parts(item, key.shape, inner)
        elif key.kind == "table":
            for _, entry in value.entries or ():
                yield from _party_parts(entry, key.shape, record)


def _says_party(evidence: LayoutPart, record: str) -> bool:
    """Whether what a source says is about a field that names a party."""
    about = evidence.get("for")
    first = about.items[0] if about is not None and about.items else about
    field = first.value if first is not None and first.value else main_field(record)
    key: Key | None = SHAPES[record].keys.get(field) if record else None
    return key is not None and key.kind == "party"
