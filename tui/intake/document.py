"""What is read out of a source: the clean text of one article and what is known about it."""

from __future__ import annotations

import msgspec

from tui.model.messages import msg


class Document(msgspec.Struct, frozen=True, omit_defaults=True):
    """One article as it would be taken into a corpus.

    Attributes:
        text: The readable text: paragraphs apart by an empty line, the rows of a table on lines of
            their own, no boilerplate.
        title: The headline; empty where none was found.
        published: When it appeared, in EDTF; empty where that is unknown.
        author: Who wrote it, several names joined by commas.
        publisher: Who published it.
        language: ISO 639-1 code; empty where it could not be told.
        url: Where it can be found on the web.
        pages: Where each page of the original begins in `text`, in code points; empty where the
            original has no pages.
        notes: What the reader should know: a guessed encoding, notes and threads marked.
    """

    text: str
    title: str = ""
    published: str = ""
    author: str = ""
    publisher: str = ""
    language: str = ""
    url: str = ""
    pages: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


class IntakeError(Exception):
    """A source that cannot be taken in.

    Attributes:
        code: Stable name of the defect: `encrypted`, `scanned`, `damaged`, `empty`, `too-large`,
            `too-slow`, `unknown-kind`, `missing-extra`, `unreachable`, `private-address` ….
        message: What is wrong, in the user's words.
        hint: What to do about it; may be empty.
    """

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(msg("{problem}. {hint}", problem=message, hint=hint) if hint else message)
        self.code, self.message, self.hint = code, message, hint


def nothing_readable(what: str) -> IntakeError:
    """The error for a source whose text is empty."""
    return IntakeError("empty", msg("there is no text in {what}", what=what))
