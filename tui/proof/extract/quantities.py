"""Numbers with what stands around them: scale, currency, unit, bounds, ranges."""

from __future__ import annotations

import re
from bisect import bisect
from decimal import Decimal
from typing import TYPE_CHECKING

from tui.language.figures.currencies import OWN_SUBUNITS
from tui.language.figures.iso4217 import CURRENCIES
from tui.language.figures.number_reading import (
    DIGITS,
    VULGAR,
    WORDS,
    Number,
    read_digits,
    read_fraction,
    read_words,
)
from tui.language.figures.scales import ABBREVIATIONS, SCALES
from tui.language.lazy_pattern import Pattern, by_language
from tui.language.vocabulary import SPACES, S
from tui.proof.extract.context.ambiguous_nouns import no_currency
from tui.proof.extract.context.counted_nouns import counted
from tui.proof.extract.context.currency_inheritance import share_countries
from tui.proof.extract.context.single_units import is_single_unit, single_units
from tui.proof.extract.currencies import (
    DEFINITE,
    SUBUNIT_AFTER,
    UNKNOWN,
    cents_of,
    currency_after,
    currency_behind,
    loose_sign,
    name_before,
    sign_before,
)
from tui.proof.extract.lexicon import (
    GRAND,
    PERCENT_AFTER,
    TEN,
    UNIT_AFTER,
    abbreviated_scale,
    bound_after,
    bound_before,
    bound_far_behind,
    far_bounds,
    scale_of,
    unit_of,
)
from tui.proof.extract.number_phrase import Figure
from tui.proof.extract.ranges import stands_alone
from tui.proof.extract.search_sites import word_windows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.language.figures.scales import Scale


def _scale_word(language: str) -> str:
    between = r"(?:premiers|derniers|autres|nouveaux)" if language == "fr" else r"(?:other|further)"
    return (
        rf"(?P<odd>(?:-|{S})odd(?=[{S[1:-1]}-]))?(?:{S}+{between}(?={S}))?(?:{S}*|-)"
        rf"(?P<demi>demi-)?(?P<scale>{SCALES.pattern(language)})"
        rf"(?P<half>{S}+(?:et{S}+demie?|and{S}+a{S}+half))?(?![\w])"
    )


_SCALE_WORD = by_language(_scale_word, re.IGNORECASE)
_ABBREVIATED = Pattern(
    lambda: (
        rf"(?P<gap>{S}?|-)(?P<scale>{ABBREVIATIONS.pattern('')})"
        r"(?:(?=[$€£¥₹₽₩₺₪₦₴฿₱₫]|[A-Z]{1,3}\$)|(?=[A-Z]{2,3}\b|F(?:CFA)?\b)|(?=\.?(?![\w’'])))"
    )
)
_PLAIN_EURO = Pattern(rf"(?P<gap>{S}?)(?P<scale>Mds|Md|M|K|k)E(?:UR)?(?![\w])")
"""Euros where the sign cannot be typed: "6 941 ME"."""
_OF_AMERICA = Pattern(rf"{S}+US(?![\w$])")
"""What the press of Québec writes for US dollars: "16,6 milliards US"."""
_DIGIT = Pattern(rf"[\d{''.join(VULGAR)}]")
_JOINED = frozenset("0123456789/.,-")
_MAY_BEGIN_A_FRACTION = frozenset((*VULGAR, *SPACES, "-"))
_OF_A_SCALE = Pattern(rf"{S}+(?:de|d[’']un(?={S}))")
_AND_MORE = Pattern(rf"{S}(?:et|à|ou|and|to|or){S}[a-z]+{S}(?:mill|bill|trill)", re.IGNORECASE)
"""After "un" this makes it the low end of a range: "entre un et deux milliards"."""
_SYMBOLIC = Pattern(rf"{S}+(?:euro|franc){S}+symbolique|{S}+dollar{S}+symbolique")
_REACHED = Pattern(
    r"(?<!\w)(?:franchi|dépass|esp[eéè]r|attein|approch|frôl|vis(?:e|ait|er)|avoisin|tutoi|tutoy|réclam|touch)\w*"
    rf"(?:{S}(?:désormais|bientôt|déjà|presque))?{S}$"
)
"""Before "le milliard" these make it a sum: "l'enveloppe devrait franchir le milliard"."""
_COIN = Pattern(rf"{S}(?:coin|piece)s?(?!\w)")
"""What a "50-cent" may be: no sum is told with it."""
_IN_DIGITS = Pattern(rf"{S}\((?P<digits>\d[\d.,'’{S[1:-1]}]*)\)")
"""A number that is told once more: "vingt millions (20 000 000) de francs CFA"."""
_PIXELS = frozenset(map(Decimal, (240, 360, 480, 720, 1080, 1440, 2160)))
"""Heights of video, written like pence: "1080p"."""
_MEASURING_STICK = Pattern(
    rf"{S}+(?:forecast|expected|estimated?|predicted|consensus|target|attendus?|prévus?)(?!\w)"
)
"""After a sum this makes it what another is held against: "above 15 bln forecast"."""
_VIDEO = Pattern(r"(?i:video|resolution|pixel|screen|stream|display|camera|webcam|frames)|\bHD\b")
_HUNDREDTHS = Pattern(rf"(?<=[€$£])(\d\d)(?!\w|[.,]\d)|(?<=euros){S}(\d\d)(?=[.,;:)](?:\s|$)|$)")
"""Cents behind the currency: "19€90", "3 euros 50"."""


