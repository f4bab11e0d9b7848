"""Equal values of many records become one object, as the records are decoded.

Of 80,000 deals most sums, dates and tags stand in many others, and each party in several. Decoded,
every one is an object of its own, which are two thirds of the memory of all records. Shared while a
thousand records are decoded at a time, what is spared is used for the next thousand; afterwards it
would lie in pieces between what stays.

It costs 2 µs a record, so that only who keeps records for long wants it.
"""

from __future__ import annotations

from collections import deque
from itertools import chain, repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from msgspec.msgpack import Encoder
from msgspec.structs import force_setattr

from tui.model.records import Deal, Evidence, Fact, Party

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_TEXTS: dict[type, tuple[str, ...]] = {
    Deal: ("payer", "payee"),
    Fact: ("party", "holder"),
    Evidence: ("article",),
}
"""Fields that are a text; of parties it is the id that records name."""
_VALUES: dict[type, tuple[str, ...]] = {
    Deal: ("amount", "announced", "date", "tags"),
    Fact: ("value", "date", "tags"),
    Evidence: ("fields",),
}
"""Fields that are other values."""
_encode = Encoder().encode


class SharedValues:
    """The values of what was decoded so far, each once."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._values: dict[bytes, Any] = {}

    def share(self, structs: Sequence[Any]) -> None:
        """Let structs that nobody else has yet have the values that others have.

        Values are one where they are encoded alike: 1.0 equals 1.00, and is written otherwise.
        """
        for kind in {*map(type, structs)}:
            if kind is Party:
                self._texts.update((party.id, party.id) for party in structs)
            elif kind in _TEXTS:
                some = [one for one in structs if type(one) is kind]
                self._share_fields(kind, some)
                self._share_fields(
                    Evidence, list(chain.from_iterable(map(attrgetter("evidence"), some)))
                )

    def _share_fields(self, kind: type, structs: Sequence[Any]) -> None:
        for name in _TEXTS[kind]:
            texts = list(map(attrgetter(name), structs))
            _set(structs, name, map(self._texts.setdefault, texts, texts))
        for name in _VALUES[kind]:
            values = list(map(attrgetter(name), structs))
            _set(structs, name, map(self._values.setdefault, map(_encode, values), values))


def _set(structs: Iterable[Any], name: str, values: Iterable[Any]) -> None:
    """Set a field of each struct; the loop runs in C."""
    deque(map(force_setattr, structs, repeat(name), values), maxlen=0)
