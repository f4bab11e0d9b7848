"""Fines, damages and dividends: is one what a deal tells of, so that its payer pays its payee?

They are named by what they are ("a fine of 4 million"), and who imposes one is often who gets it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words
from tui.language.clauses.event_nouns import COMPANY_NOUNS
from tui.language.clauses.verbs import verb_forms
from tui.language.figures import sum_words
from tui.model.records import Deal
from tui.proof.claim.quote import QuoteReading, names_in
from tui.proof.verify.checks.sums.new_values import FINES
from tui.proof.verify.checks.sums.verbs import (
    has_figure,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.events import Event
    from tui.proof.verify.checks.asked import Asked

_COMPLEMENT_REACH = 5
"""Words from what is to be paid to whom it goes: "a penalty, to be paid to Kestrel"."""
_FEES = frozenset({"fee", "fees"})
FINING = frozenset({"fine", "fined"})
"""The frames of who fines whom."""


def is_awarded(claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked) -> bool:
    """Whether a fine or damages are what a record tells of: its payer pays them to its payee."""
    record = asked.record
    if not isinstance(record, Deal) or not record.payer or figure.role is None:
        return False
    told = claim.sentence.low[figure.role.first : figure.role.last]
    before = claim.sentence.low[max(0, figure.role.first - 1) : figure.role.first]
    fee = not _FEES.isdisjoint(told)
    told_dividend = any(word.startswith("dividend") for word in told)
    charged = fee and not sum_words.CHARGED.isdisjoint([*before, *told])
    if _AWARDS.isdisjoint(told) and not fee:
        return False
    if fee and not charged and _is_agreed_with_payee(claim, figure, asked):
        return True
    sentence = claim.sentence
    named = asked.names.ids_in(sentence.source, sentence.start, sentence.end)
    # "It ordered the company to pay 4 million in damages": whom the sentence before names.
    events = asked.directions.events(reading, alone=True)
    if record.payer not in named:
        events = [*events, *asked.directions.events(reading, alone=False)]
    for event in events:
        if not event.frame or event.unread is not None or not has_figure(event, figure):
            continue
        if event.tense == "pluperfect":
            continue  # "The fine that the regulator had imposed" may have been cut since.
        paid = any(role.party == record.payee for role in event.payees)
        pays = any(role.party == record.payer for role in event.payers)
        handed = told_dividend and event.frame in _PAYING | {"give"} and not record.payee
        if pays and handed:
            return True  # "Will pay out a special dividend of 95 million"
        if not pays:
            if paid and event.frame == "give" and _is_against_payer(claim, figure, asked):
                return True  # "A court awarded Kestrel 4 million in damages against Nordwind"
            fine = event.frame in {"pay", "fined"} and (
                not FINES.isdisjoint(told) or _is_behind_ruling(claim, reading)
            )
            if fine and not event.payers and _is_taken_up(claim, event, reading, asked):
                return True
            continue
        if paid and (not charged or event.frame in _PAYING):
            return True
        if charged:
            continue  # Lawyers and bankers get it, unless both parties are told.
        fined = event.frame in FINING or not (FINES.isdisjoint(told) or event.payees)
        due = not _names_payee(claim, record, asked) or _is_payable_to(claim, figure, asked)
        if fined and (due or _imposes(claim, figure, asked)):
            return True
    if charged:
        return False
    heads = not FINES.isdisjoint(told) and figure.word <= _HEADLINE
    return (
        heads
        and _is_for_payer(claim, figure, asked)
        and (not _names_payee(claim, record, asked) or _imposes(claim, figure, asked))
    )


_PAYING = frozenset({"pay", "owe"})


def _is_against_payer(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether a sum is awarded against the payer: "damages against Kestrel"."""
    sentence, record = claim.sentence, asked.record
    assert isinstance(record, Deal)
    for one in asked.names.find(sentence.source, figure.mention.end, sentence.end):
        at = sentence.number_at(one.start)
        first = at - 1
        while first > at - _COMPLEMENT_REACH and sentence.low[first] not in {"against", "contre"}:
            if sentence.is_capital(first) or sentence.words[first].kind != "word":
                break
            first -= 1
        if one.party == record.payer and sentence.low[first] in {"against", "contre"}:
            return True
    return False


