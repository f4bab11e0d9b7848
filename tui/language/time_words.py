"""Words that tell when something was, beside the dates themselves: French and English, plain."""

from __future__ import annotations

from tui.language.plain_words import phrases

BY = frozenset(
    {"by", "d'ici", "ici", "horizon", "until", "till", "jusqu'en", "jusqu'à", "jusqu'au"}
)
BEFORE = frozenset({"before", "avant"})
AFTER = frozenset({"after", "apres"})

ELSEWHEN: tuple[str, ...] = phrases(
    """
    ago | years before | years earlier | years later | months earlier | months later |
    weeks earlier | a year earlier | a year later | a month earlier | decades | at the time |
    at that time | that year | that month | that week | back then | in those days |
    the following year | the year before | the previous year | the year after | the next year |
    the following month | formerly | once | last year | last month | last quarter | last week |
    last decade | next year | next month | next week | next quarter | earlier this year |
    later this year | last summer | last autumn | last winter | last spring | last century |
    the previous month | at its founding | since its founding | at the turn of | in the past |
    decade | the day before | the week before | il y a | plus tot | plus tard | auparavant |
    à l'epoque | cette annee-la | ce mois-la | jadis | autrefois | naguere | l'annee suivante |
    l'an dernier | l'annee derniere | le mois dernier | la semaine derniere | le trimestre dernier
    | l'an prochain | l'annee prochaine | le mois prochain | la semaine prochaine | l'an passe |
    l'annee precedente | le mois precedent | annees plus tot | ans apres | ans avant |
    ans plus tard | ans plus tot | mois apres | mois avant | la veille | le lendemain |
    dans les annees | au siecle dernier | alors | l'ete dernier | l'hiver dernier |
    le printemps dernier | l'automne dernier | ce jour-la | lors de sa creation | une decennie |
    dernierement_ | ans que | mois que | siecle passe | before last | years back | months back |
    century back | decades back | weeks back | a while back | christmas eve | christmas day |
    boxing day | new year's eve | new year's day | thanksgiving day | easter monday | good friday |
    bastille day | labour day | labor day | midsummer | veille de noel | lendemain de noel |
    jour de noel | soir de noel | jour de l'an | reveillon | toussaint | lundi de paques |
    lundi de pentecote | fete nationale
    """
)
"""What dates a sentence at another time than that of its article, without saying which."""
ELSEWHEN_OFTEN_ELSE = frozenset({"once", "alors", "decade", "decades", "une decennie"})
"""Of those, the ones that mean something else as often: taken before a past tense only."""

