"""Words by which a figure measures something else than a fact of its kind does.

Lower case and without accents.
"""

from __future__ import annotations

from tui.language.plain_words import phrases

OTHER_THINGS: dict[str, tuple[str, ...]] = {
    "revenue": phrases(
        """
        orders | order book | order intake | order backlog | backlog | bookings | contracts won |
        pipeline | commandes | carnet | prises de commandes | contrats signes | contrats remportes
        """
    ),
    "profit": phrases("orders | backlog | commandes | carnet"),
    "loss": phrases("orders | backlog | commandes | carnet"),
    "stake": phrases(
        """
        sold | sells | selling | sell | parted with | parts with | parting with | let go of |
        lets go of | disposed of | disposes of | divested | divests | shed | sheds | offloaded |
        offloads | unloaded | gave up | gives up | giving up | got rid of | dumped | trimmed by |
        reduced by | cut by | vendu | vend | vendent | vendait | vendre | vendit | cede | ceda |
        cedent | cedait | cedant | ceder | defait de | defait d' | defaite de | defaite d' |
        defaire de | defaire d' | separe de | separe d' | separee de | separee d' | deleste de |
        deleste d' | delestee de | debarrasse de | debarrasse d' | brade | allege de | bet against |
        shorted | short position
        """
    ),
    "market-share": phrases(
        "lost | loses | gained | gains | points | perdu | perd | perdent | gagne | gagnent | gagner"
    ),
    "capacity": phrases(
        """
        produced | produces | generated | generates | supplied | supplies | delivered | delivers |
        fed | feeds | ran at | runs at | burnt | burned | burns | consumed | consumes | consume |
        made | a fabrique | a sorti | used | uses | draws | drew | average | averaged | averages |
        on average | mean | a produit | ont produit | produit | produisait | produisent |
        produisaient | a fourni | ont fourni | fournit | fournissait | fournissent | a livre |
        livre | a injecte | injecte | tournait à | tourne à | a tourne à | consomme | consomment |
        consommait | brule | moyenne
        """
    ),
}
"""What has a figure, before it in its clause, that is of no fact of that kind."""
ABLE = frozenset(
    """
    can could able capable designed built peut peuvent pourra pourront capables concu concue prevu
    prevue nominale rated installed installee capacity capacite capacites puissance regime tilt
    flat-out rendement
    """.split()
)
"""With these a verb of output tells what a plant is built for."""

ONCE: tuple[str, ...] = phrases(
    """
    used to | peak | heyday | once | formerly | at its height | at the height | in its prime |
    used to be | at the time | back then | at its zenith | in its glory | apogee | au sommet de |
    au faite | au plus haut | jadis | autrefois | naguere | à l'epoque | au temps de | au temps du |
    à son sommet | à leur sommet | à son pic | à son zenith | heures de gloire |
    heure de gloire | au pic | qu'aujourd'hui | que maintenant |
    than today | than now | than it is today | than it is now
    """
)
"""Words that tell a worth of another time than the article's."""

AT_FIRST: tuple[str, ...] = phrases(
    """
    launched at | at launch | at its launch | at the launch | when it launched | initially |
    originally | at first | on the eve | the day before | before the announcement |
    before the bid | before the offer | before the news | lance~ à | à son lancement |
    à sa sortie | au lancement | à l'origine | initialement | au depart | à la veille |
    la veille | avant l'annonce | avant l'offre
    """
)
"""Words that date a price back, where another one is told as that of now."""

AIMING: tuple[str, ...] = phrases(
    """
    target | targets | targeted | targeting | aims for | aims at | aiming for | eyes | guides |
    guidance | forecasts | projects | pencils in | pencilled in | goal of | ambition of |
    budget of | budgets | promise of | forecast of | outlook of | estimate of | hopes for |
    hoping for | vise | visent | visait | visaient | ambitionne | ambitionnent | table sur |
    tablent sur | tablait sur | escompte | escomptent | escomptait | objectif de | objectif d' |
    cible de | cap sur | vise le cap | prevision de | se fixe | s'est fixe | brigue | briguent
    """
)
"""Words before a figure that make it a goal or a forecast."""

