"""What `tab` can complete a query with: names of fields, and the values that they have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.search.analysis.analyzer import fold, words
from tui.search.query.edit import quoted
from tui.search.query.fields import FIELDS
from tui.search.query.ranges import read_dates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.search.index.doc_values import DocValues

_MOST = 50
_WORD = re.compile(
    r"(?P<sign>-?)(?:(?P<field>[^\W\d_]+):(?P<value>\"[^\"]*|[^\s()|\"]*)|(?P<word>[^\W\d_]*))$"
)
_REST_OF_FIELD = re.compile(r"[^\W\d_]*:?")
_REST_OF_VALUE = re.compile(r"[^\s()|\",]*")
_REST_OF_QUOTED = re.compile(r"[^\"]*\"?")


@dataclass(frozen=True, slots=True)
class Completion:
    """What `tab` can put in place of `query[start:end]`."""

    start: int
    end: int
    text: str
    description: str


def complete(query: str, cursor: int, values: DocValues) -> list[Completion]:
    """What can stand at the cursor: fields for a word, values after a field.

    What is left of the cursor says which; the whole word that the cursor is in is replaced. Best
    first; values in use come before those that no record has.
    """
    cursor = max(0, min(cursor, len(query)))
    match = _WORD.search(query[:cursor])
    if match is None:
        return []
    if match["field"] is None:
        rest = _REST_OF_FIELD.match(query, cursor)
        return _fields(match["word"], match.start("word"), rest.end() if rest else cursor)
    field = fold(match["field"])
    if field not in FIELDS:
        return []
    value = match["value"]
    start = match.start("value")
    rest_of = _REST_OF_VALUE
    if value.startswith('"'):
        rest_of = _REST_OF_QUOTED if '"' in query[cursor:] else _REST_OF_VALUE
        value = value[1:]
    elif "," in value:
        start += value.rindex(",") + 1
        value = value.rpartition(",")[2]
    rest = rest_of.match(query, cursor)
    return [
        Completion(start, rest.end() if rest else cursor, text, description)
        for text, description in _values(field, value, values)[:_MOST]
    ]


def _fields(typed: str, start: int, end: int) -> list[Completion]:
    wanted = fold(typed)
    return [
        Completion(
            start, end, f"{field.name}:", f"{field.description}, as {field.name}:{field.example}"
        )
        for field in FIELDS.values()
        if field.name.startswith(wanted)
    ]


def _values(field: str, typed: str, values: DocValues) -> list[tuple[str, str]]:
    """Values as they are written that begin with what is typed, or have a word that does."""
    known = FIELDS[field].values
    if known:
        sign = "-" if typed.startswith("-") else ""
        return [(value, _used(values, field, value)) for value in known
                if value.startswith(sign) and _fits(typed, (value,))]  # fmt: skip
    return [(quoted(value), said) for value, said in _values_in_use(field, typed, values)]


def _values_in_use(field: str, typed: str, values: DocValues) -> list[tuple[str, str]]:
    corpus = values.corpus
    if field == "known":
        published = {
            str(article.published.earliest.year)
            for article in corpus.articles.values()
            if article.published is not None and article.published.earliest is not None
        }
        said = ((year, len(values.known(read_dates(year)))) for year in published)
        fitting = sorted((item for item in said if _fits(typed, item[:1])), reverse=True)
        return [(year, f"{year} ({count})") for year, count in fitting]
    column = values.values.get("year" if field == "date" else field)
    if column is None:
        return []
    counted: Iterable[tuple[str, str, tuple[str, ...]]]
    match field:
        case "payer" | "payee" | "party":
            names = ((key, corpus.parties.get(key)) for key in column)
            counted = (
                (
                    key,
                    party.name if party else key,
                    (key, party.name, *party.aliases) if party else (key,),
                )
                for key, party in names
            )
        case "article":
            articles = ((key, corpus.articles.get(key)) for key in column)
            counted = (
                (key, item.title or key if item else key,
                 (key, item.title, item.publisher) if item else (key,))
                for key, item in articles
            )  # fmt: skip
        case _:
            counted = ((key, key, (key,)) for key in column)
    found = [
        (column.count(key), key, label) for key, label, names in counted if _fits(typed, names)
    ]
    if field in ("year", "date"):
        found.sort(key=lambda item: item[1], reverse=True)
    else:
        found.sort(key=lambda item: (-item[0], item[2]))
    return [(key, f"{label} ({count})") for count, key, label in found]


def _fits(typed: str, names: Iterable[str]) -> bool:
    wanted = " ".join(words(typed))
    if not wanted:
        return True
    for name in names:
        parts = words(name)
        if any(" ".join(parts[at:]).startswith(wanted) for at in range(len(parts))):
            return True
    return False


def _used(values: DocValues, field: str, value: str) -> str:
    if field in ("in", "sort"):
        return FIELDS[field].description
    count = len(values.having(field, [value]))
    return f"{count} record{'' if count == 1 else 's'}"
