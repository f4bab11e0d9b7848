"""How far the words reach that turn what a sentence says.

A turn reaches the clause that its words stand in with all that is said in it (`Clauses.around`). A
denial reaches further: who "denies it" denies the statement before.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tui.language import moods, polarity
from tui.language.clause_words import (
    ADVERBS_BETWEEN,
    CLITICS,
    PRONOUNS,
)
from tui.language.clauses.verbs import verb_forms
from tui.language.figures.sum_words import DEAL_NOUNS, OFFERS, SUM_NOUNS
from tui.proof.claim.turns.finder import asks_for_more, turns_of
from tui.proof.claim.turns.turn import NEGATIVE, QUOTED, WHOLE, Turn, TurnKind
from tui.proof.claim.words import FIGURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.language.clauses.verbs import VerbForm
    from tui.proof.claim.clauses import Clauses
    from tui.proof.claim.words import Sentence

_TEXTS = frozenset(
    """
    story article report dispatch post tweet item piece page statement depeche information billet
    article message tweet page communique
    """.split()
)
"""What is withdrawn together with the statement that it made."""
_ABOUT_REACH = 4
_NOUN_REACH = 4
"""Words from a figure over its noun to the clause about it."""
_ADJECTIVE_REACH = 6
_SAID_IN_FRONT = frozenset({"rumour", "untrue", "deny", "possible", "unread"})
_ADJECTIVES = frozenset(
    """
    possible potential eventuel eventuelle eventuels eventuelles hypothetique hypothetiques
    potentiel potentielle hypothetical probable expected prevu prevue attendu attendue
    """.split()
)
"""These say how far a thing has come where they stand right beside it only."""
_HAVING = frozenset({"having", "being", "ayant", "etant"})
_MOODS_OF_VERBS: frozenset[TurnKind] = frozenset({"plan", "talks", "offer", "possible"})
_AUX = frozenset("is are was were be been has have had now est sont etait a ont avait".split())
_UNDOING: frozenset[TurnKind] = frozenset({"cancel", "not", "refuse", "fail"})
"""What is said of a figure by a clause about it that makes an end of it."""
_WHAT_REACH = 5
"""Words from "what" to the verb of its clause: "what Kestrel itself had expected"."""
_OPENING = frozenset('"\u00ab\u201c\u2018')
_CLOSING = frozenset('"\u00bb\u201d\u2019')
_OF_PAYMENTS = frozenset({"possible", "talks", "plan", "not"})
"""What a clause right behind a sum may say of the payment that it tells."""
_STAYING = frozenset({"not", "possible", "plan", "will", "fail"})
"""What somebody may say of another thing."""
_OF_DEALS = (
    DEAL_NOUNS
    | SUM_NOUNS
    | polarity.SAYING
    | frozenset("it this that so cela ca ceci c' ce them both".split())
    | {FIGURE}
)
"""Words of a quotation that may be about the deal told outside of it."""
_FURTHER_THINGS = frozenset(
    "royalties milestones milestone redevances bonus bonuses earn-out complement".split()
)
"""What is paid on top of a sum, without a figure, where something comes about."""
_MEANING = frozenset("means meant meaning signifie signifient".split())
FURTHER = frozenset(
    """
    more further additional extra supplementaires supplementaire additionnels additionnel davantage
    """.split()
)
"""Words that tell a sum as one that comes on top of another."""
_OUTSIDE = frozenset(
    {"possible", "plan", "talks", "unread", "not", "refuse", "fail", "cancel", "condition"}
)
"""What takes nothing from a payment that is told as known: "wrote off the 4 million it paid"."""
_UNDOING_TOO: frozenset[TurnKind] = frozenset({"not", "refuse", "fail", "cancel", "condition"})
"""Of those, what would take back a deal whose noun stands there."""
_DEFINITE = frozenset("the its their these those les ses leurs ces".split())
_PAID = frozenset(
    "invest put back buy take lend give pay spend order receive win supply subscribe".split()
)
"""Verbs by which money moves; who pledges, offers or seeks it pays nothing yet."""
_DONE = (_PAID | {"sell", "pass"}) - {"receive"}
"""Of those, the ones whose participle in front tells a deal that was done."""
_IN_SPITE = frozenset({"malgre", "despite"})
_LATER = frozenset({"not", "fail"})
_DENIED_REACH = 3
"""Words behind a negation among which the verb stands that it denies: "not yet been paid"."""
_PAYING = frozenset({"pay", "give"})
_KNOWING = frozenset(
    """
    told know knew known aware realise realised realize realized informed learned learnt noticed
    sait savait savaient su informe informes
    """.split()
)
"""Before "that" these tell of what is so, whoever knew it."""
_NEEDED = frozenset({"needed", "needs", "need", "required", "wanted"})
_PAYMENT_REACH = 6
"""Words behind a sum among which the verb stands by which it is paid: "that the old owner paid"."""
_USE_REACH = 4
"""Words behind "not" among which the verb stands: "will not be enough"."""
_STATEMENTS = frozenset(
    """
    claim claims report reports rumour rumor figure allegation assertion story statement
    affirmation information rumeur chiffre allegation version
    """.split()
)
"""What a statement is called that is denied behind it."""


class Turns:
    """The words of a sentence that may turn what it says."""

    def __init__(self, sentence: Sentence, clauses: Clauses, language: str) -> None:
        """Find them."""
        self._sentence, self._clauses = sentence, clauses
        self._low = sentence.low
        self._language, self._english = language, language == "en"
        self.all = turns_of(sentence, clauses, language)

    def on(self, word: int) -> list[Turn]:
        """The turns that reach a word, in the order of the sentence."""
        around = self._clauses.around(word)
        return [turn for turn in self.all if self._reaches(turn, word, around)]

    def is_paid_whole(self, word: int) -> bool:
        """Whether a sum is told as known and as paid by a clause right behind it."""
        first = word + 1
        return self._is_presupposed(word, Turn("not", -1, -1, WHOLE)) and (
            self._low[first : first + 1] in (["that"], ["which"], ["que"], ["qu'"])
            or not PRONOUNS.isdisjoint(self._low[first : first + 1])
        )

    def _reaches(self, turn: Turn, word: int, around: Sequence[int]) -> bool:
        kind = turn.kind
        if kind == "condition" and word < turn.first and self._is_of_next(turn):
            return False
        if turn.clause == WHOLE or (kind == "refuse" and self._refuses_offer(turn, word)):
            return True
        if kind == "not" and self._denies_presence(turn, word):
            return False
        if kind == "question":
            if turn.clause == QUOTED:
                return turn.first <= word < turn.last
            clause = self._clauses.all[self._clauses.of[word]]
            if turn.first < 0 and clause.kind == "aside-relative" and clause.verb >= 0:
                return False  # "What will it do with Kestrel, for which it has paid 2 million?"
            if turn.first >= 0 and self.is_paid_whole(word):
                return False  # "Whether it was worth the 4 million that Nordwind paid"
            return turn.first < 0 or turn.clause in around
        if kind == "condition":
            if self._is_of_further_sum(turn, word) or self._is_presupposed(word, turn):
                return False
            # What it asks for stands in a clause of its own, beside the one that it governs.
            return self._clauses.all[turn.clause].parent in around or turn.clause in around
        if kind == "instead":
            # "Without the 9 million that Nordwind lent it, Kestrel would have gone under"
            return turn.clause in around and not self._is_presupposed(word, turn)
        if kind in {"not", "fail"} and self._denies_use(turn, word):
            return False
        if kind == "not" and self._denies_knowing(turn, word):
            return False  # "Not one of them had been told that Kestrel had been sold for 4 million"
        if kind == "not" and self._denies_hindrance(turn, word):
            return False
        if kind in _LATER and self._is_of_what_came_later(turn, word):
            return False
        if kind in {"refuse", "fail"} and self._is_of_what_came_before(turn, word):
            return False
        if kind in _LATER and self._is_told_of_name(turn, word):
            return False
        if kind == "not" and self._is_absolute(turn) and not self._beside(turn, word):
            return False
        if kind in _OUTSIDE and self._is_presupposed(word, turn):
            return False
        if self._is_of_infinitive(turn) and word < turn.first and self._is_in_front(word):
            return False
        if kind in _STAYING and self._stays_in_quotation(turn, word):
            return False
        if kind in _SAID_IN_FRONT and self._in_front(turn.clause, around):
            return True
        if kind in {"deny", "untrue", "refuse"} and self._is_of_claim(turn, word):
            return True
        if kind in {"cancel", "untrue"} and self._is_of_text(turn, word):
            return True
        if kind in {"deny", "untrue"} and turn.clause not in around:
            return self._denies_statement(turn, word)
        if turn.clause not in around:
            clause = self._clauses.all[turn.clause]
            behind = clause.opened == word + 1 and clause.kind in {"relative", "complement"}
            if kind == "possible" and behind and self._is_given_as_needed(turn, word):
                return False  # "Stumped up the 9 million that Kestrel needed"
            if kind in _OF_PAYMENTS and behind:
                return True  # "The 4 million that it may pay will help the town."
            if kind in {"not", "fail", "refuse"} and self._is_in_spite_of(word, turn):
                return True  # "Malgré une offre à 4 millions, il n'a pas convaincu Kestrel"
            unreal = kind == "possible" and self._is_perfect(turn.first)
            return (unreal or kind in _UNDOING) and self._is_of_figure(turn.clause, word)
        if kind in _MOODS_OF_VERBS and turn.first > word and self._opens_another(turn, word):
            return False
        if kind in {"possible", "plan"} and self._low[turn.first] in _ADJECTIVES:
            between = self._sentence.words[min(turn.first, word) + 1 : max(turn.first, word)]
            return len(between) < _ADJECTIVE_REACH and not any(
                one.kind == "figure" for one in between
            )
        if kind == "possible" and self._low[turn.first] in moods.HOPES:
            return turn.first < word  # "4 million, the sum it had sought" was got.
        if (
            kind in {"possible", "plan"}
            and turn.first < word
            and asks_for_more(self._low, turn.last)
        ):
            return False  # "Would not say who had decided to pay 2 million"
        if kind == "possible" and self._is_owed_to(turn.last, word):
            return False  # "Kestrel can mend its roof thanks to 4 million from Nordwind."
        if kind == "possible" and not _MEANING.isdisjoint(self._low[word + 1 : turn.first]):
            return False  # "A gift of 4 million means that the wing can open."
        if turn.clause != around[0] and kind not in NEGATIVE:
            # A mood in the clause around is that of the clause within when it comes before it.
            return turn.first < word
        return True

    def _is_given_as_needed(self, turn: Turn, word: int) -> bool:
        """Whether a sum is told as one that somebody needed: what became of it, a verb tells."""
        return self._low[turn.first] in _NEEDED and self._low[word - 1] in {"the", "all"}

    def _refuses_offer(self, turn: Turn, word: int) -> bool:
        """Whether an offered sum is refused beside it: "offered 4 million, but they said no to it".

        So is what somebody offers who is turned away: "a éconduit N, qui lui proposait 4 millions".
        """
        low, clauses = self._low, self._clauses
        if not 0 <= turn.first < len(low) or turn.clause < 0:
            return False
        if word < turn.first:
            beside = clauses.all[turn.clause].kind in _REMARKS
            return beside and not _OFFERING.isdisjoint(low[: turn.first])
        clause = clauses.all[clauses.of[word]]
        about = clause.kind in {"relative", "aside-relative"} and clause.parent == turn.clause
        return about and not _OFFERING.isdisjoint(low[clause.opened : word])

    def _is_of_next(self, turn: Turn) -> bool:
        """Whether a condition is that of a second verb: "and, if the lease allows it, will add"."""
        return self._low[max(0, turn.first - 2) : turn.first] in (
            ["and", ","], ["et", ","], ["but", ","], ["mais", ","],
        )  # fmt: skip

    def _is_owed_to(self, first: int, last: int) -> bool:
        """Whether what may happen is owed to a sum: "thanks to", "grâce à"."""
        return any(
            self._low[at : at + 2] in (["thanks", "to"], ["grace", "\u00e0"], ["grace", "aux"])
            for at in range(first, last)
        )

    def _is_of_further_sum(self, turn: Turn, word: int) -> bool:
        """Whether a condition is that of a further sum: "4 million, and 2 more if it is sold"."""
        opened = self._clauses.all[turn.clause].opened
        between = range(word + 1, opened)
        last = next(
            (at for at in reversed(between) if self._sentence.words[at].kind == "figure"), -1
        )
        if not _FURTHER_THINGS.isdisjoint(self._low[word + 1 : opened]):
            return not {"and", "et", "plus", "puis"}.isdisjoint(self._low[word + 1 : opened])
        joined = {"and", "et", "plus", "with", "avec"}
        if last < 0 or joined.isdisjoint(self._low[word + 1 : last]):
            return False
        if self._low[last - 1] == "plus":
            return True  # "4 million, plus 1 million if it hits its targets"
        return not FURTHER.isdisjoint(self._low[word + 1 : opened])

    def _is_in_spite_of(self, word: int, turn: Turn) -> bool:
        """Whether a sum is that of an offer in spite of which something is denied."""
        number = self._clauses.of[word]
        clause = self._clauses.all[number]
        inside = [low for at, low in enumerate(self._low) if self._clauses.of[at] == number]
        return (
            self._low[clause.opened] in _IN_SPITE
            and not OFFERS.isdisjoint(inside)
            and self._clauses.all[turn.clause].kind in {"main", "coordinate", "fronted"}
        )

    def _denies_use(self, turn: Turn, word: int) -> bool:
        """Whether what is denied of a sum comes after it: "the 4 million it paid was not enough".

        The sum is the subject, and what follows it tells how it was paid.
        """
        of = self._clauses.of
        if word >= turn.first or turn.clause not in self._clauses.around(word):
            return False
        near = range(turn.first, min(len(self._low), turn.last + _USE_REACH))
        used = any(self._low[at] in polarity.AFTERWARDS and of[at] == turn.clause for at in near)
        return used and any(self._moves_money(at) for at in range(word + 1, turn.first))

    def _is_of_what_came_before(self, turn: Turn, word: int) -> bool:
        """Whether a refusal is told aside, of an offer before: "N, repoussé à 3 M, a payé 4".

        It is a participle between the commas behind the subject, and the verb that has the sum
        stands behind the second one.
        """
        first = turn.first
        if not 0 < first < word or self._low[first - 1] not in {",", "first", "d'abord"}:
            return False
        if not any(form.tense == "participle" for form in self._forms(first)):
            return False
        comma = next((at for at in range(turn.last, word) if self._low[at] == ","), -1)
        return comma > 0 and any(self._moves_money(at) for at in range(comma + 1, word))

    def _is_told_of_name(self, turn: Turn, word: int) -> bool:
        """Whether a sum only tells who somebody is: "N, le groupe qui a payé 4 M, n'a pas d'usine".

        It stands in a clause with a verb of its own within an apposition to a name.
        """
        inner = self._clauses.all[self._clauses.of[word]]
        if inner.kind not in {"relative", "complement"} or not 0 <= inner.verb < word < turn.first:
            return False
        outer = self._clauses.all[inner.parent] if inner.parent >= 0 else inner
        return (
            outer.kind == "apposition"
            and turn.clause == outer.parent
            and outer.opened > 0
            and self._sentence.is_capital(outer.opened - 1)
        )

    def _is_of_what_came_later(self, turn: Turn, word: int) -> bool:
        """Whether a sum was paid before what is denied: "Sold for 4 million, K has no debts".

        The participle that opens the sentence tells of a deal that was done, and the verb that is
        denied of its subject is none by which money moves or a deal is done.
        """
        if not any(
            form.tense == "participle" and form.verb.frame in _DONE for form in self._forms(0)
        ):
            return False
        comma = next((at for at in range(word, turn.first) if self._low[at] == ","), -1)
        if comma < 0 or "," in self._low[:word]:
            return False
        denied = range(turn.first, min(len(self._low), turn.last + _DENIED_REACH))
        return not any(
            self._moves_money(at) or self._low[at] in polarity.COMING_ABOUT for at in denied
        )

    def _denies_knowing(self, turn: Turn, word: int) -> bool:
        """Whether it is only denied that somebody knew what was done, so that it was done."""
        clause = self._clauses.all[self._clauses.of[word]]
        if clause.kind != "complement" or turn.first >= clause.opened or turn.first < 0:
            return False
        return self._low[clause.opened - 1] in _KNOWING and turn.clause != self._clauses.of[word]

    def _denies_hindrance(self, turn: Turn, word: int) -> bool:
        """Whether it is denied that something kept somebody from it: "did not stop K from buying".

        What stands behind the verb of hindering came about.
        """
        near = range(max(0, turn.first), word)
        at = next((one for one in near if self._low[one] in polarity.HINDERING), -1)
        if at < 0 or self._clauses.of[at] != turn.clause:
            return False
        between = self._low[turn.last : at]
        return not {",", ";", ":", FIGURE}.intersection(between)

    def _moves_money(self, at: int, frames: frozenset[str] = frozenset()) -> bool:
        """Whether a word is a form of a verb that moves money, in some of the ways there are."""
        return any(
            form.verb.frame and (not frames or form.verb.frame in frames)
            for form in self._forms(at)
        )

    def _forms(self, at: int) -> Sequence[VerbForm]:
        """What a word may be as a verb."""
        word = self._sentence.words[at]
        written = self._sentence.source[word.start : word.end].lower()
        return verb_forms(self._language).get(written, ())

    def _is_presupposed(self, word: int, turn: Turn) -> bool:
        """Whether a sum is taken as paid, whatever the words around its noun phrase say.

        "There are concerns that the 4 million it is paying for Circ is too much": "the", and right
        behind the sum the verb by which it is paid. What is said within that is said of it.
        """
        before = word - 1
        while before >= 0 and self._low[before] in _OPENING:
            before -= 1
        if before < 0 or self._low[before] not in _DEFINITE:
            return False
        last = min(len(self._low), word + 1 + _PAYMENT_REACH)
        for at in range(word + 1, last):
            if self._sentence.words[at].kind in {"sign", "figure"}:
                return False
            if self._moves_money(at, _PAID):
                if turn.last <= before and any(
                    self._moves_money(one, _PAYING) for one in range(turn.last, before)
                ):
                    return False  # "Must refund the 900,000 pounds that it was given"
                known = turn.kind not in _UNDOING_TOO or self._is_said_of_sum(word, at)
                return known and not before <= turn.first <= at
        return False

    def _is_said_of_sum(self, word: int, verb: int) -> bool:
        """Whether a verb is that of a clause about a sum: "the 4 million it paid", "paid by".

        In "the 4 million purchase of" and "the 4 million order from" a noun has the same form.
        """
        low, before = self._low, self._low[verb - 1]
        if self._sentence.is_capital(verb):
            return False
        if verb == word + 1:
            return low[verb + 1 : verb + 2] in (["by"], ["par"])
        opens = PRONOUNS | _AUX | {"that", "which", "que", "qu'", "will", "would"}
        return before in opens or self._sentence.is_capital(verb - 1)

    def _is_of_infinitive(self, turn: Turn) -> bool:
        """Whether "ne pas" or "not to" denies an infinitive alone: "plans not to raise taxes"."""
        pair = self._low[turn.first : turn.first + 2]
        return turn.kind == "not" and (
            (pair[:1] == ["ne"] and pair[1:] in (["pas"], ["plus"], ["jamais"]))
            or pair == ["not", "to"]
        )

    def _is_absolute(self, turn: Turn) -> bool:
        """Whether a participle with a subject of its own is denied: ", its owner not having paid".

        "Les 25 millions viennent de N, ses actionnaires n'ayant pas suivi": said of nobody else.
        """
        pair = {*self._low[turn.first : turn.last + 1]}
        if self._low[turn.first] == "neither" and self._low[turn.first - 1 : turn.first] == [","]:
            # "Will pay 4 million to settle it, neither side admitting fault"
            near = self._low[turn.last : turn.last + _ABOUT_REACH]
            return any(word.endswith("ing") for word in near)
        return turn.first > 0 and not pair.isdisjoint(_HAVING)

    def _beside(self, turn: Turn, word: int) -> bool:
        """Whether no comma stands between a word and what is denied."""
        between = range(min(turn.first, word), max(turn.first, word))
        return not any(self._low[at] in {",", ";"} for at in between)

    def _is_in_front(self, word: int) -> bool:
        """Whether a word stands in what opens the sentence with a preposition."""
        return self._clauses.all[self._clauses.of[word]].kind == "fronted"

    def _stays_in_quotation(self, turn: Turn, word: int) -> bool:
        """Whether a turn is somebody's own words about another thing than the sum told outside.

        "“We had no choice,” says the boss of Circ, sold for 4 million": what is quoted has no deal,
        no sum and no word that points at one.
        """
        for first, last in self._quotations:
            if first <= turn.first < last and not first <= word < last:
                inside = self._low[first:last]
                if first + 1 < last and self._clauses.is_finite(first + 1):
                    return False  # "The surplus “did not exist”": their verb is the sentence's.
                return _OF_DEALS.isdisjoint(inside) and not any(
                    map(self._moves_money, range(first, last))
                )
        return False

    @cached_property
    def _quotations(self) -> list[tuple[int, int]]:
        """The stretches between quotation marks."""
        found, first = [], -1
        for at, sign in enumerate(self._low):
            if self._sentence.words[at].kind != "sign":
                continue
            if first < 0 and sign in _OPENING:
                first = at
            elif first >= 0 and sign in _CLOSING:
                found.append((first, at))
                first = -1
        return found

    def _denies_presence(self, turn: Turn, word: int) -> bool:
        """Whether it is only denied that somebody was there: "did not attend the signing at which".

        What a clause tells of the noun behind was done without them.
        """
        if turn.first > word or turn.first < 0 or turn.clause == self._clauses.of[word]:
            return False
        near = self._low[turn.first : turn.last + _ABOUT_REACH]
        return not polarity.ATTENDING.isdisjoint(near)

    def _opens_another(self, turn: Turn, word: int) -> bool:
        """Whether a mood is that of a second verb: "made 4 million and expects to grow"."""
        at = turn.first - 1
        while at > word and (
            self._low[at] in ADVERBS_BETWEEN or self._low[at] in CLITICS or self._low[at] in _AUX
        ):
            at -= 1
        if at > word and self._low[at] in {"and", "et", "but", "mais"}:
            return True
        # "4 million beat what it had expected"
        near = self._low[max(word + 1, turn.first - _WHAT_REACH) : turn.first]
        return not {"what", "than", "ce", "as"}.isdisjoint(near)

    def _is_of_claim(self, turn: Turn, word: int) -> bool:
        """Whether a denial is of what the statement before is called: "…, a claim it rejected"."""
        clause = self._clauses.all[turn.clause]
        if (
            clause.kind in {"complement", "relative"}
            and clause.opened > word + 1
            and self._low[clause.opened - 1] in _STATEMENTS
        ):
            return self._words_behind(word, clause.opened)
        while clause.kind not in {"apposition", "main"}:
            clause = self._clauses.all[clause.parent]
        opening = self._low[clause.opened : clause.opened + _ABOUT_REACH]
        return (
            clause.kind == "apposition"
            and clause.opened > word
            and not _STATEMENTS.isdisjoint(opening)
        )

    def _is_perfect(self, at: int) -> bool:
        """Whether a mood is of what did not come about: "would have brought", "aurait eu"."""
        following = self._low[at + 1 : at + 3]
        return self._low[at] in {"aurait", "auraient"} or "have" in following

    def _is_of_figure(self, clause: int, word: int) -> bool:
        """Whether a clause is about the noun of a figure: "a 4 billion order that it cancelled"."""
        inner = self._clauses.all[clause]
        if inner.parent != self._clauses.of[word] or inner.opened <= word:
            return False
        if inner.kind == "relative":
            return inner.opened - word <= _NOUN_REACH
        # "Attracted a $4 million bid from Nordwind, which it refused": what has another subject.
        subject = self._low[inner.opened + 1 : inner.opened + 2]
        between = range(word + 1, inner.opened)
        return (
            inner.kind == "aside-relative"
            and self._low[inner.opened] in {"which", "que", "qu'"}
            and not PRONOUNS.isdisjoint(subject)
            and not DEAL_NOUNS.isdisjoint(self._low[word + 1 : word + 1 + _NOUN_REACH])
            and not any(
                self._clauses.is_finite(at) for at in between if self._low[at] not in DEAL_NOUNS
            )
        )

    def _is_of_text(self, turn: Turn, word: int) -> bool:
        """Whether a text is taken back that told a statement: "…, it wrote before deleting it"."""
        ahead = self._low[turn.last : turn.last + _ABOUT_REACH]
        return turn.first > word and not _TEXTS.isdisjoint(ahead)

    def _words_behind(self, word: int, opened: int) -> bool:
        """Whether a comma parts a statement from what it is called: "…, a claim that it denies"."""
        return "," in self._low[word + 1 : opened]

    def _in_front(self, clause: int, around: Sequence[int]) -> bool:
        """Whether words in front of a statement say how sure it is: "According to a rumour, …"."""
        front = self._clauses.all[clause]
        return front.kind == "fronted" and front.parent in around

    def _denies_statement(self, turn: Turn, word: int) -> bool:
        """Whether a denial beside a statement is said of it: "…, which Circ denies"."""
        clause = self._clauses.all[turn.clause]
        if clause.opened and self._low[clause.opened - 1] == "ce" and clause.opened > word:
            return True  # "…, ce que contestent les deux groupes"
        if turn.first < word and self._clauses.of[word] not in {
            clause
            for clause in range(len(self._clauses.all))
            if self._clauses.inside(clause, turn.clause)
        }:
            return turn.kind == "untrue" and self._clauses.all[turn.clause].kind == "main"
        rest = []
        for at in range(turn.last, len(self._low)):
            if self._low[at] in {",", ";", ")"}:
                break
            if self._clauses.of[at] == turn.clause and self._sentence.words[at].kind != "sign":
                rest.append(self._low[at])
        if self._has_content(self._low[turn.last : turn.last + _ABOUT_REACH]):
            return False  # "denied that it was planning layoffs", "denied reports that it will"
        rest = rest[:_ABOUT_REACH]
        if not rest:
            return True
        if (
            turn.kind == "untrue"
            and rest[0] in {"in", "to"}
            and not (_STATEMENTS.isdisjoint(rest) and polarity.ANAPHORIC.isdisjoint(rest[1:]))
        ):
            return True  # "no truth in the story"
        if rest[0] in polarity.ANAPHORIC or rest[0].endswith("ly") or rest[0].endswith("ment"):
            # "denies the report"; "denies the charges" is about something else.
            return rest[0] not in {"the", "le", "la", "les", "l'", "ce", "these", "ces"} or (
                len(rest) > 1 and rest[1] in polarity.ANAPHORIC
            )
        subject = self._low[self._clauses.all[turn.clause].opened : turn.first]
        return turn.kind == "untrue" and any(one in polarity.ANAPHORIC for one in subject)

    def _has_content(self, rest: Sequence[str]) -> bool:
        """Whether what is denied is told behind the verb, so that nothing before it is denied."""
        if rest[:1] in (["that"], ["que"], ["qu'"]):
            return len(rest) > 1 and rest[1] not in polarity.ANAPHORIC - CLITICS - PRONOUNS
        nouns = rest[1:] if "," not in rest else rest[1 : rest.index(",")]
        return any(word in {"that", "que", "qu'", "selon"} for word in nouns)


_REMARKS = frozenset({"coordinate", "relative", "aside-relative", "apposition", "aside"})
"""Clauses beside an offer in which it is refused."""
_OFFERING = frozenset(
    """
    offered offer bid proposal approach proposed proposait proposaient proposent propose offrait
    offraient offre proposition
    """.split()
)
"""Words of an offer, which may be refused."""
