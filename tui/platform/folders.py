"""The folders of this program's own files, by the conventions of the platform."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


PRIVATE_FOLDER = "DEALTUI_PRIVATE_FOLDER"
"""The variable that names a folder for all that a user adds and sets, in place of their own: that
of a reader whom somebody else serves the program to.
"""


def cache_folder() -> Path | None:
    """The folder for what can be deleted at any time; `None` when there is no home."""
    from platformdirs import user_cache_path

    return _absolute(lambda: user_cache_path("dealtui", appauthor=False))


def marks_file() -> Path | None:
    """The file of the user's own marks; `None` when there is no home."""
    from platformdirs import user_data_path

    folder = _private() or _absolute(lambda: user_data_path("dealtui", appauthor=False))
    return folder / "marks.json" if folder else None


def changes_folder() -> Path | None:
    """The folder for what was changed in corpora, to take it back; `None` without a home."""
    marks = marks_file()
    return marks.with_name("changes") if marks else None


def log_file() -> Path | None:
    """The file that faults are written to; `None` when there is no home."""
    from platformdirs import user_log_path

    folder = _absolute(lambda: user_log_path("dealtui", appauthor=False))
    return folder / "dealtui.log" if folder else None


def debug_file() -> Path | None:
    """The file that `--debug` writes to; `None` when there is no home."""
    log = log_file()
    return log.with_name("debug.log") if log else None


def settings_file() -> Path | None:
    """The file of the user's settings; `None` when there is no home."""
    from platformdirs import user_config_path

    folder = _private() or _absolute(lambda: user_config_path("dealtui", appauthor=False))
    return folder / "config.toml" if folder else None


def _private() -> Path | None:
    from pathlib import Path

    named = os.environ.get(PRIVATE_FOLDER)
    return Path(named) if named else None


def _absolute(path: Callable[[], Path]) -> Path | None:
    """A folder, `None` where the platform gives none or a relative one."""
    try:
        folder = path()
    except (RuntimeError, OSError):
        return None
    return folder if folder.is_absolute() else None
