"""What the sentences around a quote claim: the whole of them counts, not the quoted words alone."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tui.language.clause_words import DETERMINERS
from tui.language.common_names import NAMED_BY_PLACE, NO_PARTIES
from tui.language.figures.sum_words import DEAL_NOUNS
from tui.language.neighbour_words import DECIDING
from tui.language.plain_words import plain_word
from tui.model.messages import msg
from tui.proof.claim import neighbours
from tui.proof.claim.sentences import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.mentions import Mention
    from tui.proof.claim.article_frame import ArticleFrame
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.paragraph import Paragraph
    from tui.proof.claim.turns.turn import Turn

_LATER = 110
"""Code points of a sentence that does no more than deny the one before."""
_HEADLINE = 140
"""Code points of a headline at most."""
_FOLLOWING = 3
"""Sentences behind a quote that may take it back."""
_TAKEN_BACK = re.compile(
    r"\b(?:nothing of the (?:sort|kind)|no such (?:deal|thing|sale|purchase|agreement)|rien de tel"
    r"|(?:deleted|removed|pulled|withdrew|took down|taken down|unpublished) (?:the|its|their|his)"
    r" (?:story|article|post|report|item|tweet|piece|page)"
    r"|(?:retir\xe9|supprim\xe9|effac\xe9|d\xe9publi\xe9)e? (?:l['\u2019]|son |sa |le |la )"
    r"(?:article|message|publication|texte|papier|page|tweet|billet)"
    r"|withdrew (?:it|the (?:story|report|item|claim))|(?:retracted|took back) (?:it|the \w+)"
    r"|(?:s['\u2019]est|se sont) r\xe9tract\xe9\w*|is how an? [\w-]+(?: [\w-]+)? told the story"
    r"|apologi[sz]ed|(?:ce que|qu['\u2019]) ?croyait savoir|a pr\xe9sent\xe9 ses excuses"
    r"|il n['\u2019]en (?:est|\xe9tait) rien|(?:that|this|it) (?:was|is|turned out to be) "
    r"(?:untrue|false|wrong|a hoax|made up|a joke|nonsense)"
    r"|c['\u2019](?:est|\xe9tait) (?:faux|une blague|un canular|inexact))\b",
    re.IGNORECASE,
)
_LONGEST = 1200
"""Code points of a quote beyond which it is an article, not a statement."""
_POSSESSIVE = re.compile("['\u2019]s?$")
_CAPITALISED = re.compile(r"(?<![\w@.])[^\W\d_a-z\u00df-\u00ff][\w&'\u2019-]+")


class QuotePlace(NamedTuple):
    """Where a quote lies in its article.

    Attributes:
        frame: What the article says of its own statements.
        begin: Where the paragraph of the quote begins.
        stop: Where it ends.
        crosses: Whether the quote runs over the end of a paragraph.
    """

    frame: ArticleFrame
    begin: int
    stop: int
    crosses: bool


class QuoteReading:
    """A quote in its paragraph.

    Attributes:
        paragraph: The paragraph, or the quote alone where it was not located.
        start: Where the quote begins in the text of the paragraph.
        end: Where it ends.
    """

    def __init__(
        self,
        paragraph: Paragraph,
        start: int,
        end: int,
        place: QuotePlace | None = None,
    ) -> None:
        """Take a stretch of a paragraph.

        Args:
            paragraph: The paragraph.
            start: Where the quote begins in its text.
            end: Where it ends.
            place: Where it lies in its article, if it was located.
        """
        self.paragraph, self.start, self.end = paragraph, start, end
        self._place = place

    @property
    def text(self) -> str:
        """The quoted words as the article has them."""
        return self.paragraph.text[self.start : self.end]

    @cached_property
    def counted(self) -> QuoteReading:
        """The quote read with plain numbers as figures: "employs 3,200 people"."""
        return QuoteReading(self.paragraph.counted, self.start, self.end, self._place)

    @cached_property
    def mentions(self) -> Sequence[Mention]:
        """The figures and dates of the quote."""
        return self.paragraph.mentions_in(self.start, self.end)

    @cached_property
    def claims(self) -> Sequence[Claim]:
        """What the sentences claim in which it lies."""
        return self.paragraph.claims(self.start, self.end)

    @property
    def span(self) -> tuple[int, int]:
        """Where the sentences begin and end in which it lies."""
        if not self.claims:
            return self.start, self.end
        return self.claims[0].sentence.start, self.claims[-1].sentence.end

    def figure(self, mention: Mention) -> tuple[Claim, FigureClaim] | None:
        """What is claimed of one of its figures, and in which sentence."""
        for claim in self.claims:
            found = claim.figure(mention)
            if found is not None:
                return claim, found
        return None

    def turns(self) -> list[tuple[Claim, Turn]]:
        """What may turn any of the quoted words, without repeats."""
        found: dict[tuple[int, int, str], tuple[Claim, Turn]] = {}
        for claim in self.claims:
            for number, word in enumerate(claim.sentence.words):
                if word.start < self.end and word.end > self.start and word.kind != "sign":
                    for turn in claim.turns.on(number):
                        found[(claim.sentence.start, turn.first, turn.kind)] = (claim, turn)
        return list(found.values())

    def denials_above(self) -> list[tuple[Claim, Turn]]:
        """What the headline and the lead deny, the sentences of the quote left out."""
        if self._place is None:
            return []
        own = {claim.text for claim in self.claims}
        return [found for found in self._place.frame.denials if found[0].text not in own]

    @cached_property
    def misplaced(self) -> str:
        """Why the words do not speak for the article: they stand in no news, or are no one passage.

        Empty where they do.
        """
        place = self._place
        if place is None:
            return ""
        if place.crosses:
            return msg("the quote runs over the end of a paragraph")
        if self.end - self.start > _LONGEST:
            return msg("the quote is longer than any statement")
        odd = place.frame.odd_place(place.begin, place.stop)
        if odd:
            return msg("it stands in {place}", place=msg(odd))
        if place.frame.fiction:
            return msg("the article says of itself: “{words}”", words=place.frame.fiction)
        doubted = place.frame.doubted
        return msg("the headline doubts it: “{words}”", words=doubted) if doubted else ""

    def other_currency(self, currency: str) -> str:
        """Why a sum is in another currency than its sign tells; empty where it is not.

        Args:
            currency: The ISO 4217 code that is recorded.
        """
        if self._place is None or currency != "USD":
            return ""
        told = self._place.frame.other_dollars
        return (
            msg("the article tells its sums in other dollars: “{words}”", words=told)
            if told
            else ""
        )

    def corrected(self, figure: str) -> str:
        """Why a figure no longer holds that the article corrects; empty where it does not."""
        if self._place is None or not self._place.frame.corrected(figure):
            return ""
        return msg("the article corrects a figure below")

    @property
    def is_contrasted(self) -> bool:
        """Whether the quoted sentence is set against the one before it."""
        return neighbours.is_contrasted(self.claims)

    def is_title_about_it(self, claim: Claim) -> bool:
        """Whether a sentence is a headline that names nobody but those of the quoted sentences.

        "Nordwind pulls plug on Kestrel purchase" is about the purchase told below it; "Nordwind
        drops bid for Halden" is not.
        """
        text = claim.text
        if text.endswith((".", "!", "\u2026")) or len(text) > _HEADLINE:
            return False
        names, own = neighbours.names_of([claim]), neighbours.names_of(self.claims)
        first = claim.sentence.low[:1]
        if first and first[0] in DEAL_NOUNS | DETERMINERS | DECIDING:
            names.discard(first[0])
        shared = names & own
        if len(names) * 2 > len(claim.sentence.words):
            return len(shared) > 1  # In title case a capital makes no name.
        return bool(shared) and names <= own

    @cached_property
    def denied_beside(self) -> str:
        """Why a sentence beside the quoted one takes it back; empty where none does."""
        tale = neighbours.framed(self.paragraph, self.claims, self.start)
        if tale:
            return msg("words before it make a tale of it: “{words}”", words=tale)
        words = self._denied_after()
        return msg("the next sentence denies it: “{words}”", words=words) if words else ""

    def _denied_after(self) -> str:
        place = self.span[1]
        for _ in range(_FOLLOWING):
            start, end = self.paragraph.following_span(place)
            if end <= start:
                break
            match = _TAKEN_BACK.search(self.paragraph.text, start, end)
            if match is not None:
                return match[0]
            if end - start < _LATER:
                (following,) = self.paragraph.claims(start, end)
                if words := neighbours.denied(following):
                    return words
            place = end
        return neighbours.taken_back(self.paragraph, self.claims, self.end)


def names_in(text: str, start: int, end: int, head: int) -> list[str]:
    """Words with a capital that may name a party, in a stretch of a text.

    A word that opens its sentence is left out; so are places, days and what tells where somebody
    is: "the Munich-based company".
    """
    return [
        match[0]
        for match in _CAPITALISED.finditer(text, start, end)
        if match.start() > head and len(match[0]) > 1 and not _names_no_party(match[0])
    ]


def _names_no_party(word: str) -> bool:
    plain = plain_word(_POSSESSIVE.sub("", word))
    return plain in NO_PARTIES or plain.rpartition("-")[2] in NAMED_BY_PLACE


def alone(quote: str) -> Reading:
    """A quote that lies nowhere, as it is read by itself."""
    return Reading(quote, 0, [])
