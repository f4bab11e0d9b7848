"""The command line as values: what documents say of it is read from its parsers."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, _SubParsersAction
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.verbs.parser import grammar

if TYPE_CHECKING:
    from argparse import Action


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument or option of a verb.

    Attributes:
        written: How it is typed, with what follows it: `-o FILE, --output FILE`.
        help: What it does.
        choices: What may be given, where that is a list.
        optional: Whether it is an option and no positional argument.
    """

    written: str
    help: str
    choices: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of the command line; the program itself has an empty name.

    Attributes:
        name: What is typed.
        summary: One line, without a full stop.
        description: What it does, in sentences.
        usage: Its usage, in one line.
        arguments: Its own arguments; what every verb takes stands with the program.
        examples: Command lines, as they are shown in its help.
    """

    name: str
    summary: str
    description: str
    usage: str
    arguments: tuple[Argument, ...]
    examples: tuple[str, ...]


def program() -> Verb:
    """The program without a verb, with the options that every verb takes."""
    root, _ = grammar()
    return _verb("", root.description or "", root, frozenset())


def epilogue() -> str:
    """What the help of the program says below its options: corpus, environment, exit codes."""
    return grammar()[0].epilog or ""


def verbs() -> list[Verb]:
    """All verbs, in the order of the help."""
    root, parsers = grammar()
    common = frozenset(argument.written for argument in program().arguments)
    summaries = _summaries(root)
    return [
        _verb(name, summaries.get(name, ""), parser, common) for name, parser in parsers.items()
    ]


def _verb(name: str, summary: str, parser: ArgumentParser, common: frozenset[str]) -> Verb:
    arguments = [argument for action in _actions(parser) if (argument := _argument(action))]
    _, _, examples = (parser.epilog or "").partition("examples:\n")
    return Verb(
        name=name,
        summary=summary,
        description=" ".join((parser.description or "").split()),
        usage=" ".join(parser.format_usage().removeprefix("usage: ").split()),
        arguments=tuple(one for one in arguments if one.written not in common),
        examples=tuple(
            line.strip() for line in examples.partition("\n\n")[0].splitlines() if line.strip()
        ),
    )


def _actions(parser: ArgumentParser) -> list[Action]:
    # argparse has no public name for its list of arguments.
    return [action for action in parser._actions if action.help != SUPPRESS]


def _summaries(root: ArgumentParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for action in root._actions:
        if isinstance(action, _SubParsersAction):
            found.update({one.dest: one.help or "" for one in action._choices_actions})
    return found


def _argument(action: Action) -> Argument | None:
    if isinstance(action, _SubParsersAction):
        return None
    choices: tuple[str, ...] = tuple(map(str, action.choices)) if action.choices else ()
    value = _value(action, choices)
    if action.option_strings:
        written = ", ".join(f"{name} {value}".strip() for name in action.option_strings)
    else:
        written = value
    words = _expanded(action)
    return Argument(written, words, choices, bool(action.option_strings))


def _value(action: Action, choices: tuple[str, ...]) -> str:
    """What stands for the value of an argument; empty for a switch."""
    if action.nargs == 0:
        return ""
    metavar = action.metavar
    if isinstance(metavar, tuple):
        return " ".join(metavar)
    return metavar or (f"{{{','.join(choices)}}}" if choices else action.dest.upper())


def _expanded(action: Action) -> str:
    """The help with what argparse puts into it, such as the default."""
    values: dict[str, Any] = {**vars(action), "prog": "dealtui"}
    return (action.help or "") % values
