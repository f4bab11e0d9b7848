"""Proves the records of a corpus: locates their quotes, reads them, compares them with the fields.

Pure: what it answers follows from the corpus alone. It keeps no answer; `ProofStore` does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec

from tui.model.proofs import PROOF_STATES, Anchor, FieldProof, RecordProof, Statement
from tui.model.quantities import Quantity
from tui.model.records import field_rows
from tui.proof.extract import find_mentions
from tui.proof.quotes.locate import Locator
from tui.proof.quotes.prose import paragraph_around
from tui.proof.verify.article_memo import ArticleMemo
from tui.proof.verify.field_state import field_state
from tui.proof.verify.formula import DeriveError, evaluate, quantity_of
from tui.proof.verify.value_check import PARTY_FIELDS, check_value, names_party, same

if TYPE_CHECKING:
    from tui.model.corpus import Corpus
    from tui.model.mentions import Mention
    from tui.model.proofs import ProofState, ValueCheck
    from tui.model.records import Dismissal, Evidence, FieldRow, Record, Value

_start, _end = attrgetter("start"), attrgetter("end")
_UNREADABLE = Anchor("missing", detail="the article could not be read")
_NEWS = frozenset({"announced", "date"})
"""Dates that an article's own date proves where the quote names none: it tells them as news."""
_NEUTRAL = frozenset({"members", "kind", "instrument", "status"})
"""Fields that may stand without a quote of their own and do not lower their record."""


class Prover:
    """Anchors, reads and compares, for as many threads as ask."""

    def __init__(self, corpus: Corpus, memo: ArticleMemo | None = None) -> None:
        """Take a corpus, and what others have made of article texts already."""
        self.corpus = corpus
        self._memo = memo or ArticleMemo()

    def locator(self, article_id: str) -> Locator | None:
        """What finds quotes in an article; `None` when it has no text."""
        text = self.corpus.texts.get(article_id)
        if text is None:
            return None
        return self._memo.locators.get(text.text, lambda: Locator(text.text))

    def anchor(self, article_id: str, evidence: Evidence | Dismissal) -> Anchor:
        """Where a quote lies."""
        locator = self.locator(article_id)
        if locator is None:
            return _UNREADABLE
        return locator.locate(evidence.quote, evidence.prefix, evidence.suffix)

    def mentions(self, article_id: str) -> list[Mention]:
        """Every figure that an article states."""
        text = self.corpus.texts.get(article_id)
        return self._read(article_id, text.text) if text else []

    def _read(self, article_id: str, text: str) -> list[Mention]:
        article = self.corpus.articles.get(article_id)
        return find_mentions(
            text,
            language=article.language if article else "en",
            published=article.published if article else None,
        )

    def mentions_in(self, article_id: str, anchor: Anchor, quote: str) -> list[Mention]:
        """The figures of a quote, read in their sentences: bounds and currencies around it count.

        Its paragraph alone is read, so that a proof is the same whatever was read before.
        """
        if not anchor.found:
            return self._read(article_id, quote)
        text = self.corpus.texts[article_id].text
        shift, stop = _paragraph(text, anchor)
        article = self.corpus.articles.get(article_id)
        language, published = (article.language, str(article.published)) if article else ("en", "")
        near = self._memo.figures.get(
            (text, language, published, shift, stop),
            lambda: self._read(article_id, text[shift:stop]),
        )
        start, end = anchor.start - shift, anchor.end - shift
        # They are in order and do not overlap.
        first = bisect_right(near, start, key=_end)
        last = bisect_left(near, end, key=_start)
        return near[first:last]

    def paragraph(self, article_id: str, anchor: Anchor) -> str:
        """The lines of an article that a located quote stands in."""
        text = self.corpus.texts[article_id].text
        return text[slice(*_paragraph(text, anchor))]

    def record(self, record_id: str) -> RecordProof:
        """How far a record is proved: field by field, and the worst of those that count."""
        return _RecordProving(self, self.corpus.records[record_id]).proof()


