"""Currencies as newspapers write them: signs, codes, names, and names that need a country."""

from __future__ import annotations

import re
from bisect import bisect
from functools import cache, lru_cache

from tui.proof.extract.lazy_patterns import Pattern
from tui.proof.extract.numbers import SPACES

S = rf"[{SPACES}]"
"""One space of any kind."""
_SPACE = re.compile(S)

_SIGNS = {
    "US$": "USD", "USD": "USD", "$US": "USD", "$ US": "USD", "C$": "CAD", "CA$": "CAD",
    "CAN$": "CAD", "CAD": "CAD", "$CA": "CAD", "$ CA": "CAD", "$CAN": "CAD", "$ CAN": "CAD",
    "A$": "AUD", "AU$": "AUD", "AUD": "AUD", "HK$": "HKD", "HKD": "HKD", "S$": "SGD",
    "SGD": "SGD", "NZ$": "NZD", "NZD": "NZD", "NT$": "TWD", "TWD": "TWD", "R$": "BRL",
    "BRL": "BRL", "Mex$": "MXN", "MXN": "MXN", "$": "USD", "＄": "USD", "€": "EUR", "EUR": "EUR",
    "£": "GBP", "GBP": "GBP", "CHF": "CHF", "SFr": "CHF", "SwFr": "CHF", "Fr.": "CHF",
    "FRF": "FRF", "¥": "JPY", "JPY": "JPY", "CN¥": "CNY", "CNY": "CNY", "RMB": "CNY",
    "Rmb": "CNY", "₹": "INR", "INR": "INR", "Rs": "INR", "Rs.": "INR", "₽": "RUB", "RUB": "RUB",
    "₩": "KRW", "KRW": "KRW", "SEK": "SEK", "SKr": "SEK", "NOK": "NOK", "NKr": "NOK",
    "Skr": "SEK", "Nkr": "NOK", "Dkr": "DKK",
    "DKK": "DKK", "DKr": "DKK", "ISK": "ISK", "PLN": "PLN", "zł": "PLN", "CZK": "CZK", "Kč": "CZK",
    "HUF": "HUF", "RON": "RON", "TRY": "TRY", "₺": "TRY", "₪": "ILS", "ILS": "ILS", "NIS": "ILS",
    "AED": "AED", "Dh": "AED", "SAR": "SAR", "QAR": "QAR", "KWD": "KWD", "MAD": "MAD",
    "ZAR": "ZAR", "NGN": "NGN", "₦": "NGN", "KES": "KES", "Ksh": "KES", "EGP": "EGP", "₴": "UAH",
    "UAH": "UAH", "THB": "THB", "฿": "THB", "MYR": "MYR", "IDR": "IDR", "PHP": "PHP", "₱": "PHP",
    "VND": "VND", "₫": "VND", "XOF": "XOF", "XAF": "XAF", "FCFA": "XOF", "F CFA": "XOF",
    "DH": "MAD", "DHS": "MAD", "DZD": "DZD", "TND": "TND",
    "STG": "GBP", "stg": "GBP", "PKR": "PKR", "BDT": "BDT", "ARS": "ARS", "CLP": "CLP",
    "BGN": "BGN",
}  # fmt: skip
_LOOSE = {"R": "ZAR", "N": "NGN", "Y": "JPY", "RM": "MYR", "Rp": "IDR", "Bt": "THB", "Sh": "KES"}
"""Signs that are letters elsewhere: taken only where a scaled number is glued to them, or where
their country is told near by."""
_NAMED = Pattern(rf"(?<!\w)(?:the|on|an?|via|road|la|le|sur){S}$", re.IGNORECASE)
_HUNDREDS = Pattern(r"[1-9],?\d[\d,]")
_LOOSE_WHERE = {"R": "ZA", "N": "NG", "RM": "MY", "Rp": "ID", "Bt": "TH", "Sh": "KE"}

SIGN = "|".join(re.escape(sign).replace(r"\ ", S) for sign in sorted(_SIGNS, key=len, reverse=True))
SIGN_BEFORE = Pattern(rf"(?<![\w$€£¥])(?P<sign>{SIGN})(?P<gap>{S}?)$")
LOOSE_SIGN = Pattern(rf"(?<![\w$€£¥])(?P<sign>{'|'.join(_LOOSE)})$")

