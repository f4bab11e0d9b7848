"""What a key of the file may be answered with: parties, articles, records, words of the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.corpus.schema.shapes import field_names
from tui.model.records import Deal, record_amount, record_parties
from tui.session.forms.choices import Choice, Choices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.corpus.schema.shapes import Key
    from tui.model.records import Record
    from tui.session.protocol import Session

MANY = 2000
"""Records up to which all are offered; among more an id is typed, and checked."""
NO_CHOICES = Choices()


def offered(session: Session, key: Key, shape: str, about: Record | None = None) -> Choices:
    """The answers that a form offers for a key; none where any text may stand.

    Args:
        session: The corpus.
        key: The key.
        shape: The mapping that has it; for evidence that of its record.
        about: The record that is being edited: those that share a party with it come first.
    """
    match key.kind:
        case "enum":
            return Choices.of(*key.choices)
        case "party" | "parties":
            return session.party_choices
        case "article":
            return Choices(
                Choice(article.id, article.id, (article.title, article.publisher), article.title)
                for article in session.articles.values()
            )
        case "fields":
            return Choices.of(*field_names(shape))
        case "deal":
            return deals(session, about)
        case "members":
            return members(session, about)
    return NO_CHOICES


def deals(session: Session, about: Record | None = None) -> Choices:
    """The deals of a corpus that is not large, those that share a party with a record first."""
    return _record_choices(session, about, lambda record: isinstance(record, Deal))


def records_like(session: Session, record: Record) -> Choices:
    """The records of the kind of another one, those that share a party with it first."""
    return _record_choices(
        session, record, lambda one: type(one) is type(record) and one.id != record.id
    )


def members(session: Session, about: Record | None = None) -> Choices:
    """What a total can count: deals, and tranches as `deal.tranche`."""
    found: list[Choice] = []
    for record in _ordered(session, about):
        if isinstance(record, Deal):
            found.append(_choice(record))
            found += [
                Choice(f"{record.id}.{part.id}", f"{record.id}.{part.id}", note=str(part.amount))
                for part in record.tranches
            ]
    return Choices(found)


def _record_choices(
    session: Session, about: Record | None, wanted: Callable[[Record], bool]
) -> Choices:
    return Choices(_choice(record) for record in _ordered(session, about) if wanted(record))


def _ordered(session: Session, about: Record | None) -> list[Record]:
    records = list(_records(session))
    if about is not None:
        own = set(record_parties(about))
        records.sort(key=lambda record: -len(own & set(record_parties(record))))
    return records


def _records(session: Session) -> Iterator[Record]:
    """All records of a corpus that is not large."""
    if session.record_count > MANY:
        return
    found = session.search("")
    for position in range(found.total):
        yield session.record(found.record_id(position))


def _choice(record: Record) -> Choice:
    amount = record_amount(record)
    note = f"{record.title}, {amount}" if amount is not None else record.title
    return Choice(record.id, record.id, (record.title,), note)
