"""Does a quote name the recorded parties, and do its words show what each of them does?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.clauses.verbs import verb_forms
from tui.language.figures.figure_roles import WHOLE_DEALS
from tui.model.messages import all_of, msg
from tui.model.quantities import Quantity
from tui.model.records import Deal, Fact
from tui.proof.claim.quote import names_in
from tui.proof.verify.checks.doubts import OUTRIGHT, turned
from tui.proof.verify.checks.roles.direction import check_direction
from tui.proof.verify.checks.roles.earlier_deals import of_now
from tui.proof.verify.checks.roles.named_roles import is_apposed, is_named_as

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from tui.model.proofs import ValueCheck
    from tui.model.records import Record
    from tui.proof.claim.claim import Claim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.claim.turns.turn import Turn
    from tui.proof.verify.checks.asked import Asked
    from tui.proof.verify.checks.roles.direction import Shown

PARTY_FIELDS = frozenset({"payer", "payee", "party", "holder", "subject", "parties"})
DIRECTED = frozenset({"payer", "payee"})
"""Fields that tell a direction, which names alone do not show."""


def check_parties(
    names: Mapping[str, str],
    reading: QuoteReading,
    asked: Asked,
) -> tuple[ValueCheck, str]:
    """Compare the parties of a field with those that a quote and its paragraph name.

    - `silent`: one of them is named neither in the quote nor in its paragraph.
    - `states`: the words show that it is they, in this role.
    - `judged`: they are named; what each does is the curator's reading.
    - `denies`: the words say outright that it is not so: "it was Circ, and not Nordwind".
    - `unclear`: something in the sentence may turn it.
    - `contradicts`: the words show the other direction.

    Args:
        names: What to call each of the recorded parties, by id.
        reading: The quote in its sentences.
        asked: The field.
    """
    text = reading.paragraph.text
    quoted = asked.names.ids_in(text, reading.start, reading.end)
    sentence = asked.names.ids_in(text, *reading.span)
    around = asked.names.ids_in(text, 0, len(text))
    ids = list(names)
    missing = [names[one] for one in ids if one not in around]
    if missing:
        who = " and ".join(missing)
        if len(missing) == len(ids):
            return "silent", msg("neither the quote nor its paragraph names {who}", who=who)
        return "silent", msg("{who} is not named here", who=who)
    deal = None if asked.label not in DIRECTED else asked.record
    if deal is not None and not isinstance(deal, Fact):
        check, why = _directed(ids[0], names[ids[0]], sentence, reading, asked)
        if check == "states":
            return check, why
    for claim, turn in reading.turns() if isinstance(asked.record, Deal) else ():
        if turn.kind in _TURNING and not _aside(claim, turn, asked):
            doubt = turned(claim, [turn], asked)
            if doubt:
                outright = turn.kind in OUTRIGHT or _is_ruled_out(claim, turn, ids, asked)
                return ("denies" if outright else "unclear"), doubt
    if deal is not None and not isinstance(deal, Fact):
        if check != "judged":
            return check, why
        if is_named_as(asked.label, ids[0], reading, asked):
            return "states", ""
    far = [names[one] for one in ids if one not in quoted]
    if far and not sentence.issuperset(ids):
        return "judged", msg("{names} is named in its paragraph only", names=all_of(far))
    if asked.label == "parties" and isinstance(asked.record, Deal):
        if _take_part(ids, reading, asked):
            return "states", ""
        return "judged", msg("who takes part is judged by the curator")
    if asked.label == "party" and quoted.issuperset(ids) and _alone(reading, asked):
        return "states", ""
    return "judged", msg("what the party does is judged by the curator")


def _is_ruled_out(claim: Claim, turn: Turn, ids: Sequence[str], asked: Asked) -> bool:
    """Whether somebody else is told in place of a party: "it was Circ, and not Nordwind"."""
    words = [word for word, of in zip(claim.sentence.words, claim.clauses.of, strict=True)
             if turn.kind == "instead" and of == turn.clause]  # fmt: skip
    if not words:
        return False
    named = asked.names.ids_in(claim.sentence.source, words[0].start, words[-1].end)
    return not named.isdisjoint(ids)


def _directed(
    party: str, name: str, sentence: AbstractSet[str], reading: QuoteReading, asked: Asked
) -> tuple[ValueCheck, str]:
    """What the events of a quote show of a payer or payee; one that is turned shows nothing."""
    role, record = asked.label, asked.record
    assert not isinstance(record, Fact)
    opposite, other = ("payee", record.payee) if role == "payer" else ("payer", record.payer)
    if is_apposed(opposite, party, reading, asked):
        return "contradicts", msg("the words call {name} by the other role", name=name)
    sums = _sums(reading, record)
    told = asked.directions.shown(reading, alone=party in sentence)
    shown = of_now(told, sums, reading, asked)
    standing = [event for event in shown if not _is_turned(event, reading, asked)]
    check, why = check_direction(role, party, other, name, standing, sums)
    if check == "judged" and len(standing) < len(shown):
        check, why = check_direction(role, party, other, name, shown, sums)
        return ("judged", why) if check == "states" else (check, why)
    return check, why


def _sums(reading: QuoteReading, record: Record) -> frozenset[int]:
    """Where a quote tells the sum that a deal records."""
    amount = record.amount if isinstance(record, Deal) else None
    if not isinstance(amount, Quantity):
        return frozenset()
    return frozenset(
        one.start
        for one in reading.mentions
        if one.kind == "money" and one.quantity and one.quantity.magnitude == amount.magnitude
    )


def _is_turned(event: Shown, reading: QuoteReading, asked: Asked) -> bool:
    """Whether words deny the event, or tell that it did not come about.

    They do so where they reach its verb or noun, and where they tell of it behind a comma: "sold
    its cranes to Nordwind, a sale nobody ever closed".
    """
    for claim in reading.claims:
        if claim.sentence.start <= event.start < claim.sentence.end:
            word = claim.sentence.number_at(event.start)
            reaching = claim.turns.on(word)
            turns = [
                turn
                for turn in claim.turns.all
                if turn.kind in _TURNING
                and (turn in reaching or _is_remark(claim, turn, word))
                and not _aside(claim, turn, asked)
            ]
            return bool(turned(claim, turns, asked))
    return False


def _is_remark(claim: Claim, turn: Turn, word: int) -> bool:
    """Whether a turn stands in what is said behind a word of the clause that the word is in."""
    if turn.first <= word or turn.clause < 0:
        return False
    clause = claim.clauses.all[turn.clause]
    if claim.sentence.low[clause.opened : clause.opened + 1] in (["who"], ["whom"]):
        return False  # "To drivers who were wrongly treated": of them, not of the deal.
    return clause.kind in _REMARKS and clause.parent in claim.clauses.around(word)


_REMARKS = frozenset({"apposition", "relative", "aside-relative"})


def _aside(claim: Claim, turn: Turn, asked: Asked) -> bool:
    """Whether what is denied is only said about a party: "to Circ, a buyer nobody knew, for …".

    A clause that names a party, has a figure, or is about a deal may deny the deal.
    """
    if turn.kind == "instead":
        return _sets_others_aside(claim, turn, asked)
    if turn.kind not in _NOT_DENIALS or turn.first < 0:
        return False
    number = turn.clause
    words = claim.sentence.words
    inside = [at for at, clause in enumerate(claim.clauses.of) if clause == number]
    if not _in_apposition(claim, number):
        if not _behind_party(claim, number, asked):
            return False
        moves = verb_forms(claim.language)
        own = range(turn.first, turn.last)
        others = [at for at in inside if at not in own]
        if any(form.verb.frame for at in others for form in moves.get(words[at].low, ())):
            return False  # "Kestrel, which it never bought": the verb moves money.
    return not any(
        words[at].kind == "figure" or words[at].low in WHOLE_DEALS or words[at].low in _OF_DEAL
        for at in inside
    ) and not any(
        asked.names.find(claim.sentence.source, words[at].start, words[at].end) for at in inside
    )


def _sets_others_aside(claim: Claim, turn: Turn, asked: Asked) -> bool:
    """Whether "rather than the state" sets somebody aside who is no party of the deal."""
    deal = asked.record
    if not isinstance(deal, Deal) or turn.first < 1 or claim.sentence.low[turn.first - 1] != ",":
        return False
    low, words = claim.sentence.low, claim.sentence.words
    end = next((at for at in range(turn.last, len(low)) if low[at] == ","), -1)
    if not turn.last < end <= turn.last + _ASIDE_REACH:
        return False
    named = asked.names.ids_in(claim.sentence.source, words[turn.last].start, words[end].start)
    return named.isdisjoint({deal.payer, deal.payee})


def _behind_party(claim: Claim, number: int, asked: Asked) -> bool:
    """Whether a clause between commas is about the party right before it."""
    clause, words = claim.clauses.all[number], claim.sentence.words
    if clause.kind not in {"aside-relative", "relative"} or clause.opened < _BEFORE_RELATIVE:
        return False
    if words[clause.opened - 1].low not in {",", "("}:
        return False
    place = words[clause.opened - _BEFORE_RELATIVE]
    return any(
        one.end == place.end
        for one in asked.names.find(claim.sentence.source, claim.sentence.start, place.end)
    )


_BEFORE_RELATIVE = 2
"""Words from a relative pronoun back over its comma to the name that it stands for."""


def _in_apposition(claim: Claim, number: int) -> bool:
    while number >= 0:
        if claim.clauses.all[number].kind == "apposition":
            return True
        number = claim.clauses.all[number].parent
    return False


_NOT_DENIALS = frozenset({"not", "fail", "refuse", "cancel"})
_OF_DEAL = frozenset(
    """
    move step payment sum price figure amount attempt approach arrangement transfer geste somme
    prix montant paiement chiffre tentative marche montage versement projet
    """.split()
)
"""Nouns that stand for what is done; an apposition of one of them tells of the deal itself."""


def _alone(reading: QuoteReading, asked: Asked) -> bool:
    """Whether the sentences of a quote name nobody but the parties of the record."""
    text, (start, end) = reading.paragraph.text, reading.span
    own = asked.names.find(text, start, end)
    return not any(
        not any(name in text[one.start : one.end] for one in own)
        for claim in reading.claims
        for name in names_in(text, claim.sentence.start, claim.sentence.end, claim.sentence.start)
    )


def _take_part(ids: Sequence[str], reading: QuoteReading, asked: Asked) -> bool:
    """Whether one event has all of some parties."""
    for event in asked.directions.events(reading, alone=True):
        roles = (*event.payers, *event.payees, *event.parties)
        if {role.party for role in roles}.issuperset(ids):
            return True
    return any(_in_one_clause(ids, claim, asked) for claim in reading.claims)


def _in_one_clause(ids: Sequence[str], claim: Claim, asked: Asked) -> bool:
    """Whether a clause names all parties, none of them as one who stands aside."""
    sentence = claim.sentence
    places: dict[int, set[str]] = {}
    for naming in asked.names.find(sentence.source, sentence.start, sentence.end):
        number = sentence.number_at(naming.start)
        if _ASIDE.isdisjoint(sentence.low[max(0, number - _ASIDE_REACH) : number]):
            places.setdefault(claim.clauses.of[number], set()).add(naming.party)
    return any(named.issuperset(ids) for named in places.values())


_ASIDE = frozenset(
    """
    dismay detriment unlike against despite without rival rivals competitor competitors expense
    ahead instead contre dam depens face concurrent concurrents rivale malgre sans lieu devant
    detrimental contrairement
    """.split()
)
"""Words before a name that keep it out of what the others do."""
_ASIDE_REACH = 4


_TURNING = frozenset({"not", "deny", "refuse", "cancel", "untrue", "fail", "instead"})
