"""A paragraph of an article, read once for all the quotes that lie in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from tui.proof.claim.claim import Claim
from tui.proof.claim.sentences import Reading, sentence_at, sentences_of
from tui.proof.extract import find_mentions
from tui.proof.extract.reader import find_counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.dates import Edtf
    from tui.model.mentions import Mention

_start, _end = attrgetter("start"), attrgetter("end")


class Paragraph:
    """A paragraph with its figures and its sentences; a sentence is read when it is asked for.

    Attributes:
        reading: Its text as it is read.
        language: `fr` or `en`.
        published: When the article appeared, if that is known.
        mentions: Its figures and dates, by place.
    """

    def __init__(
        self,
        article: str,
        reading: Reading,
        language: str,
        published: Edtf | None,
        *,
        counting: bool = False,
    ) -> None:
        """Read the figures of a paragraph.

        Args:
            article: The whole article.
            reading: The paragraph as it is read.
            language: ISO 639-1 code of the article.
            published: When it appeared.
            counting: Whether its plain numbers are figures too: "3,200 people".
        """
        self.reading = reading
        self.language = "fr" if language == "fr" else "en"
        self.published = published
        self.mentions: Sequence[Mention] = find_mentions(
            reading.text, language=language, published=published
        )
        self._figures: Sequence[Mention] = self.mentions
        if counting:
            self._figures = _together(
                self.mentions, find_counts(reading.text, language=self.language)
            )
        self._article = article
        self._claims: dict[int, Claim] = {}

    @property
    def text(self) -> str:
        """What is read."""
        return self.reading.text

    @cached_property
    def counted(self) -> Paragraph:
        """The paragraph read with its plain numbers as figures; `mentions` stay what they are."""
        return Paragraph(self._article, self.reading, self.language, self.published, counting=True)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where its sentences begin and end."""
        return sentences_of(self._article, self.reading)

    def mentions_in(self, start: int, end: int) -> Sequence[Mention]:
        """The figures and dates that a stretch of its text touches."""
        # They are in order and do not overlap.
        first = bisect_right(self._figures, start, key=_end)
        return self._figures[first : bisect_left(self._figures, end, key=_start)]

    def claim(self, number: int) -> Claim:
        """What one of its sentences claims."""
        claim = self._claims.get(number)
        if claim is None:
            start, end = self.spans[number]
            claim = self._claims[number] = Claim(
                self.text, (start, end), self.mentions_in(start, end), self.language
            )
        return claim

    def claims(self, start: int, end: int) -> list[Claim]:
        """What the sentences claim that a stretch of its text touches."""
        if not self.spans:
            return []
        first, last = sentence_at(self.spans, start), sentence_at(self.spans, max(start, end - 1))
        return [self.claim(number) for number in range(first, last + 1)]

    def claim_before(self, start: int) -> Claim | None:
        """What the sentence claims that stands before the one which begins at a place."""
        number = sentence_at(self.spans, start)
        return self.claim(number - 1) if number else None

    def following_span(self, end: int) -> tuple[int, int]:
        """Where the sentence lies that stands behind the one which holds a place."""
        number = sentence_at(self.spans, max(0, end - 1)) + 1 if self.spans else 0
        return self.spans[number] if 0 < number < len(self.spans) else (end, end)


def _together(mentions: Sequence[Mention], counts: Sequence[Mention]) -> Sequence[Mention]:
    """Figures with the plain numbers that lie in none of them, by place."""
    apart = [
        count
        for count in counts
        if not any(one.start < count.end and count.start < one.end for one in mentions)
    ]
    return sorted([*mentions, *apart], key=_start)
