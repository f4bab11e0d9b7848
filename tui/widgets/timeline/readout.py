"""The readout under the timeline: what the chosen mark stands for, and the sentence behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.model.widths import cells, cut
from tui.platform.translation import tr

if TYPE_CHECKING:
    from tui.widgets.drawing.glyphs import Look
    from tui.widgets.drawing.line_pane import Run

_GAP = "  "
_LEAST_QUOTE = 16
"""Cells of a quote that still says something."""


@dataclass(frozen=True, slots=True)
class Readout:
    """One record in words.

    Attributes:
        sign: That of its mark.
        style: The style of the sign.
        when: Its date.
        parties: Who pays whom, or whom it is about.
        amount: The amount with its bounds.
        status: How far a deal has come, or the kind of a fact.
        kind: The kind of a deal.
        proof: How far it is proved.
        quote: The quote at hand; empty for none.
        source: Where the quote is from.
    """

    sign: str
    style: str
    when: str
    parties: str
    amount: str
    status: str
    kind: str
    proof: Look
    quote: str = ""
    source: str = ""


def readout_lines(readout: Readout, width: int, rows: int) -> list[list[Run]]:
    """The readout on one row, or with its quote on a second one."""
    first = _facts(readout, width)
    if rows > 1:
        return [first, _quoted(readout, width)][:rows]
    room = width - sum(cells(text) for text, _ in first)
    if room > _LEAST_QUOTE + len(_GAP):
        first += _quoted(readout, room, _GAP)
    return [first]


def _facts(readout: Readout, width: int) -> list[Run]:
    """Date, parties, amount, status, proof and kind, as many of them as have room."""
    status = f"{readout.amount} {readout.status}".strip()
    proof = readout.proof
    parts: list[tuple[str, str]] = [
        (readout.when, "quiet"),
        (readout.parties, "strong"),
        (status, readout.style if readout.style in ("paid", "committed") else ""),
        (f"{proof.glyph} {proof.word}", proof.style),
        (readout.kind, "quiet"),
    ]
    runs: list[Run] = [(cut(f" {readout.sign}", width), readout.style)]
    used = 2
    for at, (text, style) in enumerate(parts):
        if not text:
            continue
        gap = " " if at == 0 else _GAP
        room = width - used - len(gap)
        if cells(text) > room:
            if at <= 1 and room > 3:
                runs.append((gap + cut(text, room), style))
            break
        runs.append((gap + text, style))
        used += len(gap) + cells(text)
    return runs


def _quoted(readout: Readout, width: int, gap: str = " ") -> list[Run]:
    """The quote and its source on one line; the quote is cut where both have no room."""
    if not readout.quote:
        return [(cut(gap + tr("no quote says it"), width), "quiet")]
    source = f"{_GAP}{readout.source}" if readout.source else ""
    room = width - len(gap) - 2 - cells(source)
    if room < _LEAST_QUOTE:
        source, room = "", width - len(gap) - 2
    return [(cut(f"{gap}“{cut(readout.quote, room)}”", width), ""), (source, "quiet")]
