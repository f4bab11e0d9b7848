"""What a date says with the words that bound it: "before 2020", "since May", "in November"."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from tui.language import clause_words, time_words
from tui.language.plain_words import plain_word
from tui.model.dates import DateError, Edtf
from tui.proof.verify.checks.dates.dated_words import (
    changes_hands,
    is_news_of_noun,
    is_waited_for,
    looks_done,
    names_day,
    segment,
    with_statement,
)
from tui.proof.verify.checks.dates.told_aside import is_told

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from tui.model.mentions import Mention
    from tui.proof.claim.claim import Claim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.verify.checks.asked import Asked

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]*)?")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_AHEAD = frozenset({"will", "possible", "plan", "talks", "condition"})


def told_date(mention: Mention, reading: QuoteReading, asked: Asked) -> Edtf:
    """What a date says with the word that bounds it: "before 2020" is `../2019`."""
    when = mention.date
    assert when is not None
    when = _coming(mention, _of_told_year(mention, when, reading), reading, asked)
    side = side_of(mention, reading)
    if side == "before" and when.earliest is not None:
        return Edtf(f"../{when.earliest - timedelta(days=1)}", None, when.earliest - timedelta(1))
    if side == "until" and when.latest is not None:
        return Edtf(f"../{when}", None, when.latest, when.approximate, when.uncertain)
    if side == "since" and when.earliest is not None:
        return Edtf(f"{when}/..", when.earliest, None, when.approximate, when.uncertain)
    if side == "after" and when.latest is not None:
        return Edtf(f"{when.latest + timedelta(days=1)}/..", when.latest + timedelta(1), None)
    return when


def side_of(mention: Mention, reading: QuoteReading) -> str:
    """On which side of a date something is told: "before", "until", "since", "after", or at it."""
    text = reading.paragraph.text
    words = [plain_word(match[0]) for match in _WORD.finditer(text, mention.start, mention.end)]
    before = [
        plain_word(match[0])
        for match in _WORD.finditer(text, max(0, mention.start - 30), mention.start)
    ][-4:]
    leading = words[:2] if words else []
    close = before[-2:] if has_any(before[-1:], _OPENING) else before[-1:]
    near = [*close, *leading[:1]]
    if has_any([*near, *leading], time_words.BEFORE):
        return "" if is_reached_only(mention, reading) else "before"
    if has_any(leading[:1] + close, time_words.BY) or before[-1:] == ["l'horizon"]:
        reached = _is_reached(mention, reading) or is_reached_only(mention, reading)
        return "" if reached else "until"
    if "d'ici" in before[-4:]:
        return "until"  # "d'ici à la fin du mois de juin"
    if before[-1:] and before[-1] in _ARTICLES:
        before = before[:-1]
    if has_any(leading[:1] + before[-1:], {"since", "depuis"}) or before[-2:] == ["à", "partir"]:
        found = reading.figure(mention)
        if found is not None and (
            names_day(found[0], found[1].word) or _belongs_since(found[0], found[1].word)
        ):
            return ""
        return "since"
    if has_any(leading[:1] + before[-1:], time_words.AFTER):
        return "after"
    return ""


_ARTICLES = frozenset({"le", "la", "les", "l'", "the"})


def _is_done_before(claim: Claim, at: int) -> bool:
    """Whether a participle or a noun of news stands right before a date: "decided in May"."""
    low, first = claim.sentence.low, at - 1
    while first > 0 and low[first] in clause_words.PREPOSITIONS | _ARTICLES:
        first -= 1
    if first < 0 or low[first] in time_words.SCHEDULED:
        return False
    if low[first] in time_words.TIDINGS:
        return True  # "The announcement on 4 March that it would buy Kestrel"
    done = looks_done(claim, range(first, at))
    return done and first > 0 and low[first - 1] not in _YET_TO_BE


_YET_TO_BE = frozenset("be been etre sera seront serait seraient soit to get getting".split())
"""Before a participle these put off what it tells."""
_OPENING = _ARTICLES | time_words.TIMES | frozenset("early late mid \xe0 a au".split())
"""What may stand between "by" and its date: "by the end of", "d'ici à la fin"."""


def is_reached_only(mention: Mention, reading: QuoteReading) -> bool:
    """Whether something was so no earlier than a time: "did not reveal it until 22 February"."""
    found = reading.figure(mention)
    if found is None:
        return False
    claim, at = found[0], found[1].word
    low = claim.sentence.low
    near = segment(claim, at)
    before = low[near.start : at]
    negated = any(word in _NOT or word.endswith("n't") for word in before)
    return (negated and is_news(low[near.start : near.stop])) or is_waited_for(claim, at)


def is_news(words: Iterable[str]) -> bool:
    """Whether words tell that news came out."""
    return has_any(words, time_words.NEWS | _REVEAL)


_NOT = frozenset("not never only n' ne".split())
_REVEAL = frozenset(
    """
    reveal announce disclose unveil tell public known news reveler annoncer devoiler publique rendu
    """.split()
)
"""What was not done before a day."""


def _is_reached(mention: Mention, reading: QuoteReading) -> bool:
    """Whether a time is over by which something was so: "By the end of 2020 it had 64 workers"."""
    found = reading.figure(mention)
    if found is None or "end" not in plain_word(mention.text):
        return False
    low = found[0].sentence.low
    return low[:1] == ["by"] and has_any(low, _WAS) and not has_any(low, _WILL)


_WAS = frozenset("had was were employed counted numbered stood reached".split())
_WILL = frozenset("will would should expects expected plans hopes aims".split())


def _belongs_since(claim: Claim, at: int) -> bool:
    """Whether a company belongs to somebody since a day, or that is official since: it was then."""
    near = with_statement(claim, segment(claim, at))
    official = {"officiel", "officielle", "official"} & {*claim.sentence.low[near.start : at]}
    words = {claim.sentence.low[number] for number in near}
    owned = bool(words & time_words.OWNING) and not words & time_words.SHARES
    return bool(official) or owned or changes_hands(claim, near)


def _coming(mention: Mention, when: Edtf, reading: QuoteReading, asked: Asked) -> Edtf:
    """A month or day without its year that is told as yet to come: the next one, not the last."""
    published = asked.published
    if "relative-date" not in mention.flags or published is None or published.latest is None:
        return when
    if when.latest is None or when.latest >= published.latest or when.earliest is None:
        return when
    if _YEAR.search(mention.text) or _names_the_past(mention.text):
        return when
    found = reading.figure(mention)
    if found is None:
        return when
    claim, at = found[0], found[1].word
    near = segment(claim, at)
    bare = _OPENS_TIME.issuperset(claim.sentence.low[one] for one in near if one != at)
    kinds = {turn.kind for turn in found[1].turns if turn.first < 0 or turn.first in near or bare}
    low = claim.sentence.low
    if _is_day(when) and not any(sign.isdigit() for sign in mention.text):
        ahead = any(
            low[one] in _FUTURE or low[one].endswith(("ra", "ront"))
            for turn in found[1].turns
            if turn.kind in _AHEAD and (bare or (turn.first in near and turn.first < at))
            for one in range(turn.first, turn.last)
        )
        week = timedelta(days=7) if ahead and not is_told(claim, at) else timedelta(0)
        coming = when.earliest + week
        return Edtf.parse(coming.isoformat()) if week else when  # "Will unveil it on Friday"
    if kinds.isdisjoint(_AHEAD) or is_told(claim, at) or is_waited_for(claim, at):
        return when
    if _is_done_before(claim, at):
        return when
    if is_news_of_noun(claim, at) or (near.start == 0 and looks_done(claim, near)):
        return when  # "Passé en janvier sous le contrôle de N, K va supprimer 300 postes"
    years = when.text.split("/")
    try:
        return Edtf.parse("/".join(f"{int(part[:4]) + 1}{part[4:]}" for part in years))
    except (DateError, ValueError):
        return when


_FUTURE = frozenset("will 'll is are to due set would doit doivent va vont devrait".split())
"""Verbs by which a weekday is the next one."""


def _of_told_year(mention: Mention, when: Edtf, reading: QuoteReading) -> Edtf:
    """A month without its year within a time of its sentence: "autumn 2021, in November"."""
    if "relative-date" not in mention.flags or _YEAR.search(mention.text):
        return when
    found = reading.figure(mention)
    if found is None or _names_the_past(mention.text) or not re.match(r"\d{4}-", when.text):
        return when
    if _is_day(when) and not any(sign.isdigit() for sign in mention.text):
        return when  # "On Monday" is counted from the day of the article.
    sentence = found[0].sentence
    for number, word in enumerate(sentence.words[: found[1].word]):
        outer = word.mention.date if word.mention is not None else None
        if word.mention is None or outer is None or not _YEAR.search(word.mention.text):
            continue
        if not _OPENS_TIME.issuperset(
            sentence.low[at] for at in segment(found[0], number) if at < number
        ):
            continue  # "Its flotation in 2021" tells the year of that alone.
        try:
            inner = Edtf.parse(outer.text[:4] + when.text[4:])
        except DateError:
            continue
        if inner.within(outer):
            return inner
    return when


_OPENS_TIME = (
    clause_words.PREPOSITIONS
    | clause_words.DETERMINERS
    | {",", "back", "early", "late", "mid", "debut", "fin", "courant"}
)
"""What alone stands before the time with which a sentence opens: "Back in the autumn of 2021"."""


def _is_day(when: Edtf) -> bool:
    return when.earliest is not None and when.earliest == when.latest


def _names_the_past(text: str) -> bool:
    low = plain_word(text)
    return any(word in low for word in ("last", "dernier", "derniere", "passe", "hier", "yester"))


def has_any(words: Iterable[str], listed: Set[str]) -> bool:
    """Whether one of some words is in a list."""
    return not listed.isdisjoint(words)
