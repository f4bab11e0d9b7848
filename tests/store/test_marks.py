from __future__ import annotations

import json
import multiprocessing
import os
import random
import signal
import time
from typing import TYPE_CHECKING

import pytest

from tui.store.marks import Mark, Marks, StateError

if TYPE_CHECKING:
    from pathlib import Path

CORPUS = "a-corpus"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "marks.json"


def test_a_star_and_a_note_are_there_when_the_program_starts_again(file: Path) -> None:
    marks = Marks(file)
    marks.update(CORPUS, "one", star=True)
    marks.update(CORPUS, "one", note="ask the author")
    assert Marks(file).mark(CORPUS, "one") == Mark(star=True, note="ask the author")


def test_marks_of_another_corpus_are_left_alone(file: Path) -> None:
    marks = Marks(file)
    marks.update(CORPUS, "one", star=True)
    marks.update("another", "one", note="x")
    assert Marks(file).marked("another") == {"one": Mark(note="x")}


def test_two_instances_see_each_others_marks_and_lose_none(file: Path) -> None:
    first, second = Marks(file), Marks(file)
    first.update(CORPUS, "one", star=True)
    second.update(CORPUS, "two", star=True)
    second.update(CORPUS, "one", note="from the second")
    assert first.refresh()
    assert first.mark(CORPUS, "one") == Mark(star=True, note="from the second")
    assert first.mark(CORPUS, "two").star
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
    assert len(Marks(file).marked(CORPUS)) == 45


def _write_for_ever(file: Path, done: int) -> None:
    marks = Marks(file)
    number = len(marks.marked(CORPUS))
    while True:
        marks.update(CORPUS, f"record-{number}", note="n" * 200)
        os.write(done, f"{number}\n".encode())
        number += 1


def test_a_kill_at_any_moment_of_a_write_loses_no_finished_mark(file: Path) -> None:
    context = multiprocessing.get_context("fork")
    chance = random.Random(20231128)
    finished = -1
    for _ in range(200):
        reader, writer = os.pipe()
        worker = context.Process(target=_write_for_ever, args=(file, writer))
        worker.start()
        os.close(writer)
        time.sleep(chance.uniform(0.004, 0.03))
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
        kept = Marks(file).marked(CORPUS)
        assert all(f"record-{number}" in kept for number in range(finished + 1))
        assert not list(file.parent.glob("*.damaged-*"))


def test_a_damaged_file_is_set_aside_and_the_previous_generation_comes_back(file: Path) -> None:
    marks = Marks(file)
    marks.update(CORPUS, "one", star=True)
    marks.update(CORPUS, "two", star=True)
    file.write_bytes(file.read_bytes()[:40])
    damaged = file.read_bytes()
    again = Marks(file)
    assert again.mark(CORPUS, "one").star
    assert again.set_aside is not None
    assert again.set_aside.read_bytes() == damaged
    again.update(CORPUS, "three", star=True)
    assert {"one", "three"} <= Marks(file).marked(CORPUS).keys()


def test_random_damage_never_stops_the_program_from_starting(file: Path) -> None:
    chance = random.Random(7)
    marks = Marks(file)
    for number in range(5):
        marks.update(CORPUS, f"record-{number}", star=True, note="é")
    whole = file.read_bytes()
    previous = file.with_name(file.name + ".previous")
    older = previous.read_bytes()
    for _ in range(500):
        data = bytearray(whole)
        if chance.random() < 0.3:
            del data[chance.randrange(len(data)) :]
        else:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        file.write_bytes(bytes(data))
        previous.write_bytes(older)
        kept = Marks(file).marked(CORPUS)
        assert kept.keys() >= {f"record-{number}" for number in range(4)}
        assert all(mark == Mark(star=True, note="é") for mark in kept.values())
        for aside in file.parent.glob("*.damaged-*"):
            aside.unlink()


def test_a_folder_that_cannot_be_written_keeps_marks_in_memory_and_says_so(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("not a folder")
    marks = Marks(blocker / "marks.json")
    with pytest.raises(StateError, match="until you quit"):
        marks.update(CORPUS, "one", star=True)
    assert marks.mark(CORPUS, "one").star


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
    assert marks.mark(CORPUS, "one").star


def test_searches_are_kept_and_forgotten_by_name(file: Path) -> None:
    marks = Marks(file)
    marks.save_search(CORPUS, "big", "amount:>1bn")
    assert Marks(file).searches(CORPUS) == {"big": "amount:>1bn"}
    marks.save_search(CORPUS, "big", "")
    assert Marks(file).searches(CORPUS) == {}


def test_the_history_keeps_each_query_once_newest_last(file: Path) -> None:
    marks = Marks(file)
    for query in ("one", "two", "one"):
        marks.remember_query(CORPUS, query)
    assert Marks(file).history(CORPUS) == ["two", "one"]
    for number in range(150):
        marks.remember_query(CORPUS, f"query {number}")
    assert len(marks.history(CORPUS)) == 100
    assert Marks(file).history(CORPUS)[-1] == "query 149"


def test_what_is_exported_comes_back_whole(file: Path, tmp_path: Path) -> None:
    marks = Marks(file)
    marks.update(CORPUS, "one", star=True, note="à voir", reviewed="2026-01-02", content="abc")
    marks.save_search(CORPUS, "big", "amount:>1bn")
    rows = [json.loads(json.dumps(row)) for row in marks.export(CORPUS)]
    other = Marks(tmp_path / "other.json")
    assert other.bring_in(CORPUS, rows) == 2
    assert list(other.export(CORPUS)) == list(marks.export(CORPUS))
