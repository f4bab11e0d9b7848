"""The words around figures: scales, currencies, bounds and units, French and English."""

from __future__ import annotations

import re
from decimal import Decimal

from tui.proof.mentions.numbers import SPACES

S = rf"[{SPACES}]"
"""One space of any kind."""

FRENCH_LONG = {"billion": 12, "billions": 12, "billiard": 15, "billiards": 15,
               "trillion": 18, "trillions": 18}  # fmt: skip
"""The long scale: what a translation from English gets wrong, and a person should check."""

SCALES: dict[str, dict[str, int]] = {
    "fr": {
        "millier": 3, "milliers": 3, "mille": 3, "million": 6, "millions": 6, "milliard": 9,
        "milliards": 9, **FRENCH_LONG,
    },
    "en": {
        "thousand": 3, "thousands": 3, "million": 6, "millions": 6, "billion": 9, "billions": 9,
        "trillion": 12, "trillions": 12, "milliard": 9, "milliards": 9,
    },
}  # fmt: skip
ABBREVIATIONS = {
    "k": 3, "K": 3, "M": 6, "m": 6, "mn": 6, "Mn": 6, "mln": 6, "mm": 6, "MM": 6, "Mio": 6,
    "mio": 6, "Md": 9, "md": 9, "Mds": 9, "mds": 9, "Mrd": 9, "Mrds": 9, "Mia": 9, "Mld": 9,
    "mld": 9, "bn": 9, "Bn": 9, "BN": 9, "b": 9, "B": 9, "bln": 9, "G": 9, "tn": 12, "Tn": 12,
    "trn": 12, "T": 12, "t": 12,
}  # fmt: skip
UNMISTAKABLE = {"mn", "Mn", "mln", "Mio", "mio", "Md", "Mds", "mds", "Mrd", "Mrds", "Mld", "mld",
                "bn", "Bn", "BN", "bln", "tn", "Tn", "trn"}  # fmt: skip
"""Abbreviations that are a scale even without a currency."""

_PREFIXES = {
    "US$": "USD", "USD": "USD", "C$": "CAD", "CA$": "CAD", "CAD": "CAD", "A$": "AUD", "AU$": "AUD",
    "AUD": "AUD", "HK$": "HKD", "HKD": "HKD", "S$": "SGD", "SGD": "SGD", "NZ$": "NZD",
    "NT$": "TWD", "TWD": "TWD", "R$": "BRL", "BRL": "BRL", "$US": "USD", "$CA": "CAD",
    "$": "USD", "＄": "USD", "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP", "CHF": "CHF",
    "Fr.": "CHF", "¥": "JPY", "JPY": "JPY", "CN¥": "CNY", "CNY": "CNY", "RMB": "CNY", "₹": "INR",
    "INR": "INR", "₽": "RUB", "RUB": "RUB", "₩": "KRW", "KRW": "KRW", "SEK": "SEK", "NOK": "NOK",
    "DKK": "DKK", "PLN": "PLN", "CZK": "CZK", "HUF": "HUF", "TRY": "TRY", "₺": "TRY", "₪": "ILS",
    "ILS": "ILS", "AED": "AED", "SAR": "SAR", "QAR": "QAR", "MAD": "MAD", "ZAR": "ZAR",
    "MXN": "MXN", "XOF": "XOF", "FCFA": "XOF", "₿": "BTC",
}  # fmt: skip
SIGN = "|".join(re.escape(sign) for sign in sorted(_PREFIXES, key=len, reverse=True))
SIGN_BEFORE = re.compile(rf"(?<![\w$€£¥])(?P<sign>{SIGN})(?P<gap>{S}?)$")

