"""Words that say of a figure that it is the sum of a deal: what is paid, lent, raised or ordered.

Lower case and without accents.
"""

from __future__ import annotations

from tui.language.plain_words import phrases, words_of

OFFERS = words_of(
    """
    offer offers offered offering bid bids bidding proposed proposes proposing offre offrait
    offraient offert offerte offerts offrir propose proposait proposaient proposee proposition
    """
)
"""Words by which a sum is offered and no more."""

SUM_NOUNS = words_of(
    """
    sum sums amount amounts total price prices consideration value worth figure cost costs bill
    proceeds tag tune outlay chunk ticket cheque check equivalent
    somme sommes montant montants total prix valeur cout couts facture addition cheque ticket mise
    enveloppe hauteur contrepartie
    """
)
"""Nouns for what is paid, whatever it is paid for."""

MONEY_NOUNS = words_of(
    """
    cash money capital equity fund funds credit credits debt tranche tranches instalment
    installment note notes bond bonds stock share shares
    fonds capital credit credits argent dette produit actions action titres titre part parts
    """
)
"""Nouns for money and papers: a figure is their sum where it is their complement."""

DEAL_NOUNS = words_of(
    """
    deal deals transaction transactions contract contracts agreement agreements accord pact order
    orders tender tenders mandate mandates concession concessions franchise package packages
    programme program project projects plan plans partnership venture
    tie-up alliance merger mergers acquisition acquisitions purchase purchases takeover takeovers
    buyout buyouts buy-out buy-outs buyback buybacks buy-back repurchase absorption sale sales
    resale
    sell-off carve-out hive-off privatisation privatization disposal disposals divestment
    divestiture
    combination
    bid bids offer offers approach proposal counterbid counteroffer
    investment investments bet wager injection infusion funding financing refinancing backing
    support
    job boost swoop raid round rounds series fundraising fundraise raise placement flotation ipo
    issue issuance
    loan loans lending facility facilities line lines overdraft mortgage debenture debentures
    borrowing borrowings advance bailout rescue lifeline
    grant grants subsidy subsidies donation donations gift gifts award awards aid endowment handout
    bursary bursaries stipend refund reimbursement repayment top-up
    payment payments payout prepayment deposit down-payment settlement
    commitment commitments pledge pledges promise guarantee guarantees
    stake stakes shareholding holding interest position
    lease leases licence license rental charter transfer swap exchange joint-venture
    operation operations marche marches commande commandes accords contrat contrats convention
    partenariat partenariats fusion coentreprise projet projets rachat rachats achat achats
    reprise reprises absorption vente revente cession cessions chantier chantiers concession mandat
    delegation
    offre offres opa ope surenchere proposition
    investissement investissements pari financement financements apport apports soutien
    levee levees tour tours augmentation emission emissions introduction serie
    avenant avenants decouvert pret prets emprunt emprunts ligne lignes facilite facilites
    obligation obligations avance
    avances hypotheque sauvetage rallonge
    subvention subventions don dons aide aides dotation bourse legs mecenat parrainage sponsoring
    contribution contributions cadeau prime
    paiement paiements versement versements virement virements reglement caution
    engagement engagements promesse promesses garantie garanties
    participation participations bloc bail location transfert echange
    """
)
"""Nouns that name a deal: its sum is what they are told with."""

ANY_DEAL = words_of("deal transaction agreement contract operation accord contrat opération marché")
"""Of those, the ones that stand for a deal of whatever kind."""
GIVERS = words_of(
    """
    etat region departement commune communaute ville mairie metropole agglomeration conseil
    gouvernement prefecture ministere municipalite collectivite banque fondation commission agence
    caisse europe union federation association
    """
)
"""Who gives a grant or a loan, by the noun: "une subvention du département de 4 millions"."""
ATTRIBUTES = words_of(
    """
    agreed leveraged syndicated secured unsecured subordinated structured negotiated combined
    recommended improved increased revised sweetened reduced discounted staged phased targeted
    dedicated guaranteed long-awaited much-delayed state-backed government-backed bank-backed
    debt-fuelled debt-funded detailed fixed-price limited mixed related unsolicited contested
    underwritten amended extended renewed expanded enlarged repeated dated so-called
    """
)
"""Participles before the noun of a deal that tell what kind of deal it is."""

