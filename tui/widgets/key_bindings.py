"""Key bindings out of the registry of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from tui.commands import commands_in

if TYPE_CHECKING:
    from tui.commands import Scope


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
