from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import random
import signal
import threading
import time
from typing import TYPE_CHECKING

import pytest
from damage import damages
from small_process import in_small_process
from tinydb import Query, TinyDB
from tinydb.table import Table

from tui.store.mark_tables import stored_marks
from tui.store.marks import Marks, StateError
from tui.store.record_mark import CorpusMarks, RecordMark
from tui.store.storage import SealedStorage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CORPUS = "a-corpus"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "marks.json"


def test_a_star_and_a_note_are_there_when_the_program_starts_again(file: Path) -> None:
    marks = Marks(file)
    marks.update(CORPUS, "one", star=True)
    marks.update(CORPUS, "one", note="ask the author")
    assert Marks(file).of(CORPUS).of_record("one") == RecordMark(star=True, note="ask the author")


def test_marks_of_another_corpus_are_left_alone(file: Path) -> None:
    marks = Marks(file)
    marks.update(CORPUS, "one", star=True)
    marks.update("another", "one", note="x")
    assert Marks(file).of("another").records == {"one": RecordMark(note="x")}


def test_two_instances_see_each_others_marks_and_lose_none(file: Path) -> None:
    first, second = Marks(file), Marks(file)
    first.update(CORPUS, "one", star=True)
    second.update(CORPUS, "two", star=True)
    second.update(CORPUS, "one", note="from the second")
    assert first.refresh()
    assert first.of(CORPUS).of_record("one") == RecordMark(star=True, note="from the second")
    assert first.of(CORPUS).of_record("two").star
    assert not first.refresh()


def _write_many(file: Path, name: str) -> None:
    marks = Marks(file)
    for number in range(15):
        marks.update(CORPUS, f"{name}-{number}", star=True)


def test_processes_that_write_at_once_lose_no_mark(file: Path) -> None:
    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=_write_many, args=(file, name)) for name in "abc"]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
        assert worker.exitcode == 0
    assert len(Marks(file).of(CORPUS).records) == 45


def _write_for_ever(file: Path, done: int) -> None:
    marks = Marks(file)
    number = len(marks.of(CORPUS).records)
    while True:
        marks.update(CORPUS, f"record-{number}", note="n" * 200)
        os.write(done, f"{number}\n".encode())
        number += 1


def test_a_kill_at_any_moment_of_a_write_loses_no_finished_mark(file: Path) -> None:
    in_small_process(_kill_writers, file)


def _kill_writers(file: Path) -> None:
    """Kill what writes marks at any moment, and assert that each that was finished is there."""
    context = multiprocessing.get_context("fork")
    chance = random.Random(20231128)
    finished = -1
    for _ in range(200):
        reader, writer = os.pipe()
        worker = context.Process(target=_write_for_ever, args=(file, writer))
        worker.start()
        os.close(writer)
        time.sleep(chance.uniform(0.004, 0.016))
        assert worker.pid is not None
        os.kill(worker.pid, signal.SIGKILL)
        worker.join()
        with os.fdopen(reader) as stream:
            numbers = stream.read().split()
        finished = max([finished, *map(int, numbers)])
        if finished > 150:
            file.unlink()
            file.with_name(file.name + ".previous").unlink(missing_ok=True)
            finished = -1
            continue
        kept = Marks(file).of(CORPUS).records
        assert all(f"record-{number}" in kept for number in range(finished + 1))
        assert not list(file.parent.glob("*.damaged-*"))


def test_a_damaged_file_is_set_aside_and_the_previous_generation_comes_back(file: Path) -> None:
    marks = Marks(file)
    marks.update(CORPUS, "one", star=True)
    marks.update(CORPUS, "two", star=True)
    file.write_bytes(file.read_bytes()[:40])
    damaged = file.read_bytes()
    again = Marks(file)
    assert again.of(CORPUS).of_record("one").star
    assert again.set_aside is not None
    assert again.set_aside.read_bytes() == damaged
    again.update(CORPUS, "three", star=True)
    assert {"one", "three"} <= Marks(file).of(CORPUS).records.keys()


