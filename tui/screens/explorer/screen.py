"""The explorer: every deal next to the sentence that proves it."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from tui.commands import Scope
from tui.platform.diagnostics import LOG
from tui.screens.explorer.article_view import ArticleView
from tui.screens.explorer.capture_actions import CaptureActions
from tui.screens.explorer.head import count_line, head_line, notice
from tui.screens.explorer.mark_actions import MarkActions
from tui.screens.explorer.pane_actions import PaneActions
from tui.screens.explorer.reading import Reading
from tui.screens.explorer.reading_actions import ReadingActions
from tui.screens.explorer.search_actions import SearchActions
from tui.screens.explorer.time_actions import TimeActions
from tui.widgets.article.pane import ArticlePane
from tui.widgets.bars import KeyBar, NoticeLine, SearchInput, TextLine
from tui.widgets.key_bindings import bindings
from tui.widgets.record import RecordPane
from tui.widgets.results.list import ResultList
from tui.widgets.timeline.pane import TimelinePane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from tui.model.problems import Problem
    from tui.session.protocol import Library


_PAUSE = 0.06
"""Seconds without a letter after which record and article follow the list: few type faster."""
_REST = 0.2
"""Seconds without a letter after which the timeline follows: with many records that is work."""


class ExplorerScreen(
    PaneActions,
    TimeActions,
    SearchActions,
    ReadingActions,
    ArticleView,
    CaptureActions,
    MarkActions,
):
    """Results, record and article side by side, the timeline below; one selection in all."""

    SCOPE = Scope.EXPLORER
    CSS_PATH = "explorer.tcss"
    AUTO_FOCUS = "#results"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 (no ClassVar in Textual either)
        (0, "-tiny"), (36, "-narrow"), (80, "-medium"), (120, "-wide"),
    ]  # fmt: skip
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-flat"), (10, "-low"), (32, "-tall"),
    ]  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.EXPLORER)

    def __init__(self) -> None:
        super().__init__()
        self._drawing: Timer | None = None
        self._following: Timer | None = None
        self._progress = "reading the corpus …"
        self._resume: str | None = None
        """The record to open at: unknown until marks are there, empty once that is settled."""

    def compose(self) -> ComposeResult:
        """The skeleton, painted before anything is read."""
        yield TextLine(id="head")
        with Horizontal(id="search"):
            yield TextLine(id="prompt")
            yield SearchInput(id="query")
            yield TextLine(id="count")
        yield NoticeLine(id="notice")
        with Horizontal(id="panes"):
            yield ResultList(id="results")
            yield RecordPane(id="record")
            yield ArticlePane(id="article")
        yield TimelinePane(id="timeline")
        yield KeyBar(id="keys")
        yield Static(
            Content("dealtui needs at least 36 × 10 cells: please enlarge the window"), id="small"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A slash is a letter in the search bar, and finds in the article."""
        if action == "search":
            return not (self.bar.has_focus or self.article_pane.has_focus)
        return super().check_action(action, parameters)

    def on_mount(self) -> None:
        """Show that reading goes on."""
        self.query_one("#prompt", TextLine).show([(" / ", "key")])
        self._activate("results")
        self._show_head()

    def on_resize(self) -> None:
        """What the lines at the top say depends on their room."""
        self._show_head()
        self._show_count()

    # The library

    @property
    def query_asked(self) -> str:
        """What the search bar says; nothing where there is none yet, or none any more.

        A thread asks, which may read the corpus sooner, or still while the app ends.
        """
        return next((bar.value for bar in self.query(SearchInput)), "")

    def show_library(self, library: Library) -> None:
        """Show another library, or the same one read anew; stay on the record."""
        self.library = library
        if self._resume is None:
            self._resume = library.own.place()
        keep = self.reading.record.id if self.reading else None
        if self._resume in library.corpus.records:
            keep, self._resume = self._resume, ""
        if self.kept not in library.corpus.records:
            self.kept = None
        self.results.attach(
            library.record, library.names, library.known_state, library.own.starred, library.locale
        )
        self.record_pane.attach(library.names, library.articles, library.locale)
        base = self.dealtui.library or library
        self.timeline.attach(library.corpus, base.articles.values(), library.locale)
        self._progress = ""
        place, path, pane = self.reading, self.record_pane.path, self.article_pane
        spot = self.spot()
        self.run_query(keep, anew=True)
        self._draw_timeline()
        if place is not None and self.results.chosen == place.record.id:
            self.choose_again(path, spot)
        elif place is not None and place.record.id not in library.corpus.records and pane.has_focus:
            # The record is gone, as after an undo; its article is still being read.
            self.choose_again(None, spot)
        if self.awaited in library.corpus.records:
            # The record that was just made; its quote lies in the article at hand.
            self.go_to(self.awaited)
            self.awaited = ""
        self._show_head()

    def show_known(self, library: Library, words: str) -> None:
        """Show a library stepped back in time, clearly marked; no words mean the present."""
        self.show_library(library)
        self.set_class(bool(words), "-known")
        self.show_progress(words)

    def keep_last_good(self, problems: Sequence[Problem]) -> None:
        """The file is broken for the moment: say where, and keep what was read last."""
        first = problems[0] if problems else None
        place = f"line {first.line}: {first.message}" if first else "it has no records"
        self.show_progress(f"broken on disk, {place}; the last good state is shown")

    def proofs_changed(self, progress: str = "") -> None:
        """More is known about proofs: show it where it is seen."""
        self.results.redraw()
        self.show_progress(progress)

    def show_progress(self, words: str) -> None:
        """Say in the head line what goes on."""
        self._progress = words
        self._show_head()

    def run_query(
        self, keep: str | None = None, *, anew: bool = False, typing: bool = False
    ) -> None:
        """Search for what the bar says, and show record and article of the chosen result.

        Args:
            keep: The record to stay on.
            anew: Only what is searched has changed.
            typing: More letters may come: the list is painted first.
        """
        if self.library is None:
            return
        waited = self._stop_following()
        before = self.results.chosen
        # What was typed is answered by the best match, which is never scrolled out of sight.
        ranked = bool(self.bar.value.strip()) and not anew
        keep = keep or self.kept or (None if ranked else before)
        asked = waited or (self.bar.value != self.library.query and not anew)
        began = monotonic()
        self.result = result = self.library.search(self.bar.value, self.order)
        spent = (monotonic() - began) * 1000
        LOG.debug("searched %r: %d records in %.1f ms", self.bar.value, result.total, spent)
        self.results.show(result, keep, anywhere=not ranked, anew=anew)
        self._show_count()
        self._show_timeline()
        if self.results.chosen is None:
            self.reading = None
            self.record_pane.clear()
            self._show_no_record()
        elif (
            self.reading is None
            or self.results.chosen != self.reading.record.id
            or not before
            or (asked and self.found_elsewhere())
        ):
            if typing:
                self._following = self.set_timer(_PAUSE, self.follow)
            else:
                self.choose(self.results.chosen)
        else:
            self.show_marks()

    def follow(self) -> None:
        """Show the record that the list has come to by typing, if it is not shown yet."""
        if self._stop_following() and self.results.chosen is not None:
            self.choose(self.results.chosen)

    def _stop_following(self) -> bool:
        waiting, self._following = self._following, None
        if waiting is not None:
            waiting.stop()
        return waiting is not None

    def _show_no_record(self) -> None:
        """Say why no record is shown; where there is none yet, an article may be read first."""
        assert self.library is not None
        article = self.article_pane.article_id
        if self.bar.value:
            self.article_pane.show_message("Nothing matches. Esc empties the search.")
        elif article in self.library.articles:
            self.show_alone(article or "")
        else:
            self.article_pane.show_message(
                "No record yet. r lists the articles: open one, and a records what it says."
            )

    def _show_timeline(self) -> None:
        """Draw the found records in time, once the typing has paused."""
        self.hold_timeline()
        self._drawing = self.set_timer(_REST, self._draw_timeline)

    def hold_timeline(self) -> None:
        """Draw nothing in time for now: the query changes."""
        if self._drawing is not None:
            self._drawing.stop()
        self.timeline.hold()

    def _draw_timeline(self) -> None:
        self.hold_timeline()
        if self.library is not None:
            self.timeline.show_records(self.library.listed)

    # The one selection

    def choose(self, record_id: str, path: str | None = None) -> None:
        """Select a record in all panes, with the quote of one of its fields."""
        self._stop_following()
        if self.library is None:
            return
        self.reading = reading = Reading(self.library, self.library.record(record_id))
        self.record_pane.show(reading.record, reading.proof, path, self.library.own.line(record_id))
        self.timeline.select(record_id)
        if path is None and self.show_found():
            return
        if not self._open_field(self.record_pane.path):
            if reading.sources:
                reading.open_article(reading.sources[0])
            self.show_article()

    def go_to(self, record_id: str, path: str | None = None) -> None:
        """Select a record from elsewhere, listing it even when the search hid it."""
        if self.library is None or record_id not in self.library.corpus.records:
            self.dealtui.say(f"{record_id} is not in the corpus now.")
            return
        self.kept = record_id
        if not self.results.choose(record_id):
            self.bar.value = ""
            self.run_query(record_id)
            self.results.choose(record_id)
        self.choose(record_id, path)

    def _open_field(self, path: str | None) -> bool:
        reading = self.reading
        if reading is None or path is None:
            return False
        before = reading.article
        if not reading.open_field(path):
            return False
        if reading.article != before or self.article_pane.article_id != reading.article:
            self.show_article()
        self.point_at_quote()
        return True

    def show_marks_of_user(self) -> None:
        """Draw stars, notes and reviews anew."""
        self.results.redraw()
        self.choose_again(self.record_pane.path, self.spot())

    def action_leave(self) -> None:
        """Escape: end what is going on, innermost first."""
        if self.article_pane.selection is not None:
            self.article_pane.end_selection()
        elif not self.clear_found() and self.has_class("-zoomed"):
            self.action_zoom()
        elif self.bar.value:
            self.bar.value = ""

    # Messages of the panes

    def on_result_list_chosen(self, message: ResultList.Chosen) -> None:
        """The list's cursor moved."""
        self._resume = ""
        self.kept = message.record_id
        self.choose(message.record_id)

    def on_result_list_opened(self) -> None:
        """Go into the record."""
        self.show_pane("record")

    def on_record_pane_field_chosen(self, message: RecordPane.FieldChosen) -> None:
        """The field cursor moved: show its quote."""
        self._open_field(message.path)

    def on_record_pane_opened(self) -> None:
        """Go to the quote."""
        self.show_pane("article")

    def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        """A key of the footer was clicked."""
        self.dealtui.do(message.command)

    # The head line

    def _show_head(self) -> None:
        self.head.show(*head_line(self.library, self._progress, self.size.width))

    def _show_count(self) -> None:
        if self.result is None or self.library is None:
            return
        self.count.show([], count_line(self.result, len(self.library.records)))
        indent = self.bar.content_region.x - self.bar.scroll_offset.x
        self.notice.show_notice(*notice(self.result, self.bar.value, indent, self.size.width))
        # The line stays while there is a query, so that the panes do not jump at every letter.
        self.set_class(
            not self.notice.empty or (self.has_class("-noticed") and bool(self.bar.value)),
            "-noticed",
        )
