"""Which file of a corpus in several files a new record goes to: a question that forms ask."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.model.messages import msg
from tui.session.forms.choices import Choice, Choices
from tui.session.forms.fields import FormField

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.session.protocol import Session

FILE = "file"
"""The name of the field; a record has no key of this name."""
_LOOKED_AT = 20
"""Records of a party that are looked at: enough to tell where they live, and few on a key."""


def file_field(session: Session, parties: Sequence[str], held: str = "") -> FormField | None:
    """The field that asks for the file; `None` where the corpus is one file.

    Args:
        session: The corpus.
        parties: The parties of the new record, the payer first.
        held: The file that was answered; empty offers the one where the payer's records live.
    """
    names = session.file_names
    if len(names) < 2:
        return None
    chosen = held if held in names else _where_records_live(session, parties)
    return FormField(
        FILE, msg("file"), chosen, Choices(map(Choice, names)), note=_why(session, chosen, parties)
    )


def included_name(session: Session, answer: str) -> str:
    """The file that was answered, as a change names it: the main one has no name."""
    return "" if answer in ("", session.file_names[0]) else answer


def _where_records_live(session: Session, parties: Iterable[str]) -> str:
    """The file of most of the newest records of the first party that has any; else the main one."""
    for party in parties:
        found = _files_of(session, party)
        if found:
            return found.most_common(1)[0][0]
    return session.file_names[0]


def _files_of(session: Session, party: str) -> Counter[str]:
    result = session.search(f"party:{party} sort:-date")
    places = (
        session.place(session.record(result.record_id(at)).line).name
        for at in range(min(_LOOKED_AT, result.total))
    )
    return Counter(name or session.file_names[0] for name in places)


def _why(session: Session, chosen: str, parties: Sequence[str]) -> str:
    """Why this file is offered; empty where nothing speaks for it."""
    for party in parties:
        if chosen in _files_of(session, party):
            name = session.names.get(party, party)
            return msg("where records of {party} are", party=name)
    return ""
