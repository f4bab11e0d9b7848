"""Corpora, and what is asked of them, for indexes that must answer as one that is built anew."""

from __future__ import annotations

from hypothesis import strategies as st

from tui.model.corpus import ArticleText, Corpus
from tui.model.dates import Edtf
from tui.model.quantities import Quantity
from tui.model.records import Article, Deal, Evidence, Fact, Party, Record, Total, Tranche

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
        status=draw(st.sampled_from([None, "paid", "announced"])),
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
        {name: ArticleText(draw(text), digest=draw(st.sampled_from("ab"))) for name in told},
    )
