"""The articles, and the records that each one feeds."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from tui.commands import Scope
from tui.model.format import counted, format_when, grouped
from tui.model.messages import msg, shown
from tui.model.safe_text import safe_line
from tui.model.task import CancelledError
from tui.platform.translation import tr
from tui.screens.article_menu import article_actions, choose_action
from tui.screens.dialogs import ScreenForms
from tui.screens.side.base import ListContent
from tui.screens.side.new_files import KIND, NewFiles
from tui.screens.side.working import WorkingScreen
from tui.widgets.drawing.glyphs import STANCE
from tui.widgets.entries import Entry, Target
from tui.widgets.key_bindings import bindings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from tui.model.records import Article
    from tui.screens.article_menu import Action
    from tui.screens.ports import Host, Job
    from tui.session.forms.fields import FormSubject
    from tui.session.protocol import Session
    from tui.widgets.drawing.line_pane import Run
    from tui.widgets.entries import EntryPane


_NONE = msg(
    "No article yet. Put pages, PDFs, mails or texts into the folder of "
    "the articles: they are listed here."
)


class ArticlesScreen(WorkingScreen):
    """From an article to the records that its sentences prove, below the files that are new.

    How much of an article is recorded is told once its figures are read, which a worker does for
    those of a large corpus. New files are read by another one.
    """

    SCOPE = Scope.ARTICLES
    NAME = "articles"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.ARTICLES)

    def __init__(self, host: Host, session: Session) -> None:
        super().__init__(host, session)
        self.new_files = NewFiles(
            session,
            self.background,
            host,
            self.dialogs,
            task_of=self.task_of,
            changed=self._files_changed,
        )

    def on_mount(self) -> None:
        """Read in the background what was not read yet."""
        super().on_mount()
        self._read_rest()
        self.new_files.look(self.session)

    def set_session(self, session: Session) -> None:
        """Show the articles as they are now, and read those that are new."""
        super().set_session(session)
        self._read_rest()
        self.new_files.look(session)

    def rebuild(self) -> None:
        """Write the articles anew."""
        first, count = self.new_files.entries(self.app.size.width), self.new_files.count
        write = partial(article_list, self.session, first, count, self.host.shown_query)
        self.write_list(write, self.show_content)

    def show_content(self, content: ListContent) -> None:
        """Show what was written; a cursor at the top stays there, for new files come above."""
        at_top = self.entries.at_first
        super().show_content(content)
        if at_top:
            self.entries.action_cursor_end(-1)

    def on_entry_pane_followed(self, message: EntryPane.Followed) -> None:
        """Go to an article or a record; show what is in a new file."""
        if message.target.kind == KIND:
            self.new_files.show(message.target)
        else:
            super().on_entry_pane_followed(message)

    def action_take_in(self) -> None:
        """Take in the new file under the cursor."""
        self.new_files.take_in(self.entries.target)

    def action_set_aside(self) -> None:
        """Dismiss the new file under the cursor, or take that back."""
        self.new_files.dismiss(self.entries.target)

    def action_dismissed(self) -> None:
        """Show or hide the new files that the user dismissed."""
        self.new_files.with_dismissed = not self.new_files.with_dismissed
        self.rebuild()

    def action_original(self) -> None:
        """Open the file under the cursor, or that which the article there was read from."""
        target = self.entries.target
        path = self.new_files.path_of(target)
        if path is None and target is not None and target.kind == "article":
            path = self.session.origins.original(target.key)
        if path is None:
            self.host.say(tr("No file belongs to this line."))
        else:
            self.host.open_outside(str(path.resolve()))

    def action_undo(self) -> None:
        """Take back the last change that was made here."""
        self.host.changes.undo()

    # What can be changed

    @property
    def article(self) -> str | None:
        """The article under the cursor, or that of the record there."""
        here, found = self.entries.target, None
        for entry in self.content.entries:
            if entry.target is not None and entry.target.kind == "article":
                found = entry.target.key
            if entry.target is here:
                break
        return found if here is not None and found in self.session.articles else None

    def action_menu(self) -> None:
        """Offer everything that can be changed about the article, and the corpus itself."""
        actions: list[Action] = []
        if self.article is not None:
            actions = [
                (self.session.articles[self.article].title or self.article, None),
                *article_actions(
                    self.session, self.article, self._fill_in, self.host.changes, self.dialogs
                ),
            ]
        actions += [
            (tr("The corpus"), None),
            (tr("the folder of its articles, and what tells it from others"), self._change_corpus),
        ]
        choose_action(self.dialogs, tr("Change …"), actions)

    def action_change(self) -> None:
        """Edit the keys of the article."""
        from tui.session.editing.article_forms import article_form

        if self.article is not None:
            self._fill_in(article_form(self.session, self.session.articles[self.article]))

    def action_remove(self) -> None:
        """Take the article out of the corpus, with what quotes it."""
        from tui.corpus.edit.changes.articles import RemoveArticle

        if self.article is not None:
            self.host.changes.offer(RemoveArticle(self.article))

    def action_redo(self) -> None:
        """Make the change again that was taken back last."""
        self.host.changes.redo()

    def _change_corpus(self) -> None:
        from tui.session.editing.article_forms import corpus_form

        self._fill_in(corpus_form(self.session.file_keys))

    def _fill_in(self, subject: FormSubject) -> None:
        ScreenForms(self.host, self).fill_in(subject)

    def _files_changed(self) -> None:
        self.progress = None
        self.rebuild()

    def _read_rest(self) -> None:
        if any(self.session.known_coverage(article) is None for article in self.session.articles):
            self.background.start("figures", partial(self._read, self.session))

    def _read(self, session: Session, job: Job) -> None:
        with suppress(CancelledError):
            session.audit_figures(lambda _: None, self.task_of(job))
            job.publish(self._show_read)

    def _show_read(self) -> None:
        self.progress = None
        self.rebuild()


def article_list(
    session: Session, new: Sequence[Entry] = (), count: int = 0, query: str = ""
) -> ListContent:
    """Every article, oldest first, with its records; those with the words of a query before.

    Args:
        session: The corpus.
        new: The files that are new, which come first.
        count: How many they are.
        query: What is searched for.
    """
    entries = list(new)
    found = frozenset(session.articles_found(query)) if query.strip() else frozenset()
    in_time = session.articles_in_time()
    if found:
        title = " " + tr("{articles} with the words of “{query}”").format(
            articles=counted(len(found), "article"), query=safe_line(query)
        )
        entries += [Entry([]), Entry([(title, "title")])]
        for article in in_time:
            if article.id in found:
                entries += _article(session, article)
        entries += [Entry([]), Entry([(f" {tr('The others')}", "title")])]
    for article in in_time:
        if article.id not in found:
            entries += _article(session, article)
    left = [(f"{tr('articles')}  ", "accent"), (grouped(len(session.articles)), "")]
    if count:
        left.append((f" · {counted(count, 'new one')}", "warn"))
    return ListContent(entries or [Entry([(_NONE, "quiet")])], left)


def _article(session: Session, article: Article) -> list[Entry]:
    when = safe_line(format_when(article.published, session.locale))
    entries = [
        Entry([]),
        Entry(
            [
                (f"{when:<12} ", "quiet"),
                (safe_line(article.title or article.id), "strong"),
                (f"  {safe_line(article.publisher)}", "quiet"),
            ],
            Target("article", article.id),
        ),
    ]
    if session.article_text(article.id) is None:
        return [
            *entries,
            Entry([("   " + tr("{file} could not be read").format(file=article.file), "bad")]),
        ]
    words = shown(session.known_coverage(article.id) or "") or tr("its figures are not read yet")
    entries.append(Entry([(f"   {words}", "quiet")]))
    seen: dict[str, list[Run]] = {}
    for place in session.places(article.id):
        if place.record in seen:
            continue
        look = STANCE[place.evidence.stance]
        record = session.record(place.record)
        seen[place.record] = [
            (f"   {look.glyph} ", look.style),
            (safe_line(record.title), ""),
            (f"  {place.record}", "quiet"),
        ]
    return [*entries, *(Entry(runs, Target("record", one)) for one, runs in seen.items())]
