"""The words around figures: scales, bounds and units, French and English."""

from __future__ import annotations

import re
from decimal import Decimal

from tui.proof.extract.currencies import S
from tui.proof.extract.lazy_patterns import Pattern

FRENCH_LONG = {"billion": 12, "billions": 12, "billiard": 15, "billiards": 15,
               "trillion": 18, "trillions": 18}  # fmt: skip
"""The long scale: what a translation from English gets wrong, and a person should check."""

INDIAN = {"lakh": 5, "lakhs": 5, "crore": 7, "crores": 7, "thousand crore": 10,
          "thousand crores": 10, "lakh crore": 12, "lakh crores": 12}  # fmt: skip
"""Scales of Indian English; without a currency they count rupees."""

SCALES: dict[str, dict[str, int]] = {
    "fr": {
        "millier": 3, "milliers": 3, "mille": 3, "million": 6, "millions": 6, "milliard": 9,
        "milliards": 9, **FRENCH_LONG, **INDIAN,
    },
    "en": {
        "thousand": 3, "thousands": 3, "thousand million": 9, "thousand billion": 12,
        "million": 6, "millions": 6, "billion": 9, "billions": 9,
        "trillion": 12, "trillions": 12, "milliard": 9, "milliards": 9, **INDIAN,
    },
}  # fmt: skip
ABBREVIATIONS = {
    "k": 3, "K": 3, "cr": 7, "M": 6, "m": 6, "mn": 6, "Mn": 6, "mln": 6, "mm": 6, "MM": 6, "Mio": 6,
    "mio": 6, "Md": 9, "md": 9, "Mds": 9, "mds": 9, "Mrd": 9, "Mrds": 9, "Mia": 9, "Mld": 9,
    "mld": 9, "bn": 9, "Bn": 9, "BN": 9, "b": 9, "B": 9, "bln": 9, "BLN": 9, "MLN": 6, "MN": 6,
    "TRLN": 12, "trln": 12, "TRN": 12, "TN": 12, "MMDS": 9, "G": 9, "tn": 12, "Tn": 12,
    "trn": 12, "T": 12, "t": 12, "MMD": 9, "MMd": 9, "mmd": 9, "mil": 6, "bil": 9,
}  # fmt: skip
UNMISTAKABLE = {"mn", "Mn", "mln", "Mio", "mio", "Md", "Mds", "mds", "Mrd", "Mrds", "Mld", "mld",
                "bn", "Bn", "BN", "bln", "tn", "Tn", "trn", "BLN", "MLN", "TRLN",
                "trln", "TRN"}  # fmt: skip
"""Abbreviations that are a scale even without a currency."""

