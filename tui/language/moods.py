"""Words that say how far a thing has come: asked, possible, planned, promised, done.

Lower case and without accents; a `~` at the end stands for any ending.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from tui.language.plain_words import phrases

Mood: TypeAlias = Literal[
    "question", "condition", "possible", "talks", "plan", "offer", "will", "agreed"
]
"""From the least certain to what happened."""

SINGLE: dict[Mood, str] = {
    "possible": """
        may might could perhaps maybe possibly potentially hypothetical hypothetically conceivably
        possible potential peut peuvent pourra pourront eventuel eventuelle eventuels eventuelles
        eventuellement hypothetique hypothetiques potentiel potentielle potentiellement
        envisageable probable probablement needs needed need requires
        hoped hoping sought seeking esperait esperaient
        sollicitait sollicitaient reclamait reclamaient demandait demandaient escomptait
        escomptaient
    """,
    "talks": """
        considering considers consider considered weighing weighs weighed mulling mulls mulled
        exploring explores explored negotiating negotiates negotiate contemplat~ eyeing eyes_ eyed
        envisage envisagent envisager envisageait etudie etudient negocie negocient negocier
        negociait songe songent reflechit reflechissent discute discutent courtise convoite lorgne
    """,
    "plan": """
        plan plans planned planning intends intend intended intention intentions aims aim aimed
        wants want wanted hopes hope seeks seek wishes wish prevoit
        prevoient prevoyait projette projettent entend entendent souhaite souhaitent souhaitait
        veut veulent voulait espere esperent compte_ comptent_ ambitionne ambitionnent
        vise_ visent_ cherche cherchent projet_ projets_ expected expects forecast~ prevu prevue
        attendu attendue
    """,
    "offer": """
        offer offers offered offering bid bids bidding proposes proposed proposal propose proposes
        proposent proposait proposition
    """,
    "will": """
        will shall wo 'll va vont ira iront pledge pledges pledged pledging commit commits
        committed committing vows vowed promise promises promised engage engagent engageait
        engagement promet promettent promis
    """,
    "agreed": """
        agree agrees agreed agreeing signed signs sign signing accord accepte acceptent accepte
        signe signent signee ordered orders ordered commande approved approves
    """,
}

_HOPING = phrases(
    """
    espere | esperent | ambitionne de | ambitionnent de | revent de | cherche à | cherchent à |
    cherchait à | cherchaient à
    """
)
_GETTING = """
    lever boucler clore cloturer reunir collecter recolter attirer obtenir emprunter recevoir
    decrocher percevoir toucher empocher engranger retirer tirer remporter
    """
PHRASES: dict[Mood, tuple[str, ...]] = {
    "possible": tuple(f"{hope} {verb}" for hope in _HOPING for verb in _GETTING.split())
    + phrases(
        """
        eligible to | eligible for | in line for | in line to | stands to | stand to |
        en lice pour | en course pour | en competition pour | candidat à | candidate à |
        candidat au | finaliste~ | brigue~ | soumissionn~ | postule~ | in the running for |
        shortlisted for | in contention for | vying for | competing for |
        remis en cause | remise en cause | remis en question | remise en question |
        was to | were to | devait | devaient | feared that | fear that | fears that | craignait
        que | craint que |
        craignaient que | craignent que | redoutait que | redoute que | redoutent que |
        craignait qu' | craint qu' | redoute qu' | dream deal | dreams of | dreamt of |
        dreamed of | reve de | revent de | son reve | leur reve | reve d' |
        hopes to benefit | hope to benefit |
        hopes to raise | hopes to get | hopes to obtain | hopes to secure | hopes to borrow |
        hopes to receive | hope to raise | hope to get | hope to obtain | hope to secure |
        hope to borrow | seeks to raise | seek to raise | seeks to borrow | seek to borrow |
        wanted to raise | wanted to borrow | had wanted | had asked | asked for | asks for |
        asking for | wished to raise | wished to borrow | avait espere | avaient espere |
        avait demande | avaient demande | avait sollicite | avaient sollicite | a sollicite |
        ont sollicite | a reclame | ont reclame | voulait lever | voulait obtenir |
        voulait emprunter | souhaitait lever | souhaitait obtenir | souhaitait emprunter |
        comptait lever | comptait obtenir | counting on | counted on |
        requested a | requested an | requested \u00a4 | applied for | applied to |
        application for | request for | revait de | revait d' | revaient de | revaient d' |
        misait sur | misaient sur | comptait sur | comptaient sur | comptait bien |
        expected to get | expected to raise | expected to receive | expected to obtain |
        a demande \u00a4 | compte tirer | comptent tirer | comptait tirer | espere tirer |
        esperent tirer | esperait tirer | pense tirer | pensent tirer | escompte tirer |
        compte retirer | espere retirer | compte degager | espere degager | compte recuperer |
        espere recuperer | compte engranger | espere engranger | compte empocher |
        espere empocher | hopes to earn | hopes to make | hopes to net | hopes to fetch |
        hopes to recoup | hopes to recover | hope to earn | hope to net | hope to recoup |
        plans to earn |
        had been expected to | had been due to | had been set to | had planned to |
        had intended to | had been supposed to | had hoped to | had meant to | had been poised to |
        had been about to | was to have | were to have | avait prevu de | avait prevu d' |
        avaient prevu de | avaient prevu d' | avait l'intention | avaient l'intention |
        avait envisage | avaient envisage | etait cense | etait censee | etaient censes |
        avait ete question | a un temps envisage |
        has an option | have an option | had an option | holds an option | hold an option |
        held an option | gets an option | got an option | an option to | dispose d'une option |
        detient une option | a une option | avait une option | obtient une option |
        souhaite que | souhaite qu' | souhaitent que | souhaitent qu' | veut que | veut qu' |
        veulent que | veulent qu' | voudrait que | voudrait qu' | aimerait que | aimerait qu' |
        propose que | propose qu' | recommande que | recommande qu' |
        une option pour | une option d'achat | fishing for | angling for | l'intention de donner |
        on the market for | up for sale | mis en vente | mise en vente | mises en vente |
        a besoin de | ont besoin de | avait besoin de | avaient besoin de | a besoin d' |
        avait besoin d' | besoin de | besoin d' | request to | request was | requests for |
        demande etait de | demande porte | a demande un | a demande une |
        ont demande \u00a4 | ont demande un | demande de pret
        """
    ),
    "talks": phrases(
        """
        discussions sont en cours | negociations sont en cours | pourparlers sont en cours |
        discussions are under way | discussions are underway | discussions are continuing |
        talks are under way | talks are underway | talks are continuing |
        negotiations are under way | negotiations are underway | en cours de discussion |
        en cours de negociation | reste à voter | doit encore voter |
        doivent encore voter | yet to vote |
        in talks | talks to | talks with | talks over | talks on | talks about | in discussions |
        discussions to | in negotiations | negotiations to | thinking of | thinks about | look~ at
        | en discussion | en discussions | en negociation | en negociations | en pourparlers |
        pourparlers | discussions pour | discussions en vue | negociations pour |
        negociations en vue | à l'etude | under consideration | toying with | interest in buying |
        interested in
        """
    ),
    "plan": phrases(
        """
        a l'intention | ont l'intention | is due to | are due to | was due to | set to | poised to
        | compte investir | compte verser | comptent investir | projet de | projet d' | projets de
        | waiting for | awaits | awaiting | attend toujours | attendent toujours | supposed to |
        is to | are to | cense | censee | pret à | prete à |
        prets à | ready to | prepared to | on track to | likely to | doit | doivent | envie de |
        vote on | votes on | decide on | se prononceront sur | se prononcera sur | sur le point de |
        sur le point d' | s'apprete à | s'appretent à | en passe de | about to |
        appel à |
        calls for | called for | demande de | urges | urged | ask~ for | seek~ to |
        recommend~ | lobby~ | table sur | tablent sur | tablait sur | mise sur | misent sur
        """
    ),
    "will": ("going to",),
    "agreed": phrases(
        """
        struck a deal | reached a deal | reached an agreement
        """
    ),
}

GROWING = frozenset("reach grow climb swell atteindre grimper croitre".split())
"""Verbs by which a sum is yet to become what is told."""
WISHES = frozenset(
    """
    about poised ready vote votes decide se prepared s' en pret prete prets pretes sur want wants
    wanted hopes hope
    wish wishes wished veut veulent voulait souhaite souhaitent
    souhaitait espere esperent ambitionne ambitionnent aimerait
    """.split()
)
"""First words of those that make a plan by which somebody only wants it, or is only ready for it:
who is about to sign has not agreed to anything."""

HOPES = frozenset(
    """
    needs needed need requires
    hoped hoping sought seeking esperait esperaient sollicitait sollicitaient reclamait
    reclamaient demandait demandaient asked requested
    """.split()
)
"""Of those that make a thing possible, the ones that do so to what stands behind them only."""
ASKED_OR_AHEAD = frozenset(
    """
    asked asks wanted sought hoped demanded requested expects expect expecting hopes plans intends
    demandait demandaient demande esperait esperaient espere esperent voulait voulaient reclamait
    reclamaient attend attendent prevoit prevoient compte vise visent table tablent
    """.split()
)
"""Verbs of which the object is what somebody asks, or what is to come, and not what was paid."""
ENGLISH_CONDITIONAL = frozenset({"would", "'d"})
ENGLISH_ADVICE = frozenset({"should", "ought", "must"})
ENGLISH_CAN = frozenset({"can"})

CONDITION_WORDS = frozenset(
    {"if", "unless", "provided", "providing", "assuming", "lest", "should_"}
)
CONDITION_PHRASES: tuple[str, ...] = phrases(
    """
    à condition toutefois | à condition cependant | à condition neanmoins | à condition bien |
    sous reserve que | sous reserve qu' | pour autant que | pour autant qu' | pour peu que |
    pour peu qu' | que si | à la condition | sous la condition | à moins que | à moins qu' |
    à moins de | à moins d' | sauf si | sauf à | à condition que | à condition qu' |
    à condition de | à condition d' | pourvu que | pourvu qu' | au cas ou | en cas de | en cas d' |
    dans l'hypothese | sous condition | sous conditions | in case | in the event | on condition |
    only if | as long as | so long as | à supposer | en supposant | quand bien meme |
    contingent on | contingent upon | conditional on | conditionne à | conditionnee à | were it |
    had it | depending on | des lors que les | except if | but for | hadn't | suppose that |
    supposons | subordonne à | subordonnee à
    """
)
NOT_A_CONDITION: tuple[str, ...] = phrases(
    """
    even if | meme si | if not more | if anything | if any | as if | comme si | if only | what if
    | si bien que | et si possible
    """
)
INDIRECT_QUESTIONS: tuple[str, ...] = phrases(
    """
    whether | wonder~ if | ask~ if | unclear if | question of | question whether | savoir si |
    demande si | se demande | demandent si | ignore si | si oui ou non | wonder~ | est-ce que |
    s'interroge un | s'interroge une | s'interrogent | s'interroge le | s'interroge la |
    s'interroge-t-on | se demande-t-on | se demande un | se demande le | se demandait |
    on ignore | question de savoir | remains to be seen | reste a savoir | how much
    """
)

REPORTING_PAST = frozenset(
    """
    said told announced added confirmed reported stated declared explained noted wrote disclosed
    revealed estimated promised indicated predicted argued insisted thought believed knew agreed
    pledged vowed warned hoped expected forecast suggested decided dit annonce declare indique
    precise affirme explique ajoute confirme assure estime promis revele rapporte ecrit fait
    souligne rappele appris decide disait annoncait declarait indiquait precisait affirmait
    expliquait
    """.split()
)
"""After these "would" and the French conditional tell what is to come, not what is doubtful."""

IMPERFECT_LIKE_CONDITIONAL = frozenset(
    """
    tirait retirait attirait inspirait respirait aspirait admirait virait desirait montrait
    entrait rentrait livrait ouvrait offrait souffrait couvrait recouvrait decouvrait rencontrait
    centrait concentrait enregistrait administrait preparait separait declarait comparait assurait
    figurait durait mesurait procurait demeurait pleurait instaurait restaurait adorait elaborait
    ignorait ameliorait explorait esperait operait preferait liberait considerait generait
    accelerait gerait digerait differait suggerait transferait_ gouvernerait_ penetrait registrait
    outrait attrait retrait trait portrait extrait abstrait distrait contrait soustrait parait
    apparait disparait reparait emparait encadrait cadrait consacrait integrait celebrait vibrait
    equilibrait fabriquait delivrait enivrait manoeuvrait oeuvrait engendrait encombrait
    """.split()
)
"""Words in -rait that are no conditional: imperfects of verbs in -rer and -rir, nouns."""
