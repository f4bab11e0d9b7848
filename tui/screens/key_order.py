"""Keys are handled one after the other, so that each goes where the one before has led.

Textual hands a key to whatever has the focus when the key arrives. Where keys come faster than
they are handled, as from a fast typist while a corpus is indexed, the letters after the slash
that opens the search would be commands of the list, and the `q` after the enter that leaves the
search would become a letter of the query.
"""

from __future__ import annotations

from collections import deque
from time import monotonic, sleep
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from tui.widgets.textual_compat import FaultReportingApp

if TYPE_CHECKING:
    from textual.timer import Timer

_PATIENCE = 0.25
"""Seconds after which the next key no longer waits: what had the focus is gone with its answer."""

_ANSWER = 0.1
"""Seconds after a key in which it is being answered."""
_PAUSE = 0.5
"""Seconds without a key after which the user does not type any more."""
_MOST = 0.1
"""Seconds for which work in the background waits each time it asks: it never stands still."""


class KeyHandled(Message):
    """Follows a key on its way from what had the focus up to the app."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        """Which key it follows, counted from the first."""


class KeysInOrder(FaultReportingApp):
    """An app that keeps back what is typed while a key before is still on its way."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[events.Key | events.Paste] = deque()
        """What has come and is not handed on, the oldest first."""
        self._number = 0
        self._since: float | None = None
        """When the last key was handed on; `None` once it is handled."""
        self._patience: Timer | None = None
        self._pressed = 0.0

    def yield_to_input(self) -> None:
        """Let keys be answered first; for threads, which share one interpreter with them."""
        end = monotonic() + _MOST
        while monotonic() < min(end, self._pressed + _ANSWER):
            sleep(_ANSWER / 10)

    def is_typing(self) -> bool:
        """Whether the next key is likely to come at once: what nobody waits for is drawn later."""
        return monotonic() < self._pressed + _PAUSE

    async def on_event(self, event: events.Event) -> None:
        """Hand a key on, or keep it back."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._pressed = monotonic()
        self._typed.append(event)
        await self._go_on()

    async def on_key_handled(self, message: KeyHandled) -> None:
        """A key is handled wherever it came by: go on with what was typed since."""
        if message.number == self._number:
            self._since = None
            await self._go_on()

    async def _go_on(self) -> None:
        """Hand on what was typed, as long as nothing is on its way or has been for too long."""
        if self._patience is not None:
            self._patience.stop()
            self._patience = None
        while self._typed and (self._since is None or monotonic() - self._since > _PATIENCE):
            await self._hand_on(self._typed.popleft())
        if self._typed:
            self._patience = self.set_timer(_PATIENCE, self._go_on)

    def key_comes(self, event: events.Key) -> None:
        """A key is about to be carried out: what had to be before it is done."""

    async def _hand_on(self, event: events.Key | events.Paste) -> None:
        if isinstance(event, events.Key):
            self.key_comes(event)
        target = self.focused or self.screen
        await super().on_event(event)
        if not event.is_forwarded:
            self._since = None  # The app itself has carried it out.
            return
        self._number += 1
        self._since = monotonic()
        handled = KeyHandled(self._number)

        def follow() -> None:
            target.post_message(handled)

        # One step behind the key, so that what it made the target say goes before.
        target.post_message(events.Callback(follow))
