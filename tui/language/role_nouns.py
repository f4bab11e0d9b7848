"""Nouns and phrases by which a sentence tells who pays in a deal, French and English.

Lower case and without accents.
"""

from __future__ import annotations

from tui.language.plain_words import phrases, words_of

PAYERS = words_of(
    """
    buyer acquirer purchaser investor lender backer donor sponsor funder benefactor financier
    acquereur acquereuse acheteur acheteuse repreneur repreneuse investisseur preteur preteuse
    bailleur donateur donatrice mecene commanditaire parrain
    """
)
"""Who pays, lends or gives."""
OWNERS = words_of("owner owners proprietaire")
NEW = words_of("new nouveau nouvelle nouvel latest")
"""Before these an owner is one who has bought: "Kestrel's new owner"."""
IS = words_of("is was becomes became become est devient devenu devenue etait fut appelle called")
BECOMING = words_of("becomes became become devient devenu devenue")
COMES = words_of("come comes came vient viennent provient proviennent venu venus emane emanent")
"""Verbs by which money is said to be somebody's: "the 4 million come from Nordwind"."""
NOT_SO = words_of(
    """
    former ex ancien ancienne previous would-be potential likely possible futur future pressenti
    pressentie candidate candidat rival other only another presumed unlikely main majority
    minority autre eventuel presume
    """
)
"""Before such a noun these make another one of it."""
ALONE = words_of("only sole single seul seule unique")
"""Before a role these tell that nobody shares it: "the only investor"."""
ROUNDS = words_of(
    """
    round rounds funding financing fundraising raise raising seed series tour table levee capital
    operation augmentation amorcage fonds
    """
)
"""What somebody backs, between the role and the party: "sole investor in K's 6 million round"."""
BEHIND = words_of("behind derriere")
STANDING = words_of("stands stand is sits lies trouve cache est retrouve")
"""What follows a deal in front: "Behind the loan to Kestrel stands Nordwind"."""

BELONGING: tuple[str, ...] = phrases(
    """
    part of | owned by | belongs to | belong to | belonging to | property of | folded into |
    in the hands of | subsidiary of | unit of | division of | passes to | passed to |
    partie de | partie du | appartient à | appartient au | appartiennent à | propriete de |
    propriete du | propriete d' | filiale de | filiale du | filiale d' | detenu par | detenue par |
    aux mains de | aux mains du | entre les mains de | entre les mains du | appartient desormais à |
    appartient maintenant à | appartient desormais au
    """
)
"""Between a company and its owner: "Kestrel is now part of Nordwind"."""
FINDING_BUYER: tuple[str, ...] = phrases(
    """
    a new owner in | a new owner : | a buyer in | its buyer in | a saviour in | a new owner , |
    a sponsor in | a new sponsor in | a backer in | an investor in | a lender in | a donor in |
    a rescuer in | a buyer : | a sponsor : | an investor : | a backer : | an investor , |
    un acheteur : | un mecene : | un sponsor : | un investisseur : | un partenaire : |
    preneur aupres de | preneur en la personne de | un nouvel actionnaire , | un actionnaire , |
    trouve preneur : | repreneur en la personne de | acquereur en la personne de |
    acheteur en la personne de | nouveau proprietaire : | un repreneur : | un acquereur :
    """
)
"""What a company has found, before the name of its buyer."""
NOW = words_of(
    """
    now newly becomes became become today desormais maintenant devient devenu devenue aujourd'hui
    passes passed folded
    """
)
"""What tells that a company belongs to somebody of late, who has bought it."""
COSTING = words_of("cost costs coute coutera coutait coutent")
LOSSES = words_of(
    """
    fines fine fees lost losses loss damages delays wages sales in manque perte pertes penalites
    retard dommages
    year an annum chaque
    """
)
"""Beside a cost these make it none of a purchase."""
WHOLLY = words_of(
    "all tous toutes tout entirely solely wholly mainly integralement entierement uniquement"
    " exclusivement"
)
BEING_GIVEN = words_of(
    """
    received receives got gets raised needed obtained recu recus recue recues touche touches obtenu
    obtenus leve leves empoche encaisse granted lent given paid prete pretes verse verses accorde
    accordes alloue alloues
    """
)
"""What who is paid has done with a sum: "the 4 million that Kestrel received"."""
WITH = words_of("with thanks avec grace fort forte")
GIVEN_BY = words_of(
    """
    from of by provided put invested lent given in raised loan grant funding investment apportes
    apporte par de d' du des pretes prete verses verse accordes accorde investis fournis financement
    """
)
"""Between a sum in front and who gives it."""
BEING_WORTH = words_of("worth rapporte rapportera rapporteront brings bring")
THANKING = words_of("thanked thanks thank remercie remercient remerciait")
