"""Where sources disagree, one statement is chosen, and the others tell why they do not count."""

from __future__ import annotations

from pathlib import Path

from tui.corpus.edit.changes import owners
from tui.corpus.edit.changes.statements import ChooseStatement
from tui.corpus.edit.file_edit import Edit
from tui.corpus.edit.proposals import Refusal, propose
from tui.corpus.load import read_corpus_bytes
from tui.model.records import Deal, Evidence

SOURCE = """\
version: 1
parties: {a: {name: A}}
articles: {one: {file: one.txt}, two: {file: two.txt}}
deals:
  - id: d
    title: D
    payer: a
    amount: 4 bn USD
    evidence:
      - {for: [amount, payer], article: one, quote: four}
      - {for: amount, article: two, quote: five, stance: disputes, says: 5 bn USD}
"""


def after(proposal: ChooseStatement, source: str = SOURCE) -> tuple[str, list[Evidence]]:
    edit = propose(source, proposal)
    assert isinstance(edit, Edit), edit
    loaded = read_corpus_bytes(edit.after_text.encode(), Path("deals.yaml"))
    assert not loaded.problems
    deal = loaded.corpus.records["d"]
    assert isinstance(deal, Deal)
    return str(deal.amount), list(deal.evidence)


def said(evidence: Evidence) -> tuple[str, ...]:
    return (
        " ".join(evidence.fields), evidence.quote, evidence.stance, evidence.rank,
        str(evidence.says or ""), evidence.because,
    )  # fmt: skip


DEAL = owners.record("d")


def test_the_recorded_value_is_kept_and_the_other_statement_deprecated_with_the_reason() -> None:
    amount, evidence = after(
        ChooseStatement(DEAL, "amount", (10, 9), ((11, 9),), because="a misprint")
    )
    assert amount == "4 bn USD"
    assert [said(one) for one in evidence] == [
        ("amount payer", "four", "supports", "preferred", "", ""),
        ("amount", "five", "disputes", "deprecated", "5 bn USD", "a misprint"),
    ]


def test_the_other_value_is_taken_over_and_what_supported_the_old_one_disputes_it() -> None:
    amount, evidence = after(
        ChooseStatement(
            DEAL, "amount", (11, 9), ((10, 9),), "5 bn USD", "4 bn USD", "an early report"
        )
    )
    assert amount == "5 bn USD"
    assert [said(one) for one in evidence] == [
        ("payer", "four", "supports", "normal", "", ""),
        ("amount", "five", "supports", "preferred", "", ""),
        ("amount", "four", "disputes", "deprecated", "4 bn USD", "an early report"),
    ]


def test_without_a_reason_the_others_stay_in_force() -> None:
    _, evidence = after(ChooseStatement(DEAL, "amount", (10, 9), ((11, 9),)))
    assert [one.rank for one in evidence] == ["preferred", "normal"]


def test_a_quote_that_is_about_several_fields_does_not_set_one_of_them() -> None:
    source = SOURCE.replace("for: amount, article: two", "for: [amount, payer], article: two")
    proposal = ChooseStatement(DEAL, "amount", (11, 9), ((10, 9),), "5 bn USD", "4 bn USD")
    answer = propose(source, proposal)
    assert isinstance(answer, Refusal)
    assert "several fields" in answer.reason
