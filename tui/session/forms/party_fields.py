"""Parties in a form: those of the corpus to pick from, and new ones made in place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.corpus.edit.proposals import AddParty
from tui.platform.translation import tr
from tui.session.forms.choices import Choice, Choices
from tui.session.forms.fields import FormField

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.model.records import Party
    from tui.session.forms.fields import Answers

_SHORTEST = 4
"""Letters of a word that may stand for a name: shorter ones are often words of the language."""
_ALIASES = ":aliases"
"""What follows the name of a field in that of the field for the aliases of its new party."""


def party_choices(parties: Iterable[Party]) -> Choices:
    """The parties of a corpus to pick from, also by their aliases."""
    return Choices(
        Choice(party.id, party.name, party.aliases, ", ".join(party.aliases)) for party in parties
    )


def names_in(answer: str) -> list[str]:
    """The parties of an answer: ids, and names of those that are new."""
    return [name for part in answer.split(",") if (name := part.strip())]


def alias_field(
    field: FormField, answer: str, text: str, aliases: str | None = None
) -> list[FormField]:
    """The field for the aliases of the new party that a field makes; none where it makes none.

    Args:
        field: The field.
        answer: What it holds.
        text: The article, in which the party may also be called by a shorter name.
        aliases: What the field for the aliases holds; `None` while it is not asked.
    """
    new = [name for name in names_in(answer) if field.choices.valued(name) is None]
    if len(new) != 1:
        return []
    label, empty = "  aliases", tr("other names of {name}, with commas").format(name=new[0])
    short = short_name(new[0], text)
    because, span = (text[slice(*short)], short) if short is not None else ("", None)
    value = because if aliases is None else aliases
    return [
        FormField(
            field.name + _ALIASES, label, value, because=because, span=span, if_empty=empty
        )
    ]  # fmt: skip


def short_name(name: str, text: str) -> tuple[int, int] | None:
    """Where a text calls somebody by the first word of the name alone: "Oakshott" for its mills.

    Words that begin other names, or that are no names, are none: the word stands with a capital
    and neither before nor behind another one.
    """
    first, _, rest = name.partition(" ")
    if not rest or len(first) < _SHORTEST or not first[:1].isupper():
        return None
    alone = rf"(?<![\w-])(?<![A-Z]\w\s){re.escape(first)}(?![\w-])(?!\s+[A-Z])"
    for found in re.finditer(alone, text):
        before = text[: found.start()].rstrip()
        word = before[before.rfind(" ") + 1 :]
        if not word[:1].isupper() or before[-1:] in '.!?:;"»”':
            return found.span()
    return None


class NewParties:
    """The parties that the answers of a form make, each with an id that no other has."""

    def __init__(self, known: Choices, answers: Answers, fields: Sequence[str]) -> None:
        """Find what is new.

        Args:
            known: The parties of the corpus.
            answers: What the form holds.
            fields: The names of its fields for parties.
        """
        from tui.intake.tables.names import slug

        self._ids: dict[str, str] = {}
        self._aliases: dict[str, list[str]] = {}
        for field in fields:
            for name in names_in(answers.get(field, "")):
                if known.valued(name) is not None or name in self._ids:
                    continue
                stem = slug(name) or "party"
                taken = {*self._ids.values()}
                number = 1
                party = stem
                while known.valued(party) is not None or party in taken:
                    number += 1
                    party = f"{stem}-{number}"
                self._ids[name] = party
                self._aliases[name] = names_in(answers.get(field + _ALIASES, ""))

    def id_of(self, name: str) -> str:
        """The id of a party by its id or, where it is new, its name."""
        return self._ids.get(name, name)

    def ids_of(self, answer: str) -> list[str]:
        """The ids of the parties of an answer."""
        return [self.id_of(name) for name in names_in(answer)]

    @property
    def names(self) -> Mapping[str, str]:
        """The names of the new parties by their ids."""
        return {party: name for name, party in self._ids.items()}

    def names_of(self, party: str) -> list[str]:
        """The name and the aliases of a new party."""
        name = self.names[party]
        return [name, *self._aliases[name]]

    def proposals(self) -> list[AddParty]:
        """What adds them to the corpus."""
        added = []
        for name, party in self._ids.items():
            aliases = self._aliases[name]
            keys = {"name": name, "aliases": aliases} if aliases else {"name": name}
            added.append(AddParty(party, keys))
        return added
