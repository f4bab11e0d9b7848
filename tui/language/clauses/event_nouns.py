"""Nouns that tell an event, and nouns for those who take part in one.

"Amazon's $4 bn investment in Anthropic" and "le rachat de X par Y" tell an event as a noun; its
arguments are the same as those of the verb. All words are in lower case.
"""

from __future__ import annotations

from tui.language.clauses.verbs import CaseFrame
from tui.language.plain_words import words_of

_INVEST = CaseFrame(("owner", "by", "from", "side", "of"), ("in", "to", "on"))
_BUY = CaseFrame(("owner", "by"), ("from", "of", "owner"))
_BUY_FRENCH = CaseFrame(("owner", "by"), ("from", "to", "of", "owner"))
"""As in "le rachat de N au fonds K", where K sells."""
_SWOOP = CaseFrame(("owner", "by"), ("for", "on", "owner"))
"""As in "N's swoop on K"."""
_ROUND = CaseFrame(("by", "from"), ("owner", "of", "in", "for"))
_LOAN = CaseFrame(("by", "from", "side", "owner"), ("to", "for"))
_LOAN_OF = CaseFrame(("by", "from", "side", "owner", "of"), ("to", "for"))
"""As in "un prêt de 2 millions de K", where K lends."""
SIGNING = CaseFrame(("owner", "by"), ("from",))
"""As in "N's signing of a player from K"; without K it is a contract that is signed."""
_HELP = CaseFrame(("owner", "by", "from", "side"), ("of", "to", "for"))
"""As in "N's rescue of K", where K is helped."""
_GIFT = CaseFrame(("by", "from", "side", "owner", "of"), ("to", "for", "in"))
_ORDER = CaseFrame(("side", "of", "by", "owner"), ("from", "to", "with", "at"))
_ORDER_FROM = CaseFrame(("from", "of", "by", "owner"), ("to", "with", "at"))
_SALE = CaseFrame(("to",), ("by", "owner", "of"))
_BID = CaseFrame(("owner", "by", "from", "side", "of"), ("for", "on"))
_STAKE = CaseFrame((), ("in",))
_FINE = CaseFrame(("for", "to", "against", "on"), ("by", "from", "side"))
_CONTRACT = CaseFrame((), ())
UNDERGONE = frozenset({_BUY, _HELP, _SWOOP})
"""Frames of nouns that belong to who does it, and to whom it is done: "Kestrel's takeover"."""
NOUN_FRAMES: dict[str, dict[str, tuple[str, CaseFrame]]] = {
    "en": {
        **dict.fromkeys(
            "investment investments bet bets injection infusion funding financing backing".split(),
            ("invest", _INVEST),
        ),
        **dict.fromkeys(
            "acquisition acquisitions purchase purchases takeover takeovers buyout buyouts buy-out "
            "buy-outs buyback buy-back repurchase absorption".split(),
            ("buy", _BUY),
        ),
        **dict.fromkeys("swoop raid".split(), ("buy", _SWOOP)),
        **dict.fromkeys(
            "sponsorship bailout bail-out rescue recapitalisation recapitalization".split(),
            ("invest", _HELP),
        ),
        **dict.fromkeys("signing signings".split(), ("buy", SIGNING)),
        **dict.fromkeys("round rounds fundraising fundraise raise".split(), ("raise", _ROUND)),
        **dict.fromkeys(
            "loan loans lending facility credit mortgage overdraft".split(), ("lend", _LOAN)
        ),
        **dict.fromkeys(
            "grant grants subsidy subsidies donation donations gift gifts award lifeline endowment "
            "bursary bursaries contribution handout".split(),
            ("give", _GIFT),
        ),
        **dict.fromkeys(
            "payment payments payout payouts cheque check refund reimbursement repayment".split(),
            ("pay", _GIFT),
        ),
        **dict.fromkeys("commitment commitments pledge pledges".split(), ("commit", _GIFT)),
        **dict.fromkeys("order orders".split(), ("order", _ORDER_FROM)),
        **dict.fromkeys(
            "sale disposal divestment divestiture carve-out sell-off hive-off resale privatisation "
            "privatization".split(),
            ("sell", _SALE),
        ),
        **dict.fromkeys("bid offer bids offers approach".split(), ("bid", _BID)),
        **dict.fromkeys("stake stakes shareholding holding".split(), ("stake", _STAKE)),
        **dict.fromkeys(
            "contract contracts deal deals agreement agreements partnership pact accord "
            "joint-venture alliance tie-up merger transaction transactions tender mandate "
            "concession franchise".split(),
            ("contract", _CONTRACT)),
    },
    "fr": {
        **dict.fromkeys(
            "investissement investissements pari injection financement financements apport "
            "prise entrée".split(),
            ("invest", _INVEST)),
        **dict.fromkeys(
            "rachat acquisition rachats acquisitions achat reprise absorption".split(),
            ("buy", _BUY_FRENCH),
        ),
        **dict.fromkeys("levée levées tour tours augmentation".split(), ("raise", _ROUND)),
        **dict.fromkeys("prêt prêts avance avances".split(), ("lend", _LOAN_OF)),
        **dict.fromkeys("emprunt emprunts crédit crédits ligne facilité".split(), ("lend", _LOAN)),
        **dict.fromkeys(
            "parrainage mécénat sauvetage renflouement recapitalisation".split(), ("invest", _HELP),
        ),
        **dict.fromkeys(
            "subvention subventions don dons aide aides dotation bourse mécénat legs enveloppe "
            "rallonge soutien".split(),
            ("give", _GIFT)),
        **dict.fromkeys(
            "paiement paiements versement versements chèque virement virements dividende "
            "dividendes indemnité indemnités dédommagement dédommagements remboursement "
            "remboursements acompte acomptes prime compensation".split(),
            ("pay", _GIFT)),
        **dict.fromkeys(
            "amende amendes sanction sanctions pénalité pénalités".split(), ("fine", _FINE)),
        **dict.fromkeys("engagement engagements promesse".split(), ("commit", _GIFT)),
        **dict.fromkeys("commande commandes".split(), ("order", _ORDER)),
        **dict.fromkeys("vente cession cessions revente".split(), ("sell", _SALE)),
        **dict.fromkeys("offre offres opa".split(), ("bid", _BID)),
        **dict.fromkeys("participation participations ticket".split(), ("stake", _STAKE)),
        **dict.fromkeys(
            "contrat contrats accord accords avenant avenants marché partenariat partenariats "
            "alliance fusion coentreprise contrat-cadre accord-cadre méga-contrat mégacontrat "
            "méga-commande concession mandat chantier délégation".split(),
            ("contract", _CONTRACT),
        ),
    },
}  # fmt: skip
"""The event that a noun tells and the arguments in which payer and payee stand; `owner` is whoever
the noun belongs to ("Kestrel's investment", "le rachat de X": `of`)."""
NOT_EVENTS: dict[str, frozenset[str]] = {
    "en": words_of("backlog book volume fund company programme program rules tax costs market"),
    "fr": words_of(
        "carnet volume société programme fonds marché frais droits banque taux rythme plan"
    ),
}
"""Nouns whose complement is no event: "carnet de commandes", "fonds d'investissement"."""
CONTROL_NOUNS: dict[str, dict[str, str]] = {
    "en": {
        **dict.fromkeys("talks discussions negotiations".split(), "talk"),
        **dict.fromkeys("plan plans intention proposal intent".split(), "plan"),
        **dict.fromkeys(
            "agreement deal contract pact commitment pledge decision move".split(), "agree"
        ),
        **dict.fromkeys("offer bid".split(), "offer"),
        **dict.fromkeys("option right possibility".split(), "talk"),
        **dict.fromkeys("attempt effort".split(), "plan"),
        **dict.fromkeys("abandonment cancellation collapse termination".split(), "cancel"),
    },
    "fr": {
        **dict.fromkeys("discussions négociations pourparlers".split(), "talk"),
        **dict.fromkeys("intention projet plan volonté ambition souhait".split(), "plan"),
        **dict.fromkeys("accord contrat engagement promesse décision choix".split(), "agree"),
        **dict.fromkeys("offre".split(), "offer"),
        **dict.fromkeys("option possibilité".split(), "talk"),
        **dict.fromkeys("abandon annulation échec rupture".split(), "cancel"),
    },
}
"""Nouns that govern an infinitive or another noun, with their stance towards it."""
COMPANY_NOUNS: dict[str, frozenset[str]] = {
    "en": words_of(
        """
        company companies group firm startup start-up business giant maker bank fund chipmaker
        carmaker automaker insurer lender retailer developer publisher operator corporation
        conglomerate manufacturer provider supplier airline utility brewer drugmaker investor
        platform unicorn owner parent enterprise lab studio broker miner builder chain airline
        courier designer refiner distributor publisher processor telco broadcaster shipbuilder
        steelmaker smelter farmer grocer wholesaler consultancy agency carrier hotelier restaurateur
        chain club charity cooperative co-op winery distiller haulier bakery baker housebuilder
        fintech biotech neobank reinsurer streamer caterer confectioner bookmaker bookseller
        jeweller toymaker printer forwarder lessor landlord label creamery dairy furrier glassmaker
        papermaker watchmaker dealership contractor subcontractor integrator
        """
    ),
    "fr": words_of(
        """
        entreprise entreprises société sociétés groupe firme start-up startup pépite géant fonds
        banque fabricant constructeur éditeur opérateur assureur compagnie licorne pousse
        distributeur
        industriel producteur fournisseur spécialiste plateforme multinationale conglomérat
        laboratoire équipementier brasseur énergéticien enseigne studio maison établissement
        transporteur armateur fondeur joaillier coopérative régie saumonier courtier concepteur
        caviste traiteur hôtelier tour-opérateur motoriste avionneur sidérurgiste papetier
        chaîne exploitant épicier confiseur chocolatier cimentier verrier plasturgiste biotech
        fintech néobanque mutuelle foncière promoteur bailleur aciériste logisticien négociant
        céréalier semencier chimiste électricien gazier pétrolier horloger bijoutier maroquinier
        couturier lunetier parfumeur libraire club association prestataire sous-traitant intégrateur
        installateur loueur câblo-opérateur diffuseur voyagiste croisiériste recycleur boulanger
        minotier meunier laitier fromager distillateur imprimeur faïencier
        """
    ),
}
"""Nouns by which a company is called again, "the company", "le groupe"."""
ASSET_NOUNS: dict[str, frozenset[str]] = {
    "en": words_of(
        """
        business unit division arm stake stakes share shares brand brands plant plants factory
        assets
        asset portfolio operations subsidiary network team patents patent site sites fleet store
        stores building headquarters land rights interest holding holdings notes bonds chips servers
        services products power capacity cloud segment activities debt stock equity mine field
        software equipment turbines centre centres center centers energy electricity gas oil
        aircraft planes jets vehicles coffers kitty
        """
    ),
    "fr": words_of(
        """
        activité activités filiale filiales division branche participation participations part parts
        actions action titres usine usines marque marques actif actifs portefeuille réseau site
        sites
        brevets brevet flotte magasins immeuble siège terrains droits obligations puces serveurs
        services capital unité pôle centre centres segment créances dette mine gisement logiciel
        équipements énergie pot
        avions trains véhicules
        """
    ),
}
"""What a company owns, makes or has: bought from it, it is paid."""
STAKE_WORDS = words_of(
    """
    stake stakes shareholding holding interest shares equity ownership capital participation
    participations part parts actions titres droits
    """
)
"""Nouns that make a share a stake in a company."""
GROUP_NOUNS: dict[str, frozenset[str]] = {
    "en": words_of("consortium group groups syndicate trio duo pair alliance coalition clutch"),
    "fr": words_of("consortium groupe groupement pool trio duo tandem alliance coalition attelage"),
}
"""Nouns that several parties are called by: "a consortium of A and B"."""
BOARD_NOUNS: dict[str, frozenset[str]] = {
    "en": words_of("board directors management shareholders owners founders"),
    "fr": words_of("conseil direction actionnaires administrateurs propriétaires fondateurs"),
}
"""Who speaks for a company: its board accepts an offer as the company does."""
PEOPLE_NOUNS: dict[str, frozenset[str]] = {
    "en": words_of(
        """
        investors shareholders customers clients creditors banks funds lenders government state
        governments backers founders partners partner rival rivals buyer seller consortium syndicate
        employees victims authors owners family founder client customer shareholder regulator
        """
    ),
    "fr": words_of(
        """
        investisseurs actionnaires clients créanciers banques état gouvernement fondateurs
        partenaires
        partenaire rival concurrent acheteur acquéreur vendeur consortium salariés victimes auteurs
        propriétaires famille client actionnaire investisseur pool collectivités
        """
    ),
}
"""Nouns for somebody who may pay or be paid and is not named."""
PUBLIC_BODIES = words_of(
    """
    state city town province region county canton district municipality kingdom republic department
    commonwealth borough council village government parish commune diocese
    ville région département commune land canton état province métropole agglomération communauté
    mairie gouvernement république principauté district diocèse club équipe orchestre
    """
)
"""What a body is, before its name: "the federal state of Saarland", "le club de Lens"."""
WORKERS = {
    "en": words_of(
        """
        researchers scientists academics engineers doctors physicists chemists biologists scholars
        team teams lab labs laboratory experts astronomers surgeons clinicians students staff
        """
    ),
    "fr": words_of(
        """
        chercheurs chercheuses scientifiques universitaires ingénieurs médecins physiciens chimistes
        biologistes équipe équipes laboratoire laboratoires labo experts astronomes étudiants
        """
    ),
}
"""Those who get money for the house that they work at: "researchers at K have won £3m"."""
