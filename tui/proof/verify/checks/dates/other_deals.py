"""Why a date is that of another deal than the record's, told beside it.

A date belongs to the deal that is told nearest to it between its commas; a participle or a relative
clause behind a comma takes up what stands before it: "after Halden, whose takeover was announced on
3 March, Nordwind is buying Kestrel". That deal is another one where it has parties or a sum of its
own. Linear in the words and events of the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words, time_words
from tui.language.clause_words import OF
from tui.language.figures.sum_words import DEAL_NOUNS
from tui.language.plain_words import Phrases
from tui.model.messages import msg
from tui.model.quantities import Quantity
from tui.model.records import Deal
from tui.proof.claim.figures.found import is_money
from tui.proof.claim.quote import names_in
from tui.proof.verify.checks.dates.dated_words import segment

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.events import Event, Role
    from tui.proof.verify.checks.asked import Asked


def of_other_deal(claim: Claim, at: int, reading: QuoteReading, asked: Asked) -> str:
    """Whose deal a date is that of, where its statement tells one that is not the record's.

    "On 4 March Nordwind unveiled the takeover of Halden; Kestrel came next",
    "bought Halden in 2021 and Kestrel later".
    """
    deal = asked.record
    assert isinstance(deal, Deal)
    dateline = at == 1 and claim.sentence.low[0] == "date"  # The day of the article, at its head.
    if dateline or not (deal.payer and deal.payee):
        return ""
    told = _TellingDeals(claim, reading, asked, deal)
    return told.listed(at) or told.beside(at)


def takes_up_deal(claim: Claim, at: int) -> bool:
    """Whether words between commas take up a deal told before them: ", a deal first announced"."""
    low, near = claim.sentence.low, segment(claim, at)
    first = near.start
    while first < at and low[first] in clause_words.DETERMINERS | clause_words.ADVERBS_BETWEEN:
        first += 1
    return near.start > 0 and low[first] in DEAL_NOUNS | time_words.NEWS | _TAKING_UP


def is_of_ours(claim: Claim, at: int, asked: Asked) -> bool:
    """Whether the words between the commas around a date name the payee of a deal."""
    deal = asked.record
    if not isinstance(deal, Deal) or not (deal.payer and deal.payee):
        return False
    near, words = segment(claim, at), claim.sentence.words
    return deal.payee in asked.names.ids_in(
        claim.sentence.source, words[near.start].start, words[near.stop - 1].end
    )


class _TellingDeals:
    """The deals that a sentence tells, asked whose one a date is that of."""

    def __init__(self, claim: Claim, reading: QuoteReading, asked: Asked, deal: Deal) -> None:
        self._claim, self._asked, self._deal = claim, asked, deal
        self._words, self._low = claim.sentence.words, claim.sentence.low
        first, last = claim.sentence.start, claim.sentence.end
        self._events = [
            event
            for event in asked.directions.events(reading, alone=True)
            if first <= event.start < last and event.frame and event.frame not in _OF_NO_DEAL
        ]

    def listed(self, at: int) -> str:
        """Whose deal a date is that of in a list of deals, or in a statement of others alone."""
        first = next((one + 1 for one in range(at, -1, -1) if self._low[one] == ";"), 0)
        last = next((one for one in range(at, len(self._low)) if self._low[one] == ";"), -1)
        last = last if last > first else len(self._low)
        start, end = self._words[first].start, self._words[last - 1].end
        events = [
            event
            for event in self._events
            if start <= event.start < end and event.frame in _OF_COMPANIES and event.payees
        ]
        ours = {self._deal.payer, self._deal.payee}
        others = [one for one in events if ours.isdisjoint(role.party for role in one.payees)]
        if (
            others
            and len(others) == len(events)
            and self._deal.payee not in self._named(start, end)
        ):
            return msg("it dates a deal with {name}", name=others[0].payees[0].name)
        for event in events:
            mine = self._dated_payees(event, at)
            if (
                mine
                and len(event.payees) > len(mine)
                and self._deal.payee not in {role.party for role in mine}
            ):
                return msg("it dates a deal with {name}", name=mine[0].name)
        return ""

    def _dated_payees(self, event: Event, at: int) -> list[Role]:
        """Those of several payees that a date belongs to: "Halden in 2021 and Kestrel in 2023".

        They stand between the date before and this one, or between this one and the next.
        """
        words = self._words
        dates = [number for number, word in enumerate(words) if word.kind == "date"]
        before = max((words[one].end for one in dates if one < at), default=event.end)
        behind = min((words[one].start for one in dates if one > at), default=words[-1].end)
        front = [one for one in event.payees if before <= one.start < words[at].start]
        return front or [one for one in event.payees if words[at].end <= one.start < behind]

    def beside(self, at: int) -> str:
        """Whose deal a date is that of which is told nearest to it."""
        near = segment(self._claim, at)
        gapped = self._gapped(at)
        if gapped:
            start, end = self._words[gapped.start].start, self._words[at].start
            if self._is_named(start, end):
                return ""
            names = names_in(self._claim.sentence.source, start, end, self._claim.sentence.start)
            return msg("it dates a deal with {name}", name=names[0])
        near = self._before_gap(at, near)
        event = self._nearest(at, near)
        if added := self._comes_on_top(at, near):
            return added
        if event is not None and (event.payers or event.payees or event.figures):
            return self._is_other(event, near)
        if event is not None and (named := self._named_by(event, near)):
            return named
        aside = near.start > 1 and self._takes_up(near.start)
        if aside and (owner := self._owner_in_front(near)):
            return owner
        if aside:
            near = range(segment(self._claim, near.start - _TWO).start, near.stop)
            event = self._nearest(at, near)
            if event is not None and (other := self._is_other(event, near)):
                return other
        return self._pointed_at(at, near)

    def _gapped(self, at: int) -> range:
        """The name before a date whose verb is that of the statement before: "and Halden in May".

        Empty where there is none.
        """
        claim, first = self._claim, at
        while first and self._low[first - 1] in _BEFORE_DATES:
            first -= 1
        named = first
        while (
            named and claim.sentence.is_capital(named - 1) and self._words[named - 1].kind == "word"
        ):
            named -= 1
        joined = named
        while joined and self._low[joined - 1] in _WITH_NAMES:
            joined -= 1
        dated = any(word.kind == "date" for word in self._words[max(0, joined - _DATED) : joined])
        if named == first or not joined or self._low[joined - 1] not in _JOINING or not dated:
            return range(0)
        return range(named, first)

    def _before_gap(self, at: int, near: range) -> range:
        """The words between two commas, up to a statement behind a date that has no verb."""
        for number in range(at + 1, near.stop):
            if self._words[number].kind == "date" and (gapped := self._gapped(number)):
                return range(near.start, gapped.start - 1)
        return near

    def _nearest(self, at: int, near: range) -> Event | None:
        """The deal told last before a date between two commas, else first behind it."""
        words, place = self._words, self._words[at].start
        dated = next(
            (one for one in range(at - 1, near.start - 1, -1) if words[one].kind == "date"),
            near.start,
        )
        begins, ends = words[dated].start, words[near.stop - 1].end
        before = [one for one in self._events if begins <= one.start < place]
        behind = [one for one in self._events if place < one.start < ends]
        if before and not self._opens_statement(at):
            return before[-1]
        return behind[0] if behind else None

    def _opens_statement(self, at: int) -> bool:
        """Whether a conjunction stands right before a date: "bought Halden and in May sold it"."""
        number = at - 1
        while number > 0 and self._low[number] in _BEFORE_DATES:
            number -= 1
        return number >= 0 and self._low[number] in _JOINING

    def _comes_on_top(self, at: int, near: range) -> str:
        """The words by which the deal of a date comes on top of that of the record.

        "Comes on top of a round from others, announced in May", "follows a loan granted in May", "a
        year after its own flotation in March".
        """
        first = near.start
        if first > 1 and self._takes_up(first):
            first = segment(self._claim, first - _TWO).start
        for number in range(first, at):
            phrase = _ADDING.at(self._low, number)
            if phrase is None:
                continue
            behind = number + phrase[0]
            start, end = self._words[behind].start, self._words[near.stop - 1].end
            listed = not time_words.LISTINGS.isdisjoint(self._low[behind:at])
            if phrase[1] == "with" and not any(
                event.frame == "raise" and start <= event.start < self._words[at].start
                for event in self._events
            ):
                continue  # "Finances it with the 50 million raised in February"
            if (phrase[1] == "after" and not listed) or self._is_named(start, end):
                continue
            told = any(start <= event.start < self._words[at].start for event in self._events)
            if (
                listed
                or told
                or any(is_money(self._claim.sentence, one) for one in range(behind, at))
            ):
                words = self._claim.sentence.printed(number, at + 1)
                return msg("it dates what came before: “{words}”", words=words)
        return ""

    def _takes_up(self, first: int) -> bool:
        """Whether words behind a comma take up what stands before: "announced", "whose", "qui"."""
        while first + 1 < len(self._low) and self._low[first] in clause_words.ADVERBS_BETWEEN:
            first += 1
        low = self._low[first]
        return low in clause_words.RELATIVE or low in _TAKING_UP or low in time_words.NEWS

    def _owner_in_front(self, near: range) -> str:
        """Who has the deal of "whose": "Halden, dont la reprise a été annoncée le 3 mars"."""
        if self._low[near.start] not in _WHOSE:
            return ""
        front = segment(self._claim, near.start - _TWO)
        start, end = self._words[front.start].start, self._words[front.stop - 1].end
        text = self._claim.sentence.source
        ours = {self._deal.payer, self._deal.payee}
        if ours & self._named(start, end) or self._is_named(end, self._words[near.stop - 1].end):
            return ""
        names = names_in(text, start, end, self._claim.sentence.start)
        return msg("it dates a deal with {name}", name=names[-1]) if names else ""

    def _is_other(self, event: Event, near: range) -> str:
        """Whose deal an event is; empty where it may be that of the record."""
        deal, text = self._deal, self._claim.sentence.source
        start, end = self._reach(event, near)
        sellers = (*event.payees, *event.owners)
        for party, roles in ((deal.payee, sellers), (deal.payer, event.payers)):
            named = [role for role in roles if self._names_somebody(role)]
            known = {party} if self._is_verb(event) else {deal.payer, deal.payee}
            if not named or any(self._is_of(role, known) for role in named):
                continue
            if party not in self._asked.names.ids_in(text, start, end):
                return msg("it dates a deal with {name}", name=named[0].name)
        return self._has_other_sum(event, near)

    def _named_by(self, event: Event, near: range) -> str:
        """Whose deal a noun tells with a name before it: "the Halden deal"."""
        names = names_in(
            self._claim.sentence.source, event.start, event.end, self._claim.sentence.start
        )
        if not names or self._is_named(*self._reach(event, near)):
            return ""
        return msg("it dates a deal with {name}", name=names[0])

    def _has_other_sum(self, event: Event, near: range) -> str:
        """The sum of an event, where the record has another one and it is not told beside."""
        amounts = self._sums()
        own = [one for one in self._money() if _places(one) in event.figures]
        if not amounts or not own or any(one.role is not None for one in own):
            return ""
        told = [one for one in self._money() if one in own or near.start <= one.word < near.stop]
        if any(_may_be(one, amount) for one in told for amount in amounts):
            return ""
        return msg("it dates a deal of another sum: “{words}”", words=own[0].mention.text)

    def _sums(self) -> list[Quantity]:
        """The sum of the record; where it has none, those told of what its parties do."""
        amount = self._deal.amount
        if isinstance(amount, Quantity):
            return [amount] if amount.currency else []
        ours = {
            figure
            for event in self._events
            if self._deal.payer in {role.party for role in event.payers}
            and self._deal.payee in {role.party for role in event.payees}
            for figure in event.figures
        }
        return [
            one.mention.quantity
            for one in self._money()
            if _places(one) in ours and one.mention.quantity is not None
        ]

    def _money(self) -> list[FigureClaim]:
        """The sums of money of the sentence."""
        return [
            one
            for one in self._claim.figures()
            if one.mention.kind == "money" and one.mention.quantity is not None
        ]

    def _pointed_at(self, at: int, near: range) -> str:
        """Whose deal a date is that of that no noun tells: "that of Halden", "after Halden"."""
        claim, text = self._claim, self._claim.sentence.source
        for number in range(at - 1, near.start - 1, -1):
            phrase = _POINTING.at(self._low, number)
            if phrase is None:
                continue
            first = number + phrase[0]
            while first < at and (
                self._low[first] in clause_words.DETERMINERS or self._low[first] in OF
            ):
                first += 1
            if first >= at or not claim.sentence.is_capital(first):
                return ""
            start, end = self._words[first].start, self._words[at].start
            names = names_in(text, start, end, claim.sentence.start)
            ours = self._is_named(start, self._words[near.stop - 1].end)
            return msg("it dates a deal with {name}", name=names[0]) if names and not ours else ""
        return ""

    def _reach(self, event: Event, near: range) -> tuple[int, int]:
        """The words that may name the parties of an event: of its clause, or behind it."""
        claim = self._claim
        number = claim.sentence.number_at(event.start)
        clause = claim.clauses.of[number]
        own = [one for one in near if claim.clauses.of[one] == clause] or [number]
        first = min(own[0], number)
        end = self._words[near.stop - 1].end
        for later in self._events:
            joint = self._joint_before(later, number, near)
            if joint:
                end = min(end, self._words[joint].start)
        return self._words[first].start, end

    def _joint_before(self, later: Event, number: int, near: range) -> int:
        """Where "and" parts an event from a verb behind it and its date: "and is now buying K"."""
        if not later.tense:
            return 0
        at = self._claim.sentence.number_at(later.start)
        if not number < at < near.stop:
            return 0
        dated = [one for one in range(number, at) if self._words[one].kind == "date"]
        joints = [one for one in range(number, at) if self._low[one] in _JOINING]
        return joints[-1] if dated and joints and dated[-1] < joints[-1] else 0

    def _is_verb(self, event: Event) -> bool:
        """Whether a verb tells an event: the direction of a noun's is misread more often."""
        number = self._claim.sentence.number_at(event.start)
        told = event.tense not in {"", "present"}  # "Whose purchase it announced in May"
        return told or self._low[number] in _TAKING_UP

    def _is_of(self, role: Role, parties: AbstractSet[str]) -> bool:
        """Whether a role is filled by one of some parties, perhaps by a part of its name."""
        if role.party:
            return role.party in parties
        named = not self._named(role.start, role.end).isdisjoint(parties)
        return named or self._asked.names.may_be_short(role.name)

    def _names_somebody(self, role: Role) -> bool:
        """Whether a role is filled by a name that stands there, not by a pronoun."""
        text, sentence = self._claim.sentence.source, self._claim.sentence
        return bool(
            self._named(role.start, role.end)
            or names_in(text, role.start, role.end, sentence.start - 1)
        )

    def _named(self, start: int, end: int) -> frozenset[str]:
        return self._asked.names.ids_in(self._claim.sentence.source, start, end)

    def _is_named(self, start: int, end: int) -> bool:
        """Whether the payee of the record is named in a stretch of the sentence."""
        return self._deal.payee in self._named(start, end)


