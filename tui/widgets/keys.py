"""Key bindings out of the registry of commands."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.commands import commands_in


def bindings(*scopes: str) -> list[BindingType]:
    """Bindings of the commands in some scopes, under their ids so that keys can be changed."""
    return [
        Binding(command.keys, command.action, command.title, show=False, id=command.id)
        for command in commands_in(*scopes)
    ]
