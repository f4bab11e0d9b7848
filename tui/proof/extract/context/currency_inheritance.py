"""Elided scales and currencies: "4 milliards de dollars, dont 1,25 milliard en septembre"."""

from __future__ import annotations

import re
from bisect import bisect, insort
from typing import TYPE_CHECKING

from tui.language.figures.currencies import FAMILIES
from tui.language.lazy_pattern import Pattern
from tui.language.vocabulary import S
from tui.proof.extract.context.counted_nouns import (
    counted,
    counts_things,
    is_thing,
    last_thing,
    speaks_of_money,
)
from tui.proof.extract.context.ellipsis import complete, told_before
from tui.proof.extract.currencies import DEFINITE, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.extract.number_phrase import Figure

_SAME_NAME = 600
"""Code points over which the country told with a currency counts for the same name, and over which
the results of a share tell what a line is."""
_PARENTHESES = Pattern(r"\([^()\n]{0,200}\)")
_NEAR = 2000
"""Code points before a figure in which parentheses are minded."""
_SENTENCE_END = Pattern(r"[.!?…][»”\"’)]*\s+(?=[^\W\d_a-zà-ÿ]|[«“\"])|\n")
_PART_OF = Pattern(rf"(?<!\w)(?:dont|of{S}which|including){S}+$", re.IGNORECASE)
_HYPHENATED = Pattern(r"-[^\W\d_]{3,}(?:-[^\W\d_]+)*")
"""What a number counts in front of another noun: "a 3.2-million-square-foot campus"."""
_AGAINST = Pattern(
    rf",?{S}(?:vs\.?|versus|from|against|compared{S}(?:with|to)|contre|au{S}lieu{S}de){S}",
    re.IGNORECASE,
)
_AT_A_PRICE = Pattern(rf"(?<!\w)(?:à|pour|for){S}+$", re.IGNORECASE)
"""Before a number these tell what something costs rather than how many there are."""
_SUBJECT = {
    "fr": Pattern(
        rf"(?<!\w)(?P<noun>[^\W\d]{{4,}}){S}+(?:(?:a|ont|avait|avaient|est|sont|y|en){S}+)*(?:attei|compt|pass|augment|progress|grimp|mont|s[’']élev"
        rf"|s[’']établi|recul|baiss|tomb|chut|franchi|dépass|bondi)\w*(?:{S}+(?!pour)[\w’']+){{0,2}}?(?:{S}+\d[\d,]*{S}?%,?)?"
        rf"(?:{S}+(?:à|de|les?|désormais|déjà|aujourd[’']hui))*{S}+$",
        re.IGNORECASE,
    ),
    "en": Pattern(
        rf"(?<!\w)(?P<noun>[^\W\d]{{4,}}){S}+(?:(?:has|have|had|is|are|also){S}+)*(?:rose|ris(?:e|ing)|increas|gr[eo]w|climb|jump|fell|drop|reach|topp"
        rf"|total|number|hit|stood|swell|swelled|declin|slipp|surg)\w*(?:{S}+by)?(?:{S}+[\d.]+{S}?(?:%|per{S}?cent|pct))?"
        rf"(?:{S}+(?:to|at|by|of))*{S}+$",
        re.IGNORECASE,
    ),
}
"""The subject of what grew to a number."""
_NUMBER_OF = {
    "fr": Pattern(
        r"(?<!\w)(?:nombre|parc|population|effectifs?|livraisons|immatriculations|inscriptions|fréquentation)(?!\w)",
        re.IGNORECASE,
    ),
    "en": Pattern(
        rf"(?<!\w)(?:numbers|number{S}of|population|headcount|deliveries|shipments|registrations)(?!\w)",
        re.IGNORECASE,
    ),
}
"""Where a sentence tells no money, a number after these counts."""
_ARE_PEOPLE = Pattern(
    rf"{S}+(?:were|are|have{S}been|had{S}been){S}+(?:out{S}of{S}work|unemployed|jobless|homeless|killed"
    rf"|dead|displaced|injured|employed|born|infected|hungry)(?!\w)"
    rf"|{S}+(?:étaient|sont|ont{S}été){S}+(?:au{S}chômage|sans{S}(?:emploi|abri)|tués|morts|déplacés|blessés"
    rf"|infectés)(?!\w)",
    re.IGNORECASE,
)
"""What is said of people alone: "1.2 million were out of work"."""
_THEY_ARE = Pattern(
    rf"(?<!\w)(?:(?:ils|elles|nous|on){S}(?:n[’'])?(?:étaient|sont|seront|serons|sommes|ser(?:a|ait)|était)"
    rf"|they{S}(?:were|are|number(?:ed)?)|there{S}(?:were|are)|we{S}(?:were|are))(?:{S}(?:plus{S}que|que|only))?{S}$",
    re.IGNORECASE,
)
"""Before a number of people: "ils étaient 3 millions"."""
_CLAUSE_END = Pattern(r"[.;:!?](?!\d)|\n")
_BODY = Pattern(
    r"(?:populations?|audiences?|membership|readership|viewership|headcount|deliveries|shipments|traffic|trafic|effectifs?"
    r"|fréquentation|livraisons)$",
    re.IGNORECASE,
)
"""Words for many people or things at once."""
_OF_PEOPLE = Pattern(
    rf"(?<!\w)(?:(?:used|watched|seen|visited|followed|loved){S}+by|population|crowd|audience|(?:city|town|nation|country|village){S}+of|users|viewers"
    rf"|subscribers|inhabitants|ville{S}+de|peuplée?s?{S}+de|utilisateurs|abonnés|habitants)(?!\w)"
    r"[^.;:\d]{0,24}$",
    re.IGNORECASE,
)
"""Where a sentence tells no money, a number after these is no sum: "a city of 2.5 million"."""


