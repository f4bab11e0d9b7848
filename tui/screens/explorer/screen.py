"""The explorer: every deal next to the sentence that proves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from tui.commands import Need, Scope
from tui.platform.translation import tr
from tui.screens.background import Workers
from tui.screens.base import DealtuiScreen
from tui.screens.dialogs import ScreenDialogs, ScreenForms
from tui.screens.emptiness import nothing_listed, unreadable
from tui.screens.explorer.article import ArticleController
from tui.screens.explorer.back import BackController
from tui.screens.explorer.capture import CaptureController
from tui.screens.explorer.comparison import ComparisonController
from tui.screens.explorer.copying import CopyController
from tui.screens.explorer.editing import EditController
from tui.screens.explorer.exporting import ExportController
from tui.screens.explorer.field_history import HistoryController
from tui.screens.explorer.head import HeadLines
from tui.screens.explorer.marks import LOOK, MarksController
from tui.screens.explorer.navigation import NavigationController
from tui.screens.explorer.pane_numbers import PaneNumbers
from tui.screens.explorer.pane_sizes import PaneSizes
from tui.screens.explorer.place import PlaceController
from tui.screens.explorer.reading import place_of
from tui.screens.explorer.search import SearchController
from tui.screens.explorer.selection import SelectionController
from tui.screens.explorer.state import ExplorerState
from tui.screens.explorer.time_travel import TimeTravelController
from tui.screens.progress_text import PATIENCE
from tui.screens.step_history import StepHistory
from tui.widgets.article.pane import ArticlePane
from tui.widgets.bars import KeyBar, NoticeLine, SearchInput, TextLine
from tui.widgets.drawing.line_pane import LinePane, deselect_drawn, drawn_text
from tui.widgets.entries import Target
from tui.widgets.key_bindings import bindings
from tui.widgets.pane_tabs import PaneTabs
from tui.widgets.record import RecordPane
from tui.widgets.results.list import ResultList
from tui.widgets.timeline.pane import TimelinePane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import Input

    from tui.model.problems import Problem
    from tui.screens.explorer.reading import SearchPlace
    from tui.screens.explorer.state import View
    from tui.screens.ports import Host
    from tui.session.protocol import Session


_LIST = "list"
"""The table of the list, as the widths of its columns are kept."""


class ExplorerScreen(DealtuiScreen[None]):
    """Results, record and article side by side, the timeline below; one selection in all.

    Here the parts are put together, and keys and messages are routed to them. What is shown stands
    in `state`; each controller changes it and drives the panes that it was given.
    """

    SCOPE = Scope.EXPLORER
    CSS_PATH = "explorer.tcss"
    AUTO_FOCUS = "#results"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 (no ClassVar in Textual either)
        (0, "-tiny"), (36, "-narrow"), (80, "-medium"), (100, "-broad"), (120, "-wide"),
    ]  # fmt: skip
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-flat"), (10, "-low"), (28, "-tall"),
    ]  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.EXPLORER)

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.head = TextLine(id="head")
        self.bar = SearchInput(id="query")
        self.count = TextLine(id="count")
        self.notice = NoticeLine(id="notice")
        self.results = ResultList(id="results")
        self.record_pane = RecordPane(id="record")
        self.article_pane = ArticlePane(id="article")
        self.timeline = TimelinePane(id="timeline")
        self.keys = KeyBar(id="keys")
        self.tabs = PaneTabs(id="tabs")
        self.panes = Horizontal(id="panes")
        self.sizes = PaneSizes(self, self.results, self.record_pane, self.panes)
        self._dragged: str | None = None

        self.state = state = ExplorerState()
        dialogs, background = ScreenDialogs(self), Workers(self, host)
        self.steps = StepHistory()
        self.head_lines = HeadLines(
            state, self, self.head, self.count, self.notice, self.bar, lambda: self.steps.trail
        )
        self.selection = SelectionController(state, self.record_pane, host)
        self.search = SearchController(state, self.results, self.bar, self, dialogs, host)
        go_to = self.search.go_to
        self.article = ArticleController(state, self.article_pane, go_to, dialogs, host)
        self.place = PlaceController(state, self.search, self.article_pane)
        self.comparison = ComparisonController(state, go_to, background, dialogs, host)
        state.observe(self._say_when_empty)
        self.export = ExportController(state, background, dialogs, host)
        self.history = HistoryController(state, background, dialogs, host, host.copy)
        self.copying = CopyController(state, background, dialogs, host, host.copy)
        forms = ScreenForms(host, self)
        self.capture = CaptureController(state, self.article_pane, forms, host)
        self.editing = EditController(state, self.article_pane, host.changes, forms, dialogs, host)
        self.marks = MarksController(
            state, self.results, dialogs, host, lambda: self.search.run(refreshed=True)
        )
        self.time_travel = TimeTravelController(
            state,
            self.timeline,
            present=lambda: host.session,
            show_session=self.place.show_session,
            go_to=go_to,
            scheduler=self,
            background=background,
            dialogs=dialogs,
            notifier=host,
        )
        panes = {
            "results": self.results,
            "record": self.record_pane,
            "article": self.article_pane,
            "timeline": self.timeline,
        }
        self.navigation = NavigationController(
            self,
            panes,
            focus=lambda name: self.set_focus(panes[name]),
            keys=self.keys,
            key_table=host.key_table,
            way_out=lambda: self.steps.way_out,
        )
        self.numbers = PaneNumbers(
            panes, self.navigation, lambda name: self.set_focus(panes[name]), host.key_table
        )
        self.back = BackController(
            state, self.steps, self.search, self.article, self.time_travel, self.navigation
        )
        self.steps.observe(self.navigation.show_keys)
        self.steps.observe(self.head_lines.show_head)

    def compose(self) -> ComposeResult:
        """The panes, which are painted before a large corpus is read."""
        self.take_breakpoints()
        yield self.head
        with Horizontal(id="search"):
            yield TextLine(id="prompt")
            yield self.bar
            yield self.count
        yield self.notice
        yield self.tabs
        with self.panes:
            yield self.results
            yield self.record_pane
            yield self.article_pane
        yield self.timeline
        yield self.keys
        yield Static(
            Content(tr("dealtui needs at least 36 × 10 cells: please enlarge the window")),
            id="small",
        )

    def on_mount(self) -> None:
        """Say that reading goes on where it lasts, and look for marks of other instances."""
        self.query_one("#prompt", TextLine).show([(" / ", "key")])
        self.results.size_columns(self.host.columns.of(_LIST))
        self.navigation.activate("results")
        self.set_timer(PATIENCE, self._say_that_it_is_read)
        self.set_interval(LOOK, self.marks.look)

    def _say_that_it_is_read(self) -> None:
        if self.view.session is None and not self.view.progress:
            self.place.show_progress(tr("reading the corpus …"))

    def on_unmount(self) -> None:
        """Keep the place and the sizes for the next time."""
        self.marks.remember_place()
        self.sizes.keep()

    def on_resize(self) -> None:
        """What the lines at the top say depends on their room, as do the panes."""
        self.sizes.apply()
        self.head_lines.show_head()
        self.head_lines.show_count()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A slash is a letter in the search bar, and finds in the article."""
        if action == "search":
            return not (self.bar.has_focus or self.article_pane.has_focus)
        return super().check_action(action, parameters)

    def at_hand(self) -> frozenset[Need]:
        """What commands can work on now."""
        selected = self.article_pane.selection is not None
        return super().at_hand() | self.view.at_hand | ({Need.SELECTION} if selected else set())

    def _say_when_empty(self, before: View, after: View) -> None:
        """Say in the list why it is empty."""
        result = after.result
        if result is not before.result and result is not None:
            self.results.say_when_empty(nothing_listed(after) if not result.total else "")

    # What the app asks for

    @property
    def view(self) -> View:
        """What is shown."""
        return self.state.view

    def search_place(self) -> SearchPlace:
        """Where search and list stand."""
        return self.view.search_place

    def show_session(self, session: Session) -> None:
        """Show another session of the present, or the same one read anew; stay on the record."""
        self.time_travel.leave()
        self.place.show_session(session)

    def search_again(self) -> None:
        """Search for the same in what has become known meanwhile."""
        self.search.run(refreshed=True)

    def proofs_changed(self, progress: str = "") -> None:
        """More is known about proofs: show it where it is seen, and what goes on."""
        self.results.states_changed()
        told = self.view.progress == progress
        self.place.show_progress(progress)
        if told:
            self.head_lines.show_head()

    def show_progress(self, words: str) -> None:
        """Say what goes on."""
        self.place.show_progress(words)

    def files_are_polled(self, reason: str) -> None:
        """Say that the files are only looked at in intervals, and why."""
        self.head_lines.polled = True
        self.head_lines.show_head()
        self.host.say(
            tr("Changes of files are seen late: {reason}.").format(reason=reason), error=True
        )

    def keep_last_good(self, problems: Sequence[Problem]) -> None:
        """The file is broken for the moment: say where, and keep what was read last."""
        self.place.keep_last_good(problems)

    def go_to(self, record_id: str, path: str | None = None) -> None:
        """Read a record, at one of its fields."""
        self.search.go_to(record_id, path)

    def show_evidence(self, where: str) -> None:
        """Read an evidence of the record at hand, named by its line and column in the file."""
        self.selection.show_evidence(where)

    def read_article(self, article_id: str) -> None:
        """Read an article."""
        if self.article.read(article_id):
            self.show_pane("article")

    def show_figure(self, start: int) -> None:
        """Stand on the open figure that starts at a place of the article at hand."""
        self.article.stand_on_figure(start)

    def show_words(self, start: int, end: int) -> None:
        """Stand on some words of the article at hand."""
        self.article.stand_on_words(start, end)

    def set_query(self, query: str) -> None:
        """Search for a query."""
        self.search.set_query(query)

    def show_pane(self, name: str) -> None:
        """Focus a pane, showing it where only one fits."""
        zoomed = self.navigation.zoomed
        self.navigation.show_pane(name)
        if self.navigation.zoomed and not zoomed:
            self.back.zoomed()

    def open_pane(self, name: str) -> None:
        """Go into a pane, from which escape leads back."""
        self.back.opens(name)
        self.show_pane(name)

    def came_from(
        self, titles: Sequence[str], reopen: Callable[[], None], drop: Callable[[], None]
    ) -> None:
        """Remember that the user comes here from other screens.

        Args:
            titles: What they are called, in the order of the way.
            reopen: Opens them again.
            drop: Forgets them.
        """
        self.back.came_from(tuple(titles), reopen, drop)

    # Commands, in the order of the registry

    def action_search(self) -> None:
        """Go to the search bar."""
        self.search.begin()
        # At once: what is typed after the slash must not go to the list.
        self.set_focus(self.bar)

    def action_facets(self) -> None:
        """Browse by facets."""
        from tui.screens.side.facets import FacetScreen

        self.app.push_screen(FacetScreen(self.search))

    def action_sort(self) -> None:
        """Choose the order of the list."""
        self.search.choose_order()

    def action_unfilter(self) -> None:
        """Take the last filter of the search away."""
        self.search.remove_last_filter()

    def action_save_search(self) -> None:
        """Keep the search under a name."""
        self.marks.save_search()

    def action_find(self) -> None:
        """Ask what to find in the article."""
        self.article.find()

    def action_quote(self, step: int) -> None:
        """Go to the next quote of the record in the article, or to the next match."""
        if not (self.article_pane.has_focus and self.article.next_match(step)):
            self.selection.next_quote(step)

    def action_source(self, step: int) -> None:
        """Go to the next article of the record."""
        self.selection.next_source(step)

    def action_disagreement(self, step: int) -> None:
        """Go to the next field on which sources disagree."""
        self.comparison.next_disagreement(step)

    def action_statements(self) -> None:
        """Compare what every source says on the field at the cursor."""
        self.comparison.list_statements(
            self.app.size.width, self._read_statement, self.editing.statements
        )

    def _read_statement(self, where: str) -> None:
        self.selection.show_evidence(where)
        self.open_pane("article")

    def action_figure(self, step: int) -> None:
        """Go to the next figure of the article that nobody recorded."""
        self.article.next_figure(step)
        if self.view.pointed is not None and self.view.pointed.kind == "figure":
            self.open_pane("article")

    def action_open_article(self, step: int) -> None:
        """Go to the next article that has figures which nobody recorded."""
        if self.article.next_open(step):
            self.open_pane("article")

    def action_pane(self, step: int) -> None:
        """Focus the next pane."""
        self.navigation.next_pane(step)

    def action_leave(self) -> None:
        """Escape: end a selection, else take the last step back."""
        if deselect_drawn(self):
            return
        if self.article_pane.selection is not None:
            self.article_pane.end_selection()
        else:
            self.steps.take_back()

    def action_zoom(self) -> None:
        """Fill the screen with the focused pane, and back."""
        self.navigation.zoom()
        self.back.zoomed()
        pane = self.focused
        if isinstance(pane, LinePane) and not self.navigation.zoomed:
            # As `zz` does in vim, once the pane has its size again.
            self.call_after_refresh(pane.centre)

    def action_timeline(self) -> None:
        """Go to the timeline."""
        self.open_pane("timeline")

    def action_timeline_height(self) -> None:
        """Let the timeline be a strip, half of the screen, or hidden."""
        self.sizes.next_timeline_height()
        self.navigation.leave_hidden_pane()

    def action_show_pane(self, name: str) -> None:
        """Go to a pane."""
        self.show_pane(name)

    def action_resize_pane(self, step: int) -> None:
        """Make the pane wider or narrower; a column, where the list fills the screen."""
        if self.navigation.zoomed and self.results.has_focus:
            self.results.resize_column(step)
            return
        focused = self.focused.id if self.focused is not None else None
        self.sizes.resize(focused if focused in ("record", "article") else "results", step)

    def action_party(self) -> None:
        """Show all about the party of the field at the cursor, else of the record."""
        party = self.view.reading.party if self.view.reading is not None else None
        if party:
            self.host.show_party(party)

    def action_goto_date(self) -> None:
        """Ask for a date and show it in the middle of the timeline."""
        self.time_travel.ask_for_date()

    def action_known(self, step: int) -> None:
        """Step back to what was known when the article before appeared, or forward again."""
        self.time_travel.step(step)

    def action_timeline_list(self) -> None:
        """The same as the picture, as a list in order of time."""
        self.time_travel.list_in_time()

    def action_edit(self) -> None:
        """Open the corpus in the user's editor at the record's line."""
        session, reading = self.view.session, self.view.reading
        if reading is not None:
            self.host.edit(reading.record.line)
        elif session is not None:
            problem = unreadable(session)
            line, name = (problem.line, session.included_file(problem)) if problem else (1, "")
            self.host.follow(Target("line", str(line), name))

    def action_export(self) -> None:
        """Write what is listed into a file."""
        self.export.choose()

    def action_copy(self) -> None:
        """Copy what is selected on the screen, else what is under the cursor."""
        text = drawn_text(self) or self.capture.text_to_copy(
            in_article=self.article_pane.has_focus, in_record=self.record_pane.has_focus
        )
        if text:
            self.host.copy(text)

    def action_copy_text(self) -> None:
        """Copy what is selected as the article has it, else what is under the cursor."""
        text, selected = self.article_pane.text, self.article_pane.selection_range
        if text is not None and selected is not None and not drawn_text(self):
            self.host.copy(text[slice(*selected)])
        else:
            self.action_copy()

    def action_copy_as(self) -> None:
        """Offer the forms in which the field and the quote at hand can be copied."""
        self.copying.choose()

    def action_star(self) -> None:
        """Star the record, or take the star away."""
        self.marks.star()

    def action_note(self) -> None:
        """Write a note on the record."""
        self.marks.note()

    def action_review(self) -> None:
        """Mark the record as checked by the user today, or take that back."""
        self.marks.review()

    def action_lost_marks(self) -> None:
        """Offer the marks on records that are gone to those that took their place."""
        self.marks.offer_lost()

    def action_undo(self) -> None:
        """Take back the last change that was made here."""
        self.host.changes.undo()

    def action_field_history(self) -> None:
        """List who changed the field at the cursor, and when."""
        self.history.show(self.app.size.width)

    def action_web(self) -> None:
        """Open the article in the browser, at the quote at hand."""
        if (address := self.article.address()) is not None:
            self.host.open_outside(address)

    def action_original(self) -> None:
        """Open the file that the article was read from."""
        if (path := self.article.original()) is not None:
            self.host.open_outside(str(path.resolve()))

    def action_create(self) -> None:
        """Make a corpus of the user's own."""
        self.host.make_corpus()

    def action_redo(self) -> None:
        """Make the change again that was taken back last."""
        self.host.changes.redo()

    def action_edit_fields(self) -> None:
        """Edit the fields of the record, beginning with that at the cursor."""
        self.editing.fields()

    def action_add_field(self) -> None:
        """Edit the fields of the record, beginning with the first that is missing."""
        self.editing.fields(missing=True)

    def action_delete_field(self) -> None:
        """Take the field at the cursor away."""
        self.editing.delete_field()

    def action_choose_statement(self) -> None:
        """Choose which statement about the field at the cursor counts."""
        self.editing.statements()

    def action_change(self) -> None:
        """Offer everything that can be changed about what is at hand."""
        self.editing.menu()

    def action_adopt(self) -> None:
        """Record the selection, or the open figure, as evidence."""
        self.capture.record()

    def action_dismiss_figure(self) -> None:
        """Say that a figure is no deal, and why."""
        self.capture.dismiss()

    # The borders between the panes, dragged with the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the border between two panes."""
        self._dragged = self._border_at(event.screen_x, event.screen_y)
        if self._dragged is not None:
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Move the border."""
        if self._dragged is not None:
            self.sizes.drag(self._dragged, (event.screen_x + 1) / max(1, self.size.width))

    def on_mouse_up(self) -> None:
        """Let the border go."""
        if self._dragged is not None:
            self._dragged = None
            self.release_mouse()

    def _border_at(self, x: int, y: int) -> str | None:
        """The pane whose right border is at a cell, where it can be moved."""
        if self.navigation.zoomed or not (self.has_class("-wide") or self.has_class("-broad")):
            return None
        borders = {"results": self.results, "record": self.record_pane}
        for name, pane in borders.items():
            region = pane.region
            if region.y <= y < region.bottom and x in (region.right - 1, region.right):
                return name if name == "results" or self.has_class("-wide") else None
        return None

    # Messages of the panes

    def on_pane_tabs_chosen(self, message: PaneTabs.Chosen) -> None:
        """A tab was clicked."""
        self.show_pane(message.pane)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys of what has the focus, unless it has gone on meanwhile."""
        if event.widget is not self.focused:
            return
        self.navigation.focused(event.widget.id or "")
        self.tabs.show_active(event.widget.id or "")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        event.stop()
        self.search.typed(event.value)

    def on_search_input_left(self, message: SearchInput.Left) -> None:
        """From the bar to the list."""
        if self.search.leave(escaped=message.escaped):
            self.show_pane("results")

    def on_search_input_walked(self, message: SearchInput.Walked) -> None:
        """Walk the history, or the list."""
        self.search.walk(message.step)

    def on_search_input_completing(self) -> None:
        """Complete the word at the cursor."""
        self.search.complete()

    def on_notice_line_removed(self, message: NoticeLine.Removed) -> None:
        """A filter was clicked away."""
        self.search.remove_filter(message.number)

    def on_result_list_chosen(self, message: ResultList.Chosen) -> None:
        """The list's cursor moved."""
        self.search.chosen(message.record_id)

    def on_result_list_opened(self) -> None:
        """Go into the record."""
        self.open_pane("record")

    def on_record_pane_field_chosen(self, message: RecordPane.FieldChosen) -> None:
        """The field cursor moved."""
        self.selection.field_chosen(message.path)

    def on_record_pane_opened(self) -> None:
        """Go to the quote."""
        self.open_pane("article")

    def on_article_pane_pointed(self, message: ArticlePane.Pointed) -> None:
        """The user pointed at a mark of the article."""
        self.article.point_at(message.key)

    def on_timeline_pane_chosen(self, message: TimelinePane.Chosen) -> None:
        """A mark was chosen in the timeline."""
        self.search.go_to(message.record_id)

    def on_timeline_pane_stacked(self, message: TimelinePane.Stacked) -> None:
        """Marks lie over each other."""
        self.time_travel.choose_from(message.records)

    def on_timeline_pane_published(self, message: TimelinePane.Published) -> None:
        """An article in the timeline: what was known when it appeared."""
        self.time_travel.step_to_articles(message.articles)

    def on_timeline_pane_opened(self) -> None:
        """Go into the record of the mark."""
        self.open_pane("record")

    def on_record_pane_source_chosen(self, message: RecordPane.SourceChosen) -> None:
        """Read what the source says, in its article."""
        self._read_statement(place_of(message.evidence))

    async def on_text_line_followed(self, message: TextLine.Followed) -> None:
        """A count leads to what it counts: a query, or a screen."""
        if message.link.startswith("proof:"):
            self.set_query(message.link)
            self.show_pane("results")
        else:
            await self.run_action(f"app.side('{message.link}')")

    def on_line_pane_column_resized(self, message: LinePane.ColumnResized) -> None:
        """A column of the list is made wider or narrower."""
        self.host.columns.resize(_LIST, message.column, message.cells)
        self.results.size_columns(self.host.columns.of(_LIST))

    def on_line_pane_counting(self, message: LinePane.Counting) -> None:
        """Show the number that is typed before a motion."""
        self.keys.show_count(message.number)

    def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        """A key of the footer was clicked."""
        self.host.do(message.command)
