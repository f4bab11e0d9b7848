"""Words that tell how long the time is for which a sum is told: French and English, plain."""

from __future__ import annotations

from tui.language.plain_words import phrases, words_of

_QUARTER, _HALF, _MONTH, _WEEK, _YEAR = 91, 182, 30, 7, 365
DAYS_OF_UNIT: dict[str, int] = {
    unit: days
    for days, units in (
        (_QUARTER, "quarter trimestre quarters trimestres"),
        (_HALF, "half half-year semester semestre semestres halves"),
        (_MONTH, "month months mois"),
        (_WEEK, "week weeks semaine semaines"),
        (_YEAR, "year years an ans annees exercices"),
        (10 * _YEAR, "decade decades decennie decennies"),
    )
    for unit in units.split()
}
"""Units of time with their days."""
YEARS = words_of("year years an ans annees exercices decade decades decennie decennies")
PARTS_OF_YEAR = words_of("quarter trimestre half half-year semester semestre")
"""Units that a year has few of: which one is told, not how many."""
PARTS_OF_YEAR_ADJECTIVES: dict[str, int] = {
    word: days
    for days, words in (
        (_QUARTER, "quarterly trimestriel trimestrielle trimestriels trimestrielles"),
        (_HALF, "half-yearly half-year interim semestriel semestrielle semestriels semestrielles"),
        (_MONTH, "monthly mensuel mensuelle mensuels mensuelles"),
        (_WEEK, "weekly hebdomadaire hebdomadaires"),
    )
    for word in words.split()
}
"""Adjectives that tell a sum as that of a part of a year."""
ORDINALS = words_of(
    """
    first second third fourth final last latest opening closing 1st 2nd 3rd 4th q1 q2 q3 q4
    christmas holiday summer autumn winter spring
    premier premiere deuxieme second seconde troisieme quatrieme dernier derniere 1er 2e 3e 4e 2eme
    3eme 4eme ier
    """
)
"""Which part of a year it is."""
SMALL_NUMBERS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "two deux", "three trois", "four quatre", "five cinq", "six", "seven sept",
            "eight huit", "nine neuf", "ten dix", "eleven onze", "twelve douze",
        ),
        2,
    )
    for word in words.split()
}  # fmt: skip
MONTHS: dict[str, int] = {
    month: number
    for names in (
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    )
    for number, month in enumerate(names.split())
}
"""Months by number, 0 for January, as the two of a compound have them: "April-June revenue"."""
DAYS_OF_MONTH = _MONTH
BESIDE_NUMBERS = words_of(
    """
    the first opening last past final closing previous preceding trading full initial same these
    les des ces premiers premieres derniers dernieres quelque tous au cours entiers pleins
    """
)
"""What stands between a number and its unit of time, or before both."""
ONLY_WHEN: tuple[str, ...] = phrases(
    """
    after | for the first time in | for the first time since | best in | worst in | highest in |
    lowest in | best for | worst for | first in | in business for | within | for the | aged |
    best result in | worst result in | best year in | worst year in | result in | profit in |
    loss in | record in | apres | depuis | pour la premiere fois en | pour la premiere fois depuis |
    du mieux depuis | age de | il y a | voici | d'ici | premiere fois depuis | premier depuis |
    resultat en | exercice en | perte en | benefice en | annee en | chiffre en | plus en |
    mieux en | mal en | result for | year for | first profit in | first loss in |
    first annual profit in | first annual loss in | against | compared with | compared to | from |
    than in | than | contre | par rapport au | par rapport aux | plus qu'au | moins qu'au | on the |
    up on the | down on the
    """
)
"""Before a time these tell when or how long, not what a sum is told for."""
GONE_BY = words_of("ago earlier later before after old plus avant apres running suite tard tot")
"""Behind a time these tell a day so far away."""
GROWING_IN = words_of(
    """
    doubled doubling tripled trebled quadrupled grown grew risen rose fallen fell gone climbed
    shrunk halved jumped double triple quadruple doublant triplant passe passee passes passees
    bondi grimpe chute progresse recule tombe tombees fondu gonfle
    """
)
"""Verbs of which so many years tell how long the change took."""
YEARS_OF_ACCOUNTS = words_of("year exercice annee fiscal fy twelve douze exercices")
ENDING = words_of(
    """
    to ended ending ends end ended through closed closing clos close cloture clot cloturait
    acheve termine au s'acheve s'est finissant
    """
)
"""Beside a year of accounts and a date these tell its last day."""
