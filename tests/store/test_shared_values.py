"""Equal values of a corpus that stays open are one object, and say what they said."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tui.model.quantities import Quantity
from tui.model.records import Deal, Fact
from tui.store.opening import open_again

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model.corpus import Corpus

CORPUS = """\
version: 1
parties: {north: {name: Northgate}, kiln: {name: Kiln & Daughters}}
articles: {a: {file: a.txt}}
deals:
  - {id: one, title: One, payer: north, payee: kiln, announced: 2024-03,
     amount: 4 M USD, tags: [x, y],
     evidence: [{for: [payer, amount], article: a, quote: Northgate paid 4 million dollars}]}
  - {id: two, title: Two, payer: north, payee: kiln, announced: 2024-03,
     amount: 4 M USD, tags: [x, y],
     evidence: [{for: [payer, amount], article: a, quote: 4 million dollars}]}
  - {id: three, title: Three, payer: kiln, payee: north, announced: 2024-04, amount: 5 M USD}
facts:
  - {id: f, title: F, kind: valuation, party: north, value: 4 M USD, date: 2024-03}
totals:
  - {id: t, title: T, payer: north, amount: 9 M USD, members: [one, three]}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("Northgate paid 4 million dollars.\n", "utf-8")
    (tmp_path / "deals.yaml").write_text(CORPUS, "utf-8")
    return tmp_path / "deals.yaml"


def opened(path: Path, *, lasting: bool) -> Corpus:
    return open_again(path, None, cache_dir=None, lasting=lasting).loaded.corpus


def test_a_corpus_that_stays_open_is_the_one_that_was_read(path: Path) -> None:
    assert opened(path, lasting=True) == opened(path, lasting=False)


def test_equal_values_of_records_are_one(path: Path) -> None:
    records = opened(path, lasting=True).records
    one, two, fact = records["one"], records["two"], records["f"]
    assert isinstance(one, Deal)
    assert isinstance(two, Deal)
    assert isinstance(fact, Fact)
    assert one.amount is two.amount is fact.value
    assert one.announced is two.announced is fact.date
    assert one.tags is two.tags
    assert one.payer is two.payer is fact.party
    assert one.evidence[0].article is two.evidence[0].article
    assert one.evidence[0].fields is two.evidence[0].fields


def test_parties_of_records_are_named_by_the_id_of_the_party(path: Path) -> None:
    corpus = opened(path, lasting=True)
    three = corpus.records["three"]
    assert isinstance(three, Deal)
    assert three.payer is corpus.parties["kiln"].id


def test_sums_that_are_written_otherwise_stay_as_they_are() -> None:
    from tui.store.shared_values import SharedValues

    short, long = (
        Deal(name, name, amount=Quantity("USD", value=Decimal(written)))
        for name, written in (("short", "1.5"), ("long", "1.50"))
    )
    assert short.amount == long.amount
    SharedValues().share([short, long])
    assert [str(deal.amount.value) for deal in (short, long) if deal.amount] == ["1.5", "1.50"]
