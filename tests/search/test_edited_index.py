"""An index answers after edits to the last id as one that is built anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from searched_corpora import QUERIES, SORTS, articles, corpora, parties, records, text

from tui.model.corpus import ArticleText, Corpus, Touched
from tui.search.engine import Index, build, edits_since
from tui.search.overlay.edits import Edits

if TYPE_CHECKING:
    from tui.search.engine import Result


@st.composite
def edited(draw: st.DrawFn, corpus: Corpus) -> tuple[Corpus, Touched]:
    """The corpus after a change of some entries, with their ids."""
    made = draw(st.sets(st.sampled_from([f"r{number}" for number in range(10)]), max_size=3))
    named = draw(st.sets(st.sampled_from([f"q{number}" for number in range(5)]), max_size=1))
    told = draw(st.sets(st.sampled_from(["x0", "x1", "x2"]), max_size=1))
    new_records, new_parties = dict(corpus.records), dict(corpus.parties)
    new_articles, new_texts = dict(corpus.articles), dict(corpus.texts)
    for name in sorted(made):
        new_records.pop(name, None)
        if draw(st.integers(0, 3)):
            new_records[name] = draw(records(name))
    for name in sorted(named):
        new_parties.pop(name, None)
        if draw(st.integers(0, 3)):
            new_parties[name] = draw(parties(name))
    for name in sorted(told):
        new_texts.pop(name, None)
        if draw(st.integers(0, 3)):
            if draw(st.booleans()):
                new_articles.pop(name, None)
                new_articles[name] = draw(articles(name))
            new_articles.setdefault(name, draw(articles(name)))
            new_texts[name] = ArticleText(draw(text))
        else:
            new_articles.pop(name, None)
    touched = Touched(frozenset(named), frozenset(told), frozenset(made))
    return Corpus(new_parties, new_articles, new_records, new_texts), touched


def answer(result: Result) -> dict[str, object]:
    """All that a result says, with ids for rows."""
    hits = [result.hit(at) for at in range(result.total)]
    return {
        "order": [result.record_id(at) for at in range(result.total)],
        "newest first": list(result.newest_first()),
        "listed": [result.index.records[row].id for row in result.ids],
        "hits": hits,
        "places": [result.position(hit.record_id) for hit in hits],
        "facets": result.index.facets(result),
        "problems": result.problems,
        "total": result.total,
    }


def kept(index: Index) -> Index:
    """The index as it is opened from a file: its edits were written and read."""
    edits = msgspec.msgpack.decode(msgspec.msgpack.encode(index.edits), type=Edits | None)
    return Index(index.corpus, index.sections, index.locale, edits)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_after_edits_an_index_answers_to_the_last_id_as_one_that_is_built_anew(
    data: st.DataObject,
) -> None:
    corpus = data.draw(corpora())
    index = build(corpus)
    for _ in range(data.draw(st.integers(1, 3))):
        before = corpus
        corpus, touched = data.draw(edited(before))
        edits = edits_since(index.sections, index.edits, before, corpus, touched)
        assert edits is not None
        index = Index(corpus, index.sections, edits=edits)
    fresh = build(corpus)
    state = st.sampled_from(["proved", "missing"])
    states = {record: data.draw(state) for record in corpus.records}
    layered, fresh = kept(index).with_proofs(states), fresh.with_proofs(states)
    for query in data.draw(st.lists(st.sampled_from(QUERIES), min_size=1, max_size=12)):
        sort = data.draw(st.sampled_from(SORTS))
        assert answer(layered.search(query, sort=sort)) == answer(fresh.search(query, sort=sort))
        assert layered.complete(query, len(query)) == fresh.complete(query, len(query))
        assert layered.articles(query) == fresh.articles(query)
    for record in corpus.records:
        row = layered.row_of(record)
        assert row is not None
        assert layered.records[row] is corpus.records[record]
    assert layered.matcher.dictionary.words == fresh.matcher.dictionary.words
    assert layered.matcher.dictionary.compounds == fresh.matcher.dictionary.compounds
