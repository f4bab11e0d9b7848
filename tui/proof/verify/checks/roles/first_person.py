"""Deals that one of their parties tells of itself: "Kestrel belongs to us", "N is buying us".

Who "we" are is told outside the quotation marks, by the head of a company. Linear in the words of
the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.language import clause_words, speaking
from tui.language.clauses.verbs import verb_forms
from tui.language.plain_words import Phrases
from tui.model.records import Deal
from tui.proof.claim.speakers import quoted_words, speakers
from tui.proof.claim.turns.turn import NEGATIVE

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.verify.checks.asked import Asked

_OURS: Phrases[str] = Phrases({"ours": speaking.OURS})
_PAYING = frozenset({"buy", "pay", "give", "lend", "back", "invest", "order", "hire"})
"""Frames whose subject pays their object or recipient."""
_UNSURE = frozenset({"conditional", "infinitive"})
_CHEQUES = frozenset({"cheque", "cheques", "check", "checks"})
_OPEN = frozenset("would could might may should if si".split())
"""Words that leave open whether something is done."""
_REACH = 5
"""Words from a name or "we" to the verb, and from the verb to "us" or a name."""


_CHEQUE_REACH = 3
"""Words from whom a cheque is written to it: "wrote Kestrel | a cheque"."""


class _Ends(NamedTuple):
    """Who pays and who is paid, one of them by name, the other one "we"; empty for "we"."""

    payer: str
    payee: str


def is_told_of_us(role: str, party: str, claim: Claim, reading: QuoteReading, asked: Asked) -> bool:
    """Whether the words of a party's head show it in a role, beside the other one by name.

    Args:
        role: `payer` or `payee`.
        party: The party, by id.
        claim: The sentence.
        reading: The quote.
        asked: The field.
    """
    deal = asked.record
    if not isinstance(deal, Deal) or any(turn.kind in NEGATIVE for turn in claim.turns.all):
        return False
    ends = _belonging(claim, reading, asked) or _dealing(claim, reading, asked)
    if ends is None:
        return False
    told = speakers(claim, asked.names, reading.paragraph.claim_before(claim.sentence.start))
    if len(told) != 1:
        return False
    we = next(iter(told))
    found = _Ends(ends.payer or we, ends.payee or we)
    same = found == _Ends(deal.payer, deal.payee)
    return same and party == (deal.payer if role == "payer" else deal.payee)


def _belonging(claim: Claim, reading: QuoteReading, asked: Asked) -> _Ends | None:
    """As in "Kestrel belongs to us": what stands right before the phrase has been bought."""
    sentence = claim.sentence
    for at in range(len(sentence.low)):
        word = sentence.words[at]
        if not reading.start <= word.start < reading.end or _OURS.at(sentence.low, at) is None:
            continue
        named = [
            one
            for one in asked.names.find(sentence.source, sentence.start, word.start)
            if word.start - one.end <= 1
        ]
        if named:
            return _Ends("", named[-1].party)
    return None


def _dealing(claim: Claim, reading: QuoteReading, asked: Asked) -> _Ends | None:
    """As in "Nordwind nous rachète", "Nordwind is buying us", "we have bought Kestrel"."""
    sentence = claim.sentence
    low, quoted = sentence.low, quoted_words(sentence)
    names = [
        (sentence.number_at(one.start), sentence.number_at(one.end - 1), one.party)
        for one in asked.names.find(sentence.source, reading.start, reading.end)
        if sentence.start <= one.start < sentence.end
    ]
    for at, word in enumerate(low):
        if not quoted[at] or word not in {"us", "nous", "we"}:
            continue
        # "Nordwind nous rachète": the verb follows; "Nordwind has bought us": it stands before.
        named = [party for _, last, party in names if _subject_of(claim, last, at, word)]
        verb = at + 1 if word == "nous" else at - _REACH
        if word != "we" and named and _pays(claim, verb, at):
            return _Ends(named[-1], "")
        behind = [one for one in names if at < one[0] <= at + 2 * _REACH]
        if word != "us" and behind and _pays(claim, at + 1, behind[0][0] + _CHEQUE_REACH):
            return _Ends("", behind[0][2])
    return None


def _subject_of(claim: Claim, last: int, we: int, word: str) -> bool:
    """Whether a name is that of who does it: right before "nous", or before the verb of "us"."""
    between = claim.sentence.low[last + 1 : we]
    if word == "nous":
        return set(between) <= clause_words.BEFORE_VERB and last < we
    plain = not {",", ";", ":", "and", "to", "by", "from"} & {*between}
    return last < we and len(between) <= _REACH and plain


def _pays(claim: Claim, first: int, last: int) -> bool:
    """Whether a verb of paying, in a sure form, stands among some words."""
    sentence = claim.sentence
    words = sentence.words[max(0, first) : max(first + _REACH, last)][: 2 * _REACH]
    if not _OPEN.isdisjoint(word.low for word in words):
        return False
    forms = verb_forms(claim.language)
    found = [
        form
        for word in words
        for form in forms.get(sentence.source[word.start : word.end].lower(), ())
        if form.verb.frame or form.verb.stance
    ]
    if any(word.low in _CHEQUES for word in words):
        return True  # "We wrote Kestrel a cheque"
    sure = [one for one in found if one.verb.frame in _PAYING and one.tense not in _UNSURE]
    return bool(sure) and all(one.verb.frame in _PAYING for one in found)
