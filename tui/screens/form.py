"""A form over the explorer: what is asked, what that comes to in the file, what a check says.

The article stays in sight beside it, with the words marked that show the value at hand; where there
is no room for both, the form shows the passage itself.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content

from tui.model.messages import shown
from tui.platform.translation import tr
from tui.screens.background import Workers
from tui.screens.base import Dialog
from tui.session.forms.fields import INSISTED, Filled, Verdict, WrongAnswer
from tui.widgets.forms.change_preview import ChangePreview, VerdictLines
from tui.widgets.forms.form import Form
from tui.widgets.forms.passage import PassageLine
from tui.widgets.key_bindings import OwnKeys

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.events import Resize
    from textual.timer import Timer

    from tui.corpus.edit.file_edit import Edit
    from tui.corpus.edit.proposals import Proposal, Refusal
    from tui.screens.ports import Changes, Host, Job
    from tui.session.forms.fields import Answers, FormSubject

_PAUSE = 0.12
"""Seconds without a letter after which the change is worked out; a fast typist's letters lie 0.1 s
apart."""

_VERDICT, _LOW_VERDICT = 6, 3
"""Most lines of the verdict, in a high window and in a low one."""
_LEAST = 1
"""Lines that the change has in any case."""
_NO_HEIGHTS = (2, 1)
"""Lines of verdict and change before either is known."""


class FormScreen(Dialog["Filled | None"]):
    """Asks; gives what was filled in, or `None` when the user leaves it.

    What the answers come to, and what a check says of that, is found out in another thread. Enter
    waits for it, so that nothing is written of which the check has not spoken.
    """

    OWN_KEYS = OwnKeys(
        "This form",
        (
            ("enter", "Write the change, or take what the list offers"),
            ("⇥, ⇧⇥", "Next field, field before"),
            ("↓ ↑", "Open the list of a field, and walk in it"),
            ("PgDn PgUp", "Page through the change"),
            ("Esc", "Leave the form"),
        ),
    )

    CSS = """
    FormScreen {
        background: transparent; layout: vertical;
        & > Vertical {
            width: 100%; height: auto; max-height: 100%; background: $surface;
            border: round $frame-focus; border-title-color: $text;
        }
        Form { height: auto; max-height: 60vh; overflow-y: auto; margin: 0 0 1 0; }
        PassageLine { height: 3; margin: 0 0 1 0; }
        VerdictLines, ChangePreview { height: 3; border-top: solid $frame; }
        &.-wide > Vertical { width: 62%; }
        &.-wide PassageLine { display: none; }
        &.-low Form { max-height: 65vh; margin: 0; }
        &.-low PassageLine { height: 2; margin: 0; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012 (as Textual has it)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]  # noqa: RUF012

    def __init__(
        self,
        host: Host,
        changes: Changes,
        subject: FormSubject,
        text: str = "",
        point: Callable[[tuple[int, int]], None] = lambda _: None,
    ) -> None:
        """Ask what a subject asks.

        Args:
            host: The app.
            changes: Says what a change comes to in the file.
            subject: What the form is about.
            text: The article from which the answers were read.
            point: Marks a stretch of it on the screen behind.
        """
        super().__init__()
        self._changes, self._subject, self._text, self._point = changes, subject, text, point
        self._form = Form(subject.fields())
        self._passage = PassageLine()
        if all(field.span is None for field in subject.fields()):
            # What was read in no article has no passage to show.
            self._passage.display = False
        self._verdict_lines, self._preview = VerdictLines(), ChangePreview()
        self._background = Workers(self, host)
        self._timer: Timer | None = None
        self._known: Answers | None = None
        """The answers that `_filled` and `_verdict` are about; `None` while none are known."""
        self._filled: Filled | None = None
        self._verdict = Verdict()
        self._first_answers: Answers = {}
        self._submitted = False
        self._heights = _NO_HEIGHTS
        """Lines of verdict and change."""
        self._said: Sequence[tuple[str, str]] = ()
        self._insisted: set[str] = set()
        """The fields that the check was against, as they are now."""

    @property
    def is_untouched(self) -> bool:
        """Whether every field holds what it held at first."""
        return self._form.answers == self._first_answers

    def compose(self) -> ComposeResult:
        """Fields, passage, verdict and change."""
        with Vertical() as box:
            box.border_title = Content(self._subject.title)
            box.border_subtitle = Content(tr("enter writes · tab next · ↓ list · Esc leaves it"))
            yield self._form
            yield self._passage
            yield self._verdict_lines
            yield self._preview

    def on_mount(self) -> None:
        """Stand on the first field that is in doubt, and work out the change."""
        self._first_answers = dict(self._form.answers)
        self._form.go_to(self._subject.first)
        self._work_out()

    def on_resize(self, event: Resize) -> None:
        """Be as high as what there is to say, as far as there is room."""
        self._heights = _NO_HEIGHTS
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Let verdict and change have the lines that they need.

        While the window is the same they only grow: no line moves up and down as one types.
        """
        verdict, change = self._heights
        most = _LOW_VERDICT if self.has_class("-low") else _VERDICT
        verdict = max(verdict, min(self._verdict_lines.wanted_lines, most))
        # The frame of the box and the borders above verdict and change.
        used = (
            4
            + verdict
            + sum(
                part.outer_size.height + part.styles.margin.height
                for part in (self._form, self._passage)
                if part.display
            )
        )
        change = max(change, self._preview.wanted_lines)
        change = max(_LEAST, min(change, self.size.height - used))
        self._heights = verdict, change
        self._verdict_lines.styles.height = verdict + 1
        self._preview.styles.height = change + 1

    def on_wrapped_lines_wrapped(self) -> None:
        """There is other room for verdict and change."""
        self._fit()

    def _say(self, lines: Sequence[tuple[str, str]]) -> None:
        """Say what a check says, below what the field at hand is about where that was cut."""
        self._said = lines
        row = self._form.row
        about = [(row.advice, "quiet")] if row is not None and row.advice else []
        self._verdict_lines.show([*about, *lines])
        self._fit()

    # What the fields tell

    def on_form_entered(self, message: Form.Entered) -> None:
        """Mark the words that show the value at hand."""
        self._say(self._said)
        span = message.field.span
        if span is not None:
            self._point(span)
            self._passage.show_passage(self._text, span)

    def on_form_changed(self, message: Form.Changed) -> None:
        """Ask what follows from the answer, and work out the change once the typing pauses."""
        if message.settled:
            revised = self._subject.revised(self._form.answers, message.name)
            if revised is not None:
                self._form.ask(revised)
                self.call_after_refresh(self._fit)
        self._known, self._submitted = None, False
        self._insisted.discard(message.name)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, self._work_out)

    def on_form_submitted(self) -> None:
        """Write, once the check has spoken."""
        self._submitted = True
        if self.is_checked:
            self._finish()
        else:
            self._work_out()

    def on_form_paged(self, message: Form.Paged) -> None:
        """Page through the change."""
        preview = self._preview
        preview.scroll_lines(preview.top + message.step * max(1, preview.size.height - 1))

    def on_form_left(self) -> None:
        """Leave nothing behind."""
        self.dismiss(None)

    # What the answers come to

    @property
    def is_checked(self) -> bool:
        """Whether the check has spoken of what the form holds now."""
        return self._known == self._answers

    @property
    def _answers(self) -> dict[str, str]:
        """What the fields hold, and on which of them the user insists."""
        insisted = {INSISTED: ", ".join(sorted(self._insisted))} if self._insisted else {}
        return {**self._form.answers, **insisted}

    def _work_out(self) -> None:
        """Find out in another thread what the answers come to."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        answers = self._answers
        wrong = next(
            (
                WrongAnswer(name, problem)
                for name, value in self._form.answers.items()
                if (problem := self._form.field(name).problem(value))
            ),
            None,
        )
        proposal = wrong or self._subject.proposal(answers)
        if isinstance(proposal, WrongAnswer):
            self._known, self._submitted = None, False
            words = shown(proposal.words)
            self._form.complain(proposal.field, words)
            self._say([(words, "bad" if proposal.wrong else "quiet")])
            return
        preview = self._changes.preview()
        self._background.start(
            "form", partial(_find_out, preview, self._subject, proposal, answers, self._take)
        )

    def _take(
        self, answers: Answers, filled: Filled | None, difference: str, said: Verdict
    ) -> None:
        """Show what the answers came to; `filled` is `None` where that is refused."""
        if answers != self._answers:
            return
        self._known, self._filled, self._verdict = answers, filled, said
        self._preview.show_diff(difference)
        self._say(said.lines)
        if self._submitted:
            self._finish()

    def _finish(self) -> None:
        """Give the edit, unless something is against it."""
        self._submitted = False
        if self._filled is None:
            return
        if self._verdict.refusal:
            self._form.go_to(self._verdict.field)
            self._form.complain(self._verdict.field, self._verdict.refusal)
            self._insisted.add(self._verdict.field)
            self._work_out()
            return
        self.dismiss(self._filled)


def _find_out(
    preview: Callable[[Proposal], Edit | Refusal],
    subject: FormSubject,
    proposal: Proposal,
    answers: Answers,
    take: Callable[[Answers, Filled | None, str, Verdict], None],
    job: Job,
) -> None:
    """What a proposal comes to in the file, and what a check says of it; runs in a thread."""
    from tui.corpus.edit.file_edit import diff
    from tui.corpus.edit.proposals import Refusal

    edit = preview(proposal)
    if isinstance(edit, Refusal):
        job.publish(take, answers, None, "", Verdict(((shown(edit.reason), "bad"),)))
        return
    difference = diff(edit)
    if not job.cancelled():
        filled = Filled(answers, proposal, edit)
        job.publish(take, answers, filled, difference, subject.verdict(answers, edit))