_NAMES: tuple[tuple[str, str], ...] = (
    (rf"dollars?{S}canadiens?|canadian{S}dollars?", "CAD"),
    (rf"dollars?{S}australiens?|australian{S}dollars?", "AUD"),
    (rf"dollars?{S}de{S}hong{S}?-?kong|hong{S}kong{S}dollars?", "HKD"),
    (rf"dollars?{S}(?:de{S}singapour|singapouriens?)|singapore{S}dollars?", "SGD"),
    (rf"dollars?{S}néo-zélandais|new{S}zealand{S}dollars?", "NZD"),
    (rf"dollars?{S}(?:taïwanais|de{S}taïwan)|(?:new{S})?taiwan{S}dollars?", "TWD"),
    (rf"(?:us|u\.s\.|american){S}dollars?|dollars?(?:{S}(?:américains?|us|u\.s\.))?", "USD"),
    (r"euros?", "EUR"),
    (rf"livres?{S}turques?|turkish{S}lira[s]?", "TRY"),
    (rf"livres?{S}égyptiennes?|egyptian{S}pounds?", "EGP"),
    (rf"livres?(?:{S}sterling)?|(?:british{S})?pounds?(?:{S}sterling)?|sterling", "GBP"),
    (rf"francs?{S}suisses?|swiss{S}francs?", "CHF"),
    (rf"francs?{S}cfa|cfa{S}francs?", "XOF"),
    (r"francs?", "CHF"),
    (rf"yens?(?:{S}japonais)?|japanese{S}yen", "JPY"),
    (rf"yuans?(?:{S}chinois)?|chinese{S}yuan|renminbis?", "CNY"),
    (rf"roupies?{S}indonésiennes?|(?:indonesian{S})?rupiahs?", "IDR"),
    (rf"roupies?(?:{S}indiennes?)?|(?:indian{S})?rupees?", "INR"),
    (rf"roubles?(?:{S}russes?)?|(?:russian{S})?rou?bles?", "RUB"),
    (rf"wons?(?:{S}sud-coréens?)?|(?:south{S})?(?:korean{S})?won", "KRW"),
    (rf"couronnes?{S}suédoises?|swedish{S}(?:kron(?:or|a|er)|crowns?)", "SEK"),
    (rf"couronnes?{S}norvégiennes?|norwegian{S}(?:kron(?:er|e|or)|crowns?)", "NOK"),
    (rf"couronnes?{S}danoises?|danish{S}(?:kron(?:er|e|or)|crowns?)", "DKK"),
    (rf"couronnes?{S}tchèques?|czech{S}(?:koruna[s]?|crowns?)", "CZK"),
    (r"zlotys?", "PLN"), (r"forints?", "HUF"), (r"shekels?", "ILS"),
    (rf"dirhams?{S}marocains?|moroccan{S}dirhams?", "MAD"),
    (rf"dirhams?(?:{S}(?:émiratis?|des{S}émirats))?|(?:uae|emirati){S}dirhams?", "AED"),
    (rf"(?:riyals?|rials?){S}saoudiens?|saudi{S}(?:riyals?|rials?)", "SAR"),
    (r"réaux|reais|réals?|reals", "BRL"), (r"rands?", "ZAR"),
    (rf"pesos?{S}mexicains?|mexican{S}pesos?", "MXN"),
)  # fmt: skip
_CURRENCY_WORDS = "|".join(f"(?P<c{index}>{pattern})" for index, (pattern, _) in enumerate(_NAMES))
_CODES = [code for _, code in _NAMES]
EXTRA = rf"(?:supplémentaires?|additionnels?|de{S}plus|nouveaux|additional|extra|more|new)"
CURRENCY_AFTER = re.compile(
    rf"(?:{S}+{EXTRA})?(?:{S}*-)?(?:{S}*\(?(?P<sign>{SIGN})(?![\w])"
    rf"|(?:{S}+(?:de{S}+|d[’']|of{S}+)?|(?<=[\d])-|-)(?:{_CURRENCY_WORDS})(?![\w]))",
    re.IGNORECASE,
)
SIGN_GLUED = re.compile(rf"(?P<sign>{SIGN})(?![\w])")


def currency_of(match: re.Match[str]) -> str:
    """The ISO 4217 code of a currency sign or name."""
    sign = match["sign"]
    if sign:
        return _PREFIXES.get(sign) or _PREFIXES[sign.upper()]
    return next(_CODES[i] for i in range(len(_CODES)) if match[f"c{i}"])


def sign_code(sign: str) -> str:
    """The code of a sign written before a number."""
    return _PREFIXES[sign]


