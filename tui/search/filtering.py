"""What a filter of the query means in this corpus: the parties, tags and articles it names."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.search.fields import FIELDS, known_values, nearest
from tui.search.fold import words
from tui.search.syntax import QueryProblem
from tui.search.vocabulary import edits_allowed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tui.search.columns import Columns
    from tui.search.syntax import Filter

_LANGUAGES = {
    "english": "en", "anglais": "en", "french": "fr", "francais": "fr", "german": "de",
    "allemand": "de", "spanish": "es", "espagnol": "es", "italian": "it", "italien": "it",
    "chinese": "zh", "chinois": "zh", "japanese": "ja", "japonais": "ja", "dutch": "nl",
    "portuguese": "pt", "korean": "ko",
}  # fmt: skip


class Filters:
    """Rows of filters."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns

    @cached_property
    def parties(self) -> Naming:
        """Parties by their names."""
        corpus, column = self.columns.corpus, self.columns.values["party"]
        named: dict[str, tuple[str, ...]] = dict.fromkeys(column, ())
        for party in corpus.parties.values():
            named[party.id] = (party.name, *party.aliases)
        return Naming(named)

    @cached_property
    def articles(self) -> Naming:
        """Articles by title and publisher."""
        return Naming(
            {
                item.id: (item.title, item.publisher)
                for item in self.columns.corpus.articles.values()
            }
        )

    @cached_property
    def tags(self) -> Naming:
        """Tags by themselves."""
        return Naming(dict.fromkeys(self.columns.values["tag"], ()))

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

    def _naming(self, field: str) -> Naming | None:
        match field:
            case "payer" | "payee" | "party":
                return self.parties
            case "article":
                return self.articles
            case "tag":
                return self.tags
        return None


class Naming:
    """Things by id and names, asked for by a part of one."""

    def __init__(self, named: Mapping[str, Iterable[str]]) -> None:
        self._exact: dict[str, set[str]] = {}
        self._words: dict[str, set[str]] = {}
        self._ids: dict[str, str] = {}
        self.names: list[str] = []
        for key, names in named.items():
            self._ids[key] = key
            shown = [name for name in names if name] or [key]
            self.names.append(shown[0])
            for name in (*shown, key):
                parts = words(name)
                self._exact.setdefault(" ".join(parts), set()).add(key)
                for word in parts:
                    self._words.setdefault(word, set()).add(key)

    def meant(self, text: str) -> set[str]:
        """The ids that a text means.

        The one with this id; else those with this very name; else those in whose names every
        word begins one; else those in whose names every word has at most a typo.
        """
        if text in self._ids:
            return {text}
        parts = words(text)
        if not parts:
            return set()
        exact = self._exact.get(" ".join(parts))
        if exact:
            return exact
        for near in (_begins, _resembles):
            found: set[str] | None = None
            for part in parts:
                keys: set[str] = set()
                for word, owners in self._words.items():
                    if near(part, word):
                        keys |= owners
                found = keys if found is None else found & keys
            if found:
                return found
        return set()

    def near(self, text: str) -> str:
        """The name that a text may be a misspelling of, or empty."""
        return nearest(text, self.names)


def _begins(part: str, word: str) -> bool:
    return word.startswith(part)


def _resembles(part: str, word: str) -> bool:
    from rapidfuzz.distance import OSA

    allowed = edits_allowed(len(part), len(word))
    return bool(allowed) and OSA.distance(part, word, score_cutoff=allowed) <= allowed


def quoted(value: str) -> str:
    """A value as it must be written in a query."""
    value = value.replace('"', " ")
    plain = value and not any(char.isspace() or char in "()|,'\"" for char in value)
    return value if plain else f'"{value}"'


def _noun(field: str) -> str:
    return {"payer": "payer", "payee": "payee", "party": "party"}.get(field, FIELDS[field].name)
