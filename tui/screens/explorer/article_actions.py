"""What the keys do inside the article: find, step through figures, select."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.model.safe_text import safe_line
from tui.screens.dialogs import PromptScreen
from tui.screens.part import ExplorerPart
from tui.widgets.article.pane import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.mentions import Mention


class ArticleActions(ExplorerPart):
    """Actions on the text at hand; mixed into the explorer, which owns the pane."""

    _pattern = ""
    _found: list[tuple[int, int]] = []  # noqa: RUF012 (replaced, never changed)
    _found_at = -1
    _looked_up: list[tuple[int, int]] = []  # noqa: RUF012 (replaced, never changed)

    # Find

    def action_find(self) -> None:
        """Ask what to find in the article."""
        if self.article_pane.text is None:
            return
        prompt = PromptScreen(
            "Find in this article",
            self._pattern,
            "words, or a regular expression as /…/; n and N step through, Esc clears",
            self._find_problem,
            "finds",
        )
        self.app.push_screen(prompt, self._find)

    def _find_problem(self, pattern: str) -> str | None:
        """Look for a pattern, which may take its time once; what is wrong with it, if anything."""
        from tui.search.highlight.find_in_text import FindError, find_in_text

        try:
            self._looked_up = find_in_text(self.article_pane.text or "", pattern)
        except FindError as error:
            return str(error)
        return None if self._looked_up or not pattern else "not in this article"

    def _find(self, pattern: str | None) -> None:
        """Show what was looked up."""
        if pattern is None:
            return
        self._pattern, self._found, self._found_at = pattern, self._looked_up, -1
        self.show_marks()
        self.step_found(1)

    def step_found(self, step: int) -> bool:
        """Go to the next place found, around the end; false when nothing is being looked for."""
        if not self._found:
            return False
        self._found_at = (self._found_at + step) % len(self._found)
        self.article_pane.point(*self._found[self._found_at])
        where = f"{self._found_at + 1}/{len(self._found)}  {safe_line(self._pattern)}"
        self.article_pane.border_subtitle = Content(where)
        return True

    def clear_found(self) -> bool:
        """Forget what was looked for; whether there was anything."""
        if not self._found:
            return False
        self._found, self._found_at = [], -1
        self.article_pane.border_subtitle = None
        self.show_marks()
        return True

    def found_marks(self) -> list[Mark]:
        """The places found, as marks."""
        return [Mark(start, end, "found") for start, end in self._found]

    # Figures

    def action_figure(self, step: int) -> None:
        """Go to the next figure of the article that nobody recorded."""
        article = self.article_pane.article_id
        if self.library is None or article is None:
            return
        figures = self.library.open_figures(article)
        if not figures:
            self.dealtui.say("Every figure of this article is recorded or dismissed.")
            return
        here = self.article_pane.current or (-1, -1)
        starts = [figure.start for figure in figures]
        if here[0] in starts:
            at = starts.index(here[0]) + step
        else:
            later = [index for index, start in enumerate(starts) if start > here[0]]
            at = (later[0] if later else 0) if step > 0 else (later[0] if later else 0) - 1
        self._stand_on(figures, at % len(figures))

    def show_figure(self, start: int) -> None:
        """Stand on the open figure that starts at a place of the article, if one does."""
        article = self.article_pane.article_id
        if self.library is None or article is None:
            return
        figures = self.library.open_figures(article)
        for at, figure in enumerate(figures):
            if figure.start == start:
                self._stand_on(figures, at)

    def _stand_on(self, figures: Sequence[Mention], at: int) -> None:
        self.figure = figures[at]
        self.article_pane.point(self.figure.start, self.figure.end)
        value = self.figure.quantity or self.figure.date
        self.article_pane.border_subtitle = Content(
            safe_line(f"open figure {at + 1}/{len(figures)}: {value}")
        )

    # Selecting

    def action_select_text(self) -> None:
        """Begin to select, or grow the selection to the whole sentence."""
        pane = self.article_pane
        if pane.selection is None:
            pane.begin_selection()
        else:
            pane.change_selection(lambda selection: selection.sentence())

    def action_grow(self, step: int) -> None:
        """Move the end of the selection by a word."""
        self.article_pane.change_selection(lambda selection: selection.by_word(step))

    def action_swap(self) -> None:
        """Move the other end of the selection."""
        self.article_pane.change_selection(lambda selection: selection.swapped())

    def action_line(self, step: int) -> None:
        """Scroll by a line, or move the end of the selection by one."""
        pane = self.article_pane
        if pane.selection is None:
            pane.action_scroll(step)
        else:
            pane.change_selection(lambda selection: pane.by_line(selection, step))
