"""`dealtui doctor`: versions, what the terminal can do, the health of corpus, cache and marks."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from tui import __version__
from tui.model.safe_text import safe_line
from tui.verbs.corpora import opened

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction
    from collections.abc import Iterator
    from pathlib import Path

_PACKAGES = (
    "textual", "rich", "tinydb", "rapidfuzz", "pyyaml", "msgspec", "pyroaring", "regex",
    "watchfiles", "platformdirs",
)  # fmt: skip


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verb to the grammar."""
    doctor = verbs.add_parser("doctor", help="versions, terminal, corpus, cache and marks")
    doctor.set_defaults(run=_doctor)


def _doctor(options: Namespace) -> int:
    healthy = True
    for name, words, well in _findings(options.corpus):
        print(safe_line(f"{'ok ' if well else 'BAD'}  {name:<12} {words}"))
        healthy = healthy and well
    return int(not healthy)


def _findings(corpus: str | None) -> Iterator[tuple[str, str, bool]]:
    """Name, words and whether it is well, for everything that is looked at."""
    yield "dealtui", f"{__version__}, Python {platform.python_version()} on {sys.platform}", True
    for package in _PACKAGES:
        try:
            yield package, version(package), True
        except PackageNotFoundError:
            yield package, "not installed", False
    import yaml

    libyaml = hasattr(yaml, "CSafeLoader")
    yield "libyaml", "used" if libyaml else "missing: large corpora are read slowly", libyaml
    yield "terminal", _terminal(), os.environ.get("TERM", "dumb") != "dumb"
    encoding = sys.stdout.encoding or "unknown"
    yield "encoding", encoding, encoding.lower().replace("-", "") == "utf8"
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    yield "editor", editor or "not set: $EDITOR opens records", True
    yield from _places()
    loaded = opened(corpus)
    if loaded is None:
        yield "corpus", "none found", False
        return
    parts = f"{len(loaded.corpus.records)} records, {len(loaded.corpus.texts)} articles read"
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    words = f"{loaded.path}: {parts}, {len(errors)} errors"
    yield "corpus", words, not errors


def _terminal() -> str:
    size = shutil.get_terminal_size()
    colours = os.environ.get("COLORTERM", "")
    words = [os.environ.get("TERM", "no TERM"), f"{size.columns}x{size.lines}"]
    if colours:
        words.append(colours)
    if os.environ.get("NO_COLOR"):
        words.append("NO_COLOR")
    return ", ".join(words)


def _places() -> Iterator[tuple[str, str, bool]]:
    from tui.library.places import cache_folder, log_file, marks_file, settings_file
    from tui.library.settings import SettingsError, read_settings

    folder = cache_folder()
    yield "cache", f"{folder or 'no home: none'}{_size(folder)}", True
    marks = marks_file()
    yield "marks", *_marks_health(marks)
    try:
        read_settings(settings_file())
        yield "settings", str(settings_file() or "no home: none"), True
    except SettingsError as error:
        yield "settings", str(error), False
    yield "log", str(log_file() or "no home: none"), True


def _marks_health(path: Path | None) -> tuple[str, bool]:
    if path is None:
        return "no home: your marks live until you quit", False
    from tui.state.marks import Marks

    damaged = sorted(path.parent.glob(f"{path.name}.damaged-*")) if path.parent.is_dir() else []
    aside = Marks(path).set_aside
    if damaged or aside:
        return f"{path}; damaged files were set aside: {len(damaged) or 1}", False
    target = path.parent
    while not target.exists() and target != target.parent:
        target = target.parent
    writable = os.access(target, os.W_OK)
    return f"{path}{'' if writable else ' cannot be written'}", writable


def _size(folder: Path | None) -> str:
    if folder is None or not folder.is_dir():
        return ""
    total = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return f", {total / 1e6:.1f} MB"
