"""A module of the program that runs in a process of its own, and the messages between the two.

Messages are MessagePack, each behind its length in four bytes, on the standard input and output of
the process. What a library prints there goes to standard error instead.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEAD = 4
"""Bytes in which the length of a message stands."""


def start_worker(module: str, *arguments: str | Path) -> subprocess.Popen[bytes]:
    """Run a module in a process of its own, which no key of the terminal interrupts.

    Raises:
        OSError: If the system starts no process.
    """
    # -P: no module of the folder that the user happens to be in is loaded.
    return subprocess.Popen(  # noqa: S603 (this program itself)
        [sys.executable, "-P", "-m", module, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": _module_path(os.environ)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip


def _module_path(environ: Mapping[str, str]) -> str:
    """Where the process finds this program, installed or not, besides where others are found."""
    root = str(Path(__file__).resolve().parents[2])
    return os.pathsep.join(filter(None, (root, environ.get("PYTHONPATH"))))


def own_output() -> IO[bytes]:
    """The standard output of this process, for messages alone: prints go to standard error."""
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return output


def send(stream: IO[bytes], message: msgspec.Struct) -> None:
    """Write a message.

    Raises:
        OSError: If the other side is gone.
    """
    data = msgspec.msgpack.encode(message)
    stream.write(len(data).to_bytes(_HEAD, "big"))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message, still encoded; `None` when the other side is gone, maybe in its middle."""
    head = stream.read(_HEAD)
    if len(head) < _HEAD:
        return None
    size = int.from_bytes(head, "big")
    data = stream.read(size)
    return data if len(data) == size else None
