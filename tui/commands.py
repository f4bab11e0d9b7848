"""The one registry of commands: keys, footer, palette, help and the generated key table.

A command belongs to a scope: `app` works everywhere, a screen's name works on that screen, and
`screen.pane` works while that pane has the focus.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """Something the user can do.

    Attributes:
        id: Stable name, `scope:verb`; the name under which its keys can be changed.
        keys: Keys as Textual names them, comma separated.
        action: The action that does it.
        title: What it does, for palette and help.
        group: Heading in the help.
        hint: Word for the footer; empty keeps it out of the footer.
        shown: How the keys are written for people.
    """

    id: str
    keys: str
    action: str
    title: str
    group: str
    hint: str = ""
    shown: str = ""

    @property
    def scope(self) -> str:
        """Where it works, such as `app`, `explorer` or `explorer.article`."""
        return self.id.partition(":")[0]


_SYMBOLS = {
    "question_mark": "?", "slash": "/", "left_square_bracket": "[", "right_square_bracket": "]",
    "up": "↑", "down": "↓", "left": "←", "right": "→", "tab": "⇥", "shift+tab": "⇧⇥",
    "asterisk": "*", "plus": "+", "minus": "-", "equals_sign": "=", "pageup": "PgUp",
    "pagedown": "PgDn", "escape": "Esc", "upper_n": "N", "dollar_sign": "$", "backspace": "⌫",
}  # fmt: skip


def _written(keys: str) -> str:
    words = []
    for key in keys.split(","):
        word = _SYMBOLS.get(key, key)
        if word.startswith("ctrl+"):
            word = "^" + word[5:]
        words.append(word)
    return " ".join(words)


_TABLE: dict[str, tuple[tuple[str, ...], ...]] = {
    # group: (id, keys, action, title, word for the footer, keys as written)
    "Find": (
        ("explorer:search", "slash", "search", "Search deals and articles", "search"),
        ("explorer:facets", "b", "facets", "Browse by payer, status, proof, year …"),
        ("explorer:sort", "o", "sort", "Change the order of the list"),
        ("explorer:unfilter", "backspace", "unfilter", "Take the last filter of the search away"),
        ("explorer:save", "s", "save_search", "Keep this search under a name"),
        ("explorer.article:find", "slash", "screen.find", "Find in this article", "find"),
    ),
    "Proof": (
        ("explorer:quote", "n", "quote(1)",
         "Next quote of this record in the article", "next quote"),
        ("explorer:back-quote", "N", "quote(-1)", "Quote before"),
        ("explorer:source", "right_square_bracket", "source(1)",
         "Next source of this record", "next source"),
        ("explorer:back-source", "left_square_bracket", "source(-1)", "Source before"),
        ("explorer:disagreement", "d", "disagreement(1)",
         "Next place where sources disagree", "disagreements"),
        ("explorer:back-disagreement", "D", "disagreement(-1)", "Disagreement before"),
        ("explorer:statements", "c", "statements", "Compare what every source says on this field"),
        ("explorer.article:figure", "i", "screen.figure(1)",
         "Next figure that nobody recorded", "open figure"),
        ("explorer.article:back-figure", "I", "screen.figure(-1)", "Open figure before"),
        ("audit:repair", "R", "repair", "Repair where the quote of this finding lies", "repair"),
        ("audit:undo", "u", "undo", "Undo the last change to deals.yaml"),
        ("audit:figures", "i", "coverage",
         "Show or hide the figures that nobody recorded", "figures"),
        ("audit:dismiss", "x", "set_aside", "Dismiss this finding, or take that back", "dismiss"),
        ("audit:dismissed", "X", "dismissed", "Show or hide the findings that I dismissed"),
    ),
    "Move": (
        ("explorer:pane", "tab", "pane(1)", "Go to the next pane", "pane"),
        ("explorer:back-pane", "shift+tab", "pane(-1)", "Go to the pane before"),
        ("explorer:leave", "escape", "leave", "End a selection, a find, a zoom, the search"),
        ("explorer:zoom", "z", "zoom", "Fill the screen with this pane, and back"),
        ("explorer.results:down", "down,j", "cursor(1)", "Next record"),
        ("explorer.results:up", "up,k", "cursor(-1)", "Record before"),
        ("explorer.results:top", "home,g", "cursor_end(-1)", "First record"),
        ("explorer.results:bottom", "end,G", "cursor_end(1)", "Last record"),
        ("explorer.results:open", "enter", "open", "Go into the record", "open"),
        ("explorer.results:page-down", "pagedown,space,ctrl+d", "page(1)", "Screen down"),
        ("explorer.results:page-up", "pageup,ctrl+u", "page(-1)", "Screen up"),
        ("explorer.record:down", "down,j", "cursor(1)", "Next field"),
        ("explorer.record:up", "up,k", "cursor(-1)", "Field before"),
        ("explorer.record:open", "enter", "open", "Go to the quote in the article", "open"),
        ("explorer.record:page-down", "pagedown,space,ctrl+d", "page(1)", "Screen down"),
        ("explorer.record:page-up", "pageup,ctrl+u", "page(-1)", "Screen up"),
        ("explorer.record:top", "home,g", "cursor_end(-1)", "First field"),
        ("explorer.record:bottom", "end,G", "cursor_end(1)", "Last field"),
        ("explorer.article:down", "down,j", "screen.line(1)", "Scroll down"),
        ("explorer.article:up", "up,k", "screen.line(-1)", "Scroll up"),
        ("explorer.article:page-down", "pagedown,space,ctrl+d", "page(1)", "Screen down"),
        ("explorer.article:page-up", "pageup,ctrl+u", "page(-1)", "Screen up"),
        ("explorer.article:top", "home,g", "scroll_to_end(-1)", "Start of the article"),
        ("explorer.article:bottom", "end,G", "scroll_to_end(1)", "End of the article"),
    ),
    "Screens": (
        ("explorer:timeline", "t", "timeline", "Go to the timeline", "timeline"),
        ("explorer:flows", "f", "app.side('flows')", "Flows: who pays whom", "flows"),
        ("explorer:audit", "a", "app.side('audit')", "Audit: what is missing or wrong", "audit"),
        ("explorer:party", "p", "party", "All about this party", "party"),
        ("explorer:articles", "r", "app.side('articles')", "Articles and what they feed"),
        ("side:back", "escape,backspace", "back", "Back to where you came from", "back", "Esc"),
        ("flows:ego", "e", "ego", "One party in the middle: who pays it, whom it pays",
         "one party"),
        ("flows:party", "p", "party", "All about a party of this flow", "party"),
    ),
    "Timeline": (
        ("explorer.timeline:later", "right", "walk(1)", "Next mark in time", "walk", "← →"),
        ("explorer.timeline:earlier", "left", "walk(-1)", "Mark before"),
        ("explorer.timeline:lane-down", "down,j", "lane(1)", "Next lane"),
        ("explorer.timeline:lane-up", "up,k", "lane(-1)", "Lane before"),
        ("explorer.timeline:in", "plus,equals_sign", "zoom_time(1)", "Zoom in", "zoom", "+ -"),
        ("explorer.timeline:out", "minus", "zoom_time(-1)", "Zoom out"),
        ("explorer.timeline:pan-left", "h,shift+left", "pan(-1)", "Pan to earlier"),
        ("explorer.timeline:pan-right", "l,shift+right", "pan(1)", "Pan to later"),
        ("explorer.timeline:fit", "0", "fit", "Show all of time", "fit"),
        ("explorer.timeline:goto", "g", "screen.goto_date", "Go to a date"),
        ("explorer.timeline:lanes", "L", "lanes", "Lanes by payer, payee, instrument …", "lanes"),
        ("explorer.timeline:measure", "M", "measure",
         "Dense lanes: how many there are, or how much"),
        ("explorer.timeline:known", "w", "screen.known(-1)",
         "What was known at the article before", "known when"),
        ("explorer.timeline:known-later", "W", "screen.known(1)", "Known at the article after"),
        ("explorer.timeline:list", "i", "screen.timeline_list", "The same as a list"),
        ("explorer.timeline:open", "enter", "open", "Go into the record", "open"),
    ),
    "Change": (
        ("explorer:edit", "e", "edit", "Edit this record in $EDITOR", "edit"),
        ("explorer:copy", "y", "copy", "Copy the record, quote or selection"),
        ("explorer:star", "asterisk", "star", "Star this record"),
        ("explorer:note", "m", "note", "Write a note on this record"),
        ("explorer:review", "x", "review", "Mark as checked by me, or take it back"),
        ("explorer:undo", "u", "undo", "Undo the last change to deals.yaml"),
        ("explorer.article:select", "v", "screen.select_text",
         "Select text; v again: the whole sentence", "select"),
        ("explorer.article:grow", "right,l", "screen.grow(1)", "Selection: one word more"),
        ("explorer.article:shrink", "left,h", "screen.grow(-1)", "Selection: one word less"),
        ("explorer.article:swap", "o", "screen.swap", "Selection: move the other end"),
        ("explorer.article:adopt", "a", "screen.adopt",
         "Record the selection or figure as evidence", "record it"),
        ("explorer.article:dismiss", "w", "screen.dismiss_figure",
         "Dismiss this figure: it is no deal"),
    ),
    "Application": (
        ("app:quit", "q", "quit", "Quit", "quit"),
        ("app:help", "question_mark", "help", "Show all keys", "all keys"),
        ("app:palette", "ctrl+p", "command_palette", "Find a command", "commands"),
        ("app:theme", "f10", "next_theme", "Change between dark and light"),
        ("app:suspend", "ctrl+z", "suspend", "Back to the shell; fg returns"),
        ("app:stop", "ctrl+x", "stop", "Stop reading and checking in the background"),
        ("app:reload", "f5,ctrl+r", "reload", "Read the corpus again from its files"),
    ),
}  # fmt: skip


def _command(group: str, row: tuple[str, ...]) -> Command:
    identity, keys, action, title, hint, shown = (*row, "", "")[:6]
    return Command(identity, keys, action, title, group, hint, shown or _written(keys))


COMMANDS: tuple[Command, ...] = tuple(
    _command(group, row) for group, rows in _TABLE.items() for row in rows
)

ALWAYS = tuple(command for command in COMMANDS if command.id in ("app:help", "app:quit"))
"""Commands that the footer never drops."""


def commands_in(*scopes: str) -> tuple[Command, ...]:
    """The commands of the given scopes, in the order of the registry."""
    return tuple(command for command in COMMANDS if command.scope in scopes)
