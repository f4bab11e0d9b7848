"""References between records: the parties, articles and members that a record names must exist."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from tui.corpus.yaml.places import short
from tui.model.messages import msg
from tui.model.records import Deal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.corpus.schema.scalars import Scalars
    from tui.model.records import Article, Party, Record

Reference: TypeAlias = Literal["party", "article", "deal", "member"]

_DOT = re.compile(r"\.")
_UNKNOWN = {
    "party": msg("there is no party {word!r}"),
    "article": msg("there is no article {word!r}"),
}
_SECTIONS = {"party": "parties", "article": "articles"}


class _Pending(NamedTuple):
    """A reference that could not be resolved where it stands; what it names may come later.

    Attributes:
        kind: What it refers to.
        name: The id that it gives.
        place: Where it stands.
        record: The record that contains it.
        field: The field that contains it.
    """

    kind: Reference
    name: str
    place: int
    record: str
    field: str


class References:
    """The references of a file that were not resolved at once, checked when all is read."""

    def __init__(self, scalars: Scalars) -> None:
        self._scalars = scalars
        self._pending: list[_Pending] = []

    def add(self, kind: Reference, name: str, place: int, field: str) -> None:
        """Remember a reference of the record that is being read."""
        self._pending.append(_Pending(kind, name, place, self._scalars.record, field))

    def check(
        self,
        parties: Mapping[str, Party],
        articles: Mapping[str, Article],
        records: Mapping[str, Record],
    ) -> None:
        """Note the references to what does not exist, now that everything is read."""
        for kind, name, place, record, field in self._pending:
            self._scalars.record = record
            if kind == "member":
                if not _is_member(name, records):
                    hint = self._scalars.suggestions.hint(
                        name, records, msg("Write the id of a deal, or deal.tranche.")
                    )
                    self._scalars.note(
                        "unknown-member",
                        place,
                        msg("there is no deal or tranche {word!r}", word=short(name)),
                        hint,
                        field=field,
                    )
                continue
            if kind == "deal":
                if name == record or not isinstance(records.get(name), Deal):
                    words = msg("there is no deal {word!r}", word=short(name))
                    if name == record:
                        words = msg("a deal is told once more by another, not by itself")
                    hint = self._scalars.suggestions.hint(
                        name, records, msg("Write the id of a deal.")
                    )
                    self._scalars.note("unknown-deal", place, words, hint, field=field)
                continue
            by_id = parties if kind == "party" else articles
            if name not in by_id:
                hint = self._scalars.suggestions.hint(
                    name, by_id, msg("Add it under {section}.", section=_SECTIONS[kind])
                )
                self._scalars.note(
                    f"unknown-{kind}", place, msg(_UNKNOWN[kind], word=short(name)), hint,
                    field=field,
                )  # fmt: skip
        self._pending.clear()
        self._scalars.record = ""


def _is_member(name: str, records: Mapping[str, Record]) -> bool:
    """Whether a name is the id of a record, or `deal.tranche`; either id may contain dots."""
    if name in records:
        return True
    for dot in _DOT.finditer(name):
        owner = records.get(name[: dot.start()])
        if isinstance(owner, Deal) and any(part.id == name[dot.end() :] for part in owner.tranches):
            return True
    return False
