"""How much of an article is recorded."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.proof.extract import find_mentions
from tui.proof.verify.coverage import RECORDED_KINDS, MentionState, cover

TEXT = (
    "Amazon va investir jusqu'à 4 milliards de dollars, dont 1,25 milliard immédiatement, soit "
    "30 % du total et un tiers du capital. Six opérations, plusieurs milliards de dollars et "
    "2,2 gigawatts depuis le 25 septembre 2023."
)
MENTIONS = find_mentions(TEXT)
SPANS = st.lists(
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, 60)).map(
        lambda pair: (pair[0], min(len(TEXT), pair[0] + pair[1]))
    ),
    max_size=5,
)


@given(SPANS, SPANS)
def test_every_figure_is_in_one_state_and_none_is_lost(
    quotes: list[tuple[int, int]], dismissals: list[tuple[int, int]]
) -> None:
    found = cover("one", MENTIONS, [(start, end, "r") for start, end in quotes], dismissals)
    wanted = [mention for mention in MENTIONS if mention.kind in RECORDED_KINDS]
    assert [mention for mention, _, _ in found.mentions] == wanted
    states: tuple[MentionState, ...] = ("covered", "dismissed", "open")
    assert sum(found.count(state) for state in states) == len(wanted) > 4
    assert all(bool(records) == (state == "covered") for _, state, records in found.mentions)


@given(SPANS, st.tuples(st.integers(0, len(TEXT)), st.integers(0, 60)))
def test_another_quote_never_opens_a_figure(
    quotes: list[tuple[int, int]], more: tuple[int, int]
) -> None:
    before = cover("one", MENTIONS, [(start, end, "r") for start, end in quotes], [])
    added = [*((start, end, "r") for start, end in quotes), (more[0], sum(more), "s")]
    after = cover("one", MENTIONS, added, [])
    assert after.count("covered") >= before.count("covered")


def test_a_quote_that_holds_half_a_number_covers_nothing() -> None:
    start = TEXT.index("1,25")
    assert cover("one", MENTIONS, [(start, start + 1, "r")], []).count("covered") == 0
    assert cover("one", MENTIONS, [(start, start + 4, "r")], []).count("covered") == 1


def test_a_figure_names_each_record_that_covers_it_once() -> None:
    start = TEXT.index("4 milliards")
    quotes = [(start, start + 11, "a"), (start, start + 22, "b"), (start, start + 22, "a")]
    covered = [records for _, state, records in cover("one", MENTIONS, quotes, []).mentions
               if state == "covered"]  # fmt: skip
    assert covered == [("a", "b")]