PURPOSES = words_of(
    """
    demarrage taux terme investissement investissements emploi creation export exportation
    innovation installation exploitation fonctionnement equipement embauche relance recherche
    decarbonation formation reprise tresorerie transition numerisation conversion diversification
    mobilite apprentissage amorcage implantation capital numeraire
    """
)
"""What kinds of aid and of loans are for, or what they bear: "un prêt à taux zéro"."""
LOANS = words_of(
    """
    loan loans borrowing borrowings facility overdraft bond bonds mortgage bridge
    pret prets emprunt emprunts credit credits facilite obligations
    """
)
"""Of those, what a purchase may be paid with."""
RULING = words_of(
    """
    court jury judge judges tribunal arbitrator arbitrators adjudicator ruled ruling verdict sued
    infringed cour jury juge juges tribunal arbitre arbitres jugement arret condamne condamnee
    """
)
"""Words of a sentence about a ruling."""
FINANCED = words_of(
    """
    drawing drew tapping tapped financed funded paid backed financee finance finances financees
    paye payee
    """
)
"""What is done to a purchase with a loan."""
FRESH = words_of("fresh new frais nouveau nouveaux")
"""What makes money that somebody has the sum of a round: "the fresh capital of"."""
NO_DEALS_OF_COST = words_of(
    """
    line lines position interest programme program project projects plan plans series issue charter
    exchange chantier chantiers programme projet projets ligne lignes serie operation
    """
)
"""Nouns that also name what is built: what it costs is nobody's deal."""
AIDS = words_of(
    """
    grant grants subsidy subsidies donation donations gift aid help money support funding
    subvention subventions don dons aide aides soutien
    """
)
MEANS = words_of("with through via using by grace avec par moyen thanks")

COSTING = phrases(
    """
    cost | costs | costing | fetch | fetched | fetches | brought in | brings in | bring in |
    netted | nets | coute | coutent | coutera | couteront | coutait | couter | rapporte |
    rapporteront | rapportera | rapporter | facture | facturee | factures | facturees | put at
    """
)
"""Verbs whose object is what somebody pays, though they tell nobody who is paid."""

BUILDING = words_of(
    """
    built constructed made supplied designed delivered erected renovated restored refurbished
    construit construite construits construites bati batie realise realisee renove renovee
    """
)
"""What is done to works by who is paid for them."""
BUILT: tuple[str, ...] = phrases(
    """
    to build | to construct | to renovate | to refurbish | to restore | to complete | à construire |
    à batir | à renover
    """
)
"""Behind what something costs these make it the price of having it built."""
WORKS = words_of(
    """
    works work construction renovation refurbishment repairs upgrade restoration building scheme
    travaux chantier construction renovation rehabilitation refection restauration extension
    amenagement programme projet
    """
)
"""What is built for somebody: what it costs is what is paid to have it built."""

MEASURING = phrases(
    """
    is | was | are | were | be | been | totals | totalled | totaled | totalling | totaling |
    amounting to | adding up to | amounts to | amounted to |
    comes to | came to | closed at | closes at | came in at | comes in at |
    exceed | exceeds | exceeded | reach | reaches | reached | set at |
    fixed at | agreed at | capped at | limited to | stands at | stood at | runs to | ran to |
    tops | topped | top | est | sont | etait | etaient | sera | seront | serait | fut | atteint |
    atteindra | atteignait | atteindre | depasse | depassera | depassait | s'eleve à |
    s'elevent à | s'elevait à | s'elevera à | se monte à | se chiffre à | se chiffrent à |
    porte sur | portent sur | portait sur | portera sur | represente | representent | fixe à |
    fixee à | limite à | limitee à | limites à | limitees à | plafonne à | plafonnee à |
    valorise à | valorisee à | valorise | valorisee | evalue à | evaluee à | valued at |
    chiffre à | ete de | ete fixe à | pese | pesent | pesera | pesait | vaut | vaudra | excede |
    compris entre | comprise entre
    """
)
"""Verbs that give the noun before them its figure: "the price was", "le montant s'élève à"."""

