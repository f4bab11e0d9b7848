"""Repairs that a program can make without judging: where a quote lies, how it is told apart.

What a figure says is never repaired.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tui.model.messages import all_of, msg
from tui.model.records import all_evidence
from tui.proof.quotes.selector import unique_selector

if TYPE_CHECKING:
    from tui.model.problems import Problem
    from tui.model.records import Evidence
    from tui.proof.results.proof_store import ProofStore


REPAIRABLE = frozenset({"quote-moved", "quote-ambiguous", "context-needless"})
"""The checks whose findings may have a repair."""


class Repair(msgspec.Struct, frozen=True):
    """New words for an evidence.

    Attributes:
        line: Where the evidence stands in the corpus file, 1-based.
        column: Likewise.
        values: The keys to set: `quote`, and `prefix` and `suffix` where they are needed, empty
            where they are not.
        words: What it does, in the user's words.
    """

    line: int
    column: int
    values: dict[str, str]
    words: str


def repair(proofs: ProofStore, problem: Problem) -> Repair | None:
    """What would repair a finding.

    A moved quote takes the article's words at the place where it was found; an ambiguous one
    gets the words around its first place; context that is not needed is taken away. Every
    other finding takes a person.
    """
    if problem.code not in REPAIRABLE:
        return None
    evidence = _evidence_at(proofs, problem)
    text = proofs.corpus.texts.get(evidence.article) if evidence else None
    if evidence is None or text is None:
        return None
    if problem.code == "context-needless":
        return _without_context(proofs, evidence)
    anchor = proofs.anchor(evidence.article, evidence)
    if not anchor.found:
        return None
    quote, prefix, suffix = unique_selector(text.text, anchor.start, anchor.end)
    values = {"quote": quote}
    if prefix or evidence.prefix:
        values["prefix"] = prefix
    if suffix or evidence.suffix:
        values["suffix"] = suffix
    locator = proofs.locator(evidence.article)
    if locator is None or locator.locate(quote, prefix, suffix).state != "exact":
        return None
    moved = problem.code == "quote-moved"
    words = msg("Take the article's words") if moved else msg("Say which of the places is meant")
    return Repair(evidence.line, evidence.column, values, words)


def _without_context(proofs: ProofStore, evidence: Evidence) -> Repair | None:
    """Take prefix and suffix away, where the quote is found at the same place without them."""
    locator = proofs.locator(evidence.article)
    alone = locator.locate(evidence.quote) if locator else None
    if alone is None or alone.state != "exact":
        return None
    context = ("prefix", evidence.prefix), ("suffix", evidence.suffix)
    values = {name: "" for name, text in context if text}
    words = msg("Take {keys} away: the quote stands once in its article", keys=all_of(values))
    return Repair(evidence.line, evidence.column, values, words)


def _evidence_at(proofs: ProofStore, problem: Problem) -> Evidence | None:
    """The evidence that a finding stands at."""
    record = proofs.corpus.records.get(problem.record)
    for _, evidence in all_evidence(record) if record else ():
        if (evidence.line, evidence.column) == (problem.line, problem.column):
            return evidence
    return None
