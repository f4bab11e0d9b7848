"""`dealtui reviews`: who checked what, and sharing it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from versioned import VersionedCorpus

from tui.cli import main
from tui.platform.folders import marks_file
from tui.session.file_session import FileSession
from tui.store.marks import Marks

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("own_folders")


@pytest.fixture
def corpus(tmp_path: Path) -> VersionedCorpus:
    found = VersionedCorpus(tmp_path / "repository")
    found.git("config", "user.name", "Ada Reader")
    return found


def check(corpus: VersionedCorpus, record: str = "nordwind-mill") -> None:
    """Check a record in the app."""
    FileSession.open(corpus.file, marks=Marks(marks_file())).own.toggle_review(record)


def test_every_record_is_listed_with_who_checked_it(
    corpus: VersionedCorpus, capsys: pytest.CaptureFixture[str]
) -> None:
    check(corpus)
    assert main(["-c", str(corpus.file), "reviews"]) == 0
    printed = capsys.readouterr()
    first, second = printed.out.splitlines()
    assert first.startswith("nordwind-mill  checked by you on ")
    assert second == "nordwind-loan  not checked"
    assert printed.err == "1 of 2 records checked as they are now\n"
    assert main(["-c", str(corpus.file), "reviews", "--open", "--format", "jsonl"]) == 0
    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (row["record"], row["checked"], row["reviews"]) == ("nordwind-loan", False, [])


def test_sharing_makes_the_file_and_tells_git_how_to_merge_it(
    corpus: VersionedCorpus, capsys: pytest.CaptureFixture[str]
) -> None:
    check(corpus)
    for _ in range(2):
        assert main(["-c", str(corpus.file), "reviews", "share"]) == 0
    folder = corpus.file.parent
    assert (folder / ".gitattributes").read_text("utf-8") == "reviews.yaml merge=union\n"
    assert "Ada Reader" not in (folder / "reviews.yaml").read_text("utf-8")
    assert main(["-c", str(corpus.file), "reviews", "share", "--mine"]) == 0
    assert "by: Ada Reader" in (folder / "reviews.yaml").read_text("utf-8")
    assert "1 review of yours shared" in capsys.readouterr().out
    check(corpus, "nordwind-loan")
    main(["-c", str(corpus.file), "reviews"])
    assert "2 of 2 records checked" in capsys.readouterr().err


def test_a_file_of_reviews_that_is_broken_is_found_by_check(
    corpus: VersionedCorpus, capsys: pytest.CaptureFixture[str]
) -> None:
    path = corpus.file.with_name("reviews.yaml")
    path.write_text("version: 1\nreviews: [\n", "utf-8")
    assert main(["-c", str(corpus.file), "check"]) == 1
    assert f"{path}:" in capsys.readouterr().out
    assert main(["-c", str(corpus.file), "reviews"]) == 1


def test_the_sign_off_of_a_dossier_says_who_checked_a_record(
    corpus: VersionedCorpus, tmp_path: Path
) -> None:
    check(corpus)
    page = tmp_path / "page.html"
    assert main(["-c", str(corpus.file), "dossier", "-o", str(page), "--sign-off"]) == 0
    assert "checked by you on" in page.read_text("utf-8")
