"""The form by which a figure of an article is recorded: as evidence, or as a new record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.model.headline import field_words
from tui.model.messages import msg, shown
from tui.model.proofs import PROOF_STATES, ProofState
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.session.capture import figure_in
from tui.session.forms.choices import Choice, Choices
from tui.session.forms.evidence_fields import EvidenceFields
from tui.session.forms.fields import FormField, Verdict, WrongAnswer
from tui.session.forms.matching_records import differ, match, matching_records
from tui.session.forms.record_fields import NewRecordFields
from tui.session.forms.record_file import FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.corpus.edit.file_edit import Edit
    from tui.corpus.edit.proposals import Proposal
    from tui.model.proofs import FieldProof
    from tui.model.records import Record
    from tui.session.capture import Stretch
    from tui.session.change_check import ChangedRecord
    from tui.session.forms.fields import Answers
    from tui.session.protocol import Session

TARGET = "record as"
_TITLE = 60
"""Characters of a quote that the form's title shows."""
_GOOD = frozenset({"proved", "derived", "judged", "moved"})
_BAD = frozenset({"contradicted", "changed", "missing", "disputed"})
_LEAVING_ROOM = frozenset({"states", "judged", "unclear", "silent"})
"""What a check may say of a quote that supports a value; all else speaks against that."""
_CERTAIN = 7
"""The score from which a record that is not chosen is offered first: both parties and news of the
same weeks, or its value and one party."""
_SAID = 4
"""Fields of which the check speaks one by one: more are no glance."""


class TargetChoices(Choices):
    """What a figure may be recorded as: what is offered, and any record that the search finds."""

    def __init__(self, session: Session, offered: Iterable[Choice]) -> None:
        """Offer some choices; others are found as one types."""
        super().__init__(offered)
        self._session = session
        self._found: dict[str, Choice] = {}

    def matching(self, typed: str, limit: int) -> list[Choice]:
        """The choices that are offered and match, then the records that the search finds."""
        offered = super().matching(typed, limit)
        if not typed.strip():
            return offered
        known = {choice.value for choice in offered}
        result = self._session.search(typed)
        found = []
        for position in range(min(limit, result.total)):
            record_id = result.record_id(position)
            if record_id in known:
                continue
            choice = self._found.get(record_id) or Choice(
                record_id, self._session.record(record_id).title, note=record_id
            )
            self._found[record_id] = choice
            found.append(choice)
        return [*offered, *found][:limit]

    def named(self, text: str) -> Choice | None:
        """The choice with just this name, among those that were offered or found."""
        named = super().named(text)
        return named or next(
            (one for one in self._found.values() if text.strip() in (one.shown, one.value)), None
        )

    def valued(self, value: str) -> Choice | None:
        """The choice that is recorded so."""
        return super().valued(value) or self._found.get(value)


