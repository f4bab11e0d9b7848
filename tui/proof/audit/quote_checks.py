"""Defects of quotes: where they are not, or not what they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.messages import msg
from tui.proof.audit.check import check
from tui.proof.audit.traversal import quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model.problems import Problem
    from tui.model.proofs import AnchorState
    from tui.proof.audit.check import Check
    from tui.proof.results.proof_store import ProofStore


LONGEST_QUOTE = 400
"""More characters than a sentence of a newspaper takes (mostly below 300)."""


def _in_state(proofs: ProofStore, check: Check, state: AnchorState, hint: str) -> Iterator[Problem]:
    for record, path, evidence in quotes(proofs):
        anchor = proofs.anchor(evidence.article, evidence)
        if anchor.state == state:
            words = " ".join(evidence.quote.split())[:80]
            found = msg(_SAYS[state], words=words, article=evidence.article)
            if anchor.detail:
                found = msg("{found}: {reason}", found=found, reason=anchor.detail)
            yield check.problem(
                found, hint,
                record=record, field=path, evidence=evidence,
            )  # fmt: skip


_SAYS: dict[AnchorState, str] = {
    "changed": msg("“{words}” reads otherwise in {article}"),
    "missing": msg("“{words}” is not in {article}"),
    "ambiguous": msg("“{words}” occurs more than once in {article}"),
    "moved": msg("“{words}” is worded otherwise in {article}"),
}


@check("quote-changed", "error", "The article says something else now")
def changed(proofs: ProofStore) -> Iterator[Problem]:
    """Quotes whose place is found, but with other figures, bounds or negations."""
    return _in_state(proofs, changed, "changed", msg("Read the article, then correct the record."))


@check("quote-missing", "error", "The quote is not in the article")
def missing(proofs: ProofStore) -> Iterator[Problem]:
    """Quotes that nothing in the article resembles."""
    return _in_state(proofs, missing, "missing", msg("Copy the quote from the article with y."))


@check("quote-ambiguous", "warning", "The quote occurs more than once")
def ambiguous(proofs: ProofStore) -> Iterator[Problem]:
    """Quotes that need a prefix or suffix."""
    hint = msg("Add a prefix or suffix: R offers one.")
    return _in_state(proofs, ambiguous, "ambiguous", hint)


@check("quote-moved", "warning", "The quote is worded otherwise in the article")
def moved(proofs: ProofStore) -> Iterator[Problem]:
    """Quotes that are found by likeness, with equal figures."""
    hint = msg("Take the article's words: R offers them.")
    return _in_state(proofs, moved, "moved", hint)


@check("context-needless", "info", "A quote is unique without its prefix or suffix")
def needless(proofs: ProofStore) -> Iterator[Problem]:
    """Prefixes and suffixes that tell nothing apart: they only break when the article changes."""
    for record, path, evidence in quotes(proofs):
        if not (evidence.prefix or evidence.suffix):
            continue
        locator = proofs.locator(evidence.article)
        if locator is not None and locator.locate(evidence.quote).state == "exact":
            yield needless.problem(
                msg("“{words}” stands once in its article", words=evidence.quote[:60]),
                msg("Take `prefix` and `suffix` away: R does."),
                record=record, field=path, evidence=evidence,
            )  # fmt: skip


@check("quote-too-long", "info", "A quote is longer than what proves the field")
def long_quotes(proofs: ProofStore) -> Iterator[Problem]:
    """Quotes that a small change of the article breaks without need."""
    for record, path, evidence in quotes(proofs):
        if len(evidence.quote) > LONGEST_QUOTE:
            yield long_quotes.problem(
                msg(
                    "“{words}…” has {count} characters",
                    words=evidence.quote[:60], count=len(evidence.quote),
                ),
                msg(
                    "Quote the words that state the field; {count} are plenty.",
                    count=LONGEST_QUOTE,
                ),
                record=record, field=path, evidence=evidence,
            )  # fmt: skip


@check("deprecated-without-reason", "warning", "A statement is deprecated without a reason")
def deprecated(proofs: ProofStore) -> Iterator[Problem]:
    """Deprecated statements that do not say why."""
    for record, path, evidence in quotes(proofs):
        if evidence.rank == "deprecated" and not evidence.because:
            yield deprecated.problem(
                msg("{article} is deprecated here", article=evidence.article),
                msg("Say why in `because`."), record=record, field=path, evidence=evidence,
            )  # fmt: skip


@check("evidence-twice", "warning", "The same evidence stands twice")
def twice(proofs: ProofStore) -> Iterator[Problem]:
    """One quote recorded twice for one field of one record."""
    seen: set[object] = set()
    of = ""
    for record, path, evidence in quotes(proofs):
        if record.id != of:
            seen, of = set(), record.id
        key = (
            path, evidence.fields, evidence.article, evidence.quote, evidence.prefix,
            evidence.suffix,
        )  # fmt: skip
        if key in seen:
            yield twice.problem(
                msg(
                    "“{words}” is recorded twice for {field}", words=evidence.quote[:60], field=path
                ),
                msg("Remove one."), record=record, field=path, evidence=evidence,
            )  # fmt: skip
        seen.add(key)


CHECKS = (
    changed,
    missing,
    ambiguous,
    moved,
    needless,
    long_quotes,
    deprecated,
    twice,
)
