"""From a stretch of an article to a proposal for the corpus file.

Everything is decided here and in `corpus.edit.proposals`; a screen offers it and asks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.corpus.edit.proposals import AddEvidence, AddRecord, DismissFigure
from tui.model.quantities import Quantity
from tui.session.record_draft import draft

if TYPE_CHECKING:
    from tui.model.mentions import Mention
    from tui.proof.events.record_proposals import RecordProposal
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


def new_record(session: Session, stretch: Stretch, section: str) -> AddRecord:
    """A stretch recorded as a new record, prefilled with what its words show.

    That is the figure in the stretch, who pays whom as its sentence says it, and the day of the
    article. What the words do not show is left out.

    Args:
        session: The corpus.
        stretch: What is quoted.
        section: `deals` or `facts`.
    """
    proposal = session.proposal(stretch.article, stretch.start, stretch.end)
    shown = draft(proposal, section)
    named = [shown.get(name, "") for name in ("payer", "payee", "party")]
    parties = list(dict.fromkeys(party for party in (*named, *shown.get("parties", ())) if party))
    published = session.articles[stretch.article].published
    names = [session.names.get(party, party) for party in parties[:2]]
    record: dict[str, Any] = {
        "id": session.free_id(parties, published),
        "title": " and ".join(names) or "New record",
        **({"kind": "other"} if section == "facts" else {}),
        **shown,
    }
    day = "announced" if section == "deals" else "date"
    if published is not None and not shown.keys() & {"announced", "date"}:
        # What the sentence dates itself, the day of the article does not date.
        record[day] = str(published)
    main = "amount" if section == "deals" else "value"
    figure = figure_in(session, stretch)
    if figure is not None and isinstance(figure.quantity, Quantity):
        record[main] = str(figure.quantity)
    fields = (main, *_proved_too(session, stretch, record))
    record["evidence"] = [
        evidence_mapping(session, stretch, fields),
        *_evidence_beside(session, stretch, proposal, shown),
    ]
    return AddRecord(section, record)


def _evidence_beside(
    session: Session, stretch: Stretch, proposal: RecordProposal | None, shown: dict[str, Any]
) -> list[dict[str, Any]]:
    """Evidence for the fields that other words of the sentence show: its verb, its date."""
    if proposal is None:
        return []
    fields: dict[tuple[int, int], list[str]] = {}
    for name in ("instrument", "status", "kind", "announced", "date"):
        words = proposal.because.get("date" if name == "announced" else name)
        if words is not None and name in shown:
            fields.setdefault(words, []).append(name)
    return [
        evidence_mapping(session, Stretch(stretch.article, *words), tuple(names))
        for words, names in sorted(fields.items())
    ]


def dismissal(session: Session, stretch: Stretch, because: str) -> DismissFigure:
    """A note that what a stretch says is no deal, with the reason."""
    evidence = evidence_mapping(session, stretch, ("amount",))
    names = ("quote", "prefix", "suffix")
    found: dict[str, str] = {name: evidence[name] for name in names if name in evidence}
    return DismissFigure(stretch.article, {**found, "because": because.strip()})


def _proved_too(session: Session, stretch: Stretch, record: dict[str, Any]) -> list[str]:
    """The prefilled fields that the quote proves too: the parties that its paragraph names.

    The day on which a deal was announced is that of the article, which tells it as news.
    """
    text = session.article_text(stretch.article) or ""
    end = text.find("\n", stretch.end)
    paragraph = text[text.rfind("\n", 0, stretch.start) + 1 : end if end >= 0 else len(text)]
    named = session.parties_in(paragraph)
    fields = [name for name in ("payer", "payee", "party") if record.get(name) in named]
    news = record.get("announced") == str(session.articles[stretch.article].published)
    return [*fields, "announced"] if news else fields
