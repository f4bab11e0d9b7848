"""A process of its own prepares a large corpus; whatever becomes of it, the corpus is prepared."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from running import ROOT, SHIPPED, shipped_copy

from tui.model.task import UNATTENDED, CancelledError, Task
from tui.session import file_session
from tui.session.file_session import FileSession
from tui.session.preparing.messages import CorpusKept, IndexKept, ProofsKept, ProvedSince
from tui.session.preparing.process import PreparingProcess
from tui.store import opening

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui.session.preparing.messages import Message

QUERIES = ("amazon", "microsfot", "status:paid", "milliard")
LONG = 30
"""Seconds after which a process that does not end is taken to go on."""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return shipped_copy(tmp_path)


@pytest.fixture
def _all_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_APART_FROM", 0)
    monkeypatch.setattr(file_session, "_MANY", 0)


def found_in(session: FileSession) -> object:
    """All that a session knows once it is prepared."""
    proofs = {record.id: session.proof(record.id) for record in session.records}
    answers = {query: [*session.search(query).newest_first()] for query in QUERIES}
    coverage = {article: session.known_coverage(article) for article in session.articles}
    return proofs, session.proof_counts(), answers, coverage, session.problems


@pytest.fixture(scope="module")
def prepared_here() -> object:
    """What a session knows of the shipped corpus that it prepared itself."""
    session = FileSession.open(SHIPPED)
    session.prepare(UNATTENDED)
    return found_in(session)


@pytest.mark.usefixtures("_all_is_large")
def test_what_is_prepared_apart_is_the_same_and_nothing_of_it_is_done_twice(
    corpus: Path, tmp_path: Path, prepared_here: object
) -> None:
    session = FileSession.open(corpus, cache=tmp_path / "cache", apart=True)
    session.prepare(UNATTENDED)
    assert not session.proofs.computed
    assert session.proofs._prover is None
    assert found_in(session) == prepared_here


@pytest.mark.usefixtures("_all_is_large")
def test_a_corpus_that_is_kept_unproved_is_proved_apart(
    corpus: Path, tmp_path: Path, prepared_here: object
) -> None:
    cache = tmp_path / "cache"
    FileSession.open(corpus, cache=cache)
    session = FileSession.open(corpus, cache=cache, apart=True)
    assert session._preparing is not None
    assert not session._preparing.started
    session.prepare(UNATTENDED)
    assert not session.proofs.computed
    assert found_in(session) == prepared_here


def test_a_small_corpus_and_one_that_is_kept_nowhere_start_no_process(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def start(_: PreparingProcess) -> None:
        raise AssertionError("started")

    monkeypatch.setattr(PreparingProcess, "start", start)
    for cache in (tmp_path / "cache", None):
        session = FileSession.open(corpus, cache=cache, apart=True)
        session.prepare(UNATTENDED)
        assert session.proofs.complete


@pytest.mark.usefixtures("_all_is_large")
@pytest.mark.parametrize("at", [None, CorpusKept, IndexKept, ProvedSince, ProofsKept])
def test_work_of_a_process_that_is_killed_is_done_here(
    at: type[Message] | None,
    corpus: Path,
    prepared_here: object,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """At once, or when it has just told what it has done."""
    killed: list[int] = []
    start, messages = PreparingProcess.start, PreparingProcess.messages

    def kill(process: PreparingProcess) -> None:
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)
        killed.append(process.pid)

    def started(process: PreparingProcess) -> None:
        start(process)
        if at is None:
            kill(process)

    def until_killed(process: PreparingProcess, task: Task) -> Iterator[Message]:
        for message in messages(process, task):
            if isinstance(message, at or ()) and not killed:
                kill(process)
            yield message

    monkeypatch.setattr(PreparingProcess, "start", started)
    monkeypatch.setattr(PreparingProcess, "messages", until_killed)
    session = FileSession.open(corpus, cache=tmp_path / "cache", apart=True)
    session.prepare(UNATTENDED)
    assert killed
    assert found_in(session) == prepared_here
    again = FileSession.open(corpus, cache=tmp_path / "cache")
    again.prepare(UNATTENDED)
    assert not again.proofs.computed


@pytest.mark.usefixtures("_all_is_large")
def test_where_no_process_can_be_started_all_is_done_here(
    corpus: Path, prepared_here: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))
    session = FileSession.open(corpus, cache=tmp_path / "cache", apart=True)
    session.prepare(UNATTENDED)
    assert found_in(session) == prepared_here


@pytest.mark.usefixtures("_all_is_large")
def test_what_is_proved_of_another_state_of_the_corpus_is_not_taken(
    corpus: Path, prepared_here: object, tmp_path: Path
) -> None:
    session = FileSession.open(corpus, cache=tmp_path / "cache", apart=True)
    preparing = session._preparing
    assert preparing is not None
    preparing.key = "of another state"
    session.prepare(UNATTENDED)
    assert preparing.ended
    assert found_in(session) == prepared_here


@pytest.mark.usefixtures("_all_is_large")
def test_the_process_ends_when_nobody_waits_any_more(corpus: Path, tmp_path: Path) -> None:
    session = FileSession.open(corpus, cache=tmp_path / "cache", apart=True)
    preparing = session._preparing
    assert preparing is not None
    with pytest.raises(CancelledError):
        session.prepare(Task(is_cancelled=lambda: True))
    del session
    preparing.end()
    assert preparing.ended


PARENT = """
import os, signal, sys
from pathlib import Path
from tui.model.task import UNATTENDED
from tui.session.preparing.process import PreparingProcess
preparing = PreparingProcess(Path(sys.argv[1]), Path(sys.argv[2]))
preparing.start()
print(preparing.pid, flush=True)
for _ in preparing.messages(UNATTENDED):
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_the_process_ends_with_its_parent_however_that_ends(tmp_path: Path) -> None:
    path, cache = tmp_path / "deals.yaml", tmp_path / "cache"
    records = "".join(
        f"- {{id: r{at}, title: Round {at}, payer: a, payee: b, amount: {at} M USD}}\n"
        for at in range(3000)
    )
    parties = "parties: {a: {name: Ada}, b: {name: Bea}}\n"
    path.write_text(f"version: 1\n{parties}deals:\n{records}", "utf-8")
    parent = subprocess.run(
        [sys.executable, "-c", PARENT, path, cache],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert parent.returncode == -signal.SIGKILL
    worker, end = int(parent.stdout), time.monotonic() + LONG
    while _runs(worker):
        assert time.monotonic() < end
        time.sleep(0.02)
    assert not [*cache.glob("*.proofs")]


def _runs(pid: int) -> bool:
    """Whether a process goes on; one that has ended may not have been waited for yet."""
    shown = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return shown.stdout.strip()[:1] not in ("", "Z")
