"""Places in a YAML text as editors count them.

YAML 1.1 also breaks lines at three characters (NEL, LS, PS) that editors and compilers do not
count, so the places of the parser are corrected in texts that contain one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.corpus.yaml.nodes import column_of, line_of, pack

if TYPE_CHECKING:
    from collections.abc import Callable

_YAML_ONLY_BREAKS = "\x85\u2028\u2029"
_LINE_BREAK = re.compile("\r\n|[\n\r]")
_YAML_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def place_correction(text: str) -> PlaceCorrection | None:
    """The correction that a text needs, `None` when it needs none."""
    return PlaceCorrection(text) if any(sign in text for sign in _YAML_ONLY_BREAKS) else None


class PlaceCorrection:
    """Corrects places by bisection in the starts of all lines, O(log n) for each event."""

    def __init__(self, text: str) -> None:
        self._yaml_line_starts = [0, *(found.end() for found in _YAML_LINE_BREAK.finditer(text))]
        self._line_starts = [0, *(found.end() for found in _LINE_BREAK.finditer(text))]

    def place(self, mark: Any) -> int:
        """The packed place of a mark of the parser."""
        offset = (
            self._yaml_line_starts[min(mark.line, len(self._yaml_line_starts) - 1)] + mark.column
        )
        line = bisect_right(self._line_starts, offset) - 1
        return pack(line, offset - self._line_starts[line])

    def correcting(self, get_event: Callable[[], Any]) -> Callable[[], Any]:
        """Wrap a source of events so that their start marks are corrected."""

        def get() -> Any:
            event = get_event()
            if event is not None and event.start_mark is not None:
                place = self.place(event.start_mark)
                event.start_mark = _Mark(line_of(place) - 1, column_of(place) - 1)
            return event

        return get


class _Mark(NamedTuple):
    line: int
    column: int


def place_of(event: Any) -> int:
    """The packed place where an event starts."""
    return pack(event.start_mark.line, event.start_mark.column)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """The line and column of an offset, both counted from 1."""
    start = 0
    line = 1
    for line_break in _LINE_BREAK.finditer(text, 0, offset):
        start = line_break.end()
        line += 1
    return line, offset - start + 1


def short(text: str) -> str:
    """A text of the user's for a message, cut where it is long."""
    return text if len(text) <= 60 else text[:59] + "…"
