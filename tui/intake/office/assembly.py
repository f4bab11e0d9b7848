"""From the paragraphs of a word processor's document to a document of the corpus."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.intake.document import Document, nothing_readable
from tui.intake.text.dates_written import day_of
from tui.intake.text.headlines import read_headlines
from tui.intake.text.language_guess import guess_language
from tui.intake.web.authors import names_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FILE_NAME = re.compile(
    r"\.(?:docx?|odt|rtf|pdf|txt|indd|tex|html?)$|^(?:microsoft word|untitled|sans titre"
    r"|document\d*|"
    r"dokument\d*|unbenannt|sin título|normal|template|page title|title|powerpoint|layout \d)",
    re.IGNORECASE,
)


def is_title(text: str) -> bool:
    """Whether a title in a file's properties is one, not the name of a file or a template."""
    return len(text.strip()) > 3 and not _FILE_NAME.search(text.strip())


def assemble(
    what: str,
    paragraphs: Sequence[str],
    headline: str,
    properties: Mapping[str, str],
    notes: Sequence[str] = (),
) -> Document:
    """Put a document together.

    Args:
        what: What was read, for messages.
        paragraphs: Its paragraphs, table rows joined by line breaks.
        headline: Its first paragraph in a style of titles; empty where it has none.
        properties: `title`, `author`, `date` and `language` of the file; each may be missing.
        notes: What the reader should know.

    Raises:
        IntakeError: If there is no text in it.
    """
    text = "\n\n".join(paragraphs)
    if not text.strip():
        raise nothing_readable(what)
    language = guess_language(text) or properties.get("language", "")[:2].lower()
    head = read_headlines(text, language)
    stated = properties.get("title", "").strip()
    title = headline or (stated if is_title(stated) else "") or head.title
    published = head.published
    if not published and (published := day_of(properties.get("date", ""))):
        notes = (*notes, "dated by the file, not by its text")
    return Document(
        text, title, published, head.author or ", ".join(names_in([properties.get("author", "")])),
        head.publisher, language, notes=tuple(notes),
    )  # fmt: skip
