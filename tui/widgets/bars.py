"""The one-line parts of the screen: head line, search line, keys."""

from __future__ import annotations

from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from tui.platform.translation import tr
from tui.widgets.drawing.highlighted_text import clip, width_of
from tui.widgets.drawing.line_pane import LinePane, Run
from tui.widgets.key_bindings import OwnKeys
from tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual import events
    from textual.strip import Strip

    from tui.commands import Command, KeyTable


_MOST_LINES = 6
"""Lines that messages may take from the panes."""
NO_LINKS: Mapping[str, str] = MappingProxyType({})


class TextLine(LinePane, can_focus=False):
    """One line: runs at the left, runs at the right, the left ones cut when there is no room."""

    RAIL: ClassVar[bool] = False
    SELECTS_DRAWN: ClassVar[bool] = False
    DEFAULT_CSS = """
    TextLine { height: 1; width: 1fr; }
    """

    class Followed(Message):
        """The user clicked on a run that leads somewhere."""

        def __init__(self, link: str) -> None:
            super().__init__()
            self.link = link

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._left: Sequence[Run] = ()
        self._right: Sequence[Run] = ()
        self._links: Mapping[str, str] = {}
        self._run_ends: list[tuple[int, str]] = []
        self.line_count = 1

    def show(
        self,
        left: Sequence[Run],
        right: Sequence[Run] = (),
        links: Mapping[str, str] = NO_LINKS,
    ) -> None:
        """Replace what the line shows; `links` says by the text of a run where it leads."""
        self._links = links
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.lines_changed()

    def build_line(self, line: int, width: int) -> Strip:
        """The line."""
        right = clip(self._right, width)
        used = width_of(right)
        left = clip(self._left, max(0, width - used - (1 if right else 0)))
        gap = max(0, width - used - width_of(left))
        runs = [*left, (" " * gap, ""), *right]
        ends = accumulate(cell_len(text) for text, _ in runs)
        self._run_ends = [(end, text) for end, (text, _) in zip(ends, runs, strict=True)]
        return self.strip_of(runs, width)

    def on_click(self, event: events.Click) -> None:
        """Go where the run under the mouse leads."""
        under = next((text for end, text in self._run_ends if event.x < end), "")
        if link := self._links.get(under):
            self.post_message(self.Followed(link))


class KeyHint(NamedTuple):
    """A key in the footer with a word for what it does; without a command it only informs."""

    keys: str
    words: str
    command: Command | None = None


def hints(commands: Iterable[Command], keys: KeyTable) -> list[KeyHint]:
    """The hints of those commands that have one, and a key."""
    return [
        KeyHint(shown, tr(command.hint), command)
        for command in commands
        if command.hint and (shown := keys.shown(command))
    ]


class KeyBar(TextLine, can_focus=False):
    """The keys that work now; what has no room stays reachable by `?`, which is always shown."""

    class Pressed(Message):
        """The user clicked on a key."""

        def __init__(self, command: Command) -> None:
            super().__init__()
            self.command = command

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._hints: tuple[KeyHint, ...] = ()
        self._always: tuple[KeyHint, ...] = ()
        self._spans: list[tuple[int, int, Command | None]] = []
        self._number = 0
        self._taken = 0

    def leave_room(self, cells: int, lines: int) -> None:
        """Leave room for a message at the end: beside the keys, else in lines of its own below.

        Args:
            cells: How wide the message is; 0 for none.
            lines: How many lines it has.
        """
        beside = lines <= 1 and cells + self._least <= self.size.width
        self._taken = cells if beside else 0
        self.styles.height = 1 if beside or not cells else 1 + min(lines, _MOST_LINES)
        self.lines_changed()

    @property
    def _least(self) -> int:
        """Cells of the first key and of those that are always shown."""
        hints = (*self._hints[:1], *self._always)
        return sum(width_of(self._runs(hint)) for hint in hints)

    def show_count(self, number: int) -> None:
        """Show the number that is being typed before a motion; 0 for none."""
        if number != self._number:
            self._number = number
            self.lines_changed()

    def show_hints(self, shown: Sequence[KeyHint], always: Sequence[KeyHint]) -> None:
        """Show hints, most useful first; `always` are kept at the right end."""
        self._hints, self._always = tuple(shown), tuple(always)
        self.lines_changed()

    def build_line(self, line: int, width: int) -> Strip:
        """As many keys as there is room for."""
        self._spans = []
        width, whole = width - self._taken, width
        fixed = [self._runs(hint) for hint in self._always]
        fixed_size = sum(width_of(runs) for runs in fixed)
        runs: list[Run] = [(f" {self._number} ", "chosen")] if self._number else []
        used = width_of(runs)
        for hint in self._hints:
            piece = self._runs(hint)
            size = width_of(piece)
            if used + size + fixed_size > width:
                break
            self._spans.append((used, used + size, hint.command))
            runs += piece
            used += size
        gap = max(0, width - used - fixed_size)
        runs.append((" " * gap, ""))
        used += gap
        for hint, piece in zip(self._always, fixed, strict=True):
            self._spans.append((used, used + width_of(piece), hint.command))
            runs += piece
            used += width_of(piece)
        return self.strip_of(clip(runs, width), whole)

    @staticmethod
    def _runs(hint: KeyHint) -> list[Run]:
        return [(" ", ""), (hint.keys, "key"), (f" {hint.words} ", "quiet")]

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        for start, end, command in self._spans:
            if start <= event.x < end and command is not None:
                self.post_message(self.Pressed(command))


