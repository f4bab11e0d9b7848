"""What a form asks: its fields with what they hold, and where the answer was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tui.platform.translation import tr
from tui.session.forms.choices import NO_CHOICES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tui.corpus.edit.file_edit import Edit
    from tui.corpus.edit.proposals import Proposal
    from tui.session.forms.choices import Choices

    Answers = Mapping[str, str]
    """What the fields hold, by name: the value of a choice, else the text itself."""


INSISTED = "insisted"
"""The name under which the answers hold the fields that the check was against and that the user
submitted again as they are; a subject may record them otherwise then."""


def _anything(_: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form.

    Attributes:
        name: By which its answer is known.
        label: What it is called on the screen.
        value: What it holds at first: the value of a choice, or a text.
        choices: What it offers; empty for a field of free text.
        several: Whether it takes several answers, with commas between them.
        creates: What a text makes that is none of the choices, as in `party`; empty where only
            choices are taken.
        because: The words that show its value.
        note: What is said of its value where no words show it.
        span: Where they stand in the article; `None` where no words show it.
        if_empty: What is said beside it while it holds nothing.
        check: Says what is wrong with an answer; nothing when it will do.
        long: Whether an answer is a line of words, so that it gets the room of its evidence.
    """

    name: str
    label: str
    value: str = ""
    choices: Choices = NO_CHOICES
    several: bool = False
    creates: str = ""
    because: str = ""
    note: str = ""
    span: tuple[int, int] | None = None
    if_empty: str = ""
    check: Callable[[str], str] = _anything
    long: bool = False

    def problem(self, value: str) -> str:
        """What is wrong with an answer; empty when it will do."""
        if value and self.choices and not self.creates:
            answers = value.split(",") if self.several else (value,)
            for answer in answers:
                if self.choices.valued(answer.strip()) is None:
                    return tr("{answer} is none of the choices").format(answer=answer.strip())
        return self.check(value)


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """An answer that nothing can be made of.

    Attributes:
        field: The name of the field; empty where it is none alone.
        words: What is wrong, and what to do.
        wrong: Whether anything is, and not just nothing to be done yet.
    """

    field: str
    words: str
    wrong: bool = True


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check says of a change before it is made.

    Attributes:
        lines: What it found, each with a style: `good`, `warn`, `bad` or `quiet`.
        refusal: Why the change is not written as it is; empty where it may be.
        field: The field to answer otherwise where it is refused.
    """

    lines: tuple[tuple[str, str], ...] = ()
    refusal: str = ""
    field: str = ""


class Filled(NamedTuple):
    """A form that was filled in.

    Attributes:
        answers: What its fields held.
        proposal: The change that they came to.
        edit: That change in the text of the file.
    """

    answers: Answers
    proposal: Proposal
    edit: Edit


class FormSubject(Protocol):
    """What a form is about: its fields, and the change that the answers come to.

    All but `verdict` is asked on a key, and must be cheap.
    """

    @property
    def title(self) -> str:
        """What the form is for."""

    @property
    def first(self) -> str:
        """The field on which the cursor stands at first."""

    def fields(self) -> Sequence[FormField]:
        """What is asked at first."""

    def revised(self, answers: Answers, changed: str) -> Sequence[FormField] | None:
        """What is asked once a field was answered otherwise; `None` where that stays the same.

        A field that stays keeps what the user typed there, unless its value is another than before.
        """

    def proposal(self, answers: Answers) -> Proposal | WrongAnswer:
        """The change that the answers come to."""

    def verdict(self, answers: Answers, edit: Edit) -> Verdict:
        """What a check says of the change; asked in another thread, and may take its time."""
