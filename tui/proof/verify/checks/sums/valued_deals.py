"""Is a valuation the price of a deal, because the whole company is bought at it?

"Nordwind has agreed to buy Kestrel. The deal values the target at 1.2 billion": who buys all of a
company pays what the deal values it at. A round, a stake and a loan value it at more than is paid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words
from tui.language.clauses.event_nouns import COMPANY_NOUNS, STAKE_WORDS
from tui.language.figures import figure_roles, purpose_words, sum_words
from tui.model.records import Deal
from tui.proof.claim.quote import QuoteReading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.events import Event
    from tui.proof.verify.checks.asked import Asked

_VALUING = ("values", "valued", "valuing", "valoris")
_VALUE = frozenset({"value", "valeur"})
_REACH = 8
"""Words from the verb over the company to its figure: "values the Dutch coatings group at"."""
_WHOLE_DEALS = frozenset(
    """
    deal offer bid transaction takeover acquisition purchase buyout agreement sale price proposal
    offre operation transaction rachat acquisition accord opa cession vente prix
    """.split()
)
"""What values a company when all of it is bought."""
_PARTLY = (
    (STAKE_WORDS - {"shares", "equity", "actions", "capital", "titres"})
    | (figure_roles.RAISES - {"raised", "raises"})
    | frozenset("minority majority percent investment investor investors backer backers".split())
    | frozenset("merger combined combines together fusion investissement minoritaire".split())
    | frozenset("debt dette loan pret".split())
)
"""Words by which only a part is bought, or another thing done."""
_ALL_OF_IT = frozenset({"remaining", "rest", "whole", "entire", "outstanding"})
_DEFINITE = frozenset({"the", "le", "la", "l'"})
_TWO = 2
_TARGETS = frozenset("target company it group business cible societe groupe ensemble".split())
_WITHOUT_DEBT = (["excluding", "debt"], ["hors", "dette"], ["net", "of"], ["sans", "la"])


def is_price_of_whole(
    claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked
) -> bool:
    """Whether what a deal values a company at is what its buyer pays.

    Args:
        claim: The sentence.
        figure: The figure, read as a valuation.
        reading: The quote.
        asked: The amount of a deal.
    """
    record = asked.record
    if not isinstance(record, Deal) or not (record.payer and record.payee):
        return False
    if not _is_valued_by_deal(claim, figure, asked):
        return False
    claims = [*_sentences_before(claim, reading), claim]
    if any(_tells_of_part(one) for one in claims):
        return False
    return any(
        event.frame == "buy"
        and event.lemma not in sum_words.ANY_DEAL  # Its parties are those of a verb beside it.
        and event.polarity == "affirmed"
        and event.mood not in {"possible", "cancelled"}
        and (record.payer in _payers(one, event, asked))
        and _is_bought_whole(one, event, record.payee, asked)
        for one in claims
        for event in _events(one, reading, asked)
    )


def _payers(claim: Claim, event: Event, asked: Asked) -> set[str]:
    """Who pays: of a noun without its owner the party that opens the sentence.

    "Nordwind is strengthening its pipeline with the acquisition of Kestrel."
    """
    payers = {role.party for role in event.payers}
    if payers or event.tense:
        return payers
    text = claim.sentence.source
    return {one.party for one in asked.names.find(text, claim.sentence.start, event.start)[:1]}


def _is_bought_whole(claim: Claim, event: Event, payee: str, asked: Asked) -> bool:
    """Whether the company itself is bought, no brand of it: "buy Kestrel", "its purchase of"."""
    sentence, low = claim.sentence, claim.sentence.low
    behind = sentence.number_at(event.end - 1) + 1
    if {"into", "in"}.intersection(low[behind - 1 : behind + 1]):
        return False  # "Has bought into Kestrel"
    told = payee in {role.party for role in (*event.payees, *event.owners)}
    for one in asked.names.find(sentence.source, sentence.start, sentence.end):
        if one.party != payee:
            continue
        first, last = sentence.number_at(one.start), sentence.number_at(one.end - 1) + 1
        if low[last : last + 1] and low[last] in {"'s", "\u2019s"}:
            return False
        while first and low[first - 1] in clause_words.DETERMINERS - clause_words.OF:
            first -= 1
        of = first > 1 and low[first - 1] in clause_words.OF
        if of and low[first - _TWO] not in sum_words.DEAL_NOUNS:
            return False
        told = told or (first >= behind and _is_one_phrase(claim, behind, first))
    return told


def _is_one_phrase(claim: Claim, first: int, last: int) -> bool:
    """Whether only what describes a name stands before it: "buy | Dutch snack maker | Kestrel"."""
    return last - first <= _REACH and not any(
        word.kind != "word" or word.low in clause_words.PREPOSITIONS - clause_words.DETERMINERS
        for word in claim.sentence.words[first:last]
    )


def _sentences_before(claim: Claim, reading: QuoteReading) -> Iterator[Claim]:
    """The sentence before, which most often tells who buys whom."""
    before = reading.paragraph.claim_before(claim.sentence.start)
    if before is not None:
        yield before


def _events(claim: Claim, reading: QuoteReading, asked: Asked) -> list[Event]:
    told = QuoteReading(reading.paragraph, claim.sentence.start, claim.sentence.end)
    return asked.directions.events(told, alone=True)


def _tells_of_part(claim: Claim) -> bool:
    """Whether a part of a company is bought, or debt is counted that nobody is paid."""
    low = claim.sentence.low
    for at, word in enumerate(low):
        if word in _PARTLY and low[at - 1 : at + 1] not in _WITHOUT_DEBT:
            return True
    return any(
        word.mention is not None and word.mention.kind in {"percent", "fraction"}
        for word in claim.sentence.words
    )


def _is_valued_by_deal(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether a deal is the subject of the verb by which the payee is valued."""
    low = claim.sentence.low
    for at in range(figure.word - 1, max(0, figure.word - _REACH), -1):
        if claim.sentence.words[at].kind == "figure":
            return False
        verb = low[at].startswith(_VALUING)
        given = low[at] in _VALUE and not figure_roles.GIVING.isdisjoint(
            low[max(0, at - _REACH) : at]
        )
        if not (verb or given):
            continue
        first = at if verb else next(
            one for one in range(at - 1, -1, -1) if low[one] in figure_roles.GIVING
        )  # fmt: skip
        last = figure.word if verb else at
        return _is_of_deal(claim, first) and _is_payee(claim, range(first + 1, last), asked)
    return False


