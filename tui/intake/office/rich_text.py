r"""Rich Text (`.rtf`), read by its control words.

A group begins with `{` and takes the state along; `\'e9` is a byte in the code page of the font,
`\u8217?` a code point followed by what older readers show instead (`\uc` tells how much of that).
Destinations that hold no text (`\fonttbl`, `\info`, everything after `\*`) are skipped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.intake.document import IntakeError
from tui.intake.limits import MAX_MARKUP
from tui.intake.office.assembly import assemble
from tui.intake.text.tables_as_lines import CELL
from tui.model.messages import msg

if TYPE_CHECKING:
    from tui.intake.document import Document

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])"
    rb"|[\r\n]+|([^\\{}\r\n]+)"
)
_SKIPPED = frozenset(
    "fonttbl colortbl stylesheet pict object header headerl headerr headerf footer footerl footerr "
    "footerf xmlnstbl listtable listoverridetable rsidtbl generator themedata colorschememapping "
    "latentstyles datastore fldinst bkmkstart bkmkend nonshppict annotation atnid atnauthor "
    "atntime "
    "atndate atnref revtbl template filetbl mmathPr wgrffmtfilter ftnsep ftnsepc ftncn aftnsep "
    "aftnsepc aftncn listtext pntext userprops xe tc".split()
)
_BREAKS = {"par": "\n\n", "sect": "\n\n", "page": "\n\n", "line": "\n", "tab": "\t"}
_SIGNS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
    "zwj": "", "zwnj": "",
}  # fmt: skip
_SYMBOLS = {
    b"~": "\xa0", b"-": "", b"_": "-", b"\n": "\n\n", b"\r": "\n\n",
    b"{": "{", b"}": "}", b"\\": "\\",
}  # fmt: skip
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 255: "cp437",
}  # fmt: skip
"""Code pages by the number that `\\fcharset` gives a font."""
_DEEPEST = 2_000


class _State:
    """What a group inherits from the group around it."""

    __slots__ = ("deleted", "font", "skipped", "target", "uc")

    def __init__(self) -> None:
        self.skipped = self.deleted = False
        self.uc = 1
        self.font = -1
        self.target = "text"

    def copy(self) -> _State:
        other = _State()
        for name in self.__slots__:
            setattr(other, name, getattr(self, name))
        return other


def read_rich_text(data: bytes) -> Document:
    """Read a Rich Text document.

    Raises:
        IntakeError: If it is damaged, too large or empty.
    """
    if len(data) > MAX_MARKUP:
        raise IntakeError(
            "too-large",
            msg("this Rich Text is larger than {size} MB", size=MAX_MARKUP >> 20),
        )
    reader = _Reader()
    reader.read(data)
    paragraphs = _paragraphs("".join(reader.text))
    paragraphs += [
        f"[{number}] {words}"
        for number, note in enumerate(reader.notes, 1)
        if (words := " ".join("".join(note).split()))
    ]
    properties = {key: " ".join("".join(value).split()) for key, value in reader.info.items()}
    if reader.created:
        properties["date"] = reader.created
    return assemble("this Rich Text", paragraphs, "", properties)


class _Reader:
    """Reads tokens one by one into the text, the notes and the properties."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.notes: list[list[str]] = []
        self.info: dict[str, list[str]] = {}
        self.created = ""
        self._state = _State()
        self._stack: list[_State] = []
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._default = 0
        self._bytes = bytearray()
        self._to_skip = 0
        self._star = False
        self._in_fonts = False
        self._time: dict[str, int] | None = None

    def read(self, data: bytes) -> None:
        """Read the whole document; a brace too few or too many is no fault."""
        for token in _TOKEN.finditer(data):
            word, number, hexadecimal, symbol, brace, text = token.groups()
            if hexadecimal is not None:
                self._byte(int(hexadecimal, 16))
                continue
            if text is not None:
                self._plain(text)
                continue
            self._flush()
            if brace == b"{":
                if len(self._stack) > _DEEPEST:
                    raise IntakeError("damaged", msg("this Rich Text is nested too deeply"))
                self._stack.append(self._state.copy())
            elif brace == b"}":
                self._close()
            elif word is not None:
                self._word(word.decode("ascii"), int(number) if number else None)
            elif symbol is not None:
                self._symbol(symbol)
        self._flush()

    def _close(self) -> None:
        if self._time and self._state.target == "created":
            year, month, day = (self._time.get(key, 0) for key in ("yr", "mo", "dy"))
            if year:
                self.created = f"{year:04}-{month:02}-{day:02}"
        self._in_fonts = False if self._state.target == "fonts" else self._in_fonts
        if self._stack:
            self._state = self._stack.pop()
        self._to_skip = 0
        self._star = False

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        star, self._star = self._star, False
        if word == "u" and number is not None:
            code = number + 65536 if number < 0 else number
            # Above the basic plane two halves follow each other; they are joined in the end.
            self._put(chr(code) if 0 < code < 0x110000 else "")
            self._to_skip = state.uc
        elif word == "uc" and number is not None:
            state.uc = max(0, min(number, 20))
        elif word == "bin":
            state.skipped = True
        elif word == "fonttbl":
            state.skipped, state.target, self._in_fonts = True, "fonts", True
        elif word == "f" and number is not None:
            self._font = number
            state.font = number
        elif word == "fcharset" and number is not None and self._in_fonts:
            self._fonts[self._font] = _CHARSETS.get(number, "cp1252")
        elif word == "ansicpg" and number:
            self._page = {65001: "utf-8", 10000: "mac_roman"}.get(number, f"cp{number}")
        elif word in ("mac", "pc", "pca"):
            self._page = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[word]
        elif word == "deff" and number is not None:
            self._default = number
        elif word == "info":
            state.target = "info"
        elif state.target == "info" and word in ("title", "author", "creatim"):
            state.target = "created" if word == "creatim" else word
            self._time = {} if word == "creatim" else self._time
        elif state.target == "created" and self._time is not None and number is not None:
            self._time[word] = number
        elif word == "footnote":
            self.notes.append([])
            self._put(f" [{len(self.notes)}]")
            state.target = f"note {len(self.notes) - 1}"
        elif word in _SKIPPED or (star and word not in ("shppict", "shpinst", "shptxt")):
            state.skipped = True
        elif word == "deleted":
            state.deleted = number != 0
        elif word == "plain":
            state.font, state.deleted = -1, False
        elif word in ("cell", "nestcell"):
            self._put("\x1f")
        elif word in ("row", "nestrow"):
            self._put("\x1e")
        elif word in _BREAKS:
            self._put(_BREAKS[word])
        elif word in _SIGNS:
            self._put(_SIGNS[word])

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._star = True
        else:
            self._put(_SYMBOLS.get(symbol, ""))

    def _byte(self, byte: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
        else:
            self._bytes.append(byte)

    def _plain(self, text: bytes) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(text))
            self._to_skip -= skipped
            text = text[skipped:]
        self._bytes += text

    def _flush(self) -> None:
        """Decode the bytes that were gathered since the last control word."""
        if not self._bytes:
            return
        font = self._state.font if self._state.font >= 0 else self._default
        codec = self._fonts.get(font) or self._page
        codec = self._page if codec == "cp1252" else codec
        try:
            text = self._bytes.decode(codec, "replace")
        except LookupError:
            text = self._bytes.decode("cp1252", "replace")
        self._bytes.clear()
        self._put(text)

    def _put(self, text: str) -> None:
        state = self._state
        if state.skipped or state.deleted:
            return
        if state.target == "text":
            self.text.append(text)
        elif state.target.startswith("note "):
            self.notes[int(state.target[5:])].append(text)
        elif state.target in ("title", "author"):
            self.info.setdefault(state.target, []).append(text)


