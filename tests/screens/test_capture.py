"""Capturing what a new article says: nothing loses the place, what was made is shown at once."""

from __future__ import annotations

import threading
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from running import copy_opened_before, until

from tui.app import DealtuiApp
from tui.screens.form import FormScreen
from tui.screens.side.audit import AuditScreen
from tui.session.file_session import FileSession
from tui.widgets.forms.change_preview import VerdictLines
from tui.widgets.forms.form import Form

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.model.problems import Problem
    from tui.model.task import Task

PRESS = """Mistral lève deux milliards auprès d'Amazon

La société française Mistral a annoncé mercredi avoir levé 2 milliards d'euros auprès d'Amazon,
dont 500 millions versés immédiatement. La valorisation atteint 12 milliards d'euros.
"""
ENTRY = """articles:
  press: {file: press.txt, published: 2025-03-14, language: fr}
"""


@pytest.fixture
def corpus(tmp_path: Path, opened_before: None) -> Path:
    """The shipped corpus with an article that nobody has read yet."""
    path = copy_opened_before(tmp_path)
    (tmp_path / "seeds" / "press.txt").write_text(PRESS, "utf-8")
    source = path.read_text("utf-8").replace("\narticles:\n", f"\n{ENTRY}", 1)
    path.write_text(source, "utf-8")
    return path


@asynccontextmanager
async def reading_press(path: Path) -> AsyncIterator[tuple[Pilot[None], DealtuiApp]]:
    app = DealtuiApp(path, article="press")
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.explorer.article_pane.article_id == "press")
        await until(
            pilot,
            lambda: app.session is not None and app.session.proofs.complete,
        )
        yield pilot, app


async def open_form(pilot: Pilot[None], app: DealtuiApp) -> Form:
    """Ask for the figure at hand to be recorded."""
    await pilot.press("a")
    await until(pilot, lambda: isinstance(app.screen, FormScreen))
    form = app.screen.query_one(Form)
    await until(pilot, lambda: form.row is not None)
    return form


async def adopt(pilot: Pilot[None], app: DealtuiApp, *keys: str) -> None:
    """Record the figure at hand, after some keys in the form."""
    await open_form(pilot, app)
    before = app.session.loaded.source
    await pilot.press(*keys, "enter")
    await until(pilot, lambda: app.session.loaded.source != before)
    await pilot.pause()


async def test_a_new_record_is_prefilled_proved_and_shown_beside_its_article(corpus: Path) -> None:
    async with reading_press(corpus) as (pilot, app):
        await pilot.press("i", "i")
        await adopt(pilot, app)
        explorer = app.explorer
        assert explorer.view.reading is not None
        record = explorer.view.reading.record
        assert record.id == "amazon-mistral-2025"
        assert explorer.article_pane.article_id == "press"
        states = {field.path: field.state for field in explorer.view.reading.proof.fields}
        assert states["amount"] == states["payer"] == states["payee"] == "proved"
        assert states["announced"] == "proved"
        await pilot.press("u")
        await until(
            pilot, lambda: bool(app.session and record.id not in app.session.corpus.records)
        )
        await pilot.pause()
        # The record is gone; the article that is being read is not.
        assert explorer.article_pane.article_id == "press"
        assert explorer.article_pane.text == PRESS


async def test_a_form_that_is_left_leads_nowhere_later(corpus: Path) -> None:
    async with reading_press(corpus) as (pilot, app):
        await pilot.press("i", "i")
        form = await open_form(pilot, app)
        assert form.answers["id"] == "amazon-mistral-2025"
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.explorer)
        before = app.explorer.view.reading.record.id
        made_by_hand = (
            "  - {id: amazon-mistral-2025, title: Written by hand, payer: amazon, payee: mistral}\n"
        )
        source = corpus.read_text("utf-8")
        corpus.write_text(source.replace("\ndeals:\n", f"\ndeals:\n{made_by_hand}", 1), "utf-8")
        await until(pilot, lambda: "amazon-mistral-2025" in app.session.corpus.records)
        await until(pilot, lambda: app.explorer.view.session is app.session)
        await pilot.pause()
        assert app.explorer.view.reading.record.id == before


SHARED = """version: 1
articles:
  old: {file: old.txt, not-a-deal: &seen [{quote: ten, because: a percentage}]}
  press: {file: press.txt, published: 2025-03-14, language: fr, not-a-deal: *seen}
deals:
  - id: one
    title: One
    amount: 1 bn EUR
    evidence: &told
      - {for: amount, article: old, quote: ten}
  - {id: two, title: Two, amount: 2 bn EUR, evidence: *told}
"""


