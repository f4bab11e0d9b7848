"""W3C Web Annotations (JSON-LD): each quote with its selectors, and what it says about a record."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tui.export.tables.rows import record_kind
from tui.model.headline import value_words
from tui.model.records import all_evidence, field_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from tui.export.selection import Selection
    from tui.model.proofs import FieldProof, Statement
    from tui.model.records import Evidence, Record

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def write(selection: Selection, what: str, stream: BinaryIO) -> None:
    """Write an annotation collection with one page of all annotations."""
    items = [
        _annotation(record, path, evidence, selection)
        for record in selection.corpus.records.values()
        for path, evidence in all_evidence(record)
    ]
    document = {
        "@context": _CONTEXT,
        "id": "urn:dealtui:evidence",
        "type": "AnnotationCollection",
        "label": "Quotes that the records rest on",
        "total": len(items),
        "first": {
            "id": "urn:dealtui:evidence:1",
            "type": "AnnotationPage",
            "partOf": "urn:dealtui:evidence",
            "startIndex": 0,
            "items": items,
        },
    }
    stream.write(json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n")


def _annotation(
    record: Record, path: str, evidence: Evidence, selection: Selection
) -> dict[str, Any]:
    prefix = path.removesuffix(evidence.fields[0])
    fields = {field.path: field for field in selection.proof(record.id).fields}
    field = fields[path]
    statement = next(item for item in field.statements if item.evidence == evidence)
    return {
        "id": f"urn:dealtui:{record_kind(record)}:{record.id}:{evidence.line}:{evidence.column}",
        "type": "Annotation",
        "motivation": "assessing" if evidence.stance != "mentions" else "linking",
        "body": [
            _body(record, fields[prefix + name], evidence, selection) for name in evidence.fields
        ],
        "target": _target(statement, selection),
    }


def _body(
    record: Record, field: FieldProof, evidence: Evidence, selection: Selection
) -> dict[str, Any]:
    """What the quote does to one field, in a sentence that people can read."""
    values = {row.path: row.value for row in field_rows(record)}
    value = values.get(field.path) if evidence.says is None else evidence.says
    words = value_words(value, field.path.rpartition(".")[2], selection.names, selection.locale)
    return {
        "type": "TextualBody",
        "format": "text/plain",
        "purpose": "describing",
        "value": f"{evidence.stance} {field.path} of {record.id}: {words} ({field.state})",
    }


def _target(statement: Statement, selection: Selection) -> dict[str, Any]:
    """The source with the selectors that find the quote in its text."""
    evidence, anchor = statement.evidence, statement.anchor
    article = selection.corpus.articles.get(evidence.article)
    selectors: list[dict[str, Any]] = [dict(_quote_selector(evidence))]
    if anchor.found:
        # Positions count the characters of the stored text, from zero.
        selectors.append({"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end})
    address = article.url if article else ""
    source = address or f"urn:dealtui:article:{evidence.article}"
    return {"source": source, "selector": selectors}


def _quote_selector(evidence: Evidence) -> Iterator[tuple[str, str]]:
    yield "type", "TextQuoteSelector"
    yield "exact", evidence.quote
    if evidence.prefix:
        yield "prefix", evidence.prefix
    if evidence.suffix:
        yield "suffix", evidence.suffix