_BOUNDS: dict[str, tuple[tuple[str, str], ...]] = {
    "fr": (
        (rf"jusqu[’'](?:à|aux?|en)(?:{S}+environ)?|(?:un{S}+|au{S}+)?maximum(?:{S}+de)?|au{S}+plus"
         rf"|au{S}+grand{S}+maximum|pas{S}+plus{S}+(?:de|d[’'])|plafonnée?s?{S}+à"
         rf"|n[’']excédant{S}+pas|pouvant{S}+(?:atteindre|aller{S}+jusqu[’']à)", "maximum"),
        (rf"pas{S}+moins{S}+(?:de|d[’'])|au{S}+moins|(?:un{S}+|au{S}+)?minimum(?:{S}+de)?"
         rf"|à{S}+partir{S}+(?:de|d[’'])|a{S}+minima", "minimum"),
        (rf"(?:un{S}+peu{S}+|bien{S}+)?plus{S}+(?:de|d[’'])|supérieure?s?{S}+à|au-?{S}?delà{S}+(?:de|d[’'])"
         rf"|au-?{S}?dessus{S}+(?:de|d[’'])|dépass\w+(?:{S}+(?:désormais|déjà|largement))?(?:{S}+les?)?"
         rf"|excéd\w+(?:{S}+les?)?|franchi\w*(?:{S}+(?:le{S}+cap|la{S}+barre|le{S}+seuil){S}+(?:des?|d[’']))",
         "exclusive_minimum"),
        (rf"(?:un{S}+peu{S}+|bien{S}+)?moins{S}+(?:de|d[’'])|inférieure?s?{S}+à"
         rf"|(?:en-?{S}?dessous|au-?{S}?dessous|en{S}+deçà){S}+(?:de|d[’'])|sous{S}+(?:les?|la{S}+barre{S}+des)",
         "exclusive_maximum"),
        (rf"environ|près{S}+(?:de|d[’'])|quelques?|quelque|autour{S}+(?:de|d[’'])"
         rf"|(?:aux{S}+)?(?:alentours|environs){S}+(?:de|d[’'])|à{S}+peu{S}+près|approximativement"
         rf"|presque|quasi(?:ment)?|de{S}+l[’']ordre{S}+(?:de|d[’'])|avoisin\w+(?:{S}+les?)?|~|≈"
         rf"|estimée?s?{S}+à|plus{S}+ou{S}+moins|pas{S}+loin{S}+(?:de|d[’'])|vers", "about"),
    ),
    "en": (
        (rf"up{S}+to(?:{S}+(?:about|around))?|at{S}+most|no{S}+more{S}+than|not{S}+more{S}+than"
         rf"|a{S}+maximum{S}+of|maximum|as{S}+much{S}+as|capped{S}+at|as{S}+many{S}+as", "maximum"),
        (rf"at{S}+least|no{S}+less{S}+than|not{S}+less{S}+than|no{S}+fewer{S}+than"
         rf"|a{S}+minimum{S}+of|minimum|starting{S}+(?:at|from)", "minimum"),
        (rf"(?:slightly{S}+|well{S}+|far{S}+|much{S}+)?(?:more{S}+than|over|above|in{S}+excess{S}+of"
         rf"|north{S}+of|upwards{S}+of|upward{S}+of|greater{S}+than|beyond)"
         rf"|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops", "exclusive_minimum"),
        (rf"(?:slightly{S}+|well{S}+|far{S}+|much{S}+)?(?:less{S}+than|under|below|fewer{S}+than"
         rf"|south{S}+of|short{S}+of)", "exclusive_maximum"),
        (rf"about|around|approximately|approx\.?|roughly|nearly|almost|some|circa|close{S}+to|an{S}+estimated"
         rf"|estimated{S}+at|~|≈|in{S}+the{S}+region{S}+of|just{S}+(?:about|shy{S}+of)|more{S}+or{S}+less"
         rf"|or{S}+so", "about"),
    ),
}  # fmt: skip
_ARTICLE = {"fr": rf"(?:les?{S}+|des?{S}+)?", "en": rf"(?:the{S}+|an?{S}+)?"}
BOUND_BEFORE = {
    language: re.compile(
        r"(?<![\w’'])(?:"
        + "|".join(f"(?P<{kind}>{pattern})" for pattern, kind in bounds)
        + rf")(?:{S}+|(?<=[’'~≈]))"
        + _ARTICLE[language]
        + "$",
        re.IGNORECASE,
    )
    for language, bounds in _BOUNDS.items()
}
BOUND_AFTER = {
    "fr": re.compile(
        rf"{S}+(?:(?P<maximum>au{S}+(?:grand{S}+)?maximum|au{S}+plus|maximum)"
        rf"|(?P<minimum>au{S}+minimum|au{S}+moins|minimum|ou{S}+plus)|(?P<about>environ))(?![\w])",
        re.IGNORECASE,
    ),
    "en": re.compile(
        rf"(?:{S}+(?:(?P<maximum>at{S}+(?:the{S}+)?most|maximum|or{S}+less)"
        rf"|(?P<minimum>at{S}+(?:the{S}+)?least|or{S}+more|minimum)|(?P<about>or{S}+so))(?![\w])"
        rf"|(?P<plus>\+))",
        re.IGNORECASE,
    ),
}

