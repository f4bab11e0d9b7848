"""Reading the corpus in the background: shown as it comes, and again whenever its files change."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass, replace
from functools import partial
from time import monotonic, time
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from tui.model.messages import msg
from tui.model.task import CancelledError, Task
from tui.platform.diagnostics import LOG
from tui.platform.gc_pause import without_cyclic_gc
from tui.screens.explorer.reading import SearchPlace, warm_up
from tui.screens.progress_text import Pace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tui.corpus.load import Loaded
    from tui.model.locales import Locale
    from tui.model.problems import Problem
    from tui.screens.ports import Background, Job, Scheduler
    from tui.session.protocol import Session
    from tui.store.marks import Marks

_Value = TypeVar("_Value")
_GROUP = "load"
_REST = 0.3
"""Seconds after the first records are shown in which nothing else wants the interpreter."""
_DOUBT = 2.0
"""Seconds that a file which ends earlier than before is doubted: it may be half written."""
_CUT = msg("ends early on disk, perhaps half written; the last good state is shown")


class Explorer(Protocol):
    """Shows what was read."""

    def show_session(self, session: Session) -> None:
        """Show another session of the present, or the same one read anew."""

    def search_place(self) -> SearchPlace:
        """Where search and list stand."""

    def search_again(self) -> None:
        """Search for the same in what has become known meanwhile."""

    def proofs_changed(self, progress: str = "") -> None:
        """More is known about proofs: show it, and what goes on."""

    def show_progress(self, words: str) -> None:
        """Say what goes on."""

    def files_are_polled(self, reason: str) -> None:
        """Say that the files are only looked at in intervals, and why."""

    def keep_last_good(self, problems: Sequence[Problem]) -> None:
        """The file is broken for the moment: say where."""

    def read_article(self, article_id: str) -> None:
        """Read an article."""


@dataclass(frozen=True, slots=True)
class CorpusRead:
    """What a thread has read: values that nobody changes afterwards.

    Attributes:
        loaded: The corpus as it stands in the file.
        session: It, ready to be asked; no other thread has it yet.
        read_at: When reading began, in seconds of the epoch.
        watched: Whether nobody asked: the files changed, and may be changing still.
    """

    loaded: Loaded
    session: Session
    read_at: float
    watched: bool


class Handed(Generic[_Value]):
    """A value that is handed to another thread once.

    What was started is remembered for a while with all that it was given. A corpus must not be: of
    a large one that is edited every minute there would soon be many.
    """

    def __init__(self, value: _Value) -> None:
        self._values = [value]

    def take(self) -> _Value:
        """The value, which is not here any more afterwards."""
        return self._values.pop()


class Opening:
    """Reads one corpus for the app, proves and indexes it, and watches its files.

    What it keeps is read and written in the thread of the screen alone. A job in another thread is
    given what it needs when it starts, and publishes what it found out.

    Attributes:
        session: The corpus as it was read last; `None` before it was read whole once.
    """

    def __init__(
        self,
        path: Path,
        explorer: Explorer,
        background: Background,
        scheduler: Scheduler,
        *,
        tell: Callable[..., None],
        yield_to_input: Callable[[], None],
        is_typing: Callable[[], bool],
        session_read: Callable[[Session], None],
        cache: bool,
        article: str,
        locale: Locale,
        demo: bool = False,
        read_only: bool = False,
    ) -> None:
        """Prepare to read a corpus.

        Args:
            path: Its file.
            explorer: Shows it.
            background: Where it is read.
            scheduler: Calls back later.
            tell: Calls back in the thread of the screen, from any other.
            yield_to_input: Called now and then by what goes on in another thread: lets keys be
                answered first.
            is_typing: Whether the user types: progress is not drawn between two keys.
            session_read: Called with what was read, once the explorer shows it.
            cache: Whether what was read and proved is kept for the next time.
            article: The article to open at; empty for none.
            locale: How the user reads figures and dates.
            demo: Whether it is the corpus that ships with the program.
            read_only: Whether it may be read and not changed.
        """
        self._demo, self._read_only = demo, read_only
        self._path, self._explorer, self._cache, self._article = path, explorer, cache, article
        self._locale = locale
        self._background, self._scheduler, self._tell = background, scheduler, tell
        self._yield_to_input, self._is_typing = yield_to_input, is_typing
        self._session_read = session_read
        self.session: Session | None = None
        self._loaded: Loaded | None = None
        self._marks: Marks | None = None
        self._part: tuple[Session, Loaded] | None = None
        self._busy = False
        self._shown = False
        self._doubted, self._since = "", 0.0
        self._ended = threading.Event()
        self._painted = threading.Event()

    @property
    def ended(self) -> bool:
        """Whether the app is leaving."""
        return self._ended.is_set()

    @property
    def source(self) -> str:
        """The text of the corpus file as it was read last; empty before that."""
        return self._loaded.source if self._loaded is not None else ""

    def end(self) -> None:
        """Let the threads end."""
        self._ended.set()

    def read(self, *, watched: bool = False) -> None:
        """Read the corpus in the background; the newest request wins.

        Args:
            watched: Nobody asked: its files changed, and may be changing still.
        """
        self._busy = True
        self._background.start(
            _GROUP, partial(self._read, self._marks, Handed(self.session), watched)
        )

    def stop(self) -> bool:
        """Stop what goes on in the background and use what is there; whether anything went on."""
        if not self._busy:
            return False
        self._busy = False
        self._background.cancel(_GROUP)
        if self.session is None and self._part is not None:
            self.session, self._loaded = self._part
        return True

    # In another thread

    def _read(
        self, marks: Marks | None, before: Handed[Session | None], watched: bool, job: Job
    ) -> None:
        from tui.platform.folders import cache_folder, marks_file
        from tui.session.file_session import FileSession
        from tui.session.partial_session import PartialSession
        from tui.store.marks import Marks

        began, read_at = monotonic(), time()
        own = marks or Marks(marks_file())
        cache = cache_folder() if self._cache else None

        def part(loaded: Loaded) -> None:
            """The first records of a large corpus are shown while the rest is read."""
            session = PartialSession(
                loaded, own, locale=self._locale, demo=self._demo, read_only=self._read_only
            )
            warm_up(session, SearchPlace())
            job.publish(self._show_part, session, loaded)

        with contextlib.suppress(CancelledError):
            session = FileSession.open(
                self._path,
                cache=cache,
                marks=own,
                locale=self._locale,
                task=self._background_task(job),
                on_part=part,
                demo=self._demo,
                read_only=self._read_only,
                apart=True,
                lasting=True,
                before=before.take(),
            )
            loaded = session.loaded
            LOG.info(
                "read %s: %d records, %d articles, %d problems in %.2f s", self._path,
                len(loaded.corpus.records), len(loaded.corpus.articles), len(loaded.problems),
                monotonic() - began,
            )  # fmt: skip
            job.publish(self._take, CorpusRead(loaded, session, read_at, watched), own)

    def _prepare(self, handed: Handed[CorpusRead], place: SearchPlace, job: Job) -> None:
        began, read = monotonic(), handed.take()
        warm_up(read.session, replace(place, record=place.record or read.session.own.place()))
        job.publish(self._show, read)
        # What is seen first is painted before the index takes its share of the interpreter.
        self._painted.wait(2 * _REST)
        with contextlib.suppress(CancelledError):
            read.session.prepare(self._background_task(job))
            if not job.cancelled():
                LOG.info("indexed and proved in %.2f s", monotonic() - began)
            job.publish(self._finish)

    def _background_task(self, job: Job) -> Task:
        """The task of a job: it shows its progress, lets keys go first and ends with the job."""
        pace = Pace()

        def progress(step: str, done: int, total: int) -> None:
            if done < total and self._is_typing():
                return
            if (words := pace.words(step, done, total)) is not None:
                job.publish(self._explorer.proofs_changed, words)

        return Task(progress, job.cancelled, self._yield_to_input)

    # In the thread of the screen

    def _show_part(self, session: Session, loaded: Loaded) -> None:
        if self.session is None:
            self._part = session, loaded
            self._explorer.show_session(session)
            self._explorer.proofs_changed("reading …")

    def _take(self, read: CorpusRead, marks: Marks) -> None:
        """Show what was read, unless the file is only broken for the moment."""
        self._marks = marks
        last = self._loaded
        if last is not None and last.corpus.records and _is_broken(read.loaded):
            self._busy = False
            self._explorer.keep_last_good(read.loaded.problems)
        elif last is not None and read.watched and self._seems_cut(last, read.loaded):
            self._busy = False
            self._explorer.show_progress(_CUT)
            self._scheduler.set_timer(_DOUBT, lambda: self.read(watched=True))
        else:
            place = self._explorer.search_place()
            self._background.start(_GROUP, partial(self._prepare, Handed(read), place))

    def _seems_cut(self, last: Loaded, now: Loaded) -> bool:
        """Whether a file ends earlier than before, or lost all records, only a moment ago.

        It may be half written. What still says so after a while is what the file says.
        """
        if not last.corpus.records or now.digest == last.digest:
            return False
        if now.corpus.records and not last.source.startswith(now.source):
            return False
        if self._doubted != now.digest:
            self._doubted, self._since = now.digest, monotonic()
        return monotonic() - self._since < _DOUBT

    def _show(self, read: CorpusRead) -> None:
        first, self._shown = not self._shown, True
        self.session, self._loaded = read.session, read.loaded
        # A collection would walk over all records that are in hand: they are new to it.
        with without_cyclic_gc():
            self._explorer.show_session(read.session)
            self._session_read(read.session)
        self._scheduler.set_timer(_REST, self._painted.set)
        if first:
            self._scheduler.set_timer(_REST, partial(self._watch, read.read_at))
            if self._article:
                self._explorer.read_article(self._article)

    def _finish(self) -> None:
        self._busy = False
        self._explorer.search_again()

    # Watching

    def _watch(self, read_at: float) -> None:
        from tui.platform.watching import watch_files

        changed = partial(self._tell, partial(self.read, watched=True))
        polls = partial(self._tell, self._explorer.files_are_polled)
        watch = partial(
            watch_files, self._path, self._article_folders, changed, self._ended, read_at, polls,
            self._included,
        )  # fmt: skip
        threading.Thread(target=watch, name="watching", daemon=True).start()

    def _article_folders(self) -> set[Path]:
        """Where the articles lie, as the corpus that was read last says.

        The watching thread asks, whenever it looks: it gets the corpus of one moment, which nobody
        changes.
        """
        loaded = self._loaded
        return loaded.article_folders if loaded is not None else set()

    def _included(self) -> Sequence[Path]:
        """The files that the corpus file includes, as it was read last; asked in the same way."""
        loaded = self._loaded
        return loaded.paths[1:] if loaded is not None else ()


def _is_broken(loaded: Loaded) -> bool:
    """Whether a file without records is being written, or cannot be read, rather than emptied."""
    if loaded.corpus.records:
        return False
    return not loaded.source.endswith("\n") or any(
        problem.severity == "error" for problem in loaded.problems
    )
