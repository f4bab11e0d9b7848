"""Nouns for those who stand beside a company and act for themselves.

Lower case and without accents.
"""

from __future__ import annotations

from tui.language.plain_words import words_of

OTHERS = words_of(
    """
    executive executives head chief boss manager managers director employee employees worker workers
    founder founders cofounder co-founder heir heirs widow son daughter brother brothers sister
    family member members partner partners shareholder shareholders investor investors backer
    backers creditor creditors lender lenders customer customers client clients supplier suppliers
    rival rivals competitor competitors neighbour neighbor buyer buyers bidder seller owner owners
    parent tenant landlord contractor insurer insurers adviser advisers advisor broker lawyer
    lawyers trustee trustees administrator receiver union unions fan fans friend friends ally allies
    predecessor successor spokesman spokeswoman chairman chairwoman president entrepreneur engineer
    veteran insider trader analyst pension pensioners man woman men women couple trio pair

    dirigeant dirigeants dirigeante cadre cadres patron patronne directeur directrice president
    presidente salarie salaries employe employes fondateur fondatrice fondateurs cofondateur
    cofondateurs heritier heritiers heritiere veuve fils fille frere freres soeur soeurs famille
    membre membres associe associes actionnaire actionnaires investisseur investisseurs creancier
    creanciers preteur preteurs client clients fournisseur fournisseurs rival rivaux rivale
    concurrent concurrents concurrente voisin acheteur acquereur vendeur proprietaire proprietaires
    maison-mere locataire bailleur sous-traitant assureur assureurs conseil conseiller courtier
    avocat avocats administrateur liquidateur syndicat syndicats supporter supporters ami amis allie
    allies predecesseur successeur porte-parole ingenieur ingenieurs ancien anciens anciennes homme
    femme hommes femmes couple mari epouse
    """
)
"""Who does something "of" a company or for it: what they pay is not what the company pays."""

SELLING_OWNERS = words_of(
    """
    founder founders cofounder owner owners parent shareholder shareholders investor investors
    backers family heirs seller partners widow
    fondateur fondateurs fondatrice proprietaire proprietaires maison-mere actionnaire actionnaires
    investisseurs famille heritiers vendeur associes
    """
)
"""Of those, the ones whom a company belongs to, so that what is paid for it is paid to them."""
PUBLIC = words_of(
    """
    city state government council region ministry town county province municipality parliament
    ville etat gouvernement mairie departement ministere metropole commune collectivite parlement
    """
)
"""Public bodies by which a sentence calls somebody whom it does not name."""
BUYERS = words_of(
    """
    buyer buyers purchaser purchasers acquirer acquirers taker acheteurs acquereurs repreneurs
    acheteur acheteuse acquereur acquereuse repreneur repreneuse
    preneur
    """
)
"""Who pays, as a noun before its name: "the buyer, Nordwind"."""
SELLERS = words_of("seller sellers vendor vendors vendeur vendeurs vendeuse cedant cedants")
"""Who is paid, as a noun before its name."""

JOINING_CLUB = words_of(
    """
    joins joined join joining rejoint rejoignait rejoindre rejoindra signe integre integrera
    retrouve debarque
    """
)
"""Behind a player these have the club that pays for him."""
LEAVING_CLUB = words_of(
    """
    leaves left leave leaving quits quit quitte quitter quittera quittait quittant delaisse swaps
    swapped
    """
)
"""Behind a player these have the club that is paid for him."""
MOVING_CLUB = words_of(
    """
    moves moved move moving switched switches transferred transfer transfert transfere transferee
    passe passee parti part transferts signed signs sign recrute recruter recrutent enrole engage
    bought buys achete achetee acheter recruits recruited lands landed recrutee transferee arrache
    arrachee debauche debauchee chipe souffle enleve attire attache offert enrolee vendu cede
    prised prise lured lures poached snatched plucked tempted pinched bring brings brought
    """
)
"""Verbs of a transfer that tell the clubs by what stands before their names."""
TAKING_PLAYER = words_of(
    """
    achete achetee acheter recrute recrutee recruter arrache arrachee arracher debauche debauchee
    chipe chiper souffle souffler enleve enlever enrole enrolee engage attache
    """
)
"""Of those, the ones by which a player comes from the club behind "à": "arraché à Kestrel"."""
FEES = words_of("fee fees indemnite indemnites transfer transfert")
"""What is paid for a player."""
PAID_CLUB = words_of("from de d' du provenance à a au venu")
SOLD = words_of("sold vendu vendue cede cedee adjuge adjugee")
"""At the head of a headline, before a colon: "Sold: the mill, to Nordwind"."""
