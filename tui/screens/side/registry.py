"""The screens beside the explorer, by name; each is loaded when it is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from tui.screens.side.base import SideScreen

_SCREENS = {
    "audit": ("tui.screens.side.audit", "AuditScreen"),
    "articles": ("tui.screens.side.articles", "ArticlesScreen"),
    "parties": ("tui.screens.side.parties", "PartiesScreen"),
    "flows": ("tui.screens.side.flows", "FlowsScreen"),
}


def named(name: str) -> type[SideScreen]:
    """The screen of a name."""
    module, cls = _SCREENS[name]
    return cast("type[SideScreen]", getattr(import_module(module), cls))
