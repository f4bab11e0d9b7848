"""The user's settings: keys, theme, editors, what is kept, in a TOML file that a person writes."""

from __future__ import annotations

import re
import string
import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from tui.model.messages import msg
from tui.model.suggestions import did_you_mean
from tui.platform.regular_files import read_regular
from tui.platform.translation import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

THEMES = (
    "dealtui-dark", "dealtui-light", "ansi", "ansi-dark", "ansi-light",
    "atom-one-dark", "atom-one-light", "catppuccin-frappe", "catppuccin-latte",
    "catppuccin-macchiato", "catppuccin-mocha", "dracula", "flexoki", "gruvbox",
    "monokai", "nord", "rose-pine", "rose-pine-dawn", "rose-pine-moon",
    "solarized-dark", "solarized-light", "textual-dark", "textual-light", "tokyo-night",
)  # fmt: skip
"""The themes that there are, our own first; held against those of Textual by a test."""
SIGN_SETS = ("unicode", "ascii")
"""What signs may be drawn with."""
_TEMPLATE = """\
# The settings of dealtui. What is left out keeps its default.

# theme = "dealtui-light"

# Signs of letters and ASCII alone: "ascii" or "unicode".
# signs = "ascii"

# The language of the interface, "en" or "fr"; else that of the system.
# language = "fr"

# Whether `dealtui add` keeps the file that an article was read from.
# originals = true

[keys]
# "explorer:search" = "ctrl+f"

[editors]
# myeditor = "--at {line} {file}"
"""
_MODIFIERS = ("ctrl", "shift", "alt", "super", "hyper", "meta")
_KEY_NAMES = (
    "backspace", "delete", "down", "end", "enter", "escape", "home", "insert", "left", "pagedown",
    "pageup", "right", "space", "tab", "up", *(f"f{number}" for number in range(1, 25)),
)  # fmt: skip
_SIGN_NAMES = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at",
    "hyphen_minus": "minus", "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip
"""Signs that Textual names otherwise than Unicode."""


class Settings(msgspec.Struct, frozen=True):
    """The user's settings.

    Attributes:
        theme: Name of a theme; empty for our own, dark or light as the terminal is.
        signs: `unicode` or `ascii`; empty for what the terminal can show.
        language: Language of the interface, `en` or `fr`, and of figures and dates unless
            `--locale` says otherwise; empty for that of the system.
        originals: Whether `add` keeps the file that an article was read from.
        keys: Keys by the id of their command, e.g. `"explorer:search" = "ctrl+f"`.
        editors: What follows the name of an editor so that it opens `{file}` at `{line}`, by its
            name, e.g. `"myeditor" = "--at {line} {file}"`.
    """

    theme: str = ""
    signs: str = ""
    language: str = ""
    originals: bool = True
    keys: dict[str, str] = {}
    editors: dict[str, str] = {}


_TAKEN = {
    "originals": msg("true or false"),
    "keys": msg("its keys in quotes"),
    "editors": msg("its form as a text in quotes"),
}
"""What a setting takes that is not one text, in words."""


class CommandKeys(NamedTuple):
    """The keys of a command as they are without settings.

    Attributes:
        place: Where it works: `app`, a screen, or a screen with its pane, `explorer.results`.
        keys: The keys.
    """

    place: str
    keys: tuple[str, ...]


class SettingsProblem(NamedTuple):
    """What is wrong with a setting, at its line of the file."""

    line: int
    message: str


class SettingsError(ValueError):
    """A settings file that cannot be read; the message says where and what to do."""


def read_settings(path: Path | None) -> Settings:
    """Read the settings; defaults when there is no file.

    A value of the wrong type is left out; `settings_problems` names it.

    Raises:
        SettingsError: If the file cannot be read, or is no TOML.
    """
    if path is None:
        return Settings()
    try:
        data = read_regular(path)
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise SettingsError(
            msg("{name}: {reason}; the defaults are used", name=path.name, reason=error.strerror)
        ) from error
    import tomllib

    try:
        written = tomllib.loads(data.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            msg("{name}: {reason}; the defaults are used", name=path.name, reason=error)
        ) from error

    return msgspec.convert(_well_typed(written), Settings)


def _well_typed(written: Mapping[str, Any]) -> dict[str, Any]:
    """What is written, without the values that are not what their setting takes."""
    kept: dict[str, Any] = {}
    for name, value in written.items():
        if isinstance(value, dict):
            kept[name] = {key: one for key, one in value.items() if _fits(name, {key: one})}
        else:
            kept[name] = value
    return {name: value for name, value in kept.items() if _fits(name, value)}


