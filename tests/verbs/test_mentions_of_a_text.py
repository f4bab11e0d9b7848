"""`dealtui mentions`: the figures of an article, placed in its text as stored."""

from __future__ import annotations

import codecs
import io
import json
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from tui.cli import main

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = ["start", "end", "text", "kind", "value", "min", "max", "exclusive_min", "exclusive_max",
           "approx", "currency", "unit", "words", "date", "flags"]  # fmt: skip
FRENCH = (
    "Le groupe a levé plus de 4\u202fmilliards d’euros.\r\n\r\n"
    "Il en vise 5\u00a0à 6\u00a0Md€ pour 2,5\u00a0GW, "
    "contre près de 30\u00a0% en juillet dernier.\r\n"
)
ENCODINGS = {
    "utf-8": str.encode,
    "utf-8 with a mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "utf-16": lambda text: text.encode("utf-16"),
    "cp1252": lambda text: text.replace("\u202f", "\u00a0").encode("cp1252"),
}


def rows(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    assert main(["mentions", *words, "--format", "jsonl"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_offsets_count_the_code_points_of_the_text_as_stored(
    encoding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = FRENCH if encoding != "cp1252" else FRENCH.replace("\u202f", "\u00a0")
    (tmp_path / "article.txt").write_bytes(ENCODINGS[encoding](FRENCH))
    found = rows(capsys, str(tmp_path / "article.txt"), "--published", "2025-11-18")
    assert [text[one["start"] : one["end"]] for one in found] == [one["text"] for one in found]
    assert [(one["kind"], one["text"].replace("\u202f", "\u00a0")) for one in found] == [
        ("money", "plus de 4\u00a0milliards d’euros"), ("money", "5\u00a0à 6\u00a0Md€"),
        ("measure", "2,5\u00a0GW"), ("percent", "près de 30\u00a0%"), ("date", "juillet dernier"),
    ]  # fmt: skip


def test_each_row_has_every_column_and_exact_numbers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "article.txt").write_text(FRENCH, "utf-8")
    found = rows(capsys, str(tmp_path / "article.txt"), "--published", "2025-11-18")
    assert all(list(one) == COLUMNS for one in found)
    above, span, power, share, month = found
    assert (above["exclusive_min"], above["currency"], above["value"]) == (
        4_000_000_000,
        "EUR",
        None,
    )
    assert (span["min"], span["max"]) == (5_000_000_000, 6_000_000_000)
    assert (power["value"], power["unit"], power["currency"]) == (2.5, "GW", None)
    assert (share["value"], share["unit"], share["approx"]) == (30, "%", True)
    assert (month["date"], month["flags"]) == ("2025-07", ["relative-date"])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The company was valued at one billion dollars by its owners.", 10**9),
        ("Le groupe a été valorisé un billion de dollars par ses actionnaires.", 10**12),
        ("It paid $1,250 for it.", 1250),
        ("Il a payé 1,250 million de dollars pour cela.", 1_250_000),
    ],
)
def test_the_language_is_guessed_from_standard_input(
    text: str, value: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
    (one,) = rows(capsys, "-")
    assert one["value"] == value


def test_the_language_that_is_told_wins(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "article.txt").write_text("The plan of 1.4 billion dollars.", "utf-8")
    (one,) = rows(capsys, str(tmp_path / "article.txt"), "--lang", "fr")
    assert (one["value"], one["flags"]) == (1_400_000_000_000, ["french-billion"])


def test_relative_dates_are_told_from_the_date_that_the_article_carries(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "article.txt").write_text("date 2025-11-18\n\nLe fonds a payé hier.", "utf-8")
    assert rows(capsys, str(tmp_path / "article.txt"))[-1]["date"] == "2025-11-17"
