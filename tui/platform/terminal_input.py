"""The bytes that a terminal sends, cut into characters, escape sequences and pastes.

A terminal sends more than keys: late answers to what programs asked it (OSC 11, DA1, XTVERSION …),
mouse reports of several generations, sequences that a slow line has cut in two, and bytes that are
no text at all. None of it may become a key. The states are those of the parser of a terminal,
turned round (P. Williams, "A parser for DEC's ANSI-compatible video terminals"; ECMA-48, section
5.4): whatever is well formed is read to its end, known or not, so that the rest of what is not
known is not taken as letters.
"""

from __future__ import annotations

import codecs
import re
from enum import Enum, auto
from typing import NamedTuple

ESCAPE_DELAY = 0.1
"""Seconds after which an escape without a sequel is the key of that name."""
REPLY_DELAY = 1.0
"""Seconds after which the rest of a sequence, or of a paste, is no longer waited for."""

_ESC, _BEL, _CAN, _SUB, _DELETE, _STRING_END = 0x1B, 0x07, 0x18, 0x1A, 0x7F, 0x9C
_STRINGS = {
    ord("]"): re.compile(rb"[0-9lLI]"),
    ord("P"): re.compile(rb"[0-9>!$+;=]"),
    ord("_"): re.compile(rb"[G0-9]"),
    ord("^"): re.compile(rb"[0-9]"),
    ord("X"): re.compile(rb"[0-9]"),
}
"""What introduces OSC, DCS, APC, PM and SOS, and what the first byte of an answer can be."""
_EIGHT_BIT = {0x9B: "[", 0x8F: "O", 0x9D: "]", 0x90: "P", 0x9F: "_", 0x9E: "^", 0x98: "X"}
"""Controls of the C1 set that stand for an escape and a letter (ECMA-48, section 5.3)."""
_LEADS = ((0xC2, 0xE0, 1), (0xE0, 0xF0, 2), (0xF0, 0xF5, 3))
"""Bytes that begin a character in UTF-8, from and before which, and how many follow."""
_PASTE_START, _PASTE_END = b"\x1b[200~", b"\x1b[201~"
_TAIL = re.compile(rb"\[[0-?]+[ -/]*[@-~]|\[[<=>?]|\[M[^\x1b]{3}|\][0-9]|P[>!$+0-9]|_G", re.DOTALL)
"""How a sequence goes on whose escape came so much earlier that it was taken as the key."""
_LONGEST_REPLY = 64
"""Bytes of an answer that are kept; the colours of a terminal take 24."""
_MOUSE_BYTES = 3
"""What follows `CSI M` in a mouse report of the first generation (X10): any bytes."""


class Kind(Enum):
    """What was read."""

    TEXT = auto()
    ESCAPE = auto()
    SEQUENCE = auto()
    REPLY = auto()
    PASTE = auto()


class Token(NamedTuple):
    """A piece of input.

    `text` is that of a whole sequence, what was typed or pasted, or what stands between the ends
    of an answer of the terminal (OSC).
    """

    kind: Kind
    text: str


class _State(Enum):
    GROUND = auto()
    ESCAPE = auto()
    CONTROL = auto()
    SINGLE_SHIFT = auto()
    STRING_BEGIN = auto()
    STRING = auto()
    STRING_ESCAPE = auto()
    MOUSE = auto()
    PASTE = auto()


_BEGUN = frozenset((_State.CONTROL, _State.SINGLE_SHIFT, _State.STRING_BEGIN))
"""States of which nothing was read but what introduces them."""


