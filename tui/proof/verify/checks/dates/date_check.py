"""Does a quote state the recorded date? What a sentence dates, and on which side of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.language import clause_words, moods, time_words
from tui.language.plain_words import Phrases, plain_word
from tui.model.dates import DateError, Edtf
from tui.model.messages import all_of, msg
from tui.model.quantities import Quantity
from tui.model.records import Deal, Fact, record_parties
from tui.proof.claim.turns.turn import NEGATIVE
from tui.proof.claim.words import DATE
from tui.proof.verify.checks.dates.dated_words import (
    closes,
    has_verb,
    is_waited_for,
    opens_with_participle,
    segment,
    takes_effect,
    tells_deal,
)
from tui.proof.verify.checks.dates.figure_dates import figure_date
from tui.proof.verify.checks.dates.other_deals import is_of_ours, of_other_deal, takes_up_deal
from tui.proof.verify.checks.dates.other_events import of_other_event
from tui.proof.verify.checks.dates.other_times import (
    BACK_TO,
    ELSEWHEN,
    days_told,
    distance_at,
    is_counted_to,
    time_words_of,
)
from tui.proof.verify.checks.dates.owners import dating
from tui.proof.verify.checks.dates.told_aside import (
    deal_told_aside,
    is_of_another_subject,
    opens_aside,
)
from tui.proof.verify.checks.dates.told_dates import has_any, is_reached_only, side_of, told_date
from tui.proof.verify.checks.doubts import turned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.mentions import Mention
    from tui.model.proofs import ValueCheck
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.claim.turns.turn import Turn
    from tui.proof.verify.checks.asked import Asked

_NEWS = frozenset({"announced", "date"})
"""Dates that an article's own date proves where its sentence tells no other: they are news."""
_SHIFTED: Phrases[str] = Phrases({"shifted": time_words.OF_ANOTHER_YEAR})
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]*)?")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_DAY_OF_MONTH = re.compile(r"\d{1,2}(?:st|nd|rd|th|er)?\s+[^\W\d_]+$|[^\W\d_]+\s+\d{1,2}$")
_CLOSING_REACH = 4
"""Words before a date among which the verb that it dates stands."""
_TURNING_DATES = NEGATIVE | {"question", "condition"}
_AHEAD = frozenset({"will", "possible", "plan", "talks", "condition"})


def check_date(value: Edtf, reading: QuoteReading, asked: Asked) -> tuple[ValueCheck, str]:
    """Compare a recorded date with the dates of a quote, of its sentence, or of its article.

    The article's own date proves news only where neither the quote nor its sentence tells a time.

    Args:
        value: The recorded date.
        reading: The quote in its sentences.
        asked: The field.

    Returns:
        The verdict, and why it is not `states`.
    """
    dates = [mention for mention in reading.mentions if mention.date is not None]
    if dates:
        return _by_quote(value, dates, reading, asked)
    bare = _bare_year(reading)
    if bare is not None:
        return _by_year(value, bare, reading, asked)
    return _by_sentence(value, reading, asked)


def _bare_year(reading: QuoteReading) -> re.Match[str] | None:
    """The one year of a quote that stands without a preposition: "its 2015 flotation"."""
    years = [
        match
        for match in _YEAR.finditer(reading.paragraph.text, reading.start, reading.end)
        if not any(
            one.start < match.end() and match.start() < one.end
            for one in reading.mentions
            if one.kind != "count" or one.start != match.start()  # "Its 2021 acquisition"
        )
    ]
    return years[0] if len(years) == 1 else None


def _is_of_flow(asked: Asked) -> bool:
    """Whether a year is that of sales or a profit, which are told by years of accounts."""
    return isinstance(asked.record, Fact) and asked.record.kind in {"revenue", "profit", "loss"}


def _by_year(
    value: Edtf, year: re.Match[str], reading: QuoteReading, asked: Asked
) -> tuple[ValueCheck, str]:
    before = [
        plain_word(match[0]).rpartition("'")[2]
        for match in _WORD.finditer(reading.paragraph.text, max(0, year.start() - 24), year.start())
    ]
    if has_any(before[-1:], time_words.FISCAL) and not (
        _is_of_flow(asked) and value.text.isdecimal()
    ):
        return "unclear", msg("a fiscal year: “{words}”", words=f"{before[-1]} {year[0]}")
    if has_any(
        before[-2:], {*time_words.BEFORE, *time_words.AFTER, *time_words.BY, "since", "depuis"}
    ):
        return "unclear", msg(
            "a time on one side of a date: “{words}”", words=f"{before[-1]} {year[0]}"
        )
    for claim, turn in reading.turns():
        if turn.kind in _TURNING_DATES and (doubt := turned(claim, [turn], asked)):
            return "unclear", doubt
    when = Edtf.parse(year[0])
    if when.within(value):
        return "states", ""
    detail = msg("the quote says {when}, the record {value}", when=when, value=value)
    return ("otherwise" if when.meets(value) else "contradicts"), detail


