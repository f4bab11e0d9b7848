"""Hard wraps told from paragraphs: lines broken at a width by a program, not by a thought.

A text is wrapped when the lines within its paragraphs are about as long as a line may be, so that
the first word of the next line would not have fitted any more. A text with a paragraph on each line
has lines of any length, and a poem or a list has lines that end well before the margin.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

_LEAST, _WIDEST = 40, 132
"""Columns between which programs wrap; longer lines are paragraphs."""
_NEAR = 15
"""Columns by which full lines are shorter than the width: a long word did not fit."""
_FEW = 3
"""Lines that go on are needed before a width is believed."""
_FULL = 0.8
"""Share of the lines within paragraphs that must be full."""
_LIST = re.compile(r"^\s*(?:[-*•–]\s|\d{1,3}[.)]\s|[a-z][.)]\s|\|)")
_SIGNATURE = re.compile(r"^-- ?$")
_END = re.compile(r"[.!?…:;][\"'”»’)\]]*$")
_QUOTED = re.compile(r"^\s*>")
_TABLE = re.compile(r"\S {3,}\S|\t")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\xad]$")


class Unwrapped(NamedTuple):
    """A text with one line for each paragraph.

    Attributes:
        text: The text; the given one where nothing was wrapped.
        width: The width at which it was wrapped; 0 where it was not.
    """

    text: str
    width: int


def unwrapped(text: str) -> Unwrapped:
    r"""Join the lines that were broken at a width; line ends become `\\n` where any is joined."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    width = wrap_width(lines)
    if not width:
        return Unwrapped(text, 0)
    margin = _common_indent(lines)
    joined: list[str] = []
    goes_on = False
    for at, line in enumerate(lines):
        body = line[margin:] if line[:margin].isspace() else line
        if goes_on and joined:
            joined[-1] = _join(joined[-1], body.strip())
        else:
            joined.append(body.rstrip() if not _SIGNATURE.match(body) else body)
        following = lines[at + 1] if at + 1 < len(lines) else ""
        goes_on = _goes_on(line, following, width, margin)
    return Unwrapped(_apart(joined), width)


def wrap_width(lines: list[str]) -> int:
    """The width at which lines were broken by a program; 0 where none was.

    Cost: sorting the lengths of the lines, then two searches in them for each candidate.
    """
    inner = [
        (line.rstrip(), following.split()[0])
        for line, following in itertools.pairwise(lines)
        if line.strip() and following.strip()
        and not _QUOTED.match(line) and not _LIST.match(following)
        and not _TABLE.search(line.strip())
    ]  # fmt: skip
    lengths = sorted(len(line) for line, _ in inner)
    if len(lengths) < _FEW:
        return 0
    # The longest line that others come near: one long address may stand out.
    width = lengths[-1]
    for length in reversed(lengths):
        near = bisect_right(lengths, length) - bisect_left(lengths, length - _NEAR)
        if near >= max(_FEW, 0.3 * len(lengths)):
            width = length
            break
    if not _LEAST <= width <= _WIDEST:
        return 0
    # A line is full when the next word would have gone beyond the width.
    full = sum(1 for line, word in inner if len(line) + 1 + len(word) > width)
    ends = sum(
        1 for line, word in inner if len(line) + 1 + len(word) <= width and _END.search(line)
    )
    open_lines = sum(1 for line, _ in inner if not _END.search(line))
    if open_lines < _FEW:
        return 0
    return width if full + ends >= _FULL * len(inner) and full >= 0.5 * len(inner) else 0


def _goes_on(line: str, following: str, width: int, margin: int) -> bool:
    """Whether a paragraph goes on from one line to the next."""
    if not line.strip() or not following.strip():
        return False
    if _SIGNATURE.match(line) or _SIGNATURE.match(following):
        return False
    if bool(_QUOTED.match(line)) or bool(_QUOTED.match(following)) or _LIST.match(following):
        return False
    if _TABLE.search(line.strip()) or _TABLE.search(following.strip()):
        return False
    indent = len(following) - len(following.lstrip())
    if indent > margin + 1 and indent > len(line) - len(line.lstrip()):
        return False
    word = following.split(maxsplit=1)[0]
    return len(line.rstrip()) + 1 + len(word) > width


def _join(before: str, after: str) -> str:
    if _HYPHEN.search(before) and after[:1].islower():
        from tui.intake.text.hyphens import joined

        return joined(before, after)
    return f"{before} {after}"


def _common_indent(lines: list[str]) -> int:
    indents = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    return min(indents, default=0)


def _apart(lines: list[str]) -> str:
    """Paragraphs apart by an empty line, also where only an indent parted them."""
    text = "\n".join(line.rstrip() if not _SIGNATURE.match(line) else line for line in lines)
    text = re.sub(r"(?<=\S)\n[ \t]+(?=[^\s>*•|\d-])", "\n\n", text)
    return re.sub(r"\n{3,}", "\n\n", text)
