"""Numbers told as the sum before is: by its verb, a like preposition, a second subject."""

from __future__ import annotations

import re
from decimal import Decimal

from tui.language.clauses.name_words import PLACES
from tui.language.figures.calendar import MONTHS, WEEKDAYS
from tui.language.lazy_pattern import Pattern
from tui.language.vocabulary import S
from tui.proof.extract.context.counted_nouns import is_thing
from tui.proof.extract.context.ellipsis_cues import (
    GAP_GOES_ON,
    GAP_VERBS,
    GAPPED,
    MOVED,
    NUMBERED,
    WHOSE,
)
from tui.proof.extract.context.number_context import SO_FAR, WHEN
from tui.proof.extract.countries import begins_country
from tui.proof.extract.lexicon import TEN
from tui.proof.extract.number_phrase import Figure, is_year

ROLE = Pattern(
    rf"{S}(?:pour|en|au|aux|à|par|dans|selon|for|in){S}(?!(?:19|20)\d\d|(?:all|total|tout)(?!\w))",
    re.IGNORECASE,
)
"""What a part of a sum is for."""


def is_parallel(
    text: str, told: Figure, figure: Figure, language: str, *, nothing_between: bool
) -> bool:
    """Whether a bare number is told as the sum before it in its sentence is.

    Args:
        text: The text.
        told: The sum before.
        figure: The number.
        language: `fr` or `en`.
        nothing_between: Whether no other number stands between them.
    """
    if told.kind != "money":
        return False
    between = text[told.end : figure.start]
    return (
        _is_gapped(text, told, figure, between, language)
        or (nothing_between and _is_gapped_afar(text, told, figure, between, language))
        or _is_of_the_same_verb(text, told, figure)
        or _is_year_before(text, told, figure, between)
        or _has_its_preposition(text, told, figure, between)
        or _has_its_role(text, told, figure, between, language)
    )


def said(figure: Figure) -> Decimal:
    """The number of a sum as it is told, without its scale: 5 of "5 pence"."""
    plain = figure.value / TEN**figure.scale if figure.bound == "range" else figure.plain
    return plain * 100 if "sub-unit" in figure.flags else plain


def is_far_apart(told: Figure, figure: Figure, times: int = 5) -> bool:
    """Whether one number is more than so many times the other, both as they are told."""
    return not said(told) / times <= figure.plain <= said(told) * times


def is_step(text: str, told: Figure, figure: Figure, between: str, language: str) -> bool:
    """Whether a number is where a price went: "gagne 5 pence, à 312", "rose $2 to 40"."""
    if told.kind != "money" or told.scale or said(told) >= figure.plain or figure.bound:
        return False
    if _AT[language].fullmatch(between) is None:
        return False
    if not (SO_FAR.match(text, figure.end) or _EACH.match(text, figure.end)):
        return False
    return MOVED[language].search(text, max(0, told.start - 100), told.start) is not None


_EACH = Pattern(rf"{S}(?:an?|per|each|le|la|par){S}[^\W\d]{{3,}}|{S}l[’']")
_AT = {"fr": Pattern(rf",{S}à{S}"), "en": Pattern(rf",?{S}to{S}")}


def is_in_full(text: str, told: Figure, figure: Figure, between: str) -> bool:
    """Whether a number beside a sum with a scale is told in full: "for the second 800,000".

    Both say what for in the same way: "1.2 million euros for the first, 800,000 for the second".
    """
    if told.kind != "money":
        return False
    if figure.plain >= 1000 and told.plain >= 1000 and _IN_CASH.match(text, figure.end):
        return between.endswith((" and ", " et ", ", ", " plus "))
    if not told.scale or figure.plain < _IN_FULL:
        return False
    if not told.value / 200 <= figure.plain <= told.value * 200:
        return False
    role = ROLE.match(text, figure.end)
    if _OF_WHICH.match(text, figure.end) and figure.value < told.value:
        return between.endswith(", ")
    if _ANOTHER_SUBJECT.fullmatch(between) and SO_FAR.match(text, figure.end):
        return True
    if role is None or not between.startswith(role[0]):
        return False
    return between.endswith((", ", " and ", " et ", " puis ", " then "))


_IN_CASH = Pattern(
    rf"{S}(?:en{S}(?:liquide|espèces|numéraire|cash|actions)|in{S}(?:cash|stock|shares|coins|notes))(?!\w)"
)
_OF_WHICH = Pattern(rf"{S}of{S}which{S}(?:is|was|goes|went|will|has|came|comes)(?!\w)")
_IN_FULL = 10_000
"""From here on a number beside one with a scale is told in full."""


def _is_year_before(text: str, told: Figure, figure: Figure, between: str) -> bool:
    """Whether a number in parentheses is the sum of the year before: "12.4 million (11.9)"."""
    if told.kind != "money" or between not in (" (", "(") or not text.startswith(")", figure.end):
        return False
    fine = figure.plain != int(figure.plain) or figure.plain >= 100
    return fine and not is_far_apart(told, figure)


