"""The list of results: a line or two a record, only the visible ones ever built."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

from textual.message import Message

from tui.commands import Scope
from tui.model.locales import EN
from tui.model.messages import msg
from tui.platform.translation import tr
from tui.widgets.drawing.glyphs import PENDING, PROOF
from tui.widgets.drawing.highlighted_text import width_of
from tui.widgets.drawing.line_pane import LinePane, Run
from tui.widgets.drawing.wrapping import wrap
from tui.widgets.key_bindings import bindings
from tui.widgets.results.row import (
    COLUMNS_FROM,
    ListColumns,
    column_heads,
    date_runs,
    headline_runs,
    list_columns,
    reason_runs,
    single_line,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.strip import Strip

    from tui.model.locales import Locale
    from tui.model.proofs import ProofState
    from tui.model.records import Record
    from tui.session.protocol import SearchHit
    from tui.widgets.drawing.glyphs import Look
    from tui.widgets.drawing.line_pane import ColumnEdge

ONE_LINE_FROM = 38
"""Cells from which a record that is listed for no special reason has one line."""


class Listing(Protocol):
    """What the list shows: an order of records, each with the reason why it is there."""

    @property
    def total(self) -> int:
        """How many records there are."""

    def record_id(self, position: int) -> str:
        """The record at a place of the order."""

    def position(self, record_id: str) -> int | None:
        """The place of a record, `None` where it is not listed."""

    def hit(self, position: int) -> SearchHit:
        """Why that record is there."""


class ResultList(LinePane):
    """Records as a virtual list with one cursor.

    Attributes:
        cursor: The place of the record that is chosen.
        rows_a_record: Lines of each record now, one or two.
    """

    BORDER_TITLE = msg("Deals")
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.RESULTS)

    class Chosen(Message):
        """The cursor stands on another record."""

        def __init__(self, record_id: str) -> None:
            super().__init__()
            self.record_id = record_id

        def can_replace(self, message: Message) -> bool:
            """Only the newest of a burst counts."""
            return isinstance(message, ResultList.Chosen)

    class Opened(Message):
        """The user goes into the record under the cursor."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._listing: Listing | None = None
        self._record: Callable[[str], Record] | None = None
        self._state: Callable[[str], ProofState | None] = lambda _: None
        self._starred: Callable[[str], bool] = lambda _: False
        self._names: Mapping[str, str] = {}
        self._locale = EN
        self._last: tuple[int, SearchHit] | None = None
        self._drawn_states: dict[int, tuple[str, ProofState | None]] = {}
        self._plain = False
        self._words = ""
        self._word_lines: list[str] = []
        self._wished: Mapping[str, int] = {}
        self._columns: tuple[int, ListColumns] | None = None
        self._column = ""
        """The column that keys make wider or narrower; empty until one is chosen."""
        self.rows_a_record = 2
        self.cursor = 0

    def attach(
        self,
        record: Callable[[str], Record],
        names: Mapping[str, str],
        state: Callable[[str], ProofState | None],
        starred: Callable[[str], bool],
        locale: Locale,
    ) -> None:
        """Say where records, names, states and stars come from, and how figures are written."""
        self._record, self._names, self._state, self._starred = record, names, state, starred
        self._locale = locale

    def show(
        self,
        listing: Listing,
        keep: str | None = None,
        *,
        anywhere: bool = True,
        anew: bool = False,
        plain: bool = False,
    ) -> None:
        """Show another order, from its beginning; the cursor stays on `keep` where it is listed.

        Args:
            listing: The order.
            keep: The record that was chosen.
            anywhere: Whether it stays chosen where the list has to scroll to it, too.
            anew: The same list again, after its files changed: `keep` stays where it was on the
                screen.
            plain: Whether no record has a reason to be there that would have to be shown.
        """
        self._plain = plain
        self.rows_a_record = self._rows_wanted
        self._listing, self._last = listing, None
        self._drawn_states.clear()
        before, top = self.cursor, self.top
        found = listing.position(keep) if keep is not None else None
        if found is not None and not anywhere and found >= self.page_height // self.rows_a_record:
            found = None
        self.cursor = found or 0
        self.top = (
            0 if found is None or not anew else max(0, top + (found - before) * self.rows_a_record)
        )
        self.line_count = -1
        self.lines_changed(listing.total * self.rows_a_record)
        self._show_cursor()

    # Columns, where a line has room for them

    @property
    def header_lines(self) -> int:
        """Columns have a heading."""
        return int(self.rows_a_record == 1 and self.line_width > COLUMNS_FROM and self.total > 0)

    def size_columns(self, wished: Mapping[str, int]) -> None:
        """Give columns the cells that the user wants, as far as there is room."""
        self._wished, self._columns = wished, None
        self.lines_changed()

    @property
    def columns(self) -> ListColumns:
        """The columns of a line."""
        width = self.line_width - 1
        if self._columns is None or self._columns[0] != width:
            self._columns = width, list_columns(width, self._wished)
        return self._columns[1]

    def build_header(self, width: int) -> Strip:
        """The heading of the columns, that which keys resize marked."""
        runs, _ = column_heads(self.columns)
        marked = tr(self._column) if self._column else ""
        runs = [(text, "strong" if text.strip() == marked else style) for text, style in runs]
        return self.strip_of([(" ", ""), *runs], width)

    def column_edges(self, row: int) -> Sequence[ColumnEdge]:
        """Those of the heading."""
        if row >= self.header_lines:
            return ()
        # Behind the bar of the cursor.
        return [edge._replace(cell=edge.cell + 1) for edge in column_heads(self.columns)[1]]

    def action_column(self, step: int) -> None:
        """Choose the column that keys make wider or narrower."""
        names = [edge.column for edge in self.column_edges(0)]
        if names:
            at = names.index(self._column) + step if self._column in names else min(0, step)
            self._column = names[at % len(names)]
            self.refresh()

    def resize_column(self, step: int) -> bool:
        """Ask for another width of the chosen column; false where lines have no columns."""
        edges = {edge.column: edge for edge in self.column_edges(0)}
        if not edges:
            return False
        edge = edges.get(self._column) or next(iter(edges.values()))
        self._column = edge.column
        self.post_message(self.ColumnResized(edge.column, edge.width + step))
        return True

    def say_when_empty(self, words: str) -> None:
        """Show words in place of records, as long as none is listed."""
        self._words = words
        self._break_words()

    def _break_words(self) -> None:
        self._word_lines = wrap(self._words, self.line_width - 1) if self._words else []
        if not self.total:
            self.lines_changed(len(self._word_lines))

    @property
    def _rows_wanted(self) -> int:
        """Lines a record: one where it has room, and no reason to show."""
        return 1 if self._plain and self.line_width >= ONE_LINE_FROM else 2

    def on_resize(self) -> None:
        """Give each record the lines that it needs now, the cursor where it was on the screen."""
        rows = self._rows_wanted
        if rows != self.rows_a_record:
            above = self.cursor - self.top // self.rows_a_record
            self.rows_a_record = rows
            self.line_count = -1
            self.top = max(0, (self.cursor - above) * rows)
            self.lines_changed(self.total * rows)
        super().on_resize()
        if self.total:
            self._show_cursor()
        else:
            self._break_words()

    @property
    def chosen(self) -> str | None:
        """The record under the cursor."""
        if self._listing is None or not self._listing.total:
            return None
        return self._listing.record_id(self.cursor)

    @property
    def total(self) -> int:
        """How many records are listed."""
        return self._listing.total if self._listing else 0

    @property
    def reason(self) -> SearchHit | None:
        """Why the record under the cursor is listed."""
        return self._reason(self.cursor) if self.total else None

    def _reason(self, position: int) -> SearchHit:
        """Why a record is listed; the two lines of a row ask one after the other."""
        assert self._listing is not None
        if self._last is None or self._last[0] != position:
            self._last = (position, self._listing.hit(position))
        return self._last[1]

    def move_to(self, position: int) -> None:
        """Put the cursor on a place of the order, or the nearest there is."""
        position = max(0, min(position, self.total - 1))
        if position == self.cursor or not self.total:
            return
        old, self.cursor = self.cursor, position
        self._lines_of(old, position)
        self._show_cursor()
        self.post_message(self.Chosen(self._listing.record_id(position)))  # type: ignore[union-attr] # total > 0

    def choose(self, record_id: str) -> bool:
        """Put the cursor on a record without a message; false when it is not listed."""
        position = self._listing.position(record_id) if self._listing is not None else None
        if position is None:
            return False
        old, self.cursor = self.cursor, position
        self._lines_of(old, position)
        self._show_cursor()
        return True

    def redraw(self) -> None:
        """Draw all records again: stars have changed."""
        self._drawn_states.clear()
        self.lines_changed()

    def states_changed(self) -> None:
        """Draw those records again whose state is another than when they were drawn."""
        drawn = {line // self.rows_a_record for line in self._drawn}
        self._drawn_states = {at: one for at, one in self._drawn_states.items() if at in drawn}
        states = self._drawn_states.items()
        self._lines_of(
            *(at for at, (record_id, state) in states if self._state(record_id) != state)
        )

    @property
    def line_at_hand(self) -> int | None:
        """The first line of the record under the cursor."""
        return self.cursor * self.rows_a_record if self.total else None

    def action_cursor(self, step: int) -> None:
        """Move by records."""
        self.move_to(self.cursor + step * self.count.times())

    def action_page(self, step: int) -> None:
        """Move by screens."""
        page = max(1, self.page_height // self.rows_a_record - 1)
        self.move_to(self.cursor + step * page * self.count.times())

    def action_cursor_end(self, step: int) -> None:
        """Go to the first or the last record, or to the one with the number typed before."""
        number = self.count.given()
        last = self.total - 1 if step > 0 else 0
        self.move_to(last if number is None else number - 1)

    def action_in_sight(self, step: int) -> None:
        """Go to the first or the last record in sight."""
        rows = self.rows_a_record
        last = (self.top + self.page_height) // rows - 1
        self.move_to(last if step > 0 else -(-self.top // rows))

    def action_open(self) -> None:
        """Go into the record."""
        if self.total:
            self.post_message(self.Opened())

    def on_click(self, event: events.Click) -> None:
        """Choose the record under the mouse; a second click opens it."""
        line = self.line_at(event)
        if line is not None:
            self.move_to(line // self.rows_a_record)
            if event.chain > 1:
                self.action_open()

    def leads_somewhere(self, line: int) -> bool:
        """A second click opens the record."""
        return True

    def on_focus(self) -> None:
        """Show the cursor strongly."""
        self._lines_of(self.cursor)

    def on_blur(self) -> None:
        """Show the cursor quietly."""
        self._lines_of(self.cursor)

    def _lines_of(self, *positions: int) -> None:
        self.lines_changed(
            only=[
                at * self.rows_a_record + row
                for at in positions
                for row in range(self.rows_a_record)
            ]
        )

    def _show_cursor(self) -> None:
        first = self.cursor * self.rows_a_record
        self.keep_visible(first, first + self.rows_a_record - 1)

    def build_line(self, line: int, width: int) -> Strip:
        """A line of a record."""
        if not self.total and line < len(self._word_lines):
            return self.strip_of([(" ", ""), (self._word_lines[line], "quiet")], width)
        if self._listing is None or self._record is None:
            return self.strip_of((), width)
        position, row = divmod(line, self.rows_a_record)
        hit = self._reason(position)
        record = self._record(hit.record_id)
        at_cursor = position == self.cursor
        over = ("chosen" if self.has_focus else "cursor") if at_cursor else ""
        state = self._state(record.id)
        self._drawn_states[position] = record.id, state
        look = PROOF[state] if state else PENDING
        bar: Run = ("▌", "accent") if at_cursor else (" ", "")
        if self.rows_a_record == 1:
            star: Run = ("*" if self._starred(record.id) else " ", "own")
            columns = self.columns
            runs = single_line(record, self._names, width - 1, self._locale, star, look, columns)
        elif row == 0:
            runs = self._first(record, hit, width)
        else:
            runs = self._second(record, hit, width, look)
        return self.strip_of([bar, *runs], width, over)

    def _first(self, record: Record, hit: SearchHit, width: int) -> list[Run]:
        star = "*" if self._starred(record.id) else " "
        date = date_runs(record, hit, narrow=width < ONE_LINE_FROM)
        room = max(1, width - 2 - width_of(date))
        return [*date, (star, "own"), *headline_runs(record, hit, self._names, room)]

    def _second(self, record: Record, hit: SearchHit, width: int, look: Look) -> list[Run]:
        room = max(1, width - 4)
        runs = reason_runs(record, hit, self._names, room, self._locale)
        return [*runs, (" " * max(1, room - width_of(runs) + 1), ""), (look.glyph, look.style)]
