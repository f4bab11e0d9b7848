"""`dealtui completions`: what a shell completes for the command."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from tui.verbs.grammar import add_verb

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace, _SubParsersAction
    from collections.abc import Sequence

_SHELLS = ("bash", "zsh", "fish")
_FILES = ("FILE", "PATH", "SOURCE")
_FOLDERS = ("DIR", "FOLDER")
"""What arguments are called in the help that take files and folders."""


def add_completions(verbs: _SubParsersAction[Any], root: ArgumentParser) -> None:
    """Add the verb to the grammar, whose root it prints the completions of."""
    completions = add_verb(
        verbs,
        "completions",
        summary="what your shell completes, for bash, zsh or fish",
        description="Print a script by which a shell completes verbs, options and file names.",
        examples="""
        dealtui completions bash > ~/.local/share/bash-completion/completions/dealtui
        dealtui completions zsh > ~/.zfunc/_dealtui
        dealtui completions fish > ~/.config/fish/completions/dealtui.fish
        """,
    )
    completions.add_argument("shell", choices=_SHELLS, help="the shell")
    completions.set_defaults(run=partial(_completions, (root, *verbs.choices.values())))


def _completions(parsers: Sequence[ArgumentParser], options: Namespace) -> int:
    import shtab

    for parser in parsers:
        # The list that shtab goes over, too: argparse has no public name for it.
        for action in parser._actions:
            if action.metavar in _FILES:
                setattr(action, "complete", shtab.FILE)  # noqa: B010 (an attribute of shtab's)
            elif action.metavar in _FOLDERS:
                setattr(action, "complete", shtab.DIRECTORY)  # noqa: B010 (likewise)
    print(shtab.complete(parsers[0], shell=options.shell))
    return 0
