"""What a sum is spent on, and who gets it, where that is not the deal of a record.

"The purchase will cost 4 million in legal fees", "it will spend 16 million on a new roof", "bankers
earned 4 million on the sale": beside a deal other money moves. Each reading takes time with the
words of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words, reporting
from tui.language.clause_words import OF
from tui.language.clauses.event_nouns import COMPANY_NOUNS, STAKE_WORDS
from tui.language.clauses.verbs import verb_forms
from tui.language.figures import purpose_words as lists
from tui.language.figures.sum_words import COSTING, DEAL_NOUNS, MONEY_NOUNS, UNDISCLOSED, UNTOLD
from tui.language.plain_words import Phrases
from tui.model.messages import msg
from tui.model.records import Deal
from tui.proof.claim.governor import governor_of
from tui.proof.verify.checks.sums.verbs import has_figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.words import Word
    from tui.proof.events import Event
    from tui.proof.verify.checks.asked import Asked

_COSTS: Phrases[str] = Phrases({"costs": COSTING})
_OF_IT = frozenset({"in", "of", "on", "de", "d'", "en"})
_NOUN_REACH = 5
"""Words behind a figure among which the noun stands that it is spent on."""
_GOAL_REACH = 5
"""Words from a figure to the preposition of its goal: "en trois ans pour"."""
_NEAR_GOAL = 3
"""Words of a goal that is somebody's doing."""
_GOAL_ENDS = (
    clause_words.RELATIVE | clause_words.THAT | clause_words.ADVERBIAL
    | frozenset(",;:.()\u2013\u2014") | frozenset("and but et mais by par".split())
)  # fmt: skip
_CHARGE_ENDS = _GOAL_ENDS - {"and", "et"}
_SUFFERER_REACH = 5
"""Words between "cost" and its figure: "will cost the state 4 million"."""
_RECEIVING = frozenset({"receive", "win", "earn", "gagner", "get", "make", "toucher", "pocket"})


def spent_elsewhere(
    claim: Claim, figure: FigureClaim, events: Sequence[Event], asked: Asked
) -> str:
    """Why a sum is that of something beside a deal; empty where nothing says so.

    Args:
        claim: The sentence.
        figure: The figure.
        events: The events of the sentence.
        asked: The field, the amount of a deal.
    """
    own = [event for event in events if has_figure(event, figure)]
    return (
        _charged(claim, figure, own, asked)
        or _spent_on(claim, figure, own, events, asked)
        or _borne_by_others(claim, figure, asked)
        or _gotten_by_helpers(claim, figure, own)
        or _of_own_project(claim, figure, own, asked)
        or _beside_token_price(claim, figure, own)
    )


def _undisclosed_price(low: Sequence[str]) -> int:
    """The word by which a price is kept silent: "racheté à un prix non dévoilé"; -1 for none."""
    for at, _, _ in _UNTOLD.each(low):
        if not _PRICES.isdisjoint(low[max(0, at - _PRICE_REACH) : at]):
            return at
    for at, word in enumerate(low):
        near = low[max(0, at - _PRICE_REACH) : at + _PRICE_REACH]
        if word in UNDISCLOSED and not _PRICES.isdisjoint(near):
            return at
    return -1


_UNTOLD: Phrases[str] = Phrases({"untold": UNTOLD})
_PRICES = frozenset("price sum amount fee prix montant somme".split())
_PRICE_REACH = 2
"""Words from a price to what says that it is not told."""


def _of_own_project(claim: Claim, figure: FigureClaim, own: Sequence[Event], asked: Asked) -> str:
    """The project whose cost a sum is where it is only helped: "soutient le projet de 18 M"."""
    low, record = claim.sentence.low, asked.record
    assert isinstance(record, Deal)
    governor = governor_of(claim.sentence, figure.word)
    noun = -1
    given = any(
        event.frame and event.frame != "back" and role.party == record.payer
        for event in own
        for role in event.payers
    )
    if given and not _is_goal(claim, governor.first):
        return ""
    if governor.kind == "noun" and governor.is_any(lists.PROJECTS):
        noun = governor.first
    elif low[max(0, governor.first - 1)] in lists.ESTIMATED or (
        governor.kind == "word" and _COSTS.at(low, governor.first) is not None
    ):
        before = range(governor.first - 1, -1, -1)
        noun = next((at for at in before if low[at] in lists.PROJECTS), -1)
    if noun < 0:
        return ""
    for at, word in enumerate(low):
        if word in lists.HELPING and not governor.first <= at <= figure.word:
            return msg(
                "it is what the project costs: “{words}”",
                words=claim.sentence.printed(noun, figure.word + 1),
            )
    return ""