def _is_million(text: str, start: int, end: int) -> bool:
    """Whether a lone "m" means millions, as right before in its sentence: "£12m, EBITDA to 3m"."""
    if not _MILLIONS.search(text, max(0, start - 100), start) or _LENGTH.match(text, end):
        return False
    return _A_THING.search(text, max(0, start - 6), start) is None


_MILLIONS = Pattern(
    rf"(?:[$€£¥]|(?<![A-Za-z])(?:[A-Z]{{2,3}}|S[Ff]r){S}?)\d[\d.,]*(?:m|bn)(?!\w)(?:[^.;!?\n]|\.\d){{1,90}}$"
    r"|\d[\d.,]*bn(?!\w)[^.;!?\n]{1,60}$"
)
_LENGTH = Pattern(
    rf"-|{S}from{S}(?:the|its|an?){S}(?:road|sea|coast|shore|border|station|beach|summit|site|school|house|river"
    rf"|centre|center|surface|spot|scene)(?!\w)"
    rf"|{S}(?:long|wide|high|tall|deep|thick|above|below|away|apart|up|sprint|race|hurdles|freestyle|medley|relay"
    r"|runner|butterfly|breaststroke|north|south|east|west|tower|yacht|ship|wall|fence|pool|track|of)(?!\w)"
)
_A_THING = Pattern(rf"(?<!\w)(?:an?|the|each|every|x|×){S}$")
"""Before and behind a number of metres."""
_LOOSE_SCALES = frozenset(("m", "mil", "bil", "M", "b", "B"))
"""Short scales that letters before the number make certain: "R5m"."""
_SIGN_OF_A_RANGE = Pattern(
    rf"[$€£¥₹]{S}?[\d.,]{{1,12}}(?:{S}?(?:[mMk]|bn?))?(?:{S}?[-–—]{S}?|{S}(?:to|and|or|à|et|ou){S})$"
)
"""Before a number this makes a lone letter its scale: "€200-250m"."""


def numbers(text: str, low: str, known: frozenset[str], language: str) -> Iterator[Number]:
    """Numbers in digits and in words, by place; they do not overlap."""
    found = list(_in_digits(text, language))
    found += [
        Number(start, low.index(" ", start), Decimal(1), single=True)
        for start, _ in single_units(low, known, language)
    ]
    for match in WORDS[language].around(low, word_windows(low, known, language)):
        number = read_words(match, language)
        if number is not None:
            found.append(number)
    found.sort(key=_start)
    end = -1
    for at, number in enumerate(found):
        if number.start >= end:
            end = number.end
            if text.startswith("(", end + 1):
                end = _end_with_its_double(text, number, found[at + 1 : at + 3])
            yield number if end == number.end else number._replace(end=end)


def _start(number: Number) -> int:
    return number.start


def _end_with_its_double(text: str, number: Number, after: list[Number]) -> int:
    """Where a number ends that is told once more in parentheses: "dix (10) milliards"."""
    for double in after:
        told_again = double.start == number.end + 2 and text.startswith(")", double.end)
        if told_again and double.value == number.value and not number.bare:
            return double.end + 1
    return number.end


def _in_digits(text: str, language: str) -> Iterator[Number]:
    # Finding a digit first is far quicker than trying the whole pattern at every place.
    at = 0
    while (digit := _DIGIT.search(text, at)) is not None:
        start = digit.start()
        slashed = "/" in text[start + 1 : start + 3] or text[start] in VULGAR
        alone = read_fraction(text, start, behind=False) if slashed else None
        if alone is not None and text[start - 1 : start] not in _JOINED:
            # "1/2 pct", "¾ of a point"
            value, at = alone
            yield Number(start, at, value, part=True)
            continue
        match = DIGITS.match(text, start)
        if match is None:
            at = digit.end()
            continue
        at = match.end()
        value, flags = read_digits(match["digits"], language)
        near = text[at : at + 5]
        if near[:1] in _MAY_BEGIN_A_FRACTION and (
            "/" in near or not VULGAR.keys().isdisjoint(near)
        ):
            more = read_fraction(text, at, behind=True)
            if more is not None and value == int(value):
                value, at = value + more[0], more[1]
        yield Number(start, at, value, flags)


