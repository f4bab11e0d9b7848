"""A quote laid over a stretch of its article, word by word, at the least cost.

Figures are nearly masked: what they were replaced by is for others to compare.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.proof.compare.differences import QuoteToken

LOCATED = 0.5
"""Least share of a quote's weight that a passage must hold to be taken for it."""

_LOCATED_IN_PART = 0.25
_WHOLLY_QUOTED = 0.85
"""With less, nearly all of the passage must be words of the quote: a clause was dropped."""

_FEWEST_WORDS = 4
_NEXT_SENTENCE = 1.0
"""Added to the cost of a passage that runs on into another sentence."""

_SENTENCE_END = re.compile(r"[.!?]")


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

    around: list[QuoteToken]
    first: int
    last: int
    pairs: list[tuple[QuoteToken, QuoteToken]]
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
    def tokens(self) -> list[QuoteToken]:
        """The tokens of the passage itself."""
        return self.around[self.first : self.last]


def _weights(found: list[QuoteToken]) -> list[float]:
    """What tokens count for; the words of one figure, which may be many or few, for little more."""
    weights: list[float] = []
    after_figure = False
    for token in found:
        figure = token.weight == "figure"
        weights.append((0.25 if after_figure else 2.0) if figure else min(len(token.text), 8) / 4)
        after_figure = figure
    return weights


def _edit_cost(token: QuoteToken) -> float:
    """What it costs to drop a token of the quote; what weighs is nearly masked."""
    if token.weight:
        return 0.2 if token.weight == "figure" else 0.3
    return 0.5 if len(token.text) <= 3 else 1.0


def _stem(token: QuoteToken) -> str:
    """What a word shares with its other forms; empty where it is short or weighs something."""
    return token.key[:4] if len(token.key) > 3 and not token.weight else ""


def align(quoted: list[QuoteToken], around: list[QuoteToken], text: str) -> Passage | None:
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
    quoted: list[QuoteToken],
    around: list[QuoteToken],
    moves: list[bytearray],
    column: int,
    cost: float,
) -> Passage | None:
    pairs: list[tuple[QuoteToken, QuoteToken]] = []
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


def _likeness(quoted: QuoteToken, token: QuoteToken) -> float:
    if quoted.key == token.key:
        return 1.0
    if quoted.weight or token.weight:
        return 0.3 if quoted.weight == token.weight else 0.0
    return 0.7 if _stem(quoted) and _stem(quoted) == _stem(token) else 0.0
