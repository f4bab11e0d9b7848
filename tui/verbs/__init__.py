"""The verbs of the command line: one function each, none of which knows the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace


def run(options: Namespace) -> int:
    """Carry out the verb that was parsed."""
    exit_code: int = options.run(options)
    return exit_code
