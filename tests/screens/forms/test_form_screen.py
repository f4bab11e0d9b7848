"""A form is walked with tab, answered from lists, and writes only what a check has spoken of."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from running import until

from tui.corpus.edit.proposals import AddRecord, propose
from tui.screens.form import FormScreen
from tui.screens.key_order import KeysInOrder
from tui.session.forms.choices import Choice, Choices
from tui.session.forms.fields import FormField, Verdict, WrongAnswer
from tui.widgets.forms.change_preview import ChangePreview, VerdictLines
from tui.widgets.forms.form import Form

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping, Sequence

    from textual.pilot import Pilot

    from tui.corpus.edit.file_edit import Edit
    from tui.corpus.edit.proposals import Proposal, Refusal

SOURCE = "version: 1\ndeals:\n  - id: first\n    title: First\n"
PARTIES = Choices([Choice("larkspur", "Larkspur Energy"), Choice("kestrel", "Kestrel Capital")])
STATUSES = Choices.of("rumoured", "announced", "paid")


class Subject:
    """Asks for a payer, its aliases where it is new, a status and a title."""

    title = "Record this"
    first = "payer"

    def __init__(self) -> None:
        self.refusal = ""
        self.may_speak = threading.Event()
        self.may_speak.set()

    def fields(self) -> Sequence[FormField]:
        return self._fields(new=False)

    def _fields(self, *, new: bool) -> list[FormField]:
        payer = FormField(
            "payer", "payer", choices=PARTIES, creates="party", if_empty="not shown", span=(4, 8)
        )
        aliases = [FormField("aliases", "  aliases")] if new else []
        status = FormField("status", "status", "paid", STATUSES, because="has paid")
        return [payer, *aliases, status, FormField("title", "title", "A title")]

    def revised(self, answers: Mapping[str, str], changed: str) -> Sequence[FormField] | None:
        if changed != "payer":
            return None
        payer = answers["payer"]
        return self._fields(new=bool(payer) and PARTIES.valued(payer) is None)

    def proposal(self, answers: Mapping[str, str]) -> Proposal | WrongAnswer:
        if not answers["title"]:
            return WrongAnswer("title", "a record needs a title")
        return AddRecord("deals", {"id": "second", **answers})

    def verdict(self, answers: Mapping[str, str], edit: Edit) -> Verdict:
        self.may_speak.wait(10)
        return Verdict(((f"{answers['payer']} is proved", "good"),), self.refusal, "payer")


class FileChanges:
    def offer(
        self,
        proposal: Proposal,
        made: Callable[[], None] = lambda: None,
        told: Sequence[str] = (),
    ) -> None: ...

    def preview(self) -> Callable[[Proposal], Edit | Refusal]:
        return lambda proposal: propose(SOURCE, proposal)

    def make(
        self,
        edit: Edit,
        made: Callable[[], None] = lambda: None,
        proposal: Proposal | None = None,
    ) -> None: ...

    def undo(self) -> None: ...

    def redo(self) -> None: ...


class FormApp(KeysInOrder):
    """An app that shows nothing but the form."""

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self.subject, self.pointed = subject, list[tuple[int, int]]()
        self.answer: Any = "open"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict.fromkeys(("frame", "frame-focus", "frame-text"), "white")

    def tell(self, callback: Callable[..., None], *arguments: object) -> None:
        self.call_from_thread(callback, *arguments)

    def on_mount(self) -> None:
        def done(filled: object) -> None:
            self.answer = filled

        host: Any = self
        text = "the words of an article"
        screen = FormScreen(host, FileChanges(), self.subject, text, self.pointed.append)
        self.push_screen(screen, done)

    @property
    def form(self) -> Form:
        return self.screen.query_one(Form)


@pytest.fixture
async def opened() -> AsyncIterator[tuple[Pilot[None], FormApp]]:
    app = FormApp(Subject())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(app.screen.query(Form)) and app.form.row is not None)
        yield pilot, app


Opened = tuple["Pilot[None]", FormApp]


async def test_typing_narrows_tab_takes_and_the_next_field_has_the_cursor(opened: Opened) -> None:
    pilot, app = opened
    assert app.pointed == [(4, 8)]
    await pilot.press(*"kes", "tab")
    assert app.form.answers["payer"] == "kestrel"
    assert app.form.row is not None
    assert app.form.row.field.name == "status"
    await pilot.press("shift+tab")
    assert app.form.row.field.name == "payer"


async def test_what_no_choice_has_becomes_new_and_asks_for_more(opened: Opened) -> None:
    pilot, app = opened
    await pilot.press(*"Bramble", "enter")
    assert app.form.answers["payer"] == "Bramble"
    assert "aliases" in app.form.answers
    await pilot.press("tab", *"BW")
    assert app.form.answers["aliases"] == "BW"
    await pilot.press("shift+tab", *"lark", "enter")
    assert "aliases" not in app.form.answers
    assert app.form.answers["payer"] == "larkspur"


async def test_what_was_typed_stays_when_another_answer_brings_other_fields(
    opened: Opened,
) -> None:
    pilot, app = opened
    await pilot.press("shift+tab", "end", *" of mine", "tab", *"Bramble", "enter")
    assert "aliases" in app.form.answers
    assert app.form.answers["title"] == "A title of mine"


async def test_enter_gives_the_change_that_is_shown(opened: Opened) -> None:
    pilot, app = opened
    await pilot.press(*"kes", "enter", "tab", "down", "up", "enter")
    assert app.form.answers["status"] == "announced"
    await until(pilot, lambda: "kestrel" in str(app.screen.query_one(ChangePreview)._lines))
    assert "proved" in str(app.screen.query_one(VerdictLines)._lines)
    await pilot.press("enter")
    await until(pilot, lambda: app.answer != "open")
    assert "payer: kestrel\n    status: announced\n" in app.answer.edit.replacement


async def test_enter_waits_until_the_check_has_spoken(opened: Opened) -> None:
    pilot, app = opened
    app.subject.may_speak.clear()
    await pilot.press(*"kes", "enter", "enter")
    await pilot.pause(0.2)
    assert app.answer == "open"
    app.subject.may_speak.set()
    await until(pilot, lambda: app.answer != "open")
    assert "payer: kestrel" in app.answer.edit.replacement


async def test_what_the_check_refuses_is_not_written_and_the_field_is_shown(
    opened: Opened,
) -> None:
    pilot, app = opened
    app.subject.refusal = "this quote says otherwise"
    await pilot.press("tab", "tab", *"!", "enter")
    await until(pilot, lambda: app.form.row is not None and app.form.row.field.name == "payer")
    assert app.answer == "open"


async def test_a_wrong_answer_is_said_and_nothing_is_written(opened: Opened) -> None:
    pilot, app = opened
    await pilot.press("tab", *"payed", "enter")
    await pilot.pause(0.2)
    assert app.answer == "open"
    assert "payed is none of the choices" in str(app.screen.query_one(VerdictLines)._lines)


async def test_escape_closes_the_list_first_and_then_leaves_nothing(opened: Opened) -> None:
    pilot, app = opened
    await pilot.press("k", "escape")
    assert app.answer == "open"
    await pilot.press("escape")
    await until(pilot, lambda: app.answer is None)
