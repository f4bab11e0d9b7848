"""Reading sources in a process of its own, which may hang, crash or run out of memory.

One process reads many sources after each other, since loading the libraries takes half a second.
Plain texts are read here: nothing that they hold can do harm.
"""

from __future__ import annotations

import contextlib
import os
import select
import time
from typing import TYPE_CHECKING

import msgspec

from tui.intake.document import IntakeError
from tui.intake.kinds import kind_of
from tui.intake.limits import READING_SECONDS
from tui.intake.reader import read_here
from tui.intake.worker import Answer, Request
from tui.model.messages import msg, unpack_text
from tui.platform.worker_process import send, start_worker

if TYPE_CHECKING:
    import subprocess
    from types import TracebackType
    from typing import Self

    from tui.intake.document import Document
    from tui.intake.reader import Source

_HARMLESS = ("text", "markdown")
_CHUNK = 1 << 16


class IsolatedReader:
    """Reads sources one after the other; to be used in a `with` statement."""

    def __init__(self, outlets: tuple[str, ...] = (), seconds: float = READING_SECONDS) -> None:
        """Make a reader.

        Args:
            outlets: Names of publishers that are known besides the usual ones.
            seconds: How long one source may take.
        """
        self._outlets = outlets
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def read(self, source: Source) -> list[Document]:
        """The documents of a source.

        Raises:
            IntakeError: If it cannot be read, takes too long, or crashes what reads it.
        """
        if kind_of(source.data, source.name) in _HARMLESS:
            return read_here(source, self._outlets)
        answer = self._ask(Request(source, self._outlets))
        if answer.code:
            raise IntakeError(answer.code, unpack_text(answer.message), unpack_text(answer.hint))
        return list(answer.documents)

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        process.wait()

    def _ask(self, request: Request) -> Answer:
        process = self._started()
        assert process.stdin is not None
        try:
            send(process.stdin, request)
            return self._answer(process)
        except TimeoutError:
            self.close()
            raise IntakeError(
                "too-slow",
                msg(
                    "reading it was given up after {seconds} seconds", seconds=round(self._seconds)
                ),
            ) from None
        except (OSError, EOFError, msgspec.DecodeError):
            self.close()
            raise IntakeError("damaged", msg("it is damaged: what reads it crashed")) from None

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = start_worker("tui.intake.worker")
        return self._process

    def _answer(self, process: subprocess.Popen[bytes]) -> Answer:
        end = time.monotonic() + self._seconds
        head = self._received(process, 4, end)
        data = self._received(process, int.from_bytes(head, "big"), end)
        return msgspec.msgpack.decode(data, type=Answer)

    def _received(self, process: subprocess.Popen[bytes], size: int, end: float) -> bytes:
        """So many bytes of the answer.

        Raises:
            TimeoutError: If they do not come in time.
            EOFError: If the process ended.
        """
        assert process.stdout is not None
        descriptor = process.stdout.fileno()
        data = bytearray()
        while len(data) < size:
            left = end - time.monotonic()
            if left <= 0 or not select.select([descriptor], [], [], left)[0]:
                raise TimeoutError
            chunk = os.read(descriptor, min(_CHUNK, size - len(data)))
            if not chunk:
                raise EOFError
            data += chunk
        return bytes(data)
