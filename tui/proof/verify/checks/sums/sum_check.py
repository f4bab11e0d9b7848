"""Is a figure the sum of a deal? Only where its words were read and say so.

Three readings are asked in turn. Where an event of money has the figure ("Nordwind paid 4 million
for Kestrel"), it is that event's sum unless a noun that names no sum stands between ("a fleet of 4
million"). Where a noun of a sum or a deal has it ("the price was 4 million", "a loan of 4
million"), it is what the noun says. Where a preposition of payment has it and its clause tells a
deal without another figure ("For 4 million, Nordwind has bought Kestrel"), it is the sum of that
deal. Anything else was not understood: a profit, a share price, a fine.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.language import clause_words, role_words
from tui.language.clauses.event_nouns import COMPANY_NOUNS
from tui.language.clauses.verbs import LEAVING_OPEN, verb_forms
from tui.language.figures import sum_words
from tui.language.figures.figure_roles import PAID_AS
from tui.language.plain_words import Phrases
from tui.model.messages import msg
from tui.model.records import Deal
from tui.proof.claim.governor import governor_of
from tui.proof.claim.quote import QuoteReading, names_in
from tui.proof.claim.turns import is_french_future
from tui.proof.verify.checks.doubts import turned
from tui.proof.verify.checks.figure_owners import of_other_event
from tui.proof.verify.checks.roles.transfers import is_bought_player, is_transfer
from tui.proof.verify.checks.sums.beside_deal import beside_deal
from tui.proof.verify.checks.sums.new_values import FINES, is_new_value
from tui.proof.verify.checks.sums.paying_parties import (
    in_clause_of_others,
    of_other_parties,
    of_other_subject,
    of_unread_payer,
    picked_other,
    to_others,
)
from tui.proof.verify.checks.sums.purposes import spent_elsewhere
from tui.proof.verify.checks.sums.verbs import (
    has_figure,
    is_told_as_paid,
    object_of_unread,
    printed,
    unread_verb,
)
from tui.proof.verify.checks.sums.wholes import of_a_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.governor import Governor
    from tui.proof.events import Event, FigureFact
    from tui.proof.verify.checks.asked import Asked

_MONEY = sum_words.SUM_NOUNS | sum_words.DEAL_NOUNS
_COMPLEMENTED = (_MONEY | sum_words.MONEY_NOUNS) - sum_words.FUNDS
_PHRASES: Phrases[str] = Phrases(
    {
        "costs": sum_words.COSTING,
        "is": sum_words.MEASURING,
    }
)
_BEFORE: Phrases[str] = Phrases({"exchanged": sum_words.EXCHANGED})
_BUILT: Phrases[str] = Phrases({"built": sum_words.BUILT})
_MADE_UP: Phrases[str] = Phrases({"made up": sum_words.MADE_UP})
_BEHIND: Phrases[str] = Phrases({"payable": sum_words.PAYABLE, "that is": sum_words.SAID_TO_BE})
_LONGEST = 3
_BEHIND_REACH = 4
"""Words behind a figure among which stands what it is the sum of."""
_COMPLEMENT_REACH = 5
"""Words of the complement of a noun: "the price of its stake"."""
_PART_REACH = 9
"""Words behind "of which" that tell a part and whose it is."""
_CLAUSE_REACH = 5
"""Words of "that is what" to the verb of payment: "c'est ce que Nordwind a vers\u00e9"."""
_OFFER_REACH = 7
"""Words from a verb or noun of offering to its figure."""
_TWO = 2
"""Events of one figure: the deal, and what it is paid with."""
_MEANS_REACH = 4
"""Words from "with" to the loan: "grâce à un nouvel emprunt"."""
_LENDING = frozenset({"debt", "credit-facility", "convertible-note"})
_NAMED_REACH = 8
"""Words from "is" to the noun that a sum is called by: "is by far its largest investment"."""
_PHRASE = 3
"""Words of the noun phrase of a recipient."""
_BETWEEN = 3
"""Words that may stand between a party and the verb that tells what it costs: "lui a"."""
_ENDED = 4
"""Letters above which a word in "-ed" that no table has is taken for a participle."""
_SOURCE_REACH = 6
"""Words from a sum to what tells whom it comes from: "the 4 million, which comes from Circ"."""
_COMING = frozenset(
    """
    , which that comes came provided supplied put up qui vient viennent provient proviennent
    apportes apportee verses verse
    """.split()
)
_SHORTEST_MISSPELT = 8
"""Letters from which a word that differs by one from the noun of a deal is taken for it."""
_OF = frozenset({"of", "de", "d'", "du", "des"})


def other_than_sum(claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked) -> str:
    """Why a figure is not known to be the sum of a deal; empty where its words say that it is.

    Args:
        claim: The sentence.
        figure: The figure.
        reading: The quote that holds it.
        asked: The field, the amount of a deal or of a tranche.
    """
    if not isinstance(asked.record, Deal) or figure.mention.kind != "money":
        return ""
    apart = _shared(claim, figure, asked) or _only_offered(claim, figure, asked)
    if apart:
        return apart
    events = asked.directions.events(reading, alone=True)
    if doubt := of_a_whole(claim, figure, events, asked):
        return doubt
    if figure.role is not None:
        return ""  # What it is was read, and it is what the field asks for.
    if _is_fee_of_transfer(claim, figure, asked):
        return ""
    own = [event for event in events if event.frame and has_figure(event, figure)]
    if own and not _is_ours(claim, own, asked):
        fined = [event for event in own if event.frame in _FINING]
        if fined and (doubt := _governed(claim, fined)):
            return doubt  # "Staff had recommended fining Kestrel 4 million"
        own = [event for event in own if event.frame not in _FINING]
    changed = is_new_value(claim, figure, asked)
    unread = not changed and asked.status != "cancelled"
    if unread and (doubt := unread_verb(claim, figure, events, asked.record)):
        return doubt
    others = of_other_subject(claim, figure, events, asked) or in_clause_of_others(
        claim, figure, asked
    )
    if others:
        return others
    if doubt := picked_other(claim, events, asked):
        return doubt
    if doubt := spent_elsewhere(claim, figure, events, asked):
        return doubt
    governor = governor_of(claim.sentence, figure.word)
    fact = asked.directions.fact(reading, claim, figure.mention)
    if doubt := beside_deal(claim, figure, governor, events, asked):
        return doubt
    if _way(claim, figure.word, asked) == "astray":
        return msg("where it goes was not understood")
    if own and (doubt := _is_means(claim, governor, own, asked)):
        return doubt
    if own and asked.status != "cancelled" and (doubt := object_of_unread(claim, figure, own)):
        return doubt
    beside = governor.kind == "preposition" and governor.words[0] in _BESIDES
    if own and beside and asked.tranche is None:
        return msg("it stands beside the sum: “{words}”", words=claim.words(governor))
    held = governor.kind == "preposition" and governor.words[0] in {"with", "avec"}
    held = held and not any(
        claim.sentence.number_at(one.end - 1) == governor.first
        or _is_right_behind(claim, one, figure)
        for one in own
    )  # "Walked away with 4 million" is one verb.
    if own and held and not any(event.frame in _DONE_WITH for event in own):
        return _UNREAD
    if own:
        paid_as = governor.is_any(PAID_AS) and claim.sentence.low[governor.first - 1] == "a"
        named = paid_as or _is_the_price(claim, fact)
        if fact is not None and not named and not any(one.frame == "stake" for one in own):
            return _other_kind(claim, fact)
        if (
            governor.kind == "noun"
            and governor.words
            and not (paid_as or governor.is_any(_COMPLEMENTED | sum_words.HANDED))
            and not _is_one_of_them(claim, governor)
            and not _is_verb_of(claim, governor, own)
        ):
            return msg(
                "what it is the sum of was not understood: “{words}”", words=claim.words(governor)
            )
        return (
            _governed(claim, own)
            or _undone(claim, own, asked)
            or _of_a_noun(claim, own, figure)
            or _SumReader(claim, figure, governor, asked).price_of_thing()
            or to_others(claim, figure, governor, asked)
            or of_other_parties(claim, figure, own, events, asked)
            or of_unread_payer(claim, own, events, asked)
        )
    told = is_told_as_paid(claim, figure, events, asked.record)
    if changed or told or _is_worth_of_deal(claim, figure):
        return ""
    if fact is not None and fact.fact_kind not in {"", "other"}:
        return _other_kind(claim, fact)
    if governor.kind == "word" and governor.words[0] in _THEN:
        return _like_the_one_before(claim, figure, reading, asked)
    if _is_told_before(claim, figure, reading, asked):
        return ""
    sums = _SumReader(claim, figure, governor, asked)
    told = (
        sums.is_named(events) or sums.is_paid(events) or _answers(claim, governor, reading, asked)
    )
    return "" if told else _UNREAD


def _answers(claim: Claim, governor: Governor, reading: QuoteReading, asked: Asked) -> bool:
    """Whether it answers what was paid: "How much did Kestrel pay for Halden? Four million"."""
    before = reading.paragraph.claim_before(claim.sentence.start)
    if before is None or governor.kind != "nothing" or not before.sentence.is_question():
        return False
    sentence, record = before.sentence, asked.record
    assert isinstance(record, Deal)
    asks = "combien" in sentence.low or ["how", "much"] in (
        sentence.low[at : at + _TWO] for at in range(len(sentence.low))
    )
    paid = any(
        form.verb.frame in {"pay", "buy", "sell", "lend", "give", "raise", "receive"}
        for word in sentence.words
        for form in verb_forms(before.language).get(
            sentence.source[word.start : word.end].lower(), ()
        )
    )
    named = asked.names.ids_in(sentence.source, sentence.start, sentence.end)
    return asks and paid and {record.payer, record.payee} - {""} <= named


def _is_fee_of_transfer(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether a player goes from one club to another for a sum: "quitte Kestrel pour Halden"."""
    governor = governor_of(claim.sentence, figure.word)
    if governor.kind == "preposition":
        paid = governor.words[0] in _EXCHANGING
    else:
        before = claim.sentence.low[max(0, governor.first - _TWO) : governor.first]
        fee = governor.is_any(_TRANSFER_FEES)
        paid = governor.kind == "noun" and fee and not _EXCHANGING.isdisjoint(before)
    return paid and is_transfer(claim, asked)


