"""The one registry of commands: key bindings, footer, palette, help and the key table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from tui.platform.settings import SIGNS, CommandKeys

if TYPE_CHECKING:
    from collections.abc import Mapping


class Scope(StrEnum):
    """Where a command works: everywhere, on a screen, or while one of its panes has the focus."""

    APP = "app"
    EXPLORER = "explorer"
    RESULTS = "explorer.results"
    RECORD = "explorer.record"
    ARTICLE = "explorer.article"
    TIMELINE = "explorer.timeline"
    SIDE = "side"
    FLOWS = "flows"
    AUDIT = "audit"
    PARTIES = "parties"
    PARTY = "party"
    ARTICLES = "articles"

    @property
    def screen(self) -> Scope:
        """The scope of its screen."""
        return Scope(self.value.partition(".")[0])

    @property
    def pane(self) -> str:
        """The id of the pane that must have the focus; empty where none must."""
        return self.value.partition(".")[2]


class Need(StrEnum):
    """What a command works on, where that may not be at hand."""

    RECORD = "a record is read"
    PARTY = "that record has a party"
    ARTICLE = "an article is shown"
    SELECTION = "words of it are selected"
    FIGURE = "a figure of it is at hand"
    QUERY = "something is searched for"
    FILTER = "the search has a filter"
    PAST = "the corpus is shown as it was known earlier"
    LOST_MARKS = "there are marks on records that are gone"
    UNDO = "a change can be taken back"
    REDO = "a change was taken back"
    LINE = "a line of the list leads somewhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something the user can do.

    Attributes:
        scope: Where it works.
        name: Its name, unique in its scope.
        keys: The keys that do it, as Textual names them.
        action: The action that does it, as Textual writes it: `side('audit')`.
        title: What it does, for palette and help.
        hint: Word for the footer; empty keeps it out of the footer.
        written: How the keys are written for people, where that is not one after the other.
        before_pane: Whether it acts before the focused pane sees the key, so that what is typed
            right behind it goes where it leads.
        meaning: What its keys mean wherever they work, where its name does not say that: both
            ways to find something mean `search`. No key has two meanings.
        synonyms: Other words by which people look for it.
        needs: What must be at hand for it; what lacks that is not offered.
    """

    scope: Scope
    name: str
    keys: tuple[str, ...]
    action: str
    title: str
    hint: str = ""
    written: str = ""
    before_pane: bool = False
    meaning: str = ""
    synonyms: str = ""
    needs: Need | None = None

    @property
    def id(self) -> str:
        """The stable name under which the settings change its keys: `explorer:search`."""
        return f"{self.scope}:{self.name}"

    @property
    def means(self) -> str:
        """What its keys mean, here and wherever else they work."""
        return self.meaning or self.name

    @property
    def shown(self) -> str:
        """Its keys as they are written for people."""
        return self.written or " ".join(_shown(key) for key in self.keys)


SYMBOLS = {
    **SIGNS, "up": "↑", "down": "↓", "left": "←", "right": "→", "tab": "⇥", "pageup": "PgUp",
    "pagedown": "PgDn", "escape": "Esc", "upper_n": "N", "backspace": "⌫", "insert": "Ins",
    "delete": "Del", "home": "Home", "end": "End", "ctrl": "^", "shift": "⇧",
}  # fmt: skip
"""Keys as people write them, where that is not their name."""


_WORDS = frozenset({"up", "down", "left", "right", "tab", "backspace"})
"""Keys that are written as words where the terminal has no signs for them."""


def _shown(key: str, *, in_words: bool = False) -> str:
    """A key as people write it: `ctrl+d` is ^d, `shift+tab` ⇧⇥; other modifiers stay words."""
    *modifiers, last = key.split("+")
    signs = {} if in_words and last in _WORDS else SYMBOLS
    before = "".join(signs.get(modifier, f"{modifier}+") for modifier in modifiers)
    return before + (last if in_words and last in _WORDS else SYMBOLS.get(last, last))