class TerminalInput:
    """Reads bytes as they come and gives the tokens that are complete.

    An escape with a letter in one read is either `Esc` and a letter, typed fast or on a slow line,
    or `alt` and the letter: older terminals send the same bytes for both. It is taken for the
    first, as vi takes it: no command needs `alt`, and no key that was pressed is lost. Where a
    terminal tells them apart, `alt` and a letter is no letter (`harmless_sequence`).
    """

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("ignore")
        self._state = _State.GROUND
        self._held = bytearray()
        self._missing, self._lead = 0, 0
        self._eight_bit = False
        self._introducer = 0
        self._since = 0.0
        self._escaped_at = -REPLY_DELAY
        self._tokens: list[Token] = []

    @property
    def delay(self) -> float | None:
        """Seconds from the last byte after which `expire` is to be called; `None` for never."""
        if self._state is _State.GROUND:
            return None
        return ESCAPE_DELAY if self._state is _State.ESCAPE else REPLY_DELAY

    def feed(self, data: bytes, now: float) -> list[Token]:
        """Read what came; it continues what was begun, unless that has been given up by `expire`.

        How long ago the last byte came is not asked: the reader may have been kept from reading.

        Args:
            data: Bytes in the order in which they came.
            now: Seconds of a clock that only goes forward.
        """
        late = now - self._escaped_at < REPLY_DELAY
        if self._state is _State.GROUND and late and _TAIL.match(data):
            self._state = _State.ESCAPE
        for byte in data:
            self._read(byte)
        self._since = now
        if self._eight_bit and not self._held and self._state in _BEGUN:
            # Nothing came with the control: it was a stray byte, which takes no key with it.
            self._ground()
        if self._state is _State.GROUND:
            self._flush_text()
        return self._taken()

    def expire(self, now: float) -> list[Token]:
        """Give up waiting for the rest of what was begun too long ago."""
        delay = self.delay
        if delay is not None and now - self._since >= delay:
            if self._state is _State.ESCAPE:
                self._escaped_at = now
                self._tokens.append(Token(Kind.ESCAPE, "\x1b"))
            elif self._state is _State.PASTE:
                self._end_paste(bytes(self._held))
            elif self._state in (_State.CONTROL, _State.SINGLE_SHIFT) and not self._held:
                self._typed("[" if self._state is _State.CONTROL else "O")
            elif self._state is _State.STRING_BEGIN:
                self._typed(chr(self._introducer))
            self._ground()
        return self._taken()

    def _typed(self, letter: str) -> None:
        """Nothing followed that makes a sequence of an escape and a letter: both were typed.

        A control of the C1 set is no key.
        """
        if self._eight_bit:
            return
        self._tokens += (Token(Kind.ESCAPE, "\x1b"), Token(Kind.TEXT, letter))

    def _taken(self) -> list[Token]:
        tokens, self._tokens = self._tokens, []
        return tokens

    def _read(self, byte: int) -> None:
        match self._state:
            case _State.GROUND:
                self._read_text(byte)
            case _State.ESCAPE:
                self._read_after_escape(byte)
            case _State.CONTROL:
                self._read_control(byte)
            case _State.SINGLE_SHIFT:
                self._read_single_shift(byte)
            case _State.STRING_BEGIN | _State.STRING | _State.STRING_ESCAPE:
                self._read_string(byte)
            case _State.MOUSE:
                self._read_mouse(byte)
            case _State.PASTE:
                self._held.append(byte)
                if byte == _PASTE_END[-1] and self._held.endswith(_PASTE_END):
                    self._end_paste(bytes(self._held[: -len(_PASTE_END)]))

    def _read_text(self, byte: int) -> None:
        if byte == _ESC:
            self._flush_text()
            self._state, self._eight_bit = _State.ESCAPE, False
        elif self._is_control(byte) and byte in _EIGHT_BIT:
            self._flush_text()
            self._eight_bit = True
            self._read_after_escape(ord(_EIGHT_BIT[byte]))
        else:
            self._held.append(byte)

    def _is_control(self, byte: int) -> bool:
        """Whether a byte is a control of the C1 set, alone or as UTF-8 has it."""
        if self._missing and 0x80 <= byte < 0xC0:
            self._missing -= 1
            return self._lead == 0xC2 and byte < 0xA0
        self._missing, self._lead = 0, byte
        for first, beyond, following in _LEADS:
            if first <= byte < beyond:
                self._missing = following
        return 0x80 <= byte < 0xA0

    def _flush_text(self) -> None:
        """Give the characters; bytes that are none, and controls of the C1 set, are passed over."""
        text = self._decoder.decode(bytes(self._held))
        self._held.clear()
        text = "".join(character for character in text if not "\x80" <= character < "\xa0")
        if text:
            self._tokens.append(Token(Kind.TEXT, text))

    def _read_after_escape(self, byte: int) -> None:
        # The rest of a character that an escape cut in two would complete another one.
        self._decoder.reset()
        self._missing = 0
        if byte == ord("["):
            self._state = _State.CONTROL
        elif byte == ord("O"):
            self._state = _State.SINGLE_SHIFT
        elif byte in _STRINGS:
            self._state, self._introducer = _State.STRING_BEGIN, byte
        else:
            self._tokens.append(Token(Kind.ESCAPE, "\x1b"))
            self._ground()
            self._read_text(byte)

    def _read_control(self, byte: int) -> None:
        if byte < 0x20 or byte > _DELETE:
            self._abandon(byte)
        elif byte == ord("M") and not self._held:
            self._state = _State.MOUSE
        elif byte < 0x40:
            self._held.append(byte)
        else:
            body, complete = bytes(self._held), byte < _DELETE
            self._ground()
            sequence = b"\x1b[" + body + bytes([byte])
            if sequence == _PASTE_START:
                self._state = _State.PASTE
            elif complete:
                # Linux's console sends `CSI [ A` for F1: a bracket that is no end.
                if byte == ord("[") and not body:
                    self._state = _State.SINGLE_SHIFT
                    self._held += b"["
                else:
                    self._tokens.append(Token(Kind.SEQUENCE, sequence.decode("ascii")))

    def _read_single_shift(self, byte: int) -> None:
        if byte < 0x20:
            self._abandon(byte)
            return
        begin = b"\x1b[[" if self._held == b"[" else b"\x1bO"
        self._ground()
        if byte < _DELETE:
            sequence = begin + bytes([byte])
            self._tokens.append(Token(Kind.SEQUENCE, sequence.decode("ascii")))

    def _read_string(self, byte: int) -> None:
        if self._state is _State.STRING_ESCAPE and byte == ord("\\"):
            self._end_string()
        elif self._state is _State.STRING_ESCAPE:
            self._held.clear()
            self._state, self._eight_bit = _State.ESCAPE, False
            self._read_after_escape(byte)
        elif byte == _ESC and self._state is _State.STRING_BEGIN:
            self._typed(chr(self._introducer))
            self._state, self._eight_bit = _State.ESCAPE, False
        elif byte == _ESC:
            self._state = _State.STRING_ESCAPE
        elif byte == _BEL or (self._eight_bit and byte == _STRING_END):
            self._end_string()
        elif byte in (_CAN, _SUB):
            self._ground()
        elif byte < 0x20:
            self._abandon(byte)
        elif self._state is _State.STRING_BEGIN:
            if _STRINGS[self._introducer].match(bytes([byte])):
                self._state = _State.STRING
                self._held.append(byte)
            else:
                self._typed(chr(self._introducer))
                self._ground()
                self._read_text(byte)
        elif len(self._held) < _LONGEST_REPLY:
            self._held.append(byte)

    def _end_string(self) -> None:
        """Give what an OSC says, if it is short enough to be an answer."""
        held, introducer = bytes(self._held), self._introducer
        began = self._state is not _State.STRING_BEGIN
        self._ground()
        if began and introducer == ord("]") and len(held) < _LONGEST_REPLY:
            self._tokens.append(Token(Kind.REPLY, held.decode("ascii", "ignore")))

    def _read_mouse(self, byte: int) -> None:
        if byte == _ESC:
            self._abandon(byte)
            return
        self._held.append(byte)
        if len(self._held) == _MOUSE_BYTES:
            self._ground()

    def _abandon(self, byte: int) -> None:
        """A control in the middle ends a sequence, which is passed over; it counts by itself."""
        self._ground()
        if byte not in (_CAN, _SUB):
            self._read_text(byte)

    def _end_paste(self, data: bytes) -> None:
        self._ground()
        text = data.decode("utf-8", "ignore").replace("\0", "")
        self._tokens.append(Token(Kind.PASTE, text))

    def _ground(self) -> None:
        self._state = _State.GROUND
        self._held.clear()
        self._decoder.reset()


