"""The application: composes the screens over one library and keeps it fresh."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import subprocess
import threading
from functools import partial
from time import monotonic, time
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SuspendNotSupported
from textual.worker import WorkerFailed, get_current_worker

from tui.library.diagnostics import LOG
from tui.model.safe_text import safe_text
from tui.screens.changes import Changes
from tui.screens.explorer import ExplorerScreen
from tui.screens.pace import Pace
from tui.widgets.keys import bindings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.binding import BindingType
    from textual.command import Provider

    from tui.commands import Command
    from tui.corpus.load import Loaded
    from tui.library.embedded import EmbeddedLibrary
    from tui.state.marks import Marks
    from tui.widgets.entries import Target

_MANY = 500
"""Articles from which on reading them takes long enough to show the records before."""
_REST = 0.3
"""Seconds after the first records are shown in which nothing else wants the interpreter."""
_LOOK = 1.0
"""Seconds between two looks whether the terminal is still there."""
_HUNG_UP = 129
"""The exit code of a program that was ended by a hang-up."""
_FAULTS_IN_A_ROW = 5
"""After so many faults the app leaves: something is broken for good."""


class StoppedError(Exception):
    """The user, or a newer request, stopped what goes on in the background."""


def _palette() -> type[Provider]:
    from tui.screens.palette import RegistryProvider

    return RegistryProvider


class DealtuiApp(App[None]):
    """dealtui on one corpus."""

    TITLE = "dealtui"
    COMMANDS: ClassVar = {_palette}
    BINDINGS: ClassVar[list[BindingType]] = bindings("app")

    def __init__(self, path: Path, *, cache: bool = True, article: str = "") -> None:
        super().__init__()
        self.path = path
        self.cache = cache
        self._open_at = article
        self.explorer = ExplorerScreen()
        self.library: EmbeddedLibrary | None = None
        self._first_part: EmbeddedLibrary | None = None
        self.marks: Marks | None = None
        self.changes = Changes(self, path)
        self._stop_watching = threading.Event()
        self._painted = threading.Event()
        self._faults = 0

    def on_mount(self) -> None:
        """Paint the skeleton, then read."""
        self._take_settings()
        self.push_screen(self.explorer)
        self.load()
        if not self.is_headless:
            self._leave_when_told()

    def _leave_when_told(self) -> None:
        """End well when a signal says so, and when the terminal is gone."""
        from tui.library.leaving import heed_signals, terminal_is_gone

        def leave(code: int) -> None:
            self.workers.cancel_all()
            self.exit(return_code=code)

        heed_signals(asyncio.get_running_loop(), leave)
        self.set_interval(_LOOK, lambda: leave(_HUNG_UP) if terminal_is_gone() else None)

    def on_unmount(self) -> None:
        """Let the watching thread end."""
        self._stop_watching.set()

    def _take_settings(self) -> None:
        from tui.library.places import settings_file
        from tui.library.settings import SettingsError, read_settings

        try:
            settings = read_settings(settings_file())
        except SettingsError as error:
            self.say(str(error), error=True)
            return
        if settings.theme in self.available_themes:
            self.theme = settings.theme
        if settings.keys:
            self.set_keymap(settings.keys)

    # The library

    def load(self) -> None:
        """Read the corpus in the background; the newest request wins."""
        self.run_worker(self._load, thread=True, exclusive=True, group="load")

    def _load(self) -> None:
        with contextlib.suppress(StoppedError):
            self._read()

    def _read(self) -> None:
        from tui.corpus.opening import open_corpus
        from tui.library.embedded import EmbeddedLibrary
        from tui.library.first_part import FirstPart
        from tui.library.places import cache_folder, marks_file
        from tui.state.marks import Marks

        worker = get_current_worker()
        pace = Pace()
        began, read_at = monotonic(), time()

        def progress(step: str, done: int, total: int) -> None:
            if worker.is_cancelled:
                raise StoppedError
            self.tell(self.explorer.proofs_changed, pace.words(step, done, total))

        marks = self.marks = self.marks or Marks(marks_file())
        cache = cache_folder() if self.cache else None

        def part(loaded: Loaded) -> None:
            """The first records of a large corpus are shown while the rest is read."""
            if not worker.is_cancelled and len(loaded.corpus.articles) >= _MANY:
                self.tell(self._loaded_in_part, FirstPart(loaded, marks))

        loaded = open_corpus(self.path, cache_dir=cache, on_progress=progress, on_part=part)
        LOG.info(
            "read %s: %d records, %d articles, %d problems in %.2f s", self.path,
            len(loaded.corpus.records), len(loaded.corpus.articles), len(loaded.problems),
            monotonic() - began,
        )  # fmt: skip
        if worker.is_cancelled:
            return
        if self.library is not None and not loaded.corpus.records and self.library.records:
            self.tell(self.explorer.keep_last_good, loaded.problems)
            return
        library = EmbeddedLibrary(loaded, self.marks, cache)
        self.tell(self._loaded, library, read_at)
        self._settle()
        # What is seen first is painted before the index takes its share of the interpreter.
        self._painted.wait(2 * _REST)
        library.prepare(progress, lambda: worker.is_cancelled)
        self._settle()
        LOG.info("indexed and proved after %.2f s", monotonic() - began)
        if not worker.is_cancelled:
            self.tell(partial(self.explorer.run_query, anew=True))

    @staticmethod
    def _settle() -> None:
        """Tell the collector that what was read stays.

        It would walk over every record again and again: 0.2 s a time with 20,000 of them.
        """
        gc.freeze()

    def tell(self, callback: Callable[..., None], *arguments: object) -> None:
        """Call back from a thread, unless the app is ending."""

        def while_running() -> None:
            if self.is_running and self.explorer.is_attached and not self._stop_watching.is_set():
                callback(*arguments)

        # The loop is gone when the app has ended.
        with contextlib.suppress(RuntimeError):
            self.call_from_thread(while_running)

    def _loaded_in_part(self, library: EmbeddedLibrary) -> None:
        if self.library is None:
            self._first_part = library
            self.explorer.show_library(library)
            self.explorer.proofs_changed("reading …")

    def _loaded(self, library: EmbeddedLibrary, read_at: float) -> None:
        self.explorer.leave_known()
        first = self.library is None
        self.library = library
        self.explorer.show_library(library)
        self.set_timer(_REST, self._painted.set)
        if first:
            self.set_timer(_REST, lambda: self._watch(library, read_at))
            if self._open_at:
                self.explorer.read_article(self._open_at)

    def _watch(self, library: EmbeddedLibrary, read_at: float) -> None:
        from tui.library.watching import watch_files

        threading.Thread(
            target=watch_files,
            args=(
                self.path,
                library.loaded.articles_dir,
                partial(self.tell, self.load),
                self._stop_watching,
                read_at,
            ),
            name="watching",
            daemon=True,
        ).start()

    @property
    def source(self) -> str:
        """The text of the corpus file as it was read last."""
        return self.library.loaded.source if self.library else ""

    # Commands

    def do(self, command: Command) -> None:
        """Carry out a command as its key would, focusing the pane that it belongs to."""
        _, _, pane = command.scope.partition(".")
        if pane and self.screen is self.explorer:
            self.explorer.show_pane(pane)
            self.call_after_refresh(self._run_on, pane, command.action)
        elif command.scope == "app":
            self.run_worker(self.run_action(command.action))
        else:
            self.run_worker(self.screen.run_action(command.action))

    async def _run_on(self, pane: str, action: str) -> None:
        await self.explorer.query_one(f"#{pane}").run_action(action)

    def action_help(self) -> None:
        """Show all keys."""
        from tui.screens.help import HelpScreen

        self.push_screen(HelpScreen())

    def action_reload(self) -> None:
        """Read the corpus again."""
        self.load()

    def action_stop(self) -> None:
        """Stop reading, indexing and proving; what is there can be used."""
        if not any(worker.is_running for worker in self.workers if worker.group == "load"):
            self.say("Nothing is going on in the background.")
            return
        self.workers.cancel_group(self, "load")
        if self.library is None and self._first_part is not None:
            self.library = self._first_part
        self.explorer.proofs_changed("stopped: F5 reads on")
        LOG.info("stopped by the user")

    def action_next_theme(self) -> None:
        """Change between dark and light."""
        self.theme = "textual-light" if self.current_theme.dark else "textual-dark"

    def action_side(self, name: str) -> None:
        """Open one of the screens beside the explorer."""
        from tui.screens import sides

        if (library := self.explorer.library) is not None:
            self.push_screen(sides.named(name)(library))

    def show_party(self, party: str) -> None:
        """Show all about a party."""
        from tui.screens.party import PartyScreen

        if (library := self.explorer.library) is not None:
            self.push_screen(PartyScreen(library, party))

    def follow(self, target: Target) -> None:
        """Go where a line of a screen leads."""
        match target.kind:
            case "record":
                self._back_to_explorer()
                self.explorer.go_to(target.key, target.detail or None)
            case "article":
                self._back_to_explorer()
                self.explorer.read_article(target.key)
            case "party":
                self.show_party(target.key)
            case "line":
                self.edit(int(target.key))

    def _back_to_explorer(self) -> None:
        while self.screen is not self.explorer and len(self.screen_stack) > 1:
            self.pop_screen()

    # Other programs

    def edit(self, line: int) -> None:
        """Open the corpus in the user's editor; it is read again afterwards."""
        from tui.library.outside import editor_command

        command = editor_command(os.environ, self.path, line)
        if command is None:
            self.say("No editor was found: set $EDITOR.", error=True)
            return
        try:
            with self.suspend():
                subprocess.run(command, check=False)  # noqa: S603 (the user's own editor)
        except (SuspendNotSupported, OSError) as error:
            self.say(f"The editor could not be started: {error}", error=True)
            return
        self.refresh()
        self.load()

    def copy(self, text: str) -> None:
        """Copy a text through the terminal (OSC 52) and to the desktop's clipboard."""
        from tui.library.outside import native_copy

        self.copy_to_clipboard(text)
        self.run_worker(partial(native_copy, os.environ, text), thread=True, group="copy")
        first = text.splitlines()[0] if text else ""
        self.say(f"Copied: {first[:60]}{'…' if len(first) > 60 or first != text else ''}")

    # Messages and faults

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a short message; the text is data, never markup."""
        self.notify(safe_text(text), severity="error" if error else "information", markup=False)

    def _handle_exception(self, error: Exception) -> None:
        """Log a fault and go on, or leave cleanly when faults come in a row."""
        from tui.library.faults import write_fault
        from tui.library.places import log_file

        self._faults += 1
        LOG.error("fault", exc_info=error)
        cause = error.error if isinstance(error, WorkerFailed) else error
        log = write_fault(log_file(), cause)
        if self._faults > _FAULTS_IN_A_ROW or self.is_headless or not self.explorer.is_mounted:
            super()._handle_exception(error)
            return
        from tui.screens.fault import FaultScreen

        self.push_screen(FaultScreen(f"{type(cause).__name__}: {cause}", log))
        self.set_timer(5, self._forget_faults)

    def _forget_faults(self) -> None:
        self._faults = 0
