"""The fingerprint of code changes with every change of it, and with nothing else."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tui.platform.code_fingerprint import code_fingerprint

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def program(tmp_path: Path) -> Path:
    for name in ("proof/one.py", "proof/deep/two.py", "language/words.json", "widgets/pane.py"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("SIZE = 1\n")
    return tmp_path


def fingerprint(program: Path) -> str:
    """As a process would compute it that starts now."""
    code_fingerprint.cache_clear()
    return code_fingerprint("proof", "language", program=program)


@pytest.mark.parametrize("name", ["proof/one.py", "proof/deep/two.py", "language/words.json"])
def test_a_change_that_keeps_size_and_time_gives_another_fingerprint(
    program: Path, name: str
) -> None:
    before, status = fingerprint(program), (program / name).stat()
    (program / name).write_text("SIZE = 2\n")
    os.utime(program / name, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert fingerprint(program) != before


def test_a_new_a_renamed_and_a_removed_file_give_another_fingerprint(program: Path) -> None:
    seen = {fingerprint(program)}
    (program / "proof" / "three.py").write_text("")
    seen.add(fingerprint(program))
    (program / "proof" / "three.py").rename(program / "proof" / "four.py")
    seen.add(fingerprint(program))
    (program / "proof" / "deep" / "two.py").unlink()
    seen.add(fingerprint(program))
    assert len(seen) == 4


def test_other_packages_compiled_files_and_times_change_nothing(program: Path) -> None:
    before = fingerprint(program)
    (program / "widgets" / "pane.py").write_text("SIZE = 2\n")
    (program / "proof" / "__pycache__").mkdir()
    (program / "proof" / "__pycache__" / "one.pyc").write_bytes(b"x")
    os.utime(program / "proof" / "one.py", (1, 1))
    assert fingerprint(program) == before
