"""What a figure would be recorded as: parties, status, instrument, date or kind of fact.

Each field comes with the words that show it; a field that no words show stays empty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from tui.language.clauses.cues import DEADLINES, INSTRUMENT_WORDS
from tui.language.clauses.event_nouns import ASSET_NOUNS, COMPANY_NOUNS
from tui.proof.events.figures import FigureReader
from tui.proof.events.mood import mood_of
from tui.proof.events.reader import Role, SentenceReading, read_sentence, roles_of
from tui.proof.events.readings import Filler
from tui.proof.events.syntax.items import Figure, Item, Phrase, VerbGroup
from tui.proof.events.syntax.names import PartyNames

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.model.dates import Edtf
    from tui.model.mentions import Mention
    from tui.model.records import FactKind, Instrument, Party, Status
    from tui.proof.events.figures import FigureKind
    from tui.proof.events.readings import Reading
    from tui.proof.events.syntax.predicates import Predicate

FIGURE_KINDS = frozenset({"money", "percent", "fraction", "measure"})
"""The kinds of mentions that a record may hold."""
_STATUSES: dict[str, Status] = {
    "done": "paid", "agreed": "committed", "planned": "announced", "possible": "rumoured",
    "cancelled": "cancelled",
}  # fmt: skip
_STAKE = frozenset(
    """
    stake stakes shareholding holding participation participations parts part shares actions
    titres
    """.split()
)
_CONTRACT_NOUNS = frozenset(
    "contract contracts contrat contrats marché order orders commande commandes".split()
)
_CONTRACTS = frozenset(
    {
        "spend",
        "order",
        "sign",
        "contract",
        "supply",
        "buy",
        "win",
        "pay",
        "commit",
        "give",
        "receive",
    }
)
_FRAMES_OF: dict[str, frozenset[str]] = {
    "grant": frozenset({"give", "receive", "win", "pay", "commit"}),
    "cloud-commitment": _CONTRACTS,
    "compute-credit": _CONTRACTS,
    "partnership": _CONTRACTS,
}
"""Instruments whose words say so only beside an event of these frames."""

_NEWS_DAYS = 45
"""Days for which the press tells an event in the present; one further back is history."""

Span = tuple[int, int]


@dataclass(slots=True)
class Proposal:
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
        fact_kind: What a fact measures.
        about: Whom a fact describes.
        because: For each field that is set the stretch of text that shows it.
        subjects: What changes hands, where it has a name and is neither payer nor payee.
        new: The names among all these that are no known party.
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
    fact_kind: FactKind | None = None
    about: Role | None = None
    because: dict[str, Span] = field(default_factory=dict)
    new: tuple[str, ...] = ()

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
    parties: Mapping[str, Party] | PartyNames,
    language: str,
    *,
    published: Edtf | None = None,
    only: Iterable[Mention] | None = None,
) -> list[Proposal]:
    """What every figure of a text would be recorded as.

    Args:
        text: The article.
        mentions: All its figures and dates, as `find_mentions` gives them.
        parties: The known parties by id.
        language: `fr` or `en`.
        published: When it appeared.
        only: The figures to look at; all of them when left out.
    """
    known = parties if isinstance(parties, PartyNames) else PartyNames(parties)
    wanted = list(only) if only is not None else list(mentions)
    sentences: dict[Span, SentenceReading] = {}
    proposals = []
    for mention in wanted:
        if mention.kind not in FIGURE_KINDS:
            continue
        proposals.append(_proposal(text, mention, mentions, known, language, published, sentences))
    return proposals


def _proposal(
    text: str,
    mention: Mention,
    mentions: Sequence[Mention],
    known: PartyNames,
    language: str,
    published: Edtf | None,
    sentences: dict[Span, SentenceReading],
) -> Proposal:
    sentence = next(
        (one for (start, end), one in sentences.items() if start <= mention.start < end), None
    )
    if sentence is None:
        sentence = read_sentence(
            text,
            (mention.start, mention.end),
            known,
            language,
            published=published,
            mentions=mentions,
        )
        sentences[sentence.start, sentence.end] = sentence
    return FigureProposer(sentence).propose(mention)


class FigureProposer:
    """Proposes records for the figures of one sentence."""

    def __init__(self, sentence: SentenceReading) -> None:
        """Keep the sentence."""
        self._sentence = sentence
        self._figures = FigureReader(sentence)
        self._places = {id(item): at for at, item in enumerate(sentence.items)}

    def propose(self, mention: Mention) -> Proposal:
        """What a figure of the sentence would be recorded as."""
        proposal = Proposal(mention.start, mention.end, mention.text)
        figure = next(
            (
                item
                for item in self._sentence.items
                if isinstance(item, Figure)
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
            proposal.kind = fact.kind
            if fact.kind == "fact":
                self._fact(proposal, figure, fact.fact_kind or "other", fact.words)
                about = roles_of(self._sentence, fact.about)
                if about:
                    proposal.about = about[0]
                    proposal.because["about"] = (about[0].start, about[0].end)
            self._name_new(proposal)
            return proposal
        self._deal(proposal, figure, events)
        self._name_new(proposal)
        return proposal

    def _fact(self, proposal: Proposal, figure: Figure, kind: str, words: Span | None) -> None:
        proposal.fact_kind = kind  # type: ignore[assignment] # one of the kinds, by its table
        if words is not None:
            proposal.because["kind"] = proposal.because["fact_kind"] = words
        self._date(proposal, figure, None)

    # Deals

    def _deal(self, proposal: Proposal, figure: Figure, events: list[Reading]) -> None:
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
        proposal.because["kind"] = self._event_words(base)
        proposal.kind = "deal"
        self._instrument(proposal, figure, base, other)
        if denied:
            # What did not happen has an instrument, but nobody who pays.
            return
        self._roles(proposal, payers, payees, parties)
        subjects = roles_of(self._sentence, [*base.subjects, *(other.subjects if other else [])])
        taken = {role.name for role in (*proposal.payers, *proposal.payees)}
        proposal.subjects = tuple(role for role in subjects if role.name not in taken)
        if mood:
            proposal.status = _STATUSES[mood]
            proposal.because["status"] = self._event_words(other or base)
        self._date(proposal, figure, other or base)
        self._correct_by_date(proposal, other or base)

    def _points_back(self, reading: Reading) -> bool:
        """Whether an event noun means an event of the sentence before: "the contract is …"."""
        noun = reading.noun
        return (
            noun is not None
            and noun.definite
            and noun.owner is None
            and len(noun.words) == 1
            and reading.place == 0
        )

    def _earlier_event(self, reading: Reading) -> Reading | None:
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

    def _correct_by_date(self, proposal: Proposal, reading: Reading) -> None:
        """The present of a day long gone tells what was done: "In 2011, Kestrel buys …"."""
        published, date = self._sentence.published, proposal.date
        if published is None or date is None or date.latest is None or published.earliest is None:
            return
        predicate = reading.predicate
        present = predicate is not None and predicate.group.tense == "present"
        old = (published.earliest - date.latest).days > _NEWS_DAYS
        if present and old and proposal.status == "announced":
            proposal.status = "paid"

    def _noun_event(self, figure: Figure, events: list[Reading]) -> Reading | None:
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

    def _verb_event(self, figure: Figure, events: list[Reading]) -> Reading | None:
        at = self._places[id(figure)]
        verbs = [one for one in events if one.noun is None and one.frame]
        return max(verbs, key=lambda one: (one.place < at, one.place), default=None)

    def _event_words(self, reading: Reading) -> Span:
        if reading.predicate is not None and reading.noun is None:
            return self._sentence.span(reading.predicate.group.first, reading.predicate.group.last)
        assert reading.noun is not None
        first, last = reading.noun.first, reading.noun.last
        return self._sentence.span(first, last)

    def _roles(
        self,
        proposal: Proposal,
        payers: list[Filler],
        payees: list[Filler],
        parties: list[Filler],
    ) -> None:
        proposal.payers = roles_of(self._sentence, payers)
        proposal.payees = roles_of(self._sentence, payees)
        if not (proposal.payers or proposal.payees):
            proposal.parties = roles_of(self._sentence, parties)
        for name, roles in (
            ("payer", proposal.payers), ("payee", proposal.payees), ("parties", proposal.involved),
        ):  # fmt: skip
            if roles:
                proposal.because[name] = (
                    min(role.start for role in roles), max(role.end for role in roles)
                )  # fmt: skip

    def _name_new(self, proposal: Proposal) -> None:
        roles = [*proposal.payers, *proposal.payees, *proposal.parties, *proposal.subjects]
        if proposal.about is not None:
            roles.append(proposal.about)
        persons = {name.text for _, _, name in self._sentence.names if name.kind == "person"}
        proposal.new = tuple(
            dict.fromkeys(
                role.name for role in roles if not role.party and role.name not in persons
            )
        )

    # Instrument

    def _instrument(
        self, proposal: Proposal, figure: Figure, base: Reading, other: Reading | None
    ) -> None:
        start, end = self._window(figure, base, other)
        words = self._sentence.text[start:end]
        frames = {base.frame, (other or base).frame}
        told = self._by_frame(base, other)
        purchase = told in {"acquisition", "stake-purchase", "stake-sale"}
        for instrument, pattern in INSTRUMENT_WORDS[self._sentence.language]:
            if purchase and instrument != "convertible-note":
                continue
            if frames.isdisjoint(_FRAMES_OF.get(instrument, frames)):
                continue
            match = _instrument(self._sentence.language, instrument, pattern).search(words)
            if match is not None:
                proposal.instrument = instrument  # type: ignore[assignment] # from its table
                proposal.because["instrument"] = (start + match.start(), start + match.end())
                return
        if told:
            proposal.instrument = told
            proposal.because["instrument"] = self._event_words(base)

    def _by_frame(self, base: Reading, other: Reading | None) -> Instrument | None:
        """The instrument that verb and object tell without naming it."""
        frames = {base.frame, other.frame if other else ""}
        language = self._sentence.language
        reading = other or base
        predicate = reading.predicate
        objects: set[str] = set()
        if predicate is not None:
            for argument in predicate.arguments:
                if not argument.role or argument.role == "of":
                    for target in argument.targets:
                        if isinstance(target, Phrase):
                            objects |= set(target.words)
            if predicate.group.voice == "passive":
                for item in predicate.subject:
                    if isinstance(item, Phrase):
                        objects |= set(item.words)
        lemma = predicate.group.verb.lemma if predicate and predicate.group.verb else ""
        share = predicate is not None and any(
            one.mention is not None and one.mention.kind in {"percent", "fraction"}
            for one in predicate.segments[0].figures[:1]
        )
        if base.noun is not None:
            objects |= set(base.noun.words)
            at = self._places[id(base.noun)]
            for item in self._sentence.items[at + 1 : at + 4]:
                if isinstance(item, Phrase) and set(item.words) & _STAKE:
                    objects |= set(item.words)
        if "stake" in frames or objects & _STAKE or (share and frames & {"buy", "take", "sell"}):
            if "sell" in frames:
                return "stake-sale"
            if frames & {"buy", "take"}:
                return "stake-purchase"
        if frames & {"lend", "borrow"}:
            return "debt"
        if "bid" in frames and not objects & _STAKE:
            bid = set(base.noun.words) if base.noun is not None else set()
            if base.payees or bid & {"takeover", "buyout", "acquisition", "rachat", "opa"}:
                return "acquisition"
        if "take" in frames:
            return "stake-purchase"
        if lemma == "grant" and "contract" not in frames:
            return "grant"
        if frames & {"contract", "order", "win", "give", "receive"}:
            words = objects | (set(base.noun.words) if base.noun is not None else set())
            awarded = frames & {"win", "give", "receive"} and words & _CONTRACT_NOUNS
            if "order" in frames or awarded:
                return "supply-agreement"
        if frames & {"buy", "sell"}:
            if base.noun is not None and base.frame == "buy":
                return "acquisition"
            businesses = objects & (COMPANY_NOUNS[language] | _BUSINESSES)
            goods = objects & (ASSET_NOUNS[language] - _BUSINESSES)
            if businesses or (self._names_object(reading) and not goods):
                return "acquisition"
        return None

    def _names_object(self, reading: Reading) -> bool:
        """Whether what is bought is a company by name, not something of it."""
        predicate = reading.predicate
        if predicate is None:
            return False
        if reading.noun is None and predicate.group.voice == "passive":
            targets = predicate.subject
        else:
            targets = [
                target
                for argument in predicate.arguments
                if not argument.role
                for target in argument.targets
            ]
        if any(isinstance(target, Phrase) and target.name is not None for target in targets):
            return True
        shown = {id(filler.item) for filler in reading.payees}
        return any(
            argument.role == "for" and any(id(target) in shown for target in argument.targets)
            for argument in predicate.arguments
        ) or (reading.frame == "buy" and predicate.group.frame != "buy" and bool(shown))

    def _window(self, figure: Figure, base: Reading, other: Reading | None) -> Span:
        """The stretch of the clause that tells the event, without its subject."""
        items = self._sentence.items
        first, last = figure.first, figure.last
        for reading in (base, other):
            if reading is None:
                continue
            predicate = reading.predicate
            if reading.noun is not None:
                first, last = min(first, reading.noun.first), max(last, reading.noun.last)
            elif predicate is not None:
                end = max(predicate.end, predicate.place + 1)
                first = min(first, predicate.group.first)
                last = max(last, items[min(end, len(items)) - 1].last)
            if (
                reading.noun is not None
                and predicate is not None
                and reading.noun not in predicate.subject
            ):
                first = min(first, predicate.group.first)
                last = max(
                    last, items[min(max(predicate.end, predicate.place + 1), len(items)) - 1].last
                )
        first, last = self._widened(figure, first, last)
        return self._sentence.span(first, last)

    def _widened(self, figure: Figure, first: int, last: int) -> tuple[int, int]:
        """With the noun that the figure measures, and with "by selling new shares" behind."""
        items = self._sentence.items
        at = self._places[id(figure)]
        while at >= 2 and items[at - 1].kind == "preposition" and isinstance(items[at - 2], Phrase):
            at -= 2
        first = min(first, items[at].first)
        behind = next((place for place, item in enumerate(items) if item.first >= last), len(items))
        verb = items[behind] if behind < len(items) else None
        if (
            isinstance(verb, VerbGroup)
            and items[behind - 1].kind == "preposition"
            and verb.form == "gerund"
        ):
            gerund = next(one for one in self._sentence.predicates if one.place == behind)
            last = max(last, items[min(max(gerund.end, behind + 1), len(items)) - 1].last)
        return first, last

    # Date

    def _date(self, proposal: Proposal, figure: Figure, reading: Reading | None) -> None:
        """The date in the clause of the event; else the only one of the sentence."""
        dates = [
            item
            for item in self._sentence.items
            if isinstance(item, Figure)
            and item.kind == "date"
            and item.mention is not None
            and item.mention.date is not None
            and not self._is_deadline(item)
        ]
        at = self._places[id(figure)]
        predicate = self._predicate_of(figure, reading)
        here = [item for item in dates if self._dates(item, at, predicate)]
        chosen = min(here, key=lambda item: abs(self._places[id(item)] - at), default=None)
        if chosen is None or chosen.mention is None:
            return
        proposal.date = chosen.mention.date
        proposal.because["date"] = (chosen.mention.start, chosen.mention.end)

    def _predicate_of(self, figure: Figure, reading: Reading | None) -> Predicate | None:
        if reading is not None and reading.predicate is not None:
            return reading.predicate
        owners = [
            predicate
            for predicate in self._sentence.predicates
            if any(figure in segment.figures for segment in predicate.segments)
        ]
        if owners:
            return max(owners, key=lambda predicate: predicate.place)
        return next(
            (one for one in self._sentence.predicates if figure in one.subject_figures), None
        )

    def _dates(self, date: Figure, at: int, predicate: Predicate | None) -> bool:
        """Whether a date is said of a figure's event, not of another verb or another figure."""
        place = self._places[id(date)]
        items = self._sentence.items
        if place > at:
            between = items[at + 1 : place]
            other = any(isinstance(item, Figure) and item.kind == "figure" for item in between)
            comma = any(item.kind == "sign" and item.value in {",", ";", ":"} for item in between)
            if other and (comma or any(self._is_comparison(item) for item in between)):
                return False
        owner = next(
            (
                one
                for one in reversed(self._sentence.predicates)
                if one.place < place < max(one.end, one.place + 1)
            ),
            None,
        )
        if owner is not None:
            said = owner.group.stance in {"speech", "announce"}
            governs = predicate is not None and predicate.governor is owner
            if owner is predicate and place < at:
                between = items[place + 1 : at]
                ahead = items[owner.place + 1 : place]
                if any(isinstance(one, Figure) and one.kind == "figure" for one in ahead) and any(
                    one.kind in {"conjunction"} or one.value == "," for one in between
                ):
                    # "40 million in 2021, then 10": the date is that of the figure before.
                    return False
            return owner is predicate or predicate is None or said or governs
        first = next((one for one in self._sentence.predicates if one.place > place), None)
        return predicate is None or first is None or first is predicate or place < predicate.place

    def _is_comparison(self, item: Item) -> bool:
        return item.kind == "preposition" and item.value in {"from", "against", "after"}

    def _is_deadline(self, item: Figure) -> bool:
        """Whether a date is a limit, a period or a beginning: "by 2030", "since 2019"."""
        assert item.mention is not None
        start, text = item.mention.start, self._sentence.text
        before = text[max(0, start - 24) : start]
        if text[item.mention.end : item.mention.end + 2] in {"'s", "’s"}:
            # "Friday's close" dates something else.
            return True
        return (
            _deadline(self._sentence.language).search(before) is not None
            or _opens_deadline(self._sentence.language).match(item.mention.text) is not None
        )


_BUSINESSES = frozenset(
    """
    business unit division arm subsidiary brand brands operations segment activité activités filiale
    filiales division branche pôle marque marques company usine plant
    """.split()
)


@cache
def _instrument(language: str, name: str, pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


@cache
def _deadline(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{DEADLINES[language]})\s*\Z", re.IGNORECASE)


@cache
def _opens_deadline(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{DEADLINES[language]})(?!\w)", re.IGNORECASE)
