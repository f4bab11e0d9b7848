"""The JSON Schema that editors use agrees with what the program reads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.corpus.load import read_corpus_bytes
from tui.corpus.schema.json_schema import json_schema
from tui.corpus.schema.shapes import SHAPES
from tui.model.dates import DateError, Edtf

DATA = Path(__file__).resolve().parents[2] / "data"


class EditorLoader(yaml.CSafeLoader):
    """Reads YAML as the language servers of editors do: without dates."""


EditorLoader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def complaints(text: str) -> list[str]:
    document = yaml.load(text, EditorLoader)
    validator = jsonschema.Draft7Validator(json_schema())
    return [error.message for error in validator.iter_errors(document)]


def test_the_schema_is_one() -> None:
    jsonschema.Draft7Validator.check_schema(json_schema())


def test_the_file_beside_the_corpus_is_fresh() -> None:
    stored = (DATA / "deals.schema.json").read_text("utf-8")
    assert stored == json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n", (
        "write it again: dealtui schema > data/deals.schema.json"
    )


def test_the_corpus_names_it_in_its_first_line() -> None:
    first = (DATA / "deals.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=deals.schema.json"


def test_the_shipped_corpus_fits_it() -> None:
    assert complaints((DATA / "deals.yaml").read_text("utf-8")) == []


def test_every_key_has_a_description() -> None:
    def described(node: Any) -> None:
        if isinstance(node, dict):
            for name, value in node.get("properties", {}).items():
                assert value["description"], name
            for value in node.values():
                described(value)

    described(json_schema())


HEAD = "version: 1\nparties: {a: {name: A}}\narticles: {n: {file: n.txt}}\n"
WRONG = [
    "version: 2",
    "versoin: 1",
    "deals: {}",
    "deals: [{id: a}]",
    "deals: [{id: A b, title: t}]",
    "deals: [{id: a, title: t, status: payed}]",
    "deals: [{id: a, title: t, amonut: 3}]",
    "deals: [{id: a, title: t, date: 27/03/2024}]",
    "deals: [{id: a, title: t, amount: {mim: 3}}]",
    "deals: [{id: a, title: t, parties: a}]",
    "deals: [{id: a, title: t, evidence: [{article: n}]}]",
    "deals: [{id: a, title: t, evidence: [{article: n, quote: q, for: value}]}]",
    "facts: [{id: a, title: t}]",
    "facts: [{id: a, title: t, kind: stake, evidence: [{article: n, quote: q, for: amount}]}]",
    "articles_dir: /etc",
]


@pytest.mark.parametrize("line", WRONG)
def test_what_the_program_refuses_an_editor_marks(line: str) -> None:
    key = line.split(":", maxsplit=1)[0]
    head = "".join(part + "\n" for part in HEAD.splitlines() if not part.startswith(key + ":"))
    assert complaints(HEAD) == []
    assert complaints(head + line)
    assert read_corpus_bytes((head + line).encode(), Path("f")).problems


@pytest.mark.parametrize(
    "line",
    [
        "deals: [{id: 2023, title: 2023, date: 2023, announced: 2023-09-25, due: ../2024-Q1}]",
        "deals: [{id: a, title: no, date: 2023-09~/.., amount: {min: 3 bn, currency: USD}}]",
        "totals: [{id: a, title: t, count: 6, members: []}]",
        "facts: [{id: a, title: 1:30, kind: other, value: 12, date: 199X, tags: [1, yes]}]",
        "deals: [{id: a, title: t, evidence: [{article: n, quote: 12, for: [amount, date]}]}]",
        "facts: [{id: a, title: t, kind: other, used-in: [{title: T, date: 2024, figure: 2 bn}]}]",
    ],
)
def test_what_the_program_reads_an_editor_accepts(line: str) -> None:
    assert complaints(HEAD + line) == []
    assert read_corpus_bytes((HEAD + line).encode(), Path("f")).problems == ()


@settings(max_examples=300, deadline=None)
@given(st.text("0123456789-/.~?%XQH", max_size=14) | st.from_regex(r"\d{4}-\d\d(-\d\d)?[~?%]?"))
def test_an_editor_accepts_every_date_that_the_program_reads(text: str) -> None:
    try:
        Edtf.parse(text)
    except DateError:
        return
    date = json_schema()["definitions"]["deal"]["properties"]["date"]
    assert not list(jsonschema.Draft7Validator({**date}).iter_errors(text.strip()))


def test_the_description_and_the_model_agree() -> None:
    from tui.corpus.schema.record_builder import _TYPES

    for name, kind in _TYPES.items():
        known = {key.target for key in SHAPES[name].keys.values()}
        fields = set(kind.__struct_fields__) - {"line", "column"}
        assert known | {"id"} == fields | {"id"}, name
