"""A corpus that takes long to read: what is shown meanwhile, how it is stopped, what is logged."""

from __future__ import annotations

import io
import logging
import threading
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from running import SHIPPED, at_rest, until
from textual.widgets.input import Selection

from tui.app import DealtuiApp
from tui.corpus.load import load
from tui.corpus.schema.record_builder import CorpusReader
from tui.platform.diagnostics import LOG, start_log
from tui.screens.explorer.head import head_line
from tui.screens.progress_text import Pace
from tui.session.partial_session import PartialSession
from tui.store.opening import Opened
from tui.widgets.bars import KeyBar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.strip import Strip


pytestmark = pytest.mark.usefixtures("own_folders")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr("tui.screens.progress_text.monotonic", lambda: now[0])
    return now


def test_the_estimate_comes_from_what_the_step_has_taken_so_far(clock: list[float]) -> None:
    pace = Pace()
    assert pace.words("reading", 0, 400) is None
    clock[0] += 10
    assert pace.words("reading", 100, 400) == "━━──────── reading 100 of 400, 30 s left"
    clock[0] += 190
    assert pace.words("reading", 200, 400) == "━━━━━───── reading 200 of 400, 3 min left"
    # A new step has a pace of its own.
    assert pace.words("indexing", 5, 10_000) == "────────── indexing 5 of 10,000"
    assert pace.words("indexing", 10_000, 10_000) == "━━━━━━━━━━ indexing 10,000 of 10,000"
    assert pace.words("waiting", 0, 0) == "waiting …"
    assert pace.words("proving", 1, 9) is not None
    assert pace.words("proving", 2, 9) is None
    clock[0] += 0.2
    assert pace.words("proving", 3, 9) is not None
    assert pace.words("", 0, 0) == ""


def test_work_is_told_once_it_has_lasted_and_is_expected_to_last_longer(
    clock: list[float],
) -> None:
    soon_done = Pace()
    assert soon_done.words("indexing", 0, 51) is None
    clock[0] += 0.25
    assert soon_done.words("indexing", 40, 51) is None
    clock[0] += 0.1
    # It has lasted, but is about to end.
    assert soon_done.words("indexing", 50, 51) is None
    assert soon_done.words("", 0, 0) == ""

    long = Pace()
    assert long.words("indexing", 0, 9_000) is None
    clock[0] += 0.2
    assert long.words("indexing", 100, 9_000) is None
    clock[0] += 0.2
    assert long.words("indexing", 200, 9_000) == "────────── indexing 200 of 9,000"
    # What has been told is told to its end, also when the next step is short.
    assert long.words("proving", 0, 3) == "────────── proving 0 of 3"
    unknown = Pace()
    clock[0] += 0.4
    assert unknown.words("waiting", 0, 0) == "waiting …"


def test_what_goes_on_takes_the_place_of_the_counts() -> None:
    _, right = head_line(None, "━ reading \x1b[2J", 80)
    ((said, _),) = right
    assert said.startswith("━ reading ")
    assert "\x1b" not in said


def test_a_first_part_calls_nothing_missing() -> None:
    whole = load(SHIPPED)
    nothing_read = msgspec.structs.replace(whole.corpus, texts={})
    session = PartialSession(msgspec.structs.replace(whole, corpus=nothing_read))
    assert session.partial
    assert {session.proof(record).state for record in session.records} == {"unsourced"}


class Held:
    """Opens a corpus up to its first part, then reads and reads."""

    def __init__(self) -> None:
        self.go_on = threading.Event()

    def __call__(self, path: Path, before: Opened | None, **given: Any) -> Opened:
        whole = load(path)
        articles = {
            f"a{number}": next(iter(whole.corpus.articles.values())) for number in range(500)
        }
        part = msgspec.structs.replace(
            whole.corpus, texts={}, articles=whole.corpus.articles | articles
        )
        given["on_part"](msgspec.structs.replace(whole, corpus=part))
        done = 0
        while not self.go_on.wait(0.01):
            done += 1
            given["task"].report("reading", 1_000 + done, 100_000)
        return Opened(whole, {})


async def test_the_first_records_can_be_used_while_the_rest_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = Held()
    monkeypatch.setattr("tui.store.opening.open_again", held)
    app = DealtuiApp(SHIPPED, cache=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "reading 1," in app.explorer.view.progress)
        app.explorer.go_to("amazon-anthropic-2023", "amount")
        await pilot.pause()
        assert app.explorer.view.reading is not None
        assert "is still to be read" in screen(app)
        assert "missing" not in screen(app)
        held.go_on.set()
        await until(pilot, lambda: app.session is not None and not app.session.partial)
        await until(pilot, lambda: app.explorer.article_pane.article_id is not None)
        assert "is still to be read" not in screen(app)


