"""A record that is not valid YAML is reported and blanked out; the records around it are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.corpus.load import Loaded, read_corpus_bytes

SHIPPED = Path(__file__).resolve().parents[2] / "data" / "deals.yaml"
HEAD = "version: 1\nparties:\n  a: {name: A}\n  b: {name: B}\ndeals:\n"
BROKEN = {
    "a bracket that is not closed": "  - {id: x, title: [X}\n",
    "a brace that is not closed": "  - {id: x, title: X\n",
    "a quote that is not closed": '  - id: x\n    title: "X\n',
    "a colon too many": "  - id: x\n    title: X: y\n",
    "a key out of line": "  - id: x\n   title: X\n",
    "a tab": "  - id: x\n\ttitle: X\n",
    "an at sign": "  - id: x\n    title: @x\n",
    "a percent sign": "  - id: x\n    title: %x\n",
    "text after a quote": '  - id: x\n    title: "X" y\n',
    "a comma too many": "  - {id: x,, title: X}\n",
    "an asterisk": "  - id: x\n    title: * x\n",
}


def read(text: str) -> Loaded:
    return read_corpus_bytes(text.encode(), Path("deals.yaml"))


def record(name: str) -> str:
    return f"  - id: {name}\n    title: T\n    evidence:\n      - {{article: n, quote: q}}\n\n"


@pytest.mark.parametrize("name", BROKEN)
def test_the_records_around_a_broken_one_are_read(name: str) -> None:
    before = HEAD + record("a") + record("b")
    loaded = read(before + BROKEN[name] + record("c") + "# note\n" + record("d"))
    assert [key for key in loaded.corpus.records if key != "x"] == ["a", "b", "c", "d"]
    errors = [problem for problem in loaded.problems if problem.code == "yaml-syntax"]
    assert len(errors) == 1
    first = before.count("\n") + 1
    assert first <= errors[0].line <= first + 5
    assert loaded.corpus.records["d"].line == first + BROKEN[name].count("\n") + 6
    assert set(loaded.corpus.parties) == {"a", "b"}


def test_several_broken_records_are_all_reported() -> None:
    body = "".join(record(f"r{n}") + text for n, text in enumerate(BROKEN.values()))
    loaded = read(HEAD + body + record("last"))
    errors = [problem for problem in loaded.problems if problem.code == "yaml-syntax"]
    assert len(errors) == len(BROKEN)
    good = [name for name in loaded.corpus.records if name != "x"]
    assert good == [*(f"r{n}" for n in range(len(BROKEN))), "last"]


def test_a_broken_party_hides_no_record() -> None:
    text = "version: 1\nparties:\n  a: {name: A\n  b: {name: B}\ndeals:\n" + record("d")
    loaded = read(text)
    assert list(loaded.corpus.records) == ["d"]
    assert list(loaded.corpus.parties) == ["b"]
    assert "yaml-syntax" in [problem.code for problem in loaded.problems]


def test_what_stands_before_an_error_that_cannot_be_mended_is_read() -> None:
    loaded = read(HEAD + record("a") + "totals: ]\n" + "facts:\n")
    assert "a" in loaded.corpus.records
    assert "yaml-syntax" in [problem.code for problem in loaded.problems]


@pytest.mark.parametrize("slip", ["{", "[", '"', "]", ": :", "\t- x", "@", "&a", "!"])
@pytest.mark.parametrize("place", ["version: 1", "parties:", "deals:", "  - id: a"])
@pytest.mark.parametrize("offset", [-1, 0])
def test_a_slip_at_a_head_or_before_it_hides_at_most_one_record(
    place: str, slip: str, offset: int
) -> None:
    text = HEAD.replace("\n", "\n\n") + "\n" + record("a") + record("b") + record("c")
    lines = text.split("\n")
    lines[max(0, lines.index(place) + offset)] += slip
    loaded = read("\n".join(lines))
    assert set(loaded.corpus.records) >= {"b", "c"}
    assert set(loaded.corpus.parties) == {"a", "b"}


@pytest.mark.parametrize("key", ["title: T", 'title: "T"', "evidence:", "tags: [x]", "nothing: T"])
def test_a_key_of_a_record_at_the_margin_begins_no_section(key: str) -> None:
    broken = f"  - id: x\n{key}\n    payer: a\n    note: n\n"
    loaded = read(HEAD + record("a") + broken + record("b") + record("c"))
    assert set(loaded.corpus.records) >= {"a", "b", "c"}
    assert loaded.problems


@pytest.mark.parametrize("first", ["  id: x", "\t- id: x"])
def test_a_first_record_that_is_broken_hides_no_other(first: str) -> None:
    loaded = read(HEAD + f"{first}\n    title: T\n\n" + record("a") + record("b"))
    assert set(loaded.corpus.records) >= {"a", "b"}
    assert set(loaded.corpus.parties) == {"a", "b"}


@settings(max_examples=25, deadline=None)
@given(st.integers(10, 800), st.sampled_from(["{", "[", '"', "]", "}", ": :", "\t- x", "@", "`"]))
def test_a_slip_in_the_shipped_corpus_hides_at_most_two_records(at: int, slip: str) -> None:
    lines = SHIPPED.read_text("utf-8").split("\n")
    whole = read("\n".join(lines)).corpus.records
    lines[at] += slip
    loaded = read("\n".join(lines))
    assert len(whole.keys() - loaded.corpus.records.keys()) <= 2
    assert loaded.source == "\n".join(lines)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("base", ["", "||||||| base\n  - {id: b, title: Aleph}\n"])
def test_a_conflict_that_a_merge_left_is_named_as_what_it_is(base: str, end: str) -> None:
    text = (
        "version: 1\ndeals:\n  - {id: a, title: Alpha}\n<<<<<<< HEAD\n  - {id: b, title: Beta}\n"
        f"{base}=======\n  - {{id: b, title: Gamma}}\n>>>>>>> theirs\n  - {{id: c, title: Delta}}\n"
    )
    loaded = read_corpus_bytes(text.replace("\n", end).encode(), Path("deals.yaml"))
    (problem,) = loaded.problems
    assert (problem.code, problem.line) == ("merge-conflict", 4)
    assert "HEAD and theirs" in problem.message
    assert list(loaded.corpus.records) == ["a", "c"]


def test_lines_of_a_note_that_look_like_a_conflict_are_its_text() -> None:
    record = "  - id: a\n    title: A\n    note: |\n      <<<<<<< HEAD\n      >>>>>>> x\n"
    text = f"version: 1\ndeals:\n{record}"
    assert not read_corpus_bytes(text.encode(), Path("deals.yaml")).problems
