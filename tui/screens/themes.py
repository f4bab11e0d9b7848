"""The theme picker: every theme is shown on the screen below as the cursor comes to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.model.messages import msg
from tui.platform.settings import THEMES as NAMES
from tui.platform.terminal_display import Colours
from tui.platform.translation import tr
from tui.screens.base import Dialog
from tui.widgets.drawing.themes import ANSI, DARK, LIGHT, THEMES, theme_for
from tui.widgets.entries import Entry, EntryPane, Target

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.platform.terminal_display import TerminalDisplay
    from tui.widgets.drawing.line_pane import Run

_AS_THE_TERMINAL = msg("dealtui, dark or light as the terminal is")
_OF_THE_TERMINAL = msg("the colours of the terminal")
_CHECKED = (DARK, LIGHT)
"""The themes whose contrast the tests measure on every screen."""


class Themed(Protocol):
    """An app whose theme can be tried and kept."""

    @property
    def wanted_theme(self) -> str:
        """The theme that the user wants; empty for our own."""

    @property
    def terminal(self) -> TerminalDisplay:
        """What the terminal can show."""

    def show_theme(self, name: str) -> None:
        """Draw in a theme."""

    def keep_theme(self, name: str) -> None:
        """Draw in a theme from now on, also in later runs."""


def theme_entries(display: TerminalDisplay) -> list[Entry]:
    """What there is to choose from: our own first, then the terminal's colours, then Textual's."""
    if display.colours < Colours.MANY:
        note = (
            tr("this terminal shows no colours")
            if display.colours is Colours.NONE
            else tr("this terminal shows 16 colours: its own are used")
        )
        return [Entry([(f" {note}", "quiet")]), _entry(ANSI, tr(_OF_THE_TERMINAL))]
    return [
        _entry("", tr(_AS_THE_TERMINAL)),
        *(_entry(name, _about(name)) for name in NAMES),
    ]


def _about(name: str) -> str:
    if name == ANSI:
        return tr("the colours of the terminal, dark or light as it is")
    theme = THEMES[name]
    words = [tr("dark") if theme.dark else tr("light")]
    words += ["WCAG AA"] if name in _CHECKED else []
    words += [tr(_OF_THE_TERMINAL)] if theme.ansi else []
    return ", ".join(words)


def _entry(name: str, about: str) -> Entry:
    title: Run = (f" {name or tr('as the terminal'):<22}", "strong")
    return Entry([title, (about, "quiet")], Target("theme", name))


class ThemeScreen(Dialog[None]):
    """Offers all themes; enter keeps one, escape brings back the one before."""

    CSS = """
    ThemeScreen { align: right middle; background: transparent; }
    ThemeScreen > EntryPane {
        width: 70; max-width: 100%; height: auto; max-height: 80%;
        background: $surface; border: round $frame-focus; border-title-color: $text;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", show=False)]

    def __init__(self, themed: Themed) -> None:
        super().__init__()
        self._themed = themed
        self._shown = self._before = themed.wanted_theme

    def compose(self) -> ComposeResult:
        """The list, at the side so that the screen below is seen."""
        yield EntryPane()

    @property
    def is_untouched(self) -> bool:
        """Nothing is typed here."""
        return True

    def on_mount(self) -> None:
        """Offer the themes, the cursor on the one in use."""
        pane = self.query_one(EntryPane)
        pane.border_title = Content(tr("Theme"))
        pane.border_subtitle = Content(tr("enter keeps it · Esc takes back"))
        entries = theme_entries(self._themed.terminal)
        pane.styles.height = len(entries) + 2
        pane.show(entries, Target("theme", self._before))

    def on_entry_pane_moved(self, message: EntryPane.Moved) -> None:
        """Show the theme at the cursor on everything."""
        name = message.target.key
        if theme_for(name, self._themed.terminal) != theme_for(self._shown, self._themed.terminal):
            self._themed.show_theme(name)
        self._shown = name

    def on_entry_pane_followed(self, message: EntryPane.Followed) -> None:
        """Keep the theme."""
        self._themed.keep_theme(message.target.key)
        self._shown = self._before = message.target.key
        self.dismiss(None)

    def action_leave(self) -> None:
        """Bring back the theme before."""
        self.dismiss(None)

    def on_unmount(self) -> None:
        """However it was left, what was not kept is taken back."""
        if self._shown != self._before:
            self._themed.show_theme(self._before)
