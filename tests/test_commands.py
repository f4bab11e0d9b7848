"""The registry of commands: every key is found again in footer, help and palette."""

from __future__ import annotations

from collections import Counter

import pytest

from tui.commands import ALWAYS, COMMANDS, GROUPS, Command, KeyTable, Scope, commands_in
from tui.widgets.bars import hints
from tui.widgets.key_bindings import bindings


def test_no_two_commands_have_one_id() -> None:
    assert not [name for name, count in Counter(c.id for c in COMMANDS).items() if count > 1]


@pytest.mark.parametrize("scope", Scope)
def test_a_key_does_one_thing_in_one_place(scope: Scope) -> None:
    keys = Counter(key for command in commands_in(scope) for key in command.keys)
    assert not [key for key, count in keys.items() if count > 1]


def test_a_key_means_one_thing_wherever_it_works() -> None:
    meanings: dict[str, set[str]] = {}
    for command in COMMANDS:
        for key in command.keys:
            meanings.setdefault(key, set()).add(command.means)
    assert {key: found for key, found in meanings.items() if len(found) > 1} == {}


def test_a_meaning_is_that_of_another_command_or_of_a_direction() -> None:
    for command in COMMANDS:
        others = {one.name for one in COMMANDS if one is not command} | {"left", "right"}
        assert not command.meaning or command.meaning in others, command


def test_every_command_stands_under_one_heading_of_the_help() -> None:
    assert [command for group in GROUPS.values() for command in group] == list(COMMANDS)


def test_a_command_is_bound_under_the_id_by_which_the_settings_change_its_keys() -> None:
    bound = {binding.id: binding for binding in bindings(Scope.EXPLORER)}
    search = bound["explorer:search"]
    assert (search.key, search.action, search.priority) == ("slash", "search", True)
    assert not bound["explorer:leave"].priority


def test_keys_are_written_as_people_read_them() -> None:
    command = Command(
        scope=Scope.RESULTS, name="x", keys=("pagedown", "ctrl+d", "j"), action="x", title="X"
    )
    assert command.shown == "PgDn ^d j"
    assert Scope.RESULTS.pane == "results"
    assert Scope.RESULTS.screen is Scope.EXPLORER


def test_the_footer_has_a_hint_for_each_command_with_a_word_and_always_the_way_out() -> None:
    assert [hint.command for hint in hints(COMMANDS, KeyTable())] == [c for c in COMMANDS if c.hint]
    assert [hint.words for hint in hints(ALWAYS, KeyTable())] == ["quit", "all keys"]


def test_the_keys_are_shown_as_the_settings_have_changed_them() -> None:
    table = KeyTable()
    table.change({"explorer:search": ("ctrl+f",), "explorer:star": ("b",), "explorer:undo": ()})
    by_id = {command.id: command for command in COMMANDS}
    assert table.shown(by_id["explorer:search"]) == "^f"
    assert table.shown(by_id["explorer:star"]) == "b"
    # What a key of the settings did before it does no longer.
    assert table.shown(by_id["explorer:facets"]) == ""
    assert table.shown(by_id["explorer:undo"]) == ""
    assert table.shown(by_id["app:quit"]) == "q"
    assert "^f" in [hint.keys for hint in hints(COMMANDS, table)]


def test_keys_are_shown_as_a_keyboard_has_them() -> None:
    assert [command for command in COMMANDS if "_" in KeyTable().shown(command)] == []
