"""`dealtui diff`: what changed between two revisions, as facts, in repositories made by git."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from versioned import ARTICLE, CORPUS, VersionedCorpus

from tui.cli import main
from tui.proof.verify.prover import Prover

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model.proofs import RecordProof

pytestmark = pytest.mark.usefixtures("own_folders")


@pytest.fixture
def corpus(tmp_path: Path) -> VersionedCorpus:
    return VersionedCorpus(tmp_path / "repository")


class Diff:
    """Runs the verb on a corpus."""

    def __init__(self, corpus: VersionedCorpus, capsys: pytest.CaptureFixture[str]) -> None:
        self._corpus, self._capsys = corpus, capsys

    def run(self, *arguments: str) -> tuple[int, str, str]:
        """Exit code, output and diagnostics."""
        code = main(["-c", str(self._corpus.file), "diff", *arguments])
        printed = self._capsys.readouterr()
        return code, printed.out, printed.err

    def values(self, *arguments: str) -> Any:
        """What it prints for programs."""
        return json.loads(self.run("--format", "json", *arguments)[1])

    def fields(self, *arguments: str) -> dict[str, dict[str, Any]]:
        """The fields that changed, by record and field."""
        return {
            f"{record['id']}.{field['field']}": field
            for record in self.values(*arguments)["records"]
            for field in record["fields"]
        }


@pytest.fixture
def diff(corpus: VersionedCorpus, capsys: pytest.CaptureFixture[str]) -> Diff:
    return Diff(corpus, capsys)


def test_nothing_changed_is_said_and_is_no_difference(diff: Diff) -> None:
    assert diff.run("--exit-code") == (0, "", "nothing changed\n")


def test_a_value_changed_in_the_working_folder_is_shown_with_both_proofs(
    corpus: VersionedCorpus, diff: Diff
) -> None:
    corpus.replace("amount: 3 bn USD", "amount: 4 bn USD")
    code, printed, summary = diff.run("--exit-code")
    assert code == 1
    assert printed.splitlines() == [
        "~ nordwind-mill  Nordwind invests in the Mill",
        "    amount: $3 bn → $4 bn; proved → contradicted",
    ]
    assert summary == "1 record changed, 1 field lost proof, 1 field newly disputed\n"
    assert diff.run()[0] == 0


def test_two_commits_are_compared_with_each_other_and_not_with_the_files(
    corpus: VersionedCorpus, diff: Diff
) -> None:
    first = corpus.git("rev-parse", "HEAD").strip()
    corpus.replace("amount: 3 bn USD", "amount: 4 bn USD")
    corpus.commit("Another amount")
    corpus.replace("amount: 200 M USD", "amount: 300 M USD")
    assert list(diff.fields(first, "HEAD")) == ["nordwind-mill.amount"]
    assert diff.fields(f"{first}..HEAD") == diff.fields(first, "HEAD")
    assert list(diff.fields("HEAD")) == ["nordwind-loan.amount"]
    assert list(diff.fields(first)) == ["nordwind-mill.amount", "nordwind-loan.amount"]


def test_values_are_compared_and_not_their_spelling(corpus: VersionedCorpus, diff: Diff) -> None:
    corpus.replace("amount: 3 bn USD", "amount: 3000 M USD")
    corpus.replace("deals:\n", "deals:\n  # The large ones first.\n")
    assert diff.run("--exit-code")[:2] == (0, "")


def test_records_that_are_new_and_gone(corpus: VersionedCorpus, diff: Diff) -> None:
    corpus.replace("id: nordwind-loan", "id: nordwind-debt")
    corpus.replace("title: Nordwind borrows", "title: Nordwind owes")
    kinds = {record["id"]: record["change"] for record in diff.values()["records"]}
    assert kinds == {"nordwind-debt": "added", "nordwind-loan": "gone"}


def test_a_record_under_another_id_is_the_same_record(corpus: VersionedCorpus, diff: Diff) -> None:
    corpus.replace("id: nordwind-loan", "id: nordwind-debt")
    (record,) = diff.values()["records"]
    assert (record["change"], record["former_id"]) == ("renamed", "nordwind-loan")
    assert record["fields"] == []


def test_an_edited_article_takes_the_proof_of_what_it_proved(
    corpus: VersionedCorpus, diff: Diff
) -> None:
    corpus.replace("3 billion", "5 billion", corpus.article)
    changed = diff.fields()
    assert list(changed) == ["nordwind-mill.amount"]
    field = changed["nordwind-mill.amount"]
    assert (field["state_before"], field["state_after"]) == ("proved", "changed")
    assert field["lost_proof"]
    assert diff.values()["articles"] == [
        {"id": "a", "change": "changed", "text_edited": True, "keys": []}
    ]


def test_an_article_that_was_renamed_is_no_other_article(
    corpus: VersionedCorpus, diff: Diff
) -> None:
    corpus.article.rename(corpus.article.with_name("post.txt"))
    corpus.replace("file: a.txt", "file: post.txt")
    assert diff.run("--exit-code")[0] == 0
    corpus.commit("Another name")
    assert diff.run("HEAD~1", "--exit-code")[0] == 0


def test_line_ends_are_no_edit_of_an_article(corpus: VersionedCorpus, diff: Diff) -> None:
    corpus.article.write_bytes(ARTICLE.replace("\n", "\r\n").encode())
    assert diff.run("--exit-code")[0] == 0


def test_what_is_said_of_an_article_is_a_fact(corpus: VersionedCorpus, diff: Diff) -> None:
    corpus.replace("published: 2024-03-12", "published: 2024-03-13")
    assert diff.values()["articles"][0]["keys"] == ["published"]
    assert "published 12 Mar 2024 → 13 Mar 2024" in diff.run()[1]


def test_a_source_that_newly_disputes_a_value_is_told(corpus: VersionedCorpus, diff: Diff) -> None:
    corpus.replace("Last year", "Others say 2 billion dollars.\n\nLast year", corpus.article)
    corpus.commit("More of the article")
    corpus.replace(
        "quote: invested 3 billion dollars}\n",
        "quote: invested 3 billion dollars}\n"
        "      - {for: amount, article: a, quote: 2 billion dollars, stance: disputes,"
        " says: 2 bn USD}\n",
    )
    field = diff.fields()["nordwind-mill.amount"]
    assert (field["state_before"], field["state_after"]) == ("proved", "disputed")
    assert field["newly_disputed"]
    assert "    + quote “2 billion dollars” (a)" in diff.run()[1]
    corpus.commit("A dispute")
    assert diff.run("--exit-code")[0] == 0


@pytest.mark.parametrize("committed", [False, True])
def test_a_corpus_that_was_renamed_is_found_under_its_former_name(
    committed: bool, corpus: VersionedCorpus, diff: Diff
) -> None:
    corpus.replace("amount: 3 bn USD", "amount: 4 bn USD")
    corpus.commit("Another amount")
    corpus.git("mv", "news/data", "news/records")
    corpus.file = corpus.root / "news" / "records" / "deals.yaml"
    if committed:
        corpus.commit("Another folder")
    assert list(diff.fields("main~2" if committed else "main~1")) == ["nordwind-mill.amount"]


def test_where_a_revision_does_not_have_the_corpus_everything_is_new(
    corpus: VersionedCorpus, diff: Diff
) -> None:
    kept = corpus.root / "README"
    corpus.git("checkout", "-q", "--orphan", "before")
    corpus.git("rm", "-rfq", ".")
    kept.write_text("Deals will follow.\n", "utf-8")
    corpus.commit("Nothing yet")
    corpus.git("checkout", "-q", "main")
    code, printed, said = diff.run("before")
    assert code == 0
    assert "before does not have deals.yaml" in said
    assert [line for line in printed.splitlines() if line.startswith("+")] == [
        "+ nordwind-mill  Nordwind invests in the Mill",
        "+ nordwind-loan  Nordwind borrows",
        "+ article a  Nordwind buys",
    ]


def test_articles_that_may_not_be_committed_are_read_as_they_are(
    corpus: VersionedCorpus, diff: Diff
) -> None:
    corpus.git("rm", "-rq", "--cached", "news/press")
    (corpus.root / ".gitignore").write_text("press/\n", "utf-8")
    corpus.commit("Press texts stay here")
    corpus.replace("amount: 3 bn USD", "amount: 4 bn USD")
    assert list(diff.fields()) == ["nordwind-mill.amount"]
    assert "1 file not under version control" in diff.run()[2]


def test_a_new_article_that_is_not_committed_was_not_there_before(
    corpus: VersionedCorpus, diff: Diff
) -> None:
    (corpus.article.with_name("b.txt")).write_text("Nordwind sells.", "utf-8")
    corpus.replace("deals:\n", "  b: {file: b.txt, title: Nordwind sells}\ndeals:\n")
    assert diff.values()["articles"] == [
        {"id": "b", "change": "added", "text_edited": False, "keys": []}
    ]


def test_a_record_that_could_not_be_read_before_is_not_passed_off_as_new(
    corpus: VersionedCorpus, diff: Diff
) -> None:
    corpus.replace("amount: 3 bn USD", "amount: much")
    corpus.commit("A slip")
    corpus.file.write_text(CORPUS, "utf-8")
    code, _, said = diff.run()
    assert code == 1
    assert "1 error in the corpus at HEAD" in said
    assert diff.run("--partial")[0] == 0


def test_a_corpus_that_could_not_be_read_at_all_before_is_no_empty_one(
    corpus: VersionedCorpus, diff: Diff
) -> None:
    corpus.file.write_text("- no corpus\n")
    corpus.commit("A slip")
    corpus.file.write_text(CORPUS, "utf-8")
    code, printed, said = diff.run()
    assert (code, printed) == (2, "")
    assert "the corpus cannot be read" in said


def test_a_corpus_that_is_broken_now_makes_it_fail(corpus: VersionedCorpus, diff: Diff) -> None:
    corpus.replace("amount: 3 bn USD", "amount: much")
    assert diff.run()[0] == 1
    assert diff.run("--partial")[0] == 0


@pytest.mark.parametrize("revision", ["nowhere", "--help-me", "HEAD~7"])
def test_a_revision_that_there_is_not_is_named(revision: str, diff: Diff) -> None:
    code, printed, said = diff.run("--", revision)
    assert (code, printed) == (2, "")
    assert f"there is no revision {revision}" in said


def test_outside_of_a_repository_it_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "deals.yaml").write_text("version: 1\n", "utf-8")
    assert main(["-c", str(tmp_path), "diff"]) == 2
    assert "not a git repository" in capsys.readouterr().err


def test_without_git_it_says_so(
    diff: Diff, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert diff.run()[0] == 2
    assert "git is not installed" in diff.run()[2]


def test_in_a_hook_the_repository_of_the_corpus_is_read(
    corpus: VersionedCorpus, diff: Diff, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    corpus.article.write_text(ARTICLE, "utf-8")
    assert diff.run()[0] == 0


def test_the_repository_is_not_written_and_its_programs_are_not_run(
    corpus: VersionedCorpus, diff: Diff, tmp_path: Path
) -> None:
    trap, ran = tmp_path / "trap.sh", tmp_path / "ran"
    trap.write_text(f"#!/bin/sh\necho ran >> {ran}\ncat\n", "utf-8")
    trap.chmod(0o755)
    (corpus.root / ".gitattributes").write_text("* filter=trap diff=trap\n", "utf-8")
    corpus.commit("Attributes")
    for key in (
        "filter.trap.smudge", "filter.trap.clean", "diff.trap.command", "diff.trap.textconv",
        "core.fsmonitor", "core.pager", "diff.external",
    ):  # fmt: skip
        corpus.git("config", key, str(trap))
    corpus.replace("amount: 3 bn USD", "amount: 4 bn USD")

    def state() -> dict[str, int]:
        paths = (corpus.root / ".git").rglob("*")
        return {str(path): path.stat().st_mtime_ns for path in paths}

    before = state()
    assert list(diff.fields()) == ["nordwind-mill.amount"]
    assert state() == before
    assert not ran.exists()


def test_what_did_not_change_is_not_proved_again(
    corpus: VersionedCorpus, diff: Diff, monkeypatch: pytest.MonkeyPatch
) -> None:
    proved: list[str] = []
    prove = Prover.record

    def record(self: Prover, record_id: str) -> RecordProof:
        proved.append(record_id)
        return prove(self, record_id)

    monkeypatch.setattr(Prover, "record", record)
    corpus.replace("amount: 3 bn USD", "amount: 4 bn USD")
    diff.run()
    assert set(proved) == {"nordwind-mill"}


def test_markdown_says_nothing_that_the_corpus_could_have_made_up(
    corpus: VersionedCorpus, diff: Diff
) -> None:
    corpus.replace("title: Nordwind borrows", "title: '<script>alert(1)</script> [x](http://y)'")
    corpus.replace("amount: 3 bn USD", "amount: 4 bn USD")
    printed = diff.run("--format", "md")[1]
    assert "\\<script\\>" in printed
    assert "\\[x\\](http://y)" in printed
    assert "- changed `nordwind-mill`: Nordwind invests in the Mill" in printed
    assert "  - amount: \\$3 bn → \\$4 bn; proved → contradicted" in printed


def test_a_corpus_in_several_files_is_compared_as_one(corpus: VersionedCorpus, diff: Diff) -> None:
    text = corpus.file.read_text("utf-8")
    start = text.index("  - id: nordwind-loan")
    loans = corpus.file.with_name("loans.yaml")
    loans.write_text("deals:\n" + text[start:], "utf-8")
    corpus.file.write_text(
        text[:start].replace("version: 1\n", "version: 1\ninclude: [loans.yaml]\n"), "utf-8"
    )
    assert diff.run("--exit-code")[0] == 0
    corpus.commit("Loans have a file of their own")
    assert diff.run("HEAD~1", "--exit-code")[0] == 0
    corpus.replace("amount: 200 M USD", "amount: 300 M USD", loans)
    assert list(diff.fields()) == ["nordwind-loan.amount"]
    assert list(diff.fields("HEAD~1")) == ["nordwind-loan.amount"]


def test_the_history_of_this_project_can_be_compared(
    capsys: pytest.CaptureFixture[str],
) -> None:
    from running import ROOT

    listed = subprocess.run(
        ["git", "log", "--format=%H", "--", "data/deals.yaml"], cwd=ROOT, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    commits = listed.stdout.split()
    if listed.returncode or len(commits) < 2:
        pytest.skip("the tests do not run in a clone with its history")
    first, last = commits[-1], commits[0]
    assert main(["-c", str(ROOT), "diff", first, last, "--exit-code"]) == 1
    printed = capsys.readouterr().out
    assert printed.startswith(("~", "+"))
