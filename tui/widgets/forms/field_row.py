"""A field of a form: its label, a line to type in, and the words that show its value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.containers import Horizontal
from textual.message import Message

from tui.model.messages import shown
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.widgets.bars import TextLine
from tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from tui.session.forms.fields import FormField
    from tui.widgets.drawing.line_pane import Run


class FieldInput(LineInput):
    """The line of a field; keys that lead elsewhere are given to the form."""

    class Asked(Message):
        """The user pressed a key that is the form's."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    _KEYS = frozenset({"tab", "shift+tab", "up", "down", "enter", "escape", "pageup", "pagedown"})

    def on_key(self, event: events.Key) -> None:
        """Give the form its keys."""
        if event.key in self._KEYS:
            self.post_message(self.Asked(event.key))
            event.stop()
            event.prevent_default()


class FieldRow(Horizontal):
    """One field. What it holds is a value; what is typed and shown are the words for it."""

    DEFAULT_CSS = """
    FieldRow { height: 1; width: 1fr; }
    FieldRow > .label { width: 14; }
    FieldRow > FieldInput { width: 2fr; height: 1; }
    FieldRow > .beside { width: 3fr; padding: 0 0 0 1; }
    FieldRow.-long > FieldInput { width: 5fr; }
    FieldRow.-long > .beside { width: 2fr; }
    """

    def __init__(self, field: FormField) -> None:
        super().__init__(classes="-long" if field.long else None)
        self.field = field
        self._label = TextLine()
        self._label.add_class("label")
        self.input = FieldInput(self._words(field.value), compact=True)
        self._beside = TextLine()
        self._beside.add_class("beside")
        self._problem = ""

    def compose(self) -> ComposeResult:
        """Label, line, and what stands beside it."""
        yield self._label
        yield self.input
        yield self._beside

    def on_mount(self) -> None:
        """Write the words."""
        self._label.show([(f" {shown(self.field.label)}", "quiet")])
        self.show_beside()

    @property
    def value(self) -> str:
        """What it holds: the value of each choice that is named, else the text itself."""
        text = self.input.value.strip()
        if not self.field.choices:
            return text
        pieces = text.split(",") if self.field.several else [text]
        return ", ".join(self._value_named(piece) for piece in pieces if piece.strip())

    def _value_named(self, words: str) -> str:
        choice = self.field.choices.named(words)
        return choice.value if choice is not None else " ".join(words.split())

    def _words(self, value: str) -> str:
        if not self.field.choices:
            return value
        pieces = value.split(",") if self.field.several else [value]
        shown = []
        for piece in pieces:
            choice = self.field.choices.valued(piece.strip())
            shown.append(choice.shown if choice is not None else piece.strip())
        return ", ".join(shown)

    @property
    def typed(self) -> str:
        """What is typed of the answer at hand: of several, the last."""
        text = self.input.value
        return text.rpartition(",")[2].strip() if self.field.several else text.strip()

    def ask(self, field: FormField) -> None:
        """Ask for something else in its place; what was typed stays where the value is the same."""
        before, self.field = self.field, field
        if field.value != before.value or field.choices is not before.choices:
            self.put(field.value)
        if field.label != before.label:
            self._label.show([(f" {shown(field.label)}", "quiet")])
        self.show_beside()

    def put(self, value: str) -> None:
        """Hold a value."""
        words = self._words(value)
        if words != self.input.value:
            with self.input.prevent(self.input.Changed):
                self.input.value = words
        self.input.cursor_position = len(words)
        self.show_beside()

    def take(self, value: str) -> None:
        """Hold a value that was picked; of several, in place of the last."""
        if self.field.several:
            others = self.input.value.rpartition(",")[0]
            value = f"{others}, {value}" if others else value
            value = ", ".join(self._value_named(piece) for piece in value.split(","))
        self.put(value)

    def complain(self, problem: str) -> None:
        """Say what is wrong with its answer; nothing takes that back."""
        if problem != self._problem:
            self._problem = problem
            self.show_beside()

    def show_beside(self) -> None:
        """Say what is wrong, what is new, which words show it, or that none do."""
        self._beside.show([self._said()])

    @property
    def advice(self) -> str:
        """What is said beside it, where there is no room for all of that; else empty."""
        words = self._said()[0]
        return words if cell_len(words) > self._beside.size.width - 1 else ""

    def _said(self) -> Run:
        value, field = self.value, self.field
        if self._problem:
            return safe_line(self._problem), "bad"
        if not value:
            return safe_line(shown(field.if_empty)), "quiet"
        if field.creates:
            new = [
                one
                for one in (value.split(", ") if field.several else [value])
                if field.choices.valued(one) is None
            ]
            if new:
                return safe_line(f"{tr('new')} {tr(field.creates)}: {', '.join(new)}"), "warn"
        if field.because and value == field.value:
            return f"“{safe_line(' '.join(field.because.split()))}”", "good"
        if field.note and value == field.value:
            return safe_line(shown(field.note)), "quiet"
        return "", ""
