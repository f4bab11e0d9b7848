"""Does a quote state the recorded value? Compared as statements, never by likeness.

A quote states a value when a figure of it is equal and the sentence around it was read and says so
of this record. Where something in the sentence may turn it, the answer is `unclear`, with the
words.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from tui.language.clauses.verbs import verb_forms
from tui.language.figures import sum_words
from tui.language.figures.units import times_larger
from tui.language.plain_words import plain_word
from tui.model.dates import Edtf
from tui.model.messages import all_of, msg
from tui.model.quantities import UNDISCLOSED, Quantity
from tui.model.records import Deal, Fact
from tui.proof.verify.checks.dates.date_check import check_date
from tui.proof.verify.checks.doubts import cast, denied_above, denies, quoted, turned
from tui.proof.verify.checks.facts.fact_check import (
    is_told_apart,
    measures_other,
    other_than_fact,
)
from tui.proof.verify.checks.facts.headcounts import is_presupposed, other_than_headcount
from tui.proof.verify.checks.facts.kinds import counts_things
from tui.proof.verify.checks.facts.owners import is_holders
from tui.proof.verify.checks.facts.presupposed import is_beyond_doubt
from tui.proof.verify.checks.facts.staff_nouns import counts_people
from tui.proof.verify.checks.figure_bounds import leaves_as_it_is, settled
from tui.proof.verify.checks.figure_owners import (
    dated_otherwise,
    of_other_event,
    of_others,
    possessed,
    told_apart,
)
from tui.proof.verify.checks.misread_figures import misread
from tui.proof.verify.checks.own_part import own_part
from tui.proof.verify.checks.sums.ceilings import is_contingent
from tui.proof.verify.checks.sums.contributions import is_cost_of_goal
from tui.proof.verify.checks.sums.remarks import remarked
from tui.proof.verify.checks.sums.shared import shared_sum
from tui.proof.verify.checks.sums.sum_check import other_than_sum
from tui.proof.verify.checks.sums.totals import other_than_total
from tui.proof.verify.checks.sums.upheld_fines import is_upheld, reaches_fine
from tui.proof.verify.checks.sums.verbs import has_figure
from tui.proof.verify.checks.undisclosed import check_undisclosed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from tui.model.mentions import Mention
    from tui.model.proofs import ValueCheck
    from tui.model.records import Value
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.claim.turns.turn import Turn
    from tui.proof.verify.checks.asked import Asked

Verdict: TypeAlias = tuple["ValueCheck", str]
_BoundKind: TypeAlias = Literal["exact", "maximum", "minimum", "more", "less", "range"]
_COUNTED = frozenset({"count", "measure"})
_SHARES = frozenset({"percent", "fraction"})
_BOUNDS = ("value", "minimum", "maximum", "exclusive_minimum", "exclusive_maximum")


def check_value(value: Value, reading: QuoteReading, asked: Asked) -> Verdict:
    """Compare a recorded quantity or date with what the sentence of a quote claims.

    - `states`: a figure of the quote says the same: equal numbers, equal kind of bound, equally
      approximate; the unit is equal or left out by the quote. And nothing in its sentence makes it
      another figure than the one asked for, or denies it, or doubts it beyond the record's status.
    - `unclear`: a figure of the quote is equal, and something in its sentence may turn it.
    - `bounded`: a figure of the quote is equal, and words farther off bound it: "is a maximum".
    - `denies`: a figure of the quote is equal, and its sentence says that it is not so.
    - `contradicts`: no figure of the quote is equal, and none can be true together with the value,
      or one has the same kind of bound and another number. A figure of another currency, or of
      things whose kind is not known ("25 millions de foyers" against 30 GW), contradicts nothing.
    - `otherwise`: the figures of the quote say less, more or something else, and may be true
      together with the value ("exactly 4 bn" against "up to 4 bn").
    - `silent`: the quote has no figure that could be compared, or only one of another kind.

    Shares are compared as such: "un quart" states 25 %. A date is stated by one that is equal or
    more precise.

    Args:
        value: The recorded quantity or date.
        reading: The quote in its sentences.
        asked: The field.

    Returns:
        The verdict, and why it is not `states`, in the user's words.
    """
    if isinstance(value, Edtf):
        return check_date(value, reading, asked)
    if isinstance(value, Quantity):
        return _check_quantity(value, reading, asked)
    return "silent", msg("a text is judged by its reader")


def _check_quantity(value: Quantity, reading: QuoteReading, asked: Asked) -> Verdict:
    if value.words == UNDISCLOSED:
        return check_undisclosed(reading)
    if _is_plain_number(value, asked):
        reading = reading.counted
    figures = [
        one
        for one in reading.mentions
        if one.quantity and _fits(value, one, asked) and _may_be_headcount(one, reading, asked)
    ]
    if not figures:
        if other := _in_other_currency(value, reading):
            return "otherwise", msg(
                "the quote says {said}, the record {value}", said=other, value=value
            )
        return "silent", msg("the quote has no figure to compare with {value}", value=value)
    told = [_told(mention, value, reading, asked) for mention in figures]
    doubt, denied, bound = "", False, ""
    for mention, (quantity, bounded, words) in zip(figures, told, strict=True):
        if same(value, bounded) or implied(value, bounded) or _is_near(value, bounded, mention):
            doubt = _doubt(value, mention, reading, asked)
            if not doubt:
                return "states", ""
            denied = denied or denies(reading, mention, asked)
        elif same(value, quantity):
            bound = bound or words
    if bound and not doubt:
        return "bounded", bound
    if doubt:
        return ("denies" if denied else "unclear"), doubt
    said = all_of(bounded for _, bounded, _ in told)
    detail = msg("the quote says {said}, the record {value}", said=said, value=value)
    sums = [one for one in figures if not _cast(one, reading, asked)]
    if not sums or not all(_of_one_kind(value, mention) for mention in figures):
        return "silent", detail
    bounds = [one[1] for one, figure in zip(told, figures, strict=True) if figure in sums]
    if any(_bound_kind(value) == _bound_kind(one) != "range" for one in bounds):
        return "contradicts", detail
    if any(value.meets(one) is not False for one in bounds):
        return "otherwise", detail
    return "contradicts", detail


def _is_near(value: Quantity, said: Quantity, mention: Mention) -> bool:
    """Whether a bound that is hardly missed states about as much: "just under 90 million"."""
    numbers = {said.exclusive_minimum, said.exclusive_maximum} - {None}
    near = plain_word(mention.text).startswith(sum_words.HARDLY)
    return near and value.approximate and numbers == {value.value} and value.unit == said.unit


def _in_other_currency(value: Quantity, reading: QuoteReading) -> Quantity | None:
    """The sum of a quote that has the number of a value and surely another currency."""
    return next(
        (
            told
            for one in reading.mentions
            if (told := one.quantity) is not None
            and one.kind == "money"
            and value.currency
            and told.currency not in {"", value.currency}
            and told.magnitude == value.magnitude
        ),
        None,
    )


def _is_plain_number(value: Quantity, asked: Asked) -> bool:
    """Whether a fact is a number of things that no unit tells: 3,200 people, 40 shops."""
    return (
        isinstance(asked.record, Fact)
        and counts_things(value)
        and not _is_share(value)
        and asked.record.kind in {"headcount", "capacity", "other"}
    )


def _fits(value: Quantity, mention: Mention, asked: Asked) -> bool:
    """Whether a figure may measure the same thing; a capacity may be recorded without its unit."""
    return _comparable(value, mention) or (
        mention.kind == "measure"
        and isinstance(asked.record, Fact)
        and asked.record.kind == "capacity"
        and not value.unit
        and not _is_share(value)
    )


def _may_be_headcount(mention: Mention, reading: QuoteReading, asked: Asked) -> bool:
    """Whether a figure counts people, where the number of somebody's people is asked for."""
    if not isinstance(asked.record, Fact) or asked.record.kind != "headcount":
        return True
    found = reading.figure(mention)
    if found is None:
        return True
    return counts_people(*found) or not other_than_headcount(*found, reading, asked)


