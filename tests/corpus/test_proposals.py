"""A proposal becomes an edit of the file or is refused with a reason; no screen is needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.corpus.edit.changes.articles import dismiss_figures
from tui.corpus.edit.file_edit import Edit
from tui.corpus.edit.proposals import (
    AddEvidence,
    AddRecord,
    Proposal,
    Refusal,
    SetTexts,
    propose,
)
from tui.corpus.load import read_corpus_bytes

QUOTE = {"for": "amount", "article": "one", "quote": "two billion"}
BECAUSE = {"quote": "two billion", "because": "a valuation"}
SOURCE = """\
version: 1
articles:
  one: {file: one.txt}
deals:
  - id: first
    title: First
    tranches:
      - {id: early, amount: 1 bn USD}
    evidence:
      - {for: amount, article: one, quote: "a billion"}
"""
ALIASED = """\
version: 1
articles:
  one:
    file: one.txt
    not-a-deal: &seen
      - {quote: ten, because: a percentage}
  two:
    file: two.txt
    not-a-deal: *seen
deals:
  - id: first
    title: First
    evidence: &told
      - {for: amount, article: one, quote: &words "a billion"}
  - id: second
    title: Second
    evidence: *told
  - id: third
    title: Third
    evidence:
      - {for: amount, article: one, quote: *words}
"""


def made(source: str, proposal: Proposal) -> str:
    """The text of the file once the proposal is carried out."""
    edit = propose(source, proposal)
    assert isinstance(edit, Edit), edit
    assert edit.before_text == source
    return edit.after_text


def refused(source: str, proposal: Proposal) -> str:
    """Why the proposal is refused."""
    answer = propose(source, proposal)
    assert isinstance(answer, Refusal), answer
    return answer.reason


@pytest.mark.parametrize(
    ("proposal", "line"),
    [
        (AddEvidence("first", QUOTE), '- {for: amount, article: one, quote: "two billion"}'),
        (
            AddEvidence("first", QUOTE, tranche="early"),
            "- {id: early, amount: 1 bn USD, "
            'evidence: [{for: amount, article: one, quote: "two billion"}]}',
        ),
        (AddRecord("deals", {"id": "second", "title": "Second"}), "- id: second"),
        (
            dismiss_figures("one", [BECAUSE]),
            'one: {file: one.txt, not-a-deal: [{quote: "two billion", because: a valuation}]}',
        ),
        (
            SetTexts(10, 9, {"quote": "one billion"}),
            '- {for: amount, article: one, quote: "one billion"}',
        ),
    ],
    ids=lambda given: type(given).__name__,
)
def test_a_proposal_becomes_an_edit_of_the_text(proposal: Proposal, line: str) -> None:
    assert line in [text.strip() for text in made(SOURCE, proposal).splitlines()]


def test_only_a_new_record_says_which_record_it_creates() -> None:
    assert AddRecord("facts", {"id": "worth", "title": "Worth"}).creates == "worth"
    others = (AddEvidence("first", QUOTE), dismiss_figures("one", [BECAUSE]), SetTexts(1, 1, {}))
    assert not any(proposal.creates for proposal in others)


@pytest.mark.parametrize(
    ("proposal", "reason"),
    [
        (AddEvidence("nowhere", QUOTE), "no record nowhere"),
        (AddEvidence("first", QUOTE, tranche="late"), "no tranche late"),
        (AddRecord("deals", {"id": "first", "title": "Again"}), "already a record first"),
        (dismiss_figures("ten", [BECAUSE]), "no article ten"),
        (SetTexts(2, 2, {"quote": "x"}), "no mapping starts"),
    ],
)
def test_what_the_file_has_no_place_for_is_refused(proposal: Proposal, reason: str) -> None:
    assert reason in refused(SOURCE, proposal)


def test_a_file_that_cannot_be_read_is_refused() -> None:
    assert "cannot be read as it is" in refused("deals: [", AddEvidence("first", QUOTE))


def test_a_list_that_stands_here_by_an_alias_is_refused_and_not_raised() -> None:
    assert "evidence is written elsewhere" in refused(ALIASED, AddEvidence("second", QUOTE))
    assert "not-a-deal is written elsewhere" in refused(ALIASED, dismiss_figures("two", [BECAUSE]))


def test_what_an_alias_repeats_elsewhere_is_refused_since_both_places_would_change() -> None:
    for proposal in (
        AddEvidence("first", QUOTE),
        dismiss_figures("one", [BECAUSE]),
        SetTexts(14, 9, {"quote": "one billion"}),
    ):
        assert "also stands elsewhere" in refused(ALIASED, proposal)


def test_beside_aliases_other_places_change_and_the_file_reads_as_before() -> None:
    after = made(ALIASED, AddEvidence("third", QUOTE))
    loaded = read_corpus_bytes(after.encode(), Path("deals.yaml"))
    quotes = {
        name: [evidence.quote for evidence in record.evidence]
        for name, record in loaded.corpus.records.items()
    }
    assert quotes == {
        "first": ["a billion"],
        "second": ["a billion"],
        "third": ["a billion", "two billion"],
    }


def test_an_anchor_that_no_alias_uses_hinders_nothing() -> None:
    source = SOURCE.replace("evidence:\n", "evidence: &told\n")
    assert "two billion" in made(source, AddEvidence("first", QUOTE))