async def test_reading_can_be_stopped_and_taken_up_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = Held()
    monkeypatch.setattr("tui.store.opening.open_again", held)
    app = DealtuiApp(SHIPPED, cache=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "reading 1," in app.explorer.view.progress)
        await pilot.press("ctrl+x")
        await until(pilot, lambda: "stopped" in screen(app))
        assert app.session is not None
        assert app.session.partial
        await pilot.press("slash", *"oracle")
        await until(pilot, lambda: app.explorer.view.result.total < len(app.session.records))
        await pilot.press("escape", "escape")
        held.go_on.set()
        await pilot.press("f5")
        await until(pilot, lambda: app.session is not None and not app.session.partial)
        await until(pilot, lambda: "stopped" not in screen(app))
        await until(pilot, lambda: "watching" in {thread.name for thread in threading.enumerate()})


async def test_reading_is_stopped_from_the_search_bar_too(monkeypatch: pytest.MonkeyPatch) -> None:
    held = Held()
    monkeypatch.setattr("tui.store.opening.open_again", held)
    app = DealtuiApp(SHIPPED, cache=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "reading 1," in app.explorer.view.progress)
        # What is selected is cut, as in every input.
        await pilot.press("slash")
        bar = app.explorer.bar
        bar.value = "oracle"
        bar.selection = Selection(5, 6)
        await pilot.press("ctrl+x")
        await until(pilot, lambda: bar.value == "oracl")
        assert "stopped" not in screen(app)
        await pilot.press("ctrl+x")
        await until(pilot, lambda: "stopped" in screen(app))
        assert bar.value == "oracl"


async def test_there_may_be_nothing_to_stop() -> None:
    app = DealtuiApp(SHIPPED, cache=False)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at_rest(pilot, app)
        await pilot.press("ctrl+x")
        await until(pilot, lambda: "Nothing is going on" in screen(app))


def screen(app: DealtuiApp) -> str:
    """The text on the screen."""
    width = app.size.width
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text[:width] for strip in strips)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "deep" / "debug.log"
    start_log(path, {"TERM": "xterm\n2026-01-01 forged", "SECRET": "hidden"})
    yield path
    for handler in LOG.handlers[1:]:
        LOG.removeHandler(handler)
        handler.close()


def test_the_log_is_lines_that_no_text_can_forge(log: Path) -> None:
    LOG.info("searched %r \x1b]0;title\x07", "bidi \u202e")
    try:
        raise ValueError("first\n2026-01-01 00:00:00.000 second \x1b[31m")
    except ValueError:
        LOG.exception("fault")
    text = log.read_text("utf-8")
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "hidden" not in text
    for line in text.splitlines():
        assert line.startswith("    ") or line[:2] == "20"
    assert not any(line.startswith("2026-01-01") for line in text.splitlines())


class FullDisk(io.StringIO):
    """A file on a disk that is full."""

    def write(self, _: str) -> int:
        raise OSError(28, "No space left on device")


def test_a_log_that_cannot_be_written_writes_nowhere_else(
    log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = log.read_text("utf-8")
    files = (one for one in LOG.handlers if isinstance(one, logging.FileHandler))
    (handler,) = (one for one in files if one.baseFilename == str(log))
    handler.setStream(FullDisk()).close()
    LOG.info("nobody reads this")
    assert capsys.readouterr() == ("", "")
    assert log.read_text("utf-8") == before


async def test_the_first_records_of_a_long_file_are_shown_though_it_names_few_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, go_on = tmp_path / "deals.yaml", threading.Event()
    body = "".join(f"  - id: d{n}\n    title: T\n    note: n\n    tags: [x]\n" for n in range(3000))
    path.write_text("version: 1\nparties: {a: {name: A}}\ndeals:\n" + body, "utf-8")
    finish = CorpusReader.finish

    def held(reader: CorpusReader) -> None:
        assert go_on.wait(30)
        finish(reader)

    monkeypatch.setattr(CorpusReader, "finish", held)
    app = DealtuiApp(path, cache=False)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.explorer.results.total == 200)
        go_on.set()
        await until(pilot, lambda: app.explorer.results.total == 3000)


@pytest.mark.parametrize(("small", "read"), [(1_000_000, True), (0, False)])
async def test_empty_panes_are_drawn_before_a_large_corpus_is_read_and_no_small_one(
    monkeypatch: pytest.MonkeyPatch, small: int, read: bool
) -> None:
    monkeypatch.setattr("tui.app._SMALL", small)
    monkeypatch.setattr("tui.app._SOON", 60.0)
    drawn: list[bool] = []
    build = KeyBar.build_line
    app = DealtuiApp(SHIPPED)

    def noting(bar: KeyBar, line: int, width: int) -> Strip:
        drawn.append(app.session is not None)
        return build(bar, line, width)

    monkeypatch.setattr(KeyBar, "build_line", noting)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
    assert drawn[0] is read


async def test_empty_panes_are_drawn_where_a_small_corpus_takes_its_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.app._SOON", 0.01)
    monkeypatch.setattr("tui.screens.opening.Opening.read", lambda self: None)
    drawn = threading.Event()
    build = KeyBar.build_line

    def noting(bar: KeyBar, line: int, width: int) -> Strip:
        drawn.set()
        return build(bar, line, width)

    monkeypatch.setattr(KeyBar, "build_line", noting)
    async with DealtuiApp(SHIPPED).run_test(size=(120, 40)) as pilot:
        await until(pilot, drawn.is_set)
