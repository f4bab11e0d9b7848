"""The clauses of a sentence, and which of them is said within which.

One pass from left to right with a stack of open clauses: commas, brackets and dashes, relative
pronouns, conjunctions and second verbs open and close them. It is a shallow reading, made to answer
one question: is what a word denies or doubts said of a certain figure? Where it errs it errs
towards one clause too few, so that a doubt reaches too far rather than not far enough. Its time
grows with the number of words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from tui.language import clause_words as lists
from tui.language.clauses.verbs import verb_forms
from tui.language.moods import CONDITION_PHRASES, CONDITION_WORDS, NOT_A_CONDITION
from tui.language.plain_words import Phrases
from tui.language.polarity import HARMLESS
from tui.proof.claim.concessions import grants
from tui.proof.claim.manner import tells_manner

if TYPE_CHECKING:
    from tui.proof.claim.words import Sentence

ClauseKind: TypeAlias = Literal[
    "main",
    "coordinate",
    "complement",
    "relative",
    "aside-relative",
    "adverbial",
    "condition",
    "participial",
    "aside",
    "apposition",
    "fronted",
    "instead",
]
_SAID_OF = frozenset({"complement", "relative", "aside", "apposition", "fronted", "instead"})
"""Kinds to which belongs what is denied or doubted in the clause around them."""
_CLOSED_BY_COMMA = frozenset(
    {"relative", "aside-relative", "adverbial", "condition", "participial", "apposition", "fronted",
     "instead"}
)  # fmt: skip
_OPENERS: Phrases[ClauseKind] = Phrases(
    {
        "condition": CONDITION_PHRASES,
        "adverbial": (*lists.ADVERBIAL_PHRASES, *NOT_A_CONDITION),
        "instead": lists.INSTEAD_PHRASES,
    }
)
_HARMLESS: Phrases[str] = Phrases({"harmless": HARMLESS})
_DASHES = frozenset("-\u2013\u2014")
_LONGEST_APPOSITION = 16
_PAIR = 5
"""Words from "between" over the first of two names to "and"."""
_REACH = 6
"""Words after "and" among which a subject and its verb are looked for."""


class Clause:
    """One clause.

    Attributes:
        kind: How it is joined to the clause around it.
        parent: The number of that clause; -1 for the first.
        opened: The number of its first word.
        verb: The number of the last word of its first group of verbs; -1 while none was met.
    """

    __slots__ = ("kind", "opened", "parent", "verb")

    def __init__(self, kind: ClauseKind, parent: int, opened: int) -> None:
        """Open a clause."""
        self.kind, self.parent, self.opened, self.verb = kind, parent, opened, -1


class Clauses:
    """The clauses of a sentence.

    Attributes:
        all: The clauses by number.
        of: The number of the clause of each word.
    """

    def __init__(self, sentence: Sentence, language: str) -> None:
        """Read the clauses of a sentence."""
        self._low, self._words = sentence.low, sentence.words
        self._english = language == "en"
        self._sentence = sentence
        self.all: list[Clause] = [Clause("main", -1, 0)]
        self.of: list[int] = []
        self._open = [0]
        self._read()

    def around(self, word: int) -> list[int]:
        """The clauses of which what a word tells is said: its own, and those it belongs to."""
        number = self.of[word]
        found = [number]
        while self.all[number].kind in _SAID_OF:
            number = self.all[number].parent
            found.append(number)
        return found

    def words_around(self, word: int) -> list[int]:
        """The words of those clauses, in the order of the sentence."""
        clauses = set(self.around(word))
        return [at for at, clause in enumerate(self.of) if clause in clauses]

    def inside(self, clause: int, outer: int) -> bool:
        """Whether a clause is another one or lies in it."""
        while clause >= 0:
            if clause == outer:
                return True
            clause = self.all[clause].parent
        return False

    # Reading

    def _read(self) -> None:
        words = self._low
        at = self._begin()
        while at < len(words):
            opened = self._boundary(at)
            for _ in range(max(1, opened)):
                self.of.append(self._open[-1])
                self._note_verb(at)
                at += 1

    def _begin(self) -> int:
        """Open what stands in front of the sentence: "In March, …", "If they agree, …"."""
        words = self._low
        if self._opens_before_pronoun():
            self._push("fronted", 0)
            return 0
        if not words or "," not in words:
            return 0
        comma = words.index(",")
        if self._is_character(comma):
            self._push("participial", 0)
            return 0
        if comma <= _LONGEST_APPOSITION and (
            words[0] == "having" if self._english else self._is_absolute(comma)
        ):
            self._push("participial", 0)  # "Le tribunal l'ayant jugée illégale, l'aide a été …"
        elif comma <= 14 and words[0] in lists.PREPOSITIONS and words[0] not in lists.INSTEAD:
            self._push("fronted", 0)
        return 0

    def _opens_before_pronoun(self) -> bool:
        """Whether a subject follows what opens the sentence without a comma: "With this we can"."""
        words = self._low
        first = 1 if words[:1] and self._words[0].kind == "sign" else 0
        if words[first : first + 1] not in (["with"], ["after"], ["avec"], ["apres"]):
            return False
        for at in range(first + 2, min(len(words), _LONGEST_APPOSITION)):
            if self._words[at].kind == "sign" or words[at] in lists.RELATIVE | lists.THAT:
                return False
            if words[at] in _SUBJECTS:
                return True
        return False

    def _is_absolute(self, comma: int) -> bool:
        """Whether a French participle with a subject of its own stands up to a comma."""
        return not _HAVING.isdisjoint(self._low[:comma]) and not any(
            self.is_finite(at) for at in range(comma) if self._low[at] not in _HAVING
        )

    def _is_character(self, comma: int) -> bool:
        """Whether a sentence opens with what its subject is like: "Never a man to waste words, …".

        That denies a trait and nothing else; "Not a cent, he said, was paid" has no "to".
        """
        words = self._low[:comma]
        if words[:1] in (["never"], ["not"]):
            return words[1:2] in (["a"], ["an"], ["one"], ["the"], ["known"]) and not {
                "to", "who", "given", "for",
            }.isdisjoint(words[2:6])  # fmt: skip
        if words[:1] in (["jamais"], ["pas"]):
            return words[1:2] in (["avare"], ["homme"], ["femme"], ["enclin"], ["encline"]) or (
                words[1:3] in (["du", "genre"], ["à", "court"], ["en", "reste"], ["le", "dernier"],
                               ["la", "derniere"])
            )  # fmt: skip
        return False

    def _boundary(self, at: int) -> int:
        """Open and close clauses before a word; how many words a phrase that opened one has."""
        word = self._low[at]
        if self._words[at].kind == "sign":
            self._sign(word, at)
            return 1
        phrase = _OPENERS.at(self._low, at)
        if phrase is not None:
            self._close_aside_relative(at)
            self._push(phrase[1], at)
            return phrase[0]
        if self._is_condition(at):
            self._push("condition", at)
        elif not self._english and self._is_concessive(at):
            self._push("adverbial", at)
        elif word in lists.RELATIVE and not self._is_part(at) and not self._asks_where(at):
            self._relative(at)
        elif word in lists.THAT:
            self._that(at)
        elif word in lists.ADVERBIAL and self._opens_adverbial(at):
            self._push("adverbial", at)
        elif word in lists.INSTEAD or self._denies_gerund(at):
            if _HARMLESS.at(self._low, at) is None and not tells_manner(self._sentence, at):
                self._push("instead", at)
        elif word in lists.JOINING:
            self._joined(at)
        elif self._ends_front(at) or self._is_second_verb(at):
            self._pop()
        return 1

    def _push(self, kind: ClauseKind, at: int) -> None:
        self.all.append(Clause(kind, self._open[-1], at))
        self._open.append(len(self.all) - 1)

    def _pop(self) -> None:
        if len(self._open) > 1:
            self._open.pop()

    def _top(self) -> Clause:
        return self.all[self._open[-1]]

    def _below(self) -> Clause:
        return self.all[self._open[max(0, len(self._open) - 2)]]

    def _sibling(self, at: int) -> None:
        """Begin a statement beside the one at hand: what contains it no longer does."""
        while len(self._open) > 1 and self._top().kind not in {"coordinate", "aside"}:
            self._open.pop()
        if len(self._open) > 1 and self._top().kind == "coordinate":
            self._open.pop()
        self.all.append(Clause("coordinate", self._open[-1], at))
        self._open.append(len(self.all) - 1)

    def _sign(self, sign: str, at: int) -> None:
        if sign in "([":
            self._push("aside", at)
        elif sign in ")]":
            self._close_through("aside")
        elif sign in ";:":
            self._sibling(at)
        elif sign in _DASHES:
            self._dash(at)
        elif sign == ",":
            self._comma(at)

    def _close_through(self, kind: ClauseKind) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self.all[self._open[depth]].kind == kind:
                del self._open[depth:]
                return

    def _dash(self, at: int) -> None:
        if any(self.all[number].kind == "aside" for number in self._open):
            self._close_through("aside")
        elif any(word in _DASHES for word in self._low[at + 1 :]):
            self._push("aside", at)
        else:
            self._sibling(at)

    def _comma(self, at: int) -> None:
        words = self._low
        following = words[at + 1] if at + 1 < len(words) else ""
        if self._top().kind in _CLOSED_BY_COMMA and not self._goes_on(at):
            inner = self._top().kind
            self._pop()
            if inner == "condition" and self._top().kind == "adverbial":
                self._pop()  # "Même si certains se demandent s'il gagnera, le groupe …"
        elif self._top().kind == "complement" and self._below().kind == "apposition":
            self._pop()  # "an offer that nobody knew of, …"
        if self._top().kind == "apposition":
            self._pop()
        if at + 1 < len(words) and self.is_finite(at + 1):
            self._close_asides()
        if (
            following in lists.CONTRASTING
            or words[at + 1 : at + 3] == ["et", "non"]
            or words[at + 1 : at + 3] == ["and", "not"]
        ):
            self._push("instead", at)
        elif (
            following.endswith("ing") and len(following) > 5 and self._words[at + 1].kind == "word"
        ) or (not self._english and following.endswith("ant") and len(following) > 5):
            self._push("participial", at)
        elif following in lists.DETERMINERS and self._is_apposition(at + 1):
            self._push("apposition", at)

    def _close_asides(self) -> None:
        """Close what is said about a subject whose verb comes only now: "K, which …, said"."""
        for number in self._open:
            clause = self.all[number]
            waiting = clause.kind == "aside-relative" and self.all[clause.parent].verb < 0
            if waiting and clause.verb >= 0:
                del self._open[self._open.index(number) :]
                return

    def _goes_on(self, at: int) -> bool:
        """Whether a comma parts the members of a list inside an open clause."""
        joined = self._low[at + 1 : at + 2]
        if self._low[max(0, self._top().opened - 1)] in {"parmi", "among"}:
            return False  # "four banks, among which Kestrel, have lent"
        waits = self._top().verb < 0 and not self._moves_money(self._top().opened, at)
        return bool(joined) and waits and self._top().kind == "aside-relative"

    def _moves_money(self, first: int, last: int) -> bool:
        """Whether a name has a verb of money in the present: "in which Kestrel pays 4 million"."""
        forms = verb_forms("en" if self._english else "fr")
        return any(
            self._sentence.is_capital(at - 1)
            and any(
                form.tense == "present" and form.verb.frame for form in forms.get(self._low[at], ())
            )
            for at in range(first + 1, last)
        )

    def _is_apposition(self, at: int) -> bool:
        stretch = self._low[at : at + _LONGEST_APPOSITION]
        if "," not in stretch:
            return False
        inner = range(at, at + stretch.index(","))
        for number in inner:
            if number > at + 1 and (
                self._low[number] in _OPENS_RELATIVE or self._low[number] in lists.THAT
            ):
                # "A buyer nobody had reckoned with", not "the group said it had bought …".
                return not any(self.is_finite(before) for before in range(at + 1, number))
            if self._is_auxiliary(number):
                return False
        return True

    def _is_condition(self, at: int) -> bool:
        words, word = self._low, self._low[at]
        if word in _INVERTED and self._english and at + 1 < len(words):
            begins = at == 0 or words[at - 1] == ","
            # "Had it agreed, …", "Should it agree, …"
            if at and not self._is_subject(at + 1):
                return False  # "Kestrel, valued at 3 billion, had revenue of …"
            return begins and "," in words[at:] and not self._sentence.is_question()
        if word in CONDITION_WORDS:
            before = words[at - 1] if at else ""
            if word in {"provided", "providing", "assuming"}:
                if words[at + 1 : at + 2] == ["that"] or (at > 0 and before == ","):
                    return True
                return at == 0 and self._verb_before_comma()
            return True
        if self._english or self._is_concessive(at):
            return False
        following = words[at + 1] if at + 1 < len(words) else ""
        if word == "s'":
            return following in {"il", "ils"}
        if word != "si":
            return False
        return (
            following in lists.PRONOUNS
            or following in lists.DETERMINERS
            or (at + 1 < len(words) and self._words[at + 1].kind == "figure")
            or (at + 1 < len(words) and self._sentence.is_capital(at + 1))
            or at == 0
        )

    def _is_concessive(self, at: int) -> bool:
        """Whether "si" only grants something: "S'il n'a pas réagi, le patron a confirmé"."""
        return self._low[at] in {"si", "s'"} and grants(self._sentence, at)

    def _verb_before_comma(self) -> bool:
        """Whether a clause opens the sentence: "Provided a bridge is built, …"."""
        words = self._low
        comma = words.index(",") if "," in words else 0
        return any(self.is_finite(at) for at in range(2, comma))

    def _is_subject(self, at: int) -> bool:
        """Whether a word begins a subject that follows its verb: "had it", "should the buyer"."""
        word = self._low[at]
        following = self._low[at + 1 : at + 2]
        return (
            word in lists.PRONOUNS | {"the", "its", "their"}
            or self._sentence.is_capital(at)
            or bool(following and following[0].endswith(("ed", "en")))
        )

    def _asks_where(self, at: int) -> bool:
        """Whether an infinitive follows: "decided where to put it", "où l'installer"."""
        words = self._low
        if words[at] not in {"where", "ou", "où", "which", "who", "whom"}:
            return False
        following = [word for word in words[at + 1 : at + 4] if word not in lists.CLITICS]
        if self._english:
            return words[at + 1 : at + 2] == ["to"]
        return (
            words[at] in {"ou", "où"}
            and bool(following)
            and (
                following[0].endswith(("er", "ir", "re")) and following[0] not in {"leur", "entre"}
            )
        )

    def _is_part(self, at: int) -> bool:
        """Whether "dont" and "of which" tell a part of a sum and open no clause."""
        words = self._low
        if words[at] == "dont":
            ahead = self._words[at + 1 : at + 4]
            return bool(ahead) and any(word.kind in {"figure", "number"} for word in ahead)
        return words[at] == "which" and at > 0 and words[at - 1] == "of"

    def _relative(self, at: int) -> None:
        before = self._low[at - 1] if at else ""
        prepared = before in lists.PREPOSITIONS
        comma = self._low[at - 2] if prepared and at > 1 else before
        if before in {"ce", "celui", "celle", "ceux", "celles"} and at > 1:
            comma = self._low[at - 2]
        self._close_aside_relative(at)
        self._push("aside-relative" if comma == "," else "relative", at)

    def _close_aside_relative(self, at: int) -> None:
        if at and self._low[at - 1] == "," and self._top().kind == "aside-relative":
            self._pop()

    def _that(self, at: int) -> None:
        words = self._low
        before = words[at - 1] if at else ""
        if words[at] == "that" and not self._opens_that(at):
            return
        if words[at] in {"que", "qu'"} and (before in _COMPARING or self._restricts(at)):
            return
        compared = at > 1 and words[at - 2] in _DEGREES and not self.is_finite(at - 1)
        if words[at] in {"que", "qu'"} and compared:
            return  # "Moins connu que son rival Halden, …"
        if at == 0 and words[0] in {"que", "qu'"}:
            self._push("condition", at)  # "Que le cours se redresse, et le groupe paiera …"
            return
        if before in lists.JOINING:
            # "said that … and that …"
            self._close_through("complement")
        if words[at] in {"que", "qu'"} and before == "ce" and at > 1 and words[at - 2] == ",":
            self._push("aside-relative", at)
            return
        self._push("complement" if before != "," else "aside-relative", at)

    def _opens_that(self, at: int) -> bool:
        """Whether "that" is no pointing word: "that deal", "that is"."""
        before = self._low[at - 1] if at else ""
        return before not in lists.PREPOSITIONS or before in {"in", "given"}

    def _restricts(self, at: int) -> bool:
        """Whether "que" makes "only" of a "ne": "n'a versé que 4 milliards"."""
        near = self._low[max(0, at - 5) : at]
        return ("ne" in near or "n'" in near) and not {"pas", "jamais", "plus", "dit"} & {*near}

    def _opens_adverbial(self, at: int) -> bool:
        word = self._low[at]
        following = self._words[at + 1] if at + 1 < len(self._words) else None
        if following is None or following.low in {",", ")", "."}:
            return False  # "which has never done so before, …"
        if word == "apres" and self._low[at - 1 : at] == ["d'"]:
            return False  # "D'après le groupe"
        if not self._english and at and self._sentence.is_capital(at):
            return False  # "L'AS Mirande"
        if word == "since" and self._low[at - 1 : at] in (["has"], ["have"], ["had"]):
            return False  # "Has since refunded it"
        if word == "as":
            before = self._low[at - 1] if at else ""
            return before not in {"such", "well", "as", "much", "many", "soon", "known"} and (
                following.low in lists.PRONOUNS
                or following.low in {"the", "a", "its"}
                or self._tells_who(at + 1)
            )
        if word in {"comme"}:
            return following.low in lists.PRONOUNS or following.low in {"le", "la", "l'", "les"}
        if word in {"since", "until", "till", "before", "after", "apres", "avant"}:
            return following.kind not in {"figure", "number", "date"}
        return word != "following" or (at > 0 and self._low[at - 1] == ",")

    def _tells_who(self, at: int) -> bool:
        """Whether a subject of one word and its verb stand there: "as councillors approved"."""
        if at + 1 >= len(self._low) or self._words[at].kind != "word":
            return False
        plural = self._low[at].endswith("s") or self._sentence.is_capital(at)
        return plural and self.is_finite(at + 1) and not self._is_auxiliary(at)

    def _denies_gerund(self, at: int) -> bool:
        """Whether "not" stands before a participle of its own: "not counting …"."""
        if self._low[at] != "not" or at + 1 == len(self._low):
            return False
        return self._low[at + 1].endswith("ing")

    def _joined(self, at: int) -> None:
        """A conjunction: a new statement where a verb of its own follows."""
        word = self._low[at]
        following = self._low[at + 1] if at + 1 < len(self._low) else ""
        if following in lists.THAT or following in lists.RELATIVE:
            return
        if word in {"et", "and"} and self._ends_pair(at):
            return  # "Le contrat signé entre Kestrel et Nordwind porte sur 4 millions"
        if word == "but" and at and self._low[at - 1] in {"all", "anything", "nothing"}:
            return  # "had all but signed"
        if word == "yet" and (following == "to" or self._is_auxiliary(at - 1)):
            return  # "Has yet to pay", "has yet been paid"
        inside = self._top().kind in {"aside-relative", "relative"} and self._low[at - 1] != ","
        if inside and word not in lists.SPLITTING and not self._subject_follows(at):
            return  # "which was founded in 1902 and is not listed, …"
        if word in lists.SPLITTING or (self._has_verb() and self._verb_follows(at)):
            self._sibling(at)

    def _ends_pair(self, at: int) -> bool:
        """Whether "between" shortly before opens the pair of which "and" joins the second."""
        return not {"entre", "between"}.isdisjoint(self._low[max(0, at - _PAIR) : at])

    def _subject_follows(self, at: int) -> bool:
        """Whether a conjunction is followed by a subject rather than by another verb."""
        return at + 1 < len(self._low) and not self.is_finite(at + 1)

    def _has_verb(self) -> bool:
        return any(self.all[number].verb >= 0 for number in self._open)

    def _verb_follows(self, at: int) -> bool:
        for number in range(at + 1, min(len(self._low), at + 1 + _REACH)):
            word = self._words[number]
            if word.kind in {"sign", "figure"} or word.low in lists.JOINING | CONDITION_WORDS:
                return False
            if number == at + 1 and word.low in lists.PRONOUNS:
                return True
            if self.is_finite(number):
                return True
        return False

    def _is_auxiliary(self, at: int) -> bool:
        word = self._low[at]
        if word.endswith("n't"):
            return True
        if self._english:
            if word in {"may", "will", "might", "can"} and self._sentence.is_capital(at):
                return at == 0
            return word in lists.ENGLISH_AUXILIARIES
        return word in lists.FRENCH_AUXILIARIES or word in {"ne", "n'"}

    def is_finite(self, at: int) -> bool:
        """Whether a word is a finite verb, as far as its form tells."""
        if self._is_auxiliary(at):
            return True
        word = self._words[at]
        if word.kind != "word":
            return False
        before = self._low[at - 1] if at else ""
        if self._english:
            past = word.low in lists.IRREGULAR_PAST or (
                word.low.endswith("ed") and len(word.low) > 4
            )
            return past and before not in lists.DETERMINERS and before not in {"to", "be", "been"}
        if before in lists.DETERMINERS and before not in {"le", "la", "l'", "les"}:
            return False
        return word.low in lists.FRENCH_FINITE or (
            word.low.endswith(("ra", "ront", "rait", "raient", "ait", "aient"))
            and len(word.low) > 4
            and not self._sentence.is_capital(at)  # a name: "Fenlait", "Altera"
        )

    def _note_verb(self, at: int) -> None:
        top = self._top()
        if (top.verb < 0 and (self.is_finite(at) or self._follows_subject(top, at))) or (
            top.verb == at - 1
            and (self._is_auxiliary(at) or self._low[at] in lists.ADVERBS_BETWEEN)
        ):
            top.verb = at

    def _follows_subject(self, clause: Clause, at: int) -> bool:
        """Whether a word stands behind a pronoun that is the subject: "which expects", "qui vise".

        There a verb stands whatever its form.
        """
        if clause.kind not in {"relative", "aside-relative"} or self._words[at].kind != "word":
            return False
        number = at - 1
        while number > clause.opened and self._low[number] in _BEFORE_VERB:
            number -= 1
        word = self._low[at]
        return (
            number == clause.opened
            and self._low[number] in {"which", "who", "that", "qui"}
            and word not in _NO_VERB
            and not self._sentence.is_capital(at)
        )

    def _ends_front(self, at: int) -> bool:
        """Whether a subject ends what opens the sentence without a comma."""
        front = self._top().kind == "fronted" and "," not in self._low[:at]
        return front and self._low[at] in _SUBJECTS

    def _is_second_verb(self, at: int) -> bool:
        """Whether a verb is that of the clause around a relative one: "the sum it promised was"."""
        top = self._top()
        if top.kind == "instead" and at > top.opened + 1 and not self._english:
            # "une personne sans enfant s'élève à"
            return self._low[at] in {"s'", "se"} or self._is_auxiliary(at)
        if top.kind not in {"relative", "complement"} or not 0 <= top.verb < at:
            return False
        if top.verb == at - 1 and (self._is_auxiliary(at - 1) or self._low[at - 1] in _BETWEEN):
            return False
        never = self._low[at] in {"never", "jamais"} and self._low[at - 1] not in _BETWEEN
        if never and self._words[at + 1 : at + 2] and self.is_finite(at + 1):
            return self.all[top.parent].verb < 0  # "The sum that it promised never came".
        if not self._is_auxiliary(at) or self._low[at] in {"be", "been", "being", "having", "ete"}:
            return False
        before = self._low[at - 1]
        if before in lists.PRONOUNS or before in lists.JOINING or before in lists.CLITICS:
            return False
        if top.kind == "complement":
            # A statement after "said that" has one verb; that of a noun may end before the next.
            return self.all[top.parent].verb < 0
        return True


_OPENS_RELATIVE = (
    frozenset({"nobody", "no-one", "few", "everybody", "everyone"})
    | lists.PRONOUNS
    | lists.RELATIVE
) - {"this", "these", "those", "celle", "celui", "celles", "ceux"}
"""What begins a relative clause behind the noun of an apposition, also without its pronoun."""
_BEFORE_VERB = lists.CLITICS | lists.ADVERBS_BETWEEN
_NO_VERB = (
    _BEFORE_VERB | lists.DETERMINERS | lists.PREPOSITIONS | lists.PRONOUNS | lists.JOINING
    | lists.THAT | lists.RELATIVE | lists.ADVERBIAL
)  # fmt: skip
"""What stands behind a relative pronoun and is no verb."""

_SUBJECTS = frozenset("we they i it he she nous ils elles il elle je on vous you".split())
_INVERTED = frozenset({"had", "were", "should"})
_BETWEEN = lists.ADVERBS_BETWEEN
_DEGREES = frozenset({"plus", "moins", "aussi", "mieux", "autant"})
_HAVING = frozenset({"ayant", "etant"})
_COMPARING = frozenset(
    {"plus", "moins", "autant", "aussi", "meme", "tel", "telle", "ainsi", "tant"}
)
