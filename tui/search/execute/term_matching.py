"""From the terms of a query to graded bitmaps of records.

A term is expanded to the words that it can mean (`TermDictionary`), whose postings are united by
number of typos and by group of text (`TermRows`) and graded (`match_levels`). Typing changes one
term a key, so the others are remembered; the postings of short beginnings, which mean nearly
every record, are united before anybody asks (`warm`).
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from pyroaring import BitMap

from tui.search.analysis.figure_terms import other_spelling
from tui.search.execute.match_levels import Grade, grade
from tui.search.execute.term_rows import TermRows, united
from tui.search.highlight.occurrences import LONGEST_RUN, SoughtTerm
from tui.search.index.indexed_texts import GROUPS, Group
from tui.search.index.party_names import LEGAL_FORMS
from tui.search.index.term_expansion import NOTHING, TermExpansion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.search.execute.match_levels import Groups
    from tui.search.execute.term_rows import Level
    from tui.search.index.term_index import TermIndex
    from tui.search.query.syntax import Term

_REMEMBERED = 96
"""Terms whose matches are kept: a query being typed, its readings, and some queries before."""
_PREPARED_LETTERS = 3
"""Beginnings of up to so many letters are prepared: longer ones have few enough postings to be
united within a key."""
_MOST_READINGS = 12
"""Ways to read a query that are ranked. Each way to write neighbours together doubles them, and
the ways that come later ever more rarely find anything of their own."""


class TermMatch(NamedTuple):
    """A grade and the words that it came from.

    Attributes:
        wanted: The same for marking.
    """

    grade: Grade
    wanted: SoughtTerm


class TermMatcher:
    """Looks terms up and remembers the last of them, since a key changes only one."""

    def __init__(self, terms: TermIndex) -> None:
        self._terms = terms
        self.vocabulary = terms.vocabulary
        self._remembered: dict[tuple[object, ...], TermMatch] = {}
        self._prepared: dict[range, Level] = {}
        self._members = TermRows(terms)

    def warm(self, most: int) -> Iterator[None]:
        """Prepare short beginnings, which mean many records, those of the most records first.

        Kept by the words that they mean: `4` may be the figure, or the beginning of one.

        Args:
            most: Bytes that what is prepared may take.
        """
        vocabulary, found = self.vocabulary, self._terms.found
        spans = {range(len(vocabulary))}
        heavy: set[range] = set()
        for depth in range(_PREPARED_LETTERS):
            spans = {below for span in spans for _, below in vocabulary.letters(span, depth)}
            heavy |= {span for span in spans if len(span) > 1}
            yield
        for span in sorted(heavy, key=lambda span: (-found.weight(span), span.start)):
            groups, articles = level = self._members.level([span])
            most -= sum(len(rows.serialize()) for rows in (*groups, articles))
            if most < 0:
                return
            self._prepared[span] = level
            yield

    def readings(
        self, terms: Sequence[Term], inside: frozenset[Group]
    ) -> list[tuple[TermMatch, ...]]:
        """Every way to read terms that follow each other: apart, or some words together."""
        words: list[tuple[str, Term, bool]] = []
        for term in terms:
            if term.figure or term.phrase or term.initials:
                words.append(("", term, False))
            else:
                words += [
                    (word, term, term.last and at == len(term.words) - 1)
                    for at, word in enumerate(term.words)
                ]
        if not words:
            return [()]
        found: list[tuple[TermMatch, ...]] = []
        # Not by recursion: a text that was pasted may have a thousand words.
        going = [self._ways((), words, 0, inside)]
        while going and len(found) < _MOST_READINGS:
            way = next(going[-1], None)
            if way is None:
                going.pop()
                continue
            head, at = way
            if at == len(words):
                found.append(head)
            else:
                going.append(self._ways(head, words, at, inside))
        return found

    def _ways(
        self,
        head: tuple[TermMatch, ...],
        words: Sequence[tuple[str, Term, bool]],
        at: int,
        inside: frozenset[Group],
    ) -> Iterator[tuple[tuple[TermMatch, ...], int]]:
        """What was read, one step longer, and where to read on: the next word alone comes first."""
        word, term, last = words[at]
        single = self._special(term, inside) if not word else self._word(word, term, last, inside)
        yield (*head, single), at + 1
        for end in range(at + 2, min(len(words), at + LONGEST_RUN) + 1):
            run = words[at:end]
            if not all(part and not owner.exact for part, owner, _ in run):
                break
            joined = self._together(tuple(part for part, _, _ in run), run[-1][2], inside)
            if joined.grade.rows:
                yield (*head, joined), end

    def _word(self, word: str, term: Term, last: bool, inside: frozenset[Group]) -> TermMatch:
        # A figure forgives nothing anyway.
        exact = term.exact and not word[0].isdigit()
        key = (word, exact, last, inside)
        return self._recall(key) or self._keep(key, self._look_up(word, exact, last, inside))

    def _look_up(self, word: str, exact: bool, last: bool, inside: frozenset[Group]) -> TermMatch:
        vocabulary = self.vocabulary
        if exact:
            whole = vocabulary.whole(word)
            begun = vocabulary.beginning(word) if last else whole
            meanings = NOTHING._replace(whole=whole, prefix=begun)
        else:
            meanings = vocabulary.typed(word, last=last)
            other = other_spelling(word)
            if other:
                # Only what is in words may go on, with its plural.
                look = vocabulary.beginning if len(other) > len(word) else vocabulary.whole
                meanings = meanings._replace(one=[*meanings.one, look(other)])
        apart = None
        if not exact and not meanings.prefix and not word[0].isdigit():
            apart = self._members.apart(word, last)
        kind = "exact" if exact else "word" if apart is None else "together"
        wanted = self._wanted((word,), kind, last, meanings)
        return TermMatch(self._graded(meanings, inside, apart), wanted)

    def _special(self, term: Term, inside: frozenset[Group]) -> TermMatch:
        key = (term.words, term.phrase, term.initials, term.last, inside)
        known = self._recall(key)
        if known is not None:
            return known
        vocabulary = self.vocabulary
        if term.figure:
            ranges = [vocabulary.whole(word) for word in term.words]
            rows = _inside(self._members.split(ranges), inside)
            titles = self._terms.titles
            graded = grade([rows], [rows], lambda: titles.union(ranges))
            return self._keep(key, TermMatch(graded, SoughtTerm(term.words, "figure", False)))
        sequence = [vocabulary.whole(word) for word in term.words]
        if term.initials:
            return self._keep(key, self._initials(term.words, sequence, inside))
        if term.last:
            sequence[-1] = vocabulary.beginning(term.words[-1])
        rows = _inside(self._members.in_sequence(sequence), inside)
        # A figure by itself is marked however it is written.
        figure = len(term.words) == 1 and term.words[0][0].isdigit()
        wanted = SoughtTerm(term.words, "word" if figure else "phrase", term.last)
        return self._keep(key, TermMatch(grade([rows], [rows]), wanted))

    def _initials(
        self, letters: tuple[str, ...], sequence: Sequence[range], inside: frozenset[Group]
    ) -> TermMatch:
        """The letters of a name side by side anywhere, or its initials as one word.

        These only where parties are named, since `M&S` is no Ms.
        """
        groups = self._members.in_sequence(sequence)
        written = self._members.split([self.vocabulary.whole("".join(letters))])
        groups[Group.PARTIES] |= written[Group.PARTIES]
        rows = _inside(groups, inside)
        return TermMatch(grade([rows], [rows]), SoughtTerm(letters, "together", False))

    def _together(self, parts: tuple[str, ...], last: bool, inside: frozenset[Group]) -> TermMatch:
        key = (parts, last, inside)
        known = self._recall(key)
        if known is not None:
            return known
        vocabulary = self.vocabulary
        meanings = vocabulary.together("".join(parts), last=last)
        end = len(parts)
        while end > 1 and parts[end - 1] in LEGAL_FORMS:
            end -= 1
        if end < len(parts):
            # A legal form that the corpus leaves out costs as much as a typo.
            bare = vocabulary.whole("".join(parts[:end]))
            meanings = meanings._replace(one=[*meanings.one, bare])
        graded = self._graded(meanings, inside)
        graded.whole = BitMap()
        graded.places_from = None
        return self._keep(key, TermMatch(graded, self._wanted(parts, "together", last, meanings)))

    def _wanted(
        self, words: tuple[str, ...], kind: str, last: bool, meanings: TermExpansion
    ) -> SoughtTerm:
        known = self.vocabulary.words
        return SoughtTerm(
            words, kind, last,
            lambda: frozenset(
                chain(
                    (word for span in meanings.one for word in known[span.start : span.stop]),
                    (known[number] for number in meanings.inner),
                    (known[number] for number in meanings.two),
                )
            ),
        )  # fmt: skip

    def _recall(self, key: tuple[object, ...]) -> TermMatch | None:
        found = self._remembered.pop(key, None)
        if found is not None:
            self._remembered[key] = found
        return found

    def _keep(self, key: tuple[object, ...], found: TermMatch) -> TermMatch:
        while len(self._remembered) >= _REMEMBERED:
            self._remembered.pop(next(iter(self._remembered)), None)
        self._remembered[key] = found
        return found

    def _graded(
        self, meanings: TermExpansion, inside: frozenset[Group], apart: Groups | None = None
    ) -> Grade:
        """Grade words; two of them `apart` that were typed as one count as much as a typo."""
        begun, read = self._prepared.get(meanings.prefix) or self._members.level([meanings.prefix])
        levels = [begun]
        if meanings.one or meanings.inner or meanings.two or apart:
            level, more = self._members.level(meanings.one, meanings.inner, but=read)
            levels.append(united((level, apart)) if apart else level)
            read = read | more
        if meanings.two:
            levels.append(self._members.level((), meanings.two, but=read)[0])
        whole = [self._members.split([meanings.whole])]
        if meanings.whole_one or meanings.whole_two:
            whole.append(self._members.split((), meanings.whole_one))
        if meanings.whole_two:
            whole.append(self._members.split((), meanings.whole_two))
        if inside:
            levels = [_inside(level, inside) for level in levels]
            whole = [_inside(words, inside) for words in whole]
        titles = self._terms.titles
        return grade(
            levels,
            whole,
            lambda: titles.union(
                (meanings.prefix, *meanings.one), chain(meanings.inner, meanings.two)
            ),
        )


def _inside(groups: Groups, inside: frozenset[Group]) -> Groups:
    if not inside:
        return groups
    return [
        rows if group in inside else BitMap() for group, rows in zip(GROUPS, groups, strict=True)
    ]
