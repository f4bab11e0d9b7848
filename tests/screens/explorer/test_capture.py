"""Capture opens a form for what is at hand; what is not filled in leaves no trace."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from explorer_ports import (
    CORPUS,
    ONE,
    FilledIn,
    Said,
    ShownArticle,
    ShownRecord,
    small_session,
)

from tui.corpus.edit.proposals import AddEvidence
from tui.screens.explorer.capture import CaptureController
from tui.screens.explorer.selection import SelectionController
from tui.screens.explorer.state import ExplorerState, Pointed
from tui.session.forms.fields import WrongAnswer

if TYPE_CHECKING:
    from pathlib import Path

SEVEN = (ONE.index("7 billion"), ONE.index("7 billion") + len("7 billion dollars"))


class Capturing:
    """The controller over a small corpus, reading a record of Google's."""

    def __init__(self, folder: Path) -> None:
        self.session, self.state = small_session(folder), ExplorerState()
        self.article = ShownArticle(text=ONE)
        self.forms, self.said = FilledIn(), Said()
        self.selection = SelectionController(self.state, ShownRecord(), self.said)
        self.controller = CaptureController(self.state, self.article, self.forms, self.said)
        result = self.session.search("")
        self.state.show(replace(self.state.view, session=self.session, result=result))
        self.selection.choose("google-1", "amount")

    def point_at_figure(self) -> None:
        self.state.show(replace(self.state.view, pointed=Pointed(*SEVEN, "figure")))


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
    assert capturing.forms.subject is None


def test_a_figure_is_recorded_by_a_form_and_is_awaited_once_it_is_in_the_file(
    capturing: Capturing,
) -> None:
    capturing.point_at_figure()
    capturing.controller.record()
    assert capturing.forms.subject.title == "Record “7 billion dollars”"
    assert capturing.forms.text == ONE
    # The user may still think better of it.
    assert capturing.state.view.awaited == ""
    proposal = capturing.forms.submit(CORPUS)
    assert capturing.state.view.awaited == proposal.creates == "nvidia-2023"


def test_evidence_for_the_chosen_record_is_awaited_by_nobody(capturing: Capturing) -> None:
    start = ONE.index("2 billion")
    capturing.article.selection_range = (start, start + len("2 billion dollars"))
    capturing.controller.record()
    proposal = capturing.forms.submit(CORPUS)
    assert isinstance(proposal, AddEvidence)
    assert (proposal.record, proposal.evidence["quote"]) == ("google-1", "2 billion dollars")
    assert capturing.state.view.awaited == ""


def test_the_words_of_a_value_are_marked_while_the_form_is_open_and_no_longer(
    capturing: Capturing,
) -> None:
    capturing.point_at_figure()
    before = capturing.state.view.pointed
    capturing.controller.record()
    capturing.forms.point((0, 6))
    assert capturing.state.view.pointed == Pointed(0, 6, "place")
    capturing.forms.closed()
    assert capturing.state.view.pointed == before


def test_a_figure_is_dismissed_by_a_form_with_the_reason(capturing: Capturing) -> None:
    capturing.point_at_figure()
    capturing.controller.dismiss()
    form = capturing.forms.subject
    assert form.proposal({"because": " ", "which": "this"}) == WrongAnswer(
        "because", "why is it no deal?"
    )
    capturing.selection.choose("amazon-2", "amount")
    proposal = form.proposal({"because": "a rumour", "which": "this"})
    assert (proposal.owner.id, proposal.key) == ("one", "not-a-deal")
    assert proposal.items == ({"quote": "7 billion dollars", "because": "a rumour"},)


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
