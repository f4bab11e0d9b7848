"""Reading a PDF: its text layer in reading order, page by page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.intake.document import Document, IntakeError, nothing_readable
from tui.intake.extra import load_extra
from tui.intake.limits import MAX_PAGES, MAX_TEXT
from tui.intake.office.assembly import is_title
from tui.intake.pdf.columns import in_reading_order
from tui.intake.pdf.fragments import fragments_of
from tui.intake.pdf.furniture import notes_of, without_furniture
from tui.intake.pdf.lines import PdfLine, lines_of
from tui.intake.pdf.paragraphs import PdfParagraph, body_size, paragraphs_of
from tui.intake.text.dates_written import day_of
from tui.intake.text.headlines import read_headlines
from tui.intake.text.hyphens import vocabulary
from tui.intake.text.language_guess import guess_language
from tui.intake.web.authors import names_in
from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FEW_LETTERS = 20
"""Letters on a page below which it has no text layer worth the name."""
_GARBLED = 0.3
"""Share of characters that stand for no letter in a text layer that cannot be read."""
_TITLE_SIZE = 1.15
"""A headline is set larger than the text by at least this factor."""
_LONGEST_TITLE = 250
_REFERENCE = re.compile("\x0f([^\x0f]*)\x0f")
_PASSWORD = 4
"""PDFium's error code for a document that needs a password."""


def read_pdf(data: bytes) -> Document:
    """Read a PDF.

    Raises:
        IntakeError: If it is encrypted, damaged, too large, empty, or pictures without text.
    """
    pdfium = load_extra("pypdfium2", msg("PDFs are read"))
    pdf = _opened(pdfium, data)
    try:
        count = len(pdf)
        if count == 0:
            raise IntakeError("damaged", msg("this PDF has no pages"))
        if count > MAX_PAGES:
            raise IntakeError(
                "too-large", msg("this PDF has {count} pages, more than are read", count=count)
            )
        info = _info(pdf)
        pages, heights, bare = _pages(pdf, pdfium)
    finally:
        pdf.close()
    letters = sum(len(line.text) for lines in pages for line in lines)
    if letters < _FEW_LETTERS * min(count, 3):
        if bare:
            raise IntakeError(
                "scanned", msg("this PDF is a scan: it holds pictures of text and no text"),
                msg("Run it through a text recognition (OCR) first."),
            )  # fmt: skip
        if not letters:
            raise nothing_readable(msg("this PDF"))
    if _is_garbled(pages):
        raise IntakeError(
            "scanned", msg("the letters of this PDF cannot be told: its fonts do not name them"),
            msg("Run it through a text recognition (OCR) first."),
        )  # fmt: skip
    return _document(pages, heights, bare, info)


def _opened(pdfium: Any, data: bytes) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise IntakeError(
                "encrypted", msg("this PDF is encrypted"), msg("Save it without a password.")
            ) from None
        raise IntakeError(
            "damaged", msg("this PDF is damaged"), msg("Save or print it again.")
        ) from None


def _info(pdf: Any) -> dict[str, str]:
    try:
        return {key: str(value).strip() for key, value in pdf.get_metadata_dict().items()}
    except Exception:
        return {}


def _pages(
    pdf: Any, pdfium: Any
) -> tuple[list[list[PdfLine]], list[tuple[float, float]], list[int]]:
    """The lines of each page, its lowest and highest y, and the pages that are pictures."""
    pages: list[list[PdfLine]] = []
    heights: list[tuple[float, float]] = []
    bare: list[int] = []
    for number in range(len(pdf)):
        try:
            page = pdf[number]
        except pdfium.PdfiumError:
            pages.append([])
            heights.append((0.0, 1.0))
            continue
        try:
            fragments = fragments_of(page, pdfium.raw)
            if sum(len(one.text) for one in fragments) < _FEW_LETTERS and _has_image(page, pdfium):
                bare.append(number)
        finally:
            page.close()
        lines: list[PdfLine] = []
        for region, part in enumerate(in_reading_order(fragments)):
            lines += lines_of(part, number, region)
        pages.append(lines)
        low = min((one.y0 for one in fragments), default=0.0)
        heights.append((low, max((one.y1 for one in fragments), default=1.0)))
    return pages, heights, bare


def _has_image(page: Any, pdfium: Any) -> bool:
    kinds = (pdfium.raw.FPDF_PAGEOBJ_IMAGE,)
    return next(iter(page.get_objects(filter=kinds, max_depth=4)), None) is not None


def _is_garbled(pages: Sequence[Sequence[PdfLine]]) -> bool:
    text = "".join(line.text for lines in pages[:5] for line in lines)
    odd = sum(1 for letter in text if letter == "�" or (ord(letter) < 32 and letter != "\x0f"))
    return odd > _GARBLED * max(1, len(text))


