"""Flows in words: what a picture shows, for a table, a log or a screen reader."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from tui.model.format import Locale, format_number, format_span
from tui.model.quantities import Span
from tui.model.safe_text import safe_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from tui.flows.cycles import Cycle
    from tui.flows.edges import Column
    from tui.flows.sums import Sum
    from tui.flows.trips import Link, Ratio, RoundTrip
    from tui.model.corpus import Corpus

NOT_NAMED_WORDS = "(not named)"
NO_FIGURE = "no figure told"
NO_FIGURE_SIGN = "?"
"""After a number: the number of deals whose amount is in words, or not given at all."""
COLUMN_MEANINGS: dict[Column, str] = {
    "paid": "money that has moved",
    "committed": "owed, not yet told as paid",
    "ceiling": "at most: “up to” sums, pledges",
    "rumoured": "neither announced nor owed",
}


def party_words(party: str, corpus: Corpus) -> str:
    """The display name of a party, harmless on one line."""
    return safe_line(corpus.party_name(party)) if party else NOT_NAMED_WORDS


def sum_words(
    total: Sum | None, unit: str, column: Column, locale: Locale, *, full: bool = False
) -> str:
    """One sum: `$800 M`, `up to $4 bn`, `$1–2 bn +1 ?`, `1 ?`; empty for none.

    In the column of ceilings only the upper bound is shown, where there is one. `full` writes `no
    figure told` instead of the sign that needs a legend.
    """
    if total is None:
        return ""
    span = total.span
    uncounted = total.uncounted
    if span is None:
        if not full:
            return f"{uncounted} {NO_FIGURE_SIGN}"
        return NO_FIGURE if uncounted == 1 else f"{uncounted} × {NO_FIGURE}"
    if column == "ceiling" and span.high is not None and span.low != span.high:
        span = Span(None, span.high, high_open=span.high_open)
    text = safe_line(format_span(span, unit, locale))
    if not uncounted:
        return text
    return (
        f"{text} and {uncounted} × {NO_FIGURE}" if full else f"{text} +{uncounted} {NO_FIGURE_SIGN}"
    )


def link_words(link: Link, locale: Locale) -> str:
    """What a link comes to in all units: `$4 bn`, `up to $5 bn`, `no figure told`."""
    parts = []
    for unit, span in link.amounts.items():
        low = None if span.low == 0 and span.high != 0 and not span.low_open else span.low
        shown = Span(low, span.high, span.low_open, span.high_open)
        parts.append(safe_line(format_span(shown, unit, locale)))
    if link.uncounted:
        parts.append(f"{len(link.uncounted)} {NO_FIGURE_SIGN}" if parts else NO_FIGURE)
    return " + ".join(parts) or NO_FIGURE


def ratio_words(ratio: Ratio, locale: Locale) -> str:
    """How many times the money comes back: `1 ×`, `at least 6 ×`, `≈ 0.87 to 2.5 ×`."""
    if ratio.exact is not None:
        return f"{_times(ratio.exact, locale)} ×"
    low = _times(ratio.low, locale) if ratio.low is not None else ""
    high = _times(ratio.high, locale) if ratio.high is not None else ""
    if low and high:
        return f"{low} to {high} ×"
    if low:
        return f"{'more than' if ratio.low_open else 'at least'} {low} ×"
    return f"{'less than' if ratio.high_open else 'at most'} {high} ×"


def trip_words(
    trip: RoundTrip,
    corpus: Corpus,
    locale: Locale,
    style_figure: Callable[[str], str] = str,
) -> str:
    """One sentence: who invests how much, and how much comes back.

    `style_figure` is applied to each figure.
    """
    investor, spender = party_words(trip.investor, corpus), party_words(trip.spender, corpus)
    back = (
        style_figure(ratio_words(trip.ratio, locale)) if trip.ratio else f"no ratio: {trip.reason}"
    )
    puts, spends = (
        style_figure(_link_figure(trip.out, locale)),
        style_figure(_link_figure(trip.back, locale)),
    )
    return (
        f"{investor} puts {puts} into {spender}; {spender} is to spend {spends} at {investor} "
        f"({back})"
    )


def cycle_words(cycle: Cycle, corpus: Corpus) -> str:
    """The parties of a cycle in the direction of the money, the first repeated at the end."""
    return " → ".join(party_words(party, corpus) for party in (*cycle.parties, cycle.parties[0]))


def _link_figure(link: Link, locale: Locale) -> str:
    words = link_words(link, locale)
    return "an untold sum" if words == NO_FIGURE else words


def _times(ratio: Fraction, locale: Locale) -> str:
    """A ratio with two decimals, marked `≈` where it has more."""
    rounded = Fraction(round(ratio * 100), 100)
    if rounded == 0:
        return "≈ 0"
    prefix = "" if rounded == ratio else "≈ "
    return prefix + format_number(_decimal(rounded), "", locale)


def _decimal(ratio: Fraction) -> Decimal:
    from decimal import Decimal

    return Decimal(ratio.numerator * (100 // ratio.denominator)).scaleb(-2)
