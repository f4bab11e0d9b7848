"""Where a quote that is not in the text may have stood: its nearest passage, word by word.

Figures are masked while the place is sought: the passage is chosen by the words around them, so
that a changed figure is compared with the figure that replaced it, and never with an equal
figure of another sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.proof.figures import Token, tokens

LOCATED = 0.5
"""Least share of a quote's weight that a passage must hold to be taken for it."""

_LOCATED_IN_PART = 0.25
_WHOLLY_QUOTED = 0.85
"""With less, nearly all of the passage must be words of the quote: a clause was dropped."""

_FEWEST_WORDS = 4
_NEXT_SENTENCE = 1.0
"""Added to the cost of a passage that runs on into another sentence."""

_SENTENCE_END = re.compile(r"[.!?]")

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
_NEAREST_RATIO = 70.0
_LIKENESS_MARGIN = 12.0
"""Points below the likest window within which another may hold the passage, its figure changed."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article beside a quote.

    Attributes:
        around: The tokens of the article around the passage, the passage included.
        first: Number of its first token among them.
        last: One past the number of its last token.
        pairs: Quote token and article token that stand for each other.
        cost: How far it is from the quote, figures masked; 0 is equal.
        score: Share of the quote's weight found in it, 0 to 1.
        density: Share of the passage's weight that is the quote's, 0 to 1.
    """

    around: list[Token]
    first: int
    last: int
    pairs: list[tuple[Token, Token]]
    cost: float
    score: float
    density: float

    @property
    def located(self) -> bool:
        """Whether it is near enough to be taken for the quote."""
        if self.score >= LOCATED:
            return True
        return (
            self.score >= _LOCATED_IN_PART
            and self.density >= _WHOLLY_QUOTED
            and len(self.pairs) >= _FEWEST_WORDS
        )

    @property
    def start(self) -> int:
        """First code point in the folded text."""
        return self.around[self.first].start

    @property
    def end(self) -> int:
        """One past the last code point in the folded text."""
        return self.around[self.last - 1].end

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the passage itself."""
        return self.around[self.first : self.last]


class Neighbourhood:
    """A text prepared for finding nearest passages: the places of each word."""

    def __init__(self, text: str) -> None:
        """Read the words of a folded text."""
        self.text = text
        lowered = text.lower()
        self._lowered = lowered if len(lowered) == len(text) else text
        self._places: dict[str, list[int]] = {}
        for match in _WORD.finditer(self._lowered):
            self._places.setdefault(match[0], []).append(match.start())

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
            passage = _align(quoted, around, self.text)
            if passage is not None and (best is None or passage.cost < best.cost):
                best = passage
        if best is None or not best.located:
            window = self._by_characters(quote, begin, len(self.text) if end is None else end)
            around = tokens(self.text, *window) if window is not None else []
            if len(quoted) * len(around) <= _MOST_CELLS:
                passage = _align(quoted, around, self.text)
                if passage is not None and (best is None or passage.score > best.score):
                    best = passage
        return best if best is not None and best.located else None

    def _windows(self, quote: str, begin: int, end: int) -> list[tuple[int, int]]:
        """Let the words of the quote vote for where it starts; the best windows, best first."""
        votes: dict[int, float] = {}
        lowered = quote.lower()
        for match in _WORD.finditer(lowered if len(lowered) == len(quote) else quote):
            places = self._places.get(match[0])
            if places is None or len(places) > _COMMONEST:
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


def _weights(found: list[Token]) -> list[float]:
    """What tokens count for; the words of one figure, which may be many or few, for little more."""
    weights: list[float] = []
    after_figure = False
    for token in found:
        figure = token.weight == "figure"
        weights.append((0.25 if after_figure else 2.0) if figure else min(len(token.text), 8) / 4)
        after_figure = figure
    return weights


def _edit_cost(token: Token) -> float:
    """What it costs to drop a token of the quote; what weighs is nearly masked."""
    if token.weight:
        return 0.2 if token.weight == "figure" else 0.3
    return 0.5 if len(token.text) <= 3 else 1.0


def _stem(token: Token) -> str:
    """What a word shares with its other forms; empty where it is short or weighs something."""
    return token.key[:4] if len(token.key) > 3 and not token.weight else ""


def _align(quoted: list[Token], around: list[Token], text: str) -> Passage | None:
    """Lay the whole quote over the stretch of the window that is nearest to it."""
    if not around:
        return None
    columns = [
        (
            token.key,
            token.weight,
            _stem(token),
            _edit_cost(token) * (0.5 if token.weight else 0.2),
            _NEXT_SENTENCE if _SENTENCE_END.search(text, before.end, token.start) else 0.0,
        )
        for before, token in zip([around[0], *around], around, strict=False)
    ]
    above = [0.0] * (len(around) + 1)
    moves: list[bytearray] = []
    for token in quoted:
        dropping = _edit_cost(token)
        key, weight, stem = token.key, token.weight, _stem(token)
        other = 1.05 * dropping + (0.1 if weight else 0.0)
        previous = above[0] + dropping
        row = [previous]
        move = bytearray(len(around) + 1)
        move[0] = 1
        for column, (other_key, other_weight, other_stem, adding, crossing) in enumerate(
            columns, 1
        ):
            cost = above[column - 1]
            if other_key != key:
                if weight or other_weight:
                    cost += 0.01 if weight == other_weight else other + crossing
                elif stem and stem == other_stem:
                    cost += 0.35 * dropping
                else:
                    cost += other + crossing
            drop = above[column] + dropping
            if drop <= cost:
                cost = drop
                move[column] = 1
            insert = previous + adding + crossing
            if insert < cost:
                cost = insert
                move[column] = 2
            row.append(cost)
            previous = cost
        moves.append(move)
        above = row
    cost = min(above)
    return _trace(quoted, around, moves, above.index(cost), cost)


def _trace(
    quoted: list[Token], around: list[Token], moves: list[bytearray], column: int, cost: float
) -> Passage | None:
    pairs: list[tuple[Token, Token]] = []
    numbers: list[int] = []
    row = len(quoted)
    while row > 0:
        step = moves[row - 1][column]
        if step == 2:
            column -= 1
            continue
        row -= 1
        if step == 0:
            column -= 1
            pairs.append((quoted[row], around[column]))
            numbers.append(column)
    if not numbers:
        return None
    pairs.reverse()
    first, last = numbers[-1], numbers[0] + 1
    weights = _weights(quoted)
    weight_of = {token.start: weight for token, weight in zip(quoted, weights, strict=True)}
    matched = sum(_likeness(old, new) * weight_of[old.start] for old, new in pairs)
    score = matched / sum(weights)
    density = matched / sum(_weights(around[first:last]))
    return Passage(around, first, last, pairs, cost, score, density)


def _likeness(quoted: Token, token: Token) -> float:
    if quoted.key == token.key:
        return 1.0
    if quoted.weight or token.weight:
        return 0.3 if quoted.weight == token.weight else 0.0
    return 0.7 if _stem(quoted) and _stem(quoted) == _stem(token) else 0.0
