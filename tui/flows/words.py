"""Flows in words: what a picture shows, for a table, a log or a screen reader."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.flows.spans import remainder_span, sum_spans
from tui.flows.trips import link
from tui.model.format import Locale, counted, format_number, format_span
from tui.model.messages import msg, shown
from tui.model.quantities import Span
from tui.model.safe_text import safe_line
from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tui.flows.cycles import Cycle
    from tui.flows.edges import Column
    from tui.flows.ego import Ego
    from tui.flows.matrix import Cell, Sums
    from tui.flows.party_page import PartyPage, Series
    from tui.flows.sums import Sum
    from tui.flows.trips import Link, Ratio, RoundTrip
    from tui.model.corpus import Corpus

NOT_NAMED_WORDS = msg("(not named)")
COLUMN_NAMES: dict[Column, str] = {
    "paid": msg("paid"),
    "committed": msg("committed"),
    "announced": msg("announced"),
    "ceiling": msg("at most"),
    "rumoured": msg("rumoured"),
}
"""How the columns are called, everywhere."""
_MOST_DIGITS, _ROUNDED_DIGITS = 5, 4
"""Digits up to which a sum is written in full, and those that a longer one is rounded to."""
FIRM: tuple[Column, ...] = ("paid", "committed")
"""The columns of what has moved or must."""
DEALS: dict[Column, tuple[str, str]] = {
    "paid": ("paid deal", "paid deals"),
    "committed": ("committed deal", "committed deals"),
    "announced": ("announced deal", "announced deals"),
    "ceiling": ("at most deal", "at most deals"),
    "rumoured": ("rumoured deal", "rumoured deals"),
}
"""What deals of a column are called, one and several."""
COLUMN_MEANINGS: dict[Column, str] = {
    "paid": msg("money that has moved"),
    "committed": msg("owed, not yet told as paid"),
    "announced": msg("pledged, binds nobody"),
    "ceiling": msg("owed up to that sum"),
    "rumoured": msg("neither announced nor owed"),
}


def party_words(party: str, corpus: Corpus) -> str:
    """The display name of a party, harmless on one line."""
    return safe_line(corpus.party_name(party)) if party else shown(NOT_NAMED_WORDS)


def sum_words(total: Sum | None, unit: str, column: Column, locale: Locale) -> str:
    """One sum: `$800 M`, `up to $4 bn`, `about $1.5 bn and 1 deal, no sum`; empty for none.

    In the column of what comes at most only the upper bound is shown, where there is one.
    """
    if total is None:
        return ""
    silent = silent_words(total.silent) if total.silent else ""
    number = _number_words(total, unit, column, locale)
    if number and silent:
        return tr("{sum} and {deals}").format(sum=number, deals=silent)
    return number or silent


def span_words(span: Span, unit: str, locale: Locale) -> str:
    """A sum in words; one of more than five digits is rounded to four, and says so: `≈ $1.477 tn`.

    What a source states has seldom more than four digits; a sum of such figures soon has, and is
    read for its size. Where all digits are written, as in ISO, nothing is rounded.
    """
    if not locale.scales:
        return safe_line(format_span(span, unit, locale))
    low, high = map(_rounded, (span.low, span.high))
    words = safe_line(format_span(replace(span, low=low, high=high), unit, locale))
    return words if (low, high) == (span.low, span.high) else f"≈ {words}"


def _rounded(number: Decimal | None) -> Decimal | None:
    """A number of more than five digits to four of them, half to even."""
    if number is None or len(number.normalize().as_tuple().digits) <= _MOST_DIGITS:
        return number
    return Context(prec=_ROUNDED_DIGITS, rounding=ROUND_HALF_EVEN).plus(number)


def silent_words(deals: int) -> str:
    """How many deals tell no sum: `1 deal, no sum`."""
    return tr("{deals}, no sum").format(deals=counted(deals, "deal"))


def sums_words(columns: Mapping[Column, Sum], unit: str, locale: Locale) -> str:
    """The sums of all columns in one unit: `$3.304 bn paid, up to $19 bn`."""
    parts = []
    for column, total in columns.items():
        name = shown(COLUMN_NAMES[column])
        if number := _number_words(total, unit, column, locale):
            parts.append(number if column == "ceiling" else f"{number} {name}")
        if total.silent:
            deals = counted(total.silent, *DEALS[column])
            parts.append(tr("{deals} without a sum").format(deals=deals))
    return ", ".join(parts)


def _number_words(total: Sum, unit: str, column: Column, locale: Locale) -> str:
    """The number of a sum; empty where no deal tells one."""
    span = total.span
    if span is None:
        return ""
    if column == "ceiling" and span.high is not None and span.low != span.high:
        span = Span(None, span.high, high_open=span.high_open, approximate=span.approximate)
    return span_words(span, unit, locale)


def headline_words(flows: Ego, locale: Locale) -> str:
    """What came in and went out: `in $3.304 bn paid, up to $19.25 bn more; out $36 bn committed`.

    What is more than paid or committed is the most that all deals may come to, less what is. It is
    told for each currency apart. Empty where nothing moves.
    """
    sides = (
        (tr("in {sums}"), flows.payers, flows.incoming),
        (tr("out {sums}"), flows.payees, flows.outgoing),
    )
    parts = [
        words.format(sums=_side_words(cells, sums, locale)) for words, cells, sums in sides if cells
    ]
    return "; ".join(parts)


def _side_words(cells: Sequence[Cell], sums: Sums, locale: Locale) -> str:
    """One side of a headline."""
    expected = [[edge for edge in cell.edges if edge.column != "rumoured"] for cell in cells]
    links = [link(edges) for edges in expected if edges]
    parts: list[str] = []
    for unit, columns in sums.items():
        firm = [
            (column, columns[column].span)
            for column in FIRM
            if column in columns and columns[column].span is not None
        ]
        parts += [
            f"{span_words(span, unit, locale)} {shown(COLUMN_NAMES[column])}"
            for column, span in firm
            if span is not None
        ]
        most = sum_spans(one.amounts[unit] for one in links if unit in one.amounts)
        more = remainder_span(most, sum_spans(span for _, span in firm if span is not None))
        if more is not None and more.high is None:
            parts.append(tr("more without a limit"))
        elif more is not None:
            more = Span(None, more.high, high_open=more.high_open, approximate=more.approximate)
            words = span_words(more, unit, locale)
            parts.append(tr("{sum} more").format(sum=words) if firm else words)
    silent = {edge.deal_id for edges in expected for edge in edges if edge.span is None}
    if silent:
        parts.append(tr("{deals} without a sum").format(deals=counted(len(silent), "deal")))
    return ", ".join(parts) or tr("rumours only")


def link_words(link: Link, locale: Locale) -> str:
    """What a link comes to in all units: `$4 bn`, `up to $5 bn`, `1 deal, no sum`."""
    parts = []
    for unit, span in link.amounts.items():
        low = None if span.low == 0 and span.high != 0 and not span.low_open else span.low
        figure = Span(low, span.high, span.low_open, span.high_open, span.approximate)
        parts.append(span_words(figure, unit, locale))
    if link.uncounted:
        parts.append(silent_words(len(link.uncounted)))
    return _and(parts) or silent_words(len(link.deals))


def series_words(series: Series, page: PartyPage, names: Mapping[str, str], locale: Locale) -> str:
    """`valuation`, `stake of Amazon in Anthropic`: with the party where it is another one."""
    name = safe_line(locale.word(series.kind))
    about = safe_line(names.get(series.party, series.party))
    if series.holder:
        holder = safe_line(names.get(series.holder, series.holder))
        return tr("{kind} of {holder} in {party}").format(kind=name, holder=holder, party=about)
    if series.party == page.id:
        return name
    return tr("{kind} of {party}").format(kind=name, party=about)


def ratio_words(ratio: Ratio, locale: Locale) -> str:
    """How many times the money comes back: `1 ×`, `at least 6 ×`, `≈ 0.87 to 2.5 ×`."""
    if ratio.exact is not None:
        about = f"{locale.word('~')} " if ratio.approximate else ""
        return f"{about}{_times(ratio.exact, locale)} ×"
    low = _times(ratio.low, locale) if ratio.low is not None else ""
    high = _times(ratio.high, locale) if ratio.high is not None else ""
    if low and high:
        return tr("{low} to {high} ×").format(low=low, high=high)
    if low:
        words = tr("more than {number} ×") if ratio.low_open else tr("at least {number} ×")
        return words.format(number=low)
    words = tr("less than {number} ×") if ratio.high_open else tr("at most {number} ×")
    return words.format(number=high)


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
        style_figure(ratio_words(trip.ratio, locale))
        if trip.ratio
        else tr("no ratio: {reason}").format(reason=shown(trip.reason))
    )
    puts, spends = (
        style_figure(_link_figure(trip.out, locale)),
        style_figure(_link_figure(trip.back, locale)),
    )
    return tr(
        "{investor} puts {puts} into {spender}; {spender} is to spend {spends} "
        "at {investor} ({back})"
    ).format(investor=investor, puts=puts, spender=spender, spends=spends, back=back)


def cycle_words(cycle: Cycle, corpus: Corpus) -> str:
    """The parties of a cycle in the direction of the money, the first repeated at the end."""
    return " → ".join(party_words(party, corpus) for party in (*cycle.parties, cycle.parties[0]))


def _link_figure(link: Link, locale: Locale) -> str:
    return link_words(link, locale) if link.amounts else tr("an untold sum")


def _times(ratio: Fraction, locale: Locale) -> str:
    """A ratio with two decimals, marked `≈` where it has more."""
    rounded = Fraction(round(ratio * 100), 100)
    if rounded == 0:
        return "≈ 0"
    prefix = "" if rounded == ratio else "≈ "
    return prefix + format_number(_decimal(rounded), "", locale)


def _decimal(ratio: Fraction) -> Decimal:
    return Decimal(ratio.numerator * (100 // ratio.denominator)).scaleb(-2)


def _and(parts: Sequence[str]) -> str:
    """Parts as one: "a and b"; empty for none."""
    words = parts[0] if parts else ""
    for part in parts[1:]:
        words = tr("{these} and {last}").format(these=words, last=part)
    return words