def _paragraphs(text: str) -> list[str]:
    r"""The paragraphs of a text in which cells end with \\x1f and rows with \\x1e."""
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    blocks: list[str] = []
    table: list[str] = []
    for piece in re.split(r"(?<=\x1e)", text):
        row, ended = (piece[:-1], True) if piece.endswith("\x1e") else (piece, False)
        if not ended:
            _end_table(table, blocks)
            blocks += _lines(row)
            continue
        # What stands before the first cell of a row may be paragraphs above the table.
        first = row.find("\x1f")
        cut = row.rfind("\n\n", 0, first if first >= 0 else len(row))
        before, cells = (row[:cut], row[cut + 2 :]) if cut >= 0 else ("", row)
        if before.strip():
            _end_table(table, blocks)
            blocks += _lines(before)
        parts = [" ".join(cell.split()) for cell in cells.split("\x1f")]
        if parts and not parts[-1]:
            parts.pop()
        if any(parts):
            table.append(CELL.join(parts).strip(" |"))
    _end_table(table, blocks)
    return blocks


def _end_table(table: list[str], blocks: list[str]) -> None:
    if table:
        blocks.append("\n".join(table))
        table.clear()


def _lines(text: str) -> list[str]:
    pieces = re.split(r"\n\n+", text.replace("\x1f", " "))
    return [line for piece in pieces if (line := re.sub(r"[ \t\n]+", " ", piece).strip(" "))]
