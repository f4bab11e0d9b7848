from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tui.corpus.load import load
from tui.model.corpus import ArticleText, Corpus
from tui.model.dates import Edtf
from tui.model.quantities import Quantity
from tui.model.records import Article, Deal, Dismissal, Evidence, Party, Total, Tranche
from tui.proof.audit.reconciliation import reconcile
from tui.proof.audit.registry import CHECKS, audit
from tui.proof.audit.repair import repair
from tui.proof.results.proof_store import ProofStore
from tui.proof.verify.as_of import known
from tui.proof.verify.disagreements import disagreements

SHIPPED = load(Path(__file__).parents[2] / "data" / "deals.yaml").corpus
TEXT = (
    "Amazon va investir jusqu'à 4 milliards de dollars dans Anthropic, dont 1,25 milliard "
    "immédiatement.\n"
    "Google investit 2 milliards de dollars. Google investit 2 milliards de dollars.\n"
    "Au total 5 milliards de dollars."
)


def corpus(*evidence: Evidence, text: str = TEXT, **fields: Any) -> Corpus:
    """A corpus of one deal and one article."""
    fields = {"payer": "amazon", "amount": Quantity.parse("up to 4 bn USD"), **fields}
    deal = Deal("deal", "A deal", evidence=evidence, **fields)
    return Corpus(
        {"amazon": Party("amazon", "Amazon"), "google": Party("google", "Google")},
        {"one": Article("one", "one.txt", published=Edtf.parse("2023-10"), language="fr")},
        {"deal": deal},
        {"one": ArticleText(text, digest="x")},
    )


def quote(words: str, **more: Any) -> Evidence:
    return msgspec.structs.replace(Evidence(("amount",), "one", words), **more)


def state_of(path: str, made: Corpus) -> str:
    return next(f.state for f in ProofStore(made).record("deal").fields if f.path == path)


