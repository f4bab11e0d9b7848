"""Evidence for a record in a form: for which field, with which stance, and what it says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tui.corpus.edit.proposals import InOneGo, SetTexts
from tui.model.messages import msg
from tui.model.records import Fact, field_rows
from tui.platform.translation import tr
from tui.session.capture import Stretch, evidence_for_field
from tui.session.forms.answers import STANCES, amount_problem, date_problem
from tui.session.forms.choices import Choice, Choices
from tui.session.forms.fields import FormField, WrongAnswer
from tui.session.forms.matching_records import agreement

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.corpus.edit.proposals import Proposal
    from tui.model.mentions import Mention
    from tui.model.records import Record, Value
    from tui.proof.events.record_proposals import RecordProposal
    from tui.session.forms.fields import Answers
    from tui.session.protocol import Session

_OPPOSING = ("disputes", "corrects")
_DATES = ("announced", "date", "due", "period")


class EvidenceFields:
    """The fields of an evidence for one record."""

    def __init__(
        self,
        session: Session,
        stretch: Stretch,
        record: Record,
        path: str,
        figure: Mention | None,
        reading: RecordProposal | None,
    ) -> None:
        """Take what was read.

        Args:
            session: The corpus.
            stretch: What is quoted.
            record: The record.
            path: The field that the quote is most likely for.
            figure: The figure in the stretch.
            reading: What it was read as, with the words that show it.
        """
        self._session, self._stretch, self.record = session, stretch, record
        self._path, self._figure, self._reading = path, figure, reading
        self._values = {row.path: row.value for row in field_rows(record)}
        main = "value" if isinstance(record, Fact) else "amount"
        self._values.setdefault(main, None)
        self._choices = Choices(
            Choice(name, name, note=str(value) if value is not None else tr("not stated yet"))
            for name, value in self._values.items()
        )

    def value(self, path: str) -> Value | None:
        """What the record has in a field."""
        return self._values.get(path)

    @property
    def figure_value(self) -> str:
        """What the figure states, as it is written in the file."""
        if self._figure is None:
            return ""
        return str(self._figure.quantity or self._figure.date or "")

    def _stance(self, path: str) -> tuple[str, str]:
        """The stance of a figure towards a field, and what it says where that differs."""
        value = self.value(path)
        if self._figure is None or value is None or isinstance(value, str):
            return "supports", ""
        agrees = agreement(value, self._figure)
        if agrees:
            return "supports", ""
        stated = self._figure.quantity or self._figure.date
        if agrees is False:
            return "disputes", self.figure_value
        same_kind = type(stated) is type(value)
        comparable = same_kind and getattr(stated, "unit", "") == getattr(value, "unit", "")
        return ("supports" if comparable else "mentions"), self.figure_value if same_kind else ""

    # The fields

    def fields(self, answers: Answers | None = None, changed: str = "") -> list[FormField]:
        """What is asked; what follows from another field or stance is filled in."""
        held = dict(answers or {})
        path = held.get("field") or self._path
        stance, says = self._stance(path)
        if changed in ("stance", "says", "reason"):
            stance, says = held.get("stance", stance), held.get("says", says)
            if changed == "stance" and stance in _OPPOSING and not says:
                says = self.figure_value
        words = self._stretch_words
        label = path.rpartition(".")[2]
        check = amount_problem if label in ("amount", "value", "count") else (
            date_problem if label in _DATES else _anything
        )  # fmt: skip
        span = (self._stretch.start, self._stretch.end)
        why = tr("why it differs") if stance != "supports" else (
            tr("why it counts all the same")
        )  # fmt: skip
        return [
            FormField("field", msg("field"), path, self._choices, span=span),
            FormField("stance", "stance", stance, STANCES, span=span),
            FormField(
                "says", "says", says, because=words, span=span, check=check,
                if_empty=tr("just what the record says"),
            ),
            FormField("reason", msg("reason"), held.get("reason", ""), if_empty=why, long=True),
        ]  # fmt: skip

    @property
    def _stretch_words(self) -> str:
        text = self._session.article_text(self._stretch.article) or ""
        return text[self._stretch.start : self._stretch.end]

    # The proposal

    def proposal(self, answers: Answers) -> Proposal | WrongAnswer:
        """What adds the evidence; a main field that is not stated yet is set with it."""
        path, stance, says = answers["field"], answers["stance"] or "supports", answers["says"]
        if not path:
            return WrongAnswer("field", tr("for which field is it?"))
        added = evidence_for_field(self._session, self._stretch, self.record.id, path)
        evidence: dict[str, Any] = dict(added.evidence)
        if stance == "supports" and not says:
            evidence["for"] = self._also_shown(path, evidence["for"])
        if stance != "supports":
            evidence["stance"] = stance
        unstated = self.value(path) is None
        if says and not unstated:
            evidence["says"] = says
        if answers["reason"]:
            evidence["judged" if stance == "supports" else "because"] = answers["reason"]
        added = replace(added, evidence=evidence, title=tr("Record this evidence"))
        value = says or self.figure_value
        if unstated and value and "." not in path and self._figure is not None:
            return InOneGo([self._set(path, value), added])
        return added

    def _set(self, path: str, value: str) -> SetTexts:
        return SetTexts(self.record.line, self.record.column, {path: value})

    def _also_shown(self, path: str, fields: object) -> object:
        """The fields that the quote proves beside its own: parties that its sentence shows so."""
        reading = self._reading
        if reading is None or path not in ("amount", "value"):
            return fields
        shown: Mapping[str, str] = {
            "payer": reading.payer.party if reading.payer else "",
            "payee": reading.payee.party if reading.payee else "",
            "party": reading.about.party if reading.about else "",
        }
        also = [name for name, party in shown.items() if party and self.value(name) == party]
        return [path, *also] if also else fields


def _anything(_: str) -> str:
    return ""
