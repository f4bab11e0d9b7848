"""What the index keeps packed is what was put in."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.search.index.positions import DocumentTexts, Positions
from tui.search.index.postings import PackedPostings
from tui.search.index.value_rows import TEXTS, ValueRows

NUMBERS = st.one_of(
    st.sets(st.integers(0, 300), max_size=5),
    st.integers(0, 100).map(lambda start: set(range(start, start + 200))),
)
ONE_BYTE, THREE_BYTES = 200, 70_000
"""Vocabularies of these sizes are numbered in one byte and in three."""


@given(st.lists(NUMBERS, min_size=1, max_size=12), st.data())
def test_a_union_of_packed_sets_is_the_union_of_the_sets(
    sets: list[set[int]], data: st.DataObject
) -> None:
    packed = PackedPostings.of(map(sorted, sets))
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
    rows: dict[str, set[int]], bound: str
) -> None:
    column = ValueRows.of({value: sorted(found) for value, found in rows.items()}, TEXTS)
    assert {value: set(found) for value, found in column.items()} == rows
    assert (bound in column) == (bound in rows)
    assert column.count(bound) == len(rows.get(bound, ()))
    assert set(column.with_any([bound])) == rows.get(bound, set())
    for found, satisfies in (
        (column.upto(bound), lambda value: value <= bound),
        (column.since(bound), lambda value: value >= bound),
        (column.where(lambda value: bound in value), lambda value: bound in value),
    ):
        assert set(found) == set().union(*(rows[value] for value in rows if satisfies(value)))
    assert column.upto(None) == column.since(None) == column.with_any(rows)


@settings(max_examples=60)
@given(
    st.sampled_from((ONE_BYTE, THREE_BYTES)),
    st.lists(st.lists(st.sampled_from((0, 1, 2, 3)), max_size=12), min_size=1, max_size=6),
    st.lists(st.sampled_from((0, 1, 2, 3)), min_size=2, max_size=3),
)
def test_a_phrase_is_found_in_every_text_that_has_its_words_next_to_each_other(
    vocabulary_size: int, texts: list[list[int]], phrase: list[int]
) -> None:
    # Numbers whose bytes resemble each other, so that two neighbours can look like a word.
    words = [0, 1, 257 % vocabulary_size, 65_793 % vocabulary_size]
    group = DocumentTexts()
    for document, text in enumerate(texts):
        group.starts.append(len(group.words))
        group.documents.append(document)
        group.words.extend([words[index] for index in text])
    phrases = Positions.of([group], range(vocabulary_size))
    *first, last = phrase
    phrase_ranges = [range(words[index], words[index] + 1) for index in first]
    found = list(
        phrases.with_phrase(
            range(len(texts)), [*phrase_ranges, range(words[last], vocabulary_size)]
        )
    )
    size = len(phrase)
    assert found == [
        document
        for document, text in enumerate(texts)
        if any(
            text[index : index + size - 1] == first and words[text[index + size - 1]] >= words[last]
            for index in range(len(text) - size + 1)
        )
    ]
