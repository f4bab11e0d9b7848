"""`dealtui propose` prints what capture would record for every open figure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tui.cli import main

if TYPE_CHECKING:
    from pathlib import Path

CORPUS = """\
version: 1
articles_dir: .
parties:
  kestrel: {name: Kestrel}
  nordwind: {name: Nordwind, aliases: [Nordwind Power]}
articles:
  a: {file: a.txt, published: 2024-03-12, language: en}
deals:
  - id: first
    title: Kestrel pays
    payer: kestrel
    payee: nordwind
    amount: 4 M USD
    evidence:
      - {for: amount, article: a, quote: $4 million}
"""
ARTICLE = "Kestrel paid Nordwind Power $4 million. It will lend it $9 million in May 2024.\n"
KEYS = [
    "start", "end", "text", "kind", "payer", "payee", "parties", "new_parties", "status",
    "instrument", "date", "fact_kind", "about", "because",
]  # fmt: skip


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "deals.yaml").write_text(CORPUS, "utf-8")
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def rows(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def run(corpus: Path, *arguments: str) -> int:
    return main(["-c", str(corpus), "--no-cache", "propose", *arguments])


def test_of_an_article_of_the_corpus_only_what_is_open_is_proposed(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(corpus, "a", "--format", "jsonl") == 0
    (row,) = rows(capsys)
    assert list(row) == KEYS
    assert ARTICLE[row["start"] : row["end"]] == row["text"] == "$9 million"
    assert (row["kind"], row["payer"], row["status"]) == ("deal", "Kestrel", "announced")
    assert row["instrument"] == "debt"
    assert row["date"] == "2024-05"


def test_of_a_file_every_figure_is_proposed_with_the_parties_of_the_corpus(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "b.txt"
    article.write_text("Sabrefield bought Nordwind Power for $4 million, or 3% of it.", "utf-8")
    assert run(corpus, str(article), "--format", "jsonl") == 0
    money, share = rows(capsys)
    assert (money["payer"], money["payee"]) == ("Sabrefield", "Nordwind")
    assert money["new_parties"] == ["Sabrefield"]
    assert money["because"]["payer"] == "Sabrefield bought"
    assert share["kind"] in {"fact", "none"}


def test_what_the_words_do_not_show_is_null(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "b.txt"
    article.write_text("They talked about $4 million.", "utf-8")
    assert run(corpus, str(article), "--format", "jsonl") == 0
    (row,) = rows(capsys)
    assert row["payer"] is row["payee"] is row["status"] is row["date"] is None
    assert row["parties"] == row["new_parties"] == []


def test_the_text_form_shows_each_value_with_its_words(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(corpus, "a") == 0
    output = capsys.readouterr().out
    assert "deal  $9 million" in output
    assert "instrument   debt  “lend”" in output


def test_no_such_article_and_no_such_file_is_said(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(corpus, "nowhere.txt") == 2
    assert "dealtui propose:" in capsys.readouterr().err


def test_a_headcount_is_proposed_until_a_quote_holds_it(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "a.txt").write_text(ARTICLE + "Kestrel employs 2,300 people.\n", "utf-8")
    assert run(corpus, "a", "--format", "jsonl") == 0
    _, row = rows(capsys)
    assert (row["text"], row["fact_kind"], row["about"]) == ("2,300", "headcount", "Kestrel")
    fact = (
        "facts:\n  - {id: staff, title: Staff, kind: headcount, party: kestrel, value: '2300',\n"
        "     evidence: [{for: value, article: a, quote: 'employs 2,300 people'}]}\n"
    )
    (corpus / "deals.yaml").write_text(CORPUS + fact, "utf-8")
    assert run(corpus, "a", "--format", "jsonl") == 0
    assert [one["fact_kind"] for one in rows(capsys)] == [None]
