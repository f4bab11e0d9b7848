"""Everything that the sources say on one field, under each other, what differs marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.format import format_date, format_value
from tui.model.safe_text import safe_line
from tui.widgets.entries import Entry, Target
from tui.widgets.looks import PROOF, STANCE
from tui.widgets.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.model.proofs import FieldProof, Statement
    from tui.model.records import Article, Record
    from tui.widgets.lines import Run


def statement_entries(
    record: Record, proof: FieldProof, articles: Mapping[str, Article]
) -> Sequence[Entry]:
    """One block a statement: source, stance, value, quote with its own words marked."""
    look = PROOF[proof.state]
    entries = [
        Entry(
            [
                (safe_line(f" {record.title}  "), "title"),
                (f"{proof.path}  ", "quiet"),
                (f"{look.glyph} {look.word}", look.style),
            ]
        ),
        Entry([(f" {safe_line(proof.detail)}", "quiet")]),
    ]
    others = [_words(statement) for statement in proof.statements]
    for index, statement in enumerate(proof.statements):
        shared = (
            set.intersection(*(words for at, words in enumerate(others) if at != index))
            if (len(others) > 1)
            else others[index]
        )
        entries += _block(statement, shared, articles)
    return entries


def _block(statement: Statement, shared: set[str], articles: Mapping[str, Article]) -> list[Entry]:
    evidence = statement.evidence
    article = articles.get(evidence.article)
    stance = STANCE[evidence.stance]
    when = format_date(article.published) if article and article.published else "undated"
    source = (article.publisher if article else "") or evidence.article
    target = Target("statement", evidence.article, f"{evidence.line}:{evidence.column}")
    head: list[Run] = [
        (f"{stance.glyph} {stance.word:<9} ", stance.style),
        (safe_line(f"{source} · {when}"), ""),
    ]
    if statement.value is not None:
        head.append((f"   {safe_line(format_value(statement.value))}", "strong"))
    head.append((f"   the quote {statement.check} it · {statement.anchor.state}", "quiet"))
    entries = [Entry([]), Entry(head, target)]
    for line in wrap(f"“{safe_line(evidence.quote)}”", 96):
        runs: list[Run] = [("    ", "")]
        for word in line.split(" "):
            runs += [(word, "" if _bare(word) in shared else "match"), (" ", "")]
        entries.append(Entry(runs))
    if evidence.rank != "normal":
        reason = f": {evidence.because}" if evidence.because else ""
        entries.append(Entry([(safe_line(f"    {evidence.rank}{reason}"), "warn")]))
    elif evidence.because:
        entries.append(Entry([(safe_line(f"    {evidence.because}"), "quiet")]))
    if statement.detail:
        entries.append(Entry([(safe_line(f"    {statement.detail}"), "quiet")]))
    return entries


def _words(statement: Statement) -> set[str]:
    return {_bare(word) for word in statement.evidence.quote.split()}


def _bare(word: str) -> str:
    return word.strip("“”«».,;:()\"' ").casefold()
