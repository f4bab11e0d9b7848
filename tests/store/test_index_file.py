"""The search index that is kept answers as one that was built just now, or not at all."""

from __future__ import annotations

import tempfile
from mmap import mmap
from pathlib import Path

import pytest
from damage import damages
from hypothesis import given, settings
from hypothesis import strategies as st
from searched_corpora import QUERIES, SORTS, corpora

from tui.corpus.load import Loaded
from tui.model.corpus import ArticleText, Corpus, Touched
from tui.model.dates import Edtf
from tui.model.records import Article, Deal, Party
from tui.model.task import UNATTENDED
from tui.platform import code_fingerprint
from tui.search import engine
from tui.search.engine import Index, Result, build, sections_of
from tui.search.overlay import edits
from tui.session import corpus_search
from tui.session.corpus_search import CorpusSearch
from tui.store import corpus_cache, index_file
from tui.store.corpus_cache import EDITS_FILE, INDEX_FILE, damaged_corpora
from tui.store.index_file import IndexFile
from tui.store.opening import Edit


def loaded(corpus: Corpus, digest: str = "one", folder: Path = Path("nowhere")) -> Loaded:
    return Loaded(corpus, (), folder / "deals.yaml", folder, digest=digest)


def answer(result: Result) -> list[object]:
    hits = [result.hit(at) for at in range(result.total)]
    places = [result.position(hit.record_id) for hit in hits]
    facets = result.index.facets(result)
    return [list(result.ids), list(result.newest_first()), hits, places, facets, result.problems]


@settings(max_examples=30, deadline=None)
@given(corpora(), st.lists(st.sampled_from(QUERIES), min_size=1, max_size=5), st.data())
def test_a_kept_index_answers_to_the_last_id_as_one_that_is_built_now(
    corpus: Corpus, queries: list[str], data: st.DataObject
) -> None:
    sort = data.draw(st.sampled_from(SORTS))
    states = {
        record: data.draw(st.sampled_from(["proved", "missing"])) for record in corpus.records
    }
    with tempfile.TemporaryDirectory() as folder:
        IndexFile(Path(folder), loaded(corpus)).keep(sections_of(corpus))
        kept = IndexFile(Path(folder), loaded(corpus)).read()
        assert kept is not None
        opened, built = Index(corpus, kept).with_proofs(states), build(corpus).with_proofs(states)
    for query in queries:
        assert answer(opened.search(query, sort=sort)) == answer(built.search(query, sort=sort))
        assert opened.complete(query, len(query)) == built.complete(query, len(query))


