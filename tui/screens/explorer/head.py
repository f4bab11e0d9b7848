"""What the head line and the count beside the search bar say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.model.format import counted
from tui.model.safe_text import safe_line
from tui.widgets.drawing.glyphs import PROOF
from tui.widgets.drawing.highlighted_text import width_of

if TYPE_CHECKING:
    from tui.search.engine import Filter
    from tui.session.protocol import Library, SearchResult
    from tui.widgets.drawing.line_pane import Run


def head_line(library: Library | None, message: str, width: int) -> tuple[list[Run], list[Run]]:
    """The corpus and its size at the left; how far it is proved, and a message, at the right.

    Args:
        library: What is shown.
        message: What goes on, or is to be known of what is shown: it is more than the counts, which
            give way to it on a narrow screen.
        width: Cells there are.
    """
    left: list[Run] = [(" dealtui ", "title")]
    counts: list[Run] = []
    if library is not None:
        size = " · ".join(
            (counted(len(library.records), "record"), counted(len(library.articles), "article"))
        )
        left += [(f" {safe_line(library.title)} ", "accent"), (f" {size}", "quiet")]
        for state, number in library.proof_counts().items():
            look = PROOF[state]
            if number:
                counts += [(f"{look.glyph} {number:,} {look.word}", look.style), ("  ", "")]
        if library.problems:
            counts.append((f"{counted(len(library.problems), 'problem')}: see the audit ", "bad"))
    if not message:
        room = width - sum(cell_len(text) for text, _ in left + counts)
        # Half a word says nothing: the size, which the count beside the search bar repeats, goes.
        return (left[:2] if room < 1 else left), counts
    right: list[Run] = [(f"{safe_line(message)} ", "warn")]
    room = width - width_of(left + right) - 2
    if width_of(counts) <= room:
        right = counts + right
    return left, right


def count_line(result: SearchResult, records: int) -> list[Run]:
    """How many records are listed."""
    return [(f"{result.total:,} of {records:,} ", "quiet")]


def chip_text(chip: Filter) -> str:
    """A filter in force as it is shown."""
    return safe_line(f"{'-' if chip.negated else ''}{chip.field}:{chip.text}")


def notice(result: SearchResult, query: str, indent: int, width: int) -> tuple[Run, Run, list[str]]:
    """Carets under what could not be read, what is wrong with it, and the filters in force.

    Args:
        result: What the query found.
        query: The query as it stands in the bar.
        indent: Cells from the left edge to the first letter of the query; negative when the bar
            has scrolled.
        width: Cells there are.
    """
    chips = [chip_text(chip) for chip in result.filters]
    if not result.problems:
        return ("", ""), ("", ""), chips
    marks = [" "] * width
    for problem in result.problems:
        start = indent + cell_len(query[: problem.start])
        end = indent + cell_len(query[: problem.end])
        for cell in range(max(0, start), min(width, max(end, start + 1))):
            marks[cell] = "^"
    carets = "".join(marks).rstrip()
    problem = result.problems[0]
    hint = f": {problem.suggestion}?" if problem.suggestion else ""
    return (carets, "warn"), (safe_line(problem.message + hint), "warn"), chips
