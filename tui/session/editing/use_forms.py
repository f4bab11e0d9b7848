"""Forms about where a record was used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.corpus.edit.changes import owners
from tui.corpus.edit.changes.keys import AddItems, SetKeys
from tui.model.records import record_amount
from tui.platform.translation import tr
from tui.session.editing.answers import answer_of, keys_of
from tui.session.editing.keys_form import AskedKey, KeysForm
from tui.session.editing.verdicts import record_check
from tui.session.forms.fields import WrongAnswer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.corpus.edit.proposals import Proposal
    from tui.model.records import Record, Use
    from tui.session.protocol import Session


def use_form(session: Session, record: Record, use: Use) -> KeysForm:
    """All keys of a use."""
    owner = owners.place(use.line, use.column)
    asked = [AskedKey(key, answer_of(getattr(use, key.target))) for key in keys_of("use").values()]
    return KeysForm(
        tr("Where {title} was used").format(title=record.title),
        asked,
        lambda values: SetKeys(owner, values, tr("Change this use")),
        record_check(session, record.id),
    )


def new_use_form(session: Session, record: Record) -> KeysForm:
    """A use added to a record; the figure is the recorded one until another is typed."""
    held = {"figure": answer_of(record_amount(record))}

    def propose(values: Mapping[str, Any]) -> Proposal | WrongAnswer:
        item = {name: value for name, value in {**held, **values}.items() if value}
        if not item.get("title"):
            return WrongAnswer("title", tr("what is it called?"))
        ordered = {name: item[name] for name in keys_of("use") if name in item}
        return AddItems(owners.record(record.id), "used-in", [ordered], tr("Add this use"))

    asked = [AskedKey(key, held.get(name, "")) for name, key in keys_of("use").items()]
    check = record_check(session, record.id)
    return KeysForm(
        tr("Where {title} was used").format(title=record.title), asked, propose, check, "title"
    )
