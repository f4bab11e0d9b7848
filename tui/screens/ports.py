"""What screens and their controllers need of others, as interfaces.

The app satisfies `Host`; a screen gives its controllers the rest. A test gives them fakes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from tui.commands import Command, KeyTable
    from tui.corpus.edit.file_edit import Edit
    from tui.corpus.edit.proposals import Proposal, Refusal
    from tui.session.forms.fields import Filled, FormSubject
    from tui.session.protocol import SearchResult, Session
    from tui.widgets.entries import Entry, Target


class Notifier(Protocol):
    """Shows short messages."""

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a message in place of the one before; the text is data, never markup."""


class Changes(Protocol):
    """Changes of the corpus file, each shown as a diff before it is made."""

    def offer(
        self,
        proposal: Proposal,
        made: Callable[[], None] = ...,
        told: Sequence[str] = ...,
    ) -> None:
        """Show what a proposal changes in the file, or say why it cannot be.

        Args:
            proposal: What is to be changed.
            made: Called once the change is in the file, before that is read again.
            told: What the user should know beside what the proposal tells itself.
        """

    def preview(self) -> Callable[[Proposal], Edit | Refusal]:
        """What proposals come to in the file as it was read last; to be asked in any thread."""

    def make(
        self, edit: Edit, made: Callable[[], None] = ..., proposal: Proposal | None = ...
    ) -> None:
        """Make a change that the user has seen.

        Args:
            edit: The change.
            made: Called once it is in the file, before that is read again.
            proposal: What it was proposed as.
        """

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""

    @property
    def can_redo(self) -> bool:
        """Whether there is a change that was taken back."""

    def undo(self) -> None:
        """Take back the newest change."""

    def redo(self) -> None:
        """Make the change again that was taken back last."""


class ColumnSizes(Protocol):
    """The widths of columns."""

    def of(self, table: str) -> Mapping[str, int]:
        """The cells of those columns of a table to which the user gave some."""

    def resize(self, table: str, column: str, cells: int) -> None:
        """Give a column so many cells, or the nearest number that it can have."""


class Host(Notifier, Protocol):
    """The app, as its screens see it."""

    @property
    def session(self) -> Session | None:
        """The corpus as it was read last, of the present; `None` before that."""

    @property
    def shown_session(self) -> Session | None:
        """The corpus that the explorer shows, which may be stepped back in time."""

    @property
    def known_until(self) -> date | None:
        """The day as of which the corpus is shown; `None` for the present."""

    @property
    def key_table(self) -> KeyTable:
        """The keys as they are now."""

    @property
    def columns(self) -> ColumnSizes:
        """The widths that the user gave to columns."""

    @property
    def changes(self) -> Changes:
        """The changes of the corpus file."""

    def tell(self, callback: Callable[..., None], *arguments: object) -> None:
        """Call back in the thread of the screen, unless the app is ending."""

    def screen_entered(self) -> None:
        """The user is on a screen: messages of another one are not shown here."""

    def do(self, command: Command) -> None:
        """Carry out a command as its key would."""

    def follow(self, target: Target) -> None:
        """Go where a line of a screen leads."""

    def way_to(self, screen: object) -> Sequence[str]:
        """What the places on the way to a screen are called, from the explorer on."""

    def show_party(self, party: str) -> None:
        """Show all about a party."""

    def show_flows_of(self, party: str) -> None:
        """Show the flows of one party."""

    @property
    def shown_query(self) -> str:
        """The query that the explorer has answered."""

    @property
    def found(self) -> SearchResult | None:
        """What it found; `None` where nothing is searched for."""

    def search(self, query: str) -> None:
        """Search the explorer for a query."""

    def edit(self, line: int) -> None:
        """Open the corpus in the user's editor."""

    def copy(self, text: str) -> None:
        """Copy a text to the clipboard."""

    def open_outside(self, target: str) -> None:
        """Open an address or a file with the program of the desktop, and say when that fails."""

    def make_corpus(self) -> None:
        """Ask where to make a new corpus, make it and open it."""


