"""A stretch of an article as evidence for the corpus file.

What the form for it asks is in `session.forms.capture_form`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.corpus.edit.proposals import AddEvidence

if TYPE_CHECKING:
    from tui.model.mentions import Mention
    from tui.session.protocol import Session


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the text of an article, in code points.

    Attributes:
        article: The id of the article.
        start: Its first code point.
        end: One past its last.
    """

    article: str
    start: int
    end: int


def figure_in(session: Session, stretch: Stretch) -> Mention | None:
    """The first figure that lies in a stretch; one with a value before one without."""
    inside = [
        mention
        for mention in session.mentions(stretch.article)
        if stretch.start <= mention.start and mention.end <= stretch.end
    ]
    return next((mention for mention in inside if mention.quantity), next(iter(inside), None))


def evidence_mapping(session: Session, stretch: Stretch, fields: tuple[str, ...]) -> dict[str, Any]:
    """The evidence that a stretch gives for some fields, as it is written in the file."""
    from tui.proof.quotes.selector import unique_selector

    text = session.article_text(stretch.article) or ""
    quote, prefix, suffix = unique_selector(text, stretch.start, stretch.end)
    mapping: dict[str, Any] = {
        "for": list(fields) if len(fields) > 1 else fields[0],
        "article": stretch.article,
        "quote": quote,
    }
    if prefix:
        mapping["prefix"] = prefix
    if suffix:
        mapping["suffix"] = suffix
    return mapping


def evidence_for_field(session: Session, stretch: Stretch, record: str, path: str) -> AddEvidence:
    """A stretch recorded as evidence for a field.

    Args:
        session: The corpus.
        stretch: What is quoted.
        record: The id of the record.
        path: The field; one of a tranche as `tranches.<id>.<field>`.
    """
    tranche = ""
    if path.startswith("tranches."):
        _, tranche, path = path.split(".", 2)
    return AddEvidence(record, evidence_mapping(session, stretch, (path,)), tranche)
