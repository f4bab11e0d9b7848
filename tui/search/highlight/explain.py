"""Why a record was found: the matched parts of its fields, and the line that it was found by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, TypeAlias

from tui.model.format import format_quantity
from tui.model.records import PARTY_FIELDS, Deal, all_evidence, record_amount, record_date
from tui.search.analysis.analyzer import fold_with_places
from tui.search.highlight.name_occurrences import name_spans
from tui.search.highlight.occurrences import (
    OF_WORDS,
    SoughtTerm,
    Span,
    first_place,
    merged,
    places_of,
    spans_at,
    spans_in,
)
from tui.search.highlight.snippets import Snippet, line_about, line_at
from tui.search.index.indexed_texts import Group, cited_articles, names_of, years

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tui.model.corpus import Corpus
    from tui.model.locales import Locale
    from tui.model.records import Record

_REMEMBERED = 64
_Text: TypeAlias = "tuple[str, Sequence[int], str]"


@dataclass(frozen=True, slots=True)
class Hit:
    """Why a record is there.

    Attributes:
        matched: By field the matched parts of its text: `title`, `payer`, `payee`, `party`,
            `holder`, `subject` (the party's name), `parties` (names with commas), `amount` (as
            `str` writes it), `instrument`, `status`, `kind`, `tags`, `type` (deal, total or
            fact), `date` (as written); for terms found in none of these also `quote`, `note`,
            `because` and fields of tranches.
        snippet: A line of an article, of its title or publisher, or of a note, for a term that no
            field above has.
        figure: The matched parts of the amount as `format_quantity` writes it.
    """

    record_id: str
    matched: dict[str, tuple[Span, ...]]
    snippet: Snippet | None
    figure: tuple[Span, ...] = ()


class _Reasons:
    """What is gathered for one record: marks by field, and the parts of the query they explain."""

    def __init__(self, wanted: Sequence[SoughtTerm], inside: frozenset[Group]) -> None:
        self.wanted, self.inside = wanted, inside
        self.matched: dict[str, list[Span]] = {}
        self._seen: set[int] = set()

    def looks_in(self, group: Group) -> bool:
        """Whether a group of text was searched."""
        return not self.inside or group in self.inside

    def add(self, field: str, number: int, spans: Sequence[Span]) -> None:
        """Take marks that explain a part of the query, by its number."""
        self._seen.add(number)
        self.matched.setdefault(field, []).extend(spans)

    def missing(self) -> list[tuple[int, SoughtTerm]]:
        """The parts that nothing explains.

        A word that was found together with others needs no reason of its own, nor do several
        together of which each was found.
        """
        explained = {
            word
            for number in self._seen
            if self.wanted[number].kind in OF_WORDS
            for word in self.wanted[number].words
        }
        return [
            (number, part)
            for number, part in enumerate(self.wanted)
            if number not in self._seen
            and not (part.kind in OF_WORDS and explained.issuperset(part.words))
        ]


class Marker:
    """Marks what a query found, for the few records that are looked at."""

    def __init__(self, corpus: Corpus, locale: Locale) -> None:
        self.corpus, self.locale = corpus, locale
        # Not over a method: a cycle would keep a replaced corpus, as the app freezes what it reads.
        self._read = lru_cache(maxsize=_REMEMBERED)(partial(_read_article, corpus))
        self._first = lru_cache(maxsize=1024)(partial(_first_in_article, self._read))
        self._in_name = lru_cache(maxsize=4096)(name_spans)

    def hit(self, record: Record, wanted: Sequence[SoughtTerm], inside: frozenset[Group]) -> Hit:
        """Why a record is there.

        Args:
            record: The record.
            wanted: The parts of the query, in any of their readings.
            inside: The groups of text that were searched; empty for all.
        """
        if not wanted:
            return Hit(record.id, {}, None)
        reasons = _Reasons(wanted, inside)
        for field, group, text in _head(record):
            if reasons.looks_in(group):
                for number, spans in spans_in(text, wanted).items():
                    reasons.add(field, number, spans)
        if reasons.looks_in(Group.PARTIES):
            self._parties(record, reasons)
        if reasons.looks_in(Group.INSTRUMENT):
            _by_date(record, reasons)
        snippet = self._found_deep(record, reasons)
        matched = {field: merged(spans) for field, spans in reasons.matched.items()}
        figure = _shown_figure(record, wanted, self.locale) if "amount" in matched else ()
        return Hit(record.id, matched, snippet, figure)

    def article_spans(self, article_id: str, wanted: Sequence[SoughtTerm]) -> tuple[Span, ...]:
        """Where the parts of a query stand in the text of an article."""
        folded, back, language = self._read(article_id)
        found = spans_at(folded, back, places_of(folded, language), wanted, language)
        return merged(span for spans in found.values() for span in spans)

    def _parties(self, record: Record, reasons: _Reasons) -> None:
        for field, start, names in _named(self.corpus, record):
            for number, part in enumerate(reasons.wanted):
                spans = self._in_name(names, part)
                if spans:
                    reasons.add(field, number, [(start + low, start + high) for low, high in spans])

    def _found_deep(self, record: Record, reasons: _Reasons) -> Snippet | None:
        """Mark what no short field explains in the long ones; a line of a text for it."""
        missing = [part for _, part in reasons.missing()]
        if not missing:
            return None
        known = set(reasons.matched)
        noted = ""
        for field, group, text, language in _deep(self.corpus, record):
            if reasons.looks_in(group) and field not in known:
                found = spans_in(text, missing, language).values()
                if found:
                    # Of several quotes the first with a hit counts.
                    known.add(field)
                    reasons.matched[field] = [span for spans in found for span in spans]
                    noted = noted or (text if group == Group.NOTES else "")
        snippet = None
        if reasons.looks_in(Group.ARTICLES) or reasons.looks_in(Group.QUOTES):
            snippet = self._line_of_article(record, missing)
        return snippet or (line_about("", noted, missing) if noted else None)

    def _line_of_article(self, record: Record, missing: Sequence[SoughtTerm]) -> Snippet | None:
        """A line of the article with the most of the parts, itself with the most of them."""
        articles = self.corpus.articles
        cited = [article for article in cited_articles(record) if article in articles]
        best = ""
        places: list[int] = []
        for article_id in cited:
            found = [at for part in missing if (at := self._first(article_id, part)) is not None]
            if len(found) > len(places):
                best, places = article_id, found
        if places:
            text, language = self.corpus.texts[best].text, self._read(best)[2]
            lines = (line_at(best, text, at, missing, language) for at in places)
            return max(filter(None, lines), key=_telling, default=None)
        abouts = (
            line_about(article_id, text, missing)
            for article_id in cited
            for text in (articles[article_id].title, articles[article_id].publisher)
        )
        return next(filter(None, abouts), None)


def _telling(line: Snippet) -> int:
    """How many different words of a line are marked."""
    return len({line.text[start:end].casefold() for start, end in line.spans})


def _head(record: Record) -> Iterator[tuple[str, Group, str]]:
    """The short fields, but for the parties."""
    yield "title", Group.TITLE, record.title
    amount = record_amount(record)
    if amount is not None:
        yield "amount", Group.AMOUNT, str(amount)
    yield "type", Group.INSTRUMENT, type(record).__name__.lower()
    for field in ("instrument", "status", "kind"):
        value = getattr(record, field, None)
        if value:
            yield field, Group.INSTRUMENT, value
    if record.tags:
        yield "tags", Group.INSTRUMENT, ", ".join(record.tags)


def _named(corpus: Corpus, record: Record) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """The fields that name parties: for each party where it stands in the field, and its names."""
    for field in PARTY_FIELDS:
        party = getattr(record, field, "")
        if party:
            yield field, 0, names_of(corpus, party)
    if isinstance(record, Deal):
        start = 0
        for party in record.parties:
            names = names_of(corpus, party)
            yield "parties", start, names
            start += len(names[0]) + len(", ")


def _deep(corpus: Corpus, record: Record) -> Iterator[tuple[str, Group, str, str]]:
    """The long fields, with their languages."""
    if isinstance(record, Deal):
        for tranche in record.tranches:
            path = f"tranches.{tranche.id}"
            if tranche.amount is not None:
                yield f"{path}.amount", Group.AMOUNT, str(tranche.amount), ""
            yield f"{path}.status", Group.INSTRUMENT, tranche.status or "", ""
            yield f"{path}.title", Group.NOTES, tranche.title, ""
            yield f"{path}.note", Group.NOTES, tranche.note, ""
    for _, evidence in all_evidence(record):
        article = corpus.articles.get(evidence.article)
        yield "quote", Group.QUOTES, evidence.quote, article.language if article else ""
        yield "because", Group.NOTES, evidence.because, ""
    yield "note", Group.NOTES, record.note, ""


def _by_date(record: Record, reasons: _Reasons) -> None:
    """Mark the date where a year that it means was looked for; all of it if it is not written."""
    date = record_date(record)
    if date is None:
        return
    meant = [str(year) for year in years(date)]
    for number, part in reasons.missing():
        if any(spans_in(year, [part]) for year in meant):
            spans = spans_in(date.text.replace("-", " "), [part])
            reasons.add("date", number, spans.get(0, [(0, len(date.text))]))


def _shown_figure(record: Record, wanted: Sequence[SoughtTerm], locale: Locale) -> tuple[Span, ...]:
    """The matched parts of an amount as it is shown; all of it if they are written otherwise."""
    amount = record_amount(record)
    shown = format_quantity(amount, locale) if amount is not None else ""
    found = spans_in(shown, wanted, locale.name)
    return merged(span for spans in found.values() for span in spans) or ((0, len(shown)),)


def _read_article(corpus: Corpus, article_id: str) -> _Text:
    text = corpus.texts.get(article_id)
    article = corpus.articles.get(article_id)
    folded, back = fold_with_places(text.text if text else "")
    return folded, back, article.language if article else ""


def _first_in_article(
    read: Callable[[str], _Text], article_id: str, part: SoughtTerm
) -> int | None:
    """The first place of a part of a query in an article."""
    folded, back, language = read(article_id)
    span = first_place(folded, part, language)
    return back[span[0]] if span is not None else None
