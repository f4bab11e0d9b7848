"""Words by which a sentence tells how many people somebody employs. Lower case."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STAFF: dict[str, frozenset[str]] = {
    "en": _words(
        "employee employees worker workers staff staffer staffers engineers engineer researchers"
        " salespeople"
    ),
    "fr": _words(
        "salarié salariés salariée salariées employé employés employées collaborateur"
        " collaborateurs agents ouvriers ingénieurs"
    ),
}
"""People who are somebody's, by the noun itself."""
PEOPLE: dict[str, frozenset[str]] = {
    "en": _words("people persons men women jobs"),
    "fr": _words("personnes emplois postes hommes femmes"),
}
"""People who are somebody's only where a verb of employing says so."""
WORKFORCE: dict[str, frozenset[str]] = {
    "en": _words("workforce headcount staff payroll"),
    "fr": _words("effectif effectifs personnel"),
}
"""All who work for somebody, as a noun in the singular."""
EMPLOYING_VERBS = _words("employ employer")
COUNTING_VERBS = _words("have number count avoir compter totaliser")
"""Verbs by which somebody has so many employees."""
WORKING_VERBS = _words("work travailler")
"""Verbs whose subject is employed."""
EMPLOYING_FORMS = _words(
    """
    employ employs employed employing emploie emploient employait employaient employant emploiera
    emploieront employer
    """
)
"""Forms, without accents, of the verbs whose object is people that somebody employs."""
HAVING_FORMS = _words(
    """
    has have had having counts count numbers with compte comptent comptait comptaient comptant
    comptera compter avec regroupe regroupent rassemble rassemblent totalise totalisent occupe
    occupent
    """
)
"""What has people right behind it that are its own, where their noun says that they work."""