def share_countries(text: str, found: Sequence[Figure]) -> None:
    """Let the country told with a currency count for the same name after it.

    "By one Egyptian pound to 11 pounds"; but dollars alone are those of the United States.

    Args:
        text: The text.
        found: Its figures by place; they are completed in place.
    """
    told: dict[str, Figure] = {}
    names = FAMILIES.words("")
    for figure in found:
        family = names.get(figure.currency) if figure.currency else None
        if family is None or not family.national or family.name == "dollar":
            continue
        if figure.by_country:
            told[family.name] = figure
            continue
        before = told.get(family.name)
        if before is None or not before.unit or figure.unit not in ("", family.alone):
            continue
        if figure.start - before.end > _SAME_NAME:
            continue
        between = text[before.end : figure.start]
        if not ("\n" in between or between.rstrip().endswith("(")):
            figure.unit = before.unit
            figure.flags = tuple(flag for flag in figure.flags if flag != UNKNOWN)


def borrow(
    text: str, found: list[Figure], others: Sequence[tuple[int, str]], language: str
) -> None:
    """Give numbers without a currency that of the money told around them.

    Args:
        text: The text.
        found: Its figures by place; they are completed in place. One after which a noun that is
            no money is counted gets the end of that noun as `counted`.
        others: Places and currencies of money that is told without a number.
        language: `fr` or `en`.
    """
    sure = [
        (figure.start, figure.unit) for figure in found if figure.kind == "money" and figure.unit
    ]
    sure = sorted([*sure, *others])
    # A sum far from all others has the currency of the text, if the text has but one.
    units = {unit for _, unit in sure}
    common = units.pop() if len(units) == 1 else ""
    if not sure and any("sub-unit" in figure.flags for figure in found):
        common = "USD"  # Who gives cents of no country gives dollars.
    sentences: list[int] | None = None
    told: Figure | None = None
    scaled: Figure | None = None
    outer, aside = told, 0
    for index, figure in enumerate(found):
        if aside and figure.start >= aside:
            told, aside = outer, 0
        if figure.kind == "money" and not figure.unit and UNKNOWN not in figure.flags:
            if "sub-unit" in figure.flags:
                _cents(text, figure, sure, common or "USD")
                insort(sure, (figure.start, figure.unit))
                common = common or figure.unit
            else:
                figure.unit = _unit(text, figure, sure, common)
                figure.flags = (*figure.flags, "elided-currency")
        elif not figure.kind and not figure.scale:
            if _is_account(text, figure):
                figure.unit = _unit(text, figure, sure, common) or "USD"
                figure.kind = "money"
                figure.flags = (*figure.flags, "elided-currency")
            elif told is not None:
                sentences = sentences or _sentences(text)
                begin = sentences[bisect(sentences, figure.start) - 1]
                complete(text, told, found, index, begin, language)
        elif not figure.kind:
            sentences = sentences or _sentences(text)
            begin = sentences[bisect(sentences, figure.start) - 1]
            _scaled(text, figure, scaled, begin, sure, language)
            if DEFINITE in figure.flags:
                among = bisect(sure, (figure.start, "")) - 1
                if figure.counted or among < 0 or sure[among][0] < begin:
                    figure.counted = 0
                    continue
            if not figure.counted and _counts_people(text, found, index, begin, language):
                figure.counted = figure.end
            if not figure.counted:
                figure.unit = _unit(text, figure, sure, common)
                figure.kind = "money"
                figure.flags = (*figure.flags, "elided-currency")
        if told is not None and not aside:
            outer, aside = told, _conversion_end(text, told, figure)
        told = told_before(text, told, figure)
        scaled = figure if figure.scale else scaled


