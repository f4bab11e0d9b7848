"""The installed command in a real pseudo terminal, with pyte as the terminal."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import termios
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from running import copy_opened_before
from terminal import DEALTUI, PATIENCE, SHIPPED, Terminal, running

from tui.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_a_reader_finds_a_deal_and_its_sentence_and_leaves(new_home: Path) -> None:
    terminal = running(new_home)
    terminal.until(lambda text: "51 of 51" in text or ("records" in text and "proved" in text))
    terminal.press("/")
    terminal.press("spark capital")
    terminal.until(lambda text: "Spark Capital → Anthropic" in text and "450 millions" in text)
    terminal.press("\r")
    terminal.until(lambda text: "enter open" in text)
    terminal.press("?")
    terminal.until(lambda text: "Keys" in text and "Next source of this record" in text)
    terminal.press("\x1b")
    terminal.until(lambda text: "Next source of this record" not in text)
    terminal.press("q")
    assert terminal.exit_code() == 0
    assert terminal.output.rstrip().endswith(b"\x1b[?1049l") or b"\x1b[?1049l" in terminal.output


def test_a_window_that_changes_all_the_time_does_no_harm(home: Path) -> None:
    terminal = running(home)
    terminal.until(lambda text: "proved" in text)
    for step in range(100):
        terminal.resize(20 + (step * 37) % 180, 5 + (step * 13) % 60)
        os.kill(terminal.pid, signal.SIGWINCH)
        terminal.read(0.005)
    terminal.resize(120, 40)
    os.kill(terminal.pid, signal.SIGWINCH)
    terminal.until(lambda text: "proved" in text and "quit" in text)
    terminal.press("q")
    assert terminal.exit_code() == 0


def left(terminal: Terminal) -> bool:
    """Whether the program ends by itself; it is killed when it does not."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if os.waitpid(terminal.pid, os.WNOHANG)[0]:
            return True
        time.sleep(0.02)
    os.kill(terminal.pid, signal.SIGKILL)
    os.waitpid(terminal.pid, 0)
    return False


@pytest.fixture(params=[signal.SIG_DFL, signal.SIG_IGN], ids=["heeded", "ignored"])
def hang_up(request: pytest.FixtureRequest) -> Iterator[None]:
    """Programs are started that hear of a hang-up, and such that do not, as below `nohup`."""
    before = signal.signal(signal.SIGHUP, request.param)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.usefixtures("hang_up")
def test_a_terminal_that_hangs_up_leaves_no_process(new_home: Path) -> None:
    terminal = running(new_home)
    terminal.until(lambda text: "proved" in text)
    os.close(terminal.fd)
    assert left(terminal)


def test_a_terminal_that_hangs_up_while_a_corpus_is_read_leaves_no_process(home: Path) -> None:
    body = "".join(f"  - id: d{n}\n    title: T\n    note: n\n" for n in range(20_000))
    (home / "deals.yaml").write_text(f"version: 1\ndeals:\n{body}", "utf-8")
    terminal = Terminal(["-c", str(home / "deals.yaml"), "--no-cache"], (80, 24), home)
    terminal.until(lambda text: "reading" in text)
    os.close(terminal.fd)
    assert left(terminal)


FLOODED = """
from tui.app import DealtuiApp
mounted = DealtuiApp.on_mount
def flood(self):
    mounted(self)
    self.set_interval(0.001, lambda: self._driver.write(" "))
DealtuiApp.on_mount = flood
import sys
from tui.cli import main
sys.exit(main(["-c", sys.argv[1]]))
"""


def test_a_terminal_that_hangs_up_while_the_app_is_painting_leaves_no_process(home: Path) -> None:
    terminal = Terminal(["-c", FLOODED, str(SHIPPED)], (120, 40), home, sys.executable)
    terminal.until(lambda text: "proved" in text)
    os.close(terminal.fd)
    assert left(terminal)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_program_that_is_told_to_end_restores_the_terminal(
    number: signal.Signals, new_home: Path
) -> None:
    terminal = running(new_home)
    terminal.until(lambda text: "proved" in text)
    os.kill(terminal.pid, number)
    assert terminal.exit_code() in (0, 128 + number)
    assert terminal.output.rindex(b"\x1b[?1049l") > terminal.output.rindex(b"\x1b[?1049h")
    assert termios.tcgetattr(terminal.fd)[3] & (termios.ECHO | termios.ICANON)


