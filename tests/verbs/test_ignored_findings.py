"""Findings that the corpus file says to leave out, the codes of all findings, and one count."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from tui.cli import main
from tui.corpus.load import load
from tui.corpus.rules import READING_RULES
from tui.corpus.schema.json_schema import json_schema
from tui.session.checking import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.usefixtures("own_folders")
CORPUS = """version: 1
parties: {nobody: {name: Nobody}, nordwind: {name: Nordwind}}
articles: {a: {file: a.txt, published: 2024-03-12, language: en}}
deals:
  - id: mill
    title: A mill
    payer: nordwind
    status: paid
    amount: 3 bn USD
    evidence:
      - {for: amount, article: a, quote: "pays 9 billion dollars"}
  - id: farm
    title: A farm
    evidence:
      - {for: status, article: a, quote: "for a farm"}
"""
ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("Nordwind pays 3 billion dollars for the mill.", "utf-8")
    return tmp_path


def written(folder: Path, *ignored: str) -> str:
    """A corpus with these entries under `ignore`."""
    lines = "".join(f"  - {entry}\n" for entry in ignored)
    path = folder / "deals.yaml"
    path.write_text(f"{CORPUS}ignore:\n{lines}" if ignored else CORPUS, "utf-8")
    return str(path)


def found(path: str, capsys: pytest.CaptureFixture[str], *options: str) -> list[dict[str, Any]]:
    main(["check", path, "--format", "json", *options])
    return json.loads(capsys.readouterr().out)


def codes(rows: list[dict[str, Any]]) -> list[str]:
    return [row["code"] for row in rows]


def test_findings_are_left_out_with_a_reason_and_counted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = codes(found(written(folder), capsys))
    assert before.count("quote-missing") + before.count("quote-changed") == 2
    wrong = sorted({code for code in before if code.startswith("quote-")})
    path = written(folder, *(f"{{rule: {code}, because: a test}}" for code in wrong))
    after = codes(found(path, capsys))
    assert after == [code for code in before if code not in wrong]
    assert main(["check", path]) == 0
    assert "2 ignored" in capsys.readouterr().err


def test_an_entry_may_be_about_one_record_or_article(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = found(written(folder), capsys)
    rule = next(row["code"] for row in rows if row["record"] == "farm" and row["article"] == "a")
    path = written(folder, f"{{rule: {rule}, record: farm, article: a, because: a test}}")
    gone = [row for row in rows if row not in found(path, capsys)]
    assert [(row["code"], row["record"]) for row in gone] == [(rule, "farm")]


@pytest.mark.parametrize(
    ("entry", "code", "words"),
    [
        ("{rule: party-unused}", "ignore-without-reason", "because"),
        ("{rule: party-unused, because: ''}", "ignore-without-reason", "because"),
        ("{rule: value-contradicted, because: x}", "ignore-unused", "Take the entry away"),
        ("{rule: party-unused, record: nobody, because: x}", "ignore-unused", "Take the entry"),
        ("{rule: party-unsued, because: x}", "ignore-unknown", "Did you mean party-unused?"),
        ("{because: x}", "missing-key", "code"),
        ("{rule: party-unused, why: x, because: x}", "unknown-key", "because"),
    ],
)
def test_an_entry_that_has_no_reason_or_no_effect_is_a_finding_with_its_line(
    entry: str, code: str, words: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = found(written(folder, entry), capsys)
    (row,) = [row for row in rows if row["code"] == code]
    assert row["line"] == len(CORPUS.splitlines()) + 2
    assert words in row["hint"]


def test_what_was_not_looked_for_is_not_said_to_be_unused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(folder, "{rule: figure-open, because: many}")
    assert "ignore-unused" not in codes(found(path, capsys))
    assert "ignore-unused" not in codes(found(path, capsys, "--coverage"))
    assert not codes(found(path, capsys, "--select", "figure-open"))


def test_an_editor_knows_the_key_and_asks_for_the_reason() -> None:
    schema = jsonschema.Draft7Validator(json_schema())
    assert schema.is_valid({"version": 1, "ignore": [{"rule": "tag", "because": "x"}]})
    assert not schema.is_valid({"version": 1, "ignore": [{"rule": "tag"}]})
    assert not schema.is_valid({"version": 1, "ignore": "tag"})


def test_the_audit_leaves_out_the_same(folder: Path) -> None:
    from tui.model.task import UNATTENDED
    from tui.session.file_session import FileSession

    path = Path(written(folder, "{rule: party-unused, because: x}"))
    for _ in range(2):
        session = FileSession.open(path, cache=folder / "cache")
        assert "party-unused" not in [one.code for one in session.audit(UNATTENDED)]


def test_doctor_and_check_count_the_same(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for entries in ((), ("{rule: party-unused, because: x}",)):
        path = written(folder, *entries)
        main(["check", path])
        counts = re.findall(r"\d+ errors?, \d+ warnings?, .*", capsys.readouterr().err)[-1]
        main(["-c", path, "doctor"])
        assert counts in capsys.readouterr().out
        assert ("1 ignored" in counts) == bool(entries)


# Codes


def _literals() -> Iterator[tuple[str, str]]:
    """The codes that the reading of a corpus reports, as they stand in the program."""
    reporting = {"note", "_stop", "_problem", "Problem", "ArticleError"}
    for path in (ROOT / "tui" / "corpus").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                first = node.args[0]
                if name in reporting and isinstance(first, ast.Constant):
                    yield path.name, str(first.value)


def test_every_code_of_reading_is_known() -> None:
    assert not {code for _, code in _literals()} - set(READING_RULES)


def test_every_rule_is_listed_and_can_be_selected(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--list"]) == 0
    listed = {line.split()[0] for line in capsys.readouterr().out.splitlines()}
    assert listed == set(all_rules())
    path = written(folder)
    for code in all_rules():
        rows = found(path, capsys, "--select", code)
        assert set(codes(rows)) <= {code}
        assert code not in codes(found(path, capsys, "--ignore", code))


@pytest.mark.parametrize(
    ("name", "meant"), [("quote-mising", "quote-missing"), ("yaml-sintax", "yaml-syntax")]
)
@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_misspelt_rule_is_said_with_the_nearest_right_one(
    option: str, name: str, meant: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", written(folder), option, name]) == 2
    assert f"did you mean {meant}?" in capsys.readouterr().err


def test_what_the_file_ignores_comes_from_the_cache_too(tmp_path: Path, folder: Path) -> None:
    from tui.store.opening import open_corpus

    path = Path(written(folder, "{rule: party-unused, because: x}"))
    for _ in range(2):
        opened = open_corpus(path, cache_dir=tmp_path / "cache")
        assert opened.ignored == load(path).ignored
        assert opened.ignored[0].because == "x"
