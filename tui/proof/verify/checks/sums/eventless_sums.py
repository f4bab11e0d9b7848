"""What is a figure the sum of that belongs to no event of its sentence?

A noun of a sum or a deal may have it ("the price was 4 million", "a loan of 4 million"), or a
preposition of payment whose clause tells a deal without another figure ("For 4 million, Nordwind
has bought Kestrel"). Anything else was not understood: a profit, a share price, a fine.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.language import clause_words
from tui.language.clause_words import FROM, OF
from tui.language.clauses.french_tenses import is_french_future
from tui.language.clauses.verbs import LEAVING_OPEN, verb_forms
from tui.language.figures import sum_words
from tui.language.plain_words import Phrases
from tui.model.messages import msg
from tui.model.records import Deal
from tui.proof.verify.checks.roles.transfers import is_bought_player
from tui.proof.verify.checks.sums.money_ways import way_of
from tui.proof.verify.checks.sums.new_values import FINES, is_of_payer
from tui.proof.verify.checks.sums.verbs import has_figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.governor import Governor
    from tui.proof.claim.words import Sentence
    from tui.proof.events import Event
    from tui.proof.verify.checks.asked import Asked

_COMPLEMENT_REACH = 5
"""Words of the complement of a noun: "the price of its stake"."""
_TWO = 2
_BETWEEN = 3
"""Words that may stand between a party and the verb that tells what it costs: "lui a"."""
_ENDS_NOUN = (
    clause_words.PREPOSITIONS
    | clause_words.FRENCH_AUXILIARIES
    | frozenset("based depend depends spent rely".split())
)
PHRASES: Phrases[str] = Phrases({"costs": sum_words.COSTING, "is": sum_words.MEASURING})
"""Verbs that say how much something costs or is."""
DONE_WITH = frozenset({"back", "raise", "lead", "lend", "give", "supply", "pay", "win", "bid"})
"""Frames of deals that are done with their sum: "backed it with 4 million"."""
BESIDES = frozenset({"after", "apres", "following", "beyond", "besides", "outre"})
"""Prepositions by which a sum stands beside that of the deal."""
_BEFORE: Phrases[str] = Phrases({"exchanged": sum_words.EXCHANGED})
_BUILT: Phrases[str] = Phrases({"built": sum_words.BUILT})
_BEHIND: Phrases[str] = Phrases({"payable": sum_words.PAYABLE})
_LONGEST = 3
_BEHIND_REACH = 4
"""Words behind a figure among which stands what it is the sum of."""
_CLAUSE_REACH = 5
"""Words of "that is what" to the verb of payment: "c'est ce que Nordwind a vers\u00e9"."""
_NAMED_REACH = 8
"""Words from "is" to the noun that a sum is called by: "is by far its largest investment"."""
_PHRASE = 3
"""Words of the noun phrase of a recipient."""
_ENDED = 4
"""Letters above which a word in "-ed" that no table has is taken for a participle."""
_SOURCE_REACH = 6
"""Words from a sum to what tells whom it comes from: "the 4 million, which comes from Circ"."""
_COMING = frozenset(
    """
    , which that comes came provided supplied put up qui vient viennent provient proviennent
    apportes apportee verses verse
    """.split()
)
_SHORTEST_MISSPELT = 8
"""Letters from which a word that differs by one from the noun of a deal is taken for it."""
_FEES = frozenset({"fee", "fees"})
_BEFORE_NAME = re.compile(r"\b(?:into|with|in|dans|avec|\xe0|chez|from|de)\s\Z")
_FRESH_MONEY = sum_words.MONEY_NOUNS - {"fund", "fonds"}
"""What is money that is raised; "a new fund of 4 million" is what invests it."""
_PACKAGES = frozenset("enveloppe cheque montant somme package sum".split())
_PRICES_BEHIND = frozenset({"prix", "price", "montant", "amount", "somme", "sum"})
_LONG_CLAUSE = 26
"""Words of "prix auquel Nordwind vient d'acheter" to its verb, with what the price is of."""
_GOT_FROM = frozenset(
    """
    tires tirees issus issues retires degages obtenus percus recus encaisses provenant raised made
    earned reaped received coming
    """.split()
)


def head_of_complement(sentence: Sentence, noun: int) -> str:
    """What a noun is only the complement of where that is another thing: "Tax on the sale"."""
    first = noun
    while first and sentence.low[first - 1] in clause_words.DETERMINERS - OF:
        first -= 1
    if first < _TWO or sentence.low[first - 1] not in OF | {"on", "sur"}:
        return ""
    head = sentence.words[first - _TWO]
    other = head.kind == "word" and head.low not in sum_words.COMPLEMENTED | _ENDS_NOUN
    return head.low if other else ""


class EventlessSum:
    """Whether words say that a figure which belongs to no event is the sum of a deal."""

    def __init__(self, claim: Claim, figure: FigureClaim, governor: Governor, asked: Asked) -> None:
        self._claim, self._asked = claim, asked
        self._at, self._governor = figure.word, governor
        self._mention = figure.mention
        self._low, self._of = claim.sentence.low, claim.clauses.of
        self._around = self._said_with(figure.word)

    def _said_with(self, at: int) -> set[int]:
        """The clauses whose words go with a word: its own, those around, that before a colon.

        A relative clause goes with the one that its noun stands in, and a second verb without a
        subject of its own with the first.
        """
        clauses = self._claim.clauses
        found = set(clauses.around(at))
        number = clauses.of[at]
        while clauses.all[number].kind in {"aside-relative", "coordinate", "aside"}:
            clause = clauses.all[number]
            opened = clause.opened
            joined = clause.kind != "coordinate" or self._has_no_subject(opened)
            if not joined:
                break
            number = clause.parent if clause.parent >= 0 else 0
            if clause.kind == "coordinate" and opened:
                number = clauses.of[opened - 1]
            if number in found:
                break
            found.add(number)
        return found

    def _has_no_subject(self, opened: int) -> bool:
        following = self._low[opened + 1 : opened + 2]
        sign = self._low[opened] in {":", "-", "\u2013", "\u2014"}
        return sign or (bool(following) and following[0] in clause_words.AUXILIARIES)

    # A noun of a sum

    def is_named(self, events: Sequence[Event]) -> bool:
        """Whether a noun of a sum or a deal has the figure, as its complement or by a verb."""
        governor, at = self._governor, self._at
        if governor.kind == "noun" and governor.words:
            return (
                governor.is_any(sum_words.NOUNS)
                or (governor.is_any(_FRESH_MONEY) and governor.is_any(sum_words.FRESH))
                or self._is_work_of_hired(events)
                or self._is_agreed_fee()
                or (
                    governor.is_any(sum_words.FUNDS)
                    and self._is_of_its_raiser()
                    and not sum_words.CLOSED_FUND.isdisjoint(self._low[: governor.first])
                )
            )
        if self._named_behind() or way_of(self._claim, self._at, self._asked) == "over":
            return True
        if governor.kind == "nothing" and (self._is_apposed() or self._is_said_to_be()):
            return True
        if self._comes_from_payer() or self._is_built() or self._is_fee():
            return True
        if self._is_cost_of_it() or self._is_price_behind() or self._is_proceeds(events):
            return True
        if (
            governor.words
            and governor.words[0] in {"at", "\u00e0"}
            and not sum_words.SET_AT.isdisjoint(self._low[:at])
        ):
            return self._subject_is_money(at)
        if governor.kind == "word" and self._is_what_was_paid():
            return True
        if governor.kind == "word" and governor.words[0].startswith("accept"):
            return self._names_payer()
        if governor.words[:1] == ("fallu",):
            # "Pour s'offrir Kestrel, il aura fallu 4 millions à Nordwind"
            return any(event.frame in {"buy", "sell"} and event.figures == () for event in events)
        verb = self._verb()
        return verb is not None and (
            self._subject_is_money(verb)
            or self._subject_is_party(verb)
            or self._is_fine_of_payer(verb)
            or self._costs_payer(events, verb)
        )

    def _costs_payer(self, events: Sequence[Event], verb: int) -> bool:
        """Whether it is what goods cost the payer: "Les drones achetés à K coûteront 4 M à N"."""
        record, sentence = self._asked.record, self._claim.sentence
        phrase = PHRASES.at(self._low, verb) if verb < self._at else None
        if phrase is None or phrase[1] != "costs" or not isinstance(record, Deal):
            return False
        bought = any(
            event.frame in {"buy", "order"}
            and sentence.number_at(event.start) < verb
            and record.payee in {role.party for role in event.payees}
            for event in events
        )
        behind = self._claim.sentence.words[self._at + 1 : self._at + 1 + _PHRASE + 1]
        if not bought or not behind or behind[0].low not in {"\u00e0", "au", "aux", "to"}:
            return False
        named = self._asked.names.ids_in(sentence.source, behind[0].start, sentence.end)
        return record.payer in named

    def _is_fine_of_payer(self, verb: int) -> bool:
        """Whether it is what a fine comes to: "L'amende infligée à Nordwind s'élève à 4 M"."""
        return any(
            self._low[at] in FINES and is_of_payer(self._claim, at, self._asked)
            for at in range(verb)
            if self._of[at] in self._around
        )

    def _is_work_of_hired(self, events: Sequence[Event]) -> bool:
        """Whether it is that of the works somebody is picked for: "a retenu K, un chantier de"."""
        return self._governor.is_any(sum_words.WORKS) and any(
            event.frame == "hire" and event.start < self._mention.start for event in events
        )

    def _names_payer(self) -> bool:
        """Whether the sentence names the payer: "ont accepté les 4 M que proposait Kestrel"."""
        sentence, record = self._claim.sentence, self._asked.record
        named = self._asked.names.ids_in(sentence.source, sentence.start, sentence.end)
        return isinstance(record, Deal) and record.payer in named

    def _is_cost_of_it(self) -> bool:
        """Whether it is what somebody has to pay for what was told: "Il lui en coûtera 4 M"."""
        near = self._low[max(0, self._at - _CLAUSE_REACH) : self._at]
        if "en" not in near or not any(word.startswith("cout") for word in near):
            return False
        return near[:1] == ["il"] or "il" in near

    def _is_price_behind(self) -> bool:
        """Whether the noun behind it says that it was paid: "4 million, the price at which"."""
        low, at = self._low, self._at
        if low[at + 1 : at + 2] not in ([","], [":"]):
            return False
        noun = at + 2 + (low[at + 2 : at + 3] != [] and low[at + 2] in clause_words.DETERMINERS)
        if noun >= len(low) or low[noun] not in _PRICES_BEHIND:
            return False
        return any(map(self._moves_money, range(noun + 1, min(len(low), noun + _LONG_CLAUSE))))

    def _is_proceeds(self, events: Sequence[Event]) -> bool:
        """Whether it is what a sale brought: "les 4 millions tirés de la vente de son siège"."""
        low, words = self._low, self._claim.sentence.words
        behind = self._at + 1
        if low[behind + 1 : behind + 2] == [] or low[behind] not in _GOT_FROM:
            return False
        if low[behind + 1] not in FROM:
            return False
        near = words[min(len(words) - 1, behind + _PHRASE + 1)].end
        return any(
            event.frame == "sell" and not event.tense and words[behind].end <= event.start < near
            for event in events
        )

    def _is_of_its_raiser(self) -> bool:
        """Whether the payee raised a fund; the payer, "fresh from closing a fund", pays less."""
        record, sentence = self._asked.record, self._claim.sentence
        if not isinstance(record, Deal) or not record.payee:
            return True
        named = self._asked.names.ids_in(sentence.source, sentence.start, self._mention.start)
        return record.payer not in named

    def _is_agreed_fee(self) -> bool:
        """Whether a fee is agreed with the payee: "agreed a 4 million fee with Spanish side K"."""
        record, text = self._asked.record, self._claim.sentence.source
        if not isinstance(record, Deal) or _FEES.isdisjoint(self._governor.words):
            return False
        last = max(self._at + 1, self._governor.last)
        if self._low[last : last + 1] not in (["with"], ["to"], ["from"], ["avec"]):
            return False
        words = self._claim.sentence.words[last : last + _PHRASE + _BETWEEN]
        return record.payee in self._asked.names.ids_in(text, words[0].start, words[-1].end)

    def _is_fee(self) -> bool:
        """Whether a player cost his club a sum that the other one sold him for."""
        costs = any(
            (phrase := PHRASES.at(self._low, at)) is not None and phrase[1] == "costs"
            for at in range(max(0, self._at - _CLAUSE_REACH), self._at)
        )
        return costs and is_bought_player(self._claim, self._asked)

    def _named_behind(self) -> bool:
        """Whether the noun stands behind: "4 milliards de prêts", "in loans", "son offre"."""
        behind = self._low[self._at + 1 : self._at + 1 + _BEHIND_REACH]
        if not behind:
            return False
        if behind[0] in {"in", "en"} and self._is_had():
            return False
        nouns = (
            sum_words.NOUNS
            if behind[0] not in OF | {"in", "en", "worth"}
            else sum_words.COMPLEMENTED
        )
        if behind[0] not in OF | {
            "in",
            "en",
            "worth",
            "son",
            "sa",
            "its",
            "their",
            "leur",
            "l'",
        }:
            return False
        for word in behind[1:]:
            if word in nouns:
                return True
            if word in clause_words.PREPOSITIONS - OF or word in clause_words.JOINING:
                return False
        return False

    def _is_had(self) -> bool:
        """Whether it is the object of a verb of having or earning: "had 4 million in cash"."""
        if self._governor.kind != "word":
            return False
        word = self._claim.sentence.words[self._governor.first]
        written = self._claim.sentence.source[word.start : word.end].lower()
        return word.low in sum_words.HAS or any(
            form.verb.lemma in sum_words.HAVING
            for form in verb_forms(self._claim.language).get(written, ())
        )

    def _is_apposed(self) -> bool:
        """Whether it stands behind the comma of a noun of a sum: "The price, 4 billion, …"."""
        low, at = self._low, self._governor.first - 2
        if at < 0 or low[at + 1] not in {",", "(", ":", "\u2013", "\u2014"}:
            return False
        if low[at] in sum_words.NOUNS:
            return True
        # "L'offre de Kestrel, 4 millions d'euros pour les actifs": with a complement that names.
        sentence = self._claim.sentence
        first = at
        while first > 1 and (sentence.is_capital(first) or low[first] in _NAME_LINKS):
            first -= 1
        return at > first >= 0 and low[first] in sum_words.NOUNS and low[first + 1] in _NAME_LINKS

    def _comes_from_payer(self) -> bool:
        """Whether it is told as known and from the payer: "will use the 4 million from Circ"."""
        low, at, record = self._low, self._at, self._asked.record
        if not isinstance(record, Deal):
            return False
        definite = low[at - 1 : at] in (["the"], ["les"], ["ces"], ["these"], ["those"])
        definite = definite or (
            self._governor.kind == "noun" and self._governor.is_any(_PACKAGES)
        )  # fmt: skip
        if not (definite or self._is_at_hand()):
            return False
        link = at + 1
        while link < min(len(low), at + _SOURCE_REACH) and low[link] in _COMING:
            link += 1
        if link + 1 >= len(low) or low[link] not in FROM | {"by", "par"}:
            return False
        words, text = self._claim.sentence.words, self._claim.sentence.source
        giver = link + 1
        while giver + 1 < len(low) and low[giver] in clause_words.DETERMINERS - OF:
            giver += 1
        return any(
            one.start <= words[giver].start < one.end and one.party == record.payer
            for one in self._asked.names.find(text, words[link].end, len(text))
        )

    def _is_at_hand(self) -> bool:
        """Whether somebody has it to begin with: "With 4 million from", "thanks to", "armed with".

        So has a company that is founded or comes to light with it.
        """
        low, first = self._low, self._governor.first
        if self._governor.kind != "preposition" or self._governor.words[0] not in _AT_HAND:
            return False
        if first == 0 or low[first - 1] in sum_words.THANKS_TO | {"possible"}:
            return True
        before = self._claim.sentence.words[max(0, first - _CLAUSE_REACH) : first]
        source = self._claim.sentence.source
        return any(
            form.verb.lemma in sum_words.COMING_TO_LIGHT
            for word in before
            for form in verb_forms(self._claim.language).get(
                source[word.start : word.end].lower(), ()
            )
        )

    def _is_built(self) -> bool:
        """Whether it is what something costs to build: "the plant will cost 4 million to build"."""
        low, at = self._low, self._at
        built = at + 1 < len(low) and _BUILT.at(low, at + 1) is not None
        verb = self._verb()
        phrase = PHRASES.at(low, verb) if verb is not None and verb < at else None
        costs = phrase is not None and phrase[1] == "costs"
        if self._is_helped():
            return False
        built_by = self._is_built_by(0, at) or self._is_built_by(at + 1, len(low))
        return (costs and (built or built_by)) or (
            self._governor.kind == "preposition" and self._is_built_by(0, at)
        )

    def _is_helped(self) -> bool:
        """Whether the payer only lends or gives money for it: "built with a loan from Nordwind"."""
        record, sentence = self._asked.record, self._claim.sentence
        for one in self._asked.names.find(sentence.source, sentence.start, sentence.end):
            at = sentence.number_at(one.start)
            near = self._low[max(0, at - _CLAUSE_REACH) : at]
            lent = not (sum_words.LOANS | sum_words.AIDS).isdisjoint(near)
            if isinstance(record, Deal) and one.party == record.payer and lent:
                return True
        return False

    def _is_built_by(self, first: int, last: int) -> bool:
        """Whether the payee is told as who builds it: "construit par Circ pour 31 millions"."""
        low, words, record = self._low, self._claim.sentence.words, self._asked.record
        for at in range(first, min(last, len(low) - 2)):
            if low[at] not in sum_words.BUILDING or low[at + 1] not in {"by", "par"}:
                continue
            start, end = words[at + 1].end, self._claim.sentence.end
            named = self._asked.names.find(self._claim.sentence.source, start, end)
            agent = at + 2 + (low[at + 2] in clause_words.DETERMINERS)
            if not named or not isinstance(record, Deal) or agent >= len(words):
                continue
            if named[0].party == record.payee and named[0].start <= words[agent].start:
                return True
        return False

    def _is_said_to_be(self) -> bool:
        """Whether what follows says what it is: "4 billion: that is the sum", "4 bn for K"."""
        low, at = self._low, self._at
        first = at + 1
        while first < len(low) and self._claim.sentence.words[first].kind == "sign":
            first += 1
        if first >= len(low):
            return False
        while low[first : first + 1] and low[first] in _FRESH:
            first += 1
        phrase = _BEHIND.at(low, first) if first < len(low) else None
        if phrase is not None and phrase[1] == "payable":
            return True
        if low[first] in {"for", "pour", "to", "\u00e0"}:
            return self._party_follows(first + 1)
        return False

    def _is_what_was_paid(self) -> bool:
        """Whether a clause of payment is the subject: "What it paid for Kestrel was 4 million"."""
        low, at = self._low, self._at
        what = low[:1] == ["what"] or low[:2] in (["ce", "que"], ["ce", "qu'"])
        return what and any(self._moves_money(number) for number in range(at))

    def _party_follows(self, at: int) -> bool:
        words = self._claim.sentence.words
        while at < len(words) and words[at].low in _ARTICLES:
            at += 1
        if at >= len(words):
            return False
        text = self._claim.sentence.source
        return any(
            one.start <= words[at].start < one.end
            for one in self._asked.names.find(text, words[at].start - 1, len(text))
        )

    def _verb(self) -> int | None:
        """The verb that gives its subject the figure: one of cost or measure right before it."""
        low, at = self._low, self._at
        if self._mention.text[:1].isalpha() and self._governor.kind == "word":
            return at  # The figure was read with its verb: "will not exceed 4 million".
        for number in range(at - 1, -1, -1):
            word = self._claim.sentence.words[number]
            if word.kind == "figure":
                break
            if self._of[number] in self._around and PHRASES.at(low, number) is not None:
                return number
        return None

    def _subject_is_money(self, verb: int) -> bool:
        """Whether a noun of a sum or a deal stands before a verb, with no complement but a deal."""
        clauses = self._said_with(min(verb, len(self._of) - 1))
        phrase = PHRASES.at(self._low, verb) if verb < len(self._low) else None
        costs = phrase is not None and phrase[1] == "costs"
        for at in range(verb):
            if self._of[at] not in clauses or head_of_complement(self._claim.sentence, at):
                continue
            none = (costs and self._low[at] in sum_words.NO_DEALS_OF_COST) or (
                self._low[verb] in _WEIGHING
                and (self._low[at].startswith("marche") or not self._is_beside(at, verb))
            )  # "Le marché de Kestrel pèse 4 millions", "Dans le contrat, l'entretien pèse 4 M"
            if self._low[at] in sum_words.DEAL_NOUNS and not none:
                return True
            if self._low[at] in sum_words.SUM_NOUNS and self._is_of_a_deal(at):
                return True
        return False

    def _is_beside(self, noun: int, verb: int) -> bool:
        """Whether nothing parts a noun from a verb of which it is the subject."""
        between = self._claim.sentence.words[noun + 1 : verb]
        return not any(word.kind in {"sign", "figure"} for word in between)

    def price_of_thing(self) -> str:
        """The price of what is no deal and no party, told in the clause of the figure."""
        low, own = self._low, self._of[self._at]
        for at in range(self._at - 1):
            priced = low[at] in _PRICE_NOUNS and low[at + 1] in OF and at + _TWO < self._at
            if priced and self._of[at] == own and not self._is_of_a_deal(at):
                return msg(
                    "what it is the sum of was not understood: “{words}”",
                    words=self._claim.sentence.printed(at, self._at),
                )
        return ""

    def _is_of_a_deal(self, noun: int) -> bool:
        """Whether what a price is of is a party or a deal, if it is said at all."""
        low, words = self._low, self._claim.sentence.words
        if low[noun + 1 : noun + 2] and low[noun + 1] not in OF | {"for", "pour"}:
            return True
        for at in range(noun + 2, min(len(low), noun + 2 + _COMPLEMENT_REACH)):
            if low[at] in sum_words.DEAL_NOUNS or self._claim.sentence.is_capital(at):
                return True
            if words[at].kind != "word":
                return False
        return False

    def _subject_is_party(self, verb: int) -> bool:
        """Whether a party of the record stands right before a verb of cost."""
        phrase = PHRASES.at(self._low, verb) if verb < self._at else None
        if phrase is None or phrase[1] != "costs":
            return False
        head = next((word for word in self._low if word not in clause_words.DETERMINERS), "")
        if head in sum_words.WORKS:
            return True
        if not sum_words.WORKS.isdisjoint(self._low[:verb]) and self._owns_works(verb):
            return True
        text, words = self._claim.sentence.source, self._claim.sentence.words
        named = self._asked.names.find(text, words[0].start, words[verb].start)
        if not named:
            return False
        first = self._claim.sentence.number_at(named[-1].start)
        if first and self._low[first - 1] in OF:
            return False  # "The fire at the yard of Circ cost 4 million".
        before = _BEFORE_NAME.search(text, words[0].start, named[-1].start)
        if before is not None:
            return False  # "Merging Halden into Kestrel will cost 4 million".
        between = [word.low for word in words[:verb] if word.start >= named[-1].end]
        if between[:1] == [","] and between[-1:] == [","]:
            return True  # "Kestrel, home of the pork pie, fetched 85 million"
        return len(between) <= _BETWEEN and clause_words.BEFORE_VERB.issuperset(between)

    def _owns_works(self, verb: int) -> bool:
        """Whether the works are the payee's: "Kestrel's work on the site will cost"."""
        record, sentence = self._asked.record, self._claim.sentence
        return isinstance(record, Deal) and any(
            one.party == record.payee
            and sentence.low[sentence.number_at(one.end - 1) + 1 :][:1] in (["'s"], ["\u2019s"])
            for one in self._asked.names.find(
                sentence.source, sentence.start, sentence.words[verb].start
            )
        )

    # A payment

    def is_paid(self, events: Sequence[Event]) -> bool:
        """Whether it is what is paid in a deal that its clause tells without a figure."""
        governor = self._governor
        if governor.kind == "noun":
            return False
        if governor.kind == "preposition":
            if governor.words[0] in BESIDES:
                return self._is_another_part(events)
            if governor.words[0] not in sum_words.PAID_FOR or self._hangs_on_other_verb():
                return False
            if self._is_exchanged() or self._is_called_deal_before():
                return True
            if governor.words[0] in {"with", "avec"} and (
                self._is_held() or not (self._is_done_with(events) or self._is_called_deal())
            ):
                return False
            if governor.words[0] in {"\u00e0", "at"} and self._measured(events):
                return False
        if governor.kind == "word" and (
            self._measured(events) or not self._lets_through(governor.words[0])
        ):
            return False
        if self._in_brackets():
            return True
        return self._tells_deal(events) or self._misspells_deal()

    def _hangs_on_other_verb(self) -> bool:
        """Whether a participle that moves no money has the preposition: "insured for 4 million"."""
        at = self._governor.first - 1
        while at > 0 and self._low[at] in clause_words.BEFORE_VERB:
            at -= 1
        if at < 0 or self._claim.sentence.words[at].kind != "word":
            return False
        word = self._claim.sentence.words[at]
        if self._claim.sentence.is_capital(at) and at:
            return False
        written = self._claim.sentence.source[word.start : word.end].lower()
        forms = verb_forms(self._claim.language).get(written, ())
        guessed = not forms and self._claim.language == "en" and len(word.low) > _ENDED
        participle = any(form.tense == "participle" for form in forms)
        if not participle and not (guessed and word.low.endswith("ed")):
            return False
        known = sum_words.GIVING_SUMS[self._claim.language] | LEAVING_OPEN[self._claim.language]
        return not any(form.verb.frame or form.verb.lemma in known for form in forms)

    def _is_another_part(self, events: Sequence[Event]) -> bool:
        """Whether it stands beside the sum of another part: "2 billion, after 1 billion"."""
        return self._asked.tranche is not None and any(
            event.frame and event.figures for event in events
        )

    def _measured(self, events: Sequence[Event]) -> bool:
        """Whether a verb that moves no money has the figure: "s'est élevé à"."""
        mention = self._mention
        return any(
            not event.frame
            and event.start < mention.start
            and span[0] < mention.end
            and mention.start < span[1]
            for event in events
            for span in event.figures
        )

    def _is_done_with(self, events: Sequence[Event]) -> bool:
        """Whether the deal is one that is done with its sum: "backed it with 4 million".

        Who buys or invests with 4 million at hand may well pay another sum.
        """
        return any(event.frame in DONE_WITH for event in events)

    def _is_called_deal(self) -> bool:
        """Whether what follows calls it a deal: "With 4 billion, it is its largest investment"."""
        behind = self._low[self._at + 1 :]
        copulas = {"is", "was", "est", "etait", "constitue", "represente"}
        at = next((number for number, word in enumerate(behind) if word in copulas), -1)
        return at >= 0 and not sum_words.DEAL_NOUNS.isdisjoint(behind[at : at + _NAMED_REACH])

    def _is_called_deal_before(self) -> bool:
        """Whether a party is called a deal with its price: "Kestrel was our first buy, at 5 M"."""
        low, comma = self._low, self._governor.first - 1
        if comma < 1 or low[comma] != "," or self._governor.words[0] not in {"at", "for"}:
            return False
        first = max(0, comma - _NAMED_REACH)
        copula = next((at for at in range(first, comma) if low[at] in {"is", "was"}), -1)
        bought = sum_words.DEAL_NOUNS | {"buy"}
        return copula > 0 and low[comma - 1] in bought and self._party_precedes(copula)

    def _party_precedes(self, at: int) -> bool:
        words = self._claim.sentence.words
        text = self._claim.sentence.source
        return any(
            one.end == words[at - 1].end
            for one in self._asked.names.find(text, words[0].start, words[at].start)
        )

    def _is_held(self) -> bool:
        """Whether somebody has it, rather than pays it: "with 4 million in the bank"."""
        behind = self._low[self._at + 1 : self._at + 3]
        return behind[:1] in (["in"], ["en"], ["de"], ["d'"], ["of"]) and bool(
            {"the", "its", "their", "caisse", "tresorerie", "reserve", "hand", "banque"}
            & {*behind[1:]}
        )

    def _is_exchanged(self) -> bool:
        first = max(0, self._governor.last - _LONGEST)
        return any(_BEFORE.at(self._low, at) for at in range(first, self._governor.last))

    def _lets_through(self, word: str) -> bool:
        """Whether a word right before a figure is a verb of money, a name or "que"."""
        at = self._governor.first
        forms = verb_forms(self._claim.language).get(word, ())
        if any(form.verb.frame for form in forms):
            return True
        if word in {"que", "qu'"} or self._claim.sentence.is_capital(at):
            return True
        if is_french_future(word) or word.endswith(("ed", "ent", "ait", "aient")):
            return word.endswith("ment")
        return self._is_recipient(at) or word.endswith("ly")

    def _is_recipient(self, at: int) -> bool:
        """Whether a word ends a noun phrase: "paid the yard 4 million", "au chantier 4 M"."""
        low = self._low
        return any(
            low[number] in clause_words.DETERMINERS or low[number] in {"au", "aux"}
            for number in range(max(0, at - _PHRASE), at)
        )

    def _in_brackets(self) -> bool:
        """Whether it stands in brackets behind a name, in a list of those who paid."""
        at = self._governor.first
        if self._governor.kind != "nothing" or at < 2 or self._low[at - 1] != "(":
            return False
        return self._claim.sentence.is_capital(at - 2) and not (
            sum_words.INVOLVED.isdisjoint(self._low)
        )

    def _has_money(self, event: Event) -> bool:
        """Whether a sum of money belongs to an event; a share that is bought is none."""
        return any(
            one.mention.kind == "money" and has_figure(event, one) for one in self._claim.figures()
        )

    def _tells_deal(self, events: Sequence[Event]) -> bool:
        sentence, clauses = self._claim.sentence, set(self._around)
        at = self._governor.first
        if self._governor.kind == "nothing" and at > 1 and not sentence.words[at - 1].mention:
            clauses |= set(self._claim.clauses.around(at - 2))  # What stands before a colon.
        colon = next((number for number in range(self._at, len(self._low))
                      if self._low[number] == ":"), -1)  # fmt: skip
        if 0 < colon <= self._at + _TWO and colon + 1 < len(self._of):
            clauses.add(self._of[colon + 1])  # "Three ships for 4 million: the navy has ordered".
        cleft = _CLEFT.issuperset(self._low[max(0, at - 2) : at]) and at
        for event in events:
            if event.frame and not self._has_money(event):
                number = sentence.number_at(event.start)
                if cleft or (number < len(sentence.words) and self._of[number] in clauses):
                    return True
        return not any(event.frame and self._has_money(event) for event in events) and any(
            self._of[number] in clauses and self._moves_money(number)
            for number in range(len(self._low))
        )

    def _moves_money(self, number: int) -> bool:
        """Whether a word is a finite verb that moves money, whatever its object."""
        word = self._claim.sentence.words[number]
        if word.kind != "word" or self._low[max(0, number - 1)] in {"se", "s'"}:
            return False
        written = self._claim.sentence.source[word.start : word.end].lower()
        helped = not clause_words.AUXILIARIES.isdisjoint(self._low[max(0, number - 2) : number])
        return any(
            form.verb.frame and (helped or form.tense not in {"participle", "gerund"})
            for form in verb_forms(self._claim.language).get(written, ())
        )

    def _misspells_deal(self) -> bool:
        """Whether the noun of a deal is misspelt in the clause: "the aquisition of Kestrel"."""
        from rapidfuzz.distance import OSA

        long = [word for word in sum_words.DEAL_NOUNS if len(word) >= _SHORTEST_MISSPELT]
        return any(
            len(word) >= _SHORTEST_MISSPELT - 1
            and self._of[number] in self._around
            and any(OSA.distance(word, noun, score_cutoff=1) == 1 for noun in long)
            for number, word in enumerate(self._low)
        )


_NAME_LINKS = OF | {"la", "le", "l'", "les", "the", "by", "par", "from"}
_ARTICLES = frozenset({"la", "le", "l'", "les", "the"})
_FRESH = frozenset("frais fresh supplementaires leves recoltes reunis collectes raised new".split())
"""What may stand between a sum in a headline and whom it is for: "40 millions frais pour K"."""
_WEIGHING = frozenset("pese pesent pesera pesait vaut vaudra".split())
_PRICE_NOUNS = frozenset({"price", "prices", "prix", "cost", "cout"})
_AT_HAND = frozenset({"with", "to", "by", "avec", "\u00e0", "de"})
_CLEFT = frozenset({"c'", "est", "it", "is", "was"})
