"""How a verb is added to the command line: what it is for, with examples that can be typed."""

from __future__ import annotations

from argparse import RawDescriptionHelpFormatter
from textwrap import fill
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction

_WIDTH = 88


def add_verb(
    verbs: _SubParsersAction[Any], name: str, *, summary: str, description: str, examples: str
) -> ArgumentParser:
    """Add a verb and give the parser of its arguments.

    Args:
        verbs: The verbs so far.
        name: What is typed.
        summary: One line in the list of verbs, without a full stop.
        description: What it does, what it prints and when it fails, in sentences.
        examples: Command lines, each on a line of its own, with a remark behind two spaces.
    """
    lines = "\n".join(f"  {line.strip()}" for line in examples.strip().splitlines())
    parser: ArgumentParser = verbs.add_parser(
        name,
        help=summary,
        description=fill(description, _WIDTH),
        epilog=f"examples:\n{lines}",
        formatter_class=RawDescriptionHelpFormatter,
    )
    return parser
