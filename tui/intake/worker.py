"""The process that reads what may hang or crash: `python -m tui.intake.worker`.

Requests come on standard input and answers go to standard output, each a length of four bytes and
MessagePack. Whatever a library prints goes to standard error. The process may take only so much
memory; its parent ends it when it takes too long.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

import msgspec

from tui.intake.document import Document, IntakeError
from tui.intake.limits import READING_MEMORY
from tui.intake.reader import Source, read_here

if TYPE_CHECKING:
    from typing import IO


class Request(msgspec.Struct, frozen=True):
    """One source to read."""

    source: Source
    outlets: tuple[str, ...] = ()


class Answer(msgspec.Struct, frozen=True):
    """What was read, or why nothing could be; `code` is empty when all is well."""

    documents: tuple[Document, ...] = ()
    code: str = ""
    message: str = ""
    hint: str = ""


def send(stream: IO[bytes], value: Request | Answer) -> None:
    """Write a message.

    Raises:
        OSError: If the other side is gone.
    """
    data = msgspec.msgpack.encode(value)
    stream.write(len(data).to_bytes(4, "big"))
    stream.write(data)
    stream.flush()


def answer_to(request: Request) -> Answer:
    """Read what is asked for, whatever happens on the way."""
    try:
        return Answer(tuple(read_here(request.source, request.outlets)))
    except IntakeError as error:
        return Answer((), error.code, error.message, error.hint)
    except MemoryError:
        return Answer((), "too-large", "reading it takes more memory than a document is worth")
    except RecursionError:
        return Answer((), "damaged", "it is nested more deeply than any document")
    except Exception as error:
        return Answer((), "damaged", f"it cannot be read: {type(error).__name__}")


def main() -> None:
    """Answer requests until the parent closes the pipe."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit_memory()
    decoder = msgspec.msgpack.Decoder(Request)
    source = sys.stdin.buffer
    while len(head := source.read(4)) == 4:
        request = decoder.decode(source.read(int.from_bytes(head, "big")))
        send(answers, answer_to(request))


def _limit_memory() -> None:
    """Bound the address space, where the system can."""
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (READING_MEMORY, READING_MEMORY))
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
