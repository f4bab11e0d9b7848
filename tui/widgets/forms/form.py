"""A form: fields below each other, with one list for whichever is being answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.message import Message

from tui.platform.translation import tr
from tui.session.forms.choices import Choice
from tui.widgets.forms.field_row import FieldInput, FieldRow
from tui.widgets.forms.pick_list import PickList
from tui.widgets.textual_compat import FaultTolerant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.widgets import Input

    from tui.session.forms.fields import FormField

_FOUND = 30
"""Choices that are looked for: whoever must look further types another letter."""


class Form(FaultTolerant, Vertical):
    """Fields to walk through with tab, each answered by typing or from a list.

    `down` opens the list, and so does typing; `enter` or `tab` takes what its cursor stands on, and
    `escape` closes it. With no list open, `enter` is for the whole form, and so is `escape`.
    """

    DEFAULT_CSS = """
    Form { height: auto; }
    """

    class Changed(Message):
        """A field holds something else; `settled` once the user is done with it for now."""

        def __init__(self, name: str, *, settled: bool) -> None:
            super().__init__()
            self.name, self.settled = name, settled

    class Entered(Message):
        """The cursor came to a field."""

        def __init__(self, field: FormField) -> None:
            super().__init__()
            self.field = field

    class Paged(Message):
        """The user pages through what the form comes to."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    class Submitted(Message):
        """The user is done."""

    class Left(Message):
        """The user thinks better of it."""

    def __init__(self, fields: Sequence[FormField]) -> None:
        """Ask for some fields."""
        super().__init__()
        self._rows = {field.name: FieldRow(field) for field in fields}
        self._list = PickList()
        self._picking = False
        """Whether the list answers the field: something was typed, or its cursor was moved."""
        self._typing = ""
        """The name of the field in which something was typed and that the user has not left."""

    def compose(self) -> ComposeResult:
        """The fields, and the list, which lies over them."""
        yield from self._rows.values()
        yield self._list

    @property
    def answers(self) -> dict[str, str]:
        """What the fields hold, by name."""
        return {name: row.value for name, row in self._rows.items()}

    @property
    def row(self) -> FieldRow | None:
        """The field with the cursor."""
        focused = self.screen.focused
        return next((row for row in self._rows.values() if row.input is focused), None)

    def field(self, name: str) -> FormField:
        """A field as it is asked now.

        Raises:
            KeyError: If there is none.
        """
        return self._rows[name].field

    def go_to(self, name: str) -> None:
        """Put the cursor on a field."""
        if name in self._rows:
            self._focus(self._rows[name])

    def ask(self, fields: Sequence[FormField]) -> None:
        """Ask for other fields; one that stays keeps what was typed, unless its value is new."""
        rows: dict[str, FieldRow] = {}
        before: FieldRow | None = None
        for field in fields:
            row = self._rows.pop(field.name, None)
            if row is not None:
                row.ask(field)
            else:
                row = FieldRow(field)
                if before is None:
                    self.mount(row, before=0)
                else:
                    self.mount(row, after=before)
            rows[field.name] = before = row
        for gone in self._rows.values():
            gone.remove()
        self._rows = rows

    def put(self, name: str, value: str) -> None:
        """Let a field hold a value."""
        self._rows[name].put(value)

    def complain(self, name: str, problem: str) -> None:
        """Say what is wrong with a field, and of no other."""
        for known, row in self._rows.items():
            row.complain(problem if known == name else "")

    # Keys

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Tell which field is being answered."""
        row = self.row
        if row is not None:
            self._close()
            if self._typing != row.field.name:
                self._settle()
            self.post_message(self.Entered(row.field))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list, once the letter is painted."""
        event.stop()
        row = self.row
        if row is None or event.input is not row.input:
            return
        if row.field.choices:
            self.call_after_refresh(self._offer, row)
        row.complain("")
        row.show_beside()
        self._typing = row.field.name
        self.post_message(self.Changed(row.field.name, settled=False))

    def on_field_input_asked(self, message: FieldInput.Asked) -> None:
        """Walk the list or the fields, take a choice, end the form."""
        message.stop()
        row = self.row
        if row is None:
            return
        picking = self._list.is_open and self._picking
        match message.key:
            case "down" | "up" if self._list.is_open:
                self._picking = True
                self._list.walk(1 if message.key == "down" else -1)
            case "down" if row.field.choices:
                self._open(row)
            case "enter" if picking:
                self._take(row)
            case "escape" if self._list.is_open:
                self._close()
            case "tab" | "down" | "shift+tab" | "up":
                if picking and message.key == "tab":
                    self._take(row)
                self._walk(row, -1 if message.key in ("shift+tab", "up") else 1)
            case "pageup" | "pagedown":
                self.post_message(self.Paged(1 if message.key == "pagedown" else -1))
            case "enter":
                self._settle()
                self.post_message(self.Submitted())
            case "escape":
                self.post_message(self.Left())

    def on_pick_list_clicked(self, message: PickList.Clicked) -> None:
        """Take what was clicked on."""
        message.stop()
        row = self.row
        if row is not None:
            self._take(row)

    def _walk(self, row: FieldRow, step: int) -> None:
        rows = list(self._rows.values())
        self._focus(rows[(rows.index(row) + step) % len(rows)])

    def _focus(self, row: FieldRow) -> None:
        # At once: what is typed right behind must not go to the field before.
        self.screen.set_focus(row.input)

    # The list

    def _offer(self, row: FieldRow) -> None:
        """Offer what is typed in a field, unless the user has gone on meanwhile."""
        if row is not self.row:
            return
        typed = row.typed
        self._picking = bool(typed)
        if not typed:
            self._close()
            return
        if row.field.choices.named(typed) is not None and row.value == row.field.value:
            self._close()
            return
        found = row.field.choices.matching(typed, _FOUND)
        at = 0
        if row.field.creates and row.field.choices.named(typed) is None:
            # A name of which none of the choices begins so is a new one.
            close = row.field.choices.holding(typed)
            new = Choice(typed, f"+ {tr('new')} {tr(row.field.creates)}", note=typed)
            found.append(new)
            at = 0 if close else len(found) - 1
        self._show(row, found, at)

    def _open(self, row: FieldRow) -> None:
        """Offer all choices of a field, the cursor on what it holds."""
        found = list(row.field.choices)
        held = row.typed and row.field.choices.named(row.typed)
        at = found.index(held) if held else 0
        self._picking = True
        self._show(row, found, at)

    def _show(self, row: FieldRow, choices: Sequence[Choice], at: int) -> None:
        if not self._list.is_open:
            self.move_child(self._list, after=row)
        self._list.show(choices, at)

    def _take(self, row: FieldRow) -> None:
        choice = self._list.choice
        self._close()
        if choice is not None:
            row.take(choice.value)
            row.complain("")
            self._typing = row.field.name
            self._settle()

    def _settle(self) -> None:
        """Tell that the user is done with the field in which something was typed."""
        name, self._typing = self._typing, ""
        if name in self._rows:
            self.post_message(self.Changed(name, settled=True))

    def _close(self) -> None:
        self._picking = False
        if self._list.is_open:
            self._list.close()
