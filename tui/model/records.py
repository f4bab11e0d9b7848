"""The records of a corpus: deals, totals and facts, the parties and articles they name.

Terms come from the standards of the field: payer and payee from OCDS, the ladder of statuses
from IATI, ranks from Wikidata, stances from CiTO, quotes from the W3C `TextQuoteSelector`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from tui.model.dates import Edtf
from tui.model.quantities import Quantity

if TYPE_CHECKING:
    from collections.abc import Mapping

Status: TypeAlias = Literal["rumoured", "announced", "committed", "paid", "cancelled"]
Stance: TypeAlias = Literal["supports", "disputes", "corrects", "mentions"]
Rank: TypeAlias = Literal["preferred", "normal", "deprecated"]
Instrument: TypeAlias = Literal[
    "equity",
    "convertible-note",
    "debt",
    "credit-facility",
    "stake-purchase",
    "stake-sale",
    "cloud-commitment",
    "supply-agreement",
    "compute-credit",
    "partnership",
    "grant",
    "acquisition",
    "other",
]
FactKind: TypeAlias = Literal[
    "valuation",
    "revenue",
    "funding",
    "stake",
    "capacity",
    "market-share",
    "market-size",
    "profit",
    "loss",
    "headcount",
    "price",
    "other",
]
Value: TypeAlias = Quantity | Edtf | str


class Party(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A company, fund or person.

    Attributes:
        aliases: The other names that articles use.
        distinct_from: Parties with a similar name that a person found to be others.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    note: str = ""
    distinct_from: tuple[str, ...] = ()
    line: int = 0
    column: int = 0


class Dismissal(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A figure of an article that the curator judged to be no deal, with the reason."""

    quote: str
    because: str
    prefix: str = ""
    suffix: str = ""
    line: int = 0
    column: int = 0


