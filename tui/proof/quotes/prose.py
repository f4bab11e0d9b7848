"""A text as its sentences run on: which line breaks are spaces, and which end a paragraph.

Mails, agency texts and PDFs break their lines anywhere: between a bound and its figure, between a
number and its scale. Here such a break is a space again, as it is for `normalize.fold`, and signs
that nobody sees are gone; what ends a paragraph stays a line break. Letters, quotation marks and
dashes are as they were. The way back to the code points of the original is kept.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import is_normalized, normalize

from tui.language.figures.bounds import BEFORE
from tui.language.figures.currencies import COUNTRIES, FAMILIES, SIGNS
from tui.language.figures.numbers import MULTIPLIERS, NUMBERS
from tui.language.figures.scales import ABBREVIATIONS, SCALES
from tui.language.lazy_pattern import READ, Pattern
from tui.language.vocabulary import spellings
from tui.proof.quotes.normalize import BREAKS, INVISIBLE, Changes, composing_changes, step_back

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSEEN = f"[{INVISIBLE}]"
_GAP = f"(?:[^\\S{BREAKS}]|{_UNSEEN})*"
_TO_JOIN = re.compile(
    rf"(?P<hyphen>-)?{_GAP}(?P<breaks>(?:(?:\r\n|[{BREAKS}]){_GAP})+)"
    rf"|(?P<tab>[ \t]*\t[ \t]*)|(?: |{_UNSEEN}){{2,}}|{_UNSEEN}"
)
_SIGN = re.compile(rf"[{BREAKS}\t{INVISIBLE}]")
_INDENT = " \t\u00a0\u3000"
_LINE_END = re.compile(f"\r\n|[{BREAKS}]")
_SENTENCE_END = re.compile(r"[.!?…:;][»”\"’')\]]*$")
_STOPS = frozenset(".!?…")
_ROW = re.compile(r"\S(?:\t| {2,}|\s*\|\s*)\S")
"""A line with columns."""
_LIST_MARK = re.compile(r"(?:[-–—*•▪‣]\s+(?=[^\W_a-zà-ÿ])|[•▪‣*]\s|\d{1,2}[.)]\s|\|)")
_HANGING = re.compile(r"(?:[,(«“–—\-]|[’'])$")
_OPEN_WORDS = frozenset(
    """a an the of to in on at by for from with and or than as up down over under about above near
    nearly almost some only just around below more less per its their his her this that
    de d du des la le les l un une à a au aux en et ou dans sur sous par pour avec sans vers plus
    moins environ près jusqu'à jusqu’à que qu ne se son sa ses leur leurs ce cette
    quelque quelques""".split()
)
"""Words after which a sentence goes on."""
_WRAPPED = 100
"""Code points of the longest line in texts that are wrapped by hand or by a mail program."""


def _goes_on_with() -> str:
    """What a figure goes on with: a scale, a currency, a country's adjective."""
    tables = [SIGNS.pattern(""), FAMILIES.pattern(""), ABBREVIATIONS.pattern("")]
    tables += [SCALES.pattern(language) for language in READ]
    countries = "|".join(entry.pattern for entry in COUNTRIES.entries)
    return rf"(?:{'|'.join(tables)}|{countries})(?!\w)|[$€£¥₹₩₽]|(?:[A-Z]{{1,4}})?\$"


_FIGURE_GOES_ON = Pattern(_goes_on_with)


class Prose:
    """A text without the line breaks and unseen signs inside its paragraphs.

    Attributes:
        text: What is to be read; a line feed ends a paragraph or a row of a table.
    """

    __slots__ = ("_composed", "_original", "_steps", "text")

    def __init__(self, original: str) -> None:
        """Join the lines of a text."""
        plain = original.isascii() or is_normalized("NFC", original)
        composed = original if plain else normalize("NFC", original)
        self._original, self._composed = original, composed
        pieces: list[str] = []
        changes: Changes = []
        at = shift = 0
        for start, end, new in _joints(composed):
            pieces += (composed[at:start], new)
            if len(new) != end - start:
                changes.append((start + shift, start + shift + len(new), start, end))
                shift += len(new) - (end - start)
            at = end
        pieces.append(composed[at:])
        self.text = "".join(pieces) if at else composed
        self._steps = [changes] if changes else []
        if not plain:
            self._steps.append(composing_changes(original))

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the original that a stretch of the text came from."""
        for changes in self._steps:
            start, end = step_back([change[0] for change in changes], changes, start, end)
        return start, end


def paragraph_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of a text, less the breaks around it, of the paragraphs that a part lies in."""
    begins, ends = _paragraphs(text)
    return begins[max(0, bisect_right(begins, start) - 1)], ends[bisect_left(ends, end)]


