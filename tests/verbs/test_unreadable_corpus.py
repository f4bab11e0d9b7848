"""A corpus that cannot be read, or only in part, is never taken for an empty or a whole one.

Every verb of the command line is asked, on every kind of damage.
"""

from __future__ import annotations

import os
import socket
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING

import pytest

from tui.cli import main
from tui.verbs.parser import grammar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("own_folders")

ASKING = {
    "check": "check",
    "check of one rule": "check --select quote-missing",
    "check as a document": "check --format json",
    "search": "search alpha",
    "show": "show a",
    "timeline": "timeline",
    "flows": "flows",
    "party": "party kestrel",
    "export": "export deals",
    "export to a file": "export evidence -o out.csv",
    "dossier": "dossier -o out.html",
    "propose": "propose new.txt",
    "marks export": "marks export",
    "corrections": "corrections",
    "reviews": "reviews",
    "doctor": "doctor",
}
"""The verbs that say what is in a corpus."""
CHANGING = {
    "add": "add --no-open new.txt",
    "add --watch": "add --watch empty",
    "remove": "remove some-article",
    "import": "import rounds.csv",
    "reviews share": "reviews share",
    "marks import": "marks import",
    "marks move": "marks move gone a",
}
"""The verbs that change something."""
COMPARING = {"diff": "diff"}
"""The verb that needs another state of the corpus beside."""
VERBS = ASKING | CHANGING | COMPARING
WITHOUT_CORPUS = {"mentions", "read", "init", "schema", "settings", "completions", "serve"}
"""Those that read none; of what is served the app says on its screen what is wrong."""

WHOLE = """\
version: 1
articles_dir: .
parties:
  kestrel: {name: Kestrel}
articles:
  some-article: {file: old.txt, title: Old, publisher: Post, published: 2024, language: en}
deals:
  - {id: a, title: Alpha, payee: kestrel}
"""


def _holding(content: bytes | str) -> Callable[[Path], object]:
    data = content.encode() if isinstance(content, str) else content
    return lambda path: path.write_bytes(data)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path.name)


def _not_for_us(path: Path) -> None:
    path.write_text(WHOLE)
    path.chmod(0)


UNREADABLE = {
    "Latin-1": (_holding(b"d\xe9als: [\xe9]"), "UTF-8"),
    "half a UTF-16": (_holding(b"\xff\xfe\x00"), "UTF-16"),
    "a list": (_holding("- just a list\n"), "mapping"),
    "no YAML": (_holding("a: [b"), "expected ',' or ']'"),
    "nothing": (_holding(""), "the file is empty"),
    "bytes": (_holding(bytes(range(128, 256))), "not UTF-8"),
    "a named pipe": (os.mkfifo, "a named pipe"),
    "a folder": (os.mkdir, "a folder"),
    "a link to a folder": (lambda path: path.symlink_to("."), "a folder"),
    "a link that leads nowhere": (lambda path: path.symlink_to("nowhere"), "which is not there"),
    "a link to itself": (lambda path: path.symlink_to(path.name), "symbolic links"),
    "a device": (lambda path: path.symlink_to("/dev/zero"), "a device"),
    "a socket": (_socket, "a socket"),
}
PARTLY = {
    "a key twice": WHOLE.replace("title: Alpha,", "title: Alpha, title: Beta,"),
    "a broken record": WHOLE + "  - {id: b, title: Beta, amount: much}\n",
    "a merge in conflict": WHOLE + "<<<<<<< ours\n  - {id: b, title: B}\n=======\n>>>>>>> theirs\n",
    "an article that is gone": WHOLE + "totals: []\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with what the verbs are given, and the working folder in it."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / "old.txt").write_text("Nordwind is a company.")
    (tmp_path / "new.txt").write_text("Nordwind pays Kestrel 4 billion dollars for turbines.")
    (tmp_path / "rounds.csv").write_text("payer,payee,amount,currency\nNordwind,Kestrel,4,USD\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DEALTUI_CORPUS", raising=False)
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO()))
    return tmp_path


