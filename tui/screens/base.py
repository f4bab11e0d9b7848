"""What all screens of this program have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tui.commands import Need
from tui.widgets.drawing.line_pane import drawn_text
from tui.widgets.textual_compat import FaultTolerant, ThriftyScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.events import Click
    from textual.geometry import Region

    from tui.screens.ports import Host
    from tui.session.protocol import Session

Answer = TypeVar("Answer")


def _nowhere() -> None:
    """A dialog about the whole screen."""


class DealtuiScreen(FaultTolerant, ThriftyScreen[Answer]):
    """A screen that knows its host and follows the corpus."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.host = host
        self._unfinished = False
        self._left_at: Session | None = None

    @property
    def title_words(self) -> str:
        """What the breadcrumb calls this screen."""
        return ""

    def set_session(self, session: Session) -> None:
        """Show the corpus as it was read anew while this screen was open."""

    def on_screen_resume(self) -> None:
        """What other screens had to say is theirs."""
        self.host.screen_entered()

    def set_aside(self) -> None:
        """The user goes elsewhere from here, and may come back: end what goes on meanwhile."""
        going_on = [worker for worker in self.workers if worker.node is self]
        self._unfinished = any(worker.is_running for worker in going_on)
        self._left_at = self.host.shown_session
        self.workers.cancel_node(self)

    def come_back(self) -> None:
        """The user is back: go on with what was ended, and show the corpus as it is now."""
        session = self.host.shown_session
        if session is not None and (self._unfinished or session is not self._left_at):
            self.set_session(session)

    def get_selected_text(self) -> str | None:
        """What the mouse has selected, for the key that copies it."""
        return drawn_text(self) or super().get_selected_text()

    def at_hand(self) -> frozenset[Need]:
        """What commands can work on now."""
        changes = self.host.changes
        possible = ((Need.UNDO, changes.can_undo), (Need.REDO, changes.can_redo))
        return frozenset(need for need, is_there in possible if is_there)


class Dialog(FaultTolerant, ModalScreen[Answer]):
    """A box over a screen; a fault in it closes it.

    A click beside the box leaves it, where nothing would be lost. The key of the help works as
    everywhere, where it is no letter of what is typed.
    """

    DEFAULT_CSS = """
    Dialog > * { border-subtitle-color: $frame-text; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,question_mark", "app.help", show=False, id="app:help")
    ]

    def __init__(self) -> None:
        super().__init__()
        self.about: Callable[[], Region | None] = _nowhere
        """Gives the cells of what the dialog is about, as they are now."""

    def get_selected_text(self) -> str | None:
        """What the mouse has selected, for the key that copies it."""
        return drawn_text(self) or super().get_selected_text()

    @property
    def is_untouched(self) -> bool:
        """Whether the user has typed nothing that closing would lose."""
        return False

    def on_click(self, event: Click) -> None:
        """Close when the click is beside the box."""
        if event.widget is self and self.is_untouched:
            self.dismiss(None)
