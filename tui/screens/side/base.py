"""The frame that all screens beside the explorer share: a head line, entries, a key line."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.getters import query_one
from textual.worker import get_current_worker

from tui.commands import ALWAYS, Scope, commands_in
from tui.model.format_dates import full_day
from tui.model.safe_text import safe_line
from tui.screens.dialogs import ChooseScreen
from tui.screens.part import DealtuiScreen
from tui.widgets.bars import KeyBar, TextLine, hints
from tui.widgets.entries import Entry, EntryPane, Target
from tui.widgets.key_bindings import bindings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.worker import Worker

    from tui.session.protocol import Library
    from tui.widgets.drawing.line_pane import Run

_ALWAYS = hints((*commands_in(Scope.SIDE), *ALWAYS))

_MANY = 500
"""Records from which on entries are built in the background."""


class SideScreen(DealtuiScreen[None]):
    """A list about the whole corpus; enter goes to the place, escape back to the explorer."""

    SCOPE: ClassVar[Scope] = Scope.SIDE
    NAME: ClassVar[str] = ""
    AUTO_FOCUS = "#entries"
    DEFAULT_CSS = """
    SideScreen {
        #head, #keys { background: $panel; }
        #entries { height: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.SIDE)

    head = query_one("#head", TextLine)
    entries = query_one("#entries", EntryPane)
    keys = query_one("#keys", KeyBar)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library

    def compose(self) -> ComposeResult:
        """Head, entries, keys."""
        yield TextLine(id="head")
        yield EntryPane(id="entries")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show what there is."""
        own = commands_in(self.SCOPE) if self.SCOPE is not Scope.SIDE else ()
        self.keys.show_hints(hints(own), _ALWAYS)
        self.rebuild()

    def renew(self, library: Library) -> None:
        """Show the corpus as it is now, staying at the entry under the cursor."""
        self.library = library
        self.rebuild()

    def rebuild(self) -> None:
        """Write entries and head anew; of many records in the background."""
        if len(self.library.records) < _MANY:
            self._show(self.build())
            return
        self.head.show([(" dealtui ", "title"), (f"{self.NAME}  ", "accent"), ("…", "warn")], [])
        self.run_worker(self._build, thread=True, exclusive=True, group="entries")

    def _build(self) -> None:
        worker = get_current_worker()
        self.tell(worker, self._show, self.build())

    def tell(self, worker: Worker[object], callback: Callable[..., None], *about: object) -> None:
        """Tell the screen from a worker's thread, unless it has gone meanwhile."""

        def while_shown() -> None:
            if self.is_attached and not worker.is_cancelled:
                callback(*about)

        if not worker.is_cancelled:
            self.dealtui.tell(while_shown)

    def _show(self, entries: Sequence[Entry]) -> None:
        self.show_heading()
        self.entries.show(entries, self.entries.target)

    def show_heading(self) -> None:
        """Write the head line anew."""
        left, right = self.heading()
        known_until = self.dealtui.explorer.timeline.known_until
        if known_until is not None:
            right = [(f" as known on {full_day(known_until, self.library.locale)} ", "warn strong")]
        self.head.show([(" dealtui ", "title"), *left], right)

    def heading(self) -> tuple[Sequence[Run], Sequence[Run]]:
        """What the head line says at its left and right; called after `build`."""
        raise NotImplementedError

    def build(self) -> Sequence[Entry]:
        """The entries; may run in a thread, so it touches no widget."""
        raise NotImplementedError

    def action_back(self) -> None:
        """Back to where the user came from."""
        self.app.pop_screen()

    def on_entry_pane_followed(self, message: EntryPane.Followed) -> None:
        """Go where the entry leads; several deals are offered to choose from."""
        if message.target.kind == "deals":
            self._choose_deal(message.target)
            return
        self.dealtui.follow(message.target)

    def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        """A key of the footer was clicked."""
        self.dealtui.do(message.command)

    def _choose_deal(self, target: Target) -> None:
        deals = target.key.split(",")
        if len(deals) == 1:
            self.dealtui.follow(Target("record", deals[0]))
            return
        entries = [
            Entry(
                [(safe_line(self.library.record(deal).title), ""), (f"  {deal}", "quiet")],
                Target("record", deal),
            )
            for deal in deals
        ]

        def chosen(target: Target | None) -> None:
            if target is not None:
                self.dealtui.follow(target)

        self.app.push_screen(ChooseScreen(target.detail or "Deals", entries), chosen)
