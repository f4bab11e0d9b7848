"""Pauses the cyclic garbage collector while many objects are built.

A full collection traverses every object alive. While millions of objects are built that all stay
alive, that is a tenth of the time, for nothing.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def without_cyclic_gc() -> Iterator[None]:
    """Disable the cyclic garbage collector inside the block; nested uses are harmless."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
