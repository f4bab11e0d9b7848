"""Findings as SARIF 2.1.0, the OASIS format in which code hosts take the results of checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tui import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model.problems import Problem

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def sarif_log(
    findings: Iterable[Problem],
    ignored: Iterable[tuple[Problem, str]],
    file: str,
) -> dict[str, Any]:
    """One run of the checks as a SARIF log.

    Args:
        findings: What was found, in order.
        ignored: What was found and is accepted, with the reason: results that are suppressed.
        file: The corpus file, for findings that name none.
    """
    results = [_result(finding, file) for finding in findings]
    results += [
        _result(finding, file) | {"suppressions": [{"kind": "inSource", "justification": because}]}
        for finding, because in ignored
    ]
    rules = sorted({result["ruleId"] for result in results})
    driver = {"name": "dealtui", "version": __version__, "rules": [{"id": rule} for rule in rules]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(finding: Problem, file: str) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(finding.file or file)}}
    if finding.line:
        # Line and column count from 1 in SARIF too; a region without a line says nothing.
        place["region"] = {"startLine": finding.line, "startColumn": max(1, finding.column)}
    text = " ".join(filter(None, (finding.sentence, finding.hint)))
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    }
    about = {"record": finding.record, "field": finding.field, "article": finding.article}
    properties = {name: value for name, value in about.items() if value}
    return result | ({"properties": properties} if properties else {})