EXPECTING: tuple[str, ...] = phrases(
    """
    expect | expects | expected | expecting | forecast | forecasts | forecasting | predict |
    predicts | predicted | predicting | anticipate | anticipates | anticipated | anticipating |
    guides | guiding | guided | guidance | projects | projected | projecting | projection of |
    sees | seeing | see \u00a4 | see it | see its | on course for | on course to | on track for |
    on track to | heading for | headed for | head for | bound for | looks to | looking to |
    look set to | looks set to | pencil~ in | picture~ itself | imagine~ itself | envisag~ |
    budgeted | budgets | counts on | counting on | banks on | banking on | betting on | bets on |
    hopes | hoping | hope to | aims | aiming | aimed | targets | targeting | targeted | plans to |
    plan to | planning | wants to | want to | intends | intend to | should | could | would | might |
    set to | due to reach | scheduled to | estimates for | consensus | outlook | ambition | goal |
    dreams of | within reach of | promised | promising | count on | counted on | bank on |
    reckons it will | s'attend à | s'attendent à | s'attendait à | attend \u00a4 | attend un |
    attend une | attend~ de | attendai~ | attendent | tabl~ sur | pari~ sur | mis~ sur | promis |
    promettai~ | donnai~ | budgetai~ | espera~ | voyai~ | attendu | attendue | attendus |
    attendues | anticipe | anticipent | anticipait | anticipant | prevoit | prevoient | prevoyait |
    prevu | prevue | prevus | prevues | prevoir | prevoyant | se projette | se projettent |
    projette | projettent | mise sur | misent sur | misait sur | parie sur | parient sur |
    table sur | tablent sur | tablait sur | tablant sur | espere | esperent | esperait | esperant |
    escompte~ | ambitionne~ | vise \u00a4 | vise un | vise une | visent | visait | visant |
    se voit detenir | se voit posseder | se voit controler | se voit realiser | se voit atteindre |
    se voit depasser | se voit peser | se voit valoir | se voient detenir | se voient posseder |
    promet | promettent | en passe de | appelee à | appele à | appeles à | est cense | sont censes |
    est censee | sont censees | budgete | budgetent | a budgete | objectif | objectifs |
    ambition de | prevision | previsions | projection | projections | voit deja | voient deja |
    devrait | devraient | pourrait | pourraient | compte atteindre | compte realiser |
    comptent atteindre | compte depasser | rever | reve de | reve d' | revent | floated | mooted |
    touted | on pace for | on pace to | en route vers | bien parti pour | bien partie pour |
    right to | rights to | option to | option on | option over | warrants for | droit de |
    droit d' | option d'achat | option sur | possibilite de | possibilite d'
    """
)
"""Words before a figure of a fact that tell it as expected, planned or hoped for."""
BIDDING: tuple[str, ...] = phrases(
    """
    bid for | bids for | bidding for | offered to buy | offers to buy | an offer for | offer for |
    made an offer | a propose de racheter | propose de racheter | a propose d'acheter |
    une offre sur | brigue | convoite | lorgne
    """
)
"""Before a share these tell one that somebody only wants to have."""
FORECASTERS = frozenset(
    """
    analysts analyst brokers broker forecasters forecaster economists economist consensus pundits
    bookmakers strategists bloggers estimates projections budget
    analystes analyste courtiers courtier previsionnistes economistes economiste consensus
    strateges experts estimations projections budget
    """.split()
)
"""At the head of a clause before a figure these tell that somebody only reckons with it."""
MISSED = frozenset(
    """
    missed misses missing manque manquent rate ratent avoid avoided avoids avoiding averted escaped
    evite evitent evitait eviter
    """.split()
)
"""Verbs whose object was not reached: "missed the 4 million it had promised"."""
REACHED = frozenset(
    """
    met meets reached reaches hit hits achieved achieves attained fulfilled kept beat beats beaten
    exceeded surpassed topped atteint atteignent rempli remplit tenu tenus depasse depassent
    realise
    """.split()
)
"""Verbs before a goal that was met, or passed."""
UNITS_OF_COMPANIES = frozenset(
    """
    arm unit division subsidiary branch plant shop shops store stores factory brand brands segment
    outlet outlets franchise site sites parent owner founder chain operations range label
    filiale filiales division branche usine magasin magasins boutique boutiques marque marques
    boss ceo chief executive chairman chairwoman director president patron patronne pdg dirigeant
    dirigeante directeur directrice presidente
    activite activites pole site sites enseigne agence agences atelier maison-mere fondateur
    fondatrice gamme
    """.split()
)
"""Of a company, these are not the company: "Kestrel's Dutch arm", "la filiale belge de Kestrel"."""
SALES = frozenset("sales revenue revenues turnover takings ventes recettes revenus chiffre".split())
PARTIAL: tuple[str, ...] = phrases(
    """
    online | export | exports | overseas | foreign | domestic | international | retail | wholesale |
    like-for-like | same-store | comparable | organic |
    european | american | british | french | german | asian | chinese | home |
    in-store | e-commerce | digital | licensing | advertising | subscription | ticket | en ligne |
    à l'export | à l'exportation | à l'etranger | à l'international | en magasin | en france |
    en europe | en asie | en amerique | numerique | numeriques | europeen | europeens |
    europeennes | francais | francaises | publicitaires | dans le bio | hors de france
    """
)
"""Right beside sales or revenue these make them a part of those of a company."""
JOINT: tuple[str, ...] = phrases(
    """
    between them | the two of them | the pair | put together | taken together | jointly | combined |
    à eux deux | à elles deux | à eux seuls | à eux trois | ensemble | conjointement | cumule~ |
    à elles trois
    """
)
"""Words of what several have together."""
WORTH_SEEN = frozenset("being peser valoir valant pesant worth".split())
"""Behind "see" and "voient" these tell what somebody expects a thing to be worth."""
SEEING = frozenset("see sees seen voit voient voyaient".split())