@pytest.mark.parametrize("wrapped", ["", "sh -c '{}; exit $?'"], ids=["alone", "in a script"])
def test_ctrl_z_gives_the_shell_its_terminal_and_fg_gives_it_back(wrapped: str, home: Path) -> None:
    command = f"{DEALTUI} -c {SHIPPED}"
    # A shell with job control, as a person has it.
    script = f"set -m; {wrapped.format(command) or command}; stty -a; echo sto''pped; read x; fg"
    terminal = Terminal(["-c", script], (120, 40), home, "/bin/bash")
    terminal.until(lambda text: "proved" in text)
    terminal.press("/google\x1a")
    text = terminal.until(lambda text: "stopped" in text)
    assert " icanon" in text
    assert " echo " in text
    assert terminal.output.rindex(b"\x1b[?1049l") > terminal.output.rindex(b"\x1b[?1049h")
    assert terminal.output.rindex(b"\x1b[?25h") > terminal.output.rindex(b"\x1b[?25l")
    assert terminal.output.rindex(b"\x1b[?1003l") > terminal.output.rindex(b"\x1b[?1003h")
    terminal.press("\n")
    terminal.until(lambda _: terminal.output.count(b"\x1b[?1049h") == 2)
    terminal.press(" cloud")
    terminal.until(lambda text: "google cloud" in text and "51 of 51" not in text)
    terminal.press("\r")
    terminal.until(lambda text: "enter open" in text)
    terminal.press("q")
    assert terminal.exit_code() == 0
    assert terminal.output.rindex(b"\x1b[?1049l") > terminal.output.rindex(b"\x1b[?1049h")


def test_ctrl_z_where_no_shell_could_wake_it_again_does_not_stop_it(home: Path) -> None:
    terminal = running(home)
    terminal.until(lambda text: "proved" in text)
    terminal.press("\x1a")
    terminal.until(lambda _: terminal.output.count(b"\x1b[?1049h") == 2)
    terminal.press("/google")
    terminal.until(lambda text: "google" in text)
    os.kill(terminal.pid, signal.SIGTERM)
    assert terminal.exit_code() == 128 + signal.SIGTERM


@pytest.mark.parametrize(
    ("environ", "tail"),
    [("TERM=dumb", ""), ("-u TERM -u HOME", ""), ("LC_ALL=C", ""),
     ("PYTHONIOENCODING=ascii NO_COLOR=1", ""), ("-u LANG", "2>errors"), ("-u LANG", "2>&-")],
)  # fmt: skip
def test_the_app_works_in_a_poor_environment(environ: str, tail: str, home: Path) -> None:
    # A copy, of which no place is remembered, whoever's home is found.
    corpus = copy_opened_before(home, home / ".cache" / "dealtui")
    script = f"cd {home}; env {environ} {DEALTUI} -c {corpus} {tail}"
    terminal = Terminal(["-c", script], (120, 40), home, "/bin/sh")
    proved, arrow = ("v", ">") if environ == "TERM=dumb" else ("✓", "→")
    terminal.until(lambda text: f"{proved} " in text and " proved" in text
                   and f"{arrow} Amazon" in text)  # fmt: skip
    terminal.press("q")
    assert terminal.exit_code() == 0
    assert terminal.output.rindex(b"\x1b[?1049l") > terminal.output.rindex(b"\x1b[?1049h")


FAULTY = """
from tui.screens.explorer.screen import ExplorerScreen
from tui.widgets.results.list import ResultList
def fail(self):
    raise RuntimeError("it broke [bold] \\x1b]0;title\\x07")
import sys
from tui.cli import main
for where, name in ((ExplorerScreen, sys.argv[2]), (ResultList, sys.argv[2])):
    if hasattr(where, name):
        setattr(where, name, fail)
sys.exit(main(["-c", sys.argv[1]]))
"""


