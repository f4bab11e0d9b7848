"""What stands in front of a statement and leaves it as it is, French and English.

Lower case and without accents. A phrase with a preposition in front tells when, where, how or by
whose account; one whose words are none of these may be anything: "on paper", "in the film".
"""

from __future__ import annotations

from tui.language.figures.sum_words import DEAL_NOUNS, MONEY_NOUNS, SUM_NOUNS
from tui.language.plain_words import words_of
from tui.language.reporting import REPORTING

PREPOSITIONS = words_of("in on at under by en dans sur sous au aux à chez")
"""Others tell of themselves what they do: "after", "according to", "despite", "for"."""

_TIMES = words_of(
    """
    year years month months week weeks day days hour hours quarter quarters half decade decades
    century morning afternoon evening night weekend summer winter spring autumn fall time times
    moment past end beginning start close first second third fourth last latest early late
    midnight noon today same recent temps nouveau final annee annees an ans mois semaine semaines
    jour jours heure
    heures trimestre trimestres semestre decennie siecle matin soiree soir nuit week-end ete hiver
    printemps automne fois instant fin debut cours lendemain veille premier premiere deuxieme
    dernier derniere derniers dernieres rentree issue terme
    """
)
_PLACES = words_of(
    """
    country city town region state market markets industry sector field world home court europe
    stock exchange capital headquarters abroad here pays ville region marche marches industrie
    secteur domaine monde bourse siege tribunal etranger place video
    """
)
_PAPERS = words_of(
    """
    statement filing filings release announcement report letter memo email e-mail note post blog
    interview briefing conference prospectus document documents papers terms notice circular
    message communique depot rapport lettre courriel billet entretien conference document
    documents termes note avis circulaire publication
    """
)
_COURSES = words_of(
    """
    addition return exchange total all fact particular detail turn parallel part wake meantime
    meanwhile process move step sign result place line contrast conjunction effect cash advance
    way top lieu depit fine retaliation response reply appeal short order vote deal context
    framework case cases outre plus
    effet particulier parallele detail partie revanche contrepartie echange retour somme gros
    regime tilt stretch plein peak
    tout total cadre foulee contexte occasion passage cote titre moyenne ordre vertu raison
    faveur reponse matiere attendant particulier numeraire consequence signature signing closing
    completion delivery conclusion cloture finalisation realisation livraison achevement reception
    notification surprise unanimite guise pression egide impulsion stupeur dam usage dedommagement
    reparation remerciement hommage complement supplement
    """
)
HARMLESS = (
    _TIMES | _PLACES | _PAPERS | _COURSES | DEAL_NOUNS | SUM_NOUNS | MONEY_NOUNS
    | REPORTING["en"] | REPORTING["fr"]
)  # fmt: skip
"""Words of which one at least stands in such a phrase when it leaves the statement as it is."""