HOLDING_THEN = frozenset(
    """
    had held owned controlled was were possessed avait avaient detenait detenaient possedait
    possedaient controlait controlaient etait etaient worked travaillait travaillaient employait
    employaient employed comptait comptaient counted numbered valait valaient stood
    numbering s'elevait s'elevaient coutait coutaient
    realisait realisaient vendait
    """.split()
)
"""Verbs that tell what somebody had, which may be over."""
UNTIL: tuple[str, ...] = phrases(
    """
    until | till | up until | until now | until then | till now | up to now | hitherto |
    jusqu'à | jusqu'au | jusqu'aux | jusqu'en | jusqu'alors | jusque-la |
    jusque là | jusqu'ici
    """
)
"""Words of a time at which what was so came to an end."""
UNTIL_NOW = frozenset("ici alors la now then hitherto jusque-la jusqu'ici jusqu'alors".split())
"""Last words of those that bound no figure: "held until now 40 percent"."""
EARLIER = frozenset("before avant".split())

YEARLY = frozenset(
    """
    year yearly annual annually annualised annualized annum an annee annees annuel annuelle annuels
    annuelles annuellement exercice
    """.split()
)
"""Units of the rate at which revenue and profit are told."""
SHORTER_TIMES: dict[str, int] = {
    unit: days
    for days, units in (
        (93, "quarter quarterly trimestre trimestriel trimestrielle trimestriels"),
        (31, "month monthly mois mensuel mensuelle mensuels mensuelles"),
        (7, "week weekly semaine semaines hebdomadaire hebdomadaires"),
        (1, "day daily jour jours quotidien quotidienne quotidiens hour hourly heure"),
    )
    for unit in units.split()
}
"""Units of shorter rates, with the most days that each has."""
PER_ONE = frozenset("per each every par chaque".split())
"""Before a noun these tell a figure of each thing of several."""
NO_UNIT = frozenset(
    """
    cent other time one la le les l' un une ses son sa des the its their rapport ailleurs exemple
    actionnaires ailleurs rapport consequent
    """.split()
)
"""Behind such a word these tell no unit: "par ailleurs", "par ses actionnaires"."""

