"""The record that is read, in the words of the readout under the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.format import format_quantity
from tui.model.format_dates import format_date
from tui.model.headline import headline, kind_words
from tui.model.records import Deal, Fact, record_amount, record_date
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.timeline.marks.symbols import FACT, STATUS_SIGNS, TOTAL
from tui.widgets.drawing.glyphs import PENDING, PROOF
from tui.widgets.timeline.readout import Readout

if TYPE_CHECKING:
    from tui.screens.explorer.reading import RecordReading
    from tui.session.protocol import Session


def readout_of(session: Session, reading: RecordReading) -> Readout:
    """What the timeline says of the record at hand: its proof and the quote that is shown of it."""
    record, locale = reading.record, session.locale
    amount, day = record_amount(record), record_date(record)
    sign, style, status, kind = TOTAL, "total", locale.word("total"), ""
    if isinstance(record, Deal):
        sign, style = STATUS_SIGNS[record.status], record.status
        status, kind = locale.word(record.status), locale.word(record.instrument)
    elif isinstance(record, Fact):
        sign, style, status = FACT, "fact", kind_words(record, locale)
    quote, article = _quote_at_hand(reading)
    source = session.articles.get(article)
    return Readout(
        sign,
        style,
        format_date(day, locale) if day is not None else tr("no date"),
        safe_line(headline(record, session.names)),
        safe_line(format_quantity(amount, locale)) if amount is not None else "",
        status,
        kind,
        PENDING if session.partial else PROOF[reading.proof.state],
        safe_line(quote),
        safe_line(source.publisher or source.title or source.id) if source is not None else "",
    )


def _quote_at_hand(reading: RecordReading) -> tuple[str, str]:
    """The quote that the article pane shows and its article, else the first of the record."""
    if reading.quote is not None:
        evidence = reading.quote.evidence
        return evidence.quote, evidence.article
    for proof in reading.proof.fields:
        for statement in proof.statements:
            return statement.evidence.quote, statement.evidence.article
    return "", ""
