"""The article: the whole text, the quotes of the record marked, the current one strongest."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.message import Message

from tui.commands import Scope
from tui.model.messages import msg
from tui.widgets.article.layout import ArticleLayout
from tui.widgets.drawing.line_pane import LinePane, Run
from tui.widgets.drawing.wrapping import wrap
from tui.widgets.key_bindings import bindings
from tui.widgets.text_selection import TextSelection

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.strip import Strip

_JOINT = " · "
_LEAST = 12
"""Cells that are worth showing of where an article comes from."""
MEASURE = 84
"""The widest line that reads well, in cells."""


class Mark(NamedTuple):
    """A marked stretch of the article.

    `style` is one of `quote`, `dispute`, `other`, `open`, `found`; `key` says what it marks.
    """

    start: int
    end: int
    style: str
    key: int = -1


class ArticlePane(LinePane):
    """Shows one article and marks stretches of its text."""

    SELECTS_DRAWN: ClassVar[bool] = False
    BORDER_TITLE = msg("Article")
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.ARTICLE)

    class Pointed(Message):
        """The user pointed at a marked stretch."""

        def __init__(self, key: int) -> None:
            super().__init__()
            self.key = key

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self.article_id: str | None = None
        self._text: str | None = None
        self._layouts: dict[tuple[str, int], ArticleLayout] = {}
        self._marks: list[Mark] = []
        self._starts: list[int] = []
        self._longest = 0
        self._current: tuple[int, int] | None = None
        self.at_hit = False
        """Whether the current stretch is what a search found, and no quote."""
        self.selection: TextSelection | None = None
        self._pressed: TextSelection | None = None
        self._message = ""
        self._title = self._subtitle = ""
        self._origin: Sequence[str] = ()

    # What is shown

    def show_titles(self, title: str, subtitle: str = "") -> None:
        """Say which article is shown; harmless texts."""
        if (title, subtitle, ()) == (self._title, self._subtitle, self._origin):
            return  # Textual would paint the whole pane again.
        self._title, self._origin = title, ()
        self.border_title = Content(title)
        self.show_subtitle(subtitle)

    def show_subtitle(self, subtitle: str) -> None:
        """Say where in the article the user stands; empty for nothing."""
        self._subtitle = subtitle
        self._draw_subtitle()

    def show_origin(self, words: Sequence[str]) -> None:
        """Say where the article comes from, the most telling first; what has no room is cut.

        All of it has room where the pane fills the screen.
        """
        self._origin = tuple(words)
        self._draw_subtitle()

    def _draw_subtitle(self) -> None:
        room = self.size.width - cell_len(self._subtitle) - 2 * len(_JOINT)
        shown: list[str] = []
        for words in self._origin:
            room -= len(_JOINT)
            if cell_len(words) > room and room < _LEAST:
                break
            fit = words if cell_len(words) <= room else set_cell_size(words, room - 1) + "…"
            shown.append(fit)
            room -= cell_len(fit)
        shown += filter(None, [self._subtitle])
        self.border_subtitle = Content(_JOINT.join(shown)) if shown else None

    def show(self, article_id: str, text: str, marks: Sequence[Mark]) -> None:
        """Show an article; marks may overlap, later styles of the list lie on top."""
        if (article_id, text) != (self.article_id, self._text):
            self.article_id, self._text = article_id, text
            self.top = 0
            self._layouts.clear()
            self.selection = None
        self._message = ""
        self._current = None
        self.mark(marks)

    def show_message(self, message: str) -> None:
        """Show words instead of an article."""
        self._origin = ()
        self._draw_subtitle()
        self.article_id, self._text = None, None
        self._message = message
        self._marks, self._starts, self._current = [], [], None
        self.line_count = -1
        self.lines_changed(len(wrap(message, self.line_width - 1)))

    def mark(self, marks: Sequence[Mark]) -> None:
        """Replace the marks."""
        self._marks = sorted(marks, key=lambda mark: (mark.start, mark.end))
        self._starts = [mark.start for mark in self._marks]
        self._longest = max((mark.end - mark.start for mark in self._marks), default=0)
        self.line_count = -1
        self.lines_changed(len(self.layout_of_text) if self._text is not None else 0)

    def point(self, start: int, end: int, *, hit: bool = False) -> None:
        """Mark a stretch as the current one and scroll it into view.

        Args:
            start: Its first code point.
            end: One past its last.
            hit: Whether it is what a search found: it looks different from a quote then.
        """
        old, self._current = self._current, (start, end)
        self.at_hit = hit
        layout = self.layout_of_text
        first, last = layout.line_of(start), layout.line_of(max(start, end - 1))
        lines = set(range(first, last + 1))
        if old:
            lines |= set(range(layout.line_of(old[0]), layout.line_of(old[1]) + 1))
        self.lines_changed(only=lines)
        self.keep_visible(first, last, margin=4)

    @property
    def selection_range(self) -> tuple[int, int] | None:
        """The selected stretch."""
        return self.selection.span if self.selection else None

    @property
    def text(self) -> str | None:
        """The text of the article as stored."""
        return self._text

    @property
    def current(self) -> tuple[int, int] | None:
        """The current stretch."""
        return self._current

    @property
    def layout_of_text(self) -> ArticleLayout:
        """The lines at the present width."""
        width = max(8, min(MEASURE, self.line_width - 2))
        key = (self.article_id or "", width)
        layout = self._layouts.get(key)
        if layout is None:
            layout = self._layouts[key] = ArticleLayout(self._text or "", width)
        return layout

    # Drawing

    def build_line(self, line: int, width: int) -> Strip:
        """One line of the article with a gutter that says what it holds."""
        if self._text is None:
            told = wrap(self._message, width - 1)
            return self.strip_of([(f" {told[line]}" if line < len(told) else "", "quiet")], width)
        layout = self.layout_of_text
        if line >= len(layout):
            return self.strip_of((), width)
        start, end = layout.starts[line], layout.ends[line]
        near = self._near(start, end)
        cuts = {start, end}
        for mark in near:
            cuts.update((max(start, mark.start), min(end, mark.end)))
        chosen = self.selection_range
        for extra in (self._current, chosen):
            if extra and extra[0] < end and extra[1] > start:
                cuts.update((max(start, extra[0]), min(end, extra[1])))
        places = sorted(cuts)
        runs: list[Run] = [self._gutter(start, end, near), (" ", "")]
        for left, right in pairwise(places):
            runs.append((layout.text[left:right], self._style(left, near)))
        return self.strip_of(runs, width)

    def _near(self, start: int, end: int) -> list[Mark]:
        """The marks that touch a stretch, in their order."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_right(self._starts, end - 1) if end > start else first
        return [mark for mark in self._marks[first:last] if mark.end > start]

    _ORDER: ClassVar[tuple[str, ...]] = ("other", "open", "quote", "dispute", "found")

    def _style(self, offset: int, near: list[Mark]) -> str:
        worn = {mark.style for mark in near if mark.start <= offset < mark.end}
        names = [name for name in self._ORDER if name in worn]
        if "quote" in names or "dispute" in names:
            names = [name for name in names if name not in ("other", "open")]
        if self._current and self._current[0] <= offset < self._current[1]:
            names = ["hit" if self.at_hit else "current"]
        chosen = self.selection_range
        if chosen and chosen[0] <= offset < chosen[1]:
            names.append("selected-text")
        return " ".join(names)

    def _gutter(self, start: int, end: int, near: list[Mark]) -> Run:
        if self._current and self._current[0] < end and self._current[1] > start:
            return ("»" if self.at_hit else "▌", "accent")
        styles = {mark.style for mark in near}
        if "dispute" in styles:
            return ("≠", "warn")
        if "quote" in styles:
            return ("▏", "good")
        if "found" in styles:
            return ("›", "accent")
        if "open" in styles:
            return ("┊", "accent")
        return (" ", "")

    def rail_mark(self, first: int, last: int) -> Run | None:
        """Where quotes lie in the whole text."""
        if self._text is None:
            return None
        layout = self.layout_of_text
        if first >= len(layout):
            return None
        start, end = layout.starts[first], layout.ends[min(last, len(layout)) - 1]
        if self._current and self._current[0] < end and self._current[1] > start:
            return ("█", "accent")
        styles = {mark.style for mark in self._near(start, end)}
        for style, run in (
            ("found", ("◆", "accent")),
            ("dispute", ("≠", "warn")),
            ("quote", ("■", "good")),
            ("open", ("┊", "accent")),
        ):
            if style in styles:
                return run
        return None

    def on_resize(self) -> None:
        """Break the lines anew, and keep the current stretch in sight."""
        self._draw_subtitle()
        if self._text is None:
            self.lines_changed(len(wrap(self._message, self.line_width - 1)))
        else:
            self.lines_changed(len(self.layout_of_text))
            if self._current is not None:
                self.point(*self._current, hit=self.at_hit)
        super().on_resize()

    # The user

    def action_scroll(self, step: int) -> None:
        """Scroll by lines."""
        self.scroll_lines(self.top + step * self.count.times())

    def action_page(self, step: int) -> None:
        """Scroll by screens."""
        page = max(1, self.size.height - 2)
        self.scroll_lines(self.top + step * page * self.count.times())

    def action_scroll_to_end(self, step: int) -> None:
        """Scroll to the start or the end, or to the line with the number typed before."""
        number = self.count.given()
        last = self.last_top if step > 0 else 0
        self.scroll_lines(last if number is None else number - 1)

    @property
    def line_at_hand(self) -> int | None:
        """The line in which the stretch at hand begins."""
        if self._text is None or self._current is None:
            return None
        return self.layout_of_text.line_of(self._current[0])

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to select with the mouse."""
        at = self._offset_under(event)
        if self.selection is not None:
            self.end_selection()
        if at is not None and self._text is not None:
            self._pressed = TextSelection(self.layout_of_text.text, at, at)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Grow the selection to the word under the mouse."""
        at = self._offset_under(event)
        if self._pressed is None or at is None or at == self._pressed.fixed:
            return
        self.selection = self._pressed.to(at)
        self._show_selection()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Point at what is marked, where the mouse did not select."""
        self.release_mouse()
        pressed, self._pressed = self._pressed, None
        at = self._offset_under(event)
        if pressed is None or at is None or self.selection is not None:
            return
        under = [mark for mark in self._marks if mark.start <= at < mark.end and mark.key >= 0]
        if under:
            self.post_message(self.Pointed(min(under, key=lambda mark: mark.end - mark.start).key))

    def on_click(self, event: events.Click) -> None:
        """Select a word with a second click, its sentence with a third."""
        at = self._offset_under(event)
        if event.chain < 2 or at is None or self._text is None:
            return
        word = TextSelection.at(self.layout_of_text.text, at)
        self.selection = word if event.chain == 2 else word.sentence()
        self._show_selection()

    def _offset_under(self, event: events.MouseEvent) -> int | None:
        offset = event.get_content_offset_capture(self)
        line = self.top + offset.y
        if self._text is None or not 0 <= line < self.line_count or offset.x >= self.line_width:
            return None
        return self.layout_of_text.offset_at(line, offset.x - 2)

    # Selecting

    def action_select(self) -> None:
        """Begin to select, or grow the selection to the whole sentence."""
        if self.selection is None:
            self._begin_selection()
        else:
            self._change_selection(TextSelection.sentence)

    def action_grow(self, step: int) -> None:
        """Move the end of the selection by a word."""
        self._change_selection(lambda selection: selection.by_word(step))

    def action_swap(self) -> None:
        """Move the other end of the selection."""
        self._change_selection(TextSelection.swapped)

    def action_line(self, step: int) -> None:
        """Scroll by a line, or move the end of the selection by one."""
        if self.selection is None:
            self.action_scroll(step)
        else:
            self._change_selection(lambda selection: self._by_line(selection, step))

    def _begin_selection(self) -> None:
        """Select the current stretch, or the first word in view."""
        layout = self.layout_of_text
        if self._text is None or not len(layout):
            return
        span = self._current
        if span is None or not self._in_view(span[0]):
            first = layout.starts[min(self.top, len(layout) - 1)]
            self.selection = TextSelection.at(layout.text, first)
        else:
            self.selection = TextSelection(layout.text, *span)
        self._show_selection()

    def _change_selection(self, change: Callable[[TextSelection], TextSelection]) -> None:
        """Change the selection by one of its motions."""
        if self.selection is not None:
            self.selection = change(self.selection)
            self._show_selection()

    def _by_line(self, selection: TextSelection, step: int) -> TextSelection:
        """Move the moving end by lines of the screen."""
        layout = self.layout_of_text
        line = layout.line_of(max(0, selection.moving - 1))
        target = max(0, min(len(layout) - 1, line + step))
        return selection.to(layout.offset_at(target, layout.column_of(selection.moving - 1)))

    def end_selection(self) -> None:
        """Select nothing."""
        self.selection = None
        self.lines_changed()

    def _show_selection(self) -> None:
        self.lines_changed()
        if self.selection is not None:
            line = self.layout_of_text.line_of(max(0, self.selection.moving - 1))
            self.keep_visible(line, line, margin=1)

    def _in_view(self, offset: int) -> bool:
        return self.top <= self.layout_of_text.line_of(offset) < self.top + self.size.height
