"""What a figure is: the sum of an event, a fact about somebody, or neither."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from tui.language.clauses.cues import AMOUNT_NOUNS, COMPARISONS, FACT_WORDS
from tui.language.clauses.event_nouns import STAKE_WORDS
from tui.proof.events.fillers import is_share
from tui.proof.events.syntax.items import FigureItem, Item, Phrase, VerbGroup
from tui.proof.events.syntax.phrases import rate_pattern

if TYPE_CHECKING:
    from tui.model.mentions import Mention
    from tui.model.records import FactKind
    from tui.proof.events.readings import EventReading
    from tui.proof.events.sentence_reading import SentenceReading
    from tui.proof.events.syntax.names import Name
    from tui.proof.events.syntax.predicates import Predicate

FigureKind: TypeAlias = Literal["deal", "fact", "none"]
_PARTIES = frozenset({"party", "new"})
_STRONG = frozenset({"valuation", "revenue", "market-size", "market-share"})
"""Kinds of facts that win over an event whose verb is near."""
_POWER = frozenset({"W", "kW", "MW", "GW", "TW", "kWh", "MWh", "GWh", "TWh"})
_FRONT = 3
"""Items before a noun with which a sentence opens: "Avec 52 millions d'euros de …"."""
_GOODS = frozenset({"t", "kg", "barrel", "PB", "TB", "GB", "m2", "ha"})
"""Units of goods and room, of which a plant can make, or a store hold, so much."""
_MAKING = frozenset(
    """
    produce make process handle store refine treat turn build assemble recycle produire fabriquer
    traiter stocker raffiner assembler recycler accueillir construire
    """.split()
)
_CAPACITY = frozenset({"capacity", "capacité", "capacités", "output"})
_CASH = frozenset({"cash", "numéraire", "espèces", "liquide"})
_PAYING = frozenset({"pay", "buy", "spend", "give", "put", "invest", "lend", "commit", "bid"})
"""Frames of which "in cash" tells how it is paid, and of no other verb."""
_GAINING = frozenset({"lose", "earn", "perdre", "gagner"})
"""Verbs by which a company's profit or loss is told."""
_LOSING = frozenset({"lose", "perdre"})
_SHARE_PRICE = 1000
"""Below this a sum is the price of one share, ticket or parcel, not that of a deal."""
_PRODUCT_PRICE = 100_000
"""Below this what "is sold" by nobody to nobody is a thing with a price."""
_HOUSE_PRICE = 20_000_000
"""Below this what sells, by itself, for a sum is one of many things of a kind."""
_IS_LESS = {
    "en": re.compile(r"\s+(?:is|was|would be)\s+(?:\w+\s+)?(?:less|more|lower|higher) than\b"),
    "fr": re.compile(r"\s*,?\s*(?:c[’']est|est|représente)\s+(?:bien )?(?:moins|plus) qu"),
}
"""A figure that is said to be less or more than something tells how much that is."""
_MANAGED = {
    "en": re.compile(r"(?: (?:of|in) (?:\w+ )?assets)?\s+under management(?!\w)"),
    "fr": re.compile(r"(?: d[’']actifs| d[’']encours)?\s+sous gestion(?!\w)"),
}
"""What follows the money that somebody looks after for others."""
_SYMBOLIC = ("symboli", "token ", "nominal ", "peppercorn", "euro symbolique")
_VALUING = frozenset(
    {"value", "valoriser", "évaluer", "price", "estimate", "estimer", "valoir", "peser"}
)
_OPERATIONS = frozenset({"transaction", "opération"})
"""What a deal is called that tells no event by itself."""
_HOLDING = frozenset(
    {
        "hold",
        "own",
        "control",
        "détenir",
        "posséder",
        "contrôler",
        "retain",
        "keep",
        "garder",
        "conserver",
    }
)