_KEY = re.compile(r"\x1b\[(\d+)(?:;(\d*)(?:;([\d:]*))?)?u")
_CURSOR_KEY = re.compile(r"\x1b\[\d+;\d+[~ABCDEFHPQS]")
_OTHER = re.compile(
    r"\x1b\[<\d{1,5};\d{1,5};\d{1,5}[mM]"  # the mouse (SGR)
    r"|\x1b\[[IO]"  # the window has the focus, or not
    r"|\x1b\[\?(?:2026|2048);\d\$y"  # answers that Textual asks for
    r"|\x1b\[48;[1-9]\d{0,2};[1-9]\d{0,2};\d{1,5};\d{1,5}t"  # the window has another size
)
_LAST_CODE_POINT, _SURROGATES = 0x10FFFF, range(0xD800, 0xE000)
_PRIVATE = range(0xE000, 0xF900)
"""Code points by which kitty names keys that are no characters."""
_ALT = 0b10


def harmless_sequence(sequence: str, named: bool) -> str:
    """A sequence as it may be handed on; empty for one that means nothing here.

    Args:
        sequence: A whole one.
        named: Whether it is in the table of keys.
    """
    if match := _KEY.fullmatch(sequence):
        return _harmless_key(sequence, match, named)
    if named or _CURSOR_KEY.fullmatch(sequence) or _OTHER.fullmatch(sequence):
        return sequence
    return ""


def _harmless_key(sequence: str, match: re.Match[str], named: bool) -> str:
    """A key report of kitty's protocol, unless it names what is no key and no text.

    What `alt` makes of a letter is no text of its own: the letter types nothing.
    """
    code, modifiers = int(match[1]), min(int(match[2] or 1), 256)
    texts = [int(text) for text in (match[3] or "").split(":") if text]
    if any(not _is_text(point) for point in (code, *texts)) or (match[2] and int(match[2]) > 256):
        return ""
    if code in _PRIVATE and not named:
        return ""
    if (modifiers - 1) & _ALT and texts in ([code], [ord(chr(code).upper()[0])]):
        return f"\x1b[{code};{modifiers}u"
    return sequence


def _is_text(point: int) -> bool:
    return point <= _LAST_CODE_POINT and point not in _SURROGATES
