"""Words by which a sentence frames the one behind it, or takes back the one before it.

All lower case and without accents; a `~` at the end stands for any ending.
"""

from __future__ import annotations

from tui.language.figures.sum_words import DEAL_NOUNS
from tui.language.plain_words import phrases

TALES: tuple[str, ...] = phrases(
    """
    little bird | tongues wag~ | tongues are | mauvaises langues | optimists | pessimists | cynics |
    les optimistes | les pessimistes | fiction | politique-fiction | science-fiction |
    economie-fiction | make-believe | daydream~ |
    thought experiment | tall tale~ | tall story | fairy tale~ | fairytale~ | gossip~ | rumour~ |
    rumor~ | grapevine | word on the street | hearsay | whisper~ | chatter | rumeur~ | on-dit |
    bruit court | bruits courent | bruits de couloir | radio-moquette | radio moquette |
    telephone arabe | cancans | commerage~ | commere~ | legende~ | legend has it | fable~ |
    conte de fees | reve eveille | experience de pensee | imagination | parlour game | hypothese
    d'ecole | worst case | the dream of | a dream of | dream come true | le reve de | le reve des |
    best case | scenario~ | fantasy | fantasm~ | what if | et si | suppose que | admettons que
    """
)
"""In a sentence that names nobody and no figure these make a tale of the sentence behind it."""

IMAGINING = frozenset(
    """
    imagine picture suppose assume pretend say dream fancy consider envision visualise visualize
    imaginez supposez figurez admettez revez songez pensez mettez
    """.split()
)
"""Verbs that ask a reader to think of what is not, where they open a sentence."""
LET_US = frozenset({"let", "let's"})
INVITING = frozenset(
    """
    rappelons notons precisons ajoutons soulignons resumons voyons commencons revenons regardons
    saluons constatons signalons retenons citons disons relevons passons terminons parlons soyons
    allons restons nous mentionnons comparons expliquons
    """.split()
)
"""First persons of the plural that invite a reader to note a fact; any other one makes it up."""

LATEST = frozenset(
    """
    latest last newest today's week's month's dernier derniere derniers dernieres nouveau nouvelle
    enieme jour semaine
    """.split()
)
"""Words of a heading before a colon that tell it as one more of its kind."""
HEADINGS = frozenset(
    """
    news announcement example examples case cases evidence proof sign signs move moves step steps
    victim victims coup result results outcome chapter stage catch conquest target prey figure
    figures fact facts addition entry name signing business date
    nouvelle nouvelles annonce actualite exemple exemples cas preuve preuves signe signes etape
    mouvement manoeuvre resultat resultats bilan chapitre episode prise conquete proie cible
    chiffre chiffres fait faits affaire operation coup illustration temps venu venue victime
    """.split()
)
"""Nouns of such headings that tell what stands behind them as a fact, beside those of deals."""

OPENING_NO: tuple[str, ...] = phrases(
    """
    not a word of | pure invention | pure fabrication | pure fiction | pure speculation |
    invention |
    n'importe quoi | c'est faux | tout est faux | total fiction | complete fiction | made up |
    not so | not at all | not true | not a word of it | no such | nothing of the | far from it |
    on the contrary | hardly | nonsense | rubbish | untrue | wrong | false | que nenni |
    pas du tout | absolument pas | pas le moins | nullement | rien de tout cela | rien de tel |
    faux | au contraire | bien au contraire | loin s'en faut | il n'en est rien | point du tout |
    tout faux | not quite | not exactly | pas exactement | pas tout à fait
    """
)
"""Words that contradict the sentence before where they open one and a sign, or a verb of saying,
follows them."""