def _is_agreed_with_payee(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether the parties agreed on a fee: "Having agreed a fee of 4 million with Kestrel"."""
    sentence, record = claim.sentence, asked.record
    assert isinstance(record, Deal)
    low, at = sentence.low, figure.word
    before = low[max(0, at - _COMPLEMENT_REACH) : at]
    if low[at + 1 : at + 2] not in (["with"], ["avec"]) or _AGREED.isdisjoint(before):
        return False
    last = sentence.words[min(len(low) - 1, at + 2 + _COMPLEMENT_REACH)].end
    named = asked.names.find(sentence.source, sentence.words[at + 1].end, last)
    everybody = asked.names.ids_in(sentence.source, sentence.start, sentence.end)
    return bool(named) and named[0].party == record.payee and record.payer in everybody


_AGREED = frozenset(
    "agreed agree agrees agreeing negotiated settled convenu convenus accord".split()
)


def _is_payable_to(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether a fine is to be paid to the payee: "a penalty of 35 million, to be paid to K"."""
    sentence, record = claim.sentence, asked.record
    for one in asked.names.find(sentence.source, figure.mention.end, sentence.end):
        at = sentence.number_at(one.start)
        near = sentence.low[max(figure.word, at - _COMPLEMENT_REACH) : at]
        paid = not {"paid", "payable", "due", "versee", "payee", "payer", "verser"}.isdisjoint(near)
        if isinstance(record, Deal) and one.party == record.payee and paid:
            return True
    return False


def _is_behind_ruling(claim: Claim, reading: QuoteReading) -> bool:
    """Whether the sentence before tells of a court, so that damages are what it awarded."""
    before = reading.paragraph.claim_before(claim.sentence.start)
    return before is not None and not sum_words.RULING.isdisjoint(before.sentence.low)


def _is_taken_up(claim: Claim, event: Event, reading: QuoteReading, asked: Asked) -> bool:
    """Whether the payer that a sentence only takes up is named in the one before: "The firm …"."""
    sentence, record = claim.sentence, asked.record
    assert isinstance(record, Deal)
    before = reading.paragraph.claim_before(sentence.start)
    if before is None or event.subject is None or event.voice == "passive":
        return False
    if any(
        not asked.names.may_be_short(name)
        for name in names_in(sentence.source, sentence.start, sentence.end, sentence.start)
    ):
        return False
    words = [one.low for one in sentence.words if event.subject[0] <= one.start < event.subject[1]]
    known = COMPANY_NOUNS[claim.language] | clause_words.PRONOUNS
    above = before.sentence
    named = asked.names.ids_in(above.source, above.start, above.end)
    return not known.isdisjoint(words) and {record.payer, record.payee} - {""} <= named


def _is_for_payer(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether a headline says whom a fine is for: "Fine of 4 million for Kestrel: …"."""
    sentence, record = claim.sentence, asked.record
    assert isinstance(record, Deal)
    at = figure.word + 1
    if at >= len(sentence.low) or sentence.low[at] not in _TARGETS:
        return False
    text, first = sentence.source, sentence.words[at].end
    return any(
        one.party == record.payer and set(text[first : one.start].split()) <= {"la", "le", "the"}
        for one in asked.names.find(text, first, sentence.end)
    )


_TARGETS = frozenset({"for", "pour", "contre", "\u00e0"})
_HEADLINE = 4
"""The place up to which a figure stands in a headline that opens with what it is of."""


def _names_payee(claim: Claim, deal: Deal, asked: Asked) -> bool:
    """Whether a sentence names the payee of a record, so that a fine goes to it or to nobody."""
    sentence = claim.sentence
    return deal.payee in asked.names.ids_in(sentence.source, sentence.start, sentence.end)


def _imposes(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether the payee of a record is the authority: "must pay a fine, Kestrel has ruled"."""
    sentence, record = claim.sentence, asked.record
    assert isinstance(record, Deal)
    words, forms = sentence.words, verb_forms(claim.language)
    for at, word in enumerate(words):
        written = sentence.source[word.start : word.end].lower()
        if not any(form.verb.lemma in _RULING for form in forms.get(written, ())):
            continue
        if sentence.low[at + 1 : at + 2] in (["par"], ["by"]):
            agent = words[min(len(words) - 1, at + _INVERTED)].end
            named = asked.names.find(sentence.source, words[at + 1].end, agent)
            if named and named[0].party == record.payee:
                return True  # "Amende de 4 millions pour Halden, épinglé par Kestrel"
        first = at
        while first and sentence.low[first - 1] in clause_words.BEFORE_VERB:
            first -= 1
        # In French a reporting verb often stands before its subject: "a décidé jeudi la Cnil".
        behind = words[min(len(words) - 1, at + _INVERTED)].end
        for one in asked.names.find(sentence.source, sentence.start, behind):
            close = first and words[first].start - one.end <= 1
            if one.party == record.payee and (close or (at > figure.word and one.start > word.end)):
                return True
    return False


_RULING = frozenset(
    """
    decide rule order condemn sentence impose announce find accuse conclude say convict
    décider juger condamner infliger prononcer imposer sanctionner reprocher annoncer estimer
    indiquer conclure trancher statuer relever exiger épingler pénaliser rattraper verbaliser
    accuser
    """.split()
)
"""Verbs by which an authority has somebody fined."""
_INVERTED = 4
"""Words behind a reporting verb among which its subject stands: "a décidé jeudi la Cnil"."""
_AWARDS = frozenset(
    """
    damages dommages fine fines fined penalty amende amendes indemnite indemnites sanction
    dividend dividends dividende dividendes rallonge rallonges prime primes
    """.split()
)
"""What one pays the other where both are the parties of the record."""


def is_imposed(claim: Claim, own: Sequence[Event], asked: Asked) -> bool:
    """Whether a fine is what a record tells of: its payer is fined, and nobody else is paid."""
    deal = asked.record
    assert isinstance(deal, Deal)
    payers = {role.party for event in own for role in event.payers}
    payees = {role.party for event in own for role in event.payees}
    return deal.payer in payers - {""} and (
        deal.payee in payees or not _names_payee(claim, deal, asked)
    )