class Article(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """What the corpus says about one press article; its text lives in `file`.

    Attributes:
        file: Path relative to the corpus' `articles_dir`.
        language: ISO 639-1 code of the text.
        not_a_deal: Figures dismissed by the curator.
        author: Who wrote it.
        retrieved: When it was fetched from `url`.
        sha256: SHA-256 of the text file as it was taken in, hexadecimal.
        original: The file that the text was read from, relative to `articles_dir`; its name is its
            SHA-256.
        page: The page on which the text begins in the original or in print.
        pages: Where the following pages begin in the text, in code points; holds only while the
            text has its `sha256`.
        version_of: The article that this is another version of.
    """

    id: str
    file: str
    title: str = ""
    publisher: str = ""
    published: Edtf | None = None
    language: str = "en"
    url: str = ""
    note: str = ""
    not_a_deal: tuple[Dismissal, ...] = ()
    author: str = ""
    retrieved: Edtf | None = None
    sha256: str = ""
    original: str = ""
    page: str = ""
    pages: tuple[int, ...] = ()
    version_of: str = ""
    line: int = 0
    column: int = 0


class Evidence(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A quote that speaks about fields of a record.

    Attributes:
        fields: The fields of its record (or tranche) that it speaks about, at least one.
        article: The id of the article.
        quote: The exact words (W3C `exact`); offsets are computed, never stored.
        prefix: Words just before the quote, only where the quote is not unique.
        suffix: Words just after the quote, likewise.
        stance: What the quote does to the recorded value.
        rank: `deprecated` statements stay visible, but no longer count; `because` says why.
        says: The value that this source gives, where it differs from the recorded one.
        derived: A formula over named fields, where the quote gives only the operands.
        judged: Why a person takes it for proof where the program cannot tell.
    """

    fields: tuple[str, ...]
    article: str
    quote: str
    prefix: str = ""
    suffix: str = ""
    stance: Stance = "supports"
    rank: Rank = "normal"
    says: Value | None = None
    because: str = ""
    derived: str = ""
    judged: str = ""
    line: int = 0
    column: int = 0


class Use(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Where a record was used: a story, a memo, a slide.

    Attributes:
        title: What it is called.
        url: Where it can be found.
        date: When it appeared.
        figure: The amount or value as it was used there.
    """

    title: str
    url: str = ""
    date: Edtf | None = None
    figure: Quantity | None = None
    line: int = 0
    column: int = 0

    def contradicts(self, amount: Quantity | None) -> bool:
        """Whether the figure as used cannot be true with what a record says.

        Figures in two currencies or in words cannot be compared, and do not contradict.
        """
        if self.figure is None or amount is None:
            return False
        return self.figure.meets(amount) is False


class Tranche(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A part of a deal with its own amount, date and status."""

    id: str
    title: str = ""
    amount: Quantity | None = None
    status: Status | None = None
    date: Edtf | None = None
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    line: int = 0
    column: int = 0


class Deal(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, tag="deal", tag_field="type"):
    """An agreement or announced intention between parties.

    Attributes:
        payer: The party the money comes from (OCDS), a party id; empty when no source tells.
        payee: The party the money goes to.
        parties: Others who take part, or all of them where no money flows in one direction.
        subject: The party whose shares change hands, where it is neither payer nor payee.
        announced: When the deal became public.
        date: When it was signed, paid or otherwise took effect.
        due: By when or over which period it is to be fulfilled.
        same_as: The id of the deal that this is too, told in another currency: only that one is
            counted, see `counted_as`.
        amount: The sum; `None` is absent from the sources, which is neither zero nor
            `undisclosed`.
    """

    id: str
    title: str
    payer: str = ""
    payee: str = ""
    parties: tuple[str, ...] = ()
    subject: str = ""
    instrument: Instrument = "other"
    status: Status = "announced"
    announced: Edtf | None = None
    date: Edtf | None = None
    due: Edtf | None = None
    amount: Quantity | None = None
    tranches: tuple[Tranche, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    tags: tuple[str, ...] = ()
    used_in: tuple[Use, ...] = ()
    same_as: str = ""
    line: int = 0
    column: int = 0


class Total(
    msgspec.Struct, frozen=True, gc=False, omit_defaults=True, tag="total", tag_field="type"
):
    """A sum that an article states over several deals, to be reconciled with its `members`.

    Attributes:
        count: The number of operations that the article states.
        members: Ids of deals, or `deal.tranche` for one tranche.
    """

    id: str
    title: str
    payer: str = ""
    payee: str = ""
    period: Edtf | None = None
    status: Status | None = None
    count: Quantity | None = None
    amount: Quantity | None = None
    members: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    tags: tuple[str, ...] = ()
    used_in: tuple[Use, ...] = ()
    line: int = 0
    column: int = 0


class Fact(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, tag="fact", tag_field="type"):
    """A figure about one party that is no deal: valuation, revenue, stake, capacity.

    Attributes:
        party: The party that the figure describes.
        holder: For a stake: who holds it.
    """

    id: str
    title: str
    kind: FactKind
    party: str = ""
    holder: str = ""
    value: Quantity | None = None
    date: Edtf | None = None
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    tags: tuple[str, ...] = ()
    used_in: tuple[Use, ...] = ()
    line: int = 0
    column: int = 0


Record: TypeAlias = Deal | Total | Fact


class FieldRow(msgspec.Struct, frozen=True):
    """One field of a record as the record pane and the proof see it.

    Attributes:
        path: `amount`, or `tranches.ID.amount` for the field of a tranche.
        label: The name to show.
        value: The recorded value, `None` when absent.
        evidence: All evidence that speaks about this field.
        tranche: The id of the tranche it belongs to, or empty.
    """

    path: str
    label: str
    value: Value | None
    evidence: tuple[Evidence, ...]
    tranche: str = ""


_FIELDS: dict[type, tuple[str, ...]] = {
    Deal: (
        "amount", "payer", "payee", "parties", "subject", "instrument", "status",
        "announced", "date", "due",
    ),
    Total: ("amount", "count", "payer", "payee", "period", "status", "members"),
    Fact: ("value", "kind", "party", "holder", "date"),
}  # fmt: skip
PARTY_FIELDS = ("payer", "payee", "party", "holder", "subject")
"""The fields that name one party."""
TRANCHE_FIELDS = ("amount", "status", "date")


def field_rows(record: Record) -> tuple[FieldRow, ...]:
    """The fields of a record that are set or spoken about, tranches after the amount."""
    rows: list[FieldRow] = []
    for name in _FIELDS[type(record)]:
        value = _shown(getattr(record, name))
        evidence = tuple(item for item in record.evidence if name in item.fields)
        if value is not None or evidence:
            rows.append(FieldRow(name, name, value, evidence))
        if name == "amount" and isinstance(record, Deal):
            for tranche in record.tranches:
                rows.extend(_tranche_rows(tranche))
    spoken = {row.path for row in rows}
    for item in record.evidence:
        for name in item.fields:
            if name not in spoken:
                spoken.add(name)
                about = tuple(other for other in record.evidence if name in other.fields)
                rows.append(FieldRow(name, name, _shown(getattr(record, name, None)), about))
    return tuple(rows)


def _tranche_rows(tranche: Tranche) -> list[FieldRow]:
    rows = []
    for name in TRANCHE_FIELDS:
        value = _shown(getattr(tranche, name))
        evidence = tuple(item for item in tranche.evidence if name in item.fields)
        if value is not None or evidence or name == "amount":
            path = f"tranches.{tranche.id}.{name}"
            rows.append(FieldRow(path, name, value, evidence, tranche.id))
    return rows


def _shown(value: object) -> Value | None:
    if isinstance(value, tuple):
        return ", ".join(value) or None
    if value is None or value == "":
        return None
    assert isinstance(value, str | Quantity | Edtf)
    return value


def all_evidence(record: Record) -> tuple[tuple[str, Evidence], ...]:
    """Every evidence of a record with the path of the first field that it speaks about."""
    pairs = [(item.fields[0], item) for item in record.evidence]
    if isinstance(record, Deal):
        for tranche in record.tranches:
            pairs += [
                (f"tranches.{tranche.id}.{item.fields[0]}", item) for item in tranche.evidence
            ]
    return tuple(pairs)


def record_parties(record: Record) -> tuple[str, ...]:
    """The ids of all parties that a record names, payer first, without repeats."""
    match record:
        case Deal():
            named = (record.payer, record.payee, *record.parties, record.subject)
        case Total():
            named = (record.payer, record.payee)
        case Fact():
            named = (record.party, record.holder)
    return tuple(dict.fromkeys(party for party in named if party))


def record_amount(record: Record) -> Quantity | None:
    """The main figure of a record: the amount of a deal or total, the value of a fact."""
    return record.value if isinstance(record, Fact) else record.amount


def counted_as(deal: Deal, records: Mapping[str, Record]) -> str:
    """The id of the deal that counts for a deal: its own, or that at the end of its `same_as`.

    A deal that is linked to none that exists, or in a circle, counts itself.
    """
    seen = {deal.id}
    one: Record | None = deal
    while isinstance(one, Deal) and one.same_as:
        if one.same_as in seen:
            return deal.id
        seen.add(one.same_as)
        following = records.get(one.same_as)
        if not isinstance(following, Deal):
            break
        one = following
    return deal.id if one is None else one.id


def record_date(record: Record) -> Edtf | None:
    """The date to place a record at: when announced, else when it took effect."""
    match record:
        case Deal():
            return record.announced or record.date
        case Total():
            return record.period
        case Fact():
            return record.date
