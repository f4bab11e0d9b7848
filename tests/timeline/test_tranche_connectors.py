"""Tranches are seen to belong to their deal, in other columns and in other lanes."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tui.model.corpus import Corpus
from tui.model.dates import Edtf
from tui.model.quantities import Quantity
from tui.model.records import Deal, Status, Tranche
from tui.timeline.drawing.draw import Painter
from tui.timeline.drawing.tranche_connectors import MAX_CONNECTED
from tui.timeline.timeline import Timeline

TODAY = date(2030, 1, 1)


def deal(number: int, day: str, status: Status, *parts: tuple[str, Status]) -> Deal:
    tranches = tuple(
        Tranche(f"t{at}", date=Edtf.parse(when), status=state, amount=Quantity.parse("1 M USD"))
        for at, (when, state) in enumerate(parts)
    )
    return Deal(
        f"d{number}", "t", "a", "b", announced=Edtf.parse(day), status=status, tranches=tranches,
        amount=Quantity.parse("9 M USD"),
    )  # fmt: skip


def rows(records: list[Deal], by: str, selected: str | None = None) -> list[str]:
    """The three rows of the lanes."""
    timeline = Timeline.build(records, Corpus(), by)
    picture = Painter(timeline).picture(timeline.fit(60), 6, selected, TODAY)
    return ["".join(run.text for run in row)[picture.label_width :] for row in picture.rows[2:5]]


def test_a_tranche_of_another_day_is_connected_along_the_lane() -> None:
    row = rows([deal(1, "2023-01-01", "paid", ("2023-09-01", "paid"))], "payer")[0]
    assert re.fullmatch(r"● → b \$9 M ─+ → b \$1 M ●", row.strip())


def test_a_tranche_in_another_lane_is_connected_down_to_it() -> None:
    drawn = rows([deal(1, "2023-01-01", "committed", ("2023-09-01", "paid"))], "status")
    corner = drawn[0].index("╮")
    assert set(drawn[0][drawn[0].index("─") : corner]) == {"─"}
    assert drawn[1][corner] == "●"


def test_a_connector_passes_the_lanes_between_and_crosses_their_intervals() -> None:
    records = [
        deal(1, "2023-01-01", "committed", ("2023-09-01", "paid")),
        deal(2, "2023/2024", "announced"),
        deal(3, "2022-01-01", "announced"),
        deal(4, "2022-06-01", "announced"),
        deal(5, "2022-08-01", "committed"),
        deal(6, "2022-10-01", "committed"),
        deal(7, "2022-11-01", "committed"),
    ]
    drawn = rows(records, "status")
    order = [at for at, row in enumerate(drawn[:3]) if "┼" in row]
    assert order == [1]
    corner = drawn[1].index("┼")
    assert {drawn[0][corner], drawn[2][corner]} & {"╮", "╯"}


def test_a_tranche_of_the_same_day_in_the_next_lane_hangs_on_a_loop() -> None:
    drawn = rows([deal(1, "2023-01-01", "committed", ("2023-01-01", "paid")),
                  deal(2, "2024-01-01", "paid")], "status")  # fmt: skip
    assert drawn[0].index("╮") == drawn[1].index("╯")


@pytest.mark.parametrize(("selected", "connected"), [(None, 0), ("d0", 1)])
def test_of_many_deals_only_the_selected_one_is_connected_across_lanes(
    selected: str | None, connected: int
) -> None:
    records = [
        deal(
            number, f"20{number % 20:02}-01-01", "committed", (f"20{number % 20:02}-09-01", "paid")
        )
        for number in range(MAX_CONNECTED + 1)
    ]
    drawn = rows(records, "status", selected)
    assert sum(row.count("╮") + row.count("╯") > 0 for row in drawn[:1]) == connected


def test_a_connector_never_covers_a_mark() -> None:
    records = [
        deal(1, "2023-01-01", "committed", ("2023-09-01", "paid")),
        deal(2, "2023-05-01", "committed"),
        deal(3, "2023-09-01", "announced"),
    ]
    timeline = Timeline.build(records, Corpus(), "status")
    picture = Painter(timeline).picture(timeline.fit(60), 6, None, TODAY)
    for record in records:
        cell = picture.cell_of(record.id)
        assert cell is not None
        text = "".join(run.text for run in picture.rows[cell[0]])
        assert text[cell[1]] not in " ─│┿╮╯"
