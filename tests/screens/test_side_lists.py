"""What the screens beside the explorer list is written without a screen, in whichever thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from running import SHIPPED

from tui.corpus.load import load
from tui.model.task import UNATTENDED
from tui.screens.side.articles import article_list
from tui.screens.side.audit import finding_list
from tui.screens.side.base import ListRequest
from tui.screens.side.flows import all_flows
from tui.screens.side.flows_ego import flows_of
from tui.screens.side.party import party_list
from tui.session.file_session import FileSession

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.screens.side.base import ListContent
    from tui.widgets.entries import Entry

WRITERS: dict[str, Callable[[ListRequest], ListContent]] = {
    "articles": lambda asked: article_list(asked.session),
    "flows": lambda asked: all_flows(asked).content,
    "flows of Anthropic": lambda asked: flows_of(asked, "anthropic").content,
    "Anthropic": lambda asked: party_list(asked, "anthropic"),
}


@pytest.fixture(scope="module")
def session() -> FileSession:
    return FileSession(load(SHIPPED))


def asked(session: FileSession, query: str = "", width: int = 100) -> ListRequest:
    return ListRequest(session, query, None, width)


def text_of(entries: Sequence[Entry]) -> str:
    return "\n".join("".join(text for text, _ in entry.runs) for entry in entries)


@pytest.mark.parametrize("name", WRITERS)
def test_a_list_says_what_it_is_and_leads_somewhere(name: str, session: FileSession) -> None:
    content = WRITERS[name](asked(session))
    assert "".join(text for text, _ in content.left).startswith(name)
    assert any(entry.target for entry in content.entries)


@pytest.mark.parametrize("name", WRITERS)
def test_a_list_written_in_another_thread_is_the_same(name: str, session: FileSession) -> None:
    written: list[ListContent] = []
    request = asked(session)
    worker = threading.Thread(target=lambda: written.append(WRITERS[name](request)))
    worker.start()
    worker.join()
    assert written == [WRITERS[name](request)]


def test_flows_say_which_query_they_follow_and_which_parties_a_line_is_about(
    session: FileSession,
) -> None:
    written = all_flows(asked(session, "status:\x1bpaid"))
    assert "of what “status:␛paid” finds" in written.content.left[1][0]
    targets = {entry.target for entry in written.content.entries if entry.target}
    assert targets == set(written.pairs)
    assert ("amazon", "anthropic") in written.pairs.values()


def test_findings_stand_under_their_defect_in_the_order_of_the_lines_that_lead_to_them(
    session: FileSession,
) -> None:
    found = session.audit(UNATTENDED)
    written = finding_list(found, session, 80, with_dismissed=False)
    links = [entry.target for entry in written.content.entries if entry.target]
    assert len(links) == len(written.listed) == len(found)
    assert [target.key for target in links] == [
        problem.record or problem.article or str(problem.line) for problem in written.listed
    ]
    assert all(len(line) <= 80 for line in text_of(written.content.entries).splitlines())


def test_an_audit_that_finds_nothing_says_so(session: FileSession) -> None:
    written = finding_list((), session, 80, with_dismissed=False)
    assert "every check holds" in text_of(written.content.entries)
    assert written.listed == ()
