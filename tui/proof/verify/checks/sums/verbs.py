"""What verbs do with a sum: those that leave it the sum of a deal are known, any other is not read.

A verb that no table has may take a sum back ("evaporated"), set it beside the deal ("insured") or
make it another ("saves 4 million by not buying"). Each reading takes time with the words of one
sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words
from tui.language.clause_words import OF
from tui.language.clauses.verbs import LEAVING_OPEN, verb_forms
from tui.language.figures import sum_words
from tui.language.plain_words import Phrases
from tui.model.messages import msg
from tui.proof.claim.figures.values import of_a_deal
from tui.proof.claim.governor import governor_of
from tui.proof.claim.known_verbs import unknown_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.language.clauses.verbs import VerbForm
    from tui.model.records import Deal
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.events import Event

_PHRASE = 3
"""Words between a determiner and its noun, the noun included."""
_MEANS_IN_FRONT = frozenset("with avec after apres thanks grace following".split())
_TWO = 2
_GIVING = {
    language: giving | LEAVING_OPEN[language] for language, giving in sum_words.GIVING_SUMS.items()
}
"""Verbs by language that leave a sum that of the deal."""


def unread_verb(claim: Claim, figure: FigureClaim, events: Sequence[Event], deal: Deal) -> str:
    """Why a verb is not known to leave a figure the sum of a deal; empty where all are known.

    Args:
        claim: The sentence.
        figure: The figure.
        events: The events of the sentence.
        deal: The record.
    """
    if is_told_as_paid(claim, figure, events, deal):
        return ""  # "Bidding stopped at 4 million, the sum that Nordwind paid."
    return (
        _predicated(claim, figure, events)
        or _predicated_within(claim, figure, events)
        or _of_a_deal_before(claim, figure)
        or _said_of(claim, figure, events)
        or _taken_otherwise(claim, figure, events)
    )


def _predicated(claim: Claim, figure: FigureClaim, events: Sequence[Event]) -> str:
    """What becomes of a sum that stands in the subject: "The 4 billion that it pledged melted".

    The verb that follows tells how the deal went on. Those that leave it as it is are known.
    """
    words = claim.sentence.words
    root = claim.clauses.around(figure.word)[-1]
    at = claim.clauses.all[root].verb
    if _is_about_name(claim, figure, events):
        return ""  # "Kestrel, which Nordwind bought for 4 million, will change its name".
    if claim.sentence.low[0] in sum_words.THANKS and "," in claim.sentence.low[figure.word : at]:
        return ""  # "Thanks to a loan of 4 million, the museum reopens".
    if claim.clauses.all[claim.clauses.of[figure.word]].kind == "fronted" and (
        not _MEANS_IN_FRONT.isdisjoint(claim.sentence.low[:_TWO])
    ):
        return ""  # "With this round of 4 million, it intends to hire".
    if _is_of_gerund(claim, figure) and "," in claim.sentence.low[figure.word : at]:
        return ""  # "Fresh from buying Kestrel for 4 million, it is looking for more".
    if opens_with_participle(claim, moving=True) and "," in claim.sentence.low[figure.word : at]:
        return ""  # "Sold for 4 million, the hotel reopens in May".
    if at <= figure.word or any(word.kind == "figure" for word in words[figure.word + 1 : at]):
        return ""
    known = sum_words.GOING_ON[claim.language] | sum_words.FACTIVE
    doubt = unknown_verb(claim, at, known)
    return msg("what became of it was not understood: “{words}”", words=doubt) if doubt else ""


def _is_about_name(claim: Claim, figure: FigureClaim, events: Sequence[Event]) -> bool:
    """Whether a verb in a clause about a name has the figure, so that the main verb is the name's.

    A noun has none: "Kestrel, whose sale for 4 million stalled".
    """
    clause = claim.clauses.all[claim.clauses.of[figure.word]]
    if clause.kind not in {"relative", "aside-relative"}:
        return False
    name = clause.opened - 1
    while name > 0 and claim.sentence.low[name] in {",", *clause_words.PREPOSITIONS}:
        name -= 1
    own = [event for event in events if has_figure(event, figure)]
    return claim.sentence.is_capital(name) and any(
        event.tense or (event.frame and event.subject is not None) for event in own
    )


def opens_with_participle(claim: Claim, *, moving: bool = False) -> bool:
    """Whether a sentence opens with what was done to its subject: "Vendu", "Porté à".

    Args:
        claim: The sentence.
        moving: Whether it must be a verb that moves money.
    """
    return any(
        form.tense == "participle" and (form.verb.frame or not moving) for form in _forms(claim, 0)
    )


def _is_of_gerund(claim: Claim, figure: FigureClaim) -> bool:
    """Whether a gerund that opens the sentence has a figure: "Having bought", "Since buying"."""
    if "," in claim.sentence.low[: figure.word]:
        return False
    return any(
        form.verb.frame and form.tense == "gerund"
        for at in range(min(figure.word, _FRONT))
        for form in _forms(claim, at)
    )


def _predicated_within(claim: Claim, figure: FigureClaim, events: Sequence[Event]) -> str:
    """What becomes of a deal whose noun has a figure: "Kestrel, whose sale for 4 M stalled".

    Also where the verb that follows has no form that would tell it from a noun: "The sale for 4
    million hangs by a thread".
    """
    clauses, low, words = claim.clauses, claim.sentence.low, claim.sentence.words
    number = clauses.of[figure.word]
    clause = clauses.all[number]
    about = clause.kind in {"relative", "aside-relative"} and low[clause.opened] in _WHOSE
    own = [event for event in events if has_figure(event, figure)]
    whole = clause.kind in {"main", "coordinate", "complement"}
    verbal = any(event.tense or _is_told_by_infinitive(claim, event) for event in own)
    noun = whole and bool(own) and not verbal
    if clause.opened <= clause.verb < figure.word or not (about or (noun and clause.verb < 0)):
        return ""  # "whose owner sold it for 4 million"
    at = figure.word + 1
    if low[at : at + 1] and low[at] in sum_words.DEAL_NOUNS:
        return ""  # "in a 4 million deal"
    while at < len(low) and clauses.of[at] == number and words[at].kind in {"word", "date"}:
        known = claim.sentence.is_capital(at) or words[at].kind == "date"
        if known or low[at] in _LEADING:
            at += 1
            continue
        if low[at] in clause_words.PREPOSITIONS:
            at += 1
            while at < len(low) and (
                low[at] in clause_words.DETERMINERS or claim.sentence.is_capital(at)
            ):
                at += 1
            if at < len(low) and not claim.sentence.is_capital(at - 1):
                at += 1  # The noun: "in cash", "by the group".
            continue
        if claim.language == "fr" and not low[at].endswith(_FRENCH_ENDINGS):
            at += 1  # "Au Trésor public"
            continue
        doubt = unknown_verb(claim, at, sum_words.GOING_ON[claim.language])
        return msg("what became of it was not understood: “{words}”", words=doubt) if doubt else ""
    return ""


_FRENCH_ENDINGS = ("e", "t", "a", "d", "c'", "ut", "it")
"""How French verbs of the third person end."""


def _is_told_by_infinitive(claim: Claim, event: Event) -> bool:
    """Whether an event is told by an infinitive: "obliges Kestrel to pay", "condamne à verser"."""
    at = claim.sentence.number_at(event.start)
    if claim.language == "fr" and event.frame and _is_infinitive(claim, at):
        return True
    return bool(event.frame) and claim.sentence.low[at - 1 : at] == ["to"]


def _of_a_deal_before(claim: Claim, figure: FigureClaim) -> str:
    """What was done to a subject before the deal of the sentence: "Once bought for 4 million, …".

    A participle in front tells a deal, and the verb behind the comma tells another one.
    """
    low = claim.sentence.low
    first = 1 if low[0] in _EARLIER_ON else 0
    if "," not in low[figure.word :] or "," in low[: figure.word] or figure.word > _FRONT:
        return ""
    forms = _forms(claim, first)
    traded = any(form.verb.frame in _TRADES and form.tense == "participle" for form in forms)
    entered = not any(form.verb.frame for form in forms) and _is_entered_at(claim, figure)
    if not (traded or entered):
        return ""
    comma = low.index(",", figure.word)
    for at in range(comma + 1, len(low)):
        if low[at] in _CLAUSE_ENDS:
            break
        again = any(form.verb.frame in _TRADES for form in _forms(claim, at))
        if again and not claim.sentence.is_capital(at):
            return msg("it is of a deal before: “{words}”", words=claim.sentence.printed(0, comma))
    return ""


def _is_entered_at(claim: Claim, figure: FigureClaim) -> bool:
    """Whether a French participle of no deal opens the sentence with a figure: "Inscrite pour"."""
    low = claim.sentence.low
    return (
        claim.language == "fr"
        and figure.word == _TWO
        and low[1] in sum_words.PAID_FOR
        and low[0].endswith(_PARTICIPLES)
    )


_PARTICIPLES = ("e", "ee", "es", "ees", "it", "ite", "its", "ites", "u", "ue", "us", "ues")
_EARLIER_ON = frozenset({"once", "first", "originally", "jadis", "autrefois", "deja", "already"})
_TRADES = frozenset({"buy", "sell", "pass"})
_FRONT = 8
"""Words in front of a sentence that tell what was done to its subject before."""
_CLAUSE_ENDS = clause_words.RELATIVE | {",", ";", ":"}
_WHOSE = frozenset({"whose", "dont"})
_LEADING = clause_words.CLITICS | clause_words.ADVERBS_BETWEEN | {"cash", "comptant"}


def _said_of(claim: Claim, figure: FigureClaim, events: Sequence[Event]) -> str:
    """What a clause right behind a sum says of it: "the 4 billion that it struck off its books".

    What somebody gave was needed before: "stumped up the 9 million that Kestrel needed".
    """
    given = any(
        event.frame in _GIVEN and event.tense and event.end <= figure.mention.start
        for event in events
        if has_figure(event, figure)
    )
    for clause in claim.clauses.all:
        if clause.opened == figure.word + 1 and clause.kind in {"relative", "complement"}:
            known = sum_words.GOING_ON[claim.language] | (
                sum_words.NEEDING if given else frozenset()
            )
            doubt = unknown_verb(claim, clause.verb, known)
            if doubt:
                return msg("what is said of it was not understood: “{words}”", words=doubt)
    return ""


_GIVEN = frozenset({"pay", "give", "put", "lend", "invest", "commit", "supply"})


def object_of_unread(claim: Claim, figure: FigureClaim, own: Sequence[Event]) -> str:
    """The verb whose object is the noun of a deal: "talks foresee a payment of 4 million"."""
    for event in own:
        noun = claim.sentence.number_at(event.end - 1)
        if event.tense or noun >= len(claim.sentence.words):
            return ""
        if event.frame and _has_form(claim, claim.sentence.number_at(event.start), "participle"):
            return ""  # "The round, …, brought in 4 million"
        verb = claim.clauses.all[claim.clauses.of[noun]].verb
        if not 0 <= verb < noun:
            verb = _before_determiner(claim, noun)
        if verb < 0 or any(form.verb.lemma in sum_words.VALUING for form in _forms(claim, verb)):
            continue
        if _is_unhesitating(claim, verb) or _is_adjunct(claim, figure, own):
            continue
        if _is_foreseen(claim, verb):
            continue  # "Le plan de sauvetage prévoit un apport de 4 millions"
        serves = any(form.verb.lemma in sum_words.SERVING for form in _forms(claim, verb))
        if serves and _is_apposed_contract(claim, figure):
            continue  # "Kestrel gérera le réseau de Nordwind, un contrat de 4 millions"
        ordered = any(form.verb.stance == "agree" for at in (verb, verb + 1)
                      for form in _forms(claim, at))  # fmt: skip
        if ordered and event.frame and _is_infinitive(claim, noun):
            continue  # "Was sentenced to pay 4 million"
        if _is_agent(claim, figure) and any(
            form.verb.lemma in sum_words.GOING_ON[claim.language] - LEAVING_OPEN[claim.language]
            for at in range(verb, min(noun, verb + _PHRASE))
            for form in _forms(claim, at)
        ):
            continue  # "Was saved by a 9 million injection from Kestrel"
        doubt = unknown_verb(claim, verb, sum_words.FACTIVE)
        if doubt:
            return msg("what the verb does with it was not understood: “{words}”", words=doubt)
    return ""


def _forms(claim: Claim, at: int) -> Sequence[VerbForm]:
    """What a word may be as a verb."""
    word = claim.sentence.words[at]
    written = claim.sentence.source[word.start : word.end].lower()
    return verb_forms(claim.language).get(written, ())


def _has_form(claim: Claim, at: int, tense: str) -> bool:
    return any(form.tense == tense for form in _forms(claim, at))


def _is_unhesitating(claim: Claim, verb: int) -> bool:
    """Whether a verb says that nobody put off what it governs: "n'a pas hésité à verser"."""
    near = claim.sentence.low[max(0, verb - 1) : verb + _PHRASE]
    return not {"n'", "ne", "pas", "not", "n't"}.isdisjoint(near) and any(
        word.startswith(("hesit", "tard", "empech", "dissuad")) for word in near
    )


def _is_infinitive(claim: Claim, at: int) -> bool:
    """Whether a word is an infinitive, which no determiner makes a noun."""
    before = claim.sentence.low[at - 1]
    if claim.language == "en":
        return before == "to" and _has_form(claim, at, "infinitive")
    return _has_form(claim, at, "infinitive") and before not in clause_words.DETERMINERS - OF


def _before_determiner(claim: Claim, noun: int) -> int:
    """The word before the determiner of a noun, where it may be its verb; -1 where none may."""
    low, words = claim.sentence.low, claim.sentence.words
    for at in range(noun - 1, max(0, noun - _PHRASE - 1), -1):
        determiner = low[at] in clause_words.DETERMINERS - OF
        if words[at].kind == "sign" or (low[at] in clause_words.PREPOSITIONS and not determiner):
            return -1
        if determiner:
            verb = at - 1
            linked = clause_words.PREPOSITIONS | clause_words.JOINING | clause_words.ADVERBIAL
            known = low[verb] in linked | clause_words.RELATIVE | clause_words.THAT
            return -1 if known or words[verb].kind != "word" else verb
    return -1


def _taken_otherwise(claim: Claim, figure: FigureClaim, events: Sequence[Event]) -> str:
    """The verb that has a figure and is not known to give a deal its sum: "saves 4 million"."""
    giving = _GIVING[claim.language]
    around = claim.clauses.around(figure.word)
    whole = any(event.frame and not event.tense and has_figure(event, figure) for event in events)
    for event in events:
        at = claim.sentence.number_at(event.start)
        if event.lemma == "fetch" and any(
            one.frame in _TRADES and one.payers and not one.figures for one in events
        ):
            continue  # "Kestrel fetched 85 million when Nordwind took it over."
        # "A donation of 4 million means that": a deal, as a subject, has done a lot of things.
        subject = whole and at > figure.word
        known = giving | sum_words.GOING_ON[claim.language] if subject else giving
        if event.frame or not has_figure(event, figure) or event.lemma in known:
            continue
        if at >= len(claim.sentence.words) or claim.clauses.of[at] not in around:
            continue
        if not event.tense and is_worth_behind(claim, figure):
            continue  # "A contract to run the ferries, worth 87 million"
        if whole and event.lemma in sum_words.VALUING | sum_words.BRINGING:
            continue  # "The purchase of Kestrel is valued at 4 million".
        if event.lemma in sum_words.VALUING and (
            not _DEALS.isdisjoint(_subject(claim, event)[:_TWO]) or of_a_deal(claim.sentence, at)
        ):
            continue  # "La transaction, valorisée à 4 millions", "a contract, valued at 4 million"
        if whole and claim.clauses.of[at] != claim.clauses.of[figure.word] and at > figure.word:
            continue  # "With this investment of 4 million we can triple our capacity"
        if (
            event.lemma in sum_words.WRITING
            and whole
            and not sum_words.CHEQUES.isdisjoint(
                claim.sentence.low[max(0, figure.word - _PHRASE) : figure.word + 1 + _PHRASE]
            )
        ):
            continue  # "Wrote a 4 million cheque"
        if (
            _is_known_payment(claim, figure)
            or _is_under_contract(claim, figure)
            or _is_noun_in_french(claim, at)
        ):
            continue
        if event.lemma in sum_words.CHOOSING and _is_apposed(claim, figure):
            continue  # "Le tribunal a retenu l'offre de Kestrel, 4 millions"
        if (
            (whole and at < figure.word and _is_foreseen(claim, at))
            or _is_enabled(claim, figure, event)
            or _serves_contract(claim, figure, event)
        ):
            continue
        if at < figure.word and _is_adjunct(claim, figure, events):
            continue  # "Modernise son usine avec un prêt de 4 millions"
        if event.lemma == "falloir" and "fallu" in claim.sentence.low[at : figure.word]:
            continue  # "Il aura fallu 4 millions à Kestrel": they were paid.
        if _leaves_its_sum(claim, figure, event, events, whole=whole):
            continue
        if not _may_move_money(claim, at, event):
            return msg(
                "what the verb does with it was not understood: “{words}”",
                words=printed(claim, event),
            )
    return ""


def _leaves_its_sum(
    claim: Claim, figure: FigureClaim, event: Event, events: Sequence[Event], *, whole: bool
) -> bool:
    """Whether a verb that moves no money leaves a deal its sum, by what stands beside it.

    Args:
        claim: The sentence.
        figure: The figure.
        event: What the verb tells.
        events: All events of the sentence.
        whole: Whether the noun of a deal has the figure.
    """
    at, passive = claim.sentence.number_at(event.start), event.voice == "passive"
    work = governor_of(claim.sentence, figure.word).is_any(sum_words.DEAL_NOUNS)
    if event.lemma in _BUILDING and work and _is_apposed(claim, figure):
        return True  # "Kestrel construira la piscine, un marché de 6 millions"
    deal = whole or not sum_words.DEAL_NOUNS.isdisjoint(_subject(claim, event))
    if deal and event.lemma in sum_words.YIELDING:
        return True  # "La vente de son siège a rapporté 4 millions"
    if not event.tense and any(one.frame == "hire" and one.end < event.start for one in events):
        return True  # "A retenu Kestrel pour rénover la gare, un chantier de 4 millions"
    if event.lemma in {"contract", "commission"} and any(
        one.frame == "order" and has_figure(one, figure) for one in events
    ):
        return True  # "Has contracted Kestrel to clean up the site for 80 million"
    going_on = event.lemma in sum_words.GOING_ON[claim.language]
    if whole and going_on and passive and _is_agent(claim, figure):
        return True  # "Was saved by a 9 million injection from Kestrel"
    spent = any(one.frame in _GONE and one.tense and has_figure(one, figure) for one in events)
    if spent and claim.turns.is_paid_whole(figure.word):
        return True  # "Wrote off the 30 million that it had lent Kestrel"
    if whole and claim.sentence.low[at] in sum_words.FACTIVE:
        return True  # "Not everybody liked the 4 million purchase of Kestrel."
    if event.lemma in sum_words.COMING_TO_LIGHT or _has_thanks(claim, figure):
        return True  # Whom it comes from is told elsewhere: "emerged with 4 million from".
    # "Built by Circ for 31 million": whether it is its price is told elsewhere.
    return event.lemma in _BUILDING and passive


_DEALS = sum_words.DEAL_NOUNS - sum_words.NO_DEALS_OF_COST | {"operation"}


def _subject(claim: Claim, event: Event) -> list[str]:
    """The words of the subject of a verb."""
    first, last = event.subject or (0, 0)
    return [word.low for word in claim.sentence.words if first <= word.start and word.end <= last]


def _is_apposed(claim: Claim, figure: FigureClaim) -> bool:
    """Whether a sign parts a figure from the noun before it: "the offer of Kestrel, 4 million"."""
    first = governor_of(claim.sentence, figure.word).first
    while first > 0 and claim.sentence.low[first - 1] in clause_words.DETERMINERS - OF:
        first -= 1
    return first > 0 and claim.sentence.low[first - 1] in {",", "(", "\u2013", "\u2014"}


def _is_enabled(claim: Claim, figure: FigureClaim, event: Event) -> bool:
    """Whether a verb only tells what a sum, as the subject of an enabling verb, is good for."""
    last = claim.sentence.number_at(event.end - 1)
    return any(
        form.verb.lemma in _ENABLING
        for at in range(figure.word + 1, last)
        for form in _forms(claim, at)
    )


_ENABLING = frozenset("permettre aider servir allow enable help let".split())


def _serves_contract(claim: Claim, figure: FigureClaim, event: Event) -> bool:
    """Whether a verb tells the works or the service that the contract of a figure is for."""
    if event.lemma in sum_words.SERVING and _is_apposed_contract(claim, figure):
        return True
    work = governor_of(claim.sentence, figure.word).is_any(sum_words.DEAL_NOUNS)
    return event.lemma in _BUILDING and work and _is_apposed(claim, figure)


def _is_foreseen(claim: Claim, verb: int) -> bool:
    """Whether a plan or an agreement is what foresees a payment, and nobody's hope."""
    if not any(form.verb.lemma in _FORESEEING for form in _forms(claim, verb)):
        return False
    number = claim.clauses.of[verb]
    before = [at for at in range(verb) if claim.clauses.of[at] == number]
    head = next((claim.sentence.low[at] for at in before
                 if claim.sentence.low[at] not in clause_words.DETERMINERS), "")  # fmt: skip
    return head in _AGREEMENTS


