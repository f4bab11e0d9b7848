"""Why a figure may be another than it was read as: other dollars, a cut number, a correction."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.language.figures import currencies
from tui.language.plain_words import plain_word
from tui.model.messages import msg
from tui.proof.extract.countries import country

if TYPE_CHECKING:
    from tui.model.mentions import Mention
    from tui.proof.claim.claim import Claim


def misread(mention: Mention, claim: Claim, unit: str) -> str:
    """Why a figure may not be what it was read as; empty where nothing speaks for that.

    Args:
        mention: The figure.
        claim: Its sentence.
        unit: The unit of the recorded value.
    """
    return (
        _other_dollars(mention, claim, unit)
        or _adjective_behind(mention, claim)
        or _currency_told_aside(mention, claim, unit)
        or _cut_number(mention, claim)
        or _alternative(mention, claim)
    )


_PREFIXED = re.compile(r"(?<![A-Za-z.])(?:([A-Z]{1,3})|([A-Z]{2,3}) )\$(?!\w*[A-Z]{2})")


def _adjective_behind(mention: Mention, claim: Claim) -> str:
    """An adjective apart from its currency: "540 millions de livres, libanaises s'entend"."""
    if mention.kind != "money":
        return ""
    match = _APART.match(claim.sentence.source, mention.end, claim.sentence.end)
    if match is None:
        return ""
    word = plain_word(match["word"])
    if word in _LOCAL or (country(match["word"].lower()) and match[0].lstrip()[:1] in ",("):
        return msg("another currency: “{words}”", words=match[0].strip())
    return ""


_APART = re.compile(r"\s?[,(]?\s?(?P<word>[^\W\d_]+)")
_LOCAL = frozenset("local locaux locales locale".split())


def _currency_told_aside(mention: Mention, claim: Claim, unit: str) -> str:
    """Which currency words away from a sum tell: "$85 million in Canadian money", "in pesos".

    A word for a currency that belongs to no sum of its own says what the sums are in, or of what
    time its money is.
    """
    if mention.kind != "money":
        return ""
    sentence = claim.sentence
    if _CURRENCY_WORDS.isdisjoint(sentence.known):
        return ""
    low = sentence.low
    for at, word in enumerate(low):
        if word not in _CURRENCY_WORDS or sentence.words[at].kind != "word":
            continue
        if _compares(claim, at):
            continue
        near = range(max(0, at - 2), min(len(low), at + 3))
        foreign = any(number != at and _names_country(claim, number) for number in near)
        if word in _ANY_CURRENCY:
            other = foreign or not _OF_A_TIME.isdisjoint(low[near.start : at + 4])
        else:
            told = foreign or not _TELLING.isdisjoint(low[max(0, at - 3) : at])
            same = unit == "USD" and word == "dollars" and not foreign
            other = told and not same and word not in _OWN.get(unit, ())
        if other:
            return msg("another currency: “{words}”", words=sentence.printed(near.start, near.stop))
    return ""


def _compares(claim: Claim, at: int) -> bool:
    """Whether a word only says how a change was reckoned: "up 9% at constant currencies"."""
    before = claim.sentence.words[max(0, at - _RECKONING_REACH) : at]
    return any(word.low.startswith("constant") for word in before) and any(
        word.mention is not None and word.mention.kind == "percent" for word in before
    )


_RECKONING_REACH = 4
"""Words from a percentage to the currencies that it is reckoned in."""


def _names_country(claim: Claim, at: int) -> bool:
    words, text = claim.sentence.words, claim.sentence.source
    alone = text[words[at].start : words[at].end].lower()
    both = text[words[max(0, at - 1)].start : words[at].end].lower()
    return words[at].kind == "word" and bool(country(alone) or country(both))


_ANY_CURRENCY = frozenset("currency currencies money kind monnaie devise devises".split())
_CURRENCY_WORDS = _ANY_CURRENCY | frozenset(
    """
    dollars euros pounds sterling livres pesos francs yen yuan rupees roupies couronnes kroner
    kronor crowns reais rand rands
    dinars dirhams lira lires roubles rubles zlotys forints baht won ringgit
    """.split()
)
_OF_A_TIME = frozenset("today's aujourd'hui aujourd constant constants local locale".split())
_TELLING = frozenset("in en quoting quoted expressed exprime exprimee exprimees libelle".split())
_OWN = {
    "EUR": frozenset({"euros"}),
    "GBP": frozenset({"pounds", "sterling", "livres"}),
    "CHF": frozenset({"francs"}),
    "JPY": frozenset({"yen"}),
}
"""Words of the recorded currency itself."""
_US_BESIDE = re.compile(
    r"\W{0,3}(?:or|soit|ou|about|environ)?\s?\(?(?:US\s?\$|USD\s?)\d"
    r"|\W{0,3}(?:soit|ou|or)\s[^.;()]{1,30}dollars am\xe9ricains"
    r"|\W{0,3}(?:or|about)\s[^.;()]{1,30}(?:US|American) dollars"
)
_SURELY_US = re.compile(r"US|U\.S\.|am\xe9ricain|American")
_AMERICAN = frozenset({"US", "USD", "U", "M", "G", "K", "B", "T", "MM", "MD"})
"""Letters before a dollar sign that name no other country: of America, or of a scale."""


def _other_dollars(mention: Mention, claim: Claim, unit: str) -> str:
    """Whose dollars they are where letters beside the sign name another country: "HK $".

    A sign that the vocabulary reads as the recorded currency is none of another country.
    """
    if mention.quantity is None or mention.quantity.unit not in {"USD", ""}:
        return ""
    text = claim.sentence.source
    beside = _US_BESIDE.match(text, mention.end, claim.sentence.end)
    if beside is not None and not _SURELY_US.search(mention.text) and "$" in mention.text + "$":
        return msg("other dollars, beside those of America: “{words}”", words=beside[0].strip())
    near = text[max(0, mention.start - 4) : mention.end + 6]
    for match in _PREFIXED.finditer(near):
        letters = match[1] or match[2]
        if letters not in _AMERICAN and currencies.SIGNS.read(f"{letters}$", "") != unit:
            return msg("other dollars: “{words}”", words=match[0])
    return ""


def _cut_number(mention: Mention, claim: Claim) -> str:
    """Whether a figure may begin before a break: "1.⏎4 billion" is hardly 4 billion."""
    text = claim.sentence.source
    before = _HALF_NUMBER.search(text, max(0, mention.start - 8), mention.start)
    if before is None or not mention.text[:1].isdigit():
        return ""
    return msg(
        "the number may begin before it: “{words}”", words=text[before.start() : mention.end]
    )


_HALF_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}[.,]\s\Z")


def _alternative(mention: Mention, claim: Claim) -> str:
    """Another figure in its place: "8 million, or 80", "48 billion – sorry, million"."""
    text, end = claim.sentence.source, claim.sentence.end
    behind = _OR_ELSE.match(text, mention.end, end) or _SLIP.match(text, mention.end, end)
    if behind is not None:
        return msg("another figure in its place: “{words}”", words=behind[0].strip())
    if claim.sentence.known & _SAYING_ELSE and (found := _DIFFERING.search(text, mention.end, end)):
        return msg("another source gives another figure: “{words}”", words=found[0].strip())
    return ""


_OR_ELSE = re.compile(
    r"[^.;:\d]{0,24},?\s(?:or|ou)\s(?:\w+\s)?\d[\d.,]*"
    r"(?![\d.,]*\s?(?:%|percent|per cent|pour cent))"
    r"(?=\s*[,;.]|\s(?:or|ou)\b)"
)
_SLIP = re.compile(
    r"[^.;\d]{0,12}(?:pardon|sorry|make that|or rather|je veux dire|I mean|erratum)\b",
    re.IGNORECASE,
)
_DIFFERING = re.compile(
    r"\b(?:another|others?|autre|autres|second|seconde)\b(?! \d)[^.;]{0,60}\d"
    r"|\d[^.;]{0,60}\b(?:another|others?|autre|autres|second|seconde)\b",
    re.IGNORECASE,
)
_SAYING_ELSE = frozenset(
    """
    sources source differ differs diverge divergent witnesses person people versions
    """.split()
)
