"""Proves the records of a corpus: locates their quotes, reads them, compares them with the fields.

Pure: what it answers follows from the corpus alone. It keeps no answer; `ProofStore` does.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.model.messages import msg
from tui.model.proofs import PROOF_STATES, Anchor, FieldProof, RecordProof, Statement
from tui.model.quantities import Quantity
from tui.model.records import Deal, Party, field_rows, record_parties
from tui.proof.claim.article_frame import ArticleFrame
from tui.proof.claim.paragraph import Paragraph
from tui.proof.claim.parties import PartyNames, short_forms
from tui.proof.claim.quote import QuotePlace, QuoteReading
from tui.proof.claim.sentences import crosses_paragraphs, paragraph_around, read_stretch
from tui.proof.events import KnownNames
from tui.proof.extract import find_mentions
from tui.proof.quotes.locate import Locator
from tui.proof.results.article_memo import ArticleMemo
from tui.proof.verify.checks.asked import Asked
from tui.proof.verify.checks.judgement import check_judged
from tui.proof.verify.checks.roles.direction import Directions
from tui.proof.verify.checks.roles.party_check import PARTY_FIELDS, check_parties
from tui.proof.verify.checks.value_check import check_value
from tui.proof.verify.derivation import check_derived
from tui.proof.verify.field_state import field_state
from tui.proof.verify.formula import quantity_of

if TYPE_CHECKING:
    from tui.model.corpus import Corpus
    from tui.model.mentions import Mention
    from tui.model.proofs import ProofState, ValueCheck
    from tui.model.records import Dismissal, Evidence, FieldRow, Record, Value
    from tui.proof.verify.derivation import OperandProof

_UNREADABLE = Anchor("missing", detail=msg("the article could not be read"))
_UNLOWERING = frozenset({"unsourced", "judged"})
_NEUTRAL = frozenset({"members", "kind", "instrument", "status"})
"""Fields that nothing but a person's reading proves; so read, or without a quote of their own,
they do not lower their record."""


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

    def quote(self, article_id: str, anchor: Anchor, quote: str) -> QuoteReading:
        """A quote in its sentences: what stands around it there counts.

        Its paragraph alone is read, so that a proof is the same whatever was read before.
        """
        article = self.corpus.articles.get(article_id)
        language = article.language if article else "en"
        published = article.published if article else None
        if not anchor.found:
            paragraph = Paragraph(quote, read_stretch(quote, 0, len(quote)), language, published)
            return QuoteReading(paragraph, 0, len(paragraph.text))
        text = self.corpus.texts[article_id].text
        begin, stop = paragraph_around(text, anchor.start, anchor.end)
        paragraph = self._memo.paragraphs.get(
            (text, language, str(published), begin, stop),
            lambda: Paragraph(text, read_stretch(text, begin, stop), language, published),
        )
        place = paragraph.reading.place
        frame = self._memo.frames.get((text, language), lambda: ArticleFrame(text, language))
        crosses = crosses_paragraphs(text, anchor.start, anchor.end)
        return QuoteReading(
            paragraph,
            place(anchor.start),
            place(anchor.end),
            QuotePlace(frame, begin, stop, crosses),
        )

    def record(self, record_id: str) -> RecordProof:
        """How far a record is proved: field by field, and the worst of those that count."""
        return _RecordProving(self, self.corpus.records[record_id]).proof()


class _RecordProving:
    """The proving of one record, which locates each of its quotes once."""

    def __init__(
        self,
        prover: Prover,
        record: Record,
        deriving: frozenset[str] = frozenset(),
        operands: dict[str, ProofState] | None = None,
    ) -> None:
        """Take a record, and where it is proved for the formula of another, what led to it.

        Args:
            prover: Locates and reads.
            record: The record.
            deriving: The fields whose formulas lead to it, which may not be its operands.
            operands: The states of the operands that were proved so far, each once.
        """
        self.prover, self.corpus, self.record = prover, prover.corpus, record
        self.deriving = deriving
        self.operands = {} if operands is None else operands
        self.rows = field_rows(record)
        self.anchors: dict[int, Anchor] = {}
        """By the evidence itself, which often speaks for several fields."""
        self.readings: dict[int, QuoteReading] = {}
        self.asking: tuple[FieldRow, Evidence, Asked] | None = None
        """What the field and the evidence that are compared now ask for."""
        known = self.corpus.parties
        self.parties = [known.get(one) or Party(one, one) for one in record_parties(record)]
        self.named: dict[str, tuple[Party, ...]] = {}
        """The parties with what each article calls them for short."""
        self.namings: dict[tuple[Party, ...], tuple[PartyNames, Directions]] = {}
        self.tranches = {one.id: one for one in record.tranches} if isinstance(record, Deal) else {}

    def _naming(self, article_id: str) -> tuple[PartyNames, Directions]:
        """The names of the parties of the record in an article, and who pays whom among them."""
        named = self.named.get(article_id)
        if named is None:
            text = self.corpus.texts.get(article_id)
            article = text.text if text else ""
            named = tuple(_named_in(article, party) for party in self.parties)
            self.named[article_id] = named
        naming = self.namings.get(named)
        if naming is None:
            directions = Directions(KnownNames({party.id: party for party in named}))
            naming = self.namings[named] = PartyNames(named), directions
        return naming

    def proof(self) -> RecordProof:
        fields = tuple(map(self.field, self.rows))
        states = [
            field.state
            for field in fields
            if field.state not in _UNLOWERING or field.path.rpartition(".")[2] not in _NEUTRAL
        ]
        worst: ProofState = min(states, key=PROOF_STATES.index, default="unsourced")
        return RecordProof(self.record.id, worst, fields)

    def field(self, row: FieldRow) -> FieldProof:
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
            return check_derived(
                evidence.derived, value, partial(self._operand, field=row.path),
                self._reading(evidence, anchor), self._asked(row, evidence),
            )  # fmt: skip
        verdict = self._compared(row, evidence, anchor, value)
        if verdict[0] in {"states", "judged"} and (
            doubt := self._doubt_of_place(row, evidence, anchor)
        ):
            verdict = "unclear", doubt
        may_judge = verdict[0] in {"unclear", "bounded", "denies", "judged"} or (
            verdict[0] == "silent" and isinstance(value, str)
        )
        if evidence.judged and may_judge:
            return "judged", msg("judged by the curator: {judged}", judged=evidence.judged)
        return verdict

    def _doubt_of_place(self, row: FieldRow, evidence: Evidence, anchor: Anchor) -> str:
        """Why what stands around a quote keeps it from counting, whatever the field."""
        reading = self._reading(evidence, anchor)
        if reading.misplaced or self._asked(row, evidence).status == "cancelled":
            return reading.misplaced
        return reading.denied_beside

    def _compared(
        self, row: FieldRow, evidence: Evidence, anchor: Anchor, value: Value
    ) -> tuple[ValueCheck, str]:
        reading = self._reading(evidence, anchor)
        asked = self._asked(row, evidence)
        if not isinstance(value, str):
            return check_value(value, reading, asked)
        if row.label not in PARTY_FIELDS:
            return check_judged(value, reading, asked)
        names = {one: self.corpus.party_name(one) for one in value.split(", ")}
        return check_parties(names, reading, asked)

    def _reading(self, evidence: Evidence, anchor: Anchor) -> QuoteReading:
        reading = self.readings.get(id(evidence))
        if reading is None:
            reading = self.prover.quote(evidence.article, anchor, evidence.quote)
            self.readings[id(evidence)] = reading
        return reading

    def _asked(self, row: FieldRow, evidence: Evidence) -> Asked:
        if self.asking is not None and self.asking[0] is row and self.asking[1] is evidence:
            return self.asking[2]
        article = self.corpus.articles.get(evidence.article)
        tranche = self.tranches.get(row.tranche)
        published = article.published if article else None
        names, directions = self._naming(evidence.article)
        asked = Asked(row.label, self.record, tranche, names, directions, published)
        self.asking = row, evidence, asked
        return asked

    def _operand(self, name: str, field: str) -> OperandProof:
        """The value of a field that a formula names, and how far it is proved.

        Args:
            name: The field, of this record or of another.
            field: The path of the field that has the formula.
        """
        value = quantity_of(name, self.rows, self.corpus.records)
        deriving = self.deriving | {f"{self.record.id}:{field}"}
        other, colon, path = name.rpartition(":")
        record = self.corpus.records.get(other) if colon else self.record
        if record is None or f"{record.id}:{path}" in deriving:
            return value, None
        operand = f"{record.id}:{path}"
        if operand not in self.operands:
            proving = _RecordProving(self.prover, record, deriving, self.operands)
            row = next((row for row in proving.rows if row.path == path), None)
            self.operands[operand] = proving.field(row).state if row else "unsourced"
        return value, self.operands[operand]


def _named_in(article: str, party: Party) -> Party:
    """A party with the short forms of its name that an article uses."""
    short = [one for one in short_forms(party.name, article) if one not in party.aliases]
    return replace(party, aliases=(*party.aliases, *short)) if short else party
