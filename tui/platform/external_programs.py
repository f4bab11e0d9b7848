"""Other programs of the user: the editor and the clipboard. Never started through a shell."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_COLON_LINE = {"hx", "helix", "subl", "zed", "micro"}
"""Editors that take `file:line`; Visual Studio Code wants `--goto` before it."""
_GOTO = {"code", "codium", "code-insiders", "cursor"}
_PLUS_LINE = {
    "vi", "vim", "nvim", "view", "nano", "emacs", "emacsclient", "kak", "joe", "jed", "mg", "ne",
    "gedit", "ed",
}  # fmt: skip
_CLIPBOARDS = (
    (("wl-copy",), "WAYLAND_DISPLAY"),
    (("xclip", "-selection", "clipboard"), "DISPLAY"),
    (("xsel", "--clipboard", "--input"), "DISPLAY"),
    (("pbcopy",), ""),
    (("clip.exe",), "WSL_DISTRO_NAME"),
)


def editor_command(environ: Mapping[str, str], path: Path, line: int) -> list[str] | None:
    """The command that opens the user's editor on a line, `None` when there is no editor.

    `$VISUAL` and `$EDITOR` may hold arguments; they are split like a shell would, not run by one.
    The path is absolute: a name that starts with a dash would be taken as an option.
    """
    path = path.absolute()
    named = environ.get("VISUAL") or environ.get("EDITOR") or ""
    try:
        words = shlex.split(named)
    except ValueError:
        words = []
    if not words:
        found = next((name for name in ("nano", "vim", "vi") if shutil.which(name)), None)
        if found is None:
            return None
        words = [found]
    name = Path(words[0]).name.removesuffix(".exe")
    line = max(1, line)
    if name in _GOTO:
        return [*words, "--wait", "--goto", f"{path}:{line}"]
    if name in _COLON_LINE:
        return [*words, f"{path}:{line}"]
    if name in _PLUS_LINE:
        return [*words, f"+{line}", str(path)]
    return [*words, str(path)]


def native_copy(environ: Mapping[str, str], text: str) -> bool:
    """Put a text on the clipboard of the desktop; false when there is no such clipboard."""
    for command, needs in _CLIPBOARDS:
        if (not needs or environ.get(needs)) and shutil.which(command[0]):
            try:
                subprocess.run(  # noqa: S603 (a fixed command; the text goes through stdin)
                    command,
                    input=text.encode("utf-8", "surrogatepass"),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    timeout=2,
                    check=True,
                )
            except (OSError, subprocess.SubprocessError):
                continue
            return True
    return False
