"""Key bindings out of the registry of commands."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.commands import commands_in

_BEFORE_THE_PANE = frozenset({"explorer:search"})
"""Commands that act before the focused pane sees the key, so that what is typed right behind it
goes where it leads."""


def bindings(*scopes: str) -> list[BindingType]:
    """Bindings of the commands in some scopes, under their ids so that keys can be changed."""
    return [
        Binding(
            command.keys,
            command.action,
            command.title,
            show=False,
            id=command.id,
            priority=command.id in _BEFORE_THE_PANE,
        )
        for command in commands_in(*scopes)
    ]
