"""What governs the verb of an event, and whether that was understood.

"Has agreed to pay" is known; who "forgot to pay" or "a failli verser" paid nothing, and a verb that
no table has may say as much.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.clauses.event_nouns import CONTROL_NOUNS
from tui.language.clauses.verbs import LEAVING_OPEN
from tui.proof.events.syntax.items import Phrase, VerbGroup

if TYPE_CHECKING:
    from tui.proof.events.readings import EventReading
    from tui.proof.events.sentence_reading import SentenceReading
    from tui.proof.events.syntax.items import Item

_UNFINITE = frozenset({"infinitive", "gerund"})
_WHEN = frozenset({"after", "before", "ans", "years", "mois", "months"})
_ORDERING = frozenset(
    """
    order compel oblige instruct condemn sentence tell require condamner obliger contraindre
    enjoindre ordonner astreindre
    """.split()
)
"""Verbs by which a court says that somebody is to pay."""
_LEAVING = frozenset({"leave", "laisser"})
"""Verbs behind whose object stands what only that one did."""
REGRETTING = frozenset({"regret", "rue", "celebrate", "defend", "justify", "admit", "recall"})
"""Verbs whose gerund tells what was done, denied or not."""
_ADVISING = frozenset(
    "recommend advise suggest advocate urge recommander préconiser conseiller suggérer".split()
)
"""Verbs by which somebody thinks that another one should do what stands behind."""
_HIRING = frozenset(
    """
    hire pick choose select appoint commission tap engage enlist
    choisir retenir sélectionner désigner mandater missionner
    """.split()
)
"""Verbs by which a customer has somebody do what stands behind."""
_UNDONE_BY_NOT = frozenset("hésiter tarder empêcher dissuader hesitate delay prevent stop".split())
"""Verbs of putting off or keeping from what they govern; denied, it is done."""
_NOT_GOVERNING = frozenset({"avoir", "have", "\u00eatre", "be"})
"""Verbs that govern an infinitive only with a word beside them: "a failli", "est tenu de"."""


def unread_governor(sentence: SentenceReading, reading: EventReading) -> tuple[int, int] | None:
    """The words that govern the verb of an event and that nobody understood, as tokens.

    Returns:
        Their first token and one past the last; `None` where nothing governs it, or what does is
        known to leave it done, agreed, planned or talked about.
    """
    predicate = reading.predicate
    if predicate is None or reading.noun is not None:
        return None
    group = predicate.group
    for lemma, stance in zip(group.lemmas[:-1], group.governors, strict=False):
        if lemma == "voir" and group.reflexive:
            continue  # "S'est vu accorder 4 millions": it was done to the subject.
        if lemma in _UNDONE_BY_NOT and group.negative:
            continue  # "N'a pas hésité à verser 4 millions"
        if not stance and lemma not in LEAVING_OPEN[sentence.language]:
            return group.first, group.last
    if group.form not in _UNFINITE:
        return None
    before = sentence.items[predicate.place - 1] if predicate.place else None
    if group.form == "gerund" and not _depends(before, sentence):
        return None
    above = predicate.governor
    if above is not None and above.group.verb is not None:
        lemma = above.group.verb.lemma
        if lemma == "have" and _has_no_choice(sentence, above.group.last, group.first):
            return None
        if lemma == "be" and _is_entitled(sentence, above.group.last, group.first):
            return None
        if predicate.noun is not None and _is_control(predicate.noun, sentence):
            return None
        if _noun_between(sentence, above.place, predicate.place):
            return None
        if lets_come_about(sentence, above.group):
            return None
        if lemma == "tenir" and above.group.voice == "passive":
            return None  # "Est tenu de régler"
        if lemma in _ORDERING and above.group.tense == "pluperfect":
            return above.group.first, group.first  # Another court may have ruled since.
        if lemma in _LEAVING and above.group.voice == "active":
            return None  # "Halden pulled out, leaving Nordwind to buy Kestrel"
        if lemma in _ADVISING:
            return above.group.first, group.first  # "Staff had recommended fining Kestrel"
        if lemma in REGRETTING and group.form == "gerund":
            return None  # "Does not regret paying": it paid.
        if lemma in _HIRING:
            return None  # "Has hired Kestrel to build a bridge"
        if above.group.stance or lemma in LEAVING_OPEN[sentence.language] - _NOT_GOVERNING:
            return None
        if sentence.language == "fr" and _is_perfect(group, sentence):
            return None  # "A confié avoir acheté" tells what was done.
        return above.group.first, group.first
    if before is None or group.form == "gerund":
        return None
    if before.kind == "preposition" and predicate.place > 1:
        before = sentence.items[predicate.place - 2]
    if isinstance(before, Phrase) and before.name is not None:
        return None  # A headline: "Nordwind to buy Kestrel for 4 billion".
    if before.kind in {"date", "subordinator"} or before.value in _WHEN:
        return None
    if sentence.language == "fr" and before.kind == "sign" and _is_perfect(group, sentence):
        return None  # "A annoncé lundi, après la clôture, avoir cédé sa filiale"
    return max(0, group.first - 2), group.first


def _is_entitled(sentence: SentenceReading, first: int, last: int) -> bool:
    """Whether an adjective says that somebody is to have it: "is entitled to receive".

    How sure it is, the adjective tells of itself: who is "eligible" only may.
    """
    return any(token.low in _ENTITLED for token in sentence.tokens[first:last])


def _has_no_choice(sentence: SentenceReading, first: int, last: int) -> bool:
    """Whether somebody could only do what stands behind: "had little choice but to accept"."""
    told = {token.low for token in sentence.tokens[first:last]}
    return "but" in told and not told.isdisjoint({"choice", "option", "alternative"})


_ENTITLED = frozenset({"entitled", "eligible", "due", "bound", "obliged", "required"})


def lets_come_about(sentence: SentenceReading, group: VerbGroup) -> bool:
    """Whether a verb is denied by which something is put off or kept from coming about."""
    denied = group.negative or sentence.tokens[group.first].low in {"n", "ne"}
    return denied and group.verb is not None and group.verb.lemma in _UNDONE_BY_NOT


def _depends(before: Item | None, sentence: SentenceReading) -> bool:
    """Whether a gerund is the object of a verb: "delayed paying", "came close to paying"."""
    if before is None:
        return False
    if isinstance(before, VerbGroup):
        return True
    return before.kind == "preposition" and before.value in {"to", "of"}


def _is_perfect(group: VerbGroup, sentence: SentenceReading) -> bool:
    return any(sentence.tokens[at].low == "avoir" for at in range(group.first, group.last))


def _is_control(noun: Phrase, sentence: SentenceReading) -> bool:
    return any(word in CONTROL_NOUNS[sentence.language] for word in noun.words)


def _noun_between(sentence: SentenceReading, first: int, last: int) -> bool:
    """Whether a noun between two verbs governs the second: "signed an agreement to buy"."""
    return any(
        isinstance(item, Phrase) and _is_control(item, sentence)
        for item in sentence.items[first:last]
    )
