"""A fault while one message is handled ends neither the app nor the part that it happened in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from textual.message import Message


class Enduring(MessagePump):
    """Handles the next message after a fault; to be named before the class of Textual.

    Textual stops the loop that a fault came up in: the app would end without a word when that is
    its own, which carries out every key, and a pane or screen would never answer again.
    """

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except Exception as error:
            self.app._handle_exception(error)
