"""Events of one sentence that complete each other: "raised $45 m in a round led by C"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.proof.events.fillers import MissingPartyError, is_share
from tui.proof.events.owner_links import OwnerLinks
from tui.proof.events.readings import Filler
from tui.proof.events.syntax.items import FigureItem, Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.events.fillers import PartyFiller
    from tui.proof.events.readings import EventReading
    from tui.proof.events.syntax.items import Item
    from tui.proof.events.syntax.predicates import Predicate
    from tui.proof.events.syntax.tokens import SentenceToken

_DEALS = frozenset(
    """
    deal transaction agreement contract operation accord contrat opération transaction marché
    """.split()
)
"""Nouns that stand for any event told beside them."""
_PRICES = frozenset({"price", "prix"})
_FETCHING = frozenset({"fetch", "bring", "net", "raise", "rapporter"})
"""Verbs by which a sale gives its seller a sum: "which could fetch $3 m"."""
_NEEDING = frozenset(
    "need want seek require lack look ask manquer chercher réclamer demander attendre".split()
)
"""Verbs of who is short of what another one gives."""
_HELPING = frozenset(
    """
    help aid assist back support bolster boost finance fund aider soutenir financer épauler
    """.split()
)
_PAYING_FOR = frozenset({"pay", "fund", "finance", "payer", "financer"})
"""What a gift does for a thing of who gets it: "will pay for a new wing at K"."""
_CHOOSING = frozenset(
    """
    pick choose select hire appoint commission contract choisir retenir sélectionner désigner
    charger mandater
    """.split()
)
"""Verbs by which a customer chooses who is to do something."""
_SUPPLYING = frozenset(
    "supply provide deliver build make construct fournir livrer construire bâtir réaliser".split()
)
_PRICED = frozenset({"buy", "sell", "bid", "order"})
_ASKING = frozenset({"ask", "want", "demand", "demander", "réclamer", "vouloir", "exiger"})
_SELLERS = frozenset(
    """
    board owner owners shareholders founder founders family seller directors conseil actionnaires
    propriétaire propriétaires fondateur fondateurs famille vendeur direction
    """.split()
)
"""Who may ask a price for a company."""
_BUYERS = frozenset(
    """
    buyer buyers acquirer purchaser bidder acquéreur acquéreurs acheteur repreneur repreneurs
    """.split()
)
_FINDING = frozenset({"find", "have", "trouver", "tenir", "avoir", "choose", "choisir"})
_ALLOWING = frozenset({"allow", "enable", "help", "permettre", "aider"})
_KEEPING = frozenset({"let", "keep", "save", "rescue", "value", "sauver", "maintenir", "valoriser"})
"""Verbs of what a gift or a loan does for who gets it."""
_GIVING = frozenset({"give", "lend", "invest", "put", "pay", "commit", "back", "spend"})
"""Frames by which somebody gets money."""
_SHAREHOLDERS = frozenset(
    "shareholder investor backer stakeholder owner actionnaire investisseur".split()
)
_SAVING = frozenset({"save", "rescue", "sauver", "renflouer", "secourir", "maintenir"})
_JOINING_IN = frozenset({"become", "devenir", "monter", "entrer", "enter"})
"""Verbs of who gets a part of a company."""
_SETTLING = frozenset({"settle", "resolve", "end", "solder", "éteindre", "clore", "régler"})
_CLAIMS = frozenset(
    """
    claim claims lawsuit lawsuits suit dispute case complaint litigation action litige contentieux
    différend procès plainte procédure conflit
    """.split()
)
"""What a payment brings to an end, with whoever brought it."""
_THANKING = frozenset({"thanks", "grâce"})
_FLUSH = frozenset("fresh flush armed buoyed fort forte forts fortes riche".split())
"""At the head of a sentence these tell what its subject has just been given."""
_REACH = 4
"""Items from a thing to the verb of the clause that is said of it: a pronoun, a subject."""
_SPENDING = frozenset({"pay", "spend", "put", "commit", "bid"})
"""Frames whose purpose may be a purchase: "pay $3 bn to buy X"."""
_PAID_BY_DOER = frozenset({"buy", "take", "order", "invest", "back", "lend"})
"""Frames whose subject pays."""
_CHEQUES = frozenset({"cheque", "check", "chèque"})
_FRONT = 2
"""Items before an infinitive in front of a sentence: "in | order"."""
_PAYING_OUT = frozenset({"give", "invest"})
"""Frames of which that is so where they tell nobody who gets it."""
_USING = frozenset(
    "use need cost take offer be utiliser mobiliser employer coûter falloir être".split()
)
"""Verbs without a frame of which that is so, too; "save $3 bn by not buying X" is none."""


class EventLinks:
    """Completes the events of one sentence from each other."""

    def __init__(
        self,
        items: Sequence[Item],
        predicates: Sequence[Predicate],
        fillers: PartyFiller,
        tokens: Sequence[SentenceToken],
    ) -> None:
        """Keep what was found in the sentence."""
        self._items, self._predicates, self._fillers = items, predicates, fillers
        self._owners = OwnerLinks(items, predicates, fillers, tokens)

    def complete(self, readings: list[EventReading]) -> None:
        """Fill the roles that one event leaves open and another one tells."""
        self._lead_rounds(readings)
        self._purposes(readings)
        self._payments(readings)
        self._sellers(readings)
        self._goals(readings)
        self._adjuncts(readings)
        self._heads(readings)
        self._prices(readings)
        self._rounds(readings)
        self._enabled(readings)
        self._thanked(readings)
        self._sold_things(readings)
        self._settled(readings)
        self._shareholding(readings)
        self._for_the_sake(readings)
        self._sums_in_rounds(readings)
        self._asked_prices(readings)
        self._apposed_prices(readings)
        self._found_buyers(readings)
        self._sold_by(readings)
        self._owners.held_by(readings)
        self._chosen_suppliers(readings)
        self._earning(readings)
        self._owners.owned_by(readings)
        self._owners.proceeds(readings)
        self._outbid(readings)
        self._needed(readings)
        self._helped(readings)

    def _outbid(self, readings: list[EventReading]) -> None:
        """As in "H bid for K, only to be outbid by N, which is paying $3 m": N pays for K."""
        for reading in readings:
            predicate = reading.predicate
            verb = predicate.group.verb if predicate is not None else None
            if predicate is None or verb is None or verb.lemma != "outbid" or reading.payees:
                continue
            bid = next((one for one in readings if one.predicate is predicate.governor), None)
            if bid is None or predicate.group.voice != "passive":
                continue
            reading.payees = bid.payees
            for paid in readings:
                same = _same(paid.payers, reading.payers)
                if same and paid.place > reading.place and not paid.payees:
                    paid.payees = bid.payees

    def _needed(self, readings: list[EventReading]) -> None:
        """As in "B provided the £3m that K needed": K is given it."""
        for reading in readings:
            if reading.frame not in _GIVING | {"supply"} or reading.payees or not reading.figures:
                continue
            place = next(
                (at for at, one in enumerate(self._items) if one is reading.figures[-1]), -1
            )
            for predicate in self._predicates:
                verb = predicate.group.verb
                near = place < predicate.place <= place + _REACH
                if verb is None or verb.lemma not in _NEEDING or not near or place < 0:
                    continue
                taken = {one.name.text for one in reading.payers}
                subject = self._fillers.targets(predicate.subject, strict=False)
                reading.payees = [one for one in subject if one.name.text not in taken]

    def _helped(self, readings: list[EventReading]) -> None:
        """As in "K, helped by a loan from B," and "K can open it thanks to a gift from B"."""
        for reading in readings:
            given = reading.frame in _GIVING and reading.payers and not reading.payees
            if reading.noun is None or not given:
                continue
            helping = None
            for predicate in self._predicates:
                verb = predicate.group.verb
                if predicate.group.form != "participle" or verb is None:
                    continue
                near = predicate.place < reading.place <= predicate.place + _REACH
                if verb.lemma in _HELPING and near:
                    helping = predicate
            before = self._items[max(0, reading.place - _REACH) : reading.place]
            thanked = any(isinstance(one, Phrase) and set(one.words) & _THANKING for one in before)
            if helping is None and thanked:
                helping = next(
                    (
                        one
                        for one in reversed(self._predicates)
                        if one.place < reading.place and one.subject
                    ),
                    None,
                )
            if helping is not None:
                taken = {one.name.text for one in reading.payers}
                subject = self._fillers.targets(helping.subject, strict=False)
                reading.payees = [one for one in subject if one.name.text not in taken]

    def _chosen_suppliers(self, readings: list[EventReading]) -> None:
        """As in "F was picked by M to build 40 trams for $160 m": M orders them from F."""
        for reading in readings:
            predicate = reading.predicate
            if predicate is None or not reading.figures or reading.noun is not None:
                continue
            verb, chooser = predicate.group.verb, predicate.governor
            if verb is None or predicate.group.form != "infinitive":
                continue
            if verb.lemma not in _SUPPLYING and not self._is_priced(reading):
                continue
            if reading.frame in {"buy", "take"}:
                continue  # "Was chosen to take over Kestrel": nobody hires it.
            chosen = chooser.group.verb if chooser is not None else None
            if chooser is None or chosen is None or chosen.lemma not in _CHOOSING:
                continue
            objects = [t for one in chooser.arguments if not one.role for t in one.targets]
            suppliers = chooser.subject if chooser.group.voice == "passive" else objects[:1]
            try:
                customers = (
                    self._fillers.prepositional("by", chooser.segments[0], chooser)
                    if chooser.group.voice == "passive"
                    else self._fillers.targets(chooser.subject, strict=True)
                )
            except MissingPartyError:
                customers = []
            reading.frame = "order"
            reading.payers = customers
            reading.payees = self._fillers.targets(suppliers, strict=False)

    def _is_priced(self, reading: EventReading) -> bool:
        """Whether a work is done for its figure: "to clean up the site for $80 m"."""
        at = next((at for at, one in enumerate(self._items) if one is reading.figures[0]), 0)
        return at > 0 and self._items[at - 1].value in {"for", "amount"}

    def _earning(self, readings: list[EventReading]) -> None:
        """As in "will supply N with ships, earning it $87 m": that is the sum of the supply."""
        for reading in readings:
            predicate = reading.predicate
            verb = predicate.group.verb if predicate is not None else None
            if predicate is None or verb is None or verb.lemma not in {"earn", "net", "bring"}:
                continue
            pronoun = any(
                target.kind == "pronoun" for one in predicate.arguments for target in one.targets
            )
            if predicate.group.form != "gerund" or not (pronoun and reading.figures):
                continue
            model = next(
                (
                    one for one in reversed(readings)
                    if one.frame in {"supply", "sell", "order", "give"} and one.noun is None
                    and one.place < reading.place and not one.figures
                ),
                None,
            )  # fmt: skip
            if model is not None:
                reading.frame, reading.model = "order", model
                reading.payers, reading.payees = model.payers, model.payees

    def _sold_by(self, readings: list[EventReading]) -> None:
        """As in "K buys the springs of S, which A sells it": A is paid, whatever S is."""
        for reading in readings:
            predicate = reading.predicate
            if reading.noun is not None or reading.frame != "buy" or predicate is None:
                continue
            things = [t for one in predicate.arguments if not one.role for t in one.targets]
            for sale in readings:
                told = sale.noun is None and sale.frame == "sell" and not sale.figures
                if told and sale.payees and self._hangs_on(things, sale.place):
                    taken = {one.name.text for one in reading.payers}
                    sellers = [one for one in sale.payees if one.name.text not in taken]
                    named = {one.name.text for one in reading.payees}
                    if sellers and named.isdisjoint(one.name.text for one in sellers):
                        reading.subjects, reading.payees = reading.payees, sellers

    def _payments(self, readings: list[EventReading]) -> None:
        """As in "took a stake in V, paying $95 m for the shares": that is what the stake cost."""
        for reading in readings:
            predicate = reading.predicate
            if (
                reading.noun is not None
                or reading.frame not in {"pay", "spend", "put"}
                or reading.payees
                or predicate is None
                or predicate.group.form != "gerund"
            ):
                continue
            bought = next(
                (
                    one
                    for one in readings
                    if one.predicate is predicate.governor
                    and one.noun is None
                    and one.frame in {"buy", "take"}
                    and all(is_share(figure) for figure in one.figures)
                ),
                None,
            )
            if bought is not None:
                reading.payees, reading.frame = bought.payees, "buy"
                reading.subjects, reading.model = bought.subjects, bought

    def _for_the_sake(self, readings: list[EventReading]) -> None:
        """As in "has released $12 m to save K", "débloque 12 millions pour sauver K"."""
        for reading in readings:
            given = reading.frame in _GIVING and reading.figures and not reading.payees
            if reading.noun is not None or not given or reading.predicate is None:
                continue
            for other in self._predicates:
                verb = other.group.verb
                governed = other.governor is reading.predicate
                if verb is None or not governed or verb.lemma not in _HELPING | _SAVING:
                    continue
                objects = [t for one in other.arguments if not one.role for t in one.targets]
                taken = {one.name.text for one in reading.payers}
                found = self._fillers.targets(objects[:1], strict=False)
                reading.payees = [one for one in found if one.name.text not in taken]

    def _shareholding(self, readings: list[EventReading]) -> None:
        """As in "became K's biggest shareholder by investing $30 m": K got it."""
        for reading in readings:
            predicate = reading.predicate
            if reading.frame not in {"invest", "put"} or reading.payees or predicate is None:
                continue
            taken = {one.name.text for one in reading.payers}
            for other in self._predicates:
                verb = other.group.verb
                if verb is None or verb.lemma not in _JOINING_IN or other is predicate:
                    continue
                found = self._fillers.named_by("in", other)
                for at in range(other.place + 1, min(other.place + _REACH, len(self._items))):
                    held = self._items[at]
                    idiom = other.group.frame == "buy" and at == other.place + 1
                    if idiom:  # "Devient actionnaire de K" is one verb.
                        found = found or self._fillers.targets([held], strict=False)
                    if not isinstance(held, Phrase) or _SHAREHOLDERS.isdisjoint(held.words):
                        continue
                    behind = list(self._items[at + 2 : at + 3])
                    found = [Filler(held.owner, held)] if held.owner is not None else found
                    found = found or self._fillers.targets(behind, strict=False)
                reading.payees = [one for one in found if one.name.text not in taken]

    def _settled(self, readings: list[EventReading]) -> None:
        """As in "will pay $15 m to settle a claim by K", "pour solder son litige avec K"."""
        for reading in readings:
            if reading.frame not in _SPENDING or reading.payees or reading.noun is not None:
                continue
            for predicate in self._predicates:
                verb = predicate.group.verb
                if verb is None or verb.lemma not in _SETTLING:
                    continue
                if predicate.governor is not reading.predicate:
                    continue
                if _CLAIMS.isdisjoint(predicate.object_words):
                    continue
                taken = {one.name.text for one in reading.payers}
                claimants = [
                    found
                    for role in ("by", "from", "with", "of", "against")
                    for found in self._fillers.named_by(role, predicate)
                ]
                reading.payees = [one for one in claimants if one.name.text not in taken][:1]

    def _sums_in_rounds(self, readings: list[EventReading]) -> None:
        """As in "K's round was led by C, which put in $15 m": C put it into K."""
        rounds = [one for one in readings if one.noun is not None and one.frame == "raise"]
        for reading in readings:
            predicate = reading.predicate
            if reading.noun is not None or reading.payees or predicate is None:
                continue
            if reading.frame not in {"invest", "put"} or not reading.figures:
                continue
            led = next(
                (
                    one
                    for one in readings
                    if one.frame == "lead"
                    and one.place < reading.place
                    and _same(one.payers, reading.payers)
                ),
                None,
            )
            if led is None or led.predicate is None:
                continue
            for one in rounds:
                if one.noun in led.predicate.subject or one.predicate is led.predicate:
                    reading.payees = list(one.payees)

    def _asked_prices(self, readings: list[EventReading]) -> None:
        """As in "gave up buying S, whose board wanted $3 bn": the price that was asked."""
        for predicate in self._predicates:
            verb = predicate.group.verb
            figures = predicate.segments[0].figures[:1]
            if verb is None or verb.lemma not in _ASKING or not figures:
                continue
            sellers = [
                item
                for item in predicate.subject
                if isinstance(item, Phrase) and set(item.words) & _SELLERS
            ]
            sale = self._sale_before(readings, predicate.place)
            if sellers and sale is not None:
                sale.figures += figures

    def _apposed_prices(self, readings: list[EventReading]) -> None:
        """As in "orders a ferry from N, whose price, $175 m, …": the price of that order."""
        for at, item in enumerate(self._items):
            if not isinstance(item, Phrase) or not set(item.words) & _PRICES:
                continue
            behind = self._items[at + 1 : at + 3]
            pointing = at and self._items[at - 1].value in {"whose", "dont"}
            if not pointing or len(behind) < 2 or behind[0].value != ",":
                continue
            figure = behind[1]
            sale = self._sale_before(readings, at)
            if isinstance(figure, FigureItem) and figure.kind == "figure" and sale is not None:
                sale.figures.append(figure)

    def _sale_before(self, readings: list[EventReading], place: int) -> EventReading | None:
        """The last purchase, sale or order before an item, where it has no sum of its own."""
        sale = max(
            (one for one in readings if one.frame in _PRICED and one.place < place),
            key=lambda one: one.place,
            default=None,
        )
        if sale is None or any(not is_share(one) for one in sale.figures):
            return None
        return sale

    def _found_buyers(self, readings: list[EventReading]) -> None:
        """Who is called the buyer: "the buyer, K, will pay", "found a buyer for its mill: K, …"."""
        for at, item in enumerate(self._items):
            if not isinstance(item, Phrase) or item.name or not set(item.words) & _BUYERS:
                continue
            seller = next(
                (
                    one
                    for one in self._predicates
                    if one.place < at < one.end and one.group.verb is not None
                    and one.group.verb.lemma in _FINDING
                ),
                None,
            )  # fmt: skip
            if seller is not None:
                sellers = self._fillers.targets(seller.subject, strict=False)
                for reading in readings:
                    paid = reading.frame in {"pay", "give", "put", "spend", "buy"}
                    if reading.noun is None and paid and reading.place > at and reading.figures:
                        reading.payees = reading.payees or sellers
            sign, named = self._items[at + 1 : at + 2], self._items[at + 2 : at + 3]
            if not (sign and named and sign[0].value == "," and item.definite):
                continue
            buyers = self._fillers.targets(list(named), strict=False)
            for reading in readings:
                open_sale = reading.frame in {"buy", "sell", "go"} and not reading.payers
                if buyers and open_sale and reading.figures:
                    reading.payers = buyers

    def _purposes(self, readings: list[EventReading]) -> None:
        """As in "Pay $3 bn to buy X": what is paid for is told by the infinitive."""
        by_predicate = {
            id(reading.predicate): reading
            for reading in reversed(readings)
            if reading.noun is None and reading.predicate is not None
        }
        for reading in readings:
            predicate = reading.predicate
            if reading.frame != "buy" or reading.noun is not None:
                continue
            if not all(is_share(figure) for figure in reading.figures):
                continue
            if predicate is None or predicate.noun is not None:
                continue
            if predicate.governor is None:
                spent = self._spent_behind(predicate, readings)
            else:
                spent = by_predicate.get(id(predicate.governor))
            for cheque in readings:
                written = cheque.noun is not None and not _CHEQUES.isdisjoint(cheque.noun.words)
                if written and spent is not None and cheque.predicate is spent.predicate:
                    cheque.payees, cheque.frame = cheque.payees or reading.payees, "buy"
            if spent is not None and spent.figures and _is_spending(spent):
                spent.payees = spent.payees or reading.payees
                spent.payers = spent.payers or reading.payers
                spent.frame = "bid" if spent.frame == "bid" else "buy"

    def _spent_behind(
        self, predicate: Predicate, readings: Sequence[EventReading]
    ) -> EventReading | None:
        """What is spent behind an infinitive in front: "Pour s'offrir K, N a déboursé 4 M"."""
        front = self._items[: predicate.place]
        fronted = (
            predicate.group.form == "infinitive"
            and len(front) <= _FRONT
            and not any(item.kind in {"sign", "figure", "verb"} for item in front)
        )
        behind = [
            one for one in readings
            if one.noun is None and one.predicate is not None and one.place > predicate.place
            and one.predicate.governor is None and one.predicate.group.form == "finite"
        ]  # fmt: skip
        first = min(behind, key=lambda one: one.place, default=None)
        return first if fronted and first is not None and not first.payees else None

    def _sellers(self, readings: list[EventReading]) -> None:
        """As in "Signed a deal with C to buy B": C sells, whoever B is."""
        for reading in readings:
            predicate = reading.predicate
            if reading.noun is not None or reading.frame != "buy" or predicate is None:
                continue
            governor = predicate.governor
            if governor is None or governor.group.frame != "sign":
                continue
            if any(argument.role in {"from"} for argument in predicate.arguments):
                continue
            try:
                sellers = self._fillers.prepositional("with", governor.segments[0], governor)
            except MissingPartyError:
                sellers = []
            if sellers and sellers[0].name.text not in {p.name.text for p in reading.payees}:
                reading.subjects = reading.payees
                reading.payees = sellers

    def _goals(self, readings: list[EventReading]) -> None:
        """As in "signed a $95 million deal to supply K with machines": the deal is that supply."""
        for reading in readings:
            if reading.frame not in {"contract", "sign"} or not reading.figures:
                continue
            if reading.payers or reading.payees:
                continue
            own = next(
                (
                    one for one in readings
                    if one.predicate is not None and one.noun is None and one.payees
                    and reading.noun is not None and one.predicate.noun is reading.noun
                    and not one.figures
                ),
                None,
            )  # fmt: skip
            if own is not None and reading.noun is not None and reading.noun.owner is not None:
                # "N's $40 million deal to buy K was completed"
                doer = [Filler(reading.noun.owner, reading.noun)]
                if own.frame in _PAID_BY_DOER and (not own.payers or _same(own.payers, doer)):
                    reading.payers, reading.payees, reading.parties = doer, own.payees, []
                    continue
            if reading.predicate is None:
                continue
            goal = next(
                (
                    one
                    for one in readings
                    if one.predicate is not None
                    and one.noun is None
                    and one.predicate.group.form == "infinitive"
                    and one.predicate.governor is reading.predicate
                    and one.payers
                    and one.payees
                    and not one.figures
                ),
                None,
            )
            if goal is not None:
                reading.payers, reading.payees, reading.parties = goal.payers, goal.payees, []

    def _adjuncts(self, readings: list[EventReading]) -> None:
        """As in "buys N in a deal worth $5 bn": the deal is that purchase."""
        events = [
            reading
            for reading in readings
            if reading.noun is None and reading.frame not in {"", "sign"}
            and (reading.payers or reading.payees)
        ]  # fmt: skip
        for reading in readings:
            noun = reading.noun
            if (
                noun is None
                or reading.frame not in {"contract", "invest"}
                or reading.payers
                or reading.payees
            ):
                continue
            if not set(noun.words) & _DEALS or not reading.figures:
                continue
            before = self._items[reading.place - 1] if reading.place else None
            adjunct = before is not None and (
                (
                    before.kind == "preposition"
                    and before.value in {"in", "under", "through", "en", "by", "as"}
                )
                or before.value == ","
            )
            event = next((one for one in reversed(events) if one.place < reading.place), None)
            if adjunct and event is not None:
                reading.payers, reading.payees, reading.frame = (
                    event.payers,
                    event.payees,
                    event.frame,
                )
                reading.parties = []
                reading.model = event

    def _heads(self, readings: list[EventReading]) -> None:
        """As in "with the $110 m raised from R, N …": N raised it."""
        for reading in readings:
            predicate = reading.predicate
            if (
                reading.noun is None
                and predicate is not None
                and predicate.group.form == "participle"
                and reading.frame in {"raise", "borrow", "receive"}
                and not reading.payees
                and self._items[0].kind in {"preposition", "verb"}
            ):
                following = next(
                    (
                        one
                        for one in self._predicates
                        if one.place > predicate.place and one.group.form == "finite"
                    ),
                    None,
                )
                if following is not None:
                    taken = {one.name.text for one in reading.payers}
                    subject = self._fillers.targets(following.subject, strict=False)
                    reading.payees = [one for one in subject if one.name.text not in taken]

    def _prices(self, readings: list[EventReading]) -> None:
        """Sums that another verb gives to the sale before it.

        "The sale of K; the price is $3 bn", "has sold six ships, which brought in $3 bn", "will buy
        K in a transaction that values it at $3 bn".
        """
        for predicate in self._predicates:
            figures = predicate.segments[0].figures[:1]
            if not figures or not self._tells_price(predicate):
                continue
            sale = max(
                (
                    one
                    for one in readings
                    if one.frame in {"buy", "sell", "bid"} and one.place < predicate.place
                ),
                key=lambda one: one.place,
                default=None,
            )
            if sale is not None and not any(not is_share(one) for one in sale.figures):
                sale.figures += figures
                if self._brings_its_seller(predicate) and not sale.payees:
                    objects = [one.targets for one in predicate.arguments if not one.role]
                    sale.payees = self._fillers.targets(objects[0], strict=False)

    def _tells_price(self, predicate: Predicate) -> bool:
        verb = predicate.group.verb
        words = {
            word for item in predicate.subject if isinstance(item, Phrase) for word in item.words
        }
        if verb is None:
            return False
        if verb.lemma in {"be", "être"}:
            return bool(words & _PRICES)
        if verb.lemma in {"value", "valoriser"}:
            before = self._items[predicate.place - 1] if predicate.place else None
            attached = before is not None and before.kind == "relative"
            attached = attached or predicate.group.form == "gerund"
            return attached and bool(words & _DEALS) and predicate.group.voice == "active"
        if verb.lemma in _FETCHING and self._brings_its_seller(predicate):
            return True
        if verb.lemma in _FETCHING and predicate.place > 1:
            # "…, which could fetch", "…, ce qui lui a rapporté": of all that was said before.
            raised = verb.lemma == "raise" and any(
                isinstance(item, Phrase) and item.name is not None for item in predicate.subject
            )
            if raised:
                return False  # "Paid a sum for Kestrel, which raised $3 m in 2019"
            pronoun, sign = self._items[predicate.place - 1], self._items[predicate.place - 2]
            nothing = isinstance(sign, Phrase) and sign.name is None and not sign.words
            return pronoun.kind == "relative" and (sign.value in {",", "ce"} or nothing)
        return False

    def _brings_its_seller(self, predicate: Predicate) -> bool:
        """As in "Selling the magazine brought K $24 m": the sale is the subject."""
        first = self._predicates[0] if self._predicates else None
        return (
            first is not None
            and first.place == 0
            and first.group.form == "gerund"
            and first.group.frame == "sell"
            and predicate is not first
            and any(not one.role and one.targets for one in predicate.arguments)
        )

    def _rounds(self, readings: list[EventReading]) -> None:
        """As in "the $3 m round will allow K to hire": K has raised it."""
        for reading in readings:
            if reading.frame != "raise" or reading.noun is None or reading.payees:
                continue
            for predicate in self._predicates:
                verb = predicate.group.verb
                if verb is None or verb.lemma not in _ALLOWING:
                    continue
                if reading.noun not in predicate.subject or predicate.group.voice == "passive":
                    continue
                roles = ("to",) if verb.lemma == "permettre" else ("",)
                for argument in predicate.arguments:
                    if argument.role in roles and not reading.payees:
                        reading.payees = self._fillers.targets(argument.targets, strict=False)

    def _enabled(self, readings: list[EventReading]) -> None:
        """As in "a grant from B will let K repair its hall": K has been given it."""
        for reading in readings:
            given = reading.frame in _GIVING and reading.payers and not reading.payees
            if reading.noun is None or not given:
                continue
            for predicate in self._predicates:
                verb = predicate.group.verb
                if verb is None or verb.lemma not in _ALLOWING | _KEEPING | _PAYING_FOR:
                    continue
                if reading.noun not in predicate.subject or predicate.group.voice == "passive":
                    continue
                if verb.lemma in _PAYING_FOR:
                    places = [one for one in predicate.arguments if one.role in {"of", "at"}]
                    getting = [t for one in places for t in one.targets]
                    theirs = self._fillers.targets(getting, strict=False)
                    reading.payees = [one for one in theirs if one.name.kind == "party"]
                    continue
                role = "to" if verb.lemma == "permettre" else ""
                argument = next((one for one in predicate.arguments if one.role == role), None)
                if argument is None and verb.lemma in _KEEPING:
                    # "Will keep K flying": it stands before what it goes on to do.
                    kept = list(self._items[predicate.place + 1 : predicate.place + 2])
                    reading.payees = self._fillers.targets(kept, strict=False)
                    break
                if argument is None:
                    continue
                target = argument.targets[0] if argument.targets else None
                named = isinstance(target, Phrase) and target.name is None
                if verb.lemma == "let" and named and isinstance(target, Phrase):
                    # "Let K repair": a verb without an ending is read as a noun behind its name.
                    found = [target.compound or target.owner]
                    reading.payees = [Filler(name, target) for name in found if name is not None]
                else:
                    reading.payees = self._fillers.targets(argument.targets, strict=False)
                break

    def _thanked(self, readings: list[EventReading]) -> None:
        """As in "With a loan from B, K has bought a plant": K has been lent it."""
        comma = next((at for at, item in enumerate(self._items) if item.value == ","), 0)
        opening = self._items[0] if self._items else None
        thanking = isinstance(opening, Phrase) and set(opening.words) & (_THANKING | _FLUSH)
        if not comma or not (thanking or (opening is not None and opening.value == "with")):
            return
        main = next(
            (one for one in self._predicates if one.place > comma and one.group.form == "finite"),
            None,
        )
        for reading in readings:
            if main is None or reading.place >= comma or reading.frame not in _GIVING:
                continue
            if reading.payers and not reading.payees:
                taken = {one.name.text for one in reading.payers}
                subject = self._fillers.targets(main.subject, strict=False)
                reading.payees = [one for one in subject if one.name.text not in taken]

    def _sold_things(self, readings: list[EventReading]) -> None:
        """As in "paid $3 m for a warehouse that K sold it": K is paid."""
        for reading in readings:
            predicate = reading.predicate
            if reading.frame not in {"pay", "spend"} or reading.payees or predicate is None:
                continue
            sale = next(
                (
                    one
                    for one in readings
                    if one.frame == "sell"
                    and one.noun is None
                    and one.payees
                    and not one.figures
                    and one.place > predicate.place
                    and self._is_relative_of(one, predicate)
                ),
                None,
            )
            if sale is not None:
                taken = {one.name.text for one in reading.payers}
                reading.payees = [one for one in sale.payees if one.name.text not in taken]

    def _is_relative_of(self, sale: EventReading, paid: Predicate) -> bool:
        """Whether a clause hangs on what is paid for: its pronoun stands right behind that."""
        things = [t for one in paid.arguments if one.role == "for" for t in one.targets]
        return self._hangs_on(things, sale.place)

    def _hangs_on(self, things: Sequence[Item], verb: int) -> bool:
        """Whether the clause of a verb is said of things, the pronoun right behind them."""
        places = [at for at, item in enumerate(self._items) if item in things]
        if not places:
            return False
        after = places[-1] + 1
        if after < len(self._items) and self._items[after].value == ",":
            after += 1
        pronoun = self._items[after] if after < len(self._items) else None
        hangs = pronoun is not None and (
            pronoun.kind == "relative" or pronoun.value in {"que", "qu", "that"}
        )
        return hangs and places[-1] < verb <= places[-1] + _REACH

    def _lead_rounds(self, readings: list[EventReading]) -> None:
        """As in "Raised $45 m in a round led by C": the leader pays, the one who raised is paid."""
        leads = [
            reading
            for reading in readings
            if reading.predicate is not None
            and reading.noun is None
            and reading.predicate.group.form == "participle"
            and reading.predicate.group.frame
            in {"lead", "subscribe", "issue", "invest", "give", "put"}
        ]
        for lead in leads:
            assert lead.predicate is not None
            for reading in readings:
                if reading is lead or reading.predicate is None or reading.noun is not None:
                    continue
                owned = {
                    id(target)
                    for segment in reading.predicate.segments
                    for argument in segment.arguments
                    for target in argument.targets
                }
                if not any(id(item) in owned for item in lead.predicate.subject):
                    continue
                frame = lead.predicate.group.frame
                if frame == "lead":
                    reading.payers = reading.payers or lead.payers
                    lead.payees = lead.payees or reading.payees
                elif frame == "issue" and reading.frame in {"buy", "subscribe"}:
                    reading.payees = reading.payees or lead.payees


def _same(some: Sequence[Filler], others: Sequence[Filler]) -> bool:
    """Whether two roles are filled by the same parties, by somebody at all."""
    return bool(some) and {one.name.text for one in some} == {one.name.text for one in others}


def _is_spending(reading: EventReading) -> bool:
    """Whether a verb tells that money goes, for which the next one may tell the reason."""
    verb = reading.predicate.group.verb if reading.predicate is not None else None
    lemma = verb.lemma if verb is not None else ""
    if reading.frame in _PAYING_OUT and reading.predicate is not None:
        # "A versé 4 millions pour racheter K", not what it gave to somebody.
        arguments = reading.predicate.arguments
        return not reading.payees and not any(one.role in {"", "to", "in"} for one in arguments)
    return reading.frame in _SPENDING or (not reading.frame and lemma in _USING)
