"""Words that tell what a figure is: an old value, a difference, a rate, a part, a valuation ….

Lower case and without accents; a `~` at the end stands for any ending.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from tui.language.plain_words import phrases

FigureRole: TypeAlias = Literal[
    "sum",
    "old",
    "other side",
    "difference",
    "base",
    "rate",
    "part",
    "valuation",
    "revenue",
    "profit",
    "debt",
    "other sum",
]
"""What a figure is in its sentence; `sum` where nothing tells that it is anything else."""

BEFORE: dict[FigureRole, tuple[str, ...]] = {
    "old": phrases(
        """
        from | compared with | compared to | versus | vs | against | down from | up from |
        previously | initially | originally | earlier offer of | previous offer of |
        initial offer of | first offer of | earlier bid of | previous bid of | initial bid of |
        previous estimate of | earlier estimate of | an earlier | a previous | its previous |
        its earlier | their previous | the previous | the original | instead of | rather than |
        not the | contre | par rapport à | par rapport au | par rapport aux | auparavant |
        precedemment | initialement | compare à | au lieu de | au lieu des |
        plutot que | offre initiale de | premiere offre de | offre precedente de |
        precedente offre de | estimation precedente de | premiere offre à | offre initiale à |
        premiere offre d' | premiere proposition de | premiere proposition à | opening offer of |
        opening bid of | first bid of | first offer at | first proposal of | initial proposal of |
        offre de depart de | offre precedente à
        """
    ),
    "other side": phrases(
        """
        rival bid of | rival offer of | rival proposal of | competing bid of | competing offer of |
        lower bid of | lower offer of | unsolicited rival bid of | counterbid of | offre rivale de |
        offre concurrente de | offre rivale à | offre concurrente à | proposition concurrente de
        """
    ),
    "base": phrases(
        """
        half of | half | third of | thirds of | quarter of | quarters of | fifth of | tenth of |
        twice | double | triple | times | fraction of | most of | much of | portion of | bulk of |
        majority of | rest of | remainder of | the remaining | out of | moitie de | moitie des |
        tiers de | tiers des | quart de | quart des | double de | double des | triple de |
        triple des | fois | dixieme de | cinquieme de | majorite des | majeure partie des |
        partie des | fraction de | fraction des | essentiel des | reste des | solde des |
        parmi les | sur les | sur un total de | out of the | of a total of | towards the |
        toward the | towards a | toward a | sur un budget de | sur un budget total de |
        sur un cout de | sur un cout total de
        """
    ),
    "difference": phrases(
        """
        increase of | rise of | cut of | fall of | drop of | gain of | decline of | difference of
        | gap of | premium of | discount of | reduction of | hike of | shortfall of | overrun of |
        growth of | jump of | saving of | savings of | surplus of | excess of | hausse de |
        baisse de | augmentation de | reduction de | ecart de | difference de | progression de |
        recul de | prime de | decote de | economie de | economies de | surcout de | diminution de
        | rabais de | remise de | rallonge de | depassement de | manque à gagner de | up | down |
        extra cost of
        """
    ),
    "part": phrases(
        """
        including | includes | include | comprend | comprennent | comporte | comportent | inclut |
        incluent | of which | dont | among them | y compris | comprising | incluant |
        first cheque of | first check of | first payment of |
        first transfer of | opening payment of |
        premier cheque de | premier versement de | premier paiement de | premier virement de |
        premier acompte de |
        parmi lesquels | parmi lesquelles | instalment of | installment of | tranche of |
        down payment of | deposit of |
        tranche de | tranche d' | acompte de | acompte d' | echeance de
        """
    ),
    "valuation": phrases(
        """
        valuation of | valued at | values it at | valuing it at | valued it at | market value of |
        market capitalisation of | market capitalization of | market cap of | enterprise value of
        | equity value of | its value of | book value of | its worth of |
        valorisation de | valorise à | valorisee à | valorises à |
        valorisees à | valorisation d' | capitalisation de | capitalisation boursiere de |
        valeur de | valeur d'entreprise de | net worth of | fortune of | fortune de | valuation at
        | valuation to | worth of | valuation topped | valorisation à
        """
    ),
    "revenue": phrases(
        """
        revenue of | revenues of | sales of | turnover of | chiffre d'affaires de |
        chiffre d'affaires d' | ventes de | recettes de | revenus de | receipts of | revenue was |
        revenues were | sales were | revenue reached | sales reached | revenue hit | turns over |
        bookings of | ca de | chiffre d'affaires atteint |
        chiffre d'affaires annuel de
        """
    ),
    "profit": phrases(
        """
        profit of | profits of | earnings of | net income of | benefice de | benefices de |
        benefice net de | resultat net de | resultat operationnel de |
        resultat d'exploitation de | operating result of | resultat de |
        loss of | losses of | perte de |
        pertes de | perte nette de | lost | earned | loses | perdu | perd | ebitda of | ebitda de
        | operating profit of | net profit of | net loss of | made a profit of | a gagne | losing
        | deficit of | deficit de
        """
    ),
    "debt": phrases(
        """
        endette~ de | endette~ à hauteur de | endette~ d' | crible~ de dettes |
        debt of | debts of | dette de | dettes de | liabilities of | endettement de | owes | owed
        | owing | net debt of | dette nette de | arrears of | debt pile of
        """
    ),
    "other sum": phrases(
        """
        fine of | fined | penalty of | amende de | amendes de | sanction de | sanctions de |
        sanction d' | penalite de | penalites de | astreinte de | dividend of | dividends of |
        dividende de | dividendes de | write-down of | writedown of | impairment of | charge of |
        depreciation de | budget of | budget de | cash pile of | cash of | tresorerie de |
        assets of | actifs de | reserves of | reserves de | salary of | salaire de | taxes of |
        tax of | tax bill of | impot de | impots de | damages of | dommages de |
        dommages et interets de | market of | marche de | marche mondial de | gdp of | pib de |
        backlog of | carnet de commandes de | with orders | with orders of | with orders worth |
        with bids | with bids of | with bids worth | with demand of | with an order book of |
        carnet d'ordres de | pour une demande de | avec une demande de | forecast of |
        estimate of | limit of | threshold of | seuil de | break-up fee of |
        termination fee of | fee of | fees of | commission de |
        commissions de | indemnite de | indemnites de | bail de
        """
    ),
}
"""What tells a figure from before: "a valuation of", "compared with"."""

AFTER: dict[FigureRole, tuple[str, ...]] = {
    "difference": phrases(
        """
        better than | richer than | bigger than | d'avance sur | de plus par rapport |
        less than | more than | higher than | lower than | less | lower | higher | cheaper |
        dearer | above | below | short of | too much | too little | beyond what | de plus que |
        de moins que | de moins | de plus | en moins | en plus | supplementaires par rapport |
        de trop | au-dessus | au-dessous | au dessus | en dessous | de mieux que | premium |
        discount | d'ecart | d'economies | increase | rise | cut | drop | shortfall | hike |
        in savings | of savings
        """
    ),
    "part": phrases(
        """
        of it | of that | of which | of them | of what | of this sum | of the total | d'entre eux |
        of the sum | of this amount | of the amount | of the money | of this money |
        of the proceeds | of that sum | of that amount | de cette somme | de ce montant |
        de ce total | de cette enveloppe | sur cette somme | sur ce total | sur ce montant |
        en seront | en sera | en ont | en sont | of the loan | of the package | of the facility |
        of the financing | de la somme | du total | du montant total | de l'enveloppe
        """
    ),
    "valuation": phrases(
        """
        valuation | company | start-up | startup | market value | market capitalisation |
        market capitalization | market cap | de valorisation | de capitalisation | unicorn |
        enterprise value | business
        """
    ),
    "revenue": phrases(
        """
        in revenue | in revenues | in sales | of revenue | of sales | in annual revenue |
        in annual sales | in yearly sales | in turnover | de chiffre d'affaires | de revenus |
        de ventes | de recettes | revenue | turnover | in annualised revenue | in receipts | de ca
        | of annual revenue | of annual sales
        """
    ),
    "profit": phrases(
        """
        in profit | in profits | profit | profits | in losses | loss | losses | of losses |
        in earnings | in net income | de benefice | de benefices | de pertes | de perte |
        de deficit | deficit | of profit | net loss | net profit | de resultat
        """
    ),
    "debt": phrases(
        """
        in debt | of debt | of debts | in debts | debt | de dette | de dettes | of borrowings |
        of its debt | of its debts | of their debt | of their debts | of the debt | of the debts |
        of its loans | of their loans | of its bank loans | of existing debt |
        of existing debts | of long-term debt | of bank debt |
        of its borrowings |
        de creances | de passif | de ses creances |
        de ses dettes | de sa dette | de leurs dettes | de leur dette | de dette bancaire |
        in liabilities | d'endettement | of net debt | in net debt
        """
    ),
    "other sum": phrases(
        """
        fine | penalty | in fines | d'amende | d'amendes | dividend | in dividends |
        son objectif | leur objectif | sa cible | its target | their target | its goal |
        in cash reserves | under management | d'actifs | sous gestion | of assets | in assets |
        in taxes | d'impots | in damages | de dommages | write-down | writedown | backlog | budget
        | d'ordres | d'intentions d'achat | de credit d'impot | de credits d'impot |
        de credit impot | d'allegements | d'exoneration |
        d'exonerations | de reductions d'impot | in tax credits | in tax breaks | of tax credits |
        de tresorerie | market | limit | break-up fee | termination fee | expected | forecast |
        threshold | de dividendes | in fees | ses depenses |
        ses investissements | ses engagements | ses acquisitions | son ardoise | la facture totale
        """
    ),
    "other side": phrases(
        """
        it wanted | they wanted | it sought | it had sought | it had asked | it asked |
        it had hoped | it hoped | it needed | expected by analysts | forecast by analysts |
        analysts had expected | analysts expected | it had offered | they had sought |
        that analysts | qu'il voulait | qu'elle voulait | qu'il demandait | qu'elle demandait |
        esperes | attendus par les analystes | reclames | demandes | qu'il esperait |
        qu'elle esperait | exiges | offered by | paid by | proposes par
        """
    ),
}
"""What tells a figure from behind: "in revenue", "less than"."""

PRICES = frozenset({"tag", "price", "value", "worth", "prix", "valeur", "etiquette", "cote"})
"""Nouns that tell what a company is worth where something puts them on it."""
PRICE_LINKS = frozenset(
    "tag of at to on about some nearly the a de d' à un une quelque pres environ \" ( ".split()
)
"""What may stand between these and the figure."""
PRICING = frozenset(
    """
    pricing prices pegs pegging pegged rating assessing estimating valorisant valorise estime
    estimant evaluant evalue cotant chiffrant
    """.split()
)
"""Verbs of which a company is the object where money is raised: "a round pricing it at 4 bn"."""
PUTTING = frozenset(
    """
    put puts putting slap slaps slapped slapping pin pins pinned hang hangs hung place places
    placed placing set sets setting fix fixes fixed give gives gave giving assign assigns assigned
    bring brings brought bringing take takes took taking lift lifts lifted lifting donne donnent
    donnant donnait fixe fixent fixant porte portent portant portait met mettent mettant attribue
    attribuant colle collant affiche etablit
    """.split()
)
RAISES = frozenset(
    "round rounds raise raised raises raising fundraising series levee lever leve leves".split()
)
"""Words of raising money, whose sentence may tell what the company is worth beside the sum."""

PART_OF: tuple[str, ...] = phrases(
    """
    of the | of this | of that | of these | of those | of its | of their | out of the |
    out of this | out of that | out of its | from the | from this | from that | from these |
    sur le | sur la | sur les | sur l' | sur ce | sur cette | sur cet | sur ces | de ce | de cette
    | de ces | du | parmi les | parmi ces | dans ce | dans cette
    """
)
"""At the head of a sentence, before a sum, these make a part of the figure behind the comma."""
SUMS = frozenset(
    """
    sum sums amount total money proceeds loan loans facility package financing funding investment
    envelope price payment credit cash capital funds somme sommes montant total enveloppe pret
    prets financement credit credits fonds argent budget prix investissement dette emprunt aide
    """.split()
)
"""Nouns that stand for a whole of which a figure may be a part."""

ON_TOP = frozenset(
    "further additional extra another more plus milestones later supplementaires".split()
)
"""Words before a sum that comes on top of another."""
PART_BEHIND: tuple[str, ...] = phrases(
    """
    out of a | out of the | out of a total | part of a | part of the | part of an | part of its |
    as part of a | as part of an |
    a part of the | une partie de | une partie d' | partie d' | partie de |
    dans le cadre d' | first part of
    """
)
INSTALMENT_BEHIND: tuple[str, ...] = phrases(
    """
    the first of two | the first of three | the first of four | the first of five |
    the first of several | the second of | the third of | the last of | the first instalment |
    the first installment | the first tranche | the first slice | the first half |
    a first instalment | a first tranche | a down payment on | premiere de deux |
    premiere de trois | premier de deux | premier de trois | premiere tranche | premier versement |
    premiere echeance
    """
)
"""Behind a sum these make it a part of a larger one."""
FIRST_BEHIND: tuple[str, ...] = phrases(
    """
    now and | today and | at once and | straight away and | immediately and | tout de suite et |
    immediatement et | maintenant et | aujourd'hui et | d'emblee et | comptant et | au comptant et
    """
)
"""Behind a sum these make it the first of two, where another one follows."""
WHOLES = frozenset(
    """
    deal agreement package contract facility loan commitment pledge grant accord settlement
    arrangement financing consideration price total sum contrat pret
    financement subvention enveloppe engagement credit
    """.split()
)
"""Deals of which a sum beside them may be a part."""
NAMED_SUMS = frozenset(
    """
    sum loan facility package proceeds financing money total envelope somme pret financement
    enveloppe total montant emprunt
    """.split()
)
"""Of those, the ones of which a figure right before is a part: "20 million of the loan"."""

RATE_PHRASES: tuple[str, ...] = phrases(
    """
    on average | in average | an average of | average of | averaging | en moyenne | une moyenne de
    | moyenne de | the average | per deal | par operation | per head | par tete |
    bon an mal an | year in year out
    """
)
"""What makes a sum one of each of several things."""
RATE_WORDS = frozenset(
    """
    annually yearly monthly weekly quarterly hourly daily apiece annuellement mensuellement
    """.split()
)
RATE_ADJECTIVES = frozenset(
    """
    annual yearly monthly weekly quarterly hourly daily annuel annuelle annuels annuelles mensuel
    mensuelle mensuels mensuelles hebdomadaire hebdomadaires trimestriel trimestrielle
    trimestriels unitaire unitaires annualised annualized quotidien quotidienne quotidiens
    """.split()
)
"""Right beside a sum these make it one of each year, each month …"""
PERIODICALS = frozenset(
    "daily weekly monthly quarterly quotidien hebdomadaire mensuel trimestriel".split()
)
"""Of those, the ones that papers are called by."""
PAPERS = frozenset(
    """
    newspaper newspapers paper papers magazine magazines journal tabloid broadsheet publication
    newsletter gazette title titre titres revue magazine journal journaux presse
    """.split()
)
"""Nouns of which they tell how often it appears: "the monthly magazine"."""
PER = frozenset(
    {"per", "par", "a", "an", "each", "every", "chaque", "the", "l'", "le", "la", "/", "pour"}
)
CALENDAR = frozenset(
    """
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday janvier fevrier mars avril mai juin juillet
    aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche
    """.split()
)
"""Behind "every" these make a sum one of each of several times: "every January"."""
UNITS_OF_RATE = frozenset(
    """
    share year month week day hour quarter tonne ton barrel user users head employee seat
    subscriber unit minute second head litre liter gallon pound kilo kilogram kg ounce mile night
    customer worker person household passenger acre plane aircraft car vehicle bushel
    kilowatt-hour megawatt-hour mwh kwh gw mw gigawatt megawatt site ticket piece copy token
    action an mois semaine jour heure trimestre personne abonne titre salarie baril seance
    habitant utilisateur tete unite foyer kilowattheure megawattheure once nuit client vehicule
    spring summer autumn fall winter christmas easter printemps automne hiver noel shift
    metre metres season saison campagne match game exercice hectare annee semestre part
    exemplaire piece billet logement journee soiree intervention prestation consultation
    tonne kilometre repas bouteille minute place eleve room bed flat apartment pupil student
    patient chambre lit appartement
    """.split()
)
MEANS_OF_PAYMENT = frozenset(
    """
    virement cheque actions emprunt emprunts dette obligations endettement augmentation apport
    echange tirage prelevement cession
    """.split()
)
"""After "par" these tell how a sum is paid, and no unit that it is paid for."""
EACH = frozenset({"each", "chacun", "chacune", "respectively", "respectivement", "individually"})

EACH_TIME: tuple[str, ...] = phrases(
    """
    for every | for each | each time | every time | whenever | pour chaque | à chaque |
    chaque fois
    """
)
"""Behind a sum these make it one of several: "pays 4 million for each home sold"."""
EACH_OF: tuple[str, ...] = (
    *EACH_TIME, *phrases("every | each | per | chaque | pour toute | pour tout | à chacun de"),
)  # fmt: skip
"""At the head of a sentence these do so: "For every home it builds, …"."""
WORTHS = frozenset("value worth valeur".split())
"""Nouns that tell what a company is worth where they are its own."""
REACHING = frozenset("atteint atteignait atteindre depasse affiche pese reached reaches".split())
"""Verbs whose subject has a value: "atteint une valeur de 280 millions"."""
RESTS = frozenset("rest remainder balance solde reste reliquat".split())
"""What remains of a whole beside a part of it."""
REMAINING = frozenset("remaining outstanding other final".split())
"""Before a second sum these make it the rest of a whole of which the first is a part."""
OF_WHOLE = phrases(
    """
    of the bill | of the total | of that total | of the sum | of that sum | of the price |
    of the purchase price | of the cost | of the budget | of the amount | of that amount |
    of the package | of the money | de la facture | du total | de ce total | de la somme |
    de cette somme | du prix | du montant | de ce montant | du budget | de l'enveloppe | du cout
    """
)
"""Behind a figure these tell that it is a part: "make up 4 million of the bill"."""
HANDED_OVER = frozenset(
    """
    cession vente cede cedee cedes vendu vendue vendus rachat achat achete achetee echange echangee
    transfert transfere transferee reprise repris acquis acquise acquisition
    """.split()
)
"""What is done "contre" a sum, which is its price: "vendu à K contre 4 millions"."""
OFFERED = frozenset("offered bid proposed proposait proposaient offrait offraient".split())
"""Verbs of what was offered before; beside another sum it is not what was paid."""
PAID_AS = frozenset("valeur value fee indemnite commission".split())
"""Nouns of what is paid where "for a" stands before them."""

RISING = phrases(
    """
    rais~ | increas~ | rose | risen | rise | rises | cut | cuts | cutting | lower~ | fell | fallen
    | falls | lift~ | boost~ | grew | grow~ | reduc~ | trim~ | up | down | exceed~ | miss~ | beat
    | outbid | overshot | undershot | sweeten~ | bump~ | shrank | jump~ | drop~ | declin~ |
    improv~ | gained | extend~ | climb~ | soar~ | surg~ | swell~ | swollen | slid | slide~ | slip~ |
    sank | sink~ | tumbl~ | plung~ | plummet~ | narrow~ | widen~ | deepen~ | shrink~ | shrunk |
    eased | dipp~ | mount~ | grimp~ | fondu | fond | tombe~ | creus~ | renforc~ | flech~ |
    degring~ | effondr~ | retrec~ | amelior~ | deterior~ | monte | montee | montent | descend~ |
    accelere~ | envol~ | replie~ | s'est contracte~ | se sont contracte~ | se contracte~ |
    reculait |
    slash~ | top~ | augment~ | relev~ | reduit~ | reduis~ | baiss~ |
    gonfl~ | grossi~ | progress~ | recul~ | diminu~ | rehauss~ | chut~ | bondi~ | accru~ | accroi~
    | majore~ | depass~ | alourdi~ | allege~ | hauss~ | plonge~ | ramene~ | major~
    """
)  # fmt: skip
"""Before "by" and the French "de" a figure makes these a difference, not a sum."""
MOVING = phrases(
    """
    pass~ | port~ | relev~ | ramen~ | augment~ | reduit~ | reduis~ | mont~ | grimp~ | bondi~ |
    baiss~ | chut~ | tomb~ | recul~ | progress~ | va | hauss~ | revis~ | revu~ | rehauss~ | gonfl~
    | abaiss~
    """
)
"""Before "de … à …" these make the first figure an old value and the second the new one."""
CHANGING = phrases(
    """
    cut | cuts | cutting | reduc~ | lower~ | trim~ | slash~ | shrank | rais~ | increas~ | lift~ |
    bump~ | hik~ | revis~ | adjust~ | brought down | knocked down
    """
)
"""English verbs by which a fine is changed "to" another sum."""

AWARDING = frozenset(
    """
    attribue attribuent attribuer attribuee remporte remportent remporter decroche decrochent
    decrocher choisi choisit choisissent retenu retient
    confie confient notifie signe signent signer gagne gagnent passe conclu
    rafle raflent rafler emporte emportent emporter empoche empochent empocher securise securisent
    securiser obtient obtiennent obtenir obtenu adjuge adjugent laureat titulaire attributaire
    """.split()
)
"""Verbs of whose object "un marche" is a contract."""
BUILDING_FOR = frozenset(
    """
    construira construiront construit construire renovera renove renover batira batir livrera livre
    livrer fournira fournit fournir realisera realise realiser rehabilitera entretiendra exploitera
    """.split()
)
"""Verbs of works and supplies, beside which "un marché" is a contract."""
EARLIER = frozenset(
    """
    previous prior preceding earlier precedent precedente precedents initially originally
    initialement abord auparavant
    """.split()
)
"""Beside a deal, or before its figure, these make it one that was told or made before."""
AT_FIRST = frozenset("initially originally initialement abord".split())
STARTING = frozenset(
    """
    initial initiale original originale depart origine first once formerly naguere jadis autrefois
    """.split()
)
"""Before a figure these make it a first value where another one follows in the sentence."""

GIVING = frozenset(
    """
    gives give giving gave implies imply implying implied suggests suggesting
    donne donnent donnant donnait confere conferant ressortir implique impliquant suppose
    """.split()
)
"""Verbs that give a company a value."""
UNTIL_NOW: tuple[str, ...] = phrases(
    """
    so far | to date | thus far | until now | up to now | jusqu'ici | jusqu'à present |
    jusqu'à maintenant | à ce jour
    """
)
"""Beside a figure these make it what was paid up to now, in one deal or in several."""
SUPERLATIVES = frozenset(
    """
    largest biggest highest record smallest lowest best most first only grand grande gros grosse
    important importante eleve elevee premier premiere seul seule
    """.split()
)
"""Words with which they tell of a deal among others instead: "its largest purchase to date"."""
FRESH_MONEY = frozenset("fresh new invested investors investisseurs funding money".split())
"""Words of a sentence in which a price is that of the company, not of what is bought."""

WHOLE_DEALS = frozenset(
    """
    deal transaction contract agreement order package offer bid acquisition takeover purchase sale
    merger stake buyout round financing investment commitment partnership tie-up loan facility
    achat achats reprise rachats acquisitions cessions commandes marche
    accord contrat operation transaction offre commande rachat acquisition cession vente pret
    investissement partenariat levee tour financement participation engagement fusion projet deals
    contracts orders contrats commandes lot programme program plan shares stock bonds actions
    titres chips equipment capacity services grant grants award donation gift subsidy job lease
    licence settlement subvention don aide bail buy-out swoop raid rescue bailout buyback buy-back
    repurchase absorption disposal divestment refinancing placement concession mandate tender
    franchise charter mandat chantier enveloppe reprise rachat
    """.split()
)
"""What may be "worth" or "valued at" a sum that is the sum of the deal itself."""
CONTRACTS = frozenset(
    """
    contract contracts order orders job agreement award lease licence license concession mandate
    contrat contrats commande commandes marche bail licence concession mandat
    """.split()
)
"""Of those, the ones that a long complement may part from what they are valued at."""
