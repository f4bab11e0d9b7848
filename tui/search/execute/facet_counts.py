"""Facets: for each field the values of a result's records, with counts."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nsmallest
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.model.messages import msg
from tui.model.proofs import PROOF_STATES
from tui.search.query.fields import REVIEW_VALUES, STAR_VALUES

if TYPE_CHECKING:
    from tui.model.corpus import Corpus
    from tui.model.locales import Locale
    from tui.search.index.doc_values import DocValues

FACETS = (
    "payer", "payee", "instrument", "status", "proof", "year", "article", "publisher", "language",
    "kind", "star", "review",
)  # fmt: skip
_MARKS = {"star": STAR_VALUES, "review": REVIEW_VALUES}
_SCAN_FROM = 400
"""Parties from which counting row by row replaces an intersection for each party.

An intersection takes 0.5 to 3 µs and a row 0.15 µs: some hundred values stay below a millisecond,
while the ten thousand parties of a large corpus would take longer than a look at every row.
"""
_LANGUAGES = {
    "en": msg("English"), "fr": msg("French"),
    "de": msg("German"), "es": msg("Spanish"),
    "it": msg("Italian"),
    "zh": msg("Chinese"), "ja": msg("Japanese"),
    "nl": msg("Dutch"), "pt": msg("Portuguese"), "ko": msg("Korean"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value that records of a result have.

    Attributes:
        value: As `toggle_filter` takes it.
        label: In words.
        count: How many records of the result have it.
    """

    value: str
    label: str
    count: int


def count_facets(
    rows: BitMap, columns: DocValues, locale: Locale, *, limit: int = 100
) -> dict[str, list[FacetValue]]:
    """Count the values of a result's records, field by field.

    Years are in order of time, newest first; all others by count, then by label.

    Args:
        rows: All records of the result, not only the visible ones.
        columns: The doc values of all records.
        locale: How the reader sees words.
        limit: At most so many values of a field.
    """
    facets = {}
    for field in FACETS:
        counts = _counts(field, rows, columns)
        if field == "year":
            chosen = sorted(counts.items(), key=lambda item: -int(item[0]))[:limit]
        else:
            chosen = nsmallest(limit, counts.items(), key=lambda item: (-item[1], item[0]))
        values = [
            FacetValue(value, _label(field, value, columns.corpus, locale), count)
            for value, count in chosen
        ]
        if field != "year":
            values.sort(key=lambda item: (-item.count, item.label))
        facets[field] = values
    return facets


def _counts(field: str, rows: BitMap, columns: DocValues) -> dict[str, int]:
    """How many of the rows have each value of a field; values of none are left out."""
    if field == "proof":
        return _present({state: len(columns.proof.get(state, BitMap()) & rows)
                         for state in PROOF_STATES})  # fmt: skip
    if field in _MARKS:
        # Where nothing is marked, everything is unmarked, which nobody wants to be told.
        return _present({value: len(columns.with_any(field, (value,)) & rows)
                         for value in _MARKS[field] if columns.marks.are_there})  # fmt: skip
    column = columns.values[field]
    if field in ("payer", "payee") and len(column) > _SCAN_FROM:
        return columns.party_counts(field, rows)
    return _present({value: len(having & rows) for value, having in columns.bitmaps(field)})


def _present(counts: dict[str, int]) -> dict[str, int]:
    """The counts that are not zero."""
    return {value: count for value, count in counts.items() if count}


def _label(field: str, value: str, corpus: Corpus, locale: Locale) -> str:
    """A value in the words of the interface."""
    match field:
        case "payer" | "payee":
            return corpus.party_name(value)
        case "article":
            article = corpus.articles.get(value)
            return (article.title if article else "") or value
        case "instrument":
            return locale.word(value)
        case "status":
            return locale.word(value)
        case "kind":
            return locale.word(value)
        case "language":
            return _LANGUAGES.get(value, value)
    return value
