"""A session of captures: 25 figures of invented articles, recorded in the app by its keys alone.

The articles and what a careful analyst records of them (`captures/gold.tsv`) were written before
anything read them. For each field it says how often the form shows what is meant, nothing, or
something else at first; then the fields that differ are answered by the fewest keys, the form is
written, and what stands in the file is compared again.

Usage: python bench/captures.py [-v]
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.app import DealtuiApp
from tui.model.records import Deal, Fact
from tui.screens.form import FormScreen
from tui.widgets.forms.form import Form

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.pilot import Pilot

    from tui.session.forms.fields import FormField
    from tui.session.protocol import Session

GOLD = Path(__file__).parent / "captures"
FIELDS = ("record as", "payer", "payee", "parties", "amount", "instrument", "status", "date",
          "party", "kind", "stance")  # fmt: skip
LOOSE = frozenset({"instrument", "status"})
"""Fields that are not compared where the gold leaves them open: two readings are defensible."""


class Wanted(NamedTuple):
    """One line of the gold: what is recorded of a figure."""

    article: str
    figure: str
    fields: Mapping[str, str]


class Measured(NamedTuple):
    """How one capture went."""

    wanted: Wanted
    first: Mapping[str, str]
    keys: int
    corrected: int
    written: bool


def gold() -> list[Wanted]:
    """The lines of the gold."""
    lines = (GOLD / "gold.tsv").read_text("utf-8").splitlines()
    names = lines[1].removeprefix("# ").split("\t")[2:]
    names[0] = "record as"
    found = []
    for line in lines[2:]:
        article, figure, *values = line.split("\t")
        found.append(Wanted(article, figure, dict(zip(names, values, strict=True))))
    return found


def shown(form: Form, session: Session) -> dict[str, str]:
    """What a form holds, parties by their names, one date of two."""
    answers = form.answers
    held = {name: answers.get(name, "") for name in FIELDS}
    for name in ("payer", "payee", "party"):
        held[name] = session.names.get(held[name], held[name])
    several = [session.names.get(one, one) for one in held["parties"].split(", ") if one]
    held["parties"] = ", ".join(several)
    held["amount"] = answers.get("amount") or answers.get("value", "")
    held["date"] = answers.get("date") or answers.get("announced", "")
    return held


def compared(wanted: Wanted) -> list[str]:
    """The fields of a capture that count: those of the kind of record that it makes."""
    target = wanted.fields["record as"]
    if target == "new deals":
        names = ["payer", "payee", "parties", "amount", "instrument", "status", "date"]
    elif target == "new facts":
        names = ["party", "kind", "amount", "date"]
    else:
        names = ["stance"]
    return ["record as", *(n for n in names if wanted.fields[n] or n not in LOOSE)]


def verdict(name: str, wanted: Wanted, held: Mapping[str, str]) -> str:
    """Whether a field is right, empty or wrong."""
    meant, found = wanted.fields[name], held[name]
    if name == "parties":
        same = set(filter(None, meant.split(", "))) == set(filter(None, found.split(", ")))
    else:
        same = meant == found
    return "right" if same else "wrong" if found else "empty"


class Recording:
    """One run of the app over the articles."""

    def __init__(self, app: DealtuiApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot, self.keys = app, pilot, 0

    async def press(self, *keys: str) -> None:
        """Press keys, and count them."""
        for key in keys:
            self.keys += 1
            await self.pilot.press(key)
            await self.pilot.pause()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait for a condition."""
        for _ in range(2000):
            if holds():
                return
            await self.pilot.pause(0.01)
        raise TimeoutError

    async def capture(self, wanted: Wanted) -> Measured:
        """Record one figure as the gold says."""
        app, start = self.app, self.keys
        await self.stand_on(wanted)
        session = app.session
        assert session is not None
        before = session.loaded.source
        await self.press("a")
        await self.until(lambda: isinstance(app.screen, FormScreen))
        form = app.screen.query_one(Form)
        await self.until(lambda: form.row is not None)
        first = shown(form, session)
        corrected = 0
        for name in compared(wanted):
            if verdict(name, wanted, shown(form, session)) != "right":
                corrected += 1
                await self.answer(form, name, wanted)
        while app.session.loaded.source == before:
            # A check that is against a field is answered by enter once more.
            await self.press("enter")
            await self.until(
                lambda: (
                    app.session.loaded.source != before
                    or (isinstance(app.screen, FormScreen) and app.screen.is_checked)
                )
            )
        await self.until(lambda: not any(worker.is_running for worker in app.workers))
        await self.pilot.pause()
        return Measured(wanted, first, self.keys - start, corrected, self.is_written(wanted))

    async def stand_on(self, wanted: Wanted) -> None:
        """Take the figure to hand: by the next article, then by the next open figure."""
        explorer = self.app.explorer

        def article() -> str:
            page = explorer.view.page
            return page.article if page is not None else ""

        while article() != wanted.article:
            await self.press("right_curly_bracket")
        for _ in range(40):
            figure = explorer.view.pointed
            text = explorer.article_pane.text or ""
            if figure is not None and figure.kind == "figure":
                words = r"\s+".join(map(re.escape, wanted.figure.split()))
                place = re.search(words, text)
                if place is not None and figure.start <= place.start() < figure.end:
                    return
            await self.press("i")
        raise LookupError(wanted)

    async def answer(self, form: Form, name: str, wanted: Wanted) -> None:
        """Answer a field by the fewest keys."""
        names = list(form.answers)
        target = {"amount": "value" if "value" in names else "amount"}.get(name, name)
        if name == "date":
            target = "announced" if form.answers.get("announced") else "date"
        row = form.row
        assert row is not None
        steps = names.index(target) - names.index(row.field.name)
        way = min(steps, steps + len(names), steps - len(names), key=abs)
        await self.press(*(["tab"] * way if way > 0 else ["shift+tab"] * -way))
        await self.type(form, form.field(target), wanted.fields[name])

    async def type(self, form: Form, field: FormField, meant: str) -> None:
        """Type an answer, as much of it as it takes."""
        if not meant:
            await self.press("backspace")
            return
        for number, answer in enumerate(meant.split(", ") if field.several else [meant]):
            answer = self.beginning(field, answer)  # noqa: PLW2901 (what is typed of it)
            if number:
                await self.press(",", "space")
            await self.press(*("space" if letter == " " else letter for letter in answer))
            if field.choices:
                await self.press("enter")

    def beginning(self, field: FormField, answer: str) -> str:
        """As much of an answer as must be typed until the list of its field begins with it."""
        session = self.app.session
        assert session is not None
        known = field.choices.named(answer)
        name, value = (known.shown, known.value) if known is not None else (answer, answer)
        if session.has_record(answer):
            name = session.record(answer).title
        for size in range(1, len(name) + 1):
            found = field.choices.matching(name[:size], 30)
            if found and found[0].value == value:
                return name[:size]
        return answer

    def is_written(self, wanted: Wanted) -> bool:
        """Whether the file now says what the gold says."""
        session = self.app.session
        assert session is not None
        names = session.names
        target = wanted.fields["record as"]
        if not target.startswith("new "):
            evidence = session.record(target).evidence[-1]
            return evidence.article == wanted.article and evidence.stance == wanted.fields["stance"]
        record = list(session.corpus.records.values())
        made = [one for one in record if isinstance(one, Deal if target == "new deals" else Fact)]
        newest = max(made, key=lambda one: one.line)
        if isinstance(newest, Deal):
            found = {
                "payer": names.get(newest.payer, ""), "payee": names.get(newest.payee, ""),
                "parties": ", ".join(names[one] for one in newest.parties),
                "amount": str(newest.amount or ""),
                "date": str(newest.date or newest.announced or ""),
                "instrument": newest.instrument, "status": newest.status,
            }  # fmt: skip
        else:
            assert isinstance(newest, Fact)
            found = {
                "party": names.get(newest.party, ""), "kind": newest.kind,
                "amount": str(newest.value or ""), "date": str(newest.date or ""),
            }  # fmt: skip
        return all(
            verdict(name, wanted, found) == "right" for name in compared(wanted) if name in found
        )


