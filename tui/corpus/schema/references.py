"""Ids that records name: parties, articles and members must exist."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

from tui.corpus.yaml.positions import short
from tui.model.records import Deal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.corpus.schema.scalars import Scalars
    from tui.model.records import Article, Party, Record

Reference: TypeAlias = Literal["party", "article", "member"]

_DOT = re.compile(r"\.")
_SECTIONS = {"party": "parties", "article": "articles"}


class References:
    """Ids that were not known yet where they were named."""

    def __init__(self, scalars: Scalars) -> None:
        self._scalars = scalars
        self._pending: list[tuple[Reference, str, int, str, str]] = []

    def add(self, kind: Reference, name: str, place: int, field: str) -> None:
        """Remember an id that the record being read names."""
        self._pending.append((kind, name, place, self._scalars.record, field))

    def check(
        self,
        parties: Mapping[str, Party],
        articles: Mapping[str, Article],
        records: Mapping[str, Record],
    ) -> None:
        """Note the ids that nothing has, now that everything is read."""
        for kind, name, place, record, field in self._pending:
            self._scalars.record = record
            if kind == "member":
                if not _is_member(name, records):
                    hint = self._scalars.suggestions.hint(
                        name, records, "Write the id of a deal, or deal.tranche."
                    )
                    self._scalars.note(
                        "unknown-member", place, f"there is no deal or tranche {short(name)!r}",
                        hint, field=field,
                    )  # fmt: skip
                continue
            known = parties if kind == "party" else articles
            if name not in known:
                hint = self._scalars.suggestions.hint(
                    name, known, f"Add it under {_SECTIONS[kind]}."
                )
                self._scalars.note(
                    f"unknown-{kind}", place, f"there is no {kind} {short(name)!r}", hint,
                    field=field,
                )  # fmt: skip
        self._pending.clear()
        self._scalars.record = ""


def _is_member(name: str, records: Mapping[str, Record]) -> bool:
    """Whether it is the id of a record, or `deal.tranche`; either id may hold dots."""
    if name in records:
        return True
    for dot in _DOT.finditer(name):
        owner = records.get(name[: dot.start()])
        if isinstance(owner, Deal) and any(part.id == name[dot.end() :] for part in owner.tranches):
            return True
    return False