def _by_quote(
    value: Edtf, dates: Sequence[Mention], reading: QuoteReading, asked: Asked
) -> tuple[ValueCheck, str]:
    told = [told_date(mention, reading, asked) for mention in dates]
    doubt = ""
    for mention, when in zip(dates, told, strict=True):
        if not _says(when, value, asked, mention, reading):
            continue
        doubt = _doubt(value, mention, dates, told, reading, asked)
        if not doubt:
            return "states", ""
    if doubt:
        return "unclear", doubt
    said = all_of(told)
    detail = msg("the quote says {said}, the record {value}", said=said, value=value)
    return ("otherwise" if any(when.meets(value) for when in told) else "contradicts"), detail


def _says(when: Edtf, value: Edtf, asked: Asked, mention: Mention, reading: QuoteReading) -> bool:
    if _bounds(when) == _bounds(value):
        return True
    if asked.label == "due":
        # "By 2025" is when it is due, whether that is written `2025` or `../2025`.
        plain = mention.date
        assert plain is not None
        return when.within(value) or (when.earliest is None and plain.within(value))
    if asked.label == "period" and side_of(mention, reading) in {"since", "until"}:
        plain = mention.date
        return plain is not None and plain.within(value)
    return when.within(value)


def _bounds(when: Edtf) -> tuple[object, object]:
    return when.earliest, when.latest


def _doubt(
    value: Edtf,
    mention: Mention,
    dates: Sequence[Mention],
    told: Sequence[Edtf],
    reading: QuoteReading,
    asked: Asked,
) -> str:
    """Why a date that fits may date something else; empty where its sentence says it."""
    if "ambiguous-date" in mention.flags and not _either_way(mention, value):
        return msg("day and month may be the other way round: “{words}”", words=mention.text)
    found = reading.figure(mention)
    if found is None:
        return ""
    claim, figure = found
    words = claim.sentence.low
    shifted = _SHIFTED.at(words, figure.word + 1) if figure.word + 1 < len(words) else None
    if shifted is not None and "relative-date" in mention.flags:
        return msg(
            "it is of another year: “{words}”",
            words=claim.sentence.printed(figure.word, figure.word + 4),
        )
    near = words[max(0, figure.word - 3) : figure.word]
    if "relative-date" in mention.flags:
        doubt = _of_unknown_year(mention, claim, figure.word) or _told_elsewhen(mention, reading)
        if doubt:
            return doubt
    if has_any(near[-2:], time_words.FOUNDING):
        return msg(
            "it dates a founding: “{words}”",
            words=claim.sentence.printed(figure.word - 2, figure.word + 1),
        )
    if has_any([*near[-1:], plain_word(mention.text.split()[0])], time_words.FISCAL) and (
        _is_calendar_year(value) or (value.text.isdecimal() and not _is_of_flow(asked))
    ):
        return msg("a fiscal year: “{words}”", words=mention.text)
    if asked.label == "announced":
        first = max(segment(claim, figure.word).start, figure.word - _CLOSING_REACH)
        closing = words[first : figure.word]
        if has_any(closing, time_words.CLOSING) or dating(claim, figure.word).what == "closing":
            return msg("it dates the closing of a deal, not its announcement")
        doubt = _dates_payment(value, claim, figure.word, asked)
        if doubt:
            return doubt
    if (
        asked.label in _NEWS
        and side_of(mention, reading) in {"since", "until", "after"}
        and (value.earliest is not None and value.latest is not None)
    ):
        return msg("a time on one side of a date: “{words}”", words=mention.text)
    if asked.label in _NEWS and any(
        distance_at(words, at)
        for at in range(len(words))
        if (at > figure.word or BACK_TO & {*words[max(0, at - 2) : at]})
        and claim.clauses.of[at] == claim.clauses.of[figure.word]
        and not opens_aside(claim, at)
        and not _is_told_twice(claim, at, figure.word)
        and words[at - 1] not in {"than", "que", "qu'"}
        and claim.sentence.words[at - 1].kind != "figure"
        and not has_any(words[figure.word : at], moods.REPORTING_PAST)
    ):
        return msg("it is an anniversary, or counted from another day")
    if asked.label in _NEWS and isinstance(asked.record, Deal):
        doubt = of_other_event(claim, figure.word, reading, asked) or of_other_deal(
            claim, figure.word, reading, asked
        )
        if doubt:
            return doubt
        if aside := deal_told_aside(claim, figure.word):
            return msg("the deal is told of another time: “{words}”", words=aside)
    if asked.label == "date" and (doubt := _of_no_fact(value, claim, figure.word, reading, asked)):
        return doubt
    pair = figure_date(reading, asked) if asked.label == "date" else None
    if pair is not None and pair.start >= 0 and pair.start != mention.start:
        return msg("it dates another figure than “{words}”", words=pair.figure.text)
    turns = [
        turn
        for turn in figure.turns
        if turn.kind in _TURNING_DATES
        and not _beside_news(claim, figure.word, turn)
        and not (turn.kind == "not" and is_reached_only(mention, reading))
    ]
    doubt = turned(claim, turns, asked)
    if doubt or (pair is not None and pair.start == mention.start):
        return doubt
    return _rival(mention, dates, told, value, reading, asked)


