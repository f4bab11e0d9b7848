"""One unit of a currency in words: "d'un franc, à 23", "for a dollar more", "un euro vaut"."""

from __future__ import annotations

import re

from tui.language.figures.currencies import FAMILIES, SUBUNITS
from tui.language.lazy_pattern import Pattern
from tui.language.vocabulary import S
from tui.proof.extract.search_sites import places

_ARTICLES = {"fr": ("un ", "une "), "en": ("a ", "an ")}
_PAID = {
    "fr": Pattern(
        r"(?<!\w)(?:d[’']|(?:pour|à|contre|que|vau\w+|valai\w+|co[uû]t\w*|gagn\w+|perd\w*|céd\w+|abandonn\w+"
        r"|pren\w+|vend\w+|achet\w+|pay\w+|vers\w+|factur\w+|demand\w+|soit|prélev\w+|recul\w+|augment\w+"
        rf"|offr\w+|touch\w+|économis\w+|rapport\w+|dépens\w+|environ|donn\w+|ajout\w+){S})$",
        re.IGNORECASE,
    ),
    "en": Pattern(
        r"(?<!\w)(?:by|for|at|gain(?:ed|ing|s)?|los(?:t|es?|ing)|fell|rose|drop(?:ped|s)?|up|down|cost(?:s|ing)?"
        r"|than|pa(?:y|ys|id|ying)|charg(?:e|es|ed|ing)|about|around|under|worth|if|added|adds|shed|spen(?:t|ds?)"
        rf"|owe[sd]?|rises?|falls?|raised|nearly|almost){S}$",
        re.IGNORECASE,
    ),
}
"""Before one unit these tell that it is paid, gained or lost."""
_PRICED = Pattern(
    rf"(?<!\w)(?:tickets?|repas|billets?|cafés?|menus?|maisons?|pass|places?|trajets?|baguettes?|entrées?|pains?"
    rf"|tarifs?|abonnements?){S}à{S}$"
)
"""Before "à un euro" what costs so much."""
_DENIED = Pattern(
    r"(?<!\w)(?:sans|pas|jamais|not|without|never|cannot)(?!\w)[^.;:,\n]{0,20}$", re.IGNORECASE
)
"""Nothing is paid: "sans verser un euro", "never paid a dollar"."""
_ENDS = {
    "fr": Pattern(
        rf"{S}*(?:[.,;:)!?»”\"]|$|\n)|{S}(?:par|de{S}(?:plus|moins)|pour|contre|à(?!{S}la{S})|le|la|vaut|valait"
        rf"|d[’']aujourd|chacune?|pièce|en{S}(?:19|20)\d\d|seulement|au{S}lieu|et|ou)(?!\w)|{S}l[’']"
    ),
    "en": Pattern(
        rf"{S}*(?:[.,;:)!?”\"]|$|\n)|{S}(?:an?|per|more|less|apiece|each|to|from|on|for|at|and|or|higher|lower"
        rf"|above|below|extra|off|today|yesterday|in{S}(?:19|20)\d\d)(?!\w)"
    ),
}
"""Behind one unit these tell that it is no other thing's name: "a dollar bond" has a noun there."""
_HEAD = Pattern(r"(?:^|[.!?»”\":]\s*|\n)$")
_BUYS = {
    "fr": Pattern(
        rf"{S}(?:s[’'](?:échang|achèt|achetai|négoci)\w*|v(?:aut|alait|audra)|équiva\w+|contre{S}\d|co[uû]t\w+)"
    ),
    "en": Pattern(
        rf"{S}(?:now{S})?(?:buys|bought|fetche[sd]|(?:is|was){S}worth|costs?|trade[sd]|equals)(?!\w)"
    ),
}
"""Behind one unit at the head of a sentence these tell what it is worth."""


def single_units(low: str, known: frozenset[str], language: str) -> list[tuple[int, int]]:
    """Where "un euro", "a dollar" may stand in a text in lower case whose words are known."""
    article, other = _ARTICLES[language]
    phrases = [(other if name in _OF_THE_OTHER else article) + name for name in _NAMES & known]
    return places(low, phrases)


_OF_THE_OTHER = frozenset(
    "livre couronne roupie lire lira piastre drachme gourde peseta rupiah hryvnia escudo".split()
)
"""Names after "une", and after "an"."""
_NAMES = frozenset(
    name
    for table in (FAMILIES, SUBUNITS)
    for name in table.words("")
    if not name.endswith("s") and " " not in name
)


def is_single_unit(low: str, start: int, end: int, language: str) -> bool:
    """Whether one unit of a currency is a sum.

    Args:
        low: The text in lower case.
        start: Where "un" or "a" begins.
        end: Where the name of the currency ends, with its country.
        language: `fr` or `en`.
    """
    if _HEAD.search(low, max(0, start - 3), start):
        return _BUYS[language].match(low, end) is not None
    if _DENIED.search(low, max(0, start - 28), start):
        return False
    if not _PAID[language].search(low, max(0, start - 20), start):
        return False
    if _PRICED.search(low, max(0, start - 24), start):
        return True
    return _ENDS[language].match(low, end) is not None