def _told(
    mention: Mention, value: Quantity, reading: QuoteReading, asked: Asked
) -> tuple[Quantity, Quantity, str]:
    """A figure in the unit of a value, the same as its sentence bounds it, and those words."""
    assert mention.quantity is not None
    quantity = _in_unit(mention.quantity, value.unit)
    quantity = settled(quantity, mention, value, reading, asked)
    if quantity.value is None or quantity.value not in _numbers(value):
        return quantity, quantity, ""  # No bound could make it the value.
    found = reading.figure(mention)
    if found is None or found[1].bound is None:
        return quantity, quantity, ""
    claim, figure = found
    assert figure.bound is not None
    if leaves_as_it_is(claim, figure.bound, value, asked):
        return quantity, quantity, ""
    words = quoted(msg("a bound"), claim, figure.bound)
    return quantity, _bounded(quantity, figure.bound.what), words


def _numbers(value: Quantity) -> tuple[Decimal | None, ...]:
    """The numbers that a quantity is told with."""
    return (
        value.value, value.minimum, value.maximum, value.exclusive_minimum,
        value.exclusive_maximum,
    )  # fmt: skip


def _bounded(quantity: Quantity, side: str) -> Quantity:
    """A plain figure with a bound that stands farther off; one that has a bound already is kept."""
    if quantity.value is None:
        return quantity
    if side == "about":
        return msgspec.structs.replace(quantity, approximate=True)
    return msgspec.structs.replace(quantity, value=None, **{side: quantity.value})


