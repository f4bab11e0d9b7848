"""A corpus that is read anew under the user: the same record, the same sentence, the same line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from explorer_ports import (
    CORPUS,
    ONE,
    Asked,
    Clock,
    Listed,
    Said,
    ShownArticle,
    ShownRecord,
    Typed,
    Visits,
    small_session,
)

from tui.model.problems import Problem
from tui.screens.explorer.article import ArticleController
from tui.screens.explorer.place import PlaceController
from tui.screens.explorer.search import SearchController
from tui.screens.explorer.selection import SelectionController
from tui.screens.explorer.state import ExplorerState, Pointed
from tui.session.partial_session import PartialSession
from tui.store.marks import Marks

if TYPE_CHECKING:
    from pathlib import Path

    from tui.session.file_session import FileSession

SEVEN = (ONE.index("7 billion"), ONE.index("7 billion") + len("7 billion dollars"))


class Placed:
    """The controllers that keep a place, over a small corpus."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.state, self.said = folder, ExplorerState(), Said()
        self.results, self.article = Listed(), ShownArticle()
        self.selection = SelectionController(self.state, ShownRecord(), self.said)
        self.search = SearchController(
            self.state, self.results, Typed(), Clock(), Asked(), self.said
        )
        self.shown = ArticleController(self.state, self.article, Visits(), Asked(), self.said)
        self.controller = PlaceController(self.state, self.search, self.article)

    def read(self, source: str = CORPUS) -> FileSession:
        """Read the corpus anew, with other words in its file."""
        session = small_session(self.folder, source)
        self.controller.show_session(session)
        return session

    @property
    def record(self) -> str | None:
        return self.state.view.record_id


@pytest.fixture
def placed(tmp_path: Path) -> Placed:
    return Placed(tmp_path)


def test_the_record_its_field_and_its_quote_stay(placed: Placed) -> None:
    placed.read()
    placed.search.go_to("amazon-1", "amount")
    placed.selection.field_chosen("payee")
    placed.article.top = 3
    placed.read(CORPUS.replace("Amazon pays once", "Amazon paid once"))
    reading = placed.state.view.reading
    assert reading is not None
    assert reading.record.title == "Amazon paid once"
    assert reading.path == "payee"
    assert placed.article.words == "Amazon pays 4 billion dollars to Anthropic"
    assert placed.article.top == 3


def test_a_place_that_no_quote_proves_stays_pointed_at(placed: Placed) -> None:
    placed.read()
    placed.search.go_to("google-1", "amount")
    placed.state.show(replace(placed.state.view, pointed=Pointed(*SEVEN, "figure")))
    placed.article.top = 2
    placed.read()
    assert placed.article.pointed == SEVEN
    assert not placed.article.hit
    assert placed.article.top == 2


def test_what_the_search_found_stays_what_it_found(placed: Placed) -> None:
    placed.read()
    placed.search.set_query("nvidia")
    assert placed.article.hit
    placed.read()
    assert placed.article.hit
    assert placed.article.words == "Nvidia"


def test_what_is_selected_tells_where_the_article_is_read(placed: Placed) -> None:
    placed.read()
    placed.search.go_to("amazon-1", "amount")
    placed.article.selection_range = SEVEN
    placed.read()
    assert placed.article.pointed == SEVEN


def test_a_record_that_is_gone_gives_way_to_the_first_and_the_article_stays_where_it_is_read(
    placed: Placed,
) -> None:
    placed.read()
    placed.search.go_to("amazon-2", "amount")
    placed.article.has_focus = True
    start = CORPUS.index("  - id: amazon-2")
    without = CORPUS[:start] + CORPUS[CORPUS.index("  - id: google-1") :]
    placed.read(without)
    assert placed.record == placed.results.chosen != "amazon-2"
    assert placed.article.article_id == "two"
    assert placed.state.view.kept is None


def test_the_app_opens_where_it_was_left_but_not_once_the_user_has_moved(placed: Placed) -> None:
    session = small_session(placed.folder)
    session.own.remember_place("bare")
    placed.controller.show_session(session)
    assert placed.record == "bare"
    placed.search.chosen("google-1")
    placed.controller.show_session(session)
    assert placed.record == "google-1"


def test_a_place_that_comes_with_the_rest_of_a_large_corpus_is_no_place_after_a_move(
    placed: Placed,
) -> None:
    without = small_session(placed.folder, CORPUS[: CORPUS.index("  - id: bare")])
    part = PartialSession(without.loaded, Marks(None))
    part.own.remember_place("bare")
    placed.controller.show_session(part)
    placed.search.chosen("amazon-1")
    placed.read()
    assert placed.record == "amazon-1"


MADE = CORPUS + "  - {id: made, title: Made here, announced: 2019}\n"


def test_a_record_that_was_made_is_read_as_soon_as_the_corpus_has_it(placed: Placed) -> None:
    placed.read()
    placed.state.show(replace(placed.state.view, awaited="made"))
    placed.read(MADE)
    assert placed.record == "made"
    assert placed.state.view.awaited == ""


def test_a_record_that_did_not_come_is_waited_for_no_more(placed: Placed) -> None:
    placed.read()
    placed.search.go_to("google-1")
    placed.state.show(replace(placed.state.view, awaited="made"))
    placed.read()
    assert placed.state.view.awaited == ""
    placed.read(MADE)
    assert placed.record == "google-1"


def test_the_first_part_of_a_corpus_is_not_all_that_is_waited_for(placed: Placed) -> None:
    session = placed.read()
    placed.state.show(replace(placed.state.view, awaited="made"))
    placed.controller.show_session(PartialSession(session.loaded))
    assert placed.state.view.awaited == "made"


def test_what_goes_on_and_what_is_broken_is_said(placed: Placed) -> None:
    placed.controller.show_progress("reading …")
    assert placed.state.view.progress == "reading …"
    problem = Problem("syntax", "no value", line=7, column=1)
    placed.controller.keep_last_good([problem])
    assert placed.state.view.progress == (
        "broken on disk, line 7: no value; the last good state is shown"
    )
    placed.controller.keep_last_good([])
    assert "it has no records" in placed.state.view.progress


def test_the_past_is_shown_as_such(placed: Placed) -> None:
    session = placed.read()
    placed.controller.show_session(session, progress="as known on a day", stepped_back=True)
    assert placed.state.view.stepped_back
    assert placed.state.view.progress == "as known on a day"
    placed.controller.show_session(session)
    assert not placed.state.view.stepped_back
    assert placed.state.view.progress == ""