THAT_OF: tuple[str, ...] = phrases(
    """
    that of | those of | belong to | belongs to | celui de | celui du | celui d' | celle de |
    celle du | celle d' | ceux de | ceux du | ceux d' | celles de | celles du | celles d' |
    appartient à | appartiennent à
    """
)
"""Behind a figure these tell whose it is."""
HELD_IN = frozenset(
    """
    of in from the a its capital equity shares share stock votes voting rights parts part actions
    titres droits vote de du d' des dans la le les l' au sein chez stake issued
    """.split()
)
"""Words between a share and the company that it is a share of."""
OF_NAME = frozenset(
    "itself themselves lui-meme elle-meme"
    " who which whose that qui dont que qu' où where valued worth last now currently once already"
    " estimated priced assessed valorise valorisee estime estimee evalue evaluee pesant valant cote"
    " cotee actuellement".split()
)
"""What opens words about the name before a comma."""

HAVING_IN_FRONT = frozenset(
    """
    employing owning holding controlling possessing counting having with employant comptant detenant
    possedant controlant ayant avec fort forte
    """.split()
)
"""Words at the head of a sentence with which its subject is told to have something already."""
LEAVING_AS_IT_IS: tuple[str, ...] = phrases(
    """
    not for sale | not up for sale | not on the market | not on the block | not affected |
    not changed | not change | not in question | not at issue | not at risk | not concerned |
    not included | not part of | not give it | not give them | not be diluted | not be touched |
    not be sold | not be affected | not under threat | not up for discussion |
    n'est pas à vendre | n'est pas à ceder | n'est pas en vente | n'est pas concernee |
    n'est pas affectee | n'est pas remise en cause | n'est pas menacee | n'est pas en jeu |
    n'est pas en discussion | n'est pas comprise | n'est pas incluse | n'est pas diluee |
    n'a pas change | n'a pas bouge | n'a pas ete touchee | n'a pas evolue | ne change pas |
    ne bouge pas | ne bougera pas | ne changera pas | ne sera pas cedee | ne sera pas vendue |
    ne sera pas diluee | ne lui donne pas | ne lui donne aucun | ne lui confere pas
    """
)
"""Behind what somebody holds these deny nothing of it: "its 12 percent stake is not for sale"."""

HOLDING = frozenset(
    """
    own owns owned owning hold holds held holding have has had having control controls controlled
    controlling possess possesses possessed keep keeps kept keeping retain retains retained take
    takes took taken taking buy buys bought buying acquire acquires acquired acquiring pick picks
    picked snap snaps snapped build builds built get gets got getting bag bags bagged secure
    secures secured amass amasses amassed increase increases increased raise raises raised lift
    lifts lifted boost boosts boosted up ups upped reach reaches reached cross crosses crossed
    purchase purchases purchased grab grabs grabbed obtain obtains obtained gain gains gained
    inherit inherits inherited sits sit speaks speak commands command

    detient detiennent detenait detenaient detenir detenant possede possedent possedait posseder
    possedant a ont avait avaient ayant avons avoir controle controlent controlait controler
    conserve conservent conserver garde gardent garder pris prend prennent prendre acquis acquiert
    acquierent acquerir achete achetent acheter rachete rachetent racheter offert offre offrent
    entre entree entres entrent monte montee montes montent passe passee passent grimpe grimpee
    ramene ramenent ramener abaisse abaissent lowered lowers reduced reduces cut cuts
    grignote ramasse dispose disposent pese pesent cumule cumulent reunit porte portent hisse
    hissee arrondi recupere recuperent obtient obtenu herite detenons possedons controlons
    """.split()
)
"""Forms of verbs whose subject has a share, or comes to have it."""
HELD = frozenset(
    """
    owned held controlled possessed detenu detenue detenus detenues possede possedee possedes
    possedees controle controlee controles controlees
    """.split()
)
"""Participles of having, behind which "by" and "par" tell who has a share."""
BELONGING = frozenset("belongs belong belonged appartient appartiennent revient reviennent".split())
"""Verbs whose subject is somebody's."""
OF_STAKES = frozenset(
    """
    stake stakes holding shareholding interest share shares position slice of in
    participation participations part parts bloc
    """.split()
)
"""What a share is, or how its company is told, behind a possessive: "Kestrel's 30 percent of"."""
PAPERS = frozenset(
    """
    capital equity share shares stock votes voting rights parts part actions titres droits vote
    shareholding ownership stakes
    """.split()
)
"""What a share of a company is a share of."""

