"""What is at hand is copied in the form that another text needs, and the history of a field."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from explorer_ports import (
    CORPUS,
    ONE,
    Asked,
    Said,
    ShownRecord,
    Threads,
    small_session,
)

from tui.platform.git import Commit
from tui.screens.explorer.copying import CopyController
from tui.screens.explorer.field_history import HistoryController, history_entries
from tui.screens.explorer.selection import SelectionController
from tui.screens.explorer.state import ExplorerState
from tui.session.field_history import FieldHistory

if TYPE_CHECKING:
    from pathlib import Path

ADDRESSED = CORPUS.replace(
    "title: First,", 'title: First, publisher: The Post, url: "https://example.org/first",'
)


class Copying:
    """The controllers over a small corpus, a record and its quote at hand."""

    def __init__(self, folder: Path) -> None:
        self.session, self.state = small_session(folder, ADDRESSED), ExplorerState()
        self.asked, self.said, self.threads = Asked(), Said(), Threads()
        self.copied: list[str] = []
        self.selection = SelectionController(self.state, ShownRecord(), self.said)
        ports = (self.state, self.threads, self.asked, self.said, self.copied.append)
        self.controller, self.history = CopyController(*ports), HistoryController(*ports)
        self.state.show(replace(self.state.view, session=self.session))

    def copy(self, form: str) -> str:
        """Copy in one of the forms that are offered."""
        self.controller.choose()
        texts = self.asked.texts()
        at = next(at for at, text in enumerate(texts) if text.startswith(form))
        target = self.asked.entries[at].target
        assert target is not None
        self.asked.answer(target)
        self.threads.run()
        return self.copied[-1]


@pytest.fixture
def copying(tmp_path: Path) -> Copying:
    return Copying(tmp_path)


def test_without_a_record_that_is_said(copying: Copying) -> None:
    copying.controller.choose()
    copying.history.show(100)
    assert copying.said.words == [
        "Choose a record first.", "Choose a field of a record first.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("value", "$4 bn"),
        ("sentence", ONE.partition("\n")[0]),
        (
            "citation",
            "“First”, The Post, 2 Oct 2023, https://example.org/first#:~:text=4%20billion%20dollars",
        ),
        (
            "Markdown footnote",
            "[^one]: “4 billion dollars”, The Post, "
            "[First](<https://example.org/first#:~:text=4%20billion%20dollars>), 2 Oct 2023",
        ),
        ("link", "https://example.org/first#:~:text=4%20billion%20dollars"),
    ],
)
def test_the_field_and_the_quote_at_hand_are_copied_in_a_form(
    form: str, text: str, copying: Copying
) -> None:
    copying.selection.choose("amazon-1", "amount")
    assert copying.copy(form) == text


def test_the_record_is_copied_as_the_file_has_it(copying: Copying) -> None:
    copying.selection.choose("amazon-2", "amount")
    lines = copying.copy("YAML").splitlines()
    assert lines[:2] == ["- id: amazon-2", "  title: Amazon pays again"]
    assert lines[-1] == "    - {for: amount, article: two, quote: another 3 billion dollars}"


def test_without_a_quote_only_what_there_is_is_offered(copying: Copying) -> None:
    copying.selection.choose("bare", "announced")
    copying.controller.choose()
    assert [text.split()[0] for text in copying.asked.texts()] == ["value", "YAML"]


def test_a_corpus_without_history_says_why(
    copying: Copying, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    copying.selection.choose("amazon-1", "amount")
    copying.history.show(100)
    assert copying.said.words == ["Asking git …"]
    copying.threads.run()
    assert copying.said.words[-1].startswith("There is no history: not a git repository")


def test_the_history_lists_commits_with_what_they_changed() -> None:
    commit = Commit("abc1234", "2024-04-05", "Ada", "Four", ("-    amount: 3", "+    amount: 4"))
    entries = list(history_entries(FieldHistory((commit,), ("-    amount: 4", "+    x")), 60))
    lines = ["".join(text for text, _ in entry.runs).strip() for entry in entries]
    assert lines == [
        "not committed yet", "- amount: 4", "+ x",
        "2024-04-05  Ada  abc1234", "Four", "- amount: 3", "+ amount: 4",
    ]  # fmt: skip
    assert [entry.target.key for entry in entries if entry.target] == ["abc1234"]
