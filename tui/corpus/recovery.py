"""Error recovery: broken records are blanked out of a file, so that the rest can be read.

A parser can only say where it gave up. Records are set apart by their indentation, so each is
parsed by itself, and those that fail are replaced by blank lines, which keeps all line numbers. The
file is then read once more.
"""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec

from tui.corpus.indentation_scanner import could_be_section, scan_items
from tui.corpus.yaml.document_reader import read_yaml
from tui.corpus.yaml.nodes import STOPPING, SYNTAX
from tui.model.messages import msg
from tui.model.problems import Problem

_NAME = re.compile(r"[A-Za-z_][\w-]*:")
_HEADING = re.compile(r"(?P<name>[A-Za-z_][\w-]*:)(?:(?P<stuck>\S)|\s+[^\s#|>])")
"""The name of a section with more behind it than a comment or the sign of a block scalar."""
_OURS, _THEIRS = re.compile(r"<{7}(?: |\r?$)"), re.compile(r">{7}(?: |\r?$)")
"""The lines with which git begins and ends a conflict."""
_LINE_NUMBER = re.compile(r"line (\d+)")


def without_broken_items(text: str, file: str) -> tuple[str, list[Problem]]:
    """Blank out the records and entries that are not valid YAML by themselves.

    Returns:
        The text, unchanged when nothing is broken by itself, and what is wrong with each of them.
    """
    lines = text.split("\n")
    problems = _take_out_conflicts(lines, file)
    problems += _mend_margin(lines, file)
    for start, end, belongs in scan_items(lines):
        problem = _syntax_problem("\n".join(lines[start:end]) + "\n", file, start)
        if problem is None and not belongs:
            problem = Problem(
                SYNTAX, msg("this stands neither under a record nor beside one"),
                msg("Indent it like the lines around it."), file=file, line=start + 1, column=1,
            )  # fmt: skip
        if problem is not None:
            problems.append(problem)
            # Blank lines instead of none, so that the places of what follows hold.
            lines[start:end] = [""] * (end - start)
    return "\n".join(lines) if problems else text, problems


def _take_out_conflicts(lines: list[str], file: str) -> list[Problem]:
    """Blank out what a merge left in conflict: neither of the two versions is the corpus's."""
    problems: list[Problem] = []
    start = -1
    for at, line in enumerate(lines):
        if _OURS.match(line):
            start = at
        elif _THEIRS.match(line) and start >= 0:
            ours, theirs = lines[start][8:].strip(), line[8:].strip()
            problems.append(
                Problem(
                    "merge-conflict",
                    _conflict(start + 1, at + 1, ours, theirs),
                    msg("Keep one of them, and take the lines of <, = and > away."),
                    file=file, line=start + 1, column=1,
                )
            )  # fmt: skip
            lines[start : at + 1] = [""] * (at + 1 - start)
            start = -1
    return problems


def _mend_margin(lines: list[str], file: str) -> list[Problem]:
    """Mend what breaks at the margin: text behind the name of a section or outside of all."""
    problems: list[Problem] = []
    in_section = False
    # Only lines that begin at the margin can be headings, or out of place there.
    margins = [
        start for start, line in enumerate(lines) if line[:1] not in ("", " ", "#", "-", "\r")
    ]
    for start, end in pairwise([*margins, len(lines)]):
        heading = _HEADING.match(lines[start])
        # A key of a record that lost its indentation is judged with the record, as an item.
        if in_section and heading is not None and not could_be_section(heading["name"][:-1]):
            continue
        is_section = _is_followed_by_items(lines, start + 1)
        if heading is None:
            in_section = in_section or bool(_NAME.match(lines[start]))
            if not in_section and ":" not in lines[start].strip(": "):
                problems.append(_misplaced(file, start, 1))
                lines[start] = ""
        elif is_section and (
            heading["stuck"] or _syntax_problem(f"{lines[start]}\n  - x\n", file, start)
        ):
            in_section = True
            problems.append(_misplaced(file, start, heading.end("name") + 1))
            lines[start] = heading["name"]
        elif not is_section and (
            problem := _syntax_problem("\n".join(lines[start:end]) + "\n", file, start)
        ):
            problems.append(problem)
            lines[start:end] = [""] * (end - start)
    return problems


def _is_followed_by_items(lines: list[str], start: int) -> bool:
    """Whether the next line with content is indented, or has a dash."""
    contents = (
        line for line in lines[start:] if line.strip() and not line.lstrip().startswith("#")
    )
    return next(contents, "").startswith((" ", "-"))


def _misplaced(file: str, line: int, column: int) -> Problem:
    """The problem of a text that stands where only a section may."""
    return Problem(
        SYNTAX, msg("this stands neither in a section nor is it one"),
        msg("Take it away."), file=file, line=line + 1, column=column,
    )  # fmt: skip


def _syntax_problem(item: str, file: str, lines_before: int) -> Problem | None:
    """Why an item is not valid YAML by itself, with its place in the file; `None` if it is."""
    _, problems = read_yaml(item, file=file)
    problem = next((problem for problem in problems if problem.code in STOPPING), None)
    if problem is None:
        return None
    return msgspec.structs.replace(
        problem,
        # A parser that fails at the end of its text gives the line after it.
        line=lines_before + min(max(problem.line, 1), item.count("\n")),
        message=_LINE_NUMBER.sub(
            lambda match: f"line {lines_before + int(match[1])}", problem.message
        ),
    )


def _conflict(first: int, last: int, ours: str, theirs: str) -> str:
    """What is said of lines in conflict."""
    words = msg(
        "a merge left lines {first} to {last} in conflict: two versions", first=first, last=last
    )
    if not (ours and theirs):
        return words
    return msg("{conflict} of {ours} and {theirs}", conflict=words, ours=ours, theirs=theirs)
