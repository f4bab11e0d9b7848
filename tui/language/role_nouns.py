"""Nouns by which a sentence calls the one who pays in a deal, French and English.

Lower case and without accents.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PAYERS = _words(
    """
    buyer acquirer purchaser investor lender backer donor sponsor funder benefactor financier
    acquereur acquereuse acheteur acheteuse repreneur repreneuse investisseur preteur preteuse
    bailleur donateur donatrice mecene commanditaire parrain
    """
)
"""Who pays, lends or gives."""
OWNERS = _words("owner owners proprietaire")
NEW = _words("new nouveau nouvelle nouvel latest")
"""Before these an owner is one who has bought: "Kestrel's new owner"."""
IS = _words("is was becomes became become est devient devenu devenue etait fut appelle called")
BECOMING = _words("becomes became become devient devenu devenue")
COMES = _words("come comes came vient viennent provient proviennent venu venus emane emanent")
"""Verbs by which money is said to be somebody's: "the 4 million come from Nordwind"."""
NOT_SO = _words(
    """
    former ex ancien ancienne previous would-be potential likely possible futur future pressenti
    pressentie candidate candidat rival other only another presumed unlikely main majority
    minority autre eventuel presume
    """
)
"""Beside such a noun these make another one of it."""
BEHIND = _words("behind derriere")
STANDING = _words("stands stand is sits lies trouve cache est retrouve")
"""What follows a deal in front: "Behind the loan to Kestrel stands Nordwind"."""
