"""A record being read against its sources: which field, which article, which quote is at hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.model.records import PARTY_FIELDS, all_evidence, field_rows, record_parties
from tui.widgets.article.pane import Mark

if TYPE_CHECKING:
    from tui.model.proofs import RecordProof
    from tui.model.records import Evidence, FieldRow, Record
    from tui.session.protocol import Place, Session


@dataclass(frozen=True, slots=True)
class Page:
    """An article at hand, with the quotes that were located in it.

    Attributes:
        article: Its id.
        quotes: Those of the record that is read, in order of the text.
        others: Those of other records.
    """

    article: str
    quotes: tuple[Place, ...] = ()
    others: tuple[Place, ...] = ()

    @classmethod
    def of(cls, session: Session, article: str, record: str | None = None) -> Page:
        """An article beside a record, or beside none."""
        found = [place for place in session.places(article) if place.anchor.found]
        return cls(
            article,
            tuple(place for place in found if place.record == record),
            tuple(place for place in found if place.record != record),
        )

    @property
    def targets(self) -> tuple[Place, ...]:
        """The places that the keys of the marks point to."""
        return (*self.quotes, *self.others)

    def marks(self, session: Session) -> list[Mark]:
        """What to mark in the text: quotes, and figures that nobody recorded."""
        marks: list[Mark] = []
        for key, place in enumerate(self.targets):
            if key >= len(self.quotes):
                style = "other"
            elif place.evidence.stance in ("disputes", "corrects"):
                style = "dispute"
            else:
                style = "quote"
            marks.append(Mark(*_span(place), style, key))
        figures = session.open_figures(self.article)
        return [*marks, *(Mark(figure.start, figure.end, "open") for figure in figures)]


@dataclass(frozen=True, slots=True)
class RecordReading:
    """One record, with the field at the cursor, and one of its articles; every step is another.

    Attributes:
        record: The record.
        proof: How far it is proved.
        rows: Its fields.
        sources: Ids of the articles that its evidence names, oldest first.
        path: The field at the cursor, `None` when the record has none.
        page: The article at hand, `None` when the record has no evidence.
        at: The quote at hand, as a place in `page.quotes`; -1 for none.
    """

    record: Record
    proof: RecordProof
    rows: tuple[FieldRow, ...]
    sources: tuple[str, ...]
    path: str | None = None
    page: Page | None = None
    at: int = -1

    @classmethod
    def of(cls, session: Session, record_id: str, path: str | None = None) -> RecordReading:
        """A record with the cursor on a field, its first where it has no such; no article yet."""
        record = session.record(record_id)
        named = dict.fromkeys(evidence.article for _, evidence in all_evidence(record))
        sources = sorted(
            (article for article in named if article in session.articles),
            key=lambda article: _published(session, article),
        )
        rows = field_rows(record)
        first = rows[0].path if rows else None
        reading = cls(record, session.proof(record_id), rows, tuple(sources), first)
        return reading.on_field(path)

    @property
    def article(self) -> str | None:
        """The id of the article at hand."""
        return self.page.article if self.page is not None else None

    @property
    def quotes(self) -> tuple[Place, ...]:
        """The quotes of the record in the article at hand, in order of the text."""
        return self.page.quotes if self.page is not None else ()

    @property
    def quote(self) -> Place | None:
        """The quote at hand."""
        return self.quotes[self.at] if self.at >= 0 else None

    @property
    def source_number(self) -> int:
        """1-based place of the article at hand among the sources, 0 when it is none of them."""
        return self.sources.index(self.article) + 1 if self.article in self.sources else 0

    @property
    def party(self) -> str | None:
        """The party of the field at the cursor, else the one that a person most likely means.

        That is the payee, else the first named.
        """
        for row in self.rows:
            party = row.value if row.path == self.path and row.label in PARTY_FIELDS else None
            if isinstance(party, str) and "," not in party:
                return party
        payee = getattr(self.record, "payee", "")
        return payee or next(iter(record_parties(self.record)), None)

    def on_field(self, path: str | None) -> RecordReading:
        """The cursor on a field, where the record has it; the article stays."""
        known = any(row.path == path for row in self.rows)
        return replace(self, path=path) if known else self

    def in_article(self, session: Session, article: str) -> RecordReading:
        """Another article at hand; no quote of it is yet."""
        return replace(self, page=Page.of(session, article, self.record.id), at=-1)

    def at_field(self, session: Session, path: str) -> RecordReading | None:
        """The cursor on a field and the quote at hand that speaks about it.

        Quotes that support the field come before others, and those of the article at hand before
        those of another.

        Returns:
            `None` when no quote of the record speaks about it in any article.
        """
        statements = next((f.statements for f in self.proof.fields if f.path == path), ())
        found = [statement for statement in statements if statement.anchor.found]
        found.sort(
            key=lambda statement: (
                statement.evidence.rank == "deprecated",
                statement.evidence.stance != "supports",
                statement.evidence.article != self.article,
            )
        )
        here = self.on_field(path)
        for statement in found:
            evidence = statement.evidence
            if evidence.article != here.article:
                here = here.in_article(session, evidence.article)
            for at, place in enumerate(here.quotes):
                if place.evidence == evidence and place.anchor == statement.anchor:
                    return replace(here, at=at)
        return None

    def at_span(self, span: tuple[int, int] | None) -> RecordReading:
        """The quote at hand that lies at a stretch of the article, if one does."""
        quotes = enumerate(self.quotes)
        return replace(self, at=next((at for at, place in quotes if _span(place) == span), -1))

    def at_quote(self, at: int) -> RecordReading:
        """A quote of the article at hand, and the cursor on the field that it speaks about."""
        return replace(self, at=at).on_field(self.quotes[at].path)

    def next_quote(self, step: int) -> RecordReading | None:
        """The next quote in the article at hand, around the end; `None` when there is none.

        Quotes at one place, as of several fields, are one.
        """
        if not self.quotes:
            return None
        span = _span(self.quotes[self.at]) if self.at >= 0 else None
        at = 0 if self.at < 0 and step < 0 else self.at
        for _ in self.quotes:
            at = (at + step) % len(self.quotes)
            if _span(self.quotes[at]) != span:
                break
        return self.at_quote(at)

    def next_source(self, session: Session, step: int) -> RecordReading | None:
        """The next article of the record, at its first quote; `None` when there is no other."""
        if not self.sources:
            return None
        here = self.sources.index(self.article) if self.article in self.sources else -1
        target = self.sources[(here + step) % len(self.sources)]
        if target == self.article:
            return None
        there = self.in_article(session, target)
        return there.at_quote(0) if there.quotes else there

    def at_evidence(self, session: Session, where: str) -> RecordReading | None:
        """An evidence of the record, named by its line and column in the corpus file."""
        for _, evidence in all_evidence(self.record):
            if place_of(evidence) == where and evidence.article in session.articles:
                there = self.in_article(session, evidence.article)
                found = [at for at, one in enumerate(there.quotes) if _is_at(one, where)]
                return replace(there, at=found[-1]) if found else there
        return None


def place_of(evidence: Evidence) -> str:
    """Line and column of an evidence in the corpus file."""
    return f"{evidence.line}:{evidence.column}"


def _is_at(place: Place, where: str) -> bool:
    return place_of(place.evidence) == where


def _span(place: Place) -> tuple[int, int]:
    return place.anchor.start, place.anchor.end


def _published(session: Session, article_id: str) -> tuple[str, str]:
    """Orders articles by the last day on which they may have appeared; undated ones come last."""
    published = session.articles[article_id].published
    day = published.latest if published else None
    return (day.isoformat() if day else "9999", article_id)


@dataclass(frozen=True, slots=True)
class SearchPlace:
    """Where search and list stand, for a thread that prepares what is shown next.

    Attributes:
        query: What the search bar says.
        order: The order of the list, `None` for the best match first.
        record: The id of the record that is read.
    """

    query: str = ""
    order: str | None = None
    record: str | None = None


def warm_up(session: Session, place: SearchPlace) -> None:
    """Find out what a session is asked for when it is shown first; for a background thread.

    A record with thousands of quotes, or an article of a megabyte, takes seconds; what is shown
    afterwards is known, so that no key waits for it.

    Args:
        session: About to be shown, and used by no other thread yet.
        place: Where search and list will stand; its record stays chosen where it is found.
    """
    # Worked out once and kept: both grow with the corpus.
    _ = session.names, session.own, session.proof_counts()
    found = session.search(place.query, place.order)
    if not found.total:
        return
    kept = place.record is not None and found.position(place.record) is not None
    record = place.record if kept and place.record else found.record_id(0)
    reading = RecordReading.of(session, record)
    there = reading.at_field(session, reading.path) if reading.path else None
    if there is None and reading.sources:
        there = reading.in_article(session, reading.sources[0])
    if there is not None and there.page is not None:
        there.page.marks(session)