def _cast(mention: Mention, reading: QuoteReading, asked: Asked) -> str:
    found = reading.figure(mention)
    return cast(*found, asked) if found else ""


def _doubt(value: Quantity, mention: Mention, reading: QuoteReading, asked: Asked) -> str:
    """Why an equal figure may not say the value; empty where its sentence says it."""
    found = reading.figure(mention)
    if found is None:
        return msg("its sentence could not be read")
    claim, figure = found
    return (
        misread(mention, claim, value.unit)
        or reading.other_currency(value.currency)
        or own_part(claim, figure, reading, asked)
        or other_than_sum(claim, figure, reading, asked)
        or other_than_fact(claim, figure, reading, asked)
        or other_than_total(claim, figure, reading, asked)
        or turned(claim, _turns_on(claim, figure, reading, asked), asked)
        or _of_others(claim, figure, reading, asked)
        or possessed(claim, figure, asked)
        or remarked(claim, figure, asked)
        or shared_sum(claim, figure, reading, asked)
        or dated_otherwise(claim, figure, asked)
        or of_other_event(mention, claim, reading, asked)
        or _beside_others(value, figure, reading, asked)
        or reading.corrected(mention.text)
        or denied_above(mention.text, reading, asked)
    )


def _of_others(claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked) -> str:
    """Whose figure it is by the names beside it, unless a verb says that it is the payer's.

    "Led by Nordwind, which put in 40 million of the total, with Halden supplying the rest": of
    several figures of one verb only the first is surely its subject's.
    """
    payer, payee = "", ""
    if isinstance(asked.record, Deal):
        payer, payee = asked.record.payer, asked.record.payee
    for event in asked.directions.events(reading, alone=True) if payer else ():
        first = event.figures[:1]
        mine = first and first[0][0] < figure.mention.end and figure.mention.start < first[0][1]
        told = event.frame in {"put", "pay", "give", "invest", "lend", "commit"}
        both = {role.party for role in event.payees} == {payee}
        if mine and (told or both) and {role.party for role in event.payers} == {payer}:
            return ""
    return "" if is_holders(claim, figure, asked) else of_others(claim, figure, asked)


def _turns_on(
    claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked
) -> Sequence[Turn]:
    """What may turn what is said of a figure; nothing does where it is taken as known."""
    headcount = isinstance(asked.record, Fact) and asked.record.kind == "headcount"
    if headcount and is_presupposed(claim, figure):
        return ()
    if isinstance(asked.record, Fact):
        return [turn for turn in figure.turns if not is_beyond_doubt(claim, figure, turn)]
    if is_upheld(claim, figure, asked):
        return [turn for turn in figure.turns if reaches_fine(claim, turn)]
    events = asked.directions.events(reading, alone=True)
    if isinstance(asked.record, Deal) and is_contingent(claim, figure, events, asked.record):
        return [turn for turn in figure.turns if turn.kind not in {"condition", "possible"}]
    return figure.turns


def doubt_of_operand(mention: Mention, reading: QuoteReading, asked: Asked) -> str:
    """Why a figure is none of a deal's, so that no formula of it may hold the figure."""
    found = reading.figure(mention)
    if found is None:
        return ""
    claim, figure = found
    return turned(claim, figure.turns, asked) or of_other_event(mention, claim, reading, asked)


def doubt_of_sum(claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked) -> str:
    """Why a figure is not known to be a sum of a deal, alone or with others that are added to it.

    Args:
        claim: The sentence.
        figure: The figure.
        reading: The quote that holds it.
        asked: The field.
    """
    return (
        own_part(claim, figure, reading, asked)
        or other_than_sum(claim, figure, reading, asked)
        or of_others(claim, figure, asked)
        or possessed(claim, figure, asked)
    )


