"""What `tab` can complete a query with: names of fields, and the values in use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.search.analysis.analyzer import fold, words
from tui.search.query.edit import quoted
from tui.search.query.fields import FIELDS
from tui.search.query.value_ranges import read_dates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.search.index.doc_values import DocValues

_MAX_COMPLETIONS = 50
"""Enough for a list that is scrolled; nobody reads further."""
_WORD_BEFORE_CURSOR = re.compile(
    r"(?P<sign>-?)(?:(?P<field>[^\W\d_]+):(?P<value>\"[^\"]*|[^\s()|\"]*)|(?P<word>[^\W\d_]*))$"
)
_REST_OF_FIELD = re.compile(r"[^\W\d_]*:?")
_REST_OF_VALUE = re.compile(r"[^\s()|\",]*")
_REST_OF_QUOTED = re.compile(r"[^\"]*\"?")


@dataclass(frozen=True, slots=True)
class Completion:
    """A replacement for `query[start:end]`."""

    start: int
    end: int
    text: str
    description: str


def complete(query: str, cursor: int, values: DocValues) -> list[Completion]:
    """What can stand at the cursor: fields for a word, values after a field.

    The text left of the cursor decides what is offered; the whole word around it is replaced. Best
    first; values in use come before those that no record has.
    """
    cursor = max(0, min(cursor, len(query)))
    match = _WORD_BEFORE_CURSOR.search(query[:cursor])
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
    rest_pattern = _REST_OF_VALUE
    if value.startswith('"'):
        # Without a closing quote further on, the rest of the query is no part of the value.
        rest_pattern = _REST_OF_QUOTED if '"' in query[cursor:] else _REST_OF_VALUE
        value = value[1:]
    # Only the last entry of a list is completed.
    elif "," in value:
        start += value.rindex(",") + 1
        value = value.rpartition(",")[2]
    rest = rest_pattern.match(query, cursor)
    return [
        Completion(start, rest.end() if rest else cursor, text, description)
        for text, description in _values(field, value, values)[:_MAX_COMPLETIONS]
    ]


def _fields(typed: str, start: int, end: int) -> list[Completion]:
    prefix = fold(typed)
    return [
        Completion(
            start, end, f"{field.name}:", f"{field.description}, as {field.name}:{field.example}"
        )
        for field in FIELDS.values()
        if field.name.startswith(prefix)
    ]


def _values(field: str, typed: str, values: DocValues) -> list[tuple[str, str]]:
    """Values, as a query writes them, that start with what was typed or have a word that does."""
    fixed = FIELDS[field].values
    if fixed:
        # `sort:-` offers the descending orders only.
        sign = "-" if typed.startswith("-") else ""
        return [(value, _usage(values, field, value)) for value in fixed
                if value.startswith(sign) and _any_name_matches(typed, (value,))]  # fmt: skip
    return [
        (quoted(value), description) for value, description in _values_in_use(field, typed, values)
    ]


def _values_in_use(field: str, typed: str, values: DocValues) -> list[tuple[str, str]]:
    """The values that records have, most frequent first, each with a label and its count."""
    corpus = values.corpus
    if field == "known":
        published = {
            str(article.published.earliest.year)
            for article in corpus.articles.values()
            if article.published is not None and article.published.earliest is not None
        }
        counts = ((year, len(values.published_in(read_dates(year)))) for year in published)
        matching = sorted(
            (entry for entry in counts if _any_name_matches(typed, entry[:1])), reverse=True
        )
        return [(year, f"{year} ({count})") for year, count in matching]
    if field == "note":
        noted = [
            (count, word)
            for word, count in values.marks.note_words().items()
            if _any_name_matches(typed, (word,))
        ]
        return [(word, f"{word} ({count})") for count, word in sorted(noted, key=_frequent_first)]
    column = values.values.get("year" if field == "date" else field)
    if column is None:
        return []
    candidates: Iterable[tuple[str, str, tuple[str, ...]]]
    match field:
        case "payer" | "payee" | "party":
            names = ((key, corpus.parties.get(key)) for key in column)
            candidates = (
                (
                    key,
                    party.name if party else key,
                    (key, party.name, *party.aliases) if party else (key,),
                )
                for key, party in names
            )
        case "article":
            articles = ((key, corpus.articles.get(key)) for key in column)
            candidates = (
                (key, entry.title or key if entry else key,
                 (key, entry.title, entry.publisher) if entry else (key,))
                for key, entry in articles
            )  # fmt: skip
        case _:
            candidates = ((key, key, (key,)) for key in column)
    entries = [
        (column.count(key), key, label)
        for key, label, names in candidates
        if _any_name_matches(typed, names)
    ]
    # Years read best in order of time, everything else by frequency.
    if field in ("year", "date"):
        entries.sort(key=lambda entry: entry[1], reverse=True)
    else:
        entries.sort(key=lambda entry: (-entry[0], entry[2]))
    return [(key, f"{label} ({count})") for count, key, label in entries]


def _frequent_first(entry: tuple[int, str]) -> tuple[int, str]:
    return -entry[0], entry[1]


def _any_name_matches(typed: str, names: Iterable[str]) -> bool:
    """Whether one of some names starts with the typed words, or does from one of its words on."""
    prefix = " ".join(words(typed))
    if not prefix:
        return True
    for name in names:
        parts = words(name)
        if any(" ".join(parts[start:]).startswith(prefix) for start in range(len(parts))):
            return True
    return False


def _usage(values: DocValues, field: str, value: str) -> str:
    """The description of `in:` and `sort:` values; for others how many records have the value."""
    if field in ("in", "sort"):
        return FIELDS[field].description
    count = len(values.with_any(field, [value]))
    return f"{count} record{'' if count == 1 else 's'}"
