"""Whatever a worker is in the middle of, the screen gets whole answers, and at once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from running import at_rest, shipped_copy, until

from tui.app import DealtuiApp
from tui.model.task import UNATTENDED, CancelledError, Task
from tui.proof.results import proof_store
from tui.proof.results.proof_store import ProofStore
from tui.proof.verify.prover import Prover
from tui.session.file_session import FileSession

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tui.model.proofs import RecordProof

DEAL = "amazon-anthropic-2023"
LONG = 30
"""Seconds after which a thread that waits for another is taken for hung."""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return shipped_copy(tmp_path)


class Gate:
    """A place in a thread's work where it stops until it is let on."""

    def __init__(self) -> None:
        self.reached, self._open = threading.Event(), threading.Event()

    def stop_here(self) -> None:
        self.reached.set()
        assert self._open.wait(LONG)

    def wait_until_reached(self) -> None:
        assert self.reached.wait(LONG)

    def open(self) -> None:
        self._open.set()


@contextmanager
def in_the_middle(gate: Gate, work: Callable[[], object]) -> Iterator[None]:
    """A worker that has come to the gate; it goes on to its end afterwards."""
    with ThreadPoolExecutor(1) as workers:
        working = workers.submit(work)
        try:
            gate.wait_until_reached()
            yield
        finally:
            gate.open()
        working.result(LONG)


def stopping_at(gate: Gate, step: str) -> Task:
    """A task that stops for a while at its first report of a step."""

    def progress(name: str, done: int, total: int) -> None:
        if name == step and not gate.reached.is_set():
            gate.stop_here()

    return Task(progress)


def all_proofs(session: FileSession) -> dict[str, RecordProof]:
    return {record.id: session.proof(record.id) for record in session.records}


def state_of(corpus: Path) -> str:
    """How far the deal is proved, in a session that nothing disturbs."""
    return FileSession.open(corpus).proof(DEAL).state


def listed(session: FileSession, query: str) -> list[str]:
    found = session.search(query)
    return [found.record_id(position) for position in range(found.total)]


# Packing


