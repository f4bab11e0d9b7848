"""Changes of the corpus file on the screen: shown as a diff, made when the user agrees, undone."""

from __future__ import annotations

import contextlib
from functools import partial
from typing import TYPE_CHECKING

from tui.model.messages import shown
from tui.platform.failures import in_words
from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tui.corpus.edit.file_edit import Edit
    from tui.corpus.edit.history import EditHistory, Journal, MadeChange
    from tui.corpus.edit.proposals import Proposal, Refusal
    from tui.screens.ports import AwaitedChange, Background, Confirming, Notifier
    from tui.session.protocol import Session


_AT_ONCE = 150_000
"""Characters of a file up to which a change is worked out at once: 0.3 µs each, below 50 ms."""


class FileChanges:
    """Asks before a proposal is carried out, and tells what became of it."""

    def __init__(
        self,
        path: Path,
        source: Callable[[], str],
        notifier: Notifier,
        dialogs: Confirming,
        background: Background,
        reload: Callable[[], None],
        refusal: str = "",
    ) -> None:
        """Prepare to change a corpus file.

        Args:
            path: The file.
            source: Gives its text as it was read last, in which changes are placed.
            notifier: Tells what became of a change.
            dialogs: Show a title and a diff, and call back when the user agrees.
            background: Works out changes of a large file.
            reload: Reads the file again.
            refusal: Why nothing may be changed; empty where it may.
        """
        self._refusal = refusal
        self._path, self._source, self._notifier = path, source, notifier
        self._dialogs, self._background, self._reload = dialogs, background, reload
        self._history: EditHistory | None = None
        self._renamed: list[tuple[str, str]] = []
        """Records that got another id, whose marks follow once the file is read again."""

    @property
    def history(self) -> EditHistory:
        """What was changed, in this run and in those before."""
        if self._history is None:
            from tui.corpus.edit.history import EditHistory

            self._history = EditHistory(self._path, _journal(self._path))
        return self._history

    def offer(
        self,
        proposal: Proposal,
        made: Callable[[], None] = lambda: None,
        told: Sequence[str] = (),
    ) -> None:
        """Show what a proposal changes in the file, or say why it cannot be.

        In a large file that is worked out in another thread, while the dialog waits for it.

        Args:
            proposal: What is to be changed.
            made: Called once the change is in the file, before that is read again.
            told: What the user should know beside what the proposal tells itself.
        """
        preview = self.preview()
        if self._refusal or len(self._source()) <= _AT_ONCE:
            edit, words = _worked_out(preview, proposal, told)
            if edit is None:
                self._notifier.say(words, error=True)
            else:
                make = partial(self.make, edit, made, proposal)
                self._dialogs.confirm(shown(proposal.title), words, make)
            return
        dialog = self._dialogs.await_change(
            shown(proposal.title), lambda: self._background.cancel("change")
        )
        take = partial(self._take_offer, dialog, proposal, made)
        self._background.start(
            "change",
            lambda job: job.publish(take, *_worked_out(preview, proposal, told)),
        )

    def _take_offer(
        self,
        dialog: AwaitedChange,
        proposal: Proposal,
        made: Callable[[], None],
        edit: Edit | None,
        words: str,
    ) -> None:
        """Show what was worked out, or say why it cannot be."""
        if edit is None:
            dialog.leave()
            self._notifier.say(words, error=True)
        else:
            dialog.show(words, partial(self.make, edit, made, proposal))

    def preview(self) -> Callable[[Proposal], Edit | Refusal]:
        """What proposals come to in the file as it was read last; to be asked in any thread."""
        from tui.corpus.edit.proposals import Refusal, propose

        if self._refusal:
            refusal = Refusal(self._refusal)
            return lambda _: refusal
        return partial(propose, self._source())

    def make(
        self,
        edit: Edit,
        made: Callable[[], None] = lambda: None,
        proposal: Proposal | None = None,
    ) -> None:
        """Make a change that the user has seen.

        Args:
            edit: The change.
            made: Called once it is in the file, before that is read again.
            proposal: What it was proposed as.
        """
        from tui.corpus.edit.file_edit import SpliceError
        from tui.corpus.edit.proposals import Renames

        if self._refusal:
            self._notifier.say(self._refusal, error=True)
            return
        title = shown(proposal.title) if proposal is not None else ""
        renamed = proposal.renames if isinstance(proposal, Renames) else ()
        try:
            self.history.make(edit, title, renamed)
        except (OSError, SpliceError) as error:
            self._notifier.say(
                tr("Nothing was written: {reason}").format(reason=shown(in_words(error))),
                error=True,
            )
            return
        self._follow(renamed)
        made()
        self._notifier.say(tr("Written to the corpus; u takes it back."))
        self._reload()

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return self.history.last_done is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a change that was taken back."""
        return self.history.last_undone is not None

    def undo(self) -> None:
        """Take back the newest change; one of an earlier run is shown first."""
        self._take(self.history.last_done, self._undo, tr("Take back"), again=False)

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._take(self.history.last_undone, self._redo, tr("Make again"), again=True)

    def session_read(self, session: Session) -> bool:
        """Let the user's marks follow the records that got another id, now that they are read.

        Returns:
            Whether any did.
        """
        from tui.store.marks import StateError

        renamed, self._renamed = self._renamed, []
        for old, new in renamed:
            if session.has_record(new) and not session.has_record(old):
                with contextlib.suppress(StateError):
                    session.own.move(old, new)
        return bool(renamed)

    def _take(
        self,
        change: MadeChange | None,
        take: Callable[[], None],
        words: str,
        *,
        again: bool,
    ) -> None:
        from tui.corpus.edit.file_edit import SpliceError, diff

        if change is None:
            nothing = (
                tr("Nothing was taken back here.") if again else tr("Nothing was changed here.")
            )
            self._notifier.say(nothing)
        elif change.run == self.history.run:
            take()
        else:
            try:
                edit = self.history.preview(change, again=again)
            except (OSError, SpliceError) as error:
                self._notifier.say(
                    tr("It could not be taken back: {reason}").format(reason=shown(str(error))),
                    error=True,
                )
                return
            title = tr("{action}, made by another run: {title}").format(
                action=words, title=change.title or tr("a change")
            )
            made = tr("Made on {day}.").format(day=change.at[:10])
            self._dialogs.confirm(title, f"{made}\n{diff(edit)}", take)

    def _undo(self) -> None:
        from tui.corpus.edit.file_edit import SpliceError

        try:
            undone = self.history.undo()
        except (OSError, SpliceError) as error:
            self._notifier.say(
                tr("It could not be taken back: {reason}").format(reason=shown(in_words(error))),
                error=True,
            )
            return
        if undone is not None:
            self._follow(undone.renamed[::-1])
            self._notifier.say(tr("Taken back{what}; U makes it again.").format(what=_what(undone)))
            self._reload()

    def _redo(self) -> None:
        from tui.corpus.edit.file_edit import SpliceError

        try:
            redone = self.history.redo()
        except (OSError, SpliceError) as error:
            self._notifier.say(
                tr("It could not be made again: {reason}").format(reason=shown(str(error))),
                error=True,
            )
            return
        if redone is not None:
            self._follow(redone.renamed)
            self._notifier.say(tr("Made again{what}; u takes it back.").format(what=_what(redone)))
            self._reload()

    def _follow(self, renamed: tuple[str, ...]) -> None:
        if len(renamed) == 2:
            self._renamed.append((renamed[0], renamed[1]))


def _worked_out(
    preview: Callable[[Proposal], Edit | Refusal], proposal: Proposal, told: Sequence[str]
) -> tuple[Edit | None, str]:
    """The edit that a proposal comes to, with what is shown of it; no edit and the reason why."""
    from tui.corpus.edit.file_edit import SpliceError, diff
    from tui.corpus.edit.proposals import Refusal, TellsFirst

    edit = preview(proposal)
    if isinstance(edit, Refusal):
        return None, shown(edit.reason)
    lines = [*told]
    if isinstance(proposal, TellsFirst):
        lines += map(shown, proposal.told(edit.before_text))
    words = "\n".join([*lines, ""]) if lines else ""
    try:
        return edit, f"{words}{diff(edit)}"
    except SpliceError as error:
        return None, tr("Nothing is changed: {reason}").format(reason=shown(str(error)))


def _what(change: MadeChange) -> str:
    return f": {change.title}" if change.title else ""


def _journal(path: Path) -> Journal | None:
    """Where the changes of a corpus file are kept; `None` where there is no home for them."""
    from tui.platform.folders import changes_folder
    from tui.store.edit_journal import EditJournal

    folder = changes_folder()
    return EditJournal(folder, path) if folder is not None else None
