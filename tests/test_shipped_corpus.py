"""The shipped corpus says what the five articles say: every figure, each with its quote."""

from __future__ import annotations

import hashlib
import re
import textwrap
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from tui.corpus.load import Loaded, load
from tui.model.dates import Edtf
from tui.model.quantities import Quantity
from tui.model.records import (
    Deal,
    Dismissal,
    Evidence,
    Fact,
    Total,
    all_evidence,
    field_rows,
    record_amount,
    record_date,
)
from tui.proof.extract import find_mentions
from tui.proof.quotes.locate import Locator
from tui.proof.verify.prover import Prover

if TYPE_CHECKING:
    from tui.model.proofs import Anchor

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"

HELD = {"proved", "judged"}
"""What a reader of the corpus may rely on: the words say it, or a person read it in them."""
FTX, SYMBIOSIS, MORE, GOOGLE, AZURE = (
    "ftx-creditors-2023-09",
    "symbiosis-2024-03",
    "amazon-more-2025-07",
    "google-2023-10",
    "azure-2025-11",
)

# Read from the articles by a person, in the order of the text, second mentions included.
PRINTED = {
    FTX: [
        "plusieurs millions de dollars",
        "jusqu'à 4 millions de dollars",
        "500 millions de dollars",
    ],
    SYMBIOSIS: [
        "2,75 milliards de dollars",
        "2,5 milliards d'euros",
        "1,25 milliard",
        "4 milliards au total",
        "7,3 milliards de dollars",
        "13 milliards",
        "près de 400 millions d'euros",
        "Vingt fois moins",
        "près de 29 milliards de dollars",
        "Google a investi 2 milliards",
        "2 milliards de dollars chez Google",
        "4 milliards chez Amazon",
    ],
    MORE: [
        "plusieurs milliards de dollars supplémentaires",
        "8 milliards de dollars",
        "un partenariat stratégique à plusieurs milliards",
        "des milliards de dollars",
        "2,2 gigawatts",
        "plus de 3 milliards",
        "61,5 milliards de dollars",
        "dépassant les 4 milliards",
        "moins d'un tiers du capital",
    ],
    GOOGLE: [
        "2 milliards de dollars",
        "500 millions de dollars",
        "1,5 milliard",
        "jusqu'à 4 milliards de dollars",
        "1,25 milliard immédiatement",
        "70% du marché mondial du cloud",
        "80% de sa croissance en France",
        "9 milliards de financements",
        "six opérations de financement",
        "7 milliards de dollars",
        "300 millions de dollars",
        "450 millions de dollars",
        "100 millions de dollars",
        "580 millions de dollars",
        "124 millions de dollars",
    ],
    AZURE: [
        "s'engage à investir 30 milliards de dollars",
        "un engagement de 30 milliards de dollars",
        "jusqu'à 10 milliards de dollars",
        "jusqu'à 5 milliards de dollars",
        "38 milliards de dollars",
        "1,4 billion de dollars",
        "30 gigawatts",
        "25 millions de foyers",
    ],
}

AMOUNTS = {
    "amazon-anthropic-2023": "up to 4 bn USD",
    "anthropic-amazon-cloud-2024": "4 bn USD",
    "amazon-anthropic-2025": "several bn USD",
    "google-anthropic-2023-02": "300 M USD",
    "google-anthropic-2023-10": "2 bn USD",
    "anthropic-google-cloud-2024": "2 bn USD",
    "tallinn-anthropic-2021": "124 M USD",
    "bankman-fried-anthropic-2022": "580 M USD",
    "spark-anthropic-2023": "450 M USD",
    "sk-telecom-anthropic-2023": "100 M USD",
    "nvidia-anthropic-2025": "up to 10 bn USD",
    "microsoft-anthropic-2025": "up to 5 bn USD",
    "anthropic-microsoft-azure-2025": "30 bn USD",
    "microsoft-openai": "13 bn USD",
    "openai-amazon-2025": "38 bn USD",
    "openai-compute-2025": "1.4 tn USD",
    "anthropic-six-operations-2023": "7 bn USD",
    "anthropic-financing-2023": "9 bn USD",
    "anthropic-one-year-2024": "7.3 bn USD",
    "amazon-anthropic-2025-sofar": "8 bn USD",
    "google-anthropic-2025-sofar": "more than 3 bn USD",
    "anthropic-valuation-2025-03": "61.5 bn USD",
    "anthropic-revenue-2025": "more than 4 bn USD",
    "amazon-anthropic-stake-2025": "less than 1/3",
    "google-anthropic-stake-2025": "less than 1/3",
    "ftx-anthropic-stake-2022-11": "500 M USD",
    "rainier-capacity-2025": "2.2 GW",
    "openai-capacity-2025": "30 GW",
    "openai-capacity-homes-2025": "25 M homes",
    "mistral-funding-2024": "about 400 M EUR",
    "mistral-anthropic-ratio-2024": "20 times",
    "us-ai-investment-2023": "about 29 bn USD",
    "three-clouds-share-2023": "70 %",
    "three-clouds-growth-france-2023": "80 %",
}

