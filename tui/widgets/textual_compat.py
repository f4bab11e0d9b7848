"""Everything that this program takes from Textual beside its public interface.

Textual names what it may change without notice with a leading underscore. What is needed of it all
the same stands here alone, and `tests/widgets/test_textual_compat.py` fails when a new version of
Textual has it no longer, or has it do something else.
"""

from __future__ import annotations

import asyncio
import os
import selectors
import signal
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message
from textual.message_pump import MessagePump

from tui.platform.diagnostics import LOG
from tui.platform.terminal_display import GROUND_QUERY, is_light_reply
from tui.platform.terminal_input import Kind, TerminalInput, harmless_sequence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from rich.console import RenderableType
    from textual.driver import Driver

    from tui.platform.terminal_input import Token

_POLL_INTERVAL = 0.1
"""Seconds between two looks whether reading is to end."""
_PENDING_INTERVAL = 0.02
"""Seconds between two looks whether a sequence that was begun is given up."""
_CHUNK = 4096
"""Bytes that are read at a time."""
_GROUND_PATIENCE = 0.5
"""Seconds in which the terminal may say what ground it has; later, colours would change under the
eyes of a reader.
"""


class GroundTold(Message):
    """The terminal said whether its ground is light."""

    def __init__(self, light: bool) -> None:
        super().__init__()
        self.light = light


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


class TolerantDriver(LinuxDriver):
    """Reads the terminal through `TerminalInput`: what is no key never becomes one.

    Textual's parser takes what it does not know, and late answers of the terminal, as letters, and
    its thread ends at the first byte that is no text, and with it the app.
    """

    _asked_at = -_GROUND_PATIENCE

    def start_application_mode(self) -> None:
        """Take over the terminal; its size is read in the loop, in the order of the signals.

        Textual reads it in the handler of the signal, and one handler can interrupt another: then
        the older size is announced last, and stays.
        """
        super().start_application_mode()  # type: ignore[no-untyped-call] # Textual gives it no types
        if isinstance(self._app, FaultReportingApp) and self._app.asks_for_ground:
            self._asked_at = monotonic()
            self.write(GROUND_QUERY)
            self.flush()
        announce = signal.getsignal(signal.SIGWINCH)
        if not callable(announce):
            return
        loop = asyncio.get_running_loop()

        def later(number: int, _frame: FrameType | None) -> None:
            loop.call_soon_threadsafe(announce, number, None)

        signal.signal(signal.SIGWINCH, later)

    def run_input_thread(self) -> None:
        """Read until told to end."""
        reader, parser = TerminalInput(), XTermParser(self._debug)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                patience = _POLL_INTERVAL if reader.delay is None else _PENDING_INTERVAL
                data = self._read() if selector.select(patience) else None
                if data == b"":
                    # The terminal is gone; whoever watches for that ends the app.
                    self.exit_event.wait(_POLL_INTERVAL)
                now = monotonic()
                for token in reader.feed(data, now) if data else reader.expire(now):
                    try:
                        for message in self._messages(token, parser):
                            self.process_message(message)
                    except (ValueError, ArithmeticError, LookupError) as error:
                        LOG.info("input that cannot be read: %r (%r)", token, error)
                        parser = XTermParser(self._debug)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _CHUNK)
        except OSError:
            return b""

    def _messages(self, token: Token, parser: XTermParser) -> Iterator[Message]:
        match token.kind:
            case Kind.REPLY:
                light = is_light_reply(token.text)
                if light is not None and monotonic() - self._asked_at < _GROUND_PATIENCE:
                    yield GroundTold(light)
            case Kind.ESCAPE:
                yield events.Key("escape", "\x1b")
            case Kind.PASTE:
                yield events.Paste(token.text)
            case Kind.TEXT:
                yield from parser.feed(token.text)
            case Kind.SEQUENCE:
                name = token.text.removeprefix("\x1b[").partition(";")[0].rstrip("u")
                named = token.text in ANSI_SEQUENCES_KEYS or f"{name}u" in FUNCTIONAL_KEYS
                if sequence := harmless_sequence(token.text, named=named):
                    yield from parser.feed(sequence)

    def _run_input_thread(self) -> None:
        """Read on after a fault: without input the app could not even be left."""
        while not self.exit_event.is_set():
            try:
                self.run_input_thread()
            except Exception as error:
                self._app.call_later(report_fault, self._app, error)
                self.exit_event.wait(_POLL_INTERVAL)


class FaultReportingApp(App[None]):
    """An app that decides what becomes of a fault, which Textual ends by itself."""

    asks_for_ground = False
    """Whether the terminal is asked for its ground, which `GroundTold` answers."""

    def get_driver_class(self) -> type[Driver]:
        """The driver that Textual would take, made tolerant where that is the one of a terminal."""
        driver = super().get_driver_class()
        return TolerantDriver if driver is LinuxDriver else driver

    def panic(self, *renderables: RenderableType) -> None:
        """End with words on the terminal, and never with an exit code that says all is well."""
        self._return_code = self._return_code or 1
        super().panic(*renderables)

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


def driver_of(app: App[Any]) -> Driver | None:
    """What draws an app and reads its keys; `None` before it runs."""
    return app._driver


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
