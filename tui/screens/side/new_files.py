"""Files that lie in the folder of the articles and that no article names: what each would bring."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from tui.corpus.edit.proposals import Refusal
from tui.model.format import counted
from tui.model.messages import shown
from tui.model.safe_text import safe_line
from tui.model.task import CancelledError
from tui.platform.translation import tr
from tui.store.marks import StateError
from tui.widgets.drawing.wrapping import wrap
from tui.widgets.entries import Entry, Target

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tui.corpus.edit.proposals import Proposal
    from tui.model.task import Task
    from tui.screens.ports import Background, Dialogs, Host, Job
    from tui.session.article_news import Bearing
    from tui.session.intake import Arrival, NewArticle, NewFile, ReadFile
    from tui.session.protocol import Session

KIND = "new"
"""The kind of target that a new file is."""
_GROUP, _TAKING = "new files", "taking in"
_MOST = 6
"""Lines of news of one article; the rest is counted."""
_INDENT = 8
"""Cells that a line below a file steps in, those of the cursor's bar and the rail included."""
_STYLES: dict[Bearing, str] = {
    "confirms": "good",
    "completes": "accent",
    "contradicts": "bad",
    "new": "",
}


class NewFiles:
    """Reads new files in the background; takes in or dismisses what the user says.

    What was read of a file is kept while the file is the same, so that it is read once however
    often the corpus changes meanwhile.
    """

    def __init__(
        self,
        session: Session,
        background: Background,
        host: Host,
        dialogs: Dialogs,
        *,
        task_of: Callable[[Job], Task],
        changed: Callable[[], None],
    ) -> None:
        """Prepare to read.

        Args:
            session: The corpus.
            background: Where files are read and stored.
            host: Carries out changes, and says what came of them.
            dialogs: Ask how a near duplicate is meant, and show what a file holds.
            task_of: The task of a job, which shows its progress.
            changed: Called when there is more to show, or nothing goes on any more.
        """
        self._session, self._background, self._host = session, background, host
        self._dialogs, self._task_of, self._changed = dialogs, task_of, changed
        self._files: Sequence[NewFile] = ()
        self._read: dict[NewFile, ReadFile] = {}
        self._arrivals: dict[NewFile, Arrival] = {}
        self.with_dismissed = False

    def look(self, session: Session) -> None:
        """Look for new files of a corpus, and at what they would bring into it."""
        self._session = session
        self._background.start(_GROUP, partial(self._look, session, dict(self._read)))

    def _look(self, session: Session, known: dict[NewFile, ReadFile], job: Job) -> None:
        intake = session.intake
        with suppress(CancelledError):
            files = intake.new_files()
            job.publish(self._found, files)
            for file in files:
                if file in known:
                    job.publish(self._assessed, known[file], intake.assess(known[file]))
            unread = [file for file in files if file not in known]
            for read in intake.read(unread, self._task_of(job)) if unread else ():
                job.publish(self._assessed, read, intake.assess(read))
            job.publish(self._changed)

    def _found(self, files: Sequence[NewFile]) -> None:
        self._files, self._arrivals = files, {}
        self._changed()

    def _assessed(self, read: ReadFile, arrival: Arrival) -> None:
        self._read[read.file], self._arrivals[read.file] = read, arrival
        self._changed()

    # What is shown

    @property
    def count(self) -> int:
        """How many new files there are that the user did not dismiss."""
        return len(self._undismissed())

    def entries(self, width: int) -> list[Entry]:
        """The new files with what each would bring, under a heading; nothing where none is new."""
        fresh = self._undismissed()
        shown = self._files if self.with_dismissed else fresh
        hidden = len(self._files) - len(fresh)
        entries: list[Entry] = []
        if shown:
            words = tr("{files} here that no article names")
            words = words.format(files=counted(len(shown), "file"))
            more = (
                " · " + tr("{count} dismissed: X").format(count=hidden)
                if hidden and not self.with_dismissed
                else ""
            )
            entries += [
                Entry([]),
                Entry([(f"{tr('new')}  ", "warn strong"), (words + more, "quiet")]),
            ]
        elif hidden:
            entries += [
                Entry([]),
                Entry([(tr("{count} new files dismissed: X").format(count=hidden), "quiet")]),
            ]
        for file in shown:
            note = "" if file in fresh else "(dismissed) "
            entries += arrival_entries(file, self._arrivals.get(file), self._session, width, note)
        return entries

    def _undismissed(self) -> list[NewFile]:
        left = set(self._session.own.undismissed([file.finding for file in self._files]))
        return [file for file in self._files if file.finding in left]

    def path_of(self, target: Target | None) -> Path | None:
        """Where the new file of an entry lies; `None` for other entries."""
        file = self._file_of(target)
        return self._session.intake.file(file) if file is not None else None

    def _file_of(self, target: Target | None) -> NewFile | None:
        if target is None or target.kind != KIND:
            return None
        return next((file for file in self._files if file.name == target.key), None)

    # What the user says

    def dismiss(self, target: Target | None) -> None:
        """Dismiss a new file, or take that back."""
        file = self._file_of(target)
        if file is None:
            self._host.say(tr("Only new files are dismissed here."))
            return
        try:
            self._session.own.toggle_dismissed(file.finding)
        except StateError as error:
            self._host.say(str(error), error=True)
        self._changed()

    def show(self, target: Target) -> None:
        """Show what would be taken in; y takes it in."""
        read = self._read_of(target)
        if read is not None:
            self._background.start(_TAKING, partial(self._preview, self._session, read))

    def _preview(self, session: Session, read: ReadFile, job: Job) -> None:
        job.publish(self._show_preview, read, session.intake.preview(read))

    def _show_preview(self, read: ReadFile, words: str) -> None:
        target = Target(KIND, read.file.name)
        agreed = partial(self.take_in, target)
        self._dialogs.confirm(
            tr("Take in {file}").format(file=safe_line(read.file.name)), words, agreed
        )

    def take_in(self, target: Target | None) -> None:
        """Take a new file in; how a near duplicate is meant is asked first."""
        read = self._read_of(target)
        if read is None:
            return
        arrival = self._arrivals[read.file]
        if arrival.refusal:
            self._host.say(
                tr("It cannot be taken in: {reason}").format(reason=arrival.refusal), error=True
            )
            return
        alone = arrival.articles[0] if len(arrival.articles) == 1 else None
        if alone is not None and alone.like is not None and not alone.twin:
            self._ask_about(read, alone)
        else:
            self._start(read, "")

    def _read_of(self, target: Target | None) -> ReadFile | None:
        file = self._file_of(target)
        if file is None:
            self._host.say(tr("Only new files are taken in here."))
            return None
        if file not in self._arrivals:
            self._host.say(tr("This file is being read: in a moment."))
            return None
        return self._read[file]

    def _ask_about(self, read: ReadFile, article: NewArticle) -> None:
        like = article.like
        assert like is not None
        version = Target("version", like.article)
        entries = [
            Entry([(f"{like.share:.0%} like {safe_line(like.article)}", "strong")]),
            *(Entry([(safe_line(f"  {line}"), "quiet")]) for line in like.differences),
            Entry([]),
            Entry(
                [(tr("Another version of {article}").format(article=safe_line(like.article)), "")],
                version,
            ),
            Entry([(tr("An article of its own"), "")], Target("own", "")),
        ]

        def chosen(target: Target) -> None:
            self._start(read, target.key)

        self._dialogs.choose(
            tr("The corpus has nearly this article"), entries, chosen, does=tr("takes in")
        )

    def _start(self, read: ReadFile, version_of: str) -> None:
        self._background.start(_TAKING, partial(self._store, self._session, read, version_of))

    def _store(self, session: Session, read: ReadFile, version_of: str, job: Job) -> None:
        from tui.intake.document import IntakeError

        try:
            proposal = session.intake.stored(read, version_of=version_of)
        except (IntakeError, OSError) as error:
            words = tr("Nothing was taken in: {reason}").format(reason=shown(str(error)))
            job.publish(partial(self._host.say, words, error=True))
            return
        job.publish(self._write, proposal)

    def _write(self, proposal: Proposal) -> None:
        changes = self._host.changes
        edit = changes.preview()(proposal)
        if isinstance(edit, Refusal):
            self._host.say(edit.reason, error=True)
        else:
            changes.make(edit)


