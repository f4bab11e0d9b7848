"""`dealtui corrections`: what was used and does not hold any more, by the history of the corpus."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from versioned import VersionedCorpus

from tui.cli import main

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("own_folders")
USED = "    amount: 3 bn USD\n    used-in:\n      - {title: The mill money, url: https://example.org/mill"


@pytest.fixture
def corpus(tmp_path: Path) -> VersionedCorpus:
    return VersionedCorpus(tmp_path / "repository")


class Corrections:
    """Uses a record, and runs the verb."""

    def __init__(self, corpus: VersionedCorpus, capsys: pytest.CaptureFixture[str]) -> None:
        self.corpus, self._capsys = corpus, capsys

    def use(self, keys: str) -> None:
        """Say where the record with the mill was used, on 12 April, and commit that."""
        self.corpus.replace("    amount: 3 bn USD\n", f"{USED}{keys}}}\n")
        self.corpus.commit("A use", day="2024-04-13")

    def run(self, *arguments: str) -> tuple[int, str, str]:
        """Exit code, output and diagnostics."""
        code = main(["-c", str(self.corpus.file), "corrections", *arguments])
        printed = self._capsys.readouterr()
        return code, printed.out, printed.err

    def fields(self, *arguments: str) -> list[tuple[Any, ...]]:
        """The fields to correct, with what they were and what they are."""
        rows = map(json.loads, self.run("--format", "jsonl", *arguments)[1].splitlines())
        return [
            (row["record"], one["field"], one["before"], one["after"])
            for row in rows
            for one in row["fields"]
        ]


@pytest.fixture
def verb(corpus: VersionedCorpus, capsys: pytest.CaptureFixture[str]) -> Corrections:
    return Corrections(corpus, capsys)


DATED = ", date: 2024-04-12, figure: 3 bn USD"


def test_what_still_holds_is_not_to_be_corrected(verb: Corrections) -> None:
    verb.use(DATED)
    assert verb.run() == (0, "", "0 to correct of 1 use\n")


def test_a_value_that_changed_is_told_with_before_after_and_source(
    corpus: VersionedCorpus, verb: Corrections
) -> None:
    verb.use(DATED)
    corpus.replace("3 billion", "4 billion", corpus.article)
    corpus.replace("amount: 3 bn USD\n", "amount: 4 bn USD\n")
    corpus.replace("invested 3 billion", "invested 4 billion")
    code, printed, said = verb.run()
    assert code == 1
    assert printed.splitlines() == [
        "nordwind-mill  Nordwind invests in the Mill",
        "    used in “The mill money”, 12 Apr 2024, as $3 bn, https://example.org/mill",
        "    amount: $3 bn → $4 bn; proved",
        "        Die Post, 12 Mar 2024, $4 bn: “invested 4 billion dollars”",
    ]
    assert said == "1 to correct of 1 use\n"


def test_a_proof_that_was_lost_is_told_though_the_value_is_the_same(
    corpus: VersionedCorpus, verb: Corrections
) -> None:
    verb.use(DATED)
    corpus.replace("3 billion", "5 billion", corpus.article)
    assert verb.fields() == [("nordwind-mill", "amount", "3 bn USD", "3 bn USD")]
    assert "proved → changed" in verb.run()[1]


def test_another_field_that_changed_counts_too_and_one_that_was_added_does_not(
    corpus: VersionedCorpus, verb: Corrections
) -> None:
    verb.use(DATED)
    corpus.replace("    status: announced\n", "    status: cancelled\n    due: 2025\n")
    assert verb.fields() == [("nordwind-mill", "status", "announced", "cancelled")]


def test_what_changed_before_it_was_used_is_no_correction(
    corpus: VersionedCorpus, verb: Corrections
) -> None:
    corpus.replace("amount: 3 bn USD", "amount: 2 bn USD")
    corpus.commit("A slip", day="2024-04-02")
    corpus.replace("amount: 2 bn USD", "amount: 3 bn USD")
    corpus.commit("Mended", day="2024-04-03")
    verb.use(DATED)
    assert verb.fields() == []


def test_a_figure_that_was_wrong_in_print_is_told_though_nothing_changed(
    verb: Corrections,
) -> None:
    verb.use(", date: 2024-04-12, figure: 30 bn USD")
    assert verb.fields() == [("nordwind-mill", "amount", "30 bn USD", "3 bn USD")]


def test_a_bound_that_was_dropped_in_print_is_told_only_when_the_value_changes(
    corpus: VersionedCorpus, verb: Corrections
) -> None:
    verb.use(", date: 2024-04-12, figure: about 3 bn USD")
    assert verb.fields() == []
    corpus.replace("amount: 3 bn USD", "amount: 2.9 bn USD")
    assert verb.fields() == [("nordwind-mill", "amount", "about 3 bn USD", "2.9 bn USD")]


def test_a_figure_that_was_printed_before_the_corpus_had_it_is_right(
    corpus: VersionedCorpus, verb: Corrections
) -> None:
    verb.use(", date: 2024-04-12, figure: 4 bn USD")
    corpus.replace("amount: 3 bn USD\n", "amount: 4 bn USD\n")
    corpus.replace("3 billion", "4 billion", corpus.article)
    corpus.replace("invested 3 billion", "invested 4 billion")
    assert verb.fields() == []


def test_without_a_date_the_figure_is_compared_with_today_and_that_is_said(
    corpus: VersionedCorpus, verb: Corrections
) -> None:
    verb.use(", figure: 3 bn USD")
    code, printed, said = verb.run()
    assert (code, printed) == (0, "")
    assert "1 compared only with the corpus of today" in said
    corpus.replace("amount: 3 bn USD", "amount: 4 bn USD")
    assert verb.fields() == [("nordwind-mill", "amount", "3 bn USD", "4 bn USD")]


def test_without_git_the_figure_is_compared_with_today_and_that_is_said(
    verb: Corrections, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verb.use(DATED)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git is not installed" in verb.run()[2]
    assert verb.run("--since", "HEAD")[0] == 2


def test_since_a_revision_only_what_changed_afterwards_is_told(
    corpus: VersionedCorpus, verb: Corrections
) -> None:
    verb.use(DATED)
    corpus.replace("    status: announced\n", "    status: committed\n")
    corpus.commit("It is signed", day="2024-05-01")
    assert [field for _, field, _, _ in verb.fields()] == ["status"]
    assert verb.fields("--since", "HEAD") == []
    assert [field for _, field, _, _ in verb.fields("--since", "HEAD~1")] == ["status"]


def test_since_a_revision_the_uses_of_records_that_are_gone_are_told(
    corpus: VersionedCorpus, verb: Corrections
) -> None:
    verb.use(DATED)
    text = corpus.file.read_text("utf-8")
    start, end = text.index("  - id: nordwind-mill"), text.index("  - id: nordwind-loan")
    corpus.file.write_text(text[:start] + text[end:], "utf-8")
    code, printed, _ = verb.run("--since", "HEAD")
    assert code == 1
    assert "used in “The mill money”" in printed
    assert "the record is gone" in printed


def test_a_record_with_another_id_is_the_same_that_was_used(
    corpus: VersionedCorpus, verb: Corrections
) -> None:
    verb.use(DATED)
    corpus.replace("id: nordwind-mill", "id: mill-stake")
    assert verb.fields("--since", "HEAD") == []
    corpus.replace("amount: 3 bn USD", "amount: 4 bn USD")
    assert [record for record, *_ in verb.fields()] == ["mill-stake"]


def test_states_of_the_corpus_are_read_once_whatever_the_number_of_uses(
    corpus: VersionedCorpus, verb: Corrections, monkeypatch: pytest.MonkeyPatch
) -> None:
    verb.use(DATED)
    uses = "".join(f"      - {{title: Day {day}, date: 2024-04-{day}}}\n" for day in range(14, 28))
    corpus.replace("    used-in:\n", f"    used-in:\n{uses}")
    corpus.commit("More uses", day="2024-05-01")
    from tui.session import corrections

    read: list[str] = []
    revision_of = corrections.revision_of

    def noted(path: Path, revision: str, *rest: Any) -> Any:
        read.append(revision)
        return revision_of(path, revision, *rest)

    monkeypatch.setattr(corrections, "revision_of", noted)
    assert verb.run()[0] == 0
    assert len(read) == 2


def test_markdown_is_a_list_to_tick_off(corpus: VersionedCorpus, verb: Corrections) -> None:
    verb.use(DATED)
    corpus.replace("amount: 3 bn USD\n", "amount: 4 bn USD\n")
    printed = verb.run("--format", "md")[1]
    assert printed.startswith("- [ ] **Nordwind invests in the Mill** (`nordwind-mill`), ")
    assert "  - amount: \\$3 bn → \\$4 bn; proved → contradicted" in printed