class _Placed(NamedTuple):
    """A text and where each page begins in it."""

    text: str
    starts: tuple[int, ...]


def _document(
    pages: list[list[PdfLine]],
    heights: Sequence[tuple[float, float]],
    bare: Sequence[int],
    info: dict[str, str],
) -> Document:
    without_furniture(pages, heights)
    size = body_size([line for lines in pages for line in lines])
    notes = [notes_of(lines, size, edge) for lines, edge in zip(pages, heights, strict=True)]
    _settle_references(pages, notes)
    lines = [line for page in pages for line in page]
    words = vocabulary(" ".join(line.text for line in lines))
    paragraphs = paragraphs_of(lines, words)
    placed = _placed(paragraphs, notes, len(pages))
    if len(placed.text) > MAX_TEXT:
        raise IntakeError("too-large", msg("this PDF holds more text than any article"))
    language = guess_language(placed.text)
    head = read_headlines(placed.text, language)
    title = _headline(paragraphs, size) or head.title
    stated = " ".join(info.get("Title", "").split())
    if is_title(stated) and (not title or _is_in(stated, placed.text[:3000])):
        title = stated
    published, remarks = head.published, []
    if not published and (published := _created(info)):
        remarks.append("dated by the file, not by its text")
    if bare:
        numbers = ", ".join(str(number + 1) for number in bare[:10])
        remarks.append(f"pictures without text on page {numbers}{' …' if len(bare) > 10 else ''}")
    return Document(
        placed.text, title, published, head.author or ", ".join(names_in([info.get("Author", "")])),
        head.publisher, language, pages=placed.starts, notes=tuple(remarks),
    )  # fmt: skip


def _created(info: dict[str, str]) -> str:
    return day_of(info.get("CreationDate", "").removeprefix("D:")[:8])


def _is_in(title: str, text: str) -> bool:
    """Whether most words of a title stand near the start of the text."""
    words = re.findall(r"\w{3,}", title.lower())
    seen = set(re.findall(r"\w{3,}", text.lower()))
    return bool(words) and sum(1 for word in words if word in seen) >= 0.7 * len(words)


def _headline(paragraphs: Sequence[PdfParagraph], size: float) -> str:
    """The largest paragraph of the first page, where it is larger than the text."""
    first = [one for one in paragraphs if one.page == 0 and not one.table]
    large = [
        one for one in first[:12]
        if one.size > _TITLE_SIZE * size and 8 <= len(one.text) <= _LONGEST_TITLE
    ]  # fmt: skip
    best = max(large, key=lambda one: one.size, default=None)
    return _REFERENCE.sub("", best.text) if best else ""


def _settle_references(
    pages: Sequence[Sequence[PdfLine]], notes: Sequence[list[tuple[str, str]]]
) -> None:
    """Take out the marks of references whose notes are there; others are exponents, and stay."""
    for lines, found in zip(pages, notes, strict=True):
        marks = {mark for mark, _ in found}
        for line in lines:
            line.text = _REFERENCE.sub(
                lambda match, marks=marks: "" if match[1].strip(",") in marks else match[1],  # type: ignore[misc] # a lambda with a default has no type of its own
                line.text,
            )


def _placed(
    paragraphs: Sequence[PdfParagraph], notes: Sequence[list[tuple[str, str]]], count: int
) -> _Placed:
    """The text with the notes of each page before what goes on to the next page."""
    pieces: list[str] = []
    starts = [0] * count
    begun = 0
    length = 0

    def put(text: str) -> None:
        nonlocal length
        if pieces:
            length += 2
        pieces.append(text)
        length += len(text)

    def begin(page: int, at: int) -> None:
        nonlocal begun
        for number in range(begun + 1, page + 1):
            starts[number] = at
        begun = max(begun, page)

    waiting = 0
    for one in paragraphs:
        last = one.breaks[-1][0] if one.breaks else one.page
        # The notes of a page stand before the paragraph that leaves it.
        while waiting < last:
            for note in _notes(notes[waiting]):
                put(note)
            waiting += 1
        at = length + 2 if pieces else 0
        begin(one.page, at)
        for page, offset in one.breaks:
            begin(page, at + offset)
        put(one.text)
    while waiting < count:
        for note in _notes(notes[waiting]):
            put(note)
        waiting += 1
    begin(count - 1, length)
    return _Placed("\n\n".join(pieces), tuple(starts))


def _notes(notes: Sequence[tuple[str, str]]) -> Iterator[str]:
    for mark, text in notes:
        yield f"[{mark}] {_REFERENCE.sub('', text)}"
