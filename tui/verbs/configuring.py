"""`dealtui settings`: what is set, where it comes from, and the file to change it in."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from tui.model.messages import msg, shown
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.verbs.grammar import add_verb

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction
    from collections.abc import Iterator
    from pathlib import Path

_NO_FILE = msg("there is no home folder, so no file")
VARIABLES = {
    "DEALTUI_CORPUS": "the corpus that opens where none is named",
    "VISUAL": "the editor",
    "EDITOR": "the editor, where VISUAL is not set",
    "NO_COLOR": "no colours, if it is set to anything",
    "FORCE_COLOR": "colours in files and pipes, too, if it is set to anything",
    "DEALTUI_GROUND": "light or dark, where the terminal does not say",
    "LANGUAGE": "language of the interface, before those that follow",
    "LC_ALL": "language of figures and dates, before LC_MESSAGES and LANG",
    "LC_MESSAGES": "language of figures and dates, before LANG",
    "LANG": "language of figures and dates",
}
"""The variables of the environment that are looked at, with what each says."""


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verb to the grammar."""
    settings = add_verb(
        verbs,
        "settings",
        summary="what is set and where it comes from",
        description="Print every setting with its value and where that comes from: the settings "
        "file, a variable of the environment, or the default. With `edit`, open the file in your "
        "editor and say what of it has no effect. Exit 1 if something has none.",
        examples="""
        dealtui settings
        dealtui settings edit
        """,
    )
    settings.add_argument(
        "what", nargs="?", choices=("show", "edit"), default="show", help="show when left out"
    )
    settings.set_defaults(run=_settings)


def _settings(options: Namespace) -> int:
    from tui.platform.folders import settings_file
    from tui.platform.settings import SettingsError

    path = settings_file()
    try:
        if options.what == "edit":
            return _edit(path)
        for name, value, origin in _values(path):
            print(safe_line(f"{name:<24} {value:<24} {origin}"))
        return _report(path)
    except (SettingsError, OSError) as error:
        print(f"dealtui settings: {safe_line(shown(str(error)))}", file=sys.stderr)
        return 2


def _values(path: Path | None) -> Iterator[tuple[str, str, str]]:
    """Name, value and origin of each setting, then of each variable that is looked at."""
    import msgspec

    from tui.commands import COMMAND_KEYS
    from tui.platform.settings import read_settings

    settings = read_settings(path)
    default = type(settings)()
    for name in settings.__struct_fields__:
        value = getattr(settings, name)
        if isinstance(value, dict):
            for key, written in value.items():
                before = COMMAND_KEYS.get(key) if name == "keys" else None
                instead = tr(", instead of {keys}") if before else ""
                instead = instead.format(keys=", ".join(before.keys if before else ()))
                yield f"{name}.{key}", written, tr("settings file") + instead
            continue
        words = value if isinstance(value, str) else msgspec.json.encode(value).decode()
        origin = msg("default") if value == getattr(default, name) else msg("settings file")
        yield name, words or "-", tr(origin)
    for name, meaning in VARIABLES.items():
        if name in os.environ:
            origin = tr("environment: {meaning}").format(meaning=tr(meaning))
            yield name, os.environ[name] or tr("empty"), origin


def _report(path: Path | None) -> int:
    """Say on stderr where the file is and what of it has no effect: 1 where there is such."""
    from tui.commands import COMMAND_KEYS
    from tui.platform.settings import settings_problems

    if path is None:
        print(f"dealtui settings: {tr(_NO_FILE)}", file=sys.stderr)
        return 0
    state = "" if path.exists() else tr(" (not there; `dealtui settings edit` begins it)")
    words = tr("settings file: {path}").format(path=path)
    print(safe_line(words + state), file=sys.stderr)
    problems = settings_problems(path, COMMAND_KEYS)
    for problem in problems:
        print(safe_line(f"{path}:{problem.line}: {shown(problem.message)}"), file=sys.stderr)
    return int(bool(problems))


def _edit(path: Path | None) -> int:
    from tui.platform.external_programs import EditorError, editor_command, run_editor
    from tui.platform.settings import begin_settings

    if path is None:
        raise OSError(tr(_NO_FILE))
    begin_settings(path)
    try:
        run_editor(editor_command(os.environ, path, 1))
    except EditorError as error:
        raise OSError(str(error)) from error
    return _report(path)
