"""The rows of `dealtui export`: plain dicts with exact numbers, in the order of the corpus."""

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
"""Keys to texts, exact numbers, truth values, `None`, and lists and dicts of these."""


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
                "amount": _amount(deal.amount),
                "dates": {
                    "announced": _date(deal.announced),
                    "date": _date(deal.date),
                    "due": _date(deal.due),
                },
                "tranches": [_tranche(tranche) for tranche in deal.tranches],
                "articles": _articles(corpus, deal),
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
                "period": _date(total.period),
                "status": total.status,
                "count": _amount(total.count),
                "amount": _amount(total.amount),
                "members": list(total.members),
                "articles": _articles(corpus, total),
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
                "value": _amount(fact.value),
                "date": _date(fact.date),
                "articles": _articles(corpus, fact),
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
            "published": _date(article.published),
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
    """One row per quote, with the figure that this quote gives.

    Args:
        corpus: The corpus.
        anchor: Locates a quote of the record with an id.
    """
    for record in corpus.records.values():
        recorded = {row.path: row.value for row in field_rows(record)}
        for path, evidence in all_evidence(record):
            place = anchor(record.id, evidence)
            owner = path.removesuffix(evidence.fields[0])
            figure = _figure(evidence, owner, recorded)
            article = corpus.articles.get(evidence.article)
            yield {
                "record": record.id,
                "kind": _kind(record),
                "field": evidence.fields[0],
                "fields": list(evidence.fields),
                "tranche": _tranche_of(owner),
                "article": article.file if article else evidence.article,
                "quote": evidence.quote,
                "start": place.start if place.found else None,
                "end": place.end if place.found else None,
                "anchor": place.state,
                "stance": evidence.stance,
                "rank": evidence.rank,
                **_amount_keys(figure),
                "because": evidence.because or None,
                "derived": evidence.derived or None,
                "line": evidence.line,
            }


def _tranche_of(owner: str) -> str | None:
    """The tranche in `tranches.ID.`; ids may hold dots themselves."""
    return owner.removeprefix("tranches.").removesuffix(".") or None


def _figure(evidence: Evidence, owner: str, recorded: dict[str, Any]) -> Quantity | None:
    """The figure that a quote gives: what it says, else the recorded one that it supports."""
    if evidence.says is not None:
        return evidence.says if isinstance(evidence.says, Quantity) else None
    if evidence.stance != "supports" or evidence.derived:
        return None
    for name in evidence.fields:
        value = recorded.get(owner + name)
        if isinstance(value, Quantity):
            return value
    return None


def _kind(record: Record) -> str:
    return type(record).__name__.lower()


def _tranche(tranche: Tranche) -> Row:
    return {
        "id": tranche.id,
        "title": tranche.title or None,
        "amount": _amount(tranche.amount),
        "status": tranche.status,
        "date": _date(tranche.date),
        "note": tranche.note or None,
    }


def _articles(corpus: Corpus, record: Record) -> list[str]:
    """The files of the articles that a record quotes, in the order of its evidence."""
    files = []
    for _, evidence in all_evidence(record):
        article = corpus.articles.get(evidence.article)
        files.append(article.file if article else evidence.article)
    return list(dict.fromkeys(files))


def _amount(quantity: Quantity | None) -> Row | None:
    return None if quantity is None else _amount_keys(quantity)


def _amount_keys(quantity: Quantity | None) -> Row:
    found = quantity or Quantity()
    return {
        "value": _number(found.value),
        "min": _number(found.minimum),
        "max": _number(found.maximum),
        "exclusive_min": _number(found.exclusive_minimum),
        "exclusive_max": _number(found.exclusive_maximum),
        "approx": found.approximate if quantity else None,
        "currency": found.currency or None,
        "unit": found.unit or None,
        "words": found.words or None,
    }


def _number(number: Decimal | None) -> int | Decimal | None:
    """A whole number as such, else the exact decimal."""
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else number.normalize()


def _date(date: Edtf | None) -> str | None:
    return date.text if date else None
