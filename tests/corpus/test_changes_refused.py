"""What cannot be changed is refused in words that say what to do instead."""

from __future__ import annotations

import pytest

from tui.corpus.edit.changes import owners
from tui.corpus.edit.changes.articles import RemoveArticle, RenameArticle
from tui.corpus.edit.changes.keys import AddItems, RemoveItems, SetKeys
from tui.corpus.edit.changes.records import (
    DuplicateRecord,
    RemoveRecord,
    RemoveTranche,
    RenameRecord,
    RenameTranche,
)
from tui.corpus.edit.proposals import Proposal, Refusal, propose

SOURCE = """\
version: 1
articles:
  one: {file: one.txt, title: &head One}
  two: {file: two.txt, title: *head}
deals:
  - id: first
    title: First
    tags: &tags [cloud]
    amount:
      min: 1 bn   # as printed
      currency: USD
    tranches:
      - {id: early, amount: 1 bn USD}
      - {id: late}
  - id: second
    title: Second
    tags: *tags
    evidence:
      - {article: one, quote: x, derived: "first:tranches.early.amount + first:amount"}
"""
FIRST, ONE = owners.record("first"), owners.article("one")

REFUSED: dict[str, tuple[Proposal, str]] = {
    "an anchor in use": (SetKeys(FIRST, {"tags": ["ai"]}), "as *tags"),
    "an anchor in use, taken away": (SetKeys(FIRST, {"tags": None}), "as *tags"),
    "an anchored record": (RemoveRecord("first"), "a formula of second counts with first"),
    "an anchored title": (SetKeys(ONE, {"title": "Uno"}), "as *head"),
    "an anchor twice": (DuplicateRecord("first", "again"), "an anchor, which would stand twice"),
    "a comment within": (SetKeys(FIRST, {"amount": "2 bn USD"}), "comment stands in amount"),
    "what is there": (SetKeys(FIRST, {"title": "First"}), "nothing to change"),
    "a record that is not there": (
        SetKeys(owners.record("none"), {"title": "x"}),
        "no record none",
    ),
    "a tranche that is not there": (
        SetKeys(owners.record("first", "x"), {"title": "x"}),
        "no tranche x",
    ),
    "an article that is not there": (RemoveArticle("three"), "no article three"),
    "a party that is not there": (SetKeys(owners.party("x"), {"note": "y"}), "no party x"),
    "a place where nothing is": (
        SetKeys(owners.place(1, 1), {"corpus": None}),
        "nothing to change",
    ),
    "an id in use": (RenameRecord("first", "second"), "already a record second"),
    "an id in use by a copy": (DuplicateRecord("second", "first"), "already a record first"),
    "no id": (RenameRecord("first", "First!"), "is no id"),
    "no id of a tranche": (RenameTranche("first", "early", "À"), "is no id"),
    "a tranche's id in use": (
        RenameTranche("first", "early", "late"),
        "already has a tranche late",
    ),
    "a new tranche's id in use": (AddItems(FIRST, "tranches", [{"id": "late"}]), "already late"),
    "an article's id in use": (RenameArticle("one", "two"), "already two"),
    "a tranche that a formula names": (RemoveTranche("first", "early"), "counts with early"),
    "an anchored article": (RemoveArticle("one"), "as *head"),
    "nothing": (RemoveItems(()), "nothing to take away"),
    "no mapping": (RemoveItems(((2, 2),)), "no mapping starts"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_words(name: str) -> None:
    proposal, words = REFUSED[name]
    answer = propose(SOURCE, proposal)
    assert isinstance(answer, Refusal), answer
    assert words in answer.reason


def test_an_alias_may_be_replaced_where_it_stands() -> None:
    answer = propose(SOURCE, SetKeys(owners.record("second"), {"tags": ["ai"]}))
    assert not isinstance(answer, Refusal), answer
    assert answer.after_text == SOURCE.replace("*tags", "[ai]")


def test_a_text_in_other_quotes_keeps_the_comment_behind_it() -> None:
    source = SOURCE.replace("title: Second", "title: 'Second'   # sic")
    answer = propose(source, SetKeys(owners.record("second"), {"title": "New: title"}))
    assert not isinstance(answer, Refusal), answer
    assert '    title: "New: title"   # sic\n' in answer.after_text
