"""How large a regular expression gets once the engine expands its repetitions.

The engine makes a copy of what is repeated for each mandatory repetition, and one for all the
optional ones: `(?:ab){1000}` is two thousand parts, and each `+` around another doubles it, so that
a short expression can take all memory before any text is searched. This module reads as much of the
syntax of the `regex` package as that takes, in one pass with a stack of open groups; in doubt, it
overestimates.
"""

from __future__ import annotations

import re

from tui.model.messages import msg

MAX_LENGTH = 1_000
"""Characters of an expression; a longer one was pasted by mistake."""
MAX_PARTS = 10_000
"""Parts of an expanded expression: some megabytes, and some hundredths of a second to compile."""

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
_OVERHEAD = 2
"""Parts that hold a group, an alternative or a repetition together."""
_LINE_END = 10
r"""Parts that `\R` is expanded to."""
_REFUSED_FLAGS = ("x", "V1", "r")
"""Flags that change how the rest is read, or in which order: useless on the one line of an input.
"""


def regex_problem(expression: str) -> str | None:
    """Why an expression must not be compiled, `None` where it may."""
    if len(expression) > MAX_LENGTH:
        return msg("an expression has at most {count:,} letters", count=MAX_LENGTH)
    for token in _TOKEN.finditer(expression):
        for flag in _REFUSED_FLAGS:
            if flag in (token["flags"] or ""):
                return msg("the flag {flag} cannot be used here", flag=flag)
    if expanded_size(expression) > MAX_PARTS:
        return msg("this expression repeats more than {count:,} parts", count=MAX_PARTS)
    return None


def expanded_size(expression: str) -> int:
    """An upper bound on the parts of an expression with its repetitions expanded.

    The flags `x` and `V1` must be absent. Meaningless where the expression is malformed.
    """
    open_groups = [_OpenGroup()]
    for token in _TOKEN.finditer(expression):
        innermost = open_groups[-1]
        match token.lastgroup:
            case "open":
                open_groups.append(_OpenGroup())
            case "scope" if token["scope"] == ":":
                open_groups.append(_OpenGroup())
            case "close" if len(open_groups) > 1:
                open_groups.pop()
                open_groups[-1].add(innermost.parts)
            case "repeat":
                innermost.repeat(_repetitions(token))
            case "or":
                innermost.add(_OVERHEAD)
            case "set":
                innermost.add(len(token[0]))
            case "one":
                innermost.add_character(token[0])
    return sum(group.parts for group in open_groups)


class _OpenGroup:
    """The size of a group as far as it was read.

    Attributes:
        finished: The parts of all items except the last.
        last: The parts of the last item, which a repetition would repeat; 0 once it was repeated.
        in_braces: Whether an opened brace turned out not to be a repetition.
    """

    def __init__(self) -> None:
        self.finished, self.last, self.in_braces = 0, 0, False

    def add(self, parts: int) -> None:
        """Add an item.

        Inside braces, which allow for errors in the last item, it is part of that one.
        """
        if not self.in_braces:
            self.finished += self.last
            self.last = 0
        self.last += parts

    def add_character(self, letter: str) -> None:
        """Add a character or an escape."""
        self.in_braces = self.in_braces or letter in "{}"
        self.add(_LINE_END if letter == r"\R" else 1)
        self.in_braces = self.in_braces and letter != "}"

    def repeat(self, copies: int) -> None:
        """Repeat the last item; the repetition itself cannot be repeated again."""
        self.finished += self.last * copies + _OVERHEAD
        self.last = 0

    @property
    def parts(self) -> int:
        """The parts of all items, and what holds them together."""
        return self.finished + self.last + _OVERHEAD


def _repetitions(token: re.Match[str]) -> int:
    """How many copies of the repeated item an expanded repetition has."""
    # `+` is one mandatory copy and an optional one; `*` and `?` are one optional copy.
    if token["least"] is None:
        return 2 if token[0][0] == "+" else 1
    least = int(token["least"] or 0)
    fixed = not token["to"] or token["most"] == token["least"]
    return max(1, least if fixed else least + 1)
