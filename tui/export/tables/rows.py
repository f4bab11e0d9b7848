"""The tables of `dealtui export`: plain dicts with exact numbers, in the order of the corpus.

Keys and their order are an interface: programs that read the exports rely on them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from tui.export.selection import Selection
from tui.model.article_places import address_at, page_at
from tui.model.corpus import Corpus
from tui.model.dates import Edtf
from tui.model.messages import plain_text
from tui.model.proofs import Anchor, FieldProof, RecordProof, Statement
from tui.model.quantities import Quantity
from tui.model.records import (
    Article,
    Deal,
    Evidence,
    Fact,
    Party,
    Record,
    Total,
    all_evidence,
    field_rows,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from decimal import Decimal

    from tui.model.records import Tranche

Row: TypeAlias = dict[str, Any]
"""Keys to texts, exact numbers, booleans, `None`, and lists and dicts of these."""


def deal_rows(selection: Selection) -> Iterator[Row]:
    """One row per deal."""
    corpus = selection.corpus
    for deal in corpus.records.values():
        if isinstance(deal, Deal):
            yield {
                "id": deal.id,
                "title": deal.title,
                "payer": deal.payer or None,
                "payee": deal.payee or None,
                "parties": list(deal.parties),
                "subject": deal.subject or None,
                "same_as": deal.same_as or None,
                "instrument": deal.instrument,
                "status": deal.status,
                "amount": _quantity_row(deal.amount),
                "dates": {
                    "announced": _date_text(deal.announced),
                    "date": _date_text(deal.date),
                    "due": _date_text(deal.due),
                },
                "tranches": [_tranche_row(tranche) for tranche in deal.tranches],
                "articles": _article_files(corpus, deal),
                "tags": list(deal.tags),
                "note": deal.note or None,
                **_place_columns(corpus, deal.line),
                **_proof_columns(selection.proof(deal.id)),
            }


def _place_columns(corpus: Corpus, line: int) -> Row:
    """Where something is written: the line, and the file where that is an included one."""
    place = corpus.place(line)
    return {"line": place.line, "corpus_file": place.name or None}


def total_rows(selection: Selection) -> Iterator[Row]:
    """One row per stated total."""
    corpus = selection.corpus
    for total in corpus.records.values():
        if isinstance(total, Total):
            yield {
                "id": total.id,
                "title": total.title,
                "payer": total.payer or None,
                "payee": total.payee or None,
                "period": _date_text(total.period),
                "status": total.status,
                "count": _quantity_row(total.count),
                "amount": _quantity_row(total.amount),
                "members": list(total.members),
                "articles": _article_files(corpus, total),
                "tags": list(total.tags),
                "note": total.note or None,
                **_place_columns(corpus, total.line),
                **_proof_columns(selection.proof(total.id)),
            }


def fact_rows(selection: Selection) -> Iterator[Row]:
    """One row per fact."""
    corpus = selection.corpus
    for fact in corpus.records.values():
        if isinstance(fact, Fact):
            yield {
                "id": fact.id,
                "title": fact.title,
                "kind": fact.kind,
                "party": fact.party or None,
                "holder": fact.holder or None,
                "value": _quantity_row(fact.value),
                "date": _date_text(fact.date),
                "articles": _article_files(corpus, fact),
                "tags": list(fact.tags),
                "note": fact.note or None,
                **_place_columns(corpus, fact.line),
                **_proof_columns(selection.proof(fact.id)),
            }


def article_rows(selection: Selection) -> Iterator[Row]:
    """One row per article; `encoding` and what follows from the text are null when unread."""
    corpus = selection.corpus
    records: dict[str, dict[str, None]] = {}
    quotes: dict[str, int] = {}
    for record in corpus.records.values():
        for _, evidence in all_evidence(record):
            records.setdefault(evidence.article, {})[record.id] = None
            quotes[evidence.article] = quotes.get(evidence.article, 0) + 1
    for article in corpus.articles.values():
        text = corpus.texts.get(article.id)
        yield {
            "id": article.id,
            "file": article.file,
            "title": article.title or None,
            "publisher": article.publisher or None,
            "published": _date_text(article.published),
            "language": article.language,
            "url": article.url or None,
            "note": article.note or None,
            "encoding": text.encoding if text else None,
            "guessed": text.guessed if text else None,
            "characters": len(text.text) if text else None,
            "sha256": text.digest if text else None,
            "quotes": quotes.get(article.id, 0),
            "records": list(records.get(article.id, ())),
            "not_a_deal": [
                {"quote": item.quote, "because": item.because} for item in article.not_a_deal
            ],
            **_place_columns(corpus, article.line),
            "author": article.author or None,
            "retrieved": _date_text(article.retrieved),
            "original": article.original or None,
            "version_of": article.version_of or None,
        }


def evidence_rows(selection: Selection) -> Iterator[Row]:
    """One row per quote, with the amount that this quote gives, what it proves and its source."""
    corpus = selection.corpus
    for record in corpus.records.values():
        proof = selection.proof(record.id)
        fields = {field.path: field for field in proof.fields}
        recorded_values = {row.path: row.value for row in field_rows(record)}
        for path, evidence in all_evidence(record):
            field = fields[path]
            statement = next(item for item in field.statements if item.evidence == evidence)
            anchored = statement.anchor
            prefix = path.removesuffix(evidence.fields[0])
            article = corpus.articles.get(evidence.article)
            yield {
                "record": record.id,
                "kind": record_kind(record),
                "field": evidence.fields[0],
                "fields": list(evidence.fields),
                "tranche": _tranche_id(prefix),
                "article": article.file if article else evidence.article,
                "quote": evidence.quote,
                "start": anchored.start if anchored.found else None,
                "end": anchored.end if anchored.found else None,
                "anchor": anchored.state,
                "stance": evidence.stance,
                "rank": evidence.rank,
                **_quantity_columns(_quoted_quantity(evidence, prefix, recorded_values)),
                "because": evidence.because or None,
                "derived": evidence.derived or None,
                **_place_columns(corpus, evidence.line),
                "state": field.state,
                "check": statement.check,
                "detail": plain_text(statement.detail) or None,
                "judged": evidence.judged or None,
                "title": record.title,
                **_source_columns(article, corpus, anchored, evidence),
            }


def party_rows(selection: Selection) -> Iterator[Row]:
    """One row per party."""
    for party in selection.corpus.parties.values():
        yield {
            "id": party.id,
            "name": party.name,
            "aliases": list(party.aliases),
            "note": party.note or None,
            **_place_columns(selection.corpus, party.line),
        }


def _proof_columns(proof: RecordProof) -> Row:
    """The worst state of a record and that of each of its fields."""
    states = [{"field": field.path, "state": field.state} for field in proof.fields]
    return {"state": proof.state, "states": states}


def _source_columns(
    article: Article | None, corpus: Corpus, anchored: Anchor, evidence: Evidence
) -> Row:
    """Where a quote was published, and where a reader finds it."""
    if article is None:
        return dict.fromkeys(("headline", "publisher", "author", "published", "url", "page"))
    page = None
    if anchored.found:
        page = page_at(article, corpus.texts.get(article.id), anchored.start)
    return {
        "headline": article.title or None,
        "publisher": article.publisher or None,
        "author": article.author or None,
        "published": _date_text(article.published),
        "url": address_at(article, evidence.quote, evidence.prefix, evidence.suffix) or None,
        "page": page,
    }


def _tranche_id(prefix: str) -> str | None:
    """The id of the tranche in `tranches.ID.`; ids may contain dots themselves."""
    return prefix.removeprefix("tranches.").removesuffix(".") or None


def _quoted_quantity(
    evidence: Evidence, prefix: str, recorded_values: dict[str, Any]
) -> Quantity | None:
    """The amount that a quote gives: what it says, else the recorded one that it supports."""
    if evidence.says is not None:
        return evidence.says if isinstance(evidence.says, Quantity) else None
    # A quote that disputes a value, or only gives operands, does not give the recorded one.
    if evidence.stance != "supports" or evidence.derived:
        return None
    for field in evidence.fields:
        value = recorded_values.get(prefix + field)
        if isinstance(value, Quantity):
            return value
    return None


def record_kind(record: Record) -> str:
    """`deal`, `total` or `fact`."""
    return type(record).__name__.lower()


def _tranche_row(tranche: Tranche) -> Row:
    return {
        "id": tranche.id,
        "title": tranche.title or None,
        "amount": _quantity_row(tranche.amount),
        "status": tranche.status,
        "date": _date_text(tranche.date),
        "note": tranche.note or None,
    }


def _article_files(corpus: Corpus, record: Record) -> list[str]:
    """The files of the articles that a record quotes, in the order of its evidence."""
    files = []
    for _, evidence in all_evidence(record):
        article = corpus.articles.get(evidence.article)
        files.append(article.file if article else evidence.article)
    return list(dict.fromkeys(files))


def _quantity_row(quantity: Quantity | None) -> Row | None:
    return None if quantity is None else _quantity_columns(quantity)


def _quantity_columns(quantity: Quantity | None) -> Row:
    """A quantity spread over one column for each bound, all present even where empty."""
    bounds = quantity or Quantity()
    return {
        "value": _exact_number(bounds.value),
        "min": _exact_number(bounds.minimum),
        "max": _exact_number(bounds.maximum),
        "exclusive_min": _exact_number(bounds.exclusive_minimum),
        "exclusive_max": _exact_number(bounds.exclusive_maximum),
        "approx": bounds.approximate if quantity else None,
        "currency": bounds.currency or None,
        "unit": bounds.unit or None,
        "words": bounds.words or None,
    }


def _exact_number(number: Decimal | None) -> int | Decimal | None:
    """A whole number as an integer, any other as the exact decimal."""
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else number.normalize()


def _date_text(date: Edtf | None) -> str | None:
    return date.text if date else None


TABLES: Mapping[str, Callable[[Selection], Iterator[Row]]] = {
    "deals": deal_rows,
    "totals": total_rows,
    "facts": fact_rows,
    "evidence": evidence_rows,
    "articles": article_rows,
    "parties": party_rows,
}
"""What can be exported as a table, by the name on the command line."""


def sample_row(what: str) -> Row:
    """A row with everything that one of a table can have: its keys are the columns."""
    evidence = Evidence(("amount", "value"), "a", "q")
    amount, date = Quantity(unit="USD"), Edtf("2024")
    corpus = Corpus(
        {"p": Party("p", "p")},
        {"a": Article("a", "a", published=date)},
        {
            "deal": Deal("deal", "d", amount=amount, date=date, evidence=(evidence,)),
            "total": Total("total", "t", amount=amount, count=amount),
            "fact": Fact("fact", "f", "other", value=amount),
        },
    )
    statement = Statement("amount", evidence, Anchor("exact", 0, 1), "states")
    field = FieldProof("amount", "proved", (statement,))
    proof = RecordProof("", "proved", (field,))
    return next(TABLES[what](Selection.of(corpus, lambda _: proof)))
