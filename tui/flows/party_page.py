"""The page of one party: everything that a corpus says about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

import msgspec

from tui.flows.edges import Edge, edges
from tui.flows.ego import Ego, ego
from tui.flows.matrix import Cell
from tui.flows.names import find_party, name_table
from tui.flows.spark import Point, spark
from tui.model.dates import Edtf
from tui.model.records import Fact, FactKind, all_evidence, record_parties

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.model.corpus import Corpus
    from tui.model.proofs import RecordProof
    from tui.model.records import Record

__all__ = [
    "ArticleCount",
    "Counterparty",
    "FieldNote",
    "PartyPage",
    "Point",
    "Series",
    "find_party",
    "name_table",
    "party_page",
    "spark",
]

_DISPUTED = frozenset({"disputed", "contradicted"})
_KINDS: tuple[FactKind, ...] = get_args(FactKind)


class Series(msgspec.Struct, frozen=True):
    """The figures of one kind and unit over time, undated ones last.

    Attributes:
        kind: What the figures measure.
        unit: Their unit.
        party: Whom they describe: the party itself, or for a stake the one it is held in.
        holder: For a stake, who holds it; otherwise empty.
        points: By date.
    """

    kind: FactKind
    unit: str
    party: str
    holder: str
    points: tuple[Point, ...]


class Counterparty(msgspec.Struct, frozen=True):
    """Another party that deals with this one.

    Attributes:
        party: Its id, empty for one that no source names.
        pays: What it pays this party, or `None`.
        is_paid: What this party pays it, or `None`.
        records: Every record that names both, with or without a flow between them.
    """

    party: str
    pays: Cell | None
    is_paid: Cell | None
    records: tuple[str, ...]


class ArticleCount(msgspec.Struct, frozen=True):
    """An article that mentions the party.

    Attributes:
        article: Its id.
        times: How often its text has the name or an alias.
        records: The records of the party that quote it.
    """

    article: str
    times: int
    records: tuple[str, ...]


class FieldNote(msgspec.Struct, frozen=True):
    """A field of a record that a reader should doubt, with the reason."""

    record: str
    path: str
    detail: str = ""


class PartyPage(msgspec.Struct, frozen=True):
    """The page of one party.

    Attributes:
        id: Its id.
        name: The name to show.
        aliases: Its other names.
        note: What the curator says about it.
        flows: Who pays it, whom it pays, and its round trips.
        counterparties: Every party it deals with, those with flows first.
        records: Every record that names it, oldest first.
        series: Valuations, revenue, stakes and other facts over time.
        articles: Articles that mention it or are quoted by its records, oldest first.
        checked: Whether proofs were asked for; without, the next two are empty.
        disputed: Fields on which sources disagree.
        unsourced: Fields without a source.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    note: str
    flows: Ego
    counterparties: tuple[Counterparty, ...]
    records: tuple[str, ...]
    series: tuple[Series, ...]
    articles: tuple[ArticleCount, ...]
    checked: bool
    disputed: tuple[FieldNote, ...]
    unsourced: tuple[FieldNote, ...]


def party_page(
    party_id: str,
    corpus: Corpus,
    proof: Callable[[str], RecordProof] | None = None,
    *,
    flows: Sequence[Edge] | None = None,
) -> PartyPage:
    """Compile the page of a party.

    Args:
        party_id: Its id, see `find_party`.
        corpus: Where to look.
        proof: The proof of a record by its id; `None` leaves proofs out.
        flows: The edges of the whole corpus, where they are at hand already.
    """
    party = corpus.parties.get(party_id)
    records = {
        record.id: record
        for record in corpus.records.values()
        if party_id in record_parties(record)
    }
    if flows is None:
        flows = edges(records.values(), corpus)
    centre = ego(party_id, flows, corpus)
    disputed, unsourced = _doubts(records, proof)
    return PartyPage(
        party_id,
        party.name if party else party_id,
        party.aliases if party else (),
        party.note if party else "",
        centre,
        _counterparties(party_id, centre, records),
        tuple(records),
        _series(records),
        _articles(party_id, corpus, records),
        proof is not None,
        disputed,
        unsourced,
    )


