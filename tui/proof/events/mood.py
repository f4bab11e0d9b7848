"""How sure a sentence is of an event: done, agreed, planned, possible, cancelled, or denied."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from tui.language.clauses.cues import AGREEMENTS, HEARSAY
from tui.language.clauses.event_nouns import CONTROL_NOUNS
from tui.proof.events.governing import REGRETTING, lets_come_about
from tui.proof.events.syntax.items import Phrase
from tui.proof.events.syntax.subjects import OBJECT_CONTROL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.proof.events.readings import EventReading
    from tui.proof.events.sentence_reading import SentenceReading
    from tui.proof.events.syntax.items import VerbGroup
    from tui.proof.events.syntax.predicates import Predicate

Mood: TypeAlias = Literal["done", "agreed", "planned", "possible", "cancelled", ""]
_SURE: dict[Mood, int] = {
    "": 9,
    "done": 4,
    "agreed": 3,
    "planned": 2,
    "possible": 1,
    "cancelled": 0,
}
_AGREEING = frozenset({"order", "sign", "win", "commit", "contract"})
"""Frames whose past is a commitment: what was ordered is not paid yet."""
_GRANTING = frozenset(
    """
    grant award allocate allot extend accorder attribuer allouer octroyer confier décerner secure
    obtain
    obtenir décrocher remporter débloquer engager consacrer affecter
    """.split()
)
_CHEQUES = frozenset({"cheque", "check", "chèque"})
_MEANT = frozenset(
    """
    order deal plan plans contract offer bid agreement purchase sale project transaction acquisition
    merger takeover investment commande accord projet contrat offre opération transaction rachat
    vente achat marché acquisition fusion investissement
    """.split()
)
"""Nouns by which an event is meant again: "… but scrapped the order"."""
_PLEDGING = frozenset({"pledge", "promise", "promettre", "vow"})
"""Verbs of a pledge, which is announced and not yet binding."""
_OFFERING = frozenset({"offer", "bid", "offrir", "proposer"})
"""Verbs of an offer, which nobody has taken yet."""
_STANCE_MOODS: dict[str, Mood] = {
    "plan": "planned", "offer": "planned", "expect": "planned", "agree": "agreed",
    "talk": "possible", "announce": "planned",
}  # fmt: skip


def mood_of(sentence: SentenceReading, reading: EventReading) -> tuple[Mood, bool]:
    """The mood of an event, and whether the sentence negates or denies it."""
    moods: list[Mood] = []
    denied = False
    if reading.noun is not None:
        moods, denied = _noun_mood(sentence, reading)
    elif reading.predicate is not None:
        moods, denied = _verb_mood(sentence, reading.predicate, reading.frame)
    if _denied_around(sentence, reading):
        denied = True
    if _offered(reading) and any(
        "cancel" in (one.group.stance, *one.group.governors) for one in sentence.predicates
    ):
        # "K a renoncé à racheter N, dont il offrait 3 milliards"
        moods.append("cancelled")
    if reading.noun is None and reading.frame and _called_off(sentence, reading):
        moods.append("cancelled")
    if _hearsay(sentence.language).search(_words(sentence)) and "cancelled" not in moods:
        moods.append("possible")
    if not moods:
        return "", denied
    return min(moods, key=_SURE.__getitem__), denied


def _called_off(sentence: SentenceReading, reading: EventReading) -> bool:
    """Whether a later clause calls off what an event planned: "… but scrapped the order"."""
    for other in sentence.predicates:
        if other.place <= reading.place or other.group.stance != "cancel":
            continue
        if other.group.negative or other.group.maybe or other is reading.predicate:
            continue
        if other.group.voice == "passive":
            meant = other.subject
        else:
            meant = [t for one in other.arguments if not one.role for t in one.targets[:1]]
        if any(
            isinstance(item, Phrase)
            and item.determiner in {"the", "this", "its", "la", "le", "l", "cette", "ce", "cet"}
            and item.name is None
            and set(item.words) & _MEANT
            for item in meant
        ):
            return True
    return False


def _offered(reading: EventReading) -> bool:
    """Whether a verb says that somebody offers or offered."""
    group = reading.predicate.group if reading.predicate and reading.noun is None else None
    return (
        group is not None
        and group.verb is not None
        and group.verb.lemma in _OFFERING
        and not group.reflexive
    )


@cache
def _hearsay(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{HEARSAY[language]})(?!\w)", re.IGNORECASE)


def _words(sentence: SentenceReading) -> str:
    return (
        sentence.text[sentence.tokens[0].start : sentence.tokens[-1].end] if sentence.tokens else ""
    )


def _verb_mood(
    sentence: SentenceReading, predicate: Predicate, frame: str
) -> tuple[list[Mood], bool]:
    group = predicate.group
    moods: list[Mood] = []
    denied = group.negative
    for stance in group.governors:
        denied = _take(stance, moods) or denied
    if group.maybe:
        moods.append("planned" if _reported_future(sentence, predicate) else "possible")
    if not any(moods):
        tense = _tense_mood(sentence, group, frame, predicate)
        if tense:
            moods.append(tense)
    if predicate.noun is not None:
        denied = _take(_noun_stance(sentence, predicate.noun), moods) or denied
    governor = predicate.governor
    if governor is not None and group.form in {"infinitive", "gerund"}:
        above = governor.group
        through = predicate.noun is not None or above.stance in {"deny", "cancel"}
        if beside_its_verb(sentence, predicate):
            pass  # "Turned down 12 million before accepting 13": two things, told one by one.
        elif above.stance in {"cancel", "deny"} and (through or above.stance == "cancel"):
            denied = _take(above.stance, moods) or denied
        elif above.stance in {"talk", "plan", "agree"} and not group.governors:
            _take(above.stance, moods)
        elif above.stance in {"announce", "speech"} and group.tense != "perfect" and not moods:
            # "A annoncé verser": what is announced is not done, unlike "avoir versé".
            moods.append("planned")
        regretted = above.verb is not None and above.verb.lemma in REGRETTING
        if lets_come_about(sentence, above):
            denied = group.negative  # "N'a pas hésité à verser", "n'a pas empêché K d'acheter"
        elif above.negative and not (regretted or beside_its_verb(sentence, predicate)):
            denied = True
        if above.maybe:
            moods.append("possible")
        elif above.governors and not group.governors:
            # "Agreed to buy A and to invest in B"
            for stance in above.governors:
                denied = _take(stance, moods) or denied
        ordered = above.verb is not None and above.verb.lemma in OBJECT_CONTROL
        if not moods and not ordered:
            tense = _tense_mood(sentence, above, frame or "sign", governor)
            moods += [tense] if tense else []
    if not moods and group.form == "gerund" and predicate.place == 0 and governor is None:
        # "Selling the magazine brought K $24 million": it was sold when that came in.
        main = next((one for one in sentence.predicates if one.group.form == "finite"), None)
        if main is not None and predicate in _subjects_of(sentence, main):
            tense = _tense_mood(sentence, main.group, frame, main)
            moods += [tense] if tense else []
    return moods, denied


def _subjects_of(sentence: SentenceReading, main: Predicate) -> list[Predicate]:
    """The gerunds that open a sentence and have no subject of their own but their object."""
    return [
        one
        for one in sentence.predicates
        if one.place == 0 and one is not main and any(item in main.subject for item in one.subject)
    ]


def _reported_future(sentence: SentenceReading, predicate: Predicate) -> bool:
    """Whether a conditional is the future of reported speech: "a annoncé qu'elle investirait"."""
    if predicate.group.tense != "conditional" or len(predicate.group.lemmas) > 1:
        return False
    return any(
        other.group.stance in {"speech", "announce"}
        and other.group.tense in {"perfect", "past", "pluperfect", "imperfect"}
        and other.end < predicate.place
        and sentence.items[min(other.end, len(sentence.items) - 1)].kind == "subordinator"
        for other in sentence.predicates
    )


def _take(stance: str, moods: list[Mood]) -> bool:
    """Add what a stance says to the moods; tells whether it denies."""
    if stance == "deny":
        return True
    if stance == "cancel":
        moods.append("cancelled")
    mood = _STANCE_MOODS.get(stance)
    if mood is not None:
        moods.append(mood)
    return False


def _noun_stance(sentence: SentenceReading, noun: Phrase) -> str:
    table = CONTROL_NOUNS[sentence.language]
    return next((table[word] for word in noun.words if word in table), "")


def _tense_mood(
    sentence: SentenceReading, group: VerbGroup, frame: str, predicate: Predicate
) -> Mood:
    lemma = group.verb.lemma if group.verb else ""
    done: Mood = "agreed" if frame in _AGREEING or lemma in _GRANTING else "done"
    if frame == "bid" or lemma in _PLEDGING or (lemma in _OFFERING and not group.reflexive):
        return "planned"
    if frame == "owe":
        return ""
    match group.tense:
        case "future" | "would":
            return "agreed" if _under_agreement(sentence) else "planned"
        case "counterfactual":
            return "cancelled"
        case "maybe" | "conditional":
            return "possible"
        case "expected":
            return "planned"
        case "past" | "perfect" | "pluperfect" | "imperfect":
            return done
        case "present":
            return done if group.voice == "passive" and sentence.language == "fr" else "planned"
        case "progressive":
            return "planned"
    if group.form == "participle":
        return done
    if group.form == "infinitive" and predicate.governor is None:
        return "planned"
    return ""


@cache
def _terms(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{AGREEMENTS[language]})(?!\w)", re.IGNORECASE)


def _under_agreement(sentence: SentenceReading) -> bool:
    """Whether what is to come is agreed already: "under the contract, K will pay"."""
    return _terms(sentence.language).search(_words(sentence)) is not None


def _noun_mood(sentence: SentenceReading, reading: EventReading) -> tuple[list[Mood], bool]:
    moods: list[Mood] = []
    denied = False
    noun, predicate = reading.noun, reading.predicate
    assert noun is not None
    if reading.model is not None:
        model = reading.model
        assert model.predicate is not None
        return _verb_mood(sentence, model.predicate, model.frame)
    for other in sentence.predicates:
        if other.group.form != "participle" or noun not in other.subject:
            continue
        if other.group.stance == "achieve":
            moods.append("done")
        elif other.group.frame:
            found, no = _verb_mood(sentence, other, other.group.frame)
            moods += found
            denied = denied or no
    if reading.frame == "order":
        moods.append("agreed")
    if set(noun.words) & _CHEQUES and predicate is not None:
        tense = _tense_mood(sentence, predicate.group, "pay", predicate)
        moods += [tense] if tense else []
    if predicate is None:
        return moods, denied
    group = predicate.group
    if reading.frame == "bid" and group.stance == "deny" and reading.payees:
        # An offer that was turned down was made.
        return [], False
    denied = denied or group.negative
    for stance in (*group.governors, group.stance):
        if stance == "achieve" and reading.frame == "bid":
            moods.append("planned")
        elif stance == "achieve":
            moods.append(_achieved(sentence, group, reading.frame))
        else:
            denied = _take(stance, moods) or denied
    if predicate.governor is not None and predicate.governor.group.stance in {"cancel", "deny"}:
        denied = _take(predicate.governor.group.stance, moods) or denied
    if group.maybe:
        moods.append("possible")
    if group.frame and (noun not in predicate.subject or group.voice == "passive"):
        frame = (
            reading.frame if reading.frame in {"lend", "contract", "give", "order"} else group.frame
        )
        if reading.frame in {"contract", "lend"} and group.frame != "pay":
            frame = "sign"
        tense = _tense_mood(sentence, group, frame, predicate)
        moods += [tense] if tense else []
    controls = CONTROL_NOUNS[sentence.language]
    if any(controls.get(word) == "talk" for word in noun.words):
        moods.append("possible")
    if any(
        controls.get(word) == "cancel" for head in _heads(sentence, noun) for word in head.words
    ):
        moods.append("cancelled")
    return moods, denied


def _heads(sentence: SentenceReading, noun: Phrase) -> Iterator[Phrase]:
    """The nouns that an event noun is a complement of: "l'abandon de son projet d'acquisition"."""
    at = sentence.items.index(noun)
    while at >= 2 and sentence.items[at - 1].value == "of":
        at -= 2
        head = sentence.items[at]
        if not isinstance(head, Phrase):
            return
        yield head


def _achieved(sentence: SentenceReading, group: VerbGroup, frame: str) -> Mood:
    """The mood of an event that something is done with: "completed", "will close"."""
    mood = _tense_mood(sentence, group, "sign" if frame == "contract" else "buy", _nobody())
    return "done" if mood == "planned" and group.tense == "present" else mood


def _nobody() -> Predicate:
    from tui.proof.events.syntax.items import VerbGroup
    from tui.proof.events.syntax.predicates import Predicate

    return Predicate(0, VerbGroup("verb", 0, 0))


def beside_its_verb(sentence: SentenceReading, predicate: Predicate) -> bool:
    """Whether a gerund only tells what was done beside the verb before it: "before accepting"."""
    before = sentence.items[predicate.place - 1] if predicate.place else None
    return (
        predicate.group.form == "gerund"
        and predicate.noun is None
        and before is not None
        and before.value in _BESIDE
    )


_BESIDE = frozenset({"before", "after", "when", "while", "besides", "by", "since", "upon"})
"""What opens a gerund that tells when or how, not what the verb before it is about."""


def _denied_around(sentence: SentenceReading, reading: EventReading) -> bool:
    """Whether another verb of the sentence denies the event.

    One before it denies what it governs ("denied that it would buy", "ruled out a sale"); one
    behind it denies what the sentence said ("…, which Kestrel denies", "a démenti le groupe").
    """
    own = reading.predicate if reading.noun is None else None
    for other in sentence.predicates:
        if other is own or other.group.stance != "deny":
            continue
        if other.place < reading.place:
            if own is not None and own.governor is other:
                if beside_its_verb(sentence, own) or lets_come_about(sentence, other.group):
                    continue
                return True
            end = sentence.items[other.end] if other.end < len(sentence.items) else None
            if end is not None and end.kind == "subordinator" and other.end < reading.place:
                return True
            continue
        before = sentence.items[max(0, other.place - 3) : other.place]
        if other.group.voice == "passive":
            continue
        pointing = any(
            item.kind == "relative" or item.value in {"que", "qu", "ce", ","} for item in before
        )
        if reading.frame == "bid":
            continue
        governs = any(one.governor is other for one in sentence.predicates)
        behind = sentence.items[other.end : other.end + 1]
        if other.segments[0].figures or (behind and behind[0].kind == "subordinator"):
            continue  # "Having refused 12 million", "denied that it was planning layoffs"
        if pointing and not governs and not any(one.role == "" for one in other.arguments):
            return True
    return False
