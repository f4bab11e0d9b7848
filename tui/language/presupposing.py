"""Words that tell a figure as known already, whatever the sentence says next.

Lower case and without accents; a `~` at the end stands for any ending.
"""

from __future__ import annotations

from tui.language.plain_words import phrases

IN_FRONT: tuple[str, ...] = phrases(
    """
    with | despite | in spite of | notwithstanding | for all | on | at | after | following | given |
    thanks to | because of | owned | valued at | valued | priced at | worth | once | having |
    boasting | backed by | due to | even with | even after | avec | malgre | en depit de |
    en depit d' | en depit du | en depit des | fort de | fort d' | forte de | forte d' | pour |
    sur | apres | grace à | grace aux | grace au | valorise~ | affiche~ | vendu~ | propose à |
    proposee à | dote~ | riche de | compte tenu de | du fait de | au prix de | à la suite de |
    meme avec | quoique | concue pour | concu pour | d'une capacite de | d'une puissance de |
    d'une contenance de
    """
)
"""At the head of a sentence, before a comma, these tell what its subject has."""
OPENING_ASIDE = frozenset(
    """
    with avec a an un une fort forte already deja valued valorise valorisee worth employing
    employant owning detenant priced whose which who qui dont built concu concue dote dotee riche
    currently actuellement now itself at once l' le la the son sa its affiche affichee vendu vendue
    detenu detenue controle controlee possede possedee owned held controlled
    beneficiaire deficitaire actionnaire proprietaire detenteur detentrice pme eti societe
    entreprise groupe employeur
    """.split()
)
"""What opens words between commas about the name before them."""
MEASURED_NOUNS = frozenset(
    """
    revenue revenues sales turnover profit profits loss losses income earnings result results
    figure sum amount total number headcount workforce stake value valuation capacity price
    chiffre affaires ventes recettes revenus benefice benefices perte pertes resultat resultats
    montant somme total nombre effectif effectifs participation part valeur valorisation capacite
    prix
    """.split()
)
"""Nouns that a denial is of where a figure stands behind their comma."""
GOALS = frozenset("target targets goal goals forecast forecasts objectif objectifs".split())
"""Behind a sum these make it one that is only aimed at."""
NOBODY = frozenset("no nobody none few nul personne aucun aucune rien".split())
"""Subjects of a statement that denies something: "and no one there expects a profit"."""
GAINING = frozenset(
    """
    lost earned made took turned employs employed perdu gagne encaisse realise realises degage
    emploie employait
    """.split()
)
"""Verbs of a clause about a figure that tell whose it is: "the 3 million that it lost"."""
PUT_FORWARD: tuple[str, ...] = phrases(
    """
    contrary to | contrairement à | contrairement aux | contrairement au | loin de | loin des |
    far from
    """
)
"""What opens a figure that the sentence sets aside."""
IN_SPITE_OF: tuple[str, ...] = phrases(
    """
    despite | in spite of | notwithstanding | malgre | en depit de | en depit des | en depit du |
    en depit d'
    """
)
"""What opens a figure that stands, unless it was only spoken of."""
SPOKEN_OF = frozenset(
    """
    mentioned mention reported rumoured rumored claimed claims claim cited quoted promised expected
    forecast forecasts predicted hoped planned target targets goal estimated estimates alleged
    supposed advertised said touted bandied circulated speculation reports rumours rumors sought
    wanted asked
    avance avancee avances avancees evoque evoquee evoques evoquees annonce annoncee annonces
    annoncees promis promise promises attendu attendue attendus attendues espere esperee esperes
    prevu prevue prevus prevues vise visee cite citee cites citees mentionne mentionnee mentionnes
    mentionnees rumeur rumeurs suppose supposee supposes objectif objectifs revendique
    revendiquee revendiques
    """.split()
)
"""Words by which somebody only spoke of a figure, or hoped for it."""
EFFECTS: tuple[str, ...] = phrases(
    """
    short of | deter~ | dissuad~ | prevent~ | keep~ | kept | stop~ | scar~ | put off | enough |
    suffic~ | satisf~ | impress~ | discourag~ | spoil~ | dampen~ | reassur~ | convinc~ | growing |
    grow | shrinking | help~ | unsettle~ | worr~ | frighten~ | trouble~ | upset | matter | hurt |
    harm~ | hold back | held back | stand in the way | surpris~ | mean that | change | changed |
    cover | include~ | take into account | down to | due to | caused by | a one-off | a surprise |
    a problem | a worry | a disaster | empech~ | dissuad~ | suffi~ | rassur~ | convainc~ |
    convaincu | satisfai~ | decourag~ | frein~ | inquiet~ | effray~ | assez | surpren~ | surpris |
    comprend~ | inclu~ | couvr~ | tient compte | tiennent compte | impressionn~ | entam~ | gen~ |
    remis en cause | profit~ | refroid~ | arret~ | doit rien | doivent rien | une surprise |
    un accident | un hasard | croit plus | progresse plus | augmente plus
    """
)
"""Denied of a figure these leave it what it is: "was not enough", "did not deter"."""
MEASURED_AGAINST: tuple[str, ...] = phrases(
    """
    than | as | ahead of | short of | shy of | in line with | in step with | above | below | over |
    under | beyond | beat | beats | beating | topped | topping | exceeded | exceeding | missed |
    missing | surpassed | surpassing | outstripping | trailing | lagging | against | versus |
    compared with | compared to | matching | meeting | que | qu' | au-dela de | au-dela des |
    au-dessus de | au-dessus des | en dessous de | en dessous des | en deca de | en deca des |
    superieur~ à | superieur~ aux | inferieur~ à | inferieur~ aux | conforme~ à | conforme~ aux |
    depassant | battant | manquant | surpassant | en ligne avec | contre | sous les |
    par rapport à | par rapport aux
    """
)
"""Before what had been expected these compare a figure with it."""
