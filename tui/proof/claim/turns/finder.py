"""Finds the words that may turn what a sentence says: negations, doubts, conditions, questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui.language import adverbs, fronts, moods, polarity, reporting
from tui.language.clause_words import (
    DETERMINERS,
    PREPOSITIONS,
)
from tui.language.clauses.french_tenses import is_french_conditional, is_french_future
from tui.language.figures.purpose_words import SEVERAL
from tui.language.figures.sum_words import DEAL_NOUNS
from tui.language.plain_words import Phrases, WordClasses, plain_word
from tui.proof.claim.turns.turn import QUOTED, WHOLE, Turn, TurnKind
from tui.proof.claim.words import DATE, FIGURE
from tui.proof.claim.works import made_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.proof.claim.clauses import Clause, Clauses
    from tui.proof.claim.words import Sentence

_DENIALS = WordClasses(polarity.SINGLE)
_MOODS = WordClasses(moods.SINGLE)
_PHRASES: Phrases[str] = Phrases(
    {
        **{str(kind): phrases for kind, phrases in polarity.PHRASES.items()},
        **{str(kind): phrases for kind, phrases in moods.PHRASES.items()},
        "harmless": (*polarity.HARMLESS, *moods.NOT_A_CONDITION),
        "question": moods.INDIRECT_QUESTIONS,
    }
)
_BEFORE_WHICH = frozenset({"before", "until", "avant"})
_NEEDING = frozenset("must needs need has have doit doivent devra faut faudra".split())
_AWAITED_REACH = 8
"""Words from "before" to the verb of what is awaited."""
_DEALINGS = frozenset("discussions negociations pourparlers tractations financement".split())
"""What leads to a deal, so that its end is that of the deal."""
_NE = frozenset({"ne", "n'"})
_NE_REACH = 7
_ABOUT_REACH = 4
_GIVEN_REACH = 6
"""Words from "abandonne" over its sum to whom it goes: "abandonne ainsi 66 M d'euros au Trésor"."""
_NAMED_REACH = 7
"""Words from "no one" over whom it is of to what is not said: "at Nordwind would say who"."""
_DOING = frozenset({"do", "happen", "become"})
_NOUN_REACH = 4
"""Words from a figure over its noun to the clause about it."""
_TELLING_REACH = 8
"""Words from a verb of telling to its "that": "said late on Tuesday in a filing that"."""
_NOUNS = frozenset({"offer", "offers", "bid", "bids", "proposal", "proposition", "plan", "plans"})
_AFTER = frozenset({"after", "apres", "following", "since", "depuis"})
_AFTER_REACH = 5
"""Words from "after" to the talks that are over."""
_OPENING = frozenset('"\u00ab\u201c\u2018')
_JOINED_REACH = 4
"""Words from "and" over a second verb to its object: "and takes on none of"."""
_INVERTING = frozenset({"did", "does", "has", "have", "had", "will", "would", "was", "is"})
_NOUNS_TOO = frozenset(
    {"dispute", "disputes", "doubt", "doubts", "doute", "halt", "collapse", "block", "blocks"}
)
_BEFORE_NOUNS = frozenset("'s latest new old tower office apartment next".split())
"""Before a word that may be a noun or a verb these make a noun of it: "its latest block"."""
_COMPARING = frozenset({"above", "than", "below", "que", "qu'", "over", "exceeds", "beats", "tops"})
"""Before an offer these compare another one with it."""
_COUNTED_REACH = 3
"""Words from a number over adjectives to its noun: "two onshore blocks"."""
_TWO = 2
_REASONS = frozenset({"for", "over", "after", "following", "pour", "apres"})
"""Prepositions of what a sum is paid over."""
_PARTICIPLE_ENDINGS = ("ed", "en", "e", "ee", "es", "ees", "u", "ue", "us", "ues")
_HAD_PLANNED = frozenset(
    """
    expected hoped planned intended wanted meant budgeted prevu espere envisage compte souhaite
    """.split()
)
"""Behind "had" these tell what was thought of before, and came otherwise."""
_ENABLING = frozenset(
    """
    enough sufficient power right ability able assez suffisant suffisante suffisants suffisamment
    quoi permet permettant permettre pouvoir droit capacite
    """.split()
)
_ENABLING_REACH = 3
"""Words from what enables to what it enables one to: "enough votes to block"."""
_ASKING = frozenset(
    """
    want wants wanted ask asks asked urge urges urged press presses pressed push pushes pushed
    expect expects expected need needs needed call calls called beg begs begged tell tells told
    order orders ordered instruct instructs instructed oblige obliges obliged require requires
    required force forces forced
    """.split()
)
_ORDERING = frozenset(
    """
    order orders ordered tell tells told instruct instructs instructed oblige obliges obliged
    require requires required force forces forced compel compels compelled
    """.split()
)
_COURTS = frozenset(
    """
    court courts judge judges tribunal jury arbitrator arbitrators magistrate magistrates regulator
    watchdog commission ombudsman authority panel ruling verdict judgment judgement decision law
    settlement adjudicator arbiter
    """.split()
)
"""Who makes somebody pay by ordering it."""
_FRENCH_COURTS = frozenset(
    "cour tribunal juge juges justice conseil prud'hommes arbitre arbitres autorite".split()
)
_SENTENCED = ("condamn", "sanctionn", "poursuivi", "convicted", "sued", "fined", "penalis")
"""What verbs begin with that are told with the reason of a ruling: "condamné pour"."""
_NAME_REACH = 6
"""Words from a verb of wishing to the "to" behind the name of who is to do it."""
_NAMES_TOO = frozenset({"may", "will", "might", "can", "bid", "offer"})
_AFTER_NON = frozenset(
    {"pas", DATE, FIGURE, "en", "à", "de", "d'", "pour", "par", "le", "la", "au", "avec"}
)
_NOT_ENGLISH = frozenset(
    {"entend", "compte", "accord", "propose_", "discute", "va", "engage_", "projette", "accepte"}
)


def turns_of(sentence: Sentence, clauses: Clauses, language: str) -> list[Turn]:
    """The words that may turn what a sentence says, in its order."""
    return list(_Finder(sentence, clauses, language).find())


def asks_for_more(low: Sequence[str], after: int) -> bool:
    """Whether a verb of saying has a question about what is taken as known: "say why".

    Args:
        low: The words of a sentence.
        after: The number of the word from which on it may stand.
    """
    return any(
        low[at - 1] in polarity.SAYING
        and (low[at] in polarity.FACTIVE_QUESTIONS or _asks_how(low, at))
        for at in range(after, min(len(low), after + _ABOUT_REACH))
        if at
    )


def _asks_how(low: Sequence[str], at: int) -> bool:
    """Whether "how" asks for the way, not for the sum: "declined to say how it would"."""
    if low[at] == "what":
        return not _DOING.isdisjoint(low[at + 1 : at + 1 + _ABOUT_REACH])  # "Say what it will do"
    return low[at] == "how" and low[at + 1 : at + 2] not in (["much"], ["many"])


class _Finder:
    """Goes through the words of one sentence."""

    def __init__(self, sentence: Sentence, clauses: Clauses, language: str) -> None:
        self._sentence, self._clauses = sentence, clauses
        self._low = sentence.low
        self._language, self._english = language, language == "en"

    def find(self) -> Iterator[Turn]:
        low, of = self._low, self._clauses.of
        if self._sentence.is_question():
            yield Turn("question", -1, -1, 0)
        else:
            yield from self._quoted_questions()
        if self._denies_inverted():
            yield Turn("not", 0, 1, of[0])
        if self._is_unreal():
            yield Turn("condition", 0, 1, of[len(low) - 1])
        for number, clause in enumerate(self._clauses.all):
            if clause.kind == "condition":
                yield Turn("condition", clause.opened, clause.opened + 1, number)
            elif clause.kind == "instead":
                yield Turn("instead", clause.opened, clause.opened + 2, number)
            elif clause.kind == "adverbial" and self._is_only_awaited(clause):
                yield Turn("condition", clause.opened, clause.opened + 1, number)
            elif clause.kind == "fronted" and (last := self._unread_front(clause)):
                yield Turn("unread", clause.opened, last, number)
            elif clause.kind == "complement" and (at := self._unread_telling(clause)) >= 0:
                yield Turn("unread", at, clause.opened + 1, number)
        for found in made_up(self._sentence, self._clauses, self._language):
            reach = found.clause if found.clause >= 0 else WHOLE
            yield Turn("untrue", found.first, found.last, reach)
        phrases = {at: (length, kind) for at, length, kind in _PHRASES.each(low)}
        at = 0
        while at < len(low):
            phrase = phrases.get(at)
            if phrase is not None:
                length, kind = phrase
                over = kind == "talks" and self._is_over(at)
                skipped = (
                    over
                    or (kind == "possible" and self._is_ruled(at))
                    or self._tells_nothing(at + length)
                    or self._compares(at, length)
                    or self._ends_another(at + length)
                )
                if kind != "harmless" and not skipped:
                    yield Turn(cast("TurnKind", kind), at, at + length, of[at])
                at += length
                continue
            turn = self._single(at)
            if turn is not None:
                yield turn
            at += 1

    def _ends_another(self, behind: int) -> bool:
        """Whether an end is put to what is no deal: "met fin \u00e0 des ann\u00e9es de litige"."""
        low = self._low
        if low[behind - 1] != "fin" or low[behind : behind + 1] not in (
            ["\u00e0"],
            ["au"],
            ["aux"],
        ):
            return False
        noun = behind + 1
        while noun < len(low) and low[noun] in DETERMINERS:
            noun += 1
        return noun < len(low) and low[noun] not in DEAL_NOUNS | polarity.ANAPHORIC | _DEALINGS

    def _is_ruled(self, at: int) -> bool:
        """Whether "devait" tells what a court has ruled: "La cour a jugé qu'il devait verser".

        Or what was owed: "les 4 millions qu'il leur devait depuis mai".
        """
        if self._low[at] not in {"devait", "devaient"}:
            return False
        behind = self._low[at + 1 : at + 2]
        if behind and (behind[0] in {"depuis", ",", "."} or behind[0] in PREPOSITIONS):
            return True
        clause = self._clauses.all[self._clauses.of[at]]
        return clause.kind == "complement" and not _FRENCH_COURTS.isdisjoint(
            self._low[: clause.opened]
        )

    def _compares(self, at: int, length: int) -> bool:
        """Whether "contrary to" sets somebody apart, no statement: "Contrairement à Halden, …"."""
        if self._low[at] not in {"contrary", "contrairement"}:
            return False
        name = at + length
        while name < len(self._low) and self._low[name] in DETERMINERS:
            name += 1
        return name < len(self._low) and self._sentence.is_capital(name)

    def _is_only_awaited(self, clause: Clause) -> bool:
        """Whether a clause tells what comes after something: "must agree before it will pay"."""
        low, opened = self._low, clause.opened
        if low[opened] not in _BEFORE_WHICH or clause.verb < 0 or opened == 0:
            return False
        of, number = self._clauses.of, self._clauses.of[opened]
        ahead = low[opened : opened + _AWAITED_REACH]
        around = [word for at, word in enumerate(low) if of[at] == clause.parent]
        needed = not _NEEDING.isdisjoint(around)
        if self._english:
            return needed and any(
                word in {"will", "can"} for at, word in enumerate(ahead, opened) if of[at] == number
            )
        return needed and low[opened + 1 : opened + 2] in (["que"], ["qu'"])

    def _unread_front(self, clause: Clause) -> int:
        """One past what stands in front and is not known to tell when, where or how; 0 for none.

        "In March,", "In a statement,", "For 4 million," leave a statement as it is; "On paper,",
        "In the second season of the series," take it out of the world.
        """
        low, words = self._low, self._sentence.words
        if "," not in low[clause.opened :]:
            return 0
        last = low.index(",", clause.opened)
        if low[clause.opened : clause.opened + 2] == ["of", "what"]:
            return last  # "Of what it will pay, 4 million …"
        if low[clause.opened] not in fronts.PREPOSITIONS:
            return 0
        for at in range(clause.opened + 1, last):
            if low[at] in {"what", "que", "qu'"}:
                return last
            known = low[at] in fronts.HARMLESS or words[at].kind in {"date", "figure", "number"}
            if known or self._sentence.is_capital(at) or low[at].endswith("ing"):
                return 0
        return last

    def _unread_telling(self, clause: Clause) -> int:
        """The word a statement hangs on that is not known to tell it as true; -1 for none.

        "The union dreams that …", "the myth that …": behind a verb only those are let through that
        report, since a verb that no table has may take everything back. A noun before "that" most
        often has a relative clause, so that only nouns of opinion are taken.
        """
        language, opened = self._language, clause.opened
        if opened == 0 or self._low[opened - 1] in reporting.JOINED_THAT[language]:
            return -1
        near = range(opened - 1, max(-1, opened - 1 - _TELLING_REACH), -1)
        told = reporting.REPORTING[language]
        for at in near:
            if self._clauses.of[at] != clause.parent or self._sentence.words[at].kind == "sign":
                break
            if self._low[at] in told:
                return -1
        before = opened - 1
        if opened + 1 < len(self._low) and self._clauses.is_finite(opened + 1):
            return -1  # "plants that were built": about the noun before.
        if self._sentence.words[before].kind != "word" or self._sentence.is_capital(before):
            return -1
        if before and _PHRASES.at(self._low, before - 1) == (2, "harmless"):
            return -1  # "No doubt that …"
        named = self._is_noun(before) or self._low[before - 1] in PREPOSITIONS - {"to"}
        if named and self._low[before] not in reporting.THINKING:
            return before if self._low[before] in reporting.ATTITUDES[language] else -1
        return before

    def _is_noun(self, at: int) -> bool:
        """Whether a word ends a noun phrase, as far as a determiner shortly before it tells."""
        for number in range(at - 1, max(-1, at - 1 - _NOUN_REACH), -1):
            word = self._sentence.words[number]
            if word.kind == "figure" or (
                word.low in DETERMINERS and (self._english or word.low != "a")
            ):
                return True
            if word.kind != "word" or word.low in PREPOSITIONS or self._clauses.is_finite(number):
                return False
        return False

    def _quoted_questions(self) -> Iterator[Turn]:
        """Questions in quotation marks: "So Nordwind will pay?" somebody asked."""
        for at, word in enumerate(self._low):
            if word != "?":
                continue
            first = max(
                (number for number in range(at) if self._low[number] in _OPENING), default=0
            )
            yield Turn("question", first, at + 1, QUOTED)

    def _denies_inverted(self) -> bool:
        """Whether "never" opens a sentence whose verb follows it: "Never, he says, did it pay"."""
        low = self._low
        first = 1 if low[:1] and low[0] in _OPENING else 0
        return low[first : first + 2] == ["never", ","] and any(
            low[at - 1] == "," and low[at] in _INVERTING for at in range(first + 2, len(low))
        )

    def _is_unreal(self) -> bool:
        """Whether what did not come about is told: "Sans le veto, le groupe versait 4 millions"."""
        low = self._low
        if self._english or low[:1] != ["sans"] or "," not in low:
            return False
        return any(
            word.endswith(("ait", "aient")) and self._sentence.words[at].kind == "word"
            for at, word in enumerate(low)
            if at > low.index(",") and self._clauses.of[at] == self._clauses.of[-1]
        )

    def _single(self, at: int) -> Turn | None:
        word, of = self._low[at], self._clauses.of
        if self._sentence.words[at].kind != "word":
            return None
        if word in _NE:
            last = self._ne(at)
            return Turn("not", at, last, of[at]) if last else None
        if word == "pas":
            apart = self._after_ne(at) or self._sets_aside(at)
            return None if apart else Turn("not", at, at + 1, of[at])
        if word == "non":
            return self._non(at)
        if word == "against" and self._low[at + 1 : at + 2] and self._opposes(at):
            return Turn("refuse", at, at + 1, of[at])
        if self._english and word.endswith("n't"):
            return Turn("not", at, at + 1, of[at]) if not self._tells_nothing(at + 1) else None
        denial = _DENIALS.of(word)
        if denial is not None:
            return self._denial(denial, at)
        mood = self._mood(at)
        if self._english and word in _ASKING and self._asks_another(at):
            return Turn("possible", at, at + 1, of[at])
        if mood is None and self._is_unread_adverb(at):
            return Turn("unread", at, at + 1, of[at])
        return mood

    def _opposes(self, at: int) -> bool:
        """Whether "against" is said of doing something: "voted by 31 to 12 against giving"."""
        word = self._low[at + 1]
        return word.endswith("ing") and len(word) > len("being")

    def _asks_another(self, at: int) -> bool:
        """Whether a verb of wishing has another one do it: "The town wants Kestrel to pay"."""
        near = range(at + 1, min(len(self._low), at + 1 + _NAME_REACH))
        stop = next((number for number in near if self._low[number] == "to"), 0)
        ordered = self._low[at] in _ORDERING and not _COURTS.isdisjoint(self._low[:at])
        ordered = ordered or (self._low[at] == "ordered" and self._low[at - 1] in {"he", "she"})
        if ordered and "," not in self._low[at:stop]:
            return False  # "A court ordered Kestrel to pay": it is to pay, and owes it.
        return stop > at + 1 and self._sentence.is_capital(at + 1)

    def _is_unread_adverb(self, at: int) -> bool:
        """Whether a word is an adverb that is not known to leave a statement as it is."""
        word = self._low[at]
        ending = "ly" if self._english else "ment"
        if not word.endswith(ending) or len(word) <= len(ending) + 2 or self._is_capital_inside(at):
            return False
        if word in adverbs.HARMLESS[self._language]:
            return False
        return self._english or not (word in adverbs.NOUNS_IN_MENT or self._is_noun(at))

    def _is_capital_inside(self, at: int) -> bool:
        return at > 0 and self._sentence.is_capital(at)

    def _denial(self, kind: polarity.Denial, at: int) -> Turn | None:
        word, of = self._low[at], self._clauses.of
        if kind == "instead" or (kind == "not" and self._after_ne(at)):
            return None  # They open a clause of their own, or belong to their "ne".
        if word in {"no", "none"} and self._is_list_number(at):
            return None
        if word in {"no", "none", "aucun", "aucune"} and self._is_other_object(at):
            return None
        if kind == "not" and (self._denies_last_word(at) or self._sets_aside(at)):
            return None
        if kind in {"not", "refuse", "fail"} and self._tells_nothing(at + 1):
            return None
        if self._denies_what_came_of_it(at):
            return None  # "lent it 2 million, none of which has been repaid"
        if self._low[at + 1 : at + 3] in (["of", "whom"], ["of", "which"]):
            return Turn(kind, at, at + 1, of[at + 2])  # "86 people, none of whom will go"
        if word in _NOUNS_TOO and at and self._is_thing(at):
            return None  # "a dispute that cost 40 million", "two onshore blocks"
        if kind == "cancel" and self._is_aside_reason(at):
            return None  # "was ordered to pay 4 million over a cancelled campaign"
        if kind in {"refuse", "cancel", "deny"} and self._is_only_enabled(at):
            return None
        if kind == "cancel" and self._gives_up_money(at):
            return None
        if kind == "deny" and self._is_appealed(at):
            return None
        if kind == "refuse" and self._is_compared_offer(at):
            return None  # "12 per cent above the offer rejected in April"
        if kind in {"fail", "refuse", "cancel"} and self._is_reason(at):
            return None  # "fined 6 million for failing to deliver calls"
        return Turn(kind, at, at + 1, of[at])

    def _is_compared_offer(self, at: int) -> bool:
        """Whether what was refused is an offer that another one is only compared with."""
        low = self._low
        if low[at - 1 : at] == [] or low[at - 1] not in _NOUNS | {"offre"}:
            return False
        return not _COMPARING.isdisjoint(low[max(0, at - _NOUN_REACH) : at - 1])

    def _is_thing(self, at: int) -> bool:
        """Whether a word that may be a verb is a noun here: "its latest block", "two blocks of"."""
        before = self._low[at - 1]
        if before in DETERMINERS | _BEFORE_NOUNS:
            return True
        if self._low[at].startswith("dispute") and self._is_noun(at):
            return True  # "Have ended a six-year patent dispute"
        # A number makes a plural of it: "Kestrel's two onshore blocks".
        if not (self._english and self._low[at].endswith("s")):
            return False
        for word in reversed(self._sentence.words[max(0, at - _COUNTED_REACH) : at]):
            if word.low in SEVERAL or word.kind == "number":
                return True
            if word.kind == "figure":
                return word.mention is not None and word.mention.kind == "count"
            if word.kind != "word" or word.low in PREPOSITIONS:
                return word.low in PREPOSITIONS
        return False

    def _is_aside_reason(self, at: int) -> bool:
        """Whether what was called off is only what a sum is paid over: "for a cancelled order".

        A participle right beside a noun that "for", "over" or "after" governs, behind the sum.
        """
        low = self._low
        first = at - 1 if self._english else at - _TWO
        while first > 0 and low[first] not in DETERMINERS and at - first < _NOUN_REACH:
            first -= 1
        if first < 1 or low[first] not in DETERMINERS or low[first - 1] not in _REASONS:
            return False
        noun = low[at + 1 : at + 2] if self._english else low[at - 1 : at]
        if not low[at].endswith(_PARTICIPLE_ENDINGS) or not noun or not noun[0].isalpha():
            return False
        if noun[0] in PREPOSITIONS or FIGURE in low[first:at]:
            return False
        return any(
            one.mention is not None and one.mention.kind == "money"
            for one in self._sentence.words[:first]
        )

    def _denies_what_came_of_it(self, at: int) -> bool:
        """Whether "none of which" opens what became of a sum after it was paid."""
        if self._low[at + 1 : at + 3] not in (["of", "which"], ["of", "it"]):
            return False
        ahead = self._low[at + 3 : at + 3 + _ABOUT_REACH]
        return not (polarity.AFTERWARDS | polarity.GIVEN_BACK).isdisjoint(ahead)

    def _sets_aside(self, at: int) -> bool:
        """Whether "not" sets one name against another: "bought not by Halden but by Nordwind"."""
        low, behind = self._low, self._past_name(at + 1)
        if behind <= at + 1 or self._low[at] not in {"not", "pas"}:
            return False
        if low[behind : behind + 1] == [","]:
            behind += 1
        if low[behind : behind + 1] not in (["but"], ["mais"]):
            return False
        behind += 1
        while behind < len(low) and low[behind] in {"bien", "rather", "plutot"}:
            behind += 1
        return self._past_name(behind) > behind

    def _past_name(self, at: int) -> int:
        """One past a name with what stands before it: "by the Halden Group"; the place for none."""
        first = at
        while first < len(self._low) and self._low[first] in PREPOSITIONS | DETERMINERS:
            first += 1
        last = first
        while last < len(self._low) and self._sentence.is_capital(last):
            last += 1
        return last if last > first else at

    def _is_appealed(self, at: int) -> bool:
        """Whether what is contested is a ruling, which stands for all that: "conteste l'amende"."""
        if not self._low[at].startswith(("contest", "disput", "challeng")):
            return False
        ahead = self._low[at + 1 : at + 1 + _NOUN_REACH]
        return not polarity.RULINGS.isdisjoint(ahead)

    def _is_only_enabled(self, at: int) -> bool:
        """Whether what is refused is what a stake or a right allows: "enough to block a merger"."""
        near = self._low[max(0, at - _ENABLING_REACH) : at]
        return near[-1:] in (["to"], ["pour"], ["de"], ["quoi"], ["d'"]) and not (
            _ENABLING.isdisjoint(near)
        )

    def _gives_up_money(self, at: int) -> bool:
        """Whether somebody lets another one have a sum: "abandonne 66 millions au Trésor"."""
        behind = self._low[at + 1 : at + 1 + _GIVEN_REACH]
        return (
            self._low[at].startswith("abandon")
            and FIGURE in behind[:2]
            and not {"à", "au", "aux"}.isdisjoint(behind)
        )

    def _is_reason(self, at: int) -> bool:
        """Whether what somebody failed to do is why it pays: "for failing to", "over its failure".

        Such a reason stands behind the sum, or behind the verb by which a court has ruled.
        """
        before = at - 1
        if before >= 0 and self._low[before] in DETERMINERS:
            before -= 1
        return (
            before >= 0
            and self._low[before] in {"for", "over", "after", "pour"}
            and (
                FIGURE in self._low[:before] or self._low[max(0, before - 1)].startswith(_SENTENCED)
            )
        )

    def _is_other_object(self, at: int) -> bool:
        """Whether "no" belongs to the object of a second verb: "pays 4 M and assumes no debt"."""
        near = range(max(0, at - _JOINED_REACH), at - 1)
        # "Pays 4 million now and takes on none of its debt"
        second = any(
            self._low[number] in {"and", "but", "et", "mais"} and FIGURE in self._low[:number]
            for number in near
        )
        return second and FIGURE not in self._low[at : at + _ABOUT_REACH]

    def _is_list_number(self, at: int) -> bool:
        """Whether "No" is that of a number: "No 1", "No. 2"."""
        following = self._sentence.words[at + 1 : at + 3]
        return bool(following) and (
            following[0].kind == "number" or (following[0].low == "." and len(following) > 1)
        )

    def _denies_last_word(self, at: int) -> bool:
        return self._low[at] in {"never", "not"} and self._low[at + 1 : at + 2] == [","]

    def _ne(self, at: int) -> int:
        """One past the word that makes a negation of "ne"; 0 where it is none."""
        low = self._low
        stop = min(len(low), at + 1 + _NE_REACH)
        for number in range(at + 1, stop):
            word = low[number]
            told = self._sentence.words[number].mention
            if told is not None and plain_word(told.text).startswith("pas "):
                return 0  # "Ne versera pas moins de 4 millions"
            if word in polarity.AFTER_NE:
                missed = low[number + 1 : number + 2] == ["laisser"] and low[number + 2 :]
                if missed and missed[0] in {"passer", "filer", "echapper"}:
                    return 0  # "On ne pouvait pas laisser passer cette occasion": it was taken.
                only = low[number + 1 : number + 2] == ["que"] or low[number + 1 : number + 3] == [
                    "fait", "que",
                ]  # fmt: skip
                if self._tells_nothing(number + 1) or (word == "pas" and only):
                    return 0  # "N'a pas fait que des heureux": not only.
                if word == "plus" and low[number + 1 : number + 2] in (["que"], ["qu'"]):
                    return 0  # "Ne compte plus que 640 salariés": so many are left.
                return number + 1
            if word in polarity.RESTRICTING:
                return 0
            if word in {";", "(", "."}:
                break
        before = low[max(0, at - 4) : at]
        if polarity.EXPLETIVE_AFTER & {*before}:
            return 0
        return at + 1

    def _after_ne(self, at: int) -> bool:
        return not _NE.isdisjoint(self._low[max(0, at - _NE_REACH) : at])

    def _non(self, at: int) -> Turn | None:
        before = self._low[at - 1] if at else ""
        following = self._low[at + 1] if at + 1 < len(self._low) else ""
        if before in {"et", "mais", "ou", ","} or following in _AFTER_NON:
            return Turn("not", at, at + 1, self._clauses.of[at])
        return None

    def _tells_nothing(self, after: int) -> bool:
        """Whether what is denied is only that somebody tells more: "declined to comment"."""
        ahead = self._low[after : after + _ABOUT_REACH]
        silent = next((at for at, one in enumerate(ahead) if one in polarity.SAYING_NOTHING), -1)
        if silent >= 0 and not self._wants_to_act(after + silent):
            return True
        if not polarity.REGRETS.isdisjoint(ahead[:2]):
            return True
        give = after + (ahead[:1] == ["to"])
        if self._low[give : give + 1] == ["give"] and (
            give + 1 >= len(self._low)
            or self._sentence.words[give + 1].kind == "sign"
            or self._low[give + 1] in {"details", "figures", "reasons", "terms", "names"}
        ):
            return True  # "At a rate that the parties declined to give"
        if self._low[after - 1] in {"no", "nobody", "neither", "no-one"}:
            ahead = self._low[after : after + _NAMED_REACH]
            told = next((at for at, word in enumerate(ahead) if word in polarity.SAYING), -1)
            if told >= 0 and not polarity.FACTIVE_QUESTIONS.isdisjoint(ahead[told + 1 :]):
                return True  # "No one at Nordwind would say who had decided to pay"
        return asks_for_more(self._low, after)

    def _wants_to_act(self, at: int) -> bool:
        """Whether "souhaité" is to do something other than to say more: "souhaité souscrire"."""
        verb = self._low[at + 1 : at + 2]
        acts = bool(verb) and verb[0].endswith(("er", "ir", "re"))
        return self._low[at] == "souhaite" and acts and verb[0] not in _SAYING_MORE

    def _mood(self, at: int) -> Turn | None:
        word, of = self._low[at], self._clauses.of
        if self._english and word in _NAMES_TOO and at and self._sentence.is_capital(at):
            return None
        mood = _MOODS.of(word)
        if mood == "talks" and self._is_over(at):
            return None
        if self._english:
            if word in moods.ENGLISH_CONDITIONAL:
                unreal = self._is_unreal_perfect(at)
                mood = "will" if self._after_past_report(at) and not unreal else "possible"
            elif word in moods.ENGLISH_ADVICE:
                mood = "plan" if word == "must" else "possible"
            elif word in moods.ENGLISH_CAN:
                mood = "possible"
            elif mood is not None and word in _NOT_ENGLISH:
                mood = None
        elif is_french_conditional(word):
            # "aurait versé" is hearsay whoever tells it.
            hearsay = word in {"aurait", "auraient", "serait", "seraient"}
            mood = "will" if self._after_past_report(at) and not hearsay else "possible"
        elif mood is None and is_french_future(word):
            mood = "will"
        if mood in {"plan", "offer"} and word in _NOUNS and self._is_other_plan(at):
            return None
        before, behind = self._low[at - 1 : at], self._low[at + 1 : at + 2]
        planned = word in _HAD_PLANNED and before in (["had"], ["avait"], ["avaient"])
        if planned and behind in (["to"], ["de"], ["d'"]):
            return Turn("fail", at, at + 1, of[at])  # "Had expected to pay 4 million"
        return Turn(mood, at, at + 1, of[at]) if mood is not None else None

    def _is_unreal_perfect(self, at: int) -> bool:
        """Whether "would" tells what was not: "would have paid", but not "would have a plant"."""
        if self._low[at + 1 : at + 2] == ["not"]:
            return True
        return (
            self._low[at + 1 : at + 2] == ["have"]
            and bool(self._low[at + 2 : at + 3])
            and (
                self._low[at + 2] not in DETERMINERS
                and self._sentence.words[at + 2].kind not in {"figure", "number"}
            )
        )

    def _is_over(self, at: int) -> bool:
        """Whether talks only date what came of them: "two years after the first talks"."""
        return not _AFTER.isdisjoint(self._low[max(0, at - _AFTER_REACH) : at])

    def _is_other_plan(self, at: int) -> bool:
        """Whether a plan or an offer is a thing of its own: "its pension plan"."""
        return self._low[at - 1 : at] in (["pension"], ["savings"], ["tender"])

    def _after_past_report(self, at: int) -> bool:
        """Whether a verb of telling in the past stands before, so that "would" means "will"."""
        clause = self._clauses.of[at]
        if not self._english and self._clauses.all[clause].kind != "complement":
            return False
        near = {clause, self._clauses.all[clause].parent}
        for number in range(at - 1, -1, -1):
            if self._clauses.of[number] not in near:
                continue
            if self._low[number] in moods.REPORTING_PAST:
                return True
        return False


_SAYING_MORE = (
    polarity.SAYING
    | polarity.SAYING_NOTHING
    | frozenset(
        """
    commenter communiquer preciser reagir repondre s'exprimer exprimer donner detailler reveler
    devoiler divulguer confirmer infirmer indiquer dire
    """.split()
    )
)
"""What who keeps silent does not wish to do."""
