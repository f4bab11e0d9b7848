"""What a filter of the query means in this corpus: the parties, tags and articles it names."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.search.analysis.analyzer import words
from tui.search.execute.name_lookup import NameLookup
from tui.search.query.edit import quoted
from tui.search.query.fields import FIELDS, known_values
from tui.search.query.syntax import QueryProblem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.search.index.doc_values import DocValues
    from tui.search.query.syntax import Filter

_LANGUAGES = {
    "english": "en", "anglais": "en", "french": "fr", "francais": "fr", "german": "de",
    "allemand": "de", "spanish": "es", "espagnol": "es", "italian": "it", "italien": "it",
    "chinese": "zh", "chinois": "zh", "japanese": "ja", "japonais": "ja", "dutch": "nl",
    "portuguese": "pt", "korean": "ko",
}  # fmt: skip


class Filters:
    """Rows of filters."""

    def __init__(self, columns: DocValues, vocabulary: Iterable[str]) -> None:
        """Get ready for the filters of a corpus.

        Args:
            columns: Its typed fields.
            vocabulary: The words of its texts, of which the names take theirs.
        """
        self.columns = columns
        corpus = columns.corpus
        known = {word: word for word in vocabulary}
        named: dict[str, tuple[str, ...]] = dict.fromkeys(columns.values["party"], ())
        for party in corpus.parties.values():
            named[party.id] = (party.name, *party.aliases)
        self.parties = NameLookup(named, known)
        self.articles = NameLookup(
            {item.id: (item.title, item.publisher) for item in corpus.articles.values()}, known
        )
        self.tags = NameLookup(dict.fromkeys(columns.values["tag"], ()), known)

    def with_columns(self, columns: DocValues) -> Filters:
        """The same filters over other typed fields of the same records."""
        filters = copy(self)
        filters.columns = columns
        return filters

    def rows(self, wanted: Filter) -> tuple[BitMap, QueryProblem | None]:
        """The rows that a filter keeps, and what is wrong with it where it keeps none."""
        rows, problem = self._positive(wanted)
        return (self.columns.everything - rows if wanted.negated else rows), problem

    def _positive(self, wanted: Filter) -> tuple[BitMap, QueryProblem | None]:
        columns, field = self.columns, wanted.field
        if wanted.amount is not None:
            return columns.amounting(wanted.amount), None
        if wanted.dates is not None:
            if field == "known":
                return columns.known(wanted.dates), None
            if field == "year":
                first, last = wanted.dates.earliest.year, wanted.dates.latest.year
                asked = [year for year in columns.values["year"] if first <= int(year) <= last]
                return columns.having("year", asked), None
            return columns.dated(wanted.dates), None
        parts = [wanted.text] if wanted.quoted else wanted.text.split(",")
        values: set[str] = set()
        naming = self._naming(field)
        for part in filter(None, map(str.strip, parts)):
            if naming is not None:
                values |= naming.meant(part)
            elif field == "language":
                values.add(_LANGUAGES.get("".join(words(part)), part.lower()))
            else:
                values.update(known_values(field, part))
        if values:
            return columns.having(field, values), None
        near = naming.near(wanted.text) if naming is not None else ""
        message = f"no {_noun(field)} is called “{wanted.text}”"
        suggestion = quoted(near) if near else ""
        return BitMap(), QueryProblem(wanted.start, wanted.end, message, suggestion and
                                      f"{'-' * wanted.negated}{field}:{suggestion}")  # fmt: skip

    def _naming(self, field: str) -> NameLookup | None:
        match field:
            case "payer" | "payee" | "party":
                return self.parties
            case "article":
                return self.articles
            case "tag":
                return self.tags
        return None


def _noun(field: str) -> str:
    return {"payer": "payer", "payee": "payee", "party": "party"}.get(field, FIELDS[field].name)
