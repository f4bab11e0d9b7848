"""Which column of a table is which field: told by its name, then by what its cells hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.intake.document import IntakeError
from tui.intake.tables.days import order_of, read_day
from tui.intake.tables.field_names import FIELDS, Field, column_key, field_of
from tui.intake.tables.money import Conventions, conventions_of, currency_in, read_money
from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tui.intake.tables.days import Order
    from tui.intake.tables.sheet import Row, Sheet

_SEVERAL = re.compile(r"s\b|\(s\)|ren\b|ores\b", re.IGNORECASE)
"""How the name of a column ends that holds several names in a cell."""
_NEEDED = ("payer", "payee")
_SAMPLE = 400
_MOSTLY = 0.7
"""Share of the filled cells of a column that must be amounts, or dates, for it to be theirs."""
_LONG_SCALE = re.compile(
    r"montant|date d|société|investisseur|devise|entreprise|année|levée", re.IGNORECASE
)


class Columns(NamedTuple):
    """Where the fields stand, and how the columns write what they hold.

    Attributes:
        places: The column of each field, from 0.
        constants: Fields that have one value in every row.
        money: How amounts are written.
        order: Which of day and month comes first.
        unused: The names of columns that are not brought in.
        guessed: Fields that were told by the cells rather than by a name.
        several: Whether a comma may part names in the columns of parties.
    """

    places: Mapping[Field, int]
    constants: Mapping[Field, str]
    money: Conventions
    order: Order
    unused: tuple[str, ...]
    guessed: tuple[Field, ...]
    several: frozenset[Field]


def match_columns(sheet: Sheet, wanted: Mapping[str, str] | None = None) -> Columns:
    """Find the columns of a table.

    Args:
        sheet: The table.
        wanted: What the user says: a field and the name of its column, or `=` and a value that
            every row has.

    Raises:
        IntakeError: If a column that is named is not there, or nobody can be told who pays whom.
    """
    places, constants = _as_wanted(sheet, wanted or {})
    for at, name in enumerate(sheet.header):
        field = field_of(name)
        taken = at in places.values()
        if field is not None and field not in places and field not in constants and not taken:
            places[field] = at
    sample = sheet.rows[:: max(1, len(sheet.rows) // _SAMPLE)]
    guessed = _guess(sheet, sample, places, constants)
    if not any(field in places or field in constants for field in _NEEDED):
        raise IntakeError(
            "no-parties", msg(
                "no column says who pays or who is paid: {columns}",
                columns=", ".join(filter(None, sheet.header))[:300],
            ),
            msg("Say which with --map FILE: lines such as `payer: Investor`, `payee: "
"Company`."),
        )  # fmt: skip
    long_scale = any(_LONG_SCALE.search(name) for name in sheet.header)
    amounts = [_text(row, places["amount"]) for row in sheet.rows] if "amount" in places else []
    name = sheet.header[places["amount"]] if "amount" in places else ""
    days = [_text(row, places["date"]) for row in sheet.rows] if "date" in places else []
    unused = [
        name for at, name in enumerate(sheet.header) if name and at not in places.values()
    ]  # fmt: skip
    several = frozenset(
        field for field in ("payer", "payee", "parties")
        if field in places and _SEVERAL.search(sheet.header[places[field]])
    )  # fmt: skip
    return Columns(
        places, constants, conventions_of(name, amounts, long_scale=long_scale), order_of(days),
        tuple(unused), tuple(guessed), several,
    )  # fmt: skip


def _as_wanted(
    sheet: Sheet, wanted: Mapping[str, str]
) -> tuple[dict[Field, int], dict[Field, str]]:
    places: dict[Field, int] = {}
    constants: dict[Field, str] = {}
    names = {column_key(name): at for at, name in reversed(list(enumerate(sheet.header)))}
    for given, column in wanted.items():
        field = next((one for one in FIELDS if one == given), None)
        if field is None:
            raise IntakeError(
                "bad-map",
                msg("there is no field {given}", given=given),
                msg("Fields are: {fields}.", fields=", ".join(FIELDS)),
            )
        if column.startswith("="):
            constants[field] = column[1:].strip()
        elif column in sheet.header:
            places[field] = sheet.header.index(column)
        elif column_key(column) in names:
            places[field] = names[column_key(column)]
        else:
            raise IntakeError(
                "bad-map",
                msg("the table has no column {column}", column=column),
                msg(
                    "Its columns are: {columns}.",
                    columns=", ".join(filter(None, sheet.header))[:300],
                ),
            )
    return places, constants


def _guess(
    sheet: Sheet, sample: Sequence[Row], places: dict[Field, int], constants: Mapping[Field, str]
) -> list[Field]:
    """Fill in amount, date and currency by what the cells of the columns left over hold."""
    guessed: list[Field] = []
    for field in ("date", "amount", "currency"):
        if field in places or field in constants:
            continue
        for at, name in enumerate(sheet.header):
            if at in places.values() or field_of(name) not in (None, field):
                continue
            cells = [text for row in sample if (text := _text(row, at))]
            if cells and sum(map(_tests()[field], cells)) >= _MOSTLY * len(cells):
                places[field] = at
                guessed.append(field)
                break
    return guessed


def _tests() -> dict[str, Callable[[str], bool]]:
    return {"date": _is_day, "amount": _is_amount, "currency": _is_currency}


def _is_day(text: str) -> bool:
    return bool(read_day(text, "").text) and not re.fullmatch(r"\d{5}", text)


def _is_amount(text: str) -> bool:
    money = read_money(text, Conventions())
    # A bare number may be a count of anything; with a currency or a scale it is money.
    return money.quantity is not None and (bool(money.currency) or not text[-1:].isdigit())


def _is_currency(text: str) -> bool:
    return len(text) <= 4 and bool(currency_in(text).code)


def _text(row: Row, at: int) -> str:
    return "" if at >= len(row.cells) or row.cells[at] is None else str(row.cells[at]).strip()
