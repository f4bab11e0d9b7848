"""Writing values as YAML that reads back the same, in any YAML reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tui.corpus.schema.shapes import SHAPES
from tui.model.dates import Edtf
from tui.model.quantities import Quantity

if TYPE_CHECKING:
    from collections.abc import Mapping

WIDTH = 100

# Letters, digits and spaces with a few signs that mean nothing to YAML wherever they stand.
_PLAIN = re.compile(r"[^\W_](?:[\w .()/’«»%+…;&*!?'–—-]|:(?=[\w/]))*", re.UNICODE)
_FIGURE = re.compile(r"(?:\.\./)?\d[\d./XQH~?%-]*(?:/\.\.)?")
_NUMBER_LIKE = re.compile(r"\d[\w.:+-]*")
_WORDS = frozenset(("y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf"))
_ESCAPED = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\uffff"
    '\ud800-\udfff\U000e0000-\U000e007f"\\\\]'
)
_NAMED_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_SIGNS = re.compile('["\\\\\xa0\u202f]')
_KEEP = frozenset("\xa0\u202f")
_QUOTED_KEYS = frozenset(("quote", "prefix", "suffix"))
_FIGURE_KINDS = frozenset(("date", "offsets", "quantity", "version"))
_KINDS = {key.name: key.kind for shape in SHAPES.values() for key in shape.keys.values()}


def scalar(value: object, key: str = "") -> str:
    """A text as YAML: plain where no reader could take it for anything else, else quoted.

    Args:
        value: The text, or something whose text is meant.
        key: The key that it stands under; quotes are always quoted, dates never need to be.
    """
    text = as_text(value)
    if key not in _QUOTED_KEYS and _is_plain(text, key):
        return text
    if "'" not in text and ('"' in text or "\\" in text) and not _has_escapes(text):
        return f"'{text}'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def flow(value: object, key: str = "") -> str:
    """A value on one line: `{for: amount, quote: "…"}`, `[a, b]` or a scalar."""
    if isinstance(value, dict):
        return "{" + ", ".join(_pairs(value)) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow(item, key) for item in value) + "]"
    return scalar(value, key)


def flow_item(mapping: Mapping[str, Any], column: int, newline: str, lead: str = "- ") -> str:
    """A mapping in braces at a column, broken after commas where a line gets too long."""
    indent = " " * (column + len(lead) + 1)
    lines = [lead + "{"]
    pairs = _pairs(mapping)
    for at, pair in enumerate(pairs):
        sign = "," if at + 1 < len(pairs) else "}"
        glue = "" if at == 0 else " "
        used = len(lines[-1]) + (column if len(lines) == 1 else 0)
        if at and used + len(glue + pair + sign) > WIDTH:
            lines.append(indent + pair + sign)
        else:
            lines[-1] += glue + pair + sign
    if not pairs:
        lines[-1] += "}"
    return newline.join(lines)


def block_lines(mapping: Mapping[str, Any], column: int, newline: str, step: int) -> list[str]:
    """A mapping with a key on each line, without the indentation of the lines.

    Args:
        mapping: The keys and values; a list of mappings is written item by item.
        column: Where the keys will stand.
        newline: The line end.
        step: How far the dashes of a list stand to the right of its key.
    """
    lines: list[str] = []
    for key, value in mapping.items():
        name = scalar(key)
        if value is None:
            continue
        if isinstance(value, list | tuple) and value and isinstance(value[0], dict):
            lines.append(f"{name}:")
            lines += [" " * step + flow_item(item, column + step, newline) for item in value]
        elif isinstance(value, str) and (literal := literal_block(value)) is not None:
            head, *text = literal
            lines += [f"{name}: {head}", *("  " + line if line else "" for line in text)]
        else:
            lines.append(f"{name}: {flow(value, key)}")
    return lines


def literal_block(text: str) -> list[str] | None:
    """A text of several lines as YAML has it in lines: its head, then each line, not indented.

    Returns:
        `None` for a text of one line, and for one that would not read back the same.
    """
    if "\n" not in text or text[0].isspace() or text.endswith("\n"):
        return None
    lines = text.split("\n")
    if any(line != line.rstrip() or _ESCAPED.search(_SIGNS.sub("", line)) for line in lines):
        return None
    return ["|-", *lines]


def _pairs(mapping: Mapping[str, Any]) -> list[str]:
    return [
        f"{scalar(key)}: {flow(value, key)}" for key, value in mapping.items() if value is not None
    ]


def as_text(value: object) -> str:
    """What is typed for a value: a figure in its short form, a date in EDTF."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Edtf | Quantity):
        return str(value)
    return value if isinstance(value, str) else str(value)


def _is_plain(text: str, key: str) -> bool:
    if _FIGURE.fullmatch(text):
        return _KINDS.get(key) in _FIGURE_KINDS
    if _PLAIN.fullmatch(text) is None or text.endswith((" ", ":")) or "  " in text:
        return False
    return text.lower() not in _WORDS and _NUMBER_LIKE.fullmatch(text) is None


def _has_escapes(text: str) -> bool:
    return any(found[0] not in '"\\' and found[0] not in _KEEP for found in _ESCAPED.finditer(text))


def _escape(found: re.Match[str]) -> str:
    letter = found[0]
    if letter in _KEEP:
        return letter
    if letter in _NAMED_ESCAPES:
        return _NAMED_ESCAPES[letter]
    code = ord(letter)
    return (
        f"\\x{code:02x}"
        if code < 0x100
        else f"\\u{code:04x}"
        if code < 0x10000
        else f"\\U{code:08x}"
    )
