"""What the head line and the count beside the search bar say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from rich.cells import cell_len

from tui.model.format import counted
from tui.model.safe_text import safe_line
from tui.platform.watching import POLL_INTERVAL
from tui.widgets.drawing.glyphs import PROOF
from tui.widgets.drawing.highlighted_text import width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Offset, Region, Size

    from tui.screens.explorer.state import ExplorerState, View
    from tui.search.engine import Filter
    from tui.session.protocol import SearchResult, Session
    from tui.widgets.drawing.line_pane import Run


class HeadLine(Protocol):
    """A line of the screen."""

    def show(self, left: Sequence[Run], right: Sequence[Run] = ()) -> None:
        """Replace what it shows."""


class Notice(Protocol):
    """The line under the search bar."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to say."""

    def show_notice(self, carets: Run, words: Run, chips: Sequence[str]) -> None:
        """Show carets with words, or chips, or both."""


class Bar(Protocol):
    """The search bar, as far as carets stand under it."""

    @property
    def content_region(self) -> Region:
        """Where its text is on the screen."""

    @property
    def scroll_offset(self) -> Offset:
        """How far its text is scrolled."""


class HeadFrame(Protocol):
    """The screen."""

    @property
    def size(self) -> Size:
        """Its cells."""

    def has_class(self, *names: str) -> bool:
        """Whether it is styled so."""

    def set_class(self, add: bool, *names: str) -> object:
        """Style it so, or no longer."""


_POLLED = f"looks at the files every {POLL_INTERVAL:.0f} s"


class HeadLines:
    """Keeps the lines at the top: the corpus, how many records are listed, what cannot be read."""

    def __init__(
        self,
        state: ExplorerState,
        frame: HeadFrame,
        head: HeadLine,
        count: HeadLine,
        notice: Notice,
        bar: Bar,
    ) -> None:
        self._state, self._frame = state, frame
        self._head, self._count, self._notice, self._bar = head, count, notice, bar
        self.polled = False
        """Whether the system reports no changes of files, which are looked at in intervals."""
        state.observe(self._draw)

    def _draw(self, before: View, after: View) -> None:
        if after.session is not before.session or after.progress != before.progress:
            self.show_head()
        if after.result is not before.result:
            self.show_count()
        if after.stepped_back != before.stepped_back:
            self._frame.set_class(after.stepped_back, "-known")

    def show_head(self) -> None:
        """Write the head line for the room that there is."""
        view = self._state.view
        words = view.progress or (_POLLED if self.polled else "")
        self._head.show(*head_line(view.session, words, self._frame.size.width))

    def show_count(self) -> None:
        """Write the count and the line under the bar for the room that there is."""
        view = self._state.view
        if view.result is None or view.session is None:
            return
        self._count.show([], count_line(view.result, view.session.record_count))
        indent = self._bar.content_region.x - self._bar.scroll_offset.x
        shown = notice(view.result, view.query, indent, self._frame.size.width)
        self._notice.show_notice(*shown)
        # The line stays while there is a query, so that the panes do not jump at every letter.
        noticed = self._frame.has_class("-noticed") and bool(view.query)
        self._frame.set_class(not self._notice.empty or noticed, "-noticed")


def head_line(session: Session | None, message: str, width: int) -> tuple[list[Run], list[Run]]:
    """The corpus and its size at the left; how far it is proved, and a message, at the right.

    Args:
        session: What is shown.
        message: What goes on, or is to be known of what is shown: it is more than the counts, which
            give way to it on a narrow screen.
        width: Cells there are.
    """
    left: list[Run] = [(" dealtui ", "title")]
    counts: list[Run] = []
    if session is not None:
        size = " · ".join(
            (counted(session.record_count, "record"), counted(len(session.articles), "article"))
        )
        left += [(f" {safe_line(session.title)} ", "accent"), (f" {size}", "quiet")]
        for state, number in session.proof_counts().items():
            look = PROOF[state]
            if number:
                counts += [(f"{look.glyph} {number:,} {look.word}", look.style), ("  ", "")]
        if session.problems:
            counts.append((f"{counted(len(session.problems), 'problem')}: see the audit ", "bad"))
    if not message:
        room = width - sum(cell_len(text) for text, _ in left + counts)
        # Half a word says nothing: the size, which the count beside the search bar repeats, goes.
        return (left[:2] if room < 1 else left), counts
    right: list[Run] = [(f"{safe_line(message)} ", "warn")]
    room = width - width_of(left + right) - 2
    if width_of(counts) <= room:
        right = counts + right
    return left, right


def count_line(result: SearchResult, records: int) -> list[Run]:
    """How many records are listed."""
    return [(f"{result.total:,} of {records:,} ", "quiet")]


def chip_text(chip: Filter) -> str:
    """A filter in force as it is shown."""
    return safe_line(f"{'-' if chip.negated else ''}{chip.field}:{chip.text}")


def notice(result: SearchResult, query: str, indent: int, width: int) -> tuple[Run, Run, list[str]]:
    """Carets under what could not be read, what is wrong with it, and the filters in force.

    Args:
        result: What the query found.
        query: The query as it stands in the bar.
        indent: Cells from the left edge to the first letter of the query; negative when the bar
            has scrolled.
        width: Cells there are.
    """
    chips = [chip_text(chip) for chip in result.filters]
    if not result.problems:
        return ("", ""), ("", ""), chips
    marks = [" "] * width
    for problem in result.problems:
        start = indent + cell_len(query[: problem.start])
        end = indent + cell_len(query[: problem.end])
        for cell in range(max(0, start), min(width, max(end, start + 1))):
            marks[cell] = "^"
    carets = "".join(marks).rstrip()
    problem = result.problems[0]
    hint = f": {problem.suggestion}?" if problem.suggestion else ""
    return (carets, "warn"), (safe_line(problem.message + hint), "warn"), chips
