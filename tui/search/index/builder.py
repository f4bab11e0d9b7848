"""Builds the inverted index: reads a corpus once and collects where every word occurs.

Tokenizing is the cost, so it is done once for each distinct piece between spaces: a large corpus
repeats most of them. What is collected here are plain lists, which `PackedPostings` and `Positions`
pack.
"""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from tui.language.figures.numbers import DECIMAL_POINT
from tui.model.messages import msg
from tui.model.recency import newest_first
from tui.model.records import all_evidence
from tui.model.task import UNATTENDED
from tui.search.analysis.analyzer import chunks, fold, words
from tui.search.analysis.figure_terms import figures, quantity_words, scales
from tui.search.index.indexed_texts import (
    TextGroup,
    instrument_text,
    note_texts,
    parties_with_names,
    record_amounts,
)
from tui.search.index.party_names import name_words
from tui.search.index.positions import DocumentTexts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tui.model.corpus import Corpus
    from tui.model.quantities import Quantity
    from tui.model.records import Record
    from tui.model.task import Task

TITLE_WORDS = 64
"""Positions reserved for each title. The words before the last of them take part in proximity; the
free one keeps a run from reaching into the next title.
"""
_CHECK_EVERY = 16
"""Texts between two checks whether the index is still wanted."""
_PROGRESS_INTERVAL = 0.2
"""Seconds between two reports of progress: each costs a turn of the screen's thread."""
_YIELD_INTERVAL = 0.01
"""Seconds after which other threads get a turn, which takes a tenth of a millisecond."""
_STRIDE_UNIT = 1 << 16
"""Document numbers of a group begin at a multiple of the size of a Roaring container, so that the
groups of a bitmap are cut out without splitting containers.
"""
_HEADROOM = 16
"""A group has room for one more document in so many, so that edits can be added behind it."""
_MAX_CACHED_PIECE = 40
"""Characters; longer pieces, mostly links and whole lines with a grouped figure, hardly recur."""


class IndexedPart(NamedTuple):
    """What of a corpus is indexed, and the numbers that it gets.

    Attributes:
        records: Its records, newest first, then by id.
        articles: The ids of its articles.
        stride: The distance between the numbers of two groups.
        first_row: The row of the first record.
        first_article: The number of the first article.
        first_party: The number of the first party.
    """

    records: Sequence[Record]
    articles: Sequence[str]
    stride: int
    first_row: int = 0
    first_article: int = 0
    first_party: int = 0


def whole(corpus: Corpus) -> IndexedPart:
    """All of a corpus."""
    size = max(len(corpus.records), len(corpus.articles), 1)
    size += size // _HEADROOM
    stride = (size + _STRIDE_UNIT - 1) // _STRIDE_UNIT * _STRIDE_UNIT
    return IndexedPart(newest_first(corpus.records.values()), [*corpus.articles], stride)


@dataclass(slots=True)
class CollectedTerms:
    """Where every word occurs; words are numbered by first occurrence.

    A *document* is one group of texts of one record, or one article, or the names of one party. Its
    number is `group * stride` plus the row, article number or party number; party names follow the
    last group.

    Attributes:
        part: What was indexed.
        parties: The ids of its parties by number, in the order in which records name them.
        term_ids: The number of each word.
        postings: For each word the documents that contain it.
        title_positions: For each word its positions in titles: `row * TITLE_WORDS` plus its index.
        texts: The texts of all documents, by group.
        compounds: Words that are several words of a name written together.
        parties_by_row: For each row the numbers of the parties that it names.
        articles_by_row: For each row the articles that it quotes.
        characters: The length of all texts.
    """

    part: IndexedPart
    parties: list[str] = field(default_factory=list)
    term_ids: dict[str, int] = field(default_factory=dict)
    postings: list[list[int]] = field(default_factory=list)
    title_positions: dict[int, list[int]] = field(default_factory=dict)
    texts: defaultdict[int, DocumentTexts] = field(
        default_factory=lambda: defaultdict(DocumentTexts)
    )
    compounds: set[str] = field(default_factory=set)
    parties_by_row: list[tuple[int, ...]] = field(default_factory=list)
    articles_by_row: list[tuple[str, ...]] = field(default_factory=list)
    characters: int = 0


