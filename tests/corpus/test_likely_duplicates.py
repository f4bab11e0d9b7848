"""Parties that are probably one are found by how their names are spelt, and never by much else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from tui.corpus.parties.duplicates import (
    Likeness,
    clusters,
    like_parties,
    likely_duplicates,
    spelling,
)
from tui.model.records import Party


def pairs(*names: str | tuple[str, ...]) -> set[tuple[int, int]]:
    """The places of the names that are likely duplicates; of a tuple, the rest are aliases."""
    parties = {}
    for at, each in enumerate(names):
        name, *aliases = (each,) if isinstance(each, str) else each
        parties[str(at)] = Party(str(at), name, tuple(aliases))
    return {(int(found.one), int(found.other)) for found in likely_duplicates(parties)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orrery", "Orrery Inc."),
        ("Orrery SA", "ORRERY GmbH"),
        ("Orrery S.A.", "Orrery Holdings, Ltd"),
        ("The Larkspur Company", "Larkspur"),
        ("Kestrel & Co", "Kestrel"),
        ("Bell and Hart", "Hart & Bell"),
        ("Bell et Hart", "Bell & Hart"),
        ("Open Orrery", "OpenOrrery"),
        ("Société Vrel", "Societe Vrel"),
        ("Larkspur", "Larkspurs"),
        ("Larkspur", "Larksupr"),
        ("Larkspur Energy Partners", "Larkpsur Enregy Partners"),
        ("Fund II", "Fund II LP"),
    ],
)
def test_two_spellings_of_one_name_are_likely_one_party(one: str, other: str) -> None:
    assert pairs(one, "Quite Another", other) == {(0, 2)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Adobe", "Adore"),
        ("Larkspur Fund II", "Larkspur Fund III"),
        ("Larkspur Fund 2", "Larkspur Fund 3"),
        ("Series A Partners", "Series B Partners"),
        ("North Capital Partners", "South Capital Partners"),
        ("Larkspur Energy", "Larkspur Capital"),
        ("Inc", "SA"),
    ],
)
def test_names_that_only_look_alike_are_two_parties(one: str, other: str) -> None:
    assert pairs(one, other) == set()


def test_an_alias_that_is_the_name_of_another_party_makes_them_likely_one() -> None:
    assert pairs(("Alphabet", "Larkspur"), "Kestrel", "Larkspur Inc") == {(0, 2)}
    # Names of one party are no duplicates of each other.
    assert pairs(("Larkspur", "Larkspur Inc", "Larkspurs")) == set()


def test_what_is_kept_apart_is_not_asked_again() -> None:
    parties = {
        "a": Party("a", "Larkspur"),
        "b": Party("b", "Larkspur Inc", distinct_from=("a",)),
        "c": Party("c", "Larkspurs"),
    }
    assert [(one.one, one.other, one.distance) for one in likely_duplicates(parties)] == [
        ("a", "c", 1), ("b", "c", 1),
    ]  # fmt: skip


def test_parties_that_hang_together_are_one_cluster_with_the_most_used_first() -> None:
    found = [
        Likeness("a", "b", 0, "A", "B"), Likeness("d", "e", 1, "D", "E"),
        Likeness("b", "c", 2, "B", "C"),
    ]  # fmt: skip
    made = clusters(found, {"a": 1, "b": 0, "c": 5, "d": 0, "e": 0}.__getitem__)
    assert [(one.parties, one.likeliest.distance) for one in made] == [
        (("c", "a", "b"), 0), (("d", "e"), 1),
    ]  # fmt: skip


def test_a_name_of_an_article_is_compared_with_those_of_the_parties() -> None:
    parties = {
        "lark": Party("lark", "Larkspur", ("Lark Energy",)),
        "orrery": Party("orrery", "Orrery"),
    }
    names = ["Larkspurs", "LARK ENERGY SA", "Kestrel", "Kestrels"]
    assert like_parties(names, parties) == {"Larkspurs": "lark", "LARK ENERGY SA": "lark"}


NAMES = st.text("abc ", min_size=6, max_size=9).filter(lambda name: len(name.split()) == 1)


@given(st.lists(NAMES, min_size=2, max_size=8, unique=True))
def test_blocks_lose_no_pair_that_is_one_edit_apart(names: list[str]) -> None:
    """Compared with all pairs, as long as no block is too common to say anything."""
    stripped = [spelling(name).compact for name in names]
    wanted = {
        (one, other)
        for one in range(len(names))
        for other in range(one + 1, len(names))
        if OSA.distance(stripped[one], stripped[other]) <= 1
        and (
            stripped[one] == stripped[other] or min(map(len, (stripped[one], stripped[other]))) >= 6
        )
    }
    # Of several that are the same, the first stands for all.
    found = pairs(*names)
    assert {pair for pair in wanted if stripped[pair[0]] != stripped[pair[1]]} <= found
