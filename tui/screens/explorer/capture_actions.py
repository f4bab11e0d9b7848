"""From a figure in the article to evidence in the file: shown as a diff, confirmed, undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.model.records import Fact, field_rows
from tui.model.safe_text import safe_line
from tui.screens.dialogs import ChooseScreen, PromptScreen
from tui.screens.part import ExplorerPart
from tui.widgets.entries import Entry, Target

if TYPE_CHECKING:
    from tui.corpus.edit.proposals import Proposal
    from tui.session.capture import Stretch


_TITLE = 60
"""Characters of a quote that a dialog's title shows."""


class CaptureActions(ExplorerPart):
    """Actions that change the corpus; mixed into the explorer."""

    def captured(self) -> tuple[int, int] | None:
        """The stretch of the article to record: the selection, else the open figure."""
        span = self.article_pane.selection_range
        if span is None and self.figure is not None:
            here = self.article_pane.current
            if here == (self.figure.start, self.figure.end):
                span = here
        return span if span and span[0] < span[1] else None

    def stretch_of(self, span: tuple[int, int]) -> Stretch:
        """A stretch of the article at hand."""
        from tui.session.capture import Stretch

        return Stretch(self.article_pane.article_id or "", *span)

    def action_adopt(self) -> None:
        """Record the selection, or the open figure, as evidence."""
        span = self.captured()
        if span is None:
            self.dealtui.say("Select text with v, or stand on an open figure with i.")
            return
        words = " ".join((self.article_pane.text or "")[span[0] : span[1]].split())
        words = words if len(words) <= _TITLE else f"{words[: _TITLE - 1].rstrip()}…"
        self.app.push_screen(
            ChooseScreen(
                f"Record “{safe_line(words)}” as …", self._places_for(span), does="records it so"
            ),
            lambda target: self._adopt(span, target),
        )

    def _places_for(self, span: tuple[int, int]) -> list[Entry]:
        from tui.session.capture import figure_in

        entries: list[Entry] = []
        mention = figure_in(self.library, self.stretch_of(span)) if self.library else None
        if mention is not None:
            value = mention.quantity or mention.date
            entries.append(Entry([(f" reads as {value}  ({mention.kind})", "quiet")]))
        if self.reading is not None:
            record = self.reading.record
            entries.append(Entry([(f" evidence for {safe_line(record.title)}", "title")]))
            entries += [
                Entry(
                    [(f"   {row.path}", ""), (f"  {row.value}", "quiet")], Target("field", row.path)
                )
                for row in field_rows(record)
                if row.value is not None
            ]
            main = "value" if isinstance(record, Fact) else "amount"
            if all(row.path != main for row in field_rows(record)):
                entries.append(
                    Entry(
                        [(f"   {main}", ""), ("  not stated yet", "quiet")], Target("field", main)
                    )
                )
        entries.append(Entry([(" a new record", "title")]))
        entries.append(Entry([("   a deal", "")], Target("new", "deals")))
        entries.append(Entry([("   a fact", "")], Target("new", "facts")))
        return entries

    def _adopt(self, span: tuple[int, int], target: Target | None) -> None:
        if target is None or self.library is None:
            return
        from tui.session.capture import evidence_for_field, new_record

        stretch = self.stretch_of(span)
        proposal: Proposal
        if target.kind == "field" and self.reading is not None:
            record = self.reading.record.id
            proposal = evidence_for_field(self.library, stretch, record, target.key)
        else:
            proposal = new_record(self.library, stretch, target.key)
        self.dealtui.changes.offer(
            self.library.source, proposal, made=partial(self._await, proposal.creates)
        )

    def _await(self, record_id: str) -> None:
        self.awaited = record_id

    def action_dismiss_figure(self) -> None:
        """Say that a figure is no deal, and why."""
        span = self.captured()
        if span is None:
            self.dealtui.say("Stand on an open figure with i, or select text with v.")
            return
        self.app.push_screen(
            PromptScreen(
                "This is no deal, because …",
                check=lambda text: None if text.strip() else "the reason is kept in the file",
            ),
            lambda because: self._dismiss(span, because),
        )

    def _dismiss(self, span: tuple[int, int], because: str | None) -> None:
        if not because or self.library is None:
            return
        from tui.session.capture import dismissal

        proposal = dismissal(self.library, self.stretch_of(span), because)
        self.dealtui.changes.offer(self.library.source, proposal)

    def action_undo(self) -> None:
        """Take back the last change that was made here."""
        self.dealtui.changes.undo()
