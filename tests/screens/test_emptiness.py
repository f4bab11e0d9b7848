"""Where there is nothing to show, it is said why and what to do, and nothing that is false."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.running import SHIPPED, at_rest, until
from tui.app import DealtuiApp
from tui.corpus.load import load
from tui.model.headline import value_words
from tui.model.records import field_rows
from tui.screens.emptiness import nothing_listed, unreadable_words
from tui.screens.explorer.state import View
from tui.session.file_session import FileSession

if TYPE_CHECKING:
    from pathlib import Path

EMPTY = "version: 1\narticles_dir: articles\n"
BROKEN = EMPTY + "deals:\n  - {id: a, title: A\n"
WRONG = EMPTY + "deals:\n  - {id: a, title: A, no-such-key: 1}\n  - {id: b, title: B}\n"


def session(folder: Path, text: str) -> FileSession:
    (folder / "articles").mkdir()
    path = folder / "deals.yaml"
    path.write_text(text, "utf-8")
    return FileSession(load(path))


def test_a_file_that_cannot_be_read_is_no_empty_one(tmp_path: Path) -> None:
    words = nothing_listed(View(session=session(tmp_path, BROKEN)))
    assert words.startswith("deals.yaml cannot be read, line 5: ")
    assert "e opens it there" in words
    assert "No record" not in words
    assert "No article" not in words


def test_an_included_file_that_cannot_be_read_is_the_one_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "more.yaml").write_text("deals: [a\n", "utf-8")
    opened = session(tmp_path, "version: 1\ninclude: [more.yaml]\n")
    assert unreadable_words(opened).startswith("more.yaml cannot be read, line 2: ")
    assert unreadable_words(opened) == nothing_listed(View(session=opened))


def test_what_is_wrong_with_some_records_keeps_no_other_from_being_read(tmp_path: Path) -> None:
    opened = session(tmp_path, WRONG)
    assert opened.problems
    assert unreadable_words(opened) == ""


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "No article yet."),
        ({"query": "zzz"}, "Nothing matches. Esc"),
        ({"known_until": date(2020, 1, 1)}, "No record was known then. Esc"),
    ],
)
def test_an_empty_list_says_what_to_do(
    tmp_path: Path, changes: dict[str, object], words: str
) -> None:
    view = View(session=session(tmp_path, EMPTY), **changes)  # type: ignore[arg-type] # one field
    assert nothing_listed(view).startswith(words)


def test_before_the_corpus_is_read_nothing_is_said_to_be_missing() -> None:
    assert "being read" in nothing_listed(View())


def shown(app: DealtuiApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def test_a_broken_file_says_so_on_every_screen_and_leads_to_the_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "deals.yaml"
    path.write_text(BROKEN, "utf-8")
    app = DealtuiApp(path)
    opened: list[tuple[Path, int]] = []
    monkeypatch.setattr(app, "_edit", lambda *place: opened.append(place))
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "deals.yaml cannot be read, line 5" in shown(app))
        await pilot.press("e")
        assert opened == [(path, 5)]
        for key in "fr":
            await pilot.press(key)
            await until(
                pilot,
                lambda: app.screen is not app.explorer and "cannot be read, line 5" in shown(app),
            )
            await pilot.press("escape")
        await pilot.press("t")
        await until(pilot, lambda: "No record here has a date." in shown(app))


async def test_no_word_of_a_value_is_broken_in_a_narrow_record() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        opened, pane = app.session, app.explorer.record_pane
        assert opened is not None
        for position in range(0, opened.record_count, 4):
            record = opened.record(app.explorer.results._listing.record_id(position))
            pane.show(record, opened.proof(record.id))
            drawn = [
                pane.build_line(line, pane.line_width).text.split()
                for line in range(pane.line_count)
            ]
            words = {word for line in drawn for word in line}
            for row in field_rows(record)[:6]:
                value = value_words(row.value, row.label, opened.names, opened.locale)
                for word in value.split()[:2]:
                    assert word in words, (record.id, row.path, value)
