"""Verbs of press sentences about money: who pays whom, and what a verb does to another one.

A verb that moves money has a *frame*: the arguments in which the payer and the payee stand, best
first. An argument is `subject`, `object`, `recipient` (of two objects the first: "paid Vestra $18
million") or a preposition by its sense: `to` (to; à, au), `from` (from; auprès de, de la part de),
`of` (of; de), `in` (in, into; dans), `at` (at; chez), `with`, `for`, `on`, `by`. The money goes
from investor to company, from buyer to seller (or to what is bought where no seller is named), from
customer to supplier, from lender to borrower.

A verb that governs another one has a *stance* towards it: whether the other is planned, agreed to,
talked about, denied or called off.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from tui.language.clauses.conjugation import english_forms, french_forms

if TYPE_CHECKING:
    from tui.language.clauses.conjugation import Tense

Stance: TypeAlias = Literal[
    "plan",
    "agree",
    "talk",
    "offer",
    "expect",
    "deny",
    "cancel",
    "speech",
    "achieve",
    "announce",
    "",
]


class CaseFrame(NamedTuple):
    """Where the payer and the payee of a verb stand, best argument first."""

    payer: tuple[str, ...]
    payee: tuple[str, ...]


class Verb(NamedTuple):
    """A verb: its lemma, the name of its frame and its stance, either may be empty."""

    lemma: str
    frame: str
    stance: Stance


class VerbForm(NamedTuple):
    """What one written form may be."""

    verb: Verb
    tense: Tense


_S = ("subject",)
FRAMES: dict[str, dict[str, CaseFrame]] = {
    "en": {
        "invest": CaseFrame(_S, ("in", "behind", "to")),
        "put": CaseFrame(_S, ("in", "behind", "to", "on", "at", "stake", "for")),
        "back": CaseFrame(_S, ("object", "owner")),
        "buy": CaseFrame(_S, ("from", "owner", "object", "in")),
        "take": CaseFrame(_S, ("from", "in")),
        "sell": CaseFrame(("to", "recipient"), ("subject", "owner", "object")),
        "raise": CaseFrame(("from", "by"), _S),
        "lead": CaseFrame(_S, ("in", "for", "owner")),
        "lend": CaseFrame(_S, ("to", "recipient", "object")),
        "borrow": CaseFrame(("from",), _S),
        "give": CaseFrame(("subject", "from", "against"), ("to", "recipient", "for")),
        "pay": CaseFrame(_S, ("recipient", "to", "for", "stake", "object")),
        "spend": CaseFrame(_S, ("with", "from", "at", "on", "for")),
        "order": CaseFrame(_S, ("from", "with", "at", "owner")),
        "receive": CaseFrame(("from",), _S),
        "win": CaseFrame(("from", "with", "by"), _S),
        "supply": CaseFrame(("to", "recipient", "object"), _S),
        "issue": CaseFrame(("to",), _S),
        "subscribe": CaseFrame(_S, ("from", "by", "in")),
        "commit": CaseFrame(_S, ("to", "in", "for", "recipient")),
        "bid": CaseFrame(_S, ("for",)),
        "owe": CaseFrame(_S, ("recipient", "to")),
        "sign": CaseFrame((), ()),
        "go": CaseFrame(("to",), ("owner_of_subject", "subject")),
        "move": CaseFrame(("to",), ("from", "owner_of_subject", "subject", "object")),
        "pass": CaseFrame(("of", "to"), ("owner_of_subject", "subject")),
        "fine": CaseFrame(("object", "on", "to", "against"), _S),
        "fined": CaseFrame(_S, ("from", "by")),
        "hire": CaseFrame(_S, ("object",)),
        "relieve": CaseFrame(_S, ("object",)),
        "bill": CaseFrame(("object", "recipient"), _S),
        "auction": CaseFrame(_S, ("for", "of", "to")),
        "work": CaseFrame(("for",), _S),
        "bring": CaseFrame(("from",), ("recipient", "object")),
        "settle": CaseFrame((), ()),
    },
    "fr": {
        "invest": CaseFrame(_S, ("in", "on", "at")),
        "put": CaseFrame(_S, ("in", "on", "to", "for", "at", "stake")),
        "back": CaseFrame(_S, ("object", "owner")),
        "buy": CaseFrame(_S, ("from", "to", "owner", "object", "in")),
        "take": CaseFrame(_S, ("from", "in", "of")),
        "sell": CaseFrame(("to", "from"), ("subject", "owner", "object")),
        "raise": CaseFrame(("from", "side", "by"), _S),
        "lead": CaseFrame(_S, ("in", "owner")),
        "lend": CaseFrame(_S, ("to",)),
        "borrow": CaseFrame(("from", "to"), _S),
        "give": CaseFrame(_S, ("to", "recipient", "object", "in", "for")),
        "pay": CaseFrame(_S, ("to", "from", "recipient", "at", "for", "stake")),
        "spend": CaseFrame(_S, ("at", "from", "to", "in", "for")),
        "order": CaseFrame(_S, ("to", "from", "at", "owner")),
        "receive": CaseFrame(("from", "side", "of", "by"), _S),
        "win": CaseFrame(("from", "side", "of", "with"), _S),
        "supply": CaseFrame(("to", "object"), _S),
        "issue": CaseFrame(("to",), _S),
        "subscribe": CaseFrame(_S, ("from", "by")),
        "commit": CaseFrame(_S, ("in", "to", "at", "for")),
        "bid": CaseFrame(_S, ("for", "of")),
        "owe": CaseFrame(_S, ("to",)),
        "sign": CaseFrame((), ()),
        "enter": CaseFrame(_S, ("in", "to")),
        "go": CaseFrame(("to", "at"), ("owner_of_subject", "subject")),
        "move": CaseFrame(("to", "at"), ("of", "from", "owner_of_subject", "subject", "object")),
        "fall": CaseFrame(("of",), ("to",)),
        "pass": CaseFrame(("object", "to"), ("owner_of_subject", "subject")),
        "fine": CaseFrame(("object", "to", "against", "on"), _S),
        "fined": CaseFrame(_S, ("from", "by", "side", "of")),
        "hire": CaseFrame(_S, ("object",)),
        "relieve": CaseFrame(_S, ("object",)),
        "bill": CaseFrame(("to",), _S),
        "auction": CaseFrame(_S, ("for", "of")),
        "work": CaseFrame(("for",), _S),
        "admit": CaseFrame(("object", "to"), _S),
    },
}

_ENGLISH = """
invest reinvest : invest
pour plough plow inject reinject infuse pump sink funnel channel steer shovel throw : put
put place stake bet wager gamble deploy : put
back support fund finance bankroll sponsor subsidise subsidize capitalise : back
rescue recapitalise recapitalize refinance : back
buy purchase acquire repurchase reacquire re-acquire procure swallow gobble devour absorb : buy
annex subsume nab : buy
take : take
sell divest offload unload resell : sell
raise seek attract muster mobilise mobilize : raise
lead co-lead anchor : lead
lend loan : lend
borrow draw tap : borrow
give grant award donate gift bequeath allocate allot disburse hand dole dish : give
wire transfer extend advance send remit distribute : give
pay repay reimburse refund compensate shell fork outlay : pay
spend splash splurge lavish expend : spend
order commission reserve : order
receive get scoop collect pocket obtain secure net land nab snag grab score inherit : receive
recover recoup reclaim claw : receive
garner amass bank reap : receive
accept : receive
relieve rid : relieve
bill invoice : bill
win bag : win
supply furnish provide deliver : supply
issue float : issue
subscribe : subscribe
commit pledge promise earmark contribute devote : commit
bid offer outbid : bid
owe : owe
sign ink strike seal enter conclude clinch : sign
go : go
rent lease licence license hire charter : order
"""
_FRENCH = """
investir réinvestir : invest
injecter réinjecter placer poser miser parier apporter engager consacrer : put
affecter mettre remettre insuffler : put
financer soutenir subventionner épauler parrainer refinancer cofinancer : back
sponsoriser préfinancer doter gratifier créditer : back
renflouer recapitaliser abonder : back
acheter racheter acquérir : buy
offrir : buy
reprendre absorber croquer avaler engloutir gober dévorer : buy
annexer phagocyter : buy
prendre : take
vendre céder revendre brader fourguer : sell
lever récolter réunir rassembler ramasser collecter chercher attirer drainer : raise
mener diriger piloter conduire emmener : lead
prêter avancer : lend
emprunter tirer : borrow
accorder consentir attribuer allouer octroyer donner verser décerner : give
léguer restituer rétrocéder reverser remonter distribuer concéder laisser : give
confier notifier transférer débloquer décaisser virer : give
payer débourser régler rembourser acquitter dédommager indemniser rémunérer rétribuer : pay
lâcher aligner allonger cracher claquer sortir : pay
dépenser : spend
débarrasser délester soulager : relieve
facturer : bill
gratifier créditer : back
commander louer externaliser : order
accueillir : admit
recevoir obtenir percevoir toucher encaisser empocher sécuriser engranger glaner : receive
hériter récupérer recueillir amasser capter bénéficier profiter attirer : receive
remporter décrocher rafler emporter gagner : win
fournir livrer équiper : supply
émettre : issue
souscrire : subscribe
promettre : commit
signer parapher conclure nouer sceller : sign
entrer : enter
proposer : bid
"""
_STANCES = {
    "en": {
        "plan": (
            "plan intend aim want hope wish prepare seek "
            "mean propose look like try eye promise pledge vow"
        ),
        "agree": """
            agree undertake accept commit contract decide approve authorise authorize vote
            order compel oblige instruct condemn sentence entitle resolve consent
        """,
        "talk": "consider weigh explore discuss negotiate mull contemplate study ponder",
        "offer": "offer",
        "expect": "expect stand forecast project estimate anticipate need require",
        "deny": (
            "deny refuse decline reject rebuff dismiss dispute refute fail oppose block avoid"
        ),
        "cancel": """
            cancel scrap abandon drop terminate withdraw shelve halt scuttle scupper axe nix
            collapse suspend unwind annul
        """,
        "speech": """
            say report tell add claim note write state argue warn believe think explain reveal show
            suggest confirm disclose indicate insist stress rule
        """,
        "announce": "announce unveil",
        "achieve": "complete finalise finalize close make do execute carry manage succeed help",
    },
    "fr": {
        "plan": """
            prévoir entendre compter vouloir souhaiter projeter viser préparer espérer chercher
            apprêter ambitionner tenter proposer promettre chercher
        """,
        "agree": (
            "accepter convenir approuver autoriser valider voter"
            " condamner obliger contraindre enjoindre ordonner astreindre"
            " consentir résoudre résigner"
        ),
        "talk": "envisager étudier discuter négocier réfléchir songer lorgner explorer",
        "offer": "",
        "expect": "attendre estimer anticiper falloir devoir",
        "deny": (
            "démentir nier refuser décliner rejeter "
            "exclure contester repousser réfuter échouer bloquer empêcher dissuader"
        ),
        "cancel": """
            annuler abandonner renoncer retirer rompre résilier suspendre geler interrompre
            enterrer stopper
            capoter
        """,
        "speech": """
            dire affirmer indiquer déclarer préciser ajouter expliquer assurer rapporter révéler
            écrire
            souligner confirmer rappeler croire penser
        """,
        "announce": "annoncer dévoiler officialiser",
        "achieve": (
            "boucler finaliser achever réaliser effectuer "
            "faire clôturer procéder opérer réussir parvenir concrétiser parachever"
        ),
    },
}
LEAVING_OPEN: dict[str, frozenset[str]] = {
    "en": frozenset(
        """
        be have do go begin start continue proceed use team join partner combine move rush return
        choose elect manage get end help step club band unite beat outbid defeat pip trump overcome
        pick select appoint hire nominate
        persuade convince
        """.split()
    ),
    "fr": frozenset(
        """
        \u00eatre avoir aller venir faire pouvoir devoir commencer continuer finir achever choisir
        d\u00e9cider pr\u00e9f\u00e9rer oser servir permettre convaincre persuader associer allier
        unir utiliser aider
        """.split()
    ),
}
"""Verbs that take nothing from what they govern; how sure it is, their own forms tell."""
PARTICLES: dict[tuple[str, str], tuple[str, Stance]] = {
        ("call", "off"): ("", "cancel"), ("walk", "away"): ("", "cancel"),
        ("back", "out"): ("", "cancel"), ("pull", "out"): ("", "cancel"),
        ("rule", "out"): ("", "deny"), ("turn", "down"): ("", "deny"),
        ("shell", "out"): ("pay", ""), ("fork", "out"): ("pay", ""), ("fork", "over"): ("pay", ""),
        ("bail", "out"): ("back", ""), ("prop", "up"): ("back", ""),
        ("knock", "down"): ("sell", ""), ("cash", "in"): ("sell", ""),
        ("snap", "up"): ("buy", ""), ("gobble", "up"): ("buy", ""), ("scoop", "up"): ("buy", ""),
        ("mop", "up"): ("buy", ""), ("hoover", "up"): ("buy", ""), ("swallow", "up"): ("buy", ""),
        ("take", "over"): ("buy", ""), ("buy", "out"): ("buy", ""),
        ("pick", "up"): ("buy", ""), ("sell", "off"): ("sell", ""), ("hand", "over"): ("give", ""),
        ("put", "up"): ("put", ""), ("put", "in"): ("put", ""), ("chip", "in"): ("put", ""),
        ("set", "aside"): ("commit", ""), ("bring", "in"): ("receive", ""),
        ("pull", "in"): ("receive", ""), ("rake", "in"): ("receive", ""),
        ("haul", "in"): ("receive", ""), ("walk", "away with"): ("receive", ""),
        ("come", "away with"): ("receive", ""),
        ("shore", "up"): ("back", ""), ("dispose", "of"): ("sell", ""),
        ("become", "the owner of"): ("buy", ""), ("become", "owner of"): ("buy", ""),
        ("become", "the new owner of"): ("buy", ""), ("get", "hold of"): ("buy", ""),
        ("get", "its hands on"): ("buy", ""), ("lay", "its hands on"): ("buy", ""),
        ("get", "their hands on"): ("buy", ""), ("lay", "hands on"): ("buy", ""),
        ("step", "in with"): ("put", ""), ("come", "up with"): ("put", ""),
        ("come", "in with"): ("put", ""), ("chip", "in with"): ("put", ""),
        ("weigh", "in with"): ("put", ""), ("pitch", "in with"): ("put", ""),
        ("kick", "in"): ("put", ""), ("come", "back with"): ("bid", ""),
        ("return", "with"): ("bid", ""), ("hand", "out"): ("give", ""),
        ("see", "off"): ("", "achieve"), ("fend", "off"): ("", "achieve"),
        ("fight", "off"): ("", "achieve"), ("hold", "off"): ("", "achieve"),
        ("edge", "out"): ("", "achieve"), ("come", "knocking with"): ("bid", ""),
        ("count", "on"): ("receive", ""), ("rely", "on"): ("receive", ""),
        ("bank", "on"): ("receive", ""), ("benefit", "from"): ("receive", ""),
        ("sign", "up"): ("hire", ""),
        ("stump", "up"): ("pay", ""), ("cough", "up"): ("pay", ""), ("pony", "up"): ("pay", ""),
        ("lay", "out"): ("pay", ""), ("pay", "out"): ("pay", ""), ("part", "with"): ("pay", ""),
        ("plonk", "down"): ("pay", ""), ("plunk", "down"): ("pay", ""),
        ("swoop", "for"): ("buy", ""), ("swoop", "on"): ("buy", ""),
        ("pounce", "on"): ("buy", ""), ("treat", "itself to"): ("buy", ""),
        ("treat", "themselves to"): ("buy", ""), ("help", "itself to"): ("buy", ""),
        ("help", "themselves to"): ("buy", ""), ("take", "control of"): ("buy", ""),
        ("take", "ownership of"): ("buy", ""), ("take", "possession of"): ("buy", ""),
        ("gain", "control of"): ("buy", ""), ("change", "hands"): ("pass", ""),
        ("break", "down"): ("", "cancel"), ("fall", "through"): ("", "cancel"),
        ("fall", "apart"): ("", "cancel"), ("break", "off"): ("", "cancel"),
        ("pull", "back"): ("", "cancel"),
        ("sweep", "up"): ("buy", ""), ("lap", "up"): ("buy", ""), ("soak", "up"): ("buy", ""),
        ("assume", "control of"): ("buy", ""), ("seize", "control of"): ("buy", ""),
        ("win", "control of"): ("buy", ""), ("take", "charge of"): ("", ""),
        ("dole", "out"): ("give", ""), ("dish", "out"): ("give", ""),
        ("go", "through with"): ("", "achieve"), ("get", "rid of"): ("sell", ""),
        ("rid", "itself of"): ("sell", ""), ("rid", "themselves of"): ("sell", ""),
        ("let", "go of"): ("sell", ""), ("sign", "over"): ("give", ""),
        ("line", "up"): ("raise", ""),
        ("drum", "up"): ("raise", ""), ("lock", "in"): ("receive", ""),
        ("lock", "down"): ("receive", ""), ("pull", "off"): ("", "achieve"),
        ("sew", "up"): ("", "achieve"), ("tie", "up"): ("", "achieve"),
        ("wrap", "up"): ("", "achieve"),
        **{
            (verb, f"to the {noun} of"): ("back", "")
            for verb in ("come", "fly", "go", "ride", "rush", "run")
            for noun in ("rescue", "aid", "assistance", "help")
        },
}  # fmt: skip
"""Verbs with a particle that mean something else than the verb alone."""

IDIOMS: dict[str, tuple[tuple[str, str], ...]] = {
    "mettre": (
        ("la main sur", "buy"), ("sur la table", "commit"),
        ("à disposition de", "give"), ("à disposition d", "give"), ("à disposition du", "give"),
        ("à la disposition de", "give"), ("à la disposition d", "give"),
        ("à la disposition du", "give"),
    ),
    "faire": (("l acquisition de", "buy"), ("l acquisition d", "buy"), ("l acquisition du", "buy"),
              ("main basse sur", "buy"), ("tomber dans son escarcelle", "buy"),
              ("appel à", "hire"), ("appel au", "hire"), ("appel aux", "hire")),
    "prendre": (
        ("les commandes de", ""), ("les commandes d", ""), ("les commandes du", ""),
        ("les rênes de", ""), ("les rênes d", ""), ("les rênes du", ""),
        ("en charge", "pay"), ("à sa charge", "pay"), ("à leur charge", "pay"),
        ("le contrôle de", "buy"), ("le contrôle d", "buy"),
        ("le contrôle du", "buy"),
    ),
    "compter": (("sur", "receive"),),
    "changer": (("de mains", "pass"), ("de main", "pass"), ("de propriétaire", "pass")),
    "rejoindre": tuple(
        (f"le {words} {link}", "pass")
        for words in ("giron", "portefeuille", "groupe")
        for link in ("de", "d", "du", "des")
    ),
    "ouvrir": (
        ("son capital", "sell"), ("son porte-monnaie", "pay"), ("le porte-monnaie", "pay"),
        ("son portefeuille", "pay"),
    ),
    "casser": (("sa tirelire", "pay"), ("la tirelire", "pay"), ("leur tirelire", "pay")),
    "jeter": (("son dévolu sur", "bid"), ("leur dévolu sur", "bid")),
    "fondre": (("sur", "buy"),),
    "craquer": (("pour", "buy"),),
    **{
        verb: tuple(
            (f"{words} {link}", "back")
            for words in ("au secours", "à la rescousse", "à l aide")
            for link in ("de", "d", "du", "des")
        )
        for verb in ("venir", "voler", "accourir", "aller")
    },
    "emparer": (("de", "buy"), ("d", "buy"), ("du", "buy"), ("", "buy")),
    "adjuger": (("", "buy"),),
    **{
        verb: tuple(
            (f"{noun} {link}", "buy") for noun in nouns for link in ("de", "d", "du", "des")
        )
        for verb, nouns in {
            "porter": ("acquéreur", "acquéreuse", "acquéreurs"),
            "rendre": ("acquéreur", "acquéreuse", "acquéreurs", "propriétaire", "maître"),
            "devenir": (
                "propriétaire", "le propriétaire", "actionnaire", "l actionnaire principal",
                "actionnaire majoritaire", "l actionnaire majoritaire", "actionnaire minoritaire",
                "actionnaire de référence", "l actionnaire de référence", "actionnaire unique",
                "l actionnaire unique", "le premier actionnaire", "premier actionnaire",
                "le principal actionnaire", "le deuxième actionnaire", "coactionnaire",
                "le nouveau propriétaire", "l unique propriétaire", "l unique actionnaire",
                "le seul actionnaire",
            ),
        }.items()
    },
    **{
        verb: tuple((link, "sell") for link in ("de", "d", "du", "des"))
        for verb in ("séparer", "défaire", "délester", "débarrasser", "dessaisir", "désengager")
    },
    **{
        verb: tuple(
            (f"{words}{link}", "pass")
            for words in ("sous pavillon", "sous bannière", "sous le contrôle", "dans le giron",
                          "dans l escarcelle", "aux mains",
                          "entre les mains", "dans les mains", "sous la coupe", "sous la houlette",
                          "sous le pavillon", "sous la bannière", "dans le portefeuille")
            for link in (" de", " d", " du", " des", "")
        )
        for verb in ("passer", "tomber", "entrer", "basculer")
    },
}  # fmt: skip
"""French verbs with a fixed complement: the words after the verb, and the frame of the whole."""

_PLAIN = {
    "en": """
        be have do value hold own employ rise fall grow drop climb jump surge soar plunge tumble
        slide
        lose gain reach hit exceed surpass top total amount stand generate post earn book make run
        operate build launch open start begin create develop expand cut slash reduce increase double
        triple bring push help allow enable let come go become remain stay keep see know find need
        use
        include involve cover mark follow join compete work serve produce manufacture design own
        control
        trade list merge combine sue fine settle cost charge price rank rate mean end stop
        continue turn move face carry support represent equal average compare employ name appoint
        persuade convince count rely bank benefit meet
        quit resign drew attract draw trigger spark fuel drive boost lift trim limit cap bar
        ask call
        urge seek file publish release foot shoulder defray ship test train hire fire return last
        live sit host run fight
        review investigate monitor value burn save finish host settle land circle
        order force require compel oblige ask target guide forecast mark shrink weigh widen narrow
        ease
        edge slip gain climb swing report record log clear pass approve back hail call warn urge
        insist
        admit concede acknowledge note point cite quote describe detail outline underline mount jump
        dip retreat rebound recover rally slump stall slow speed accelerate deepen weaken strengthen
        burst snap pick call turn shell fork chip grab swap strip walk rescue change stand serve
        join leave retain retire replace succeed head chair oversee supervise manage handle
        deliver
        carry load unload store stock export import sail fly travel visit attend host celebrate
        mourn slap slam scoop mop hoover impose penalise penalize tap
        kill injure arrest charge convict sentence jail free escape flee protest strike vote elect
        defeat beat score play train coach transfer bench nets land fetch price dwarf eclipse
        outpace
        refine recycle treat brew
        break shrink swell halve quadruple bounce sour arrive happen occur exist belong depend
        consist contain reflect resume rebuild relocate rename certify extend prolong freeze owe
        recruit select choose pull rake haul
        nominate designate entrust install assemble erect demolish dismantle
        hire outbid outmuscle outspend trump stump cough pony plonk plunk swoop pounce treat part
        lay add claim knock decide wrap recommend endorse sweeten assume bail prop relieve rid
        license let firm
        hire arrange consummate conduct examine improve perform ratify structure comprise
        spread set bail prop shore step present refund mend renew keep emerge enlist
        weigh leave bequeath outbid outmuscle outspend trump stump cough pony plonk plunk
        swoop pounce treat part lay add claim knock decide wrap recommend endorse sweeten
        assume lodge submit dispose regret rue shed ditch jettison relieve rid license let
        forgive steal withhold throw waive foot entrust hire arrange consummate conduct
        examine improve perform ratify structure comprise spread set bail prop shore step
        present refund mend renew keep emerge enlist weigh leave bequeath outbid
        outmuscle outspend trump stump cough pony plonk plunk swoop pounce treat part lay
        add claim knock decide wrap recommend endorse sweeten assume lodge submit dispose
        regret rue shed ditch jettison relieve rid license let
        capture poach salvage prise lure entice wrest surrender relinquish cede auction monetise
        monetize exit dock levy entrust outsource refit overhaul maintain service consent
        underwrite repair restore hive spin carve line lock drum score flip flog
        dump trigger activate exercise
    """,
    "fr": """
        être avoir aller venir faire pouvoir valoir valoriser détenir posséder contrôler employer
        compter augmenter baisser chuter grimper bondir progresser reculer perdre atteindre dépasser
        franchir totaliser représenter élever générer dégager afficher publier enregistrer réaliser
        construire fabriquer lancer ouvrir démarrer commencer créer développer étendre réduire
        doubler
        tripler permettre aider devenir rester garder voir savoir trouver utiliser inclure
        comprendre
        concerner marquer suivre rejoindre servir produire concevoir coter fusionner coûter facturer
        chiffrer signifier finir cesser arrêter continuer tourner porter constituer nommer
        démissionner
        attirer susciter alimenter relancer limiter plafonner demander appeler poursuivre déposer
        arriver intervenir emparer adjuger inquiéter peser rapporter tenir montrer prouver croître
        figurer exporter importer
        évaluer passer ressortir établir situer effondrer envoler tomber monter descendre sortir
        partir
        entrer connaître paraître sembler falloir donner jouer gérer viser piloter exploiter
        fonder installer implanter recruter embaucher licencier supprimer fermer laisser
        rapprocher tabler relever abaisser resserrer ramener hisser afficher accuser essuyer subir
        redresser remonter rebondir stagner stabiliser plonger dévisser grignoter gagner céder
        revenir clôturer évoluer osciller approcher frôler avoisiner excéder surpasser devancer
        talonner concurrencer rivaliser collaborer travailler coopérer associer allier réunir
        rassembler regrouper intégrer absorber séparer scinder isoler héberger loger abriter
        accueillir recevoir inaugurer célébrer fêter récompenser primer nommer élire voter adopter
        promulguer abroger réformer modifier changer transformer convertir adapter améliorer
        moderniser rénover restaurer bâtir ériger percer creuser extraire raffiner transporter
        expédier stocker distribuer consommer utiliser employer mobiliser condamner obliger
        contraindre forcer infliger écoper imposer quitter transférer recruter
        sanctionner pénaliser verbaliser missionner solliciter
        réclamer exiger revendiquer plaider juger trancher
        statuer enquêter perquisitionner interpeller arrêter libérer tuer blesser sauver aider
        choisir opter veiller parvenir dérouler échelonner étaler répartir décomposer ventiler
        choisir opter veiller parvenir
        traiter recycler assembler basculer
        séparer défaire délester débarrasser dessaisir désengager
        retenir sélectionner désigner mandater écarter éliminer durer patiner buter avorter aboutir
        déboucher fondre gonfler grossir étoffer renforcer affaiblir consolider compenser combler
        convaincre persuader
        subsister demeurer dépendre refléter prolonger installer ériger démolir démanteler incomber
        accroître accélérer appartenir clore compléter couvrir débuter détailler examiner fixer
        formaliser illustrer lier prononcer provenir précéder succéder témoigner élargir émaner
        réjouir soulager éponger éviter faciliter contribuer favoriser dynamiser englober sceller
        bouleverser provoquer déclencher entraîner alourdir alléger soumettre résoudre rassurer
        sécuriser propulser profiter bénéficier homologuer entériner ratifier avaliser clore
        échoir débarrasser délester évincer cautionner conseiller dissimuler regretter
        contracter épingler rattraper réserver délivrer flécher refaire rebâtir reconstruire
        entretenir nettoyer desservir rénover
        sceller conquérir chiper souffler happer ramasser approprier casser jeter craquer transiger
        solder
        concrétiser parachever résigner approvisionner externaliser
        contester féliciter agrandir doter épargner voler accourir arracher hésiter tarder rendre
        redonner préserver pérenniser écarter préférer privilégier décider reprocher
    """,
}


_NOUN_LIKE = frozenset(
    """
    auction bet dock drum dump exercise exit flip gamble line lock park score service spin trigger
    wager
    """.split()
)
"""English verbs whose present is far more often a noun: "credit lines"."""


def _lines(table: str) -> dict[str, str]:
    """The frame of each lemma of a table."""
    frames = {}
    for line in table.strip().splitlines():
        lemmas, frame = line.split(" : ")
        frames.update(dict.fromkeys(lemmas.split(), frame))
    return frames


@cache
def verb_forms(language: str) -> dict[str, tuple[VerbForm, ...]]:
    """Every written form of the known verbs in lower case; built once, in a few milliseconds."""
    frames = _lines(_ENGLISH if language == "en" else _FRENCH)
    stances: dict[str, Stance] = {
        lemma: stance  # type: ignore[misc] # the keys of the table are the stances
        for stance, lemmas in _STANCES[language].items()
        for lemma in lemmas.split()
    }
    lemmas = dict.fromkeys([*frames, *stances, *_PLAIN[language].split()])
    conjugate = english_forms if language == "en" else french_forms
    found: dict[str, dict[VerbForm, None]] = {}
    if language == "en":
        # "Found" is the past of "find" far more often than a present, "founded" is not.
        founding = Verb("found", "", "")
        found["founded"] = {
            VerbForm(founding, "past"): None,
            VerbForm(founding, "participle"): None,
        }
    for lemma in lemmas:
        verb = Verb(lemma, frames.get(lemma, ""), stances.get(lemma, ""))
        noun_like = language == "en" and lemma in _NOUN_LIKE
        for form, tense in conjugate(lemma):
            if noun_like and tense == "present":
                continue
            found.setdefault(form, {})[VerbForm(verb, tense)] = None
    return {form: tuple(readings) for form, readings in found.items()}
