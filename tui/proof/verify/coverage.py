"""How much of what an article states is recorded: covered, dismissed or open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from tui.model.mentions import Mention
from tui.model.messages import msg
from tui.model.records import all_evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.model.records import Evidence, Record

    Quotes: TypeAlias = Mapping[str, Sequence[tuple[str, str, Evidence]]]

MentionState: TypeAlias = Literal["covered", "dismissed", "open"]
RECORDED_KINDS = frozenset({"money", "percent", "fraction", "measure"})
"""The kinds of figures that a corpus is expected to record."""


class Coverage(msgspec.Struct, frozen=True):
    """The figures of one article.

    Attributes:
        article: Its id.
        mentions: Every figure with its state and the records that cover it.
    """

    article: str
    mentions: tuple[tuple[Mention, MentionState, tuple[str, ...]], ...]

    def count(self, state: MentionState) -> int:
        """How many figures are in a state."""
        return sum(1 for _, other, _ in self.mentions if other == state)

    @property
    def open(self) -> tuple[Mention, ...]:
        """The figures that nobody recorded or dismissed."""
        return tuple(mention for mention, state, _ in self.mentions if state == "open")

    @property
    def words(self) -> str:
        """The share in words: "14 of 15 figures recorded, 1 dismissed"."""
        covered, dismissed = self.count("covered"), self.count("dismissed")
        total = len(self.mentions) - dismissed
        if dismissed:
            return msg(
                "{covered} of {total} figures recorded, {dismissed} dismissed",
                covered=covered, total=total, dismissed=dismissed,
            )  # fmt: skip
        return msg("{covered} of {total} figures recorded", covered=covered, total=total)


def quotes_by_article(records: Iterable[Record]) -> Quotes:
    """Every evidence out of each article: its record, the path of its first field, and it."""
    found: dict[str, list[tuple[str, str, Evidence]]] = {}
    for record in records:
        for path, evidence in all_evidence(record):
            found.setdefault(evidence.article, []).append((record.id, path, evidence))
    return found


def cover(
    article: str,
    mentions: Iterable[Mention],
    quotes: Iterable[tuple[int, int, str]],
    dismissals: Iterable[tuple[int, int]],
) -> Coverage:
    """Sort the figures of an article by whether a quote holds their number.

    Args:
        article: The article's id.
        mentions: What the program found in it, in order of the text.
        quotes: Where each located quote lies, with its record.
        dismissals: Where each dismissed figure lies.
    """
    quoting, dismissing = _Around(quotes), _Around((*span, "") for span in dismissals)
    rows: list[tuple[Mention, MentionState, tuple[str, ...]]] = []
    for mention in mentions:
        if mention.kind not in RECORDED_KINDS:
            continue
        records = dict.fromkeys(
            record for start, end, record in quoting.at(mention) if _holds(start, end, mention)
        )
        if records:
            rows.append((mention, "covered", tuple(records)))
        elif any(_holds(start, end, mention) for start, end, _ in dismissing.at(mention)):
            rows.append((mention, "dismissed", ()))
        else:
            rows.append((mention, "open", ()))
    return Coverage(article, tuple(rows))


class _Around:
    """Stretches of a text, told by the figures that they touch, which are asked for in order."""

    def __init__(self, stretches: Iterable[tuple[int, int, str]]) -> None:
        self._ahead = sorted(stretches, reverse=True)
        self._near: list[tuple[int, int, str]] = []

    def at(self, mention: Mention) -> Sequence[tuple[int, int, str]]:
        """The stretches that touch a figure, by place."""
        self._near = [one for one in self._near if one[1] > mention.start]
        while self._ahead and self._ahead[-1][0] < mention.end:
            one = self._ahead.pop()
            if one[1] > mention.start:
                self._near.append(one)
        return self._near


def _holds(start: int, end: int, mention: Mention) -> bool:
    """Whether a stretch holds the number of a figure: its digits, or most of its words.

    A quote may leave out the bound word at the start or the currency at the end.
    """
    digits = [at for at, char in enumerate(mention.text, mention.start) if char.isdigit()]
    if digits:
        return start <= digits[0] and digits[-1] < end
    return min(end, mention.end) - max(start, mention.start) > (mention.end - mention.start) // 2
