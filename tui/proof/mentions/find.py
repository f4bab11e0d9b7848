"""Finding the figures of a text."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from tui.model.mentions import Mention
from tui.model.quantities import Quantity
from tui.proof.mentions.dates import find_dates
from tui.proof.mentions.lexicon import (
    CURRENCY_AFTER,
    SCALE_SHORT,
    SCALES,
    TEN,
    VAGUE,
    S,
    currency_of,
)
from tui.proof.mentions.money import Figure, figures
from tui.proof.mentions.numbers import FRACTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model.dates import Edtf
    from tui.model.mentions import MentionKind

_LINK = {
    "fr": re.compile(rf"{S}+(?:à|et|ou){S}+|{S}?[-–—]{S}?"),
    "en": re.compile(rf"{S}+(?:to|and|or){S}+|{S}?[-–—]{S}?"),
}
_OPEN = {
    "fr": re.compile(rf"(?<![\w’'])(?P<word>de|d[’']|entre){S}*(?:les{S}+)?$", re.IGNORECASE),
    "en": re.compile(rf"(?<!\w)(?P<word>from|between){S}+$", re.IGNORECASE),
}
_COUNTED = {
    "fr": re.compile(rf"{S}+(?:de|d[’'])(?:{S}*)(?P<noun>[^\W\d_][\w’'-]*)"),
    "en": re.compile(rf"(?:{S}+of)?{S}+(?P<noun>[^\W\d_][\w’'-]*)"),
}
_FUNCTION_WORDS = frozenset(
    [
        "a",
        "about",
        "above",
        "according",
        "across",
        "after",
        "again",
        "against",
        "ahead",
        "all",
        "along",
        "also",
        "although",
        "amid",
        "among",
        "an",
        "and",
        "annually",
        "around",
        "as",
        "at",
        "back",
        "because",
        "before",
        "behind",
        "below",
        "between",
        "both",
        "but",
        "by",
        "came",
        "can",
        "come",
        "deal",
        "despite",
        "due",
        "during",
        "each",
        "either",
        "ever",
        "every",
        "following",
        "for",
        "from",
        "given",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "if",
        "in",
        "including",
        "instead",
        "into",
        "investment",
        "is",
        "it",
        "its",
        "last",
        "less",
        "more",
        "most",
        "nearly",
        "next",
        "no",
        "nor",
        "not",
        "now",
        "of",
        "off",
        "on",
        "once",
        "one",
        "only",
        "onto",
        "or",
        "our",
        "out",
        "over",
        "overall",
        "per",
        "plus",
        "raised",
        "round",
        "said",
        "so",
        "than",
        "that",
        "the",
        "their",
        "then",
        "they",
        "this",
        "through",
        "throughout",
        "thus",
        "to",
        "together",
        "total",
        "toward",
        "towards",
        "under",
        "until",
        "up",
        "upon",
        "valuation",
        "via",
        "was",
        "we",
        "were",
        "when",
        "where",
        "which",
        "while",
        "who",
        "will",
        "with",
        "within",
        "without",
        "would",
        "year",
        "yearly",
        "yesterday",
        "you",
        "worth",
        "funding",
    ]
)
_EMPHASIS = re.compile(rf"(?:pas{S}+moins|no{S}+(?:less|fewer)){S}", re.IGNORECASE)
"""Before a count this is wonder at its size, not a bound: "pas moins de six opérations"."""
_PARENTHESES = re.compile(r"\([^()\n]{0,200}\)")
_SUMS = frozenset(
    """financement financements dette dettes capital capitaux chiffre investissement investissements
    revenu revenus bénéfice bénéfices perte pertes fonds valorisation recettes ventes aide aides
    subvention subventions crédit crédits prêt prêts trésorerie budget dépense dépenses économies
    dividende dividendes profit profits contrats commandes impôt impôts taxes engagements ca
    marge résultat excédent déficit liquidités obligations actifs actions capitalisation pib
    funding revenue revenues debt sales profits loss losses cash loans spending equity financing
    backing commitments credits orders assets bonds fines damages costs savings earnings income
    shares stock proceeds aid""".split()
)
"""Nouns of which a scaled number is money even without a currency."""
_DEALS = {
    "fr": re.compile(
        rf"(?:{S}+(?:grandes?|nouvelles?|autres))?{S}+(?:opérations?|levées?|transactions?|"
        rf"acquisitions?|accords?|tours?{S}+de{S}+table|investisse(?:urs|ments))(?![\w])"
    ),
    "en": re.compile(
        rf"(?:{S}+(?:big|new|other|funding|financing))?{S}+(?:operations?|rounds?|transactions?|"
        rf"acquisitions?|deals?|investors|investments)(?![\w])"
    ),
}
_TIMES = {"fr": re.compile(rf"{S}+fois(?![\w])"), "en": re.compile(rf"{S}+times(?![\w])|x(?![\w])")}
_OF_A_WHOLE = {
    "fr": re.compile(rf"{S}+(?:du|de|des|d[’'])"), "en": re.compile(rf"{S}+(?:of|the|its|stake)"),
}  # fmt: skip
_FRACTION = {
    language: re.compile(
        rf"(?<![\w-])(?P<fraction>{'|'.join(table)})(?![\w-])".replace(" ", rf"{S}+"), re.IGNORECASE
    )
    for language, table in FRACTIONS.items()
}
_PREFILTER = re.compile(r"[\d%€$£¥]|[mb]illi|tiers|quart|moiti|third|quarter|half|point|cent|fois")


def find_mentions(
    text: str, *, language: str = "fr", published: Edtf | None = None
) -> list[Mention]:
    """Every figure of a text: money, shares, measures, counts of deals, dates.

    Args:
        text: An article or a piece of one; offsets count its code points.
        language: `fr` or `en`; decides decimal signs and the meaning of "billion".
        published: When the text appeared, for "en juillet dernier"; without it relative dates
            are left out.

    Returns:
        Mentions by place, without overlaps.
    """
    language = "fr" if language == "fr" else "en"
    dates = find_dates(text, language=language, published=published)
    taken = [(mention.start, mention.end) for mention in dates]
    found = figures(text, language) if _PREFILTER.search(text) else []
    found = [
        figure
        for figure in found
        if not any(start < figure.number_end and figure.core < end for start, end in taken)
    ]
    found = _ranges(text, found, language)
    vague = list(_vague(text, language))
    _borrow_currencies(text, found, vague, language)
    mentions = [mention for figure in found if (mention := _mention(text, figure, language))]
    mentions += [mention for mention in vague if mention.quantity and mention.quantity.unit]
    mentions += _fractions(text, language)
    mentions += dates
    return _apart(mentions)


def _ranges(text: str, found: list[Figure], language: str) -> list[Figure]:
    """Join "de 3 à 4 milliards", "entre 3 et 4 milliards", "3-4 bn", "3 ou 4 milliards"."""
    joined: list[Figure] = []
    for figure in found:
        first = joined[-1] if joined else None
        if first is None or figure.start < first.end:
            joined.append(figure)
            continue
        link = _LINK[language].fullmatch(text, first.end, figure.start)
        opened = _OPEN[language].search(text, max(0, first.start - 10), first.start)
        word = opened["word"].lower() if opened else ""
        if link is None or not _may_join(first, figure, link[0].strip(), word):
            joined.append(figure)
            continue
        scale = first.scale or figure.scale
        low = first.plain * TEN**scale
        if low >= figure.value:
            joined.append(figure)
            continue
        first.value, first.plain = low, figure.value
        first.bound = "range"
        first.unit, first.kind = first.unit or figure.unit, first.kind or figure.kind
        first.scale, first.end, first.number_end = scale, figure.end, figure.number_end
        first.about = first.about or figure.about
        first.flags = tuple(dict.fromkeys((*first.flags, *figure.flags)))
        if not first.kind and figure.kind:
            first.kind = figure.kind
        if opened is not None:
            first.start = opened.start()
    return joined


def _may_join(first: Figure, second: Figure, link: str, opened: str) -> bool:
    """Whether two numbers are the ends of one range."""
    if first.bound or second.bound or (second.start != second.core and not second.unit):
        return False
    if first.kind and second.kind and (first.kind, first.unit) != (second.kind, second.unit):
        return False
    if not (second.scale or second.kind):
        return False
    complete = bool(first.scale or first.kind) and bool(second.scale or second.kind)
    if link in ("et", "and"):
        return opened in ("entre", "between")
    if link in ("ou", "or"):
        return not complete or first.scale == second.scale
    if link in ("à", "to"):
        # "de 3 milliards à 5 milliards" tells a change, "de 3 à 5 milliards" a range.
        return not complete or (first.unit == second.unit and not first.scale and not opened)
    return True


def _borrow_currencies(text: str, found: list[Figure], vague: list[Mention], language: str) -> None:
    """Give a scaled number without a currency that of the money told before it."""
    sure = [(figure.start, figure.unit) for figure in found if figure.kind == "money"]
    sure += [(m.start, m.quantity.unit) for m in vague if m.quantity and m.quantity.unit]
    sure.sort()
    most = Counter(unit for _, unit in sure).most_common(1)
    common = most[0][0] if most else ""
    for figure in found:
        if figure.kind or not figure.scale or _is_counted(text, figure, language):
            continue
        begin = text.rfind("\n", 0, figure.start) + 1
        stop = text.find("\n", figure.end)
        stop = len(text) if stop < 0 else stop
        asides = _asides(text, begin, stop, figure.start)
        before = [
            unit
            for start, unit in sure
            if begin <= start < figure.start and not any(a < start < b for a, b in asides)
        ]
        after = [unit for start, unit in sure if figure.start < start < stop]
        figure.unit = before[-1] if before else after[0] if after else common
        figure.kind = "money"
        figure.flags = (*figure.flags, "elided-currency")


def _asides(text: str, begin: int, stop: int, here: int) -> list[tuple[int, int]]:
    """Parentheses that do not hold the figure: there a sum is often told in another currency."""
    return [
        match.span()
        for match in _PARENTHESES.finditer(text, begin, stop)
        if not match.start() < here < match.end()
    ]


def _is_counted(text: str, figure: Figure, language: str) -> bool:
    """Whether a noun that is no currency follows: "25 millions de foyers"."""
    after = _COUNTED[language].match(text, figure.end)
    if after is None:
        return False
    noun = after["noun"].lower()
    if noun in _SUMS:
        return False
    if language == "fr":
        return noun not in ("plus", "moins", "ce", "cette", "la", "le", "leur", "son", "sa", "ici")
    return noun not in _FUNCTION_WORDS and not noun.endswith("-")


def _mention(text: str, figure: Figure, language: str) -> Mention | None:
    kind: MentionKind
    if figure.kind in ("money", "percent", "measure"):
        kind = figure.kind  # type: ignore[assignment] # one of the three, by the line above
        unit = figure.unit
    elif figure.scale and _is_counted(text, figure, language):
        kind, unit = "count", ""
        after = _COUNTED[language].match(text, figure.end)
        figure.end = after.end() if after else figure.end
    else:
        after = _DEALS[language].match(text, figure.end) or _TIMES[language].match(text, figure.end)
        if after is None or figure.scale:
            return None
        kind, unit, figure.end = "count", "", after.end()
    if kind == "count" and _EMPHASIS.match(text, figure.start):
        figure.bound = ""
    return Mention(
        figure.start, figure.end, text[figure.start : figure.end], kind,
        _quantity(figure, unit), flags=figure.flags,
    )  # fmt: skip


def _quantity(figure: Figure, unit: str) -> Quantity:
    value = _tidy(figure.value)
    match figure.bound:
        case "maximum":
            return Quantity(unit, maximum=value, approximate=figure.about)
        case "minimum":
            return Quantity(unit, minimum=value, approximate=figure.about)
        case "exclusive_minimum":
            return Quantity(unit, exclusive_minimum=value, approximate=figure.about)
        case "exclusive_maximum":
            return Quantity(unit, exclusive_maximum=value, approximate=figure.about)
        case "range":
            return Quantity(
                unit, minimum=value, maximum=_tidy(figure.plain), approximate=figure.about
            )
    return Quantity(unit, value=value, approximate=figure.about)


def _tidy(number: Decimal) -> Decimal:
    """Without trailing zeros and exponent, so that equal numbers look equal."""
    return Decimal(int(number)) if number == number.to_integral_value() else number.normalize()


def _vague(text: str, language: str) -> Iterable[Mention]:
    """Words that give an order of magnitude only, like "plusieurs milliards de dollars"."""
    for match in VAGUE[language].finditer(text):
        scale_word = (
            (match["scale"] or match["bare"]).lower()
            if language == "en"
            else (match["scale"].lower())
        )
        names = SCALES[language]
        power = names.get(scale_word) or names.get(scale_word + "s", 0)
        short = SCALE_SHORT.get(power)
        currency = CURRENCY_AFTER.match(text, match.end())
        if short is None or currency is None:
            continue
        amount = "several"
        if match["tens"] or match["dizaines"]:
            amount = "tens of"
        if match["hundreds"] or match["centaines"]:
            amount = "hundreds of"
        unit = currency_of(currency)
        quantity = Quantity(unit, words=f"{amount} {short} {unit}")
        start, end = match.start(), currency.end()
        yield Mention(start, end, text[start:end], "money", quantity, flags=("vague",))


def _fractions(text: str, language: str) -> Iterable[Mention]:
    from tui.proof.mentions.lexicon import BOUND_BEFORE

    for match in _FRACTION[language].finditer(text):
        if _OF_A_WHOLE[language].match(text, match.end()) is None:
            continue
        name = " ".join(match["fraction"].lower().split())
        part = FRACTIONS[language][name]
        value = Decimal(part.numerator) / Decimal(part.denominator)
        figure = Figure(match.start(), match.end(), match.start(), match.end(), value, value)
        before = BOUND_BEFORE[language].search(text, max(0, match.start() - 48), match.start())
        if before is not None:
            figure.start = before.start()
            if before.lastgroup == "about":
                figure.about = True
            else:
                figure.bound = before.lastgroup or ""
        quantity = _quantity_of_fraction(figure)
        yield Mention(
            figure.start, figure.end, text[figure.start : figure.end], "fraction", quantity
        )


def _quantity_of_fraction(figure: Figure) -> Quantity:
    if not figure.bound:
        return Quantity(value=figure.value, approximate=figure.about)
    return Quantity(**{figure.bound: figure.value}, approximate=figure.about)  # type: ignore[arg-type] # the names of the bounds


def _apart(mentions: list[Mention]) -> list[Mention]:
    """By place, the earlier and longer first; what overlaps them is dropped."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
