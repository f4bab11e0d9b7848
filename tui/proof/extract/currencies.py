"""Currencies as newspapers write them: signs, codes, names, and names that need a country."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui.language.figures.currencies import (
    CENTS,
    CFA_ZONES,
    DOLLARS_OF,
    FAMILIES,
    FAMILY_SIGNS,
    LETTER_COUNTRIES,
    LETTERS,
    LOCAL_LETTERS,
    OWN_SUBUNITS,
    SIGNS,
    SIGNS_BEHIND,
)
from tui.language.lazy_pattern import Pattern
from tui.language.vocabulary import S
from tui.proof.extract.countries import WHERE, begins_country, country, nearest

if TYPE_CHECKING:
    from tui.language.figures.currencies import Family

DEFINITE = "definite"
"""Set while a round number such as "le milliard" may be a sum, which it is only beside others."""
UNKNOWN = "unknown-currency"
"""The flag of a sum whose currency is told and cannot be known."""
_SPACE = re.compile(f"{S}+")
_NEAR = 120
"""Code points around a letter in which its country must be named to make it a sign."""
_NAMED = Pattern(rf"(?<!\w)(?:the|on|an?|via|road|la|le|sur){S}$", re.IGNORECASE)
_HUNDREDS = Pattern(r"[1-9],?\d[\d,]")

LOOSE_SIGN = Pattern(
    lambda: rf"(?<![\w$€£¥.'’&-])(?P<sign>{LETTERS.pattern('')}|{'|'.join(LOCAL_LETTERS)})\.?{S}?$"
)
"""Letters before a number that may be a sign; see `loose_sign`."""
_SCALED_ALIKE = r"{S}?\d[\d.,]*{S}?(?:[mb]n?|tr?n|[MB]|mi|bi|tri)(?:lli(?:on|ard)s?)?(?!\w)"
_DOLLARS_OF = Pattern(lambda: rf"(?<![\w'’])({_countries_apart()}){S}$")
"""A country apart before a dollar sign: "NZ $90"."""
_ARTICLE_A = Pattern(rf"(?:^|[.!?:;…\n(“«\"—-]{S}*)A{S}$")
"""At the head of a sentence "A $4 billion loan" begins with an article, not with Australia."""
_MONEY_SIGNS = "$€£¥"
_MONEY_MARKS = frozenset(_MONEY_SIGNS)
_LONGEST_SIGN = 6

_EXTRA = (
    rf"(?:supplémentaires?|additionnels?|de{S}plus|nouveaux|additional|extra|more"
    rf"|new(?!{S}zealand))"
)
_TAXES = rf"(?:HT|TTC|hors{S}taxes?|toutes{S}taxes{S}comprises|nets?|bruts?|environ|or{S}so)"
"""What may stand between a scale and its currency."""
_LEAD = rf"(?:{S}?[»”\"*_]{{1,3}})?(?:{S}+{_TAXES})?(?:{S}+{_EXTRA})?(?:{S}*-)?"
_LINK = rf"(?:{S}+(?:de{S}+|d[’']|of{S}+)?|(?<=[\d])-|-)"


def _countries_apart() -> str:
    return "|".join(map(re.escape, DOLLARS_OF))


def _shared_signs() -> str:
    return "|".join(sorted(map(re.escape, FAMILY_SIGNS), key=len, reverse=True))


_SIGN_AFTER = Pattern(
    lambda: (
        rf"{_LEAD}(?:{S}+(?:de(?!\w)|d[’']))?{S}*\(?"
        rf"(?-i:(?P<sign>(?:{_countries_apart()}){S}\$|{SIGNS.pattern('')}|{SIGNS_BEHIND.pattern('')}|{_shared_signs()}))"
        r"(?:(?![\w])|(?<=[€£$])(?=\d\d(?!\w)))"
    ),
    re.IGNORECASE,
)
_WORD = r"(?:[A-Z]\.[A-Z]\.|[^\W\d_](?:[\w’'-]*\w)?)"
_WORD_AFTER = Pattern(
    rf"{_LEAD}{_LINK}(?P<old>anciens?{S}+|vieux{S}+|nouveaux{S}+)?(?P<word>{_WORD})", re.IGNORECASE
)
_WHOSE_AFTER = Pattern(
    lambda: (
        rf"{_LEAD}{_LINK}(?P<whose>{_WORD}(?:{S}(?:and{S}|et{S})?{_WORD}){{0,3}}?)"
        rf"{S}+(?P<name>{FAMILIES.pattern('')})(?!\w)"
    ),
    re.IGNORECASE,
)
"""A currency with words before its name that tell whose it is: "Namibian dollars"."""
_OF_COUNTRY = Pattern(rf"{S}+(?:(?:de|des){S}+)?(?P<one>(?P<first>{_WORD})(?:{S}{_WORD})?)")
"""The words behind the name of a currency, of which the first or both may name a country."""
_CODE = re.compile(r"[A-Z]{2,3}\Z")
_ENDS_A_SUM = Pattern(
    rf"{S}*(?:[.,;:)!?»”\"—–-]|$|\n"
    rf"|{S}(?:in|for|to|from|on|at|by|of|and|or|as|with|over|a|per|pour|en|à|dans|par|et|ou|de)(?!\w))"
)
_OLD_FRANCS = Pattern(r"(?<!\d)19\d\d(?!\d)")
_ODD_ADJECTIVE = Pattern(
    r"(?!(?:ainsi|anciens|biens?|certains?|combien|demain|désormais|jamais|mais|moins|mois|moyens"
    r"|fois|prochains?|quotidiens?|rien|soudain|souverains?|terrains?|trois|toutefois|parfois"
    r"|annuels?|français|quelquefois|autrefois|frais|délais|relais|essais|palais|vrais?|mauvais"
    r"|gains?|bains?|mains?|trains?|contemporains?|humains?|soins|emplois|lois|choix|européen\w*"
    r"|parisien\w*|londonien\w*|chacune?|semaines?|dizaines?|douzaines?|centaines?|domaines?)(?!\w))"
    r"[a-zà-ÿ-]{2,}(?:iens?|iennes?|éens?|éennes?|ains?|aines?|ais|aises?|ois|oises?)"
)
"""The adjective of a country that is not known here: "dollars syldaves" cannot be, these can."""


SUBUNIT_AFTER = Pattern(
    lambda: (
        rf"(?P<pence>(?<=\d)[pP](?![\w’'])|(?:{S}+|-)(?:pence|penny)\b)"
        rf"|{S}+(?P<own>{OWN_SUBUNITS.pattern('')})(?!\w)"
        rf"|(?:(?:{S}+|-)(?:(?P<centimes>centimes?)|(?:(?P<country>{CENTS.pattern('')})(?:{S}+|-))?(?:cents?|cts?)(?!\w))"
        rf"|(?P<mark>{S}?¢))(?:{S}+(?:d[’'](?P<euro>euros?)"
        rf"|de{S}+(?:(?P<franc>franc)|(?P<dollar>dollar))))?(?![\w])"
    )
)
"""A hundredth of a currency, such as "452p", "39 cents", "0,75 centime d'euro"."""


class Currency(NamedTuple):
    """A currency that is told behind a number.

    Attributes:
        code: ISO 4217, or empty where it cannot be known.
        start: Where the number before it ends.
        at: Where its sign or name begins.
        end: Where it ends, with the country that tells it.
        name: Its name in lower case; empty for a sign or a code.
        by_country: Whether a country or a code beside the name tells whose it is.
    """

    code: str
    start: int
    at: int
    end: int
    name: str = ""
    by_country: bool = False


def currency_after(text: str, end: int) -> Currency | None:
    """The currency behind a number and its scale; `None` where none is told.

    A name that several countries have is told by an adjective, a code or a prefix beside it, or
    by a country near by; beside an adjective of no country that has it, it is unknown.

    Args:
        text: The text.
        end: Where the number ends.
    """
    # A word is looked up; only signs, and countries before a name, need a longer look.
    match = _WORD_AFTER.match(text, end)
    if match is None:
        near = text[end : end + 4].lstrip()
        return _sign_after(text, end) if near and near[0] not in ".,;:!?)" else None
    word = match["word"]
    low = word.lower()
    if low in _begin_names() or match["old"]:
        begin = match.start("word") if match["old"] is None else match.start("old")
        name = _NAME.match(text, begin)
        if name is not None and " " in name[0]:
            return Currency(_family(name[0]).alone, end, begin, name.end(), name[0].lower())
    if low in FAMILIES.words(""):
        return _named(text, match)
    if low in _LINKS:
        return _sign_after(text, end)
    stop = match.end()
    signed = word.isupper() and text[stop : stop + 2].lstrip()[:1] in _MONEY_MARKS
    if signed or word in _signs_behind() or word in _SIGN_WORDS:
        sign = _sign_after(text, end)
        if sign is not None and not text.startswith("franc", sign.end + 1):
            return sign  # "CFA francs" have a name
    if not (word[0].isupper() or begins_country(word)):
        return None
    whose = _WHOSE_AFTER.match(text, end)
    return _of_whom(text, whose) if whose is not None else None


_LINKS = frozenset(("de", "of", "d"))


@cache
def _signs_behind() -> frozenset[str]:
    """The signs and codes that may stand behind a number."""
    return frozenset((*SIGNS.signs(""), *SIGNS_BEHIND.signs(""), *FAMILY_SIGNS))


@cache
def _begin_names() -> frozenset[str]:
    """The first words of names that are several words: "currency units"."""
    return frozenset(name.split()[0] for name in FAMILIES.words("") if " " in name)


_NAME = Pattern(lambda: rf"(?:{FAMILIES.pattern('')})(?!\w)")
_SIGN_WORDS = frozenset(("F", "Fr", "Rs", "US", "U", "NZ", "C", "HK", "R", "S", "A", "CN", "CA"))
"""Words that are the beginning of a sign: "F CFA", "US$"."""


def _sign_after(text: str, end: int) -> Currency | None:
    sign = _SIGN_AFTER.match(text, end)
    if sign is None:
        return None
    written, place = sign["sign"], sign.span("sign")
    if text[sign.end() : sign.end() + 1].isdigit() and not text[place[0] - 1].isdigit():
        return None  # "19€90" is one sum, "the other one $20" are not
    apart = DOLLARS_OF.get(written[:-2]) if written.endswith("$") else None
    if apart is not None and written[-2] in _SPACES:
        return Currency(apart, end, place[0], sign.end())
    code = _shared(text, *place, written) if written in FAMILY_SIGNS else sign_code(written)
    if written.endswith("CFA"):
        code = nearest(text, *place, CFA_ZONES) or code
    return Currency(code, end, place[0], sign.end())


def _shared(text: str, start: int, end: int, sign: str) -> str:
    """What a sign of several countries means at a place; empty where it cannot be known."""
    return _alone(text, start, end, _family(FAMILY_SIGNS[sign]))


def _family(name: str) -> Family:
    return FAMILIES.words("")[_SPACE.sub(" ", name.lower())]


def _alone(text: str, start: int, end: int, family: Family) -> str:
    """What a name of several currencies means without a country beside it."""
    if family.name == "pound" and _BILLIONS.search(text, max(0, start - 14), start):
        return _pounds_of_its_subject(text, start) or family.alone
    if not family.by_context:
        return family.alone
    code = nearest(text, start, end, _by_context(family.name))
    if family.name == "franc" and not code:
        if _PARITY.search(text, max(0, start - 10), start):
            return "FRF"
        old = _OLD_FRANCS.search(_paragraph(text, start, end)) is not None
        if old or nearest(text, start, end, _FRANCE):
            return "FRF"
    return code or family.alone


_PARITY = Pattern(rf"(?<!\d)6[.,](?:56|559\d*){S}$")
"""Francs that one euro was worth, on the day that France changed."""
_BILLIONS = Pattern(
    rf"(?:milliards?|mds?|(?:b|tr)illions?|[bt]n){S}(?:de{S})?$",
    re.IGNORECASE,
)
_POUNDS_ABROAD = {"EG": "EGP", "LB": "LBP", "SY": "SYP", "SD": "SDG", "TR": "TRY"}
_SENTENCE = Pattern(r"[.!?…][»”\"’)]*\s|\n")


def _pounds_of_its_subject(text: str, start: int) -> str:
    """The pounds of the country that a sentence about billions of them begins with.

    "Egypt's central bank sold 40 billion pounds"; a company of London may stand farther behind.
    """
    ends = [end.end() for end in _SENTENCE.finditer(text, max(0, start - 300), start)]
    begin = ends[-1] if ends else max(0, start - 300)
    for where, code in _POUNDS_ABROAD.items():
        if WHERE[where].search(text, begin, min(begin + 40, start)):
            return "" if WHERE["GB"].search(text, begin, start + _NEAR) else code
    return ""


@cache
def _by_context(name: str) -> dict[str, str]:
    """The codes of a family by the countries of which one named near by decides."""
    family = next(entry.meaning for entry in FAMILIES.entries if entry.meaning.name == name)
    return {country: family.national[country] for country in family.by_context}


_FRANCE = {"FRANCE": "FRF", "FR": "FRF"}
"""Where no country is named that has francs today, those of France are meant."""


def _of_whom(text: str, match: re.Match[str]) -> Currency | None:
    """A currency with its country before it; unknown where these are other words in capitals."""
    written, family = _SPACE.sub(" ", match["whose"]), _family(match["name"])
    told = country(written)
    # "75 Family Dollar outlets" are no money.
    capitals = all(word[0].isupper() for word in written.split() if word not in _AND)
    if not told and not (capitals and match["name"].islower()):
        return None
    code, name = _national(text, match, family, told), match["name"].lower()
    return Currency(code, match.start(), match.start("whose"), match.end(), name, by_country=True)


_AND = frozenset(("and", "et"))


def _national(text: str, match: re.Match[str], family: Family, told: str) -> str:
    """The currency of a name that a country has; empty where that country has none of the name."""
    if told == "CFA":
        return nearest(text, *match.span(), CFA_ZONES) or family.national.get(told, "")
    return family.national.get(told, "") if family.national else family.alone


def _named(text: str, match: re.Match[str]) -> Currency:
    """A currency by its name, and by the country that may stand behind it."""
    family = _family(match["word"])
    begin, end, name = match.start("word"), match.end(), match["word"].lower()
    behind = _OF_COUNTRY.match(text, end)
    if behind is not None:
        for group in ("one", "first") if begins_country(behind["first"]) else ():
            if told := country(_SPACE.sub(" ", behind[group])):
                code, stop = _national(text, match, family, told), behind.end(group)
                return Currency(code, match.start(), begin, stop, name, by_country=True)
        odd = _ODD_ADJECTIVE.fullmatch(behind["first"])
        code_behind = _CODE.match(behind["first"])
        if family.national and (odd or code_behind):
            code = behind["first"] if behind["first"] in SIGNS.signs("") else ""
            stop = behind.end("first")
            return Currency(code, match.start(), begin, stop, name, by_country=True)
    old = family.name == "franc" and match["old"]
    code = "FRF" if old else _alone(text, begin, end, family)
    return Currency(code, match.start(), begin, end, name)


def _paragraph(text: str, start: int, end: int) -> str:
    """What of a paragraph stands near a currency."""
    ahead = max(0, start - _FAR)
    start = max(ahead, text.rfind("\n", ahead, start) + 1)
    stop = text.find("\n", end, end + _FAR)
    return text[start : stop if stop >= 0 else end + _FAR]


_FAR = 1000
"""Code points of a paragraph in which a year tells that francs are those of France."""


def currency_behind(text: str, end: int, code: str) -> tuple[str, int] | None:
    """What behind a sum tells whose dollars or pounds its sign means: "$4 billion Canadian".

    Args:
        text: The text.
        end: Where the number and its scale end.
        code: What the sign alone means.

    Returns:
        The code, empty where it cannot be known, and where what tells it ends; `None` where
        nothing does.
    """
    if code not in ("USD", "GBP"):
        return None
    told = currency_after(text, end)
    if told is not None and (text[told.end : told.end + 1].isdigit() or "(" in text[end : told.at]):
        return None  # "US$17.5 billion (A$27.3 billion)"
    if told is not None:
        return (told.code, told.end) if told.code != code or told.by_country else None
    behind = _OF_COUNTRY.match(text, end)
    if behind is None or not begins_country(behind["first"]):
        return None
    family = FAMILIES.words("")["dollar" if code == "USD" else "pound"]
    for group in ("one", "first"):
        where = country(_SPACE.sub(" ", behind[group]))
        if where in family.national and _ENDS_A_SUM.match(text, behind.end(group)):
            return family.national[where], behind.end(group)
    return None


def sign_before(text: str, start: int) -> tuple[str, int] | None:
    """The currency of a sign before a number, empty where unknown, and where it begins.

    It is looked up rather than matched: most numbers have an ordinary word before them.
    """
    end = start - 1 if text[start - 1 : start] in _SPACES else start
    if text[end - 1 : end].islower():
        # A word of the sentence, unless all of it is a sign.
        begin = text.rfind(" ", 0, end) + 1
        begin += text[begin : begin + 1] in _OPENING
        word = text[begin:end]
        if word in FAMILY_SIGNS and word[-1] != "F":
            return _shared(text, begin, end, word), begin
        code = SIGNS.signs("").get(word) if end - begin < 7 else None
        return None if code is None else (code, begin)
    begin, stop = end, max(0, end - _LONGEST_SIGN)
    while begin > stop and (text[begin - 1].isalpha() or text[begin - 1] in _IN_SIGNS):
        begin -= 1
    if begin == end:
        return None
    signs = SIGNS.signs("")
    shared = text[end - 1] in ".₨"
    for at in range(begin, end):
        if shared and text[at:end] in FAMILY_SIGNS and not _goes_on_before(text, at):
            return _shared(text, at, end, text[at:end]), at
        if text[at:end] in signs and not _goes_on_before(text, at):
            return _whose_dollars(text, at, signs[text[at:end]], end)
    odd = text[end - 1] == "$" and text[begin : end - 1].isalpha()
    return ("", begin) if odd and not _goes_on_before(text, begin) else None


_OPENING = ("(", "«", "“", '"', "—", "–")
_SPACES = ("\u0020", "\u00a0", "\u2007", "\u2009", "\u202f")
_IN_SIGNS = "$€£¥₹₽₩₺₪₦₴฿₱₫＄.¢₵₨৳₡₲₸₾₼֏₮₭៛/"


def _goes_on_before(text: str, at: int) -> bool:
    before = text[at - 1 : at]
    return before.isalnum() or before == "_" or (before != "" and before in _MONEY_SIGNS)


def _whose_dollars(text: str, at: int, code: str, end: int) -> tuple[str, int]:
    """The dollars of a country that stands apart before the sign: "NZ $90"."""
    if text[at:end] == "$" and text[at - 1 : at] in _SPACES:
        told = _DOLLARS_OF.search(text, max(0, at - 5), at)
        article = told is not None and told[1] == "A"
        if told is not None and not (article and _ARTICLE_A.search(text, max(0, at - 6), at)):
            return DOLLARS_OF[told[1]], told.start()
    return code, at


def cents_of(match: re.Match[str]) -> str:
    """The currency whose cents are told by country, such as "21 US cents"; empty for others."""
    return CENTS.read(match["country"], "") or "" if match["country"] else ""


def sign_code(sign: str) -> str:
    """The code of a sign; `LETTERS` are signs too."""
    return SIGNS.read(sign, "") or SIGNS_BEHIND.read(sign, "") or LETTERS.signs("")[sign]


def loose_sign(text: str, start: int, *, scaled: bool) -> tuple[str, int] | None:
    """The currency of letters before a number that are words elsewhere, and where they begin.

    "N4bn" is a sum; "N820" is one where Nigeria is told, or "R2" where "R118bn" is told too.
    Letters apart from a number, and those of `LOCAL_LETTERS`, need a scale, and their country.

    Args:
        text: The text.
        start: Where the number begins.
        scaled: Whether a scale stands behind it.
    """
    end = start - 1 if text[start - 1] in _SPACES else start
    near = text[max(0, end - 3) : end]
    if near.islower() or not near[-1:].isalpha():
        return None  # Most numbers have an ordinary word before them.
    match = LOOSE_SIGN.search(text, max(0, start - 6), start)
    if match is None:
        return None
    sign, place = match["sign"], (match.start(), start)
    if sign in LOCAL_LETTERS:
        code = nearest(text, *place, LOCAL_LETTERS[sign]) if scaled else ""
        return (code, match.start()) if code else None
    code = LETTERS.signs("")[sign]
    if sign == "CFA":
        return (nearest(text, *place, CFA_ZONES) or code, match.start()) if scaled else None
    where = {LETTER_COUNTRIES[sign]: code}
    if text[start - 1] in _SPACES:
        sure = scaled and (sign in _SURE_LETTERS or nearest(text, *place, where) != "")
    elif scaled:
        sure = True
    else:
        sure = _is_price(text, match) and (
            _is_told_alike(text, match) or _is_named(text, match, where)
        )
    return (code, match.start()) if sure else None


_SURE_LETTERS = frozenset(("SR", "KD", "TL", "RM", "Rp", "Dhs", "Php", "PhP"))
"""Letters that are hardly a word before millions."""


def _is_told_alike(text: str, match: re.Match[str]) -> bool:
    """Whether the same letters stand before a scaled sum near by: "owes R118bn … R2 a share"."""
    start, end = max(0, match.start() - _ALIKE), match.end() + _ALIKE
    alike = re.compile(rf"(?<!\w){match['sign']}{_SCALED_ALIKE}".replace("{S}", S))
    return alike.search(text, start, end) is not None


def _is_price(text: str, match: re.Match[str]) -> bool:
    """Whether a number behind letters may be a price: no "N1 highway", no "R512"."""
    if _NAMED.search(text, max(0, match.start() - 6), match.start()):
        return False
    return bool(_HUNDREDS.match(text, match.end()) or _A_PRICE.match(text, match.end()))


def _is_named(text: str, match: re.Match[str], where: dict[str, str]) -> bool:
    """Whether a country that makes letters a sign is named near by."""
    start, end = max(0, match.start() - _NEAR), match.end() + _NEAR
    return any(WHERE[country].search(text, start, end) for country in where)


_A_PRICE = Pattern(
    rf"\d[\d.,]*{S}(?:an?|per|each|apiece)(?:{S}(?!(?:in|to|of|on|at)(?!\w))[a-z]{{3,}}|[.,;])"
)
_ALIKE = 300
"""Code points around letters in which they may stand before a scaled sum."""


def name_before(text: str, start: int) -> tuple[str, int] | None:
    """The currency that is named right before a scaled number: "Euro 412.7 mln".

    Args:
        text: The text.
        start: Where the number begins.
    """
    begin = text.rfind(" ", 0, start - 1) + 1
    begin += text[begin : begin + 1] in _OPENING
    name = text[begin : start - 1]
    family = FAMILIES.words("").get(name.lower())
    if family is None or _NO_NAME.search(text, max(0, begin - 12), begin):
        return None
    if family.ordinary or not (name[0].isupper() or family.name == "euro"):
        return None
    return _alone(text, begin, start - 1, family), begin


_NO_NAME = Pattern(rf"(?<!\w)(?:zone|the|an?|single|one|un|le|la|per|par){S}$", re.IGNORECASE)
"""Before the name of a currency these make it something else: "la zone euro, 340 millions"."""