class _PieceTerms(dict[str, tuple[int, ...]]):
    """The term ids of pieces of text, tokenized when first looked up."""

    def __init__(self, term_id: Callable[[str], int], language: str) -> None:
        super().__init__()
        self.term_id, self.language = term_id, language

    def __missing__(self, piece: str) -> tuple[int, ...]:
        term_ids = tuple(map(self.term_id, words(piece, self.language)))
        if len(piece) < _MAX_CACHED_PIECE:
            self[piece] = term_ids
        return term_ids


class _TermIds:
    """Numbers words in the order of their first occurrence.

    Apart from the collector, so that no reference cycle holds all lists until the next collection:
    what is part of a cycle when the finished index is frozen is never freed.
    """

    def __init__(self, out: CollectedTerms) -> None:
        self.term_ids, self.postings = out.term_ids, out.postings
        self.appenders: list[Callable[[int], None]] = []

    def term_id(self, word: str) -> int:
        """The number of a folded word."""
        term_id = self.term_ids.get(word)
        if term_id is None:
            term_id = self.term_ids[word] = len(self.postings)
            documents: list[int] = []
            self.postings.append(documents)
            self.appenders.append(documents.append)
        return term_id


def collect_terms(
    corpus: Corpus, task: Task = UNATTENDED, part: IndexedPart | None = None
) -> CollectedTerms:
    """Read all texts of a corpus, in slices between which other threads get their turn.

    Args:
        corpus: The corpus.
        task: Who waits for it.
        part: What of it is read; `None` for all.

    Raises:
        CancelledError: If nobody waits any more.
    """
    return _Collector(corpus, task, part or whole(corpus)).run()


