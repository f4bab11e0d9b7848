"""Opening addresses and files with the program that the desktop has for them.

Never in this terminal: what is started has no terminal of its own, so that a text browser, which
`xdg-open` falls back on, cannot draw over the app.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tui.model.messages import msg, shown
from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

_PATIENCE = 5.0
"""Seconds after which a program that still runs has opened what it was given."""
_MEANINGS = {
    2: msg("it is not there"),
    3: msg("no program for it is installed"),
    4: msg("the program for it failed"),
}
"""What the exit codes of `xdg-open` mean, by its manual."""


class DesktopError(Exception):
    """Why nothing was opened, in words for the user."""


def open_outside(environ: Mapping[str, str], target: str) -> None:
    """Open an address or a file; takes a few seconds, so that it can be said when it fails.

    Args:
        environ: Environment variables.
        target: An address with its scheme, or an absolute path.

    Raises:
        DesktopError: If there is no desktop, or its program failed.
    """
    command = [*_opener(environ), target]
    try:
        process = subprocess.Popen(  # noqa: S603 (a known program; the target is one argument)
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise DesktopError(
            tr("{command} could not be started: {reason}.").format(
                command=command[0], reason=reason
            )
        ) from error
    try:
        code = process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        return
    if code:
        meaning = _MEANINGS.get(code) if command[0] == "xdg-open" else None
        if meaning is None:
            meaning = msg("it ended with exit code {code}", code=code)
        raise DesktopError(f"{command[0]}: {shown(meaning)}.")


def _opener(environ: Mapping[str, str]) -> tuple[str, ...]:
    """The program that opens things.

    Raises:
        DesktopError: If there is none, or no desktop to show it on.
    """
    if sys.platform == "darwin":
        return ("open",)
    if environ.get("WSL_DISTRO_NAME") and shutil.which("wslview"):
        return ("wslview",)
    if not (environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")):
        raise DesktopError(tr("There is no desktop here to open it on."))
    if shutil.which("xdg-open") is None:
        raise DesktopError(tr("Nothing here opens it: install xdg-utils."))
    return ("xdg-open",)
