"""Why a record matches: the matching parts of its fields, and the line of text that matched.

Computed for the rows on the screen only. Short fields are tried first, longer ones and articles
only for terms that no short field explains.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from tui.model.format import format_quantity
from tui.model.records import PARTY_FIELDS, Deal, all_evidence, record_amount, record_date
from tui.search.analysis.analyzer import fold_with_offsets
from tui.search.highlight.name_occurrences import spans_in_name
from tui.search.highlight.occurrences import (
    WORD_KINDS,
    SoughtTerm,
    Span,
    first_span,
    merged,
    spans_in,
    spans_in_tokens,
    tokens_of,
)
from tui.search.highlight.snippets import Snippet, line_about, line_at
from tui.search.index.indexed_texts import TextGroup, cited_articles, names_of, years_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tui.model.corpus import Corpus
    from tui.model.locales import Locale
    from tui.model.records import Record

_CACHE_SIZE = 64
"""Folded articles that are kept: those of the rows on a screen."""


class _FoldedArticle(NamedTuple):
    """The folded text of an article, the offset of each of its characters, and its language."""

    text: str
    offsets: Sequence[int]
    language: str


class _FieldText(NamedTuple):
    """The text of a field, the group it is searched in, and its language where that matters."""

    field: str
    group: TextGroup
    text: str
    language: str = ""


class _PartyField(NamedTuple):
    """A party that a field names: its offset in the text of the field, and all its names."""

    field: str
    offset: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Why a record matches.

    Attributes:
        matched: By field the matching parts of its text: `title`, `payer`, `payee`, `party`,
            `holder`, `subject` (the party's name), `parties` (names with commas), `amount` (as
            `str` writes it), `instrument`, `status`, `kind`, `tags`, `type` (deal, total or fact),
            `date` (as written); for terms that match none of these also `quote`, `note`, `because`
            and fields of tranches.
        snippet: A line of an article, of its title or publisher, or of a note, for a term that
            matches no field above.
        figure: The matching parts of the amount as `format_quantity` writes it.
    """

    record_id: str
    matched: dict[str, tuple[Span, ...]]
    snippet: Snippet | None
    figure: tuple[Span, ...] = ()


class _Explanation:
    """What explains the match of one record, as it is collected.

    Attributes:
        matched: By field the spans that match.
    """

    def __init__(self, sought: Sequence[SoughtTerm], inside: frozenset[TextGroup]) -> None:
        self.sought, self.inside = sought, inside
        self.matched: dict[str, list[Span]] = {}
        self._explained: set[int] = set()

    def searches(self, group: TextGroup) -> bool:
        """Whether the query looks in a group of text."""
        return not self.inside or group in self.inside

    def add(self, field: str, number: int, spans: Sequence[Span]) -> None:
        """Add spans of a field that explain a term, by the position of the term in `sought`."""
        self._explained.add(number)
        self.matched.setdefault(field, []).extend(spans)

    def unexplained(self) -> list[tuple[int, SoughtTerm]]:
        """The terms that nothing explains, with their positions in `sought`.

        A word that was found as part of a joined term needs no explanation of its own, nor does a
        joined term of which each word was found.
        """
        explained_words = {
            word
            for number in self._explained
            if self.sought[number].kind in WORD_KINDS
            for word in self.sought[number].words
        }
        return [
            (number, term)
            for number, term in enumerate(self.sought)
            if number not in self._explained
            and not (term.kind in WORD_KINDS and explained_words.issuperset(term.words))
        ]