_BOUNDS: dict[str, tuple[tuple[str, str], ...]] = {
    "fr": (
        (rf"jusqu[’'](?:à|aux?|en)(?:{S}+environ)?|(?:un{S}+|au{S}+)?maximum(?:{S}+de)?|au{S}+plus"
         rf"|au{S}+grand{S}+maximum|pas{S}+plus{S}+(?:de|d[’'])|plafonnée?s?{S}+à"
         rf"|n[’']excédant{S}+pas|n(?:e{S}+|[’'])(?:dépass|excèd|excéd)\w+{S}+pas(?:{S}+les?)?"
         rf"|(?:dans{S}+la{S}+limite|plafond){S}+(?:de|d[’'])"
         rf"|pouvant{S}+(?:atteindre|aller{S}+jusqu[’']à)", "maximum"),
        (rf"pas{S}+moins{S}+(?:de|d[’'])|au{S}+moins|(?:un{S}+|au{S}+)?minimum(?:{S}+de)?"
         rf"|à{S}+partir{S}+(?:de|d[’'])|[aà]{S}+minima|au{S}+bas{S}+mot,?(?:{S}+à)?", "minimum"),
        (rf"(?:un{S}+peu{S}+|bien{S}+)?plus{S}+(?:de|d[’'])|supérieure?s?{S}+à|au-?{S}?delà(?:{S}+(?:de|d[’']))?"
         rf"|au-?{S}?dessus{S}+(?:de|d[’'])|dépass\w+(?:{S}+(?:désormais|déjà|largement|aujourd[’']hui|maintenant|bientôt|même))?(?:{S}+les?)?"
         rf"|(?:excèd\w+|excéd(?:er|é|ant|ai\w*|er\w+))(?:{S}+les?)?|franchi\w*(?:{S}+(?:le{S}+cap|la{S}+barre|le{S}+seuil)(?:{S}+(?:des?|d[’']))?)",
         "exclusive_minimum"),
        (rf"(?:un{S}+peu{S}+|bien{S}+)?moins{S}+(?:de|d[’'])|inférieure?s?{S}+à"
         rf"|(?:en-?{S}?dessous|au-?{S}?dessous|en{S}+deçà){S}+(?:de|d[’'])|sous{S}+(?:les?|la{S}+barre{S}+des)",
         "exclusive_maximum"),
        (rf"environ|près{S}+(?:de|d[’'])|quelques?|quelque|autour{S}+(?:de|d[’'])"
         rf"|(?:aux{S}+)?(?:alentours|environs){S}+(?:de|d[’'])|à{S}+peu{S}+près|approximativement"
         rf"|presque|quasi(?:ment)?|de{S}+l[’']ordre{S}+(?:de|d[’'])|(?:avoisin|frôl)\w+(?:{S}+les?)?|~|≈"
         rf"|estimée?s?{S}+à|plus{S}+ou{S}+moins|pas{S}+loin{S}+(?:de|d[’'])|vers", "about"),
    ),
    "en": (
        (rf"up{S}+to(?:{S}+(?:about|around))?|at{S}+most|no{S}+more{S}+than|not{S}+more{S}+than"
         rf"|a{S}+maximum{S}+of|maximum|as{S}+much{S}+as|capped{S}+at|as{S}+many{S}+as"
         rf"|(?:not|never|cannot|won[’']t){S}+(?:to{S}+)?exceed(?:ing)?", "maximum"),
        (rf"at{S}+least|no{S}+less{S}+than|not{S}+less{S}+than|no{S}+fewer{S}+than"
         rf"|a{S}+minimum{S}+of|minimum|starting{S}+(?:at|from)|as{S}+little{S}+as", "minimum"),
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
_ARTICLE = {
    "fr": rf"(?:les?{S}+|des?{S}+)?(?:quelque{S}+)?",
    "en": rf"(?:(?:the|an?){S}+)?"
    rf"(?:(?:another|additional|extra|further|combined|total(?:{S}+of)?){S}+)?",
}
_ABOUT_A_THING = Pattern(
    rf"(?:over|above|beyond|under|below|short{S}+of){S}+(?:the|an?){S}+$"
    rf"|(?:su(?:ing|ed?|es)|disputes?|row|fight|fighting|clash\w*|battle|feud\w*|talks|lawsuits?|wrangl\w+"
    rf"|probed?|charged|scandal|trial){S}+over{S}+$",
    re.IGNORECASE,
)
"""No bound: "talks over a £1.6bn purchase", "above the $3bn expected"."""
_PUSHED = Pattern(
    r"(?<!\w)(?:push|driv|drove|t[ao]k(?:e|ing)|bring|brought|edg|inch|creep|crept|mov|went|go(?:es|ing)?\b)"
    r"[^.;:,\d]{0,40}$"
)
"""Before "up to" a way that ends there, not a bound: "pushing the deficit up to 5.2 percent"."""
_BACK = 48
"""Code points before a number in which a bound word may begin."""
_LAST_WORDS = {
    "fr": ("environ", "plus", "moins", "maxim", "minim", "quelque", "presque", "quasi", "près",
           "peu-près", "approx", "vers", "dépass", "excéd", "excèd", "franchi", "avoisin", "frôl",
           "pas", "hui", "maintenant", "bientôt", "même", "désormais", "déjà", "largement", "cap",
           "barre", "seuil", "loin", "autour",
           "limite", "plafon", "ordre", "alentours", "delà", "au-delà", "dessus", "au-dessus",
           "dessous", "au-dessous", "en-dessous", "deçà", "partir", "supérieur", "inférieur",
           "estimé", "mot", "atteindre", "sous", "jusqu", "~", "≈"),
    "en": ("to", "about", "around", "most", "than", "of", "maxim", "minim", "much", "exceed",
           "least", "from", "at", "little", "over", "above", "beyond", "under", "below", "rough",
           "approx", "nearly", "almost", "as", "some", "circa", "estimated", "~", "≈", "less", "so",
           "surpass", "top", "many"),
}  # fmt: skip
"""How the last words of bounds begin: most numbers have none before them, which is soon seen."""
_LINK_WORDS = {
    "fr": frozenset(("de", "d", "à", "a", "le", "les", "des", "la", "au", "aux", "en")),
    "en": frozenset(
        ("a", "an", "the", "another", "additional", "extra", "further", "combined", "total", "of")
    ),
}
"""What may stand between those and the number."""
_OPENING = '([«“"—–'
_LONGEST = 32
BOUND_BEFORE = {
    language: Pattern(
        r"(?<!\w)(?:"
        + "|".join(f"(?P<{kind}>{pattern})" for pattern, kind in bounds)
        + rf")(?:{S}+|(?<=[’'~≈]))"
        + _ARTICLE[language]
        + "$",
    )
    for language, bounds in _BOUNDS.items()
}
BOUND_AFTER = {
    "fr": Pattern(
        rf"{S}+(?:(?P<maximum>au{S}+(?:grand{S}+)?maximum|(?:tout{S}+)?au{S}+plus|maximum)"
        rf"|(?P<minimum>au{S}+minimum|au{S}+moins|minimum|ou{S}+plus|au{S}+bas{S}+mot|et{S}+plus)"
        rf"|(?P<about>environ))(?![\w])|(?P<plus>\+)(?![\d])",
        re.IGNORECASE,
    ),
    "en": Pattern(
        rf"(?:{S}+(?:(?P<maximum>at{S}+(?:the{S}+)?most|maximum|or{S}+less)"
        rf"|(?P<minimum>at{S}+(?:the{S}+)?least|or{S}+more|minimum)|(?P<about>or{S}+so))(?![\w])"
        rf"|(?P<plus>\+(?!\d)|-plus(?!\w)))",
        re.IGNORECASE,
    ),
}

UNITS: tuple[tuple[str, str], ...] = (
    (r"gigawatts?[ -]?heures?|gigawatt-hours?|GWh", "GWh"), (r"gigawatts?|GWc?", "GW"),

    (r"mégawatts?[ -]?heures?|megawatt-hours?|MWh", "MWh"), (r"mégawatts?|megawatts?|MWc?", "MW"),
    (r"térawatts?[ -]?heures?|terawatt-hours?|TWh", "TWh"), (r"térawatts?|terawatts?|TW", "TW"),
    (r"kilowatts?[ -]?heures?|kilowatt-hours?|kWh", "kWh"), (r"kilowatts?|kW", "kW"),
    (r"exaflops?", "exaflops"), (r"pétaflops?|petaflops?", "petaflops"),
    (r"téraflops?|teraflops?", "teraflops"),
    (r"kilomètres?|kilometers?|kilometres?|km", "km"), (r"miles", "mi"),
    (r"mètres?[ ]carrés?|square[ ]met(?:er|re)s?|m²|m2", "m2"),
    (r"square[ ]feet|sq\.?[ ]?ft", "ft2"), (r"hectares?|ha", "ha"), (r"acres?", "acre"),
    (r"points?[ ]de[ ]base|basis[ -]points?|bps?", "bp"), (r"tonnes?|metric[ ]tons?", "t"),
    (r"kilogrammes?|kilograms?|kg", "kg"),
    (r"barils?|barrels?", "barrel"), (r"pétaoctets?|petabytes?|Po|PB", "PB"),
    (r"téraoctets?|terabytes?|To|TB", "TB"), (r"gigaoctets?|gigabytes?|Go|GB", "GB"),
    (r"bitcoins?|BTC", "BTC"), (r"ethers?|ETH", "ETH"),
)  # fmt: skip


def _in_capitals(names: str) -> str:
    """A pattern that takes names, not symbols, in any case: "10 GIGAWATTS" but never "gw"."""
    return "|".join(f"(?i:{name})" if len(name) > 4 else name for name in names.split("|"))


UNIT_AFTER = Pattern(
    rf"{S}*-?(?:de{S}+|d[’']|of{S}+)?(?:"
    + "|".join(f"(?P<u{index}>{_in_capitals(names)})" for index, (names, _) in enumerate(UNITS))
    + r")(?![\w])"
)
GRAND = Pattern(
    rf"{S}grand(?=[,;:.!?)”’\"']|$|{S}(?:an?|each|per|for|in|to|on|from|of|and|or|cash|worth|more|less)(?!\w))"
)
"""A thousand pounds or dollars, as people say; "three grand pianos" are none."""
PERCENT_AFTER = Pattern(
    rf"{S}*(?:%|pour{S}?cents?\b|per{S}?cent\b|percent\b|pct\b|(?<=\d)pc\b)"
    rf"|{S}+(?:(?P<points>points?{S}+de{S}+pourcentage\b|percentage{S}+points?\b)"
    rf"|(?P<bare>points?\b(?!{S}+de{S}+base)))",
    re.IGNORECASE,
)


def bound_before(low: str, start: int, language: str) -> tuple[int, str] | None:
    """Where the bound words begin that end at a place, and what they mean.

    Args:
        low: The text in lower case.
        start: Where the number or its sign begins.
        language: `fr` or `en`.
    """
    last = low[max(0, start - _LONGEST) : start].replace("’", "'").split()
    if not last or not _ends_a_bound(last, language):
        return None
    begin = max(0, start - _BACK)
    found = BOUND_BEFORE[language].search(low, begin, start)
    if found is None or _ABOUT_A_THING.search(low, begin, start):
        return None
    if found[0].startswith("up") and _PUSHED.search(low, max(0, found.start() - 60), found.start()):
        return None
    return found.start(), found.lastgroup or ""


def _ends_a_bound(words: list[str], language: str) -> bool:
    """Whether words may be the end of a bound, which is far quicker to say than which one."""
    bound, link = _LAST_WORDS[language], _LINK_WORDS[language]
    for word in reversed(words):
        before, apostrophe, last = word.rstrip("'").rpartition("'")
        last = last.lstrip(_OPENING)
        if last.startswith(bound) or (apostrophe and before.endswith("jusqu")):
            return True
        if last not in link:
            return False
    return True


def unit_of(match: re.Match[str]) -> str:
    """The symbol of a physical unit."""
    return next(UNITS[i][1] for i in range(len(UNITS)) if match[f"u{i}"])


SCALE_SHORT = {3: "k", 6: "M", 9: "bn", 12: "tn"}
TEN = Decimal(10)
