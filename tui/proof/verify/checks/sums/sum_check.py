"""Is a figure the sum of a deal? Only where its words were read and say so.

Where an event of money has the figure ("Nordwind paid 4 million for Kestrel"), it is that event's
sum unless a noun that names no sum stands between ("a fleet of 4 million"). A figure that belongs
to no event is asked in `eventless_sums` what it is the sum of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.language import clause_words, role_words
from tui.language.clauses.verbs import verb_forms
from tui.language.figures import sum_words
from tui.language.figures.figure_roles import PAID_AS, WHOLE_DEALS
from tui.language.plain_words import Phrases
from tui.model.messages import msg
from tui.model.records import Deal
from tui.proof.claim.figures.values import of_a_deal
from tui.proof.claim.governor import governor_of
from tui.proof.claim.quote import QuoteReading
from tui.proof.verify.checks.doubts import turned
from tui.proof.verify.checks.figure_owners import of_other_event
from tui.proof.verify.checks.roles.transfers import is_transfer
from tui.proof.verify.checks.sums.awards import FINING, is_imposed
from tui.proof.verify.checks.sums.beside_deal import beside_deal
from tui.proof.verify.checks.sums.eventless_sums import (
    BESIDES,
    DONE_WITH,
    PHRASES,
    EventlessSum,
    head_of_complement,
)
from tui.proof.verify.checks.sums.money_ways import way_of
from tui.proof.verify.checks.sums.new_values import is_new_value
from tui.proof.verify.checks.sums.paying_parties import (
    in_clause_of_others,
    of_other_parties,
    of_other_subject,
    of_unread_payer,
    picked_other,
    to_others,
)
from tui.proof.verify.checks.sums.purposes import spent_elsewhere
from tui.proof.verify.checks.sums.taken_up import is_taken_up
from tui.proof.verify.checks.sums.upheld_fines import is_upheld
from tui.proof.verify.checks.sums.verbs import (
    has_figure,
    is_told_as_paid,
    is_worth_behind,
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

_MADE_UP: Phrases[str] = Phrases({"made up": sum_words.MADE_UP})
_COMPLEMENT_REACH = 5
"""Words of the complement of a noun: "the price of its stake"."""
_PART_REACH = 9
"""Words behind "of which" that tell a part and whose it is."""
_OFFER_REACH = 7
"""Words from a verb or noun of offering to its figure."""
_TWO = 2
"""Events of one figure: the deal, and what it is paid with."""
_MEANS_REACH = 4
"""Words from "with" to the loan: "grâce à un nouvel emprunt"."""
_LENDING = frozenset({"debt", "credit-facility", "convertible-note"})
_BETWEEN = 3
"""Words that may stand between a party and the verb that tells what it costs: "lui a"."""


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
    if figure.role is not None or is_upheld(claim, figure, asked):
        return ""  # What it is was read, and it is what the field asks for.
    if _is_fee_of_transfer(claim, figure, asked):
        return ""
    own = [event for event in events if event.frame and has_figure(event, figure)]
    if own and not is_imposed(claim, own, asked):
        fined = [event for event in own if event.frame in FINING]
        if fined and (doubt := _governed(claim, fined, figure)):
            return doubt  # "Staff had recommended fining Kestrel 4 million"
        own = [event for event in own if event.frame not in FINING]
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
    if is_worth_behind(claim, figure) and _is_contract_of_ours(events, asked):
        return ""  # "A contract to run the ferries, valued at 87 million"
    if doubt := beside_deal(claim, figure, governor, events, asked):
        return doubt
    if way_of(claim, figure.word, asked) == "astray":
        return msg("where it goes was not understood")
    if own and (doubt := _is_means(claim, governor, own, asked)):
        return doubt
    if own and asked.status != "cancelled" and (doubt := object_of_unread(claim, figure, own)):
        return doubt
    beside = governor.kind == "preposition" and governor.words[0] in BESIDES
    changed_by = governor.words == ("by",) and all(one.frame in _PRICED for one in own)
    if own and changed_by:
        return _UNREAD  # "Wrote down the value of Kestrel, which it had bought, by 4 million"
    if own and beside and asked.tranche is None:
        return msg("it stands beside the sum: “{words}”", words=claim.words(governor))
    held = governor.kind == "preposition" and governor.words[0] in {"with", "avec"}
    held = held and not any(
        claim.sentence.number_at(one.end - 1) == governor.first
        or _is_right_behind(claim, one, figure)
        for one in own
    )  # "Walked away with 4 million" is one verb.
    if own and held and not any(event.frame in DONE_WITH for event in own):
        return _UNREAD
    valued = fact is not None and _values_deal(claim, fact)
    if own:
        paid_as = governor.is_any(PAID_AS) and claim.sentence.low[governor.first - 1] == "a"
        named = paid_as or valued or _is_the_price(claim, fact)
        if fact is not None and not named and not any(one.frame == "stake" for one in own):
            return _other_kind(claim, fact)
        if (
            governor.kind == "noun"
            and governor.words
            and not (paid_as or governor.is_any(sum_words.COMPLEMENTED | sum_words.HANDED))
            and not _is_one_of_them(claim, governor)
            and not _is_verb_of(claim, governor, own)
            and not (
                governor.words[0] in _HAVING_NOW
                and any(_is_right_behind(claim, one, figure) for one in own)
            )
        ):
            return msg(
                "what it is the sum of was not understood: “{words}”", words=claim.words(governor)
            )
        return (
            _by_how_much(claim, governor, own)
            or _governed(claim, own, figure)
            or _undone(claim, own, asked)
            or _of_a_noun(claim, own, figure)
            or EventlessSum(claim, figure, governor, asked).price_of_thing()
            or to_others(claim, figure, governor, asked)
            or of_other_parties(claim, figure, own, events, asked)
            or of_unread_payer(claim, own, events, asked)
        )
    told = is_told_as_paid(claim, figure, events, asked.record)
    if changed or told or valued or _is_worth_of_deal(claim, figure):
        return ""
    if fact is not None and fact.fact_kind not in {"", "other"}:
        return _other_kind(claim, fact)
    taken_up = is_taken_up(claim, figure, events, asked)
    if taken_up is not None:
        return "" if taken_up else _UNREAD
    sums = EventlessSum(claim, figure, governor, asked)
    before = any(one.word < figure.word and one.mention.kind == "money" for one in claim.figures())
    if before and governor.kind == "word" and governor.words[0] in _THEN:
        return _like_the_one_before(claim, figure, reading, asked)
    if _is_told_before(claim, figure, reading, asked):
        return ""
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
        move = governor.is_any(_MOVES) and figure.word < governor.first
        paid = governor.kind == "noun" and ((fee and not _EXCHANGING.isdisjoint(before)) or move)
    return paid and is_transfer(claim, asked)


_PRICED = frozenset({"buy", "sell", "take", "order", "hire"})
"""Frames whose price "by" never gives: it tells by how much something was changed."""
_TRANSFER_FEES = role_words.FEES | sum_words.CHEQUES
_MOVES = frozenset({"move", "switch", "transfer", "deal", "signing"})
"""What a player's going from one club to another is called: "his 4 million move from K to N"."""
_EXCHANGING = frozenset({"for", "pour", "contre", "moyennant"})


