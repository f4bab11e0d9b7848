"""What stands in the corpus, changed from the explorer: by forms, from a menu, with the diff seen.

What a form asks is decided in `session.editing`; what the change comes to in the file in
`corpus.edit`. Here is which of them a key opens, for what is at hand.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from tui.model.headline import field_words
from tui.model.records import Deal
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.screens.article_menu import article_actions, choose_action

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.model.records import Evidence, Record
    from tui.screens.article_menu import Action
    from tui.screens.explorer.state import ExplorerState
    from tui.screens.ports import Changes, Dialogs, Forms, Notifier
    from tui.session.capture import Stretch
    from tui.session.forms.fields import Filled, FormSubject
    from tui.session.protocol import Session

_QUOTE = 60
"""Characters of a quote or a title that a line of the menu shows."""


class SelectedText(Protocol):
    """The article as something of which a stretch may be selected."""

    @property
    def text(self) -> str | None:
        """The text that is shown as stored, `None` while there is none."""

    @property
    def selection_range(self) -> tuple[int, int] | None:
        """The selected stretch."""


def _clipped(text: str) -> str:
    """A text in one line, as much of it as a line of the menu shows."""
    words = " ".join(text.split())
    return words if len(words) <= _QUOTE else f"{words[: _QUOTE - 1].rstrip()}…"


class EditController:
    """Opens the form, or shows the change, that a key asks for."""

    def __init__(
        self,
        state: ExplorerState,
        article: SelectedText,
        changes: Changes,
        forms: Forms,
        dialogs: Dialogs,
        notifier: Notifier,
    ) -> None:
        self._state, self._article, self._changes = state, article, changes
        self._forms, self._dialogs, self._notifier = forms, dialogs, notifier

    # Keys

    def fields(self, *, missing: bool = False) -> None:
        """Edit the fields of the record, or of the tranche at the cursor.

        Args:
            missing: Whether to begin on the first that holds nothing.
        """
        from tui.session.editing.record_forms import fields_form

        found = self._record()
        if found is not None:
            session, record, path = found
            self._fill_in(fields_form(session, record, path, missing=missing))

    def delete_field(self) -> None:
        """Take the field at the cursor away, or the tranche whose amount it is."""
        from tui.corpus.edit.changes import owners
        from tui.corpus.edit.changes.keys import SetKeys
        from tui.corpus.schema.shapes import SHAPES
        from tui.session.editing.record_forms import shape_of, tranche_of

        found = self._record()
        if found is None:
            return
        _, record, path = found
        tranche, name = tranche_of(record, path), path.rpartition(".")[2]
        key = SHAPES["tranche" if tranche else shape_of(record)].keys.get(name)
        if key is None:
            self._notifier.say(tr("Stand on a field of the record."))
        elif key.required:
            self._notifier.say(
                tr("Every record of this kind has its {name}: change it with E.").format(name=name)
            )
        else:
            owner = owners.record(record.id, tranche.id if tranche else "")
            words = tr("Delete this: {field}")
            if tranche:
                words = tr("Delete this: {field} of {tranche}")
            title = words.format(field=name, tranche=tranche.id if tranche else "")
            self._changes.offer(SetKeys(owner, {name: None}, title))

    def statements(self) -> None:
        """Choose which statement about the field at the cursor counts."""
        from tui.session.editing.evidence_forms import StatementForm

        found = self._record()
        if found is None:
            return
        session, record, path = found
        proof = next((one for one in session.proof(record.id).fields if one.path == path), None)
        if proof is None or not proof.statements:
            self._notifier.say(tr("No source is recorded for this field."))
            return
        self._fill_in(StatementForm(session, record, path, proof.statements))

    def menu(self) -> None:
        """Offer everything that can be changed about what is at hand."""
        if not self._may_change():
            return
        actions = self._actions()
        if not actions:
            self._notifier.say(tr("There is nothing to change here yet."))
            return
        choose_action(self._dialogs, tr("Change …"), actions)

    # The menu

    def _actions(self) -> list[Action]:
        """Headings, and what can be done below each."""
        view = self._state.view
        session, reading = view.session, view.reading
        actions: list[Action] = []
        if session is None:
            return actions
        if reading is not None:
            actions += self._record_actions(session, reading.record, reading.path or "")
        if view.page is not None:
            actions += self._article_actions(session, view.page.article)
        if reading is not None:
            about = reading.record
            actions += [
                (tr("New records"), None),
                (tr("a total over several deals"), partial(self._new_record, "totals", about)),
                (tr("a fact about a party"), partial(self._new_record, "facts", about)),
                (tr("a deal without a figure"), partial(self._new_record, "deals", about)),
            ]
        return actions

    def _record_actions(self, session: Session, record: Record, path: str) -> list[Action]:
        from tui.session.editing.record_forms import (
            IdForm,
            LinkForm,
            MergeForm,
            new_tranche_form,
            tranche_of,
        )

        tranche, stretch = tranche_of(record, path), self._stretch()
        actions: list[Action] = [(record.title, None)]
        if tranche is not None:
            actions += [
                (tr("edit the fields of the tranche {name}").format(name=tranche.id), self.fields),
                (
                    tr("another id for the tranche {name}").format(name=tranche.id),
                    self._form(lambda: IdForm(session, record, tranche=tranche.id)),
                ),
                (
                    tr("delete the tranche {name}").format(name=tranche.id),
                    partial(self._delete_tranche, record.id, tranche.id),
                ),
            ]
            actions.append(
                (tr("edit the fields of the record"), partial(self._record_fields, session, record))
            )
        else:
            actions.append((tr("edit its fields"), self.fields))
        actions.append((tr("add a field that is missing"), partial(self.fields, missing=True)))
        if path:
            words = tr("delete this: {field}").format(field=tr(path.rpartition(".")[2]))
            actions.append((words, self.delete_field))
        if isinstance(record, Deal):
            actions += [
                (
                    tr("add a tranche, out of the figure at hand")
                    if stretch
                    else tr("add a tranche"),
                    self._form(lambda: new_tranche_form(session, record, stretch)),
                ),
                (
                    tr("the same deal in another currency: count it once"),
                    self._form(lambda: LinkForm(session, record)),
                ),
            ]
        actions += [
            (tr("merge another record into it"), self._form(lambda: MergeForm(session, record))),
            (tr("duplicate it"), self._form(lambda: IdForm(session, record, copy=True))),
            (tr("another id"), self._form(lambda: IdForm(session, record))),
            (tr("delete it"), partial(self._delete_record, session, record)),
        ]
        actions += self._use_actions(session, record)
        return [*actions, *self._quote_actions(session, record, path)]

    def _use_actions(self, session: Session, record: Record) -> list[Action]:
        from tui.corpus.edit.changes.keys import RemoveItems
        from tui.session.editing.use_forms import new_use_form, use_form

        actions: list[Action] = [
            (tr("say where it was used"), self._form(lambda: new_use_form(session, record)))
        ]
        for use in record.used_in:
            words = _clipped(use.title)
            actions += [
                (
                    tr("edit the use in “{title}”").format(title=words),
                    self._form(partial(use_form, session, record, use)),
                ),
                (
                    tr("delete the use in “{title}”").format(title=words),
                    partial(
                        self._changes.offer,
                        RemoveItems([(use.line, use.column)], tr("Delete this use")),
                    ),
                ),
            ]
        return actions

    def _quote_actions(self, session: Session, record: Record, path: str) -> list[Action]:
        from tui.corpus.edit.changes.keys import RemoveItems
        from tui.session.editing.evidence_forms import evidence_form, new_evidence_form

        stretch = self._stretch()
        actions: list[Action] = [
            (
                tr("Quotes for {field}").format(field=field_words(path) if path else record.title),
                None,
            ),
            (
                tr("add a quote by hand, or a derived value"),
                self._form(lambda: new_evidence_form(session, record, path, stretch)),
            ),
        ]
        if path:
            actions.append((tr("choose which statement counts"), self.statements))
        for evidence in self._quotes(session, record, path):
            words = _clipped(evidence.quote)
            actions += [
                (
                    tr("edit “{quote}”").format(quote=words),
                    self._form(partial(evidence_form, session, record, path, evidence)),
                ),
                (
                    tr("delete “{quote}”").format(quote=words),
                    partial(
                        self._changes.offer,
                        RemoveItems([(evidence.line, evidence.column)], tr("Delete this quote")),
                    ),
                ),
            ]
        return actions

    def _article_actions(self, session: Session, article_id: str) -> list[Action]:
        article = session.articles.get(article_id)
        if article is None:
            return []
        return [
            (tr("The article {title}").format(title=article.title or article.id), None),
            *article_actions(session, article_id, self._fill_in, self._changes, self._dialogs),
        ]

    # What the entries do

    def _record_fields(self, session: Session, record: Record) -> None:
        from tui.session.editing.record_forms import fields_form

        self._fill_in(fields_form(session, record, None, missing=False))

    def _new_record(self, section: str, about: Record) -> None:
        from tui.session.editing.record_forms import new_record_form

        session = self._state.view.session
        if session is not None:
            self._fill_in(new_record_form(session, section, about, self._stretch()))

    def _delete_record(self, session: Session, record: Record) -> None:
        from tui.corpus.edit.changes.records import RemoveRecord

        marks = "".join(words for words, _ in session.own.line(record.id)).strip()
        words = tr("Your marks on it: {marks}").format(marks=safe_line(marks))
        told = [words] if marks else []
        self._changes.offer(RemoveRecord(record.id), told=told)

    def _delete_tranche(self, record: str, tranche: str) -> None:
        from tui.corpus.edit.changes.records import RemoveTranche

        self._changes.offer(RemoveTranche(record, tranche))

    # What is at hand

    def _record(self) -> tuple[Session, Record, str] | None:
        """The record at hand with the field at the cursor; says so where there is none."""
        view = self._state.view
        if not self._may_change():
            return None
        if view.session is None or view.reading is None:
            self._notifier.say(tr("Choose a record first."))
            return None
        return view.session, view.reading.record, view.reading.path or ""

    def _may_change(self) -> bool:
        """Whether what is shown is what the file says now; says so where it is not."""
        view = self._state.view
        if view.stepped_back:
            self._notifier.say(
                tr("This is what was known then: go on to the present with W first.")
            )
        elif view.session is not None and view.session.partial:
            self._notifier.say(tr("The corpus is still being read: change it in a moment."))
        else:
            return True
        return False

    def _quotes(self, session: Session, record: Record, path: str) -> Sequence[Evidence]:
        """What the sources say on the field at the cursor."""
        proof = next((one for one in session.proof(record.id).fields if one.path == path), None)
        return [one.evidence for one in proof.statements] if proof is not None else []

    def _stretch(self) -> Stretch | None:
        """What is selected in the article at hand, else the open figure that is pointed at."""
        from tui.session.capture import Stretch

        view, span = self._state.view, self._article.selection_range
        if span is None and view.pointed is not None and view.pointed.kind == "figure":
            span = view.pointed.span
        return Stretch(view.page.article, *span) if view.page is not None and span else None

    def _form(self, subject: Callable[[], FormSubject]) -> Callable[[], None]:
        return lambda: self._fill_in(subject())

    def _fill_in(self, subject: FormSubject) -> None:
        self._forms.fill_in(subject, text=self._article.text or "", made=self._await)

    def _await(self, filled: Filled) -> None:
        if filled.proposal.creates:
            self._state.show(replace(self._state.view, awaited=filled.proposal.creates))