def test_proofs_that_are_being_packed_are_given_as_they_were_and_proved_by_nobody_again(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, gate = FileSession.open(corpus), Gate()
    session.proofs.prove_all()
    before, counts = all_proofs(session), session.proof_counts()
    pack = proof_store.pack_proof
    packed = 0

    def slow_pack(proof: RecordProof) -> object:
        nonlocal packed
        packed += 1
        if packed == len(before) // 2:
            gate.stop_here()
        return pack(proof)

    def prove_again(self: Prover, record_id: str) -> RecordProof:
        raise AssertionError(f"{record_id} was proved again")

    monkeypatch.setattr(proof_store, "pack_proof", slow_pack)
    monkeypatch.setattr(Prover, "record", prove_again)
    with in_the_middle(gate, session.proofs.pack):
        assert all_proofs(session) == before
        assert session.proof_counts() == counts
    assert all_proofs(session) == before
    assert session.proofs.snapshot().records.keys() == before.keys()


def test_what_is_proved_while_others_are_packed_is_packed_the_next_time(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, gate = FileSession.open(corpus), Gate()
    first, *rest = session.corpus.records
    session.proof(first)
    pack = proof_store.pack_proof

    def slow_pack(proof: RecordProof) -> object:
        if proof.record == first:
            gate.stop_here()
        return pack(proof)

    monkeypatch.setattr(proof_store, "pack_proof", slow_pack)
    with in_the_middle(gate, session.proofs.pack):
        for record_id in rest:
            session.proof(record_id)
        assert session.proofs.complete
    assert list(session.proofs.snapshot().records) == [first]
    session.proofs.pack()
    assert session.proofs.snapshot().records.keys() == session.corpus.records.keys()


def test_threads_that_prove_the_same_records_at_once_count_each_once(corpus: Path) -> None:
    session = FileSession.open(corpus)
    begin = threading.Barrier(4)

    def prove(_: int) -> None:
        begin.wait(LONG)
        session.proofs.prove_all()
        session.proofs.pack()

    with ThreadPoolExecutor(4) as workers:
        list(workers.map(prove, range(4)))
    alone = FileSession.open(corpus)
    alone.proofs.prove_all()
    assert session.proof_counts() == alone.proof_counts()
    assert all_proofs(session) == all_proofs(alone)


# A slow worker, a reload in its middle, a query meanwhile


@pytest.mark.parametrize("step", ["indexing", "checking proofs"])
def test_a_reload_in_the_middle_of_a_worker_and_queries_meanwhile_get_whole_answers(
    step: str, corpus: Path, tmp_path: Path
) -> None:
    cache, before = tmp_path / "cache", state_of(corpus)
    assert before != "contradicted"
    first, gate = FileSession.open(corpus, cache=cache), Gate()
    with in_the_middle(gate, lambda: first.prepare(stopping_at(gate, step))):
        assert DEAL in listed(first, "anthropic")
        assert first.proof(DEAL).state == before
        corpus.write_text(
            corpus.read_text("utf-8").replace("amount: up to 4 bn USD", "amount: 9 bn USD"),
            "utf-8",
        )
        second = FileSession.open(corpus, cache=cache)
        assert DEAL in listed(second, "anthropic")
        second.prepare(UNATTENDED)
        assert second.proof(DEAL).state == "contradicted"
        assert DEAL in listed(second, "proof:contradicted")
        # The session that is left behind still answers for what it has read.
        assert first.proof(DEAL).state == before
        assert DEAL in listed(first, "anthropic")
    assert first.proof(DEAL).state == before
    assert DEAL not in listed(first, "proof:contradicted")
    assert DEAL in listed(first, f"proof:{before}")
    assert DEAL in listed(second, "proof:contradicted")
    # The worker that was left behind wrote last: what it kept is not believed where it is outdated.
    third, fresh = FileSession.open(corpus, cache=cache), FileSession.open(corpus)
    assert all_proofs(third) == all_proofs(fresh)


def test_a_worker_that_is_given_up_leaves_a_session_that_answers(corpus: Path) -> None:
    session, gate = FileSession.open(corpus), Gate()
    given_up = threading.Event()

    def progress(name: str, done: int, total: int) -> None:
        if name == "checking proofs" and not gate.reached.is_set():
            gate.stop_here()

    def prepare() -> None:
        with pytest.raises(CancelledError):
            session.prepare(Task(progress, given_up.is_set))

    with in_the_middle(gate, prepare):
        given_up.set()
    assert DEAL in listed(session, "anthropic")
    assert session.proof(DEAL).state == state_of(corpus)
    session.prepare(UNATTENDED)
    assert session.proofs.complete


def test_a_result_stays_what_it_was_when_proofs_become_known(corpus: Path) -> None:
    session = FileSession.open(corpus)
    before = session.answer("anthropic")
    ids = [before.record_id(position) for position in range(before.total)]
    session.prepare(UNATTENDED)
    assert session.search("anthropic").index is not before.index  # type: ignore[union-attr]
    assert [before.record_id(position) for position in range(before.total)] == ids
    assert session.facets(before)["proof"] == []
    assert session.facets(session.search("anthropic"))["proof"]


async def test_the_app_is_used_and_reloaded_while_a_worker_proves(
    corpus: Path, own_folders: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate()
    prove_all = ProofStore.prove_all

    def slow(self: ProofStore, task: Task = UNATTENDED) -> None:
        if not gate.reached.is_set():
            gate.stop_here()
        prove_all(self, task)

    monkeypatch.setattr(ProofStore, "prove_all", slow)
    before = state_of(corpus)
    app = DealtuiApp(corpus)
    async with app.run_test(size=(120, 40)) as pilot:
        try:
            await until(pilot, gate.reached.is_set)
            left_behind = app.session
            assert left_behind is not None
            await pilot.press("slash", *"anthropic")
            await until(pilot, lambda: app.explorer.results.chosen is not None)
            text = corpus.read_text("utf-8")
            corpus.write_text(text.replace("up to 4 bn USD", "9 bn USD", 1), "utf-8")
            await pilot.press("escape", "f5")
            await until(pilot, lambda: app.session is not left_behind)
            app.explorer.go_to(DEAL, "amount")
            assert app.explorer.record_pane.path == "amount"
        finally:
            gate.open()
        await at_rest(pilot, app)
        assert app.session is not None
        assert app.session.known_state(DEAL) == "contradicted"
        assert left_behind.proof(DEAL).state == before