def _is_told_twice(claim: Claim, at: int, day: int) -> bool:
    """Whether a time in front is told again by a date behind it: "il y a un an, en mars 2023"."""
    low = claim.sentence.low
    between = low[at + 1 : day]
    return 0 < day - at <= _TWICE_REACH and "," in between and _BETWEEN_TIMES.issuperset(between)


_TWICE_REACH = 7
"""Words from a time to the date that tells it again: "voilà tout juste deux ans, en mars"."""
_BETWEEN_TIMES = (
    clause_words.PREPOSITIONS | clause_words.DETERMINERS | time_words.UNITS
    | frozenset({DATE}) | frozenset(", ago tomorrow today yesterday jour demain hier now".split())
)  # fmt: skip


def _of_no_fact(value: Edtf, claim: Claim, at: int, reading: QuoteReading, asked: Asked) -> str:
    """Why a date is not that of a fact: it is yet to come, or tells what was done beside it."""
    fact = asked.record
    if not isinstance(fact, Fact) or not isinstance(fact.value, Quantity):
        return ""
    if fact.kind in _OF_TODAY and _is_yet_to_come(value, asked):
        return msg("it is later than the article that tells of it")
    near = segment(claim, at)
    counted = reading.counted if fact.kind == "headcount" else reading
    inside = any(
        one.start <= claim.sentence.words[number].start < one.end
        for one in counted.mentions
        if one.kind != "date"
        for number in near
    )
    if inside or not near.start or not opens_with_participle(claim, near.start):
        return ""
    return msg(
        "what it dates was not understood: “{words}”",
        words=claim.sentence.printed(near.start, near.stop),
    )


_OF_TODAY = frozenset({"headcount", "revenue", "profit", "loss", "stake"})
"""Facts that an article tells of a time up to its own."""


def _place_of(found: tuple[Claim, FigureClaim]) -> tuple[Claim, int]:
    return found[0], found[1].word


def _beside_news(claim: Claim, at: int, turn: Turn) -> bool:
    """Whether what is denied stands apart from "announced on 3 June": it denies no announcement.

    What became of it since denies none either: "made public on 3 June and challenged since".
    """
    near, low = segment(claim, at), claim.sentence.low
    if turn.first > at and low[turn.first - 1] in {"and", "et", "but", "mais", "puis"}:
        return dating(claim, at).what == "news"
    return (
        turn.kind in {"not", "fail", "cancel", "refuse"}
        and turn.first not in near
        and has_any([low[number] for number in near], time_words.NEWS)
    )


def _is_yet_to_come(when: Edtf, asked: Asked) -> bool:
    """Whether a time lies behind the article, so that nothing was announced then."""
    published = asked.published
    return (
        published is not None
        and published.latest is not None
        and when.earliest is not None
        and when.earliest > published.latest
    )


def _is_calendar_year(value: Edtf) -> bool:
    first, last = value.earliest, value.latest
    return (
        first is not None
        and last is not None
        and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    )


def _of_unknown_year(mention: Mention, claim: Claim, at: int) -> str:
    """Why a day has no certain year: "signed on a 4 March", "un 4 mars"."""
    if _YEAR.search(mention.text) or not _DAY_OF_MONTH.match(mention.text):
        return ""
    words = claim.sentence.low
    if at and words[at - 1] in {"a", "an", "one", "some", "un", "certain"}:
        return msg("its year is not told: “{words}”", words=claim.sentence.printed(at - 1, at + 1))
    return ""


