"""How a verb is added to the command line: what it is for, with examples that can be typed."""

from __future__ import annotations

from argparse import RawDescriptionHelpFormatter
from textwrap import fill
from typing import TYPE_CHECKING, Any

from tui.platform.translation import tr

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction

_WIDTH = 88
LOCALE_HELP = "how figures are written; else as the language of the system says"
"""What the option says that several verbs and the whole command have."""


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
    lines = "\n".join(f"  {_example(line)}" for line in examples.strip().splitlines())
    parser: ArgumentParser = verbs.add_parser(
        name,
        help=tr(summary),
        description=fill(tr(description), _WIDTH),
        epilog=f"{tr('examples:')}\n{lines}",
        formatter_class=RawDescriptionHelpFormatter,
    )
    return parser


def _example(line: str) -> str:
    """An example with its remark in the language of the interface, where it stood."""
    command, remark = parts_of_example(line)
    return f"{command}{tr(remark)}" if remark else command


def parts_of_example(line: str) -> tuple[str, str]:
    """What is typed, with the spaces behind it, and the remark; empty where there is none."""
    command, spaces, remark = line.strip().partition("  ")
    blank = len(remark) - len(remark.lstrip())
    return (command + spaces + remark[:blank], remark[blank:]) if remark else (command, "")
