"""How states, statuses and stances look: a glyph, a word and the name of a style.

Colour is never the only sign: glyph and word say the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.model.records import Deal, Fact, Record, Stance, record_parties

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.model.proofs import ProofState


class Look(NamedTuple):
    """A glyph of one cell, a word, and the component class that colours both."""

    glyph: str
    word: str
    style: str


PROOF: dict[ProofState, Look] = {
    "proved": Look("✓", "proved", "good"),
    "derived": Look("∴", "derived", "good"),
    "moved": Look("↷", "moved", "warn"),
    "ambiguous": Look("?", "ambiguous", "warn"),
    "unsourced": Look("○", "unsourced", "quiet"),
    "disputed": Look("≠", "disputed", "warn"),
    "contradicted": Look("✗", "contradicted", "bad"),
    "missing": Look("∅", "quote missing", "bad"),
    "changed": Look("Δ", "text changed", "bad"),
}
STANCE: dict[Stance, Look] = {
    "supports": Look("✓", "supports", "good"),
    "disputes": Look("≠", "disputes", "warn"),
    "corrects": Look("±", "corrects", "warn"),
    "mentions": Look("·", "mentions", "quiet"),
}
PENDING = Look("…", "not checked yet", "quiet")


def headline(record: Record, names: Mapping[str, str]) -> str:
    """Who the record is about: `payer → payee`, else its parties, else its title."""
    match record:
        case Fact():
            parties = [names.get(party, party) for party in record_parties(record)]
            return " · ".join(parties) or record.title
        case _:
            payer, payee = record.payer, record.payee
    if payer and payee:
        return f"{names.get(payer, payer)} → {names.get(payee, payee)}"
    if payee:
        return f"→ {names.get(payee, payee)}"
    if payer:
        return f"{names.get(payer, payer)} →"
    if isinstance(record, Deal) and record.parties:
        return " + ".join(names.get(party, party) for party in record.parties)
    return record.title


def kind_words(record: Record) -> str:
    """What the record is, in words: its instrument, the kind of fact, or `total`."""
    match record:
        case Deal():
            return record.instrument.replace("-", " ")
        case Fact():
            return record.kind.replace("-", " ")
        case _:
            return "total"
