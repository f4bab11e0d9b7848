"""Flows and parties taken along: plain text for a log, a picture that explains itself."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.corpus.load import load
from tui.export.svg.flows_layout import WidthScale, layout_unit
from tui.export.svg.flows_svg import flows_svg
from tui.export.text.columns import fold, table
from tui.export.text.flows_text import flows_text
from tui.export.text.party_text import party_text
from tui.flows.cycles import search_cycles
from tui.flows.edges import edges
from tui.flows.matrix import matrix
from tui.flows.trips import round_trips
from tui.flows.words import COLUMN_NAMES
from tui.model.corpus import Corpus
from tui.model.format import EN, FR, ISO, Locale
from tui.model.proofs import FieldProof, RecordProof
from tui.model.quantities import Quantity
from tui.model.records import Article, Deal, Evidence, Party, Record
from tui.model.widths import cells, cut, cut_parts, fill, shares

SVG = "{http://www.w3.org/2000/svg}"
ROOT = Path(__file__).resolve().parents[2]
HOSTILE = "\x1b]52;c;aGk=\x07<script>&amp;\u202e\ufffe[bold]\ud800\n]]>"


@pytest.fixture(scope="module")
def shipped() -> Corpus:
    return load(ROOT / "data" / "deals.yaml").corpus


def text_of(corpus: Corpus, width: int = 100, locale: Locale = EN) -> str:
    return flows_text(corpus, corpus.records.values(), width=width, locale=locale)


def hostile_corpus() -> Corpus:
    amount = Quantity.parse("1 bn USD")
    evidence = (Evidence(("amount",), HOSTILE, HOSTILE),)
    records: list[Record] = [
        Deal(HOSTILE, HOSTILE, HOSTILE, "b", amount=amount, evidence=evidence),
        Deal("back", HOSTILE, "b", HOSTILE, instrument="compute-credit", amount=amount),
    ]
    return Corpus(
        {HOSTILE: Party(HOSTILE, HOSTILE, (HOSTILE,), HOSTILE), "b": Party("b", HOSTILE * 9)},
        {HOSTILE: Article(HOSTILE, "x", HOSTILE, HOSTILE)},
        {record.id: record for record in records},
    )


def test_the_circular_deals_of_the_articles_come_out(shipped: Corpus) -> None:
    flows = edges(shipped.records.values(), shipped)
    trips = round_trips(flows, shipped)
    assert {(trip.investor, trip.spender) for trip in trips} == {
        ("amazon", "anthropic"),
        ("google", "anthropic"),
        ("microsoft", "anthropic"),
    }
    by_investor = {trip.investor: trip for trip in trips}
    amazon, microsoft = by_investor["amazon"].ratio, by_investor["microsoft"].ratio
    assert amazon is not None
    assert amazon.exact == 1
    assert microsoft is not None
    assert (microsoft.low, microsoft.high) == (6, None)
    assert ("amazon", "anthropic", "microsoft", "openai") in [
        c.parties for c in search_cycles(flows).cycles
    ]


def test_amazon_and_anthropic_read_rightly_in_the_table(shipped: Corpus) -> None:
    (row,) = re.findall(r"^Amazon → Anthropic {2,}.*$", text_of(shipped), re.MULTILINE)
    assert re.split(r" {2,}", row)[1:] == [
        "$1.25 bn", "$2.75 bn", "–", "up to $4 bn", "1 deal, no sum",
    ]  # fmt: skip


@pytest.mark.parametrize("locale", [EN, FR, ISO])
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_every_flow_is_listed_at_every_width(shipped: Corpus, width: int, locale: Locale) -> None:
    output = text_of(shipped, width, locale)
    assert all(cells(line) <= width for line in output.splitlines())
    whole = matrix(edges(shipped.records.values(), shipped))
    joined = " ".join(output.split())
    for payer, payee in whole.cells:
        start = f"{shipped.party_name(payer)} → "[:20]
        assert start in joined, (payer, payee)
    assert "Bn" not in output
    for trip in round_trips(edges(shipped.records.values(), shipped), shipped):
        for deal in (*trip.out.deals, *trip.back.deals):
            assert deal in output


@pytest.mark.parametrize("width", range(60, 120, 7))
def test_no_end_of_a_line_parts_a_figure_from_its_unit(shipped: Corpus, width: int) -> None:
    for line in text_of(shipped, width, EN).splitlines():
        assert not line.strip().startswith(("bn", "×")), line


def test_a_trip_shows_how_far_its_deals_are_proved(shipped: Corpus) -> None:
    output = flows_text(
        shipped, shipped.records.values(), width=100, locale=EN, proof_state=lambda _: "disputed"
    )
    assert "[anthropic-amazon-cloud-2024, disputed]" in output


def test_a_corpus_without_flows_says_so() -> None:
    assert text_of(Corpus()) == "No deal here names who pays or who is paid.\n"
    assert "No deal here" in flows_svg(Corpus(), [])


def test_the_page_of_a_party_has_all_its_parts(shipped: Corpus) -> None:
    def proof(record: str) -> RecordProof:
        return RecordProof(record, "disputed", (FieldProof("amount", "disputed", (), "4 M"),))

    output = party_text("anthropic", shipped, proof, width=80, locale=EN)
    for part in (
        "also: Anthropics",
        "Money in",
        "Money out",
        "Round trips: 3",
        "Mar 2025: $61.5 bn",
        "stake of Amazon in Anthropic",
        "Articles: 5",
        "Sources disagree on:",
        "No source for: nothing",
    ):
        assert part in output
    assert all(cells(line) <= 80 for line in output.splitlines())
    assert "Sources disagree" not in party_text("anthropic", shipped, None)


def test_a_party_without_flows_has_a_page(shipped: Corpus) -> None:
    output = party_text("mistral", shipped, None, width=60, locale=FR)
    assert "Money in: none told" in output
    assert "environ 400 M€" in output


def test_nothing_hostile_reaches_a_text_or_a_picture() -> None:
    corpus = hostile_corpus()
    for output in (
        text_of(corpus),
        text_of(corpus, 40),
        party_text(HOSTILE, corpus, None),
        flows_svg(corpus, corpus.records.values(), title=HOSTILE),
    ):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ud800]", output)
    picture = flows_svg(corpus, corpus.records.values(), title=HOSTILE)
    assert "<script" not in picture
    assert "\ufffe" not in picture, "XML forbids it"
    ET.fromstring(picture)


@pytest.mark.parametrize("light", [True, False])
def test_the_picture_is_whole_and_refers_to_nothing_outside(shipped: Corpus, light: bool) -> None:
    picture = flows_svg(shipped, shipped.records.values(), title="Money & models", light=light)
    root = ET.fromstring(picture)
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text == "Money & models"
    assert description is not None
    assert "Anthropic → Microsoft: committed $30 bn" in (description.text or "")
    assert "(at least 6 ×)" in (description.text or "")
    assert root.get("role") == "img"
    urls = set(re.findall(r"url\(([^)]*)\)|href=\"([^\"]*)", picture))
    assert urls <= {("#committed", ""), ("#announced", ""), ("#ceiling", "")}
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")


def test_every_flow_is_drawn_with_its_words_and_every_trip_with_its_number(
    shipped: Corpus,
) -> None:
    root = ET.fromstring(flows_svg(shipped, shipped.records.values()))
    bands = [element.text for element in root.iter(f"{SVG}title")]
    assert "Amazon → Anthropic: rumoured 1 deal, no sum" in bands
    whole = matrix(edges(shipped.records.values(), shipped))
    drawn = sum(len(columns) for cell in whole.cells.values() for columns in cell.sums.values())
    assert len(bands) == drawn + 1
    words = [element.text or "" for element in root.iter(f"{SVG}text")]
    for word in (*COLUMN_NAMES.values(), "Money that comes back", "Sources"):
        assert word in words
    assert words.count("2") >= 2
    assert any("Reuters" in word for word in words)


def test_everything_drawn_lies_inside_the_picture(shipped: Corpus) -> None:
    root = ET.fromstring(flows_svg(shipped, shipped.records.values(), locale=ISO))
    wide, high = float(root.get("width", 0)), float(root.get("height", 0))
    for element in root.iter(f"{SVG}text"):
        assert 0 <= float(element.get("x", -1)) <= wide
        assert 0 <= float(element.get("y", -1)) <= high


def test_what_is_too_much_to_draw_is_counted() -> None:
    records = [
        Deal(f"d{at}", "", f"p{at}", "b", amount=Quantity.parse(f"{at + 1} M USD"))
        for at in range(200)
    ]
    picture = flows_svg(Corpus(), records)
    assert "… and 140 smaller flows" in picture
    assert "p199" in picture
    assert ">p0<" not in picture


any_deals = st.lists(
    st.builds(
        Deal,
        id=st.uuids().map(str),
        title=st.text(max_size=5),
        payer=st.sampled_from(["a", "b", "c", ""]),
        payee=st.sampled_from(["a", "b", "c", ""]),
        instrument=st.sampled_from(["equity", "compute-credit", "other"]),
        status=st.sampled_from(["rumoured", "announced", "committed", "paid"]),
        amount=st.none()
        | st.sampled_from(
            ["1 bn USD", "up to 3 bn EUR", "0 USD", "several bn USD", "more than 1/3 USD"]
        ).map(Quantity.parse),
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(any_deals, st.sampled_from([EN, FR, ISO]), st.integers(30, 120))
def test_any_deals_can_be_listed_and_drawn(deals: list[Deal], locale: Locale, width: int) -> None:
    corpus = Corpus({name: Party(name, name.upper()) for name in "abc"})
    ET.fromstring(flows_svg(corpus, deals, locale=locale))
    assert flows_text(corpus, deals, width=width, locale=locale)


@given(any_deals)
def test_bands_of_one_party_never_lie_on_each_other(deals: list[Deal]) -> None:
    whole = matrix(edges(deals, Corpus()))
    for unit in whole.units:
        layout = layout_unit(whole, unit, 0, 100)
        for left in (True, False):
            ends = sorted(((s.left if left else s.right), s.width) for s in layout.bands)
            for (y, width), (below, its) in pairwise(ends):
                assert below - y >= (width + its) / 2 - 0.001
        assert all(node.bottom <= layout.bottom for node in (*layout.payers, *layout.payees))


def test_the_shorter_side_of_a_picture_is_spread_over_the_height_of_the_other() -> None:
    one_to_many = [("a", f"b{at}") for at in range(12)]
    for pairs in (one_to_many, [(payee, payer) for payer, payee in one_to_many]):
        deals = [
            Deal(f"d{at}", "D", *pair, amount=Quantity.parse("5 M USD"), status="paid")
            for at, pair in enumerate(pairs)
        ]
        layout = layout_unit(matrix(edges(deals, Corpus())), "USD", 100.0, 60)
        sides = [(side[0].top + side[-1].bottom) / 2 for side in (layout.payers, layout.payees)]
        assert abs(sides[0] - sides[1]) < 1


@given(st.lists(st.integers(1, 10**15), min_size=3, max_size=3).map(sorted))
def test_more_money_is_never_drawn_narrower(sizes: list[int]) -> None:
    least, middle, most = map(Decimal, sizes)
    scale = WidthScale(least, most)
    assert scale.width(least) <= scale.width(middle) <= scale.width(most)


wide_text = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=30)


@given(wide_text, st.integers(1, 30), st.booleans())
def test_columns_are_exactly_as_wide_as_asked(text: str, width: int, right: bool) -> None:
    assert cells(cut(text, width)) <= width
    assert cells(fill(text, width, right=right)) == width


@given(st.lists(wide_text, min_size=1, max_size=4), st.integers(1, 60))
def test_parts_of_a_line_are_cut_alike_and_only_where_they_have_no_room(
    parts: list[str], width: int
) -> None:
    output, whole = cut_parts(parts, " → ", width), " → ".join(parts)
    assert cells(output) <= width
    assert output == whole or cells(whole) > width


@given(st.lists(st.integers(0, 40).map(float), min_size=1, max_size=6), st.integers(0, 100))
def test_nobody_gets_less_of_a_room_than_he_needs_while_another_has_more(
    sizes: list[float], room: int
) -> None:
    got = shares(sizes, room)
    assert sum(got) <= room + 1e-6
    for own, size in zip(got, sizes, strict=True):
        assert own <= size
        assert own == size or own >= max(got) - 1e-6


def test_both_ends_of_a_flow_between_long_names_are_readable() -> None:
    names = {"a": "A consortium with a very long name", "b": "Another one that is as long"}
    corpus = Corpus(parties={key: Party(key, name) for key, name in names.items()})
    deals = [Deal("d", "D", "a", "b", amount=Quantity.parse("5 M USD"), status="paid")]
    line = next(line for line in flows_text(corpus, deals, width=80).splitlines() if "→" in line)
    assert "A conso" in line.partition("→")[0]
    assert "Another" in line.partition("→")[2]


@given(st.text(alphabet="ab 日\u202f", max_size=60), st.integers(4, 20))
def test_folding_keeps_every_word_in_order(text: str, width: int) -> None:
    output = [word for line in fold(text, width) for word in line.split(" ") if word]
    assert output == [word for word in text.split(" ") if word]


def test_a_table_gives_up_room_in_its_first_column_only() -> None:
    lines = table([["a very long name indeed", "$1 bn"], ["b", "$10 bn"]], 18)
    assert lines == ["a very lo…   $1 bn", "b           $10 bn"]
