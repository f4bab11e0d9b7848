"""Search knows what the user added: stars, words of notes, reviews; and who published what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from explorer_ports import CORPUS, small_session

from tui.model.task import UNATTENDED
from tui.search.engine import Result
from tui.search.query.fields import asks_for_marks

if TYPE_CHECKING:
    from pathlib import Path

    from tui.session.file_session import FileSession

SOURCE = CORPUS.replace("title: First,", "title: First, publisher: Le Courrier,").replace(
    "title: Second,", "title: Second, publisher: Daily Orrery,"
)


@pytest.fixture
def session(tmp_path: Path) -> FileSession:
    """Four records: `amazon-1`, `amazon-2`, `google-1` and `bare`; the index is built."""
    session = small_session(tmp_path, SOURCE)
    session.prepare(UNATTENDED)
    return session


def found(session: FileSession, query: str) -> set[str]:
    result = session.search(query)
    assert isinstance(result, Result)
    return set(result.newest_first())


def test_stars_reviews_and_notes_are_filters_that_follow_every_change(session: FileSession) -> None:
    index = session._search._index
    everything = {"amazon-1", "amazon-2", "google-1", "bare"}
    assert found(session, "star:yes") == set()
    assert found(session, "star:no") == found(session, "review:none") == everything
    session.own.toggle_star("bare")
    session.own.toggle_star("google-1")
    session.own.toggle_review("amazon-1")
    session.own.set_note("amazon-2", "Call the bank’s press office back")
    assert found(session, "star:yes") == {"bare", "google-1"}
    assert found(session, "google star:yes") == {"google-1"}
    assert found(session, "-star:yes") == found(session, "star:no") == {"amazon-1", "amazon-2"}
    assert found(session, "review:reviewed") == {"amazon-1"}
    assert found(session, "review:none,reviewed") == everything
    assert found(session, "note:bank") == found(session, 'note:"press off"') == {"amazon-2"}
    assert found(session, "note:ank") == found(session, 'note:"office press"') == set()
    session.own.toggle_star("bare")
    assert found(session, "star:yes") == {"google-1"}
    # The index itself was not touched.
    assert session._search._index is index


def test_a_review_of_a_record_that_changed_since_is_outdated(tmp_path: Path) -> None:
    from tui.store.marks import Marks

    marks = Marks(None)
    session = small_session(tmp_path, SOURCE)
    session = type(session)(session.loaded, marks)
    session.prepare(UNATTENDED)
    session.own.toggle_review("google-1")
    session.own.toggle_review("amazon-1")
    changed = small_session(tmp_path, SOURCE.replace("2 bn USD", "3 bn USD"))
    changed = type(session)(changed.loaded, marks)
    changed.prepare(UNATTENDED)
    assert found(changed, "review:outdated") == {"google-1"}
    assert found(changed, "review:reviewed") == {"amazon-1"}
    # What a script asks is answered the same.
    assert set(changed.answer("review:changed").newest_first()) == {"google-1"}


def test_a_note_that_nobody_wrote_is_said_with_the_query_and_completed_from_those_there_are(
    session: FileSession,
) -> None:
    session.own.set_note("bare", "doubtful, call again")
    session.own.set_note("google-1", "call")
    result = session.search("note:never")
    assert [problem.message for problem in result.problems] == ["no note of yours has “never”"]
    offered = [(one.text, one.description) for one in session.completions("note:", 5)]
    assert offered[0] == ("call", "call (2)")
    assert {text for text, _ in offered} == {"call", "again", "doubtful"}
    values = {one.text: one.description for one in session.completions("star:", 5)}
    assert values == {"yes": "0 records", "no": "4 records"}


def test_publishers_are_found_by_any_word_of_their_name(session: FileSession) -> None:
    assert found(session, "publisher:orrery") == {"amazon-1", "amazon-2"}
    assert found(session, 'publisher:"le courrier"') == {"amazon-1", "google-1"}
    assert found(session, "-publisher:courrier") == {"amazon-2", "bare"}
    result = session.search("publisher:courier")
    assert result.total == 2
    assert session.search("publisher:nobody").problems
    offered = [one.text for one in session.completions("publisher:dai", 13)]
    assert offered == ['"Daily Orrery"']


def test_what_the_user_added_is_counted_among_the_facets_once_there_is_any(
    session: FileSession,
) -> None:
    facets = session.facets(session.search(""))
    assert (facets["star"], facets["review"]) == ([], [])
    assert [(one.value, one.count) for one in facets["publisher"]] == [
        ("Daily Orrery", 2), ("Le Courrier", 2),
    ]  # fmt: skip
    session.own.toggle_star("bare")
    facets = session.facets(session.search(""))
    assert {one.value: one.count for one in facets["star"]} == {"yes": 1, "no": 3}
    assert {one.value: one.count for one in facets["review"]} == {"none": 4}


@pytest.mark.parametrize(
    ("query", "asks"),
    [("star:yes", True), ("-NOTE:x", True), ("a | review:none", True), ("payer:amazon", False)],
)
def test_marks_are_looked_at_only_where_a_query_asks_for_them(query: str, asks: bool) -> None:
    assert asks_for_marks(query) == asks
