"""Ports of the explorer's controllers without a screen: what they ask for is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from tui.corpus.edit.proposals import propose
from tui.corpus.load import load
from tui.model.task import UNATTENDED
from tui.session.file_session import FileSession
from tui.session.forms.fields import Filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from tui.corpus.edit.file_edit import Edit
    from tui.corpus.edit.proposals import Proposal, Refusal
    from tui.model.dates import Edtf
    from tui.model.proofs import RecordProof
    from tui.model.records import Record
    from tui.session.forms.fields import FormSubject
    from tui.session.protocol import SearchResult, Session
    from tui.timeline.timeline import Timeline
    from tui.widgets.article.pane import Mark
    from tui.widgets.entries import Entry, Target
    from tui.widgets.timeline.pane import TimelineMaker
    from tui.widgets.timeline.readout import Readout

ONE = """Amazon pays 4 billion dollars to Anthropic this year.

Google pays 2 billion dollars to Anthropic. Nvidia may pay 7 billion dollars one day.
"""
TWO = """A year later, Amazon pays another 3 billion dollars to Anthropic.

Others say that Amazon paid 4 million dollars at first.
"""
CORPUS = """version: 1
articles_dir: .
parties:
  amazon: {name: Amazon}
  google: {name: Google}
  anthropic: {name: Anthropic}
articles:
  one: {file: one.txt, title: First, published: 2023-10-02, language: en}
  two: {file: two.txt, title: Second, published: 2024-05-03, language: en}
deals:
  - id: amazon-1
    title: Amazon pays once
    payer: amazon
    payee: anthropic
    status: announced
    announced: 2023-10
    amount: 4 bn USD
    evidence:
      - {for: amount, article: one, quote: 4 billion dollars}
      - {for: [payer, payee], article: one, quote: Amazon pays 4 billion dollars to Anthropic}
      - {for: amount, article: two, quote: 4 million dollars, stance: disputes, says: 4 M USD}
  - id: amazon-2
    title: Amazon pays again
    payer: amazon
    payee: anthropic
    announced: 2024-05
    amount: 3 bn USD
    evidence:
      - {for: amount, article: two, quote: another 3 billion dollars}
  - id: google-1
    title: Google pays
    payer: google
    payee: anthropic
    announced: 2023-10
    amount: 2 bn USD
    evidence:
      - {for: amount, article: one, quote: 2 billion dollars}
  - id: bare
    title: Nobody wrote about it
    announced: 2020
