"""The head line: what matters most stays, however narrow the window is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from explorer_ports import small_session

from tui.model.problems import Problem
from tui.screens.explorer.head import head_line
from tui.widgets.drawing.highlighted_text import width_of

if TYPE_CHECKING:
    from pathlib import Path

    from tui.session.file_session import FileSession

WIDTHS = (200, 120, 100, 80, 60, 40)


@pytest.fixture
def session(tmp_path: Path) -> FileSession:
    folder = tmp_path / "a-rather-long-name-of-a-folder"
    folder.mkdir()
    return small_session(folder)


def line(session: Any, message: str, width: int) -> str:
    left, right = head_line(session, message, width)
    assert width_of(left + right) <= width
    return "".join(text for text, _ in left + right)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("message", ["", "reading", "broken on disk, " + "line 7: x " * 20])
def test_the_name_of_the_corpus_stays(width: int, message: str, session: FileSession) -> None:
    said = line(session, message, width)
    assert "deals.yaml" in said
    assert message[:10] in said
    session._demo = True
    assert "demo corpus, read only" in line(session, message, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_way_here_stands_in_the_line_without_the_record_where_that_has_no_room(
    width: int, session: FileSession
) -> None:
    trail = ["Deals", "Anthropic", "Microsoft", "A record with a title of several words"]
    left, right = head_line(session, "", width, trail)
    said = "".join(text for text, _ in left + right)
    assert width_of(left + right) <= width
    assert "deals.yaml" in said
    if width >= 80:
        assert "Microsoft" in said
    if width >= 160:
        assert "Deals › Anthropic › Microsoft › A record with a title of several words" in said


def test_what_matters_least_goes_first(session: FileSession) -> None:
    states = {"proved": 142, "judged": 114, "unsourced": 5, "disputed": 1}
    session.proof_counts = lambda: states  # type: ignore[method-assign, assignment, return-value] # few records
    parts = ["records", "dealtui", "proved", "judged", "unsourced", "disputed"]
    seen = [[part in line(session, "", width) for part in parts] for width in range(140, 20, -1)]
    for shown in seen:
        assert shown == sorted(shown), "a part went before one that matters less"
    assert all(seen[0])
    assert not any(seen[-1])


def test_what_is_wrong_with_the_file_outlasts_every_count(session: FileSession) -> None:
    session.loaded = session.loaded.__class__(
        session.corpus, (Problem("yaml-syntax", "x"),), session.loaded.path, session.loaded.path
    )
    for width in WIDTHS[:-1]:
        assert "1 problem: see the audit" in line(session, "", width)


def test_a_name_that_is_longer_than_the_window_ends_as_it_does(tmp_path: Path) -> None:
    session = small_session(tmp_path)
    name = "x" * 90 + "-2024.yaml"
    session.loaded = session.loaded.__class__(session.corpus, (), tmp_path / name, tmp_path)
    assert line(session, "", 40).strip().startswith("…x")
    assert "-2024.yaml" in line(session, "", 40)
