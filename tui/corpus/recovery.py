"""Reading on after a syntax error: the broken records are taken out, the good ones are kept.

A parser can say no more than where it gave up. Records are set apart by their indentation, so
each is read by itself, and those that cannot be are blanked, line for line, in the text.
"""

from __future__ import annotations

import re

import msgspec

from tui.corpus.items import items_of
from tui.corpus.nodes import STOPPING, SYNTAX
from tui.corpus.yaml_reader import read_yaml
from tui.model.problems import Problem

_ON_LINE = re.compile(r"line (\d+)")


def without_broken_items(text: str, file: str) -> tuple[str, list[Problem]]:
    """The text with blank lines for the records and entries that are no YAML by themselves.

    Returns:
        The text, the same when nothing can be told apart, and what is wrong with each of them.
    """
    lines = text.split("\n")
    problems: list[Problem] = []
    for start, end, belongs in items_of(lines):
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
