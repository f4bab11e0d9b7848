"""The command palette over the registry: every command that works where the user is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Provider

from tui.commands import COMMANDS

if TYPE_CHECKING:
    from textual.command import Hits

    from tui.app import DealtuiApp
    from tui.commands import Command


class RegistryProvider(Provider):
    """Commands by title; keys are shown as the help of each."""

    def _commands(self) -> list[Command]:
        name = getattr(self.screen, "SCOPE", "")
        return [command for command in COMMANDS if command.scope.partition(".")[0] in ("app", name)]

    def _run(self, command: Command) -> None:
        app: DealtuiApp = self.app  # type: ignore[assignment] # the only app of this program
        app.do(command)

    async def discover(self) -> Hits:
        """Every command."""
        for command in self._commands():
            yield DiscoveryHit(
                command.title, partial(self._run, command), help=f"key {command.shown}"
            )

    async def search(self, query: str) -> Hits:
        """The commands whose title fits."""
        matcher = self.matcher(query)
        for command in self._commands():
            score = matcher.match(command.title)
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(command.title),
                    partial(self._run, command),
                    help=f"key {command.shown}",
                )