_COUNTRIES = {
    "CA": r"canad\w*", "AU": r"austral\w+", "HK": rf"hong(?:{S}|-)?kong\w*", "SG": r"singap\w+",
    "NZ": rf"néo-zéland\w+|new{S}zealand\w*", "TW": rf"(?:new{S})?taiwan\w*|taïwan\w*",
    "US": r"américain\w*|american|us|u\.s\.|états-unis", "GB": r"britanni\w+|british|sterling",
    "CH": r"suisses?|swiss|switzerland|zurich|genève|geneva", "CFA": r"cfa", "TR": r"tur[cqk]\w+",
    "EG": r"[ée]gypt\w*", "LB": r"liban\w*|leban\w+", "JP": r"japon\w*|japan\w*",
    "CN": r"chin\w+", "IN": r"indien\w*|indian|india|inde", "ID": r"indon[ée]si\w+",
    "PK": r"pakistan\w*", "LK": rf"sri(?:{S}|-)lank\w+", "RU": r"russ\w+|moscou|moscow",
    "KR": rf"(?:sud-|south{S})?(?:coréen\w*|corée|korea\w*)", "SE": r"su[èé]d\w+|swed\w+|stockholm",
    "NO": r"norv\w+|norw\w+|oslo", "DK": r"dano\w+|danemark|danish|denmark|copenh\w+",
    "CZ": r"tch[èé]qu\w+|czech\w*|prague", "IS": r"island\w+|iceland\w*",
    "MA": r"maroc\w*|moroc\w+|casablanca|rabat|tanger", "AE": r"[ée]mirat\w*|uae|duba[iï]|abou?",
    "SA": r"saou\w+|saudi\w*|riyad\w*", "QA": r"qatar\w*", "OM": r"oman\w*", "IR": r"iran\w*",
    "MX": r"mexi\w+", "CO": r"[ck]olomb\w+", "CL": r"chil\w+", "AR": r"argentin\w+",
    "PH": r"ph?ilip\w+", "UY": r"urugua\w+", "KW": r"kowe[iï]t\w*|kuwait\w*",
    "DZ": r"alg[ée]ri\w+|alger|algiers", "TN": r"tunisi\w+|tunis", "IQ": r"ira[kq]\w*|bagh?dad",
    "JO": r"jordan\w*|amman", "RS": r"serb\w+|belgrade",
    "BH": r"bahre[iï]n\w*", "KE": r"k[ée]nya\w*", "UG": r"o?ugand\w+", "TZ": r"tanzani\w+",
    "LY": r"liby\w+", "NG": r"nig[eé]ria\w*|lagos|abuja",
    "ZA": rf"south{S}africa\w*|sud-africain\w*|afrique{S}du{S}sud|johannesburg",
    "MY": r"malai?ysi\w*", "TH": r"tha[iï]\w*",
    "CAF": r"cameroun\w*|cameroon\w*|gabon\w*|tchad\w*|chad|congo\w*",
    "WAF": r"sénégal\w*|senegal\w*|ivoir\w+|abidjan|dakar|mali\w*|bénin\w*|togo\w*|burkina",
}  # fmt: skip
_COUNTRY = "|".join(_COUNTRIES.values())
_NAMES = {
    "dollar": r"dollars?", "euro": r"euros?", "pound": r"livres?|pounds?", "sterling": "sterling",
    "franc": r"francs?", "yen": r"yens?", "yuan": r"yuans?|renminbis?",
    "rupiah": r"rupiahs?", "rupee": r"roupies?|rupees?", "rouble": r"rou?bles?", "won": r"wons?",
    "krona": r"kronor|krona", "krone": r"kroner|krone", "crown": r"couronnes?|crowns?|koruna[s]?",
    "zloty": r"z[lł]ot(?:ys?|ych)", "forint": r"forints?", "shekel": r"she[kq]els?",
    "dirham": r"dirhams?", "riyal": r"riyals?", "rial": r"rials?",
    "real": r"réaux|reais|ré?als|réal",
    "rand": r"rands?", "peso": r"pesos?", "dinar": r"dinars?", "naira": r"nairas?",
    "shilling": r"shillings?", "baht": r"bahts?", "ringgit": r"ringgits?", "lira": r"liras?",
    "hryvnia": r"hryvnias?", "tenge": r"tenges?", "leu": r"lei|leu", "lev": r"leva|levs?",
    "dong": r"dongs?", "cedi": r"cedis?", "taka": r"takas?", "birr": r"birrs?",
    "buck": "bucks", "quid": "quid", "balle": "balles",
}  # fmt: skip
_ALONE = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "sterling": "GBP", "franc": "CHF",
    "yen": "JPY", "yuan": "CNY", "rupiah": "IDR", "rupee": "INR", "rouble": "RUB", "won": "KRW",
    "krona": "SEK", "krone": "NOK", "zloty": "PLN", "forint": "HUF", "shekel": "ILS",
    "dirham": "AED", "riyal": "SAR", "rial": "IRR", "real": "BRL", "rand": "ZAR", "naira": "NGN",
    "baht": "THB", "ringgit": "MYR", "lira": "TRY", "hryvnia": "UAH", "tenge": "KZT", "leu": "RON",
    "lev": "BGN", "dong": "VND", "cedi": "GHS", "taka": "BDT", "birr": "ETB", "peso": "MXN",
    "crown": "SEK", "dinar": "KWD", "shilling": "KES", "buck": "USD", "quid": "GBP",
    "balle": "EUR",
}  # fmt: skip
"""What a name means when no country is told."""
_WITH = {
    "dollar": {"CA": "CAD", "AU": "AUD", "HK": "HKD", "SG": "SGD", "NZ": "NZD", "TW": "TWD"},
    "pound": {"TR": "TRY", "EG": "EGP", "LB": "LBP"},
    "lira": {"LB": "LBP"},
    "franc": {"CFA": "XOF", "CAF": "XAF", "WAF": "XOF", "CH": "CHF"},
    "cfa": {"CAF": "XAF", "WAF": "XOF"},
    "rupee": {"ID": "IDR", "PK": "PKR", "LK": "LKR", "IN": "INR"},
    "krona": {"SE": "SEK", "IS": "ISK"},
    "krone": {"NO": "NOK", "DK": "DKK"},
    "crown": {"SE": "SEK", "NO": "NOK", "DK": "DKK", "CZ": "CZK", "IS": "ISK"},
    "dirham": {"MA": "MAD", "AE": "AED"},
    "riyal": {"SA": "SAR", "QA": "QAR", "OM": "OMR", "IR": "IRR"},
    "rial": {"SA": "SAR", "QA": "QAR", "OM": "OMR", "IR": "IRR"},
    "peso": {"MX": "MXN", "CO": "COP", "CL": "CLP", "AR": "ARS", "PH": "PHP", "UY": "UYU"},
    "dinar": {"KW": "KWD", "DZ": "DZD", "TN": "TND", "IQ": "IQD", "JO": "JOD", "RS": "RSD",
              "BH": "BHD", "LY": "LYD"},
    "shilling": {"KE": "KES", "UG": "UGX", "TZ": "TZS"},
}  # fmt: skip
_TOLD_BY_THE_TEXT = frozenset(_WITH) - {"dollar", "pound", "lira"}
"""Names that the country a text is about decides; a dollar elsewhere is still a US dollar."""

