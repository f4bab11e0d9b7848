"""Which changes on disk make the corpus be read again."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING

import pytest

from tui.library.watching import concerns, watch_files, written_since

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


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
        articles = corpus.parents[1] / "seeds"
        threads.append(
            threading.Thread(target=watch_files, args=(corpus, articles, told.set, stop, read_at))
        )
        threads[-1].start()
        return told

    yield start
    stop.set()
    for thread in threads:
        thread.join()


def test_what_was_written_before_the_first_look_is_told(
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


def test_the_corpus_an_article_and_the_folder_of_the_articles_may_be_newer(corpus: Path) -> None:
    articles = corpus.parents[1] / "seeds"
    assert not written_since(1000.0, corpus, articles)
    for touched in (corpus, articles / "press.txt", articles):
        os.utime(touched, (1001, 1001))
        assert written_since(1000.0, corpus, articles)
        os.utime(touched, (1000, 1000))
    assert not written_since(1000.0, corpus, articles / "gone")


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("data/deals.yaml", True),
        ("data/.deals.yaml.new", False),
        ("data/other.yaml", False),
        ("seeds/press.txt", True),
        ("seeds/deep/press.txt", True),
        ("seeds/press.txt~", False),
        ("seeds/.press.txt.swp", False),
        ("seeds/press.txt.swp", False),
    ],
)
def test_only_the_corpus_and_its_articles_count(corpus: Path, name: str, counts: bool) -> None:
    root = corpus.parents[1]
    assert concerns({(1, str(root / name))}, corpus, root / "seeds") is counts
