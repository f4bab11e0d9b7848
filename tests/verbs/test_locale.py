"""Figures and dates are written as the user reads them, in every command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from running import SHIPPED

from tui.cli import main

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("opened_before")

COMMANDS = (
    ["search", "anthropic"],
    ["timeline"],
    ["timeline", "--known", "2024-03"],
    ["flows"],
    ["party", "Anthropic"],
)
ENGLISH = re.compile(r"[$€]\d[\d.,]* (?:bn|tn)\b|\b(?:Sep|Dec|Feb) 20\d\d\b")
FRENCH = re.compile(r"\d Md[$€]|\b(?:sept|déc|févr)\. 20\d\d\b")


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_an_option_says_how(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    for locale, wanted, unwanted in (("fr", FRENCH, ENGLISH), ("en", ENGLISH, FRENCH)):
        assert main(["-c", str(SHIPPED), "--locale", locale, *arguments]) == 0
        shown = capsys.readouterr().out
        assert wanted.search(shown)
        assert not unwanted.search(shown)


def test_else_the_system_says_how(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    main(["-c", str(SHIPPED), "search", "anthropic"])
    assert FRENCH.search(capsys.readouterr().out)


@pytest.mark.parametrize("verb", ["timeline", "flows"])
def test_pictures_are_written_so_too(verb: str, tmp_path: Path) -> None:
    picture = tmp_path / "picture.svg"
    assert main(["-c", str(SHIPPED), "--locale", "fr", verb, "--svg", str(picture)]) == 0
    shown = picture.read_text("utf-8")
    assert "Md$" in shown
    assert not ENGLISH.search(shown)
