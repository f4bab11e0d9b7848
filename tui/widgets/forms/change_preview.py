"""What a form comes to: the change of the file as a diff, and what a check says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from tui.model.safe_text import safe_line
from tui.widgets.drawing.line_pane import LinePane, Run
from tui.widgets.drawing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.strip import Strip

_STYLES = {"+": "good", "-": "bad", "@": "accent"}
_HEADERS = ("--- ", "+++ ")
_MAIN = "deals.yaml"
"""As the diff calls the file that the corpus is mostly in."""


class WrappedLines(LinePane, can_focus=False):
    """Lines of one style each, wrapped to the room there is."""

    class Wrapped(Message):
        """They take another number of lines now, since there is other room."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._lines: Sequence[tuple[str, str]] = ()
        self._wrapped: list[Run] = []

    def show(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show texts, each with the name of its style."""
        self._lines = lines
        self._wrap()

    @property
    def wanted_lines(self) -> int:
        """So many lines show all of it."""
        return len(self._wrapped)

    def on_resize(self) -> None:
        """Wrap to the new width."""
        super().on_resize()
        before = self.wanted_lines
        self._wrap()
        if self.wanted_lines != before:
            self.post_message(self.Wrapped())

    def _wrap(self) -> None:
        width = max(8, self.line_width - 2)
        self._wrapped = [
            (piece if at == 0 else f"  {piece}", style)
            for text, style in self._lines
            for at, piece in enumerate(wrap(safe_line(text), width))
        ]
        self.lines_changed(len(self._wrapped))
        self.lines_changed()

    def build_line(self, line: int, width: int) -> Strip:
        """One line."""
        return self.strip_of([(" ", ""), self._wrapped[line]], width)


class ChangePreview(WrappedLines):
    """A change of the file as a diff."""

    def show_diff(self, diff: str) -> None:
        """Show a unified diff, at the first line that changes; other files than one by name."""
        self.show(list(styled_diff(diff.splitlines())))
        changed = (at for at, (_, style) in enumerate(self._wrapped) if style in ("good", "bad"))
        self.scroll_lines(max(0, next(changed, 0) - 1))


def styled_diff(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The lines of a diff with their styles; files are named where it is not the main one alone."""
    heads = [line.removeprefix("+++ ") for line in lines if line.startswith("+++ ")]
    named = heads != [_MAIN]
    for line in lines:
        if not line.startswith(_HEADERS):
            yield line, _STYLES.get(line[:1], "quiet")
        elif named and line.startswith("+++ "):
            yield line.removeprefix("+++ "), "title"


class VerdictLines(WrappedLines):
    """What a check says of a change."""
