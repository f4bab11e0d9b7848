"""After an edit of a large corpus the search knows it without indexing the rest again."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

import pytest

from tui.corpus import rereading
from tui.model.task import UNATTENDED
from tui.search.index import builder
from tui.session.file_session import FileSession
from tui.store import corpus_database, file_states, opening

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """\
version: 1
parties:
  a: {name: Alpha}
  b: {name: Beta}
articles:
  one: {file: one.txt}
deals:
"""
NEW = "  - {id: new, title: Alpha again}\n"
EDITS = (
    ("title: Deal 9,", "title: Bridge,"), ("  - {id: d5,", f"{NEW}  - {{id: d5,"),
    ("name: Beta", "name: Bridge Builders"), ("# nothing", ""),
)  # fmt: skip
QUERIES = ("", "alpha", "bridge", "payer:alpha", "in:articles bridge", "brigde", "sort:title", "10")


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(opening, "EDITED_FROM", 1)
    monkeypatch.setattr(corpus_database, "SOURCE_FROM", 1)
    monkeypatch.setattr(rereading, "_MAX_SHARE", 1)
    monkeypatch.setattr(file_states, "SETTLED_NS", -3_600_000_000_000)
    path = tmp_path / "corpus" / "deals.yaml"
    path.parent.mkdir()
    lines = [
        f"  - {{id: d{at}, title: Deal {at}, payer: a, payee: b, announced: 2024-01-{at:02}}}"
        for at in range(1, 29)
    ]
    path.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")
    write_article(path, "a bridge is built")
    return path


def write_article(path: Path, text: str) -> None:
    article = path.parent / "one.txt"
    article.write_text(text, "utf-8")
    os.utime(article, (1_600_000_000, random.randrange(1_600_000_000)))


@pytest.fixture
def indexed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many records were indexed, each time that some are."""
    counts: list[int] = []
    collect = builder._Collector.run

    def noting(self: builder._Collector) -> builder.CollectedTerms:
        counts.append(len(self.part.records))
        return collect(self)

    monkeypatch.setattr(builder._Collector, "run", noting)
    return counts


def answers(session: FileSession) -> list[object]:
    found = [session.answer(query) for query in QUERIES]
    return [
        [[result.record_id(at) for at in range(result.total)], list(result.newest_first())]
        for result in found
    ] + [list(session.articles_found(query)) for query in QUERIES]


@pytest.mark.parametrize("cached", [True, False])
@pytest.mark.parametrize("same_process", [True, False])
def test_edits_are_found_as_in_a_new_index_though_only_they_are_indexed(
    path: Path, tmp_path: Path, indexed: list[int], cached: bool, same_process: bool
) -> None:
    cache = tmp_path / "cache" if cached else None
    if not (cached or same_process):
        return
    session = FileSession.open(path, cache=cache)
    session.prepare(UNATTENDED)
    for turn, (old, new) in enumerate(EDITS):
        text = path.read_text("utf-8").replace(old, new)
        path.write_text(text + ("# nothing\n" if turn == 0 else ""), "utf-8")
        if turn == 1:
            write_article(path, "a tunnel is built")
        indexed.clear()
        session = FileSession.open(path, cache=cache, before=session if same_process else None)
        told = answers(session)
        # The name of a party is that of all its records.
        assert max(indexed) < 4 or turn >= 2
        assert told == answers(FileSession.open(path))
        session.prepare(UNATTENDED)


def test_an_index_of_before_is_not_taken_for_that_of_another_edit(
    path: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    session = FileSession.open(path, cache=cache)
    session.prepare(UNATTENDED)
    text = path.read_text("utf-8")
    path.write_text(text.replace("Deal 9", "Bridge"), "utf-8")
    FileSession.open(path, cache=cache).prepare(UNATTENDED)
    path.write_text(text.replace("Deal 8", "Tunnel"), "utf-8")
    other = FileSession.open(path, cache=cache, before=session)
    assert answers(other) == answers(FileSession.open(path))
    assert list(other.answer("bridge").newest_first()) == []
