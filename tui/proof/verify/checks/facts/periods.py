"""For what time a sum is told that a time brings: a year, a quarter, "the three years to 2023".

What a company takes or loses in six months is not what it takes or loses in a year, so the time
that the words tell has to be as long as the one that is recorded. What only measures how long
something took tells no such time: "doubled in three years to 4 million". Each reading takes time
with the words of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import fact_turns, period_words
from tui.language.plain_words import Phrases, plain_word
from tui.model.messages import msg

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.verify.checks.asked import Asked

_SHORTEST = 25
"""Days of the shortest time that a fact is told for; what is shorter is a day of news."""
_SLACK = 0.2
"""By which part times of one kind differ: 26 weeks and half a year."""
_COUNT_REACH = 3
"""Words from a number to its unit: "the first six trading months"."""
_CLOSING_REACH = 7
"""Words from the day on which a year ends to the word that tells it: "the year to the end of"."""
_RATES = frozenset(
    """
    annualised annualized run-rate rythme annualise annualisee recurring recurrent recurrents
    """.split()
)
"""Words of a rate that is no sum of a year: "an annualised 120 million"."""
_LENGTHS = frozenset(
    "years months weeks quarter period ans mois semaines trimestre semestre periode".split()
)
_WHEN: Phrases[str] = Phrases({"when": period_words.ONLY_WHEN})


def of_other_time(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """Words that tell a sum for a longer or shorter time than the one that is recorded.

    Args:
        claim: The sentence.
        figure: The sum, one that a time brings.
        asked: The field.
    """
    when = next(iter(asked.dates), None)
    if when is None or when.earliest is None or when.latest is None:
        return ""
    whole = (when.latest - when.earliest).days + 1
    rate = next((at for at, one in enumerate(claim.sentence.low) if one in _RATES), -1)
    if rate >= 0 and said_of(claim, figure, rate):
        return msg("a rate: “{words}”", words=claim.sentence.printed(rate, rate + 1))
    for first, last, days in _told(claim, figure):
        if abs(days - whole) > _SLACK * max(days, whole):
            return msg("it is that of a part: “{words}”", words=claim.sentence.printed(first, last))
    return ""


def _told(claim: Claim, figure: FigureClaim) -> list[tuple[int, int, int]]:
    """The times that a sum is told for: the first word, one past the last, and the days."""
    found = []
    low, words = claim.sentence.low, claim.sentence.words
    for at in range(len(low)):
        if not said_of(claim, figure, at):
            continue
        mention = words[at].mention
        date = mention.date if mention is not None else None
        if words[at].kind == "date" and date is not None and date.earliest and date.latest:
            days = (date.latest - date.earliest).days + 1
            gone = not _GONE.isdisjoint(plain_word(claim.sentence.printed(at, at + 1)).split())
            if not _LENGTHS.isdisjoint(low[max(0, at - _CLOSING_REACH) : at]):
                continue  # "The three months to September" ends then.
            if _tells_since(claim, at):
                continue  # What has come in "since January" is that of all the months since.
            if _SHORTEST <= days <= _LONGEST_DATE and not (gone or _ends_year(claim, at)):
                found.append((at, at + 1, days))
            continue
        days = _length(claim, figure, at)
        if days:
            found.append((max(0, at - 1), at + 1, days))
    return found


_GONE = frozenset("ago earlier later il voici plus".split())
"""Words of a date that tells a day so far away: "six months ago", "il y a six mois"."""
_LONGEST_DATE = 300
"""Days up to which a date is a part of a year; a year itself is compared as a date."""


def _tells_since(claim: Claim, at: int) -> bool:
    """Whether a date is the one since when something is told."""
    if claim.sentence.printed(at, at + 1).lower().startswith(SINCE):
        return True
    for word in reversed(claim.sentence.words[max(0, at - _SINCE_REACH) : at]):
        if word.kind != "word":
            return False
        if word.low in SINCE:
            return True
    return False


SINCE = ("since", "depuis")
_SINCE_REACH = 5
"""Words from "since" to its date: "depuis le début de l'année 2023"."""


def said_of(claim: Claim, figure: FigureClaim, at: int) -> bool:
    """Whether a word is said of a figure: in its clause or in front, and nearer to no other sum."""
    clause = claim.clauses.of[at]
    kind = claim.clauses.all[clause].kind
    if clause not in claim.clauses.around(figure.word) and kind != "fronted":
        return False
    place = claim.sentence.words[at].start
    return kind == "fronted" or figure.region[0] <= place < figure.region[1]


def _length(claim: Claim, figure: FigureClaim, at: int) -> int:
    """How many days the time has that ends at a word; 0 where the word tells none."""
    low = claim.sentence.low
    word = low[at].rpartition("-")[2]
    opened, closed = low[at].partition("-")[0], period_words.MONTHS.get(word)
    if opened != low[at] and opened in period_words.MONTHS and closed is not None:
        months = (closed - period_words.MONTHS[opened]) % len("JFMAMJJASOND") + 1
        return months * period_words.DAYS_OF_MONTH
    if (
        low[at] in period_words.MONTHS
        and low[at + 1 : at + 2]
        and (low[at + 1] in fact_turns.SALES | fact_turns.GAINS)
    ):
        return period_words.DAYS_OF_MONTH  # "Its December sales"
    if low[at] in period_words.PARTS_OF_YEAR_ADJECTIVES:
        return period_words.PARTS_OF_YEAR_ADJECTIVES[low[at]]
    compound = low[at] != word and low[at].partition("-")[0] in period_words.ORDINALS
    days = period_words.DAYS_OF_UNIT.get(word, 0)
    if not days or (low[at] != word and not compound):
        return 0
    if _only_when(claim, at):
        return 0
    if word in period_words.PARTS_OF_YEAR:
        before = low[max(0, at - _COUNT_REACH) : at]
        named = compound or not period_words.ORDINALS.isdisjoint(before)
        behind = low[at + 1 : at + _COUNT_REACH]
        named = named or not period_words.ORDINALS.isdisjoint(behind[:1])
        return days if named else 0
    number = _number_before(claim, at)
    if number <= 1 or (word in period_words.YEARS and _is_result(claim, figure, at)):
        return 0
    return number * days


def _number_before(claim: Claim, at: int) -> int:
    """The number of units that a time has: "six months", "les neuf premiers mois"."""
    low = claim.sentence.low
    for number in range(at - 1, max(-1, at - 1 - _COUNT_REACH), -1):
        if low[number] in period_words.SMALL_NUMBERS:
            return period_words.SMALL_NUMBERS[low[number]]
        if low[number].isdigit() and len(low[number]) <= 2:
            return int(low[number])
        if low[number] not in period_words.BESIDE_NUMBERS:
            break
    return 0


def _only_when(claim: Claim, at: int) -> bool:
    """Whether a time tells when or how long, not for what: "two years ago", "the best in years"."""
    low = claim.sentence.low
    if any(low[one] in period_words.GONE_BY for one in range(at + 1, min(len(low), at + 3))):
        return True
    for first in range(max(0, at - _CLOSING_REACH), at):
        phrase = _WHEN.at(low, first)
        if phrase is not None and first + phrase[0] <= at:
            inside = low[first + phrase[0] : at]
            if all(_is_counted(word) for word in inside):
                return True
    return False


def _is_counted(word: str) -> bool:
    return (
        word in period_words.BESIDE_NUMBERS
        or word in period_words.SMALL_NUMBERS
        or word in period_words.ORDINALS
        or word.isdigit()
    )


def _is_result(claim: Claim, figure: FigureClaim, at: int) -> bool:
    """Whether a sum is what something came to in so many years: "doubled in two years to"."""
    low, words = claim.sentence.low, claim.sentence.words
    behind = next((one for one in range(at + 1, at + 4) if low[one : one + 1] in _TO), -1)
    if 0 <= behind < len(low) - 1 and words[behind + 1].kind == "figure":
        return True
    return any(low[one] in period_words.GROWING_IN for one in range(max(at, figure.word)))


_TO = (["to"], ["\u00e0"], ["a"])


def _ends_year(claim: Claim, at: int) -> bool:
    """Whether a date is the end of a year of accounts: "the year to June", "exercice clos en"."""
    low = claim.sentence.low
    near = {*low[max(0, at - _CLOSING_REACH) : at], *low[at + 1 : at + 3]}
    twelve = bool(near & {"twelve", "douze", "12"}) and bool(near & {"months", "mois"})
    accounts = near & period_words.YEARS_OF_ACCOUNTS
    return twelve or (bool(accounts) and bool(near & period_words.ENDING))
