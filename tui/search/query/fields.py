"""The fields that a query can name, what each is for, and the values that are known ahead."""

from __future__ import annotations

from typing import NamedTuple, get_args

from tui.model.locales import FR
from tui.model.proofs import PROOF_STATES
from tui.model.records import FactKind, Instrument, Status
from tui.model.suggestions import nearest
from tui.search.analysis.analyzer import fold


class Field(NamedTuple):
    """A field of the query language.

    Attributes:
        description: One line for completion and help.
        example: A value that shows the form.
        values: All values, where they are known ahead; else empty.
    """

    name: str
    description: str
    example: str
    values: tuple[str, ...] = ()


HAS = ("tranches", "amount", "date", "evidence", "note", "dispute")
INSIDE = ("title", "parties", "amount", "instrument", "quotes", "notes", "articles")
SORTS = ("amount", "date", "title", "payer", "payee", "status", "instrument", "kind", "proof", "id")
KINDS = ("deal", "total", "fact", *get_args(FactKind))

FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field("payer", "who the money comes from", "amazon"),
        Field("payee", "who the money goes to", "anthropic"),
        Field("party", "anyone the record names", "google"),
        Field("instrument", "the kind of deal", "convertible-note", get_args(Instrument)),
        Field("status", "how far it has come", "committed", get_args(Status)),
        Field("proof", "how far it is proved", "disputed", PROOF_STATES),
        Field("kind", "deal, total, fact, or the kind of fact", "fact", KINDS),
        Field("in", "look only in this part", "articles", INSIDE),
        Field("tag", "records with this tag", "cloud"),
        Field("year", "dated in this year or these years", "2023..2025"),
        Field("article", "records that quote this article", "reuters"),
        Field("language", "quoted articles in this language", "fr"),
        Field("has", "records that have this", "tranches", HAS),
        Field("amount", "figures in a range, with a currency if you like", ">1bn"),
        Field("date", "dates in a range", "2023..2024-03"),
        Field("known", "said by an article published then", "..2023-12"),
        Field("sort", "another order; a minus turns it round", "-amount",
              (*SORTS, *(f"-{sort}" for sort in SORTS))),
    )
}  # fmt: skip

_INSIDE_ALSO = {
    "titles": "title", "party": "parties", "names": "parties", "amounts": "amount",
    "tags": "instrument", "status": "instrument", "quote": "quotes", "note": "notes",
    "article": "articles", "text": "articles",
}  # fmt: skip
_HAS_ALSO = {
    "tranche": "tranches", "amounts": "amount", "dates": "date", "quote": "evidence",
    "quotes": "evidence", "notes": "note", "disputes": "dispute",
}  # fmt: skip


def known_values(field: str, text: str) -> tuple[str, ...]:
    """The values that a typed value means: itself, or all that begin with it.

    French words for the terms are understood too. Empty where the field's values are not known
    ahead or none fits.
    """
    values = FIELDS[field].values
    wanted = _plain(text)
    if not wanted:
        return ()
    by_word = {_plain(value): value for value in values}
    if wanted in by_word:
        return (by_word[wanted],)
    also = {"in": _INSIDE_ALSO, "has": _HAS_ALSO}.get(field)
    if also is None and field not in ("sort", "proof"):
        also = {_plain(FR.words[value]): value for value in values if value in FR.words}
    if also and wanted in also:
        return (also[wanted],)
    return tuple(value for word, value in by_word.items() if word.startswith(wanted))


def field_meant(name: str) -> str:
    """The field that a name which is none begins, or is a misspelling of; else empty."""
    wanted = _plain(name)
    begun = [field for field in FIELDS if field.startswith(wanted)]
    return nearest(name, begun or list(FIELDS)) or next(iter(begun), "")


def turned_round(field: str, text: str) -> str:
    """What a minus before `in:` or `sort:` may have meant: everywhere else, the other way round.

    Empty where the value is none, or nowhere is left to look.
    """
    values = [value for part in text.split(",") for value in known_values(field, part)]
    if not values:
        return ""
    if field == "sort":
        return f"sort:{values[0].removeprefix('-') if values[0][0] == '-' else f'-{values[0]}'}"
    others = ",".join(value for value in FIELDS[field].values if value not in values)
    return f"{field}:{others}" if others else ""


def _plain(text: str) -> str:
    return fold(text).strip().replace(" ", "-").replace("_", "-")
