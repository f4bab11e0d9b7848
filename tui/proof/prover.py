"""Proves the records of a corpus, each when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tui.model.proofs import PROOF_STATES, Anchor, FieldProof, RecordProof, Statement
from tui.model.quantities import Quantity
from tui.model.records import all_evidence, field_rows
from tui.proof.anchor import Locator
from tui.proof.coverage import Coverage, cover
from tui.proof.derive import DeriveError, evaluate
from tui.proof.mentions import find_mentions
from tui.proof.statements import can_be, counts, gives, opposed
from tui.proof.values import JUDGED_FIELDS, PARTY_FIELDS, check_value, names_party, same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.corpus import Corpus
    from tui.model.mentions import Mention
    from tui.model.proofs import ProofState, ValueCheck
    from tui.model.records import Evidence, FieldRow, Record, Value

_UNREADABLE = Anchor("missing", detail="the article could not be read")
_SOUND = frozenset({"exact", "moved"})
"""Anchors whose quote says what the article says."""
_NEWS = frozenset({"announced", "date"})
"""Dates that an article's own date proves where the quote names none: it tells them as news."""
_NEUTRAL = frozenset({"members", "kind", "instrument", "status"})
"""Fields that may stand without a quote of their own and do not lower their record."""


class Prover:
    """Anchors, reads and compares; every answer is kept until the corpus is read anew."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._locators: dict[str, Locator] = {}
        self._anchors: dict[tuple[str, str, str, str], Anchor] = {}
        self._mentions: dict[str, list[Mention]] = {}
        self._nearby: dict[tuple[str, int, int], list[Mention]] = {}
        self._records: dict[str, RecordProof] = {}
        self._coverage: dict[str, Coverage] = {}
        self._quotes: dict[str, list[tuple[str, Evidence]]] | None = None

    # What an article holds

    def locator(self, article_id: str) -> Locator | None:
        """What finds quotes in an article; `None` when it has no text."""
        locator = self._locators.get(article_id)
        if locator is None:
            text = self.corpus.texts.get(article_id)
            if text is None:
                return None
            locator = self._locators[article_id] = Locator(text.text)
        return locator

    def anchor(self, article_id: str, evidence: Evidence) -> Anchor:
        """Where a quote lies."""
        return self._locate(article_id, evidence.quote, evidence.prefix, evidence.suffix)

    def _locate(self, article_id: str, quote: str, prefix: str, suffix: str) -> Anchor:
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
            text = self.corpus.texts.get(article_id)
            found = self._read(article_id, text.text) if text else []
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

        Only its paragraph is read, unless the whole article has been.
        """
        if not anchor.found:
            return self._read(article_id, quote)
        if article_id in self._mentions:
            near, shift = self._mentions[article_id], 0
        else:
            text = self.corpus.texts[article_id].text
            shift = text.rfind("\n", 0, anchor.start) + 1
            end = text.find("\n", anchor.end)
            key = (article_id, shift, end if end >= 0 else len(text))
            found = self._nearby.get(key)
            if found is None:
                found = self._nearby[key] = self._read(article_id, text[shift : key[2]])
            near = found
        start, end = anchor.start - shift, anchor.end - shift
        return [mention for mention in near if mention.start < end and start < mention.end]

    # What a record proves

    def record(self, record_id: str) -> RecordProof:
        """How far a record is proved: field by field, and the worst of those that count."""
        proof = self._records.get(record_id)
        if proof is None:
            record = self.corpus.records[record_id]
            fields = tuple(self._field(record, row) for row in field_rows(record))
            states = [
                field.state
                for field in fields
                if field.state != "unsourced" or field.path.rpartition(".")[2] not in _NEUTRAL
            ]
            worst: ProofState = min(states, key=PROOF_STATES.index, default="unsourced")
            proof = self._records[record_id] = RecordProof(record_id, worst, fields)
        return proof

    def _field(self, record: Record, row: FieldRow) -> FieldProof:
        statements = tuple(self._statement(record, row, evidence) for evidence in row.evidence)
        state, detail = _state(row, statements)
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
            start = text.rfind("\n", 0, anchor.start) + 1
            end = text.find("\n", anchor.end)
            paragraph = text[start : end if end >= 0 else len(text)]
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
        for row in field_rows(record):
            if row.path == name and isinstance(row.value, Quantity):
                return row.value
        return None

    # What an article feeds

    def coverage(self, article_id: str) -> Coverage:
        """Which figures of an article are recorded, dismissed or open."""
        found = self._coverage.get(article_id)
        if found is None:
            if self._quotes is None:
                self._quotes = {}
                for record in self.corpus.records.values():
                    for _, evidence in all_evidence(record):
                        quotes = self._quotes.setdefault(evidence.article, [])
                        quotes.append((record.id, evidence))
            anchored = [
                (anchor.start, anchor.end, record_id)
                for record_id, evidence in self._quotes.get(article_id, ())
                if (anchor := self.anchor(article_id, evidence)).state in _SOUND
            ]
            article = self.corpus.articles.get(article_id)
            dismissed = [
                (anchor.start, anchor.end)
                for item in (article.not_a_deal if article else ())
                if (anchor := self._locate(article_id, item.quote, item.prefix, item.suffix)).state
                in _SOUND
            ]
            found = cover(article_id, self.mentions(article_id), anchored, dismissed)
            self._coverage[article_id] = found
        return found


def _state(row: FieldRow, statements: Sequence[Statement]) -> tuple[ProofState, str]:
    """The state of a field out of its statements, worst first; retired ones do not count."""
    active = [statement for statement in statements if counts(statement)]
    supporting = [statement for statement in active if statement.evidence.stance == "supports"]
    broken: tuple[ProofState, ...] = ("changed", "missing")
    for state in broken:
        for statement in active:
            if statement.anchor.state == state:
                return state, statement.anchor.detail
    for statement in active:
        if statement.check == "contradicts":
            return "contradicted", statement.detail
    against = opposed(active)
    if against:
        values = dict.fromkeys(str(statement.value) for statement in against)
        return "disputed", f"sources say {' and '.join(values)}"
    denying = [s for s in active if s.evidence.stance == "disputes" and s.value is None]
    if denying and row.value is not None:
        return "disputed", f"{denying[0].evidence.article} denies it"
    if row.value is None:
        return ("proved", "") if supporting else ("unsourced", "no value is recorded")
    own = [statement for statement in supporting if gives(statement, row.value)]
    other = [statement for statement in supporting if statement not in own]
    for statement in other:
        if not can_be(statement, row.value):
            return "contradicted", f"its source says {statement.value}, the record {row.value}"
    stating = [statement for statement in own if statement.check == "states"]
    if not stating:
        if not own and other:
            said = " and ".join(dict.fromkeys(str(statement.value) for statement in other))
            return "unsourced", f"its source says {said}, the record {row.value}"
        judged = row.label in JUDGED_FIELDS and own
        if judged:
            return "proved", "judged by the curator"
        why = next((statement.detail for statement in own if statement.detail), "")
        return "unsourced", f"no quote states it: {why}" if why else ""
    if all(statement.evidence.derived for statement in stating):
        return "derived", stating[0].detail
    plain = [statement for statement in stating if not statement.evidence.derived]
    best: dict[str, Statement] = {}
    for statement in plain:
        best.setdefault(statement.anchor.state, statement)
    if "exact" in best:
        return "proved", best["exact"].detail
    if "moved" in best:
        return "moved", best["moved"].anchor.detail
    return "ambiguous", best["ambiguous"].anchor.detail
