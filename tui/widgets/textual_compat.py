"""Everything that this program takes from Textual beside its public interface.

Textual names what it may change without notice with a leading underscore. What is needed of it all
the same stands here alone, and `tests/widgets/test_textual_compat.py` fails when a new version of
Textual has it no longer, or has it do something else.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.message import Message


class FaultTolerant(MessagePump):
    """Handles the next message after a fault; to be named before the class of Textual.

    Textual stops the loop that a fault came up in: the app would end without a word when that is
    its own, which carries out every key, and a pane or screen would never answer again.
    """

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except Exception as error:
            report_fault(self.app, error)


class FaultReportingApp(App[None]):
    """An app that decides what becomes of a fault, which Textual ends by itself."""

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Give the terminal to another program for a while, and take it back whatever happens.

        Textual leaves the terminal blank, and itself deaf, when something is raised meanwhile; here
        that is raised once the screen is back.

        Raises:
            SuspendNotSupported: If the environment does not support it.
        """
        raised: BaseException | None = None
        with super().suspend():
            try:
                yield
            except BaseException as error:
                raised = error
        if raised is not None:
            raise raised

    def fault_raised(self, error: Exception) -> None:
        """A fault came up in a message, a timer, a worker or while drawing."""
        self.end_by_fault(error)

    def end_by_fault(self, error: Exception) -> None:
        """End with a traceback, as Textual does; under test the fault is raised there."""
        super()._handle_exception(error)

    def _handle_exception(self, error: Exception) -> None:
        self.fault_raised(error)


def keep_clipboard(app: App[Any], text: str) -> None:
    """Keep a text for pasting within the app, without sending it to the terminal."""
    app._clipboard = text


def report_fault(app: App[Any], error: Exception) -> None:
    """Tell an app of a fault as if Textual had caught it."""
    app._handle_exception(error)


def is_ending(app: App[Any]) -> bool:
    """Whether an app was asked to end, so that there is nothing to end any more."""
    return app._exit


def shows_error(app: App[Any]) -> bool:
    """Whether a notification of an error is on the screen."""
    return any(shown.severity == "error" for shown in app._notifications)
