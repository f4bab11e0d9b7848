"""New files beside a corpus: what each would bring, taking it in, dismissing it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from explorer_ports import Asked, Said, small_session

from tui.corpus.edit.proposals import propose
from tui.corpus.load import load
from tui.intake.document import IntakeError
from tui.model.task import UNATTENDED
from tui.platform.desktop import DesktopError, open_outside
from tui.screens.side.articles import article_list
from tui.screens.side.new_files import KIND, NewFiles, arrival_entries
from tui.session.file_session import FileSession
from tui.widgets.entries import Target

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.corpus.edit.file_edit import Edit
    from tui.corpus.edit.proposals import Proposal, Refusal
    from tui.screens.ports import Job

NEWS = """Amazon pays again

Amazon pays 4 billion dollars to Anthropic, it was said. Google pays 6 billion dollars to
Anthropic. Others speak of Amazon and of 11 billion dollars for Google in some other year.
"""
MAILS = """From ann@paper.example Mon Apr  1 10:00:00 2024
From: Ann <ann@paper.example>
Subject: The first letter
Date: Mon, 1 Apr 2024 10:00:00 +0000

Nothing of this has been in any paper yet, and nobody wrote about it before today.

From ann@paper.example Tue Apr  2 10:00:00 2024
From: Ann <ann@paper.example>
Subject: The second letter
Date: Tue, 2 Apr 2024 10:00:00 +0000

A wholly different matter: the harbour was closed for a week, and ships waited outside.

"""


class Held:
    """Changes that are made in the file at once; what was made is kept."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.made: list[str] = []

    def preview(self) -> Callable[[Proposal], Edit | Refusal]:
        return partial(propose, self.path.read_text("utf-8"))

    def make(self, edit: Edit, made: Callable[[], None] = lambda: None) -> None:
        self.path.write_text(edit.after_text, "utf-8")
        self.made.append(edit.replacement)
        made()


class Present:
    """Runs jobs at once."""

    def cancelled(self) -> bool:
        return False

    def publish(self, take: Callable[..., None], *results: object) -> None:
        take(*results)

    def start(self, group: str, work: Callable[[Job], None]) -> None:
        work(self)

    def cancel(self, group: str) -> None:
        pass


