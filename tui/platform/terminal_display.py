"""What a terminal can show: how many colours, which signs, and whether its ground is light."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

GROUND_QUERY = "\x1b]11;?\x1b\\"
"""Asks a terminal for the colour of its background (xterm, "Operating System Commands", OSC 11)."""
_GROUND_REPLY = r"11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})"
_MUTE = ("linux", "dumb")
"""Terminals that answer no such query, and of which some print it."""
_DARK_INDEXES = (0, 1, 2, 3, 4, 5, 6, 8)
"""The dark ones of the sixteen colours, as `COLORFGBG` numbers them."""
_MANY_COLOURS = ("256color", "kitty")
"""How the names of terminals end that show more than sixteen colours, as Rich reads them too."""


class Colours(IntEnum):
    """How many colours a terminal shows."""

    NONE = 0
    SIXTEEN = 16
    MANY = 256


class TerminalDisplay(NamedTuple):
    """What the terminal can show.

    Attributes:
        colours: How many colours.
        ascii_signs: Whether its font has little beside letters.
        light: Whether its ground is light; `None` where nothing says so.
        answers: Whether it can be asked for the colour of its ground.
    """

    colours: Colours = Colours.MANY
    ascii_signs: bool = False
    light: bool | None = None
    answers: bool = False


FULL_DISPLAY = TerminalDisplay()
"""A terminal that shows everything, and says nothing of its ground."""


def display_of(environ: Mapping[str, str]) -> TerminalDisplay:
    """What the environment says of the terminal."""
    term = environ.get("TERM", "")
    return TerminalDisplay(
        colours_of(environ),
        ascii_signs=term in ("linux", "dumb", "vt100", "vt220"),
        light=_told_ground(environ),
        answers=term not in ("", *_MUTE),
    )


def colours_of(environ: Mapping[str, str]) -> Colours:
    """How many colours there are; `NO_COLOR`, set to anything, asks for none (no-color.org)."""
    term = environ.get("TERM", "")
    if environ.get("NO_COLOR") or term in ("dumb", "unknown"):
        return Colours.NONE
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return Colours.MANY
    return Colours.MANY if term.rpartition("-")[2] in _MANY_COLOURS else Colours.SIXTEEN


def _told_ground(environ: Mapping[str, str]) -> bool | None:
    """Whether the ground is light by `DEALTUI_GROUND`, or by what rxvt and Konsole set."""
    told = environ.get("DEALTUI_GROUND", "")
    if told in ("light", "dark"):
        return told == "light"
    index = environ.get("COLORFGBG", "").rpartition(";")[2]
    return int(index) not in _DARK_INDEXES if index.isdecimal() else None


def is_light_reply(reply: str) -> bool | None:
    """Whether an answer to `GROUND_QUERY` tells of a light ground; `None` for another answer.

    Args:
        reply: What stands between the introducer and the end of the sequence,
            `11;rgb:ffff/ffff/dddd`. Each part has one to four hexadecimal digits (XParseColor).
    """
    match = re.match(_GROUND_REPLY, reply)
    if match is None:
        return None
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in match.groups())
    # Perceived brightness (W3C, "Techniques for accessibility evaluation", 2000).
    brightness: float = 0.299 * red + 0.587 * green + 0.114 * blue
    return brightness > 0.5
