"""Changes of the corpus file on the screen: shown as a diff, made when the user agrees, undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.app import DealtuiApp
    from tui.corpus.edit.file_edit import Edit
    from tui.corpus.edit.history import EditHistory
    from tui.corpus.edit.proposals import Proposal


class Changes:
    """Asks before a proposal is carried out, and tells what became of it."""

    def __init__(self, app: DealtuiApp, path: Path) -> None:
        self._app, self._path = app, path
        self._history: EditHistory | None = None

    @property
    def history(self) -> EditHistory:
        """What was changed in this run."""
        if self._history is None:
            from tui.corpus.edit.history import EditHistory

            self._history = EditHistory(self._path)
        return self._history

    def offer(
        self, source: str, proposal: Proposal, made: Callable[[], None] = lambda: None
    ) -> None:
        """Show what a proposal changes in the file, or say why it cannot be.

        Args:
            source: The text of the file as it was read.
            proposal: What is to be changed.
            made: Called once the change is in the file, before that is read again.
        """
        from tui.corpus.edit.file_edit import diff
        from tui.corpus.edit.proposals import Refusal, propose
        from tui.screens.dialogs import ConfirmScreen

        edit = propose(source, proposal)
        if isinstance(edit, Refusal):
            self._app.say(edit.reason, error=True)
            return

        def answered(answer: bool | None) -> None:
            if answer:
                self._make(edit, made)

        self._app.push_screen(ConfirmScreen(proposal.title, diff(edit)), answered)

    def _make(self, edit: Edit, made: Callable[[], None]) -> None:
        from tui.corpus.edit.file_edit import SpliceError

        try:
            self.history.make(edit)
        except (OSError, SpliceError) as error:
            self._app.say(f"Nothing was written: {error}", error=True)
            return
        made()
        self._app.say("Written to the corpus; u takes it back.")
        self._app.load()

    def undo(self) -> None:
        """Take back the newest change."""
        from tui.corpus.edit.file_edit import SpliceError

        try:
            undone = self.history.undo()
        except (OSError, SpliceError) as error:
            self._app.say(f"It could not be taken back: {error}", error=True)
            return
        if not undone:
            self._app.say("Nothing was changed here.")
            return
        self._app.say("Taken back.")
        self._app.load()
