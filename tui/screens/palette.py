"""The command palette: what can be done now, a line each with its key, found as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.screens.base import Dialog
from tui.screens.command_search import offered, rank
from tui.widgets.drawing.highlighted_text import clip
from tui.widgets.entries import Entry, Target
from tui.widgets.filter_list import FilterList

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.events import Resize

    from tui.commands import KeyTable, Need, Scope


class Choice(NamedTuple):
    """A line of the palette: a command, or a search that was kept.

    Attributes:
        title: What it does.
        keys: The keys that do it; the query of a search.
        other: Other words by which it is found.
        target: Which one it is.
    """

    title: str
    keys: str
    other: str
    target: Target


def choices(
    here: Scope, at_hand: Collection[Need], searches: Mapping[str, str], table: KeyTable
) -> list[Choice]:
    """What can be done now, the nearest first; kept searches stand before what works everywhere.

    Args:
        here: The pane that has the focus, else the screen.
        at_hand: What commands can work on now.
        searches: The user's searches by name.
        table: The keys as they are now.
    """
    commands = [
        Choice(
            tr(one.title),
            table.shown(one),
            f"{one.synonyms} {one.title}",
            Target("command", one.id),
        )
        for one in offered(here, at_hand)
    ]
    kept = [
        Choice(
            safe_line(tr("Search: {name}").format(name=name)),
            safe_line(query),
            "",
            Target("search", query),
        )
        for name, query in searches.items()
    ]
    near = sum(one.scope is here for one in offered(here, at_hand))
    return [*commands[:near], *kept, *commands[near:]]


def matching(all_choices: Sequence[Choice], words: str) -> list[Choice]:
    """The choices that some words mean, the best first, of equal ones the nearest."""
    ranked = [
        (place, choice)
        for choice in all_choices
        if (place := rank(words, choice.title, f"{choice.other} {choice.keys}")) is not None
    ]
    return [choice for _, choice in sorted(ranked, key=lambda one: one[0])]


def line(choice: Choice, width: int) -> Entry:
    """A choice on one line: what it does at the left, its keys at the right."""
    keys = clip([(choice.keys, "key")], width // 2)
    room = width - sum(cell_len(text) for text, _ in keys) - 1
    title = clip([(choice.title, "")], room)
    gap = " " * (room + 1 - sum(cell_len(text) for text, _ in title))
    return Entry([*title, (gap, ""), *keys], choice.target)


class PaletteScreen(Dialog["Target | None"]):
    """Finds a command or a kept search by its words; gives the one that the user takes."""

    CSS = """
    PaletteScreen { align: center top; }
    PaletteScreen > Vertical {
        width: 90%; max-width: 76; height: auto; margin: 1 0 0 0;
        background: $surface; border: round $frame-focus; border-title-color: $text;
    }
    PaletteScreen FilterList { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+p", "dismiss", show=False)]

    def __init__(self, all_choices: Sequence[Choice]) -> None:
        super().__init__()
        self._choices = all_choices
        self._words = ""
        self.list = FilterList(tr("what do you want to do?"))

    def compose(self) -> ComposeResult:
        """The list."""
        with Vertical() as box:
            box.border_title = Content(tr("Commands"))
            box.border_subtitle = Content(tr("enter does it · Esc closes"))
            yield self.list

    @property
    def is_untouched(self) -> bool:
        """Nothing that is typed here would be lost."""
        return True

    def on_resize(self, event: Resize) -> None:
        """Write the lines for the room that there is."""
        room = max(3, event.size.height * 7 // 10)
        self.list.pane.styles.height = min(room, len(self._choices))
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        width = self.list.pane.line_width - 1
        found = matching(self._choices, self._words)
        nothing = Entry([(tr("Nothing that can be done now has these words."), "quiet")])
        self.list.show([line(choice, width) for choice in found] or [nothing])

    def on_filter_list_typed(self, message: FilterList.Typed) -> None:
        """Filter the list."""
        self._words = message.words
        self._show()

    def on_filter_list_taken(self, message: FilterList.Taken) -> None:
        """Give what is under the cursor."""
        if message.target is not None:
            self.dismiss(message.target)