@pytest.mark.parametrize("key", ["a", "x"], ids=["capture", "dismissal"])
async def test_a_list_that_the_file_shares_by_an_alias_is_left_alone_with_a_reason(
    tmp_path: Path, opened_before: None, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    (tmp_path / "press.txt").write_text(PRESS, "utf-8")
    (tmp_path / "old.txt").write_text("The figure of ten stands here alone.\n", "utf-8")
    path = tmp_path / "deals.yaml"
    path.write_text(SHARED, "utf-8")
    app = DealtuiApp(path, article="press")
    said: list[str] = []
    async with app.run_test(size=(100, 30)) as pilot:
        explorer = app.explorer
        await until(pilot, lambda: explorer.article_pane.text == PRESS)
        explorer.go_to("two")
        app.explorer.read_article("press")
        await pilot.pause()
        monkeypatch.setattr(app, "say", lambda words, **_: said.append(words))
        await pilot.press("i", "i")
        if key == "a":
            form = await open_form(pilot, app)
            form.put("record as", "two")
            form.post_message(Form.Changed("record as", settled=True))
            verdict = app.screen.query_one(VerdictLines)
            await until(pilot, lambda: "elsewhere" in str(verdict._lines))
            said = [verdict._lines[0][0]]
            await pilot.press("enter", "escape")
            await until(pilot, lambda: app.screen is explorer)
        else:
            await pilot.press("x")
            await until(pilot, lambda: isinstance(app.screen, FormScreen))
            await pilot.press(*"no deal")
            verdict = app.screen.query_one(VerdictLines)
            await until(pilot, lambda: "elsewhere" in str(verdict._lines))
            said = [verdict._lines[0][0]]
            await pilot.press("escape", "escape")
            await until(pilot, lambda: app.screen is explorer)
        await until(pilot, lambda: bool(said))
        assert "is written elsewhere and stands here as *" in said[0]
        assert app.screen is explorer
    assert path.read_text("utf-8") == SHARED


async def test_the_article_stays_where_it_was_read_when_another_record_takes_its_figure(
    corpus: Path,
) -> None:
    async with reading_press(corpus) as (pilot, app):
        explorer = app.explorer
        assert explorer.view.reading is not None
        before = explorer.view.reading.record.id
        await pilot.press("i", "i")
        await adopt(pilot, app, *"this record", "enter", "tab", *"announced", "enter")
        assert explorer.view.reading.record.id == before
        assert explorer.article_pane.article_id == "press"
        await pilot.press("i")
        assert explorer.view.figure is not None
        assert explorer.view.figure.text == "500 millions"


async def test_figures_fill_in_below_the_findings_and_hiding_them_stops_the_reading(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_up = threading.Event()

    def endless(
        self: FileSession, on_found: Callable[[Sequence[Problem]], None], task: Task
    ) -> None:
        try:
            while True:
                task.report("reading figures", 3, 6)
        finally:
            given_up.set()

    async with reading_press(corpus) as (pilot, app):
        await pilot.press("tab", "A")
        await until(pilot, lambda: isinstance(app.screen, AuditScreen))
        screen = app.screen
        assert isinstance(screen, AuditScreen)
        await until(pilot, lambda: screen._all_read)
        assert {one.code for one in screen.figures} == {"figure-open"}
        assert [one.article for one in screen.figures] == ["press"] * len(screen.figures)
        assert "figure-open" not in {one.code for one in screen.findings or ()}
        monkeypatch.setattr(FileSession, "audit_figures", endless)
        screen._all_read = False
        await pilot.press("v", "v")
        await until(pilot, lambda: screen.progress is not None)
        assert "reading figures 3 of 6" in "".join(text for text, _ in screen.heading()[0])
        await pilot.press("v")
        await until(pilot, given_up.is_set)
        assert screen.progress is None


async def test_the_first_record_of_a_corpus_is_made_out_of_an_article(
    tmp_path: Path, opened_before: None
) -> None:
    (tmp_path / "press.txt").write_text(PRESS, "utf-8")
    path = tmp_path / "deals.yaml"
    empty = f"version: 1\nparties:\n  mistral: {{name: Mistral}}\n{ENTRY}"
    path.write_text(empty, "utf-8")
    app = DealtuiApp(path, article="press")
    async with app.run_test(size=(100, 30)) as pilot:
        explorer = app.explorer
        await until(pilot, lambda: explorer.article_pane.text == PRESS)
        await pilot.press("i", "i")
        await adopt(pilot, app)
        assert explorer.view.reading is not None
        assert explorer.view.reading.record.id == "amazon-mistral-2025"
        await pilot.press("u")
        await until(pilot, lambda: explorer.view.reading is None)
        assert explorer.article_pane.text == PRESS
    assert path.read_text("utf-8") == empty
