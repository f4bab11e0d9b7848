"""Defects of provenance: a stored text that is no longer the one that was taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.messages import msg
from tui.proof.audit.check import check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model.problems import Problem
    from tui.proof.results.proof_store import ProofStore


@check("text-changed", "warning", "The text of an article was changed after it was taken in")
def changed_texts(proofs: ProofStore) -> Iterator[Problem]:
    """Articles whose text has another SHA-256 than the corpus says."""
    for article in proofs.corpus.articles.values():
        text = proofs.corpus.texts.get(article.id)
        if not article.sha256 or text is None or text.digest == article.sha256.lower():
            continue
        yield changed_texts.problem(
            msg(
                "the text of {article} is not the one that was taken in (SHA-256)",
                article=article.id,
            ),
            msg("Compare it with its original; if the change is meant, take the line sha256 away."),
            article=article.id, line=article.line, column=article.column,
        )  # fmt: skip


CHECKS = (changed_texts,)
