"""What the sources say against each other: on one field, and wherever in the corpus they differ."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.platform.translation import tr
from tui.widgets.entries import Entry, Target

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.proof.verify.disagreements import Disagreement
    from tui.screens.explorer.state import ExplorerState
    from tui.screens.ports import Background, Dialogs, Job, Notifier
    from tui.session.protocol import Session

_FRAME = 16
"""Cells that a dialog leaves free around what it lists, its frame included."""


class ComparisonController:
    """Steps through disagreements, and lists the statements on the field at the cursor."""

    def __init__(
        self,
        state: ExplorerState,
        go_to: Callable[[str, str | None], None],
        background: Background,
        dialogs: Dialogs,
        notifier: Notifier,
    ) -> None:
        self._state, self._go_to = state, go_to
        self._background, self._dialogs, self._notifier = background, dialogs, notifier
        self._compared: tuple[Session, Sequence[Disagreement]] | None = None
        """The session in which sources were compared last, and where they disagree."""

    def next_disagreement(self, step: int) -> None:
        """Go to the next field on which sources disagree; the first time all are compared."""
        session = self._state.view.session
        if session is None:
            return
        if self._compared is not None and self._compared[0] is session:
            self._step(self._compared[1], step)
        else:
            self._background.start("disagreement", partial(self._compare, session, step))

    def _compare(self, session: Session, step: int, job: Job) -> None:
        job.publish(self._take, session, session.disagreements(), step)

    def _take(self, session: Session, found: Sequence[Disagreement], step: int) -> None:
        # What nobody has settled comes first, as the head line counts it.
        found = sorted(found, key=lambda item: item.settled)
        self._compared = (session, found)
        self._step(found, step)

    def _step(self, found: Sequence[Disagreement], step: int) -> None:
        if not found:
            self._notifier.say(tr("No two sources disagree."))
            return
        reading = self._state.view.reading
        here = (reading.record.id, reading.path) if reading is not None else ("", None)
        places = [(item.record, item.path) for item in found]
        at = places.index(here) + step if here in places else (0 if step > 0 else -1)
        at %= len(found)
        self._go_to(found[at].record, found[at].path)
        self._notifier.say(_place_words(at, sum(not item.settled for item in found), len(found)))

    def list_statements(
        self, width: int, show: Callable[[str], None], choose: Callable[[], None]
    ) -> None:
        """List what every source says on the field at the cursor.

        Args:
            width: Cells of the screen.
            show: Called with the place of the evidence that the user follows, as line and column.
            choose: Called when the user wants to say which of them counts.
        """
        from tui.screens.side.statements import statement_entries

        session, reading = self._state.view.session, self._state.view.reading
        if session is None or reading is None:
            return
        proof = next((field for field in reading.proof.fields if field.path == reading.path), None)
        if proof is None or not proof.statements:
            self._notifier.say(tr("No source is recorded for this field."))
            return
        entries = statement_entries(
            reading.record, proof, session.articles, session.locale, width - _FRAME
        )

        counts = Entry(
            [(f" {tr('choose which of them counts …')}", "accent")], Target("choose", "")
        )

        def chosen(target: Target) -> None:
            if target.kind == "choose":
                choose()
            else:
                show(target.detail)

        self._dialogs.choose(tr("What the sources say"), [*entries, Entry([]), counts], chosen)


def _place_words(at: int, unsettled: int, count: int) -> str:
    """Which of the disagreements one is, counted apart from those that are settled."""
    if at < unsettled:
        return tr("Disagreement {at} of {count}").format(at=at + 1, count=unsettled)
    words = tr("Settled by rank: {at} of {count}")
    return words.format(at=at - unsettled + 1, count=count - unsettled)
