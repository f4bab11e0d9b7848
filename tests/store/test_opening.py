"""Opening again is quick when nothing changed, right when something did, and never fails."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from tinydb import Query, TinyDB
from tinydb.table import Document

from tui.corpus import rereading
from tui.corpus.articles import ReadFile, read_article
from tui.corpus.load import Loaded, load, read_corpus_bytes
from tui.model.task import Task
from tui.store import corpus_cache, corpus_database, file_states, opening
from tui.store.corpus_cache import database_folder
from tui.store.corpus_database import (
    RECORDS_FILE,
    SOURCE_FILE,
    TEXTS_FILE,
    CorpusDatabase,
    tables_file,
)
from tui.store.file_states import article_states
from tui.store.opening import keep, open_again, open_corpus
from tui.store.storage import CacheStorage, PackingDatabase

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model.corpus import Corpus

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
    monkeypatch.setattr(file_states, "SETTLED_NS", -3_600_000_000_000)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the articles that are read from their files."""
    names: list[str] = []

    def noted(path: Path, source: ReadFile) -> object:
        names.append(path.name)
        return read_article(path, source)

    monkeypatch.setattr("tui.corpus.load.read_article", noted)
    return names


def put(folder: Path | None, loaded: Loaded) -> CorpusDatabase:
    """A database that holds a corpus."""
    database = CorpusDatabase(folder)
    articles = loaded.corpus.articles
    states = article_states(articles.values(), loaded.articles_dir)
    database.put(loaded)
    database.texts(articles, states)
    database.add_texts(
        [(articles[name], text) for name, text in loaded.corpus.texts.items()], states
    )
    database.save()
    return database


def held(database: CorpusDatabase, path: Path) -> Corpus | None:
    """What a database holds of a corpus; without texts where those cannot be trusted."""
    loaded = database.head(path, path.read_bytes())
    if loaded is None:
        return None
    articles = loaded.corpus.articles
    texts = database.texts(articles, article_states(articles.values(), loaded.articles_dir))
    return msgspec.structs.replace(loaded.corpus, records=database.records(), texts=texts)


@pytest.fixture(params=["memory", "folder"])
def database(request: pytest.FixtureRequest, path: Path, tmp_path: Path) -> CorpusDatabase:
    if request.param == "memory":
        return put(None, load(path))
    put(tmp_path / "database", load(path))
    return CorpusDatabase(tmp_path / "database")


@pytest.mark.usefixtures("old_enough")
def test_a_database_gives_back_what_was_put(database: CorpusDatabase, path: Path) -> None:
    loaded = load(path)
    assert held(database, path) == loaded.corpus
    assert msgspec.json.encode(database.records()) == msgspec.json.encode(loaded.corpus.records)
    assert list(database.records()) == list(loaded.corpus.records)
    assert list(database.first_records(2).values()) == list(loaded.corpus.records.values())[:2]
    assert database.record_count == 4


def test_an_empty_database_holds_nothing(path: Path, tmp_path: Path) -> None:
    for folder in (None, tmp_path / "nothing"):
        assert CorpusDatabase(folder).head(path, path.read_bytes()) is None
        assert CorpusDatabase(folder).texts({}, {}) == {}
    assert not (tmp_path / "nothing").exists()


def test_the_tables_of_a_corpus_are_asked_as_those_of_any_tinydb(
    path: Path, tmp_path: Path
) -> None:
    open_corpus(path, cache_dir=tmp_path / "cache")
    folder = database_folder(tmp_path / "cache", path)
    with TinyDB(tables_file(folder / RECORDS_FILE), storage=CacheStorage) as records:
        assert records.tables() == {"meta", "parties", "articles", "records", "problems"}
        assert records.table("parties").all() == [
            {"id": "a", "name": "A", "aliases": ["x"], "line": 2, "column": 11}
        ]
        fact = records.table("records").get(Query().id == "f")
        assert isinstance(fact, Document)
        assert (fact["type"], fact.doc_id) == ("fact", 4)
        assert (
            records.table("records").count(Query().evidence.any(Query().stance == "disputes")) == 1
        )
    with TinyDB(tables_file(folder / TEXTS_FILE), storage=CacheStorage) as texts:
        assert texts.tables() == {"meta", "texts"}
        assert texts.table("texts").count(Query().guessed == True) == 1  # noqa: E712 (a query)


