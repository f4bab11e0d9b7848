"""Everything that this program takes from Textual beside its public interface.

Textual names what it may change without notice with a leading underscore. What is needed of it all
the same stands here alone, and `tests/widgets/test_textual_compat.py` fails when a new version of
Textual has it no longer, or has it do something else.
"""

from __future__ import annotations

import asyncio
import errno
import os
import selectors
import signal
import termios
import tty
from contextlib import contextmanager
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from textual import constants, events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen

from tui.platform.diagnostics import LOG
from tui.platform.terminal_display import GROUND_QUERY, is_light_reply
from tui.platform.terminal_input import Kind, TerminalInput, harmless_sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from rich.console import RenderableType
    from textual.driver import Driver

    from tui.platform.terminal_input import Token

_Answer = TypeVar("_Answer")
_POLL_INTERVAL = 0.1
"""Seconds between two looks whether reading is to end."""
_PENDING_INTERVAL = 0.02
"""Seconds between two looks whether a sequence that was begun is given up."""
_KEY_REPORTS = (
    linux_driver.KITTY_DISAMBIGUATE_ESCAPE_CODES
    | linux_driver.KITTY_REPORT_ALL_KEYS
    | linux_driver.KITTY_REPORT_ASSOCIATED_TEXT
)
"""How Textual has a terminal report keys that knows the protocol of kitty."""
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


def _heed_later(
    loop: asyncio.AbstractEventLoop, heed: Callable[[], object], _number: int, _: FrameType | None
) -> None:
    """Heed a signal in the loop; it may come between any two steps of the program."""
    loop.call_soon_threadsafe(heed)


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


class ThriftyScreen(Screen[_Answer]):
    """A screen that does nothing twice at the start.

    It is not drawn while the app holds all painting back. `App.batch_update` would not do: Textual
    draws all the same and throws away what it drew, and puts a message between two of a changed
    size, which then take turns for ever. Textual also works out all styles before it looks up what
    classes the size of the terminal gives the screen, and once more afterwards.
    """

    def _compositor_refresh(self) -> None:
        if isinstance(self.app, FaultReportingApp) and self.app.holds_back:
            self._dirty_widgets.clear()
        else:
            super()._compositor_refresh()

    def take_breakpoints(self) -> None:
        """Have the classes of the breakpoints before any style is worked out."""
        for length, breakpoints in (
            (self.app.size.width, self.HORIZONTAL_BREAKPOINTS or []),
            (self.app.size.height, self.VERTICAL_BREAKPOINTS or []),
        ):
            names = dict.fromkeys(self._get_breakpoint_classes(length, breakpoints), True)
            self.update_classes(names, update=False)


class TolerantDriver(LinuxDriver):
    """Reads the terminal through `TerminalInput`: what is no key never becomes one.

    Textual's parser takes what it does not know, and late answers of the terminal, as letters, and
    its thread ends at the first byte that is no text, and with it the app.
    """

    _asked_at = -_GROUND_PATIENCE

    def __init__(self, app: App[Any], **options: Any) -> None:
        """Take the terminal's files; until the terminal is taken over, signals do as they do."""
        super().__init__(app, **options)
        self._leave_stops_to_the_system()

    def start_application_mode(self) -> None:
        """Take over the terminal; signals about it are heeded in the loop, in their order.

        Textual heeds them wherever the program is at that moment. One handler can interrupt
        another, so that the older size of the window is announced last, and stays; or interrupt
        what writes to the terminal, and wait for it for ever.
        """
        self._wait_for_the_foreground()
        super().start_application_mode()  # type: ignore[no-untyped-call] # Textual gives it no types
        if isinstance(self._app, FaultReportingApp) and self._app.asks_for_ground:
            self._asked_at = monotonic()
            self.write(GROUND_QUERY)
            self.flush()
        announce = signal.getsignal(signal.SIGWINCH)
        if not callable(announce):
            return
        loop = asyncio.get_running_loop()
        self._announce_size = partial(announce, signal.SIGWINCH, None)
        for number, heed in (
            (signal.SIGWINCH, self._window_changed),
            (signal.SIGTSTP, self._stop),
            (signal.SIGCONT, self._go_on),
        ):
            signal.signal(number, partial(_heed_later, loop, heed))

    def stop_application_mode(self) -> None:
        """Give the terminal back; whoever has it now may be stopped, and this program with it."""
        self._leave_stops_to_the_system()
        super().stop_application_mode()

    def _wait_for_the_foreground(self) -> None:
        """Be stopped by the system for as long as the terminal belongs to another job.

        Textual stops at this too, but then goes on without having taken the terminal over.
        """
        while True:
            try:
                modes = termios.tcgetattr(self.fileno)
                return termios.tcsetattr(self.fileno, termios.TCSANOW, modes)
            except termios.error as error:
                # Interrupted by the signals of the stop; anything else is no matter of jobs.
                if error.args[0] != errno.EINTR:
                    return None

    @staticmethod
    def _leave_stops_to_the_system() -> None:
        for number in (signal.SIGTSTP, signal.SIGCONT):
            signal.signal(number, signal.SIG_DFL)

    def _window_changed(self) -> None:
        """Announce the size, and paint all of it once that was heard.

        A window that was smaller for a moment has lost what stood beyond, though nothing was
        painted at that size: to Textual, nothing has changed then.
        """
        self._announce_size()
        self._app.call_later(self._app.refresh, layout=True)

    def _stop(self) -> None:
        """Stop as another program asked, with the terminal as it was before."""
        if self._takes_signals:
            with self._app.suspend():
                os.kill(os.getpid(), signal.SIGTSTP)

    def _go_on(self) -> None:
        """Set the terminal up again after a stop that nobody announced (SIGSTOP).

        Meanwhile a shell had it: its modes, its size and all that was painted may be others. It is
        not taken over as at the start: Textual would read it in a second thread beside the first,
        and take the modes that it has now for those to leave behind.
        """
        if not self._takes_signals:
            return
        try:
            attributes = termios.tcgetattr(self.fileno)
            attributes[tty.LFLAG] = self._patch_lflag(attributes[tty.LFLAG])
            attributes[tty.IFLAG] = self._patch_iflag(attributes[tty.IFLAG])
            attributes[tty.CC][termios.VMIN] = 1
            termios.tcsetattr(self.fileno, termios.TCSANOW, attributes)
        except termios.error:
            # In the background, where it stops again, or without a terminal.
            return
        self.write("\x1b[?1049h")  # The alternate screen
        self._enable_mouse_support()
        self.write("\x1b[?25l\x1b[?1004h")  # No cursor; reports of focus
        if not constants.DISABLE_KITTY_KEY:
            self.write(f"\x1b[={_KEY_REPORTS};1u")
        self._enable_bracketed_paste()
        self._disable_line_wrap()
        self._announce_size()
        self._app.refresh(layout=True)

    @property
    def _takes_signals(self) -> bool:
        """Whether this program has the terminal, which may have changed since a signal came."""
        return self._auto_restart and signal.getsignal(signal.SIGCONT) is not signal.SIG_DFL

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

    holds_back = False
    """Whether nothing is painted yet; who ends that lets the screen be painted whole."""
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