@pytest.mark.parametrize(
    ("where", "key"),
    [("action_star", "*"), ("on_result_list_opened", "\r"), ("action_open", "\r")],
    ids=["in a key", "in a screen", "in a pane"],
)
def test_a_fault_is_told_in_one_dialog_and_the_app_goes_on(
    where: str, key: str, home: Path
) -> None:
    terminal = Terminal(["-c", FAULTY, str(SHIPPED), where], (120, 40), home, sys.executable)
    terminal.until(lambda text: "proved" in text and "51 of 51" in text)
    terminal.press(key)
    terminal.until(
        lambda text: (
            "Something went wrong" in text
            and "RuntimeError: it broke [bold]" in text
            and "dealtui.log" in text
        )
    )
    (log,) = home.rglob("dealtui.log")
    assert "in fail" in log.read_text("utf-8")
    terminal.press("\x1b")
    terminal.until(lambda text: "Something went wrong" not in text)
    terminal.press("/google")
    terminal.until(lambda text: "51 of 51" not in text)
    terminal.press("\r")
    terminal.until(lambda text: "enter open" in text)
    terminal.press("q")
    assert terminal.exit_code() == 0
    assert b"\x1b]0" not in terminal.output


FAULTY_DIALOG = """
import sys
from tui.cli import main
from tui.screens.side import facets
from tui.screens import dialogs, help, palette
def fail(self, *given, **more):
    raise RuntimeError("it broke")
for where in sys.argv[2:]:
    screen, name = where.split(".")
    for module in (dialogs, facets, help, palette):
        if hasattr(module, screen):
            setattr(getattr(module, screen), name, fail)
sys.exit(main(["-c", sys.argv[1]]))
"""


@pytest.mark.parametrize(
    "faults",
    [
        {"NoteScreen.compose": "m", "ChooseScreen._compositor_refresh": "tT"},
        {"FacetScreen.on_mount": "b", "PromptScreen.compose": "t@"},
        {"HelpScreen._refresh_layout": "?", "PaletteScreen.compose": "\x10"},
        {"HelpPages.render_line": "?", "PaletteScreen._compositor_refresh": "\x10"},
    ],
    ids=" and ".join,
)
def test_a_dialog_that_cannot_be_drawn_never_holds_the_app(
    faults: dict[str, str], home: Path
) -> None:
    given = ["-c", FAULTY_DIALOG, str(SHIPPED), *faults]
    terminal = Terminal(given, (120, 40), home, sys.executable)
    terminal.until(lambda text: "proved" in text and "51 of 51" in text)
    for key in faults.values():
        terminal.press(key)
        terminal.until(lambda text: "Something went wrong" in text or "it broke" in text)
        terminal.press("\x1b")
        terminal.until(lambda text: "Something went wrong" not in text and "51 of 51" in text)
    terminal.press("q")
    assert terminal.exit_code() == 0


def test_a_line_that_cannot_be_drawn_hides_no_other(home: Path) -> None:
    terminal = Terminal(["-c", FAULTY, str(SHIPPED), "build_line"], (120, 40), home, sys.executable)
    terminal.until(lambda text: "Something went wrong" in text and "dealtui.log" in text)
    terminal.press("\x1b")
    terminal.until(
        lambda text: "cannot be drawn" in text and "Microsoft" in text and "proved" in text
    )
    terminal.press("q")
    assert terminal.exit_code() == 0


def test_faults_in_a_row_end_the_app_with_the_terminal_restored(home: Path) -> None:
    given = ["-c", FAULTY, str(SHIPPED), "action_star"]
    terminal = Terminal(given, (120, 40), home, sys.executable)
    terminal.until(lambda text: "proved" in text)
    for number in range(1, 7):
        terminal.press("*")
        if number < 6:
            terminal.until(lambda text: "Something went wrong" in text)
            terminal.press("\x1b")
            terminal.until(lambda text: "Something went wrong" not in text)
    assert terminal.exit_code() == 2
    left = terminal.output.rindex(b"\x1b[?1049l")
    assert left > terminal.output.rindex(b"\x1b[?1049h")
    assert b"RuntimeError: it broke [bold]" in terminal.output[left:]
    assert b"dealtui.log" in terminal.output[left:]
    assert b"\x1b]0" not in terminal.output


def test_a_home_that_cannot_be_written_keeps_marks_until_the_end_and_says_so() -> None:
    terminal = running(Path("/dev/null/home"))
    terminal.until(lambda text: "proved" in text)
    terminal.press("*")
    terminal.until(lambda text: "until you quit" in text)
    terminal.press("q")
    assert terminal.exit_code() == 0