CHANGED_HANDS: tuple[str, ...] = phrases(
    """
    as the buyer | as buyer | as the new owner | buyer of | acquirer of | as the winner |
    comme acquereur | comme repreneur | acquereur de | acquereur d' | repreneur de | repreneur d' |
    largest shareholder | biggest shareholder | main shareholder | premier actionnaire |
    principal actionnaire | actionnaire majoritaire | majority shareholder |
    part of | became effective | becomes effective | become effective | devenu effectif |
    devenue effective | devient effectif | devient effective |
    became the owner | becomes the owner | became owner | become the owner | became part of |
    becomes part of | become part of | becoming part of | became a subsidiary |
    company since | subsidiary since | belong~ to | passed to | passes to | passed into |
    passed under | pass under |
    changed hands | changes hands | change hands | change of hands | changed owner | new owner |
    came under | comes under | come under | under the control | into the hands | in the hands of |
    took control | takes control | take control | took possession | takes possession | took charge
    | took the keys | took over | takes over | went through |
    goes through | go through | took effect | takes effect | take effect |
    came into force | comes into force | came into effect | entered into force | joined the |
    joins the | owner since | owner of | owners of | property of | the keys |
    propriete de | propriete du | propriete d' | propriete des | proprietaire~ | appartient |
    appartiennent | appartenait | appartenir | change de mains | change de main |
    changent de mains | changeait de mains | changer de mains | changement de mains |
    change de proprietaire | sous le controle | sous la coupe | sous pavillon | dans le giron |
    aux mains | entre les mains | dans l'escarcelle | sous la houlette | sous la banniere |
    prend effet | pris effet | prenait effet | prendra effet | entre en vigueur |
    entree en vigueur | entrait en vigueur | entrera en vigueur | pris possession |
    prend possession | prenait possession | pris le controle | prend le controle |
    prenait le controle | prise de possession | prise de controle | pris les renes |
    remise des cles | remis les cles | recu les cles | mis la main | met la main |
    rejoint le groupe | rejoignait le groupe | filiale de | filiale du | filiale d'
    """
)
"""Words by which a company or a thing goes to another owner, or a deal takes effect."""
POINTING_AT_DEAL: tuple[str, ...] = phrases(
    """
    after | following | after that of | after the one of | than that of | that of | those of |
    besides | alongside | in addition to | on top of | on the heels of | in the wake of |
    buyer of | acquirer of | owner of | takeover of | as well as | like |
    apres | apres celui de | apres celle de | celui de | celle de | celui du | celle du | celui d' |
    celle d' | celui des | celle des | ceux de | celles de | apres celui d' | apres celle d' |
    outre |
    en plus de | en sus de | dans la foulee de | à la suite de | suivant | acquereur de |
    acquereur d' | repreneur de | repreneur d' | proprietaire de | proprietaire d' | comme
    """
)
"""What a deal before is pointed at with, by the name of a party of it: "after Halden in May"."""
ADDED_TO: tuple[str, ...] = phrases(
    """
    on top of | in addition to | adds to | add to | added to | comes after | came after | follows |
    followed | follow | builds on | built on | supplements | supplement | complements | tops up |
    s'ajoute à | s'ajoutent à | s'ajoute au | s'ajoutent au | s'ajoute aux | s'ajoutent aux |
    vient completer | viennent completer | complete | completent | fait suite à | fait suite au |
    font suite à | fait suite aux | succede à | succede au | intervient apres |
    interviennent apres | arrive apres | s'additionne à | en plus de | en plus du | en sus du |
    thanks to | grace à | grace au | grace aux | with the proceeds of | avec le produit de
    """
)
"""Verbs and prepositions by which one deal comes on top of another, told behind them."""
AFTER_IT: tuple[str, ...] = phrases("after | following | since | apres | depuis | suivant")
LISTINGS = frozenset("flotation float ipo listing introduction bourse entree".split())
"""How a company comes to be listed, which is no deal with another one."""
DAY_OF: tuple[str, ...] = phrases(
    """
    the day | the date | the day on which | the day when | when the | date de | date du | date où |
    date à laquelle | jour de | jour du | jour où | le jour | la date
    """
)
"""What takes up a date right behind it: "since 1 January 2025, the day the sale took effect"."""