WITHOUT_A_FIGURE = {
    "amazon-anthropic-chips-2023",
    "amazon-anthropic-cloud-2023",
    "amazon-anthropic-training-2025",
    "amazon-anthropic-products-2025",
    "amazon-anthropic-rainier",
    "amazon-anthropic-exclusive-2025",
    "google-anthropic-cloud-2023",
    "nvidia-clouds-chips-2023",
    "ftx-anthropic-stake-sale",
    "microsoft-nvidia-anthropic-2025",
    "anthropic-microsoft-products-2025",
    "openai-stargate",
    "son-openai-2025",
    "frontier-model-forum-2023",
    "mistral-microsoft",
    "thiel-nvidia-sale-2025",
    "son-nvidia-sale-2025",
}

DATES = {
    "tallinn-anthropic-2021": "2021",
    "bankman-fried-anthropic-2022": "2022-04",
    "ftx-anthropic-stake-2022-11": "2022-11",
    "google-anthropic-2023-02": "2023-02",
    "spark-anthropic-2023": "2023-05",
    "frontier-model-forum-2023": "2023-07",
    "sk-telecom-anthropic-2023": "2023-08",
    "amazon-anthropic-2023": "2023-09",
    "google-anthropic-2023-10": "2023-10",
    "anthropic-valuation-2025-03": "2025-03",
    "amazon-anthropic-2025": "2025-07",
    "thiel-nvidia-sale-2025": "2025-Q3",
    "son-nvidia-sale-2025": "2025-Q3",
    "nvidia-anthropic-2025": "2025-11-18",
    "microsoft-anthropic-2025": "2025-11-18",
    "anthropic-microsoft-azure-2025": "2025-11-18",
}


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(ROOT / "data" / "deals.yaml")


@pytest.fixture(scope="module")
def covered(loaded: Loaded) -> dict[str, list[tuple[int, int]]]:
    """The spans of every article that a quote of a record covers."""
    spans: dict[str, list[tuple[int, int]]] = {article: [] for article in loaded.corpus.articles}
    for _, evidence in _evidence(loaded):
        anchor = _locate(loaded, evidence.article, evidence)
        if anchor.state == "exact":
            spans[evidence.article].append((anchor.start, anchor.end))
    return spans


def _evidence(loaded: Loaded) -> list[tuple[str, Evidence]]:
    return [
        (record.id, evidence)
        for record in loaded.corpus.records.values()
        for _, evidence in all_evidence(record)
    ]


def _locate(loaded: Loaded, article: str, wanted: Evidence | Dismissal) -> Anchor:
    locator = Locator(loaded.corpus.texts[article].text)
    return locator.locate(wanted.quote, wanted.prefix, wanted.suffix)


def _plain(text: str) -> str:
    """Spaces and apostrophes made plain, one character for one, independently of the product."""
    assert unicodedata.is_normalized("NFC", text)
    return re.sub("[\u00a0\u202f]", " ", text).replace("’", "'")


def test_the_articles_are_those_that_were_received_byte_for_byte() -> None:
    sums = {}
    for line in (SEEDS / "SHA256SUMS").read_text("ascii").splitlines():
        digest, name = line.split("  ", 1)
        sums[name] = digest
    stored = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in SEEDS.glob("*.txt")
    }
    assert len(stored) == 5
    assert stored == sums


def test_the_corpus_loads_without_a_problem(loaded: Loaded) -> None:
    assert list(loaded.problems) == []
    assert set(loaded.corpus.articles) == set(loaded.corpus.texts) == set(PRINTED)


def test_every_quote_stands_word_for_word_in_its_article(loaded: Loaded) -> None:
    faults = []
    for record, evidence in _evidence(loaded):
        anchor = _locate(loaded, evidence.article, evidence)
        text = loaded.corpus.texts[evidence.article].text
        if anchor.state != "exact" or text[anchor.start : anchor.end] != evidence.quote:
            faults.append((record, evidence.quote, anchor))
    assert faults == []