NOTHING_OF: tuple[str, ...] = phrases(
    """
    not a word of | not one word of | none of that is | none of this is | none of it is |
    rien de tout cela | pas un mot de | no money | no payment | no payments | no sum | no funds |
    no cash | no transfer | no transfers |
    no deal | no such | no sale | no purchase | no loan | no grant | no agreement | no contract |
    no investment | no transaction | no acquisition | no takeover | no trace of | no record of |
    no mention of | no sign of | no evidence of | no cheque | no donation | no gift | no subsidy |
    no shares | no stake | nothing was | nothing had been | nothing has been | nothing changed |
    not a penny | not a cent | not a dollar | not one cent | not one penny | not a euro |
    not a pound | none of the money | none of it was | none of it has | none of this |
    aucun argent | aucun paiement | aucun versement | aucune somme | aucun fonds | aucun virement |
    aucun accord | aucune vente | aucun achat | aucun pret | aucune subvention | aucun contrat |
    aucun investissement | aucune transaction | aucune acquisition | aucun rachat | aucun cheque |
    aucune trace | aucune mention | aucun don | aucune aide | aucune cession | aucune operation |
    aucune participation | aucune action | d'aucun versement | d'aucun virement |
    d'aucun paiement | d'aucune vente | d'aucun achat | d'aucun pret | d'aucune operation |
    d'aucun accord | pas un centime | pas un euro | pas un sou | pas un dollar | pas le moindre |
    pas la moindre | pas eu de | n'a rien verse | n'a rien paye | n'a rien achete | n'a rien recu |
    n'a rien vendu | n'a rien prete | n'ont rien verse | n'ont rien paye | n'ont rien recu |
    n'avait rien verse | n'avait rien paye | n'avait rien recu | n'avoir rien verse |
    n'avoir rien paye | n'avoir rien recu | n'avoir rien prete | n'avoir rien achete |
    n'avoir rien vendu | rien n'a ete | rien n'avait ete | rien n'a change
    """
)
"""What a sentence says that nothing of the one before came about: "no payment had been made"."""
ANOTHER = frozenset(
    "other further more new additional second similar autre autres nouveau nouvelle nouvel"
    " supplementaire such".split()
)
"""Behind "no" these leave alone what was told: "No other payment is planned"."""
RIVALS = frozenset(
    """
    bidder bidders suitor suitors buyer buyers candidate candidates offer offers bid bids rival
    rivals investor investors group groups company firm club clubs team candidat candidats
    pretendant pretendants acheteur acheteurs repreneur repreneurs offre offres concurrent
    concurrents investisseur groupe societe entreprise equipe acquereur
    """.split()
)
"""Behind "another" these are somebody else, whose sum is not that of the deal told before."""
COME_ABOUT = frozenset(
    """
    had has have was were been ever took taken exist exists existed changed made paid sent moved
    found finds find shows showed lists list kept received signed there a avait ont avaient ete eu
    est etait n' trouve trouvee trouver garde gardent existe existait figure figurait lieu recu
    jamais verse versee paye payee signe signee debourse
    """.split()
)
"""Beside it these tell that it did not come about, not that it will not."""
TAKING_BACK: tuple[str, ...] = phrases(
    """
    withdrew | withdrawn | retracted | took back | taken back | threw out | thrown out |
    dismissed | rejected | discounted | did not believe | didn't believe | disbelieved |
    did not accept | corrected | disowned | walked back | backed away from | was mistaken |
    were mistaken | had misspoken | misspoke | was wrong | were wrong | had been wrong |
    est revenu sur | est revenue sur | sont revenus sur | revient sur | a retire | ont retire |
    s'est retracte | s'est retractee | s'est trompe | s'est trompee | s'etait trompe |
    a ecarte | ont ecarte | n'a pas cru | n'ont pas cru | a rectifie | a desavoue | a corrige |
    a rejete | ont rejete | retract | retracts | retracting | withdraw | withdraws | regret |
    regrets | apologise | apologises | apologize | apologizes | retirons | retractons | rectifions |
    corrigeons | regrettons | regrette | s'excuse | nous excusons
    """
)
"""What is done to a statement that was wrong."""
ACQUITTED: tuple[str, ...] = phrases(
    """
    acquitted | not guilty | charges were dropped | case was dropped | case was dismissed |
    case collapsed | case fell apart | was cleared | were cleared | exonerated | relaxe | relaxee |
    relaxes | relaxees | acquitte | acquittee | acquittes | blanchi | blanchie | blanchis |
    non-lieu | hors de cause | mis hors de cause | charges ont ete abandonnees |
    poursuites ont ete abandonnees | classee sans suite
    """
)
"""How a court ends what was said of somebody before it."""
STATEMENTS = frozenset(
    """
    it this that them him her statement statements remark remarks claim claims story report reports
    testimony account evidence comment comments figure allegation allegations version assertion
    words accusation accusations charge charges he she they error errors mistake
    propos declaration declarations affirmation affirmations temoignage recit information version
    allegation allegations accusation accusations chiffre annonce ces cette il elle
    erreur erreurs article depeche
    """.split()
)
"""What a statement is called in the sentence that takes it back."""

DISOWNING: tuple[str, ...] = phrases(
    """
    misspoke | misspoken | misstated | got it wrong | got the figure wrong | s'est trompe |
    s'etait trompe | s'est trompee | s'etait trompee | a fait erreur | avait fait erreur |
    nothing has been | nothing was | nothing is signed | rien n'est | rien n'a ete | rien n'a |
    never heard of | never met | nothing about | nothing of | no knowledge | not aware | unaware |
    news to | at a loss | baffled | puzzled | bewildered | astonished | astonishment |
    bewilderment | taken aback | scratching | first it heard | first they heard | no trace of |
    no record of | nothing of the kind | no idea | not recognise | not recognize | no contact |
    not spoken | stunned | flabbergasted | had no part in | was not party to | never spoken |
    never dealt | a stranger to | jamais entendu parler | ne sait rien | ne savait rien |
    ne savent rien | des nues | au courant de rien | pas au courant | ignore tout |
    ignorait tout | ignorer tout | pas connaissance | aucune connaissance | aucune trace |
    premiere nouvelle | premier surpris | stupef~ | stupeur | perplexe~ | interloque~ |
    n'en revient pas | n'en reviennent pas | incredul~ | a surpris | etonnement | s'etonne |
    s'etonnait | jamais parle | jamais rencontre | n'y est pour rien | aucun contact |
    jamais ete approche | jamais ete approchee
    """
)
"""Words by which a party of a statement disowns it: it does not know of it, or is astonished."""

