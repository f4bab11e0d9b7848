"""Records out of the rows of a table, with everything that is doubtful about each."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, get_args

from tui.intake.tables.days import read_day
from tui.intake.tables.money import Money, currency_in, read_money
from tui.intake.tables.names import PartyBook, lead_of, slug, split_names
from tui.language.figures.iso4217 import CURRENCIES
from tui.model.dates import DateError, Edtf
from tui.model.quantities import Quantity
from tui.model.records import Deal, Instrument, Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.intake.tables.columns import Columns
    from tui.intake.tables.field_names import Field
    from tui.intake.tables.sheet import Row, Sheet
    from tui.model.corpus import Corpus

_INSTRUMENTS: tuple[tuple[str, Instrument], ...] = (
    (r"convertible|safe\b|obligations? convertibles?", "convertible-note"),
    (r"credit facility|revolv|ligne de crédit|facility", "credit-facility"),
    (r"debt|loan|bond|prêt|dette|emprunt|obligation|kredit|venture debt|note\b", "debt"),
    (r"grant|subvention|aide|donation|award|zuschuss|dotation", "grant"),
    (r"acquisition|m&a|merger|takeover|buy-?out|rachat|fusion|lbo|übernahme|acquired",
     "acquisition"),
    (r"stake sale|cession|secondary", "stake-sale"),
    (r"stake|minority|majority|prise de participation|beteiligung", "stake-purchase"),
    (r"partnership|partenariat|joint venture|alliance", "partnership"),
    (r"series [a-k]\b|série [a-k]\b|seed|pre-seed|amorçage|equity|angel|venture|round|levée|growth|"
     r"ipo|capital|bridge|crowdfunding|private placement|tour de table", "equity"),
)  # fmt: skip
_STATUSES: tuple[tuple[str, Status], ...] = (
    (r"rumou?r|speculat", "rumoured"),
    (r"cancel|terminat|withdrawn|abandon|annul|failed", "cancelled"),
    (r"paid|disbursed|completed|closed|versé|clos|abgeschlossen|complete|funded", "paid"),
    (r"commit|signed|agreed|signé|pending", "committed"),
    (r"announc|annonc|planned|pledge|angekündigt", "announced"),
)
_SHORT_HASH = 6


class TableEntry(NamedTuple):
    """What a row becomes.

    Attributes:
        row: Its number, as a spreadsheet counts.
        deal: The record; `None` where none can be made of it.
        doubts: What could be read another way, and what could not be read.
        known: The id of the record that says the same already; empty for what is new.
    """

    row: int
    deal: Deal | None
    doubts: tuple[str, ...] = ()
    known: str = ""


class Plan(NamedTuple):
    """What a table becomes in a corpus; nothing is written yet.

    Attributes:
        entries: One for each row, in its order.
        book: The parties, those that are new among them.
    """

    entries: tuple[TableEntry, ...]
    book: PartyBook

    @property
    def new(self) -> list[Deal]:
        """The records that the corpus does not have yet."""
        return [one.deal for one in self.entries if one.deal is not None and not one.known]


def plan_rows(sheet: Sheet, columns: Columns, corpus: Corpus) -> Plan:
    """Make records of the rows of a table.

    Ids come from what a row says, so that a row has the same id whatever stands around it; where
    two rows would have one id, a short hash of what they say follows.
    """
    book = PartyBook(corpus.parties)
    reader = _RowReader(columns, book)
    drafts = [reader.read(row) for row in sheet.rows]
    bases = Counter(
        name for name, _ in {(one.deal.id, _said(one.deal)) for one in drafts if one.deal}
    )
    says: dict[str, str] = {}
    for record in corpus.records.values():
        if isinstance(record, Deal):
            says.setdefault(_said(record), record.id)
    taken = set(corpus.records)
    first_row: dict[str, int] = {}
    entries = [_settled(draft, bases, says, taken, first_row) for draft in drafts]
    return Plan(tuple(entries), book)


def _settled(
    draft: TableEntry,
    bases: Mapping[str, int],
    says: dict[str, str],
    taken: set[str],
    first_row: dict[str, int],
) -> TableEntry:
    """A draft with an id of its own, or marked as what the corpus or an earlier row says."""
    deal = draft.deal
    if deal is None:
        return draft
    said = _said(deal)
    doubts = draft.doubts
    if said in says:
        if said in first_row:
            doubts = (*doubts, f"repeats row {first_row[said]}")
        return TableEntry(draft.row, _renamed(deal, says[said]), doubts, says[said])
    name = deal.id
    if bases[name] > 1 or name in taken:
        if name in taken and bases[name] == 1:
            doubts = (*doubts, f"the corpus has {name} with other values")
        name = f"{name}-{hashlib.sha256(said.encode()).hexdigest()[:_SHORT_HASH]}"
    while name in taken:
        name += "-2"
    taken.add(name)
    says[said] = name
    first_row[said] = draft.row
    return TableEntry(draft.row, _renamed(deal, name), doubts)


def _renamed(deal: Deal, name: str) -> Deal:
    from msgspec.structs import replace

    return replace(deal, id=name)


def _said(deal: Deal) -> str:
    """What two records have in common that say the same."""
    title = "" if deal.payer and deal.payee else deal.title
    parts = (
        deal.payer, deal.payee, ",".join(sorted(deal.parties)), str(deal.amount or ""),
        str(deal.announced or ""), deal.instrument, title,
    )  # fmt: skip
    return "\x1f".join(parts)


class _RowReader:
    """Reads the rows of one table."""

    def __init__(self, columns: Columns, book: PartyBook) -> None:
        self._columns = columns
        self._book = book

    def read(self, row: Row) -> TableEntry:
        """What one row says; its id is not settled yet."""
        if row.fault:
            return TableEntry(row.number, None, (row.fault,))
        doubts: list[str] = []
        payers = self._parties(row, "payer", doubts)
        payees = self._parties(row, "payee", doubts)
        others = self._parties(row, "parties", doubts)
        money = self._money(row, doubts)
        when = self._date(row, doubts)
        title = self._text(row, "title")
        if not payers and not payees:
            doubts.append("nobody is named who pays or is paid")
            return TableEntry(row.number, None, tuple(doubts))
        if not payers:
            doubts.append("no payer")
        if not payees:
            doubts.append("no payee")
        payer, more = self._first(row, "payer", payers, doubts, "payers: the sum is of them all")
        payee, also = self._first(row, "payee", payees, doubts, "payees: the sum is for them all")
        ids = [one for one in (*more, *also, *others) if one not in (payer, payee)]
        names = [self._book.name(one) for one in (payer, payee) if one]
        deal = Deal(
            self._id(row, payee, payer, when),
            title or " – ".join(names),
            payer=payer,
            payee=payee,
            parties=tuple(dict.fromkeys(ids)),
            instrument=self._instrument(row, doubts),
            status=self._status(row, doubts),
            announced=when,
            amount=money,
            note=self._note(row),
        )
        return TableEntry(row.number, deal, tuple(doubts))

    def _text(self, row: Row, field: Field) -> str:
        at = self._columns.places.get(field)
        if at is None:
            return self._columns.constants.get(field, "")
        if at >= len(row.cells):
            return ""
        cell = row.cells[at]
        return "" if cell is None else str(cell).strip()

    def _parties(self, row: Row, field: Field, doubts: list[str]) -> list[str]:
        cell = self._text(row, field)
        if not cell:
            return []
        several = field in self._columns.several or field == "parties"
        names = split_names(cell, commas=several or cell.count(",") > 1)
        if not several and "," in cell and len(names) == 1:
            doubts.append(f"“{cell[:60]}” is taken for one name")
        return list(dict.fromkeys(self._book.party(name) for name in names))

    def _first(
        self, row: Row, field: Field, ids: Sequence[str], doubts: list[str], words: str
    ) -> tuple[str, list[str]]:
        """The party that stands for several, and the others."""
        if not ids:
            return "", []
        lead = ids[0]
        if len(ids) > 1:
            cell = self._text(row, field)
            marked = lead_of(cell, [self._book.name(one) for one in ids])
            lead = next((one for one in ids if marked and self._book.name(one) == marked), lead)
            doubts.append(f"{len(ids)} {words}, {self._book.name(lead)} stands for them")
        return lead, [one for one in ids if one != lead]

    def _money(self, row: Row, doubts: list[str]) -> Quantity | None:
        at = self._columns.places.get("amount")
        cell = row.cells[at] if at is not None and at < len(row.cells) else None
        columns = self._columns
        if isinstance(cell, Decimal):
            number = cell.scaleb(columns.money.power)
            number = Decimal(int(number)) if number == number.to_integral_value() else number
            money = Money(Quantity(columns.money.currency, value=number), columns.money.currency)
            if number < 0:
                money = Money(None, "", (f"{cell} is a negative amount",), readable=False)
        else:
            money = read_money(self._text(row, "amount"), columns.money)
        doubts += money.doubts
        quantity = money.quantity
        if quantity is None or quantity.words:
            return quantity
        return self._with_currency(row, quantity, at, doubts)

    def _with_currency(
        self, row: Row, quantity: Quantity, at: int | None, doubts: list[str]
    ) -> Quantity:
        """The amount in the currency of the cell, its column, its format or its header."""
        from msgspec.structs import replace

        said = self._text(row, "currency")
        column = currency_in(said)
        code = said.upper() if said.upper() in CURRENCIES else column.code
        if column.several:
            doubts.append(f"“{said}” may be {column.several}")
        elif said and not code:
            doubts.append(f"“{said}” is no currency")
        own = quantity.unit
        in_cell = own if own and own != self._columns.money.currency else ""
        if in_cell and code and in_cell != code:
            doubts.append(f"the cell says {in_cell}, the column {code}; the cell is believed")
            return quantity
        unit = in_cell or code or (row.currencies.get(at, "") if at is not None else "") or own
        if not unit:
            doubts.append("no currency")
        return replace(quantity, unit=unit) if unit != own else quantity

    def _date(self, row: Row, doubts: list[str]) -> Edtf | None:
        at = self._columns.places.get("date")
        cell = row.cells[at] if at is not None and at < len(row.cells) else None
        if isinstance(cell, date):
            return Edtf.parse(cell.isoformat())
        day = read_day(self._text(row, "date"), self._columns.order)
        doubts += day.doubts
        try:
            return Edtf.parse(day.text) if day.text else None
        except DateError as error:
            doubts.append(str(error))
            return None

    def _id(self, row: Row, payee: str, payer: str, when: Edtf | None) -> str:
        given = slug(self._text(row, "id"))
        if given:
            return given if given[0].isalnum() else f"r-{given}"
        stem = "-".join(filter(None, (payee[:40], payer[:40], when.text if when else "")))
        return re.sub(r"[^a-z0-9.-]+", "-", stem.lower()).strip("-.") or "deal"

    def _instrument(self, row: Row, doubts: list[str]) -> Instrument:
        said = self._text(row, "instrument")
        found = _instrument_of(said) if said else "other"
        if found is None:
            doubts.append(f"“{said[:40]}” is no kind of deal that is known")
        return found or "other"

    def _status(self, row: Row, doubts: list[str]) -> Status:
        said = self._text(row, "status")
        found = _status_of(said) if said else "announced"
        if found is None:
            doubts.append(f"“{said[:40]}” is no status that is known")
        return found or "announced"

    def _note(self, row: Row) -> str:
        note = " ".join(self._text(row, "note").split())
        url = self._text(row, "url")
        return " ".join(filter(None, (note, f"Source: {url}" if url else "")))


@lru_cache(maxsize=4096)
def _instrument_of(said: str) -> Instrument | None:
    """The kind of deal that some words mean; `None` where none is known."""
    low = said.lower()
    for known in get_args(Instrument):
        if low == known:
            return known  # type: ignore[no-any-return] # one of the words of Instrument
    for pattern, instrument in _INSTRUMENTS:
        if re.search(pattern, low):
            return instrument
    return None


@lru_cache(maxsize=4096)
def _status_of(said: str) -> Status | None:
    """The status that some words mean; `None` where none is known."""
    low = said.lower()
    for known in get_args(Status):
        if low == known:
            return known  # type: ignore[no-any-return] # one of the words of Status
    for pattern, status in _STATUSES:
        if re.search(pattern, low):
            return status
    return None