@dataclass(frozen=True, slots=True)
class FigureFact:
    """A figure that is no sum of an event.

    Attributes:
        kind: `fact` or `none`.
        fact_kind: What it measures; empty where it is no fact.
        about: Whom it describes, as far as the words show it.
        words: The stretch of the text that shows what it is; `None` where nothing does.
    """

    kind: FigureKind
    fact_kind: FactKind | Literal[""] = ""
    about: tuple[Name, ...] = ()
    words: tuple[int, int] | None = None


def figure_fact(sentence: SentenceReading, mention: Mention) -> FigureFact | None:
    """What a figure of a sentence is, or `None` where it may be the sum of an event.

    Args:
        sentence: The sentence.
        mention: One of its figures.
    """
    for item in sentence.items:
        if isinstance(item, FigureItem) and item.mention is mention:
            events = [one for one in sentence.readings if item in one.figures]
            return FigureReader(sentence).read(item, events)
    return None


class FigureReader:
    """Tells the facts among the figures of one sentence."""

    def __init__(self, sentence: SentenceReading) -> None:
        """Keep the sentence."""
        self._sentence = sentence
        self._items = sentence.items
        self._language = sentence.language
        self._places = {id(item): at for at, item in enumerate(self._items)}

    def read(self, figure: FigureItem, events: list[EventReading]) -> FigureFact | None:
        """What a figure is, or `None` where it may be the sum of an event.

        Args:
            figure: The figure.
            events: The events that it belongs to.
        """
        mention = figure.mention
        assert mention is not None
        if mention.kind == "measure":
            return self._measure(figure)
        if mention.kind in {"percent", "fraction"}:
            return self._share(figure, events)
        rate = self._rate(figure)
        if rate is not None:
            return rate
        compared = self._compared(figure)
        if compared is not None:
            return compared
        fact = self._money(figure, events)
        if fact is not None:
            return fact
        if self._is_beside(figure, events) or self._is_price(figure, events):
            return FigureFact("none")
        return None

    def _compared(self, figure: FigureItem) -> FigureFact | None:
        """A figure that another one is compared with is what that one is, or nothing."""
        start, end = self._stretch(figure)
        if _IS_LESS[self._language].match(self._sentence.text, end) is not None:
            return FigureFact("none")
        before = self._sentence.text[max(self._sentence.start, start - 32) : start]
        match = _comparison(self._language).search(before)
        if match is None:
            return None
        at = self._places[id(figure)]
        earlier = next(
            (
                item
                for item in reversed(self._items[:at])
                if isinstance(item, FigureItem)
                and item.mention is not None
                and item.kind == "figure"
            ),
            None,
        )
        if earlier is None or earlier.mention is None or earlier.mention.kind != "money":
            return None
        events = [one for one in self._sentence.readings if earlier in one.figures]
        fact = self.read(earlier, events)
        if fact is not None and fact.kind == "fact":
            return FigureFact("fact", fact.fact_kind, fact.about, fact.words)
        if self._innermost(earlier) is self._innermost(figure):
            return FigureFact("none")
        return None

    def _is_beside(self, figure: FigureItem, events: list[EventReading]) -> bool:
        """Whether a figure measures a noun beside the sum: "at an average price of $93"."""
        at = self._places[id(figure)]
        of, noun = self._item(at - 1), self._item(at - 2)
        if of is None or of.kind != "preposition" or of.value not in {"of", "amount"}:
            return False
        if not isinstance(noun, Phrase) or self._is_event(noun):
            return False
        own = self._item(at + 1)
        if isinstance(own, Phrase) and own.figure is figure and self._is_event(own):
            return False  # "With the help of a 90 million euro loan"
        earlier = [
            item
            for item in self._items[:at]
            if isinstance(item, FigureItem)
            and item.kind == "figure"
            and self._innermost(item) is self._innermost(figure)
            and not is_share(item)
        ]
        return bool(earlier) and not set(noun.words) & AMOUNT_NOUNS

    def _is_price(self, figure: FigureItem, events: list[EventReading]) -> bool:
        """Whether a sum is so small that it is the price of one thing: a share, a ticket, a car."""
        quantity = figure.mention.quantity if figure.mention else None
        number = quantity.magnitude if quantity is not None else None
        if number is None or self._is_symbolic(figure):
            return False
        if number == 1 and any(self._is_of_company(event) for event in events):
            return False  # "Bought Kestrel for £1": the price of what is worth nothing.
        if number < _SHARE_PRICE:
            return True
        if number < _HOUSE_PRICE and any(self._sells_for(event) for event in events):
            return True
        return number < _PRODUCT_PRICE and any(
            event.frame == "sell"
            and event.predicate is not None
            and event.predicate.group.voice == "passive"
            and not event.payers
            for event in events
        )

    def _is_cheap(self, kind: FactKind, figure: FigureItem) -> bool:
        """Whether a cost or price is so small that it is that of one thing: "costs $12"."""
        quantity = figure.mention.quantity if figure.mention else None
        number = quantity.magnitude if quantity is not None else None
        return kind == "other" and number is not None and number < _SHARE_PRICE

    @staticmethod
    def _is_of_company(event: EventReading) -> bool:
        """Whether a company is what is bought or sold, by its name."""
        return event.frame in {"buy", "sell"} and any(
            one.name.kind in _PARTIES for one in event.subjects
        )

    @staticmethod
    def _sells_for(event: EventReading) -> bool:
        """As in "the average house sells for £310,000": nobody sells it to anybody."""
        group = event.predicate.group if event.predicate is not None else None
        return (
            event.frame == "sell"
            and group is not None
            and event.noun is None
            and group.tense == "present"
            and group.voice == "active"
            and not (event.payers or event.payees)
        )

    def _is_symbolic(self, figure: FigureItem) -> bool:
        """As in "for a symbolic £1": so small a sum is that of a deal after all."""
        start, end = self._stretch(figure)
        near = self._sentence.text[max(self._sentence.start, start - 24) : end + 16].lower()
        return any(word in near for word in _SYMBOLIC) and "nominal value" not in near

    # Rates and shares

    def _rate(self, figure: FigureItem) -> FigureFact | None:
        """As in "$31 a share", "12 euros par mois": a price of one thing is no sum of a deal."""
        end = self._sentence.tokens[figure.last - 1].end
        match = rate_pattern(self._language).match(self._sentence.text, end)
        if match is None:
            return None
        return FigureFact("none", words=(match.start(), match.end()))

    def _measure(self, figure: FigureItem) -> FigureFact:
        unit = figure.mention.quantity.unit if figure.mention and figure.mention.quantity else ""
        if unit in _POWER or (unit in _GOODS and self._can_be_made(figure)):
            about = self._subject_or_owner(figure)
            return FigureFact("fact", "capacity", about, self._stretch(figure))
        return FigureFact("none")

    def _can_be_made(self, figure: FigureItem) -> bool:
        """Whether so much can be made or held: "can produce 180,000 tonnes", "a capacity of"."""
        predicate = self._innermost(figure)
        group = predicate.group if predicate is not None else None
        if group is not None and group.verb is not None and group.verb.lemma in _MAKING:
            yearly = _yearly(self._language).match(self._sentence.text, self._end_after(figure))
            return group.maybe or group.form == "infinitive" or yearly is not None
        noun = self._noun_before(self._places[id(figure)])
        if noun is None and predicate is not None:
            noun = next((one for one in predicate.subject if isinstance(one, Phrase)), None)
        return noun is not None and bool(set(noun.words) & _CAPACITY)

    def _noun_before(self, at: int) -> Phrase | None:
        """The noun that a figure is a complement of: "a capacity of 180,000 tonnes"."""
        of, noun = self._item(at - 1), self._item(at - 2)
        if of is None or of.value not in {"of", "amount"} or not isinstance(noun, Phrase):
            return None
        return noun

    def _end_after(self, figure: FigureItem) -> int:
        """Where the goods end that a figure measures: "180,000 tonnes of aluminium"."""
        at = self._places[id(figure)] + 1
        while self._item(at) is not None and self._items[at].value == "of":
            at += 2
        return self._end(min(at, len(self._items)) - 1)

    def _share(self, figure: FigureItem, events: list[EventReading]) -> FigureFact:
        """A stake where its words say so, a share of a market, else nothing to record."""
        at = self._places[id(figure)]
        around = self._around(at)
        market = _fact_pattern(self._language, "market-share").search(around)
        if market is not None:
            return FigureFact(
                "fact", "market-share", self._subject_or_owner(figure), self._stretch(figure)
            )
        following = self._item(at + 1)
        company = self._after_of(at)
        stake = self._stake_near(at)
        holds = any(
            reading.predicate is not None
            and reading.predicate.group.verb is not None
            and (
                reading.predicate.group.verb.lemma in _HOLDING
                or reading.frame in {"buy", "take", "sell", "stake"}
            )
            for reading in events
        )
        named = any(one.frame == "stake" and one.noun is not None for one in events)
        if (
            stake
            or named
            or (holds and company)
            or (holds and following is not None and self._is_capital(at))
        ):
            return FigureFact(
                "fact", "stake", company or self._stake_in(at, events), self._stretch(figure)
            )
        return FigureFact("none")

    def _stake_near(self, at: int) -> bool:
        """Whether the words beside a share name a stake: "a 12% stake", "12 % du capital"."""
        places = [at + 1, at - 1]
        before, after = self._item(at - 1), self._item(at + 1)
        if before is not None and before.kind == "preposition":
            places.append(at - 2)
        if after is not None and after.kind == "preposition" and after.value == "of":
            places.append(at + 2)
        for place in places:
            item = self._item(place)
            if isinstance(item, Phrase) and set(item.words) & STAKE_WORDS:
                return True
        token = (
            self._sentence.tokens[self._items[at].last]
            if self._items[at].last < len(self._sentence.tokens)
            else None
        )
        words = self._sentence.text[self._end(at) : self._end(at) + 24].lower() if token else ""
        return bool(
            re.match(
                r"\s*(?:du|of the|of its|de son|des)\s+(?:capital|parts|actions|shares|equity"
                r"|stock|titres)",
                words,
            )
        )

    def _is_capital(self, at: int) -> bool:
        words = self._sentence.text[self._end(at) : self._end(at) + 30].lower()
        return "capital" in words or "shares" in words or "stock" in words

    def _after_of(self, at: int) -> tuple[Name, ...]:
        """The company after a share: "12 % du capital de Lumora", "a 12% stake in Lumora"."""
        place = at + 1
        while place < min(at + 6, len(self._items)):
            item = self._items[place]
            if isinstance(item, Phrase):
                if item.name is not None and item.name.kind in _PARTIES:
                    return (item.name,)
                if (
                    item.owner is not None
                    and item.owner.kind in _PARTIES
                    and set(item.words) & STAKE_WORDS
                ):
                    return (item.owner,)
                if not set(item.words) & STAKE_WORDS:
                    return ()
            elif item.kind != "preposition" or item.value not in {"of", "in"}:
                return ()
            place += 1
        return ()

    def _stake_in(self, at: int, events: list[EventReading]) -> tuple[Name, ...]:
        """The company that a stake is in, told before the share: "a stake in L of 12 %"."""
        for place in range(at - 1, max(-1, at - 7), -1):
            item = self._items[place]
            before = self._item(place - 1)
            if (
                isinstance(item, Phrase)
                and item.name is not None
                and item.name.kind in _PARTIES
                and before is not None
                and before.kind == "preposition"
                and before.value in {"in", "of"}
            ):
                return (item.name,)
            if isinstance(item, VerbGroup):
                break
        return ()

    # Money

    def _money(self, figure: FigureItem, events: list[EventReading]) -> FigureFact | None:
        at = self._places[id(figure)]
        direct = self._noun_of(at)
        if direct is not None and not self._is_cheap(direct[0], figure):
            kind, phrase, words = direct
            in_cash = _CASH.intersection(phrase.words) and any(
                event.frame in _PAYING and event.noun is None for event in events
            )  # "It paid $4 million in cash", whoever that is.
            if kind in _STRONG or not (self._is_sum(events) or in_cash):
                about = self._about_noun(phrase, figure, kind)
                return FigureFact("fact", kind, about, words)
        valued = self._valued(figure, events)
        bought = any(one.frame == "buy" and (one.payers or one.payees) for one in events)
        if valued is not None and not bought:
            # "Will buy K in a transaction that values it at $3 bn" is told as the price.
            return valued
        managed = _MANAGED[self._language].match(self._sentence.text, self._end(at))
        if managed is not None:
            about = self._subject_or_owner(figure)
            words = (self._span(figure.first, figure.last)[0], managed.end())
            return FigureFact("fact", "other", about, words)
        worth = self._worth(at, events)
        if worth is not None:
            return worth
        gained = self._gained(figure)
        if gained is not None and not self._is_sum(events):
            return gained
        estimated = self._estimated(figure)
        if estimated is not None:
            return estimated
        subject = self._subject_noun(figure)
        cheap = subject is not None and self._is_cheap(subject[0], figure)
        if subject is not None and not cheap and not self._is_sum(events, of_verb=True):
            kind, phrase, words = subject
            return FigureFact("fact", kind, self._about_noun(phrase, figure, kind), words)
        return None

    def _worth(self, at: int, events: list[EventReading]) -> FigureFact | None:
        """As in "Lumeray, worth $70 billion": what a company is worth is its valuation."""
        worth = self._item(at - 1)
        if worth is None or worth.kind != "preposition" or worth.value != "worth":
            return None
        place = at - 2
        said = self._items[place]
        if isinstance(said, VerbGroup) and said.verb is not None and said.verb.lemma == "be":
            # "Kestrel, which was worth $300 million, …"
            if any(event.noun is not None for event in events):
                return None
            verb = next(one for one in self._sentence.predicates if one.group is said)
            about = self._names(verb.subject)
            span = self._span(said.first, self._items[at].last)
            return FigureFact("fact", "valuation", about, span) if about else None
        if self._items[place].value == ",":
            place -= 1
        company = self._items[place]
        if not isinstance(company, Phrase) or company.name is None:
            return None
        if company.name.kind not in _PARTIES or (
            place and self._items[place - 1].kind == "preposition"
        ):
            return None
        return FigureFact(
            "fact", "valuation", (company.name,), self._span(company.first, self._items[at].last)
        )

    def _estimated(self, figure: FigureItem) -> FigureFact | None:
        """As in "Estimée à 900 millions, Clémentine …", "Endettée à hauteur de 240 millions, …".

        The figure reader took the first verb in.
        """
        words = self._sentence.text[self._sentence.tokens[figure.first].start :][:12].lower()
        kind: FactKind = "valuation"
        if self._places[id(figure)] == 2 and self._items[0].value in {"endetté", "endettée"}:
            kind = "other"
        elif not words.startswith(("estimé", "valoris", "évalué")) or self._places[id(figure)] > 1:
            return None
        following = next(
            (
                one
                for one in self._sentence.predicates
                if one.place > self._places[id(figure)] and one.group.form == "finite"
            ),
            None,
        )
        about = self._names(following.subject) if following is not None else ()
        return FigureFact("fact", kind, about, self._stretch(figure)) if about else None

    def _gained(self, figure: FigureItem) -> FigureFact | None:
        """As in "Lost $96 million", "a gagné 3 millions": a profit or loss of whoever did."""
        predicate = self._innermost(figure)
        verb = predicate.group.verb if predicate is not None else None
        if predicate is None or verb is None or verb.lemma not in _GAINING:
            return None
        if predicate.group.voice == "passive" or predicate.segments[0].figures[:1] != [figure]:
            return None
        before = self._item(self._places[id(figure)] - 1)
        if before is not predicate.group:
            return None
        about = self._names(predicate.subject)
        quantity = figure.mention.quantity if figure.mention else None
        number = quantity.magnitude if quantity is not None else None
        if not about or number is None or number < _SHARE_PRICE:
            return None
        kind: FactKind = "loss" if verb.lemma in _LOSING else "profit"
        return FigureFact("fact", kind, about, self._span(predicate.group.first, figure.last))

    def _is_sum(self, events: list[EventReading], *, of_verb: bool = False) -> bool:
        """Whether an event of money claims the figure."""
        return any(
            event.frame not in {"", "stake"}
            and (event.payers or event.payees or event.noun is not None)
            for event in events
        )

    def _noun_of(self, at: int) -> tuple[FactKind, Phrase, tuple[int, int]] | None:
        """The noun that a figure measures: before it with "of", right behind it, or behind "in"."""
        figure = self._items[at]
        following = self._item(at + 1)
        if (
            isinstance(following, Phrase)
            and following.first == figure.last
            and (following.figure is figure or not following.determiner)
        ):
            found = self._fact_of(following)
            if found:
                return found, following, self._span(figure.first, following.last)
        if (
            following is not None
            and following.kind == "preposition"
            and following.value in {"in", "of"}
        ):
            noun = self._item(at + 2)
            if isinstance(noun, Phrase):
                found = self._fact_of(noun)
                if found:
                    return found, noun, self._span(figure.first, noun.last)
        place = at - 1
        while place >= 0 and self._items[place].kind == "preposition":
            place -= 1
        following_sign = self._item(at + 1)
        if (
            place == at - 1
            and place > 0
            and self._items[place].value == ","
            and (following_sign is None or following_sign.value in {",", "."})
        ):
            # "Its annual revenue, some $860 million, …"
            place -= 1
        steps = 0
        while place >= 0 and steps < 3:
            noun = self._items[place]
            if not isinstance(noun, Phrase):
                if noun.kind == "date" or (
                    isinstance(noun, VerbGroup) and noun.form == "participle"
                ):
                    place -= 1
                    steps += 1
                    continue
                break
            found = self._fact_of(noun)
            if found:
                return found, noun, self._span(noun.first, figure.last)
            if (
                self._item(place - 1) is not None
                and self._items[place - 1].kind == "preposition"
                and self._items[place - 1].value in {"of", "for", "in"}
            ):
                place -= 2
                steps += 1
                continue
            break
        return None

    def _fact_of(self, phrase: Phrase) -> FactKind | None:
        """The kind of fact that a phrase names, with the complement that belongs to its name."""
        if phrase.name is not None and not phrase.words:
            return None
        at = self._places[id(phrase)]
        of, following = self._item(at + 1), self._item(at + 2)
        last = phrase.last
        if (
            of is not None
            and of.kind == "preposition"
            and of.value in {"of", "for"}
            and isinstance(following, Phrase)
        ):
            last = following.last
        start, end = self._span(phrase.first, last)
        words = " ".join(self._sentence.text[start:end].lower().split())
        if (
            phrase.words[-1:] in (("value",), ("valeur",))
            and isinstance(following, Phrase)
            and of is not None
            and of.value == "of"
            and following.name is not None
            and following.name.kind in _PARTIES
        ):
            return "valuation"
        for kind, pattern in _fact_patterns(self._language):
            if pattern.search(words):
                return kind
        return None

    def _valued(self, figure: FigureItem, events: list[EventReading]) -> FigureFact | None:
        """As in "Valuing Lumora at $4 bn", "valorisée 13 milliards"."""
        predicate = self._innermost(figure)
        if predicate is None or predicate.group.verb is None:
            return None
        lemma = predicate.group.verb.lemma
        if lemma not in _VALUING:
            return None
        targets = (
            list(predicate.subject)
            if predicate.group.voice == "passive" or lemma in {"valoir", "peser"}
            else predicate.objects
        )
        if any(
            isinstance(target, Phrase) and target.name is None and self._is_event(target)
            for target in targets
        ):
            return None
        kind: FactKind = "valuation"
        for target in targets:
            if isinstance(target, Phrase):
                found = self._fact_of(target)
                if found is not None:
                    kind = found
        if (
            kind == "valuation"
            and lemma in {"estimate", "estimer", "évaluer", "price", "peser"}
            and not self._names(targets)
        ):
            return FigureFact("fact", "other", (), self._span(predicate.group.first, figure.last))
        about = self._valued_company(targets) if kind == "valuation" else self._names(targets)
        first = min(predicate.group.first, figure.first)
        last = max(predicate.group.last, figure.last)
        return FigureFact("fact", kind, about, self._span(first, last))

    def _valued_company(self, targets: list[Item]) -> tuple[Name, ...]:
        """Who is valued: of those whom "the company" may mean the one that was paid before.

        "K had invested 3 million in N. The company is now valued at 70 million": N.
        """
        named = self._names(targets)
        previous = self._sentence.previous
        pointing = not any(isinstance(one, Phrase) and one.name is not None for one in targets)
        if not (named and pointing and previous is not None):
            return named
        for event in previous.readings:
            payees = tuple(dict.fromkeys(filler.name for filler in event.payees))
            payers = {filler.name.text for filler in event.payers}
            if len(payees) == 1 and named[0].text in payers:
                return payees
        return named

    def _is_event(self, phrase: Phrase) -> bool:
        told = any(reading.noun is phrase for reading in self._sentence.readings)
        return told or not _OPERATIONS.isdisjoint(phrase.words)

    def _subject_noun(self, figure: FigureItem) -> tuple[FactKind, Phrase, tuple[int, int]] | None:
        """The subject or object that a verb gives a figure to: "revenue rose to $2.1 bn"."""
        predicate = self._innermost(figure)
        if predicate is None:
            return None
        phrases: list[Item] = [*predicate.subject]
        for item in phrases:
            if isinstance(item, Phrase):
                found = self._fact_of(item)
                if found is not None:
                    return found, item, self._span(item.first, item.last)
        for argument in predicate.arguments:
            for target in argument.targets:
                if (
                    isinstance(target, Phrase)
                    and not argument.role
                    and self._places[id(target)] < self._places[id(figure)]
                ):
                    found = self._fact_of(target)
                    if found is not None:
                        return found, target, self._span(target.first, target.last)
        return None

    def _innermost(self, figure: FigureItem) -> Predicate | None:
        """The last verb before a figure that it belongs to, or the one it is the subject of."""
        owners = [
            predicate
            for predicate in self._sentence.predicates
            if any(figure in segment.figures for segment in predicate.segments)
        ]
        if owners:
            return max(owners, key=lambda predicate: predicate.place)
        return next(
            (one for one in self._sentence.predicates if figure in one.subject_figures), None
        )

    # Whom a fact is about

    def _about_noun(self, phrase: Phrase, figure: FigureItem, kind: str) -> tuple[Name, ...]:
        if kind == "market-size":
            return ()
        owner = phrase.owner or phrase.compound
        if owner is not None and owner.kind in _PARTIES:
            return (owner,)
        at = self._places[id(phrase)]
        of, noun = self._item(at + 1), self._item(at + 2)
        steps = 0
        while (
            of is not None
            and of.kind == "preposition"
            and of.value in {"of", "for", "at"}
            and steps < 2
        ):
            if isinstance(noun, Phrase):
                if noun.name is not None and noun.name.kind in _PARTIES:
                    return (noun.name,)
                names = self._names([noun])
                if names:
                    return names
                at += 2
                of, noun = self._item(at + 1), self._item(at + 2)
                steps += 1
                continue
            break
        antecedents = self._sentence.antecedents
        holder = self._possessor(phrase) or self._fronted(phrase) or self._located(phrase)
        if holder:
            return holder
        predicate = self._innermost(figure)
        if predicate is None:
            return ()
        if phrase.owned:
            return tuple(one for one in antecedents.possessor(phrase) if one.kind in _PARTIES)
        if phrase in predicate.subject:
            return self._names([phrase]) if phrase.name else ()
        payees = [
            filler.name
            for reading in self._sentence.readings
            if reading.predicate is predicate
            for filler in reading.payees
        ]
        if kind == "valuation" and payees:
            return tuple(dict.fromkeys(payees))
        return self._names(predicate.subject)

    def _possessor(self, phrase: Phrase) -> tuple[Name, ...]:
        """Whose it is in a relative clause: "K, whose revenue …", "K, dont la valeur …"."""
        at = self._places[id(phrase)]
        relative = self._item(at - 1)
        if (
            relative is None
            or relative.kind != "relative"
            or relative.value not in {"whose", "dont"}
        ):
            return ()
        place = at - 2
        if place >= 0 and self._items[place].value == ",":
            place -= 1
        holder = self._item(place)
        return self._names([holder]) if holder is not None else ()

    def _fronted(self, phrase: Phrase) -> tuple[Name, ...]:
        """As in "With a market value of $3 bn, Kestrel is …": the subject that follows."""
        at = self._places[id(phrase)]
        if at > _FRONT or not at or self._items[0].kind != "preposition":
            return ()
        if any(isinstance(item, VerbGroup) or item.value == "," for item in self._items[:at]):
            return ()
        following = next((one for one in self._sentence.predicates if one.place > at), None)
        if following is None or following.group.form != "finite":
            return ()
        return self._names(following.subject)

    def _located(self, phrase: Phrase) -> tuple[Name, ...]:
        """As in "At Kestrel, sales fell to $880 million", "Chez Kestrel, les ventes …"."""
        at = self._places[id(phrase)]
        if at != 3 or self._items[0].value not in {"at", "within"} or self._items[2].value != ",":
            return ()
        return self._names([self._items[1]])

    def _subject_or_owner(self, figure: FigureItem) -> tuple[Name, ...]:
        predicate = self._innermost(figure)
        if predicate is None:
            return ()
        named = self._names(predicate.subject)
        owned = predicate.subject[0] if len(predicate.subject) == 1 else None
        if named or not isinstance(owned, Phrase):
            return named
        if owned.owner is not None and owned.owner.kind in _PARTIES:
            return (owned.owner,)
        of, owner = (self._item(self._places[id(owned)] + step) for step in (1, 2))
        if of is None or of.value != "of" or not isinstance(owner, Phrase):
            return ()
        # "The future plant of Kestrel will have a capacity of …"
        return self._names([owner]) if owner.name is not None else ()

    def _names(self, targets: list[Item]) -> tuple[Name, ...]:
        antecedents = self._sentence.antecedents
        found = [
            name
            for target in targets
            for name in antecedents.names(target)
            if name.kind in _PARTIES
        ]
        return tuple(dict.fromkeys(found)) if len({name.text for name in found}) == 1 else ()

    # Places

    def _item(self, place: int) -> Item | None:
        return self._items[place] if 0 <= place < len(self._items) else None

    def _end(self, at: int) -> int:
        return self._sentence.tokens[self._items[at].last - 1].end

    def _span(self, first: int, last: int) -> tuple[int, int]:
        return self._sentence.span(first, last)

    def _stretch(self, figure: FigureItem) -> tuple[int, int]:
        return self._span(figure.first, figure.last)

    def _around(self, at: int) -> str:
        start = self._sentence.tokens[self._items[at].first].start
        return self._sentence.text[start : self._end(at) + 40].lower()


@cache
def _yearly(language: str) -> re.Pattern[str]:
    rate = r"par (?:an|jour)|annuel\w*" if language == "fr" else r"(?:a|per) (?:year|day)|annually"
    return re.compile(rf"\s+(?:{rate})(?!\w)")


@cache
def _comparison(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{COMPARISONS[language]})\s*(?:(?:les?|the|some|around|about)\s*)?\Z",
        re.IGNORECASE,
    )


@cache
def _fact_patterns(language: str) -> tuple[tuple[FactKind, re.Pattern[str]], ...]:
    """What names each kind of fact that a noun may name, in the order of their precedence."""
    return tuple(
        (cast("FactKind", kind), re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"))
        for kind, pattern in FACT_WORDS[language]
        if kind not in {"capacity", "market-share"}
    )


@cache
def _fact_pattern(language: str, kind: str) -> re.Pattern[str]:
    pattern = dict(FACT_WORDS[language])[kind]
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
