"""What became of a field, commit by commit, in repositories made by git."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from versioned import VersionedCorpus

from tui.corpus.load import load
from tui.session.field_history import (
    FieldHistory,
    HistoryError,
    field_history,
    lines_of_field,
    written_record,
)
from tui.session.file_session import FileSession

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def corpus(tmp_path: Path) -> VersionedCorpus:
    return VersionedCorpus(tmp_path / "repository")


def history(
    corpus: VersionedCorpus, field: str = "amount", record: str = "nordwind-mill"
) -> FieldHistory:
    return field_history(corpus.file, corpus.file.read_text("utf-8"), record, field)


def subjects(found: FieldHistory) -> list[str]:
    return [commit.subject for commit in found.commits]


def test_who_changed_a_field_and_when_is_told_newest_first(corpus: VersionedCorpus) -> None:
    corpus.replace("amount: 3 bn USD", "amount: 4 bn USD")
    corpus.commit("The Post says four", day="2024-04-05")
    corpus.replace("amount: 200 M USD", "amount: 300 M USD")
    corpus.commit("The loan", day="2024-04-06")
    found = history(corpus)
    assert subjects(found) == ["The Post says four", "The first deals"]
    newest = found.commits[0]
    assert (newest.author, newest.day) == ("Ada Reader", "2024-04-05")
    assert newest.lines == ("-    amount: 3 bn USD", "+    amount: 4 bn USD")
    assert found.uncommitted == ()


def test_lines_that_were_moved_by_others_are_still_found(corpus: VersionedCorpus) -> None:
    corpus.replace("deals:\n", "deals:\n  - {id: new, title: A new one}\n")
    assert subjects(history(corpus)) == ["The first deals"]


def test_what_is_not_committed_stands_before_all_commits(corpus: VersionedCorpus) -> None:
    corpus.replace("amount: 3 bn USD", "amount: 4 bn USD")
    found = history(corpus)
    assert found.uncommitted == ("-    amount: 3 bn USD", "+    amount: 4 bn USD")
    assert subjects(found) == ["The first deals"]


def test_a_field_that_is_new_has_no_commit_yet(corpus: VersionedCorpus) -> None:
    corpus.replace("    amount: 3 bn USD\n", "    amount: 3 bn USD\n    due: 2025\n")
    assert history(corpus, "due") == FieldHistory((), ("+    due: 2025",))


def test_the_fields_of_a_tranche_have_a_history_of_their_own(corpus: VersionedCorpus) -> None:
    tranches = (
        "    amount: 3 bn USD\n"
        "    tranches:\n"
        "      - {id: first, amount: 1 bn USD}\n"
        "      - id: second\n"
        "        amount: 2 bn USD\n"
    )
    corpus.replace("    amount: 3 bn USD\n", tranches)
    corpus.commit("In two parts")
    corpus.replace("        amount: 2 bn USD", "        amount: 2.1 bn USD")
    corpus.commit("Counted again")
    assert subjects(history(corpus, "tranches.second.amount")) == ["Counted again", "In two parts"]
    assert subjects(history(corpus, "tranches.first.amount")) == ["In two parts"]


def test_a_file_under_another_name_keeps_its_history(corpus: VersionedCorpus) -> None:
    corpus.git("mv", "news/data/deals.yaml", "news/data/all.yaml")
    corpus.file = corpus.file.with_name("all.yaml")
    assert subjects(history(corpus)) == ["The first deals"]
    corpus.commit("Another name")
    corpus.replace("amount: 3 bn USD", "amount: 4 bn USD")
    corpus.commit("The Post says four")
    assert subjects(history(corpus)) == ["The Post says four", "The first deals"]


def test_in_an_included_file_the_history_is_that_of_the_file(corpus: VersionedCorpus) -> None:
    other = corpus.file.with_name("more.yaml")
    other.write_text("deals:\n  - id: more\n    title: More\n    amount: 1 bn USD\n", "utf-8")
    corpus.replace("version: 1\n", "version: 1\ninclude: [more.yaml]\n")
    corpus.commit("More")
    corpus.replace("1 bn USD", "2 bn USD", other)
    corpus.commit("Two")
    session = FileSession(load(corpus.file))
    found = session.history("more", "amount")
    assert subjects(found) == ["Two", "More"]
    assert found.commits[0].lines == ("-    amount: 1 bn USD", "+    amount: 2 bn USD")
    assert session.written("more").startswith("- id: more\n  title: More\n")


def test_a_field_that_is_nowhere_written_says_so(corpus: VersionedCorpus) -> None:
    with pytest.raises(HistoryError, match="due is not written in the file"):
        history(corpus, "due")


def test_outside_of_git_the_reason_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    path = tmp_path / "deals.yaml"
    path.write_text("version: 1\n", "utf-8")
    with pytest.raises(HistoryError, match="not a git repository"):
        field_history(path, "version: 1\n", "a", "amount")


def test_a_file_that_was_never_committed_says_so(corpus: VersionedCorpus) -> None:
    other = corpus.file.with_name("other.yaml")
    other.write_text(corpus.file.read_text("utf-8"), "utf-8")
    with pytest.raises(HistoryError, match="was not committed yet"):
        field_history(other, other.read_text("utf-8"), "nordwind-mill", "amount")


def test_the_lines_of_a_field_are_those_from_its_key_to_the_end_of_its_value() -> None:
    source = "version: 1\ndeals:\n  - id: a\n    note: |\n      one\n      two\n\n    amount: 3\n"
    assert lines_of_field(source, "a", "note") == (3, 6)
    assert lines_of_field(source, "a", "amount") == (7, 8)
    assert lines_of_field(source, "a", "date") is None
    assert lines_of_field(source, "b", "amount") is None


@pytest.mark.parametrize(
    ("written", "copied"),
    [
        ("deals:\n  - id: a\n    title: T\n    tags:\n      - x\n",
         "- id: a\n  title: T\n  tags:\n    - x"),
        ("deals:\n- id: a\n  title: T\n\n# more\n", "- id: a\n  title: T"),
        ("deals: [{id: a, title: T}, {id: b, title: U}]\n", "- {id: a, title: T}"),
    ],
)  # fmt: skip
def test_a_record_is_copied_as_an_item_of_a_list(written: str, copied: str) -> None:
    assert written_record(f"version: 1\n{written}", "a") == copied
