"""The timeline as plain text: a picture for a log, and the same facts as a list."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui.export.text.columns import fold, held, parted
from tui.model.format import EN, Locale, format_date, format_quantity
from tui.model.records import Deal, record_amount, record_date
from tui.model.safe_text import safe_line
from tui.timeline.draw import Painter
from tui.timeline.legend import legend_lines
from tui.timeline.record_marks import marks_of_record
from tui.timeline.timeline import Timeline, label_width

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tui.model.corpus import Corpus
    from tui.model.dates import Edtf
    from tui.model.quantities import Quantity
    from tui.model.records import Record, Tranche
    from tui.timeline.lanes import Grouping

_LANES = 9
_UNDATED = "no date"
NOTHING = "No record here has a date."
_BESIDE = 40
"""Cells that are needed right of the dates; with fewer the words go on below them."""
_COLOURS = {
    "paid": "1;32", "committed": "34", "announced": "33", "rumoured": "35", "axis": "2",
    "article": "36", "today": "31", "dim": "2", "stack": "1",
}  # fmt: skip


def timeline_text(
    corpus: Corpus,
    records: Sequence[Record],
    *,
    width: int,
    by: Grouping = "payer",
    colour: bool,
    locale: Locale = EN,
) -> str:
    """The picture at a width, its signs, then the list.

    Args:
        corpus: Where names and articles come from.
        records: What to show.
        width: Cells of a line, at least 40.
        by: What a lane stands for.
        colour: Whether to use the terminal's colours; without, shape and words say all.
        locale: How figures and dates are written.
    """
    width = max(40, width)
    timeline = Timeline.build(records, corpus, by, locale=locale)
    lines = [*_drawn(timeline, width, colour), ""] if timeline.marks else [NOTHING]
    dated, widest = _dated(corpus, records, locale)
    for _, when, words in dated:
        if width - widest < _BESIDE:
            lines += map(parted, fold(f"{when}: {words}", width, "    "))
            continue
        first, *rest = map(parted, fold(words, width - widest - 2) or [""])
        lines += [f"{when:<{widest}}  {first}", *(" " * (widest + 2) + line for line in rest)]
    if timeline.undated:
        count = len(timeline.undated)
        words = f"{count} without a date: {', '.join(map(safe_line, timeline.undated))}"
        lines += ["", *fold(words, width, "  ")]
    return "\n".join(lines) + "\n"


def _drawn(timeline: Timeline, width: int, colour: bool) -> list[str]:
    """The picture with as many rows as it needs, and the meaning of its signs."""
    scale = timeline.fit(width - label_width(width))
    today = datetime.now(UTC).astimezone().date()
    height = len(timeline.lanes(_LANES)) + 2
    rows = [*Painter(timeline).picture(scale, height, None, today).rows, []]
    rows += legend_lines(timeline.legend_entries, timeline.largest_powers, width, timeline.locale)
    return ["".join(_coloured(run.text, run.style, colour) for run in row).rstrip() for row in rows]


def timeline_list(
    corpus: Corpus, records: Collection[Record], locale: Locale = EN
) -> list[tuple[str, str]]:
    """What the picture shows, a line a mark in order of time, each with the id of its record.

    A dated tranche has a line of its own, as it has a mark of its own; records that the picture
    only counts, for want of a date, come last.
    """
    dated, widest = _dated(corpus, records, locale)
    rest = [
        (record.id, _UNDATED, _words(record, corpus, locale))
        for record in records
        if not marks_of_record(record)
    ]
    widest = max(widest, len(_UNDATED) if rest else 0)
    return [
        (record_id, f"{when:<{widest}}  {parted(words)}") for record_id, when, words in dated + rest
    ]


def _dated(
    corpus: Corpus, records: Collection[Record], locale: Locale
) -> tuple[list[tuple[str, str, str]], int]:
    """The record, date and words of each line, and the cells that the widest date takes."""
    lines: list[tuple[Edtf, str, str]] = []
    for record in records:
        when = record_date(record)
        if when is not None:
            lines.append((when, record.id, _words(record, corpus, locale)))
        lines += [
            (tranche.date, record.id, _part_words(record, tranche, locale))
            for tranche in getattr(record, "tranches", ())
            if tranche.date is not None
        ]
    lines.sort(key=lambda line: (line[0].latest or line[0].sort_key[1], line[0].sort_key, line[1]))
    dated = [
        (record_id, safe_line(format_date(when, locale)), words)
        for when, record_id, words in lines
        if when.earliest is not None or when.latest is not None
    ]
    return dated, max((len(when) for _, when, _ in dated), default=0)


def _words(record: Record, corpus: Corpus, locale: Locale) -> str:
    amount = record_amount(record)
    words = [_figure(amount, locale)] if amount else []
    if isinstance(record, Deal):
        words.append(locale.word(record.status))
        words += [
            _part(tranche, locale)
            for tranche in record.tranches
            if tranche.amount is not None and tranche.date is None
        ]
    payer, payee = getattr(record, "payer", ""), getattr(record, "payee", "")
    if payer and payee:
        words.append(f"{corpus.party_name(payer)} → {corpus.party_name(payee)}")
    return safe_line(f"{record.title}  ({'; '.join(words)})" if words else record.title)


def _part_words(record: Record, tranche: Tranche, locale: Locale) -> str:
    return safe_line(f"{record.title}  └ tranche {_part(tranche, locale)}")


def _part(tranche: Tranche, locale: Locale) -> str:
    """`Paid at once: $1.25 bn, paid`."""
    amount = _figure(tranche.amount, locale) if tranche.amount is not None else ""
    status = locale.word(tranche.status) if tranche.status else ""
    said = ", ".join(filter(None, (amount, status)))
    name = tranche.title or tranche.id
    return f"{name}: {said}" if said else name


def _figure(amount: Quantity, locale: Locale) -> str:
    """A figure that no end of a line parts."""
    return held(format_quantity(amount, locale))


def _coloured(text: str, style: str, colour: bool) -> str:
    text = safe_line(text)
    code = _COLOURS.get(style) if colour else None
    return f"\x1b[{code}m{text}\x1b[0m" if code else text
