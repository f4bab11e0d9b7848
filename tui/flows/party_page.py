"""All that a corpus knows about one party."""

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
        kind: What the figures are.
        unit: Their unit.
        party: Whom they describe: the party itself, or for a stake the one it is held in.
        holder: For a stake, who holds it; else empty.
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
        records: Every record that names both, flows or not.
    """

    party: str
    pays: Cell | None
    is_paid: Cell | None
    records: tuple[str, ...]


class ArticleCount(msgspec.Struct, frozen=True):
    """An article that names the party.

    Attributes:
        article: Its id.
        times: How often its text has the name or an alias.
        records: The records of the party that it feeds.
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
    """One party.

    Attributes:
        id: Its id.
        name: The name to show.
        aliases: Its other names.
        note: What the curator says about it.
        flows: Who pays it, whom it pays, and its round trips.
        counterparties: Everybody it deals with, those with flows first.
        records: Every record that names it, oldest first.
        series: Valuations, revenue, stakes and other facts over time.
        articles: Articles that name it or feed its records, oldest first.
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
    """Gather the page of a party.

    Args:
        party_id: Its id, see `find_party`.
        corpus: Where to look.
        proof: How far a record is proved; `None` leaves that out.
        flows: The edges of the whole corpus, where they are known already.
    """
    party = corpus.parties.get(party_id)
    own = {
        record.id: record
        for record in corpus.records.values()
        if party_id in record_parties(record)
    }
    if flows is None:
        flows = edges(own.values(), corpus)
    centre = ego(party_id, flows, corpus)
    disputed, unsourced = _doubts(own, proof)
    return PartyPage(
        party_id,
        party.name if party else party_id,
        party.aliases if party else (),
        party.note if party else "",
        centre,
        _counterparties(party_id, centre, own),
        tuple(own),
        _series(own),
        _articles(party_id, corpus, own),
        proof is not None,
        disputed,
        unsourced,
    )


def _counterparties(party_id: str, centre: Ego, own: dict[str, Record]) -> tuple[Counterparty, ...]:
    pays = {cell.payer: cell for cell in centre.payers}
    is_paid = {cell.payee: cell for cell in centre.payees}
    shared: dict[str, list[str]] = {other: [] for other in (*pays, *is_paid)}
    for record in own.values():
        for other in record_parties(record):
            if other != party_id:
                shared.setdefault(other, []).append(record.id)
    for nameless in {""} & shared.keys():
        cells = [cell for cell in (pays.get(nameless), is_paid.get(nameless)) if cell]
        shared[nameless] = [deal for cell in cells for deal in cell.deals]
    return tuple(
        Counterparty(other, pays.get(other), is_paid.get(other), tuple(records))
        for other, records in shared.items()
        if other != party_id
    )


def _series(own: dict[str, Record]) -> tuple[Series, ...]:
    groups: dict[tuple[FactKind, str, str, str], list[Point]] = {}
    for record in own.values():
        if isinstance(record, Fact) and record.value is not None:
            key = (record.kind, record.party, record.holder, record.value.unit)
            groups.setdefault(key, []).append(Point(record.date, record.value, record.id))
    return tuple(
        Series(kind, unit, party, holder, tuple(sorted(points, key=_when)))
        for (kind, party, holder, unit), points in sorted(
            groups.items(), key=lambda item: _KINDS.index(item[0][0])
        )
    )


def _when(point: Point) -> tuple[object, ...]:
    return (point.date is None, *(point.date or Edtf("")).sort_key, point.record_id)


def _articles(party_id: str, corpus: Corpus, own: dict[str, Record]) -> tuple[ArticleCount, ...]:
    fed: dict[str, dict[str, None]] = {}
    for record in own.values():
        for _, evidence in all_evidence(record):
            fed.setdefault(evidence.article, {})[record.id] = None
    party = corpus.parties.get(party_id)
    names = _pattern([party.name, *party.aliases]) if party else None
    found = []
    for article in [one.id for one in corpus.in_time(corpus.articles)]:
        text = corpus.texts.get(article)
        times = len(names.findall(text.text)) if names and text else 0
        if times or article in fed:
            found.append(ArticleCount(article, times, tuple(fed.get(article, ()))))
    return tuple(found)


def _pattern(names: list[str]) -> re.Pattern[str] | None:
    """Any of the names as whole words, the longest first, so that none is counted twice."""
    wanted = sorted({name for name in names if name.strip()}, key=len, reverse=True)
    if not wanted:
        return None
    choices = "|".join(r"\s+".join(map(re.escape, name.split())) for name in wanted)
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE)


def _doubts(
    own: dict[str, Record], proof: Callable[[str], RecordProof] | None
) -> tuple[tuple[FieldNote, ...], tuple[FieldNote, ...]]:
    disputed, unsourced = [], []
    for record in own if proof is not None else ():
        for field in proof(record).fields if proof is not None else ():
            note = FieldNote(record, field.path, field.detail)
            if field.state in _DISPUTED:
                disputed.append(note)
            elif field.state == "unsourced":
                unsourced.append(note)
    return tuple(disputed), tuple(unsourced)
