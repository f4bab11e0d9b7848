"""What is listed is written into a file of another program, never over one that is there."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from explorer_ports import Asked, Said, Threads, small_session

from tui.screens.explorer.exporting import ExportController
from tui.screens.explorer.state import ExplorerState
from tui.widgets.entries import Target

if TYPE_CHECKING:
    from pathlib import Path


class Exporting:
    """The controller over a small corpus."""

    def __init__(self, folder: Path) -> None:
        self.session, self.state = small_session(folder), ExplorerState()
        self.asked, self.said, self.threads = Asked(), Said(), Threads()
        self.controller = ExportController(self.state, self.threads, self.asked, self.said)
        self.search("")

    def search(self, query: str) -> None:
        result = self.session.search(query)
        view = replace(self.state.view, session=self.session, query=query, answered=query)
        self.state.show(replace(view, result=result))


@pytest.fixture
def exporting(tmp_path: Path) -> Exporting:
    return Exporting(tmp_path)


def test_what_the_search_has_found_is_written_in_the_format_that_was_chosen(
    exporting: Exporting, tmp_path: Path
) -> None:
    exporting.search("amount:>1bn")
    exporting.controller.choose()
    assert "deals.csv" in " ".join(exporting.asked.texts())
    exporting.asked.answer(Target("jsonl", "deals"))
    assert exporting.asked.value.endswith("deals.jsonl")
    file = tmp_path / "out.jsonl"
    assert exporting.asked.type(str(file)) is None
    assert not file.exists()
    exporting.threads.run()
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    found = exporting.state.view.result
    assert found is not None
    assert 0 < len(rows) < exporting.session.record_count
    assert {row["id"] for row in rows} <= {found.record_id(at) for at in range(found.total)}
    assert exporting.said.words == [f"Written to {file}"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "name a file"),
        ("there.csv", "already"),
        ("no/folder/x.csv", "no such folder"),
        ("x.xlsx", "would be xlsx"),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused(
    exporting: Exporting, tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "there.csv").write_text("mine", "utf-8")
    exporting.controller.choose()
    exporting.asked.answer(Target("csv", "deals"))
    wrong = exporting.asked.type(str(tmp_path / name) if name else "")
    assert wrong is not None
    assert words in wrong
    assert not exporting.threads.works


def test_an_empty_list_is_not_exported(exporting: Exporting) -> None:
    exporting.search("zzqx")
    exporting.controller.choose()
    assert exporting.said.words == ["Nothing is listed that could be exported."]


def test_a_file_that_cannot_be_written_is_said(exporting: Exporting, tmp_path: Path) -> None:
    exporting.controller.choose()
    exporting.asked.answer(Target("csv", "deals"))
    file = tmp_path / "later.csv"
    assert exporting.asked.type(str(file)) is None
    file.mkdir()
    exporting.threads.run()
    assert exporting.said.words[0].startswith("error: Nothing was written")
