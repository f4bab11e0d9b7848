"""What a record is about, in words: who pays whom, what kind it is, and its values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.model.format import format_value
from tui.model.records import Deal, Fact, Record
from tui.model.safe_text import safe_line
from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.model.locales import Locale
    from tui.model.records import Value


class Piece(NamedTuple):
    """A part of a line: a text that stands in a field of the record, from a place of it on."""

    text: str
    field: str = ""
    start: int = 0


def headline(record: Record, names: Mapping[str, str]) -> str:
    """Who the record is about: `payer → payee`, else its parties, else its title."""
    return "".join(piece.text for piece in headline_pieces(record, names))


def headline_pieces(record: Record, names: Mapping[str, str]) -> list[Piece]:
    """The headline with the fields that its parts stand in."""
    match record:
        case Fact():
            fields = [field for field in ("party", "holder") if getattr(record, field)]
            if record.party == record.holder:
                fields = fields[:1]
            pieces = _between(" · ", [_named(record, field, names) for field in fields])
        case Deal() if record.parties and not record.payer and not record.payee:
            pieces, start = [], 0
            for party in record.parties:
                name = names.get(party, party)
                pieces.append(Piece(name, "parties", start))
                start += len(name) + len(", ")
            pieces = _between(" + ", pieces)
        case _ if record.payer and record.payee:
            ends = [_named(record, field, names) for field in ("payer", "payee")]
            pieces = _between(" → ", ends)
        case _ if record.payer:
            pieces = [_named(record, "payer", names), Piece(" →")]
        case _ if record.payee:
            pieces = [Piece("→ "), _named(record, "payee", names)]
        case _:
            pieces = []
    return pieces or [Piece(record.title, "title")]


def _named(record: Record, field: str, names: Mapping[str, str]) -> Piece:
    party = getattr(record, field)
    return Piece(names.get(party, party), field)


def _between(sign: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with a sign between each two."""
    return [part for piece in pieces for part in (Piece(sign), piece)][1:]


def kind_words(record: Record, locale: Locale) -> str:
    """What the record is, in words: its instrument, the kind of fact, or `total`."""
    match record:
        case Deal():
            return locale.word(record.instrument)
        case Fact():
            return locale.word(record.kind)
        case _:
            return locale.word("total")


def field_words(path: str) -> str:
    """What a field is called, by its path: `amount`; `first · amount` in a tranche."""
    tranche, _, name = path.removeprefix("tranches.").rpartition(".")
    return f"{tranche} · {tr(name)}" if tranche else tr(name)


def value_words(value: Value | None, field: str, names: Mapping[str, str], locale: Locale) -> str:
    """A value as people say it: names for ids of parties, words for enumerations.

    Args:
        value: The value; `None` where the record does not have one.
        field: The last part of its path, e.g. `payer`.
        names: The names of parties by id.
        locale: How figures and dates are written.
    """
    if value is None:
        return tr("not stated")
    if not isinstance(value, str):
        return safe_line(format_value(value, locale))
    if field in ("instrument", "kind", "status"):
        return locale.word(value)
    words = value.split(", ") if field in ("parties", "members") else [value]
    return safe_line(", ".join(names.get(word, word) for word in words))