def _is_of_deal(claim: Claim, verb: int) -> bool:
    """Whether a deal stands before a verb as its subject, or as what its clause is about."""
    low = claim.sentence.low
    before = range(max(0, verb - _REACH), verb)
    named = [at for at in before if low[at] in _WHOLE_DEALS]
    offered = [at for at in before if low[at] in sum_words.OFFERS]
    if low[verb] in {"valuing", "valorisant"} and low[verb - 1] == ",":
        return True  # "Nordwind has bought Kestrel, valuing it at"
    if low[verb - 1] in {"which", "that", "qui"}:
        return bool(named or offered) or low[verb - 2] == ","
    return bool(named) and not any(
        claim.sentence.words[at].kind == "sign" for at in range(named[-1], verb)
    )


def _is_payee(claim: Claim, between: range, asked: Asked) -> bool:
    """Whether the payee is what is valued, by its name or by what a target is called."""
    sentence, record = claim.sentence, asked.record
    assert isinstance(record, Deal)
    if not between:
        return False
    words = [sentence.low[at] for at in between]
    start, end = sentence.words[between[0]].start, sentence.words[between[-1]].end
    named = asked.names.ids_in(sentence.source, start, end)
    if named:
        return named == {record.payee}
    if not purpose_words.SEVERAL.isdisjoint(words) or not _ALL_OF_IT.isdisjoint(words):
        return False
    called = not (_TARGETS | COMPANY_NOUNS[claim.language]).isdisjoint(words)
    called = called or not _DEFINITE.isdisjoint(words)  # "L'opération valorise la biscuiterie"
    return called and not any(
        sentence.is_capital(at) and sentence.low[at] not in clause_words.DETERMINERS
        for at in between
    )
