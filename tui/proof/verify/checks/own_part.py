"""Is a figure that its words call a part, a whole or another kind of sum the one asked for?

"Nordwind put in 60 million of the 140 million that Kestrel raised": the 60 million are all that
Nordwind paid. "Of the 900 million price of Kestrel, it hands over 650 at closing": 900 million are
the sum of the deal, and 650 are not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.figures import figure_roles as lists
from tui.language.figures import sum_words
from tui.model.records import Deal
from tui.proof.claim.figures.changes import goes_on, is_of_year_before
from tui.proof.verify.checks.doubts import cast
from tui.proof.verify.checks.facts.fact_check import is_come_to, is_named_part, is_parallel
from tui.proof.verify.checks.figure_bounds import is_lowest
from tui.proof.verify.checks.figure_owners import dated_alike
from tui.proof.verify.checks.roles.transfers import is_transfer
from tui.proof.verify.checks.sums.awards import is_awarded
from tui.proof.verify.checks.sums.contributions import is_own_contribution
from tui.proof.verify.checks.sums.upheld_fines import is_upheld
from tui.proof.verify.checks.sums.valued_deals import is_price_of_whole
from tui.proof.verify.checks.sums.verbs import has_figure

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.figures.found import Found
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.verify.checks.asked import Asked


def own_part(claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked) -> str:
    """Why a figure is another than the one asked for, unless its words tell that it is this one."""
    doubt = cast(claim, figure, asked)
    if not doubt or figure.role is None:
        return doubt
    what = figure.role.what
    dated = what == "old" and dated_alike(figure, claim, asked)
    back = is_of_year_before(claim.sentence, figure.word) or goes_on(claim.sentence, figure.word)
    if dated and not back:
        return ""
    if what == "old" and (
        is_parallel(claim, figure, asked) or is_lowest(claim, figure.role, asked)
    ):
        return ""
    if what == "base" and (
        _is_paid_for(claim, figure, reading, asked) or _is_price(claim, figure, asked)
    ):
        return ""  # "Wrote off 30 million of the 41 million that it paid for Kestrel"
    if what == "part" and (
        is_named_part(claim, figure, asked) or is_own_contribution(claim, figure, reading, asked)
    ):
        return ""
    told = figure.role.first > 1 or any(
        event.frame and has_figure(event, figure)
        for event in asked.directions.events(reading, alone=True)
    )  # "Of the 58 million, the buyer will hold back 5": nobody is paid it.
    if what == "part" and told and _part_named(claim, figure, asked):
        return ""
    if what == "valuation" and _is_paid_by_payer(claim, figure, reading, asked):
        return ""  # "Whether it was worth the 4 million that Nordwind paid for it"
    if what == "valuation" and is_price_of_whole(claim, figure, reading, asked):
        return ""  # "Has agreed to buy Kestrel. The deal values it at 4 million"
    quoted = not _QUOTED.isdisjoint(claim.sentence.known)  # "Une prime de 4 M sur le cours"
    handed = (what == "difference" and not quoted) and any(
        event.tense and event.frame in {"give", "receive", "pay"} and has_figure(event, figure)
        for event in asked.directions.events(reading, alone=True)
    )
    if handed and is_awarded(claim, figure, reading, asked):
        return ""  # "La Région a accordé à Kestrel une rallonge de 4 millions"
    if what == "other sum" and (
        is_come_to(claim, figure, asked)
        or is_awarded(claim, figure, reading, asked)
        or is_upheld(claim, figure, asked)
        or _is_transfer_fee(claim, figure, asked)
    ):
        return ""
    return doubt


_QUOTED = frozenset("cours cotation bourse cloture action".split())
"""Words by which a premium is one on a share price, which nobody is handed."""


def _is_paid_for(claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked) -> bool:
    """Whether a whole is told as paid for the payee of a record: "that it paid for Kestrel"."""
    behind = asked.names.ids_in(claim.sentence.source, figure.mention.end, figure.region[1])
    payee = asked.record.payee if isinstance(asked.record, Deal) else ""
    pays = any(
        has_figure(event, figure) and payee in {role.party for role in event.payers}
        for event in asked.directions.events(reading, alone=True)
    )  # "At twice the 15 million that Kestrel paid for him"
    return payee in behind and not pays and claim.turns.is_paid_whole(figure.word)


def _is_paid_by_payer(
    claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked
) -> bool:
    """Whether a sum is told as known and as what the payer of a record paid."""
    payer = asked.record.payer if isinstance(asked.record, Deal) else ""
    return claim.turns.is_paid_whole(figure.word) and any(
        event.frame in {"pay", "buy"}
        and has_figure(event, figure)
        and payer in {role.party for role in event.payers} - {""}
        for event in asked.directions.events(reading, alone=True)
    )


def _is_price(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether a whole is the price of what is bought: "Of the 900 million purchase price for K".

    Whose part of it is told pays all of it, at another time.
    """
    low = claim.sentence.low
    behind = low[figure.word + 1 : figure.word + 1 + _PRICE_REACH]
    told = not _PRICES.isdisjoint(behind) and sum_words.UNPAID.isdisjoint(behind)
    return isinstance(asked.record, Deal) and told


