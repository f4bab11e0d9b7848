"""Numbers that leave out both scale and currency: "3 milliards d'euros, dont 2,5 en France"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.language.lazy_pattern import Pattern
from tui.language.vocabulary import S
from tui.proof.extract.context.counted_nouns import SUMS, counts_things
from tui.proof.extract.context.ellipsis_cues import CALLED, CUES, GAPS, PRICED
from tui.proof.extract.context.number_context import (
    BECAME,
    COUNTED_IN,
    DID,
    GOES_TO,
    IT_IS,
    LATER,
    OF_IT,
    OF_MONEY,
    OTHERS,
    PROMISED,
    RATE,
    SO_FAR,
    WHEN,
)
from tui.proof.extract.context.parallels import (
    ROLE,
    is_far_apart,
    is_in_full,
    is_parallel,
    is_step,
    said,
)
from tui.proof.extract.lexicon import TEN
from tui.proof.extract.number_phrase import Figure, is_year

if TYPE_CHECKING:
    from collections.abc import Sequence

_MORE_THAN = Pattern(rf"{S}(?:more|less|higher|lower|cheaper|dearer){S}than(?!\w)")
_MORE = Pattern(rf"{S}de{S}(?:plus|moins)(?!\w)", re.IGNORECASE)
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
_ONE_IN = Pattern(
    rf"(?<!\w)(?:one|two|three|four|une?|deux|trois|quatre){S}(?:in|out{S}of|sur){S}$",
    re.IGNORECASE,
)
"""Before a number these make it a share of people: "one in 20 owes …"."""
_ALSO = {"fr": Pattern(rf"{S}?[-–—]{S}?|{S}à{S}"), "en": Pattern(rf"{S}?[-–—]{S}?|{S}to{S}")}
_OUT_OF = Pattern(
    rf"(?:^|[.,;:!?»”\"]{S}*|\n|(?<!\w)(?:mais|et|but|and){S})(?:sur|des|out{S}of|of){S}(?:les|ces|ses|leurs|the|those|its|their)?{S}*$",
    re.IGNORECASE,
)
"""Before a sum at the head of a clause: "Sur les 12 millions promis, 3 ont été versés"."""
_DO = {"fr": Pattern(r"nt$"), "en": Pattern(r"(?:have|were|are)$")}
_MANY = Pattern(rf"(?<!\w)(?:for|aux|to|des|les|by|par){S}(?:[a-z]+{S})?[a-zà-ÿ]{{2,}}s(?!\w)")
"""People or things in the plural, of which so many may have done something."""
_DEAR = Pattern(
    rf"(?<!\w)(?:loyer|prix|tarif|salaire|billet|ticket|forfait|abonnement|menu|place|rent|price|salary|fare|fee)s?{S}(?:mensuel{S})?(?:à|at){S}$",
    re.IGNORECASE,
)
_HOUR = Pattern(
    rf"(?<!\w)(?:départs?|arrivée|retour|rendez-vous|ouverture|fermeture|séance"
    rf"|messe|dîner|at){S}(?:[^\W\d]+{S})?$",
    re.IGNORECASE,
)
"""What is told by the hour: "un départ à 8"."""
_FROM = Pattern(rf"(?<!\w)(?:from{S}|de{S}|d[’'])$", re.IGNORECASE)
_ENDED = Pattern(r"[.!?…][»”\"’)]*\s|\n")
_FAR = 200
"""Code points after a sum in which a number may leave out what the sum has."""


def told_before(text: str, told: Figure | None, figure: Figure) -> Figure | None:
    """The sum whose scale and currency numbers after a figure may leave out.

    Args:
        text: The text.
        told: The sum before the figure.
        figure: A figure; lasting times, and shares in the sum's sentence, are passed over; other
            things end the reach.
    """
    if figure.kind == "percent" and told is not None and told.kind == "money":
        far = figure.start - told.end > _FAR
        return figure if far or _ENDED.search(text, told.end, figure.start) else told
    if figure.kind in ("money", "percent") and not figure.counted:
        return figure
    few = is_year(figure) or (
        figure.words and figure.plain < 100
    )  # "prêtés par trois banques, dont 45"
    if few or _LASTING.match(text, figure.end):
        return told
    return told if _ONE_IN.search(text, max(0, figure.start - 16), figure.start) else None


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
    if figure.start - told.end > _FAR or is_year(figure):
        return False
    between = text[told.end : figure.start]
    if "\n" in between:
        return False
    if is_in_full(text, told, figure, between):
        figure.kind, figure.unit = told.kind, told.unit
        figure.flags = (*figure.flags, "elided-currency")
        return True
    if is_step(text, told, figure, between, language):
        _fill(figure, told, None)
        return True
    if not _of_one_kind(told, figure):
        return False
    if told.start < begin and (language == "en" or "en " not in between.lower()):
        # Only a pronoun reaches back: "Il a promis 8 milliards. Il en a versé 2."
        return False
    begins = max(told.end, figure.start - 60)
    cue = CUES[language].search(text, begins, figure.start)
    if cue is not None and cue.lastgroup == "against":
        rate = _nearer_rate(text, told, found, index)
        if rate is not None:
            told = rate
        elif told.scale and len(cue[0].split()) < 3 and is_far_apart(told, figure, 12):
            return False  # "45 claims of more than $1m each, against 30"
    if cue is None and "," in between:
        cue = GAPS[language].search(text, begins, figure.start)
    if (
        told.start >= begin
        and is_parallel(text, told, figure, language, nothing_between=found[index - 1] is told)
        and not _is_called(text, figure)
    ):
        _fill(figure, told, None)
        return True
    if cue is None:
        return False
    kind = cue.lastgroup or ""
    in_words = figure.words and figure.plain == int(figure.plain)
    if in_words and not _is_spoken_part(text, told, figure, kind):
        return False
    end = _range_end(text, found, index, language)
    if told.start < begin and kind != "pronoun":
        return False
    if kind == "of" and _is_more(figure, told):
        return False
    if not _reads_on(text, end, kind, figure, told, language) and not _is_part(
        text, end, kind, figure, told, language
    ):
        return False
    if _is_called(text, figure):
        return False
    if kind in ("pronoun", "against", "even") and _is_nearer_count(told, found, index):
        return False
    whole = figure.plain == int(figure.plain) and figure.plain < 1000
    if kind in ("of", "then", "same", "another") and whole and _SEVERAL.search(between):
        return False
    if kind == "even" and (found[index - 1] is not told or is_far_apart(told, figure)):
        # "3 milliards d'euros et 4 ans, voire 5"
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
    if kind == "then" and told.scale and end == figure.end and cue[0].lower().startswith("soit"):
        _in_units(text, figure)
    if kind == "same" and not figure.bound:
        figure.bound = told.bound if told.bound != "range" else ""
    return True


def _is_nearer_count(told: Figure, found: Sequence[Figure], index: int) -> bool:
    """Whether a number is nearer to one that counts, behind the sum: "à 84 ans, lui en a 90"."""
    figure, other = found[index], found[index - 1]
    if other is told or other.kind or other.scale or other.start < told.end or not other.plain:
        return False
    one, more = figure.plain / other.plain, figure.plain / said(told)
    return max(one, 1 / one) < 2 <= max(more, 1 / more)


def _is_called(text: str, figure: Figure) -> bool:
    """Whether a number is part of a name: "la ligne 4"."""
    return CALLED.search(text, max(0, figure.start - 16), figure.start) is not None


def _nearer_rate(text: str, told: Figure, found: Sequence[Figure], index: int) -> Figure | None:
    """The percentage behind a sum that a number is nearer to: "6 M€ à 3,12 %, contre 3,05"."""
    before, figure = found[index - 1], found[index]
    if before.kind != "percent" or before is told or told.kind != "money" or before.bound:
        return None
    if not before.plain or not said(told) or before.start < told.end:
        return None
    one, other = figure.plain / before.plain, figure.plain / said(told)
    return before if max(one, 1 / one) < max(other, 1 / other) and max(one, 1 / one) < 2 else None


def _is_spoken_part(text: str, told: Figure, figure: Figure, kind: str) -> bool:
    """Whether a number in words may leave out what a sum has: "nearer five billion than six"."""
    if kind in ("even", "offer") and SO_FAR.match(text, figure.end):
        return True
    if not told.words:
        return False
    if kind == "against":
        return SO_FAR.match(text, figure.end) is not None
    if kind == "list" and _OUT_OF.search(text, max(0, told.start - 24), told.start):
        return DID.match(text, figure.end) is not None
    return bool(OF_IT.match(text, figure.end) or OTHERS.match(text, figure.end))


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
    other = said(told)
    if not other or not figure.plain or (told.scale and figure.plain >= 1000 > other):
        return False
    return 1 / (200 if told.scale else 20) <= figure.plain / other <= (200 if told.scale else 20)


def _is_more(figure: Figure, told: Figure) -> bool:
    """Whether a number is more than the sum of which it would be a part."""
    most = told.plain / TEN**told.scale if told.bound == "range" else said(told)
    return figure.plain > most


def _reads_on(text: str, end: int, kind: str, figure: Figure, told: Figure, language: str) -> bool:
    """Whether what follows a bare number lets it be a sum."""
    if WHEN.match(text, end):
        fraction = kind in ("same", "then") and figure.plain != int(figure.plain)
        return told.kind == "money" or kind == "against" or fraction
    rather = kind == "even" or (kind == "list" and figure.bound)
    if rather and told.scale and COUNTED_IN.match(text, end):
        return told.kind == "money"
    fine = figure.plain != int(figure.plain)
    if kind == "against" and told.kind == "percent" and fine:
        nothing_counted = SO_FAR.match(text, end) or GOES_TO[language].match(text, end)
        return nothing_counted is not None and not is_far_apart(told, figure, 3)
    if told.kind != "money":
        return False
    large = figure.plain >= 1000
    over = bool(SO_FAR.match(text, end))
    if kind == "more":
        return False
    if kind == "whole":
        promised = PROMISED.match(text, end)
        near = told.scale or not is_far_apart(told, figure, 20)
        return bool(near and promised) and _is_more(figure, told)
    if kind == "whose":
        return over and (fine or large) and not is_far_apart(told, figure, 3)
    if kind in ("offer", "gap", "one", "to"):
        # Only where nothing follows, and for a sum of about that size.
        near = over and not is_far_apart(told, figure)
        if kind == "to":
            return (near and _is_from(text, told, figure)) or (
                over and _is_price(text, figure, told, language)
            )
        return near and (kind != "one" or (large and not told.scale))
    goes_on = bool(GOES_TO[language].match(text, end))
    if kind in ("another", "now"):
        goes_on = over or goes_on or LATER.match(text, end) is not None
        return goes_on and not is_far_apart(told, figure, 20)
    if kind == "list":
        # "12 M€ pour les actifs, 3 pour les stocks"; "400 000 euros au premier, 250 000 au second"
        role = ROLE.match(text, end)
        if role is not None:
            return large or text.startswith(role[0], told.end)
        beside = figure.start == told.end + 2 and text.startswith(", ", told.end)
        if beside and _MORE_THAN.match(text, end):
            return not _is_more(figure, told)
        return (large and bool(figure.bound) and over) or bool(_MORE.match(text, end))
    if kind == "of" and large and text.startswith((" de ", " d'", " d’"), end):
        return True
    if kind == "rank":
        return large and (over or goes_on)
    if kind == "aside":
        near = text.startswith("pour", end + 1) and figure.start - told.end <= 2
        return goes_on and (large or near or bool(told.scale))
    if kind == "same" and RATE.match(text, end):
        return True
    if kind == "then" and told.scale and RATE.match(text, end):
        return True
    if language == "en" and kind == "then" and fine and told.scale and goes_on:
        return not is_far_apart(told, figure)
    if language == "en" and not large and kind not in ("of", "against", "same", "even"):
        return False
    if not told.scale and not large and kind not in ("against", "change", "pronoun", "even"):
        return False
    if kind == "then":
        return goes_on or (over and large)
    return over or goes_on


def _is_part(text: str, end: int, kind: str, figure: Figure, told: Figure, language: str) -> bool:
    """Whether what follows says that a bare number is a part of the sum, whatever it is called."""
    if told.kind != "money" or kind not in ("of", "list", "aside", "then", "more"):
        return False
    if kind == "list" and _OUT_OF.search(text, max(0, told.start - 24), told.start):
        if _is_more(figure, told):
            return False
        did = DID.match(text, end)
        between = text[told.end : figure.start]
        if did is not None and figure.plain != int(figure.plain):
            return True
        return did is not None and not (_DO[language].search(did[0]) and _MANY.search(between))
    if not told.scale and figure.plain < 1000:
        return False
    if OF_IT.match(text, end) or (figure.words and kind != "of" and OTHERS.match(text, end)):
        return True
    if kind in ("of", "then") and told.scale and IT_IS.match(text, end):
        return kind == "of" or "elided-scale" in told.flags
    noun = OF_MONEY.match(text, end)
    if noun is not None and noun["noun"].lower() in SUMS:
        return True
    if kind != "of":
        return False
    if figure.plain != int(figure.plain):
        # Things are counted whole: "29,7 milliards de dollars, dont 3,5 payables comptant".
        return not counts_things(text, end)
    return BECAME.match(text, end) is not None


def _is_from(text: str, told: Figure, figure: Figure) -> bool:
    """Whether "from" before a sum makes the number after "to" where it went."""
    begins = _FROM.search(text, max(0, told.start - 6), told.start)
    return begins is not None and figure.start - told.end <= 4


def _is_price(text: str, figure: Figure, told: Figure, language: str) -> bool:
    """Whether a number is what a thing costs: "un vélo à 12 euros, une commode à 40"."""
    begin = max(told.end, figure.start - 60)
    if told.scale or not PRICED[language].search(text, begin, figure.start):
        return False
    if _HOUR.search(text, max(0, figure.start - 24), figure.start):
        return False
    if _DEAR.search(text, max(0, figure.start - 24), figure.start):
        return True
    before = text[max(0, figure.start - 5) : figure.start].rstrip().rpartition(" ")[2]
    return text[max(0, told.start - 8) : told.start].rstrip().endswith(" " + before)


def _in_units(text: str, figure: Figure) -> None:
    """Take the scale back where a sum is shared out: "28 M€ par jour, soit 324 par seconde"."""
    if _SHARED_OUT.match(text, figure.end):
        figure.scale, figure.value = 0, figure.plain
        figure.flags = tuple(flag for flag in figure.flags if flag != "elided-scale")


_SHARED_OUT = Pattern(rf"{S}(?:par|pour{S}chaque|l[’']|le|la){S}?[^\W\d]")


def _fill(figure: Figure, told: Figure, second: Figure | None) -> None:
    figure.kind, figure.unit, figure.scale = told.kind, told.unit, told.scale
    if "sub-unit" in told.flags:
        figure.plain /= 100
        figure.flags = (*figure.flags, "sub-unit")
    figure.value = figure.plain * TEN**figure.scale
    if second is not None:
        figure.plain = second.plain * TEN**figure.scale
        figure.bound, figure.end, figure.number_end = "range", second.end, second.end
    elided = ("elided-scale",) if told.scale else ()
    currency = ("elided-currency",) if told.kind == "money" else ()
    figure.flags = (*figure.flags, *elided, *currency)