class Triage:
    """The new files of a small corpus, without a screen."""

    def __init__(self, session: FileSession) -> None:
        self.path = session.loaded.path
        self.said, self.asked, self.session = Said(), Asked(), session
        host: Any = self.said
        host.changes = self.held = Held(self.path)
        self.files = NewFiles(
            session,
            Present(),
            host,
            self.asked,
            task_of=lambda _: UNATTENDED,
            changed=lambda: None,
        )
        self.look()

    def look(self) -> None:
        self.session = FileSession(load(self.path))
        self.files.look(self.session)

    def lines(self) -> list[str]:
        return ["".join(text for text, _ in one.runs).strip() for one in self.files.entries(100)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    small_session(tmp_path, indexed=False)
    return tmp_path


def triage(folder: Path, name: str, text: str) -> Triage:
    (folder / name).write_text(text, "utf-8")
    return Triage(FileSession(load(folder / "deals.yaml")))


def test_a_new_file_is_listed_with_what_each_figure_means_for_the_corpus(folder: Path) -> None:
    lines = triage(folder, "news.txt", NEWS).lines()
    assert "1 file here that no article names" in lines[1]
    assert lines[2].startswith("news.txt  Amazon pays again")
    assert lines[3] == "confirms amazon-1: 4 bn USD “4 billion dollars” (Anthropic, Amazon)"
    assert "6 bn USD “6 billion dollars”" in lines[4]


def test_files_are_listed_as_to_be_read_until_they_are(folder: Path) -> None:
    (folder / "news.txt").write_text(NEWS, "utf-8")
    session = FileSession(load(folder / "deals.yaml"))
    (file,) = session.intake.new_files()
    entries = arrival_entries(file, None, session, 80)
    assert entries[0].target == Target(KIND, "news.txt")
    assert "to be read" in entries[1].runs[0][0]


def test_a_file_is_taken_in_as_one_change_and_is_new_no_longer(folder: Path) -> None:
    new = triage(folder, "news.txt", NEWS)
    new.files.take_in(Target(KIND, "news.txt"))
    assert new.held.made
    corpus = load(folder / "deals.yaml").corpus
    assert corpus.articles["news"].title == "Amazon pays again"
    assert corpus.texts["news"].text.startswith("Amazon pays again")
    new.look()
    assert new.files.count == 0
    assert new.lines() == []


def test_nothing_is_written_before_somebody_says_so(folder: Path) -> None:
    new = triage(folder, "letters.mbox", MAILS)
    before = sorted(path.name for path in folder.rglob("*"))
    new.files.show(Target(KIND, "letters.mbox"))
    assert "The first letter" in new.asked.value
    assert "harbour was closed" in new.asked.value
    assert sorted(path.name for path in folder.rglob("*")) == before
    assert not new.held.made
    new.asked.answer(None)
    assert len(load(folder / "deals.yaml").corpus.articles) == 4
    assert len(new.held.made) == 1


def test_all_articles_of_a_file_are_listed_below_it(folder: Path) -> None:
    lines = triage(folder, "letters.mbox", MAILS).lines()
    assert lines[2] == "letters.mbox  2 articles"
    assert [line for line in lines if "letter  " in line][1].startswith("The second letter")


def test_how_a_near_duplicate_is_meant_is_asked(folder: Path) -> None:
    text = (folder / "one.txt").read_text("utf-8").replace("one day", "some other day")
    new = triage(folder, "copy.txt", text)
    assert any("like one" in line for line in new.lines())
    new.files.take_in(Target(KIND, "copy.txt"))
    assert not new.held.made
    versions = [one.target for one in new.asked.entries if one.target is not None]
    assert [target.kind for target in versions] == ["version", "own"]
    new.asked.answer(versions[0])
    assert load(folder / "deals.yaml").corpus.articles["copy"].version_of == "one"


def test_what_cannot_be_read_says_why_and_is_not_taken_in(folder: Path) -> None:
    (folder / "blank.html").write_bytes(b"<html><body></body></html>")
    new = Triage(FileSession(load(folder / "deals.yaml")))
    assert any("there is no text" in line for line in new.lines())
    new.files.take_in(Target(KIND, "blank.html"))
    assert not new.held.made
    assert "cannot be taken in" in new.said.words[-1]


def test_a_dismissed_file_is_hidden_until_it_is_asked_for_or_changes(folder: Path) -> None:
    new = triage(folder, "news.txt", NEWS)
    new.files.dismiss(Target(KIND, "news.txt"))
    assert new.lines() == ["", "1 new files dismissed: X"]
    new.files.with_dismissed = True
    assert any(line.startswith("(dismissed) news.txt") for line in new.lines())
    new.files.dismiss(Target(KIND, "news.txt"))
    assert new.files.count == 1


def test_a_file_that_changed_since_it_was_read_is_not_taken_in(folder: Path) -> None:
    (folder / "news.txt").write_text(NEWS, "utf-8")
    intake = FileSession(load(folder / "deals.yaml")).intake
    (read,) = intake.read(intake.new_files(), UNATTENDED)
    (folder / "news.txt").write_text(NEWS + "More of it.\n", "utf-8")
    with pytest.raises(IntakeError, match="changed since it was read"):
        intake.stored(read)


def test_keys_on_other_lines_say_what_they_are_for(folder: Path) -> None:
    new = triage(folder, "news.txt", NEWS)
    new.files.take_in(Target("article", "one"))
    new.files.dismiss(None)
    assert new.said.words == [
        "Only new files are taken in here.",
        "Only new files are dismissed here.",
    ]


def test_of_a_day_of_the_past_and_of_a_closed_corpus_nothing_is_new(folder: Path) -> None:
    from datetime import date

    (folder / "news.txt").write_text(NEWS, "utf-8")
    session = FileSession(load(folder / "deals.yaml"))
    assert session.as_known(date(2023, 12, 1)).intake.new_files() == ()
    assert FileSession(session.loaded, demo=True).intake.new_files() == ()


def test_an_empty_list_says_where_to_put_files(tmp_path: Path) -> None:
    (tmp_path / "deals.yaml").write_text("version: 1\narticles_dir: .\n", "utf-8")
    content = article_list(FileSession(load(tmp_path / "deals.yaml")))
    assert "Put pages, PDFs, mails or texts" in content.entries[0].runs[0][0]


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that alone is searched for programs, besides the shell."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    return tmp_path


def opener(folder: Path, script: str) -> None:
    program = folder / "xdg-open"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)


def test_an_address_is_handed_to_the_desktop_as_it_is(programs: Path) -> None:
    opener(programs, f'printf %s "$1" > {programs}/opened')
    address = "https://paper.example/a#:~:text=4%20billion; rm -rf"
    open_outside({"DISPLAY": ":0"}, address)
    assert (programs / "opened").read_text("utf-8") == address


@pytest.mark.parametrize(
    ("environ", "script", "words"),
    [
        ({}, "exit 0", "no desktop"),
        ({"DISPLAY": ":0"}, "", "install xdg-utils"),
        ({"WAYLAND_DISPLAY": "w"}, "exit 3", "no program for it is installed"),
        ({"DISPLAY": ":0"}, "exit 9", "exit code 9"),
    ],
)
def test_what_the_desktop_could_not_open_is_said(
    programs: Path, environ: dict[str, str], script: str, words: str
) -> None:
    if script:
        opener(programs, script)
    with pytest.raises(DesktopError, match=words):
        open_outside(environ, "https://paper.example/")
