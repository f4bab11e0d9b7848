"""Where the terms of a query occur in a text, for highlighting the few texts on the screen.

Terms are matched again here, word by word: the index knows which documents match, and storing the
offsets of every word would take more room than everything else in it.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from tui.search.analysis.analyzer import WORD, fold_with_offsets
from tui.search.analysis.figure_terms import canonical, figures
from tui.search.index.term_expansion import TYPO_FROM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

LONGEST_RUN = 6
"""Words that may be written together as one; names of more words are rare."""
_SCAN_FROM = 100
"""Similar words from which reading all words of an article is cheaper: searching it for one word
takes about a hundredth of that.
"""
Span: TypeAlias = tuple[int, int]
"""The start and the end of a piece of text, in code points."""
TermKind: TypeAlias = Literal["word", "exact", "phrase", "figure", "joined"]


WORD_KINDS: tuple[TermKind, ...] = ("word", "exact", "joined")
"""Kinds of terms that match by words, some of which may be unfinished, or other words."""


class TextToken(NamedTuple):
    """A word in a folded text, with its offsets."""

    word: str
    start: int
    end: int


class SoughtTerm:
    """A term of a query as highlighting needs it.

    Attributes:
        words: Its folded words: of a phrase, the values of a figure, or words read as one.
        kind: How it matches.
        last: Whether its last word may be unfinished.
        typed: Its words written together.
    """

    def __init__(
        self,
        words: tuple[str, ...],
        kind: TermKind,
        last: bool,
        similar_words: Callable[[], frozenset[str]] = frozenset,
    ) -> None:
        self.words, self.kind, self.last = words, kind, last
        self.typed = "".join(words)
        self._similar_words = similar_words

    @cached_property
    def similar_words(self) -> frozenset[str]:
        """The words of the corpus that it matches though they do not begin with it.

        Computed on demand.
        """
        return self._similar_words()

    def means(self, word: str) -> bool:
        """Whether the term matches a word of a text."""
        if self.kind == "figure":
            return word in self.words
        typed = self.typed
        if word == typed:
            return True
        if word.startswith(typed):
            if self.kind == "word":
                # A figure continues only while it is typed: `202` means 2023, `4` in a finished
                # query not 40.
                return not typed[0].isdigit() or (self.last and len(typed) < TYPO_FROM)
            return self.last
        return word in self.similar_words


def tokens_of(folded: str, language: str) -> list[TextToken]:
    """The words of a folded text with their offsets, figures in their canonical form."""
    return list(_iter_tokens(folded, language))


def _iter_tokens(folded: str, language: str) -> Iterator[TextToken]:
    for match in WORD.finditer(folded):
        word = match[0]
        if word[0].isdigit():
            word = canonical(word, language)
        yield TextToken(word, *match.span())


@lru_cache(maxsize=4096)
def _tokenized(text: str, language: str) -> tuple[str, Sequence[int], list[TextToken]]:
    """Fold and tokenize a short text; the same few are highlighted again after every key."""
    folded, offsets = fold_with_offsets(text)
    return folded, offsets, tokens_of(folded, language)


def spans_in(text: str, sought: Sequence[SoughtTerm], language: str = "") -> dict[int, list[Span]]:
    """Where terms occur in a text, by the position of the term in `sought`."""
    return spans_in_tokens(*_tokenized(text, language), sought, language)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, overlapping ones merged."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


def spans_in_tokens(
    folded: str,
    offsets: Sequence[int],
    tokens: Sequence[TextToken],
    sought: Sequence[SoughtTerm],
    language: str = "",
) -> dict[int, list[Span]]:
    """Like `spans_in`, for a text that is tokenized already."""
    spans_by_term: dict[int, list[Span]] = {}
    for number, term in enumerate(sought):
        spans = [
            (offsets[start], offsets[end - 1] + 1)
            for start, end in spans_of(folded, tokens, term, language)
        ]
        if spans:
            spans_by_term[number] = spans
    return spans_by_term


def spans_of(
    folded: str, tokens: Sequence[TextToken], term: SoughtTerm, language: str
) -> Iterator[Span]:
    """Where one term occurs in a tokenized text, as spans of the folded text."""
    match term.kind:
        case "phrase":
            yield from _phrase_spans(tokens, term)
        case "joined":
            yield from _joined_spans(tokens, term)
        case _:
            if term.typed[0].isdigit():
                yield from _figure_spans(folded, term, language)
            yield from _word_spans(tokens, term)


def _figure_spans(folded: str, term: SoughtTerm, language: str) -> Iterator[Span]:
    """Figures with a scale that the term means: `4000000000` occurs in `4 bn`."""
    for figure in figures(folded, language):
        if term.means(figure.word):
            yield figure.start, figure.end


def _word_spans(tokens: Iterable[TextToken], term: SoughtTerm) -> Iterator[Span]:
    """Words that the term means; only the typed part, where the word contains it."""
    typed, size, means = term.typed, len(term.typed), term.means
    for word, start, end in tokens:
        if means(word):
            offset = word.find(typed)
            # A canonical figure can be shorter than what stands in the text, so offsets in it mean
            # nothing.
            is_part = offset >= 0 and size < len(word) == end - start
            yield (start + offset, start + offset + size) if is_part else (start, end)


def _phrase_spans(tokens: Sequence[TextToken], term: SoughtTerm) -> Iterator[Span]:
    words = term.words
    first, final, count = words[0], words[-1], len(words)
    for index, token in enumerate(tokens[: len(tokens) - count + 1]):
        if token.word != first and count > 1:
            continue
        run = tokens[index : index + count]
        if all(member.word == word for member, word in zip(run[:-1], words, strict=False)) and (
            run[-1].word == final or (term.last and run[-1].word.startswith(final))
        ):
            yield run[0].start, run[-1].end


def _joined_spans(tokens: Sequence[TextToken], term: SoughtTerm) -> Iterator[Span]:
    """Runs of words that, written together, are what the term means."""
    # The text may write the words once more apart than the query does.
    longest = len(term.words) + 1
    index = 0
    while index < len(tokens):
        joined = ""
        for count, (word, _, end) in enumerate(tokens[index : index + longest], 1):
            joined += word
            if term.means(joined):
                yield tokens[index].start, end
                index += count - 1
                break
        index += 1


def first_span(folded: str, term: SoughtTerm, language: str) -> Span | None:
    """The first occurrence of a term in a long folded text, without tokenizing all of it.

    A word costs one search by regular expression; only where that fails are similar words looked
    for, each by `str.find`.
    """
    typed = term.typed
    if term.kind in ("word", "exact") and not typed[0].isdigit():
        ending = r"(?![^\W_])" if term.kind == "exact" and not term.last else ""
        match = re.search(rf"(?<![^\W_]){re.escape(typed)}{ending}", folded)
        if match is not None or term.kind == "exact":
            return match.span() if match else None
        similar_words = term.similar_words
        if len(similar_words) > _SCAN_FROM:
            similar_words = similar_words.intersection(WORD.findall(folded))
        spans = [span for word in similar_words if (span := _whole_word(folded, word))]
        return min(spans, default=None)
    if term.kind in ("phrase", "joined"):
        return next(spans_of(folded, tokens_of(folded, language), term, language), None)
    # Both are generators, so the text is read only to the first occurrence of each.
    figure = next(_figure_spans(folded, term, language), None)
    word = next(_word_spans(_iter_tokens(folded, language), term), None)
    return min(filter(None, (figure, word)), default=None)


def _whole_word(folded: str, word: str) -> Span | None:
    """The first occurrence of a word that is not a part of another."""
    at = folded.find(word)
    while at >= 0:
        end = at + len(word)
        if not folded[at - 1 : at].isalnum() and not folded[end : end + 1].isalnum():
            return at, end
        at = folded.find(word, at + 1)
    return None
