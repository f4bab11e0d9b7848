"""Every change of what stands in a corpus file does what it says and touches nothing else.

Each is tried on one corpus written in many ways: in braces and in lines, with comments, quotes and
both kinds of line ends.
"""

from __future__ import annotations

import copy
import os
import random
import re
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written_corpus import DOCUMENT, Writer, read

from tui.corpus.edit.changes import owners
from tui.corpus.edit.changes.articles import RemoveArticle, RenameArticle, dismiss_figures
from tui.corpus.edit.changes.keys import AddItems, RemoveItems, SetKeys
from tui.corpus.edit.changes.merging import MergeRecords
from tui.corpus.edit.changes.records import (
    DuplicateRecord,
    RemoveRecord,
    RemoveTranche,
    RenameRecord,
    RenameTranche,
)
from tui.corpus.edit.file_edit import Edit
from tui.corpus.edit.layout import layout
from tui.corpus.edit.patch import patch_of, reversal
from tui.corpus.edit.proposals import Proposal, Refusal, propose

if TYPE_CHECKING:
    from collections.abc import Callable

    Expected = Callable[[dict[str, Any]], None]

# FUZZ=50 looks fifty times as long, outside the suite.
LONGER = int(os.environ.get("FUZZ", "1"))
_COMMENT = re.compile(r"# (?:comment|trailing) \d+|# head")


def deal(document: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in document["deals"] if one["id"] == name)


def total(document: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in document["totals"] if one["id"] == name)


def removed_first(document: dict[str, Any]) -> None:
    document["deals"] = [one for one in document["deals"] if one["id"] != "third"]
    total(document, "part")["members"] = ["first.early"]


def renamed(document: dict[str, Any]) -> None:
    deal(document, "first")["id"] = "new.name"
    deal(document, "third")["same-as"] = "new.name"
    formula = "new.name:amount + new.name:tranches.early.amount"
    deal(document, "second")["evidence"][0]["derived"] = formula
    document["ignore"][0]["record"] = "new.name"
    total(document, "sum")["members"] = ["new.name", "second"]
    total(document, "part")["members"] = ["new.name.early", "third"]


def without_article(document: dict[str, Any]) -> None:
    del document["articles"]["two"]
    del document["ignore"][1]
    del deal(document, "first")["evidence"][1]
    del deal(document, "second")["evidence"][1]


def without_first_article(document: dict[str, Any]) -> None:
    del document["articles"]["one"]
    del document["articles"]["two"]["version-of"]
    first, second = deal(document, "first"), deal(document, "second")
    del first["tranches"][1]["evidence"], first["evidence"][0], second["evidence"][0]


def renamed_article(document: dict[str, Any]) -> None:
    document["articles"] = {
        {"one": "uno"}.get(name, name): one for name, one in document["articles"].items()
    }
    document["articles"]["two"]["version-of"] = "uno"
    first, second = deal(document, "first"), deal(document, "second")
    for quote in (first["tranches"][1]["evidence"], first["evidence"], second["evidence"]):
        quote[0]["article"] = "uno"


def duplicated(document: dict[str, Any]) -> None:
    again = copy.deepcopy(deal(document, "first"))
    document["deals"].insert(1, {**again, "id": "copy"})


def renamed_tranche(document: dict[str, Any]) -> None:
    deal(document, "first")["tranches"][0]["id"] = "initial"
    total(document, "part")["members"][0] = "first.initial"
    formula = "first:amount + first:tranches.initial.amount"
    deal(document, "second")["evidence"][0]["derived"] = formula


def merged(document: dict[str, Any]) -> None:
    first = deal(document, "first")
    document["deals"] = [one for one in document["deals"] if one["id"] != "third"]
    first["amount"] = "3.7 bn EUR"
    quote = first["evidence"][0]
    first["evidence"].append({**quote, "for": "amount", "stance": "disputes", "says": "4 bn USD"})
    first["evidence"][0] = {**quote, "for": "payer"}
    total(document, "part")["members"] = ["first.early", "first"]


def put(path: str, value: Any) -> Expected:
    """Set or take away the value at a path of keys and places."""
    *steps, last = [int(step) if step.isdigit() else step for step in path.split("/")]

    def change(document: Any) -> None:
        for step in steps:
            document = document[step]
        if value is None:
            del document[last]
        else:
            document[last] = value

    return change


