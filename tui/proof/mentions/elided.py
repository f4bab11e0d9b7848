"""Numbers that leave out both scale and currency: "3 milliards d'euros, dont 2,5 en France"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.proof.mentions.currencies import S
from tui.proof.mentions.lexicon import TEN
from tui.proof.mentions.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.mentions.figure import Figure

_WHEN = Pattern(
    rf"{S}+(?:(?:un|deux|trois){S}+ans?{S}+(?:plus{S}+tôt|auparavant|avant)|l[’']an(?:née)?{S}+(?:dernier|pass|préc|proch)"
    rf"|(?:en|in|for|dès|d[’']ici(?:{S}+à)?|by){S}+(?:19|20)\d\d|il{S}+y{S}+a|auparavant|cette{S}+année"
    rf"|(?:l[’']|le{S}+|la{S}+)(?:été|hiver|automne|printemps|saison|mois|trimestre|exercice|semestre|semaine)"
    rf"|(?:aujourd[’']hui|hier|alors|précédemment|initialement|jusqu[’']alors|jusque-là|jusqu[’']ici)"
    rf"|(?:a|one){S}+year{S}+(?:ago|earlier|before)|(?:attendu|prévu|espéré|estimé|visé|annoncé|demandé|proposé|promis|réclamé|autorisé)e?s?"
    rf"|expected|forecast|the{S}+(?:year|quarter|month){S}+before|(?:last|next|this){S}+(?:year|quarter|month)"
    r"|previously|earlier|today|now)(?!\w)",
    re.IGNORECASE,
)
"""After a number this tells when it was so: "contre 8 un an plus tôt"."""
_SO_FAR = Pattern(r"[^\S\n]*(?:[;:!?)»”\"\n]|[,.](?!\d)|$)")
_BESIDE = Pattern(rf"{S}+[-–—+(\d]|{S}*[\t|]{S}*|{S}+(?:contre|against|vs\.?){S}", re.IGNORECASE)
"""A next column, or what a figure is held against."""
_GOES_TO = {
    "fr": Pattern(
        rf"{S}+(?:pour|au|aux|à(?!{S}*\d)|par|sur|dans|chez|hors|via|avec|sans|en|et|ou|mais|tout|avant"
        rf"|après|de{S}+(?:plus|moins|mieux)|pendant|selon|depuis|[a-zà-ÿ]+ement)(?!\w)",
        re.IGNORECASE,
    ),
    "en": Pattern(
        rf"{S}+(?:for|in|on|to(?!{S}*\d)|from|by|at|each|through|over|until|during|and|or|but|went|will)(?!\w)",
        re.IGNORECASE,
    ),
}
"""After a number these are no noun that it counts."""
_COUNTED_IN = Pattern(rf"{S}+(?:si|en{S}+(?:compt|inclu|ajout)ant|avec)(?!\w)", re.IGNORECASE)
_MORE = Pattern(rf"{S}de{S}(?:plus|moins)(?!\w)", re.IGNORECASE)
_ROLE = Pattern(rf"{S}(?:pour|en|au|aux|à|par|dans|for|in){S}(?!(?:19|20)\d\d)", re.IGNORECASE)
_RANK = (
    r"premi(?:er|ère)|seconde?|deuxième|troisième|quatrième|cinquième|derni(?:er|ère)|suivante?"
    r"|vainqueur|gagnant|finaliste|second|third|fourth|next|runner-up|winner|loser"
)
_VERB = (
    rf"(?!moyenne|tout|effet|fait|bourse|cash|ligne|outre|sus|tête|cours|cause|hausse|baisse|perte|vente"
    rf"|date|vue|plus|france)(?:(?:a|ont|avait|avaient|aura|auront|aurait|est|sera){S}+)?"
    rf"[a-zà-ÿ]+(?:{S}+(?:que|qu[’']|plus{S}+que|plus{S}+qu[’']|déjà|encore|maintenant|désormais|seulement|finalement|initialement"
    rf"|aujourd[’']hui|toujours|au{S}+total)){{0,2}}"
)
_MINUS = rf"(?:[-–—−+]{S}?)?"
_CUES = {
    "fr": Pattern(
        rf"(?<![\w’'])(?:(?P<of>dont)|(?P<against>contre|après|versus|vs\.?|au{S}+lieu{S}+de)"
        rf"|(?P<same>(?:et|puis|mais){S}+(?:à|de))|(?P<then>(?:et|puis|mais)(?:{S}+[a-zà-ÿ]+[éiu]s?)?|ensuite|soit)"
        rf"|(?P<rank>(?:le|la|les|au|aux){S}+(?:{_RANK})s?)"
        rf"|(?P<pronoun>(?:n[’'])?en{S}+{_VERB})"
        rf"|(?P<change>(?:ramen|port|pass|rédui|relev|abaiss|tomb|mont|grimp|descend|rev[uo]|réévalu)\w*{S}+à)){S}+{_MINUS}$"
        rf"|(?P<aside>\(){_MINUS}$|(?P<list>,{S}){_MINUS}$",
        re.IGNORECASE,
    ),
    "en": Pattern(
        rf"(?<![\w’'])(?:(?P<of>of{S}+which|including)|(?P<against>against|versus|vs\.?|(?:up|down){S}+from"
        rf"|compared{S}+(?:with|to)|from|after|instead{S}+of)|(?P<then>and|then)"
        rf"|(?P<rank>the{S}+(?:{_RANK}))(?:{S}+(?:gets?|got|receives?|received|won|earns?))?){S}+{_MINUS}$"
        rf"|(?P<aside>\(){_MINUS}$|(?P<list>,{S}){_MINUS}$",
        re.IGNORECASE,
    ),
}
"""Before a number these hold it against the sum told before, or make it a part of that sum."""
_SEVERAL = Pattern(
    rf"(?<!\w)(?:des|les|ses|leurs|ces|nos|quelques|plusieurs|the|its|their|several|new){S}+[^\W\d]+[sx](?!\w)"
    rf"|(?<!\w)(?:in|on|into|across|dans|sur){S}+[^\W\d]+s(?!\w)",
    re.IGNORECASE,
)
"""Things that a whole number after "dont" may count."""
_LASTING = Pattern(
    rf"(?:{S}+|-)(?:prochain(?:e?s)?{S}+|next{S}+)?(?:ans?|années?|mois|semaines?|jours?|years?|months?|weeks?"
    r"|days?|trimestres?|quarters?)(?!\w)",
    re.IGNORECASE,
)
_ALSO = {"fr": Pattern(rf"{S}?[-–—]{S}?|{S}à{S}"), "en": Pattern(rf"{S}?[-–—]{S}?|{S}to{S}")}
_FAR = 200
"""Code points after a sum in which a number may leave out what the sum has."""


def told_before(text: str, told: Figure | None, figure: Figure) -> Figure | None:
    """The sum whose scale and currency numbers after a figure may leave out.

    Args:
        text: The text.
        told: The sum before the figure.
        figure: A figure; lasting times and shares are passed over, other things end the reach.
    """
    if figure.kind in ("money", "percent") and not figure.counted:
        return told if figure.kind == "percent" and told and told.kind == "money" else figure
    return told if _LASTING.match(text, figure.end) else None


def complete(
    text: str, told: Figure, found: Sequence[Figure], index: int, begin: int, language: str
) -> bool:
    """Complete a bare number by the sum that is told before it, where it is one of that kind.

    Args:
        text: The text.
        told: The sum before.
        found: All figures by place.
        index: Which of them is bare.
        begin: Where the sentence of the number begins.
        language: `fr` or `en`.

    Returns:
        Whether it was completed.
    """
    figure = found[index]
    if (
        (figure.words and figure.plain == int(figure.plain))
        or figure.start - told.end > _FAR
        or is_year(figure)
    ):
        return False
    between = text[told.end : figure.start]
    if "\n" in between:
        return False
    cue = _CUES[language].search(text, max(told.end, figure.start - 60), figure.start)
    if cue is None:
        return False
    end = _range_end(text, found, index, language)
    kind = cue.lastgroup or ""
    if told.start < begin and kind != "pronoun":
        return False
    if not _of_one_kind(told, figure) or not _reads_on(text, end, kind, figure, told, language):
        return False
    whole = figure.plain == int(figure.plain) and figure.plain < 1000
    if kind in ("of", "then", "same") and whole and _SEVERAL.search(between):
        return False
    if kind == "of" and whole and cue[0].lower().startswith("including"):
        return False
    nearer = found[index - 1]
    if (
        kind == "of"
        and not nearer.kind
        and nearer.start > told.start
        and figure.plain <= nearer.plain
    ):
        # "il a duré 5 jours, dont 2 à huis clos"
        return False
    _fill(figure, told, found[index + 1] if end != figure.end else None)
    if kind == "same" and not figure.bound:
        figure.bound = told.bound if told.bound != "range" else ""
    return True


def is_year(figure: Figure) -> bool:
    """Whether a number may as well be a year."""
    return 1900 <= figure.plain <= 2100 and figure.end - figure.start == 4


def is_no_noun(text: str, end: int, language: str) -> bool:
    """Whether what follows a number is nothing that the number counts."""
    return bool(
        _SO_FAR.match(text, end)
        or _BESIDE.match(text, end)
        or _WHEN.match(text, end)
        or _GOES_TO[language].match(text, end)
    )


def _range_end(text: str, found: Sequence[Figure], index: int, language: str) -> int:
    """Where a range of two bare numbers ends, or the number where there is none."""
    figure = found[index]
    if index + 1 < len(found):
        second = found[index + 1]
        bare = not (second.kind or second.scale or second.words or second.bound)
        if bare and second.plain > figure.plain and _ALSO[language].fullmatch(
            text, figure.end, second.start
        ):  # fmt: skip
            return second.end
    return figure.end


def _of_one_kind(told: Figure, figure: Figure) -> bool:
    """Whether two numbers are near enough to be told in one scale."""
    other = told.plain if told.bound != "range" else told.value / TEN**told.scale
    if not other or not figure.plain or (told.scale and figure.plain >= 1000 > other):
        return False
    return 1 / (200 if told.scale else 20) <= figure.plain / other <= (200 if told.scale else 20)


def _reads_on(text: str, end: int, kind: str, figure: Figure, told: Figure, language: str) -> bool:
    """Whether what follows a bare number lets it be a sum."""
    if _WHEN.match(text, end):
        return told.kind == "money" or kind == "against"
    if kind == "list" and figure.bound and told.scale and _COUNTED_IN.match(text, end):
        return told.kind == "money"
    if told.kind != "money":
        return False
    large = figure.plain >= 1000
    over = bool(_SO_FAR.match(text, end))
    goes_on = bool(_GOES_TO[language].match(text, end))
    if kind == "list":
        # "12 M€ pour les actifs, 3 pour les stocks"; "400 000 euros au premier, 250 000 au second"
        role = _ROLE.match(text, end)
        if role is not None:
            return large or text.startswith(role[0], told.end)
        return (large and bool(figure.bound) and over) or bool(_MORE.match(text, end))
    if kind == "of" and large and text.startswith((" de ", " d'", " d’"), end):
        return True
    if kind == "rank":
        return large and (over or goes_on)
    if kind == "aside":
        near = text.startswith("pour", end + 1) and figure.start - told.end <= 2
        return goes_on and (large or near or bool(told.scale))
    if language == "en" and not large and kind not in ("of", "against"):
        return False
    if not told.scale and not large and kind not in ("against", "change"):
        return False
    if kind == "then":
        return goes_on
    return over or goes_on


def _fill(figure: Figure, told: Figure, second: Figure | None) -> None:
    figure.kind, figure.unit, figure.scale = told.kind, told.unit, told.scale
    figure.value = figure.plain * TEN**figure.scale
    if second is not None:
        figure.plain = second.plain * TEN**figure.scale
        figure.bound, figure.end, figure.number_end = "range", second.end, second.end
    elided = ("elided-scale",) if told.scale else ()
    currency = ("elided-currency",) if told.kind == "money" else ()
    figure.flags = (*figure.flags, *elided, *currency)
