"""Two records become one: nothing of either is lost, and what differs is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.corpus.edit.changes.merging import MergeQuestion, MergeRecords, merge_questions
from tui.corpus.edit.file_edit import Edit
from tui.corpus.edit.proposals import Refusal, propose
from tui.corpus.load import read_corpus_bytes
from tui.model.records import Deal, Evidence, Total

SOURCE = """\
version: 1
parties: {a: {name: A}, b: {name: B}}
articles: {one: {file: one.txt}, two: {file: two.txt}}
deals:
  - id: kept
    title: A pays B
    payer: a
    amount: 4 bn USD
    announced: 2024-01
    used-in: [{title: A memo, figure: 4 bn USD}]
    tranches:
      - {id: t, amount: 1 bn USD}
      - {id: u, amount: 2 bn USD}
    evidence:
      - {for: [amount, payer], article: one, quote: four}
  - id: gone
    title: A pays B
    payer: a
    payee: b
    amount: 4000 M USD
    announced: 2024-02
    same-as: kept
    tags: [cloud]
    used-in: [{title: A memo, figure: 4 bn USD}, {title: A slide, url: "https://example.org/s"}]
    tranches:
      - {id: t, amount: 1000 M USD, status: paid, evidence: [{article: two, quote: one}]}
      - {id: u, amount: 3 bn USD}
    evidence:
      - {for: [payee, announced], article: two, quote: in February}
      - {for: announced, article: two, quote: in January, stance: disputes, says: 2024-01}
      - {for: [amount, payer], article: one, quote: four}
  - {id: other, title: Other, evidence: [{article: one, quote: x, derived: "gone:amount"}]}
totals:
  - {id: both, title: Both, members: [kept, gone]}
  - {id: one, title: One, members: [gone]}
facts:
  - {id: fact, title: F, kind: valuation}
"""


def merged(choice: str) -> tuple[Deal, dict[str, object]]:
    proposal = MergeRecords("kept", "gone", {"announced": choice})  # type: ignore[dict-item]
    edit = propose(SOURCE, proposal)
    assert isinstance(edit, Edit), edit
    loaded = read_corpus_bytes(edit.after_text.encode(), Path("deals.yaml"))
    assert not loaded.problems
    deal = loaded.corpus.records["kept"]
    assert isinstance(deal, Deal)
    return deal, dict(loaded.corpus.records)


def about(deal: Deal, field: str) -> list[tuple[str, str, str]]:
    found = [one for one in deal.evidence if field in one.fields]
    return [(one.quote, one.stance, str(one.says or "")) for one in found]


def questions(source: str, other: str = "gone") -> tuple[MergeQuestion, ...]:
    records = read_corpus_bytes(source.encode(), Path("deals.yaml")).corpus.records
    return merge_questions(records["kept"], records[other])


def test_only_what_differs_is_asked() -> None:
    assert questions(SOURCE) == (MergeQuestion("announced", "2024-01", "2024-02"),)
    assert questions(SOURCE, "fact") == ()


def test_the_evidence_against_the_chosen_value_disputes_it() -> None:
    deal, _ = merged("kept")
    assert str(deal.announced) == "2024-01"
    assert about(deal, "announced") == [
        ("in February", "disputes", "2024-02"),
        ("in January", "supports", ""),
    ]
    assert about(deal, "payee") == [("in February", "supports", "")]


def test_the_other_value_may_be_chosen() -> None:
    deal, _ = merged("other")
    assert str(deal.announced) == "2024-02"
    assert about(deal, "announced") == [
        ("in February", "supports", ""),
        ("in January", "disputes", "2024-01"),
    ]


def test_values_of_one_are_added_and_the_same_evidence_is_not_repeated() -> None:
    deal, _ = merged("kept")
    assert (deal.payee, deal.tags, deal.same_as) == ("b", ("cloud",), "")
    assert about(deal, "amount") == [("four", "supports", "")]


def test_the_uses_of_both_are_kept() -> None:
    deal, _ = merged("kept")
    assert [(use.title, use.url, str(use.figure or "")) for use in deal.used_in] == [
        ("A memo", "", "4 bn USD"), ("A slide", "https://example.org/s", ""),
    ]  # fmt: skip


def test_tranches_that_agree_become_one_and_others_get_an_id_of_their_own() -> None:
    deal, _ = merged("kept")
    assert [(part.id, str(part.amount)) for part in deal.tranches] == [
        ("t", "1 bn USD"), ("u", "2 bn USD"), ("u-2", "3 bn USD"),
    ]  # fmt: skip
    first = deal.tranches[0]
    assert (first.status, [one.quote for one in first.evidence]) == ("paid", ["one"])


def test_what_named_the_record_that_goes_names_the_other_one() -> None:
    _, records = merged("kept")
    assert "gone" not in records
    both, one, other = records["both"], records["one"], records["other"]
    assert isinstance(both, Total)
    assert isinstance(one, Total)
    assert isinstance(other, Deal)
    assert (both.members, one.members) == (("kept",), ("kept",))
    evidence: Evidence = other.evidence[0]
    assert evidence.derived == "kept:amount"


@pytest.mark.parametrize(
    ("kept", "other", "words"),
    [
        ("kept", "kept", "with itself"),
        ("kept", "fact", "one of the deals"),
        ("kept", "nowhere", "no record nowhere"),
        ("kept", "gone", "whose announced counts"),
    ],
)
def test_what_cannot_be_merged_is_refused(kept: str, other: str, words: str) -> None:
    answer = propose(SOURCE, MergeRecords(kept, other))
    assert isinstance(answer, Refusal)
    assert words in answer.reason


def test_a_tranche_that_others_name_is_not_renamed_behind_their_back() -> None:
    source = SOURCE.replace("members: [gone]", "members: [gone.u]")
    answer = propose(source, MergeRecords("kept", "gone", {"announced": "kept"}))
    assert isinstance(answer, Refusal)
    assert "give one of them another id first" in answer.reason


def test_notes_may_stand_one_after_the_other() -> None:
    source = SOURCE.replace("    payer: a\n", "    payer: a\n    note: one\n", 1)
    source = source.replace("    payee: b\n", "    payee: b\n    note: two\n")
    assert questions(source) == (
        MergeQuestion("announced", "2024-01", "2024-02"),
        MergeQuestion("note", "one", "two", both=True),
    )
    edit = propose(source, MergeRecords("kept", "gone", {"announced": "kept", "note": "both"}))
    assert isinstance(edit, Edit)
    records = read_corpus_bytes(edit.after_text.encode(), Path("deals.yaml")).corpus.records
    assert records["kept"].note == "one\ntwo"
