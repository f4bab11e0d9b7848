"""From any name of a party to its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.casefold import plain

if TYPE_CHECKING:
    from tui.model.corpus import Corpus


def name_table(corpus: Corpus) -> dict[str, str]:
    """Ids by id, name and alias, case folded; an id wins over a name, a name over an alias."""
    table = {party.casefold(): party for party in corpus.parties}
    for party in corpus.parties.values():
        table.setdefault(party.name.casefold(), party.id)
    for party in corpus.parties.values():
        for alias in party.aliases:
            table.setdefault(alias.casefold(), party.id)
    return table


def find_party(name: str, corpus: Corpus) -> str | None:
    """The party of that id, name or alias, else the only one whose name starts so.

    Case, accents and outer spaces do not count.

    Returns:
        `None` when no party or more than one fits.
    """
    wanted = _folded(name)
    if not wanted:
        return None
    table: dict[str, str] = {}
    for known, party in name_table(corpus).items():
        table.setdefault(_folded(known), party)
    if wanted in table:
        return table[wanted]
    fitting = {party for known, party in table.items() if known.startswith(wanted)}
    return fitting.pop() if len(fitting) == 1 else None


def _folded(name: str) -> str:
    return " ".join(plain(name).split())
