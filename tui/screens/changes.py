"""Changes of the corpus file made from the app: proposed, applied, undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tui.app import DealtuiApp
    from tui.corpus.edit.splice import Edit


class Changes:
    """The changes that this run of the app made to one file, newest last."""

    def __init__(self, app: DealtuiApp, path: Path) -> None:
        self._app, self._path = app, path
        self._done: list[Edit] = []

    def propose(self, title: str, edit: Edit) -> None:
        """Show a change as a diff; it is made when the user agrees."""
        from tui.corpus.edit.splice import diff
        from tui.screens.dialogs import ConfirmScreen

        def answered(answer: bool | None) -> None:
            if answer:
                self._apply(edit)

        self._app.push_screen(ConfirmScreen(title, diff(edit)), answered)

    def _apply(self, edit: Edit) -> None:
        from tui.corpus.edit.splice import SpliceError, apply

        try:
            apply(self._path, edit)
        except (OSError, SpliceError) as error:
            self._app.say(f"Nothing was written: {error}", error=True)
            return
        self._done.append(edit)
        self._app.say("Written to the corpus; u takes it back.")
        self._app.load()

    def undo(self) -> None:
        """Take back the newest change."""
        from tui.corpus.edit.splice import SpliceError, undo

        if not self._done:
            self._app.say("Nothing was changed here.")
            return
        try:
            undo(self._path, self._done[-1])
        except (OSError, SpliceError) as error:
            self._app.say(f"It could not be taken back: {error}", error=True)
            return
        self._done.pop()
        self._app.say("Taken back.")
        self._app.load()
