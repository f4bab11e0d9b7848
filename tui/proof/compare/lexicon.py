"""Words that carry the weight of a statement: numbers, scales, currencies, bounds, negations.

French and English, lower case and without accents; those of figures are the words of
`tui.language`. The lists err towards too many: a word here that is no figure only means that a
rewording is reported as a change, which a person then reads; a word missing here could let a
changed figure pass.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tui.language.figures.bounds import AFTER, BEFORE, QUALIFIERS
from tui.language.figures.calendar import MONTHS, SEASONS, SHORT_MONTHS, WEEKDAYS
from tui.language.figures.currencies import COUNTRIES, FAMILIES, SIGNS, SUBUNITS
from tui.language.figures.numbers import FRACTIONS, MULTIPLIERS, NUMBERS, RANKS, ROUND
from tui.language.figures.scales import ABBREVIATIONS, SCALES
from tui.language.figures.units import COUNTED, PERCENT, POINTS, TIMES, UNITS
from tui.language.lazy_pattern import Pattern
from tui.language.plain_words import words_of
from tui.language.vocabulary import plain

if TYPE_CHECKING:
    from tui.language.vocabulary import Table


_SMALL = words_of(
    "a at an un une la le les de des du d of in en au aux to the per pour base et and"
)
"""Words inside phrases that weigh nothing by themselves."""


def _single(*tables: Table[Any]) -> frozenset[str]:
    """The words of some tables one by one, those of phrases too."""
    phrases = (phrase for table in tables for phrase in table.plain_words)
    words = {word for phrase in phrases for word in _APART.split(phrase)}
    return frozenset(words) - _SMALL


_APART = re.compile(r"[ '-]+")


@cache
def _numbers() -> frozenset[str]:
    also = words_of("zero demi demie halves hundreds half quarters thirds fourty")
    return _single(NUMBERS, MULTIPLIERS, FRACTIONS) | also


@cache
def _scales() -> frozenset[str]:
    certain = {plain(sign) for sign, scale in ABBREVIATIONS.signs("").items() if scale.certain}
    also = words_of("mia bio tn trilliard trilliards quadrillion quadrillions dizaines douzaines "
                    "centaines")  # fmt: skip
    return _single(SCALES, ROUND) - {"couple"} | certain | also


@cache
def _currencies() -> frozenset[str]:
    also = words_of("rmb bitcoin bitcoins usdt btc eth musd meur mdeur keur kusd usd eur gbp")
    other = words_of("cent cents new nouveaux nuevos billets verts convertible convertibles colons "
                     "sols peruviens costaricains costariciens")  # fmt: skip
    return _single(FAMILIES, SUBUNITS) - other | also


@cache
def _units() -> frozenset[str]:
    also = words_of("percent percentage percentages pourcentage pourcentages watt watts mg ton an "
                    "tons trimestre trimestres semestre semestres point points fois "
                    "times")  # fmt: skip
    # The "t" of "won't" is no tonne.
    written = [sign for sign in UNITS.signs("") if sign.isalpha() and len(sign) > 1]
    signs = {plain(sign) for sign in written if not sign.istitle()}
    tables = _single(UNITS, PERCENT, POINTS, TIMES, COUNTED)
    return (tables | also | signs) - words_of("square metric feet")


@cache
def date_words() -> frozenset[str]:
    """Words of dates: months, days, seasons, and what counts from today."""
    also = words_of("hier demain ago yesterday tomorrow today tonight dernier derniere derniers "
                    "dernieres prochain prochaine prochains prochaines last next springs summers "
                    "winters automnes hivers later earlier")  # fmt: skip
    # "sept" is a number, "été" is "been", and shares fall.
    return _single(MONTHS, SHORT_MONTHS, WEEKDAYS, SEASONS) - words_of("sept ete fall") | also


@cache
def _ordinals() -> frozenset[str]:
    also = words_of("cinquiemes sixiemes dixiemes centiemes millieme millionieme milliardieme "
                    "thousandth millionth billionth fifths sixths tenths hundredths once twice "
                    "thrice double doubles triple triples quadruple quintuple decuple centuple "
                    "moitie moities single dual couple pair both")  # fmt: skip
    return _single(RANKS) | also


_ARTICLES = words_of("a an un the")


@cache
def _bounds() -> tuple[frozenset[str], frozenset[str]]:
    """Words that bound a figure alone, and pairs of words that do so together."""
    alone = set(QUALIFIERS.plain_words)
    pairs = set()
    for phrase in (*BEFORE.plain_words, *AFTER.plain_words):
        words = phrase.replace(",", "").replace("-", " ").split()
        if len(words) == 1 or "'" in words[0]:
            alone.add(words[0].partition("'")[0])
        pairs |= {
            "/".join((first, second.partition("'")[0]))
            for first, second in pairwise(words)
            if "'" not in first and not {first, second} <= _SMALL and first not in _ARTICLES
        }
    return frozenset(alone - _SMALL - words_of("n won")), frozenset(pairs | _MORE_PAIRS)


_MORE_PAIRS = words_of("plus/des plus/du plus/que plus/qu plus/grand tout/plus pres/des pres/du "
                       "bien/plus moins/des a/peine per/cent")  # fmt: skip
_NEGATIONS = words_of(
    """
    ne n pas non ni jamais aucun aucune aucuns aucunes rien sans nul nulle nulles nullement
    guere point_ sauf excepte hormis faute loin not no never none nor neither without cannot
    cant dont doesnt didnt wont isnt wasnt arent werent hasnt havent hadnt wouldnt couldnt
    shouldnt nothing nobody nowhere hardly scarcely barely unlikely except unless lack lacks
    lacking nope faux fausse false wrong untrue
    """
)
_NEGATING_STEMS = re.compile(
    r"(?:refus|dement|desavou|denie|deny|denial|declin|reject|rejet|renonc|annul|cancel|abandon"
    r"|nient|nie\Z|nier\Z|niait|niaient|echou|fail|interdi|exclu[estr]|exclud|contest|retir"
    r"|withdr|interromp|suspen|revoqu|revok|rescind|scrap|halt|dispute|refut|contredi|contradict"
    r"|stopp|ceas(?:e|ed|es|ing)\Z|cess(?:e|es|er|ent|ait|era|eront|ant)\Z|impossib|incapab|unable|dissua|empech|prevent|ruled)"
)
_FIGURE_STEMS = re.compile(
    r"(?:doubl|tripl|quadrupl|decupl|\w*iemes?\Z|demi\w|mi\Z|semestr|trimestr|million|milliard"
    r"|billion|trillion|quarter|percent|pourcent|dollar|\w*watts?\Z|centaine|dizaine|thousand"
    r"|(?:two|three|four|five|six|ten)fold\Z|(?:annual|year|month|week|dai|quarter)ly\Z"
    r"|(?:annuel|mensuel)(?:le)?s?\Z"
    r"|(?:kilo|mega|giga|tera|peta|exa|milli|micro|nano|centi|deci|deca|hecto)?(?:gramme|gram|litre"
    r"|liter|metre|meter|octet|byte|joule|volt|hertz|calorie|tonne)s?\Z)"
)
_BOUND_STEMS = re.compile(
    r"(?:superieur|inferieur|depass|exced|exceed|maxim|minim|approxim|approch|avoisin|frol|plafon)"
)
_OF_COUNTRY = Pattern(
    lambda: "|".join(entry.pattern for entry in COUNTRIES.entries) + "|néo|pacifique",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?:[IVX]|[IVXLCDM]{2,})\Z")


def is_number_word(word: str) -> bool:
    """Whether a word is part of a number: "vingt", "hundred", "demi"."""
    return plain(word) in _numbers()


def is_scale(word: str) -> bool:
    """Whether a word scales a number: "milliards", "million", "Mds"."""
    return plain(word) in _scales()


def is_currency(word: str) -> bool:
    """Whether a word names a currency: "dollars", "EUR"."""
    return plain(word) in _currencies() or (len(word) > 1 and word in SIGNS.signs(""))


def is_negation(word: str) -> bool:
    """Whether a word denies what is said: "pas", "without", "refuse"."""
    bare = plain(word)
    return bare in _NEGATIONS or _NEGATING_STEMS.match(bare) is not None


def is_bound(word: str) -> bool:
    """Whether a word alone bounds or blurs a figure: "jusqu", "nearly"."""
    bare = plain(word)
    return bare in _bounds()[0] or _BOUND_STEMS.match(bare) is not None


@lru_cache(maxsize=8192)
def is_bound_pair(word: str, following: str) -> bool:
    """Whether two words together bound a figure: "plus de", "up to"."""
    return f"{plain(word)}/{plain(following)}" in _bounds()[1]


@lru_cache(maxsize=8192)
def names_country(word: str) -> bool:
    """Whether a word tells whose dollars, francs or pounds are meant: "canadiens", "sterling"."""
    return _OF_COUNTRY.fullmatch(word) is not None


@lru_cache(maxsize=8192)
def is_figure(word: str) -> bool:
    """Whether a word belongs to a figure or a date: number, scale, currency, unit, month, rank."""
    bare = plain(word)
    return (
        bare in _numbers()
        or bare in _scales()
        or is_currency(word)
        or bare in _units()
        or bare in date_words()
        or bare in _ordinals()
        or _FIGURE_STEMS.match(bare) is not None
        or _ROMAN.match(word) is not None
    )


@lru_cache(maxsize=8192)
def is_weighty(word: str) -> bool:
    """Whether a change of this word can change what is stated."""
    return is_figure(word) or is_bound(word) or is_negation(word)