ENDED: tuple[str, ...] = phrases(
    """
    torn up | tore up | shredded | worthless | void | voided | null | annulled | nullified |
    undone | unravelled | unraveled | dead | lapsed | reversed | overturned | struck down |
    thrown out | called off | fell through | fallen through | in tatters | came to nothing |
    never took place | never happened | never closed | never materialised | never materialized |
    never came | never went through | never left | never arrived | never changed hands |
    stayed where | not gone through | did not go through | did not happen | never signed |
    nul et non avenu | nulle et non avenue | nuls et non avenus | nul | nulle | nuls | nulles |
    caduc | caduque | caducs | caduques | lettre morte | sans suite | sans lendemain |
    dans les tiroirs | à l'eau | n'a jamais eu lieu | n'a pas eu lieu | n'aura pas lieu |
    n'aura jamais lieu | n'eut jamais lieu | n'a jamais abouti | n'a pas abouti |
    n'a jamais vu le jour | n'a pas vu le jour | dechire~ | jamais ete signe~ |
    n'a jamais quitte | n'a jamais ete verse~ | n'a jamais change de mains | casse~ par |
    rompu~ | annule~ | resilie~ | enterre~ | denonce~ | cancelled | canceled | scrapped |
    abandoned | abandonne~ | terminated | rescinded | collapsed | invalidated | invalide~ |
    vole en eclats | volait en eclats | vola en eclats | ete dechire | went up in smoke |
    parti en fumee | partie en fumee
    """
)
"""Words that end a deal where they are said of it: "the contract was torn up"."""
DEALS_ALSO = frozenset(
    """
    ink paper papers document documents cheque check money parties wedding marriage match tie-up
    signature encre papier papiers acte actes cheque argent fonds mariage union noces parapheur
    """.split()
)
"""Nouns that stand for a deal beside its own, with "the" before them."""

HERE_IS: tuple[str, ...] = phrases(
    "here is what | here's what | this is what | that is what | voici ce que | voici ce qu' | "
    "voila ce que | voila ce qu'"
)
AT_LEAST: tuple[str, ...] = phrases("at least | at any rate | du moins | en tout cas")
"""Behind "that is what" these leave it to who said it: "That, at least, is what it claimed"."""
CLAIMING = frozenset(
    """
    say says tell whisper whispers believe think fear hope hear read claim
    racontent raconte disent dit pensent croient murmurent murmure redoutent esperent lit entend
    """.split()
)
"""Behind "here is what" these make of the next sentence what others say."""
BACKING_OUT: tuple[str, ...] = phrases(
    """
    walked away | walks away | backed out | backs out | pulled out | pulls out |
    changed its mind | changed their mind | changes its mind | thought better of it | withdrew |
    bowed out | gave up | called it off | dropped it | scrapped it | abandoned it | reneged |
    se ravisait | s'est ravise | se ravisa | jetait l'eponge | jeta l'eponge | jette l'eponge |
    a jete l'eponge | renoncait | renonca | a renonce | y renoncait | y a renonce |
    faisait marche arriere | a fait marche arriere | se retirait | s'est retire | se retira |
    faisait machine arriere | a fait machine arriere | se dedisait
    """
)
"""What a party of a statement does that takes it back, with nothing else told behind it."""
THAT_IS = frozenset({"that", "this", "such", "so", "c'", "voila", "tel", "telle", "cela", "it"})
WISHING = frozenset(
    """
    hope hopes hoped hoping fear fears feared fearing dream dreams dreamt dreamed wish wishes wished
    want wants wanted think thinks thought believe believes believed suspect suspects suspected
    imagine imagines imagined bet bets reckon reckons like plan plans theory idea fantasy rumour
    rumor gossip wish scenario pretend pretends would guess nightmare
    esperent espere esperaient esperait redoutent redoute redoutaient redoutait craignent craint
    craignaient craignait revent reve revaient revait souhaitent souhaite souhaitaient souhaitait
    veulent veut voulaient croient croit croyaient croyait pensent pense pensaient pensait imaginent
    imagine imaginaient parient parie voudraient voudrait aimeraient aimerait theorie scenario idee
    fantasme rumeur pretendent pretend cauchemar projet
    """.split()
)
"""Behind "that is what" these make of the statement what somebody hopes, fears or believes."""

