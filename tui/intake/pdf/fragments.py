"""The text of a page as fragments: runs of characters that stand next to each other on a line."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from tui.intake.limits import MAX_CHARACTERS_OF_A_PAGE

_GAP = 0.8
"""A gap this wide, in font sizes, ends a fragment: more than any space between justified words of
a good setter, less than the ten points between the columns of a paper."""
_DESCENT = 0.22
"""Share of a font's size that lies below the baseline, in most fonts for text."""
_LARGEST = 1000.0
_SAME_LINE = 0.4
"""Share of the lower height that two characters of one line have in common."""
_OVERSTRIKE = 0.5
"""A step back of more than this, in font sizes, is a new start; less is kerning."""
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xa0": " "}
)
_TEX = {
    0x10: "“", 0x11: "”", 0x12: "„", 0x13: "«", 0x14: "»", 0x15: "–", 0x16: "—",
    0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl",
}  # fmt: skip
"""What codes below space mean in the fonts of TeX (its T1 encoding) that do not name them."""
_POUND = re.compile(r"¿(?=\d)")
_HYPHENS = (0x02, 0xFFFE)
"""What PDFium gives for a hyphen at the end of a line that it takes for a soft one."""
HYPHEN = "￾"


@dataclass(slots=True)
class Fragment:
    """A run of characters on one line; y grows upwards, as PDF has it.

    Attributes:
        text: The characters.
        x0, x1: Left and right edge, in points.
        y0, y1: Lower and upper edge of the font's box.
        size: The font size of most of its characters.
        raised: Digits that stand above the line: a reference to a note.
    """

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    size: float
    raised: bool = False


def fragments_of(page: Any, pdfium: Any) -> list[Fragment]:
    """The fragments of a page in the order of its content; what stands askew is left out.

    Costs six calls into PDFium for each character: 10 ms a page of text.
    """
    textpage = page.get_textpage()
    try:
        count = min(textpage.count_chars(), MAX_CHARACTERS_OF_A_PAGE)
        turn = _main_turn(textpage, pdfium, count)
        return _Assembly(textpage, pdfium, turn).read(count)
    finally:
        textpage.close()


def _turn_of(textpage: Any, pdfium: Any, at: int) -> int:
    """By how many quarters the character is turned; -1 where it stands askew."""
    angle = pdfium.FPDFText_GetCharAngle(textpage.raw, at)
    if angle < 0:
        return 0
    quarters = angle / (math.pi / 2)
    return round(quarters) % 4 if abs(quarters - round(quarters)) < 0.1 else -1


