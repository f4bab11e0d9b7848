"""Every check finds its defect, at its place, and nothing where all is well."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from tui.corpus.edit.splice import replace_scalars
from tui.corpus.load import load
from tui.model.corpus import ArticleText, Corpus
from tui.model.dates import Edtf
from tui.model.quantities import Quantity
from tui.model.records import Article, Deal, Dismissal, Evidence, Party, Total, Tranche
from tui.model.task import CancelledError, Task
from tui.proof.audit.registry import CHECKS, audit
from tui.proof.audit.repair import REPAIRABLE, repair
from tui.proof.results.proof_store import ProofStore

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model.problems import Problem

TEXT = (
    "Amazon va investir jusqu'à 4 milliards de dollars dans Anthropic en septembre 2023.\n"
    "Google investit 2 milliards de dollars. Plus tard, Google a investi 2 milliards de dollars.\n"
    "Le projet Rainier, gigantesque data center basé dans l'Indiana, consomme 2 gigawatts.\n"
    "OpenAI s'engage à dépenser 1,4 billion de dollars.\n"
    "Microsoft n'a jamais versé 7 milliards de dollars à Mistral."
)
CEILING = "jusqu'à 4 milliards de dollars"


def quote(words: str, *fields: str, **more: Any) -> Evidence:
    return Evidence(fields or ("amount",), "one", words, line=40, column=9, **more)


@dataclass
class Made:
    """A corpus of one sound deal, to be spoilt."""

    fields: dict[str, Any] = field(default_factory=dict)
    article: dict[str, Any] = field(default_factory=dict)
    total: dict[str, Any] | None = None
    parties: tuple[str, ...] = ("amazon",)

    def corpus(self) -> Corpus:
        sound: dict[str, Any] = {
            "payer": "amazon",
            "amount": Quantity.parse("up to 4 bn USD"),
            "announced": Edtf.parse("2023-09"),
            "evidence": (
                quote(CEILING),
                quote("Amazon va investir", "payer"),
                quote("septembre 2023", "announced"),
            ),
            "line": 30,
            "column": 5,
        }
        deal = Deal("deal", "A deal", **{**sound, **self.fields})
        records: dict[str, Any] = {"deal": deal}
        if self.total is not None:
            records["total"] = Total("total", "A total", line=60, column=5, **self.total)
        article: dict[str, Any] = {
            "published": Edtf.parse("2023-10"),
            "language": "fr",
            "line": 9,
            "column": 3,
        }
        confirmed = (Dismissal("1,4 billion de dollars", "not of this corpus"),)
        article = {"not_a_deal": confirmed, **article, **self.article}
        return Corpus(
            {name: Party(name, name.title(), line=4) for name in self.parties},
            {"one": Article("one", "one.txt", **article)},
            records,
            {"one": ArticleText(TEXT, digest="x")},
        )


def evidence(*more: Evidence) -> dict[str, Any]:
    proofs = (quote(CEILING), quote("Amazon va investir", "payer"))
    return {"evidence": (*proofs, quote("septembre 2023", "announced"), *more)}


USD = Quantity.parse
SPOILT: dict[str, Made] = {
    "quote-changed": Made(evidence(quote("Google investit 3 milliards de dollars"))),
    "quote-missing": Made(evidence(quote("Microsoft achète des terrains en Norvège"))),
    "quote-ambiguous": Made(evidence(quote("2 milliards de dollars", stance="mentions"))),
    "quote-moved": Made(
        evidence(
            quote(
                "Le projet Rainier, un gigantesque data center basé dans l'Indiana, consomme "
                "2 gigawatts",
                stance="mentions",
            )
        )
    ),
    "value-contradicted": Made({"amount": USD("5 bn USD")}),
    "sources-disagree": Made(
        evidence(quote("Google a investi 2 milliards", stance="disputes", says=USD("5 bn USD")))
    ),
    "statement-unproved": Made(
        evidence(
            quote(
                "Plus tard",
                stance="disputes",
                says=USD("2 bn USD"),
                rank="deprecated",
                because="a slip",
            )
        )
    ),
    "value-unclear": Made(
        {"amount": USD("7 bn USD"), "evidence": (quote("7 milliards de dollars"),)}
    ),
    "support-doubtful": Made(evidence(quote("Plus tard, Google a investi 2 milliards"))),
    "evidence-silent": Made(
        {"due": Edtf.parse("2024"), **evidence(quote("Amazon va investir", "due"))}
    ),
    "member-apart": Made(
        total={"payer": "google", "amount": USD("4 bn USD"), "members": ("deal",)}
    ),
    "says-the-same": Made(evidence(quote(CEILING, says=USD("up to 4 bn USD")))),
    "field-unsourced": Made({"due": Edtf.parse("2024")}),
    "derived-wrong": Made(evidence(quote(CEILING, derived="amount + nothing"))),
    "date-ahead-of-source": Made({"announced": Edtf.parse("2024-01")}),
    "deprecated-without-reason": Made(
        evidence(quote(CEILING, stance="disputes", says=USD("1 M USD"), rank="deprecated"))
    ),
    "evidence-twice": Made(evidence(quote(CEILING))),
    "context-needless": Made(evidence(quote("Plus tard", prefix="dollars.", stance="mentions"))),
    "quote-too-long": Made(evidence(quote(TEXT * 2, stance="mentions"))),
    "dismissal-missing": Made(article={"not_a_deal": (Dismissal("9 vaches", "x", line=12),)}),
    "long-scale": Made(article={"not_a_deal": ()}),
    "figure-open": Made(article={"not_a_deal": ()}),
    "party-unused": Made(parties=("amazon", "google")),
    "member-counted-twice": Made(
        {"tranches": (Tranche("a", amount=USD("1 bn USD")),)},
        total={"amount": USD("4 bn USD"), "members": ("deal", "deal.a")},
    ),
    "tranches-exceed-deal": Made(
        {"tranches": (Tranche("a", amount=USD("3 bn USD")), Tranche("b", amount=USD("2 bn USD")))}
    ),
    "same-deal-differs": Made({"same_as": "deal"}),
    "total-differs": Made(total={"amount": USD("9 bn USD"), "members": ("deal",)}),
    "total-open": Made(total={"amount": USD("4 bn USD"), "members": ("deal",)}),
}


def found(made: Corpus, **options: Any) -> list[Problem]:
    return audit(ProofStore(made), **options)


def test_a_sound_corpus_has_nothing_to_find() -> None:
    assert found(Made().corpus()) == []


@pytest.mark.parametrize("name", SPOILT)
def test_each_check_finds_its_defect_and_says_where(name: str) -> None:
    problems = [one for one in found(SPOILT[name].corpus(), coverage=True) if one.code == name]
    assert problems, name
    for problem in problems:
        assert problem.line > 0
        assert problem.severity == CHECKS[name].severity
        assert problem.message
        assert problem.hint


def test_an_article_that_nothing_quotes_is_told() -> None:
    made = Made().corpus()
    more = {**made.articles, "two": Article("two", "two.txt", line=14, column=3)}
    texts = {**made.texts, "two": ArticleText("Rien.", digest="y")}
    made = msgspec.structs.replace(made, articles=more, texts=texts)
    assert [(one.code, one.article, one.line) for one in found(made)] == [
        ("article-unused", "two", 14)
    ]


def test_a_text_that_is_not_the_one_that_was_taken_in_is_told() -> None:
    made = Made().corpus()
    (name,) = made.articles
    assert found(made, select=["text-changed"]) == []
    article = msgspec.structs.replace(made.articles[name], sha256="0" * 64)
    made = msgspec.structs.replace(made, articles={name: article})
    assert [one.article for one in found(made, select=["text-changed"])] == [name]


def test_every_check_is_tried_here() -> None:
    assert set(CHECKS) == set(SPOILT) | {"article-unused", "text-changed"}


def test_findings_of_a_quote_stand_at_its_evidence_those_of_a_record_at_the_record() -> None:
    changed = found(SPOILT["quote-changed"].corpus(), select=["quote-changed"])
    assert [(one.line, one.column, one.record, one.field) for one in changed] == [
        (40, 9, "deal", "amount")
    ]
    unsourced = found(SPOILT["field-unsourced"].corpus(), select=["field-unsourced"])
    assert [(one.line, one.column, one.field) for one in unsourced] == [(30, 5, "due")]


def test_figures_that_nobody_recorded_are_listed_only_when_asked_for() -> None:
    made = Made().corpus()
    assert found(made, coverage=True)
    assert {one.code for one in found(made, coverage=True)} == {"figure-open"}
    assert found(made, select=["figure-open"])


def test_progress_runs_from_nothing_to_all() -> None:
    steps: list[tuple[str, int, int]] = []
    found(Made().corpus(), coverage=True, task=Task(on_progress=lambda *step: steps.append(step)))
    assert steps == [
        ("proving", 0, 1), ("proving", 1, 1), ("reading figures", 0, 1), ("reading figures", 1, 1),
    ]  # fmt: skip


def test_an_audit_stops_when_it_is_told_to() -> None:
    with pytest.raises(CancelledError):
        found(Made().corpus(), task=Task(is_cancelled=lambda: True))


CORPUS = """\
version: 1
articles_dir: articles
articles:
  one: {file: one.txt, language: fr, published: 2023-10}
