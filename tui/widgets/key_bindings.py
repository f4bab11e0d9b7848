"""Key bindings out of the registry of commands, and keys that a widget has beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.binding import Binding, BindingType

from tui.commands import commands_in
from tui.model.messages import msg

if TYPE_CHECKING:
    from tui.commands import Scope


class OwnKeys(NamedTuple):
    """Keys of a widget or a dialog that are no commands: fixed, and shown by the help alone.

    Attributes:
        title: What has them.
        keys: Each as it is written for people, and what it does.
    """

    title: str
    keys: tuple[tuple[str, str], ...]


LIST_KEYS = (
    ("↓ j, ↑ k", msg("Next line, line before")),
    ("PgDn PgUp", msg("Screen down, screen up; also space, ^d and ^u")),
    ("g, G", msg("First line, last line; also Home and End")),
    ("H, L", msg("First line in sight, last line in sight")),
    ("z", msg("Bring the line into the middle")),
    ("5j, 12G", msg("A number before: five lines down, the twelfth line")),
    ("← →", msg("What stands beside on the same line")),
)
"""Keys of every list."""


def bindings(*scopes: Scope) -> list[BindingType]:
    """Bindings of the commands in some scopes, under their ids so that keys can be changed."""
    return [
        Binding(
            ",".join(command.keys),
            command.action,
            command.title,
            show=False,
            id=command.id,
            priority=command.before_pane,
        )
        for command in commands_in(*scopes)
    ]
