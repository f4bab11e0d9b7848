"""Words by which a sentence tells how many people somebody employs. Lower case."""

from __future__ import annotations

from tui.language.plain_words import phrases, words_of

STAFF: dict[str, frozenset[str]] = {
    "en": words_of(
        "employee employees worker workers staff staffer staffers engineers engineer researchers"
        " salespeople"
    ),
    "fr": words_of(
        "salarié salariés salariée salariées employé employés employées collaborateur"
        " collaborateurs agents ouvriers ingénieurs"
    ),
}
"""People who are somebody's, by the noun itself."""
PEOPLE: dict[str, frozenset[str]] = {
    "en": words_of("people persons men women jobs"),
    "fr": words_of("personnes emplois postes hommes femmes"),
}
"""People who are somebody's only where a verb of employing says so."""
WORKFORCE: dict[str, frozenset[str]] = {
    "en": words_of("workforce headcount staff payroll staffing"),
    "fr": words_of("effectif effectifs personnel"),
}
"""All who work for somebody, as a noun in the singular."""
EMPLOYING_VERBS = words_of("employ employer")
COUNTING_VERBS = words_of("have number count avoir compter totaliser")
"""Verbs by which somebody has so many employees."""
WORKING_VERBS = words_of("work travailler")
"""Verbs whose subject is employed."""
EMPLOYING_FORMS = words_of(
    """
    employ employs employed employing emploie emploient employait employaient employant emploiera
    emploieront employer employons employions travailler occupe occupent occupait occupaient
    """
)
"""Forms, without accents, of the verbs whose object is people that somebody employs."""
HAVING_FORMS = words_of(
    """
    has have had having counts count numbers with compte comptent comptait comptaient comptant
    comptera compter comptons comptions avons avions sommes etions
    avec regroupe regroupent rassemble rassemblent totalise totalisent occupe
    occupent
    """
)
"""What has people right behind it that are its own, where their noun says that they work."""

EMPLOYING: tuple[str, ...] = phrases(
    """
    gives work to | provides work for | provides work to |
    provides jobs for | provides jobs to | provides employment for | provides employment to |
    keeps in work | offers jobs to | supports the jobs of | is the employer of | is employer to |
    pays the wages of | pays the salaries of |
    donne du travail à | donnent du travail à | donne un emploi à | donne un travail à |
    fournit du travail à | fournit un emploi à | procure du travail à | procure un emploi à |
    offre un emploi à | assure un emploi à | assure l'emploi de | fait travailler |
    font travailler | salarie | salarient
    """
)
"""Right before people these tell that somebody employs them."""
HAVING: tuple[str, ...] = phrases(
    """
    is home to | is made up of | consists of | relies on | draws on | runs on | boasts |
    fait vivre | font vivre | dispose de | disposent de | s'appuie sur | reunit | reunissent |
    est forte de | est fort de | revendique | is down to | was down to | are down to |
    were down to | is up to | is left with | was left with | has grown to | had grown to |
    grew to | has shrunk to | shrank to | est tombe à | est tombee à | est monte à |
    est montee à | est passe à | est passee à | se retrouve avec | se retrouvait avec
    """
)
"""Right before people these tell that they are somebody's, where their noun says that they work."""
ON_THE_BOOKS: tuple[str, ...] = phrases(
    """
    on its payroll | on the payroll | on their payroll | on our payroll | on its books |
    on the books | on their books | on our books | on its staff | on the staff | on staff | in work
    | working for it |
    in its workforce | in its employ | in its employment | under contract | in post |
    dans ses effectifs | dans leurs effectifs | à l'effectif | à son effectif | dans ses rangs |
    sous contrat | en poste | en contrat | à son service | à plein temps
    """
)
"""Behind people these tell that somebody employs them."""
WORKING: dict[str, frozenset[str]] = {
    "en": words_of("work works"),
    "fr": words_of("travaillent travaille oeuvrent s'activent"),
}
"""Verbs in the present whose subject, a number of people, is employed where they say."""
EMPLOYERS = words_of(
    """
    company business firm concern employer enterprise organisation organization manufacturer maker
    operation outfit start-up startup subsidiary cooperative co-operative charity institution
    entreprise societe pme eti employeur maison filiale cooperative association startup start-up
    institution fabricant equipementier tpe workshop studio practice agency factory brewery bakery
    mill foundry shipyard yard label publisher laboratory lab winery dairy distillery consultancy
    bureau boutique atelier studio agence brasserie laiterie imprimerie fonderie
    """
)
"""Of so many people, these are who employs them: "a business of 85 employees"."""
GROUPS = words_of("group groupe team equipe unit crew")
"""Of so many people these may be any; of so many employees they are who employs them."""
HIRING = words_of(
    """
    hire hires hired hiring recruit recruits recruited recruiting add adds added adding create
    creates created creating cut cuts cutting shed sheds shedding axe axes axed axing lay laid lays
    laying fire fires fired firing dismiss dismissed dismissing lose lost losing loses need needs
    seek seeks seeking looking want wants train trains trained retrain invited invite transfer
    transferred embauche embauchent embaucher embauchera recrute recrutent recruter recrutera cree
    creent creer creera supprime suppriment supprimer supprimera licencie licencient licencier perd
    perdent perdu perdre cherche cherchent forme forment former invitent transfere separe separent
    separer parting remercie remercient congedie
    """
)
"""Verbs whose object are people who come or go, not all that somebody has."""
FATES = words_of(
    """
    cut axed lost created shed dismissed fired hired threatened affected supprimes supprimees
    supprime crees creees cree menaces menacees menace licencies licenciees concernes concernees
    """
)
"""Participles of what becomes of some of the people."""
MORE = words_of(
    "another more extra further additional new autres autre nouveaux nouvelles supplementaires"
)
"""Beside a number of people these tell some that come on top."""
COMING_TO: tuple[str, ...] = phrases(
    """
    has grown to | had grown to | have grown to | grew to | grows to | has swelled to |
    has swollen to | is down to | was down to | are down to | is up to | has shrunk to |
    shrank to | has expanded to | now numbers | now number | est tombe à | est tombee à |
    est monte à | est montee à | est passe à | est passee à | sont passes à | est descendu à |
    est descendue à | a grandi jusqu'à
    """
)
"""Right before people these tell how many a company has come to have."""
MOVING_FROM: tuple[str, ...] = phrases(
    """
    has grown | had grown | grew | has gone | went | has swelled | has expanded | has shrunk |
    shrank | est passe | est passee | sont passes | passe | passant | passee | passera
    """
)
"""Before "from 40 to 75" these tell two numbers of which the second is that of now."""
WORK = words_of(
    """
    travailler fabriquer produire pointer assembler concevoir oeuvrer exercer construire coudre
    cuisiner usiner monter programmer developper soigner enseigner forger imprimer
    """
)
"""Infinitives that tell what people are employed to do."""
BEING = words_of("are 're sommes sont")
"""Between "we" and a number these count those who speak."""
MAKING_UP = words_of("composent forment constituent compose make comprise form")
"""Verbs by which people are said to be all of a workforce."""
LASTING = words_of(
    """
    now today currently altogether presently already desormais aujourd'hui maintenant actuellement
    deja exactement exactly just only about around some actually aujourd
    """
)
"""Beside a number these change nothing of who is counted."""
