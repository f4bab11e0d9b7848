"""Runs of text with marked parts, cut to the room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from tui.model.safe_text import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.widgets.drawing.line_pane import Run


def marked(text: str, spans: Iterable[Sequence[int]], style: str = "") -> list[Run]:
    """The text as harmless runs, its spans (code points) marked as matches."""
    text = safe_line(text)
    runs: list[Run] = []
    done = 0
    for start, end in sorted((span[0], span[1]) for span in spans):
        if start < done or start >= end:
            continue
        if start > done:
            runs.append((text[done:start], style))
        runs.append((text[start:end], f"{style} match".strip()))
        done = end
    if done < len(text):
        runs.append((text[done:], style))
    return runs


def excerpt(text: str, spans: Sequence[Sequence[int]], room: int, style: str = "") -> list[Run]:
    """As `marked`, cut to `room` cells so that the first marks are seen, with words before them."""
    start = _excerpt_start(text, spans, room) if cell_len(text) > room else 0
    moved = [(span[0] - start, span[1] - start) for span in spans if span[0] >= start]
    runs = marked(text[start:], moved, style)
    return clip([("…", style), *runs] if start else runs, room)


def _excerpt_start(text: str, spans: Sequence[Sequence[int]], room: int) -> int:
    """Where an excerpt begins: at a word, a third of the room before the first mark at most."""
    if not spans:
        return 0
    first, end = spans[0]
    for span in spans[1:]:
        if cell_len(text[first : span[1]]) <= room - 2:
            end = span[1]
    if cell_len(text[:end]) < room:
        return 0
    before = min(room // 3, room - 2 - cell_len(text[first:end]))
    # Where little follows, there is more room before.
    before = max(0, before, room - 1 - cell_len(text[first:]))
    start = first
    while start and cell_len(text[start - 1 : first]) <= before:
        start -= 1
    if start and not text[start - 1].isspace():
        gap = text.find(" ", start, first)
        start = gap + 1 if gap >= 0 else start
    return start


def width_of(runs: Iterable[Run]) -> int:
    """How many cells runs take."""
    return sum(cell_len(text) for text, _ in runs)


def clip(runs: Iterable[Run], room: int) -> list[Run]:
    """The runs cut to `room` cells; an ellipsis says that something was cut."""
    kept: list[Run] = []
    left = room
    for text, style in runs:
        size = cell_len(text)
        if size <= left:
            kept.append((text, style))
            left -= size
            continue
        if left > 1:
            kept.append((set_cell_size(text, left - 1).rstrip() + "…", style))
        elif kept:
            last, last_style = kept[-1]
            kept[-1] = (set_cell_size(last, max(0, cell_len(last) - 1 + left)) + "…", last_style)
        break
    return kept