def _fits(name: str, value: object) -> bool:
    try:
        msgspec.convert({name: value}, Settings)
    except msgspec.ValidationError:
        return False
    return True


def _type_problems(written: Mapping[str, Any], text: str) -> Iterator[SettingsProblem]:
    for name, value in written.items():
        if isinstance(value, dict):
            wrong = [(key, name) for key, one in value.items() if not _fits(name, {key: one})]
        else:
            wrong = [] if _fits(name, value) else [(name, "")]
        for key, table in wrong:
            takes = _TAKEN.get(name, msg("text in quotes"))
            yield SettingsProblem(_line_of(text, key, table), f"{key} takes {takes}")
        if isinstance(value, dict) and not wrong and not _fits(name, value):
            yield SettingsProblem(_line_of(text, name), msg("{name} is no table", name=name))


def begin_settings(path: Path) -> None:
    """Write a file of settings that are all left out, with a word on each, where there is none.

    Raises:
        OSError: If it cannot be written.
    """
    from tui.platform.atomic_files import write_atomically

    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, _TEMPLATE.encode())


def language_setting(path: Path | None) -> str:
    """The language that the settings ask for; empty where they do not, or cannot be read."""
    try:
        return read_settings(path).language
    except SettingsError:
        return ""


def settings_problems(
    path: Path | None, commands: Mapping[str, CommandKeys]
) -> list[SettingsProblem]:
    """What in the settings has no effect or not the one that was meant, in order of lines.

    Args:
        path: The file; nothing is wrong with one that is not there.
        commands: The commands by id.

    Raises:
        SettingsError: If the file cannot be read at all.
    """
    settings = read_settings(path)
    try:
        text = path.read_text("utf-8") if path is not None else ""
    except OSError:
        return []
    import tomllib

    problems = [
        *_unknown_settings(tomllib.loads(text), text),
        *_type_problems(tomllib.loads(text), text),
        *_name_problems("theme", settings.theme, THEMES, text),
        *_name_problems("signs", settings.signs, SIGN_SETS, text),
        *_name_problems("language", settings.language, LANGUAGES, text),
        *_editor_problems(settings, text),
        *_key_problems(settings, text, commands),
    ]
    return sorted(problems)


def keep_theme(path: Path | None, theme: str) -> None:
    """Write the theme into the settings file, and leave everything else in it as it stands.

    Raises:
        SettingsError: If there is no home, the file cannot be read or written, or the line cannot
            be changed without changing more.
    """
    import tomllib

    from tui.platform.atomic_files import write_atomically

    if path is None:
        raise SettingsError(msg("there is no home folder to keep the theme in"))
    before = read_settings(path)
    try:
        text = path.read_text("utf-8") if path.exists() else ""
        head, table, rest = _split_at_tables(text)
        line = f'theme = "{theme}"'
        head, found = re.subn(r"(?m)^[ \t]*theme[ \t]*=.*$", line, head, count=1)
        if not found:
            head = f"{head.rstrip()}\n{line}\n\n" if head.strip() else f"{line}\n\n"
        new = head.rstrip("\n") + "\n" if not table else head
        new += table + rest
        after = msgspec.convert(_well_typed(tomllib.loads(new)), Settings)
        if after != msgspec.structs.replace(before, theme=theme):
            raise SettingsError(
                msg("{name}: the theme cannot be changed in it: please do so", name=path.name)
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, new.encode(), durable=False)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(msg("the theme cannot be kept: {reason}", reason=error)) from error


def _split_at_tables(text: str) -> tuple[str, str, str]:
    """What stands before the first table of a TOML text, its heading, and the rest."""
    heading = re.search(r"(?m)^[ \t]*\[", text)
    if heading is None:
        return text, "", ""
    return text[: heading.start()], heading[0], text[heading.end() :]


def _unknown_settings(written: Mapping[str, object], text: str) -> Iterator[SettingsProblem]:
    known = Settings.__struct_fields__
    for name in written:
        if name not in known:
            place = _line_of(text, name)
            yield SettingsProblem(
                place,
                msg(
                    "there is no setting {name}{meant}", name=name, meant=did_you_mean(name, known)
                ),
            )


_KINDS_OF_NAMES = {"theme": "theme", "signs": msg("set of signs"), "language": "language"}


