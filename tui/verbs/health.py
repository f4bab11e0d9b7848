"""How the files are that this program keeps: cache, marks, settings, log. Changes none of them."""

from __future__ import annotations

import contextlib
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tui.model.format import counted
from tui.model.messages import shown
from tui.platform.folders import cache_folder, log_file, marks_file, settings_file
from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.corpus.load import Loaded

    Finding = tuple[str, str, bool]

_TEXTS = (".txt", ".text")
"""How the names of articles end."""
_LISTED = 5
"""Names that are listed before the rest is only counted."""
_SOME = 1 << 16
"""Bytes that a folder must have room for."""


def places() -> Iterator[Finding]:
    """Name, words and whether it is well, for each place."""
    yield "cache", *_cache(cache_folder())
    yield "marks", *_marks(marks_file())
    yield "settings", *_settings(settings_file())
    yield "log", *_log(log_file())


def unnamed_articles(loaded: Loaded) -> tuple[str, bool]:
    """Which texts lie in the folders of the articles and are not in the corpus: no fault."""
    named = {loaded.articles_dir / article.file for article in loaded.corpus.articles.values()}
    lying = set()
    for folder in loaded.article_folders:
        with contextlib.suppress(OSError):
            lying |= {path for path in folder.iterdir() if _is_text(path)}
    unnamed = sorted(path.name for path in lying - named)
    if not unnamed:
        return tr("each text in their folders is in the corpus"), True
    words = tr("{texts} not in this corpus (add them): {names}").format(
        texts=counted(len(unnamed), "text"), names=_listed(unnamed)
    )
    return words, True


def _is_text(path: Path) -> bool:
    """Whether a file is called like a text, and is none that is hidden."""
    hidden = path.name.startswith(".")
    return path.suffix.lower() in _TEXTS and not hidden and path.is_file()


def marked(loaded: Loaded) -> Finding:
    """How many marks are on the records of a corpus; those without a record or a corpus, by name.

    They are no fault: a record that was taken out on purpose leaves them too.
    """
    from tui.session.file_session import FileSession
    from tui.store.marks import Marks

    try:
        marks = Marks.copy_of(marks_file())
    except OSError:
        return "marked", tr("your marks cannot be read"), False
    own = FileSession(loaded, marks).own
    count, paths = marks.corpora().get(own.key, (0, ()))
    words = [tr("{marks} on this corpus").format(marks=counted(count, "mark"))]
    here = os.path.realpath(loaded.path)
    if others := [path for path in paths if path != here and Path(path).is_file()]:
        words.append(tr("shared with {names}").format(names=_listed(others)))
    for one in own.find_lost():
        if one.successors:
            new = one.successors[0]
            words.append(
                tr(
                    "{record} is gone, {new} rests on the same quotes: `dealtui marks move "
                    "{record} {new}`"
                ).format(record=one.record, new=new)
            )
        else:
            words.append(
                tr("{record} is gone, no record rests on its quotes").format(record=one.record)
            )
    for key, (number, lay) in marks.corpora().items():
        if key != own.key and not any(Path(path).is_file() for path in lay):
            words.append(
                tr(
                    "{marks} of a corpus that lay at {folder}: `dealtui marks export --of '{key}'`"
                ).format(marks=counted(number, "mark"), folder=lay[0], key=key)
            )
    return "marked", "; ".join(words), True


def _listed(names: Sequence[str]) -> str:
    more = (
        " " + tr("and {count} more").format(count=len(names) - _LISTED)
        if len(names) > _LISTED
        else ""
    )
    return ", ".join(names[:_LISTED]) + more


def programs() -> Iterator[Finding]:
    """The same for the other programs that the app uses, and for what the system grants it."""
    from tui.platform.clipboard import clipboard_words
    from tui.platform.external_programs import EditorError, editor_of
    from tui.platform.watching import why_not_watched

    try:
        yield "editor", editor_of(os.environ), True
    except EditorError as error:
        # Who names none may not want one; who names one that cannot be started does.
        yield (
            "editor",
            shown(str(error)),
            not (os.environ.get("VISUAL") or os.environ.get("EDITOR")),
        )
    yield "clipboard", shown(clipboard_words(os.environ)[0]), True
    reason = why_not_watched()
    yield (
        "watching",
        shown(reason) if reason else tr("the system reports changes of files"),
        not reason,
    )


def _cache(folder: Path | None) -> tuple[str, bool]:
    if folder is None:
        return tr("no home: everything is read again each time"), True
    from tui.store.corpus_cache import damaged_corpora, kept_corpora

    kept, damaged = kept_corpora(folder), damaged_corpora(folder)
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    words = [str(folder), f"{counted(len(kept), 'corpus', 'corpora')}, {size / 1e6:.1f} MB"]
    if damaged:
        words.append(tr("{count} damaged: read again when opened").format(count=len(damaged)))
    # Without a cache everything works, only slower.
    refused = _refused(folder)
    return ", ".join([*words, refused] if refused else words), not refused


def _marks(path: Path | None) -> tuple[str, bool]:
    if path is None:
        return tr("no home: your marks live until you quit"), False
    from tui.store.mark_tables import stored_marks
    from tui.store.sealed_file import DamagedFileError

    words, well = [str(path)], True
    try:
        tables = stored_marks(path).current.read()
    except DamagedFileError:
        words.append(tr("damaged: it is set aside at the next start, and those before come back"))
        well = False
    except OSError as error:
        return tr("{path} cannot be read: {reason}").format(
            path=path, reason=error.strerror or error
        ), False
    else:
        rows = {name: len(rows) for name, rows in (tables or {}).items()}
        words += [
            f"{counted(rows.get('marks', 0), 'mark')}, "
            f"{counted(rows.get('searches', 0), 'search', 'searches')}"
        ]
    if aside := sorted(path.parent.glob(f"{path.name}.damaged-*")):
        words.append(
            tr("damaged files were set aside: {count}, the last is {name}").format(
                count=len(aside), name=aside[-1].name
            )
        )
        well = False
    if refused := _refused(path.parent):
        words.append(refused)
        well = False
    return ", ".join(words), well


def _settings(path: Path | None) -> tuple[str, bool]:
    from tui.commands import COMMAND_KEYS
    from tui.platform.settings import SettingsError, settings_problems

    try:
        problems = settings_problems(path, COMMAND_KEYS)
    except SettingsError as error:
        return f"{path}: {shown(str(error))}", False
    if problems:
        found = "; ".join(
            tr("line {line}: {problem}").format(line=problem.line, problem=shown(problem.message))
            for problem in problems
        )
        return f"{path}, {found}", False
    if path is None:
        return tr("no home: the defaults"), True
    if path.exists():
        return str(path), True
    return tr("{path}, not there: the defaults").format(path=path), True


def _log(path: Path | None) -> tuple[str, bool]:
    if path is None:
        return tr("no home: none"), True
    with contextlib.suppress(OSError):
        when = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone()
        return tr("{path}, the last fault was on {time}").format(
            path=path, time=f"{when:%Y-%m-%d %H:%M}"
        ), True
    return tr("{path}, no fault so far").format(path=path), True


def _refused(folder: Path) -> str:
    """Why nothing can be written into a folder, or where it would be made; empty when it can."""
    import tempfile

    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        # Without a name: nothing is seen of it, even by a crash.
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(_SOME))
    except OSError as error:
        return tr("cannot be written: {reason}").format(reason=error.strerror or error)
    return ""
