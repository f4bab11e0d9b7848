"""The table of sentences: read from its file, compared field by field."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tui.model.dates import Edtf
from tui.model.records import Party
from tui.proof.events.record_proposals import RecordProposal, propose
from tui.proof.extract import find_mentions

FIELDS = (
    "kind", "payer", "payee", "payers", "parties", "new", "status", "instrument", "date",
    "fact_kind", "about",
)  # fmt: skip
PUBLISHED = Edtf.parse("2024-05-16")
PARTIES = {
    name.lower(): Party(name.lower(), name)
    for name in (
        "Kestrel", "Nordwind", "Halden", "Orvane", "Castelmar", "Lumora", "Brightwater",
        "Tessandre", "Vestra", "Polmarine",
    )
}  # fmt: skip
_SENTENCE = re.compile(r"(en|fr) (.*)")


class Row(NamedTuple):
    """A sentence, where its figure stands, and what the words show."""

    language: str
    text: str
    start: int
    wanted: dict[str, str]


def rows() -> list[Row]:
    """The rows of the table, in order."""
    found = []
    lines = (Path(__file__).parent / "sentences.txt").read_text("utf-8").splitlines()
    for line, answers in pairwise(lines):
        match = _SENTENCE.fullmatch(line)
        if match is None:
            continue
        written = match[2]
        wanted = dict(answer.split("=", 1) for answer in answers.split("; "))
        text = written.replace("[", "").replace("]", "")
        found.append(Row(match[1], text, written.index("["), wanted))
    return found


def proposal_for(row: Row) -> RecordProposal:
    """What is proposed for the figure of a row."""
    mentions = find_mentions(row.text, language=row.language, published=PUBLISHED)
    proposals = propose(row.text, mentions, PARTIES, row.language, published=PUBLISHED)
    return next(one for one in proposals if one.start <= row.start < one.end)


def told(proposal: RecordProposal) -> dict[str, str | None]:
    """The fields of a proposal as the table writes them; `None` where it is empty."""
    several = [role.name for role in proposal.payers] if len(proposal.payers) > 1 else []
    return {
        "kind": proposal.kind,
        "payer": proposal.payer.name if proposal.payer else None,
        "payee": proposal.payee.name if proposal.payee else None,
        "payers": ", ".join(several) or None,
        "parties": ", ".join(role.name for role in proposal.parties) or None,
        "new": ", ".join(proposal.new) or None,
        "status": proposal.status,
        "instrument": proposal.instrument,
        "date": str(proposal.date) if proposal.date else None,
        "fact_kind": proposal.fact_kind,
        "about": proposal.about.name if proposal.about else None,
    }


def compared(row: Row) -> dict[str, str]:
    """Each field of a row: `right`, `empty` or `wrong`."""
    read = told(proposal_for(row))
    kinds = row.wanted.get("kind", "deal").split(", ")
    verdicts = {}
    for name in FIELDS:
        value = read[name]
        wanted = row.wanted.get(name)
        if name == "kind":
            right = value in kinds
        elif len(kinds) > 1 and name in {"fact_kind", "about"}:
            right = True  # The row leaves open what kind of fact it is.
        else:
            right = value == wanted
        verdicts[name] = "right" if right else "empty" if value is None else "wrong"
    return verdicts


def report() -> dict[str, Counter[str]]:
    """How many rows are right, empty and wrong in each field."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in FIELDS}
    for row in rows():
        for name, verdict in compared(row).items():
            counts[name][verdict] += 1
    return counts
