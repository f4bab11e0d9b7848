"""Reading on after a syntax error: the broken records are taken out, the good ones are kept.

A parser can say no more than where it gave up. Records are set apart by their indentation, so
each is read by itself, and those that cannot be are blanked, line for line, in the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from tui.corpus.nodes import STOPPING, SYNTAX
from tui.corpus.yaml_reader import read_yaml
from tui.model.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECTION = re.compile(r"[A-Za-z_][\w-]*:(?:\s|$)")
_OPEN_SECTION = re.compile(r"[A-Za-z_][\w-]*:\s*(?:#.*)?$")
_ON_LINE = re.compile(r"line (\d+)")


def without_broken_items(text: str, file: str) -> tuple[str, list[Problem]]:
    """The text with blank lines for the records and entries that are no YAML by themselves.

    Returns:
        The text, the same when nothing can be told apart, and what is wrong with each of them.
    """
    lines = text.split("\n")
    problems: list[Problem] = []
    for start, end, belongs in _items(lines):
        stopped = _stopped("\n".join(lines[start:end]) + "\n", file, start)
        if stopped is None and not belongs:
            stopped = Problem(
                SYNTAX, "this stands neither under a record nor beside one",
                "Indent it like the lines around it.", file=file, line=start + 1, column=1,
            )  # fmt: skip
        if stopped is not None:
            problems.append(stopped)
            lines[start:end] = [""] * (end - start)
    return "\n".join(lines) if problems else text, problems


def _stopped(item: str, file: str, lines_before: int) -> Problem | None:
    """Why an item is no YAML by itself, at its place in the file."""
    _, found = read_yaml(item, file=file)
    problem = next((problem for problem in found if problem.code in STOPPING), None)
    if problem is None:
        return None
    return msgspec.structs.replace(
        problem,
        line=lines_before + min(max(problem.line, 1), item.count("\n")),
        message=_ON_LINE.sub(lambda match: f"line {lines_before + int(match[1])}", problem.message),
    )


def _items(lines: list[str]) -> Iterator[tuple[int, int, bool]]:
    """The items of each section: the first line, one past the last, and whether it is one.

    What stands further left than the first item of a section belongs to none.
    """
    at = 0
    while at < len(lines):
        if not _OPEN_SECTION.match(lines[at]):
            at += 1
            continue
        at += 1
        column: int | None = None
        start, belongs, dash = at, True, False
        while at < len(lines) and not _SECTION.match(lines[at]):
            content = lines[at].lstrip(" ")
            indent = len(lines[at]) - len(content)
            if content.strip() and not content.startswith("#"):
                if column is None:
                    column, start, dash = indent, at, content.startswith("-")
                elif indent <= column and at > start:
                    yield start, at, belongs
                    start = at
                    belongs = indent == column and content.startswith("-") == dash
            at += 1
        if column is not None:
            yield start, at, belongs
