"""Faults that are really caused: kills, full disks, damage, clocks that go back, no home."""

from __future__ import annotations

import fcntl
import multiprocessing
import os
import random
import resource
import signal
from typing import TYPE_CHECKING

import msgspec
import pytest
from damage import damages
from small_process import in_small_process

from tui.corpus.edit.file_edit import Edit, SpliceError, apply, edit_of
from tui.corpus.load import Loaded, load
from tui.platform import atomic_files, folders
from tui.platform.atomic_files import locked, write_atomically
from tui.proof.results.proof_records import ProofSnapshot
from tui.proof.results.proof_store import ProofStore
from tui.search.engine import sections_of
from tui.session.own_marks import OwnMarks
from tui.store import proof_file
from tui.store.corpus_database import CorpusDatabase
from tui.store.index_file import IndexFile
from tui.store.marks import Marks, StateError
from tui.store.opening import open_corpus
from tui.store.proof_file import ProofFile
from tui.store.record_mark import RecordMark

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from pathlib import Path

STATE = (1, 2, 3, 4)
FORK = multiprocessing.get_context("fork")
SENTENCE = "Le groupe va payer 4 milliards de dollars en 2024.\n"
TEXT = """\
version: 1
articles_dir: .
parties: {a: {name: A}}
articles: {one: {file: one.txt, published: 2024-01-02, language: fr}}
deals:
  - id: d
    title: T
    payer: a
    amount: 4 bn USD
    evidence: [{for: amount, article: one, quote: 4 milliards de dollars}]
""" + "".join(f"  - {{id: d{number}, title: T, payer: a}}\n" for number in range(200))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A corpus of a size that is not written at once."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "one.txt").write_text(SENTENCE * 500, "utf-8")
    (folder / "deals.yaml").write_text(TEXT, "utf-8")
    return folder / "deals.yaml"


def proved(loaded: Loaded) -> ProofSnapshot:
    proofs = ProofStore(loaded.corpus)
    proofs.prove_all()
    proofs.pack()
    return proofs.snapshot()


def renaming(text: str) -> Edit:
    at = text.index("title: ") + len("title: ")
    return edit_of(text, [(at, at + 1, "U" if text[at] == "T" else "T")])


class Writers:
    """Everything that the program writes, again and again."""

    def __init__(self, path: Path, folder: Path) -> None:
        self.path, self.folder = path, folder
        self.loaded = load(path)
        self.kept = proved(self.loaded)
        self.database = folder / "corpus"
        self.proofs = ProofFile(folder / "proofs", path)
        self.index = IndexFile(folder / "index", self.loaded)
        self.sections = sections_of(self.loaded.corpus)

    def corpus(self) -> None:
        apply(self.path, renaming(self.path.read_text("utf-8")))

    def cache(self) -> None:
        database, corpus = CorpusDatabase(self.database), self.loaded.corpus
        database.put(self.loaded)
        database.texts({}, {})
        database.add_texts([(corpus.articles["one"], corpus.texts["one"])], {"one": STATE})
        database.save()

    def proof_file(self) -> None:
        self.proofs.write(self.kept)

    def index_file(self) -> None:
        self.index.keep(self.sections)

    def all(self) -> None:
        for write in (self.corpus, self.cache, self.proof_file, self.index_file):
            write()

    def check(self) -> None:
        """All that was written is whole: as it was, or as it was to be."""
        text = self.path.read_text("utf-8")
        assert text in (TEXT, renaming(TEXT).after_text)
        database, corpus = CorpusDatabase(self.database), self.loaded.corpus
        assert database.head(self.path, self.loaded.source.encode()) is not None
        assert database.records() == corpus.records
        assert database.texts(corpus.articles, {"one": STATE}) == corpus.texts
        assert self.proofs.read() == self.kept
        sections = self.index.read()
        assert sections is not None
        assert {name: sections[name] for name in self.sections} == self.sections


def for_ever(write: Callable[[], None], ready: Connection) -> None:
    while True:
        write()
        ready.send_bytes(b".")


def test_a_kill_at_any_moment_leaves_corpus_and_caches_whole(path: Path, tmp_path: Path) -> None:
    in_small_process(kill_writers, path, tmp_path / "cache")


def kill_writers(path: Path, folder: Path) -> None:
    """Kill what writes at any moment, and assert that all that it writes is whole."""
    writers = Writers(path, folder)
    writers.all()
    chance = random.Random(20260214)
    kinds = (writers.corpus, writers.cache, writers.proof_file, writers.index_file)
    for _ in range(60):
        # Each writes files of its own: what its kill left is still there when all are looked at.
        for write in kinds:
            reader, writer = FORK.Pipe(duplex=False)
            worker = FORK.Process(target=for_ever, args=(write, writer))
            worker.start()
            writer.close()
            assert reader.poll(30)
            worker.join(chance.uniform(0, 0.006))
            assert worker.pid is not None
            os.kill(worker.pid, signal.SIGKILL)
            worker.join()
            reader.close()
        writers.check()


