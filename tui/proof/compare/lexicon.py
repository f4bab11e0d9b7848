"""Words that carry the weight of a statement: numbers, scales, currencies, bounds, negations.

French and English, lower case and without accents. The lists err towards too many: a word here
that is no figure only means that a rewording is reported as a change, which a person then reads;
a word missing here could let a changed figure pass.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import combining, normalize


def words_of(text: str) -> frozenset[str]:
    """Read a list of words separated by spaces."""
    return frozenset(text.split())


_NUMBERS = words_of(
    """
    zero deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
    vingt vingts trente quarante cinquante soixante septante huitante octante nonante cent
    cents demi demie tiers quart quarts one two three four five seven eight nine ten eleven
    twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty
    fourty fifty sixty seventy eighty ninety hundred hundreds half halves third thirds quarter
    quarters
    """
)
_SCALES = words_of(
    """
    mille millier milliers million milliard billion billiard trillion trilliard quadrillion
    millions milliards billions billiards trillions trilliards quadrillions thousand thousands
    lakh lakhs crore crores dizaine dizaines douzaine douzaines vingtaine trentaine
    quarantaine cinquantaine soixantaine centaine centaines dozen dozens md mds mrd mrds mn
    mln mio mia bn bln tn trn bio
    """
)
_CURRENCIES = words_of(
    """
    dollar dollars euro euros livre livres pound pounds sterling franc francs yen yens yuan
    yuans renminbi roupie roupies rupee rupees won wons real reais rouble roubles ruble rubles
    couronne couronnes krona kronor krone kroner dirham dirhams riyal riyals shekel shekels
    peso pesos bitcoin bitcoins centime centimes cent_ penny pence usd eur gbp chf jpy cny rmb
    inr krw brl rub sek nok dkk aed sar ils cad aud hkd sgd nzd mxn usdt btc eth musd meur
    mdeur keur kusd
    """
)
_UNITS = words_of(
    """
    pourcent pourcentage pourcentages pct percent percentage percentages bps watt watts
    kilowatt kilowatts megawatt megawatts gigawatt gigawatts terawatt terawatts gigawattheure
    gigawattheures kw mw gw tw kwh mwh gwh twh exaflop exaflops petaflops kg mg kilo kilos
    hectare hectares ton tons km baril barils barrel barrels an ans annee annees
    mois semaine semaines jour jours heure
    heures year years month months week weeks day days hour hours decennie decennies decade
    decades trimestre trimestres semestre semestres action actions share shares point points
    fois times
    """
)
DATES = words_of(
    """
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre janv
    fevr avr juil sept_ oct nov dec january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep lundi mardi mercredi
    jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday
    hier demain ago yesterday tomorrow today tonight dernier derniere derniers dernieres prochain
    prochaine prochains prochaines last next spring summer autumn winter
    springs summers winters printemps automne automnes hiver hivers later earlier
    """
)
_ORDINALS = words_of(
    """
    premier premiere premiers premieres second seconde seconds deuxieme troisieme quatrieme
    cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme vingtieme centieme
    millieme millionieme milliardieme deuxiemes cinquiemes sixiemes dixiemes centiemes first
    fourth fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth hundredth
    thousandth millionth billionth fifths sixths tenths hundredths once twice thrice double
    doubles triple triples quadruple quintuple decuple centuple moitie moities single dual
    couple pair both
    """
)
_BOUNDS = words_of(
    """
    jusqu jusque moins minimum maximum minimal maximal minimale maximale mini maxi environ
    presque quasi quasiment approximativement approximatif grosso approchant avoisinant
    avoisine autour quelque quelques plusieurs plafond plafonne plancher seuil excedant excede
    depassant depasse depassent depassait depasser superieur superieure superieurs superieures
    inferieur inferieure inferieurs inferieures exactement precisement seulement uniquement
    seuls seules minus
    entre pile tout total totale minima maxima vers voire outre less least most over under
    above below beyond upto nearly almost about around roughly approximately approx circa some
    several few many exceeding exceeds exceed exceeded topping topped cap capped ceiling floor
    minimum maximum exactly precisely only just between within between merely barely fewer
    """
)
_BOUND_PAIRS = words_of(
    """
    plus/de plus/d plus/des plus/du plus/que plus/qu plus/grand au/plus tout/plus pres/de pres/d
    aux/alentours alentours/de alentours/des ordre/de hauteur/de up/to more/than as/much as/many
    at/least at/most no/more no/less close/to north/of south/of upwards/of excess/of not/less
    du/moins bien/plus plus/ou ou/plus or/more or/less en/dessous en/dessus au/dela au/dessus
    au/dessous pres/des pres/du au/moins moins/de moins/d moins/des less/than fewer/than a/peine
    per/cent
    """
)
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
_OF_COUNTRY = re.compile(
    r"(?:canadien|australien|neo|hongkongais|singapourien|taiwanais|suisse|cfa|pacifique|suedois"
    r"|norvegien|danois|islandais|tcheque|libanais|turc|turque|egyptien|syrien|irlandais|mexicain"
    r"|argentin|chilien|colombien|philippin|uruguayen|cubain|pakistanais|indonesien|mauricien"
    r"|bresilien|saoudien|qatari|emirati|sterling)(?:n?e)?s?\Z"
)
_ROMAN = re.compile(r"(?:[IVX]|[IVXLCDM]{2,})\Z")


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """Lower the case of a word and take its accents away; other signs stay."""
    if word.isascii():
        return word.lower()
    bare = normalize("NFD", word.casefold())
    return "".join(sign for sign in bare if not combining(sign))


def is_number_word(word: str) -> bool:
    """Whether a word is part of a number: "vingt", "hundred", "demi"."""
    return plain(word) in _NUMBERS


def is_scale(word: str) -> bool:
    """Whether a word scales a number: "milliards", "million", "Mds"."""
    return plain(word) in _SCALES


def is_currency(word: str) -> bool:
    """Whether a word names a currency: "dollars", "EUR"."""
    return plain(word) in _CURRENCIES


def is_negation(word: str) -> bool:
    """Whether a word denies what is said: "pas", "without", "refuse"."""
    bare = plain(word)
    return bare in _NEGATIONS or _NEGATING_STEMS.match(bare) is not None


def is_bound(word: str) -> bool:
    """Whether a word alone bounds or blurs a figure: "jusqu", "nearly"."""
    bare = plain(word)
    return bare in _BOUNDS or _BOUND_STEMS.match(bare) is not None


def is_bound_pair(word: str, following: str) -> bool:
    """Whether two words together bound a figure: "plus de", "up to"."""
    return f"{plain(word)}/{plain(following)}" in _BOUND_PAIRS


def names_country(word: str) -> bool:
    """Whether a word tells whose dollars, francs or pounds are meant: "canadiens", "sterling"."""
    return _OF_COUNTRY.match(plain(word)) is not None


@lru_cache(maxsize=8192)
def is_figure(word: str) -> bool:
    """Whether a word belongs to a figure or a date: number, scale, currency, unit, month, rank."""
    bare = plain(word)
    return (
        bare in _NUMBERS
        or bare in _SCALES
        or bare in _CURRENCIES
        or bare in _UNITS
        or bare in DATES
        or bare in _ORDINALS
        or _FIGURE_STEMS.match(bare) is not None
        or _ROMAN.match(word) is not None
    )


@lru_cache(maxsize=8192)
def is_weighty(word: str) -> bool:
    """Whether a change of this word can change what is stated."""
    return is_figure(word) or is_bound(word) or is_negation(word)
