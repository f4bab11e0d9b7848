"""The timeline as it is seen: records on a stretch of time, drawn for the size of the pane."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.worker import get_current_worker

from tui.model.format_dates import full_day
from tui.model.locales import EN
from tui.model.task import UNATTENDED, CancelledError, Task
from tui.widgets.drawing.line_pane import LinePane

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from datetime import date

    from textual.strip import Strip

    from tui.model.corpus import Corpus
    from tui.model.locales import Locale
    from tui.model.records import Article, Record
    from tui.timeline.draw import Painter, Picture
    from tui.timeline.lane_row import Measure
    from tui.timeline.lanes import Grouping
    from tui.timeline.mark_cache import MarkCache
    from tui.timeline.scale import TimeScale
    from tui.timeline.timeline import Timeline

LANES: tuple[Grouping, ...] = ("payer", "payee", "instrument", "status", "article", "none")
_ZOOM = 1.5
_MANY = 2000
"""Records from which on lanes are made in the background."""


def today() -> date:
    """The day to draw as today."""
    return datetime.now(UTC).astimezone().date()


class TimelineView(LinePane):
    """Shows a picture of time; the picture itself is made by `tui.timeline`.

    Attributes:
        known_until: The day as of which the corpus is shown; `None` for the present.
        by: What the lanes stand for, one of `LANES`.
    """

    BORDER_TITLE = "Timeline"
    RAIL: ClassVar[bool] = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._articles: Sequence[Article] = ()
        self._corpus: Corpus | None = None
        self._locale = EN
        self._cache: MarkCache | None = None
        self._records: Collection[Record] = ()
        self._timeline: Timeline | None = None
        self._painter: Painter | None = None
        self._scale: TimeScale | None = None
        self._picture: Picture | None = None
        self._selected: str | None = None
        self._fitted = True
        self._measure: Measure = "count"
        self._titled: tuple[object, ...] = ()
        self.known_until: date | None = None
        self.by: Grouping = LANES[0]

    def attach(
        self, corpus: Corpus, articles: Iterable[Article] | None = None, locale: Locale = EN
    ) -> None:
        """Say where records and names come from, which articles were ever published, and how."""
        from tui.timeline.mark_cache import MarkCache

        self._corpus, self._cache, self._locale = corpus, MarkCache(corpus), locale
        self._articles = tuple(corpus.articles.values() if articles is None else articles)

    def hold(self) -> None:
        """Lay nothing out in the background: other records are about to come."""
        self.workers.cancel_group(self, "lanes")

    def show_records(self, records: Collection[Record]) -> None:
        """Show other records, on the same stretch of time unless all of it was shown."""
        self._records = records
        if len(records) < _MANY:
            self.hold()
            self._take(self._builder()(task=UNATTENDED))
        else:
            work = partial(self._lay_out, self._builder(), self.size.height)
            self.run_worker(work, thread=True, exclusive=True, group="lanes")

    def _builder(self) -> Callable[..., Timeline | None]:
        """What makes the timeline of the present records in any thread: it reads no widget."""
        from tui.timeline.timeline import Timeline

        if self._corpus is None:
            return lambda **_: None
        return partial(
            Timeline.build,
            self._records, self._corpus, self.by, self._articles, cache=self._cache,
            locale=self._locale,
        )  # fmt: skip

    def _lay_out(self, build: Callable[..., Timeline | None], height: int) -> None:
        """Sort many marks into lanes in the background, and all that a picture takes of them."""
        worker = get_current_worker()
        task = Task(is_cancelled=lambda: worker.is_cancelled)
        try:
            timeline = build(task=task)
            if timeline is not None:
                timeline.prepare(height, task)
        except CancelledError:
            return

        def take() -> None:
            if not worker.is_cancelled:
                self._take(timeline)

        # The loop is gone when the app has ended.
        with contextlib.suppress(RuntimeError):
            self.app.call_from_thread(take)

    def _take(self, timeline: Timeline | None) -> None:
        from tui.timeline.draw import Painter

        self._timeline = timeline
        self._painter = Painter(timeline) if timeline is not None else None
        self._redraw()

    def select(self, record_id: str) -> None:
        """Mark a record as the selected one, scrolling to it when it is out of sight."""
        self._selected = record_id
        self._redraw()

    def _redraw(self) -> None:
        self._picture = None
        self._write_titles()
        self.lines_changed(self.size.height)

    def _write_titles(self) -> None:
        if self._timeline is None:
            return
        shown = (self._timeline, self.size, self.by, self.known_until, self._measure)
        if shown == self._titled:
            return
        self._titled = shown
        words = f"Timeline · by {self.by}"
        if self.known_until is not None:
            words += f" · as known on {full_day(self.known_until, self._locale)}"
        if self._measure == "amount":
            words += " · dense lanes by amount"
        self.border_title = Content(words)
        undated = len(self._timeline.undated)
        beside = f"{undated} without a date" if undated else ""
        signs = self._timeline.legend_beside(self.size.height, self.size.width - len(beside) - 8)
        self.border_subtitle = Content(" · ".join(filter(None, (signs, beside))))

    @property
    def scale(self) -> TimeScale | None:
        """The stretch of time in view."""
        if self._timeline is None:
            return None
        width = max(4, self.size.width - self._left)
        if self._scale is None or self._fitted:
            self._scale = self._timeline.fit(width)
        elif self._scale.width != width:
            self._scale = self._scale.resized(width)
        return self._scale

    @property
    def _left(self) -> int:
        from tui.timeline.timeline import label_width

        return label_width(self.size.width)

    @property
    def picture(self) -> Picture | None:
        """The picture at the present size."""
        if self._picture is not None and len(self._picture.rows) == self.size.height:
            return self._picture
        scale = self.scale
        if self._painter is None or scale is None or not self.size.height:
            return None
        self._picture = self._painter.picture(
            scale,
            self.size.height,
            self._selected,
            today(),
            as_of=self.known_until,
            measure=self._measure,
        )
        return self._picture

    def build_line(self, line: int, width: int) -> Strip:
        """One row of the picture."""
        picture = self.picture
        if picture is None or line >= len(picture.rows):
            return self.strip_of((), width)
        return self.strip_of(picture.rows[line], width)

    def on_resize(self) -> None:
        """Draw for the new size."""
        super().on_resize()
        self._redraw()

    def _zoom(self, step: int, about: float) -> None:
        if self.scale is not None:
            self._set_scale(self.scale.zoomed(_ZOOM if step > 0 else 1 / _ZOOM, about))

    def _set_scale(self, scale: TimeScale) -> None:
        self._scale, self._fitted = scale, False
        self._redraw()
