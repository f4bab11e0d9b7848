"""Forms about quotes: their keys, new ones by hand, and which of several statements counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.corpus.edit.changes import owners
from tui.corpus.edit.changes.keys import AddItems, SetKeys
from tui.corpus.edit.changes.statements import ChooseStatement
from tui.corpus.edit.scalar_writer import as_text
from tui.corpus.schema.shapes import SHAPES, Key, main_field
from tui.model.format import format_when
from tui.model.headline import field_words
from tui.model.messages import msg
from tui.platform.translation import tr
from tui.proof.verify.statements import can_be, counts
from tui.session.capture import evidence_mapping
from tui.session.editing.answers import answer_of, keys_of, problem
from tui.session.editing.keys_form import AskedKey, KeysForm
from tui.session.editing.offered import offered
from tui.session.editing.record_forms import shape_of, tranche_of
from tui.session.editing.verdicts import record_check
from tui.session.forms.choices import Choice, Choices
from tui.session.forms.fields import FormField, Verdict, WrongAnswer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tui.corpus.edit.file_edit import Edit
    from tui.corpus.edit.proposals import Proposal
    from tui.model.proofs import Statement
    from tui.model.records import Evidence, Record, Value
    from tui.session.capture import Stretch
    from tui.session.forms.fields import Answers
    from tui.session.protocol import Session

_COUNTS, _BECAUSE = "counts", "because"


def evidence_form(session: Session, record: Record, path: str, evidence: Evidence) -> KeysForm:
    """All keys of a quote: what it is for, its words, its stance, what it says, its rank.

    Args:
        session: The corpus.
        record: The record that has it.
        path: The field at the cursor.
        evidence: The quote.
    """
    held = {name: getattr(evidence, key.target) for name, key in keys_of("evidence").items()}
    owner = owners.place(evidence.line, evidence.column)
    return _form(
        session,
        record,
        path,
        tr("A quote of {article}").format(article=evidence.article),
        {name: answer_of(value) for name, value in held.items()},
        lambda values: SetKeys(owner, values, tr("Change this quote")),
        "stance",
    )


def new_evidence_form(
    session: Session, record: Record, path: str, stretch: Stretch | None = None
) -> KeysForm:
    """A quote added by hand, such as one with a formula where it gives only the operands.

    Args:
        session: The corpus.
        record: The record that gets it.
        path: The field at the cursor, which it is for.
        stretch: The words of an article that are at hand; `None` for none.
    """
    tranche = tranche_of(record, path)
    owner = owners.record(record.id, tranche.id if tranche is not None else "")
    field = path.rpartition(".")[2]
    held = {"for": field}
    if stretch is not None:
        held = evidence_mapping(session, stretch, (field,))

    def propose(values: Mapping[str, Any]) -> Proposal | WrongAnswer:
        item = {name: value for name, value in {**held, **values}.items() if value}
        for name in ("article", "quote"):
            if not item.get(name):
                return WrongAnswer(name, tr("a quote needs its {field}").format(field=name))
        return AddItems(owner, "evidence", [item], tr("Add this quote"))

    title = tr("A quote for {title}").format(title=record.title)
    return _form(session, record, path, title, held, propose, "derived" if stretch else "article")


def _form(
    session: Session,
    record: Record,
    path: str,
    title: str,
    held: Mapping[str, str],
    propose: Callable[[Mapping[str, Any]], Proposal | WrongAnswer],
    first: str,
) -> KeysForm:
    shape = "tranche" if tranche_of(record, path) is not None else shape_of(record)
    about = path.rpartition(".")[2] or main_field(shape)

    def says_problem(answer: str) -> str:
        """What is wrong with a value of the field at the cursor."""
        field = SHAPES[shape].keys.get(about)
        return problem(Key("says", field.kind, "", choices=field.choices), answer) if field else ""

    asked = [
        AskedKey(
            key,
            held.get(name, ""),
            offered(session, key, shape, record),
            says_problem if key.kind == "value" else None,
        )
        for name, key in keys_of("evidence").items()
    ]
    return KeysForm(title, asked, propose, record_check(session, record.id), first)


class StatementForm:
    """Asks which of several statements about a field counts, and why the others do not.

    Attributes:
        title: What the form is for.
        first: The field on which the cursor stands at first.
    """

    first = _COUNTS

    def __init__(
        self, session: Session, record: Record, path: str, statements: Sequence[Statement]
    ) -> None:
        """Ask about a field.

        Args:
            session: The corpus.
            record: The record.
            path: The field.
            statements: What the sources say about it.
        """
        self._session, self._record, self._path = session, record, path
        self._statements = {f"{one.evidence.line}:{one.evidence.column}": one for one in statements}
        self.title = tr("Which statement about {field} counts?").format(field=field_words(path))
        tranche = tranche_of(record, path)
        self._owner = owners.record(record.id, tranche.id if tranche is not None else "")
        holder: object = tranche if tranche is not None else record
        shape = "tranche" if tranche is not None else shape_of(record)
        self._key = SHAPES[shape].keys[path.rpartition(".")[2]]
        self._recorded: Value | None = getattr(holder, self._key.target) or None

    def fields(self) -> Sequence[FormField]:
        """The statements, and the reason against the others."""
        preferred = [
            place for place, one in self._statements.items() if one.evidence.rank == "preferred"
        ]
        return [
            FormField(
                _COUNTS, msg("counts"), next(iter(preferred), ""),
                Choices(map(self._choice, self._statements)), if_empty=tr("choose one"), long=True,
            ),
            FormField(
                _BECAUSE, _BECAUSE,
                if_empty=tr("why the others do not count; else they stay in force"),
                long=True,
            ),
        ]  # fmt: skip

    def _choice(self, place: str) -> Choice:
        statement = self._statements[place]
        article = self._session.articles.get(statement.evidence.article)
        when = format_when(article.published if article else None, self._session.locale)
        source = (article.publisher if article else "") or statement.evidence.article
        value = as_text(statement.value) if statement.value is not None else tr("denies it")
        quote = " ".join(statement.evidence.quote.split())
        return Choice(place, f"{value} · {source} · {when}", (quote,), f"“{quote}”")

    def revised(self, answers: Answers, changed: str) -> Sequence[FormField] | None:
        """Nothing follows."""
        return None

    def proposal(self, answers: Answers) -> Proposal | WrongAnswer:
        """The chosen statement preferred, the record as it says."""
        chosen = self._statements.get(answers[_COUNTS])
        if chosen is None:
            return WrongAnswer(_COUNTS, tr("which one counts?"))
        others = [
            one
            for one in self._statements.values()
            if one is not chosen and counts(one) and not _agree(one, chosen)
        ]
        differs = chosen.value is not None and chosen.value != self._recorded
        return ChooseStatement(
            self._owner,
            self._key.name,
            _place(chosen),
            tuple(map(_place, others)),
            as_text(chosen.value) if differs else None,
            as_text(self._recorded) if differs and self._recorded is not None else None,
            answers[_BECAUSE].strip(),
        )

    def verdict(self, answers: Answers, edit: Edit) -> Verdict:
        """How far the field is proved then."""
        return record_check(self._session, self._record.id)(edit)


def _agree(one: Statement, chosen: Statement) -> bool:
    """Whether a statement leaves room for what the chosen one says."""
    if chosen.value is None or one.value is None:
        return one.value is chosen.value
    return can_be(one, chosen.value)


def _place(statement: Statement) -> tuple[int, int]:
    return statement.evidence.line, statement.evidence.column