def test_changing_a_table_of_a_file_keeps_what_nobody_asked_for(path: Path, tmp_path: Path) -> None:
    put(tmp_path / "database", load(path))
    file = tables_file(tmp_path / "database" / RECORDS_FILE)
    before = file.read()
    storage = CacheStorage(file)
    database = TinyDB(storage=lambda: storage)
    database.table("records").update({"title": "other"}, Query().id == "e")
    assert storage.flush()
    after = file.read()
    assert before is not None
    assert after is not None
    assert dict(after["parties"]) == dict(before["parties"])
    assert [row["title"] for row in after["records"].values()] == [
        row["title"] if row["id"] != "e" else "other" for row in before["records"].values()
    ]


def test_a_database_of_other_code_is_as_good_as_none(
    database: CorpusDatabase, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.store.corpus_database.code_fingerprint", lambda *_: "another")
    assert held(database, path) is None
    assert database.texts(load(path).corpus.articles, {}) == {}


def test_without_a_cache_a_corpus_goes_through_the_tables_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[CorpusDatabase] = []

    class Noted(CorpusDatabase):
        def __init__(self, folder: Path | None, *, lasting: bool = False) -> None:
            super().__init__(folder, lasting=lasting)
            made.append(self)

    monkeypatch.setattr("tui.store.corpus_database.CorpusDatabase", Noted)
    assert open_corpus(path, cache_dir=None) == load(path)
    (database,) = made
    assert database.records() == load(path).corpus.records


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
    folder = database_folder(cache_dir, path)
    whole = {name: (folder / name).read_bytes() for name in (RECORDS_FILE, TEXTS_FILE)}
    for turn in range(520):
        name = (RECORDS_FILE, TEXTS_FILE)[turn % 2]
        for other, data in whole.items():
            (folder / other).write_bytes(data)
        (folder / name).write_bytes(damaged(whole[name], chance))
        if turn % 40:
            corpus = held(CorpusDatabase(folder), path)
            if name == RECORDS_FILE:
                assert corpus is None
            else:
                assert corpus == msgspec.structs.replace(good.corpus, texts={})
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

        monkeypatch.setattr("tui.store.sealed_file.write_atomically", full)
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
    assert database_folder(tmp_path / "cache", tmp_path / "copy-4" / "deals.yaml").is_dir()
    assert not database_folder(tmp_path / "cache", tmp_path / "copy-0" / "deals.yaml").exists()


def test_the_caches_together_stay_below_their_bound(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "cache" / "corpora"
    (folder / "old").mkdir(parents=True)
    (folder / "old" / TEXTS_FILE).write_bytes(b"x" * 100_000)
    os.utime(folder / "old", (1, 1))
    monkeypatch.setattr(corpus_cache, "MAX_BYTES", 50_000)
    open_corpus(path, cache_dir=tmp_path / "cache")
    assert list(folder.iterdir()) == [database_folder(tmp_path / "cache", path)]


def test_what_earlier_versions_and_killed_writers_left_goes_and_nothing_of_others(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "cache" / "corpora"
    old, foreign = folder / "old", folder / "foreign"
    mine = database_folder(tmp_path / "cache", path)
    for corpus in (old, foreign, mine):
        corpus.mkdir(parents=True)
        for name in ("corpus.json", "texts.json", "corpus.tables", f".{TEXTS_FILE}.x.new"):
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
        *(f"{mine.name}/{name}" for name in (RECORDS_FILE, TEXTS_FILE, f".{TEXTS_FILE}.x.new")),
    }  # fmt: skip
    assert not old.exists()


@pytest.mark.usefixtures("old_enough")
def test_the_first_records_come_before_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "deals.yaml"
    body = "".join(
        f"  - id: d{n}\n    title: T\n    payer: a\n    tags: [x]\n" for n in range(3000)
    )
    path.write_text(
        "version: 1\nparties:\n  a: {name: A}\n  b: {name: B}\ndeals:\n" + body, "utf-8"
    )
    parts: list[Loaded] = []
    loaded = open_corpus(path, cache_dir=tmp_path / "cache", on_part=parts.append)
    assert [len(part.corpus.records) for part in parts] == [200]
    assert list(parts[0].corpus.parties) == ["a"]
    assert len(loaded.corpus.records) == 3000
    parts.clear()
    open_corpus(path, cache_dir=tmp_path / "cache", on_part=parts.append)
    assert not parts


def test_the_first_records_of_a_large_cache_come_before_the_rest(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.store.opening._MANY", 3)
    monkeypatch.setattr("tui.store.opening._MANY_ARTICLES", 1)
    monkeypatch.setattr("tui.corpus.load.FIRST_PART", 2)
    open_corpus(path, cache_dir=tmp_path / "cache")
    parts: list[Loaded] = []
    loaded = open_corpus(path, cache_dir=tmp_path / "cache", on_part=parts.append)
    assert [list(part.corpus.records) for part in parts] == [["d", "e"], ["d", "e", "s", "f"]]
    assert [part.corpus.parties for part in parts] == [loaded.corpus.parties] * 2


def test_a_writer_that_is_killed_leaves_an_old_or_a_new_cache(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "database"
    script = (
        "import sys\nfrom pathlib import Path\nfrom tui.corpus.load import load\n"
        "from tui.store.corpus_database import CorpusDatabase\nloaded = load(Path(sys.argv[1]))\n"
        "print('on', flush=True)\nwhile True:\n"
        "    database = CorpusDatabase(Path(sys.argv[2]))\n"
        "    database.put(loaded)\n    database.save()\n"
    )
    good = msgspec.structs.replace(load(path).corpus, texts={})
    chance = random.Random(3)
    for _ in range(5):
        writer = subprocess.Popen(
            [sys.executable, "-c", script, str(path), str(folder)], stdout=subprocess.PIPE
        )
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"on\n"
        deadline = time.monotonic() + 30
        while held(CorpusDatabase(folder), path) is None and time.monotonic() < deadline:
            pass
        for _ in range(chance.randrange(200)):
            assert held(CorpusDatabase(folder), path) == good
        writer.kill()
        writer.wait()
        writer.stdout.close()
        assert held(CorpusDatabase(folder), path) == good


def test_importing_the_opening_imports_neither_yaml_nor_tinydb() -> None:
    script = (
        "import sys, tui.store.opening\n"
        "print({'yaml', 'tinydb', 'rapidfuzz', 'msgspec'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", script]
    assert subprocess.run(command, capture_output=True, check=True).stdout == b"set()\n"


@pytest.mark.usefixtures("old_enough")
def test_opening_from_the_cache_imports_neither_yaml_nor_rapidfuzz(
    path: Path, tmp_path: Path
) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom tui.store import file_states\n"
        "file_states.SETTLED_NS = -3_600_000_000_000\nfrom tui.store.opening import open_corpus\n"
        "open_corpus(Path(sys.argv[1]), cache_dir=Path(sys.argv[2]))\n"
        "print([name for name in ('yaml', 'tinydb', 'rapidfuzz') if name in sys.modules])"
    )
    command = [sys.executable, "-c", script, str(path), str(tmp_path / "cache")]
    for expected in ("['yaml', 'tinydb', 'rapidfuzz']\n", "['tinydb']\n"):
        told = subprocess.run(command, capture_output=True, text=True, check=True)
        assert told.stdout == expected


def test_what_progress_raises_ends_the_opening(path: Path) -> None:
    def stop(step: str, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_corpus(path, cache_dir=None, task=Task(stop))


def test_documents_can_be_inserted_changed_and_removed_though_they_are_packed(
    tmp_path: Path,
) -> None:
    file = tables_file(tmp_path / RECORDS_FILE)
    storage = CacheStorage(file)
    table = PackingDatabase(storage=lambda: storage).table("records")
    assert table.insert_multiple({"id": name} for name in "abc") == [1, 2, 3]
    table.remove(doc_ids=[2])
    table.upsert({"id": "c", "title": "é"}, Query().id == "c")
    assert table.insert_multiple([{"id": "d"}]) == [4]
    expected = [(1, {"id": "a"}), (3, {"id": "c", "title": "é"}), (4, {"id": "d"})]
    assert [(document.doc_id, document) for document in table] == expected
    assert storage.flush()
    assert not storage.flush()
    again = PackingDatabase(file, storage=CacheStorage).table("records")
    assert [(document.doc_id, document) for document in again] == expected
    assert again.get(doc_id=3) == expected[1][1]
    assert again.get(doc_id=2) is None
    assert len(again) == 3


@pytest.mark.parametrize(
    "line",
    [
        r'title: "\ud800"',
        r'title: "\0 \u2028 \ud83d\ude00"',
        "note: 99999999999999999999999999999999999999999999",
        "amount: 99999999999999999999999999999999999999.123456789 bn USD",
        "amount: {min: 1e400, currency: USD}",
        "announced: -9999/..",
    ],
)
def test_whatever_a_file_holds_comes_out_of_the_tables_as_it_was_read(
    line: str, tmp_path: Path
) -> None:
    path = tmp_path / "deals.yaml"
    path.write_text(f"version: 1\ndeals:\n  - id: d\n    payer: a\n    {line}\n", "utf-8")
    for cache_dir in (None, tmp_path / "cache", tmp_path / "cache"):
        assert open_corpus(path, cache_dir=cache_dir) == load(path)


def test_a_corpus_in_a_folder_whose_name_is_no_text_is_cached_like_others(tmp_path: Path) -> None:
    folder = tmp_path / "f\udcff"
    folder.mkdir()
    path = folder / "deals.yaml"
    path.write_text("version: 1\ndeals:\n  - {id: d, title: T, payer: nobody}\n", "utf-8")
    for _ in range(2):
        loaded = open_corpus(path, cache_dir=tmp_path / "cache")
        assert loaded == load(path)
        assert [problem.file for problem in loaded.problems] == [str(path)]
    assert len(list((tmp_path / "cache" / "corpora").iterdir())) == 1


@pytest.fixture
def large(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The corpus, which counts as a large one."""
    monkeypatch.setattr(opening, "EDITED_FROM", 1)
    monkeypatch.setattr(corpus_database, "SOURCE_FROM", 1)
    monkeypatch.setattr(rereading, "_MAX_SHARE", 1)
    return path


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lengths of the YAML texts that are parsed whole."""
    lengths: list[int] = []

    def noting(data: bytes, *args: Any, **others: Any) -> Loaded:
        lengths.append(len(data))
        return read_corpus_bytes(data, *args, **others)

    monkeypatch.setattr("tui.corpus.load.read_corpus_bytes", noting)
    return lengths


def edit(path: Path) -> None:
    """Change a record, add one before it, and change an article."""
    text = path.read_text("utf-8").replace("payer: nobody", "payer: a")
    text = text.replace("  - id: d\n", "  - {id: new, title: New}\n  - id: d\n")
    path.write_text(text.replace("{file: 2.txt}", "{file: 1.txt}"), "utf-8")


@pytest.mark.parametrize("cached", [True, False])
def test_an_edited_corpus_is_opened_again_as_a_new_process_opens_it(
    large: Path, tmp_path: Path, parsed: list[int], old_enough: None, cached: bool
) -> None:
    cache = tmp_path / "cache" if cached else None
    before = open_again(large, None, cache_dir=cache)
    edit(large)
    (large.parent / "0.txt").write_text("another text", "utf-8")
    parsed.clear()
    again = open_again(large, before, cache_dir=cache)
    assert not parsed
    assert again.loaded == load(large)
    assert again.edit is not None
    assert again.edit.touched == (set(), {"n0", "n2"}, {"new", "e"})
    assert again.edit.before == before.loaded.corpus


def test_the_articles_of_an_edited_corpus_are_not_read_again(
    large: Path, read: list[str], old_enough: None
) -> None:
    before = open_again(large, None, cache_dir=None)
    edit(large)
    read.clear()
    assert open_again(large, before, cache_dir=None).loaded == load(large)
    assert set(read[:1]) == {"1.txt"}


def test_an_edit_between_two_runs_is_read_alone(
    large: Path, tmp_path: Path, parsed: list[int], old_enough: None
) -> None:
    open_corpus(large, cache_dir=tmp_path / "cache")
    edit(large)
    parsed.clear()
    again = open_again(large, None, cache_dir=tmp_path / "cache")
    third = open_again(large, None, cache_dir=tmp_path / "cache")
    assert not parsed
    assert again.edit is not None
    assert again.edit.touched == (set(), {"n2"}, {"new", "e"})
    assert third.edit is None
    assert third.loaded == again.loaded == load(large)


def test_what_was_opened_again_is_kept_for_the_next_run(
    large: Path, tmp_path: Path, parsed: list[int], old_enough: None
) -> None:
    cache = tmp_path / "cache"
    before = open_again(large, None, cache_dir=cache)
    edit(large)
    again = open_again(large, before, cache_dir=cache)
    assert not again.kept
    keep(again, cache)
    parsed.clear()
    third = open_corpus(large, cache_dir=cache)
    assert not parsed
    assert third == load(large)


@pytest.mark.parametrize("damage", [b"", b"other", b"dealtui source, sha256 0\n"])
def test_a_text_that_is_damaged_is_not_compared_with(
    large: Path, tmp_path: Path, parsed: list[int], damage: bytes
) -> None:
    open_corpus(large, cache_dir=tmp_path / "cache")
    (database_folder(tmp_path / "cache", large) / SOURCE_FILE).write_bytes(damage)
    edit(large)
    parsed.clear()
    again = open_corpus(large, cache_dir=tmp_path / "cache")
    assert parsed
    assert again == load(large)