REALITY = frozenset({"reality", "truth", "realite", "verite"})
"""What a sentence opens with that corrects the one before: "The reality is different"."""
OTHERWISE = frozenset(
    """
    otherwise differently autrement contraire opposite invented inventee inventes invente fiction
    fabrication nonsense invention canular hoax
    """.split()
)
"""In a short sentence these say that the one before it is not so."""
SPEAKING_OF: tuple[str, ...] = phrases(
    """
    speak~ of | spoke of | talk~ of | talked of | calls it | call it | called it | begs to differ |
    beg to differ | disagree~ | parle de | parle d' | parlent de | parlent d' | evoque un |
    evoque une | evoquent un | evoquent une | n'est pas d'accord
    """
)
"""Verbs by which somebody calls a deal by another name: "The seller speaks of a gift"."""
NOBODY = frozenset({"nobody", "no-one", "none", "personne"})
FRACTIONS = frozenset({"half", "twice", "moitie", "double", "tiers", "third"})
OTHER_SOURCES = frozenset(
    """
    second seconde person people source sources insider insiders proche proches another other
    others autre autres
    critics witnesses temoin temoins temoins rival rivals seller buyer vendeur acheteur
    """.split()
)
"""Who tells another sum than the sentence before."""
ACCOUNTS = frozenset(
    """
    accounts books filing filings records registry register ledger statements documents receipts
    comptes registre registres bilan documents livres archives releves
    """.split()
)
ONLY = frozenset("only just merely no never not que qu' seulement uniquement jamais aucune".split())
"""What papers say behind these differs from what was told: "Its accounts show only 8 million"."""
DEAL_TOLD = DEAL_NOUNS - frozenset(
    """
    programme program project projects plan plans interest position line lines issue issuance
    series support backing option options fonds tour tours ligne lignes emission emissions serie
    projet projets garantie garanties sales ventes order orders lease leases marches marche
    reprise reprises
    """.split()
) | frozenset("money cash cheque check sum funds argent somme cheque virement fonds".split())
"""Nouns of deals and of money of which a sentence behind a statement may tell how it went on."""
LEFT_OUT = frozenset(
    """
    include includes cover covers affect affects concern concerns require requires need needs
    change changes involve involves alter alters apply applies need needed
    inclut incluent inclure comprend comprennent comprendre concerne concernent concerner porte
    affecte affectera couvre couvrir change changera necessite exige prevoit modifie remet encore
    yet expected
    """.split()
)
"""What a deal may be said not to do without being undone: "The sale does not include the land"."""
AS_IT_WAS = frozenset(
    """
    value values valued give gives gave require requires required need needs needed await awaits
    remain remains remained depend depends depended face faces affect affects affected
    concern concerns concerned subject involve involves total totals totalled
    intend intended aim aims aimed design designed use used bring brings brought
    necessite necessitent exige requiert attend attendent reste restent depend dependent concerne
    concernent suscite suscitent inquiete vise visent soumis soumise soumises prevu prevue
    destine destinee destines donne donnent valorise valorisent
    """.split()
)
"""Verbs that leave a deal what it is, as they are printed, beside those that give it its sum."""

NEVER_WERE: tuple[str, ...] = phrases(
    """
    that never were | that never was | never happened | that never came | that never closed |
    that got away | that might have been | that almost were | that almost was | that fell through |
    that failed | that nearly happened | which never were | n'ont jamais eu lieu |
    n'a jamais eu lieu | n'ont pas eu lieu | n'a pas eu lieu | pas vu le jour | jamais vu le jour |
    n'ont jamais abouti | n'a jamais abouti | n'ont pas abouti | n'a pas abouti | qui ont failli |
    qui a failli | mort-nes | mort-ne | morts-nes | avortes | avortees |
    n'ont jamais existe | n'a jamais existe | still-born | stillborn
    """
)
"""What a headline that names nobody says of all that is told below it."""

CONTRASTS: tuple[str, ...] = phrases(
    """
    but | however | by contrast | in contrast | in reality | in fact | actually | instead |
    what it did | nevertheless | mais | cependant | toutefois | pourtant | en revanche |
    en realite | en fait | bel et bien | par contre | neanmoins
    """
)
"""Words at the head of a sentence that set it against the one before."""

DECIDING = frozenset(
    """
    court courts judge judges regulator regulators watchdog parliament government minister
    shareholders board antitrust supreme appeal justice tribunal juge juges cour autorite
    gouvernement ministre actionnaires bruxelles brussels washington
    """.split()
)
"""Who can undo a deal of others, at the head of a headline."""
