"""What was used and does not hold any more: the records to correct, with what became of them.

A figure as used is what the readers were given, so it counts before what the corpus said then. A
use is to be corrected when

- the figure as used cannot be true with the value of today, or is another one and the value changed
  since;
- another field that was recorded then has another value today;
- a field lost its proof since, or a source says otherwise since;
- nothing is known of that time, and the value of today is not proved;
- the record is gone.

A bound that was dropped in print, `4 bn` for `up to 4 bn`, is no reason while nothing changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.model.records import Fact, record_amount
from tui.proof.results.fact_diff import FieldChange, former_ids, is_sound, record_change

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.model.proofs import ProofState
    from tui.model.records import Record, Use, Value
    from tui.proof.results.proof_store import ProofStore

_NOT_USED = frozenset({"title", "same-as"})
"""What a record is called in the corpus, and what it is counted as, nobody was given to read."""


class Correction(NamedTuple):
    """A use of a record that is to be corrected.

    Attributes:
        record: The record as it is; as it was where it is gone.
        use: Where it was used.
        fields: What does not hold any more: of the figure as used the value that it had in print.
        gone: Whether the record is not there any more.
    """

    record: Record
    use: Use
    fields: tuple[FieldChange, ...] = ()
    gone: bool = False


def corrections(
    uses: Iterable[tuple[Record, Use]], before: ProofStore | None, after: ProofStore
) -> Iterator[Correction]:
    """The uses that are to be corrected.

    Args:
        uses: Uses of records as they are today.
        before: The corpus when they were used; `None` where that is not known.
        after: The corpus of today.
    """
    former = former_ids(before.corpus, after.corpus) if before is not None else {}
    for record, use in uses:
        was = None
        if before is not None:
            was = before.corpus.records.get(former.get(record.id, record.id))
        fields = (
            _changed(record, was, use, before, after)
            if was is not None and before is not None
            else _doubtful(record, use, after)
        )
        if fields:
            yield Correction(record, use, fields)


def gone(before: ProofStore, after: ProofStore) -> Iterator[Correction]:
    """The uses of records that are not there any more."""
    renamed = set(former_ids(before.corpus, after.corpus).values())
    for id_, record in before.corpus.records.items():
        if id_ not in after.corpus.records and id_ not in renamed:
            for use in record.used_in:
                yield Correction(record, use, gone=True)


def _changed(
    record: Record, was: Record, use: Use, before: ProofStore, after: ProofStore
) -> tuple[FieldChange, ...]:
    """What changed of a record since it was used."""
    change = record_change(was, record, before, after)
    changes = {field.path: field for field in change.fields} if change is not None else {}
    main, amount = _main_field(record), record_amount(record)
    if use.figure is not None:
        field = changes.pop(main, None)
        moved = field is not None and field.before != field.after and use.figure != amount
        if moved or use.contradicts(amount):
            state = _state(record, main, after)
            was_state = field.state_before if field is not None else state
            changes = {main: FieldChange(main, use.figure, amount, was_state, state), **changes}
        elif field is not None:
            # In print it had the value of today: only its proof can have changed.
            changes = {main: field._replace(before=amount), **changes}
    return tuple(field for field in changes.values() if _matters(field))


def _matters(field: FieldChange) -> bool:
    if field.path in _NOT_USED:
        return False
    other = field.before is not None and field.before != field.after
    return other or field.lost_proof or (field.before is not None and field.newly_disputed)


def _doubtful(record: Record, use: Use, after: ProofStore) -> tuple[FieldChange, ...]:
    """What can be said of a use when it is not known what the corpus said then."""
    main, amount = _main_field(record), record_amount(record)
    state = _state(record, main, after)
    used: Value | None = use.figure if use.figure is not None else amount
    lacks_proof = amount is not None and state is not None and not is_sound(state)
    if use.contradicts(amount) or lacks_proof or (use.figure is not None and amount is None):
        return (FieldChange(main, used, amount, None, state),)
    return ()


def _main_field(record: Record) -> str:
    return "value" if isinstance(record, Fact) else "amount"


def _state(record: Record, path: str, proofs: ProofStore) -> ProofState | None:
    fields = proofs.record(record.id).fields
    return next((field.state for field in fields if field.path == path), None)
