"""Which changes on disk make the corpus be read again."""

from __future__ import annotations

import errno
import os
import shutil
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.corpus.load import Loaded
from tui.model.corpus import Corpus
from tui.model.records import Article
from tui.platform import watching
from tui.platform.watching import concerns, watch_files, why_not_watched, written_since

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "press.txt").write_text("press", "utf-8")
    path = tmp_path / "data" / "deals.yaml"
    path.write_text("version: 1", "utf-8")
    for made in (path, tmp_path / "seeds" / "press.txt", tmp_path / "seeds"):
        os.utime(made, (1000, 1000))
    return path


@pytest.fixture
def watched(corpus: Path) -> Iterator[Callable[[float], threading.Event]]:
    stop, threads = threading.Event(), []

    def start(read_at: float) -> threading.Event:
        told = threading.Event()
        given = (corpus, lambda: {corpus.parents[1] / "seeds"}, told.set, stop, read_at)
        threads.append(threading.Thread(target=watch_files, args=given))
        threads[-1].start()
        return told

    yield start
    stop.set()
    for thread in threads:
        thread.join()


def test_what_was_written_before_the_first_look_is_reported(
    watched: Callable[[float], threading.Event],
) -> None:
    assert watched(999.0).wait(20)


def test_what_did_not_change_is_not_told_but_the_next_change_is(
    corpus: Path, watched: Callable[[float], threading.Event]
) -> None:
    told = watched(time.time())
    assert not told.wait(1.5)
    (corpus.parents[1] / "seeds" / "press.txt").write_text("other", "utf-8")
    assert told.wait(20)


