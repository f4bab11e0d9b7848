"""Reading the corpus in the background: shown as it comes, and again whenever its files change."""

from __future__ import annotations

import contextlib
import gc
import threading
from functools import partial
from time import monotonic, time
from typing import TYPE_CHECKING, NamedTuple

from textual.worker import get_current_worker

from tui.model.task import CancelledError, Task
from tui.platform.diagnostics import LOG
from tui.screens.explorer.reading import read_up
from tui.screens.part import DealtuiScreen
from tui.screens.progress_text import Pace

if TYPE_CHECKING:
    from pathlib import Path

    from tui.app import DealtuiApp
    from tui.corpus.load import Loaded
    from tui.model.locales import Locale
    from tui.session.file_session import FileSession
    from tui.store.marks import Marks

_GROUP = "load"
_MANY = 500
"""Articles from which on reading them takes long enough to show the records before."""
_REST = 0.3
"""Seconds after the first records are shown in which nothing else wants the interpreter."""
_DOUBT = 2.0
"""Seconds that a file which ends earlier than before is doubted: it may be half written."""
_CUT = "ends early on disk, perhaps half written; the last good state is shown"


class _Shown(NamedTuple):
    """What the explorer showed when reading began: what is read first for it."""

    query: str
    order: str | None
    record: str | None


def _is_broken(loaded: Loaded) -> bool:
    """Whether a file without records is being written, or cannot be read, rather than emptied."""
    if loaded.corpus.records:
        return False
    return not loaded.source.endswith("\n") or any(
        problem.severity == "error" for problem in loaded.problems
    )


class Opening:
    """Reads one corpus for the app, proves and indexes it, and watches its files.

    Attributes:
        library: The corpus as it was read last; `None` before it was read whole once.
    """

    def __init__(
        self, app: DealtuiApp, path: Path, *, cache: bool, article: str, locale: Locale
    ) -> None:
        """Prepare to read a corpus and to open it at one of its articles, if one is named."""
        self._app, self._path, self._cache, self._article = app, path, cache, article
        self._locale = locale
        self.library: FileSession | None = None
        self._marks: Marks | None = None
        self._part: FileSession | None = None
        self._shown = False
        self._doubted, self._since = "", 0.0
        self._ended = threading.Event()
        self._painted = threading.Event()

    @property
    def ended(self) -> bool:
        """Whether the app is leaving."""
        return self._ended.is_set()

    def end(self) -> None:
        """Let the threads end."""
        self._ended.set()

    def read(self, *, watched: bool = False) -> None:
        """Read the corpus in the background; the newest request wins.

        Args:
            watched: Nobody asked: its files changed, and may be changing still.
        """
        explorer = self._app.explorer
        reading = explorer.reading
        shown = _Shown(explorer.query_asked, explorer.order, reading.record.id if reading else None)
        work = partial(self._work, watched, shown)
        self._app.run_worker(work, thread=True, exclusive=True, group=_GROUP)

    def stop(self) -> bool:
        """Stop what goes on in the background and use what is there; whether anything went on."""
        app = self._app
        if not any(worker.is_running for worker in app.workers if worker.group == _GROUP):
            return False
        app.workers.cancel_group(app, _GROUP)
        self.library = self.library or self._part
        return True

    def _work(self, watched: bool, shown: _Shown) -> None:
        with contextlib.suppress(CancelledError):
            self._read(watched, shown)

    def _read(self, watched: bool, shown: _Shown) -> None:
        from tui.platform.folders import cache_folder, marks_file
        from tui.session.file_session import FileSession
        from tui.session.partial_session import PartialSession
        from tui.store.marks import Marks

        worker, app = get_current_worker(), self._app
        pace = Pace()
        began, read_at = monotonic(), time()

        def show(words: str) -> None:
            if not worker.is_cancelled:
                app.explorer.proofs_changed(words)

        def progress(step: str, done: int, total: int) -> None:
            if (words := pace.words(step, done, total)) is not None:
                app.tell(show, words)

        task = Task(progress, lambda: worker.is_cancelled, app.yield_to_input)
        marks = self._marks = self._marks or Marks(marks_file())
        cache = cache_folder() if self._cache else None

        def part(loaded: Loaded) -> None:
            """The first records of a large corpus are shown while the rest is read."""
            if not worker.is_cancelled and len(loaded.corpus.articles) >= _MANY:
                app.tell(self._show_part, PartialSession(loaded, marks, locale=self._locale))

        library = FileSession.open(
            self._path, cache=cache, marks=marks, locale=self._locale, task=task, on_part=part
        )
        loaded = library.loaded
        LOG.info(
            "read %s: %d records, %d articles, %d problems in %.2f s", self._path,
            len(loaded.corpus.records), len(loaded.corpus.articles), len(loaded.problems),
            monotonic() - began,
        )  # fmt: skip
        if worker.is_cancelled:
            return
        if self.library is not None and self.library.records and _is_broken(loaded):
            app.tell(app.explorer.keep_last_good, loaded.problems)
            return
        if watched and self._seems_cut(loaded):
            app.tell(self._doubt)
            return
        read_up(library, shown.query, shown.order, shown.record or library.own.place())
        app.tell(self._show, library, read_at)
        self._settle()
        # What is seen first is painted before the index takes its share of the interpreter.
        self._painted.wait(2 * _REST)
        library.prepare(task)
        self._settle()
        if not worker.is_cancelled:
            LOG.info("indexed and proved after %.2f s", monotonic() - began)
            app.tell(partial(app.explorer.run_query, anew=True))

    def _doubt(self) -> None:
        """Say that the file ends early, and look again in a while."""
        self._app.explorer.show_progress(_CUT)
        self._app.set_timer(_DOUBT, lambda: self.read(watched=True))

    def _seems_cut(self, loaded: Loaded) -> bool:
        """Whether a file ends earlier than before, or lost all records, only a moment ago.

        It may be half written. What still says so after a while is what the file says.
        """
        last = self.library.loaded if self.library is not None else None
        if last is None or not last.corpus.records or loaded.digest == last.digest:
            return False
        if loaded.corpus.records and not last.source.startswith(loaded.source):
            return False
        if self._doubted != loaded.digest:
            self._doubted, self._since = loaded.digest, monotonic()
        return monotonic() - self._since < _DOUBT

    @staticmethod
    def _settle() -> None:
        """Tell the collector that what was read stays.

        It would walk over every record again and again: 0.2 s a time with 20,000 of them.
        """
        gc.freeze()

    def _show_part(self, library: FileSession) -> None:
        if self.library is None:
            self._part = library
            self._app.explorer.show_library(library)
            self._app.explorer.proofs_changed("reading …")

    def _show(self, library: FileSession, read_at: float) -> None:
        app, first = self._app, not self._shown
        self._shown = True
        app.explorer.leave_known()
        self.library = library
        app.explorer.show_library(library)
        for screen in app.screen_stack:
            if isinstance(screen, DealtuiScreen):
                screen.renew(library)
        app.set_timer(_REST, self._painted.set)
        if first:
            app.set_timer(_REST, lambda: self._watch(read_at))
            if self._article:
                app.explorer.read_article(self._article)

    def _watch(self, read_at: float) -> None:
        from tui.platform.watching import watch_files

        changed = partial(self._app.tell, partial(self.read, watched=True))
        threading.Thread(
            target=watch_files,
            args=(self._path, self._article_folders, changed, self._ended, read_at),
            name="watching",
            daemon=True,
        ).start()

    def _article_folders(self) -> set[Path]:
        """Where the articles lie, as the corpus that was read last says."""
        return self.library.loaded.article_folders if self.library is not None else set()
