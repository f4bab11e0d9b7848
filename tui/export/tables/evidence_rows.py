"""The rows of `dealtui export`: plain dicts with exact numbers, in the order of the corpus.

Keys and their order are an interface: programs that read the exports rely on them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from tui.model.quantities import Quantity
from tui.model.records import Deal, Evidence, Fact, Record, Total, all_evidence, field_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

    from tui.model.corpus import Corpus
    from tui.model.dates import Edtf
    from tui.model.proofs import Anchor
    from tui.model.records import Tranche

Row: TypeAlias = dict[str, Any]
"""Keys to texts, exact numbers, booleans, `None`, and lists and dicts of these."""


def deal_rows(corpus: Corpus) -> Iterator[Row]:
    """One row per deal."""
    for deal in corpus.records.values():
        if isinstance(deal, Deal):
            yield {
                "id": deal.id,
                "title": deal.title,
                "payer": deal.payer or None,
                "payee": deal.payee or None,
                "parties": list(deal.parties),
                "subject": deal.subject or None,
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
                "line": deal.line,
            }


def total_rows(corpus: Corpus) -> Iterator[Row]:
    """One row per stated total."""
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
                "line": total.line,
            }


def fact_rows(corpus: Corpus) -> Iterator[Row]:
    """One row per fact."""
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
                "line": fact.line,
            }


def article_rows(corpus: Corpus) -> Iterator[Row]:
    """One row per article; `encoding` and what follows from the text are null when unread."""
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
            "line": article.line,
        }


def evidence_rows(corpus: Corpus, anchor: Callable[[str, Evidence], Anchor]) -> Iterator[Row]:
    """One row per quote, with the amount that this quote gives.

    Args:
        corpus: The corpus.
        anchor: Anchors the quote of an evidence, given the id of its record.
    """
    for record in corpus.records.values():
        recorded_values = {row.path: row.value for row in field_rows(record)}
        for path, evidence in all_evidence(record):
            anchored = anchor(record.id, evidence)
            prefix = path.removesuffix(evidence.fields[0])
            quantity = _quoted_quantity(evidence, prefix, recorded_values)
            article = corpus.articles.get(evidence.article)
            yield {
                "record": record.id,
                "kind": _record_kind(record),
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
                **_quantity_columns(quantity),
                "because": evidence.because or None,
                "derived": evidence.derived or None,
                "line": evidence.line,
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


def _record_kind(record: Record) -> str:
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
