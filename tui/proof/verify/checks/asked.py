"""What a field asks of a quote: its record, its status, whose names count."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.model.records import Deal, Fact

if TYPE_CHECKING:
    from tui.model.dates import Edtf
    from tui.model.records import Record, Status, Tranche
    from tui.proof.claim.parties import PartyNames
    from tui.proof.verify.checks.roles.direction import Directions


class Asked(NamedTuple):
    """The field that a quote is to prove.

    Attributes:
        label: Its name: `amount`, `payer`, `announced` …
        record: The record that it belongs to.
        tranche: The tranche that it belongs to, if it does.
        names: The names of the parties of the record.
        directions: What its sentences show of who pays whom.
        published: When the article of the quote appeared, if that is known.
    """

    label: str
    record: Record
    tranche: Tranche | None
    names: PartyNames
    directions: Directions
    published: Edtf | None

    @property
    def status(self) -> Status | None:
        """How far the deal has come; `None` for a fact."""
        if isinstance(self.record, Fact):
            return None
        if self.tranche is not None and self.tranche.status is not None:
            return self.tranche.status
        return self.record.status

    @property
    def dates(self) -> list[Edtf]:
        """The dates that the record tells of itself."""
        if self.tranche is not None and self.tranche.date is not None:
            return [self.tranche.date]
        if isinstance(self.record, Deal):
            told = (self.record.announced, self.record.date)
        elif isinstance(self.record, Fact):
            told = (self.record.date, None)
        else:
            told = (self.record.period, None)
        return [when for when in told if when is not None]
