"""The one gate that every text from a file passes before it reaches a screen or a terminal.

Textual writes control characters in content to the terminal, and a terminal obeys them: an article
that contains `ESC ] 52 ; …` would set the clipboard. Here each such character becomes a visible
symbol of one cell, so that offsets in the harmless text are those of the original.
"""

from __future__ import annotations

import re

_ESCAPE, _DIRECTION, _NEW_LINE, _HIDDEN, _SURROGATE = (
    "\u241b",
    "\u21c4",
    "\u2424",
    "\u00b7",
    "\ufffd",
)
_PICTURES: dict[int, str] = {code: chr(0x2400 + code) for code in range(0x20)}
for _codes, _picture_of in (
    ((0x7F,), "\u2421"),
    (range(0x80, 0xA0), _ESCAPE),
    ((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), _DIRECTION),
    ((0x2028, 0x2029), _NEW_LINE),
    # Zero-width, interlinear and tag characters would hide text or shift the columns.
    ((0x00AD, *range(0x200B, 0x200E), *range(0x2060, 0x2065), 0xFEFF), _HIDDEN),
    ((*range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080)), _HIDDEN),
    (range(0xD800, 0xE000), _SURROGATE),
):
    _PICTURES.update(dict.fromkeys(_codes, _picture_of))


def _character_class(codes: set[int]) -> re.Pattern[str]:
    """A pattern for one of some code points, as ranges, which compile in a fraction of 5 ms."""
    ranges: list[list[int]] = []
    for code in sorted(codes):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return re.compile(
        "[" + "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges) + "]"
    )


# The selector of the emoji form makes some terminals draw the sign before it two cells wide, and
# others not; a space of its own is two cells in both.
_PICTURES[0xFE0F] = " "
_CARRIAGE_RETURN = re.compile(r"\r(?=\n)")


_HARMFUL = _character_class(set(_PICTURES))
_HARMFUL_EXCEPT_NEWLINE = _character_class(set(_PICTURES) - {0x0A})


def safe_text(text: str) -> str:
    """Make a text of several lines harmless, character for character; line feeds stay.

    The carriage return before a line feed is part of the line end, and becomes a space, unseen.
    """
    if "\r" in text:
        text = _CARRIAGE_RETURN.sub(" ", text)
    if _HARMFUL_EXCEPT_NEWLINE.search(text) is None:
        return text
    return _HARMFUL_EXCEPT_NEWLINE.sub(_picture, text)


def safe_line(text: str) -> str:
    """Make a text harmless that must stay on one line: line feeds become symbols, too."""
    if _HARMFUL.search(text) is None:
        return text
    return _HARMFUL.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    return _PICTURES[ord(match[0])]
