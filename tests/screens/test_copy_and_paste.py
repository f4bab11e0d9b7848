"""What is selected is copied as the text has it, and what is pasted is taken whole."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from running import at_rest, copy_opened_before, until
from textual import events
from textual.geometry import Offset

from tui.app import DealtuiApp
from tui.widgets.drawing.line_pane import LinePane
from tui.widgets.line_input import LineInput, one_line
from tui.widgets.note_area import NoteArea

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

pytestmark = pytest.mark.usefixtures("opened_before")


@asynccontextmanager
async def using(folder: Path) -> AsyncIterator[tuple[Pilot[None], DealtuiApp]]:
    app = DealtuiApp(copy_opened_before(folder))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await at_rest(pilot, app)
        yield pilot, app


async def drag(pilot: Pilot[None], pane: str, start: Offset, end: Offset) -> None:
    await pilot.mouse_down(pane, offset=start)
    await pilot.hover(pane, offset=end)
    await pilot.mouse_up(pane, offset=end)


async def test_text_dragged_over_in_the_article_is_copied_as_the_article_has_it(
    tmp_path: Path,
) -> None:
    async with using(tmp_path) as (pilot, app):
        pane = app.explorer.article_pane
        await drag(pilot, "#article", Offset(5, 4), Offset(20, 8))
        await until(pilot, lambda: pane.selection_range is not None)
        start, end = pane.selection_range or (0, 0)
        await pilot.press("ctrl+c")
        await until(pilot, lambda: app.clipboard != "")
        assert app.clipboard == (pane.text or "")[start:end]
        layout = pane.layout_of_text
        shown = [layout.line_text(n) for n in range(len(layout))]
        assert layout.line_of(end) - layout.line_of(start) >= 2
        # Lines that only the width of the pane has broken are joined.
        assert "".join(shown).replace("\n", "").count(app.clipboard.split("\n")[0]) >= 1


@pytest.mark.parametrize("pane", ["#timeline", "#head", "#keys"])
async def test_no_pane_gives_the_name_of_a_widget_when_text_is_dragged_over(
    pane: str, tmp_path: Path
) -> None:
    async with using(tmp_path) as (pilot, app):
        await drag(pilot, pane, Offset(2, 0), Offset(20, 0))
        await pilot.press("ctrl+c")
        await until(pilot, lambda: app.clipboard != "")
        reading = app.explorer.view.reading
        assert reading is not None
        quote = reading.quote.evidence.quote if reading.quote is not None else ""
        assert app.clipboard in (quote, f"{reading.record.id}: {reading.record.title}")


@pytest.mark.parametrize("name", ["#results", "#record"])
async def test_what_is_dragged_over_in_other_panes_is_copied_as_it_is_drawn(
    name: str, tmp_path: Path
) -> None:
    async with using(tmp_path) as (pilot, app):
        pane = app.screen.query_one(name, LinePane)
        drawn = "".join(segment.text for segment in pane.render_line(0))
        await drag(pilot, name, Offset(2, 1), Offset(20, 1))
        await pilot.press("ctrl+c")
        await until(pilot, lambda: app.clipboard != "")
        assert len(app.clipboard) > 5
        assert app.clipboard in drawn


async def test_what_became_of_a_copied_text_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    async with using(tmp_path) as (pilot, app):
        for term, words in (("xterm", "Sent to the terminal"), ("linux", "Not copied: ")):
            monkeypatch.setenv("TERM", term)
            await pilot.press("y")
            await until(
                pilot,
                lambda words=words: any(  # type: ignore[misc] # the words of this round
                    note.message.startswith(words) for note in app._notifications
                ),
            )


@pytest.mark.parametrize(
    ("pasted", "line"),
    [
        ("two\nlines", "two lines"),
        ("two\r\nlines\r\n", "two lines"),
        ("  a \n\n\t b\tc\rd\u2028e\n", "a b c d e"),
        ("a\x1b[31mb\x07\x9b", "a[31mb"),
        ("\n\n", ""),
        ("", ""),
    ],
)
def test_a_text_of_several_lines_is_one_line_with_spaces(pasted: str, line: str) -> None:
    assert one_line(pasted) == line


async def test_all_that_is_pasted_into_the_search_bar_or_a_prompt_is_there(tmp_path: Path) -> None:
    async with using(tmp_path) as (pilot, app):
        await pilot.press("slash")
        app.post_message(events.Paste("google\ncloud\n"))
        await until(pilot, lambda: app.explorer.bar.value == "google cloud")
        app.copy_to_clipboard("a\nb")
        await pilot.press("space", "ctrl+v")
        assert app.explorer.bar.value == "google cloud a b"
        app.explorer.set_query("google")
        app.explorer.action_save_search()
        await until(pilot, lambda: bool(app.screen.query(LineInput)) and app.screen.is_modal)
        app.post_message(events.Paste("one\r\ntwo"))
        await until(pilot, lambda: app.screen.query_one(LineInput).value == "one two")


async def test_a_note_takes_several_lines_and_shows_them(tmp_path: Path) -> None:
    async with using(tmp_path) as (pilot, app):
        await pilot.press("m")
        await until(pilot, lambda: bool(app.screen.query(NoteArea)))
        app.post_message(events.Paste("first\r\nsecond\x1b[31m"))
        await until(pilot, lambda: "second" in app.screen.query_one(NoteArea).text)
        await pilot.press("ctrl+j", "t", "h", "enter")
        await until(pilot, lambda: app.screen is app.explorer)
        record = app.explorer.view.record_id
        assert app.session is not None
        assert app.session.own.note(record or "") == "first\nsecond\u241b[31m\nth"
        pane = app.explorer.record_pane

        def shown() -> list[str]:
            lines = range(pane.line_count)
            return [pane.build_line(n, pane.line_width).text.strip() for n in lines]

        await until(pilot, lambda: "✎ my note: first" in shown())
        assert "second\u241b[31m" in shown()
        assert "th" in shown()
