"""Elided scales and currencies: "4 milliards de dollars, dont 1,25 milliard en septembre"."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from typing import TYPE_CHECKING

from tui.proof.mentions.currencies import S
from tui.proof.mentions.lexicon import TEN
from tui.proof.mentions.nouns import counted
from tui.proof.mentions.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.mentions.money import Figure

_PARENTHESES = Pattern(r"\([^()\n]{0,200}\)")
_NEAR = 2000
"""Code points before a figure in which parentheses are minded."""
_SENTENCE_END = Pattern(r"[.!?…][»”\"’)]*\s+(?=[^\W\d_a-zà-ÿ]|[«“\"])|\n")
_AGAINST = Pattern(
    rf"(?<!\w)(?:contre|après|versus|vs\.?|against|from|compared{S}+(?:with|to)|up{S}+from|down{S}+from){S}+$",
    re.IGNORECASE,
)
_OF_PEOPLE = Pattern(
    rf"(?<!\w)(?:population|crowd|audience|(?:city|town|nation|country|village){S}+of|users|viewers"
    rf"|subscribers|inhabitants|ville{S}+de|peuplée?s?{S}+de|utilisateurs|abonnés|habitants)(?!\w)"
    r"[^.;:\d]{0,24}$",
    re.IGNORECASE,
)
"""Where a sentence tells no money, a number after these is no sum: "a city of 2.5 million"."""
_BEFORE_NOW = Pattern(
    rf"{S}+(?:(?:un|deux|trois){S}+ans?{S}+(?:plus{S}+tôt|auparavant|avant)|l[’']an(?:née)?{S}+(?:dernier|pass|préc)"
    rf"|(?:en|in|for){S}+(?:19|20)\d\d|il{S}+y{S}+a|auparavant|(?:a|one){S}+year{S}+(?:ago|earlier|before)"
    rf"|(?:attendu|prévu|espéré|estimé)e?s?|expected|forecast|the{S}+(?:year|quarter|month){S}+before|last{S}+(?:year|quarter|month)|previously|earlier)(?!\w)",
    re.IGNORECASE,
)


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
    most = Counter(unit for _, unit in sure).most_common(1)
    common = most[0][0] if most else ""
    sentences: list[int] | None = None
    before: Figure | None = None
    scaled: Figure | None = None
    for figure in found:
        if figure.kind == "money" and not figure.unit:
            _cents(text, figure, sure, common or "USD")
        elif not figure.kind and not figure.scale:
            if before is not None:
                _as_before(text, before, figure)
        elif not figure.kind:
            if sentences is None:
                sentences = [0, *(end.end() for end in _SENTENCE_END.finditer(text))]
            begin = sentences[bisect(sentences, figure.start) - 1]
            _scaled(text, figure, scaled, begin, sure, language)
            if not figure.counted:
                figure.unit = _unit(text, figure, sure, common)
                figure.kind = "money"
                figure.flags = (*figure.flags, "elided-currency")
        before = figure
        scaled = figure if figure.scale else scaled


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
    figure.counted = counted(text, figure.end, language, among_money=among_money)
    if figure.counted or among_money:
        return
    # "65 millions de clients, dont 6 millions en France" counts clients too.
    as_before = before is not None and before.start >= begin and before.counted
    if as_before or _OF_PEOPLE.search(text, max(0, figure.start - 48), figure.start):
        figure.counted = figure.end


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


def _as_before(text: str, before: Figure, figure: Figure) -> None:
    """Complete "10,2 milliards d'euros, contre 8 un an plus tôt" by the figure before."""
    if before.kind not in ("money", "percent") or before.counted or figure.words:
        return
    if "\n" in text[before.end : figure.start] or figure.start - before.end > 200:
        return
    if not _AGAINST.search(text, max(0, figure.start - 20), figure.start):
        return
    if not _BEFORE_NOW.match(text, figure.end):
        return
    figure.kind, figure.unit, figure.scale = before.kind, before.unit, before.scale
    figure.value = figure.plain * TEN**figure.scale
    figure.flags = (*figure.flags, "elided-scale", "elided-currency")