_TRANSFER_FEES = role_words.FEES | sum_words.CHEQUES
_EXCHANGING = frozenset({"for", "pour", "contre", "moyennant"})


def is_awarded(claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked) -> bool:
    """Whether a fine or damages are what a record tells of: its payer pays them to its payee."""
    record = asked.record
    if not isinstance(record, Deal) or not record.payer or figure.role is None:
        return False
    told = claim.sentence.low[figure.role.first : figure.role.last]
    before = claim.sentence.low[max(0, figure.role.first - 1) : figure.role.first]
    fee = not _FEES.isdisjoint(told) and sum_words.CHARGED.isdisjoint([*before, *told])
    if _AWARDS.isdisjoint(told) and not fee:
        return False
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
        if not any(role.party == record.payer for role in event.payers):
            fine = event.frame in {"pay", "fined"} and (
                not FINES.isdisjoint(told) or _is_behind_ruling(claim, reading)
            )
            if fine and not event.payers and _is_taken_up(claim, event, reading, asked):
                return True
            continue
        if any(role.party == record.payee for role in event.payees):
            return True
        fined = event.frame in _FINING or not (FINES.isdisjoint(told) or event.payees)
        due = not _names_payee(claim, record, asked) or _is_payable_to(claim, figure, asked)
        if fined and (due or _imposes(claim, figure, asked)):
            return True
    heads = not FINES.isdisjoint(told) and figure.word <= _HEADLINE
    return (
        heads
        and _is_for_payer(claim, figure, asked)
        and (not _names_payee(claim, record, asked) or _imposes(claim, figure, asked))
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


def _is_one_of_them(claim: Claim, governor: Governor) -> bool:
    """Whether a pronoun stands for a deal named before: "refused an offer, accepted one of"."""
    if governor.words[-1:] == ("all",) or governor.words[-2:-1] == ("every",):
        return True  # "Paid all of 4 million", "worth every cent of the 4 million we paid"
    return governor.words[-1:] in (("one",), ("another",), ("that",)) and not (
        _MONEY.isdisjoint(claim.sentence.low[: governor.first])
    )


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
    indiquer conclure trancher statuer relever exiger
    """.split()
)
"""Verbs by which an authority has somebody fined."""
_INVERTED = 4
"""Words behind a reporting verb among which its subject stands: "a décidé jeudi la Cnil"."""
_AWARDS = frozenset(
    """
    damages dommages fine fines fined penalty amende amendes indemnite indemnites sanction
    dividend dividends dividende dividendes
    """.split()
)
"""What one pays the other where both are the parties of the record."""
_FEES = frozenset({"fee", "fees"})


def _is_ours(claim: Claim, own: Sequence[Event], asked: Asked) -> bool:
    """Whether a fine is what a record tells of: its payer is fined, and nobody else is paid."""
    deal = asked.record
    assert isinstance(deal, Deal)
    payers = {role.party for event in own for role in event.payers}
    payees = {role.party for event in own for role in event.payees}
    return deal.payer in payers - {""} and (
        deal.payee in payees or not _names_payee(claim, deal, asked)
    )


def _is_verb_of(claim: Claim, governor: Governor, own: Sequence[Event]) -> bool:
    """Whether what governs a figure with "de" is its verb: "a hérité de 4 millions"."""
    last = claim.sentence.words[governor.last - 2].start
    return any(event.tense and event.start <= last < event.end for event in own)


def _is_right_behind(claim: Claim, event: Event, figure: FigureClaim) -> bool:
    """Whether a participle right behind a figure tells who moved it: "with the 4 M given by"."""
    verb = claim.sentence.number_at(event.start)
    between = claim.sentence.low[figure.word + 1 : verb]
    near = figure.word < verb <= figure.word + _ADVERBS and _ADVERBS_OF_TIME.issuperset(between)
    return event.voice == "passive" and near


_ADVERBS = 3
"""Words from a figure over adverbs to its participle: "les 4 millions tout juste levés"."""
_ADVERBS_OF_TIME = clause_words.ADVERBS_BETWEEN | frozenset(
    "tout juste recemment fraichement newly recently freshly".split()
)


def _is_worth_of_deal(claim: Claim, figure: FigureClaim) -> bool:
    """Whether a contract is what is worth a sum: "awarded us the contract and it is worth 4 M"."""
    low, at = claim.sentence.low, figure.word - 1
    while at > 0 and low[at] in _WORTH:
        at -= 1
    if at < _TWO or at == figure.word - 1 or low[at] not in _POINTING:
        return False
    at -= 1
    while at > 0 and low[at] in {"and", "et", ",", "-", "\u2013", "\u2014"}:
        at -= 1
    return low[at] in _CONTRACTS


_WORTH = clause_words.ADVERBS_BETWEEN | frozenset(
    "is was worth totals totalled vaut valait represente porte sur est de about roughly".split()
)
_POINTING = frozenset({"it", "il", "elle", "celui-ci", "celle-ci", "which", "qui"})
_CONTRACTS = frozenset(
    """
    contract contracts order deal agreement grant loan contrat contrats marche commande accord
    subvention pret
    """.split()
)


def _shared(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """Whose part in a sum is told apart, so that the sum is not theirs: "of which Circ gave 2"."""
    record = asked.record
    assert isinstance(record, Deal)
    sentence, text = claim.sentence, claim.sentence.source
    if record.payer and asked.tranche is None and (words := _part_given(claim, figure, asked)):
        return msg("a part of it is theirs: “{words}”", words=words)
    for at in range(figure.word + 1, len(sentence.low) - 1):
        opens = sentence.low[at] in {"dont", "including"}
        made_up = _MADE_UP.at(sentence.low, at) is not None
        whole = sentence.low[at : at + _TWO] in (["of", "which"], ["of", "that"])
        if not (opens or made_up or whole):
            continue
        near = sentence.words[at:] if made_up else sentence.words[at : at + _PART_REACH]
        if not made_up:
            stop = next((n for n, word in enumerate(near) if n > 1 and word.low in {",", ";"}), -1)
            near = near[:stop] if stop > 0 else near
        if not any(word.kind in {"number", "figure"} for word in near):
            continue
        named = {one.party for one in asked.names.find(text, near[0].start, near[-1].end)}
        before = asked.names.ids_in(text, sentence.start, near[0].start)
        for party in (record.payer, record.payee):
            if party in named - before and asked.tranche is None:
                return msg(
                    "a part of it is theirs: “{words}”",
                    words=claim.sentence.printed(at, at + 6),
                )
    return ""


def _part_given(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """What part of a sum its payer is said to give: "with Nordwind chipping in a tenth"."""
    record, sentence = asked.record, claim.sentence
    assert isinstance(record, Deal)
    text = sentence.source
    for naming in asked.names.find(text, figure.mention.end, sentence.end):
        if naming.party != record.payer:
            continue
        first = sentence.number_at(naming.end - 1) + 1
        for at in range(first, min(len(sentence.low), first + _BETWEEN)):
            if sentence.low[at] not in sum_words.SHARING:
                continue
            for part in range(at + 1, min(len(sentence.low), at + 1 + _COMPLEMENT_REACH)):
                mention = sentence.words[part].mention
                share = mention is not None and mention.kind in {"percent", "fraction"}
                if share or sentence.low[part] in sum_words.SHARES:
                    return sentence.printed(at, part + 1)
                if sentence.words[part].kind == "figure":
                    money = mention is not None and mention.kind == "money"
                    if money and part != figure.word and figure.word < first:
                        return sentence.printed(at, part + 1)
                    break
    return ""


def _only_offered(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """The word by which a sum is offered that the record has as promised or paid."""
    if asked.status not in {"paid", "committed"}:
        return ""
    sentence, of = claim.sentence, claim.clauses.of
    for at in range(figure.word - 1, max(-1, figure.word - _OFFER_REACH), -1):
        if sentence.words[at].kind == "figure" or of[at] != of[figure.word]:
            break
        if sentence.low[at] in sum_words.OFFERS:
            return msg("it is only offered: “{words}”", words=sentence.printed(at, at + 1))
    return ""


def _is_means(claim: Claim, governor: Governor, own: Sequence[Event], asked: Asked) -> str:
    """The loan that a deal is paid with, which is not its sum: "bought it with a loan of 4 bn"."""
    if governor.kind != "noun" or not governor.is_any(sum_words.LOANS):
        return ""
    far = claim.sentence.low[max(0, governor.first - _MEANS_REACH) : governor.first]
    if not sum_words.FINANCED.isdisjoint(far) and far[-2:-1] in (
        ["by"], ["with"], ["par"], ["on"], ["an"], ["existing"],
    ):  # fmt: skip
        return msg("it is what the deal is paid with: “{words}”", words=claim.words(governor))
    if len(own) < _TWO:
        return ""
    if getattr(asked.record, "instrument", "") in _LENDING:
        return ""
    payer = getattr(asked.record, "payer", "")
    if payer and any(
        event.frame in {"lend", "give"} and payer in {role.party for role in event.payers}
        for event in own
    ):
        return ""  # "Thanks to a loan of 4 million from Kestrel": whose loan the record tells of.
    if any(event.frame == "back" and event.payees for event in own):
        return ""  # "Propped up Kestrel with a loan of 4 million"
    low, first = claim.sentence.low, governor.first
    before = low[max(0, first - _MEANS_REACH) : first]
    if not sum_words.MEANS.isdisjoint(before):
        return msg("it is what the deal is paid with: “{words}”", words=claim.words(governor))
    return ""


def _governed(claim: Claim, own: Sequence[Event]) -> str:
    """The words that govern the verb of a figure where nobody understood them."""
    unread = [event.unread for event in own]
    if not unread or any(span is None for span in unread):
        return ""
    words = " ".join(claim.sentence.source[slice(*(unread[0] or (0, 0)))].split())
    return msg("what governs the verb was not understood: “{words}”", words=words)


def _undone(claim: Claim, own: Sequence[Event], asked: Asked) -> str:
    """Why what a figure is told of did not come about as far as the record has it."""
    status = asked.status
    for event in own:
        called_off = event.mood == "cancelled" or event.polarity == "denied"
        if called_off and status != "cancelled" and event.frame:
            return msg("it did not come about: “{words}”", words=printed(claim, event))
    if status == "paid" and all(
        event.frame == "bid"
        or event.lemma in _PROMISES
        or (event.mood in _AHEAD and event.tense != "present")
        for event in own
    ):
        return msg("it is not told as paid: “{words}”", words=printed(claim, own[0]))
    if status == "committed" and all(event.frame == "bid" for event in own):
        return msg("it is only offered: “{words}”", words=printed(claim, own[0]))
    return ""


def _of_a_noun(claim: Claim, own: Sequence[Event], figure: FigureClaim) -> str:
    """The noun of which the noun of a deal is only a complement: "Tax on the sale came to 4 bn"."""
    sentence = claim.sentence
    for event in own:
        at = sentence.number_at(event.start)
        if event.tense or at >= figure.word:
            continue
        first = at
        while first and sentence.low[first - 1] in clause_words.DETERMINERS - _OF:
            first -= 1
        if first < _TWO or sentence.low[first - 1] not in _OF | {"on", "sur"}:
            continue
        noun = sentence.words[first - _TWO]
        if noun.kind != "word" or noun.low in _COMPLEMENTED or noun.low in _ENDS_NOUN:
            continue
        verbs = [_PHRASES.at(sentence.low, number) for number in range(at, figure.word)]
        if any(verbs):
            return msg("what it is the sum of was not understood: “{words}”", words=noun.low)
    return ""


_PROMISES = frozenset("pledge promise promettre commit earmark vow engager".split())
_AHEAD = frozenset({"planned", "possible", "agreed"})
_ENDS_NOUN = (
    clause_words.PREPOSITIONS
    | clause_words.FRENCH_AUXILIARIES
    | frozenset("based depend depends spent rely".split())
)
_BEFORE_NAME = re.compile(r"\b(?:into|with|in|dans|avec|\xe0|chez|from|de)\s\Z")
_UNREAD = msg("the words do not tell what it is the sum of")


def _like_the_one_before(
    claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked
) -> str:
    """What "2 million, then 1 million" says of the second: it is what the first one is."""
    money = [one for one in claim.figures() if one.mention.kind == "money"]
    before = [one for one in money if one.word < figure.word]
    return other_than_sum(claim, before[-1], reading, asked) if before else _UNREAD


def _is_told_before(claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked) -> bool:
    """Whether a figure points back to the same one, which a sentence before tells as the sum.

    "It has secured 4.5 million from Nordwind. … This 4.5 million lets us double our team".
    """
    if claim.sentence.low[figure.word - 1 : figure.word][:1] not in _POINTING_BACK:
        return False
    paragraph, start = reading.paragraph, claim.sentence.start
    for earlier in paragraph.claims(0, start) if start else ():
        for other in earlier.figures():
            same = other.mention.quantity == figure.mention.quantity
            if not same or earlier.sentence.start >= start or other.role is not None:
                continue
            told = QuoteReading(paragraph, earlier.sentence.start, earlier.sentence.end)
            if not (
                other_than_sum(earlier, other, told, asked)
                or turned(earlier, other.turns, asked)
                or of_other_event(other.mention, earlier, told, asked)
            ):
                return True
    return False


_POINTING_BACK = (["this"], ["the"], ["that"], ["these"], ["ces"], ["les"], ["cette"])


def _is_the_price(claim: Claim, fact: FigureFact | None) -> bool:
    """Whether a figure is that of "the price", of which no complement says another thing."""
    if fact is None or fact.words is None:
        return False
    last = claim.sentence.number_at(fact.words[1] - 1)
    told = claim.sentence.low[max(0, last - 1) : last + 2]
    return told[:2] in (["the", "price"], ["le", "prix"]) and told[2:] not in (["of"], ["de"])


def _other_kind(claim: Claim, fact: FigureFact) -> str:
    if fact.words is None:
        return _UNREAD
    words = " ".join(claim.sentence.source[slice(*fact.words)].split())
    return msg("another kind of figure: “{words}”", words=words)


def _way(claim: Claim, figure: int, asked: Asked) -> str:
    """Where money goes that is the subject of "go": "over" to the one who is paid, or "astray".

    Empty where nothing is said of it: "4 M sont passés de Nordwind à Kestrel".
    """
    record, sentence = asked.record, claim.sentence
    near = sentence.low[figure + 1 : figure + 1 + _GOING_REACH]
    if ":" in near:
        near = near[: near.index(":")]  # "… for 4 million: the navy passed an order"
    going = next((at for at, word in enumerate(near) if word in sum_words.GOING), -1)
    if going < 0 or not isinstance(record, Deal):
        return ""
    verb = figure + 1 + going
    if sentence.low[verb] in {"va", "vont"} and sentence.low[verb + 1 : verb + 2] not in (
        [], ["à"], ["aux"], ["au"],
    ):  # fmt: skip
        return ""  # "Sumly va ouvrir un bureau"
    behind = sentence.low[verb + 1 : verb + 2]
    if behind in (["towards"], ["toward"]):
        return ""  # "Will go towards the pension deficit": what it is used for.
    if not behind or behind[0] not in _WAYS:
        return "astray"
    ends: dict[str, str] = {}
    place = verb
    for one in asked.names.find(sentence.source, sentence.words[verb].end, sentence.end):
        number = sentence.number_at(one.start)
        if claim.clauses.all[claim.clauses.of[number]].kind == "instead":
            return "astray"  # "To Circ, not to Brava"
        between = sentence.low[place:number]
        if not _TOWARDS.isdisjoint(between):
            ends.setdefault(one.party, "to")
        elif not _FROM.isdisjoint(between):
            ends.setdefault(one.party, "from")
        place = number
    if ends.get(record.payer) == "to" or ends.get(record.payee) == "from":
        return "astray"
    both = ends.get(record.payer) == "from" and ends.get(record.payee) == "to"
    return "over" if both else ""


_FRESH_MONEY = sum_words.MONEY_NOUNS - {"fund", "fonds"}
"""What is money that is raised; "a new fund of 4 million" is what invests it."""
_PACKAGES = frozenset("enveloppe cheque montant somme package sum".split())
_PRICES_BEHIND = frozenset({"prix", "price", "montant", "amount", "somme", "sum"})
_LONG_CLAUSE = 26
"""Words of "prix auquel Nordwind vient d'acheter" to its verb, with what the price is of."""
_GOT_FROM = frozenset(
    """
    tires tirees issus issues retires degages obtenus percus recus encaisses provenant raised made
    earned reaped received coming
    """.split()
)
_FROM = frozenset({"from", "de", "d'", "du", "des"})
_TOWARDS = frozenset({"to", "into", "\u00e0", "au", "aux", "dans"})
_WAYS = _FROM | _TOWARDS | {"straight", "directly", "directement", "on", "for"}
_GOING_REACH = 4
"""Words behind a figure among which the verb stands by which it goes somewhere."""


class _SumReader:
    """Reads what a figure is the sum of that belongs to no event."""

    def __init__(self, claim: Claim, figure: FigureClaim, governor: Governor, asked: Asked) -> None:
        self._claim, self._asked = claim, asked
        self._at, self._governor = figure.word, governor
        self._mention = figure.mention
        self._low, self._of = claim.sentence.low, claim.clauses.of
        self._around = self._said_with(figure.word)

    def _said_with(self, at: int) -> set[int]:
        """The clauses whose words go with a word: its own, those around, that before a colon.

        A relative clause goes with the one that its noun stands in, and a second verb without a
        subject of its own with the first.
        """
        clauses = self._claim.clauses
        found = set(clauses.around(at))
        number = clauses.of[at]
        while clauses.all[number].kind in {"aside-relative", "coordinate", "aside"}:
            clause = clauses.all[number]
            opened = clause.opened
            joined = clause.kind != "coordinate" or self._has_no_subject(opened)
            if not joined:
                break
            number = clause.parent if clause.parent >= 0 else 0
            if clause.kind == "coordinate" and opened:
                number = clauses.of[opened - 1]
            if number in found:
                break
            found.add(number)
        return found

    def _has_no_subject(self, opened: int) -> bool:
        following = self._low[opened + 1 : opened + 2]
        sign = self._low[opened] in {":", "-", "\u2013", "\u2014"}
        return sign or (bool(following) and following[0] in clause_words.AUXILIARIES)

    # A noun of a sum

    def is_named(self, events: Sequence[Event]) -> bool:
        """Whether a noun of a sum or a deal has the figure, as its complement or by a verb."""
        governor, at = self._governor, self._at
        if governor.kind == "noun" and governor.words:
            return (
                governor.is_any(_MONEY)
                or (governor.is_any(_FRESH_MONEY) and governor.is_any(sum_words.FRESH))
                or self._is_work_of_hired(events)
                or self._is_agreed_fee()
                or (
                    governor.is_any(sum_words.FUNDS)
                    and self._is_of_its_raiser()
                    and not sum_words.CLOSED_FUND.isdisjoint(self._low[: governor.first])
                )
            )
        if self._named_behind() or _way(self._claim, self._at, self._asked) == "over":
            return True
        if governor.kind == "nothing" and (self._is_apposed() or self._is_said_to_be()):
            return True
        if self._comes_from_payer() or self._is_built() or self._is_fee():
            return True
        if self._is_cost_of_it() or self._is_price_behind() or self._is_proceeds(events):
            return True
        if (
            governor.words
            and governor.words[0] in {"at", "\u00e0"}
            and not sum_words.SET_AT.isdisjoint(self._low[:at])
        ):
            return self._subject_is_money(at)
        if governor.kind == "word" and self._is_what_was_paid():
            return True
        if governor.kind == "word" and governor.words[0].startswith("accept"):
            return self._names_payer()
        if governor.words[:1] == ("fallu",):
            # "Pour s'offrir Kestrel, il aura fallu 4 millions à Nordwind"
            return any(event.frame == "buy" and event.figures == () for event in events)
        verb = self._verb()
        return verb is not None and (self._subject_is_money(verb) or self._subject_is_party(verb))

    def _is_work_of_hired(self, events: Sequence[Event]) -> bool:
        """Whether it is that of the works somebody is picked for: "a retenu K, un chantier de"."""
        return self._governor.is_any(sum_words.WORKS) and any(
            event.frame == "hire" and event.start < self._mention.start for event in events
        )

    def _names_payer(self) -> bool:
        """Whether the sentence names the payer: "ont accepté les 4 M que proposait Kestrel"."""
        sentence, record = self._claim.sentence, self._asked.record
        named = self._asked.names.ids_in(sentence.source, sentence.start, sentence.end)
        return isinstance(record, Deal) and record.payer in named

    def _is_cost_of_it(self) -> bool:
        """Whether it is what somebody has to pay for what was told: "Il lui en coûtera 4 M"."""
        near = self._low[max(0, self._at - _CLAUSE_REACH) : self._at]
        if "en" not in near or not any(word.startswith("cout") for word in near):
            return False
        return near[:1] == ["il"] or "il" in near

    def _is_price_behind(self) -> bool:
        """Whether the noun behind it says that it was paid: "4 million, the price at which"."""
        low, at = self._low, self._at
        if low[at + 1 : at + 2] not in ([","], [":"]):
            return False
        noun = at + 2 + (low[at + 2 : at + 3] != [] and low[at + 2] in clause_words.DETERMINERS)
        if noun >= len(low) or low[noun] not in _PRICES_BEHIND:
            return False
        return any(map(self._moves_money, range(noun + 1, min(len(low), noun + _LONG_CLAUSE))))

    def _is_proceeds(self, events: Sequence[Event]) -> bool:
        """Whether it is what a sale brought: "les 4 millions tirés de la vente de son siège"."""
        low, words = self._low, self._claim.sentence.words
        behind = self._at + 1
        if low[behind + 1 : behind + 2] == [] or low[behind] not in _GOT_FROM:
            return False
        if low[behind + 1] not in _FROM:
            return False
        near = words[min(len(words) - 1, behind + _PHRASE + 1)].end
        return any(
            event.frame == "sell" and not event.tense and words[behind].end <= event.start < near
            for event in events
        )

    def _is_of_its_raiser(self) -> bool:
        """Whether the payee raised a fund; the payer, "fresh from closing a fund", pays less."""
        record, sentence = self._asked.record, self._claim.sentence
        if not isinstance(record, Deal) or not record.payee:
            return True
        named = self._asked.names.ids_in(sentence.source, sentence.start, self._mention.start)
        return record.payer not in named

    def _is_agreed_fee(self) -> bool:
        """Whether a fee is agreed with the payee: "agreed a 4 million fee with Spanish side K"."""
        record, text = self._asked.record, self._claim.sentence.source
        if not isinstance(record, Deal) or _FEES.isdisjoint(self._governor.words):
            return False
        last = max(self._at + 1, self._governor.last)
        if self._low[last : last + 1] not in (["with"], ["to"], ["from"], ["avec"]):
            return False
        words = self._claim.sentence.words[last : last + _PHRASE + _BETWEEN]
        return record.payee in self._asked.names.ids_in(text, words[0].start, words[-1].end)

    def _is_fee(self) -> bool:
        """Whether a player cost his club a sum that the other one sold him for."""
        costs = any(
            (phrase := _PHRASES.at(self._low, at)) is not None and phrase[1] == "costs"
            for at in range(max(0, self._at - _CLAUSE_REACH), self._at)
        )
        return costs and is_bought_player(self._claim, self._asked)

    def _named_behind(self) -> bool:
        """Whether the noun stands behind: "4 milliards de prêts", "in loans", "son offre"."""
        behind = self._low[self._at + 1 : self._at + 1 + _BEHIND_REACH]
        if not behind:
            return False
        if behind[0] in {"in", "en"} and self._is_had():
            return False
        nouns = _MONEY if behind[0] not in _OF | {"in", "en", "worth"} else _COMPLEMENTED
        if behind[0] not in _OF | {"in", "en", "worth", "son", "sa", "its", "their", "leur", "l'"}:
            return False
        for word in behind[1:]:
            if word in nouns:
                return True
            if word in clause_words.PREPOSITIONS - _OF or word in clause_words.JOINING:
                return False
        return False

    def _is_had(self) -> bool:
        """Whether it is the object of a verb of having or earning: "had 4 million in cash"."""
        if self._governor.kind != "word":
            return False
        word = self._claim.sentence.words[self._governor.first]
        written = self._claim.sentence.source[word.start : word.end].lower()
        return word.low in sum_words.HAS or any(
            form.verb.lemma in sum_words.HAVING
            for form in verb_forms(self._claim.language).get(written, ())
        )

    def _is_apposed(self) -> bool:
        """Whether it stands behind the comma of a noun of a sum: "The price, 4 billion, …"."""
        low, at = self._low, self._governor.first - 2
        if at < 0 or low[at + 1] not in {",", "(", ":", "\u2013", "\u2014"}:
            return False
        if low[at] in _MONEY:
            return True
        # "L'offre de Kestrel, 4 millions d'euros pour les actifs": with a complement that names.
        sentence = self._claim.sentence
        first = at
        while first > 1 and (sentence.is_capital(first) or low[first] in _NAME_LINKS):
            first -= 1
        return at > first >= 0 and low[first] in _MONEY and low[first + 1] in _NAME_LINKS

    def _comes_from_payer(self) -> bool:
        """Whether it is told as known and from the payer: "will use the 4 million from Circ"."""
        low, at, record = self._low, self._at, self._asked.record
        if not isinstance(record, Deal):
            return False
        definite = low[at - 1 : at] in (["the"], ["les"], ["ces"], ["these"], ["those"])
        definite = definite or (
            self._governor.kind == "noun" and self._governor.is_any(_PACKAGES)
        )  # fmt: skip
        if not (definite or self._is_at_hand()):
            return False
        link = at + 1
        while link < min(len(low), at + _SOURCE_REACH) and low[link] in _COMING:
            link += 1
        if link + 1 >= len(low) or low[link] not in _FROM | {"by", "par"}:
            return False
        words, text = self._claim.sentence.words, self._claim.sentence.source
        return any(
            one.start <= words[link + 1].start < one.end and one.party == record.payer
            for one in self._asked.names.find(text, words[link].end, len(text))
        )

    def _is_at_hand(self) -> bool:
        """Whether somebody has it to begin with: "With 4 million from", "thanks to", "armed with".

        So has a company that is founded or comes to light with it.
        """
        low, first = self._low, self._governor.first
        if self._governor.kind != "preposition" or self._governor.words[0] not in _AT_HAND:
            return False
        if first == 0 or low[first - 1] in sum_words.THANKS_TO | {"possible"}:
            return True
        before = self._claim.sentence.words[max(0, first - _CLAUSE_REACH) : first]
        source = self._claim.sentence.source
        return any(
            form.verb.lemma in sum_words.COMING_TO_LIGHT
            for word in before
            for form in verb_forms(self._claim.language).get(
                source[word.start : word.end].lower(), ()
            )
        )

    def _is_built(self) -> bool:
        """Whether it is what something costs to build: "the plant will cost 4 million to build"."""
        low, at = self._low, self._at
        built = at + 1 < len(low) and _BUILT.at(low, at + 1) is not None
        verb = self._verb()
        phrase = _PHRASES.at(low, verb) if verb is not None and verb < at else None
        costs = phrase is not None and phrase[1] == "costs"
        if self._is_helped():
            return False
        built_by = self._is_built_by(0, at) or self._is_built_by(at + 1, len(low))
        return (costs and (built or built_by)) or (
            self._governor.kind == "preposition" and self._is_built_by(0, at)
        )

    def _is_helped(self) -> bool:
        """Whether the payer only lends or gives money for it: "built with a loan from Nordwind"."""
        record, sentence = self._asked.record, self._claim.sentence
        for one in self._asked.names.find(sentence.source, sentence.start, sentence.end):
            at = sentence.number_at(one.start)
            near = self._low[max(0, at - _CLAUSE_REACH) : at]
            lent = not (sum_words.LOANS | sum_words.AIDS).isdisjoint(near)
            if isinstance(record, Deal) and one.party == record.payer and lent:
                return True
        return False

    def _is_built_by(self, first: int, last: int) -> bool:
        """Whether the payee is told as who builds it: "construit par Circ pour 31 millions"."""
        low, words, record = self._low, self._claim.sentence.words, self._asked.record
        for at in range(first, min(last, len(low) - 2)):
            if low[at] not in sum_words.BUILDING or low[at + 1] not in {"by", "par"}:
                continue
            start, end = words[at + 1].end, self._claim.sentence.end
            named = self._asked.names.find(self._claim.sentence.source, start, end)
            agent = at + 2 + (low[at + 2] in clause_words.DETERMINERS)
            if not named or not isinstance(record, Deal) or agent >= len(words):
                continue
            if named[0].party == record.payee and named[0].start <= words[agent].start:
                return True
        return False

    def _is_said_to_be(self) -> bool:
        """Whether what follows says what it is: "4 billion: that is the sum", "4 bn for K"."""
        low, at = self._low, self._at
        first = at + 1
        while first < len(low) and self._claim.sentence.words[first].kind == "sign":
            first += 1
        if first >= len(low):
            return False
        while low[first : first + 1] and low[first] in _FRESH:
            first += 1
        phrase = _BEHIND.at(low, first) if first < len(low) else None
        if phrase is not None:
            if phrase[1] == "payable":
                return True
            told = range(first, min(len(low), first + phrase[0] + _CLAUSE_REACH))
            return not _MONEY.isdisjoint(low[first : first + phrase[0] + 2]) or (
                low[told.stop - 1] != "," and any(self._moves_money(at) for at in told)
            )
        if low[first] in {"for", "pour", "to", "\u00e0"}:
            return self._party_follows(first + 1)
        return False

    def _is_what_was_paid(self) -> bool:
        """Whether a clause of payment is the subject: "What it paid for Kestrel was 4 million"."""
        low, at = self._low, self._at
        what = low[:1] == ["what"] or low[:2] in (["ce", "que"], ["ce", "qu'"])
        return what and any(self._moves_money(number) for number in range(at))

    def _party_follows(self, at: int) -> bool:
        words = self._claim.sentence.words
        while at < len(words) and words[at].low in _ARTICLES:
            at += 1
        if at >= len(words):
            return False
        text = self._claim.sentence.source
        return any(
            one.start <= words[at].start < one.end
            for one in self._asked.names.find(text, words[at].start - 1, len(text))
        )

    def _verb(self) -> int | None:
        """The verb that gives its subject the figure: one of cost or measure right before it."""
        low, at = self._low, self._at
        if self._mention.text[:1].isalpha() and self._governor.kind == "word":
            return at  # The figure was read with its verb: "will not exceed 4 million".
        for number in range(at - 1, -1, -1):
            word = self._claim.sentence.words[number]
            if word.kind == "figure":
                break
            if self._of[number] in self._around and _PHRASES.at(low, number) is not None:
                return number
        return None

    def _subject_is_money(self, verb: int) -> bool:
        """Whether a noun of a sum or a deal stands before a verb, with no complement but a deal."""
        clauses = self._said_with(min(verb, len(self._of) - 1))
        phrase = _PHRASES.at(self._low, verb) if verb < len(self._low) else None
        costs = phrase is not None and phrase[1] == "costs"
        for at in range(verb):
            if self._of[at] not in clauses or self._is_complement(at):
                continue
            if self._low[at] in sum_words.DEAL_NOUNS and not (
                costs and self._low[at] in sum_words.NO_DEALS_OF_COST
            ):
                return True
            if self._low[at] in sum_words.SUM_NOUNS and self._is_of_a_deal(at):
                return True
        return False

    def _is_complement(self, noun: int) -> bool:
        """Whether a noun is only the complement of one for something else: "tax on the sale"."""
        first = noun
        while first and self._low[first - 1] in clause_words.DETERMINERS - _OF:
            first -= 1
        if first < _TWO or self._low[first - 1] not in _OF | {"on", "sur"}:
            return False
        head = self._claim.sentence.words[first - _TWO]
        return head.kind == "word" and head.low not in _COMPLEMENTED | _ENDS_NOUN

    def price_of_thing(self) -> str:
        """The price of what is no deal and no party, told in the clause of the figure."""
        low, own = self._low, self._of[self._at]
        for at in range(self._at - 1):
            priced = low[at] in _PRICE_NOUNS and low[at + 1] in _OF and at + _TWO < self._at
            if priced and self._of[at] == own and not self._is_of_a_deal(at):
                return msg(
                    "what it is the sum of was not understood: “{words}”",
                    words=self._claim.sentence.printed(at, self._at),
                )
        return ""

    def _is_of_a_deal(self, noun: int) -> bool:
        """Whether what a price is of is a party or a deal, if it is said at all."""
        low, words = self._low, self._claim.sentence.words
        if low[noun + 1 : noun + 2] and low[noun + 1] not in _OF | {"for", "pour"}:
            return True
        for at in range(noun + 2, min(len(low), noun + 2 + _COMPLEMENT_REACH)):
            if low[at] in sum_words.DEAL_NOUNS or self._claim.sentence.is_capital(at):
                return True
            if words[at].kind != "word":
                return False
        return False

    def _subject_is_party(self, verb: int) -> bool:
        """Whether a party of the record stands right before a verb of cost."""
        phrase = _PHRASES.at(self._low, verb) if verb < self._at else None
        if phrase is None or phrase[1] != "costs":
            return False
        head = next((word for word in self._low if word not in clause_words.DETERMINERS), "")
        if head in sum_words.WORKS:
            return True
        if not sum_words.WORKS.isdisjoint(self._low[:verb]) and self._owns_works(verb):
            return True
        text, words = self._claim.sentence.source, self._claim.sentence.words
        named = self._asked.names.find(text, words[0].start, words[verb].start)
        if not named:
            return False
        first = self._claim.sentence.number_at(named[-1].start)
        if first and self._low[first - 1] in _OF:
            return False  # "The fire at the yard of Circ cost 4 million".
        before = _BEFORE_NAME.search(text, words[0].start, named[-1].start)
        if before is not None:
            return False  # "Merging Halden into Kestrel will cost 4 million".
        between = [word.low for word in words[:verb] if word.start >= named[-1].end]
        if between[:1] == [","] and between[-1:] == [","]:
            return True  # "Kestrel, home of the pork pie, fetched 85 million"
        return len(between) <= _BETWEEN and clause_words.BEFORE_VERB.issuperset(between)

    def _owns_works(self, verb: int) -> bool:
        """Whether the works are the payee's: "Kestrel's work on the site will cost"."""
        record, sentence = self._asked.record, self._claim.sentence
        return isinstance(record, Deal) and any(
            one.party == record.payee
            and sentence.low[sentence.number_at(one.end - 1) + 1 :][:1] in (["'s"], ["\u2019s"])
            for one in self._asked.names.find(
                sentence.source, sentence.start, sentence.words[verb].start
            )
        )

    # A payment

    def is_paid(self, events: Sequence[Event]) -> bool:
        """Whether it is what is paid in a deal that its clause tells without a figure."""
        governor = self._governor
        if governor.kind == "noun":
            return False
        if governor.kind == "preposition":
            if governor.words[0] in _BESIDES:
                return self._is_another_part(events)
            if governor.words[0] not in sum_words.PAID_FOR or self._hangs_on_other_verb():
                return False
            if self._is_exchanged() or self._is_called_deal_before():
                return True
            if governor.words[0] in {"with", "avec"} and (
                self._is_held() or not (self._is_done_with(events) or self._is_called_deal())
            ):
                return False
            if governor.words[0] in {"\u00e0", "at"} and self._measured(events):
                return False
        if governor.kind == "word" and (
            self._measured(events) or not self._lets_through(governor.words[0])
        ):
            return False
        if self._in_brackets():
            return True
        return self._tells_deal(events) or self._misspells_deal()

    def _hangs_on_other_verb(self) -> bool:
        """Whether a participle that moves no money has the preposition: "insured for 4 million"."""
        at = self._governor.first - 1
        while at > 0 and self._low[at] in clause_words.BEFORE_VERB:
            at -= 1
        if at < 0 or self._claim.sentence.words[at].kind != "word":
            return False
        word = self._claim.sentence.words[at]
        if self._claim.sentence.is_capital(at) and at:
            return False
        written = self._claim.sentence.source[word.start : word.end].lower()
        forms = verb_forms(self._claim.language).get(written, ())
        guessed = not forms and self._claim.language == "en" and len(word.low) > _ENDED
        participle = any(form.tense == "participle" for form in forms)
        if not participle and not (guessed and word.low.endswith("ed")):
            return False
        known = sum_words.GIVING_SUMS[self._claim.language] | LEAVING_OPEN[self._claim.language]
        return not any(form.verb.frame or form.verb.lemma in known for form in forms)

    def _is_another_part(self, events: Sequence[Event]) -> bool:
        """Whether it stands beside the sum of another part: "2 billion, after 1 billion"."""
        return self._asked.tranche is not None and any(
            event.frame and event.figures for event in events
        )

    def _measured(self, events: Sequence[Event]) -> bool:
        """Whether a verb that moves no money has the figure: "s'est élevé à"."""
        mention = self._mention
        return any(
            not event.frame
            and event.start < mention.start
            and span[0] < mention.end
            and mention.start < span[1]
            for event in events
            for span in event.figures
        )

    def _is_done_with(self, events: Sequence[Event]) -> bool:
        """Whether the deal is one that is done with its sum: "backed it with 4 million".

        Who buys or invests with 4 million at hand may well pay another sum.
        """
        return any(event.frame in _DONE_WITH for event in events)

    def _is_called_deal(self) -> bool:
        """Whether what follows calls it a deal: "With 4 billion, it is its largest investment"."""
        behind = self._low[self._at + 1 :]
        copulas = {"is", "was", "est", "etait", "constitue", "represente"}
        at = next((number for number, word in enumerate(behind) if word in copulas), -1)
        return at >= 0 and not sum_words.DEAL_NOUNS.isdisjoint(behind[at : at + _NAMED_REACH])

    def _is_called_deal_before(self) -> bool:
        """Whether a party is called a deal with its price: "Kestrel was our first buy, at 5 M"."""
        low, comma = self._low, self._governor.first - 1
        if comma < 1 or low[comma] != "," or self._governor.words[0] not in {"at", "for"}:
            return False
        first = max(0, comma - _NAMED_REACH)
        copula = next((at for at in range(first, comma) if low[at] in {"is", "was"}), -1)
        bought = sum_words.DEAL_NOUNS | {"buy"}
        return copula > 0 and low[comma - 1] in bought and self._party_precedes(copula)

    def _party_precedes(self, at: int) -> bool:
        words = self._claim.sentence.words
        text = self._claim.sentence.source
        return any(
            one.end == words[at - 1].end
            for one in self._asked.names.find(text, words[0].start, words[at].start)
        )

    def _is_held(self) -> bool:
        """Whether somebody has it, rather than pays it: "with 4 million in the bank"."""
        behind = self._low[self._at + 1 : self._at + 3]
        return behind[:1] in (["in"], ["en"], ["de"], ["d'"], ["of"]) and bool(
            {"the", "its", "their", "caisse", "tresorerie", "reserve", "hand", "banque"}
            & {*behind[1:]}
        )

    def _is_exchanged(self) -> bool:
        first = max(0, self._governor.last - _LONGEST)
        return any(_BEFORE.at(self._low, at) for at in range(first, self._governor.last))

    def _lets_through(self, word: str) -> bool:
        """Whether a word right before a figure is a verb of money, a name or "que"."""
        at = self._governor.first
        forms = verb_forms(self._claim.language).get(word, ())
        if any(form.verb.frame for form in forms):
            return True
        if word in {"que", "qu'"} or self._claim.sentence.is_capital(at):
            return True
        if is_french_future(word) or word.endswith(("ed", "ent", "ait", "aient")):
            return word.endswith("ment")
        return self._is_recipient(at) or word.endswith("ly")

    def _is_recipient(self, at: int) -> bool:
        """Whether a word ends a noun phrase: "paid the yard 4 million", "au chantier 4 M"."""
        low = self._low
        return any(
            low[number] in clause_words.DETERMINERS or low[number] in {"au", "aux"}
            for number in range(max(0, at - _PHRASE), at)
        )

    def _in_brackets(self) -> bool:
        """Whether it stands in brackets behind a name, in a list of those who paid."""
        at = self._governor.first
        if self._governor.kind != "nothing" or at < 2 or self._low[at - 1] != "(":
            return False
        return self._claim.sentence.is_capital(at - 2) and not (
            sum_words.INVOLVED.isdisjoint(self._low)
        )

    def _has_money(self, event: Event) -> bool:
        """Whether a sum of money belongs to an event; a share that is bought is none."""
        return any(
            one.mention.kind == "money" and has_figure(event, one) for one in self._claim.figures()
        )

    def _tells_deal(self, events: Sequence[Event]) -> bool:
        sentence, clauses = self._claim.sentence, set(self._around)
        at = self._governor.first
        if self._governor.kind == "nothing" and at > 1 and not sentence.words[at - 1].mention:
            clauses |= set(self._claim.clauses.around(at - 2))  # What stands before a colon.
        colon = next((number for number in range(self._at, len(self._low))
                      if self._low[number] == ":"), -1)  # fmt: skip
        if 0 < colon <= self._at + _TWO and colon + 1 < len(self._of):
            clauses.add(self._of[colon + 1])  # "Three ships for 4 million: the navy has ordered".
        cleft = _CLEFT.issuperset(self._low[max(0, at - 2) : at]) and at
        for event in events:
            if event.frame and not self._has_money(event):
                number = sentence.number_at(event.start)
                if cleft or (number < len(sentence.words) and self._of[number] in clauses):
                    return True
        return not any(event.frame and self._has_money(event) for event in events) and any(
            self._of[number] in clauses and self._moves_money(number)
            for number in range(len(self._low))
        )

    def _moves_money(self, number: int) -> bool:
        """Whether a word is a finite verb that moves money, whatever its object."""
        word = self._claim.sentence.words[number]
        if word.kind != "word" or self._low[max(0, number - 1)] in {"se", "s'"}:
            return False
        written = self._claim.sentence.source[word.start : word.end].lower()
        helped = not clause_words.AUXILIARIES.isdisjoint(self._low[max(0, number - 2) : number])
        return any(
            form.verb.frame and (helped or form.tense not in {"participle", "gerund"})
            for form in verb_forms(self._claim.language).get(written, ())
        )

    def _misspells_deal(self) -> bool:
        """Whether the noun of a deal is misspelt in the clause: "the aquisition of Kestrel"."""
        from rapidfuzz.distance import OSA

        long = [word for word in sum_words.DEAL_NOUNS if len(word) >= _SHORTEST_MISSPELT]
        return any(
            len(word) >= _SHORTEST_MISSPELT - 1
            and self._of[number] in self._around
            and any(OSA.distance(word, noun, score_cutoff=1) == 1 for noun in long)
            for number, word in enumerate(self._low)
        )


_NAME_LINKS = _OF | {"la", "le", "l'", "les", "the", "by", "par", "from"}
_ARTICLES = frozenset({"la", "le", "l'", "les", "the"})
_FRESH = frozenset("frais fresh supplementaires leves recoltes reunis collectes raised new".split())
"""What may stand between a sum in a headline and whom it is for: "40 millions frais pour K"."""
_FINING = frozenset({"fine", "fined"})
_DONE_WITH = frozenset({"back", "raise", "lead", "lend", "give", "supply", "pay", "win", "bid"})
_PRICE_NOUNS = frozenset({"price", "prices", "prix", "cost", "cout"})
_THEN = frozenset({"puis", "then", "et", "and", "plus"})
_AT_HAND = frozenset({"with", "to", "by", "avec", "\u00e0", "de"})
_BESIDES = frozenset({"after", "apres", "following", "beyond", "besides", "outre"})
_CLEFT = frozenset({"c'", "est", "it", "is", "was"})