def test_every_verb_is_asked() -> None:
    asked = {line.split()[0] for line in VERBS.values()}
    assert asked | WITHOUT_CORPUS == set(grammar()[1])


@pytest.mark.parametrize("damage", UNREADABLE)
@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_says_why_a_corpus_cannot_be_read_and_ends_with_2(
    verb: str, damage: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make, words = UNREADABLE[damage]
    make(folder / "deals.yaml")
    assert main(VERBS[verb].split()) == 2
    printed = capsys.readouterr()
    assert "deals.yaml" in printed.err
    assert words in printed.err
    assert verb == "doctor" or not printed.out
    assert not {"out.csv", "out.html"} & {path.name for path in folder.iterdir()}


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
@pytest.mark.parametrize("verb", VERBS)
def test_a_corpus_that_may_not_be_read_is_no_answer(
    verb: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _not_for_us(folder / "deals.yaml")
    assert main(VERBS[verb].split()) == 2
    assert "Permission denied" in capsys.readouterr().err


def test_what_is_no_file_does_not_let_another_corpus_be_taken(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "deals.yaml").write_text(WHOLE)
    below = folder / "below"
    below.mkdir()
    monkeypatch.chdir(below)
    os.mkfifo("deals.yaml")
    assert main(["search", "alpha"]) == 2
    assert "a named pipe" in capsys.readouterr().err
    os.unlink("deals.yaml")  # noqa: PTH108 (in the working folder)
    assert main(["search", "alpha"]) == 0


@pytest.mark.parametrize("damage", PARTLY)
@pytest.mark.parametrize("verb", ASKING)
def test_a_verb_that_gives_data_says_that_it_is_a_part_and_ends_with_1_unless_that_is_fine(
    verb: str, damage: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "deals.yaml").write_text(PARTLY[damage])
    if damage == "an article that is gone":
        (folder / "old.txt").unlink()
    assert main(ASKING[verb].split()) == 1
    assert "read in part (1 error)" in capsys.readouterr().err
    # What is wrong is an error for who looks for errors.
    finds = verb in ("check", "check as a document", "doctor")
    assert main([*ASKING[verb].split(), "--partial"]) == int(finds)


@pytest.mark.parametrize("verb", [verb for verb in CHANGING if verb != "add --watch"])
def test_a_verb_that_changes_something_says_what_it_does_not_see(
    verb: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "deals.yaml").write_text(PARTLY["a broken record"])
    main(CHANGING[verb].split())
    assert "read in part (1 error)" in capsys.readouterr().err


def test_an_article_is_not_removed_while_an_unread_record_may_quote_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quoting = "evidence: [{for: amount, article: some-article, quote: Nordwind}]"
    broken = WHOLE + f"  - {{id: b, title: [Beta], {quoting}}}\n"
    (folder / "deals.yaml").write_text(broken)
    assert main(["remove", "some-article"]) == 2
    assert "may quote the article" in capsys.readouterr().err
    assert (folder / "old.txt").exists()
    assert (folder / "deals.yaml").read_text() == broken


def test_a_record_that_could_not_be_read_has_not_lost_its_marks(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tui.platform.folders import marks_file
    from tui.session.file_session import FileSession
    from tui.store.marks import Marks

    path = folder / "deals.yaml"
    path.write_text(WHOLE)
    FileSession.open(path, marks=Marks(marks_file())).own.set_note("a", "mine")
    path.write_text(WHOLE.replace("title: Alpha", "title: [Alpha]") + "  - {id: b, title: B}\n")
    own = FileSession.open(path, marks=Marks(marks_file())).own
    assert not own.find_lost()
    assert main(["marks", "move", "a", "b"]) == 2
    assert own.note("a") == "mine"


def test_findings_of_reading_that_are_ignored_with_a_reason_fail_no_check(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "old.txt").unlink()
    reason = "ignore:\n  - {rule: file-missing, article: some-article, because: not ours to keep}\n"
    (folder / "deals.yaml").write_text(WHOLE + reason)
    assert main(["check", "--select", "file-missing"]) == 0
    assert main(["check"]) == 0
    assert "1 ignored" in capsys.readouterr().err
