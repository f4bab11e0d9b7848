"""The keys by which a fresh article is recorded: each step as pressed, counted, and its outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from running import at_rest, until

from tui.app import DealtuiApp
from tui.screens.form import FormScreen
from tui.widgets.forms.form import Form

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

FIRST = "Kestrel Capital has agreed to invest 2 billion dollars in Larkspur, it said in March.\n"
FRESH = """A busy week for the mills

Bramble Works said on Monday it had bought Oakshott Mills for 310 million euros.

Kestrel Capital has agreed to invest 3.5 billion dollars in Larkspur, a person close to it said.
"""
SECOND = "Kestrel Capital has agreed to invest 2 billion dollars in Larkspur, the two said.\n"
CORPUS = """version: 1
articles_dir: .
parties:
  kestrel: {name: Kestrel Capital, aliases: [Kestrel]}
  larkspur: {name: Larkspur}
articles:
  first: {file: first.txt, published: 2025-03-04, language: en}
  fresh: {file: fresh.txt, published: 2025-03-10, language: en}
  second: {file: second.txt, published: 2025-03-12, language: en}
deals:
  - id: kestrel-larkspur-2025
    title: Kestrel backs Larkspur
    payer: kestrel
    payee: larkspur
    status: committed
    announced: 2025-03
    amount: 2 bn USD
    evidence:
      - {for: [amount, payer, payee], article: first, quote: 2 billion dollars}
"""


class Step(NamedTuple):
    """What the user wants, the keys that are pressed for it, and what stands in the file then."""

    intent: str
    keys: tuple[str, ...]
    written: str


LOG = (
    Step(
        "a deal between two parties that the corpus lacks",
        ("right_curly_bracket", "a", "enter"),
        "    payer: bramble-works\n    payee: oakshott-mills\n",
    ),
    Step(
        "another figure for a record that the corpus has, as a dispute",
        ("i", "a", "enter"),
        "stance: disputes",
    ),
    Step(
        "a second source for that record out of another article",
        ("right_curly_bracket", "a", "enter"),
        "article: second",
    ),
)
MOST = 12
"""Keys for a record with both parties, an aim of the program."""


def corpus_in(folder: Path) -> Path:
    """The file of the corpus, with its articles beside it."""
    for name, text in (("first", FIRST), ("fresh", FRESH), ("second", SECOND)):
        (folder / f"{name}.txt").write_text(text, "utf-8")
    path = folder / "deals.yaml"
    path.write_text(CORPUS, "utf-8")
    return path


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["120x40", "80x24"])
async def test_a_deal_a_dispute_and_a_second_source_take_three_keys_each(
    tmp_path: Path, own_folders: None, size: tuple[int, int]
) -> None:
    path = corpus_in(tmp_path)
    app = DealtuiApp(path)
    async with app.run_test(size=size) as pilot:
        await at_rest(pilot, app)
        for step in LOG:
            before = path.read_text("utf-8")
            for key in step.keys:
                await press(pilot, app, key)
            await until(pilot, lambda before=before: path.read_text("utf-8") != before)
            await until(pilot, lambda: app.session.loaded.source == path.read_text("utf-8"))
            await at_rest(pilot, app)
            assert step.written in path.read_text("utf-8"), step.intent
            assert len(step.keys) <= MOST
            if "payer" in step.written:
                states = {one.path: one.state for one in app.explorer.view.reading.proof.fields}
                assert states["amount"] == states["payer"] == states["payee"] == "proved"
        text = path.read_text("utf-8")
        assert "says: 3.5 bn USD" in text
        assert app.session.proof("kestrel-larkspur-2025").state == "disputed"
        for _ in LOG:
            await pilot.press("u")
            await pilot.pause()
        await until(pilot, lambda: path.read_text("utf-8") == CORPUS)


async def press(pilot: Pilot[None], app: DealtuiApp, key: str) -> None:
    """Press a key; a form that it opens is there before the next."""
    await pilot.press(key)
    if key == "a":
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        await until(pilot, lambda: app.screen.query_one(Form).row is not None)
    await pilot.pause()


async def test_a_wrong_party_is_answered_otherwise_with_a_few_letters(
    tmp_path: Path, own_folders: None
) -> None:
    path = corpus_in(tmp_path)
    app = DealtuiApp(path)
    keys = ("right_curly_bracket", "a", "tab", *"kest", "enter", "enter")
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        for key in keys:
            await press(pilot, app, key)
        await until(pilot, lambda: path.read_text("utf-8") != CORPUS)
        assert "    payer: kestrel\n    payee: oakshott-mills\n" in path.read_text("utf-8")
    assert len(keys) <= MOST
