"""What was known on a day: never more than the articles of that day say."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.load import load
from tui.model.corpus import Corpus
from tui.model.dates import Edtf
from tui.model.quantities import Quantity
from tui.model.records import Article, Deal, Evidence, Total, Tranche, all_evidence, record_amount
from tui.proof.verify.as_of import known

SHIPPED = load(Path(__file__).parents[2] / "data" / "deals.yaml").corpus
DAYS = st.dates(date(2023, 1, 1), date(2026, 1, 1))
EARLY, LATE, ALWAYS = date(2023, 6, 1), date(2024, 6, 1), date(2100, 1, 1)


def corpus(*evidence: Evidence, more: tuple[Any, ...] = (), **fields: Any) -> Corpus:
    deal = Deal("deal", "A deal", evidence=evidence, **fields)
    return Corpus(
        {},
        {
            "early": Article("early", "e.txt", published=Edtf.parse("2023-05")),
            "late": Article("late", "l.txt", published=Edtf.parse("2024-05")),
        },
        {"deal": deal, **{record.id: record for record in more}},
    )


def deal_of(made: Corpus, until: date) -> Deal:
    deal = known(made, until).records["deal"]
    assert isinstance(deal, Deal)
    return deal


def told(article: str, *fields: str, **more: Any) -> Evidence:
    return Evidence(fields or ("amount",), article, "some words", **more)


FOUR, FIVE = Quantity.parse("4 bn USD"), Quantity.parse("5 bn USD")


@given(DAYS, DAYS)
def test_who_steps_back_twice_knows_what_was_known_on_the_earlier_day(a: date, b: date) -> None:
    earlier, later = sorted((a, b))
    assert known(known(SHIPPED, later), earlier) == known(SHIPPED, earlier)


@given(DAYS, DAYS)
def test_nothing_once_known_is_forgotten(a: date, b: date) -> None:
    earlier, later = (known(SHIPPED, day) for day in sorted((a, b)))
    assert set(earlier.articles) <= set(later.articles)
    assert set(earlier.records) <= set(later.records)
    for name, record in earlier.records.items():
        assert set(all_evidence(record)) <= set(all_evidence(later.records[name]))


@given(DAYS)
def test_only_articles_of_the_day_speak(day: date) -> None:
    then = known(SHIPPED, day)
    for record in then.records.values():
        for _, evidence in all_evidence(record):
            published = then.articles[evidence.article].published
            assert published is not None
            assert published.latest is not None
            assert published.latest <= day


def test_when_all_articles_are_out_all_is_known() -> None:
    assert known(SHIPPED, ALWAYS) == SHIPPED


def test_the_story_of_amazon_and_anthropic_unfolds_with_its_articles() -> None:
    def story(until: date) -> dict[str, Any]:
        records = known(SHIPPED, until).records
        deal = records.get("amazon-anthropic-2023")
        parts = [str(part.amount) for part in deal.tranches] if isinstance(deal, Deal) else []
        amounts = {
            name: str(record_amount(records[name])) if name in records else None
            for name in ("amazon-anthropic-2023", "amazon-anthropic-2025",
                         "amazon-anthropic-2025-sofar")
        }  # fmt: skip
        return {"parts": parts, **amounts}

    assert story(date(2023, 8, 31))["amazon-anthropic-2023"] is None
    # The first article prints millions for milliards: no sum that is trusted was known.
    assert story(date(2023, 9, 30))["amazon-anthropic-2023"] == "None"
    assert story(date(2023, 10, 31)) == {
        "amazon-anthropic-2023": "up to 4 bn USD",
        "parts": ["1.25 bn USD"],
        "amazon-anthropic-2025": None,
        "amazon-anthropic-2025-sofar": None,
    }
    assert story(date(2024, 4, 30))["parts"] == ["1.25 bn USD", "2.75 bn USD"]
    late = story(date(2025, 7, 31))
    assert late["amazon-anthropic-2025"] == "several bn USD"
    assert late["amazon-anthropic-2025-sofar"] == "8 bn USD"


def test_a_source_that_gave_another_value_is_believed_until_a_later_one_speaks() -> None:
    made = corpus(told("early", says=FOUR), told("late"), amount=FIVE)
    assert deal_of(made, EARLY).amount == FOUR
    assert deal_of(made, LATE).amount == FIVE


def test_a_preferred_statement_goes_before_a_newer_one() -> None:
    made = corpus(
        told("early", says=FOUR, rank="preferred"), told("late", says=FIVE), told("later"),
        amount=Quantity.parse("6 bn USD"),
    )  # fmt: skip
    later = Article("later", "x.txt", published=Edtf.parse("2025"))
    made = msgspec.structs.replace(made, articles={**made.articles, "later": later})
    assert deal_of(made, LATE).amount == FOUR


def test_a_status_that_a_later_article_reports_was_not_known_before() -> None:
    made = corpus(
        told("early", "payer"), told("late", "status", "instrument"), told("late"),
        payer="amazon", status="paid", instrument="debt", amount=FIVE,
    )  # fmt: skip
    before = deal_of(made, EARLY)
    assert (before.payer, before.status, before.instrument, before.amount) == (
        "amazon", "announced", "other", None,
    )  # fmt: skip
    assert deal_of(made, LATE).status == "paid"


def test_tranches_step_back_field_by_field() -> None:
    part = Tranche(
        "a", amount=FIVE, status="paid",
        evidence=(told("early", says=FOUR), told("late"), told("late", "status")),
    )  # fmt: skip
    made = corpus(told("early", "payer"), payer="amazon", tranches=(part,))
    (before,) = deal_of(made, EARLY).tranches
    assert (before.amount, before.status) == (FOUR, None)


def test_a_total_loses_the_members_that_nobody_knew() -> None:
    total = Total("total", "A total", amount=FIVE, members=("deal", "deal.a", "deal.b"),
                  evidence=(told("early"),))  # fmt: skip
    parts = (Tranche("a", evidence=(told("early"),)), Tranche("b", evidence=(told("late"),)))
    made = corpus(told("late"), more=(total,), tranches=parts)
    before = known(made, EARLY).records["total"]
    assert isinstance(before, Total)
    assert before.members == ("deal", "deal.a")
