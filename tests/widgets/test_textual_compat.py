"""What is taken from Textual beside its public interface: there, and doing what it is taken for."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.app import App, ComposeResult
from textual.command import Provider
from textual.message_pump import MessagePump
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.widgets.textual_compat import (
    FaultReportingApp,
    FaultTolerant,
    is_ending,
    report_fault,
    shows_error,
)

if TYPE_CHECKING:
    from textual import events

ROOT = Path(__file__).parents[2]
COMPAT = ROOT / "tui" / "widgets" / "textual_compat.py"


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        (MessagePump._dispatch_message, ["self", "message"]),
        (App._handle_exception, ["self", "error"]),
        (Screen._compositor_refresh, ["self"]),
        (Screen._get_breakpoint_classes, ["self", "dimension", "breakpoints"]),
    ],
)
def test_textual_has_what_is_overridden(method: object, parameters: list[str]) -> None:
    assert callable(method)
    assert list(inspect.signature(method).parameters) == parameters


def test_textual_dispatches_messages_in_a_coroutine() -> None:
    assert inspect.iscoroutinefunction(MessagePump._dispatch_message)


class Fragile(FaultTolerant, Widget, can_focus=True):
    """Breaks at one key and hears the next."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def on_key(self, event: events.Key) -> None:
        if event.key == "x":
            raise RuntimeError("broken")
        self.heard.append(event.key)


class Reporting(FaultTolerant, FaultReportingApp):
    """Keeps what went wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def compose(self) -> ComposeResult:
        yield Fragile()

    def fault_raised(self, error: Exception) -> None:
        self.faults.append(str(error))


async def test_after_a_fault_the_next_key_is_heard_and_the_app_is_told() -> None:
    app = Reporting()
    async with app.run_test() as pilot:
        pane = app.query_one(Fragile)
        pane.focus()
        await pilot.press("a", "x", "b")
        assert pane.heard == ["a", "b"]
        assert app.faults == ["broken"]


async def test_faults_of_timers_and_those_that_are_told_reach_the_app_too() -> None:
    app = Reporting()
    async with app.run_test() as pilot:

        def fail() -> None:
            raise ValueError("late")

        app.set_timer(0.01, fail)
        report_fault(app, KeyError("told"))
        while len(app.faults) < 2:
            await pilot.pause(0.01)
        assert sorted(app.faults) == ["'told'", "late"]


async def test_an_app_that_does_not_decide_ends_by_its_fault() -> None:
    with pytest.raises(RuntimeError, match="for good"):
        async with FaultReportingApp().run_test() as pilot:
            report_fault(pilot.app, RuntimeError("for good"))


async def test_an_error_is_known_as_long_as_it_is_shown() -> None:
    app = Reporting()
    async with app.run_test() as pilot:
        app.notify("said")
        await pilot.pause()
        assert not shows_error(app)
        app.notify("wrong", severity="error")
        await pilot.pause()
        assert shows_error(app)
        app.clear_notifications()
        assert not shows_error(app)


async def test_an_app_that_was_asked_to_end_is_ending() -> None:
    app = Reporting()
    async with app.run_test():
        assert not is_ending(app)
        app.exit()
        assert is_ending(app)


def private_names_of_textual() -> set[str]:
    """Names with a leading underscore that Textual gives to what this program derives from."""

    class AProvider(Provider):
        async def search(self, query: str) -> object:  # type: ignore[override] # never asked
            return query

    made = (App(), Screen(), ModalScreen(), Widget(), Input(), Static(), AProvider(Screen()))
    return {
        name
        for thing in made
        for name in dir(thing)
        if name.startswith("_") and not name.startswith("__")
    }


def test_no_other_module_uses_or_takes_a_private_name_of_textual() -> None:
    taken = private_names_of_textual()
    paths = [ROOT / "tui" / "app.py", *(ROOT / "tui" / "widgets").rglob("*.py")]
    paths += (ROOT / "tui" / "screens").rglob("*.py")
    used = []
    for path in set(paths) - {COMPAT}:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = getattr(node, "attr", getattr(node, "name", None))
            if isinstance(name, str) and name in taken:
                used.append(f"{path.relative_to(ROOT)}:{node.lineno} {name}")
    assert used == []