TAKING_EFFECT: tuple[str, ...] = phrases(
    """
    took effect | takes effect | take effect | came into force | became effective | is effective |
    went through | was completed | has been completed | closed on | completed on | prend effet |
    a pris effet | prendra effet | est effectif | est effective | sera effectif | sera effective |
    entre en vigueur | a ete boucle | a ete bouclee | a ete finalise | a ete finalisee
    """
)
"""What a deal does on a day after the one on which it was announced."""
BEFALLING = frozenset(
    """
    challenged contested attacked criticised criticized opposed questioned debated reviewed
    investigated suspended blocked delayed postponed discussed celebrated recalled mentioned
    attaque attaquee conteste contestee critique critiquee examine examinee etudie etudiee
    suspendu suspendue reporte reportee retarde retardee evoque evoquee debattu debattue discute
    discutee salue saluee denonce denoncee fete fetee
    defended defends welcomed hailed praised condemned slammed blasted deplored lamented justified
    defendu defend defendue vante vantee fustige fustigee justifie justifiee regrette deplore
    deploree
    """.split()
)
"""What befalls a deal that was announced before."""
FOUNDING = frozenset(
    """
    founded created established born incorporated formed floated listed fonde fondee fondes
    fondees creee cree crees creees nee né nes nees introduite introduit constituee cote cotee
    """.split()
)
"""Participles before a date that date a company, not a deal."""
CLOSING = frozenset(
    """
    close closes closed closing complete completes completed completion finalise finalised
    finalize finalized finalisee finaliser finalisation cloture cloturee cloturer boucle bouclee
    boucler effective settle settled
    """.split()
)
"""Verbs that tell when a deal is done, which is not when it was announced."""
CONCLUDING = CLOSING | frozenset(
    """
    seal seals sealed ink inks inked conclude concludes concluded strike strikes struck clinch
    clinched win wins won land lands landed secure secures secured obtain obtains obtained reach
    reaches reached emerge emerges emerged launch launches launched begin begins began start starts
    started make makes made do does did carry carries carried enter enters entered
    boucle bouclent bouclee boucler finalise finalisent finalisee conclu conclue conclut decroche
    decrochent decrochee remporte remportent obtenu obtient obtiennent lance lancent lancee fait
    realise realisee effectue effectuee mene menee scelle scellent scellee
    paraphe paraphent paraphee retenu retient retenue choisi choisie choisit selectionne picked
    chose chosen selected accepted accepte file filed files lodge lodged table tabled submit
    submitted depose deposent deposee soumis formule formulee
    """.split()
)
"""Verbs that with a deal for an object tell that it is done: "sealed the purchase"."""
SCHEDULED = frozenset(
    """
    scheduled slated due payable planned expected prevu prevue prevus prevues programme programmee
    attendu attendue fixe fixee exigible
    """.split()
)
"""Participles before a date on which something is to be done: "payable in May"."""
PAYMENTS = frozenset(
    """
    payment payments instalment instalments installment installments repayment disbursement
    drawdown versement versements paiement paiements echeance echeances mensualite remboursement
    decaissement reglement acompte
    """.split()
)
"""Nouns whose date is that of money handed over."""
TELLING = frozenset(
    """
    announce announced announces announcing announcement unveiled unveils disclosed revealed said
    says confirmed signed signs agreed told annonce annoncent annoncee annoncait devoile devoilee
    revele revelee signe signee signature confirme confirmee officialise convenu convenue
    communique declare indique
    """.split()
)
"""Words with which a date may be that of the news, whatever it tells of."""
NOTICES = frozenset(
    """
    statement release announcement notice filing circular communique avis annonce message courriel
    """.split()
)
"""What somebody tells its own news in."""
PUBLISHED = frozenset("date published publie publiee updated posted mis dated datee".split())
"""Words beside the date of an article itself."""
PUBLISHING = frozenset(
    """
    publish publishes published publishing release releases released report reports reported post
    posted posts file filed publie publient publiee publiees publies publier diffuse diffuses
    diffusees devoile devoilent devoiles devoilees depose deposes communique communiques
    """.split()
)
RESULTS = frozenset(
    """
    results figures earnings accounts numbers interim interims statements balance-sheet trading
    update resultats chiffres comptes bilan profit profits loss losses revenue revenues benefice
    benefices perte pertes
    """.split()
)
"""Accounts of a time, which companies publish on days of their own."""
NEWS = frozenset(
    """
    announced announcement unveiled disclosed revealed signed signing agreed annonce annoncee
    annonces annoncees devoile devoilee revele revelee signe signee officialise officialisee conclu
    conclue
    """.split()
)
"""Participles right before a date that make it the date of the news."""

