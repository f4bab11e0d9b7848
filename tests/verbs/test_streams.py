"""Output that nobody reads, or that cannot be written: the exit code says what was found."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from running import copy_opened_before
from terminal import DEALTUI

if TYPE_CHECKING:
    from pathlib import Path

SPEAKING = {
    "check --fail-on warning": 1, "search amazon": 0, "export corpus --format xlsx": 0,
    "show amazon-anthropic-2023 nosuch": 1, "add --no-open one.txt two.txt": 0, "--help": 0,
    "nosuchverb": 2,
}  # fmt: skip
"""Verbs with much and little to say, and how they end."""
needs_full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux")  # noqa: PTH110


@pytest.fixture
def folder(home: Path) -> Path:
    copy_opened_before(home, home / ".cache" / "dealtui")
    (home / "one.txt").write_text("Nordwind pays Kestrel 4 billion dollars for turbines.")
    (home / "two.txt").write_text("Kestrel sells three mills to Osprey for 9 million euros.")
    return home


def end(line: str, folder: Path) -> tuple[int, str]:
    """How the command ends that a shell starts, and what arrives of its diagnostics."""
    environ = {
        "PATH": os.environ["PATH"], "HOME": str(folder), "TERM": "xterm-256color",
        "LANG": "C.UTF-8", "EDITOR": "true",
    }  # fmt: skip
    command = f'"{DEALTUI}" {line}; exit "${{PIPESTATUS[0]}}"'
    done = subprocess.run(
        ["/bin/bash", "-c", command], cwd=folder, env=environ, capture_output=True, text=True,
        errors="replace", timeout=60, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    return done.returncode, done.stderr


@pytest.mark.parametrize(("verb", "code"), SPEAKING.items())
def test_a_reader_that_goes_away_changes_nothing_of_the_exit_code(
    verb: str, code: int, folder: Path
) -> None:
    assert end(f"{verb} 2>&1 | true", folder)[0] == code


@needs_full
@pytest.mark.parametrize(("verb", "code"), SPEAKING.items())
def test_diagnostics_that_cannot_be_written_change_nothing(
    verb: str, code: int, folder: Path
) -> None:
    assert end(f"{verb} 2>/dev/full", folder)[0] == code


@needs_full
@pytest.mark.parametrize("verb", [verb for verb in SPEAKING if verb != "nosuchverb"])
def test_output_that_finds_no_room_is_an_error(verb: str, folder: Path) -> None:
    assert end(f"{verb} >/dev/full 2>/dev/full", folder)[0] == 2
    code, said = end(f"{verb} >/dev/full", folder)
    assert (code, "No space left on device" in said) == (2, True) or verb.startswith("add")


def test_all_sources_are_added_though_nobody_reads_what_they_say(folder: Path) -> None:
    end("add --no-open one.txt two.txt 2>&1 | true", folder)
    corpus = (folder / "data" / "deals.yaml").read_text("utf-8")
    assert "one.txt" in corpus
    assert "two.txt" in corpus
