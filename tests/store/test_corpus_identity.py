"""Whose marks they are: a corpus is known again wherever it lies and however it is edited."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tui.cli import main
from tui.intake.corpus.creation import create_corpus
from tui.session.file_session import FileSession
from tui.store.mark_tables import stored_marks
from tui.store.marks import Marks
from tui.store.record_mark import RecordMark
from tui.store.storage import SealedStorage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.session.own_marks import OwnMarks

RECORDS = (
    ("mill", "A mill for Nordwind", "3 billion dollars"),
    ("stake", "Kestrel sells a stake", "40 million euros"),
    ("cloud", "Nordwind rents servers", "for 2 billion dollars"),
    ("loan", "A loan to Kestrel", "lends 70 million euros"),
)


def text_of(records: tuple[tuple[str, str, str], ...] = RECORDS, corpus_id: str = "") -> str:
    """A corpus of one article with these records."""
    lines = ["version: 1", "articles: {press: {file: press.txt, title: A day in March}}", "deals:"]
    lines += [
        f"  - {{id: {name}, title: {title}, evidence: [{{article: press, quote: {quote}}}]}}"
        for name, title, quote in records
    ]
    return "\n".join([*([f"corpus: {corpus_id}"] if corpus_id else []), *lines, ""])


def corpus(folder: Path, text: str = "") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "press.txt").write_text(". ".join(quote for _, _, quote in RECORDS), "utf-8")
    path = folder / "deals.yaml"
    path.write_text(text or text_of(), "utf-8")
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "own" / "marks.json"


@pytest.fixture
def own(file: Path) -> Callable[[Path], OwnMarks]:
    """The marks of a corpus, as a program that is started now sees them."""
    return lambda path: FileSession.open(path, marks=Marks(file)).own


@pytest.mark.parametrize("corpus_id", ["", "nordwind-files"])
def test_a_corpus_that_is_moved_renamed_or_cloned_keeps_its_marks(
    corpus_id: str, tmp_path: Path, own: Callable[[Path], OwnMarks]
) -> None:
    path = corpus(tmp_path / "one", text_of(corpus_id=corpus_id))
    own(path).toggle_star("mill")
    own(path).save_search("big", ">1bn")
    clone = tmp_path / "elsewhere" / "clone"
    shutil.copytree(path.parent, clone)
    moved = path.parent.rename(tmp_path / "moved") / "deals.yaml"
    renamed = moved.rename(moved.with_name("stories.yaml"))
    linked = tmp_path / "link.yaml"
    linked.symlink_to(renamed)
    for place in (clone / "deals.yaml", renamed, linked):
        assert own(place).starred("mill"), place
        assert own(place).searches() == {"big": ">1bn"}
    own(clone / "deals.yaml").set_note("stake", "from the clone")
    assert own(renamed).note("stake") == "from the clone"


def test_edits_of_records_and_articles_change_nothing(
    tmp_path: Path, own: Callable[[Path], OwnMarks]
) -> None:
    path = corpus(tmp_path / "one")
    own(path).toggle_star("mill")
    (name, _, quote), *others = RECORDS
    edited = ((name, "A mill, later a farm", quote), *others[1:])
    edited += tuple((f"new-{at}", f"New one {at}", quote) for at in range(20))
    path.write_text(text_of(edited), "utf-8")
    moved = path.parent.rename(tmp_path / "moved") / "deals.yaml"
    assert own(moved).starred("mill")


def test_a_corpus_that_turns_into_another_bit_by_bit_is_known_again_by_its_place(
    tmp_path: Path, own: Callable[[Path], OwnMarks]
) -> None:
    path = corpus(tmp_path / "one")
    own(path).toggle_star("mill")
    for at in range(4):
        records = (RECORDS[0], *((f"r{at}-{n}", f"Later {n}", "x") for n in range(12)))
        path.write_text(text_of(records), "utf-8")
        own(path).remember_place("mill")
    moved = path.parent.rename(tmp_path / "moved") / "deals.yaml"
    assert own(moved).starred("mill")


def test_another_corpus_in_the_same_place_or_with_the_same_ids_has_marks_of_its_own(
    tmp_path: Path, own: Callable[[Path], OwnMarks]
) -> None:
    path = corpus(tmp_path / "one")
    own(path).toggle_star("mill")
    moved = path.parent.rename(tmp_path / "moved") / "deals.yaml"
    others = tuple((name, f"Something else: {name}", "x") for name, _, _ in RECORDS)
    text = text_of(others).replace("A day in March", "A day in May")
    for folder in ("one", "third"):
        other = corpus(tmp_path / folder, text)
        assert not own(other).starred("mill")
    own(corpus(tmp_path / "one", text)).set_note("mill", "the other")
    assert own(moved).note("mill") == ""
    assert own(moved).starred("mill")
    assert own(tmp_path / "one" / "deals.yaml").note("mill") == "the other"


def test_copies_of_a_template_are_one_corpus_until_they_differ_or_say_who_they_are(
    tmp_path: Path, own: Callable[[Path], OwnMarks]
) -> None:
    first = corpus(tmp_path / "first")
    own(first).set_note("mill", "of the first")
    second = corpus(tmp_path / "second")
    assert own(second).note("mill") == "of the first"
    second.write_text(text_of(corpus_id="second"), "utf-8")
    own(second).set_note("mill", "of the second")
    assert own(first).note("mill") == "of the first"
    third = corpus(tmp_path / "third", text_of((*RECORDS[:1], *_others(5))))
    assert own(third).note("mill") == ""


def _others(count: int) -> tuple[tuple[str, str, str], ...]:
    return tuple((f"other-{at}", f"Other {at}", "x") for at in range(count))


def test_a_corpus_that_begins_to_say_who_it_is_keeps_its_marks_and_so_do_its_older_commits(
    tmp_path: Path, own: Callable[[Path], OwnMarks]
) -> None:
    path = corpus(tmp_path / "one")
    own(path).toggle_star("mill")
    path.write_text(text_of(corpus_id="nordwind"), "utf-8")
    assert own(path).starred("mill")
    own(path).toggle_star("stake")
    path.write_text(text_of(), "utf-8")
    assert own(path).starred("stake")
    path.write_text(text_of(corpus_id="renamed"), "utf-8")
    assert own(path).starred("stake")


def _first_version(file: Path, *rows: tuple[str, str, str]) -> None:
    """Marks as the first version kept them: by the path of the corpus."""
    from tinydb import TinyDB

    file.parent.mkdir(parents=True, exist_ok=True)
    storage = SealedStorage(stored_marks(file))
    database = TinyDB(storage=lambda: storage)
    for path, record, note in rows:
        database.table("marks").insert({"corpus": path, "record": record, "note": note})
    database.table("searches").insert({"corpus": rows[0][0], "name": "big", "query": ">1bn"})
    database.table("places").insert({"corpus": rows[0][0], "record": rows[0][1]})
    database.table("history").insert({"corpus": rows[0][0], "queries": ["nordwind"]})
    storage.flush()


@pytest.mark.parametrize("corpus_id", ["", "nordwind"])
def test_what_was_kept_by_path_is_taken_over_once_from_every_clone(
    corpus_id: str, tmp_path: Path, file: Path, own: Callable[[Path], OwnMarks]
) -> None:
    text = text_of(corpus_id=corpus_id)
    one, two = corpus(tmp_path / "one", text), corpus(tmp_path / "two", text)
    rows = [(str(one), "mill", "first"), (str(two), "mill", "second"), (str(two), "loan", "third")]
    _first_version(file, *rows)
    seen = own(one)
    assert (seen.note("mill"), seen.searches(), seen.place()) == ("first", {"big": ">1bn"}, "mill")
    assert seen.history() == ("nordwind",)
    seen.remember_place("mill")
    assert own(two).note("mill") == "first\nsecond"
    assert own(one).note("loan") == "third"
    own(two).set_note("mill", "")
    assert own(one).note("mill") == own(two).note("mill") == ""


def test_marks_that_cannot_be_written_are_taken_over_in_memory(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = corpus(tmp_path / "one", text_of(corpus_id="nordwind"))
    _first_version(file, (str(path), "mill", "first"))
    before = file.read_bytes()

    def refused(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("tui.store.sealed_file.write_atomically", refused)
    assert FileSession.open(path, marks=Marks(file)).own.note("mill") == "first"
    assert file.read_bytes() == before


def test_a_new_corpus_says_who_it_is_and_no_two_say_the_same(tmp_path: Path) -> None:
    said = set()
    for name in ("a", "b"):
        path = create_corpus(tmp_path / name).path
        said.add(FileSession.open(path).own.key)
        assert re.search(r"^corpus: [0-9a-f-]{36}\b", path.read_text(), re.MULTILINE)
    assert len(said) == 2


# Marks on records that are gone


def renamed(name: str, new: str) -> str:
    return text_of(tuple((new if one == name else one, *rest) for one, *rest in RECORDS))


def test_the_record_that_rests_on_the_same_quotes_is_offered_the_marks_of_one_that_is_gone(
    tmp_path: Path, own: Callable[[Path], OwnMarks]
) -> None:
    path = corpus(tmp_path / "one")
    first = own(path)
    first.toggle_star("mill")
    first.set_note("mill", "ask them")
    first.toggle_review("mill")
    first.remember_place("mill")
    assert not own(path).find_lost()
    path.write_text(renamed("mill", "wind-mill"), "utf-8")
    now = own(path)
    (lost,) = now.find_lost()
    assert (lost.record, lost.successors) == ("mill", ("wind-mill",))
    now.move("mill", "wind-mill")
    assert not now.lost
    assert now.starred("wind-mill")
    assert now.place() == "wind-mill"
    line = "".join(text for text, _ in now.line("wind-mill"))
    assert "ask them" in line
    assert "changed since" not in line
    assert not own(path).find_lost()


def test_marks_of_both_records_are_kept(tmp_path: Path, own: Callable[[Path], OwnMarks]) -> None:
    path = corpus(tmp_path / "one")
    own(path).set_note("mill", "old")
    path.write_text(renamed("mill", "wind-mill"), "utf-8")
    own(path).set_note("wind-mill", "new")
    now = own(path)
    now.find_lost()
    now.move("mill", "wind-mill")
    assert own(path).note("wind-mill") == "new\nold"


def test_a_record_that_went_without_a_successor_keeps_its_marks(
    tmp_path: Path, own: Callable[[Path], OwnMarks]
) -> None:
    path = corpus(tmp_path / "one")
    own(path).set_note("mill", "old")
    path.write_text(text_of(RECORDS[1:]), "utf-8")
    (lost,) = own(path).find_lost()
    assert lost.successors == ()
    path.write_text(text_of(), "utf-8")
    assert own(path).note("mill") == "old"


def test_quotes_that_changed_after_the_mark_was_set_are_known_too(
    tmp_path: Path, own: Callable[[Path], OwnMarks]
) -> None:
    path = corpus(tmp_path / "one")
    own(path).toggle_star("mill")
    changed = (("mill", "A mill for Nordwind", "other words"), *RECORDS[1:])
    path.write_text(text_of(changed), "utf-8")
    own(path).remember_place("loan")
    path.write_text(text_of((("later", "Later", "other words"), *RECORDS[1:])), "utf-8")
    assert own(path).find_lost()[0].successors == ("later",)


@pytest.mark.usefixtures("own_folders")
def test_doctor_names_marks_without_a_record_or_a_corpus_and_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tui.platform.folders import marks_file

    file = marks_file()
    assert file is not None
    path = corpus(tmp_path / "one")
    gone = str(tmp_path / "gone" / "deals.yaml")
    Marks(file).update(gone, "x", star=True)
    for name in ("mill", "loan"):
        FileSession.open(path, marks=Marks(file)).own.set_note(name, "n")
    path.write_text(renamed("mill", "wind-mill").replace("id: loan", "id: none"), "utf-8")
    path.write_text(path.read_text().replace("lends 70 million euros", "nothing"), "utf-8")
    before = file.read_bytes()
    main(["-c", str(path), "doctor"])
    said = next(line for line in capsys.readouterr().out.splitlines() if "marked" in line)
    assert "2 marks on this corpus" in said
    assert "`dealtui marks move mill wind-mill`" in said
    assert "loan is gone, no record rests on its quotes" in said
    assert f"1 mark of a corpus that lay at {gone}" in said
    assert file.read_bytes() == before
    assert main(["-c", str(path), "marks", "move", "mill", "wind-mill"]) == 0
    assert main(["-c", str(path), "marks", "move", "mill", "wind-mill"]) == 2
    assert main(["-c", str(path), "marks", "move", "loan", "nobody"]) == 2
    assert FileSession.open(path, marks=Marks(file)).own.note("wind-mill") == "n"
    capsys.readouterr()
    assert main(["-c", str(path), "marks", "export", "--of", gone]) == 0
    assert '"record":"x"' in capsys.readouterr().out.replace(" ", "")


@pytest.mark.usefixtures("own_folders")
def test_doctor_says_where_else_the_corpus_lies(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tui.platform.folders import marks_file

    one, two = corpus(tmp_path / "one"), corpus(tmp_path / "two")
    for path in (one, two):
        FileSession.open(path, marks=Marks(marks_file())).own.set_note("mill", "n")
    main(["-c", str(two), "doctor"])
    assert f"shared with {one}" in capsys.readouterr().out


def test_a_mark_of_another_version_is_joined_whole() -> None:
    ours = RecordMark(note="one", reviewed="2026-01-02", content="b")
    theirs = RecordMark(star=True, note="two", reviewed="2026-01-01", content="a")
    assert ours.joined(theirs) == RecordMark(True, "one\ntwo", "2026-01-02", "b")
