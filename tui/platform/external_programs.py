"""The editor of the user: how it is named, how it is given a line, and how it ended.

Never started through a shell.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PLUS = "+{line} {file}"
_COLON = "{file}:{line}"
_VSCODE = "--wait --goto {file}:{line}"
_JETBRAINS = "--wait --line {line} {file}"

EDITOR_FORMS: dict[str, str] = {
    **dict.fromkeys(
        (
            "vi", "vim", "nvim", "view", "nano", "pico", "micro", "emacs", "emacsclient", "kak",
            "joe", "mg", "ne", "ed", "vis", "dte", "pluma", "xed", "mcedit", "vimx", "rvim", "nvi",
            "jmacs", "jstar", "jpico",
        ),
        _PLUS,
    ),
    **dict.fromkeys(("hx", "helix"), _COLON),
    **dict.fromkeys(("subl", "sublime_text", "zed", "zeditor", "zedit"), f"--wait {_COLON}"),
    **dict.fromkeys(
        (
            "code", "code-insiders", "code-oss", "codium", "codium-insiders", "vscodium", "cursor",
            "windsurf", "positron",
        ),
        _VSCODE,
    ),
    **dict.fromkeys(
        (
            "idea", "pycharm", "webstorm", "goland", "clion", "rider", "phpstorm", "rubymine",
            "rustrover", "datagrip", "studio",
        ),
        _JETBRAINS,
    ),
    # In the foreground: they would return at once, before anything is edited.
    **dict.fromkeys(("gvim", "mvim"), f"-f {_PLUS}"),
    "gedit": f"--wait {_PLUS}",
    "bbedit": f"--wait {_PLUS}",
    "kate": "--block --line {line} {file}",
    "kwrite": "--line {line} {file}",
    "mate": "--wait --line {line} {file}",
    "mousepad": "--line={line} {file}",
    "geany": "--line {line} {file}",
    "jed": "{file} -g {line}",
}  # fmt: skip
"""What follows the name of an editor so that it opens a file at a line, and is waited for.

Each is from the manual or `--help` of its program; others get the file alone, or what the settings
say of them.
"""
_STARTERS = frozenset(
    ("env", "nice", "ionice", "chrt", "nohup", "setsid", "sudo", "doas", "flatpak", "snap")
)
"""Programs that start the one that is named behind their options."""
_USUAL = ("nano", "vim", "vi")
"""Editors that are looked for where the user names none."""


class EditorError(Exception):
    """Why a file was not edited, or not well, in words for the user."""


def editor_command(
    environ: Mapping[str, str], path: Path, line: int, forms: Mapping[str, str] | None = None
) -> list[str]:
    """The command that opens the user's editor on a line.

    `$VISUAL` and `$EDITOR` may hold arguments; they are split like a shell would, not run by one.
    The path is absolute: a name that starts with a dash would be taken as an option.

    Args:
        environ: Environment variables.
        path: The file.
        line: Its line, from one.
        forms: How more editors are given a line, by name; they go before `EDITOR_FORMS`.

    Raises:
        EditorError: If there is none, or the one that is named cannot be started.
    """
    words = _editor_words(environ)
    known = {**EDITOR_FORMS, **(forms or {})}
    names = (name for word in _programs(words) for name in _names(word) if name in known)
    form = known.get(next(names, ""), "{file}")
    places = {"{line}": str(max(1, line)), "{file}": str(path.absolute())}
    return [*words, *(_filled(word, places) for word in shlex.split(form))]


def editor_of(environ: Mapping[str, str]) -> str:
    """The program that opens the user's editor, with its folder.

    Raises:
        EditorError: If there is none, or the one that is named cannot be started.
    """
    return shutil.which(_editor_words(environ)[0]) or ""


def run_editor(command: list[str]) -> None:
    """Run an editor in the terminal, and wait for its end.

    Raises:
        EditorError: If it could not be started, or says that it failed.
    """
    name = Path(command[0]).name
    try:
        with _interrupts_left_to_the_editor():
            code = subprocess.run(command, check=False).returncode  # noqa: S603 (the user's own)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise EditorError(
            tr("The editor {name} could not be started: {reason}.").format(name=name, reason=reason)
        ) from error
    if code < 0:
        raise EditorError(
            tr("The editor {name} was ended by {signal}.").format(
                name=name, signal=_signal_name(-code)
            )
        )
    if code:
        raise EditorError(
            tr("The editor {name} ended with exit code {code}.").format(name=name, code=code)
        )


def _editor_words(environ: Mapping[str, str]) -> list[str]:
    variable = next((name for name in ("VISUAL", "EDITOR") if environ.get(name, "").strip()), None)
    if variable is None:
        found = next(filter(shutil.which, _USUAL), None)
        if found is None:
            raise EditorError(tr("No editor was found: set $EDITOR."))
        return [found]
    try:
        words = shlex.split(environ[variable])
    except ValueError as error:
        raise EditorError(
            tr("${variable} cannot be read: {reason}.").format(variable=variable, reason=error)
        ) from error
    program = words[0] if words else ""
    if not program:
        raise EditorError(tr("${variable} names no program.").format(variable=variable))
    if shutil.which(program) is None:
        path = Path(program)
        sentence = tr("${variable} is {program}, which was not found.")
        if path.is_file():
            sentence = tr("${variable} is {program}, which cannot be executed.")
        elif path.is_dir() and path.is_absolute():
            sentence = tr("${variable} is {program}, which is a folder.")
        raise EditorError(sentence.format(variable=variable, program=program))
    return words


def _programs(words: list[str]) -> Iterator[str]:
    """The words that may name the editor: the first, or behind one that starts others, the last."""
    yield words[0]
    if Path(words[0]).name in _STARTERS:
        # `env FOO=1 nvim`, `nice -n 5 nano -l`, `flatpak run com.vscodium.codium`.
        for word in reversed(words[1:]):
            yield word.rpartition(".")[2] if words[0].endswith("flatpak") else word


def _names(program: str) -> Iterator[str]:
    """Under which names a program may be known: `vim.basic` and a link to it are vim, too."""
    found = shutil.which(program) or program
    for path in (Path(program), Path(os.path.realpath(found))):
        yield path.name
        yield path.name.partition(".")[0]


def _filled(word: str, places: Mapping[str, str]) -> str:
    """A word of a form with file and line in their places, each filled in once."""
    before, place, after = word.partition("{file}")
    line = places["{line}"]
    file = places["{file}"] if place else ""
    return before.replace("{line}", line) + file + after.replace("{line}", line)


@contextmanager
def _interrupts_left_to_the_editor() -> Iterator[None]:
    """Let an interrupt from the terminal, by `ctrl+c` or a backslash, be the editor's alone.

    The terminal sends them to both programs, and vim among others leaves that to it. They are
    heeded and nothing is done, which a program that is started does not inherit; it would inherit
    that they are ignored.
    """
    before = {
        number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGQUIT)
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
