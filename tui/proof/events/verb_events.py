"""Events that verbs tell: payer and payee by the frame of the verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.clauses.event_nouns import ASSET_NOUNS, NOUN_FRAMES
from tui.language.clauses.verbs import FRAMES, CaseFrame
from tui.proof.events.fillers import FUND_NOUNS, STAKE_NOUNS, MissingPartyError, is_share
from tui.proof.events.readings import EventReading, Filler
from tui.proof.events.syntax.items import FigureItem, Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.events.fillers import PartyFiller
    from tui.proof.events.syntax.items import Item
    from tui.proof.events.syntax.predicates import Predicate, Segment

_NOT_RAISED = frozenset(
    """
    stake offer bid forecast price prices guidance target outlook dividend expenditure expenditures
    spending rate rates wages pay estimate doubt concerns questions participation prévision objectif
    offre prix dividende doute hypothèse option attention interest visitors customers crowd crowds
    clients visiteurs regards ordres orders demandes bids
    """.split()
)
"""Objects with which "raise" or "lever" moves no money."""
_LED = frozenset(
    """
    investment investors consortium group syndicate levée levées augmentation investisseurs pool
    """.split()
)
_JOINT = frozenset({"venture", "project", "programme", "coentreprise", "projet"})
"""What two sign for together."""
_WORKS = frozenset("work works job contract project franchise tender marché chantier".split())
"""What a customer hands to who is paid for it."""
_SUMS = frozenset(
    """
    premium sum fee bonus prize deposit lump bursary scholarship stipend somme prime caution bourse
    balance rent royalty compensation soulte redevance loyer indemnité dédommagement rallonge rente
    salary stipend pay package rémunération salaire cachet honoraires commission pension retraite
    enveloppe avance allocation provision concours manne pouce oxygène pactole cagnotte rallonge
    coup bouffée ballon
    """.split()
)
"""What somebody is handed that is money, whatever it is for."""
_ENTRUSTED = frozenset(
    """
    budget mandat mission réfection rénovation construction travaux chantier entretien exploitation
    collecte gestion maintenance restauration réhabilitation nettoyage transport fourniture
    maîtrise aménagement démolition
    """.split()
)
"""What a customer gives to an agency, as a contract."""
_GROUPS = frozenset("consortium group syndicate pool groupe groupement tandem trio duo".split())
"""Those who act together, led by one of them."""
_SECURED = frozenset(
    "loan loans credit debt bond bonds facility notes prêt prêts crédit emprunt dette".split()
)
_MONEY = frozenset(
    """
    loan loans credit facility funding financing capital equity money cash aid grant grants prêt
    crédit
    financement capitaux fonds subvention aide
    """.split()
)
_BIDS = frozenset({"bid", "offer", "enchère", "offre"})
_FEES = frozenset("fee sum price amount indemnité somme montant prix".split())
"""What is paid for a player, where the sum is not told: "for an undisclosed fee"."""
_SANCTIONING = frozenset("fine penalise penalize dock sanctionner pénaliser verbaliser".split())
"""Verbs by which somebody is fined the figure that they have with them."""
_HIRING = frozenset(
    """
    hire pick choose select appoint tap retain enlist engage task
    choisir retenir sélectionner mandater désigner
    missionner solliciter préférer
    """.split()
)
"""Verbs by which somebody is picked who is paid, where an infinitive tells what for."""
_FINES = frozenset(
    """
    fine fines penalty penalties sanction sanctions amende amendes pénalité pénalités astreinte
    redressement contravention
    """.split()
)
_FINING = frozenset(
    """
    slap slam land cost hit impose issue hand give serve levy infliger imposer prononcer notifier
    adresser condamner frapper
    """.split()
)
"""Verbs by which somebody is fined where their object, or what it is done with, is a fine."""
_BEING_FINED = frozenset(
    "accept receive get collect incur pick earn draw écoper recevoir subir".split()
)
_COMPANIES = frozenset({"party", "new"})
"""Kinds of names that may be bought."""
_SHEDDING = frozenset(
    """
    shed hive spin carve jettison ditch dump flog flip surrender relinquish cede auction
    monetise monetize exit
    """.split()
)
"""Verbs by which somebody gets rid of what is his, where a price stands behind."""
_BRINGING = frozenset({"bring", "earn", "net"})
"""Verbs by which a deal gets somebody money from another one."""
_LEAVES = frozenset(
    """
    approval clearance go-ahead green light permission consent leave feu vert autorisation accord
    aval agrément permis
    """.split()
)
"""What somebody gets that lets him do something."""
_BILLS = frozenset(
    """
    bill bills tab cost costs invoice price expense expenses facture factures coût coûts addition
    note frais
    """.split()
)
_FOOTING = frozenset(
    """
    foot cover meet shoulder bear defray settle fund pay assumer supporter couvrir acquitter
    endosser
    """.split()
)
"""Verbs of who pays a bill or a cost."""
_APPROVING = frozenset(
    """
    find approve authorise authorize vote release sanction unlock free return voter réserver
    délivrer flécher
    """.split()
)
"""Verbs by which money is let go to somebody: "approved 2 million for Kestrel"."""
_PICKING_UP = frozenset({"pick", "scoop", "procure", "nab"})
_PRESENTING = frozenset({"present", "provide", "furnish", "reward", "endow"})
"""Verbs by which somebody is given what stands behind "with"."""
_ENDOWING = frozenset({"gratifier", "doter", "créditer", "récompenser", "honorer"})
"""French verbs by which somebody is given the sum behind "de"."""
_CHEQUES = frozenset({"cheque", "check", "chèque"})
_DEALS = frozenset({"deal", "transaction", "agreement", "swoop", "buyout", "takeover", "move"})
_WILLS = frozenset({"will", "legacy", "estate", "testament"})
_MOVING = frozenset({"pass", "move", "transfer", "passer", "transférer", "glisser", "basculer"})
"""Verbs by which what belongs to one comes to belong to another."""
_BEATING = frozenset({"beat", "outbid", "pip", "trump", "see"})
_WINNING = frozenset({"win", "land", "remporter", "emporter"})
_AUCTIONS = frozenset("auction bidding battle race contest war enchère enchères bataille".split())
"""What somebody wins who buys a company that others wanted."""
_COURTS = frozenset(
    """
    court judge tribunal administrator administrators liquidator liquidators receiver receivers
    trustee juge justice administrateur liquidateur mandataire juges commissaire
    """.split()
)
"""Who sells what is another one's, by law."""
_HELD = STAKE_NOUNS | {"ownership", "propriété"}
_TAKING_MONEY = frozenset("take draw attract earn gain squeeze extract wring".split())
"""Verbs by which somebody gets the money that is their object, and comes from another one."""
_TAKING_IN = frozenset(
    """
    add claim capture poach salvage prise wrest intégrer ajouter arracher conquérir chiper souffler
    happer
    ramasser approprier sauver
    """.split()
)
"""Verbs by which a company becomes somebody's own, where a price stands behind."""
_AMASSING = frozenset({"build", "amass", "assemble", "accumulate"})
"""Verbs by which a stake is built up."""
_GETTING_BACK = frozenset("recover recoup reclaim claw inherit".split())
"""Verbs that move money where they tell whom it comes from: "recouped its costs" does not."""
_FOR_ONESELF = frozenset({"attribuer", "octroyer"})
"""French verbs of giving by which who gives himself a thing for a price buys it."""
_STOCKING_UP = frozenset({"équiper", "fournir", "approvisionner"})
"""French verbs of supply by which who supplies himself at somebody's is the customer."""
_SIGNED_FROM_CLUB = frozenset("sign land poach prise capture lure entice snatch nab".split())
"""Verbs by which a club gets a player from another one."""
_PERFORMING = frozenset(
    """
    run operate maintain manage clean service refit overhaul upgrade equip staff modernise modernize
    gérer exploiter entretenir nettoyer moderniser équiper
    """.split()
)
"""Verbs of what is done for the owner of a thing, beside those of works and supplies."""
_TWO = 2
_LAYING_OUT = frozenset("lâcher aligner allonger cracher claquer sortir".split())
"""Verbs that are of paying only where a sum is their object: "a lâché 4 millions"."""
_GIVING_UP = frozenset({"rendre", "abandonner"})
"""Verbs that are of paying only where a sum is their object and goes to somebody."""
_BORROWING = frozenset({"contracter"})
"""Verbs that are of borrowing only where their object is a loan."""
_DRAWING = frozenset({"draw", "tap", "tirer"})
_LINES = frozenset({"line", "lines", "ligne", "lignes", "facilité", "facilities"})
_PLACING_PAPER = frozenset({"place", "placer", "sell", "vendre"})
_PAPER = frozenset("bond bonds notes debentures obligations obligation debt dette titres".split())
_WORKING = frozenset(
    """
    build rebuild repair renovate restore design install construct refurbish assemble modernise
    lay paint clean maintain dismantle demolish equip insulate rewire resurface extend renew
    construire refaire rebâtir reconstruire rénover restaurer concevoir installer réaliser bâtir
    poser peindre nettoyer entretenir démanteler démolir équiper isoler agrandir moderniser
    """.split()
)
"""Verbs of who does a work for somebody."""
_BUILDING = frozenset("build rebuild construct construire bâtir rebâtir assemble".split())
_LETTING = frozenset({"rent", "lease", "let", "license", "licence", "louer"})
"""Verbs of the customer that with "to" are those of the owner: "rents its depot to K"."""
_COMPENSATING = frozenset(
    """
    compensate reimburse repay indemnify indemniser dédommager rembourser rémunérer rétribuer
    """.split()
)
"""Verbs whose object is paid: "ordered to compensate K"."""
_OF_OTHER_SIDE = _LETTING | _COMPENSATING
_SOLD = frozenset({"cession", "vente", "sale", "rachat", "purchase"})
"""What the buyer of a thing gets from its seller, by the noun for it."""
_TENDERS = frozenset("tender tenders appel concours consultation lot lots chantier".split())
"""What is won and not bought."""
_COMMISSIONS = frozenset(
    """
    charter charters mandate mandates commission commissions assignment retainer engagement work
    works job jobs business affrètement chantiers mission missions enveloppe dotation pactole manne
    """.split()
)
"""What somebody wins that another one pays for, besides a contract by name."""
_SUPPLIES = frozenset(
    "supply provide deliver build sell lease fournir livrer construire vendre produire".split()
)
_USES = frozenset("buy purchase use rent acheter acquérir utiliser louer".split())


