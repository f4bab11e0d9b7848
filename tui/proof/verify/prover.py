"""Proves the records of a corpus, each when it is first asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import msgspec

from tui.model.proofs import PROOF_STATES, Anchor, FieldProof, RecordProof, Statement
from tui.model.quantities import Quantity
from tui.model.records import all_evidence, field_rows
from tui.proof.extract import find_mentions
from tui.proof.quotes.locate import Locator
from tui.proof.verify.coverage import Coverage, cover, quotes_by_article
from tui.proof.verify.field_state import field_state
from tui.proof.verify.formula import DeriveError, evaluate
from tui.proof.verify.proof_records import NOTHING, Keeping, Kept, keep_findings, keep_open
from tui.proof.verify.value_check import PARTY_FIELDS, check_value, names_party, same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.corpus import Corpus
    from tui.model.mentions import Mention
    from tui.model.problems import Problem
    from tui.model.proofs import ProofState, ValueCheck
    from tui.model.records import Dismissal, Evidence, FieldRow, Record, Value
    from tui.proof.verify.coverage import Quotes

_start, _end = attrgetter("start"), attrgetter("end")
_REMEMBERED = 1000
"""So many articles stay folded, and so many paragraphs read: up to 0.1 MB each."""
_UNREADABLE = Anchor("missing", detail="the article could not be read")
_SOUND = frozenset({"exact", "moved"})
"""Anchors whose quote says what the article says."""
_NEWS = frozenset({"announced", "date"})
"""Dates that an article's own date proves where the quote names none: it tells them as news."""
_NEUTRAL = frozenset({"members", "kind", "instrument", "status"})
"""Fields that may stand without a quote of their own and do not lower their record."""


