"""Changes of the corpus file made from the app: proposed, applied, undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.safe_text import safe_text

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import App

    from tui.corpus.splice import Edit


class Changes:
    """The changes that this run of the app made to one file, newest last."""

    def __init__(self, app: App[None], path: Path) -> None:
        self._app, self._path = app, path
        self._done: list[Edit] = []

    def propose(self, title: str, edit: Edit) -> None:
        """Show a change as a diff; it is made when the user agrees."""
        from tui.corpus.splice import diff
        from tui.screens.dialogs import ConfirmScreen

        def answered(answer: bool | None) -> None:
            if answer:
                self._apply(edit)

        self._app.push_screen(ConfirmScreen(title, diff(edit)), answered)

    def _apply(self, edit: Edit) -> None:
        from tui.corpus.splice import SpliceError, apply

        try:
            apply(self._path, edit)
        except (OSError, SpliceError) as error:
            self._say(f"Nothing was written: {error}", error=True)
            return
        self._done.append(edit)
        self._say("Written to the corpus; u takes it back.")
        self._app.load()  # type: ignore[attr-defined] # the app of this program

    def undo(self) -> None:
        """Take back the newest change."""
        from tui.corpus.splice import SpliceError, undo

        if not self._done:
            self._say("Nothing was changed here.")
            return
        try:
            undo(self._path, self._done[-1])
        except (OSError, SpliceError) as error:
            self._say(f"It could not be taken back: {error}", error=True)
            return
        self._done.pop()
        self._say("Taken back.")
        self._app.load()  # type: ignore[attr-defined] # the app of this program

    def _say(self, text: str, *, error: bool = False) -> None:
        self._app.notify(
            safe_text(text), severity="error" if error else "information", markup=False
        )
