"""What `dealtui check` prints, for people and for machines."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from tui.cli import main

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("own_folders")
CORPUS = """version: 1
parties: {nobody: {name: Nobody}, nordwind: {name: Nordwind}}
articles: {a: {file: a.txt, published: 2024-03-12, language: en}}
deals:
  - id: mill
    title: A mill
    payer: nordwind
    amount: 4 bn USD
    evidence:
      - {for: amount, article: a, quote: "pays 9 billion dollars"}
  - {id: wrong, title: A wrong one, amount: much}
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    (tmp_path / "a.txt").write_text("Nordwind pays 3 billion dollars for the mill.", "utf-8")
    (tmp_path / "deals.yaml").write_text(
        CORPUS.replace("version: 1", "version: 1\narticles_dir: ."), "utf-8"
    )
    return str(tmp_path / "deals.yaml")


def lines(path: str, capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    main(["check", path, *options])
    return capsys.readouterr().out.splitlines()


def test_a_finding_is_a_place_a_severity_a_message_and_its_rule(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = [line for line in lines(path, capsys) if not line.startswith("    ")]
    assert found
    for line in found:
        assert re.fullmatch(r".*deals\.yaml:\d+:\d+: \[(error|warning|note)\] .+ \([a-z-]+\)", line)


def test_the_worst_comes_first(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = [re.findall(r"\[(error|warning|note)\]", line) for line in lines(path, capsys)]
    ranks = [("error", "warning", "note").index(words[0]) for words in found if words]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) > 1


def test_a_finding_names_its_record(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    changed = [
        line
        for line in lines(path, capsys)
        if line.endswith(("(quote-changed)", "(quote-missing)"))
    ]
    assert changed
    assert all("mill" in line for line in changed)


@pytest.mark.parametrize(("least", "code"), [("error", 0), ("warning", 0), ("note", 1)])
def test_what_makes_it_fail_is_said(least: str, code: int, path: str) -> None:
    assert main(["check", path, "--select", "party-unused", "--fail-on", least]) == code


def test_json_is_one_document_and_jsonl_a_line_each(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    document = json.loads("\n".join(lines(path, capsys, "--format", "json")))
    rows = [json.loads(line) for line in lines(path, capsys, "--format", "jsonl")]
    assert document == rows
    assert {"code", "message", "line"} <= set(rows[0])


SARIF: dict[str, Any] = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {"driver": {"type": "object", "required": ["name"]}},
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message"],
                            "properties": {
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": {"type": "object", "required": ["text"]},
                                "locations": {"type": "array"},
                            },
                        },
                    },
                },
            },
        },
    },
}
"""What the standard's schema demands of the parts that are written here."""


def test_sarif_is_what_the_standard_demands(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    import jsonschema

    log = json.loads("\n".join(lines(path, capsys, "--format", "sarif")))
    jsonschema.validate(log, SARIF)
    results = log["runs"][0]["results"]
    assert results
    rules = {rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in results} == rules
    assert all(
        result["locations"][0]["physicalLocation"]["region"]["startLine"] >= 1 for result in results
    )
