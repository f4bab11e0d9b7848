"""All keys, generated from the registry of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tui.commands import COMMANDS
from tui.widgets.lines import LinePane, Run
from tui.widgets.looks import PROOF

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.strip import Strip

_PLACES = {
    "app": "everywhere",
    "explorer": "explorer",
    "explorer.results": "in the list",
    "explorer.record": "in the record",
    "explorer.article": "in the article",
    "explorer.timeline": "in the timeline",
    "flows": "in the flows",
}


class HelpPane(LinePane):
    """The key table, scrolled with the usual keys."""

    BORDER_TITLE = "Keys"
    BORDER_SUBTITLE = "Esc closes"

    def on_mount(self) -> None:
        """Write the table."""
        self._lines = list(self._table())
        self.lines_changed(len(self._lines))

    def _table(self) -> list[list[Run]]:
        lines: list[list[Run]] = []
        for group in dict.fromkeys(command.group for command in COMMANDS):
            lines.append([(f" {group}", "title")])
            for command in COMMANDS:
                if command.group == group:
                    place = _PLACES.get(command.scope, command.scope)
                    lines.append(
                        [
                            (f"  {command.shown:<12} ", "key"),
                            (f"{command.title:<54} ", ""),
                            (place, "quiet"),
                        ]
                    )
            lines.append([])
        lines.append([(" Signs", "title")])
        lines += [
            [(f"  {look.glyph:<12} ", look.style), (look.word, "")] for look in PROOF.values()
        ]
        return lines

    def build_line(self, line: int, width: int) -> Strip:
        """One line of the table."""
        return self.strip_of(self._lines[line], width)

    def action_scroll(self, step: int) -> None:
        """Scroll by lines."""
        self.scroll_lines(self.top + step)

    def action_page(self, step: int) -> None:
        """Scroll by screens."""
        self.scroll_lines(self.top + step * max(1, self.size.height - 2))


SCROLLING: list[BindingType] = [
    Binding("down,j", "scroll(1)", show=False),
    Binding("up,k", "scroll(-1)", show=False),
    Binding("pagedown,space", "page(1)", show=False),
    Binding("pageup,b", "page(-1)", show=False),
]
HelpPane.BINDINGS = SCROLLING


class HelpScreen(ModalScreen[None]):
    """Shows every key and every sign."""

    CSS = """
    HelpScreen { align: center middle; }
    HelpPane {
        width: 90%; max-width: 92; height: 90%;
        background: $surface; border: round $accent;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "dismiss", show=False)
    ]

    def compose(self) -> ComposeResult:
        """The table."""
        yield HelpPane()
