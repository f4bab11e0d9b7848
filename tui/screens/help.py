"""All keys, generated from the registry of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui.commands import GROUPS, Scope
from tui.screens.base import Dialog
from tui.widgets.drawing.glyphs import PROOF
from tui.widgets.drawing.line_pane import LinePane, Run
from tui.widgets.drawing.wrapping import wrap

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.strip import Strip

    from tui.commands import KeyTable

_PLACES = {
    Scope.APP: "everywhere",
    Scope.EXPLORER: "explorer",
    Scope.RESULTS: "in the list",
    Scope.RECORD: "in the record",
    Scope.ARTICLE: "in the article",
    Scope.TIMELINE: "in the timeline",
    Scope.FLOWS: "in the flows",
    Scope.AUDIT: "in the audit",
    Scope.PARTIES: "in the parties",
    Scope.ARTICLES: "in the articles",
    Scope.SIDE: "other screens",
}

_KEYS, _TITLE = 15, 55
"""Cells of the keys, and of the titles beside their places."""


class HelpPane(LinePane):
    """The key table, scrolled with the usual keys."""

    BORDER_TITLE = "Keys"
    BORDER_SUBTITLE = "Esc closes"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown,space,ctrl+d", "page(1)", show=False),
        Binding("pageup,ctrl+u", "page(-1)", show=False),
        Binding("home,g", "end(0)", show=False),
        Binding("end,G", "end(1)", show=False),
    ]

    def __init__(self, key_table: KeyTable) -> None:
        super().__init__()
        self._key_table = key_table

    def on_mount(self) -> None:
        """Write the table."""
        self._write()

    def on_resize(self) -> None:
        """Break the lines anew."""
        super().on_resize()
        self._write()

    def _write(self) -> None:
        self._lines = self._table()
        self.lines_changed(len(self._lines))

    def _table(self) -> list[list[Run]]:
        lines: list[list[Run]] = []
        for heading, commands in GROUPS.items():
            lines.append([(f" {heading}", "title")])
            for command in commands:
                lines += self._row(
                    self._key_table.shown(command), command.title, _PLACES[command.scope]
                )
            lines.append([])
        lines.append([(" Signs", "title")])
        lines += [
            [(f"  {look.glyph:<12} ", look.style), (look.word, "")] for look in PROOF.values()
        ]
        return lines

    def _row(self, keys: str, title: str, place: str) -> list[list[Run]]:
        """A command in one line, or in as many as its words take where the pane is narrow."""
        room = max(24, self.line_width - _KEYS)
        if len(title) < _TITLE and room >= _TITLE + max(map(len, _PLACES.values())):
            words: list[list[Run]] = [[(f"{title:<{_TITLE}}", ""), (place, "quiet")]]
        else:
            words = [[(part, "")] for part in wrap(title, room)]
            left_over = room - len(words[-1][0][0])
            if left_over < len(place) + 2:
                words.append([])
                left_over = room
            words[-1].append((f"{place:>{left_over}}", "quiet"))
        left = [f"  {keys:<{_KEYS - 3}} ", *(" " * _KEYS for _ in words[1:])]
        return [[(key, "key"), *runs] for key, runs in zip(left, words, strict=True)]

    def build_line(self, line: int, width: int) -> Strip:
        """One line of the table."""
        return self.strip_of(self._lines[line], width)

    def action_scroll(self, step: int) -> None:
        """Scroll by lines."""
        self.scroll_lines(self.top + step)

    def action_page(self, step: int) -> None:
        """Scroll by screens."""
        self.scroll_lines(self.top + step * max(1, self.size.height - 2))

    def action_end(self, which: int) -> None:
        """Scroll to the first line (0) or the last (1)."""
        self.scroll_lines(which * len(self._lines))


class HelpScreen(Dialog[None]):
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

    def __init__(self, key_table: KeyTable) -> None:
        super().__init__()
        self._key_table = key_table

    def compose(self) -> ComposeResult:
        """The table."""
        yield HelpPane(self._key_table)
