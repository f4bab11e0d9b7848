"""Opening again is quick when nothing changed, right when something did, and never fails."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import msgspec
import pytest

from tui.corpus.articles import read_article
from tui.corpus.load import Loaded, load
from tui.model.task import Task
from tui.store import corpus_cache
from tui.store.corpus_store import CORPUS_FILE, TEXTS_FILE, Store
from tui.store.opening import open_corpus

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "version: 1\nparties: {a: {name: A, aliases: [x]}}\narticles:\n"
RECORDS = """\
deals:
  - id: d
    title: "D \\U0001f600 é"
    payer: a
    announced: 2023-09~
    amount: {min: 1 bn, max: 2 bn, approx: true, currency: USD}
    tranches: [{id: t, amount: several bn USD, date: 2024-Q1}]
    evidence:
      - {article: n0, quote: "x", says: 4 bn USD, stance: disputes}
      - {for: announced, article: n0, quote: "x", says: 2023-10, rank: deprecated, because: y}
      - {for: payer, article: n1, quote: "x", says: a}
  - {id: e, title: E, payer: nobody}
totals: [{id: s, title: S, count: 6, amount: 7 bn USD, members: [d, d.t]}]
facts: [{id: f, title: F, kind: stake, value: less than 1/3}]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    lines = []
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"text {number} \u2028 é\r\n", "utf-8", newline="")
        lines.append(f"  n{number}: {{file: {number}.txt}}\n")
    (folder / "4.txt").write_bytes(b"caf\xe9")
    (folder / "deals.yaml").write_text(HEAD + "".join(lines) + RECORDS, "utf-8")
    long_ago(folder)
    return folder / "deals.yaml"


def long_ago(folder: Path) -> None:
    """Make files look as if they were not written just now."""
    for file in folder.iterdir():
        os.utime(file, (1_600_000_000, 1_600_000_000))


@pytest.fixture
def old_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files count as settled whose change time lies in this test run."""
    monkeypatch.setattr(corpus_cache, "_FRESH_NS", -3_600_000_000_000)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the articles that are read from their files."""
    names: list[str] = []

    def noted(path: Path) -> object:
        names.append(path.name)
        return read_article(path)

    monkeypatch.setattr("tui.corpus.load.read_article", noted)
    return names


