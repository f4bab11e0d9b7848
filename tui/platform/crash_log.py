"""The crash log: what went wrong, so that it can be reported."""

from __future__ import annotations

import contextlib
import platform
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui import __version__
from tui.model.safe_text import safe_text

if TYPE_CHECKING:
    from pathlib import Path

_MAX_BYTES = 1_000_000
"""A log larger than this is started afresh."""


def write_fault(path: Path | None, error: BaseException) -> str:
    """Append a fault to the log.

    Returns the path of the log, empty when it could not be written.
    """
    if path is None:
        return ""
    lines = traceback.format_exception(error)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    header = f"{now} dealtui {__version__} Python {platform.python_version()}\n"
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = "w" if path.exists() and path.stat().st_size > _MAX_BYTES else "a"
        with path.open(mode, encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(header + safe_text("".join(lines)) + "\n")
        return str(path)
    return ""
