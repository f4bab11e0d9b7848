"""Time as a place to go to: a date, a list of what happened, the corpus as it was known then."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from tui.model.dates import DateError, Edtf
from tui.model.format import counted
from tui.model.format_dates import full_day
from tui.model.safe_text import safe_line
from tui.model.task import CancelledError, Task
from tui.platform.translation import tr
from tui.screens.explorer.reading import warm_up
from tui.screens.explorer.readout import readout_of
from tui.widgets.entries import Entry, Target

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from tui.model.locales import Locale
    from tui.screens.explorer.reading import SearchPlace
    from tui.screens.explorer.state import ExplorerState, View
    from tui.screens.ports import Background, Dialogs, Job, Notifier, Scheduler, Timer
    from tui.session.protocol import SearchResult, Session
    from tui.widgets.timeline.pane import TimelineMaker
    from tui.widgets.timeline.readout import Readout

_REST = 0.2
"""Seconds without a letter after which the timeline follows: with many records that is work."""


class TimelineView(Protocol):
    """Shows records in time."""

    known_until: date | None
    """The day as of which the corpus is shown."""

    def attach(self, locale: Locale) -> None:
        """Say how dates and figures are written."""

    def hold(self) -> None:
        """Lay nothing out in the background: other records are about to come."""

    def show_records(self, make: TimelineMaker, count: int) -> None:
        """Show other records, so many, in lanes that `make` makes in whichever thread."""

    def select(self, record_id: str) -> None:
        """Mark a record as the selected one."""

    def read_out(self, readout: Readout | None) -> None:
        """Show a record in words below the picture."""

    def go_to(self, when: Edtf) -> None:
        """Show a date in the middle."""


class ShowSession(Protocol):
    """Shows another session, staying where the user is."""

    def __call__(
        self, session: Session, /, *, progress: str = "", stepped_back: bool = False
    ) -> None:
        """Show it, saying what goes on and whether it is the corpus of the past."""


class TimeTravelController:
    """Shows the found records in time, and the corpus as it was known on a day."""

    def __init__(
        self,
        state: ExplorerState,
        timeline: TimelineView,
        present: Callable[[], Session | None],
        show_session: ShowSession,
        go_to: Callable[[str, str | None], None],
        scheduler: Scheduler,
        background: Background,
        dialogs: Dialogs,
        notifier: Notifier,
    ) -> None:
        """Connect state and timeline.

        Args:
            state: What is shown.
            timeline: Where records are drawn in time.
            present: The corpus of the present, `None` while it is read for the first time.
            show_session: Shows another session.
            go_to: Reads another record, at one of its fields.
            scheduler: Lets the timeline rest while the user types.
            background: Where the corpus of a day is made.
            dialogs: Ask for a date, and offer records.
            notifier: Tells what cannot be done.
        """
        self._state, self._timeline, self._present = state, timeline, present
        self._show_session, self._go_to = show_session, go_to
        self._scheduler, self._background = scheduler, background
        self._dialogs, self._notifier = dialogs, notifier
        self._drawing: Timer | None = None
        self._stepping = Lock()
        state.observe(self._draw)

    # The picture

    def _draw(self, before: View, after: View) -> None:
        if after.known_until != before.known_until:
            self._timeline.known_until = after.known_until
        fresh = after.session is not None and after.session is not before.session
        if fresh and after.session is not None:
            self._timeline.attach(after.session.locale)
        if after.query != before.query:
            self._hold()
        if fresh:
            self._show_records()
        elif after.result is not before.result:
            self._hold()
            self._drawing = self._scheduler.set_timer(_REST, self._show_records)
        if after.record_id is not None and (fresh or after.record_id != before.record_id):
            self._timeline.select(after.record_id)
        if after.session is not None and (fresh or after.reading is not before.reading):
            reading = after.reading
            self._timeline.read_out(readout_of(after.session, reading) if reading else None)

    def _hold(self) -> None:
        """Draw nothing for now: the query changes."""
        drawing, self._drawing = self._drawing, None
        if drawing is not None:
            drawing.stop()
        self._timeline.hold()

    def _show_records(self) -> None:
        self._hold()
        view = self._state.view
        if view.session is None or view.result is None:
            return
        base = self._present() or view.session
        published = tuple(base.articles.values())
        make = partial(view.session.timeline, view.found, articles=published, sizes=base.sizes)
        self._timeline.show_records(make, view.result.total)

    # Going to a date or to a record

    def ask_for_date(self) -> None:
        """Ask for a date and show it in the middle."""
        hint = "2023, 2023-09, 2024-Q1, 2023-09-25"
        self._dialogs.ask(
            tr("Go to a date"),
            self._go_to_date,
            hint=hint,
            check=_wrong_date,
            does=tr("goes there"),
        )

    def _go_to_date(self, text: str) -> None:
        if text:
            self._timeline.go_to(Edtf.parse(text))

    def list_in_time(self) -> None:
        """The same as the picture, as a list in order of time."""
        view = self._state.view
        if view.session is not None:
            work = partial(_list_in_time, view.session, view.found, self._offer)
            self._background.start("list", work)

    def _offer(self, entries: Sequence[Entry]) -> None:
        here = self._state.view.record_id
        keep = Target("record", here) if here is not None else None
        self._dialogs.choose(tr("In order of time"), entries, self._follow, keep=keep)

    def choose_from(self, records: Sequence[str]) -> None:
        """Marks lie over each other: let the user choose."""
        session = self._state.view.session
        if session is None:
            return
        entries = [
            Entry(
                [(safe_line(session.record(one).title), ""), (f"  {one}", "quiet")],
                Target("record", one),
            )
            for one in records
        ]
        title = tr("{count} marks at one place").format(count=len(entries))
        self._dialogs.choose(title, entries, self._follow)

    def _follow(self, target: Target) -> None:
        self._go_to(target.key, None)

    # What was known when

    def step(self, step: int) -> None:
        """Step back to what was known when the article before appeared, or forward again."""
        base = self._present()
        if base is None:
            return
        days = publication_days(base)
        if not days:
            self._notifier.say(tr("No article has a date of publication."))
            return
        known = self._state.view.known_until
        at = (days.index(known) if known in days else len(days)) + step
        if at >= len(days):
            self._back_to_present(base)
        else:
            self._step_to(base, days[max(0, at)])

    def step_to_articles(self, articles: Sequence[str]) -> None:
        """Step to what was known when articles appeared; where that is shown, to the present."""
        base = self._present()
        if base is None:
            return
        published = [base.articles[one].published for one in articles]
        day = max((one.latest for one in published if one and one.latest), default=None)
        if day is None or day == self._state.view.known_until:
            self._back_to_present(base)
        else:
            self._step_to(base, day)

    def back_to_present(self) -> None:
        """Show what is known today."""
        base = self._present()
        if base is not None:
            self._back_to_present(base)

    def leave(self) -> None:
        """Forget that time was stepped back; what is shown next is the present."""
        self._background.cancel("known")
        self._state.show(replace(self._state.view, known_until=None))

    def _back_to_present(self, base: Session) -> None:
        self.leave()
        self._show_session(base)

    def _step_to(self, base: Session, day: date) -> None:
        shown = full_day(day, base.locale)
        words = tr("as known on {day}, {articles}")
        words = words.format(day=shown, articles=articles_after(base, day))
        view = self._state.view
        progress = tr("going back to {day} …").format(day=shown)
        self._state.show(replace(view, known_until=day, progress=progress))
        self._background.start(
            "known", partial(self._step_back, base, day, view.search_place, words)
        )

    def _step_back(
        self, base: Session, day: date, place: SearchPlace, words: str, job: Job
    ) -> None:
        # One at a time: of steps in a row, those in between are left out.
        with self._stepping:
            if job.cancelled():
                return
            session = base.as_known(day)
            warm_up(session, place)
            job.publish(self._show_known, session, day, f"{words} · searching …")
            with suppress(CancelledError):
                session.prepare(Task(is_cancelled=job.cancelled))
                job.publish(self._show_known, session, day, words)

    def _show_known(self, session: Session, day: date, words: str) -> None:
        if self._state.view.known_until == day:
            self._show_session(session, progress=words, stepped_back=True)


def _list_in_time(
    session: Session,
    found: SearchResult | None,
    offer: Callable[[Sequence[Entry]], None],
    job: Job,
) -> None:
    entries = [
        Entry(
            [(safe_line(f"{line.date}  "), "quiet"), (safe_line(line.text), "")],
            Target("record", line.record_id),
        )
        for line in session.in_time(found)
    ]
    job.publish(offer, entries)


def _wrong_date(text: str) -> str | None:
    try:
        Edtf.parse(text)
    except DateError as error:
        return str(error)
    return None


def publication_days(session: Session) -> list[date]:
    """The days on which articles had appeared, oldest first."""
    days = (article.published for article in session.articles.values())
    return sorted({day.latest for day in days if day is not None and day.latest is not None})


def articles_after(session: Session, day: date) -> str:
    """How many articles appeared after a day, in words."""
    days = (article.published for article in session.articles.values())
    count = sum(one is not None and one.latest is not None and one.latest > day for one in days)
    if not count:
        return tr("the newest article")
    return tr("{articles} before the newest").format(articles=counted(count, "article"))
