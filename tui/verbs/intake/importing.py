"""`dealtui import`: the records of a table into the corpus."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tui.model.format import counted
from tui.model.messages import shown
from tui.model.safe_text import safe_line
from tui.platform.failures import in_words
from tui.platform.translation import tr
from tui.verbs.corpora import is_unreadable, locate_own, say_what_is_missing
from tui.verbs.grammar import add_verb

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from tui.intake.tables.columns import Columns
    from tui.intake.tables.rows import Plan, TableEntry
    from tui.intake.tables.sheet import Sheet

_PREVIEWED = 10
_LONGEST_MAP = 64 * 1024


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verb to the grammar."""
    bring = add_verb(
        verbs,
        "import",
        summary="bring the records of a table into the corpus",
        description="Read a table (.csv, .tsv, .xlsx, .jsonl), match its columns by name and "
        "content, and add a deal for each row that the corpus does not have yet. What cannot be "
        "read is listed with its row. Exit 1 if a row gives no record.",
        examples="""
        dealtui import rounds.xlsx --dry-run
        dealtui import rounds.csv --map columns.yaml
        """,
    )
    bring.add_argument("table", metavar="FILE", help="a file, or - for standard input")
    bring.add_argument(
        "--map", metavar="FILE", default="",
        help="which column is which field: lines such as `payer: Investor`, `currency: =EUR`",
    )  # fmt: skip
    bring.add_argument("--dry-run", action="store_true", help="only say what each row becomes")
    bring.add_argument(
        "--format", choices=("text", "jsonl"), default="text",
        help="how it is printed (text)",
    )  # fmt: skip
    bring.set_defaults(run=_import)


def _import(options: Namespace) -> int:
    from tui.corpus.edit.splice import SpliceError, apply
    from tui.corpus.load import read_corpus_file
    from tui.intake.document import IntakeError
    from tui.intake.sources import obtain
    from tui.intake.tables.columns import match_columns
    from tui.intake.tables.rows import plan_rows
    from tui.intake.tables.sheet import read_sheet
    from tui.intake.tables.writing import add_all

    path = locate_own(options)
    if path is None:
        return 2
    loaded = read_corpus_file(path)
    if is_unreadable(loaded):
        return 2
    say_what_is_missing(loaded)
    try:
        source = obtain(options.table)
        sheet = read_sheet(source.data, source.name)
        columns = match_columns(sheet, _map(options.map))
        plan = plan_rows(sheet, columns, loaded.corpus)
        if not options.dry_run and plan.new:
            edit = add_all(loaded, _new_parties(plan), plan.new)
            apply(path, edit)
    except (IntakeError, SpliceError, OSError) as error:
        print(f"dealtui import: {safe_line(shown(in_words(error)))}", file=sys.stderr)
        return 2
    if options.format == "jsonl":
        from tui.export.tables.writers import write_jsonl

        write_jsonl(map(_row, plan.entries), sys.stdout)
    else:
        _preview(sheet, columns, plan, whole=not options.dry_run)
    _summary(plan, dry=options.dry_run)
    return 1 if any(entry.deal is None for entry in plan.entries) else 0


def _map(name: str) -> dict[str, str]:
    """What the user says of the columns.

    Raises:
        IntakeError: If the file cannot be read, or is no list of fields and columns.
    """
    if not name:
        return {}
    import yaml

    from tui.intake.document import IntakeError
    from tui.intake.sources import obtain

    data = obtain(name).data
    try:
        found = yaml.load(data.decode(), yaml.BaseLoader) if len(data) <= _LONGEST_MAP else None  # noqa: S506 (BaseLoader makes nothing but texts)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError):
        found = None
    if not isinstance(found, dict) or not all(
        isinstance(key, str) and isinstance(value, str) for key, value in found.items()
    ):
        problem = tr("{file} is no map of columns").format(file=name)
        raise IntakeError("bad-map", problem, tr("Write `payer: Investor`."))
    return found


