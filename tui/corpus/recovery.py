"""Reading on after a syntax error: the broken records are taken out, the good ones are kept.

A parser can say no more than where it gave up. Records are set apart by their indentation, so
each is read by itself, and those that cannot be are blanked, line for line, in the text.
"""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec

from tui.corpus.indentation_scanner import items_of, may_be_section
from tui.corpus.yaml.nodes import STOPPING, SYNTAX
from tui.corpus.yaml.reader import read_yaml
from tui.model.problems import Problem

_NAME = re.compile(r"[A-Za-z_][\w-]*:")
_HEAD = re.compile(r"(?P<name>[A-Za-z_][\w-]*:)(?:(?P<stuck>\S)|\s+[^\s#|>])")
"""The name of a section with more behind it than a comment or the sign of a block of text."""
_ON_LINE = re.compile(r"line (\d+)")


def without_broken_items(text: str, file: str) -> tuple[str, list[Problem]]:
    """The text with blank lines for the records and entries that are no YAML by themselves.

    Returns:
        The text, the same when nothing can be told apart, and what is wrong with each of them.
    """
    lines = text.split("\n")
    problems = _without_broken_heads(lines, file)
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


def _without_broken_heads(lines: list[str], file: str) -> list[Problem]:
    """Take away what breaks at the margin: behind the name of a section, or outside of all."""
    problems: list[Problem] = []
    inside = False
    margins = [at for at, line in enumerate(lines) if line[:1] not in ("", " ", "#", "-", "\r")]
    for at, end in pairwise([*margins, len(lines)]):
        head = _HEAD.match(lines[at])
        if inside and head is not None and not may_be_section(head["name"][:-1]):
            continue
        section = _has_items(lines, at + 1)
        if head is None:
            inside = inside or bool(_NAME.match(lines[at]))
            if not inside and ":" not in lines[at].strip(": "):
                problems.append(_astray(file, at, 1))
                lines[at] = ""
        elif section and (head["stuck"] or _stopped(f"{lines[at]}\n  - x\n", file, at)):
            inside = True
            problems.append(_astray(file, at, head.end("name") + 1))
            lines[at] = head["name"]
        elif not section and (stopped := _stopped("\n".join(lines[at:end]) + "\n", file, at)):
            problems.append(stopped)
            lines[at:end] = [""] * (end - at)
    return problems


def _has_items(lines: list[str], start: int) -> bool:
    """Whether the next line that says something is further in, or has a dash."""
    said = (line for line in lines[start:] if line.strip() and not line.lstrip().startswith("#"))
    return next(said, "").startswith((" ", "-"))


def _astray(file: str, at: int, column: int) -> Problem:
    return Problem(
        SYNTAX, "this stands neither in a section nor is it one",
        "Take it away.", file=file, line=at + 1, column=column,
    )  # fmt: skip


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
