"""What one sentence claims of a figure in it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tui.proof.claim.clauses import Clauses
from tui.proof.claim.figures.bounds import bound_of
from tui.proof.claim.figures.roles import role_of
from tui.proof.claim.turns.scope import Turns
from tui.proof.claim.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.mentions import Mention
    from tui.proof.claim.figures.found import Found
    from tui.proof.claim.governor import Governor
    from tui.proof.claim.turns.turn import Turn


class _Parts:
    """A sentence with its clauses and turns, each read when it is first asked for.

    A claim and the claims of its figures share it, so that none of them refers to another: what is
    no longer asked for goes at once, and leaves nothing for the cyclic garbage collector.
    """

    def __init__(self, sentence: Sentence, language: str) -> None:
        self.sentence, self.language = sentence, language

    @cached_property
    def clauses(self) -> Clauses:
        return Clauses(self.sentence, self.language)

    @cached_property
    def turns(self) -> Turns:
        return Turns(self.sentence, self.clauses, self.language)


class FigureClaim:
    """What a sentence claims of one of its figures or dates; read as far as it is asked.

    Attributes:
        word: The number of the figure among the words of its sentence.
        mention: The figure.
    """

    def __init__(self, parts: _Parts, word: int, mention: Mention) -> None:
        """Take a figure of a sentence."""
        self._parts, self.word, self.mention = parts, word, mention

    @cached_property
    def role(self) -> Found | None:
        """What it is, with the words that tell; `None` for a sum like any other."""
        return role_of(self._parts.sentence, self._parts.clauses, self.word)

    @cached_property
    def bound(self) -> Found | None:
        """What bounds it beyond the words that were read with it."""
        return bound_of(self._parts.sentence, self._parts.clauses, self.word)

    @cached_property
    def turns(self) -> Sequence[Turn]:
        """What may turn what is said of it."""
        return self._parts.turns.on(self.word)

    @cached_property
    def region(self) -> tuple[int, int]:
        """The stretch of the text whose words belong to it, not to another figure of its kind."""
        return _region(self._parts.sentence, self.word)


class Claim:
    """One sentence, read.

    Attributes:
        sentence: Its words.
        language: `fr` or `en`.
    """

    def __init__(
        self,
        text: str,
        span: tuple[int, int],
        mentions: Sequence[Mention],
        language: str,
    ) -> None:
        """Read a sentence.

        Args:
            text: The paragraph as it is read.
            span: Where the sentence begins and ends in it.
            mentions: The figures and dates of the paragraph, by place.
            language: `fr` or `en`.
        """
        self.sentence = Sentence(text, *span, mentions)
        self.language = language
        self._parts = _Parts(self.sentence, language)
        self._figures: dict[int, FigureClaim] = {}

    @property
    def text(self) -> str:
        """The sentence as it is read."""
        return self.sentence.source[self.sentence.start : self.sentence.end].strip()

    @property
    def clauses(self) -> Clauses:
        """Its clauses."""
        return self._parts.clauses

    @property
    def turns(self) -> Turns:
        """What may turn what it says."""
        return self._parts.turns

    def figure(self, mention: Mention) -> FigureClaim | None:
        """What it claims of a figure; `None` when the figure is not in it."""
        for number, word in enumerate(self.sentence.words):
            if word.mention is mention:
                return self._figure(number)
        return None

    def figures(self) -> list[FigureClaim]:
        """What it claims of each of its figures."""
        return [
            self._figure(number)
            for number, word in enumerate(self.sentence.words)
            if word.kind == "figure"
        ]

    def _figure(self, number: int) -> FigureClaim:
        figure = self._figures.get(number)
        if figure is None:
            mention = self.sentence.words[number].mention
            assert mention is not None
            figure = self._figures[number] = FigureClaim(self._parts, number, mention)
        return figure

    def words(self, found: Found | Turn | Governor) -> str:
        """Words that decided, as they are printed."""
        first, last = max(0, found.first), found.last
        return " ".join(self.sentence.printed(first, last).split())


def _region(sentence: Sentence, number: int) -> tuple[int, int]:
    """The words between the figures of one kind before and behind.

    What stands between two figures belongs to the second from the last conjunction or comma
    on, and to the first before it.
    """
    words = sentence.words
    first = last = number
    while first > 0 and not _same_kind(sentence, first - 1, number):
        first -= 1
    while last + 1 < len(words) and not _same_kind(sentence, last + 1, number):
        last += 1
    if first > 0:
        first = max(_parted(sentence, first, number), first)
    if last + 1 < len(words):
        last = max(number, _parted(sentence, number + 1, last + 1) - 1)
    return words[first].start, words[last].end


def _same_kind(sentence: Sentence, at: int, number: int) -> bool:
    one, two = sentence.words[at].mention, sentence.words[number].mention
    return (
        one is not None
        and two is not None
        and one.kind == two.kind
        and one.quantity is not None
        and two.quantity is not None
        and one.quantity.unit == two.quantity.unit
    )


def _parted(sentence: Sentence, first: int, last: int) -> int:
    """Where words between two figures begin to belong to the second."""
    low = sentence.low
    for at in range(last - 1, first - 1, -1):
        if low[at] == "," and low[at + 1 : last] in _FOR_IT:
            continue  # "…, and Halden, for 9 million"
        if low[at] in {"and", "et", ",", ";", "but", "mais", "while", "tandis", "puis", "then"}:
            return at
    return last


_FOR_IT = (["for"], ["pour"], ["at"], ["contre"], ["moyennant"], ["\u00e0"])
"""What stands between the comma behind a name and the figure that belongs to it."""