def _is_of_the_same_verb(text: str, told: Figure, figure: Figure) -> bool:
    """Whether the verb of the sum stands before a number too: "she owes $1,200; he owes 3,400"."""
    if told.kind != "money":
        return False
    if not (SO_FAR.match(text, figure.end) or WHEN.match(text, figure.end)):
        return False
    first = _LAST_WORD.search(text, max(0, told.start - 24), told.start)
    second = _LAST_WORD.search(text, max(told.end, figure.start - 24), figure.start)
    if first is None or second is None or first["with"] != second["with"]:
        return False
    one, other = first["verb"].lower(), second["verb"].lower()
    if one in MONEY_VERBS and other in MONEY_VERBS and min(_large(told), figure.plain) >= 1000:
        return not is_far_apart(told, figure, 20)
    stem = 3 if min(len(one), len(other)) < 5 else 4
    whole = figure.plain == int(figure.plain)
    if whole and not (_PAYS.match(one) or one in MONEY_VERBS or first["with"]):
        return False  # "they won $3 million and Ajax won 12"
    small = not (told.scale or figure.plain >= 1000)
    if small and (is_far_apart(told, figure) or not _PAYS.match(one)):
        return False  # "she earns $18.50 an hour; he earns 22"
    return one[:stem] == other[:stem] and one not in _NO_VERBS and abs(len(one) - len(other)) <= 3


def _large(told: Figure) -> Decimal:
    """A sum that is told in full; 0 for one with a scale."""
    return Decimal(0) if told.scale else told.plain


MONEY_VERBS = frozenset(
    """made lost earned spent paid gained raised owed cost borrowed donated invested gagné perdu
    dépensé touché payé versé encaissé investi emprunté reçu coûté""".split()
)
"""Verbs of which two in one sentence have sums for objects: "made 40,000 rand, lost 90,000"."""
_LAST_WORD = Pattern(rf"(?<!\w)(?P<verb>[^\W\d]{{3,}})(?:{S}(?P<with>in|up|out|off|back))?{S}$")
_PAYS = Pattern(
    r"(?:earn|pay|paid|cost|charg|ow|fetch|gagn|pay|co[uû]t|touch|factur|vau|valai|vend|sold|sell|perç|reç|vers|mis|met)"
)
_NO_VERBS = frozenset(
    """and but for from with than the its their his her our this that about over more less under
    some only just into onto between pour avec dans sur que les des ses une leur leurs cette plus
    moins soit dont entre vers sous chez par environ seulement contre après avant versus against
    nearly almost around roughly""".split()
)
"""Words that are no verb, before a number."""


def _is_gapped(text: str, told: Figure, figure: Figure, between: str, language: str) -> bool:
    """Whether a subject alone stands between a sum and a number: "A met 19 millions, B 7"."""
    if told.kind != "money" or figure.words or is_year(figure):
        return False
    subject = GAPPED[language].fullmatch(between)
    if subject is None and _ANOTHER_SUBJECT.fullmatch(between) and told.scale:
        # "costs $90m at list price; the larger one, 112"
        return bool(GAP_GOES_ON[language].match(text, figure.end)) and not (
            NUMBERED.search(between) or is_far_apart(told, figure, 20)
        )
    if (
        subject is None
        or GAP_VERBS.search(between)
        or not GAP_GOES_ON[language].match(text, figure.end)
    ):
        return False
    return bool(told.scale) or (figure.plain >= 1000 and told.plain >= 1000)


def _is_gapped_afar(text: str, told: Figure, figure: Figure, between: str, language: str) -> bool:
    """Whether a second subject has the verb of a sum that has more words behind it.

    "Genève versera 187 millions de sa poche, et sa voisine 41"; "du FMI, le Sénégal 215".
    """
    if told.kind != "money" or figure.words or is_far_apart(told, figure, 20):
        return False
    if not GAP_GOES_ON[language].match(text, figure.end):
        return False
    at = max(between.rfind(", "), between.rfind(_AND[language]))
    at = between.rfind(",", 0, at) if at > 0 and between[:at].endswith(",") else at
    if at <= 0 or _NO_COMPLEMENT.search(between, 0, at):
        return False
    subject = between[at:]
    if GAPPED[language].fullmatch(subject) is None or GAP_VERBS.search(subject):
        return False
    if NUMBERED.search(subject):
        return False
    word = subject.split()[-1]
    if not told.scale:
        # "un Français dépense 549 euros pour Noël, un Allemand 470"
        return begins_country(word) and word[0].isupper() and not is_far_apart(told, figure)
    if not word[0].isupper():
        return WHOSE.search(subject) is not None
    return begins_country(word) or word.lower() in PLACES


