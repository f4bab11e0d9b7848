"""Additions to the text of a corpus file that touch no other byte and no comment of it.

Each function reads where things stand, follows the style found there (braces or a key on each
line, the indentation, the line ends), and checks that the new text reads as the old one plus the
addition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.corpus.edit.file_edit import Edit, SpliceError, apply, diff
from tui.corpus.edit.insertion import SourceText, with_id
from tui.corpus.edit.scalar_writer import flow_item
from tui.corpus.schema.shapes import RECORD_SECTIONS
from tui.model.messages import msg
from tui.model.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "Edit",
    "SpliceError",
    "add_article",
    "add_evidence",
    "add_party",
    "add_record",
    "apply",
    "diff",
    "evidence_block",
    "replace_scalars",
]


def evidence_block(evidence: Mapping[str, Any] | Evidence) -> str:
    """Evidence as an item of a YAML list, to copy."""
    return flow_item(_evidence_mapping(evidence), 0, "\n") + "\n"


def add_evidence(
    source: str,
    record_id: str,
    evidence: Mapping[str, Any] | Evidence,
    tranche: str | None = None,
) -> Edit:
    """Add a quote to a record, or to one of its tranches.

    Raises:
        SpliceError: If there is no such record, or the file is not readable as it is.
    """
    text = SourceText(source, record_id)
    owner = text.record(record_id)
    if tranche:
        part = with_id(owner.get("tranches"), tranche)
        if part is None:
            raise SpliceError(
                msg("{record} has no tranche {tranche}", record=record_id, tranche=tranche)
            )
        owner = part
    return text.add_item(owner, "evidence", _evidence_mapping(evidence))


def add_record(source: str, kind: str, record: Mapping[str, Any], file: str = "") -> Edit:
    """Add a record at the end of its section.

    Args:
        source: The YAML text.
        kind: `deals`, `totals` or `facts`.
        record: Its keys and values; those that are `None` are left out.
        file: The included file that it goes to; empty for the main one.

    Raises:
        SpliceError: If the id is taken, there is no such file, or one is not readable as it is.
    """
    text = SourceText(source, str(record.get("id")))
    if kind not in RECORD_SECTIONS:
        raise SpliceError(msg("there is no section {kind}", kind=kind))
    if text.find_record(str(record.get("id"))) is not None:
        raise SpliceError(msg("there is already a record {record}", record=record["id"]))
    return text.add_item(text.root_of(file), kind, dict(record), block=True)


def add_article(source: str, article_id: str, article: Mapping[str, Any]) -> Edit:
    """Add an article to the corpus.

    Raises:
        SpliceError: If the id is taken, or the file is not readable as it is.
    """
    return _add_entry(source, "articles", article_id, article)


def add_party(source: str, party_id: str, party: Mapping[str, Any]) -> Edit:
    """Add a party to the corpus.

    Raises:
        SpliceError: If the id is taken, or the file is not readable as it is.
    """
    return _add_entry(source, "parties", party_id, party)


def _add_entry(source: str, section: str, name: str, mapping: Mapping[str, Any]) -> Edit:
    text = SourceText(source, name)
    if text.table_of(section, name) is not None:
        raise SpliceError(
            msg("there is already {name} under {section}", name=name, section=section)
        )
    return text.add_entry(section, name, dict(mapping))


def replace_scalars(source: str, line: int, column: int, values: Mapping[str, str]) -> Edit:
    """Give keys of one mapping new texts; a key that it lacks is added.

    Args:
        source: The YAML text.
        line: The line of the mapping as the reader tells it, from 1.
        column: Its column, from 1.
        values: The new texts by key.

    Raises:
        SpliceError: If no mapping starts there, or the file is not readable as it is.
    """
    text = SourceText(source, line=line)
    return text.set_texts(text.mapping_at(line, column), values)


def _evidence_mapping(evidence: Mapping[str, Any] | Evidence) -> dict[str, Any]:
    """The keys of a quote as they are written; what is usual is left out."""
    if not isinstance(evidence, Evidence):
        return {key: value for key, value in evidence.items() if value is not None}
    fields = evidence.fields
    mapping: dict[str, Any] = {"for": fields[0] if len(fields) == 1 else list(fields)}
    for name in ("article", "quote", "prefix", "suffix"):
        if text := getattr(evidence, name):
            mapping[name] = text
    if evidence.stance != "supports":
        mapping["stance"] = evidence.stance
    if evidence.says is not None:
        mapping["says"] = evidence.says
    if evidence.rank != "normal":
        mapping["rank"] = evidence.rank
    for name in ("because", "derived", "judged"):
        if text := getattr(evidence, name):
            mapping[name] = text
    return mapping
