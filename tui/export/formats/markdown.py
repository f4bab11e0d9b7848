"""Markdown (GFM): a table of the records, each state with its quotes as footnotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.model.article_places import address_at, page_at
from tui.model.format import format_date, format_quantity, format_when
from tui.model.headline import headline, kind_words
from tui.model.records import Deal, Fact, Total, record_amount, record_date
from tui.model.safe_text import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from tui.export.selection import Selection
    from tui.model.locales import Locale
    from tui.model.proofs import Statement
    from tui.model.records import Article, Evidence, Record

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~^$!&])")
"""Signs that mean something in Markdown, or in HTML within it."""
_LIST_MARK = re.compile(r"^(?:\s*\d+(?=[.)])|\s*(?=[-+]))")
_TABLES: dict[str, tuple[str, type[Record]]] = {
    "deals": ("Deals", Deal),
    "totals": ("Totals", Total),
    "facts": ("Facts", Fact),
}


def write(selection: Selection, what: str, stream: BinaryIO) -> None:
    """Write one table of records, or all of them for `corpus`."""
    stream.write("\n".join(_lines(selection, what)).encode() + b"\n")


def _lines(selection: Selection, what: str) -> Iterator[str]:
    notes: list[str] = []
    for name in _TABLES if what == "corpus" else (what,):
        heading, kind = _TABLES[name]
        records = [one for one in selection.corpus.records.values() if isinstance(one, kind)]
        if not records:
            continue
        yield f"## {heading}"
        yield ""
        yield "| date | record | figure | what | proof |"
        yield "|---|---|--:|---|---|"
        for record in records:
            yield _row(record, selection, notes)
        yield ""
    yield from notes


def _row(record: Record, selection: Selection, notes: list[str]) -> str:
    locale = selection.locale
    amount, when = record_amount(record), record_date(record)
    status = "" if isinstance(record, Fact) else record.status or ""
    proof = selection.proof(record.id)
    seen: dict[tuple[str, str], str] = {}
    for field in proof.fields:
        for statement in field.statements:
            key = statement.evidence.article, statement.evidence.quote
            if key not in seen:
                seen[key] = f"[^{len(notes) + 1}]"
                notes.append(f"{seen[key]}: {_note(statement, selection)}")
    cells = (
        format_date(when, locale) if when else "",
        headline(record, selection.names),
        format_quantity(amount, locale) if amount else "",
        ", ".join(filter(None, (kind_words(record, locale), locale.word(status)))),
    )
    proved = f"{proof.state} {''.join(seen.values())}".rstrip()
    return f"| {' | '.join(map(escaped, cells))} | {proved} |"


def _note(statement: Statement, selection: Selection) -> str:
    evidence, corpus = statement.evidence, selection.corpus
    article, page = corpus.articles.get(evidence.article), None
    if article is not None and statement.anchor.found:
        page = page_at(article, corpus.texts.get(article.id), statement.anchor.start)
    return footnote(evidence, article, page, selection.locale)


def footnote(evidence: Evidence, article: Article | None, page: int | None, locale: Locale) -> str:
    """A quote with its source, as the text of a footnote.

    Args:
        evidence: The quote.
        article: Its article; `None` where the corpus does not have it.
        page: The page of the quote; `None` where that is not known.
        locale: How dates are written.
    """
    words = [f"“{escaped(evidence.quote)}”"]
    if evidence.stance != "supports" or evidence.rank == "deprecated":
        words[0] += f" ({evidence.stance}{', deprecated' * (evidence.rank == 'deprecated')})"
    if article is None:
        return f"{words[0]}, {escaped(evidence.article)}"
    words.append(escaped(article.publisher))
    title = escaped(article.title or article.file)
    address = address_at(article, evidence.quote, evidence.prefix, evidence.suffix)
    words.append(f"[{title}](<{address}>)" if address else f"*{title}*")
    words.append(escaped(format_when(article.published, locale)))
    words.append(f"p. {page}" if page else "")
    return ", ".join(filter(None, words))


def escaped(text: str) -> str:
    """A text in one line that Markdown shows as it is."""
    line = _SPECIAL.sub(r"\\\1", safe_line(" ".join(text.split())))
    return _LIST_MARK.sub(r"\g<0>\\", line)