class _Collector:
    """One pass over a corpus."""

    def __init__(self, corpus: Corpus, task: Task, part: IndexedPart) -> None:
        self.corpus, self.task, self.part = corpus, task, part
        self.out = CollectedTerms(part)
        self.texts, self.stride = self.out.texts, part.stride
        self.total = len(part.records) + len(part.articles)
        self.party_number: dict[tuple[str, tuple[str, ...]], int] = {}
        self.party_words: list[tuple[int, ...]] = []
        terms = _TermIds(self.out)
        self.term_id, self.appenders = terms.term_id, terms.appenders
        # Only figures are tokenized by language, and there are two ways to read a comma in them.
        self.point_pieces, self.comma_pieces = (
            _PieceTerms(terms.term_id, "en"),
            _PieceTerms(terms.term_id, "fr"),
        )
        self.amount_terms: dict[Quantity, list[int]] = {}
        self.scales = {self.term_id(word) for word in scales()}
        self.reported = self.yielded = 0.0

    def run(self) -> CollectedTerms:
        part = self.part
        for done, record in enumerate(part.records):
            if done % _CHECK_EVERY == 0:
                self._checkpoint(done)
            self._add_record(part.first_row + done, record)
        for done, article in enumerate(part.articles):
            if done % _CHECK_EVERY == 0:
                self._checkpoint(len(part.records) + done)
            self._add_article(part.first_article + done, article)
        self._checkpoint(self.total)
        return self.out

    def _checkpoint(self, done: int) -> None:
        self.task.check()
        now = time.monotonic()
        if now > self.reported + _PROGRESS_INTERVAL or done == self.total:
            self.reported = now
            self.task.report(msg("indexing"), done, self.total)
        if now > self.yielded + _YIELD_INTERVAL:
            time.sleep(0)
            self.yielded = now

    def _add_text(self, text: str, document: int, language: str = "") -> list[int]:
        """Tokenize a text.

        Returns the ids of its words in order, then of its figures with a scale.
        """
        out = self.out
        out.characters += len(text)
        pieces = self.point_pieces if language in DECIMAL_POINT else self.comma_pieces
        term_ids = list(chain.from_iterable(map(pieces.__getitem__, chunks(text))))
        self._add_positions(term_ids, document)
        # Looking for figures takes half as long as tokenizing, and most texts have no scale word.
        if not self.scales.isdisjoint(term_ids):
            figures_found = figures(fold(text), language)
            term_ids.extend([self.term_id(figure.word) for figure in figures_found])
        return term_ids

    def _add_positions(self, term_ids: list[int], document: int) -> None:
        """Append a text to those of its document's group."""
        texts = self.texts[document // self.stride]
        texts.starts.append(len(texts.words))
        texts.documents.append(document)
        texts.words.fromlist(term_ids)

    def _add_postings(self, term_ids: Iterable[int], document: int) -> None:
        """Add a document to the postings of its words."""
        appenders = self.appenders
        for term_id in set(term_ids):
            appenders[term_id](document)

    def _add_record(self, row: int, record: Record) -> None:
        out, stride = self.out, self.stride
        document = TextGroup.TITLE * stride + row
        title_terms = self._add_text(record.title, document)
        self._add_postings(title_terms, document)
        title_positions = out.title_positions
        # See `TITLE_WORDS` for the one that is left out.
        for position, term_id in enumerate(title_terms[: TITLE_WORDS - 1], row * TITLE_WORDS):
            if term_id in title_positions:
                title_positions[term_id].append(position)
            else:
                title_positions[term_id] = [position]
        self._add_parties(row, record)
        document = TextGroup.AMOUNT * stride + row
        amount_terms: list[int] = []
        for quantity in record_amounts(record):
            amount_terms += self._add_amount(quantity, document)
        self._add_postings(amount_terms, document)
        document = TextGroup.INSTRUMENT * stride + row
        self._add_postings(self._add_text(instrument_text(record), document), document)
        evidence = all_evidence(record)
        document = TextGroup.QUOTES * stride + row
        quote_terms: list[int] = []
        for _, item in evidence:
            article = self.corpus.articles.get(item.article)
            language = article.language if article else ""
            quote_terms += self._add_text(item.quote, document, language)
        self._add_postings(quote_terms, document)
        document = TextGroup.NOTES * stride + row
        note_terms: list[int] = []
        for note in note_texts(record, evidence):
            note_terms += self._add_text(note, document)
        self._add_postings(note_terms, document)
        out.articles_by_row.append(tuple(dict.fromkeys([item.article for _, item in evidence])))

    def _add_amount(self, quantity: Quantity, document: int) -> list[int]:
        """The terms of an amount; round sums recur in thousands of records."""
        term_ids = self.amount_terms.get(quantity)
        if term_ids is None:
            term_ids = self._add_text(str(quantity), document)
            term_ids += [self.term_id(word) for word in quantity_words(quantity)]
            self.amount_terms[quantity] = term_ids
        return term_ids

    def _add_parties(self, row: int, record: Record) -> None:
        term_ids: set[int] = set()
        parties = []
        for party, names in parties_with_names(self.corpus, record):
            number = self.party_number.get((party, names))
            party_number = self._add_party(party, names) if number is None else number
            parties.append(party_number)
            term_ids.update(self.party_words[party_number - self.part.first_party])
        self._add_postings(term_ids, TextGroup.PARTIES * self.stride + row)
        self.out.parties_by_row.append(tuple(parties))

    def _add_party(self, party: str, names: tuple[str, ...]) -> int:
        out = self.out
        number = self.party_number[party, names] = self.part.first_party + len(out.parties)
        out.parties.append(party)
        term_ids: set[int] = set()
        document = len(TextGroup) * self.stride + number
        for name in names:
            term_ids.update(self._add_text(name, document))
        self._add_postings(term_ids, document)
        extra, compounds = name_words(names)
        term_ids.update(map(self.term_id, extra))
        out.compounds |= compounds
        self.party_words.append(tuple(term_ids))
        return number

    def _add_article(self, number: int, article_id: str) -> None:
        article = self.corpus.articles[article_id]
        document = TextGroup.ARTICLES * self.stride + number
        term_ids = self._add_text(
            f"{article.title}\n{article.publisher}", document, article.language
        )
        text = self.corpus.texts.get(article_id)
        if text is not None:
            term_ids += self._add_text(text.text, document, article.language)
        self._add_postings(term_ids, document)