@lru_cache(maxsize=32)
def _paragraphs(text: str) -> tuple[list[int], list[int]]:
    """Where the paragraphs of a text begin and where they end; asked again for every quote."""
    breaks = [(at, behind) for at, behind, new in _joints(text) if new.endswith("\n")]
    return [0, *(behind for _, behind in breaks)], [*(at for at, _ in breaks), len(text)]


def _joints(text: str) -> Iterator[tuple[int, int, str]]:
    """What of a text is read otherwise than it is written: from, to, and as what."""
    width = -1
    line = 0
    for match in _candidates(text):
        start, end = match.span()
        if match["breaks"] is None:
            yield start, end, _inside_a_line(text, match)
            continue
        if width < 0:
            width = max(map(len, _LINE_END.split(text)))
        yield start, end, _at_a_break(text, line, match, width)
        line = end


def _candidates(text: str) -> Iterator[re.Match[str]]:
    if "  " in text:
        yield from _TO_JOIN.finditer(text)
        return
    # Looking for single signs first is twenty times as fast.
    at = 0
    while (sign := _SIGN.search(text, at)) is not None:
        begin = sign.start()
        while begin > at and (text[begin - 1] in " \t" or text[begin - 1] in "\u00a0\u202f"):
            begin -= 1
        if begin > at and text[begin - 1] == "-":
            begin -= 1
        match = _TO_JOIN.search(text, begin)
        if match is None:
            return
        yield match
        at = match.end()


def _inside_a_line(text: str, match: re.Match[str]) -> str:
    if match["tab"] is None:
        return " " if " " in match[0] else ""
    # A space would make one number of the figures in two columns.
    start, end = match.span()
    apart = text[start - 1 : start].isdigit() and text[end : end + 1].isdigit()
    return "\t" if apart else " "


def _at_a_break(text: str, line: int, match: re.Match[str], width: int) -> str:
    """What a line break is read as."""
    start, end = match.span()
    if width > _WRAPPED and text[start - 1 : start] in _STOPS:
        return "\n"  # Most breaks are of this kind.
    breaks = _LINE_END.findall(match["breaks"])
    before = text[line:start]
    following = _LINE_END.search(text, end)
    after = text[end : following.start() if following else len(text)]
    hyphen = "-" if match["hyphen"] else ""
    if not before.strip() or not after or len(breaks) > 1 or "\u2029" in breaks:
        return f"{hyphen}\n"
    if not _is_one_sentence(before + hyphen, after, match["breaks"][-1] in _INDENT, width):
        return f"{hyphen}\n"
    if hyphen and before[-1].isalpha() and after[0].islower():
        return "" if _is_one_word(before, after) else "-"
    return f"{hyphen} "


def _is_one_sentence(before: str, after: str, indented: bool, width: int) -> bool:
    """Whether a sentence goes on over a line break.

    An indent begins a paragraph and so does a row of a table, a mark of a list, or a line that
    begins in capitals though its first word would have had room on the line before. What a
    figure needs, its bound, scale and currency, is never cut off.
    """
    if _LIST_MARK.match(after) or (_ROW.search(before) and _ROW.search(after)):
        return False
    first = after[0]
    ended = _SENTENCE_END.search(before) is not None
    if not ended:
        if first.isdigit():
            return not (before[:1].isdigit() and before[-1:].isdigit() and " " in before)
        if first.islower() or first in "$€£¥%)»”":
            return True
        if (
            _HANGING.search(before)
            or before.rsplit(maxsplit=1)[-1].lower().lstrip('(«“"') in _OPEN_WORDS
        ):
            return True
        if _FIGURE_GOES_ON.match(after):
            return True
    room = len(before) + 1 + len(after.split(None, 1)[0]) <= width
    return not (indented or room) and width <= _WRAPPED


def _is_one_word(before: str, after: str) -> bool:
    """Whether a hyphen at the end of a line parts one word in two: "mil-", "lions"."""
    left = re.split(r"[^\w]", before)[-1]
    right = re.split(r"[^\w]", after, maxsplit=1)[0]
    return (left + right).lower() in _parted_words()


@lru_cache(maxsize=1)
def _parted_words() -> frozenset[str]:
    words = [word for language in READ for word in SCALES.words(language)]
    words += [*FAMILIES.words(""), *(w for one in READ for w in NUMBERS.words(one))]
    words += [word for one in READ for word in MULTIPLIERS.words(one)]
    words += [
        word for entry in BEFORE.entries for word in spellings(entry.words) if " " not in word
    ]
    return frozenset(words)