def figures(text: str, low: str, known: frozenset[str], language: str) -> list[Figure]:
    """Every number that has a scale, a currency, a unit or a percent sign, or could borrow one."""
    found: list[Figure] = []
    for number in numbers(text, low, known, language):
        if found and number.start < found[-1].end:
            # "et demi" of "trois milliards et demi", "50" of "12 euros 50"
            continue
        figure = _figure(text, low, number, language)
        if figure is None or not stands_alone(text, found, figure):
            continue
        found.append(figure)
    _bound_from_afar(text, low, found, language)
    share_countries(text, found)
    return found


def _bound_from_afar(text: str, low: str, found: list[Figure], language: str) -> None:
    """Bounds that a few words part from their sum."""
    for place in far_bounds(low):
        at = bisect(found, place, key=_end) - 1
        while at >= 0 and not (found[at].kind or found[at].scale):
            at -= 1
        figure = found[at] if at >= 0 else None
        if figure is None or figure.kind not in ("money", "percent") or figure.bound:
            continue
        others = (one.start for one in found[at + 1 : at + 3] if one.kind or one.scale)
        bound = bound_far_behind(text, figure.end, next(others, len(text)), language)
        if bound is not None and bound.side != "about":
            figure.bound, figure.behind = bound.side, True


def _end(figure: Figure) -> int:
    return figure.end


def _figure(text: str, low: str, number: Number, language: str) -> Figure | None:
    figure, told = _with_its_scale(text, number, language)
    start, end = figure.start, figure.end
    alone = figure.words and figure.scale == 0 and (number.of or number.bare)
    if alone and not (_SYMBOLIC.match(text, end) or _AND_MORE.match(text, end)):
        return None
    if text.startswith("grand", end + 1) and language == "en" and (grand := GRAND.match(text, end)):
        figure.scale, figure.value, figure.kind = 3, figure.plain * 1000, "money"
        figure.end = figure.number_end = grand.end()
    if not (figure.scale or figure.kind):
        if _next_letter(text, end) in _BEGINS_A_SHORT_SCALE:
            _abbreviated(text, figure)
        if not (figure.scale or figure.kind or figure.words):
            _scaled_code(text, figure)
    if not figure.kind:
        _unit(text, figure, language)
    if figure.start == start and not figure.words and start and text[start - 1].isalpha():
        # "GPT4" and "H100" are names; "EUR13" is a sum.
        return None
    if number.single and not _is_paid(text, low, figure, language):
        return None
    if figure.words and not figure.kind and text[start : start + 2].lower() in _DEFINITE:
        if not _REACHED.search(low, max(0, start - 32), start):
            return None
        figure.flags = (*figure.flags, DEFINITE)
    if told and told.currency and not figure.kind:
        figure.counted = counted(text, figure.end, language, among_money=False)
        if not figure.counted:
            figure.unit, figure.kind = told.currency, "money"
    if number.part and not figure.kind and not figure.scale:
        return None
    _bounds(text, low, figure, language)
    return figure


_DEFINITE = frozenset(("le", "du", "au", "ce"))
"""What "milliard" has before it where it is a number of its own."""


def _with_its_scale(text: str, number: Number, language: str) -> tuple[Figure, Scale | None]:
    """A number and the scale behind it that is written out, and what that scale means."""
    start, end, value = number.start, number.end, number.value
    flags, about, scale = number.flags, number.about, 0
    in_words = not (text[start].isdigit() or text[start] in VULGAR)
    enclosed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    if enclosed and sign_before(text, start - 1):
        # A loss as accounts print it: "$(45.2) million".
        start, end = start - 1, end + 1
    told: Scale | None = None
    begins = _next_letter(text, end) in _BEGINS_A_SCALE[language]
    word = _SCALE_WORD[language].match(text, end) if begins else None
    if word is None and in_words and (number.about or number.of):
        of = _OF_A_SCALE.match(text, end)
        word = _SCALE_WORD[language].match(text, of.end()) if of else None
    if word is not None:
        told = scale_of(word["scale"], language)
        scale = told.power if told else 0
        if told and told.flag:
            flags = (*flags, told.flag)
        if word["demi"]:
            value = value / 2
        if word["half"]:
            value += Decimal("0.5")
        about = about or word["odd"] is not None
        end = word.end()
        twice = text.startswith("(", end + 1)
        if twice and scale and (again := _IN_DIGITS.match(text, end)):
            digits, _ = read_digits(again["digits"], language)
            end = again.end() if digits == value * TEN**scale else end
    figure = Figure(
        start, end, start, end, value * TEN**scale, value, scale, flags=flags,
        about=about, words=in_words,
    )  # fmt: skip
    return figure, told


