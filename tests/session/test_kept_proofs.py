"""A session made again proves only what was changed since, and nothing when nothing was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from running import shipped_copy

from tui.model.task import UNATTENDED, CancelledError, Task
from tui.session.file_session import FileSession

if TYPE_CHECKING:
    from pathlib import Path

DEAL = "amazon-anthropic-2023"
CHANGES = {
    "the amount": ("amount: up to 4 bn USD", "amount: up to 5 bn USD"),
    "a quote": ('quote: "1,25 milliard immédiatement"', 'quote: "1,25 milliard"'),
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return shipped_copy(tmp_path)


def opened(corpus: Path, cache: Path) -> FileSession:
    """The session once all is proved, audited and kept."""
    session = FileSession.open(corpus, cache=cache)
    session.prepare(UNATTENDED)
    session.audit(UNATTENDED)
    session.audit_figures(lambda _: None, UNATTENDED)
    return session


def test_nothing_is_proved_again_when_nothing_changed(corpus: Path, tmp_path: Path) -> None:
    first, again = opened(corpus, tmp_path / "cache"), opened(corpus, tmp_path / "cache")
    assert again.proofs._prover is None
    for record in first.records:
        assert again.proof(record.id) == first.proof(record.id)
    for article in first.articles:
        assert again.open_figures(article) == first.open_figures(article)
        assert again.known_coverage(article) == first.known_coverage(article) is not None
    assert again.proof_counts() == first.proof_counts()
    assert again.proofs.known_states() == first.proofs.known_states()
    assert again.audit(UNATTENDED) == first.audit(UNATTENDED)
    assert again.proofs._prover is None


@pytest.mark.parametrize("change", CHANGES)
def test_an_edited_record_alone_is_proved_again(change: str, corpus: Path, tmp_path: Path) -> None:
    first = opened(corpus, tmp_path / "cache")
    source = corpus.read_text("utf-8")
    old, new = CHANGES[change]
    assert source.count(old) == 1
    corpus.write_text(source.replace(old, new), "utf-8")
    again, fresh = opened(corpus, tmp_path / "cache"), opened(corpus, tmp_path / "other")
    assert again.proofs.computed & set(first.corpus.records) == {DEAL}
    assert len(again.proofs.computed) <= 2
    for record in fresh.records:
        assert again.proof(record.id) == fresh.proof(record.id)
    assert FileSession.open(corpus, cache=tmp_path / "cache").proofs.complete


def test_an_edited_article_is_read_again_and_so_are_the_records_that_quote_it(
    corpus: Path, tmp_path: Path
) -> None:
    first = opened(corpus, tmp_path / "cache")
    name = "ftx-creditors-2023-09"
    article = corpus.parents[1] / "seeds" / first.articles[name].file
    article.write_bytes(article.read_bytes().replace(b"millions", b"milliards"))
    again, fresh = opened(corpus, tmp_path / "cache"), opened(corpus, tmp_path / "other")
    quoting = {place.record for place in first.places(name)}
    assert again.proofs.computed == {name, *quoting}
    assert again.proof(DEAL).state == fresh.proof(DEAL).state
    assert again.proof(DEAL) != first.proof(DEAL)


def test_an_edit_that_no_proof_depends_on_is_settled_at_the_next_start(
    corpus: Path, tmp_path: Path
) -> None:
    opened(corpus, tmp_path / "cache")
    corpus.write_text(f"{corpus.read_text('utf-8')}\n# seen\n", "utf-8")
    again = FileSession.open(corpus, cache=tmp_path / "cache")
    assert not again.proofs.complete
    again.prepare(UNATTENDED)
    assert not again.proofs.computed
    assert FileSession.open(corpus, cache=tmp_path / "cache").proofs.complete


def test_proofs_are_the_same_once_they_are_packed(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.proof.results.proof_store._PACKED_AFTER", 7)
    whole, parts = FileSession.open(corpus), FileSession.open(corpus)
    before = {record.id: whole.proof(record.id) for record in whole.records}
    parts.proofs.prove_all()
    assert parts.proof_counts() == whole.proof_counts()
    assert parts.proofs.known_states() == whole.proofs.known_states()
    assert {record.id: parts.proof(record.id) for record in parts.records} == before


def test_without_a_cache_folder_nothing_is_written(corpus: Path, tmp_path: Path) -> None:
    before = set(tmp_path.rglob("*"))
    session = FileSession.open(corpus)
    session.prepare(UNATTENDED)
    assert session.known_state(DEAL) is not None
    assert set(tmp_path.rglob("*")) == before


def test_what_was_proved_before_a_stop_is_kept(corpus: Path, tmp_path: Path) -> None:
    session = FileSession.open(corpus, cache=tmp_path / "cache")
    session.proofs.prove_all()
    with pytest.raises(CancelledError):
        session.audit_figures(lambda _: None, Task(is_cancelled=lambda: True))
    again = FileSession.open(corpus, cache=tmp_path / "cache")
    assert again.proofs.known_states() == session.proofs.known_states()
    assert len(again.proofs.known_states()) == len(again.records)
