"""What the lines of a listed record say, with the parts that matched marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size

from tui.model.format import compact_quantity, counted, format_quantity
from tui.model.headline import headline_pieces, kind_words
from tui.model.records import Deal, Fact, Total, record_amount, record_date
from tui.model.safe_text import safe_line
from tui.model.widths import cut_parts, fill
from tui.platform.translation import tr
from tui.timeline.marks.symbols import FACT, STATUS_SIGNS, TOTAL
from tui.widgets.drawing.highlighted_text import clip, excerpt, marked, width_of
from tui.widgets.drawing.line_pane import ColumnEdge

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.model.dates import Edtf
    from tui.model.headline import Piece
    from tui.model.locales import Locale
    from tui.model.records import Record
    from tui.search.highlight.occurrences import Span
    from tui.session.protocol import SearchHit
    from tui.widgets.drawing.glyphs import Look
    from tui.widgets.drawing.line_pane import Run

_DATE = 10
"""Cells of the dates."""
_STATUS = 11
"""Cells of the column that says how far a deal has come."""
_SAID = 12
"""Cells of that column on a single line, where it also says what a fact is about."""
_KIND = 18
"""Cells of the column that says what a deal is made in."""
COLUMNS_FROM, _KINDS_FROM = 58, 90
"""Cells of a single line from which it has columns, and from which the kind of deal has one."""
_PARTIES, _AMOUNT = 27, 12
"""Cells of the columns of parties and amounts where the user wants no others."""
_LEAST_PARTIES = 20
"""Cells that parties have in any case."""
_TITLE_FROM = 16
"""Cells that must be left for a title to be shown."""
_MONTH = 8
"""Cells of the dates on a single line, which leave out the day."""
_INITIAL = 4
"""Cells of the shortest beginning of a name that still says whose it is."""
_BEGINNING = 6
"""Cells of a fact's beginning that say something."""
_LEAST = 14
"""Cells that a line of an article needs to say something."""


def date_runs(record: Record, hit: SearchHit, *, narrow: bool = False) -> list[Run]:
    """The date in ten cells: as written, or its end with the side that stays open.

    In a narrow list it has eight, and leaves out the day that nothing matched.
    """
    date = record_date(record)
    shown = _short_date(date) if date else tr("no date")
    spans = hit.matched.get("date", ())
    cells = _MONTH if narrow and not spans else _DATE
    if cell_len(shown) > cells:
        shown = shown[: _MONTH - 1]
    if spans and date is not None and shown != date.text:
        begun = tuple(span for span in spans if shown[: span[1]] == date.text[: span[1]])
        spans = begun or ((0, len(shown)),)
    runs = clip(marked(shown, spans, "quiet"), cells)
    return [*runs, (" " * (cells - width_of(runs)), "")]


def _short_date(date: Edtf) -> str:
    if len(date.text) <= _DATE and "/" not in date.text:
        return date.text
    if date.earliest is None:
        return f"…{date.latest:%Y-%m}" if date.latest else date.text
    return f"{date.earliest:%Y-%m}…"


def headline_runs(record: Record, hit: SearchHit, names: Mapping[str, str], room: int) -> list[Run]:
    """Who the record is about; its title where more of that matched."""
    pieces = headline_pieces(record, names)
    text, spans = _joined(pieces, hit.matched)
    titled = hit.matched.get("title", ())
    if len(_parts(record.title, titled)) > len(_parts(text, spans)):
        return excerpt(record.title, titled, room, "strong")
    if spans:
        over = cell_len(text[: spans[-1][1]]) + (spans[-1][1] < len(text)) - room
        if over > 0:
            text, spans = _joined(_shortened(pieces, hit.matched, over), hit.matched)
    return excerpt(text, spans, room, "strong")


def _joined(
    pieces: Sequence[Piece], matched: Mapping[str, Sequence[Span]]
) -> tuple[str, list[Span]]:
    """The pieces as one text, and where it matched."""
    text = ""
    spans: list[Span] = []
    for piece in pieces:
        moved = len(text) - piece.start
        text += piece.text
        for start, end in matched.get(piece.field, ()):
            low, high = max(start, piece.start), min(end, piece.start + len(piece.text))
            if low < high:
                spans.append((low + moved, high + moved))
    return text, spans


def _shortened(
    pieces: Sequence[Piece], matched: Mapping[str, Sequence[Span]], over: int
) -> Sequence[Piece]:
    """The longest name that did not match cut by so many cells, where some letters remain."""
    longest = max(
        (piece for piece in pieces if piece.field and piece.field not in matched),
        key=lambda piece: cell_len(piece.text),
        default=None,
    )
    if longest is None or cell_len(longest.text) - over < _INITIAL:
        return pieces
    kept = set_cell_size(longest.text, cell_len(longest.text) - over - 1).rstrip()
    return [piece._replace(text=f"{kept}…") if piece is longest else piece for piece in pieces]