CAPACITY_NOUNS = frozenset(
    """
    capacity throughput nameplate capacite capacites jauge contenance debit cadence puissance
    """.split()
)
"""Nouns that tell how much something can take, make or hold."""
CAPACITY_VERBS = frozenset(
    """
    seats seating sleeps holds accommodates houses hosts berths stores stables handles processes
    accueille heberge loge abrite contient stocke recoit traite emmagasine seat sleep hold
    accommodate house host berth store stable handle process treat accueillera hebergera logera
    abritera contiendra stockera recevra traitera sort sortent churns offer
    """.split()
)
"""Verbs in the present that tell it of a building or a plant."""
ROOM = frozenset(
    """
    seats beds rooms berths places spaces bays cabins covers pitches cots bunks desks slots
    sieges lits chambres places couchages emplacements couverts berceaux fauteuils cabines box
    anneaux strapontins
    """.split()
)
"""What is counted of a house, a ship or a car park to tell how many it takes."""

SHAREHOLDERS = frozenset(
    """
    shareholders shareholder owners holders investors shared split divided actionnaires
    actionnaire proprietaires porteurs reparti repartie repartis partage partagee entre between
    """.split()
)
"""Words of a list of those who hold a company."""
ABROAD = frozenset("exports export exportations exportation".split())
"""At the head of a clause these have sales that are a part of all."""
BEHIND_OTHERS = frozenset("devant ahead followed suivi suivie derriere behind".split())
"""Before a share these tell that it is that of somebody with less, or with more."""
UNTIL_THEN = frozenset("already previously formerly deja auparavant precedemment".split())
"""Before a share these tell one that was held before another came on top."""
TRADE = frozenset(
    """
    sales revenue revenues turnover output production orders profit profits market exports costs
    ventes chiffre revenus recettes production commandes benefice marche exportations
    """.split()
)
"""Of these a share is no share of their company: "12 percent of its sales"."""
FORECAST = frozenset(
    """
    forecast forecasted expected predicted hoped promised pencilled projected targeted budgeted
    attendus attendue attendu prevus prevu esperes espere anticipes promis vises budgetes
    """.split()
)
"""Behind a sum these tell that it was expected."""
GAINS = frozenset("profit profits loss losses income earnings net operating pre-tax".split())
"""Behind the first word of a sentence these make an adjective of it: "Attributable profit"."""
TURNS_OF_RESULTS = frozenset(
    """
    profit profits profitable loss losses black red even earned earning made lost losing
    benefice benefices beneficiaire beneficiaires rentable perte pertes vert rouge equilibre
    gagne perdu excedent deficit
    """.split()
)
"""Words before "after" that tell the result of a time: "is back in the black after"."""
COMPANIES = frozenset(
    """
    company firm business concern outfit manufacturer maker toymaker brewer brewery pottery foundry
    retailer builder startup start-up carmaker printer grocer airline
    """.split()
)
"""Nouns of a company before which a capital tells where it is: "the Northampton company"."""
HAVING_MORE = frozenset(
    """
    hold holds held holding own owns owned owning detient detiennent detenant possede possedant
    """.split()
)
"""With these "a further 18 percent" is what somebody has beside others."""
RATIOS = frozenset(
    """
    growth croissance progression margin margins occupancy unemployment turnout inflation yield
    utilisation utilization rate
    taux marge marges rendement chomage inflation remplissage
    """.split()
)
"""What else is told in percent."""
OTHER_COMPANIES = frozenset(
    """
    rival competitor supplier customer client neighbour concurrent concurrente fournisseur voisin
    fabricant pme eti entreprise societe sous-traitant
    """.split()
)
"""Nouns of a company that is hardly the one told of."""
RANKS = frozenset(
    """
    leader numero premier premiere deuxieme troisieme champion championne first second third number
    market rival rivale concurrent concurrente specialiste fabricant
    """.split()
)
"""What opens an apposition that tells which company somebody is: "Halden, leader du secteur"."""
ROOM_ALONE = frozenset(
    "seat seater bed bedroom room berth place space bay cabin cover pitch cot desk key".split()
)
"""Of these, the singular behind a hyphen: "a 320-bed clinic"."""
CARRIED = frozenset(
    "passengers people cars vehicles lorries guests passagers personnes voitures vehicules".split()
)
"""What a ship or an aircraft takes."""

