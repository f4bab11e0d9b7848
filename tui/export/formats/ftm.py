"""FollowTheMoney entities (JSON Lines), as Aleph and OpenSanctions read them.

Only money that has moved is a `Payment`. What is committed, announced or rumoured is an
`UnknownLink` that says so in words: a reader of entities does not look at a status. A stake with
its holder is an `Ownership`. What shares are held of is a `Company`, any other party a
`LegalEntity`, which a person may be as well. Articles are of schema `Article`; `proof` leads to
them from what they prove.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tui.export.tables.rows import record_kind
from tui.flows.edges import edges
from tui.model.article_places import address_at
from tui.model.format import format_quantity
from tui.model.locales import EN
from tui.model.records import Deal, Fact, all_evidence, record_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal
    from typing import BinaryIO

    from tui.export.selection import Selection
    from tui.flows.edges import Edge
    from tui.model.dates import Edtf
    from tui.model.records import Article, Record

_LANGUAGES = {"en": "eng", "fr": "fra", "de": "deu", "es": "spa", "it": "ita", "nl": "nld"}
"""ISO 639-3 codes, which the model wants."""


def write(selection: Selection, what: str, stream: BinaryIO) -> None:
    """Write an entity a line: parties, articles, then what lies between parties."""
    for entity in _entities(selection):
        stream.write(json.dumps(entity, ensure_ascii=False).encode("utf-8", "replace") + b"\n")


def _entities(selection: Selection) -> Iterator[dict[str, Any]]:
    corpus = selection.corpus
    records = corpus.records.values()
    stakes = [record for record in records if isinstance(record, Fact) and _is_stake(record)]
    owned = {stake.party for stake in stakes}
    for party in corpus.parties.values():
        schema = "Company" if party.id in owned else "LegalEntity"
        names = {"name": [party.name], "alias": party.aliases, "notes": [party.note]}
        yield _entity(_party(party.id), schema, names)
    for article in corpus.articles.values():
        yield _article(article)
    for number, edge in enumerate(edges(records, corpus)):
        if edge.payer and edge.payee:
            yield _flow(edge, number, selection)
    for stake in stakes:
        yield _ownership(stake, selection)


def _is_stake(fact: Fact) -> bool:
    return fact.kind == "stake" and bool(fact.holder and fact.party)


def _article(article: Article) -> dict[str, Any]:
    properties = {
        "title": [article.title or article.file],
        "fileName": [article.file],
        "author": [article.author],
        "publisher": [article.publisher],
        "sourceUrl": [article.url],
        "publishedAt": [_date(article.published)],
        "retrievedAt": [_date(article.retrieved)],
        "language": [_LANGUAGES.get(article.language, "")],
    }
    return _entity(f"article-{article.id}", "Article", properties)


def _flow(edge: Edge, number: int, selection: Selection) -> dict[str, Any]:
    """A part of a deal: a payment where it is paid, else a link that says what it is."""
    deal = selection.corpus.records[edge.deal_id]
    assert isinstance(deal, Deal)
    tranche = next((part for part in deal.tranches if part.id == edge.tranche_id), None)
    amount = tranche.amount if tranche else deal.amount
    figure = format_quantity(amount, EN) if amount and not edge.rest else ""
    about = _about(deal, selection)
    words = [edge.instrument.replace("-", " "), edge.status, figure]
    about["summary"] = [": ".join(filter(None, (deal.title, ", ".join(filter(None, words)))))]
    date = tranche.date if tranche and tranche.date else record_date(deal)
    about["date"] = [_date(date)]
    name = f"deal-{'-'.join(filter(None, (edge.deal_id, edge.tranche_id)))}-{number}"
    if edge.column != "paid":
        about["role"] = [" ".join(words[1::-1])]
        ends = {"subject": [_party(edge.payer)], "object": [_party(edge.payee)]}
        return _entity(name, "UnknownLink", {**ends, **about})
    span = edge.span
    exact = span.low if span is not None and span.low == span.high else None
    return _entity(
        name,
        "Payment",
        {
            "payer": [_party(edge.payer)],
            "beneficiary": [_party(edge.payee)],
            "amount": [_number(exact)],
            "currency": [edge.unit] if exact is not None else [],
            "purpose": [words[0]],
            **about,
        },
    )


def _ownership(stake: Fact, selection: Selection) -> dict[str, Any]:
    value = stake.value
    share = value.value if value is not None and value.unit == "%" else None
    figure = format_quantity(value, EN) if value else ""
    properties = {
        "owner": [_party(stake.holder)],
        "asset": [_party(stake.party)],
        "percentage": [_number(share)],
        "date": [_date(stake.date)],
        **_about(stake, selection),
    }
    properties["summary"] = [": ".join(filter(None, (stake.title, figure)))]
    return _entity(f"fact-{stake.id}", "Ownership", properties)


def _about(record: Record, selection: Selection) -> dict[str, list[str]]:
    """What every link says of its proof and its sources."""
    corpus, proof = selection.corpus, selection.proof(record.id)
    states = ", ".join(f"{field.path} {field.state}" for field in proof.fields)
    articles, addresses, publishers = [], [], []
    for _, evidence in all_evidence(record):
        article = corpus.articles.get(evidence.article)
        if article is not None:
            articles.append(f"article-{article.id}")
            publishers.append(article.publisher)
            addresses.append(address_at(article, evidence.quote, evidence.prefix, evidence.suffix))
    return {
        "recordId": [f"{record_kind(record)} {record.id}"],
        "description": [f"{states}. {record.note}".strip(". ")],
        "proof": articles,
        "publisher": publishers,
        "sourceUrl": addresses,
    }


def _entity(name: str, schema: str, properties: Mapping[str, Iterable[str]]) -> dict[str, Any]:
    """An entity without empty and repeated values."""
    filled = {key: [*dict.fromkeys(filter(None, values))] for key, values in properties.items()}
    return {
        "id": name,
        "schema": schema,
        "properties": {key: values for key, values in filled.items() if values},
    }


def _party(party: str) -> str:
    return f"party-{party}"


def _number(number: Decimal | None) -> str:
    return "" if number is None else format(number.normalize(), "f")


def _date(date: Edtf | None) -> str:
    """A date as precisely as the model can have it: a day, a month or a year; else nothing."""
    if date is None or date.earliest is None or date.latest is None:
        return ""
    first, last = date.earliest.isoformat(), date.latest.isoformat()
    if first == last:
        return first
    if first[:7] == last[:7]:
        return first[:7]
    return first[:4] if first[:4] == last[:4] else ""
