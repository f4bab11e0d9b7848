"""The page of one party as plain text, readable in a log, by a screen reader and without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.export.text.columns import fold, unbreakable, with_plain_spaces
from tui.export.text.flows_text import legend, sums_table, trip_lines
from tui.flows.party_page import FieldNote, PartyPage, party_page, spark
from tui.flows.words import headline_words, party_words, series_words
from tui.model.format import (
    EN,
    Locale,
    counted,
    format_date,
    format_quantity,
    format_when,
)
from tui.model.headline import field_words
from tui.model.messages import shown
from tui.model.safe_text import safe_line
from tui.model.widths import cut
from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.flows.matrix import Cell, Sums
    from tui.model.corpus import Corpus
    from tui.model.proofs import RecordProof

_SPARK_WIDTH = 24
"""Cells of a sparkline; few series have as many points."""


def party_text(
    party: str,
    corpus: Corpus,
    proof: Callable[[str], RecordProof] | None = None,
    *,
    width: int = 100,
    locale: Locale = EN,
) -> str:
    """The page of a party: money in and out, round trips, figures over time, sources, doubts.

    Args:
        party: Its id.
        corpus: Where to look.
        proof: The proof of a record by its id; `None` leaves out what is disputed or unsourced.
        width: Cells of a line.
        locale: How figures and dates are written.
    """
    page = party_page(party, corpus, proof)
    lines = fold(safe_line(page.name), width)
    if page.aliases:
        lines += fold(
            tr("also: {names}").format(names=", ".join(map(safe_line, page.aliases))), width, "  "
        )
    if page.note:
        lines += fold(safe_line(page.note), width)
    flows = page.flows
    lines += fold(headline_words(flows, locale), width)
    lines += _money_lines(
        tr("Money in"), flows.payers, flows.incoming, "payer", corpus, width, locale
    )
    lines += _money_lines(
        tr("Money out"), flows.payees, flows.outgoing, "payee", corpus, width, locale
    )
    if flows.payers or flows.payees:
        lines += ["", *legend([flows.incoming, flows.outgoing], width)]
    lines += trip_lines(
        flows.trips, corpus, width=width, locale=locale, proof_state=_state_of(proof)
    )
    lines += _series_lines(page, corpus, width, locale)
    lines += _other_record_lines(page, corpus, width)
    lines += _article_lines(page, corpus, width, locale)
    if page.checked:
        lines += _note_lines(tr("Sources disagree on"), page.disputed, width)
        lines += _note_lines(tr("No source for"), page.unsourced, width)
    return "\n".join(lines).rstrip() + "\n"


def _money_lines(
    heading: str,
    cells: Sequence[Cell],
    total: Sums,
    side: str,
    corpus: Corpus,
    width: int,
    locale: Locale,
) -> list[str]:
    """The sums that a party receives or pays, a table for each unit."""
    if not cells:
        return ["", tr("{heading}: none told").format(heading=heading)]
    lines = ["", heading]
    for unit in total:
        rows = [
            ((party_words(cell.payer if side == "payer" else cell.payee, corpus),), cell.sums)
            for cell in cells
            if unit in cell.sums
        ]
        lines += sums_table(rows, unit, width=width, locale=locale, total=total)
    return lines


def _series_lines(page: PartyPage, corpus: Corpus, width: int, locale: Locale) -> list[str]:
    """The figures over time, each series with a sparkline where it has several points."""
    lines = ["", tr("Figures over time") if page.series else tr("Figures over time: none")]
    names = corpus.party_names()
    for series in page.series:
        lines += fold(series_words(series, page, names, locale), width, "  ")
        sparkline = (
            spark(series.points, min(_SPARK_WIDTH, width - 4)) if len(series.points) > 1 else ""
        )
        if sparkline.strip():
            lines.append(f"  {sparkline}")
        for point in series.points:
            date = format_date(point.date, locale) if point.date else tr("no date")
            figure = format_quantity(point.quantity, locale)
            title = _title(point.record_id, corpus)
            text = safe_line(f"{date}: {figure}")
            lines += fold(f"  {text}, {title} [{safe_line(point.record_id)}]", width, "    ")
    return lines


def _other_record_lines(page: PartyPage, corpus: Corpus, width: int) -> list[str]:
    """Records with others that move no money in a known direction."""
    shown = {deal for cell in (*page.flows.payers, *page.flows.payees) for deal in cell.deals} | {
        point.record_id for series in page.series for point in series.points
    }
    others = [record for record in page.records if record not in shown]
    if not others:
        return []
    lines = ["", tr("Also named in: {count}").format(count=len(others))]
    for record in others:
        lines += fold(f"  {_title(record, corpus)} [{safe_line(record)}]", width, "    ")
    return lines


def _article_lines(page: PartyPage, corpus: Corpus, width: int, locale: Locale) -> list[str]:
    lines = ["", tr("Articles: {count}").format(count=len(page.articles) or tr("none"))]
    for count in page.articles:
        article = corpus.articles.get(count.article)
        published = article.published if article else None
        date = format_when(published, locale)
        source = (article.publisher if article else "") or count.article
        title = cut(safe_line(article.title if article else ""), 60)
        mentions = unbreakable(tr("named {count} ×").format(count=count.times))
        line = f"  {safe_line(date)}, {safe_line(source)}: {title} ({mentions}, "
        line += f"{unbreakable(counted(len(count.records), 'record'))})"
        lines += map(with_plain_spaces, fold(line, width, "    "))
    return lines


def _note_lines(heading: str, notes: Sequence[FieldNote], width: int) -> list[str]:
    """The fields that a reader should doubt, under a heading."""
    lines = ["", f"{heading}: {len(notes) or tr('nothing')}"]
    for note in notes:
        detail = f": {safe_line(shown(note.detail))}" if note.detail else ""
        lines += fold(
            f"  {safe_line(note.record)}, {safe_line(field_words(note.path))}{detail}",
            width,
            "    ",
        )
    return lines


def _title(record_id: str, corpus: Corpus) -> str:
    record = corpus.records.get(record_id)
    return safe_line(record.title) if record else ""


def _state_of(proof: Callable[[str], RecordProof] | None) -> Callable[[str], str] | None:
    """The proof state of a record by its id, where proofs were asked for."""
    return None if proof is None else lambda record: proof(record).state