def _name_problems(
    setting: str, name: str, known: tuple[str, ...], text: str
) -> Iterator[SettingsProblem]:
    if name and name not in known:
        kind = _KINDS_OF_NAMES[setting]
        words = msg(
            "there is no {kind} {name}{meant}",
            kind=kind,
            name=name,
            meant=did_you_mean(name, known),
        )
        yield SettingsProblem(_line_of(text, setting), words)


def _editor_problems(settings: Settings, text: str) -> Iterator[SettingsProblem]:
    import shlex

    for name, form in settings.editors.items():
        place = _line_of(text, name, "editors")
        try:
            words = shlex.split(form)
        except ValueError as error:
            yield SettingsProblem(
                place, msg("the form of {name} cannot be read: {reason}", name=name, reason=error)
            )
            continue
        if not any("{file}" in word for word in words):
            yield SettingsProblem(
                place, msg("the form of {name} does not say where {{file}} goes", name=name)
            )


def _key_problems(
    settings: Settings, text: str, commands: Mapping[str, CommandKeys]
) -> Iterator[SettingsProblem]:
    effective = {name: command.keys for name, command in commands.items()}
    changed = {name: split_keys(keys) for name, keys in settings.keys.items()}
    effective.update({name: keys for name, keys in changed.items() if name in commands})
    told = set()
    for name, keys in changed.items():
        place = _line_of(text, name, "keys")
        if name not in commands:
            yield SettingsProblem(
                place,
                msg(
                    "there is no command {name}{meant}",
                    name=name,
                    meant=did_you_mean(name, commands),
                ),
            )
            continue
        for key in keys:
            if not _is_key(key):
                meant = did_you_mean(key.rpartition("+")[2], _KEY_NAMES)
                yield SettingsProblem(
                    place, msg("there is no key {key}{meant}", key=key, meant=meant)
                )
        for other, command in commands.items():
            shared = set(keys) & set(effective[other])
            pair = frozenset((name, other))
            if other == name or pair in told or not shared:
                continue
            told.add(pair)
            written = ", ".join(sorted(shared))
            if commands[name].place == command.place:
                yield SettingsProblem(
                    place,
                    msg(
                        "{written} does {name}, and {other} no longer",
                        written=written,
                        name=name,
                        other=other,
                    ),
                )
            elif _overlap(commands[name].place, command.place):
                words = msg(
                    "{written} is a key of {other}, too: a pane goes before its screen",
                    written=written,
                    other=other,
                )
                yield SettingsProblem(place, words)


def split_keys(keys: str) -> tuple[str, ...]:
    """The keys of a setting, `"j,down"`, as they are named everywhere."""
    return tuple(_named(key.strip()) for key in keys.split(",") if key.strip())


def _named(key: str) -> str:
    """A key by its name: `?` is `question_mark`, as with Textual."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    if len(last) == 1 and not last.isalnum():
        last = _sign_name(last)
    return "+".join([*modifiers, last])


def _sign_name(sign: str) -> str:
    name = unicodedata.name(sign, sign).lower().replace(" ", "_").replace("-", "_")
    return _SIGN_NAMES.get(name, name)


SIGNS = {_sign_name(sign): sign for sign in string.punctuation}
"""The signs of a keyboard by the names of their keys: `?` by `question_mark`."""


def _is_key(key: str) -> bool:
    *modifiers, last = key.split("+")
    if any(modifier not in _MODIFIERS for modifier in modifiers):
        return False
    if len(last) == 1 or last in _KEY_NAMES or last in SIGNS:
        return bool(last)
    name = last.replace("_", " ")
    for sign in (name, name.replace("upper ", "latin capital letter ")):
        try:
            unicodedata.lookup(sign)
        except KeyError:
            continue
        return True
    return False


def _overlap(one: str, other: str) -> bool:
    """Whether there is a place where two commands both work."""
    shorter, longer = sorted((one, other), key=len)
    if "app" in (one, other) or one == other:
        return True
    beside = {"side", "flows", "audit", "parties", "articles"}
    return longer.startswith(f"{shorter}.") or ("side" in (one, other) and {one, other} <= beside)


def _line_of(text: str, key: str, table: str = "") -> int:
    """The line at which a setting stands; 1 where it is written in some other way."""
    name = re.escape(key)
    at = re.compile(rf"""\s*(?:\[\s*)?(["']?){name}\1\s*[=\]]""")
    within = ""
    for number, line in enumerate(text.splitlines(), 1):
        if at.match(line) and within in (table, ""):
            return number
        if heading := re.match(r"\s*\[\s*([\w-]+)\s*\]", line):
            within = heading[1]
    return _line_of(text, table) if table else 1