def test_random_damage_never_stops_the_program_from_starting(file: Path) -> None:
    marks = Marks(file)
    for number in range(5):
        marks.update(CORPUS, f"record-{number}", star=True, note="é")
    whole = file.read_bytes()
    previous = file.with_name(file.name + ".previous")
    older = previous.read_bytes()
    for data in damages(whole, 500, seed=7):
        file.write_bytes(data)
        previous.write_bytes(older)
        kept = Marks(file).of(CORPUS).records
        assert kept.keys() >= {f"record-{number}" for number in range(4)}
        assert all(mark == RecordMark(star=True, note="é") for mark in kept.values())
        for aside in file.parent.glob("*.damaged-*"):
            aside.unlink()


def test_a_folder_that_cannot_be_written_keeps_marks_in_memory_and_says_so(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("not a folder")
    marks = Marks(blocker / "marks.json")
    with pytest.raises(StateError, match="until you quit"):
        marks.update(CORPUS, "one", star=True)
    assert marks.of(CORPUS).of_record("one").star


def test_a_full_disk_leaves_the_old_file_whole(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marks = Marks(file)
    marks.update(CORPUS, "one", star=True)
    before = file.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StateError, match="No space left"):
        marks.update(CORPUS, "two", star=True)
    assert file.read_bytes() == before
    assert not list(file.parent.glob("*.new"))


def test_without_a_place_marks_live_in_memory() -> None:
    marks = Marks(None)
    marks.update(CORPUS, "one", star=True)
    assert marks.of(CORPUS).of_record("one").star


def test_searches_are_kept_and_forgotten_by_name(file: Path) -> None:
    marks = Marks(file)
    marks.save_search(CORPUS, "big", "amount:>1bn")
    assert Marks(file).of(CORPUS).searches == {"big": "amount:>1bn"}
    marks.save_search(CORPUS, "big", "")
    assert Marks(file).of(CORPUS).searches == {}


def test_the_history_keeps_each_query_once_newest_last(file: Path) -> None:
    marks = Marks(file)
    for query in ("one", "two", "one"):
        marks.remember_query(CORPUS, query)
    assert Marks(file).of(CORPUS).history == ("two", "one")
    for number in range(150):
        marks.remember_query(CORPUS, f"query {number}")
    assert len(marks.of(CORPUS).history) == 100
    assert Marks(file).of(CORPUS).history[-1] == "query 149"


def test_what_is_exported_comes_back_whole(file: Path, tmp_path: Path) -> None:
    marks = Marks(file)
    marks.update(CORPUS, "one", star=True, note="à voir", reviewed="2026-01-02", content="abc")
    marks.save_search(CORPUS, "big", "amount:>1bn")
    rows = [json.loads(json.dumps(row)) for row in marks.export(CORPUS)]
    other = Marks(tmp_path / "other.json")
    assert other.bring_in(CORPUS, rows) == 2
    assert list(other.export(CORPUS)) == list(marks.export(CORPUS))


FIRST_VERSION = """\
dealtui marks, sha256 d859efa5b69635c488f734875e1aa98d18c5fc58e740ed7e8f765645e0bb5ef0
{
 "marks": {
  "1": {
   "corpus": "/c/deals.yaml",
   "record": "one",
   "star": true,
   "note": "à voir",
   "reviewed": "",
   "content": ""
  },
  "2": {
   "corpus": "/c/deals.yaml",
   "record": "two",
   "star": false,
   "note": "",
   "reviewed": "",
   "content": ""
  }
 },
 "searches": {
  "1": {
   "corpus": "/c/deals.yaml",
   "name": "big",
   "query": "amount:>1bn"
  }
 },
 "dismissed": {
  "1": {
   "corpus": "/c/deals.yaml",
   "finding": "total-differs d"
  }
 },
 "history": {
  "1": {
   "corpus": "/c/deals.yaml",
   "queries": [
    "amazon"
   ]
  }
 },
 "places": {
  "1": {
   "corpus": "/c/deals.yaml",
   "record": "one"
  }
 }
}
""".encode()


def test_the_marks_of_the_first_version_are_read_as_they_are(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(FIRST_VERSION)
    marks = Marks(file).of("/c/deals.yaml")
    assert marks.records == {"one": RecordMark(star=True, note="à voir"), "two": RecordMark()}
    assert marks.searches == {"big": "amount:>1bn"}
    assert marks.dismissed == {"total-differs d"}
    assert (marks.place, marks.history) == ("one", ("amazon",))
    assert file.read_bytes() == FIRST_VERSION
    Marks(file).update("/c/deals.yaml", "one", note="vu")
    assert Marks(file).of("/c/deals.yaml").of_record("one") == RecordMark(star=True, note="vu")
    assert file.with_name("marks.json.previous").read_bytes() == FIRST_VERSION


def test_marks_are_documents_of_a_tinydb_database(file: Path) -> None:
    marks = Marks(file)
    marks.update(CORPUS, "one", star=True)
    marks.update(CORPUS, "two", star=True, note="x")
    marks.update(CORPUS, "two", star=False)
    marks.save_search(CORPUS, "big", "amount:>1bn")
    marks.save_search(CORPUS, "big", "")
    with TinyDB(stored_marks(file), storage=SealedStorage) as database:
        assert database.tables() == {"marks", "searches"}
        starred = database.table("marks").search(Query().star == True)  # noqa: E712 (a query)
        assert [document["record"] for document in starred] == ["one"]
        assert database.table("marks").count(Query().note != "") == 1
        assert len(database.table("searches")) == 0


def test_what_another_version_keeps_beside_a_mark_stays(file: Path) -> None:
    storage = SealedStorage(stored_marks(file))
    file.parent.mkdir()
    row = {"corpus": CORPUS, "record": "one", "star": 7, "note": "x", "colour": "red"}
    TinyDB(storage=lambda: storage).table("marks").insert(row)
    storage.flush()
    marks = Marks(file)
    assert marks.of(CORPUS).of_record("one") == RecordMark(note="x")
    marks.update(CORPUS, "one", star=True)
    tables = stored_marks(file).read()
    assert tables is not None
    assert tables["marks"]["1"]["colour"] == "red"


def test_what_could_not_be_written_is_kept_and_written_with_the_next_change(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = Marks(file)
    marks.update(CORPUS, "one", note="on disk")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(StateError):
            marks.update(CORPUS, "two", star=True)
        with pytest.raises(StateError):
            marks.save_search(CORPUS, "big", "amount:>1bn")
    Marks(file).update(CORPUS, "three", star=True)
    assert marks.refresh()
    for seen in (marks, Marks(file)):
        assert seen.of(CORPUS).of_record("three").star
    assert marks.of(CORPUS).of_record("two").star
    assert not Marks(file).of(CORPUS).of_record("two").star
    marks.update(CORPUS, "four", star=True)
    for seen in (marks, Marks(file)):
        assert seen.of(CORPUS).records.keys() == {"one", "two", "three", "four"}
        assert seen.of(CORPUS).searches == {"big": "amount:>1bn"}


def test_marks_that_may_only_be_read_are_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Marks(file).update(CORPUS, "one", star=True)

    @contextlib.contextmanager
    def refused(_: Path) -> Iterator[None]:
        raise OSError(30, "Read-only file system")
        yield

    monkeypatch.setattr("tui.store.marks.locked", refused)
    assert Marks(file).of(CORPUS).of_record("one").star


def test_asking_for_marks_again_and_again_runs_no_query(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = Marks(file)
    assert marks.of(CORPUS) == CorpusMarks()
    marks.update(CORPUS, "one", star=True)

    def asked(*_: object, **__: object) -> None:
        raise AssertionError("a query")

    monkeypatch.setattr(Table, "_read_table", asked)
    assert marks.of(CORPUS).of_record("one").star
    assert marks.of(CORPUS).of_record("two") == RecordMark()
    assert marks.of(CORPUS).place == ""


def test_what_was_read_of_the_marks_before_a_change_stays_as_it_was(file: Path) -> None:
    marks = Marks(file)
    before = marks.of(CORPUS)
    marks.update(CORPUS, "one", star=True)
    assert before == CorpusMarks()
    assert marks.of(CORPUS) != before


def test_threads_that_change_and_read_marks_at_once_lose_none() -> None:
    marks = Marks(None)
    faults: list[BaseException] = []

    def change(name: str) -> None:
        try:
            for number in range(60):
                marks.update(CORPUS, f"{name}-{number}", star=True)
                assert marks.of(CORPUS).of_record(f"{name}-{number}").star
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=change, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not faults
    assert len(marks.of(CORPUS).records) == 240
