"""Which records of the corpus a figure of an article may be about, best first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.model.quantities import Quantity, QuantityError
from tui.model.records import Deal, Fact, field_rows, record_date, record_parties

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model.dates import Edtf
    from tui.model.mentions import Mention
    from tui.model.records import FieldRow, Record, Value
    from tui.proof.events.record_proposals import RecordProposal
    from tui.session.protocol import Session

_LOOKED_AT = 60
"""Records with the parties of the figure that are compared with it, the newest first."""
_NEWS = 31
"""Days within which the press tells of one event as news."""
_BOUNDS = ("value", "minimum", "maximum", "exclusive_minimum", "exclusive_maximum")
_OFFERED = 6
"""Records that are offered beside the chosen one."""
_DAYS_APART = 200
"""Days between two dates that may still be of one event: follow-ups come within half a year."""


@dataclass(frozen=True, slots=True)
class Match:
    """A record that a figure may be about.

    Attributes:
        record: The record.
        path: The field that the figure is for.
        likely: Whether parties or amount say that it is this record: the figure states its value,
            or all who are shown take part in it, two of them at least; and nothing speaks against
            it, neither another role nor a date half a year away.
        score: How well it fits; higher is better.
    """

    record: Record
    path: str
    likely: bool
    score: int


def agreement(value: Value | None, figure: Mention) -> bool | None:
    """Whether a figure states a recorded value, leaves room for it, or speaks against it.

    Returns:
        `True` where it states just that value, `False` where both cannot be true, and `None` where
        it is less precise or in another unit.
    """
    from tui.proof.verify.checks.value_check import same

    if isinstance(value, Quantity) and figure.quantity is not None:
        if same(value, figure.quantity):
            return True
        return False if _differ(value, figure.quantity) else None
    stated = figure.date
    if value is None or stated is None or isinstance(value, Quantity | str):
        return None
    if stated.within(value):
        return True
    return None if stated.meets(value) else False


def differ(value: Value | None, says: str) -> bool:
    """Whether what a source says differs from a recorded value, as far as it can be compared."""
    try:
        stated = Quantity.parse(says)
    except QuantityError:
        return False
    return isinstance(value, Quantity) and _differ(value, stated)


def _differ(one: Quantity, two: Quantity) -> bool:
    """Whether two quantities cannot both be what sources say of one thing.

    That is where no number is allowed by both, and where both give the same bound another number:
    there is room for both in "up to 4 bn" and "up to 40 bn", yet one of them is wrong.
    """
    if one.meets(two) is False:
        return True
    vague = one.words or two.words or one.approximate or two.approximate
    alike = one.unit == two.unit and not vague and _bounds(one) == _bounds(two)
    return alike and one != two


def _bounds(quantity: Quantity) -> tuple[str, ...]:
    return tuple(name for name in _BOUNDS if getattr(quantity, name) is not None)


def best_row(record: Record, figure: Mention | None) -> FieldRow | None:
    """The field of a record that a figure is for: one that it states, else the main one."""
    rows = field_rows(record)
    main = "value" if isinstance(record, Fact) else "amount"
    money = [row for row in rows if isinstance(row.value, Quantity)]
    if figure is not None and figure.quantity is None:
        dated = [row for row in rows if row.value is not None and agreement(row.value, figure)]
        return next(iter(dated), None)
    if figure is not None:
        for row in money:
            if agreement(row.value, figure):
                return row
    return next((row for row in rows if row.path == main), None)


def match(
    record: Record,
    figure: Mention | None,
    reading: RecordProposal | None,
    published: Edtf | None = None,
) -> Match:
    """How well a record fits a figure and what was read around it.

    Args:
        record: The record.
        figure: The figure; `None` for words that are none.
        reading: What the figure was read as.
        published: When the article appeared, for a figure that dates nothing.
    """
    row = best_row(record, figure)
    path = row.path if row else "value" if isinstance(record, Fact) else "amount"
    if figure is None:
        # Words that somebody selects beside a record are about that record.
        return Match(record, path, likely=True, score=0)
    agrees = agreement(row.value, figure) if row is not None else None
    stated = agrees is True
    if reading is None:
        return Match(record, path, likely=stated, score=int(stated))
    named = record_parties(record)
    roles = [*reading.payers, *reading.payees, *reading.parties]
    if reading.about is not None:
        roles.append(reading.about)
    strangers = sum(1 for role in roles if role.party not in named)
    known = len({role.party for role in roles if role.party in named})
    against = strangers > 0
    when = record_date(record)
    if isinstance(record, Fact):
        # One value follows another: it takes its own date to speak of the same one.
        kinds = reading.kind == "fact" and reading.fact_kind in (record.kind, None)
        stated_when = reading.date or published
        at_once = when is None or stated_when is None or when.meets(stated_when)
        against |= not (stated or at_once)
        enough = known > 0
    else:
        kinds = reading.kind != "fact"
        against |= isinstance(record, Deal) and _turned(record, reading)
        enough = known > 1 or (known == 1 and agrees is not False)
    against |= _apart(when, reading.date or published, _DAYS_APART)
    likely = kinds and not against and (stated or enough)
    dated = when is not None and None not in (when.earliest, when.latest)
    news = isinstance(record, Deal) and not _apart(when, reading.date or published, _NEWS)
    figured = row is not None and isinstance(row.value, Quantity)
    fits = 4 * stated + 2 * known + kinds + 2 * (news and dated) + figured
    score = fits - 2 * strangers - 3 * against
    return Match(record, path, likely, score)


def _turned(record: Deal, reading: RecordProposal) -> bool:
    """Whether the words show one who pays or is paid, and the record has another there."""
    payer, payee = reading.payer, reading.payee
    return bool(
        (payer and payer.party and record.payer and payer.party != record.payer)
        or (payee and payee.party and record.payee and payee.party != record.payee)
    )


def _apart(recorded: Edtf | None, stated: Edtf | None, most: int) -> bool:
    """Whether two dates are more days apart than so many."""
    if recorded is None or stated is None:
        return False
    pairs = ((recorded.latest, stated.earliest), (stated.latest, recorded.earliest))
    return any(
        early is not None and late is not None and (late - early).days > most
        for early, late in pairs
    )


def matching_records(
    session: Session,
    figure: Mention | None,
    reading: RecordProposal | None,
    chosen: Record | None,
    published: Edtf | None = None,
) -> list[Match]:
    """The records that a figure may be about: the chosen one first where it may be, best first.

    Looks at records with the parties that the words show, as the search finds them, so that it
    costs the same in a large corpus.
    """
    found = {one.id: one for one in _candidates(session, reading)}
    found.pop(chosen.id if chosen is not None else "", None)
    matches = [match(record, figure, reading, published) for record in found.values()]
    matches = [one for one in matches if one.score > 2]
    matches.sort(key=lambda one: -one.score)
    first = [match(chosen, figure, reading, published)] if chosen is not None else []
    return [*first, *matches[:_OFFERED]]


def _candidates(session: Session, reading: RecordProposal | None) -> Iterable[Record]:
    if reading is None:
        return
    roles = [*reading.payers, *reading.payees, *reading.parties]
    if reading.about is not None:
        roles.append(reading.about)
    parties = dict.fromkeys(role.name for role in roles if role.party)
    if not parties:
        return
    quoted = (name.replace('"', " ") for name in parties)
    result = session.search(" ".join(f'party:"{name}"' for name in quoted))
    for _, record_id in zip(range(_LOOKED_AT), result.newest_first(), strict=False):
        yield session.record(record_id)
