"""The records of a search, walked by whoever needs them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from running import SHIPPED

from tui.model.task import UNATTENDED
from tui.session.file_session import FileSession

if TYPE_CHECKING:
    from tui.session.protocol import SearchResult


def session() -> FileSession:
    return FileSession.open(SHIPPED)


def ids(made: FileSession, found: SearchResult | None) -> list[str]:
    return [record.id for record in made.found_records(found)]


def test_all_records_are_listed_where_nothing_is_searched_for() -> None:
    made = session()
    assert ids(made, None) == list(made.corpus.records)


def test_the_found_records_are_listed_before_the_index_and_after() -> None:
    made = session()
    found = made.search("microsoft")
    assert ids(made, found) == [found.record_id(at) for at in range(found.total)]
    made.prepare(UNATTENDED)
    found = made.search("microsoft")
    assert len(made.found_records(found)) == found.total > 2
    assert set(ids(made, found)) == {found.record_id(at) for at in range(found.total)}


def test_they_are_listed_in_order_of_time_too() -> None:
    made = session()
    found = made.search("microsoft")
    lines = made.in_time(found)
    assert {line.record_id for line in lines} == set(ids(made, found))
    assert len(made.in_time(None)) > len(lines)
