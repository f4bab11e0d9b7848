"""The fields that a query can name.

For each field what it is for, an example, and its values where they are fixed.
"""

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
        name: As it is typed before the colon.
        description: One line for completion and help.
        example: A value that shows the form.
        values: All values, where the set is fixed; otherwise empty.
    """

    name: str
    description: str
    example: str
    values: tuple[str, ...] = ()


HAS_VALUES = ("tranches", "amount", "date", "evidence", "note", "dispute", "used-in")
GROUP_NAMES = ("title", "parties", "amount", "instrument", "quotes", "notes", "articles")
SORT_FIELDS = (
    "amount",
    "date",
    "title",
    "payer",
    "payee",
    "status",
    "instrument",
    "kind",
    "proof",
    "id",
)
MARK_FIELDS = ("star", "note", "review")
"""The fields that ask for what the user added to records."""
STAR_VALUES = ("yes", "no")
REVIEW_VALUES = ("reviewed", "outdated", "none")
KIND_VALUES = ("deal", "total", "fact", *get_args(FactKind))

FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field("payer", "who the money comes from", "amazon"),
        Field("payee", "who the money goes to", "anthropic"),
        Field("party", "anyone the record names", "google"),
        Field("instrument", "the kind of deal", "convertible-note", get_args(Instrument)),
        Field("status", "how far it has come", "committed", get_args(Status)),
        Field("proof", "how far it is proved", "disputed", PROOF_STATES),
        Field("kind", "deal, total, fact, or the kind of fact", "fact", KIND_VALUES),
        Field("in", "look only in this part", "articles", GROUP_NAMES),
        Field("tag", "records with this tag", "cloud"),
        Field("year", "dated in this year or these years", "2023..2025"),
        Field("article", "records that quote this article", "reuters"),
        Field("publisher", "records that quote an article of this publisher", "monde"),
        Field("language", "quoted articles in this language", "fr"),
        Field("has", "records that have this", "tranches", HAS_VALUES),
        Field("star", "starred by you", "yes", STAR_VALUES),
        Field("note", "words of your own note on it", "call"),
        Field("review", "checked by you, changed since, or never", "outdated", REVIEW_VALUES),
        Field("amount", "figures in a range, with a currency if you like", ">1bn"),
        Field("date", "dates in a range", "2023..2024-03"),
        Field("known", "said by an article published then", "..2023-12"),
        Field("sort", "another order; a minus turns it round", "-amount",
              (*SORT_FIELDS, *(f"-{sort}" for sort in SORT_FIELDS))),
    )
}  # fmt: skip

_GROUP_SYNONYMS = {
    "titles": "title", "party": "parties", "names": "parties", "amounts": "amount",
    "tags": "instrument", "status": "instrument", "quote": "quotes", "note": "notes",
    "article": "articles", "text": "articles",
}  # fmt: skip
_HAS_SYNONYMS = {
    "tranche": "tranches", "amounts": "amount", "dates": "date", "quote": "evidence",
    "quotes": "evidence", "notes": "note", "disputes": "dispute", "used": "used-in",
    "uses": "used-in",
}  # fmt: skip
_STAR_SYNONYMS = {"true": "yes", "oui": "yes", "starred": "yes", "false": "no", "non": "no"}
_REVIEW_SYNONYMS = {
    "yes": "reviewed", "checked": "reviewed", "changed": "outdated", "old": "outdated",
    "no": "none", "never": "none",
}  # fmt: skip


def matching_values(field: str, text: str) -> tuple[str, ...]:
    """The fixed values that a typed value selects: itself, or all that begin with it.

    French words for the terms are understood too. Empty where the field has no fixed values or none
    matches.
    """
    values = FIELDS[field].values
    typed = _plain(text)
    if not typed:
        return ()
    by_word = {_plain(value): value for value in values}
    if typed in by_word:
        return (by_word[typed],)
    synonyms = {
        "in": _GROUP_SYNONYMS,
        "has": _HAS_SYNONYMS,
        "star": _STAR_SYNONYMS,
        "review": _REVIEW_SYNONYMS,
    }.get(field)
    if synonyms is None and field not in ("sort", "proof"):
        # The words of the French interface double as synonyms.
        synonyms = {_plain(FR.words[value]): value for value in values if value in FR.words}
    if synonyms and typed in synonyms:
        return (synonyms[typed],)
    return tuple(value for word, value in by_word.items() if word.startswith(typed))


def asks_for_marks(query: str) -> bool:
    """Whether a query may have a filter on what the user added to records."""
    folded = fold(query)
    return any(name in folded for name in MARK_FIELDS)


def closest_field(name: str) -> str:
    """The field that an unknown name is a prefix or a misspelling of; empty for none."""
    typed = _plain(name)
    completions = [field for field in FIELDS if field.startswith(typed)]
    return nearest(name, completions or list(FIELDS)) or next(iter(completions), "")


def inverted(field: str, text: str) -> str:
    """What a minus before `in:` or `sort:` may have meant: everywhere else, or the reverse order.

    Empty where the value is unknown, or nowhere else is left to look.
    """
    values = [value for part in text.split(",") for value in matching_values(field, part)]
    if not values:
        return ""
    if field == "sort":
        return f"sort:{values[0].removeprefix('-') if values[0][0] == '-' else f'-{values[0]}'}"
    others = ",".join(value for value in FIELDS[field].values if value not in values)
    return f"{field}:{others}" if others else ""


def _plain(text: str) -> str:
    """The text folded, with hyphens for spaces and underscores.

    So `Cloud Commitment` and `cloud_commitment` are both `cloud-commitment`.
    """
    return fold(text).strip().replace(" ", "-").replace("_", "-")
