"""An index answers after edits to the last id as one that is built anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.corpus import ArticleText, Corpus, Touched
from tui.model.dates import Edtf
from tui.model.quantities import Quantity
from tui.model.records import Article, Deal, Evidence, Fact, Party, Record, Total, Tranche
from tui.search.engine import Index, build, edits_since
from tui.search.overlay.edits import Edits

if TYPE_CHECKING:
    from tui.search.engine import Result

NAMES = (
    "Amazon Web Services", "Anthropic", "Goldman Sachs & Co.", "Moody's", "Crédit Agricole", "AWS",
    "Open AI", "Mistral", "O.S.K. Lines",
)  # fmt: skip
TEXTS = (
    "Amazon invests", "4 milliards de dollars", "the cloud of Anthropic", "aujourd'hui", "a note",
    "Goldman Sachs lends 2.5 bn", "crédit", "an investment", "investissement", "30 GW", "openai",
    "open", "mistrals", "deep mind", "deepmind", "$5m", "cloud computing",
)  # fmt: skip
QUERIES = (
    "", "amazn", "anth", "goldmansachs", "gs", "credit agricol", "4 milliards", '"the cloud"',
    "payer:moodys", "party:amazon", "amount:>1bn", "amount:1bn..5bn", "date:2024", "tag:big",
    "invest | cloud", "-note", "article:x0", "known:..2023", "in:articles cloud", "kind:fact",
    "investissemnt", "aujourdhui", "sort:title", "a sort:-amount", "status:paid cloud", "30 gw",
    "openai", "open ai", "opnai", "deepmind", "deep mind", "mistra", "a", "an inv",
    "cloudcomputing", "5 million", "4bn", "M&S", "tag:clud", "payee:open", "payer:credt",
    "publisher:monde", "o.s.k.",
    "has:evidence", "language:fr", "-cloud", "party:q1,q2", "year:2023", "investment note", "clo",
    "anthropics", "goldmna sahcs", "lends", "osk", "linse", "article:cloud", "amount:30gw",
)  # fmt: skip
SORTS = (None, "-amount", "amount", "date", "-date", "title", "-title", "payer", "payee", "status",
         "-status", "kind", "proof")  # fmt: skip
text = st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3).map(" ".join)
party = st.sampled_from(["", "q0", "q1", "q2", "q3", "q4", "nobody"])
amounts = st.sampled_from(
    ["", "4 bn USD", "2.5-3 M EUR", "about 10 GBP", "30 GW", "5 M EUR", "1 USD"]
)
dates = st.sampled_from([None, "2023", "2024-05", "2024-05-03", "2023/2024", "2022-01-01"])


@st.composite
def records(draw: st.DrawFn, name: str) -> Record:
    amount, when = draw(amounts), draw(dates)
    evidence = tuple(
        Evidence(("amount",), article, draw(text))
        for article in draw(st.lists(st.sampled_from(["x0", "x1", "x2", "gone"]), max_size=2))
    )
    quantity, dated = Quantity.parse(amount) if amount else None, Edtf.parse(when) if when else None
    kind = draw(st.integers(0, 4))
    if kind == 0:
        return Fact(name, draw(text), "valuation", party=draw(party), value=quantity, date=dated,
                    evidence=evidence)  # fmt: skip
    if kind == 1:
        return Total(name, draw(text), payer=draw(party), period=dated, amount=quantity)
    tranches = (Tranche("t", draw(text), Quantity.parse("2 bn USD")),) if kind == 2 else ()
    return Deal(
        name, draw(text), payer=draw(party), payee=draw(party), announced=dated, amount=quantity,
        tranches=tranches, note=draw(st.sampled_from(["", "a note"])), evidence=evidence,
        status=draw(st.sampled_from(["paid", "announced"])),
        tags=draw(st.sampled_from([(), ("big",), ("Big", "cloud"), ("rare",)])),
    )  # fmt: skip


@st.composite
def parties(draw: st.DrawFn, name: str) -> Party:
    aliases = draw(st.lists(st.sampled_from(NAMES), max_size=1))
    return Party(name, draw(st.sampled_from(NAMES)), tuple(aliases))


@st.composite
def articles(draw: st.DrawFn, name: str) -> Article:
    return Article(
        name, "f.txt", title=draw(text), publisher=draw(st.sampled_from(["", "Le Monde", "Times"])),
        published=Edtf.parse(draw(st.sampled_from(["2022", "2023"]))),
        language=draw(st.sampled_from(["fr", "en"])),
    )  # fmt: skip


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    made = [f"r{number}" for number in range(draw(st.integers(0, 8)))]
    named = [f"q{number}" for number in range(draw(st.integers(2, 5)))]
    told = [f"x{number}" for number in range(draw(st.integers(1, 3)))]
    return Corpus(
        {name: draw(parties(name)) for name in named},
        {name: draw(articles(name)) for name in told},
        {name: draw(records(name)) for name in made},
        {name: ArticleText(draw(text)) for name in told},
    )


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