def _main_turn(textpage: Any, pdfium: Any, count: int) -> int:
    step = max(1, count // 200)
    turns = Counter(_turn_of(textpage, pdfium, at) for at in range(0, count, step))
    turns.pop(-1, None)
    return turns.most_common(1)[0][0] if turns else 0


class _Assembly:
    """Puts characters together while they follow each other on a line."""

    def __init__(self, textpage: Any, pdfium: Any, turn: int) -> None:
        self._textpage, self._pdfium, self._turn = textpage, pdfium, turn
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._found: list[Fragment] = []
        self._letters: list[str] = []
        self._sizes: list[float] = []
        self._now: Fragment | None = None
        self._space = False
        self._tex = False

    def read(self, count: int) -> list[Fragment]:
        """All fragments of the page."""
        raw, pdfium = self._textpage.raw, self._pdfium
        for at in range(count):
            code = pdfium.FPDFText_GetUnicode(raw, at)
            if code in (10, 13):
                self._end()
            elif code in {32, 160, 9}:
                self._space = True
            elif code == 0 or 0xE000 <= code <= 0xF8FF:
                continue  # no text, or a sign of the font's own
            else:
                self._tex |= code in _TEX
                letter = HYPHEN if code in _HYPHENS else _TEX.get(code) or chr(code)
                self._take(at, letter)
        self._end()
        if self._tex:
            # In the same encoding the code of "¿" is the pound sign.
            for one in self._found:
                one.text = _POUND.sub("£", one.text)
        return self._found

    def _take(self, at: int, letter: str) -> None:
        if _turn_of(self._textpage, self._pdfium, at) != self._turn:
            return
        raw, pdfium = self._textpage.raw, self._pdfium
        if not pdfium.FPDFText_GetLooseCharBox(raw, at, ctypes.byref(self._box)):
            return
        size = self._size_of(at)
        x0, x1, baseline = self._turned(at)
        # The box of a font is given by few PDFs; that of its em is the same for all of a line.
        y0, y1 = baseline - _DESCENT * size, baseline + (1 - _DESCENT) * size
        now = self._now
        if now is not None:
            common = min(now.y1, y1) - max(now.y0, y0)
            gap = x0 - now.x1
            if (
                common < _SAME_LINE * min(size, now.y1 - now.y0)
                or gap > _GAP * max(size, now.size)
                or gap < -_OVERSTRIKE * max(size, now.size)
                or self._is_raised(now, letter, y0, size) != now.raised
            ):
                raised = self._is_raised(now, letter, y0, size) if common > 0 else False
                self._end()
                self._begin(x0, x1, y0, y1, size, raised=raised and gap < _GAP * size)
            else:
                now.x1 = max(now.x1, x1)
        else:
            self._begin(x0, x1, y0, y1, size, raised=False)
        assert self._now is not None
        if self._space and self._letters:
            self._letters.append(" ")
        self._space = False
        self._letters.append(letter)
        self._sizes.append(size)
        if not self._now.raised and len(self._sizes) > 1 and size >= self._now.size * 0.9:
            self._now.y0, self._now.y1 = min(self._now.y0, y0), max(self._now.y1, y1)

    def _is_raised(self, now: Fragment, letter: str, y0: float, size: float) -> bool:
        """Whether a character is a digit of a note's reference after a fragment on the line."""
        if now.raised:
            return size <= now.size * 1.15 and (letter.isdigit() or letter in ",*†")
        return (
            (letter.isdigit() or letter in "*†")
            and size < 0.8 * now.size
            and y0 > now.y0 + 0.2 * now.size
        )

    def _size_of(self, at: int) -> float:
        """The size of a character as it is drawn: that of its font, times the scale of the page."""
        raw, pdfium = self._textpage.raw, self._pdfium
        size = abs(float(pdfium.FPDFText_GetFontSize(raw, at)))
        if pdfium.FPDFText_GetMatrix(raw, at, ctypes.byref(self._matrix)):
            size *= math.hypot(self._matrix.c, self._matrix.d) or 1.0
        return min(max(size, 1.0), _LARGEST)

    def _turned(self, at: int) -> tuple[float, float, float]:
        """Left, right and baseline of a character, as it stands when the page is turned upright."""
        box = self._box
        self._pdfium.FPDFText_GetCharOrigin(
            self._textpage.raw, at, ctypes.byref(self._x), ctypes.byref(self._y)
        )
        match self._turn:
            case 1:
                return box.bottom, box.top, -self._x.value
            case 2:
                return -box.right, -box.left, -self._y.value
            case 3:
                return -box.top, -box.bottom, self._x.value
        return box.left, box.right, self._y.value

    def _begin(
        self, x0: float, x1: float, y0: float, y1: float, size: float, *, raised: bool
    ) -> None:
        self._now = Fragment("", x0, x1, y0, y1, size, raised)

    def _end(self) -> None:
        now = self._now
        if now is not None and self._letters:
            text = "".join(self._letters).translate(_LIGATURES)
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            now.text = text.strip(" ")
            now.size = sorted(self._sizes)[len(self._sizes) // 2]
            if now.text:
                self._found.append(now)
        self._now = None
        self._letters.clear()
        self._sizes.clear()
        self._space = False