class Prover:
    """Anchors, reads and compares; every answer is kept until the corpus is read anew."""

    def __init__(self, corpus: Corpus, keeping: Keeping | None = None) -> None:
        """Take a corpus, and what was kept of it or of an earlier state of it."""
        self.corpus = corpus
        self.keeping = keeping or Keeping(corpus)
        self.anew: set[str] = set()
        """Records and articles that had to be proved or read, as nothing kept held for them."""
        self._locators: dict[str, Locator] = {}
        self._anchors: dict[tuple[str, str, str, str], Anchor] = {}
        self._mentions: dict[str, list[Mention]] = {}
        self._nearby: dict[tuple[str, int, int], list[Mention]] = {}
        self._rows: dict[str, tuple[FieldRow, ...]] = {}
        self._evidence: dict[str, tuple[tuple[str, Evidence], ...]] = {}
        self._records: dict[str, RecordProof] = {}
        self._coverage: dict[str, Coverage] = {}
        self._quotes: Quotes | None = None

    # What an article holds

    def locator(self, article_id: str) -> Locator | None:
        """What finds quotes in an article; `None` when it has no text."""
        locator = self._locators.get(article_id)
        if locator is None:
            text = self.corpus.texts.get(article_id)
            if text is None:
                return None
            _forget_oldest(self._locators)
            locator = self._locators[article_id] = Locator(text.text)
        return locator

    def anchor(self, article_id: str, evidence: Evidence | Dismissal) -> Anchor:
        """Where a quote lies."""
        quote, prefix, suffix = evidence.quote, evidence.prefix, evidence.suffix
        key = (article_id, quote, prefix, suffix)
        anchor = self._anchors.get(key)
        if anchor is None:
            locator = self.locator(article_id)
            anchor = locator.locate(quote, prefix, suffix) if locator else _UNREADABLE
            self._anchors[key] = anchor
        return anchor

    def mentions(self, article_id: str) -> list[Mention]:
        """Every figure that an article states."""
        found = self._mentions.get(article_id)
        if found is None:
            found = self.keeping.figures(article_id)
            if found is None:
                text = self.corpus.texts.get(article_id)
                found = self._read(article_id, text.text) if text else []
                self.anew.add(article_id)
            self._mentions[article_id] = found
        return found

    def _read(self, article_id: str, text: str) -> list[Mention]:
        article = self.corpus.articles.get(article_id)
        return find_mentions(
            text,
            language=article.language if article else "en",
            published=article.published if article else None,
        )

    def _mentions_in(self, article_id: str, anchor: Anchor, quote: str) -> list[Mention]:
        """The figures of a quote, read in their sentences: bounds and currencies around it count.

        Its paragraph alone is read, so that a proof is the same whatever was read before.
        """
        if not anchor.found:
            return self._read(article_id, quote)
        text = self.corpus.texts[article_id].text
        shift, stop = _paragraph(text, anchor)
        key = (article_id, shift, stop)
        near = self._nearby.get(key)
        if near is None:
            _forget_oldest(self._nearby)
            near = self._nearby[key] = self._read(article_id, text[shift:stop])
        start, end = anchor.start - shift, anchor.end - shift
        # They are in order and do not overlap.
        first = bisect_right(near, start, key=_end)
        last = bisect_left(near, end, key=_start)
        return near[first:last]

    # What a record proves

    def rows(self, record: Record) -> tuple[FieldRow, ...]:
        """The fields of a record, made once."""
        rows = self._rows.get(record.id)
        if rows is None:
            rows = self._rows[record.id] = field_rows(record)
        return rows

    def evidence(self, record: Record) -> tuple[tuple[str, Evidence], ...]:
        """Every evidence of a record with the path of its first field, made once."""
        found = self._evidence.get(record.id)
        if found is None:
            found = self._evidence[record.id] = all_evidence(record)
        return found

    def record(self, record_id: str) -> RecordProof:
        """How far a record is proved: field by field, and the worst of those that count."""
        proof = self._records.get(record_id)
        if proof is None:
            record = self.corpus.records[record_id]
            proof = self._records[record_id] = self._again(record) or self._prove(record)
            self.keeping.count(proof)
        return proof

    def _prove(self, record: Record) -> RecordProof:
        self.anew.add(record.id)
        fields = tuple(self._field(record, row) for row in self.rows(record))
        states = [
            field.state
            for field in fields
            if field.state != "unsourced" or field.path.rpartition(".")[2] not in _NEUTRAL
        ]
        worst: ProofState = min(states, key=PROOF_STATES.index, default="unsourced")
        return RecordProof(record.id, worst, fields)

    def keep(self, findings: Sequence[Problem] | None = None) -> Kept:
        """All that is proved and read so far, and what was kept before and may hold again.

        Args:
            findings: What the default checks found, if they ran.
        """
        keeping, old = self.keeping, self.keeping.kept
        records = {name: old.records[name] for name in self.corpus.records if name in old.records}
        for name in self.anew & self._records.keys():
            record = self.corpus.records[name]
            records[name] = keeping.keep_proof(self._records[name], record, self.rows(record))
        figures = {name: old.figures[name] for name in self.corpus.texts if name in old.figures}
        for name in self.anew & self._mentions.keys():
            figures[name] = keeping.keep_figures(name, self._mentions[name])
        recorded = {name: keep_open(found) for name, found in list(self._coverage.items())}
        kept = old.findings if keeping.unchanged else NOTHING
        if findings is not None:
            kept = keep_findings(findings)
        if keeping.unchanged:
            return msgspec.structs.replace(
                old, records=records, figures=figures,
                recorded={**old.recorded, **recorded}, findings=kept,
            )  # fmt: skip
        if len(keeping.states) < len(self.corpus.records):
            return Kept(records=records, figures=figures)
        states, counts = dict(keeping.states), dict(keeping.counts)
        return Kept(keeping.whole, states, counts, records, figures, recorded, kept)

    def _again(self, record: Record) -> RecordProof | None:
        """The proof of a record as it was kept, with the anchors of its quotes."""
        proof = self.keeping.proof(record, self.rows(record))
        for field in proof.fields if proof else ():
            for statement in field.statements:
                item = statement.evidence
                place = (item.article, item.quote, item.prefix, item.suffix)
                self._anchors[place] = statement.anchor
        return proof

    def _field(self, record: Record, row: FieldRow) -> FieldProof:
        statements = tuple(self._statement(record, row, evidence) for evidence in row.evidence)
        state, detail = field_state(row, statements)
        return FieldProof(row.path, state, statements, detail)

    def _statement(self, record: Record, row: FieldRow, evidence: Evidence) -> Statement:
        anchor = self.anchor(evidence.article, evidence)
        value = row.value
        own = evidence.says is not None and evidence.fields[0] == row.label
        if own:
            value = evidence.says
        elif evidence.stance != "supports":
            value = None
        check, detail = self._check(record, row, evidence, anchor, value)
        return Statement(row.path, evidence, anchor, check, value, detail)

    def _check(
        self, record: Record, row: FieldRow, evidence: Evidence, anchor: Anchor, value: Value | None
    ) -> tuple[ValueCheck, str]:
        if value is None:
            return "silent", ""
        if evidence.derived and isinstance(value, Quantity):
            return self._derived(record, evidence.derived, value)
        if isinstance(value, str):
            return self._named(row.label, value, evidence, anchor)
        mentions = self._mentions_in(evidence.article, anchor, evidence.quote)
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
            text = self.corpus.texts[evidence.article].text
            paragraph = text[slice(*_paragraph(text, anchor))]
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

    def _derived(self, record: Record, formula: str, value: Quantity) -> tuple[ValueCheck, str]:
        try:
            result = evaluate(formula, lambda name: self.quantity(record, name))
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

    def quantity(self, record: Record, name: str) -> Quantity | None:
        """The quantity of a field: `amount`, `tranches.first.amount`, `other-record:amount`."""
        other, colon, path = name.partition(":")
        if colon:
            found = self.corpus.records.get(other)
            return self.quantity(found, path) if found else None
        for row in self.rows(record):
            if row.path == name and isinstance(row.value, Quantity):
                return row.value
        return None

    # What an article feeds

    def known_words(self, article_id: str) -> str | None:
        """How much of an article is recorded, in words, if that was found out already."""
        found = self._coverage.get(article_id)
        return found.words if found else None

    def coverage(self, article_id: str) -> Coverage:
        """Which figures of an article are recorded, dismissed or open."""
        found = self._coverage.get(article_id)
        if found is None:
            if self._quotes is None:
                self._quotes = quotes_by_article(self.corpus.records.values())
            quotes = self._quotes.get(article_id, ())
            for record_id in {record_id for record_id, _, _ in quotes}:
                self.record(record_id)  # A kept proof knows where its quotes lie.
            anchored = [
                (anchor.start, anchor.end, record_id)
                for record_id, _, evidence in quotes
                if (anchor := self.anchor(article_id, evidence)).state in _SOUND
            ]
            article = self.corpus.articles.get(article_id)
            dismissed = [
                (anchor.start, anchor.end)
                for item in (article.not_a_deal if article else ())
                if (anchor := self.anchor(article_id, item)).state in _SOUND
            ]
            found = cover(article_id, self.mentions(article_id), anchored, dismissed)
            self._coverage[article_id] = found
        return found


def _forget_oldest(known: dict[Any, Any]) -> None:
    """Make room: what was looked at long ago can be looked at again."""
    while len(known) >= _REMEMBERED:
        known.pop(next(iter(known)), None)


def _paragraph(text: str, anchor: Anchor) -> tuple[int, int]:
    """The lines that a quote stands in."""
    end = text.find("\n", anchor.end)
    return text.rfind("\n", 0, anchor.start) + 1, end if end >= 0 else len(text)