def _by_how_much(claim: Claim, governor: Governor, own: Sequence[Event]) -> str:
    """The preposition that makes it a difference: "the studio that it bought, by 4 million"."""
    if governor.kind != "preposition" or governor.words != ("by",):
        return ""
    if any(event.frame not in _TRADES for event in own):
        return ""
    return msg("what it is the sum of was not understood: “{words}”", words=claim.words(governor))


_TRADES = frozenset({"buy", "sell"})


def _is_one_of_them(claim: Claim, governor: Governor) -> bool:
    """Whether a pronoun stands for a deal named before: "refused an offer, accepted one of"."""
    if governor.words[-1:] == ("all",) or governor.words[-2:-1] == ("every",):
        return True  # "Paid all of 4 million", "worth every cent of the 4 million we paid"
    return governor.words[-1:] in (("one",), ("another",), ("that",)) and not (
        sum_words.NOUNS.isdisjoint(claim.sentence.low[: governor.first])
    )


def _is_verb_of(claim: Claim, governor: Governor, own: Sequence[Event]) -> bool:
    """Whether a verb has a figure with "de": "a hérité de 4 millions", "a doté Kestrel de"."""
    number = governor.last - _TWO
    while number > governor.first and claim.sentence.is_capital(number):
        number -= 1
    last = claim.sentence.words[number].start
    first = claim.sentence.words[governor.first].start
    return any(
        event.tense
        and (
            event.start <= last < event.end
            or (event.lemma in _WITH_OF and event.voice == "active" and event.end <= first)
        )
        for event in own
    )


