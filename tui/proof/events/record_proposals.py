"""What a figure would be recorded as: parties, status, instrument, date or kind of fact.

Each field comes with the words that show it; a field that no words show stays empty.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from tui.proof.events.event_dates import DateReader
from tui.proof.events.figures import FigureReader
from tui.proof.events.headcounts import HeadcountReader, speaks_of_staff
from tui.proof.events.instruments import InstrumentReader
from tui.proof.events.mood import mood_of
from tui.proof.events.reader import (
    Role,
    Span,
    event_words,
    read_sentence,
    roles_of,
)
from tui.proof.events.readings import Filler
from tui.proof.events.syntax.items import FigureItem
from tui.proof.events.syntax.names import KnownNames
from tui.proof.extract.reader import find_counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tui.model.dates import Edtf
    from tui.model.mentions import Mention
    from tui.model.quantities import Quantity
    from tui.model.records import FactKind, Instrument, Party, Status
    from tui.proof.events.figures import FigureFact, FigureKind
    from tui.proof.events.readings import EventReading
    from tui.proof.events.sentence_reading import SentenceReading

FIGURE_KINDS = frozenset({"money", "percent", "fraction", "measure"})
"""The kinds of mentions that a record may hold."""
_STATUSES: dict[str, Status] = {
    "done": "paid", "agreed": "committed", "planned": "announced", "possible": "rumoured",
    "cancelled": "cancelled",
}  # fmt: skip

_NEAR = 80
"""Code points within which a name and its verb are shown as one stretch."""
_NEWS_DAYS = 45
"""Days for which the press tells an event in the present; one further back is history."""


@dataclass(slots=True)
class RecordProposal:
    """How one figure would be recorded.

    Attributes:
        start: First code point of the figure.
        end: One past the last.
        text: The figure with its bound words.
        kind: `deal`, `fact`, or `none` where there is nothing to record.
        payers: Who pays; of several the record holds none as *the* payer.
        payees: Who is paid.
        parties: Who takes part where no direction is shown.
        status: How far the deal has come.
        instrument: What kind of deal.
        date: When, as the sentence says it.
        dates_announcement: Whether that is the day on which it was announced.
        fact_kind: What a fact measures.
        about: Whom a fact describes.
        because: For each field that is set the stretch of text that shows it.
        subjects: What changes hands, where it has a name and is neither payer nor payee.
        counted: How many people a headcount tells; `None` for figures that are mentions.
        new: The names among all these that are no known party.
        aside: Whether the words show that it is no sum of a deal: a price of one share, a rate, a
            share of something, what another figure is compared with.
    """

    start: int
    end: int
    text: str
    kind: FigureKind = "none"
    payers: tuple[Role, ...] = ()
    payees: tuple[Role, ...] = ()
    parties: tuple[Role, ...] = ()
    subjects: tuple[Role, ...] = ()
    status: Status | None = None
    instrument: Instrument | None = None
    date: Edtf | None = None
    dates_announcement: bool = False
    fact_kind: FactKind | None = None
    about: Role | None = None
    counted: Quantity | None = None
    because: dict[str, Span] = field(default_factory=dict)
    new: tuple[str, ...] = ()
    aside: bool = False

    @property
    def payer(self) -> Role | None:
        """The one who pays, where it is one."""
        return self.payers[0] if len(self.payers) == 1 else None

    @property
    def payee(self) -> Role | None:
        """The one who is paid, where it is one."""
        return self.payees[0] if len(self.payees) == 1 else None

    @property
    def involved(self) -> tuple[Role, ...]:
        """The parties where the record can name no payer and payee.

        Those of an agreement; all of a deal in which several pay or are paid.
        """
        several = [*self.parties]
        if len(self.payers) > 1 or len(self.payees) > 1:
            several += [*self.payers, *self.payees]
        return tuple({role.name: role for role in several}.values())


def propose(
    text: str,
    mentions: Sequence[Mention],
    parties: Mapping[str, Party] | KnownNames,
    language: str,
    *,
    published: Edtf | None = None,
    only: Iterable[Mention] | None = None,
) -> list[RecordProposal]:
    """What every figure of a text would be recorded as.

    Args:
        text: The article.
        mentions: All its figures and dates, as `find_mentions` gives them.
        parties: The known parties by id.
        language: `fr` or `en`.
        published: When it appeared.
        only: The figures to look at; when left out all of them, and all headcounts.
    """
    known = parties if isinstance(parties, KnownNames) else KnownNames(parties)
    wanted = list(only) if only is not None else list(mentions)
    reader = _SentenceKeeper(text, mentions, known, language, published)
    proposals = [
        FigureProposer(reader.around(mention)).propose(mention)
        for mention in wanted
        if mention.kind in FIGURE_KINDS
    ]
    if only is None:
        proposals += _headcounts(reader, 0, len(text))
    return sorted(proposals, key=lambda one: one.start)


def propose_headcounts(
    text: str,
    span: Span,
    mentions: Sequence[Mention],
    parties: Mapping[str, Party] | KnownNames,
    language: str,
    *,
    published: Edtf | None = None,
) -> list[RecordProposal]:
    """The numbers of people in a stretch of a text that somebody is said to employ.

    They have no unit and are no mentions: only their sentence tells what they are.

    Args:
        text: The article.
        span: The stretch.
        mentions: The figures and dates of the text.
        parties: The known parties by id.
        language: `fr` or `en`.
        published: When it appeared.
    """
    known = parties if isinstance(parties, KnownNames) else KnownNames(parties)
    return list(_headcounts(_SentenceKeeper(text, mentions, known, language, published), *span))


def _headcounts(reader: _SentenceKeeper, start: int, end: int) -> Iterator[RecordProposal]:
    first = reader.text.rfind("\n\n", 0, start) + 1
    last = reader.text.find("\n\n", end)
    paragraphs = reader.text[first : last if last >= 0 else len(reader.text)]
    if not speaks_of_staff(paragraphs, reader.language):
        return
    for found in find_counts(paragraphs, language=reader.language):
        mention = msgspec.structs.replace(found, start=found.start + first, end=found.end + first)
        if not (start <= mention.start and mention.end <= end):
            continue
        digit = next(
            (at for at in range(mention.start, mention.end) if reader.text[at].isdigit()),
            mention.start,
        )
        sentence = reader.around(mention)
        fact = HeadcountReader(sentence).read(mention.start, digit)
        if fact is not None:
            yield FigureProposer(sentence).proposed_fact(mention, fact)


class _SentenceKeeper:
    """Reads the sentences of a text, each once."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        known: KnownNames,
        language: str,
        published: Edtf | None,
    ) -> None:
        self.text, self.language = text, language
        self._mentions, self._known, self._published = mentions, known, published
        self._read: dict[Span, SentenceReading] = {}

    def around(self, mention: Mention) -> SentenceReading:
        """The sentence that a figure stands in."""
        for (start, end), sentence in self._read.items():
            if start <= mention.start < end:
                return sentence
        sentence = read_sentence(
            self.text,
            (mention.start, mention.end),
            self._known,
            self.language,
            published=self._published,
            mentions=self._mentions,
        )
        self._read[sentence.start, sentence.end] = sentence
        return sentence