def _parts(text: str, spans: Sequence[Span]) -> set[str]:
    return {text[start:end].casefold() for start, end in spans}


class ListColumns(NamedTuple):
    """Cells of the columns of single lines, from left to right; 0 for one that is not shown.

    `parties` are as wide as there is room where no title is shown, else the title is.
    """

    parties: int
    title: int
    amount: int
    status: int
    kind: int


def list_columns(width: int, wished: Mapping[str, int]) -> ListColumns:
    """The columns for single lines of a width, as the user wants them where that has room.

    Args:
        width: Cells of a line.
        wished: Cells by the name of the column.
    """
    if width < COLUMNS_FROM:
        return ListColumns(width, 0, 0, 0, 0)
    amount, status = wished.get("amount", _AMOUNT), wished.get("status", _SAID)
    for kind in (wished.get("kind", _KIND), 0) if width >= _KINDS_FROM else (0,):
        # Date and star, the sign of the status, that of the proof, and a cell before each column.
        fixed = _MONTH + 1 + 2 + 2 + sum(cells + 1 for cells in (amount, status, kind) if cells)
        room = width - fixed
        most = room - 1 - _TITLE_FROM
        if most >= _LEAST_PARTIES:
            # A title says more than a kind, where only one of them has room.
            parties = max(_LEAST_PARTIES, min(wished.get("parties", _PARTIES), most))
            return ListColumns(parties, room - parties - 1, amount, status, kind)
    if room < _LEAST_PARTIES and wished:
        # What the user gave to other columns in a wider window leaves nothing here.
        return list_columns(width, {})
    return ListColumns(room, 0, amount, status, kind)


def column_heads(columns: ListColumns) -> tuple[list[Run], list[ColumnEdge]]:
    """The heading of the columns, and where the mouse can drag them."""
    runs: list[Run] = [(fill(tr("date"), _MONTH), "quiet"), (" ", "")]
    edges: list[ColumnEdge] = []
    at = _MONTH + 1

    def head(words: str, cells: int, *, right: bool = False) -> None:
        nonlocal at
        runs.append((fill(words, cells, right=right), "quiet"))
        at += cells

    def edge(column: str, cells: int, direction: int) -> None:
        nonlocal at
        edges.append(ColumnEdge(at, column, cells, direction))
        runs.append(("│", "rail"))
        at += 1

    head(tr("parties"), columns.parties)
    if columns.title:
        edge("parties", columns.parties, 1)
        head(tr("title"), columns.title)
    edge("amount", columns.amount, -1)
    head(tr("amount"), columns.amount, right=True)
    head("", 2)
    edge("status", columns.status, -1)
    head(tr("status"), columns.status)
    if columns.kind:
        edge("kind", columns.kind, -1)
        head(tr("kind"), columns.kind)
    return runs, edges


