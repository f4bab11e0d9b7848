"""The terminal is asked for its ground, and what it says in time decides between dark and light."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from terminal import running

if TYPE_CHECKING:
    from pathlib import Path

    from terminal import Terminal

QUERY = b"\x1b]11;?\x1b\\"
LIGHT_REPLY = b"\x1b]11;rgb:fdfd/f6f6/e3e3\x1b\\"
LIGHT, DARK = "fbfaf7", "121518"


def grounds(terminal: Terminal) -> set[str]:
    """The colours that lie below what is painted."""
    return {cell.bg for row in terminal.screen.buffer.values() for cell in row.values()}


def asked(home: Path, **variables: str) -> Terminal:
    terminal = running(home, COLORTERM="truecolor", **variables)
    end = time.monotonic() + 20
    while QUERY not in terminal.output and time.monotonic() < end:
        terminal.read(0.05)
    assert QUERY in terminal.output
    return terminal


def test_a_light_terminal_gets_the_light_theme(home: Path) -> None:
    terminal = asked(home)
    terminal.send(LIGHT_REPLY)
    terminal.until(lambda text: "Reuters" in text and LIGHT in grounds(terminal))
    assert DARK not in grounds(terminal)
    terminal.press("q")
    assert terminal.exit_code() == 0


def test_an_answer_that_comes_late_changes_nothing_and_is_no_key(home: Path) -> None:
    terminal = asked(home)
    terminal.until(lambda text: "Reuters" in text and DARK in grounds(terminal))
    end = time.monotonic() + 0.6
    while time.monotonic() < end:
        terminal.read(0.05)
    terminal.send(LIGHT_REPLY)
    terminal.press("?")
    text = terminal.until(lambda text: "Esc closes" in text)
    assert "rgb" not in text
    assert LIGHT not in grounds(terminal)
    terminal.press("\x1bq")
    assert terminal.exit_code() == 0


@pytest.mark.parametrize(
    "variables", [{"TERM": "linux"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "TERM": "dumb"}], ids=str
)
def test_a_terminal_that_may_print_the_question_is_not_asked(
    variables: dict[str, str], home: Path
) -> None:
    terminal = running(home, **variables)
    terminal.until(lambda text: "Reuters" in text)
    assert b"\x1b]11" not in terminal.output
    assert b"38;2;" not in terminal.output
    assert "✓" not in terminal.text()
    terminal.press("q")
    assert terminal.exit_code() == 0
