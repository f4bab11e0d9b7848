"""What escape takes back in the explorer: each step is remembered as it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.messages import msg, shown
from tui.platform.translation import tr
from tui.screens.step_history import Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.screens.explorer.article import ArticleController
    from tui.screens.explorer.navigation import NavigationController
    from tui.screens.explorer.search import SearchController
    from tui.screens.explorer.state import ExplorerState, View
    from tui.screens.explorer.time_travel import TimeTravelController
    from tui.screens.step_history import StepHistory


_BACK_TO = {
    "results": msg("to the list"),
    "record": msg("to the record"),
    "article": msg("to the article"),
    "timeline": msg("to the timeline"),
}


class BackController:
    """Notes searches, finds, steps in time, zooms, panes that were gone into, and ways here."""

    def __init__(
        self,
        state: ExplorerState,
        history: StepHistory,
        search: SearchController,
        article: ArticleController,
        time_travel: TimeTravelController,
        navigation: NavigationController,
    ) -> None:
        """Connect what takes steps back with the history that remembers them."""
        self._state, self._history, self._navigation = state, history, navigation
        self._searching = search
        self._modal_steps = (
            Step("search", tr("all deals"), search.clear, self._searches),
            Step("find", tr("end find"), article.clear_matches, self._finds),
            Step("known", tr("the present"), time_travel.back_to_present, self._is_past),
        )
        state.observe(self._note)

    def _searches(self) -> bool:
        return bool(self._state.view.query.strip())

    def _finds(self) -> bool:
        return self._state.view.matches is not None

    def _is_past(self) -> bool:
        return self._state.view.known_until is not None

    def _note(self, before: View, after: View) -> None:
        """Remember what begins with this view; what ends with it holds no longer."""
        told = (
            (bool(before.query.strip()), bool(after.query.strip())),
            (before.matches is not None, after.matches is not None),
            (before.known_until is not None, after.known_until is not None),
        )
        for step, (was, now) in zip(self._modal_steps, told, strict=True):
            if now and not was:
                self._history.began(step)
            elif was and not now:
                self._history.tell()

    def zoomed(self) -> None:
        """One pane was made to fill the screen, or no longer."""
        navigation = self._navigation
        if navigation.zoomed:
            step = Step("zoom", tr("all panes"), navigation.zoom, lambda: navigation.zoomed)
            self._history.began(step)
        else:
            self._history.tell()

    def opens(self, pane: str) -> None:
        """The user goes from one pane into another."""
        navigation, before = self._navigation, self._navigation.active
        if before == pane:
            return
        step = Step(
            "pane",
            _to(before),
            lambda: navigation.show_pane(before),
            lambda: navigation.active == pane,
            repeats=True,
        )
        navigation.activate(pane)
        self._history.began(step)

    def came_from(
        self, titles: tuple[str, ...], reopen: Callable[[], None], drop: Callable[[], None]
    ) -> None:
        """The user comes from other screens: taken back, they find all as it was before these."""
        view, pane = self._state.view, self._navigation.active

        def take_back() -> None:
            if self._state.view.query != view.query:
                self._searching.set_query(view.query)
            now, record = self._state.view, view.record_id
            if record is not None and now.record_id != record and now.session is not None:
                self._searching.go_to(record)
            self._navigation.show_pane(pane)
            reopen()

        words = tr("back to {screen}").format(screen=titles[-1])
        self._history.began(Step("way", words, take_back, lambda: True, titles, drop, repeats=True))


def _to(pane: str) -> str:
    """What goes back to a pane, in a few words."""
    return shown(_BACK_TO[pane])
