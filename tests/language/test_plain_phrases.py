"""Phrases that are looked up among plain words are written in plain words: others are never met."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from tui.language.plain_words import plain_word

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLES = (
    "clause_words", "fact_turns", "moods", "neighbour_words", "odd_places", "period_words",
    "polarity", "presupposing", "time_words", "figures.far_bounds", "figures.figure_roles",
    "figures.purpose_words", "figures.sum_words",
)  # fmt: skip


def _phrases(value: object) -> Iterator[str]:
    """The phrases of a constant of a table."""
    if isinstance(value, tuple):
        yield from (one for one in value if isinstance(one, str))
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _phrases(inner)


@pytest.mark.parametrize("table", TABLES)
def test_phrases_are_in_lower_case_and_without_accents(table: str) -> None:
    module = import_module(f"tui.language.{table}")
    written = [phrase for value in vars(module).values() for phrase in _phrases(value)]
    words = {word for phrase in written for word in phrase.replace("'", "' ").split()}
    assert written
    assert {word for word in words if plain_word(word) != word} == set()