_FORESEEING = frozenset("prévoir comporter stipuler comprendre provide include".split())
_AGREEMENTS = frozenset(
    """
    accord contrat convention protocole plan compromis partenariat transaction pacte bail
    agreement contract deal plan settlement pact lease
    """.split()
)
"""What binds those who made it."""


def _is_apposed_contract(claim: Claim, figure: FigureClaim) -> bool:
    """Whether a figure is that of a contract by which a work is called: ", un contrat de 4 M"."""
    governor = governor_of(claim.sentence, figure.word)
    nouns = sum_words.DEAL_NOUNS - sum_words.NO_DEALS_OF_COST
    return governor.kind == "noun" and governor.is_any(nouns) and _is_apposed(claim, figure)


def _is_adjunct(claim: Claim, figure: FigureClaim, events: Sequence[Event]) -> bool:
    """Whether a figure is that of a deal by means of which a verb is done: "grâce à un don de 4 M".

    Whatever the verb is, the deal is told as known. Not so of what a purchase is paid with.
    """
    low, governor = claim.sentence.low, governor_of(claim.sentence, figure.word)
    if governor.kind != "noun" and not any(
        event.frame and not event.tense and has_figure(event, figure) for event in events
    ):
        return False
    nouns = sum_words.DEAL_NOUNS | sum_words.SUM_NOUNS | sum_words.MONEY_NOUNS
    first = next(
        (at for at in range(governor.last - 1, max(-1, governor.first - _ADJUNCT), -1)
         if low[at] in nouns), -1,
    )  # fmt: skip
    first = min(first, figure.word)  # "With the help of a 90 million euro loan"
    while first > 0 and low[first - 1] in clause_words.DETERMINERS - OF:
        first -= 1
    if first < 1:
        return False
    thanks = ["grace", "\u00e0"], ["thanks", "to"]
    means = (
        low[first - 1] in {"avec", "with", "via"}
        or (low[first - 1] == "of" and low[first - _TWO] in {"help", "aid", "support"})
        or low[max(0, first - _TWO) : first] in thanks
        or (low[first] in {"au", "aux"} and low[first - 1] == "grace")
    )
    return means and not any(event.frame in {"buy", "order", "invest"} for event in events
                             if event.tense)  # fmt: skip


