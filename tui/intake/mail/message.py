"""Reading a mail: its readable part, decoded, without what it quotes and its signature."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import compat32
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING

from tui.intake.document import Document, IntakeError, nothing_readable
from tui.intake.limits import MAX_ITEMS
from tui.intake.mail.threads import forwarded_headers, own_part
from tui.intake.plain.wraps import unwrapped
from tui.intake.text.charset import declared_charset, decode
from tui.intake.text.language_guess import guess_language
from tui.intake.web.page import parse_html
from tui.intake.web.rendering import QUOTED, visible_blocks
from tui.model.messages import msg

if TYPE_CHECKING:
    from email.message import Message

_STUB = 0.3
"""A plain part with fewer letters than this share of the HTML part says "see the HTML part"."""
_ENVELOPE = re.compile(rb"^From [^\r\n]*\r?\n(?=[A-Za-z][A-Za-z0-9-]*:)", re.MULTILINE)
_ESCAPED_FROM = re.compile(r"^>(>*From )", re.MULTILINE)
_PREFIX = re.compile(
    r"^(?:(?:re|fwd?|tr|wg|aw|sv|vs|rv|enc|réf|ref|i)\s?:\s*)+(?=\S)", re.IGNORECASE
)
"""What mailers put before the subject of an answer or of a forwarded mail, in many languages."""
_ANSWERS = re.compile(
    r"^(?:re|aw|antw|sv|rép|rif|odp|vá|回复|答复)\s?(?:\[\d+\])?\s?:", re.IGNORECASE
)
_WORD = re.compile(r"=\?[^?\s]+\?[bBqQ]\?[^?]*\?=")


def read_mail(data: bytes) -> Document:
    """Read one mail.

    Raises:
        IntakeError: If there is nothing readable in it, or it is encrypted.
    """
    return _read(message_from_bytes(data, policy=compat32))


def read_mailbox(data: bytes) -> list[Document]:
    """Read the mails of a mailbox (`mbox`), in their order; those without text are left out.

    Raises:
        IntakeError: If none has text, or there are more than can be meant.
    """
    starts = [match.end() for match in _ENVELOPE.finditer(data)]
    if len(starts) > MAX_ITEMS:
        raise IntakeError("too-large", msg("this mailbox holds {count} mails", count=len(starts)))
    begins = [match.start() for match in _ENVELOPE.finditer(data)][1:]
    documents = []
    for start, end in zip(starts, [*begins, len(data)], strict=True):
        try:
            document = read_mail(data[start:end])
        except IntakeError:
            continue
        text = _ESCAPED_FROM.sub(r"\1", document.text)
        documents.append(_with_text(document, text))
    if not documents:
        raise nothing_readable(msg("this mailbox"))
    return documents


def _with_text(document: Document, text: str) -> Document:
    from msgspec.structs import replace

    return document if text == document.text else replace(document, text=text)


def _read(message: Message) -> Document:
    if message.get_content_type() in ("multipart/encrypted", "application/pkcs7-mime"):
        raise IntakeError(
            "encrypted", msg("this mail is encrypted"), msg("Save its text from your mailer.")
        )
    notes: list[str] = []
    text = _readable(message, notes)
    if not text.strip():
        raise nothing_readable(msg("this mail"))
    subject = _header(message, "Subject")
    own = own_part(text, answers=_ANSWERS.match(subject) is not None)
    notes += own.notes
    name, address = parseaddr(_header(message, "From"))
    listed = _header(message, "List-Id") or _header(message, "List-Unsubscribe")
    forwarded = forwarded_headers(text)
    return Document(
        own.text,
        _PREFIX.sub("", subject),
        forwarded.published or _day(message),
        "" if listed else forwarded.author or name or address,
        name or address.rpartition("@")[2] if listed else "",
        guess_language(own.text),
        notes=tuple(notes),
    )


def _header(message: Message, name: str) -> str:
    """A header, decoded from the forms of RFC 2047 and from bytes that nobody announced."""
    value = message.get(name)
    if value is None:
        return ""
    raw = str(value)
    try:
        if _WORD.search(raw):
            # Some mailers part a word of RFC 2047 within quotation marks, which hides it.
            raw = str(make_header(decode_header(raw.replace('"=?', "=?").replace('?="', "?="))))
        elif any("\udc80" <= letter <= "\udcff" or letter == "�" for letter in raw):
            raw = decode(raw.encode("ascii", "surrogateescape")).text
        elif not raw.isascii() or not isinstance(value, str):
            data = _header_bytes(value)
            raw = decode(data).text if data else raw
    except (LookupError, ValueError):
        pass
    return " ".join(raw.split())


def _header_bytes(value: object) -> bytes:
    """The bytes of a header that holds letters beyond ASCII as they came."""
    chunks = getattr(value, "_chunks", None)
    if not chunks:
        return b""
    return "".join(text for text, _ in chunks).encode("ascii", "surrogateescape")


def _day(message: Message) -> str:
    """The day on which it was sent, as it was where the sender is."""
    for name in ("Date", "Resent-Date", "Delivery-Date"):
        try:
            return parsedate_to_datetime(_header(message, name)).date().isoformat()
        except (ValueError, TypeError, IndexError):
            continue
    return ""


def _readable(message: Message, notes: list[str]) -> str:
    """The text of a mail: its plain part, or its HTML part where that says more."""
    plain: list[str] = []
    rich: list[str] = []
    attached: list[str] = []
    for part in message.walk():
        kind = part.get_content_type()
        if part.is_multipart():
            continue
        if part.get_content_disposition() == "attachment":
            attached.append(part.get_filename() or kind)
        elif kind == "text/plain":
            plain.append(_plain_text(part, notes))
        elif kind == "text/html":
            rich.append(_rich_text(part, notes))
        elif part.get_filename():
            attached.append(part.get_filename() or kind)
    if attached:
        words = ", ".join(" ".join(_decoded(name).split()) for name in attached[:5])
        notes.append(f"attached, not read: {words}{' …' if len(attached) > 5 else ''}")
    text, other = "\n\n".join(filter(None, plain)), "\n\n".join(filter(None, rich))
    if not text or (other and _letters(text) < _STUB * _letters(other)):
        return other or text
    return text


def _decoded(name: str) -> str:
    try:
        return str(make_header(decode_header(name)))
    except (LookupError, ValueError):
        return name


def _letters(text: str) -> int:
    return sum(1 for letter in text if letter.isalnum())


def _payload(part: Message, notes: list[str], *inside: str) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    decoded = decode(data, part.get_content_charset() or "", *inside)
    if decoded.note:
        notes.append(decoded.note)
    return decoded.text.replace("\r\n", "\n").replace("\r", "\n")


def _plain_text(part: Message, notes: list[str]) -> str:
    text = _payload(part, notes)
    if part.get_param("format") == "flowed":
        return _flowed(text, delete_space=part.get_param("delsp") == "yes")
    return unwrapped(text).text


def _flowed(text: str, *, delete_space: bool) -> str:
    """The paragraphs of `format=flowed` (RFC 3676): a line that ends with a space goes on."""
    lines: list[str] = []
    goes_on = False
    depth = 0
    for line in text.split("\n"):
        quoted = len(line) - len(line.lstrip(">"))
        body = line[quoted:].removeprefix(" ")
        if goes_on and quoted == depth and body.rstrip() != "--":
            lines[-1] += body
        else:
            lines.append("> " * bool(quoted) + body)
        depth = quoted
        goes_on = body.endswith(" ") and body != "-- "
        if goes_on and delete_space:
            lines[-1] = lines[-1][:-1]
    return "\n".join(line if line == "-- " else line.rstrip() for line in lines)


def _rich_text(part: Message, notes: list[str]) -> str:
    data = part.get_payload(decode=True)
    inside = declared_charset(data) if isinstance(data, bytes) else ""
    source = _payload(part, notes, inside)
    tree = parse_html(source) if source.strip() else None
    if tree is None:
        return ""
    blocks = []
    for block in visible_blocks(tree):
        if block.startswith(QUOTED):
            lines = block.replace(QUOTED, "").split("\n")
            blocks.append("\n".join(f"> {line}" if line else ">" for line in lines))
        else:
            blocks.append(block.replace(QUOTED, ""))
    return "\n\n".join(blocks)
