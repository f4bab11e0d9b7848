"""Changes of the corpus file as values, and what becomes of them: an edit, or a refusal.

A proposal says what is to be changed, in the terms of the corpus. `propose` makes it the edit of a
text, which a screen shows as a diff and `history` writes; nothing here touches a file. Another kind
of change is one more class with a `title` and an `edit`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from tui.corpus.edit.file_edit import Edit, SpliceError, together
from tui.corpus.edit.splice import (
    add_evidence,
    add_party,
    add_record,
    replace_scalars,
)
from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Proposal(Protocol):
    """A change that somebody wants made."""

    @property
    def title(self) -> str:
        """What it does, for the head of a dialog."""

    @property
    def creates(self) -> str:
        """The id of the record that it makes; empty where it makes none."""

    def edit(self, source: str) -> Edit:
        """The edit of a corpus file with this text.

        Raises:
            SpliceError: If the change cannot be made there.
        """


@runtime_checkable
class TellsFirst(Protocol):
    """A proposal of which the user is told something before it is carried out."""

    def told(self, source: str) -> Sequence[str]:
        """What goes, or changes, beside what it is named after: in words, one a line.

        Args:
            source: The text of the corpus file, for which the proposal gives an edit.
        """


@runtime_checkable
class Renames(Protocol):
    """A proposal that gives a record another id, or lets another record take its place."""

    @property
    def renames(self) -> tuple[str, str]:
        """The id before and the one afterwards, for whatever else is kept under it."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A change that cannot be made.

    Attributes:
        reason: Why not, and what to do instead, in the user's words.
    """

    reason: str


def propose(source: str, proposal: Proposal) -> Edit | Refusal:
    """What a proposal comes to in the text of a corpus file."""
    try:
        return proposal.edit(source)
    except SpliceError as error:
        return Refusal(msg("Nothing is changed: {reason}", reason=error))


@dataclass(frozen=True, slots=True)
class AddEvidence:
    """A quote added to a record, or to one of its tranches.

    Attributes:
        record: The id of the record.
        evidence: The keys of the evidence as they are written.
        tranche: The id of the tranche; empty for the record itself.
    """

    record: str
    evidence: Mapping[str, Any]
    tranche: str = ""
    title: str = msg("Record this evidence")
    creates: str = ""

    def edit(self, source: str) -> Edit:
        """The evidence after those that the record has."""
        return add_evidence(source, self.record, self.evidence, tranche=self.tranche or None)


@dataclass(frozen=True, slots=True)
class AddRecord:
    """A record added at the end of its section.

    Attributes:
        section: `deals`, `totals` or `facts`.
        record: The keys of the record as they are written, its `id` among them.
        file: The included file that it goes to; empty for the main one.
    """

    section: str
    record: Mapping[str, Any]
    title: str = msg("Record this evidence")
    file: str = ""

    @property
    def creates(self) -> str:
        """The id of the record."""
        return str(self.record["id"])

    def edit(self, source: str) -> Edit:
        """The record after those of its section."""
        return add_record(source, self.section, self.record, self.file)


@dataclass(frozen=True, slots=True)
class AddParty:
    """A party added after those of the corpus.

    Attributes:
        party: Its id.
        keys: Its keys as they are written: `name`, `aliases`, `note`.
    """

    party: str
    keys: Mapping[str, Any]
    title: str = msg("Add this party")
    creates: str = ""

    def edit(self, source: str) -> Edit:
        """The party after those that the corpus has."""
        return add_party(source, self.party, self.keys)


@dataclass(frozen=True, slots=True)
class InOneGo:
    """Several changes as one, which is taken back as one.

    Attributes:
        proposals: The changes, at least one; each starts from what those before left.
    """

    proposals: Sequence[Proposal]

    @property
    def title(self) -> str:
        """That of the last, which the others serve."""
        return self.proposals[-1].title

    @property
    def creates(self) -> str:
        """The id of the record that one of them makes."""
        return next((one.creates for one in self.proposals if one.creates), "")

    def edit(self, source: str) -> Edit:
        """All of them."""
        whole = self.proposals[0].edit(source)
        for proposal in self.proposals[1:]:
            whole = together(whole, proposal.edit(whole.after_text))
        return whole


@dataclass(frozen=True, slots=True)
class SetTexts:
    """New texts for keys of one mapping of the file, as the repair of a quote gives them.

    Attributes:
        line: The line on which the mapping starts, from 1.
        column: Its column, from 1.
        values: The texts by key; an empty one takes its key away.
    """

    line: int
    column: int
    values: Mapping[str, str]
    title: str = msg("Change these texts")
    creates: str = ""

    def edit(self, source: str) -> Edit:
        """The texts in place of those that stand there."""
        return replace_scalars(source, self.line, self.column, self.values)
