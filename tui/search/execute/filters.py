"""From a filter of a query to the records that it keeps: looking up parties, tags and articles."""

from __future__ import annotations

from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.model.messages import msg
from tui.search.analysis.analyzer import words
from tui.search.execute.name_lookup import NameLookup
from tui.search.query.edit import quoted
from tui.search.query.fields import FIELDS, matching_values
from tui.search.query.syntax import QueryProblem

if TYPE_CHECKING:
    from tui.model.corpus import Corpus
    from tui.search.execute.name_lookup import Names
    from tui.search.index.doc_values import DocValues
    from tui.search.index.sections import Sections, SectionWriter
    from tui.search.query.syntax import Filter

_LANGUAGE_CODES = {
    "english": "en", "anglais": "en", "french": "fr", "francais": "fr", "german": "de",
    "allemand": "de", "spanish": "es", "espagnol": "es", "italian": "it", "italien": "it",
    "chinese": "zh", "chinois": "zh", "japanese": "ja", "japonais": "ja", "dutch": "nl",
    "portuguese": "pt", "korean": "ko",
}  # fmt: skip


def language_code(text: str) -> str:
    """The ISO 639-1 code that a typed language means: `French`, `français` and `fr` are one."""
    return _LANGUAGE_CODES.get("".join(words(text)), text.lower())


class Filters:
    """Evaluates the filters of queries over one corpus."""

    def __init__(self, columns: DocValues, sections: Sections) -> None:
        self.columns, self._sections = columns, sections

    @staticmethod
    def write(into: SectionWriter, corpus: Corpus, columns: DocValues) -> None:
        """Index the names that filters refer to."""
        # Ids that only records mention are names as well, until a party explains them.
        named: dict[str, tuple[str, ...]] = dict.fromkeys(columns.values["party"], ())
        for party in corpus.parties.values():
            named[party.id] = (party.name, *party.aliases)
        articles = {item.id: (item.title, item.publisher) for item in corpus.articles.values()}
        NameLookup.write(into.within("parties"), named)
        NameLookup.write(into.within("articles"), articles)
        NameLookup.write(into.within("publishers"), dict.fromkeys(columns.values["publisher"], ()))
        NameLookup.write(into.within("tags"), dict.fromkeys(columns.values["tag"], ()))

    @cached_property
    def parties(self) -> Names:
        """Parties by their names and ids."""
        return self.of_index("parties")

    @cached_property
    def articles(self) -> Names:
        """Articles by title, publisher and id."""
        return self.of_index("articles")

    @cached_property
    def publishers(self) -> Names:
        """Publishers."""
        return self.of_index("publishers")

    @cached_property
    def tags(self) -> Names:
        """Tags."""
        return self.of_index("tags")

    def of_index(self, kind: str) -> NameLookup:
        """The names of parties, articles, publishers or tags as they were indexed."""
        return NameLookup(self._sections.within(kind))

    def with_doc_values(self, columns: DocValues) -> Filters:
        """The same filters over other doc values of the same records."""
        filters = copy(self)
        filters.columns = columns
        return filters

    def rows(self, filter_: Filter) -> tuple[BitMap, QueryProblem | None]:
        """The rows that a filter keeps, and what is wrong with the filter where it keeps none."""
        rows, problem = self._matching_rows(filter_)
        return (self.columns.all_rows - rows if filter_.negated else rows), problem

    def _matching_rows(self, filter_: Filter) -> tuple[BitMap, QueryProblem | None]:
        columns, field = self.columns, filter_.field
        if filter_.amount is not None:
            return columns.with_amount_in(filter_.amount), None
        if filter_.dates is not None:
            if field == "known":
                return columns.published_in(filter_.dates), None
            if field == "year":
                first, last = filter_.dates.earliest.year, filter_.dates.latest.year
                years = [year for year in columns.values["year"] if first <= int(year) <= last]
                return columns.with_any("year", years), None
            return columns.with_date_in(filter_.dates), None
        # Quotes make commas part of the value: `party:"Alphabet, Inc."`.
        entries = [filter_.text] if filter_.quoted else filter_.text.split(",")
        values: set[str] = set()
        if field == "note":
            rows = BitMap.union(BitMap(), *(columns.marks.noting(entry) for entry in entries))
            if rows:
                return rows, None
            message = msg("no note of yours has “{text}”", text=filter_.text)
            return rows, QueryProblem(filter_.start, filter_.end, message)
        lookup = self._lookup_for(field)
        for entry in filter(None, map(str.strip, entries)):
            if lookup is not None:
                values |= lookup.matches(entry)
            elif field == "language":
                values.add(language_code(entry))
            else:
                values.update(matching_values(field, entry))
        if values:
            return columns.with_any(field, values), None
        suggested = lookup.suggestion(filter_.text) if lookup is not None else ""
        message = msg(
            "no {field} is called “{text}”", field=msg(_field_noun(field)), text=filter_.text
        )
        suggestion = quoted(suggested) if suggested else ""
        return BitMap(), QueryProblem(filter_.start, filter_.end, message, suggestion and
                                      f"{'-' * filter_.negated}{field}:{suggestion}")  # fmt: skip

    def _lookup_for(self, field: str) -> Names | None:
        match field:
            case "payer" | "payee" | "party":
                return self.parties
            case "article":
                return self.articles
            case "publisher":
                return self.publishers
            case "tag":
                return self.tags
        return None


def _field_noun(field: str) -> str:
    return {"payer": "payer", "payee": "payee", "party": "party"}.get(field, FIELDS[field].name)
