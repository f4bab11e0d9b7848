"""The process that reads what may hang or crash: `python -m tui.intake.worker`.

Requests come on standard input and answers go to standard output. The process may take only so much
memory; its parent ends it when it takes too long.
"""

from __future__ import annotations

import contextlib
import sys

import msgspec

from tui.intake.document import Document, IntakeError
from tui.intake.limits import READING_MEMORY
from tui.intake.reader import Source, read_here
from tui.model.messages import msg, pack_text
from tui.platform.worker_process import own_output, receive, send


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


def answer_to(request: Request) -> Answer:
    """Read what is asked for, whatever happens on the way."""
    try:
        return Answer(tuple(read_here(request.source, request.outlets)))
    except IntakeError as error:
        return Answer((), error.code, pack_text(error.message), pack_text(error.hint))
    except MemoryError:
        return Answer(
            (), "too-large", pack_text(msg("reading it takes more memory than a document is worth"))
        )
    except RecursionError:
        return Answer((), "damaged", pack_text(msg("it is nested more deeply than any document")))
    except Exception as error:
        return Answer(
            (),
            "damaged",
            pack_text(msg("it cannot be read: {reason}", reason=type(error).__name__)),
        )


def main() -> None:
    """Answer requests until the parent closes the pipe."""
    answers = own_output()
    _limit_memory()
    decoder = msgspec.msgpack.Decoder(Request)
    while (message := receive(sys.stdin.buffer)) is not None:
        send(answers, answer_to(decoder.decode(message)))


def _limit_memory() -> None:
    """Bound the address space, where the system can."""
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (READING_MEMORY, READING_MEMORY))
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
