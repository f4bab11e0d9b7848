"""The grammar of the command line."""

from __future__ import annotations

import argparse
import os
import re
import sys
from argparse import SUPPRESS, ArgumentParser, RawDescriptionHelpFormatter
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tui import __version__
from tui.model.locales import LOCALES
from tui.model.safe_text import safe_line
from tui.model.suggestions import did_you_mean
from tui.platform.translation import tr, tr_count
from tui.verbs.grammar import LOCALE_HELP
from tui.verbs.streams import asked_colour, coloured

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Container, Iterator, Mapping, Sequence

MODULES = {
    "checking": ("check", "mentions"), "searching": ("search",), "showing": ("show",),
    "comparing": ("diff", "corrections"), "pictures": ("timeline", "flows", "party"),
    "exporting": ("export", "schema"), "dossiers": ("dossier",), "proposing": ("propose",),
    "intake.initializing": ("init",), "intake.adding": ("add",), "intake.reading": ("read",),
    "intake.removing": ("remove",), "intake.importing": ("import",), "marking": ("marks",),
    "reviewing": ("reviews",), "serving": ("serve",), "configuring": ("settings",),
    "doctor": ("doctor",), "completing": ("completions",),
}  # fmt: skip
"""The verbs that each module of this package adds, in the order of the help."""
_NAMES = frozenset(name for names in MODULES.values() for name in names)
_ABOUT_ALL = "completions"
"""The verb that goes over the grammar of all."""
_DESCRIPTION = "Read every deal next to the sentence that proves it."
EPILOG = """\
without a verb the app opens. The corpus is, in this order: -c PATH or PATH, $DEALTUI_CORPUS,
data/deals.yaml or deals.yaml in the working folder or the nearest one above it, up to the root
of the repository. --demo is the corpus that ships with dealtui; the app opens it, read only,
where there is no other.

examples:
  dealtui                                     open the app
  dealtui ~/corpus                            open the app on a corpus
  dealtui check ~/corpus                      list what is wrong; exit 1 if something is
  dealtui export evidence --format csv        every quote with its place in its article
  dealtui search 'amazn amount:>1bn'          the same answers as on the screen
  dealtui mentions article.txt                the figures that a text states
  dealtui init && dealtui add page.html       a corpus of your own, and an article into it

environment: DEALTUI_CORPUS, VISUAL, EDITOR, LC_ALL, LC_MESSAGES, LC_NUMERIC, LANG,
  LANGUAGE, NO_COLOR, FORCE_COLOR, TEXTUAL_FPS
exit codes: 0 well, 1 findings, 2 the command could not do its work
"""


_INVALID_CHOICE = "invalid choice: %(value)r (choose from %(choices)s)"
"""As argparse words it; another wording costs the hint and nothing else."""
ARGPARSE_WORDS = (
    "usage: ", "positional arguments", "options", "show this help message and exit",
    "show program's version number and exit", "%(prog)s: error: %(message)s\n",
    "argument %(argument_name)s: %(message)s", "unrecognized arguments: %s",
    "the following arguments are required: %s", "one of the arguments %s is required",
    "ambiguous option: %(option)s could match %(matches)s", "expected one argument",
    "expected at least one argument", "not allowed with argument %s",
    "ignored explicit argument %r", "invalid %(type)s value: %(value)r", _INVALID_CHOICE,
)  # fmt: skip
"""What argparse itself says to a user, to be found in a catalogue."""


class _Parser(ArgumentParser):
    """A parser that repeats what was typed without what a terminal would obey."""

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Leave once all that was printed is written.

        Raises:
            OSError: If it cannot be.
        """
        sys.stdout.flush()
        super().exit(status, message)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong on stderr, with the choice that may have been meant; leave with 2."""
        choice = _invalid_choice().search(message)
        if choice:
            message += did_you_mean(choice[1], re.findall(r"[\w-]+", choice[2]))
        super().error(safe_line(message))


def _invalid_choice() -> re.Pattern[str]:
    """What is said of a wrong choice, with the choice and those there are as groups."""
    words = re.escape(tr(_INVALID_CHOICE))
    words = words.replace(re.escape("%(value)r"), "'(.*?)'")
    return re.compile(words.replace(re.escape("%(choices)s"), "(.*)"))


