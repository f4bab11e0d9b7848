"""Bounds and estimates beside a figure that change nothing of what a record says.

"Up to 40 seats" is what a hall takes, "from 9 euros" the price of the cheapest, and what a company
is worth is an estimate whatever the words. Each reading takes time with the words of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tui.language.plain_words import plain_word
from tui.model.records import Deal, Fact

if TYPE_CHECKING:
    from tui.model.mentions import Mention
    from tui.model.quantities import Quantity
    from tui.proof.claim.claim import Claim
    from tui.proof.claim.figures.found import Found
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.verify.checks.asked import Asked


def settled(
    quantity: Quantity, mention: Mention, value: Quantity, reading: QuoteReading, asked: Asked
) -> Quantity:
    """A figure without the bound or the blur that its own words do not mean.

    Args:
        quantity: The figure in the unit of the value.
        mention: As it is printed.
        value: What is recorded.
        reading: The quote that holds it.
        asked: The field.
    """
    if quantity.maximum is not None and _is_put_up(mention, reading):
        return msgspec.structs.replace(quantity, value=quantity.maximum, maximum=None)
    if quantity.approximate and not value.approximate and _is_worth(mention, asked):
        quantity = msgspec.structs.replace(quantity, approximate=False)
    exact = value.value is not None and not value.approximate
    if exact and quantity.maximum is not None and quantity.minimum is None and _takes(asked):
        # What a plant makes at most is its capacity.
        return msgspec.structs.replace(quantity, value=quantity.maximum, maximum=None)
    if quantity.minimum is not None and _is_from(mention, asked):
        return msgspec.structs.replace(quantity, value=quantity.minimum, minimum=None)
    if mention.kind == "fraction" and quantity.value is not None and value.value is not None:
        rounded = quantity.value.quantize(value.value)
        if rounded == value.value:  # "A third" is recorded as 33 or 33.3 %.
            return msgspec.structs.replace(quantity, value=value.value)
    return quantity


def leaves_as_it_is(claim: Claim, bound: Found, value: Quantity, asked: Asked) -> bool:
    """Whether words that bound a figure leave it what is recorded.

    Args:
        claim: The sentence.
        bound: The words.
        value: What is recorded.
        asked: The field.
    """
    word = claim.sentence.low[bound.first]
    fact = isinstance(asked.record, Fact)
    if fact and word.startswith("plafonn"):
        return True  # "Les ventes plafonnent à 44 millions"
    if _is_price(asked) and word in _STARTING:
        return True  # "Tickets start from 9 pounds": the price of the cheapest.
    return _is_worth_of_contract(claim, bound, asked) or _is_estimate(claim, bound, value, asked)


def is_lowest(claim: Claim, role: Found, asked: Asked) -> bool:
    """Whether "from" tells the price of the cheapest: "tickets start from 9 euros".

    Args:
        claim: The sentence.
        role: The words that would make the figure an old one.
        asked: The field.
    """
    low, first = claim.sentence.low, role.first
    if not _is_price(asked) or low[first] != "from":
        return False
    before, behind = low[max(0, first - _SALE_REACH) : first], low[role.last : role.last + 4]
    return not _STARTING.isdisjoint(before) and "to" not in behind


_STARTING = frozenset(
    """
    from start starts starting sold sell sells available prices cost costs offer offers priced
    """.split()
)
"""Before a price, or before its "from", these tell the price of the cheapest."""
_SALE_REACH = 9
"""Words from a verb of selling over what is sold to "from": "will sell its new car from"."""


def _takes(asked: Asked) -> bool:
    return isinstance(asked.record, Fact) and asked.record.kind == "capacity"


def _is_price(asked: Asked) -> bool:
    return isinstance(asked.record, Fact) and asked.record.kind == "price"


def _is_from(mention: Mention, asked: Asked) -> bool:
    """Whether a price is that of the cheapest: "à partir de 9 euros"."""
    return _is_price(asked) and plain_word(mention.text).startswith(
        ("from", "starting", "\u00e0 partir", "a partir", "des ")
    )


def _is_put_up(mention: Mention, reading: QuoteReading) -> bool:
    """Whether "up to" tells where something was put: "has put its fare up to 2.40 pounds"."""
    found = reading.figure(mention)
    if found is None or not mention.text.lower().startswith("up to"):
        return False
    claim, figure = found
    low = claim.sentence.low
    for at in range(figure.word - 1, max(-1, figure.word - _PUT_REACH), -1):
        if low[at] in _PUTTING_UP:
            # "Has put up to 4 million on the table" puts nothing else up.
            return at < figure.word - 1 or low[at] in _GOING_UP
        if claim.sentence.words[at].kind in {"sign", "figure"}:
            break
    return False


_PUT_REACH = 7
"""Words from "put" to "up to" over what is put up."""
_GOING_UP = frozenset("gone went moved moves".split())
_PUTTING_UP = _GOING_UP | frozenset("put puts putting pushed pushes pushing".split())


def _is_worth(mention: Mention, asked: Asked) -> bool:
    """Whether "estimated at" was read with a figure that is what something is worth."""
    return (
        isinstance(asked.record, Fact)
        and asked.record.kind in _WORTHS
        and plain_word(mention.text[:_ESTIMATED]).startswith(("estim", "evalu"))
    )


_WORTHS = frozenset({"market-size", "valuation"})
_ESTIMATED = 6
"""Letters of a figure that tell whether it begins with a word of estimating."""


def _is_worth_of_contract(claim: Claim, bound: Found, asked: Asked) -> bool:
    """Whether "évalué à" tells the sum of a contract as "valued at" does, and blurs nothing."""
    low = claim.sentence.low
    if not isinstance(asked.record, Deal) or not low[bound.first].startswith("evalu"):
        return False
    before = low[max(0, bound.first - _CONTRACT_REACH) : bound.first]
    return not _CONTRACTS.isdisjoint(before)


_CONTRACT_REACH = 6
"""Words from a contract to what it is valued at: "un contrat de cinq ans évalué à"."""
_CONTRACTS = frozenset(
    "contrat contrats marche marches commande commandes accord transaction operation".split()
)


def _is_estimate(claim: Claim, bound: Found, value: Quantity, asked: Asked) -> bool:
    """Whether "estimated at" blurs nothing: what a market or a company is worth is an estimate."""
    return (
        bound.what == "about"
        and not value.approximate
        and isinstance(asked.record, Fact)
        and asked.record.kind in _WORTHS
        and claim.sentence.low[bound.first].startswith(("estim", "evalu"))
    )
