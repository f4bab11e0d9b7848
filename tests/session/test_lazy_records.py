"""The records of a search, walked by whoever needs them all."""

from __future__ import annotations

from running import SHIPPED

from tui.model.task import UNATTENDED
from tui.session.file_session import FileSession


def library() -> FileSession:
    return FileSession.open(SHIPPED)


def listed(made: FileSession) -> list[str]:
    return [record.id for record in made.listed]


def test_all_records_are_listed_without_a_query() -> None:
    made = library()
    made.search("")
    assert listed(made) == list(made.corpus.records)


def test_the_found_records_are_listed_before_the_index_and_after() -> None:
    made = library()
    found = made.search("microsoft")
    assert listed(made) == [found.record_id(at) for at in range(found.total)]
    made.prepare(UNATTENDED)
    found = made.search("microsoft")
    assert len(made.listed) == found.total > 2
    assert set(listed(made)) == {found.record_id(at) for at in range(found.total)}
