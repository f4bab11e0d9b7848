"""The log of `dealtui --debug`: what the program did and how long it took."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from tui import __version__
from tui.model.safe_text import safe_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LOG = logging.getLogger("dealtui")
"""Discards everything until `start_log` is called."""
LOG.addHandler(logging.NullHandler())
LOG.propagate = False

_MAX_BYTES = 2_000_000
"""A log this large is set aside, and a new one started; one old log is kept."""
_VARIABLES = ("TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR", "LANG", "LC_ALL", "TMUX", "SSH_TTY")
"""Environment variables that decide what a terminal can show."""


class _SafeFormatter(logging.Formatter):
    """One line per entry, harmless in a terminal.

    A text of the corpus cannot forge an entry, nor reach a terminal as control characters.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The entry; the trace of an error follows on indented lines."""
        first, *rest = super().format(record).split("\n")
        return "\n".join([safe_line(first), *(f"    {safe_line(line)}" for line in rest)])


def start_log(path: Path, environ: Mapping[str, str]) -> None:
    """Write what happens from now on to a file.

    Raises:
        OSError: If the file cannot be written.
    """
    import platform
    from importlib.metadata import version
    from logging.handlers import RotatingFileHandler

    class LogFile(RotatingFileHandler):
        """A log that cannot be written is no reason to write over the screen."""

        def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (logging's name)
            """Leave the entry out."""

    path.parent.mkdir(parents=True, exist_ok=True)
    handler = LogFile(
        path, maxBytes=_MAX_BYTES, backupCount=1, encoding="utf-8", errors="backslashreplace"
    )
    handler.setFormatter(_SafeFormatter("%(asctime)s.%(msecs)03d %(threadName)s %(message)s",
                                        "%Y-%m-%d %H:%M:%S"))  # fmt: skip
    LOG.addHandler(handler)
    LOG.setLevel(logging.DEBUG)
    LOG.info(
        "dealtui %s, Textual %s, Python %s on %s", __version__, version("textual"),
        platform.python_version(), platform.platform(),
    )  # fmt: skip
    settings = [f"{name}={environ[name]}" for name in _VARIABLES if name in environ]
    LOG.info("environment: %s", " ".join(settings) or "nothing of interest")
