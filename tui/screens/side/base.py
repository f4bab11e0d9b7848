"""The frame that all screens beside the explorer share: a head line, entries, a key line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.containers import Horizontal
from textual.getters import query_one

from tui.commands import ALWAYS, Need, Scope, commands_in
from tui.model.format_dates import full_day
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.screens.background import Workers
from tui.screens.base import DealtuiScreen
from tui.screens.dialogs import ScreenDialogs
from tui.screens.emptiness import unreadable_words
from tui.screens.side.narrowing import Narrowing
from tui.screens.step_history import breadcrumb
from tui.widgets.bars import KeyBar, TextLine, hints
from tui.widgets.drawing.highlighted_text import width_of
from tui.widgets.drawing.wrapping import wrap
from tui.widgets.entries import Entry, EntryPane, Target
from tui.widgets.filter_line import FilterLine
from tui.widgets.key_bindings import bindings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Resize
    from textual.widgets import Input

    from tui.screens.ports import Host, Job
    from tui.session.protocol import SearchResult, Session
    from tui.widgets.drawing.line_pane import LinePane, Run

Written = TypeVar("Written")

_MANY = 500
"""Records from which on lists are written in the background."""
_LEAST_WIDTH = 20
"""Cells of the narrowest lines that words are broken into."""
_LONG = 5_000
"""Lines from which on a list is narrowed in the background: fewer take some milliseconds."""


@dataclass(frozen=True, slots=True)
class ListRequest:
    """What a list about the corpus is written from, as it is when the writing begins.

    Attributes:
        session: The corpus.
        query: The query of the explorer.
        found: What it finds; `None` for all records.
        width: Cells of the screen.
    """

    session: Session
    query: str
    found: SearchResult | None
    width: int


@dataclass(frozen=True, slots=True)
class ListContent:
    """What a screen shows, written in whichever thread.

    Attributes:
        entries: The lines below the head.
        left: What the head line says at its left.
        right: What it says at its right.
    """

    entries: Sequence[Entry] = ()
    left: Sequence[Run] = ()
    right: Sequence[Run] = ()


class SideScreen(DealtuiScreen[None]):
    """A list about the whole corpus; enter goes to the place, escape back to the explorer."""

    SCOPE: ClassVar[Scope] = Scope.SIDE
    NAME: ClassVar[str] = ""
    AUTO_FOCUS = "#entries"
    DEFAULT_CSS = """
    SideScreen {
        #head, #keys, #filter { background: $panel; }
        #filter { height: 1; display: none; }
        &.-filtered #filter { display: block; }
        #prompt { width: 3; }
        #entries { height: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.SIDE)

    head = query_one("#head", TextLine)
    entries = query_one("#entries", EntryPane)
    keys = query_one("#keys", KeyBar)
    filter_line = query_one("#words", FilterLine)

    def __init__(self, host: Host, session: Session) -> None:
        super().__init__(host)
        self.session = session
        self.background = Workers(self, host)
        self.dialogs = ScreenDialogs(self)
        self._written_for = 0
        self.content = ListContent(left=[(f"{tr(self.NAME)}  ", "accent")])
        self.shown_lines: Sequence[int] = ()
        """The places in `content.entries` of the lines that the filter leaves."""
        self._narrowing = Narrowing(())
        self._words = ""

    @property
    def title_words(self) -> str:
        """What the breadcrumb calls this screen."""
        return tr(self.NAME)

    def compose(self) -> ComposeResult:
        """Head, filter, entries, keys."""
        yield TextLine(id="head")
        with Horizontal(id="filter"):
            yield TextLine(id="prompt")
            yield FilterLine(id="words")
        yield EntryPane(id="entries")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show what there is."""
        self.query_one("#prompt", TextLine).show([(" / ", "key")])
        own = commands_in(self.SCOPE) if self.SCOPE is not Scope.SIDE else ()
        table = self.host.key_table
        always = hints((*commands_in(Scope.SIDE), *ALWAYS), table)
        self.keys.show_hints(hints(own, table), always)
        self.rebuild()

    def set_session(self, session: Session) -> None:
        """Show the corpus as it is now, staying at the entry under the cursor."""
        self.session = session
        self.rebuild()

    def rebuild(self) -> None:
        """Write entries and head anew; each screen says here what writes them."""

    def at_hand(self) -> frozenset[Need]:
        """What commands can work on now."""
        return super().at_hand() | ({Need.LINE} if self.entries.target is not None else set())

    @property
    def line(self) -> int:
        """The place of the line under the cursor in all that was written; -1 for none."""
        line = self.entries.line
        return self.shown_lines[line] if 0 <= line < len(self.shown_lines) else -1

    def on_resize(self, event: Resize) -> None:
        """Write the list anew for the room that there is."""
        if self._written_for and event.size.width != self._written_for:
            self.rebuild()

    def request(self) -> ListRequest:
        """What a list is written from now."""
        host, width = self.host, self.app.size.width
        self._written_for = width
        return ListRequest(self.session, host.shown_query, host.found, width)

    def write_list(self, write: Callable[[], Written], take: Callable[[Written], None]) -> None:
        """Write a list and show it; of many records it is written in the background.

        Args:
            write: Writes it, in whichever thread: bound to frozen values.
            take: Shows it.
        """
        if self.session.record_count < _MANY:
            take(write())
            return
        self._show_head([(f"{self.title_words}  ", "accent"), ("…", "warn")], [])
        self.background.start("entries", partial(_write, write, take))

    def show_content(self, content: ListContent) -> None:
        """Show what was written, as far as the filter leaves it."""
        self.content = content = self._or_words(content)
        self._narrowing = Narrowing(content.entries)
        self.show_heading()
        self._narrow()

    def _or_words(self, content: ListContent) -> ListContent:
        """The content; where nothing in it leads anywhere, its words in whole lines.

        Of a file that cannot be read, nothing is said but that.
        """
        if any(entry.part_at(0) is not None for entry in content.entries):
            return content
        words = unreadable_words(self.session)
        entries = [Entry([(words, "warn")])] if words else content.entries
        width = max(_LEAST_WIDTH, self.app.size.width - 4)
        broken: list[Entry] = []
        for entry in entries:
            if len(entry.runs) == 1:
                text, style = entry.runs[0]
                broken += [Entry([(line, style)]) for line in wrap(text.strip(), width)]
            else:
                broken.append(entry)
        return replace(content, entries=broken)

    def _narrow(self) -> None:
        """Show the lines of the list that the filter leaves."""
        words, narrowing = self._words, self._narrowing
        if words and len(self.content.entries) > _LONG:
            self.background.start("filter", partial(_find, narrowing, words, self._show_lines))
        else:
            self.background.cancel("filter")
            self._show_lines(narrowing, narrowing.kept(words))

    def _show_lines(self, narrowing: Narrowing, lines: Sequence[int]) -> None:
        if narrowing is not self._narrowing:
            return
        self.shown_lines = lines
        entries = self.content.entries
        if len(lines) < len(entries):
            entries = [entries[line] for line in lines] or [
                Entry([(f" {tr('Nothing here has these words. Esc shows all.')}", "quiet")])
            ]
        self.entries.show(entries, self.entries.target)

    def show_heading(self) -> None:
        """Draw the head line."""
        left, right = self.heading()
        known_until = self.host.known_until
        if known_until is not None:
            day = full_day(known_until, self.session.locale)
            right = [(f" {tr('as known on {day}').format(day=day)} ", "warn strong")]
        self._show_head(left, right)

    def _show_head(self, left: Sequence[Run], right: Sequence[Run]) -> None:
        """Draw the head line, the way here before what it says."""
        room = self.app.size.width - width_of([*left, *right]) - 2
        way = breadcrumb([*self.host.way_to(self), ""], room)
        self.head.show([(f" {way}", "quiet"), *left], right)

    def heading(self) -> tuple[Sequence[Run], Sequence[Run]]:
        """What the head line says at its left and right."""
        return self.content.left, self.content.right

    def action_back(self) -> None:
        """Show all of a list that is narrowed; else back to where the user came from."""
        if self.has_class("-filtered"):
            self.filter_line.value = ""
            self.remove_class("-filtered")
        else:
            self.app.pop_screen()
            # One that was set aside, and came back, would be kept for good.
            self.app.uninstall_screen(self)

    def action_filter(self) -> None:
        """Go to the filter."""
        self.add_class("-filtered")
        # At once: what is typed behind the slash must not go to the list.
        self.set_focus(self.filter_line)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list, once the letter is painted."""
        event.stop()
        self._words = event.value
        self.call_after_refresh(self._narrow)

    def on_filter_line_left(self, message: FilterLine.Left) -> None:
        """From the filter to the list."""
        self.set_focus(self.entries)
        if message.escaped or not self._words.strip():
            self.action_back()

    def on_entry_pane_followed(self, message: EntryPane.Followed) -> None:
        """Go where the entry leads; several deals are offered to choose from."""
        if message.target.kind == "deals":
            self._choose_deal(message.target)
            return
        self.host.follow(message.target)

    def on_line_pane_counting(self, message: LinePane.Counting) -> None:
        """Show the number that is typed before a motion."""
        self.keys.show_count(message.number)

    def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        """A key of the footer was clicked."""
        self.host.do(message.command)

    def _choose_deal(self, target: Target) -> None:
        deals = target.key.split(",")
        if len(deals) == 1:
            self.host.follow(Target("record", deals[0]))
            return
        entries = [
            Entry(
                [(safe_line(self.session.record(deal).title), ""), (f"  {deal}", "quiet")],
                Target("record", deal),
            )
            for deal in deals
        ]
        self.dialogs.choose(target.detail or tr("Deals"), entries, self.host.follow)


def _find(
    narrowing: Narrowing,
    words: str,
    take: Callable[[Narrowing, Sequence[int]], None],
    job: Job,
) -> None:
    job.publish(take, narrowing, narrowing.kept(words))


def _write(write: Callable[[], Written], take: Callable[[Written], None], job: Job) -> None:
    job.publish(take, write())
