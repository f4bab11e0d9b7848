"""What the keys of the explorer do with the record and the article at hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from tui.model.records import PARTY_FIELDS, Fact, all_evidence
from tui.screens.part import ExplorerPart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.records import Evidence
    from tui.proof.verify.disagreements import Disagreement
    from tui.session.protocol import Library
    from tui.widgets.entries import Target

_FRAME = 16
"""Cells that a dialog leaves free around what it lists, its frame included."""


class ReadingActions(ExplorerPart):
    """Actions on the reading; mixed into the explorer, which owns the panes."""

    _compared: tuple[Library, Sequence[Disagreement]] | None = None

    def action_quote(self, step: int) -> None:
        """Go to the next quote of the record in the article, or to the next place found."""
        if self.article_pane.has_focus and self.step_found(step):
            return
        place = self.reading.step_quote(step) if self.reading else None
        if place is None:
            self.dealtui.say("This article has no quote of this record.")
            return
        self.article_pane.point(place.anchor.start, place.anchor.end)
        self.record_pane.choose(place.path)

    def action_source(self, step: int) -> None:
        """Go to the next article of the record."""
        reading = self.reading
        if reading is None:
            return
        if not reading.step_source(step):
            self.dealtui.say("This record has one source." if reading.sources else "No source.")
            return
        self.show_article()
        if reading.place is not None:
            self.record_pane.choose(reading.place.path)

    def action_disagreement(self, step: int) -> None:
        """Go to the next field on which sources disagree; the first time all are compared."""
        if self.library is None:
            return
        if self._compared is not None and self._compared[0] is self.library:
            self._step_disagreement(self._compared[1], step)
        else:
            work = partial(self._find_disagreements, self.library, step)
            self.run_worker(work, thread=True, exclusive=True, group="disagreement")

    def _find_disagreements(self, library: Library, step: int) -> None:
        worker = get_current_worker()
        found = library.disagreements()
        if not worker.is_cancelled:
            self._compared = (library, found)
            self.dealtui.tell(self._step_disagreement, found, step)

    def _step_disagreement(self, found: Sequence[Disagreement], step: int) -> None:
        if not found:
            self.dealtui.say("No two sources disagree.")
            return
        here = (self.reading.record.id if self.reading else "", self.record_pane.path or "")
        places = [(item.record, item.path) for item in found]
        at = places.index(here) + step if here in places else (0 if step > 0 else -1)
        item = found[at % len(found)]
        self.go_to(item.record, item.path)
        settled = ", settled by rank" if item.settled else ""
        self.dealtui.say(f"Disagreement {at % len(found) + 1} of {len(found)}{settled}")

    def action_party(self) -> None:
        """Show all about the party of the field at the cursor, else of the record."""
        row = self.record_pane.row
        party = row.value if row and row.label in PARTY_FIELDS else None
        if isinstance(party, str) and "," not in party:
            self.dealtui.show_party(party)
        elif self.reading is not None and self.reading.party:
            self.dealtui.show_party(self.reading.party)

    def action_statements(self) -> None:
        """Compare what every source says on the field at the cursor."""
        from tui.screens.dialogs import ChooseScreen
        from tui.screens.side.statements import statement_entries

        reading, path = self.reading, self.record_pane.path
        if reading is None or self.library is None:
            return
        proof = next((field for field in reading.proof.fields if field.path == path), None)
        if proof is None or not proof.statements:
            self.dealtui.say("No source is recorded for this field.")
            return
        width = self.app.size.width - _FRAME
        entries = statement_entries(
            reading.record, proof, self.library.articles, self.library.locale, width
        )
        self.app.push_screen(ChooseScreen("What the sources say", entries), self._statement)

    def _statement(self, target: Target | None) -> None:
        if target is not None:
            self.show_evidence(target.detail)
            self.show_pane("article")

    def show_evidence(self, where: str) -> None:
        """Show an evidence of this record, told by its line and column in the corpus file."""
        reading, library = self.reading, self.library
        if reading is None or library is None:
            return
        for _, evidence in all_evidence(reading.record):
            if _place_of(evidence) == where and evidence.article in library.articles:
                reading.open_article(evidence.article)
                for index, place in enumerate(reading.places):
                    if _place_of(place.evidence) == where:
                        reading.at = index
                self.show_article()
                return

    def action_edit(self) -> None:
        """Open the corpus in the user's editor at the record's line."""
        if self.reading is not None:
            self.dealtui.edit(self.reading.record.line)

    def action_copy(self) -> None:
        """Copy what is under the cursor."""
        reading = self.reading
        text = ""
        if self.article_pane.has_focus and (captured := self.captured()) is not None:
            from tui.corpus.edit.splice import evidence_block
            from tui.session.capture import evidence_mapping

            assert self.library is not None
            fact = reading is not None and isinstance(reading.record, Fact)
            main = "value" if fact else "amount"
            evidence = evidence_mapping(self.library, self.stretch_of(captured), (main,))
            text = evidence_block(evidence)
        elif self.article_pane.has_focus and self.article_pane.current and self.article_pane.text:
            text = self.article_pane.text[slice(*self.article_pane.current)]
        if reading is None and not text:
            return
        if not text and reading and reading.place is not None and self.record_pane.has_focus:
            text = reading.place.evidence.quote
        if not text and reading:
            text = f"{reading.record.id}: {reading.record.title}"
        self.dealtui.copy(text)


def _place_of(evidence: Evidence) -> str:
    return f"{evidence.line}:{evidence.column}"
