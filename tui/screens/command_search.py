"""Which commands there are where the user is, in which order, and which of them some words mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands import COMMANDS, Scope
from tui.model.casefold import plain
from tui.model.messages import msg
from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tui.commands import Command, Need

_SCOPE_NAMES = {
    Scope.APP: msg("Everywhere"),
    Scope.EXPLORER: msg("Explorer"),
    Scope.RESULTS: msg("List"),
    Scope.RECORD: msg("Record"),
    Scope.ARTICLE: msg("Article"),
    Scope.TIMELINE: msg("Timeline"),
    Scope.SIDE: msg("Other screens"),
    Scope.FLOWS: msg("Flows"),
    Scope.AUDIT: msg("Audit"),
    Scope.PARTIES: msg("Parties"),
    Scope.PARTY: msg("Party"),
    Scope.ARTICLES: msg("Articles"),
}


def scopes_here(here: Scope) -> list[Scope]:
    """The scopes whose commands can be carried out, nearest first.

    Args:
        here: The pane that has the focus, or the screen where none has.
    """
    screen = here.screen
    scopes = [here]
    if screen is not here:
        scopes.append(screen)
    if screen not in (Scope.APP, Scope.EXPLORER, Scope.SIDE):
        scopes.append(Scope.SIDE)
    if Scope.APP not in scopes:
        scopes.append(Scope.APP)
    return scopes + [scope for scope in Scope if scope.screen is screen and scope not in scopes]


def sections(here: Scope) -> list[tuple[str, Sequence[Command]]]:
    """All commands under the names of their scopes, those that work here first."""
    near = scopes_here(here)
    return [
        (tr(_SCOPE_NAMES[scope]), [command for command in COMMANDS if command.scope is scope])
        for scope in [*near, *(scope for scope in Scope if scope not in near)]
    ]


def offered(here: Scope, at_hand: Collection[Need]) -> list[Command]:
    """The commands that can be carried out now, those of the nearest scope first."""
    return [
        command
        for scope in scopes_here(here)
        for command in COMMANDS
        if command.scope is scope and (command.needs is None or command.needs in at_hand)
    ]


def rank(words: str, title: str, other: str = "") -> int | None:
    """How well some words mean something: 0 is best, `None` not at all.

    Every word has to be found: 0 where each begins a word of the title, 1 where some stand within
    one, 2 where some are only among other words for it.

    Args:
        words: What is typed, in any order.
        title: What it is called.
        other: Other words for it, and its keys.
    """
    title, other = plain(title), plain(other)
    begun, worst = f" {title}", 0
    for word in plain(words).split():
        if f" {word}" in begun:
            continue
        if word in title:
            worst = max(worst, 1)
        elif word in other:
            worst = 2
        else:
            return None
    return worst