def _told_elsewhen(mention: Mention, reading: QuoteReading) -> str:
    """Why a date beside another time is not that of the event: "Two years ago …, today a flop"."""
    if plain_word(mention.text) not in time_words.PRESENT:
        return ""
    found = reading.figure(mention)
    if found is None:
        return ""
    claim, figure = found
    for at, word in enumerate(claim.sentence.low):
        phrase = ELSEWHEN.at(claim.sentence.low, at)
        if phrase is None or word in time_words.ELSEWHEN_OFTEN_ELSE:
            continue
        kind = claim.clauses.all[claim.clauses.of[at]].kind
        if at < figure.word or kind not in _LESSER:
            return msg(
                "its sentence tells another time: “{words}”",
                words=claim.sentence.printed(at, at + phrase[0]),
            )
    before = claim.sentence.words[figure.word - 1] if figure.word else None
    if before is not None and before.low == ",":
        for word in claim.sentence.low[: figure.word]:
            if word in time_words.PLUPERFECT:
                return msg("it tells what became of it since: “{words}”", words=mention.text)
    return ""


def _dates_payment(value: Edtf, claim: Claim, at: int, asked: Asked) -> str:
    """Why a date is that of what is yet to be paid or done, not of the news of it."""
    if _is_yet_to_come(value, asked):
        return msg("it is later than the article that tells of it")
    words = claim.sentence.low
    if has_any(words, time_words.TELLING):
        return ""
    near = words[max(0, at - _CLOSING_REACH) : at]
    if has_any(near, time_words.SCHEDULED) and not is_waited_for(claim, at):
        return msg("it is the day that something is set for, not that of its announcement")
    own = claim.clauses.of[at]
    inside = [word for number, word in enumerate(words[:at]) if claim.clauses.of[number] == own]
    near_it = {words[number] for number in segment(claim, at)}
    if has_any(inside, time_words.PAYMENTS) or has_any(near_it, time_words.INSTALMENTS):
        return msg("it dates a payment, not the announcement of the deal")
    return ""


def _either_way(mention: Mention, value: Edtf) -> bool:
    """Whether a day and a month that may be exchanged are both within a value."""
    when = mention.date
    if when is None:
        return False
    year, month, day = when.text.split("-")
    try:
        return Edtf.parse(f"{year}-{day}-{month}").within(value)
    except DateError:
        return True


def _rival(
    mention: Mention,
    dates: Sequence[Mention],
    told: Sequence[Edtf],
    value: Edtf,
    reading: QuoteReading,
    asked: Asked,
) -> str:
    """Another date of the quote that might be meant as well.

    The day of the news is told from every other one by the verb that it stands with.
    """
    mine = reading.figure(mention)
    own = dating(*_place_of(mine)).what if mine is not None else ""
    for other, when in zip(dates, told, strict=True):
        if other is mention or when.within(value):
            continue
        theirs = reading.figure(other)
        if asked.label == "date" and own == "news" and theirs is not None:
            claim, at = _place_of(theirs)
            if dating(claim, at).what == "deal" and _names_party(theirs, asked):
                return msg(
                    "another date in the quote is that of a deal: “{words}”", words=other.text
                )
        if mine is None or theirs is None or theirs[0] is not mine[0] or side_of(other, reading):
            continue
        if _is_told_twice(claim=mine[0], at=theirs[1].word, day=mine[1].word):
            continue
        if asked.label == "announced" and _is_yet_to_come(when, asked):
            continue
        what = dating(*_place_of(theirs)).what
        if asked.label == "announced" and own == "news" and takes_up_deal(*_place_of(mine)):
            continue  # "Said on Tuesday it had completed it, a deal announced in May"
        if asked.label == "announced" and _tells_year_of_ours(mine, theirs, other, asked):
            return msg("another date in the quote is that of a deal: “{words}”", words=other.text)
        if asked.label == "announced" and what in {"approval", "closing"} and own in _OF_DEAL:
            continue
        if asked.label == "announced" and of_other_deal(*_place_of(theirs), reading, asked):
            continue
        apart = what == "other" or is_of_another_subject(*_place_of(theirs))
        if apart and (asked.label == "date" or own in {"news", "deal"}):
            continue
        if asked.label == "announced" and (own == "news") != (what == "news"):
            done = what == "deal" and (
                closes(*_place_of(theirs)) or takes_effect(theirs[0], mine[1].word, theirs[1].word)
            )
            if own == "news" and not (what == "deal" and _names_party(theirs, asked) and not done):
                continue
            if own == "news":
                return msg(
                    "another date in the quote is that of a deal: “{words}”", words=other.text
                )
            return msg("another date in the quote is that of the news: “{words}”", words=other.text)
        if has_any(
            mine[0].sentence.low[max(0, theirs[1].word - 2) : theirs[1].word], time_words.FOUNDING
        ):
            continue
        kind = mine[0].clauses.all[mine[0].clauses.of[theirs[1].word]].kind
        if (
            own == what == "news"
            and is_of_ours(*_place_of(theirs), asked)
            and not is_of_ours(*_place_of(mine), asked)
        ):
            return msg("another date in the quote is that of the news: “{words}”", words=other.text)
        if kind in _LESSER and mine[0].clauses.all[mine[0].clauses.of[mine[1].word]].kind not in (
            _LESSER
        ):
            continue
        return msg("another date in the quote: “{words}”", words=other.text)
    return ""


