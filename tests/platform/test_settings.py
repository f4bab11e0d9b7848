"""What is wrong in the settings is named with its line and the nearest right name."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from textual.app import App

from tui.commands import COMMAND_KEYS, COMMANDS
from tui.platform.settings import THEMES as NAMES
from tui.platform.settings import (
    SettingsError,
    keep_theme,
    read_settings,
    settings_problems,
    split_keys,
)
from tui.widgets.drawing.themes import THEMES

if TYPE_CHECKING:
    from pathlib import Path


def problems(folder: Path, text: str) -> list[tuple[int, str]]:
    path = folder / "config.toml"
    path.write_text(text, "utf-8")
    return [(problem.line, problem.message) for problem in settings_problems(path, COMMAND_KEYS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('\ntheem = "nord"', (2, "there is no setting theem: did you mean theme?")),
        ("[keyz]", (1, "there is no setting keyz: did you mean keys?")),
        ('theme = "nrod"', (1, "there is no theme nrod: did you mean nord?")),
        ('theme = "zzzzzz"', (1, "there is no theme zzzzzz")),
        (
            'theme = "nord"\n\n[keys]\n"explorer:serch" = "f8"',
            (4, "there is no command explorer:serch: did you mean explorer:search?"),
        ),
        (
            "keys = {'explorer:serch' = 'f8'}",
            (1, "there is no command explorer:serch: did you mean explorer:search?"),
        ),
        (
            '[keys]\n"explorer:search" = "pagdown"',
            (2, "there is no key pagdown: did you mean pagedown?"),
        ),
        ('[keys]\n"explorer:search" = "ctl+f"', (2, "there is no key ctl+f")),
        (
            '[keys]\n"explorer:star" = "b"',
            (2, "b does explorer:star, and explorer:facets no longer"),
        ),
        (
            '[keys]\n"explorer:star" = "f8"\n"explorer:note" = "f8"',
            (2, "f8 does explorer:star, and explorer:note no longer"),
        ),
        (
            '[keys]\n"explorer:star" = "M"',
            (2, "M is a key of explorer.timeline:measure, too: a pane goes before its screen"),
        ),
        ('[editors]\nmine = "+{line}"', (2, "the form of mine does not say where {file} goes")),
        ('\noriginals = "yes"', (2, "originals takes true or false")),
        ("theme = 5", (1, "theme takes text in quotes")),
        ('[keys]\n"explorer:star" = 5', (2, "explorer:star takes its keys in quotes")),
        ("\nkeys = true", (2, "keys takes its keys in quotes")),
        (
            '[editors]\nmine = "\'{file}"',
            (2, "the form of mine cannot be read: No closing quotation"),
        ),
    ],
)
def test_a_setting_that_is_wrong_is_named_with_its_line_and_the_nearest_right_name(
    text: str, expected: tuple[int, str], tmp_path: Path
) -> None:
    assert problems(tmp_path, text) == [expected]


def test_a_value_of_the_wrong_type_takes_no_other_setting_with_it(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    text = 'theme = "nord"\noriginals = 5\n[keys]\n"a:b" = 1\n"app:help" = "f8"\n'
    path.write_text(text, "utf-8")
    settings = read_settings(path)
    assert (settings.theme, settings.originals, settings.keys) == ("nord", True, {"app:help": "f8"})


@pytest.mark.parametrize("kind", ["a folder", "a named pipe"])
def test_settings_that_are_no_file_are_said_so_without_waiting(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.mkdir() if kind == "a folder" else os.mkfifo(path)
    with pytest.raises(SettingsError, match=kind):
        read_settings(path)


def test_nothing_is_wrong_with_settings_that_are_right(tmp_path: Path) -> None:
    keys = "\n".join(f'"{command.id}" = "{",".join(command.keys)}"' for command in COMMANDS)
    text = 'theme = "nord"\noriginals = false\n[editors]\nmine = "{file} {line}"\n[keys]\n'
    assert (
        problems(tmp_path, f'{text}"explorer:sort" = "f8, ctrl+shift+f9, é, exclamation_mark"')
        == []
    )
    # Every key of the registry is one.
    assert not [words for _, words in problems(tmp_path, text + keys) if "there is no" in words]
    assert settings_problems(tmp_path / "none.toml", COMMAND_KEYS) == []
    assert settings_problems(None, COMMAND_KEYS) == []


def test_the_themes_are_those_that_there_are() -> None:
    own = ["dealtui-dark", "dealtui-light", "ansi"]
    assert sorted([*App[None]().available_themes, *own]) == sorted(NAMES)
    assert sorted([*THEMES, "ansi"]) == sorted(NAMES)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'theme = "nord"\n'),
        ('theme = "dracula" # mine\n', 'theme = "nord"\n'),
        ("# dealtui\noriginals = false\n", '# dealtui\noriginals = false\ntheme = "nord"\n'),
        ('[keys]\n"app:help" = "f1"\n', 'theme = "nord"\n\n[keys]\n"app:help" = "f1"\n'),
        (
            '# mine\n\n[editors]\ntheme = "{file}"\n',
            '# mine\ntheme = "nord"\n\n[editors]\ntheme = "{file}"\n',
        ),
    ],
)
def test_the_theme_that_is_chosen_is_written_into_the_file_and_nothing_else_is_touched(
    before: str, after: str, tmp_path: Path
) -> None:
    path = tmp_path / "config.toml"
    if before:
        path.write_text(before, "utf-8")
    keep_theme(path, "nord")
    assert path.read_text("utf-8") == after
    assert read_settings(path).theme == "nord"


@pytest.mark.parametrize("text", ["theme = ", 'theme = """\nnord"""\n'])
def test_a_file_in_which_the_theme_cannot_be_changed_alone_stays_as_it_is(
    text: str, tmp_path: Path
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(SettingsError):
        keep_theme(path, "nord")
    assert path.read_text("utf-8") == text
    with pytest.raises(SettingsError, match="no home"):
        keep_theme(None, "nord")


def test_keys_are_named_as_everywhere() -> None:
    named = ("question_mark", "slash", "ctrl+f", "plus", "minus")
    assert split_keys("?, /,ctrl+f , +,-") == named


def test_the_forms_of_editors_are_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[editors]\nmine = "--at {line} {file}"', "utf-8")
    assert read_settings(path).editors == {"mine": "--at {line} {file}"}