GROUPS: dict[str, tuple[Command, ...]] = {
    "Find": (
        Command(scope=Scope.EXPLORER, name="search", keys=("slash",), action="search",
                title="Search deals and articles", hint="search", before_pane=True,
                synonyms="find look query"),
        Command(scope=Scope.EXPLORER, name="facets", keys=("b",), action="facets",
                title="Browse by payer, status, proof, year …", synonyms="filter facets group"),
        Command(scope=Scope.EXPLORER, name="sort", keys=("o",), action="sort",
                title="Change the order of the list", synonyms="sort arrange"),
        Command(scope=Scope.EXPLORER, name="unfilter", keys=("backspace",), action="unfilter",
                title="Take the last filter of the search away",
                synonyms="remove clear", needs=Need.FILTER),
        Command(scope=Scope.EXPLORER, name="save", keys=("s",), action="save_search",
                title="Keep this search under a name", synonyms="bookmark store", needs=Need.QUERY),
        Command(scope=Scope.ARTICLE, name="find", keys=("slash",), action="screen.find",
                title="Find in this article", hint="find", meaning="search", needs=Need.ARTICLE),
    ),
    "Proof": (
        Command(scope=Scope.EXPLORER, name="quote", keys=("n",), action="quote(1)",
                title="Next quote of this record in the article", hint="next quote",
                needs=Need.RECORD),
        Command(scope=Scope.EXPLORER, name="back-quote", keys=("N",), action="quote(-1)",
                title="Quote before", needs=Need.RECORD),
        Command(scope=Scope.EXPLORER, name="source", keys=("right_square_bracket",),
                action="source(1)", title="Next source of this record", hint="next source",
                needs=Need.RECORD),
        Command(scope=Scope.EXPLORER, name="back-source", keys=("left_square_bracket",),
                action="source(-1)", title="Source before", needs=Need.RECORD),
        Command(scope=Scope.EXPLORER, name="disagreement", keys=("d",), action="disagreement(1)",
                title="Next place where sources disagree", hint="disagreements",
                synonyms="disputes conflicts"),
        Command(scope=Scope.EXPLORER, name="back-disagreement", keys=("D",),
                action="disagreement(-1)", title="Disagreement before"),
        Command(scope=Scope.EXPLORER, name="statements", keys=("c",), action="statements",
                title="Compare what every source says on this field",
                synonyms="disputes versions sources", needs=Need.RECORD),
        Command(scope=Scope.EXPLORER, name="figure", keys=("i",), action="figure(1)",
                title="Next figure that nobody recorded", hint="open figure",
                synonyms="mention amount unrecorded", needs=Need.ARTICLE),
        Command(scope=Scope.EXPLORER, name="back-figure", keys=("I",), action="figure(-1)",
                title="Open figure before", needs=Need.ARTICLE),
        Command(scope=Scope.EXPLORER, name="open-article", keys=("right_curly_bracket",),
                action="open_article(1)",
                title="Next article with figures that nobody recorded", hint="next article"),
        Command(scope=Scope.EXPLORER, name="back-open-article", keys=("left_curly_bracket",),
                action="open_article(-1)", title="Article with open figures before"),
        Command(scope=Scope.EXPLORER, name="history", keys=("comma",), action="field_history",
                title="Who changed this field, and when, as git has it",
                needs=Need.RECORD),
        Command(scope=Scope.EXPLORER, name="web", keys=("B",), action="web",
                title="Open the article in the browser, at this quote",
                synonyms="url link website", needs=Need.ARTICLE),
        Command(scope=Scope.EXPLORER, name="original", keys=("F",), action="original",
                title="Open the file that the article was read from",
                synonyms="pdf document file source", needs=Need.ARTICLE),
        Command(scope=Scope.AUDIT, name="repair", keys=("R",), action="repair",
                title="Repair where the quote of this finding lies", hint="repair",
                needs=Need.LINE),
        Command(scope=Scope.AUDIT, name="undo", keys=("u",), action="undo",
                title="Undo the last change to deals.yaml", needs=Need.UNDO),
        Command(scope=Scope.AUDIT, name="menu", keys=("full_stop",), action="menu",
                title="Leave findings out for everybody, or look for them again"),
        Command(scope=Scope.AUDIT, name="redo", keys=("U",), action="redo",
                title="Make the change again that was taken back last", needs=Need.REDO),
        Command(scope=Scope.AUDIT, name="figures", keys=("v",), meaning="select", action="coverage",
                title="Hide or show the figures that nobody recorded", hint="figures"),
        Command(scope=Scope.AUDIT, name="dismiss", keys=("x",), action="set_aside",
                title="Dismiss this finding, or take that back", hint="dismiss", needs=Need.LINE),
        Command(scope=Scope.AUDIT, name="dismissed", keys=("X",), action="dismissed",
                title="Show or hide the findings that I dismissed"),
    ),
    "Move": (
        Command(scope=Scope.EXPLORER, name="pane", keys=("tab",), action="pane(1)",
                title="Go to the next pane", hint="pane"),
        Command(scope=Scope.EXPLORER, name="back-pane", keys=("shift+tab",), action="pane(-1)",
                title="Go to the pane before"),
        Command(scope=Scope.PARTIES, name="section", keys=("tab",), action="section",
                title="Go to the next part of the list", hint="part", meaning="pane"),
        Command(scope=Scope.EXPLORER, name="leave", keys=("escape",), action="leave",
                title="Take the last step back: find, zoom, search, known-when, the way here",
                synonyms="back close stop cancel"),
        Command(scope=Scope.EXPLORER, name="pane-1", keys=("1",), action="show_pane('results')",
                title="Go to the list"),
        Command(scope=Scope.EXPLORER, name="pane-2", keys=("2",), action="show_pane('record')",
                title="Go to the record"),
        Command(scope=Scope.EXPLORER, name="pane-3", keys=("3",), action="show_pane('article')",
                title="Go to the article"),
        Command(scope=Scope.EXPLORER, name="pane-4", keys=("4",), action="show_pane('timeline')",
                title="Go to the timeline, also by its number"),
        Command(scope=Scope.EXPLORER, name="wider", keys=("greater_than_sign",),
                action="resize_pane(1)",
                title="Make this pane wider; the column, of a list that fills the screen",
                synonyms="resize size width"),
        Command(scope=Scope.EXPLORER, name="narrower", keys=("less_than_sign",),
                action="resize_pane(-1)", title="Make this pane narrower, or the column",
                synonyms="resize size width"),
        Command(scope=Scope.EXPLORER, name="zoom", keys=("z",), action="zoom",
                title="Fill the screen with this pane, and back with the cursor in the middle",
                synonyms="maximize full screen enlarge"),
        Command(scope=Scope.RESULTS, name="down", keys=("down", "j"), action="cursor(1)",
                title="Next record"),
        Command(scope=Scope.RESULTS, name="up", keys=("up", "k"), action="cursor(-1)",
                title="Record before"),
        Command(scope=Scope.RESULTS, name="top", keys=("home", "g"), action="cursor_end(-1)",
                title="First record"),
        Command(scope=Scope.RESULTS, name="bottom", keys=("end", "G"), action="cursor_end(1)",
                title="Last record"),
        Command(scope=Scope.RESULTS, name="open", keys=("enter",), action="open",
                title="Go into the record", hint="open"),
        Command(scope=Scope.RESULTS, name="column-after", keys=("right", "l"), action="column(1)",
                title="Next column of a wide list, for the keys that resize it", meaning="right",
                synonyms="table columns width"),
        Command(scope=Scope.RESULTS, name="column-before", keys=("left", "h"), action="column(-1)",
                title="Column before", meaning="left"),
        Command(scope=Scope.RESULTS, name="page-down", keys=("pagedown", "space", "ctrl+d"),
                action="page(1)", title="Screen down"),
        Command(scope=Scope.RESULTS, name="page-up", keys=("pageup", "ctrl+u"), action="page(-1)",
                title="Screen up"),
        Command(scope=Scope.RESULTS, name="in-sight-first", keys=("H",), action="in_sight(-1)",
                title="First record in sight"),
        Command(scope=Scope.RESULTS, name="in-sight-last", keys=("L",), action="in_sight(1)",
                title="Last record in sight"),
        Command(scope=Scope.RECORD, name="in-sight-first", keys=("H",), action="in_sight(-1)",
                title="First field in sight"),
        Command(scope=Scope.RECORD, name="in-sight-last", keys=("L",), action="in_sight(1)",
                title="Last field in sight"),
        Command(scope=Scope.RECORD, name="down", keys=("down", "j"), action="cursor(1)",
                title="Next field"),
        Command(scope=Scope.RECORD, name="up", keys=("up", "k"), action="cursor(-1)",
                title="Field before"),
        Command(scope=Scope.RECORD, name="open", keys=("enter",), action="open",
                title="Go to the quote in the article", hint="open"),
        Command(scope=Scope.RECORD, name="page-down", keys=("pagedown", "space", "ctrl+d"),
                action="page(1)", title="Screen down"),
        Command(scope=Scope.RECORD, name="page-up", keys=("pageup", "ctrl+u"), action="page(-1)",
                title="Screen up"),
        Command(scope=Scope.RECORD, name="top", keys=("home", "g"), action="cursor_end(-1)",
                title="First field"),
        Command(scope=Scope.RECORD, name="bottom", keys=("end", "G"), action="cursor_end(1)",
                title="Last field"),
        Command(scope=Scope.ARTICLE, name="down", keys=("down", "j"), action="line(1)",
                title="Scroll down"),
        Command(scope=Scope.ARTICLE, name="up", keys=("up", "k"), action="line(-1)",
                title="Scroll up"),
        Command(scope=Scope.ARTICLE, name="page-down", keys=("pagedown", "space", "ctrl+d"),
                action="page(1)", title="Screen down"),
        Command(scope=Scope.ARTICLE, name="page-up", keys=("pageup", "ctrl+u"), action="page(-1)",
                title="Screen up"),
        Command(scope=Scope.ARTICLE, name="top", keys=("home", "g"), action="scroll_to_end(-1)",
                title="Start of the article"),
        Command(scope=Scope.ARTICLE, name="bottom", keys=("end", "G"), action="scroll_to_end(1)",
                title="End of the article"),
    ),
    "Screens": (
        Command(scope=Scope.EXPLORER, name="timeline", keys=("t",), action="timeline",
                title="Go to the timeline", hint="timeline", synonyms="chart history when dates"),
        Command(scope=Scope.EXPLORER, name="timeline-height", keys=("Z",), action="timeline_height",
                title="Timeline: a strip, half of the screen, hidden", synonyms="hide show chart"),
        Command(scope=Scope.EXPLORER, name="flows", keys=("f",), action="app.side('flows')",
                title="Flows: who pays whom", hint="flows",
                synonyms="money network graph matrix loops"),
        Command(scope=Scope.EXPLORER, name="audit", keys=("A",), action="app.side('audit')",
                title="Audit: what is missing or wrong", hint="audit",
                synonyms="check problems errors findings quality"),
        Command(scope=Scope.EXPLORER, name="party", keys=("p",), action="party",
                title="All about this party", hint="party",
                synonyms="company person who", needs=Need.PARTY),
        Command(scope=Scope.EXPLORER, name="articles", keys=("r",), action="app.side('articles')",
                title="Articles and what they feed",
                synonyms="sources press news add import new files"),
        Command(scope=Scope.EXPLORER, name="parties", keys=("P",), action="app.side('parties')",
                title="Parties: who is who, likely duplicates, names without a party",
                synonyms="companies people aliases duplicates"),
        Command(scope=Scope.SIDE, name="back", keys=("escape",), action="back",
                title="Back to where you came from", hint="back", meaning="leave"),
        Command(scope=Scope.SIDE, name="filter", keys=("slash",), action="filter",
                title="Narrow this list to lines with some words", hint="filter",
                meaning="search"),
        Command(scope=Scope.FLOWS, name="view", keys=("v",), action="view", meaning="select",
                title="Select the other view: bars, or payers against payees", hint="matrix"),
        Command(scope=Scope.FLOWS, name="ego", keys=("S",), action="ego",
                title="One party in the middle: who pays it, whom it pays", hint="one party"),
        Command(scope=Scope.FLOWS, name="wider", keys=("greater_than_sign",),
                action="resize_column(1)", title="Make this column of the matrix wider",
                synonyms="resize size width"),
        Command(scope=Scope.FLOWS, name="narrower", keys=("less_than_sign",),
                action="resize_column(-1)", title="Make this column of the matrix narrower",
                synonyms="resize size width"),
        Command(scope=Scope.FLOWS, name="party", keys=("p",), action="party",
                title="All about a party of this flow", hint="party"),
    ),
    "Timeline": (
        Command(scope=Scope.TIMELINE, name="later", keys=("right",), action="walk(1)",
                title="Next mark in time", hint="walk", written="← →", meaning="right"),
        Command(scope=Scope.TIMELINE, name="earlier", keys=("left",), action="walk(-1)",
                title="Mark before", meaning="left"),
        Command(scope=Scope.TIMELINE, name="lane-down", keys=("down", "j"), action="lane(1)",
                title="Next lane", meaning="down"),
        Command(scope=Scope.TIMELINE, name="lane-up", keys=("up", "k"), action="lane(-1)",
                title="Lane before", meaning="up"),
        Command(scope=Scope.TIMELINE, name="in", keys=("plus", "equals_sign"),
                action="zoom_time(1)", title="Zoom in", hint="zoom", written="+ -"),
        Command(scope=Scope.TIMELINE, name="out", keys=("minus",), action="zoom_time(-1)",
                title="Zoom out"),
        Command(scope=Scope.TIMELINE, name="pan-left", keys=("h", "shift+left"), action="pan(-1)",
                title="Pan to earlier", meaning="left"),
        Command(scope=Scope.TIMELINE, name="pan-right", keys=("l", "shift+right"), action="pan(1)",
                title="Pan to later", meaning="right"),
        Command(scope=Scope.TIMELINE, name="fit", keys=("0",), action="fit",
                title="Show all of time", hint="fit"),
        Command(scope=Scope.TIMELINE, name="goto", keys=("at",), action="screen.goto_date",
                title="Go to a date", synonyms="jump year day"),
        Command(scope=Scope.TIMELINE, name="lanes", keys=("o",), meaning="sort", action="lanes",
                title="Lanes by payer, payee, instrument …", hint="lanes"),
        Command(scope=Scope.TIMELINE, name="measure", keys=("M",), action="measure",
                title="Dense lanes: how many there are, or how much"),
        Command(scope=Scope.EXPLORER, name="known", keys=("w",), action="known(-1)",
                title="What was known at the article before", hint="known when",
                synonyms="history past time travel as of"),
        Command(scope=Scope.EXPLORER, name="known-later", keys=("W",), action="known(1)",
                title="Known at the article after",
                synonyms="history present time travel", needs=Need.PAST),
        Command(scope=Scope.TIMELINE, name="list", keys=("T",), action="screen.timeline_list",
                title="The same as a list"),
        Command(scope=Scope.TIMELINE, name="open", keys=("enter",), action="open",
                title="Go into the record", hint="open"),
    ),
    "Change": (
        Command(scope=Scope.EXPLORER, name="edit", keys=("e",), action="edit",
                title="Edit this record in $EDITOR", hint="edit",
                synonyms="open yaml editor vim"),
        Command(scope=Scope.EXPLORER, name="copy", keys=("y",), action="copy",
                title="Copy the record, quote or selection", synonyms="clipboard export yank"),
        Command(scope=Scope.EXPLORER, name="copy-as", keys=("ctrl+y",), action="copy_as",
                title="Copy as sentence, citation, Markdown footnote, YAML, value or link",
                synonyms="clipboard export cite quote yank", needs=Need.RECORD),
        Command(scope=Scope.EXPLORER, name="export", keys=("ctrl+e",), action="export",
                title="Export what is listed: CSV, workbook, Markdown, JSON, BibTeX, graph …",
                synonyms="save write file xlsx excel download output"),
        Command(scope=Scope.EXPLORER, name="copy-text", keys=("ctrl+c",), action="copy_text",
                title="Copy the selected text as it stands in the article",
                synonyms="clipboard export yank"),
        Command(scope=Scope.EXPLORER, name="star", keys=("asterisk",), action="star",
                title="Star this record", synonyms="favourite bookmark mark", needs=Need.RECORD),
        Command(scope=Scope.EXPLORER, name="note", keys=("m",), action="note",
                title="Write a note on this record",
                synonyms="comment remark annotate", needs=Need.RECORD),
        Command(scope=Scope.EXPLORER, name="review", keys=("V",), action="review",
                title="Mark as checked by me, or take it back",
                synonyms="check tick done verify", needs=Need.RECORD),
        Command(scope=Scope.EXPLORER, name="lost-marks", keys=("Y",), action="lost_marks",
                title="Marks of mine on records that are gone", needs=Need.LOST_MARKS),
        Command(scope=Scope.EXPLORER, name="undo", keys=("u",), action="undo",
                title="Undo the last change to deals.yaml",
                synonyms="revert back", needs=Need.UNDO),
        Command(scope=Scope.PARTIES, name="add", keys=("a",), action="add",
                title="Add this name, or another, as a party", hint="add", meaning="adopt",
                synonyms="new company alias"),
        Command(scope=Scope.PARTIES, name="change", keys=("E",), action="change",
                title="Change name, aliases, note and id of this party", hint="change",
                needs=Need.LINE),
        Command(scope=Scope.PARTIES, name="join", keys=("J",), action="join",
                title="Merge this party into the one that it is like, or into another",
                hint="merge", needs=Need.LINE),
        Command(scope=Scope.PARTIES, name="apart", keys=("K",), action="keep_apart",
                title="Keep this party apart from the one that it is like", hint="keep apart",
                needs=Need.LINE),
        Command(scope=Scope.PARTIES, name="dismiss", keys=("x",), action="set_aside",
                title="Dismiss this name: it is of no party", needs=Need.LINE),
        Command(scope=Scope.PARTIES, name="dismissed", keys=("X",), action="dismissed",
                title="Show or hide the names that I dismissed"),
        Command(scope=Scope.PARTIES, name="edit", keys=("e",), action="edit",
                title="Edit this party in $EDITOR", needs=Need.LINE),
        Command(scope=Scope.PARTIES, name="undo", keys=("u",), action="undo",
                title="Undo the last change to deals.yaml", needs=Need.UNDO),
        Command(scope=Scope.PARTIES, name="redo", keys=("U",), action="redo",
                title="Make the change again that was taken back last", needs=Need.REDO),
        Command(scope=Scope.PARTY, name="change", keys=("E",), action="change",
                title="Change name, aliases, note and id of this party", hint="change"),
        Command(scope=Scope.PARTY, name="join", keys=("J",), action="join",
                title="Merge this party into another", hint="merge"),
        Command(scope=Scope.PARTY, name="edit", keys=("e",), action="edit",
                title="Edit this party in $EDITOR"),
        Command(scope=Scope.PARTY, name="undo", keys=("u",), action="undo",
                title="Undo the last change to deals.yaml", needs=Need.UNDO),
        Command(scope=Scope.PARTY, name="redo", keys=("U",), action="redo",
                title="Make the change again that was taken back last", needs=Need.REDO),
        Command(scope=Scope.EXPLORER, name="redo", keys=("U",), action="redo",
                title="Make the change again that was taken back last", needs=Need.REDO),
        Command(scope=Scope.EXPLORER, name="menu", keys=("full_stop",), action="change",
                title="Everything that can be changed here: a menu", hint="change",
                synonyms="actions delete rename add evidence"),
        Command(scope=Scope.EXPLORER, name="change", keys=("E",), action="edit_fields",
                title="Edit the fields of this record",
                synonyms="form correct fix", needs=Need.RECORD),
        Command(scope=Scope.EXPLORER, name="settle", keys=("Q",), action="choose_statement",
                title="Settle which statement on this field counts", needs=Need.RECORD),
        Command(scope=Scope.RECORD, name="change", keys=("E",), action="screen.edit_fields",
                title="Edit this field, and the others of the record", hint="edit field",
                needs=Need.RECORD),
        Command(scope=Scope.RECORD, name="add", keys=("insert",), action="screen.add_field",
                title="Add a field that this record lacks", needs=Need.RECORD),
        Command(scope=Scope.RECORD, name="delete", keys=("delete",), action="screen.delete_field",
                title="Delete this field", hint="delete it", needs=Need.RECORD),
        Command(scope=Scope.RECORD, name="menu", keys=("full_stop",), action="screen.change",
                title="Everything that can be changed about this record: a menu", hint="change",
                needs=Need.RECORD),
        Command(scope=Scope.ARTICLES, name="menu", keys=("full_stop",), action="menu",
                title="Everything that can be changed about this article, and the corpus",
                hint="change", needs=Need.LINE),
        Command(scope=Scope.ARTICLES, name="change", keys=("E",), action="change",
                title="Edit title, date, publisher, language … of this article",
                hint="edit article", needs=Need.LINE),
        Command(scope=Scope.ARTICLES, name="delete", keys=("delete",), action="remove",
                title="Remove this article with what quotes it", needs=Need.LINE),
        Command(scope=Scope.ARTICLES, name="redo", keys=("U",), action="redo",
                title="Make the change again that was taken back last", needs=Need.REDO),
        Command(scope=Scope.ARTICLE, name="select", keys=("v",), action="select",
                title="Select text; v again: the whole sentence", hint="select",
                needs=Need.ARTICLE),
        Command(scope=Scope.ARTICLE, name="grow", keys=("right", "l"), action="grow(1)",
                title="Selection: one word more", meaning="right", needs=Need.SELECTION),
        Command(scope=Scope.ARTICLE, name="shrink", keys=("left", "h"), action="grow(-1)",
                title="Selection: one word less", meaning="left", needs=Need.SELECTION),
        Command(scope=Scope.ARTICLE, name="swap", keys=("O",), action="swap",
                title="Selection: move the other end", needs=Need.SELECTION),
        Command(scope=Scope.EXPLORER, name="adopt", keys=("a",), action="adopt",
                title="Record the selection or figure as evidence", hint="record it",
                synonyms="add capture evidence new record deal", needs=Need.ARTICLE),
        Command(scope=Scope.EXPLORER, name="dismiss", keys=("x",), action="dismiss_figure",
                title="Dismiss this figure: it is no deal",
                synonyms="ignore hide", needs=Need.FIGURE),
        Command(scope=Scope.EXPLORER, name="create", keys=("C",), action="create",
                title="Make a corpus of your own, and open it",
                synonyms="new corpus project add start"),
        Command(scope=Scope.ARTICLES, name="adopt", keys=("a",), action="take_in",
                title="Take this new file in as an article", hint="take in",
                synonyms="add import new article file", needs=Need.LINE),
        Command(scope=Scope.ARTICLES, name="dismiss", keys=("x",), action="set_aside",
                title="Dismiss this new file, or take that back", hint="dismiss", needs=Need.LINE),
        Command(scope=Scope.ARTICLES, name="dismissed", keys=("X",), action="dismissed",
                title="Show or hide the new files that I dismissed"),
        Command(scope=Scope.ARTICLES, name="original", keys=("F",), action="original",
                title="Open this file, or that which an article was read from", hint="open file",
                needs=Need.LINE),
        Command(scope=Scope.ARTICLES, name="undo", keys=("u",), action="undo",
                title="Undo the last change to deals.yaml", needs=Need.UNDO),
    ),
    "Application": (
        Command(scope=Scope.APP, name="quit", keys=("q",), action="quit",
                title="Quit", hint="quit", synonyms="exit leave close"),
        Command(scope=Scope.APP, name="help", keys=("question_mark", "f1"), action="help",
                title="Show all keys, and what every sign means", hint="all keys", written="?",
                synonyms="legend signs symbols glyphs shortcuts keys keyboard manual ?"),
        Command(scope=Scope.APP, name="palette", keys=("ctrl+p",), action="command_palette",
                title="Find a command", hint="commands", synonyms="commands menu run"),
        Command(scope=Scope.APP, name="theme", keys=("f10",), action="themes",
                title="Choose a theme: colours, dark or light",
                synonyms="colours colors settings appearance"),
        Command(scope=Scope.APP, name="settings", keys=("f2",), action="settings",
                title="Edit the settings in $EDITOR: keys, theme, signs, language",
                synonyms="options preferences configuration config"),
        Command(scope=Scope.APP, name="suspend", keys=("ctrl+z",), action="suspend",
                title="Back to the shell; fg returns", synonyms="background shell job"),
        Command(scope=Scope.APP, name="stop", keys=("ctrl+x",), action="stop",
                title="Stop reading and checking in the background", synonyms="cancel abort busy"),
        Command(scope=Scope.APP, name="reload", keys=("f5", "ctrl+r"), action="reload",
                title="Read the corpus again from its files", synonyms="refresh read again"),
    ),
}  # fmt: skip
"""All commands under the headings of the help."""