EXTRA = rf"(?:supplémentaires?|additionnels?|de{S}plus|nouveaux|additional|extra|more|new)"
CURRENCY_AFTER = Pattern(
    rf"(?:{S}?[»”\"])?(?:{S}+{EXTRA})?(?:{S}*-)?(?:(?:{S}+de)?{S}*\(?(?-i:(?P<sign>{SIGN}))(?:(?![\w])|(?<=[€£$])(?=\d\d(?!\w)))"
    rf"|(?:{S}+(?:de{S}+|d[’']|of{S}+)?|(?<=[\d])-|-)(?:(?!(?:dollar|euro|livre|yen|yuan|franc|pound)s?(?!\w))(?P<before>{_COUNTRY}){S}+)?"
    rf"(?P<name>{'|'.join(_NAMES.values())})(?:{S}+(?:(?:de|des){S}+)?(?P<after>{_COUNTRY}))?(?![\w]))",
    re.IGNORECASE,
)
_CENTS = {"U.S.": "USD", "US": "USD", "Australian": "AUD", "Canadian": "CAD", "Hong Kong": "HKD",
          "Singapore": "SGD", "New Zealand": "NZD", "South African": "ZAR",
          "euro": "EUR"}  # fmt: skip
_CENT_COUNTRIES = "|".join(re.escape(name).replace(r"\ ", S) for name in _CENTS)
SUBUNIT_AFTER = Pattern(
    rf"(?P<pence>(?<=\d)p(?![\w’'])|{S}+(?:pence|penny)\b)"
    rf"|(?:{S}+(?:(?P<centimes>centimes?)|(?:(?P<country>{_CENT_COUNTRIES})(?:{S}+|-))?cents?)"
    rf"|(?P<mark>{S}?¢))(?:{S}+(?:d[’'](?P<euro>euros?)"
    rf"|de{S}+(?P<franc>franc)))?(?![\w])"
)
"""A hundredth of a currency, such as "452p", "39 cents", "0,75 centime d'euro"."""