_ADJUNCT = 6
"""Words between a figure and the noun of its deal: "l'acquisition, pour"."""


def _is_known_payment(claim: Claim, figure: FigureClaim) -> bool:
    """Whether a sum is told as known and as paid: "will share the 4 million paid by Circ"."""
    low, words, at = claim.sentence.low, claim.sentence.words, figure.word
    known = ["the"], ["les"], ["ces"], ["these"], ["pour"], ["contre"], ["moyennant"], ["for"]
    aside = low[at + 1 : at + 2] == [","]  # "Se partageront 4 millions, versés par Kestrel"
    at += aside
    if not (aside or low[at - 1 : at] in known) or at + 2 >= len(low):
        return False
    if low[at - 2] in {"on", "about", "over", "sur"} and claim.turns.is_paid_whole(at):
        return True  # "Would not comment on the 2 million that Nordwind paid"
    written = claim.sentence.source[words[at + 1].start : words[at + 1].end].lower()
    paid = any(
        form.verb.frame in _PAID and form.tense == "participle"
        for form in verb_forms(claim.language).get(written, ())
    )
    return paid and low[at + 2] in {"by", "par"}


_PAID = frozenset({"pay", "give", "invest", "put", "lend", "spend"})
_GONE = _PAID - {"put", "invest"}
"""Of those, the ones that leave nothing to take back or to put off the table."""