@pytest.mark.parametrize("article", PRINTED)
def test_every_figure_that_a_person_reads_in_an_article_is_quoted_by_a_record(
    article: str, loaded: Loaded, covered: dict[str, list[tuple[int, int]]]
) -> None:
    text = _plain(loaded.corpus.texts[article].text)
    for words in PRINTED[article]:
        places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}", text)]
        assert places, words
        for start in places:
            end = start + len(words)
            assert any(low <= start and end <= high for low, high in covered[article]), words


@pytest.mark.parametrize("article", PRINTED)
def test_the_figures_read_by_a_person_are_all_that_the_article_prints(
    article: str, loaded: Loaded
) -> None:
    text = _plain(loaded.corpus.texts[article].text)
    for words in PRINTED[article]:
        text = text.replace(words, " " * len(words))
    left = re.findall(
        r"[^.]{,20}(?:mill(?:ion|iard)|\bbillion|\btiers\b|%|watt|[€$])[^.]{,20}", text
    )
    assert [line for line in left if "milliardaire" not in line and "du milliard" not in line] == []


def test_no_figure_found_in_an_article_is_left_without_a_record_or_a_reason(
    loaded: Loaded, covered: dict[str, list[tuple[int, int]]]
) -> None:
    corpus = loaded.corpus
    left = []
    for name, article in corpus.articles.items():
        spans = list(covered[name])
        for dismissal in article.not_a_deal:
            anchor = _locate(loaded, name, dismissal)
            assert anchor.state == "exact", dismissal.quote
            spans.append((anchor.start, anchor.end))
        found = find_mentions(
            corpus.texts[name].text, language=article.language, published=article.published
        )
        figures = [mention for mention in found if mention.kind != "date"]
        assert len(figures) >= 3, name
        left += [
            (name, mention.text)
            for mention in figures
            if not any(low <= mention.start and mention.end <= high for low, high in spans)
        ]
    assert left == []


def test_every_amount_is_what_the_articles_say(loaded: Loaded) -> None:
    amounts = {
        record.id: record_amount(record)
        for record in loaded.corpus.records.values()
        if record_amount(record) is not None
    }
    assert amounts == {name: Quantity.parse(words) for name, words in AMOUNTS.items()}


def test_deals_told_without_a_figure_are_records_too(loaded: Loaded) -> None:
    silent = {
        record.id for record in loaded.corpus.records.values() if record_amount(record) is None
    }
    assert silent == WITHOUT_A_FIGURE


def test_dates_are_as_precise_as_the_text_and_no_more(loaded: Loaded) -> None:
    records = loaded.corpus.records
    assert {name: record_date(records[name]) for name in DATES} == {
        name: Edtf.parse(words) for name, words in DATES.items()
    }


def test_the_french_billion_is_a_million_millions(loaded: Loaded) -> None:
    amount = record_amount(loaded.corpus.records["openai-compute-2025"])
    assert amount is not None
    assert amount.value == 1_400_000_000_000


def test_amazons_four_billions_come_in_two_tranches_known_from_two_articles(
    loaded: Loaded,
) -> None:
    deal = loaded.corpus.records["amazon-anthropic-2023"]
    assert isinstance(deal, Deal)
    assert [(str(part.amount), part.status, str(part.date)) for part in deal.tranches] == [
        ("1.25 bn USD", "paid", "2023-09"),
        ("2.75 bn USD", "committed", "2024-03-27"),
    ]
    assert str(deal.due) == "../2024-Q1"
    assert {item.article for item in deal.evidence} == {FTX, SYMBIOSIS, GOOGLE}


def test_googles_two_billions_come_in_two_tranches(loaded: Loaded) -> None:
    deal = loaded.corpus.records["google-anthropic-2023-10"]
    assert isinstance(deal, Deal)
    assert [(str(part.amount), part.status) for part in deal.tranches] == [
        ("500 M USD", "paid"),
        ("1.5 bn USD", "announced"),
    ]


def test_millions_printed_for_milliards_stay_as_disputed_and_deprecated_statements(
    loaded: Loaded,
) -> None:
    disputed = [
        (str(item.says), item.rank)
        for item in loaded.corpus.records["amazon-anthropic-2023"].evidence
        if item.stance == "disputes" and item.article == FTX
    ]
    assert disputed == [("up to 4 M USD", "deprecated"), ("several M USD", "deprecated")]


def test_the_same_sum_in_euros_is_a_mention_in_its_own_currency(loaded: Loaded) -> None:
    deal = loaded.corpus.records["amazon-anthropic-2023"]
    assert isinstance(deal, Deal)
    (euros,) = [
        item
        for part in deal.tranches
        for item in part.evidence
        if isinstance(item.says, Quantity) and item.says.unit == "EUR"
    ]
    assert (str(euros.says), euros.stance) == ("2.5 bn EUR", "mentions")


