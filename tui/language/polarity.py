"""Words that deny, end or doubt what a sentence says, French and English.

All are lower case and without accents (see `tui.language.plain_words`); a `~` at the end stands
for any ending. What the words do to a sentence is decided by where they stand, in
`tui.proof.claim`; here it is only told what each can do.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from tui.language.plain_words import phrases

Denial: TypeAlias = Literal[
    "not", "deny", "refuse", "cancel", "untrue", "fail", "rumour", "instead"
]

SINGLE: dict[Denial, str] = {
    "not": """
        not never no none nobody nothing neither nor cannot nowhere aucun aucune aucuns aucunes
        nullement nul nulle ni
    """,
    "deny": """
        deny denies denied denying denial denials refute refutes refuted refuting rebut rebuts
        rebutted dispute disputes disputed disputing contested contests disavow disavows disavowed
        debunk debunks debunked debunking dementi dementie dementis dementies dement dementent
        dementait dementir dementant dementira nie nient niait niaient nier nia niant refuter
        refutent refutait refuta conteste contestent contestait contester contestant desavoue
        desavouent desavouer infirme infirment infirmer repudie repudient
    """,
    "refuse": """
        refuse refuses refused refusing refusal reject rejects rejected rejecting rejection rebuff
        rebuffs rebuffed rebuffing spurn spurns spurned spurning snub snubs snubbed snubbing veto
        vetoes vetoed vetoing balk balks balked demur~ refus refusent refusait refuser refusa
        refusera refusant refusee refusees refuses rejette rejettent rejeter rejete rejetee
        rejetes rejetees rejet rejetait repousse repoussent repousser repoussee declina decline_
        declines_ ecarte ecartent ecartee oppose_ opposent_
    """,
    "cancel": """
        cancel cancels cancelled canceled cancelling canceling cancellation scrap scraps scrapped
        scrapping abandon abandons abandoned abandoning abandonment withdraw withdraws withdrew
        withdrawn withdrawing withdrawal terminate terminates terminated terminating shelve
        shelves shelved shelving suspend suspends suspended suspending suspension halt halts
        halted halting block blocks blocked collapse collapses collapsed aborted aborts axe axed
        axes ditch ditched ditches rescind rescinds rescinded revoke revokes revoked revoking
        unwind unwound nix nixed nixes torpedo torpedoed torpedoes derail derails derailed
        cancelation annule annulent annuler annulee annules annulees annulation annula annulait
        annulant abandonne abandonnent abandonner abandonnee abandonnes abandonnees renonce
        renoncent renoncer renoncait renonca renoncement renoncant suspendu suspendue suspendus
        suspendre suspend suspendent interrompt interrompu interrompue rompt rompu rompue rompre
        rompent rupture resilie resilient resilier resiliee resiliation quashed quashes
        overturned overturns void_ voids voided annulled nullified capote capotent capoter avorte
        avortee
        avorter enterre enterree enterrer
        torpille torpillee bloque bloquee bloquent interdit interdisent vetoed vetoes
    """,
    "untrue": """
        false untrue incorrect erroneous unfounded baseless hoax fake wrong wrongly mistaken
        mistakenly falsely fictitious fabricated nonsense inaccurate bogus groundless myth doubt
        doubts doubted doubtful doute doutent doutait douteux douteuse faux fausse fausses inexact
        inexacte inexacts inexactes errone erronee errones erronees infonde infondee infondes
        infondees canular mensonges mensonge fantaisiste fantaisistes mensonger mensongere
        imaginaire intox controuve controuvee fictif fictive fictifs fictives forged faked forgery
        joked joking quipped quips scoffed scoffs mocked mocks ironise ironisent ironisait raille
        raillent raillait plaisante plaisantait
        imagine imagines imagined imaginary imaginez imaginons pretend pretends satire
        spoof parody parodie joke fairytale fable daydream make-believe
    """,
    "fail": """
        fail fails failed failing failure unable impossible incapable echoue echouent echouer
        echouee echec echoua incapables
    """,
    "rumour": """
        reportedly allegedly rumoured rumored rumour rumor rumours rumors purportedly supposedly
        purported alleged speculation hearsay gossip tipped guess guesses guessed guessing reckon
        reckons reckoned speculate speculates speculated guesstimate avancent parient rumeur
        rumeurs pretendument pretendu pretendue pretendus suppose_ speculation speculations
    """,
    "instead": """
        without except excluding instead besides sans hormis excepte sauf
    """,
}
"""Words that can turn a sentence, by what they do."""

ATTENDING = frozenset(
    """
    attend attended present witness witnessed watch assiste assistait assister assistaient
    participe participait present presente presents
    """.split()
)
"""Verbs and adjectives of being there when something was done."""

PHRASES: dict[Denial, tuple[str, ...]] = {
    "refuse": phrases(
        """
        turned it down | turned them down | turned him down | turned her down | turned this down |
        turned that down | turned the offer down | turned the bid down | turned the proposal down |
        turns it down | turns them down | knocked it back | a econduit | ont econduit |
        avait econduit | a decline l'offre | a decline la proposition | qui a decline |
        qui ont decline |
        vote contre | votent contre | voter contre | votaient contre | votait contre |
        prononce contre | prononcent contre | prononces contre | oppos~ à l'offre |
        turn~ down | rule~ out | say~ no | said no | vot~ against | vot~ down | a decline |
        ont decline | exclut de | exclut d' | exclu de | exclu d' | exclure de | exclure d' |
        exclut toute | exclut tout | exclut l'idee | excluait de | excluait d' | s'oppose |
        s'opposent | oppose son veto | dit non | fin de non-recevoir | declined to | declines to |
        declining to | declined a | declined an | declined the
        """
    ),
    "cancel": phrases(
        """
        struck off | strike~ off | striking off | wrote off | written off | write~ off |
        writing off | en pertes | en perte | laisse filer | laisse passer | laisse echapper |
        call~ off | pull~ out | pull~ the plug | walk~ away | back~ out | broke off | break~ off |
        broken off | fell through | fall~ through | fallen through | drop~ its | dropped out |
        drop~ the | drop~ plans | drop~ their | give~ up | gave up | given up | called a halt |
        put on hold | on hold | bow~ out | fell apart | come to nothing | came to nothing |
        off the table | called time | drop~ a | drop~ an | tombe à l'eau | tombee à l'eau |
        struck down | strike~ down | thrown out | changed its mind | changed their mind |
        changes its mind | thought better of | s'est ravise | s'est ravisee | se sont ravises |
        s'en est bien garde | s'en est garde | jete l'eponge | jette l'eponge | jeter l'eponge |
        marche arriere | une croix sur | tourne le dos | tourner le dos | tournent le dos |
        tire un trait | tirer un trait | tirent un trait | claque la porte | ferme la porte |
        rebrousse chemin | pull~ plug | tear~ up | tore up | torn up | turn~ its back |
        turn~ their back | turn~ back on | throw~ in the towel | threw in the towel |
        throw~ in towel | shut~ the door on | slam~ the door on | close~ the door on |
        shut~ door on | slam~ door on | kiss~ goodbye | cold feet | left at the altar |
        wriggle~ out | renege~ | get~ out of | got out of |
        mis fin | met fin | mettre fin | mettra fin | mettait fin | mettant fin |
        mettent fin | se retire | s'est retire | se sont retires | se retirer | retire son |
        retire sa | retire ses | retire l' | retire de l'operation | retrait de son |
        retrait de l'offre | tourne court | lettre morte | abandon du | abandon de | abandon d'
        """
    ),
    "deny": phrases(
        """
        no deal | no sale | no merger | no takeover | no purchase | pas de rachat |
        pas de fusion | pas de vente | pas d'accord | pas de cession |
        scotch~ talk | scotch~ the | scotch~ rumo~ | scotch~ speculation | pour~ cold water |
        throw~ cold water | threw cold water | shoot~ down | shot down | knock~ down talk |
        lay~ to rest | put~ paid to | put~ to rest | wave~ off | brush~ off | brush~ aside |
        coupe court | coupent court | couper court | coupait court | tord le cou | tordre le cou |
        balaie les | balaye les | balaie la | balaye la | balayer les | balaie d'un |
        balaye d'un | eteint les | met fin aux rumeurs | remet les pendules
        """
    ),
    "untrue": phrases(
        """
        a fabrication | an invention | pure fabrication | a figment | a mirage | a sham |
        a pipe dream | une invention | une fable | un leurre | un mirage | une affabulation |
        se trompe | se trompent | s'est trompe | se sont trompes | se trompait | got it wrong |
        à tort | sans rapport avec la realite | no basis in fact | sans fondement |
        without foundation | n'en est rien | n'en etait rien | n'en fut rien |
        in fact no | no truth | made up | made-up | so-called |
        not the case | contrary to | contrairement à | contrairement aux | et non | not so |
        de pure invention | pure invention | as if | comme si | pretend~ to | claim~ falsely |
        few believed | few believe | hardly anybody believed | nobody believes | nobody believed |
        rares etaient ceux | rares sont ceux | croyait que | croyaient que | croyait qu' |
        croyaient qu' | croyait savoir | croyaient savoir | d'apres lequel | d'apres laquelle |
        according to which | fabrique un faux | mais bien sur |
        once thought | un temps cru | in a novel | in a film | in a play | in a game |
        in the novel | in the film | in the play | in the game | in a simulation | in a video game
        | on paper only |
        dans un film | dans le film | dans une piece | dans un jeu | dans le jeu |
        dans une simulation | supposons que | or so it | or so they | or so he | or so she
        """
    ),
    "fail": phrases(
        """
        s'est incline | s'incline | se sont inclines | s'est inclinee | coiffe au poteau |
        a ete devance | ont ete devances | arrive second | arrive deuxieme | n'a pas suffi |
        s'en est fallu | s'en fallut | s'en faut | came close to | came near to | came within |
        within a whisker | à deux doigts | a failli | ont failli | laisse filer | laisse passer |
        laisse echapper | laisse partir | passe à cote | passed up | let slip | missed out on |
        missed its chance | lost out on | lost the race |
        unlikely to | far from | yet to | anything like | nothing like | loin de | loin d' |
        no longer | falls short | fell short | fall short | short of | tried to | trying to |
        try to | tries to | attempted to | attempting to | attempt to | attempts to | tente de |
        tente d' | tenter de | tentent de | tentait de | tentative de | essaye de | essaie de |
        cherchait à | peu probable | improbable que | en vain | in vain | peine à | peinent à |
        struggl~ to | all but | à deux doigts | a deux doigts | came close to | come close to |
        on the brink of | on the verge of | au bord de |
        manque de peu | avoid~ paying | evite de | avoid~ having | peu de chances
        """
    ),
    "instead": phrases(
        """
        rather than | instead of | plutot que | au lieu de | au lieu d' | en lieu et
        """
    ),
    "rumour": phrases(
        """
        anonymous post~ | anonymous message~ | anonymous letter~ | anonymous tip~ |
        anonymous account~ | anonymous blog~ | unconfirmed report~ | unconfirmed | unverified |
        unsourced | message anonyme | messages anonymes | lettre anonyme | compte anonyme |
        blog anonyme | non confirmee | non confirmees | non confirme | non verifiee |
        analysts think | analysts believe | analysts reckon | brokers think | brokers believe |
        bankers think | bankers believe | observers think | observers believe | some think |
        some believe | many think | many believe | traders think | experts think |
        experts believe | insiders believe | on pretait à | on prete à | legende veut |
        tradition veut | rumeur veut | bruit veut |
        accused of | accusing it of | accuse d'avoir | accusee d'avoir | accuses d'avoir |
        reproche d'avoir | reprochent d'avoir | soupconne d'avoir | soupconnee d'avoir |
        said to have | said to be | is said to | are said to | was said to | rumoured to |
        rumored to | thought to | believed to | understood to | reported to | speculated that |
        on prete à | dit-on | à en croire | bruits de couloir | suppose avoir | supposee avoir |
        semble-t-il | presume~
        """
    ),
}
"""Several words that do it together."""

HARMLESS: tuple[str, ...] = phrases(
    """
    weighed down by | weighed on by | no less than | no fewer than | declined to \u00a4 |
    declines to \u00a4 | decline to \u00a4 |
    declining to \u00a4 | declined to about \u00a4 | declined to around \u00a4 |
    declined to just \u00a4 | declined to some \u00a4 | declined to roughly \u00a4 |
    dispute with | dispute over | dispute between | dispute about | disputes with |
    disputes over | disputes between | a dispute | the dispute | legal dispute | patent dispute |
    pay dispute | trade dispute | tax dispute | contract dispute | commercial dispute |
    licensing dispute | royalty dispute | boundary dispute | labour dispute | labor dispute |
    long-running dispute | bitter dispute | its dispute | their dispute | this dispute |
    that dispute | price dispute | rent dispute | a disputed | no more and no less | no less |
    to nobody's surprise | to no one's surprise |
    not to be outdone | not for the first time | une fois n'est pas coutume | no later than | no
    earlier than | no doubt | no wonder |
    not content with | non content de | non contente de | non contents de | not only | not just |
    not merely | not simply | not least | not to mention | not for profit | or not | not less than |
    not more than | no more than | not counting | not including | no stranger | no sooner |
    no secret | no surprise | no small | not far short | nothing less than | nothing short of |
    not a moment too soon | if not more | never before | not surprisingly | why not |
    like never before | no strings attached | cannot exceed | second to none | not to exceed |
    not exceed | not exceeding | never exceed | nor is it | pas moins | pas seulement |
    non seulement | pas uniquement | pas plus de | pas plus d' | pas que | sans doute |
    sans precedent | sans tambour ni trompette | sans compter | sans surprise | sans parler |
    sans conteste | sans aucun doute |
    sans nul doute | sans attendre | sans cesse | sans delai | sans delais | sans equivoque |
    sans oublier | sans egal | nul doute | aucun doute | ni plus ni moins | si ce n'est |
    n'est autre | n'a cesse | ne cesse | n'ont cesse | ne cessent | n'est pas pour rien |
    pas loin de | pas loin d' | made up of | made up \u00a4 | made up a | made up about |
    made up most | made up some | made up half | made up the | n'est pas le seul |
    n'est pas la seule | not the only | not alone | not without | pas encore totalement |
    all but one | all but two | all but three | all but a few | all but \u00a4 |
    n'a pas hesite à | n'ont pas hesite à | n'hesite pas à | n'hesitent pas à | n'a pas tarde à |
    n'ont pas tarde à | not hesitate to | not hesitated to |
    without precedent | without delay | without a doubt | without doubt | sans frais |
    by no means the only | made possible by | walk~ away with | came away with | comes away with |
    n'est pas en reste | pas en reste | pas à pas | pas de porte |
    ne cache pas | ne cachent pas | ne cachait pas | ne cachaient pas | n'a pas cache |
    n'ont pas cache | n'a jamais cache | n'ont jamais cache | ne dissimule pas |
    ne dissimulent pas | ne boude pas | ne boudent pas | ne regrett~ pas | ne le regrett~ pas |
    ne la regrett~ pas | ne les regrett~ pas | ne regrett~ rien |
    does not hide | do not hide | did not hide | has not hidden | makes no secret | made no secret |
    does not regret | did not regret | will not appeal | did not appeal | does not appeal |
    not contest | ne fera pas appel | ne feront pas appel | n'a pas fait appel |
    n'ont pas fait appel | ne conteste pas | ne contestera pas | ne fait que | ne font que |
    block trade | sans contact | sans fil | sans but lucratif | no holds barred | no-brainer |
    excluding debt | without debt | hors dette | sans dette | in the film industry |
    in the film business | in the game industry | in the game business | dans le jeu video |
    came as no surprise | n'a surpris personne | n'ont surpris personne | n'a etonne personne |
    surprised nobody | surprised no one | surprised few | comes as no surprise |
    dans le jeu en ligne | not yet named | suspension of disbelief | en perte de \u00a4 |
    en pertes de \u00a4
    """
)
"""Wordings in which those words deny nothing."""

AFTER_NE = frozenset(
    "pas plus jamais rien aucun aucune guere point personne ni nul nulle nullement".split()
)
"""What makes a negation of "ne": "n'a pas", "ne versera plus"."""
RESTRICTING = frozenset({"que", "qu'"})
"""What makes "only" of "ne": "n'a versé que 4 milliards" says that it was 4 milliards."""
EXPLETIVE_AFTER = frozenset("que qu' avant moins crainte peur empeche autrement".split())
"""Before "ne" these make it say nothing: "avant qu'il ne verse"."""

AFTERWARDS = frozenset(
    """
    used use spent enough suffice sufficient sufficed save saved prevent prevented stop stopped
    cover covers covered repay help helped change changed solve solved satisfy calm dilute
    surprise surprised impress impressed convince convinced please pleased last
    servi servir servira serviront servent sert suffi suffire suffira suffiront suffit suffisent
    suffisant suffisants sauver sauve empecher empeche empechent empechera couvrir couvre couvrira
    couvriront couvrent rembourser changer changera changeront resoudre resout rassurer rassure
    convaincre convaincu etonner etonne surpris surprend surprendre
    """.split()
)
"""What is denied of money that was paid: what became of it, or what it was worth to somebody."""
COMING_ABOUT = frozenset(
    """
    change changed changing done complete completed close closed conclude concluded happen happened
    materialise materialised materialize materialized finalise finalised signed gone
    changer change abouti aboutir boucle boucler finalise finaliser concretise concretiser conclu
    conclure realise realiser signe signer eu finalement
    """.split()
)
"""Words of a deal that is done: denied, what was told as done before is not."""
REGRETS = frozenset(
    """
    regret regrets regretted regretting rue hide hiding regrette regrettent regretter cache
    """.split()
)
"""What is done about what was done: who does not regret a purchase has made it."""
GIVEN_BACK = frozenset(
    """
    repaid returned refunded reimbursed recovered recouped rembourse rembourses remboursee
    remboursees restitue rendu recupere
    """.split()
)
"""What is done with money that was paid, by who has it."""
RULINGS = frozenset(
    """
    decision ruling verdict fine penalty sanction judgment judgement award order amende jugement
    arret condamnation mesure redressement
    """.split()
)
"""What somebody may contest that is in force for all that."""
HINDERING = frozenset(
    """
    prevent prevented stop stopped deter deterred dissuade dissuaded discourage discouraged keep
    kept
    empeche empechent empecher empechera empecherait dissuade dissuader decourage decourager retenu
    """.split()
)
"""Verbs of keeping somebody from what stands behind them; denied, it came about."""
FACTIVE_QUESTIONS = frozenset(
    "why when where who which pourquoi comment quand où qui quel quelle quels quelles".split()
)
"""What somebody will not say more of: "declined to say why it had paid"; it paid all the same."""
SAYING = frozenset(
    "say said tell told explain explained dire dit expliquer explique indiquer indique".split()
)

SAYING_NOTHING = frozenset(
    """
    comment comments commenter commentaire commentaires details detail detailler preciser precise
    disclose disclosed disclosing reveal revealed specify elaborate identify name named reply
    respond answer repondre reveler divulguer souhaite immediately reachable disclosure communique
    communiquer reagir sollicite immediatement confirm
    """.split()
)
"""What a denied verb of telling is about: who "did not comment" denied no sum."""

ANAPHORIC = frozenset(
    """
    it this that these those so both them which cela ca ceci c' ce ces cette cet le l' la les tout
    information informations report reports claim claims rumour rumours rumor rumors figure
    figures story allegation allegations statement assertion affirmation affirmations allegation
    chiffre montant nouvelle rumeur rumeurs propos version
    """.split()
)
"""What stands for a whole statement, so that denying it denies that statement."""

NOTICED: tuple[str, ...] = phrases(
    """
    pure invention | no deal | no sale | no merger | no takeover | no purchase | pas de rachat |
    pas de fusion |
    pas de vente | pas d'accord | pas de cession | call off | calls off | called off | pulls out |
    pull out | pulled out | walks away | walk away
    | walked away | turned it | turned them | turned the | econduit | decline | turns down |
    turned down | turn down | rules out | ruled out | rule out |
    fell through | falls through | backs out | backed out | broke off | breaks off | drops its |
    drops the | drops plan | dropped its | dropped the | gives up | gave up | on hold | l'eponge |
    à l'eau | met fin | mis fin | retire son | retire sa | se retire | exclut | a tort | à tort |
    n'en est rien | made up | dit non | no truth | declined | scotches | scotched | scotch |
    cold water | shoots down | shot down | paid to | to rest | brushes | brushed | waves off |
    coupe court | coupent court | couper court | coupait court | le cou | balaie | balaye |
    balayer | eteint les | les pendules | croix sur | le dos | un trait | la porte |
    pulls plug | pulled plug | pull plug | tears up | tore up | torn up | turns its | turned its |
    turns back | turned back | the towel | in towel | door on | goodbye | cold feet | the altar |
    wriggles | wriggled | reneges | reneged | gets out | got out
    """
)
"""Wordings by which a text is noticed that may deny something, before it is read."""
