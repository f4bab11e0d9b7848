"""Changes of the corpus file on the screen: shown as a diff, made when the user agrees, undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.platform.failures import in_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.corpus.edit.file_edit import Edit
    from tui.corpus.edit.history import EditHistory
    from tui.corpus.edit.proposals import Proposal, Refusal
    from tui.screens.ports import Notifier


class FileChanges:
    """Asks before a proposal is carried out, and tells what became of it."""

    def __init__(
        self,
        path: Path,
        source: Callable[[], str],
        notifier: Notifier,
        confirm: Callable[[str, str, Callable[[], None]], None],
        reload: Callable[[], None],
        refusal: str = "",
    ) -> None:
        """Prepare to change a corpus file.

        Args:
            path: The file.
            source: Gives its text as it was read last, in which changes are placed.
            notifier: Tells what became of a change.
            confirm: Shows a title and a diff, and calls back when the user agrees.
            reload: Reads the file again.
            refusal: Why nothing may be changed; empty where it may.
        """
        self._refusal = refusal
        self._path, self._source, self._notifier = path, source, notifier
        self._confirm, self._reload = confirm, reload
        self._history: EditHistory | None = None

    @property
    def history(self) -> EditHistory:
        """What was changed in this run."""
        if self._history is None:
            from tui.corpus.edit.history import EditHistory

            self._history = EditHistory(self._path)
        return self._history

    def offer(self, proposal: Proposal, made: Callable[[], None] = lambda: None) -> None:
        """Show what a proposal changes in the file, or say why it cannot be.

        Args:
            proposal: What is to be changed.
            made: Called once the change is in the file, before that is read again.
        """
        from tui.corpus.edit.file_edit import diff
        from tui.corpus.edit.proposals import Refusal

        edit = self.preview()(proposal)
        if isinstance(edit, Refusal):
            self._notifier.say(edit.reason, error=True)
            return
        self._confirm(proposal.title, diff(edit), partial(self.make, edit, made))

    def preview(self) -> Callable[[Proposal], Edit | Refusal]:
        """What proposals come to in the file as it was read last; to be asked in any thread."""
        from tui.corpus.edit.proposals import Refusal, propose

        if self._refusal:
            refusal = Refusal(self._refusal)
            return lambda _: refusal
        return partial(propose, self._source())

    def make(self, edit: Edit, made: Callable[[], None] = lambda: None) -> None:
        """Make a change that the user has seen.

        Args:
            edit: The change.
            made: Called once it is in the file, before that is read again.
        """
        from tui.corpus.edit.file_edit import SpliceError

        try:
            self.history.make(edit)
        except (OSError, SpliceError) as error:
            self._notifier.say(f"Nothing was written: {in_words(error)}", error=True)
            return
        made()
        self._notifier.say("Written to the corpus; u takes it back.")
        self._reload()

    def undo(self) -> None:
        """Take back the newest change."""
        from tui.corpus.edit.file_edit import SpliceError

        try:
            undone = self.history.undo()
        except (OSError, SpliceError) as error:
            self._notifier.say(f"It could not be taken back: {in_words(error)}", error=True)
            return
        if not undone:
            self._notifier.say("Nothing was changed here.")
            return
        self._notifier.say("Taken back.")
        self._reload()
