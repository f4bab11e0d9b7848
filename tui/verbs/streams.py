"""The standard streams as every verb can rely on them, whatever the caller made of them."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import TextIO


class LastingStream:
    """A standard stream that goes on where nobody reads it any more: the rest is thrown away.

    So a verb finishes what it does, and its exit code says what it found, whoever listens. In
    everything else it is the stream that it was.

    Attributes:
        gone: Whether nothing arrives any more.
    """

    def __init__(self, stream: TextIO, forgiven: type[OSError]) -> None:
        """Take a stream.

        Args:
            stream: Where the text goes.
            forgiven: The errors at which it is given up; others are raised.
        """
        self._stream, self._forgiven = stream, forgiven
        self.gone = False

    def __getattr__(self, name: str) -> Any:
        """What the stream has beside."""
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Write a text, if anybody reads it."""
        if not self.gone:
            try:
                return self._stream.write(text)
            except self._forgiven:
                self._give_up()
        return len(text)

    def write_bytes(self, data: bytes) -> None:
        """Write bytes behind the text so far, if anybody reads them."""
        try:
            self._stream.flush()
            self._stream.buffer.write(data)
            self._stream.buffer.flush()
        except self._forgiven:
            self._give_up()

    def flush(self) -> None:
        """Hand over what was written."""
        try:
            self._stream.flush()
        except self._forgiven:
            self._give_up()

    def _give_up(self) -> None:
        self.gone = True
        _discard(self._stream)


def mend() -> None:
    """Stand in for streams that are closed, and let no stream refuse a character.

    Diagnostics that cannot be written are lost, and change nothing; output whose reader went away
    is thrown away. That its disk is full is an error.

    A closed descriptor would be given to the next file that is opened, and what is printed would
    then be written into that file. What an encoding lacks is written as an escape of Python.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            try:
                os.fstat(number)
            except OSError:
                # The lowest free number is given out: this one, as those below are taken.
                os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, open(number, "w" if number else "r", closefd=False))  # noqa: SIM115 (a descriptor, open till the end)
        stream = getattr(sys, name)
        if number and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
        if number and not isinstance(stream, LastingStream):
            forgiven = BrokenPipeError if name == "stdout" else OSError
            setattr(sys, name, LastingStream(stream, forgiven))


def output() -> LastingStream:
    """Standard output, as `mend` left it."""
    return cast("LastingStream", sys.stdout)


def drawable() -> bool:
    """Whether there is a terminal for the app, which is made ready to be drawn on.

    Textual draws on standard error. Where that was sent elsewhere, standard output is drawn on, and
    errors go where they were sent. Whatever the language of the system, terminals read UTF-8.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    if not sys.stderr.isatty():
        sys.__stderr__ = sys.__stdout__  # type: ignore[misc] # final, but what Textual looks at
    if sys.__stderr__ is not None:
        sys.__stderr__.reconfigure(encoding="utf-8")
    return True


def coloured(choice: str, stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether to print in colour.

    Args:
        choice: What `--color` says: `always`, `never`, or `auto` where it was not given.
        stream: Where it is printed; a file and a pipe get no colours of themselves.
        environ: The environment. `NO_COLOR`, set to anything, asks for none (no-color.org), and
            goes before `FORCE_COLOR`, which asks for some (force-color.org), as in Python itself.
    """
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    return bool(environ.get("FORCE_COLOR")) or (stream.isatty() and environ.get("TERM") != "dumb")


def asked_colour(arguments: Sequence[str]) -> str:
    """What `--color` says in a command line that nothing has parsed yet; the last one counts.

    The help is printed while a command line is parsed, so that it cannot wait for the answer.
    """
    choice = "auto"
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=True):
        name, equals, value = argument.partition("=")
        if argument == "--":
            break
        if name == "--color":
            choice = value if equals else following
    return choice


def silence() -> None:
    """Throw away what the output still holds: it cannot be written, and that was said."""
    _discard(sys.stdout)


def _discard(stream: TextIO) -> None:
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        return
