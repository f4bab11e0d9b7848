"""A new record in a form: what the words show, and the proposal that the answers come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.corpus.edit.proposals import AddRecord, InOneGo
from tui.model.messages import msg
from tui.platform.translation import tr
from tui.session.capture import Stretch, evidence_mapping
from tui.session.forms.answers import (
    FACT_KINDS,
    INSTRUMENTS,
    STATUSES,
    amount_problem,
    date_problem,
    id_problem,
    title_problem,
)
from tui.session.forms.fields import INSISTED, FormField, WrongAnswer
from tui.session.forms.party_fields import NewParties, alias_field, names_in
from tui.session.forms.record_file import FILE, file_field, included_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.corpus.edit.proposals import Proposal
    from tui.model.mentions import Mention
    from tui.proof.events.reader import Role
    from tui.proof.events.record_proposals import RecordProposal
    from tui.session.forms.fields import Answers
    from tui.session.protocol import Session

    Span = tuple[int, int]

PARTY_FIELDS = {
    "deals": ("payer", "payee", "parties", "subject"),
    "facts": ("party",),
}
_NOT_SHOWN = msg("not shown by the words")
_DAY_OF_ARTICLE = msg("the day of the article")


class NewRecordFields:
    """The fields of a new deal or fact, prefilled with what the words around a figure show."""

    def __init__(
        self,
        session: Session,
        stretch: Stretch,
        section: str,
        figure: Mention | None,
        reading: RecordProposal | None,
    ) -> None:
        """Take what was read.

        Args:
            session: The corpus.
            stretch: What is quoted.
            section: `deals` or `facts`.
            figure: The figure in the stretch.
            reading: What it was read as, with the words that show it.
        """
        self._session, self._stretch, self.section = session, stretch, section
        self._figure, self._reading = figure, reading
        self._text = session.article_text(stretch.article) or ""
        self._published = session.articles[stretch.article].published
        self._shown, self._because = self._read()

    @property
    def main(self) -> str:
        """The field of the figure."""
        return "amount" if self.section == "deals" else "value"

    # What the words show

    def _read(self) -> tuple[dict[str, str], dict[str, Span]]:
        """The values that the words show, and the stretches that do."""
        shown: dict[str, str] = {}
        because: dict[str, Span] = {}
        reading, figure = self._reading, self._figure
        if figure is not None and figure.quantity is not None:
            shown[self.main] = str(figure.quantity)
            because[self.main] = (figure.start, figure.end)
        elif reading is not None and reading.counted is not None and self.section == "facts":
            shown[self.main] = str(reading.counted)
            because[self.main] = (reading.start, reading.end)
        if reading is not None:
            values = self._read_deal(reading) if self.section == "deals" else _read_fact(reading)
            for name, (value, source) in values.items():
                if value:
                    shown[name] = value
                    if source in reading.because:
                        because[name] = reading.because[source]
        day = "announced" if self.section == "deals" else "date"
        if self._published is not None and not shown.keys() & {"announced", "date"}:
            # What the sentence dates itself, the day of the article does not date.
            shown[day] = str(self._published)
        return shown, because

    def _read_deal(self, reading: RecordProposal) -> dict[str, tuple[str, str]]:
        date = str(reading.date) if reading.date else ""
        return {
            "payer": (_names([reading.payer] if reading.payer else []), "payer"),
            "payee": (_names([reading.payee] if reading.payee else []), "payee"),
            "parties": (_names(reading.involved), "parties"),
            "subject": (_names(reading.subjects[:1]), "subject"),
            "instrument": (reading.instrument or "", "instrument"),
            "status": (reading.status or "", "status"),
            "announced" if reading.dates_announcement else "date": (date, "date"),
        }

    # The fields

    def fields(self, answers: Answers | None = None) -> list[FormField]:
        """What is asked, with what follows from the answers so far: new parties, title, id."""
        held = dict(answers) if answers is not None else dict(self._shown)
        fields: list[FormField] = []
        for field in self._own_fields(held):
            fields.append(field)
            if field.creates:
                aliases = held.get(f"{field.name}:aliases")
                fields += alias_field(field, held.get(field.name, ""), self._text, aliases)
        title, name = self._title(held), self._id(held)
        fields.append(FormField("title", "title", title, check=title_problem, long=True))
        fields.append(FormField("id", "id", name, check=id_problem, long=True))
        file = file_field(self._session, self._named(held))
        return [*fields, file] if file is not None else fields

    def _own_fields(self, held: Mapping[str, str]) -> list[FormField]:
        if self.section == "facts":
            return [
                self._party("party", msg("about")),
                self._field("kind", choices=FACT_KINDS),
                self._field("value", check=amount_problem),
                self._field("date", check=date_problem),
            ]
        subject = [self._party("subject", "subject")] if self._shown.get("subject") else []
        return [
            self._party("payer", "payer"),
            self._party("payee", "payee"),
            self._party("parties", "parties", several=True),
            *subject,
            self._field("amount", check=amount_problem),
            self._field("instrument", choices=INSTRUMENTS),
            self._field("status", choices=STATUSES),
            self._field("announced", check=date_problem),
            self._field("date", check=date_problem),
        ]

    def _field(self, name: str, **more: Any) -> FormField:
        span = self._because.get(name)
        value = self._shown.get(name, "")
        words = self._text[slice(*span)] if span is not None else ""
        told = bool(value) and not words and name in ("announced", "date")
        return FormField(
            name, more.pop("label", name), value, because=words, span=span,
            note=_DAY_OF_ARTICLE if told else "", if_empty=_NOT_SHOWN, **more,
        )  # fmt: skip

    def _party(self, name: str, label: str, *, several: bool = False) -> FormField:
        choices = self._session.party_choices
        return self._field(name, label=label, choices=choices, several=several, creates="party")

    @property
    def first_in_doubt(self) -> str:
        """The first field that should hold something and does not; empty where none is."""
        if self.section == "facts":
            wanted: Sequence[str] = ("party", "value", "kind")
        elif self._shown.get("parties"):
            wanted = ("amount",)
        else:
            wanted = ("payer", "payee", "amount")
        return next((name for name in wanted if not self._shown.get(name)), "")

    # What follows from the answers

    def _parties(self, answers: Answers) -> NewParties:
        fields = PARTY_FIELDS[self.section]
        return NewParties(self._session.party_choices, answers, fields)

    def _named(self, answers: Answers) -> list[str]:
        """The ids of all parties of the answers, payer first."""
        new = self._parties(answers)
        answered = [answers.get(name, "") for name in PARTY_FIELDS[self.section]]
        return list(dict.fromkeys(party for answer in answered for party in new.ids_of(answer)))

    def _title(self, answers: Answers) -> str:
        new = self._parties(answers).names
        names = [
            new.get(party) or self._session.names.get(party, party)
            for party in self._named(answers)[:2]
        ]
        if self.section == "facts":
            kind = answers.get("kind", "").replace("-", " ")
            return " ".join(filter(None, (*names, kind))) or tr("New fact")
        return " and ".join(names) or tr("New record")

    def _id(self, answers: Answers) -> str:
        named = self._named(answers)
        if self.section == "facts" and not named:
            # A year alone would name nothing.
            named = [answers.get("kind", "")]
        return self._session.free_id(named, self._published)

    # The proposal

    def proposal(self, answers: Answers) -> Proposal | WrongAnswer:
        """What adds the record, and the parties that it makes."""
        name = answers["id"]
        if self._session.has_record(name):
            return WrongAnswer("id", tr("there is already a record {name}").format(name=name))
        new = self._parties(answers)
        parties = PARTY_FIELDS[self.section]
        record: dict[str, Any] = {"id": name, "title": answers["title"]}
        for field in self._own_fields(answers):
            answer = answers.get(field.name, "")
            if field.several:
                record[field.name] = new.ids_of(answer)
            elif field.name in parties:
                record[field.name] = next(iter(new.ids_of(answer)), "")
            else:
                record[field.name] = answer
        record = {key: value for key, value in record.items() if value}
        if self.section == "facts":
            record.setdefault("kind", "other")
        evidence = self._evidence(record, new, answers)
        if evidence:
            record["evidence"] = evidence
        file = included_name(self._session, answers.get(FILE, ""))
        added = AddRecord(self.section, record, tr("Record this"), file)
        return InOneGo([*new.proposals(), added])

    def _evidence(
        self, record: Mapping[str, Any], new: NewParties, answers: Answers
    ) -> list[dict[str, Any]]:
        """The quotes that prove the record: the figure's own, and those of other words."""
        fields: dict[Span, list[str]] = {}
        whole = (self._stretch.start, self._stretch.end)
        fields[whole] = [self.main]
        begin, end = _paragraph(self._text, *whole)
        paragraph = self._text[begin:end]
        for name in PARTY_FIELDS[self.section]:
            named = record.get(name)
            if not named:
                continue
            ids = named if isinstance(named, list) else [named]
            span = self._because.get(name)
            if all(self._is_named(one, paragraph, new) for one in ids):
                fields[whole].append(name)
            elif span is not None and answers.get(name) == self._shown.get(name):
                fields.setdefault(span, []).append(name)
        for name in ("instrument", "status", "kind", "announced", "date"):
            span = self._because.get(name)
            if not record.get(name) or record[name] != self._shown.get(name):
                continue
            if span is not None:
                fields.setdefault(span, []).append(name)
            elif name == "announced":
                # The day on which a deal was announced is that of the article, which tells it.
                fields[whole].append(name)
        # What the user knows better is recorded without the quote that says otherwise.
        unproved = names_in(answers.get(INSISTED, ""))
        kept = [
            (span, proved)
            for span, names in [(whole, fields.pop(whole)), *sorted(fields.items())]
            if (proved := tuple(name for name in names if name not in unproved))
        ]
        return [
            evidence_mapping(self._session, Stretch(self._stretch.article, *span), names)
            for span, names in kept
        ]

    def _is_named(self, party: str, paragraph: str, new: NewParties) -> bool:
        if party in new.names:
            return any(name in paragraph for name in new.names_of(party))
        return party in self._session.parties_in(paragraph)


def _read_fact(reading: RecordProposal) -> dict[str, tuple[str, str]]:
    return {
        "party": (_names([reading.about] if reading.about else []), "about"),
        "kind": (reading.fact_kind or "", "kind"),
        "date": (str(reading.date) if reading.date else "", "date"),
    }


def _names(roles: Sequence[Role]) -> str:
    """Roles as an answer: the ids of known parties, the names of new ones."""
    return ", ".join(role.party or role.name.replace(",", " ") for role in roles)


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    stop = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, stop if stop >= 0 else len(text)
