"""Who pays whom in the sentences of a quote, as far as their words show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.model.messages import msg
from tui.proof.events import events_of, figure_fact, read_sentence
from tui.proof.events.headcounts import HeadcountReader

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from tui.model.mentions import Mention
    from tui.model.proofs import ValueCheck
    from tui.proof.claim.claim import Claim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.events import Event, FigureFact, KnownNames, SentenceReading

_OTHER = {"payer": "payee", "payee": "payer"}


class Shown(NamedTuple):
    """What an event shows of two directions.

    Attributes:
        payers: Parties that pay, by id; names that are of no known party as they are written.
        payees: Parties that are paid.
        words: The verb or noun that shows it.
        quoted: Whether the event lies in the quote, not only in its sentence.
        start: Where the verb or noun begins in the paragraph.
        figures: Where its figures begin in the paragraph.
        tense: Of its verb; empty for a noun.
    """

    payers: frozenset[str]
    payees: frozenset[str]
    words: str
    quoted: bool
    start: int
    figures: frozenset[int] = frozenset()
    tense: str = ""

    def of(self, role: str) -> frozenset[str]:
        """Those of one role."""
        return self.payers if role == "payer" else self.payees


class Directions:
    """What the sentences of a record's quotes show of who pays whom, each read once."""

    def __init__(self, parties: KnownNames) -> None:
        """Take the names of the parties of a record."""
        self._parties = parties
        self._sentences: dict[tuple[str, int, bool], SentenceReading] = {}
        self._events: dict[tuple[str, int, bool], tuple[Event, ...]] = {}

    def events(self, reading: QuoteReading, *, alone: bool) -> list[Event]:
        """The events of the sentences in which a quote lies.

        Args:
            reading: The quote.
            alone: Whether a sentence is read without the one before it, to which it may point.
        """
        found: list[Event] = []
        for claim in reading.claims:
            key = reading.paragraph.text, claim.sentence.start, alone
            events = self._events.get(key)
            if events is None:
                events = self._events[key] = events_of(self._sentence(reading, claim, alone=alone))
            found += events
        return found

    def fact(self, reading: QuoteReading, claim: Claim, mention: Mention) -> FigureFact | None:
        """What a figure of a quote is; `None` where it may be the sum of an event."""
        return figure_fact(self._sentence(reading, claim, alone=True), mention)

    def headcount(self, reading: QuoteReading, claim: Claim, mention: Mention) -> FigureFact | None:
        """What a plain number is as a number of people; `None` where it is no headcount."""
        text = claim.sentence.source
        digits = next(
            (at for at in range(mention.start, mention.end) if text[at].isdigit()), mention.start
        )
        sentence = self._sentence(reading, claim, alone=True)
        return HeadcountReader(sentence).read(mention.start, digits)

    def _sentence(self, reading: QuoteReading, claim: Claim, *, alone: bool) -> SentenceReading:
        text, start, end = reading.paragraph.text, claim.sentence.start, claim.sentence.end
        sentence = self._sentences.get((text, start, alone))
        if sentence is None:
            sentence = self._sentences[text, start, alone] = read_sentence(
                text, (start, end), self._parties, reading.paragraph.language,
                mentions=reading.paragraph.mentions, alone=alone,
            )  # fmt: skip
        return sentence

    def shown(self, reading: QuoteReading, *, alone: bool) -> list[Shown]:
        """What the events of the sentences of a quote show, and which of them lie in it."""
        text = reading.paragraph.text
        told = [
            event
            for event in self.events(reading, alone=alone)
            if (event.payers or event.payees)
            and event.unread is None
            # "N avait proposé 95 millions": an offer of another time has been answered since.
            and not (event.frame == "bid" and event.tense == "pluperfect")
        ]
        return [
            Shown(
                frozenset(role.party or role.name for role in event.payers),
                frozenset(role.party or role.name for role in (*event.payees, *event.owners)),
                text[event.start : event.end],
                _touches(event, reading),
                event.start,
                frozenset(start for start, _ in event.figures),
                event.tense,
            )
            for event in told
        ]


def _touches(event: Event, reading: QuoteReading) -> bool:
    stretches = [(event.start, event.end), *event.figures]
    return any(start < reading.end and end > reading.start for start, end in stretches)


def check_direction(
    role: str, party: str, other: str, name: str, events: list[Shown], sums: AbstractSet[int]
) -> tuple[ValueCheck, str]:
    """Compare the payer or payee of a record with what events show.

    Args:
        role: `payer` or `payee`.
        party: The party that the record has in this role.
        other: The party that it has in the other role; empty where it has none.
        name: What to call the party.
        events: What the words show.
        sums: Where the recorded sum is told in the quote.

    Returns:
        `states` where they show the party in this role, `contradicts` where they show it in the
        other one only, `unclear` where they show somebody else in this role, else `judged`.
    """
    opposite = _OTHER[role]
    whole = [event for event in events if event.quoted and other and _has_both(event, party, other)]
    # "A borrowed from B to finance its line": what tells both ends goes before what tells one.
    for event in whole:
        if party in event.of(opposite) and other in event.of(role):
            if any(party in one.of(role) for one in whole):
                break
            return "contradicts", _shown_as(opposite, name, event)
    of_sum = [event for event in events if event.figures & sums and event.of(role)]
    if of_sum and not any(party in event.of(role) for event in of_sum):
        return "judged", msg("what the party does is judged by the curator")
    inside = [event for event in events if event.quoted]
    if not sums and other and _is_outdone(inside, role, party, other):
        return "judged", msg("what the party does is judged by the curator")
    summed = any(event.figures & sums for event in events)
    for event in inside or events:
        if summed and not event.figures & sums and other and other not in event.of(opposite):
            continue  # "K's rival paid 4 million for B; K invests only in wine."
        if party in event.of(role) and (not other or other not in event.of(role)):
            others = event.of(opposite)
            if other not in others and _is_met_by_others(events, role, party, other):
                continue  # Who lends the buyer money does not pay the seller.
            if other and others and other not in others:
                continue  # It deals with somebody else: "B received it from K, and N another".
            return "states", ""
    met = bool(other) and any(other in event.of(opposite) for event in events)
    for event in events:
        if event.quoted and party in event.of(opposite) and not met:
            return "contradicts", _shown_as(opposite, name, event)
    return "judged", msg("what the party does is judged by the curator")


def _is_met_by_others(events: list[Shown], role: str, party: str, other: str) -> bool:
    """Whether the words show the other end of a record with somebody else than a party."""
    return bool(other) and any(
        other in event.of(_OTHER[role]) and event.of(role) and party not in event.of(role)
        for event in events
    )


def _is_outdone(events: list[Shown], role: str, party: str, other: str) -> bool:
    """Whether a sum passes between the other end of a record and somebody else alone.

    "K, backed by N, has raised $30 m from B": of a deal without a sum this is the one that is told.
    """
    about = [one for one in events if one.of(role) and other in one.of(_OTHER[role])]
    priced = [one for one in about if one.figures]
    own = [one for one in about if party in one.of(role)]
    return bool(priced and own) and not any(one in priced for one in own)


def _has_both(event: Shown, party: str, other: str) -> bool:
    """Whether an event tells what both of two parties do."""
    known = event.payers | event.payees
    return party in known and other in known


def _shown_as(role: str, name: str, event: Shown) -> str:
    """What an event says of a party that a record has on the other side."""
    if role == "payer":
        return msg("the words show {name} as the payer: “{words}”", name=name, words=event.words)
    return msg("the words show {name} as the payee: “{words}”", name=name, words=event.words)