def _new_parties(plan: Plan) -> list[Any]:
    """The new parties that a new record names, with the other spellings of the table."""
    from msgspec.structs import replace

    from tui.model.records import record_parties

    named = {party for deal in plan.new for party in record_parties(deal)}
    return [
        replace(party, aliases=tuple(plan.book.merged.get(party.id, ())))
        for party in plan.book.added.values()
        if party.id in named
    ]


def _row(entry: TableEntry) -> Mapping[str, Any]:
    """A row of `--format jsonl`; an amount that is not one number is written as in the corpus."""
    deal = entry.deal
    amount: Decimal | str | None = None
    currency = None
    if deal is not None and deal.amount is not None:
        quantity = deal.amount
        amount = quantity.value if quantity.is_exact else str(quantity)
        currency = quantity.currency or None
    return {
        "row": entry.row,
        "id": deal.id if deal else None,
        "payer": (deal.payer or None) if deal else None,
        "payee": (deal.payee or None) if deal else None,
        "amount": amount,
        "currency": currency,
        "date": deal.announced.text if deal and deal.announced else None,
        "doubts": list(entry.doubts),
        "parties": list(deal.parties) if deal else [],
        "known": entry.known or None,
    }


def _preview(sheet: Sheet, columns: Columns, plan: Plan, *, whole: bool) -> None:
    """How the columns were understood, the first records, every doubt and every row left out."""
    for field, at in columns.places.items():
        told = f" ({tr('told by its cells')})" if field in columns.guessed else ""
        print(safe_line(f"{tr(field):<10} {sheet.header[at]}{told}"))
    for field, value in columns.constants.items():
        print(safe_line(f"{tr(field):<10} = {value}"))
    if columns.unused:
        print(safe_line(tr("not used   {columns}").format(columns=", ".join(columns.unused))))
    for note in sheet.notes:
        print(safe_line(f"{tr('note'):<10} {note}"))
    print()
    shown = plan.entries if whole and len(plan.entries) <= _PREVIEWED else plan.entries[:_PREVIEWED]
    for entry in shown:
        print(safe_line(_in_words(entry, plan)))
    if len(plan.entries) > len(shown):
        print(tr("… {count} more rows").format(count=len(plan.entries) - len(shown)))
    doubtful = [entry for entry in plan.entries if entry.doubts]
    if doubtful:
        print()
        for entry in doubtful:
            words = tr("row {row}: {what}")
            print(safe_line(words.format(row=entry.row, what="; ".join(entry.doubts))))


def _in_words(entry: TableEntry, plan: Plan) -> str:
    deal = entry.deal
    if deal is None:
        return tr("row {row}: no record").format(row=entry.row)
    who = f"{plan.book.name(deal.payer) or '?'} → {plan.book.name(deal.payee) or '?'}"
    known = f" ({tr('there already')})" if entry.known else ""
    when = deal.announced.text if deal.announced else tr("no date")
    amount = deal.amount or tr("no amount")
    what = f"{who} · {amount} · {when} · {deal.id}{known}"
    return tr("row {row}: {what}").format(row=entry.row, what=what)


def _summary(plan: Plan, *, dry: bool) -> None:
    new = len(plan.new)
    known = sum(1 for entry in plan.entries if entry.known)
    lost = [entry.row for entry in plan.entries if entry.deal is None]
    words = [
        (tr("{records} would be added") if dry else tr("{records} added")).format(
            records=counted(new, "record")
        ),
        tr("{count} new parties").format(count=len(_new_parties(plan))),
    ]
    if known:
        words.append(tr("{count} there already").format(count=known))
    if lost:
        told = tr("{rows} without a record: {numbers}")
        words.append(told.format(rows=counted(len(lost), "row"), numbers=_some(lost)))
    doubts = sum(1 for entry in plan.entries if entry.doubts)
    if doubts:
        words.append(tr("{rows} with doubts").format(rows=counted(doubts, "row")))
    print("; ".join(words), file=sys.stderr)


def _some(rows: Iterable[int]) -> str:
    listed = list(rows)
    return ", ".join(map(str, listed[:20])) + (" …" if len(listed) > 20 else "")