def _beside_others(
    value: Quantity, figure: FigureClaim, reading: QuoteReading, asked: Asked
) -> str:
    """Another figure of the quote that may be meant as well; empty where words tell them apart."""
    parts = _parts_of(figure.mention, reading)
    for mention in reading.mentions:
        if mention is figure.mention or not mention.quantity or not _fits(value, mention, asked):
            continue
        if any(mention is part for part in parts):
            continue
        if not _may_be_headcount(mention, reading, asked):
            continue
        if same(value, _told(mention, value, reading, asked)[1]):
            continue
        bounded = _told(mention, value, reading, asked)[1]
        sides = {"maximum", "minimum", "more", "less"}
        if (
            isinstance(asked.record, Fact)
            and _bound_kind(bounded) in sides
            and value.meets(bounded)
        ):
            continue  # "Slipped below 20 percent, to 19.6": both are so.
        found = reading.figure(mention)
        if found is not None and _is_ceiling_beside(value, bounded, figure, *found, asked):
            continue
        if found is not None and measures_other(*found, reading, asked):
            continue
        if found is not None and is_told_apart(found[0], figure, found[1], asked):
            continue
        if found is not None and _goes_elsewhere(figure, found[1], reading, asked):
            continue  # "A acheté Kestrel, pour 4 millions, et Halden, pour 2 millions"
        apart = found is not None and not _are_joined(found[0], figure.word, found[1].word)
        if found is not None and apart and _is_no_sum(*found, reading, asked):
            continue
        if found is not None and is_cost_of_goal(found[0], figure, found[1]):
            continue
        if found is not None and not told_apart(figure, found[1], found[0], asked):
            return msg("another figure in the quote: “{words}”", words=mention.text)
    return ""


def _is_ceiling_beside(
    value: Quantity,
    other: Quantity,
    mine: FigureClaim,
    claim: Claim,
    theirs: FigureClaim,
    asked: Asked,
) -> bool:
    """Whether a sum and a ceiling are added: "80 million upfront and up to 1.1 billion more"."""
    if not isinstance(asked.record, Deal):
        return False
    first, last = sorted((mine.word, theirs.word))
    between = {*claim.sentence.low[first + 1 : last]}
    added = bool(between & {"and", "et", "puis", "then", "plus", "followed"})
    kinds = {_bound_kind(value), _bound_kind(other)}
    return kinds == {"exact", "maximum"} and added and not between & {"or", "ou", "from", "to"}


def _goes_elsewhere(
    mine: FigureClaim, other: FigureClaim, reading: QuoteReading, asked: Asked
) -> bool:
    """Whether another figure goes to somebody else than the payee of the record, by name."""
    payee = asked.record.payee if isinstance(asked.record, Deal) else ""
    events = asked.directions.events(reading, alone=True)
    own = [event for event in events if event.tense and has_figure(event, mine)]
    others = [event for event in events if event.tense and has_figure(event, other)]
    if not payee or not others or any(event in own for event in others):
        return False
    paid = {role.party for event in own for role in event.payees}
    return payee in paid and all(
        event.payees and all(role.name and role.party != payee for role in event.payees)
        for event in others
    )


def _parts_of(whole: Mention, reading: QuoteReading) -> Sequence[Mention]:
    """The figures right behind a sum that make it up: "100 million, 70 in equity and 30 in debt".

    They may leave out the scale of the sum. Linear in the figures of the quote.
    """
    total = whole.quantity.value if whole.quantity is not None else None
    if total is None:
        return ()
    at = next(number for number, one in enumerate(reading.mentions) if one is whole)
    for scale in _SCALES:
        summed, parts = 0 * total, []
        for mention in reading.mentions[at + 1 :]:
            part = mention.quantity.value if mention.quantity is not None else None
            if mention.kind not in {"money", "count"} or part is None:
                break
            parts.append(mention)
            summed += part * scale
            if summed >= total:
                break
        if summed == total and len(parts) > 1:
            return parts
    return ()


_SCALES = (1, 10**3, 10**6, 10**9)
"""What the parts of a sum may leave out: "70 en capital" of 100 million."""


