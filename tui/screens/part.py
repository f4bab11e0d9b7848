"""What the screens of this program share: the app by its own type, and the explorer's parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from textual.getters import query_one
from textual.screen import ModalScreen, Screen

from tui.widgets.article.pane import ArticlePane
from tui.widgets.bars import KeyBar, NoticeLine, SearchInput, TextLine
from tui.widgets.record import RecordPane
from tui.widgets.results.list import ResultList
from tui.widgets.textual_compat import FaultTolerant
from tui.widgets.timeline.pane import TimelinePane

if TYPE_CHECKING:
    from tui.app import DealtuiApp
    from tui.model.mentions import Mention
    from tui.screens.explorer.reading import Reading
    from tui.session.capture import Stretch
    from tui.session.protocol import Library, SearchResult

Answer = TypeVar("Answer")


class DealtuiScreen(FaultTolerant, Screen[Answer]):
    """A screen that knows which app it belongs to."""

    @property
    def dealtui(self) -> DealtuiApp:
        """The app."""
        return cast("DealtuiApp", self.app)

    def renew(self, library: Library) -> None:
        """The corpus was read anew while this screen was open."""


class Dialog(FaultTolerant, ModalScreen[Answer]):
    """A box over a screen; a fault in it closes it."""


class ExplorerPart(DealtuiScreen[None]):
    """The panes and the state that the parts of the explorer work on."""

    head = query_one("#head", TextLine)
    bar = query_one("#query", SearchInput)
    count = query_one("#count", TextLine)
    notice = query_one("#notice", NoticeLine)
    results = query_one("#results", ResultList)
    record_pane = query_one("#record", RecordPane)
    article_pane = query_one("#article", ArticlePane)
    timeline = query_one("#timeline", TimelinePane)
    keys = query_one("#keys", KeyBar)

    library: Library | None = None
    reading: Reading | None = None
    figure: Mention | None = None
    order: str | None = None
    result: SearchResult | None = None
    kept: str | None = None
    """The record that the user went to, which a changed query keeps where it can."""
    awaited: str = ""
    """The id of a record that was proposed: it is shown once the corpus has it."""

    def choose(self, record_id: str, path: str | None = None) -> None:
        """Select a record in all panes, with the quote of one of its fields."""
        raise NotImplementedError

    def go_to(self, record_id: str, path: str | None = None) -> None:
        """Select a record from elsewhere, listing it even when the search hid it."""
        raise NotImplementedError

    def run_query(
        self, keep: str | None = None, *, anew: bool = False, typing: bool = False
    ) -> None:
        """Search for what the bar says."""
        raise NotImplementedError

    def follow(self) -> None:
        """Show the record that the list has come to by typing."""
        raise NotImplementedError

    def hold_timeline(self) -> None:
        """Draw nothing in time for now."""
        raise NotImplementedError

    def set_query(self, query: str) -> None:
        """Put a query into the bar and show its results at once."""
        raise NotImplementedError

    def show_article(self) -> None:
        """Show the article of the reading with its marks."""
        raise NotImplementedError

    def show_marks(self) -> None:
        """Mark the article anew."""
        raise NotImplementedError

    def show_marks_of_user(self) -> None:
        """Draw stars, notes and reviews anew."""
        raise NotImplementedError

    def captured(self) -> tuple[int, int] | None:
        """The stretch of the article to record: the selection, else the open figure."""
        raise NotImplementedError

    def stretch_of(self, span: tuple[int, int]) -> Stretch:
        """A stretch of the article at hand."""
        raise NotImplementedError

    def step_found(self, step: int) -> bool:
        """Go to the next place found in the article; false when nothing is looked for."""
        raise NotImplementedError

    def show_pane(self, name: str) -> None:
        """Focus a pane, showing it where only one fits."""
        raise NotImplementedError
