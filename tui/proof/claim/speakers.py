"""For which party somebody speaks who says "we": the head of a company for it, or it for itself.

Only words outside the quotation marks are asked, and only those that stand beside the name:
"Meridian's chief executive", "le patron de Kestrel", "Nordwind said". The time is linear in the
words of a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.common_names import KINDS_OF_HOUSE
from tui.language.reporting import REPORTING
from tui.language.speaking import BETWEEN, FORMER, HEADS, LEADING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.claim.claim import Claim
    from tui.proof.claim.parties import PartyNames
    from tui.proof.claim.words import Sentence

_OPENING = frozenset("\u00ab\u201c")
_CLOSING = frozenset("\u00bb\u201d")
_SINCE = frozenset("the le la les l' depuis since for years ans now".split())
"""Between "who runs" and the name: "qui pr\u00e9side depuis 2014 les Jouets Circ"."""
_AT_ITS_HEAD = (["\u00e0", "la", "tete", "de"], ["a", "la", "tete", "de"])
_PARTNERS = frozenset({"partner", "associe", "associee"})
_OF_RANK = frozenset({"general", "senior", "founding"})
_TITLE_REACH = 3
"""Words from the name of a company to what somebody is of it: "X's new chief executive"."""


def speakers(claim: Claim, names: PartyNames, before: Claim | None = None) -> frozenset[str]:
    """The parties for which a quotation of a sentence speaks, by id; empty where nothing tells.

    Args:
        claim: The sentence.
        names: The parties that are looked for.
        before: The sentence before, whose only party a head without a company is of: "How many
            are you at Kestrel? “We are 58,” says the founder."
    """
    sentence = claim.sentence
    quoted = quoted_words(sentence)
    named = [
        (sentence.number_at(one.start), sentence.number_at(one.end - 1), one.party)
        for one in names.find(sentence.source, sentence.start, sentence.end)
    ]
    outside = [one for one in named if not quoted[one[0]]]
    found = {
        party
        for first, last, party in outside
        if _has_head(sentence, quoted, first, last) or _says(claim, quoted, first, last)
    }
    if found or outside or before is None:
        return frozenset(found)
    heads = [
        at
        for at, word in enumerate(sentence.low)
        if not quoted[at] and word in HEADS and not _is_former(sentence, at)
    ]
    if not heads or _has_company(sentence, heads[-1]):
        return frozenset()
    source = before.sentence.source
    ids = names.ids_in(source, before.sentence.start, before.sentence.end)
    return frozenset(ids) if len(ids) == 1 else frozenset()


def quoted_words(sentence: Sentence) -> list[bool]:
    """Which words of a sentence stand between quotation marks."""
    found, inside = [], False
    # A quotation that began before the sentence is still open.
    closing = next((word for word in sentence.low if word in _OPENING | _CLOSING), "")
    if closing in _CLOSING:
        inside = True
    for word in sentence.low:
        if word in _OPENING:
            inside = True
        elif word in _CLOSING:
            inside = False
        elif word == '"':
            inside = not inside
        found.append(inside)
    return found


def _has_head(sentence: Sentence, quoted: Sequence[bool], first: int, last: int) -> bool:
    """Whether somebody is told as the head of a company: "K's founder", "le patron de K"."""
    low = sentence.low
    for at in range(last + 1, min(len(low), last + 2 + _TITLE_REACH)):
        if quoted[at] or (low[at] in {",", ";", "."} and at > last + 1):
            break
        if low[at] in HEADS:
            return not _is_former(sentence, at)
        if low[at] in BETWEEN - {"'s", "'"} | {"and", "et"}:
            break
    if first > 1 and not quoted[first - 1]:
        verb = first - 1
        while verb > 1 and (low[verb] in _SINCE or sentence.words[verb].kind in {"date", "number"}):
            verb -= 1
        led = low[verb - 1] in {"who", "qui"} and low[verb] in LEADING
        if led or low[max(0, first - 4) : first] in _AT_ITS_HEAD:
            return True  # "says Ida Holm, who runs Kestrel"
    at = first - 1
    while at >= 0 and (low[at] in BETWEEN or low[at] in KINDS_OF_HOUSE):
        at -= 1
    linked = at < first - 1
    if not linked:
        at = _before_apposition(sentence, first)
        linked = at >= 0
    if linked and at > 0 and low[at] in _PARTNERS and low[at - 1] in HEADS | _OF_RANK:
        return not _is_former(sentence, at - 1)  # "Ada Holm, managing partner of Nordwind"
    return linked and at >= 0 and low[at] in HEADS and not _is_former(sentence, at)


def _before_apposition(sentence: Sentence, first: int) -> int:
    """The noun of a head before what its company is: "cofondatrice de l'éditeur de jeux Circ"."""
    low, at = sentence.low, first - 1
    while at > 0 and first - at <= _KIND_REACH:
        if sentence.words[at].kind != "word" or sentence.is_capital(at):
            return -1
        if low[at] in HEADS:
            linked = low[at + 1] in {"of", "at", "de", "du", "d'"}
            return at if linked and low[first - 1] not in BETWEEN else -1
        at -= 1
    return -1


_KIND_REACH = 7
"""Words from a head to the name behind what the company is: "de l'éditeur de logiciels Circ"."""


def _is_former(sentence: Sentence, head: int) -> bool:
    return not FORMER.isdisjoint(sentence.low[max(0, head - 2) : head])


def _has_company(sentence: Sentence, head: int) -> bool:
    """Whether words tell of which company somebody is the head: "le fondateur de Halden"."""
    behind = sentence.low[head + 1 : head + 2]
    return bool(behind) and behind[0] in {"of", "at", "de", "du", "d'", "chez"}


def _says(claim: Claim, quoted: Sequence[bool], first: int, last: int) -> bool:
    """Whether a company itself says something: "Nordwind said", "a indiqué Nordwind"."""
    low, telling = claim.sentence.low, REPORTING[claim.language]
    before = low[max(0, first - 2) : first]
    while before and before[-1] in BETWEEN:
        before = before[:-1]
    behind = low[last + 1 : last + 3]
    opens = first == 0 or quoted[first - 1] or low[first - 1] in {",", '"', "\u201d", "\u00bb"}
    said_behind = bool(behind) and (behind[0] in telling or behind[0] in {"a", "has"})
    return (bool(before) and before[-1] in telling) or (opens and said_behind)
