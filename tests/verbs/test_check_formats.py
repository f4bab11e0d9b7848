"""What `dealtui check` prints, for people and for machines."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tui.cli import main

SCHEMA = Path(__file__).parents[1] / "export" / "sarif" / "sarif-schema-2.1.0.json"
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


@pytest.mark.parametrize("form", ["text", "github", "sarif"])
def test_a_finding_names_its_record(
    form: str, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = "\n".join(lines(path, capsys, "--format", form))
    assert "wrong: 'much' is no amount" in found
    assert all("mill" in line for line in found.splitlines() if "(quote-changed)" in line)


@pytest.mark.parametrize(("least", "code"), [("error", 0), ("warning", 0), ("note", 1)])
def test_what_makes_it_fail_is_said(least: str, code: int, path: str) -> None:
    asked = ["check", path, "--select", "party-unused", "--fail-on", least]
    assert main([*asked, "--partial"]) == code


def test_json_is_one_document_and_jsonl_a_line_each(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    document = json.loads("\n".join(lines(path, capsys, "--format", "json")))
    rows = [json.loads(line) for line in lines(path, capsys, "--format", "jsonl")]
    assert document == rows
    assert {"code", "message", "line"} <= set(rows[0])


def sarif(path: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    log: dict[str, Any] = json.loads("\n".join(lines(path, capsys, "--format", "sarif")))
    return log


def test_sarif_is_what_the_schema_of_the_standard_demands(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    text = Path(path).read_text("utf-8")
    ignoring = f"{text}ignore:\n  - {{rule: party-unused, because: known}}\n"
    odd = tmp_path / "a folder, with: 100 % é" / "deals.yaml"
    odd.parent.mkdir()
    for file, content in ((path, text), (path, ignoring), (str(odd), text), (path, "version: 1\n")):
        Path(file).write_text(content, "utf-8")
        log = sarif(file, capsys)
        assert [error.message for error in validator.iter_errors(log)] == []
        for result in log["runs"][0]["results"]:
            uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            assert re.fullmatch(r"(?:[\w.~/-]|%[0-9A-F]{2})+", uri, re.ASCII)
    # The schema is read as it is meant: it refuses what is wrong.
    log["runs"][0]["results"] = [{"level": "error"}]
    assert not validator.is_valid(log)


def test_sarif_says_which_findings_are_ignored_and_why(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sarif(path, capsys)["runs"][0]
    ids = [result["ruleId"] for result in before["results"]]
    assert sorted(set(ids)) == [rule["id"] for rule in before["tool"]["driver"]["rules"]]
    with Path(path).open("a", encoding="utf-8") as file:
        file.write("ignore:\n  - {rule: party-unused, because: known}\n")
    after = sarif(path, capsys)["runs"][0]["results"]
    assert sorted(result["ruleId"] for result in after) == sorted(ids)
    suppressed = [result for result in after if result.get("suppressions")]
    assert {result["ruleId"] for result in suppressed} == {"party-unused"}
    assert suppressed[0]["suppressions"] == [{"kind": "inSource", "justification": "known"}]
