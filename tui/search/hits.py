"""Why a record was found: the matched parts of its fields, and a line of an article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, TypeAlias

from tui.model.records import Deal, all_evidence, record_amount
from tui.search.fold import fold_with_places, words
from tui.search.names import name_words
from tui.search.occurrences import Span, Wanted, first_place, places_of, spans_at, spans_in
from tui.search.texts import Group, cited_articles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.model.corpus import Corpus
    from tui.model.records import Record

_BEFORE, _AROUND = 48, 160
_REMEMBERED = 64
_Text: TypeAlias = "tuple[str, Sequence[int], str]"


@dataclass(frozen=True, slots=True)
class Snippet:
    """A line of an article around a hit.

    Attributes:
        article: The id of the article.
        text: The line, a part of the article's text as stored.
        spans: The hits in `text`, at least one.
        offset: The place of `text` in the article, in code points.
    """

    article: str
    text: str
    spans: tuple[Span, ...]
    offset: int

    @property
    def start(self) -> int:
        """Where the first hit begins in the article."""
        return self.offset + self.spans[0][0]


@dataclass(frozen=True, slots=True)
class Hit:
    """Why a record is there.

    Attributes:
        matched: By field the matched parts of its text: `title`, `payer`, `payee`, `party`,
            `holder`, `subject` (the party's name), `parties` (names with commas), `amount` (as
            `str` writes it), `instrument`, `status`, `kind`, `tags`; for terms found in none of
            them also `quote`, `note`, `because` and fields of tranches.
        snippet: A line of an article, where a term was found in no field with a name above.
    """

    record_id: str
    matched: dict[str, tuple[Span, ...]]
    snippet: Snippet | None


class Marker:
    """Marks what a query found, for the few records that are looked at."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        # Not over a method: a cycle would keep a replaced corpus, as the app freezes what it reads.
        self._read = lru_cache(maxsize=_REMEMBERED)(partial(_read_article, corpus))
        self._extra = lru_cache(maxsize=1024)(_extra_words)

    def hit(self, record: Record, wanted: Sequence[Wanted], inside: frozenset[Group]) -> Hit:
        """Why a record is there.

        Args:
            record: The record.
            wanted: The parts of the query, in any of their readings.
            inside: The groups of text that were searched; empty for all.
        """
        if not wanted:
            return Hit(record.id, {}, None)
        matched: dict[str, list[Span]] = {}
        seen: set[int] = set()
        for field, group, text in self._head(record):
            if inside and group not in inside:
                continue
            for number, spans in spans_in(text, wanted).items():
                seen.add(number)
                matched.setdefault(field, []).extend(spans)
        if not inside or Group.PARTIES in inside:
            self._other_names(record, wanted, matched, seen)
        missing = [part for number, part in enumerate(wanted) if number not in seen]
        snippet = None
        if missing:
            for field, group, text, language in self._deep(record):
                if (not inside or group in inside) and field not in matched:
                    for spans in spans_in(text, missing, language).values():
                        matched.setdefault(field, []).extend(spans)
            if not inside or inside & {Group.ARTICLES, Group.QUOTES}:
                snippet = self._snippet(record, missing)
        parts = {field: _merged(spans) for field, spans in matched.items()}
        return Hit(record.id, parts, snippet)

    def article_spans(self, article_id: str, wanted: Sequence[Wanted]) -> tuple[Span, ...]:
        """Where the parts of a query stand in the text of an article."""
        folded, back, language = self._read(article_id)
        found = spans_at(folded, back, places_of(folded, language), wanted, language)
        return _merged([span for spans in found.values() for span in spans])

    def _party(self, party: str) -> str:
        return self.corpus.party_name(party)

    def _head(self, record: Record) -> Iterator[tuple[str, Group, str]]:
        """The short fields."""
        yield "title", Group.TITLE, record.title
        for field in ("payer", "payee", "party", "holder", "subject"):
            party = getattr(record, field, "")
            if party:
                yield field, Group.PARTIES, self._party(party)
        if isinstance(record, Deal) and record.parties:
            yield "parties", Group.PARTIES, ", ".join(map(self._party, record.parties))
        amount = record_amount(record)
        if amount is not None:
            yield "amount", Group.AMOUNT, str(amount)
        for field in ("instrument", "status", "kind"):
            value = getattr(record, field, None)
            if value:
                yield field, Group.INSTRUMENT, value
        if record.tags:
            yield "tags", Group.INSTRUMENT, ", ".join(record.tags)

    def _deep(self, record: Record) -> Iterator[tuple[str, Group, str, str]]:
        """The long fields, with their languages; of several quotes the first with a hit counts."""
        if isinstance(record, Deal):
            for tranche in record.tranches:
                path = f"tranches.{tranche.id}"
                if tranche.amount is not None:
                    yield f"{path}.amount", Group.AMOUNT, str(tranche.amount), ""
                yield f"{path}.title", Group.NOTES, tranche.title, ""
                yield f"{path}.note", Group.NOTES, tranche.note, ""
        for _, evidence in all_evidence(record):
            article = self.corpus.articles.get(evidence.article)
            language = article.language if article else ""
            yield "quote", Group.QUOTES, evidence.quote, language
            yield "because", Group.NOTES, evidence.because, ""
        yield "note", Group.NOTES, record.note, ""

    def _other_names(
        self,
        record: Record,
        wanted: Sequence[Wanted],
        matched: dict[str, list[Span]],
        seen: set[int],
    ) -> None:
        """Mark the whole name of a party that was found by an alias or its initials."""
        for field in ("payer", "payee", "party", "holder", "subject"):
            party = self.corpus.parties.get(getattr(record, field, ""))
            if party is None:
                continue
            names = (party.name, *party.aliases)
            for number, part in enumerate(wanted):
                if number in seen or part.kind not in ("word", "exact", "together"):
                    continue
                typed = "".join(part.words)
                if typed in self._extra(names) or any(
                    spans_in(alias, [part]) for alias in party.aliases
                ):
                    matched.setdefault(field, []).append((0, len(party.name)))
                    seen.add(number)

    def _snippet(self, record: Record, missing: Sequence[Wanted]) -> Snippet | None:
        for article_id in cited_articles(record):
            folded, back, language = self._read(article_id)
            for part in missing:
                span = first_place(folded, part, language)
                if span is not None:
                    return self._line(article_id, back[span[0]], missing, language)
        return None

    def _line(
        self, article_id: str, at: int, wanted: Sequence[Wanted], language: str
    ) -> Snippet | None:
        """The line around a place, cut between words."""
        text = self.corpus.texts[article_id].text
        low = max(text.rfind("\n", 0, at) + 1, at - _BEFORE)
        if low and not text[low - 1].isspace():
            gap = text.find(" ", low, at)
            low = gap + 1 if gap >= 0 else at
        stop = text.find("\n", at)
        high = min(stop if stop >= 0 else len(text), low + _AROUND)
        if high < len(text) and not text[high].isspace():
            gap = text.rfind(" ", at, high)
            high = gap if gap > at else high
        line = text[low:high].rstrip()
        found = spans_in(line, wanted, language)
        spans = _merged([span for parts in found.values() for span in parts])
        return Snippet(article_id, line, spans, low) if spans else None


def _read_article(corpus: Corpus, article_id: str) -> _Text:
    text = corpus.texts.get(article_id)
    article = corpus.articles.get(article_id)
    folded, back = fold_with_places(text.text if text else "")
    return folded, back, article.language if article else ""


def _extra_words(names: tuple[str, ...]) -> frozenset[str]:
    extra, _ = name_words(names)
    return frozenset(extra - {word for name in names for word in words(name)})


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch each other's text joined."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