def single_line(
    record: Record,
    names: Mapping[str, str],
    width: int,
    locale: Locale,
    star: Run,
    look: Look,
    columns: ListColumns,
) -> list[Run]:
    """A record on one line: date, parties, amount at the right, how far it has come, its proof.

    Args:
        record: A record that is listed for no special reason.
        names: Those of parties by their ids.
        width: Cells of the line.
        locale: How figures are written.
        star: The sign of the user's own mark.
        look: How far it is proved.
        columns: Those of the line.
    """
    date = record_date(record)
    when = _short_date(date) if date else tr("no date")
    when = fill(when if cell_len(when) <= _MONTH else when[: _MONTH - 1], _MONTH)
    said = locale.word(record.status) if isinstance(record, Deal) else kind_words(record, locale)
    sign, style = (FACT, "fact") if isinstance(record, Fact) else (TOTAL, "total")
    if isinstance(record, Deal):
        sign, style = STATUS_SIGNS[record.status], record.status
    end: list[Run] = [(f" {sign}", style)]
    if columns.status:
        end.append((f" {fill(said, columns.status)}", "quiet"))
    if columns.kind:
        kind = kind_words(record, locale) if isinstance(record, Deal) else ""
        end.append((f" {fill(kind, columns.kind)}", "quiet"))
    end.append((f" {look.glyph}", look.style))
    room = width - _MONTH - 1 - width_of(end)
    if columns.amount:
        amount = fill(_short_amount(record, locale, columns.amount), columns.amount, right=True)
    else:
        amount = _short_amount(record, locale, room // 2)
    left = columns.parties if columns.amount else room - cell_len(amount) - (1 if amount else 0)
    head = "".join(piece.text for piece in headline_pieces(record, names))
    parties = fill(cut_parts(head.split(" → "), " → ", left) if " → " in head else head, left)
    title = f" {fill(safe_line(record.title), columns.title)}" if columns.title else ""
    gap = " " if amount else ""
    return [
        (when, "quiet"), star, (safe_line(parties), "strong"), (title, ""), (f"{gap}{amount}", ""),
        *end,
    ]  # fmt: skip


def _short_amount(record: Record, locale: Locale, room: int) -> str:
    """The amount in so many cells, its bounds as signs; a figure that has no room is left out.

    Of an amount in words (`several bn USD`) the currency goes first.
    """
    amount = record_amount(record)
    if amount is None:
        return ""
    written = str(amount)
    shortest = written.removesuffix(f" {amount.unit}") if amount.words else written
    for text in (compact_quantity(amount, locale), written, shortest):
        if cell_len(text) <= room:
            return safe_line(text)
    return "…"


def reason_runs(
    record: Record, hit: SearchHit, names: Mapping[str, str], room: int, locale: Locale
) -> list[Run]:
    """What is known of the record, and the line that it was found by, if any."""
    facts = _begun(_facts(record, hit, names, room, locale), room)
    telling = [fact for fact in facts if fact.spans]
    if hit.snippet is None:
        # What matched is seen, whatever else has to go.
        for chosen in (facts, [fact for fact in facts if fact.spans or fact.main], telling):
            runs = _in_a_row(chosen, columns=chosen is facts)
            if _marks(clip(runs, room)) == _marks(runs):
                break
        return clip(runs, room)
    runs = [*_in_a_row(telling), ("  ", "")] if telling else []
    if room - width_of(runs) < _LEAST:
        runs = []
    left = max(1, room - width_of(runs) - 1)
    return [*runs, ("“", "quiet"), *excerpt(hit.snippet.text, hit.snippet.spans, left, "quiet")]


class _Fact(NamedTuple):
    """One thing that is known of a record, with its matched parts; `main` is its amount."""

    text: str
    spans: Sequence[Span] = ()
    style: str = "quiet"
    main: bool = False


def _begun(facts: Sequence[_Fact], room: int) -> Sequence[_Fact]:
    """The facts of which more than the first letters have room."""
    while len(facts) > 1 and not (facts[-1].main or facts[-1].spans):
        begins = width_of(_in_a_row(facts[:-1], columns=True)) + 2
        if begins + min(cell_len(facts[-1].text), _BEGINNING) <= room:
            break
        facts = facts[:-1]
    return facts


def _in_a_row(facts: Sequence[_Fact], *, columns: bool = False) -> list[Run]:
    """Facts side by side; in columns, the second stands under those of other records."""
    runs: list[Run] = []
    for at, fact in enumerate(facts):
        gap = 2 if at else 0
        if at == 1 and columns:
            gap = max(1, _STATUS - width_of(runs))
        # The gap goes with what follows, where that is cut away.
        spans = [(start + gap, end + gap) for start, end in fact.spans]
        runs += marked(" " * gap + fact.text, spans, fact.style)
    return runs


def _marks(runs: Sequence[Run]) -> list[Run]:
    return [run for run in runs if run[1].endswith("match")]


def _facts(
    record: Record, hit: SearchHit, names: Mapping[str, str], room: int, locale: Locale
) -> list[_Fact]:
    """What is known of a record, in its order on the line."""
    matched = hit.matched
    # Where the words are those of the file, but for hyphens, the places hold.
    kinds = [span for field in ("instrument", "kind") for span in matched.get(field, ())]
    if isinstance(record, Total):
        kinds = list(matched.get("type", ()))
    facts = [_word(kind_words(record, locale), _kind(record), kinds)]
    status = None if isinstance(record, Fact) else record.status
    if status:
        facts.insert(0, _word(locale.word(status), status, matched.get("status", ())))
    left = room - max(_STATUS, cell_len(facts[0].text) + 1)
    facts.insert(1, _amount(record, hit, left, locale))
    if isinstance(record, Deal) and "subject" in matched:
        facts.append(_Fact(names.get(record.subject, record.subject), matched["subject"]))
    if isinstance(record, Deal) and record.tranches:
        facts.append(_Fact(counted(len(record.tranches), "part")))
    if "tags" in matched:
        facts.append(_Fact(", ".join(record.tags), matched["tags"]))
    return facts


def _kind(record: Record) -> str:
    """The kind of a record as the file has it, which is what the search finds."""
    match record:
        case Deal():
            return record.instrument
        case Fact():
            return record.kind
        case _:
            return "total"


def _word(words: str, written: str, spans: Sequence[tuple[int, int]]) -> _Fact:
    """A word of the file in the words of the reader; matches are marked where it is the same."""
    return _Fact(words, spans if words == written.replace("-", " ") else ())


def _amount(record: Record, hit: SearchHit, room: int, locale: Locale) -> _Fact:
    amount = record_amount(record)
    if amount is None:
        return _Fact(tr("no figure"), main=True)
    figure = format_quantity(amount, locale)
    if cell_len(figure) > room:
        # "30 000 0…" is another figure: with its scale in letters it takes less room.
        return _Fact(str(amount), hit.matched.get("amount", ()), "", main=True)
    return _Fact(figure, hit.figure, "", main=True)
