"""Finding the figures of a text."""

from __future__ import annotations

import re
from bisect import bisect
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from tui.language.lazy_pattern import Pattern
from tui.language.vocabulary import S
from tui.model.mentions import Mention
from tui.model.quantities import Quantity
from tui.proof.extract.context.currency_inheritance import borrow
from tui.proof.extract.context.table_captions import scale_by_captions
from tui.proof.extract.currencies import DEFINITE
from tui.proof.extract.dates.reader import find_dates
from tui.proof.extract.quantities import figures
from tui.proof.extract.ranges import settle
from tui.proof.extract.search_sites import lowered, words_in
from tui.proof.extract.vague import fractions, round_sums, vague_sums
from tui.proof.quotes.prose import Prose

if TYPE_CHECKING:
    from tui.model.dates import Edtf
    from tui.model.mentions import MentionKind
    from tui.proof.extract.number_phrase import Figure

_EMPHASIS = Pattern(rf"(?:pas{S}+moins|no{S}+(?:less|fewer)){S}", re.IGNORECASE)
"""Before a count this is wonder at its size, not a bound: "pas moins de six opérations"."""
_DEALS = {
    "fr": Pattern(
        rf"(?:{S}+(?:grandes?|nouvelles?|autres))?{S}+(?:opérations?|levées?|transactions?|"
        rf"acquisitions?|accords?|tours?{S}+de{S}+table|investisse(?:urs|ments))(?![\w])"
    ),
    "en": Pattern(
        rf"(?:{S}+(?:big|new|other|funding|financing))?{S}+(?:operations?|rounds?|transactions?|"
        rf"acquisitions?|deals?|investors|investments)(?![\w])"
    ),
}
_TIMES = {"fr": Pattern(rf"{S}+fois(?![\w])"), "en": Pattern(rf"{S}+times(?![\w])|x(?![\w])")}


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
    prose = Prose(text)
    found = _mentions(prose.text, language, published)
    return found if prose.text == text else [_in_original(text, prose, one) for one in found]


def find_counts(text: str, *, language: str) -> list[Mention]:
    """Every plain number of a text, without scale, currency or unit, by place.

    What it counts stands behind it and is no part of it. Dates are left out.
    """
    language = "fr" if language == "fr" else "en"
    prose = Prose(text)
    low = lowered(prose.text)
    known = words_in(low)
    dates = find_dates(prose.text, low, known, language=language, published=None)
    starts = [date.start for date in dates]
    found = [
        Mention(
            figure.start, figure.number_end, prose.text[figure.start : figure.number_end], "count",
            _quantity(figure, ""),
        )
        for figure in figures(prose.text, low, known, language)
        if not (figure.kind or figure.scale or _in_a_date(figure, dates, starts))
    ]  # fmt: skip
    return [_in_original(text, prose, one) for one in found]


def _in_original(text: str, prose: Prose, mention: Mention) -> Mention:
    """A figure of the prose at its place in the text as it is."""
    start, end = prose.origin(mention.start, mention.end)
    return msgspec.structs.replace(mention, start=start, end=end, text=text[start:end])


def _mentions(text: str, language: str, published: Edtf | None) -> list[Mention]:
    low = lowered(text)
    known = words_in(low)
    dates = find_dates(text, low, known, language=language, published=published)
    found = figures(text, low, known, language)

    starts = [date.start for date in dates]
    found = [figure for figure in found if not _in_a_date(figure, dates, starts)]
    scale_by_captions(text, found, language)
    found = settle(text, found, language)
    sure = [(figure.start, figure.unit) for figure in found if figure.kind == "money"]
    vague = list(vague_sums(text, low, language, sure))
    borrow(text, found, [(one.start, one.quantity.unit) for one in vague if one.quantity], language)
    mentions = [mention for figure in found if (mention := _mention(text, figure, language))]
    mentions += vague
    mentions += round_sums(text, low, language)
    mentions += fractions(text, low, language)
    mentions += dates
    return _apart(mentions)


def _in_a_date(figure: Figure, dates: list[Mention], starts: list[int]) -> bool:
    at = bisect(starts, figure.core)
    return (at > 0 and dates[at - 1].end > figure.core) or (
        at < len(dates) and dates[at].start < figure.number_end
    )


def _mention(text: str, figure: Figure, language: str) -> Mention | None:
    kind: MentionKind
    if figure.kind in ("money", "percent", "measure"):
        kind = figure.kind  # type: ignore[assignment] # one of the three, by the line above
        unit = figure.unit
    elif figure.counted:
        kind, unit, figure.end = "count", "", figure.counted
    else:
        after = _DEALS[language].match(text, figure.end) or _TIMES[language].match(text, figure.end)
        if after is None or figure.scale:
            return None
        kind, unit, figure.end = "count", "", after.end()
    if kind == "count" and _EMPHASIS.match(text, figure.start):
        figure.bound = ""
    if DEFINITE in figure.flags:
        figure.flags = tuple(flag for flag in figure.flags if flag != DEFINITE)
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


def _apart(mentions: list[Mention]) -> list[Mention]:
    """By place, the earlier and longer first; what overlaps them is dropped."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
