"""What kind of document some bytes are: told by the content, whatever the file is called."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Literal, TypeAlias

from tui.intake.limits import MAX_MEMBERS
from tui.model.messages import msg

Kind: TypeAlias = Literal[
    "text", "markdown", "html", "mhtml", "feed", "mail", "mailbox", "pdf", "docx", "odt", "rtf"
]

_HEAD = 4096
"""Bytes that are looked at; everything that tells a kind stands near the start."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", msg("a PNG image")),
    (b"\xff\xd8\xff", msg("a JPEG image")),
    (b"GIF8", msg("a GIF image")),
    (b"II*\0", msg("a TIFF image")),
    (b"MM\0*", msg("a TIFF image")),
    (b"BM", msg("a bitmap image")),
    (b"\x1f\x8b", msg("a gzip archive")),
    (b"BZh", msg("a bzip2 archive")),
    (b"7z\xbc\xaf", msg("a 7-Zip archive")),
    (b"\xfd7zXZ", msg("an xz archive")),
    (b"Rar!", msg("a RAR archive")),
    (b"\x7fELF", msg("a program")),
    (b"MZ", msg("a program")),
    (b"ID3", msg("a sound file")),
    (b"OggS", msg("a sound or video file")),
    (b"%!PS", msg("a PostScript file")),
    (b"SQLite format 3", msg("a database")),
)
"""What is no document, and what to call it; `BM` and `MZ` count only before binary data."""
_SHORT = (b"BM", b"MZ")

_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]?[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n")
_MAIL_HEADERS = frozenset(
    b"from to cc subject date received return-path delivered-to message-id mime-version "
    b"content-type content-transfer-encoding reply-to sender x-mailer user-agent list-id "
    b"in-reply-to references dkim-signature snapshot-content-location".split()
)
_MAILBOX = re.compile(rb"From [^\r\n]{3,200}\d{4}[^\r\n]*\r?\n(?=[A-Za-z][A-Za-z-]*:)")
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b[^>]*>", re.IGNORECASE)
_HTML = re.compile(rb"<!doctype\s+html|<(?:html|head|body)[\s>]", re.IGNORECASE)
_TAGS = re.compile(rb"<(?:p|div|h[1-6]|table|article|span|br|ul)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_CLOSED = re.compile(rb"</(?:p|div|h[1-6]|table|article|span|ul)>", re.IGNORECASE)
_MARKDOWN = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"(?<!!)\[[^\]\n]{1,200}\]\((?:https?:|/|#|\.)[^)\s]{0,500}\)"),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"(?<![*\w])\*\*\S[^*\n]{0,200}\*\*(?![*\w])"),
)
_FRONT_MATTER = re.compile(r"---\s*\n(?:[A-Za-z_-]+:.*\n)+?---\s*\n")


def kind_of(data: bytes, name: str = "") -> Kind | str:
    """The kind of a source.

    Args:
        data: Its bytes, not empty.
        name: What the file is called; only tells Markdown from plain text where that is open.

    Returns:
        A `Kind`, or words for what is no document, such as "a PNG image".
    """
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(b"PK\x03\x04"):
        return _kind_of_archive(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _kind_of_compound_file(data)
    for signature, words in _SIGNATURES:
        if data.startswith(signature) and (signature not in _SHORT or b"\0" in data[:64]):
            return words
    if data[4:8] == b"ftyp" or (data[:4] == b"RIFF" and data[8:12] in (b"WAVE", b"AVI ")):
        return msg("a sound or video file")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return msg("a WebP image")
    return _kind_of_text(head if b"\0" not in head else _narrowed(data), data, name)


def _narrowed(data: bytes) -> bytes:
    """The start of UTF-16 as ASCII, as far as it is."""
    return data[: 2 * _HEAD].removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"")


def _kind_of_archive(data: bytes) -> Kind | str:
    """Office documents are told by the names of their members and by what `mimetype` says."""
    names, declared = _members(data)
    if any(name.startswith("word/document") for name in names):
        return "docx"
    if "xl/workbook.xml" in names or "spreadsheet" in declared:
        return msg("a spreadsheet")
    if "ppt/presentation.xml" in names or "presentation" in declared:
        return msg("a presentation")
    if "epub" in declared:
        return msg("an e-book")
    return "odt" if "content.xml" in names else msg("a zip archive")


def _members(data: bytes) -> tuple[frozenset[str], str]:
    """The names of an archive's members, and what it says of itself; nothing for a damaged one.

    A damaged one is told by the names that stand in plain bytes before each member.
    """
    if data.count(b"PK\x01\x02") > MAX_MEMBERS:
        return frozenset(), ""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
            declared = b""
            if "mimetype" in names and archive.getinfo("mimetype").file_size < _HEAD:
                declared = archive.read("mimetype")
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError):
        seen = re.findall(rb"PK\x03\x04.{22}(..)..([\w./-]{3,60})", data[: 64 * _HEAD], re.DOTALL)
        names = frozenset(
            name[: int.from_bytes(size, "little")].decode("ascii", "ignore") for size, name in seen
        )
        declared = data[30:200]
    return names, declared.decode("ascii", "ignore")


def _kind_of_compound_file(data: bytes) -> str:
    """The container of Office 97, in which encrypted newer documents are wrapped too."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return msg("an encrypted Office document")
    if "WordDocument".encode("utf-16-le") in data:
        return msg("a Word document of 1997–2003")
    if "Workbook".encode("utf-16-le") in data:
        return msg("an Excel workbook of 1997–2003")
    if "__substg1.0_".encode("utf-16-le") in data:
        return msg("a message of Outlook (.msg)")
    return msg("an Office file of 1997–2003")


def _kind_of_text(head: bytes, data: bytes, name: str) -> Kind | str:
    head = head.lstrip()
    if _MAILBOX.match(head):
        return "mailbox"
    if _is_mail(head):
        related = re.search(rb"content-type:\s*multipart/related", head, re.IGNORECASE)
        saved = b"Snapshot-Content-Location" in head or b"<Saved by" in head
        return "mhtml" if saved or (related and b"text/html" in head.lower()) else "mail"
    start = head[:2048]
    if _FEED.search(start) and not _HTML.search(start):
        return "feed"
    if _HTML.search(head) or (
        len(_TAGS.findall(data[: 16 * _HEAD])) > 2 and len(_CLOSED.findall(data[: 16 * _HEAD])) > 1
    ):
        return "html"
    text = (
        data[: 16 * _HEAD].decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    )
    if _FRONT_MATTER.match(text.lstrip()):
        return "markdown"
    signs = sum(1 for sign in _MARKDOWN if sign.search(text))
    if signs > 1 or (signs and name.lower().endswith((".md", ".markdown", ".mdown"))):
        return "markdown"
    return "text"


def _is_mail(head: bytes) -> bool:
    """Whether it begins with headers, three of mail among them or two and an empty line."""
    at, known, seen = 0, 0, 0
    while seen < 40 and (found := _HEADER.match(head, at)):
        seen += 1
        known += head[at : head.index(b":", at)].lower() in _MAIL_HEADERS
        at = found.end()
    blank = head[at : at + 2] in (b"\r\n",) or head[at : at + 1] == b"\n"
    return known > 2 or (known == 2 and seen < 8 and (blank or at >= len(head)))
