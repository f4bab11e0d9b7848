"""Defects of the corpus as a whole: figures nobody recorded, parties and articles unused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.messages import msg
from tui.model.records import record_parties
from tui.proof.audit.check import check
from tui.proof.audit.traversal import quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model.mentions import Mention
    from tui.model.problems import Problem
    from tui.model.records import Article
    from tui.proof.results.proof_store import ProofStore


_LONG_SCALE = ("billi", "rilli", "Billi", "BILLI", "RILLI")
"""Some of these stands in every word of the long scale; most articles need not be read."""


@check("figure-open", "info", "A figure of an article that nobody recorded", optional=True)
def figures(proofs: ProofStore) -> Iterator[Problem]:
    """Open figures of every article."""
    for article in proofs.corpus.articles.values():
        for mention in proofs.recorded(article.id).open:
            yield figure_open(article, mention)


def figure_open(article: Article, mention: Mention) -> Problem:
    """The finding for an open figure."""
    words = " ".join(mention.text.split())
    return figures.problem(
        msg("“{words}” reads as {value}", words=words, value=mention.quantity),
        msg("Record it (a in the article) or dismiss it (x) with the reason."),
        article=article.id, line=article.line, column=article.column, at=mention.start,
    )  # fmt: skip


@check("dismissal-missing", "warning", "A dismissed figure is not in its article")
def dismissals(proofs: ProofStore) -> Iterator[Problem]:
    """Dismissals whose quote is not found."""
    for article in proofs.corpus.articles.values():
        if article.id not in proofs.corpus.texts:
            continue
        for item in article.not_a_deal:
            if proofs.anchor(article.id, item).state in ("missing", "changed"):
                yield dismissals.problem(
                    msg(
                        "“{words}” is not in {article}", words=item.quote[:60], article=article.id
                    ),
                    msg("Copy the words from the article, or take the dismissal away."),
                    article=article.id, line=item.line, column=item.column,
                )  # fmt: skip


@check("long-scale", "info", "A French billion (10^12): translations get it wrong")
def long_scale(proofs: ProofStore) -> Iterator[Problem]:
    """Figures in the long scale that no evidence confirms."""
    for article in proofs.corpus.articles.values():
        text = proofs.corpus.texts.get(article.id)
        if article.language != "fr" or text is None:
            continue
        if not any(part in text.text for part in _LONG_SCALE):
            continue
        for mention in proofs.recorded(article.id).open:
            if "french-billion" in mention.flags:
                yield long_scale.problem(
                    msg(
                        "“{words}” is {value} in French", words=mention.text, value=mention.quantity
                    ),
                    msg("Compare with the original, then record or dismiss it."),
                    article=article.id, line=article.line, column=article.column,
                )  # fmt: skip


@check("article-unused", "info", "No record quotes the article")
def unused_articles(proofs: ProofStore) -> Iterator[Problem]:
    """Articles without evidence."""
    quoted = {evidence.article for _, _, evidence in quotes(proofs)}
    for article in proofs.corpus.articles.values():
        if article.id not in quoted:
            yield unused_articles.problem(
                msg("no record quotes {article}", article=article.id), msg("Read it for figures."),
                article=article.id, line=article.line, column=article.column,
            )  # fmt: skip


@check("party-unused", "info", "No record names the party")
def unused_parties(proofs: ProofStore) -> Iterator[Problem]:
    """Parties that nothing refers to."""
    named = {party for record in proofs.corpus.records.values() for party in record_parties(record)}
    for party in proofs.corpus.parties.values():
        if party.id not in named:
            yield unused_parties.problem(
                msg("no record names {party}", party=party.id),
                msg("Name it in a record that it takes part in, or take it away."),
                line=party.line, column=party.column,
            )  # fmt: skip


CHECKS = (
    figures,
    dismissals,
    long_scale,
    unused_articles,
    unused_parties,
)