def _is_goal(claim: Claim, noun: int) -> bool:
    """Whether a noun is what something is given for: "une aide pour son projet de 4 millions"."""
    low, at = claim.sentence.low, noun - 1
    while at > 0 and low[at] in clause_words.DETERMINERS - OF:
        at -= 1
    return at > 0 and low[at] in lists.INTO and low[at] not in {"en", "on", "in"}


def _beside_token_price(claim: Claim, figure: FigureClaim, own: Sequence[Event]) -> str:
    """The token price beside which a sum is spent: "invests 12 million, bought for one euro"."""
    low = claim.sentence.low
    token = next((at for at, word in enumerate(low) if word in lists.TOKEN), -1)
    if token < 0:
        token = _undisclosed_price(low)
    if token < 0 or abs(token - figure.word) <= 1:
        return ""
    if any(event.frame in {"invest", "put", "commit", "spend", "receive"} for event in own):
        return msg(
            "another price is told: “{words}”", words=claim.sentence.printed(token - 1, token + 1)
        )
    return ""


def _charged(claim: Claim, figure: FigureClaim, own: Sequence[Event], asked: Asked) -> str:
    """The charge that a sum is: "4 million in legal and banking fees", "de frais d'avocats".

    Who is paid its fees by the words is paid them.
    """
    low, words = claim.sentence.low, claim.sentence.words
    first = figure.word + 1
    if low[first : first + 1] == [] or low[first] not in _OF_IT:
        return ""
    record = asked.record
    assert isinstance(record, Deal)
    paid = any(
        event.tense and event.frame and any(role.party == record.payee for role in event.payees)
        for event in own
    )
    paid = paid or any(
        low[at] in {"lui", "leur"}
        for event in own
        if event.tense and event.frame in {"pay", "give"}
        for at in range(*_before_verb(claim, event))
    )  # "Lui règle 4 millions d'indemnités"
    paid = paid or any(event.lemma in {"refund", "repay", "reimburse"} for event in own)
    spends = any(event.lemma in lists.SPENDING for event in own)
    for at in range(first + 1, min(len(low), first + 1 + _NOUN_REACH)):
        if words[at].kind == "sign" or low[at] in _CHARGE_ENDS:
            break
        fresh = low[at] == "frais" and low[at - 1] in MONEY_NOUNS  # "D'argent frais"
        charge = low[at] in lists.CHARGES and not paid and not fresh
        works = low[at] in lists.WORKS and spends and not paid
        if charge or works:
            return msg(
                "it is spent beside the deal: “{words}”",
                words=claim.sentence.printed(first, at + 1),
            )
    return ""


def _before_verb(claim: Claim, event: Event) -> tuple[int, int]:
    """The words of a verb and the one before it, where its pronouns stand."""
    first = claim.sentence.number_at(event.start)
    return max(0, first - 1), claim.sentence.number_at(event.end - 1) + 1


def _spent_on(
    claim: Claim,
    figure: FigureClaim,
    own: Sequence[Event],
    events: Sequence[Event],
    asked: Asked,
) -> str:
    """The goal of a sum that is no party and no deal: "16 million on refurbishing the hotel"."""
    record = asked.record
    assert isinstance(record, Deal)
    if not record.payee:
        return ""  # Where nobody is said to be paid, the goal is the deal.
    low, words = claim.sentence.low, claim.sentence.words
    bought = any(
        event.frame in {"buy", "take", "order", "pay"}
        and not has_figure(event, figure)
        and any(role.party == record.payee for role in event.payees)
        for event in events
    )
    if bought and (aside := _invested_besides(claim, figure, own)):
        return msg("it is spent beside the deal: “{words}”", words=aside)
    if not any(event.lemma in lists.SPENDING for event in own):
        return ""
    goal = -1
    for at in range(figure.word + 1, min(len(low), figure.word + 1 + _GOAL_REACH)):
        if words[at].kind == "figure" or low[at] in {",", ";"}:
            break
        if low[at] in lists.INTO and not _tells_time(claim, at):
            goal = at
            break
    if goal < 0:
        return ""
    last = goal + 1
    while last < len(low) and low[last] not in _GOAL_ENDS and not _is_sum(words[last]):
        last += 1
    if last == goal + 1:
        return ""
    text = claim.sentence.source
    stretch = range(goal + 1, last)
    told = msg("it is spent beside the deal: “{words}”", words=claim.sentence.printed(goal, last))
    doing = _is_other_doing(claim, goal + 1)
    near = min(last, goal + 1 + _NEAR_GOAL) if doing else last
    if record.payee in asked.names.ids_in(text, words[goal].start, words[near - 1].end):
        return ""
    if doing:
        return told
    if any(low[at] in DEAL_NOUNS for at in stretch):
        return ""
    thing = low[goal + 1]
    indefinite = thing in _NEW_THINGS or (
        thing.endswith("s")
        and words[goal + 1].kind == "word"
        and not claim.sentence.is_capital(goal + 1)
        and thing not in _POINTED
    )
    stop = next((at for at in range(goal, len(low)) if low[at] in {",", ";"}), len(low) - 1)
    made = record.payee in asked.names.ids_in(text, words[goal].start, words[stop].end)
    if indefinite and not made and not _calls_party(claim, stretch):
        return told  # "Will spend 4 million on a new plant"
    if _is_stake_of_payee(claim, stretch, asked, bought=bought):
        return ""
    owned = low[goal + 1] in {"its", "their", "ses", "leurs", "son", "sa"}
    company = COMPANY_NOUNS[claim.language] | _RELATED
    if owned and (bought or company.isdisjoint(low[at] for at in stretch)):
        return told  # "Has bought Kestrel and will invest 4 million in its plants"
    return told if any(low[at] in lists.WORKS for at in stretch) else ""


