"""English verb groups: "would not have been bought", "called off", "agreed to pay"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.language.clauses.event_nouns import COMPANY_NOUNS
from tui.language.clauses.function_words import (
    DETERMINERS,
    ENGLISH_AUXILIARIES,
    MODALS,
    NOUNY_GERUNDS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from tui.language.clauses.name_words import NATIONALITIES
from tui.language.clauses.verbs import PARTICLES, Verb, VerbForm
from tui.language.role_words import OTHERS
from tui.proof.events.syntax.items import NextVerb, VerbGroup
from tui.proof.events.syntax.words import composed

if TYPE_CHECKING:
    from tui.language.clauses.verbs import Stance
    from tui.proof.events.syntax.tokens import SentenceToken
    from tui.proof.events.syntax.words import WordLookup

_FINITE = frozenset({"present", "past", "imperfect", "future", "conditional"})
_REDUCED = frozenset(
    """
    founded based backed led owned known called named valued listed headquartered created launched
    controlled supported financed funded held run built made used worth priced
    """.split()
)
"""English participles that after a noun are no past tense unless an object follows."""

_NOT_FINITE = frozenset({"infinitive", "gerund", "participle"})
_CLAUSE_REACH = 8
"""Tokens from a relative pronoun to the verb of its clause, the subject between."""
_LONGEST_IDIOM = 4
"""Words behind a verb that make another one of it: "became | the new owner of"."""
_COUNTING = frozenset({"count", "rely", "bank"})
"""Verbs of who can be sure of money, or hopes for it."""
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve dozen twenty several".split()
)
_SCORE = 3
"""Tokens from "by" among which the score of a vote stands: "by a narrow majority"."""
_PLURALS = frozenset({"people", "men", "women", "children", "police", "staff"})
"""Plurals without -s."""
_QUANTIFIERS = frozenset({"each", "all", "both", "several", "many"})
"""Words that may stand between an auxiliary and its verb: "have each agreed"."""
_COMPANIES = COMPANY_NOUNS["en"] | {"house", "houses"}
"""Nouns before a name: what stands in "-ing" before one tells what the company does."""


@dataclass(slots=True)
class _Helpers:
    """What the auxiliaries of a verb say, and where they end."""

    end: int
    tense: str = ""
    last: str = ""
    negative: bool = False
    maybe: bool = False
    perfect: bool = False
    modal: bool = False
    would: bool = False


class EnglishVerbs:
    """Reads the English verbs of one sentence."""

    def __init__(self, words: WordLookup) -> None:
        """Keep the words of the sentence."""
        self._words = words

    def at(self, place: int) -> VerbGroup | None:
        """The verb group that begins at a token, without what it governs."""
        low = self._words.low(place)
        if low in MODALS or low in ENGLISH_AUXILIARIES or self._possessive_is(place):
            return self._auxiliary(place)
        if low == "cannot":
            return self._auxiliary(place)
        form = self._main(place)
        if form is None:
            return None
        tense = form.tense
        group = composed(place, place + 1, form)
        if tense == "infinitive":
            group.form = "infinitive"
        elif tense == "gerund":
            group.form = "gerund"
        elif tense == "participle":
            group.form, group.voice = "participle", "passive"
        else:
            group.tense = tense
        self.complete(group)
        return group

    def _possessive_is(self, place: int) -> bool:
        """Whether "'s" stands for "is" or "has": after a pronoun."""
        token = self._words.tokens[place] if place < len(self._words.tokens) else None
        return (
            token is not None and token.low == "'s" and self._words.low(place - 1) in PRONOUNS["en"]
        )

    def _auxiliary(self, place: int) -> VerbGroup | None:
        """The group that begins with an auxiliary or a modal."""
        helpers = self._helpers(place)
        at = helpers.end
        if at == place:
            return None
        verb: VerbForm | None = None
        passive = False
        if helpers.last in {"modal", "do"}:
            verb = self._words.tensed(at, "infinitive") or self._words.guess(at, "infinitive")
        elif helpers.last == "have" and not self._noun_after_have(at):
            verb = self._words.tensed(at, "participle") or self._words.guess(at, "participle")
        elif helpers.last == "be":
            verb = self._words.tensed(at, "gerund")
            if verb is None:
                verb = self._words.tensed(at, "participle") or self._words.guess(at, "participle")
                passive = verb is not None
        if verb is None:
            group = self._copula(place, at, helpers.last)
        else:
            group = composed(place, at + 1, verb)
            group.voice = "passive" if passive else "active"
            self.complete(group)
        group.tense = helpers.tense
        if helpers.perfect and not helpers.modal:
            first = ENGLISH_AUXILIARIES.get(self._words.low(place), ("", ""))
            group.tense = "pluperfect" if first[1] == "past" else "perfect"
        elif helpers.perfect and helpers.would:
            # "Would have bought": it did not come to that.
            group.tense = "counterfactual"
        if verb is not None and verb.tense == "gerund" and group.tense in {"present", "past"}:
            group.tense = "progressive" if group.tense == "present" else "imperfect"
        group.negative, group.maybe = helpers.negative, helpers.maybe
        counting = group.verb is not None and group.verb.lemma in _COUNTING
        if group.frame and counting and self._words.low(group.last - 1) == "on":
            # "Can count on 4 million" tells that it comes, "is counting on" that it is hoped for.
            group.maybe = False
            group.frame = group.frame if self._words.low(place) == "can" else ""
        group.form = helpers.tense if helpers.tense in _NOT_FINITE else "finite"
        return group

    def _helpers(self, place: int) -> _Helpers:
        """The auxiliaries and modals from a token on."""
        helpers = _Helpers(place)
        while True:
            low = self._words.low(helpers.end)
            if low in MODALS or low == "cannot":
                kind = MODALS.get(low, "maybe")
                helpers.tense = "future" if kind in {"future", "would"} else kind
                helpers.maybe = helpers.maybe or kind == "maybe"
                helpers.would = low == "would"
                helpers.negative = helpers.negative or low == "cannot"
                helpers.last, helpers.modal = "modal", True
            elif low in ENGLISH_AUXILIARIES and helpers.last != "do":
                helpers.last, form = ENGLISH_AUXILIARIES[low]
                helpers.tense = helpers.tense or form
                helpers.perfect = helpers.perfect or helpers.last == "have"
            elif helpers.end == place and self._possessive_is(place):
                helpers.tense, helpers.last = "present", "be"
            else:
                return helpers
            helpers.end, denied = self._words.after_adverbs(helpers.end + 1)
            no = self._words.low(helpers.end) == "no" and helpers.last in {"have", "be"}
            helpers.negative = helpers.negative or denied or no

    def _noun_after_have(self, at: int) -> bool:
        return self._words.low(at - 1) in DETERMINERS["en"] - _QUANTIFIERS

    def _copula(self, place: int, end: int, last: str) -> VerbGroup:
        lemma = {"be": "be", "have": "have", "do": "do"}.get(last, "be")
        return VerbGroup(
            "verb", place, max(end, place + 1), verb=Verb(lemma, "", ""), lemmas=(lemma,)
        )

    def _main(self, place: int) -> VerbForm | None:
        """The verb form at a token that no auxiliary precedes, as far as its neighbours allow."""
        readings = self._words.readings(place)
        if self._words.low(place) in PREPOSITIONS["en"]:
            return None
        if not readings:
            subject = place > 0 and (
                self._words.named[place - 1] >= 0 or self._words.low(place - 1) in PRONOUNS["en"]
            )
            if subject and self._words.tokens[place].low.endswith("ed"):
                return self._words.guess(place, "past")
            noun = self._words.low(place) in OTHERS  # "Went to rival Kestrel"
            if self._words.low(place - 1) == "to" and self._opens_object(place + 1) and not noun:
                return self._words.guess(place, "infinitive")
            if (
                self._words.low(place + 1) == "by"
                and self._words.low(place - 1) not in DETERMINERS["en"]
            ):
                return self._words.guess(place, "participle")
            return None
        before = place - 1
        while self._words.is_adverb(before) or self._words.is_time(before):
            before -= 1
        previous = self._words.tokens[before] if before >= 0 else None
        low = previous.low if previous else ""
        named = before >= 0 and self._words.named[before] >= 0
        following = self._words.tokens[place + 1] if place + 1 < len(self._words.tokens) else None
        tenses = {form.tense for form in readings}
        if ENGLISH_AUXILIARIES.get(low, ("", ""))[0] == "be":
            # "Is close to a deal": no finite verb stands right behind "be".
            tenses &= {"gerund", "participle"}
        after_noun = (
            previous is not None and not named and previous.kind == "word" and not self._closed(low)
        )
        if (
            after_noun
            and self._words.readings(before)
            and not self._words.low(before).endswith("s")
        ):
            after_noun = False
        in_phrase = (
            (low in DETERMINERS["en"] and low != "that")
            or low in {"'s", "'", "’"}
            or (previous is not None and previous.kind in {"figure", "number"})
            or (low in PREPOSITIONS["en"] and low != "to")
        )
        if "gerund" in tenses and low not in DETERMINERS["en"] and low != "'s":
            following_low = following.low if following is not None else ""
            figure_before = previous is not None and previous.kind == "figure"
            plain = (
                following is not None
                and following.kind == "word"
                and self._words.named[place + 1] < 0
                and not self._closed(following_low)
            )
            if (
                following_low == "of"
                or (low in PREPOSITIONS["en"] and self._is_money(place))
                or (after_noun and not self._opens_object(place + 1, prepositions=False))
                or (figure_before and self._words.tokens[place].low == "holding")
                or low in {"'", "’"}
                or (plain and (figure_before or self._words.tokens[place].low in NOUNY_GERUNDS))
                or (plain and following_low in _COMPANIES and self._is_named(place + 2))
            ):
                return None
            return self._words.tensed(place, "gerund")
        if "infinitive" in tenses and low == "to" and not named:
            return self._words.tensed(place, "infinitive")
        if previous is not None and previous.kind == "figure" and self._is_move(place):
            return self._words.tensed(place, "present", "past")  # "Its | £3m | goes to"
        if in_phrase and not (
            previous is not None and previous.kind == "figure" and "participle" in tenses
        ):
            return None
        if tenses & {"past", "participle"} and not tenses & {"present"}:
            return self._past_or_participle(place, following)
        particle = any(
            (form.verb.lemma, self._words.low(place + 1)) in PARTICLES for form in readings
        )
        opens = particle or self._opens_object(place + 1)
        joined = low == "and" and self._words.low(before - 2) == "to"
        if joined and self._words.tensed(before - 1, "infinitive") is not None:
            return self._words.tensed(place, "infinitive")  # "To design and build a plant"
        if "present" in tenses and "past" in tenses and low != "to":
            # "Put", "cut", "bid": after a subject the past, as the press tells what happened.
            subject = (
                named or low in PRONOUNS["en"] or low in RELATIVES["en"] or low in {"each", "that"}
            )
            if subject or (low in {"and", ","} and opens):
                return self._words.tensed(place, "past")
        if "present" in tenses:
            third = self._words.tokens[place].low.endswith("s") and "infinitive" not in tenses
            if third and low in _NUMBERS:
                return None  # "Its two ships"
            if named or low in PRONOUNS["en"] or low in RELATIVES["en"] or low == "that":
                plural = low in PRONOUNS["en"] or low in RELATIVES["en"] or self._several(before)
                if third or (plural and low != "that"):
                    return self._words.tensed(place, "present")
            if low in {"and", "but", ",", "each", ")", "—", "–"} and opens:
                return self._words.tensed(place, "present")
            # "The Swiss fund Kestrel" is one, though it looks like several who fund.
            plural = (low.endswith("s") or low in _PLURALS) and low not in NATIONALITIES
            if after_noun and opens and (third or plural) and self._heads_clause(before):
                return self._words.tensed(place, "present")
            if place == 0 and opens and self._words.tokens[place].capital and third:
                return self._words.tensed(place, "present")
        return None

    def _is_named(self, place: int) -> bool:
        """Whether a name stands at a place: "hosting company | Kestrel"."""
        return place < len(self._words.named) and self._words.named[place] >= 0

    def _is_move(self, place: int) -> bool:
        """Whether a verb tells where the sum before it goes or comes from."""
        moving = self._words.low(place) in {"goes", "went", "comes", "came", "ended", "ends"}
        return moving and self._words.low(place + 1) in {"to", "from", "up", "into", "straight"}

    def _is_money(self, place: int) -> bool:
        """Whether a gerund after a preposition is a noun: "$9 million of funding from"."""
        return self._words.tokens[place].low in NOUNY_GERUNDS and not self._opens_object(
            place + 1, prepositions=False
        )

    def _several(self, place: int) -> bool:
        """Whether the name that ends at a token is one of several: "A and B invest"."""
        while place > 0 and self._words.named[place] == self._words.named[place - 1]:
            place -= 1
        return self._words.low(place - 1) in {"and", "&", "or", ","} or self._words.tokens[
            place
        ].low.endswith("s")

    def _heads_clause(self, place: int) -> bool:
        """Whether the plain words up to a token may be a subject: no preposition opens them."""
        while (
            place >= 0
            and self._words.named[place] < 0
            and self._words.tokens[place].kind in {"word", "number"}
        ):
            low = self._words.tokens[place].low
            if low in DETERMINERS["en"]:
                place -= 1
                break
            if low in PREPOSITIONS["en"]:
                return False
            place -= 1
        if place < 0:
            return True
        return self._words.named[place] < 0 and (
            self._words.tokens[place].kind == "sign"
            or self._words.low(place) in {"and", "but", "that", "as", "while", "said"}
        )

    def _past_or_participle(self, place: int, following: SentenceToken | None) -> VerbForm | None:
        past = self._words.tensed(place, "past")
        participle = self._words.tensed(place, "participle")
        if participle is None:
            return past
        if past is None:
            return participle
        after, _ = self._words.after_adverbs(place + 1)
        after = self._over_time(after)  # "Kestrel, bought on Monday by Nordwind"
        low = self._words.low(after)
        object_follows = self._opens_object(after) and low not in PREPOSITIONS["en"]
        if self._is_headline_passive(place, after):
            return participle  # "Kestrel bought for £2m by Nordwind", "Kestrel lent £2m by"
        if low == "by" and self._is_score(after + 1):
            return past  # "Voted by 31 to 12", "agreed by a margin of two"
        if low == "by" and not object_follows:
            return participle
        if self._in_object_relative(place):
            return past
        if self._words.tokens[place].low in _REDUCED and not object_follows:
            return participle
        previous = self._words.tokens[place - 1] if place else None
        if previous is None or (previous.kind == "figure" and low in PREPOSITIONS["en"]):
            return participle
        if previous.low in PREPOSITIONS["en"] or previous.text in {"(", ":"}:
            return participle
        if previous.text == "," and not object_follows:
            governs = low == "to" and self._words.tensed(after + 1, "infinitive") is not None
            alone = not self._verb_before(place) or not self._another_verb(after)
            return past if governs or alone else participle
        return past

    def _over_time(self, place: int) -> int:
        """Past a date and its preposition."""
        while self._words.is_time(place):
            place += 1
        return place

    def _is_headline_passive(self, place: int, after: int) -> bool:
        """Whether "by" and a name stand behind the sum of a verb that has no auxiliary."""
        if not (place > 0 and self._words.named[place - 1] >= 0):
            return False
        tokens = self._words.tokens
        if self._words.low(after) in {"for", "in"}:
            after += 1
        if after + 2 >= len(tokens) or tokens[after].kind != "figure":
            return False
        return self._words.low(after + 1) == "by" and self._words.named[after + 2] >= 0

    def _is_score(self, place: int) -> bool:
        """Whether a vote is counted at a token: "31 to 12", "9 votes to 4", "a majority of"."""
        counted = place < len(self._words.tokens) and self._words.tokens[place].kind == "number"
        near = {self._words.low(place + step) for step in range(_SCORE)}
        return (counted and not near.isdisjoint({"to", "votes"})) or not near.isdisjoint(
            {"majority", "margin"}
        )

    def _in_object_relative(self, place: int) -> bool:
        """Whether a verb is that of a clause such as "which the fund Kestrel supported"."""
        for at in range(place - 1, max(-1, place - _CLAUSE_REACH), -1):
            low = self._words.low(at)
            if low in {"which", "that", "whom"}:
                # Its subject stands between, else the pronoun itself is that.
                return at < place - 1 and self._words.named[place - 1] >= 0
            if self._words.tokens[at].kind == "sign" or low in ENGLISH_AUXILIARIES:
                return False
        return False

    def _verb_before(self, place: int) -> bool:
        """Whether a finite verb stands before a token in its clause: none means it is the verb."""
        for at in range(place - 1, -1, -1):
            low = self._words.low(at)
            if low in {";", ":"} or low in {"that", "while", "as", "which", "who"}:
                return low in {"which", "who"}
            if low in MODALS or (
                low in ENGLISH_AUXILIARIES and ENGLISH_AUXILIARIES[low][1] in _FINITE
            ):
                return True
            if (
                self._words.named[at - 1] >= 0
                and self._words.tensed(at, "past", "present") is not None
            ):
                return True
        return False

    def _another_verb(self, place: int) -> bool:
        """Whether a finite verb may still follow in the sentence."""
        for at in range(place, len(self._words.tokens)):
            low = self._words.low(at)
            if low in {";", ":"}:
                return False
            if low in MODALS or (
                low in ENGLISH_AUXILIARIES and ENGLISH_AUXILIARIES[low][1] in _FINITE
            ):
                return True
            if self._words.tensed(at, "past") is not None:
                return True
            if (
                low.endswith("s")
                and self._words.tensed(at, "present")
                and self._words.named[at - 1] >= 0
            ):
                return True
        return False

    def _closed(self, low: str) -> bool:
        return (
            low in DETERMINERS["en"]
            or low in PREPOSITIONS["en"]
            or low in PRONOUNS["en"]
            or low in {"and", "or", "but", "not"}
        )

    def _opens_object(self, place: int, *, prepositions: bool = True) -> bool:
        """Whether a complement may begin at a token, by its first word."""
        place, _ = self._words.after_adverbs(place)
        if place >= len(self._words.tokens):
            return False
        token = self._words.tokens[place]
        if self._words.named[place] >= 0 or token.kind in {"figure", "number"}:
            return True
        return (
            token.low in DETERMINERS["en"]
            or (prepositions and token.low in PREPOSITIONS["en"])
            or token.low in {"that", "it", "more", "up"}
        )

    def complete(self, group: VerbGroup) -> None:
        """Take in a particle that changes the verb: "called off"."""
        if group.verb is None:
            return
        lemma = group.verb.lemma
        for length in range(_LONGEST_IDIOM, 1, -1):  # "Walked away with", "became the owner of"
            words = " ".join(self._words.low(group.last + step) for step in range(length))
            meaning = PARTICLES.get((lemma, words))
            if meaning is not None:
                group.frame, group.stance = meaning
                group.last += length
                return
        for place in (group.last, group.last + 1):
            meaning = PARTICLES.get((lemma, self._words.low(place)))
            if meaning is not None:
                group.frame, group.stance = meaning
                group.last = max(group.last, place + 1) if place == group.last else group.last
                return

    def next(self, place: int, group: VerbGroup, stance: Stance) -> NextVerb | None:
        """The verb that another one governs: "agreed to buy", "considering buying"."""
        low = self._words.low(place)
        if low == "to":
            at, denied = self._words.after_adverbs(place + 1)
            if denied:
                group.negative = True
            if self._words.low(at) in {"be", "have"}:
                passive = self._words.low(at) == "be"
                inner, _ = self._words.after_adverbs(at + 1)
                form = self._words.tensed(inner, "participle")
                if form is not None:
                    return NextVerb(form, inner + 1, stance or "expect", passive)
                return None
            form = self._words.tensed(at, "infinitive")
            if form is None:
                return None
            if group.verb is not None and group.verb.lemma == "be":
                stance = stance or "expect"
            if not stance and group.frame:
                return None
            return NextVerb(form, at + 1, stance, False)
        if low in {"about", "over", "on"} and stance == "talk":
            place += 1
        form = self._words.tensed(place, "gerund")
        if (
            form is not None
            and stance
            and (group.stance or low in {"about", "over", "on"} or place == group.last)
        ):
            return NextVerb(form, place + 1, stance, False)
        return None