class VerbEvents:
    """Reads the events that the verbs of one sentence tell."""

    def __init__(
        self,
        items: Sequence[Item],
        predicates: Sequence[Predicate],
        fillers: PartyFiller,
        language: str,
    ) -> None:
        """Keep what was found in the sentence."""
        self._items, self._predicates, self._fillers = items, predicates, fillers
        self._places = {id(item): at for at, item in enumerate(items)}
        self._frames = FRAMES[language]
        self._nouns = NOUN_FRAMES[language]

    def readings(self, predicate: Predicate) -> list[EventReading]:
        """The events of a verb, one for each figure that "and" joins."""
        name = self.frame_of(predicate)
        readings = []
        for number, segment in enumerate(predicate.segments):
            figures = list(segment.figures)
            if number == 0:
                figures = [*predicate.subject_figures, *figures]
            reading = EventReading(
                name, predicate, figures=figures, segment=segment, place=predicate.place
            )
            borrowed = name == "back" and figures and self._is_borrowed(figures[0])
            if borrowed and not self._has_company(predicate):
                # "Will finance it by a loan of $4 million": that is the sum of the loan.
                reading.figures, reading.frame = [], ""
            elif not name and self._builds_for(reading):
                pass
            elif name == "sign":
                self._contract(reading)
            elif name:
                frame = self._frames[name]
                direct = bool(figures) and self._is_direct(figures[0], predicate)
                if name == "supply" and direct and not self._goods_follow(figures[0]):
                    frame = self._frames["give"]
                if self._has_it_done(predicate) and name not in {"fine", "fined"}:
                    passive = predicate.group.voice == "passive"  # "S'est vu prêter 4 millions"
                    frame = CaseFrame(("by", "from"), ("object" if passive else "subject",))
                agent = predicate.group.voice == "passive" and "subject" in frame.payee
                # "Pocketed by K": of a participle "by" tells who does it.
                payer = [role for role in frame.payer if not (agent and role == "by")]
                reading.payers = self._fillers.fill(payer, predicate, segment, direct)
                reading.payees = self._fillers.fill(frame.payee, predicate, segment, direct)
                if name in {"win", "receive"} and not reading.payers:
                    reading.payers = self._customer_of(segment)
                if name == "sell" and not reading.payees and self._is_of_a_court(predicate):
                    reading.payees = self._fillers.fill(("object",), predicate, segment, direct)
                if name == "order" and self._lets_or_rents(predicate):
                    reading.parties = [*reading.payers, *reading.payees]
                    reading.payers, reading.payees = [], []
                if name == "move":
                    # "Transferred to N for 4 million, the winger": he is not paid for himself.
                    reading.payees = [
                        one
                        for one in reading.payees
                        if one.name.kind != "person" or one.item not in predicate.subject
                    ]
                if name in {"buy", "sell"}:
                    reading.subjects = self._things(predicate, segment)
                if name == "pay" and self._paid_for(reading.payees, segment):
                    reading.frame = "buy"
            readings.append(reading)
        return readings

    def _builds_for(self, reading: EventReading) -> bool:
        """Read "will build N's depot for £61m", "will build 40 trams for N": N orders it."""
        predicate = reading.predicate
        assert predicate is not None
        verb, segment = predicate.group.verb, reading.segment
        working = _SUPPLIES | _WORKING | _PERFORMING
        if verb is None or segment is None or verb.lemma not in working:
            return False
        priced = any(map(self._exchanged_for, reading.figures))
        # "Construira deux chalutiers pour K": without a sum "for" alone tells for whom.
        ordered = not reading.figures and verb.lemma in _BUILDING
        if predicate.group.voice == "passive" or not (priced or ordered):
            return False
        deals = self._nouns.keys() | _SOLD
        if self._objects(predicate) & deals:
            return False  # "A réalisé l'acquisition de Kestrel pour 4 millions"
        customers = self._fillers.fill(("for",), predicate, segment, False)
        customers = customers or self._owners_of_object(segment)
        if not customers and verb.lemma in _WORKING | _PERFORMING:
            customers = self._of_object(segment)
        makers = self._fillers.fill(("subject",), predicate, segment, False)
        if not customers or not makers:
            return False
        reading.frame, reading.payers, reading.payees = "order", customers, makers
        return True

    @staticmethod
    def _owners_of_object(segment: Segment) -> list[Filler]:
        """Whose a thing is that is made: "will build | Kestrel's new depot"."""
        return [
            Filler(target.owner, target)
            for argument in segment.arguments
            if not argument.role
            for target in argument.targets
            if isinstance(target, Phrase)
            and target.owner is not None
            and target.owner.kind in _COMPANIES
        ]

    def _of_object(self, segment: Segment) -> list[Filler]:
        """Whose a thing is, behind "of", on which a work is done: "posera les câbles de K"."""
        for number, argument in enumerate(segment.arguments[:-1]):
            following = segment.arguments[number + 1]
            if not argument.role and following.role == "of":
                named = self._fillers.targets(following.targets, strict=False)
                return [one for one in named if one.name.kind in _COMPANIES]
        return []

    def _is_borrowed(self, figure: FigureItem) -> bool:
        """Whether a figure is that of a loan by which something is paid."""
        at = self._places[id(figure)]
        by, loan = self._item(at - 3), self._item(at - 2)
        return (
            by is not None
            and by.kind == "preposition"
            and by.value in {"by", "with", "through"}
            and isinstance(loan, Phrase)
            and any(self._nouns.get(word, ("",))[0] == "lend" for word in loan.words)
        )

    def _item(self, place: int) -> Item | None:
        return self._items[place] if 0 <= place < len(self._items) else None

    def _has_it_done(self, predicate: Predicate) -> bool:
        """Whether the subject has it done to itself: "s'est fait prêter, s'est vu accorder par"."""
        group = predicate.group
        return group.reflexive and group.lemmas[:-1][-1:] in (("faire",), ("voir",))

    def _things(self, predicate: Predicate, segment: Segment) -> list[Filler]:
        """The company that is bought or sold, by name."""
        try:
            if predicate.group.voice == "passive":
                return self._fillers.without_persons(
                    self._fillers.targets(predicate.subject, strict=False)
                )
            return self._fillers.bare(segment, predicate)
        except MissingPartyError:
            return []

    def _paid_for(self, payees: Sequence[Filler], segment: Segment) -> bool:
        """Whether what is paid for is the company itself: "pay $2 bn for Sabrefield"."""
        shown = {id(filler.item) for filler in payees}
        return any(
            argument.role == "for" and any(id(target) in shown for target in argument.targets)
            for argument in segment.arguments
        )

    def frame_of(self, predicate: Predicate) -> str:
        """The frame of a verb as its object allows: "took a stake", not "took a seat"."""
        group = predicate.group
        name = group.frame
        if group.lemmas == ("devoir",) and any(
            self._is_direct(figure, predicate) for figure in predicate.segments[0].figures[:1]
        ):
            # "Doit encore 3 millions à K"
            return "owe"
        apart = (
            self._fined(predicate)
            or ("hire" if self._is_hired(predicate) else "")
            or self._falling(predicate)
        )
        if apart:
            return apart
        if group.verb is None:
            return ""
        own = self._of_its_lemma(predicate, group.verb.lemma)
        if own is not None or not name:
            return own or ""
        if group.reflexive or group.verb.lemma in _OF_OTHER_SIDE:
            name = self._to_whom(predicate, name)
            if name != group.frame:
                return name
        direct = any(
            self._is_direct(figure, predicate)
            for segment in predicate.segments
            for figure in segment.figures
        ) or bool(predicate.subject_figures)
        if self._moves_nothing(predicate, direct=direct):
            return ""
        words = self._objects(predicate)
        if group.voice == "passive":
            words |= {
                word
                for item in predicate.subject
                if isinstance(item, Phrase)
                for word in item.words
            }
        shares = any(
            is_share(figure) for segment in predicate.segments[:1] for figure in segment.figures[:1]
        )
        contract = bool(words & (self._nouns.keys() | _ENTRUSTED | _SUMS | _TENDERS | _COMMISSIONS))
        if name == "take" and not (words & STAKE_NOUNS or (direct and shares)):
            # "Prend une licence auprès de K"
            return "buy" if self._is_licensed(predicate, words) else ""
        placed = any(argument.role in {"of", "to", "from"} for argument in predicate.arguments)
        if name in {"raise", "sell", "win"} and direct and shares and not words and not placed:
            return ""
        if name == "subscribe" and words & _SECURED:
            # "A souscrit un emprunt auprès de K"
            return "borrow"
        if group.verb.lemma == "confier":
            return name  # A work is entrusted to who is paid for it, whatever it costs.
        if name in {"give", "put", "go"} and self._exchanged(predicate):
            handed = self._handed_for_a_sum(predicate, name, words, direct=direct)
            if handed:
                return handed
        unpriced = (name == "relieve" and not self._exchanged(predicate)) or (
            name == "bill" and (shares or not direct)
        )
        if name in {"go", "hire"} or unpriced:
            return ""
        if name == "admit" and not self._to_the_capital(predicate):
            return ""
        if name == "enter":
            return self._entry(predicate, words)
        if group.verb.lemma == "monter" and shares:
            return "take"  # "Monte à 60 % de K"
        if name == "supply" and self._supplies_money(predicate):
            return "give"
        if name == "raise" and not (direct or words & FUND_NOUNS):
            return ""
        getting = name in {"receive", "win"} or group.verb.lemma == "clinch"
        if getting and words & _SOLD:
            return "take"  # "A obtenu de K la cession de douze magasins"
        if getting and self._had_for_a_sum(predicate):
            return "buy"
        if name == "win" and not (direct or contract):
            return ""
        if group.verb.lemma in {"emporter", "gagner"} and not contract:
            # "Le cambrioleur a emporté 4 000 euros", "a gagné 4 millions"
            return ""
        if name == "receive" and self._is_no_money(predicate, words, direct=direct):
            return ""
        if name == "give" and not (direct or contract or predicate.group.voice == "passive"):
            return ""
        if name == "raise" and (words & _NOT_RAISED or self._counts(predicate, _NOT_RAISED)):
            return ""
        if name == "borrow" and group.verb.lemma in _DRAWING and not self._drawn(predicate):
            return ""
        if group.verb.lemma in _PLACING_PAPER and self._paper(predicate) and direct:
            # "Placed $500 million of bonds with investors": it raised them.
            return "raise"
        if group.verb.lemma in _SIGNED_FROM_CLUB and self._transferred(predicate):
            return "buy"
        if name == "lead" and not words & (FUND_NOUNS | _LED):
            return ""
        if name == "lead" and group.form == "participle" and words & _GROUPS - FUND_NOUNS:
            # "A consortium led by C" does what another verb says.
            return ""
        if group.verb.lemma == "support" and not self._with_a_sum(predicate):
            return ""
        if name == "back" and group.voice == "passive" and words & _SECURED:
            # "A loan backed by the state": who vouches for it does not lend it.
            return ""
        if name == "put" and not (direct or group.voice == "passive"):
            return "commit" if group.verb.lemma in {"miser", "parier"} else ""
        return name

    def _handed_for_a_sum(
        self, predicate: Predicate, name: str, words: set[str], *, direct: bool
    ) -> str:
        """The frame of a verb by which something goes to somebody for a sum; empty for its own."""
        if name == "go":
            told = any(argument.role in {"to", "at"} for argument in predicate.arguments)
            return "go" if told else ""
        if name == "give" and words & _WORKS:
            return "give"  # "Handed the work to Kestrel at a cost of": who does it is paid.
        if direct:
            return ""
        if name == "give":
            contract = words & (self._nouns.keys() | _ENTRUSTED | _SUMS | _TENDERS)
            return "" if contract and not words & STAKE_NOUNS else "sell"
        # "A remis l'usine à Kestrel contre 4 millions"
        return "sell" if self._is_to_somebody(predicate) else ""

    def _to_whom(self, predicate: Predicate, name: str) -> str:
        """The frame of a verb that means another thing by whom it is done to, or for oneself."""
        verb, reflexive = predicate.group.verb, predicate.group.reflexive
        lemma = verb.lemma if verb is not None else ""
        if reflexive and lemma == "payer":
            return "buy"
        reflexive = reflexive and not self._has_it_done(predicate)
        if reflexive and lemma in _FOR_ONESELF:
            return "buy" if self._exchanged(predicate) else ""
        if reflexive and lemma in _STOCKING_UP:
            return "order"
        if reflexive and lemma in {"refinancer", "financer"}:
            return "raise"
        if reflexive and lemma in {"vendre", "revendre"}:
            # "S'est vendu à K", but "se vend bien"
            return name if self._is_to_somebody(predicate) else ""
        if lemma in _LETTING and self._is_to_somebody(predicate):
            # "Louer à" is to rent from somebody, or to let to him what is one's own.
            return "sell" if lemma != "louer" or self._is_own(predicate) else name
        if lemma in _COMPENSATING and not self._is_to_somebody(predicate):
            return "back"
        return name

    def _falling(self, predicate: Predicate) -> str:
        """The frame of a French verb by which something falls to somebody, with money told of.

        "La brasserie revient à N pour 2 millions", "est partie à 2 millions chez N", "à qui
        reviennent 800 000 euros de N"; but "revient à 2 millions" tells a cost.
        """
        verb = predicate.group.verb
        if verb is None or verb.lemma not in {"revenir", "partir"}:
            return ""
        figure = next(iter(predicate.segments[0].figures), None)
        if figure is None:
            return ""
        before = self._item(self._places[id(figure)] - 1)
        value = before.value if before is not None else ""
        if verb.lemma == "partir":
            return "go" if value in {"for", "to", "amount", "against"} else ""
        if value in {"for", "amount", "against"}:
            entrusted = any(
                isinstance(item, Phrase) and (_ENTRUSTED | _TENDERS) & {*item.words}
                for item in predicate.subject
            )
            return "fall" if entrusted else "go"
        return "fall" if self._is_direct(figure, predicate) else ""

    def _entry(self, predicate: Predicate, words: set[str]) -> str:
        """The frame of "entrer" where it is into a company, for a sum or a share of it."""
        if not any(segment.figures for segment in predicate.segments):
            return ""
        if predicate.group.lemmas[:-1][-1:] == ("faire",):
            return "admit"  # "A fait entrer N à son capital"
        return "enter"

    def _is_own(self, predicate: Predicate) -> bool:
        """Whether a possessive says that the object is the subject's own: "son dépôt"."""
        return any(
            isinstance(one, Phrase) and one.owned
            for argument in predicate.arguments
            if not argument.role
            for one in argument.targets[:1]
        )

    def _is_for_somebody(self, predicate: Predicate) -> bool:
        """Whether a complement with "for" names a party."""
        return bool(self._fillers.named_by("for", predicate))

    def _is_to_somebody(self, predicate: Predicate) -> bool:
        """Whether a complement with "to" names a party."""
        return bool(self._fillers.named_by("to", predicate))

    def _moves_nothing(self, predicate: Predicate, *, direct: bool) -> bool:
        """Whether a colloquial verb has no sum: "lâche l'affaire", "laisse 4 millions de dettes".

        But "laisse la maison à son directeur contre 4 millions".
        """
        lemma = predicate.group.verb.lemma if predicate.group.verb is not None else ""
        if lemma == "laisser":
            return direct or not self._exchanged(predicate)
        if lemma == "hire":
            return not direct and not predicate.arguments  # "Kestrel can hire"
        return lemma in _LAYING_OUT and not direct

    def _to_the_capital(self, predicate: Predicate) -> bool:
        """Whether somebody is let into the capital: "accueille Kestrel à son capital"."""
        return any(
            isinstance(target, Phrase) and "capital" in target.words
            for argument in predicate.arguments
            for target in argument.targets
        )

    def _of_its_lemma(self, predicate: Predicate, lemma: str) -> str | None:
        """The frame that one verb has with some objects alone; `None` where it has its own."""
        figures = predicate.segments[0].figures
        money = bool(figures) and not self._goods_follow(figures[0])
        mention = figures[0].mention if figures else None
        paid = mention is not None and mention.kind == "money"
        if lemma in _GIVING_UP and paid and self._is_direct(figures[0], predicate):
            return "give" if self._is_to_somebody(predicate) else None
        if lemma in _BORROWING and self._objects(predicate) & _SECURED:
            return "borrow"  # "A contracté un emprunt auprès de K"
        works = lemma in _WORKING and not predicate.group.frame  # "Lay", not "lay out"
        if works and bool(figures) and self._is_for_somebody(predicate):
            return "work"  # "Will rebuild the bridge for K at a cost of 4 million"
        if lemma in _MOVING and self._moves_over(predicate):
            return "move"  # "A stake in K passed from F to N", "transferred from F to N for"
        if self._outdoes(predicate, lemma):
            return "auction"  # "Won the auction for Kestrel", "beat two rivals to Kestrel"
        if lemma == "passer" and self._is_placed(predicate):
            return "order"  # "Le contrat passé par N à K"
        if lemma in _ENDOWING and money and self._of_a_sum(predicate):
            return "back"  # "Gratifie Kestrel de 300 000 euros"
        if lemma in _PRESENTING and money and self._with_a_sum(predicate):
            return "back"  # "Presented it with a cheque for 4 million"
        if lemma in {"become", "devenir"} and not figures:
            return ""  # "May become the owner of Kestrel": with a price it buys it.
        if lemma in _BRINGING and self._brings_somebody(predicate):
            return "bring"
        if lemma == "settle" and self._exchanged(predicate):
            return "settle"  # "Settled with Kestrel for 4 million": either may have sued.
        if lemma in _APPROVING and self._leaves_money(predicate):
            return "give"  # "Have approved 2 million for Kestrel"
        if lemma == "leave" and self._leaves_money(predicate):
            return "give"
        if lemma == "leave" and (self._in_a_will(predicate) or self._leaves_to(predicate)):
            return "give"
        taking = lemma in _TAKING_MONEY and self._gets_money(predicate)
        if taking and self._is_from_somebody(predicate):
            return "receive"  # "Took 12 million from Kestrel", "has attracted 6 million from"
        told = bool(figures) and not self._is_direct(figures[0], predicate)
        if lemma == "throw" and "lifeline" in self._objects(predicate):
            return "give"
        if lemma in _ENDOWING:
            return "back" if figures and self._has_company(predicate) else ""
        if lemma in _GETTING_BACK and not any(
            argument.role == "from" for argument in predicate.arguments
        ):
            return ""
        if lemma in {"mobiliser"} and money:
            return "raise" if any(one.role == "from" for one in predicate.arguments) else ""
        if lemma in _TAKING_IN and told and self._has_company(predicate):
            return "buy"  # "Is adding Kestrel in a deal worth 4 million"
        if lemma in _TAKING_IN and self._had_for_a_sum(predicate):
            return "buy"  # "Added Kestrel to its stable for 4 million"
        if lemma == "foot" and money and self._is_direct(figures[0], predicate):
            return "spend"  # "Footing the £4m a year on its shirts"
        if lemma in _PICKING_UP | _FOOTING and self._bills(predicate):
            return "spend"  # "Picked up the 21 million bill", "will be met by Kestrel"
        if lemma in _PICKING_UP and predicate.group.frame == "buy" and self._gets_money(predicate):
            return "receive"  # "Picked up $26 million in seed funding", not a company.
        if lemma == "part" and not (money and self._parts_with(figures[0], predicate)):
            return "sell"  # "Parted with its ferries for $4 million", not with $4 million.
        if (
            lemma in _SHEDDING
            and self._exchanged(predicate)
            and (self._has_thing(predicate) or self._is_to_somebody(predicate))
        ):
            return "sell"  # "Shed Kestrel for 4 million", "hived off its bakery arm"
        if lemma in _AMASSING and figures and self._objects(predicate) & STAKE_NOUNS:
            return "take"  # "Built a 9% stake in Kestrel for £12m"
        if lemma == "fall" and self._exchanged(predicate) and self._is_to_somebody(predicate):
            return "go"  # "Kestrel fell to Nordwind for £48m"
        if lemma == "let" and figures and self._lets_go(predicate):
            return "sell"  # "Let its 8% holding go for 310 million"
        if lemma == "let" and self._exchanged(predicate) and self._is_to_somebody(predicate):
            return "sell"  # "Let its depot to Kestrel for 4 million"
        if lemma == "absorb" and not self._has_company(predicate):
            return ""  # "Absorbed $4 million of losses"
        if lemma == "offer" and not self._bids(predicate):
            return ""
        if predicate.group.reflexive:
            return "commit" if lemma == "engager" else None
        if lemma == "offrir":
            return "give"
        if lemma == "adjuger":
            return "sell"  # "Adjugé 4 millions à Kestrel"
        return None

    def _bills(self, predicate: Predicate) -> bool:
        """Whether a verb is done to a bill or a cost that has its sum beside it."""
        told = (
            predicate.subject
            if predicate.group.voice == "passive"
            else [target for one in predicate.arguments if not one.role for target in one.targets]
        )
        bill = next(
            (one for one in told if isinstance(one, Phrase) and not _BILLS.isdisjoint(one.words)),
            None,
        )
        if bill is None:
            return False
        at = self._places[id(bill)]
        behind = self._item(at + 2)
        if isinstance(behind, FigureItem) and self._items[at + 1].value in {"of", "for"}:
            # "The bill | of | £94,000 for the clock will be met"
            if not predicate.subject_figures and predicate.group.voice == "passive":
                predicate.subject_figures = [behind]
            return True
        figures = predicate.subject_figures or any(one.figures for one in predicate.segments)
        return bool(figures)

    def _leaves_to(self, predicate: Predicate) -> bool:
        """Whether a sum alone is left to somebody: "left Kestrel £3m", not "left it £3m short"."""
        figure = next(iter(predicate.segments[0].figures), None)
        if figure is None or is_share(figure) or not self._is_direct(figure, predicate):
            return False
        behind = self._item(self._places[id(figure)] + 1)
        return self._has_company(predicate) and (behind is None or behind.value in {".", ",", ";"})

    def _outdoes(self, predicate: Predicate, lemma: str) -> bool:
        """Whether somebody gets a company that others wanted too, for a sum."""
        if not predicate.segments[0].figures or predicate.group.voice == "passive":
            return False
        if lemma in _BEATING and self._is_to_somebody(predicate):
            return True
        won = lemma in _WINNING and not _AUCTIONS.isdisjoint(self._objects(predicate))
        return won and self._is_for_somebody(predicate)

    def _lets_or_rents(self, predicate: Predicate) -> bool:
        """Whether either may be the tenant: "loue le terrain à K"."""
        verb = predicate.group.verb
        louer = verb is not None and verb.lemma == "louer" and predicate.group.voice == "active"
        return louer and self._is_to_somebody(predicate)

    def _customer_of(self, segment: Segment) -> list[Filler]:
        """Whose order or contract is won, told as one word with it: "wins $4m Kestrel order"."""
        return [
            Filler(item.compound, item)
            for argument in segment.arguments
            if not argument.role
            for item in argument.targets
            if isinstance(item, Phrase)
            and item.compound is not None
            and item.compound.kind == "party"
            and self._nouns.get(item.value, ("",))[0] in {"order", "contract"}
        ]

    @staticmethod
    def _is_of_a_court(predicate: Predicate) -> bool:
        """Whether a court or who winds a company up sells it, and is paid nothing himself."""
        return any(
            isinstance(item, Phrase) and item.name is None and not _COURTS.isdisjoint(item.words)
            for item in predicate.subject
        )

    def _is_placed(self, predicate: Predicate) -> bool:
        """Whether a contract or an order is what is passed by one to another."""
        told = [item for item in predicate.subject if isinstance(item, Phrase)]
        return any(
            self._nouns.get(word, ("",))[0] in {"contract", "order"}
            for item in told
            for word in item.words
        )

    def _of_a_sum(self, predicate: Predicate) -> bool:
        """Whether the sum of a verb stands behind "de"."""
        figure = next(iter(predicate.segments[0].figures), None)
        before = self._item(self._places[id(figure)] - 1) if figure is not None else None
        return before is not None and before.value == "of"

    def _moves_over(self, predicate: Predicate) -> bool:
        """Whether what is somebody's goes over to another one, as a stake or for a sum."""
        figure = next((one for one in predicate.segments[0].figures if not is_share(one)), None)
        active = predicate.group.voice == "active"
        if not self._is_to_somebody(predicate) or (active and self._objects(predicate)):
            return False  # "A passé commande à K pour 4 millions"
        stakes = any(
            isinstance(item, Phrase) and _HELD & {*item.words} for item in predicate.subject
        ) or any(map(is_share, predicate.subject_figures))
        return stakes or (figure is not None and self._exchanged_for(figure))

    def _parts_with(self, figure: FigureItem, predicate: Predicate) -> bool:
        """Whether a sum is the object: "parted with $4 million", not "its $4 million stake"."""
        return self._is_direct(figure, predicate) and not any(
            isinstance(item, Phrase) and item.figure is figure for item in self._items
        )

    def _fined(self, predicate: Predicate) -> str:
        """The frame of a verb that has a fine with it: imposed on somebody, or got by somebody."""
        verb = predicate.group.verb
        figures = any(segment.figures for segment in predicate.segments)
        if verb is not None and verb.lemma in _SANCTIONING:
            return "fine" if figures else ""
        if verb is not None and verb.lemma == "écoper" and figures:
            return "fined"
        if verb is None or (verb.lemma not in _FINING and verb.lemma not in _BEING_FINED):
            return ""
        told = [
            target
            for segment in predicate.segments
            for argument in segment.arguments
            for target in argument.targets
        ]
        if predicate.group.voice == "passive":
            told += predicate.subject
        phrases = [one for one in told if isinstance(one, Phrase)]
        if not any(_FINES.intersection(one.words) for one in phrases):
            return ""
        return "fine" if verb.lemma in _FINING else "fined"

    def _is_hired(self, predicate: Predicate) -> bool:
        """Whether somebody is picked to do something: "picked Kestrel to run its buses"."""
        verb = predicate.group.verb
        if verb is None or (verb.lemma not in _HIRING and predicate.group.frame != "hire"):
            return False  # "Signed up Kestrel to lay its cables", not "signed a loan"
        if any(other.governor is predicate and other.group.frame in {"buy", "take"}
               for other in self._predicates):  # fmt: skip
            return False  # "A été choisi pour reprendre Kestrel"
        if any(
            argument.role == "for" and self._nouns.get(word, ("",))[0] == "contract"
            for argument in predicate.arguments
            for target in argument.targets
            if isinstance(target, Phrase)
            for word in target.words
        ):
            return True  # "Retenu par Kestrel pour un contrat de 4 millions"
        for argument in predicate.arguments:
            thing = argument.targets[-1]
            before = self._item(argument.place - 2)
            if (
                isinstance(thing, Phrase)
                and isinstance(thing.figure, FigureItem)
                and self._nouns.get(thing.value, ("",))[0] in {"contract", "order"}
                and before is not None
                and before.value == "for"
            ):
                return True  # "Has chosen Kestrel for a | £60m | contract"
        return any(
            other.governor is predicate and other.group.form == "infinitive"
            for other in self._predicates
        )

    def _drawn(self, predicate: Predicate) -> bool:
        """Whether money is drawn from a loan: "drew $120 million from a credit line"."""
        return any(
            set(target.words) & (_SECURED | _LINES)
            for argument in predicate.arguments
            if argument.role
            for target in argument.targets
            if isinstance(target, Phrase)
        )

    def _paper(self, predicate: Predicate) -> bool:
        """Whether a figure is one of bonds or shares: "500 millions d'euros d'obligations"."""
        return self._counts(predicate, _PAPER)

    @staticmethod
    def _counts(predicate: Predicate, nouns: frozenset[str]) -> bool:
        """Whether the figure of a verb is one of some things: "750 millions d'euros d'ordres"."""
        return any(
            set(target.words) & nouns
            for argument in predicate.arguments
            if argument.role == "of" and isinstance(argument.head, FigureItem)
            for target in argument.targets
            if isinstance(target, Phrase)
        )

    def _with_a_sum(self, predicate: Predicate) -> bool:
        """Whether money is given: "supported it with 35 million euros", not with words."""
        for figure in predicate.segments[0].figures[:1]:
            at = self._places[id(figure)]
            before, paper = self._item(at - 1), self._item(at - 2)
            if before is not None and before.value == "with":
                return True
            cheque = isinstance(paper, Phrase) and _CHEQUES.intersection(paper.words)
            if cheque and (with_ := self._item(at - 3)) is not None and with_.value == "with":
                return True
        return False

    def _transferred(self, predicate: Predicate) -> bool:
        """Whether a player is signed: "signed the striker from K for €38 million"."""
        roles = [argument.role for argument in predicate.arguments]
        if "from" not in roles or "" not in roles or "with" in roles:
            return False
        figures = predicate.segments[0].figures[:1]
        if not figures:
            return any(
                argument.role == "for" and _FEES.intersection(target.words)
                for argument in predicate.arguments
                for target in argument.targets
                if isinstance(target, Phrase)
            )
        return any(self._exchanged_for(one) for one in figures)

    def _is_no_money(self, predicate: Predicate, words: set[str], *, direct: bool) -> bool:
        """Whether what somebody gets is a leave to do something: "obtained the go-ahead to"."""
        return not direct and bool(words & _LEAVES) and not self._had_for_a_sum(predicate)

    def _had_for_a_sum(self, predicate: Predicate) -> bool:
        """Whether a thing is got for money: "For $50 million, K gets the docks of N"."""
        things = [one for one in predicate.arguments if not one.role]
        thing = things[0].targets[0] if things else None
        if predicate.group.voice == "passive":
            things, thing = [], next(iter(predicate.subject), None)
        if not isinstance(thing, Phrase):
            return False
        if things[1:] and things[1].place == things[0].place + len(things[0].targets):
            return False  # "Secured Kestrel a loan"
        named = thing.name is not None and thing.name.kind in _COMPANIES
        if not thing.words and (not named or self._heads_a_list(thing)):
            return False
        if set(thing.words) & (self._nouns.keys() | _MONEY | _TENDERS):
            return False
        return any(self._exchanged_for(one) for one in predicate.segments[0].figures[:1])

    def _brings_somebody(self, predicate: Predicate) -> bool:
        """Whether money is brought to somebody by another one: "brings K 9 million from N"."""
        figure = next(iter(predicate.segments[0].figures), None)
        roles = [argument.role for argument in predicate.arguments]
        return (
            figure is not None
            and not is_share(figure)
            and self._is_direct(figure, predicate)
            and "" in roles
            and "from" in roles
        )

    def _leaves_money(self, predicate: Predicate) -> bool:
        """Whether money is left to somebody: "has left $80 million to Kestrel"."""
        figure = next(iter(predicate.segments[0].figures), None)
        return (
            figure is not None
            and not is_share(figure)
            and self._item(self._places[id(figure)] - 1) is predicate.group
            and any(argument.role in {"to", "for"} for argument in predicate.arguments)
        )

    @staticmethod
    def _objects(predicate: Predicate) -> set[str]:
        """The words of what a verb is done to."""
        return {
            word
            for argument in predicate.arguments
            if not argument.role
            for target in argument.targets
            if isinstance(target, Phrase)
            for word in target.words
        }

    def _gets_money(self, predicate: Predicate) -> bool:
        """Whether money is the object of a verb, and comes from somebody."""
        direct = any(
            self._is_direct(figure, predicate) and not is_share(figure)
            for figure in predicate.segments[0].figures[:1]
        )
        things = any(
            not one.role and isinstance(one.targets[0], Phrase) and one.targets[0].name is not None
            for one in predicate.arguments
        )
        return direct and not things

    def _is_from_somebody(self, predicate: Predicate) -> bool:
        """Whether a complement with "from" names a party."""
        return bool(self._fillers.named_by("from", predicate))

    def _is_licensed(self, predicate: Predicate, words: set[str]) -> bool:
        """Whether somebody takes a licence from another one."""
        return bool(words & {"licence", "license"}) and self._is_from_somebody(predicate)

    def _in_a_will(self, predicate: Predicate) -> bool:
        """Whether money is left to somebody by who has died: "left K £250,000 in its will"."""
        return bool(predicate.segments[0].figures) and any(
            argument.role == "in" and _WILLS.intersection(target.words)
            for argument in predicate.arguments
            for target in argument.targets
            if isinstance(target, Phrase)
        )

    def _has_company(self, predicate: Predicate) -> bool:
        """Whether a company is what a verb is done to."""
        objects = [one.targets[0] for one in predicate.arguments if not one.role]
        told = predicate.subject if predicate.group.voice == "passive" else objects
        return any(
            isinstance(one, Phrase) and one.name is not None and one.name.kind in _COMPANIES
            for one in told
        )

    def _has_thing(self, predicate: Predicate) -> bool:
        """Whether a company is what a verb is done to, or something that it owns."""
        return self._has_company(predicate) or bool(
            self._objects(predicate) & (ASSET_NOUNS["en"] | {"arm", "tower", "hotel"})
        )

    def _lets_go(self, predicate: Predicate) -> bool:
        """Whether "go" stands behind the object of a verb: "let its tower go to Kestrel for"."""
        figure = self._places[id(predicate.segments[0].figures[-1])]
        return any(item.value == "go" for item in self._items[predicate.place : figure])

    def _heads_a_list(self, thing: Phrase) -> bool:
        """Whether more is told behind a comma than a name: "K, two ships and a warehouse"."""
        at = self._places[id(thing)]
        comma, other, joint = (self._item(at + step) for step in (1, 2, 3))
        return (
            comma is not None
            and comma.value == ","
            and isinstance(other, Phrase)
            and joint is not None
            and joint.kind == "conjunction"
        )

    def _exchanged_for(self, figure: FigureItem) -> bool:
        at = self._places[id(figure)]
        before, fee, link = (self._item(at - step) for step in (1, 2, 3))
        if before is not None and before.value in {"for", "amount", "exchange"}:
            return True
        if before is not None and before.value == "worth" and isinstance(fee, Phrase):
            return bool(_DEALS.intersection(fee.words))  # "In a deal worth $4 million"
        if before is not None and before.value == "in":
            behind = self._item(at + 1)
            return isinstance(behind, Phrase) and bool(_DEALS.intersection(behind.words))
        if before is not None and before.value == "of" and isinstance(fee, Phrase):
            bidding = link is not None and link.value == "with"
            if bidding and _BIDS.intersection(fee.words):
                return True  # "Secured the vase with a winning bid of £2.2m"
        return (
            before is not None
            and before.value == "of"
            and isinstance(fee, Phrase)
            and bool(_FEES.intersection(fee.words))
            and link is not None
            and link.value in {"for", "amount"}
        )  # "Landed the winger for a fee of 14 million"

    def _bids(self, predicate: Predicate) -> bool:
        """Whether money is offered for something: "offered $4 million for Kestrel"."""
        return any(
            segment.figures
            and self._is_direct(segment.figures[0], predicate)
            and any(argument.role == "for" for argument in segment.arguments)
            for segment in predicate.segments
        )

    def _exchanged(self, predicate: Predicate) -> bool:
        """Whether a figure is what something is given for: "in exchange for $48 million"."""
        for segment in predicate.segments[:1]:
            for figure in segment.figures[:1]:
                at = self._places[id(figure)]
                before = self._items[at - 1] if at else None
                if before is not None and before.value in {"for", "exchange", "amount", "against"}:
                    return True
        return False

    def _supplies_money(self, predicate: Predicate) -> bool:
        """Whether what is provided is money: "provide X with a credit facility"."""
        return any(
            set(target.words) & _MONEY
            for argument in predicate.arguments
            if argument.role in {"with", ""}
            for target in argument.targets
            if isinstance(target, Phrase) and target.name is None
        )

    def _is_direct(self, figure: FigureItem, predicate: Predicate) -> bool:
        """Whether a figure is the object of a verb, without a preposition."""
        at = self._places[id(figure)]
        if figure in predicate.subject_figures or at < predicate.place:
            # "In exchange for £4m, K …", "Pour 4 millions, K livrera deux navires"
            return not self._exchanged_for(figure)
        if at > 1 and self._items[at - 1].kind == "date":
            at -= 1  # "a versé lundi 4 millions"
        before = self._items[at - 1] if at else None
        if before is None:
            return False
        if before is predicate.group or before.kind == "conjunction":
            return True
        if before.kind in {"phrase", "pronoun"}:
            at = self._places[id(before)]
            opened = self._items[at - 1] if at else None
            if opened is None or opened.kind != "preposition":
                return True
            # "A versé à Kestrel 4 millions": the recipient stands between.
            verb = self._items[at - 2] if at > 1 else None
            if verb is not None and verb.kind == "date" and at > _TWO:
                verb = self._items[at - 3]  # "A versé lundi à Kestrel 4 millions"
            return opened.value == "to" and verb is predicate.group
        return before.kind == "sign" and before.value == ","

    def _goods_follow(self, figure: FigureItem) -> bool:
        at = self._places[id(figure)] + 1
        return (
            at < len(self._items)
            and self._items[at].kind == "preposition"
            and self._items[at].value in {"of", "worth"}
        )

    def _contract(self, reading: EventReading) -> None:
        predicate = reading.predicate
        assert predicate is not None
        segment = reading.segment or predicate.segments[0]
        try:
            subject = self._fillers.targets(predicate.subject, strict=False)
            if predicate.group.voice == "passive":
                subject = self._fillers.prepositional("by", segment, predicate)
            partner = self._fillers.prepositional("with", segment, predicate)
            between = self._fillers.prepositional("between", segment, predicate)
        except MissingPartyError:
            return
        reading.parties = [*subject, *partner, *between]
        goal = self.goal(predicate)
        if goal == "supply" and subject and partner:
            reading.payers, reading.payees, reading.parties = partner, subject, []
            return
        buys = goal == "buy" or (not goal and not between and self._signs_for_goods(reading))
        if buys and subject and partner:
            reading.payers, reading.payees, reading.parties = subject, partner, []

    def _signs_for_goods(self, reading: EventReading) -> bool:
        """As in "has signed with Kestrel for processors worth $11 billion": an order."""
        segment = reading.segment
        if segment is None or not reading.figures or reading.predicate is None:
            return False
        if any(self._nouns.get(word, ("",))[0] for word in self._objects(reading.predicate)):
            return False  # "Signed a contract with K for 40 buses": either may buy them.
        at = self._places[id(reading.figures[0])]
        if at < 2 or self._items[at - 1].value not in {"worth", "of", "amount"}:
            return False
        goods = self._items[at - 2]
        return (
            any(
                argument.role == "for" and goods in argument.targets
                for argument in segment.arguments
            )
            and isinstance(goods, Phrase)
            and not set(goods.words) & (self._nouns.keys() | _JOINT)
        )

    def goal(self, predicate: Predicate) -> str:
        """What the first of two parties of a contract does for the other: supplies, or buys."""
        for other in self._predicates:
            if (
                other.governor is predicate
                and other.group.form == "infinitive"
                and other.group.verb
            ):
                lemma = other.group.verb.lemma
                if lemma in _SUPPLIES:
                    return "supply"
                if lemma in _USES:
                    return "buy"
        return ""