def _is_under_contract(claim: Claim, figure: FigureClaim) -> bool:
    """Whether it is the sum of what something is done under: "to build it under a £4m contract"."""
    low = claim.sentence.low
    governor = governor_of(claim.sentence, figure.word)
    first = min(figure.word, governor.first)
    before = low[max(0, first - _TWO) : first]
    deal = governor.kind == "noun" and governor.is_any(sum_words.DEAL_NOUNS)
    # "Signed up Kestrel to run its canteens in a £70m deal"
    joined = before[-1:] == ["a"] and "in" in before and governor.is_any(sum_words.ANY_DEAL)
    return deal and ("under" in before or joined)


def _is_agent(claim: Claim, figure: FigureClaim) -> bool:
    """Whether "by" stands before the noun phrase of a figure: "saved by a £9m injection"."""
    low = claim.sentence.low
    first = min(figure.word, governor_of(claim.sentence, figure.word).first)
    while first > 0 and low[first - 1] in clause_words.DETERMINERS - OF:
        first -= 1
    return first > 0 and low[first - 1] in {"by", "par"}


def is_worth_behind(claim: Claim, figure: FigureClaim) -> bool:
    """Whether "worth" takes up a deal over the comma before it."""
    low, at = claim.sentence.low, figure.word - 1
    while at > 0 and low[at] in clause_words.ADVERBS_BETWEEN | {"some", "about", "roughly"}:
        at -= 1
    if low[at] == "at" and low[at - 1] in {"valued", "estimated"}:
        at -= 1  # "A contract to run the ferries, valued at 87 million"
    if low[at] not in {"worth", "valued"} or low[at - 1] != ",":
        return False
    if low[at] == "valued" and claim.sentence.is_capital(at - _TWO):
        return False  # "A contract from Kestrel, valued at 900 million on the stock exchange"
    around = claim.clauses.around(figure.word)
    return any(
        low[one] in sum_words.DEAL_NOUNS and claim.clauses.of[one] in around for one in range(at)
    )


