"""Proofs that were kept are those that would be found anew."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.corpus.load import load
from tui.model.corpus import ArticleText, Corpus
from tui.model.quantities import Quantity
from tui.model.records import Deal, Evidence, Fact, Party, Total, Tranche
from tui.proof.audit.registry import audit
from tui.proof.results.article_memo import ArticleMemo
from tui.proof.results.proof_records import ProofEntry, ProofSnapshot
from tui.proof.results.proof_store import ProofStore
from tui.proof.verify.prover import Prover
from tui.store import proof_file
from tui.store.proof_file import ProofFile, proofs_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.corpus.load import Loaded
    from tui.model.records import Record

_DATA = Path(__file__).parents[2] / "data" / "deals.yaml"
SHIPPED = load(_DATA).corpus
DEAL = "amazon-anthropic-2023"


class Memory:
    """A storage that holds what earlier runs found out, and counts what is written."""

    def __init__(self, snapshot: ProofSnapshot | None = None) -> None:
        self.snapshot = snapshot or ProofSnapshot()
        self.writes = 0

    def read(self) -> ProofSnapshot:
        return self.snapshot

    def write(self, snapshot: ProofSnapshot) -> None:
        self.snapshot = msgspec.json.decode(msgspec.json.encode(snapshot), type=ProofSnapshot)
        self.writes += 1


def store(
    corpus: Corpus, kept: ProofSnapshot | None = None, corpus_key: str = "later"
) -> ProofStore:
    return ProofStore(corpus, Memory(kept), corpus_key)


def proved(
    corpus: Corpus, kept: ProofSnapshot | None = None, corpus_key: str = "later"
) -> ProofStore:
    proofs = store(corpus, kept, corpus_key)
    audit(proofs, coverage=True)
    return proofs


@pytest.fixture(scope="module")
def stored() -> ProofSnapshot:
    """All that is found out about the shipped corpus, as the next run reads it."""
    memory = Memory()
    proofs = ProofStore(SHIPPED, memory, "first")
    audit(proofs, coverage=True)
    proofs.keep_findings(audit(proofs))
    proofs.save()
    return memory.snapshot


@pytest.fixture(scope="module")
def fresh() -> ProofStore:
    """The proofs of the shipped corpus, with nothing kept."""
    return proved(SHIPPED)


@pytest.mark.parametrize("corpus_key", ["first", "later"])
def test_kept_proofs_are_the_same_as_new_ones(
    stored: ProofSnapshot, fresh: ProofStore, corpus_key: str
) -> None:
    again = proved(SHIPPED, stored, corpus_key)
    for record in SHIPPED.records:
        assert again.record(record) == fresh.record(record)
    for article in SHIPPED.articles:
        assert again.coverage(article) == fresh.coverage(article)
    assert audit(again, coverage=True) == audit(fresh, coverage=True)
    again.keep_findings(audit(again))
    again.pack()
    alike = again.snapshot()
    assert (alike.records, alike.figures, alike.findings) == (
        stored.records, stored.figures, stored.findings,
    )  # fmt: skip


@pytest.mark.parametrize("corpus_key", ["first", "later"])
def test_kept_proofs_need_no_article_to_be_read(
    stored: ProofSnapshot, corpus_key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_: object, **__: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr("tui.proof.verify.prover.find_mentions", read)
    monkeypatch.setattr("tui.proof.verify.prover.Locator", read)
    again = store(SHIPPED, stored, corpus_key)
    assert audit(again)
    assert [again.coverage(article).words for article in SHIPPED.articles]
    assert not again.computed


def test_what_nothing_changed_of_is_told_without_proving(
    stored: ProofSnapshot, fresh: ProofStore
) -> None:
    same, changed = store(SHIPPED, stored, "first"), store(SHIPPED, stored, "later")
    assert same.findings() == audit(fresh)
    assert same.known_states() == {name: fresh.record(name).state for name in SHIPPED.records}
    assert sum(same.counts().values()) == sum(len(fresh.rows(r)) for r in SHIPPED.records.values())
    for article in SHIPPED.articles:
        recorded = same.known_recorded(article)
        assert recorded is not None
        assert recorded.words == fresh.coverage(article).words
        assert recorded.open == fresh.coverage(article).open
    assert changed.findings() is None
    assert [changed.known_recorded(article) for article in SHIPPED.articles] == [None] * 5


def test_a_proof_in_part_is_kept_in_part(stored: ProofSnapshot) -> None:
    proofs = store(SHIPPED, None, "first")
    proofs.record(DEAL)
    proofs.pack()
    part = proofs.snapshot()
    assert (part.corpus, list(part.records), part.states) == ("", [DEAL], {})
    assert part.records[DEAL] == stored.records[DEAL]


def _with_text(corpus: Corpus) -> Corpus:
    """An article that says 5 where it said 4."""
    name = "google-2023-10"
    text = corpus.texts[name].text.replace("4 milliards", "5 milliards")
    return msgspec.structs.replace(
        corpus, texts={**corpus.texts, name: ArticleText(text, digest="other")}
    )


def _with_amount(corpus: Corpus) -> Corpus:
    deal = msgspec.structs.replace(corpus.records[DEAL], amount=Quantity.parse("9 bn USD"))
    return msgspec.structs.replace(corpus, records={**corpus.records, DEAL: deal})


def _with_name(corpus: Corpus) -> Corpus:
    parties = {**corpus.parties, "amazon": Party("amazon", "Another company")}
    return msgspec.structs.replace(corpus, parties=parties)


def _with_published(corpus: Corpus) -> Corpus:
    name = "ftx-creditors-2023-09"
    article = msgspec.structs.replace(corpus.articles[name], published=None)
    return msgspec.structs.replace(corpus, articles={**corpus.articles, name: article})


def _without_text(corpus: Corpus) -> Corpus:
    texts = {name: text for name, text in corpus.texts.items() if name != "google-2023-10"}
    return msgspec.structs.replace(corpus, texts=texts)


@pytest.mark.parametrize(
    "change", [_with_text, _with_amount, _with_name, _with_published, _without_text]
)
def test_what_changed_is_proved_anew(
    change: Callable[[Corpus], Corpus], stored: ProofSnapshot, fresh: ProofStore
) -> None:
    changed = change(SHIPPED)
    again, anew = proved(changed, stored), proved(changed)
    for record in changed.records:
        assert again.record(record) == anew.record(record)
    for article in changed.articles:
        assert again.coverage(article) == anew.coverage(article)
    assert anew.record(DEAL) != fresh.record(DEAL)
    # What another record or an article elsewhere gives is not proved again.
    assert DEAL in again.computed
    assert len(again.computed) < len(SHIPPED.records)


def test_lines_that_move_cost_no_new_proof(stored: ProofSnapshot) -> None:
    deal = SHIPPED.records[DEAL]
    assert isinstance(deal, Deal)
    lower = tuple(msgspec.structs.replace(item, line=item.line + 7) for item in deal.evidence)
    records = {**SHIPPED.records, DEAL: msgspec.structs.replace(deal, evidence=lower)}
    moved = msgspec.structs.replace(SHIPPED, records=records)
    again = store(moved, stored)
    assert again.record(DEAL).state == stored.states[DEAL]
    assert again.record(DEAL).fields[0].statements[0].evidence.line == lower[0].line
    assert not again.computed


JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)


@settings(max_examples=40)
@given(JSON)
@example([[], "", None])
def test_a_damaged_entry_is_as_good_as_none(
    stored: ProofSnapshot, fresh: ProofStore, broken: object
) -> None:
    name, article = next(iter(SHIPPED.records)), next(iter(SHIPPED.articles))
    raw = msgspec.Raw(msgspec.json.encode(broken))
    kept = msgspec.structs.replace(
        stored,
        records={name: ProofEntry(stored.records[name].key, raw)},
        figures={article: ProofEntry(stored.figures[article].key, raw)},
        recorded={article: raw},
        findings=raw,
    )
    proofs = store(SHIPPED, kept, "first")
    assert proofs.record(name) == fresh.record(name)
    assert isinstance(proofs.mentions(article), list)
    assert not proofs.findings()
    # No open figure and any words may be so.
    well_formed = isinstance(broken, list) and broken[:1] == [[]] and len(broken) == 2
    assert proofs.known_recorded(article) is None or well_formed


def _written(folder: Path) -> tuple[Loaded, Path]:
    loaded = load(_DATA)
    proofs = proofs_of(loaded, folder)
    audit(proofs)
    proofs.save()
    (file,) = folder.glob("*.proofs")
    return loaded, file


def test_the_file_gives_back_what_was_kept_and_nothing_when_damaged(tmp_path: Path) -> None:
    loaded, file = _written(tmp_path)
    assert proofs_of(loaded, tmp_path).complete
    edited = msgspec.structs.replace(loaded, digest="other")
    assert not proofs_of(edited, tmp_path).complete
    kept = ProofFile(tmp_path, loaded.path).read()
    assert kept.records.keys() == loaded.corpus.records.keys()
    whole = file.read_bytes()
    for damaged in (b"", whole[:-1], whole[:90] + b"x" + whole[91:], b"\x00" * 99):
        file.write_bytes(damaged)
        assert ProofFile(tmp_path, loaded.path).read() == ProofSnapshot()


def test_the_file_gives_back_what_was_kept_however_many_lines_it_takes(
    stored: ProofSnapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proof_file, "_SLICE", 7)
    file = ProofFile(tmp_path, _DATA)
    file.write(stored)
    (path,) = tmp_path.glob("*.proofs")
    assert path.read_bytes().count(b"\n") > len(stored.records) / 7
    assert file.read() == stored


def test_another_state_of_the_program_that_proves_believes_nothing_of_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded, _ = _written(tmp_path)
    monkeypatch.setattr(proof_file, "code_fingerprint", lambda *_: "other code")
    assert ProofFile(tmp_path, loaded.path).read() == ProofSnapshot()


def test_the_kept_proofs_together_stay_below_their_bound_and_those_in_use_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded, mine = _written(tmp_path)
    names = [f"{number:032x}" for number in range(4)]
    for number, name in enumerate(names):
        (tmp_path / f"{name}.proofs").write_bytes(b"x" * 1000)
        os.utime(tmp_path / f"{name}.proofs", (number + 1, number + 1))
    os.utime(mine, (1, 1))
    aside = tmp_path / f".{names[0]}.proofs.x.new"
    aside.write_bytes(b"x")
    os.utime(aside, (1, 1))
    storage = ProofFile(tmp_path, loaded.path)
    kept = storage.read()
    assert mine.stat().st_mtime > 10
    monkeypatch.setattr(proof_file, "MAX_BYTES", mine.stat().st_size + 2500)
    storage.write(kept)
    left = {file.name for file in tmp_path.iterdir()}
    assert left == {mine.name, f"{names[2]}.proofs", f"{names[3]}.proofs"}


def test_a_file_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    storage = ProofFile(tmp_path / "file", _DATA)
    storage.write(ProofSnapshot())
    assert storage.read() == ProofSnapshot()


def test_what_is_stored_already_is_not_written_again(stored: ProofSnapshot) -> None:
    memory = Memory(stored)
    again = ProofStore(SHIPPED, memory, "first")
    audit(again, coverage=True)
    again.save()
    assert memory.writes == 0
    edited = ProofStore(_with_amount(SHIPPED), memory, "later")
    edited.prove_all()
    edited.save()
    edited.save()
    assert memory.writes == 1


def test_what_one_command_proves_in_part_the_next_one_uses() -> None:
    memory = Memory()
    first = ProofStore(SHIPPED, memory, "first")
    first.record(DEAL)
    first.save()
    later = ProofStore(SHIPPED, memory, "first")
    later.prove_all()
    assert later.computed == SHIPPED.records.keys() - {DEAL}


def test_a_proof_does_not_depend_on_what_was_read_before(fresh: ProofStore) -> None:
    later = ProofStore(SHIPPED)
    for article in SHIPPED.articles:
        later.coverage(article)
    for record in reversed(SHIPPED.records):
        assert later.record(record) == fresh.record(record)


def test_provers_of_two_states_of_a_corpus_may_share_what_they_made_of_its_texts(
    fresh: ProofStore,
) -> None:
    memo = ArticleMemo()
    changed = _with_published(_with_text(SHIPPED))
    for corpus, alone in ((SHIPPED, fresh), (changed, Prover(changed)), (SHIPPED, fresh)):
        shared = Prover(corpus, memo)
        for record in corpus.records:
            assert shared.record(record) == alone.record(record)


@pytest.mark.parametrize(
    "record",
    [
        Deal("bare", "Bare"),
        Deal("sum", "Sum", payer="a", payee="b", amount=Quantity.parse("4 M USD"), tags=("x",)),
        Deal("part", "Part", tranches=(Tranche("first"), Tranche("next", status="paid"))),
        Fact("fact", "Fact", "valuation", party="a", value=Quantity.parse("1 bn USD")),
        Total("total", "Total", payer="a", members=("sum",)),
    ],
    ids=lambda record: record.id,
)
def test_a_record_without_evidence_is_as_the_prover_finds_it(record: Record) -> None:
    corpus = Corpus(records={record.id: record})
    assert ProofStore(corpus).record(record.id) == Prover(corpus).record(record.id)


def test_records_without_evidence_take_no_place_among_what_is_kept() -> None:
    quoted = Evidence(("amount",), "a", "4 million dollars")
    deals = {
        "told": Deal("told", "Told", amount=Quantity.parse("4 M USD"), evidence=(quoted,)),
        "bare": Deal("bare", "Bare", amount=Quantity.parse("4 M USD")),
    }
    memory = Memory()
    corpus = Corpus(records=deals, texts={"a": ArticleText("It got 4 million dollars.")})
    proofs = ProofStore(corpus, memory, "first")
    proofs.prove_all()
    proofs.save()
    assert list(memory.snapshot.records) == ["told"]
    again = ProofStore(corpus, memory, "first")
    assert again.complete
    assert again.record("bare") == proofs.record("bare")
    assert again.computed == set()


def test_records_are_proved_article_by_article() -> None:
    def quoting(name: str, *articles: str) -> Deal:
        evidence = tuple(Evidence(("amount",), article, "4 million") for article in articles)
        return Deal(name, name, evidence=evidence)

    deals = [quoting("1", "a"), quoting("2", "b"), quoting("3"), quoting("4", "a", "b")]
    proofs = ProofStore(Corpus(records={deal.id: deal for deal in deals}))
    assert proofs.by_article() == ["1", "4", "2", "3"]
