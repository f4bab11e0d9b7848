"""Which frame a verb has by what stands with it: "take" is to buy a stake, or to get money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.clauses import verb_classes as classes
from tui.language.clauses.event_nouns import NOUN_FRAMES
from tui.proof.events.fillers import FUND_NOUNS, STAKE_NOUNS, is_share
from tui.proof.events.syntax.items import FigureItem, Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.events.syntax.items import Item
    from tui.proof.events.syntax.predicates import Predicate
    from tui.proof.events.verb_arguments import VerbArguments

_HELD = STAKE_NOUNS | {"ownership", "propriété"}


class VerbFrames:
    """Tells the frames of the verbs of one sentence."""

    def __init__(
        self,
        items: Sequence[Item],
        predicates: Sequence[Predicate],
        arguments: VerbArguments,
        language: str,
    ) -> None:
        """Keep what was found in the sentence, and what stands with its verbs."""
        self._items, self._predicates, self._args = items, predicates, arguments
        self._nouns = NOUN_FRAMES[language]

    def frame_of(self, predicate: Predicate) -> str:
        """The frame of a verb as its object allows: "took a stake", not "took a seat"."""
        group = predicate.group
        name = group.frame
        if group.lemmas == ("devoir",) and any(
            self._args.is_direct(figure, predicate) for figure in predicate.segments[0].figures[:1]
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
        if group.reflexive or group.verb.lemma in classes.OF_OTHER_SIDE:
            name = self._to_whom(predicate, name)
            if name != group.frame:
                return name
        direct = any(
            self._args.is_direct(figure, predicate)
            for segment in predicate.segments
            for figure in segment.figures
        ) or bool(predicate.subject_figures)
        if self._moves_nothing(predicate, direct=direct):
            return ""
        words = predicate.object_words
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
        contract = bool(
            words
            & (
                self._nouns.keys()
                | classes.ENTRUSTED
                | classes.SUMS
                | classes.TENDERS
                | classes.COMMISSIONS
            )
        )
        if name == "take" and not (words & STAKE_NOUNS or (direct and shares)):
            # "Prend une licence auprès de K"
            return "buy" if self._is_licensed(predicate, words) else ""
        placed = any(argument.role in {"of", "to", "from"} for argument in predicate.arguments)
        if name in {"raise", "sell", "win"} and direct and shares and not words and not placed:
            return ""
        if name == "subscribe" and words & classes.SECURED:
            # "A souscrit un emprunt auprès de K"
            return "borrow"
        if group.verb.lemma == "confier":
            return name  # A work is entrusted to who is paid for it, whatever it costs.
        if name in {"give", "put", "go"} and self._args.exchanged(predicate):
            handed = self._handed_for_a_sum(predicate, name, words, direct=direct)
            if handed:
                return handed
        unpriced = (name == "relieve" and not self._args.exchanged(predicate)) or (
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
        if getting and words & classes.SOLD:
            return "take"  # "A obtenu de K la cession de douze magasins"
        if getting and self._args.had_for_a_sum(predicate):
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
        if name == "raise" and (
            words & classes.NOT_RAISED or self._counts(predicate, classes.NOT_RAISED)
        ):
            return ""
        if name == "borrow" and group.verb.lemma in classes.DRAWING and not self._drawn(predicate):
            return ""
        if group.verb.lemma in classes.PLACING_PAPER and self._paper(predicate) and direct:
            # "Placed $500 million of bonds with investors": it raised them.
            return "raise"
        if group.verb.lemma in classes.SIGNED_FROM_CLUB and self._transferred(predicate):
            return "buy"
        if name == "lead" and not words & (FUND_NOUNS | classes.LED):
            return ""
        if name == "lead" and group.form == "participle" and words & classes.GROUPS - FUND_NOUNS:
            # "A consortium led by C" does what another verb says.
            return ""
        if group.verb.lemma == "support" and not self._args.with_a_sum(predicate):
            return ""
        if name == "back" and group.voice == "passive" and words & classes.SECURED:
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
        if name == "give" and words & classes.WORKS:
            return "give"  # "Handed the work to Kestrel at a cost of": who does it is paid.
        if direct:
            return ""
        if name == "give":
            contract = words & (
                self._nouns.keys() | classes.ENTRUSTED | classes.SUMS | classes.TENDERS
            )
            return "" if contract and not words & STAKE_NOUNS else "sell"
        # "A remis l'usine à Kestrel contre 4 millions"
        return "sell" if self._args.is_to_somebody(predicate) else ""

    def _to_whom(self, predicate: Predicate, name: str) -> str:
        """The frame of a verb that means another thing by whom it is done to, or for oneself."""
        verb, reflexive = predicate.group.verb, predicate.group.reflexive
        lemma = verb.lemma if verb is not None else ""
        if reflexive and lemma == "payer":
            return "buy"
        reflexive = reflexive and not self._args.has_it_done(predicate)
        if reflexive and lemma in classes.FOR_ONESELF:
            return "buy" if self._args.exchanged(predicate) else ""
        if reflexive and lemma in classes.STOCKING_UP:
            return "order"
        if reflexive and lemma in {"refinancer", "financer"}:
            return "raise"
        if reflexive and lemma in {"vendre", "revendre"}:
            # "S'est vendu à K", but "se vend bien"
            return name if self._args.is_to_somebody(predicate) else ""
        if lemma in classes.LETTING and self._args.is_to_somebody(predicate):
            # "Louer à" is to rent from somebody, or to let to him what is one's own.
            return "sell" if lemma != "louer" or self._args.is_own(predicate) else name
        if lemma in classes.COMPENSATING and not self._args.is_to_somebody(predicate):
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
        before = self._args.item(self._args.place_of(figure) - 1)
        value = before.value if before is not None else ""
        if verb.lemma == "partir":
            return "go" if value in {"for", "to", "amount", "against"} else ""
        if value in {"for", "amount", "against"}:
            entrusted = any(
                isinstance(item, Phrase) and (classes.ENTRUSTED | classes.TENDERS) & {*item.words}
                for item in predicate.subject
            )
            return "fall" if entrusted else "go"
        return "fall" if self._args.is_direct(figure, predicate) else ""

    def _entry(self, predicate: Predicate, words: set[str]) -> str:
        """The frame of "entrer" where it is into a company, for a sum or a share of it."""
        if not any(segment.figures for segment in predicate.segments):
            return ""
        if predicate.group.lemmas[:-1][-1:] == ("faire",):
            return "admit"  # "A fait entrer N à son capital"
        return "enter"

    def _moves_nothing(self, predicate: Predicate, *, direct: bool) -> bool:
        """Whether a colloquial verb has no sum: "lâche l'affaire", "laisse 4 millions de dettes".

        But "laisse la maison à son directeur contre 4 millions".
        """
        lemma = predicate.group.verb.lemma if predicate.group.verb is not None else ""
        if lemma == "laisser":
            return direct or not self._args.exchanged(predicate)
        if lemma == "hire":
            return not direct and not predicate.arguments  # "Kestrel can hire"
        return lemma in classes.LAYING_OUT and not direct

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
        money = bool(figures) and not self._args.goods_follow(figures[0])
        mention = figures[0].mention if figures else None
        paid = mention is not None and mention.kind == "money"
        if lemma in classes.GIVING_UP and paid and self._args.is_direct(figures[0], predicate):
            return "give" if self._args.is_to_somebody(predicate) else None
        if lemma in classes.BORROWING and predicate.object_words & classes.SECURED:
            return "borrow"  # "A contracté un emprunt auprès de K"
        works = lemma in classes.WORKING and not predicate.group.frame  # "Lay", not "lay out"
        if works and bool(figures) and self._args.is_for_somebody(predicate):
            return "work"  # "Will rebuild the bridge for K at a cost of 4 million"
        if lemma in classes.MOVING and self._moves_over(predicate):
            return "move"  # "A stake in K passed from F to N", "transferred from F to N for"
        if self._outdoes(predicate, lemma):
            return "auction"  # "Won the auction for Kestrel", "beat two rivals to Kestrel"
        if lemma == "passer" and self._is_placed(predicate):
            return "order"  # "Le contrat passé par N à K"
        if lemma in classes.ENDOWING and money and self._args.of_a_sum(predicate):
            return "back"  # "Gratifie Kestrel de 300 000 euros"
        if lemma in classes.PRESENTING and money and self._args.with_a_sum(predicate):
            return "back"  # "Presented it with a cheque for 4 million"
        if lemma in {"become", "devenir"} and not figures:
            return ""  # "May become the owner of Kestrel": with a price it buys it.
        if lemma in classes.BRINGING and self._brings_somebody(predicate):
            return "bring"
        if lemma == "settle" and self._args.exchanged(predicate):
            return "settle"  # "Settled with Kestrel for 4 million": either may have sued.
        if lemma in classes.APPROVING and self._leaves_money(predicate):
            return "give"  # "Have approved 2 million for Kestrel"
        if lemma == "leave" and self._leaves_money(predicate):
            return "give"
        if lemma == "leave" and (self._in_a_will(predicate) or self._leaves_to(predicate)):
            return "give"
        taking = lemma in classes.TAKING_MONEY and self._args.gets_money(predicate)
        if taking and self._args.is_from_somebody(predicate):
            return "receive"  # "Took 12 million from Kestrel", "has attracted 6 million from"
        told = bool(figures) and not self._args.is_direct(figures[0], predicate)
        if lemma == "throw" and "lifeline" in predicate.object_words:
            return "give"
        if lemma in classes.ENDOWING:
            return "back" if figures and self._args.has_company(predicate) else ""
        if lemma in classes.GETTING_BACK and not any(
            argument.role == "from" for argument in predicate.arguments
        ):
            return ""
        if lemma in {"mobiliser"} and money:
            return "raise" if any(one.role == "from" for one in predicate.arguments) else ""
        if lemma in classes.TAKING_IN and told and self._args.has_company(predicate):
            return "buy"  # "Is adding Kestrel in a deal worth 4 million"
        if lemma in classes.TAKING_IN and self._args.had_for_a_sum(predicate):
            return "buy"  # "Added Kestrel to its stable for 4 million"
        if lemma == "foot" and money and self._args.is_direct(figures[0], predicate):
            return "spend"  # "Footing the £4m a year on its shirts"
        if lemma in classes.PICKING_UP | classes.FOOTING and self._bills(predicate):
            return "spend"  # "Picked up the 21 million bill", "will be met by Kestrel"
        if (
            lemma in classes.PICKING_UP
            and predicate.group.frame == "buy"
            and self._args.gets_money(predicate)
        ):
            return "receive"  # "Picked up $26 million in seed funding", not a company.
        if lemma == "part" and not (money and self._args.parts_with(figures[0], predicate)):
            return "sell"  # "Parted with its ferries for $4 million", not with $4 million.
        if (
            lemma in classes.SHEDDING
            and self._args.exchanged(predicate)
            and (self._args.has_thing(predicate) or self._args.is_to_somebody(predicate))
        ):
            return "sell"  # "Shed Kestrel for 4 million", "hived off its bakery arm"
        if lemma in classes.AMASSING and figures and predicate.object_words & STAKE_NOUNS:
            return "take"  # "Built a 9% stake in Kestrel for £12m"
        if (
            lemma == "fall"
            and self._args.exchanged(predicate)
            and self._args.is_to_somebody(predicate)
        ):
            return "go"  # "Kestrel fell to Nordwind for £48m"
        if lemma == "let" and figures and self._lets_go(predicate):
            return "sell"  # "Let its 8% holding go for 310 million"
        if (
            lemma == "let"
            and self._args.exchanged(predicate)
            and self._args.is_to_somebody(predicate)
        ):
            return "sell"  # "Let its depot to Kestrel for 4 million"
        if lemma == "absorb" and not self._args.has_company(predicate):
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
            (
                one
                for one in told
                if isinstance(one, Phrase) and not classes.BILLS.isdisjoint(one.words)
            ),
            None,
        )
        if bill is None:
            return False
        at = self._args.place_of(bill)
        behind = self._args.item(at + 2)
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
        if figure is None or is_share(figure) or not self._args.is_direct(figure, predicate):
            return False
        behind = self._args.item(self._args.place_of(figure) + 1)
        return self._args.has_company(predicate) and (
            behind is None or behind.value in {".", ",", ";"}
        )

    def _outdoes(self, predicate: Predicate, lemma: str) -> bool:
        """Whether somebody gets a company that others wanted too, for a sum."""
        if not predicate.segments[0].figures or predicate.group.voice == "passive":
            return False
        if lemma in classes.BEATING and self._args.is_to_somebody(predicate):
            return True
        won = lemma in classes.WINNING and not classes.AUCTIONS.isdisjoint(predicate.object_words)
        return won and self._args.is_for_somebody(predicate)

    def _is_placed(self, predicate: Predicate) -> bool:
        """Whether a contract or an order is what is passed by one to another."""
        told = [item for item in predicate.subject if isinstance(item, Phrase)]
        return any(
            self._nouns.get(word, ("",))[0] in {"contract", "order"}
            for item in told
            for word in item.words
        )

    def _moves_over(self, predicate: Predicate) -> bool:
        """Whether what is somebody's goes over to another one, as a stake or for a sum."""
        figure = next((one for one in predicate.segments[0].figures if not is_share(one)), None)
        active = predicate.group.voice == "active"
        if not self._args.is_to_somebody(predicate) or (active and predicate.object_words):
            return False  # "A passé commande à K pour 4 millions"
        stakes = any(
            isinstance(item, Phrase) and _HELD & {*item.words} for item in predicate.subject
        ) or any(map(is_share, predicate.subject_figures))
        return stakes or (figure is not None and self._args.exchanged_for(figure))

    def _fined(self, predicate: Predicate) -> str:
        """The frame of a verb that has a fine with it: imposed on somebody, or got by somebody."""
        verb = predicate.group.verb
        figures = any(segment.figures for segment in predicate.segments)
        if verb is not None and verb.lemma in classes.SANCTIONING:
            return "fine" if figures else ""
        if verb is not None and verb.lemma == "écoper" and figures:
            return "fined"
        if verb is None or (
            verb.lemma not in classes.FINING and verb.lemma not in classes.BEING_FINED
        ):
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
        if not any(classes.FINES.intersection(one.words) for one in phrases):
            return ""
        return "fine" if verb.lemma in classes.FINING else "fined"

    def _is_hired(self, predicate: Predicate) -> bool:
        """Whether somebody is picked to do something: "picked Kestrel to run its buses"."""
        verb = predicate.group.verb
        if verb is None or (verb.lemma not in classes.HIRING and predicate.group.frame != "hire"):
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
            before = self._args.item(argument.place - 2)
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
            set(target.words) & (classes.SECURED | classes.LINES)
            for argument in predicate.arguments
            if argument.role
            for target in argument.targets
            if isinstance(target, Phrase)
        )

    def _paper(self, predicate: Predicate) -> bool:
        """Whether a figure is one of bonds or shares: "500 millions d'euros d'obligations"."""
        return self._counts(predicate, classes.PAPER)

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

    def _transferred(self, predicate: Predicate) -> bool:
        """Whether a player is signed: "signed the striker from K for €38 million"."""
        roles = [argument.role for argument in predicate.arguments]
        if "from" not in roles or "" not in roles or "with" in roles:
            return False
        figures = predicate.segments[0].figures[:1]
        if not figures:
            return any(
                argument.role == "for" and classes.FEES.intersection(target.words)
                for argument in predicate.arguments
                for target in argument.targets
                if isinstance(target, Phrase)
            )
        return any(self._args.exchanged_for(one) for one in figures)

    def _is_no_money(self, predicate: Predicate, words: set[str], *, direct: bool) -> bool:
        """Whether what somebody gets is a leave to do something: "obtained the go-ahead to"."""
        return (
            not direct and bool(words & classes.LEAVES) and not self._args.had_for_a_sum(predicate)
        )

    def _brings_somebody(self, predicate: Predicate) -> bool:
        """Whether money is brought to somebody by another one: "brings K 9 million from N"."""
        figure = next(iter(predicate.segments[0].figures), None)
        roles = [argument.role for argument in predicate.arguments]
        return (
            figure is not None
            and not is_share(figure)
            and self._args.is_direct(figure, predicate)
            and "" in roles
            and "from" in roles
        )

    def _leaves_money(self, predicate: Predicate) -> bool:
        """Whether money is left to somebody: "has left $80 million to Kestrel"."""
        figure = next(iter(predicate.segments[0].figures), None)
        return (
            figure is not None
            and not is_share(figure)
            and self._args.item(self._args.place_of(figure) - 1) is predicate.group
            and any(argument.role in {"to", "for"} for argument in predicate.arguments)
        )

    def _is_licensed(self, predicate: Predicate, words: set[str]) -> bool:
        """Whether somebody takes a licence from another one."""
        return bool(words & {"licence", "license"}) and self._args.is_from_somebody(predicate)

    def _in_a_will(self, predicate: Predicate) -> bool:
        """Whether money is left to somebody by who has died: "left K £250,000 in its will"."""
        return bool(predicate.segments[0].figures) and any(
            argument.role == "in" and classes.WILLS.intersection(target.words)
            for argument in predicate.arguments
            for target in argument.targets
            if isinstance(target, Phrase)
        )

    def _lets_go(self, predicate: Predicate) -> bool:
        """Whether "go" stands behind the object of a verb: "let its tower go to Kestrel for"."""
        figure = self._args.place_of(predicate.segments[0].figures[-1])
        return any(item.value == "go" for item in self._items[predicate.place : figure])

    def _bids(self, predicate: Predicate) -> bool:
        """Whether money is offered for something: "offered $4 million for Kestrel"."""
        return any(
            segment.figures
            and self._args.is_direct(segment.figures[0], predicate)
            and any(argument.role == "for" for argument in segment.arguments)
            for segment in predicate.segments
        )

    def _supplies_money(self, predicate: Predicate) -> bool:
        """Whether what is provided is money: "provide X with a credit facility"."""
        return any(
            set(target.words) & classes.MONEY
            for argument in predicate.arguments
            if argument.role in {"with", ""}
            for target in argument.targets
            if isinstance(target, Phrase) and target.name is None
        )
