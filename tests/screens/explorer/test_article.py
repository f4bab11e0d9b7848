"""The article at hand: its marks, what is looked for in it, figures that nobody recorded."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest
from explorer_ports import (
    CORPUS,
    ONE,
    Asked,
    Said,
    ShownArticle,
    ShownRecord,
    Visits,
    small_session,
)

from tui.screens.explorer.article import ArticleController
from tui.screens.explorer.selection import SelectionController
from tui.screens.explorer.state import ExplorerState
from tui.session.file_session import FileSession
from tui.session.partial_session import PartialSession

if TYPE_CHECKING:
    from pathlib import Path


class Reading:
    """The controller over a small corpus, with the pane that it drives."""

    def __init__(self, session: FileSession) -> None:
        self.session, self.state = session, ExplorerState()
        self.pane, self.asked, self.said, self.visits = ShownArticle(), Asked(), Said(), Visits()
        self.selection = SelectionController(self.state, ShownRecord(), self.said)
        self.controller = ArticleController(
            self.state, self.pane, self.visits, self.asked, self.said
        )
        self.search("")

    def search(self, query: str) -> None:
        result = self.session.search(query)
        view = replace(self.state.view, session=self.session, query=query, answered=query)
        self.state.show(replace(view, result=result))


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    return Reading(small_session(tmp_path))


def test_the_article_of_a_record_is_shown_at_its_quote_with_what_is_marked_in_it(
    reading: Reading,
) -> None:
    reading.selection.choose("amazon-1", "amount")
    assert reading.pane.article_id == "one"
    assert reading.pane.words == "4 billion dollars"
    assert reading.pane.titles == ("one · 2 Oct 2023 · en", "source 1 of 2")
    assert reading.pane.marked("other") == ["2 billion dollars"]
    assert reading.pane.marked("open") == ["7 billion dollars"]


@pytest.mark.parametrize(
    ("article", "words"), [("two", "4 million dollars"), ("one", "4 billion dollars")]
)
def test_the_chosen_record_stays_chosen_while_any_article_is_read(
    reading: Reading, article: str, words: str
) -> None:
    reading.selection.choose("bare")
    assert reading.controller.read(article)
    assert reading.state.view.record_id == "bare"
    assert reading.pane.article_id == article
    reading.selection.choose("amazon-1", "amount")
    reading.controller.read("two" if article == "one" else "one")
    reading.controller.read(article)
    assert reading.state.view.record_id == "amazon-1"
    assert reading.pane.words == words


def test_the_next_article_with_open_figures_is_read_at_the_first_of_them(tmp_path: Path) -> None:
    source = CORPUS.replace("quote: another 3 billion dollars", "quote: Amazon pays")
    reading = Reading(small_session(tmp_path, source))
    reading.selection.choose("amazon-1", "amount")
    assert reading.controller.next_open(1)
    assert (reading.pane.article_id, reading.pane.words) == ("two", "3 billion dollars")
    assert reading.state.view.record_id == "amazon-1"
    assert reading.controller.next_open(1)
    assert (reading.pane.article_id, reading.pane.words) == ("one", "7 billion dollars")
    assert reading.controller.next_open(-1)
    assert reading.pane.article_id == "two"


def test_where_no_other_article_has_open_figures_that_is_said(reading: Reading) -> None:
    reading.selection.choose("amazon-1", "amount")
    assert not reading.controller.next_open(1)
    assert reading.said.words == ["No other article has figures that nobody recorded."]
    assert reading.pane.article_id == "one"


def test_moving_in_one_article_points_and_does_not_show_it_again(reading: Reading) -> None:
    reading.selection.choose("amazon-1", "amount")
    shows, points = reading.pane.shows, reading.pane.points
    reading.selection.field_chosen("payer")
    reading.selection.next_quote(1)
    assert (reading.pane.shows, reading.pane.points) == (shows, points + 2)


def test_words_of_the_search_are_marked_where_the_record_stays(reading: Reading) -> None:
    reading.selection.choose("amazon-1", "amount")
    shows = reading.pane.shows
    reading.search("anthropic")
    assert reading.pane.marked("found") == ["Anthropic", "Anthropic"]
    assert reading.pane.shows == shows


def test_while_the_list_runs_ahead_of_the_record_its_article_is_not_marked(
    reading: Reading,
) -> None:
    reading.selection.choose("amazon-1", "amount")
    view = replace(reading.state.view, following="google-1", query="google", answered="google")
    reading.state.show(replace(view, result=reading.session.search("google")))
    assert reading.pane.marked("found") == []


@pytest.mark.parametrize(
    ("record", "query", "message"),
    [
        ("bare", "", "No article is recorded for this record"),
        (None, "zzz", "Nothing matches"),
        (None, "", "No record yet"),
    ],
)
def test_words_stand_where_there_is_no_article(
    reading: Reading, record: str | None, query: str, message: str
) -> None:
    if record is not None:
        reading.selection.choose(record)
    else:
        reading.search(query)
    assert message in reading.pane.message
    assert reading.pane.text is None


def test_a_text_that_is_not_there_is_said_to_be_missing_or_still_to_come(tmp_path: Path) -> None:
    loaded = small_session(tmp_path).loaded
    corpus = msgspec.structs.replace(loaded.corpus, texts={})
    loaded = msgspec.structs.replace(loaded, corpus=corpus)
    gone = Reading(FileSession(loaded))
    gone.selection.choose("google-1")
    assert gone.pane.message == "one.txt could not be read: see the audit."
    part = Reading(PartialSession(loaded))
    part.selection.choose("google-1")
    assert part.pane.message == "one.txt is still to be read …"


def test_matches_are_stepped_through_around_the_end_and_cleared(reading: Reading) -> None:
    reading.selection.choose("amazon-1", "amount")
    reading.controller.find()
    assert reading.asked.type("zzz") == "not in this article"
    assert reading.asked.type("/(/") is not None
    assert reading.asked.type("dollars") is None
    assert reading.pane.titles[1] == "1/3  dollars"
    assert reading.pane.marked("found") == ["dollars"] * 3
    first = reading.pane.pointed
    for _ in range(3):
        assert reading.controller.next_match(1)
    assert reading.pane.pointed == first
    assert reading.controller.clear_matches()
    assert reading.pane.marked("found") == []
    assert reading.pane.titles[1] == ""
    assert not reading.controller.clear_matches()
    assert not reading.controller.next_match(1)
    reading.controller.find()
    assert reading.asked.value == "dollars"


def test_the_next_open_figure_is_the_one_behind_what_is_pointed_at(reading: Reading) -> None:
    reading.selection.choose("amazon-2", "amount")
    reading.controller.next_figure(1)
    assert reading.said.words == ["Every figure of this article is recorded or dismissed."]
    reading.selection.choose("amazon-1", "amount")
    reading.controller.next_figure(1)
    assert reading.pane.words == "7 billion dollars"
    assert reading.pane.titles[1] == "open figure 1/1: 7 bn USD"
    figure = reading.state.view.figure
    assert figure is not None
    assert figure.start == ONE.index("7 billion")
    reading.selection.next_quote(1)
    assert reading.pane.words != "7 billion dollars"
    reading.controller.stand_on_figure(figure.start)
    assert reading.pane.words == "7 billion dollars"


def test_pointing_at_a_quote_takes_it_or_goes_to_the_record_that_it_proves(
    reading: Reading,
) -> None:
    reading.selection.choose("amazon-1", "amount")
    keys = {reading.pane.text[m.start : m.end]: m.key for m in reading.pane.marks if m.key >= 0}  # type: ignore[index] # shown
    reading.controller.point_at(keys["Amazon pays 4 billion dollars to Anthropic"])
    assert reading.pane.words == "Amazon pays 4 billion dollars to Anthropic"
    reading.controller.point_at(keys["2 billion dollars"])
    assert reading.visits.to == [("google-1", "amount")]
    reading.controller.point_at(99)
    assert len(reading.visits.to) == 1


def test_an_article_is_read_beside_a_record_that_it_feeds_and_else_alone(
    reading: Reading,
) -> None:
    assert reading.controller.read("two")
    assert reading.visits.to == [("amazon-2", "amount")]
    # The visit was only noted: no record is read, so the article stands alone.
    assert reading.pane.article_id == "two"
    assert set(reading.pane.marked("other")) == {"another 3 billion dollars", "4 million dollars"}
    assert not reading.controller.read("three")
    assert reading.said.words == ["three is not in the corpus now."]


def test_nothing_is_looked_for_where_there_is_no_text(reading: Reading) -> None:
    reading.selection.choose("bare")
    reading.controller.find()
    assert reading.asked.title == ""
    reading.controller.next_figure(1)
    assert reading.said.words == []


SOURCED = CORPUS.replace(
    "{file: one.txt,",
    "{file: one.txt, author: Jane Roe, url: https://paper.example/one, retrieved: 2024-06-01,",
)


def test_where_an_article_comes_from_is_shown_with_it(tmp_path: Path) -> None:
    reading = Reading(small_session(tmp_path, SOURCED))
    reading.selection.choose("amazon-1", "amount")
    assert reading.pane.origin == ["Jane Roe", "paper.example/one", "retrieved 1 Jun 2024"]


def test_the_page_of_the_quote_at_hand_is_shown(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ONE, "utf-8")
    digest = hashlib.sha256(ONE.encode()).hexdigest()
    second = ONE.index("Google pays")
    paged = CORPUS.replace(
        "{file: one.txt,", f"{{file: one.txt, sha256: '{digest}', pages: [{second}],"
    )
    reading = Reading(small_session(tmp_path, paged))
    reading.selection.choose("amazon-1", "amount")
    assert reading.pane.origin == ["page 1"]
    reading.selection.choose("google-1", "amount")
    assert reading.pane.origin == ["page 2"]


def test_an_article_has_its_address_at_the_quote_at_hand_or_at_what_is_selected(
    tmp_path: Path,
) -> None:
    reading = Reading(small_session(tmp_path, SOURCED))
    reading.selection.choose("amazon-1", "amount")
    address = "https://paper.example/one#:~:text="
    assert reading.controller.address() == address + "4%20billion%20dollars"
    start = ONE.index("Nvidia")
    reading.pane.selection_range = (start, start + len("Nvidia"))
    assert reading.controller.address() == address + "Nvidia"


def test_without_an_address_or_a_file_it_is_said(reading: Reading, tmp_path: Path) -> None:
    assert reading.controller.address() is None
    reading.selection.choose("amazon-1", "amount")
    assert reading.controller.address() is None
    assert reading.controller.original() == tmp_path / "one.txt"
    (tmp_path / "one.txt").unlink()
    assert reading.controller.original() is None
    assert reading.said.words == [
        "No article is shown.",
        "The corpus has no address of this article: its entry takes a url.",
        "error: The file of this article is not there.",
    ]
