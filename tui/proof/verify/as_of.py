"""What was known when: the corpus as the articles published by a day told it."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from tui.model.corpus import Corpus
from tui.model.records import TRANCHE_FIELDS, Deal, FieldRow, Total, Tranche, field_rows

if TYPE_CHECKING:
    from tui.model.records import Evidence, Record

_LISTS = frozenset({"parties", "members"})


def known(corpus: Corpus, until: date) -> Corpus:
    """The part of a corpus that articles published by a day support.

    An article counts from the last day on which it may have appeared; one without a date always.
    Evidence of later articles is gone; a value stays as far as what remains speaks for it: the
    preferred, else the newest statement that is not retired gives it, and a field that no
    remaining quote speaks about is as unknown as it was. Tranches, records and members of totals
    without any evidence left are gone too. What no evidence ever spoke about stays.
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
    parts = {
        f"{record.id}.{tranche.id}"
        for record in records.values()
        if isinstance(record, Deal)
        for tranche in record.tranches
    }
    for record in records.values():
        if isinstance(record, Total):
            left = tuple(name for name in record.members if name in records or name in parts)
            records[record.id] = msgspec.structs.replace(record, members=left)
    texts = {name: text for name, text in corpus.texts.items() if name in articles}
    return Corpus(corpus.parties, articles, records, texts, corpus.files)


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
            _field(type(record), row, evidence, corpus, changes)
    return msgspec.structs.replace(record, **changes)


def _tranche(tranche: Tranche, articles: set[str], corpus: Corpus) -> Tranche | None:
    evidence = tuple(item for item in tranche.evidence if item.article in articles)
    if not evidence:
        return None
    changes: dict[str, Any] = {"evidence": evidence}
    for name in TRANCHE_FIELDS:
        was = tuple(item for item in tranche.evidence if name in item.fields)
        row = FieldRow(name, name, getattr(tranche, name), was, tranche.id)
        _field(Tranche, row, evidence, corpus, changes)
    return msgspec.structs.replace(tranche, **changes)


def _field(
    kind: type[Record | Tranche],
    row: FieldRow,
    evidence: tuple[Evidence, ...],
    corpus: Corpus,
    changes: dict[str, Any],
) -> None:
    """Step one field back to what the remaining evidence says."""
    was = [item for item in row.evidence if _counts(item)]
    here = [item for item in evidence if row.label in item.fields]
    now = [item for item in here if _counts(item)]
    if len(here) == len(row.evidence) or (was and len(now) == len(was)):
        return
    supports = [item for item in now if item.stance == "supports" and item.says is None]
    if supports:
        return
    claims = [item for item in now if item.says is not None and item.fields[0] == row.label]
    claims.sort(key=lambda item: (item.rank == "preferred", _published(corpus, item)))
    value = claims[-1].says if claims else None
    if value is not None and row.label not in _LISTS:
        changes[row.label] = value
    elif row.label != "members":
        default = _defaults(kind).get(row.label, msgspec.NODEFAULT)
        if default is not msgspec.NODEFAULT:
            changes[row.label] = default


@cache
def _defaults(kind: type[Record | Tranche]) -> dict[str, Any]:
    """What the fields of a record hold that nothing is known of."""
    return {field.name: field.default for field in msgspec.structs.fields(kind)}


def _counts(evidence: Evidence) -> bool:
    return evidence.rank != "deprecated" and evidence.stance != "mentions"


def _published(corpus: Corpus, evidence: Evidence) -> tuple[date, date]:
    article = corpus.articles.get(evidence.article)
    return article.published.sort_key if article and article.published else (date.min, date.min)