def on_a_full_disk(write: Callable[[], None], room: int, told: Connection) -> None:
    # No file may grow beyond this: the system fails the write midway, as a full disk does.
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    try:
        write()
    except (OSError, StateError) as error:
        told.send(type(error).__name__)
    else:
        told.send("written")


def without_room(write: Callable[[], None], room: int = 300) -> str:
    reader, writer = FORK.Pipe(duplex=False)
    worker = FORK.Process(target=on_a_full_disk, args=(write, room, writer))
    worker.start()
    assert reader.poll(30)
    said: str = reader.recv()
    worker.join(30)
    assert worker.exitcode == 0
    return said


def test_a_full_disk_leaves_everything_as_it_was(path: Path, tmp_path: Path) -> None:
    writers = Writers(path, tmp_path / "cache")
    writers.all()
    file = tmp_path / "data" / "marks.json"
    marks = Marks(file)
    marks.update("c", "one", note="n" * 300)
    before = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    assert without_room(writers.corpus) == "OSError"
    assert without_room(writers.cache) == "OSError"
    # A cache that cannot be written is no fault.
    assert without_room(writers.proof_file) == "written"
    assert without_room(writers.index_file) == "written"
    assert without_room(lambda: marks.update("c", "two", star=True) and None) == "StateError"
    after = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    assert after == before
    # A corpus can be opened all the same.
    assert without_room(lambda: open_corpus(path, cache_dir=tmp_path / "c") and None) == "written"


def test_a_damaged_cache_of_proofs_is_never_believed_and_never_fatal(
    path: Path, tmp_path: Path
) -> None:
    loaded = load(path)
    kept = proved(loaded)
    storage = ProofFile(tmp_path / "proofs", path)
    storage.write(kept)
    (file,) = (tmp_path / "proofs").iterdir()
    whole = file.read_bytes()
    for data in damages(whole, 600, seed=11):
        file.write_bytes(data)
        assert storage.read() == ProofSnapshot()
    storage.write(kept)
    assert storage.read() == kept


def test_what_killed_writers_left_is_swept_away_in_time(tmp_path: Path) -> None:
    file, old, new = (tmp_path / name for name in ("x", ".x.abc.new", ".x.def.new"))
    others = [tmp_path / name for name in (".y.abc.new", "x.new", ".x.abc.newer")]
    for one in (old, new, *others):
        one.write_bytes(b"left")
        os.utime(one, (1, 1))
    os.utime(new)
    write_atomically(file, b"whole")
    assert {one.name for one in tmp_path.iterdir()} == {"x", new.name, *(o.name for o in others)}


# The clock


def test_another_instance_is_seen_though_the_clock_stands_still(tmp_path: Path) -> None:
    file = tmp_path / "marks.json"
    first, second = Marks(file), Marks(file)
    first.update("c", "one", note="a")
    status = file.stat()
    for note in "bcd":
        second.update("c", "one", note=note)
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
        assert first.refresh()
        assert first.of("c").of_record("one").note == note


def test_marks_of_the_future_are_neither_lost_nor_hidden(tmp_path: Path) -> None:
    file = tmp_path / "marks.json"
    Marks(file).update("c", "one", star=True)
    for one in tmp_path.iterdir():
        os.utime(one, (2e9, 2e9))
    marks = Marks(file)
    marks.update("c", "two", star=True)
    assert Marks(file).of("c").records == {
        "one": RecordMark(star=True),
        "two": RecordMark(star=True),
    }


def test_an_article_of_the_future_is_read_as_it_is(path: Path, tmp_path: Path) -> None:
    article = path.with_name("one.txt")
    for text in ("4 milliards", "5 milliards"):
        article.write_text(text, "utf-8")
        os.utime(article, (2e9, 2e9))
        for _ in range(2):
            loaded = open_corpus(path, cache_dir=tmp_path / "cache")
            assert loaded.corpus.texts["one"].text == text