class Highlighter:
    """Explains the matches of a query, for the few records on the screen."""

    def __init__(self, corpus: Corpus, locale: Locale) -> None:
        self.corpus, self.locale = corpus, locale
        # Caches of functions, not of methods: a cache of a method refers back to its object, and
        # with the cycle collector frozen such a cycle would keep a replaced corpus for good.
        self._folded = lru_cache(maxsize=_CACHE_SIZE)(partial(_fold_article, corpus))
        self._first_offset = lru_cache(maxsize=1024)(partial(_first_offset, self._folded))
        self._in_name = lru_cache(maxsize=4096)(spans_in_name)

    def hit(
        self, record: Record, sought: Sequence[SoughtTerm], inside: frozenset[TextGroup]
    ) -> Hit:
        """Why a record matches.

        Args:
            record: The record.
            sought: The terms of the query, in all its interpretations.
            inside: The groups of text that were searched; empty for all.
        """
        if not sought:
            return Hit(record.id, {}, None)
        explanation = _Explanation(sought, inside)
        for short in _short_fields(record):
            if explanation.searches(short.group):
                for number, spans in spans_in(short.text, sought).items():
                    explanation.add(short.field, number, spans)
        if explanation.searches(TextGroup.PARTIES):
            self._explain_by_parties(record, explanation)
        if explanation.searches(TextGroup.INSTRUMENT):
            _explain_by_date(record, explanation)
        snippet = self._explain_by_long_fields(record, explanation)
        matched = {field: merged(spans) for field, spans in explanation.matched.items()}
        figure = _displayed_spans(record, sought, self.locale) if "amount" in matched else ()
        return Hit(record.id, matched, snippet, figure)

    def article_spans(self, article_id: str, sought: Sequence[SoughtTerm]) -> tuple[Span, ...]:
        """Where terms occur in the text of an article."""
        folded, offsets, language = self._folded(article_id)
        spans_by_term = spans_in_tokens(
            folded, offsets, tokens_of(folded, language), sought, language
        )
        return merged(span for spans in spans_by_term.values() for span in spans)

    def _explain_by_parties(self, record: Record, explanation: _Explanation) -> None:
        """Add the names that match, whichever name or spelling of the party was typed."""
        for field, start, names in _party_fields(self.corpus, record):
            for number, term in enumerate(explanation.sought):
                spans = self._in_name(names, term)
                if spans:
                    explanation.add(
                        field, number, [(start + low, start + high) for low, high in spans]
                    )

    def _explain_by_long_fields(self, record: Record, explanation: _Explanation) -> Snippet | None:
        """Mark long fields for what no short field explains; returns a line of text for it."""
        terms = [term for _, term in explanation.unexplained()]
        if not terms:
            return None
        explained_fields = set(explanation.matched)
        note = ""
        for field, group, text, language in _long_fields(self.corpus, record):
            if explanation.searches(group) and field not in explained_fields:
                spans_by_term = spans_in(text, terms, language).values()
                if spans_by_term:
                    # Of several quotes only the first that matches is marked.
                    explained_fields.add(field)
                    explanation.matched[field] = [span for spans in spans_by_term for span in spans]
                    note = note or (text if group == TextGroup.NOTES else "")
        snippet = None
        if explanation.searches(TextGroup.ARTICLES) or explanation.searches(TextGroup.QUOTES):
            snippet = self._article_line(record, terms)
        # A line of an article says more than the curator's note about it.
        return snippet or (line_about("", note, terms) if note else None)

    def _article_line(self, record: Record, terms: Sequence[SoughtTerm]) -> Snippet | None:
        """The line with the most terms, of the cited article with the most terms."""
        articles = self.corpus.articles
        cited = [article for article in cited_articles(record) if article in articles]
        best = ""
        best_offsets: list[int] = []
        for article_id in cited:
            offsets = [
                offset
                for term in terms
                if (offset := self._first_offset(article_id, term)) is not None
            ]
            if len(offsets) > len(best_offsets):
                best, best_offsets = article_id, offsets
        if best_offsets:
            text, language = self.corpus.texts[best].text, self._folded(best).language
            lines = (line_at(best, text, offset, terms, language) for offset in best_offsets)
            return max(filter(None, lines), key=_marked_words, default=None)
        # An article is also found by its title and publisher, which its text need not repeat.
        abouts = (
            line_about(article_id, text, terms)
            for article_id in cited
            for text in (articles[article_id].title, articles[article_id].publisher)
        )
        return next(filter(None, abouts), None)


