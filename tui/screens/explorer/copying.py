"""What is at hand, copied as what another text needs: a sentence, a citation, YAML, a link."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tui.model.headline import value_words
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.widgets.entries import Entry, Target
from tui.widgets.text_selection import sentence_around

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.screens.explorer.reading import RecordReading
    from tui.screens.explorer.state import ExplorerState
    from tui.screens.ports import Background, Dialogs, Job, Notifier
    from tui.session.protocol import Place, Session

_LONGEST = 80
"""Characters of a text that the list shows."""
_YAML = "YAML"


class Copied(NamedTuple):
    """A form of what is at hand.

    Attributes:
        form: What it is: `citation`.
        text: What is copied.
    """

    form: str
    text: str


class CopyController:
    """Offers the forms in which the field and the quote at hand can be copied."""

    def __init__(
        self,
        state: ExplorerState,
        background: Background,
        dialogs: Dialogs,
        notifier: Notifier,
        copy: Callable[[str], None],
    ) -> None:
        """Work over a screen; `copy` copies a text to the clipboard."""
        self._state, self._background = state, background
        self._dialogs, self._notifier, self._copy = dialogs, notifier, copy

    def choose(self) -> None:
        """Let the user choose a form, and copy it."""
        session, reading = self._state.view.session, self._state.view.reading
        if session is None or reading is None:
            self._notifier.say(tr("Choose a record first."))
            return
        forms = list(_forms(session, reading))
        entries = [
            Entry(
                [(f" {one.form:<18}", "strong"), (_preview(one.text), "quiet")],
                Target("form", str(at)),
            )
            for at, one in enumerate(forms)
        ]
        words = tr("the record as it is written in the file")
        entries.append(Entry([(f" {_YAML:<18}", "strong"), (words, "quiet")], Target(_YAML, "")))

        def chosen(target: Target) -> None:
            if target.kind == _YAML:
                self._background.start(
                    "copy-yaml", partial(self._write, session, reading.record.id)
                )
            else:
                self._copy(forms[int(target.key)].text)

        self._dialogs.choose(tr("Copy as …"), entries, chosen, does=tr("copies it"))

    def _write(self, session: Session, record_id: str, job: Job) -> None:
        job.publish(self._copy, session.written(record_id))


def _forms(session: Session, reading: RecordReading) -> Iterator[Copied]:
    row = next((row for row in reading.rows if row.path == reading.path), None)
    if row is not None and row.value is not None:
        yield Copied(tr("value"), value_words(row.value, row.label, session.names, session.locale))
    if reading.quote is not None:
        yield from _quote_forms(session, reading.quote)


def _quote_forms(session: Session, place: Place) -> Iterator[Copied]:
    from tui.export.text.citations import citation, link, markdown_footnote

    evidence, anchor = place.evidence, place.anchor
    article = session.articles.get(evidence.article)
    text = session.article_text(evidence.article)
    if article is None or text is None:
        return
    start, end = sentence_around(text, anchor.start, anchor.end)
    page = session.origins.page(article.id, anchor.start)
    yield Copied(tr("sentence"), " ".join(text[start:end].split()))
    yield Copied(tr("citation"), citation(article, evidence, page, session.locale))
    yield Copied(
        tr("Markdown footnote"), markdown_footnote(article, evidence, page, session.locale)
    )
    address = link(article, evidence)
    if address:
        yield Copied(tr("link"), address)


def _preview(text: str) -> str:
    line = safe_line(" ".join(text.split()))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
