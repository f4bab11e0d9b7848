"""A page saved as one file (`.mhtml`): the HTML part of a mail that was never sent."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default as policy
from typing import TYPE_CHECKING

from tui.intake.document import IntakeError
from tui.intake.web.page import read_page
from tui.model.messages import msg

if TYPE_CHECKING:
    from tui.intake.document import Document


def read_mhtml(data: bytes, *, url: str = "") -> Document:
    """Read the article of an archived page.

    Raises:
        IntakeError: If it holds no page, or there is no article in it.
    """
    message = message_from_bytes(data, policy=policy)
    address = str(message.get("Snapshot-Content-Location") or "").strip()
    for part in message.walk():
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            place = address or str(part.get("Content-Location") or "").strip()
            place = place if place.startswith(("http://", "https://")) else ""
            return read_page(payload, url=url or place, charset=part.get_content_charset() or "")
    raise IntakeError(
        "damaged", msg("this archive of a page holds no page"), msg("Save it again as HTML.")
    )
