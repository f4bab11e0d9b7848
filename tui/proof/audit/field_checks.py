"""Defects of fields: contradicted, disputed, without a source."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from tui.model.dates import Edtf
from tui.model.messages import msg
from tui.model.quantities import Quantity
from tui.model.records import TRANCHE_FIELDS
from tui.proof.audit.check import check
from tui.proof.audit.traversal import field_proofs, row_quotes, rows
from tui.proof.verify.disagreements import disagreements
from tui.proof.verify.formula import DeriveError, evaluate, quantity_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.model.problems import Problem
    from tui.model.proofs import Statement
    from tui.proof.results.proof_store import ProofStore

_HELD = frozenset({"proved", "derived", "moved", "judged", "ambiguous"})
_SAYING = frozenset({"states", "judged"})
_OPEN = frozenset({"otherwise", "silent"})
_DOUBTED = frozenset({"unclear", "bounded", "denies"})
_OPTIONAL = frozenset({"members", "instrument", "status", "kind"})


@check("value-contradicted", "error", "The quote says another value than the record")
def contradicted(proofs: ProofStore) -> Iterator[Problem]:
    """Fields whose quote states a value that cannot be true together with the record."""
    for record, field in field_proofs(proofs):
        if field.state != "contradicted":
            continue
        wrong = next((s for s in field.statements if s.check == "contradicts"), None)
        yield contradicted.problem(
            _of_field(field.path, field.detail),
            msg(
                "Correct the value, or give what this source says with says: and stance: "
                "disputes."
            ),
            record=record, field=field.path, evidence=wrong.evidence if wrong else None,
        )  # fmt: skip


@check("sources-disagree", "warning", "Sources disagree")
def disagree(proofs: ProofStore) -> Iterator[Problem]:
    """Fields on which statements that count do not meet."""
    for item in disagreements(map(proofs.record, proofs.corpus.records)):
        if not item.settled:
            record = proofs.corpus.records[item.record]
            yield disagree.problem(
                _of_field(item.path, _against([s.value for s in item.statements])),
                msg("Read both with d, and say with Q which one counts."),
                record=record, field=item.path,
            )  # fmt: skip


@check("statement-unproved", "warning", "A quote does not say what it is recorded to say")
def unproved(proofs: ProofStore) -> Iterator[Problem]:
    """Statements with a value of their own that their quote contradicts or leaves open.

    Where such a statement makes its field contradicted, that is reported already.
    """
    for record, field in field_proofs(proofs):
        for statement in field.statements:
            own = statement.evidence.says
            if own is None or statement.value is not own or statement.check in _SAYING:
                continue
            if statement.check in _OPEN and statement.evidence.stance == "mentions":
                continue
            if statement.check == "contradicts" and field.state == "contradicted":
                continue
            yield unproved.problem(
                msg(
                    "{field}: says {value}, but {reason}",
                    field=msg(field.path), value=own, reason=statement.detail,
                ),
                msg("Quote the words that give this value, or correct `says`."),
                record=record, field=field.path, evidence=statement.evidence,
            )  # fmt: skip


@check("value-unclear", "warning", "The sentence of a quote leaves it unclear")
def unclear(proofs: ProofStore) -> Iterator[Problem]:
    """Fields whose quotes hold the value in sentences that may turn it."""
    for record, field in field_proofs(proofs):
        if field.state != "unclear" or any(s.check == "states" for s in field.statements):
            continue  # What another source says otherwise is told by `support-doubtful`.
        doubted = next((s for s in field.statements if s.check in _DOUBTED), None)
        yield unclear.problem(
            _of_field(field.path, field.detail),
            msg(
                "Read the sentence: correct the record, or say with judged: why it proves "
                "the field."
            ),
            record=record, field=field.path, evidence=doubted.evidence if doubted else None,
        )  # fmt: skip


@check("support-doubtful", "warning", "A quote that is to support a proved field does not")
def doubtful(proofs: ProofStore) -> Iterator[Problem]:
    """Supporting statements of fields that others prove, whose own sentences say otherwise."""
    for record, field in field_proofs(proofs):
        stated = any(statement.check == "states" for statement in field.statements)
        if field.state not in _HELD and not (field.state == "unclear" and stated):
            continue
        for statement in field.statements:
            evidence = statement.evidence
            if evidence.stance != "supports" or evidence.rank == "deprecated":
                continue
            if evidence.says is not None or not _falls_short(statement):
                continue
            yield doubtful.problem(
                _of_field(field.path, statement.detail),
                msg("Give what this source says in `says`, or say in `judged` why it supports."),
                record=record, field=field.path, evidence=evidence,
            )  # fmt: skip


@check("evidence-silent", "warning", "The evidence of a field does not state it")
def silent(proofs: ProofStore) -> Iterator[Problem]:
    """Fields with quotes of which none states their value, or that have no value at all."""
    for record, field in field_proofs(proofs):
        quoted = [s.evidence for s in field.statements if s.evidence.stance == "supports"]
        if field.state == "unsourced" and quoted:
            yield silent.problem(
                _of_field(field.path, field.detail),
                msg("Quote the sentence that states it, or correct `for`."),
                record=record, field=field.path, evidence=quoted[0],
            )  # fmt: skip


@check("says-the-same", "info", "A statement repeats the recorded value")
def repeated(proofs: ProofStore) -> Iterator[Problem]:
    """Supporting statements whose own value is the recorded one: it need not be written."""
    for record, row, evidence in row_quotes(proofs):
        own = evidence.says
        alike = own is not None and own == row.value and evidence.fields[0] == row.label
        if alike and evidence.stance == "supports":
            yield repeated.problem(
                msg("{field}: says {value}, like the record", field=msg(row.path), value=own),
                msg("Take `says` away; it is for values that differ."),
                record=record, field=row.path, evidence=evidence,
            )  # fmt: skip


@check("field-unsourced", "info", "No quote proves the field")
def unsourced(proofs: ProofStore) -> Iterator[Problem]:
    """Fields with a value that no quote is given for."""
    for record, field in field_proofs(proofs):
        name = field.path.rpartition(".")[2]
        if field.state != "unsourced" or name in _OPTIONAL:
            continue
        if any(statement.evidence.stance == "supports" for statement in field.statements):
            continue  # Told by `evidence-silent`.
        if field.path.startswith("tranches.") and name not in TRANCHE_FIELDS:
            continue
        alone = msg("{field} has no evidence", field=msg(field.path))
        yield unsourced.problem(
            _of_field(field.path, field.detail) if field.detail else alone,
            msg("Quote the sentence that states it, or leave the value out."),
            record=record, field=field.path,
        )  # fmt: skip


@check("derived-wrong", "error", "A formula does not give the recorded value")
def derived(proofs: ProofStore) -> Iterator[Problem]:
    """Formulas that cannot be evaluated; those with another result are contradictions."""
    for record, row, evidence in row_quotes(proofs):
        if not evidence.derived:
            continue
        try:
            evaluate(
                evidence.derived,
                partial(quantity_of, rows=proofs.rows(record), records=proofs.corpus.records),
            )
        except DeriveError as error:
            yield derived.problem(
                _of_field(row.path, str(error)), msg("Name fields like amount."),
                record=record, field=row.path, evidence=evidence,
            )  # fmt: skip


@check("date-ahead-of-source", "warning", "The date lies after every article that proves it")
def ahead(proofs: ProofStore) -> Iterator[Problem]:
    """When something was announced after all the articles that tell of it."""
    for record, row in rows(proofs):
        if row.label != "announced" or not isinstance(row.value, Edtf) or not row.evidence:
            continue
        articles = [proofs.corpus.articles.get(item.article) for item in row.evidence]
        days = [a.published.latest for a in articles if a and a.published]
        newest = max((day or date.max for day in days), default=date.max)
        if row.value.earliest is not None and row.value.earliest > newest:
            yield ahead.problem(
                msg(
                    "{field} is {date}, the newest article that proves it of {day}",
                    field=msg(row.path), date=row.value, day=newest,
                ),
                msg("Correct one of the dates."), record=record, field=row.path,
            )  # fmt: skip


def _of_field(path: str, what: object) -> str:
    """What is wrong with a field; the path is that of the file."""
    return msg("{field}: {what}", field=msg(path), what=what)


def _against(values: Sequence[object]) -> object:
    """Values of which not all can be true."""
    first, *others = {str(value): value for value in values}.values()
    words: object = first
    for other in others:
        words = msg("{value} against {other}", value=words, other=other)
    return words


def _falls_short(statement: Statement) -> bool:
    """Whether a quote that is to support a value does not: a quote for a sum has a figure."""
    if statement.check == "silent":
        return isinstance(statement.value, Quantity) and not statement.evidence.derived
    return statement.check == "otherwise" or statement.check in _DOUBTED


CHECKS = (
    contradicted,
    disagree,
    unproved,
    unclear,
    doubtful,
    silent,
    repeated,
    unsourced,
    derived,
    ahead,
)
