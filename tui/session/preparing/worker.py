"""The process that prepares a corpus: `python -m tui.session.preparing.worker FILE CACHE`.

It reads the corpus, builds its index and proves its records, all of which it leaves in the cache.
It ends when it is done, or when its parent does: the parent holds the other end of its standard
input, which the system closes however that one ends.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from tui.model.messages import plain_text
from tui.model.task import Task
from tui.platform.worker_process import own_output, send
from tui.proof.results.fingerprints import corpus_key
from tui.session.file_session import FileSession
from tui.session.preparing.messages import (
    CorpusKept,
    IndexKept,
    Progress,
    ProofsKept,
    ProvedSince,
)

if TYPE_CHECKING:
    from typing import IO

    from tui.session.preparing.messages import Message

_PAUSE = 0.1
"""Seconds between two messages of one step: more often nobody reads them."""


class Preparing:
    """Prepares one corpus and tells how far that is."""

    def __init__(self, path: Path, cache: Path, stream: IO[bytes]) -> None:
        self._path, self._cache, self._stream = path, cache, stream
        self._session: FileSession | None = None
        self._step, self._told_at, self._told = "", 0.0, 0

    def run(self) -> None:
        """Do all of it.

        Raises:
            OSError: If nobody listens any more.
        """
        task = Task(self._progress)
        session = FileSession.open(self._path, cache=self._cache, task=task)
        self._send(CorpusKept(corpus_key(session.loaded.digest, session.corpus)))
        session.build_index(task)
        self._send(IndexKept())
        self._session = session
        session.prove(task)
        self._send(ProofsKept())

    def _progress(self, step: str, done: int, total: int) -> None:
        now = monotonic()
        if step == self._step and done < total and now - self._told_at < _PAUSE:
            return
        self._step, self._told_at = step, now
        if self._session is not None:
            proofs = self._session.proofs
            states = dict(islice(proofs.known_states().items(), self._told, None))
            self._told += len(states)
            self._send(ProvedSince(states, dict(proofs.counts())))
        self._send(Progress(plain_text(step), done, total))

    def _send(self, message: Message) -> None:
        send(self._stream, message)


def _end_with_parent() -> None:
    """End this process as soon as its parent has ended, or wants it to.

    Nothing has to be put in order: the cache replaces files whole.
    """
    # Not by `sys.stdin`, whose lock Python would wait for when this process ends by itself.
    while os.read(0, 1):
        pass
    os._exit(0)


def main() -> None:
    """Prepare the corpus that is named on the command line."""
    path, cache = sys.argv[1:]
    messages = own_output()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with contextlib.suppress(OSError):
        Preparing(Path(path), Path(cache), messages).run()


if __name__ == "__main__":
    main()
