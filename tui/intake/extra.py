"""The packages of the extra `dealtui[intake]`, loaded when a source needs one."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from tui.intake.document import IntakeError
from tui.model.messages import msg

INSTALL = "pip install 'dealtui[intake]'"


def load_extra(module: str, purpose: str) -> Any:
    """A module of the extra.

    Args:
        module: Its full name.
        purpose: What it is needed for: "web pages are read".

    Raises:
        IntakeError: If it is not installed; the message names the command that installs it.
    """
    try:
        return import_module(module)
    except ImportError:
        package = module.partition(".")[0]
        raise IntakeError(
            "missing-extra",
            msg(
                "{purpose} with {package}, which is not installed", purpose=purpose, package=package
            ),
            msg("Install it: {install}", install=INSTALL),
        ) from None
