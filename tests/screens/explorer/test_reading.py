"""Reading a record against its sources: each step is another value, the one before stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from explorer_ports import ONE, TWO, small_session

from tui.screens.explorer.reading import Page, RecordReading, SearchPlace, place_of, warm_up

if TYPE_CHECKING:
    from pathlib import Path

    from tui.session.file_session import FileSession


@pytest.fixture
def session(tmp_path: Path) -> FileSession:
    return small_session(tmp_path)


def quoted(reading: RecordReading) -> str:
    assert reading.quote is not None
    text = ONE if reading.article == "one" else TWO
    return text[reading.quote.anchor.start : reading.quote.anchor.end]


def test_a_record_is_read_from_its_oldest_source_with_the_cursor_on_its_first_field(
    session: FileSession,
) -> None:
    reading = RecordReading.of(session, "amazon-1")
    assert reading.sources == ("one", "two")
    assert reading.path == reading.rows[0].path
    assert (reading.page, reading.quote) == (None, None)


def test_a_field_leads_to_the_quote_that_supports_it_and_a_step_leaves_the_reading_before(
    session: FileSession,
) -> None:
    before = RecordReading.of(session, "amazon-1", "amount")
    after = before.at_field(session, "payer")
    assert after is not None
    assert after.path == "payer"
    assert quoted(after) == "Amazon pays 4 billion dollars to Anthropic"
    assert (before.path, before.page) == ("amount", None)


def test_a_field_without_a_quote_leads_nowhere(session: FileSession) -> None:
    reading = RecordReading.of(session, "amazon-1")
    assert reading.at_field(session, "status") is None
    assert RecordReading.of(session, "bare").sources == ()


def test_a_field_that_a_record_lacks_leaves_the_cursor_where_it_is(
    session: FileSession,
) -> None:
    reading = RecordReading.of(session, "amazon-1", "no-such-field")
    assert reading.path == reading.rows[0].path


def test_quotes_are_stepped_through_around_the_end_and_the_cursor_follows(
    session: FileSession,
) -> None:
    reading = RecordReading.of(session, "amazon-1").in_article(session, "one")
    seen = []
    for _ in range(3):
        following = reading.next_quote(1)
        assert following is not None
        reading = following
        seen.append((quoted(reading), reading.path))
    assert seen[0] == seen[2]
    assert {path for _, path in seen} == {"payer", "amount"}
    back = reading.next_quote(-1)
    assert back is not None
    assert (quoted(back), back.path) == seen[1]


def test_sources_are_stepped_through_and_one_source_has_no_next(session: FileSession) -> None:
    reading = RecordReading.of(session, "amazon-1").in_article(session, "one")
    following = reading.next_source(session, 1)
    assert following is not None
    assert (following.article, following.source_number) == ("two", 2)
    assert quoted(following) == "4 million dollars"
    alone = RecordReading.of(session, "google-1").in_article(session, "one")
    assert alone.next_source(session, 1) is None


def test_an_evidence_is_found_by_its_place_in_the_file(session: FileSession) -> None:
    reading = RecordReading.of(session, "amazon-1")
    disputed = reading.record.evidence[2]
    there = reading.at_evidence(session, place_of(disputed))
    assert there is not None
    assert quoted(there) == "4 million dollars"
    assert reading.at_evidence(session, "1:1") is None


def test_a_page_marks_quotes_by_whose_they_are_and_what_they_say(session: FileSession) -> None:
    page = Page.of(session, "two", "amazon-1")
    marks = {TWO[mark.start : mark.end]: mark.style for mark in page.marks(session)}
    assert marks["4 million dollars"] == "dispute"
    assert marks["another 3 billion dollars"] == "other"
    open_ones = [mark for mark in Page.of(session, "one").marks(session) if mark.style == "open"]
    assert [ONE[mark.start : mark.end] for mark in open_ones] == ["7 billion dollars"]


def test_what_is_shown_first_is_worked_out_ahead(tmp_path: Path) -> None:
    session = small_session(tmp_path, indexed=False)
    assert session.known_state("google-1") is None
    warm_up(session, SearchPlace("google"))
    assert session.proof("google-1") is not None
    assert session.known_coverage("one") is not None
    assert session.known_coverage("two") is None
