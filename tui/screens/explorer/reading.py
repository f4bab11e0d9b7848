"""A record being read against its sources: which article, which quote, what is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.records import all_evidence, field_rows, record_parties
from tui.widgets.article.pane import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.proofs import RecordProof
    from tui.model.records import Record
    from tui.session.protocol import Library, Place


class Reading:
    """One record next to one of its articles.

    Attributes:
        record: The record.
        proof: How far it is proved.
        sources: Ids of the articles that its evidence names, oldest first.
        article: The id of the article at hand, `None` when the record has no evidence.
        places: The record's quotes in that article, in order of the text.
        at: The current one of `places`, -1 when there is none.
    """

    def __init__(self, library: Library, record: Record) -> None:
        self._library = library
        self.record = record
        self.proof: RecordProof = library.proof(record.id)
        named = dict.fromkeys(evidence.article for _, evidence in all_evidence(record))
        self.sources: list[str] = sorted(
            (article for article in named if article in library.articles), key=self._published
        )
        self.article: str | None = None
        self.places: list[Place] = []
        self.at = -1
        self._others: Sequence[Place] = ()

    def _published(self, article_id: str) -> tuple[str, str]:
        published = self._library.articles[article_id].published
        day = published.latest if published else None
        return (day.isoformat() if day else "9999", article_id)

    def open_article(self, article_id: str) -> None:
        """Take an article to hand; no quote is current yet."""
        self.article = article_id
        everything = self._library.places(article_id)
        found = [place for place in everything if place.anchor.found]
        self.places = [place for place in found if place.record == self.record.id]
        self._others = [place for place in found if place.record != self.record.id]
        self.at = -1

    def open_field(self, path: str) -> bool:
        """Go to the quote that speaks about a field, preferring the article at hand.

        Returns:
            False when no quote of the record speaks about it in any article.
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
        for statement in found:
            evidence = statement.evidence
            if evidence.article != self.article:
                self.open_article(evidence.article)
            for index, place in enumerate(self.places):
                if place.evidence == evidence and place.anchor == statement.anchor:
                    self.at = index
                    return True
        return False

    def stay_at(self, article_id: str, span: tuple[int, int] | None) -> None:
        """Take an article to hand, at the quote of this record that lies at a stretch, if any."""
        self.open_article(article_id)
        self.at = next((at for at in range(len(self.places)) if self._span(at) == span), -1)

    def step_quote(self, step: int) -> Place | None:
        """Go to the next quote of the record in the article, around the end."""
        if not self.places:
            return None
        span = self._span(self.at) if self.at >= 0 else None
        if self.at < 0 and step < 0:
            self.at = 0
        for _ in self.places:
            self.at = (self.at + step) % len(self.places)
            if self._span(self.at) != span:
                break
        return self.places[self.at]

    def step_source(self, step: int) -> bool:
        """Go to the next article of the record; false when there is no other."""
        if not self.sources:
            return False
        here = self.sources.index(self.article) if self.article in self.sources else -1
        target = self.sources[(here + step) % len(self.sources)]
        if target == self.article:
            return False
        self.open_article(target)
        if self.places:
            self.at = 0
        return True

    def _span(self, index: int) -> tuple[int, int]:
        anchor = self.places[index].anchor
        return anchor.start, anchor.end

    @property
    def place(self) -> Place | None:
        """The current quote."""
        return self.places[self.at] if self.at >= 0 else None

    @property
    def source_number(self) -> int:
        """1-based place of the article at hand among the sources, 0 when it is none of them."""
        return self.sources.index(self.article) + 1 if self.article in self.sources else 0

    def marks(self) -> tuple[list[Mark], list[Place]]:
        """What to mark in the article, and the places that the keys of the marks point to."""
        if self.article is None:
            return [], []
        targets = [*self.places, *self._others]
        marks = []
        for key, place in enumerate(targets):
            if place.record != self.record.id:
                style = "other"
            elif place.evidence.stance in ("disputes", "corrects"):
                style = "dispute"
            else:
                style = "quote"
            marks.append(Mark(place.anchor.start, place.anchor.end, style, key))
        marks += [
            Mark(figure.start, figure.end, "open")
            for figure in self._library.open_figures(self.article)
        ]
        return marks, targets

    @property
    def party(self) -> str | None:
        """The party that a person most likely means: the payee, else the first named."""
        payee = getattr(self.record, "payee", "")
        return payee or next(iter(record_parties(self.record)), None)


def read_up(library: Library, query: str, order: str | None, keep: str | None) -> None:
    """Find out what a library is asked for when it is shown first; for a background thread.

    A record with thousands of quotes, or an article of a megabyte, takes seconds; what is shown
    afterwards is known, so that no key waits for it.

    Args:
        library: About to be shown.
        query: What the search bar says.
        order: Of the results.
        keep: The record that stays chosen where the query finds it.
    """
    found = library.search(query, order)
    if not found.total:
        return
    kept = keep is not None and found.position(keep) is not None
    record = library.record(keep if kept and keep else found.record_id(0))
    reading = Reading(library, record)
    if not any(reading.open_field(row.path) for row in field_rows(record)[:1]) and reading.sources:
        reading.open_article(reading.sources[0])
    reading.marks()
