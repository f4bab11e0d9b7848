"""From the article to the corpus file: what is recorded, dismissed or copied.

What the form asks, and what a stretch of the article becomes, is decided in `session.forms`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from tui.model.records import Fact
from tui.platform.translation import tr
from tui.screens.explorer.state import Pointed

if TYPE_CHECKING:
    from tui.screens.explorer.state import ExplorerState
    from tui.screens.ports import Forms, Notifier
    from tui.session.capture import Stretch
    from tui.session.forms.fields import Filled


class SelectedText(Protocol):
    """The article as something of which a stretch may be selected."""

    @property
    def text(self) -> str | None:
        """The text that is shown as stored, `None` while there is none."""

    @property
    def selection_range(self) -> tuple[int, int] | None:
        """The selected stretch."""


class CaptureController:
    """Opens forms for what is selected or pointed at, to record or to dismiss it."""

    def __init__(
        self,
        state: ExplorerState,
        article: SelectedText,
        forms: Forms,
        notifier: Notifier,
    ) -> None:
        self._state, self._article = state, article
        self._forms, self._notifier = forms, notifier

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
        """Record the stretch at hand by a form, prefilled with what its words show."""
        from tui.session.forms.capture_form import CaptureForm

        view, stretch = self._state.view, self.stretch()
        session = view.session
        if session is None or stretch is None:
            self._notifier.say(tr("Select text with v, or stand on an open figure with i."))
            return
        reading = view.reading
        record, path = (reading.record, reading.path) if reading is not None else (None, None)
        self._forms.fill_in(
            CaptureForm(session, stretch, record, path),
            text=self._article.text or "",
            point=self._point,
            closed=partial(self._point_back, view.pointed),
            made=self._await,
        )

    def _point(self, span: tuple[int, int]) -> None:
        """Mark the words of the article that show the value at hand."""
        self._state.show(replace(self._state.view, pointed=Pointed(*span, "place")))

    def _point_back(self, pointed: Pointed | None) -> None:
        self._state.show(replace(self._state.view, pointed=pointed))

    def _await(self, filled: Filled) -> None:
        self._state.show(replace(self._state.view, awaited=filled.proposal.creates))

    def dismiss(self) -> None:
        """Note that the figure at hand is no deal, and others like it, for a reason."""
        from tui.session.editing.article_forms import DismissForm

        session, stretch = self._state.view.session, self.stretch()
        if session is None or stretch is None:
            self._notifier.say(tr("Stand on an open figure with i, or select text with v."))
            return
        self._forms.fill_in(DismissForm(session, stretch), text=self._article.text or "")

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
