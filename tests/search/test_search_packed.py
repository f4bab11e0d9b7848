"""What the index keeps packed is what was put in."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.search.index.positions import Positions, Texts
from tui.search.index.postings import PackedPostings
from tui.search.index.value_rows import ValueRows

NUMBERS = st.one_of(
    st.sets(st.integers(0, 300), max_size=5),
    st.integers(0, 100).map(lambda start: set(range(start, start + 200))),
)
FEW, MANY = 200, 70_000
"""So many words are numbered in one byte and in three."""


@given(st.lists(NUMBERS, min_size=1, max_size=12), st.data())
def test_a_union_of_packed_sets_is_the_union_of_the_sets(
    sets: list[set[int]], data: st.DataObject
) -> None:
    packed = PackedPostings(map(sorted, sets))
    start = data.draw(st.integers(0, len(sets)))
    stop = data.draw(st.integers(start, len(sets)))
    some = data.draw(st.lists(st.integers(0, len(sets) - 1)))
    assert set(packed.union([range(start, stop)], some)) == set().union(
        *sets[start:stop], *(sets[number] for number in some)
    )
    assert [set(packed[number]) for number in range(len(sets))] == sets
    assert [packed.size(number) for number in range(len(sets))] == list(map(len, sets))


@given(st.dictionaries(st.text(max_size=3), NUMBERS, max_size=12), st.text(max_size=3))
def test_a_column_has_the_rows_of_each_value_and_of_ranges_of_values(
    rows: dict[str, set[int]], asked: str
) -> None:
    column = ValueRows({value: sorted(found) for value, found in rows.items()})
    assert {value: set(found) for value, found in column.items()} == rows
    assert (asked in column) == (asked in rows)
    assert column.count(asked) == len(rows.get(asked, ()))
    assert set(column.having([asked])) == rows.get(asked, set())
    for found, fits in (
        (column.upto(asked), lambda value: value <= asked),
        (column.since(asked), lambda value: value >= asked),
        (column.where(lambda value: asked in value), lambda value: asked in value),
    ):
        assert set(found) == set().union(*(rows[value] for value in rows if fits(value)))
    assert column.upto(None) == column.since(None) == column.having(rows)


@settings(max_examples=60)
@given(
    st.sampled_from((FEW, MANY)),
    st.lists(st.lists(st.sampled_from((0, 1, 2, 3)), max_size=12), min_size=1, max_size=6),
    st.lists(st.sampled_from((0, 1, 2, 3)), min_size=2, max_size=3),
)
def test_a_phrase_is_found_in_every_text_that_has_its_words_next_to_each_other(
    known: int, texts: list[list[int]], phrase: list[int]
) -> None:
    # Numbers whose bytes resemble each other, so that two neighbours can look like a word.
    words = [0, 1, 257 % known, 65_793 % known]
    group = Texts()
    for member, text in enumerate(texts):
        group.starts.append(len(group.words))
        group.owners.append(member)
        group.words.extend([words[at] for at in text])
    phrases = Positions([group], range(known))
    *first, last = phrase
    asked = [range(words[at], words[at] + 1) for at in first]
    found = list(phrases.having(range(len(texts)), [*asked, range(words[last], known)]))
    size = len(phrase)
    assert found == [
        member
        for member, text in enumerate(texts)
        if any(
            text[at : at + size - 1] == first and words[text[at + size - 1]] >= words[last]
            for at in range(len(text) - size + 1)
        )
    ]