def _is_paid(text: str, low: str, figure: Figure, language: str) -> bool:
    """Whether one unit of a currency is a sum: "d'un franc", "pour un euro symbolique"."""
    if not figure.kind:
        return False
    symbolic = _SYMBOLIC.match(text, figure.number_end) is not None
    return symbolic or is_single_unit(low, figure.core, figure.end, language)


def _next_letter(text: str, end: int) -> str:
    """The letter behind a number, over a space or a hyphen; empty where another sign stands."""
    near = text[end : end + 2]
    if near[:1].isalpha():
        return near[0]
    return near[1:] if near[:1] in _BEFORE_A_WORD and near[1:].isalpha() else ""


_BEFORE_A_WORD = frozenset((*SPACES, "-"))
_BEGINS_A_SCALE = {"fr": frozenset("abcdlmnptBCDLMT"), "en": frozenset("bcflmotBCLMT")}
_BEGINS_A_SHORT_SCALE = frozenset("bckmtBGKMT")
"""First letters of the words and the abbreviations of scales: most numbers have another behind."""


def _abbreviated(text: str, figure: Figure) -> None:
    """A scale written short: `4bn`, `4 M€`, `$500m`; a lone letter needs a currency beside it."""
    plain = _PLAIN_EURO.match(text, figure.end)
    match = plain or _ABBREVIATED.match(text, figure.end)
    if match is None:
        return
    name = match["scale"]
    if figure.words and not abbreviated_scale(name).certain:
        return
    if plain is not None:
        figure.unit, figure.kind = "EUR", "money"
    elif not _is_scale(text, figure, match, name):
        return
    # Morocco's "MMDH" are milliards of dirhams; elsewhere "$5MM" are millions.
    figure.scale = abbreviated_scale(name).power
    if name == "MM" and text.startswith("D", match.end()):
        figure.scale = 9
    elif name == "T" and text[match.end() : match.end() + 3] in CURRENCIES:
        figure.scale = 3  # "TSEK", "TEUR" are thousands
    figure.value = figure.plain * TEN**figure.scale
    figure.end = figure.number_end = match.end()


def _scaled_code(text: str, figure: Figure) -> None:
    """A currency that has its scale with it, before the number: "MSEK 412.6", "EURm 45"."""
    near = text[max(0, figure.start - 4) : figure.start].rstrip()
    if not near[-3:-1].isupper():
        return
    match = _SCALED_CODE.search(text, max(0, figure.start - 8), figure.start)
    code = (match["code"] or match["coded"]) if match else ""
    if match is None or code not in CURRENCIES:
        return
    name = match["before"] or match["behind"]
    figure.scale = 3 if name == "T" else abbreviated_scale(name).power
    figure.value = figure.plain * TEN**figure.scale
    figure.unit, figure.kind, figure.start = code, "money", match.start()


_SCALED_CODE = Pattern(
    rf"(?<!\w)(?:(?P<before>[MTKkB])(?P<code>[A-Z]{{3}})|(?P<coded>[A-Z]{{3}})(?P<behind>mn?|bn|k)){S}?$"
)


def _is_scale(text: str, figure: Figure, match: re.Match[str], name: str) -> bool:
    before = sign_before(text, figure.start) is not None
    glued = match["gap"] and text[match.end() : match.end() + 1].isspace()
    if name in ("t", "m", "b", "mm", "MM") and glued and not before:
        return False
    if match["gap"] == "-":
        return abbreviated_scale(name).certain
    if before or abbreviated_scale(name).certain or currency_after(text, match.end()):
        return True
    if name in _LOOSE_SCALES and loose_sign(text, figure.start, scaled=True):
        return True
    if name == "m" and not match["gap"] and _is_million(text, figure.start, match.end()):
        return True
    ahead = max(0, figure.start - 20)
    return not match["gap"] and bool(_SIGN_OF_A_RANGE.search(text, ahead, figure.start))


