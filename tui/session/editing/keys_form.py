"""A form over the keys of one mapping of the file: a record, a tranche, a quote, an article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from tui.session.editing.answers import problem, written
from tui.session.forms.choices import Choices
from tui.session.forms.fields import FormField, Verdict, WrongAnswer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tui.corpus.edit.file_edit import Edit
    from tui.corpus.edit.proposals import Proposal
    from tui.corpus.schema.shapes import Key
    from tui.session.forms.fields import Answers

    Check = Callable[[Edit], Verdict]
    """What a check says of a change; asked in another thread."""

NOTHING_CHANGED = WrongAnswer("", "nothing is changed yet")


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
    choices: Choices = Choices()  # noqa: RUF009 (immutable)
    check: Callable[[str], str] | None = None

    def field(self) -> FormField:
        """It as a field of a form."""
        return FormField(
            self.key.name,
            self.key.name,
            self.value,
            self.choices,
            several=self.key.kind in ("parties", "members", "fields"),
            if_empty=self.key.doc,
            check=partial(_problem, self.key, self.check),
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
    ) -> None:
        """Ask for keys.

        Args:
            title: What the form is for.
            asked: The keys, in the order in which they are asked.
            propose: Makes a change of the keys that were answered otherwise, `None` for one that
                was emptied.
            check: What a check says of the change.
            first: The key on which the cursor stands at first; the first one where it is empty.
        """
        self.title, self._asked = title, {one.key.name: one for one in asked}
        self._propose, self._check = propose, check
        self.first = first if first in self._asked else next(iter(self._asked), "")

    def fields(self) -> Sequence[FormField]:
        """The keys with their present values."""
        return [one.field() for one in self._asked.values()]

    def revised(self, answers: Answers, changed: str) -> Sequence[FormField] | None:
        """The same keys, whatever is answered."""
        return None

    def proposal(self, answers: Answers) -> Proposal | WrongAnswer:
        """The change of the keys that were answered otherwise."""
        changed = {
            name: written(one.key, answers.get(name, ""))
            for name, one in self._asked.items()
            if answers.get(name, "").strip() != one.value.strip()
        }
        return self._propose(changed) if changed else NOTHING_CHANGED

    def verdict(self, answers: Answers, edit: Edit) -> Verdict:
        """What a check says of the change."""
        return self._check(edit)
