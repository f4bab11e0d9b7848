"""Which column of a table is which field: told by its name, then by what its cells hold."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, get_args

from tui.intake.document import IntakeError
from tui.intake.tables.days import order_of, read_day
from tui.intake.tables.money import Conventions, conventions_of, currency_in, read_money

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tui.intake.tables.days import Order
    from tui.intake.tables.sheet import Cell, Row, Sheet

Field: TypeAlias = Literal[
    "id", "title", "payer", "payee", "parties", "amount", "currency", "date", "instrument",
    "status", "note", "url",
]  # fmt: skip
FIELDS: tuple[Field, ...] = get_args(Field)

_NAMES: dict[Field, str] = {
    "id": "id|deal id|record id|identifier|identifiant|reference|ref|uuid|deal "
    "number|transaction id",
    "title": "title|titre|deal name|deal|headline|operation|opération|name of "
    "deal|transaction|bezeichnung|"
    "transaction name|intitulé|intitule",
    "payer": "payer|investor|investors|investor name|investor names|investor s|lead "
    "investor|lead investors|"
    "lead|investisseur|investisseurs|investisseur "
    "s|lender|lenders|acquirer|acquiror|buyer|purchaser|"
    "acquéreur|acheteur|donor|funder|funders|funding "
    "source|from|payeur|financeur|financeurs|bailleur|"
    "backer|backers|investor "
    "company|bidder|investoren|käufer|geldgeber|inversor|inversores|fund|fonds|"
    "preteur|prêteur|debiteur",
    "payee": "payee|company|company name|startup|start up|recipient|recipients|target|target "
    "company|"
    "organisation|organization|organization name|organisation name|borrower|beneficiary|to|société|"
    "societe|entreprise|cible|bénéficiaire|beneficiaire|jeune pousse|issuer|investee|portfolio "
    "company|"
    "unternehmen|empfänger|firma|ziel|empresa|beneficiario|grantee|seller|vendor|nom de la société",
    "parties": "parties|other investors|co investors|coinvestors|other parties|participants|co "
    "investisseurs|"
    "autres investisseurs|syndicate|partners|partenaires|also participating",
    "amount": "amount|montant|value|deal value|deal size|sum|raised|amount raised|money "
    "raised|funding|"
    "funding amount|investment|investment amount|price|size|round size|total|total "
    "raised|somme|valeur|"
    "levée|levee|montant levé|betrag|summe|volumen|importe|monto|cantidad|amount usd|amount eur|"
    "raised amount|transaction value|purchase price|prix|montant de la levée",
    "currency": "currency|devise|ccy|curr|cur|currency code|monnaie|währung|moneda|divisa",
    "date": "date|announced|announced date|announcement date|date announced|deal date|closing "
    "date|closed|"
    "closed on|close date|funded date|funding date|date of deal|year|année|annee|month|mois|period|"
    "date d annonce|date de l opération|datum|fecha|jahr|announced on|date annonce|round date|when",
    "instrument": "instrument|type|deal type|round|round type|funding type|funding "
    "round|series|série|stage|"
    "type d opération|type de deal|tour|tour de table|investment type|nature|art|runde|tipo|kind",
    "status": "status|statut|deal status|state|état|stand|estado",
    "note": "note|notes|comment|comments|commentaire|commentaires|remark|remarks|description|"
    "details|"
    "remarques|bemerkung|notas",
    "url": "url|link|source url|source|sources|lien|article|press release|website "
    "source|quelle|fuente",
}  # fmt: skip
_BY_NAME = {name: field for field, names in _NAMES.items() for name in names.split("|")}
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


def _key(name: str) -> str:
    """The name of a column without units, signs and underscores."""
    text = unicodedata.normalize("NFKC", name)
    text = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text)
    text = re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])", " ", text)
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _field_of(name: str) -> Field | None:
    key = _key(name)
    if not key:
        return None
    if key in _BY_NAME:
        return _BY_NAME[key]
    # "Amount in USD", "Investor (lead)", "Montant en M€": the name and what it is given in.
    for words in (re.sub(r"\s(?:in|en|of|de)\s.*$", "", key), key.rpartition(" ")[0]):
        if words in _BY_NAME and _BY_NAME[words] in ("amount", "date"):
            return _BY_NAME[words]
    return None


def header_at(rows: Sequence[Sequence[Cell]]) -> int:
    """Which of the first rows names the columns; 0 where none has two names that are known."""
    for at, cells in enumerate(rows):
        known = {_field_of(cell) for cell in cells if isinstance(cell, str)} - {None}
        if len(known) > 1:
            return at
    return 0


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
        field = _field_of(name)
        taken = at in places.values()
        if field is not None and field not in places and field not in constants and not taken:
            places[field] = at
    sample = sheet.rows[:: max(1, len(sheet.rows) // _SAMPLE)]
    guessed = _guess(sheet, sample, places, constants)
    if not any(field in places or field in constants for field in _NEEDED):
        raise IntakeError(
            "no-parties", "no column says who pays or who is paid: "
            + ", ".join(filter(None, sheet.header))[:300],
            "Say which with --map FILE: lines such as `payer: Investor`, `payee: Company`.",
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
    names = {_key(name): at for at, name in reversed(list(enumerate(sheet.header)))}
    for given, column in wanted.items():
        field = next((one for one in FIELDS if one == given), None)
        if field is None:
            raise IntakeError(
                "bad-map", f"there is no field {given}", f"Fields are: {', '.join(FIELDS)}."
            )
        if column.startswith("="):
            constants[field] = column[1:].strip()
        elif column in sheet.header:
            places[field] = sheet.header.index(column)
        elif _key(column) in names:
            places[field] = names[_key(column)]
        else:
            raise IntakeError(
                "bad-map", f"the table has no column {column}",
                f"Its columns are: {', '.join(filter(None, sheet.header))[:300]}.",
            )  # fmt: skip
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
            if at in places.values() or _field_of(name) not in (None, field):
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
