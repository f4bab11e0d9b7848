"""The homes of users who start the program in a process of its own."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def new_home(tmp_path: Path) -> Path:
    """The home of somebody who starts the program for the first time."""
    return tmp_path


@pytest.fixture
def home(tmp_path: Path, shipped_caches: Path) -> Path:
    """The home of somebody who opened the shipped corpus before.

    To prove it takes a new process as long as all else until its first screen is shown, 0.4 s.
    """
    shutil.copytree(shipped_caches, tmp_path / ".cache")
    return tmp_path