def test_a_corpus_that_was_named_from_the_working_folder_is_watched_too(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(corpus.parent)
    stop, told = threading.Event(), threading.Event()
    given = (Path("deals.yaml"), lambda: {Path("../seeds")}, told.set, stop, time.time())
    thread = threading.Thread(target=watch_files, args=given)
    thread.start()
    try:
        assert not told.wait(1.5)
        corpus.write_text("version: 1 ", "utf-8")
        assert told.wait(20)
        told.clear()
        time.sleep(1)
        (corpus.parents[1] / "seeds" / "press.txt").write_text("other", "utf-8")
        assert told.wait(20)
    finally:
        stop.set()
        thread.join()


def test_a_change_of_an_included_file_is_told_wherever_it_lies(corpus: Path) -> None:
    folder = corpus.parent / "more"
    folder.mkdir()
    included = folder / "loans.yaml"
    included.write_text("deals:", "utf-8")
    (folder / "beside.yaml").write_text("", "utf-8")
    moment = time.time() - 5
    for path in (included, folder / "beside.yaml", corpus):
        os.utime(path, (moment, moment))
    stop, told = threading.Event(), threading.Event()
    no_articles: set[Path] = set()
    thread = threading.Thread(
        target=watch_files,
        args=(corpus, lambda: no_articles, told.set, stop, time.time() + 3),
        kwargs={"included": lambda: {included}},
    )
    thread.start()
    try:
        time.sleep(1.5)
        (folder / "beside.yaml").write_text("x", "utf-8")
        assert not told.wait(1.5)
        included.write_text("deals: []", "utf-8")
        assert told.wait(20)
    finally:
        stop.set()
        thread.join()


def test_a_burst_of_changes_is_reported_as_one(corpus: Path) -> None:
    calls, stop = [], threading.Event()
    folders = {corpus.parents[1] / "seeds"}
    given = (corpus, lambda: folders, lambda: calls.append(1), stop, time.time())
    thread = threading.Thread(target=watch_files, args=given)
    thread.start()
    try:
        time.sleep(1.5)  # Nothing tells when the watch has begun.
        for number in range(300):
            corpus.write_text(f"version: {number}", "utf-8")
            (corpus.parents[1] / "seeds" / f"{number}.txt").write_text("press", "utf-8")
        end = time.monotonic() + 20
        while not calls and time.monotonic() < end:
            time.sleep(0.05)
        time.sleep(1.5)
        # A burst that lasts longer than changes are gathered may be cut in two.
        assert 1 <= len(calls) <= 5
    finally:
        stop.set()
        thread.join()


def test_the_corpus_an_article_and_the_folder_of_the_articles_may_be_newer(corpus: Path) -> None:
    articles = corpus.parents[1] / "seeds"
    assert not written_since(1000.0, {corpus}, {articles})
    for touched in (corpus, articles / "press.txt", articles):
        os.utime(touched, (1001, 1001))
        assert written_since(1000.0, {corpus}, {articles})
        os.utime(touched, (1000, 1000))
    assert not written_since(1000.0, {corpus}, {articles / "gone"})


@pytest.mark.parametrize("made_anew", [True, False], ids=["made anew", "brought back"])
def test_a_folder_that_vanished_and_returned_is_watched_again(
    corpus: Path, watched: Callable[[float], threading.Event], made_anew: bool
) -> None:
    told = watched(time.time())
    seeds, away = corpus.parents[1] / "seeds", corpus.parents[1] / "away"
    assert not told.wait(1.5)
    if made_anew:
        shutil.rmtree(seeds)
    else:
        seeds.rename(away)
    assert told.wait(20)
    told.clear()
    if made_anew:
        seeds.mkdir()
        (seeds / "press.txt").write_text("press", "utf-8")
    else:
        away.rename(seeds)
    assert told.wait(20)
    time.sleep(2)  # Nothing tells when the next watch has begun.
    told.clear()
    (seeds / "press.txt").write_text("other", "utf-8")
    assert told.wait(20)


def test_articles_named_in_another_folder_are_watched_from_then_on(corpus: Path) -> None:
    root = corpus.parents[1]
    (root / "more").mkdir()
    folders, stop, told = {root / "seeds"}, threading.Event(), threading.Event()
    given = (corpus, lambda: set(folders), told.set, stop, time.time())
    thread = threading.Thread(target=watch_files, args=given)
    thread.start()
    folders.add(root / "more")
    try:
        for number in range(200):
            (root / "more" / "new.txt").write_text(str(number), "utf-8")
            if told.wait(0.1):
                break
        assert told.is_set()
    finally:
        stop.set()
        thread.join()


def test_only_folders_with_articles_are_watched_and_not_what_lies_below(tmp_path: Path) -> None:
    files = ("a.txt", "deep/b.txt", "deep/c.txt")
    articles = {name: Article(name, file=name) for name in files}
    loaded = Loaded(Corpus(articles=articles), (), tmp_path / "deals.yaml", tmp_path / "seeds")
    assert loaded.article_folders == {tmp_path / "seeds", tmp_path / "seeds" / "deep"}


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("data/deals.yaml", True),
        ("data/.deals.yaml.new", False),
        ("data/other.yaml", False),
        ("seeds/press.txt", True),
        ("seeds/deep/press.txt", True),
        ("seeds/other/press.txt", False),
        ("seeds/press.txt~", False),
        ("seeds/.press.txt.swp", False),
        ("seeds/press.txt.swp", False),
    ],
)
def test_only_the_corpus_and_its_articles_count(corpus: Path, name: str, counts: bool) -> None:
    root = corpus.parents[1]
    articles = {root / "seeds", root / "seeds" / "deep"}
    assert concerns({(1, str(root / name))}, {corpus}, articles) is counts


def test_without_watches_the_files_are_looked_at_in_intervals_and_the_reason_is_given(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr("watchfiles.watch", refused)
    monkeypatch.setattr(watching, "POLL_INTERVAL", 0.05)
    stop, told = threading.Event(), threading.Semaphore(0)
    reasons: list[str] = []
    article = corpus.parent.parent / "seeds" / "press.txt"
    watcher = threading.Thread(
        target=watch_files,
        args=(corpus, lambda: [article.parent], told.release, stop, time.time()),
        kwargs={"polls": reasons.append},
    )
    watcher.start()
    try:
        time.sleep(0.2)
        assert not told.acquire(timeout=0)
        for path, text in ((corpus, "version: 1\n# more"), (article, "more"), (article, "again")):
            path.write_text(text, "utf-8")
            assert told.acquire(timeout=10)
        article.unlink()
        assert told.acquire(timeout=10)
        while told.acquire(timeout=0.2):
            pass
        (article.parent / ".press.txt.swp").write_text("aside", "utf-8")
        assert not told.acquire(timeout=0.3)
    finally:
        stop.set()
        watcher.join(10)
    assert reasons == ["the system has no watches left (Too many open files)"]
    assert "looked at every" in why_not_watched()


def test_where_the_system_reports_changes_nothing_is_amiss() -> None:
    assert why_not_watched() == ""
