"""Everything that the sources say on one field, under each other, what differs marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.format import format_value, format_when
from tui.model.headline import field_words
from tui.model.messages import msg, shown
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.widgets.drawing.glyphs import PROOF, STANCE
from tui.widgets.drawing.wrapping import wrap
from tui.widgets.entries import Entry, Target

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.model.locales import Locale
    from tui.model.proofs import FieldProof, Statement, ValueCheck
    from tui.model.records import Article, Record
    from tui.widgets.drawing.line_pane import Run


_WIDEST = 100
_INDENT = 4

CHECK_WORDS: dict[ValueCheck, str] = {
    "states": msg("the quote states it"),
    "judged": msg("read in it by the curator"),
    "unclear": msg("its sentence leaves it unclear"),
    "bounded": msg("its sentence bounds it"),
    "denies": msg("its sentence denies it"),
    "contradicts": msg("the quote contradicts it"),
    "otherwise": msg("the quote says something else"),
    "silent": msg("the quote is silent about it"),
}
"""What a quote says about a field, in words."""


def statement_entries(
    record: Record,
    proof: FieldProof,
    articles: Mapping[str, Article],
    locale: Locale,
    width: int = _WIDEST,
) -> Sequence[Entry]:
    """One block a statement: source, stance, value, quote with its own words marked.

    Args:
        record: The record.
        proof: How far one of its fields is proved, with what the sources say on it.
        articles: All articles by id.
        locale: How figures and dates are written.
        width: Cells of a line.
    """
    look = PROOF[proof.state]
    entries = [
        Entry(
            [
                (safe_line(f" {record.title}  "), "title"),
                (f"{field_words(proof.path)}  ", "quiet"),
                (f"{look.glyph} {look.word}", look.style),
            ]
        ),
        Entry([(f" {safe_line(shown(proof.detail, on_screen=True))}", "quiet")]),
    ]
    others = [_words(statement) for statement in proof.statements]
    for index, statement in enumerate(proof.statements):
        shared = (
            set.intersection(*(words for at, words in enumerate(others) if at != index))
            if (len(others) > 1)
            else others[index]
        )
        entries += _block(statement, shared, articles, locale, min(width, _WIDEST))
    return entries


def _block(
    statement: Statement,
    shared: set[str],
    articles: Mapping[str, Article],
    locale: Locale,
    width: int,
) -> list[Entry]:
    evidence = statement.evidence
    article = articles.get(evidence.article)
    stance = STANCE[evidence.stance]
    when = format_when(article.published if article else None, locale)
    source = (article.publisher if article else "") or evidence.article
    target = Target("statement", evidence.article, f"{evidence.line}:{evidence.column}")
    head: list[Run] = [
        (f"{stance.glyph} {stance.word:<9} ", stance.style),
        (safe_line(f"{source} · {when}"), ""),
    ]
    value = format_value(statement.value, locale) if statement.value is not None else ""
    check = f"{shown(CHECK_WORDS[statement.check])} · {tr(statement.anchor.state)}"
    entries = [Entry([]), Entry(head, target)]
    for words, style in ((safe_line(value), "strong"), (check, "quiet")):
        if not words:
            continue
        if len(entries) == 2 and _length(head) + len(words) + 3 <= width:
            head.append((f"   {words}", style))
        else:
            entries += _note(words, style, width)
    for line in wrap(f"“{safe_line(evidence.quote)}”", width - _INDENT):
        runs: list[Run] = [("    ", "")]
        for word in line.split(" "):
            runs += [(word, "" if _bare(word) in shared else "match"), (" ", "")]
        entries.append(Entry(runs))
    if evidence.rank != "normal":
        reason = f": {evidence.because}" if evidence.because else ""
        entries += _note(f"{evidence.rank}{reason}", "warn", width)
    elif evidence.because:
        entries += _note(evidence.because, "quiet", width)
    if statement.detail:
        entries += _note(shown(statement.detail, on_screen=True), "quiet", width)
    return entries


def _length(runs: list[Run]) -> int:
    return sum(len(text) for text, _ in runs)


def _note(words: str, style: str, width: int) -> list[Entry]:
    return [Entry([(f"    {line}", style)]) for line in wrap(safe_line(words), width - _INDENT)]


def _words(statement: Statement) -> set[str]:
    return {_bare(word) for word in statement.evidence.quote.split()}


def _bare(word: str) -> str:
    return word.strip("“”«».,;:()\"' ").casefold()
