"""Words that turn a statement round: a loss that became a gain, before that became after.

They are no figures, and most rewordings change them: "fell" says what "dropped" says. So only
their sides are compared, each axis by itself, and leaving one out turns nothing round.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.language.plain_words import words_of
from tui.language.vocabulary import plain
from tui.proof.compare.lexicon import date_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.compare.differences import QuoteToken

_AXES = {
    "level": {
        "up": """
        gain gagn earn profit benefice benefit excedent surplus raise. raised. raises. raising. rise
        rising rose. risen increas augment hauss releve grew. grow croiss croit. progress climb jump
        bond surg soar grimp prime. premium wide elarg high elev expan swell gonfl embauch hire.
        hired. hiring. recrut ajout add. adds. added. adding. amelior improv better accel renfor
        strength upgrad up. cree. crees. creees. creer creent creation creat positi
        """,
        "down": """
        lose. loses. losing. lost. loss. losses. perd. perdu. perdre. perte. pertes. perdait.
        perdant. deficit recul baiss fall fell. drop decreas diminu redu shrink shrank. shrunk.
        slid. slides. slump plung plong chut decote discount narrow low cut. cuts. cutting. coupe.
        couper. cede. cedent. licenci down. negati destroy detrui
        layoff fired. firing. supprim degrad deteri wors ralent slow affaibl weak downgrad
        """,
    },
    "time": {
        "until": "avant. before. until. till. by. ici.",
        "from": "apres. after. since. depuis. from. des.",
    },
    "edge": {
        "start": "start. beginning. early. debut.",
        "middle": "mid. mi. milieu.",
        "end": "end. late. fin.",
    },
    "limit": {"early": "tot. early. earlier. earliest.", "late": "tard. late. later. latest."},
    "whole": {"full": "plein. pleine. full", "part": "partiel partial"},
    "surety": {
        "maybe": "could. may. might. can. peut. peuvent. pourrait. pourraient. pourra.",
        "sure": "will. must. shall. va. vont. devra. doit.",
    },
    "trade": {
        "in": "achet achat acquier acquis acquire acquiring buy bought. purchas rachet rachat",
        "out": "vend vente. ventes. cede. ceder. cedee. cedant. cession sell sold. sale. divest",
    },
    "loan": {"to": "prete. preter. lend lent. rembours repa", "from": "emprunt borrow"},
    "course": {
        "on": """
        start begin began. begun. commenc debut continu keep kept. poursui lance. lancer. lancent.
        launch resum repren
        """,
        "off": "stop ceas cess ends. ended. ending. halt arret suspen interromp ferm clos termin",
    },
    "multiple": {"times": "multipl", "part": "divis halv"},
    "way": {
        "receive": "reclam recoi recev recu receiv touch encaiss percev percoi",
        "pay": """
        pay. pays. paid. paying. payer. paye. paie. paiera. vers spend spent. depens decaiss
        rembours repa reimburs
        """,
    },
    "share": {"greater": "majorit most. control. controls.", "lesser": "minorit"},
    "answer": {
        "yes": """
        accept approv approuv autoris authori allow permi confirm agree admi valid uphold upheld.
        clear mainten maint
        """,
        "no": """
        refus reject rejet interdi deny deni dement block bloqu oppos veto forb ban.
        bans. banned. nie. overturn revers quash annul cass
        """,
    },
    "stand": {"for": "for. pour. favour. favor. faveur.", "against": "against. contre."},
    "sum": {"net": "net. nets. nette. nettes.", "gross": "gross. brut"},
    "with": {"in": "includ inclu compri", "out": "exclud exclu hors."},
    "rest": {"left": "reste. restent. restait. remain", "lacking": "manqu lack"},
    "agent": {"by": "by. par.", "to": "to. a. au. aux."},
    "step": {"by": "by. de. d.", "to": "to. a."},
    "debt": {"owes": "owe. owes. owing.", "owed": "owed."},
    "half of the day": {
        "morning": "morning matin",
        "noon": "noon. midi.",
        "afternoon": "afternoon",
        "evening": "evening soir",
        "night": "night. nights. nuit",
    },
    "every": {
        "year": "annu yearly.",
        "month": "mensu monthly.",
        "week": "hebdom weekly.",
        "day": "quotid daily. journali",
        "quarter": "trimestriel quarterly.",
    },
    "rank": {
        "most": "plus. largest. biggest. greatest. best. meilleur",
        "least": "moins. smallest. worst. pire",
    },
}
"""Beginnings of words by axis and side; with a full stop, whole words. Without accents."""

_SIDES = tuple(
    (axis, side, re.compile("(?:" + "|".join(stems.replace(".", r"\Z").split()) + ")"))
    for axis, sides in _AXES.items()
    for side, stems in sides.items()
)
_BEFORE_A_FIGURE = frozenset({"from", "des", "up", "down"})
_NEAR = 2
_NEAR_DATE = 4
_AT_A_DATE = frozenset({"in", "en", "on", "during"})
_PERIODS = words_of("quarter trimestre semestre year an annee month mois")
_JOINING = frozenset({"and", "but", "while", "though", "et", "mais", "tandis", "alors", "or"})


def turned(
    quoted: Sequence[QuoteToken], found: Sequence[QuoteToken]
) -> tuple[QuoteToken, QuoteToken] | None:
    """The first word of a quote whose opposite stands in the passage, and that opposite."""
    bound = _dated_otherwise(quoted, found)
    if bound is not None:
        return bound
    for axis in _AXES:
        old, new = _sides(quoted, axis), _sides(found, axis)
        if _within(old, new) or _within(new, old):
            continue
        first = next(
            (pair for pair in zip(old, new, strict=False) if pair[0][0] != pair[1][0]),
            (old[0], new[0]),
        )
        return first[0][1], first[1][1]
    return None


def _dated_otherwise(
    quoted: Sequence[QuoteToken], found: Sequence[QuoteToken]
) -> tuple[QuoteToken, QuoteToken] | None:
    """A date that a quote bounds and its passage tells as it is, or the reverse."""
    for words, others, turn in ((quoted, found, False), (found, quoted, True)):
        bounded = {
            date.key: word
            for word, date in pairwise(words)
            if _is_time(date) and "time" in _side(plain(word.text))
        }
        for word, date in pairwise(others):
            bound = bounded.get(date.key)
            free = word.key in _AT_A_DATE and bound is not None
            if free and bound is not None and date.weight == "figure":
                return (word, bound) if turn else (bound, word)
    return None


def _sides(words: Sequence[QuoteToken], axis: str) -> list[tuple[str, QuoteToken]]:
    """The sides that words take; among those of one figure or clause the order says nothing."""
    told: list[tuple[str, QuoteToken]] = []
    together: list[tuple[str, QuoteToken]] = []
    for at, token in enumerate(words):
        if token.weight == "figure" or token.key in _JOINING:
            told += sorted(together, key=_side_of)
            together = []
        side = _side(plain(token.text)).get(axis)
        if side is None or not _takes_side(words, at, axis):
            continue
        together.append((side, token))
    return told + sorted(together, key=_side_of)


def _takes_side(words: Sequence[QuoteToken], at: int, axis: str) -> bool:
    """Whether a small word is more than that where it stands."""
    key = words[at].key
    following = words[at + 1] if at + 1 < len(words) else None
    if axis == "agent":
        return following is not None and key != "a" and following.text[0].isupper()
    if axis == "edge" or (axis == "time" and key in {"by", "ici"}):
        return any(_is_time(one) for one in words[at + 1 : at + 1 + _NEAR_DATE])
    if axis == "step":
        moves = at > 0 and "level" in _side(plain(words[at - 1].text))
        return moves and key != "a" and following is not None and following.weight == "figure"
    if key == "up" and following is not None and following.key == "to":
        return False
    if axis == "rank" and words[at].weight == "bound":
        return False  # "au moins 4" and "4 ou plus" are compared as bounds.
    if key in _BEFORE_A_FIGURE:
        return any(one.weight == "figure" for one in words[at + 1 : at + 1 + _NEAR])
    return True


def opens_a_time(token: QuoteToken) -> bool:
    """Whether a word tells on which side of a date: "since", "avant"."""
    return "time" in _side(plain(token.text))


def _is_time(token: QuoteToken) -> bool:
    """Whether a word is a year, the name of a month or of a period."""
    if token.text.isdecimal():
        return len(token.text) == 4
    return token.weight == "figure" and (
        plain(token.text) in date_words() or plain(token.text) in _PERIODS
    )


def _side_of(told: tuple[str, QuoteToken]) -> str:
    return told[0]


@lru_cache(maxsize=8192)
def _side(word: str) -> dict[str, str]:
    return {axis: side for axis, side, stems in _SIDES if stems.match(word)}


def _within(few: list[tuple[str, QuoteToken]], many: list[tuple[str, QuoteToken]]) -> bool:
    """Whether the sides of one stand among those of the other in their order."""
    rest = iter(side for side, _ in many)
    return all(side in rest for side, _ in few)
