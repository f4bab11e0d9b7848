"""Files that a verb is asked to write: whole or not at all, and what the user named is meant."""

from __future__ import annotations

import errno
import os
import stat
import threading
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING

import pytest
from running import copy_opened_before

from tui.cli import main

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("opened_before")

WRITING = {
    "export as lines": "export deals -o {file}.jsonl",
    "export as a table": "export evidence -o {file}.csv",
    "export as a workbook": "export corpus -o {file}.xlsx",
    "export as a database": "export corpus -o {file}.sqlite",
    "export as a graph": "export flows -o {file}.graphml",
    "dossier": "dossier -o {file}.html",
    "dossier as PDF": "dossier -o other.html --pdf {file}.pdf",
    "timeline": "timeline --svg {file}.svg",
    "timeline as PNG": "timeline --png {file}.png",
    "flows": "flows --svg {file}.svg",
    "flows as PNG": "flows --png {file}.png",
}
_CONVERTER = """\
#!/bin/sh
for argument; do last=$second; second=$argument; done
case $0 in *weasyprint) cp "$last" "$second";; *) cp "$second" "$2";; esac
"""
"""Stands for rsvg-convert (-o TARGET SOURCE) and for weasyprint (SOURCE TARGET)."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped corpus, the working folder in it, and stand-ins for converters."""
    copy_opened_before(tmp_path)
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("rsvg-convert", "weasyprint"):
        (programs / name).write_text(_CONVERTER)
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/bin:/usr/bin")
    monkeypatch.setattr("tui.platform.printing.BROWSERS", ())
    monkeypatch.setattr("tui.export.svg.png.BROWSERS", ())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def arguments(verb: str, file: str = "made") -> tuple[list[str], str]:
    """A command line, and the name of the file that it writes."""
    words = WRITING[verb].format(file=file).split()
    return words, next(word for word in words if word.startswith(file))


@pytest.mark.parametrize("verb", WRITING)
def test_a_new_file_has_what_the_umask_leaves_and_an_old_one_keeps_its_mode(
    verb: str, folder: Path
) -> None:
    words, name = arguments(verb)
    before = os.umask(0o027)
    try:
        assert main(words) == 0
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o640
        (folder / name).write_text("old")
        (folder / name).chmod(0o606)
        assert main(words) == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE((folder / name).stat().st_mode) == 0o606
    assert (folder / name).read_bytes() != b"old"


@pytest.mark.parametrize("verb", WRITING)
def test_a_full_disk_leaves_the_old_file_as_it_was(
    verb: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words, name = arguments(verb)
    (folder / name).write_text("old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert main(words) == 2
    assert (folder / name).read_text() == "old"
    assert "No space left on device" in capsys.readouterr().err
    assert not [path for path in folder.iterdir() if path.name.endswith(".new")]


@pytest.mark.parametrize("place", ["folder", "nowhere/made", "protected", "hard_link"])
@pytest.mark.parametrize("verb", ["export as a table", "dossier", "timeline"])
def test_what_cannot_be_written_is_said_with_its_name(
    verb: str, place: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words, name = arguments(verb, place)
    if place == "folder":
        (folder / name).mkdir()
    elif place == "protected":
        (folder / name).write_text("old")
        (folder / name).chmod(0o444)
    elif place == "hard_link":
        (folder / "first").write_text("old")
        os.link(folder / "first", folder / name)
    assert main(words) == 2
    assert name in capsys.readouterr().err


@pytest.mark.parametrize("verb", WRITING)
def test_a_pipe_that_is_named_is_written_into_and_stays_a_pipe(verb: str, folder: Path) -> None:
    words, name = arguments(verb)
    os.mkfifo(folder / name)
    arrived: list[bytes] = []
    reader = threading.Thread(target=lambda: arrived.append((folder / name).read_bytes()))
    reader.start()
    assert main(words) == 0
    reader.join(10)
    assert arrived[0]
    assert stat.S_ISFIFO((folder / name).stat().st_mode)
    assert not (folder / "made.metadata.json").exists()


@pytest.mark.parametrize("verb", ["export deals -o -", "dossier -o -", "timeline --svg -"])
def test_a_dash_is_standard_output(
    verb: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = BytesIO()
    monkeypatch.setattr("sys.stdout", TextIOWrapper(data, encoding="utf-8"))
    assert main(verb.split()) == 0
    assert len(data.getvalue()) > 1000
    assert not (folder / "-").exists()


@pytest.mark.parametrize(
    "verb", ["export deals -o {}", "dossier -o {}", "timeline --svg {}", "flows --png {}"]
)
def test_no_file_of_the_corpus_is_overwritten(
    verb: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = next((folder / "seeds").glob("*.txt"))
    (folder / "link.html").symlink_to(folder / "data" / "deals.yaml")
    for source in ("data/deals.yaml", f"data/../seeds/{article.name}", str(folder / "link.html")):
        before = (folder / source).read_bytes()
        assert main(verb.format(source).split()) == 2
        assert "it is a file of the corpus" in capsys.readouterr().err
        assert (folder / source).read_bytes() == before