class FigureProposer:
    """Proposes records for the figures of one sentence."""

    def __init__(self, sentence: SentenceReading) -> None:
        """Keep the sentence."""
        self._sentence = sentence
        self._figures = FigureReader(sentence)
        self._instruments = InstrumentReader(sentence)
        self._dates = DateReader(sentence)
        self._places = {id(item): at for at, item in enumerate(sentence.items)}

    def propose(self, mention: Mention) -> RecordProposal:
        """What a figure of the sentence would be recorded as."""
        proposal = RecordProposal(mention.start, mention.end, mention.text)
        figure = next(
            (
                item
                for item in self._sentence.items
                if isinstance(item, FigureItem)
                and item.mention is not None
                and item.mention.start == mention.start
            ),
            None,
        )
        if figure is None:
            return proposal
        events = [one for one in self._sentence.readings if figure in one.figures]
        fact = self._figures.read(figure, events)
        if fact is not None:
            return self.proposed_fact(mention, fact, figure)
        self._deal(proposal, figure, events)
        self._name_new(proposal)
        return proposal

    def proposed_fact(
        self, mention: Mention, fact: FigureFact, figure: FigureItem | None = None
    ) -> RecordProposal:
        """A figure that is no sum of an event, as it would be recorded."""
        proposal = RecordProposal(mention.start, mention.end, mention.text, fact.kind)
        proposal.aside = fact.kind == "none"
        if fact.kind != "fact":
            return proposal
        proposal.fact_kind = fact.fact_kind or "other"
        proposal.counted = mention.quantity if mention.kind == "count" else None
        if fact.words is not None:
            proposal.because["kind"] = proposal.because["fact_kind"] = fact.words
        about = roles_of(self._sentence, fact.about)
        if about:
            proposal.about = about[0]
            proposal.because["about"] = (about[0].start, about[0].end)
        if figure is not None:
            self._tell_date(proposal, figure, None)
        self._name_new(proposal)
        return proposal

    # Deals

    def _deal(
        self, proposal: RecordProposal, figure: FigureItem, events: list[EventReading]
    ) -> None:
        noun = self._noun_event(figure, events)
        verb = self._verb_event(figure, events)
        base = noun or verb
        if base is None:
            return
        payers, payees, parties = base.payers, base.payees, base.parties
        other = verb if base is noun else None
        if other is not None:
            taken = {one.name.text for one in [*payers, *payees]}
            payers = payers or [one for one in other.payers if one.name.text not in taken]
            taken = {one.name.text for one in [*payers, *payees]}
            payees = payees or [one for one in other.payees if one.name.text not in taken]
            parties = parties or other.parties
        if not (payers or payees or parties) and self._points_back(base):
            earlier = self._earlier_event(base)
            if earlier is not None and self._sentence.previous is not None:
                assert base.noun is not None
                payers = [Filler(one.name, base.noun) for one in earlier.payers]
                payees = [Filler(one.name, base.noun) for one in earlier.payees]
                told, _ = mood_of(self._sentence.previous, earlier)
                if told:
                    proposal.status = _STATUSES[told]
        mood, denied = mood_of(self._sentence, base)
        if other is not None:
            second, also = mood_of(self._sentence, other)
            mood, denied = mood or second, denied or also
        proposal.because["kind"] = event_words(self._sentence, base)
        proposal.kind = "deal"
        self._tell_instrument(proposal, figure, base, other)
        if denied:
            # What did not happen has an instrument, but nobody who pays.
            return
        self._roles(proposal, other or base, payers, payees, parties)
        subjects = roles_of(self._sentence, [*base.subjects, *(other.subjects if other else [])])
        taken = {role.name for role in (*proposal.payers, *proposal.payees)}
        proposal.subjects = tuple(role for role in subjects if role.name not in taken)
        if mood:
            proposal.status = _STATUSES[mood]
            proposal.because["status"] = event_words(self._sentence, other or base)
        self._tell_date(proposal, figure, other or base)
        self._correct_by_date(proposal, other or base)

    def _points_back(self, reading: EventReading) -> bool:
        """Whether an event noun means an event of the sentence before: "the contract is …"."""
        noun = reading.noun
        return (
            noun is not None
            and noun.definite
            and noun.owner is None
            and len(noun.words) == 1
            and reading.place == 0
        )

    def _earlier_event(self, reading: EventReading) -> EventReading | None:
        """The one event of the sentence before that has no figure of its own."""
        previous = self._sentence.previous
        if previous is None:
            return None
        events = [
            one
            for one in previous.readings
            if one.frame and one.payers and one.payees and not one.figures
        ]
        return events[0] if len(events) == 1 else None

    def _tell_instrument(
        self,
        proposal: RecordProposal,
        figure: FigureItem,
        base: EventReading,
        other: EventReading | None,
    ) -> None:
        told = self._instruments.read(figure, base, other)
        if told is not None:
            proposal.instrument, proposal.because["instrument"] = told

    def _tell_date(
        self, proposal: RecordProposal, figure: FigureItem, reading: EventReading | None
    ) -> None:
        mention = self._dates.read(figure, reading)
        if mention is not None:
            proposal.date = mention.date
            proposal.dates_announcement = self._dates.is_of_the_announcement(mention)
            proposal.because["date"] = (mention.start, mention.end)

    def _correct_by_date(self, proposal: RecordProposal, reading: EventReading) -> None:
        """The present of a day long gone tells what was done: "In 2011, Kestrel buys …"."""
        published, date = self._sentence.published, proposal.date
        if published is None or date is None or date.latest is None or published.earliest is None:
            return
        predicate = reading.predicate
        present = predicate is not None and predicate.group.tense == "present"
        old = (published.earliest - date.latest).days > _NEWS_DAYS
        if present and old and proposal.status == "announced":
            proposal.status = "paid"

    def _noun_event(self, figure: FigureItem, events: list[EventReading]) -> EventReading | None:
        nouns = [one for one in events if one.noun is not None and one.frame != "stake"]
        stakes = [
            one for one in events if one.noun is not None and one.frame == "stake" and one.payers
        ]
        at = self._places[id(figure)]
        return min(
            nouns or stakes,
            key=lambda one: (not (one.payers or one.payees or one.parties), abs(one.place - at)),
            default=None,
        )

    def _verb_event(self, figure: FigureItem, events: list[EventReading]) -> EventReading | None:
        at = self._places[id(figure)]
        verbs = [one for one in events if one.noun is None and one.frame]
        return max(verbs, key=lambda one: (one.place < at, one.place), default=None)

    def _roles(
        self,
        proposal: RecordProposal,
        base: EventReading,
        payers: list[Filler],
        payees: list[Filler],
        parties: list[Filler],
    ) -> None:
        proposal.payers = roles_of(self._sentence, [f for f in payers if f.name.kind != "person"])
        proposal.payees = roles_of(self._sentence, [f for f in payees if f.name.kind != "person"])
        if not (proposal.payers or proposal.payees):
            proposal.parties = roles_of(self._sentence, parties)
        words = event_words(self._sentence, base)
        for name, roles in (
            ("payer", proposal.payers), ("payee", proposal.payees), ("parties", proposal.involved),
        ):  # fmt: skip
            if roles:
                proposal.because[name] = _shown(roles, words)

    def _name_new(self, proposal: RecordProposal) -> None:
        roles = [*proposal.payers, *proposal.payees, *proposal.parties, *proposal.subjects]
        if proposal.about is not None:
            roles.append(proposal.about)
        persons = {name.text for _, _, name in self._sentence.names if name.kind == "person"}
        proposal.new = tuple(
            dict.fromkeys(
                role.name for role in roles if not role.party and role.name not in persons
            )
        )


def _shown(roles: Sequence[Role], event: Span) -> Span:
    """The words that show roles: the names, with the verb or noun where it is near."""
    start, end = min(role.start for role in roles), max(role.end for role in roles)
    first, last = min(start, event[0]), max(end, event[1])
    return (first, last) if last - first <= _NEAR else (start, end)
