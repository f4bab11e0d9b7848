"""The page of a party: everything that the corpus says about it, and nothing else."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.flows.party_page import find_party, party_page
from tui.flows.spark import Point, spark
from tui.model.corpus import ArticleText, Corpus
from tui.model.dates import Edtf
from tui.model.proofs import FieldProof, RecordProof
from tui.model.quantities import Quantity
from tui.model.records import Article, Deal, Evidence, Fact, Party, Record, Total


def fact(name: str, kind: str, value: str, date: str | None, holder: str = "") -> Fact:
    when = Edtf.parse(date) if date else None
    return Fact(name, "", kind, "anthropic", holder, Quantity.parse(value), when)  # type: ignore[arg-type] # a kind


RECORDS: list[Record] = [
    Deal(
        "in",
        "",
        "amazon",
        "anthropic",
        instrument="equity",
        status="paid",
        amount=Quantity.parse("4 bn USD"),
        evidence=(Evidence(("amount",), "one", "4 bn"),),
    ),
    Deal("out", "", "anthropic", "amazon", instrument="cloud-commitment", status="committed"),
    Deal("both", "", parties=("anthropic", "google"), instrument="partnership"),
    Deal("other", "", "amazon", "mistral", status="paid", amount=Quantity.parse("1 bn EUR")),
    Total("total", "", payee="anthropic", amount=Quantity.parse("7 bn USD")),
    fact("later", "valuation", "61.5 bn USD", "2025-03"),
    fact("undated", "valuation", "1 bn USD", None),
    fact("earlier", "valuation", "18 bn USD", "2024"),
    fact("stake", "stake", "less than 1/3", "2025-07", "amazon"),
]
CORPUS = Corpus(
    parties={
        "amazon": Party("amazon", "Amazon", ("AWS", "Amazon Web Services")),
        "anthropic": Party("anthropic", "Anthropic", note="Makes Claude."),
        "societe": Party("societe", "Société Générale"),
        "sam": Party("sam", "Sam Bankman-Fried"),
        "samsung": Party("samsung", "Samsung"),
    },
    articles={name: Article(name, f"{name}.txt") for name in ("one", "two", "three")},
    records={record.id: record for record in RECORDS},
    texts={
        "one": ArticleText("Nothing by name."),
        "two": ArticleText("AWS is Amazon Web\nServices; an amazone is not. AMAZON’s, Amazon."),
        "three": ArticleText("Mistral alone."),
    },
)


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("anthropic", "anthropic"),
        ("  ANTHROPIC ", "anthropic"),
        ("aws", "amazon"),
        ("societe generale", "societe"),
        ("ant", "anthropic"),
        ("sam", "sam"),
        ("samsu", "samsung"),
        ("sa", None),
        ("", None),
        ("claude", None),
    ],
)
def test_a_party_is_found_by_id_name_alias_or_a_start_that_only_it_has(
    name: str, party: str | None
) -> None:
    assert find_party(name, CORPUS) == party


def test_money_in_and_out_stands_by_kind() -> None:
    page = party_page("anthropic", CORPUS)
    assert page.flows.incoming["USD"]["paid"].low == 4 * 10**9
    assert page.flows.outgoing[""]["committed"].uncounted == 1
    assert [trip.investor for trip in page.flows.trips] == ["amazon"]


def test_counterparties_with_money_come_before_those_without() -> None:
    page = party_page("anthropic", CORPUS)
    assert [(other.party, other.records) for other in page.counterparties] == [
        ("amazon", ("in", "out", "stake")),
        ("google", ("both",)),
    ]
    google = page.counterparties[1]
    assert (google.pays, google.is_paid) == (None, None)


def test_figures_stand_in_the_order_of_time_and_undated_ones_last() -> None:
    page = party_page("anthropic", CORPUS)
    assert [
        (series.kind, series.holder, [point.record_id for point in series.points])
        for series in page.series
    ] == [("valuation", "", ["earlier", "later", "undated"]), ("stake", "amazon", ["stake"])]


def test_the_holder_of_a_stake_sees_it_on_its_own_page() -> None:
    (stake,) = party_page("amazon", CORPUS).series
    assert (stake.kind, stake.party, stake.holder) == ("stake", "anthropic", "amazon")


def test_articles_stand_in_the_order_of_their_publication_and_undated_ones_last() -> None:
    days = {"one": None, "two": "2025", "three": "2023-05"}
    articles = {
        name: Article(name, f"{name}.txt", published=Edtf.parse(day) if day else None)
        for name, day in days.items()
    }
    texts = dict.fromkeys(articles, ArticleText("Anthropic."))
    corpus = msgspec.structs.replace(CORPUS, articles=articles, texts=texts)
    page = party_page("anthropic", corpus)
    assert [count.article for count in page.articles] == ["three", "two", "one"]


def test_articles_count_whole_names_once_in_any_case() -> None:
    page = party_page("amazon", CORPUS)
    assert [(count.article, count.times, count.records) for count in page.articles] == [
        ("one", 0, ("in",)),
        ("two", 4, ()),
    ]


def test_disputed_and_unsourced_fields_are_listed_when_proofs_are_known() -> None:
    proofs = {
        "in": RecordProof(
            "in",
            "contradicted",
            (
                FieldProof("amount", "disputed", (), "one source says 4 M"),
                FieldProof("payer", "contradicted"),
                FieldProof("status", "unsourced"),
                FieldProof("payee", "proved"),
            ),
        )
    }
    page = party_page(
        "anthropic", CORPUS, lambda record: proofs.get(record, RecordProof(record, "proved"))
    )
    assert page.checked
    assert [(note.path, note.detail) for note in page.disputed] == [
        ("amount", "one source says 4 M"),
        ("payer", ""),
    ]
    assert [note.path for note in page.unsourced] == ["status"]
    assert not party_page("anthropic", CORPUS).checked


def test_a_party_that_the_corpus_does_not_list_still_has_a_page() -> None:
    page = party_page("google", CORPUS)
    assert (page.name, page.records) == ("google", ("both",))
    assert party_page("nobody", CORPUS).records == ()


def points(*figures: tuple[str, str]) -> list[Point]:
    return [Point(Edtf.parse(date), Quantity.parse(value), "r") for date, value in figures]


def test_a_plot_places_points_in_time_and_draws_nothing_between() -> None:
    plot = spark(points(("2023-01-01", "4 USD"), ("2023-12-31", "8 USD")), 12)
    assert plot == "▄          █"


def test_a_single_point_has_no_height() -> None:
    assert spark(points(("2025-03", "61.5 bn USD")), 5) == "•    "
    assert spark(points(("2025", "1 USD"), ("2025", "9 USD")), 3) == "•  "


def test_what_cannot_be_drawn_is_not() -> None:
    assert spark([], 10) == ""
    assert spark(points(("2025", "undisclosed")), 10) == ""
    assert spark([Point(None, Quantity.parse("1 USD"), "r")], 10) == ""
    mixed = points(("2023", "1 USD"), ("2024", "5 EUR"), ("2025", "2 USD"))
    assert spark(mixed, 3) == "▄ █"


def test_zero_and_losses_stand_on_the_ground() -> None:
    assert spark(points(("2023", "0 USD"), ("2024", "5 USD")), 2) == "_█"
    loss = Quantity("USD", value=Decimal(-5))
    assert spark([*points(("2024", "5 USD")), Point(Edtf.parse("2023"), loss, "r")], 2) == "_█"


dates = st.dates().map(lambda day: Edtf.parse(day.isoformat()))
sizes = st.decimals(-(10**13), 10**13, places=2).map(lambda n: Quantity("USD", value=n))


@given(st.lists(st.builds(Point, dates, sizes, st.just("r")), min_size=1), st.integers(1, 80))
def test_a_plot_is_as_wide_as_asked_and_shows_the_highest(series: list[Point], width: int) -> None:
    plot = spark(series, width)
    assert len(plot) == width
    assert set(plot) <= set(" _▁▂▃▄▅▆▇█•")
    days = {point.date for point in series}
    level = {point.quantity.magnitude for point in series} == {Decimal(0)}
    if len(days) > 1 and not level and max(p.quantity.magnitude or 0 for p in series) > 0:
        assert "█" in plot