"""


def small_session(
    folder: Path,
    source: str = CORPUS,
    *,
    indexed: bool = True,
    articles: Iterable[str] = (ONE, TWO),
) -> FileSession:
    """A corpus of two articles, read and, unless told otherwise, indexed and proved."""
    for name, text in (("one", ONE), ("two", TWO)):
        (folder / f"{name}.txt").write_text(text, "utf-8")
    path = folder / "deals.yaml"
    path.write_text(source, "utf-8")
    session = FileSession(load(path))
    if indexed:
        session.prepare(UNATTENDED)
    return session


@dataclass
class Said:
    """Keeps the messages."""

    words: list[str] = field(default_factory=list)

    def say(self, text: str, *, error: bool = False) -> None:
        self.words.append(f"error: {text}" if error else text)


@dataclass
class Asked:
    """Keeps the dialogs; the test answers the newest."""

    title: str = ""
    entries: Sequence[Entry] = ()
    keep: Target | None = None
    value: str = ""
    answer: Callable[[Any], None] = lambda _: None
    check: Callable[[str], str | None] = lambda _: None

    def ask(
        self,
        title: str,
        answered: Callable[[str], None],
        *,
        value: str = "",
        hint: str = "",
        check: Callable[[str], str | None] = lambda _: None,
        does: str = "",
    ) -> None:
        self.title, self.answer, self.value, self.check = title, answered, value, check

    def ask_for_note(self, title: str, answered: Callable[[str], None], *, value: str = "") -> None:
        self.title, self.answer, self.value = title, answered, value

    def choose(
        self,
        title: str,
        entries: Sequence[Entry],
        chosen: Callable[[Target], None],
        *,
        keep: Target | None = None,
        does: str = "",
    ) -> None:
        self.title, self.answer, self.entries, self.keep = title, chosen, entries, keep

    def confirm(self, title: str, diff: str, agreed: Callable[[], None]) -> None:
        self.title, self.value, self.answer = title, diff, lambda _: agreed()

    def type(self, text: str) -> str | None:
        """Answer with a line: what is wrong with it, if anything."""
        wrong = self.check(text)
        if wrong is None:
            self.answer(text)
        return wrong

    def texts(self) -> list[str]:
        """The lines to choose from."""
        return ["".join(text for text, _ in entry.runs).strip() for entry in self.entries]


@dataclass
class FilledIn:
    """Keeps the form that was opened last; the test fills it in, or leaves it."""

    subject: Any = None
    text: str = ""
    point: Callable[[tuple[int, int]], None] = lambda _: None
    closed: Callable[[], None] = lambda: None
    made: Callable[[Filled], None] = lambda _: None

    def fill_in(
        self,
        subject: FormSubject,
        *,
        text: str = "",
        point: Callable[[tuple[int, int]], None] = lambda _: None,
        closed: Callable[[], None] = lambda: None,
        made: Callable[[Filled], None] = lambda _: None,
    ) -> None:
        self.subject, self.text = subject, text
        self.point, self.closed, self.made = point, closed, made

    def submit(self, source: str) -> Proposal:
        """Fill the form in as it is offered."""
        answers = {field.name: field.value for field in self.subject.fields()}
        proposal: Proposal = self.subject.proposal(answers)
        self.closed()
        self.made(Filled(answers, proposal, proposal.edit(source)))
        return proposal


@dataclass
class Waiting:
    """A callback that is still to come."""

    delay: float
    callback: Callable[[], None]
    stopped: bool = False

    def stop(self) -> None:
        self.stopped = True


@dataclass
class Clock:
    """Calls back when the test lets time pass."""

    timers: list[Waiting] = field(default_factory=list)
    painted: list[Callable[[], None]] = field(default_factory=list)

    def set_timer(self, delay: float, callback: Callable[[], None], /) -> Waiting:
        self.timers.append(Waiting(delay, callback))
        return self.timers[-1]

    def call_after_refresh(self, callback: Callable[..., None], /, *arguments: Any) -> bool:
        self.painted.append(lambda: callback(*arguments))
        return True

    def paint(self) -> None:
        """Everything that was to come after the next frame comes."""
        due, self.painted = self.painted, []
        for callback in due:
            callback()

    def rest(self) -> None:
        """Every timer that was not stopped runs out."""
        due, self.timers = self.timers, []
        for timer in due:
            if not timer.stopped:
                timer.callback()


@dataclass
class Work:
    """A piece of work that the test runs when it wants to, and as far."""

    group: str
    work: Callable[[Work], None]
    is_cancelled: bool = False

    def cancelled(self) -> bool:
        return self.is_cancelled

    def publish(self, take: Callable[..., None], *results: object) -> None:
        if not self.is_cancelled:
            take(*results)

    def run(self) -> None:
        self.work(self)


@dataclass
class Threads:
    """Keeps the work that was started; a newer one cancels that of its group."""

    works: list[Work] = field(default_factory=list)

    def start(self, group: str, work: Callable[[Any], None]) -> None:
        self.cancel(group)
        self.works.append(Work(group, work))

    def cancel(self, group: str) -> None:
        for work in self.works:
            work.is_cancelled |= work.group == group

    def run(self) -> None:
        """Run what was started since."""
        works, self.works = self.works, []
        for work in works:
            work.run()


@dataclass
class Offered:
    """Keeps proposals; the test agrees to the newest."""

    proposals: list[Proposal] = field(default_factory=list)
    made: Callable[[], None] = lambda: None
    told: Sequence[str] = ()
    undone: int = 0

    def offer(
        self,
        proposal: Proposal,
        made: Callable[[], None] = lambda: None,
        told: Sequence[str] = (),
    ) -> None:
        self.made, self.told = made, told
        self.proposals.append(proposal)

    def preview(self) -> Callable[[Proposal], Edit | Refusal]:
        return partial(propose, CORPUS)

    def make(
        self,
        edit: Edit,
        made: Callable[[], None] = lambda: None,
        proposal: Proposal | None = None,
    ) -> None:
        made()

    can_undo = False
    can_redo = False

    def undo(self) -> None:
        self.undone += 1

    def redo(self) -> None:
        self.undone -= 1


@dataclass
class Listed:
    """A list with a cursor."""

    listing: SearchResult | None = None
    cursor: int = 0
    redrawn: int = 0
    attached: tuple[object, ...] = ()
    shown: list[dict[str, object]] = field(default_factory=list)

    @property
    def total(self) -> int:
        return self.listing.total if self.listing is not None else 0

    @property
    def chosen(self) -> str | None:
        return self.listing.record_id(self.cursor) if self.listing and self.total else None

    def attach(self, *attached: object) -> None:
        self.attached = attached

    def show(
        self,
        listing: SearchResult,
        keep: str | None = None,
        *,
        anywhere: bool = True,
        anew: bool = False,
        plain: bool = False,
    ) -> None:
        self.listing = listing
        self.cursor = (listing.position(keep) if keep is not None and anywhere else None) or 0
        self.shown.append({"keep": keep, "anywhere": anywhere, "anew": anew})

    def choose(self, record_id: str) -> bool:
        position = self.listing.position(record_id) if self.listing is not None else None
        self.cursor = self.cursor if position is None else position
        return position is not None

    def action_cursor(self, step: int) -> None:
        self.cursor += step

    def redraw(self) -> None:
        self.redrawn += 1


@dataclass
class Typed:
    """A line to type in."""

    value: str = ""
    cursor_position: int = 0

    def write(self, query: str, cursor: int | None = None) -> None:
        self.value = query
        self.cursor_position = len(query) if cursor is None else cursor


@dataclass
class ShownRecord:
    """A record with a cursor over its fields."""

    record: Record | None = None
    path: str | None = None
    extra: tuple[tuple[str, str], ...] = ()
    shows: int = 0

    def attach(self, names: object, articles: object, locale: object, place: object) -> None:
        pass

    def show(
        self,
        record: Record,
        proof: RecordProof | None,
        path: str | None = None,
        extra: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self.record, self.path, self.extra = record, path, extra
        self.shows += 1

    def choose(self, path: str) -> None:
        self.path = path

    def clear(self) -> None:
        self.record = self.path = None


@dataclass
class ShownArticle:
    """A text with marks."""

    text: str | None = None
    article_id: str | None = None
    message: str = ""
    titles: tuple[str, str] = ("", "")
    origin: Sequence[str] = ()
    marks: Sequence[Mark] = ()
    pointed: tuple[int, int] | None = None
    hit: bool = False
    shows: int = 0
    points: int = 0
    selection_range: tuple[int, int] | None = None
    has_focus: bool = False
    top: int = 0

    def show_titles(self, title: str, subtitle: str = "") -> None:
        self.titles = (title, subtitle)

    def show_subtitle(self, subtitle: str) -> None:
        self.titles = (self.titles[0], subtitle)

    def show_origin(self, words: Sequence[str]) -> None:
        self.origin = words

    @property
    def current(self) -> tuple[int, int] | None:
        return self.pointed

    def show(self, article_id: str, text: str, marks: Sequence[Mark]) -> None:
        self.article_id, self.text, self.marks, self.message = article_id, text, marks, ""
        self.pointed = None
        self.shows += 1

    def show_message(self, message: str) -> None:
        self.article_id = self.text = None
        self.message = message

    def mark(self, marks: Sequence[Mark]) -> None:
        self.marks = marks

    def point(self, start: int, end: int, *, hit: bool = False) -> None:
        self.pointed, self.hit = (start, end), hit
        self.points += 1

    def scroll_lines(self, top: int) -> None:
        self.top = top

    @property
    def words(self) -> str | None:
        """What is pointed at."""
        return self.text[slice(*self.pointed)] if self.text and self.pointed else None

    def marked(self, style: str) -> list[str]:
        """The texts that are marked so."""
        return [(self.text or "")[m.start : m.end] for m in self.marks if m.style == style]


@dataclass
class ShownInTime:
    """Records in time."""

    known_until: date | None = None
    timeline: Timeline | None = None
    count: int = 0
    selected: str | None = None
    readout: Readout | None = None
    date: Edtf | None = None
    held: int = 0

    def attach(self, locale: object) -> None:
        pass

    def hold(self) -> None:
        self.held += 1

    def show_records(self, make: TimelineMaker, count: int) -> None:
        self.timeline, self.count = make("payer"), count

    def select(self, record_id: str) -> None:
        self.selected = record_id

    def read_out(self, readout: Readout | None) -> None:
        self.readout = readout

    def go_to(self, when: Edtf) -> None:
        self.date = when


@dataclass
class Visits:
    """Keeps where a controller wants to go."""

    to: list[tuple[str, str | None]] = field(default_factory=list)

    def __call__(self, record_id: str, path: str | None = None) -> None:
        self.to.append((record_id, path))


def record_ids(session: Session) -> list[str]:
    """The records of a session in order of time."""
    return [line.record_id for line in session.in_time(None)]
