"""What was known when: the corpus as the articles published by a day told it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from tui.model.corpus import Corpus
from tui.model.dates import Edtf
from tui.model.quantities import Quantity
from tui.model.records import Deal, field_rows

if TYPE_CHECKING:
    from datetime import date

    from tui.model.records import Evidence, FieldRow, Record, Tranche


def known(corpus: Corpus, until: date) -> Corpus:
    """The part of a corpus that articles published by a day support.

    An article counts from the last day on which it may have appeared. Evidence of later articles
    is gone; a value stays as far as what remains speaks for it: the newest statement that is not
    retired gives it, and a field that no remaining quote speaks about is as unknown as it was.
    Tranches and records without any evidence left are gone too.
    """
    articles = {
        article.id: article
        for article in corpus.articles.values()
        if article.published is None
        or (article.published.latest is not None and article.published.latest <= until)
    }
    records = {
        record.id: stepped
        for record in corpus.records.values()
        if (stepped := _step_back(record, set(articles), corpus)) is not None
    }
    texts = {name: text for name, text in corpus.texts.items() if name in articles}
    return Corpus(corpus.parties, articles, records, texts)


def _step_back(record: Record, articles: set[str], corpus: Corpus) -> Record | None:
    evidence = tuple(item for item in record.evidence if item.article in articles)
    changes: dict[str, Any] = {"evidence": evidence}
    kept = bool(evidence)
    if isinstance(record, Deal):
        tranches = tuple(
            stepped
            for tranche in record.tranches
            if (stepped := _tranche(tranche, articles, corpus)) is not None
        )
        changes["tranches"] = tranches
        kept = kept or bool(tranches)
    if not kept:
        return None
    for row in field_rows(record):
        if not row.tranche and row.label not in ("id", "title", "members"):
            _field(record, row, evidence, corpus, changes)
    return msgspec.structs.replace(record, **changes)


def _tranche(tranche: Tranche, articles: set[str], corpus: Corpus) -> Tranche | None:
    evidence = tuple(item for item in tranche.evidence if item.article in articles)
    if not evidence:
        return None
    changes: dict[str, Any] = {"evidence": evidence}
    for name in ("amount", "status", "date"):
        was = [item for item in tranche.evidence if name in item.fields]
        now = [item for item in evidence if name in item.fields]
        if was and not now:
            changes[name] = None
    return msgspec.structs.replace(tranche, **changes)


def _field(
    record: Record,
    row: FieldRow,
    evidence: tuple[Evidence, ...],
    corpus: Corpus,
    changes: dict[str, Any],
) -> None:
    """Step one field back to what the remaining evidence says."""
    was = row.evidence
    now = [item for item in evidence if row.label in item.fields and item.rank != "deprecated"]
    if not was or len(now) == len([item for item in was if item.rank != "deprecated"]):
        return
    supports = [item for item in now if item.stance == "supports" and item.says is None]
    if supports:
        return
    claims = [item for item in now if item.stance != "mentions" and item.says is not None]
    claims = [item for item in claims if item.fields[0] == row.label]
    claims.sort(key=lambda item: _published(corpus, item))
    value = claims[-1].says if claims else None
    if isinstance(value, Quantity | Edtf):
        changes[row.label] = value
    elif row.label in ("payer", "payee", "subject", "party", "holder"):
        changes[row.label] = ""
    elif row.label not in ("instrument", "status", "kind", "parties"):
        changes[row.label] = None


def _published(corpus: Corpus, evidence: Evidence) -> tuple[object, ...]:
    article = corpus.articles.get(evidence.article)
    return article.published.sort_key if article and article.published else ()
