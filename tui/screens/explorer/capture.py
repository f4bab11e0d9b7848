"""From the article to the corpus file: what is recorded, dismissed or copied, asked step by step.

What a stretch of the article becomes is decided in `session.capture`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from tui.model.records import Fact, field_rows
from tui.model.safe_text import safe_line
from tui.widgets.entries import Entry, Target

if TYPE_CHECKING:
    from tui.corpus.edit.proposals import Proposal
    from tui.model.records import Record
    from tui.screens.explorer.state import ExplorerState
    from tui.screens.ports import Changes, Dialogs, Notifier
    from tui.session.capture import Stretch
    from tui.session.protocol import Session

_TITLE = 60
"""Characters of a quote that a dialog's title shows."""


class SelectedText(Protocol):
    """The article as something of which a stretch may be selected."""

    @property
    def text(self) -> str | None:
        """The text that is shown as stored, `None` while there is none."""

    @property
    def selection_range(self) -> tuple[int, int] | None:
        """The selected stretch."""


class CaptureController:
    """Offers changes of the corpus file for what is selected or pointed at."""

    def __init__(
        self,
        state: ExplorerState,
        article: SelectedText,
        changes: Changes,
        dialogs: Dialogs,
        notifier: Notifier,
    ) -> None:
        self._state, self._article, self._changes = state, article, changes
        self._dialogs, self._notifier = dialogs, notifier

    def stretch(self) -> Stretch | None:
        """What is to be recorded: the selection, else the open figure at hand."""
        from tui.session.capture import Stretch

        view = self._state.view
        span = self._article.selection_range
        if span is None and view.pointed is not None and view.pointed.kind == "figure":
            span = view.pointed.span
        if view.page is None or span is None or span[0] >= span[1]:
            return None
        return Stretch(view.page.article, *span)

    def record(self) -> None:
        """Record the stretch at hand: as what, the user is asked."""
        session, stretch = self._state.view.session, self.stretch()
        if session is None or stretch is None:
            self._notifier.say("Select text with v, or stand on an open figure with i.")
            return
        words = " ".join((self._article.text or "")[stretch.start : stretch.end].split())
        words = words if len(words) <= _TITLE else f"{words[: _TITLE - 1].rstrip()}…"
        reading = self._state.view.reading
        record = reading.record if reading is not None else None
        self._dialogs.choose(
            f"Record “{safe_line(words)}” as …",
            capture_choices(session, stretch, record),
            partial(self._record_as, session, stretch, record),
            does="records it so",
        )

    def _record_as(
        self, session: Session, stretch: Stretch, record: Record | None, target: Target
    ) -> None:
        from tui.session.capture import evidence_for_field, new_record

        proposal: Proposal
        if target.kind == "field" and record is not None:
            proposal = evidence_for_field(session, stretch, record.id, target.key)
        else:
            proposal = new_record(session, stretch, target.key)
        made = partial(self._await, proposal.creates)
        self._changes.offer(proposal, made)

    def _await(self, record_id: str) -> None:
        self._state.show(replace(self._state.view, awaited=record_id))

    def dismiss(self) -> None:
        """Note that the figure at hand is no deal, for a reason that the user is asked for."""
        session, stretch = self._state.view.session, self.stretch()
        if session is None or stretch is None:
            self._notifier.say("Stand on an open figure with i, or select text with v.")
            return
        self._dialogs.ask(
            "This is no deal, because …",
            partial(self._dismiss, session, stretch),
            check=lambda text: None if text.strip() else "the reason is kept in the file",
        )

    def _dismiss(self, session: Session, stretch: Stretch, because: str) -> None:
        from tui.session.capture import dismissal

        self._changes.offer(dismissal(session, stretch, because))

    def text_to_copy(self, *, in_article: bool, in_record: bool) -> str:
        """What is copied: what is at hand in the pane with the focus, else the record's title.

        Args:
            in_article: Whether the article has the focus: what is selected in it is copied as
                evidence, what is pointed at as it stands.
            in_record: Whether the record has it: the quote at hand is copied.
        """
        view, stretch = self._state.view, self.stretch()
        if in_article and view.session is not None and stretch is not None:
            from tui.corpus.edit.splice import evidence_block
            from tui.session.capture import evidence_mapping

            fact = view.reading is not None and isinstance(view.reading.record, Fact)
            main = "value" if fact else "amount"
            return evidence_block(evidence_mapping(view.session, stretch, (main,)))
        if in_article and view.pointed is not None and self._article.text:
            return self._article.text[slice(*view.pointed.span)]
        if view.reading is None:
            return ""
        if in_record and view.reading.quote is not None:
            return view.reading.quote.evidence.quote
        return f"{view.reading.record.id}: {view.reading.record.title}"


def capture_choices(session: Session, stretch: Stretch, record: Record | None) -> list[Entry]:
    """What a stretch can be recorded as: evidence for a field of a record, or a new record."""
    from tui.session.capture import figure_in

    entries: list[Entry] = []
    figure = figure_in(session, stretch)
    if figure is not None:
        value = figure.quantity or figure.date
        entries.append(Entry([(f" reads as {value}  ({figure.kind})", "quiet")]))
    if record is not None:
        entries.append(Entry([(f" evidence for {safe_line(record.title)}", "title")]))
        rows = field_rows(record)
        entries += [
            Entry([(f"   {row.path}", ""), (f"  {row.value}", "quiet")], Target("field", row.path))
            for row in rows
            if row.value is not None
        ]
        main = "value" if isinstance(record, Fact) else "amount"
        if all(row.path != main for row in rows):
            entries.append(
                Entry([(f"   {main}", ""), ("  not stated yet", "quiet")], Target("field", main))
            )
    return [
        *entries,
        Entry([(" a new record", "title")]),
        Entry([("   a deal", "")], Target("new", "deals")),
        Entry([("   a fact", "")], Target("new", "facts")),
    ]
