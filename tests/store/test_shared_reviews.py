"""Reviews beside the corpus are shared through git; none is lost, and private ones stay private."""

from __future__ import annotations

import itertools
import os
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from versioned import VersionedCorpus

from tui.corpus.load import load
from tui.session.own_marks import OwnMarks
from tui.store.marks import Marks, StateError
from tui.store.shared_reviews import (
    ATTRIBUTES,
    SharedReview,
    SharedReviews,
    read_reviews,
    reviews_of,
    text_of,
)

if TYPE_CHECKING:
    import random
    from pathlib import Path

MILL, LOAN = "nordwind-mill", "nordwind-loan"


@pytest.fixture
def corpus(tmp_path: Path) -> VersionedCorpus:
    return VersionedCorpus(tmp_path / "repository")


def shared(corpus: VersionedCorpus) -> SharedReviews:
    """The reviews beside a corpus, which are shared from now on."""
    reviews = SharedReviews(corpus.file)
    reviews.share()
    return reviews


def own(corpus: VersionedCorpus, who: str, marks: Marks | None = None) -> OwnMarks:
    """The marks of a person."""
    loaded, reviews = load(corpus.file), SharedReviews(corpus.file)
    return OwnMarks(marks or Marks(None), "c", loaded.corpus, shared=reviews, reviewer=lambda: who)


def said(corpus: VersionedCorpus, who: str, record: str = MILL) -> list[tuple[str, bool]]:
    """Who checked a record, as a person sees it, and whether that holds."""
    return [(one.by, one.holds) for one in own(corpus, who).checks(record)]


# One state, one owner


def test_without_the_file_a_review_is_a_private_mark(corpus: VersionedCorpus) -> None:
    marks = Marks(None)
    own(corpus, "Ada", marks).toggle_review(MILL)
    assert not (corpus.file.parent / "reviews.yaml").exists()
    assert marks.of("c").of_record(MILL).reviewed


def test_with_the_file_a_review_is_there_and_nowhere_else(corpus: VersionedCorpus) -> None:
    shared(corpus)
    marks = Marks(None)
    own(corpus, "Ada", marks).toggle_review(MILL)
    assert marks.of("c").of_record(MILL).reviewed == ""
    assert said(corpus, "Ada") == [("", True)]
    assert said(corpus, "Bo") == [("Ada", True)]


def test_who_may_only_read_adds_nothing_to_the_file(corpus: VersionedCorpus) -> None:
    shared(corpus)
    own(corpus, "Ada").toggle_review(MILL)
    before = (corpus.file.parent / "reviews.yaml").read_bytes()
    loaded, marks = load(corpus.file), Marks(None)
    reader = OwnMarks(
        marks, "c", loaded.corpus, shared=SharedReviews(corpus.file), reviewer=lambda: "Bo",
        private=True,
    )  # fmt: skip
    reader.toggle_review(MILL)
    reader.share()
    assert (corpus.file.parent / "reviews.yaml").read_bytes() == before
    assert marks.of("c").of_record(MILL).reviewed
    assert [one.by for one in reader.checks(MILL)][-1:] == ["Ada"]


def test_notes_and_stars_stay_private(corpus: VersionedCorpus) -> None:
    reviews = shared(corpus)
    mine = own(corpus, "Ada")
    mine.toggle_star(MILL)
    mine.set_note(MILL, "ask her")
    mine.toggle_review(MILL)
    assert "ask her" not in reviews.path.read_text("utf-8")
    assert "star" not in reviews.path.read_text("utf-8")


def test_private_reviews_stay_private_until_they_are_given(corpus: VersionedCorpus) -> None:
    marks = Marks(None)
    own(corpus, "Ada", marks).toggle_review(MILL)
    reviews = shared(corpus)
    assert said(corpus, "Bo") == []
    mine = own(corpus, "Ada", marks)
    assert [(one.by, one.holds) for one in mine.checks(MILL)] == [("", True)]
    assert mine.share() == 1
    assert marks.of("c").of_record(MILL).reviewed == ""
    assert said(corpus, "Bo") == [("Ada", True)]
    assert reviews.refresh()


def test_a_review_is_taken_back_by_its_author_alone(corpus: VersionedCorpus) -> None:
    shared(corpus)
    own(corpus, "Ada").toggle_review(MILL)
    own(corpus, "Bo").toggle_review(MILL)
    assert said(corpus, "Ada") == [("", True), ("Bo", True)]
    own(corpus, "Bo").toggle_review(MILL)
    assert said(corpus, "Ada") == [("", True)]


# By what was checked