def arrival_entries(
    file: NewFile, arrival: Arrival | None, session: Session, width: int, note: str = ""
) -> list[Entry]:
    """A new file and what it would bring, line by line.

    Args:
        file: The file.
        arrival: What was read in it; `None` before that.
        session: The corpus, which knows the names of parties.
        width: Cells of the screen.
        note: Words before its name.
    """
    head: list[tuple[str, str]] = [(f"  {note}{safe_line(file.name)}  ", "strong")]
    target = Target(KIND, file.name)
    if arrival is None:
        return [Entry(head, target), Entry([(f"      {tr('to be read …')}", "quiet")])]
    if arrival.refusal:
        return [Entry(head, target), *_lines(arrival.refusal, "bad", width)]
    if len(arrival.articles) == 1:
        head += _title(arrival.articles[0])
        return [Entry(head, target), *_bearing_lines(arrival.articles[0], session, width)]
    entries = [Entry([*head, (counted(len(arrival.articles), "article"), "quiet")], target)]
    for article in arrival.articles:
        entries.append(Entry([("    ", ""), *_title(article)]))
        entries += _bearing_lines(article, session, width)
    return entries


def _title(article: NewArticle) -> list[tuple[str, str]]:
    about = safe_line(" · ".join(article.about))
    return [(safe_line(article.title), ""), (f"  {about}", "quiet")]


def _bearing_lines(article: NewArticle, session: Session, width: int) -> list[Entry]:
    if article.twin:
        return _lines(
            tr("in the corpus already, as {article}").format(article=article.twin), "quiet", width
        )
    entries: list[Entry] = []
    if article.like is not None:
        words = tr("{share} like {article}, which is in the corpus").format(
            share=f"{article.like.share:.0%}", article=article.like.article
        )
        entries += _lines(words, "warn", width)
    names = session.names
    for news in article.news[:_MOST]:
        words = news.words(lambda party: names.get(party, party))
        entries += _lines(words, _STYLES[news.bearing], width)
    rest = len(article.news) - _MOST
    if rest > 0:
        entries += _lines(tr("and {count} more").format(count=rest), "quiet", width)
    if not article.news:
        entries += _lines(tr("no sum beside a party that this corpus knows"), "quiet", width)
    return entries


def _lines(words: str, style: str, width: int) -> list[Entry]:
    lines = wrap(safe_line(words), max(20, width - _INDENT))
    return [Entry([(f"      {line}", style)]) for line in lines]
