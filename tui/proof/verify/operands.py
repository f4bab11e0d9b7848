"""Does a quote mean a number of a formula as the formula uses it?

What is added up has to be sums of the deal, none a part of another one: "6 billion, of which 2 in
shares" makes no 8. Only a part is taken away. A rate is multiplied by the number of its own units:
"50 million a year for 12 years", not "a year for its 12 factories"; a worth by the share that is
bought. Each reading takes time with the words of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import period_words
from tui.language.clause_words import DETERMINERS, OF
from tui.language.plain_words import plain_word, words_of
from tui.model.messages import msg
from tui.model.quantities import Quantity
from tui.proof.verify.checks.value_check import doubt_of_operand, doubt_of_sum, same
from tui.proof.verify.formula import is_number, number_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.mentions import Mention
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.verify.checks.asked import Asked
    from tui.proof.verify.formula import Use

_EACH = words_of("each apiece piece unit unite chacun chacune head tete")
"""Words of a price that goes for whatever is counted beside it."""
_DAYS = (
    period_words.DAYS_OF_UNIT
    | period_words.PARTS_OF_YEAR_ADJECTIVES
    | dict.fromkeys(("annual", "yearly", "annuel", "annuelle", "annuels", "annuelles"), 365)
)
_ADJECTIVES = 2
"""Words from a number to the noun that it counts: "twelve new ships"."""
_UNIT_REACH = 3
"""Words from a figure to the end of what makes it a rate: "50 million dollars a year"."""
_STAKE_REACH = 5
"""Words from a share to what it is a share of: "20 % des droits de vote"."""
_VOTES = words_of("vote votes voting interest interet interets yield")
_WORTHS = frozenset({"valuation", "base"})


def doubt_of_use(use: Use, uses: Sequence[Use], reading: QuoteReading, asked: Asked) -> str:
    """Why a quote does not mean a number as a formula uses it; empty where it does.

    Args:
        use: The number.
        uses: All numbers of the formula.
        reading: The quote, which says the number.
        asked: The field that the formula gives.
    """
    value = Quantity.parse(use.number)
    if not value.currency:
        return ""  # What it is multiplied with asks for it.
    doubt = ""
    for mention in reading.mentions:
        found = reading.figure(mention)
        if mention.quantity is None or not same(mention.quantity, value) or found is None:
            continue
        doubt = _used(use, uses, *found, reading, asked) or doubt_of_operand(
            mention, reading, asked
        )
        if not doubt:
            return ""
    return doubt


def _used(
    use: Use,
    uses: Sequence[Use],
    claim: Claim,
    figure: FigureClaim,
    reading: QuoteReading,
    asked: Asked,
) -> str:
    role = figure.role.what if figure.role is not None else ""
    if use.factors:
        return _multiplied(use, claim, figure, reading)
    rest = any(one.sign == "-" and not one.factors for one in uses)
    if role == "base" and rest:
        return ""  # "Of the 90 million, 20 came from Circ and the rest from Kestrel"
    if role == "part":
        if use.sign == "-":
            return ""
        whole = _whole_of(figure, claim, uses)
        return msg("it is a part of {whole}", whole=whole.text) if whole is not None else ""
    if use.sign == "-":
        wholes = (one.role for one in claim.figures() if one.word < figure.word)
        if any(one is not None and one.what == "base" for one in wholes):
            return ""
        return msg("the words do not tell that it is a part")
    return doubt_of_sum(claim, figure, reading, asked)


def _whole_of(part: FigureClaim, claim: Claim, uses: Sequence[Use]) -> Mention | None:
    """The sum before a part that the formula adds to it."""
    added = [Quantity.parse(one.number) for one in uses if one.sign == "+" and not one.factors]
    for figure in claim.figures():
        told = figure.mention.quantity
        whole = figure.word < part.word and figure.role is None
        if whole and told is not None and any(same(told, one) for one in added):
            return figure.mention
    return None


def _multiplied(use: Use, claim: Claim, figure: FigureClaim, reading: QuoteReading) -> str:
    """Why a sum is not multiplied, or divided, by the other numbers of its product."""
    role = figure.role.what if figure.role is not None else ""
    for factor in use.factors:
        if not is_number(factor):
            continue
        number = Quantity.parse(factor)
        share = use.divides or (number.magnitude or 0) < 1 or number.unit == "%"
        if share and role in _WORTHS and _is_stake(number, reading):
            continue
        counted = _counted_with(factor, reading)
        if share or not counted or not _is_rate_of(claim, figure, counted):
            return msg("the words do not tell that it is taken {factor} times", factor=factor)
    return ""


def _is_stake(share: Quantity, reading: QuoteReading) -> bool:
    """Whether a share that a quote says is not one of votes, nor a rate of interest."""
    for claim in reading.claims:
        low = claim.sentence.low
        for figure in claim.figures():
            told = figure.mention.quantity
            near = low[max(0, figure.word - _STAKE_REACH) : figure.word + 1 + _STAKE_REACH]
            if told is not None and told.value == share.value and not _VOTES.isdisjoint(near):
                return False
    return True


def _counted_with(factor: str, reading: QuoteReading) -> list[str]:
    """The words behind a number in a quote, among them what it counts: "12 new ships"."""
    wanted = Quantity.parse(factor).value
    found: list[str] = []
    for claim in reading.claims:
        low = claim.sentence.low
        for at, word in enumerate(claim.sentence.words):
            mention = word.mention
            if mention is not None and mention.kind in {"percent", "fraction", "money"}:
                continue
            told = mention.quantity.value if mention and mention.quantity else number_of(word.low)
            if told == wanted:
                inside = plain_word(mention.text).split()[1:] if mention is not None else []
                found += [*inside, *low[at + 1 : at + 2 + _ADJECTIVES]]
    return found


def _is_rate_of(claim: Claim, figure: FigureClaim, counted: Sequence[str]) -> bool:
    """Whether a sum goes for each of what is counted: "a year", "apiece", "12 instalments of"."""
    low, at = claim.sentence.low, figure.word
    if low[at - 1 : at] and low[at - 1] in OF and low[max(0, at - 2)] in counted:
        return True
    near = low[at + 1 : at + 1 + _UNIT_REACH]
    if figure.role is not None:
        near = [*near, *low[figure.role.first : figure.role.last]]
    if not _EACH.isdisjoint(near):
        return any(word not in period_words.DAYS_OF_UNIT for word in counted)
    days = next((_DAYS[word] for word in near if word in _DAYS), 0)
    if days:
        return any(_DAYS.get(word) == days for word in counted)
    each = near[:1] and (near[0] in DETERMINERS or near[0] in {"per", "par"})
    named = near[1:2] if each else near if figure.role and figure.role.what == "rate" else ()
    return not {_singular(word) for word in named}.isdisjoint(map(_singular, counted))


def _singular(word: str) -> str:
    return word.rstrip("sx")