class Dialogs(Protocol):
    """Boxes that ask the user; nothing is called back when the user thinks better of it."""

    def ask(
        self,
        title: str,
        answered: Callable[[str], None],
        *,
        value: str = "",
        hint: str = "",
        check: Callable[[str], str | None] = ...,
        does: str = msg("keeps it"),
    ) -> None:
        """Ask for a line.

        Args:
            title: What is asked.
            answered: Called with the answer.
            value: What stands in the line at first.
            hint: What an answer looks like.
            check: Says what is wrong with an answer, or `None` when it will do.
            does: What enter does with it.
        """

    def ask_for_note(self, title: str, answered: Callable[[str], None], *, value: str = "") -> None:
        """Ask for a text of one or several lines.

        Args:
            title: What is asked.
            answered: Called with the answer.
            value: What stands there at first.
        """

    def choose(
        self,
        title: str,
        entries: Sequence[Entry],
        chosen: Callable[[Target], None],
        *,
        keep: Target | None = None,
        does: str = msg("goes there"),
    ) -> None:
        """Let the user choose an entry, the cursor on `keep` at first."""

    def confirm(self, title: str, diff: str, agreed: Callable[[], None]) -> None:
        """Show a change line by line and ask whether to make it."""


class AwaitedChange(Protocol):
    """A dialog of a change that is still being worked out."""

    def show(self, diff: str, agreed: Callable[[], None]) -> None:
        """Show the change and ask whether to make it."""

    def leave(self) -> None:
        """Close the dialog: there is nothing to show."""


class Confirming(Protocol):
    """Dialogs that show a change of the file and ask whether to make it."""

    def confirm(self, title: str, diff: str, agreed: Callable[[], None]) -> None:
        """Show a change line by line and ask whether to make it."""

    def await_change(self, title: str, left: Callable[[], None]) -> AwaitedChange:
        """Open the dialog of a change that is still being worked out."""


class Forms(Protocol):
    """Forms over a screen; nothing is called back when the user leaves one."""

    def fill_in(
        self,
        subject: FormSubject,
        *,
        text: str = "",
        point: Callable[[tuple[int, int]], None] = ...,
        closed: Callable[[], None] = ...,
        made: Callable[[Filled], None] = ...,
    ) -> None:
        """Ask what a subject asks, and write the change that the answers come to.

        Args:
            subject: What the form is about.
            text: The article from which its values were read.
            point: Marks a stretch of that article on the screen behind.
            closed: Called when the form goes, filled in or not.
            made: Called once the change is in the file, before that is read again.
        """


class Timer(Protocol):
    """A callback that is still to come."""

    def stop(self) -> None:
        """Let it not come."""


class Scheduler(Protocol):
    """Calls back later, in the thread of the screen."""

    def set_timer(self, delay: float, callback: Callable[[], None], /) -> Timer:
        """Call back after so many seconds."""

    def call_after_refresh(self, callback: Callable[..., None], /, *arguments: Any) -> bool:
        """Call back once what has changed is painted."""


class Job(Protocol):
    """A piece of work in another thread, as that thread sees it."""

    def cancelled(self) -> bool:
        """Whether nobody waits for its result any more."""

    def publish(self, take: Callable[..., None], *results: object) -> None:
        """Hand results to the thread of the screen, which drops them once the job is cancelled."""


class Background(Protocol):
    """Starts work in other threads."""

    def start(self, group: str, work: Callable[[Job], None]) -> None:
        """Start work in place of what goes on in its group.

        The work is given what it needs as frozen values, bound to it here, in the thread of the
        screen. It reads no widget and nothing that the screen may change meanwhile, and publishes
        values that nobody changes afterwards.
        """

    def cancel(self, group: str) -> None:
        """Cancel the work of a group."""
