"""Is a figure the total that is recorded: that of its party alone, over just its time?

An article that sums up deals says of whom and for which time: "In 2023 Kestrel raised 7 billion in
six rounds". What its rivals raised is another total, and so is what it raised in half a year, in
three years or since it was founded. Each reading takes time with the words of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.messages import msg
from tui.model.records import Total
from tui.proof.verify.checks.facts.periods import SINCE, of_other_time, said_of
from tui.proof.verify.checks.sums.verbs import has_figure, printed

if TYPE_CHECKING:
    from datetime import date

    from tui.model.dates import Edtf
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.verify.checks.asked import Asked

_YEAR, _SLACK = 366, 1.2
"""Days from which a date is a span of years, and by how much it may exceed a period."""
_SINCE_REACH = 6
"""Words from "since" to its date: "since its founding in 2015"."""


def other_than_total(claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked) -> str:
    """Why a figure is not known to be the total of a record; empty where its words say that it is.

    Args:
        claim: The sentence.
        figure: The figure.
        reading: The quote that holds it.
        asked: The field; for any record but a total nothing is found.
    """
    total = asked.record
    if not isinstance(total, Total) or figure.mention.kind != "money":
        return ""
    return _of_others(claim, figure, reading, total, asked) or _over_other_time(
        claim, figure, total, asked
    )


def _of_others(
    claim: Claim, figure: FigureClaim, reading: QuoteReading, total: Total, asked: Asked
) -> str:
    """Who else has a part in it, or whose it is instead: "Nordwind's rivals spent 4 billion"."""
    own = [e for e in asked.directions.events(reading, alone=True) if has_figure(e, figure)]
    for event in own:
        sides = (
            (total.payer, event.payers, event.payees),
            (total.payee, event.payees, event.payers),
        )
        for party, roles, opposite in sides:
            told = {role.party for role in roles}
            turned = party in {role.party for role in opposite}
            subject = event.subject is not None and not opposite
            if not party or not event.frame or not (told or turned or subject):
                continue
            if party not in told:
                return msg("it is not that of the party: “{words}”", words=printed(claim, event))
            others = next((role.name for role in roles if role.party != party), "")
            if others:
                return msg("{name} has a part in it", name=others)
    return ""


def _over_other_time(claim: Claim, figure: FigureClaim, total: Total, asked: Asked) -> str:
    """The time over which it came together where that is not the one recorded."""
    period = total.period
    if period is None or period.earliest is None or period.latest is None:
        return ""
    if words := of_other_time(claim, figure, asked):
        return words
    low = claim.sentence.low
    for at in range(len(low)):
        if not said_of(claim, figure, at):
            continue
        begun = _date_since(claim, at)
        if begun is not None:
            if begun < 0 or not _begins_with(claim, begun, period):
                return _over(claim, at, max(at, begun) + 1)
        elif not _is_as_long(claim, at, period):
            return _over(claim, at, at + 1)
    return ""


def _over(claim: Claim, first: int, last: int) -> str:
    return msg("a total over some time: “{words}”", words=claim.sentence.printed(first, last))


def _date_since(claim: Claim, at: int) -> int | None:
    """The word of the date that "since" tells, -1 where it tells none; `None` without "since"."""
    words = claim.sentence.words
    mention = words[at].mention
    if mention is not None and mention.text.lower().startswith(SINCE):
        return at
    if words[at].low not in SINCE:
        return None
    near = range(at + 1, min(len(words), at + 1 + _SINCE_REACH))
    return next((one for one in near if words[one].kind == "date"), -1)


def _begins_with(claim: Claim, at: int, period: Edtf) -> bool:
    """Whether a period begins in the year, or the month, of a date."""
    begun, first = _days_of(claim, at), period.earliest
    return (
        begun is not None
        and first is not None
        and (begun[0].year == first.year and begun[0].month == first.month)
    )


def _is_as_long(claim: Claim, at: int, period: Edtf) -> bool:
    """Whether a word is no span of years, or one about as long as a period."""
    days = _days_of(claim, at)
    if days is None or period.earliest is None or period.latest is None:
        return True
    told, recorded = days[1] - days[0], period.latest - period.earliest
    return told.days < _YEAR or told <= recorded * _SLACK


def _days_of(claim: Claim, at: int) -> tuple[date, date] | None:
    """The first and the last day of a date."""
    mention = claim.sentence.words[at].mention
    when = mention.date if mention is not None else None
    if when is None or when.earliest is None or when.latest is None:
        return None
    return when.earliest, when.latest