def _marked_words(line: Snippet) -> int:
    """How many different words of a line are marked."""
    return len({line.text[start:end].casefold() for start, end in line.spans})


def _short_fields(record: Record) -> Iterator[_FieldText]:
    """The short fields of a record, except the parties."""
    yield _FieldText("title", TextGroup.TITLE, record.title)
    amount = record_amount(record)
    if amount is not None:
        yield _FieldText("amount", TextGroup.AMOUNT, str(amount))
    yield _FieldText("type", TextGroup.INSTRUMENT, type(record).__name__.lower())
    for field in ("instrument", "status", "kind"):
        value = getattr(record, field, None)
        if value:
            yield _FieldText(field, TextGroup.INSTRUMENT, value)
    if record.tags:
        yield _FieldText("tags", TextGroup.INSTRUMENT, ", ".join(record.tags))


def _party_fields(corpus: Corpus, record: Record) -> Iterator[_PartyField]:
    """Every party that the fields of a record name."""
    for field in PARTY_FIELDS:
        party = getattr(record, field, "")
        if party:
            yield _PartyField(field, 0, names_of(corpus, party))
    if isinstance(record, Deal):
        start = 0
        for party in record.parties:
            names = names_of(corpus, party)
            yield _PartyField("parties", start, names)
            start += len(names[0]) + len(", ")


def _long_fields(corpus: Corpus, record: Record) -> Iterator[_FieldText]:
    """The long fields of a record."""
    if isinstance(record, Deal):
        for tranche in record.tranches:
            path = f"tranches.{tranche.id}"
            if tranche.amount is not None:
                yield _FieldText(f"{path}.amount", TextGroup.AMOUNT, str(tranche.amount))
            yield _FieldText(f"{path}.status", TextGroup.INSTRUMENT, tranche.status or "")
            yield _FieldText(f"{path}.title", TextGroup.NOTES, tranche.title)
            yield _FieldText(f"{path}.note", TextGroup.NOTES, tranche.note)
    for _, evidence in all_evidence(record):
        article = corpus.articles.get(evidence.article)
        language = article.language if article else ""
        yield _FieldText("quote", TextGroup.QUOTES, evidence.quote, language)
        yield _FieldText("because", TextGroup.NOTES, evidence.because)
    yield _FieldText("note", TextGroup.NOTES, record.note)


def _explain_by_date(record: Record, explanation: _Explanation) -> None:
    """Mark the date for a year that it means.

    A year inside an interval is not written in the date, and marks all of it.
    """
    date = record_date(record)
    if date is None:
        return
    years = [str(year) for year in years_of(date)]
    for number, term in explanation.unexplained():
        if any(spans_in(year, [term]) for year in years):
            spans = spans_in(date.text.replace("-", " "), [term])
            explanation.add("date", number, spans.get(0, [(0, len(date.text))]))


def _displayed_spans(
    record: Record, sought: Sequence[SoughtTerm], locale: Locale
) -> tuple[Span, ...]:
    """The matching parts of an amount as displayed.

    All of it where they are written differently.
    """
    amount = record_amount(record)
    text = format_quantity(amount, locale) if amount is not None else ""
    spans_by_term = spans_in(text, sought, locale.name)
    return merged(span for spans in spans_by_term.values() for span in spans) or ((0, len(text)),)


def _fold_article(corpus: Corpus, article_id: str) -> _FoldedArticle:
    """The folded text of an article; empty where it could not be read."""
    text = corpus.texts.get(article_id)
    article = corpus.articles.get(article_id)
    folded, offsets = fold_with_offsets(text.text if text else "")
    return _FoldedArticle(folded, offsets, article.language if article else "")


def _first_offset(
    folded_article: Callable[[str], _FoldedArticle], article_id: str, term: SoughtTerm
) -> int | None:
    """The offset of the first occurrence of a term in an article."""
    folded, offsets, language = folded_article(article_id)
    span = first_span(folded, term, language)
    return offsets[span[0]] if span is not None else None