def _is_modifier(claim: Claim, at: int) -> bool:
    """Whether a noun stands right behind another one that it describes."""
    sentence = claim.sentence
    if at + 1 >= len(sentence.low) or sentence.words[at + 1].kind != "word":
        return False
    ends = clause_words.PREPOSITIONS | clause_words.AUXILIARIES | clause_words.JOINING
    return sentence.low[at + 1] not in ends and not claim.clauses.is_finite(at + 1)


def _is_sum(word: Word) -> bool:
    """Whether a word is another sum; a share goes with its noun: "its 24 percent holding"."""
    share = word.mention is not None and word.mention.kind in {"percent", "fraction"}
    return word.kind == "figure" and not share


def _is_stake_of_payee(claim: Claim, stretch: range, asked: Asked, *, bought: bool) -> bool:
    """Whether a sum is spent on a holding: "spent 720 million on its 24 percent holding"."""
    sentence, record = claim.sentence, asked.record
    assert isinstance(record, Deal)
    if bought or STAKE_WORDS.isdisjoint(sentence.low[at] for at in stretch):
        return False
    last = sentence.words[stretch[-1]].end
    named = asked.names.ids_in(sentence.source, sentence.words[stretch[0]].start, last)
    return named <= {record.payee}


def _invested_besides(claim: Claim, figure: FigureClaim, own: Sequence[Event]) -> str:
    """What a buyer invests beside its purchase: "rachète K et prévoit d'y investir 4 millions"."""
    low = claim.sentence.low
    behind = low[figure.word + 1 : figure.word + 3]
    if behind[:1] in (["de"], ["d'"], ["of"], ["in"]) and behind[-1].startswith("invest"):
        return claim.sentence.printed(figure.word, figure.word + 3)
    for event in own:
        at = claim.sentence.number_at(event.end - 1)
        if event.lemma in lists.SPENDING and low[at - 1 : at] == ["y"]:
            return claim.sentence.printed(at - 1, at + 1)
    return ""


_RELATED = frozenset("filiale filiales subsidiary subsidiaries partenaire partner capital".split())
"""Whom a company has that it pays."""


def _tells_time(claim: Claim, at: int) -> bool:
    """Whether a preposition tells over what time a sum is spent: "en trois ans"."""
    low, words = claim.sentence.low, claim.sentence.words
    if low[at] not in {"en", "in", "sur", "on", "dans", "for", "pour"}:
        return False
    return words[at + 1 : at + 2] != [] and words[at + 1].kind in {"number", "date", "figure"}


_NEW_THINGS = frozenset({"a", "an", "new", "un", "une", "nouveaux", "nouvelles"})
_POINTED = clause_words.DETERMINERS | clause_words.PRONOUNS


def _calls_party(claim: Claim, stretch: range) -> bool:
    """Whether a goal may stand for the payee: "in a start-up that makes tiles"."""
    nouns = COMPANY_NOUNS[claim.language] | lists.PARTIES | lists.PURCHASES | STAKE_WORDS
    return any(claim.sentence.low[at] in nouns for at in stretch)


