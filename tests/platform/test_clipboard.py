"""A text goes to every clipboard that is there, and what is said of it is what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.platform.clipboard import Copied, clipboard_words, copied_words, copy_text

if TYPE_CHECKING:
    from pathlib import Path

XTERM = {"TERM": "xterm-256color"}


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole `$PATH`."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def install(folder: Path, name: str, *, works: bool = True) -> None:
    """A program that keeps its arguments and what it is given, or one that fails."""
    keeps = f"echo \"$@\" > '{folder}/{name}.words'; /bin/cat > '{folder}/{name}.text'"
    (folder / name).write_text(f"#!/bin/sh\n{keeps if works else 'exit 1'}\n", "utf-8")
    (folder / name).chmod(0o755)


@pytest.mark.parametrize(
    ("program", "environ"),
    [
        ("wl-copy", {"WAYLAND_DISPLAY": "w"}),
        ("xclip", {"DISPLAY": ":0"}),
        ("xsel", {"DISPLAY": ":0"}),
        ("pbcopy", {}),
        ("clip.exe", {"WSL_DISTRO_NAME": "d"}),
    ],
)
def test_a_clipboard_gets_its_text_through_a_pipe(
    program: str, environ: dict[str, str], programs: Path
) -> None:
    install(programs, program)
    text = "$(touch x); `y` \ud800 é"
    copied = copy_text(environ, text)
    assert copied.by == (program,)
    # Windows would take UTF-8 for its own code page.
    encoding = "utf-16-le" if program == "clip.exe" else "utf-8"
    assert (programs / f"{program}.text").read_bytes() == text.encode(encoding, "surrogatepass")
    assert copied_words(copied, text) == f"Copied with {program}: {text}"


def test_in_tmux_its_buffer_is_loaded_and_handed_to_the_terminal(programs: Path) -> None:
    install(programs, "tmux")
    copied = copy_text({**XTERM, "TMUX": "/tmp/s,1,0"}, "a\nb")
    assert copied == Copied(("tmux",), sent=False)
    assert (programs / "tmux.words").read_text("utf-8") == "load-buffer -w -\n"
    assert (programs / "tmux.text").read_text("utf-8") == "a\nb"
    assert copied_words(copied, "a\nb").startswith("Copied to the buffer of tmux")


def test_a_program_that_fails_is_passed_over(programs: Path) -> None:
    install(programs, "wl-copy", works=False)
    install(programs, "xclip")
    assert copy_text({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, "a").by == ("xclip",)


@pytest.mark.usefixtures("programs")
def test_what_is_only_sent_to_the_terminal_is_not_called_copied() -> None:
    words = copied_words(copy_text(XTERM, "a"), "a")
    assert words == "Sent to the terminal (OSC 52); whether it took it cannot be known: a"


@pytest.mark.parametrize(
    ("environ", "reason"),
    [
        ({"TERM": "linux"}, "no desktop"),
        ({}, "no desktop"),
        ({"TERM": "eterm-color"}, "no desktop"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, "no desktop"),
        ({"TERM": "linux", "DISPLAY": ":0"}, "install xclip"),
        ({"TERM": "dumb", "WAYLAND_DISPLAY": "w"}, "install wl-copy"),
        ({**XTERM, "TMUX": "/tmp/s,1,0"}, "tmux took nothing"),
    ],
    ids=str,
)
@pytest.mark.usefixtures("programs")
def test_where_nothing_can_have_arrived_that_is_said_with_the_reason(
    environ: dict[str, str], reason: str
) -> None:
    copied = copy_text(environ, "a")
    assert not copied.by
    assert copied_words(copied, "a").startswith("Not copied: ")
    assert reason in copied.advice
    assert clipboard_words(environ) == (copied.advice, False)


def test_what_would_be_used_is_said_without_using_it(programs: Path) -> None:
    install(programs, "xclip")
    words, well = clipboard_words({**XTERM, "DISPLAY": ":0"})
    assert words == "xclip, OSC 52: whether the terminal takes it cannot be known"
    assert well
    assert not (programs / "xclip.text").exists()