GIVING_SUMS = {
    "en": words_of(
        """
        be have cost total totals amount reach represent come stand announce unveil confirm
        disclose reveal report say complete close finalise finalize sign seal approve clear
        authorise authorize vote agree settle accept conclude raise increase boost make do secure
        structure arrange syndicate price set fix find negotiate place include comprise consist
        receive sweeten formalise formalize publish detail open see go lift take happen
        wrap finish consummate execute conduct perform recommend endorse back bless greenlight
        renew extend prolong sew tie pick select appoint keep ratify sanction nod
        rubber-stamp bump hike improve up outline decide
        launch firm foot tabled lodge submit mount file waved ushered
        occur split spread review examine scrutinise scrutinize probe
        become book benefit
        """
    ),
    "fr": words_of(
        """
        être avoir coûter porter représenter élever monter atteindre totaliser chiffrer annoncer
        dévoiler officialiser confirmer révéler publier dire déclarer boucler finaliser achever
        réaliser conclure signer voter approuver valider autoriser négocier convenir accepter
        passer relever lancer faire effectuer formaliser détailler obtenir fixer arrêter comprendre
        inclure ouvrir voir aller hausser dérouler figurer intervenir décomposer répartir
        étaler échelonner ventiler dépasser excéder prononcer statuer examiner devenir clore
        procéder opérer concrétiser parachever sceller
        facturer bénéficier profiter entendre accorder clôturer homologuer entériner ratifier
        avaliser peser valoir réserver prolonger reconduire renouveler proroger rallonger
        """
    ),
}
"""Verbs that move no money themselves and whose object or complement may be the sum of a deal.

They announce or complete it, or give it its sum. What any other verb does with a figure ("saves",
"guaranteed", "a chiffré") is not known to leave it the sum.
"""

GOING_ON = {
    "en": words_of(
        """
        help allow enable let bring follow mark take create cover go finance expand
        accelerate strengthen support extend double triple exceed beat rank end begin start run
        last provide use spend invest
        release disburse unlock transfer distribute involve link unite combine reflect show
        underline underscore
        mean add lift pay fund serve build construct continue join become belong date rise grow
        climb surpass lead
        precede coincide expect comprise stem originate compare sit bear carry
        keep save rescue safeguard secure sustain boost fuel repay refinance replace buy install
        improve upgrade modernise modernize renew repair restore renovate refurbish transform
        reopen launch develop leave ensure mend settle clear reach please surprise
        """
    ),
    "fr": words_of(
        """
        permettre aider financer porter valoriser suivre marquer prendre donner venir créer
        couvrir servir soutenir renforcer accélérer étendre doubler tripler dépasser clore
        provenir émaner illustrer témoigner refléter intervenir constituer accroître élargir
        associer lier concerner courir durer attendre prévoir aller devoir pouvoir rejoindre
        devenir construire bâtir
        court courent courait courra compléter précéder succéder commencer débuter figurer compter
        appartenir mener ajouter
        sauver réjouir soulager éponger éviter faciliter contribuer favoriser dynamiser
        englober sceller bouleverser moderniser provoquer déclencher entraîner rassurer
        sécuriser propulser relancer offrir assurer garantir marier rassembler réunir
        surprendre étonner choquer redonner préserver pérenniser résoudre alimenter profiter
        bénéficier susciter représenter
        """
    ),
}
"""Verbs of which the sum of a deal may be the subject without losing anything of itself."""
NEEDING = words_of("need want seek require ask lack falloir manquer chercher demander")
"""Verbs by which somebody wants a sum that another one gives."""
FACTIVE = words_of(
    """
    welcome welcomes welcomed hail hails hailed praise praises praised applaud applauds applauded
    criticise criticises criticised criticize criticizes criticized celebrate celebrates
    celebrated salute salutes saluted cheer cheers cheered defend defends defended justify
    justifies justified explain explains explained describe describes described finance finances
    financed fund funds funded follow follows followed like likes liked dislike dislikes disliked
    hate hates hated loathed resent resents resented lament laments lamented mourn mourns mourned
    mock mocks mocked ridicule ridiculed regret regrets regretted envy envied toast toasted
    recall recalls recalled recalling remember remembers remembered remembering rappelle rappelant
    salue saluent salue applaudit applaudissent applaudi critique critiquent critique celebre
    celebrent celebre defend defendent defendu justifie justifient explique expliquent decrit
    decrivent finance financent finance suit suivent suivi
    """
)
"""Verbs whose object is a deal that has come about: "shareholders welcomed the sale"."""
THANKS = words_of("grace thanks merci")
"""These open what a statement is owed to."""
OVER = words_of("off out over dead void moot toast history caduc caduque nul nulle moribond")
"""What a deal is that did not come about: "was off"."""

