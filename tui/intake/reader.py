"""Reading a source of any kind: its content decides how, not its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tui.intake.document import Document, IntakeError
from tui.intake.kinds import kind_of
from tui.intake.limits import MAX_SOURCE, MAX_TEXT
from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Callable

_HINTS = {
    "a spreadsheet": msg("Bring its records in with `dealtui import`."),
    "a Word document of 1997–2003": msg("Save it as .docx."),
    "an Excel workbook of 1997–2003": msg("Save it as .xlsx, and use `dealtui import`."),
    "an Office file of 1997–2003": msg("Save it in a format of today."),
    "a zip archive": msg("Unpack it first."),
    "a gzip archive": msg("Unpack it first."),
    "a message of Outlook (.msg)": msg("Save it as .eml."),
    "an e-book": msg("Save it as HTML or text."),
    "a presentation": msg("Save it as PDF."),
}


class Source(msgspec.Struct, frozen=True):
    """Bytes to read, and what is known about where they come from.

    Attributes:
        data: The bytes.
        name: What the file is called; the last part of the address of a page.
        url: The address of a page, after redirects; empty for what comes from no web server.
        charset: The encoding that a server named.
        retrieved: The day on which a page was fetched, ISO 8601; empty for what was not fetched.
    """

    data: bytes
    name: str = ""
    url: str = ""
    charset: str = ""
    retrieved: str = ""


def read_here(source: Source, outlets: tuple[str, ...] = ()) -> list[Document]:
    """Read a source in this process; what may hang or crash belongs into one of its own.

    Args:
        source: What to read.
        outlets: Names of publishers that are known besides the usual ones.

    Raises:
        IntakeError: If it is encrypted, scanned, damaged, empty, too large, or no document.
    """
    if len(source.data) > MAX_SOURCE:
        raise IntakeError("too-large", msg("it is larger than {size} MB", size=MAX_SOURCE >> 20))
    if not source.data.strip(b"\0\t\n\r \xef\xbb\xbf"):
        raise IntakeError("empty", msg("it is empty: there is no text in it"))
    kind = kind_of(source.data, source.name)
    reader = _readers().get(kind)
    if reader is None:
        code = "encrypted" if "encrypted" in kind else "unknown-kind"
        raise IntakeError(
            code, msg("it is {kind}, not an article", kind=kind), _HINTS.get(kind, "")
        )
    documents = reader(source, outlets)
    for document in documents:
        if len(document.text) > MAX_TEXT:
            raise IntakeError("too-large", msg("it holds more text than any article"))
    return documents


def _readers() -> dict[str, Callable[[Source, tuple[str, ...]], list[Document]]]:
    """How each kind is read; a reader is loaded when it is first used."""
    return {
        "text": _text, "markdown": _markdown, "html": _html, "mhtml": _mhtml, "feed": _feed,
        "mail": _mail, "mailbox": _mailbox, "pdf": _pdf, "docx": _docx, "odt": _odt, "rtf": _rtf,
    }  # fmt: skip


def _text(source: Source, outlets: tuple[str, ...]) -> list[Document]:
    from tui.intake.plain.text import read_text

    _check_size(source)
    if _is_binary(source.data):
        raise IntakeError("unknown-kind", msg("it is no text: it holds binary data"))
    return [read_text(source.data, outlets)]


def _check_size(source: Source) -> None:
    """Refuse a text that is larger than any article before anything is done with it."""
    if len(source.data) > 2 * MAX_TEXT:
        raise IntakeError("too-large", msg("it holds more text than any article"))


def _is_binary(data: bytes) -> bool:
    """Whether bytes are neither text of one byte a sign nor UTF-16."""
    head = data[:8192]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    nothings = head.count(0)
    controls = sum(head.count(code) for code in (*range(1, 9), 11, *range(14, 32), 127))
    wide = nothings > 0.3 * len(head) and (head[::2].count(0) == 0 or head[1::2].count(0) == 0)
    return (bool(nothings) and not wide) or controls > max(16, 0.05 * len(head))


def _markdown(source: Source, outlets: tuple[str, ...]) -> list[Document]:
    from tui.intake.plain.markdown import read_markdown

    _check_size(source)
    return [read_markdown(source.data, outlets)]


def _html(source: Source, outlets: tuple[str, ...]) -> list[Document]:
    from tui.intake.web.page import read_page

    return [read_page(source.data, url=source.url, charset=source.charset)]


def _mhtml(source: Source, outlets: tuple[str, ...]) -> list[Document]:
    from tui.intake.web.mhtml import read_mhtml

    return [read_mhtml(source.data, url=source.url)]


def _feed(source: Source, outlets: tuple[str, ...]) -> list[Document]:
    from tui.intake.web.feed import read_feed

    return read_feed(source.data)


def _mail(source: Source, outlets: tuple[str, ...]) -> list[Document]:
    from tui.intake.mail.message import read_mail

    return [read_mail(source.data)]


def _mailbox(source: Source, outlets: tuple[str, ...]) -> list[Document]:
    from tui.intake.mail.message import read_mailbox

    return read_mailbox(source.data)


def _pdf(source: Source, outlets: tuple[str, ...]) -> list[Document]:
    from tui.intake.pdf.reader import read_pdf

    return [read_pdf(source.data)]


def _docx(source: Source, outlets: tuple[str, ...]) -> list[Document]:
    from tui.intake.office.word import read_word

    return [read_word(source.data)]


def _odt(source: Source, outlets: tuple[str, ...]) -> list[Document]:
    from tui.intake.office.opendocument import read_opendocument

    return [read_opendocument(source.data)]


def _rtf(source: Source, outlets: tuple[str, ...]) -> list[Document]:
    from tui.intake.office.rich_text import read_rich_text

    return [read_rich_text(source.data)]
