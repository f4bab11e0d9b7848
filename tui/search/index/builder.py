"""Reads a corpus once and notes where every word stands."""

from __future__ import annotations

import time
from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from tui.language.numbers import DECIMAL_POINT
from tui.model.recency import newest_first
from tui.model.records import all_evidence
from tui.model.task import UNATTENDED
from tui.search.analysis.analyzer import chunks, fold, words
from tui.search.analysis.figure_terms import figures, quantity_words, scales
from tui.search.index.indexed_texts import Group, amounts, instrument_text, notes, party_names
from tui.search.index.party_names import name_words
from tui.search.index.positions import Texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui.model.corpus import Corpus
    from tui.model.quantities import Quantity
    from tui.model.records import Record
    from tui.model.task import Task

TITLE_WORDS = 64
"""So many words of a title take part in nearness, one more than that is the stride."""
_SLICE = 16
"""Texts between two questions whether the index is still wanted."""
_SECONDS = 0.2
"""Progress is told this often at most: each time costs a turn of the screen's thread."""
_TURN = 0.01
"""Seconds after which other threads get their turn, which takes a tenth of a millisecond."""
_ALIGN = 1 << 16
_REMEMBERED = 40


@dataclass(slots=True)
class CollectedPostings:
    """Where every word stands, by number of first occurrence.

    Attributes:
        rows: The records, newest first, then by id.
        articles: The ids of the articles by number.
        parties: The ids of the parties by number, in the order in which records name them.
        stride: TermRows are `group * stride + row`; for articles `+ article`. After the groups
            come the names of parties.
        number: The number of each word.
        found: For each word the members whose texts hold it.
        titles: For each word its places in titles, `row * TITLE_WORDS + word`.
        texts: The texts of members with one `member // stride`, by that.
        names: Words that are several words of a name written together.
        citing: For each article the rows that quote it.
        naming: For each row the parties that it names.
        cited: For each row the articles that it quotes.
        letters: The length of all texts.
    """

    rows: list[Record]
    articles: list[str]
    stride: int
    parties: list[str] = field(default_factory=list)
    number: dict[str, int] = field(default_factory=dict)
    found: list[list[int]] = field(default_factory=list)
    titles: dict[int, list[int]] = field(default_factory=dict)
    texts: defaultdict[int, Texts] = field(default_factory=lambda: defaultdict(Texts))
    names: set[str] = field(default_factory=set)
    citing: list[array[int]] = field(default_factory=list)
    naming: list[tuple[int, ...]] = field(default_factory=list)
    cited: list[tuple[str, ...]] = field(default_factory=list)
    letters: int = 0


class _PieceTerms(dict[str, tuple[int, ...]]):
    """The words of each piece of text in texts of like languages, read when first met."""

    def __init__(self, word_number: Callable[[str], int], language: str) -> None:
        super().__init__()
        self.word_number, self.language = word_number, language

    def __missing__(self, piece: str) -> tuple[int, ...]:
        numbers = tuple(map(self.word_number, words(piece, self.language)))
        if len(piece) < _REMEMBERED:
            self[piece] = numbers
        return numbers


class _TermNumbers:
    """Numbers words as they are met.

    Apart from the gathering, that no circle of objects holds all lists until the next collection:
    what stands in one when the finished index is frozen is never freed.
    """

    def __init__(self, out: CollectedPostings) -> None:
        self.known, self.found = out.number, out.found
        self.append: list[Callable[[int], None]] = []

    def number(self, word: str) -> int:
        """The number of a folded word."""
        number = self.known.get(word)
        if number is None:
            number = self.known[word] = len(self.found)
            members: list[int] = []
            self.found.append(members)
            self.append.append(members.append)
        return number


def collect_postings(corpus: Corpus, task: Task = UNATTENDED) -> CollectedPostings:
    """Read all texts of a corpus, in slices between which other threads get their turn.

    Raises:
        CancelledError: If nobody waits any more.
    """
    return _Collector(corpus, task).run()


