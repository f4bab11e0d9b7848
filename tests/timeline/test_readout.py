"""The readout: what the chosen mark is, how far it is proved, and the sentence that says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.explorer_ports import small_session
from tui.model.widths import cells
from tui.screens.explorer.reading import RecordReading
from tui.screens.explorer.readout import readout_of
from tui.widgets.drawing.glyphs import PROOF
from tui.widgets.timeline.readout import Readout, readout_lines

if TYPE_CHECKING:
    from pathlib import Path

LONG = Readout(
    "◉", "committed", "18 Nov 2025", "Amsel → Birke", "up to $30 bn", "committed",
    "cloud commitment", PROOF["proved"], "Amsel undertakes to pay up to 30 billion dollars over "
    "ten years for the use of the machines of Birke", "The Daily Hedgerow",
)  # fmt: skip


def words(readout: Readout, width: int, rows: int) -> list[str]:
    return ["".join(text for text, _ in line) for line in readout_lines(readout, width, rows)]


@given(st.integers(1, 200), st.integers(1, 2))
def test_no_line_is_wider_than_its_room(width: int, rows: int) -> None:
    lines = words(LONG, width, rows)
    assert len(lines) <= rows
    assert all(cells(line) <= width for line in lines)


def test_where_there_is_room_it_says_everything() -> None:
    first, second = words(LONG, 180, 2)
    assert first == (
        " ◉ 18 Nov 2025  Amsel → Birke  up to $30 bn committed  ✓ proved  cloud commitment"
    )
    assert second == f" “{LONG.quote}”  The Daily Hedgerow"


def test_on_one_row_the_quote_follows_as_far_as_it_has_room() -> None:
    (line,) = words(LONG, 150, 1)
    assert "✓ proved" in line
    assert "“Amsel undertakes" in line
    assert "…”  The Daily Hedgerow" in line
    (short,) = words(LONG, 60, 1)
    assert "“" not in short


@pytest.fixture
def reading(tmp_path: Path) -> tuple[Readout, Readout]:
    session = small_session(tmp_path)
    at_amount = RecordReading.of(session, "amazon-1").at_field(session, "amount")
    assert at_amount is not None
    return readout_of(session, at_amount), readout_of(session, RecordReading.of(session, "bare"))


def test_it_quotes_what_the_article_pane_shows(reading: tuple[Readout, Readout]) -> None:
    told, _ = reading
    assert (told.when, told.parties) == ("Oct 2023", "Amazon → Anthropic")
    assert (told.amount, told.status) == ("$4 bn", "announced")
    assert (told.proof.word, told.source) == ("disputed", "First")
    assert told.quote == "4 billion dollars"


def test_a_record_without_source_says_that_no_quote_says_it(
    reading: tuple[Readout, Readout],
) -> None:
    _, bare = reading
    assert bare.proof.word == "unsourced"
    assert "no quote says it" in words(bare, 100, 2)[1]
