"""The application: composes the screens over one library and keeps it fresh."""

from __future__ import annotations

import os
import subprocess
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SuspendNotSupported
from textual.worker import get_current_worker

from tui.model.safe_text import safe_text
from tui.screens.changes import Changes
from tui.screens.explorer import ExplorerScreen
from tui.widgets.keys import bindings

if TYPE_CHECKING:
    from pathlib import Path

    from textual.command import Provider

    from tui.commands import Command
    from tui.library.embedded import EmbeddedLibrary
    from tui.state.marks import Marks
    from tui.widgets.entries import Target


def _palette() -> type[Provider]:
    from tui.screens.palette import RegistryProvider

    return RegistryProvider


class DealtuiApp(App[None]):
    """dealtui on one corpus."""

    TITLE = "dealtui"
    COMMANDS: ClassVar = {_palette}
    BINDINGS: ClassVar = bindings("app")

    def __init__(self, path: Path, *, cache: bool = True) -> None:
        super().__init__()
        self.path = path
        self.cache = cache
        self.explorer = ExplorerScreen()
        self.library: EmbeddedLibrary | None = None
        self.changes = Changes(self, path)
        self.marks: Marks | None = None

    def on_mount(self) -> None:
        """Paint the skeleton, then read."""
        self.push_screen(self.explorer)
        self.load()

    def load(self) -> None:
        """Read the corpus in the background; the newest request wins."""
        self.run_worker(self._load, thread=True, exclusive=True, group="load", exit_on_error=True)

    def _load(self) -> None:
        from tui.corpus.opening import open_corpus
        from tui.library.embedded import EmbeddedLibrary
        from tui.library.places import marks_file
        from tui.state.marks import Marks

        worker = get_current_worker()

        def cancelled() -> bool:
            return worker.is_cancelled

        def progress(step: str, done: int, total: int) -> None:
            words = f"{step} {done:,} of {total:,}" if step else ""
            if not worker.is_cancelled:
                self.call_from_thread(self.explorer.proofs_changed, words)

        if self.marks is None:
            self.marks = Marks(marks_file())
        library = EmbeddedLibrary(open_corpus(self.path, cache_dir=self._cache_dir()), self.marks)
        if worker.is_cancelled:
            return
        self.call_from_thread(self._loaded, library)
        library.prepare(progress, cancelled)
        if not worker.is_cancelled:
            self.call_from_thread(self.explorer.run_query)

    def _cache_dir(self) -> Path | None:
        from tui.library.places import cache_folder

        return cache_folder() if self.cache else None

    def _loaded(self, library: EmbeddedLibrary) -> None:
        self.library = library
        self.explorer.show_library(library)

    def do(self, command: Command) -> None:
        """Carry out a command as its key would, focusing the pane that it belongs to."""
        _, _, pane = command.scope.partition(".")
        target = self.screen
        if pane and isinstance(self.screen, ExplorerScreen):
            self.screen.show_pane(pane)
            self.call_after_refresh(self._run_on, pane, command.action)
        elif command.scope == "app":
            self.run_worker(self.run_action(command.action), exit_on_error=True)
        else:
            self.run_worker(target.run_action(command.action), exit_on_error=True)

    async def _run_on(self, pane: str, action: str) -> None:
        await self.screen.query_one(f"#{pane}").run_action(action)

    def action_help(self) -> None:
        """Show all keys."""
        from tui.screens.help import HelpScreen

        self.push_screen(HelpScreen())

    def action_reload(self) -> None:
        """Read the corpus again."""
        self.load()

    def action_next_theme(self) -> None:
        """Change between dark and light."""
        self.theme = "textual-light" if self.current_theme.dark else "textual-dark"

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a short message; the text is data, never markup."""
        self.notify(safe_text(text), severity="error" if error else "information", markup=False)

    @property
    def source(self) -> str:
        """The text of the corpus file as it was read last."""
        return self.library.loaded.source if self.library else ""

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

    def show_party(self, party: str) -> None:
        """Show all about a party."""
        from tui.screens.party import PartyScreen

        if self.library is not None:
            self.push_screen(PartyScreen(self.library, party))

    def action_side(self, name: str) -> None:
        """Open one of the screens beside the explorer."""
        from tui.screens import sides

        if self.library is not None:
            self.push_screen(sides.named(name)(self.library))
