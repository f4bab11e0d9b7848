"""`dealtui check` says the same again, whether it proves or remembers, and keeps its bar apart."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from running import shipped_copy

from tui.cli import main
from tui.verbs.progress import Progress

if TYPE_CHECKING:
    from pathlib import Path

OPTIONS = {
    "plain": (),
    "selected": ("--select", "total-differs,figure-open"),
    "ignored": ("--ignore", "total-differs"),
    "with figures": ("--coverage",),
    "as json": ("--format", "json"),
}


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = shipped_copy(tmp_path)
    source = path.read_text("utf-8").replace("amount: up to 4 bn USD", "amount: 9 bn USD", 1)
    path.write_text(source, "utf-8")
    return path


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
def test_what_is_remembered_is_what_was_found(
    options: tuple[str, ...], corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    anew = main(["-c", str(corpus), "--no-cache", "check", *options]), capsys.readouterr()
    assert not (corpus.parents[1] / "cache").exists()
    main(["-c", str(corpus), "check"])
    capsys.readouterr()
    again = main(["-c", str(corpus), "check", *options]), capsys.readouterr()
    assert again == anew
    assert anew[0] == int(options[:1] != ("--select",))


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_bar_is_taken_away_in_the_end_and_stays_out_of_files() -> None:
    screen, file = _Screen(), io.StringIO()
    for stream in (screen, file):
        with Progress(stream) as progress:
            progress._next = 0
            progress("proving", 50, 200)
    assert "proving 50 of 200" in screen.getvalue()
    assert screen.getvalue().count("━") * 3 == screen.getvalue().count("─")
    assert screen.getvalue().endswith("\r\x1b[K")
    assert file.getvalue() == ""


def test_what_is_done_at_once_shows_no_bar() -> None:
    screen = _Screen()
    with Progress(screen) as progress:
        progress("proving", 0, 200)
    assert screen.getvalue() == ""