_PRICE_REACH = 3
"""Words from a figure to "price": "900 million purchase price", "900 millions du prix"."""
_PRICES = frozenset({"price", "prix", "consideration"})


def _is_transfer_fee(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether a fee is what a club pays for a player: "Having agreed a fee of 31 million with"."""
    role, low = figure.role, claim.sentence.low
    assert role is not None
    if not isinstance(asked.record, Deal) or not low[role.first].startswith("fee"):
        return False
    agreed = not _AGREEING.isdisjoint(low[max(0, role.first - _AGREED_REACH) : role.first])
    behind = low[figure.word + 1 : figure.word + 2]
    if agreed and behind == ["with"]:
        words = claim.sentence.words[figure.word + 2 :]
        last = next((at for at, word in enumerate(words) if word.kind == "sign"), len(words))
        place, end = words[0].start, words[max(0, last - 1)].end
        return asked.record.payee in asked.names.ids_in(claim.sentence.source, place, end)
    return is_transfer(claim, asked)


_AGREEING = frozenset("agreed agree agreeing negotiated settled".split())
_AGREED_REACH = 3
"""Words from "agreed" to the fee: "agreed a club record fee of"."""


def _part_named(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether a part is that of a party of the record: "5 billion, including 4 from Kestrel".

    A name before the words that tell of the part is that of the whole.
    """
    assert figure.role is not None
    sentence = claim.sentence
    words = sentence.low[figure.role.first : figure.role.last]
    if not _PAID_IN_PARTS.isdisjoint(words) or not lists.RESTS.isdisjoint(words):
        return False
    if not _PRICES.isdisjoint(words):
        return False  # "Of the 900 million price, Nordwind hands over 650 at closing"
    behind = figure.role.first > figure.word
    if behind and _comes_from_payer(claim, figure.role, asked):
        return True
    whole = words[:1] in (["of"], ["du"], ["de"]) and "which" not in words
    if behind and (whole or not lists.NAMED_SUMS.isdisjoint(words)):
        return False  # "20 million of the loan to Circ": who is named has the whole.
    begins = sentence.words[min(figure.word, figure.role.last)].start
    first, last = max(begins, figure.region[0]), figure.region[1]
    # "…, of which 30 million in shares, to buy Circ": the comma ends what is said of the part.
    rest = sentence.words[figure.word + 1 :]
    last = min([last, *(word.start for word in rest if word.low == ",")])
    return bool(asked.names.find(sentence.source, first, last))


def _comes_from_payer(claim: Claim, role: Found, asked: Asked) -> bool:
    """Whether a part is told with whom it comes from: "took 4 million of it from Nordwind"."""
    low, words = claim.sentence.low, claim.sentence.words
    payer = asked.record.payer if isinstance(asked.record, Deal) else ""
    if not payer or low[role.last : role.last + 1] not in (["from"], ["aupres"], ["by"]):
        return False
    last = min(role.last + _FROM_REACH, len(words) - 1)
    return payer in asked.names.ids_in(claim.sentence.source, words[role.last].end, words[last].end)


_FROM_REACH = 4
"""Words from "from" to the end of a name behind it."""
_PAID_IN_PARTS = frozenset(
    """
    instalment installment tranche acompte echeance payment cheque check versement paiement virement
    transfer
    """.split()
)
"""A part by itself, whoever is named behind it."""