def test_a_statement_that_departs_from_the_record_gives_its_reason(loaded: Loaded) -> None:
    for record, evidence in _evidence(loaded):
        if evidence.rank == "deprecated" or evidence.stance == "disputes" or evidence.says:
            assert evidence.because, (record, evidence.quote)


def test_the_stated_totals_do_not_follow_from_the_operations_named(loaded: Loaded) -> None:
    records = loaded.corpus.records
    named = {}
    for name in (
        "anthropic-six-operations-2023",
        "anthropic-one-year-2024",
        "anthropic-financing-2023",
    ):
        total = records[name]
        assert isinstance(total, Total)
        amounts = [record_amount(records[member]) for member in total.members]
        assert all(amount and amount.unit == "USD" for amount in amounts)
        named[name] = sum(amount.magnitude or 0 for amount in amounts if amount)
        assert total.amount is not None
        assert total.amount.value != named[name]
    assert named == {
        "anthropic-six-operations-2023": 6_850_000_000,
        "anthropic-one-year-2024": 6_550_000_000,
        "anthropic-financing-2023": 7_554_000_000,
    }


def test_a_heading_that_says_more_than_its_paragraph_is_shown_as_disputed(loaded: Loaded) -> None:
    heading = loaded.corpus.records["anthropic-financing-2023"]
    assert [
        (item.quote, str(item.says)) for item in heading.evidence if item.stance == "disputes"
    ] == [("un total de 7 milliards de dollars", "7 bn USD")]


def test_amazon_and_google_each_hold_less_than_a_third(loaded: Loaded) -> None:
    for holder in ("amazon", "google"):
        stake = loaded.corpus.records[f"{holder}-anthropic-stake-2025"]
        assert isinstance(stake, Fact)
        assert (stake.holder, stake.party, stake.kind) == (holder, "anthropic", "stake")
        assert stake.value is not None
        assert stake.value.exclusive_maximum is not None


def test_every_field_that_a_record_states_has_a_quote(loaded: Loaded) -> None:
    bare = [
        (record.id, row.path)
        for record in loaded.corpus.records.values()
        for row in field_rows(record)
        if not row.evidence and row.path != "members"
    ]
    assert bare == []


def test_every_record_is_proved_but_the_heading_that_its_paragraph_disputes(
    loaded: Loaded,
) -> None:
    prover = Prover(loaded.corpus)
    states = {record: prover.record(record).state for record in loaded.corpus.records}
    assert states.pop("anthropic-financing-2023") == "disputed"
    unproved = {record: state for record, state in states.items() if state not in HELD}
    assert unproved == {}


def _wrapped(text: str) -> str:
    """A text as a mail program breaks it, at 72 columns."""
    return "\n".join(
        textwrap.fill(line, 72, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )


def test_lines_broken_at_72_columns_prove_what_whole_lines_prove(loaded: Loaded) -> None:
    texts = {
        name: msgspec.structs.replace(text, text=_wrapped(text.text))
        for name, text in loaded.corpus.texts.items()
    }
    broken = msgspec.structs.replace(loaded.corpus, texts=texts)
    whole, again = Prover(loaded.corpus), Prover(broken)
    for record in loaded.corpus.records:
        before = [(field.path, field.state) for field in whole.record(record).fields]
        assert [(field.path, field.state) for field in again.record(record).fields] == before


def test_no_supporting_quote_contradicts_its_record(loaded: Loaded) -> None:
    prover = Prover(loaded.corpus)
    for record in loaded.corpus.records:
        for field in prover.record(record).fields:
            for statement in field.statements:
                assert statement.check != "contradicts", (record, field.path, statement)


def test_every_amount_is_read_by_the_program_as_a_person_reads_it(loaded: Loaded) -> None:
    prover = Prover(loaded.corpus)
    silent = [
        (record, field.path, statement.evidence.quote)
        for record in loaded.corpus.records
        for field in prover.record(record).fields
        for statement in field.statements
        if isinstance(statement.value, Quantity) and statement.check != "states"
    ]
    # A heading without a currency states no sum that could be compared; what a stake was worth is
    # not what was paid for it.
    assert silent == [
        (
            "bankman-fried-anthropic-2022",
            "amount",
            "sa part s’élevait à 500 millions de dollars en novembre dernier",
        ),
        (
            "amazon-anthropic-2025-sofar",
            "amount",
            "un partenariat stratégique à plusieurs milliards",
        ),
    ]
