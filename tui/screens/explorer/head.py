"""What the head line and the count beside the search bar say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from rich.cells import cell_len

from tui.model.format import counted
from tui.model.messages import msg, shown
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.platform.watching import POLL_INTERVAL
from tui.screens.step_history import breadcrumb
from tui.widgets.drawing.glyphs import PROOF
from tui.widgets.drawing.highlighted_text import clip, width_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.geometry import Offset, Region, Size

    from tui.model.proofs import ProofState
    from tui.screens.explorer.state import ExplorerState, View
    from tui.search.engine import Filter
    from tui.session.protocol import SearchResult, Session
    from tui.widgets.drawing.line_pane import Run


class HeadLine(Protocol):
    """A line of the screen."""

    @property
    def size(self) -> Size:
        """Its cells."""

    def show(
        self, left: Sequence[Run], right: Sequence[Run] = (), links: Mapping[str, str] = ...
    ) -> None:
        """Replace what it shows; `links` says by the text of a run where it leads."""


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


_LEAST_COUNTS = 28
"""Cells that a breadcrumb leaves for how far the corpus is proved, where it can."""
_POLLED = msg("looks at the files every {seconds} s", seconds=f"{POLL_INTERVAL:.0f}")


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
        trail: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        self._trail = trail
        self._state, self._frame = state, frame
        self._head, self._count, self._notice, self._bar = head, count, notice, bar
        self.polled = False
        """Whether the system reports no changes of files, which are looked at in intervals."""
        state.observe(self._draw)

    def _draw(self, before: View, after: View) -> None:
        if (
            after.session is not before.session
            or after.progress != before.progress
            or (after.reading is not before.reading and self._trail())
        ):
            self.show_head()
        if after.result is not before.result or after.articles_found != before.articles_found:
            self.show_count()
        if after.stepped_back != before.stepped_back:
            self._frame.set_class(after.stepped_back, "-known")

    def show_head(self) -> None:
        """Write the head line for the room that there is."""
        view = self._state.view
        words = shown(view.progress or (_POLLED if self.polled else ""))
        trail = list(self._trail())
        if trail and view.reading is not None:
            trail = [tr("Deals"), *trail, safe_line(view.reading.record.title)]
        left, right = head_line(view.session, words, self._frame.size.width, trail)
        links = head_links(view.session) if view.session is not None else {}
        self._head.show(left, right, links)

    def show_count(self) -> None:
        """Write the count and the line under the bar for the room that there is."""
        view = self._state.view
        if view.result is None or view.session is None:
            return
        count = count_line(
            view.result, view.session.record_count, view.articles_found, self._count.size.width
        )
        articles = {text: "articles" for text, _ in count if view.articles_found}
        self._count.show([], count, articles)
        indent = self._bar.content_region.x - self._bar.scroll_offset.x
        shown = notice(view.result, view.query, indent, self._frame.size.width)
        self._notice.show_notice(*shown)
        # The line stays while there is a query, so that the panes do not jump at every letter.
        noticed = self._frame.has_class("-noticed") and bool(view.query)
        self._frame.set_class(not self._notice.empty or noticed, "-noticed")


def head_line(
    session: Session | None, message: str, width: int, trail: Sequence[str] = ()
) -> tuple[list[Run], list[Run]]:
    """The corpus and its size at the left; how far it is proved, and a message, at the right.

    Where there is not room for all, what matters least is left out whole: the size, the name of the
    program, how many fields are proved, then the next worse states. The name of the corpus and a
    message stay, the message cut where that has to be.

    Args:
        session: What is shown.
        message: What goes on, or is to be known of what is shown.
        width: Cells there are.
        trail: The places on the way here, which stand in place of the size.
    """
    label: Run = (" dealtui ", "title")
    words = f"{safe_line(message)} " if message else ""
    if session is None:
        return [label], [(words, "warn")] if words else []
    problems = _problems(session)
    name = safe_line(session.title)
    if width_of([(name, ""), (words, ""), *problems]) + 3 > width:
        name = _short(name, width - 3)
    title: Run = (f" {name} ", "accent")
    room = width - 1 - width_of([title])
    right = clip([(words, "warn")], room) if words else []
    room -= width_of(right)
    way = _way(trail, max(room // 2, room - _LEAST_COUNTS))
    room -= width_of(way)
    counts = []
    # The worst first, as they come from the other end.
    for count in reversed([*_counts(session), *problems]):
        room -= width_of([count])
        if room < 0:
            break
        counts.append(count)
    left, size = [title], _corpus_size(session)
    if room >= width_of([label]):
        left, room = [label, title], room - width_of([label])
        if room > width_of([size]) and not way:
            left.append(size)
    return left + way, counts[::-1] + right


def _way(trail: Sequence[str], room: int) -> list[Run]:
    """The way to the record at hand, which its own pane names where it has no room here."""
    if not trail:
        return []
    way = breadcrumb(trail, room - 2)
    if not way.startswith(trail[0]):
        way = breadcrumb([*trail[:-1], "…"], room - 2)
    if way.endswith("… › …") or way == "…":
        way = trail[-2]
    return clip([(f" {way} ", "")], room)


def head_links(session: Session) -> dict[str, str]:
    """Where the counts of the head line lead: to a query, or to a screen by its name."""
    states = {
        _count_words(state, number): f"proof:{state}"
        for state, number in session.proof_counts().items()
    }
    size = {_corpus_size(session)[0]: "articles"}
    return states | size | {words: "audit" for words, _ in _problems(session)}


def _counts(session: Session) -> list[Run]:
    """How many fields are in each state, best first."""
    return [
        (_count_words(state, number), PROOF[state].style)
        for state, number in session.proof_counts().items()
        if number
    ]


def _count_words(state: ProofState, number: int) -> str:
    return f"{PROOF[state].glyph} {number:,} {PROOF[state].word}  "


def _problems(session: Session) -> list[Run]:
    """How much is wrong with the file, if anything."""
    count = len(session.problems)
    words = tr("{problems}: see the audit ").format(problems=counted(count, "problem"))
    return [(words, "bad")] if count else []


def _corpus_size(session: Session) -> Run:
    records, articles = session.record_count, len(session.articles)
    return f" {counted(records, 'record')} · {counted(articles, 'article')}", "quiet"


def _short(title: str, room: int) -> str:
    """The name of a corpus in so many cells: without its folder, then without its beginning."""
    name = title.rpartition("/")[2]
    if cell_len(name) <= room:
        return name
    while name and cell_len(name) > room - 1:
        name = name[1:]
    return f"…{name}"


def count_line(result: SearchResult, records: int, articles: int = 0, width: int = 0) -> list[Run]:
    """How many records are listed.

    Args:
        result: What was found.
        records: How many there are.
        articles: How many articles have the words, which `r` lists.
        width: Cells there are: without room for the articles they are left out.
    """
    listed = tr("{found} of {all} ").format(found=f"{result.total:,}", all=f"{records:,}")
    found = f"{counted(articles, 'article')}: r · " if articles else ""
    return [(found + listed if len(found) + len(listed) <= width else listed, "quiet")]


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
    return (carets, "warn"), (safe_line(shown(problem.message) + hint), "warn"), chips