CHOOSING = words_of(
    """
    retenir choisir sélectionner valider homologuer entériner accepter privilégier select choose
    pick accept back
    """
)
"""Verbs by which an offer is taken that is told with its sum behind a comma."""
SERVING = words_of(
    """
    assurer gérer exploiter construire réaliser rénover entretenir fournir livrer équiper moderniser
    installer bâtir concevoir produire opérer nettoyer desservir accompagner déployer héberger
    fabriquer réhabiliter aménager maintenir build run operate supply maintain renovate clean
    manage design install deliver host equip upgrade refurbish make
    """
)
"""Verbs by which somebody does the works or the service that a contract is for."""
YIELDING = words_of("rapporter fetch bring net yield raise earn")
"""Verbs by which a deal that is their subject brings its sum."""
CHEQUES = words_of("cheque cheques check checks")
WRITING = words_of("write cut sign hand")
"""Verbs by which somebody pays whose object is a cheque."""
OPEN_STILL: tuple[str, ...] = phrases(
    """
    stuck | stalled | frozen | on hold | on ice | in limbo | in doubt | in question | at risk |
    on the cards | in the offing | in the works | in prospect | in the air | on the horizon |
    on the agenda | dans l'air | dans les cartons | à l'ordre du jour | dans les tuyaux |
    à l'horizon | se profile | se dessine | in jeopardy | up in the air | in the balance |
    by a thread | far from done | not done |
    in tatters | in ruins | out of reach | in trouble | in danger | under threat | at a standstill |
    no further | nowhere | in peril | au point mort | en suspens | à l'arret | en panne |
    en danger | en peril | en question | en doute | menace~ | compromis~ | bloque~ | gele~ |
    suspendu~ | fragilise~ | incertain~ | hypothetique~ | à un fil | dans l'impasse |
    remis~ en cause | remis~ en question | dans les limbes | loin d'etre | sur la sellette |
    en souffrance | en sursis | retombe~ | tombe~ à l'eau
    """
)
"""What is said of a deal that is not done and may never be."""

COMING_TO_LIGHT = words_of("emerge launch start begin open celebrate arm")
"""Verbs of a company that has money from somebody to begin with: "emerged from stealth with"."""
THANKS_TO = words_of("thanks armed flush grace fort forte")
GUESSERS = words_of(
    """
    analysts analyst brokers broker bankers experts observers insiders commentators estimates
    traders sources dealers agents valuers analystes analyste experts courtiers observateurs
    specialistes banquiers sources
    """
)
"""Those who tell of a price what they think that it was."""
GUESSING = words_of(
    """
    put puts estimate estimates estimated reckon reckons reckoned value values valued peg pegs
    pegged guess guessed price priced
    estiment estimait estimaient evaluent evaluaient chiffrent chiffraient situent
    """
)
HAS = words_of("have has had having a ont avait avaient ayant")
HAVING = words_of(
    """
    have hold own keep make generate earn retain run
    avoir d\u00e9tenir poss\u00e9der garder gagner g\u00e9n\u00e9rer d\u00e9gager conserver
    """
)
"""Verbs whose object somebody has or earns: money "in cash" behind them is nobody's payment."""
BRINGING = words_of("bring fetch net raise yield rapporter")
"""Verbs by which a deal, as their subject, gives somebody its sum."""
VALUING = words_of("value estimate price valoriser \u00e9valuer estimer")
"""Verbs that give a deal its sum, and a company a worth that is none."""

PAID_FOR = words_of("for at worth pour contre moyennant \u00e0 a au with avec in")
"""Before a figure these make it what is paid for something, where the clause tells a deal."""

EXCHANGED: tuple[str, ...] = phrases(
    """
    in exchange for | in return for | against payment of | en echange de | en echange d' |
    moyennant | en contrepartie de | en contrepartie d'
    """
)
"""Before a figure these make it a payment, whatever is paid for."""

