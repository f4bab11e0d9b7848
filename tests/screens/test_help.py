"""Finding one's way: the help, the palette and what stands in them, where the user is."""

from __future__ import annotations

import pytest
from textual.events import Key

from tests.running import SHIPPED, at_rest, until
from tui.app import DealtuiApp
from tui.commands import COMMANDS, KeyTable, Need, Scope
from tui.screens.command_search import offered, rank, scopes_here, sections
from tui.screens.dialogs import ChooseScreen, PromptScreen
from tui.screens.explorer.state import View
from tui.screens.help import HelpScreen, Place, key_entries, sign_entries
from tui.screens.palette import Choice, choices, line, matching
from tui.screens.side.base import SideScreen
from tui.widgets.drawing.highlighted_text import width_of
from tui.widgets.entries import Entry, EntryPane, Target
from tui.widgets.key_bindings import OwnKeys


def texts(entries: list[Entry]) -> list[str]:
    return ["".join(text for text, _ in entry.runs) for entry in entries]


def shown(app: DealtuiApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


# What stands in the help


@pytest.mark.parametrize(
    ("here", "first"),
    [
        (Scope.RECORD, ["Record", "Explorer", "Everywhere"]),
        (Scope.TIMELINE, ["Timeline", "Explorer", "Everywhere"]),
        (Scope.AUDIT, ["Audit", "Other screens", "Everywhere"]),
        (Scope.SIDE, ["Other screens", "Everywhere"]),
    ],
)
def test_the_keys_of_this_pane_come_first_then_those_of_the_screen(
    here: Scope, first: list[str]
) -> None:
    names = [name for name, _ in sections(here)]
    assert names[: len(first)] == first
    assert len(names) == len(set(names)) == len(Scope)


@pytest.mark.parametrize("here", Scope)
def test_every_command_is_in_the_help_once_wherever_it_is_asked_for(here: Scope) -> None:
    targets = [
        entry.target.key for entry in key_entries(Place(here), KeyTable(), "", 80) if entry.target
    ]
    assert sorted(targets) == sorted(command.id for command in COMMANDS)


@pytest.mark.parametrize("width", [30, 46, 80])
def test_every_title_and_every_meaning_is_whole_at_any_width(width: int) -> None:
    entries = key_entries(Place(Scope.RESULTS), KeyTable(), "", width)
    assert all(width_of(entry.runs) <= width for entry in entries)
    words = " ".join(" ".join(texts(entries)).split())
    for command in COMMANDS:
        assert all(word in words for word in command.title.split())
    assert all(width_of(entry.runs) <= width for entry in sign_entries("", width))


def test_keys_that_are_no_commands_stand_before_the_others() -> None:
    own = OwnKeys("This question", (("enter", "Take the answer"), ("Esc", "Leave it")))
    lines = texts(key_entries(Place(Scope.APP, (own,), in_dialog=True), KeyTable(), "", 80))
    assert lines[0] == "This question"
    assert "Take the answer" in lines[1]


def test_the_help_is_filtered_by_keys_titles_and_other_words() -> None:
    def found(words: str) -> str:
        return "\n".join(texts(key_entries(Place(Scope.RESULTS), KeyTable(), words, 80)))

    assert "Star this record" in found("star rec")
    assert "Quit" not in found("star rec")
    assert "Take the last filter" in found("⌫")
    assert "what every sign means" in found("legend")
    assert "Nothing has these words" in found("xyzzy")


def test_signs_are_filtered_by_what_they_mean_and_by_themselves() -> None:
    def found(words: str) -> list[str]:
        return [text for text in texts(sign_entries(words, 80)) if text.startswith("  ")]

    assert [text.split()[0] for text in found("≟")] == ["≟"]
    assert any(text.split()[0] == "◐" for text in found("announced"))
    assert found("xyzzy") == []


# Which commands there are


def test_words_rank_by_where_they_are_found() -> None:
    assert rank("star", "Star this record") == 0
    assert rank("tar", "Star this record") == 1
    assert rank("favourite", "Star this record", "favourite bookmark") == 2
    assert rank("star audit", "Star this record", "favourite") is None
    assert rank("", "Quit") == 0
    assert rank("ETOILE", "Étoile") == 0


def test_nothing_is_offered_that_does_not_apply() -> None:
    everything = frozenset(Need)
    for here in Scope:
        near = scopes_here(here)
        assert {command.scope for command in offered(here, everything)} <= set(near)
        assert all(command.needs is None for command in offered(here, ()))
    ids = [command.id for command in offered(Scope.RESULTS, {Need.RECORD})]
    assert "explorer:star" in ids
    assert "explorer:unfilter" not in ids
    assert "audit:repair" not in ids
    assert View().at_hand == frozenset()


def test_the_palette_lists_the_commands_of_the_pane_first_then_kept_searches() -> None:
    found = choices(Scope.TIMELINE, (), {"mine": "payer:amazon"}, KeyTable())
    own = sum(command.scope is Scope.TIMELINE for command in COMMANDS)
    assert found[own] == Choice(
        "Search: mine", "payer:amazon", "", Target("search", "payer:amazon")
    )
    assert matching(found, "mine") == [found[own]]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("legend", "Show all keys, and what every sign means"),
        ("settings", "Choose a theme: colours, dark or light"),
        ("export", "Copy the record, quote or selection"),
        ("add", "Record the selection or figure as evidence"),
        ("quit", "Quit"),
    ],
)
def test_a_command_is_found_by_other_words_for_it(words: str, title: str) -> None:
    found = matching(choices(Scope.RESULTS, frozenset(Need), {}, KeyTable()), words)
    assert title in [choice.title for choice in found]


