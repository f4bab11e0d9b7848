"""Forms about records: their fields, their tranches, another id, a copy, a link, a merge."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from tui.corpus.edit.changes import owners
from tui.corpus.edit.changes.keys import AddItems, SetKeys
from tui.corpus.edit.changes.merging import MergeRecords, merge_questions
from tui.corpus.edit.changes.records import DuplicateRecord, RenameRecord, RenameTranche
from tui.corpus.edit.proposals import AddRecord
from tui.corpus.schema.shapes import RECORD_SECTIONS, SHAPES, Key
from tui.model.messages import msg, shown
from tui.model.records import Deal, record_parties
from tui.platform.translation import tr
from tui.session.capture import evidence_mapping, figure_in
from tui.session.editing.answers import answer_of, id_problem, keys_of, written
from tui.session.editing.keys_form import AskedKey, KeysForm, change_title
from tui.session.editing.offered import offered, records_like
from tui.session.editing.verdicts import record_check
from tui.session.forms.choices import Choice, Choices
from tui.session.forms.fields import FormField, Verdict, WrongAnswer
from tui.session.forms.record_file import FILE, file_field, included_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.corpus.edit.changes.merging import Choice as Whose
    from tui.corpus.edit.changes.merging import MergeQuestion
    from tui.corpus.edit.file_edit import Edit
    from tui.corpus.edit.proposals import Proposal
    from tui.model.records import Record, Tranche
    from tui.session.capture import Stretch
    from tui.session.forms.fields import Answers
    from tui.session.protocol import Session

_OTHER = "other"


_NEW = {
    "deal": (msg("A new deal"), msg("Add this deal")),
    "total": (msg("A new total"), msg("Add this total")),
    "fact": (msg("A new fact"), msg("Add this fact")),
}
"""How the form for a record is called, and what it does."""


def shape_of(record: Record) -> str:
    """The name of the mapping that a record is in the file."""
    return type(record).__name__.lower()


def tranche_of(record: Record, path: str | None) -> Tranche | None:
    """The tranche of a field such as `tranches.first.amount`; `None` for one of the record."""
    if not isinstance(record, Deal) or path is None or not path.startswith("tranches."):
        return None
    name = path.removeprefix("tranches.").rpartition(".")[0]
    return next((part for part in record.tranches if part.id == name), None)


def fields_form(session: Session, record: Record, path: str | None, *, missing: bool) -> KeysForm:
    """All fields of a record, or of the tranche that a field is of.

    Args:
        session: The corpus.
        record: The record.
        path: The field at the cursor, on which the form begins.
        missing: Whether it begins on the first field that holds nothing instead.
    """
    tranche = tranche_of(record, path)
    holder, shape = (tranche, "tranche") if tranche is not None else (record, shape_of(record))
    asked = [
        AskedKey(
            key,
            answer_of(getattr(holder, key.target)),
            offered(session, key, shape, record),
            partial(_reference_problem, session) if key.kind in ("deal", "members") else None,
        )
        for name, key in keys_of(shape).items()
        if name != "id"
    ]
    name = path.rpartition(".")[2] if path else ""
    if missing:
        name = next((one.key.name for one in asked if not one.value), "")
    owner = owners.record(record.id, tranche.id if tranche is not None else "")
    of = f"{record.title} · {tranche.id}" if tranche is not None else record.title
    return KeysForm(
        tr("Fields of {record}").format(record=of),
        asked,
        lambda values: SetKeys(owner, values, change_title(values, owner.id)),
        record_check(session, record.id),
        name,
        session.party_choices,
    )


def _reference_problem(session: Session, answer: str) -> str:
    """What is wrong with ids of deals, where they are typed among too many to be offered."""
    for name in (piece.strip() for piece in answer.split(",")):
        deal = name
        while deal and not session.has_record(deal):
            deal = deal.rpartition(".")[0]
        if name and not deal:
            return tr("there is no deal {name}").format(name=name)
    return ""


def new_tranche_form(session: Session, deal: Deal, stretch: Stretch | None = None) -> KeysForm:
    """A tranche added to a deal.

    Args:
        session: The corpus.
        deal: The deal.
        stretch: The figure that states the tranche, which becomes its evidence; `None` for none.
    """
    taken = {part.id for part in deal.tranches}
    number = len(taken) + 1
    while f"part-{number}" in taken:
        number += 1
    held, evidence = _read_figure(session, stretch)
    held["id"] = f"part-{number}"
    keys = keys_of("tranche")
    asked = [
        AskedKey(
            key,
            held.get(name, ""),
            offered(session, key, "tranche"),
            (lambda answer: _tranche_taken(answer) if answer in taken else "")
            if name == "id"
            else None,
        )
        for name, key in keys.items()
    ]

    def propose(values: Mapping[str, Any]) -> Proposal | WrongAnswer:
        item = _filled({**held, **values, "evidence": evidence})
        return AddItems(owners.record(deal.id), "tranches", [item], tr("Add this tranche"))

    check = record_check(session, deal.id)
    first = "status" if held.get("amount") else "amount"
    return KeysForm(
        tr("A tranche of {title}").format(title=deal.title), asked, propose, check, first
    )


def _read_figure(
    session: Session, stretch: Stretch | None
) -> tuple[dict[str, str], list[dict[str, Any]]]:
    """The amount that a figure states, and the figure as evidence for it."""
    if stretch is None:
        return {}, []
    figure = figure_in(session, stretch)
    amount = str(figure.quantity) if figure is not None and figure.quantity is not None else ""
    return {"amount": amount}, [evidence_mapping(session, stretch, ("amount",))]


def new_record_form(
    session: Session, section: str, about: Record | None = None, stretch: Stretch | None = None
) -> KeysForm:
    """A record that begins empty, such as a total; evidence comes to it from the articles.

    Args:
        session: The corpus.
        section: `deals`, `totals` or `facts`.
        about: The record at hand: a total takes it for its first member.
        stretch: The figure that states a total, which becomes its evidence; `None` for none.
    """
    shape = RECORD_SECTIONS[section]
    held, evidence = _read_figure(session, stretch if section == "totals" else None)
    held["id"] = session.free_id((shape,), None)
    if section == "totals" and isinstance(about, Deal):
        title = tr("Total of {title}").format(title=about.title)
        held |= {"members": about.id, "payee": about.payee, "title": title}
    asked = [
        AskedKey(key, held.get(name, ""), offered(session, key, shape, about))
        for name, key in keys_of(shape).items()
    ]
    file = file_field(session, record_parties(about) if about is not None else ())
    if file is not None:
        doc = msg("The file of the corpus that it goes to.")
        key = Key(FILE, "enum", doc, choices=tuple(session.file_names))
        asked.append(AskedKey(key, file.value, file.choices))

    def propose(values: Mapping[str, Any]) -> Proposal | WrongAnswer:
        keys = SHAPES[shape].keys
        values = dict(values)
        into = values.pop(FILE, file.value if file is not None else "")
        record = {name: written(keys[name], value) for name, value in held.items()}
        record = _filled({**record, **values, "evidence": evidence})
        for name in ("id", "title", "kind"):
            if name in keys and not record.get(name):
                return WrongAnswer(name, tr("this is needed: {key}").format(key=name))
        if session.has_record(record["id"]):
            taken = tr("there is already a record {name}").format(name=record["id"])
            return WrongAnswer("id", taken)
        return AddRecord(section, record, shown(_NEW[shape][1]), included_name(session, into or ""))

    parties = session.party_choices
    return KeysForm(shown(_NEW[shape][0]), asked, propose, first="title", parties=parties)


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


class IdForm:
    """Asks for an id: another one of a record or a tranche, or that of a copy."""

    first = "id"

    def __init__(self, session: Session, record: Record, *, tranche: str = "", copy: bool = False):
        """Ask for an id.

        Args:
            session: The corpus.
            record: The record.
            tranche: The tranche that gets another id; empty for the record itself.
            copy: Whether the record is repeated under the new id.
        """
        self._session, self._record = session, record
        self._tranche, self._copy = tranche, copy
        title = tr("Duplicate {record}") if copy else tr("Another id for {record}")
        self.title = title.format(record=tranche or record.id)

    def fields(self) -> Sequence[FormField]:
        """The id."""
        value = self._tranche or self._record.id
        if self._copy:
            value = self._session.free_id((self._record.id,), None)
        return [FormField("id", "id", value, check=id_problem)]

    def revised(self, answers: Answers, changed: str) -> Sequence[FormField] | None:
        """Nothing follows."""
        return None

    def proposal(self, answers: Answers) -> Proposal | WrongAnswer:
        """The record or tranche under the new id."""
        name, record = answers["id"].strip(), self._record.id
        if self._tranche:
            if name == self._tranche:
                return WrongAnswer("", tr("it is its id already"))
            return RenameTranche(record, self._tranche, name)
        if name == record and not self._copy:
            return WrongAnswer("", tr("it is its id already"))
        if self._session.has_record(name):
            return WrongAnswer("id", tr("there is already a record {name}").format(name=name))
        return DuplicateRecord(record, name) if self._copy else RenameRecord(record, name)

    def verdict(self, answers: Answers, edit: Edit) -> Verdict:
        """What follows the new id."""
        if self._copy:
            return Verdict(
                ((tr("its evidence is copied too: change what is another deal's"), "quiet"),)
            )
        return Verdict(((tr("members, formulas, links and your marks follow"), "good"),))


class LinkForm(KeysForm):
    """Asks which deal is the same one in another currency."""

    def __init__(self, session: Session, deal: Deal) -> None:
        key = SHAPES["deal"].keys["same-as"]
        asked = AskedKey(
            key,
            deal.same_as,
            records_like(session, deal),
            partial(_reference_problem, session),
        )
        owner = owners.record(deal.id)
        super().__init__(
            tr("{title} is the same deal as …").format(title=deal.title),
            [asked],
            lambda values: SetKeys(owner, values, tr("Link these deals")),
            record_check(session, deal.id),
        )


class MergeForm:
    """Asks with which record another one is merged, and whose value counts where they differ."""

    first = _OTHER

    def __init__(self, session: Session, record: Record) -> None:
        """Ask which record `record` takes in."""
        self._session, self._record = session, record
        self._choices = records_like(session, record)
        self.title = tr("Merge into {title}").format(title=record.title)

    def fields(self) -> Sequence[FormField]:
        """Which record goes."""
        return [self._which()]

    def revised(self, answers: Answers, changed: str) -> Sequence[FormField] | None:
        """A question for every value that differs."""
        if changed != _OTHER:
            return None
        return [self._which(), *map(_question, self._questions(answers[_OTHER]))]

    def proposal(self, answers: Answers) -> Proposal | WrongAnswer:
        """The two records as one."""
        other = answers[_OTHER].strip()
        if not self._session.has_record(other):
            return WrongAnswer(_OTHER, tr("which record is taken in?"))
        whose: dict[str, Whose] = {}
        for question in self._questions(other):
            match answers.get(question.key, ""):
                case "kept" | "other" | "both" as answer:
                    whose[question.key] = answer
                case _:
                    words = tr("whose {field} counts?").format(field=question.key)
                    return WrongAnswer(question.key, words)
        return MergeRecords(self._record.id, other, whose)

    def verdict(self, answers: Answers, edit: Edit) -> Verdict:
        """How the record would be proved with the evidence of both."""
        return record_check(self._session, self._record.id)(edit)

    def _which(self) -> FormField:
        return FormField(
            _OTHER, tr("takes in"), choices=self._choices, if_empty=tr("the record that goes"),
            check=self._known,
        )  # fmt: skip

    def _known(self, answer: str) -> str:
        known = not answer or self._session.has_record(answer)
        return "" if known else tr("there is no record {answer}").format(answer=answer)

    def _questions(self, other: str) -> Sequence[MergeQuestion]:
        if not self._session.has_record(other) or other == self._record.id:
            return ()
        return merge_questions(self._record, self._session.record(other))


def _question(question: MergeQuestion) -> FormField:
    choices = [Choice("kept", question.kept), Choice("other", question.other)]
    if question.both:
        choices.append(Choice("both", tr("both, one after the other")))
    return FormField(
        question.key, question.key, choices=Choices(choices),
        if_empty=tr("{one} or {other}?").format(one=question.kept, other=question.other),
    )  # fmt: skip


def _tranche_taken(name: str) -> str:
    return tr("there is a tranche {name}").format(name=name)