deals:
  - id: deal   # stays
    title: A deal
    amount: 2 bn USD
    evidence:
      - {for: amount, article: one, quote: "2 milliards de dollars"}
      - {for: amount, article: one,   # as does this
         quote: "Le projet Rainier, un gigantesque data center basé dans l'Indiana, consomme \
2 gigawatts", stance: mentions}
      - {for: amount, article: one, quote: "Plus tard", suffix: ", Google", stance: mentions}
"""


def test_a_repair_spliced_into_the_file_leaves_nothing_to_repair(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text(TEXT, "utf-8")
    path = tmp_path / "deals.yaml"
    source = CORPUS
    codes = {"quote-ambiguous", "quote-moved", "context-needless"}
    path.write_text(source, "utf-8")
    repaired = set()
    for _ in codes:
        proofs = ProofStore(load(path).corpus)
        problem = audit(proofs, select=codes)[0]
        mended = repair(proofs, problem)
        assert mended is not None
        repaired.add(problem.code)
        source = replace_scalars(source, mended.line, mended.column, mended.values).after_text
        path.write_text(source, "utf-8")
    assert repaired == codes
    assert audit(ProofStore(load(path).corpus), select=codes) == []
    assert "# stays" in source
    assert "# as does this" in source


@pytest.mark.parametrize("name", [*SPOILT])
def test_only_the_place_of_a_quote_is_repaired_never_what_it_says(name: str) -> None:
    proofs = ProofStore(SPOILT[name].corpus())
    for problem in audit(proofs, coverage=True):
        if problem.code not in REPAIRABLE:
            assert repair(proofs, problem) is None