_AND = {"fr": " et ", "en": " and "}
_NO_COMPLEMENT = Pattern(r"[.;:!?()\d\n]")


def _has_its_preposition(text: str, told: Figure, figure: Figure, between: str) -> bool:
    """Whether the preposition of a sum stands before a number: "à 8 euros ou à 80"."""
    if told.kind != "money" or is_far_apart(told, figure, 20):
        return False
    if not (SO_FAR.match(text, figure.end) or _TOO.match(text, figure.end)):
        return False
    again = _AGAIN.search(between) or _AND_ANOTHER.search(between)
    if again is not None and again.groupdict().get("noun") and _is_counted(again["noun"]):
        return False
    return again is not None and text[: told.start].endswith(
        (f" {again['with']} ", f"{again['with']}’")
    )


def _is_counted(noun: str) -> bool:
    """Whether a noun names people or things: "cuts its price to $12 and its staff to 40"."""
    return is_thing(noun) or is_thing(f"{noun}s") or noun.lower() in _BODIES


_BODIES = frozenset(("staff", "workforce", "headcount", "population", "effectif", "effectifs"))
_AND_ANOTHER = Pattern(
    rf"{S}(?:and|et){S}(?:(?:the|its|le|la|les|celui|celle){S})?(?:(?:du|de|of){S})?(?P<noun>[^\W\d]{{3,}}){S}"
    rf"(?P<with>à|to|at){S}$"
)
_TOO = Pattern(rf"{S}(?:non{S}plus|aussi|également|too|either)(?!\w)")
_AGAIN = Pattern(
    rf"(?:^,?{S}(?:ou|et|puis|or|and)(?:{S}[^.;:,\d\n]{{1,40}},)?|(?<!\w)(?:celles?|celui|ceux|that|those)(?:{S}(?:de|d[’']|des|du|of|for)[^.;:,\d\n]{{1,40}})?)"
    rf"{S}(?P<with>à|de|at|of){S}$"
)


def _goes_on_alike(text: str, told: Figure, figure: Figure) -> bool:
    """Whether the same two words stand behind sum and number: "15 cents on each … 30 on each"."""
    one, other = _TWO_WORDS.match(text, told.end), _TWO_WORDS.match(text, figure.end)
    return one is not None and other is not None and one[0] == other[0]


_TWO_WORDS = Pattern(
    rf"{S}(?:on|in|for|to|from|at|per|a|pour|par|à|au|aux|dans|sur|en|de){S}[^\W\d]+(?=[\W])"
)


_PARTIES = frozenset(("from", "to"))
_MONTH = Pattern(
    lambda: (
        rf"{S}(?:in|on|en){S}(?i:{MONTHS.pattern('fr')}|{MONTHS.pattern('en')}|{WEEKDAYS.pattern('en')})(?!\w)"
    )
)
"""When a sum was told: "$4 in January and 11 in June"."""
_RATED = Pattern(rf"{S}(?:par|pour|per){S}[^\W\d]")
"""For what a sum is told: "100 euros par enfant, 200 pour les familles"."""


def _has_its_role(text: str, told: Figure, figure: Figure, between: str, language: str) -> bool:
    """Whether sum and number say who gives or gets in the same way: "… from A, and 25 from B"."""
    if told.kind != "money" or is_far_apart(told, figure, 20):
        return False
    if _MONTH.match(text, told.end) and _MONTH.match(text, figure.end):
        return between.endswith((" and ", ", ", " et ")) and not is_far_apart(told, figure)
    if _RATED.match(between) and _RATED.match(text, figure.end):
        return between.endswith((", ", " et ")) and not is_far_apart(told, figure)
    if _goes_on_alike(text, told, figure):
        return between.endswith((", ", " et ", " and ")) and not is_far_apart(told, figure)
    if not told.scale or language != "en" or not between.endswith((" and ", ", ")):
        return False
    role = _BY_WHOM.match(text, figure.end)
    if role is not None and figure.plain == int(figure.plain) and role["with"] not in _PARTIES:
        return False  # "it has $90m in cash, and 25 in the room know"
    return role is not None and f" {role['with']} " in between


_BY_WHOM = Pattern(
    rf"{S}(?P<with>from|to|by|in|for|at)(?={S}(?:(?:the|an?|its|his|her|their)(?!\w)|[A-Z]))(?!{S}(?:19|20)\d\d)"
)
_ANOTHER_SUBJECT = Pattern(
    rf"[^;\d\n]{{0,60}};{S}(?:(?:the|its?|his|her|their|an?|les?|la|son|sa|ses|leurs?|un|une){S}|l[’'])"
    rf"(?:[^\W\d_][\w’'-]*{S}){{0,3}}[^\W\d_][\w’'-]*,{S}"
)
"""A subject alone behind a semicolon."""
