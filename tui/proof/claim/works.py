"""Statements that a sentence tells as what a work, a text or a machine says.

What happens "in the second season of the series" happened nowhere else; what a chatbot claims, or
what a report said that the sentence is about, is not said by the article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.language import clause_words, neighbour_words, reporting, work_words
from tui.language.plain_words import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.proof.claim.clauses import Clauses
    from tui.proof.claim.words import Sentence

_INVENTORS: Phrases[str] = Phrases({"invented": work_words.INVENTORS})
_IN_WHICH: Phrases[str] = Phrases({"in": work_words.IN_WHICH})
_WRONGLY: Phrases[str] = Phrases({"wrongly": work_words.WRONGLY})
_NO_NEWS: Phrases[str] = Phrases({"no news": work_words.NO_NEWS})
_IMAGINING = neighbour_words.IMAGINING - {"say", "picture", "fancy", "dream", "consider"}
"""Verbs that ask to imagine, but those that open other sentences as well."""
_BEHIND = 2
"""Words behind "wrongly" among which the verb of telling stands: "wrongly reported"."""
_FRONT = frozenset("in at on dans au aux a à en".split())
_TELLERS = {
    language: telling | work_words.CLAIMING for language, telling in reporting.REPORTING.items()
}
_OF = frozenset("of de d' du des in dans".split())
_LONGEST_FRONT = 12
"""Words of a phrase in front that names a work."""
_NEAR = 7
"""Words from the noun of a text to the clause about it: "our report of last Monday, in which"."""
_HEAD = 4
"""Words after a preposition among which its noun stands."""
_TELLING = 4
"""Words from who tells to the verb of telling: "the chatbot, as ever, insists"."""


class MadeUp(NamedTuple):
    """Words that make a statement that of a work or a machine.

    Attributes:
        first: The number of the first of them.
        last: One past the number of the last.
        clause: The clause whose statements are meant; -1 for the whole sentence.
    """

    first: int
    last: int
    clause: int


def made_up(sentence: Sentence, clauses: Clauses, language: str) -> Iterator[MadeUp]:
    """Find what makes statements of a sentence those of a work or a machine.

    Args:
        sentence: The sentence.
        clauses: Its clauses.
        language: `fr` or `en`.
    """
    low, telling_verbs = sentence.low, reporting.REPORTING[language]
    front = _work_in_front(sentence)
    if front is not None:
        yield MadeUp(*front, -1)
    plot = _plot_told(sentence)
    if plot is not None:
        yield MadeUp(*plot, -1)
    for at, length, _ in _WRONGLY.each(low):
        told = low[max(0, at - _TELLING) : at + length + _BEHIND]
        if not ((telling_verbs | work_words.SENDING).isdisjoint(told) or _is_set_aside(low, at)):
            yield MadeUp(at, at + length, -1)
    for at, length, _ in _NO_NEWS.each(low):
        yield MadeUp(at, at + length, -1)
    if low[:1] and low[0] in _IMAGINING:
        yield MadeUp(0, 1, -1)
    nothing = _is_nothing_more(low)
    if nothing >= 0:
        yield MadeUp(nothing, nothing + 1, -1)
    telling = _TELLERS[language]
    for at, length, _ in _INVENTORS.each(low):
        last = at + length
        if _tells(low, last, telling) or _is_in_text_in_front(low, at):
            yield MadeUp(at, last, -1)
    for number, clause in enumerate(clauses.all):
        if clause.kind not in {"relative", "aside-relative"} or not clause.opened:
            continue
        text = _text_before(sentence, clause.opened)
        if text >= 0 and not any(
            low[at] in telling for at, one in enumerate(clauses.of) if one == number
        ):
            yield MadeUp(text, clause.opened + 1, number)


def _work_in_front(sentence: Sentence) -> tuple[int, int] | None:
    """The work that a sentence opens with: "In the third volume of the comic, …"."""
    low = sentence.low
    if low[:1] and low[0] not in _FRONT:
        return None
    for at in range(1, min(len(low), _LONGEST_FRONT)):
        if sentence.words[at].kind != "word":
            return None
        work = _is_work(low, at)
        if work is None or (work and "," not in low[at:]):
            return None
        if not work:
            continue
        if any(word.kind == "figure" for word in sentence.words[: low.index(",", at)]):
            return None
        return 0, at + 1
    return None


def _is_work(low: Sequence[str], at: int) -> bool | None:
    """Whether a noun is that of a work; `None` where what follows makes another thing of it."""
    if low[at] not in work_words.FICTIONS:
        return False
    following = low[at + 1 : at + 2]
    if not following or following[0] in work_words.NOT_A_WORK:
        return None
    return not (low[at] in work_words.OTHER_NOUNS and following[0] in _OF | {"for", "pour"})


def _is_set_aside(low: Sequence[str], at: int) -> bool:
    """Whether only what is set aside was told wrongly: "not 17 million, as we wrote in error"."""
    before = low[max(0, at - _ASIDE_REACH) : at]
    told = next((one for one, word in enumerate(before) if word in {"comme", "as"}), 0)
    return not {"non", "not", "pas", "instead", "rather"}.isdisjoint(before[:told])


_ASIDE_REACH = 14
"""Words from "not" over what is set aside to how it was told."""


def _plot_told(sentence: Sentence) -> tuple[int, int] | None:
    """The work that is the subject and the verb of its plot: "the novel opens on the day when"."""
    low = sentence.low
    for at in range(min(len(low), _LONGEST_FRONT)):
        work = _is_work(low, at)
        if work is None:
            return None
        if not work:
            continue
        for verb in range(at + 1, min(len(low), at + _TO_PLOT)):
            if sentence.words[verb].kind == "figure":
                break
            if low[verb] in work_words.PLOTTING:
                return at, verb + 1
    return None


_TO_PLOT = 9
"""Words from a work over its author to the verb: "the novel by A. Thorne opens"."""


def _is_nothing_more(low: Sequence[str]) -> int:
    """Where a sentence about a text says that it is a draft or a joke; -1 where it does not."""
    if work_words.TEXTS.isdisjoint(low[:_HEAD]):
        return -1
    for at in range(_HEAD, len(low)):
        if low[at] in work_words.NOTHING_MORE and not _BEING.isdisjoint(
            low[max(0, at - _HEAD) : at]
        ):
            return at
    return -1


_BEING = frozenset("was is were are be been proved turned est etait fut ete sont etaient".split())


def _tells(low: Sequence[str], last: int, telling: frozenset[str]) -> bool:
    """Whether a verb of telling follows right behind who tells."""
    for word in low[last : last + _TELLING]:
        if word in telling:
            return True
        if word not in _PASSED and not word.endswith(("ly", "ement")):
            return False
    return False


_PASSED = clause_words.ADVERBS_BETWEEN | frozenset(
    "has have had a ont avait n' ne s' se itself lui-meme mordicus".split()
)


def _is_in_text_in_front(low: Sequence[str], at: int) -> bool:
    """Whether a text opens the sentence that somebody made up: "In the doctored video, …"."""
    return low[0] in _FRONT and not work_words.TEXTS.isdisjoint(low[1 : 1 + _HEAD]) and at < 16


def _text_before(sentence: Sentence, opened: int) -> int:
    """The number of the noun of a text that a clause is about; -1 where it is about none."""
    low = sentence.low
    if not any(
        (phrase := _IN_WHICH.at(low, at)) is not None and at + phrase[0] > opened
        for at in (opened - 1, opened)
    ):
        return -1
    for at in range(opened - 1, max(-1, opened - 1 - _NEAR), -1):
        if low[at] in work_words.TEXTS:
            return at
    return -1