def test_the_newest_caches_are_kept_though_older_ones_look_newer(
    path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "proofs"
    folder.mkdir()
    for number in range(proof_file.KEPT + 5):
        (folder / f"{number}.proofs").write_bytes(b"old")
        os.utime(folder / f"{number}.proofs", (2e9, 2e9))
    loaded = load(path)
    kept = proved(loaded)
    storage = ProofFile(folder, path)
    storage.write(kept)
    assert storage.read() == kept
    assert len(list(folder.iterdir())) == proof_file.KEPT


def test_a_review_is_outdated_by_content_and_by_no_date(path: Path) -> None:
    marks = Marks(None)

    def told() -> str:
        own = OwnMarks(marks, "c", load(path).corpus)
        return "".join(text for text, _ in own.line("d"))

    OwnMarks(marks, "c", load(path).corpus).toggle_review("d")
    marks.update("c", "d", reviewed="2999-01-01")
    assert "checked by you on 1 Jan 2999" in told()
    assert "changed since" not in told()
    # What stands elsewhere moves the record, and changes nothing of it.
    path.write_text(TEXT.replace("parties:", "# more\nparties:").replace("id: d7,", "id: x7,"))
    assert "changed since" not in told()
    article = path.with_name("one.txt")
    article.write_text(SENTENCE * 499, "utf-8")
    assert "changed since" in told()
    article.write_text(SENTENCE * 500, "utf-8")
    assert "changed since" not in told()
    for old, new in (("4 bn USD", "5 bn USD"), ("quote: 4", "prefix: payer, quote: 4")):
        path.write_text(TEXT.replace(old, new, 1), "utf-8")
        assert "changed since" in told()
    article.unlink()
    path.write_text(TEXT, "utf-8")
    assert "changed since" in told()


# Two instances


def test_a_change_to_a_file_that_another_instance_changed_is_refused(path: Path) -> None:
    ours, theirs = renaming(TEXT), edit_of(TEXT, [(len(TEXT), len(TEXT), "# theirs\n")])
    apply(path, theirs)
    with pytest.raises(SpliceError, match="changed on disk"):
        apply(path, ours)
    assert path.read_text("utf-8") == TEXT + "# theirs\n"


def test_an_instance_that_was_stopped_in_a_write_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic_files, "_LOCK_TIMEOUT", 0.02)
    file = tmp_path / "marks.json"
    marks = Marks(file)
    descriptor = os.open(tmp_path / "marks.json.lock", os.O_RDWR | os.O_CREAT)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    with pytest.raises(StateError, match="another instance"):
        marks.update("c", "one", star=True)
    assert marks.of("c").of_record("one").star
    os.close(descriptor)
    with locked(file):
        pass
    marks.update("c", "two", star=True)
    assert Marks(file).of("c").records.keys() == {"one", "two"}


# Without a home


def test_without_a_home_there_are_no_places_and_no_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_: int) -> None:
        raise KeyError

    for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", nobody)
    for place in (
        folders.cache_folder, folders.marks_file, folders.log_file, folders.debug_file,
        folders.settings_file,
    ):  # fmt: skip
        assert place() is None


def test_a_home_that_cannot_be_written_loses_nothing_but_what_is_new(
    monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/dev/null/home")
    marks = Marks(folders.marks_file())
    with pytest.raises(StateError, match="until you quit"):
        marks.update("c", "one", star=True)
    assert marks.of("c").of_record("one").star
    assert open_corpus(path, cache_dir=folders.cache_folder()) == load(path)


# Taking along


def test_everything_of_the_users_is_taken_along(tmp_path: Path) -> None:
    marks = Marks(tmp_path / "one.json")
    marks.update("c", "d", star=True, note="n")
    marks.save_search("c", "big", "amount:>1bn")
    marks.dismiss("c", "total-differs d")
    marks.remember_place("c", "d")
    rows = msgspec.json.decode(msgspec.json.encode(list(marks.export("c"))))
    other = Marks(tmp_path / "two.json")
    assert other.bring_in("elsewhere", rows) == len(rows) == 4
    for one in (other, Marks(tmp_path / "two.json")):
        assert one.of("elsewhere").of_record("d") == RecordMark(star=True, note="n")
        assert one.of("elsewhere").searches == {"big": "amount:>1bn"}
        assert one.of("elsewhere").dismissed == {"total-differs d"}
        assert one.of("elsewhere").place == "d"
    other.dismiss("elsewhere", "total-differs d", back=True)
    assert Marks(tmp_path / "two.json").of("elsewhere").dismissed == set()


@pytest.mark.parametrize(
    "row",
    [
        {"kind": "mark", "record": "d", "star": "yes"},
        {"kind": "mark", "record": 7},
        {"kind": "mark"},
        {"kind": "search", "name": "big"},
        {"kind": "dismissed"},
        {"kind": "place", "record": None},
        {"kind": "unknown"},
        {},
    ],
)
def test_a_row_that_is_not_understood_harms_no_mark(row: dict[str, object], tmp_path: Path) -> None:
    marks = Marks(tmp_path / "marks.json")
    marks.update("c", "d", star=True, note="mine")
    assert marks.bring_in("c", [row]) == 0
    assert Marks(tmp_path / "marks.json").of("c").of_record("d") == RecordMark(
        star=True, note="mine"
    )


def test_a_row_that_says_little_changes_little(tmp_path: Path) -> None:
    marks = Marks(tmp_path / "marks.json")
    marks.update("c", "d", note="mine")
    assert marks.bring_in("c", [{"kind": "mark", "record": "d", "star": True}]) == 1
    assert Marks(tmp_path / "marks.json").of("c").of_record("d") == RecordMark(
        star=True, note="mine"
    )


def test_rows_are_brought_in_all_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Path] = []

    def noted(path: Path, *data: bytes, **options: bool) -> None:
        written.append(path)
        write_atomically(path, *data, **options)

    monkeypatch.setattr("tui.store.sealed_file.write_atomically", noted)
    rows = [{"kind": "mark", "record": f"d{number}", "star": True} for number in range(50)]
    assert Marks(tmp_path / "marks.json").bring_in("c", rows) == 50
    assert written == [tmp_path / "marks.json"]
    assert len(Marks(tmp_path / "marks.json").of("c").records) == 50
