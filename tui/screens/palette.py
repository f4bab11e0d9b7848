"""The command palette over the registry: every command that works where the user is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Provider
from textual.content import Content

from tui.commands import COMMANDS, Scope
from tui.model.safe_text import safe_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.command import Hits

    from tui.commands import Command
    from tui.screens.ports import Host


class RegistryProvider(Provider):
    """Commands by title; keys are shown as the help of each."""

    def _commands(self) -> list[Command]:
        shown = getattr(self.screen, "SCOPE", Scope.APP)
        screens = {Scope.APP, shown}
        if shown not in (Scope.APP, Scope.EXPLORER):
            screens.add(Scope.SIDE)
        return [command for command in COMMANDS if command.scope.screen in screens]

    @property
    def _host(self) -> Host:
        # Textual makes providers itself, and tells them no more than the screen.
        return cast("Host", self.app)

    def _searches(self) -> Mapping[str, str]:
        """Saved searches by name."""
        session = self._host.session
        return session.own.searches() if session else {}

    def _key_words(self, command: Command) -> str:
        shown = self._host.key_table.shown(command)
        return f"key {shown}" if shown else "no key"

    def _search_again(self, query: str) -> None:
        self._host.search(query)

    async def discover(self) -> Hits:
        """Saved searches and every command."""
        for name, query in self._searches().items():
            title = safe_line(f"Search: {name}")
            yield DiscoveryHit(
                Content(title), partial(self._search_again, query), title, safe_line(query)
            )
        for command in self._commands():
            yield DiscoveryHit(
                command.title, partial(self._host.do, command), help=self._key_words(command)
            )

    async def search(self, query: str) -> Hits:
        """The commands whose title fits."""
        matcher = self.matcher(query)
        for name, saved in self._searches().items():
            title = safe_line(f"Search: {name}")
            if (score := matcher.match(title)) > 0:
                yield Hit(
                    score, matcher.highlight(title), partial(self._search_again, saved), title
                )
        for command in self._commands():
            score = matcher.match(command.title)
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(command.title),
                    partial(self._host.do, command),
                    help=self._key_words(command),
                )