PAYABLE: tuple[str, ...] = phrases(
    """
    in cash | cash | in cash and | payable | en numeraire | comptant | payables | to be paid
    """
)
"""Behind a figure these make it a payment."""

SET_AT = words_of(
    """
    set put fixed fix agreed agree settled negotiated fixe fixent fixee convenu convenus negocie
    negociee arrete arretee
    """
)
"""Verbs that set a price at a figure."""

SAID_TO_BE: tuple[str, ...] = phrases(
    """
    c'est la | c'est le | c'est ce que | c'est ce qu' | voila la | voila le | voila ce que |
    voila ce qu' | voila combien | tel est le | telle est la | tels sont les |
    telles sont les | tel sera le | telle sera la | tel etait le | telle etait la | tel fut le |
    ce sera le | ce fut le | c'etait le | is the | was the | is what | was what | that is the |
    that is what | that is how much | this is what | this is the | such is the | such was the
    """
)
"""Behind a figure at the head of a sentence these say what it is: "4 billion: that is the sum"."""

RESULTS = words_of(
    """
    target targets milestone milestones goal goals result results performance hurdle hurdles
    threshold thresholds sales profit profits earnings revenue growth objective objectives
    objectif objectifs etape etapes jalon jalons resultat resultats performance performances
    seuil seuils ventes benefice benefices croissance palier paliers
    """
)
"""What a ceiling depends on when it is agreed: the sum grows with it, the deal stands."""
TAKEN_UP: tuple[str, ...] = phrases(
    """
    which is what | which was what | which is the sum | which is the price | which was the price |
    the sum that | the sum | the price that | the price | the amount that | the amount | a sum that
    | a price that | which is exactly what | what | exactly what | soit ce que | soit ce qu' |
    ce que | c'est ce que | la somme que | la somme qu' | le prix que | le prix qu' |
    le montant que | le montant qu' | une somme que | une somme qu' | prix que | somme que
    """
)
"""Behind a figure these take it up as what the verb that follows pays."""
MADE_UP: tuple[str, ...] = phrases(
    """
    made up of | make up | consists of | consisted of | consisting of | comprises | comprising |
    composed of | divided between | divided into | split between | split into | shared between |
    combines | combining | se compose de | se compose d' | compose de | composee de | compose d' |
    reparti entre | repartie entre | repartis entre | partage entre | partagee entre |
    constitue de | constituee de | constitue d' | constituee d' | associe | associant | melant
    """
)
"""Behind a sum these tell the parts that it is made of."""
SHARING = words_of(
    """
    chipping chipped chips chip providing provided provides contributing contributed contributes
    putting put puts supplying supplied taking took takes covering covered covers kicking kicked
    accounting accounted accounts fronting fronted footing footed investing invested
    apportant apporte apporta fournissant fournit contribuant contribue prenant pris assurant assure
    financant finance couvrant couvre souscrivant souscrit mettant
    """
)
"""Verbs by which somebody gives a part of a sum."""
SHARES = words_of(
    """
    half third quarter fifth tenth part some slice share bulk most majority rest remainder balance
    moitie tiers quart cinquieme dixieme partie part essentiel reste solde majorite
    """
)
CHARGED = words_of(
    """
    break-up breakup termination legal advisory advisers advisory banking management success
    arrangement service consultancy audit exit entry tuition
    """
)
"""Fees that come with a deal and are not its sum."""
HANDED = words_of(
    """
    premium bonus prize scholarship bursary stipend prime bourse droit droits redevance
    indemnite pas-de-porte depot remuneration salaire cachet honoraires commission pension retraite
    allocation salary pay compensation dedommagement dedommagements rancon ransom rebate bonanza
    windfall bounty oxygene pouce manne pactole jackpot cagnotte magot bouee perfusion provision
    remboursement concours rallonge ballon bouffee acompte
    """
)
"""Nouns of what somebody is handed, where the verb says who hands it to whom."""
OFFERED_AT: tuple[str, ...] = phrases(
    """
    on sale | for sale | up for sale | on the market | up for grabs | on offer | listed |
    advertised | marketed | en vente | à vendre | mis en vente | mise en vente | affiche | affichee
    """
)
"""Before "for" and "at" these make a price one that is only asked."""
PLACES_IN = words_of("place spot part share slice member")
"""What somebody has of a thing that others have a part in, too: "a place on"."""
TAKING_PART = words_of(
    """
    contribute contributes contributed contributing shares stock bonds notes part slice lenders
    backers investors buyers partner
    """
)
"""Before "in" and "to" an issue or a rescue these make the payer one of several."""
HARDLY = (
    "just under", "just over", "just above", "just below", "just shy", "slightly over",
    "slightly under", "slightly more", "slightly less", "a little over", "a little under",
    "a little more", "a little less", "a shade over", "a shade under", "a touch over",
    "a touch under", "un peu plus", "un peu moins", "a peine plus", "a peine moins",
    "\u00e0 peine plus", "\u00e0 peine moins", "tout juste", "legerement plus", "legerement moins",
)  # fmt: skip
"""How a figure begins that is hardly more or less than its number."""
UNPAID = words_of(
    """
    guide asking reserve starting opening list book face insured rateable replacement estimated
    estimate appraisal appraised minimum suggested headline target
    depart reserve affiche affichee demande demandee estimation assuree venale catalogue
    """
)
"""What makes a price or value one that nobody has paid: "a guide price", "une mise à prix"."""
PAID_AT = words_of("for at pour contre à a moyennant au")
FUNDS = words_of("fund funds fonds")
NOUNS = SUM_NOUNS | DEAL_NOUNS
"""What a sum is, or what it is the sum of: "the price", "a contract"."""
COMPLEMENTED = (NOUNS | MONEY_NOUNS) - FUNDS
"""Nouns whose complement has the same sum: "the price of the deal"."""
CLOSED_FUND = words_of(
    """
    close closed closes closing raise raised raises raising boucle bouclent boucler leve levent
    lever cloture cloturent cloturer reuni reunit
    """
)
"""Verbs whose object is a fund that was raised."""