def _is_account(text: str, figure: Figure) -> bool:
    """Whether a number is a line of the accounts that agencies send: "Net loss 212,000 vs …".

    Who gives the result of a share ("Shr") in them gives all sums in dollars without saying so.
    """
    if figure.plain < 1000 or figure.counted:
        return False
    if not _ACCOUNT.search(text, max(0, figure.start - 24), figure.start):
        return False
    begin = text.rfind("\n", max(0, figure.start - _SAME_NAME), figure.start) + 1
    begin = max(begin, figure.start - _SAME_NAME)
    return _PER_SHARE.search(text, begin, figure.start) is not None


_ACCOUNT = Pattern(
    rf"(?<!\w)(?:[Nn]et|[Rr]evs?|[Ss]ales|[Nn]et{S}\d[\d,]*{S}vs)(?:{S}(?:loss|profit))?{S}$"
    rf"|\d{S}vs(?:{S}(?:loss|profit))?{S}$"
)
_PER_SHARE = Pattern(rf"(?<!\w)(?:Oper{S})?[Ss]hr{S}")


def _conversion_end(text: str, told: Figure, figure: Figure) -> int:
    """Where an aside ends that tells a sum in another currency, 0 where there is none.

    "61 milliards de F CFA (93 millions d'euros), puis 66" goes on in F CFA.
    """
    if figure.kind != "money" or told.kind != "money" or figure.unit == told.unit:
        return 0
    if text.startswith(",", figure.end) and _SAID_OTHERWISE.fullmatch(text, told.end, figure.start):
        return figure.end + 1
    if _CONVERTED.fullmatch(text, told.end, figure.start) is None:
        return 0
    return text.find(")", figure.end, figure.end + _NEAR) + 1


_SAID_OTHERWISE = Pattern(rf"[^().;:,\d\n]{{0,40}},{S}(?:soit|or|i\.e\.|ou){S}")
_CONVERTED = Pattern(rf"[^().;:\d\n]{{0,60}}\({S}?(?:soit|or|i\.e\.|ou)?{S}?")


def _sentences(text: str) -> list[int]:
    return [0, *(end.end() for end in _SENTENCE_END.finditer(text))]


def _scaled(
    text: str,
    figure: Figure,
    before: Figure | None,
    begin: int,
    sure: list[tuple[int, str]],
    language: str,
) -> None:
    """Settle whether a number with a scale and without a currency counts something."""
    at = bisect(sure, (figure.start, ""))
    among_money = at > 0 and sure[at - 1][0] >= begin
    # Billions are seldom counted, and what is paid "pour 30 millions de capacités" is money.
    paid = figure.scale > 6 or text.startswith("pour", max(0, figure.start - 5))
    figure.counted = counted(text, figure.end, language, among_money=among_money, plurals=not paid)
    if not figure.counted and (thing := _HYPHENATED.match(text, figure.end)):
        figure.counted = thing.end()
    if figure.counted:
        return
    if (
        before is not None
        and before.start >= begin
        and (before.counted or before.kind == "measure")
    ):
        if _goes_with(text, figure, before, among_money=among_money):
            figure.counted = figure.end
            return
    elif not among_money and _OF_PEOPLE.search(text, max(0, figure.start - 48), figure.start):
        figure.counted = figure.end
        return
    few = figure.scale <= 6 or last_thing(text, begin, figure.start) in _PAPERS
    papers = not figure.bound and _is_papers(text, figure)
    if few and (papers or _OF_THEM.match(text, figure.end)):
        figure.counted = figure.end
        return
    if _ARE_PEOPLE.match(text, figure.end) or (
        not among_money and _THEY_ARE.search(text, max(0, figure.start - 40), figure.start)
    ):
        figure.counted = figure.end
        return
    if not among_money and _counts_on(text, figure, before, begin, sure, language):
        figure.counted = figure.end


