"""Files that change under the app, and what it makes of them."""

from __future__ import annotations

import weakref
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from running import at_rest, copy_opened_before, until

from tui.app import DealtuiApp
from tui.screens import opening
from tui.screens.form import FormScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

pytestmark = pytest.mark.usefixtures("opened_before")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A copy of the shipped corpus that a test may change."""
    return copy_opened_before(tmp_path / "corpus")


@asynccontextmanager
async def reading(path: Path) -> AsyncIterator[tuple[Pilot[None], DealtuiApp]]:
    app = DealtuiApp(path)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        yield pilot, app


async def test_a_changed_file_is_read_again_and_the_place_is_kept(corpus: Path) -> None:
    async with reading(corpus) as (pilot, app):
        app.explorer.go_to("amazon-anthropic-2023", "amount")
        text = corpus.read_text("utf-8")
        corpus.write_text(text.replace("Amazon backs Anthropic", "Amazon helps Anthropic"), "utf-8")
        await until(
            pilot,
            lambda: (
                app.session is not None
                and app.session.record("amazon-anthropic-2023").title == "Amazon helps Anthropic"
            ),
        )
        state = app.explorer.state
        await until(pilot, lambda: state.view.reading.record.title == "Amazon helps Anthropic")
        assert app.explorer.results.chosen == "amazon-anthropic-2023"


async def test_a_file_broken_for_the_moment_keeps_the_last_good_state(corpus: Path) -> None:
    async with reading(corpus) as (pilot, app):
        good = corpus.read_text("utf-8")
        count = len(app.session.records)
        corpus.write_text("deals:\n  - id: [broken\n", "utf-8")
        await until(pilot, lambda: "broken on disk" in app.explorer.view.progress)
        assert "line" in app.explorer.view.progress
        assert len(app.session.records) == count
        corpus.write_text(good, "utf-8")
        await until(pilot, lambda: "broken on disk" not in app.explorer.view.progress)


@pytest.mark.parametrize("kept", [0, 30])
async def test_a_file_cut_between_two_lines_keeps_the_last_good_state_until_it_is_whole(
    corpus: Path, kept: int
) -> None:
    async with reading(corpus) as (pilot, app):
        good, session = corpus.read_text("utf-8"), app.session
        whole = good.index("\ndeals:") if not kept else good.index("  - id:", len(good) * 2 // 3)
        corpus.write_text(good[:whole] + "\n" * (not kept), "utf-8")
        await until(pilot, lambda: "ends early on disk" in app.explorer.view.progress)
        assert app.session is session
        corpus.write_text(good, "utf-8")
        await until(pilot, lambda: app.session is not session)
        await until(pilot, lambda: "ends early on disk" not in app.explorer.view.progress)
        assert len(app.session.records) == len(session.records)


async def test_a_file_that_stays_cut_is_shown_as_it_is(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_DOUBT", 0.1)
    async with reading(corpus) as (pilot, app):
        good = corpus.read_text("utf-8")
        corpus.write_text(good[: good.index("\ndeals:") + 1], "utf-8")
        await until(pilot, lambda: not app.session.records)


async def test_an_article_that_changes_is_proved_anew(corpus: Path) -> None:
    async with reading(corpus) as (pilot, app):
        article = corpus.parents[1] / "seeds" / "003_fad694d2320de778.txt"
        text = article.read_text("utf-8")
        article.write_text(text.replace("jusqu'à 4 milliards", "jusqu'à 5 milliards"), "utf-8")
        await until(
            pilot,
            lambda: (
                app.session is not None
                and app.session.known_state("amazon-anthropic-2023") == "changed"
            ),
        )


async def test_an_article_that_vanishes_while_shown_does_no_harm(corpus: Path) -> None:
    async with reading(corpus) as (pilot, app):
        app.explorer.go_to("amazon-anthropic-2023", "amount")
        article = corpus.parents[1] / "seeds" / "003_fad694d2320de778.txt"
        kept = article.read_bytes()
        article.unlink()
        await until(pilot, lambda: bool(app.session and app.session.problems))
        await pilot.press("j", "n", "]")
        article.write_bytes(kept)
        await until(pilot, lambda: bool(app.session and not app.session.problems))


async def test_an_adopted_quote_stands_in_the_file_and_undo_takes_it_back(corpus: Path) -> None:
    async with reading(corpus) as (pilot, app):
        before = corpus.read_bytes()
        explorer = app.explorer
        explorer.go_to("amazon-anthropic-2023", "amount")
        explorer.show_pane("article")
        await pilot.pause()
        pane = explorer.article_pane
        await pilot.press("v", "l", "l", "a")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        await pilot.press("enter")
        await until(pilot, lambda: corpus.read_bytes() != before)
        added = corpus.read_text("utf-8")
        assert pane.selection is not None or added.count("quote:") > before.count(b"quote:")
        await until(pilot, lambda: app.session.loaded.source == added)
        await pilot.press("u")
        await until(pilot, lambda: corpus.read_bytes() == before)


async def test_the_corpus_steps_back_to_what_was_known(corpus: Path) -> None:
    async with reading(corpus) as (pilot, app):
        explorer = app.explorer
        everything = len(explorer.view.session.records)
        explorer.show_pane("timeline")
        await pilot.pause()
        await pilot.press("w")
        await until(pilot, lambda: "as known on" in explorer.view.progress)
        await pilot.press("w", "w", "w")
        await until(pilot, lambda: "31 Oct 2023" in explorer.view.progress)
        assert 0 < len(explorer.view.session.records) < everything
        assert not explorer.view.session.has_record("amazon-anthropic-2025")
        await pilot.press("W", "W", "W", "W")
        await until(pilot, lambda: not explorer.view.progress)
        assert len(explorer.view.session.records) == everything


async def test_the_place_deep_in_a_long_list_is_kept_on_its_line(tmp_path: Path) -> None:
    deals = "".join(
        f"  - {{id: deal-{at}, title: Deal {at}, payer: a, announced: 2020}}\n" for at in range(400)
    )
    head = "version: 1\nparties: {a: {name: A}}\ndeals:\n"
    path = tmp_path / "deals.yaml"
    path.write_text(head + deals, "utf-8")
    async with reading(path) as (pilot, app):
        results = app.explorer.results
        results.move_to(300)
        await pilot.pause()
        results.scroll_lines(results.top + 9)
        chosen, line = results.chosen, results.cursor * results.rows_a_record - results.top
        newer = "  - {id: newer, title: Newer, payer: a, announced: 2021}\n"
        path.write_text(head + newer + deals, "utf-8")
        await until(pilot, lambda: results.total == 401)
        await at_rest(pilot, app)
        assert results.chosen == chosen
        assert results.cursor * results.rows_a_record - results.top == line


async def test_an_open_audit_follows_the_file(corpus: Path) -> None:
    async with reading(corpus) as (pilot, app):
        await pilot.press("A")
        await until(pilot, lambda: app.screen is not app.explorer and bool(app.screen.findings))
        audit = app.screen
        await pilot.press("j", "j")
        before = len(audit.findings)
        text = corpus.read_text("utf-8")
        corpus.write_text(text.replace("jusqu'à 4 milliards", "jusqu'à 5 milliards"), "utf-8")
        await until(pilot, lambda: len(audit.findings) > before)
        assert app.screen is audit
        corpus.write_text(text, "utf-8")
        await until(pilot, lambda: len(audit.findings) == before)


@pytest.mark.parametrize(("key", "kind"), [("A", "record"), ("r", "article"), ("f", "deals")])
async def test_what_an_open_screen_leads_to_may_be_gone(
    corpus: Path, key: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(corpus) as (pilot, app):
        await pilot.press(key)
        await until(
            pilot,
            lambda: (
                app.screen is not app.explorer
                and any(
                    entry.target is not None and entry.target.kind == kind
                    for entry in app.screen.entries._entries
                )
            ),
        )
        side, said = app.screen, []
        monkeypatch.setattr(app, "say", lambda words, **_: said.append(words))
        target = next(e.target for e in side.entries._entries if e.target and e.target.kind == kind)
        corpus.write_text("version: 1\ndeals: [{id: only, title: Only one}]\n", "utf-8")
        await until(pilot, lambda: len(app.session.records) == 1)
        side.post_message(side.entries.Followed(target))
        await until(pilot, lambda: bool(said))
        assert "is not in the corpus now" in said[0]
        await at_rest(pilot, app)


async def test_what_was_read_before_a_change_goes_when_it_is_read_anew(tmp_path: Path) -> None:
    path = copy_opened_before(tmp_path)
    app = DealtuiApp(path, cache=False)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        assert app.session is not None
        before = weakref.ref(app.session)
        path.write_text(path.read_text("utf-8") + "# more\n", "utf-8")
        await pilot.press("f5")
        await until(pilot, lambda: before() is None)
        await at_rest(pilot, app)
