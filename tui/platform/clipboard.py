"""The clipboards that a text can be put on, and what is known of its arrival."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WINDOWS = "clip.exe"
_PROGRAMS = (
    (("wl-copy",), "WAYLAND_DISPLAY"),
    (("xclip", "-selection", "clipboard"), "DISPLAY"),
    (("xsel", "--clipboard", "--input"), "DISPLAY"),
    (("pbcopy",), ""),
    ((_WINDOWS,), "WSL_DISTRO_NAME"),
)
"""Programs of the desktop, and the variable without which they cannot work."""
_DEAF = ("linux", "dumb", "vt100", "vt102", "vt220", "eterm", "eterm-color", "ansi", "")
"""Terminals by `$TERM` that have no clipboard; most others heed OSC 52, or are told not to."""
_DEAF_PROGRAM = "Apple_Terminal"
"""The one by `$TERM_PROGRAM`."""
_PATIENCE = 2
"""Seconds in which a program must have taken the text."""


@dataclass(frozen=True, slots=True)
class Copied:
    """Where a text went.

    Attributes:
        by: Programs that took it, and said so by their exit code.
        sent: Whether it is sent to the terminal (OSC 52) as well, which never answers.
        advice: What is to be done about it where it is known that nothing arrived.
    """

    by: tuple[str, ...]
    sent: bool
    advice: str = ""


_PASTERS = (
    (("wl-paste", "--no-newline", "--type", "text"), "WAYLAND_DISPLAY"),
    (("xclip", "-selection", "clipboard", "-out"), "DISPLAY"),
    (("xsel", "--clipboard", "--output"), "DISPLAY"),
    (("pbpaste",), ""),
    (("powershell.exe", "-NoProfile", "-Command", "Get-Clipboard", "-Raw"), "WSL_DISTRO_NAME"),
)
"""Programs that print the clipboard of a desktop, and the variable that tells of that desktop."""


def terminal_has_clipboard(environ: Mapping[str, str]) -> bool:
    """Whether OSC 52 may be heeded.

    In tmux it is not sent: `tmux load-buffer -w` does the same, and tmux by default lets no program
    inside it set the clipboard (`set-clipboard external`).
    """
    deaf = environ.get("TERM", "") in _DEAF or environ.get("TERM_PROGRAM") == _DEAF_PROGRAM
    return not deaf and not environ.get("TMUX")


def copy_text(environ: Mapping[str, str], text: str) -> Copied:
    """Put a text on every clipboard that is there.

    Of the programs of the desktop the first that takes it counts. It takes as long as they do; the
    caller sends it to the terminal, where `terminal_has_clipboard`.
    """
    data = text.encode("utf-8", "surrogatepass")
    by = []
    if environ.get("TMUX") and _taken(("tmux", "load-buffer", "-w", "-"), data):
        by.append("tmux")
    for command in _there(environ):
        # Windows takes bytes for its own code page, unless they are UTF-16.
        own = text.encode("utf-16-le", "surrogatepass") if command[0] == _WINDOWS else data
        if _taken(command, own):
            by.append(command[0])
            break
    taken = tuple(filter(None, by))
    sent = terminal_has_clipboard(environ)
    return Copied(taken, sent, "" if taken or sent else _advice(environ))


def copied_words(copied: Copied, text: str) -> str:
    """What became of a text, for the user."""
    first = text.splitlines()[0] if text.splitlines() else ""
    what = f"{first[:60]}{'…' if len(first) > 60 or first != text else ''}"
    if copied.advice:
        return tr("Not copied: {advice}").format(advice=copied.advice)
    if copied.by == ("tmux",):
        return tr("Copied to the buffer of tmux, which hands it to the terminal: {what}").format(
            what=what
        )
    if copied.by:
        return tr("Copied with {by}: {what}").format(by=" + ".join(copied.by), what=what)
    return tr("Sent to the terminal (OSC 52); whether it took it cannot be known: {what}").format(
        what=what
    )


def clipboard_words(environ: Mapping[str, str]) -> tuple[str, bool]:
    """What a text would be copied with, without copying one; and whether there is a way."""
    ways = ["tmux load-buffer -w"] if environ.get("TMUX") and shutil.which("tmux") else []
    ways += [next((command[0] for command in _there(environ)), "")]
    if terminal_has_clipboard(environ):
        ways.append(tr("OSC 52: whether the terminal takes it cannot be known"))
    known = list(filter(None, ways))
    return (", ".join(known), True) if known else (_advice(environ), False)


def _there(environ: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    for command, needs in _PROGRAMS:
        if (not needs or environ.get(needs)) and shutil.which(command[0]):
            yield command


def _taken(command: tuple[str, ...], data: bytes) -> bool:
    try:
        subprocess.run(  # noqa: S603 (a fixed command; the text goes through stdin)
            command,
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def _advice(environ: Mapping[str, str]) -> str:
    if environ.get("TMUX"):
        return tr("tmux took nothing: it must be 3.2 or newer")
    for variable, programs in (("WAYLAND_DISPLAY", "wl-copy"), ("DISPLAY", tr("xclip or xsel"))):
        if environ.get(variable):
            return tr("install {programs}: this terminal has no clipboard of its own").format(
                programs=programs
            )
    return tr("there is no desktop, and this terminal has no clipboard")


def pasted(environ: Mapping[str, str]) -> bytes | None:
    """What is on the clipboard of the desktop; `None` when no program can tell."""
    for command, needs in _PASTERS:
        if (not needs or environ.get(needs)) and shutil.which(command[0]):
            try:
                done = subprocess.run(  # noqa: S603 (a fixed command without input)
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    timeout=5,
                    check=True,
                )
            except (OSError, subprocess.SubprocessError):
                continue
            return done.stdout
    return None