def parse(arguments: Sequence[str]) -> Namespace:
    """Parse a command line; exits with 2 and the reason on stderr where that cannot be done."""
    root = _root()
    valued = _valued_options(root)
    given = with_corpus_option(arguments, _NAMES, valued)
    at = next(_words(given, valued), len(given))
    word = "".join(given[at : at + 1])
    # The help and the errors of a verb name no other, those before it all.
    root, verbs = grammar(word if word in _NAMES and not {"-h", "--help"} & {*given[:at]} else "")
    colour = coloured(asked_colour(given), sys.stdout, os.environ)
    for parser in (root, *verbs.values()):
        # Python 3.14 writes the help in colour unless this says otherwise; older ones never do.
        setattr(parser, "color", colour)  # noqa: B010 (unknown to the types of older ones)
    verb = next((argument for argument in given if argument in verbs), "")
    options, unknown = root.parse_known_args(given)
    if unknown:
        parser = verbs.get(verb, root)
        flags = re.findall(r"--[a-z][\w-]*", parser.format_help())
        # What follows a sign of equality is its value.
        hint = did_you_mean(unknown[0].partition("=")[0], flags) if unknown[0][:1] == "-" else ""
        parser.error(tr("unrecognized arguments: %s") % " ".join(unknown) + hint)
    return options


def grammar(verb: str = "") -> tuple[ArgumentParser, Mapping[str, ArgumentParser]]:
    """The parser of the command line, and that of each verb by its name.

    Args:
        verb: The only one that is typed; empty for all.
    """
    every = verb in ("", _ABOUT_ALL)
    root = _root()
    verbs = root.add_subparsers(
        dest="verb",
        metavar="VERB",
        title=tr("verbs"),
        parser_class=_Parser,
        help="what to do",
        # As argparse would find it out, by way of a formatter that costs 10 ms of import.
        prog="dealtui",
    )
    for name, names in MODULES.items():
        if every or verb in names:
            module = import_module(f"tui.verbs.{name}")
            if name == "completing":
                module.add_completions(verbs, root)
            else:
                module.add_verbs(verbs)
    for one in set(verbs.choices.values()):
        _add_common(one, default=SUPPRESS)
    for parser in (root, *set(verbs.choices.values())):
        for action in parser._actions:
            if action.help and action.help != SUPPRESS:
                action.help = tr(action.help)
    return root, verbs.choices


def _root() -> ArgumentParser:
    """The parser of what may stand before a verb."""
    # argparse looks its words up by these names, in a catalogue that it has no way to be given.
    setattr(argparse, "_", tr)  # noqa: B010 (unknown to its types)
    setattr(argparse, "ngettext", tr_count)  # noqa: B010 (likewise)
    root = _Parser(
        prog="dealtui",
        description=tr(_DESCRIPTION),
        epilog=tr(EPILOG),
        formatter_class=RawDescriptionHelpFormatter,
    )
    root.add_argument("-V", "--version", action="version", version=f"dealtui {__version__}")
    _add_common(root)
    root.add_argument("--debug", action="store_true", help="log what the app does to a file")
    root.add_argument("--locale", choices=tuple(LOCALES), default="", help=LOCALE_HELP)
    return root


def _add_common(parser: ArgumentParser, default: str | None = None) -> None:
    """The options that stand before a verb or behind it; behind, one left out changes nothing."""
    switch = SUPPRESS if default else False
    parser.add_argument(
        "-c", "--corpus", metavar="PATH", default=default,
        help="a deals.yaml, or the folder that holds it",
    )  # fmt: skip
    parser.add_argument(
        "--demo", action="store_true", default=switch, help="the corpus that ships with dealtui"
    )
    parser.add_argument(
        "--no-cache", action="store_true", default=switch,
        help="read everything again, keep nothing",
    )  # fmt: skip
    parser.add_argument(
        "--partial", action="store_true", default=switch,
        help="a corpus that could be read only in part is no failure",
    )  # fmt: skip
    parser.add_argument(
        "--lenient", action="store_true", default=switch,
        help="answer the part of a query that can be read",
    )  # fmt: skip
    parser.add_argument(
        "--color", choices=("auto", "always", "never"), default=SUPPRESS if default else "auto",
        help="colours: as the output and the environment say (auto), always or never",
    )  # fmt: skip


def with_corpus_option(
    arguments: Sequence[str], verbs: Container[str], valued: Container[str]
) -> list[str]:
    """Arguments in which a path in the place of a verb is what `-c` names: `dealtui PATH`.

    Args:
        arguments: The command line.
        verbs: The names of the verbs.
        valued: The options whose value is the next argument.
    """
    at = next(_words(arguments, valued), len(arguments))
    word, before = "".join(arguments[at : at + 1]), {*arguments[:at]}
    if not word or word in verbs or before & {"-c", "--corpus"}:
        return list(arguments)
    if not ("/" in word or Path(word).exists()):
        return list(arguments)
    return [*arguments[:at], "-c", *arguments[at:]]


def _words(arguments: Sequence[str], valued: Container[str]) -> Iterator[int]:
    """The places of the arguments that are neither options nor values of those."""
    is_value = False
    for at, argument in enumerate(arguments):
        if is_value or argument.startswith("-"):
            is_value = not is_value and argument in valued
        else:
            yield at


def _valued_options(parser: ArgumentParser) -> set[str]:
    """The options that take a value; argparse has no public name for its list of them."""
    return {
        flag for action in parser._actions if action.nargs is None for flag in action.option_strings
    }