def _places(figure: FigureClaim) -> tuple[int, int]:
    return figure.mention.start, figure.mention.end


def _may_be(figure: FigureClaim, amount: Quantity) -> bool:
    """Whether a figure may be a sum that is known; one of another currency may."""
    told = figure.mention.quantity
    return told is None or told.unit != amount.unit or amount.meets(told) is not False


_TWO = 2
_OF_NO_DEAL = frozenset({"sign", "go", "enter"})
"""Ways of verbs that mean a deal only by the noun beside them."""
_OF_COMPANIES = frozenset({"buy", "sell", "take"})
_WHOSE = frozenset({"dont", "whose"})
_TAKING_UP = frozenset(
    """
    signed struck sealed closed completed concluded made done won bought acquired agreed also
    signe signee conclu conclue boucle bouclee finalise finalisee rachete rachetee acquis acquise
    repris reprise cede cedee realise realisee
    """.split()
)
"""Participles that tell of the deal in front of a comma when it was."""
_JOINING = frozenset({"and", "et", "then", "puis", "but", "mais"})
_DATED = 4
"""Words from a date to the conjunction behind it: "in May 2021, and then Halden"."""
_WITH_NAMES = clause_words.DETERMINERS | frozenset(
    "then puis ensuite later celui celle de d' of".split()
)
_BEFORE_DATES = clause_words.DETERMINERS | frozenset(
    "on in at late early since en au a debut fin".split()
)
"""What stands between a conjunction and a date that opens a statement."""
_ADDING: Phrases[str] = Phrases(
    {"added": time_words.ADDED_TO, "after": time_words.AFTER_IT, "with": ("with the", "avec les")}
)
_POINTING: Phrases[str] = Phrases({"other": time_words.POINTING_AT_DEAL})
