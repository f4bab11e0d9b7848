"""Which texts of a record are searched, by group; a match in an earlier group ranks higher."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from tui.model.records import Deal, Fact, all_evidence, record_amount, record_date, record_parties

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.model.corpus import Corpus
    from tui.model.dates import Edtf
    from tui.model.quantities import Quantity
    from tui.model.records import Evidence, Record


class TextGroup(IntEnum):
    """Groups of text, best first."""

    TITLE = 0
    PARTIES = 1
    AMOUNT = 2
    INSTRUMENT = 3
    QUOTES = 4
    NOTES = 5
    ARTICLES = 6


GROUPS = tuple(TextGroup)
GROUP_BY_NAME: dict[str, TextGroup] = {group.name.lower(): group for group in GROUPS}
"""Groups by the value of `in:`."""


def instrument_text(record: Record) -> str:
    """The controlled vocabulary of a record as text: type, instrument, status, tags and years."""
    parts = [type(record).__name__]
    if isinstance(record, Deal):
        parts += [record.instrument, *(item.status or "" for item in record.tranches)]
    if isinstance(record, Fact):
        parts.append(record.kind)
    else:
        parts.append(record.status or "")
    date = record_date(record)
    parts += [*record.tags, *(str(year) for year in years_of(date))]
    return " ".join(parts)


def years_of(date: Edtf | None) -> range:
    """The years that a date may mean, at most a hundred; none where both ends are open."""
    if date is None:
        return range(0)
    first, last = date.earliest or date.latest, date.latest or date.earliest
    if first is None or last is None:
        return range(0)
    return range(first.year, min(last.year, first.year + 99) + 1)


def record_amounts(record: Record) -> Iterator[Quantity]:
    """Every amount of a record, the main one first."""
    main = record_amount(record)
    if main is not None:
        yield main
    if isinstance(record, Deal):
        for tranche in record.tranches:
            if tranche.amount is not None:
                yield tranche.amount


def note_texts(record: Record, evidence: Iterable[tuple[str, Evidence]]) -> Iterator[str]:
    """Every text that the curator wrote, except the title."""
    if record.note:
        yield record.note
    if isinstance(record, Deal):
        for tranche in record.tranches:
            yield from filter(None, (tranche.title, tranche.note))
    for _, item in evidence:
        if item.because:
            yield item.because


def parties_with_names(corpus: Corpus, record: Record) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The parties of a record with all their names."""
    for party in record_parties(record):
        yield party, names_of(corpus, party)


def names_of(corpus: Corpus, party: str) -> tuple[str, ...]:
    """All names of a party, the display name first; its id where the corpus has no name."""
    named = corpus.parties.get(party)
    return (named.name, *named.aliases) if named else (party,)


def cited_articles(record: Record) -> tuple[str, ...]:
    """The ids of the articles that a record quotes, without duplicates."""
    return tuple(dict.fromkeys(evidence.article for _, evidence in all_evidence(record)))