@settings(max_examples=25, deadline=None)
@given(corpora(), corpora(), st.sampled_from(QUERIES))
def test_after_an_edit_no_answer_comes_from_the_index_of_before(
    before: Corpus, after: Corpus, query: str
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def search(corpus: Corpus, digest: str) -> CorpusSearch:
            return CorpusSearch(corpus, kept=lambda: IndexFile(folder, loaded(corpus, digest)))

        fresh = list(build(after).search(query).ids)
        search(before, "before").build()
        assert list(search(after, "after").build().search(query).ids) == fresh
        again = search(after, "after")
        again.read()
        found = again.search(query)
        assert isinstance(found, Result)
        assert list(found.ids) == fresh


def small() -> Corpus:
    deal = Deal("d", "Amazon invests", payer="q0", announced=Edtf.parse("2024"))
    return Corpus(
        {"q0": Party("q0", "Amazon")}, {"x": Article("x", "f.txt")}, {"d": deal},
        {"x": ArticleText("the cloud", digest="one")},
    )  # fmt: skip


def test_an_index_of_other_texts_or_of_other_code_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = small()
    IndexFile(tmp_path, loaded(corpus)).keep(sections_of(corpus))
    other = Corpus(
        corpus.parties, corpus.articles, corpus.records, {"x": ArticleText("", digest="t")}
    )
    assert IndexFile(tmp_path, loaded(corpus)).read() is not None
    assert IndexFile(tmp_path, loaded(other)).read() is None
    assert IndexFile(tmp_path, loaded(corpus, "another file")).read() is None
    monkeypatch.setattr(index_file, "code_fingerprint", lambda *_: "other code")
    assert IndexFile(tmp_path, loaded(corpus)).read() is None
    assert code_fingerprint.code_fingerprint("search") != "other code"


def test_a_damaged_index_is_never_believed_never_fatal_and_made_again(tmp_path: Path) -> None:
    corpus = small()
    file = IndexFile(tmp_path, loaded(corpus))
    file.keep(sections_of(corpus))
    (path,) = tmp_path.rglob(INDEX_FILE)
    whole = path.read_bytes()
    for data in damages(whole, 400, seed=4):
        path.write_bytes(data)
        assert file.read() is None
    assert damaged_corpora(tmp_path) == [path.parent]
    assert CorpusSearch(corpus, kept=lambda: file).build().search("amazn").total == 1
    assert path.read_bytes() == whole
    assert damaged_corpora(tmp_path) == []


def after_an_edit(corpus: Corpus) -> tuple[Corpus, Edit]:
    """A corpus with one more deal, and what became another."""
    deal = Deal("e", "Anthropic lends", payee="q0")
    now = Corpus(corpus.parties, corpus.articles, {**corpus.records, "e": deal}, corpus.texts)
    return now, Edit(corpus, "one", Touched(records=frozenset("e")))


def test_after_an_edit_the_index_of_before_is_used_and_so_it_is_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = small()
    IndexFile(tmp_path, loaded(corpus)).keep(sections_of(corpus))
    now, edit = after_an_edit(corpus)
    monkeypatch.setattr(engine, "sections_of", lambda *_: pytest.fail("the index is built anew"))

    def file() -> IndexFile:
        return IndexFile(tmp_path, loaded(now, "two"))

    for search in (CorpusSearch(now, kept=file, edit=edit), CorpusSearch(now, kept=file)):
        assert list(search.build().search("lends").newest_first()) == ["e"]
        assert set(search.build().search("").newest_first()) == {"d", "e"}
    assert damaged_corpora(tmp_path) == []


def test_edits_that_are_damaged_or_of_another_index_are_not_believed(tmp_path: Path) -> None:
    corpus = small()
    now, edit = after_an_edit(corpus)
    IndexFile(tmp_path, loaded(corpus)).keep(sections_of(corpus))
    file = IndexFile(tmp_path, loaded(now, "two"))
    CorpusSearch(now, kept=lambda: file, edit=edit).build()
    (path,) = tmp_path.rglob(EDITS_FILE)
    whole = path.read_bytes()
    for data in damages(whole, 200, seed=5):
        path.write_bytes(data)
        assert file.read_edited() is None
    assert damaged_corpora(tmp_path) == [path.parent]
    path.write_bytes(whole)
    assert file.read_edited() is not None
    IndexFile(tmp_path, loaded(corpus, "another file")).keep(sections_of(corpus))
    assert file.read_edited() is None
    assert CorpusSearch(now, kept=lambda: file).build().search("lends").total == 1


def test_an_index_over_which_much_was_edited_is_built_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = small()
    now, edit = after_an_edit(corpus)
    monkeypatch.setattr(corpus_search, "_MERGED_FROM", 1)
    search = CorpusSearch(now, kept=lambda: IndexFile(tmp_path, loaded(now)), edit=edit,
                          earlier=build(corpus))  # fmt: skip
    assert search.build().edits is not None
    search.merge(UNATTENDED)
    assert search.build().edits is None
    assert list(search.build().search("lends").newest_first()) == ["e"]
    assert IndexFile(tmp_path, loaded(now)).read() is not None
    monkeypatch.setattr(edits, "MOST", 0)
    search = CorpusSearch(now, edit=edit, earlier=build(corpus))
    assert search.build().edits is None


def test_an_index_that_is_open_answers_on_though_its_file_goes_or_is_replaced(
    tmp_path: Path,
) -> None:
    corpus = small()
    file = IndexFile(tmp_path, loaded(corpus))
    CorpusSearch(corpus, kept=lambda: file).build()
    opened = CorpusSearch(corpus, kept=lambda: file).build()
    (path,) = tmp_path.rglob(INDEX_FILE)
    IndexFile(tmp_path, loaded(Corpus(), "other")).keep(sections_of(Corpus()))
    assert list(opened.search("cloud").newest_first()) == []
    path.unlink()
    assert list(opened.search("amazn").newest_first()) == ["d"]


def test_an_index_that_was_kept_just_now_takes_no_memory_of_its_own(tmp_path: Path) -> None:
    corpus = small()
    index = CorpusSearch(corpus, kept=lambda: IndexFile(tmp_path, loaded(corpus))).build()
    assert {type(section.obj) for section in index.sections.values()} == {mmap}
    assert list(index.search("amazn").newest_first()) == ["d"]


def test_the_index_goes_with_the_corpus_that_was_opened_longest_ago(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus_cache, "MAX_CORPORA", 3)
    for number in range(6):
        one = loaded(small(), folder=tmp_path / str(number))
        IndexFile(tmp_path, one).keep(sections_of(one.corpus))
    assert len(list(tmp_path.rglob(INDEX_FILE))) == 3
    assert len(corpus_cache.kept_corpora(tmp_path)) == 3


def test_an_index_that_cannot_be_written_is_no_fault() -> None:
    corpus, nowhere = small(), IndexFile(Path("/dev/null"), loaded(small()))
    search = CorpusSearch(corpus, kept=lambda: nowhere)
    assert search.build().search("amazn").total == 1
    assert search.build().search("date:2024").ids[0] == 0
