"""Deals and parties as lines of YAML, written fast: texts that repeat are quoted once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tui.corpus.edit.scalar_writer import scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model.records import Deal, Party

_quoted = lru_cache(maxsize=65_536)(scalar)


def party_line(party: Party) -> str:
    """A party as an entry of the table of parties."""
    aliases = f", aliases: [{', '.join(map(_quoted, party.aliases))}]" if party.aliases else ""
    return f"{_quoted(party.id)}: {{name: {_in_braces(party.name)}{aliases}}}"


def _in_braces(text: str) -> str:
    return _quoted(text)


def deal_lines(deal: Deal, indent: str, lead: str) -> Iterator[str]:
    """The lines of a deal as an item of a list.

    Args:
        deal: The deal.
        indent: What stands before the dash.
        lead: As wide as the dash and the spaces behind it.
    """
    keys = indent + lead
    yield f"{indent}-{lead[1:]}id: {_quoted(deal.id, 'id')}"
    yield f"{keys}title: {_quoted(deal.title, 'title')}"
    if deal.payer:
        yield f"{keys}payer: {_quoted(deal.payer, 'payer')}"
    if deal.payee:
        yield f"{keys}payee: {_quoted(deal.payee, 'payee')}"
    if deal.parties:
        yield f"{keys}parties: [{', '.join(_quoted(one, 'parties') for one in deal.parties)}]"
    if deal.instrument != "other":
        yield f"{keys}instrument: {deal.instrument}"
    yield f"{keys}status: {deal.status}"
    if deal.announced is not None:
        yield f"{keys}announced: {_quoted(deal.announced.text, 'announced')}"
    if deal.amount is not None:
        yield f"{keys}amount: {_quoted(str(deal.amount), 'amount')}"
    if deal.note:
        yield f"{keys}note: {_quoted(deal.note, 'note')}"
