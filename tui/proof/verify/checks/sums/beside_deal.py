"""Sums told beside a deal: asked, estimated, set aside, spent after it, or of another deal.

"Nordwind has bought Kestrel and will invest 26 million in it", "already the buyer of Brava for 26
million", "Kestrel is on sale for 26 million": the sentence names the parties of the record, and
its sum is none that one pays the other. Each reading takes time with the words of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words, period_words
from tui.language.clauses.event_nouns import STAKE_WORDS
from tui.language.clauses.verbs import verb_forms
from tui.language.common_names import NO_PARTIES
from tui.language.figures import purpose_words, sum_words
from tui.language.figures.figure_roles import AT_FIRST, STARTING, WHOLE_DEALS
from tui.language.plain_words import Phrases, plain_word
from tui.model.messages import msg
from tui.model.records import Deal
from tui.proof.claim.quote import names_in
from tui.proof.verify.checks.sums.verbs import has_figure, printed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.governor import Governor
    from tui.proof.events import Event
    from tui.proof.verify.checks.asked import Asked

_REACH = 5
"""Words from a verb to who tells it, to its figure, or to what it is said of."""
_PHRASE = 3
"""Words of the noun phrase of a subject."""
_NEAR = 4
"""Words behind a figure among which the one stands whom it is set aside for."""
_FRONT = 12
"""Words in front of a sentence that tell of what was done before."""
_OFFERED: Phrases[str] = Phrases({"offered": sum_words.OFFERED_AT})
_BESIDE = purpose_words.SPENDING | frozenset(
    "pledge promise repay refinance earmark budget set promettre rembourser refinancer".split()
)
"""Verbs, by lemma, by which a buyer spends money beside the price."""
_EARMARKING = frozenset({"set", "earmark", "allocate", "budget", "reserve"})
_RAISING = frozenset({"raise", "borrow", "receive", "lend", "invest", "put", "give", "win", "back"})
_INSIDE = frozenset({"in", "to", "with", "on", "at", "from", "into", "dans", "sur", "avec", "chez"})


def beside_deal(
    claim: Claim,
    figure: FigureClaim,
    governor: Governor,
    events: Sequence[Event],
    asked: Asked,
) -> str:
    """Why a sum is told beside the deal of a record; empty where nothing says so.

    Args:
        claim: The sentence.
        figure: The figure.
        governor: What governs it.
        events: The events of the sentence.
        asked: The field, the amount of a deal.
    """
    own = [event for event in events if event.frame and has_figure(event, figure)]
    if guess := _guessed(claim, figure):
        return msg("it is only an estimate: “{words}”", words=guess)
    if asked_at := _asked_for(claim, governor):
        return msg("it is only asked: “{words}”", words=asked_at)
    if earlier := _years_before(claim, figure, asked):
        return msg("it is of a deal before: “{words}”", words=earlier)
    if other := _for_another(claim, governor, own, asked):
        return msg("it is of another deal: “{words}”", words=other)
    if earlier := _of_earlier_offer(claim, figure, own, events):
        return msg("it is of an offer before: “{words}”", words=earlier)
    if elsewhere := _of_other_seller(claim, figure, own, asked):
        return msg("it goes to others: “{words}”", words=elsewhere)
    if earlier := _of_earlier_round(claim, figure, asked):
        return msg("it is of a deal before: “{words}”", words=earlier)
    spent = (
        _only_earmarked(claim, figure, own, asked)
        or _spent_beside_purchase(claim, figure, own, events, asked)
        or _worth_of_surroundings(claim, governor, own)
        or _has_value(claim, governor)
        or _of_issue(claim, governor, asked)
        or _of_proceeds(claim, governor)
    )
    return msg("it is spent beside the deal: “{words}”", words=spent) if spent else ""


def _years_before(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """Words that put a sum years before the news: "two years after raising 14 million"."""
    published = asked.published
    when = next(iter(asked.dates), None)
    if published is None or when is None or when.latest is None or published.earliest is None:
        return ""
    if (published.earliest - when.latest).days > _YEAR:
        return ""
    low = claim.sentence.low
    for at in range(1, figure.word):
        units = period_words.DAYS_OF_UNIT.get(low[at - 1], 0) >= _MONTH
        if units and low[at] in {"after", "apres"} and figure.word - at <= _REACH:
            between = low[at + 1 : figure.word]
            if "," not in between:
                return claim.sentence.printed(at - 1, at + 1)
    return ""


_YEAR, _MONTH = 366, 30
"""Days by which a record may be older than its article, and of the shortest unit that is meant."""


def _guessed(claim: Claim, figure: FigureClaim) -> str:
    """Who estimates a price that nobody tells: "Analysts put the price at 4 million"."""
    low = claim.sentence.low
    if sum_words.GUESSERS.isdisjoint(low[:_REACH]):
        return ""
    for at in range(1, figure.word):
        same = claim.clauses.of[at] in claim.clauses.around(figure.word)
        head = low[max(0, at - _PHRASE) : at]
        told = low[at + 1 : figure.word]
        priced = not {"price", "paid", "pay", "prix", "paye", "verse"}.isdisjoint(told)
        guessing = low[at] in sum_words.GUESSING and not sum_words.GUESSERS.isdisjoint(head)
        if same and guessing and priced:
            return claim.sentence.printed(at - 1, at + 1)
    return ""


def _asked_for(claim: Claim, governor: Governor) -> str:
    """How a price is only asked or put on a thing: "a guide price of", "is on sale for".

    What is sold "for its asking price" was paid that.
    """
    low = claim.sentence.low
    if governor.kind == "preposition":
        for at in range(max(0, governor.first - _PHRASE), governor.first):
            phrase = _OFFERED.at(low, at)
            if phrase is not None and at + phrase[0] == governor.first:
                return claim.sentence.printed(at, governor.last)
        return ""
    if governor.kind != "noun" or sum_words.UNPAID.isdisjoint(governor.words):
        return ""
    return _priced_at(claim, governor)


def _has_value(claim: Claim, governor: Governor) -> str:
    """What a thing is worth that is no deal: "has a development value of", "homes with a value"."""
    low = claim.sentence.low
    if governor.kind != "noun" or {"value", "worth", "valeur"}.isdisjoint(governor.words):
        return ""
    before = governor.first - 1
    while before >= 0 and low[before] in clause_words.DETERMINERS:
        before -= 1
    if before < 1 or not WHOLE_DEALS.isdisjoint(low[: governor.first]):
        return ""
    thing = low[before] in {"with", "avec"} and not claim.sentence.is_capital(before - 1)
    return claim.words(governor) if low[before] in sum_words.HAS or thing else ""


def _priced_at(claim: Claim, governor: Governor) -> str:
    """A price that is only put on a thing, as its noun tells: "a guide price of"."""
    low = claim.sentence.low
    before = governor.first - 1
    while before >= 0 and low[before] in clause_words.DETERMINERS:
        before -= 1
    if before >= 0:
        word = claim.sentence.words[before]
        written = claim.sentence.source[word.start : word.end].lower()
        pays = any(form.verb.frame for form in verb_forms(claim.language).get(written, ()))
        if pays or word.low in sum_words.PAID_AT:
            return ""
    return claim.words(governor)


def _for_another(claim: Claim, governor: Governor, own: Sequence[Event], asked: Asked) -> str:
    """Who stands right before "for" and the sum: "already the buyer of Brava for 26 million"."""
    record, sentence = asked.record, claim.sentence
    at = governor.first - 1
    if governor.kind != "preposition" or governor.words[0] not in {"for", "pour"} or at < 1:
        return ""
    if not isinstance(record, Deal) or own or not sentence.is_capital(at):
        return ""
    first = at
    while first > 1 and sentence.is_capital(first - 1):
        first -= 1
    start, end = sentence.words[first].start, sentence.words[at].end
    if (
        sentence.low[first - 1] not in {"of", "de", "d'", "du"}
        or plain_word(sentence.source[start:end]) in NO_PARTIES
    ):
        return ""
    named = asked.names.find(sentence.source, sentence.start, sentence.end)
    if not named or any(one.start < end and start < one.end for one in named):
        return ""
    return sentence.printed(first, at + 1)


def _of_earlier_round(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """What was done before, in front of the deal: "After a first round of 26 million, it has"."""
    sentence = claim.sentence
    low = sentence.low
    if low[:1] not in (["after"], ["following"], ["apres"]) or figure.word > _FRONT:
        return ""
    if "," not in low[figure.word :]:
        return ""
    comma = low.index(",", figure.word)
    front = low[:comma]
    first = not (STARTING | AT_FIRST | {"first", "premier", "premiere"}).isdisjoint(front)
    if not first or WHOLE_DEALS.isdisjoint(front):
        return ""
    parties = asked.names.ids_in(sentence.source, sentence.start, sentence.words[comma].start)
    forms = verb_forms(claim.language)
    again = any(
        form.verb.frame in _RAISING
        for word in sentence.words[comma + 1 :]
        for form in forms.get(sentence.source[word.start : word.end].lower(), ())
    )
    return sentence.printed(0, figure.word) if again and not parties else ""


def _of_earlier_offer(
    claim: Claim, figure: FigureClaim, own: Sequence[Event], events: Sequence[Event]
) -> str:
    """What a buyer had offered before it bought: "qui en offrait 3 millions, l'a acheté pour 4"."""
    if not own or any(
        event.lemma not in _OFFERING or event.tense not in {"imperfect", "pluperfect"}
        for event in own
    ):
        return ""
    other = any(one.word != figure.word and one.mention.kind == "money" for one in claim.figures())
    bought = any(
        event.frame in {"buy", "take"} and event.polarity == "affirmed"
        and event.tense not in {"imperfect", "pluperfect", "conditional"}
        for event in events
    )  # fmt: skip
    return printed(claim, own[0]) if other and bought else ""


_OFFERING = frozenset("offer bid propose offrir proposer".split())


def _of_other_seller(claim: Claim, figure: FigureClaim, own: Sequence[Event], asked: Asked) -> str:
    """Who is paid where the payee is only told of before: "4 M to K, after buying from H"."""
    record, sentence, clauses = asked.record, claim.sentence, claim.clauses
    if not isinstance(record, Deal) or not record.payee or not own:
        return ""
    if any(role.party == record.payee for event in own for role in event.payees):
        return ""
    named = [
        clauses.of[sentence.number_at(one.start)]
        for one in asked.names.find(sentence.source, sentence.start, sentence.end)
        if one.party == record.payee
    ]
    around = clauses.around(figure.word)
    if not named or any(
        number in around or sentence.low[clauses.all[number].opened] not in _BEFORE_THAT
        for number in named
    ):
        return ""
    text = sentence.source
    for name in names_in(text, figure.mention.end, sentence.end, sentence.start):
        at = sentence.number_at(text.index(name, figure.mention.end))
        if clauses.of[at] in around and not asked.names.find(name):
            return name
    return ""


_BEFORE_THAT = frozenset({"after", "apres", "following"})


def _only_earmarked(claim: Claim, figure: FigureClaim, own: Sequence[Event], asked: Asked) -> str:
    """Money set aside for a purpose, of which it is not told that the payee gets it."""
    record, sentence = asked.record, claim.sentence
    named = asked.names.ids_in(sentence.source, sentence.start, sentence.end)
    if not isinstance(record, Deal) or not record.payee or record.payee not in named:
        return ""
    if not own or any(event.lemma not in _EARMARKING or event.payees for event in own):
        return ""
    near = sentence.words[figure.word : figure.word + 1 + _NEAR]
    if record.payee in asked.names.ids_in(sentence.source, near[0].end, near[-1].end):
        return ""  # "Has earmarked 250,000 pounds for Kestrel's roof"
    return printed(claim, own[0])


def _spent_beside_purchase(
    claim: Claim,
    figure: FigureClaim,
    own: Sequence[Event],
    events: Sequence[Event],
    asked: Asked,
) -> str:
    """What a buyer spends beside the price: "has bought Kestrel and will invest 26 million in it".

    Where only a stake is bought, what is invested is its price.
    """
    record, sentence = asked.record, claim.sentence
    if not isinstance(record, Deal) or not own or not record.payee:
        return ""
    if any(event.lemma not in _BESIDE for event in own):
        return ""
    if not STAKE_WORDS.isdisjoint(sentence.low):
        return ""
    paid = any(role.party == record.payee for event in own for role in event.payees)
    clauses = claim.clauses
    for event in events:
        if event.frame != "buy" or not event.tense or event.figures:
            continue
        # What was bought long ago may well be given money now: "Circ, which it owns since 2019".
        kind = clauses.all[clauses.of[sentence.number_at(event.start)]].kind
        beside = kind in {"main", "coordinate"} and event.start < figure.mention.start
        if any(role.party == record.payee for role in event.payees) and (beside or not paid):
            return printed(claim, own[0])
    return ""


def _worth_of_surroundings(claim: Claim, governor: Governor, own: Sequence[Event]) -> str:
    """What else is worth a sum: "has bought Kestrel in a market worth 26 million"."""
    low, at = claim.sentence.low, governor.first - 1
    if governor.words[:1] != ("worth",) or at < 1 or low[at] in sum_words.NOUNS:
        return ""
    if claim.sentence.words[at].kind != "word":
        return ""
    first = at
    while first > 0 and at - first < _PHRASE and low[first - 1] not in _INSIDE:
        if claim.sentence.words[first - 1].kind != "word" or claim.sentence.is_capital(first):
            return ""
        first -= 1
    if claim.sentence.is_capital(at) or claim.sentence.is_capital(first):
        return ""
    if low[first - 1] == "with" and any(event.frame == "supply" for event in own):
        return ""  # "Will supply Kestrel with buses worth 30 million"
    if not sum_words.NOUNS.isdisjoint(low[first : at + 1]) or low[max(0, first - 1)] not in _INSIDE:
        return ""
    return claim.sentence.printed(first - 1, at + 1)


def _of_issue(claim: Claim, governor: Governor, asked: Asked) -> str:
    """The whole issue, round or list in which the payer takes a part: "bought shares in its".

    "Will contribute to a 300 million rescue", "won a place on its 300 million framework"; who leads
    a round is taken for its payer.
    """
    record, sentence = asked.record, claim.sentence
    low = sentence.low
    if governor.kind != "noun" or not isinstance(record, Deal):
        return ""
    at = governor.first - 2  # The figure stands before its noun.
    while at > 0 and (low[at] in _OWNING or sentence.is_capital(at)):
        at -= 1
    before = low[max(0, at - _NEAR) : at]
    if low[at] in {"on", "of"} and not sum_words.PLACES_IN.isdisjoint(before):
        return sentence.printed(at - 1, governor.last)
    taking = not sum_words.TAKING_PART.isdisjoint(before)
    return sentence.printed(at - 1, governor.last) if low[at] in {"in", "to"} and taking else ""


_OWNING = clause_words.DETERMINERS | {"'s", "\u2019s"}


def _of_proceeds(claim: Claim, governor: Governor) -> str:
    """The deal whose proceeds pay for this one: "with the proceeds of its 26 million sale"."""
    low, first = claim.sentence.low, governor.first
    before = low[max(0, first - _REACH) : first]
    if governor.kind != "noun" or {"proceeds", "produit", "recettes"}.isdisjoint(before):
        return ""
    return claim.words(governor)