COMMANDS: tuple[Command, ...] = tuple(chain.from_iterable(GROUPS.values()))

COMMAND_KEYS = {command.id: CommandKeys(command.scope, command.keys) for command in COMMANDS}
"""Place and keys of each command by its id, to check the settings against."""

ALWAYS = tuple(command for command in COMMANDS if command.id in ("app:help", "app:quit"))
"""Commands that the footer never drops."""


LEAVE = next(command for command in COMMANDS if command.id == "explorer:leave")
"""Takes the last step back; the footer says where that leads."""


class KeyTable:
    """The keys as they are now: those of the registry, changed by the user's settings."""

    def __init__(self) -> None:
        self._changed: dict[str, tuple[str, ...]] = {}
        self._taken: dict[Scope, set[str]] = {}
        self.in_words = False
        """Whether arrows and the like are written as words."""

    def change(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Give commands other keys, by their ids; a key that they take does nothing else there."""
        self._changed = dict(keys)
        self._taken = {}
        for command in COMMANDS:
            taken = self._changed.get(command.id, ())
            self._taken.setdefault(command.scope, set()).update(taken)

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """The keys that do a command."""
        changed = self._changed.get(command.id)
        if changed is not None:
            return changed
        taken = self._taken.get(command.scope, set())
        return tuple(key for key in command.keys if key not in taken)

    def shown(self, command: Command) -> str:
        """The keys of a command as they are written for people."""
        keys = self.keys_of(command)
        if keys == command.keys and not (self.in_words and not command.shown.isascii()):
            return command.shown
        return " ".join(_shown(key, in_words=self.in_words) for key in keys)


def commands_in(*scopes: Scope) -> tuple[Command, ...]:
    """The commands of the given scopes, in the order of the registry."""
    return tuple(command for command in COMMANDS if command.scope in scopes)
