"""Lists are in the order of time, the newest first, however many records they have."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.model.dates import Edtf
from tui.model.recency import newest_first, recency
from tui.model.records import Deal

DATES = (None, "2023", "2023-05", "2023-05-03", "2023/2024", "../2024", "2024-Q1", "2023-05~")


@given(st.lists(st.tuples(st.sampled_from(DATES), st.text("ab1", min_size=1)), max_size=30))
def test_the_order_is_that_of_the_key_by_which_rows_are_looked_up(
    made: list[tuple[str | None, str]],
) -> None:
    records = [Deal(name, "a", announced=Edtf.parse(day) if day else None) for day, name in made]
    assert newest_first(records) == sorted(records, key=recency)
