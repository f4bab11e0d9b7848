"""Settings of all tests."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tui.platform.translation import use_language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Machines are noisy: how long an example takes is never what a test is about.
settings.register_profile("dealtui", deadline=None)
settings.load_profile("dealtui")

# The tests start some hundred processes, and each would compile the program and the tests anew
# where the environment forbids to keep what was compiled.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# As the program starts itself: a test waits for what is painted. Textual reads it at its import.
os.environ["TEXTUAL_FPS"] = "240"


# What the tests read is English, whatever language the one who runs them reads.
for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
    os.environ.pop(name, None)
os.environ["LANG"] = "C.UTF-8"

FOLDERS = ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")


@pytest.fixture(scope="session", autouse=True)
def _no_folders_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes what the user keeps."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in FOLDERS:
            patch.setenv(name, str(folder / name.lower()))
        yield


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """The language that a test chose ends with it."""
    yield
    use_language("en")


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cache, marks and settings of a test are its own."""
    for name in FOLDERS:
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.fixture(scope="session")
def shipped_caches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder for caches after the shipped corpus was opened once, and read and proved whole."""
    from running import SHIPPED

    from tui.model.task import UNATTENDED
    from tui.session.file_session import FileSession

    folder = tmp_path_factory.mktemp("shipped")
    FileSession.open(SHIPPED, cache=folder / "dealtui").prepare(UNATTENDED)
    return folder


@pytest.fixture
def opened_before(own_folders: None, tmp_path: Path, shipped_caches: Path) -> None:
    """The test's own folders are those of a user who opened the shipped corpus before.

    To prove it takes 0.3 s of every test that is about something else.
    """
    shutil.copytree(shipped_caches, tmp_path / "xdg_cache_home")


@pytest.fixture
def new_home(tmp_path: Path) -> Path:
    """The home of somebody who starts the program in a process of its own for the first time."""
    return tmp_path


@pytest.fixture
def home(tmp_path: Path, shipped_caches: Path) -> Path:
    """The home of somebody who opened the shipped corpus before.

    To prove it takes a new process as long as all else until its first screen is shown, 0.4 s.
    """
    shutil.copytree(shipped_caches, tmp_path / ".cache")
    return tmp_path