@pytest.mark.parametrize(
    ("evidence", "state"),
    [
        ((quote("jusqu'à 4 milliards de dollars"),), "proved"),
        ((quote("jusqu’à 4 milliards de dollars"),), "proved"),
        ((quote("jusqu'à 5 milliards de dollars"),), "changed"),
        ((quote("rien de tel nulle part"),), "missing"),
        ((quote("1,25 milliard"),), "unsourced"),
        ((), "unsourced"),
        ((quote("jusqu'à 4 milliards de dollars", stance="mentions"),), "unsourced"),
        (
            (
                quote("jusqu'à 4 milliards de dollars"),
                quote("5 milliards de dollars", stance="disputes", says=Quantity.parse("5 bn USD")),
            ),
            "disputed",
        ),
        (
            (
                quote("jusqu'à 4 milliards de dollars"),
                quote(
                    "1,25 milliard",
                    stance="disputes",
                    says=Quantity.parse("9 bn USD"),
                    rank="deprecated",
                    because="a test",
                ),
            ),
            "proved",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_field_is_as_far_proved_as_its_quotes(evidence: tuple[Evidence, ...], state: str) -> None:
    assert state_of("amount", corpus(*evidence)) == state


def test_a_contradicted_amount_is_seen() -> None:
    made = corpus(quote("jusqu'à 4 milliards de dollars"), amount=Quantity.parse("6 bn USD"))
    assert state_of("amount", made) == "contradicted"


def test_an_ambiguous_quote_is_repaired_by_its_neighbours() -> None:
    made = corpus(
        msgspec.structs.replace(quote("2 milliards de dollars"), line=7, column=3),
        amount=Quantity.parse("2 bn USD"),
    )
    proofs = ProofStore(made)
    finding = next(one for one in audit(proofs) if one.code == "quote-ambiguous")
    mended = repair(proofs, finding)
    assert mended is not None
    again = quote(mended.values["quote"], prefix=mended.values.get("prefix", ""),
                  suffix=mended.values.get("suffix", ""))  # fmt: skip
    assert ProofStore(made).anchor("one", again).state == "exact"


def test_an_article_that_cannot_be_read_leaves_its_quotes_missing() -> None:
    made = corpus(quote("jusqu'à 4 milliards de dollars"))
    made = msgspec.structs.replace(made, texts={})
    assert state_of("amount", made) == "missing"


def test_every_figure_is_covered_dismissed_or_open() -> None:
    made = corpus(quote("jusqu'à 4 milliards de dollars"))
    article = msgspec.structs.replace(
        made.articles["one"], not_a_deal=(Dismissal("1,25 milliard", "a part"),)
    )
    made = msgspec.structs.replace(made, articles={"one": article})
    coverage = ProofStore(made).coverage("one")
    states = [state for _, state, _ in coverage.mentions]
    assert states == ["covered", "dismissed", "open", "open", "open"]
    assert coverage.words == "1 of 4 figures recorded, 1 dismissed"


def test_a_changed_quote_covers_nothing() -> None:
    made = corpus(quote("jusqu'à 5 milliards de dollars"))
    assert ProofStore(made).coverage("one").count("covered") == 0


@pytest.mark.parametrize(
    ("amounts", "stated", "count", "verdict"),
    [
        (("1 bn USD", "2 bn USD"), "3 bn USD", "2", "equal"),
        (("1 bn USD", "2 bn USD"), "3 bn USD", "3", "count-differs"),
        (("1 bn USD", "1 bn USD"), "3 bn USD", "2", "short"),
        (("2 bn USD", "2 bn USD"), "3 bn USD", "2", "over"),
        (("1 bn USD", "up to 4 bn USD"), "3 bn USD", "2", "open"),
        (("1 bn USD", "1 bn EUR"), "2 bn USD", "2", "incomparable"),
    ],
)
def test_a_total_is_reconciled_with_its_members(
    amounts: tuple[str, ...], stated: str, count: str, verdict: str
) -> None:
    deals = {
        f"d{i}": Deal(f"d{i}", "x", amount=Quantity.parse(amount))
        for i, amount in enumerate(amounts)
    }
    total = Total("t", "x", amount=Quantity.parse(stated), count=Quantity.parse(count),
                  members=tuple(deals))  # fmt: skip
    found = reconcile(total, Corpus(records={**deals, "t": total}))
    assert found.verdict == verdict, found.words


def test_a_tranche_beside_its_deal_is_counted_once_and_reported() -> None:
    deal = Deal("d", "x", amount=Quantity.parse("3 bn USD"),
                tranches=(Tranche("a", amount=Quantity.parse("1 bn USD")),))  # fmt: skip
    total = Total("t", "x", amount=Quantity.parse("3 bn USD"), members=("d", "d.a"))
    made = Corpus(records={"d": deal, "t": total})
    assert reconcile(total, made).verdict == "equal"
    assert any(one.code == "member-counted-twice" for one in audit(ProofStore(made)))


def test_the_shipped_corpus_shows_what_it_is_there_to_show() -> None:
    proofs = ProofStore(SHIPPED)
    found = {
        item.record: item.settled for item in disagreements(map(proofs.record, SHIPPED.records))
    }
    assert found == {"amazon-anthropic-2023": True, "anthropic-financing-2023": False}
    total = SHIPPED.records["anthropic-six-operations-2023"]
    assert isinstance(total, Total)
    assert "5 of 6 operations known" in reconcile(total, SHIPPED).words
    assert all(proofs.coverage(article).count("open") == 0 for article in SHIPPED.articles)
    assert not [one for one in audit(proofs) if one.severity == "error"]


def test_what_was_known_steps_back_to_the_articles_of_the_day() -> None:
    def amazon(until: date) -> Deal:
        deal = known(SHIPPED, until).records["amazon-anthropic-2023"]
        assert isinstance(deal, Deal)
        return deal

    first = amazon(date(2023, 10, 31))
    assert first.amount == Quantity.parse("up to 4 bn USD")
    assert [tranche.id for tranche in first.tranches] == ["first"]
    assert [tranche.id for tranche in amazon(date(2024, 4, 30)).tranches] == ["first", "second"]
    late = known(SHIPPED, date(2025, 7, 31)).records
    assert "amazon-anthropic-2025" in late
    assert "amazon-anthropic-2025" not in known(SHIPPED, date(2024, 12, 31)).records


@pytest.mark.parametrize("earlier", [date(2023, 9, 30), date(2023, 10, 31), date(2024, 4, 30)])
def test_an_earlier_day_never_knows_more(earlier: date) -> None:
    later = known(SHIPPED, date(2025, 7, 31))
    for record_id, record in known(SHIPPED, earlier).records.items():
        assert record_id in later.records
        assert set(record.evidence) <= set(later.records[record_id].evidence)


def test_checks_are_named_and_run_worst_first() -> None:
    order = {"error": 0, "warning": 1, "info": 2}
    severities = [order[one.severity] for one in audit(ProofStore(SHIPPED), coverage=True)]
    assert severities == sorted(severities)
    assert audit(ProofStore(SHIPPED), select=["total-differs"])
    assert not audit(ProofStore(SHIPPED), select=["total-differs"], ignore=["total-differs"])
    assert {"quote-changed", "quote-missing", "figure-open"} <= CHECKS.keys()
