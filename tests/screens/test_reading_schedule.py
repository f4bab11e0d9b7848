"""However slow a reading thread is, and whatever happens meanwhile, the screen shows what is true.

The first tests run the work of threads step by step; the last one runs real ones and sees that they
touch nothing that the screen writes.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from explorer_ports import CORPUS, Clock, Threads, record_ids, small_session
from running import at_rest, shipped_copy, until
from textual.widget import Widget

from tui.app import DealtuiApp
from tui.model.locales import EN
from tui.screens import opening
from tui.screens.explorer.reading import SearchPlace
from tui.screens.explorer.state import ExplorerState
from tui.screens.opening import Opening

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from explorer_ports import Work

    from tui.model.problems import Problem
    from tui.session.protocol import Session

pytestmark = pytest.mark.usefixtures("own_folders")


@dataclass
class Shown:
    """An explorer that keeps what it was given."""

    place: SearchPlace = field(default_factory=SearchPlace)
    sessions: list[Session] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    searched_again: int = 0
    article: str = ""

    def search_place(self) -> SearchPlace:
        return self.place

    def show_session(self, session: Session) -> None:
        self.sessions.append(session)

    def search_again(self) -> None:
        self.searched_again += 1

    def proofs_changed(self, progress: str = "") -> None:
        self.words.append(progress)

    def show_progress(self, words: str) -> None:
        self.words.append(words)

    def files_are_polled(self, reason: str) -> None:
        self.words.append(reason)

    def keep_last_good(self, problems: Sequence[Problem]) -> None:
        self.words.append("broken")

    def read_article(self, article_id: str) -> None:
        self.article = article_id


class Schedule:
    """Opens a small corpus with threads that run when the test says so."""

    def __init__(self, folder: Path) -> None:
        small_session(folder, indexed=False)
        self.path = folder / "deals.yaml"
        self.explorer, self.threads, self.clock = Shown(), Threads(), Clock()
        self.read: list[Session] = []
        self.typing = False
        self.opening = Opening(
            self.path,
            self.explorer,
            self.threads,
            self.clock,
            tell=lambda callback: callback(),
            yield_to_input=lambda: None,
            is_typing=lambda: self.typing,
            session_read=self.read.append,
            cache=False,
            article="two",
            locale=EN,
        )
        # Nothing is painted here: what waits for that waits no longer.
        self.opening._painted.set()

    def take(self) -> Work:
        """The work that was started last."""
        return self.threads.works.pop()

    def run_all(self) -> None:
        while self.threads.works:
            self.take().run()


@pytest.fixture
def schedule(tmp_path: Path) -> Schedule:
    return Schedule(tmp_path)


def test_a_corpus_is_read_prepared_shown_and_searched_again(schedule: Schedule) -> None:
    schedule.opening.read()
    schedule.take().run()
    # It is read, and still nobody's: the place that it is prepared for is taken now.
    assert not schedule.explorer.sessions
    schedule.take().run()
    assert schedule.explorer.sessions == schedule.read == [schedule.opening.session]
    assert schedule.explorer.article == "two"
    assert schedule.explorer.searched_again == 1
    assert not schedule.opening.stop()


def test_a_query_typed_while_the_file_is_read_is_the_one_that_is_prepared(
    schedule: Schedule, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared: list[SearchPlace] = []
    monkeypatch.setattr(opening, "warm_up", lambda _, place: prepared.append(place))
    schedule.opening.read()
    reading = schedule.take()
    schedule.explorer.place = SearchPlace("google", "date", "google-1")
    reading.run()
    preparing = schedule.take()
    # Typed while it is prepared: what the thread was given stays as it was.
    schedule.explorer.place = SearchPlace("amazon")
    preparing.run()
    assert prepared == [SearchPlace("google", "date", "google-1")]


def test_of_two_readings_the_newer_is_shown_however_late_the_older_ends(
    schedule: Schedule,
) -> None:
    schedule.opening.read()
    slow = schedule.take()
    schedule.threads.works.append(slow)
    schedule.path.write_text(CORPUS + "  - {id: newer, title: Newer}\n", "utf-8")
    schedule.opening.read()
    newer = schedule.take()
    schedule.threads.works.clear()
    newer.run()
    schedule.run_all()
    (shown,) = schedule.explorer.sessions
    assert "newer" in record_ids(shown)
    slow.run()
    assert not schedule.threads.works
    assert schedule.explorer.sessions == [shown]


def test_a_reload_in_the_middle_of_the_preparation_drops_what_was_prepared(
    schedule: Schedule,
) -> None:
    schedule.opening.read()
    schedule.take().run()
    preparing = schedule.take()
    schedule.threads.works.append(preparing)
    schedule.opening.read(watched=True)
    assert preparing.is_cancelled
    newer = schedule.take()
    preparing.run()
    assert not schedule.explorer.sessions
    schedule.threads.works.clear()
    newer.run()
    schedule.run_all()
    assert len(schedule.explorer.sessions) == 1


def test_what_is_stopped_is_not_shown_when_it_comes_all_the_same(schedule: Schedule) -> None:
    schedule.opening.read()
    reading = schedule.threads.works[0]
    assert schedule.opening.stop()
    assert not schedule.opening.stop()
    reading.run()
    assert schedule.opening.session is None
    assert not schedule.explorer.sessions


def test_a_file_that_is_broken_or_cut_for_a_moment_keeps_what_was_read(
    schedule: Schedule, monkeypatch: pytest.MonkeyPatch
) -> None:
    schedule.opening.read()
    schedule.run_all()
    last = schedule.opening.session
    schedule.path.write_text("deals:\n  - id: [broken\n", "utf-8")
    schedule.opening.read(watched=True)
    schedule.run_all()
    assert schedule.explorer.words[-1] == "broken"
    schedule.path.write_text(CORPUS[: CORPUS.index("  - id: google-1")], "utf-8")
    schedule.opening.read(watched=True)
    schedule.run_all()
    assert "ends early on disk" in schedule.explorer.words[-1]
    assert schedule.opening.session is last
    # It still ends there after a while: that is what the file says.
    monkeypatch.setattr(opening, "_DOUBT", 0.0)
    schedule.clock.rest()
    schedule.run_all()
    assert schedule.opening.session is not last
    assert len(schedule.explorer.sessions) == 2


async def test_no_other_thread_looks_at_the_screen_or_at_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strangers: set[str] = set()
    view, size = ExplorerState.view, Widget.size
    assert view.fget is not None
    assert size.fget is not None

    def guarded(what: str, get: object) -> property:
        def read(self: object) -> object:
            if threading.current_thread() is not threading.main_thread():
                strangers.add(f"{what} in {threading.current_thread().name}")
            return get(self)  # type: ignore[operator] # a getter

        return property(read)

    monkeypatch.setattr(ExplorerState, "view", guarded("the view", view.fget))
    monkeypatch.setattr(Widget, "size", guarded("a size", size.fget))
    for name in ("tui.widgets.timeline.pane._MANY", "tui.screens.side.base._MANY"):
        monkeypatch.setattr(name, 0)
    path = shipped_copy(tmp_path)
    app = DealtuiApp(path, cache=False)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"amazn")
        await at_rest(pilot, app)
        path.write_text(path.read_text("utf-8").replace("Amazon backs", "Amazon helps"), "utf-8")
        await pilot.press("f5", "enter", "d")
        await until(
            pilot, lambda: app.session is not None and "Amazon helps" in app.session.loaded.source
        )
        await pilot.press("t", "w", "w", "T")
        for key in "fArp":
            await pilot.press("escape", "t", key)
            await pilot.pause(0.05)
            await pilot.press("escape")
        await until(pilot, lambda: not any(worker.is_running for worker in app.workers))
    assert strangers == set()


def test_progress_is_not_drawn_between_two_keys(
    schedule: Schedule, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "Pace", EveryWord)
    schedule.opening.read()
    schedule.run_all()
    assert any("of" in words for words in schedule.explorer.words)
    schedule.explorer.words.clear()
    schedule.typing = True
    schedule.opening.read()
    schedule.run_all()
    assert set(schedule.explorer.words) == {""}


class EveryWord:
    """Tells all progress, however soon."""

    def words(self, step: str, done: int, total: int) -> str:
        return f"{done} of {total}" if done < total else ""