def _is_other_doing(claim: Claim, at: int) -> bool:
    """Whether a gerund or an infinitive stands there that is no buying: "on refurbishing"."""
    word = claim.sentence.words[at]
    if word.kind != "word" or word.low in lists.BUYING or claim.sentence.is_capital(at):
        return False
    low = claim.sentence.low
    if (
        low[at - 1] in {"in", "into"}
        and low[at + 1 : at + 2]
        and (low[at + 1] not in clause_words.DETERMINERS | clause_words.PREPOSITIONS)
    ):
        return False  # "Into struggling scooter maker Circ"
    if claim.language == "en":
        return word.low.endswith("ing") and word.low not in DEAL_NOUNS and len(word.low) > 5
    written = claim.sentence.source[word.start : word.end].lower()
    forms = verb_forms("fr").get(written, ())
    known = any(form.tense == "infinitive" for form in forms)
    frame = any(form.verb.frame for form in forms)
    return not frame and (
        known
        or (word.low.endswith(("er", "ir")) and claim.sentence.low[at - 1] in {"à", "a", "pour"})
    )


def _borne_by_others(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """Whom a sum is said to cost, where it is neither a party nor a company: "the state"."""
    low, words = claim.sentence.low, claim.sentence.words
    for at in range(figure.word - 1, max(-1, figure.word - _SUFFERER_REACH), -1):
        if words[at].kind != "word":
            return ""
        if _COSTS.at(low, at) is None:
            continue
        between = range(at + 1, figure.word)
        if not between or asked.names.find(
            claim.sentence.source, words[at].end, figure.mention.start
        ):
            return ""
        pointed = any(low[one] in {"the", "its", "their", "his", "her"} for one in between)
        bearer = {low[one] for one in between}
        if pointed and lists.BEARERS.isdisjoint(bearer) and not _is_called(claim, bearer, asked):
            return msg(
                "it is borne by others: “{words}”", words=claim.sentence.printed(at, figure.word)
            )
        return ""
    return ""


def _is_called(claim: Claim, nouns: set[str], asked: Asked) -> bool:
    """Whether a party is called by one of some nouns in the sentence: "the town of Newlyn"."""
    low = claim.sentence.low
    named = asked.names.find(claim.sentence.source, claim.sentence.start, claim.sentence.end)
    return any(
        not (nouns - clause_words.DETERMINERS).isdisjoint(low[max(0, number - 3) : number])
        for number in (claim.sentence.number_at(one.start) for one in named)
    )


_COUNCILS = tuple(
    [word]
    for word in (
        "departemental", "regional", "municipal", "general", "communautaire", "metropolitain",
        "d'", "of",
    )
)  # fmt: skip
"""Behind "conseil" these make it a council or a board, and nobody who advises."""


def _gotten_by_helpers(claim: Claim, figure: FigureClaim, own: Sequence[Event]) -> str:
    """Who gets a sum for having helped with a deal: "bankers earned 4 million on the sale"."""
    low, of = claim.sentence.low, claim.clauses.of
    for at in range(figure.word + 1, min(len(low), figure.word + 1 + 2 * _NOUN_REACH)):
        if low[at] in {",", ";", "(", ":"} or of[at] != of[figure.word]:
            break
        near = low[figure.word + 1 : at]
        towards = not {"to", "into", "in", "\xe0", "aux", "dans", "for", "of"}.isdisjoint(near[-4:])
        helper = low[at] in lists.HELPERS and not claim.sentence.is_capital(at)
        helper = helper and low[at - 1] != "real"  # "The real estate trust"
        helper = helper and low[at + 1 : at + 2] not in _COUNCILS
        helper = helper and low[at + 1 : at + 2] not in (["aid"], ["support"], ["funding"])
        if low[at] == "state" and _is_modifier(claim, at):
            continue  # "From state railway Kestrel"
        if helper and towards and near[-1:] != ["by"]:
            return msg("it goes to others: “{words}”", words=claim.sentence.printed(at, at + 1))
    got = any(event.frame in _RECEIVING or event.lemma in _RECEIVING for event in own)
    paid = {"paid", "payes", "verses", "versees"}
    before = [at for at in range(figure.word) if of[at] == of[figure.word]]
    for at in before:
        if (
            low[at] not in lists.HELPERS
            or (low[at] == "state" and _is_modifier(claim, at))
            or (at and low[at - 1] == "real")
            or low[at + 1 : at + 2] in _COUNCILS
            or (at and claim.sentence.is_capital(at))
            or (at and low[at - 1] in {"of", "by", "par", "de", "d'"})
        ):
            continue
        told = reporting.REPORTING[claim.language]
        if not told.isdisjoint(low[one] for one in range(at + 1, figure.word)):
            continue  # "Agents said that the trust had accepted 4 million"
        if got or not paid.isdisjoint(low[one] for one in before if one > at):
            return msg("it goes to others: “{words}”", words=claim.sentence.printed(at, at + 1))
    return ""
