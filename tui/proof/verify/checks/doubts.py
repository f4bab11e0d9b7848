"""Why a sentence does not plainly say what its words hold: the reasons that a reader is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words, moods
from tui.language.clauses.french_tenses import is_french_future
from tui.model.messages import msg
from tui.model.quantities import Quantity
from tui.model.records import Deal, Fact, record_parties
from tui.proof.claim.turns.turn import NEGATIVE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model.mentions import Mention
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.figures.found import Found
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.claim.turns.turn import Turn
    from tui.proof.verify.checks.asked import Asked

_CALLED = {
    "not": msg("a negation"),
    "deny": msg("a denial"),
    "refuse": msg("a refusal"),
    "cancel": msg("it was given up"),
    "untrue": msg("it is said to be untrue"),
    "fail": msg("it did not come about"),
    "rumour": msg("hearsay"),
    "instead": msg("it is told of what was not done"),
    "question": msg("a question"),
    "condition": msg("a condition"),
    "possible": msg("it is only possible"),
    "talks": msg("it is only talked about"),
    "plan": msg("it is only planned"),
    "offer": msg("it is only offered"),
    "will": msg("it is yet to come"),
    "unread": msg("what it is told with was not understood"),
}
_ROLES = {
    "old": msg("an old value, or one that is compared"),
    "other side": msg("the other side of a comparison"),
    "difference": msg("a difference"),
    "base": msg("a whole of which a part is told"),
    "rate": msg("a rate"),
    "part": msg("a part"),
    "valuation": msg("a valuation"),
    "revenue": msg("a revenue"),
    "profit": msg("a profit or a loss"),
    "debt": msg("a debt"),
    "other sum": msg("another kind of sum"),
}
_DOUBTFUL = frozenset({"rumour", "condition", "possible", "talks"})
OUTRIGHT = frozenset({"not", "deny", "refuse", "cancel", "untrue"})
_LENDING = frozenset({"debt", "credit-facility", "convertible-note"})
_BOTH = 2
"""Parties of a deal."""
_ANY_ROLE = {"valuation", "revenue", "profit", "debt", "other sum", "rate", "part", "difference"}
_FACT_ROLES = {
    "valuation": {"valuation"},
    "revenue": {"revenue", "rate"},
    "profit": {"profit", "rate"},
    "loss": {"profit", "rate"},
    "headcount": {"base", "part", "other sum"},
    "funding": {"debt", "other sum"},
    "stake": {"part", "valuation"},
    "capacity": {"part", "rate", "other sum"},
    "market-share": {"part"},
    "market-size": {"valuation", "other sum", "revenue", "rate"},
    "other": _ANY_ROLE,
    "price": _ANY_ROLE - {"difference"},
}  # fmt: skip


def turned(claim: Claim, turns: Iterable[Turn], asked: Asked) -> str:
    """Why a statement is not made as the status of its record has it; empty where it is."""
    for turn in turns:
        if turn.kind == "possible" and _is_foreseen(claim, turn, asked):
            continue  # "Devrait atteindre 4 milliards en 2030"
        if turn.kind in {"unread", "not"} and _is_name(claim, turn, asked):
            continue  # "Duskly" is no adverb, nor "Les Petits Pas" a negation.
        if turn.kind == "plan" and _is_subscription(claim, turn, asked):
            continue
        ahead = _is_to_come(claim, turn, asked) or (
            _is_wished(claim, turn, asked) or _is_to_grow(claim, turn, asked)
        )
        apart = _is_capacity(claim, turn, asked) or _is_ceiling(claim, turn, asked)
        if (ahead or _turns(turn, asked)) and not apart:
            return quoted(_CALLED[turn.kind], claim, turn)
    return ""


def _is_foreseen(claim: Claim, turn: Turn, asked: Asked) -> bool:
    """Whether words expect what a fact records of a time to come."""
    return (
        isinstance(asked.record, Fact)
        and turn.first >= 0
        and claim.sentence.low[turn.first] in {"devrait", "devraient", "should"}
        and bool(asked.dates)
        and is_ahead(asked)
    )


def _is_name(claim: Claim, turn: Turn, asked: Asked) -> bool:
    """Whether one word that was not understood is in the name of a party of the record."""
    if turn.first < 0 or turn.last - turn.first != 1:
        return False
    word = claim.sentence.words[turn.first]
    return any(
        one.start <= word.start < one.end
        for one in asked.names.find(claim.sentence.source, claim.sentence.start, claim.sentence.end)
    )


def _is_subscription(claim: Claim, turn: Turn, asked: Asked) -> bool:
    """Whether a plan is a thing that is sold: "its basic plan, at 12 dollars a month"."""
    if not isinstance(asked.record, Fact) or asked.record.kind != "price" or turn.first < 1:
        return False
    low = claim.sentence.low
    if low[turn.first] not in {"plan", "plans"}:
        return False
    opened = low[max(0, turn.first - _PLAN_REACH) : turn.first]
    named = any(word in clause_words.DETERMINERS or word == "'s" for word in opened)
    infinitive = low[turn.last : turn.last + 1] == ["to"] and (
        claim.sentence.words[turn.last + 1].kind == "word"
    )
    return named and not infinitive


_PLAN_REACH = 3
"""Words of the noun phrase before a plan: "its cheapest monthly plan"."""


def _is_wished(claim: Claim, turn: Turn, asked: Asked) -> bool:
    """Whether somebody only wants what the record has as agreed."""
    return (
        asked.status in {"committed", "paid"}
        and turn.kind == "plan"
        and turn.first >= 0
        and claim.sentence.low[turn.first] in moods.WISHES
    )


def _is_to_grow(claim: Claim, turn: Turn, asked: Asked) -> bool:
    """Whether a sum is only expected to come to what the record has: "is forecast to reach"."""
    ahead = claim.sentence.low[turn.last : turn.last + _GROWING_REACH]
    return (
        isinstance(asked.record, Deal)
        and asked.status not in {"rumoured", "cancelled"}
        and turn.kind in {"plan", "will", "possible"}
        and turn.first >= 0
        and not moods.GROWING.isdisjoint(ahead)
    )


_GROWING_REACH = 2
"""Words behind "expected" among which the verb stands: "expected to reach"."""


def _turns(turn: Turn, asked: Asked) -> bool:
    kind, status = turn.kind, asked.status
    if kind in NEGATIVE:
        return not (status == "cancelled" and kind in {"not", "refuse", "cancel", "fail"})
    if kind in {"question", "unread"}:
        return True
    if kind in _DOUBTFUL:
        return status not in {"rumoured", "cancelled"}
    if isinstance(asked.record, Fact):
        foreseen = bool(asked.dates) and (is_ahead(asked) or _is_under_way(asked))
        return kind == "plan" and not foreseen
    return kind in {"plan", "offer"} and status in {"paid", None}


def _is_capacity(claim: Claim, turn: Turn, asked: Asked) -> bool:
    """Whether "can" tells what a plant is built for: "can produce 450 megawatts"."""
    return (
        isinstance(asked.record, Fact)
        and asked.record.kind in {"capacity", "price"}
        and turn.first >= 0
        and claim.sentence.low[turn.first] in {"can", "peut", "peuvent", "pourra", "pourront"}
    )


def _is_ceiling(claim: Claim, turn: Turn, asked: Asked) -> bool:
    """Whether "may" only tells what an agreement lets somebody have at most: "may draw up to 4 M".

    That is what a record says that has a ceiling for its sum.
    """
    record, sentence = asked.record, claim.sentence
    amount = getattr(record, "amount", None)
    if turn.first < 0 or not isinstance(amount, Quantity) or amount.maximum is None:
        return False
    word = sentence.low[turn.first]
    if isinstance(record, Deal) and word in _ENTITLED and record.payer and record.payee:
        # "Kestrel pourra recevoir de Nordwind jusqu'à 4 millions": the future tells what is agreed.
        named = asked.names.ids_in(sentence.source, sentence.start, sentence.end)
        if {record.payer, record.payee} <= named:
            return True
    return (
        word in _LETTING
        and not _AGREED.isdisjoint(claim.sentence.known)
        and not _AGREEMENTS.isdisjoint(claim.sentence.known)
    )


_LETTING = frozenset("may can could might peut peuvent pourra pourront pourrait pourraient".split())
_AGREED = frozenset(
    """
    granted signed agreed concluded under accorde accordee signe signee conclu conclue termes
    """.split()
)
_ENTITLED = frozenset({"pourra", "pourront"})
_AGREEMENTS = frozenset(
    """
    contract agreement accord deal facility loan credit line contrat convention pacte pact terms
    pret ligne
    """.split()
)


def _is_to_come(claim: Claim, turn: Turn, asked: Asked) -> bool:
    """Whether a fact is only to come true: "will own 12 percent once the warrants are used"."""
    if not isinstance(asked.record, Fact) or turn.kind != "will" or turn.first < 0:
        return False
    word = claim.sentence.low[turn.first]
    if asked.record.kind == "capacity" or (asked.record.kind == "price" and _is_set(asked)):
        return False  # What is not yet so is told by what stands behind it.
    if asked.record.kind == "other" and not _DIVIDENDS.isdisjoint(claim.sentence.known):
        return False
    if word in _PERFECT and not is_ahead(asked):
        return False  # "En 2023, le groupe aura réalisé 4 millions de ventes"
    measured = asked.record.kind in _MEASURED
    return (word in _FUTURE or is_french_future(word)) and (measured or not is_ahead(asked))


_MEASURED = frozenset({"revenue", "profit", "loss", "other"})
"""Kinds of facts that are measured when their time has come: before it they are forecast."""


def _is_set(asked: Asked) -> bool:
    """Whether a price is recorded for a time that begins with its article, or later."""
    if asked.published is None or not asked.dates:
        return True
    begins, ends = asked.dates[0].earliest, asked.dates[0].latest
    now = asked.published.earliest
    if begins is None or ends is None or now is None:
        return True
    return begins >= now or (ends >= now and (ends - begins).days <= _MONTH)


_MONTH = 31
_DIVIDENDS = frozenset({"dividend", "dividends", "dividende", "dividendes"})
"""What a company has said that it will pay is what it pays."""
_PERFECT = frozenset({"aura", "auront"})
_FUTURE = frozenset({"will", "shall", "'ll", "va", "vont"})


def is_ahead(asked: Asked) -> bool:
    """Whether a fact is dated after its article, so that it may be a plan."""
    if asked.published is None or asked.published.earliest is None or not asked.dates:
        return True
    latest, now = asked.dates[0].earliest, asked.published.latest
    return latest is None or now is None or latest > now


def is_past(asked: Asked) -> bool:
    """Whether a fact is dated before its article."""
    when, now = next(iter(asked.dates), None), asked.published
    if when is None or now is None or when.latest is None or now.earliest is None:
        return False
    return when.latest < now.earliest


def _is_under_way(asked: Asked) -> bool:
    """Whether the sales or the profit of a year are told before it ends: "expects sales of 4 M"."""
    if not isinstance(asked.record, Fact) or asked.record.kind not in {"revenue", "profit", "loss"}:
        return False
    if asked.published is None or asked.published.latest is None:
        return False
    ends = asked.dates[0].latest
    return ends is not None and ends > asked.published.latest


def cast(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """Why a figure is not what the field asks for; empty where it may be."""
    role = figure.role
    if role is None or role.what in _allowed(asked):
        return ""
    return quoted(_ROLES[role.what], claim, role)


def _allowed(asked: Asked) -> set[str]:
    record = asked.record
    if isinstance(record, Fact):
        return _FACT_ROLES[record.kind]
    allowed = {"part"} if asked.tranche is not None else set()
    if getattr(record, "instrument", "") in _LENDING:
        allowed.add("debt")
    return allowed


def denies(reading: QuoteReading, mention: Mention, asked: Asked) -> bool:
    """Whether a sentence says outright that what a figure is told of did not come about."""
    found = reading.figure(mention)
    return found is not None and any(
        turn.kind in OUTRIGHT and _turns(turn, asked) for turn in found[1].turns
    )


def denied_above(figure: str, reading: QuoteReading, asked: Asked) -> str:
    """Why the headline or the lead denies a statement; empty where neither does.

    Args:
        figure: The figure of the statement as it is printed; empty where it is about none.
        reading: Its quote.
        asked: The field.
    """
    for claim, turn in reading.denials_above():
        if asked.status == "cancelled":
            break
        text = claim.text
        if reading.is_contrasted and text in reading.paragraph.text:
            continue
        if isinstance(asked.record, Fact) and not (figure and figure in text):
            continue  # What is denied there is not this figure.
        named = len(asked.names.ids_in(text, 0, len(text)))
        parties = len(record_parties(asked.record))
        same = bool(figure) and figure in text
        whole = turn.kind == "not" and named
        title = turn.kind != "not" and reading.is_title_about_it(claim)
        if (
            title
            or named >= _BOTH
            or whole
            or (named and (same or parties == 1))
            or (same and not parties)
        ):
            return quoted(msg("the head of the article denies it"), claim, turn)
    return ""


def quoted(reason: str, claim: Claim, words: Found | Turn) -> str:
    """A reason with the words that it is read from."""
    told = claim.words(words) if words.last > words.first >= 0 else "?"
    return msg("{reason}: “{words}”", reason=reason, words=told)
