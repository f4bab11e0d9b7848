"""What the sentences beside a statement do to it: frame it as a tale, or take it back.

A sentence before it that names nobody and no figure can make it up ("Imagine the following.",
"Gossip is rife."). A sentence behind it takes it back when it opens with a no, when one of those it
names disowns it ("Nordwind has never heard of him"), when it ends the deal ("The contract was torn
up"), or when it says that it is what somebody hopes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words, neighbour_words, polarity, reporting, work_words
from tui.language.clauses.verbs import verb_forms
from tui.language.figures.sum_words import DEAL_NOUNS, SUM_NOUNS
from tui.language.plain_words import Phrases
from tui.proof.claim.article_frame import may_deny
from tui.proof.claim.claim import Claim
from tui.proof.claim.sequels import gone_wrong

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.proof.claim.paragraph import Paragraph
    from tui.proof.claim.turns.turn import Turn

_LONGEST_FRAME = 16
"""Words of a sentence that does no more than frame the next one, and of a heading."""
_LATER = 220
"""Code points of a sentence that may do no more than take back the one before."""
_FOLLOWING = 3
"""Sentences behind a statement that may take it back."""
_OPENING = 6
"""Words at the head of a sentence among which "that is what" stands."""
_BETWEEN = 4
"""Words between a deal and what ends it: "the contract has since been torn up"."""
_THAT_REACH = 4
"""Words at the head of a sentence among which what points back to the one before stands."""
_SUBJECT = 8
"""Words at the head of a sentence among which its subject stands."""

_TALES: Phrases[str] = Phrases({"tale": neighbour_words.TALES})
_NO: Phrases[str] = Phrases({"no": neighbour_words.OPENING_NO})
_DISOWNING: Phrases[str] = Phrases({"disowned": neighbour_words.DISOWNING})
_NOTHING_OF: Phrases[str] = Phrases({"nothing": neighbour_words.NOTHING_OF})
_TAKING_BACK: Phrases[str] = Phrases({"back": neighbour_words.TAKING_BACK})
_ACQUITTED: Phrases[str] = Phrases({"acquitted": neighbour_words.ACQUITTED})
_POINTED = 3
"""Words behind what takes a statement back among which it is called one: "the mayor's remark"."""
_ENDED: Phrases[str] = Phrases({"ended": neighbour_words.ENDED})
_AT_LEAST: Phrases[str] = Phrases({"least": neighbour_words.AT_LEAST})
_NEVER = frozenset({"never", "jamais"})
_CONTRASTS: Phrases[str] = Phrases({"contrast": neighbour_words.CONTRASTS})
_BACKING_OUT: Phrases[str] = Phrases({"out": neighbour_words.BACKING_OUT})
_HERE_IS: Phrases[str] = Phrases({"here": neighbour_words.HERE_IS})
_PLOTS = work_words.FICTIONS - work_words.OTHER_NOUNS - {
    "comedy", "comedie", "scenario", "simulation", "roman", "tome", "chanson", "bande",
    "feuilleton", "saga",  # "Fin du feuilleton judiciaire": what went on for long.
}  # fmt: skip
_TWO = 2
_DEALS = DEAL_NOUNS | neighbour_words.DEALS_ALSO
_POINTING = frozenset("the that this its le la l' ce cet cette son sa du au".split())
_THEIR = frozenset("its their his her son sa ses leur leurs".split())
_SEALED = frozenset("agreement deal accord contract contrat pact pacte treaty vows".split())
"""What two have made together, so that "their agreement" is the one told before."""
_SIGNS = frozenset(".,;:!-\u2013\u2014")
_AUXILIARIES = clause_words.ENGLISH_AUXILIARIES | clause_words.FRENCH_AUXILIARIES
_LEADING_TO = _AUXILIARIES | clause_words.ADVERBS_BETWEEN | clause_words.CLITICS | {
    "since", "remained", "remains", "stayed", "reste", "restee", "resta", "restait",
}  # fmt: skip
_CALLING = frozenset(
    "declare declared declares declaring ruled rule judged found declarait declara juge jugea"
    " jugeait tenu rendu rend rendre".split()
)
_SUBJECTS = frozenset(
    """
    it they he she both neither company group firm bank spokesman spokeswoman spokesperson
    management il elle ils elles on groupe societe entreprise banque direction interesse interesses
    interessee chez porte-parole
    """.split()
)
"""Words that stand for a party of the sentence before."""


def framed(paragraph: Paragraph, claims: Sequence[Claim], start: int) -> str:
    """The words before a statement that make a tale of it; empty where none does.

    Args:
        paragraph: The paragraph.
        claims: The sentences of the statement.
        start: Where the statement begins in the text.
    """
    if not claims:
        return ""
    heading = _heading(claims[0], start)
    if heading or is_contrasted(claims):
        return heading
    before = paragraph.claim_before(claims[0].sentence.start)
    return _tale(before, names_of(claims)) if before is not None else ""


def is_contrasted(claims: Sequence[Claim]) -> bool:
    """Whether a statement is set against the sentence before it: "By contrast, it did pay"."""
    low = claims[0].sentence.low if claims else []
    return any(_CONTRASTS.at(low, at) is not None for at in range(min(len(low), _OPENING)))


def _tale(claim: Claim, names: set[str]) -> str:
    """The words by which a sentence that names nobody makes a tale of the next one."""
    sentence = claim.sentence
    low = sentence.low
    if not low or len(low) > _LONGEST_FRAME or sentence.is_question():
        return ""
    if any(word.kind in {"figure", "number"} for word in sentence.words):
        return ""
    if not names.isdisjoint(low[1:]):
        return ""
    if _asks_to_imagine(low, claim.language):
        return sentence.printed(0, min(len(low), 3))
    for at in range(len(low)):
        phrase = _TALES.at(low, at)
        if phrase is not None:
            return sentence.printed(at, at + phrase[0])
        if low[at] in _PLOTS and not (at and sentence.is_capital(at)):
            return sentence.printed(at, at + 1)
    if _HERE_IS.at(low, 0) is not None and not neighbour_words.CLAIMING.isdisjoint(low):
        return claim.text
    for turn in claim.turns.all:
        if turn.kind in {"untrue", "rumour"} and _FATES.isdisjoint(low):
            return claim.words(turn)
    return ""


_FATES = frozenset("future fate survival avenir sort survie".split())
"""What may be in doubt without the next sentence being untrue: "The future of Circ is in doubt"."""


def _asks_to_imagine(low: Sequence[str], language: str) -> bool:
    first = low[0]
    if first in neighbour_words.LET_US:
        return any(word in neighbour_words.IMAGINING for word in low[1:4])
    if first in neighbour_words.IMAGINING:
        return True
    return (
        language == "fr"
        and first.endswith("ons")
        and (not first.endswith("ions") or first == "parions")
        and len(first) > len("avons")
        and first not in neighbour_words.INVITING
        and first not in DEAL_NOUNS
        and low[1:2] not in (["de"], ["d'"], ["des"])
    )


def _heading(claim: Claim, start: int) -> str:
    """What stands before the colon of a statement and is not known to head a fact.

    "This week's version: …": a heading that tells of one more of its kind is understood only where
    its noun is that of a deal, a sum or news.
    """
    sentence = claim.sentence
    low = sentence.low
    colon = low.index(":") if ":" in low else 0
    if not 0 < colon <= _LONGEST_FRAME or sentence.words[colon].start > start:
        return ""
    heading = low[:colon]
    if any(word.kind in {"figure", "number"} for word in sentence.words[:colon]):
        return ""
    for at, length, _ in _TALES.each(heading):
        return sentence.printed(at, at + length)
    known = _DEALS | SUM_NOUNS | neighbour_words.HEADINGS
    if not neighbour_words.LATEST.isdisjoint(heading) and known.isdisjoint(heading):
        return sentence.printed(0, colon)
    return ""


def taken_back(paragraph: Paragraph, claims: Sequence[Claim], end: int) -> str:
    """The words behind a statement that take it back; empty where none does.

    Args:
        paragraph: The paragraph.
        claims: The sentences of the statement.
        end: Where it ends in the text.
    """
    names = names_of(claims)
    asked = False
    for following in followers(paragraph, claims, end):
        words = "" if asked else _says_no(following)
        words = (
            words
            or _disowned(following, names)
            or _ended(following)
            or _backed_out(following, names)
            or _wished(following)
            or gone_wrong(following)
            or _nothing_of(following)
            or _withdrawn(following)
            or _has_a_part(following)
        )
        if words:
            return words
        asked = following.sentence.is_question()
    return ""


def followers(paragraph: Paragraph, claims: Sequence[Claim], end: int) -> Iterator[Claim]:
    """What may take a statement back: the rest of its sentence behind a semicolon, then the next.

    Args:
        paragraph: The paragraph.
        claims: The sentences of the statement.
        end: Where it ends in the text.
    """
    if not claims:
        return
    last = claims[-1].sentence
    tail = paragraph.text.find(";", end, last.end) + 1
    if 0 < tail < last.end - 1:
        yield Claim(
            paragraph.text, (tail, last.end), paragraph.mentions_in(tail, last.end),
            paragraph.language,
        )  # fmt: skip
    place = last.end
    for _ in range(_FOLLOWING):
        start, stop = paragraph.following_span(place)
        if stop <= start:
            return
        if stop - start < _LATER:
            yield from paragraph.claims(start, stop)
        place = stop


def names_of(claims: Sequence[Claim]) -> set[str]:
    """The words of a statement that have a capital, plain."""
    return {
        word.low
        for claim in claims
        for at, word in enumerate(claim.sentence.words)
        if word.kind == "word" and len(word.low) > 1 and claim.sentence.is_capital(at)
    }


def _nothing_of(claim: Claim) -> str:
    """The words by which nothing came about of what was said: "no payment had been made"."""
    low = claim.sentence.low
    for at, length, _ in _NOTHING_OF.each(low):
        behind = low[at + length : at + length + _OPENING]
        near = {*low[max(0, at - _BETWEEN) : at], *behind}
        if not neighbour_words.ANOTHER.isdisjoint(behind[:1]) or low[at + 1] == "such":
            continue
        told = low[at] in {"not", "none", "nothing", "rien", "n'", "pas"}
        if told or not neighbour_words.COME_ABOUT.isdisjoint(near):
            return claim.sentence.printed(at, at + length)
    return ""


def _withdrawn(claim: Claim) -> str:
    """The words by which the statement before was wrong: "later withdrew the remark"."""
    low = claim.sentence.low
    for at, length, _ in _ACQUITTED.each(low):
        return claim.sentence.printed(at, at + length)
    for at, length, _ in _TAKING_BACK.each(low):
        behind = low[at + length : at + length + _POINTED]
        mistaken = low[at + length - 1] in {"mistaken", "wrong", "misspoken", "misspoke", "trompe"}
        if mistaken or not neighbour_words.STATEMENTS.isdisjoint(behind):
            return claim.sentence.printed(at, at + length)
    return ""


def _has_a_part(claim: Claim) -> str:
    """The words by which somebody has only a part of the sum before: "n'a pas dit sa part"."""
    low = claim.sentence.low
    for at in range(len(low) - 1):
        near = low[max(0, at - _PART_REACH) : at]
        its = low[at] in {"sa", "leur", "its", "their"}
        told = any(word.startswith(_TELLING_SHARES) for word in near)
        ends = low[at + 2 : at + 3] in ([], ["."], [","])
        whole = low[at + 1] in _PARTS and ends and (told if its else low[at] in {"une", "a"})
        fraction = low[at] == "du" and low[at + 1] in _FRACTIONS
        if (whole and (its or "en" in near)) or (fraction and "en" in near):
            return claim.sentence.printed(at, at + 2)
    return ""


_PART_REACH = 6
"""Words before a part to what tells that it is one: "n'en touchera qu'une fraction"."""
_TELLING_SHARES = ("detail", "precis", "devoil", "revel", "communiqu", "disclos", "reveal", "break")
_PARTS = frozenset({"part", "share", "fraction", "partie", "quote-part"})
_FRACTIONS = frozenset("dixieme quart tiers cinquieme centieme".split())


def _says_no(claim: Claim) -> str:
    """The no that opens a sentence: "Not so, said Nordwind", "No, a spokesman said"."""
    sentence = claim.sentence
    low = sentence.low
    first = 0
    while first < len(low) and sentence.words[first].kind == "sign":
        first += 1
    if first >= len(low):
        return ""
    phrase = _NO.at(low, first)
    after = first + (phrase[0] if phrase else 1)
    if phrase is None and low[first] not in {"no", "non", "never", "jamais"}:
        return ""
    telling = reporting.REPORTING[claim.language]
    following = low[after : after + 1]
    if not following or following[0] in _SIGNS or following[0] in telling:
        return sentence.printed(first, after)
    return ""


def _disowned(claim: Claim, names: set[str]) -> str:
    """The words by which a party of a statement says that it knows nothing of it."""
    low = claim.sentence.low
    subject = low[:_SUBJECT]
    if names.isdisjoint(subject) and _SUBJECTS.isdisjoint(subject):
        return ""
    for at, length, _ in _DISOWNING.each(low):
        return claim.sentence.printed(at, at + length)
    if len(low) <= _LONGEST_FRAME:
        for turn in _denials(claim):
            if turn.kind == "untrue" and turn.first > 0:
                return claim.words(turn)
        for at, length, _ in _TALES.each(low, 1):
            return claim.sentence.printed(at, at + length)
    if not polarity.ANAPHORIC.isdisjoint(low):
        for at in range(len(low) - 1):
            if low[at] in {"knows", "knew", "know"} and low[at + 1] in {"nothing", "of"}:
                return claim.sentence.printed(at, at + 2)
    return ""


def _denials(claim: Claim) -> Sequence[Turn]:
    """The turns of a sentence, which are only read where it has a word that denies."""
    return claim.turns.all if may_deny(claim.text) else ()


def _ended(claim: Claim) -> str:
    """The words that end the deal of the sentence before: "The ink was declared worthless"."""
    sentence = claim.sentence
    low = sentence.low
    turned = {
        turn.first: turn.last - turn.first
        for turn in _denials(claim)
        if turn.kind in {"cancel", "refuse"} and turn.first >= 0
    }
    listed = {at: length for at, length, _ in _ENDED.each(low)}
    never = {at: 2 for at, word in enumerate(low) if word in _NEVER and _never_done(low, at)}
    ended = never | turned | listed
    for at in sorted(ended):
        last = at + ended[at]
        known = at in listed or at not in turned
        if not (known or _is_all(low, last) or _done_to_deal(low, at, last)):
            continue  # "The sale ends a year of waiting": something else is ended.
        if _said_of_deal(low, at) or _done_to_deal(low, at, last):
            return sentence.printed(at, last)
    return ""


def _backed_out(claim: Claim, names: set[str]) -> str:
    """The words by which a party of a statement takes itself out of it: "Then it walked away"."""
    low = claim.sentence.low
    for at, length, _ in _BACKING_OUT.each(low, 1):
        last = at + length
        subject = low[at - 1] if low[at - 1] not in _LEADING_TO or at < _TWO else low[at - _TWO]
        if _is_all(low, last) and (subject in names or subject in _SUBJECTS):
            return claim.sentence.printed(at, last)
    return ""


def _is_all(low: Sequence[str], last: int) -> bool:
    """Whether nothing is told behind a verb but by whom, or what stands for the statement."""
    return last >= len(low) or (
        low[last] in _SIGNS or low[last] in {"by", "par"} or low[last] in polarity.ANAPHORIC
    )


def _never_done(low: Sequence[str], at: int) -> bool:
    """Whether a participle follows "never" that tells no silence: "The loan was never drawn"."""
    ahead = [word for word in low[at + 1 : at + 4] if word not in _LEADING_TO]
    return bool(ahead) and (
        ahead[0] not in polarity.SAYING_NOTHING
        and ahead[0].endswith(("ed", "n", "t", "d", "e", "i", "u", "es", "is"))
        and ahead[0] not in clause_words.PREPOSITIONS
        and ahead[0] not in {"public", "publique", "questioned", "contested"}
    )


def _said_of_deal(low: Sequence[str], at: int) -> bool:
    """Whether a deal stands before what ends it, with verbs alone between."""
    for number in range(at - 1, max(-1, at - 2 - _BETWEEN), -1):
        if low[number] in _DEALS or low[number] in {"it", "elle", "il"}:
            noun = low[number] in _DEALS
            return not noun or bool(_POINTING & {*low[max(0, number - 2) : number]})
        if low[number] not in _LEADING_TO and low[number] not in _CALLING:
            return False
    return False


def _done_to_deal(low: Sequence[str], at: int, last: int) -> bool:
    """Whether a deal is what is ended: "scrapped the deal", "declared the contract void"."""
    following = low[last : last + 2]
    if len(following) > 1 and following[0] in _POINTING | _THEIR:
        return following[1] in (_SEALED if following[0] in _THEIR else _DEALS)
    return (
        at > 1
        and low[at - 1] in _DEALS
        and low[at - 2] in _POINTING
        and not _CALLING.isdisjoint(low[max(0, at - 5) : at - 2])
    )


def _wished(claim: Claim) -> str:
    """The words that make of the statement before what somebody hopes, fears or believes."""
    low = claim.sentence.low
    head = low[:_OPENING]
    pointed = not neighbour_words.THAT_IS.isdisjoint(head[:_THAT_REACH])
    if pointed and any(_AT_LEAST.at(low, at) for at in range(len(head))):
        return claim.sentence.printed(0, len(head))
    if not low or low[0] not in neighbour_words.THAT_IS:
        return ""
    if {"what", "how", "as", "que", "qu'", "the", "la", "le", "l'"}.isdisjoint(head):
        return ""
    for at, word in enumerate(low):
        if claim.sentence.words[at].low == ",":
            break
        if word in neighbour_words.WISHING:
            return claim.sentence.printed(0, at + 1)
    return ""


def denied(following: Claim) -> str:
    """The words by which a short sentence denies the one before; empty where it denies nothing.

    Who denies something that the sentence tells itself ("It denied that jobs would be lost")
    denies that, unless it is the deal.
    """
    text = following.text
    if not may_deny(text):
        return ""
    words = following.sentence.low
    opens = bool(words) and (words[0] in polarity.ANAPHORIC or words[:2] == ["il", "n'"])
    for turn in following.turns.all:
        if turn.kind not in {"deny", "untrue", "refuse", "cancel"}:
            continue
        if turn.kind == "deny" and _is_of_its_own(following, turn):
            continue
        about = any(word in polarity.ANAPHORIC for word in words[turn.last : turn.last + 3])
        if (turn.kind in {"deny", "untrue"} and (about or opens)) or (about and opens):
            return following.words(turn)
    return ""


def _is_of_its_own(claim: Claim, turn: Turn) -> bool:
    """Whether what is denied is told with it and is no deal: "toute suppression d'emplois"."""
    low = claim.sentence.low
    rest = low[turn.last :]
    if rest[:1] not in (["that"], ["any"], ["toute"], ["tout"], ["que"], ["qu'"], ["vouloir"]):
        return False
    if rest[1:2] in ([], ["."], [","], ["claim"], ["report"], ["was"], ["is"]):
        return False
    forms = verb_forms(claim.language)
    words, source = claim.sentence.words, claim.sentence.source
    return not any(
        word in _DEALS
        or word in polarity.ANAPHORIC - {"that", "le", "la", "les", "l'", "tout", "the", "these"}
        or word in {"knowledge", "contact", "involvement", "talks", "discussion", "discussions"}
        or words[turn.last + at].kind == "figure"
        or any(
            form.verb.frame
            for form in forms.get(
                source[words[turn.last + at].start : words[turn.last + at].end].lower(), ()
            )
        )
        for at, word in enumerate(rest)
        if at
    )