def add(path: str, *values: Any) -> Expected:
    """Add items to the list at a path, which may be missing."""
    *steps, last = [int(step) if step.isdigit() else step for step in path.split("/")]

    def change(document: Any) -> None:
        for step in steps:
            document = document[step]
        document.setdefault(last, []).extend(values)

    return change


FIRST, SECOND = owners.record("first"), owners.record("second")
ONE, TWO = owners.article("one"), owners.article("two")
EARLY = owners.record("first", "early")
DISMISSAL = {"quote": "70 %", "because": "a rate"}
QUOTE = {"for": "amount", "article": "two", "quote": "a: b"}

CHANGES: dict[str, tuple[Proposal, Expected]] = {
    "a value": (
        SetKeys(FIRST, {"amount": "up to 6 bn USD"}),
        put("deals/0/amount", "up to 6 bn USD"),
    ),
    "a value of another kind": (
        SetKeys(FIRST, {"amount": {"min": "1 bn", "currency": "USD"}}),
        put("deals/0/amount", {"min": "1 bn", "currency": "USD"}),
    ),
    "a title with signs": (
        SetKeys(SECOND, {"title": 'A: "b" # c'}),
        put("deals/1/title", 'A: "b" # c'),
    ),
    "a missing key": (SetKeys(FIRST, {"status": "paid"}), put("deals/0/status", "paid")),
    "a missing date": (SetKeys(FIRST, {"date": "2024-05~"}), put("deals/0/date", "2024-05~")),
    "a text of lines": (
        SetKeys(SECOND, {"note": "one\n\n  two: #"}),
        put("deals/1/note", "one\n\n  two: #"),
    ),
    "a new text of lines": (SetKeys(FIRST, {"note": "one\ntwo"}), put("deals/0/note", "one\ntwo")),
    "a key less": (SetKeys(SECOND, {"note": None}), put("deals/1/note", None)),
    "a list less": (SetKeys(FIRST, {"tags": None}), put("deals/0/tags", None)),
    "the first key less": (
        SetKeys(EARLY, {"amount": None}),
        put("deals/0/tranches/0/amount", None),
    ),
    "an item more": (
        SetKeys(FIRST, {"tags": ["cloud", "ai", "new"]}),
        put("deals/0/tags", ["cloud", "ai", "new"]),
    ),
    "an item less": (SetKeys(FIRST, {"tags": ["ai"]}), put("deals/0/tags", ["ai"])),
    "no items": (SetKeys(FIRST, {"tags": []}), put("deals/0/tags", None)),
    "other members": (
        SetKeys(owners.record("sum"), {"members": ["second", "third"]}),
        put("totals/0/members", ["second", "third"]),
    ),
    "new members": (SetKeys(FIRST, {"parties": ["a", "b"]}), put("deals/0/parties", ["a", "b"])),
    "a tranche's value": (
        SetKeys(EARLY, {"status": "committed"}),
        put("deals/0/tranches/0/status", "committed"),
    ),
    "an article's title": (SetKeys(ONE, {"title": "New"}), put("articles/one/title", "New")),
    "an article's date": (
        SetKeys(TWO, {"published": "2024-03"}),
        put("articles/two/published", "2024-03"),
    ),
    "a party's aliases": (
        SetKeys(owners.party("b"), {"aliases": ["B", "Beta Inc", "Béta"]}),
        put("parties/b/aliases", ["B", "Beta Inc", "Béta"]),
    ),
    "the folder of the articles": (
        SetKeys(owners.CORPUS, {"articles_dir": "../seeds"}),
        put("articles_dir", "../seeds"),
    ),
    "a new tranche": (
        AddItems(FIRST, "tranches", [{"id": "third", "amount": "1 bn USD"}]),
        add("deals/0/tranches", {"id": "third", "amount": "1 bn USD"}),
    ),
    "the first tranche": (
        AddItems(SECOND, "tranches", [{"id": "one", "status": "paid"}]),
        add("deals/1/tranches", {"id": "one", "status": "paid"}),
    ),
    "evidence for a tranche": (
        AddItems(EARLY, "evidence", [QUOTE]),
        add("deals/0/tranches/0/evidence", QUOTE),
    ),
    "several dismissals": (
        dismiss_figures("one", [DISMISSAL, {**DISMISSAL, "prefix": "of "}]),
        add("articles/one/not-a-deal", DISMISSAL, {**DISMISSAL, "prefix": "of "}),
    ),
    "first dismissals": (
        dismiss_figures("two", [DISMISSAL, {**DISMISSAL, "prefix": "of "}]),
        add("articles/two/not-a-deal", DISMISSAL, {**DISMISSAL, "prefix": "of "}),
    ),
    "a record less": (RemoveRecord("third"), removed_first),
    "the only fact less": (RemoveRecord("worth"), put("facts", [])),
    "another id": (RenameRecord("first", "new.name"), renamed),
    "a record twice": (DuplicateRecord("first", "copy"), duplicated),
    "another id of a tranche": (RenameTranche("first", "early", "initial"), renamed_tranche),
    "a tranche less": (RemoveTranche("first", "late"), put("deals/0/tranches/1", None)),
    "an article less": (RemoveArticle("two"), without_article),
    "an article less, and what is a version of it": (RemoveArticle("one"), without_first_article),
    "another id of an article": (RenameArticle("one", "uno"), renamed_article),
    "two records made one": (
        MergeRecords("first", "third", {"title": "kept", "amount": "other"}),
        merged,
    ),
}