def _tells_year_of_ours(
    mine: tuple[Claim, FigureClaim],
    theirs: tuple[Claim, FigureClaim],
    other: Mention,
    asked: Asked,
) -> bool:
    """Whether a year dates the deal itself: "… on Monday, recalling its purchase in 2009"."""
    claim, at = _place_of(theirs)
    return (
        _YEAR.search(other.text) is not None
        and not is_of_ours(*_place_of(mine), asked)
        and is_of_ours(claim, at, asked)
        and tells_deal(claim, segment(claim, at))
        and dating(claim, at).what == "other"
    )


def _names_party(found: tuple[Claim, FigureClaim], asked: Asked) -> bool:
    """Whether a party of the record, if it has any, is named between the commas around a date."""
    claim, figure = found
    if not record_parties(asked.record):
        return True
    near = segment(claim, figure.word)
    words = claim.sentence.words
    return bool(
        asked.names.find(claim.sentence.source, words[near.start].start, words[near.stop - 1].end)
    )


_OF_DEAL = frozenset({"news", "deal"})
_LESSER = frozenset({"relative", "aside-relative", "adverbial", "participial", "aside"})


def _by_sentence(value: Edtf, reading: QuoteReading, asked: Asked) -> tuple[ValueCheck, str]:
    """What the sentence dates whose words were quoted, else the article's own date."""
    published = asked.published
    sentence = [
        mention
        for claim in reading.claims
        for word in claim.sentence.words
        if (mention := word.mention) is not None and mention.date is not None
    ]
    told = [told_date(mention, reading, asked) for mention in sentence]
    elsewhen = time_words_of(reading, asked) or days_told(reading)
    if elsewhen and told and not any(elsewhen in mention.text for mention in sentence):
        return "silent", msg("its sentence tells another time: “{words}”", words=elsewhen)
    shifted = any(
        distance_at(claim.sentence.low, at)
        for claim in reading.claims
        for at in range(len(claim.sentence.low))
        if not is_counted_to(claim, at, reading)
    )
    if shifted and asked.label in _NEWS:
        return "unclear", msg("its sentence tells another time: “{words}”", words=elsewhen)
    if told:
        apart = [when for when in told if not when.within(value)]
        for mention, when in zip(sentence, told, strict=True):
            if (
                not apart
                and when.within(value)
                and not _doubt(value, mention, sentence, told, reading, asked)
            ):
                return "states", msg("its sentence says {text}", text=mention.text)
        said = all_of(mention.text for mention in sentence)
        return "silent", msg(
            "its sentence says “{words}”, the record {value}", words=said, value=value
        )
    if asked.label not in _NEWS or published is None or not published.within(value):
        return "silent", msg("the quote has no date")
    if elsewhen:
        return "silent", msg("its sentence tells another time: “{words}”", words=elsewhen)
    for claim, turn in reading.turns():
        if turn.kind in _TURNING_DATES:
            doubt = turned(claim, [turn], asked)
            if doubt:
                return "unclear", doubt
        if asked.label == "date" and turn.kind in _AHEAD:
            return "unclear", msg("it is yet to come: “{words}”", words=claim.words(turn))
    if not any(_is_news_of_deal(claim, reading) for claim in reading.claims):
        return "unclear", msg("its sentence tells no deal")
    return "states", msg("told as news by an article of {published}", published=published)


def _is_news_of_deal(claim: Claim, reading: QuoteReading) -> bool:
    """Whether the clauses of a quote tell a deal or a figure, or have no verb at all."""
    words, of = claim.sentence.words, claim.clauses.of
    around: set[int] = set()
    for number, word in enumerate(words):
        if word.start < reading.end and reading.start < word.end:
            around.update(claim.clauses.around(number))
    told = [number for number in range(len(words)) if of[number] in around]
    return (
        tells_deal(claim, told)
        or not has_verb(claim, told)
        or any(words[number].kind == "figure" for number in told)
    )