def _counterparties(
    party_id: str, flows: Ego, records: dict[str, Record]
) -> tuple[Counterparty, ...]:
    """Every other party, those with flows first, with the records that it shares."""
    pays = {cell.payer: cell for cell in flows.payers}
    is_paid = {cell.payee: cell for cell in flows.payees}
    shared: dict[str, list[str]] = {other: [] for other in (*pays, *is_paid)}
    for record in records.values():
        for other in record_parties(record):
            if other != party_id:
                shared.setdefault(other, []).append(record.id)
    # An unnamed party has no id in the records, so its records are the deals behind the flows.
    for nameless in {""} & shared.keys():
        cells = [cell for cell in (pays.get(nameless), is_paid.get(nameless)) if cell]
        shared[nameless] = [deal for cell in cells for deal in cell.deals]
    return tuple(
        Counterparty(other, pays.get(other), is_paid.get(other), tuple(records))
        for other, records in shared.items()
        if other != party_id
    )


def _series(records: dict[str, Record]) -> tuple[Series, ...]:
    """The facts of a party, grouped by what they measure, of whom, and in which unit."""
    groups: dict[tuple[FactKind, str, str, str], list[Point]] = {}
    for record in records.values():
        if isinstance(record, Fact) and record.value is not None:
            key = (record.kind, record.party, record.holder, record.value.unit)
            groups.setdefault(key, []).append(Point(record.date, record.value, record.id))
    return tuple(
        Series(kind, unit, party, holder, tuple(sorted(points, key=_by_date)))
        for (kind, party, holder, unit), points in sorted(
            groups.items(), key=lambda item: _KINDS.index(item[0][0])
        )
    )


def _by_date(point: Point) -> tuple[object, ...]:
    """A sort key: by date, undated points last, then by record."""
    return (point.date is None, *(point.date or Edtf("")).sort_key, point.record_id)


def _articles(
    party_id: str, corpus: Corpus, records: dict[str, Record]
) -> tuple[ArticleCount, ...]:
    """Every article that mentions the party or is quoted by its records, oldest first."""
    records_by_article: dict[str, dict[str, None]] = {}
    for record in records.values():
        for _, evidence in all_evidence(record):
            records_by_article.setdefault(evidence.article, {})[record.id] = None
    party = corpus.parties.get(party_id)
    names = _pattern([party.name, *party.aliases]) if party else None
    counts = []
    for article in [one.id for one in corpus.in_time(corpus.articles)]:
        text = corpus.texts.get(article)
        mentions = len(names.findall(text.text)) if names and text else 0
        if mentions or article in records_by_article:
            counts.append(
                ArticleCount(article, mentions, tuple(records_by_article.get(article, ())))
            )
    return tuple(counts)


def _pattern(names: list[str]) -> re.Pattern[str] | None:
    """A pattern for any of some names as whole words; `None` where there are none.

    The longest come first, so that an occurrence of a long name is not counted as a short one.
    """
    wanted = sorted({name for name in names if name.strip()}, key=len, reverse=True)
    if not wanted:
        return None
    choices = "|".join(r"\s+".join(map(re.escape, name.split())) for name in wanted)
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE)


def _doubts(
    records: dict[str, Record], proof: Callable[[str], RecordProof] | None
) -> tuple[tuple[FieldNote, ...], tuple[FieldNote, ...]]:
    """The disputed and the unsourced fields of some records."""
    disputed, unsourced = [], []
    for record in records if proof is not None else ():
        for field in proof(record).fields if proof is not None else ():
            note = FieldNote(record, field.path, field.detail)
            if field.state in _DISPUTED:
                disputed.append(note)
            elif field.state == "unsourced":
                unsourced.append(note)
    return tuple(disputed), tuple(unsourced)
