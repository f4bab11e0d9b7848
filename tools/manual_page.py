"""The manual page `dealtui(1)`, written from the parsers of the command line.

python tools/manual_page.py build/dealtui.1
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from arguments import epilogue, program, verbs
from changelog import releases

from tui import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arguments import Argument, Verb


def manual_page() -> str:
    """The page in the language of man(7). It depends on the code alone, never on the day."""
    root = program()
    released = releases()
    date = released[0].date if released else ""
    lines = [
        f'.TH DEALTUI 1 "{date}" "dealtui {__version__}" "User Commands"',
        ".SH NAME",
        f"dealtui \\- {_roff(root.description.rstrip('.').lower())}",
        ".SH SYNOPSIS",
        ".B dealtui",
        _roff(root.usage.removeprefix("dealtui ")),
        ".SH DESCRIPTION",
        _sentences(epilogue().partition("\n\n")[0]),
        ".SH OPTIONS",
        *_arguments(root.arguments),
        ".SH VERBS",
    ]
    for verb in verbs():
        lines += _section(verb)
    lines += [".SH EXAMPLES", *_examples(root.examples)]
    # What stands below the examples of the help: lines that begin with a name and a colon.
    below = epilogue().partition("examples:")[2].partition("\n\n")[2]
    for name, text in _notes(below):
        lines += [f'.SH "{name.upper()}"', _roff(text)]
    return "\n".join(lines) + "\n"


def _section(verb: Verb) -> Iterator[str]:
    yield f'.SS "dealtui {verb.name}"'
    yield _sentences(verb.description)
    yield ".PP"
    yield _roff(verb.usage)
    yield from _arguments(verb.arguments)
    yield from _examples(verb.examples)


def _arguments(arguments: tuple[Argument, ...]) -> Iterator[str]:
    for argument in arguments:
        yield ".TP"
        yield f".B {_roff(argument.written)}"
        yield _roff(argument.help)


def _examples(lines: tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield from (".PP", ".nf", ".RS", *map(_roff, lines), ".RE", ".fi")


def _notes(text: str) -> Iterator[tuple[str, str]]:
    name, words = "", ""
    for line in text.splitlines():
        if not line.startswith(" ") and ": " in line:
            if name:
                yield name, words
            name, _, words = line.partition(": ")
        else:
            words += f" {line.strip()}"
    if name:
        yield name, words


def _sentences(text: str) -> str:
    return _roff(" ".join((text[:1].upper() + text[1:]).split()))


def _roff(text: str) -> str:
    """A text in which nothing is a request of roff: no line begins with a dot or a quote."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped[:1] in (".", "'") else escaped


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(manual_page(), encoding="utf-8")