async def session_of(folder: Path) -> list[Measured]:
    """Record everything that the gold lists."""
    app = DealtuiApp(folder / "deals.yaml")
    measured = []
    async with app.run_test(size=(120, 40)) as pilot:
        recording = Recording(app, pilot)
        await recording.until(
            lambda: (
                app.session is not None
                and app.session.proofs.complete
                and app.explorer.view.reading is not None
            )
        )
        measured += [await recording.capture(wanted) for wanted in gold()]
    return measured


def report(measured: list[Measured], *, verbose: bool) -> None:
    """Print what was measured."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in measured:
        for name in compared(one.wanted):
            said = verdict(name, one.wanted, one.first)
            counts[name][said] += 1
            if verbose and said != "right":
                meant = one.wanted.fields[name]
                print(f"{one.wanted.article} {one.wanted.figure}: {name} {said}:"
                      f" {one.first[name]!r}, meant {meant!r}")  # fmt: skip
    print(f"{'field':<12}{'right':>7}{'empty':>7}{'wrong':>7}")
    for name in FIELDS:
        if counts[name]:
            row = counts[name]
            print(f"{name:<12}{row['right']:>7}{row['empty']:>7}{row['wrong']:>7}")
    keys = sorted(one.keys for one in measured)
    right = sum(one.written for one in measured)
    print(f"\n{len(measured)} captures, {right} in the file as meant")
    print(f"keys a capture: median {keys[len(keys) // 2]}, most {keys[-1]}, all {sum(keys)}")
    for one in measured:
        if not one.written:
            print("not as meant:", one.wanted.article, one.wanted.figure)
    print(f"with nothing to correct: {sum(not one.corrected for one in measured)}")
    print("left the app: 0 times")


def main() -> None:
    """Run in a folder of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kept in ("CACHE", "DATA", "CONFIG", "STATE"):
            os.environ[f"XDG_{kept}_HOME"] = str(folder / kept)
        corpus = folder / "corpus"
        shutil.copytree(GOLD, corpus)
        measured = asyncio.run(session_of(corpus))
    report(measured, verbose="-v" in sys.argv)


if __name__ == "__main__":
    main()
