"""Files of our own, damaged: what is cut somewhere, or has a flipped bit."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def damages(whole: bytes, count: int, *, seed: int) -> Iterator[bytes]:
    """A file damaged in many ways; every third one is cut."""
    chance = random.Random(seed)
    for turn in range(count):
        data = bytearray(whole)
        if turn % 3 == 0:
            del data[chance.randrange(len(data)) :]
        else:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        yield bytes(data)
