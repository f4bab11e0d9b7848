"""Capture asks step by step and offers a proposal; what is not confirmed leaves no trace."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from explorer_ports import ONE, Asked, Offered, Said, ShownArticle, ShownRecord, small_session

from tui.corpus.edit.proposals import AddEvidence, AddRecord, DismissFigure
from tui.screens.explorer.capture import CaptureController
from tui.screens.explorer.selection import SelectionController
from tui.screens.explorer.state import ExplorerState, Pointed

if TYPE_CHECKING:
    from pathlib import Path

SEVEN = (ONE.index("7 billion"), ONE.index("7 billion") + len("7 billion dollars"))


class Capturing:
    """The controller over a small corpus, reading a record of Google's."""

    def __init__(self, folder: Path) -> None:
        self.session, self.state = small_session(folder), ExplorerState()
        self.article, self.offered = ShownArticle(text=ONE), Offered()
        self.asked, self.said = Asked(), Said()
        self.selection = SelectionController(self.state, ShownRecord(), self.said)
        self.controller = CaptureController(
            self.state, self.article, self.offered, self.asked, self.said
        )
        result = self.session.search("")
        self.state.show(replace(self.state.view, session=self.session, result=result))
        self.selection.choose("google-1", "amount")

    def point_at_figure(self) -> None:
        self.state.show(replace(self.state.view, pointed=Pointed(*SEVEN, "figure")))

    def choose(self, words: str) -> None:
        """Choose the line that begins so."""
        texts = self.asked.texts()
        at = next(at for at, text in enumerate(texts) if text.startswith(words))
        self.asked.answer(self.asked.entries[at].target)


@pytest.fixture
def capturing(tmp_path: Path) -> Capturing:
    return Capturing(tmp_path)


def test_what_is_captured_is_the_selection_else_the_open_figure_at_hand(
    capturing: Capturing,
) -> None:
    assert capturing.controller.stretch() is None
    capturing.point_at_figure()
    stretch = capturing.controller.stretch()
    assert stretch is not None
    assert (stretch.article, stretch.start, stretch.end) == ("one", *SEVEN)
    capturing.article.selection_range = (0, 6)
    selected = capturing.controller.stretch()
    assert selected is not None
    assert (selected.start, selected.end) == (0, 6)


def test_without_anything_at_hand_the_keys_for_it_are_said(capturing: Capturing) -> None:
    capturing.controller.record()
    capturing.controller.dismiss()
    assert len(capturing.said.words) == 2
    assert not capturing.offered.proposals


def test_a_figure_is_offered_as_evidence_for_each_field_and_as_a_record(
    capturing: Capturing,
) -> None:
    capturing.point_at_figure()
    capturing.controller.record()
    assert capturing.asked.title == "Record “7 billion dollars” as …"
    texts = capturing.asked.texts()
    assert texts[0].startswith("reads as 7 bn USD")
    assert texts[-3:] == ["a new record", "a deal", "a fact"]
    assert any(text.startswith("amount") for text in texts)


def test_evidence_for_a_field_is_proposed_and_nothing_is_awaited(capturing: Capturing) -> None:
    capturing.point_at_figure()
    capturing.controller.record()
    capturing.choose("amount")
    (proposal,) = capturing.offered.proposals
    assert isinstance(proposal, AddEvidence)
    assert (proposal.record, proposal.evidence["quote"]) == ("google-1", "7 billion dollars")
    capturing.offered.made()
    assert capturing.state.view.awaited == ""


def test_a_new_record_is_awaited_once_it_is_in_the_file_and_not_before(
    capturing: Capturing,
) -> None:
    capturing.point_at_figure()
    capturing.controller.record()
    capturing.choose("a deal")
    (proposal,) = capturing.offered.proposals
    assert isinstance(proposal, AddRecord)
    # The diff is shown; the user may still think better of it.
    assert capturing.state.view.awaited == ""
    capturing.offered.made()
    assert capturing.state.view.awaited == proposal.creates != ""


def test_a_figure_is_dismissed_for_a_reason(capturing: Capturing) -> None:
    capturing.point_at_figure()
    capturing.controller.dismiss()
    assert capturing.asked.type("  ") == "the reason is kept in the file"
    assert not capturing.offered.proposals
    assert capturing.asked.type("a rumour") is None
    (proposal,) = capturing.offered.proposals
    assert isinstance(proposal, DismissFigure)
    assert proposal.dismissal == {"quote": "7 billion dollars", "because": "a rumour"}


def test_the_stretch_is_that_of_the_moment_when_the_user_asked(capturing: Capturing) -> None:
    capturing.point_at_figure()
    capturing.controller.dismiss()
    capturing.selection.choose("amazon-2", "amount")
    capturing.asked.type("a rumour")
    (proposal,) = capturing.offered.proposals
    assert isinstance(proposal, DismissFigure)
    assert proposal.article == "one"


@pytest.mark.parametrize(
    ("in_article", "in_record", "text"),
    [
        (True, False, "2 billion dollars"),
        (False, True, "2 billion dollars"),
        (False, False, "google-1: Google pays"),
    ],
)
def test_what_is_copied_depends_on_the_pane_that_has_the_focus(
    capturing: Capturing, in_article: bool, in_record: bool, text: str
) -> None:
    copied = capturing.controller.text_to_copy(in_article=in_article, in_record=in_record)
    assert copied == text


def test_a_selection_is_copied_as_evidence_to_paste(capturing: Capturing) -> None:
    capturing.article.selection_range = SEVEN
    copied = capturing.controller.text_to_copy(in_article=True, in_record=False)
    assert copied == '- {for: amount, article: one, quote: "7 billion dollars"}\n'
    capturing.selection.clear()
    capturing.article.selection_range = None
    assert capturing.controller.text_to_copy(in_article=False, in_record=True) == ""