def _counts_on(
    text: str,
    figure: Figure,
    before: Figure | None,
    begin: int,
    sure: list[tuple[int, str]],
    language: str,
) -> bool:
    """Whether a number counts what its sentence, or the one before, is about.

    "Le nombre de pauvres est passé de 90 millions à 12 millions"; "La ville a ouvert 3 millions
    de comptes. Elle vise 8 millions"; "car sales to more than three million".
    """
    number = _NUMBER_OF[language].search(text, begin, figure.start)
    if number and not speaks_of_money(text, number.start(), figure.start, language):
        return True  # Money may be told of behind: "… to 12 million, while aid stayed at $40".
    stop = _clause_end(text, figure.end)
    if speaks_of_money(text, begin, stop, language):
        return False
    if _NUMBER_OF[language].search(text, begin, figure.start):
        return True
    # Billions are seldom counted.
    thing = last_thing(text, begin, figure.start)
    if thing and (figure.scale <= 6 or thing in _PAPERS):
        return True
    if before is None or not before.counted or text.find("\n", before.end, figure.start) >= 0:
        return False
    at = bisect(sure, (before.start, ""))
    between = at < len(sure) and sure[at][0] < figure.start
    return not between and len(_SENTENCE_END.compiled.findall(text, before.end, figure.start)) <= 1


def _clause_end(text: str, end: int) -> int:
    found = _CLAUSE_END.search(text, end)
    return found.start() if found else len(text)


def _counts_people(
    text: str, found: Sequence[Figure], index: int, begin: int, language: str
) -> bool:
    """Whether a number counts what is told before it, though sums stand in its sentence.

    "Sales rose to €582 million, while subscribers increased 12% to 281 million"; "68 605 616
    habitants, dont 2,2 millions outre-mer".
    """
    figure = found[index]
    if figure.scale > 9:
        return False
    subject = _SUBJECT[language].search(text, max(begin, figure.start - 90), figure.start)
    if subject is not None and (is_thing(subject["noun"]) or _BODY.match(subject["noun"])):
        return True
    if not _PART_OF.search(text, max(0, figure.start - 12), figure.start):
        return False
    return any(
        one.start >= begin
        and not one.kind
        and one.value > figure.value
        and counts_things(text, one.end)
        for one in found[max(0, index - 3) : index]
    )


def _is_papers(text: str, figure: Figure) -> bool:
    """Whether a number says how many shares there are: "shares outstanding to 21.6 mln"."""
    return _SHARES.search(text, max(0, figure.start - 48), figure.start) is not None


_PAPERS = frozenset(("share", "shares", "action", "actions", "titre", "titres", "shrs"))
_SHARES = Pattern(
    rf"(?<!\w)(?:sha?re?s|actions|titres)(?:{S}(?:outstanding|in{S}issue|en{S}circulation))?"
    rf"(?:{S}(?:to|of|at|by|à|de))?{S}$",
    re.IGNORECASE,
)
_OF_THEM = Pattern(
    rf"{S}(?:of{S}(?:them|whom|us|those{S}(?:people|who))|d[’']entre{S}(?:eux|elles|nous))(?!\w)"
)


def _goes_with(text: str, figure: Figure, before: Figure, *, among_money: bool) -> bool:
    """Whether a number counts what the one before does: "25 millions, dont 6 millions"."""
    near = max(0, figure.start - 12)
    if _AGAINST.fullmatch(text, max(before.end, before.counted), figure.start):
        return True
    if _PART_OF.search(text, near, figure.start):
        return True
    return not among_money and not _AT_A_PRICE.search(text, near, figure.start)


def _unit(text: str, figure: Figure, sure: list[tuple[int, str]], common: str) -> str:
    begin = text.rfind("\n", 0, figure.start) + 1
    stop = text.find("\n", figure.end)
    stop = len(text) if stop < 0 else stop
    asides = _asides(text, max(begin, figure.start - _NEAR), figure.start)
    at = bisect(sure, (figure.start, ""))
    last = at - 1
    while last >= 0 and sure[last][0] >= begin:
        if not any(a < sure[last][0] < b for a, b in asides):
            return sure[last][1]
        last -= 1
    if at < len(sure) and sure[at][0] < stop:
        return sure[at][1]
    return common


def _asides(text: str, begin: int, here: int) -> list[tuple[int, int]]:
    """Parentheses that do not hold the figure: there a sum is often told in another currency."""
    return [
        match.span()
        for match in _PARENTHESES.finditer(text, begin, here + 200)
        if not match.start() < here < match.end()
    ]


def _cents(text: str, figure: Figure, sure: list[tuple[int, str]], common: str) -> None:
    """Cents are those of the dollar or euro told nearest."""
    begin, end = text.rfind("\n", 0, figure.start) + 1, text.find("\n", figure.end)
    near = [
        (abs(start - figure.start), unit)
        for start, unit in sure
        if start >= begin and (end < 0 or start < end)
    ]
    figure.unit = min(near)[1] if near else common
    figure.flags = (*figure.flags, "elided-currency")
