"""Which corpus a command is about: never a wrong one in silence, and never half of one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tui.cli import main
from tui.corpus.discovery import shipped_corpus

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("own_folders")
GIVES_DATA = (
    ["check"], ["search", "x"], ["export", "deals"], ["export", "evidence"], ["timeline"],
    ["flows"], ["party", "x"], ["add", "new.txt"],
)  # fmt: skip


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository without a corpus, and the working folder in it."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "new.txt").write_text("Nordwind pays Kestrel 4 billion dollars.")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DEALTUI_CORPUS", raising=False)
    return tmp_path


def corpus(folder: Path, text: str = "") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "deals.yaml"
    path.write_text(text or "version: 1\ndeals:\n  - {id: a, title: Alpha}\n", "utf-8")
    return path


@pytest.mark.parametrize("arguments", GIVES_DATA, ids=" ".join)
def test_a_verb_without_a_corpus_says_where_it_looked_and_ends_with_2(
    arguments: list[str], empty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert not printed.out
    assert "there is no corpus" in printed.err
    assert str(empty) in printed.err


def test_the_corpus_is_looked_for_upwards_to_the_root_of_the_repository(
    empty: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus(empty / "data")
    below = empty / "notes" / "2024"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert main(["search", "alpha", "--format", "ids"]) == 0
    assert capsys.readouterr().out == "a\n"
    inner = empty / "notes" / "other"
    (inner / ".git").mkdir(parents=True)
    monkeypatch.chdir(inner)
    assert main(["search", "alpha"]) == 2


def test_the_demo_is_asked_for_by_name(empty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "amazon", "--demo", "--format", "ids"]) == 0
    assert capsys.readouterr().out
    assert main(["--demo", "search", "amazon", "--format", "ids"]) == 0


def test_nothing_is_added_to_the_demo(empty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = shipped_corpus().read_bytes()
    assert main(["add", "--demo", "--no-open", "new.txt"]) == 2
    assert "read only" in capsys.readouterr().err
    assert shipped_corpus().read_bytes() == before


@pytest.mark.parametrize(
    "line",
    ["check there", "-c there check", "check -c there", "there check", "there/deals.yaml check",
     "--locale fr there check", "--color never --no-cache there check", "there --partial check"],
)  # fmt: skip
def test_a_corpus_is_named_before_the_verb_or_behind_it(line: str, empty: Path) -> None:
    corpus(empty / "there")
    assert main(line.split()) == 0


@pytest.mark.parametrize(
    "arguments",
    [["-c", "there", "--demo", "check"], ["--demo", "check", "there"],
     ["check", "there", "-c", "other"], ["there", "--demo"]],
    ids=" ".join,
)  # fmt: skip
def test_of_two_corpora_that_are_named_none_is_taken(
    arguments: list[str], empty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("there", "other"):
        corpus(empty / name)
    assert main(arguments) == 2
    assert "two corpora are named" in capsys.readouterr().err


def test_a_name_that_is_empty_means_no_other_corpus(
    empty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus(empty)
    assert main(["-c", "", "check"]) == 2
    assert main(["check", " "]) == 2
    assert "has no name" in capsys.readouterr().err


@pytest.mark.parametrize(
    "query",
    [
        "date:18/11/2025",
        "payre:x",
        "has:foo",
        "(alpha",
        "\U0001f600",
        "***",
        "!=4bn",
        "4bn+",
        "alpha |",
        '"alpha',
        "| alpha",
    ],
)
@pytest.mark.parametrize("verb", ["search", "timeline", "flows"])
def test_a_query_that_cannot_be_read_has_no_answer_in_a_script(
    verb: str, query: str, empty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus(empty)
    assert main([verb, query]) == 2
    printed = capsys.readouterr()
    assert not printed.out
    assert printed.err
    assert main([verb, "--lenient", query]) in (0, 1)


def test_a_timeline_of_nothing_says_so(empty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus(empty)
    assert main(["timeline", "zzzz"]) == 1
    assert "nothing matches" in capsys.readouterr().err


def test_the_whole_corpus_can_be_copied_and_checked_elsewhere(
    empty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(shipped_corpus().parent, empty / "data")
    shutil.copytree(shipped_corpus().parent.parent / "seeds", empty / "seeds")
    assert main(["check"]) == 0
    assert "0 errors" in capsys.readouterr().err
