"""What a change of the corpus file would do to a record, found out before it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from tui.model.problems import Problem
from tui.model.proofs import RecordProof
from tui.model.records import Record

if TYPE_CHECKING:
    from collections.abc import Container

    from tui.corpus.load import Loaded
    from tui.model.corpus import Corpus
    from tui.proof.results.article_memo import ArticleMemo

_QUOTED = re.compile("'([^']+)'")
_LARGE = 1_000_000
"""Characters of a file from which all but the record in question is left unread: a second."""


class ChangedRecord(msgspec.Struct, frozen=True):
    """A record as a changed file would have it.

    Attributes:
        record: The record.
        proof: How far it would be proved.
        problems: What would be wrong with how it is written.
    """

    record: Record
    proof: RecordProof
    problems: tuple[Problem, ...] = ()


def changed_record(
    loaded: Loaded, text: str, record_id: str, memo: ArticleMemo | None = None
) -> ChangedRecord | None:
    """A record as a changed text of the corpus file would have it, read and proved.

    Costs the reading of the file, or where it is large that of the record alone, and one proof.

    Args:
        loaded: The corpus as it was read.
        text: The text of its file with the change.
        record_id: The record that the change is about.
        memo: What others have made of article texts already.

    Returns:
        `None` when the changed file has no such record.
    """
    from tui.corpus.joined_text import without_most_records
    from tui.corpus.load import read_corpus_text
    from tui.model.corpus import Corpus
    from tui.proof.verify.prover import Prover

    part = text if len(text) < _LARGE else without_most_records(text, (record_id,))
    changed = read_corpus_text(part, loaded.path)
    read, before = changed.corpus, loaded.corpus
    record = read.records.get(record_id)
    if record is None:
        return None
    corpus = Corpus(
        {**before.parties, **read.parties},
        before.articles,
        {**before.records, record_id: record},
        before.texts,
        read.files,
    )
    problems = tuple(
        problem
        for problem in changed.problems
        if problem.record == record_id and (part is text or not _left_unread(problem, corpus))
    )
    return ChangedRecord(record, Prover(corpus, memo).record(record_id), problems)


def _left_unread(problem: Problem, corpus: Corpus) -> bool:
    """Whether something is called unknown only because it was left unread."""
    match problem.code:
        case "unknown-party":
            known: Container[str] = corpus.parties
        case "unknown-article":
            known = corpus.articles
        case "unknown-deal":
            known = corpus.records
        case code:
            return code == "unknown-member"
    named = _QUOTED.search(problem.message)
    return named is not None and named[1] in known
