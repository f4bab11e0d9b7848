"""How large a regular expression gets once the engine writes its repetitions out.

The engine makes a copy of what is repeated for each time that it must occur, and one for all the
times that it may: `(?:ab){1000}` is two thousand parts, and each `+` around another doubles it,
so that a short expression can take all memory before it looks at any text. Read here is the
syntax of the `regex` package as far as that counts; in doubt, a repetition repeats more.
"""

from __future__ import annotations

import re

LONGEST = 1_000
"""Letters of an expression."""
MOST_PARTS = 10_000
"""Parts of an expression written out: some megabytes, and some hundredths of a second."""

_IN_SET = r"(?:\\.|\[:\^?[\w &.-]*(?:[:=][\w &./-]*)?:\]|.)"
_TOKEN = re.compile(
    rf"""
    (?P<comment> \(\?\# (?:[^\\)]|\\.)* \)? )
    | \(\? (?P<flags> (?:[abefiLmprsuwx]|V0|V1)* ) (?:-[abefiLmprsuwxV01]+)? (?P<scope> [:)] )
    | (?P<open> \( (?:\?[^(]?)? )
    | (?P<close> \) )
    | (?P<set> \[ \^? {_IN_SET} (?:(?!\]){_IN_SET})* \]? )
    | (?P<repeat> (?: [*?+] | \{{ (?P<least>[0-9]*) (?P<to>,?) (?P<most>[0-9]*) \}} ) [?+]? )
    | (?P<or> \| )
    | (?P<one> \\.? | . )
    """,
    re.VERBOSE | re.DOTALL | re.ASCII,
)
_FRAME = 2
"""Parts that hold a group, an alternative or a repetition together."""
_LINE_END = 10
"""Parts of `\\R`."""
_NOT_ON_ONE_LINE = ("x", "V1", "r")
"""Flags that change how the rest is read, or in which order: of no use in a line of a box."""


def problem_of(expression: str) -> str | None:
    """Why an expression must not be given to the engine, `None` where it may."""
    if len(expression) > LONGEST:
        return f"an expression has at most {LONGEST:,} letters"
    for token in _TOKEN.finditer(expression):
        for flag in _NOT_ON_ONE_LINE:
            if flag in (token["flags"] or ""):
                return f"the flag {flag} cannot be used here"
    if written_out(expression) > MOST_PARTS:
        return f"this expression repeats more than {MOST_PARTS:,} parts"
    return None


def written_out(expression: str) -> int:
    """How many parts an expression has at most, when its repetitions are written out.

    Without the flags `x` and `V1`; where the expression cannot be read, any number.
    """
    levels = [_Level()]
    for token in _TOKEN.finditer(expression):
        here = levels[-1]
        match token.lastgroup:
            case "open":
                levels.append(_Level())
            case "scope" if token["scope"] == ":":
                levels.append(_Level())
            case "close" if len(levels) > 1:
                levels.pop()
                levels[-1].add(here.parts)
            case "repeat":
                here.repeat(_copies(token))
            case "or":
                here.add(_FRAME)
            case "set":
                here.add(len(token[0]))
            case "one":
                here.read(token[0])
    return sum(level.parts for level in levels)


class _Level:
    """What was read of one group.

    Attributes:
        before: The parts of all items but the last.
        last: The parts of the last item, which a repetition repeats; 0 where it was repeated.
        braced: Whether a brace is open that repeats nothing.
    """

    def __init__(self) -> None:
        self.before, self.last, self.braced = 0, 0, False

    def add(self, parts: int) -> None:
        """Take an item; in braces, which say how the last item may differ, it belongs to that."""
        if not self.braced:
            self.before += self.last
            self.last = 0
        self.last += parts

    def read(self, letter: str) -> None:
        """Take a letter or an escape."""
        self.braced = self.braced or letter in "{}"
        self.add(_LINE_END if letter == r"\R" else 1)
        self.braced = self.braced and letter != "}"

    def repeat(self, copies: int) -> None:
        """Repeat the last item, which cannot be repeated again."""
        self.before += self.last * copies + _FRAME
        self.last = 0

    @property
    def parts(self) -> int:
        """The parts of all items, and what holds them together."""
        return self.before + self.last + _FRAME


def _copies(token: re.Match[str]) -> int:
    """How often what is repeated is written out."""
    if token["least"] is None:
        return 2 if token[0][0] == "+" else 1
    least = int(token["least"] or 0)
    fixed = not token["to"] or token["most"] == token["least"]
    return max(1, least if fixed else least + 1)