@pytest.mark.parametrize("width", [24, 40, 72])
def test_a_command_has_one_line_with_its_key_at_the_right(width: int) -> None:
    choice = Choice("Next quote of this record in the article", "n", "", Target("command", "x"))
    entry = line(choice, width)
    assert width_of(entry.runs) == width
    assert entry.runs[-1] == ("n", "key")


# On the screen


async def test_help_filters_as_one_types_and_enter_does_what_is_found() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("question_mark")
        await until(pilot, lambda: "List" in shown(app) and "Next record" in shown(app))
        await pilot.press("tab")
        await until(pilot, lambda: "How far it is proved" in shown(app))
        await pilot.press("tab", *"star this")
        await until(pilot, lambda: "Star this record" in shown(app))
        await pilot.press("enter")
        record = app.explorer.view.record_id
        assert record is not None
        await until(pilot, lambda: app.explorer.view.session.own.starred(record))


async def test_help_works_in_dialogs_and_in_the_search_bar() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("o")
        await until(pilot, lambda: isinstance(app.screen, ChooseScreen))
        await pilot.press("question_mark")
        await until(pilot, lambda: "This choice" in shown(app))
        await pilot.press("escape", "escape", "t", "at")
        await until(pilot, lambda: isinstance(app.screen, PromptScreen))
        await pilot.press("f1")
        await until(pilot, lambda: "This question" in shown(app))
        await pilot.press("escape", "escape", "slash", "f1")
        await until(pilot, lambda: "payer:amazon" in shown(app))
        assert isinstance(app.screen, HelpScreen)


async def test_what_works_elsewhere_is_said_and_not_done() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at_rest(pilot, app)
        await pilot.press("question_mark", *"repair where", "enter")
        await until(pilot, lambda: "That works in another place: Audit." in shown(app))


async def test_numbers_and_the_keys_of_vim_move_in_every_list() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        results, record = app.explorer.results, app.explorer.record_pane
        await pilot.press("g", "g", "5")
        await until(pilot, lambda: shown(app).splitlines()[-1].startswith(" 5 "))
        await pilot.press("j")
        await until(pilot, lambda: not shown(app).splitlines()[-1].startswith(" 5 "))
        assert results.cursor == 5
        await pilot.press(*"9G")
        assert results.cursor == 8
        await pilot.press(*"6k")
        assert results.cursor == 2
        await pilot.press("L")
        assert results.cursor == results.top + results.size.height - 1
        await pilot.press("H")
        assert results.cursor == results.top
        # Two is the record, unless a motion is typed right behind it.
        await pilot.press("g", *"2j")
        assert results.has_focus
        assert results.cursor == 2
        await pilot.press("2")
        await pilot.pause(0.5)
        await pilot.press(*"5j")
        assert record.has_focus
        assert record.cursor == 5
        await pilot.press("H")
        assert record.cursor == 0
        await pilot.press("1")
        await pilot.pause(0.5)
        await pilot.press("g", *"25j", "z", "z")
        await until(pilot, lambda: results.cursor - results.top == results.size.height // 2)
        # No digit is a command on the other screens.
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, SideScreen))
        entries = app.screen.query_one(EntryPane)
        await until(pilot, lambda: entries.line >= 0)
        lines = [entries.line]
        for keys in ("3G", "g", "2j"):
            await pilot.press(*keys)
            lines.append(entries.line)
        assert lines[1] == lines[3] > lines[0] == lines[2]


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_a_count_may_begin_with_the_number_of_any_pane(size: tuple[int, int]) -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=size) as pilot:
        await at_rest(pilot, app)
        explorer = app.explorer
        await pilot.press("g")
        for keys, cursor in (("2j", 2), ("14j", 16), ("3k", 13), ("4G", 3), ("31G", 30)):
            await pilot.press(*keys)
            await until(pilot, lambda: explorer.results.has_focus and explorer.results.display)
            assert explorer.results.cursor == cursor, keys
            assert not explorer.navigation.zoomed
        await pilot.press("3")
        await until(pilot, lambda: explorer.article_pane.has_focus)


async def test_a_count_that_is_typed_faster_than_panes_take_the_focus_is_kept() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("g")
        for key in "12j":
            app.post_message(Key(key, key))
        await until(pilot, lambda: app.explorer.results.cursor == 12)
        assert app.explorer.results.has_focus


async def test_a_number_steps_through_the_marks_of_the_timeline() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("t", "left", "left", "left")
        await until(pilot, lambda: app.explorer.timeline.has_focus)
        there = app.explorer.view.record_id
        await pilot.press("right", "right", "right", "9", "right")
        last = app.explorer.view.record_id
        await pilot.press("3", "t", "9", "left")
        assert app.explorer.view.record_id not in (there, last)
