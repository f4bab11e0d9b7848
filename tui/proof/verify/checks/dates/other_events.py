"""Why a date is that of another event than the news of a deal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import role_words, time_words
from tui.model.messages import msg
from tui.model.records import record_parties
from tui.proof.verify.checks.dates.dated_words import (
    changes_hands,
    concludes,
    has_verb,
    segment,
    tells_deal,
    verb_beside,
)
from tui.proof.verify.checks.dates.owners import dating
from tui.proof.verify.checks.roles.transfers import is_transfer

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.verify.checks.asked import Asked


def of_other_event(claim: Claim, at: int, reading: QuoteReading, asked: Asked) -> str:
    """Why a date is that of something which is no deal and no news of one; empty where it is.

    A date is understood where its clause tells a deal, the news of one, or nothing at all.
    """
    low, of = claim.sentence.low, claim.clauses.of
    if _owns_since(claim, at):
        return ""
    own = [number for number in range(len(low)) if of[number] == of[at]]
    clause = claim.clauses.all[of[at]]
    side = next(
        (
            number
            for number in own
            if number < at and (low[number] in _SIDES or low[number : number + 2] == _ONCE_DONE)
        ),
        at,
    )
    between = [number for number in own if side <= number < at]
    if (
        len(between) > _SIDE_REACH
        and not tells_deal(claim, between)
        and not any(claim.sentence.words[number].kind == "figure" for number in between)
    ):
        return msg(
            "a time on one side of a date: “{words}”",
            words=claim.sentence.printed(side, at + 1),
        )
    what, told = dating(claim, at)
    if what == "other" and (
        _changes_club(claim, at, asked) or _tells_event(claim, at, reading, asked)
    ):
        return ""
    if what == "approval" and _votes_itself(claim, at, asked):
        return ""
    if what == "other":
        return msg("what it dates was not understood: “{words}”", words=told)
    near = segment(claim, at)
    if what == "approval":
        return msg(
            "it dates an approval of the deal: “{words}”",
            words=claim.sentence.printed(near.start, near.stop),
        )
    if what:
        return ""
    if low[:1] in (["it"], ["c'"]):
        # "It was in May that Kestrel bought Brava"
        return "" if tells_deal(claim, range(at + 1, len(low))) else _not_understood(claim, near)
    if clause.kind in {"fronted", "aside", "complement"}:
        return ""
    if changes_hands(claim, own):
        return ""
    # Between commas a verb has its own date: "Kestrel, bought in May, opened a plant in June".
    said = near if has_verb(claim, near) else own
    if tells_deal(claim, said) or any(concludes(claim, number) for number in said):
        return ""
    if not has_verb(claim, said):
        return ""
    return _not_understood(claim, near)


def _owns_since(claim: Claim, at: int) -> bool:
    """Whether somebody owns something since a time, so that it was bought then."""
    mention = claim.sentence.words[at].mention
    told = mention is not None and mention.text.lower().startswith(("since", "depuis"))
    near = {claim.sentence.low[number] for number in segment(claim, at)}
    return told and bool(near & time_words.OWNING) and not near & time_words.SHARES


def _tells_event(claim: Claim, at: int, reading: QuoteReading, asked: Asked) -> bool:
    """Whether the verb of a date is that of an event of the record's parties.

    The reader of events knows idioms and what a verb means with a preposition: "s'est emparé de".
    """
    near, words = segment(claim, at), claim.sentence.words
    if not _NO_DEALS.isdisjoint(claim.sentence.low[number] for number in near):
        return False
    verb = verb_beside(claim, at)
    ours = set(record_parties(asked.record))
    return verb >= 0 and any(
        event.frame in _OF_DEALS
        and event.start <= words[verb].start < event.end
        and bool(ours & {role.party for role in (*event.payers, *event.payees)})
        for event in asked.directions.events(reading, alone=True)
    )


_OF_DEALS = frozenset("buy sell take give grant lend invest put raise award commit back".split())
_NO_DEALS = (
    time_words.TALKS | time_words.RUMOURS | time_words.INSOLVENCY | time_words.PROCEDURES
    | time_words.COURSE | time_words.REPAYING | time_words.FOUNDING
)  # fmt: skip


def _changes_club(claim: Claim, at: int, asked: Asked) -> bool:
    """Whether a date is that of a transfer: "The winger moved on Monday from K to N"."""
    near = {claim.sentence.low[number] for number in segment(claim, at)}
    moving = role_words.MOVING_CLUB | role_words.JOINING_CLUB | role_words.LEAVING_CLUB
    return not near.isdisjoint(moving) and is_transfer(claim, asked)


def _votes_itself(claim: Claim, at: int, asked: Asked) -> bool:
    """Whether who pays votes what it buys: "The town voted on Monday to buy the hall"."""
    near, words = segment(claim, at), claim.sentence.words
    votes = next((one for one in near if claim.sentence.low[one] in _VOTING), -1)
    return votes >= 0 and getattr(asked.record, "payer", "") in asked.names.ids_in(
        claim.sentence.source, words[near.start].start, words[votes].start
    )


_VOTING = frozenset({"vote", "votes", "voted", "votent", "votee"})


def _not_understood(claim: Claim, near: range) -> str:
    told = claim.sentence.printed(near.start, near.stop)
    return msg("what it dates was not understood: “{words}”", words=told)


_SIDES = time_words.AFTER | time_words.BEFORE | {"until", "since", "depuis"}
_ONCE_DONE = ["une", "fois"]
_SIDE_REACH = 2
"""Words from "after" to a date that is its own: "after 4 March", "après le 4 mars"."""
