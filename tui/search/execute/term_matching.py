"""Matches the terms of a query: from typed words to match levels of records.

A term is expanded to the words that it can mean (`TermDictionary`), whose postings are united by
number of typos and by group of text (`TermRows`), which gives its match levels (`match_levels`). A
key changes only one term, so the others come from an LRU cache; the postings of short prefixes,
which are those of nearly every record, are united before anybody asks (`warm`).
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from pyroaring import BitMap

from tui.search.analysis.figure_terms import other_spelling
from tui.search.execute.match_levels import MatchLevels, match_levels
from tui.search.execute.term_rows import TermRows, union_groups
from tui.search.highlight.occurrences import LONGEST_RUN, SoughtTerm
from tui.search.index.indexed_texts import GROUPS, TextGroup
from tui.search.index.party_names import without_legal_form
from tui.search.index.term_expansion import NO_EXPANSION, TermExpansion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.search.execute.match_levels import RowsByGroup
    from tui.search.execute.term_rows import GroupedRows
    from tui.search.highlight.occurrences import TermKind
    from tui.search.index.term_index import TermIndex
    from tui.search.query.syntax import Term

_CACHE_SIZE = 96
"""Terms whose matches are cached: those of a query being typed, in all its interpretations, and of
some queries before."""
_PREFIX_LETTERS = 3
"""Prefixes of up to so many letters are prepared: longer ones have few enough postings to be
united within a key."""
_MAX_INTERPRETATIONS = 12
"""Interpretations of a query that are ranked. Each way to write neighbours together doubles their
number, and the later ones ever more rarely match anything of their own."""


class TermMatch(NamedTuple):
    """What a term matched.

    Attributes:
        levels: How well each record matches.
        sought: The words that matched, for highlighting.
    """

    levels: MatchLevels
    sought: SoughtTerm


class _QueryWord(NamedTuple):
    """One word of a query, or a whole term that cannot be joined with its neighbours.

    Attributes:
        text: The folded word; empty for a figure, a phrase or initials.
        term: The term that it belongs to.
        last: Whether it is the last word of the query, which may be unfinished.
    """

    text: str
    term: Term
    last: bool


class _Partial(NamedTuple):
    """An interpretation of the first words of a query.

    Attributes:
        matches: One for each word, or run of words that is read as one.
        end: The index of the next word to read.
    """

    matches: tuple[TermMatch, ...]
    end: int


class TermMatcher:
    """Matches terms, and caches the latest matches."""

    def __init__(self, terms: TermIndex) -> None:
        self._terms = terms
        self.dictionary = terms.dictionary
        self._cache: dict[tuple[object, ...], TermMatch] = {}
        self._prefixes: dict[range, GroupedRows] = {}
        self._rows = TermRows(terms)

    def warm(self, budget: int) -> Iterator[None]:
        """Unite the postings of short prefixes, those with the most records first.

        The unions are cached by their range of words, not by the prefix itself: a figure such as
        `4` has another range when it is complete than as the beginning of a longer one.

        Args:
            budget: Bytes that the unions may take.
        """
        dictionary, postings = self.dictionary, self._terms.postings
        spans = {range(len(dictionary))}
        prefixes: set[range] = set()
        for depth in range(_PREFIX_LETTERS):
            spans = {child for span in spans for _, child in dictionary.children(span, depth)}
            # The prefix of one word has nothing to unite.
            prefixes |= {span for span in spans if len(span) > 1}
            yield
        for span in sorted(prefixes, key=lambda span: (-postings.weight(span), span.start)):
            rows = self._rows.groups_and_articles([span])
            budget -= sum(len(part.serialize()) for part in (*rows.groups, rows.articles))
            if budget < 0:
                return
            self._prefixes[span] = rows
            yield

    def interpretations(
        self, terms: Sequence[Term], inside: frozenset[TextGroup]
    ) -> list[tuple[TermMatch, ...]]:
        """Every way to read consecutive terms: word by word, or some neighbours as one word.

        A depth-first search over the ways to split the words into runs, word by word first. There
        are 2^(n-1) of them, so it stops at `_MAX_INTERPRETATIONS`.
        """
        words: list[_QueryWord] = []
        for term in terms:
            if term.figure or term.phrase or term.initials:
                words.append(_QueryWord("", term, False))
            else:
                words += [
                    _QueryWord(word, term, term.last and index == len(term.words) - 1)
                    for index, word in enumerate(term.words)
                ]
        if not words:
            return [()]
        complete: list[tuple[TermMatch, ...]] = []
        # An explicit stack, not recursion: a text that was pasted may have a thousand words.
        stack = [self._extensions(_Partial((), 0), words, inside)]
        while stack and len(complete) < _MAX_INTERPRETATIONS:
            partial = next(stack[-1], None)
            if partial is None:
                stack.pop()
            elif partial.end == len(words):
                complete.append(partial.matches)
            else:
                stack.append(self._extensions(partial, words, inside))
        return complete

    def _extensions(
        self, partial: _Partial, words: Sequence[_QueryWord], inside: frozenset[TextGroup]
    ) -> Iterator[_Partial]:
        """A partial interpretation extended by the next word alone, then by ever longer runs."""
        matches, start = partial
        word = words[start]
        single = self._match_word(word, inside) if word.text else self._special(word.term, inside)
        yield _Partial((*matches, single), start + 1)
        for end in range(start + 2, min(len(words), start + LONGEST_RUN) + 1):
            run = words[start:end]
            if not all(member.text and not member.term.exact for member in run):
                break
            joined = self._joined(tuple(member.text for member in run), run[-1].last, inside)
            # A run that matches nothing would only use up interpretations.
            if joined.levels.rows:
                yield _Partial((*matches, joined), end)

    def _match_word(self, word: _QueryWord, inside: frozenset[TextGroup]) -> TermMatch:
        text, last = word.text, word.last
        # Figures are always exact, so `'` before one means nothing.
        exact = word.term.exact and not text[0].isdigit()
        key = (text, exact, last, inside)
        return self._cached(key) or self._store(key, self._look_up(text, exact, last, inside))

    def _look_up(
        self, word: str, exact: bool, last: bool, inside: frozenset[TextGroup]
    ) -> TermMatch:
        dictionary = self.dictionary
        if exact:
            whole = dictionary.whole(word)
            prefix = dictionary.prefix_range(word) if last else whole
            expansion = NO_EXPANSION._replace(whole=whole, prefix=prefix)
        else:
            expansion = dictionary.expand(word, last=last)
            other = other_spelling(word)
            if other:
                # `gw` also means `gigawatt` and its plural; `gigawatt` means `gw` only.
                look_up = dictionary.prefix_range if len(other) > len(word) else dictionary.whole
                expansion = expansion._replace(one=[*expansion.one, look_up(other)])
        split = None
        # Only where nothing begins with the word: splitting is the slowest guess of all.
        if not exact and not expansion.prefix and not word[0].isdigit():
            split = self._rows.split_word(word, last)
        kind: TermKind = "exact" if exact else "word" if split is None else "joined"
        sought = self._sought((word,), kind, last, expansion)
        return TermMatch(self._levels(expansion, inside, split), sought)

    def _special(self, term: Term, inside: frozenset[TextGroup]) -> TermMatch:
        """Match a figure, initials or a phrase, none of which forgives a typo."""
        key = (term.words, term.phrase, term.initials, term.last, inside)
        cached = self._cached(key)
        if cached is not None:
            return cached
        dictionary = self.dictionary
        if term.figure:
            ranges = [dictionary.whole(word) for word in term.words]
            rows = _only_inside(self._rows.by_group(ranges), inside)
            title_positions = self._terms.title_positions
            levels = match_levels([rows], [rows], lambda: title_positions.union(ranges))
            return self._store(key, TermMatch(levels, SoughtTerm(term.words, "figure", False)))
        sequence = [dictionary.whole(word) for word in term.words]
        if term.initials:
            return self._store(key, self._initials(term.words, sequence, inside))
        if term.last:
            sequence[-1] = dictionary.prefix_range(term.words[-1])
        rows = _only_inside(self._rows.with_phrase(sequence), inside)
        # A figure on its own is highlighted however it is written: `"4bn"` marks `$4 bn`.
        figure = len(term.words) == 1 and term.words[0][0].isdigit()
        sought = SoughtTerm(term.words, "word" if figure else "phrase", term.last)
        return self._store(key, TermMatch(match_levels([rows], [rows]), sought))

    def _initials(
        self, letters: tuple[str, ...], sequence: Sequence[range], inside: frozenset[TextGroup]
    ) -> TermMatch:
        """Match the letters of a name side by side anywhere, or written as one word.

        The one word counts only among party names, since `M&S` is not `Ms`.
        """
        groups = self._rows.with_phrase(sequence)
        as_one_word = self._rows.by_group([self.dictionary.whole("".join(letters))])
        groups[TextGroup.PARTIES] |= as_one_word[TextGroup.PARTIES]
        rows = _only_inside(groups, inside)
        return TermMatch(match_levels([rows], [rows]), SoughtTerm(letters, "joined", False))

    def _joined(
        self, parts: tuple[str, ...], last: bool, inside: frozenset[TextGroup]
    ) -> TermMatch:
        """Match several typed words as one: `deep mind` means `DeepMind`."""
        key = (parts, last, inside)
        cached = self._cached(key)
        if cached is not None:
            return cached
        dictionary = self.dictionary
        expansion = dictionary.expand_joined("".join(parts), last=last)
        bare = without_legal_form(parts)
        if len(bare) < len(parts):
            # A legal form that the corpus leaves out costs as much as a typo.
            expansion = expansion._replace(one=[*expansion.one, dictionary.whole("".join(bare))])
        levels = self._levels(expansion, inside)
        # Words that were typed apart are never whole words, nor next to others in a title.
        levels.whole = BitMap()
        levels.title_positions_from = None
        return self._store(key, TermMatch(levels, self._sought(parts, "joined", last, expansion)))

    def _sought(
        self, words: tuple[str, ...], kind: TermKind, last: bool, expansion: TermExpansion
    ) -> SoughtTerm:
        dictionary = self.dictionary.words

        def similar_words() -> frozenset[str]:
            by_range = (
                word for span in expansion.one for word in dictionary[span.start : span.stop]
            )
            by_number = (dictionary[number] for number in chain(expansion.infix, expansion.two))
            return frozenset(chain(by_range, by_number))

        return SoughtTerm(words, kind, last, similar_words)

    def _cached(self, key: tuple[object, ...]) -> TermMatch | None:
        match = self._cache.pop(key, None)
        if match is not None:
            # Reinserted at the end: a dict keeps insertion order, so its first key is the oldest.
            self._cache[key] = match
        return match

    def _store(self, key: tuple[object, ...], match: TermMatch) -> TermMatch:
        while len(self._cache) >= _CACHE_SIZE:
            self._cache.pop(next(iter(self._cache)), None)
        self._cache[key] = match
        return match

    def _levels(
        self,
        expansion: TermExpansion,
        inside: frozenset[TextGroup],
        split: RowsByGroup | None = None,
    ) -> MatchLevels:
        """The match levels of an expansion; a `split` word counts as one typo."""
        rows = self._rows
        exact = self._prefixes.get(expansion.prefix) or rows.groups_and_articles([expansion.prefix])
        levels, articles = [exact.groups], exact.articles
        # The rows of an article that has a better match are already at a better level, so looking
        # up who quotes it, the dearest step with common words, is left out at the worse ones.
        if expansion.one or expansion.infix or expansion.two or split:
            one = rows.groups_and_articles(expansion.one, expansion.infix, skip_articles=articles)
            levels.append(union_groups((one.groups, split)) if split else one.groups)
            articles = articles | one.articles
        if expansion.two:
            two = rows.groups_and_articles((), expansion.two, skip_articles=articles)
            levels.append(two.groups)
        whole = [rows.by_group([expansion.whole])]
        if expansion.whole_one or expansion.whole_two:
            whole.append(rows.by_group((), expansion.whole_one))
        if expansion.whole_two:
            whole.append(rows.by_group((), expansion.whole_two))
        if inside:
            levels = [_only_inside(level, inside) for level in levels]
            whole = [_only_inside(level, inside) for level in whole]
        title_positions = self._terms.title_positions
        return match_levels(
            levels,
            whole,
            lambda: title_positions.union(
                (expansion.prefix, *expansion.one), chain(expansion.infix, expansion.two)
            ),
        )


def _only_inside(groups: RowsByGroup, inside: frozenset[TextGroup]) -> RowsByGroup:
    """The rows of the groups that `in:` names; of all where it names none."""
    if not inside:
        return groups
    return [
        rows if group in inside else BitMap() for group, rows in zip(GROUPS, groups, strict=True)
    ]