def _has_thanks(claim: Claim, figure: FigureClaim) -> bool:
    """Whether something is owed to a sum: "can mend its roof thanks to 4 million from Circ"."""
    return not sum_words.THANKS_TO.isdisjoint(
        claim.sentence.low[max(0, figure.word - _PHRASE) : figure.word]
    )


def _is_noun_in_french(claim: Claim, at: int) -> bool:
    """Whether a form of a verb is a noun: "la jeune marque Circ"."""
    if claim.language != "fr" or at < _TWO:
        return False
    low = claim.sentence.low
    named = at + 1 < len(low) and claim.sentence.is_capital(at + 1)
    return named and not clause_words.DETERMINERS.isdisjoint(low[at - _TWO : at])


_BUILDING = frozenset({"build", "construct", "construire", "bâtir"})


def _may_move_money(claim: Claim, at: int, event: Event) -> bool:
    """Whether a verb is one of money whose roles were not read: "a versé la somme de 4 M"."""
    last = claim.sentence.number_at(event.end - 1)
    forms = verb_forms(claim.language)
    return any(
        form.verb.frame
        for word in claim.sentence.words[at : last + 1]
        for form in forms.get(claim.sentence.source[word.start : word.end].lower(), ())
    )


def is_told_as_paid(claim: Claim, figure: FigureClaim, events: Sequence[Event], deal: Deal) -> bool:
    """Whether a remark behind a sum says that it was paid: "…, which is what Nordwind paid"."""
    low, first = claim.sentence.low, figure.word + 1
    first += low[first : first + 1] == [","]
    phrase = _WHAT.at(low, first) if first < len(low) else None
    if phrase is None:
        return False
    begins = first + phrase[0]
    for event in events:
        at = claim.sentence.number_at(event.start)
        if event.frame not in _PAID or not event.tense or not begins <= at <= begins + _WHAT_REACH:
            continue
        paying = {role.party for role in event.payers}
        return event.polarity == "affirmed" and (not deal.payer or deal.payer in paying)
    return False


_WHAT: Phrases[str] = Phrases({"what": sum_words.TAKEN_UP})
_WHAT_REACH = 5
"""Words from "the sum that" to the verb of payment: "the Nordwind group finally paid"."""


def has_figure(event: Event, figure: FigureClaim) -> bool:
    """Whether a figure belongs to an event."""
    mention = figure.mention
    return any(start < mention.end and mention.start < end for start, end in event.figures)


def printed(claim: Claim, event: Event) -> str:
    """The verb or noun of an event, as it is printed."""
    return " ".join(claim.sentence.source[event.start : event.end].split())
