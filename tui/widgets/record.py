"""The record: its fields with their proof, and what every source says on the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from textual.message import Message

from tui.commands import Scope
from tui.model.dates import Edtf
from tui.model.format import format_date, format_quantity, format_when
from tui.model.headline import field_words, headline, kind_words, value_words
from tui.model.locales import EN
from tui.model.messages import msg, shown
from tui.model.quantities import Quantity
from tui.model.records import Deal, Total, field_rows, record_amount, record_date
from tui.model.safe_text import safe_line
from tui.model.source_files import FilePlace
from tui.platform.translation import tr
from tui.widgets.drawing.glyphs import PENDING, PROOF, STANCE
from tui.widgets.drawing.highlighted_text import clip
from tui.widgets.drawing.line_pane import LinePane, Run
from tui.widgets.drawing.wrapping import wrap
from tui.widgets.key_bindings import bindings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.strip import Strip

    from tui.model.locales import Locale
    from tui.model.proofs import FieldProof, RecordProof, Statement
    from tui.model.records import Article, Evidence, FieldRow, Record

_LABEL = 13
_PROOF = 18
_WIDEST = 48
_MARGIN_FROM = 40
"""Cells of a line from which a cell stays free behind the proofs."""


class _Columns(NamedTuple):
    """Cells of the labels, of the values beside them, of the proofs, and of a whole line."""

    label: int
    value: int
    proof: int
    width: int


class RecordPane(LinePane):
    """One record with a cursor over its fields."""

    BORDER_TITLE = msg("Record")
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.RECORD)

    class FieldChosen(Message):
        """The cursor stands on another field."""

        def __init__(self, path: str) -> None:
            super().__init__()
            self.path = path

        def can_replace(self, message: Message) -> bool:
            """Only the newest of a burst counts."""
            return isinstance(message, RecordPane.FieldChosen)

    class SourceChosen(Message):
        """The user goes to what a source says."""

        def __init__(self, evidence: Evidence) -> None:
            super().__init__()
            self.evidence = evidence

    class Opened(Message):
        """The user goes to the quote of the field."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._record: Record | None = None
        self._rows: tuple[FieldRow, ...] = ()
        self._proofs: dict[str, FieldProof] = {}
        self._names: Mapping[str, str] = {}
        self._articles: Mapping[str, Article] = {}
        self._locale = EN
        self._place: Callable[[int], FilePlace] = lambda line: FilePlace("", line)
        self._extra: tuple[Run, ...] = ()
        self._lines: list[tuple[list[Run], int]] = []
        self._first_line: list[int] = []
        self._sources: dict[int, Evidence] = {}
        """Lines that name a source, and what is quoted of it."""
        self._width = 0
        self.cursor = 0

    def attach(
        self,
        names: Mapping[str, str],
        articles: Mapping[str, Article],
        locale: Locale,
        place: Callable[[int], FilePlace],
    ) -> None:
        """Say where the names of parties and articles come from, and how figures are written.

        `place` gives the file of a line.
        """
        self._names, self._articles, self._locale = names, articles, locale
        self._place = place

    def show(
        self,
        record: Record,
        proof: RecordProof | None,
        path: str | None = None,
        extra: tuple[Run, ...] = (),
    ) -> None:
        """Show a record, the cursor on the field `path`; `extra` is the user's own line."""
        self._record, self._extra = record, extra
        self._rows = field_rows(record)
        self._proofs = {field.path: field for field in proof.fields} if proof else {}
        paths = [row.path for row in self._rows]
        self.cursor = paths.index(path) if path in paths else 0
        self.top = 0
        self._compose_lines()
        self._show_cursor()

    def clear(self) -> None:
        """Show nothing."""
        self._record = None
        self._lines, self._rows = [], ()
        self.lines_changed(0)

    @property
    def path(self) -> str | None:
        """The field under the cursor."""
        return self._rows[self.cursor].path if self._rows else None

    @property
    def row(self) -> FieldRow | None:
        """The field under the cursor with its value and evidence."""
        return self._rows[self.cursor] if self._rows else None

    def choose(self, path: str) -> None:
        """Put the cursor on a field without a message."""
        for index, row in enumerate(self._rows):
            if row.path == path and index != self.cursor:
                self._put_cursor(index)

    def action_cursor(self, step: int) -> None:
        """Move by fields; at either end, scroll what lies beyond."""
        if not self._rows:
            return
        times = self.count.times()
        target = self.cursor + step * times
        if times > 1:
            target = max(0, min(target, len(self._rows) - 1))
        if 0 <= target < len(self._rows):
            self._put_cursor(target)
            self.post_message(self.FieldChosen(self._rows[target].path))
        else:
            self.scroll_lines(self.top + step)

    def action_page(self, step: int) -> None:
        """Scroll by screens."""
        page = max(1, self.size.height - 2)
        self.scroll_lines(self.top + step * page * self.count.times())

    def action_cursor_end(self, step: int) -> None:
        """Go to the first or the last field, or to the one with the number typed before."""
        number, last = self.count.given(), len(self._rows) - 1
        self._go_to_field((last if step > 0 else 0) if number is None else min(number - 1, last))

    def action_in_sight(self, step: int) -> None:
        """Go to the first or the last field in sight."""
        seen = range(self.top, self.top + self.size.height)
        fields = [at for at, line in enumerate(self._first_line) if line in seen]
        if fields:
            self._go_to_field(fields[-1 if step > 0 else 0])

    def _go_to_field(self, index: int) -> None:
        if self._rows:
            self._put_cursor(index)
            self.post_message(self.FieldChosen(self._rows[index].path))

    @property
    def line_at_hand(self) -> int | None:
        """The line of the field under the cursor."""
        return self._first_line[self.cursor] if self._first_line else None

    def action_open(self) -> None:
        """Go to the quote of the field."""
        self.post_message(self.Opened())

    def on_click(self, event: events.Click) -> None:
        """Choose the field under the mouse."""
        line = self.line_at(event)
        if line is None:
            return
        index = self._lines[line][1]
        if line in self._sources:
            self.post_message(self.SourceChosen(self._sources[line]))
        elif index >= 0:
            self._put_cursor(index)
            self.post_message(self.FieldChosen(self._rows[index].path))
            if event.chain > 1:
                self.action_open()

    def leads_somewhere(self, line: int) -> bool:
        """A second click on a field goes to its quote."""
        return self._lines[line][1] >= 0 or line in self._sources

    def on_focus(self) -> None:
        """Show the cursor strongly."""
        self.lines_changed()

    def on_blur(self) -> None:
        """Show the cursor quietly."""
        self.lines_changed()

    def on_resize(self) -> None:
        """Break the lines anew."""
        super().on_resize()
        if self._record is not None and self._width != self.line_width:
            self._compose_lines()

    def _put_cursor(self, index: int) -> None:
        self.cursor = index
        self._compose_lines()
        self._show_cursor()

    def _show_cursor(self) -> None:
        if self._first_line:
            first = self._first_line[self.cursor]
            self.keep_visible(0 if self.cursor == 0 else first, first, margin=1)

    def build_line(self, line: int, width: int) -> Strip:
        """A prepared line, the current field shown as such."""
        runs, index = self._lines[line]
        over = ""
        if index == self.cursor and index >= 0:
            over = "chosen" if self.has_focus else "cursor"
            if line == self._first_line[index]:
                runs = [("▸", "accent"), *runs[1:]]
        return self.strip_of(clip(runs, width), width, over)

    # The lines

    def _compose_lines(self) -> None:
        self._width = width = self.line_width
        self._lines, self._first_line, self._sources = [], [], {}
        record = self._record
        if record is None:
            return
        self._text(record.title, "title", width)
        head = headline(record, self._names)
        if head != record.title:
            self._text(head, "accent", width)
        status = record.status if isinstance(record, Deal | Total) else None
        date = record_date(record)
        about = [
            kind_words(record, self._locale),
            self._locale.word(status) if status else "",
            format_date(date, self._locale) if date else "",
        ]
        self._text(" · ".join(word for word in about if word), "quiet", width)
        if isinstance(record, Deal) and record.same_as:
            words = tr("the same deal as {deal}, which is counted").format(deal=record.same_as)
            self._text(words, "quiet", width)
        if self._extra:
            words = "".join(text for text, _ in self._extra)
            if 1 + cell_len(words) <= width and "\n" not in words:
                self._lines.append(([(" ", ""), *self._extra], -1))
            else:
                for text, style in self._extra:
                    self._text(text.strip(), style, width)
        self._blank()
        values = [
            value_words(row.value, row.label, self._names, self._locale) for row in self._rows
        ]
        columns = self._columns(width, values)
        for index, row in enumerate(self._rows):
            self._field(index, row, values[index], columns)
        self._statements(width)
        note = record.note
        if note:
            self._blank()
            self._text(tr("note: {words}").format(words=note), "quiet", width)
        self._uses(record, width)
        self._blank()
        self._text(f"{record.id}  {shown(self._place(record.line).words())}", "quiet", width)
        self.line_count = -1
        self.lines_changed(len(self._lines))

    def _uses(self, record: Record, width: int) -> None:
        """Where it was used, with the figure as used where it can no longer be true."""
        if record.used_in:
            self._blank()
            self._text(tr("Used in"), "strong", width)
        for use in record.used_in:
            when = format_when(use.date, self._locale) if use.date is not None else ""
            figure = format_quantity(use.figure, self._locale) if use.figure is not None else ""
            parts = (use.title, when, tr("as {figure}").format(figure=figure) if figure else "")
            self._text(" · ".join(filter(None, parts)), "quiet", width)
            if use.contradicts(record_amount(record)):
                self._text(tr("≠ the record says otherwise now: to be corrected"), "bad", width, 3)
            if use.url:
                self._text(use.url, "quiet", width, 3)

    def _blank(self) -> None:
        self._lines.append(([], -1))

    def _text(self, text: str, style: str, width: int, indent: int = 1) -> None:
        for line in wrap(text, max(4, width - indent)):
            self._lines.append(([(" " * indent, ""), (line, style)], -1))

    def _columns(self, width: int, values: Sequence[str]) -> _Columns:
        """Cells for labels and values: proofs take as few as their states need.

        Amounts and dates are not broken: where they would have to be, what speaks against a field
        stands below its proof.
        """
        labels = max((cell_len(_label(row)) for row in self._rows), default=0)
        label = min(_LABEL, labels + 1)
        looks = [PROOF[proof.state] for proof in self._proofs.values()] or [PENDING]
        against = max((len(_against(proof)) for proof in self._proofs.values()), default=0)
        margin = 1 if width >= _MARGIN_FROM else 0
        states = max(cell_len(look.word) for look in looks) + 2
        figures = [value for row, value in zip(self._rows, values, strict=True) if _is_figure(row)]
        whole = max(map(cell_len, figures), default=0)
        if width - 2 - label - (states + against) < whole:
            against = 0
        proof = min(_PROOF, states + against + margin)
        return _Columns(label, max(4, min(_WIDEST, width - 2 - label - proof)), proof, width)

    def _field(self, index: int, row: FieldRow, value: str, columns: _Columns) -> None:
        """Label, value and proof; a value of which a piece has no room stands below these."""
        proof = self._proofs.get(row.path)
        look = PROOF[proof.state] if proof else PENDING
        value_style = "strong" if isinstance(row.value, Quantity) else ""
        room, first = columns.value, ""
        # Of a figure a part would be another one.
        pieces = [value] if _is_figure(row) else value.split()
        if max(map(cell_len, pieces), default=0) <= room:
            first, *rest = wrap(value, room)
        else:
            room = max(4, columns.width - columns.label - 1)
            rest = wrap(value, room)
        lines = 1 if first else 2
        if len(rest) > lines:
            rest = [*rest[: lines - 1], clip([(" ".join(rest[lines - 1 :]), "")], room)[0][0]]
        label = clip([(_label(row), "")], columns.label - 1)[0][0]
        state, against = f"{look.glyph} {look.word}", _against(proof)
        beside = cell_len(state) + len(against) <= columns.proof
        self._first_line.append(len(self._lines))
        self._lines.append(
            (
                [
                    (" ", ""),
                    (set_cell_size(label, columns.label), "quiet"),
                    (
                        set_cell_size(first, columns.value + 1),
                        value_style if row.value else "quiet",
                    ),
                    (state, look.style),
                    (against if beside else "", "warn"),
                ],
                index,
            )
        )
        below = "" if beside else against.strip()
        at_proof = columns.label + columns.value + 2
        if below and all(cell_len(piece) + columns.label + 2 > at_proof for piece in rest):
            rest = ["", *rest]
        for piece in rest:
            runs: list[Run] = [(" " * (columns.label + 1), ""), (piece, value_style)]
            gap = at_proof - columns.label - 1 - cell_len(piece)
            if below and gap > 0:
                runs += [(" " * gap, ""), (below, "warn")]
                below = ""
            self._lines.append((runs, index))

    def _statements(self, width: int) -> None:
        row = self.row
        if row is None:
            return
        proof = self._proofs.get(row.path)
        self._blank()
        label = field_words(row.path)
        if proof is None or not proof.statements:
            self._text(tr("No source is recorded for {field}.").format(field=label), "quiet", width)
            return
        count = len({statement.evidence.article for statement in proof.statements})
        heading = tr("What one source says on {field}")
        if count > 1:
            heading = tr("What {count} sources say on {field}")
        self._text(heading.format(count=count, field=label), "strong", width)
        if proof.detail:
            self._text(
                shown(proof.detail, on_screen=True),
                "warn" if proof.state != "proved" else "quiet",
                width,
            )
        for statement in proof.statements:
            self._statement(statement, width)

    def _statement(self, statement: Statement, width: int) -> None:
        evidence = statement.evidence
        stance = STANCE[evidence.stance]
        article = self._articles.get(evidence.article)
        when = format_when(article.published if article else None, self._locale)
        source = (article.publisher if article else "") or evidence.article
        style = "quiet" if evidence.rank == "deprecated" else ""
        runs: list[Run] = [(" ", ""), (f"{stance.glyph} ", stance.style)]
        if statement.value is not None:
            words = value_words(
                statement.value, statement.path.rpartition(".")[2], self._names, self._locale
            )
            runs.append((f"{words}  ", style or "strong"))
        if statement.anchor.state != "exact":
            look = PROOF[statement.anchor.state]
            runs.append((f"{look.glyph} {look.word}  ", look.style))
        runs.append((safe_line(f"{source} · {when}"), style or "quiet"))
        self._sources[len(self._lines)] = evidence
        self._lines.append((runs, -1))
        quote = tr("“{words}”").format(words=safe_line(evidence.quote))
        for line in wrap(quote, max(4, width - 4)):
            self._lines.append(([("   ", ""), (line, "quiet")], -1))
        if evidence.rank == "deprecated":
            because = evidence.because or tr("no reason given")
            self._text(tr("deprecated: {reason}").format(reason=because), "warn", width, 3)
        elif statement.detail:
            self._text(shown(statement.detail, on_screen=True), "quiet", width, 3)


def _is_figure(row: FieldRow) -> bool:
    """Whether a value is an amount or a date, of which a part would be another one."""
    return isinstance(row.value, Quantity | Edtf)


def _label(row: FieldRow) -> str:
    """What a field is called; those of a tranche hang together."""
    label = tr(row.label)
    if not row.tranche:
        return label
    return f"├ {row.tranche}" if row.label == "amount" else f"│ {label}"


def _against(proof: FieldProof | None) -> str:
    """How many retired statements say otherwise: seen here, though they no longer count."""
    retired = 0
    for statement in proof.statements if proof else ():
        evidence = statement.evidence
        retired += evidence.rank == "deprecated" and evidence.stance in ("disputes", "corrects")
    return f" ≠{retired}" if retired else ""
