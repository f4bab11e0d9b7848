"""Whether a passage still says what a quote says: figures, bounds, negations and names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.language.plain_words import words_of
from tui.model.messages import msg
from tui.proof.compare.differences import (
    DENYING_AFTER_NE,
    QuoteToken,
    difference,
    signature,
    tokens,
)
from tui.proof.compare.entities import CLAUSE_END, alike_in_part_only, names_at_odds
from tui.proof.compare.lexicon import is_scale
from tui.proof.compare.polarity import opens_a_time, turned
from tui.proof.compare.rewording import replaced
from tui.proof.compare.roles import changed_places, governed_subject, one_name
from tui.proof.compare.tense import turned_in_time
from tui.proof.quotes.token_boundaries import cuts_token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.quotes.alignment import Passage

_FILLERS = words_of(
    """
    de d a à au aux un une l le la les des du que qu of the an at to en un et and ou or in on
    end fin start debut beginning late early mid mi milieu partir compter chaque par per each every
    """
)
_RANGE = frozenset({"à", "to", "et", "and", "ou", "or", "-"})
_OF = frozenset({"de", "d", "of"})
_LIMITS_BEFORE = words_of("only merely seul seule seuls seules seulement uniquement")
_LIMITS_AFTER = words_of("only ago seul seule seuls seules seulement uniquement")
_REACH = 4
"""Words beside a passage among which a bound of its figure is looked for."""

_NEGATION_REACH = 3
_LAST_WORDS = 2
"""Words at either end of a quote in whose place a figure may stand."""
_AT_THE_EDGE = 4
"""Words at either end of a quote that may have been replaced by others beside its passage."""
_ARTICLES = 2
"""Small words by which a party may be longer than the one in whose place it stands."""
_WEEKDAYS = words_of(
    """
    monday tuesday wednesday thursday friday saturday sunday
    lundi mardi mercredi jeudi vendredi samedi dimanche
    """
)
_LONGER = 6
"""Words by which a figure spelt otherwise may reach over the edge of its passage."""


def changed(
    quote: str, quoted: list[QuoteToken], text: str, passage: Passage, language: str
) -> str:
    """Say what the article now states otherwise than the quote; empty when nothing weighs.

    What is only spelt otherwise, as "M€" for "millions d'euros", states the same.

    Where the first or last word of the quote is not in the passage, what stands just outside it
    counts too: a bound, the rest of a number or a negation may have taken the place of that word.

    Args:
        quote: The folded quote.
        quoted: Its tokens.
        text: The folded article.
        passage: Where the quote is thought to have stood.
        language: Of the article, `fr` or `en`.
    """
    found = tokens(text, passage.start, passage.end)
    ours, theirs = _without_weekdays(signature(quote, quoted), signature(text, found))
    differs = difference(quote, ours, text, theirs)
    if differs:
        respelt = _respelt(quote, quoted, text, passage, language)
        if respelt is None:
            return differs
        passage, found = respelt, respelt.tokens
    outside = _outside(quote, quoted, text, passage, found)
    outside = outside or _limited(text, passage)
    if outside is not None:
        return msg("the article now says {outside} there, the quote does not", outside=outside)
    alike = alike_in_part_only(quoted, passage)
    if alike:
        return alike
    governed = governed_subject(quoted, passage.around, passage.first, language)
    if governed is not None:
        old, new = governed
        told = text[new.start : passage.around[passage.first].end]
        return msg("the article now says {new}, the quote {old}", new=told, old=old.text)
    for old, new in names_at_odds(quoted, text, passage):
        return msg("the article now says {new}, the quote {old}", new=new.text, old=old.text)
    for differing, more in ((turned, 0), (changed_places, _ARTICLES), (turned_in_time, 0)):
        opposite = differing(quoted, _with_replaced_edges(quoted, text, passage, more))
        if opposite is not None:
            return msg(
                "the article now says {new}, the quote {old}",
                new=opposite[1].text,
                old=opposite[0].text,
            )
    beside = _with_names_at_the_edges(quoted, text, passage)
    opposite = changed_places(quoted, beside)
    if opposite is not None:
        return msg(
            "the article now says {new}, the quote {old}",
            new=opposite[1].text,
            old=opposite[0].text,
        )
    return _other_words(replaced(quote, quoted, text, found, beside, language))


def _without_weekdays(
    ours: list[QuoteToken], theirs: list[QuoteToken]
) -> tuple[list[QuoteToken], list[QuoteToken]]:
    """Two signatures without their weekdays, where one of them tells none."""
    told = [[token for token in words if token.key in _WEEKDAYS] for words in (ours, theirs)]
    if bool(told[0]) == bool(told[1]):
        return ours, theirs
    ours = [token for token in ours if token.key not in _WEEKDAYS]
    return ours, [token for token in theirs if token.key not in _WEEKDAYS]


def _other_words(differing: tuple[str, str] | None) -> str:
    if differing is None:
        return ""
    old, new = differing
    if old and new:
        return msg("the article now says {new}, the quote {old}", new=new, old=old)
    return (
        msg("the article now says {new} there", new=new)
        if new
        else msg("the article no longer says {old}", old=old)
    )


def _with_replaced_edges(
    quoted: list[QuoteToken], text: str, passage: Passage, more: int
) -> Sequence[QuoteToken]:
    """The passage, and beside it as many words as the quote has at that end and it lacks.

    Where it lacks any, `more` are read: "à la ville" may stand in the place of "au port".
    """
    paired = {old.start for old, _ in passage.pairs}
    head = sum(token.start not in paired for token in quoted[:_AT_THE_EDGE])
    tail = sum(token.start not in paired for token in quoted[-_AT_THE_EDGE:])
    head, tail = head and head + more, tail and tail + more
    around, first, last = passage.around, passage.first, passage.last
    begin, end = max(0, first - head), min(len(around), last + tail)
    while begin < first and CLAUSE_END.search(text, around[begin].end, around[first].start):
        begin += 1
    while end > last and CLAUSE_END.search(text, around[last - 1].end, around[end - 1].start):
        end -= 1
    # A name that was put there is read whole.
    while 0 < begin < first and one_name(around[begin - 1], around[begin]):
        begin -= 1
    while last < end < len(around) and one_name(around[end - 1], around[end]):
        end += 1
    return around[begin:end]


def _with_names_at_the_edges(
    quoted: list[QuoteToken], text: str, passage: Passage
) -> Sequence[QuoteToken]:
    """The passage, and beside it the words up to a name that it lacks of the quote."""
    inside = {token.key for token in passage.tokens}
    missing = {token.key for token in quoted if token.text[0].isupper()} - inside
    around, first, last = passage.around, passage.first, passage.last
    begin, end = first, last
    for at in range(first - 1, max(-1, first - 1 - _AT_THE_EDGE), -1):
        if CLAUSE_END.search(text, around[at].end, around[at + 1].start):
            break
        if around[at].key in missing:
            begin = at
    for at in range(last, min(len(around), last + _AT_THE_EDGE)):
        if CLAUSE_END.search(text, around[at - 1].end, around[at].start):
            break
        if around[at].key in missing:
            end = at + 1
    replaced_edges = _with_replaced_edges(quoted, text, passage, _AT_THE_EDGE)
    ahead = [token for token in around[begin:first] if token not in replaced_edges]
    behind = [token for token in around[last:end] if token not in replaced_edges]
    return [*ahead, *replaced_edges, *behind]


def _respelt(
    quote: str, quoted: list[QuoteToken], text: str, passage: Passage, language: str
) -> Passage | None:
    """The passage, or one a few words longer, that says what the quote says in other signs."""
    from tui.proof.compare.clause_order import same_said
    from tui.proof.compare.tokens import said

    wanted = said(quote, quoted, language)
    around, first, last = passage.around, passage.first, passage.last
    before, after = around[: first + 1][::-1], around[last - 1 :]
    for begin in range(first, first - _more(text, before, leading=True) - 1, -1):
        for end in range(last, last + _more(text, after) + 1):
            if same_said(wanted, said(text, around[begin:end], language)):
                return replace(passage, first=_opening(text, around, begin, first), last=end)
    return None


def _opening(text: str, around: Sequence[QuoteToken], begin: int, first: int) -> int:
    """Where the time begins that a longer passage opens with: "since 2023", "at the end of"."""
    while 0 < begin < first and not _apart(text, around[begin - 1], around[begin]):
        if around[begin - 1].key not in _FILLERS and not opens_a_time(around[begin - 1]):
            break
        begin -= 1
    return begin


def _more(text: str, words: Sequence[QuoteToken], *, leading: bool = False) -> int:
    """How many words after the first, at the edge of a passage, may belong to its last figure.

    A time that opens the sentence, `leading`, belongs to it although a comma stands behind.
    """
    beside = words[1 : 1 + _LONGER]
    within = count = 0
    comma = False
    for count, token in enumerate(beside):
        pair = sorted(words[count : count + 2], key=_place)
        if CLAUSE_END.search(text, pair[0].end, pair[1].start):
            return count
        if not comma and _apart(text, *pair):
            if not leading or count:
                return count
            comma, within = True, count
        if token.weight not in {"figure", "bound"} and token.key not in _FILLERS:
            return within if comma else count
    if comma and len(words) > len(beside) + 1:
        return within
    return len(beside)


def _place(token: QuoteToken) -> int:
    return token.start


def _outside(
    quote: str, quoted: list[QuoteToken], text: str, passage: Passage, found: list[QuoteToken]
) -> str | None:
    """Find what weighs beside a passage and is part of what it says."""
    around, first, last = passage.around, passage.first, passage.last - 1
    for edge, beside in ((passage.start, first - 1), (passage.end, last + 1)):
        if cuts_token(text, edge) and 0 <= beside < len(around):
            both = sorted(
                (around[beside], around[first if edge == passage.start else last]),
                key=lambda token: token.start,
            )
            return text[both[0].start : both[1].end]
    outside = _denied_across(quoted, found, passage)
    if outside is not None:
        return outside
    opening, closing = quote[: quoted[0].start], quote[quoted[-1].end :]
    opens_alike = text.endswith(opening, 0, passage.start)
    if quoted[0].key != around[first].key or not opens_alike:
        head = sum(token.start < min(old.start for old, _ in passage.pairs) for token in quoted)
        crossing = head > 0 and _apart(quote, quoted[head - 1], quoted[head])
        outside = _before(text, passage, replaced=0 < head <= _LAST_WORDS, crossing=crossing)
    closes_alike = text.startswith(closing, passage.end)
    parted = _parted(quote, quoted) != _parted(text, around[: passage.last])
    if outside is None and (quoted[-1].key != around[last].key or not closes_alike or parted):
        tail = sum(token.start > max(old.start for old, _ in passage.pairs) for token in quoted)
        outside = _after(text, passage, replaced=parted or 0 < tail <= _LAST_WORDS)
    return outside


def _apart(text: str, left: QuoteToken, right: QuoteToken) -> bool:
    """Whether a comma or the end of a clause stands between two words."""
    between = text[left.end : right.start]
    return "," in between or CLAUSE_END.search(between) is not None


def _parted(text: str, words: Sequence[QuoteToken]) -> bool:
    """Whether the last word begins a sentence or a clause of its own."""
    if len(words) < 2:
        return False
    return CLAUSE_END.search(text, words[-2].end, words[-1].start) is not None


def _denied_across(
    quoted: list[QuoteToken], found: list[QuoteToken], passage: Passage
) -> str | None:
    """Find "ne … plus", "ne … que" put around the first word of a quote."""
    if passage.first == 0 or passage.around[passage.first - 1].key not in {"ne", "n"}:
        return None
    said = [token.key for token in quoted]
    told = [token.key for token in found]
    for token in found[:_REACH]:
        if token.key in DENYING_AFTER_NE and told.count(token.key) > said.count(token.key):
            return f"ne {found[0].text} {token.text}"
    return None


def _limited(text: str, passage: Passage) -> str | None:
    """Find a word right beside a passage that limits all of it: "only", "ago"."""
    around, first, last = passage.around, passage.first, passage.last
    for beside, edge, limits in (
        (first - 1, first, _LIMITS_BEFORE),
        (last, last - 1, _LIMITS_AFTER),
    ):
        if 0 <= beside < len(around) and around[beside].key in limits:
            low, high = sorted((around[beside], around[edge]), key=_place)
            if not _apart(text, low, high):
                return text[low.start : high.end]
    return None


def weighs(token: QuoteToken) -> bool:
    """Whether a token denies or bounds what is said."""
    return token.weight in {"bound", "not"}


def _before(text: str, passage: Passage, *, replaced: bool, crossing: bool) -> str | None:
    """Find what weighs just before a passage; its own first figure may be bounded there."""
    around, first = passage.around, passage.first
    opens_with_figure = around[first].weight == "figure" or replaced
    for distance in range(1, _REACH + 1):
        at = first - distance
        if at < 0:
            return None
        token = around[at]
        between = text[token.end : around[at + 1].start]
        across = crossing and distance == 1
        if CLAUSE_END.search(between) and not across:
            return None
        if distance <= _NEGATION_REACH and token.weight == "not" and "," not in between:
            return token.text
        if "," in between and not across:
            return None
        if not opens_with_figure:
            continue
        if token.weight == "bound":
            return text[token.start : around[first].end]
        if token.weight == "figure":
            beside = around[at + 1].text.lower()
            counted = beside in _RANGE or (beside in _OF and is_scale(token.text))
            joined = distance == 1 or (distance == 2 and counted)
            return text[token.start : around[first].end] if joined else None
        opens_with_figure = token.text.lower() in _FILLERS
    return None


def _after(text: str, passage: Passage, *, replaced: bool) -> str | None:
    around, last = passage.around, passage.last - 1
    # A figure may have taken the place of the quote's last words.
    closes_with_figure = around[last].weight == "figure" or replaced
    for distance in range(1, _NEGATION_REACH + 1):
        at = last + distance
        if at >= len(around):
            return None
        token = around[at]
        between = text[around[at - 1].end : token.start]
        if CLAUSE_END.search(between) or "," in between:
            return None
        if distance <= _NEGATION_REACH - 1 and token.weight == "not":
            return token.text
        if not closes_with_figure:
            continue
        if token.weight == "bound":
            return text[around[last].start : token.end]
        if token.weight == "figure" and distance == 1:
            return text[around[last].start : token.end]
        closes_with_figure = token.text.lower() in _FILLERS
    return None
