"""Proofs that were kept are those that would be found anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.load import load
from tui.model.corpus import ArticleText, Corpus
from tui.model.quantities import Quantity
from tui.model.records import Deal, Party
from tui.proof.audit import audit
from tui.proof.prover import Prover

if TYPE_CHECKING:
    from collections.abc import Callable

SHIPPED = load(Path(__file__).parents[2] / "data" / "deals.yaml").corpus
DEAL = "amazon-anthropic-2023"


def proved(corpus: Corpus, cache: Any = None) -> Prover:
    prover = Prover(corpus, cache)
    audit(prover, coverage=True)
    return prover


@pytest.fixture(scope="module")
def stored() -> Any:
    return json.loads(json.dumps(proved(SHIPPED).export_cache()))


def test_kept_proofs_are_the_same_as_new_ones(stored: Any) -> None:
    fresh, again = proved(SHIPPED), proved(SHIPPED, stored)
    for record in SHIPPED.records:
        assert again.record(record) == fresh.record(record)
    for article in SHIPPED.articles:
        assert again.coverage(article) == fresh.coverage(article)
    assert audit(again, coverage=True) == audit(fresh, coverage=True)
    assert again.export_cache() == fresh.export_cache()


def test_kept_proofs_need_no_article_to_be_read(
    stored: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_: object, **__: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr("tui.proof.prover.find_mentions", read)
    monkeypatch.setattr("tui.proof.prover.Locator", read)
    again = Prover(SHIPPED, stored)
    assert audit(again)
    assert [again.coverage(article).words for article in SHIPPED.articles]


def _with_text(corpus: Corpus) -> Corpus:
    """An article that says 5 where it said 4."""
    name = "google-2023-10"
    text = corpus.texts[name].text.replace("4 milliards", "5 milliards")
    return msgspec.structs.replace(
        corpus, texts={**corpus.texts, name: ArticleText(text, digest="other")}
    )


def _with_amount(corpus: Corpus) -> Corpus:
    deal = msgspec.structs.replace(corpus.records[DEAL], amount=Quantity.parse("9 bn USD"))
    return msgspec.structs.replace(corpus, records={**corpus.records, DEAL: deal})


def _with_name(corpus: Corpus) -> Corpus:
    parties = {**corpus.parties, "amazon": Party("amazon", "Another company")}
    return msgspec.structs.replace(corpus, parties=parties)


def _with_published(corpus: Corpus) -> Corpus:
    name = "ftx-creditors-2023-09"
    article = msgspec.structs.replace(corpus.articles[name], published=None)
    return msgspec.structs.replace(corpus, articles={**corpus.articles, name: article})


def _without_text(corpus: Corpus) -> Corpus:
    texts = {name: text for name, text in corpus.texts.items() if name != "google-2023-10"}
    return msgspec.structs.replace(corpus, texts=texts)


@pytest.mark.parametrize(
    "change", [_with_text, _with_amount, _with_name, _with_published, _without_text]
)
def test_what_changed_is_proved_anew(change: Callable[[Corpus], Corpus], stored: Any) -> None:
    changed = change(SHIPPED)
    again, fresh = proved(changed, stored), proved(changed)
    for record in changed.records:
        assert again.record(record) == fresh.record(record)
    for article in changed.articles:
        assert again.coverage(article) == fresh.coverage(article)
    assert fresh.record(DEAL) != Prover(SHIPPED).record(DEAL)


def test_lines_that_move_cost_no_new_proof(stored: Any) -> None:
    deal = SHIPPED.records[DEAL]
    assert isinstance(deal, Deal)
    lower = tuple(msgspec.structs.replace(item, line=item.line + 7) for item in deal.evidence)
    records = {**SHIPPED.records, DEAL: msgspec.structs.replace(deal, evidence=lower)}
    moved = msgspec.structs.replace(SHIPPED, records=records)
    again = Prover(moved, stored)
    assert again.record(DEAL).state == "proved"
    assert again.record(DEAL).fields[0].statements[0].evidence.line == lower[0].line
    assert again.export_cache().keys() <= stored.keys()


JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)


@given(st.data())
def test_a_damaged_cache_is_as_good_as_none(stored: Any, data: st.DataObject) -> None:
    key = next(iter(stored))
    broken = data.draw(JSON)
    prover = Prover(SHIPPED, {**stored, key: broken})
    assert prover.record(next(iter(SHIPPED.records))).fields


def test_a_proof_does_not_depend_on_what_was_read_before() -> None:
    first, later = Prover(SHIPPED), Prover(SHIPPED)
    for article in SHIPPED.articles:
        later.coverage(article)
    for record in reversed(SHIPPED.records):
        assert later.record(record) == first.record(record)