def test_a_review_holds_for_what_was_checked(corpus: VersionedCorpus) -> None:
    shared(corpus)
    own(corpus, "Ada").toggle_review(MILL)
    corpus.replace("deals:\n", "deals:\n  # moved down\n")
    assert said(corpus, "Bo") == [("Ada", True)]
    corpus.replace("amount: 3 bn USD", "amount: 4 bn USD")
    assert said(corpus, "Bo") == [("Ada", False)]
    corpus.replace("amount: 4 bn USD", "amount: 3 bn USD")
    corpus.replace("3 billion", "5 billion", corpus.article)
    assert said(corpus, "Bo") == [("Ada", False)]


def test_a_record_under_another_id_is_still_checked(corpus: VersionedCorpus) -> None:
    shared(corpus)
    own(corpus, "Ada").toggle_review(MILL)
    corpus.replace(f"id: {MILL}", "id: stake")
    assert said(corpus, "Bo", "stake") == [("Ada", True)]
    assert own(corpus, "Bo").marked()["stake"].review == "reviewed"
    own(corpus, "Ada").toggle_review("stake")
    assert said(corpus, "Bo", "stake") == []


def test_where_it_was_used_does_not_outdate_a_review(corpus: VersionedCorpus) -> None:
    shared(corpus)
    own(corpus, "Ada").toggle_review(MILL)
    corpus.replace("    amount: 3 bn USD\n", "    amount: 3 bn USD\n    used-in: [{title: M}]\n")
    assert said(corpus, "Bo") == [("Ada", True)]


def test_a_newer_review_takes_the_place_of_an_outdated_one(corpus: VersionedCorpus) -> None:
    shared(corpus)
    own(corpus, "Ada").toggle_review(MILL)
    corpus.replace("amount: 3 bn USD", "amount: 4 bn USD")
    own(corpus, "Ada").toggle_review(MILL)
    assert said(corpus, "Bo") == [("Ada", True)]


def test_words_and_search_tell_who_checked_it(corpus: VersionedCorpus) -> None:
    shared(corpus)
    own(corpus, "Ada").toggle_review(MILL)
    own(corpus, "Bo").toggle_review(MILL)
    mine = own(corpus, "Bo")
    words = mine.review(MILL)
    assert words.startswith("checked by you on ")
    assert "; by Ada on " in words
    assert mine.marked()[MILL].review == "reviewed"
    assert LOAN not in mine.marked()


# Through git


def branches(corpus: VersionedCorpus, one: str, other: str) -> None:
    """Check records in two branches, and merge them."""
    corpus.git("checkout", "-q", "-b", "side")
    own(corpus, "Bo").toggle_review(other)
    corpus.commit("Bo checks")
    corpus.git("checkout", "-q", "main")
    own(corpus, "Ada").toggle_review(one)
    corpus.commit("Ada checks")


@pytest.mark.parametrize("there", [True, False], ids=["merging a file", "merging two new files"])
@pytest.mark.parametrize(("one", "other"), [(MILL, MILL), (MILL, LOAN)])
def test_reviews_of_two_branches_are_all_there_after_a_merge(
    there: bool, one: str, other: str, corpus: VersionedCorpus
) -> None:
    (corpus.file.parent / ".gitattributes").write_text(f"{ATTRIBUTES}\n", "utf-8")
    if there:
        shared(corpus)
    corpus.commit("Reviews are shared")
    if not there:
        corpus.git("checkout", "-q", "-b", "both")
        corpus.git("checkout", "-q", "main")
    corpus.git("checkout", "-q", "-b", "side")
    shared(corpus)
    own(corpus, "Bo").toggle_review(other)
    corpus.commit("Bo checks")
    corpus.git("checkout", "-q", "main")
    shared(corpus)
    own(corpus, "Ada").toggle_review(one)
    corpus.commit("Ada checks")
    corpus.git("merge", "-q", "--no-edit", "side")
    reviews = SharedReviews(corpus.file)
    assert reviews.problems == ()
    found = {(name, each.by) for name, all_ in reviews.now.by_record.items() for each in all_}
    assert found == {(one, "Ada"), (other, "Bo")}


def test_what_is_taken_back_in_one_branch_does_not_come_back_from_the_other(
    corpus: VersionedCorpus,
) -> None:
    (corpus.file.parent / ".gitattributes").write_text(f"{ATTRIBUTES}\n", "utf-8")
    shared(corpus)
    own(corpus, "Ada").toggle_review(MILL)
    corpus.commit("Ada checks")
    corpus.git("checkout", "-q", "-b", "side")
    own(corpus, "Bo").toggle_review(MILL)
    corpus.commit("Bo checks")
    corpus.git("checkout", "-q", "main")
    own(corpus, "Ada").toggle_review(MILL)
    corpus.commit("Ada takes it back")
    corpus.git("merge", "-q", "--no-edit", "side")
    assert said(corpus, "Cy") == [("Bo", True)]


