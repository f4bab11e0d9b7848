"""Reads a corpus once and notes where every word stands."""

from __future__ import annotations

import time
from array import array
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from tui.model.records import record_date
from tui.search.figures import canonical, figures, quantity_words
from tui.search.fold import WORD, fold
from tui.search.names import name_words
from tui.search.texts import (
    Group,
    amounts,
    cited_articles,
    instrument_text,
    notes,
    party_names,
    quotes,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui.model.corpus import Corpus
    from tui.model.records import Record

TITLE_WORDS = 64
"""So many words of a title take part in nearness, one more than that is the stride."""
_SLICE = 64
_SECONDS = 0.03
"""Progress is told this often at most: each time costs a turn of the screen's thread."""
_ALIGN = 1 << 16


class CancelledError(Exception):
    """The index was no longer wanted before it was finished."""


@dataclass(slots=True)
class Gathered:
    """Where every word stands, by number of first occurrence.

    Attributes:
        rows: The records, newest first, then by id.
        stride: Numbers in `found` are `group * stride + row`, for articles `+ article`.
        found: For each word the groups of texts that hold it.
        titles: For each word its places in titles, `row * TITLE_WORDS + word`.
        places: For each word all its places, counted through all texts.
        texts: Where each text starts in that count.
        owners: What each text belongs to, as in `found`; parties come after the articles.
    """

    rows: list[Record]
    articles: list[str]
    parties: list[str]
    stride: int
    number: dict[str, int] = field(default_factory=dict)
    found: list[array[int]] = field(default_factory=list)
    titles: dict[int, array[int]] = field(default_factory=dict)
    places: list[array[int]] = field(default_factory=list)
    texts: array[int] = field(default_factory=lambda: array("I"))
    owners: array[int] = field(default_factory=lambda: array("I"))
    names: set[str] = field(default_factory=set)
    cited: list[array[int]] = field(default_factory=list)
    parties_of: list[tuple[int, ...]] = field(default_factory=list)
    letters: int = 0


def newest_first(records: Iterable[Record]) -> list[Record]:
    """Records by their latest day, newest first; those of one day by id."""

    def key(record: Record) -> tuple[int, int]:
        when = record_date(record)
        latest = (when and (when.latest or when.earliest)) or date.min
        earliest = (when and when.earliest) or date.min
        return -latest.toordinal(), -earliest.toordinal()

    return sorted(sorted(records, key=lambda record: record.id), key=key)


def gather(
    corpus: Corpus,
    on_progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Gathered:
    """Read all texts of a corpus, in slices between which other threads get their turn.

    Raises:
        CancelledError: When `cancelled` says so.
    """
    return _Gathering(corpus, on_progress, cancelled).run()


class _Gathering:
    def __init__(
        self,
        corpus: Corpus,
        on_progress: Callable[[int, int], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self.corpus = corpus
        rows = newest_first(corpus.records.values())
        articles = list(corpus.articles)
        size = max(len(rows), len(articles), 1)
        stride = (size + _ALIGN - 1) // _ALIGN * _ALIGN
        self.out = Gathered(rows, articles, [], stride)
        self.total = len(rows) + len(articles)
        self.on_progress, self.cancelled = on_progress, cancelled
        self.article_number = {article: at for at, article in enumerate(articles)}
        self.language = {key: article.language for key, article in corpus.articles.items()}
        self.party_number: dict[tuple[str, tuple[str, ...]], int] = {}
        self.party_words: list[tuple[int, ...]] = []
        self.at = 0
        self.told = 0.0

    def run(self) -> Gathered:
        out = self.out
        out.cited = [array("I") for _ in out.articles]
        for row, record in enumerate(out.rows):
            if row % _SLICE == 0:
                self._breathe(row)
            self._record(row, record)
        for number, article in enumerate(out.articles):
            done = len(out.rows) + number
            if number % 16 == 0:
                self._breathe(done)
            self._article(number, article)
        self._breathe(self.total)
        return out

    def _breathe(self, done: int) -> None:
        if self.cancelled is not None and self.cancelled():
            raise CancelledError
        now = time.monotonic()
        if self.on_progress is not None and (now > self.told + _SECONDS or done == self.total):
            self.told = now
            self.on_progress(done, self.total)
        time.sleep(0)

    def _word(self, word: str) -> int:
        out = self.out
        number = out.number.get(word)
        if number is None:
            number = out.number[word] = len(out.found)
            out.found.append(array("I"))
            out.places.append(array("I"))
        return number

    def _text(self, text: str, owner: int, language: str = "") -> list[int]:
        """Note the places of all words of a text; their numbers in order."""
        out, known = self.out, self.out.number
        out.letters += len(text)
        folded = fold(text)
        numbers = []
        places = out.places
        out.texts.append(self.at)
        out.owners.append(owner)
        at = self.at
        for found in WORD.findall(folded):
            word = canonical(found, language) if found[0].isdigit() else found
            number = known.get(word)
            if number is None:
                number = self._word(word)
            places[number].append(at)
            at += 1
            numbers.append(number)
        # The gap keeps the last word of a text from standing next to the first of another.
        self.at = at + 1
        numbers.extend(self._word(figure.word) for figure in figures(folded, language))
        return numbers

    def _note(self, numbers: Iterable[int], member: int) -> None:
        found = self.out.found
        for number in set(numbers):
            found[number].append(member)

    def _record(self, row: int, record: Record) -> None:
        stride = self.out.stride
        title = self._text(record.title, Group.TITLE * stride + row)
        self._note(title, Group.TITLE * stride + row)
        titles = self.out.titles
        for place, number in enumerate(title[: TITLE_WORDS - 1]):
            titles.setdefault(number, array("I")).append(row * TITLE_WORDS + place)
        self._parties(row, record)
        typed: list[int] = []
        for quantity in amounts(record):
            typed += self._text(str(quantity), Group.AMOUNT * stride + row)
            typed += [self._word(word) for word in quantity_words(quantity)]
        self._note(typed, Group.AMOUNT * stride + row)
        member = Group.INSTRUMENT * stride + row
        self._note(self._text(instrument_text(record), member), member)
        member = Group.QUOTES * stride + row
        quoted: list[int] = []
        for quote, article in quotes(record):
            quoted += self._text(quote, member, self.language.get(article, ""))
        self._note(quoted, member)
        member = Group.NOTES * stride + row
        noted: list[int] = []
        for note in notes(record):
            noted += self._text(note, member)
        self._note(noted, member)
        for article in cited_articles(record):
            cited = self.article_number.get(article)
            if cited is not None:
                self.out.cited[cited].append(row)

    def _parties(self, row: int, record: Record) -> None:
        named: set[int] = set()
        numbers = []
        for party, names in party_names(self.corpus, record):
            seen = self.party_number.get((party, names))
            number = self._party(party, names) if seen is None else seen
            numbers.append(number)
            named.update(self.party_words[number])
        self._note(named, Group.PARTIES * self.out.stride + row)
        self.out.parties_of.append(tuple(numbers))

    def _party(self, party: str, names: tuple[str, ...]) -> int:
        out = self.out
        number = self.party_number[party, names] = len(out.parties)
        out.parties.append(party)
        found: set[int] = set()
        for name in names:
            found.update(self._text(name, len(Group) * out.stride + number))
        extra, together = name_words(names)
        found.update(map(self._word, extra))
        out.names |= together
        self.party_words.append(tuple(found))
        return number

    def _article(self, number: int, article_id: str) -> None:
        article = self.corpus.articles[article_id]
        member = Group.ARTICLES * self.out.stride + number
        numbers = self._text(f"{article.title}\n{article.publisher}", member, article.language)
        text = self.corpus.texts.get(article_id)
        if text is not None:
            numbers += self._text(text.text, member, article.language)
        self._note(numbers, member)
