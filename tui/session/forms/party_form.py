"""The form of a party: its name, other names, note and id, as one change of the corpus file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.corpus.edit.changes.parties import ChangeParty
from tui.corpus.edit.proposals import AddParty
from tui.corpus.schema.shapes import ID_PATTERN
from tui.model.format import counted
from tui.platform.translation import tr
from tui.session.forms.fields import FormField, Verdict, WrongAnswer

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from tui.corpus.edit.file_edit import Edit
    from tui.corpus.edit.proposals import Proposal
    from tui.model.records import Party
    from tui.session.forms.choices import Choices
    from tui.session.forms.fields import Answers
    from tui.session.parties import ListedParty

_ID = re.compile(ID_PATTERN)
_BETWEEN = ";"
"""Parts aliases from each other: a comma may stand in one."""


class PartyForm:
    """Asks for a party that is to be added or changed."""

    first = "name"

    def __init__(
        self, taken: Collection[str], name: str = "", listed: ListedParty | None = None
    ) -> None:
        """Ask for a party.

        Args:
            taken: The ids that the corpus has.
            name: The name of a new one, where it is known.
            listed: The party that is to be changed; `None` for a new one.
        """
        self._taken, self._listed = taken, listed
        self._name = listed.party.name if listed is not None else name

    @property
    def title(self) -> str:
        """What the form is for."""
        return tr("Change this party") if self._listed is not None else tr("Add a party")

    def fields(self) -> Sequence[FormField]:
        """Name, aliases, note and id."""
        return self._fields(self._party.id if self._party else self._free_id(self._name))

    def revised(self, answers: Answers, changed: str) -> Sequence[FormField] | None:
        """The id of a new party follows its name."""
        if changed != "name" or self._listed is not None:
            return None
        return self._fields(self._free_id(answers["name"]))

    def proposal(self, answers: Answers) -> Proposal | WrongAnswer:
        """The party added, or changed with everything that names it."""
        name, party_id = answers["name"].strip(), answers["id"].strip()
        if not name:
            return WrongAnswer("name", tr("a party needs a name"))
        if not _ID.fullmatch(party_id):
            return WrongAnswer("id", tr("small letters, digits, - and . make an id"))
        if party_id in self._taken and (self._party is None or party_id != self._party.id):
            return WrongAnswer("id", tr("{name} is the id of another party").format(name=party_id))
        aliases = _names(answers["aliases"], name)
        note = answers["note"].strip()
        if self._party is not None:
            # A text of several lines is shown on one, and stays as it is unless that is changed.
            if note == _on_one_line(self._party.note):
                note = self._party.note
            return ChangeParty(self._party.id, party_id, name, aliases, note)
        keys = {"name": name, "aliases": list(aliases), "note": note}
        return AddParty(party_id, {key: value for key, value in keys.items() if value})

    def verdict(self, answers: Answers, edit: Edit) -> Verdict:
        """How many records follow a change of the id, and whether the name is another's."""
        if self._listed is None or answers["id"] == self._listed.party.id:
            return Verdict()
        count = self._listed.records
        words = counted(count, "record follows the new id", "records follow the new id")
        return Verdict(((words, "good"),))

    @property
    def _party(self) -> Party | None:
        return self._listed.party if self._listed is not None else None

    def _fields(self, party_id: str) -> Sequence[FormField]:
        party = self._party
        aliases = f"{_BETWEEN} ".join(party.aliases) if party is not None else ""
        note = _on_one_line(party.note) if party is not None else ""
        parted = tr("names, {sign} between them").format(sign=_BETWEEN)
        return (
            FormField("name", "name", self._name),
            FormField("aliases", tr("also called"), aliases, if_empty=parted),
            FormField("note", "note", note),
            FormField("id", "id", party_id),
        )

    def _free_id(self, name: str) -> str:
        """An id that no party has yet, out of a name."""
        from tui.intake.tables.names import slug

        stem = slug(name) or "party"
        if stem not in self._taken:
            return stem
        numbers = range(2, len(self._taken) + 3)
        return next(one for at in numbers if (one := f"{stem}-{at}") not in self._taken)


class PartyPick:
    """Asks for one of the parties, and makes a change of the answer."""

    first = "party"

    def __init__(
        self, title: str, choices: Choices, change: Callable[[str], Proposal], but: str = ""
    ) -> None:
        """Ask for a party.

        Args:
            title: What it is for.
            choices: The parties.
            change: The change that a party's id comes to.
            but: The id of the one party that will not do.
        """
        self.title = title
        self._choices, self._change, self._but = choices, change, but

    def fields(self) -> Sequence[FormField]:
        """The party."""
        return (
            FormField("party", tr("party"), choices=self._choices, if_empty=tr("a name, an alias")),
        )

    def revised(self, answers: Answers, changed: str) -> Sequence[FormField] | None:
        """Nothing follows from the answer."""

    def proposal(self, answers: Answers) -> Proposal | WrongAnswer:
        """The change for the party."""
        party = answers["party"]
        if not party or self._choices.valued(party) is None:
            return WrongAnswer("party", tr("type a name and choose from the list"))
        if party == self._but:
            return WrongAnswer("party", tr("that is the party itself"))
        return self._change(party)

    def verdict(self, answers: Answers, edit: Edit) -> Verdict:
        """The diff says it all."""
        return Verdict()


def _names(text: str, name: str) -> tuple[str, ...]:
    """The aliases in an answer, each once and none of them the name itself."""
    names = (" ".join(part.split()) for part in text.split(_BETWEEN))
    return tuple(dict.fromkeys(one for one in names if one and one != name))


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
