"""Where a parser's marks lie in a text as editors count its lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.corpus.yaml.nodes import column_of, line_of, pack

if TYPE_CHECKING:
    from collections.abc import Callable

# YAML 1.1 breaks lines at these too; editors and compilers do not, so places are corrected.
_ODD_BREAKS = "\x85\u2028\u2029"
_BREAK = re.compile("\r\n|[\n\r]")
_YAML_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def real_places(text: str) -> RealPlaces | None:
    """The correction of places that a text needs, `None` when it needs none."""
    return RealPlaces(text) if any(sign in text for sign in _ODD_BREAKS) else None


class RealPlaces:
    """Places as editors count them, in a text with line ends that only YAML 1.1 knows."""

    def __init__(self, text: str) -> None:
        self._yaml = [0, *(found.end() for found in _YAML_BREAK.finditer(text))]
        self._real = [0, *(found.end() for found in _BREAK.finditer(text))]

    def place(self, mark: Any) -> int:
        """The packed place of a mark of the parser."""
        offset = self._yaml[min(mark.line, len(self._yaml) - 1)] + mark.column
        line = bisect_right(self._real, offset) - 1
        return pack(line, offset - self._real[line])

    def correcting(self, get_event: Callable[[], Any]) -> Callable[[], Any]:
        """The source of events with their marks corrected."""

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
    """Where an offset lies, both counted from 1."""
    start = 0
    line = 1
    for found in _BREAK.finditer(text, 0, offset):
        start = found.end()
        line += 1
    return line, offset - start + 1


def short(text: str) -> str:
    """A text of the user's for a message, cut where it is long."""
    return text if len(text) <= 60 else text[:59] + "…"
