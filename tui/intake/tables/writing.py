"""Many parties and records into a corpus file, in one change that touches no other byte.

The first of each is spliced in as by hand, which finds the place and the style; the others follow
it in the same lines. A splice for each of 80,000 records would read the file 80,000 times.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tui.corpus.edit.file_edit import Edit, edit_of
from tui.corpus.edit.splice import SpliceError, add_party, add_record
from tui.corpus.load import read_corpus_text
from tui.intake.tables.compact import deal_lines, party_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.corpus.load import Loaded
    from tui.model.records import Deal, Party

_DASH = re.compile(r"^( *)-( +)\S", re.MULTILINE)


def add_all(loaded: Loaded, parties: Sequence[Party], deals: Sequence[Deal]) -> Edit:
    """The change that adds parties and deals to a corpus file.

    Args:
        loaded: The corpus file as it was read.
        parties: Parties that it does not have.
        deals: Deals that it does not have, with ids of their own.

    Raises:
        SpliceError: If the place is written in a way that cannot be added to, or the new text would
            not read as the old one with the additions.
    """
    source = loaded.source
    text = source
    if parties:
        text = _with_parties(text, parties)
    if deals:
        text = _with_deals(text, deals)
    _check(loaded, text, len(parties), len(deals))
    return edit_of(source, [_difference(source, text)])


def _with_parties(source: str, parties: Sequence[Party]) -> str:
    first = parties[0]
    edit = add_party(source, first.id, _party(first))
    newline = "\r\n" if "\r\n" in source else "\n"
    if len(parties) == 1:
        return edit.after_text
    head = next(
        (line for line in edit.replacement.splitlines() if line.strip().startswith(f"{first.id}:")),
        None,
    )
    if head is None:
        raise SpliceError("parties stand in braces here; write one on a line of its own first")
    indent = head[: len(head) - len(head.lstrip(" "))]
    more = newline.join(f"{indent}{party_line(party)}" for party in parties[1:])
    return _after(edit, more, newline)


def _party(party: Party) -> dict[str, Any]:
    mapping: dict[str, Any] = {"name": party.name}
    if party.aliases:
        mapping["aliases"] = list(party.aliases)
    return mapping


def _with_deals(source: str, deals: Sequence[Deal]) -> str:
    first = deals[0]
    edit = add_record(source, "deals", _deal(first))
    if len(deals) == 1:
        return edit.after_text
    dash = _DASH.search(edit.replacement)
    if dash is None:
        raise SpliceError("deals stand in brackets here; write one on lines of its own first")
    newline = "\r\n" if "\r\n" in source else "\n"
    more = newline.join(
        line for deal in deals[1:] for line in deal_lines(deal, dash[1], " " * (1 + len(dash[2])))
    )
    return _after(edit, more, newline)


def _deal(deal: Deal) -> dict[str, Any]:
    return {
        "id": deal.id,
        "title": deal.title,
        "payer": deal.payer or None,
        "payee": deal.payee or None,
        "parties": list(deal.parties) or None,
        "instrument": deal.instrument if deal.instrument != "other" else None,
        "status": deal.status,
        "announced": deal.announced,
        "amount": deal.amount,
        "note": deal.note or None,
    }


def _after(edit: Edit, more: str, newline: str) -> str:
    """The text of an edit with more lines right behind what it added."""
    end = edit.start + len(edit.replacement)
    text = edit.after_text
    if text[end - 1 : end] == "\n":
        return f"{text[:end]}{more}{newline}{text[end:]}"
    return f"{text[:end]}{newline}{more}{text[end:]}"


def _check(old: Loaded, after: str, parties: int, deals: int) -> None:
    """Read the new text as a whole, and hold it against what it should hold.

    Raises:
        SpliceError: If something is missing, or more is wrong than before.
    """
    new = read_corpus_text(after, old.path)
    more_parties = len(new.corpus.parties) - len(old.corpus.parties)
    more_deals = len(new.corpus.records) - len(old.corpus.records)
    errors = [sum(1 for one in loaded.problems if one.severity == "error") for loaded in (old, new)]
    if (more_parties, more_deals) != (parties, deals) or errors[1] > errors[0]:
        raise SpliceError("the records cannot be added to this file automatically")


def _difference(before: str, after: str) -> tuple[int, int, str]:
    """The stretch in which two texts differ, where the second only has more."""
    start = 0
    step = 1 << 16
    length = min(len(before), len(after))
    while start < length and before[start : start + step] == after[start : start + step]:
        start += step
    start = min(start, length)
    while start < length and before[start] == after[start]:
        start += 1
    end = 0
    while end < length - start and before[len(before) - 1 - end] == after[len(after) - 1 - end]:
        end += 1
    return start, len(before) - end, after[start : len(after) - end]