class CaptureForm:
    """Records one stretch of an article.

    The first field says as what: evidence for the chosen record, where its parties or amount match
    or words are selected that are no figure; else for a record that matches in both; else a new
    deal, or a new fact where the words show that the figure is no sum of a deal.
    """

    def __init__(
        self, session: Session, stretch: Stretch, chosen: Record | None, path: str | None = None
    ) -> None:
        """Read the stretch.

        Args:
            session: The corpus.
            stretch: What is to be recorded.
            chosen: The record that the user reads.
            path: The field of that record at the cursor, for words that are no figure.
        """
        self._session, self._stretch = session, stretch
        self._figure = figure_in(session, stretch)
        reading = session.proposal(stretch.article, stretch.start, stretch.end)
        self._reading = reading
        published = session.articles[stretch.article].published
        self._matches = matching_records(session, self._figure, reading, chosen, published)
        self._chosen = chosen.id if chosen is not None else ""
        beside = reading is not None and (reading.kind == "fact" or reading.aside)
        section = "facts" if beside else "deals"
        self._sections = (section, "facts" if section == "deals" else "deals")
        self._new = {
            name: NewRecordFields(session, stretch, name, self._figure, reading)
            for name in self._sections
        }
        wordy = {self._chosen: path} if path and self._figure is None else {}
        self._paths = {one.record.id: wordy.get(one.record.id, one.path) for one in self._matches}
        self._evidence: dict[str, EvidenceFields] = {}
        self._target = self._first_target()
        self._targets = self._offered_targets()
        self._asked: dict[str, FormField] = {}

    @property
    def title(self) -> str:
        """What is recorded."""
        text = self._session.article_text(self._stretch.article) or ""
        words = " ".join(text[self._stretch.start : self._stretch.end].split())
        words = words if len(words) <= _TITLE else f"{words[: _TITLE - 1].rstrip()}…"
        return tr("Record “{words}”").format(words=safe_line(words))

    @property
    def span(self) -> tuple[int, int]:
        """Where the stretch lies in its article."""
        return self._stretch.start, self._stretch.end

    @property
    def first(self) -> str:
        """The first field in doubt, else that which says as what it is recorded."""
        section = self._target.removeprefix("new ")
        if section in self._new:
            return self._new[section].first_in_doubt or TARGET
        return TARGET

    # The targets

    def _first_target(self) -> str:
        for one in self._matches:
            if one.likely and (one.record.id == self._chosen or one.score >= _CERTAIN):
                return one.record.id
        return f"new {self._sections[0]}"

    def _offered_targets(self) -> Choices:
        """What it may be recorded as, the likeliest first."""
        new = [
            Choice(f"new {name}", tr("a new deal") if name == "deals" else tr("a new fact"))
            for name in self._sections
        ]
        records = [
            Choice(
                one.record.id,
                tr("this record: {title}").format(title=one.record.title)
                if one.record.id == self._chosen
                else one.record.title,
                (one.record.id, one.record.title),
                one.path,
            )
            for one in self._matches
        ]
        likely = [one for one in records if one.value == self._target]
        others = [one for one in records if one.value != self._target]
        return TargetChoices(self._session, [*likely, *new, *others])

    # The form

    def fields(self) -> Sequence[FormField]:
        """What is asked at first."""
        return self._keep(self._fields_of(self._target))

    def revised(self, answers: Answers, changed: str) -> Sequence[FormField] | None:
        """What is asked once a field was answered otherwise."""
        target = answers[TARGET]
        if changed == TARGET:
            if target == self._target or self._targets.valued(target) is None:
                return None
            self._target = target
            return self._keep(self._fields_of(target))
        section = target.removeprefix("new ")
        evidence = self._evidence_for(target)
        if section in self._new:
            fields = self._new[section].fields(answers)
        elif evidence is not None and changed in ("field", "stance"):
            fields = evidence.fields(answers, changed)
        else:
            return None
        return self._keep([self._target_field(), *self._as_typed(fields, answers)])

    def _fields_of(self, target: str) -> list[FormField]:
        section = target.removeprefix("new ")
        if section in self._new:
            return [self._target_field(), *self._new[section].fields()]
        evidence = self._evidence_for(target)
        return [self._target_field(), *(evidence.fields() if evidence is not None else ())]

    def _evidence_for(self, target: str) -> EvidenceFields | None:
        """The fields of an evidence for a record; `None` where it is recorded as something new."""
        if target not in self._evidence and self._session.has_record(target):
            record = self._session.record(target)
            path = self._paths.get(target) or match(record, self._figure, self._reading).path
            self._evidence[target] = EvidenceFields(
                self._session, self._stretch, record, path, self._figure, self._reading
            )
        return self._evidence.get(target)

    def _target_field(self) -> FormField:
        note = tr("which fits") if self._target == self._chosen else ""
        return FormField(
            TARGET,
            msg("record as"),
            self._target,
            self._targets,
            note=note,
            span=self.span,
            long=True,
        )

    def _as_typed(self, fields: Sequence[FormField], answers: Answers) -> list[FormField]:
        """Title, id and file follow the parties until the user writes others."""
        kept = []
        for field in fields:
            before = self._asked.get(field.name)
            follows = field.name in ("title", "id", FILE) and before is not None
            if follows and before is not None and answers.get(field.name) != before.value:
                kept.append(before)
            else:
                kept.append(field)
        return kept

    def _keep(self, fields: Sequence[FormField]) -> Sequence[FormField]:
        self._asked = {field.name: field for field in fields}
        return fields

    # What the answers come to

    def proposal(self, answers: Answers) -> Proposal | WrongAnswer:
        """The change that the answers come to."""
        target = answers[TARGET]
        section = target.removeprefix("new ")
        if section in self._new:
            return self._new[section].proposal(answers)
        evidence = self._evidence_for(target)
        if evidence is not None:
            return evidence.proposal(answers)
        return WrongAnswer(TARGET, tr("as what is it recorded?"))

    def verdict(self, answers: Answers, edit: Edit) -> Verdict:
        """What a check says of the record as it would be."""
        target = answers[TARGET]
        evidence = self._evidence_for(target)
        record_id = answers.get("id", "") if evidence is None else target
        after = self._session.changed_record(edit.after_text, record_id)
        if after is None:
            return Verdict(((tr("the change could not be checked"), "warn"),))
        errors = [one for one in after.problems if one.severity == "error"]
        if errors:
            field = errors[0].field if errors[0].field in answers else TARGET
            return Verdict(
                tuple((shown(one.message), "bad") for one in errors),
                shown(errors[0].message),
                field,
            )
        if evidence is not None:
            said = self._evidence_verdict(evidence, answers, after)
        else:
            said = self._record_verdict(answers, after)
        warned = tuple((shown(one.message), "warn") for one in after.problems)
        return replace(said, lines=(*said.lines, *warned))

    def _evidence_verdict(
        self, evidence: EvidenceFields, answers: Answers, after: ChangedRecord
    ) -> Verdict:
        path, says = answers["field"], answers["says"]
        field = next((one for one in after.proof.fields if one.path == path), None)
        statement = field.statements[-1] if field is not None and field.statements else None
        if field is None or statement is None:
            return Verdict(((tr("the change could not be checked"), "warn"),))
        value = evidence.value(path)
        supports = answers["stance"] == "supports" and not answers["reason"]
        differs = (
            statement.check not in _LEAVING_ROOM
            or (field.state in ("contradicted", "disputed") and bool(says))
            or differ(value, says)
        )
        if supports and differs and value is not None:
            stated = says or evidence.figure_value
            states = (
                tr("states {value}").format(value=stated) if stated else shown(statement.detail)
            )
            question = tr(
                "this quote {says}; the record says {value}: recorded as a dispute?"
            ).format(says=states, value=value)
            return Verdict(((question, "bad"),), question, "stance")
        words = f"{field_words(path)}: {tr(field.state)}"
        before = self._session.proof(after.record.id)
        was = next((one.state for one in before.fields if one.path == path), None)
        if was is not None and was != field.state:
            words = tr("{field}: {was} before, {now} with this").format(
                field=field_words(path), was=tr(was), now=tr(field.state)
            )
        lines = [(words + (f" ({shown(field.detail)})" if field.detail else ""), _style(field))]
        if statement.check == "unclear":
            lines.append(
                (tr("this quote: {detail}").format(detail=shown(statement.detail)), "warn")
            )
        return Verdict(tuple(lines))

    def _record_verdict(self, answers: Answers, after: ChangedRecord) -> Verdict:
        doubtful = [one for one in after.proof.fields if one.state not in _GOOD]
        sure: dict[ProofState, list[str]] = {}
        for field in after.proof.fields:
            if field.state in _GOOD:
                sure.setdefault(field.state, []).append(field_words(field.path))
        lines: list[tuple[str, str]] = []
        if sure:
            best_first = sorted(sure.items(), key=lambda one: -PROOF_STATES.index(one[0]))
            words = (f"{tr(state)}: {', '.join(paths)}" for state, paths in best_first)
            lines.append((" · ".join(words), "good"))
        for field in sorted(doubtful, key=lambda one: one.state not in _BAD)[:_SAID]:
            detail = f": {shown(field.detail)}" if field.detail else ""
            lines.append((f"{field_words(field.path)} {tr(field.state)}{detail}", _style(field)))
        against = next((one for one in doubtful if one.state == "contradicted"), None)
        if against is None:
            return Verdict(tuple(lines))
        question = tr("the quote does not say so: {reason}; enter again leaves it unproved").format(
            reason=shown(against.detail)
        )
        return Verdict(tuple(lines), question, against.path if against.path in answers else TARGET)


def _style(field: FieldProof) -> str:
    if field.state in _GOOD:
        return "good"
    return "bad" if field.state in _BAD else "warn"
