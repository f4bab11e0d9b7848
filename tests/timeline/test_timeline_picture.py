"""The picture that is taken along: no sign over another, nothing lost, signs explained."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.export.timeline_layout import LARGE, PLAIN, SMALL, placed, radius_of, ranges
from tui.export.timeline_svg import timeline_svg
from tui.model.corpus import Corpus
from tui.model.dates import Edtf
from tui.model.quantities import Quantity
from tui.model.records import Deal, Status
from tui.timeline.marks import marks

statuses: st.SearchStrategy[Status] = st.sampled_from(["paid", "announced", "cancelled"])


def deal(number: int, when: str, amount: str, status: Status = "paid") -> Deal:
    return Deal(f"d{number}", f"Deal {number}", "a", "b", status=status,
                announced=Edtf.parse(when), amount=Quantity.parse(amount))  # fmt: skip


@given(
    st.lists(
        st.tuples(
            st.one_of(
                st.integers(2000, 2030).map(str),
                st.dates().map(str).filter(lambda day: "2000" < day < "2030"),
            ),
            st.sampled_from(["1 M USD", "1 bn USD", "900 bn USD", "80 %", "undisclosed"]),
        ),
        min_size=1,
        max_size=60,
    )
)
@settings(max_examples=60, deadline=None)
def test_no_sign_lies_over_another_and_each_mark_is_in_one(found: list[tuple[str, str]]) -> None:
    own = marks([deal(at, *item) for at, item in enumerate(found)], Corpus())[0]
    spots, height = placed(own, lambda day: (day - 730_000) / 13, ranges(own), lambda _: "$1 bn")
    assert sorted(mark.key for spot in spots for mark in spot.marks) == sorted(m.key for m in own)
    for at, spot in enumerate(spots):
        assert spot.y - spot.radius >= 0
        assert spot.y + spot.radius <= height
        for other in spots[at + 1 :]:
            apart = spot.right <= other.left or other.right <= spot.left
            assert apart or abs(spot.y - other.y) >= spot.radius + other.radius


def test_only_money_is_sized() -> None:
    found = [deal(1, "2023", "80 %"), deal(2, "2023", "1 M USD"), deal(3, "2023", "1 tn USD"),
             deal(4, "2023", "30 GW"), deal(5, "2023", "undisclosed")]  # fmt: skip
    own = marks(found, Corpus())[0]
    radii = [radius_of(mark, ranges(own)) for mark in own]
    assert radii == [PLAIN, PLAIN, LARGE, PLAIN, SMALL]


@given(st.sets(statuses, min_size=1))
@settings(max_examples=8, deadline=None)
def test_the_legend_names_the_statuses_that_occur_and_no_others(shown: set[Status]) -> None:
    records = [deal(at, "2023", "1 bn USD", status) for at, status in enumerate(sorted(shown))]
    corpus = Corpus(records={record.id: record for record in records})
    root = ElementTree.fromstring(timeline_svg(corpus, records, title="Deals"))
    words = {(text.text or "").partition(" ")[0] for text in root.findall(".//{*}text")}
    assert words & {"paid", "announced", "cancelled", "rumoured"} == shown


def test_figures_keep_their_bounds_in_the_picture() -> None:
    records = [deal(1, "2023", "up to 4 bn USD"), deal(2, "2024", "more than 3 bn USD")]
    corpus = Corpus(records={record.id: record for record in records})
    words = set(re.findall(r">([^<>]+)</text>", timeline_svg(corpus, records)))
    assert {"up to $4 bn", "&gt; $3 bn"} <= words
