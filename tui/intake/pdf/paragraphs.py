"""Paragraphs out of lines, across columns and pages, with the place where each page begins."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from tui.intake.text.hyphens import joined

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tui.intake.pdf.lines import PdfLine

_ENDS = re.compile(r"[.!?…:;。！？][\"'”»’)\]\x0f\d]*$")
_OPEN_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u2011\xad￾]$")
_LIST = re.compile(r"^(?:[•●▪◦‣■□–—*-]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)")
_PITCH = 1.25
"""A step to the next line of more than this times the usual one parts paragraphs."""
_SPACED = 0.04
"""Share of the steps that part paragraphs in a text that sets them apart: one in 25 lines."""
_SHORT = 0.6
"""Share of the width below which a line ends a paragraph even where paragraphs stand apart."""
_INDENT = 0.7
"""Font sizes by which the first line of a paragraph is moved in."""
_HEADING = 1.12
"""Font sizes from which a line is a heading, as a multiple of the text's."""


class PdfParagraph(NamedTuple):
    """A paragraph or a table.

    Attributes:
        text: Its text; the rows of a table on lines of their own.
        page: The page on which it begins, from 0.
        breaks: Where in `text` the next pages begin.
        size: Its font size.
        table: Whether it is a table.
    """

    text: str
    page: int
    breaks: tuple[tuple[int, int], ...]
    size: float
    table: bool = False


def body_size(lines: Sequence[PdfLine]) -> float:
    """The font size of most of the text."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def paragraphs_of(lines: Sequence[PdfLine], words: Collection[str]) -> list[PdfParagraph]:
    """Join the lines of a document into paragraphs.

    Args:
        lines: All lines in reading order, without furniture and notes.
        words: The words of the document in small letters, for hyphens at line ends.
    """
    if not lines:
        return []
    size = body_size(lines)
    pitches = _pitches(lines)
    spaced = _is_spaced(lines, pitches)
    groups: list[list[PdfLine]] = [[lines[0]]]
    for before, line in itertools.pairwise(lines):
        if _goes_on(before, line, groups[-1], size, pitches, spaced=spaced):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group, words) for group in groups]


def _pitches(lines: Sequence[PdfLine]) -> dict[float, float]:
    """The usual step from a line to the next, by font size."""
    steps: dict[float, list[float]] = {}
    for before, line in itertools.pairwise(lines):
        if before.page == line.page and before.region == line.region and _alike(before, line):
            step = before.y0 - line.y0
            if 0.8 * line.size < step < 3 * line.size:
                steps.setdefault(round(line.size), []).append(step)
    return {key: _lower_median(values) for key, values in steps.items()}


def _lower_median(values: list[float]) -> float:
    """Most steps are within paragraphs; those between them are the larger ones."""
    ordered = sorted(values)
    return median(ordered[: max(1, (len(ordered) * 3 + 3) // 4)])


def _alike(before: PdfLine, line: PdfLine) -> bool:
    return abs(before.size - line.size) <= 0.1 * max(before.size, line.size)


def _is_spaced(lines: Sequence[PdfLine], pitches: dict[float, float]) -> bool:
    """Whether paragraphs stand apart by more than a line, so that a short line may go on."""
    apart = together = 0
    for before, line in itertools.pairwise(lines):
        if before.page != line.page or before.region != line.region or not _alike(before, line):
            continue
        step = before.y0 - line.y0
        usual = pitches.get(round(line.size), 1.2 * line.size)
        apart += step > _PITCH * usual
        together += 0 < step <= _PITCH * usual
    return apart > 0 and apart >= _SPACED * (apart + together)


def _goes_on(
    before: PdfLine,
    line: PdfLine,
    group: Sequence[PdfLine],
    size: float,
    pitches: dict[float, float],
    *,
    spaced: bool,
) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if before.row or line.row:
        return before.row and line.row and before.page == line.page and before.region == line.region
    if not _alike(before, line):
        return False
    if _LIST.match(line.text) and (_ENDS.search(before.text) or not _is_full(before, line)):
        return False
    hyphen = bool(_OPEN_HYPHEN.search(before.text)) and line.text[:1].isalpha()
    if before.page != line.page or before.region != line.region:
        if before.size > _HEADING * size:
            return False
        if hyphen:
            return True
        starts_small = line.text[:1].islower()
        ended = bool(_ENDS.search(before.text))
        moved_in = line.x0 > line.left + _INDENT * line.size
        return not ended and (
            starts_small or (_is_full(before, line) and not moved_in and len(group) > 1)
        )
    step = before.y0 - line.y0
    usual = pitches.get(round(line.size), 1.2 * line.size)
    if step > _PITCH * usual or step < 0:
        return False
    if hyphen:
        return True
    if line.size > _HEADING * size:
        return True  # the lines of one headline, which end where the setter likes
    first = group[0]
    inside = group[1] if len(group) > 1 else before
    hanging = first.x0 < inside.x0 - _INDENT * line.size
    if (
        not hanging
        and line.x0 > inside.x0 + _INDENT * line.size
        and line.x0 > line.left + _INDENT * line.size
    ):
        # Moved in: a new paragraph, unless the block itself is (a quotation after its first line).
        return False
    if spaced and before.x1 > before.left + _SHORT * (before.right - before.left):
        return True
    return _is_full(before, line) or (
        line.text[:1].islower()
        and not _ENDS.search(before.text)
        and before.x1 > before.left + 0.5 * (before.right - before.left)
    )


def _is_full(before: PdfLine, line: PdfLine) -> bool:
    """Whether the first word of a line would not have fitted at the end of the line before it."""
    word = line.text.split(" ", 1)[0]
    letters = max(1, len(line.text))
    width = (line.x1 - line.x0) / letters * (len(word) + 1)
    return before.x1 + width > before.right - 0.3 * before.size


def _paragraph(group: Sequence[PdfLine], words: Collection[str]) -> PdfParagraph:
    first = group[0]
    if first.row:
        return PdfParagraph(
            "\n".join(line.text for line in group), first.page, (), first.size, True
        )
    text = first.text
    breaks: list[tuple[int, int]] = []
    page = first.page
    for line in group[1:]:
        at_break = line.page != page
        length = len(text)
        if _OPEN_HYPHEN.search(text):
            text = joined(text, line.text, words)
            # A word that was parted belongs to the page on which it begins.
            length = text.find(" ", length)
            length = length + 1 if length > 0 else len(text)
        elif _is_wide(text[-1:]) and _is_wide(line.text[:1]):
            text += line.text
        else:
            text = f"{text} {line.text}"
            length += 1
        if at_break:
            breaks += [(number, length) for number in range(page + 1, line.page + 1)]
            page = line.page
    return PdfParagraph(text.replace("￾", "-"), first.page, tuple(breaks), first.size)


def _is_wide(letter: str) -> bool:
    """Whether a letter is of a script that parts no words."""
    return "぀" <= letter <= "鿿" or "＀" <= letter <= "￯"