def _are_joined(claim: Claim, one: int, other: int) -> bool:
    """Whether two figures are objects of one verb: "pays 12 million now and 8 in two years"."""
    between = range(min(one, other) + 1, max(one, other))
    low, of = claim.sentence.low, claim.clauses.of
    return (
        max(one, other) < len(of)
        and of[one] == of[other]
        and not {"and", "et", "puis", "then"}.isdisjoint(low[at] for at in between)
        and not any(claim.clauses.is_finite(at) for at in between)
        and not any(low[at - 1] in {"and", "et"} and _is_verb(claim, at) for at in between)
    )


def _is_verb(claim: Claim, at: int) -> bool:
    """Whether a second verb stands behind "and": "will pay 118 million and invest 20"."""
    word = claim.sentence.words[at]
    written = claim.sentence.source[word.start : word.end].lower()
    return any(
        form.tense in {"infinitive", "present", "past", "participle"} and form.verb.frame
        for form in verb_forms(claim.language).get(written, ())
    )


def _is_no_sum(claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked) -> bool:
    """Whether words tell of another figure that it is not the sum of the deal."""
    return isinstance(asked.record, Deal) and bool(
        other_than_sum(claim, figure, reading, asked) or turned(claim, figure.turns, asked)
    )


def _bound_kind(quantity: Quantity) -> _BoundKind:
    low = quantity.minimum is not None or quantity.exclusive_minimum is not None
    high = quantity.maximum is not None or quantity.exclusive_maximum is not None
    if low and high:
        return "range"
    if quantity.value is not None or not (low or high):
        return "exact" if not quantity.approximate else "range"
    if quantity.maximum is not None:
        return "maximum"
    if quantity.minimum is not None:
        return "minimum"
    return "more" if low else "less"


def _comparable(value: Quantity, mention: Mention) -> bool:
    """Whether a figure may measure the same thing."""
    quantity = mention.quantity
    if quantity is None:
        return False
    if quantity.unit and quantity.unit == value.unit:
        return True
    if times_larger(quantity.unit, value.unit) is not None:
        return True
    if value.currency or mention.kind == "money":
        elided = not quantity.unit and "elided-currency" in mention.flags
        return mention.kind == "money" and (quantity.unit == value.unit or elided)
    if mention.kind in _SHARES or value.unit == "%":
        return mention.kind in _SHARES and _is_share(value)
    return quantity.unit == value.unit or (mention.kind in _COUNTED and not quantity.unit)


def _of_one_kind(value: Quantity, mention: Mention) -> bool:
    """Whether a comparable figure surely measures the same thing; a bare number may not."""
    unit = _unit_of(mention)
    return (
        bool(value.currency)
        or mention.kind in _SHARES
        or unit == value.unit
        or times_larger(unit, value.unit) is not None
    )


def _unit_of(mention: Mention) -> str:
    return mention.quantity.unit if mention.quantity else ""


def _is_share(value: Quantity) -> bool:
    """Whether a value is a share of a whole: a percentage, or a bare number up to 1."""
    magnitude = value.magnitude
    return value.unit == "%" or (not value.unit and magnitude is not None and magnitude <= 1)


def _in_unit(quantity: Quantity, unit: str) -> Quantity:
    """The same figure in a unit that it leaves out, or in another of what it measures."""
    if quantity.unit == unit:
        return quantity
    size = times_larger(quantity.unit, unit)
    if "%" in (quantity.unit, unit):
        size = Fraction(100) if unit == "%" else Fraction(1, 100)
    if size is None or size == 1:
        return msgspec.structs.replace(quantity, unit=unit)
    bounds = {
        name: number * size.numerator / size.denominator
        for name in _BOUNDS
        if (number := getattr(quantity, name)) is not None
    }
    return msgspec.structs.replace(quantity, unit=unit, **bounds)


def same(left: Quantity, right: Quantity) -> bool:
    """Whether two quantities state the same: number, kind of bound, unit, or the same words."""
    if left.words or right.words:
        return left.words == right.words
    return left == right


def implied(value: Quantity, said: Quantity) -> bool:
    """Whether a bound follows from a stricter one of the same number: more than 5 is at least 5."""
    if value.unit != said.unit or value.approximate != said.approximate:
        return False
    if said.exclusive_minimum is not None and said.maximum is said.exclusive_maximum is None:
        weaker = msgspec.structs.replace(
            said, minimum=said.exclusive_minimum, exclusive_minimum=None
        )
        return same(value, weaker)
    if said.exclusive_maximum is not None and said.minimum is said.exclusive_minimum is None:
        weaker = msgspec.structs.replace(
            said, maximum=said.exclusive_maximum, exclusive_maximum=None
        )
        return same(value, weaker)
    return False