class _RecordProving:
    """The proving of one record, which locates each of its quotes once."""

    def __init__(self, prover: Prover, record: Record) -> None:
        self.prover, self.corpus, self.record = prover, prover.corpus, record
        self.rows = field_rows(record)
        self.anchors: dict[int, Anchor] = {}
        """By the evidence itself, which often speaks for several fields."""

    def proof(self) -> RecordProof:
        fields = tuple(map(self._field, self.rows))
        states = [
            field.state
            for field in fields
            if field.state != "unsourced" or field.path.rpartition(".")[2] not in _NEUTRAL
        ]
        worst: ProofState = min(states, key=PROOF_STATES.index, default="unsourced")
        return RecordProof(self.record.id, worst, fields)

    def _field(self, row: FieldRow) -> FieldProof:
        statements = tuple(self._statement(row, evidence) for evidence in row.evidence)
        state, detail = field_state(row, statements)
        return FieldProof(row.path, state, statements, detail)

    def _anchor(self, evidence: Evidence) -> Anchor:
        anchor = self.anchors.get(id(evidence))
        if anchor is None:
            anchor = self.anchors[id(evidence)] = self.prover.anchor(evidence.article, evidence)
        return anchor

    def _statement(self, row: FieldRow, evidence: Evidence) -> Statement:
        anchor = self._anchor(evidence)
        value = row.value
        own = evidence.says is not None and evidence.fields[0] == row.label
        if own:
            value = evidence.says
        elif evidence.stance != "supports":
            value = None
        check, detail = self._check(row, evidence, anchor, value)
        return Statement(row.path, evidence, anchor, check, value, detail)

    def _check(
        self, row: FieldRow, evidence: Evidence, anchor: Anchor, value: Value | None
    ) -> tuple[ValueCheck, str]:
        if value is None:
            return "silent", ""
        if evidence.derived and isinstance(value, Quantity):
            return self._derived(evidence.derived, value)
        if isinstance(value, str):
            return self._named(row.label, value, evidence, anchor)
        mentions = self.prover.mentions_in(evidence.article, anchor, evidence.quote)
        article = self.corpus.articles.get(evidence.article)
        published = article.published if article and row.label in _NEWS else None
        return check_value(value, mentions, published)

    def _named(
        self, field: str, value: str, evidence: Evidence, anchor: Anchor
    ) -> tuple[ValueCheck, str]:
        if field not in PARTY_FIELDS:
            return "states", "judged by the curator"
        paragraph = evidence.quote
        if anchor.found:
            paragraph = self.prover.paragraph(evidence.article, anchor)
        ids = value.split(", ")
        missing: list[str] = []
        around: list[str] = []
        for party_id in ids:
            party = self.corpus.parties.get(party_id)
            names = (party.name, *party.aliases) if party else (party_id,)
            if names_party(names, evidence.quote):
                continue
            (around if names_party(names, paragraph) else missing).append(names[0])
        if missing and len(missing) == len(ids):
            return "silent", f"neither the quote nor its paragraph names {', '.join(missing)}"
        if missing:
            return "states", f"{', '.join(missing)} is not named here"
        return "states", f"{', '.join(around)} is named in its paragraph" if around else ""

    def _derived(self, formula: str, value: Quantity) -> tuple[ValueCheck, str]:
        try:
            result = evaluate(
                formula, lambda name: quantity_of(name, self.rows, self.corpus.records)
            )
        except DeriveError as error:
            return "silent", f"{formula}: {error}"
        if not result.unit:
            result = msgspec.structs.replace(result, unit=value.unit)
        if same(result, value):
            return "states", f"{formula} = {result}"
        verdict: ValueCheck = "contradicts" if result.meets(value) is False else "silent"
        if result.unit != value.unit:
            verdict = "contradicts"
        return verdict, f"{formula} = {result}, the record says {value}"


def _paragraph(text: str, anchor: Anchor) -> tuple[int, int]:
    """The paragraphs that a quote stands in."""
    return paragraph_around(text, anchor.start, anchor.end)
