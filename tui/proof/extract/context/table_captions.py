"""Captions that tell the scale of what follows: "(en M€) : 1 245,6", "(in millions) … $1,284.6"."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING

from tui.language.figures.currencies import SIGNS
from tui.language.figures.scales import ABBREVIATIONS, SCALES
from tui.language.lazy_pattern import Pattern
from tui.language.vocabulary import S
from tui.proof.extract.context.number_context import is_no_noun
from tui.proof.extract.currencies import currency_after, sign_code
from tui.proof.extract.lexicon import TEN
from tui.proof.extract.number_phrase import is_year

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.extract.number_phrase import Figure


def _caption() -> str:
    sign = SIGNS.pattern("")
    scales = "|".join((SCALES.pattern("fr"), SCALES.pattern("en"), ABBREVIATIONS.pattern("")))
    return (
        rf"\({S}?(?:(?:montants|chiffres|données|amounts|figures|all){S})?(?:(?P<first>{sign}){S}?)?"
        rf"(?:(?P<in>[Ee]n|[Ii]n){S})?(?:(?P<sign>{sign}){S}?)?(?P<scale>{scales})"
    )


_CAPTION = Pattern(_caption)
_REST = Pattern(rf"{S}?(?:\)|[,;]{S}(?:except|unless|sauf|hors)[^()\n]{{0,60}}\))")
_PER_PIECE = Pattern(
    rf"per{S}(?:share|unit)|par{S}(?:action|titre)|(?<!\w)EPS(?!\w)|BPA|dividend", re.IGNORECASE
)
_LABEL = Pattern(r"[^\d\n]{0,120}")
"""What a row begins with: there it says when its sums are those of one share."""
_A_PIECE = Pattern(rf"{S}(?:per|a|par){S}(?:share|unit|action|titre)")
_ROWS = 60
"""Lines under a caption that are taken for its table, as long as none is empty."""


def scale_by_captions(text: str, found: Sequence[Figure], language: str) -> None:
    """Complete the figures that stand under a caption such as "(en millions d'euros)".

    Args:
        text: The text.
        found: Its figures by place; they are completed in place.
        language: `fr` or `en`.
    """
    at = text.find("(")
    while at >= 0:
        opening, at = at, text.find("(", at + 1)
        if (caption := _CAPTION.match(text, opening)) is None:
            continue
        currency = currency_after(text, caption.end())
        rest = _REST.match(text, currency.end if currency else caption.end())
        sign = caption["first"] or caption["sign"]
        if rest is None or not (caption["in"] or sign or currency):
            continue
        unit = sign_code(sign) if sign else currency.code if currency else ""
        end = _apply(text, found, rest.end(), _power(caption["scale"], language), unit, language)
        at = text.find("(", end)


def _power(name: str, language: str) -> int:
    scale = ABBREVIATIONS.signs("").get(name) or SCALES.read(name, language)
    other = "en" if language == "fr" else "fr"
    scale = scale or SCALES.read(name, other)
    return scale.power if scale else 0


def _apply(
    text: str, found: Sequence[Figure], begin: int, scale: int, unit: str, language: str
) -> int:
    """Scale the figures of the caption's line, or of the table under it; where that ends."""
    end, rows = _line_end(text, begin), 0
    first = bisect_left(found, begin, key=_core)
    ahead = islice(found, first, bisect_left(found, end, key=_core))
    if all(is_year(figure) for figure in ahead):
        while rows < _ROWS and end < len(text) and text[end + 1 : _line_end(text, end + 1)].strip():
            end, rows = _line_end(text, end + 1), rows + 1
    for figure in islice(found, first, bisect_left(found, end, key=_core)):
        if _is_bare(text, figure, unit, language):
            row = max(begin, text.rfind("\n", begin, figure.core) + 1)
            label = _LABEL.match(text, row, figure.core)
            if (label and _PER_PIECE.search(label[0])) or _A_PIECE.match(text, figure.end):
                continue
            figure.scale = scale
            figure.value = figure.plain * TEN**scale
            figure.kind, figure.unit = "money", figure.unit or unit
            figure.flags = (*figure.flags, "elided-scale")
    return end


def _core(figure: Figure) -> int:
    return figure.core


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _is_bare(text: str, figure: Figure, unit: str, language: str) -> bool:
    if figure.scale or figure.words or figure.counted or is_year(figure):
        return False
    if figure.kind:
        return figure.kind == "money" and unit in ("", figure.unit) and not figure.flags
    return bool(unit) and is_no_noun(text, figure.end, language)