def carried_out(source: str, proposal: Proposal) -> Edit | Refusal:
    """The edit, whose text is the old one outside of the stretch that it replaces."""
    edit = propose(source, proposal)
    if isinstance(edit, Edit):
        start, end = edit.start, len(edit.before_text) - edit.end
        assert edit.before_text == source
        assert edit.after_text[:start] == source[:start]
        assert edit.after_text[len(edit.after_text) - end :] == source[len(source) - end :]
        assert reversal(edit.after_text, patch_of(edit)).after_text == source
    return edit


@pytest.mark.parametrize("name", CHANGES)
@given(seed=st.integers(0, 2**32), newline=st.sampled_from(("\n", "\r\n")), large=st.booleans())
@settings(max_examples=12 * LONGER, deadline=None)
def test_a_change_means_what_it_says_however_the_file_is_written(
    name: str, seed: int, newline: str, large: bool
) -> None:
    """In a large file only what matters for the change is parsed."""
    proposal, expected = CHANGES[name]
    source = Writer(random.Random(seed), comments=False).write(DOCUMENT, newline)
    assert read(source) == DOCUMENT
    with patch("tui.corpus.edit.insertion._LARGE", 0 if large else len(source) + 1):
        edit = carried_out(source, proposal)
    assert isinstance(edit, Edit), edit
    wanted = copy.deepcopy(DOCUMENT)
    expected(wanted)
    assert read(edit.after_text) == wanted
    if newline == "\r\n":
        assert re.search(r"(?<!\r)\n", edit.after_text) is None


@pytest.mark.parametrize("name", CHANGES)
@given(seed=st.integers(0, 2**32))
@settings(max_examples=12 * LONGER, deadline=None)
def test_comments_stay_but_for_those_of_what_goes(name: str, seed: int) -> None:
    """Where one stands in the middle of what is written anew, the change is refused in words."""
    proposal, expected = CHANGES[name]
    source = Writer(random.Random(seed)).write(DOCUMENT)
    assert read(source) == DOCUMENT
    edit = carried_out(source, proposal)
    if isinstance(edit, Refusal):
        assert "comment" in edit.reason, (source, edit)
        return
    wanted = copy.deepcopy(DOCUMENT)
    expected(wanted)
    assert read(edit.after_text) == wanted
    lost = set(_COMMENT.findall(source)) - set(_COMMENT.findall(edit.after_text))
    gone = any(words in name for words in ("less", "made one", "no items", "other members"))
    assert not lost or gone, (lost, source, edit.after_text)


@given(seed=st.integers(0, 2**32))
@settings(max_examples=25 * LONGER, deadline=None)
def test_quotes_and_dismissals_are_taken_away_by_their_places(seed: int) -> None:
    source = Writer(random.Random(seed), comments=False).write(DOCUMENT)
    root = layout(source)
    gone = [part for part in root.walk() if part.entries is not None and part.get("quote")]
    places = [
        (source.count("\n", 0, part.start) + 1, part.start - source.rfind("\n", 0, part.start))
        for part in gone
    ]
    edit = carried_out(source, RemoveItems(places))
    assert isinstance(edit, Edit), edit
    wanted = copy.deepcopy(DOCUMENT)
    del wanted["articles"]["one"]["not-a-deal"]
    for record in wanted["deals"]:
        record.pop("evidence", None)
        for tranche in record.get("tranches", ()):
            tranche.pop("evidence", None)
    assert read(edit.after_text) == wanted
