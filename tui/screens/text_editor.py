"""Editing the corpus file in the app, where no editor can be started."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import TextArea

from tui.corpus.edit.changes.whole_text import RewriteText
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.screens.base import Dialog
from tui.widgets.textual_compat import FaultTolerant

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.screens.ports import Changes

LARGEST = 2_000_000
"""Characters up to which a text is edited here; typing in a longer one would be slow."""


class CorpusText(FaultTolerant, TextArea):
    """The text of the file; a tab is two spaces, as YAML has none."""

    def on_mount(self) -> None:
        """Indent as the corpus does."""
        self.indent_width = 2


class TextEditorScreen(Dialog[None]):
    """The text of the corpus file; `^s` shows what differs and asks, escape leaves."""

    CSS = """
    TextEditorScreen { align: center middle; }
    TextEditorScreen > CorpusText {
        width: 96%; max-width: 130; height: 92%;
        background: $surface; border: round $frame-focus; border-title-color: $text;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "offer", show=False, priority=True),
        Binding("escape", "leave", show=False, priority=True),
    ]

    def __init__(self, changes: Changes, text: str, line: int, file: str = "") -> None:
        """Edit a text, beginning at a line, counted from one; `file` names an included one."""
        super().__init__()
        self._file = file
        self._changes, self._before, self._line = changes, text, line
        self._warned = False

    def compose(self) -> ComposeResult:
        """The text."""
        area = CorpusText(self._before, show_line_numbers=True, tab_behavior="indent")
        area.border_title = Content(safe_line(self._file or "deals.yaml"))
        area.border_subtitle = Content(tr("^s shows what differs and writes · Esc leaves"))
        yield area

    def on_mount(self) -> None:
        """Begin at the line."""
        self._area.move_cursor((max(0, self._line - 1), 0), center=True)

    @property
    def _area(self) -> TextArea:
        return self.query_one(CorpusText)

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was typed."""
        return self._area.text == self._before

    def action_offer(self) -> None:
        """Show what differs; once it is written, the editor closes."""
        if self.is_untouched:
            self.dismiss(None)
            return
        proposal = RewriteText(self._before, self._area.text, self._file)
        self._changes.offer(proposal, self._close)

    def _close(self) -> None:
        self.dismiss(None)

    def action_leave(self) -> None:
        """Close; what was typed is given up on a second escape alone."""
        if self.is_untouched or self._warned:
            self.dismiss(None)
        else:
            self._warned = True
            self._area.border_subtitle = Content(
                tr("not written · ^s shows what differs · Esc again gives it up")
            )

    def on_text_area_changed(self) -> None:
        """Who types on has not left."""
        self._warned = False
