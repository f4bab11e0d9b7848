"""Resolves the names of parties to ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.casefold import plain

if TYPE_CHECKING:
    from tui.model.corpus import Corpus


def name_table(corpus: Corpus) -> dict[str, str]:
    """Ids by id, name and alias, case folded; an id beats a name, a name beats an alias."""
    table = {party.casefold(): party for party in corpus.parties}
    for party in corpus.parties.values():
        table.setdefault(party.name.casefold(), party.id)
    for party in corpus.parties.values():
        for alias in party.aliases:
            table.setdefault(alias.casefold(), party.id)
    return table


def find_party(name: str, corpus: Corpus) -> str | None:
    """The party with this id, name or alias, else the only one with a name that begins so.

    Case, accents and surrounding spaces do not count.

    Returns:
        `None` where no party matches, or more than one.
    """
    prefix = _normalized(name)
    if not prefix:
        return None
    table: dict[str, str] = {}
    for spelling, party in name_table(corpus).items():
        table.setdefault(_normalized(spelling), party)
    if prefix in table:
        return table[prefix]
    matching = {party for spelling, party in table.items() if spelling.startswith(prefix)}
    return matching.pop() if len(matching) == 1 else None


def _normalized(name: str) -> str:
    return " ".join(plain(name).split())
