"""Time as a place to go to: a date, a list of what happened, the corpus as it was known then."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from tui.model.dates import DateError, Edtf
from tui.model.format import counted
from tui.model.format_dates import full_day
from tui.model.safe_text import safe_line
from tui.model.task import CancelledError, Task
from tui.screens.dialogs import ChooseScreen, PromptScreen
from tui.screens.explorer.reading import read_up
from tui.screens.part import ExplorerPart
from tui.widgets.entries import Entry, Target

if TYPE_CHECKING:
    from datetime import date

    from tui.session.protocol import Library
    from tui.widgets.timeline.pane import TimelinePane


def _wrong_date(text: str) -> str | None:
    try:
        Edtf.parse(text)
    except DateError as error:
        return str(error)
    return None


class TimeActions(ExplorerPart):
    """Actions on time; mixed into the explorer."""

    _known_at: int | None = None
    _stepping = Lock()

    def action_timeline(self) -> None:
        """Go to the timeline."""
        self.show_pane("timeline")

    def action_goto_date(self) -> None:
        """Ask for a date and show it in the middle."""
        prompt = PromptScreen(
            "Go to a date", "", "2023, 2023-09, 2024-Q1, 2023-09-25", _wrong_date, does="goes there"
        )
        self.app.push_screen(prompt, self._goto)

    def _goto(self, text: str | None) -> None:
        if text:
            self.timeline.go_to(Edtf.parse(text))

    def action_timeline_list(self) -> None:
        """The same as the picture, as a list in order of time."""
        self.run_worker(self._list_in_time, thread=True, exclusive=True, group="list")

    def _list_in_time(self) -> None:
        from tui.export.text.timeline_text import timeline_list

        if self.library is None:
            return
        entries = [
            Entry([(safe_line(line), "")], Target("record", record_id))
            for record_id, line in timeline_list(
                self.library.corpus, self.library.listed, self.library.locale
            )
        ]

        here = Target("record", self.reading.record.id) if self.reading is not None else None

        def show() -> None:
            self.app.push_screen(
                ChooseScreen("In order of time", entries, here),
                lambda target: self.go_to(target.key) if target is not None else None,
            )

        self.dealtui.tell(show)

    def action_known(self, step: int) -> None:
        """Step back to what was known when the article before appeared, or forward again."""
        base = self.dealtui.library
        if base is None:
            return
        days = publication_days(base)
        if not days:
            self.dealtui.say("No article has a date of publication.")
            return
        at = len(days) if self._known_at is None else self._known_at
        at = max(0, min(len(days), at + step))
        if at == len(days):
            self._back_to_present(base)
        else:
            self._know(base, at, days[at])

    def on_timeline_pane_published(self, message: TimelinePane.Published) -> None:
        """An article in the timeline: what was known when it appeared; once more: the present."""
        base = self.dealtui.library
        if base is None:
            return
        days = publication_days(base)
        told = [base.articles[one].published for one in message.articles]
        day = max((one.latest for one in told if one and one.latest), default=None)
        if day is None or day == self.timeline.known_until:
            self._back_to_present(base)
        else:
            self._know(base, days.index(day), day)

    def _back_to_present(self, base: Library) -> None:
        self.workers.cancel_group(self, "known")
        self.leave_known()
        self.show_known(base, "")

    def _know(self, base: Library, at: int, day: date) -> None:
        self._known_at = at
        self.timeline.known_until = day
        words = f"as known on {full_day(day, base.locale)}, {articles_after(base, day)}"
        self.show_progress(f"going back to {full_day(day, base.locale)} …")
        self.run_worker(
            partial(self._step_back, base, day, words),
            thread=True,
            exclusive=True,
            group="known",
        )

    def leave_known(self) -> None:
        """Forget that time was stepped back; what is shown next is the present."""
        self._known_at = None
        self.timeline.known_until = None
        self.remove_class("-known")

    def _step_back(self, base: Library, until: date, words: str) -> None:
        worker = get_current_worker()
        # One at a time: of steps in a row, those in between are left out.
        with self._stepping:
            if worker.is_cancelled:
                return
            library = base.as_known(until)
            here = self.reading
            read_up(library, self.bar.value, self.order, here.record.id if here else None)

            def show(progress: str) -> None:
                if not worker.is_cancelled and self.timeline.known_until == until:
                    self.show_known(library, progress)

            self.dealtui.tell(show, f"{words} · searching …")
            with suppress(CancelledError):
                library.prepare(Task(is_cancelled=lambda: worker.is_cancelled))
                self.dealtui.tell(show, words)

    # Messages of the pane

    def on_timeline_pane_chosen(self, message: TimelinePane.Chosen) -> None:
        """A mark was chosen in the timeline."""
        self.go_to(message.record_id)

    def on_timeline_pane_stacked(self, message: TimelinePane.Stacked) -> None:
        """Marks lie over each other: let the user choose."""
        if self.library is None:
            return
        library = self.library
        entries = [
            Entry(
                [(safe_line(library.record(one).title), ""), (f"  {one}", "quiet")],
                Target("record", one),
            )
            for one in message.records
        ]
        self.app.push_screen(
            ChooseScreen(f"{len(entries)} marks at one place", entries),
            lambda target: self.go_to(target.key) if target is not None else None,
        )

    def on_timeline_pane_opened(self) -> None:
        """Go into the record of the mark."""
        self.show_pane("record")

    def show_progress(self, words: str) -> None:
        """Say in the head line what goes on."""
        raise NotImplementedError

    def show_known(self, library: Library, words: str) -> None:
        """Show a library stepped back in time, clearly marked; no words mean the present."""
        raise NotImplementedError


def publication_days(library: Library) -> list[date]:
    """The days on which articles had appeared, oldest first."""
    days = (article.published for article in library.articles.values())
    return sorted({day.latest for day in days if day is not None and day.latest is not None})


def articles_after(library: Library, day: date) -> str:
    """How many articles appeared after a day, in words."""
    days = (article.published for article in library.articles.values())
    count = sum(one is not None and one.latest is not None and one.latest > day for one in days)
    if not count:
        return "the newest article"
    return f"{counted(count, 'article')} before the newest"
