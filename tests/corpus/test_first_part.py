"""The first records of a large file are there before what stands before them is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.corpus.first_part import first_part
from tui.corpus.load import Loaded, read_corpus_bytes
from tui.corpus.yaml.nodes import STOPPING
from tui.model.records import record_parties

PATH = Path("folder") / "deals.yaml"
HEAD = "# A remark.\nversion: 1\narticles_dir: texts\ncorpus: big\n"
PARTIES = [
    "  a: {name: Alpha, aliases: [A]}",
    "  b:\n    name: Beta\n    note: |\n      a: text\n      more",
    "  # a remark", "  c-1: {name: Gamma}", '  d: {name: "Delta: one"}', "  e: {name: Epsilon}",
]  # fmt: skip
ARTICLES = [
    "  one: {file: one.txt, not-a-deal: [{quote: x, because: y}]}",
    "  two:\n    file: two.txt\n    not-a-deal:\n      - {quote: x, because: y}",
]
DEALS = [
    "  - {id: d0, title: Zero, payer: b, payee: c-1, amount: 4 M USD}",
    "  - id: d1\n    title: One\n    payer: a\n    evidence:\n      - {article: two, quote: x}",
    "  # between\n  - {id: d2, title: Two, payer: d, colour: red}",
    "  - {id: d3, title: Three, payer: e, evidence: [{article: one, quote: y}]}",
]


def written(*sections: tuple[str, list[str]]) -> str:
    return HEAD + "".join(f"{name}:\n" + "\n".join(lines) + "\n" for name, lines in sections)


BASE = written(("parties", PARTIES), ("articles", ARTICLES), ("deals", DEALS))


def read(text: str) -> Loaded:
    return read_corpus_bytes(text.encode(), PATH)


def is_that_of_the_whole(text: str, count: int) -> bool:
    """Whether there is a first part; it says nothing else than the whole file."""
    part = first_part(text, count)
    if part is None:
        return False
    whole = read(text)
    records = list(whole.corpus.records.values())[:count]
    assert list(part.corpus.records.values()) == records
    assert PATH.parent / part.articles_dir == whole.articles_dir
    for party in {name for record in records for name in record_parties(record)}:
        assert part.corpus.parties[party] == whole.corpus.parties[party]
    for name, article in part.corpus.articles.items():
        assert article == whole.corpus.articles[name]
    for name, party_read in part.corpus.parties.items():
        assert party_read == whole.corpus.parties[name]
    return True


@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_first_records_come_with_the_parties_and_articles_that_they_name(count: int) -> None:
    assert is_that_of_the_whole(BASE, count)
    assert is_that_of_the_whole(BASE.replace("\n", "\r\n"), count)
    orders = ("deals", DEALS), ("parties", PARTIES), ("articles", ARTICLES)
    assert is_that_of_the_whole(written(*orders), count)


def test_a_party_that_no_first_record_names_is_not_read() -> None:
    part = first_part(BASE, 1)
    assert part is not None
    assert set(part.corpus.parties) == {"b", "c-1"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  b:\n", '  "b":\n'), ("payer: b", "payer: nobody"), ("id: d0", "id: &x d0"),
        ("deals:\n", "deals: [\n"), ("name: Gamma", "name: 'Gamma"), ("id: d1", "id: d0"),
        ("title: Zero", 'title: "Zero'), ("parties:", "'parties':"), ("Beta", "\u2028"),
    ],
)  # fmt: skip
def test_where_anything_is_not_plain_there_is_no_first_part_of_this_kind(
    old: str, new: str
) -> None:
    assert old in BASE
    assert first_part(BASE.replace(old, new, 1), 3) is None


def test_a_file_without_more_records_has_no_first_part() -> None:
    assert first_part(BASE, 4) is None
    assert first_part("", 1) is None
    assert first_part("deals:\n", 1) is None


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_whatever_is_edited_the_first_part_is_that_of_the_whole(data: st.DataObject) -> None:
    lines = BASE.split("\n")
    for _ in range(data.draw(st.integers(1, 2))):
        at = data.draw(st.integers(0, len(lines) - 1))
        kind = data.draw(st.sampled_from(["delete", "copy", "swap", "indent"]))
        if kind == "delete":
            del lines[at]
        elif kind == "copy":
            lines.insert(data.draw(st.integers(0, len(lines))), lines[at])
        elif kind == "swap":
            other = data.draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], lines[at]
        else:
            lines[at] = " " * data.draw(st.integers(0, 6)) + lines[at].lstrip()
    text = "\n".join(lines)
    part = first_part(text, 2)
    whole = read(text)
    # What breaks a file before its first record is told when it is read.
    if part is not None and not any(one.code in STOPPING for one in whole.problems):
        for name, record in part.corpus.records.items():
            assert whole.corpus.records[name] == record
