"""What holds whatever is asked: what is added to a query narrows what it finds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.corpus import ArticleText, Corpus
from tui.model.dates import Edtf
from tui.model.quantities import Quantity
from tui.model.records import Article, Deal, Evidence, Party
from tui.search.engine import Index, build
from tui.search.query.edit import toggle_filter

TEXTS = (
    "4", "mi", "m", "4 millions", "4 milliards", "2,4 milliards", "4000000", "1 250 000", "1",
    "250", "000", "Microsoft", "micron", "1.25 million", "M&S", "ms", "marks", "s", "30 GW",
    "gigawatts", "30", "aujourd'hui", "2023 500", "bn",
)  # fmt: skip
WORDS = (
    "4", "m", "mi", "4 m", "4 mi", "4m", "$4 mi", "'4 mi", "4 milliards", "1 250 000", "1 250 m",
    "1 250mi", "1 250", "2,4 mil", "M&S", "m & s", "ms", "mirco", "'m", "30 GW", "30 gigawatt",
    "2023 500", "Re:", "aujourdhui", "4 b", "2 t", "-4", "-4 mi",
)  # fmt: skip
OPEN = (
    "|", "(", ")", "-", '"', "'", "-(", "payer:", "foo:bar", "status:", "kind:deal", "amount:1..",
    "amount:>", "‘", "“", "",
)  # fmt: skip
RESTRICTIONS = (
    "status:announced", "payer:q0", "has:amount", "date:2024", "-m", "amount:>1bn", "kind:deal",
    'article:"x0"', "-payee:q1", "known:..2020", "year:2023..2024", "-status:paid,",
)  # fmt: skip
text = st.lists(st.sampled_from(TEXTS), min_size=1, max_size=4).map(" ".join)
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


@st.composite
def corpora(draw: st.DrawFn) -> Index:
    parties = {
        f"q{at}": Party(f"q{at}", name) for at, name in enumerate(("Marks & Spencer", "MI 4"))
    }
    articles = {f"x{at}": Article(f"x{at}", "f", language=draw(st.sampled_from(["fr", "en"])))
                for at in range(2)}  # fmt: skip
    records = {}
    for at in range(draw(st.integers(1, 6))):
        cited = draw(st.lists(st.sampled_from(["x0", "x1"]), max_size=1))
        amount = draw(st.sampled_from(["", "4 bn USD", "4 M EUR", "1250000 GBP", "30 GW"]))
        records[f"r{at}"] = Deal(
            f"r{at}", draw(text), payer=draw(st.sampled_from(["", "q0", "q1"])),
            payee=draw(st.sampled_from(["", "q0", "q1"])), note=draw(st.sampled_from(["", "4 mi"])),
            announced=draw(st.sampled_from([None, Edtf.parse("2023"), Edtf.parse("2024-05")])),
            amount=Quantity.parse(amount) if amount else None,
            evidence=tuple(Evidence(("amount",), article, draw(text)) for article in cited),
        )  # fmt: skip
    return build(
        Corpus(parties, articles, records, {key: ArticleText(draw(text)) for key in articles})
    )


def found(index: Index, query: str) -> set[int]:
    return set(index.search(query).ids)


@settings(max_examples=150)
@given(corpora(), words, st.sampled_from(RESTRICTIONS))
def test_a_filter_narrows_and_finishes_no_word(index: Index, query: str, restriction: str) -> None:
    narrowed = found(index, f"{query} {restriction}")
    assert narrowed == found(index, query) & found(index, restriction)
    assert narrowed == found(index, f"{restriction} {query}")


@settings(max_examples=60)
@given(corpora(), words, st.sampled_from(["amount", "-date", "title"]))
def test_an_order_changes_nothing_of_what_is_found(index: Index, query: str, sort: str) -> None:
    assert found(index, f"{query} sort:{sort}") == found(index, query)


@settings(max_examples=60)
@given(corpora(), words, st.sampled_from(["title", "quotes", "articles", "amount,notes"]))
def test_looking_in_one_part_finds_no_more_unless_something_is_excluded(
    index: Index, query: str, part: str
) -> None:
    if "-" not in query:
        assert found(index, f"{query} in:{part}") <= found(index, query)


@settings(max_examples=50)
@given(corpora(), words)
def test_several_parts_are_looked_in_together(index: Index, query: str) -> None:
    together = found(index, f"in:quotes {query} in:title")
    assert together == found(index, f"{query} in:title,quotes")


@settings(max_examples=150)
@given(corpora(), words, st.sampled_from(["zebra", "micron", "-ms", "'marks", '"mi"']))
def test_a_word_behind_a_figure_narrows_even_where_its_scale_was_unfinished(
    index: Index, query: str, word: str
) -> None:
    assert found(index, f"{query} {word}") <= found(index, query)


@settings(max_examples=200)
@given(
    corpora(),
    st.lists(st.sampled_from((*WORDS, *OPEN)), max_size=5).map(" ".join),
    st.sampled_from([("payer", "q0"), ("status", "announced"), ("year", "2023")]),
)
def test_a_chosen_value_narrows_the_whole_query_whatever_is_open_at_its_end(
    index: Index, query: str, chosen: tuple[str, str]
) -> None:
    field, value = chosen
    narrowed = found(index, toggle_filter(query, field, value))
    # A bracket with nothing in it means nothing, and goes.
    meant = query.rstrip(" |(")
    assert narrowed <= found(index, meant) & found(index, f"{field}:{value}")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("rainier |", "rainier payer:openai"), ("rainier | |", "rainier payer:openai"),
        ("payer:", "payer:openai"), ("a -payer: ", "a payer:openai"),
        ("a | Payer:", "a payer:openai"), ("x | (a b", "x | (a b) payer:openai"),
        ("-(a |", "-(a) payer:openai"), ('-(a "b |', '-(a "b |") payer:openai'),
        ("a (b | (c", "a (b | (c)) payer:openai"), ("«a", '«a" payer:openai'),
        ("date: ", "date: payer:openai"), ("a | (", "a payer:openai"),
    ],
)  # fmt: skip
def test_what_is_open_is_closed_before_a_filter_is_added(query: str, expected: str) -> None:
    assert toggle_filter(query, "payer", "openai") == expected