_HAVING_NOW = frozenset("fort forte forts fortes riche riches nanti nantie muni munie".split())
"""Who has a sum to begin with: "fort des 4 millions apportés par Nordwind"."""
_WITH_OF = frozenset("dédommager indemniser doter gratifier créditer rembourser".split())
"""Verbs whose object is paid what stands behind "de": "dédommage ses clients de 4 millions"."""


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


def _is_contract_of_ours(events: Sequence[Event], asked: Asked) -> bool:
    """Whether a contract is told of, and who is told with it are the parties of the record."""
    record = asked.record
    assert isinstance(record, Deal)
    contracts = [event for event in events if event.frame in _CONTRACTING]
    told = {
        role.party for event in contracts for role in (*event.payers, *event.payees)
    }  # fmt: skip
    return bool(contracts) and bool(told) and told <= {record.payer, record.payee} - {""}


_CONTRACTING = frozenset({"contract", "order", "give", "win", "supply", "receive", "sign"})


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
    nearest = first
    while nearest > max(0, first - _MEANS_REACH) and not claim.sentence.is_capital(nearest - 1):
        nearest -= 1  # "A signé avec Kestrel un prêt de 4 millions": with whom, not by what.
    if not sum_words.MEANS.isdisjoint(low[nearest:first]):
        return msg("it is what the deal is paid with: “{words}”", words=claim.words(governor))
    return ""


def _governed(claim: Claim, own: Sequence[Event], figure: FigureClaim) -> str:
    """The words that govern the verb of a figure where nobody understood them.

    A participle behind the figure only tells where the money is from: "est dispensé de rendre les
    4 millions empruntés en 2020".
    """
    before = [event for event in own if event.tense or event.unread]
    before = [event for event in before if event.start < figure.mention.start]
    unread = [event.unread for event in before or own]
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
        noun = head_of_complement(sentence, at)
        if not noun:
            continue
        verbs = [PHRASES.at(sentence.low, number) for number in range(at, figure.word)]
        if any(verbs):
            return msg("what it is the sum of was not understood: “{words}”", words=noun)
    return ""


_PROMISES = frozenset("pledge promise promettre commit earmark vow engager".split())
_AHEAD = frozenset({"planned", "possible", "agreed"})
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


def _values_deal(claim: Claim, fact: FigureFact) -> bool:
    """Whether it is a deal, no company, that is "valued at" a sum."""
    if fact.fact_kind != "valuation" or fact.words is None:
        return False
    sentence = claim.sentence
    for at in range(*(sentence.number_at(place) for place in fact.words)):
        word = sentence.words[at]
        if _VALUED.fullmatch(sentence.source[word.start : word.end]):
            object_follows = sentence.low[at + 1 : at + 2] not in (["at"], ["\u00e0"], ["a"])
            figure_follows = sentence.words[at + 1 : at + 2] and sentence.words[at + 1].mention
            if object_follows and not figure_follows:
                return False  # "Values Kestrel at 4 million"
            return of_a_deal(sentence, at) and _has_deal_for_subject(claim, at)
    return False


def _has_deal_for_subject(claim: Claim, verb: int) -> bool:
    """Whether a deal is the subject of "is valued at", or stands before its relative pronoun."""
    low, of = claim.sentence.low, claim.clauses.of
    if low[verb - 1] not in {"is", "was", "are", "est", "etait", "sont"}:
        return True
    clause = claim.clauses.all[of[verb]]
    own = [low[at] for at in range(verb) if of[at] == of[verb]]
    if low[clause.opened] in {"that", "which", "qui"}:
        own += low[max(0, clause.opened - _ANTECEDENT) : clause.opened]
    return not WHOLE_DEALS.isdisjoint(own)


_ANTECEDENT = 5
"""Words before a relative pronoun among which its noun stands: "an agreement with K that"."""


_VALUED = re.compile("valued|(?:valoris|\u00e9valu)\u00e9e?s?")
"""The participles of verbs of valuing."""


def _other_kind(claim: Claim, fact: FigureFact) -> str:
    if fact.words is None:
        return _UNREAD
    words = " ".join(claim.sentence.source[slice(*fact.words)].split())
    return msg("another kind of figure: “{words}”", words=words)


_THEN = frozenset({"puis", "then", "et", "and", "plus"})
