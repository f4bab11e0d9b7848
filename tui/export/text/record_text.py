"""A record as plain text: its fields with their states, and every sentence that speaks of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.export.text.columns import fold, table
from tui.model.format import EN, Locale, format_quantity, format_when
from tui.model.headline import field_words, headline, kind_words, value_words
from tui.model.messages import shown
from tui.model.records import Deal, Total, field_rows, record_amount
from tui.model.safe_text import safe_line
from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tui.model.corpus import Corpus
    from tui.model.proofs import FieldProof, RecordProof, Statement
    from tui.model.records import Record, Use


def record_text(
    record: Record,
    proof: RecordProof,
    corpus: Corpus,
    *,
    width: int = 100,
    locale: Locale = EN,
) -> str:
    """A record for a pipe, a log or a screen reader: nothing is told by place or colour alone.

    Args:
        record: The record.
        proof: How far its fields are proved.
        corpus: Where the names of parties and articles come from.
        width: Cells of a line.
        locale: How figures and dates are written.
    """
    names = corpus.party_names()
    states = {field.path: field for field in proof.fields}
    lines = fold(safe_line(record.title), width)
    who = safe_line(headline(record, names))
    if who != lines[0]:
        lines += fold(who, width)
    status = record.status if isinstance(record, Deal | Total) else ""
    about = [
        safe_line(record.id),
        kind_words(record, locale),
        locale.word(status or ""),
        shown(corpus.place(record.line).words()),
    ]
    lines += [", ".join(filter(None, about)), ""]
    rows = field_rows(record)
    lines += table(
        [
            (
                f"{row.tranche} {tr(row.label)}" if row.tranche else tr(row.label),
                value_words(row.value, row.label, names, locale),
                tr(states[row.path].state) if row.path in states else "",
            )
            for row in rows
        ],
        width,
        left_columns=3,
    )
    for row in rows:
        field = states.get(row.path)
        if field is not None and (field.statements or field.detail):
            label = field_words(row.path)
            lines += ["", *_field_lines(label, field, corpus, names, width, locale)]
    if record.note:
        lines += ["", *fold(tr("note: {words}").format(words=safe_line(record.note)), width, "  ")]
    if record.used_in:
        lines.append("")
    for use in record.used_in:
        lines += fold(safe_line(_use_words(use, record, locale)), width, "  ")
    return "\n".join(lines) + "\n"


def _field_lines(
    label: str,
    field: FieldProof,
    corpus: Corpus,
    names: Mapping[str, str],
    width: int,
    locale: Locale,
) -> Iterator[str]:
    why = f": {safe_line(shown(field.detail))}" if field.detail else ""
    yield from fold(f"{label}, {tr(field.state)}{why}", width, "  ")
    for statement in field.statements:
        yield from fold("  " + _statement_words(statement, corpus, names, locale), width, "    ")


def _use_words(use: Use, record: Record, locale: Locale) -> str:
    figure = format_quantity(use.figure, locale) if use.figure is not None else ""
    parts = (
        use.title,
        format_when(use.date, locale) if use.date is not None else "",
        tr("as {figure}").format(figure=figure) if figure else "",
        use.url,
        tr("the record says otherwise now") if use.contradicts(record_amount(record)) else "",
    )
    return tr("used in: {uses}").format(uses=", ".join(filter(None, parts)))


def _statement_words(
    statement: Statement, corpus: Corpus, names: Mapping[str, str], locale: Locale
) -> str:
    """What one source says, the quote last: `supports, 1.25 bn USD, Le Monde, 2024-03: “…”`."""
    evidence = statement.evidence
    article = corpus.articles.get(evidence.article)
    value = ""
    if statement.value is not None:
        value = value_words(statement.value, statement.path.rpartition(".")[2], names, locale)
    anchor = statement.anchor.state
    parts = (
        tr(evidence.stance),
        value,
        "" if anchor == "exact" else tr(f"quote {anchor}"),
        tr("deprecated ({reason})").format(reason=safe_line(evidence.because))
        if evidence.rank == "deprecated"
        else "",
        safe_line(shown(statement.detail)),
        safe_line((article.publisher if article else "") or evidence.article),
        safe_line(format_when(article.published if article else None, locale)),
    )
    return f"{', '.join(filter(None, parts))}: “{safe_line(evidence.quote)}”"