def _unit(text: str, figure: Figure, language: str) -> None:
    if (sign := sign_before(text, figure.start)) is not None:
        figure.kind, (figure.unit, figure.start) = "money", sign
        if (told := currency_behind(text, figure.end, figure.unit)) is not None:
            figure.unit, figure.end = told
        if not figure.unit:
            figure.flags = (*figure.flags, UNKNOWN)
        return
    if figure.start and (figure.scale or text[figure.start - 1].isalpha()):
        before = loose_sign(text, figure.start, scaled=figure.scale > 0)
        if before is None and figure.scale:
            before = name_before(text, figure.start)
        if before is not None:
            figure.kind, (figure.unit, figure.start) = "money", before
            if not figure.unit:
                figure.flags = (*figure.flags, UNKNOWN)
            return
    if _percent(text, figure):
        return
    american = figure.scale and text.startswith("US", figure.end + 1) and language == "fr"
    if american and (dollars := _OF_AMERICA.match(text, figure.end)):
        figure.unit, figure.kind, figure.end = "USD", "money", dollars.end()
        return
    currency = currency_after(text, figure.end)
    if currency is not None and not no_currency(text, currency):
        figure.unit, figure.kind, figure.end = currency.code, "money", currency.end
        figure.currency = currency.name
        figure.by_country = currency.by_country
        if not figure.unit:
            figure.flags = (*figure.flags, UNKNOWN)
        cents = None if figure.scale else _HUNDREDTHS.match(text, figure.end)
        if cents is not None and figure.value == int(figure.value):
            figure.value = figure.plain = figure.value + Decimal(cents[cents.lastindex or 0]) / 100
            figure.end = cents.end()
        return
    unit = UNIT_AFTER.match(text, figure.end) if _next_letter(text, figure.end) else None
    if unit is not None:
        figure.unit, figure.kind, figure.end = unit_of(unit), "measure", unit.end()
    elif not figure.scale:
        _subunit(text, figure, language)


def _percent(text: str, figure: Figure) -> bool:
    percent = PERCENT_AFTER.match(text, figure.end) if not figure.scale else None
    if percent is None:
        return False
    if percent["bare"]:
        # "en hausse de 0,3 point, à 7 %" is a change of a rate; an index and a score are not.
        line = text[text.rfind("\n", 0, figure.start) + 1 : figure.end + 200].partition("\n")[0]
        if figure.words or figure.value > 20 or "%" not in line:
            return False
    points = percent["points"] or percent["bare"]
    figure.unit, figure.kind = ("pp", "measure") if points else ("%", "percent")
    figure.end = percent.end()
    return True


def _subunit(text: str, figure: Figure, language: str) -> None:
    """Hundredths of a currency: "452p", "39 cents", "0,75 centime d'euro"."""
    match = SUBUNIT_AFTER.match(text, figure.end)
    if match is None or (language == "fr" and text[figure.end] == "-"):
        return  # "cinq-cent" is a number
    if text[figure.end] == "-" and _COIN.match(text, match.end()):
        return
    if match["pence"]:
        if language == "fr" and match["pence"] in ("p", "P"):
            return
        if figure.value in _PIXELS and _VIDEO.search(text, match.start() - 80, match.end() + 40):
            return

        figure.unit = "GBP"
    elif match["franc"]:
        figure.unit = "CHF"
    elif match["dollar"]:
        figure.unit = "USD"
    elif match["country"]:
        figure.unit = cents_of(match)
    elif match["own"]:
        figure.unit = OWN_SUBUNITS.words("")[match["own"].lower()]
    elif match["euro"] or match["centimes"]:
        figure.unit = "EUR"
    figure.kind, figure.end = "money", match.end()
    figure.value = figure.plain = figure.value / 100
    figure.flags = (*figure.flags, "sub-unit")


def _bounds(text: str, low: str, figure: Figure, language: str) -> None:
    """Bound words before ("jusqu'à", "more than") and after ("au maximum", "or more")."""
    for _ in range(2):
        before = bound_before(low, figure.start, figure.end, language)
        if before is None:
            break
        start, bound = before
        if bound.side == "about":
            figure.about = True
        elif figure.bound:
            break
        else:
            figure.bound = bound.side
        figure.start = start
    if figure.bound.startswith("exclusive") and _MEASURING_STICK.match(low, figure.end):
        figure.bound = ""
    after = bound_after(text, figure.end, language) if figure.kind or figure.scale else None
    if after is not None:
        end, bound = after
        if bound.side == "about":
            figure.about = True
            figure.end = end
        elif not figure.bound:
            figure.bound, figure.behind = bound.side, True
            figure.end = end
