"""The one selection: record, field and quote move together, whoever moved them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from explorer_ports import ONE, TWO, Said, ShownRecord, small_session

from tui.screens.explorer.selection import SelectionController, found_elsewhere
from tui.screens.explorer.state import ExplorerState, Matches

if TYPE_CHECKING:
    from pathlib import Path

    from tui.session.file_session import FileSession


class Selecting:
    """The controller over a small corpus, with the record that it shows."""

    def __init__(self, session: FileSession) -> None:
        self.session, self.state = session, ExplorerState()
        self.record, self.said = ShownRecord(), Said()
        self.controller = SelectionController(self.state, self.record, self.said)
        self.search("")

    def search(self, query: str) -> None:
        result = self.session.search(query)
        view = replace(self.state.view, session=self.session, query=query, answered=query)
        self.state.show(replace(view, result=result))

    @property
    def words(self) -> str | None:
        """What is pointed at in the article."""
        view = self.state.view
        if view.pointed is None or view.page is None:
            return None
        return (ONE if view.page.article == "one" else TWO)[slice(*view.pointed.span)]


@pytest.fixture
def selecting(tmp_path: Path) -> Selecting:
    return Selecting(small_session(tmp_path))


def test_choosing_a_record_shows_it_at_the_quote_of_its_first_field(selecting: Selecting) -> None:
    selecting.controller.choose("google-1")
    assert selecting.record.record is not None
    assert selecting.record.record.id == "google-1"
    selecting.controller.choose("google-1", "amount")
    assert (selecting.record.path, selecting.words) == ("amount", "2 billion dollars")


def test_a_record_without_evidence_is_shown_beside_no_article(selecting: Selecting) -> None:
    selecting.controller.choose("bare")
    assert selecting.state.view.page is None
    assert selecting.words is None


def test_a_record_that_was_found_in_an_article_is_read_at_the_word(selecting: Selecting) -> None:
    selecting.search("nvidia")
    selecting.controller.choose("google-1")
    assert selecting.words == "Nvidia"
    pointed = selecting.state.view.pointed
    assert pointed is not None
    assert pointed.kind == "hit"
    assert not found_elsewhere(selecting.state.view)
    selecting.search("others")
    assert found_elsewhere(replace(selecting.state.view, query="others"))


def test_the_field_cursor_takes_its_quote_along(selecting: Selecting) -> None:
    selecting.controller.choose("amazon-1", "amount")
    assert selecting.words == "4 billion dollars"
    selecting.controller.field_chosen("payer")
    assert selecting.words == "Amazon pays 4 billion dollars to Anthropic"


def test_a_field_without_a_quote_moves_the_cursor_alone(selecting: Selecting) -> None:
    selecting.controller.choose("amazon-1", "amount")
    before = selecting.state.view.pointed
    selecting.controller.field_chosen("status")
    reading = selecting.state.view.reading
    assert reading is not None
    assert reading.path == "status"
    assert selecting.state.view.pointed is before


def test_a_cursor_that_is_further_on_than_its_message_is_not_moved_back(
    selecting: Selecting,
) -> None:
    selecting.controller.choose("amazon-1", "payer")
    # Two keys were pressed; the message of the first arrives.
    selecting.record.path = "amount"
    selecting.controller.field_chosen("payee")
    assert selecting.record.path == "amount"


def test_stepping_through_quotes_moves_the_field_cursor(selecting: Selecting) -> None:
    selecting.controller.choose("amazon-1", "amount")
    selecting.controller.next_quote(1)
    assert selecting.words == "Amazon pays 4 billion dollars to Anthropic"
    assert selecting.record.path == "payer"
    selecting.controller.next_source(1)
    assert selecting.words == "4 million dollars"
    assert selecting.record.path == "amount"


def test_the_same_quote_is_pointed_at_again_where_it_is_the_only_one(selecting: Selecting) -> None:
    selecting.controller.choose("google-1", "amount")
    before = selecting.state.view.pointed
    selecting.controller.next_quote(1)
    # Another value: whoever draws brings it into sight again.
    assert selecting.state.view.pointed == before
    assert selecting.state.view.pointed is not before


def test_what_there_is_not_is_said(selecting: Selecting) -> None:
    selecting.controller.choose("bare")
    selecting.controller.next_quote(1)
    selecting.controller.next_source(1)
    selecting.controller.choose("google-1")
    selecting.controller.next_source(1)
    assert selecting.said.words == [
        "This article has no quote of this record.",
        "No source.",
        "This record has one source.",
    ]


def test_what_was_looked_for_in_an_article_is_forgotten_in_another(selecting: Selecting) -> None:
    selecting.controller.choose("amazon-1", "amount")
    view = replace(selecting.state.view, matches=Matches("pays", ((7, 11),)))
    selecting.state.show(view)
    selecting.controller.choose("google-1", "amount")
    assert selecting.state.view.matches is view.matches
    selecting.controller.choose("amazon-2", "amount")
    assert selecting.state.view.matches is None


def test_where_nothing_is_listed_the_article_is_read_on_unless_something_was_searched(
    selecting: Selecting,
) -> None:
    selecting.controller.choose("google-1")
    view = selecting.state.view
    selecting.controller.clear()
    assert selecting.state.view.reading is None
    assert selecting.record.record is None
    assert selecting.state.view.alone is not None
    assert selecting.state.view.alone.article == "one"
    selecting.state.show(replace(view, query="zzz"))
    selecting.controller.clear()
    assert selecting.state.view.page is None


def test_a_changed_mark_of_the_user_is_shown_on_the_record(selecting: Selecting) -> None:
    selecting.controller.choose("google-1")
    shows = selecting.record.shows
    selecting.state.show(replace(selecting.state.view, own_marks=(("* starred", "accent"),)))
    assert selecting.record.extra == (("* starred", "accent"),)
    assert selecting.record.shows == shows + 1
