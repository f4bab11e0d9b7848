"""The process that prepares a corpus, as the one that shows the corpus sees it.

It only fills the cache. So whatever becomes of it, nothing is lost: who waited for it looks into
the cache and does here what is not there.
"""

from __future__ import annotations

import contextlib
import threading
import weakref
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

import msgspec

from tui.platform.diagnostics import LOG
from tui.platform.worker_process import receive, start_worker
from tui.session.preparing.messages import CorpusKept, Message, Progress

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

    from tui.model.task import Task

_MODULE = "tui.session.preparing.worker"
_TURN = 0.05
"""Seconds after which somebody who waits for a message is asked whether they still want it."""


class PreparingProcess:
    """Prepares one corpus; ends with the last reference to it at the latest.

    Attributes:
        key: The name of the corpus that the process has read, see `corpus_key`; empty before.
    """

    def __init__(self, path: Path, cache: Path) -> None:
        """Name a corpus and the cache; nothing is started yet."""
        self._path, self._cache = path, cache
        self._process: subprocess.Popen[bytes] | None = None
        self._started = False
        self._messages: SimpleQueue[Message | None] = SimpleQueue()
        self.key = ""

    def start(self) -> None:
        """Let it begin; a system that starts no process is one where it has ended already."""
        self._started = True
        try:
            process = start_worker(_MODULE, self._path, self._cache)
        except OSError as error:
            LOG.info("no process to prepare the corpus: %s", error)
            self._messages.put(None)
            return
        self._process = process
        weakref.finalize(self, _end, process)
        threading.Thread(
            target=_listen, args=(process, self._messages), name="preparing", daemon=True
        ).start()

    @property
    def started(self) -> bool:
        """Whether it was let begin, whatever has become of it."""
        return self._started

    @property
    def pid(self) -> int | None:
        """The id of the process; `None` before it is started."""
        return self._process.pid if self._process is not None else None

    @property
    def ended(self) -> bool:
        """Whether it does nothing any more, or never did."""
        return self._process is None or self._process.poll() is not None

    def wait_until_read(self, task: Task) -> None:
        """Wait until the cache has the corpus, or never will by this process.

        Raises:
            CancelledError: If nobody waits any more.
        """
        for message in self.messages(task):
            if isinstance(message, CorpusKept):
                self.key = message.key
                return

    def messages(self, task: Task) -> Iterator[Message]:
        """What it tells until it ends, but for its progress, which is that of the task.

        Raises:
            CancelledError: If nobody waits any more.
        """
        while True:
            task.check()
            try:
                message = self._messages.get(timeout=_TURN)
            except Empty:
                continue
            if message is None:
                self._messages.put(None)
                code = self._process.wait() if self._process is not None else None
                LOG.info("the process that prepares the corpus has ended with %s", code)
                return
            if isinstance(message, Progress):
                task.report(message.step, message.done, message.total)
            else:
                yield message

    def end(self) -> None:
        """End it, whatever it is at."""
        if self._process is not None:
            _end(self._process)


def _listen(process: subprocess.Popen[bytes], messages: SimpleQueue[Message | None]) -> None:
    """Hand on what a process tells; `None` stands for its end."""
    assert process.stdout is not None
    decode = msgspec.msgpack.Decoder(Message).decode
    with process.stdout, contextlib.suppress(OSError, msgspec.DecodeError):
        while (message := receive(process.stdout)) is not None:
            messages.put(decode(message))
    messages.put(None)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.kill()
    process.wait()
    if process.stdin is not None:
        with contextlib.suppress(OSError):
            process.stdin.close()
