"""Dialogs: ask for a line, show a change and ask, choose from a list, fill in a form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Input, Static

from tui.model.messages import msg, shown
from tui.platform.translation import tr
from tui.screens.base import Answer, Dialog
from tui.screens.dialog_place import at_hand, put
from tui.widgets.drawing.highlighted_text import width_of
from tui.widgets.drawing.wrapping import wrap
from tui.widgets.entries import Entry, EntryPane
from tui.widgets.key_bindings import LIST_KEYS, OwnKeys
from tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.dom import DOMNode
    from textual.events import Resize

    from tui.screens.ports import Host
    from tui.session.forms.fields import Filled, FormSubject
    from tui.widgets.entries import Target
    from tui.widgets.note_area import NoteArea


_WIDEST = 110
"""Most cells that a dialog takes."""
_NARROWEST, _LINE = 40, 70
"""Cells of a line to type in, at least, and of the longest line of a hint."""
_LEAST_TEXT = 16
"""Cells beside what stands before it, from which a text is broken and not cut."""
_WORKING_OUT = msg("Working out what it changes …")
_FRAME = 6
"""Cells of its border, of the cursor's bar, of the rail, and that a broken line steps in."""


def _fit(pane: EntryPane, entries: Sequence[Entry], screen: Size) -> Size:
    """Make a list as large as its entries and its frame need, and no larger than most of a screen.

    Args:
        pane: The list, with its title and the line below it.
        entries: What it shows.
        screen: The room there is.

    Returns:
        Its size.
    """
    titles = (str(pane.border_title or ""), str(pane.border_subtitle or ""))
    widest = max((width_of(entry.runs) for entry in entries), default=0)
    wanted = max(widest, *(cell_len(title) + 2 for title in titles)) + _FRAME
    width = min(wanted, _WIDEST, max(1, screen.width * 9 // 10))
    height = min(len(entries) + 2, max(3, screen.height * 8 // 10))
    pane.styles.width, pane.styles.height = width, height
    return Size(width, height)


def _broken(entries: Sequence[Entry], width: int) -> list[Entry]:
    """Entries of which none is wider than a number of cells: the last run goes on below itself."""
    lines: list[Entry] = []
    for entry in entries:
        if entry.parts or width_of(entry.runs) <= width or not entry.runs:
            lines.append(entry)
            continue
        *before, (text, style) = entry.runs
        begin = width_of(before)
        if width - begin < _LEAST_TEXT:
            lines.append(entry)
            continue
        begin += len(text) - len(text.lstrip())
        pieces = wrap(text.lstrip(), max(1, width - begin))
        gap = text[: len(text) - len(text.lstrip())]
        lines.append(entry._replace(runs=[*before, (gap + pieces[0], style)]))
        lines += [Entry([(" " * begin, ""), (piece, style)]) for piece in pieces[1:]]
    return lines


class PromptScreen(Dialog[str | None]):
    """Asks for one line; gives `None` when the user thinks better of it."""

    CSS = """
    PromptScreen { align: center middle; }
    PromptScreen > Vertical {
        width: 80%; max-width: 76; height: auto; padding: 0 1;
        background: $surface; border: round $frame-focus; border-title-color: $text;
    }
    PromptScreen Static { height: auto; color: $quiet-text; }
    PromptScreen #wrong { color: $text-error; }
    """
    OWN_KEYS = OwnKeys(
        "This question",
        (
            ("enter", "Take the answer"),
            ("Esc", "Leave it"),
            ("Home End", "Start and end of the line"),
            ("^u ^k", "Delete to the start, to the end of the line"),
        ),
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(
        self,
        title: str,
        value: str = "",
        hint: str = "",
        check: Callable[[str], str | None] = lambda _: None,
        does: str = msg("keeps it"),
    ) -> None:
        """Ask; `check` says what is wrong with an answer, or `None` when it will do.

        `does` says what enter does with the answer.
        """
        super().__init__()
        self._does = does
        self._title, self._answer, self._hint, self._check = title, value, hint, check

    def compose(self) -> ComposeResult:
        """A line to type in, with a hint."""
        with Vertical() as box:
            box.border_title = Content(self._title)
            box.border_subtitle = Content(
                tr("enter {does} · Esc leaves it").format(does=shown(self._does))
            )
            yield LineInput(self._answer, compact=True, select_on_focus=False)
            yield Static(Content(self._hint), id="hint")
            yield Static("", id="wrong")

    @property
    def is_untouched(self) -> bool:
        """Whether the line says what it said at first."""
        return self.query_one(LineInput).value == self._answer

    def on_resize(self, event: Resize) -> None:
        """Be as wide as what is asked, beside what that is about."""
        box, screen = self.query_one(Vertical), event.size
        texts = (self._title, str(box.border_subtitle), self._hint[:_LINE], f"{self._answer:<12}")
        width = min(max(_NARROWEST, *map(cell_len, texts)) + 6, screen.width * 9 // 10)
        box.styles.width = width
        # The frame, the line, the hint, and what may be wrong with the answer.
        put(self, box, self.about(), Size(width, 4 + len(wrap(self._hint, max(1, width - 4)))))

    def on_input_changed(self) -> None:
        """What was wrong was wrong with another answer."""
        self.query_one("#wrong", Static).update("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the answer if it will do."""
        wrong = self._check(event.value)
        if wrong is None:
            self.dismiss(event.value)
        else:
            self.query_one("#wrong", Static).update(Content(wrong))


class NoteScreen(Dialog[str | None]):
    """Asks for a text of one or several lines; gives `None` when the user thinks better of it."""

    OWN_KEYS = OwnKeys(
        "This note",
        (("enter", "Keep the note"), ("^j", "Begin a new line"), ("Esc", "Leave it as it was")),
    )

    CSS = """
    NoteScreen { align: center middle; }
    NoteScreen > NoteArea {
        width: 80%; max-width: 76; height: auto; max-height: 60%; padding: 0 1;
        background: $surface; border: round $frame-focus; border-title-color: $text;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(self, title: str, value: str = "") -> None:
        super().__init__()
        self._title, self._note = title, value

    def compose(self) -> ComposeResult:
        """A field that grows with its lines."""
        from tui.widgets.note_area import NoteArea

        area = NoteArea(self._note)
        area.border_title = Content(self._title)
        area.border_subtitle = Content(tr("enter keeps it · ^j next line · Esc leaves it"))
        yield area

    @property
    def is_untouched(self) -> bool:
        """Whether the note is as it was."""
        from tui.widgets.note_area import NoteArea

        return self.query_one(NoteArea).text == self._note

    def on_resize(self, event: Resize) -> None:
        """Stand beside what the note is about."""
        from tui.widgets.note_area import NoteArea

        width, most = min(_LINE + 6, event.size.width * 9 // 10), event.size.height * 6 // 10
        area = self.query_one(NoteArea)
        area.styles.width = width
        lines = len(wrap(self._note, max(1, width - 4))) + 4
        put(self, area, self.about(), Size(width, min(most, lines)))

    def on_note_area_submitted(self, message: NoteArea.Submitted) -> None:
        """Take the note."""
        self.dismiss(message.text)


class ChooseScreen(Dialog["Target | None"]):
    """A list to choose from, in a box; enter chooses, escape leaves."""

    OWN_KEYS = OwnKeys(
        "This choice",
        (("enter", "Choose what is under the cursor"), ("Esc q", "Leave it"), *LIST_KEYS),
    )

    CSS = """
    ChooseScreen { align: center middle; }
    ChooseScreen > EntryPane {
        background: $surface; border: round $frame-focus; border-title-color: $text;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss", show=False)]

    def __init__(
        self,
        title: str,
        entries: Sequence[Entry],
        keep: Target | None = None,
        does: str = msg("goes there"),
    ) -> None:
        """Offer `entries`, the cursor on `keep`; `does` says what enter does with the choice."""
        super().__init__()
        self._does = does
        self._title, self._entries, self._keep = title, entries, keep

    def compose(self) -> ComposeResult:
        """The list."""
        yield EntryPane()

    @property
    def is_untouched(self) -> bool:
        """Nothing is typed here."""
        return True

    def on_mount(self) -> None:
        """Fill it."""
        pane = self.query_one(EntryPane)
        pane.border_title = Content(self._title)
        pane.border_subtitle = Content(
            tr("enter {does} · Esc closes").format(does=shown(self._does))
        )

    def on_resize(self, event: Resize) -> None:
        """Be as large as what there is to choose from, as far as there is room."""
        pane = self.query_one(EntryPane)
        width = min(_WIDEST, event.size.width * 9 // 10) - _FRAME
        entries = _broken(self._entries, width)
        pane.show(entries, pane.target or self._keep)
        put(self, pane, self.about(), _fit(pane, entries, event.size))

    def on_entry_pane_followed(self, message: EntryPane.Followed) -> None:
        """The choice."""
        self.dismiss(message.target)


class ConfirmScreen(Dialog[bool]):
    """Shows a change line by line and asks whether to make it."""

    OWN_KEYS = OwnKeys(
        "This change", (("enter y", "Make the change"), ("Esc n q", "Leave it"), *LIST_KEYS)
    )

    CSS = """
    ConfirmScreen { align: center middle; }
    ConfirmScreen > EntryPane {
        background: $surface; border: round $frame-focus; border-title-color: $text;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "answer(True)", show=False, priority=True),
        Binding("escape,n,q", "answer(False)", show=False),
    ]

    def __init__(self, title: str, diff: str | None) -> None:
        """Show a change; `None` while what it does is still being worked out."""
        super().__init__()
        self._title, self._diff = title, diff

    def take(self, diff: str) -> None:
        """Show what the change does, now that it is known."""
        self._diff = diff
        if self.is_mounted:
            self._write(self.app.size)

    def compose(self) -> ComposeResult:
        """The change."""
        yield EntryPane()

    @property
    def is_untouched(self) -> bool:
        """Nothing is typed here."""
        return True

    def on_resize(self, event: Resize) -> None:
        """Colour the change, its lines as wide as there is room."""
        self._write(event.size)

    def _write(self, size: Size) -> None:
        from tui.model.safe_text import safe_line

        styles = {"+": "good", "-": "bad", "@": "accent"}
        pane = self.query_one(EntryPane)
        pane.border_title = Content(self._title)
        known = self._diff is not None
        pane.border_subtitle = Content(
            tr("y makes the change · Esc leaves it") if known else tr("Esc leaves it")
        )
        width = min(_WIDEST, size.width * 9 // 10) - _FRAME
        entries = []
        for line in (shown(_WORKING_OUT) if self._diff is None else self._diff).splitlines():
            style = styles.get(line[:1], "quiet")
            first, *rest = wrap(safe_line(line), width)
            entries += [Entry([(first, style)]), *(Entry([(f"  {more}", style)]) for more in rest)]
        pane.show(entries)
        _fit(pane, entries, size)

    def action_answer(self, answer: bool) -> None:
        """Answer; nobody agrees to what was not shown."""
        if not (answer and self._diff is None):
            self.dismiss(answer)


class _AwaitedChange:
    """A dialog that shows a change once it is known, if it is still open then."""

    def __init__(self, screen: ConfirmScreen, agree: Callable[[Callable[[], None]], None]) -> None:
        self._screen, self._agree = screen, agree

    def show(self, diff: str, agreed: Callable[[], None]) -> None:
        """Show the change and ask whether to make it."""
        self._agree(agreed)
        self._screen.take(diff)

    def leave(self) -> None:
        """Close the dialog: there is nothing to show."""
        if self._screen.is_current:
            self._screen.dismiss(False)


class ScreenDialogs:
    """The dialogs as screens over that of a node."""

    def __init__(self, node: DOMNode) -> None:
        self._node = node

    def _open(self, dialog: Dialog[Answer], done: Callable[[Answer | None], None]) -> None:
        """Open a dialog about what the user is at."""
        screen = self._node.app.screen
        dialog.about = lambda: at_hand(screen)
        self._node.app.push_screen(dialog, done)

    def ask(
        self,
        title: str,
        answered: Callable[[str], None],
        *,
        value: str = "",
        hint: str = "",
        check: Callable[[str], str | None] = lambda _: None,
        does: str = msg("keeps it"),
    ) -> None:
        """Ask for a line; nothing is called back when the user thinks better of it."""

        def done(answer: str | None) -> None:
            if answer is not None:
                answered(answer)

        self._open(PromptScreen(title, value, hint, check, does), done)

    def ask_for_note(self, title: str, answered: Callable[[str], None], *, value: str = "") -> None:
        """Ask for a text of several lines; nothing is called back when the user leaves it."""

        def done(answer: str | None) -> None:
            if answer is not None:
                answered(answer)

        self._open(NoteScreen(title, value), done)

    def choose(
        self,
        title: str,
        entries: Sequence[Entry],
        chosen: Callable[[Target], None],
        *,
        keep: Target | None = None,
        does: str = msg("goes there"),
    ) -> None:
        """Let the user choose an entry; nothing is called back when none is chosen."""

        def done(target: Target | None) -> None:
            if target is not None:
                chosen(target)

        self._open(ChooseScreen(title, entries, keep, does), done)

    def confirm(self, title: str, diff: str, agreed: Callable[[], None]) -> None:
        """Show a change and ask whether to make it; nothing is called back when not."""

        def done(answer: bool | None) -> None:
            if answer:
                agreed()

        self._node.app.push_screen(ConfirmScreen(title, diff), done)

    def await_change(self, title: str, left: Callable[[], None]) -> _AwaitedChange:
        """Open the dialog of a change that is still being worked out.

        Args:
            title: What it is.
            left: Called when the user leaves it.
        """
        agreement: list[Callable[[], None]] = []

        def done(answer: bool | None) -> None:
            if answer:
                agreement[-1]()
            else:
                left()

        screen = ConfirmScreen(title, None)
        self._node.app.push_screen(screen, done)
        return _AwaitedChange(screen, agreement.append)


class ScreenForms:
    """Forms as screens over that of a host."""

    def __init__(self, host: Host, node: DOMNode) -> None:
        """Open forms over the screen of a node."""
        self._host, self._node = host, node

    def fill_in(
        self,
        subject: FormSubject,
        *,
        text: str = "",
        point: Callable[[tuple[int, int]], None] = lambda _: None,
        closed: Callable[[], None] = lambda: None,
        made: Callable[[Filled], None] = lambda _: None,
    ) -> None:
        """Ask what a subject asks, and write the change that the answers come to."""
        from tui.screens.form import FormScreen

        def done(filled: Filled | None) -> None:
            closed()
            if filled is not None:
                self._host.changes.make(filled.edit, partial(made, filled), filled.proposal)

        screen = FormScreen(self._host, self._host.changes, subject, text, point)
        self._node.app.push_screen(screen, done)
