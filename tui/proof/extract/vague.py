"""Sizes told without a number: "plusieurs milliards de dollars", and parts of a whole."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tui.language.figures.numbers import FRACTIONS
from tui.language.figures.scales import SCALES
from tui.language.lazy_pattern import Pattern, by_language
from tui.language.vocabulary import S
from tui.model.mentions import Mention
from tui.model.quantities import Quantity
from tui.proof.extract.context.ambiguous_nouns import no_currency
from tui.proof.extract.context.counted_nouns import counted
from tui.proof.extract.currencies import currency_after
from tui.proof.extract.lexicon import SCALE_SHORT, bound_before
from tui.proof.extract.search_sites import places, windows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def _plurals(language: str) -> str:
    words = SCALES.words(language)
    return "|".join(word for word in words if word.endswith("s") and " " not in word)


_VAGUE = {
    "fr": Pattern(
        lambda: (
            rf"(?<![\w’'])(?:(?P<tens>des{S}+dizaines{S}+de)|(?P<hundreds>des{S}+centaines{S}+de)"
            rf"|(?P<several>plusieurs|quelques|des|les|(?:chiffr|compt)\w+{S}en))(?P<dizaines>{S}+dizaines{S}+de)?"
            rf"(?P<centaines>{S}+centaines{S}+de)?{S}+(?P<scale>{_plurals('fr')})(?![\w])"
        ),
    ),
    "en": Pattern(
        lambda: (
            rf"(?<![\w])(?:(?P<tens>(?:tens|dozens){S}+of)|(?P<hundreds>hundreds{S}+of)"
            rf"|(?P<several>several|a{S}+few|multiple|many|multi-?))(?P<dizaines>{S}+tens{S}+of)?"
            rf"(?P<centaines>{S}+hundred)?{S}?(?P<scale>{SCALES.pattern('en')})(?![\w])"
            rf"|(?<!\w)(?<!\d\s)(?P<bare>{_plurals('en')})(?={S}+(?:of{S}|in{S}))"
        ),
    ),
}
_ROUND = Pattern(
    r"(?<![\w-])(?<!\d\s)(?P<scale>million|billion|trillion)(?=-(?:dollar|euro|pound|yen|yuan))"
)
_NOTES = {"fiver": 5, "tenner": 10}
"""Bank notes by the name that the British give them."""
_NOTE = Pattern(rf"(?<!\w)(?:an?|another|the|that){S}+(?P<note>{'|'.join(_NOTES)})(?![\w’'-])")
_IDLE = frozenset(("des", "les", "many", "multi", "multi-"))
"""Words that need a currency to speak of money: "des millions", "many millions"."""
_OF_A_WHOLE = {
    "fr": Pattern(rf"{S}+(?:du|de|des|d[’'])"), "en": Pattern(rf"{S}+(?:of|the|its|stake)"),
}  # fmt: skip
_OF_A_TIME = {
    "fr": Pattern(
        rf"{S}+(?:du|de{S}la|de{S}l[’']|des|de)(?:{S}*)(?:temps|année|exercice|saison|mois|siècle|semestre"
        r"|semaine|journée|matchs?|décennie|(?:19|20)\d\d)(?!\w)"
    ),
    "en": Pattern(
        rf"{S}+of{S}+(?:(?:the|this|last|next|a|an|its|their|fiscal|financial|calendar){S}+)*"
        r"(?:year|season|month|century|decade|week|day|game|match|time|trip|fy\d+|(?:19|20)\d\d)(?!\w)"
    ),
}
"""After a fraction these make it a stretch of time: "the first half of the year"."""
_WHICH_PART = Pattern(rf"(?<!\w)(?:first|second|last|latter|other|opening|closing|third|each){S}$")
_PARTS = {
    "fr": ("tiers", "quart", "moiti", "ième"),
    "en": ("third", "half", "quarter", "fifth", "tenth", "one in "),
}
"""What every fraction has in it."""
_FRACTION = by_language(
    lambda language: rf"(?<![\w-])(?P<fraction>{FRACTIONS.pattern(language)})(?![\w-])"
)


def vague_sums(
    text: str, low: str, language: str, sure: Sequence[tuple[int, str]]
) -> Iterator[Mention]:
    """Words that give an order of magnitude only.

    Args:
        text: The text.
        low: The text in lower case, place by place.
        language: `fr` or `en`.
        sure: Places and currencies of the money told in numbers, by place: without a currency of
            its own a vague sum takes that told before it, and where none is told it is no sum.
    """
    sites = places(low, ("illi", "thousand"), whole=False)
    for match in _VAGUE[language].around(low, windows(sites, 48, 16)):
        word = match["scale"] or match["bare"]
        scale = SCALES.read(word, language)
        short = SCALE_SHORT.get(scale.power) if scale else None
        currency = currency_after(text, match.end())
        if short is None or text.startswith(("(in", "(In"), max(0, match.start() - 4)):
            continue
        flags: tuple[str, ...] = ("vague",)
        if currency is not None:
            if no_currency(text, currency):
                continue
            unit, end = currency.code, currency.end
        else:
            if not sure or match.lastgroup == "bare" or match["several"] in _IDLE:
                continue
            if counted(text, match.end(), language, among_money=False):
                continue
            before = [unit for start, unit in sure if start < match.start()]
            unit, end = before[-1] if before else sure[0][1], match.end()
            flags = (*flags, "elided-currency")
        amount = "several"
        if match["tens"] or match["dizaines"]:
            amount = "tens of"
        if match["hundreds"] or match["centaines"]:
            amount = "hundreds of"
        quantity = Quantity(unit, words=f"{amount} {short} {unit}")
        start = match.start()
        yield Mention(start, end, text[start:end], "money", quantity, flags=flags)


def round_sums(text: str, low: str, language: str) -> Iterator[Mention]:
    """Sums in one word: "the billion-dollar deal", "more than a fiver"."""
    if language != "en":
        return
    for match in _NOTE.around(low, windows(places(low, _NOTES), 12, 2)):
        if text[match.end() - 1].isupper() or text[match.start("note")].isupper():
            continue
        start, about, bound = _bound(low, match.start(), match.end(), language)
        value = Decimal(_NOTES[match["note"]])
        quantity = _bounded("GBP", value, about=about, bound=bound)
        yield Mention(start, match.end(), text[start : match.end()], "money", quantity)
    for match in _ROUND.around(low, windows(places(low, ("illion-",), whole=False), 4, 10)):
        currency = currency_after(text, match.end())
        if currency is None:
            continue
        value = Decimal(10 ** SCALES.words("en")[match["scale"]].power)
        quantity = Quantity(currency.code, value=value, approximate=True)
        start, end = match.start(), currency.end
        yield Mention(start, end, text[start:end], "money", quantity)


def fractions(text: str, low: str, language: str) -> Iterator[Mention]:
    """Parts of a whole in words, such as "moins d'un tiers du capital"."""
    sites = places(low, _PARTS[language], whole=False)
    for match in _FRACTION[language].around(low, windows(sites, 16, 12)):
        in_five = language == "en" and match["fraction"].startswith("one in")
        if not in_five and _OF_A_WHOLE[language].match(text, match.end()) is None:
            continue
        if _OF_A_TIME[language].match(low, match.end()) or _WHICH_PART.search(
            low, max(0, match.start() - 12), match.start()
        ):
            continue
        part = FRACTIONS.words(language)[" ".join(match["fraction"].split())]
        value = Decimal(part.numerator) / Decimal(part.denominator)
        start, about, bound = _bound(low, match.start(), match.end(), language)
        quantity = _bounded("", value, about=about, bound=bound)
        yield Mention(start, match.end(), text[start : match.end()], "fraction", quantity)


def _bound(low: str, start: int, end: int, language: str) -> tuple[int, bool, str]:
    """Where a figure begins with its bound words, whether they say "about", and else what bound."""
    before = bound_before(low, start, end, language)
    if before is None:
        return start, False, ""
    side = before[1].side
    return before[0], side == "about", "" if side == "about" else side


def _bounded(unit: str, value: Decimal, *, about: bool, bound: str) -> Quantity:
    if bound:
        return Quantity(unit, **{bound: value})  # type: ignore[arg-type] # the names of the bounds
    return Quantity(unit, value=value, approximate=about)
