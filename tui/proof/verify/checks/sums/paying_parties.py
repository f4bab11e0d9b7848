"""Who pays a sum and who is paid it, where words show that it is not the parties of the record.

What the sentence tells of a subject that is none of them ("A former head of Nordwind put 4 million
into Kestrel"), or in a clause about somebody else ("the brothers who sold Brava for 4 million"),
is the deal of others.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.language import clause_words
from tui.language.clause_words import OF
from tui.language.clauses.event_nouns import BOARD_NOUNS, COMPANY_NOUNS
from tui.language.clauses.verbs import verb_forms
from tui.language.common_names import NO_PARTIES
from tui.language.figures import figure_roles as lists
from tui.language.figures import sum_words
from tui.language.neighbour_words import DEALS_ALSO
from tui.language.plain_words import plain_word
from tui.language.role_words import OTHERS, PUBLIC, SELLING_OWNERS
from tui.model.messages import msg
from tui.model.records import Deal, record_parties
from tui.proof.claim.known_verbs import unknown_verb
from tui.proof.claim.quote import names_in
from tui.proof.verify.checks.sums.verbs import has_figure, printed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.governor import Governor
    from tui.proof.claim.words import Word
    from tui.proof.events import Event, Role
    from tui.proof.verify.checks.asked import Asked

_TWO = 2
_PREFERRED_REACH = 5
"""Words from "préféré" over who was to who was not: "a préféré l'offre de Brava à"."""
_PREFERRING = frozenset("prefere prefera preferent preferant preferred preferring chosen".split())
_LOSING = (["detriment", "de"], ["detriment", "du"], ["depens", "de"], ["barbe", "de"],
           ["barbe", "du"], ["ahead", "of"])  # fmt: skip
"""Before a party these tell that another was taken: "au détriment de Nordwind"."""
_CHOOSING_TENDER = frozenset(
    "retenu retient retenir choisi choisit selectionne accepted chose".split()
)
_PUBLIC_BUYERS = PUBLIC | frozenset(
    """
    syndicat agence region etablissement office hopital universite armee prefecture bailleur regie
    agency district authority board hospital university school army navy
    """.split()
)
"""Who has works done for them, and calls for tenders."""
_ARTICLES = frozenset({"la", "le", "l'", "les", "the"})
_THEIR = frozenset({"its", "their", "his", "her", "ses", "leurs"})
_WHERE = re.compile(r",\s(?:in|at|near|\xe0|en|au|pr\xe8s de)\s\Z")
_MONEY = sum_words.SUM_NOUNS | sum_words.DEAL_NOUNS | sum_words.MONEY_NOUNS | DEALS_ALSO
_ABOUT_ALL = frozenset({"ce", "what", "celui", "celle", "ceux", "celles"})


def to_others(claim: Claim, figure: FigureClaim, governor: Governor, asked: Asked) -> str:
    """Who is paid where it is somebody of the payer's own: "paid its bankers 4 million"."""
    low, at = claim.sentence.low, figure.word
    before = governor.first - 1
    if not getattr(asked.record, "payee", ""):
        return ""  # "Will hand its shareholders 120 million": nobody else is said to be paid.
    if governor.kind == "word" and before >= 0 and low[before] in _THEIR:
        return msg(
            "it goes to others: “{words}”", words=claim.sentence.printed(before, governor.last)
        )
    if governor.kind == "word" and governor.words[0] in _PERSONS and _is_left(claim, asked):
        return msg(
            "it goes to others: “{words}”", words=claim.sentence.printed(governor.first, at + 1)
        )
    if somebody := _somebody_paid(claim, figure, asked):
        return msg("it goes to others: “{words}”", words=somebody)
    if governor.kind == "word" and governor.words[0] in OTHERS - SELLING_OWNERS:
        first = max(0, governor.first - _PHRASE)
        if any(word in _BRINGING for word in low[first : governor.first]):
            return msg(
                "it goes to others: “{words}”",
                words=claim.sentence.printed(governor.first - 1, governor.last),
            )
    behind = low[at + 1 : at + 3]
    if len(behind) == _TWO and behind[0] in {"to", "\u00e0"} and behind[1] in _THEIR:
        told = claim.sentence.words[at + 2 : at + 2 + _PHRASE + _TWO]
        record = asked.record
        if isinstance(record, Deal) and record.payee in asked.names.ids_in(
            claim.sentence.source, told[0].start, told[-1].end
        ):
            return ""  # "À ses anciens salariés", where they are the payee
        return msg("it goes to others: “{words}”", words=claim.sentence.printed(at + 1, at + 4))
    return ""


_BRINGING = frozenset(
    "brought brings bring bringing netted nets net earned earns fetched yielded made".split()
)
_ACTING = frozenset({"trustees", "trustee", "directors", "administrateurs"})
"""Those who decide for a house, so that what they give is its money."""


