"""Writing what is listed into a file of another program's format."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.export.formats.registry import FORMATS, format_of
from tui.model.format import counted
from tui.model.safe_text import safe_line
from tui.platform.failures import in_words
from tui.platform.translation import tr
from tui.widgets.entries import Entry, Target

if TYPE_CHECKING:
    from tui.screens.explorer.state import ExplorerState
    from tui.screens.ports import Background, Dialogs, Job, Notifier
    from tui.session.protocol import SearchResult, Session


class ExportController:
    """Asks for a format and a file, and writes what the search has found."""

    def __init__(
        self, state: ExplorerState, background: Background, dialogs: Dialogs, notifier: Notifier
    ) -> None:
        self._state, self._background = state, background
        self._dialogs, self._notifier = dialogs, notifier

    def choose(self) -> None:
        """Offer every format, with what can be written in it."""
        result = self._state.view.result
        if result is None or not result.total:
            self._notifier.say(tr("Nothing is listed that could be exported."))
            return
        entries = [
            Entry(
                [
                    (f" {subject + form.suffixes[0]:<18}", "strong"),
                    (tr(form.title), "quiet"),
                ],
                Target(name, subject),
            )
            for name, form in FORMATS.items()
            for subject in form.subjects
        ]
        title = tr("Export {records}").format(records=counted(result.total, "record"))
        self._dialogs.choose(title, entries, self._ask_where, does=tr("asks where"))

    def _ask_where(self, target: Target) -> None:
        name, what = target.kind, target.key
        file = Path.cwd() / f"{what}{FORMATS[name].suffixes[0]}"
        self._dialogs.ask(
            tr("Export to a file"),
            partial(self._begin, name, what),
            value=str(file),
            hint=safe_line(tr(FORMATS[name].title)),
            check=partial(_wrong_name, name),
            does=tr("writes it"),
        )

    def _begin(self, name: str, what: str, file: str) -> None:
        view = self._state.view
        if view.session is not None:
            path = Path(file.strip()).expanduser()
            work = partial(self._write, view.session, path, name, what, view.found)
            self._background.start("export", work)

    def _write(
        self,
        session: Session,
        path: Path,
        name: str,
        what: str,
        found: SearchResult | None,
        job: Job,
    ) -> None:
        try:
            session.export(path, name, what, found)
        except ImportError as error:
            words = tr("The format {name} needs the package {package}.")
            job.publish(self._fail, words.format(name=name, package=error.name))
        except OSError as error:
            job.publish(self._fail, tr("Nothing was written: {why}").format(why=in_words(error)))
        else:
            job.publish(self._notifier.say, tr("Written to {file}").format(file=path))

    def _fail(self, words: str) -> None:
        self._notifier.say(words, error=True)


def _wrong_name(name: str, file: str) -> str | None:
    path = Path(file.strip()).expanduser()
    if not file.strip() or path.is_dir():
        return tr("name a file")
    if path.exists():
        return tr("there is such a file already: give another name")
    if not path.parent.is_dir():
        return tr("there is no such folder")
    other = format_of(path.name)
    if other and other != name:
        return tr("a file of that name would be {format}").format(format=other)
    return None
