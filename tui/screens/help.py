"""The help: the keys that work here first, then all others; on its second page every sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from tui.commands import COMMANDS, Scope
from tui.model.messages import msg
from tui.platform.translation import tr
from tui.screens.base import Dialog
from tui.screens.command_search import rank, scopes_here, sections
from tui.widgets.bars import TextLine
from tui.widgets.drawing.sign_meanings import SIGN_MEANINGS
from tui.widgets.drawing.wrapping import wrap
from tui.widgets.entries import Entry, Target
from tui.widgets.filter_list import FilterList
from tui.widgets.key_bindings import OwnKeys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.events import Click, Resize
    from textual.screen import Screen

    from tui.commands import Command, KeyTable
    from tui.widgets.drawing.line_pane import Run

_KEYS, _SIGNS = 15, 15
"""Cells of the column of keys, and of that of signs."""
_LEAST, _STEP = 20, 4
"""Cells that words take at least beside a column; where fewer are left they stand below it, so
many cells further in."""
_NUMBERS = (
    "5j, 52G",
    msg("A number before a key: five lines down, line 52. 1 to 4 alone go to panes."),
)  # fmt: skip
_PAGES = (msg("Keys"), msg("Signs"))


class Place(NamedTuple):
    """Where help was asked for.

    Attributes:
        scope: The pane that has the focus, else the screen.
        own: Keys that are no commands, nearest first.
        in_dialog: Whether a dialog is open, in which no command can be carried out.
    """

    scope: Scope
    own: tuple[OwnKeys, ...] = ()
    in_dialog: bool = False


def place_of(screen: Screen[object]) -> Place:
    """Where the user is: what has the focus, in which screen."""
    shown = getattr(screen, "SCOPE", Scope.APP)
    focused = screen.focused
    here = shown
    own: list[OwnKeys] = []
    if focused is not None:
        pane = f"{shown}.{focused.id}"
        here = Scope(pane) if pane in set(Scope) else shown
        for node in focused.ancestors_with_self:
            keys = getattr(node, "OWN_KEYS", None)
            if isinstance(keys, OwnKeys):
                own.append(keys)
    return Place(here, tuple(own), isinstance(screen, Dialog))


def key_entries(place: Place, table: KeyTable, words: str, width: int) -> list[Entry]:
    """All keys that have some words, under the names of where they work, the nearest first.

    Args:
        place: Where the user is.
        table: The keys as they are now.
        words: What they are narrowed to.
        width: Cells of a line.
    """
    blocks: list[list[Entry]] = []
    for own in place.own:
        fitting = [
            (keys, tr(title))
            for keys, title in own.keys
            if rank(words, tr(title), f"{keys} {title}") is not None
        ]
        lines = [line for keys, title in fitting for line in _row(keys, title, None, width)]
        blocks.append([_heading(tr(own.title)), *lines] if lines else [])
    for title, commands in sections(place.scope):
        lines = []
        for command in commands:
            keys = table.shown(command)
            other = f"{command.synonyms} {keys} {title} {command.title}"
            if rank(words, tr(command.title), other) is not None:
                lines += _row(keys, tr(command.title), Target("command", command.id), width)
        blocks.append([_heading(title), *lines] if lines else [])
    keys, meaning = _NUMBERS[0], tr(_NUMBERS[1])
    if rank(words, meaning, keys) is not None:
        blocks.append([_heading(tr("Numbers")), *_row(keys, meaning, None, width)])
    return _joined(blocks)


def sign_entries(words: str, width: int) -> list[Entry]:
    """All signs whose meaning has some words, under the names of where they stand."""
    blocks = []
    for heading, meanings in SIGN_MEANINGS.items():
        lines: list[Entry] = []
        for meaning in meanings:
            meant = tr(meaning.words)
            if rank(words, meant, f"{meaning.signs} {tr(heading)}") is None:
                continue
            sign: Run = (f"  {meaning.signs}", meaning.style)
            lines += _columns(sign, meant, _SIGNS, width, Target("sign", meaning.signs))
        blocks.append([_heading(tr(heading)), *lines] if lines else [])
    return _joined(blocks)


def _heading(title: str) -> Entry:
    return Entry([(title, "title")])


def _joined(blocks: Sequence[list[Entry]]) -> list[Entry]:
    """The blocks that have lines, a blank line between two."""
    entries: list[Entry] = []
    for block in filter(None, blocks):
        entries += [Entry([]), *block] if entries else block
    return entries or [Entry([(tr("Nothing has these words. Esc shows all."), "quiet")])]


def _row(keys: str, title: str, target: Target | None, width: int) -> list[Entry]:
    return _columns((f"  {keys}", "key"), title, _KEYS, width, target)


def _columns(first: Run, words: str, column: int, width: int, target: Target | None) -> list[Entry]:
    """What stands in the first column, and words beside it in as many lines as they take."""
    gap = max(1, column - cell_len(first[0]))
    indent = cell_len(first[0]) + gap
    if width - indent < _LEAST:
        below = wrap(words, max(1, width - _STEP))
        return [Entry([first], target), *(Entry([(" " * _STEP + one, "")]) for one in below)]
    pieces = wrap(words, width - indent)
    lead = [first, (" " * gap, "")]
    lines = [Entry([*lead, (pieces[0], "")], target)]
    return lines + [Entry([(" " * indent + piece, "")]) for piece in pieces[1:]]


class HelpPages(TextLine):
    """Names the pages of the help; a click opens one."""

    def show_page(self, page: int) -> None:
        """Let a page stand out."""
        self.show(
            [
                run
                for at, name in enumerate(_PAGES)
                for run in ((f" {tr(name)} ", "title chosen" if at == page else "quiet"), (" ", ""))
            ],
            [("⇥ ", "key"), (f"{tr(_PAGES[1 - page]).lower()} ", "quiet")],
        )


class HelpScreen(Dialog["Command | None"]):
    """Shows every key and every sign; gives the command that the user chose."""

    CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > Vertical {
        width: 90%; max-width: 92; height: 90%;
        background: $surface; border: round $frame-focus; border-title-color: $text;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("f1", "dismiss", show=False),
        Binding("tab,shift+tab", "turn", show=False, priority=True),
    ]

    def __init__(self, place: Place, key_table: KeyTable) -> None:
        super().__init__()
        self._place, self._key_table = place, key_table
        self._page, self._words = 0, ""
        self.pages = HelpPages()
        self.list = FilterList(tr("type to filter: a key, a word, a sign"))

    def compose(self) -> ComposeResult:
        """The pages."""
        with Vertical() as box:
            box.border_title = Content(tr("Help"))
            box.border_subtitle = Content(tr("enter does it · ⇥ keys, signs · Esc closes"))
            yield self.pages
            yield self.list

    @property
    def is_untouched(self) -> bool:
        """Nothing that is typed here would be lost."""
        return True

    @property
    def text(self) -> str:
        """All lines of the page as they are filtered."""
        return "\n".join("".join(text for text, _ in entry.runs) for entry in self._entries())

    def on_resize(self, event: Resize) -> None:
        """Break the lines for the room that there is."""
        self.call_after_refresh(self._show)

    def _entries(self) -> list[Entry]:
        width = self.list.pane.line_width - 1
        if self._page:
            return sign_entries(self._words, width)
        return key_entries(self._place, self._key_table, self._words, width)

    def _show(self) -> None:
        self.pages.show_page(self._page)
        self.list.show(self._entries())

    def on_filter_list_typed(self, message: FilterList.Typed) -> None:
        """Filter the page."""
        self._words = message.words
        self._show()

    def on_filter_list_taken(self, message: FilterList.Taken) -> None:
        """Give the command at the cursor."""
        target = message.target
        if target is not None and target.kind == "command" and not self._place.in_dialog:
            self.dismiss(next(command for command in COMMANDS if command.id == target.key))

    def on_click(self, event: Click) -> None:
        """Turn the page by a click on its name."""
        if event.widget is self.pages:
            self.action_turn()

    def action_turn(self) -> None:
        """Show the other page."""
        self._page = 1 - self._page
        self._show()

    def action_back(self) -> None:
        """Show all again where something is typed, else close."""
        if self.list.line.value:
            self.list.line.value = ""
        else:
            self.dismiss(None)


def works_elsewhere(command: Command, here: Scope) -> str:
    """Where a command works that does not work here; empty where it does."""
    if command.scope in scopes_here(here):
        return ""
    title = next(name for name, commands in sections(here) if command in commands)
    return tr("That works in another place: {place}.").format(place=title)
