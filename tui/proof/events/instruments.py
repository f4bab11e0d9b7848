"""What kind of deal an event is: by words that name an instrument, else by verb and object."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from tui.language.clauses.cues import INSTRUMENT_WORDS
from tui.language.clauses.event_nouns import ASSET_NOUNS, COMPANY_NOUNS
from tui.proof.events.reader import event_words
from tui.proof.events.syntax.items import FigureItem, Phrase, VerbGroup

if TYPE_CHECKING:
    from tui.model.records import Instrument
    from tui.proof.events.reader import Span
    from tui.proof.events.readings import EventReading
    from tui.proof.events.sentence_reading import SentenceReading

_STAKE = frozenset(
    """
    stake stakes shareholding holding participation participations parts part shares actions
    titres
    """.split()
)
_CONTRACT_NOUNS = frozenset(
    "contract contracts contrat contrats marché order orders commande commandes".split()
)
_CONTRACTS = frozenset(
    {
        "spend",
        "order",
        "sign",
        "contract",
        "supply",
        "buy",
        "win",
        "pay",
        "commit",
        "give",
        "receive",
    }
)
_FRAMES_OF: dict[str, frozenset[str]] = {
    "grant": frozenset({"give", "receive", "win", "pay", "commit"}),
    "cloud-commitment": _CONTRACTS,
    "compute-credit": _CONTRACTS,
    "partnership": _CONTRACTS,
}
"""Instruments whose words say so only beside an event of these frames."""
_BUSINESSES = frozenset(
    """
    business unit division arm subsidiary brand brands operations segment activité activités filiale
    filiales division branche pôle marque marques company usine plant
    foundry fonderie brewery brasserie mill mills
    resort hotel hotels dairy cannery clinic clinics newspaper magazine brewery winery vineyard
    shipyard refinery smelter bakery practice distillery sawmill creamery
    conserverie crèches clinique cliniques hôtel hôtels domaine journal magazine quotidien
    sucrerie laiterie minoterie distillerie raffinerie scierie biscuiterie cimenterie verrerie
    salines thermes
    """.split()
)


_FRESH = {
    "en": re.compile(r"(?<!\w)(?:new|newly issued) (?:shares|stock)(?!\w)", re.IGNORECASE),
    "fr": re.compile(r"(?<!\w)(?:actions|titres) nouve(?:lles|aux)(?!\w)", re.IGNORECASE),
}
"""Shares that are made when they are sold."""


class InstrumentReader:
    """Tells the instruments of the events of one sentence."""

    def __init__(self, sentence: SentenceReading) -> None:
        """Keep the sentence."""
        self._sentence = sentence
        self._places = {id(item): at for at, item in enumerate(sentence.items)}

    def read(
        self, figure: FigureItem, base: EventReading, other: EventReading | None
    ) -> tuple[Instrument, Span] | None:
        """The instrument of the event of a figure, and the words that show it.

        Args:
            figure: The figure.
            base: The event that it belongs to.
            other: The verb that the event noun depends on, if the event is told by one.
        """
        start, end = self._window(figure, base, other)
        words = self._sentence.text[start:end]
        frames = {base.frame, (other or base).frame}
        told = self._by_frame(base, other)
        fresh = _FRESH[self._sentence.language].search(words)
        if fresh is not None and told in {None, "stake-sale", "acquisition"}:
            # "Will sell $400 million of new shares"
            return "equity", (start + fresh.start(), start + fresh.end())
        purchase = told in {"acquisition", "stake-purchase", "stake-sale"}
        for instrument, pattern in INSTRUMENT_WORDS[self._sentence.language]:
            if purchase and instrument != "convertible-note":
                continue
            if frames.isdisjoint(_FRAMES_OF.get(instrument, frames)):
                continue
            match = _compiled(pattern).search(words)
            if match is not None:
                return cast("Instrument", instrument), (start + match.start(), start + match.end())
        return (told, event_words(self._sentence, base)) if told else None

    def _by_frame(self, base: EventReading, other: EventReading | None) -> Instrument | None:
        """The instrument that verb and object tell without naming it."""
        frames = {base.frame, other.frame if other else ""}
        language = self._sentence.language
        reading = other or base
        predicate = reading.predicate
        objects: set[str] = set()
        if predicate is not None:
            for argument in predicate.arguments:
                if not argument.role or argument.role == "of":
                    for target in argument.targets:
                        if isinstance(target, Phrase):
                            objects |= set(target.words)
            if predicate.group.voice == "passive":
                for item in predicate.subject:
                    if isinstance(item, Phrase):
                        objects |= set(item.words)
        lemma = predicate.group.verb.lemma if predicate and predicate.group.verb else ""
        share = predicate is not None and any(
            one.mention is not None and one.mention.kind in {"percent", "fraction"}
            for one in predicate.segments[0].figures[:1]
        )
        if base.noun is not None:
            objects |= set(base.noun.words)
            at = self._places[id(base.noun)]
            for item in self._sentence.items[at + 1 : at + 4]:
                if isinstance(item, Phrase) and set(item.words) & _STAKE:
                    objects |= set(item.words)
        if "stake" in frames or objects & _STAKE or (share and frames & {"buy", "take", "sell"}):
            if "sell" in frames:
                return "stake-sale"
            if frames & {"buy", "take"}:
                return "stake-purchase"
        if frames & {"lend", "borrow"}:
            return "debt"
        if base.noun is not None and base.frame == "raise":
            return "equity"
        if "bid" in frames and not objects & _STAKE:
            bid = set(base.noun.words) if base.noun is not None else set()
            if base.payees or bid & {"takeover", "buyout", "acquisition", "rachat", "opa"}:
                return "acquisition"
        if "take" in frames:
            return "stake-purchase"
        if lemma == "grant" and "contract" not in frames:
            return "grant"
        if frames & {"contract", "order", "win", "give", "receive"}:
            words = objects | (set(base.noun.words) if base.noun is not None else set())
            awarded = frames & {"win", "give", "receive"} and words & _CONTRACT_NOUNS
            if "order" in frames or awarded:
                return "supply-agreement"
        if frames & {"buy", "sell"}:
            if base.noun is not None and base.frame == "buy":
                return "acquisition"
            businesses = objects & (COMPANY_NOUNS[language] | _BUSINESSES)
            goods = objects & (ASSET_NOUNS[language] - _BUSINESSES)
            if businesses or (self._names_object(reading) and not goods):
                return "acquisition"
        return None

    def _names_object(self, reading: EventReading) -> bool:
        """Whether what is bought is a company by name, not something of it."""
        predicate = reading.predicate
        if predicate is None:
            return False
        if reading.noun is None and predicate.group.voice == "passive":
            targets = predicate.subject
        else:
            targets = predicate.objects
        antecedents = self._sentence.antecedents
        if any(
            (isinstance(target, Phrase) and target.name is not None)
            or (target.kind == "pronoun" and antecedents.names(target))
            for target in targets
        ):
            return True
        shown = {id(filler.item) for filler in reading.payees}
        return any(
            argument.role == "for" and any(id(target) in shown for target in argument.targets)
            for argument in predicate.arguments
        ) or (reading.frame == "buy" and predicate.group.frame != "buy" and bool(shown))

    def _window(self, figure: FigureItem, base: EventReading, other: EventReading | None) -> Span:
        """The stretch of the clause that tells the event, without its subject."""
        items = self._sentence.items
        first, last = figure.first, figure.last
        for reading in (base, other):
            if reading is None:
                continue
            predicate = reading.predicate
            if reading.noun is not None:
                first, last = min(first, reading.noun.first), max(last, reading.noun.last)
            elif predicate is not None:
                end = max(predicate.end, predicate.place + 1)
                first = min(first, predicate.group.first)
                last = max(last, items[min(end, len(items)) - 1].last)
            if (
                reading.noun is not None
                and predicate is not None
                and reading.noun not in predicate.subject
            ):
                first = min(first, predicate.group.first)
                last = max(
                    last, items[min(max(predicate.end, predicate.place + 1), len(items)) - 1].last
                )
        first, last = self._widened(figure, first, last)
        return self._sentence.span(first, last)

    def _widened(self, figure: FigureItem, first: int, last: int) -> tuple[int, int]:
        """With the noun that the figure measures, and with "by selling new shares" behind."""
        items = self._sentence.items
        at = self._places[id(figure)]
        while at >= 2 and items[at - 1].kind == "preposition" and isinstance(items[at - 2], Phrase):
            at -= 2
        first = min(first, items[at].first)
        behind = next((place for place, item in enumerate(items) if item.first >= last), len(items))
        verb = items[behind] if behind < len(items) else None
        if (
            isinstance(verb, VerbGroup)
            and items[behind - 1].kind == "preposition"
            and verb.form == "gerund"
        ):
            gerund = next(one for one in self._sentence.predicates if one.place == behind)
            last = max(last, items[min(max(gerund.end, behind + 1), len(items)) - 1].last)
        return first, last


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