GROWTH = frozenset(
    """
    grew grown grow grows rose risen rises fell fallen falls dropped jumped climbed gained up down
    growth increase decrease rise fall hausse baisse croissance progression recul progresse recule
    bondi chute augmente
    """.split()
)
"""Right before a share these make it that of a change."""
PRICE_STEPS = frozenset(
    """
    gained added shed rose fell dropped jumped climbed slid slipped lost tumbled leapt sank plunged
    up down put pris prend perdu perd gagne augmente augmentent baisse
    hausse
    """.split()
)
"""Right before a price these make it the step by which it moved."""
ON_TOP = frozenset("another additional further extra more supplementaires supplementaire".split())
"""Beside a share these make it one that comes on top of what is held."""

STAKE_NOUNS = frozenset(
    """
    stake stakes holding holdings shareholding interest shares share portion slice bloc block
    position participation participations part parts actions titres bloc portefeuille portfolio
    """.split()
)
"""What of a company may be worth a sum, and is not the company."""
THINGS_WORTH = frozenset(
    """
    market markets sector industry trade deal deals contract contracts order orders portfolio
    estate property building buildings land plant site assets project projects collection fortune
    """.split()
)
"""Right before "worth" these are no company: "operates in a market worth 4 billion"."""
FRESH_SUMS = frozenset(
    """
    raise raised raises raising round investment investments invested injection injected funding
    cheque ticket infusion round fundraising
    lever leve levee leves levees levait apport apporte injecte injectes investi investis
    investissement tour injection mise
    """.split()
)
"""Words beside money that a company raised."""
OWNERS_IN_COMMON = frozenset(
    """
    employees staff workers founders founder family heirs management managers public state
    government treasury investors shareholders minority others rest town city region widow
    salaries personnel fondateurs fondateur fondatrice famille heritiers direction dirigeants
    cadres public etat investisseurs minoritaires porteurs actionnaires flottant caisse reste
    solde veuve ville
    """.split()
)
"""Holders of a share who are told by no name."""
RESTS = frozenset("other remaining rest remainder balance autres restants solde reste".split())
"""Beside a share these make it what others have."""
HOUSES = frozenset(
    """
    theatre theater hall stadium arena hotel ship ferry liner boat plane aircraft airliner cinema
    church school nursery hospital clinic campus hostel restaurant venue auditorium bus coach car
    park carpark prison shelter home residence lodge opera
    salle stade arene hotel navire paquebot ferry bateau avion appareil cinema eglise ecole creche
    hopital clinique auberge restaurant auditorium autocar bus parking prison refuge maison
    residence foyer zenith opera ehpad internat camping chapiteau amphitheatre gradins tribune
    """.split()
)
"""Things of which so many seats or beds tell how many people they take."""
TO_BE_BUILT: tuple[str, ...] = phrases(
    """
    once | after | when | as soon as | by the end of | from \u00a4 | eventually | ultimately |
    in time | at full capacity from | on completion | upon completion |
    une fois | apres | quand | lorsque | lorsqu' | des que | des la | des le | des \u00a4 |
    à partir de | à partir du | à terme | d'ici | à l'issue | à l'horizon | en regime de croisiere
    """
)
"""Behind what a plant will do, these tell that it does not yet."""
FINISHED = frozenset(
    """
    complete completed finished built ready operational commissioned
    achevee acheve terminee termine construite construit operationnelle operationnel livree livre
    """.split()
)
"""Behind "once" these tell a plant itself, not a line that is added to it later."""
FUTURE_FORMS = frozenset("will shall pourra pourront sera seront aura auront".split())
"""Verbs by which a plant is told to do something later."""
