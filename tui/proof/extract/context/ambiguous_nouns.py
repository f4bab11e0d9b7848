"""Words that name a currency and a thing: pounds weigh, livres are read, couronnes are worn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.language.lazy_pattern import Pattern
from tui.language.vocabulary import S
from tui.proof.extract.countries import WHERE

if TYPE_CHECKING:
    from tui.proof.extract.currencies import Currency

_WEIGHED = Pattern(
    rf"(?<!\w)(?:(?:weigh|heav|benche|deadlift|wrestl|boxe|p[èe]s(?:e|er|ent|ait|aient)(?!\w)|soul[eè]v)\w*|fought(?={S}at{S})|fights(?={S}at{S})|\d+{S}?(?:ft|in|cm|m))(?!\w)[^.;\d]{{0,20}}[\d.,]+$",
    re.IGNORECASE,
)
_MATERIAL = Pattern(
    rf"{S}+(?:of{S}+(?:the{S}+|fresh{S}+|raw{S}+|frozen{S}+|illegal{S}+|ground{S}+)?(?:uranium|copper|lithium"
    r"|nickel|cobalt|gold|silver|zinc|alumini?um|steel|plutonium|rare|lead|cocaine|heroin|fentanyl|meth\w*"
    r"|marijuana|cannabis|drugs|meat|beef|pork|chicken|turkey|fish|salmon|seafood|lobsters?|crabs?|shrimp"
    r"|cheese|butter|sugar|salt|coffee|cocoa|rice|flour|potatoes|apples|cherries|almonds|fruit|vegetables"
    r"|produce|food|groceries|cotton|wool|honey|tobacco|plastics?|trash|garbage|waste|debris|carbon|co2"
    r"|explosives|tnt|thrust|force|pressure|muscle|fat|weight|fireworks|ice|yellowcake|concentrate|material)"
    r"(?!\w)|per{S}+square)".replace("{S}", S),
    re.IGNORECASE,
)
"""After pounds, what is weighed: "15 million pounds of uranium"."""
_OF_A_THING = Pattern(rf"{S}+(?:of|in{S}+weight|heavier|lighter)(?!\w)")
_BOOKS = Pattern(
    rf"{S}+(?:vendu|lus(?!\w)|publié|écoulé|imprimé|numéri|par{S}+an|neuf|d[’']occasion|scolaire|pour{S}+enf)"
)
_CHARGED = Pattern(
    r"(?<!\w)(?:factur|co[uû]t|pay|abonnement|loyer|tarif|salair|gagn|touch|prélev|dépens)\w*[^.;:\n]{0,40}$",
    re.IGNORECASE,
)
"""Before "45 livres par an" these make it a price."""
_SCALED = Pattern(
    r"(?<![^\W\d_])(?P<scale>mill?i|bill|trill|thousand|[bmt]l?n|mr?ds?)[^\W\d_]*$", re.IGNORECASE
)
"""A scale right before: "12 millions de livres"."""
_THOUSANDS = Pattern(rf"\d[,.{S[1:-1]}]?\d{{3}}$")
_SPOKEN = Pattern(
    rf"(?<!\w)(?:thousand|million|mille|millions?)(?:[{S[1:-1]}-]+[a-z]+){{1,5}}$", re.IGNORECASE
)
"""A scale with more words between: "twelve thousand five hundred pounds"."""
_CHANGED = Pattern(
    rf"(?<!\w)(?:los[et]|losing|gain(?:ed|ing)?|shed(?:ding)?|dropp(?:ed|ing)|put{S}+on|lift(?:ed|ing)?"
    rf"|carr(?:y|ied|ying)){S}+(?:\w+{S}+){{0,3}}[\d.,]+$",
    re.IGNORECASE,
)
"""Before pounds this is done to a weight: "he lost 30 pounds"."""
_MONEY = (
    r"p(?:aid|ay(?!s(?!\w))|aie|rélev)|won(?!\w)|cost|co[uû]t|price|fine[ds]?(?!\w)|amende|worth|valu|valeur|vaut|valai|fees?(?!\w)|frais(?!\w)|scolarit|tuition|earn"
    r"|gagn|spen[dt]|dépens|bills?(?!\w)|factur|charge|salar|wage|rent(?:s|al)?(?!\w)|loyer|owe[ds]?(?!\w)|debt|dette"
    r"|bet(?!\w)|money|argent|cash|tax|impôt|loan|prêts?(?!\w)|borrow|emprunt|donat|budget|profit|bénéfice|pertes?(?!\w)"
    r"|loss(?:es)?(?!\w)|revenue|recette|invest|offre(?!\s[\d])|offer(?:s|ed|ing)?(?!\w)|bid(?!\w)|actions?(?!\w)|shares?(?!\w)|dividend"
    r"|transfer|bonus|primes?(?!\w)|grants?(?!\w)|subvention|aides?(?!\w)|funds?(?!\w)|fonds(?!\w)|enveloppe|indemni"
    r"|compens|damages|débours|redevance|bank|banque|prix(?!\s(?-i:[A-Z]))|tarif|économi|savings?(?!\w)|reward"
    r"|récompense|rançon|ransom|capital|chiffre\sd[’']affaires|handed\sover|theft|sto(?:le|len)(?!\w)|steal|vers(?:er?|é|ée|ent|ement)(?!\w)|touche(?:r|nt)?(?!\w)"
    r"|(?:sold|bought|auctioned|vendue?s?|achetée?s?|cédée?s?|bradée?s?)\s(?:[\w-]+\s){0,5}(?:for|pour|à|at)(?!\w)"
    r"|brit|londres|london|royaume-uni|united\skingdom|u\.?k(?!\w)|england|anglais|angleterre|écoss|scot|gallois"
    r"|premier\sleague"
)
_NEAR_MONEY = Pattern(rf"(?<!\w)(?:{_MONEY})|£|sterling", re.IGNORECASE)
"""Words of paying and of Britain: near them the word is the currency."""
_OF_THAT_SUM = Pattern(
    rf"{S}(?:[a-z]+[^s\W]{S})?(?:note|coin|deal|contract|{_MONEY})", re.IGNORECASE
)
"""After "a 500-pound" what is so dear rather than so heavy."""
_CONVERTED = Pattern(
    rf"[^.;:()\n]{{0,30}}\({S}?(?:(?:soit|or|about|around|environ|près{S}de|plus{S}de|de|d’|d')?{S}?)"
    rf"(?:[$€¥]|[A-Z]{{0,3}}\$|[\d., ]+{S}?(?:[$€]|[kKM]|Md|mill|bill|euro|dollar))",
)
"""Behind a sum: what it is in another currency."""
_READ = Pattern(
    r"(?<!\w)(?:lus?(?!\w)|écoul|imprim|publi|édit|auteur|autrice|roman|écriv|librair|biblio|médiathè|lect|tradui|catalogue"
    r"|vend(?:u|re|ait|ent)?(?:\s\w+){0,3}$)",
    re.IGNORECASE,
)
"""Near livres these are read: "son roman s'est écoulé à 2 millions de livres"."""
_HARVESTED = Pattern(
    r"(?<!\w)(?:harvest|catch|caught|crops?(?!\w)|haul|cargo|freight|landings|landed|fish|lobster|barbell|diet|poundage)",
    re.IGNORECASE,
)
"""Near pounds these are weighed: "the harvest fell to 2.1 million pounds"."""
_WINDOW, _CLOSE, _FAR = 120, 30, 1000
"""Code points around a word; fewer where it is told as a thing."""


def no_currency(text: str, currency: Currency) -> bool:
    """Whether the word is a thing here: "12 000 livres et 3 500 CD", "it weighs 40 pounds".

    Args:
        text: The text.
        currency: A currency behind a number of it.
    """
    kind = currency.name.rstrip("s")
    if kind == "won":
        return _is_a_verb(text, currency)
    if kind not in ("pound", "livre", "couronne", "crown", "balle"):
        return False
    if currency.by_country:
        return False
    start, end = currency.start, currency.end
    scale = _SCALED.search(text, max(0, start - 12), start)
    if kind in ("pound", "livre") and _is_weight(text, start, end):
        return True
    if kind == "livre" and (books := _BOOKS.match(text, end)):
        large = scale is not None and scale["scale"].lower().startswith(("mill", "md", "mrd"))
        rate = "par" in books[0]
        if not rate or not (
            (large and "milliard" in text[start - 9 : start])
            or (scale is None and _CHARGED.search(text, max(0, start - _WINDOW), start))
        ):
            return True
    thing = _told_as_a_thing(text, start, end, kind)
    if scale is not None and not thing:
        return False
    if not thing and text[start - 1].isalpha() and _SPOKEN.search(text, max(0, start - 60), start):
        return False
    return not _is_money(text, currency, _CLOSE if thing else _WINDOW)


def _is_a_verb(text: str, currency: Currency) -> bool:
    """Whether "won" tells what so many did: "85 bids, of which 12 won"."""
    start, end = currency.start, currency.end
    if currency.by_country or _SCALED.search(text, max(0, start - 12), start):
        return False
    if _THOUSANDS.search(text, max(0, start - 8), start):
        return False
    near = _around(text, start, end, _FAR)
    return WHERE["KR"].search(text, *near) is None


def _told_as_a_thing(text: str, start: int, end: int, kind: str) -> bool:
    """Whether words of books stand near livres, or words of crops near pounds."""
    pattern = {"livre": _READ, "pound": _HARVESTED}.get(kind)
    if pattern is None or text.startswith(("milliard", "billion"), max(0, start - 9)):
        return False
    begin, stop = _around(text, start, end, _WINDOW)
    return bool(pattern.search(text, begin, start) or pattern.search(text, end, stop))


def _around(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """What of a paragraph stands near a word."""
    begin = max(0, start - reach)
    begin = max(begin, text.rfind("\n", begin, start) + 1)
    stop = text.find("\n", end, end + reach)
    return begin, min(len(text), end + reach) if stop < 0 else stop


def _is_weight(text: str, start: int, end: int) -> bool:
    ahead = max(0, start - 40)
    if _WEIGHED.search(text, ahead, start) or _CHANGED.search(text, ahead, start):
        return True
    if _MATERIAL.match(text, end):
        return True
    return text[start - 1].isdigit() and _OF_A_THING.match(text, end) is not None


def _is_money(text: str, currency: Currency, reach: int) -> bool:
    """Whether something around says that the word is a currency."""
    start, end = currency.start, currency.end
    if _CONVERTED.match(text, end):
        return True
    if text[currency.at - 1] == "-":
        # "a 612-pound tuna", "a 500-pound fine"
        return _OF_THAT_SUM.match(text, end) is not None
    return _NEAR_MONEY.search(text, *_around(text, start, end, reach)) is not None
