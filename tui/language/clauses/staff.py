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