BREAKING: tuple[str, ...] = phrases(
    """
    brought to light | made public | make public | made known | makes known | be known |
    became known | news broke |
    officiel depuis | officielle depuis | official since | made official | est officiel |
    est officielle | is official | was official | news came | word came | came word | came news |
    came the news | came to light | went public |
    it emerged | has emerged | told staff | told investors | told shareholders | told reporters |
    wrote to | broke the news | lifted the veil | announcement was made | announcement came |
    rendu~ public~ | rendu~ publiq~ | rendait public | rendait publiq~ | rend public |
    rend publiq~ | rendent public | rendent publiq~ | fait savoir | faisait savoir | fait part |
    faisait part | fait connaitre |
    fait etat | leve le voile | levait le voile | nouvelle est tombee | nouvelle tombait |
    annonce est tombee | communique diffuse | communique publie | communique date | ebruite |
    mis au jour | fait l'annonce | fait l'objet d'une annonce | appris | on apprend | ecrit à
    """
)
"""Words by which news come out: "made public on 4 March", "la nouvelle est tombée lundi"."""
RUMOURS = frozenset(
    """
    rumour rumours rumor rumors speculation gossip whispers rumeur rumeurs bruit bruits
    indiscretion indiscretions speculations fuite fuites
    """.split()
)
"""What goes round before a deal is announced."""
TALKS = frozenset(
    "talks negotiations discussions negociations negociation pourparlers discussion".split()
)
PROCEDURES = frozenset(
    """
    period deadline hearing objections appeal vote ballot consultation delai recours audience
    scrutin echeance anniversary anniversaire
    """.split()
)
"""Subjects of a day that is none of a deal: "The period for objections runs out on"."""
UNITS = frozenset(
    """
    years year months month weeks week days day ans an annees mois semaines semaine jours jour
    decades siecles siecle
    """.split()
)
"""Units of time, by which a distance between two days is told."""
DATING = frozenset(
    """
    date dates datait datent dated datee dates datees remonte remontent remontait remontaient
    """.split()
)
"""Verbs by which something has its date: "le permis date du 3 mars"."""
KEPT_SECRET: tuple[str, ...] = phrases(
    """
    kept secret | keeping it secret | kept it secret | under wraps | kept quiet | kept private |
    not made public | not disclosed until | not announced until | tenu secret | tenue secrete |
    tenus secrets | tenues secretes | garde secret | gardee secrete | restee secrete |
    reste secret | sans etre annonce~ | sans etre rendu~ public | sans etre rendue publique
    """
)
"""Behind the day of a signature: that nobody was told of it."""
TIDINGS = frozenset("news word announcement nouvelle annonce confirmation".split())
COMING_OUT = frozenset(
    """
    came come comes broke breaks broken emerged arrived followed landed reached dropped
    intervenue intervient tombee tombait arrivee venue faite
    """.split()
)
"""Verbs by which news come out: "word of it came on 3 May"."""
OUTSIDERS = frozenset(
    """
    analyst analysts broker brokers economist economists critics critic lawmakers lawyers unions
    campaigners observers experts analyste analystes economistes observateurs experts syndicats elus
    courtier courtiers
    """.split()
)
"""Who speaks of a deal that is none of theirs."""
REPORTS = frozenset(
    """
    note report reports study survey article newspaper press paper magazine rapport etude enquete
    sondage presse journal quotidien
    """.split()
)
"""What outsiders say something in."""
MERGING = frozenset(
    """
    rapprochement mariage union alliance noces fiancailles marriage tie-up combination deal accord
    rachat reprise operation transaction
    """.split()
)
"""How papers call a deal of two companies."""
HOLDERS = frozenset(
    """
    shareholders shareholder investors members creditors owners actionnaires actionnaire associes
    societaires creanciers
    """.split()
)
FLOWS = frozenset(
    """
    sales revenue revenues turnover profit profits earnings loss losses income ventes recettes
    benefice benefices perte pertes chiffre
    """.split()
)
"""What a company sells or earns in a time, which is no deal."""
INSTALMENTS = frozenset(
    """
    instalment instalments installment installments tranche tranches echeance echeances acompte
    acomptes mensualite mensualites
    """.split()
)
"""Parts of a sum that was agreed on before."""
INSOLVENCY = frozenset(
    """
    redressement liquidation sauvegarde administration receivership bankruptcy insolvency faillite
    administrators
    """.split()
)
"""In what a company is placed, which is no purchase of it."""
APPROVING = frozenset(
    """
    clear clears cleared clearing approve approves approved authorise authorises authorised
    authorize authorizes authorized allow allowed okayed validated ratified endorsed voted votes
    blessed cleared autorise autorisee autorisent approuve approuvee approuvent valide validee
    valident avalise avalisee enterine enterinee ratifie ratifiee homologue homologuee vote votee
    votent
    """.split()
)
"""Verbs by which somebody lets a deal through."""
APPROVALS: tuple[str, ...] = phrases(
    """
    green light | go-ahead | the nod | blessing | approval | consent | clearance | assent |
    backing of | support of | feu vert | aval | autorisation | benediction | assentiment |
    soutien de | soutien du | soutien des
    """
)
"""What somebody gives, or a buyer gets, for a deal."""
VOTED = frozenset(
    """
    grant grants subsidy subsidies aid loan loans subvention subventions aide aides pret prets
    dotation enveloppe budget contract contracts contrat contrats marche order orders commande
    financing financement funding award don bourse
    """.split()
)
"""What is given by whoever votes it."""
TO_GIVE = frozenset(
    "give grant award lend pay allocate donate accorder verser attribuer allouer preter".split()
)
"""What those vote to do who give something."""
ON_SALE: tuple[str, ...] = phrases(
    """
    up for sale | for sale since | on the market | on the block | en vente | à vendre | a vendre |
    mise en vente | mis en vente
    """
)
"""What a company is before somebody buys it."""
DISPUTING: tuple[str, ...] = phrases(
    """
    fait appel | font appel | interjete appel | appealed | lodged an appeal | filed an appeal |
    appeal against | se pourvoit | s'est pourvu | took delivery | take delivery | takes delivery |
    pris livraison | prend livraison
    """
)
"""What is done about a deal or a ruling after it: an appeal, the taking of what was ordered."""
OWNING = frozenset(
    "company subsidiary owner unit arm filiale propriete proprietaire giron appartient".split()
)
"""Beside "since" these tell that something was bought then."""
SHARES = frozenset(
    "stake stakes share shares shareholder part parts participation actionnaire".split()
)
"""What is held of a company of which not all was bought."""
COURSE = frozenset(
    """
    starts started begins began ends ended matures matured expires expired lapses lapsed runs
    elapses debute debutera debutent commence commencera commencent commenceront demarre demarrera
    expire expirera acheve achevera achevent
    """.split()
)
"""Verbs that tell when something runs or is over."""
REPAYING = frozenset(
    """
    repaid repays repay reimbursed reimburses rembourse remboursee remboursent remboursait
    """.split()
)
SANCTIONING = frozenset(
    """
    fined fines penalised penalized condamne condamnee condamnes condamnent sanctionne sanctionnee
    inflige infligee infligent ecope
    """.split()
)
"""Verbs by which somebody is made to pay."""
TIMES = frozenset(
    """
    end beginning start middle month quarter half year week weekend morning evening night summer
    autumn spring winter fin debut milieu mois courant cours annee semaine trimestre semestre soir
    matin soiree matinee nuit journee ete automne hiver printemps exercice date
    """.split()
)
"""Nouns of which a date tells which: "the end of May", "la soirée du 4 mars"."""
NOUNS_IN_ING = frozenset(
    """
    morning evening filing meeting briefing hearing opening offering listing building funding
    financing banking housing
    """.split()
)
"""English words in -ing that are nouns beside a date."""
IN_OTHER_DAYS: tuple[str, ...] = phrases(
    """
    back when | back in the days | in the days | in the time of | in the times of | in the era |
    in the age | under the previous | under the former | under the old | in those | long before |
    years before | well before | at the height of | during the war | before the war | at a time
    when |
    in happier | in better | in its early days | in his day | du temps où | du temps ou |
    du temps de | du temps du | au temps | à l'epoque | à l'ere | à l'heure où | sous l'ancien |
    sous l'ancienne | sous la presidence | sous le regne | sous le gouvernement | sous l'empire |
    sous l'occupation | sous la precedente | bien avant | longtemps avant | au plus fort |
    au plus haut | avant la guerre | pendant la guerre |
    du vivant de | du vivant du |
    en des temps | dans une autre vie | in another life
    """
)
"""In front of a sentence these tell its time by what was so then."""
IN_OTHER_DAYS_ANYWHERE: tuple[str, ...] = phrases(
    """
    decade now that | a decade now since | years now since | years now that | la belle epoque |
    du temps où | back when | to the day after | to the week after | to the month after |
    jour pour jour apres
    """
)
"""These do so wherever they stand near its head."""
PRESENT = frozenset({"today", "now", "tonight", "aujourd'hui", "maintenant", "desormais"})
"""Dates that tell how a thing stands as easily as when something was done."""
FISCAL = frozenset("fiscal fy exercice".split())
PLUPERFECT = frozenset("had avait avaient".split())

OF_ANOTHER_YEAR: tuple[str, ...] = phrases(
    """
    of the previous year | of the year before | of last year | of next year |
    of the following year | the previous year | the year before | last year | next year |
    the following year | de l'annee precedente | de l'annee d'avant | de l'an dernier |
    de l'annee derniere | de l'annee suivante | de l'an prochain | de l'annee prochaine |
    l'annee precedente | l'annee d'avant | l'an dernier | l'annee derniere | l'annee suivante |
    l'an prochain | l'annee prochaine | de l'an passe | of an unspecified year |
    of an unknown year | of an unnamed year | of a year | d'une annee
    """
)
"""Behind a month these say of which year it is, other than the one that it would be alone."""
