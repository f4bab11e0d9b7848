"""What all screens of this program have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.screen import ModalScreen, Screen

from tui.widgets.textual_compat import FaultTolerant

if TYPE_CHECKING:
    from textual.events import Click

    from tui.screens.ports import Host
    from tui.session.protocol import Session

Answer = TypeVar("Answer")


class DealtuiScreen(FaultTolerant, Screen[Answer]):
    """A screen that knows its host and follows the corpus."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.host = host

    def set_session(self, session: Session) -> None:
        """Show the corpus as it was read anew while this screen was open."""


class Dialog(FaultTolerant, ModalScreen[Answer]):
    """A box over a screen; a fault in it closes it.

    A click beside the box leaves it, where nothing would be lost.
    """

    @property
    def is_untouched(self) -> bool:
        """Whether the user has typed nothing that closing would lose."""
        return False

    def on_click(self, event: Click) -> None:
        """Close when the click is beside the box."""
        if event.widget is self and self.is_untouched:
            self.dismiss(None)
