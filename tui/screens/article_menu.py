"""What can be changed about an article, wherever one is at hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.widgets.entries import Entry, Target

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.screens.ports import Changes, Dialogs
    from tui.session.forms.fields import FormSubject
    from tui.session.protocol import Session

    Action: TypeAlias = tuple[str, Callable[[], None] | None]
    """Words of a menu, and what they do; a heading does nothing."""


def choose_action(dialogs: Dialogs, title: str, actions: Sequence[Action]) -> None:
    """Let the user choose from a menu, and do it."""
    entries = [
        Entry([(f" {safe_line(words)}", "title")])
        if action is None
        else Entry([(f"   {safe_line(words)}", "")], Target("change", str(at)))
        for at, (words, action) in enumerate(actions)
    ]

    def chosen(target: Target) -> None:
        action = actions[int(target.key)][1]
        if action is not None:
            action()

    dialogs.choose(title, entries, chosen, does=tr("does it"))


def article_actions(
    session: Session,
    article_id: str,
    fill_in: Callable[[FormSubject], None],
    changes: Changes,
    dialogs: Dialogs,
) -> list[Action]:
    """What can be changed about an article, in words.

    Args:
        session: The corpus.
        article_id: The article.
        fill_in: Opens a form.
        changes: Shows a change.
        dialogs: Lets the user choose among dismissed figures.
    """
    from tui.corpus.edit.changes.articles import RemoveArticle
    from tui.session.editing.article_forms import ArticleIdForm, article_form

    article = session.articles[article_id]
    actions: list[Action] = [
        (
            tr("edit its title, date, publisher, language …"),
            lambda: fill_in(article_form(session, article)),
        ),
        (tr("another id"), lambda: fill_in(ArticleIdForm(session, article_id))),
    ]
    if article.not_a_deal:
        count = len(article.not_a_deal)
        words = tr("dismissed figures ({count}): reword or take back").format(count=count)
        actions.append(
            (words, partial(choose_dismissal, session, article_id, fill_in, changes, dialogs))
        )
    actions.append(
        (
            tr("remove it with what quotes it"),
            lambda: changes.offer(RemoveArticle(article_id)),
        )
    )
    return actions


def choose_dismissal(
    session: Session,
    article_id: str,
    fill_in: Callable[[FormSubject], None],
    changes: Changes,
    dialogs: Dialogs,
) -> None:
    """Offer the dismissed figures of an article: each reworded, one or all taken back."""
    from tui.corpus.edit.changes.keys import RemoveItems
    from tui.session.editing.article_forms import dismissal_form

    article = session.articles[article_id]
    entries = []
    for at, item in enumerate(article.not_a_deal):
        words = safe_line(" ".join(item.quote.split()))
        entries += [
            Entry([(f" “{words}”", ""), (f"  {safe_line(item.because)}", "quiet")]),
            Entry([(f"   {tr('take it back')}", "")], Target("back", str(at))),
            Entry([(f"   {tr('reword it')}", "")], Target("reword", str(at))),
        ]
    entries.append(Entry([(f" {tr('take all of them back')}", "")], Target("all", "")))

    def chosen(target: Target) -> None:
        gone = article.not_a_deal
        if target.kind == "reword":
            fill_in(dismissal_form(session, article, gone[int(target.key)]))
            return
        if target.kind == "back":
            gone = (gone[int(target.key)],)
        places = [(item.line, item.column) for item in gone]
        changes.offer(RemoveItems(places, tr("Take the dismissal back")))

    dialogs.choose(tr("Figures that were dismissed"), entries, chosen, does=tr("does it"))
