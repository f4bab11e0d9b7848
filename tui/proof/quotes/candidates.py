"""Where a quote that is not in the text may have stood: its nearest passage, word by word.

Figures are masked while the place is sought: the passage is chosen by the words around them, so
that a changed figure is compared with the figure that replaced it, and never with an equal
figure of another sentence.
"""

from __future__ import annotations

import re
from itertools import islice

from tui.language.plain_words import word_places
from tui.proof.compare.differences import tokens
from tui.proof.quotes.alignment import Passage, align

_WORD = re.compile(r"\w+")
_BUCKET = 48
_MARGIN = 40
_WINDOWS = 5
_SHORT = 40
"""Below this length a changed figure is much of the quote: likeness of letters then misleads."""

_LONGEST = 3000
"""Letters of a quote beyond which it is not sought by likeness: nobody quotes whole pages."""
_MOST_CELLS = 2_000_000
"""Pairs of tokens that may be weighed for one quote, about half a second."""
_MOST_LETTERS = 20_000_000
"""Letters of a quote times letters of a text that may be compared."""

_COMMONEST = 150
_SOUGHT_ALONE = 64
"""Words that are looked for one by one; reading all of a text takes as long as some 80 of them."""
_NEAREST_RATIO = 70.0
_LIKENESS_MARGIN = 12.0
"""Points below the likest window within which another may hold the passage, its figure changed."""


class Neighbourhood:
    """A text prepared for finding nearest passages: the places of its words.

    A word is looked for when a quote has it, which takes a tenth of the time that reading all words
    does; where so many are asked for that it would take longer, all are read.
    """

    def __init__(self, text: str) -> None:
        """Take a folded text."""
        self.text = text
        lowered = text.lower()
        self._lowered = lowered if len(lowered) == len(text) else text
        self._places: dict[str, list[int]] = {}
        self._complete = False

    def _places_of(self, word: str) -> list[int]:
        """Where a word stands in the text; of a common one as many places as show that it is."""
        places = self._places.get(word)
        if places is None and not self._complete:
            if len(self._places) < _SOUGHT_ALONE:
                found = islice(word_places(self._lowered, word), _COMMONEST + 1)
                places = self._places[word] = list(found)
            else:
                self._read_words()
                places = self._places.get(word)
        return places or []

    def _read_words(self) -> None:
        self._places = {}
        for match in _WORD.finditer(self._lowered):
            self._places.setdefault(match[0], []).append(match.start())
        self._complete = True

    def nearest(self, quote: str, begin: int = 0, end: int | None = None) -> Passage | None:
        """Find the passage nearest to a folded quote, `None` when nothing is like it.

        Args:
            quote: The folded quote.
            begin: Where to look from.
            end: Where to look to.
        """
        quoted = tokens(quote) if len(quote) <= _LONGEST else []
        if not quoted:
            return None
        cells = 0
        best: Passage | None = None
        windows = self._windows(quote, begin, len(self.text) if end is None else end)
        for start, stop in self._likeliest(quote, windows):
            around = tokens(self.text, start, stop)
            cells += len(quoted) * len(around)
            if cells > _MOST_CELLS:
                break
            passage = align(quoted, around, self.text)
            if passage is not None and (best is None or passage.cost < best.cost):
                best = passage
        if best is None or not best.located:
            window = self._by_characters(quote, begin, len(self.text) if end is None else end)
            around = tokens(self.text, *window) if window is not None else []
            if len(quoted) * len(around) <= _MOST_CELLS:
                passage = align(quoted, around, self.text)
                if passage is not None and (best is None or passage.score > best.score):
                    best = passage
        return best if best is not None and best.located else None

    def _windows(self, quote: str, begin: int, end: int) -> list[tuple[int, int]]:
        """Let the words of the quote vote for where it starts; the best windows, best first."""
        votes: dict[int, float] = {}
        lowered = quote.lower()
        for match in _WORD.finditer(lowered if len(lowered) == len(quote) else quote):
            places = self._places_of(match[0])
            if len(places) > _COMMONEST:
                continue
            weight = min(len(match[0]), 8) / (4 + len(places))
            offset = match.start()
            for place in places:
                if begin <= place < end:
                    bucket = (place - offset) // _BUCKET
                    votes[bucket] = votes.get(bucket, 0.0) + weight
                    votes[bucket + 1] = votes.get(bucket + 1, 0.0) + weight * 0.5
                    votes[bucket - 1] = votes.get(bucket - 1, 0.0) + weight * 0.5
        windows: list[tuple[int, int]] = []
        taken: list[int] = []
        margin = _MARGIN + len(quote) // 2
        for bucket in sorted(votes, key=votes.__getitem__, reverse=True):
            if any(abs(bucket - other) <= 1 for other in taken):
                continue
            taken.append(bucket)
            start = bucket * _BUCKET - margin
            windows.append(self._whole_words(start, start + _BUCKET + 2 * margin + len(quote)))
            if len(windows) == (2 * _WINDOWS if len(quote) < _SHORT else _WINDOWS):
                break
        return windows

    def _likeliest(self, quote: str, windows: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Keep the windows worth laying the quote over, narrowed by likeness of letters."""
        from rapidfuzz import fuzz

        lowered = quote.lower()
        margin = _MARGIN + len(quote) // 3
        scored: list[tuple[float, tuple[int, int]]] = []
        for start, stop in windows:
            found = fuzz.partial_ratio_alignment(lowered, self._lowered[start:stop])
            if found is None:
                continue
            narrow = (start + found.dest_start - margin, start + found.dest_end + margin)
            scored.append((found.score, self._whole_words(*narrow)))
        margin_of_likeness = 100.0 if len(quote) < _SHORT else _LIKENESS_MARGIN
        least = max((score for score, _ in scored), default=0.0) - margin_of_likeness
        return [window for score, window in scored if score >= least]

    def _by_characters(self, quote: str, begin: int, end: int) -> tuple[int, int] | None:
        from rapidfuzz import fuzz

        region = self._lowered[begin:end]
        head = quote.lower()[: max(_SHORT, _MOST_LETTERS // max(1, len(region)))]
        found = fuzz.partial_ratio_alignment(head, region, score_cutoff=_NEAREST_RATIO)
        if found is None or found.dest_end <= found.dest_start:
            return None
        rest = max(0, len(quote) - len(head))
        return self._whole_words(
            begin + found.dest_start - _MARGIN, begin + found.dest_end + rest + _MARGIN
        )

    def _whole_words(self, start: int, end: int) -> tuple[int, int]:
        """Widen a range to the next spaces, so that no window cuts a number."""
        text = self.text
        start, end = max(0, start), min(len(text), end)
        if start > 0:
            start = text.rfind(" ", 0, start) + 1
        if end < len(text):
            space = text.find(" ", end)
            end = len(text) if space < 0 else space
        return start, end
