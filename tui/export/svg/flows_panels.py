"""Below the bands: round trips as loops, longer cycles, and the articles behind it all."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from tui.export.svg.flows_style import Palette, badge
from tui.export.svg.primitives import number, roughly, shortened, text
from tui.flows.words import link_words, party_words, ratio_words
from tui.model.widths import shares

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.flows.cycles import Cycle
    from tui.flows.trips import RoundTrip
    from tui.model.corpus import Corpus
    from tui.model.locales import Locale

_MARGIN, _WIDTH = 48.0, 1104.0
_ACROSS, _GAP, _HEIGHT = 3, 18.0, 176.0
_MOST_TRIPS = 12


def trip_cards(
    trips: Sequence[RoundTrip], corpus: Corpus, palette: Palette, locale: Locale, top: float
) -> tuple[float, list[str]]:
    """A loop for each round trip, and where they end."""
    if not trips:
        return top, []
    parts = [text(_MARGIN, top + 12, "Money that comes back", "heading")]
    width = (_WIDTH - _GAP * (_ACROSS - 1)) / _ACROSS
    y = top + 32
    for at, trip in enumerate(trips[:_MOST_TRIPS]):
        row, column = divmod(at, _ACROSS)
        x = _MARGIN + column * (width + _GAP)
        parts.append(
            _card(trip, at + 1, x, y + row * (_HEIGHT + _GAP), width, corpus, palette, locale)
        )
    rows = -(-min(len(trips), _MOST_TRIPS) // _ACROSS)
    y += rows * (_HEIGHT + _GAP)
    if len(trips) > _MOST_TRIPS:
        words = f"… and {len(trips) - _MOST_TRIPS} more round trips"
        parts.append(text(_MARGIN, y + 4, words, "quiet"))
        y += 22
    return y + 16, parts


def _card(
    trip: RoundTrip,
    at: int,
    x: float,
    y: float,
    width: float,
    corpus: Corpus,
    palette: Palette,
    locale: Locale,
) -> str:
    """Two parties, an arrow each way with its sum, and the ratio between them."""
    middle = y + _HEIGHT / 2
    left, right = x + 66, x + width - 66
    room = right - left - 40
    out = shortened(f"invests {link_words(trip.out, locale)}", room, 13)
    back = shortened(f"spends {link_words(trip.back, locale)}", room, 13)
    centre = (left + right) / 2
    parts = [
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" '
        f'height="{number(_HEIGHT)}" rx="10" fill="{palette.card}"/>',
        _arc(left, right, middle - 20, -46, palette),
        _arc(right, left, middle + 20, 46, palette),
        text(centre, middle - 60, out, "strong", anchor="middle"),
        text(centre, middle + 71, back, "strong", anchor="middle"),
        badge(palette, x + 20, y + 20, str(at)),
    ]
    for party, at_x in ((trip.investor, left), (trip.spender, right)):
        name = shortened(party_words(party, corpus), 108, 15)
        parts.append(text(at_x, middle + 5, name, "party", anchor="middle"))
    if trip.ratio is not None:
        words, note = f"{ratio_words(trip.ratio, locale)}", "comes back"
    else:
        words, note = "no ratio", trip.reason
    wide = right - left - 116
    parts.append(
        text(centre, middle - 1, shortened(words, wide + 30, 15), "ratio", anchor="middle")
    )
    parts.append(text(centre, middle + 16, shortened(note, wide, 12), "quiet", anchor="middle"))
    return "".join(parts)


def _arc(start: float, end: float, y: float, rise: float, palette: Palette) -> str:
    """A bow from `start` to `end` with an arrow head that follows it."""
    turn = 1 if end > start else -1
    tip, down = end, 1 if rise < 0 else -1
    path = (
        f"M{number(start)} {number(y)}C{number(start + turn * 24)} {number(y + rise)} "
        f"{number(end - turn * 24)} {number(y + rise)} {number(tip)} {number(y - down * 5)}"
    )
    head = (
        f"M{number(tip + turn * 3)} {number(y + down * 3)}"
        f"l{number(-turn * 11)} {number(-down * 7)}l{number(turn * 9)} {number(-down * 5)}z"
    )
    return (
        f'<path d="{path}" fill="none" stroke="{palette.trip}" stroke-width="3"/>'
        f'<path d="{head}" fill="{palette.trip}"/>'
    )


def cycle_lines(
    cycles: Sequence[Cycle], found: int, corpus: Corpus, locale: Locale, top: float
) -> tuple[float, list[str]]:
    """The longer cycles, one under another, each link with its sum."""
    if not cycles:
        return top, []
    parts = [text(_MARGIN, top + 12, "Longer ways round", "heading")]
    y = top + 12
    for cycle in cycles:
        y += 24
        around = (*cycle.parties, cycle.parties[0])
        names = [party_words(party, corpus) for party in around]
        room = _WIDTH * 0.6 - roughly(" → ", 13.5) * len(cycle.parties)
        got = shares([roughly(name, 13.5) for name in names], room)
        words = " → ".join(map(shortened, names, got, repeat(13.5)))
        sums = " → ".join(link_words(link, locale) for link in cycle.links)
        parts.append(text(_MARGIN, y, words, "strong"))
        start = _MARGIN + min(_WIDTH * 0.6, roughly(words, 13.5)) + 24
        parts.append(text(start, y, shortened(sums, _MARGIN + _WIDTH - start, 13), "quiet"))
    if found > len(cycles):
        y += 24
        parts.append(text(_MARGIN, y, f"… and {found - len(cycles)} more", "quiet"))
    return y + 36, parts