def test_no_text_of_a_file_commands_the_terminal_of_the_app(home: Path) -> None:
    evil = r"\e]52;c;aGk=\a\e]0;title\a\x9b31m\u202e"
    said = "Le groupe \x1b]52;c;aGk=\x07\x1b]0;title\x07 va payer 4 milliards de dollars."
    folder = home / "co\x1b]0;title\x07rpus"
    folder.mkdir()
    (folder / "a.txt").write_text(said, "utf-8")
    (folder / "deals.yaml").write_text(
        f'version: 1\narticles_dir: .\nparties: {{a: {{name: "{evil}A"}}}}\n'
        f'articles: {{a: {{file: a.txt, publisher: "{evil}P", published: 2024-01}}}}\n'
        f'deals: [{{id: d, title: "{evil}T", payer: a, amount: 4 bn USD, announced: 2024-01,\n'
        f'  note: "{evil}", tags: ["{evil}"], "{evil}": x,\n'
        "  evidence: [{for: amount, article: a, quote: 4 milliards de dollars}]}]\n",
        "utf-8",
    )
    terminal = Terminal(["-c", str(folder), "--debug"], (120, 40), home)
    terminal.until(lambda text: "4 milliards" in text and "1 of 1" in text)
    terminal.press("A")
    terminal.until(lambda text: "audit" in text and "1 error" in text)
    terminal.press("\x1b[B\x1b[B")
    os.kill(terminal.pid, signal.SIGTERM)
    assert terminal.exit_code() == 128 + signal.SIGTERM
    for command in (b"\x1b]52", b"\x1b]0", b"\x1b]2;", "\x9b".encode(), "\u202e".encode()):
        assert command not in terminal.output


@pytest.mark.parametrize(
    "environ",
    [{"TERM": "dumb"}, {"LANG": "C", "LC_ALL": "C"}, {"HOME": "/nonexistent"}, {"NO_COLOR": "1"}],
    ids=str,
)
def test_verbs_work_in_a_poor_environment(environ: dict[str, str], home: Path) -> None:
    base = {"PATH": os.environ["PATH"], "HOME": str(home)}
    done = subprocess.run(
        [DEALTUI, "-c", str(SHIPPED), "export", "deals"],
        env={**base, **environ},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Spark Capital" in done.stdout.decode()


def test_a_reader_of_a_pipe_that_goes_away_is_no_fault(home: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f"'{DEALTUI}' -c '{SHIPPED}' export evidence | head -n 1"],
        env={"PATH": os.environ["PATH"], "HOME": str(home)},
        capture_output=True,
        check=False,
    )
    assert done.stdout.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