_FAMILY = {family: Pattern(pattern, re.IGNORECASE) for family, pattern in _NAMES.items()}
_WHERE = {
    country: Pattern(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
    for country, pattern in _COUNTRIES.items()
}
_NEAR, _FAR, _AHEAD = 120, 4000, 1000
"""Code points in which a country is looked for: near a currency, before it, behind it."""
_OLD_FRANCS = Pattern(rf"(?<!\d)19\d\d(?!\d)|anciens?{S}+francs?")


def currency_of(match: re.Match[str]) -> str:
    """The ISO 4217 code of a currency sign or name; of a name by country where it takes one."""
    sign = match["sign"]
    if sign:
        code = _SIGNS[_SPACE.sub(" ", sign)]
        return _nearest(match, _WITH["cfa"]) or code if sign.endswith("CFA") else code
    name = match["name"].lower()
    family = _family(name)
    codes = _WITH.get(family, {})
    written = match["before"] or match["after"]
    if written:
        country = _country(written.lower())
        if country == "CFA":
            return _nearest(match, _WITH["cfa"]) or codes[country]
        return codes.get(country) or _ALONE[family]
    if family == "franc" and _OLD_FRANCS.search(*_paragraph(match)):
        return "FRF"
    if family in _TOLD_BY_THE_TEXT:
        return _nearest(match, codes) or _ALONE[family]
    return _ALONE[family]


@cache
def _family(name: str) -> str:
    return next(family for family, pattern in _FAMILY.items() if pattern.fullmatch(name))


@lru_cache(maxsize=256)
def _country(written: str) -> str:
    return next(country for country, where in _WHERE.items() if where.fullmatch(written))


def _paragraph(match: re.Match[str]) -> tuple[str]:
    text = match.string
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    return (text[start : end if end >= 0 else len(text)],)


def _nearest(match: re.Match[str], codes: dict[str, str]) -> str:
    """The code of the country that is named nearest to a currency's name.

    An article says early what it is about, so it is looked far back, but near by first.
    """
    text, start, end = match.string, match.start(), match.end()
    found = [
        (_distance(place.span(), start, end), code)
        for country, code in codes.items()
        for place in _WHERE[country].finditer(text, max(0, start - _NEAR), end + _NEAR)
    ]
    if not found:
        found = [
            (_distance(place, start, end), code)
            for country, code in codes.items()
            for place in _beside(_named(text, country), start)
            if start - _FAR <= place[0] and place[1] <= end + _AHEAD
        ]
    return min(found)[1] if found else ""


def _distance(place: tuple[int, int], start: int, end: int) -> int:
    return min(abs(place[0] - end), abs(start - place[1]))


@lru_cache(maxsize=64)
def _named(text: str, country: str) -> list[tuple[int, int]]:
    """Where a text names a country; asked again for every currency of a kind."""
    return [place.span() for place in _WHERE[country].finditer(text)]


def _beside(places: list[tuple[int, int]], start: int) -> list[tuple[int, int]]:
    """The last place before a point, and the first one behind."""
    at = bisect(places, (start, start))
    return places[max(0, at - 1) : at + 1]


def cents_of(match: re.Match[str]) -> str:
    """The currency whose cents are told by country, such as "21 US cents"; empty for others."""
    return _CENTS[_SPACE.sub(" ", match["country"])] if match["country"] else ""


def sign_code(sign: str) -> str:
    """The code of a sign written before a number."""
    sign = _SPACE.sub(" ", sign)
    return _SIGNS.get(sign) or _LOOSE[sign]


def is_loose(match: re.Match[str], *, scaled: bool) -> bool:
    """Whether letters right before a number are a sign: "N4bn"; "N820" where Nigeria is told."""
    if scaled:
        return True
    country = _LOOSE_WHERE.get(match["sign"], "")
    text, number = match.string, match.end()
    before = max(0, match.start() - 6)
    if not _HUNDREDS.match(text, number) or _NAMED.search(text, before, match.start()):
        # "the N1 highway", "the R512"
        return False
    start, end = max(0, match.start() - _NEAR), number + _NEAR
    return country != "" and _WHERE[country].search(text, start, end) is not None
