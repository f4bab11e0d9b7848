"""Keys open the form, or show the change, for what is at hand; the menu has everything else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from explorer_ports import (
    CORPUS,
    ONE,
    Asked,
    FilledIn,
    Offered,
    Said,
    ShownArticle,
    ShownRecord,
    small_session,
)

from tui.corpus.edit.changes.keys import RemoveItems, SetKeys
from tui.corpus.edit.changes.records import RemoveRecord
from tui.screens.explorer.editing import EditController
from tui.screens.explorer.selection import SelectionController
from tui.screens.explorer.state import ExplorerState

if TYPE_CHECKING:
    from pathlib import Path

DISMISSED = CORPUS.replace(
    "published: 2023-10-02, language: en}",
    "published: 2023-10-02, language: en,\n"
    "    not-a-deal: [{quote: 7 billion, because: a rumour}]}",
)


class Editing:
    """The controller over a small corpus."""

    def __init__(self, folder: Path, source: str = CORPUS) -> None:
        self.session, self.state = small_session(folder, source), ExplorerState()
        self.article, self.offered = ShownArticle(text=ONE), Offered()
        self.asked, self.forms, self.said = Asked(), FilledIn(), Said()
        self.selection = SelectionController(self.state, ShownRecord(), self.said)
        self.controller = EditController(
            self.state, self.article, self.offered, self.forms, self.asked, self.said
        )
        self.state.show(replace(self.state.view, session=self.session))

    def choose(self, words: str) -> None:
        """Open the menu and follow the first line that begins with some words."""
        self.controller.menu()
        entry = next(
            entry
            for entry, text in zip(self.asked.entries, self.asked.texts(), strict=True)
            if text.startswith(words) and entry.target is not None
        )
        self.asked.answer(entry.target)


@pytest.fixture
def editing(tmp_path: Path) -> Editing:
    return Editing(tmp_path)


def test_without_a_record_that_is_said(editing: Editing) -> None:
    editing.controller.fields()
    editing.controller.delete_field()
    editing.controller.statements()
    assert editing.said.words == ["Choose a record first."] * 3
    editing.controller.menu()
    assert editing.said.words[-1] == "There is nothing to change here yet."


def test_the_form_of_the_fields_begins_where_the_cursor_is(editing: Editing) -> None:
    editing.selection.choose("amazon-1", "payer")
    editing.controller.fields()
    assert (editing.forms.subject.title, editing.forms.subject.first) == (
        "Fields of Amazon pays once", "payer",
    )  # fmt: skip
    editing.controller.fields(missing=True)
    assert editing.forms.subject.first == "parties"


def test_a_field_is_deleted_after_its_diff_is_seen(editing: Editing) -> None:
    editing.selection.choose("amazon-1", "announced")
    editing.controller.delete_field()
    (proposal,) = editing.offered.proposals
    assert isinstance(proposal, SetKeys)
    assert (proposal.title, proposal.values) == ("Delete this: announced", {"announced": None})


def test_the_statements_on_a_field_are_chosen_from(editing: Editing) -> None:
    editing.selection.choose("amazon-1", "amount")
    editing.controller.statements()
    assert editing.forms.subject.title == "Which statement about amount counts?"
    editing.selection.choose("bare", "announced")
    editing.controller.statements()
    assert editing.said.words == ["No source is recorded for this field."]


def test_the_menu_has_everything_about_the_record_its_quotes_and_its_article(
    editing: Editing,
) -> None:
    editing.selection.choose("amazon-1", "amount")
    editing.controller.menu()
    lines = editing.asked.texts()
    for words in (
        "Amazon pays once",
        "edit its fields",
        "add a tranche",
        "the same deal in another currency",
        "merge another record into it",
        "duplicate it",
        "another id",
        "delete it",
        "say where it was used",
        "Quotes for amount",
        "choose which statement counts",
        "edit “4 billion dollars”",
        "The article First",
        "edit its title, date, publisher, language …",
        "a total over several deals",
    ):
        assert any(line.startswith(words) for line in lines), words


def test_a_use_is_edited_or_deleted_from_the_menu(tmp_path: Path) -> None:
    used = "    amount: 4 bn USD\n    used-in: [{title: A memo, figure: 4 bn USD}]\n"
    editing = Editing(tmp_path, CORPUS.replace("    amount: 4 bn USD\n", used))
    editing.selection.choose("amazon-1", "amount")
    editing.choose("edit the use in “A memo”")
    assert editing.forms.subject.title == "Where Amazon pays once was used"
    editing.choose("delete the use in “A memo”")
    (proposal,) = editing.offered.proposals
    assert isinstance(proposal, RemoveItems)
    edit = proposal.edit(editing.session.loaded.source)
    assert edit.after_text == CORPUS


def test_a_record_is_deleted_with_the_marks_on_it_named_first(editing: Editing) -> None:
    editing.session.own.set_note("amazon-1", "ask them")
    editing.selection.choose("amazon-1", "amount")
    editing.choose("delete it")
    (proposal,) = editing.offered.proposals
    assert proposal == RemoveRecord("amazon-1")
    assert editing.offered.told == ["Your marks on it: ✎ my note: ask them"]
    assert proposal.told(CORPUS) == ["Its 3 quotes go with it."]


def test_a_copy_is_awaited_once_it_is_in_the_file(editing: Editing) -> None:
    editing.selection.choose("amazon-2", "amount")
    editing.choose("duplicate it")
    proposal = editing.forms.submit(CORPUS)
    assert editing.state.view.awaited == proposal.creates == "amazon-2-2"


def test_a_quote_is_deleted_by_its_place(editing: Editing) -> None:
    editing.selection.choose("amazon-2", "amount")
    editing.choose("delete “another 3 billion dollars”")
    (proposal,) = editing.offered.proposals
    assert isinstance(proposal, RemoveItems)
    assert "another 3 billion" not in proposal.edit(CORPUS).after_text


def test_selected_words_become_a_quote_with_a_formula(editing: Editing) -> None:
    editing.selection.choose("amazon-1", "amount")
    start = ONE.index("2 billion")
    editing.article.selection_range = (start, start + len("2 billion dollars"))
    editing.choose("add a quote by hand")
    held = {field.name: field.value for field in editing.forms.subject.fields()}
    assert (held["quote"], held["article"], held["for"]) == (
        "2 billion dollars", "one", "amount",
    )  # fmt: skip


def test_what_was_known_once_is_not_changed(editing: Editing) -> None:
    editing.selection.choose("amazon-1", "amount")
    editing.state.show(replace(editing.state.view, stepped_back=True))
    editing.controller.fields()
    editing.controller.menu()
    assert len(editing.said.words) == 2
    assert all("go on to the present" in words for words in editing.said.words)
    assert editing.forms.subject is None


def test_dismissed_figures_are_taken_back_one_by_one_or_reworded(tmp_path: Path) -> None:
    editing = Editing(tmp_path, DISMISSED)
    editing.selection.choose("google-1", "amount")
    editing.choose("dismissed figures (1)")
    assert editing.asked.texts()[0] == "“7 billion”  a rumour"
    back, reword, every = (
        entry.target for entry in editing.asked.entries if entry.target is not None
    )
    editing.asked.answer(reword)
    assert editing.forms.subject.first == "because"
    for target in (back, every):
        editing.asked.answer(target)
        assert "not-a-deal" not in editing.offered.proposals[-1].edit(DISMISSED).after_text
