"""Tests that fork hundreds of times, in a process that has loaded little.

To fork the process of all tests, with some hundred megabytes, takes five times as long.
"""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TESTS = Path(__file__).parent


def in_small_process(function: Callable[..., None], *paths: Path) -> None:
    """Call a function of a test module with some paths in a new process, and fail as it does."""
    module = Path(inspect.getfile(function))
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        f"sys.path[:0] = {[str(TESTS), str(module.parent)]!r}\n"
        f"from {module.stem} import {function.__name__} as function\n"
        "function(*map(Path, sys.argv[1:]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, paths)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