def test_the_app_without_a_terminal_says_what_to_do(home: Path) -> None:
    done = subprocess.run(
        [DEALTUI, "-c", str(SHIPPED)],
        env={"PATH": os.environ["PATH"], "HOME": str(home)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr


def test_of_a_burst_of_sizes_the_last_is_the_one_that_stays(home: Path) -> None:
    terminal = running(home)
    terminal.until(lambda text: "proved" in text and "enter open" in text)
    while terminal.read(1.0):
        pass
    before = terminal.until(bool)
    for _ in range(40):
        for columns in (119, 120):
            terminal.resize(columns, 40)
            os.kill(terminal.pid, signal.SIGWINCH)
            time.sleep(0)  # The app may begin to handle the one while the other comes.
        while terminal.read(0.05):
            pass
        terminal.until(lambda text: text == before)


def message(text: str) -> str:
    """The message that lies over the screen, its lines joined; beside them the screen goes on."""
    lines = (line.partition("▌ ")[2].partition("  ")[0] for line in text.splitlines())
    return " ".join(filter(None, lines))


def is_told(words: str, text: str) -> bool:
    """Whether a message over the explorer says something."""
    return words in message(text) and "51 of 51" in text


BAD_EDITORS = [
    (None, "which was not found"),
    ("", "which cannot be executed"),
    ("#!/nonexistent/sh\n", "could not be started: No such file"),
    ("\x7fELF no program", "could not be started: Exec format error"),
    ("#!/bin/sh\nexit 3\n", "ended with exit code 3"),
    ("#!/bin/sh\nkill -9 $$\n", "was ended by SIGKILL"),
]
"""What the file of the editor holds, if it is there at all, and what is said of it."""


def test_an_editor_that_cannot_work_is_named_and_the_app_goes_on(home: Path) -> None:
    editor = home / "editor"
    terminal = running(home, EDITOR=str(editor))
    terminal.until(lambda text: "proved" in text and "51 of 51" in text)
    for script, words in BAD_EDITORS:
        if script is not None:
            editor.write_text(script, "utf-8")
            editor.chmod(0o755 if script else 0o644)
        terminal.press("e")
        terminal.until(partial(is_told, words))
    terminal.press("/google")
    terminal.until(lambda text: "51 of 51" not in text and "google" in text)
    terminal.press("\r")
    terminal.until(lambda text: "enter open" in text)
    terminal.press("q")
    assert terminal.exit_code() == 0


RAISING = """
import sys
from tui.platform import external_programs
def fail(command):
    raise RuntimeError("it broke in the editor")
external_programs.run_editor = fail
from tui.cli import main
sys.exit(main(["-c", sys.argv[1]]))
"""


def test_whatever_is_raised_while_another_program_has_the_terminal_the_screen_comes_back(
    home: Path,
) -> None:
    given = ["-c", RAISING, str(SHIPPED)]
    terminal = Terminal(given, (120, 40), home, sys.executable, EDITOR="cat")
    terminal.until(lambda text: "proved" in text and "51 of 51" in text)
    terminal.press("e")
    terminal.until(lambda text: "RuntimeError: it broke in the editor" in text)
    terminal.press("\x1b")
    terminal.until(lambda text: "Something went wrong" not in text and "51 of 51" in text)
    terminal.press("q")
    assert terminal.exit_code() == 0


CRASHING = """
import sys
from importlib import import_module
from tui.cli import main
import tui.app
module, owner, name = sys.argv[2].split(":")
def fail(*given, **more):
    raise RuntimeError("it broke for good")
setattr(getattr(import_module(module), owner), name, fail)
sys.exit(main(["-c", sys.argv[1]]))
"""


@pytest.mark.parametrize(
    "where",
    [
        "tui.widgets.textual_compat:TolerantDriver:start_application_mode",
        "tui.app:DealtuiApp:on_mount",
        "tui.screens.explorer.screen:ExplorerScreen:compose",
        "tui.platform.terminal_input:TerminalInput:feed",
        "tui.widgets.textual_compat:TolerantDriver:process_message",
    ],
)
def test_a_crash_of_any_kind_has_an_exit_code_and_leaves_a_log_that_doctor_finds(
    where: str,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    terminal = Terminal(["-c", CRASHING, str(SHIPPED), where], (120, 40), home, sys.executable)
    ended = False
    while not ended:
        with contextlib.suppress(OSError):
            terminal.press("j")
        while terminal.read(0.1):
            pass
        ended = os.waitid(os.P_PID, terminal.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
    assert terminal.exit_code() in (1, 2)
    (log,) = home.rglob("dealtui.log")
    assert "RuntimeError: it broke for good" in log.read_text("utf-8")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_STATE_HOME")
    empty = home / "deals.yaml"
    empty.write_text("version: 1\n", "utf-8")
    main(["-c", str(empty), "doctor"])
    assert f"{log}, the last fault was on " in capsys.readouterr().out


def test_escape_and_a_letter_in_one_write_are_both_heard(home: Path) -> None:
    terminal = running(home)
    terminal.until(lambda text: "proved" in text and "51 of 51" in text)
    terminal.press("/google\x1b?")
    terminal.until(lambda text: " / google  " in text and "Esc closes" in text)
    terminal.press("\x1bq")
    assert terminal.exit_code() == 0


def test_alt_and_a_letter_is_no_command_where_the_terminal_tells_them_apart(home: Path) -> None:
    terminal = running(home)
    terminal.until(lambda text: "proved" in text and "51 of 51" in text)
    for letter in "qeafmz":
        terminal.press(f"\x1b[{ord(letter)};3;{ord(letter)}u")
    terminal.press(f"/google\x1b[{ord('x')};3;{ord('x')}u\r")
    terminal.until(lambda text: " / google  " in text and "enter open" in text)
    terminal.press("q")
    assert terminal.exit_code() == 0
