"""When something does go wrong: what happened, where the log is, and how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.model.safe_text import safe_text
from tui.platform.translation import tr
from tui.widgets.textual_compat import FaultTolerant

if TYPE_CHECKING:
    from textual.app import ComposeResult


class FaultScreen(FaultTolerant, Screen[None]):
    """One dialog for a fault of the program; the app goes on afterwards.

    Nothing is drawn behind it: that may be what cannot be drawn.
    """

    CSS = """
    FaultScreen { align: center middle; }
    FaultScreen > Static {
        width: 80%; max-width: 80; height: auto; padding: 1 2;
        background: $surface; border: round $error; border-title-color: $text-error;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "dismiss", show=False),
        Binding("q", "app.quit", show=False),
    ]

    def __init__(self, what: str, log: str) -> None:
        super().__init__()
        self._what, self._log_file = what, log

    def compose(self) -> ComposeResult:
        """What happened and what can be done."""
        where = (
            tr("The details are in {file}").format(file=self._log_file)
            if self._log_file
            else tr("No log could be written.")
        )
        text = "\n\n".join(
            (
                self._what,
                where,
                tr("Your corpus and your marks are untouched."),
                tr("Esc goes on · q quits"),
            )
        )
        box = Static(Content(safe_text(text)))
        box.border_title = Content(tr("Something went wrong"))
        yield box
