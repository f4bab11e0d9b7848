"""Counts of a result by payer, payee, status and so on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from heapq import nsmallest
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.model.proofs import PROOF_STATES

if TYPE_CHECKING:
    from tui.model.corpus import Corpus
    from tui.model.locales import Locale
    from tui.search.index.doc_values import DocValues

FACETS = (
    "payer", "payee", "instrument", "status", "proof", "year", "article", "language", "kind",
)  # fmt: skip
_FEW = 400
_LANGUAGES = {
    "en": "English", "fr": "French", "de": "German", "es": "Spanish", "it": "Italian",
    "zh": "Chinese", "ja": "Japanese", "nl": "Dutch", "pt": "Portuguese", "ko": "Korean",
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
    rows: BitMap, columns: DocValues, locale: Locale, *, most: int = 100
) -> dict[str, list[FacetValue]]:
    """The values that some records have, with counts.

    Years stand in order of time, newest first; all others by count, then by label.

    Args:
        rows: The records of a result, all of them and not only the visible ones.
        columns: The typed fields of all records.
        locale: How the reader sees words.
        most: At most so many values of a field are given.
    """
    found = {}
    for field in FACETS:
        counts = _counts(field, rows, columns)
        if field == "year":
            chosen = sorted(counts.items(), key=lambda item: -int(item[0]))[:most]
        else:
            chosen = nsmallest(most, counts.items(), key=lambda item: (-item[1], item[0]))
        values = [
            FacetValue(value, _label(field, value, columns.corpus, locale), count)
            for value, count in chosen
        ]
        if field != "year":
            values.sort(key=lambda item: (-item.count, item.label))
        found[field] = values
    return found


def _counts(field: str, rows: BitMap, columns: DocValues) -> dict[str, int]:
    if field == "proof":
        return _present({state: len(columns.proof.get(state, BitMap()) & rows)
                         for state in PROOF_STATES})  # fmt: skip
    column = columns.values[field]
    if field in ("payer", "payee") and len(column) > _FEW:
        records = columns.rows
        counted = Counter(getattr(records[row], field, "") for row in rows)
        counted.pop("", None)
        return counted
    return _present({value: len(members & rows) for value, members in columns.bitmaps(field)})


def _present(counts: dict[str, int]) -> dict[str, int]:
    return {value: count for value, count in counts.items() if count}


def _label(field: str, value: str, corpus: Corpus, locale: Locale) -> str:
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