@pytest.fixture(params=["memory", "folder"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    return Store.in_memory() if request.param == "memory" else Store.at(tmp_path / "store")


def test_a_store_gives_back_what_was_put(store: Store, path: Path) -> None:
    loaded = load(path)
    assert store.load() is None
    store.put(loaded)
    assert store.load(path, loaded.source) == loaded


def test_a_store_is_a_tinydb_database(store: Store, path: Path) -> None:
    store.put(load(path))
    with store.database() as database:
        assert database.tables() == {"meta", "parties", "articles", "records", "problems"}
        assert len(database.table("records")) == 4
    assert (store.record("f") or {})["type"] == "fact"
    assert store.record("nobody") is None


def test_a_store_of_another_version_is_as_good_as_none(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.put(load(path))
    monkeypatch.setattr("tui.store.corpus_store.program_version", lambda: "another")
    assert store.load() is None


@pytest.mark.usefixtures("old_enough")
def test_opening_again_reads_no_article_and_gives_the_same(
    path: Path, tmp_path: Path, read: list[str]
) -> None:
    first = open_corpus(path, cache_dir=tmp_path / "cache")
    assert len(read) == 5
    read.clear()
    again = open_corpus(path, cache_dir=tmp_path / "cache")
    assert read == []
    assert again == first == load(path)
    assert [problem.code for problem in again.problems] == ["guessed-encoding", "unknown-party"]


@pytest.mark.usefixtures("old_enough")
def test_one_changed_article_is_read_again_and_no_other(
    path: Path, tmp_path: Path, read: list[str]
) -> None:
    open_corpus(path, cache_dir=tmp_path / "cache")
    (path.parent / "2.txt").write_text("other", "utf-8")
    read.clear()
    for _ in range(2):
        loaded = open_corpus(path, cache_dir=tmp_path / "cache")
        assert loaded.corpus.texts["n2"].text == "other"
    assert read == ["2.txt"]


@pytest.mark.usefixtures("old_enough")
def test_articles_that_vanish_and_return_are_noticed(path: Path, tmp_path: Path) -> None:
    open_corpus(path, cache_dir=tmp_path / "cache")
    (path.parent / "1.txt").rename(tmp_path / "away")
    loaded = open_corpus(path, cache_dir=tmp_path / "cache")
    assert "n1" not in loaded.corpus.texts
    assert "file-missing" in [problem.code for problem in loaded.problems]
    (tmp_path / "away").rename(path.parent / "1.txt")
    assert open_corpus(path, cache_dir=tmp_path / "cache") == load(path)


@pytest.mark.usefixtures("old_enough")
def test_an_article_replaced_by_a_link_out_of_the_folder_is_refused(
    path: Path, tmp_path: Path
) -> None:
    open_corpus(path, cache_dir=tmp_path / "cache")
    (path.parent / "1.txt").rename(tmp_path / "1.txt")
    (path.parent / "1.txt").symlink_to(tmp_path / "1.txt")
    loaded = open_corpus(path, cache_dir=tmp_path / "cache")
    assert "bad-path" in [problem.code for problem in loaded.problems]
    assert "n1" not in loaded.corpus.texts


def test_an_article_written_a_moment_ago_is_not_trusted_to_stay(
    path: Path, tmp_path: Path, read: list[str]
) -> None:
    # The same size and, on a coarse clock, the same time: only reading it again tells.
    open_corpus(path, cache_dir=tmp_path / "cache")
    read.clear()
    open_corpus(path, cache_dir=tmp_path / "cache")
    assert len(read) == 5


@pytest.mark.usefixtures("old_enough")
def test_a_changed_corpus_file_is_read_again_but_its_articles_are_not(
    path: Path, tmp_path: Path, read: list[str]
) -> None:
    open_corpus(path, cache_dir=tmp_path / "cache")
    read.clear()
    path.write_text(path.read_text("utf-8").replace("title: E", "title: X"), "utf-8")
    loaded = open_corpus(path, cache_dir=tmp_path / "cache")
    assert loaded.corpus.records["e"].title == "X"
    assert read == []
    assert open_corpus(path, cache_dir=tmp_path / "cache") == loaded == load(path)


@pytest.mark.usefixtures("old_enough")
def test_problems_name_the_file_as_the_user_names_it_now(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_corpus(path, cache_dir=tmp_path / "cache")
    monkeypatch.chdir(path.parent)
    loaded = open_corpus(type(path)("deals.yaml"), cache_dir=tmp_path / "cache")
    assert {problem.file for problem in loaded.problems} == {"deals.yaml"}
    assert loaded == load(type(path)("deals.yaml"))


def damaged(data: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.3:
        return data[: chance.randrange(len(data))]
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


@pytest.mark.usefixtures("old_enough")
def test_a_damaged_cache_is_never_believed_and_never_fatal(path: Path, tmp_path: Path) -> None:
    chance = random.Random(7)
    cache_dir = tmp_path / "cache"
    good = open_corpus(path, cache_dir=cache_dir)
    (folder,) = (cache_dir / "corpora").iterdir()
    whole = {name: (folder / name).read_bytes() for name in (CORPUS_FILE, TEXTS_FILE)}
    for turn in range(520):
        name = (CORPUS_FILE, TEXTS_FILE)[turn % 2]
        for other, data in whole.items():
            (folder / other).write_bytes(data)
        (folder / name).write_bytes(damaged(whole[name], chance))
        if turn % 40:
            assert Store.at(folder).load(path, good.source) is None
        else:
            assert open_corpus(path, cache_dir=cache_dir) == good


@pytest.mark.parametrize("trouble", ["a file in the way", "no folder at all", "full", "read-only"])
def test_a_cache_that_cannot_be_written_changes_nothing(
    path: Path, tmp_path: Path, trouble: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache_dir = tmp_path / "cache"
    if trouble == "a file in the way":
        cache_dir.write_text("x")
    elif trouble == "no folder at all":
        cache_dir = type(path)("/proc/nowhere/cache")
    elif trouble == "read-only":
        cache_dir.mkdir(mode=0o500)
    else:

        def full(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("tui.store.cache_storage.write_atomically", full)
    assert open_corpus(path, cache_dir=cache_dir) == load(path)
    assert open_corpus(path, cache_dir=None) == load(path)


def test_the_caches_opened_longest_ago_go_first(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus_cache, "MAX_CORPORA", 3)
    folder = tmp_path / "cache" / "corpora"
    for number in range(5):
        copy = tmp_path / f"copy-{number}"
        shutil.copytree(path.parent, copy)
        open_corpus(copy / "deals.yaml", cache_dir=tmp_path / "cache")
        for entry in folder.iterdir():
            status = entry.stat()
            os.utime(entry, (status.st_atime - 100, status.st_mtime - 100))
    assert len(list(folder.iterdir())) == 3
    assert (folder / corpus_cache._key(tmp_path / "copy-4" / "deals.yaml")).is_dir()
    assert not (folder / corpus_cache._key(tmp_path / "copy-0" / "deals.yaml")).exists()


def test_the_caches_together_stay_below_their_bound(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "cache" / "corpora"
    (folder / "old").mkdir(parents=True)
    (folder / "old" / TEXTS_FILE).write_bytes(b"x" * 100_000)
    os.utime(folder / "old", (1, 1))
    monkeypatch.setattr(corpus_cache, "MAX_BYTES", 50_000)
    open_corpus(path, cache_dir=tmp_path / "cache")
    assert [entry.name for entry in folder.iterdir()] == [corpus_cache._key(path)]


def test_what_earlier_versions_and_killed_writers_left_goes_and_nothing_of_others(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "cache" / "corpora"
    old, foreign, mine = folder / "old", folder / "foreign", folder / corpus_cache._key(path)
    for corpus in (old, foreign, mine):
        corpus.mkdir(parents=True)
        for name in ("corpus.json", "texts.json", f".{TEXTS_FILE}.x.new"):
            (corpus / name).write_bytes(b"x" * 100_000)
    (foreign / "letter.txt").write_text("Dear")
    (folder / "letter.txt").write_text("Dear")
    for corpus in (old, foreign):
        os.utime(corpus, (1, 1))
    monkeypatch.setattr(corpus_cache, "MAX_CORPORA", 1)
    open_corpus(path, cache_dir=tmp_path / "cache")
    left = {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}
    assert left == {
        "letter.txt", "foreign/letter.txt",
        *(f"{mine.name}/{name}" for name in (CORPUS_FILE, TEXTS_FILE, f".{TEXTS_FILE}.x.new")),
    }  # fmt: skip
    assert not old.exists()


@pytest.mark.usefixtures("old_enough")
def test_the_first_records_come_before_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "deals.yaml"
    body = "".join(f"  - id: d{n}\n    title: T\n    note: n\n    tags: [x]\n" for n in range(3000))
    path.write_text("version: 1\nparties: {a: {name: A}}\ndeals:\n" + body, "utf-8")
    parts: list[Loaded] = []
    loaded = open_corpus(path, cache_dir=tmp_path / "cache", on_part=parts.append)
    assert [len(part.corpus.records) for part in parts] == [200, 3000]
    assert "a" in parts[0].corpus.parties
    assert len(loaded.corpus.records) == 3000
    parts.clear()
    open_corpus(path, cache_dir=tmp_path / "cache", on_part=parts.append)
    assert [len(part.corpus.records) for part in parts] == [3000]


def test_a_writer_that_is_killed_leaves_an_old_or_a_new_cache(path: Path, tmp_path: Path) -> None:
    cache_dir = tmp_path / "cache"
    script = (
        "import sys\nfrom pathlib import Path\nfrom tui.corpus.load import load\n"
        "from tui.store.corpus_store import Store\nloaded = load(Path(sys.argv[1]))\n"
        "store = Store.at(Path(sys.argv[2]))\nprint('on', flush=True)\n"
        "while True:\n    store.put(loaded)\n"
    )
    good = load(path)
    chance = random.Random(3)
    for _ in range(5):
        writer = subprocess.Popen(
            [sys.executable, "-c", script, str(path), str(cache_dir)], stdout=subprocess.PIPE
        )
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"on\n"
        deadline = time.monotonic() + 30
        while Store.at(cache_dir).load() is None and time.monotonic() < deadline:
            pass
        for _ in range(chance.randrange(200)):
            assert Store.at(cache_dir).load(path, good.source) == good
        writer.kill()
        writer.wait()
        writer.stdout.close()
        assert Store.at(cache_dir).load(path, good.source) == good


def test_importing_the_opening_imports_neither_yaml_nor_tinydb() -> None:
    script = (
        "import sys, tui.store.opening\n"
        "print({'yaml', 'tinydb', 'rapidfuzz', 'msgspec'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", script]
    assert subprocess.run(command, capture_output=True, check=True).stdout == b"set()\n"


@pytest.mark.usefixtures("old_enough")
def test_opening_from_the_cache_imports_neither_yaml_nor_tinydb(path: Path, tmp_path: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom tui.store import corpus_cache\n"
        "corpus_cache._FRESH_NS = -3_600_000_000_000\nfrom tui.store.opening import open_corpus\n"
        "open_corpus(Path(sys.argv[1]), cache_dir=Path(sys.argv[2]))\n"
        "print([name for name in ('yaml', 'tinydb', 'rapidfuzz') if name in sys.modules])"
    )
    command = [sys.executable, "-c", script, str(path), str(tmp_path / "cache")]
    for expected in ("['yaml', 'tinydb', 'rapidfuzz']\n", "[]\n"):
        told = subprocess.run(command, capture_output=True, text=True, check=True)
        assert told.stdout == expected


def test_what_progress_raises_ends_the_opening(path: Path) -> None:
    def stop(step: str, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_corpus(path, cache_dir=None, task=Task(stop))


def test_every_record_survives_being_stored(store: Store, path: Path) -> None:
    store.put(load(path))
    tables = store.records()
    assert tables is not None
    stored = {record.id: record for record in tables.records.values()}
    assert stored == load(path).corpus.records
    assert msgspec.json.encode(stored) == msgspec.json.encode(load(path).corpus.records)
