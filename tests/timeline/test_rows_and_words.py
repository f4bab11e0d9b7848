"""One row for each pair or record where there is room, with amounts and parties in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.corpus import Corpus
from tui.model.dates import Edtf
from tui.model.quantities import Quantity
from tui.model.records import Deal, Fact, Party, Total, Tranche
from tui.timeline.drawing.draw import Painter
from tui.timeline.layout.frame import frame, height_for, label_columns
from tui.timeline.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.records import Instrument, Record, Status

TODAY = date(2030, 1, 1)
CORPUS = Corpus(
    parties={key: Party(key, key.title()) for key in ("amsel", "birke", "clivia", "distel")}
)


def deal(
    name: str,
    when: str,
    amount: str | None = "1 bn USD",
    *,
    payer: str = "amsel",
    payee: str = "birke",
    status: Status = "paid",
    instrument: Instrument = "equity",
    tranches: tuple[Tranche, ...] = (),
) -> Deal:
    return Deal(
        name, name, payer, payee, announced=Edtf.parse(when), status=status, tranches=tranches,
        instrument=instrument, amount=Quantity.parse(amount) if amount else None,
    )  # fmt: skip


def drawn(
    records: Sequence[Record], width: int = 120, lanes: int = 8, by: str = "payer"
) -> list[str]:
    """The rows of the lanes."""
    timeline = Timeline.build(records, CORPUS, by, ())  # type: ignore[arg-type]
    height = height_for(lanes)
    labels = label_columns(width, height)
    scale = timeline.fit(width - labels.width)
    parts = frame(height)
    picture = Painter(timeline).picture(scale, height, None, TODAY, labels=labels)
    top = parts.legend + parts.bars + 1
    rows = ["".join(run.text for run in row) for row in picture.rows[top : top + parts.lanes]]
    return [row for row in rows if row.strip()]


def test_the_amount_is_written_at_its_mark_and_the_other_party_before_its_row() -> None:
    (row,) = drawn([deal("d", "2024-05-03", "up to 5 bn USD", instrument="cloud-commitment")])
    assert row.startswith(" Amsel ")
    assert row.split()[1:4] == ["→", "Birke", "cloud"]
    assert "●" in row
    assert row.rstrip().endswith("┤ ≤ $5 bn")


def test_a_lane_has_a_row_for_each_party_it_pays_where_there_is_room() -> None:
    records = [deal(f"d{at}", f"2024-0{at + 1}", payee=payee)
               for at, payee in enumerate(("birke", "clivia", "distel"))]  # fmt: skip
    assert [row.split()[:3] for row in drawn(records)] == [
        ["Amsel", "→", "Birke"], ["→", "Clivia", drawn(records)[1].split()[2]],
        ["→", "Distel", drawn(records)[2].split()[2]],
    ]  # fmt: skip
    assert len(drawn(records, lanes=3)) == 3


def test_where_there_is_no_room_for_its_rows_a_lane_names_the_parties_at_its_marks() -> None:
    records = [
        deal("a", "2020", "7 bn USD"),
        deal("b", "2024-12-12", "5 bn USD", payee="clivia"),
        deal("c", "2022", "1 M USD", payer="birke"),
        deal("d", "2022", "1 M USD", payer="clivia"),
    ]
    first = drawn(records, lanes=3)[0]
    assert "→ Birke $7 bn" in first
    assert "→ Clivia $5 bn" in first


def test_facts_and_totals_are_in_a_lane_of_their_own_below_the_deals() -> None:
    records: list[Record] = [
        Fact("f", "f", party="amsel", kind="valuation", value=Quantity.parse("60 bn USD"),
             date=Edtf.parse("2023")),
        Total("t", "t", payee="birke", period=Edtf.parse("2022"),
              amount=Quantity.parse("2 bn EUR")),
        deal("d", "2024", "1 M USD"),
    ]  # fmt: skip
    rows = drawn(records)
    assert [row.split()[0] for row in rows] == ["Amsel", "facts,", "Amsel"]
    assert "✦" in rows[2]
    assert "$60 bn" in rows[2]
    assert "€2 bn in total" in rows[1]


def test_parts_are_written_with_the_whole_that_they_are_of() -> None:
    tranches = (
        Tranche("one", amount=Quantity.parse("1 bn USD"), date=Edtf.parse("2023-01-09"),
                status="paid"),
        Tranche("two", amount=Quantity.parse("3 bn USD"), date=Edtf.parse("2024-01-09"),
                status="committed"),
    )  # fmt: skip
    (row,) = drawn(
        [deal("d", "2023-01-09", "up to 5 bn USD", status="committed", tranches=tranches)]
    )
    assert "● $1 bn ──" in row
    assert "── $3 bn of ≤ $5 bn ◉" in row


@pytest.mark.parametrize(("when", "sign"), [("../2024-05-03", "┄●"), ("2024-05-03/..", "●┄")])
def test_an_open_date_has_its_sign_at_the_known_end_and_dashes_beyond(when: str, sign: str) -> None:
    marked = [deal("d", when), deal("e", "2020", payee="clivia"), deal("f", "2028", payee="clivia")]
    assert sign in "".join(drawn(marked))
    timeline = Timeline.build(marked, CORPUS, "payer", ())
    (mark,) = timeline.marks_of("d")
    assert int(mark.middle) == date(2024, 5, 3).toordinal()


def test_a_date_of_several_cells_is_drawn_between_caps_with_its_sign_in_the_middle() -> None:
    rows = drawn([deal("d", "2023"), deal("e", "2024-06-30")])
    assert "├" in rows[0]
    left, right = rows[0].split("●")[:2]
    assert left.rstrip("─").endswith("├")
    assert right.lstrip("─").startswith("┤")


@given(
    st.lists(
        st.tuples(
            st.integers(2000, 2030).map(str),
            st.sampled_from(["amsel", "birke", "clivia", "distel"]),
            st.sampled_from(["birke", "distel", ""]),
            st.sampled_from(["1 M USD", "up to 3 bn EUR", "undisclosed"]),
        ),
        min_size=1,
        max_size=40,
    ),
    st.integers(1, 30),
    st.sampled_from(["payer", "payee", "status", "instrument", "none"]),
)
@settings(max_examples=80, deadline=None)
def test_every_mark_is_on_exactly_one_row_and_rows_never_exceed_their_room(
    found: list[tuple[str, str, str, str]], room: int, by: str
) -> None:
    records = [deal(f"d{at}", when, amount, payer=payer, payee=payee)
               for at, (when, payer, payee, amount) in enumerate(found)]  # fmt: skip
    timeline = Timeline.build(records, CORPUS, by, ())  # type: ignore[arg-type]
    plan = timeline.row_plan(room)
    assert len(plan.rows) <= room
    placed = [(mark.key, at) for at, row in enumerate(plan.rows) for mark in row.marks.marks]
    assert sorted(placed) == sorted((mark.key, plan.row_of(mark)) for mark in timeline.marks)


@given(st.integers(1, 80))
def test_the_parts_of_a_picture_fill_its_height(height: int) -> None:
    parts = frame(height)
    assert parts.legend + parts.bars + parts.lanes + parts.articles + parts.axis == height
    assert parts.bars >= 1


@given(st.integers(20, 300), st.integers(1, 60))
def test_most_of_a_picture_is_for_the_time(width: int, height: int) -> None:
    assert label_columns(width, height).width * 2 <= width
