"""How the user likes the screen, kept between runs for all corpora, in a file beside the marks.

What cannot be read or written is as good as none: the next run begins as the first one.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, TypeVar

import msgspec

from tui.platform.atomic_files import write_atomically
from tui.platform.folders import marks_file
from tui.platform.regular_files import read_regular

if TYPE_CHECKING:
    from pathlib import Path

_Preference = TypeVar("_Preference")


def preference_file(name: str) -> Path | None:
    """Where a preference is kept; `None` when there is no home."""
    marks = marks_file()
    return marks.with_name(name) if marks is not None else None


def read_preference(path: Path | None, kind: type[_Preference]) -> _Preference | None:
    """A preference as it was kept last; `None` where it cannot be read."""
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        if path is not None:
            return msgspec.json.decode(read_regular(path), type=kind)
    return None


def keep_preference(path: Path | None, value: object) -> None:
    """Keep a preference, where it can be written."""
    with contextlib.suppress(OSError):
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, msgspec.json.encode(value), durable=False)
