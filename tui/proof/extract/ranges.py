"""Two numbers that tell one thing: ranges, changes from one to another, compound numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.language.lazy_pattern import Pattern
from tui.language.vocabulary import S
from tui.proof.extract.lexicon import TEN
from tui.proof.extract.number_phrase import is_year

if TYPE_CHECKING:
    from tui.proof.extract.number_phrase import Figure

_LINK = {
    "fr": Pattern(
        rf"{S}+(?:à|et|ou){S}+|,?{S}voire{S}+|,?{S}(?:et{S})?puis{S}+|{S}?[-–—]{S}?|/",
        re.IGNORECASE,
    ),
    "en": Pattern(
        rf"{S}+(?:to|and|or){S}+|,?{S}(?:and{S})?then{S}+|{S}?[-–—]{S}?|/", re.IGNORECASE
    ),
}
_AND_SO_MANY = Pattern(rf"{S}+(?:(?P<and>et|and){S}+)?", re.IGNORECASE)
_TWO_SUMS = Pattern(
    r"(?<!\w)(?:entre|between|both|deux|two|(?:montants|sommes|aides|prêts|chèques|tranches|loans|sums"
    rf"|amounts|grants|cheques|checks|tranches){S}(?:de|d[’']|of)){S}*$",
    re.IGNORECASE,
)
_EACH_ITS_OWN = Pattern(r"(?<!\w)(?:respecti\w+|chacune?|l[’']un|each|either)(?!\w)", re.IGNORECASE)
_DASHES = frozenset("-–—")
_OF = Pattern(rf"(?<!\w)(?:de|à|of|les|ces|respectivement|par){S}+$", re.IGNORECASE)
_RESPECTIVELY = Pattern(rf",?{S}(?:respectively|respectivement|chacune?|each)(?!\w)")
_EACH = Pattern(
    rf"{S}(?:(?:a|an|per|par|each|apiece|l[’']|la|le|pièce|pence)(?!\w)|l[’'])", re.IGNORECASE
)
_GLUED = Pattern(r"[-\w/%]")
_OPEN = {
    "fr": Pattern(rf"(?<!\w)(?P<word>de|d[’']|entre){S}*(?:les{S}+)?$", re.IGNORECASE),
    "en": Pattern(rf"(?<!\w)(?P<word>from|between){S}+$", re.IGNORECASE),
}
_CHANGE = {
    "fr": Pattern(
        r"(?<!\w)(?:pass(?!ag|if|ep|io)|rel[eè]v|él[eè]v|port[ée](?!f|u)|augment|bondi|grimp|progress"
        r"|mont(?:e|é|a(?!nt|g))|chut|tomb|recul"
        r"|baiss|rédui|ram[eè]n|abaiss|révis|doubl|tripl|évolu|croî|accr|envol|recalé|hausse|gonfl"
        r"|remont|revien|reven|re?descend|creus|dégrad|aggrav|repli|flamb|fléch|plong|ralent|accélér|retomb|repass|fond(?!s|a)|rev(?:u(?:e?s?)(?!\w)|oi(?!r|s)))"
        r"[^.;:!?\d\n]{0,60}$",
        re.IGNORECASE,
    ),
    "en": Pattern(
        r"(?<!\w)(?:rais|rose(?!\w)|ris(?:e|ing)|increas|cut|lower|fell(?!\w)|fall|drop|gr[eo]w|climb|jump|soar"
        r"|surg|slid|declin|shr[aiu]nk|expand|went|go(?:es|ing|ne)(?!\w)|mov(?!ie)|up(?!\w)|down(?!\w)|gain"
        r"|lost|doubl|tripl|slump|plung"
        r"|revis|upgrad|boost|lift|sw[eu]ll|narrow|widen|reduc|trim|slash|advanc|edg(?:ed|ing)"
        r"|balloon|mushroom|(?:sky)?rocket|spik(?:e|ing)|leap|explod|sho(?:t|oting)(?!\w)|deepen|snowball|nudg"
        r"|plummet|tumbl|s[aiu]nk|dipp|eas(?:ed|es|ing)|swung|swing|hik(?:e|ing)|strengthen|weaken|bump)"
        r"[^.;:!?\d\n]{0,60}$",
        re.IGNORECASE,
    ),
}
_BY_SO_MUCH = Pattern(r"augment|progress|baiss|hausse|recul|accr|croî|rédu|chut", re.IGNORECASE)
"""Of these "de 30 à 40 %" tells the step, not where it starts and ends."""
_MOVED_BY = Pattern(
    rf"(?<!\w)(?:by|rose|ris(?:en|ing)|fell|fall(?:en|ing)?|gain(?:ed|ing|s)?|lost|climb(?:ed|ing)|"
    rf"jump(?:ed|ing)|dropp(?:ed|ing)|slid|grew|up|down|surg(?:ed|ing)|soar(?:ed|ing)|declin(?:ed|ing)|"
    rf"slump(?:ed|ing)|add(?:ed|ing)|advanc(?:ed|ing)|edg(?:ed|ing)(?:{S}+(?:up|down|higher|lower))?)"
    rf"(?:{S}+by)?{S}+$",
    re.IGNORECASE,
)
"""Before a first number this makes it a step: "rose $2bn to $12bn"."""
_IN_A_YEAR = Pattern(
    rf"(?<!\w)(?:en|in|by|since|until|depuis|dès|fin|début|mi|before|after|avant|après|année|exercice"
    rf"|d[’']ici(?:{S}à)?){S}+$",
    re.IGNORECASE,
)
"""Before four digits that are a year."""
_PRICE_MOVED = Pattern(rf"(?:prix|prices?|costs?|co[uû]ts?)(?:{S}|$)", re.IGNORECASE)
_AT_PRICES = Pattern(
    rf"(?<!\w)(?:at|à|aux|with|for){S}(?:\w+{S})?(?:prices|prix|costs)", re.IGNORECASE
)
"""Before a span a price that something is sold at, not one that moved."""
_CLAUSE_END = Pattern(r"[.;!?](?!\d)|\n")
_SPAN = Pattern(
    r"(?<!\w)(?:allant|vont|aller|vari\w+|fourchette|comprise?s?|oscill\w+|co[uû]t\w*|prix|rang(?:e|es|ed|ing)"
    r"|anywhere|estimates?|costs?|costing|prices?|priced)"
    r"[^.;!?\d\n]{0,40}$",
    re.IGNORECASE,
)


_SPAN_HERE = Pattern(
    r"(?<!\w)(?:any(?:thing|where)|somewhere|rang(?:es?|ed|ing)|var(?:y|ies|ied|ying)|allant|vari\w+|oscill\w+"
    rf"|fourchette){S}*$",
    re.IGNORECASE,
)
"""Right before a span these leave no doubt: "could cost anything from $3bn to 4bn"."""


def stands_alone(text: str, found: list[Figure], figure: Figure) -> bool:
    """Whether a number is a figure though a slash joins it to the one before.

    "18/21 euros" is a range of prices; days, fractions and ratios are no figures.

    Args:
        text: The text.
        found: The figures before.
        figure: The number.
    """
    at = figure.core
    if at < 2 or text[at - 1] != "/" or not text[at - 2].isdigit():
        return True
    first = found[-1] if found else None
    return (
        first is not None
        and figure.kind == "money"
        and first.end == at - 1
        and not first.words
        and 5 <= first.plain < figure.plain <= 3 * first.plain
    )


def settle(text: str, found: list[Figure], language: str) -> list[Figure]:
    """Join ranges and compound numbers, and let the ends of a change share scale and unit.

    "De 3 à 4 milliards", "entre 3 et 4 milliards", "$3bn to $4bn" are one figure; "passe de 3 à
    4 milliards" are two of the same kind; "3 milliards 500 millions" is one number.
    """
    settled: list[Figure] = []
    changed = -1
    for figure in found:
        first = settled[-1] if settled else None
        if first is None or figure.start < first.end:
            settled.append(figure)
            continue
        if _compound(text, first, figure):
            continue
        link = _LINK[language].fullmatch(text, first.end, figure.start)
        if link is not None and link[0].rstrip().endswith(("puis", "then")):
            if _is_first_of_two(first, figure):
                _share(first, figure)
            settled.append(figure)
            continue
        if (
            link is None
            or not _alike(text, first, figure, link[0])
            or _is_year_apart(text, first, figure)
        ):
            settled.append(figure)
            continue
        joint = link[0].strip().lower()
        if "sub-unit" in figure.flags and not first.kind and not first.scale:
            # "40 to 50 cents", "450-480p"
            first.value = first.plain = first.plain / 100
        opened = _OPEN[language].search(text, max(0, first.start - 10), first.start)
        head = text[max(0, first.start - 80) : opened.start() if opened else first.start]
        word = opened["word"].lower() if opened else ""
        elided = not first.kind and not first.scale and first.plain < figure.plain
        goes_on = changed >= 0 and bool(word) and _goes_on(text, changed, first.start)
        if _is_pair(text, first, figure, joint, word) or _is_change(
            joint, word, head, language, elided=elided, goes_on=goes_on
        ):
            changed = figure.end if word else -1
            _share(first, figure)
            settled.append(figure)
        elif word and joint in ("à", "to") and _falls(first, figure):
            changed = figure.end
            _share(first, figure)
            settled.append(figure)
        elif _is_range(first, figure, joint, word, head) and _join(first, figure):
            if opened is not None:
                first.start = opened.start()
            _share_with_list(text, settled, len(settled) - 1)
        else:
            settled.append(figure)
            if joint in _AND:
                _share_with_list(text, settled, len(settled) - 1)
    return settled


_AND = frozenset(("et", "and"))


def _share_with_list(text: str, settled: list[Figure], last: int) -> None:
    """Give the numbers of a list what its last one has: "12, 15 et 18 millions d'euros"."""
    figure, at = settled[last], last - 1
    if not figure.kind or at < 0:
        return
    listed = 0
    if figure.bound != "range":
        if not _is_listed(settled[at], figure):
            return
        listed = 1  # the one before "et"
    while at - listed >= 0:
        one, next_one = settled[at - listed], settled[at - listed + 1]
        if text[one.end : next_one.start] != ", " or not _is_listed(one, figure):
            break
        listed += 1
    if listed + (figure.bound == "range") < 2:
        return
    for one in settled[last - listed : last]:
        _share(one, figure)


def _is_listed(one: Figure, last: Figure) -> bool:
    """Whether a number may be one of a list that ends in a sum."""
    if one.kind or one.scale or one.bound or one.words or is_year(one):
        return False
    plain = last.value / TEN**last.scale
    return plain / 20 <= one.plain <= plain * 20


def _falls(first: Figure, second: Figure) -> bool:
    """Whether a bare number is more than the sum behind it: "de 3,4 à 1,9 milliard" is a change."""
    bare = not (first.kind or first.scale or first.words)
    return bare and second.scale > 0 and second.plain < first.plain <= second.plain * 20


def _is_first_of_two(first: Figure, second: Figure) -> bool:
    """Whether a bare number is told before a sum that follows it: "12 puis 15 millions"."""
    bare = not (first.kind or first.scale or first.bound) and not is_year(first)
    return bare and second.kind != "" and second.plain / 20 <= first.plain <= second.plain * 20


def _compound(text: str, first: Figure, second: Figure) -> bool:
    """Add "3 milliards" and "500 millions d'euros" up, with nothing or "et" between them."""
    spoken = first.words and second.words and second.kind == "money"
    smaller = second.scale > 0 or (second.words and second.value >= 1000) or spoken
    if first.kind or not first.scale > second.scale or not smaller or second.start != second.core:
        return False
    if second.value >= TEN**first.scale:
        return False
    link = _AND_SO_MANY.fullmatch(text, first.end, second.start)
    if link is None or first.bound == "range":
        return False
    if link["and"] and not _is_one_sum(text, first, second):
        return False
    first.value += second.value
    first.plain = first.value / TEN**first.scale
    first.unit, first.kind = second.unit, second.kind
    first.end, first.number_end = second.end, second.number_end
    return True


def _is_one_sum(text: str, first: Figure, second: Figure) -> bool:
    """Whether "5 milliards et 200 millions" is one sum and not two of a list."""
    if second.kind != "money" or first.words != second.words:
        return False
    begin = max(0, first.start - 60)
    listed = _TWO_SUMS.search(text, begin, first.start)
    return not (listed or _EACH_ITS_OWN.search(text, begin, second.end + 60))


def _alike(text: str, first: Figure, second: Figure, link: str) -> bool:
    if (second.bound and not second.behind) or (second.start != second.core and not second.unit):
        return False
    if first.bound and not (link in _DASHES and first.bound.startswith("exclusive")):
        # "topping the $35-$37 range" tells what was topped.
        return False
    if first.kind and second.kind and (first.kind, first.unit) != (second.kind, second.unit):
        return False
    if first.kind not in ("", "money") and not second.kind:
        # "100 % à 6,25 milliards" are no range.
        return False
    if second.scale or second.kind:
        return True
    # "$18-21 apiece", "$28 to 31 a share": the second end leaves the sign out.
    return (
        first.kind == "money"
        and first.number_end == first.end
        and bool(link in _DASHES or _EACH.match(text, second.end))
        and not _GLUED.match(text, second.end)
    )


def _is_pair(text: str, first: Figure, second: Figure, link: str, opened: str) -> bool:
    """Whether two sums are told side by side: "de 2 et 4 dollars par action"."""
    return (
        link in ("et", "and")
        and opened not in ("entre", "between")
        and not first.kind
        and not first.scale
        and not first.words
        and second.kind in ("money", "percent")
        and bool(
            _OF.search(text, max(0, first.start - 24), first.start)
            or _RESPECTIVELY.match(text, second.end)
        )
    )


def _is_change(
    link: str, opened: str, head: str, language: str, *, elided: bool, goes_on: bool
) -> bool:
    if link not in ("à", "to"):
        return False
    if opened in ("de", "d'", "d’", "from"):
        if _SPAN_HERE.search(head):
            return False
        change, span = _CHANGE[language].search(head), _SPAN.search(head)
        if goes_on and change is None and span is None:
            return True
        # The word nearest to the numbers decides: "le prix est passé de 11 à 12 euros".
        if change is None:
            return False
        # "Raised the price of its bell from 39 to 49 euros": what was raised.
        if span is not None and span.start() > change.start() and not _is_moved(head, span.start()):
            return False
        return not (elided and language == "fr" and _BY_SO_MUCH.match(change[0]))
    return language == "en" and not opened and bool(_MOVED_BY.search(head))


def _is_moved(head: str, price: int) -> bool:
    """Whether a price is what a verb of change before it moves."""
    return _PRICE_MOVED.match(head, price) is not None and _AT_PRICES.search(head) is None


def _goes_on(text: str, changed: int, start: int) -> bool:
    """Whether a change told before lends its verb: "the fare goes from $2 to $3, the bus from…"."""
    return start - changed <= 120 and not _CLAUSE_END.search(text, changed, start)


def _is_year_apart(text: str, first: Figure, second: Figure) -> bool:
    """Whether a year stands before a sum, no end of a range: "l'objectif pour 2025 à 10 milliards".

    Who writes four digits for a sum writes the other end alike: "entre 2000 et 2500 euros".
    """
    if first.kind or not is_year(first):
        # "it is worth $500 – 2024 was better"
        return is_year(second) and not second.kind and first.plain < second.plain / 10
    if second.scale or not first.plain < second.plain <= first.plain * 10:
        return True
    grouped = not text[second.core : second.core + 4].isdigit() and second.plain < 10000
    return grouped or bool(_IN_A_YEAR.search(text, max(0, first.start - 12), first.start))


def _is_range(first: Figure, second: Figure, link: str, opened: str, head: str) -> bool:
    complete = bool(first.scale or first.kind) and bool(second.scale or second.kind)
    if complete and link.endswith("voire"):
        return False  # "2 milliards, voire deux milliards et demi"
    if link in ("et", "and"):
        return opened in ("entre", "between")
    if link in ("ou", "or"):
        return not complete or first.scale == second.scale
    return True


def _spoken_short(first: Figure, second: Figure) -> int:
    """By how much the first end grows that leaves "cents" or "mille" to the second, else 0."""
    step, most = (100, 10) if first.words and second.words else (1000, 1000)
    if first.kind or first.plain < 1 or second.plain % step or (step == 1000 and second.scale):
        return 0
    short = second.plain // step
    return step if first.plain < short < most and short <= first.plain * 5 else 0


def _join(first: Figure, second: Figure) -> bool:
    scale = first.scale or second.scale
    low = first.plain * TEN**scale
    if first.scale == 0 and first.plain < 1000 and (step := _spoken_short(first, second)):
        # "deux ou trois cents millions", "entre 200 et 300 000 euros"
        low *= step
        first.flags = (*first.flags, "elided-scale")
    high = second.value
    if not second.scale and not second.kind:
        high *= TEN**first.scale
    if low >= high and not first.scale:
        # "de 500 000 à 3 millions": the first end is told in full.
        low, scale = first.plain, 0
    if low >= high:
        return False

    first.value, first.plain = low, high
    first.bound = "range"
    first.unit, first.kind = first.unit or second.unit, first.kind or second.kind
    first.scale, first.end, first.number_end = scale, second.end, second.number_end
    first.about = first.about or second.about
    first.flags = tuple(dict.fromkeys((*first.flags, *second.flags)))
    return True


def _share(first: Figure, second: Figure) -> None:
    """Give the first end of a change what only the second one has."""
    if not first.scale and second.scale and (not first.kind or first.plain < 1000):
        first.scale = second.scale
        first.value = first.plain * TEN**first.scale
        first.flags = (*first.flags, "elided-scale")
    if not first.kind:
        first.unit, first.kind = second.unit, second.kind