def test_a_conflict_that_git_left_is_told_and_both_sides_count(corpus: VersionedCorpus) -> None:
    shared(corpus)
    corpus.commit("Reviews are shared")
    branches(corpus, MILL, LOAN)
    with pytest.raises(AssertionError):
        corpus.git("merge", "-q", "--no-edit", "side")
    reviews = SharedReviews(corpus.file)
    assert "<<<<<<<" in reviews.path.read_text("utf-8")
    assert [problem.code for problem in reviews.problems] == ["merge-conflict"]
    assert reviews.now.by_record.keys() == {MILL, LOAN}
    own(corpus, "Cy").toggle_review(MILL)
    reviews.refresh()
    assert reviews.problems == ()
    assert {one.by for one in reviews.now.by_record[MILL]} == {"Ada", "Cy"}
    assert {one.by for one in reviews.now.by_record[LOAN]} == {"Bo"}


# The file

MOMENTS = ("2026-01-01T10:00:00Z", "2026-01-01T10:00:01Z", "2026-02-01T00:00:00Z")
LINES = st.lists(
    st.builds(
        SharedReview,
        record=st.sampled_from(("a", "b")),
        by=st.sampled_from(("Ada", "Bo: \"x\" #", "Łucja")),
        at=st.sampled_from(MOMENTS),
        content=st.sampled_from(("00112233", "1e10", "abcdef01")),
        withdrawn=st.booleans(),
    ),
    max_size=12,
)  # fmt: skip


@given(LINES, st.randoms(use_true_random=False))
def test_what_lines_come_to_depends_on_no_order_and_on_no_copy(
    lines: list[SharedReview], shuffled: random.Random
) -> None:
    others = [*lines, *lines[::2]]
    shuffled.shuffle(others)
    assert reviews_of(others) == reviews_of(lines)


@given(LINES, LINES, LINES)
def test_merging_is_the_same_whoever_merges_first(
    one: list[SharedReview], two: list[SharedReview], three: list[SharedReview]
) -> None:
    def written(*lines: list[SharedReview]) -> list[SharedReview]:
        text = text_of(itertools.chain(*lines))
        read, problems = read_reviews(text.encode(), "reviews.yaml")
        assert problems == ()
        return read

    assert written(written(one, two), three) == written(one, written(two, three))
    assert reviews_of(written(one, two)) == reviews_of([*one, *two])


def test_a_file_that_is_broken_is_told_and_never_written_over(corpus: VersionedCorpus) -> None:
    reviews = shared(corpus)
    broken = reviews.path.read_text("utf-8") + "  - {record: a, by: [\n"
    reviews.path.write_text(broken, "utf-8")
    assert reviews.refresh()
    assert [problem.code for problem in reviews.problems] == ["yaml-syntax"]
    with pytest.raises(StateError, match="mend it first"):
        own(corpus, "Ada").toggle_review(MILL)
    assert reviews.path.read_text("utf-8") == broken


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("version: 2\nreviews:\n", "unknown-version"),
        ("version: 1\nreviews: many\n", "not-a-list"),
        ("version: 1\nreviews:\n  - {record: a, by: Ada, at: 2026}\n", "missing-key"),
        ("- a\n", "not-a-mapping"),
    ],
)
def test_what_is_wrong_in_it_has_a_line_and_a_code(written: str, code: str) -> None:
    _, problems = read_reviews(written.encode(), "reviews.yaml")
    assert [(problem.code, problem.file) for problem in problems] == [(code, "reviews.yaml")]
    assert problems[0].line


def test_a_folder_that_cannot_be_written_is_told(
    corpus: VersionedCorpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared(corpus)
    if os.geteuid() == 0:
        (corpus.file.parent / "reviews.yaml").chmod(0o444)
    else:
        corpus.file.parent.chmod(0o500)
    try:
        with pytest.raises(StateError, match="cannot be written"):
            own(corpus, "Ada").toggle_review(MILL)
    finally:
        corpus.file.parent.chmod(0o755)
    assert said(corpus, "Ada") == []


def test_several_instances_at_once_lose_no_review(corpus: VersionedCorpus) -> None:
    reviews = shared(corpus)
    names = [f"Reader {number}" for number in range(8)]

    def check(name: str) -> None:
        for record in (MILL, LOAN):
            SharedReviews(corpus.file).add({record: "0123"}, name)

    threads = [threading.Thread(target=check, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    reviews.refresh()
    for record in (MILL, LOAN):
        assert sorted(one.by for one in reviews.now.by_record[record]) == names
    assert sorted(path.name for path in corpus.file.parent.iterdir()) == [
        "deals.yaml", "reviews.yaml",
    ]  # fmt: skip
