"""A form over the keys of one mapping of the file: a record, a tranche, a quote, an article."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from tui.corpus.edit.proposals import InOneGo
from tui.model.messages import msg
from tui.platform.translation import tr
from tui.session.editing.answers import problem, written
from tui.session.forms.choices import Choices
from tui.session.forms.fields import FormField, Verdict, WrongAnswer
from tui.session.forms.party_fields import NewParties

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from tui.corpus.edit.file_edit import Edit
    from tui.corpus.edit.proposals import Proposal
    from tui.corpus.schema.shapes import Key
    from tui.session.forms.fields import Answers

    Check = Callable[[Edit], Verdict]
    """What a check says of a change; asked in another thread."""

_PARTY_KINDS = ("party", "parties")
NOTHING_CHANGED = WrongAnswer("", msg("nothing is changed yet"), wrong=False)


@dataclass(frozen=True, slots=True)
class AskedKey:
    """One key that a form asks for.

    Attributes:
        key: The key.
        value: What the form holds for it at first.
        choices: What it offers.
        check: Says more of what is wrong with an answer than its kind does.
    """

    key: Key
    value: str = ""
    choices: Choices = field(default_factory=Choices)
    check: Callable[[str], str] | None = None

    @property
    def creates_party(self) -> bool:
        """Whether a name that no party has makes one."""
        return self.key.kind in _PARTY_KINDS

    def form_field(self) -> FormField:
        """It as a field of a form."""
        return FormField(
            self.key.name,
            tr(self.key.name),
            self.value,
            self.choices,
            several=self.key.kind in ("parties", "members", "fields"),
            creates="party" if self.creates_party else "",
            if_empty=tr(self.key.doc),
            check=partial(_problem, self.key, self.check),
            long=self.key.kind == "text",
        )


def _problem(key: Key, more: Callable[[str], str] | None, answer: str) -> str:
    wrong = problem(key, answer)
    return wrong or (more(answer) if more is not None and answer else "")


class KeysForm:
    """Asks for keys of a mapping; what is left as it is, is not written.

    Attributes:
        title: What the form is for.
        first: The field on which the cursor stands at first.
    """

    def __init__(
        self,
        title: str,
        asked: Sequence[AskedKey],
        propose: Callable[[Mapping[str, Any]], Proposal | WrongAnswer],
        check: Check = lambda _: Verdict(),
        first: str = "",
        parties: Choices | None = None,
    ) -> None:
        """Ask for keys.

        Args:
            title: What the form is for.
            asked: The keys, in the order in which they are asked.
            propose: Makes a change of the keys that were answered otherwise, `None` for one that
                was emptied.
            check: What a check says of the change.
            first: The key on which the cursor stands at first; the first one where it is empty.
            parties: The parties of the corpus, where the form may name new ones.
        """
        self._parties = parties
        self.title, self._asked = title, {one.key.name: one for one in asked}
        self._propose, self._check = propose, check
        self.first = first if first in self._asked else next(iter(self._asked), "")

    def fields(self) -> Sequence[FormField]:
        """The keys with their present values."""
        return [one.form_field() for one in self._asked.values()]

    def revised(self, answers: Answers, changed: str) -> Sequence[FormField] | None:
        """The same keys, whatever is answered."""
        return None

    def proposal(self, answers: Answers) -> Proposal | WrongAnswer:
        """The change of the keys that were answered otherwise."""
        changed = [
            one
            for name, one in self._asked.items()
            if answers.get(name, "").strip() != one.value.strip()
        ]
        if not changed:
            return NOTHING_CHANGED
        values = {one.key.name: written(one.key, answers.get(one.key.name, "")) for one in changed}
        if self._parties is None:
            return self._propose(values)
        named = [one.key.name for one in changed if one.creates_party]
        new = NewParties(self._parties, answers, named)
        for name in named:
            ids = new.ids_of(answers.get(name, ""))
            several = self._asked[name].key.kind == "parties"
            values[name] = (ids if several else next(iter(ids), None)) or None
        proposal = self._propose(values)
        if isinstance(proposal, WrongAnswer) or not new.names:
            return proposal
        return InOneGo([*new.proposals(), proposal])

    def verdict(self, answers: Answers, edit: Edit) -> Verdict:
        """What a check says of the change."""
        return self._check(edit)


def change_title(keys: Iterable[str], of: str) -> str:
    """What a change of some keys is called."""
    return tr("Change {keys} of {record}").format(keys=", ".join(keys), record=of)
