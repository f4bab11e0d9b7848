"""Sums of which the deal of a record is only a part, or which are another step on the way to it.

The cost of a whole project, a rent by the month, a price at which an auction opens, what is still
owed of a loan, a fund or an issue that many have part in: words beside the figure name it so. Each
reading takes time with the words of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words
from tui.language.clause_words import OF
from tui.language.figures import figure_roles, purpose_words, sum_words
from tui.language.plain_words import Phrases
from tui.model.messages import msg
from tui.model.records import Deal
from tui.proof.claim.governor import governor_of
from tui.proof.verify.checks.sums.new_values import FINES
from tui.proof.verify.checks.sums.verbs import has_figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.words import Word
    from tui.proof.events import Event
    from tui.proof.verify.checks.asked import Asked

_COSTS = frozenset("cost costs budget cout couts".split())
_TOGETHER = frozenset("reunis reunies ensemble conjointement jointly together combined".split())
_OVERALL = frozenset("total overall whole global globale totale complet".split())
_ENTRUSTED = frozenset(
    "confies confiee confie attribues attribuee attribue given awarded entrusted".split()
)
_OPENING_PRICES: Phrases[str] = Phrases({"opening": purpose_words.OPENING_PRICES})
_RENTS = frozenset(
    """
    loyer loyers redevance redevances cotisation cotisations abonnement rente pension salaire
    rent rents salary royalty subscription
    """.split()
)
_SHARING: Phrases[str] = Phrases({"sharing": purpose_words.SHARING})
_TAKING_PART: Phrases[str] = Phrases({"part": purpose_words.TAKING_PART})
_REACH = 6
"""Words from a noun over its complements to its figure."""
_STILL = frozenset({"encore", "still", "reste", "remains"})


def of_a_whole(claim: Claim, figure: FigureClaim, events: Sequence[Event], asked: Asked) -> str:
    """Why a sum is a whole or another step than the deal of a record; empty where nothing says so.

    Args:
        claim: The sentence.
        figure: The figure.
        events: The events of the sentence.
        asked: The amount of a deal.
    """
    own = [event for event in events if has_figure(event, figure)]
    if first_last := (
        _overall_cost(claim, figure, own)
        or _opening_price(claim, figure)
        or _rent(claim, figure)
        or _vouched_for(claim, figure)
        or _charges(claim, figure, own)
        or _still_owed(claim, figure, own)
        or _taken_part_in(claim, figure)
        or _shared_out(claim, figure, asked)
        or _paid_together(claim, figure, asked)
        or _had_of_it(claim, figure, asked)
        or _of_payers_fund(claim, figure, asked)
        or _fund_of_payer(claim, figure, asked)
        or _tender(claim, figure)
    ):
        words = claim.sentence.printed(*first_last)
        return msg("it is not the sum of the deal alone: “{words}”", words=words)
    return ""


_Span = tuple[int, int]


def _said_before(claim: Claim, figure: FigureClaim) -> range:
    """The words of the clause of a figure before it, up to the figure before."""
    of, words = claim.clauses.of, claim.sentence.words
    first = figure.word
    around = set(claim.clauses.around(figure.word))
    while first and of[first - 1] in around and words[first - 1].kind != "figure":
        first -= 1
    return range(first, figure.word)


def _overall_cost(claim: Claim, figure: FigureClaim, own: Sequence[Event]) -> _Span | None:
    """The cost of a whole project: "un chantier dont le coût total atteint 96 millions".

    What somebody orders "pour un coût total de" costs that.
    """
    low, words = claim.sentence.low, claim.sentence.words
    ordered = any(event.frame in {"order", "buy"} and event.tense for event in own)
    governor = governor_of(claim.sentence, figure.word)
    if ordered and low[max(0, governor.first - 2) : governor.first] in _AT_A:
        return None
    first = next((at + 1 for at in range(figure.word - 1, -1, -1) if words[at].kind == "figure"), 0)
    for at in range(first, figure.word):
        if low[at] not in _COSTS:
            continue
        near = low[max(0, at - 1) : at + 2]
        if _OVERALL.isdisjoint(near):
            continue
        complement = low[at + 1 : at + 1 + _REACH]
        deal = not (sum_words.DEAL_NOUNS - purpose_words.PROJECTS).isdisjoint(complement)
        if not (deal or not _ENTRUSTED.isdisjoint(complement)):
            return max(0, at - 1), at + 2
    return None


_AT_A = (["pour", "un"], ["for", "a"], ["at", "a"])


def _opening_price(claim: Claim, figure: FigureClaim) -> _Span | None:
    """The price at which a sale opens: "la mise à prix était fixée à 750 000 euros"."""
    low = claim.sentence.low
    for at in _said_before(claim, figure):
        phrase = _OPENING_PRICES.at(low, at)
        if phrase is not None:
            return at, at + phrase[0]
    return None


def _rent(claim: Claim, figure: FigureClaim) -> _Span | None:
    """What is paid again and again: "le loyer mensuel du local s'élève à 4 200 euros"."""
    low = claim.sentence.low
    for at in _said_before(claim, figure):
        if low[at] in _RENTS and not figure_roles.RATE_ADJECTIVES.isdisjoint(low[at - 1 : at + 3]):
            return at, at + 2
    return None


def _charges(claim: Claim, figure: FigureClaim, own: Sequence[Event]) -> _Span | None:
    """The fees that are the subject of a figure: "Les honoraires du rachat ont atteint 4 M"."""
    low, said = claim.sentence.low, _said_before(claim, figure)
    head = next((at for at in said if low[at] not in clause_words.DETERMINERS), figure.word)
    if head >= figure.word or low[head] not in purpose_words.CHARGES - _COSTS - FINES:
        return None
    if head and claim.sentence.is_capital(head):
        return None  # "La Commission européenne"
    moved = any(event.tense and event.frame and event.start < figure.mention.start for event in own)
    return None if moved else (head, head + 1)


def _vouched_for(claim: Claim, figure: FigureClaim) -> _Span | None:
    """What somebody only stands surety for: "se porte garante à hauteur de 7 millions"."""
    low = claim.sentence.low
    for at in _said_before(claim, figure):
        if low[at] in _SURETIES and low[at - 1].startswith(("port", "stand", "stood")):
            return at - 1, at + 1
    return None


_SURETIES = frozenset("garant garante garants garantes caution surety guarantor".split())


def _still_owed(claim: Claim, figure: FigureClaim, own: Sequence[Event]) -> _Span | None:
    """What is left of a loan: "en doivent encore 5"."""
    low = claim.sentence.low
    for at in range(max(0, figure.word - _REACH), figure.word):
        if low[at] in _STILL and any(event.frame == "owe" for event in own):
            return max(0, at - 1), at + 1
    return None


def _taken_part_in(claim: Claim, figure: FigureClaim) -> _Span | None:
    """The deal in which somebody only takes part: "a participé à l'emprunt de 400 millions"."""
    low, governor = claim.sentence.low, governor_of(claim.sentence, figure.word)
    if governor.kind != "noun" or not governor.is_any(sum_words.DEAL_NOUNS):
        return None
    first = governor.first
    while first and low[first - 1] in clause_words.DETERMINERS - OF:
        first -= 1
    for at in range(max(0, first - _REACH), first):
        phrase = _TAKING_PART.at(low, at)
        if phrase is not None and at + phrase[0] == first:
            return at, first
    return None


def _tender(claim: Claim, figure: FigureClaim) -> _Span | None:
    """The tender that nobody has won yet: "répond à un appel d'offres de 45 millions"."""
    governor = governor_of(claim.sentence, figure.word)
    if governor.kind != "noun" or not governor.is_any(_TENDERS):
        return None
    if not (figure_roles.AWARDING | _WON).isdisjoint(claim.sentence.known):
        return None
    return governor.first, governor.last


_TENDERS = frozenset("appel tender tenders consultation".split())
_WON = frozenset(
    "won wins win awarded lands landed secured clinched obtient obtenu empoche".split()
)


def _fund_of_payer(claim: Claim, figure: FigureClaim, asked: Asked) -> _Span | None:
    """The fund out of which somebody invests: "la première ligne de son fonds de 400 millions"."""
    record, governor = asked.record, governor_of(claim.sentence, figure.word)
    assert isinstance(record, Deal)
    if not (record.payer and record.payee) or governor.kind != "noun":
        return None
    last = governor.last - 1 if governor.last <= figure.word else governor.last
    noun = claim.sentence.low[last - 1]
    before = claim.sentence.low[max(0, last - _FUND_REACH) : last - 1]
    if noun not in _FUNDS or _ONE_FUND.isdisjoint(before):
        return None
    return last - 1, governor.last


_FUND_REACH = 4
"""Words of the noun phrase of a fund before it: "du tout nouveau"."""
_FUNDS = frozenset("fonds vehicule millesime fund vehicle vintage".split())
_ONE_FUND = frozenset("du le un son ce leur au the a its new their".split())


def _shared_out(claim: Claim, figure: FigureClaim, asked: Asked) -> _Span | None:
    """Whose part in a sum is told as one: "viennent pour moitié de Kestrel"."""
    record, sentence = asked.record, claim.sentence
    assert isinstance(record, Deal)
    for at, length, _ in _SHARING.each(sentence.low, figure.word + 1):
        place = sentence.words[min(len(sentence.words) - 1, at + length)].start
        named = asked.names.find(sentence.source, place, sentence.end)
        if named and named[0].party in {record.payer, record.payee}:
            return at, at + length
    return None


def _paid_together(claim: Claim, figure: FigureClaim, asked: Asked) -> _Span | None:
    """Who pays together with a party: "Kestrel et la région réunis versent 14 millions"."""
    record, sentence, low = asked.record, claim.sentence, claim.sentence.low
    assert isinstance(record, Deal)
    near = low[max(0, figure.word - _TOGETHER_REACH) : figure.word + 2]
    if not record.payer or _TOGETHER.isdisjoint(near):
        return None
    for one in asked.names.find(sentence.source, sentence.start, figure.mention.start):
        first, last = sentence.number_at(one.start), sentence.number_at(one.end - 1) + 1
        while first and low[first - 1] in clause_words.DETERMINERS - OF:
            first -= 1
        joined = low[last : last + 1] in (["et"], ["and"]) or (
            first > 0 and low[first - 1] in {"et", "and"}
        )
        if one.party == record.payer and joined:
            return first, last + 2
    return None


_TOGETHER_REACH = 4
"""Words before a figure among which stands that several pay it: "réunis versent"."""


def _had_of_it(claim: Claim, figure: FigureClaim, asked: Asked) -> _Span | None:
    """What a party had of a whole, told behind it: "… d'aides, et Kestrel en a reçu 34"."""
    record, sentence = asked.record, claim.sentence
    assert isinstance(record, Deal)
    for one in asked.names.find(sentence.source, figure.mention.end, sentence.end):
        last = sentence.number_at(one.end - 1) + 1
        near = sentence.words[last : last + _HAD_REACH]
        counted = any(word.kind in {"number", "figure"} for word in near)
        if one.party in {record.payer, record.payee} and counted and _has_of_it(near):
            return last - 1, last + 2
    return None


def _of_payers_fund(claim: Claim, figure: FigureClaim, asked: Asked) -> _Span | None:
    """The fund that an investor pays from: "from its second fund, which closed at 140 million"."""
    record, sentence, low = asked.record, claim.sentence, claim.sentence.low
    assert isinstance(record, Deal)
    clause = claim.clauses.all[claim.clauses.of[figure.word]]
    if clause.kind not in {"relative", "aside-relative"} or clause.opened < len(("fund", ",")):
        return None
    noun = clause.opened - 1 - (low[clause.opened - 1] == ",")
    place = sentence.words[noun].start
    before = asked.names.ids_in(sentence.source, sentence.start, place)
    if low[noun] in sum_words.FUNDS and record.payer and record.payer in before:
        return noun, clause.opened + 1
    return None


def _has_of_it(words: Sequence[Word]) -> bool:
    """Whether words say that somebody has so much of what was told: "en a reçu"."""
    low = [word.low for word in words]
    return low[:1] == ["en"] and bool(_HAVING.intersection(low[1:2]))


_HAVING = frozenset("a ont avait recoit recevra touche touchera obtient prend paie verse".split())
_HAD_REACH = 5
"""Words from a party to what it had of a whole: "en a reçu 34"."""