class _Collector:
    def __init__(self, corpus: Corpus, task: Task) -> None:
        self.corpus, self.task = corpus, task
        rows = newest_first(corpus.records.values())
        articles = list(corpus.articles)
        size = max(len(rows), len(articles), 1)
        self.out = CollectedPostings(rows, articles, (size + _ALIGN - 1) // _ALIGN * _ALIGN)
        self.texts, self.stride = self.out.texts, self.out.stride
        self.total = len(rows) + len(articles)
        self.article_number = {article: at for at, article in enumerate(articles)}
        self.language = {key: article.language for key, article in corpus.articles.items()}
        self.party_number: dict[tuple[str, tuple[str, ...]], int] = {}
        self.party_words: list[tuple[int, ...]] = []
        met = _TermNumbers(self.out)
        self.word_number, self.append = met.number, met.append
        self.pointed, self.comma = _PieceTerms(met.number, "en"), _PieceTerms(met.number, "fr")
        self.repeated: dict[Quantity, list[int]] = {}
        self.scales = {self.word_number(word) for word in scales()}
        self.told = self.rested = 0.0

    def run(self) -> CollectedPostings:
        out = self.out
        out.citing = [array("I") for _ in out.articles]
        for row, record in enumerate(out.rows):
            if row % _SLICE == 0:
                self._breathe(row)
            self._record(row, record)
        for number, article in enumerate(out.articles):
            if number % _SLICE == 0:
                self._breathe(len(out.rows) + number)
            self._article(number, article)
        self._breathe(self.total)
        return out

    def _breathe(self, done: int) -> None:
        self.task.check()
        now = time.monotonic()
        if now > self.told + _SECONDS or done == self.total:
            self.told = now
            self.task.report("indexing", done, self.total)
        if now > self.rested + _TURN:
            time.sleep(0)
            self.rested = now

    def _text(self, text: str, owner: int, language: str = "") -> list[int]:
        """Note the words of a text; their numbers in order, then those of its figures."""
        out = self.out
        out.letters += len(text)
        known = self.pointed if language in DECIMAL_POINT else self.comma
        numbers = list(chain.from_iterable(map(known.__getitem__, chunks(text))))
        self._sequence(numbers, owner)
        if not self.scales.isdisjoint(numbers):
            found = figures(fold(text), language)
            numbers.extend([self.word_number(figure.word) for figure in found])
        return numbers

    def _sequence(self, numbers: list[int], owner: int) -> None:
        texts = self.texts[owner // self.stride]
        texts.starts.append(len(texts.words))
        texts.owners.append(owner)
        texts.words.fromlist(numbers)

    def _note(self, numbers: Iterable[int], member: int) -> None:
        append = self.append
        for number in set(numbers):
            append[number](member)

    def _record(self, row: int, record: Record) -> None:
        out, stride = self.out, self.out.stride
        member = Group.TITLE * stride + row
        title = self._text(record.title, member)
        self._note(title, member)
        titles = out.titles
        for place, number in enumerate(title[: TITLE_WORDS - 1], row * TITLE_WORDS):
            if number in titles:
                titles[number].append(place)
            else:
                titles[number] = [place]
        self._parties(row, record)
        member = Group.AMOUNT * stride + row
        typed: list[int] = []
        for quantity in amounts(record):
            typed += self._amount(quantity, member)
        self._note(typed, member)
        member = Group.INSTRUMENT * stride + row
        self._note(self._text(instrument_text(record), member), member)
        evidence = all_evidence(record)
        member = Group.QUOTES * stride + row
        quoted: list[int] = []
        for _, item in evidence:
            quoted += self._text(item.quote, member, self.language.get(item.article, ""))
        self._note(quoted, member)
        member = Group.NOTES * stride + row
        noted: list[int] = []
        for note in notes(record, evidence):
            noted += self._text(note, member)
        self._note(noted, member)
        cited = tuple(dict.fromkeys([item.article for _, item in evidence]))
        out.cited.append(cited)
        for article in cited:
            if article in self.article_number:
                out.citing[self.article_number[article]].append(row)

    def _amount(self, quantity: Quantity, member: int) -> list[int]:
        numbers = self.repeated.get(quantity)
        if numbers is None:
            numbers = self._text(str(quantity), member)
            numbers += [self.word_number(word) for word in quantity_words(quantity)]
            self.repeated[quantity] = numbers
        return numbers

    def _parties(self, row: int, record: Record) -> None:
        named: set[int] = set()
        numbers = []
        for party, names in party_names(self.corpus, record):
            seen = self.party_number.get((party, names))
            number = self._party(party, names) if seen is None else seen
            numbers.append(number)
            named.update(self.party_words[number])
        self._note(named, Group.PARTIES * self.out.stride + row)
        self.out.naming.append(tuple(numbers))

    def _party(self, party: str, names: tuple[str, ...]) -> int:
        out = self.out
        number = self.party_number[party, names] = len(out.parties)
        out.parties.append(party)
        found: set[int] = set()
        owner = len(Group) * out.stride + number
        for name in names:
            found.update(self._text(name, owner))
        self._note(found, owner)
        extra, together = name_words(names)
        found.update(map(self.word_number, extra))
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
