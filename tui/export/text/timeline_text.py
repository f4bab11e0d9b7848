"""The timeline as plain text: a picture for a log, and the same facts as a list."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from tui.export.text.columns import fold, unbreakable, with_plain_spaces
from tui.model.format import EN, Locale, format_date, format_quantity
from tui.model.messages import msg, shown
from tui.model.records import Deal, record_amount, record_date
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.timeline.drawing.draw import Painter
from tui.timeline.drawing.legend import legend_lines
from tui.timeline.layout.frame import frame, height_for, label_columns
from tui.timeline.marks.record_marks import marks_of_record
from tui.timeline.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tui.model.corpus import Corpus
    from tui.model.dates import Edtf
    from tui.model.quantities import Quantity
    from tui.model.records import Record, Tranche
    from tui.timeline.layout.lanes import Grouping

_MAX_ROWS = 40
"""Rows of lanes, which are opened as far as they have room in so many."""
_UNDATED = msg("no date")
NOTHING = msg("No record here has a date.")
_MIN_TEXT_WIDTH = 40
"""Cells that must be left beside the dates; with fewer the text goes below them."""
_ANSI_COLOURS = {
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
    """The picture at a width, its legend, then the list of all facts.

    Args:
        corpus: Where names and articles come from.
        records: What to show.
        width: Cells of a line, at least 40.
        by: What a lane stands for.
        colour: Whether to use the terminal's colours; without, shapes and words say the same.
        locale: How figures and dates are written.
    """
    width = max(40, width)
    timeline = Timeline.build(records, corpus, by, locale=locale)
    lines = [*_picture_lines(timeline, width, colour), ""] if timeline.marks else [shown(NOTHING)]
    dated_lines, widest = _dated_lines(corpus, records, locale)
    for _, date, text in dated_lines:
        if width - widest < _MIN_TEXT_WIDTH:
            lines += map(with_plain_spaces, fold(f"{date}: {text}", width, "    "))
            continue
        first, *rest = map(with_plain_spaces, fold(text, width - widest - 2) or [""])
        lines += [f"{date:<{widest}}  {first}", *(" " * (widest + 2) + line for line in rest)]
    if timeline.undated:
        count = len(timeline.undated)
        text = tr("{count} without a date: {records}").format(
            count=count, records=", ".join(map(safe_line, timeline.undated))
        )
        lines += ["", *fold(text, width, "  ")]
    return "\n".join(lines) + "\n"


def _picture_lines(timeline: Timeline, width: int, colour: bool) -> list[str]:
    """The picture with as many rows as it needs, and its legend."""
    lanes = len(timeline.lanes(_MAX_ROWS))
    height = height_for(len(timeline.row_plan(max(lanes, _MAX_ROWS)).rows))
    scale = timeline.fit(width - label_columns(width, height).width)
    today = datetime.now(UTC).astimezone().date()
    # The legend is written in full below.
    picture = Painter(timeline).picture(scale, height, None, today).rows[frame(height).legend :]
    rows = [*picture, [], *legend_lines(timeline.legend_entries, width)]
    return ["".join(_coloured(run.text, run.style, colour) for run in row).rstrip() for row in rows]


class TimelineLine(NamedTuple):
    """A mark of the picture in words.

    Attributes:
        record_id: Its record.
        date: When, padded to the widest date of its list.
        text: What, and how much; figures hold together by spaces that break no line.
    """

    record_id: str
    date: str
    text: str


def timeline_list(
    corpus: Corpus, records: Collection[Record], locale: Locale = EN
) -> list[TimelineLine]:
    """What the picture shows, one line per mark in order.

    A dated tranche has a line of its own, as it has a mark of its own; records without a date,
    which the picture only counts, come last.
    """
    dated, widest = _dated_lines(corpus, records, locale)
    undated = [
        (record.id, shown(_UNDATED), _record_text(record, corpus, locale))
        for record in records
        if not marks_of_record(record)
    ]
    widest = max(widest, len(shown(_UNDATED)) if undated else 0)
    return [
        TimelineLine(record_id, f"{date:<{widest}}", text)
        for record_id, date, text in dated + undated
    ]


def _dated_lines(
    corpus: Corpus, records: Collection[Record], locale: Locale
) -> tuple[list[tuple[str, str, str]], int]:
    """The record, date and text of each line, and the cells that the widest date takes."""
    entries: list[tuple[Edtf, str, str]] = []
    for record in records:
        date = record_date(record)
        if date is not None:
            entries.append((date, record.id, _record_text(record, corpus, locale)))
        entries += [
            (tranche.date, record.id, _tranche_line(record, tranche, locale))
            for tranche in getattr(record, "tranches", ())
            if tranche.date is not None
        ]
    entries.sort(
        key=lambda line: (line[0].latest or line[0].sort_key[1], line[0].sort_key, line[1])
    )
    lines = [
        (record_id, safe_line(format_date(date, locale)), text)
        for date, record_id, text in entries
        if date.earliest is not None or date.latest is not None
    ]
    return lines, max((len(date) for _, date, _ in lines), default=0)


def _record_text(record: Record, corpus: Corpus, locale: Locale) -> str:
    """A record in one line: title, amount, status, undated tranches, parties."""
    amount = record_amount(record)
    details = [_amount_text(amount, locale)] if amount else []
    if isinstance(record, Deal):
        details.append(locale.word(record.status))
        details += [
            _tranche_text(tranche, locale)
            for tranche in record.tranches
            if tranche.amount is not None and tranche.date is None
        ]
    payer, payee = getattr(record, "payer", ""), getattr(record, "payee", "")
    if payer and payee:
        details.append(f"{corpus.party_name(payer)} → {corpus.party_name(payee)}")
    return safe_line(f"{record.title}  ({'; '.join(details)})" if details else record.title)


def _tranche_line(record: Record, tranche: Tranche, locale: Locale) -> str:
    """The line of a dated tranche."""
    return safe_line(f"{record.title}  └ {tr('tranche')} {_tranche_text(tranche, locale)}")


def _tranche_text(tranche: Tranche, locale: Locale) -> str:
    """`Paid at once: $1.25 bn, paid`."""
    amount = _amount_text(tranche.amount, locale) if tranche.amount is not None else ""
    status = locale.word(tranche.status) if tranche.status else ""
    details = ", ".join(filter(None, (amount, status)))
    name = tranche.title or tranche.id
    return f"{name}: {details}" if details else name


def _amount_text(amount: Quantity, locale: Locale) -> str:
    """An amount that is not broken across lines."""
    return unbreakable(format_quantity(amount, locale))


def _coloured(text: str, style: str, colour: bool) -> str:
    """A text in the colour of a style, harmless in a terminal."""
    text = safe_line(text)
    code = _ANSI_COLOURS.get(style) if colour else None
    return f"\x1b[{code}m{text}\x1b[0m" if code else text
