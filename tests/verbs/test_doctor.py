"""`dealtui doctor` tells what is wrong with the places of the program, and changes nothing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from running import SHIPPED, shipped_copy

from tui.cli import main
from tui.platform.folders import cache_folder, log_file, marks_file, settings_file
from tui.store.marks import Marks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Told = Callable[..., tuple[int, dict[str, str]]]

pytestmark = pytest.mark.usefixtures("own_folders")


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "COLORTERM", "TERM_PROGRAM", "TMUX", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Told:
    """What it says of each thing, with how well that is before, beside an empty corpus."""
    empty = tmp_path / "deals.yaml"
    empty.write_text("version: 1\n", "utf-8")

    def tell(corpus: Path = empty) -> tuple[int, dict[str, str]]:
        code = main(["-c", str(corpus), "doctor"])
        lines = capsys.readouterr().out.splitlines()
        return code, {line[5:].split()[0]: line[:5] + line[18:] for line in lines}

    return tell


def test_all_is_well_where_nothing_was_written_yet(told: Told) -> None:
    code, said = told(SHIPPED)
    assert code == 0
    assert all(words.startswith("ok ") for words in said.values())
    assert said["settings"].endswith("not there: the defaults")
    assert said["log"].endswith("no fault so far")
    assert said["cache"].endswith("0 corpora, 0.0 MB")
    assert "51 records, 5 articles read, 0 errors" in said["corpus"]
    assert "256 colours" in said["terminal"]


def test_what_is_kept_is_counted(told: Told) -> None:
    Marks(marks_file()).update("corpus", "record", star=True)
    Marks(marks_file()).save_search("corpus", "mine", "amazon")
    assert told()[1]["marks"].endswith("1 mark, 1 search")


def test_damaged_files_are_told_and_left_as_they_are(told: Told) -> None:
    from tui.store.opening import open_corpus

    folder, marks = cache_folder(), marks_file()
    open_corpus(SHIPPED, cache_dir=folder)
    (file,) = folder.rglob("texts.*")
    Marks(marks).update("corpus", "record", star=True)
    for path in (file, marks):
        path.write_bytes(path.read_bytes()[:-3])
    before = sorted((path, path.read_bytes()) for path in marks.parent.iterdir())
    code, said = told()
    assert code == 1
    assert "1 damaged: read again" in said["cache"]
    assert said["cache"].startswith("ok")
    assert said["marks"].startswith("BAD")
    assert "damaged: it is set aside at the next start" in said["marks"]
    assert sorted((path, path.read_bytes()) for path in marks.parent.iterdir()) == before
    Marks(marks)
    assert "set aside: 1, the last is marks.json.damaged-1" in told()[1]["marks"]


def test_marks_that_cannot_be_read_are_told(told: Told) -> None:
    marks_file().mkdir(parents=True)
    code, said = told()
    assert code == 1
    assert said["marks"].startswith("BAD")
    assert "cannot be read" in said["marks"]


def test_a_full_disk_is_told(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> object:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("tempfile.TemporaryFile", full)
    code, said = told()
    assert code == 1
    for name in ("marks", "cache"):
        assert said[name].startswith("BAD")
        assert said[name].endswith("cannot be written: No space left on device")


def test_settings_that_cannot_be_read_are_told_with_their_line(told: Told) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("theme = \n", "utf-8")
    code, said = told()
    assert code == 1
    assert "line 1" in said["settings"]


def test_the_last_fault_is_told(told: Told) -> None:
    from tui.platform.crash_log import write_fault

    write_fault(log_file(), ValueError("x"))
    assert "the last fault was on 20" in told()[1]["log"]


@pytest.mark.parametrize(
    ("environ", "words", "well"),
    [
        ({"TERM": ""}, "no TERM", False), ({"TERM": "dumb"}, "dumb", False),
        ({"TERM": "xterm"}, "16 colours", True), ({"COLORTERM": "truecolor"}, "16 million", True),
        ({"NO_COLOR": "1"}, "no colours", True), ({"TMUX": "/tmp/x"}, "in tmux", True),
    ],
)  # fmt: skip
def test_the_terminal_says_what_it_can_do(
    environ: dict[str, str], words: str, well: bool, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    _, said = told()
    assert words in said["terminal"]
    assert said["terminal"].startswith("ok" if well else "BAD")


def test_an_article_that_lies_there_and_is_not_in_the_corpus_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = shipped_copy(tmp_path)
    for name in ("new.txt", "NEWER.TXT", "notes.yaml", ".hidden.txt"):
        (tmp_path / "seeds" / name).write_text("press", "utf-8")
    assert main(["-c", str(path), "doctor"]) == 0
    said = capsys.readouterr().out
    assert "articles     2 texts not in this corpus (add them): NEWER.TXT, new.txt" in said


def test_an_editor_that_is_named_and_cannot_be_started_is_told(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "vmi")
    monkeypatch.delenv("VISUAL", raising=False)
    code, said = told()
    assert code == 1
    assert said["editor"] == "BAD  $EDITOR is vmi, which was not found."


def test_settings_that_have_no_effect_are_told_with_their_lines(told: Told) -> None:
    path = settings_file()
    assert path is not None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('theme = "nrod"\n', "utf-8")
    code, said = told()
    assert code == 1
    assert said["settings"].endswith("line 1: there is no theme nrod: did you mean nord?")


def test_windows_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert main(["doctor"]) == 2
    assert capsys.readouterr().err.startswith("dealtui: Windows is not supported")


@pytest.fixture
def another_tui(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another distribution with a package of the same name in the environment."""
    folder = tmp_path / "packages" / "other_ui-1.2.dist-info"
    folder.mkdir(parents=True)
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: other-ui\nVersion: 1.2\n")
    (folder / "RECORD").write_text("other_ui-1.2.dist-info/METADATA,,\ntui/__init__.py,,\n")
    monkeypatch.syspath_prepend(folder.parent)


def test_no_other_package_is_called_tui(told: Told) -> None:
    assert told()[1]["package"] == "ok   no other package is called tui here"


@pytest.mark.usefixtures("another_tui")
def test_another_package_of_the_same_name_is_named(told: Told) -> None:
    code, said = told()
    assert code == 1
    assert said["package"].startswith("BAD  other-ui 1.2 has a package tui too")
    assert "pipx install dealtui" in said["package"]


def overwritten(*_: object) -> None:
    raise ImportError("cannot import name '__version__' from 'tui'")


@pytest.mark.usefixtures("another_tui")
def test_a_package_that_another_has_overwritten_is_said_at_the_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tui.cli._parse", overwritten)
    assert main(["doctor"]) == 2
    said = capsys.readouterr().err
    assert "other-ui 1.2 has a package tui too" in said
    assert "uv tool install dealtui" in said


def test_any_other_import_that_fails_is_a_fault_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.cli._parse", overwritten)
    with pytest.raises(ImportError):
        main(["doctor"])
