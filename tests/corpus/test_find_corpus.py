"""The corpus that the user means is found, or it is said where none was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.corpus.discovery import CorpusError, NoCorpusError, find_corpus, shipped_corpus


@pytest.fixture
def cwd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("version: 1\n")
    return path


def find(argument: str | None, cwd: Path, **environ: str) -> Path:
    return find_corpus(argument, environ=environ, cwd=cwd)


def test_a_named_file_is_taken_as_it_is_named(cwd: Path) -> None:
    make(cwd / "x" / "my.yaml")
    assert find("x/my.yaml", cwd) == Path("x/my.yaml")


@pytest.mark.parametrize("inside", ["deals.yaml", "data/deals.yaml"])
def test_a_named_folder_may_hold_it_or_its_data_folder(cwd: Path, inside: str) -> None:
    make(cwd / "x" / inside)
    assert find("x", cwd) == Path("x") / inside


def test_the_argument_goes_before_the_environment_and_that_before_the_folder(cwd: Path) -> None:
    make(cwd / "deals.yaml")
    make(cwd / "a" / "deals.yaml")
    make(cwd / "b" / "deals.yaml")
    assert find("a", cwd, DEALTUI_CORPUS="b") == Path("a/deals.yaml")
    assert find(None, cwd, DEALTUI_CORPUS="b") == Path("b/deals.yaml")
    assert find(None, cwd, DEALTUI_CORPUS="") == Path("deals.yaml")
    make(cwd / "data" / "deals.yaml")
    assert find(None, cwd) == Path("data/deals.yaml")


def test_where_there_is_none_it_is_said_where_it_was_looked_for(cwd: Path) -> None:
    (cwd / ".git").mkdir()
    below = cwd / "a" / "b"
    below.mkdir(parents=True)
    with pytest.raises(NoCorpusError, match=str(below)):
        find(None, below)


def test_the_nearest_corpus_upwards_is_taken(cwd: Path) -> None:
    make(cwd / "data" / "deals.yaml")
    below = cwd / "a" / "b"
    below.mkdir(parents=True)
    assert find(None, below) == cwd / "data" / "deals.yaml"
    make(cwd / "a" / "deals.yaml")
    assert find(None, below) == cwd / "a" / "deals.yaml"


def test_a_corpus_above_the_repository_is_another_ones(cwd: Path) -> None:
    make(cwd / "deals.yaml")
    (cwd / "a" / ".git").mkdir(parents=True)
    with pytest.raises(NoCorpusError):
        find(None, cwd / "a")


def test_the_shipped_corpus_is_there(cwd: Path) -> None:
    assert shipped_corpus().is_absolute()
    assert shipped_corpus().name == "deals.yaml"


def test_a_folder_that_is_not_the_current_one_is_looked_into(tmp_path: Path) -> None:
    make(tmp_path / "deals.yaml")
    assert find(None, tmp_path) == tmp_path / "deals.yaml"
    assert find(".", tmp_path) == tmp_path / "deals.yaml"


@pytest.mark.parametrize("name", ["nothing", "nothing/deals.yaml", "empty", "x" * 5000, "a\0b"])
def test_what_is_named_and_missing_is_an_error_with_the_next_step(cwd: Path, name: str) -> None:
    (cwd / "empty").mkdir()
    with pytest.raises(CorpusError) as error:
        find(name, cwd)
    assert error.value.hint
    with pytest.raises(CorpusError, match="DEALTUI_CORPUS"):
        find(None, cwd, DEALTUI_CORPUS=name)
