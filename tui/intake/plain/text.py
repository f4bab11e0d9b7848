"""Plain texts: their encoding, their paragraphs, and what their first lines say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.intake.document import Document, nothing_readable
from tui.intake.plain.wraps import unwrapped
from tui.intake.text.charset import decode
from tui.intake.text.headlines import read_headlines
from tui.intake.text.language_guess import guess_language
from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterable


def read_text(data: bytes, outlets: Iterable[str] = ()) -> Document:
    """Read a plain text; its paragraphs are put on one line each where a program wrapped them.

    Args:
        data: The bytes of the file.
        outlets: Names of publishers that are known besides the usual ones.

    Raises:
        IntakeError: If there is no text in it.
    """
    decoded = decode(data)
    if not decoded.text.strip():
        raise nothing_readable(msg("this file"))
    mended = unwrapped(decoded.text)
    notes = [decoded.note] if decoded.note else []
    if mended.width:
        notes.append(f"its lines were wrapped at {mended.width} columns; paragraphs were joined")
    text = mended.text.replace("\0", "")
    language = guess_language(text)
    head = read_headlines(text, language, outlets)
    return Document(
        text, head.title, head.published, head.author, head.publisher, language, notes=tuple(notes)
    )
