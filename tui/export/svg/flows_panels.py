"""The panels below the bands: round trips as loops, then longer cycles."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from tui.export.svg.flows_style import Palette, badge_svg
from tui.export.svg.primitives import approximate_width, px, shortened, text
from tui.flows.words import link_words, party_words, ratio_words
from tui.model.messages import shown
from tui.model.widths import shares
from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.flows.cycles import Cycle
    from tui.flows.trips import RoundTrip
    from tui.model.corpus import Corpus
    from tui.model.locales import Locale

_MARGIN, _WIDTH = 48.0, 1104.0
_CARDS_PER_ROW, _CARD_GAP, _CARD_HEIGHT = 3, 18.0, 176.0
_MAX_TRIPS = 12


def trip_cards(
    trips: Sequence[RoundTrip], corpus: Corpus, palette: Palette, locale: Locale, top: float
) -> tuple[float, list[str]]:
    """A loop for each round trip, and the height where they end."""
    if not trips:
        return top, []
    parts = [text(_MARGIN, top + 12, tr("Money that comes back"), "heading")]
    width = (_WIDTH - _CARD_GAP * (_CARDS_PER_ROW - 1)) / _CARDS_PER_ROW
    y = top + 32
    for index, trip in enumerate(trips[:_MAX_TRIPS]):
        row, column = divmod(index, _CARDS_PER_ROW)
        x = _MARGIN + column * (width + _CARD_GAP)
        parts.append(
            _card(
                trip,
                index + 1,
                x,
                y + row * (_CARD_HEIGHT + _CARD_GAP),
                width,
                corpus,
                palette,
                locale,
            )
        )
    rows = -(-min(len(trips), _MAX_TRIPS) // _CARDS_PER_ROW)
    y += rows * (_CARD_HEIGHT + _CARD_GAP)
    if len(trips) > _MAX_TRIPS:
        words = tr("… and {count} more round trips").format(count=len(trips) - _MAX_TRIPS)
        parts.append(text(_MARGIN, y + 4, words, "quiet"))
        y += 22
    return y + 16, parts


def _card(
    trip: RoundTrip,
    number: int,
    x: float,
    y: float,
    width: float,
    corpus: Corpus,
    palette: Palette,
    locale: Locale,
) -> str:
    """Two parties, an arrow each way with its sum, and the ratio between them."""
    middle = y + _CARD_HEIGHT / 2
    left, right = x + 66, x + width - 66
    room = right - left - 40
    out = shortened(f"invests {link_words(trip.out, locale)}", room, 13)
    back = shortened(f"spends {link_words(trip.back, locale)}", room, 13)
    centre = (left + right) / 2
    parts = [
        f'<rect x="{px(x)}" y="{px(y)}" width="{px(width)}" '
        f'height="{px(_CARD_HEIGHT)}" rx="10" fill="{palette.card}"/>',
        _arc(left, right, middle - 20, -46, palette),
        _arc(right, left, middle + 20, 46, palette),
        text(centre, middle - 60, out, "strong", anchor="middle"),
        text(centre, middle + 71, back, "strong", anchor="middle"),
        badge_svg(palette, x + 20, y + 20, str(number)),
    ]
    for party, at_x in ((trip.investor, left), (trip.spender, right)):
        name = shortened(party_words(party, corpus), 108, 15)
        parts.append(text(at_x, middle + 5, name, "party", anchor="middle"))
    if trip.ratio is not None:
        words, note = ratio_words(trip.ratio, locale), tr("comes back")
    else:
        words, note = tr("no ratio"), shown(trip.reason)
    wide = right - left - 116
    parts.append(
        text(centre, middle - 1, shortened(words, wide + 30, 15), "ratio", anchor="middle")
    )
    parts.append(text(centre, middle + 16, shortened(note, wide, 12), "quiet", anchor="middle"))
    return "".join(parts)


def _arc(start: float, end: float, y: float, rise: float, palette: Palette) -> str:
    """An arc from `start` to `end` with an arrow head that follows it."""
    direction = 1 if end > start else -1
    tip, upwards = end, 1 if rise < 0 else -1
    path = (
        f"M{px(start)} {px(y)}C{px(start + direction * 24)} {px(y + rise)} "
        f"{px(end - direction * 24)} {px(y + rise)} {px(tip)} {px(y - upwards * 5)}"
    )
    head = (
        f"M{px(tip + direction * 3)} {px(y + upwards * 3)}"
        f"l{px(-direction * 11)} {px(-upwards * 7)}l{px(direction * 9)} {px(-upwards * 5)}z"
    )
    return (
        f'<path d="{path}" fill="none" stroke="{palette.trip}" stroke-width="3"/>'
        f'<path d="{head}" fill="{palette.trip}"/>'
    )


def cycle_lines(
    cycles: Sequence[Cycle], total: int, corpus: Corpus, locale: Locale, top: float
) -> tuple[float, list[str]]:
    """The longer cycles, one below another, each link with its sum.

    And the height where they end.
    """
    if not cycles:
        return top, []
    parts = [text(_MARGIN, top + 12, tr("Longer ways round"), "heading")]
    y = top + 12
    for cycle in cycles:
        y += 24
        parties = (*cycle.parties, cycle.parties[0])
        names = [party_words(party, corpus) for party in parties]
        room = _WIDTH * 0.6 - approximate_width(" → ", 13.5) * len(cycle.parties)
        widths = shares([approximate_width(name, 13.5) for name in names], room)
        words = " → ".join(map(shortened, names, widths, repeat(13.5)))
        sums = " → ".join(link_words(link, locale) for link in cycle.links)
        parts.append(text(_MARGIN, y, words, "strong"))
        start = _MARGIN + min(_WIDTH * 0.6, approximate_width(words, 13.5)) + 24
        parts.append(text(start, y, shortened(sums, _MARGIN + _WIDTH - start, 13), "quiet"))
    if total > len(cycles):
        y += 24
        parts.append(
            text(_MARGIN, y, tr("… and {count} more").format(count=total - len(cycles)), "quiet")
        )
    return y + 36, parts