class NoticeLine(TextLine, can_focus=False):
    """What is under the search bar: what could not be read, pointed at, and the filters."""

    class Removed(Message):
        """The user clicked on a filter to take it away."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._carets: Run = ("", "")
        self._words: Run = ("", "")
        self._chips: tuple[str, ...] = ()
        self._spans: list[tuple[int, int, int]] = []

    def show_notice(self, carets: Run, words: Run, chips: Sequence[str]) -> None:
        """Show carets with words, or chips, or both where there is room; all safe texts."""
        self._carets, self._words, self._chips = carets, words, tuple(chips)
        self.lines_changed()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to say."""
        return not self._carets[0] and not self._chips

    def build_line(self, line: int, width: int) -> Strip:
        """Carets under what they point at, words behind them, chips at the right."""
        self._spans = []
        chips = [[(" ✕ ", "warn"), (chip, "accent"), (" ", "")] for chip in self._chips]
        room = width
        if self._carets[0]:
            room -= width_of((self._carets, self._words)) + 2
        shown: list[list[Run]] = []
        used = 0
        for number, chip in enumerate(chips):
            if used + width_of(chip) > max(room, 0):
                break
            self._spans.append((used, used + width_of(chip), number))
            shown.append(list(chip))
            used += width_of(chip)
        if not self._carets[0]:
            more = len(chips) - len(shown)
            rest: list[Run] = (
                [(tr(" and {more} more: b").format(more=more), "quiet")] if more else []
            )
            return self.strip_of(
                clip([*(run for chip in shown for run in chip), *rest], width), width
            )
        self._spans = [(width - used + a, width - used + b, n) for a, b, n in self._spans]
        left = clip(self._pointing(width - used), width - used)
        gap = max(0, width - used - width_of(left))
        return self.strip_of(
            [*left, (" " * gap, ""), *(run for chip in shown for run in chip)], width
        )

    def _pointing(self, width: int) -> list[Run]:
        """The carets with their words: behind them, or before them where only there is room."""
        carets, style = self._carets
        blank = len(carets) - len(carets.lstrip())
        size = cell_len(self._words[0])
        if cell_len(carets) + 1 + size > width and size + 2 <= blank:
            return [(" ", ""), self._words, (carets[size + 1 :], style)]
        return [self._carets, (" ", ""), self._words]

    def on_click(self, event: events.Click) -> None:
        """Take the filter under the mouse away."""
        for start, end, number in self._spans:
            if start <= event.x < end:
                self.post_message(self.Removed(number))


class SearchInput(LineInput):
    """The search bar."""

    DEFAULT_CSS = """
    SearchInput { height: 1; width: 2fr; &>.input--placeholder { color: $quiet-text; } }
    """

    OWN_KEYS = OwnKeys(
        "Search bar",
        (
            ("enter", "Go to the list"),
            ("Esc", "Go to the list; where nothing is found, with an empty search"),
            ("↓ ↑", "Walk in the list; in an empty bar, through earlier searches"),
            ("⇥", "Complete a word, or take a suggestion; after a space it lists the fields"),
            ("amazon cloud", "Records that have both words, typos forgiven"),
            ('"exact" \'word', "This phrase, or this word, without typos"),
            ("-word", "Not this word"),
            ("a | b", "One of the two"),
            ("payer:amazon", "One field: payee, party, instrument, status, proof, has …"),
            ("amount:>1bn", "More than so much; 1bn..5bn is from one to the other"),
            ("date:2023..2024", "In a time; known:..2023-12 is what was known by then"),
        ),
    )
    virtual_size = reactive(Size(0, 0))
    """The cells of what is typed. The bar's own width is fixed: no letter needs a new layout."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(
            id=id, compact=True, select_on_focus=False, placeholder=tr("search deals and articles")
        )

    def write(self, query: str, cursor: int | None = None) -> None:
        """Replace the query, which is not told as typed.

        Args:
            query: The new one.
            cursor: Where the cursor stands in it afterwards; at its end if not given.
        """
        with self.prevent(self.Changed):
            self.value = query
        self.cursor_position = len(query) if cursor is None else cursor

    class Left(Message):
        """The user is done typing and goes to the results, `escaped` by escape."""

        def __init__(self, *, escaped: bool) -> None:
            super().__init__()
            self.escaped = escaped

    class Walked(Message):
        """The user moves through the results, or the history when the bar is empty."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    class Completing(Message):
        """The user asks to complete the word at the cursor."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing is selected there is nothing to cut: the key is the app's."""
        if action == "cut" and self.selection.is_empty:
            return False
        return super().check_action(action, parameters)

    def on_key(self, event: events.Key) -> None:
        """Keys that leave the bar, walk what it lists or complete what it says."""
        if event.key in ("escape", "enter"):
            self.post_message(self.Left(escaped=event.key == "escape"))
        elif event.key in ("up", "down"):
            self.post_message(self.Walked(1 if event.key == "down" else -1))
        elif event.key == "tab" and self.value and self.cursor_position:
            self.post_message(self.Completing())
        else:
            return
        event.stop()
        event.prevent_default()