def _somebody_paid(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """Who of the payee's people is paid in its stead: "paid Kestrel's chief executive 4 million".

    Its owners sell it: what they get is the sum of the deal.
    """
    record, sentence = asked.record, claim.sentence
    low, text = sentence.low, sentence.source
    if not isinstance(record, Deal) or not record.payee:
        return ""
    for naming in asked.names.find(text, sentence.start, sentence.end):
        first = sentence.number_at(naming.start)
        last = sentence.number_at(naming.end - 1) + 1
        if naming.party != record.payee or low[last : last + 1] not in (["'s"], ["\u2019s"]):
            continue
        behind = first > figure.word and low[first - 1] in {"to", "\xe0", "aux"}
        beside = first < figure.word <= last + _PHRASE
        if not (behind or beside):
            continue
        stop = figure.word if beside else last + _PHRASE
        for at in range(last + 1, min(len(low), stop)):
            if low[at] in _ENDS_PHRASE:
                break
            if low[at] in OTHERS - SELLING_OWNERS:
                return sentence.printed(first, at + 1)
    return ""


def picked_other(claim: Claim, events: Sequence[Event], asked: Asked) -> str:
    """Who is picked for a work, where it is not the payee: "picked Halden, not Kestrel, for"."""
    record, sentence = asked.record, claim.sentence
    text = sentence.source
    if not isinstance(record, Deal) or not record.payee:
        return ""
    if record.payee not in asked.names.ids_in(text, sentence.start, sentence.end):
        return ""
    for event in events:
        # "Picked up Kestrel": the particle makes it a purchase, or "picked up 4 million".
        bought = event.frame in {"buy", "receive"}
        if event.lemma not in _PICKING or event.voice == "passive" or bought:
            continue
        first = sentence.number_at(event.end - 1) + 1
        for at in range(first, min(len(sentence.low), first + _PHRASE)):
            if sentence.words[at].kind == "sign":
                break
            if not sentence.is_capital(at) or sentence.low[at] in NO_PARTIES:
                continue  # "Picked US builder Kestrel for"
            place = sentence.words[at].start
            named = asked.names.find(text, place, sentence.end)
            if not any(one.start == place and one.party == record.payee for one in named):
                return msg("it goes to others: “{words}”", words=sentence.printed(first, at + 1))
            break
    return ""


_PICKING = frozenset({"pick", "choose", "select", "appoint"})


def _is_left(claim: Claim, asked: Asked) -> bool:
    """Whether the payee is one from whom somebody came: "took him from Kestrel"."""
    record, sentence = asked.record, claim.sentence
    return isinstance(record, Deal) and any(
        one.party == record.payee
        and sentence.low[max(0, sentence.number_at(one.start) - 1)] in {"from", "of", "at"}
        for one in asked.names.find(sentence.source, sentence.start, sentence.end)
    )


_PERSONS = frozenset({"him", "her"})


def of_other_parties(
    claim: Claim,
    figure: FigureClaim,
    own: Sequence[Event],
    events: Sequence[Event],
    asked: Asked,
) -> str:
    """Who else pays or is paid a figure, where words show that it is not the record's parties."""
    record = asked.record
    assert isinstance(record, Deal)
    text, sentence = claim.sentence.source, claim.sentence
    if winner := _is_set_against(claim, own, asked):
        return msg("it is told of others: “{words}”", words=winner)
    if lost := _lost(claim, asked):
        return msg("it lost to another: “{words}”", words=lost)
    own = [event for event in own if not _is_tender(claim, event, asked)]
    if elsewhere := _sold_elsewhere(claim, own, events, asked):
        return msg("it is paid by {name}", name=elsewhere)
    payers = [(role, _party(role, text, asked)) for event in own for role in event.payers]
    payees = [(role, _party(role, text, asked)) for event in own for role in event.payees]
    paying, paid = {party for _, party in payers}, {party for _, party in payees}
    if record.payer and record.payer in paid - paying:
        return msg("the words show its payer as the one who is paid")
    if record.payee and record.payee in paying - paid and record.payer not in paying:
        return msg("the words show the one who is paid as its payer")
    payers = [(role, party) for role, party in payers if not _is_place(role, text)]
    payees = [(role, party) for role, party in payees if not _is_place(role, text)]
    others = [role for role, party in payers if not party]
    named = asked.names.ids_in(text, sentence.start, sentence.end)
    apposed = is_apposed_subject(claim, own, asked)
    if record.payer in named and others and record.payer not in paying and not apposed:
        return msg("it is paid by {name}", name=others[0].name)
    if not lists.EACH.isdisjoint(sentence.low):
        return ""
    if words := _with_unnamed(claim, figure, own, asked) or _listed(claim, own, asked):
        return msg("others have their part in it: “{words}”", words=words)
    if words := _with_things(claim, own, asked):
        return msg("a total with another: “{words}”", words=words)
    known = {*record_parties(record), ""}
    for role, party in payers if record.payer in paying else ():
        if party not in known:
            return msg("{name} has a part in it", name=role.name)
    for mine, roles in ((record.payer, payers), (record.payee, payees)):
        joint = [role for role, party in roles if not party and not _is_noun(role, claim, own)]
        if mine == record.payee and any(event.frame == "take" for event in own):
            continue  # "A pris 5 % de Kestrel pour 4 millions, vendus par son fondateur"
        if mine and joint and mine in {party for _, party in roles}:
            return msg("{name} has a part in it", name=joint[0].name)
    return ""


def _with_unnamed(claim: Claim, figure: FigureClaim, own: Sequence[Event], asked: Asked) -> str:
    """Who pays or is paid together with a party and has no name: "Nordwind and a Gulf fund"."""
    record, text = asked.record, claim.sentence.source
    assert isinstance(record, Deal)
    for event in own:
        active = event.voice == "active" and bool(event.tense)
        for mine, roles in ((record.payer, event.payers), (record.payee, event.payees)):
            for role in roles if mine and (mine == record.payer or event.frame != "buy") else ():
                if _party(role, text, asked) != mine:
                    continue
                subject = active and role.start < event.start
                verb = claim.sentence.number_at(event.start)
                if words := _joined_to(claim, (role.start, role.end), verb, subject=subject):
                    return words
    for one in asked.names.find(text, figure.mention.end, claim.sentence.end):
        unseen = record.payer == one.party and any(not event.payers for event in own)
        if unseen and (words := _joined_to(claim, (one.start, one.end), -1, subject=False)):
            return words
    return ""


def _joined_to(claim: Claim, span: tuple[int, int], verb_at: int, *, subject: bool) -> str:
    """What "and" joins to a party without a name, before it or behind it."""
    sentence = claim.sentence
    low, last = sentence.low, sentence.number_at(span[1] - 1) + 1
    first = sentence.number_at(span[0])
    if last + 1 < len(low) and low[last] in {"and", "et"}:
        stop = min(len(low), last + _PHRASE)
        others = low[last + 1] in _WITH_UNNAMED or (
            low[last + 1] in _THE and not (OTHERS | PUBLIC | _HOUSES).isdisjoint(low[last:stop])
        )
        verb = any(claim.clauses.is_finite(at) for at in range(last + 2, stop)) or (
            verb_at in range(last + 2, stop)
        )
        if others and (verb or not subject):
            return sentence.printed(last - 1, stop)
    if low[last : last + 2] in ([",", "with"], [",", "avec"]) and subject:
        stop = next((at for at in range(last + 2, len(low)) if low[at] == ","), last)
        if not (OTHERS | PUBLIC | _HOUSES).isdisjoint(low[last:stop]):
            return sentence.printed(last, stop)
    if first > _TWO and low[first - 1] in {"and", "et"} and not subject:
        begins = max(0, first - _PHRASE)
        if not _THE.isdisjoint(low[begins:first]) and not (PUBLIC | _HOUSES).isdisjoint(
            low[begins:first]
        ):
            return sentence.printed(begins, first + 1)
    return ""


_THE = frozenset({"the", "its", "le", "la", "les", "l'"})
_HOUSES = frozenset(
    """
    county state government lottery fund bank trust zoo museum charity college university school
    council church club theatre hospital company firm group
    departement region etat fonds banque musee fondation ecole universite theatre hopital societe
    """.split()
)
"""Houses that a sentence calls without their name."""


def _listed(claim: Claim, own: Sequence[Event], asked: Asked) -> str:
    """Who pays together with a party in a list: "L'État, la région et la ville apportent 4 M".

    Also in front, and behind a verb of getting: "Avec la région, …", "de Kestrel et des communes".
    """
    record, sentence, low = asked.record, claim.sentence, claim.sentence.low
    assert isinstance(record, Deal)
    for event in own if record.payer and lists.EACH.isdisjoint(low) else ():
        verb = sentence.number_at(event.start)
        for role in event.payers:
            if _party(role, sentence.source, asked) != record.payer:
                continue
            last = sentence.number_at(role.end - 1) + 1
            between = low[last:verb]
            if last < verb and between[:1] == [","] and between[-1:] != [","]:
                joined = {"et", "and"} & {*between} and len(between) <= _LIST
                if joined and _NO_LIST.isdisjoint(between):
                    return sentence.printed(last + 1, verb)
            behind = event.tense and verb < last and low[last : last + 1] in (["et"], ["and"])
            if behind and _SOURCES.intersection(low[last + 1 : last + 2]):
                return sentence.printed(last, last + 3)
    if record.payer and low[:1] in (["avec"], ["with"]) and "," in low[:_LIST]:
        front = low[1 : low.index(",")]
        figures = any(word.kind == "figure" for word in sentence.words[: len(front) + 1])
        if not (PUBLIC | OTHERS).isdisjoint(front) and not figures:
            return sentence.printed(0, len(front) + 1)
    return ""


_SOURCES = frozenset({"de", "d'", "du", "des", "from"})
_NO_LIST = (
    clause_words.RELATIVE | clause_words.ENGLISH_AUXILIARIES | clause_words.FRENCH_AUXILIARIES
)
_LIST = 12
"""Words of a list of those who pay together."""


def _with_things(claim: Claim, own: Sequence[Event], asked: Asked) -> str:
    """What is bought together with the payee: "Kestrel, two ships and a warehouse"."""
    record, sentence = asked.record, claim.sentence
    assert isinstance(record, Deal)
    for event in own if record.payee else ():
        for role in event.payees if event.frame == "buy" else ():
            at = sentence.number_at(role.end - 1) + 1
            if _party(role, sentence.source, asked) != record.payee or at + 1 >= len(sentence.low):
                continue
            joined = sentence.low[at] in {"and", "et"} and sentence.low[at + 1] in _ANOTHER_THING
            listed = sentence.low[at] == "," and sentence.low[at + 1] in _NUMBERS
            if joined or listed:
                return sentence.printed(at, min(len(sentence.low), at + _PHRASE))
    return ""


_NUMBERS = frozenset(
    """
    two three four five six seven eight nine ten deux trois quatre cinq six sept huit neuf dix
    """.split()
)
_ANOTHER_THING = _NUMBERS | frozenset(
    "a an another dozens several some un une plusieurs quelques".split()
)
"""What opens another thing than the payee in what is bought: "Kestrel and a warehouse"."""
_WITH_UNNAMED = frozenset(
    "a an another two three four several some its his her their un une deux trois plusieurs des son"
    " sa ses leur".split()
)


_BEATEN = frozenset(
    "incline inclinee inclinent battu battue battus devance devancee beaten".split()
)
"""What a bidder is that did not win."""


def _sold_elsewhere(
    claim: Claim, own: Sequence[Event], events: Sequence[Event], asked: Asked
) -> str:
    """Who got what a party only bid for: "had offered 4 million for K, sold to Brava"."""
    record = asked.record
    assert isinstance(record, Deal)
    if not record.payer or any(event.frame != "bid" for event in own):
        return ""
    low = claim.sentence.low
    if not _BEATEN.isdisjoint(low) and ("has", "beaten") not in pairwise(low):
        return claim.sentence.source[slice(*_first_beaten(claim))]
    for event in events:
        payers = [role.party or role.name for role in event.payers]
        payees = [role.party for role in event.payees]
        sold = event.frame in {"buy", "sell", "go"} and record.payee in payees
        if sold and event not in own and payers and record.payer not in payers:
            return event.payers[0].name
    return ""


def _first_beaten(claim: Claim) -> tuple[int, int]:
    word = next(word for word in claim.sentence.words if word.low in _BEATEN)
    return word.start, word.end


def _is_set_against(claim: Claim, own: Sequence[Event], asked: Asked) -> str:
    """The words that set the payer against whom a sum is told of: "; c'est K qui l'emporte"."""
    record, sentence, low = asked.record, claim.sentence, claim.sentence.low
    assert isinstance(record, Deal)
    if any(_party(role, sentence.source, asked) == record.payer
           for event in own for role in event.payers):  # fmt: skip
        return ""
    last = max((span[1] for event in own for span in event.figures), default=sentence.end)
    for one in asked.names.find(sentence.source, last, sentence.end):
        first = sentence.number_at(one.start)
        before = low[max(0, first - _CLEFT_REACH) : first]
        behind = low[sentence.number_at(one.end - 1) + 1 :]
        cleft = "est" in before and "c'" in before and behind[:1] == ["qui"]
        if one.party == record.payer and cleft:
            return sentence.printed(first, first + 2)
    return ""


_CLEFT_REACH = 5
"""Words from "c'est" to the name that it points at: "c'est finalement la coopérative K qui"."""


def _lost(claim: Claim, asked: Asked) -> str:
    """The words by which a party of a record lost to another: "a préféré Brava à Nordwind"."""
    record, sentence, low = asked.record, claim.sentence, claim.sentence.low
    assert isinstance(record, Deal)
    for one in asked.names.find(sentence.source, sentence.start, sentence.end):
        at = sentence.number_at(one.start)
        link = at - 1
        while link > 0 and low[link] in _ARTICLES:
            link -= 1
        if one.party != record.payer or link < 0:
            continue
        near = low[max(0, link - _PREFERRED_REACH) : link]
        preferred = low[link] in {"\u00e0", "au", "to", "over"} and not _PREFERRING.isdisjoint(near)
        if preferred or low[max(0, link - 1) : link + 1] in _LOSING:
            return sentence.printed(max(0, link - 1), at + 1)
    return ""


def _is_tender(claim: Claim, event: Event, asked: Asked) -> bool:
    """Whether an offer is to do a work for who took it: "La ville a retenu l'offre de Kestrel"."""
    record, before = asked.record, claim.sentence.low[: claim.sentence.number_at(event.start)]
    return (
        event.frame == "bid"
        and not event.tense
        and isinstance(record, Deal)
        and record.payee in {role.party for role in event.payers}
        and not _CHOOSING_TENDER.isdisjoint(before)
        and not _PUBLIC_BUYERS.isdisjoint(before)
    )


def _is_noun(role: Role, claim: Claim, own: Sequence[Event]) -> bool:
    """Whether what looks like a name opens the sentence as a noun for one who follows.

    "Alumna and entrepreneur Joan Kestrel has donated 4 million": the verb is that of one.
    """
    low, at = claim.sentence.low, claim.sentence.number_at(role.start)
    if at or low[1:2] not in (["and"], ["et"]) or claim.sentence.is_capital(_TWO):
        return False
    return any(
        low[claim.sentence.number_at(event.start)] in {"has", "is", "was", "a", "est"}
        for event in own
    )


def is_apposed_subject(claim: Claim, own: Sequence[Event], asked: Asked) -> bool:
    """Whether the payer is named between commas before its verb: "L'assureur de K, Brava, paie"."""
    record, sentence, low = asked.record, claim.sentence, claim.sentence.low
    assert isinstance(record, Deal)
    for event in own:
        verb = sentence.number_at(event.start)
        if not event.tense or event.voice == "passive" or low[verb - 1] != ",":
            continue
        comma = next((at for at in range(verb - 2, -1, -1) if low[at] == ","), -1)
        inner = sentence.words[comma + 1 : verb - 1]
        if comma < 0 or len(inner) > _PHRASE or not inner:
            continue
        called = inner[0].low in clause_words.DETERMINERS - OF or sentence.is_capital(comma + 1)
        if not called or not _NO_APPOSITION.isdisjoint(word.low for word in inner):
            continue
        if record.payer in asked.names.ids_in(sentence.source, inner[0].start, inner[-1].end):
            return True
    return False


_NO_APPOSITION = clause_words.RELATIVE | clause_words.ADVERBIAL | {"by", "par", "with", "avec"}


def _is_place(role: Role, text: str) -> bool:
    """Whether a name behind a comma only tells where somebody is: "the Circ yard, in Selby"."""
    return _WHERE.search(text, 0, role.start) is not None and not role.party


def _party(role: Role, text: str, asked: Asked) -> str:
    """Which party of the record a role is; empty where it is another's."""
    if role.party in record_parties(asked.record):
        return role.party
    for naming in asked.names.find(text, role.start, role.end):
        return naming.party
    return ""


def of_other_subject(
    claim: Claim, figure: FigureClaim, events: Sequence[Event], asked: Asked
) -> str:
    """Who is the subject of what a figure is told of, where it is no party of the record.

    Args:
        claim: The sentence.
        figure: The figure.
        events: The events of the sentence.
        asked: The amount of a deal.
    """
    record, text = asked.record, claim.sentence.source
    assert isinstance(record, Deal)
    ours = {record.payer, record.payee}
    paying = {
        _party(role, text, asked)
        for event in events
        if has_figure(event, figure)
        for role in event.payers
    }
    sellers = "" if record.payer else _sellers_of(claim, figure, events, asked)
    if sellers:
        return msg("it is told of others: “{words}”", words=sellers)
    if "" in ours or record.payer in paying:
        return ""
    for event in events:
        telling = event.lemma in _TELLING and not event.frame  # "Ida Holm said the $4m purchase"
        if event.subject is None or event.voice == "passive" or not has_figure(event, figure):
            continue
        if telling:
            continue
        between = asked.names.ids_in(text, event.end, figure.mention.start)
        if event.frame == "sell" or record.payer in between:
            continue  # "Circ puts in 10 million and Nordwind 5 million".
        first, last = event.subject
        if event.payers or event.payees:
            told = [role for role in (*event.payers, *event.payees) if first <= role.start < last]
            if told:
                continue
        named = asked.names.ids_in(text, first, last)
        sentence = claim.sentence
        former = [word.low for word in sentence.words if first <= word.start < last][:_PHRASE]
        rival = former[:1] != ["the"] and not _RIVALS.isdisjoint(former)
        if not named and event.frame and (rival or _FORMER.intersection(former[:_TWO])):
            return msg("it is told of others: “{words}”", words=" ".join(former[:_PHRASE]))
        words = [
            at for at, word in enumerate(sentence.words) if first <= word.start and word.end <= last
        ]
        if not words or not clause_words.PRONOUNS.isdisjoint(sentence.low[at] for at in words):
            continue
        if named:
            stranger = _somebody_of(claim, words)
            if stranger:
                return msg("it is told of others: “{words}”", words=stranger)
        elif event.start < figure.mention.start:
            names = names_in(text, first, last, first - 1)
            known = NO_PARTIES | clause_words.PREPOSITIONS | clause_words.ADVERBIAL
            unknown = [name for name in names if plain_word(name) not in known]
            rest = asked.names.ids_in(text, sentence.start, sentence.end)
            calls = not OTHERS.isdisjoint(sentence.low[at] for at in words)
            if unknown and (len(names) == len(words) or calls) and ours <= rest:
                return msg("it is told of {name}", name=unknown[0])
            head = [sentence.low[at] for at in words[:_PHRASE]]
            if record.payer in rest and event.frame and not (OTHERS | PUBLIC).isdisjoint(head):
                return msg("it is told of others: “{words}”", words=text[first:last])
    return ""


_TELLING = frozenset("say tell announce confirm report add note call describe explain".split())
"""Verbs of who only speaks of a sum."""
_RIVALS = frozenset(
    """
    rival rivals competitor competitors bidder bidders suitor suitors concurrent concurrents
    """.split()
)
"""Who, without a name, is somebody else than the parties: "A rival had bid 12 million"."""
_FORMER = frozenset("previous former last earlier prior ancien ancienne precedent".split())
"""What makes a subject somebody who is no longer: "the previous owner"."""


def _sellers_of(claim: Claim, figure: FigureClaim, events: Sequence[Event], asked: Asked) -> str:
    """Who sells what is theirs of a company: "Les fondateurs de Kestrel ont vendu pour 4 M"."""
    sentence = claim.sentence
    for event in events:
        if event.frame != "sell" or event.subject is None or not has_figure(event, figure):
            continue
        first, last = event.subject
        words = [
            at for at, word in enumerate(sentence.words) if first <= word.start and word.end <= last
        ]
        stranger = _somebody_of(claim, words) if words and event.voice == "active" else ""
        if stranger:
            return stranger
    return ""


def of_unread_payer(
    claim: Claim, own: Sequence[Event], events: Sequence[Event], asked: Asked
) -> str:
    """Why it is not known that the payer of a record pays, where words name it beside others.

    Args:
        claim: The sentence.
        own: The events that have the figure.
        events: All events of the sentence.
        asked: The amount of a deal.
    """
    record, sentence = asked.record, claim.sentence
    assert isinstance(record, Deal)
    text = sentence.source
    payer = record.payer
    if _is_raised_apart(own, events, asked):
        return msg("it is of another deal: “{words}”", words=printed(claim, own[0]))
    if _is_before(claim, own, events, asked):
        return msg("it is of a deal before: “{words}”", words=printed(claim, own[0]))
    if aside := _named_aside(claim, own, asked):
        return msg("it is told of others: “{words}”", words=aside)
    if not payer or any(_party(role, text, asked) == payer for e in events for role in e.payers):
        return ""
    named = asked.names.find(text, sentence.start, sentence.end)
    if payer not in {one.party for one in named}:
        return ""
    paying = [event for event in own if not event.payers]
    for event in paying:
        first = sentence.number_at(event.start)
        if not event.tense or event.voice == "passive" or event.frame == "sell":
            continue
        if _is_deal(claim, event):
            continue  # "Said the 140 million acquisition of Kestrel would pay for itself"
        of = claim.clauses.of
        begins = next(at for at in range(first + 1) if of[at] == of[first])
        stranger = (
            _somebody_of(claim, range(begins, first))
            or _led_by(claim, event, asked, range(begins, first))
            or _unnamed(claim, event, asked)
        )
        if stranger:
            return msg("it is told of others: “{words}”", words=stranger)
    if paying and len(paying) == len(own):
        for event in events:
            others = [role for role in event.payers if not _party(role, text, asked)]
            paid = {_party(role, text, asked) for role in event.payees} <= {record.payee}
            if event not in own and event.frame and others and paid:
                return msg("it is paid by {name}", name=others[0].name)
    for event in own:
        if event.tense or event.payers:
            return ""
        at = sentence.number_at(event.start)
        verb = claim.clauses.all[claim.clauses.of[at]].verb
        before = {one.party for one in named if one.end <= event.start}
        if 0 <= verb < at and payer in before and not _is_served(claim, verb, at):
            doubt = unknown_verb(claim, verb, sum_words.FACTIVE)
            if doubt:
                return msg("what its payer does was not understood: “{words}”", words=doubt)
    return ""


def _is_served(claim: Claim, verb: int, noun: int) -> bool:
    """Whether a verb tells the works that a contract behind a comma is for."""
    word = claim.sentence.words[verb]
    written = claim.sentence.source[word.start : word.end].lower()
    forms = verb_forms(claim.language).get(written, ())
    serves = any(form.verb.lemma in sum_words.SERVING for form in forms)
    return serves and "," in claim.sentence.low[max(0, noun - 2) : noun]


def _is_deal(claim: Claim, event: Event) -> bool:
    """Whether a deal is the subject of a verb."""
    first, last = event.subject or (0, 0)
    return any(
        word.low in sum_words.DEAL_NOUNS - sum_words.NO_DEALS_OF_COST
        for word in claim.sentence.words
        if first <= word.start and word.end <= last
    )


def _is_raised_apart(own: Sequence[Event], events: Sequence[Event], asked: Asked) -> bool:
    """Whether the payee got a sum from nobody told, and the payer buys it without a sum.

    "Nordwind has bought Kestrel, which raised 4 million in 2019".
    """
    record = asked.record
    assert isinstance(record, Deal)
    if not own or any(event.payers or event.frame not in _GETTING for event in own):
        return False
    return any(
        event.frame in {"buy", "take", "pay"}
        and event.tense
        and not event.figures
        and any(role.party == record.payee for role in event.payees)
        for event in events
    )


_GETTING = frozenset({"raise", "borrow", "receive", "win", "issue"})


def _is_before(claim: Claim, own: Sequence[Event], events: Sequence[Event], asked: Asked) -> bool:
    """Whether what had been done before the record's deal has the sum, and nobody to pay it.

    "Nordwind paid 58 million for Kestrel, which had changed hands for 12 million in 1999".
    """
    record, text = asked.record, claim.sentence.source
    assert isinstance(record, Deal)
    if not own or any(event.payers or event.tense != "pluperfect" for event in own):
        return False
    return any(
        event not in own
        and event.frame
        and event.figures
        and any(_party(role, text, asked) == record.payer for role in event.payers)
        for event in events
        if record.payer
    )


def _named_aside(claim: Claim, own: Sequence[Event], asked: Asked) -> str:
    """Whom a clause about somebody else names: "The family that controls Kestrel has bought it"."""
    record, clauses, sentence = asked.record, claim.clauses, claim.sentence
    for event in own:
        verb = sentence.number_at(event.start)
        if not event.tense or event.voice == "passive":
            continue
        for role in event.payers:
            at = sentence.number_at(role.start)
            clause = clauses.all[clauses.of[at]]
            if (
                isinstance(record, Deal)
                and role.party == record.payer
                and clause.kind == "relative"
                and at < verb
                and clause.opened < at
                and not clauses.inside(clauses.of[verb], clauses.of[at])
            ):
                return sentence.printed(max(0, clause.opened - 1), at + 1)
    return ""


def _unnamed(claim: Claim, event: Event, asked: Asked) -> str:
    """Who pays without being named, where a party is named elsewhere: "A bank … has lent 4 M".

    A pronoun and a noun for a company with "the" may stand for the party.
    """
    sentence = claim.sentence
    if event.frame not in _PAYING:
        return ""
    if event.subject is None:
        before = asked.names.find(sentence.source, sentence.start, event.start)
        opens = sentence.low[0] in _INDEFINITE and not before
        return sentence.printed(0, _TWO) if opens and event.payees else ""
    first, last = event.subject
    words = [word for word in sentence.words if first <= word.start and word.end <= last]
    low = [word.low for word in words]
    if not words or asked.names.find(sentence.source, first, last):
        return ""
    if any(word.kind != "word" for word in words) or not clause_words.PRONOUNS.isdisjoint(low):
        return ""
    known = COMPANY_NOUNS[claim.language] | BOARD_NOUNS[claim.language] | sum_words.DEAL_NOUNS
    if _is_run_by_payer(claim, words[-1], asked):
        return ""  # "A fund run by Kestrel has bought it"
    definite = low[0] in clause_words.DETERMINERS - _INDEFINITE
    if low[0] not in clause_words.DETERMINERS or (definite and not known.isdisjoint(low)):
        return ""
    return " ".join(sentence.source[first:last].split())


def _is_run_by_payer(claim: Claim, last: Word, asked: Asked) -> bool:
    """Whether a subject that ends with a word is the payer's own: "a fund managed by Kestrel".

    Who leads a group or a consortium is only one of those in it.
    """
    record, sentence = asked.record, claim.sentence
    at = sentence.number_at(last.start)
    at += sentence.low[at] not in _ITS_OWN  # The participle may have been read with its noun.
    own = sentence.low[at : at + 1] and sentence.low[at] in _ITS_OWN - _LEADING
    if not own or sentence.low[at + 1 : at + 2] not in (["by"], ["par"]):
        return False
    named = asked.names.find(sentence.source, sentence.words[at + 1].end, sentence.end)
    return (
        isinstance(record, Deal)
        and bool(named)
        and named[0].party == record.payer
        and not any(
            word.kind == "sign" or word.low in {"and", "et"}
            for word in sentence.words[at + 2 : sentence.number_at(named[0].start)]
        )
    )


_PAYING = frozenset({"buy", "pay", "put", "invest", "lend", "give", "order", "commit", "spend"})
_INDEFINITE = frozenset({"a", "an", "un", "une", "some", "any", "another", "no", "each", "every"})


def _led_by(claim: Claim, event: Event, asked: Asked, words: range) -> str:
    """Who pays that has to do with a party only: "funds advised by Kestrel have put 4 million"."""
    record, sentence = asked.record, claim.sentence
    if not isinstance(record, Deal) or event.subject is None or event.payees == ():
        return ""
    if asked.names.find(sentence.source, *event.subject):
        return ""
    place, stop = sentence.words[words.start].start, sentence.words[words.stop - 1].end
    for naming in asked.names.find(sentence.source, place, stop):
        at = sentence.number_at(naming.start)
        before = sentence.low[max(0, at - _TWO) : at]
        linked = naming.party == record.payer and not _LINKED.isdisjoint(before[-1:])
        if linked and _ITS_OWN.isdisjoint(before):
            return sentence.printed(words.start, at + 1)
    return ""


_LINKED = frozenset({"by", "par", "through", "via"})
_ITS_OWN = frozenset(
    """
    run managed controlled owned operated led gere geree geres gerees pilote pilotee controle
    controlee detenu detenue mene menee
    """.split()
)
"""What is so of a party acts for it: "the fund run by Kestrel"."""
_LEADING = frozenset({"led", "mene", "menee", "pilote", "pilotee"})


def _somebody_of(claim: Claim, words: Sequence[int]) -> str:
    """Who stands beside a name without being it: "a former head of Kestrel", "Kestrel's rival"."""
    low, sentence = claim.sentence.low, claim.sentence
    for at in words:
        if low[at] in OF and at > words[0]:
            name = at + 1
            while name <= words[-1] and low[name] in clause_words.DETERMINERS:
                name += 1
            if name <= words[-1] and low[at - 1] in OTHERS and sentence.is_capital(name):
                return sentence.printed(at - 1, name + 1)
        if low[at] in {"'s", "\u2019s"} and at > words[0]:
            for head in range(at + 1, min(words[-1] + 1, at + _PHRASE)):
                if low[head] in OTHERS - _ACTING:
                    return sentence.printed(at - 1, head + 1)
                if sentence.words[head].kind != "word" or low[head] in _ENDS_PHRASE:
                    break
    return ""


def in_clause_of_others(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """Whom a clause is about that tells a figure, where it is no party of the record.

    "Founded by the brothers who sold Brava for 4 million": what stands before the pronoun is
    neither a party nor a sum or a deal, and the clause names no party.
    """
    sentence, clauses = claim.sentence, claim.clauses
    number = clauses.of[figure.word]
    clause = clauses.all[number]
    assert isinstance(asked.record, Deal)
    if not (asked.record.payer and asked.record.payee):
        return ""
    if clause.kind not in {"relative", "aside-relative"} or clause.opened < _TWO:
        return ""
    pronoun = sentence.low[clause.opened]
    if pronoun not in {"who", "which", "whose", "qui", "dont"}:
        return ""
    at = clause.opened - 1
    if sentence.low[at] in {",", *clause_words.PREPOSITIONS}:
        at -= 1
    words = sentence.words
    inside = [
        (word.start, word.end)
        for place, word in enumerate(words)
        if clauses.inside(clauses.of[place], number)
    ]
    text = sentence.source
    if asked.names.ids_in(text, inside[0][0], inside[-1][1]):
        return ""
    phrase = [at]
    while phrase[0] > 0 and words[phrase[0] - 1].kind == "word" and len(phrase) < _PHRASE:
        if sentence.low[phrase[0] - 1] in clause_words.DETERMINERS - OF:
            break
        if sentence.is_capital(at) and not sentence.is_capital(phrase[0] - 1):
            break  # "Kestrel beat Halden, whose bid was 77 million"
        phrase.insert(0, phrase[0] - 1)
    low = {sentence.low[one] for one in phrase}
    if asked.names.ids_in(text, words[phrase[0]].start, words[at].end):
        return ""
    if words[at].kind != "word" or low & (_MONEY | _ABOUT_ALL):
        return ""
    if not low.isdisjoint(OTHERS) or sentence.is_capital(at):
        return msg(
            "it is told of others: “{words}”", words=sentence.printed(phrase[0], clause.opened + 1)
        )
    return ""


_PHRASE = 5
"""Words of the noun phrase before a relative pronoun, and behind a possessive."""
_ENDS_PHRASE = clause_words.PREPOSITIONS | clause_words.JOINING | clause_words.ENGLISH_AUXILIARIES