INVOLVED = words_of(
    """
    investors investor backers backer lenders lender donors buyers buyer shareholders subscribers
    investisseurs investisseur preteurs bailleurs acquereurs acheteurs donateurs souscripteurs
    """
)
"""Those who take part in a deal: in a list of them a figure in brackets is what each has paid."""

UNTOLD: tuple[str, ...] = phrases(
    """
    not disclosed | not been disclosed | not revealed | not been revealed | not made public |
    not been made public | not divulged | not given | not announced | not been announced |
    not published | not been published | did not disclose | didn't disclose | not disclose |
    declined to disclose | declined to reveal | not reveal | without disclosing | kept secret |
    kept confidential | kept quiet | keeping quiet | keeping secret | weren't disclosed |
    wasn't disclosed | n'a pas ete devoile | n'a pas ete devoilee | n'ont pas ete devoiles |
    n'ont pas ete devoilees | n'a pas ete communique | n'ont pas ete communiques |
    n'ont pas ete communiquees | n'a pas ete divulgue | n'ont pas ete divulgues |
    n'ont pas ete divulguees | n'a pas ete revele | n'ont pas ete reveles |
    n'ont pas ete revelees | n'a pas ete precise | n'ont pas ete precises |
    n'a pas ete rendu public | n'ont pas ete rendus publics | n'ont pas ete rendues publiques |
    non devoile | non devoilee | non communique | non communiquee | non divulgue | non revele |
    non precise | tenu secret | tenus secrets | reste secret | reste confidentiel |
    restent confidentiels | reste confidentielle | sans devoiler | sans reveler | sans preciser |
    pas devoile | pas communique | pas divulgue | pas revele | ne devoile pas | ne communique pas
    | ne communiquent pas | ne revele pas | ne devoilent pas | ne revelent pas
    """
)
"""Words by which nobody tells a sum."""
UNDISCLOSED = words_of("undisclosed confidential unspecified confidentiel confidentielle secret")
UNTOLD_NOUNS = words_of(
    """
    terms term price sum amount value consideration conditions details financials size
    prix montant somme valeur conditions termes modalites details
    """
)
"""What is not told, so that the sum is not."""

GOING = words_of(
    """
    went goes go passed passes moved flowed travelled passe passee passes passees alle allee alles
    allees parti partis parties vont va
    """
)
"""Verbs by which money that is their subject goes from one to another."""