UNITS: tuple[tuple[str, str], ...] = (
    (r"gigawatts?[ -]?heures?|gigawatt-hours?|GWh", "GWh"), (r"gigawatts?|GW", "GW"),
    (r"mégawatts?[ -]?heures?|megawatt-hours?|MWh", "MWh"), (r"mégawatts?|megawatts?|MW", "MW"),
    (r"térawatts?[ -]?heures?|terawatt-hours?|TWh", "TWh"), (r"térawatts?|terawatts?|TW", "TW"),
    (r"kilowatts?[ -]?heures?|kilowatt-hours?|kWh", "kWh"), (r"kilowatts?|kW", "kW"),
    (r"exaflops?", "exaflops"), (r"pétaflops?|petaflops?", "petaflops"),
    (r"téraflops?|teraflops?", "teraflops"),
    (r"kilomètres?|kilometers?|kilometres?|km", "km"), (r"miles", "mi"),
    (r"mètres?[ ]carrés?|square[ ]met(?:er|re)s?|m²|m2", "m2"),
    (r"square[ ]feet|sq\.?[ ]?ft", "ft2"), (r"hectares?|ha", "ha"), (r"acres?", "acre"),
    (r"tonnes?|metric[ ]tons?", "t"), (r"kilogrammes?|kilograms?|kg", "kg"),
    (r"barils?|barrels?", "barrel"), (r"pétaoctets?|petabytes?|Po|PB", "PB"),
    (r"téraoctets?|terabytes?|To|TB", "TB"), (r"gigaoctets?|gigabytes?|Go|GB", "GB"),
)  # fmt: skip
UNIT_AFTER = re.compile(
    rf"{S}*-?(?:de{S}+|d[’']|of{S}+)?(?:"
    + "|".join(f"(?P<u{index}>{pattern})" for index, (pattern, _) in enumerate(UNITS))
    + r")(?![\w])"
)
PERCENT_AFTER = re.compile(
    rf"{S}*(?:%|pour{S}?cents?\b|per{S}?cent\b|percent\b|pct\b)"
    rf"|{S}+(?P<points>points?(?:{S}+de{S}+(?:pourcentage|base))?\b|percentage{S}+points?\b)",
    re.IGNORECASE,
)


def unit_of(match: re.Match[str]) -> str:
    """The symbol of a physical unit."""
    return next(UNITS[i][1] for i in range(len(UNITS)) if match[f"u{i}"])


VAGUE = {
    "fr": re.compile(
        rf"(?<![\w’'])(?:(?P<tens>des{S}+dizaines{S}+de)|(?P<hundreds>des{S}+centaines{S}+de)"
        rf"|(?P<several>plusieurs|quelques|des))(?P<dizaines>{S}+dizaines{S}+de)?"
        rf"(?P<centaines>{S}+centaines{S}+de)?{S}+(?P<scale>milliers|millions|milliards|billions)(?![\w])",
        re.IGNORECASE,
    ),
    "en": re.compile(
        rf"(?<![\w])(?:(?P<tens>(?:tens|dozens){S}+of)|(?P<hundreds>hundreds{S}+of)"
        rf"|(?P<several>several|a{S}+few|multiple|many|multi-?))(?P<dizaines>{S}+tens{S}+of)?"
        rf"(?P<centaines>{S}+hundred)?{S}?(?P<scale>thousands?|millions?|billions?|trillions?)(?![\w])"
        rf"|(?<!\w)(?<!\d\s)(?P<bare>thousands|millions|billions|trillions)(?={S}+(?:of{S}|in{S}))",
        re.IGNORECASE,
    ),
}
SCALE_SHORT = {3: "k", 6: "M", 9: "bn", 12: "tn"}
TEN = Decimal(10)
