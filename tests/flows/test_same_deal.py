"""A deal that is told in two currencies is counted once: in flows, totals and the audit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.corpus.load import read_corpus_bytes
from tui.flows.edges import edges
from tui.model.records import Deal, Total, counted_as
from tui.proof.audit.reconciliation import reconcile
from tui.proof.audit.total_checks import twins
from tui.proof.results.proof_store import ProofStore

if TYPE_CHECKING:
    from tui.model.corpus import Corpus

HEAD = """\
version: 1
parties:
  a: {name: Alpha}
  b: {name: Beta}
  c: {name: Gamma}
deals:
  - {id: dollars, title: D, payer: a, payee: b, status: paid, amount: 4 bn USD}
"""
EUROS = "  - {id: euros, title: E, payer: a, payee: b, status: paid, amount: 3.7 bn EUR%s}\n"
LINKED = HEAD + EUROS % ", same-as: dollars"
OTHER = "  - {id: other, title: O, payer: a, payee: c, status: paid, amount: 1 bn EUR}\n"


def corpus_of(source: str, *codes: str) -> Corpus:
    loaded = read_corpus_bytes(source.encode(), Path("deals.yaml"))
    assert sorted(problem.code for problem in loaded.problems) == sorted(codes)
    return loaded.corpus


def counted(corpus: Corpus, *names: str) -> list[str]:
    records = [corpus.records[name] for name in names] or list(corpus.records.values())
    return [edge.deal_id for edge in edges(records, corpus)]


def test_flows_count_the_deal_that_the_other_is_linked_to() -> None:
    assert counted(corpus_of(HEAD + EUROS % "")) == ["dollars", "euros"]
    assert counted(corpus_of(LINKED)) == ["dollars"]


def test_a_link_to_what_is_not_looked_at_hides_nothing() -> None:
    assert counted(corpus_of(LINKED), "euros") == ["euros"]


def test_links_are_followed_to_their_end_and_a_circle_counts_everything() -> None:
    chain = LINKED + EUROS.replace("euros", "pounds") % ", same-as: euros"
    assert counted(corpus_of(chain)) == ["dollars"]
    circle = LINKED.replace("amount: 4 bn USD}", "amount: 4 bn USD, same-as: euros}")
    corpus = corpus_of(circle)
    assert counted(corpus) == ["dollars", "euros"]
    deal = corpus.records["euros"]
    assert isinstance(deal, Deal)
    assert counted_as(deal, corpus.records) == "euros"


TOTAL = """\
totals:
  - {id: t, title: T, payer: a, amount: %s, count: 2, members: [dollars, euros, other]}
"""


@pytest.mark.parametrize(
    ("amount", "verdict", "known"),
    [("4.7 bn EUR", "equal", 2), ("8.7 bn EUR", "short", 2), ("5 bn USD", "incomparable", 2)],
)
def test_a_total_counts_it_once_in_its_own_currency(amount: str, verdict: str, known: int) -> None:
    corpus = corpus_of(LINKED + OTHER + TOTAL % amount)
    total = corpus.records["t"]
    assert isinstance(total, Total)
    found = reconcile(total, corpus)
    assert (found.verdict, found.known) == (verdict, known)


def test_a_tranche_of_one_beside_the_other_is_counted_twice() -> None:
    tranche = EUROS % ", same-as: dollars, tranches: [{id: first, amount: 1 bn EUR}]"
    members = "totals:\n  - {id: t, title: T, amount: 4 bn USD, members: [dollars, euros.first]}\n"
    corpus = corpus_of(HEAD + tranche + members)
    total = corpus.records["t"]
    assert isinstance(total, Total)
    assert reconcile(total, corpus).overlaps == ("euros.first",)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("3.7 bn EUR", "3.7 bn USD"), "in the same currency"),
        (("title: E, payer: a", "title: E, payer: c"), "whose payer is Alpha"),
        (("4 bn USD}", "4 bn USD, same-as: euros}"), "leads back to it"),
        (("3.7 bn EUR", "up to 4 bn USD"), None),
        (("title: E", "title: F"), None),
    ],
)
def test_the_audit_tells_what_speaks_against_a_link(
    change: tuple[str, str], words: str | None
) -> None:
    corpus = corpus_of(LINKED.replace(*change))
    found = [problem for problem in twins.find(ProofStore(corpus)) if problem.record == "euros"]
    assert [words in problem.message for problem in found if words] == [True] * bool(words)
    assert bool(found) == bool(words)


@pytest.mark.parametrize("target", ["nowhere", "euros", "a", "total"])
def test_a_link_to_no_other_deal_is_a_problem_of_the_file(target: str) -> None:
    total = "totals:\n  - {id: total, title: T}\n"
    corpus_of(HEAD + EUROS % f", same-as: {target}" + total, "unknown-deal")
